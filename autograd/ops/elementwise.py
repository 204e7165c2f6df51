"""Functions of one or two arrays, element by element.

The derivatives at kinks and ties are PyTorch's: relu'(0) = abs'(0) = 0; where maximum or minimum ties, each side gets
half of the gradient, where fmax or fmin does, the first gets all; clip passes the gradient at its bounds; x**0 has
derivative 0, and d(0**y)/dy = 0 for y >= 0; arctan2'(0, 0) = 0, but hypot'(0, 0) is NaN; nextafter passes the gradient
to its first argument unless both are equal, heaviside to its values where x is 0; and steps (floor, round, sign) have
derivative 0.
"""

import math

import numpy as np

from ..core.dtypes import bool_, int64, result_type
from ..core.primitive import elementwise

# Arithmetic.

add = elementwise(np.add, a=lambda g: g, b=lambda g: g)
subtract = elementwise(np.subtract, a=lambda g: g, b=lambda g: -g)
multiply = elementwise(np.multiply, a=lambda g, b: g * b, b=lambda g, a: g * a)
divide = elementwise(np.true_divide, a=lambda g, b: g / b, b=lambda g, b, out: -g * (out / b))
negative = elementwise(np.negative, x=lambda g: -g)
positive = elementwise(np.positive, x=lambda g: g)


def _power_a(g, a, b):
    return where(b == 0, 0, g * b * a ** where(b == 0, 1, b - 1))


def _power_b(g, a, b, out):
    zero = (a == 0) & (b >= 0)
    return where(zero, 0, g * out * np.log(where(zero, np.ones_like(b), a)))  # a may be the 2 of 2**x: no dtype


@elementwise(implements=np.power, a=_power_a, b=_power_b)
def power(a, b):
    """a to the power of b; a negative power of integers raises RuntimeError."""
    try:
        return np.power(a, b)
    except ValueError as error:
        if "negative" not in str(error):  # but shapes that do not fit
            raise
        raise RuntimeError(_NEGATIVE) from error


_NEGATIVE = "power: negative powers of integers are not integers; convert with .float()"


@elementwise(
    x=lambda g, x, exponent: g * (exponent * power_scalar(x, exponent=exponent - 1)) if exponent else np.zeros_like(g)
)
def power_scalar(x, *, exponent):
    """x to the power of a Python number."""
    if x.dtype is bool_:
        x = x.astype(result_type(x, exponent))
    if exponent == 3:
        return x * x * x
    if -2 < exponent < 3 or exponent % 1 or x.dtype.kind != "f":
        try:
            return x**exponent
        except ValueError as error:
            raise RuntimeError(_NEGATIVE) from error
    out = np.abs(x) ** exponent  # NumPy's powers of negative numbers take a hundred times as long
    return np.copysign(out, x) if exponent % 2 else out


def _of_integers(name, a, b):
    """Return whether a and b are integers. Raises RuntimeError if b then has zeros: NumPy would warn, and return 0."""
    for x in (a, b):
        if not (x.dtype.kind in "iub" if hasattr(x, "dtype") else isinstance(x, int)):
            return False
    if not np.all(b):
        raise RuntimeError(f"{name}: ZeroDivisionError: an integer is divided by 0; .float() makes it inf or nan")
    return True


@elementwise(implements=np.floor_divide, a=lambda g: np.zeros_like(g), b=lambda g: np.zeros_like(g))
def floor_divide(a, b):
    """The quotient a / b, rounded down."""
    if _of_integers("floor_divide", a, b) or _few(a, b) or not np.all(b):
        return np.floor_divide(a, b)
    # What NumPy does, but in steps: five times as fast. a / b, rounded down, could be one too much.
    rest = np.fmod(a, b)
    if rest.dtype.itemsize < 4:
        return np.floor_divide(a, b)  # the steps need float32's precision
    quotient = (a - rest) / b - _wrong_side(rest, b)
    out = np.floor(quotient)
    return out + (quotient - out > 0.5)


def _few(a, b):
    """Return whether a and b have so few elements that one slow call is faster than several."""
    return np.size(a) < 256 and np.size(b) < 256


def _wrong_side(rest, b):
    """Return where a rest, which has the sign of the dividend, does not have that of the divisor."""
    return (rest != 0) & ((rest < 0) != (b < 0))


@elementwise(a=lambda g: np.zeros_like(g), b=lambda g: np.zeros_like(g))
def trunc_divide(a, b):
    """The quotient a / b, rounded towards 0."""
    if not _of_integers("trunc_divide", a, b):
        return np.trunc(a / b)
    out = np.floor_divide(a, b)
    return out + ((out < 0) & (out * b != a))  # it is rounded down: one too low where it is negative and not exact


