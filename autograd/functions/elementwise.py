"""PyTorch's names for functions of single elements; those that only rename an op come first.

The activations here are methods of `Tensor` too; the others are in `nn.functional`.
"""

import math
from typing import Any, overload

import numpy as np

from ..core.dtypes import complex128, float64, get_default_dtype, result_type
from ..core.op import Value
from ..core.primitive import named
from ..exports import public
from ..ops import activation, elementwise as ops
from .arguments import number
from .sorting import nonzero

abs = absolute = named(ops.absolute)
acos = arccos = named(ops.arccos)
acosh = arccosh = named(ops.arccosh)
asin = arcsin = named(ops.arcsin)
asinh = arcsinh = named(ops.arcsinh)
atan = arctan = named(ops.arctan)
atan2 = arctan2 = named(ops.arctan2)
atanh = arctanh = named(ops.arctanh)
bitwise_and = named(ops.bitwise_and)
bitwise_left_shift = named(ops.left_shift, name="bitwise_left_shift")
bitwise_not = named(ops.invert, name="bitwise_not")
bitwise_or = named(ops.bitwise_or)
bitwise_right_shift = named(ops.right_shift, name="bitwise_right_shift")
bitwise_xor = named(ops.bitwise_xor)
ceil = named(ops.ceil)
copysign = named(ops.copysign)
cos = named(ops.cos)
cosh = named(ops.cosh)
deg2rad = named(ops.deg2rad)
exp = named(ops.exp)
exp2 = named(ops.exp2)
expm1 = named(ops.expm1)
floor = named(ops.floor)
floor_divide = named(ops.floor_divide)
fmax = named(ops.fmax)
fmin = named(ops.fmin)
fmod = named(ops.fmod)
frac = named(ops.frac)
gcd = named(ops.gcd)
heaviside = named(ops.heaviside, "input", "values")
hypot = named(ops.hypot)
lcm = named(ops.lcm)
log = named(ops.log)
log10 = named(ops.log10)
log1p = named(ops.log1p)
log2 = named(ops.log2)
logaddexp = named(ops.logaddexp)
logaddexp2 = named(ops.logaddexp2)
maximum = named(ops.maximum)
minimum = named(ops.minimum)
mul = multiply = named(ops.multiply)
neg = negative = named(ops.negative)
nextafter = named(ops.nextafter)
positive = named(ops.positive)
rad2deg = named(ops.rad2deg)
reciprocal = named(ops.reciprocal)
relu = named(ops.relu)
remainder = named(ops.remainder)
rsqrt = named(ops.rsqrt)
sgn = sign = named(ops.sign)
sigmoid = named(ops.sigmoid)
sin = named(ops.sin)
sinh = named(ops.sinh)
sqrt = named(ops.sqrt)
square = named(ops.square)
tan = named(ops.tan)
tanh = named(ops.tanh)
trunc = fix = named(ops.trunc)


def _times(name: str, input: Value, other: Value, alpha: Any) -> Value:
    """Return alpha * other; RuntimeError if alpha, unlike the operands, is not an integer."""
    if alpha == 1:
        return other
    if not isinstance(alpha, int) and result_type(input, other).kind in "iub":
        raise RuntimeError(f"{name}: alpha is an integer where the operands are, got {alpha!r}; convert with .float()")
    return ops.multiply(other, alpha)


def add(input: Value, other: Value, *, alpha: float = 1) -> Value:
    """Return input + alpha * other, broadcast. Raises RuntimeError for integers with a fractional alpha.

    >>> import autograd
    >>> autograd.add(autograd.tensor([1.0, 2.0]), 10, alpha=2)
    tensor([21., 22.])
    """
    return ops.add(input, _times("add", input, other, alpha))


def sub(input: Value, other: Value, *, alpha: float = 1) -> Value:
    """Return input - alpha * other, broadcast. Raises RuntimeError for integers with a fractional alpha.

    >>> import autograd
    >>> autograd.sub(autograd.tensor([1.0, 2.0]), 1)
    tensor([0., 1.])
    """
    return ops.subtract(input, _times("sub", input, other, alpha))


subtract = sub


def rsub(input: Value, other: Value, *, alpha: float = 1) -> Value:
    """Return other - alpha * input, broadcast. Raises RuntimeError for integers with a fractional alpha.

    >>> import autograd
    >>> autograd.rsub(autograd.tensor([1.0, 2.0]), 10)
    tensor([9., 8.])
    """
    return ops.subtract(other, _times("rsub", other, input, alpha))


