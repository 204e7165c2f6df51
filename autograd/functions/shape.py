"""PyTorch's names for functions that rearrange elements. Results share memory with the input where NumPy's do."""

import math
from typing import Any

from ..ops import shape as ops

__all__ = [
    "broadcast_to",
    "cat",
    "chunk",
    "clone",
    "concat",
    "concatenate",
    "expand",
    "flatten",
    "movedim",
    "permute",
    "reshape",
    "split",
    "squeeze",
    "stack",
    "swapaxes",
    "t",
    "transpose",
    "unbind",
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


def _sizes(shape: tuple[Any, ...]) -> tuple[int, ...]:
    """Accept sizes one by one or as one sequence."""
    if len(shape) == 1 and not hasattr(shape[0], "__index__"):
        shape = tuple(shape[0])
    return tuple(int(n) for n in shape)


def _dim(name: str, dim: int, ndim: int) -> int:
    limit = max(ndim, 1)
    if not -limit <= dim < limit:
        raise IndexError(
            f"{name}: dim {dim} is out of range for a tensor with {ndim} dimensions: [{-limit}, {limit - 1}]"
        )
    return dim % limit


def reshape(input: Any, *shape: Any) -> Any:
    """Return the same elements in another shape; one size may be -1. Raises ValueError if the sizes do not fit.

    >>> import autograd
    >>> autograd.reshape(autograd.arange(6), (2, -1))
    tensor([[0, 1, 2],
            [3, 4, 5]])
    """
    return ops.reshape(input, shape=_sizes(shape))


def view(input: Any, *shape: Any) -> Any:
    """Return the same memory in another shape; a dtype as argument reinterprets the bytes, without a gradient.

    Raises RuntimeError where the memory layout does not allow it: use `reshape`, which copies then.

    >>> import autograd
    >>> autograd.arange(4).view(2, 2)
    tensor([[0, 1],
            [2, 3]])
    """
    import numpy as np

    if len(shape) == 1 and isinstance(shape[0], (np.dtype, type)):
        return type(input)._wrap(input._array.view(shape[0]))
    out = ops.reshape(input, shape=_sizes(shape))
    if out.numel() and not np.may_share_memory(out._array, input._array):
        raise RuntimeError(
            f"view: shape {_sizes(shape)} is not compatible with the strides of a tensor of shape "
            f"{tuple(input.shape)}; use .reshape(...), which copies where it must"
        )
    return out


def flatten(input: Any, start_dim: int = 0, end_dim: int = -1) -> Any:
    """Return the input with the dimensions from start_dim to end_dim made into one.

    >>> import autograd
    >>> autograd.flatten(autograd.zeros(2, 3, 4), 1).shape
    (2, 12)
    """
    shape = tuple(input.shape)
    if not shape:
        return ops.reshape(input, shape=(1,))
    start, end = _dim("flatten", start_dim, len(shape)), _dim("flatten", end_dim, len(shape))
    if start > end:
        raise RuntimeError(f"flatten: start_dim {start_dim} comes after end_dim {end_dim}")
    if start == end:
        return input
    return ops.reshape(input, shape=(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :]))


def squeeze(input: Any, dim: Any = None, *, axis: Any = None) -> Any:
    """Return the input without its dimensions of size 1, or only without those in ``dim``, if of size 1.

    >>> import autograd
    >>> autograd.squeeze(autograd.zeros(1, 3, 1)).shape
    (3,)
    """
    shape, dim = tuple(input.shape), axis if dim is None else dim
    dims = range(len(shape)) if dim is None else (dim,) if isinstance(dim, int) else dim
    gone = {_dim("squeeze", d, len(shape)) for d in dims} if shape else set()
    return ops.reshape(input, shape=tuple(n for i, n in enumerate(shape) if n != 1 or i not in gone))


def unsqueeze(input: Any, dim: int) -> Any:
    """Return the input with a dimension of size 1 inserted at ``dim``.

    >>> import autograd
    >>> autograd.unsqueeze(autograd.zeros(3), -1).shape
    (3, 1)
    """
    shape = tuple(input.shape)
    at = _dim("unsqueeze", dim, len(shape) + 1)
    return ops.reshape(input, shape=(*shape[:at], 1, *shape[at:]))


def permute(input: Any, *dims: Any) -> Any:
    """Return the input with its dimensions in the order ``dims``.

    >>> import autograd
    >>> autograd.permute(autograd.zeros(2, 3, 4), (2, 0, 1)).shape
    (4, 2, 3)
    """
    order, ndim = _sizes(dims), len(input.shape)
    axes = tuple(_dim("permute", d, ndim) for d in order)
    if sorted(axes) != list(range(ndim)):
        raise RuntimeError(f"permute: dims {order} is no permutation of the {ndim} dimensions")
    return ops.transpose(input, axes=axes)


def transpose(input: Any, dim0: int, dim1: int) -> Any:
    """Return the input with two dimensions exchanged.

    >>> import autograd
    >>> autograd.transpose(autograd.zeros(2, 3, 4), 0, -1).shape
    (4, 3, 2)
    """
    ndim = len(input.shape)
    axes = list(range(ndim))
    if ndim:
        first, second = _dim("transpose", dim0, ndim), _dim("transpose", dim1, ndim)
        axes[first], axes[second] = axes[second], axes[first]
    return ops.transpose(input, axes=tuple(axes))


