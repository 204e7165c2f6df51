"""Products of matrices and vectors."""

import math

import numpy as np

from ..dtypes import promoted
from ..primitive import primitive, unbroadcast


def _matmul_a(g, a_shape, b):
    if len(b.shape) == 1:
        return (g * b) if len(a_shape) == 1 else g.reshape((*g.shape, 1)) * b
    if len(a_shape) == 1:
        return unbroadcast((b @ g.reshape((*g.shape, 1))).reshape((*b.shape[:-2], *a_shape)), a_shape)
    return unbroadcast(g @ b.mT, a_shape)


def _matmul_b(g, a, b_shape):
    if len(a.shape) == 1:
        outer = a * g if len(b_shape) == 1 else a.reshape((-1, 1)) * g.reshape((*g.shape[:-1], 1, g.shape[-1]))
        return outer
    if len(b_shape) == 1:
        return rows(a).mT @ g.reshape(-1)
    if len(b_shape) == 2:
        return rows(a).mT @ rows(g)
    return unbroadcast(a.mT @ g, b_shape)


@primitive(implements=np.matmul, a=_matmul_a, b=_matmul_b)
def matmul(a, b):
    """Matrix product over the last two axes; a 1-d argument is a vector, leading axes are broadcast."""
    try:
        out = a @ b
    except ValueError as error:
        a_shape, b_shape = np.shape(a), np.shape(b)
        inner = b_shape[-2 if len(b_shape) > 1 else -1] if b_shape else None
        if not a_shape or not b_shape:
            raise RuntimeError(
                f"matmul: both arguments need at least one axis, got shapes {a_shape} and {b_shape}; use * for scalars"
            ) from error
        if a_shape[-1] != inner:
            raise RuntimeError(
                f"matmul: shapes {a_shape} and {b_shape} do not multiply: {a_shape[-1]} is not {inner}"
            ) from error
        raise RuntimeError(f"matmul: the leading axes of {a_shape} and {b_shape} do not broadcast") from error
    return promoted(out, (a, b)) if out.dtype != a.dtype else out


def rows(x):
    """Return x with all axes but the last made into one."""
    return x if len(x.shape) == 2 else x.reshape((math.prod(x.shape[:-1]), x.shape[-1]))


@primitive(
    x=lambda g, weight: g @ weight,
    weight=lambda g, x: rows(g).mT @ rows(x),
    bias=lambda g: np.add.reduce(rows(g), axis=0),
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
    if bias is None:
        return out
    if out.dtype != bias.dtype:
        return promoted(out + bias, (out, bias))
    out += bias
    return out
