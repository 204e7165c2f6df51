"""PyTorch's names for orders along a dimension, and for searching. NaN is greater than all other numbers."""

from typing import Any, Literal, overload

import numpy as np

from ..core.op import Value
from ..exports import public
from ..ops import shape as shape_ops, sorting as ops
from ..ops.reduction import Picked
from .arguments import array_of, axis_of


def _ordered_axis(name: str, input: Value, dim: int) -> int:
    """Return the axis to find an order along; raises RuntimeError for complex numbers."""
    if input.dtype.kind == "c":
        raise RuntimeError(f"{name}: complex numbers have no order")
    return axis_of(name, dim, input.ndim)


def _rank_and_axis(name: str, input: Value, k: Any, dim: int, least: int) -> tuple[int, int]:
    """Return how many elements, or which one, is wanted in the order along ``dim``, and the axis that this is."""
    axis = _ordered_axis(name, input, dim)
    size = input.shape[axis] if input.shape else 1
    if size < least:
        raise IndexError(f"{name}: dim {axis} has size 0, and so no k-th value")
    if not hasattr(k, "__index__"):
        raise TypeError(f"{name}: k must be an integer, got {k!r}")
    if not least <= int(k) <= size:
        raise RuntimeError(f"{name}: k must be between {least} and {size}, the size of dim {axis}, got {int(k)}")
    return int(k), axis


def sort(input: Value, dim: int = -1, descending: bool = False, *, stable: bool = False) -> Picked[Value]:
    """Return the elements in order along ``dim``, and their indices, as (values, indices).

    NaN comes last, or first if ``descending``. Elements that are equal keep their order if ``stable``; otherwise any
    order of them is possible, and sorting is faster. The gradient goes to where the elements were. Raises RuntimeError
    for complex numbers, which have no order.

    >>> import autograd
    >>> autograd.sort(autograd.tensor([3.0, 1.0, 2.0]))
    Picked(values=tensor([1., 2., 3.]), indices=tensor([1, 2, 0]))
    """
    return ops.sort(input, axis=_ordered_axis("sort", input, dim), descending=descending, stable=stable)


def argsort(input: Value, dim: int = -1, descending: bool = False, *, stable: bool = False) -> Value:
    """Return the indices that would sort the input along ``dim``: those of `sort`. Raises what `sort` raises.

    >>> import autograd
    >>> autograd.argsort(autograd.tensor([3.0, 1.0, 2.0]), descending=True)
    tensor([0, 2, 1])
    """
    return ops.argsort(input, axis=_ordered_axis("argsort", input, dim), descending=descending, stable=stable)


def msort(input: Value) -> Value:
    """Return the elements in order along the first dimension. Raises what `sort` raises.

    >>> import autograd
    >>> autograd.msort(autograd.tensor([[3.0, 1.0], [2.0, 4.0]]))
    tensor([[2., 1.],
            [3., 4.]])
    """
    return sort(input, 0).values


def topk(input: Value, k: int, dim: int = -1, largest: bool = True, sorted: bool = True) -> Picked[Value]:
    """Return the k largest elements along ``dim``, or the smallest, and their indices, as (values, indices).

    The most extreme element comes first, or, if not ``sorted``, any. Raises RuntimeError unless 0 <= k <= size, and for
    complex numbers; TypeError for a k that is no integer.

    >>> import autograd
    >>> values, indices = autograd.topk(autograd.tensor([3.0, 1.0, 2.0]), 2)
    >>> values, indices
    (tensor([3., 2.]), tensor([0, 2]))
    """
    k, axis = _rank_and_axis("topk", input, k, dim, 0)
    return ops.topk(input, k=k, axis=axis, largest=largest, sorted=sorted)


def kthvalue(input: Value, k: int, dim: int = -1, keepdim: bool = False) -> Picked[Value]:
    """Return the k-th smallest element along ``dim``, counted from 1, and its index, as (values, indices).

    Raises RuntimeError unless 1 <= k <= size, and for complex numbers; TypeError for a k that is no integer; IndexError
    along a dimension of size 0.

    >>> import autograd
    >>> values, indices = autograd.kthvalue(autograd.tensor([3.0, 1.0, 2.0]), 2)
    >>> values, indices
    (tensor(2.), tensor(2))
    """
    k, axis = _rank_and_axis("kthvalue", input, k, dim, 1)
    return ops.kthvalue(input, k=k, axis=axis, keepdims=keepdim)


def argwhere(input: Value) -> Value:
    """Return the indices of all elements that are not zero, one in each row.

    >>> import autograd
    >>> autograd.argwhere(autograd.tensor([[1, 0], [0, 2]]))
    tensor([[0, 0],
            [1, 1]])
    """
    return ops.argwhere(input)


