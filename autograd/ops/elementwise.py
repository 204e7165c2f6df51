"""Functions of one or two arrays, element by element.

Conventions at kinks and ties are PyTorch's: relu'(0) = abs'(0) = 0, a tie of maximum or minimum gives half to each
side, clip passes the gradient at its bounds, x**0 has derivative 0, and d(0**y)/dy = 0 for y >= 0.
"""

import numpy as np

from ..dtypes import bool_
from ..primitive import elementwise

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


power = elementwise(np.power, a=_power_a, b=_power_b)


@elementwise(x=lambda g, x, exponent: g * 0 if exponent == 0 else g * (exponent * x ** (exponent - 1)))
def power_scalar(x, *, exponent):
    """x to the power of a Python number."""
    return x**exponent


floor_divide = elementwise(np.floor_divide, a=lambda g: g * 0, b=lambda g: g * 0)
remainder = elementwise(np.remainder, a=lambda g: g, b=lambda g, a, b: -g * (a // b))


@elementwise(implements=np.square, x=lambda g, x: 2 * g * x)
def square(x):
    """Square: x²."""
    return x * x


# Exponentials, roots and trigonometry.

exp = elementwise(np.exp, x=lambda g, out: g * out)
expm1 = elementwise(np.expm1, x=lambda g, out: g * (out + 1))
log = elementwise(np.log, x=lambda g, x: g / x)
log1p = elementwise(np.log1p, x=lambda g, x: g / (x + 1))
sqrt = elementwise(np.sqrt, x=lambda g, out: g / (2 * out))
sin = elementwise(np.sin, x=lambda g, x: g * np.cos(x))
cos = elementwise(np.cos, x=lambda g, x: -g * np.sin(x))
tanh = elementwise(np.tanh, x=lambda g, out: g * (1 - out * out))


@elementwise(x=lambda g, out: g * (out * (1 - out)))
def sigmoid(x):
    """Logistic function: 1 / (1 + exp(-x)), as exp(x) / (1 + exp(x)) where x < 0, without overflow."""
    if x.dtype.kind in "bu":
        x = x + 0.0  # there is no -x of these
    small = np.exp(-np.abs(x))  # in (0, 1]: never overflows
    return np.where(x >= 0, 1, small) / (1 + small)


# Piecewise.


_SAME_SIZE = {np.dtype("float32"): np.dtype("int32"), np.dtype("float64"): np.dtype("int64")}


@elementwise(x=lambda g, condition: keep(g, condition))
def keep(x, condition):
    """x where ``condition``, 0 elsewhere: a selection, so that inf and NaN elsewhere are dropped too."""
    integer = _SAME_SIZE.get(x.dtype)
    if integer is None or getattr(condition, "dtype", None) is not bool_:
        return np.where(condition, x, x.dtype.type(0))
    # As bits, with a mask of all ones or all zeros: no branches, 14 times as fast as np.where on a random mask.
    bits = np.negative(condition.astype(integer))
    return (x.view(integer) & bits).view(x.dtype)


@elementwise(
    implements=np.where,
    a=lambda g, condition: keep(g, condition),
    b=lambda g, condition: keep(g, np.logical_not(condition)),  # not ~condition: it may be numbers, or True
)
def where(condition, a, b):
    """a where ``condition``, b elsewhere; the side not taken gets the gradient 0, whatever its value."""
    return np.where(condition, a, b)


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

absolute = elementwise(np.absolute, x=lambda g, x: g * np.sign(x))
sign = elementwise(np.sign, x=lambda g: g * 0)


@elementwise(x=lambda g, out: keep(g, out != 0))
def relu(x):
    """Rectified linear unit: max(x, 0); NaN passes, forward and backward."""
    return np.maximum(x, np.zeros(x.shape[-1:], x.dtype))  # half the time of a scalar 0, which is not vectorized


@elementwise(
    implements=np.clip,
    x=lambda g, x, low, high: keep(g, _within(x, low, high)),
    low=lambda g, x, low, high: keep(g, x < low if high is None else (x < low) & (low < high)),
    high=lambda g, x, low, high: keep(g, x > high if low is None else (x > high) | (high < low)),
)
def clip(x, low=None, high=None):
    """x limited to [low, high]; None is no limit."""
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
isnan = elementwise(np.isnan)
isinf = elementwise(np.isinf)
isfinite = elementwise(np.isfinite)
