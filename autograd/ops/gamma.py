"""The logarithm of the gamma function and its derivatives, which NumPy does not have.

They are accurate to a few units in the last place, for arguments of any size. Below 0, where their zeros lie between
floating-point numbers, the error is a few units in the last place of 1.
"""

import functools
import math

import numpy as np

from ..core.dtypes import float64
from ..core.primitive import elementwise
from .approximation import computed, polynomial

# log gamma(1 + x) / (x (x - 1)) in 3 - 8 / (x + 2), from 0 to 2.
_LGAMMA = (
    -4.285837053320561e-12, -1.4347862461820898e-11, -2.734316474104478e-11, -9.474405946508297e-11,
    -3.570203049177412e-10, -1.2803693832066584e-09, -4.1584440361869705e-09, -1.6113787453524514e-08,
    -4.999466886286051e-08, -2.2549556487971402e-07, -5.992696460655257e-07, -3.6618909496945142e-06,
    -6.60035334406431e-06, -7.424132982529202e-05, -4.0345483576325055e-05, -0.002069552001390148,
    0.00152547891619776, -0.11317333908980133, 0.46041674832288365,
)  # fmt: skip
# digamma(x) / (x - its zero) in 5 - 12 / (x + 1), from 1 to 2.
_DIGAMMA = (
    -3.3264362041801657e-13, 1.5102836571375058e-12, -1.3926428071068662e-11, 7.366313566982459e-11,
    -6.575862206911977e-10, 3.765991077988455e-09, -3.1423802859429904e-08, 1.8871264785021196e-07,
    -1.5188590236999091e-06, 9.338080356772413e-06, -7.420009367126195e-05, 0.0004554065894609601,
    -0.0036917651616100795, 0.021396291160662915, -0.22876878323969685, 0.9959826096694623,
)  # fmt: skip
_ZERO = 1.4616321449683622, 9.549995429965697e-17  # of digamma: the sum of the two
# Bernoulli numbers B(2k) by k = 1, 2, ...
_BERNOULLI = (
    1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43867 / 798, -174611 / 330,
    854513 / 138, -236364091 / 2730,
)  # fmt: skip
_STIRLING = tuple(b / (2 * k * (2 * k - 1)) for k, b in enumerate(_BERNOULLI[:8], 1))[::-1]
_OF_DIGAMMA = tuple(b / (2 * k) for k, b in enumerate(_BERNOULLI[:9], 1))[::-1]


def _lgamma(x):
    y = np.abs(x)
    # gamma(y) = (y - 1)(y - 2) ... (y - k) gamma(y - k), with y - k between 2 and 3; below y = 1, gamma(y + 1) / y.
    reach = y.clip(0, 8)
    low = reach < 1
    k = (np.floor(reach) - 2).clip(0, 5)
    product = np.ones_like(y)
    for j in range(1, 6):
        product *= 1 + (reach - (j + 1)) * (k >= j)
    log = np.log(np.where(low, reach, product)) * (1 - 2 * low)
    rest = reach - (1 + k - low)
    out = rest * (rest - 1) * polynomial(_LGAMMA, 3 - 8 / (rest + 2)) + log
    high = y >= 8
    if high.any():
        out[high] = _stirling(y[high])
    negative = x < 0
    if negative.any():
        y, log = y[negative], out[negative]
        sine = np.abs(np.sin(math.pi * _from_integer(y))) / math.pi
        log = np.where(sine == 0, np.inf, -np.log(np.where(sine == 0, 1, sine)) - np.log(y) - log)
        out[negative] = log
    return out


def _stirling(x):
    inverse = 1 / x
    series = inverse * polynomial(_STIRLING, inverse * inverse)
    return (x - 0.5) * (np.log(x) - 1) + (math.log(2 * math.pi) / 2 - 0.5 + series)


def _from_integer(x):
    """Return x minus the nearest integer, exactly; 0 for infinities, as great floating-point numbers are integers."""
    x = np.clip(x, -(2.0**53), 2.0**53)
    return x - np.rint(x)


