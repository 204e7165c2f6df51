"""PyTorch's names for functions that give the elements another shape or order. Results share memory with the input
where PyTorch's do: all do but those of flip, roll, rot90 and clone, and of a reshape that must copy."""

import math
from collections.abc import Sequence
from operator import index
from typing import Any

import numpy as np

from ..ops import shape as ops

__all__ = [
    "atleast_1d",
    "atleast_2d",
    "atleast_3d",
    "broadcast_shapes",
    "broadcast_tensors",
    "broadcast_to",
    "clone",
    "expand",
    "flatten",
    "flip",
    "fliplr",
    "flipud",
    "moveaxis",
    "movedim",
    "permute",
    "ravel",
    "reshape",
    "roll",
    "rot90",
    "squeeze",
    "swapaxes",
    "swapdims",
    "t",
    "transpose",
    "unflatten",
    "unsqueeze",
    "view",
]


def clone(input: Any) -> Any:
    """Return a copy in memory of its own; gradients pass through to the original.

    >>> import autograd
    >>> x = autograd.tensor([1.0, 2.0], requires_grad=True)
    >>> autograd.clone(x).sum().backward()
    >>> x.grad
    tensor([1., 1.])
    """
    from ..ops.conversion import copy

    return copy(input)


def _sizes(name: str, given: tuple[Any, ...], keyword: Any = None) -> tuple[int, ...]:
    """Accept integers one by one, as one sequence, or as a keyword argument."""
    if keyword is not None:
        given = (*given, keyword)
    if not given:
        raise TypeError(f"{name}: no sizes or dimensions are given; none at all is ()")
    try:
        if len(given) == 1 and not hasattr(given[0], "__index__"):
            return tuple(map(index, given[0]))
        return tuple(map(index, given))
    except TypeError:
        raise TypeError(f"{name}: expected integers, got {', '.join(map(repr, given))}") from None


def _dim(name: str, dim: int, ndim: int, *, added: int = 0) -> int:
    """Return ``dim`` counted from the front; of a tensor with ``ndim`` dimensions to which some are added."""
    limit = max(ndim + added, 1)
    try:
        if -limit <= dim < limit:
            return index(dim) % limit
    except TypeError:
        raise TypeError(f"{name}: expected a dimension, an integer, got {dim!r}") from None
    raise IndexError(
        f"{name}: dim {dim} is out of range for a tensor with {ndim} dimension{'' if ndim == 1 else 's'}: "
        f"[{-limit}, {limit - 1}]"
    )


def _dims(name: str, dims: Any, ndim: int) -> tuple[int, ...]:
    """Return dimensions, given as one or as a sequence, counted from the front."""
    every = tuple([_dim(name, dim, ndim) for dim in ((dims,) if hasattr(dims, "__index__") else dims)])
    if len(set(every)) < len(every):
        raise RuntimeError(f"{name}: a dimension is named twice in {tuple(dims)}")
    return every


def _tensors(name: str, tensors: Any) -> tuple[Any, ...]:
    """Return the members of a sequence of tensors."""
    if hasattr(tensors, "shape") or not hasattr(tensors, "__iter__"):
        given = f"one tensor of shape {tuple(tensors.shape)}" if hasattr(tensors, "shape") else repr(tensors)
        raise TypeError(f"{name}: expected a sequence of tensors, got {given}")
    every = tuple(tensors)
    for position, x in enumerate(every):
        if not hasattr(x, "shape"):
            raise TypeError(f"{name}: expected a sequence of tensors, got {x!r} at position {position}")
    return every


