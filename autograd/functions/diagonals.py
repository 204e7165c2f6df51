"""PyTorch's names for functions of diagonals and triangles of matrices; positive offsets are above the main one."""

import numpy as np

from ..core.op import Value
from ..exports import public
from ..ops import diagonals as ops, indexing
from ..ops.conversion import copy
from ..ops.shape import transpose
from .arguments import axis_of
from .shape import ravel


def diag(input: Value, diagonal: int = 0) -> Value:
    """Return a copy of a diagonal of a matrix, or the square matrix with a vector on that diagonal and zeros elsewhere.

    Raises RuntimeError for anything but a vector or a matrix.

    >>> import autograd
    >>> autograd.diag(autograd.tensor([[1, 2], [3, 4]]))
    tensor([1, 4])
    >>> autograd.diag(autograd.tensor([1, 4]))
    tensor([[1, 0],
            [0, 4]])
    """
    if input.ndim == 1:
        return diag_embed(input, diagonal)
    if input.ndim == 2:
        return copy(ops.diagonal(input, diagonal))
    raise RuntimeError(f"diag: needs a vector or a matrix, got shape {input.shape}; use diagonal or diag_embed")


def diagflat(input: Value, offset: int = 0) -> Value:
    """Return the square matrix with all elements of the input on a diagonal, and zeros elsewhere.

    >>> import autograd
    >>> autograd.diagflat(autograd.tensor([[1], [2]]))
    tensor([[1, 0],
            [0, 2]])
    """
    return diag_embed(ravel(input), offset)


def diag_embed(input: Value, offset: int = 0, dim1: int = -2, dim2: int = -1) -> Value:
    """Return matrices, in dim1 and dim2 of the result, with the last dimension of the input on a diagonal.

    Raises RuntimeError unless dim1 and dim2 differ.

    >>> import autograd
    >>> autograd.diag_embed(autograd.tensor([[1, 2], [3, 4]]))
    tensor([[[1, 0],
             [0, 2]],
            [[3, 0],
             [0, 4]]])
    """
    *batch, length = input.shape or (1,)
    first, second = _two("diag_embed", dim1, dim2, len(batch) + 1, added=1)
    if not input.ndim:
        input = ravel(input)
    shape: list[int] = batch
    for place in sorted((first, second)):
        shape.insert(place, length + abs(offset))
    return ops.on_diagonal(input, shape=tuple(shape), offset=offset, axis1=first, axis2=second)


def _two(name: str, dim1: int, dim2: int, ndim: int, *, added: int = 0) -> tuple[int, int]:
    first, second = (axis_of(name, dim, ndim, added=added) for dim in (dim1, dim2))
    if first == second:
        raise RuntimeError(f"{name}: needs two different dimensions, got {dim1} and {dim2}")
    return first, second


def diagonal(input: Value, offset: int = 0, dim1: int = 0, dim2: int = 1) -> Value:
    """Return the diagonals of the matrices in the dimensions dim1 and dim2, as the last dimension: a view.

    Raises RuntimeError unless dim1 and dim2 differ.

    >>> import autograd
    >>> autograd.diagonal(autograd.tensor([[1, 2, 3], [4, 5, 6]]), 1)
    tensor([2, 6])
    """
    first, second = _two("diagonal", dim1, dim2, input.ndim)
    return ops.diagonal(input, offset, first, second)


def diagonal_scatter(input: Value, src: Value, offset: int = 0, dim1: int = 0, dim2: int = 1) -> Value:
    """Return the input with ``src`` in place of what `diagonal` returns. Raises RuntimeError for one of another shape.

    >>> import autograd
    >>> autograd.diagonal_scatter(autograd.ones(2, 2), autograd.zeros(2))
    tensor([[0., 1.],
            [1., 0.]])
    """
    shape = input.shape
    first, second = _two("diagonal_scatter", dim1, dim2, len(shape))
    batch = [i for i in range(len(shape)) if i not in (first, second)]
    below, above = max(-offset, 0), max(offset, 0)
    length = max(min(shape[first] - below, shape[second] - above), 0)
    of_diagonals = (*[shape[i] for i in batch], length)
    if src.shape != of_diagonals:
        raise RuntimeError(
            f"diagonal_scatter: src takes the place of diagonals of shape {of_diagonals}, but has shape {src.shape}"
        )
    order = (*batch, first, second)
    steps = np.arange(length)
    out = indexing.setitem(transpose(input, axes=order), src, index=(..., steps + below, steps + above))
    return transpose(out, axes=tuple(sorted(range(len(order)), key=order.__getitem__)))


def tril(input: Value, diagonal: int = 0) -> Value:
    """Return the matrices with zeros in place of what is above a diagonal. Raises RuntimeError if there is no matrix.

    >>> import autograd
    >>> autograd.tril(autograd.tensor([[1, 2], [3, 4]]))
    tensor([[1, 0],
            [3, 4]])
    """
    return ops.tril(_matrices("tril", input), diagonal)


def triu(input: Value, diagonal: int = 0) -> Value:
    """Return the matrices with zeros in place of what is below a diagonal. Raises RuntimeError if there is no matrix.

    >>> import autograd
    >>> autograd.triu(autograd.tensor([[1, 2], [3, 4]]))
    tensor([[1, 2],
            [0, 4]])
    """
    return ops.triu(_matrices("triu", input), diagonal)


def _matrices(name: str, input: Value) -> Value:
    if input.ndim < 2:
        raise RuntimeError(f"{name}: needs at least 2 dimensions, got shape {input.shape}")
    return input


public(globals())
