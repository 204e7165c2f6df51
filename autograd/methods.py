"""Methods: the functions that are methods of `Tensor` too, under the same names, and their in-place forms.

One line for each, so that what a tensor can do is read off one page; ``x.tanh`` is the function itself, without a layer
between.
"""

from collections.abc import Callable
from typing import Any

from . import functions


def in_place(name: str, function: Callable[..., Any], *, strict: bool = True) -> Callable[..., Any]:
    """Return the method that gives a tensor the values of ``function`` of it: see `Tensor._replace`."""

    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        self._check_in_place(name)
        return self._replace(function(self, *args, **kwargs), name, strict=strict)

    method.__name__ = method.__qualname__ = name
    method.__doc__ = f"In-place form of `{getattr(function, '__name__', name)}`."
    return method


class Methods:
    """The methods of `Tensor` that are functions of `autograd.functions`."""

    __slots__ = ()

    abs = absolute = functions.abs
    add = functions.add
    all = functions.all
    amax = functions.amax
    amin = functions.amin
    any = functions.any
    argmax = functions.argmax
    argmin = functions.argmin
    bitwise_and = functions.bitwise_and
    bitwise_not = functions.bitwise_not
    bitwise_or = functions.bitwise_or
    bitwise_xor = functions.bitwise_xor
    bmm = functions.bmm
    broadcast_to = functions.broadcast_to
    chunk = functions.chunk
    clamp = clip = functions.clamp
    clone = functions.clone
    cos = functions.cos
    div = divide = true_divide = functions.div
    dot = functions.dot
    eq = functions.eq
    exp = functions.exp
    expand = functions.expand
    expm1 = functions.expm1
    flatten = functions.flatten
    floor_divide = functions.floor_divide
    gather = functions.gather
    ge = functions.ge
    gt = functions.gt
    index_select = functions.index_select
    isfinite = functions.isfinite
    isinf = functions.isinf
    isnan = functions.isnan
    le = functions.le
    log = functions.log
    log1p = functions.log1p
    log_softmax = functions.log_softmax
    logical_and = functions.logical_and
    logical_not = functions.logical_not
    logical_or = functions.logical_or
    logical_xor = functions.logical_xor
    lt = functions.lt
    masked_fill = functions.masked_fill
    matmul = functions.matmul
    max = functions.max
    maximum = functions.maximum
    mean = functions.mean
    min = functions.min
    minimum = functions.minimum
    mm = functions.mm
    movedim = functions.movedim
    mul = multiply = functions.mul
    mv = functions.mv
    ne = functions.ne
    neg = negative = functions.neg
    permute = functions.permute
    positive = functions.positive
    pow = functions.pow
    prod = functions.prod
    relu = functions.relu
    remainder = functions.remainder
    reshape = functions.reshape
    sigmoid = functions.sigmoid
    sign = functions.sign
    sin = functions.sin
    softmax = functions.softmax
    split = functions.split
    sqrt = functions.sqrt
    square = functions.square
    squeeze = functions.squeeze
    std = functions.std
    sub = subtract = functions.sub
    sum = functions.sum
    swapaxes = functions.swapaxes
    t = functions.t
    take_along_dim = functions.take_along_dim
    tanh = functions.tanh
    transpose = functions.transpose
    unbind = functions.unbind
    unsqueeze = functions.unsqueeze
    var = functions.var
    view = functions.view

    def where(self, condition: Any, other: Any) -> Any:
        """Return self where ``condition``, ``other`` elsewhere; see `autograd.where`."""
        return functions.where(condition, self, other)

    # --- in place ---

    abs_ = in_place("abs_", functions.abs)
    add_ = in_place("add_", functions.add)
    clamp_ = in_place("clamp_", functions.clamp)
    clip_ = in_place("clip_", functions.clip)
    cos_ = in_place("cos_", functions.cos)
    div_ = in_place("div_", functions.div)
    divide_ = in_place("divide_", functions.divide)
    exp_ = in_place("exp_", functions.exp)
    expm1_ = in_place("expm1_", functions.expm1)
    floor_divide_ = in_place("floor_divide_", functions.floor_divide)
    log_ = in_place("log_", functions.log)
    log1p_ = in_place("log1p_", functions.log1p)
    masked_fill_ = in_place("masked_fill_", functions.masked_fill)
    mul_ = in_place("mul_", functions.mul)
    multiply_ = in_place("multiply_", functions.multiply)
    neg_ = in_place("neg_", functions.neg)
    negative_ = in_place("negative_", functions.negative)
    pow_ = in_place("pow_", functions.pow)
    relu_ = in_place("relu_", functions.relu)
    remainder_ = in_place("remainder_", functions.remainder)
    sigmoid_ = in_place("sigmoid_", functions.sigmoid)
    sin_ = in_place("sin_", functions.sin)
    sqrt_ = in_place("sqrt_", functions.sqrt)
    square_ = in_place("square_", functions.square)
    sub_ = in_place("sub_", functions.sub)
    subtract_ = in_place("subtract_", functions.subtract)
    tanh_ = in_place("tanh_", functions.tanh)
