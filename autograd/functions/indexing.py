"""Indexing by PyTorch's rules, which are NumPy's but for integers next to index arrays, and PyTorch's names for it."""

import math
from typing import Any

import numpy as np

from ..core.dtypes import bool_
from ..ops import elementwise
from ..ops import indexing as ops
from .shape import _common_shape, _dim, broadcast_to

__all__ = [
    "gather",
    "index_select",
    "masked_fill",
    "masked_select",
    "take",
    "take_along_dim",
]


def plain(index: Any) -> Any:
    """Return an index expression with arrays in place of tensors, lists and other sequences."""
    return tuple([_plain(part) for part in index]) if type(index) is tuple else _plain(index)


def _plain(part: Any) -> Any:
    array = getattr(part, "_array", part)
    if isinstance(array, (list, tuple, range)):
        array = np.asarray(_numbers(array))
        if not array.size:
            array = array.astype(np.int64)
    if isinstance(array, np.ndarray):
        if array.dtype.kind not in "iub":
            raise IndexError(f"index tensors are of integers or booleans, got {array.dtype}")
        if not array.ndim and array.dtype.kind != "b":
            return int(array)
    return array


def _numbers(sequence: Any) -> list[Any]:
    return [_numbers(i) if isinstance(i, (list, tuple, range)) else getattr(i, "_array", i) for i in sequence]


def parts(index: Any, ndim: int) -> tuple[Any, Any]:
    """Split an index that mixes integers with index arrays: NumPy counts the integers among the arrays, PyTorch applies
    them first. Returns the index of the integers (None if there is nothing to split) and that of the rest."""
    if type(index) is not tuple or not any(isinstance(part, np.ndarray) for part in index):
        return None, index
    rest = ndim - sum(map(ops.named, index))
    if not rest:  # an ellipsis for no dimensions: for NumPy it separates the arrays on its sides
        index = tuple([part for part in index if part is not ...])
    integers = [isinstance(part, (int, np.integer)) and not isinstance(part, bool) for part in index]
    if not any(integers):
        return None, index
    first: list[Any] = []
    for part, is_integer in zip(index, integers, strict=True):
        first += [part] if is_integer else [slice(None)] * (rest if part is ... else ops.named(part))
    return tuple(first), tuple([part for part, is_integer in zip(index, integers, strict=True) if not is_integer])


def getitem(input: Any, index: Any) -> Any:
    """Return input[index]: integers, slices, None, Ellipsis, and tensors of integers or booleans, combined."""
    first, rest = parts(plain(index), len(input.shape))
    if first is not None:
        input = ops.getitem(input, index=first)
    return ops.getitem(input, index=rest)


def setitem(input: Any, index: Any, value: Any) -> Any:
    """Return a copy of the input in which input[index] is value."""
    first, rest = parts(plain(index), len(input.shape))
    if first is None:
        return ops.setitem(input, value, index=rest)
    return ops.setitem(input, ops.setitem(ops.getitem(input, index=first), value, index=rest), index=first)


def positions(
    name: str, index: Any, size: int, dim: int = 0, *, negative: bool = False, error: type[Exception] = IndexError
) -> Any:
    """Return an index along a dimension as array of int64; if ``negative`` are allowed, they count from the end.

    Raises RuntimeError for an index that is not of integers, ``error`` for elements out of range.
    """
    array = np.asarray(getattr(index, "_array", index))
    if array.dtype.kind not in "iu" and array.size:
        raise RuntimeError(f"{name}: the index must be of integers, got {array.dtype}")
    array = array.astype(np.int64, copy=False)
    if array.size and int(array.view(np.uint64).max()) >= size:  # unsigned, negative numbers are too large as well
        low, high = int(array.min()), int(array.max())
        least = -size if negative else 0
        if low < least or high >= size:
            raise error(
                f"{name}: index {low if low < least else high} is out of range for dim {dim} of size {size}: "
                f"[{least}, {size - 1}]"
            )
        if low < 0:
            array = np.where(array < 0, array + size, array)
    return array


def vector(name: str, input: Any, dim: int, index: Any, **options: Any) -> tuple[int, Any]:
    """Return which dimension ``dim`` is, and a vector of positions along it: one number counts as a vector."""
    shape = tuple(input.shape)
    dim = _dim(name, dim, len(shape))
    array = positions(name, index, shape[dim] if shape else 1, dim, **options)
    if array.ndim > 1:
        raise IndexError(f"{name}: the index must be a vector, got shape {array.shape}")
    return dim, np.atleast_1d(array)


def index_select(input: Any, dim: int, index: Any) -> Any:
    """Return the slices of the input along ``dim`` at the positions in ``index``, a vector of integers.

    Raises IndexError for positions that are negative or too large.

    >>> import autograd
    >>> autograd.index_select(autograd.tensor([[1, 2], [3, 4]]), 1, autograd.tensor([1, 1]))
    tensor([[2, 2],
            [4, 4]])
    """
    dim, index = vector("index_select", input, dim, index)
    if not input.shape:
        if index.size != 1:
            raise RuntimeError(f"index_select: a 0-d tensor has one element, the index {index.size}")
        return ops.getitem(input, index=())
    return ops.getitem(input, index=(slice(None),) * dim + (index,) if dim else index)


