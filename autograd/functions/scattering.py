"""PyTorch's names for writing into a copy of a tensor: at indices along a dimension, at a mask, at positions."""

import math
from typing import Any

import numpy as np

from ..ops import elementwise
from ..ops import indexing as indexing_ops
from ..ops import scattering as ops
from . import indexing
from .indexing import booleans, elements, number, positions, vector
from .shape import _common_shape, broadcast_to, reshape

__all__ = [
    "index_add",
    "index_copy",
    "index_fill",
    "index_put",
    "index_reduce",
    "masked_scatter",
    "put",
    "scatter",
    "scatter_add",
    "scatter_reduce",
]


def _same_dtype(name: str, input: Any, source: Any) -> None:
    """Raise RuntimeError if the dtypes differ, TypeError if the source is no tensor."""
    if not hasattr(source, "dtype"):
        raise TypeError(f"{name}: the source must be a tensor, got {type(source).__name__}")
    if source.dtype != input.dtype:
        raise RuntimeError(
            f"{name}: the source must have the input's dtype {input.dtype}, got {source.dtype}; convert it with .to()"
        )


def index_add(input: Any, dim: int, index: Any, source: Any, *, alpha: Any = 1) -> Any:
    """Return the input with alpha * source[i] added to its slice index[i] along ``dim``; repeated indices add up.

    Raises RuntimeError for a source that is not of the input's shape, but for as many slices as indices, or dtype.

    >>> import autograd
    >>> autograd.index_add(autograd.zeros(3), 0, autograd.tensor([0, 2, 2]), autograd.tensor([1.0, 2.0, 3.0]))
    tensor([1., 0., 5.])
    """
    if not isinstance(alpha, int) and input.dtype.kind in "iub":
        raise RuntimeError(
            f"index_add: alpha is an integer where the input is of {input.dtype}, got {alpha!r}; convert with .float()"
        )
    at, source = _slices("index_add", input, dim, index, source, RuntimeError)
    return indexing_ops.additem(input, source if alpha == 1 else elementwise.multiply(source, alpha), index=at)


def index_copy(input: Any, dim: int, index: Any, source: Any) -> Any:
    """Return the input with source[i] as its slice index[i] along ``dim``; of repeated indices the last one counts.

    Raises IndexError or RuntimeError for a source that is not of the input's shape, but for as many slices as indices.

    >>> import autograd
    >>> autograd.index_copy(autograd.zeros(3), 0, autograd.tensor([2, 0]), autograd.tensor([1.0, 2.0]))
    tensor([2., 0., 1.])
    """
    if len(input.shape) == 1 and getattr(source, "shape", None) == ():  # the one slice of a vector, as in PyTorch
        source = reshape(source, 1)
    at, source = _slices("index_copy", input, dim, index, source, IndexError)
    return indexing_ops.setitem(input, source, index=at)


def _slices(name: str, input: Any, dim: int, index: Any, source: Any, error: type[Exception]) -> tuple[Any, Any]:
    """Return the index of slices of the input, and the source for them."""
    _same_dtype(name, input, source)
    dim, index = vector(name, input, dim, index, error=error)
    shape, got = tuple(input.shape), tuple(source.shape)
    if not shape:
        if index.size != 1 or math.prod(got) != 1 or len(got) > 1:
            raise error(f"{name}: a 0-d tensor takes one index and one element, got {index.size} and shape {got}")
        return (), reshape(source, ())
    expected = (*shape[:dim], index.size, *shape[dim + 1 :])
    if got != expected:
        wrong = error if len(got) != len(shape) or got[dim] != index.size else RuntimeError
        raise wrong(f"{name}: the source must have shape {expected}, got {got}")
    return (slice(None),) * dim + (index,), source


def index_fill(input: Any, dim: int, index: Any, value: Any) -> Any:
    """Return the input with ``value``, a number or a 0-d tensor, in its slices ``index`` along ``dim``.

    >>> import autograd
    >>> autograd.index_fill(autograd.zeros(2, 2), 1, autograd.tensor([0]), 7)
    tensor([[7., 0.],
            [7., 0.]])
    """
    dim, index = vector("index_fill", input, dim, index, negative=True)
    at = (slice(None),) * dim + (index,) if input.shape else ()
    return indexing_ops.setitem(input, number("index_fill", value, input.dtype), index=at)


