"""PyTorch's names for medians, quantiles, counts and covariances."""

from typing import Any, NamedTuple

import numpy as np

from ..core import dtypes
from ..ops import diagonals, elementwise, linalg, reduction
from ..ops import indexing as indexing_ops
from ..ops import statistics as ops
from ..ops.sorting import argsort
from .indexing import getitem, index_select, take_along_dim
from .reduction import _check_elements, sum
from .shape import _dim, movedim, reshape

__all__ = [
    "bincount",
    "corrcoef",
    "cov",
    "histc",
    "histogram",
    "median",
    "mode",
    "nanmedian",
    "nanquantile",
    "quantile",
    "unique",
    "unique_consecutive",
]


def median(
    input: Any, dim: int | None = None, keepdim: bool = False, *, axis: int | None = None, keepdims: bool = False
) -> Any:
    """Return the median of all elements; with ``dim`` the pair (values, indices). NaN is greater than all others.

    Of an even number of elements it is the lower one in the middle; `quantile` takes the mean of the two. Over all
    elements those that tie share the gradient evenly; along ``dim`` it goes to the element at the index.

    >>> import autograd
    >>> autograd.median(autograd.tensor([4.0, 1.0, 3.0, 2.0]))
    tensor(2.)
    >>> values, indices = autograd.median(autograd.tensor([[4.0, 1.0, 3.0], [2.0, 6.0, 5.0]]), dim=1)
    >>> values, indices
    (tensor([3., 5.]), tensor([2, 2]))
    """
    dim = axis if dim is None else dim
    if dim is None:
        return ops.median(input)
    return _along("median", ops.median_along, input, dim, keepdim or keepdims)


def nanmedian(
    input: Any, dim: int | None = None, keepdim: bool = False, *, axis: int | None = None, keepdims: bool = False
) -> Any:
    """Return the `median` of the elements that are not NaN; NaN if there are none.

    >>> import autograd
    >>> autograd.nanmedian(autograd.tensor([4.0, float("nan"), 3.0]))
    tensor(3.)
    """
    dim = axis if dim is None else dim
    if dim is not None:
        return _along("nanmedian", ops.nanmedian_along, input, dim, keepdim or keepdims)
    known = _array(input == input)
    return ops.median(getitem(input, known) if known.any() else input)


def mode(input: Any, dim: int = -1, keepdim: bool = False, *, axis: int | None = None, keepdims: bool = False) -> Any:
    """Return (values, indices): the most frequent element along ``dim``, and where it is.

    Of elements that are as frequent it is the smallest, of its occurrences the last, to which the gradient goes.

    >>> import autograd
    >>> values, indices = autograd.mode(autograd.tensor([1.0, 3.0, 3.0, 2.0]))
    >>> values, indices
    (tensor(3.), tensor(2))
    """
    return _along("mode", ops.mode_along, input, dim if axis is None else axis, keepdim or keepdims)


def _along(name: str, op: Any, input: Any, dim: Any, keepdim: bool) -> Any:
    dim = _dim(name, dim, len(input.shape))
    _check_elements(name, input, dim)
    return op(input, axis=dim, keepdims=keepdim)


def quantile(
    input: Any,
    q: Any,
    dim: int | None = None,
    keepdim: bool = False,
    *,
    interpolation: str = "linear",
    axis: int | None = None,
    keepdims: bool = False,
) -> Any:
    """Return the quantiles of all elements, or along ``dim``: the elements of rank q (n - 1), counted from 0.

    ``q`` is a number from 0 to 1, or a tensor; the quantiles of a vector are the first dimension of the result. For
    ranks that are not whole numbers ``interpolation`` is "linear" between the two elements, the "lower" or "higher" of
    them, their "midpoint", or the "nearest". NaN among the elements makes it NaN. Raises RuntimeError for a ``q`` out
    of range or of another dtype, for other dtypes than float32 and float64, and without elements.

    >>> import autograd
    >>> autograd.quantile(autograd.tensor([1.0, 2.0, 4.0]), autograd.tensor([0.25, 0.5]))
    tensor([1.5000, 2.0000])
    """
    dim = axis if dim is None else dim
    return _quantile("quantile", input, q, dim, keepdim or keepdims, interpolation, ignore_nan=False)


