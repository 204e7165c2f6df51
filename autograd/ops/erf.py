"""The error function and the normal distribution.

All functions are accurate to a few units in the last place, for arguments of any size. The polynomials are Chebyshev
interpolants, computed with 60 digits and then expanded in powers, the highest first. The fraction for erf was fitted by
iteratively reweighted least squares, with a relative error of 4e-9.
"""

import math

import numpy as np

from ..core.dtypes import float32, float64
from ..core.primitive import elementwise
from .approximation import computed, monic, polynomial

_TWO_OVER_ROOT_PI = 2 / math.sqrt(math.pi)

# atanh(erf(x)) / x in x², up to x = 4, for float32, as a fraction: where erf is close to 1, little precision is needed.
_BY_TANH = (
    (6.703968288478157, 131.25083241584431, 861.1455497669251, 3472.7486236802824),
    (72.90909759287925, 482.8593336393703, 3077.643325405712),  # of a highest power that is 1
)
# erf(x) / x in x², up to x = 1.
_INNER = (
    -7.795898827002142e-10, 1.3720064546777686e-08, -1.6208483801871705e-07, 1.6447424703317362e-06,
    -1.492473690741966e-05, 0.00012055294904839707, -0.0008548325975389692, 0.0052239776071164225,
    -0.02686617064323777, 0.11283791670945006, -0.37612638903183543, 1.1283791670955126,
)  # fmt: skip
# exp(x²) erfc(x) (1 + 2x) in (x - 3) / (x + 3), from 1 to 6, as precise as 1 - erfc(x) needs it.
_OUTER = (
    -3.941434579212148e-06, -1.9946386266158316e-05, 6.120647749371338e-06, 0.00012533420054777904,
    -0.00010532108845047966, -0.0007798805620518153, 0.001888700988139963, 0.002529395728905082,
    -0.02377051526428797, 0.0683080271973104, -0.11927366341012202, 0.12964515870508256,
    -0.047562294353480875, -0.13562110612459163, 1.2530080582697296,
)  # fmt: skip
_TAIL = {  # the same, from 0.5 to infinity
    float32: (
        3.6265670480373715e-05, -0.0006678357410415021, 0.0017049559844900752, 0.0025020174764838698,
        -0.023683902522647036, 0.06830648987779364, -0.1192907644983466, 0.12964612203308334,
        -0.04756108133756665, -0.13562115446005002, 1.253008044150494,
    ),
    float64: (
        3.4857616598761575e-09, -2.364722137103112e-08, 1.841441031768294e-08, 1.3376611832423843e-07,
        -1.2377771173489597e-07, -6.551721540775777e-07, 3.5242260231623217e-07, 3.498025292870176e-06,
        -7.334500023711176e-07, -2.011099568569788e-05, 4.951246766427823e-06, 0.00012510204965000544,
        -0.00010516036691941478, -0.0007798327144878937, 0.0018886904549149965, 0.002529391860413148,
        -0.023770514927307543, 0.06830802734148166, -0.11927366341492666, 0.12964515870282672,
        -0.0475622943534571, -0.1356211061245817, 1.2530080582697296,
    ),
}  # fmt: skip


def erf_of_vector(x):
    """Return erf of a vector of float32 or float64 that fits into the cache: a kernel for `computed`."""
    if x.dtype == float32:
        square = np.square(x.clip(-4, 4))  # x itself is not clipped, so that far out the result is exactly 1
        out = polynomial(_BY_TANH[0], square)
        out /= monic(_BY_TANH[1], square)
        out *= x
        return np.tanh(out, out=out)
    y = np.abs(x)
    near = y < 1  # multiplication selects between the two, many times as fast as np.where
    inner = np.minimum(y, 1)
    inner *= polynomial(_INNER, inner * inner)
    inner *= near
    y = np.minimum(y, 6)
    outer = np.exp(-y * y)
    outer *= polynomial(_OUTER, (y - 3) / (y + 3))
    outer /= 1 + 2 * y
    outer = 1 - outer
    outer *= ~near
    outer += inner
    return np.copysign(outer, x)


def _scaled_erfc(y):
    """Return exp(y²) erfc(y), for y >= 0.5."""
    return polynomial(_TAIL[y.dtype], 1 - 6 / (y + 3)) / (1 + 2 * y)


def _exp_of_square(y, factor):
    """Return exp(factor * y²), where the factor is a power of 2, without rounding y²: the error would grow with y²."""
    high = y * (4097 if y.dtype == float32 else 134217729)
    high -= high - y  # half of y's digits, whose square is exact
    return np.exp(factor * high * high) * np.exp(factor * (y - high) * (y + high))


def _erfc(x):
    y = np.abs(x).clip(0, 27.5)  # where erfc ends
    far = x > 0.5
    tail = _exp_of_square(y, -1)
    tail *= _scaled_erfc(y)
    tail *= far
    near = 1 - erf_of_vector(x)
    near *= ~far
    return near + tail


@elementwise(x=lambda g, x: g * (_TWO_OVER_ROOT_PI * np.exp(-(x * x))))
def erf(x):
    """Error function: 2 / sqrt(pi) * the integral of exp(-t²) from 0 to x."""
    return computed(erf_of_vector, x)


@elementwise(x=lambda g, x: g * (-_TWO_OVER_ROOT_PI * np.exp(-(x * x))))
def erfc(x):
    """Complementary error function: 1 - erf(x), without the cancellation of that where x is great."""
    return computed(_erfc, x)


