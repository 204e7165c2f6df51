"""Medians and modes: elements that stand for the others, with the indices where they were found.

The median of an even number of elements is the lower of the two in the middle, as PyTorch has it.
"""

import numpy as np

from ..core.primitive import primitive
from .reduction import Picked, picked, put_along, to_extremes


@primitive(x=lambda g, x, out: to_extremes(g, x, out, None))
def median(x):
    """Median of all elements, NaN if there are none or NaN among them; elements that tie share the gradient evenly."""
    if not x.size:
        return np.full_like(x, np.nan, shape=())
    return median_along(x.reshape(-1), axis=0).values


@primitive(outputs=Picked, x=lambda g, x_shape, out, axis: put_along(g.values, out.indices, axis, x_shape))
def median_along(x, *, axis, keepdims=False):
    """Median along an axis; the first NaN if there is one. Of elements that tie it is the one in the middle."""
    if not x.ndim:
        return Picked(x.copy(), np.zeros((), np.int64))
    k = (x.shape[axis] - 1) // 2
    indices = _ranked(x, np.full(_kept(x, axis), k), np.partition(x, k, axis), axis)
    if x.dtype.kind == "f":
        missing = np.isnan(x)
        indices = np.where(missing.any(axis, keepdims=True), missing.argmax(axis, keepdims=True), indices)
    return picked(x, indices, axis, keepdims)


@primitive(outputs=Picked, x=lambda g, x_shape, out, axis: put_along(g.values, out.indices, axis, x_shape))
def nanmedian_along(x, *, axis, keepdims=False):
    """Median along an axis of what is not NaN; NaN and the index 0 if all are."""
    if not x.ndim:
        return Picked(x.copy(), np.zeros((), np.int64))
    count = x.shape[axis] - np.isnan(x).sum(axis, keepdims=True)
    return picked(x, _ranked(x, np.maximum(count - 1, 0) // 2, np.sort(x, axis), axis), axis, keepdims)


def _kept(x, axis):
    return tuple([1 if i == axis % x.ndim else n for i, n in enumerate(x.shape)])


def _ranked(x, k, ordered, axis):
    """Return where the element of rank ``k`` along an axis is; equal elements rank in the order of their indices."""
    value = np.take_along_axis(ordered, k, axis)
    same = x == value
    turn = k - np.add.reduce(x < value, axis=axis, keepdims=True)  # among the elements that tie
    if turn.any():
        same &= np.add.accumulate(same, axis) == turn + 1
    return same.argmax(axis, keepdims=True)


@primitive(outputs=Picked, x=lambda g, x_shape, out, axis: put_along(g.values, out.indices, axis, x_shape))
def mode_along(x, *, axis, keepdims=False):
    """The most frequent element along an axis, the smallest one of several, and the index of its last occurrence."""
    if not x.ndim:
        return Picked(x.copy(), np.zeros((), np.int64))
    ordered = np.moveaxis(np.sort(x, axis), axis, -1)
    # The length so far of the run of equal elements that each one is in: the longest ends at the mode.
    places = np.arange(x.shape[axis])
    starts = np.ones(ordered.shape, bool)
    np.not_equal(ordered[..., 1:], ordered[..., :-1], out=starts[..., 1:])
    runs = places - np.maximum.accumulate(np.where(starts, places, 0), -1)
    value = np.moveaxis(np.take_along_axis(ordered, runs.argmax(-1, keepdims=True), -1), -1, axis)
    last_first = np.flip(x == value, axis)
    return picked(x, np.maximum(x.shape[axis] - 1 - last_first.argmax(axis, keepdims=True), 0), axis, keepdims)


# Results without a gradient: counts and indices.


@primitive
def bincount(x, *, minlength=0):
    """How often each of 0, 1, ... occurs in a vector of integers."""
    return np.bincount(x, minlength=minlength)


@primitive(outputs=tuple)
def groups(rows, *, ordered=True):
    """The groups of equal rows of a matrix: the index of the first row of each, the group of each row, the sizes.

    Groups are in the order of their rows, or if not ``ordered`` made of rows in succession. NaN equals nothing.
    """
    n = len(rows)
    order = np.lexsort(rows.T[::-1]) if ordered else np.arange(n)
    arranged = rows[order]
    starts = np.ones(n, bool)
    np.logical_or.reduce(arranged[1:] != arranged[:-1], axis=1, out=starts[1:])
    inverse = np.empty(n, np.int64)
    inverse[order] = np.cumsum(starts) - 1
    return order[starts], inverse, np.diff(np.flatnonzero(np.append(starts, True)))


@primitive(outputs=tuple)
def histogram(x, weights=None, *, bins, range=None, density=False):
    """The number of elements in each bin, or their ``weights``, and the edges of the bins, both in the dtype of x."""
    counts, edges = np.histogram(x, bins, range, density, None if weights is None else weights.reshape(-1))
    return counts.astype(x.dtype), edges.astype(x.dtype)