@overload
def nonzero(input: Value, *, as_tuple: Literal[False] = False) -> Value: ...
@overload
def nonzero(input: Value, *, as_tuple: Literal[True]) -> tuple[Value, ...]: ...
def nonzero(input: Value, *, as_tuple: bool = False) -> Value:
    """Return the indices of all elements that are not zero, one in each row; ``as_tuple`` gives the columns.

    The tuple has one vector for each dimension, so that input[nonzero(input, as_tuple=True)] are those elements.

    >>> import autograd
    >>> autograd.nonzero(autograd.tensor([[1, 0], [0, 2]]), as_tuple=True)
    (tensor([0, 1]), tensor([0, 1]))
    """
    if not as_tuple:
        return ops.argwhere(input)
    return shape_ops.unstack(ops.argwhere(input if input.shape else input.reshape(1)), axis=1)


def searchsorted(
    sorted_sequence: Value,
    input: Value,
    *,
    out_int32: bool = False,
    right: bool = False,
    side: str | None = None,
    sorter: Value | None = None,
) -> Value:
    """Return where to insert ``input``, a tensor or a number, into ``sorted_sequence`` to keep it sorted.

    The position is before elements that are equal, or after them if ``right`` or with ``side="right"``. A sequence of
    several dimensions has one for each row of the input, whose other dimensions must be the same. ``sorter`` has the
    indices that sort a sequence that is not sorted, as from `argsort`. Raises RuntimeError for arguments that do not
    fit together, and for another ``side``.

    >>> import autograd
    >>> autograd.searchsorted(autograd.tensor([1, 3, 5]), autograd.tensor([3, 6, 9]))
    tensor([1, 3, 3])
    >>> autograd.searchsorted(autograd.tensor([1, 3, 5]), 3, right=True)
    tensor(2)
    """
    if side not in (None, "left", "right"):
        raise RuntimeError(f'searchsorted: side is "left" or "right", got {side!r}')
    if side == "left" and right:
        raise RuntimeError('searchsorted: side="left" and right=True are opposites: give one of them')
    shape, wanted = sorted_sequence.shape, tuple(getattr(input, "shape", ()))
    if len(shape) != 1 and (not shape or not wanted or shape[:-1] != wanted[:-1]):
        raise RuntimeError(
            f"searchsorted: the sequence must be a vector, or have the input's dimensions but for the last one; got "
            f"shapes {shape} and {wanted}"
        )
    if sorter is not None:
        order = np.asarray(array_of(sorter))
        if order.dtype != np.int64:
            raise RuntimeError(f"searchsorted: the sorter must be of int64, got {order.dtype}")
        if order.shape != shape:
            raise RuntimeError(f"searchsorted: the sorter must have the sequence's shape {shape}, got {order.shape}")
        if order.size and (order.min() < 0 or order.max() >= shape[-1]):
            raise RuntimeError(f"searchsorted: the sorter has indices out of range [0, {shape[-1] - 1}]")
        sorter = order
    side = "right" if right or side == "right" else "left"
    found = ops.searchsorted(sorted_sequence, input, side, sorter)
    return found.astype(np.int32) if out_int32 else found


def bucketize(input: Value, boundaries: Value, *, out_int32: bool = False, right: bool = False) -> Value:
    """Return between which of the ``boundaries``, a sorted vector, the input lies: `searchsorted` with them.

    The result i means boundaries[i-1] < input <= boundaries[i], or boundaries[i-1] <= input < boundaries[i] if
    ``right``. Raises RuntimeError for boundaries that are no vector.

    >>> import autograd
    >>> autograd.bucketize(autograd.tensor([0.0, 3.0, 9.0]), autograd.tensor([1.0, 3.0, 5.0]))
    tensor([0, 1, 3])
    """
    if boundaries.ndim != 1:
        raise RuntimeError(f"bucketize: the boundaries must be a vector, got shape {boundaries.shape}")
    return searchsorted(boundaries, input, out_int32=out_int32, right=right)


def isin(elements: Value, test_elements: Value, *, assume_unique: bool = False, invert: bool = False) -> Value:
    """Return whether each element is one of ``test_elements``, or is none of them if ``invert``; one may be a number.

    ``assume_unique`` promises that neither has an element twice, which is faster. Raises TypeError for two numbers.

    >>> import autograd
    >>> autograd.isin(autograd.tensor([1, 2, 3]), autograd.tensor([2, 3]))
    tensor([False,  True,  True])
    """
    if not hasattr(elements, "shape") and not hasattr(test_elements, "shape"):
        raise TypeError("isin: one of elements and test_elements must be a tensor, both are numbers")
    return ops.isin(elements, test_elements, assume_unique, invert)


public(globals())
