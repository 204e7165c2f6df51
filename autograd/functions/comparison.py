"""PyTorch's names for comparisons, and for questions about tensors and their elements."""

import math
from typing import Any

from ..core import op
from ..core.op import Value
from ..core.primitive import named
from ..exports import public
from ..ops import elementwise as ops

eq = named(ops.equal, name="eq")
ge = greater_equal = named(ops.greater_equal, name="ge")
gt = greater = named(ops.greater, name="gt")
isfinite = named(ops.isfinite)
isinf = named(ops.isinf)
isnan = named(ops.isnan)
isneginf = named(ops.isneginf)
isposinf = named(ops.isposinf)
isreal = named(ops.isreal)
le = less_equal = named(ops.less_equal, name="le")
logical_and = named(ops.logical_and)
logical_not = named(ops.logical_not)
logical_or = named(ops.logical_or)
logical_xor = named(ops.logical_xor)
lt = less = named(ops.less, name="lt")
ne = not_equal = named(ops.not_equal, name="ne")
signbit = named(ops.signbit)


def isclose(input: Value, other: Value, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False) -> Value:
    """Return where input and other are equal or differ by at most atol + rtol * |other|.

    Infinities are close to themselves only, NaN to NaN if ``equal_nan``. Raises RuntimeError for negative tolerances.

    >>> import autograd
    >>> autograd.isclose(autograd.tensor([1.0, 2.0]), autograd.tensor([1.0 + 1e-6, 2.1]))
    tensor([ True, False])
    """
    return _close("isclose", input, other, rtol, atol, equal_nan)


def allclose(input: Value, other: Value, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False) -> bool:
    """Return whether all elements are close, by the measure of `isclose`. Raises RuntimeError for negative tolerances.

    >>> import autograd
    >>> autograd.allclose(autograd.tensor([1.0, 2.0]), autograd.tensor([1.0, 2.1]), rtol=0.1)
    True
    """
    return bool(_close("allclose", input, other, rtol, atol, equal_nan).all())


def _close(name: str, input: Value, other: Value, rtol: float, atol: float, equal_nan: bool) -> Value:
    if not (rtol >= 0 and atol >= 0):
        raise RuntimeError(f"{name}: tolerances are not negative, got rtol={rtol}, atol={atol}")
    return ops.isclose(input, other, rtol, atol, equal_nan)


def equal(input: Value, other: Value) -> bool:
    """Return whether two tensors have the same shape and equal elements. Raises TypeError for anything but tensors.

    >>> import autograd
    >>> autograd.equal(autograd.tensor([1, 2]), autograd.tensor([1, 2]))
    True
    """
    for value in (input, other):
        if not hasattr(value, "shape"):
            raise TypeError(
                f"equal: compares two tensors, got {value!r}; eq(x, 2) compares every element with a number"
            )
    return input.shape == other.shape and bool((input == other).all())


def is_tensor(obj: Any) -> bool:
    """Return whether an object is a tensor.

    >>> import autograd
    >>> autograd.is_tensor(autograd.ones(2)), autograd.is_tensor([1.0, 1.0])
    (True, False)
    """
    return op.is_tensor(obj)


def numel(input: Value) -> int:
    """Return the number of elements.

    >>> import autograd
    >>> autograd.numel(autograd.ones(2, 3))
    6
    """
    return math.prod(input.shape)


def is_complex(input: Value) -> bool:
    """Return whether the dtype is of complex numbers.

    >>> import autograd
    >>> autograd.is_complex(autograd.tensor([1j])), autograd.is_complex(autograd.ones(2))
    (True, False)
    """
    return bool(input.dtype.kind == "c")


def is_nonzero(input: Value) -> bool:
    """Return whether the only element of a tensor is not zero. Raises RuntimeError if there are several, or none.

    >>> import autograd
    >>> autograd.is_nonzero(autograd.tensor([0.0])), autograd.is_nonzero(autograd.tensor(2))
    (False, True)
    """
    if math.prod(input.shape) != 1:
        raise RuntimeError(f"is_nonzero: asks about a tensor with one element, this one has shape {input.shape}")
    return bool(input.item() != 0)


def is_floating_point(input: Value) -> bool:
    """Return whether the dtype is of floating point.

    >>> import autograd
    >>> autograd.is_floating_point(autograd.ones(2)), autograd.is_floating_point(autograd.arange(2))
    (True, False)
    """
    return bool(input.is_floating_point())


public(globals())