@elementwise(implements=np.remainder, a=lambda g: g, b=lambda g, a, b: -g * floor_divide(a, b))
def remainder(a, b):
    """a - b * floor(a / b), which has the sign of b."""
    if _of_integers("remainder", a, b) or _few(a, b):
        return np.remainder(a, b)
    rest = np.fmod(a, b)  # np.remainder takes many times as long
    return _select(_wrong_side(rest, b), rest + b, rest)


@elementwise(implements=np.fmod, a=lambda g: g, b=lambda g, a, b: -g * trunc_divide(a, b))
def fmod(a, b):
    """a - b * trunc(a / b), which has the sign of a."""
    _of_integers("fmod", a, b)
    return np.fmod(a, b)


@elementwise(implements=np.square, x=lambda g, x: 2 * g * x)
def square(x):
    """Square: x²."""
    return x * x if x.dtype is not bool_ else x.astype(int64)


@elementwise(implements=np.reciprocal, x=lambda g, out: -g * (out * out))
def reciprocal(x):
    """Reciprocal: 1 / x."""
    return 1 / x


@elementwise(x=lambda g: g, a=lambda g, b, value: g * (value * b), b=lambda g, a, value: g * (value * a))
def addcmul(x, a, b, *, value=1):
    """x + value * a * b."""
    return x + (a * b if value == 1 else value * a * b)


@elementwise(x=lambda g: g, a=lambda g, b, value: g * (value / b), b=lambda g, a, b, value: -g * (value * a / b / b))
def addcdiv(x, a, b, *, value=1):
    """x + value * a / b."""
    return x + (a / b if value == 1 else value * a / b)


@elementwise(
    start=lambda g, weight: g - g * weight,
    end=lambda g, weight: g * weight,
    weight=lambda g, start, end: g * (end - start),
)
def lerp(start, end, weight):
    """start + weight * (end - start), computed from the nearer end: exact at weights 0 and 1."""
    near = abs(weight) < 0.5
    if np.ndim(weight):
        return _select(near, start, end) + (weight - ~near) * (end - start)
    return start + weight * (end - start) if near else end + (weight - 1) * (end - start)


# Exponentials, roots and trigonometry.

_LOG_2, _LOG_10 = math.log(2), math.log(10)

exp = elementwise(np.exp, x=lambda g, out: g * out)
exp2 = elementwise(np.exp2, x=lambda g, out: g * (out * _LOG_2))
expm1 = elementwise(np.expm1, x=lambda g, out: g * (out + 1))
log = elementwise(np.log, x=lambda g, x: g / x)
log2 = elementwise(np.log2, x=lambda g, x: g / (x * _LOG_2))
log10 = elementwise(np.log10, x=lambda g, x: g / (x * _LOG_10))
log1p = elementwise(np.log1p, x=lambda g, x: g / (x + 1))


def _excess(a, b):
    """Return the greater of a and b, and the other minus it: 0 for equal infinities, whose difference would be NaN."""
    high = np.maximum(a, b)
    with np.errstate(invalid="ignore"):
        return high, np.fmin(np.minimum(a, b) - high, 0)


@elementwise(implements=np.logaddexp, a=lambda g, a, b: g * sigmoid(a - b), b=lambda g, a, b: g * sigmoid(b - a))
def logaddexp(a, b):
    """log(exp(a) + exp(b)), without overflow."""
    high, below = _excess(a, b)
    return high + np.log1p(np.exp(below))  # np.logaddexp takes ten times as long


@elementwise(
    implements=np.logaddexp2,
    a=lambda g, a, b: g * sigmoid(_LOG_2 * (a - b)),
    b=lambda g, a, b: g * sigmoid(_LOG_2 * (b - a)),
)
def logaddexp2(a, b):
    """log2(2**a + 2**b), without overflow."""
    high, below = _excess(a, b)
    return high + np.log1p(np.exp2(below)) / _LOG_2


sqrt = elementwise(np.sqrt, x=lambda g, out: g / (2 * out))
hypot = elementwise(np.hypot, a=lambda g, a, out: g * (a / out), b=lambda g, b, out: g * (b / out))


@elementwise(x=lambda g, out: -0.5 * g * out * out * out)
def rsqrt(x):
    """Reciprocal of the square root: 1 / sqrt(x)."""
    return 1 / np.sqrt(x)


