"""Functions that reduce an array along axes: ``axis`` is an int, a tuple, or None for all; ``keepdims`` keeps size 1.

`amax` and `amin` share the gradient evenly among elements that tie; `max_along` and `min_along` give it to the element
that they pick.
"""

import math
from typing import Generic, NamedTuple

import numpy as np

from ..core.op import T
from ..core.primitive import primitive
from ..core.sums import total, wide
from .elementwise import keep
from .indexing import along, put
from .shape import concatenate, reshape, transpose


def keepdims_shape(shape, axis):
    """Return ``shape`` with size 1 along ``axis``: the shape of a reduction with keepdims."""
    if axis is None:
        return (1,) * len(shape)
    axes = [a % (len(shape) or 1) for a in ((axis,) if isinstance(axis, int) else axis)]
    return tuple([1 if i in axes else n for i, n in enumerate(shape)])


def count(shape, axis):
    """Return how many elements of an array of ``shape`` become one when it is reduced along ``axis``."""
    if axis is None or not shape:
        return math.prod(shape)
    return shape[axis] if isinstance(axis, int) else math.prod([shape[a] for a in axis])


@primitive(x=lambda g, x_shape, axis: sum(g, axis, keepdims=True).reshape(x_shape))
def spread(x, *, shape, axis):
    """A reduced array, repeated along the axes that it was reduced over: the adjoint of `sum`."""
    out = np.empty_like(x, shape=shape, order="C")
    out[...] = x if axis is None else x.reshape(keepdims_shape(shape, axis))
    return out


@primitive(implements=np.sum, x=lambda g, x_shape, axis: spread(g, shape=x_shape, axis=axis))
def sum(x, axis=None, dtype=None, *, keepdims=False):
    """Sum."""
    return total(x, axis, dtype, keepdims)


def _mean_x(g, x_shape, axis):
    return spread(wide(g) / max(count(x_shape, axis), 1), shape=x_shape, axis=axis)


@primitive(implements=np.mean, x=_mean_x)
def mean(x, axis=None, dtype=None, *, keepdims=False):
    """Mean."""
    out = _over(total(wide(x) if dtype is None else x, axis, dtype, keepdims), count(x.shape, axis))
    return out.astype(x.dtype) if x.dtype == np.float16 and dtype is None else out


@primitive(implements=np.prod, x=lambda g, x, axis: spread(g, shape=x.shape, axis=axis) * others(x, axis))
def prod(x, axis=None, dtype=None, *, keepdims=False):
    """Product. The gradient of an element, the product of all others, is exact with any number of zeros."""
    if x.dtype == np.float16 and dtype is None:
        return np.multiply.reduce(wide(x), axis=axis, keepdims=keepdims).astype(x.dtype)
    return np.multiply.reduce(x, axis=axis, dtype=dtype, keepdims=keepdims)


def others(x, axis):
    """Return, for each element, the product of the others along ``axis``: without division, so zeros do no harm."""
    axes = tuple(range(len(x.shape))) if axis is None else (axis,) if isinstance(axis, int) else tuple(axis)
    axes = tuple(a % (len(x.shape) or 1) for a in axes) if x.shape else ()
    rest = tuple(i for i in range(len(x.shape)) if i not in axes)
    order = rest + axes
    moved = transpose(x, axes=order)
    rows = moved.reshape((math.prod(x.shape[i] for i in rest), math.prod(x.shape[i] for i in axes)))
    back = tuple(sorted(range(len(order)), key=order.__getitem__))
    return transpose(_others_in_rows(rows).reshape(moved.shape), axes=back)


def _others_in_rows(rows):
    # A tree of products, log2(n) levels of multiplications, so that derivatives of any order are exact too.
    n = rows.shape[1]
    if n <= 1:
        return np.ones_like(rows)
    if n % 2:
        rows = concatenate(rows, np.ones_like(rows[:, :1]), axis=1)
    half = rows.shape[1] // 2
    left, right = rows[:, :half], rows[:, half:]
    outside = _others_in_rows(left * right)
    return concatenate(outside * right, outside * left, axis=1)[:, :n]


@primitive(
    implements=np.var,
    x=lambda g, x, axis, correction: g.reshape(keepdims_shape(x.shape, axis)) * _variance_slope(x, axis, correction),
)
def var(x, axis=None, *, correction=0, keepdims=False):
    """Variance: sum (x - mean)² / (n - correction)."""
    centered = _centered(x, axis)
    squares = total(centered * centered, axis, None, keepdims)
    return _over(squares, count(x.shape, axis) - correction).astype(x.dtype, copy=False)


def _centered(x, axis):
    x = wide(x)
    return x - mean(x, axis, keepdims=True)


def _variance_slope(x, axis, correction):
    return _over(2 * _centered(x, axis), count(x.shape, axis) - correction)


def _over(sums, number):
    """Return sums / number; the mean of nothing, and a variance without degrees of freedom, are NaN or infinite."""
    if number > 0:
        return sums / number
    with np.errstate(divide="ignore", invalid="ignore"):
        return sums / 0


@primitive(
    implements=np.std,
    x=lambda g, x, out, axis, correction: (
        _half_over(g, out).reshape(keepdims_shape(x.shape, axis)) * _variance_slope(x, axis, correction)
    ),
)
def std(x, axis=None, *, correction=0, keepdims=False):
    """Standard deviation: the square root of `var`. The gradient is 0 where it is 0, as for a constant."""
    return np.sqrt(var(x, axis, correction=correction, keepdims=keepdims))


