"""PyTorch's names for orders along a dimension, and for searching. NaN is greater than all other numbers."""

from typing import Any

import numpy as np

from ..ops import shape as shape_ops
from ..ops import sorting as ops
from .shape import _dim

__all__ = [
    "argsort",
    "argwhere",
    "bucketize",
    "isin",
    "kthvalue",
    "msort",
    "nonzero",
    "searchsorted",
    "sort",
    "topk",
]


def _axis(name: str, input: Any, dim: int) -> int:
    if input.dtype.kind == "c":
        raise RuntimeError(f"{name}: complex numbers have no order")
    return _dim(name, dim, len(input.shape))


def _count(name: str, k: Any) -> int:
    if not hasattr(k, "__index__"):
        raise TypeError(f"{name}: k must be an integer, got {k!r}")
    return int(k)


def sort(input: Any, dim: int = -1, descending: bool = False, *, stable: bool = False) -> Any:
    """Return the elements in order along ``dim``, and their indices, as named tuple (values, indices).

    NaN comes last, or first if ``descending``. Elements that are equal keep their order if ``stable``; otherwise any
    order of them is possible, and sorting is faster. The gradient goes to where the elements were.

    >>> import autograd
    >>> autograd.sort(autograd.tensor([3.0, 1.0, 2.0]))
    Picked(values=tensor([1., 2., 3.]), indices=tensor([1, 2, 0]))
    """
    return ops.sort(input, axis=_axis("sort", input, dim), descending=descending, stable=stable)


def argsort(input: Any, dim: int = -1, descending: bool = False, *, stable: bool = False) -> Any:
    """Return the indices that would sort the input along ``dim``: those of `sort`.

    >>> import autograd
    >>> autograd.argsort(autograd.tensor([3.0, 1.0, 2.0]), descending=True)
    tensor([0, 2, 1])
    """
    return ops.argsort(input, axis=_axis("argsort", input, dim), descending=descending, stable=stable)


def msort(input: Any) -> Any:
    """Return the elements in order along the first dimension.

    >>> import autograd
    >>> autograd.msort(autograd.tensor([[3.0, 1.0], [2.0, 4.0]]))
    tensor([[2., 1.],
            [3., 4.]])
    """
    return sort(input, 0).values


def topk(input: Any, k: int, dim: int = -1, largest: bool = True, sorted: bool = True) -> Any:
    """Return the k largest elements along ``dim``, or the smallest, and their indices, as (values, indices).

    The most extreme element comes first, or if not ``sorted`` any. Raises RuntimeError unless 0 <= k <= size.

    >>> import autograd
    >>> values, indices = autograd.topk(autograd.tensor([3.0, 1.0, 2.0]), 2)
    >>> values, indices
    (tensor([3., 2.]), tensor([0, 2]))
    """
    axis = _axis("topk", input, dim)
    size = input.shape[axis] if input.shape else 1
    k = _count("topk", k)
    if not 0 <= k <= size:
        raise RuntimeError(f"topk: k must be between 0 and {size}, the size of dim {axis}, got {k}")
    return ops.topk(input, k=k, axis=axis, largest=largest, sorted=sorted)


def kthvalue(input: Any, k: int, dim: int = -1, keepdim: bool = False) -> Any:
    """Return the k-th smallest element along ``dim``, counted from 1, and its index, as (values, indices).

    Raises RuntimeError unless 1 <= k <= size, IndexError along a dimension of size 0.

    >>> import autograd
    >>> values, indices = autograd.kthvalue(autograd.tensor([3.0, 1.0, 2.0]), 2)
    >>> values, indices
    (tensor(2.), tensor(2))
    """
    axis = _axis("kthvalue", input, dim)
    size = input.shape[axis] if input.shape else 1
    if not size:
        raise IndexError(f"kthvalue: dim {axis} has size 0, and so no k-th value")
    k = _count("kthvalue", k)
    if not 1 <= k <= size:
        raise RuntimeError(f"kthvalue: k must be between 1 and {size}, the size of dim {axis}, got {k}")
    return ops.kthvalue(input, k=k, axis=axis, keepdims=keepdim)


def argwhere(input: Any) -> Any:
    """Return the indices of all elements that are not zero, one in each row.

    >>> import autograd
    >>> autograd.argwhere(autograd.tensor([[1, 0], [0, 2]]))
    tensor([[0, 0],
            [1, 1]])
    """
    return ops.argwhere(input)


def nonzero(input: Any, *, as_tuple: bool = False) -> Any:
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
    sorted_sequence: Any,
    input: Any,
    *,
    out_int32: bool = False,
    right: bool = False,
    side: str | None = None,
    sorter: Any = None,
) -> Any:
    """Return where to insert ``input``, a tensor or a number, into ``sorted_sequence`` to keep it sorted.

    The position is before elements that are equal, or after them if ``right`` or with ``side="right"``. A sequence of
    several dimensions is one for each row of the input, whose other dimensions must be the same. ``sorter`` has the
    indices that sort a sequence that is not sorted, as from `argsort`. Raises RuntimeError for arguments that do not
    fit together.

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
    shape, wanted = tuple(sorted_sequence.shape), tuple(getattr(input, "shape", ()))
    if len(shape) != 1 and (not shape or not wanted or shape[:-1] != wanted[:-1]):
        raise RuntimeError(
            f"searchsorted: the sequence must be a vector, or have the input's dimensions but for the last one; got "
            f"shapes {shape} and {wanted}"
        )
    if sorter is not None:
        order = np.asarray(getattr(sorter, "_array", sorter))
        if order.dtype != np.int64:
            raise RuntimeError(f"searchsorted: the sorter must be of int64, got {order.dtype}")
        if order.shape != shape:
            raise RuntimeError(f"searchsorted: the sorter must have the sequence's shape {shape}, got {order.shape}")
        if order.size and (order.min() < 0 or order.max() >= shape[-1]):
            raise RuntimeError(f"searchsorted: the sorter has indices out of range [0, {shape[-1] - 1}]")
        sorter = order
    side = "right" if right or side == "right" else "left"
    found = ops.searchsorted(sorted_sequence, input, side, sorter)
    return found.to(np.int32) if out_int32 else found


def bucketize(input: Any, boundaries: Any, *, out_int32: bool = False, right: bool = False) -> Any:
    """Return between which of the ``boundaries``, a sorted vector, the input lies: `searchsorted` with them.

    The result i means boundaries[i-1] < input <= boundaries[i], or boundaries[i-1] <= input < boundaries[i] if
    ``right``.

    >>> import autograd
    >>> autograd.bucketize(autograd.tensor([0.0, 3.0, 9.0]), autograd.tensor([1.0, 3.0, 5.0]))
    tensor([0, 1, 3])
    """
    if len(boundaries.shape) != 1:
        raise RuntimeError(f"bucketize: the boundaries must be a vector, got shape {tuple(boundaries.shape)}")
    return searchsorted(boundaries, input, out_int32=out_int32, right=right)


def isin(elements: Any, test_elements: Any, *, assume_unique: bool = False, invert: bool = False) -> Any:
    """Return whether each element is one of ``test_elements``, or is none of them if ``invert``; one may be a number.

    ``assume_unique`` promises that neither has an element twice, which is faster.

    >>> import autograd
    >>> autograd.isin(autograd.tensor([1, 2, 3]), autograd.tensor([2, 3]))
    tensor([False,  True,  True])
    """
    if not hasattr(elements, "shape") and not hasattr(test_elements, "shape"):
        raise TypeError("isin: one of elements and test_elements must be a tensor, both are numbers")
    return ops.isin(elements, test_elements, assume_unique, invert)
