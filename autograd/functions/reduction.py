"""PyTorch's names for reductions: ``dim`` is None for all, an int or a tuple; ``axis`` and ``keepdims`` are aliases."""

from typing import Any

from ..dtypes import int64
from ..ops import elementwise
from ..ops import reduction as ops
from ..ops import softmax as softmax_ops

__all__ = [
    "all",
    "amax",
    "amin",
    "any",
    "argmax",
    "argmin",
    "log_softmax",
    "max",
    "mean",
    "min",
    "prod",
    "softmax",
    "std",
    "sum",
    "var",
]


def _axis(dim: Any, axis: Any) -> Any:
    dim = axis if dim is None else dim
    if isinstance(dim, list):
        dim = tuple(dim)
    return None if dim == () else dim


def sum(
    input: Any, dim: Any = None, keepdim: bool = False, *, dtype: Any = None, axis: Any = None, keepdims: bool = False
) -> Any:
    """Return the sum over ``dim``; booleans and integers add up to int64.

    >>> import autograd
    >>> autograd.sum(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]), dim=1)
    tensor([3., 7.])
    """
    if dtype is None and getattr(input, "dtype", int64).kind == "u":
        dtype = int64
    return ops.sum(input, _axis(dim, axis), dtype, keepdims=keepdim or keepdims)


def mean(
    input: Any, dim: Any = None, keepdim: bool = False, *, dtype: Any = None, axis: Any = None, keepdims: bool = False
) -> Any:
    """Return the mean over ``dim``; raises RuntimeError for integers and booleans unless a floating dtype is given.

    >>> import autograd
    >>> autograd.mean(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]), dim=0)
    tensor([2., 3.])
    """
    _needs_floats("mean", input, dtype)
    return ops.mean(input, _axis(dim, axis), dtype, keepdims=keepdim or keepdims)


def _needs_floats(name: str, input: Any, dtype: Any = None) -> None:
    given = getattr(input, "dtype", None) if dtype is None else dtype
    if given is not None and getattr(given, "kind", "f") in "iub":
        raise RuntimeError(f"{name}: needs floating-point values, got {given}; convert with .float() or .double()")


def prod(
    input: Any, dim: Any = None, keepdim: bool = False, *, dtype: Any = None, axis: Any = None, keepdims: bool = False
) -> Any:
    """Return the product over ``dim``; its gradient is exact where elements are zero.

    >>> import autograd
    >>> x = autograd.tensor([2.0, 0.0, 3.0], requires_grad=True)
    >>> x.prod().backward()
    >>> x.grad
    tensor([0., 6., 0.])
    """
    if dtype is None and getattr(input, "dtype", int64).kind == "u":
        dtype = int64
    return ops.prod(input, _axis(dim, axis), dtype, keepdims=keepdim or keepdims)


def var(
    input: Any,
    dim: Any = None,
    unbiased: bool | None = None,
    keepdim: bool = False,
    *,
    correction: float = 1,
    axis: Any = None,
    keepdims: bool = False,
) -> Any:
    """Return the variance over ``dim``: sum (x - mean)² / (n - correction); ``unbiased=False`` is ``correction=0``.

    >>> import autograd
    >>> autograd.var(autograd.tensor([1.0, 2.0, 3.0, 4.0]))
    tensor(1.6667)
    """
    return _spread(ops.var, input, dim, unbiased, keepdim or keepdims, correction, axis)


def std(
    input: Any,
    dim: Any = None,
    unbiased: bool | None = None,
    keepdim: bool = False,
    *,
    correction: float = 1,
    axis: Any = None,
    keepdims: bool = False,
) -> Any:
    """Return the standard deviation over ``dim``, the root of `var`; for a constant its gradient is 0.

    >>> import autograd
    >>> autograd.std(autograd.tensor([1.0, 2.0, 3.0, 4.0]))
    tensor(1.2910)
    """
    return _spread(ops.std, input, dim, unbiased, keepdim or keepdims, correction, axis)


def _spread(op: Any, input: Any, dim: Any, unbiased: Any, keepdims: bool, correction: float, axis: Any) -> Any:
    if isinstance(dim, bool):  # PyTorch's std(input, unbiased)
        dim, unbiased = None, dim
    if unbiased is not None:
        correction = 1 if unbiased else 0
    _needs_floats(op.op.name, input)
    return op(input, _axis(dim, axis), correction=correction, keepdims=keepdims)


def amax(input: Any, dim: Any = None, keepdim: bool = False, *, axis: Any = None, keepdims: bool = False) -> Any:
    """Return the maximum over ``dim``; elements that tie share the gradient evenly.

    >>> import autograd
    >>> autograd.amax(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=0)
    tensor([7., 5.])
    """
    return ops.amax(input, _axis(dim, axis), keepdims=keepdim or keepdims)


def amin(input: Any, dim: Any = None, keepdim: bool = False, *, axis: Any = None, keepdims: bool = False) -> Any:
    """Return the minimum over ``dim``; elements that tie share the gradient evenly.

    >>> import autograd
    >>> autograd.amin(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=0)
    tensor([1., 3.])
    """
    return ops.amin(input, _axis(dim, axis), keepdims=keepdim or keepdims)


