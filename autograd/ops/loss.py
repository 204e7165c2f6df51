"""Losses whose derivatives are written by hand rather than composed: to be faster, or right where they bend."""

import math

import numpy as np

from ..core.op import unbroadcast
from ..core.primitive import elementwise, primitive
from ..core.sums import wide
from .activation import hardtanh
from .reduction import amax, keepdims_shape, sum
from .softmax import softmax, softmax_pullback


@elementwise(x=lambda g, x, delta: g * hardtanh(x, low=-delta, high=delta))
def huber(x, *, delta):
    """x² / 2 where |x| <= delta, delta (|x| - delta / 2) elsewhere."""
    size = np.abs(x)
    near = size.clip(0, delta)
    out = -0.5 * near
    out += size
    out *= near
    return out


def _logs(x):
    """Return log x and log(1 - x), both limited to -100 from below."""
    return np.maximum(np.log(x), -100), np.maximum(np.log1p(-x), -100)


def _entropy_slope(x):
    log_x, log_rest = _logs(x)
    return log_rest - log_x


@elementwise(
    x=lambda g, x, target: g * (x - target) / np.maximum((1 - x) * x, 1e-12), target=lambda g, x: g * _entropy_slope(x)
)
def binary_cross_entropy(x, target):
    """-(target log x + (1 - target) log(1 - x)), the logarithms limited to -100 from below."""
    with np.errstate(divide="ignore"):  # log 0
        log_x, log_rest = _logs(x)
    return (target - 1) * log_rest - target * log_x


def _slope(g, classes, reduction):
    return g / classes.size if reduction == "mean" else g


def _reduced(losses, reduction):
    if reduction == "none":
        return losses
    total = np.add.reduce(losses, axis=None)
    return total / losses.size if reduction == "mean" else total


@primitive(
    logs=lambda g, logs_shape, classes, axis, reduction: put_classes(
        -_slope(g, classes, reduction), classes=classes, axis=axis, shape=logs_shape
    )
)
def nll(logs, *, classes, axis, reduction="none"):
    """The negative logarithm of each position's class, -logs[..., classes, ...] along ``axis``; their mean, or sum."""
    return _reduced(-logs.reshape(-1)[_places(classes, logs.shape, axis)], reduction)


@primitive(values=lambda g, values_shape, classes, axis: unbroadcast(-nll(g, classes=classes, axis=axis), values_shape))
def put_classes(values, *, classes, axis, shape):
    """Zeros of ``shape`` with ``values``, which may be one number, at the class of each position."""
    out = np.zeros_like(values, shape=shape, order="C")
    out.reshape(-1)[_places(classes, shape, axis)] = values
    return out


@primitive(
    x=lambda g, x, classes, axis, reduction: cross_entropy_pullback(
        _slope(g, classes, reduction), x, classes=classes, axis=axis
    )
)
def cross_entropy(x, *, classes, axis, reduction="none"):
    """`nll` of the log_softmax of x, without an array of all logarithms: faster where there are many classes."""
    powers = _shifted(x, axis)
    of_class = powers.reshape(-1)[_places(classes, x.shape, axis)]
    np.exp(powers, out=powers)
    losses = np.log(sum(powers, axis)) - of_class
    return _reduced(losses.astype(x.dtype, copy=False), reduction)


def _shifted(x, axis):
    x = wide(x)
    return np.subtract(x, amax(x, axis, keepdims=True), order="C") if x.size else x.copy()  # nothing has no maximum


def _per_position(upstream, x_shape, axis):
    """Return ``upstream`` in a shape that broadcasts to that of x; a single number is returned as it is."""
    return upstream.reshape(keepdims_shape(x_shape, axis)) if upstream.shape else upstream


@primitive(
    upstream=lambda g, upstream_shape, x, classes, axis: unbroadcast(
        sum(g * softmax(x, axis=axis), axis) + nll(g, classes=classes, axis=axis), upstream_shape
    ),
    x=lambda g, upstream, x, axis: softmax_pullback(
        g * _per_position(upstream, x.shape, axis), softmax(x, axis=axis), axis=axis
    ),
)
def cross_entropy_pullback(upstream, x, *, classes, axis):
    """upstream (softmax(x) - 1 at each position's class)."""
    out = _shifted(x, axis)
    np.exp(out, out=out)
    out *= _per_position(upstream, x.shape, axis) / sum(out, axis, keepdims=True)
    out.reshape(-1)[_places(classes, x.shape, axis)] -= upstream
    return out.astype(x.dtype, copy=False)


def _places(classes, shape, axis):
    """Return the positions, in an array of ``shape``, of the elements of the classes."""
    inner = math.prod(shape[axis + 1 :])
    step = shape[axis] * inner
    first = np.arange(math.prod(shape[:axis])) * step
    if inner == 1:
        return (first + classes.reshape(-1)).reshape(classes.shape)
    return (first.reshape(-1, 1) + np.arange(inner) + classes.reshape(len(first), inner) * inner).reshape(classes.shape)
