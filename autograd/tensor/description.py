"""What a tensor is: shape, dtype, size and layout in memory."""

from typing import overload

from ..core.dtypes import DType
from .fields import Fields


class Description(Fields):
    """The part of `Tensor` that says what its array is like."""

    __slots__ = ()

    @property
    def shape(self) -> tuple[int, ...]:
        """The sizes of all dimensions."""
        return self._array.shape  # type: ignore[no-any-return]

    @property
    def dtype(self) -> DType:
        """The dtype, a NumPy dtype."""
        return self._array.dtype  # type: ignore[no-any-return]

    @property
    def ndim(self) -> int:
        """The number of dimensions."""
        return self._array.ndim  # type: ignore[no-any-return]

    @property
    def device(self) -> str:
        """Where the data is: always ``"cpu"``."""
        return "cpu"

    @property
    def itemsize(self) -> int:
        """Bytes per element."""
        return self._array.itemsize  # type: ignore[no-any-return]

    @property
    def nbytes(self) -> int:
        """Bytes of all elements."""
        return self._array.nbytes  # type: ignore[no-any-return]

    @overload
    def size(self, dim: None = None) -> tuple[int, ...]: ...
    @overload
    def size(self, dim: int) -> int: ...
    def size(self, dim: int | None = None) -> tuple[int, ...] | int:
        """Return the shape, or the size of one dimension."""
        return self.shape if dim is None else self.shape[dim]

    def dim(self) -> int:
        """Return the number of dimensions."""
        return self.ndim

    ndimension = dim

    def numel(self) -> int:
        """Return the number of elements."""
        return self._array.size  # type: ignore[no-any-return]

    nelement = numel

    def element_size(self) -> int:
        """Return the bytes per element."""
        return self.itemsize

    @overload
    def stride(self, dim: None = None) -> tuple[int, ...]: ...
    @overload
    def stride(self, dim: int) -> int: ...
    def stride(self, dim: int | None = None) -> tuple[int, ...] | int:
        """Return by how many elements in memory the neighbours along each dimension, or one, are apart."""
        strides = tuple([step // self.itemsize for step in self._array.strides])
        return strides if dim is None else strides[dim]

    def is_floating_point(self) -> bool:
        """Return whether the dtype is of floating point."""
        return bool(self._array.dtype.kind == "f")

    def is_complex(self) -> bool:
        """Return whether the dtype is one of complex numbers."""
        return bool(self._array.dtype.kind == "c")

    def is_signed(self) -> bool:
        """Return whether the dtype has negative numbers."""
        return bool(self._array.dtype.kind in "ifc")

    def is_contiguous(self) -> bool:
        """Return whether the elements are in memory in order, without gaps."""
        return bool(self._array.flags.c_contiguous)
