"""PyTorch's names for functions of single elements."""

from typing import Any

from ..ops import elementwise as ops

__all__ = [
    "abs",
    "absolute",
    "add",
    "bitwise_and",
    "bitwise_not",
    "bitwise_or",
    "bitwise_xor",
    "clamp",
    "clip",
    "cos",
    "div",
    "divide",
    "eq",
    "exp",
    "expm1",
    "floor_divide",
    "ge",
    "gt",
    "isfinite",
    "isinf",
    "isnan",
    "le",
    "log",
    "log1p",
    "logical_and",
    "logical_not",
    "logical_or",
    "logical_xor",
    "lt",
    "maximum",
    "minimum",
    "mul",
    "multiply",
    "ne",
    "neg",
    "negative",
    "positive",
    "pow",
    "relu",
    "remainder",
    "sigmoid",
    "sign",
    "sin",
    "sqrt",
    "square",
    "sub",
    "subtract",
    "tanh",
    "true_divide",
    "where",
]

abs = absolute = ops.absolute
bitwise_and = ops.bitwise_and
bitwise_not = ops.invert
bitwise_or = ops.bitwise_or
bitwise_xor = ops.bitwise_xor
cos = ops.cos
eq = ops.equal
exp = ops.exp
expm1 = ops.expm1
floor_divide = ops.floor_divide
ge = ops.greater_equal
gt = ops.greater
isfinite = ops.isfinite
isinf = ops.isinf
isnan = ops.isnan
le = ops.less_equal
log = ops.log
log1p = ops.log1p
logical_and = ops.logical_and
logical_not = ops.logical_not
logical_or = ops.logical_or
logical_xor = ops.logical_xor
lt = ops.less
maximum = ops.maximum
minimum = ops.minimum
mul = multiply = ops.multiply
ne = ops.not_equal
neg = negative = ops.negative
positive = ops.positive
relu = ops.relu
remainder = ops.remainder
sigmoid = ops.sigmoid
sign = ops.sign
sin = ops.sin
sqrt = ops.sqrt
square = ops.square
tanh = ops.tanh


def add(input: Any, other: Any, *, alpha: Any = 1) -> Any:
    """Return input + alpha * other, broadcast.

    >>> import autograd
    >>> autograd.add(autograd.tensor([1.0, 2.0]), 10, alpha=2)
    tensor([21., 22.])
    """
    return ops.add(input, other if alpha == 1 else ops.multiply(other, alpha))


def sub(input: Any, other: Any, *, alpha: Any = 1) -> Any:
    """Return input - alpha * other, broadcast.

    >>> import autograd
    >>> autograd.sub(autograd.tensor([1.0, 2.0]), 1)
    tensor([0., 1.])
    """
    return ops.subtract(input, other if alpha == 1 else ops.multiply(other, alpha))


subtract = sub


def div(input: Any, other: Any, *, rounding_mode: str | None = None) -> Any:
    """Return input / other, broadcast; ``rounding_mode="floor"`` rounds the quotient down.

    Integers give a quotient of the default dtype. Raises ValueError for an unknown rounding mode.

    >>> import autograd
    >>> autograd.div(autograd.tensor([7, -7]), 2)
    tensor([ 3.5000, -3.5000])
    >>> autograd.div(autograd.tensor([7, -7]), 2, rounding_mode="floor")
    tensor([ 3, -4])
    """
    if rounding_mode is None:
        return ops.divide(input, other)
    if rounding_mode == "floor":
        return ops.floor_divide(input, other)
    raise ValueError(f'div: rounding_mode is None or "floor", got {rounding_mode!r}')


divide = true_divide = div


def pow(input: Any, exponent: Any) -> Any:
    """Return input to the power of exponent, broadcast.

    The derivative of x**0 is 0, also at x = 0. Raises ValueError for integers to a negative power.

    >>> import autograd
    >>> autograd.pow(autograd.tensor([1.0, 2.0, 3.0]), 2)
    tensor([1., 4., 9.])
    """
    if type(exponent) is int or type(exponent) is float:
        return ops.power_scalar(input, exponent=exponent)
    return ops.power(input, exponent)


def clamp(input: Any, min: Any = None, max: Any = None) -> Any:
    """Return input limited to [min, max]; None is no limit, and where min > max the result is max.

    The gradient passes where min <= input <= max. Raises ValueError without any limit.

    >>> import autograd
    >>> autograd.clamp(autograd.tensor([-2.0, 0.5, 3.0]), 0, 1)
    tensor([0.0000, 0.5000, 1.0000])
    """
    if min is None and max is None:
        raise ValueError("clamp: give min, max or both")
    return ops.clip(input, min, max)


clip = clamp


def where(condition: Any, input: Any, other: Any) -> Any:
    """Return input where condition, other elsewhere, broadcast; the side not taken receives no gradient.

    >>> import autograd
    >>> x = autograd.tensor([-1.0, 2.0])
    >>> autograd.where(x > 0, x, 0.0)
    tensor([0., 2.])
    """
    return ops.where(condition, input, other)
