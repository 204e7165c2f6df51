"""PyTorch's names for functions that say what occurs in a tensor and how often: unique elements, counts, histograms."""

from typing import Any, Literal, NamedTuple, TypeAlias, overload

import numpy as np

from ..core.dtypes import float32, float64
from ..core.op import Value
from ..exports import public
from ..ops import indexing as indexing_ops, statistics as ops
from .arguments import array_of, axis_of, detached
from .indexing import index_select
from .order import movedim
from .shape import reshape
from .subscripts import getitem

No: TypeAlias = Literal[False]
Range: TypeAlias = tuple[float, float] | None


@overload
def unique(
    input: Value, sorted: bool = True, return_inverse: No = False, return_counts: No = False, dim: int | None = None
) -> Value: ...
@overload
def unique(
    input: Value, sorted: bool = True, return_inverse: bool = False, return_counts: bool = False, dim: int | None = None
) -> tuple[Value, ...]: ...
def unique(
    input: Value, sorted: bool = True, return_inverse: bool = False, return_counts: bool = False, dim: int | None = None
) -> Value:
    """Return the unique elements, or slices along ``dim``, in ascending order: as in PyTorch, whatever ``sorted`` is.

    With ``return_inverse`` also where in the result each element is, with ``return_counts`` how often each one occurs,
    as a tuple. The gradient goes to the first of equal elements. NaN equals nothing, not even NaN. Raises IndexError
    for a dimension of a 0-d tensor, RuntimeError for slices without elements.

    >>> import autograd
    >>> autograd.unique(autograd.tensor([3, 1, 3]), return_inverse=True, return_counts=True)
    (tensor([1, 3]), tensor([1, 0, 1]), tensor([1, 2]))
    """
    return _unique("unique", input, True, return_inverse, return_counts, dim)


@overload
def unique_consecutive(
    input: Value, return_inverse: No = False, return_counts: No = False, dim: int | None = None
) -> Value: ...
@overload
def unique_consecutive(
    input: Value, return_inverse: bool = False, return_counts: bool = False, dim: int | None = None
) -> tuple[Value, ...]: ...
def unique_consecutive(
    input: Value, return_inverse: bool = False, return_counts: bool = False, dim: int | None = None
) -> Value:
    """Return the elements, or the slices along ``dim``, without those that equal their predecessor; see `unique`.

    >>> import autograd
    >>> autograd.unique_consecutive(autograd.tensor([1, 1, 2, 2, 1]), return_counts=True)
    (tensor([1, 2, 1]), tensor([2, 2, 1]))
    """
    return _unique("unique_consecutive", input, False, return_inverse, return_counts, dim)


def _unique(name: str, input: Value, ordered: bool, with_inverse: bool, with_counts: bool, dim: int | None) -> Value:
    if dim is None:
        flat = reshape(input, -1)
        first, inverse, counts = ops.groups(detached(reshape(flat, (-1, 1))), ordered=ordered)
        values = getitem(flat, first)
        inverse = reshape(inverse, input.shape)
    else:
        if not input.shape:
            raise IndexError(f"{name}: a 0-d tensor has no dimension {dim}")
        dim = axis_of(name, dim, input.ndim)
        length = input.shape[dim]
        if 0 in input.shape and length:
            raise RuntimeError(f"{name}: the slices along dim {dim} of shape {input.shape} have no elements")
        rows = reshape(movedim(detached(input), dim, 0), (length, -1 if length else 1))
        first, inverse, counts = ops.groups(rows, ordered=ordered)
        values = index_select(input, dim, first)
    if not (with_inverse or with_counts):
        return values
    return (values, *((inverse,) if with_inverse else ()), *((counts,) if with_counts else ()))


