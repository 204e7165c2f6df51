"""Products of matrices and vectors."""

import math
from typing import Any

import numpy as np

from ..core.op import unbroadcast
from ..core.primitive import primitive
from .elementwise import keep


def refuse_others(name: str, *operands: Any) -> None:
    """Raise TypeError for operands that are neither tensors nor arrays."""
    for position, operand in enumerate(operands):
        if not hasattr(operand, "dtype"):
            raise TypeError(f"{name}: expected a tensor as operand {position}, got {type(operand).__name__}")


def refuse_mixed(name: str, **operands: Any) -> None:
    """Raise RuntimeError for operands of different dtypes: which one is meant, the caller should say."""
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
        outer = a * g if len(b_shape) == 1 else a.reshape((-1, 1)) * g.reshape((*g.shape[:-1], 1, g.shape[-1]))
        return outer
    if len(b_shape) == 1:
        return rows(a).mT @ g.reshape(-1)
    if len(b_shape) == 2:
        return rows(a).mT @ rows(g)
    gradient = a.mT @ g
    return gradient if gradient.shape == b_shape else unbroadcast(gradient, b_shape)


@primitive(implements=np.matmul, a=_matmul_a, b=_matmul_b)
def matmul(a, b):
    """Matrix product over the last two axes; a 1-d argument is a vector, leading axes are broadcast.

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
    """Return x with all axes but the last made into one."""
    return x if len(x.shape) == 2 else x.reshape((math.prod(x.shape[:-1]), x.shape[-1]))


@primitive(
    x=lambda g, weight: g @ weight,
    weight=lambda g, x: rows(g).mT @ rows(x),
    bias=lambda g, bias_shape: unbroadcast(g, bias_shape),
)
def linear(x, weight, bias=None):
    """x @ weightᵀ + bias."""
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
    x=lambda g, x_shape, beta: unbroadcast(_scaled(g, beta), x_shape),
    a=lambda g, a_shape, b, alpha: _matmul_a(_scaled(g, alpha), a_shape, b),
    b=lambda g, a, b_shape, alpha: _matmul_b(_scaled(g, alpha), a, b_shape),
)
def add_matmul(x, a, b, *, beta=1, alpha=1):
    """beta x + alpha a @ b; with beta = 0, x is not looked at."""
    out = a @ b
    if alpha != 1:
        out = out * alpha
    if not beta:
        return out
    if not out.ndim:
        return out + _scaled(x, beta)
    out += _scaled(x, beta)
    return out


def _scaled(x, factor):
    return x if factor == 1 else x * factor


@primitive(
    a=lambda g, a_shape, b, axis: unbroadcast(cross(b, g, axis=axis), a_shape),
    b=lambda g, a, b_shape, axis: unbroadcast(cross(g, a, axis=axis), b_shape),
)
def cross(a, b, *, axis=-1):
    """Cross product a × b of the vectors of three along ``axis``."""
    (a0, a1, a2), (b0, b1, b2) = np.moveaxis(a, axis, 0), np.moveaxis(b, axis, 0)
    return np.stack([a1 * b2 - a2 * b1, a2 * b0 - a0 * b2, a0 * b1 - a1 * b0], axis)


def _distance_slope(g, a, b, out):
    # sum over j of w_ij (a_i - b_j), where w = g / distance; 0 at distance 0. Both are shifted by a mean so that little
    # cancels in the difference of the two terms, wherever the points lie.
    w = keep(g, out != 0) / (out + (out == 0))
    center = _center(b)
    slope = np.add.reduce(w, axis=-1, keepdims=True) * (a - center) - w @ (b - center)
    return unbroadcast(slope, a.shape)


def _center(points):
    return np.add.reduce(points, axis=-2, keepdims=True) / max(points.shape[-2], 1)


@primitive(
    a=lambda g, a, b, out: _distance_slope(g, a, b, out),
    b=lambda g, a, b, out: _distance_slope(g.mT, b, a, out.mT),
)
def cdist(a, b, *, product=False):
    """Euclidean distances of the rows of a and the rows of b; at distance 0 the gradient is 0.

    With ``product``, from |a|² + |b|² - 2 a·b: much faster for many rows, but less exact for points close together.
    """
    if product:
        center = _center(b)
        a, b = a - center, b - center
        out = np.vecdot(a, a)[..., :, None] + np.vecdot(b, b)[..., None, :]
        out -= 2 * (a @ b.mT)
        return np.sqrt(np.maximum(out, 0, out=out), out=out)
    rows_a, rows_b = a[..., :, None, :], b[..., None, :, :]
    shape = np.broadcast_shapes(rows_a.shape[:-1], rows_b.shape[:-1])
    out = np.zeros(shape, a.dtype)
    step = max(2**18 // max(out.size, 1), 1)  # features at a time: differences of all would not fit into memory
    for start in range(0, a.shape[-1], step):
        difference = rows_a[..., start : start + step] - rows_b[..., start : start + step]
        out += np.vecdot(difference, difference)
    return np.sqrt(out, out=out)