@elementwise(x=lambda g, x: g * digamma(x))
def lgamma(x):
    """log |gamma(x)|, where gamma(n) = (n - 1)!; infinite at 0, -1, -2, ..."""
    return computed(_lgamma, x, float64)


def _digamma(x):
    y = np.where(x < 0, 1 - x, x)
    ranges = [y < 1, (y >= 1) & (y < 2), (y >= 2) & (y < 10)]
    out = np.piecewise(y, ranges, [_digamma_to_1, _digamma_to_2, _digamma_to_10, _digamma_asymptotic])
    negative = x < 0
    if negative.any():
        rest = _from_integer(x[negative])
        reflected = np.where(rest == 0, np.nan, math.pi / np.tan(math.pi * np.where(rest == 0, 0.5, rest)))
        out[negative] -= reflected
    return out


def _digamma_to_1(x):
    return _digamma_to_2(x + 1) - 1 / x


def _digamma_to_2(x):
    return ((x - _ZERO[0]) - _ZERO[1]) * polynomial(_DIGAMMA, 5 - 12 / (x + 1))


def _digamma_to_10(x):
    return _digamma_asymptotic(x + 8) - sum(1 / (x + k) for k in range(8))


def _digamma_asymptotic(x):
    inverse = 1 / x
    square = inverse * inverse
    return np.log(x) - (inverse / 2 + square * polynomial(_OF_DIGAMMA, square))


@elementwise(x=lambda g, x: g * polygamma(x, n=1))
def digamma(x):
    """The derivative of `lgamma`: gamma'(x) / gamma(x); NaN at -1, -2, ..."""
    return computed(_digamma, x, float64)


def _polygamma(n, x):
    y = np.where(x < 0, 1 - x, x)
    sign = (-1) ** (n + 1)
    out = sign * math.factorial(n) * _zeta(n + 1, y)
    negative = x < 0
    if negative.any():  # polygamma(n, 1 - x) * (-1)**n - polygamma(n, x) is the n-th derivative of pi / tan(pi x)
        rest = _from_integer(x[negative])
        cotangent = 1 / np.tan(math.pi * np.where(rest == 0, 0.5, rest))
        derivative = math.pi ** (n + 1) * np.polyval(_derivative_of_cotangent(n), cotangent)
        reflected = np.where(rest == 0, sign * np.inf, -sign * out[negative] - derivative)
        out[negative] = np.where(x[negative] == -np.inf, np.nan, reflected)
    return out


def _zeta(s, x):
    """Return the sum of (x + k)**-s over k = 0, 1, ..., x >= 0: from k = s + 10 on by the Euler-Maclaurin formula."""
    start = s + 10
    total = sum((1 / (x + k)) ** s for k in range(start))
    y = x + start
    inverse = 1 / y
    series, rising, power = 0.5 * inverse, 1.0, inverse
    for k, bernoulli in enumerate(_BERNOULLI, 1):
        rising *= (s + 2 * k - 2) * (s + 2 * k - 3 if k > 1 else 1) / ((2 * k) * (2 * k - 1))
        power = power * inverse
        series = series + bernoulli * rising * power
        power = power * inverse
    return total + inverse ** (s - 1) * (1 / (s - 1) + series)


@functools.cache
def _derivative_of_cotangent(n):
    """Return the coefficients of the n-th derivative of c = 1 / tan(x), a polynomial in c, as c' = -(1 + c²)."""
    coefficients = [0, 1]  # the lowest power first
    for _ in range(n):
        slope = [k * c for k, c in enumerate(coefficients)][1:]
        coefficients = [-(a + b) for a, b in zip([*slope, 0, 0], [0, 0, *slope], strict=True)]
    return [float(c) for c in reversed(coefficients)]


@elementwise(x=lambda g, x, n: g * polygamma(x, n=n + 1))
def polygamma(x, *, n):
    """The n-th derivative of `digamma`; infinite at 0, -1, -2, ..."""
    return computed(functools.partial(_polygamma, n), x, float64) if n else computed(_digamma, x, float64)
