"""PyTorch's names for reductions: ``dim`` is None for all, an int or a tuple; ``axis`` and ``keepdims`` are aliases."""

from typing import Any

import numpy as np

from ..core.dtypes import get_default_dtype, int64, uint8
from ..core.op import Value
from ..exports import public
from ..ops import elementwise, reduction as ops, softmax as softmax_ops
from ..ops.diagonals import diagonal
from .arguments import Dim, axes_to_reduce, check_floats, dim_or_axis
from .keywords import numpy_names


def sum(
    input: Value, dim: Dim = None, keepdim: bool = False, *, dtype: Any = None, axis: Dim = None, keepdims: bool = False
) -> Value:
    """Return the sum over ``dim``; booleans and integers add up to int64.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

    >>> import autograd
    >>> autograd.sum(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]), dim=1)
    tensor([3., 7.])
    """
    if dtype is None and getattr(input, "dtype", int64).kind == "u":
        dtype = int64
    return ops.sum(input, axes_to_reduce("sum", input, dim, axis), dtype, keepdims=keepdim or keepdims)


def mean(
    input: Value, dim: Dim = None, keepdim: bool = False, *, dtype: Any = None, axis: Dim = None, keepdims: bool = False
) -> Value:
    """Return the mean over ``dim``; raises RuntimeError for integers and booleans unless a floating dtype is given.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

    >>> import autograd
    >>> autograd.mean(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]), dim=0)
    tensor([2., 3.])
    """
    _needs_floats("mean", input, dtype)
    return ops.mean(input, axes_to_reduce("mean", input, dim, axis), dtype, keepdims=keepdim or keepdims)


def _needs_floats(name: str, input: Value, dtype: Any = None) -> None:
    given = getattr(input, "dtype", None) if dtype is None else dtype
    if getattr(given, "kind", "f") in "iub":
        check_floats(name, given)


def prod(
    input: Value, dim: Dim = None, keepdim: bool = False, *, dtype: Any = None, axis: Dim = None, keepdims: bool = False
) -> Value:
    """Return the product over ``dim``; its gradient is exact where elements are zero.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

    >>> import autograd
    >>> x = autograd.tensor([2.0, 0.0, 3.0], requires_grad=True)
    >>> x.prod().backward()
    >>> x.grad
    tensor([0., 6., 0.])
    """
    if dtype is None and getattr(input, "dtype", int64).kind == "u":
        dtype = int64
    return ops.prod(input, axes_to_reduce("prod", input, dim, axis), dtype, keepdims=keepdim or keepdims)


@numpy_names
def var(
    input: Value, dim: Dim = None, unbiased: bool | None = None, keepdim: bool = False, *, correction: float = 1
) -> Value:
    """Return the variance over ``dim``: sum (x - mean)² / (n - correction); ``unbiased=False`` is ``correction=0``.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.
    Raises RuntimeError for integers and booleans.

    >>> import autograd
    >>> autograd.var(autograd.tensor([1.0, 2.0, 3.0, 4.0]))
    tensor(1.6667)
    """
    return _spread(ops.var, input, dim, unbiased, keepdim, correction)


@numpy_names
def std(
    input: Value, dim: Dim = None, unbiased: bool | None = None, keepdim: bool = False, *, correction: float = 1
) -> Value:
    """Return the standard deviation over ``dim``, the root of `var`; for a constant its gradient is 0.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.
    Raises RuntimeError for integers and booleans.

    >>> import autograd
    >>> autograd.std(autograd.tensor([1.0, 2.0, 3.0, 4.0]))
    tensor(1.2910)
    """
    return _spread(ops.std, input, dim, unbiased, keepdim, correction)


def _spread(op: Any, input: Value, dim: Any, unbiased: Any, keepdim: bool, correction: float) -> Value:
    if isinstance(dim, bool):  # PyTorch's std(input, unbiased)
        dim, unbiased = None, dim
    if unbiased is not None:
        correction = 1 if unbiased else 0
    _needs_floats(op.op.name, input)
    return op(input, axes_to_reduce(op.op.name, input, dim, None), correction=correction, keepdims=keepdim)


@numpy_names
def var_mean(
    input: Value, dim: Dim = None, unbiased: bool | None = None, keepdim: bool = False, *, correction: float = 1
) -> tuple[Value, Value]:
    """Return the variance and the mean over ``dim``; see `var`, also for what it raises.

    >>> import autograd
    >>> autograd.var_mean(autograd.tensor([1.0, 2.0, 3.0, 4.0]))
    (tensor(1.6667), tensor(2.5000))
    """
    out = var(input, dim, unbiased, keepdim, correction=correction)
    return out, mean(input, None if isinstance(dim, bool) else dim, keepdim)


@numpy_names
def std_mean(
    input: Value, dim: Dim = None, unbiased: bool | None = None, keepdim: bool = False, *, correction: float = 1
) -> tuple[Value, Value]:
    """Return the standard deviation and the mean over ``dim``; see `std`, also for what it raises.

    >>> import autograd
    >>> autograd.std_mean(autograd.tensor([1.0, 2.0, 3.0, 4.0]))
    (tensor(1.2910), tensor(2.5000))
    """
    out = std(input, dim, unbiased, keepdim, correction=correction)
    return out, mean(input, None if isinstance(dim, bool) else dim, keepdim)


