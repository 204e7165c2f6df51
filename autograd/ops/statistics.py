"""Medians and modes: elements that stand for the others, with their indices; and counts.

The median of an even number of elements is the lower of the two in the middle, as in PyTorch.
"""

import numpy as np

from ..core.primitive import primitive
from .reduction import Picked, keepdims_shape, picked, put_along, to_extremes


@primitive(x=lambda g, x, out: to_extremes(g, x, out, None))
def median(x):
    """The median of all elements; NaN if one is NaN or there are none. Elements that tie share the gradient evenly."""
    if not x.size:
        return np.full_like(x, np.nan, shape=())
    return median_along(x.reshape(-1), axis=0).values


@primitive(outputs=Picked, x=lambda g, x_shape, out, axis: put_along(g.values, out.indices, axis, x_shape))
def median_along(x, *, axis, keepdims=False):
    """The median along an axis, or the first NaN there. Of elements that tie it is the one in the middle."""
    if not x.ndim:
        return Picked(x.copy(), np.zeros((), np.int64))
    k = (x.shape[axis] - 1) // 2
    indices = _ranked(x, np.full(keepdims_shape(x.shape, axis), k), np.partition(x, k, axis), axis)
    if x.dtype.kind == "f":
        missing = np.isnan(x)
        indices = np.where(missing.any(axis, keepdims=True), missing.argmax(axis, keepdims=True), indices)
    return picked(x, indices, axis, keepdims)


@primitive(outputs=Picked, x=lambda g, x_shape, out, axis: put_along(g.values, out.indices, axis, x_shape))
def nanmedian_along(x, *, axis, keepdims=False):
    """The median along an axis of what is not NaN; NaN and the index 0 where everything is."""
    if not x.ndim:
        return Picked(x.copy(), np.zeros((), np.int64))
    count = x.shape[axis] - np.isnan(x).sum(axis, keepdims=True)
    return picked(x, _ranked(x, np.maximum(count - 1, 0) // 2, np.sort(x, axis), axis), axis, keepdims)


def _ranked(x, k, ordered, axis):
    """Return the index of the element of rank ``k`` along an axis; equal elements are ranked by their indices."""
    value = np.take_along_axis(ordered, k, axis)
    same = x == value
    turn = k - np.add.reduce(x < value, axis=axis, keepdims=True)  # among the elements that tie
    if turn.any():
        same &= np.add.accumulate(same, axis) == turn + 1
    return same.argmax(axis, keepdims=True)


@primitive(outputs=Picked, x=lambda g, x_shape, out, axis: put_along(g.values, out.indices, axis, x_shape))
def mode_along(x, *, axis, keepdims=False):
    """The most frequent element along an axis, the smallest of several, and the index of its last occurrence."""
    if not x.ndim:
        return Picked(x.copy(), np.zeros((), np.int64))
    ordered = np.moveaxis(np.sort(x, axis), axis, -1)
    # For each element, the length so far of the run of equal elements it is in: the longest run ends at the mode.
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

    Groups are ordered by their rows; if not ``ordered``, they are the runs of equal rows. NaN equals nothing.
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
    """The number of elements in each bin, or the sum of their ``weights``, and the edges; both in the dtype of x."""
    counts, edges = np.histogram(x, bins, range, density, None if weights is None else weights.reshape(-1))
    return counts.astype(x.dtype), edges.astype(x.dtype)
