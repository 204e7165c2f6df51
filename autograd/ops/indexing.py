"""Indexing, and its adjoint: reading elements at an index, and adding elements at an index into zeros."""

import math

import numpy as np

from ..primitive import primitive, unbroadcast
from .elementwise import keep


@primitive(x=lambda g, x_shape, index: place(g, index=index, shape=x_shape))
def getitem(x, *, index):
    """x[index], for any index that NumPy takes."""
    out = x[index]
    if isinstance(out, np.generic):  # one element: a view too, so that x[0].add_(1) changes x
        out = x[(*index, ...)] if isinstance(index, tuple) else x[index, ...]
    return out


@primitive(values=lambda g, values_shape, index: unbroadcast(getitem(g, index=index), values_shape))
def place(values, *, index, shape):
    """Zeros of ``shape`` with ``values``, broadcast, added at ``index``; where an index repeats, its values add up."""
    out = np.zeros_like(values, shape=shape, order="C")
    if not _may_repeat(index):
        out[index] = values
    elif isinstance(index, np.ndarray) and out.ndim == 1:
        np.add.at(out, index, values)
    else:  # in one dimension np.add.at is an order of magnitude faster
        places = np.arange(out.size).reshape(shape)[index]
        np.add.at(out.reshape(-1), places.reshape(-1), np.broadcast_to(values, places.shape).reshape(-1))
    return out


def _may_repeat(index):
    return any(
        isinstance(part, np.ndarray) and part.dtype.kind in "iu" and part.size > 1
        for part in (index if isinstance(index, tuple) else (index,))
    )


@primitive(
    x=lambda g, index: setitem(g, 0.0, index=index),
    value=lambda g, value_shape, x_shape, index: _assigned(g, value_shape, x_shape, index),
)
def setitem(x, value, *, index):
    """A copy of x in which x[index] is ``value``; where an index repeats, the last value stays."""
    out = x.copy()
    out[index] = value
    return out


def _assigned(g, value_shape, x_shape, index):
    gradient = getitem(g, index=index)
    if _may_repeat(index):
        turns = np.arange(math.prod(gradient.shape)).reshape(gradient.shape)
        last = np.zeros(x_shape, turns.dtype)
        last[index] = turns
        gradient = keep(gradient, last[index] == turns)
    inner = value_shape[max(len(value_shape) - len(gradient.shape), 0) :]  # NumPy drops leading axes of size 1
    return unbroadcast(gradient, inner).reshape(value_shape)