def _half_over(g, out):
    return keep(g, out != 0) / (2 * (out + (out == 0)))


@primitive(implements=np.max, x=lambda g, x, out, axis: to_extremes(g, x, out, axis))
def amax(x, axis=None, *, keepdims=False):
    """Maximum; elements that tie share the gradient evenly."""
    return _reduce(np.maximum, np.argmax, x, axis, keepdims)


@primitive(implements=np.min, x=lambda g, x, out, axis: to_extremes(g, x, out, axis))
def amin(x, axis=None, *, keepdims=False):
    """Minimum; elements that tie share the gradient evenly."""
    return _reduce(np.minimum, np.argmin, x, axis, keepdims)


def _reduce(ufunc, find, x, axis, keepdims):
    """Return ufunc.reduce(x, axis); along a last axis that is short, in a third of the time or less."""
    n = x.shape[-1] if x.ndim else 0
    if axis not in (-1, x.ndim - 1) or not 0 < n < 1000 or x.size < 256 or not x.flags.c_contiguous:
        return ufunc.reduce(x, axis=axis, keepdims=keepdims)
    rows = x.reshape((-1, n))
    if n <= 32:
        out = ufunc.reduce(rows.T.copy(), axis=0)  # vectorized over the rows
    elif x.dtype.itemsize >= 4:
        out = rows.reshape(-1)[find(rows, axis=1) + np.arange(0, x.size, n)]
    else:
        return ufunc.reduce(x, axis=axis, keepdims=keepdims)
    return out.reshape((*x.shape[:-1], 1) if keepdims else x.shape[:-1])


def to_extremes(g, x, out, axis):
    """Return the gradient of x, given that of ``out``: the elements of x that are equal to ``out`` share it evenly."""
    shape = keepdims_shape(x.shape, axis)
    there = (x == reshape(out, shape=shape)) | (x != x)  # the maximum of an array with NaN is NaN
    ties = np.add.reduce(there, axis=axis, keepdims=True).astype(x.dtype)
    return keep(g.reshape(shape) / ties, there)


@primitive(
    x=lambda g, x, out, axis: (
        g.reshape(keepdims_shape(x.shape, axis)) * np.exp(x - out.reshape(keepdims_shape(x.shape, axis)))
    )
)
def logsumexp(x, axis=None, *, keepdims=False):
    """log sum exp(x), without overflow."""
    shifted = wide(x)
    if shifted.size:
        greatest = amax(shifted, axis, keepdims=True)
        greatest = np.where(np.isfinite(greatest), greatest, 0)
        shifted = shifted - greatest
    with np.errstate(divide="ignore"):  # log 0, where there is nothing to add up, or only exp(-inf)
        out = np.log(total(np.exp(shifted), axis, None, keepdims))
    if shifted.size:
        out = out + greatest.reshape(out.shape)
    return out.astype(x.dtype, copy=False)


class Picked(NamedTuple, Generic[T]):
    """Elements that were picked along an axis, and their indices."""

    values: T
    indices: T


@primitive(outputs=Picked, x=lambda g, x_shape, out, axis: put_along(g.values, out.indices, axis, x_shape))
def max_along(x, *, axis, keepdims=False):
    """The maximum along an axis, and the index of the first element that has it."""
    return picked(x, np.argmax(x, axis=axis, keepdims=True), axis, keepdims)


@primitive(outputs=Picked, x=lambda g, x_shape, out, axis: put_along(g.values, out.indices, axis, x_shape))
def min_along(x, *, axis, keepdims=False):
    """The minimum along an axis, and the index of the first element that has it."""
    return picked(x, np.argmin(x, axis=axis, keepdims=True), axis, keepdims)


def picked(x, indices, axis, keepdims):
    """Return the elements at ``indices`` along an axis, and these indices; both lose the axis unless ``keepdims``."""
    if not x.ndim:
        return Picked(x.copy(), indices)
    whole = x.flags.c_contiguous  # in half the time
    values = x.take(along(indices, axis, x.shape)) if whole else np.take_along_axis(x, indices, axis)
    if keepdims:
        return Picked(values, indices)
    return Picked(values.squeeze(axis), indices.squeeze(axis))


def put_along(values, indices, axis, shape):
    """Return zeros of ``shape`` with ``values`` at ``indices`` along an axis: the gradient of what was `picked`."""
    if len(indices.shape) < len(shape):
        there = keepdims_shape(shape, axis)
        values, indices = values.reshape(there), indices.reshape(there)
    return put(values, positions=along(indices, axis, shape), shape=shape)


@primitive(implements=np.argmax)
def argmax(x, axis=None, *, keepdims=False):
    """The index of the maximum, in the flattened array for an axis of None."""
    return np.argmax(x, axis=axis, keepdims=keepdims)


@primitive(implements=np.argmin)
def argmin(x, axis=None, *, keepdims=False):
    """The index of the minimum, in the flattened array for an axis of None."""
    return np.argmin(x, axis=axis, keepdims=keepdims)


@primitive(implements=np.all)
def all(x, axis=None, *, keepdims=False):
    """Whether all elements are nonzero."""
    return np.logical_and.reduce(x, axis=axis, keepdims=keepdims)


@primitive(implements=np.any)
def any(x, axis=None, *, keepdims=False):
    """Whether any element is nonzero."""
    return np.logical_or.reduce(x, axis=axis, keepdims=keepdims)
