"""Products of matrices and vectors, and the exponential of a matrix, which is made of products."""

import math
from typing import Any

import numpy as np

from ..core.op import unbroadcast
from ..core.primitive import primitive
from .shape import concatenate


def refuse_others(name: str, *operands: Any) -> None:
    """Raise TypeError for operands that are neither tensors nor arrays."""
    for position, operand in enumerate(operands):
        if not hasattr(operand, "dtype"):
            raise TypeError(f"{name}: expected a tensor as operand {position}, got {type(operand).__name__}")


def refuse_mixed(name: str, **operands: Any) -> None:
    """Raise RuntimeError for operands of different dtypes: the caller has to say which one is meant."""
    if len({x.dtype for x in operands.values() if x is not None}) > 1:
        given = [f"the {operand} is {x.dtype}" for operand, x in operands.items() if x is not None]
        raise RuntimeError(f"{name}: {', '.join(given).replace(', the', ', but the', 1)}: convert one with .to()")


def _matmul_a(g, a_shape, b):
    if len(b.shape) == 1:
        return (g * b) if len(a_shape) == 1 else g.reshape((*g.shape, 1)) * b
    if len(a_shape) == 1:
        return unbroadcast((b @ g.reshape((*g.shape, 1))).reshape((*b.shape[:-2], *a_shape)), a_shape)
    gradient = g @ b.mT
    return gradient if gradient.shape == a_shape else unbroadcast(gradient, a_shape)


def _matmul_b(g, a, b_shape):
    if len(a.shape) == 1:
        return a * g if len(b_shape) == 1 else a.reshape((-1, 1)) * g.reshape((*g.shape[:-1], 1, g.shape[-1]))
    if len(b_shape) == 1:
        return rows(a).mT @ g.reshape(-1)
    if len(b_shape) == 2:
        return rows(a).mT @ rows(g)
    gradient = a.mT @ g
    return gradient if gradient.shape == b_shape else unbroadcast(gradient, b_shape)


@primitive(implements=np.matmul, a=_matmul_a, b=_matmul_b)
def matmul(a, b):
    """The matrix product over the last two axes; a 1-d argument is a vector, leading axes are broadcast.

    Raises RuntimeError if the shapes do not multiply, or the dtypes differ.
    """
    try:
        mixed = a.dtype is not b.dtype
        out = a @ b
    except (AttributeError, ValueError) as error:
        a_shape, b_shape = np.shape(a), np.shape(b)
        if not a_shape or not b_shape:
            raise RuntimeError(
                f"matmul: both arguments need at least one axis, got shapes {a_shape} and {b_shape}; use * for scalars"
            ) from error
        refuse_others("matmul", a, b)
        inner = b_shape[-2 if len(b_shape) > 1 else -1]
        if a_shape[-1] != inner:
            raise RuntimeError(
                f"matmul: shapes {a_shape} and {b_shape} do not multiply: {a_shape[-1]} is not {inner}"
            ) from error
        raise RuntimeError(f"matmul: the leading axes of {a_shape} and {b_shape} do not broadcast") from error
    if mixed:
        refuse_mixed("matmul", **{"first operand": a, "second": b})
    return out


def rows(x):
    """Return x as a matrix: all axes but the last are made into one."""
    return x if len(x.shape) == 2 else x.reshape((math.prod(x.shape[:-1]), x.shape[-1]))


@primitive(
    x=lambda g, weight: g @ weight,
    weight=lambda g, x: rows(g).mT @ rows(x),
    bias=lambda g, bias_shape: unbroadcast(g, bias_shape),
)
def linear(x, weight, bias=None):
    """x @ weightᵀ + bias. Raises RuntimeError if shapes do not fit, or dtypes differ."""
    try:
        out = x @ weight.T
    except ValueError as error:
        raise RuntimeError(
            f"linear: an input of shape {np.shape(x)} has {x.shape[-1] if x.ndim else 0} features, the weight of shape "
            f"{weight.shape} takes {weight.shape[-1]}"
        ) from error
    if x.dtype is not weight.dtype:
        refuse_mixed("linear", input=x, weight=weight, bias=bias)
    if bias is None:
        return out
    if out.dtype is not bias.dtype:
        refuse_mixed("linear", input=x, weight=weight, bias=bias)
    try:
        out += bias
    except ValueError as error:
        raise RuntimeError(
            f"linear: a bias of shape {bias.shape} does not fit an output of shape {out.shape}: it has an element for "
            f"each output feature"
        ) from error
    return out