def take_along_dim(input: Any, indices: Any, dim: int | None = None) -> Any:
    """Return input's elements at ``indices`` along ``dim``; the other dimensions are broadcast against each other.

    Without ``dim`` both are flattened. Raises IndexError for indices out of range; negative ones count from the end.

    >>> import autograd
    >>> x = autograd.tensor([[10, 30, 20], [60, 40, 50]])
    >>> autograd.take_along_dim(x, x.argmax(dim=1, keepdim=True), dim=1)
    tensor([[30],
            [60]])
    """
    shape = tuple(input.shape)
    if dim is None:
        size = math.prod(shape)
        return ops.take(input, positions=positions("take_along_dim", indices, size, negative=True).reshape(-1))
    dim = _dim("take_along_dim", dim, len(shape))
    array = positions("take_along_dim", indices, shape[dim] if shape else 1, dim, negative=True)
    if array.ndim != len(shape):
        raise RuntimeError(
            f"take_along_dim: the indices have {array.ndim} dimensions, the input {len(shape)}: they must be as many"
        )
    others = _common_shape(
        "take_along_dim", [tuple(n for i, n in enumerate(s) if i != dim) for s in (shape, array.shape)]
    )
    array = np.broadcast_to(array, (*others[:dim], *array.shape[dim : dim + 1], *others[dim:]))
    input = broadcast_to(input, (*others[:dim], *shape[dim : dim + 1], *others[dim:]))
    return ops.take(input, positions=ops.along(array, dim, tuple(input.shape)))


def gather(input: Any, dim: int, index: Any, *, sparse_grad: bool = False) -> Any:
    """Return out[i][j] = input[i][index[i][j]] for dim = 1, and likewise for other dimensions and ranks.

    The index may be smaller than the input along the other dimensions. Raises RuntimeError if it is larger, and for
    indices that are negative or too large. Gradients are never sparse: ``sparse_grad`` is ignored.

    >>> import autograd
    >>> autograd.gather(autograd.tensor([[1, 2], [3, 4]]), 1, autograd.tensor([[0, 0], [1, 0]]))
    tensor([[1, 1],
            [4, 3]])
    """
    return ops.take(input, positions=elements("gather", input, dim, index))


def elements(name: str, input: Any, dim: int, index: Any) -> Any:
    """Return the positions in the flattened input of its elements at ``index`` along ``dim``, as `gather` counts."""
    shape = tuple(input.shape)
    dim = _dim(name, dim, len(shape))
    array = positions(name, index, shape[dim] if shape else 1, dim, error=RuntimeError)
    if not array.size:
        return array
    if max(array.ndim, 1) != max(len(shape), 1):
        raise RuntimeError(
            f"{name}: the index has {array.ndim} dimensions, the input {len(shape)}: they must be as many"
        )
    if any(n > m for i, (n, m) in enumerate(zip(array.shape, shape, strict=False)) if i != dim):
        raise RuntimeError(
            f"{name}: the index, of shape {array.shape}, must not be larger than the input, of shape {shape}, except "
            f"along dim {dim}"
        )
    return ops.along(array, dim, shape)


def take(input: Any, index: Any) -> Any:
    """Return the elements of the flattened input at ``index``, in the index's shape; negative ones count from the end.

    >>> import autograd
    >>> autograd.take(autograd.tensor([[1, 2], [3, 4]]), autograd.tensor([0, -1]))
    tensor([1, 4])
    """
    return ops.take(input, positions=positions("take", index, math.prod(input.shape), negative=True))


def masked_select(input: Any, mask: Any) -> Any:
    """Return the elements of the input where ``mask`` is true, as a vector; the two are broadcast.

    Raises RuntimeError for a mask that is not of booleans.

    >>> import autograd
    >>> autograd.masked_select(autograd.tensor([1.0, 2.0, 3.0]), autograd.tensor([True, False, True]))
    tensor([1., 3.])
    """
    where = booleans("masked_select", mask)
    shape = _common_shape("masked_select", [where.shape, tuple(input.shape)])
    return ops.getitem(broadcast_to(input, shape), index=np.broadcast_to(where, shape))


def booleans(name: str, mask: Any) -> Any:
    """Return a mask as an array; raises RuntimeError if it is not of booleans."""
    array = np.asarray(getattr(mask, "_array", mask))
    if array.dtype != bool_:
        raise RuntimeError(f"{name}: the mask must be of booleans, got {array.dtype}; compare first, as in mask != 0")
    return array


def masked_fill(input: Any, mask: Any, value: Any) -> Any:
    """Return the input with ``value``, a number or a 0-d tensor, where ``mask`` is true; the two are broadcast.

    The result has the input's dtype. Raises RuntimeError for a mask that is not of booleans.

    >>> import autograd
    >>> autograd.masked_fill(autograd.tensor([1.0, 2.0]), autograd.tensor([True, False]), 0.0)
    tensor([0., 2.])
    """
    where = booleans("masked_fill", mask)
    _common_shape("masked_fill", [where.shape, tuple(input.shape)])
    return elementwise.where(where, number("masked_fill", value, input.dtype), input)


def number(name: str, value: Any, dtype: Any) -> Any:
    """Return a number or a 0-d tensor as one that changes no dtype; raises TypeError or RuntimeError for others."""
    if getattr(value, "shape", ()) != ():
        raise RuntimeError(f"{name}: the value must be one number, got shape {tuple(value.shape)}")
    if hasattr(value, "to"):
        return value.to(dtype)
    if not isinstance(value, (int, float, complex, np.generic, np.ndarray)):
        raise TypeError(f"{name}: the value must be a number or a 0-d tensor, got {value!r}")
    try:
        with np.errstate(over="raise"):
            return dtype.type(value)
    except (FloatingPointError, OverflowError, TypeError, ValueError) as error:
        raise RuntimeError(f"{name}: {value} is not a value of {dtype}") from error
