"""PyTorch's names for functions that make one tensor of several, or of several copies."""

from collections.abc import Sequence
from operator import index
from typing import Any

import numpy as np

from ..core.dtypes import get_default_dtype
from ..core.op import Value, is_tensor, wrap
from ..exports import public
from ..ops import diagonals, indexing, shape as ops
from .arguments import Sizes, array_of, axis_of, each_tensor, integers, members
from .shape import atleast_1d, atleast_2d, atleast_3d, ravel


def cat(tensors: Sequence[Value], dim: int = 0, *, axis: int | None = None) -> Value:
    """Return the tensors joined along a dimension they have; all other sizes must agree.

    A vector of size 0 may stand among tensors of any shape. Raises RuntimeError for shapes that do not fit together,
    ValueError without any tensor.

    >>> import autograd
    >>> autograd.cat([autograd.tensor([1, 2]), autograd.tensor([3])])
    tensor([1, 2, 3])
    """
    tensors = members("cat", tensors)
    if not tensors:
        raise ValueError("cat: needs at least one tensor")
    return _joined("cat", tensors, dim if axis is None else axis)


concat = concatenate = cat


def _joined(name: str, tensors: Sequence[Value], dim: int) -> Value:
    shapes = [x.shape for x in tensors]
    like = next((shape for shape in shapes if shape != (0,)), shapes[0])
    axis = axis_of(name, dim, len(like))
    if () in shapes:
        raise RuntimeError(
            f"{name}: the tensor at position {shapes.index(())} is 0-d and has no dimension to be joined along; "
            f"stack makes one"
        )
    if len(like) > 1 and (0,) in shapes:
        empty = (*like[:axis], 0, *like[axis + 1 :])
        tensors = tuple([ops.reshape(x, shape=empty) if x.shape == (0,) else x for x in tensors])
    try:
        return ops.concatenate(*tensors, axis=axis)
    except ValueError:
        raise RuntimeError(
            f"{name}: shapes {_list(shapes)} cannot be joined along dim {dim}: all other sizes must be the same"
        ) from None


def _list(shapes: list[tuple[int, ...]]) -> str:
    return ", ".join(map(str, shapes))


def stack(tensors: Sequence[Value], dim: int = 0, *, axis: int | None = None) -> Value:
    """Return tensors of one shape joined along a new dimension. Raises RuntimeError for other shapes, and for none.

    >>> import autograd
    >>> autograd.stack([autograd.tensor([1, 2]), autograd.tensor([3, 4])], dim=1)
    tensor([[1, 3],
            [2, 4]])
    """
    tensors = _some("stack", tensors)
    dim = axis_of("stack", dim if axis is None else axis, tensors[0].ndim, added=1)
    try:
        return ops.stack(*tensors, axis=dim)
    except ValueError:
        raise RuntimeError(
            f"stack: needs tensors of one shape, got {_list([x.shape for x in tensors])}; cat joins along a "
            f"dimension they have"
        ) from None


def hstack(tensors: Sequence[Value]) -> Value:
    """Return the tensors joined along dimension 1, vectors along their only one; raises RuntimeError as `cat`.

    >>> import autograd
    >>> autograd.hstack([autograd.tensor([1, 2]), autograd.tensor(3)])
    tensor([1, 2, 3])
    """
    tensors = atleast_1d(_some("hstack", tensors))
    return _joined("hstack", tensors, 0 if tensors[0].ndim == 1 else 1)


def vstack(tensors: Sequence[Value]) -> Value:
    """Return the tensors joined along dimension 0, vectors as rows; raises RuntimeError as `cat`.

    >>> import autograd
    >>> autograd.vstack([autograd.tensor([1, 2]), autograd.tensor([[3, 4], [5, 6]])])
    tensor([[1, 2],
            [3, 4],
            [5, 6]])
    """
    return _joined("vstack", atleast_2d(_some("vstack", tensors)), 0)


row_stack = vstack


def dstack(tensors: Sequence[Value]) -> Value:
    """Return the tensors joined along dimension 2, which vectors and matrices get with size 1 (see `atleast_3d`).

    Raises RuntimeError as `cat`.

    >>> import autograd
    >>> autograd.dstack([autograd.tensor([1, 2]), autograd.tensor([3, 4])])
    tensor([[[1, 3],
             [2, 4]]])
    """
    return _joined("dstack", atleast_3d(_some("dstack", tensors)), 2)


