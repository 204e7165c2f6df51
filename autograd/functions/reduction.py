"""PyTorch's names for reductions: ``dim`` is None for all, an int or a tuple; ``axis`` and ``keepdims`` are aliases."""

from typing import Any, NamedTuple

import numpy as np

from ..core import dtypes
from ..core.dtypes import int64
from ..ops import elementwise
from ..ops import reduction as ops
from ..ops import softmax as softmax_ops
from ..ops.diagonals import diagonal
from .shape import _dim, _dims

__all__ = [
    "all",
    "amax",
    "amin",
    "aminmax",
    "any",
    "argmax",
    "argmin",
    "count_nonzero",
    "dist",
    "log_softmax",
    "logsumexp",
    "max",
    "mean",
    "min",
    "nanmean",
    "nansum",
    "norm",
    "prod",
    "renorm",
    "softmax",
    "std",
    "std_mean",
    "sum",
    "trace",
    "var",
    "var_mean",
]


def _axis(name: str, input: Any, dim: Any, axis: Any) -> Any:
    """Return the axis, or the axes, to reduce over; None for all."""
    if dim is None:
        dim = axis
    if dim is None or type(dim) is int:
        return dim
    return _dims(name, dim, len(input.shape)) or None


def _check_elements(name: str, input: Any, axis: Any) -> None:
    """Raise RuntimeError, or IndexError along an axis, if there is no element to find."""
    if 0 not in input.shape:
        return
    if axis is None:
        raise RuntimeError(f"{name}: the tensor of shape {tuple(input.shape)} has no elements; say over which dim")
    ndim = len(input.shape)
    for dim in _dims(name, axis, ndim):
        if input.shape[dim] == 0:
            raise IndexError(f"{name}: dim {dim} of shape {tuple(input.shape)} has no elements to find one in")


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
    return ops.sum(input, _axis("sum", input, dim, axis), dtype, keepdims=keepdim or keepdims)


def mean(
    input: Any, dim: Any = None, keepdim: bool = False, *, dtype: Any = None, axis: Any = None, keepdims: bool = False
) -> Any:
    """Return the mean over ``dim``; raises RuntimeError for integers and booleans unless a floating dtype is given.

    >>> import autograd
    >>> autograd.mean(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]), dim=0)
    tensor([2., 3.])
    """
    _needs_floats("mean", input, dtype)
    return ops.mean(input, _axis("mean", input, dim, axis), dtype, keepdims=keepdim or keepdims)


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
    return ops.prod(input, _axis("prod", input, dim, axis), dtype, keepdims=keepdim or keepdims)


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
    return op(input, _axis(op.op.name, input, dim, axis), correction=correction, keepdims=keepdims)


def var_mean(
    input: Any,
    dim: Any = None,
    unbiased: bool | None = None,
    keepdim: bool = False,
    *,
    correction: float = 1,
    axis: Any = None,
    keepdims: bool = False,
) -> Any:
    """Return the variance and the mean over ``dim``; see `var`.

    >>> import autograd
    >>> autograd.var_mean(autograd.tensor([1.0, 2.0, 3.0, 4.0]))
    (tensor(1.6667), tensor(2.5000))
    """
    return _with_mean(ops.var, input, dim, unbiased, keepdim or keepdims, correction, axis)


def std_mean(
    input: Any,
    dim: Any = None,
    unbiased: bool | None = None,
    keepdim: bool = False,
    *,
    correction: float = 1,
    axis: Any = None,
    keepdims: bool = False,
) -> Any:
    """Return the standard deviation and the mean over ``dim``; see `std`.

    >>> import autograd
    >>> autograd.std_mean(autograd.tensor([1.0, 2.0, 3.0, 4.0]))
    (tensor(1.2910), tensor(2.5000))
    """
    return _with_mean(ops.std, input, dim, unbiased, keepdim or keepdims, correction, axis)


def _with_mean(op: Any, input: Any, dim: Any, unbiased: Any, keepdims: bool, correction: float, axis: Any) -> Any:
    out = _spread(op, input, dim, unbiased, keepdims, correction, axis)
    return out, mean(input, None if isinstance(dim, bool) else dim, keepdims, axis=axis)


def amax(input: Any, dim: Any = None, keepdim: bool = False, *, axis: Any = None, keepdims: bool = False) -> Any:
    """Return the maximum over ``dim``; elements that tie share the gradient evenly.

    >>> import autograd
    >>> autograd.amax(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=0)
    tensor([7., 5.])
    """
    over = _axis("amax", input, dim, axis)
    _check_elements("amax", input, over)
    return ops.amax(input, over, keepdims=keepdim or keepdims)


