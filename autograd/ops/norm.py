"""Norms of vectors."""

import math

import numpy as np

from ..core.primitive import primitive
from ..core.sums import total, wide
from .elementwise import keep
from .reduction import kept


def _vector_norm(g, x, out, ord, axis):
    shape = kept(x.shape, axis)
    g, out = g.reshape(shape), out.reshape(shape)
    if ord == 0:
        return np.zeros_like(x)
    if ord == 1:
        return g * np.sign(x)
    if math.isinf(ord):
        greatest = (np.abs(x) == out) | (x != x)
        ties = np.add.reduce(greatest, axis=axis, keepdims=True).astype(x.dtype)
        return keep(np.sign(x) * (g / ties), greatest)
    g, size = keep(g, out != 0), out + (out == 0)
    if ord == 2:
        return g / size * x
    ratio = x / size
    nonzero = ratio != 0
    return g * np.sign(ratio) * keep((np.abs(ratio) + ~nonzero) ** (ord - 1), nonzero)


@primitive(x=_vector_norm)
def vector_norm(x, *, ord=2, axis=None, keepdims=False):
    """(sum |x|^ord)^(1/ord); for inf the greatest |x|, for -inf the least, for 0 the number of nonzero elements.

    Greatest elements that tie share the gradient evenly. The gradient is 0 where the norm is, and with
    ord < 2 for elements that are 0.
    """
    if x.dtype == np.float16:
        return vector_norm(wide(x), ord=ord, axis=axis, keepdims=keepdims).astype(x.dtype)
    if ord == 2:
        if isinstance(axis, int) and not keepdims and x.ndim:
            return np.sqrt(np.vecdot(x, x, axis=axis))
        return np.sqrt(total(x * x, axis, None, keepdims))
    size = np.abs(x)
    if math.isinf(ord):
        reduce = np.maximum.reduce if ord > 0 else np.minimum.reduce
        return reduce(size, axis=axis, keepdims=keepdims)
    if ord == 0:
        return np.add.reduce(x != 0, axis=axis, keepdims=keepdims, dtype=x.dtype)
    if ord == 1:
        return total(size, axis, None, keepdims)
    with np.errstate(divide="ignore"):  # a negative power of 0 is infinite, and the norm 0
        return total(size**ord, axis, None, keepdims) ** (1 / ord)