def max(
    input: Any, dim: Any = None, keepdim: bool = False, *, other: Any = None, axis: Any = None, keepdims: bool = False
) -> Any:
    """Return the maximum of all elements; with ``dim`` the pair (values, indices); with a tensor, `maximum`.

    Over all elements ties share the gradient evenly; along ``dim`` it goes to the element at the index returned, the
    first one that ties.

    >>> import autograd
    >>> values, indices = autograd.max(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
    >>> values, indices
    (tensor([5., 7.]), tensor([1, 0]))
    """
    return _extreme(input, dim, keepdim or keepdims, other, axis, ops.amax, ops.max_along, elementwise.maximum)


def min(
    input: Any, dim: Any = None, keepdim: bool = False, *, other: Any = None, axis: Any = None, keepdims: bool = False
) -> Any:
    """Return the minimum of all elements; with ``dim`` the pair (values, indices); with a tensor, `minimum`.

    Ties are treated as by `max`.

    >>> import autograd
    >>> autograd.min(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]))
    tensor(1.)
    """
    return _extreme(input, dim, keepdim or keepdims, other, axis, ops.amin, ops.min_along, elementwise.minimum)


def _extreme(input: Any, dim: Any, keepdim: bool, other: Any, axis: Any, of_all: Any, along: Any, of_two: Any) -> Any:
    dim = axis if dim is None else dim
    if hasattr(dim, "dtype") and hasattr(dim, "shape"):
        dim, other = None, dim
    if other is not None:
        return of_two(input, other)
    if isinstance(dim, (tuple, list)):
        raise TypeError(f"{along.op.name[:3]}: dim is one integer, got {dim!r}; a{along.op.name[:3]} takes several")
    return of_all(input) if dim is None else along(input, axis=dim, keepdims=keepdim)


def argmax(
    input: Any, dim: int | None = None, keepdim: bool = False, *, axis: int | None = None, keepdims: bool = False
) -> Any:
    """Return the index of the maximum over ``dim``, or in the flattened input; the first one of a tie.

    >>> import autograd
    >>> autograd.argmax(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
    tensor([1, 0])
    """
    return ops.argmax(input, axis=axis if dim is None else dim, keepdims=keepdim or keepdims)


def argmin(
    input: Any, dim: int | None = None, keepdim: bool = False, *, axis: int | None = None, keepdims: bool = False
) -> Any:
    """Return the index of the minimum over ``dim``, or in the flattened input; the first one of a tie.

    >>> import autograd
    >>> autograd.argmin(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
    tensor([0, 1])
    """
    return ops.argmin(input, axis=axis if dim is None else dim, keepdims=keepdim or keepdims)


def all(input: Any, dim: Any = None, keepdim: bool = False, *, axis: Any = None, keepdims: bool = False) -> Any:
    """Return whether all elements along ``dim`` are nonzero.

    >>> import autograd
    >>> autograd.all(autograd.tensor([[True, True], [True, False]]), dim=1)
    tensor([ True, False])
    """
    return ops.all(input, axis=_axis(dim, axis), keepdims=keepdim or keepdims)


def any(input: Any, dim: Any = None, keepdim: bool = False, *, axis: Any = None, keepdims: bool = False) -> Any:
    """Return whether any element along ``dim`` is nonzero.

    >>> import autograd
    >>> autograd.any(autograd.tensor([[False, True], [False, False]]), dim=1)
    tensor([ True, False])
    """
    return ops.any(input, axis=_axis(dim, axis), keepdims=keepdim or keepdims)


def softmax(input: Any, dim: int | None = None, *, dtype: Any = None, axis: int | None = None) -> Any:
    """Return exp(x) / sum exp(x) along ``dim``, without overflow; raises RuntimeError for integers without a ``dtype``.

    >>> import autograd
    >>> autograd.softmax(autograd.tensor([1000.0, 1000.0]), dim=0)
    tensor([0.5000, 0.5000])
    """
    return _along_dim(softmax_ops.softmax, input, dim, dtype, axis)


def log_softmax(input: Any, dim: int | None = None, *, dtype: Any = None, axis: int | None = None) -> Any:
    """Return x - log sum exp(x) along ``dim``, without overflow; raises RuntimeError for integers without a ``dtype``.

    >>> import autograd
    >>> autograd.log_softmax(autograd.tensor([1000.0, 0.0]), dim=0)
    tensor([    0., -1000.])
    """
    return _along_dim(softmax_ops.log_softmax, input, dim, dtype, axis)


def _along_dim(op: Any, input: Any, dim: int | None, dtype: Any, axis: int | None) -> Any:
    dim = axis if dim is None else dim
    if dim is None:
        raise TypeError(f"{op.op.name}: say along which dimension, with dim=")
    _needs_floats(op.op.name, input, dtype)
    return op(input if dtype is None else input.to(dtype), axis=dim)