def column_stack(tensors: Sequence[Value]) -> Value:
    """Return the tensors joined along dimension 1, numbers and vectors as columns; raises RuntimeError as `cat`.

    >>> import autograd
    >>> autograd.column_stack([autograd.tensor([1, 2]), autograd.tensor([3, 4])])
    tensor([[1, 3],
            [2, 4]])
    """
    columns = [ops.reshape(x, shape=(-1, 1)) if x.ndim < 2 else x for x in _some("column_stack", tensors)]
    return _joined("column_stack", tuple(columns), 1)


def _some(name: str, tensors: Any) -> tuple[Any, ...]:
    every = members(name, tensors)
    if not every:
        raise RuntimeError(f"{name}: needs at least one tensor")
    return every


def block_diag(*tensors: Value) -> Value:
    """Return a matrix with the given ones as blocks along its diagonal, zeros elsewhere; a vector is a row.

    Raises RuntimeError for more than two dimensions.

    >>> import autograd
    >>> autograd.block_diag(autograd.tensor([[1, 2], [3, 4]]), autograd.tensor(5))
    tensor([[1, 2, 0],
            [3, 4, 0],
            [0, 0, 5]])
    """
    every = each_tensor("block_diag", tensors)
    for position, x in enumerate(every):
        if x.ndim > 2:
            raise RuntimeError(
                f"block_diag: needs matrices, vectors or numbers, got shape {x.shape} at position {position}"
            )
    if not every:
        return wrap(np.empty((1, 0), get_default_dtype()))
    return diagonals.block_diag(*atleast_2d(every))


def tile(input: Value, *counts: Sizes, dims: Sizes | None = None) -> Value:
    """Return copies of the input side by side, as many along each dimension as ``dims`` says, from the last one on.

    Raises RuntimeError for a negative number.

    >>> import autograd
    >>> autograd.tile(autograd.tensor([1, 2]), (2, 2))
    tensor([[1, 2, 1, 2],
            [1, 2, 1, 2]])
    """
    reps = integers("tile", counts, dims)
    return _copies("tile", input, (1,) * (input.ndim - len(reps)) + reps)


def repeat(input: Value, *counts: Sizes, repeats: Sizes | None = None) -> Value:
    """Return copies of the input side by side: ``repeats`` says how many along each dimension, new ones being in front.

    Raises RuntimeError for fewer numbers than dimensions, or negative ones.

    >>> import autograd
    >>> autograd.tensor([1, 2]).repeat(2, 2)
    tensor([[1, 2, 1, 2],
            [1, 2, 1, 2]])
    """
    return _copies("repeat", input, integers("repeat", counts, repeats))


def _copies(name: str, input: Value, reps: tuple[int, ...]) -> Value:
    if len(reps) < input.ndim:
        raise RuntimeError(
            f"{name}: needs a number for each of the {input.ndim} dimensions of shape {input.shape}, got "
            f"{reps}; tile adds those that are missing in front"
        )
    if min(reps, default=0) < 0:
        raise RuntimeError(f"{name}: there cannot be a negative number of copies, got {reps}")
    return ops.tile(input, reps=reps)


def repeat_interleave(
    input: Value, repeats: Value | None = None, dim: int | None = None, *, output_size: int | None = None
) -> Value:
    """Return the input with each slice along ``dim`` repeated: all as often, or each as ``repeats`` says.

    Without ``dim`` the input is flattened. ``output_size`` says how many there will be, and is checked. With one
    argument, that is the repeats, and the numbers 0, 1, ... are what is repeated. Raises RuntimeError for repeats that
    are negative or do not fit the slices or ``output_size``, TypeError if they are not integers.

    >>> import autograd
    >>> autograd.repeat_interleave(autograd.tensor([1, 2, 3]), autograd.tensor([2, 0, 1]))
    tensor([1, 1, 3])
    """
    name = "repeat_interleave"
    if repeats is None:
        if input.ndim != 1:
            raise RuntimeError(f"{name}: repeats alone must be a vector, got shape {input.shape}")
        repeated = np.repeat(np.arange(len(input)), _repeats(name, input, len(input), output_size))
        return wrap(repeated) if is_tensor(input) else repeated
    if dim is None:
        input, dim = ravel(input), 0
    axis = axis_of(name, dim, input.ndim)
    if not input.ndim:
        input = ravel(input)
    return ops.repeat(input, repeats=_repeats(name, repeats, input.shape[axis], output_size), axis=axis)


