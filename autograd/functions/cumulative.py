"""PyTorch's names for functions that accumulate along a dimension, and for their opposites, differences."""

from typing import Any

from ..core.dtypes import int64
from ..core.op import Value
from ..exports import public
from ..ops import cumulative as ops, elementwise
from ..ops.reduction import Picked
from ..ops.shape import concatenate
from .arguments import axis_of, dim_or_axis
from .reduction import sum
from .shape import reshape
from .subscripts import getitem


def _axis(name: str, input: Value, dim: int | None, axis: int | None) -> int:
    return axis_of(name, dim_or_axis(name, dim, axis), input.ndim)


def _wide(input: Value, dtype: Any) -> Value:
    """Return the input in a dtype, by default one in which integers add up."""
    if dtype is None and input.dtype.kind in "iub":
        dtype = int64
    return input if dtype is None else input.astype(dtype)


def cumsum(input: Value, dim: int | None = None, *, dtype: Any = None, axis: int | None = None) -> Value:
    """Return the sums of the elements up to each one along ``dim``; booleans and integers add up to int64.

    Raises TypeError without ``dim``.

    >>> import autograd
    >>> autograd.cumsum(autograd.tensor([1.0, 2.0, 3.0]), dim=0)
    tensor([1., 3., 6.])
    """
    return ops.cumsum(_wide(input, dtype), axis=_axis("cumsum", input, dim, axis))


def cumprod(input: Value, dim: int | None = None, *, dtype: Any = None, axis: int | None = None) -> Value:
    """Return the products of the elements up to each one along ``dim``; the gradient is exact where they are zero.

    Raises TypeError without ``dim``.

    >>> import autograd
    >>> x = autograd.tensor([2.0, 0.0, 3.0], requires_grad=True)
    >>> autograd.cumprod(x, dim=0).sum().backward()
    >>> x.grad
    tensor([1., 8., 0.])
    """
    return ops.cumprod(_wide(input, dtype), axis=_axis("cumprod", input, dim, axis))


def cummax(input: Value, dim: int | None = None, *, axis: int | None = None) -> Picked[Value]:
    """Return (values, indices): the maximum of the elements up to each one along ``dim``, and where it is.

    The last one of a tie is taken, and gets the gradient. NaN counts as greatest. Raises TypeError without ``dim``.

    >>> import autograd
    >>> values, indices = autograd.cummax(autograd.tensor([1.0, 3.0, 2.0, 3.0]), dim=0)
    >>> values, indices
    (tensor([1., 3., 3., 3.]), tensor([0, 1, 1, 3]))
    """
    return ops.cummax(input, axis=_axis("cummax", input, dim, axis))


def cummin(input: Value, dim: int | None = None, *, axis: int | None = None) -> Picked[Value]:
    """Return (values, indices): the minimum of the elements up to each one along ``dim``, and where it is.

    The last one of a tie is taken, and gets the gradient. NaN counts as least. Raises TypeError without ``dim``.

    >>> import autograd
    >>> values, indices = autograd.cummin(autograd.tensor([3.0, 1.0, 2.0, 1.0]), dim=0)
    >>> values, indices
    (tensor([3., 1., 1., 1.]), tensor([0, 1, 1, 3]))
    """
    return ops.cummin(input, axis=_axis("cummin", input, dim, axis))


def logcumsumexp(input: Value, dim: int | None = None, *, axis: int | None = None) -> Value:
    """Return the log of the sums of exp(x) up to each element along ``dim``, without overflow.

    Raises NotImplementedError for integers and booleans, as PyTorch does, and TypeError without ``dim``.

    >>> import autograd
    >>> autograd.logcumsumexp(autograd.tensor([1000.0, 1000.0]), dim=0)
    tensor([1000.0000, 1000.6932])
    """
    if input.dtype.kind in "iub":
        raise NotImplementedError(f"logcumsumexp: needs floating-point values, got {input.dtype}; use .float()")
    return ops.logcumsumexp(input, axis=_axis("logcumsumexp", input, dim, axis))


