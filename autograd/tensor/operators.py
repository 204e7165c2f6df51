"""Operators: ``x + y`` is the op itself, `ops.elementwise.add`, without a layer between."""

from collections.abc import Callable
from typing import Any

from ..core.op import Tensor
from ..functions.elementwise import pow
from ..functions.subscripts import getitem
from ..ops import elementwise, linalg
from .fields import Fields


def _reflected(name: str, op: Callable[..., Any]) -> Callable[[Any, Any], Tensor]:
    """Return what computes ``other - self`` where ``other`` is no tensor."""

    def operator(self: Any, other: Any) -> Tensor:
        return op(other, self)

    operator.__name__ = name
    return operator


class Operators(Fields):
    """The part of `Tensor` that gives it operators; those that change it, such as ``+=``, are in `in_place`."""

    __slots__ = ()

    __add__ = __radd__ = elementwise.add
    __sub__ = elementwise.subtract
    __mul__ = __rmul__ = elementwise.multiply
    __truediv__ = elementwise.divide
    __floordiv__ = elementwise.floor_divide
    __mod__ = elementwise.remainder
    __pow__ = pow
    __matmul__ = linalg.matmul
    __lshift__ = elementwise.left_shift
    __rshift__ = elementwise.right_shift
    __rsub__ = _reflected("__rsub__", elementwise.subtract)
    __rtruediv__ = _reflected("__rtruediv__", elementwise.divide)
    __rfloordiv__ = _reflected("__rfloordiv__", elementwise.floor_divide)
    __rmod__ = _reflected("__rmod__", elementwise.remainder)
    __rpow__ = _reflected("__rpow__", elementwise.power)
    __rmatmul__ = _reflected("__rmatmul__", linalg.matmul)
    __rlshift__ = _reflected("__rlshift__", elementwise.left_shift)
    __rrshift__ = _reflected("__rrshift__", elementwise.right_shift)
    __and__ = __rand__ = elementwise.bitwise_and
    __or__ = __ror__ = elementwise.bitwise_or
    __xor__ = __rxor__ = elementwise.bitwise_xor
    __invert__ = elementwise.invert
    __neg__ = elementwise.negative
    __pos__ = elementwise.positive
    __abs__ = elementwise.absolute
    __eq__ = elementwise.equal
    __ne__ = elementwise.not_equal
    __lt__ = elementwise.less
    __le__ = elementwise.less_equal
    __gt__ = elementwise.greater
    __ge__ = elementwise.greater_equal
    __hash__ = object.__hash__  # by identity, although == compares elements
    __getitem__ = getitem