swapaxes = transpose


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
    source = [_dim("movedim", d, ndim) for d in ((source,) if isinstance(source, int) else source)]
    destination = [_dim("movedim", d, ndim) for d in ((destination,) if isinstance(destination, int) else destination)]
    axes = [i for i in range(ndim) if i not in source]
    for to, origin in sorted(zip(destination, source, strict=True)):
        axes.insert(to, origin)
    return ops.transpose(input, axes=tuple(axes))


def broadcast_to(input: Any, shape: Any) -> Any:
    """Return the input repeated to ``shape``, as a read-only view.

    >>> import autograd
    >>> autograd.broadcast_to(autograd.tensor([1, 2]), (2, 2))
    tensor([[1, 2],
            [1, 2]])
    """
    return expand(input, shape)


def expand(input: Any, *sizes: Any) -> Any:
    """Return the input with dimensions of size 1 repeated; -1 keeps a size. A read-only view.

    >>> import autograd
    >>> autograd.tensor([[1], [2]]).expand(-1, 3)
    tensor([[1, 1, 1],
            [2, 2, 2]])
    """
    shape, target = tuple(input.shape), _sizes(sizes)
    extra = len(target) - len(shape)
    filled = target[:extra] + tuple(n if m == -1 else m for n, m in zip(shape, target[max(extra, 0) :], strict=False))
    if extra < 0 or -1 in filled or any(n not in (1, m) for n, m in zip(shape, filled[extra:], strict=True)):
        raise RuntimeError(
            f"expand: shape {shape} does not expand to {target}: only dimensions of size 1 do, and new ones in front"
        )
    return ops.broadcast_to(input, shape=filled)


def cat(tensors: Any, dim: int = 0, *, axis: int | None = None) -> Any:
    """Return the tensors joined along a dimension they have; all other sizes must agree.

    >>> import autograd
    >>> autograd.cat([autograd.tensor([1, 2]), autograd.tensor([3])])
    tensor([1, 2, 3])
    """
    dim = dim if axis is None else axis
    tensors = tuple(tensors)
    if not tensors:
        raise ValueError("cat: needs at least one tensor")
    filled = tuple(x for x in tensors if tuple(x.shape) != (0,)) or tensors  # as PyTorch, which skips empty vectors
    return ops.concatenate(*filled, axis=_dim("cat", dim, len(filled[0].shape)))


concat = concatenate = cat


def stack(tensors: Any, dim: int = 0, *, axis: int | None = None) -> Any:
    """Return tensors of one shape joined along a new dimension.

    >>> import autograd
    >>> autograd.stack([autograd.tensor([1, 2]), autograd.tensor([3, 4])], dim=1)
    tensor([[1, 3],
            [2, 4]])
    """
    tensors = tuple(tensors)
    if not tensors:
        raise ValueError("stack: needs at least one tensor")
    dim = dim if axis is None else axis
    return ops.stack(*tensors, axis=_dim("stack", dim, len(tensors[0].shape) + 1))


def split(input: Any, split_size_or_sections: Any, dim: int = 0) -> tuple[Any, ...]:
    """Return the pieces of a tensor cut along ``dim``: of one size (the last may be smaller), or of the sizes given.

    >>> import autograd
    >>> autograd.split(autograd.arange(5), 2)
    (tensor([0, 1]), tensor([2, 3]), tensor([4]))
    """
    dim = _dim("split", dim, len(input.shape))
    length, sizes = input.shape[dim], split_size_or_sections
    if isinstance(sizes, int):
        if sizes < 0 or (sizes == 0 and length):
            raise RuntimeError(f"split: the size of a piece must be positive, got {sizes}")
        sizes = [min(sizes, length - start) for start in range(0, length, sizes or 1)] or [0]
    elif sum(sizes) != length:
        raise RuntimeError(f"split: the sizes {list(sizes)} add up to {sum(sizes)}, but dim {dim} has size {length}")
    return ops.split(input, sections=tuple(sizes), axis=dim)  # type: ignore[no-any-return]


def chunk(input: Any, chunks: int, dim: int = 0) -> tuple[Any, ...]:
    """Return the input cut along ``dim`` into at most ``chunks`` pieces of equal size, the last one smaller.

    >>> import autograd
    >>> autograd.chunk(autograd.arange(5), 2)
    (tensor([0, 1, 2]), tensor([3, 4]))
    """
    if chunks < 1:
        raise RuntimeError(f"chunk: the number of chunks must be positive, got {chunks}")
    length = input.shape[_dim("chunk", dim, len(input.shape))]
    return split(input, max(-(-length // chunks), 1), dim)


def unbind(input: Any, dim: int = 0) -> tuple[Any, ...]:
    """Return the slices along ``dim``, without that dimension.

    >>> import autograd
    >>> autograd.unbind(autograd.tensor([[1, 2], [3, 4]]))
    (tensor([1, 2]), tensor([3, 4]))
    """
    return ops.unstack(input, axis=_dim("unbind", dim, len(input.shape)))  # type: ignore[no-any-return]