sin = elementwise(np.sin, x=lambda g, x: g * np.cos(x))
cos = elementwise(np.cos, x=lambda g, x: -g * np.sin(x))
tan = elementwise(np.tan, x=lambda g, out: g * (1 + out * out))
arcsin = elementwise(np.arcsin, x=lambda g, x: g / np.sqrt((1 - x) * (1 + x)))
arccos = elementwise(np.arccos, x=lambda g, x: -g / np.sqrt((1 - x) * (1 + x)))
arctan = elementwise(np.arctan, x=lambda g, x: g / (1 + x * x))
sinh = elementwise(np.sinh, x=lambda g, x: g * np.cosh(x))
cosh = elementwise(np.cosh, x=lambda g, x: g * np.sinh(x))
tanh = elementwise(np.tanh, x=lambda g, out: g * (1 - out * out))
arcsinh = elementwise(np.arcsinh, x=lambda g, x: g / np.sqrt(1 + x * x))
arccosh = elementwise(np.arccosh, x=lambda g, x: g / np.sqrt((x - 1) * (x + 1)))
arctanh = elementwise(np.arctanh, x=lambda g, x: g / ((1 - x) * (1 + x)))


def _over_squares(x, a, b):
    """Return x / (a² + b²), and 0 at the origin."""
    return keep(x / (a * a + b * b), (a != 0) | (b != 0))


arctan2 = elementwise(
    np.arctan2, a=lambda g, a, b: g * _over_squares(b, a, b), b=lambda g, a, b: -g * _over_squares(a, a, b)
)
deg2rad = elementwise(np.deg2rad, x=lambda g: g * (math.pi / 180))
rad2deg = elementwise(np.rad2deg, x=lambda g: g * (180 / math.pi))


@elementwise(x=lambda g, out: g * (out * (1 - out)))
def sigmoid(x):
    """Logistic function: 1 / (1 + exp(-x))."""
    if x.dtype.kind in "bu":
        x = x + 0.0  # booleans and unsigned integers have no -x
    with np.errstate(over="ignore"):  # 1 / (1 + inf) is right; a form without overflow would need a slow np.where
        out = np.exp(-x)
    out += 1
    return 1 / out


# Piecewise.


_SAME_SIZE = {np.dtype("float32"): np.dtype("int32"), np.dtype("float64"): np.dtype("int64")}


@elementwise(x=lambda g, condition: keep(g, condition))
def keep(x, condition):
    """x where ``condition``, 0 elsewhere. This is no product: infinite and NaN elements elsewhere become 0 too."""
    integer = _SAME_SIZE.get(x.dtype)
    if integer is None or getattr(condition, "dtype", None) is not bool_:
        return np.where(condition, x, x.dtype.type(0))
    # The bits as integers, times 1 or 0: without branches, 20 times as fast as np.where with a random mask.
    chosen = condition.astype(integer)
    if chosen.shape != x.shape:
        return (x.view(integer) * chosen).view(x.dtype)
    chosen *= x.view(integer)
    return chosen.view(x.dtype)


def _select(condition, a, b):
    """Return np.where(condition, a, b), computed from the bits, as in `keep`, for arrays that are not small."""
    dtype = getattr(a, "dtype", None)
    integer = _SAME_SIZE.get(dtype)
    if (
        integer is None
        or getattr(b, "dtype", None) != dtype
        or getattr(condition, "dtype", None) is not bool_
        or condition.size < 4096
    ):
        return np.where(condition, a, b)
    a, b = a.view(integer), b.view(integer)
    out = (a ^ b) * condition  # all in this memory: new memory of this size would cost more than the arithmetic
    out ^= b
    return out.view(dtype)


@elementwise(
    implements=np.where,
    a=lambda g, condition: keep(g, condition),
    b=lambda g, condition: keep(g, np.logical_not(condition)),  # not ~condition, which may be numbers, or True
)
def where(condition, a, b):
    """a where ``condition``, b elsewhere; the side that is not taken gets the gradient 0, whatever its value."""
    return _select(condition, a, b)


maximum = elementwise(
    np.maximum,
    a=lambda g, a, b: keep(g, ~(a <= b)) + keep(g / 2, a == b),
    b=lambda g, a, b: keep(g, ~(b <= a)) + keep(g / 2, a == b),
)
minimum = elementwise(
    np.minimum,
    a=lambda g, a, b: keep(g, ~(a >= b)) + keep(g / 2, a == b),
    b=lambda g, a, b: keep(g, ~(b >= a)) + keep(g / 2, a == b),
)

# Where one side is NaN, the result is the other.
fmax = elementwise(
    np.fmax, a=lambda g, a, b: keep(g, (a >= b) | np.isnan(b)), b=lambda g, a, b: keep(g, ~((a >= b) | np.isnan(b)))
)
fmin = elementwise(
    np.fmin, a=lambda g, a, b: keep(g, (a <= b) | np.isnan(b)), b=lambda g, a, b: keep(g, ~((a <= b) | np.isnan(b)))
)