def index_put(input: Any, indices: Any, values: Any, accumulate: bool = False) -> Any:
    """Return the input with ``values``, broadcast, at input[indices]; with ``accumulate`` they are added.

    ``indices`` is a tuple of tensors of integers or booleans. Where they repeat, the last value stays, or all add up.
    Raises RuntimeError for values of another dtype.

    >>> import autograd
    >>> x, rows = autograd.zeros(3), autograd.tensor([0, 0, 2])
    >>> autograd.index_put(x, (rows,), autograd.tensor(1.0), accumulate=True)
    tensor([2., 0., 1.])
    """
    if not isinstance(indices, (tuple, list)) or not all(hasattr(part, "dtype") for part in indices):
        raise TypeError("index_put: the indices are a tuple of tensors of integers or booleans")
    _same_dtype("index_put", input, values)
    index = tuple(np.asarray(indexing.plain(part)) for part in indices)
    return (indexing_ops.additem if accumulate else indexing_ops.setitem)(input, values, index=index)


def masked_scatter(input: Any, mask: Any, source: Any) -> Any:
    """Return the input with the elements of ``source``, in order, where ``mask`` is true; the two are broadcast.

    Raises RuntimeError if the source has too few elements or another dtype, and for a mask that is not of booleans.

    >>> import autograd
    >>> mask = autograd.tensor([True, False, True])
    >>> autograd.masked_scatter(autograd.zeros(3), mask, autograd.tensor([1.0, 2.0]))
    tensor([1., 0., 2.])
    """
    _same_dtype("masked_scatter", input, source)
    where = booleans("masked_scatter", mask)
    shape = _common_shape("masked_scatter", [where.shape, tuple(input.shape)])
    where = np.broadcast_to(where, shape)
    needed, available = int(np.count_nonzero(where)), math.prod(source.shape)
    if available < needed:
        raise RuntimeError(f"masked_scatter: the mask is true {needed} times, but the source has {available} elements")
    values = indexing_ops.getitem(reshape(source, -1), index=slice(needed))
    return indexing_ops.setitem(broadcast_to(input, shape), values, index=where)


def put(input: Any, index: Any, source: Any, accumulate: bool = False) -> Any:
    """Return the input with the elements of ``source`` at ``index`` of the flattened input, or added there.

    Negative indices count from the end; of those that repeat the last one counts. Raises IndexError if source and index
    have different numbers of elements.

    >>> import autograd
    >>> autograd.put(autograd.zeros(2, 2), autograd.tensor([1, -1]), autograd.tensor([5.0, 6.0]))
    tensor([[0., 5.],
            [0., 6.]])
    """
    _same_dtype("put", input, source)
    where = positions("put", index, math.prod(input.shape), negative=True)
    if math.prod(source.shape) != where.size:
        raise IndexError(f"put: the index has {where.size} elements, the source {math.prod(source.shape)}")
    op = ops.add_at if accumulate else ops.put
    return op(input, reshape(source, where.shape), positions=where)


def scatter(input: Any, dim: int, index: Any, src: Any = None, *, value: Any = None, reduce: str | None = None) -> Any:
    """Return the input with out[index[i][j]][j] = src[i][j] for dim = 0, and likewise for other dimensions and ranks.

    ``src`` may be a number, also under the name ``value``. Where an index repeats, the last value stays, and only it
    gets a gradient. ``reduce`` is "add" or "multiply" to do that instead; `scatter_reduce` can do more.

    >>> import autograd
    >>> autograd.scatter(autograd.zeros(2, 3), 1, autograd.tensor([[0, 2], [1, 0]]), 7.0)
    tensor([[7., 0., 7.],
            [7., 7., 0.]])
    """
    src = value if src is None else src
    if src is None:
        raise TypeError("scatter: give src, a tensor or a number")
    if reduce not in (None, "add", "multiply"):
        raise RuntimeError(f'scatter: reduce is "add" or "multiply", got {reduce!r}; scatter_reduce has others')
    if hasattr(src, "shape"):
        where, src = _elements("scatter", input, dim, index, src)
    else:
        where = elements("scatter", input, dim, index)
        src = number("scatter", src, input.dtype)
        src = src if reduce is None else np.full(where.shape, src, input.dtype)
    op = ops.put if reduce is None else ops.add_at if reduce == "add" else ops.multiply_at
    return op(input, src, positions=where)


def _elements(name: str, input: Any, dim: int, index: Any, src: Any) -> tuple[Any, Any]:
    """Return the positions of elements, and those of the source that go there: the first, in the index's shape."""
    where = elements(name, input, dim, index)
    _same_dtype(name, input, src)
    shape = tuple(src.shape)
    if not where.size or shape == where.shape:
        return where, reshape(src, -1)[:0].reshape(where.shape) if not where.size else src
    if len(shape) != where.ndim and max(len(shape), where.ndim) > 1:
        raise RuntimeError(f"{name}: the index has {where.ndim} dimensions, src {len(shape)}: they must be as many")
    if any(n > m for n, m in zip(where.shape, shape, strict=False)):
        raise RuntimeError(f"{name}: the index, of shape {where.shape}, must not be larger than src, of shape {shape}")
    src = reshape(src, 1) if not shape else indexing_ops.getitem(src, index=tuple(map(slice, where.shape)))
    return where, reshape(src, where.shape)