def _repeats(name: str, repeats: Value, length: int, output_size: int | None) -> Any:
    """Return how often to repeat: an int, or an array of as many as there are slices."""
    repeats = array_of(repeats)
    if not (isinstance(repeats, int) or (hasattr(repeats, "dtype") and repeats.dtype.kind in "iu")):
        raise TypeError(f"{name}: repeats is an integer or a tensor of integers, not {repeats!r}")
    if np.size(repeats) == 1:
        repeats = int(repeats if isinstance(repeats, int) else repeats.item())
    elif repeats.shape != (length,):
        raise RuntimeError(
            f"{name}: needs one number for each of {length} slices, got repeats of shape {repeats.shape}"
        )
    if np.size(repeats) and np.min(repeats) < 0:
        raise RuntimeError(f"{name}: there cannot be a negative number of copies, got {repeats}")
    size = repeats * length if isinstance(repeats, int) else int(repeats.sum())
    if output_size is not None and output_size != size:
        raise RuntimeError(f"{name}: there are {size} slices, not {output_size} as output_size says")
    return repeats


def meshgrid(*tensors: Value, indexing: str = "ij") -> tuple[Value, ...]:
    """Return one tensor for each vector, all of one shape: element i, j, ... has the vector's value at i, at j, ...

    With ``indexing="xy"`` the first two dimensions are exchanged, as in images. The results are read-only views. Raises
    RuntimeError for tensors that are not vectors, that have several dtypes, or for none.

    >>> import autograd
    >>> x, y = autograd.meshgrid(autograd.tensor([1, 2]), autograd.tensor([3, 4, 5]), indexing="ij")
    >>> x
    tensor([[1, 1, 1],
            [2, 2, 2]])
    >>> y
    tensor([[3, 4, 5],
            [3, 4, 5]])
    """
    return _grid("meshgrid", each_tensor("meshgrid", tensors), indexing)


def _grid(name: str, vectors: tuple[Any, ...], indexing: str) -> tuple[Any, ...]:
    if not vectors:
        raise RuntimeError(f"{name}: needs at least one vector")
    if indexing not in ("ij", "xy"):
        raise RuntimeError(f'{name}: indexing is "ij" or "xy", not {indexing!r}')
    if any(x.ndim > 1 for x in vectors):
        raise RuntimeError(f"{name}: needs vectors, got shapes {_list([x.shape for x in vectors])}")
    dtypes = [x.dtype for x in vectors]
    if len(set(dtypes)) > 1:
        raise RuntimeError(f"{name}: needs vectors of one dtype, got {', '.join(map(str, dtypes))}")
    dims = list(range(len(vectors)))  # of the vectors
    if indexing == "xy":
        dims[:2] = dims[:2][::-1]
    sizes = [x.shape[0] if x.ndim else 1 for x in vectors]
    shape = tuple([sizes[position] for position in dims])
    flat = [tuple([n if dims[i] == p else 1 for i, n in enumerate(shape)]) for p in range(len(vectors))]
    return tuple([ops.broadcast_to(ops.reshape(x, shape=to), shape=shape) for x, to in zip(vectors, flat, strict=True)])


def cartesian_prod(*tensors: Value) -> Value:
    """Return all ways to choose one element of each vector, as rows; of one vector itself.

    Raises RuntimeError for tensors that are not vectors, that have several dtypes, or for none.

    >>> import autograd
    >>> autograd.cartesian_prod(autograd.tensor([1, 2]), autograd.tensor([3, 4]))
    tensor([[1, 3],
            [1, 4],
            [2, 3],
            [2, 4]])
    """
    vectors = each_tensor("cartesian_prod", tensors)
    if any(x.ndim != 1 for x in vectors):
        raise RuntimeError(f"cartesian_prod: needs vectors, got shapes {_list([x.shape for x in vectors])}")
    if len(vectors) == 1:
        return vectors[0]
    return ops.stack(*[ravel(x) for x in _grid("cartesian_prod", vectors, "ij")], axis=1)


def combinations(input: Value, r: int = 2, with_replacement: bool = False) -> Value:
    """Return all ways to choose ``r`` elements of a vector, in its order, as rows.

    Raises RuntimeError for another shape, and for a negative ``r``.

    >>> import autograd
    >>> autograd.combinations(autograd.tensor([1, 2, 3]))
    tensor([[1, 2],
            [1, 3],
            [2, 3]])
    """
    if input.ndim != 1:
        raise RuntimeError(f"combinations: needs a vector, got shape {input.shape}")
    if index(r) < 0:
        raise RuntimeError(f"combinations: needs a number of elements to choose, got {r}")
    if not r:
        return wrap(np.empty(0, input.dtype))
    rows = np.arange(input.shape[0])[:, None]
    for _ in range(1, r):  # each row goes on with everything behind its last element
        first = rows[:, -1] + (not with_replacement)
        count = input.shape[0] - first
        rows = np.repeat(rows, count, axis=0)
        following = np.repeat(first - np.cumsum(count) + count, count) + np.arange(len(rows))
        rows = np.concatenate((rows, following[:, None]), axis=1)
    return indexing.getitem(input, index=rows)


public(globals())
