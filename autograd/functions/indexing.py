"""PyTorch's names for functions that take elements of a tensor, at indices or a mask; x[index] is in `subscripts`."""

import math

import numpy as np

from ..core.op import Value
from ..exports import public
from ..ops import elementwise, indexing as ops
from .arguments import axis_and_positions, axis_of, common_shape, flat_positions, mask_and_shape, number, positions
from .shape import broadcast_to


def index_select(input: Value, dim: int, index: Value) -> Value:
    """Return the slices of the input along ``dim`` at the positions in ``index``, a vector of integers.

    Raises IndexError for positions that are negative or too large, RuntimeError for an index that is not of integers.

    >>> import autograd
    >>> autograd.index_select(autograd.tensor([[1, 2], [3, 4]]), 1, autograd.tensor([1, 1]))
    tensor([[2, 2],
            [4, 4]])
    """
    dim, index = axis_and_positions("index_select", input, dim, index)
    if not input.shape:
        if index.size != 1:
            raise RuntimeError(f"index_select: a 0-d tensor has one element, the index {index.size}")
        return ops.getitem(input, index=())
    return ops.getitem(input, index=(slice(None),) * dim + (index,) if dim else index)


def take_along_dim(input: Value, indices: Value, dim: int | None = None) -> Value:
    """Return input's elements at ``indices`` along ``dim``; the other dimensions are broadcast against each other.

    Without ``dim`` both are flattened. Negative indices count from the end. Raises IndexError for those out of range,
    RuntimeError if the other dimensions are not as many or do not broadcast.

    >>> import autograd
    >>> x = autograd.tensor([[10, 30, 20], [60, 40, 50]])
    >>> autograd.take_along_dim(x, x.argmax(dim=1, keepdim=True), dim=1)
    tensor([[30],
            [60]])
    """
    shape = input.shape
    if dim is None:
        size = math.prod(shape)
        return ops.take(input, positions=positions("take_along_dim", indices, size, negative=True).reshape(-1))
    dim = axis_of("take_along_dim", dim, len(shape))
    array = positions("take_along_dim", indices, shape[dim] if shape else 1, dim, negative=True)
    if array.ndim != len(shape):
        raise RuntimeError(
            f"take_along_dim: the indices have {array.ndim} dimensions, the input {len(shape)}: they must be as many"
        )
    others = common_shape(
        "take_along_dim", [tuple(n for i, n in enumerate(s) if i != dim) for s in (shape, array.shape)]
    )
    array = np.broadcast_to(array, (*others[:dim], *array.shape[dim : dim + 1], *others[dim:]))
    input = broadcast_to(input, (*others[:dim], *shape[dim : dim + 1], *others[dim:]))
    return ops.take(input, positions=ops.along(array, dim, input.shape))


def gather(input: Value, dim: int, index: Value, *, sparse_grad: bool = False) -> Value:
    """Return out[i][j] = input[i][index[i][j]] for dim = 1, and likewise for other dimensions and ranks.

    The index may be smaller than the input along the other dimensions. Raises RuntimeError if it is larger there, and
    for indices that are negative or too large. Gradients are never sparse: ``sparse_grad`` is ignored.

    >>> import autograd
    >>> autograd.gather(autograd.tensor([[1, 2], [3, 4]]), 1, autograd.tensor([[0, 0], [1, 0]]))
    tensor([[1, 1],
            [4, 3]])
    """
    return ops.take(input, positions=flat_positions("gather", input, dim, index))


def take(input: Value, index: Value) -> Value:
    """Return the elements of the flattened input at ``index``, in the index's shape; negative ones count from the end.

    Raises IndexError for indices out of range, RuntimeError for those that are not integers.

    >>> import autograd
    >>> autograd.take(autograd.tensor([[1, 2], [3, 4]]), autograd.tensor([0, -1]))
    tensor([1, 4])
    """
    return ops.take(input, positions=positions("take", index, math.prod(input.shape), negative=True))


def masked_select(input: Value, mask: Value) -> Value:
    """Return the elements of the input where ``mask`` is true, as a vector; the two are broadcast.

    Raises RuntimeError for a mask that is not of booleans, and for shapes that do not broadcast.

    >>> import autograd
    >>> autograd.masked_select(autograd.tensor([1.0, 2.0, 3.0]), autograd.tensor([True, False, True]))
    tensor([1., 3.])
    """
    where, shape = mask_and_shape("masked_select", mask, input)
    return ops.getitem(broadcast_to(input, shape), index=np.broadcast_to(where, shape))


def masked_fill(input: Value, mask: Value, value: float | Value) -> Value:
    """Return the input with ``value``, a number or a 0-d tensor, where ``mask`` is true; mask and input are broadcast.

    The result has the input's dtype. Raises RuntimeError for a mask that is not of booleans, for shapes that do not
    broadcast, and for a value that the dtype does not have; TypeError for one that is no number.

    >>> import autograd
    >>> autograd.masked_fill(autograd.tensor([1.0, 2.0]), autograd.tensor([True, False]), 0.0)
    tensor([0., 2.])
    """
    where, _ = mask_and_shape("masked_fill", mask, input)
    return elementwise.where(where, number("masked_fill", value, input.dtype), input)


public(globals())
