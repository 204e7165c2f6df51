"""Functions that reduce an array along axes: ``axis`` is None for all, an int or a tuple; ``keepdims`` keeps size 1.

Ties of `amax` and `amin` share the gradient evenly; `max_along` and `min_along` give it to the element they pick.
"""

import math
from typing import Any, NamedTuple

import numpy as np

from ..core.primitive import primitive
from ..core.sums import total, wide
from .elementwise import keep
from .indexing import along, put
from .shape import concatenate, reshape, transpose


def kept(shape, axis):
    """Return ``shape`` with size 1 along ``axis``: that of a reduction with keepdims."""
    if axis is None:
        return (1,) * len(shape)
    axes = [a % (len(shape) or 1) for a in ((axis,) if isinstance(axis, int) else axis)]
    return tuple([1 if i in axes else n for i, n in enumerate(shape)])


def reduced(shape, axis):
    """Return how many elements of an array of ``shape`` become one."""
    if axis is None:
        return math.prod(shape)
    return math.prod([n for n, k in zip(shape, kept(shape, axis), strict=True) if k != n])


@primitive(x=lambda g, x_shape, axis: sum(g, axis, keepdims=True).reshape(x_shape))
def spread(x, *, shape, axis):
    """A reduced array, repeated along the axes it was reduced over: the adjoint of `sum`."""
    out = np.empty_like(x, shape=shape, order="C")
    out[...] = x if axis is None else x.reshape(kept(shape, axis))
    return out


@primitive(implements=np.sum, x=lambda g, x_shape, axis: spread(g, shape=x_shape, axis=axis))
def sum(x, axis=None, dtype=None, *, keepdims=False):
    """Sum."""
    return total(x, axis, dtype, keepdims)


def _mean_x(g, x_shape, axis):
    return spread(wide(g) / max(reduced(x_shape, axis), 1), shape=x_shape, axis=axis)


@primitive(implements=np.mean, x=_mean_x)
def mean(x, axis=None, dtype=None, *, keepdims=False):
    """Mean."""
    out = _over(total(wide(x) if dtype is None else x, axis, dtype, keepdims), reduced(x.shape, axis))
    return out.astype(x.dtype) if x.dtype == np.float16 and dtype is None else out


@primitive(implements=np.prod, x=lambda g, x, axis: spread(g, shape=x.shape, axis=axis) * others(x, axis))
def prod(x, axis=None, dtype=None, *, keepdims=False):
    """Product. The gradient, the product of all other elements, is exact with any number of zeros."""
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
    return transpose(_others(rows).reshape(moved.shape), axes=back)


def _others(rows):
    # A tree of products: log2(n) levels of multiplications, so that derivatives of any order are exact as well.
    n = rows.shape[1]
    if n <= 1:
        return np.ones_like(rows)
    if n % 2:
        rows = concatenate(rows, np.ones_like(rows[:, :1]), axis=1)
    half = rows.shape[1] // 2
    left, right = rows[:, :half], rows[:, half:]
    outside = _others(left * right)
    return concatenate(outside * right, outside * left, axis=1)[:, :n]


@primitive(
    implements=np.var,
    x=lambda g, x, axis, correction: g.reshape(kept(x.shape, axis)) * _variance_slope(x, axis, correction),
)
def var(x, axis=None, *, correction=0, keepdims=False):
    """Variance: sum (x - mean)² / (n - correction)."""
    centered = _centered(x, axis)
    squares = total(centered * centered, axis, None, keepdims)
    return _over(squares, reduced(x.shape, axis) - correction).astype(x.dtype, copy=False)


def _centered(x, axis):
    x = wide(x)
    return x - mean(x, axis, keepdims=True)


def _variance_slope(x, axis, correction):
    return _over(2 * _centered(x, axis), reduced(x.shape, axis) - correction)


def _over(sums, count):
    """Return sums / count; the mean of nothing, and a variance without degrees of freedom, is NaN or infinite."""
    if count > 0:
        return sums / count
    with np.errstate(divide="ignore", invalid="ignore"):
        return sums / 0


@primitive(
    implements=np.std,
    x=lambda g, x, out, axis, correction: (
        _half_over(g, out).reshape(kept(x.shape, axis)) * _variance_slope(x, axis, correction)
    ),
)
def std(x, axis=None, *, correction=0, keepdims=False):
    """Standard deviation: the square root of `var`. At 0, for a constant, the gradient is 0."""
    return np.sqrt(var(x, axis, correction=correction, keepdims=keepdims))


