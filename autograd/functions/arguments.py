"""How the functions read their arguments: dimensions, sizes, indices, masks, numbers, sequences of tensors.

``name`` is that of the function that asks: errors begin with it.
"""

from collections.abc import Sequence
from operator import index as as_integer
from typing import Any, TypeAlias

import numpy as np

from ..core.dtypes import bool_, result_type
from ..core.op import Value
from ..ops.indexing import along, outside

Sizes: TypeAlias = int | Sequence[int]  # one integer, or several: sizes or dimensions
Dim: TypeAlias = Sizes | None  # what ``dim`` is to functions that take several, or for None all


def array_of(x: Any) -> Any:
    """Return the array of a tensor, and anything else as it is."""
    return getattr(x, "_array", x)


def detached(x: Value) -> Value:
    """Return a tensor without its place in the graph, and an array as it is."""
    return x.detach() if hasattr(x, "detach") else x


def integers(name: str, given: tuple[Any, ...], keyword: Any = None) -> tuple[int, ...]:
    """Return sizes or dimensions that are given one by one, as one sequence, or as a keyword argument.

    Raises TypeError for anything but integers, and for nothing.
    """
    if keyword is not None:
        given = (*given, keyword)
    if not given:
        raise TypeError(f"{name}: no sizes or dimensions are given; none at all is ()")
    try:
        if len(given) == 1 and not hasattr(given[0], "__index__"):
            return tuple(map(as_integer, given[0]))
        return tuple(map(as_integer, given))
    except TypeError:
        raise TypeError(f"{name}: expected integers, got {', '.join(map(repr, given))}") from None


def integer(name: str, value: Any) -> int:
    """Return an integer as Python's; raises TypeError for anything else."""
    try:
        return as_integer(value)
    except TypeError:
        raise TypeError(f"{name}: expected an integer, got {value!r}") from None


def axis_of(name: str, dim: int, ndim: int, *, added: int = 0) -> int:
    """Return a dimension counted from the front, of a tensor with ``ndim`` dimensions to which some are added.

    Raises IndexError for one that the tensor does not have, TypeError for anything but an integer.
    """
    limit = max(ndim + added, 1)
    try:
        if -limit <= dim < limit:
            return as_integer(dim) % limit
    except TypeError:
        raise TypeError(f"{name}: expected a dimension, an integer, got {dim!r}") from None
    raise IndexError(
        f"{name}: dim {dim} is out of range for a tensor with {ndim} dimension{'' if ndim == 1 else 's'}: "
        f"[{-limit}, {limit - 1}]"
    )


def axes_of(name: str, dims: Any, ndim: int) -> tuple[int, ...]:
    """Return dimensions, given as one or as a sequence, counted from the front; RuntimeError for one named twice."""
    axes = tuple([axis_of(name, dim, ndim) for dim in ((dims,) if hasattr(dims, "__index__") else dims)])
    if len(set(axes)) < len(axes):
        raise RuntimeError(f"{name}: a dimension is named twice in {tuple(dims)}")
    return axes


def axes_to_reduce(name: str, input: Value, dim: Any, axis: Any) -> Any:
    """Return the axis, or the axes, to reduce over, which are ``dim`` or NumPy's ``axis``; None for all."""
    if dim is None:
        dim = axis
    if dim is None or type(dim) is int:
        return dim
    return axes_of(name, dim, input.ndim) or None


def dim_or_axis(name: str, dim: int | None, axis: int | None) -> int:
    """Return the dimension that PyTorch calls ``dim`` and NumPy ``axis``; raises TypeError if neither is given."""
    if dim is None:
        dim = axis
    if dim is None:
        raise TypeError(f"{name}: say along which dimension, with dim=")
    return dim


def check_elements(name: str, input: Value, axis: Any) -> None:
    """Raise RuntimeError, or IndexError along an axis, if there is no element to find."""
    if 0 not in input.shape:
        return
    if axis is None:
        raise RuntimeError(f"{name}: the tensor of shape {input.shape} has no elements; say over which dim")
    for dim in axes_of(name, axis, input.ndim):
        if input.shape[dim] == 0:
            raise IndexError(f"{name}: dim {dim} of shape {input.shape} has no elements to find one in")


def check_floats(name: str, dtype: Any, kinds: str = "fc") -> None:
    """Raise RuntimeError for a dtype of other kinds: integers and booleans, and with ``kinds`` "f" complex numbers."""
    if dtype.kind not in kinds:
        raise RuntimeError(f"{name}: needs floating-point values, got {dtype}; convert with .float() or .double()")


def in_one_dtype(*operands: Value) -> list[Value]:
    """Return the operands in the dtype of their product: that in which their gradients, which are sums, add up too."""
    dtype = result_type(*operands)
    return [x if x.dtype == dtype else x.astype(dtype) for x in operands]


