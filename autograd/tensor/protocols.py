"""Protocols: what Python, NumPy, `copy` and `pickle` ask of a tensor."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from ..core import graph
from ..core.graph import Node
from ..core.op import Tensor, describe, is_tensor
from .fields import Fields
from .numpy_protocol import apply_function, apply_ufunc
from .printing import tensor_repr


class Protocols(Fields):
    """The part of `Tensor` that Python and NumPy call."""

    __slots__ = ()

    __array_priority__ = 1000.0

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        return np.array(self.numpy(), dtype, copy=copy)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **kwargs: Any) -> Any:
        return apply_ufunc(ufunc, method, inputs, kwargs)

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        return apply_function(function, args, kwargs)

    def __dlpack__(self, **kwargs: Any) -> Any:
        if self._node is not None:
            raise BufferError("__dlpack__: this tensor requires grad: export .detach()")
        return self._array.__dlpack__(**kwargs)

    def __dlpack_device__(self) -> tuple[int, int]:
        return self._array.__dlpack_device__()  # type: ignore[no-any-return]

    def __bool__(self) -> bool:
        if self._array.size != 1:
            raise RuntimeError(
                f"the truth value of a tensor of shape {self.shape} is ambiguous: use .any() or .all(), "
                f"or `is` for identity"
            )
        return bool(self._array)

    def __float__(self) -> float:
        return float(self.item())

    def __int__(self) -> int:
        return int(self.item())

    def __complex__(self) -> complex:
        return complex(self.item())

    def __index__(self) -> int:
        if self._array.size != 1 or self._array.dtype.kind not in "iub":
            raise TypeError(f"only an integer tensor with one element is an index, this one is {describe(self)}")
        return int(self._array.item())

    def __len__(self) -> int:
        if not self._array.ndim:
            raise TypeError("a 0-d tensor has no length")
        return len(self._array)

    def __iter__(self) -> Iterator[Tensor]:
        if not self._array.ndim:
            raise TypeError("a 0-d tensor cannot be iterated over")
        return iter(self.unbind(0))

    def __contains__(self, element: Any) -> bool:
        if not is_tensor(element) and not isinstance(element, (np.ndarray, np.generic, int, float, complex)):
            raise TypeError(f"in: a tensor contains numbers, not {type(element).__name__}")
        return bool((self._array == getattr(element, "_array", element)).any())

    def __format__(self, spec: str) -> str:
        if spec and self._array.ndim:
            raise TypeError(f"format: {spec!r} formats one number, this tensor has shape {self.shape}: use .item()")
        return format(self.item(), spec) if spec else str(self)

    def __repr__(self) -> str:
        if isinstance(self._node, Node):
            return tensor_repr(self._array, f"grad_fn={self._node!r}")
        return tensor_repr(self._array, "requires_grad=True" if self._node is not None else None)

    def __deepcopy__(self, memo: dict[int, Any]) -> Tensor:
        twin: Any = object.__new__(type(self))
        memo[id(self)] = twin
        twin._array = graph._copy_array(self._array, memo)
        twin._node = None if self._node is None else graph.copy(self._node, memo)
        if self._node is None:
            twin._cut = self._cut
            if self._frozen is not None:
                twin._frozen = graph.copy(self._frozen, memo)
        return twin

    def __copy__(self) -> Tensor:
        twin: Any = object.__new__(type(self))
        twin._array, twin._node, twin._cut, twin._frozen = self._array, self._node, self._cut, self._frozen
        return twin

    def __reduce__(self) -> Any:
        return _rebuild, (type(self), self._array, self._node is not None, self.grad if self.is_leaf else None)


def _rebuild(cls: Any, array: Any, requires_grad: bool, grad: Tensor | None) -> Tensor:
    """Return the tensor that was pickled, a leaf: pickles hold no history."""
    tensor = object.__new__(cls)
    tensor._array, tensor._node = array, None
    if requires_grad:
        tensor.requires_grad_()
    if grad is not None:
        tensor.grad = grad
    return tensor