def bincount(input: Value, weights: Value | None = None, minlength: int = 0) -> Value:
    """Return how often each of 0, 1, ... occurs in a vector of integers, or the sums of the ``weights`` of each.

    The result is as long as the greatest element asks for, ``minlength`` at least; float64 for weights that are not
    float32. Raises RuntimeError for negative numbers, other shapes, and another number of weights; NotImplementedError
    for an input that is not of integers.

    >>> import autograd
    >>> autograd.bincount(autograd.tensor([1, 1, 3]), minlength=5)
    tensor([0, 2, 0, 1, 0])
    >>> autograd.bincount(autograd.tensor([1, 1, 0]), weights=autograd.tensor([0.5, 1.0, 2.0]))
    tensor([2.0000, 1.5000])
    """
    values = array_of(input)
    if values.dtype.kind not in "iu":
        raise NotImplementedError(f"bincount: counts integers, got {values.dtype}")
    if values.ndim != 1 or values.min(initial=0) < 0:
        what = f"shape {values.shape}" if values.ndim != 1 else f"{values.min()}"
        raise RuntimeError(f"bincount: the input must be a vector of integers that are not negative, got {what}")
    if minlength < 0:
        raise RuntimeError(f"bincount: minlength must not be negative, got {minlength}")
    if weights is None:
        return ops.bincount(input, minlength=minlength)
    if weights.shape != values.shape:
        raise RuntimeError(f"bincount: {values.size} numbers need as many weights, got shape {weights.shape}")
    if weights.dtype != float32:
        weights = weights.astype(float64)
    length = max(minlength, int(values.max()) + 1 if values.size else 0)
    return indexing_ops.place(weights, index=values.astype(np.int64), shape=(length,))


def histc(input: Value, bins: int = 100, min: float = 0, max: float = 0) -> Value:
    """Return how many elements are in each of ``bins`` equal parts of [min, max], in the dtype of the input.

    Elements outside are not counted. If min and max are equal, the least and the greatest element take their place.
    Raises NotImplementedError for integers and booleans, RuntimeError unless ``bins`` is positive, and the range finite
    and ascending.

    >>> import autograd
    >>> autograd.histc(autograd.tensor([1.0, 2.0, 1.0]), bins=4, min=0, max=3)
    tensor([0., 2., 1., 0.])
    """
    return _histogram("histc", input, bins, None if min == max else (min, max), None, False).hist


class Histogram(NamedTuple):
    """The number of elements in each bin, and the edges between the bins."""

    hist: Value
    bin_edges: Value


def histogram(
    input: Value, bins: int | Value, *, range: Range = None, weight: Value | None = None, density: bool = False
) -> Histogram:
    """Return (hist, bin_edges): how many elements are in each bin, or the sums of their ``weight``, and the edges.

    ``bins`` is the number of equal parts of ``range``, by default that of the elements, or a tensor of ascending edges.
    A bin includes its left edge, the last one its right edge too. With ``density`` the integral of ``hist`` is 1.
    Raises what `histc` raises, and RuntimeError for a weight of another shape than the input.

    >>> import autograd
    >>> autograd.histogram(autograd.tensor([1.0, 2.0, 1.0]), 3, range=(0.0, 3.0)).hist
    tensor([0., 2., 1.])
    """
    return _histogram("histogram", input, bins, range, weight, density)


def _histogram(name: str, input: Value, bins: Any, range: Any, weight: Value | None, density: bool) -> Histogram:
    if input.dtype.kind != "f":
        raise NotImplementedError(f"{name}: needs floating-point values, got {input.dtype}; convert with .float()")
    if weight is not None and weight.shape != input.shape:
        raise RuntimeError(f"{name}: weight must have the shape of the input, {input.shape}, got {weight.shape}")
    if hasattr(bins, "shape"):
        bins = array_of(bins)
    elif bins <= 0:
        raise RuntimeError(f"{name}: the number of bins must be positive, got {bins}")
    values = array_of(input)
    if range is None:
        range = (values.min(initial=np.inf), values.max(initial=-np.inf)) if values.size else (0.0, 1.0)
    if not np.isfinite(range).all():
        raise RuntimeError(f"{name}: the range from {range[0]} to {range[1]} is not finite")
    if range[0] > range[1]:
        raise RuntimeError(f"{name}: max must not be less than min, got {range[1]} and {range[0]}")
    return Histogram(*ops.histogram(detached(input), weight, bins=bins, range=range, density=density))


public(globals())
