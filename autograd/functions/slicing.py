"""PyTorch's names for functions that cut a tensor, and put something in place of a part. Parts share its memory."""

import math
from collections.abc import Sequence
from itertools import pairwise
from operator import index as integer
from typing import Any

from ..core.op import Value
from ..exports import public
from ..ops import indexing, shape as ops
from .arguments import Sizes, array_of, axis_of, integers


def select(input: Value, dim: int, index: int) -> Value:
    """Return the slice at ``index`` along ``dim``, without that dimension. Raises IndexError if there is none.

    >>> import autograd
    >>> autograd.select(autograd.tensor([[1, 2], [3, 4]]), 1, -1)
    tensor([2, 4])
    """
    return indexing.getitem(input, index=_selected("select", input, dim, index))


def _selected(name: str, input: Value, dim: int, index: int) -> tuple[Any, ...]:
    shape = input.shape
    if not shape:
        raise IndexError(f"{name}: a 0-d tensor has no dimension to select from")
    at, position = axis_of(name, dim, len(shape)), integer(index)
    if not -shape[at] <= position < shape[at]:
        raise IndexError(f"{name}: index {position} is out of range for dim {dim} of size {shape[at]}")
    return (*[slice(None)] * at, position)


def narrow(input: Value, dim: int, start: int | Value, length: int) -> Value:
    """Return ``length`` slices along ``dim`` from ``start`` on, which may be negative to count from the end.

    Raises IndexError for a start out of range, RuntimeError if there are not so many slices.

    >>> import autograd
    >>> autograd.narrow(autograd.arange(6), 0, 2, 3)
    tensor([2, 3, 4])
    """
    shape = input.shape
    if not shape:
        raise RuntimeError("narrow: a 0-d tensor has no dimension to narrow")
    at, first = axis_of("narrow", dim, len(shape)), integer(start)
    if not -shape[at] <= first <= shape[at]:
        raise IndexError(f"narrow: start {first} is out of range for dim {dim} of size {shape[at]}")
    first += shape[at] if first < 0 else 0
    if length < 0 or first + length > shape[at]:
        raise RuntimeError(f"narrow: there are no {length} slices from {first} on in dim {dim} of size {shape[at]}")
    return indexing.getitem(input, index=(*[slice(None)] * at, slice(first, first + length)))


def split(tensor: Value, split_size_or_sections: Sizes, dim: int = 0) -> tuple[Value, ...]:
    """Return the pieces of a tensor cut along ``dim``: of one size (the last may be smaller), or of the sizes given.

    Raises RuntimeError for a size that is not positive, sizes that do not add up to that of ``dim``, and a 0-d tensor.

    >>> import autograd
    >>> autograd.split(autograd.arange(5), 2)
    (tensor([0, 1]), tensor([2, 3]), tensor([4]))
    """
    at, length = _axis_and_length("split", tensor, dim)
    sizes: Any = split_size_or_sections
    if hasattr(sizes, "__index__"):
        size = integer(sizes)
        if size < 0 or (size == 0 and length):
            raise RuntimeError(f"split: the size of a piece must be positive, got {size}")
        sizes = [min(size, length - start) for start in range(0, length, size or 1)] or [0]
    else:
        sizes = integers("split", (sizes,))
        if sum(sizes) != length or min(sizes, default=0) < 0:
            raise RuntimeError(
                f"split: the sizes {list(sizes)} must not be negative, and add up to {length}, the size of dim {dim}; "
                f"they add up to {sum(sizes)}"
            )
    return ops.split(tensor, sections=tuple(sizes), axis=at)


def _axis_and_length(name: str, input: Value, dim: int) -> tuple[int, int]:
    """Return a dimension that is to be cut, and its size."""
    at = axis_of(name, dim, input.ndim)
    if not input.ndim:
        raise RuntimeError(f"{name}: a 0-d tensor has no dimension to cut")
    return at, input.shape[at]


