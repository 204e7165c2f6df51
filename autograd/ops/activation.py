"""Activations whose derivatives are written by hand rather than composed: to be faster, or right where they bend.

The derivatives at kinks are PyTorch's: those of the side on which the function is constant, or of the side below
(leaky_relu, prelu, elu).
"""

import math

import numpy as np

from ..core.primitive import elementwise
from .approximation import computed
from .elementwise import keep, sigmoid
from .erf import erf_of_vector

_INF = math.inf  # clipping at an infinite bound is three times as fast as np.minimum or np.maximum with a number


def _slopes(x, slope):
    """Return 1 where x > 0, ``slope`` elsewhere, exactly."""
    positive = (x > 0).astype(x.dtype)
    if 0 <= slope <= 1:  # np.where takes ten times as long
        return np.clip(positive, slope, 1)
    return np.where(positive, np.ones_like(positive), slope)


@elementwise(x=lambda g, x, slope: g * _slopes(x, slope))
def leaky_relu(x, *, slope):
    """Leaky rectified linear unit: x where x > 0, ``slope`` x elsewhere."""
    if slope == 0:
        return x.clip(0, _INF)  # 0 x is NaN at infinity
    return np.maximum(x, slope * x) if slope <= 1 else np.minimum(x, slope * x)


@elementwise(
    x=lambda g, x, weight: keep(g, x > 0) + keep(g * weight, ~(x > 0)), weight=lambda g, x: g * keep(x, ~(x > 0))
)
def prelu(x, weight):
    """Leaky rectified linear unit with an array of slopes: x where x > 0, weight x elsewhere."""
    out = weight * x.clip(-_INF, 0)
    out += x.clip(0, _INF)
    return out


@elementwise(x=lambda g, x, low, high: keep(g, ~((x <= low) | (x >= high))))
def hardtanh(x, *, low, high):
    """x limited to [low, high]; unlike that of `clip`, the derivative at the bounds is 0."""
    return x.clip(low, high)


@elementwise(x=lambda g, x: keep(g / 6, np.abs(x) < 3))
def hardsigmoid(x):
    """x / 6 + 1/2, limited to [0, 1]."""
    return (x + 3).clip(0, 6) / 6


@elementwise(x=lambda g, x: g * (keep(x / 3 + 0.5, np.abs(x) < 3) + (x >= 3).astype(x.dtype)))
def hardswish(x):
    """x hardsigmoid(x)."""
    return x * (x + 3).clip(0, 6) / 6


@elementwise(x=lambda g, x, bound: keep(g, ~(np.abs(x) <= bound)))
def softshrink(x, *, bound):
    """x moved towards 0 by ``bound``; 0 where |x| <= bound."""
    return x - x.clip(-bound, bound)


@elementwise(x=lambda g, x, bound: keep(g, ~(np.abs(x) <= bound)))
def hardshrink(x, *, bound):
    """0 where |x| <= bound, x elsewhere."""
    return keep(x, ~(np.abs(x) <= bound))


@elementwise(x=lambda g, x, threshold: keep(g, ~(x <= threshold)))
def threshold(x, *, threshold, value):
    """x where it is greater than the threshold, ``value`` elsewhere."""
    below = x <= threshold
    return keep(x, ~below) + keep(x.dtype.type(value), below)


def _elu_slope(x, alpha, scale, rate):
    steepest = scale * alpha * rate  # at 0, from below
    slope = steepest * np.exp(rate * hardtanh(x, low=-_INF, high=0))
    return slope if steepest == scale else slope + (scale - steepest) * (x > 0).astype(x.dtype)


@elementwise(x=lambda g, x, alpha, scale, rate: g * _elu_slope(x, alpha, scale, rate))
def elu(x, *, alpha, scale=1.0, rate=1.0):
    """Exponential linear unit: scale x where x > 0, scale alpha (exp(rate x) - 1) elsewhere."""
    out = scale * alpha * np.expm1(rate * x.clip(-_INF, 0))
    out += scale * x.clip(0, _INF)
    return out


@elementwise(x=lambda g, x: g / np.square(np.abs(x) + 1))
def softsign(x):
    """x / (1 + |x|)."""
    return x / (np.abs(x) + 1)


@elementwise(x=lambda g, out: -g * np.expm1(out))
def logsigmoid(x):
    """log(1 / (1 + exp(-x))), as min(x, 0) - log(1 + exp(-|x|)), without overflow."""
    return x.clip(-_INF, 0) - np.log1p(np.exp(-np.abs(x)))


def _softplus_slope(x, threshold):
    """Return the sigmoid of x up to the threshold, 1 above."""
    return np.maximum(sigmoid(hardtanh(x, low=-_INF, high=threshold)), (x > threshold).astype(x.dtype))


@elementwise(x=lambda g, x, beta, threshold: g * _softplus_slope(beta * x, threshold))
def softplus(x, *, beta=1.0, threshold=20.0):
    """log(1 + exp(beta x)) / beta, and x where beta x > threshold."""
    x = beta * x
    out = np.log1p(np.exp(-np.abs(x)) * (x <= threshold))
    out += x.clip(0, _INF)
    out /= beta
    return out


def _mish_terms(x):
    # tanh(softplus(x)) = n / (n + 2) with e = exp(x) and n = e² + 2 e. From x = 20 on it is 1 to the last digit.
    x = np.clip(x, -_INF, 20)
    e = np.exp(x)
    return x, e, e * (e + 2)


def _mish_slope(x):
    x, e, n = _mish_terms(x)
    return n / (n + 2) + 4 * x * (e * (e + 1) / np.square(n + 2))


@elementwise(x=lambda g, x: g * _mish_slope(x))
def mish(x):
    """x tanh(log(1 + exp(x)))."""
    _, _, n = _mish_terms(x)
    return x * (n / (n + 2))


_ROOT = math.sqrt(0.5)
_DENSITY_AT_0 = 1 / math.sqrt(2 * math.pi)


@elementwise(x=lambda g, x, out: g * (-x * out))
def normal_density(x):
    """exp(-x² / 2) / √(2π), the derivative of `normal_cdf`."""
    if not x.ndim:
        return _DENSITY_AT_0 * np.exp(-0.5 * (x * x))
    out = x * x  # all steps in one new array: getting more memory would take longer than the steps
    out *= -0.5
    np.exp(out, out=out)
    out *= _DENSITY_AT_0
    return out


@elementwise(x=lambda g, x: g * normal_density(x))
def normal_cdf(x):
    """Φ(x) = (1 + erf(x / √2)) / 2, the cumulative distribution function of the standard normal distribution."""
    return computed(_normal_cdf, x)


def _normal_cdf(x):
    out = erf_of_vector(_ROOT * x)
    out *= 0.5
    out += 0.5
    return out


_TANH_RATE, _TANH_CUBIC = math.sqrt(2 / math.pi), 0.044715


def _gelu_tanh_slope(x):
    t = np.tanh(_TANH_RATE * x * (_TANH_CUBIC * np.square(x) + 1))
    inner = _TANH_RATE * (3 * _TANH_CUBIC * np.square(x) + 1)
    return 0.5 * (t + 1) + 0.5 * x * (1 - t * t) * inner


@elementwise(x=lambda g, x: g * _gelu_tanh_slope(x))
def gelu_tanh(x):
    """Gelu with Φ(x) approximated by (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2."""
    return x * (0.5 * np.tanh(_TANH_RATE * x * (_TANH_CUBIC * np.square(x) + 1)) + 0.5)
