"""The softmax of attention, in which a query may have no key."""

import numpy as np

from ..core.primitive import primitive


@primitive(x=lambda g, out, axis: out * (g - np.add.reduce(g * out, axis=axis, keepdims=True)))
def softmax_or_zero(x, *, axis):
    """exp(x) / sum exp(x) along ``axis``; where all x are -inf there is nothing to choose from, and all are 0."""
    if not x.size:
        return x.copy()
    top = np.maximum.reduce(x, axis=axis, keepdims=True)
    none = top == -np.inf
    powers = np.exp(x - np.where(none, x.dtype.type(0), top))
    powers /= np.add.reduce(powers, axis=axis, keepdims=True) + none
    return powers
