"""What x[index] and x[index] = value do: as in NumPy, but for PyTorch's rule for integers next to index arrays."""

from typing import Any

import numpy as np

from ..core.op import Value
from ..ops import indexing as ops
from .arguments import array_of


def plain(index: Any) -> Any:
    """Return an index expression with arrays in place of tensors, lists and other sequences."""
    return tuple([_plain(part) for part in index]) if type(index) is tuple else _plain(index)


def _plain(part: Any) -> Any:
    array = array_of(part)
    if isinstance(array, (list, tuple, range)):
        array = np.asarray(_without_tensors(array))
        if not array.size:
            array = array.astype(np.int64)
    if isinstance(array, np.ndarray):
        if array.dtype.kind not in "iub":
            raise IndexError(f"index tensors are of integers or booleans, got {array.dtype}")
        if not array.ndim and array.dtype.kind != "b":
            return int(array)
    return array


def _without_tensors(sequence: Any) -> list[Any]:
    return [_without_tensors(i) if isinstance(i, (list, tuple, range)) else array_of(i) for i in sequence]


def parts(index: Any, ndim: int) -> tuple[Any, Any]:
    """Split an index that mixes integers with index arrays; return that of the integers, and that of the rest.

    NumPy counts the integers among the arrays, PyTorch applies them first. The first is None if nothing is to be split.
    """
    if type(index) is not tuple or not any(isinstance(part, np.ndarray) for part in index):
        return None, index
    rest = ndim - sum(map(ops.axes_of, index))
    if not rest:  # an ellipsis for no dimensions: for NumPy it separates the arrays on its sides
        index = tuple([part for part in index if part is not ...])
    integers = [isinstance(part, (int, np.integer)) and not isinstance(part, bool) for part in index]
    if not any(integers):
        return None, index
    first: list[Any] = []
    for part, is_integer in zip(index, integers, strict=True):
        first += [part] if is_integer else [slice(None)] * (rest if part is ... else ops.axes_of(part))
    return tuple(first), tuple([part for part, is_integer in zip(index, integers, strict=True) if not is_integer])


def getitem(input: Value, index: Any) -> Value:
    """Return input[index]: integers, slices, None, Ellipsis, and tensors of integers or booleans, combined."""
    first, rest = parts(plain(index), input.ndim)
    if first is not None:
        input = ops.getitem(input, index=first)
    return ops.getitem(input, index=rest)


def setitem(input: Value, index: Any, value: Any) -> Value:
    """Return a copy of the input in which input[index] is value."""
    first, rest = parts(plain(index), input.ndim)
    if first is None:
        return ops.setitem(input, value, index=rest)
    return ops.setitem(input, ops.setitem(ops.getitem(input, index=first), value, index=rest), index=first)
