"""Conversion of tensors: to other dtypes, to arrays, to Python numbers and lists."""

from collections.abc import Callable
from typing import Any, overload

import numpy as np

from ..core import dtypes
from ..core.op import Tensor, is_tensor, wrap
from ..ops import conversion
from .fields import Fields


def _converter(name: str, dtype: Any) -> Callable[[Any], Tensor]:
    def convert(self: Any) -> Tensor:
        return self.to(dtype)

    convert.__name__ = convert.__qualname__ = name
    kind = "booleans: whether each element is nonzero" if name == "bool" else str(dtype)
    convert.__doc__ = f"Return the tensor converted to {kind}."
    return convert


class Conversion(Fields):
    """The part of `Tensor` that converts it."""

    __slots__ = ()

    def numpy(self, *, force: bool = False) -> np.ndarray[tuple[Any, ...], np.dtype[Any]]:
        """Return the array, sharing memory. Raises RuntimeError if the tensor requires grad, unless ``force``."""
        if self._node is not None and not force:
            raise RuntimeError(
                "numpy(): this tensor requires grad, and NumPy would not record what is done with it: "
                "use .detach().numpy()"
            )
        return self._array  # type: ignore[no-any-return]

    def item(self) -> Any:
        """Return the only element as a Python number. Raises RuntimeError if there are more or none."""
        if self._array.size != 1:
            raise RuntimeError(
                f"item: only a tensor with one element is a Python number, this one has shape {self.shape}"
            )
        return self._array.item()

    def tolist(self) -> Any:
        """Return the elements as nested lists of Python numbers."""
        return self._array.tolist()

    def to(
        self, *args: Any, dtype: Any = None, device: Any = None, non_blocking: bool = False, copy: bool = False
    ) -> Tensor:
        """Return the tensor converted to a dtype, or to the dtype of another tensor; itself if there is nothing to do.

        Raises ValueError for a device other than the CPU.
        """
        for argument in args:
            if is_tensor(argument):
                dtype = argument.dtype
            elif isinstance(argument, str) and argument.split(":")[0] in ("cpu", "cuda", "mps", "xpu", "meta"):
                device = argument
            elif not isinstance(argument, bool):
                dtype = argument
        if device is not None and not str(device).startswith("cpu"):
            raise ValueError(f"tensors are on the CPU; there is no device {device!r}")
        if dtype is None or np.dtype(dtype) == self.dtype:
            return self.clone() if copy else self
        dtype = np.dtype(dtype)
        if dtype.kind not in "fc":
            converted = wrap(self._array.astype(dtype))
            converted._cut = f"a tensor was converted to {dtype}"
            return converted
        return conversion.astype(self, dtype=dtype)

    @overload
    def type(self, dtype: None = None) -> str: ...
    @overload
    def type(self, dtype: Any) -> Tensor: ...
    def type(self, dtype: Any = None) -> str | Tensor:
        """Return the tensor converted to ``dtype``; without one, the name of its own."""
        return self.dtype.name if dtype is None else self.to(dtype)

    def astype(self, dtype: Any) -> Tensor:
        """NumPy's name for `to`."""
        return self.to(dtype)

    def type_as(self, other: Tensor) -> Tensor:
        """Return the tensor converted to the dtype of another."""
        return self.to(other.dtype)

    def cpu(self) -> Tensor:
        """Return the tensor itself, which is on the CPU."""
        return self

    def contiguous(self) -> Tensor:
        """Return the tensor, or a copy if its elements are not in memory in order."""
        return self if self.is_contiguous() else self.clone()


# Put on the class from outside: in its body, these names would hide Python's.
_NAMES = {"float": dtypes.float32, "double": dtypes.float64, "half": dtypes.float16, "long": dtypes.int64}
_NAMES |= {"int": dtypes.int32, "short": dtypes.int16, "char": dtypes.int8, "byte": dtypes.uint8, "bool": dtypes.bool_}
for _name, _dtype in _NAMES.items():
    setattr(Conversion, _name, _converter(_name, _dtype))
