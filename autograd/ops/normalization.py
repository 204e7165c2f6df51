"""What normalizations are made of: values with mean 0 and variance 1, or with mean square 1, and a new scale for them.

Layer, batch, group, instance and RMS normalization differ only in the axes; `nn.functional` puts them together.
"""

from typing import NamedTuple

import numpy as np

from ..core.op import Value, unbroadcast
from ..core.primitive import elementwise, primitive
from ..core.sums import total
from .memory import by_rows
from .reduction import count, spread


def _count(shape, axis):
    return count(shape, axis) or 1  # nothing has no mean, but then no element asks for it


@primitive(x=lambda g, x_shape, axis: spread(g / _count(x_shape, axis), shape=x_shape, axis=axis))
def average(x, *, axis):
    """The mean along the axes ``axis``, a tuple in order, which keep size 1; for long axes, faster than `mean`."""
    number = _count(x.shape, axis)
    if axis[-1] == x.ndim - 1 and x.dtype.itemsize > 2:  # a matrix product sums rows in a quarter of the time
        x, axis = (x @ np.ones_like(x, shape=x.shape[-1:]))[..., np.newaxis], axis[:-1]
    return (total(x, axis, None, True) if axis else x) / number


def _row_products(a, b):
    """Return the sums of a * b along the last axis, which keeps size 1."""
    if a.shape[-1] >= 64:  # for shorter rows, calling BLAS for each of them takes longer
        return np.vecdot(a, b)[..., np.newaxis]
    return np.einsum("...i,...i->...", a, b)[..., np.newaxis]


@primitive(a=lambda g, b, axis: g / _count(b.shape, axis) * b, b=lambda g, a, axis: g / _count(a.shape, axis) * a)
def average_product(a, b, *, axis):
    """The mean of a * b along the axes ``axis``, a tuple in order, which keep size 1."""
    number = _count(a.shape, axis)
    if axis[-1] == a.ndim - 1 and a.dtype.itemsize > 2:
        product, axis = _row_products(a, b), axis[:-1]
    else:
        product = a * b
    return (total(product, axis, None, True) if axis else product) / number


@elementwise(variance=lambda g, out: g * (-0.5 * (out * out * out)))
def inverse_deviation(variance, *, eps):
    """1 / sqrt(variance + eps)."""
    return 1 / np.sqrt(variance + eps)


def _times(g, scale):
    return g if scale is None else g * scale


@primitive(
    gradient=lambda g, scale: _times(g, scale),
    values=lambda g, slope, scale: _times(-g, scale) * slope,
    level=lambda g, scale, level_shape: sum_to(_times(-g, scale), shape=level_shape),
    slope=lambda g, values, scale, slope_shape: sum_to(_times(-g, scale) * values, shape=slope_shape),
    scale=lambda g, gradient, values, level, slope, scale_shape: sum_to(
        g * (gradient - level - values * slope), shape=scale_shape
    ),
)
def corrected(gradient, values, level, slope, scale=None):
    """(gradient - level - values * slope) * scale, in the shape of the values, to which the last three are broadcast.

    All steps are done in the memory of the result: new memory costs more than a step.
    """
    out = np.empty_like(values)
    by_rows(np.multiply, values, slope, out=out)
    np.subtract(gradient, out, out=out)
    by_rows(np.subtract, out, level, out=out)
    if scale is not None:
        by_rows(np.multiply, out, scale, out=out)
    return out


class Normalized(NamedTuple):
    """The values, and the mean and variance that they had before."""

    values: Value
    mean: Value
    variance: Value


def _center_x(g, x_shape, out, axis):
    # What reaches the mean and the variance is added to the average and the slope, which are small.
    number = _count(x_shape, axis)
    level = average(g.values, axis=axis) - g.mean / number
    return corrected(g.values, out.values, level, g.variance * (-2 / number))


@primitive(outputs=Normalized, x=_center_x)
def center(x, *, axis):
    """x minus its mean along the axes ``axis``, which keep size 1 in the mean and the variance."""
    mean = average(x, axis=axis)
    values = by_rows(np.subtract, x, mean)
    return Normalized(values, mean, average_product(values, values, axis=axis))


class Scaled(NamedTuple):
    """The values after multiplication by a scale, and the scale."""

    values: Value
    scale: Value


def _slope(g, out, x_shape, axis):
    # What reaches the scale, whose derivative is -scale² values / count, is added to the slope, which is small.
    return average_product(g.values, out.values, axis=axis) + g.scale * (out.scale / _count(x_shape, axis))


@primitive(
    outputs=Scaled,
    x=lambda g, x_shape, out, axis: corrected(
        g.values, out.values, average(g.values, axis=axis), _slope(g, out, x_shape, axis), out.scale
    ),
)
def standardize(x, *, axis, eps):
    """(x - mean) / sqrt(variance + eps) along the axes ``axis``, which keep size 1 in the scale."""
    values = by_rows(np.subtract, x, average(x, axis=axis))
    scale = inverse_deviation(average_product(values, values, axis=axis), eps=eps)
    return Scaled(by_rows(np.multiply, values, scale, out=values), scale)


@primitive(
    outputs=Scaled, x=lambda g, x_shape, out, axis: out.scale * (g.values - out.values * _slope(g, out, x_shape, axis))
)
def scale_to_one(x, *, axis, eps):
    """x / sqrt(mean of x² + eps) along the axes ``axis``, which keep size 1 in the scale."""
    scale = inverse_deviation(average_product(x, x, axis=axis), eps=eps)
    return Scaled(by_rows(np.multiply, x, scale), scale)


@primitive(x=lambda g, x_shape: np.broadcast_to(g, x_shape))
def sum_to(x, *, shape):
    """The sum over the axes along which an array of ``shape`` was broadcast."""
    return unbroadcast(x, shape)


@primitive(a=lambda g, b: g * b, b=lambda g, a: g * a)
def sum_product_to(a, b, *, shape):
    """The sum of a * b, two arrays of one shape, over the axes along which an array of ``shape`` was broadcast."""
    if shape[-1:] == (1,):
        return unbroadcast(_row_products(a, b), shape)
    return unbroadcast(a * b, shape)


@primitive(
    x=lambda g, scale: scale_shift(g, scale),
    scale=lambda g, x, scale_shape: sum_product_to(g, x, shape=scale_shape),
    shift=lambda g, shift_shape: sum_to(g, shape=shift_shape),
)
def scale_shift(x, scale, shift=None):
    """x * scale + shift, in the shape of x, to which scale and shift are broadcast; a shift of None is 0."""
    out = by_rows(np.multiply, x, scale)
    if shift is None:
        return out
    if out.dtype != shift.dtype:
        return out + shift
    return by_rows(np.add, out, shift, out=out)
