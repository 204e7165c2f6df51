"""PyTorch's names for functions that give the elements another shape, or repeat them to one.

Results share memory with the input, as PyTorch's do, except those of clone, and of a reshape that must copy.
"""

import math
from collections.abc import Sequence
from typing import Any, overload

import numpy as np

from ..core.op import Tensor, Value, broadcasts
from ..exports import public
from ..ops import shape as ops
from ..ops.conversion import copy
from .arguments import Dim, Sizes, axes_of, axis_of, common_shape, each_tensor, integers


def clone(input: Value) -> Value:
    """Return a copy in memory of its own; gradients pass through to the original.

    >>> import autograd
    >>> x = autograd.tensor([1.0, 2.0], requires_grad=True)
    >>> autograd.clone(x).sum().backward()
    >>> x.grad
    tensor([1., 1.])
    """
    return copy(input)


def _reshaped(name: str, input: Value, sizes: tuple[int, ...]) -> Value:
    if min(sizes, default=0) < -1:
        raise _misfit(name, input, sizes)
    try:
        return ops.reshape(input, shape=sizes)
    except ValueError:
        raise _misfit(name, input, sizes) from None


def _misfit(name: str, input: Value, sizes: tuple[int, ...]) -> RuntimeError:
    shape, rest = input.shape, math.prod(n for n in sizes if n != -1)
    if min(sizes, default=0) < -1 or sizes.count(-1) > 1:
        why = "sizes are not negative, except for one -1, which stands for what is left"
    elif -1 in sizes and not rest:
        why = "next to a size of 0 the -1 could be any; give its size"
    elif -1 in sizes:
        why = f"{math.prod(shape)} elements do not fill it in multiples of {rest}; change the sizes"
    else:
        why = f"{math.prod(shape)} elements do not fill it; change the sizes, or put -1 for one of them"
    return RuntimeError(f"{name}: shape {shape} does not become {sizes}: {why}")


def reshape(input: Value, *sizes: Sizes, shape: Sizes | None = None) -> Value:
    """Return the same elements in another shape; one size may be -1. Raises RuntimeError if the sizes do not fit.

    >>> import autograd
    >>> autograd.reshape(autograd.arange(6), (2, -1))
    tensor([[0, 1, 2],
            [3, 4, 5]])
    """
    return _reshaped("reshape", input, integers("reshape", sizes, shape))