def nanquantile(
    input: Any,
    q: Any,
    dim: int | None = None,
    keepdim: bool = False,
    *,
    interpolation: str = "linear",
    axis: int | None = None,
    keepdims: bool = False,
) -> Any:
    """Return the `quantile` of the elements that are not NaN; NaN if there are none.

    >>> import autograd
    >>> autograd.nanquantile(autograd.tensor([1.0, float("nan"), 2.0]), 0.5)
    tensor(1.5000)
    """
    dim = axis if dim is None else dim
    return _quantile("nanquantile", input, q, dim, keepdim or keepdims, interpolation, ignore_nan=True)


def _quantile(name: str, input: Any, q: Any, dim: Any, keepdim: bool, interpolation: str, *, ignore_nan: bool) -> Any:
    if interpolation not in ("linear", "lower", "higher", "midpoint", "nearest"):
        raise RuntimeError(
            f"{name}: interpolation is one of linear, lower, higher, midpoint and nearest, got {interpolation!r}"
        )
    if input.dtype not in (dtypes.float32, dtypes.float64):
        raise RuntimeError(f"{name}: needs float32 or float64, got {input.dtype}; convert with .float() or .double()")
    if 0 in input.shape:
        raise RuntimeError(f"{name}: a tensor of shape {tuple(input.shape)} has no elements")
    if not hasattr(q, "dtype"):
        q = np.asarray(q, input.dtype)
    if q.dtype != input.dtype:
        raise RuntimeError(f"{name}: q must have the dtype of the input, {input.dtype}, got {q.dtype}")
    if len(q.shape) > 1:
        raise RuntimeError(f"{name}: q must be a number or a vector, got shape {tuple(q.shape)}")
    fractions = _array(q)
    if not ((fractions >= 0) & (fractions <= 1)).all():
        raise RuntimeError(f"{name}: q must be in the range [0, 1], got {fractions.tolist()}")

    ndim = len(input.shape)
    dim = dim if dim is None else _dim(name, dim, ndim)
    kept = tuple(1 if dim in (None, i) else n for i, n in enumerate(input.shape))
    rows = reshape(input, -1) if dim is None or not ndim else movedim(input, dim, -1)
    order = _array(argsort(rows, axis=-1, stable=True))  # NaN comes last
    missing = np.isnan(_array(rows))
    last: Any = np.full((*rows.shape[:-1], 1), rows.shape[-1] - 1)
    if ignore_nan:
        last = np.maximum(last - missing.sum(-1, keepdims=True), 0)
    ranks = elementwise.multiply(q, last.astype(input.dtype))
    if not ignore_nan:
        ranks = elementwise.where(missing.any(-1, keepdims=True), last.astype(input.dtype), ranks)
    places = _array(ranks)

    def ranked(round: Any) -> Any:
        return take_along_dim(rows, np.take_along_axis(order, round(places).astype(np.int64), -1), -1)

    if interpolation in ("lower", "higher", "nearest"):
        out = ranked({"lower": np.floor, "higher": np.ceil, "nearest": np.rint}[interpolation])
    else:
        weight = 0.5 if interpolation == "midpoint" else elementwise.subtract(ranks, np.floor(places))
        out = elementwise.lerp(ranked(np.floor), ranked(np.ceil), weight)
    shape = kept if keepdim else tuple(out.shape[:-1])
    if not len(q.shape):
        return reshape(out, shape)
    return reshape(movedim(out, -1, 0), (len(q), *shape))


def unique(
    input: Any,
    sorted: bool = True,
    return_inverse: bool = False,
    return_counts: bool = False,
    dim: int | None = None,
) -> Any:
    """Return the unique elements in ascending order, or the unique slices along ``dim``; ``sorted`` or not, as PyTorch.

    With ``return_inverse`` also the index in the result of every element, with ``return_counts`` how often each occurs,
    as a tuple. The gradient goes to the first of equal elements. NaN equals nothing, not even NaN.

    >>> import autograd
    >>> autograd.unique(autograd.tensor([3, 1, 3]), return_inverse=True, return_counts=True)
    (tensor([1, 3]), tensor([1, 0, 1]), tensor([1, 2]))
    """
    return _unique("unique", input, True, return_inverse, return_counts, dim)