def scatter_add(input: Any, dim: int, index: Any, src: Any) -> Any:
    """Return the input with out[index[i][j]][j] += src[i][j] for dim = 0, and likewise for other dimensions and ranks.

    >>> import autograd
    >>> autograd.scatter_add(autograd.zeros(3), 0, autograd.tensor([0, 2, 2]), autograd.tensor([1.0, 2.0, 3.0]))
    tensor([1., 0., 5.])
    """
    where, src = _elements("scatter_add", input, dim, index, src)
    return ops.add_at(input, src, positions=where)


def scatter_reduce(input: Any, dim: int, index: Any, src: Any, reduce: str, *, include_self: bool = True) -> Any:
    """Return the input with src[i][j] combined into out[index[i][j]][j] for dim = 0, and likewise for others.

    ``reduce`` is "sum", "prod", "mean", "amax" or "amin" of all that have one index, and of the element that was there
    unless ``include_self`` is False. Elements that tie for the maximum or minimum share the gradient evenly; that of
    a product is exact with any number of zeros.

    >>> import autograd
    >>> x, index = autograd.tensor([4.0, 5.0]), autograd.tensor([0, 0])
    >>> autograd.scatter_reduce(x, 0, index, autograd.tensor([1.0, 2.0]), "prod")
    tensor([8., 5.])
    >>> autograd.scatter_reduce(x, 0, index, autograd.tensor([1.0, 2.0]), "mean", include_self=False)
    tensor([1.5000, 5.0000])
    """
    if reduce not in _REDUCTIONS:
        raise RuntimeError(f"scatter_reduce: reduce is one of {', '.join(_REDUCTIONS)}, got {reduce!r}")
    where, src = _elements("scatter_reduce", input, dim, index, src)
    return _REDUCTIONS[reduce](input, src, where, include_self)


def index_reduce(input: Any, dim: int, index: Any, source: Any, reduce: str, *, include_self: bool = True) -> Any:
    """Return the input with source[i] combined into its slice index[i] along ``dim``.

    ``reduce`` is "prod", "mean", "amax" or "amin", as in `scatter_reduce`; `index_add` is the sum.

    >>> import autograd
    >>> x, index = autograd.tensor([4.0, 5.0]), autograd.tensor([0, 0])
    >>> autograd.index_reduce(x, 0, index, autograd.tensor([1.0, 7.0]), "amax")
    tensor([7., 5.])
    """
    if reduce not in _REDUCTIONS or reduce == "sum":
        names = ", ".join(list(_REDUCTIONS)[1:])
        raise RuntimeError(f"index_reduce: reduce is one of {names}, got {reduce!r}; index_add is the sum")
    at, source = _slices("index_reduce", input, dim, index, source, RuntimeError)
    where = np.zeros((), np.int64)
    if at:
        shape = tuple(input.shape)
        aligned = at[-1].reshape((-1,) + (1,) * (len(shape) - len(at)))
        where = indexing_ops.along(np.broadcast_to(aligned, tuple(source.shape)), len(at) - 1, shape)
    return _REDUCTIONS[reduce](input, source, where, include_self)


def _sum(input: Any, src: Any, where: Any, include_self: bool) -> Any:
    return ops.add_at(input if include_self else ops.put(input, 0, positions=where), src, positions=where)


def _prod(input: Any, src: Any, where: Any, include_self: bool) -> Any:
    return ops.multiply_at(input if include_self else ops.put(input, 1, positions=where), src, positions=where)


def _mean(input: Any, src: Any, where: Any, include_self: bool) -> Any:
    counts = np.bincount(where.reshape(-1), minlength=math.prod(input.shape)).reshape(tuple(input.shape))
    counts = (counts + 1 if include_self else np.maximum(counts, 1)).astype(input.dtype)
    divide = elementwise.divide if input.dtype.kind in "fc" else elementwise.floor_divide
    return divide(_sum(input, src, where, include_self), counts)


def _amax(input: Any, src: Any, where: Any, include_self: bool) -> Any:
    return ops.maximum_at(input, src, positions=where, include_self=include_self)


def _amin(input: Any, src: Any, where: Any, include_self: bool) -> Any:
    return ops.minimum_at(input, src, positions=where, include_self=include_self)


_REDUCTIONS = {"sum": _sum, "prod": _prod, "mean": _mean, "amax": _amax, "amin": _amin}
