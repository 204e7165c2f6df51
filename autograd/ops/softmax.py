"""Softmax and its logarithm, computed from x - max(x), so that no input overflows."""

import numpy as np

from ..primitive import primitive


@primitive(x=lambda g, out, axis: g - np.exp(out) * np.add.reduce(g, axis=axis, keepdims=True))
def log_softmax(x, *, axis):
    """x - log sum exp(x) along ``axis``."""
    if not x.size:  # no elements have no maximum
        return x.copy()
    shifted = x - np.maximum.reduce(x, axis=axis, keepdims=True)
    shifted -= np.log(np.add.reduce(np.exp(shifted), axis=axis, keepdims=True))
    return shifted


@primitive(x=lambda g, out, axis: out * (g - np.add.reduce(g * out, axis=axis, keepdims=True)))
def softmax(x, *, axis):
    """exp(x) / sum exp(x) along ``axis``."""
    if not x.size:
        return x.copy()
    powers = np.exp(x - np.maximum.reduce(x, axis=axis, keepdims=True))
    powers /= np.add.reduce(powers, axis=axis, keepdims=True)
    return powers