def div(input: Value, other: Value, *, rounding_mode: str | None = None) -> Value:
    """Return input / other, broadcast; ``rounding_mode`` "floor" rounds the quotient down, "trunc" towards 0.

    The quotient of integers has the default dtype, the rounded one is an integer. The derivative of a rounded quotient
    is 0. Raises RuntimeError for another rounding mode, and if integers are divided by 0 to give an integer.

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
    if rounding_mode == "trunc":
        return ops.trunc_divide(input, other)
    raise RuntimeError(f'div: rounding_mode is None, "floor" or "trunc", got {rounding_mode!r}')


divide = true_divide = div


def pow(input: Value, exponent: Value) -> Value:
    """Return input to the power of exponent, broadcast.

    The derivative of x**0 is 0, also at x = 0. Raises RuntimeError for integers to a negative power.

    >>> import autograd
    >>> autograd.pow(autograd.tensor([1.0, 2.0, 3.0]), 2)
    tensor([1., 4., 9.])
    """
    if type(exponent) is int or type(exponent) is float:
        return ops.power_scalar(input, exponent=exponent)
    return ops.power(input, exponent)


def float_power(input: Value, exponent: Value) -> Value:
    """Return input to the power of exponent, computed in float64 (complex128) whatever their dtypes.

    >>> import autograd
    >>> autograd.float_power(autograd.tensor([1, 2, 3]), -1)
    tensor([1.0000, 0.5000, 0.3333], dtype=float64)
    """
    dtype = complex128 if result_type(input, exponent).kind == "c" else float64
    return pow(*(x.astype(dtype) if hasattr(x, "dtype") else dtype.type(x).item() for x in (input, exponent)))


def ldexp(input: Value, other: Value) -> Value:
    """Return input * 2**other.

    >>> import autograd
    >>> autograd.ldexp(autograd.tensor([1.0, 3.0]), autograd.tensor([1, -1]))
    tensor([2.0000, 1.5000])
    """
    dtype = result_type(input, other)
    if hasattr(other, "dtype") and other.dtype.kind in "iub":
        other = other.astype(np.finfo(dtype).dtype if dtype.kind in "fc" else get_default_dtype())
    return ops.multiply(input, ops.power(2.0, other))


def clamp(input: Value, min: Value | None = None, max: Value | None = None) -> Value:
    """Return input limited to [min, max], numbers or tensors; None is no limit, and where min > max the result is max.

    The gradient passes where min <= input <= max. Raises RuntimeError without any limit.

    >>> import autograd
    >>> autograd.clamp(autograd.tensor([-2.0, 0.5, 3.0]), 0, 1)
    tensor([0.0000, 0.5000, 1.0000])
    """
    if min is None and max is None:
        raise RuntimeError("clamp: give min, max or both")
    return ops.clip(input, min, max)


clip = clamp


def clamp_min(input: Value, min: Value) -> Value:
    """Return the greater of input and a lower limit, a number or tensor.

    >>> import autograd
    >>> autograd.clamp_min(autograd.tensor([-2.0, 0.5]), 0)
    tensor([0.0000, 0.5000])
    """
    return ops.clip(input, min, None)


def clamp_max(input: Value, max: Value) -> Value:
    """Return the lesser of input and an upper limit, a number or tensor.

    >>> import autograd
    >>> autograd.clamp_max(autograd.tensor([-2.0, 0.5]), 0)
    tensor([-2.,  0.])
    """
    return ops.clip(input, None, max)


def round(input: Value, *, decimals: int = 0) -> Value:
    """Return input rounded to integers, or to ``decimals`` after the point (before it, if negative); halves go to even.

    >>> import autograd
    >>> autograd.round(autograd.tensor([0.5, 1.5, 2.567]))
    tensor([0., 2., 3.])
    >>> autograd.round(autograd.tensor([0.5, 1.5, 2.567]), decimals=2)
    tensor([0.5000, 1.5000, 2.5700])
    """
    return ops.round(input, decimals)


def nan_to_num(
    input: Value, nan: float | None = None, posinf: float | None = None, neginf: float | None = None
) -> Value:
    """Return input with numbers for NaN (by default 0) and infinities (the greatest and least of the dtype).

    What was replaced receives no gradient.

    >>> import autograd
    >>> autograd.nan_to_num(autograd.tensor([float("nan"), float("inf"), 1.0]), nan=-1.0, posinf=100.0)
    tensor([ -1., 100.,   1.])
    """
    return ops.nan_to_num(input, nan=0.0 if nan is None else nan, posinf=posinf, neginf=neginf)


def lerp(input: Value, end: Value, weight: Value) -> Value:
    """Return input + weight * (end - input), a linear interpolation; the weight is a number or a tensor.

    >>> import autograd
    >>> autograd.lerp(autograd.tensor([0.0, 1.0]), autograd.tensor([10.0, 3.0]), 0.5)
    tensor([5., 2.])
    """
    return ops.lerp(input, end, weight)


def addcmul(input: Value, tensor1: Value, tensor2: Value, *, value: float = 1) -> Value:
    """Return input + value * tensor1 * tensor2, broadcast. Raises RuntimeError for integers with a fractional value.

    >>> import autograd
    >>> autograd.addcmul(autograd.ones(2), autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]), value=0.5)
    tensor([2.5000, 5.0000])
    """
    if not isinstance(value, int) and result_type(input, tensor1, tensor2).kind in "iub":
        raise RuntimeError(f"addcmul: value is an integer where the tensors are, got {value!r}; convert with .float()")
    return ops.addcmul(input, tensor1, tensor2, value=value)


def addcdiv(input: Value, tensor1: Value, tensor2: Value, *, value: float = 1) -> Value:
    """Return input + value * tensor1 / tensor2, broadcast. Raises RuntimeError for a quotient of integers.

    >>> import autograd
    >>> autograd.addcdiv(autograd.ones(2), autograd.tensor([1.0, 2.0]), autograd.tensor([2.0, 4.0]), value=2)
    tensor([2., 2.])
    """
    if result_type(tensor1, tensor2).kind in "iub":
        raise RuntimeError("addcdiv: divides floating-point numbers, got integers; convert them with .float()")
    return ops.addcdiv(input, tensor1, tensor2, value=value)


@overload
def where(condition: Value) -> tuple[Value, ...]: ...
@overload
def where(condition: Value, input: Value, other: Value) -> Value: ...
def where(condition: Value, input: Value | None = None, other: Value | None = None) -> Value:
    """Return input where condition, other elsewhere, broadcast; the side not taken receives no gradient.

    With the condition alone, return the indices of its nonzero elements, one tensor for each dimension. Raises
    TypeError for only one of input and other, RuntimeError for a number that the dtype of the other one does not have.

    >>> import autograd
    >>> x = autograd.tensor([-1.0, 2.0])
    >>> autograd.where(x > 0, x, 0.0)
    tensor([0., 2.])
    >>> autograd.where(x > 0)
    (tensor([1]),)
    """
    if input is None and other is None:
        return nonzero(condition, as_tuple=True)
    if input is None or other is None:
        raise TypeError("where: give both input and other, or neither for the indices where the condition holds")
    if not hasattr(input, "dtype") and not hasattr(other, "dtype"):  # two Python numbers: nothing says a precision
        input = result_type(input, other).type(input)
    elif type(other) is int and input.dtype.kind in "iu":
        other = number("where", other, input.dtype)
    elif type(input) is int and other.dtype.kind in "iu":
        input = number("where", input, other.dtype)
    return ops.where(condition, input, other)


def hardshrink(input: Value, lambd: float = 0.5) -> Value:
    """Return 0 where |x| <= lambd, where the derivative is 0 too, and x elsewhere.

    >>> import autograd
    >>> autograd.hardshrink(autograd.tensor([-2.0, 0.3, 1.0]))
    tensor([-2.,  0.,  1.])
    """
    return activation.hardshrink(input, bound=lambd)


def prelu(input: Value, weight: Value) -> Value:
    """Return x where x > 0 and ``weight`` x elsewhere: a leaky_relu whose slope is learned (He et al., 2015).

    ``weight`` is one slope, or a vector of one for each channel, for each position of the input's second dimension.
    The derivative at 0 is the weight. Raises RuntimeError for a weight of another size.

    >>> import autograd
    >>> autograd.prelu(autograd.tensor([[-1.0, -1.0], [2.0, 3.0]]), autograd.tensor([0.1, 0.5]))
    tensor([[-0.1000, -0.5000],
            [ 2.0000,  3.0000]])
    """
    if weight.ndim > 1:
        raise RuntimeError(f"prelu: the weight is a scalar or a vector, got shape {weight.shape}")
    slopes = math.prod(weight.shape)
    if slopes == 1:
        return activation.prelu(input, weight.reshape(()))
    channels = input.shape[1] if input.ndim > 1 else 1
    if slopes != channels:
        raise RuntimeError(
            f"prelu: an input of shape {input.shape} has {channels} channels, the weight {slopes}; one slope"
            f" for all channels, or one for each"
        )
    return activation.prelu(input, weight.reshape((channels,) + (1,) * (input.ndim - 2)))


public(globals())