def _erfcx(x):
    y = np.abs(x)
    grown = _exp_of_square(np.where(x < 0.5, y, 0).clip(0, 27.5), 1)
    far = np.where(x > 0, _scaled_erfc(y), 2 * grown - _scaled_erfc(y))
    return np.where(y < 0.5, grown * (1 - erf_of_vector(x.clip(-1, 1))), far)


@elementwise(x=lambda g, x, out: g * (2 * x * out - _TWO_OVER_ROOT_PI))
def erfcx(x):
    """Scaled complementary error function: exp(x²) erfc(x), which goes to 0 as 1 / x does."""
    return computed(_erfcx, x)


_ERFINV = {  # erfinv(x) / x in -log(1 - x²) * 0.4 - 1, up to 0.9966
    float32: (
        -3.407259357545556e-05, 3.560786010087296e-05, 0.00028572469974080887, -0.0008456995282308036,
        -0.00048558786029831555, 0.008529272899990876, -0.019573849871456703, -0.02610870547001968,
        0.6166006976365915, 1.501409360450329,
    ),
    float64: (
        2.406406378979296e-10, -7.732729988966318e-10, -1.5243041579015364e-09, 1.058497170884755e-08,
        -7.292911141621863e-09, -7.032602580585866e-08, 1.9999152856970617e-07, 1.3539285258646922e-07,
        -1.8540913839319056e-06, 2.8518673276550456e-06, 8.652789487517385e-06, -4.143213681410453e-05,
        2.0472405392775633e-05, 0.00029219069710081333, -0.0008341356424326585, -0.0004878983995287066,
        0.008525400950881374, -0.01957356105949192, -0.02610823577739685, 0.6166006918604168, 1.501409351110792,
    ),
}  # fmt: skip


def _erfinv(x):
    inner = x.clip(-0.9966, 0.9966)
    out = inner * polynomial(_ERFINV[x.dtype], np.log((1 - inner) * (1 + inner)) * -0.4 - 1)
    y = np.abs(x)
    outer = y > 0.9966
    if outer.any():
        y = y[outer].astype(float64)
        out[outer] = np.copysign(np.piecewise(y, [y < 1, y == 1], [_erfinv_outer, np.inf, np.nan]), x[outer])
    return out


def _erfinv_outer(x):
    return _erfcinv(1 - x, np.log((1 - x) * (1 + x)), steps=3)


def _erfcinv(rest, log, steps):
    """Return the root of erfc(root) = rest, given log(1 - erf(root)²), by ``steps`` steps of Halley's method.

    It starts where Winitzki (2008), A handy approximation for the error function, says.
    """
    half = 2 / (math.pi * 0.147) + log / 2
    root = np.sqrt(np.sqrt(half * half - log / 0.147) - half)
    for _ in range(steps):
        step = (rest - _erfc(root)) / (_TWO_OVER_ROOT_PI * np.exp(-root * root))
        root = root - step / (1 + root * step)
    return root


@elementwise(x=lambda g, out: g * (np.exp(out * out) / _TWO_OVER_ROOT_PI))
def erfinv(x):
    """The inverse of the error function: infinite at -1 and 1, NaN beyond."""
    return computed(_erfinv, x)


_ROOT_HALF = math.sqrt(0.5)
_ROOT_TWO_PI = math.sqrt(2 * math.pi)


def _ndtr(x):
    y = np.abs(x).clip(0, 40)
    tail = _exp_of_square(y, -0.5) * _scaled_erfc(y * _ROOT_HALF)
    tail = np.where(y < 1, 1 - erf_of_vector(y * _ROOT_HALF), tail) / 2
    return np.where(x > 0, 1 - tail, tail)


@elementwise(x=lambda g, x: g * (np.exp(-0.5 * (x * x)) / _ROOT_TWO_PI))
def ndtr(x):
    """The normal distribution function: the probability of a standard normal variable below x."""
    return computed(_ndtr, x)


def _log_ndtr(x):
    y = np.maximum(-x, 1)
    low = np.log(_scaled_erfc(y * _ROOT_HALF) / 2) - 0.5 * y * y
    return np.where(x < -1, low, np.log1p(-_ndtr(-x.clip(-1, None))))


@elementwise(x=lambda g, x: g * (2 / _ROOT_TWO_PI / erfcx(-_ROOT_HALF * x)))
def log_ndtr(x):
    """The logarithm of `ndtr`, precise where `ndtr` is close to 0 or 1."""
    return computed(_log_ndtr, x)


def _ndtri(x):
    y = np.minimum(x, 1 - x)
    inner = [y >= 0.01, (y > 0) & (y < 0.01), y == 0]
    out = np.piecewise(y, inner, [lambda y: _erfinv(2 * y - 1), _minus_erfcinv, -np.inf, np.nan])
    return np.where(x > 0.5, -1, 1) / _ROOT_HALF * out


def _minus_erfcinv(y):
    """Return minus the root of erfc(root) = 2 y, where y is so small that 1 - 2 y is rounded to 1."""
    return -_erfcinv(2 * y, np.log(4 * y) + np.log1p(-y), steps=4)


@elementwise(x=lambda g, out: g * (_ROOT_TWO_PI * np.exp(0.5 * (out * out))))
def ndtri(x):
    """The inverse of `ndtr`: infinite at 0 and 1, NaN beyond."""
    return computed(_ndtri, x, float64)
