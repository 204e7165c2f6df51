"""Softmax and its logarithm, computed from x - max(x), so that no input overflows.

Their pullbacks are ops too: with one new array instead of three, they take half the time on large arrays.
"""

import numpy as np

from ..core.primitive import primitive
from ..core.sums import wide
from .reduction import amax, keepdims_shape, sum


@primitive(x=lambda g, out, axis: log_softmax_pullback(g, out, axis=axis))
def log_softmax(x, *, axis):
    """x - log sum exp(x) along ``axis``."""
    if not x.size:  # no elements have no maximum
        return x.copy()
    shifted = wide(x)
    shifted = shifted - amax(shifted, axis, keepdims=True)
    shifted -= np.log(sum(np.exp(shifted), axis, keepdims=True))
    return shifted.astype(x.dtype, copy=False)


@primitive(
    upstream=lambda g, y, axis: g - sum(g * np.exp(y), axis, keepdims=True),
    y=lambda g, upstream, y, axis: -g * np.exp(y) * sum(upstream, axis, keepdims=True),
)
def log_softmax_pullback(upstream, y, *, axis):
    """upstream - exp(y) sum(upstream)."""
    out = np.exp(y)
    out *= sum(upstream, axis, keepdims=True)
    return np.subtract(upstream, out, out=out) if out.ndim else upstream - out


@primitive(x=lambda g, out, axis: softmax_pullback(g, out, axis=axis))
def softmax(x, *, axis):
    """exp(x) / sum exp(x) along ``axis``."""
    if not x.size:
        return x.copy()
    powers = wide(x)
    powers = powers - amax(powers, axis, keepdims=True)
    powers = np.exp(powers, out=powers) if powers.ndim else np.exp(powers)
    powers /= sum(powers, axis, keepdims=True)
    return powers.astype(x.dtype, copy=False)


@primitive(
    upstream=lambda g, y, axis: softmax_pullback(g, y, axis=axis),
    y=lambda g, upstream, y, axis: (
        g * (upstream - sum(upstream * y, axis, keepdims=True)) - upstream * sum(g * y, axis, keepdims=True)
    ),
)
def softmax_pullback(upstream, y, *, axis):
    """y (upstream - sum(upstream y))."""
    if axis in (-1, y.ndim - 1) and y.ndim:
        out = upstream - np.vecdot(upstream, y).reshape(keepdims_shape(y.shape, axis))
    else:
        out = upstream - sum(upstream * y, axis, keepdims=True)
    out *= y
    return out


@primitive(x=lambda g, out, axis: out * (g - np.add.reduce(g * out, axis=axis, keepdims=True)))
def softmax_or_zero(x, *, axis):
    """exp(x) / sum exp(x) along ``axis``; 0 where all x are -inf: in attention, a query may have no key."""
    if not x.size:
        return x.copy()
    top = np.maximum.reduce(x, axis=axis, keepdims=True)
    none = top == -np.inf
    powers = np.exp(x - np.where(none, x.dtype.type(0), top))
    powers /= np.add.reduce(powers, axis=axis, keepdims=True) + none
    return powers