def diff(input: Value, n: int = 1, dim: int = -1, prepend: Value | None = None, append: Value | None = None) -> Value:
    """Return the differences of neighbours along ``dim``, taken ``n`` times; of booleans, whether they differ.

    ``prepend`` and ``append`` are first joined to the input. Raises RuntimeError if their shapes differ from it, except
    along ``dim``, for 0-d tensors and for a negative ``n``.

    >>> import autograd
    >>> autograd.diff(autograd.tensor([1.0, 3.0, 6.0]), prepend=autograd.tensor([0.0]))
    tensor([1., 2., 3.])
    """
    if not input.ndim:
        raise RuntimeError("diff: needs one dimension or more, got a 0-d tensor")
    if n < 0:
        raise RuntimeError(f"diff: the order n must not be negative, got {n}")
    dim = axis_of("diff", dim, input.ndim)
    parts = [x for x in (prepend, input, append) if x is not None]
    for x in parts:
        if x.ndim != input.ndim or _without(x.shape, dim) != _without(input.shape, dim):
            raise RuntimeError(
                f"diff: prepend and append have the shape of the input but along dim {dim}, got {x.shape} for "
                f"{input.shape}"
            )
    out = input if len(parts) == 1 else concatenate(*parts, axis=dim)
    subtract = elementwise.not_equal if out.dtype.kind == "b" else elementwise.subtract
    for _ in range(min(n, out.shape[dim])):
        out = subtract(*_neighbours(out, dim))
    return out


def _without(shape: tuple[int, ...], dim: int) -> tuple[int, ...]:
    return (*shape[:dim], *shape[dim + 1 :])


def _neighbours(x: Value, dim: int) -> tuple[Any, Any]:
    """Return the elements along ``dim`` from the second one on, and those that precede them."""
    before = (slice(None),) * dim
    return getitem(x, (*before, slice(1, None))), getitem(x, (*before, slice(None, -1)))


def trapezoid(y: Value, x: Value | None = None, *, dx: float | Value | None = None, dim: int = -1) -> Value:
    """Return the integral of ``y`` along ``dim`` by the trapezoidal rule, at the points ``x`` or in steps of ``dx``.

    ``x`` is a vector or is broadcast against y; without either the step is 1. Raises TypeError for both, IndexError for
    a 0-d tensor, RuntimeError for a vector of another length.

    >>> import autograd
    >>> autograd.trapezoid(autograd.tensor([1.0, 2.0, 3.0]), autograd.tensor([0.0, 1.0, 3.0]))
    tensor(6.5000)
    """
    areas, dim = _trapezoids("trapezoid", y, x, dx, dim)
    return sum(areas, dim) / 2


trapz = trapezoid


def cumulative_trapezoid(y: Value, x: Value | None = None, *, dx: float | Value | None = None, dim: int = -1) -> Value:
    """Return the integrals of ``y`` from the first point to each later one along ``dim``; see `trapezoid`.

    >>> import autograd
    >>> autograd.cumulative_trapezoid(autograd.tensor([1.0, 2.0, 3.0]))
    tensor([1.5000, 4.0000])
    """
    areas, dim = _trapezoids("cumulative_trapezoid", y, x, dx, dim)
    return cumsum(areas, dim) / 2


def _trapezoids(name: str, y: Value, x: Value, dx: Any, dim: int) -> tuple[Any, int]:
    """Return twice the areas between neighbouring points, and the dimension they are in."""
    if x is not None and dx is not None:
        raise TypeError(f"{name}: give the points x, or the step dx between them, not both")
    ndim = y.ndim
    if not ndim:
        raise IndexError(f"{name}: needs one dimension or more, got a 0-d tensor")
    dim = axis_of(name, dim, ndim)
    following, preceding = _neighbours(y, dim)
    heights = elementwise.add(following, preceding)
    if x is None:
        return (heights if dx is None else elementwise.multiply(heights, dx)), dim
    if x.ndim == 1:
        if x.shape[0] != y.shape[dim]:
            raise RuntimeError(f"{name}: {y.shape[dim]} values of y along dim {dim}, but {x.shape[0]} points x")
        x = reshape(x, tuple(-1 if i == dim else 1 for i in range(ndim)))
    elif x.ndim < ndim:
        x = reshape(x, (*(1,) * (ndim - x.ndim), *x.shape))
    width = elementwise.subtract(*_neighbours(x, dim))
    return elementwise.multiply(heights, width), dim


public(globals())
