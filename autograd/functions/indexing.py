"""Indexing by PyTorch's rules, which are NumPy's but for integers next to index arrays, and PyTorch's names for it."""

from typing import Any

import numpy as np

from ..ops import elementwise
from ..ops import indexing as ops
from .shape import _dim, reshape

__all__ = [
    "gather",
    "index_select",
    "masked_fill",
    "take_along_dim",
]


def plain(index: Any) -> Any:
    """Return an index expression with arrays in place of tensors and lists."""
    if type(index) is tuple:
        return tuple([plain(part) for part in index])
    array = getattr(index, "_array", index)
    if isinstance(array, list):
        array = np.asarray([int(i) if getattr(i, "ndim", None) == 0 else getattr(i, "_array", i) for i in array])
        if not array.size:
            array = array.astype(np.int64)
    if isinstance(array, np.ndarray):
        if array.dtype.kind not in "iub":
            raise IndexError(f"index tensors are of integers or booleans, got {array.dtype}")
        if not array.ndim and array.dtype.kind != "b":
            return int(array)
    return array


def parts(index: Any, ndim: int) -> tuple[Any, Any]:
    """Split an index that mixes integers with index arrays: NumPy counts the integers among the arrays, PyTorch applies
    them first. Returns the index of the integers (None if there is nothing to split) and that of the rest."""
    if type(index) is not tuple or not any(isinstance(part, np.ndarray) for part in index):
        return None, index
    integers = [isinstance(part, (int, np.integer)) and not isinstance(part, (bool, np.bool_)) for part in index]
    if not any(integers):
        return None, index
    first: list[Any] = []
    rest: list[Any] = []
    used = sum(
        part.ndim
        if isinstance(part, np.ndarray) and part.dtype.kind == "b"
        else part is not None and part is not Ellipsis
        for part in index
    )
    for part, is_integer in zip(index, integers, strict=True):
        if is_integer:
            first.append(part)
            continue
        rest.append(part)
        if part is Ellipsis:
            first.extend([slice(None)] * (ndim - used))
        elif isinstance(part, np.ndarray) and part.dtype.kind == "b":
            first.extend([slice(None)] * part.ndim)
        elif part is not None:
            first.append(slice(None))
    return tuple(first), tuple(rest)


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


def index_select(input: Any, dim: int, index: Any) -> Any:
    """Return the slices of the input along ``dim`` at the positions in ``index``, a vector of integers.

    >>> import autograd
    >>> autograd.index_select(autograd.tensor([[1, 2], [3, 4]]), 1, autograd.tensor([1, 1]))
    tensor([[2, 2],
            [4, 4]])
    """
    positions = np.atleast_1d(plain(index))
    if positions.ndim > 1:
        raise IndexError(f"index_select: the index must be a vector, got shape {positions.shape}; x[index] takes any")
    return getitem(input, (slice(None),) * _dim("index_select", dim, len(input.shape)) + (positions,))


def take_along_dim(input: Any, indices: Any, dim: int | None = None) -> Any:
    """Return input's elements at ``indices`` along ``dim``; the other dimensions are broadcast against each other.

    Without ``dim`` both are flattened.

    >>> import autograd
    >>> x = autograd.tensor([[10, 30, 20], [60, 40, 50]])
    >>> autograd.take_along_dim(x, x.argmax(dim=1, keepdim=True), dim=1)
    tensor([[30],
            [60]])
    """
    positions = np.asarray(plain(indices))
    if dim is None:
        return ops.getitem(reshape(input, -1), index=positions.reshape(-1))
    return _along("take_along_dim", input, dim, positions, input.shape)


def gather(input: Any, dim: int, index: Any) -> Any:
    """Return out[i][j] = input[i][index[i][j]] for dim = 1, and likewise for other dimensions and ranks.

    >>> import autograd
    >>> autograd.gather(autograd.tensor([[1, 2], [3, 4]]), 1, autograd.tensor([[0, 0], [1, 0]]))
    tensor([[1, 1],
            [4, 3]])
    """
    positions = np.asarray(plain(index))
    return _along("gather", input, dim, positions, positions.shape)


def _along(name: str, input: Any, dim: int, positions: Any, sizes: tuple[int, ...]) -> Any:
    """Take the elements at ``positions`` along ``dim``, one for each position of the others up to ``sizes``."""
    ndim = len(input.shape)
    dim = _dim(name, dim, ndim)
    if positions.ndim != ndim:
        raise RuntimeError(f"{name}: the index has {positions.ndim} dimensions, the input {ndim}: they must be as many")
    grid = list(np.ix_(*map(range, sizes)))
    grid[dim : dim + 1] = [positions] if ndim else []
    return ops.getitem(input, index=tuple(grid))


def masked_fill(input: Any, mask: Any, value: Any) -> Any:
    """Return the input with ``value`` where ``mask`` is true.

    >>> import autograd
    >>> autograd.masked_fill(autograd.tensor([1.0, 2.0]), autograd.tensor([True, False]), 0.0)
    tensor([0., 2.])
    """
    if input.dtype.kind in "iub":  # the result keeps the dtype of the input, which a floating value would change
        value = value.to(input.dtype) if hasattr(value, "to") else input.dtype.type(value)
    return elementwise.where(mask, value, input)
