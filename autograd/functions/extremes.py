"""PyTorch's names for maxima and minima, over all elements or along dimensions, and for where they are."""

from typing import Any, NamedTuple, overload

from ..core.op import Tensor, Value
from ..exports import public
from ..ops import elementwise, reduction as ops
from ..ops.reduction import Picked
from .arguments import Dim, axes_to_reduce, check_elements
from .keywords import numpy_names


def amax(input: Value, dim: Dim = None, keepdim: bool = False, *, axis: Dim = None, keepdims: bool = False) -> Value:
    """Return the maximum over ``dim``; elements that tie share the gradient evenly.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.
    Raises RuntimeError for the maximum of no elements, IndexError for that along a dimension without any.

    >>> import autograd
    >>> autograd.amax(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=0)
    tensor([7., 5.])
    """
    axes = axes_to_reduce("amax", input, dim, axis)
    check_elements("amax", input, axes)
    return ops.amax(input, axes, keepdims=keepdim or keepdims)


def amin(input: Value, dim: Dim = None, keepdim: bool = False, *, axis: Dim = None, keepdims: bool = False) -> Value:
    """Return the minimum over ``dim``; see `amax`.

    >>> import autograd
    >>> autograd.amin(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=0)
    tensor([1., 3.])
    """
    axes = axes_to_reduce("amin", input, dim, axis)
    check_elements("amin", input, axes)
    return ops.amin(input, axes, keepdims=keepdim or keepdims)


class MinMax(NamedTuple):
    """The least and the greatest element."""

    min: Value
    max: Value


@numpy_names
def aminmax(input: Value, *, dim: int | None = None, keepdim: bool = False) -> MinMax:
    """Return the minimum and the maximum, of all elements or along ``dim``; see `amax`.

    >>> import autograd
    >>> least, greatest = autograd.aminmax(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
    >>> least, greatest
    (tensor([1., 3.]), tensor([5., 7.]))
    """
    axes = axes_to_reduce("aminmax", input, dim, None)
    check_elements("aminmax", input, axes)
    return MinMax(ops.amin(input, axes, keepdims=keepdim), ops.amax(input, axes, keepdims=keepdim))


@overload
def max(input: Value, dim: int, keepdim: bool = False) -> Picked[Value]: ...
@overload
def max(input: Value, dim: Tensor | None = None, *, other: Value | None = None) -> Value: ...
@numpy_names
def max(input: Value, dim: Any = None, keepdim: bool = False, *, other: Value | None = None) -> Value:
    """Return the maximum of all elements; with ``dim`` the pair (values, indices); with a tensor, `maximum`.

    Over all elements ties share the gradient evenly; along ``dim`` it goes to the element at the index returned, the
    first one that ties. Raises what `amax` raises, and TypeError for several dimensions.

    >>> import autograd
    >>> values, indices = autograd.max(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
    >>> values, indices
    (tensor([5., 7.]), tensor([1, 0]))
    """
    return _greatest("max", input, dim, keepdim, other, ops.amax, ops.max_along, elementwise.maximum)


@overload
def min(input: Value, dim: int, keepdim: bool = False) -> Picked[Value]: ...
@overload
def min(input: Value, dim: Tensor | None = None, *, other: Value | None = None) -> Value: ...
@numpy_names
def min(input: Value, dim: Any = None, keepdim: bool = False, *, other: Value | None = None) -> Value:
    """Return the minimum of all elements; with ``dim`` the pair (values, indices); with a tensor, `minimum`; see `max`.

    >>> import autograd
    >>> autograd.min(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]))
    tensor(1.)
    """
    return _greatest("min", input, dim, keepdim, other, ops.amin, ops.min_along, elementwise.minimum)


def _greatest(
    name: str, input: Value, dim: Any, keepdim: bool, other: Value, of_all: Any, along: Any, of_two: Any
) -> Value:
    """Return max, or min, of a tensor, of a tensor along a dimension, or of two tensors."""
    if hasattr(dim, "dtype") and hasattr(dim, "shape"):
        dim, other = None, dim
    if other is not None:
        return of_two(input, other)
    if isinstance(dim, (tuple, list)):
        raise TypeError(f"{name}: dim is one integer, got {dim!r}; a{name} takes several")
    check_elements(name, input, dim)
    return of_all(input) if dim is None else along(input, axis=dim, keepdims=keepdim)


@numpy_names
def argmax(input: Value, dim: int | None = None, keepdim: bool = False) -> Value:
    """Return the index of the maximum over ``dim``, or in the flattened input; the first one of a tie.

    Shapes: (*) gives (*) without ``dim``, or of size 1 there if ``keepdim``.
    Raises IndexError if there are no elements.

    >>> import autograd
    >>> autograd.argmax(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
    tensor([1, 0])
    """
    return _index_of(ops.argmax, input, dim, keepdim)


@numpy_names
def argmin(input: Value, dim: int | None = None, keepdim: bool = False) -> Value:
    """Return the index of the minimum over ``dim``, or in the flattened input; see `argmax`.

    >>> import autograd
    >>> autograd.argmin(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
    tensor([0, 1])
    """
    return _index_of(ops.argmin, input, dim, keepdim)


def _index_of(op: Any, input: Value, dim: int | None, keepdim: bool) -> Value:
    check_elements(op.op.name, input, tuple(range(input.ndim)) if dim is None else dim)
    return op(input, axis=dim, keepdims=keepdim)


public(globals())