@primitive(
    x=lambda g, x_shape, beta: unbroadcast(_multiple(g, beta), x_shape),
    a=lambda g, a_shape, b, alpha: _matmul_a(_multiple(g, alpha), a_shape, b),
    b=lambda g, a, b_shape, alpha: _matmul_b(_multiple(g, alpha), a, b_shape),
)
def add_matmul(x, a, b, *, beta=1, alpha=1):
    """beta x + alpha a @ b; with beta = 0, x is ignored, even where it is NaN."""
    out = _multiple(a @ b, alpha)
    if beta:
        out += _multiple(x, beta)
    return out


def _multiple(x, factor):
    return x if factor == 1 else x * factor


@primitive(
    a=lambda g, a_shape, b, axis: unbroadcast(cross(b, g, axis=axis), a_shape),
    b=lambda g, a, b_shape, axis: unbroadcast(cross(g, a, axis=axis), b_shape),
)
def cross(a, b, *, axis=-1):
    """The cross product a × b of the vectors of three elements along ``axis``."""
    (a0, a1, a2), (b0, b1, b2) = np.moveaxis(a, axis, 0), np.moveaxis(b, axis, 0)
    return np.stack([a1 * b2 - a2 * b1, a2 * b0 - a0 * b2, a0 * b1 - a1 * b0], axis)


# Higham (2005), "The scaling and squaring method for the matrix exponential revisited": the degrees of the Padé
# approximants, the 1-norms up to which they are exact in float64, and their coefficients.
_PADE = {
    3: (1.495585217958292e-2, (120, 60, 12, 1)),
    5: (2.539398330063230e-1, (30240, 15120, 3360, 420, 30, 1)),
    7: (9.504178996162932e-1, (17297280, 8648640, 1995840, 277200, 25200, 1512, 56, 1)),
    9: (2.097847961257068e0, (
        17643225600, 8821612800, 2075673600, 302702400, 30270240, 2162160, 110880, 3960, 90, 1,
    )),
    13: (5.371920351148152e0, (
        64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
        670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
    )),
}  # fmt: skip


def _matrix_exp(g, x):
    # Mathias (1996), "A chain rule for matrix functions and applications": the exponential of [[xᵀ, g], [0, xᵀ]] has in
    # its corner the derivative of exp at xᵀ in the direction g.
    n = x.shape[-1]
    upper, lower = concatenate(x.mT, g, axis=-1), concatenate(g * 0, x.mT, axis=-1)
    return matrix_exp(concatenate(upper, lower, axis=-2))[..., :n, n:]


@primitive(x=_matrix_exp)
def matrix_exp(x):
    """The matrix exponential, by scaling and squaring."""
    if not x.size:
        return x.copy()
    norms = np.abs(x).sum(-2).max(-1)
    norms = np.where(np.isfinite(norms), norms, 0)  # a matrix that is not finite becomes NaN without squaring
    greatest = norms.max()
    degree = next((d for d, (bound, _) in _PADE.items() if greatest <= bound), 13)
    squarings = np.ceil(np.log2(np.maximum(norms / _PADE[13][0], 1))).astype(int)
    out = _pade(x * np.exp2(-squarings).astype(x.dtype)[..., None, None], _PADE[degree][1])
    for done in range(int(squarings.max())):
        more = squarings > done
        out[more] = out[more] @ out[more]
    return out


def _pade(x, coefficients):
    # The numerator is V + U and the denominator V - U, with even powers in V and odd ones in U. All coefficients are
    # divided by the first one: undivided, they would overflow float16.
    power = eye = np.broadcast_to(np.eye(x.shape[-1], dtype=x.dtype), x.shape)
    square = x @ x
    even, odd = eye, eye * (coefficients[1] / coefficients[0])
    for i in range(2, len(coefficients), 2):
        power = power @ square if i > 2 else square
        even = even + power * (coefficients[i] / coefficients[0])
        odd = odd + power * (coefficients[i + 1] / coefficients[0])
    odd = x @ odd
    return np.linalg.solve(even - odd, even + odd)