def _half_over(g, out):
    return keep(g, out != 0) / (2 * (out + (out == 0)))


@primitive(implements=np.max, x=lambda g, x, out, axis: to_extremes(g, x, out, axis))
def amax(x, axis=None, *, keepdims=False):
    """Maximum; elements that tie share the gradient evenly."""
    return _extreme(np.maximum, np.argmax, x, axis, keepdims)


@primitive(implements=np.min, x=lambda g, x, out, axis: to_extremes(g, x, out, axis))
def amin(x, axis=None, *, keepdims=False):
    """Minimum; elements that tie share the gradient evenly."""
    return _extreme(np.minimum, np.argmin, x, axis, keepdims)


def _extreme(ufunc, find, x, axis, keepdims):
    """ufunc.reduce; along a last axis that is short, in a third of its time or less."""
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
    """Return the gradient of x for one that went to its elements equal to ``out``: divided evenly among them."""
    there = x == reshape(out, shape=kept(x.shape, axis))
    there = there | (x != x)  # the maximum of an array with NaN is NaN
    ties = np.add.reduce(there, axis=axis, keepdims=True).astype(x.dtype)
    return keep(g.reshape(kept(x.shape, axis)) / ties, there)


@primitive(x=lambda g, x, out, axis: g.reshape(kept(x.shape, axis)) * np.exp(x - out.reshape(kept(x.shape, axis))))
def logsumexp(x, axis=None, *, keepdims=False):
    """log sum exp(x), without overflow."""
    shifted = wide(x)
    if shifted.size:
        greatest = amax(shifted, axis, keepdims=True)
        greatest = np.where(np.isfinite(greatest), greatest, 0)
        shifted = shifted - greatest
    with np.errstate(divide="ignore"):  # log 0: the sum of nothing, or of infinitely small numbers
        out = np.log(total(np.exp(shifted), axis, None, keepdims))
    if shifted.size:
        out = out + greatest.reshape(out.shape)
    return out.astype(x.dtype, copy=False)


class Picked(NamedTuple):
    """Elements along an axis, and the indices at which they were."""

    values: Any
    indices: Any


@primitive(outputs=Picked, x=lambda g, x_shape, out, axis: put_along(g.values, out.indices, axis, x_shape))
def max_along(x, *, axis, keepdims=False):
    """Maximum along an axis, and the index of the first element that has it."""
    return picked(x, np.argmax(x, axis=axis, keepdims=True), axis, keepdims)


@primitive(outputs=Picked, x=lambda g, x_shape, out, axis: put_along(g.values, out.indices, axis, x_shape))
def min_along(x, *, axis, keepdims=False):
    """Minimum along an axis, and the index of the first element that has it."""
    return picked(x, np.argmin(x, axis=axis, keepdims=True), axis, keepdims)


def picked(x, indices, axis, keepdims):
    """Return the elements at indices along an axis, with the indices; without the axis unless ``keepdims``."""
    if not x.ndim:
        return Picked(x.copy(), indices)
    whole = x.flags.c_contiguous  # then in half the time
    values = x.take(along(indices, axis, x.shape)) if whole else np.take_along_axis(x, indices, axis)
    if keepdims:
        return Picked(values, indices)
    return Picked(values.squeeze(axis), indices.squeeze(axis))


def put_along(values, indices, axis, shape):
    """Return zeros of ``shape``, with ``values`` at one index along an axis: the gradient of what was `picked`."""
    there = kept(shape, axis)
    positions = along(indices.reshape(there), axis, shape)
    return put(values.reshape(there), positions=positions, shape=shape)


@primitive(implements=np.argmax)
def argmax(x, axis=None, *, keepdims=False):
    """Index of the maximum."""
    return np.argmax(x, axis=axis, keepdims=keepdims)


@primitive(implements=np.argmin)
def argmin(x, axis=None, *, keepdims=False):
    """Index of the minimum."""
    return np.argmin(x, axis=axis, keepdims=keepdims)


@primitive(implements=np.all)
def all(x, axis=None, *, keepdims=False):
    """Whether all elements are nonzero."""
    return np.logical_and.reduce(x, axis=axis, keepdims=keepdims)


@primitive(implements=np.any)
def any(x, axis=None, *, keepdims=False):
    """Whether any element is nonzero."""
    return np.logical_or.reduce(x, axis=axis, keepdims=keepdims)
