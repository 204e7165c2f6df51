"""Orders along an axis, with the indices at which the elements were: the gradient goes back to these.

NaN is greater than all other numbers.
"""

import math

import numpy as np

from ..core.primitive import primitive
from .indexing import along, on_axis
from .reduction import Picked, picked, put_along


@primitive(outputs=Picked, x=lambda g, x_shape, out, axis: put_along(g.values, out.indices, axis, x_shape))
def sort(x, *, axis, descending=False, stable=False):
    """The elements in order; if ``stable``, equal elements keep theirs."""
    return picked(x, _order(x, axis, descending, stable), axis, True)


@primitive
def argsort(x, *, axis, descending=False, stable=False):
    """The indices that `sort` returns."""
    return _order(x, axis, descending, stable)


def _order(x, axis, descending, stable):
    if not x.ndim:
        return np.zeros((), np.int64)
    kind = "stable" if stable else None
    if not descending:
        return x.argsort(axis, kind=kind)
    backwards = (slice(None),) * (axis % x.ndim) + (slice(None, None, -1),)
    if stable:  # in the reversed array the last of equal elements comes first, so that in the end it is last again
        return np.ascontiguousarray(x.shape[axis] - 1 - x[backwards].argsort(axis, kind=kind)[backwards])
    return np.ascontiguousarray(x.argsort(axis)[backwards])


@primitive(outputs=Picked, x=lambda g, x_shape, out, axis: put_along(g.values, out.indices, axis, x_shape))
def topk(x, *, k, axis, largest=True, sorted=True):
    """The k largest or smallest elements; if ``sorted``, in order from the most extreme one."""
    if not x.ndim:
        return Picked(x.copy(), np.zeros((), np.int64))
    axis %= x.ndim
    if x.shape[axis] <= 256:  # sorting takes no longer than a partition
        order = _order(x, axis, largest, stable=False)
        return picked(x, np.ascontiguousarray(order[(slice(None),) * axis + (slice(k),)]), axis, True)
    values, indices = picked(x, np.ascontiguousarray(_most_extreme(x, k, axis, largest)), axis, True)
    if not sorted:
        return Picked(values, indices)
    order = along(_order(values, axis, largest, stable=False), axis, values.shape)
    return Picked(values.take(order), indices.take(order))


def _most_extreme(x, k, axis, largest):
    """Return the indices of the k largest or smallest elements, in any order."""
    n, before, behind = x.shape[axis], x.shape[:axis], x.shape[axis + 1 :]
    size = math.isqrt(n // k) if k else 0
    if size < 8 or x.size < 8192:
        every = (slice(None),) * axis
        if k in (0, n):
            return np.broadcast_to(on_axis(np.arange(n), axis, x.ndim), x.shape)[(*every, slice(k))]
        indices = x.argpartition(n - k if largest else k - 1, axis)
        return indices[(*every, slice(n - k, n) if largest else slice(k))]
    # They are in the k blocks with the most extreme elements, which are found faster than by a partition of everything.
    count = n // size
    blocks = x[(slice(None),) * axis + (slice(size * count),)].reshape((*before, size, count, *behind))
    best = _most_extreme((np.maximum if largest else np.fmin).reduce(blocks, axis), k, axis, largest)
    inside = np.expand_dims(best, axis) + on_axis(count * np.arange(size), axis, x.ndim + 1)
    rest = np.broadcast_to(on_axis(np.arange(size * count, n), axis, x.ndim), (*before, n - size * count, *behind))
    candidates = np.concatenate((inside.reshape((*before, size * k, *behind)), rest), axis)
    chosen = _most_extreme(x.take(along(candidates, axis, x.shape)), k, axis, largest)
    return candidates.take(along(chosen, axis, candidates.shape))


@primitive(outputs=Picked, x=lambda g, x_shape, out, axis: put_along(g.values, out.indices, axis, x_shape))
def kthvalue(x, *, k, axis, keepdims=False):
    """The k-th smallest element, counted from 1."""
    if not x.ndim:
        return Picked(x.copy(), np.zeros((), np.int64))
    axis %= x.ndim
    indices = x.argpartition(k - 1, axis)[(slice(None),) * axis + (slice(k - 1, k),)]
    return picked(x, np.ascontiguousarray(indices), axis, keepdims)


# Results without a gradient: positions and booleans.


@primitive(implements=np.argwhere)
def argwhere(x):
    """The indices of all elements that are not zero, a row for each."""
    return np.argwhere(x)


@primitive(implements=np.searchsorted)
def searchsorted(a, v, side="left", sorter=None):
    """Where to insert ``v`` into the last axis of ``a`` so that it stays sorted."""
    if np.ndim(a) == 1:
        return np.searchsorted(a, v, side, sorter)
    out = np.empty(v.shape, np.int64)
    for row in np.ndindex(a.shape[:-1]):
        out[row] = np.searchsorted(a[row], v[row], side, None if sorter is None else sorter[row])
    return out


@primitive(implements=np.isin)
def isin(element, test_elements, assume_unique=False, invert=False):
    """Whether each element is one of ``test_elements``."""
    return np.isin(element, test_elements, assume_unique, invert)