def members(name: str, tensors: Any) -> tuple[Value, ...]:
    """Return the members of a sequence of tensors; raises TypeError for anything else."""
    if hasattr(tensors, "shape") or not hasattr(tensors, "__iter__"):
        given = f"one tensor of shape {tensors.shape}" if hasattr(tensors, "shape") else repr(tensors)
        raise TypeError(f"{name}: expected a sequence of tensors, got {given}")
    every = tuple(tensors)
    for position, x in enumerate(every):
        if not hasattr(x, "shape"):
            raise TypeError(f"{name}: expected a sequence of tensors, got {x!r} at position {position}")
    return every


def each_tensor(name: str, tensors: tuple[Any, ...]) -> tuple[Value, ...]:
    """Return tensors that are given one by one, or as one sequence."""
    return members(name, tensors[0] if len(tensors) == 1 and not hasattr(tensors[0], "shape") else tensors)


def common_shape(name: str, shapes: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """Return the shape that arrays of these shapes are broadcast to; raises RuntimeError if they are not."""
    try:
        return np.broadcast_shapes(*shapes)
    except ValueError:
        raise RuntimeError(
            f"{name}: shapes {', '.join(map(str, shapes))} do not broadcast: counted from the last one, sizes must be "
            f"the same, or 1"
        ) from None


def positions(
    name: str, index: Any, size: int, dim: int = 0, *, negative: bool = False, error: type[Exception] = IndexError
) -> Any:
    """Return an index along a dimension as array of int64; if ``negative`` are allowed, they count from the end.

    Raises RuntimeError for an index that is not of integers, ``error`` for elements out of range.
    """
    array = np.asarray(array_of(index))
    if array.dtype.kind not in "iu" and array.size:
        raise RuntimeError(f"{name}: the index must be of integers, got {array.dtype}")
    array = array.astype(np.int64, copy=False)
    if outside(array, size):
        low, high = int(array.min()), int(array.max())
        least = -size if negative else 0
        if low < least or high >= size:
            raise error(
                f"{name}: index {low if low < least else high} is out of range for dim {dim} of size {size}: "
                f"[{least}, {size - 1}]"
            )
        if low < 0:
            array = np.where(array < 0, array + size, array)
    return array


def axis_and_positions(name: str, input: Value, dim: int, index: Any, **options: Any) -> tuple[int, Any]:
    """Return which axis ``dim`` is, and a vector of positions along it: one number counts as a vector.

    Raises IndexError for more dimensions, and what `positions` raises.
    """
    dim = axis_of(name, dim, input.ndim)
    array = positions(name, index, input.shape[dim] if input.shape else 1, dim, **options)
    if array.ndim > 1:
        raise IndexError(f"{name}: the index must be a vector, got shape {array.shape}")
    return dim, np.atleast_1d(array)


def flat_positions(name: str, input: Value, dim: int, index: Any) -> Any:
    """Return the positions in the flattened input of its elements at ``index`` along ``dim``, as `gather` counts.

    Raises RuntimeError for indices that are out of range, not integers, or more than the input has elsewhere.
    """
    shape = input.shape
    dim = axis_of(name, dim, len(shape))
    array = positions(name, index, shape[dim] if shape else 1, dim, error=RuntimeError)
    if not array.size:
        return array
    if max(array.ndim, 1) != max(len(shape), 1):
        raise RuntimeError(
            f"{name}: the index has {array.ndim} dimensions, the input {len(shape)}: they must be as many"
        )
    if any(n > m for i, (n, m) in enumerate(zip(array.shape, shape, strict=False)) if i != dim):
        raise RuntimeError(
            f"{name}: the index, of shape {array.shape}, must not be larger than the input, of shape {shape}, except "
            f"along dim {dim}"
        )
    return along(array, dim, shape)


def mask_and_shape(name: str, mask: Any, input: Value) -> tuple[Any, tuple[int, ...]]:
    """Return a mask as an array, and the shape that it and the input are broadcast to.

    Raises RuntimeError if they do not broadcast, or the mask is not of booleans.
    """
    array = np.asarray(array_of(mask))
    if array.dtype != bool_:
        raise RuntimeError(f"{name}: the mask must be of booleans, got {array.dtype}; compare first, as in mask != 0")
    return array, common_shape(name, [array.shape, input.shape])


def number(name: str, value: Any, dtype: Any) -> Any:
    """Return a number or a 0-d tensor as one that changes no dtype; raises TypeError or RuntimeError for others."""
    if getattr(value, "shape", ()) != ():
        raise RuntimeError(f"{name}: the value must be one number, got shape {value.shape}")
    if hasattr(value, "to"):
        return value.to(dtype)
    if not isinstance(value, (int, float, complex, np.generic, np.ndarray)):
        raise TypeError(f"{name}: the value must be a number or a 0-d tensor, got {value!r}")
    try:
        with np.errstate(over="raise"):
            return dtype.type(value)
    except (FloatingPointError, OverflowError, TypeError, ValueError) as error:
        raise RuntimeError(f"{name}: {value} is not a value of {dtype}") from error