def amin(input: Any, dim: Any = None, keepdim: bool = False, *, axis: Any = None, keepdims: bool = False) -> Any:
    """Return the minimum over ``dim``; elements that tie share the gradient evenly.

    >>> import autograd
    >>> autograd.amin(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=0)
    tensor([1., 3.])
    """
    over = _axis("amin", input, dim, axis)
    _check_elements("amin", input, over)
    return ops.amin(input, over, keepdims=keepdim or keepdims)


class MinMax(NamedTuple):
    """The least and the greatest element."""

    min: Any
    max: Any


def aminmax(
    input: Any, *, dim: int | None = None, keepdim: bool = False, axis: int | None = None, keepdims: bool = False
) -> MinMax:
    """Return the minimum and the maximum, of all elements or along ``dim``; ties as in `amax`.

    >>> import autograd
    >>> least, greatest = autograd.aminmax(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
    >>> least, greatest
    (tensor([1., 3.]), tensor([5., 7.]))
    """
    over = _axis("aminmax", input, dim, axis)
    _check_elements("aminmax", input, over)
    keepdim = keepdim or keepdims
    return MinMax(ops.amin(input, over, keepdims=keepdim), ops.amax(input, over, keepdims=keepdim))


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
    _check_elements(along.op.name[:3], input, dim)
    return of_all(input) if dim is None else along(input, axis=dim, keepdims=keepdim)


def argmax(
    input: Any, dim: int | None = None, keepdim: bool = False, *, axis: int | None = None, keepdims: bool = False
) -> Any:
    """Return the index of the maximum over ``dim``, or in the flattened input; the first one of a tie.

    >>> import autograd
    >>> autograd.argmax(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
    tensor([1, 0])
    """
    dim = axis if dim is None else dim
    _check_elements("argmax", input, tuple(range(len(input.shape))) if dim is None else dim)
    return ops.argmax(input, axis=dim, keepdims=keepdim or keepdims)


def argmin(
    input: Any, dim: int | None = None, keepdim: bool = False, *, axis: int | None = None, keepdims: bool = False
) -> Any:
    """Return the index of the minimum over ``dim``, or in the flattened input; the first one of a tie.

    >>> import autograd
    >>> autograd.argmin(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
    tensor([0, 1])
    """
    dim = axis if dim is None else dim
    _check_elements("argmin", input, tuple(range(len(input.shape))) if dim is None else dim)
    return ops.argmin(input, axis=dim, keepdims=keepdim or keepdims)


def all(input: Any, dim: Any = None, keepdim: bool = False, *, axis: Any = None, keepdims: bool = False) -> Any:
    """Return whether all elements along ``dim`` are nonzero; of uint8 as uint8.

    >>> import autograd
    >>> autograd.all(autograd.tensor([[True, True], [True, False]]), dim=1)
    tensor([ True, False])
    """
    out = ops.all(input, axis=_axis("all", input, dim, axis), keepdims=keepdim or keepdims)
    return out.astype(input.dtype) if input.dtype == dtypes.uint8 else out


def any(input: Any, dim: Any = None, keepdim: bool = False, *, axis: Any = None, keepdims: bool = False) -> Any:
    """Return whether any element along ``dim`` is nonzero; of uint8 as uint8.

    >>> import autograd
    >>> autograd.any(autograd.tensor([[False, True], [False, False]]), dim=1)
    tensor([ True, False])
    """
    out = ops.any(input, axis=_axis("any", input, dim, axis), keepdims=keepdim or keepdims)
    return out.astype(input.dtype) if input.dtype == dtypes.uint8 else out


def count_nonzero(input: Any, dim: Any = None, *, axis: Any = None) -> Any:
    """Return how many elements along ``dim`` are not zero.

    >>> import autograd
    >>> autograd.count_nonzero(autograd.tensor([[0.0, 2.0], [3.0, 4.0]]), dim=1)
    tensor([1, 2])
    """
    return ops.sum(input != 0, _axis("count_nonzero", input, dim, axis))


def nansum(
    input: Any, dim: Any = None, keepdim: bool = False, *, dtype: Any = None, axis: Any = None, keepdims: bool = False
) -> Any:
    """Return the sum over ``dim`` of the elements that are not NaN.

    >>> import autograd
    >>> autograd.nansum(autograd.tensor([1.0, float("nan"), 3.0]))
    tensor(4.)
    """
    if input.dtype.kind == "f":
        input = elementwise.keep(input, input == input)
    return sum(input, dim, keepdim, dtype=dtype, axis=axis, keepdims=keepdims)