def unique_consecutive(
    input: Any, return_inverse: bool = False, return_counts: bool = False, dim: int | None = None
) -> Any:
    """Return the elements, or the slices along ``dim``, without those that equal their predecessor; see `unique`.

    >>> import autograd
    >>> autograd.unique_consecutive(autograd.tensor([1, 1, 2, 2, 1]), return_counts=True)
    (tensor([1, 2, 1]), tensor([2, 2, 1]))
    """
    return _unique("unique_consecutive", input, False, return_inverse, return_counts, dim)


def _unique(name: str, input: Any, ordered: bool, return_inverse: bool, return_counts: bool, dim: Any) -> Any:
    if dim is None:
        flat = reshape(input, -1)
        first, inverse, counts = ops.groups(_detached(reshape(flat, (-1, 1))), ordered=ordered)
        values = getitem(flat, first)
        inverse = reshape(inverse, tuple(input.shape))
    else:
        if not input.shape:
            raise IndexError(f"{name}: a 0-d tensor has no dimension {dim}")
        dim = _dim(name, dim, len(input.shape))
        length = input.shape[dim]
        if 0 in input.shape and length:
            raise RuntimeError(f"{name}: the slices along dim {dim} of shape {tuple(input.shape)} have no elements")
        rows = reshape(movedim(_detached(input), dim, 0), (length, -1 if length else 1))
        first, inverse, counts = ops.groups(rows, ordered=ordered)
        values = index_select(input, dim, first)
    if not (return_inverse or return_counts):
        return values
    return (values, *((inverse,) if return_inverse else ()), *((counts,) if return_counts else ()))


def _detached(x: Any) -> Any:
    return x.detach() if hasattr(x, "detach") else x


def _array(x: Any) -> Any:
    return getattr(x, "_array", x)


def bincount(input: Any, weights: Any = None, minlength: int = 0) -> Any:
    """Return how often each of 0, 1, ... occurs in a vector of integers, or the sums of the ``weights`` of each.

    The result is as long as the greatest element asks for, ``minlength`` at least; float64 for weights that are not
    float32. Raises RuntimeError for negative numbers.

    >>> import autograd
    >>> autograd.bincount(autograd.tensor([1, 1, 3]), minlength=5)
    tensor([0, 2, 0, 1, 0])
    >>> autograd.bincount(autograd.tensor([1, 1, 0]), weights=autograd.tensor([0.5, 1.0, 2.0]))
    tensor([2.0000, 1.5000])
    """
    numbers = _array(input)
    if numbers.dtype.kind not in "iu":
        raise NotImplementedError(f"bincount: counts integers, got {numbers.dtype}")
    if numbers.ndim != 1 or numbers.min(initial=0) < 0:
        what = f"shape {numbers.shape}" if numbers.ndim != 1 else f"{numbers.min()}"
        raise RuntimeError(f"bincount: the input must be a vector of integers that are not negative, got {what}")
    if minlength < 0:
        raise RuntimeError(f"bincount: minlength must not be negative, got {minlength}")
    if weights is None:
        return ops.bincount(input, minlength=minlength)
    if tuple(weights.shape) != numbers.shape:
        raise RuntimeError(f"bincount: {numbers.size} numbers need as many weights, got shape {tuple(weights.shape)}")
    if weights.dtype != dtypes.float32:
        weights = weights.astype(dtypes.float64)
    length = max(minlength, int(numbers.max()) + 1 if numbers.size else 0)
    return indexing_ops.place(weights, index=numbers.astype(np.int64), shape=(length,))