absolute = elementwise(np.absolute, x=lambda g, x: g * np.sign(x))
copysign = elementwise(np.copysign, a=lambda g, a, out: g * np.sign(a) * np.sign(out), b=lambda g: np.zeros_like(g))
sign = elementwise(np.sign, x=lambda g: np.zeros_like(g))
floor = elementwise(np.floor, x=lambda g: np.zeros_like(g))
ceil = elementwise(np.ceil, x=lambda g: np.zeros_like(g))
trunc = elementwise(np.trunc, x=lambda g: np.zeros_like(g))
nextafter = elementwise(np.nextafter, a=lambda g, a, b: keep(g, a != b), b=lambda g: np.zeros_like(g))


@elementwise(implements=np.heaviside, x=lambda g: np.zeros_like(g), values=lambda g, x: keep(g, x == 0))
def heaviside(x, values):
    """0 where x < 0, 1 where x > 0, and ``values`` at 0."""
    out, dtype = np.heaviside(x, values), np.result_type(x, values)
    return out if dtype.kind in "fc" else out.astype(dtype)


@elementwise(implements=np.round, x=lambda g: np.zeros_like(g))
def round(x, decimals=0):
    """x rounded to a number of decimals, halves to the even side."""
    return np.round(x, decimals)


@elementwise(x=lambda g: g)
def frac(x):
    """The part of x after the decimal point, with the sign of x."""
    return x - np.trunc(x)


@elementwise(x=lambda g, x: keep(g, np.isfinite(x)))
def nan_to_num(x, *, nan=0.0, posinf=None, neginf=None):
    """x with numbers in place of NaN and infinities: by default 0, and the greatest and least number of the dtype."""
    return np.nan_to_num(x, nan=nan, posinf=posinf, neginf=neginf)


@elementwise(x=lambda g, out: keep(g, out != 0))
def relu(x):
    """Rectified linear unit: max(x, 0); NaN passes, forward and backward."""
    if x.size < 4096 or x.dtype.kind != "f":
        return np.maximum(x, np.zeros(x.shape[-1:], x.dtype))  # half the time that a scalar 0, not vectorized, takes
    return x.clip(0, np.inf)  # a third of that time, but half a microsecond to start


@elementwise(
    implements=np.clip,
    x=lambda g, x, low, high: keep(g, _within(x, low, high)),
    low=lambda g, x, low, high: keep(g, x < low if high is None else (x < low) & (low < high)),
    high=lambda g, x, low, high: keep(g, x > high if low is None else (x > high) | (high < low)),
)
def clip(x, low=None, high=None):
    """x limited to [low, high]; a bound of None is no limit."""
    if not hasattr(low, "dtype") and not hasattr(high, "dtype") and x.dtype.kind == "f":  # in a tenth of the time
        return x.clip(-np.inf if low is None else low, np.inf if high is None else high)
    if low is None:
        return np.minimum(x, high)
    if high is None:
        return np.maximum(x, low)
    return np.minimum(np.maximum(x, low), high)


def _within(x, low, high):
    if low is None:
        return x <= high
    return x >= low if high is None else (x >= low) & (x <= high)


# Results without a gradient: booleans and integers.

equal = elementwise(np.equal)
not_equal = elementwise(np.not_equal)
less = elementwise(np.less)
less_equal = elementwise(np.less_equal)
greater = elementwise(np.greater)
greater_equal = elementwise(np.greater_equal)
logical_and = elementwise(np.logical_and)
logical_or = elementwise(np.logical_or)
logical_xor = elementwise(np.logical_xor)
logical_not = elementwise(np.logical_not)
bitwise_and = elementwise(np.bitwise_and)
bitwise_or = elementwise(np.bitwise_or)
bitwise_xor = elementwise(np.bitwise_xor)
invert = elementwise(np.invert)
left_shift = elementwise(np.left_shift)
right_shift = elementwise(np.right_shift)
isnan = elementwise(np.isnan)
isinf = elementwise(np.isinf)
isfinite = elementwise(np.isfinite)
signbit = elementwise(np.signbit)


@elementwise(implements=np.gcd)
def gcd(a, b):
    """The greatest common divisor of |a| and |b|."""
    return np.gcd(a, b)


@elementwise(implements=np.lcm)
def lcm(a, b):
    """The least common multiple of |a| and |b|."""
    return np.lcm(a, b)


@elementwise(implements=np.isclose)
def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Whether a and b are equal, or differ by at most atol + rtol * |b|."""
    if np.result_type(a, b).kind == "b":  # booleans have no difference
        return np.equal(a, b)
    return np.isclose(a, b, rtol, atol, equal_nan)


@elementwise(implements=np.isposinf)
def isposinf(x):
    """Whether x is +inf."""
    return x == np.inf


@elementwise(implements=np.isneginf)
def isneginf(x):
    """Whether x is -inf."""
    return x == -np.inf


@elementwise(implements=np.isreal)
def isreal(x):
    """Whether x has no imaginary part."""
    return x.imag == 0