def nanmean(
    input: Any, dim: Any = None, keepdim: bool = False, *, dtype: Any = None, axis: Any = None, keepdims: bool = False
) -> Any:
    """Return the mean over ``dim`` of the elements that are not NaN; NaN if there are none.

    Raises RuntimeError for integers and booleans.

    >>> import autograd
    >>> autograd.nanmean(autograd.tensor([1.0, float("nan"), 3.0]))
    tensor(2.)
    """
    _needs_floats("nanmean", input)
    keepdim = keepdim or keepdims
    total = nansum(input, dim, keepdim, dtype=dtype, axis=axis)
    count = sum(input == input, dim, keepdim, axis=axis)
    with np.errstate(invalid="ignore"):  # the mean of nothing is NaN
        return elementwise.divide(total, count.astype(total.dtype))


def logsumexp(input: Any, dim: Any = None, keepdim: bool = False, *, axis: Any = None, keepdims: bool = False) -> Any:
    """Return log sum exp(x) over ``dim``, without overflow; of integers in the default dtype.

    >>> import autograd
    >>> autograd.logsumexp(autograd.tensor([1000.0, 1000.0]), dim=0)
    tensor(1000.6932)
    """
    if dim is None and axis is None:
        raise TypeError("logsumexp: say along which dimension, with dim=")
    if input.dtype.kind in "iub":
        input = input.astype(dtypes.get_default_dtype())
    return ops.logsumexp(input, _axis("logsumexp", input, dim, axis), keepdims=keepdim or keepdims)


def norm(
    input: Any,
    p: float | str | None = "fro",
    dim: Any = None,
    keepdim: bool = False,
    dtype: Any = None,
) -> Any:
    """Return the norm over ``dim``, or of all elements: (sum |x|ᵖ)^(1/p), by default the root of the sum of squares.

    ``p`` is a number, inf and -inf included, as for `linalg.vector_norm`; or "fro", the same as 2, or "nuc", the sum of
    the singular values of matrices. ``dtype`` is that to compute in. At 0 the gradient is 0. Raises RuntimeError for
    integers.

    >>> import autograd
    >>> autograd.norm(autograd.tensor([[3.0, 4.0], [6.0, 8.0]]), dim=1)
    tensor([ 5., 10.])
    """
    from ..linalg import matrix_norm, vector_norm  # made of these functions

    several = isinstance(dim, (tuple, list)) and len(dim) > 0
    if p == "nuc" or (isinstance(p, str) and p != "fro") or (p == "fro" and several and len(dim) > 2):
        return matrix_norm(input, p, tuple(range(len(input.shape))) if dim is None else dim, keepdim, dtype=dtype)
    return vector_norm(input, 2 if p is None or p == "fro" else p, dim, keepdim, dtype=dtype)


def dist(input: Any, other: Any, p: float = 2) -> Any:
    """Return the p-norm of input - other, broadcast.

    >>> import autograd
    >>> autograd.dist(autograd.tensor([1.0, 2.0]), autograd.tensor([4.0, 6.0]))
    tensor(5.)
    """
    return norm(elementwise.subtract(input, other), p)


def renorm(input: Any, p: float, dim: int, maxnorm: float) -> Any:
    """Return the slices of the input along ``dim``, those whose p-norm is greater than ``maxnorm`` scaled down to it.

    As in PyTorch, to maxnorm / (norm + 1e-7) of what they were. Raises RuntimeError for fewer than two dimensions, a
    ``p`` that is not positive and a negative ``maxnorm``.

    >>> import autograd
    >>> autograd.renorm(autograd.tensor([[3.0, 4.0], [0.3, 0.4]]), p=2, dim=0, maxnorm=1)
    tensor([[0.6000, 0.8000],
            [0.3000, 0.4000]])
    """
    ndim = len(input.shape)
    if ndim < 2:
        raise RuntimeError(f"renorm: needs two dimensions or more, got shape {tuple(input.shape)}")
    if not p > 0:
        raise RuntimeError(f"renorm: p must be positive, got {p}")
    if maxnorm < 0:
        raise RuntimeError(f"renorm: maxnorm must not be negative, got {maxnorm}")
    dim = _dim("renorm", dim, ndim)
    norms = norm(input, p, tuple(i for i in range(ndim) if i != dim), True)
    return input * elementwise.where(norms > maxnorm, maxnorm / (norms + 1e-7), 1)


def trace(input: Any) -> Any:
    """Return the sum of the diagonal of a matrix.

    >>> import autograd
    >>> autograd.trace(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]))
    tensor(5.)
    """
    if len(input.shape) != 2:
        raise RuntimeError(f"trace: expected a matrix, got shape {tuple(input.shape)}")
    return sum(diagonal(input))


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
