"""PyTorch's names for writing into a copy of a tensor: at indices along a dimension, at a mask, at positions."""

import math
from typing import Any

import numpy as np

from ..core.op import Value
from ..exports import public
from ..ops import elementwise, indexing, scattering as ops
from . import subscripts
from .arguments import axis_and_positions, flat_positions, mask_and_shape, number, positions
from .shape import broadcast_to, reshape


def _same_dtype(name: str, input: Value, source: Value) -> None:
    """Raise RuntimeError if the dtypes differ, TypeError if the source is no tensor."""
    if not hasattr(source, "dtype"):
        raise TypeError(f"{name}: the source must be a tensor, got {type(source).__name__}")
    if source.dtype != input.dtype:
        raise RuntimeError(
            f"{name}: the source must have the input's dtype {input.dtype}, got {source.dtype}; convert it with .to()"
        )


def index_add(input: Value, dim: int, index: Value, source: Value, *, alpha: float = 1) -> Value:
    """Return the input with alpha * source[i] added to its slice index[i] along ``dim``; repeated indices add up.

    Raises RuntimeError for a source of another dtype or shape than the input, except that it has as many slices as
    there are indices; IndexError or RuntimeError for indices that are out of range or not integers.

    >>> import autograd
    >>> autograd.index_add(autograd.zeros(3), 0, autograd.tensor([0, 2, 2]), autograd.tensor([1.0, 2.0, 3.0]))
    tensor([1., 0., 5.])
    """
    if not isinstance(alpha, int) and input.dtype.kind in "iub":
        raise RuntimeError(
            f"index_add: alpha is an integer where the input is of {input.dtype}, got {alpha!r}; convert with .float()"
        )
    at, source = _slices("index_add", input, dim, index, source, RuntimeError)
    return indexing.additem(input, source if alpha == 1 else elementwise.multiply(source, alpha), index=at)


def index_copy(input: Value, dim: int, index: Value, source: Value) -> Value:
    """Return the input with source[i] as its slice index[i] along ``dim``; of repeated indices the last one counts.

    Raises IndexError or RuntimeError for what `index_add` refuses.

    >>> import autograd
    >>> autograd.index_copy(autograd.zeros(3), 0, autograd.tensor([2, 0]), autograd.tensor([1.0, 2.0]))
    tensor([2., 0., 1.])
    """
    if input.ndim == 1 and getattr(source, "shape", None) == ():  # the one slice of a vector, as in PyTorch
        source = reshape(source, 1)
    at, source = _slices("index_copy", input, dim, index, source, IndexError)
    return indexing.setitem(input, source, index=at)


def _slices(name: str, input: Value, dim: int, index: Value, source: Value, error: type[Exception]) -> tuple[Any, Any]:
    """Return the index of slices of the input, and the source for them."""
    _same_dtype(name, input, source)
    dim, index = axis_and_positions(name, input, dim, index, error=error)
    shape, got = input.shape, source.shape
    if not shape:
        if index.size != 1 or math.prod(got) != 1 or len(got) > 1:
            raise error(f"{name}: a 0-d tensor takes one index and one element, got {index.size} and shape {got}")
        return (), reshape(source, ())
    expected = (*shape[:dim], index.size, *shape[dim + 1 :])
    if got != expected:
        wrong = error if len(got) != len(shape) or got[dim] != index.size else RuntimeError
        raise wrong(f"{name}: the source must have shape {expected}, got {got}")
    return (slice(None),) * dim + (index,), source


def index_fill(input: Value, dim: int, index: Value, value: float | Value) -> Value:
    """Return the input with ``value``, a number or a 0-d tensor, in its slices ``index`` along ``dim``.

    Raises IndexError for indices out of range, RuntimeError for those that are not integers and for a value that the
    dtype does not have, TypeError for one that is no number.

    >>> import autograd
    >>> autograd.index_fill(autograd.zeros(2, 2), 1, autograd.tensor([0]), 7)
    tensor([[7., 0.],
            [7., 0.]])
    """
    dim, index = axis_and_positions("index_fill", input, dim, index, negative=True)
    at = (slice(None),) * dim + (index,) if input.shape else ()
    return indexing.setitem(input, number("index_fill", value, input.dtype), index=at)


def index_put(input: Value, indices: Value, values: Value, accumulate: bool = False) -> Value:
    """Return the input with ``values``, broadcast, at input[indices]; with ``accumulate`` they are added.

    ``indices`` is a tuple of tensors of integers or booleans. Where they repeat, the last value stays, or all add up.
    Raises RuntimeError for values of another dtype, TypeError for indices that are no such tuple.

    >>> import autograd
    >>> x, rows = autograd.zeros(3), autograd.tensor([0, 0, 2])
    >>> autograd.index_put(x, (rows,), autograd.tensor(1.0), accumulate=True)
    tensor([2., 0., 1.])
    """
    if not isinstance(indices, (tuple, list)) or not all(hasattr(part, "dtype") for part in indices):
        raise TypeError("index_put: the indices are a tuple of tensors of integers or booleans")
    _same_dtype("index_put", input, values)
    index = tuple(np.asarray(subscripts.plain(part)) for part in indices)
    return (indexing.additem if accumulate else indexing.setitem)(input, values, index=index)