def chunk(input: Value, chunks: int, dim: int = 0) -> tuple[Value, ...]:
    """Return the input cut along ``dim`` into at most ``chunks`` pieces of equal size, the last one smaller.

    Raises RuntimeError unless ``chunks`` is positive, and for a 0-d tensor.

    >>> import autograd
    >>> autograd.chunk(autograd.arange(5), 2)
    (tensor([0, 1, 2]), tensor([3, 4]))
    """
    at, length = _axis_and_length("chunk", input, dim)
    if chunks < 1:
        raise RuntimeError(f"chunk: the number of chunks must be positive, got {chunks}")
    return split(input, -(-length // chunks) if length else [0] * chunks, at)


def tensor_split(input: Value, indices_or_sections: Sizes | Value, dim: int = 0) -> tuple[Value, ...]:
    """Return the input cut along ``dim`` at the indices given, or into so many pieces, the first ones being one longer.

    Raises RuntimeError unless the number of pieces is positive, and for a 0-d tensor.

    >>> import autograd
    >>> autograd.tensor_split(autograd.arange(5), 2)
    (tensor([0, 1, 2]), tensor([3, 4]))
    >>> autograd.tensor_split(autograd.arange(5), (1, -1))
    (tensor([0]), tensor([1, 2, 3]), tensor([4]))
    """
    return _cut("tensor_split", input, indices_or_sections, dim)


def _cut(name: str, input: Value, where: Any, dim: int, *, evenly: bool = False) -> tuple[Any, ...]:
    at, length = _axis_and_length(name, input, dim)
    if hasattr(where, "shape"):
        where = where.tolist()  # a tensor, as PyTorch takes it
    if hasattr(where, "__index__"):
        sections = integer(where)
        if sections < 1:
            raise RuntimeError(f"{name}: the number of pieces must be positive, got {sections}")
        if evenly and length % sections:
            raise RuntimeError(
                f"{name}: size {length} of dim {dim} does not divide into {sections}; tensor_split would"
            )
        sizes = [length // sections + (i < length % sections) for i in range(sections)]
        return ops.split(input, sections=tuple(sizes), axis=at)
    cuts = [slice(a, b).indices(length)[:2] for a, b in pairwise([0, *integers(name, (where,)), length])]
    if all(before[1] == after[0] for before, after in pairwise(cuts)) and all(a <= b for a, b in cuts):
        return ops.split(input, sections=tuple([b - a for a, b in cuts]), axis=at)
    return tuple([indexing.getitem(input, index=(*[slice(None)] * at, slice(a, max(a, b)))) for a, b in cuts])


def hsplit(input: Value, indices_or_sections: Sizes) -> tuple[Value, ...]:
    """Return the input cut along dimension 1, a vector along its only one, at indices or into equal pieces.

    Raises RuntimeError if it does not divide into so many, and for a 0-d tensor.

    >>> import autograd
    >>> autograd.hsplit(autograd.arange(4), 2)
    (tensor([0, 1]), tensor([2, 3]))
    """
    if not input.ndim:
        raise RuntimeError("hsplit: needs at least 1 dimension, got shape ()")
    return _cut("hsplit", input, indices_or_sections, 0 if input.ndim == 1 else 1, evenly=True)


def vsplit(input: Value, indices_or_sections: Sizes) -> tuple[Value, ...]:
    """Return the input cut along dimension 0 at indices or into equal pieces.

    Raises RuntimeError if it does not divide into so many, and for fewer than two dimensions.

    >>> import autograd
    >>> autograd.vsplit(autograd.tensor([[1, 2], [3, 4]]), 2)
    (tensor([[1, 2]]), tensor([[3, 4]]))
    """
    if input.ndim < 2:
        raise RuntimeError(f"vsplit: needs at least 2 dimensions, got shape {input.shape}; hsplit takes a vector")
    return _cut("vsplit", input, indices_or_sections, 0, evenly=True)


def dsplit(input: Value, indices_or_sections: Sizes) -> tuple[Value, ...]:
    """Return the input cut along dimension 2 at indices or into equal pieces.

    Raises RuntimeError if it does not divide into so many, and for fewer than three dimensions.

    >>> import autograd
    >>> [piece.shape for piece in autograd.dsplit(autograd.zeros(2, 3, 4), (1,))]
    [(2, 3, 1), (2, 3, 3)]
    """
    if input.ndim < 3:
        raise RuntimeError(f"dsplit: needs at least 3 dimensions, got shape {input.shape}; split takes any")
    return _cut("dsplit", input, indices_or_sections, 2, evenly=True)


def unbind(input: Value, dim: int = 0) -> tuple[Value, ...]:
    """Return the slices along ``dim``, without that dimension. Raises IndexError for a 0-d tensor.

    >>> import autograd
    >>> autograd.unbind(autograd.tensor([[1, 2], [3, 4]]))
    (tensor([1, 2]), tensor([3, 4]))
    """
    if not input.ndim:
        raise IndexError("unbind: a 0-d tensor has no dimension to cut")
    return ops.unstack(input, axis=axis_of("unbind", dim, input.ndim))


def unfold(input: Value, dimension: int, size: int, step: int) -> Value:
    """Return the windows of ``size`` elements along a dimension, one every ``step``: a view.

    The dimension then counts the windows; what is in them is a new last dimension. Gradients add up where windows
    overlap. Raises RuntimeError for a size that the dimension does not have, and a step that is not positive.

    >>> import autograd
    >>> autograd.arange(5).unfold(0, 3, 2)
    tensor([[0, 1, 2],
            [2, 3, 4]])
    """
    shape = input.shape
    axis, size, step = axis_of("unfold", dimension, len(shape)), integer(size), integer(step)
    length = shape[axis] if shape else 1
    if not 0 <= size <= length or step < 1:
        raise RuntimeError(
            f"unfold: needs a size from 0 to {length}, that of dim {dimension}, and a positive step, got size {size} "
            f"and step {step}"
        )
    if not shape:
        return indexing.getitem(ops.reshape(input, shape=(1,)), index=slice(0, size))
    return ops.windows(input, size=size, step=step, axis=axis)


def as_strided(input: Value, size: Sequence[int], stride: Sequence[int], storage_offset: int | None = None) -> Value:
    """Return a view of the input's memory: the element at i, j is at storage_offset + i * stride[0] + j * stride[1].

    All are counted in elements. The offset counts from the start of the memory, which is that of the array that the
    input is a view of; by default it is where the input begins. Where elements of the result overlap, gradients add up;
    those for elements of the memory that the input does not have are dropped. Raises RuntimeError for negative numbers,
    unless there is a stride for each size, and for places outside the memory.

    >>> import autograd
    >>> autograd.as_strided(autograd.arange(6), (2, 3), (1, 2))
    tensor([[0, 2, 4],
            [1, 3, 5]])
    """
    shape, strides = integers("as_strided", (size,)), integers("as_strided", (stride,))
    array = array_of(input)
    memory, begin = ops.memory(array)
    offset = begin if storage_offset is None else integer(storage_offset)
    if len(shape) != len(strides) or min(*shape, *strides, offset, 0) < 0:
        raise RuntimeError(
            f"as_strided: needs a stride for each size, none of them negative, got size {shape}, stride {strides} and "
            f"storage_offset {offset}"
        )
    last = offset + sum((n - 1) * step for n, step in zip(shape, strides, strict=True))
    if math.prod(shape) and last >= memory.size:
        raise RuntimeError(
            f"as_strided: size {shape} and stride {strides} from {offset} on lead to element {last}, but the memory "
            f"has only {memory.size} elements"
        )
    origin = tuple([step // array.itemsize for step in array.strides]), begin
    return ops.as_strided(input, shape=shape, strides=strides, offset=offset, origin=origin)


def select_scatter(input: Value, src: Value, dim: int, index: int) -> Value:
    """Return the input with ``src`` in place of the slice at ``index`` along ``dim``.

    Raises IndexError if there is no such slice, RuntimeError for a src of another shape.

    >>> import autograd
    >>> autograd.select_scatter(autograd.zeros(2, 2), autograd.ones(2), 0, 1)
    tensor([[0., 0.],
            [1., 1.]])
    """
    place = _selected("select_scatter", input, dim, index)
    at = len(place) - 1
    return _with("select_scatter", input, src, place, input.shape[:at] + input.shape[at + 1 :])


def slice_scatter(
    input: Value, src: Value, dim: int = 0, start: int | None = None, end: int | None = None, step: int = 1
) -> Value:
    """Return the input with ``src`` in place of the slices from start up to, not including, end along ``dim``.

    Raises RuntimeError for a src of another shape, a step that is not positive, and a 0-d tensor.

    >>> import autograd
    >>> autograd.slice_scatter(autograd.zeros(5), autograd.ones(2), start=1, end=4, step=2)
    tensor([0., 1., 0., 1., 0.])
    """
    at, length = _axis_and_length("slice_scatter", input, dim)
    if step < 1:
        raise RuntimeError(f"slice_scatter: the step must be positive, got {step}")
    cut = slice(start, end, step)
    count = len(range(*cut.indices(length)))
    place = (*[slice(None)] * at, cut)
    return _with("slice_scatter", input, src, place, (*input.shape[:at], count, *input.shape[at + 1 :]))


def _with(name: str, input: Value, src: Value, place: Any, shape: tuple[int, ...]) -> Value:
    if src.shape != shape:
        raise RuntimeError(f"{name}: src takes the place of a part of shape {shape}, but has shape {src.shape}")
    return indexing.setitem(input, src, index=place)


public(globals())
