"""PyTorch's names for medians, quantiles and covariances."""

from typing import Any, overload

import numpy as np

from ..core.dtypes import float32, float64, get_default_dtype
from ..core.op import Value
from ..exports import public
from ..ops import diagonals, elementwise, linalg, reduction, statistics as ops
from ..ops.reduction import Picked
from ..ops.sorting import argsort
from .arguments import array_of, axis_of, check_elements
from .indexing import take_along_dim
from .keywords import numpy_names
from .order import movedim
from .reduction import sum
from .shape import reshape
from .subscripts import getitem


@overload
def median(input: Value, dim: int, keepdim: bool = False) -> Picked[Value]: ...
@overload
def median(input: Value) -> Value: ...
@numpy_names
def median(input: Value, dim: int | None = None, keepdim: bool = False) -> Value:
    """Return the median of all elements; with ``dim`` the pair (values, indices). NaN is greater than all others.

    Of an even number of elements it is the lower one in the middle; `quantile` takes the mean of the two. Over all
    elements those that tie share the gradient evenly; along ``dim`` it goes to the element at the index. Raises
    IndexError along a dimension without elements.

    >>> import autograd
    >>> autograd.median(autograd.tensor([4.0, 1.0, 3.0, 2.0]))
    tensor(2.)
    >>> values, indices = autograd.median(autograd.tensor([[4.0, 1.0, 3.0], [2.0, 6.0, 5.0]]), dim=1)
    >>> values, indices
    (tensor([3., 5.]), tensor([2, 2]))
    """
    if dim is None:
        return ops.median(input)
    return _picked("median", ops.median_along, input, dim, keepdim)


@overload
def nanmedian(input: Value, dim: int, keepdim: bool = False) -> Picked[Value]: ...
@overload
def nanmedian(input: Value) -> Value: ...
@numpy_names
def nanmedian(input: Value, dim: int | None = None, keepdim: bool = False) -> Value:
    """Return the `median` of the elements that are not NaN, or NaN if there are none. Raises what `median` raises.

    >>> import autograd
    >>> autograd.nanmedian(autograd.tensor([4.0, float("nan"), 3.0]))
    tensor(3.)
    """
    if dim is not None:
        return _picked("nanmedian", ops.nanmedian_along, input, dim, keepdim)
    known = array_of(input == input)
    return ops.median(getitem(input, known) if known.any() else input)


def mode(
    input: Value, dim: int = -1, keepdim: bool = False, *, axis: int | None = None, keepdims: bool = False
) -> Picked[Value]:
    """Return (values, indices): the most frequent element along ``dim``, and where it is.

    The smallest of those that are as frequent is taken, and the last of its occurrences, which gets the gradient.
    Raises IndexError along a dimension without elements.

    >>> import autograd
    >>> values, indices = autograd.mode(autograd.tensor([1.0, 3.0, 3.0, 2.0]))
    >>> values, indices
    (tensor(3.), tensor(2))
    """
    return _picked("mode", ops.mode_along, input, dim if axis is None else axis, keepdim or keepdims)


def _picked(name: str, op: Any, input: Value, dim: int, keepdim: bool) -> Picked[Value]:
    dim = axis_of(name, dim, input.ndim)
    check_elements(name, input, dim)
    return op(input, axis=dim, keepdims=keepdim)


@numpy_names
def quantile(
    input: Value, q: Value, dim: int | None = None, keepdim: bool = False, *, interpolation: str = "linear"
) -> Value:
    """Return the quantiles of all elements, or along ``dim``: the elements of rank q (n - 1), counted from 0.

    ``q`` is a number from 0 to 1, or a tensor; the quantiles for a vector are the first dimension of the result. For
    ranks that are not whole numbers ``interpolation`` is "linear" between the two elements, the "lower" or "higher" of
    them, their "midpoint", or the "nearest". NaN among the elements makes the quantile NaN. Raises RuntimeError for a
    ``q`` out of range or of another dtype, for another interpolation, for other dtypes than float32 and float64, and
    without elements.

    >>> import autograd
    >>> autograd.quantile(autograd.tensor([1.0, 2.0, 4.0]), autograd.tensor([0.25, 0.5]))
    tensor([1.5000, 2.0000])
    """
    return _quantile("quantile", input, q, dim, keepdim, interpolation, ignore_nan=False)


@numpy_names
def nanquantile(
    input: Value, q: Value, dim: int | None = None, keepdim: bool = False, *, interpolation: str = "linear"
) -> Value:
    """Return the `quantile` of the elements that are not NaN, or NaN if there are none. Raises what `quantile` raises.

    >>> import autograd
    >>> autograd.nanquantile(autograd.tensor([1.0, float("nan"), 2.0]), 0.5)
    tensor(1.5000)
    """
    return _quantile("nanquantile", input, q, dim, keepdim, interpolation, ignore_nan=True)


