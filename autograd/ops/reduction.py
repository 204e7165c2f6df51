"""Functions that reduce an array along axes: ``axis`` is None for all, an int or a tuple; ``keepdims`` keeps size 1.

Ties of `amax` and `amin` share the gradient evenly; `max_along` and `min_along` give it to the element they pick.
"""

import math
from typing import Any, NamedTuple

import numpy as np

from ..primitive import primitive
from .elementwise import keep
from .shape import concatenate, reshape, stack, transpose


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
    return np.add.reduce(x, axis=axis, dtype=dtype, keepdims=keepdims)


@primitive(implements=np.mean, x=lambda g, x_shape, axis: spread(g / reduced(x_shape, axis), shape=x_shape, axis=axis))
def mean(x, axis=None, dtype=None, *, keepdims=False):
    """Mean."""
    return _over(np.add.reduce(x, axis=axis, dtype=dtype, keepdims=keepdims), reduced(x.shape, axis))


@primitive(implements=np.prod, x=lambda g, x, axis: spread(g, shape=x.shape, axis=axis) * others(x, axis))
def prod(x, axis=None, dtype=None, *, keepdims=False):
    """Product. The gradient, the product of all other elements, is exact with any number of zeros."""
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
    left, right = rows[:, 0::2], rows[:, 1::2]
    outside = _others(left * right)
    return stack(outside * right, outside * left, axis=2).reshape(rows.shape)[:, :n]


@primitive(
    implements=np.var,
    x=lambda g, x, axis, correction: spread(g, shape=x.shape, axis=axis) * _variance_slope(x, axis, correction),
)
def var(x, axis=None, *, correction=0, keepdims=False):
    """Variance: sum (x - mean)² / (n - correction)."""
    centered = x - mean(x, axis, keepdims=True)
    total = np.add.reduce(centered * centered, axis=axis, keepdims=keepdims)
    return _over(total, reduced(x.shape, axis) - correction)


def _variance_slope(x, axis, correction):
    return _over(2 * (x - mean(x, axis, keepdims=True)), reduced(x.shape, axis) - correction)


def _over(total, count):
    """Return total / count; the mean of nothing, and a variance without degrees of freedom, is NaN or infinite."""
    if count > 0:
        return total / count
    with np.errstate(divide="ignore", invalid="ignore"):
        return total / 0


@primitive(
    implements=np.std,
    x=lambda g, x, out, axis, correction: (
        spread(_half_over(g, out), shape=x.shape, axis=axis) * _variance_slope(x, axis, correction)
    ),
)
def std(x, axis=None, *, correction=0, keepdims=False):
    """Standard deviation: the square root of `var`. At 0, for a constant, the gradient is 0."""
    return np.sqrt(var(x, axis, correction=correction, keepdims=keepdims))


def _half_over(g, out):
    return keep(g, out != 0) / (2 * (out + (out == 0)))


@primitive(implements=np.max, x=lambda g, x, out, axis: _to_extremes(g, x, out, axis))
def amax(x, axis=None, *, keepdims=False):
    """Maximum; elements that tie share the gradient evenly."""
    return np.maximum.reduce(x, axis=axis, keepdims=keepdims)


@primitive(implements=np.min, x=lambda g, x, out, axis: _to_extremes(g, x, out, axis))
def amin(x, axis=None, *, keepdims=False):
    """Minimum; elements that tie share the gradient evenly."""
    return np.minimum.reduce(x, axis=axis, keepdims=keepdims)


def _to_extremes(g, x, out, axis):
    there = x == reshape(out, shape=kept(x.shape, axis))
    there = there | (x != x)  # the maximum of an array with NaN is NaN
    ties = np.add.reduce(there, axis=axis, keepdims=True).astype(x.dtype)
    return keep(spread(g, shape=x.shape, axis=axis) / ties, there)


class Extremes(NamedTuple):
    """Values along an axis and the indices at which they were found."""

    values: Any
    indices: Any


@primitive(outputs=Extremes, x=lambda g, x_shape, out, axis: put_along(g.values, out.indices, axis=axis, shape=x_shape))
def max_along(x, *, axis, keepdims=False):
    """Maximum along an axis, and the index of the first element that has it."""
    return _along(x, np.argmax(x, axis=axis, keepdims=True), axis, keepdims)


@primitive(outputs=Extremes, x=lambda g, x_shape, out, axis: put_along(g.values, out.indices, axis=axis, shape=x_shape))
def min_along(x, *, axis, keepdims=False):
    """Minimum along an axis, and the index of the first element that has it."""
    return _along(x, np.argmin(x, axis=axis, keepdims=True), axis, keepdims)


def _along(x, indices, axis, keepdims):
    values = x[_at(indices, axis, x.shape)] if x.ndim else x
    if (keepdims and x.ndim) or not x.ndim:
        return Extremes(values, indices)
    return Extremes(values.squeeze(axis), indices.squeeze(axis))


@primitive(values=lambda g, indices, axis, shape: take_along(g, indices, axis=axis))
def put_along(values, indices, *, axis, shape):
    """Zeros of ``shape``, with ``values`` at one index along ``axis``: the adjoint of `take_along`."""
    out = np.zeros_like(values, shape=shape, order="C")
    if not shape:
        return values + out
    out[_at(indices, axis, shape)] = values.reshape(kept(shape, axis))
    return out


@primitive(x=lambda g, x_shape, indices, axis: put_along(g, indices, axis=axis, shape=x_shape))
def take_along(x, indices, *, axis):
    """The elements at one index along ``axis``, which is dropped where ``indices`` has no such axis."""
    if not x.ndim:
        return x
    return x[_at(indices, axis, x.shape)].reshape(indices.shape)


def _at(indices, axis, shape):
    """Return the index of one element along ``axis`` for every position of the other axes (np.take_along_axis takes
    twice as long)."""
    axis %= len(shape)
    grid = [
        None if i == axis else np.arange(n).reshape((n,) + (1,) * (len(shape) - 1 - i)) for i, n in enumerate(shape)
    ]
    grid[axis] = indices.reshape(kept(shape, axis))
    return tuple(grid)


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