def histc(input: Any, bins: int = 100, min: float = 0, max: float = 0) -> Any:
    """Return how many elements are in each of ``bins`` equal parts of [min, max], in the dtype of the input.

    Elements outside are not counted; if min and max are equal, they are the least and the greatest element.

    >>> import autograd
    >>> autograd.histc(autograd.tensor([1.0, 2.0, 1.0]), bins=4, min=0, max=3)
    tensor([0., 2., 1., 0.])
    """
    if input.dtype.kind != "f":
        raise NotImplementedError(f"histc: needs floating-point values, got {input.dtype}; convert with .float()")
    return _histogram("histc", input, bins, None if min == max else (min, max), None, False)[0]


class Histogram(NamedTuple):
    """The number of elements in each bin, and the edges between the bins."""

    hist: Any
    bin_edges: Any


def histogram(
    input: Any, bins: Any, *, range: tuple[float, float] | None = None, weight: Any = None, density: bool = False
) -> Histogram:
    """Return (hist, bin_edges): how many elements are in each bin, or the sums of their ``weight``, and the edges.

    ``bins`` is the number of equal parts of ``range``, by default that of the elements, or a tensor of ascending edges.
    A bin includes its left edge, the last one its right edge too. With ``density`` the integral of ``hist`` is 1.

    >>> import autograd
    >>> autograd.histogram(autograd.tensor([1.0, 2.0, 1.0]), 3, range=(0.0, 3.0)).hist
    tensor([0., 2., 1.])
    """
    if input.dtype.kind != "f":
        raise NotImplementedError(f"histogram: needs floating-point values, got {input.dtype}; convert with .float()")
    if weight is not None and tuple(weight.shape) != tuple(input.shape):
        raise RuntimeError(
            f"histogram: weight must have the shape of the input, {tuple(input.shape)}, got {tuple(weight.shape)}"
        )
    return Histogram(*_histogram("histogram", input, bins, range, weight, density))


def _histogram(name: str, input: Any, bins: Any, range: Any, weight: Any, density: bool) -> Any:
    if hasattr(bins, "shape"):
        bins = _array(bins)
    elif bins <= 0:
        raise RuntimeError(f"{name}: the number of bins must be positive, got {bins}")
    values = _array(input)
    if range is None:
        range = (values.min(initial=np.inf), values.max(initial=-np.inf)) if values.size else (0.0, 1.0)
    if not np.isfinite(range).all():
        raise RuntimeError(f"{name}: the range from {range[0]} to {range[1]} is not finite")
    if range[0] > range[1]:
        raise RuntimeError(f"{name}: max must not be less than min, got {range[1]} and {range[0]}")
    return ops.histogram(_detached(input), weight, bins=bins, range=range, density=density)


def cov(input: Any, *, correction: int = 1, fweights: Any = None, aweights: Any = None) -> Any:
    """Return the covariances of variables: the rows of the input, whose columns are observations.

    Of a vector it is the variance. The sum of products of deviations is divided by n - ``correction``. ``fweights`` are
    integers, how often to count each observation, ``aweights`` floating-point numbers, its importance. Raises
    RuntimeError for other weights and for more than two dimensions.

    >>> import autograd
    >>> autograd.cov(autograd.tensor([[1.0, 2.0, 3.0], [6.0, 4.0, 2.0]]))
    tensor([[ 1., -2.],
            [-2.,  4.]])
    """
    ndim = len(input.shape)
    if ndim > 2:
        raise RuntimeError(f"cov: needs variables in rows and observations in columns, got shape {tuple(input.shape)}")
    if input.dtype.kind in "iub":
        input = input.astype(dtypes.get_default_dtype())
    rows = input if ndim == 2 else reshape(input, (1, -1))
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


def _check_weights(name: str, weights: Any, kinds: str, expected: str, count: int) -> None:
    if weights is None:
        return
    values = _array(weights)
    if values.dtype.kind not in kinds:
        raise RuntimeError(f"cov: {name} are {expected}, got {values.dtype}")
    if values.shape != (count,):
        raise RuntimeError(f"cov: {name} are a vector, one for each of {count} observations; got shape {values.shape}")
    if (values < 0).any():
        raise RuntimeError(f"cov: {name} must not be negative, got {values.min()}")


def corrcoef(input: Any) -> Any:
    """Return the correlations of variables, the rows of the input: `cov`, divided by the standard deviations.

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
