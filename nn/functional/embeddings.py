"""Vectors for integers: looked up in a table, alone or in bags, and one-hot."""

from typing import Any

import numpy as np

from autograd import Tensor, no_grad
from autograd.exports import public
from autograd.ops import indexing, reduction


def embedding(
    input: Tensor,
    weight: Tensor,
    padding_idx: int | None = None,
    max_norm: float | None = None,
    norm_type: float = 2.0,
    scale_grad_by_freq: bool = False,
    sparse: bool = False,
) -> Tensor:
    """Return the rows of ``weight`` at the integers of the input: shape (*, D) for an input (*) and a weight (K, D).

    The row ``padding_idx``, which may count from the end, gets no gradient. With ``max_norm``, rows that are looked up
    and have a greater ``norm_type``-norm are shortened to it first, in place. ``scale_grad_by_freq`` divides a row's
    gradient by how often it is looked up. ``sparse`` has no effect: gradients are dense.

    Raises IndexError for a row that does not exist, RuntimeError for an input that is not of int32 or int64 and a
    weight that is no matrix, AssertionError for a padding_idx that does not exist.

    >>> import autograd, nn.functional as F
    >>> F.embedding(autograd.tensor([2, 0]), autograd.tensor([[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]]))
    tensor([[4., 5.],
            [0., 1.]])
    """
    indices = _indices("embedding", input, weight)
    padding = _padding("embedding", padding_idx, weight)
    if max_norm is not None:
        _shorten(weight, indices, max_norm, norm_type)
    return indexing.embedding(weight, indices=indices, padding=padding, by_frequency=scale_grad_by_freq)


def embedding_bag(
    input: Tensor,
    weight: Tensor,
    offsets: Tensor | None = None,
    max_norm: float | None = None,
    norm_type: float = 2.0,
    scale_grad_by_freq: bool = False,
    mode: str = "mean",
    sparse: bool = False,
    per_sample_weights: Tensor | None = None,
    include_last_offset: bool = False,
    padding_idx: int | None = None,
) -> Tensor:
    """Return the sum, mean or maximum, by ``mode``, of the rows of ``weight`` in each bag of integers: shape (B, D).

    The bags are the rows of an input (B, L), or the pieces of an input (L,) that start at ``offsets`` (B,); with
    ``include_last_offset`` the last offset is not a start but the end of the last bag. An empty bag gives zeros.
    Integers equal to ``padding_idx`` count as not there. ``per_sample_weights``, of the input's shape, multiply the
    rows, for sums only. The other arguments are those of `embedding`. Of equal maxima the first gets the gradient.

    Raises ValueError for a weight that is no matrix, and an input, offsets, per_sample_weights or a mode that do not
    fit, NotImplementedError for per_sample_weights in another mode, RuntimeError for offsets that do not start at 0,
    decrease or lie outside, and for a row that does not exist.

    >>> import autograd, nn.functional as F
    >>> weight = autograd.tensor([[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]])
    >>> F.embedding_bag(autograd.tensor([2, 0, 1]), weight, autograd.tensor([0, 2]), mode="sum")
    tensor([[4., 6.],
            [2., 3.]])
    """
    if mode not in ("sum", "mean", "max"):
        raise ValueError(f"embedding_bag: mode is 'sum', 'mean' or 'max', got {mode!r}")
    if mode == "max" and scale_grad_by_freq:
        raise ValueError("embedding_bag: mode 'max' has no scale_grad_by_freq")
    if len(weight.shape) != 2:
        raise ValueError(f"embedding_bag: the weight is a matrix, got shape {tuple(weight.shape)}")
    starts = _starts(input, offsets, include_last_offset)
    if per_sample_weights is not None:
        if mode != "sum":
            raise NotImplementedError(f"embedding_bag: per_sample_weights are for mode 'sum', not {mode!r}")
        if per_sample_weights.shape != input.shape:
            raise ValueError(
                f"embedding_bag: per_sample_weights have the input's shape {tuple(input.shape)}, got "
                f"{tuple(per_sample_weights.shape)}"
            )
    try:
        indices = _indices("embedding_bag", input, weight).reshape(-1)
    except IndexError as error:
        raise RuntimeError(str(error)) from None
    padding = _padding("embedding_bag", padding_idx, weight)
    if max_norm is not None:
        _shorten(weight, indices, max_norm, norm_type)
    indices = indices[: starts[-1]]
    bags = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    counted = slice(None) if padding is None else np.flatnonzero(indices != padding)
    indices, bags = indices[counted], bags[counted]
    rows = indexing.embedding(weight, indices=indices, by_frequency=scale_grad_by_freq)
    if per_sample_weights is not None:
        factors = per_sample_weights.reshape(-1)[: starts[-1]]
        rows = rows * (factors if padding is None else factors[counted]).unsqueeze(-1)
    shape = (len(starts) - 1, weight.shape[1])
    counts = np.bincount(bags, minlength=shape[0])
    if mode == "max":
        return _maxima(rows, bags, counts, shape)
    if len(input.shape) == 2 and padding is None:
        sums = rows.reshape((*input.shape, shape[1])).sum(1)
    else:
        sums = indexing.place(rows, index=bags, shape=shape)
    return sums if mode == "sum" else sums / np.maximum(counts, 1).reshape(-1, 1).astype(weight.dtype)