def view(input: Tensor, *sizes: Any, size: Sizes | None = None, dtype: Any = None) -> Tensor:
    """Return the same memory in another shape; a dtype as argument reinterprets the bytes, without a gradient.

    Raises RuntimeError if the sizes do not fit, or the memory layout does not allow them: `reshape` copies then.

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
                f"view: a tensor of {input.dtype} and shape {input.shape} cannot be read as {np.dtype(dtype)}: {error}"
            ) from None
    shape = integers("view", sizes, size)
    out = _reshaped("view", input, shape)
    if out.numel() and not np.may_share_memory(out._array, input._array):
        raise RuntimeError(
            f"view: shape {shape} is not compatible with the strides of a tensor of shape "
            f"{input.shape}; use .reshape(...), which copies where it must"
        )
    return out


def ravel(input: Value) -> Value:
    """Return the elements in order as a vector.

    >>> import autograd
    >>> autograd.ravel(autograd.tensor([[1, 2], [3, 4]]))
    tensor([1, 2, 3, 4])
    """
    return ops.reshape(input, shape=(-1,))


def flatten(input: Value, start_dim: int = 0, end_dim: int = -1) -> Value:
    """Return the input with the dimensions from start_dim to end_dim made into one.

    Raises RuntimeError if start_dim comes after end_dim.

    >>> import autograd
    >>> autograd.flatten(autograd.zeros(2, 3, 4), 1).shape
    (2, 12)
    """
    shape = input.shape
    start, end = axis_of("flatten", start_dim, len(shape)), axis_of("flatten", end_dim, len(shape))
    if not shape:
        return ops.reshape(input, shape=(1,))
    if start > end:
        raise RuntimeError(f"flatten: start_dim {start_dim} comes after end_dim {end_dim}")
    if start == end:
        return input
    return ops.reshape(input, shape=(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :]))


def unflatten(input: Value, dim: int, sizes: Sequence[int]) -> Value:
    """Return the input with one dimension made into several; one of their sizes may be -1.

    Raises RuntimeError if the sizes do not multiply to that of the dimension.

    >>> import autograd
    >>> autograd.unflatten(autograd.zeros(2, 12), 1, (3, -1)).shape
    (2, 3, 4)
    """
    shape = input.shape
    at, sizes = axis_of("unflatten", dim, len(shape)), integers("unflatten", (sizes,))
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


def squeeze(input: Value, dim: Dim = None, *, axis: Dim = None) -> Value:
    """Return the input without its dimensions of size 1, or only without those in ``dim``, if of size 1.

    >>> import autograd
    >>> autograd.squeeze(autograd.zeros(1, 3, 1)).shape
    (3,)
    """
    shape, dim = input.shape, axis if dim is None else dim
    gone = range(len(shape)) if dim is None else axes_of("squeeze", dim, len(shape))
    return ops.reshape(input, shape=tuple([n for i, n in enumerate(shape) if n != 1 or i not in gone]))


def unsqueeze(input: Value, dim: int) -> Value:
    """Return the input with a dimension of size 1 inserted at ``dim``.

    >>> import autograd
    >>> autograd.unsqueeze(autograd.zeros(3), -1).shape
    (3, 1)
    """
    at = axis_of("unsqueeze", dim, input.ndim, added=1)
    return ops.reshape(input, shape=(*input.shape[:at], 1, *input.shape[at:]))


@overload
def atleast_1d(tensor: Value, /) -> Value: ...
@overload
def atleast_1d(*tensors: Any) -> tuple[Any, ...]: ...
def atleast_1d(*tensors: Any) -> Any:
    """Return tensors with at least one dimension: one, or a tuple of several, which may be given as a sequence.

    >>> import autograd
    >>> autograd.atleast_1d(autograd.tensor(2))
    tensor([2])
    """
    return _atleast("atleast_1d", tensors, {0: (1,)})


@overload
def atleast_2d(tensor: Value, /) -> Value: ...
@overload
def atleast_2d(*tensors: Any) -> tuple[Any, ...]: ...
def atleast_2d(*tensors: Any) -> Any:
    """Return tensors with at least two dimensions; a vector becomes a row. One, or a tuple of several.

    >>> import autograd
    >>> autograd.atleast_2d(autograd.tensor([1, 2]))
    tensor([[1, 2]])
    """
    return _atleast("atleast_2d", tensors, {0: (1, 1), 1: (1, -1)})


@overload
def atleast_3d(tensor: Value, /) -> Value: ...
@overload
def atleast_3d(*tensors: Any) -> tuple[Any, ...]: ...
def atleast_3d(*tensors: Any) -> Any:
    """Return tensors with at least three dimensions: (n,) becomes (1, n, 1), and (n, m) becomes (n, m, 1).

    >>> import autograd
    >>> autograd.atleast_3d(autograd.zeros(2), autograd.zeros(2, 3))[1].shape
    (2, 3, 1)
    """
    return _atleast("atleast_3d", tensors, {0: (1, 1, 1), 1: (1, -1, 1), 2: (0, 0, 1)})


def _atleast(name: str, tensors: tuple[Any, ...], shapes: dict[int, tuple[int, ...]]) -> Value:
    def lifted(x: Value) -> Value:
        shape = x.shape
        to = shapes.get(len(shape))
        if to is None:
            return x
        return ops.reshape(x, shape=(*shape, 1) if len(shape) == 2 else tuple([shape[0] if n < 0 else n for n in to]))

    several = tuple([lifted(x) for x in each_tensor(name, tensors)])
    return several[0] if len(tensors) == 1 and hasattr(tensors[0], "shape") else several


def broadcast_to(input: Value, size: Sizes) -> Value:
    """Return the input repeated to the shape ``size``, as a read-only view.

    Raises RuntimeError if it does not broadcast to that shape.

    >>> import autograd
    >>> autograd.broadcast_to(autograd.tensor([1, 2]), (2, 2))
    tensor([[1, 2],
            [1, 2]])
    """
    return _expanded("broadcast_to", input, integers("broadcast_to", (size,)))


def expand(input: Value, *sizes: Sizes, size: Sizes | None = None) -> Value:
    """Return the input with dimensions of size 1 repeated, as a read-only view; -1 keeps a size.

    Raises RuntimeError if it does not broadcast to that shape.

    >>> import autograd
    >>> autograd.tensor([[1], [2]]).expand(-1, 3)
    tensor([[1, 1, 1],
            [2, 2, 2]])
    """
    return _expanded("expand", input, integers("expand", sizes, size))


def _expanded(name: str, input: Value, target: tuple[int, ...]) -> Value:
    shape = input.shape
    extra = len(target) - len(shape)
    filled = target[:extra] + tuple([n if m == -1 else m for n, m in zip(shape, target[max(extra, 0) :], strict=False)])
    if extra < 0 or min(filled, default=0) < 0 or not broadcasts(shape, filled):
        raise RuntimeError(
            f"{name}: shape {shape} does not expand to {target}: only dimensions of size 1 do, and new ones in front"
        )
    return ops.broadcast_to(input, shape=filled)


def broadcast_shapes(*shapes: Sizes) -> tuple[int, ...]:
    """Return the shape that tensors of these shapes are broadcast to; an integer is the shape of a vector.

    Raises RuntimeError if they do not broadcast, ValueError for a negative size.

    >>> import autograd
    >>> autograd.broadcast_shapes((2, 1), (3,))
    (2, 3)
    """
    every = [integers("broadcast_shapes", (shape,)) for shape in shapes]
    if any(n < 0 for shape in every for n in shape):
        raise ValueError(f"broadcast_shapes: a size cannot be negative, got {', '.join(map(str, every))}")
    return common_shape("broadcast_shapes", every)


def broadcast_tensors(*tensors: Value) -> tuple[Value, ...]:
    """Return the tensors broadcast to one shape, as read-only views. Raises RuntimeError if they do not broadcast.

    >>> import autograd
    >>> autograd.broadcast_tensors(autograd.tensor([[1], [2]]), autograd.tensor([3, 4]))[0]
    tensor([[1, 1],
            [2, 2]])
    """
    every = each_tensor("broadcast_tensors", tensors)
    shape = common_shape("broadcast_tensors", [x.shape for x in every])
    return tuple([ops.broadcast_to(x, shape=shape) for x in every])


public(globals())