def _quantile(
    name: str, input: Value, q: Value, dim: int | None, keepdim: bool, interpolation: str, *, ignore_nan: bool
) -> Value:
    if interpolation not in ("linear", "lower", "higher", "midpoint", "nearest"):
        raise RuntimeError(
            f"{name}: interpolation is one of linear, lower, higher, midpoint and nearest, got {interpolation!r}"
        )
    if input.dtype not in (float32, float64):
        raise RuntimeError(f"{name}: needs float32 or float64, got {input.dtype}; convert with .float() or .double()")
    if 0 in input.shape:
        raise RuntimeError(f"{name}: a tensor of shape {input.shape} has no elements")
    if not hasattr(q, "dtype"):
        q = np.asarray(q, input.dtype)
    if q.dtype != input.dtype:
        raise RuntimeError(f"{name}: q must have the dtype of the input, {input.dtype}, got {q.dtype}")
    if q.ndim > 1:
        raise RuntimeError(f"{name}: q must be a number or a vector, got shape {q.shape}")
    fractions = array_of(q)
    if not ((fractions >= 0) & (fractions <= 1)).all():
        raise RuntimeError(f"{name}: q must be in the range [0, 1], got {fractions.tolist()}")

    dim = dim if dim is None else axis_of(name, dim, input.ndim)
    kept = tuple(1 if dim in (None, i) else n for i, n in enumerate(input.shape))
    rows = reshape(input, -1) if dim is None or not input.ndim else movedim(input, dim, -1)
    order = array_of(argsort(rows, axis=-1, stable=True))  # NaN comes last
    missing = np.isnan(array_of(rows))
    last: Any = np.full((*rows.shape[:-1], 1), rows.shape[-1] - 1)
    if ignore_nan:
        last = np.maximum(last - missing.sum(-1, keepdims=True), 0)
    ranks = elementwise.multiply(q, last.astype(input.dtype))
    if not ignore_nan:
        ranks = elementwise.where(missing.any(-1, keepdims=True), last.astype(input.dtype), ranks)
    places = array_of(ranks)

    def ranked(round: Any) -> Value:
        return take_along_dim(rows, np.take_along_axis(order, round(places).astype(np.int64), -1), -1)

    if interpolation in ("lower", "higher", "nearest"):
        out = ranked({"lower": np.floor, "higher": np.ceil, "nearest": np.rint}[interpolation])
    else:
        weight = 0.5 if interpolation == "midpoint" else elementwise.subtract(ranks, np.floor(places))
        out = elementwise.lerp(ranked(np.floor), ranked(np.ceil), weight)
    shape = kept if keepdim else out.shape[:-1]
    if not q.ndim:
        return reshape(out, shape)
    return reshape(movedim(out, -1, 0), (len(q), *shape))


def cov(input: Value, *, correction: int = 1, fweights: Value | None = None, aweights: Value | None = None) -> Value:
    """Return the covariances of variables: the rows of the input, whose columns are observations.

    For a vector that is its variance. The sum of products of deviations is divided by n - ``correction``. ``fweights``
    are integers: how often each observation counts; ``aweights`` are floating-point numbers: how important it is.
    Raises RuntimeError for other weights and for more than two dimensions.

    >>> import autograd
    >>> autograd.cov(autograd.tensor([[1.0, 2.0, 3.0], [6.0, 4.0, 2.0]]))
    tensor([[ 1., -2.],
            [-2.,  4.]])
    """
    if input.ndim > 2:
        raise RuntimeError(f"cov: needs variables in rows and observations in columns, got shape {input.shape}")
    if input.dtype.kind in "iub":
        input = input.astype(get_default_dtype())
    rows = input if input.ndim == 2 else reshape(input, (1, -1))
    count = rows.shape[1]
    _check_weights("fweights", fweights, "iu", "integers", count)
    _check_weights("aweights", aweights, "f", "floating-point numbers", count)
    given = [w for w in (fweights, aweights) if w is not None]
    if not given:
        centered = weighted = rows - reduction.mean(rows, 1, keepdims=True)
        degrees: Any = max(count - correction, 0)
    else:
        weights = elementwise.multiply(*given) if len(given) == 2 else given[0]
        total = sum(weights)
        centered = rows - sum(elementwise.multiply(rows, weights), 1, True) / total
        weighted = elementwise.multiply(centered, weights)
        lost = 1 if aweights is None else sum(elementwise.multiply(weights, aweights)) / total
        degrees = elementwise.maximum(total - correction * lost, 0)
    with np.errstate(divide="ignore", invalid="ignore"):  # without degrees of freedom it is NaN or infinite
        out = elementwise.divide(linalg.matmul(weighted, centered.T), degrees)
    return reshape(out, ()) if rows.shape[0] == 1 else out


def _check_weights(name: str, weights: Value, kinds: str, expected: str, count: int) -> None:
    if weights is None:
        return
    values = array_of(weights)
    if values.dtype.kind not in kinds:
        raise RuntimeError(f"cov: {name} are {expected}, got {values.dtype}")
    if values.shape != (count,):
        raise RuntimeError(f"cov: {name} are a vector, one for each of {count} observations; got shape {values.shape}")
    if (values < 0).any():
        raise RuntimeError(f"cov: {name} must not be negative, got {values.min()}")


def corrcoef(input: Value) -> Value:
    """Return the correlations of variables, the rows of the input: `cov`, divided by the standard deviations.

    Raises RuntimeError for more than two dimensions.

    >>> import autograd
    >>> autograd.corrcoef(autograd.tensor([[1.0, 2.0, 3.0], [6.0, 4.0, 2.0]]))
    tensor([[ 1., -1.],
            [-1.,  1.]])
    """
    out = cov(input)
    with np.errstate(divide="ignore", invalid="ignore"):  # a constant correlates with nothing: NaN
        if not out.shape:
            return elementwise.divide(out, out)
        deviations = elementwise.sqrt(diagonals.diagonal(out))
        return out / reshape(deviations, (-1, 1)) / reshape(deviations, (1, -1))


public(globals())