def masked_scatter(input: Value, mask: Value, source: Value) -> Value:
    """Return the input with the elements of ``source``, in order, where ``mask`` is true; the two are broadcast.

    Raises RuntimeError if the source has too few elements or another dtype, and for a mask that is not of booleans.

    >>> import autograd
    >>> mask = autograd.tensor([True, False, True])
    >>> autograd.masked_scatter(autograd.zeros(3), mask, autograd.tensor([1.0, 2.0]))
    tensor([1., 0., 2.])
    """
    _same_dtype("masked_scatter", input, source)
    where, shape = mask_and_shape("masked_scatter", mask, input)
    where = np.broadcast_to(where, shape)
    needed, available = int(np.count_nonzero(where)), math.prod(source.shape)
    if available < needed:
        raise RuntimeError(f"masked_scatter: the mask is true {needed} times, but the source has {available} elements")
    values = indexing.getitem(reshape(source, -1), index=slice(needed))
    return indexing.setitem(broadcast_to(input, shape), values, index=where)


def put(input: Value, index: Value, source: Value, accumulate: bool = False) -> Value:
    """Return the input with the elements of ``source`` at ``index`` of the flattened input, or added there.

    Negative indices count from the end; of those that repeat the last one counts. Raises IndexError for indices out of
    range, and if source and index have different numbers of elements; RuntimeError for a source of another dtype.

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


def scatter(
    input: Value,
    dim: int,
    index: Value,
    src: Value | None = None,
    *,
    value: float | Value | None = None,
    reduce: str | None = None,
) -> Value:
    """Return the input with out[index[i][j]][j] = src[i][j] for dim = 0, and likewise for other dimensions and ranks.

    ``src`` may be a number, also under the name ``value``. Where an index repeats, the last value stays, and only it
    gets a gradient. With ``reduce`` "add" or "multiply" the elements are combined; `scatter_reduce` can do more.
    Raises RuntimeError for indices out of range, for an index larger than the input along other dimensions or than src,
    and for a src of another dtype; TypeError without src.

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
        where = flat_positions("scatter", input, dim, index)
        src = number("scatter", src, input.dtype)
        src = src if reduce is None else np.full(where.shape, src, input.dtype)
    op = ops.put if reduce is None else ops.add_at if reduce == "add" else ops.multiply_at
    return op(input, src, positions=where)


def _elements(name: str, input: Value, dim: int, index: Value, src: Value) -> tuple[Any, Any]:
    """Return the positions of elements, and those of the source that go there: the first, in the index's shape."""
    where = flat_positions(name, input, dim, index)
    _same_dtype(name, input, src)
    shape = src.shape
    if not where.size or shape == where.shape:
        return where, reshape(src, -1)[:0].reshape(where.shape) if not where.size else src
    if len(shape) != where.ndim and max(len(shape), where.ndim) > 1:
        raise RuntimeError(f"{name}: the index has {where.ndim} dimensions, src {len(shape)}: they must be as many")
    if any(n > m for n, m in zip(where.shape, shape, strict=False)):
        raise RuntimeError(f"{name}: the index, of shape {where.shape}, must not be larger than src, of shape {shape}")
    src = reshape(src, 1) if not shape else indexing.getitem(src, index=tuple(map(slice, where.shape)))
    return where, reshape(src, where.shape)


def scatter_add(input: Value, dim: int, index: Value, src: Value) -> Value:
    """Return the input with out[index[i][j]][j] += src[i][j] for dim = 0, and likewise for other dimensions and ranks.

    Raises RuntimeError for what `scatter` refuses.

    >>> import autograd
    >>> autograd.scatter_add(autograd.zeros(3), 0, autograd.tensor([0, 2, 2]), autograd.tensor([1.0, 2.0, 3.0]))
    tensor([1., 0., 5.])
    """
    where, src = _elements("scatter_add", input, dim, index, src)
    return ops.add_at(input, src, positions=where)


def scatter_reduce(
    input: Value, dim: int, index: Value, src: Value, reduce: str, *, include_self: bool = True
) -> Value:
    """Return the input with src[i][j] combined into out[index[i][j]][j] for dim = 0, and likewise for others.

    ``reduce`` is "sum", "prod", "mean", "amax" or "amin" of all that have one index, and of the element that was there
    unless ``include_self`` is False. Elements that tie for the maximum or minimum share the gradient evenly; that of
    a product is exact with any number of zeros. Raises RuntimeError for another ``reduce`` and what `scatter` refuses.

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
    return _REDUCTIONS[reduce](input, src, positions=where, include_self=include_self)


def index_reduce(
    input: Value, dim: int, index: Value, source: Value, reduce: str, *, include_self: bool = True
) -> Value:
    """Return the input with source[i] combined into its slice index[i] along ``dim``.

    ``reduce`` is "prod", "mean", "amax" or "amin", as in `scatter_reduce`; `index_add` is the sum. Raises RuntimeError
    for another one, and for what `index_add` refuses.

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
        shape = input.shape
        aligned = at[-1].reshape((-1,) + (1,) * (len(shape) - len(at)))
        where = indexing.along(np.broadcast_to(aligned, source.shape), len(at) - 1, shape)
    return _REDUCTIONS[reduce](input, source, positions=where, include_self=include_self)


def _sum(input: Value, src: Value, positions: Any, include_self: bool) -> Value:
    return ops.add_at(input if include_self else ops.put(input, 0, positions=positions), src, positions=positions)


def _prod(input: Value, src: Value, positions: Any, include_self: bool) -> Value:
    return ops.multiply_at(input if include_self else ops.put(input, 1, positions=positions), src, positions=positions)


def _mean(input: Value, src: Value, positions: Any, include_self: bool) -> Value:
    counts = np.bincount(positions.reshape(-1), minlength=math.prod(input.shape)).reshape(input.shape)
    counts = (counts + 1 if include_self else np.maximum(counts, 1)).astype(input.dtype)
    divide = elementwise.divide if input.dtype.kind in "fc" else elementwise.floor_divide
    return divide(_sum(input, src, positions, include_self), counts)


_REDUCTIONS = {"sum": _sum, "prod": _prod, "mean": _mean, "amax": ops.maximum_at, "amin": ops.minimum_at}


public(globals())