def _starts(input: Any, offsets: Any, include_last: bool) -> Any:
    """Return where the bags start in the flattened input, and where the last one ends."""
    if len(input.shape) == 2:
        if offsets is not None:
            raise ValueError("embedding_bag: the rows of a matrix are the bags: give no offsets, or a vector")
        return np.arange(input.shape[0] + 1) * input.shape[1]
    if len(input.shape) != 1:
        raise ValueError(f"embedding_bag: the input has one or two dimensions, got shape {tuple(input.shape)}")
    if offsets is None or len(offsets.shape) != 1:
        raise ValueError("embedding_bag: a vector of integers needs offsets, a vector too, that say where bags start")
    starts, length = offsets.numpy(), input.shape[0]
    if not include_last:
        starts = np.append(starts, length)
    elif not len(starts):
        raise RuntimeError("embedding_bag: with include_last_offset there is at least one offset")
    if len(starts) > 1 and starts[0] != 0:
        raise RuntimeError(f"embedding_bag: the first bag starts at 0, but the first offset is {starts[0]}")
    if (np.diff(starts) < 0).any() or starts[-1] > length:
        raise RuntimeError(
            f"embedding_bag: offsets do not decrease and lie in the input of length {length}, got {offsets.tolist()}"
        )
    return starts if len(starts) > 1 else np.zeros(1, np.int64)


def _maxima(rows: Any, bags: Any, counts: Any, shape: tuple[int, int]) -> Any:
    """Return the maxima of the rows in each bag, over a table of bags in which those with fewer rows are filled up."""
    longest = counts.max(initial=0)
    if not longest:
        return indexing.place(rows, index=bags, shape=shape)  # zeros
    starts = np.cumsum(counts) - counts
    there = np.arange(longest) < counts.reshape(-1, 1)
    table = np.where(there, starts.reshape(-1, 1) + np.arange(longest), 0)
    values = indexing.getitem(rows, index=table).where(there[..., np.newaxis], -np.inf)
    maxima = reduction.max_along(values, axis=1).values
    return maxima.where((counts > 0).reshape(-1, 1), 0.0)


def _indices(name: str, input: Any, weight: Any) -> Any:
    if len(weight.shape) != 2:
        raise RuntimeError(f"{name}: the weight is a matrix, got shape {tuple(weight.shape)}")
    if input.dtype not in (np.int32, np.int64):
        raise RuntimeError(f"{name}: the input is of int64 or int32, got {input.dtype}; convert with .long()")
    indices = input.numpy()
    if indexing.outside(indices, weight.shape[0]):
        wrong = indices[(indices < 0) | (indices >= weight.shape[0])][0]
        raise IndexError(f"{name}: the input holds {wrong}, but the weight has {weight.shape[0]} rows, from 0 on")
    return indices


def _padding(name: str, padding_idx: int | None, weight: Any) -> int | None:
    if padding_idx is None:
        return None
    rows: int = weight.shape[0]
    if not -rows <= padding_idx < rows:
        raise AssertionError(f"{name}: padding_idx is one of the weight's {rows} rows, got {padding_idx}")
    return padding_idx % rows


def _shorten(weight: Any, indices: Any, limit: float, p: float) -> None:
    """Shorten those rows of the weight at ``indices`` whose p-norm exceeds the limit, in place."""
    used = np.unique(indices)
    with no_grad():
        rows = weight.detach().numpy()[used]
        norms = np.linalg.norm(rows, ord=p, axis=1)
        long = norms > limit
        factors = limit / (norms[long] + 1e-7)
        weight[used[long]] = Tensor(rows[long] * factors.reshape(-1, 1).astype(rows.dtype))


def one_hot(tensor: Tensor, num_classes: int = -1) -> Tensor:
    """Return int64 zeros with a one at the position that each integer says: shape (*, num_classes).

    ``num_classes`` is by default the greatest integer plus one. Raises RuntimeError for anything but int64, for
    negative numbers, and for classes that do not fit.

    >>> import autograd, nn.functional as F
    >>> F.one_hot(autograd.tensor([0, 2]))
    tensor([[1, 0, 0],
            [0, 0, 1]])
    """
    if tensor.dtype != np.int64:
        raise RuntimeError(f"one_hot: classes are of int64, got {tensor.dtype}; convert with .long()")
    classes = tensor.numpy()
    if num_classes == -1:
        if not classes.size:
            raise RuntimeError("one_hot: nothing says how many classes there are: give num_classes")
        num_classes = int(classes.max()) + 1
    if num_classes < 1:
        raise RuntimeError(f"one_hot: num_classes is positive, or -1 for as many as needed, got {num_classes}")
    if classes.size and (classes.min() < 0 or classes.max() >= num_classes):
        raise RuntimeError(
            f"one_hot: with {num_classes} classes they are from 0 to {num_classes - 1}, got {classes.min()} to "
            f"{classes.max()}"
        )
    return Tensor((classes[..., np.newaxis] == np.arange(num_classes)).astype(np.int64))


public(globals())