def _each(name: str, tensors: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return tensors that are given one by one, or as one sequence."""
    return _tensors(name, tensors[0] if len(tensors) == 1 and not hasattr(tensors[0], "shape") else tensors)


def _reshaped(name: str, input: Any, sizes: tuple[int, ...]) -> Any:
    if min(sizes, default=0) < -1:
        raise _misfit(name, input, sizes)
    try:
        return ops.reshape(input, shape=sizes)
    except ValueError:
        raise _misfit(name, input, sizes) from None


def _misfit(name: str, input: Any, sizes: tuple[int, ...]) -> RuntimeError:
    shape, rest = tuple(input.shape), math.prod(n for n in sizes if n != -1)
    if min(sizes, default=0) < -1 or sizes.count(-1) > 1:
        why = "sizes are not negative, except for one -1, which stands for what is left"
    elif -1 in sizes and not rest:
        why = "next to a size of 0 the -1 could be any; give its size"
    elif -1 in sizes:
        why = f"{math.prod(shape)} elements do not fill it in multiples of {rest}; change the sizes"
    else:
        why = f"{math.prod(shape)} elements do not fill it; change the sizes, or put -1 for one of them"
    return RuntimeError(f"{name}: shape {shape} does not become {sizes}: {why}")


def reshape(input: Any, *sizes: Any, shape: Any = None) -> Any:
    """Return the same elements in another shape; one size may be -1. Raises RuntimeError if the sizes do not fit.

    >>> import autograd
    >>> autograd.reshape(autograd.arange(6), (2, -1))
    tensor([[0, 1, 2],
            [3, 4, 5]])
    """
    return _reshaped("reshape", input, _sizes("reshape", sizes, shape))


def view(input: Any, *sizes: Any, size: Any = None, dtype: Any = None) -> Any:
    """Return the same memory in another shape; a dtype as argument reinterprets the bytes, without a gradient.

    Raises RuntimeError where the memory layout does not allow it: use `reshape`, which copies then.

    >>> import autograd
    >>> autograd.arange(4).view(2, 2)
    tensor([[0, 1],
            [2, 3]])
    """
    if dtype is None and len(sizes) == 1 and isinstance(sizes[0], (np.dtype, type)):
        (dtype,) = sizes
    if dtype is not None:
        try:
            return type(input)._wrap(input._array.view(dtype))
        except ValueError as error:
            raise RuntimeError(
                f"view: a tensor of {input.dtype} and shape {tuple(input.shape)} cannot be read as {np.dtype(dtype)}: "
                f"{error}"
            ) from None
    shape = _sizes("view", sizes, size)
    out = _reshaped("view", input, shape)
    if out.numel() and not np.may_share_memory(out._array, input._array):
        raise RuntimeError(
            f"view: shape {shape} is not compatible with the strides of a tensor of shape "
            f"{tuple(input.shape)}; use .reshape(...), which copies where it must"
        )
    return out


def ravel(input: Any) -> Any:
    """Return the elements in order as a vector.

    >>> import autograd
    >>> autograd.ravel(autograd.tensor([[1, 2], [3, 4]]))
    tensor([1, 2, 3, 4])
    """
    return ops.reshape(input, shape=(-1,))


def flatten(input: Any, start_dim: int = 0, end_dim: int = -1) -> Any:
    """Return the input with the dimensions from start_dim to end_dim made into one.

    >>> import autograd
    >>> autograd.flatten(autograd.zeros(2, 3, 4), 1).shape
    (2, 12)
    """
    shape = tuple(input.shape)
    start, end = _dim("flatten", start_dim, len(shape)), _dim("flatten", end_dim, len(shape))
    if not shape:
        return ops.reshape(input, shape=(1,))
    if start > end:
        raise RuntimeError(f"flatten: start_dim {start_dim} comes after end_dim {end_dim}")
    if start == end:
        return input
    return ops.reshape(input, shape=(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :]))


def unflatten(input: Any, dim: int, sizes: Any) -> Any:
    """Return the input with one dimension made into several; one of their sizes may be -1.

    >>> import autograd
    >>> autograd.unflatten(autograd.zeros(2, 12), 1, (3, -1)).shape
    (2, 3, 4)
    """
    shape = tuple(input.shape)
    at, sizes = _dim("unflatten", dim, len(shape)), _sizes("unflatten", (sizes,))
    if not shape:
        raise RuntimeError("unflatten: a 0-d tensor has no dimension to make into several; use .reshape(...)")
    rest = math.prod(n for n in sizes if n != -1)
    if sizes.count(-1) == 1 and rest:
        sizes = tuple([shape[at] // rest if n == -1 else n for n in sizes])
    if not sizes or min(sizes) < 0 or math.prod(sizes) != shape[at]:
        raise RuntimeError(
            f"unflatten: sizes {sizes} do not multiply to {shape[at]}, the size of dim {dim}; one of them may be -1"
        )
    return ops.reshape(input, shape=(*shape[:at], *sizes, *shape[at + 1 :]))


def squeeze(input: Any, dim: Any = None, *, axis: Any = None) -> Any:
    """Return the input without its dimensions of size 1, or only without those in ``dim``, if of size 1.

    >>> import autograd
    >>> autograd.squeeze(autograd.zeros(1, 3, 1)).shape
    (3,)
    """
    shape, dim = tuple(input.shape), axis if dim is None else dim
    gone = range(len(shape)) if dim is None else _dims("squeeze", dim, len(shape))
    return ops.reshape(input, shape=tuple([n for i, n in enumerate(shape) if n != 1 or i not in gone]))


def unsqueeze(input: Any, dim: int) -> Any:
    """Return the input with a dimension of size 1 inserted at ``dim``.

    >>> import autograd
    >>> autograd.unsqueeze(autograd.zeros(3), -1).shape
    (3, 1)
    """
    shape = tuple(input.shape)
    at = _dim("unsqueeze", dim, len(shape), added=1)
    return ops.reshape(input, shape=(*shape[:at], 1, *shape[at:]))


def atleast_1d(*tensors: Any) -> Any:
    """Return tensors with at least one dimension: one, or a tuple of several, which may be given as a sequence.

    >>> import autograd
    >>> autograd.atleast_1d(autograd.tensor(2))
    tensor([2])
    """
    return _atleast("atleast_1d", tensors, {0: (1,)})


def atleast_2d(*tensors: Any) -> Any:
    """Return tensors with at least two dimensions; a vector becomes a row. One, or a tuple of several.

    >>> import autograd
    >>> autograd.atleast_2d(autograd.tensor([1, 2]))
    tensor([[1, 2]])
    """
    return _atleast("atleast_2d", tensors, {0: (1, 1), 1: (1, -1)})


def atleast_3d(*tensors: Any) -> Any:
    """Return tensors with at least three dimensions: (n,) becomes (1, n, 1), and (n, m) becomes (n, m, 1).

    >>> import autograd
    >>> autograd.atleast_3d(autograd.zeros(2), autograd.zeros(2, 3))[1].shape
    (2, 3, 1)
    """
    return _atleast("atleast_3d", tensors, {0: (1, 1, 1), 1: (1, -1, 1), 2: (0, 0, 1)})


def _atleast(name: str, tensors: tuple[Any, ...], shapes: dict[int, tuple[int, ...]]) -> Any:
    def lifted(x: Any) -> Any:
        shape = tuple(x.shape)
        to = shapes.get(len(shape))
        if to is None:
            return x
        return ops.reshape(x, shape=(*shape, 1) if len(shape) == 2 else tuple([shape[0] if n < 0 else n for n in to]))

    several = tuple([lifted(x) for x in _each(name, tensors)])
    return several[0] if len(tensors) == 1 and hasattr(tensors[0], "shape") else several


def permute(input: Any, *order: Any, dims: Any = None) -> Any:
    """Return the input with its dimensions in the order ``dims``.

    >>> import autograd
    >>> autograd.permute(autograd.zeros(2, 3, 4), (2, 0, 1)).shape
    (4, 2, 3)
    """
    order, ndim = _sizes("permute", order, dims), len(input.shape)
    axes = tuple([_dim("permute", d, ndim) for d in order])
    if sorted(axes) != list(range(ndim)):
        raise RuntimeError(f"permute: dims {order} is no permutation of the {ndim} dimensions")
    return ops.transpose(input, axes=axes)


def transpose(input: Any, dim0: int, dim1: int) -> Any:
    """Return the input with two dimensions exchanged.

    >>> import autograd
    >>> autograd.transpose(autograd.zeros(2, 3, 4), 0, -1).shape
    (4, 3, 2)
    """
    return _exchanged("transpose", input, dim0, dim1)


swapdims = transpose


def swapaxes(input: Any, axis0: int, axis1: int) -> Any:
    """Return the input with two dimensions exchanged, as `transpose`.

    >>> import autograd
    >>> autograd.swapaxes(autograd.zeros(2, 3, 4), 0, 1).shape
    (3, 2, 4)
    """
    return _exchanged("swapaxes", input, axis0, axis1)


def _exchanged(name: str, input: Any, one: int, other: int) -> Any:
    ndim = len(input.shape)
    axes = list(range(ndim))
    first, second = _dim(name, one, ndim), _dim(name, other, ndim)
    if ndim:
        axes[first], axes[second] = axes[second], axes[first]
    return ops.transpose(input, axes=tuple(axes))


def t(input: Any) -> Any:
    """Return the transpose of a matrix; a vector is returned as it is. Raises RuntimeError for more dimensions.

    >>> import autograd
    >>> autograd.t(autograd.zeros(2, 3)).shape
    (3, 2)
    """
    ndim = len(input.shape)
    if ndim > 2:
        raise RuntimeError(f"t: needs at most 2 dimensions, got shape {tuple(input.shape)}; use .mT or .transpose()")
    return ops.transpose(input, axes=tuple(reversed(range(ndim))))


def movedim(input: Any, source: Any, destination: Any) -> Any:
    """Return the input with dimensions moved to other places, the rest in order.

    >>> import autograd
    >>> autograd.movedim(autograd.zeros(2, 3, 4), 0, -1).shape
    (3, 4, 2)
    """
    ndim = len(input.shape)
    origins, places = _dims("movedim", source, ndim), _dims("movedim", destination, ndim)
    if len(origins) != len(places):
        raise RuntimeError(f"movedim: source {source} and destination {destination} are not as many")
    axes = [i for i in range(ndim) if i not in origins]
    if ndim:
        for to, origin in sorted(zip(places, origins, strict=True)):
            axes.insert(to, origin)
    return ops.transpose(input, axes=tuple(axes))


moveaxis = movedim


def broadcast_to(input: Any, size: Any) -> Any:
    """Return the input repeated to the shape ``size``, as a read-only view.

    >>> import autograd
    >>> autograd.broadcast_to(autograd.tensor([1, 2]), (2, 2))
    tensor([[1, 2],
            [1, 2]])
    """
    return _expanded("broadcast_to", input, _sizes("broadcast_to", (size,)))


def expand(input: Any, *sizes: Any, size: Any = None) -> Any:
    """Return the input with dimensions of size 1 repeated; -1 keeps a size. A read-only view.

    >>> import autograd
    >>> autograd.tensor([[1], [2]]).expand(-1, 3)
    tensor([[1, 1, 1],
            [2, 2, 2]])
    """
    return _expanded("expand", input, _sizes("expand", sizes, size))


def _expanded(name: str, input: Any, target: tuple[int, ...]) -> Any:
    shape = tuple(input.shape)
    extra = len(target) - len(shape)
    filled = target[:extra] + tuple([n if m == -1 else m for n, m in zip(shape, target[max(extra, 0) :], strict=False)])
    if (
        extra < 0
        or min(filled, default=0) < 0
        or any(n not in (1, m) for n, m in zip(shape, filled[extra:], strict=True))
    ):
        raise RuntimeError(
            f"{name}: shape {shape} does not expand to {target}: only dimensions of size 1 do, and new ones in front"
        )
    return ops.broadcast_to(input, shape=filled)


def broadcast_shapes(*shapes: Any) -> tuple[int, ...]:
    """Return the shape that tensors of these shapes are broadcast to; an integer is the shape of a vector.

    >>> import autograd
    >>> autograd.broadcast_shapes((2, 1), (3,))
    (2, 3)
    """
    every = [_sizes("broadcast_shapes", (shape,)) for shape in shapes]
    if any(n < 0 for shape in every for n in shape):
        raise ValueError(f"broadcast_shapes: a size cannot be negative, got {', '.join(map(str, every))}")
    return _common_shape("broadcast_shapes", every)


def _common_shape(name: str, shapes: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    try:
        return np.broadcast_shapes(*shapes)
    except ValueError:
        raise RuntimeError(
            f"{name}: shapes {', '.join(map(str, shapes))} do not broadcast: counted from the last one, sizes must be "
            f"the same, or 1"
        ) from None


def broadcast_tensors(*tensors: Any) -> tuple[Any, ...]:
    """Return the tensors broadcast to one shape, as read-only views.

    >>> import autograd
    >>> autograd.broadcast_tensors(autograd.tensor([[1], [2]]), autograd.tensor([3, 4]))[0]
    tensor([[1, 1],
            [2, 2]])
    """
    every = _each("broadcast_tensors", tensors)
    shape = _common_shape("broadcast_tensors", [tuple(x.shape) for x in every])
    return tuple([ops.broadcast_to(x, shape=shape) for x in every])


def flip(input: Any, *order: Any, dims: Any = None) -> Any:
    """Return a copy with the elements along ``dims`` in reverse.

    >>> import autograd
    >>> autograd.flip(autograd.tensor([[1, 2], [3, 4]]), (1,))
    tensor([[2, 1],
            [4, 3]])
    """
    return ops.flip(input, axes=_dims("flip", _sizes("flip", order, dims), len(input.shape)))


def fliplr(input: Any) -> Any:
    """Return a copy with the columns, dimension 1, in reverse.

    >>> import autograd
    >>> autograd.fliplr(autograd.tensor([[1, 2], [3, 4]]))
    tensor([[2, 1],
            [4, 3]])
    """
    if len(input.shape) < 2:
        raise RuntimeError(
            f"fliplr: needs at least 2 dimensions, got shape {tuple(input.shape)}; flip(0) takes a vector"
        )
    return ops.flip(input, axes=(1,))


def flipud(input: Any) -> Any:
    """Return a copy with the rows, dimension 0, in reverse.

    >>> import autograd
    >>> autograd.flipud(autograd.tensor([[1, 2], [3, 4]]))
    tensor([[3, 4],
            [1, 2]])
    """
    if not len(input.shape):
        raise RuntimeError("flipud: needs at least 1 dimension, got shape ()")
    return ops.flip(input, axes=(0,))


def roll(input: Any, shifts: Any, dims: Any = None) -> Any:
    """Return a copy with the elements shifted along ``dims``, those pushed out at the end put in at the front.

    Without ``dims`` the tensor is flattened first, and given its shape again afterwards.

    >>> import autograd
    >>> autograd.roll(autograd.tensor([[1, 2, 3], [4, 5, 6]]), 1, dims=1)
    tensor([[3, 1, 2],
            [6, 4, 5]])
    """
    shifts = _sizes("roll", (shifts,))
    axes = None if dims is None else _sizes("roll", (dims,)) or None
    if len(shifts) != (1 if axes is None else len(axes)):
        raise RuntimeError(f"roll: needs one shift for each of dims, got shifts {shifts} and dims {axes}")
    if axes is not None:
        axes = tuple([_dim("roll", dim, len(input.shape)) for dim in axes])
    return ops.roll(input, shift=shifts, axis=axes if len(input.shape) else None)


def rot90(input: Any, k: int = 1, dims: Any = (0, 1)) -> Any:
    """Return a copy turned by ``k`` quarters from the first of ``dims`` towards the second.

    >>> import autograd
    >>> autograd.rot90(autograd.tensor([[1, 2], [3, 4]]))
    tensor([[2, 4],
            [1, 3]])
    """
    ndim = len(input.shape)
    if len(dims) != 2 or ndim < 2:
        raise RuntimeError(
            f"rot90: needs 2 dimensions to turn in, got dims {tuple(dims)} of shape {tuple(input.shape)}"
        )
    first, second = _dims("rot90", dims, ndim)
    k = index(k) % 4
    if not k:
        return clone(input)
    if k == 2:
        return ops.flip(input, axes=(first, second))
    return ops.flip(_exchanged("rot90", input, first, second), axes=(first if k == 1 else second,))