def all(input: Value, dim: Dim = None, keepdim: bool = False, *, axis: Dim = None, keepdims: bool = False) -> Value:
    """Return whether all elements along ``dim`` are nonzero; of uint8 as uint8.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

    >>> import autograd
    >>> autograd.all(autograd.tensor([[True, True], [True, False]]), dim=1)
    tensor([ True, False])
    """
    out = ops.all(input, axis=axes_to_reduce("all", input, dim, axis), keepdims=keepdim or keepdims)
    return out.astype(input.dtype) if input.dtype == uint8 else out


def any(input: Value, dim: Dim = None, keepdim: bool = False, *, axis: Dim = None, keepdims: bool = False) -> Value:
    """Return whether any element along ``dim`` is nonzero; of uint8 as uint8.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

    >>> import autograd
    >>> autograd.any(autograd.tensor([[False, True], [False, False]]), dim=1)
    tensor([ True, False])
    """
    out = ops.any(input, axis=axes_to_reduce("any", input, dim, axis), keepdims=keepdim or keepdims)
    return out.astype(input.dtype) if input.dtype == uint8 else out


def count_nonzero(input: Value, dim: Dim = None, *, axis: Dim = None) -> Value:
    """Return how many elements along ``dim`` are not zero.

    Shapes: (*) gives (*) without the dimensions in ``dim``.

    >>> import autograd
    >>> autograd.count_nonzero(autograd.tensor([[0.0, 2.0], [3.0, 4.0]]), dim=1)
    tensor([1, 2])
    """
    return ops.sum(input != 0, axes_to_reduce("count_nonzero", input, dim, axis))


@numpy_names
def nansum(input: Value, dim: Dim = None, keepdim: bool = False, *, dtype: Any = None) -> Value:
    """Return the sum over ``dim`` of the elements that are not NaN.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

    >>> import autograd
    >>> autograd.nansum(autograd.tensor([1.0, float("nan"), 3.0]))
    tensor(4.)
    """
    if input.dtype.kind == "f":
        input = elementwise.keep(input, input == input)
    return sum(input, dim, keepdim, dtype=dtype)


@numpy_names
def nanmean(input: Value, dim: Dim = None, keepdim: bool = False, *, dtype: Any = None) -> Value:
    """Return the mean over ``dim`` of the elements that are not NaN; NaN if there are none.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.
    Raises RuntimeError for integers and booleans.

    >>> import autograd
    >>> autograd.nanmean(autograd.tensor([1.0, float("nan"), 3.0]))
    tensor(2.)
    """
    _needs_floats("nanmean", input)
    total = nansum(input, dim, keepdim, dtype=dtype)
    count = sum(input == input, dim, keepdim)
    with np.errstate(invalid="ignore"):  # the mean of nothing is NaN
        return elementwise.divide(total, count.astype(total.dtype))


@numpy_names
def logsumexp(input: Value, dim: Dim = None, keepdim: bool = False) -> Value:
    """Return log sum exp(x) over ``dim``, without overflow; of integers in the default dtype.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.
    Raises TypeError without ``dim``.

    >>> import autograd
    >>> autograd.logsumexp(autograd.tensor([1000.0, 1000.0]), dim=0)
    tensor(1000.6932)
    """
    if dim is None:
        raise TypeError("logsumexp: say along which dimension, with dim=")
    if input.dtype.kind in "iub":
        input = input.astype(get_default_dtype())
    return ops.logsumexp(input, axes_to_reduce("logsumexp", input, dim, None), keepdims=keepdim)


def trace(input: Value) -> Value:
    """Return the sum of the diagonal of a matrix. Raises RuntimeError for any other shape.

    >>> import autograd
    >>> autograd.trace(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]))
    tensor(5.)
    """
    if input.ndim != 2:
        raise RuntimeError(f"trace: expected a matrix, got shape {input.shape}")
    return sum(diagonal(input))


def softmax(input: Value, dim: int | None = None, *, dtype: Any = None, axis: int | None = None) -> Value:
    """Return exp(x) / sum exp(x) along ``dim``, without overflow.

    Raises TypeError without ``dim``, RuntimeError for integers and booleans unless a ``dtype`` is given.

    >>> import autograd
    >>> autograd.softmax(autograd.tensor([1000.0, 1000.0]), dim=0)
    tensor([0.5000, 0.5000])
    """
    return _along_dim(softmax_ops.softmax, input, dim, dtype, axis)


def log_softmax(input: Value, dim: int | None = None, *, dtype: Any = None, axis: int | None = None) -> Value:
    """Return x - log sum exp(x) along ``dim``, without overflow; see `softmax`, also for what it raises.

    >>> import autograd
    >>> autograd.log_softmax(autograd.tensor([1000.0, 0.0]), dim=0)
    tensor([    0., -1000.])
    """
    return _along_dim(softmax_ops.log_softmax, input, dim, dtype, axis)


def _along_dim(op: Any, input: Value, dim: int | None, dtype: Any, axis: int | None) -> Value:
    dim = dim_or_axis(op.op.name, dim, axis)
    _needs_floats(op.op.name, input, dtype)
    return op(input if dtype is None else input.astype(dtype), axis=dim)


public(globals())
