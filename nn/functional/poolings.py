"""Pools: the maximum, mean or norm of each window, and back."""

import math
from typing import Any

import numpy as np

from autograd import Tensor
from autograd.exports import public
from autograd.ops import indexing, windows as ops

from ..signatures import specialized
from .dimensions import OneOrEach, Sizes, batched, each, spatial


@spatial
def max_poolNd(
    name: str,
    dimensions: int,
    input: Tensor,
    kernel_size: OneOrEach,
    stride: OneOrEach | None = None,
    padding: OneOrEach = 0,
    dilation: OneOrEach = 1,
    ceil_mode: bool = False,
    return_indices: bool = False,
) -> Tensor | Any:  # a pair with return_indices; of a union, type checkers would ask everyone which one it is
    """Return the maximum of each window of {images}, and with ``return_indices`` also where it is.

    Shapes: input (N, C, {H, W}) or (C, {H, W}), result (N, C, {H', W'}) or (C, {H', W'}); a size n becomes
    ⌊(n + 2 padding - dilation (kernel_size - 1) - 1) / stride⌋ + 1, rounded up with ``ceil_mode`` unless the last
    window would start behind the input and the padding before it. ``stride`` is the kernel's size if None. What is
    outside is never taken. Of equal elements the first gets the gradient; a NaN is greater than all numbers. Indices
    are int64 and count the positions in the spatial dimensions of the input, flattened.

    Raises RuntimeError for a padding of more than half the kernel, a kernel greater than the padded input, and a window
    whose positions all lie outside.

    >>> import autograd, nn.functional as F
    >>> F.max_pool1d(autograd.tensor([[1.0, 3.0, 2.0, 0.0]]), 2)
    tensor([[3., 2.]])
    >>> F.max_pool2d(autograd.tensor([[[1.0, 3.0, 2.0, 0.0], [0.0, 2.0, 2.0, 5.0]]]), 2, return_indices=True)
    (tensor([[[3., 5.]]]), tensor([[[1, 7]]]))
    >>> F.max_pool3d(autograd.arange(8.0).reshape(1, 2, 2, 2), 2)
    tensor([[[[7.]]]])
    """
    spread = each(name, "dilation", dilation, dimensions, least=1)
    kernel, steps, before, count = _windows(name, dimensions, input, kernel_size, stride, padding, spread, ceil_mode)
    for n, m, s, p, d in zip(input.shape[-dimensions:], count, steps, before, spread, strict=True):
        if any((i * s - p) % d >= n for i in range(min(m, -(-p // s)))):  # the first position that is not before it
            raise RuntimeError(
                f"{name}: with padding={padding} and dilation={dilation} the positions of a window lie around an input "
                f"of shape {tuple(input.shape)}, none in it: take a smaller dilation"
            )
    out = ops.max_windows(input, kernel=kernel, count=count, stride=steps, padding=before, dilation=spread)
    return tuple(out) if return_indices else out[0]


max_pool1d, max_pool2d, max_pool3d = max_poolNd


@spatial
def max_poolNd_with_indices(
    name: str,
    dimensions: int,
    input: Tensor,
    kernel_size: OneOrEach,
    stride: OneOrEach | None = None,
    padding: OneOrEach = 0,
    dilation: OneOrEach = 1,
    ceil_mode: bool = False,
    return_indices: bool = False,
) -> tuple[Tensor, Tensor]:
    """Return `max_poolNd` and its indices, whatever ``return_indices`` says.

    >>> import autograd, nn.functional as F
    >>> F.max_pool1d_with_indices(autograd.tensor([[1.0, 3.0, 2.0, 0.0]]), 2)
    (tensor([[3., 2.]]), tensor([[1, 2]]))
    >>> F.max_pool2d_with_indices(autograd.tensor([[[1.0, 3.0], [0.0, 2.0]]]), 2)
    (tensor([[[3.]]]), tensor([[[1]]]))
    >>> F.max_pool3d_with_indices(autograd.arange(8.0).reshape(1, 2, 2, 2), 2)
    (tensor([[[[7.]]]]), tensor([[[[7]]]]))
    """
    return max_poolNd.definition(name, dimensions, input, kernel_size, stride, padding, dilation, ceil_mode, True)


max_pool1d_with_indices, max_pool2d_with_indices, max_pool3d_with_indices = max_poolNd_with_indices


@spatial
def avg_poolNd(
    name: str,
    dimensions: int,
    input: Tensor,
    kernel_size: OneOrEach,
    stride: OneOrEach | None = None,
    padding: OneOrEach = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
    divisor_override: int | None = None,
) -> Tensor:
    """Return the mean of each window of {images}.

    Shapes, ``stride`` and ``ceil_mode`` are those of `max_poolNd`. The sum is divided by the number of the window's
    positions, with ``count_include_pad`` also of those in the padding. Positions that ``ceil_mode`` adds behind the
    padding never count. In two and three dimensions ``divisor_override`` is another divisor.

    Raises RuntimeError for a padding of more than half the kernel, a kernel greater than the padded input, and a
    divisor of 0.

    >>> import autograd, nn.functional as F
    >>> F.avg_pool1d(autograd.tensor([[1.0, 3.0, 2.0, 0.0]]), 2)
    tensor([[2., 1.]])
    >>> F.avg_pool2d(autograd.ones(1, 2, 2), 2, padding=1)
    tensor([[[0.2500, 0.2500],
             [0.2500, 0.2500]]])
    >>> F.avg_pool3d(autograd.arange(8.0).reshape(1, 2, 2, 2), 2)
    tensor([[[[3.5000]]]])
    """
    once = (1,) * dimensions
    kernel, steps, before, count = _windows(name, dimensions, input, kernel_size, stride, padding, once, ceil_mode)
    if divisor_override == 0:
        raise RuntimeError(f"{name}: divisor_override divides the sums, and so is not 0")
    sums = ops.sum_windows(input, kernel=kernel, count=count, stride=steps, padding=before, dilation=once)
    if divisor_override is not None:
        return sums / divisor_override
    counted = []  # along each dimension, how many positions of each window count
    for n, k, s, p, windows in zip(input.shape[-dimensions:], kernel, steps, before, count, strict=True):
        starts = np.arange(windows) * s - p
        ends = np.minimum(starts + k, n + p)
        if not count_include_pad:
            starts, ends = np.maximum(starts, 0), np.minimum(ends, n)
        counted.append(ends - starts)
    if all((along == k).all() for along, k in zip(counted, kernel, strict=True)):
        return sums / math.prod(kernel)
    return sums / Tensor(_outer(counted), input.dtype)


avg_pool1d, avg_pool2d, avg_pool3d = avg_poolNd
avg_pool1d = specialized(avg_pool1d, divisor_override=None)  # PyTorch's does not have it


@spatial
def lp_poolNd(
    name: str,
    dimensions: int,
    input: Tensor,
    norm_type: float,
    kernel_size: OneOrEach,
    stride: OneOrEach | None = None,
    ceil_mode: bool = False,
) -> Tensor:
    """Return (Σ x^p)^(1/p), with p the ``norm_type``, of each window of {images}.

    Shapes, ``stride`` and ``ceil_mode`` are those of `max_poolNd`, and so is what it raises; where a window is not
    whole, its mean stands in for what is missing, as in PyTorch. The root of a negative sum is NaN, and so is the
    gradient at 0. An infinite p takes the greatest absolute value, minus infinity the least.

    >>> import autograd, nn.functional as F
    >>> F.lp_pool1d(autograd.tensor([[3.0, 4.0, 6.0, 8.0]]), 2, 2)
    tensor([[ 5., 10.]])
    >>> F.lp_pool2d(autograd.tensor([[[3.0, 0.0], [0.0, 4.0]]]), 2, 2)
    tensor([[[5.]]])
    >>> F.lp_pool3d(autograd.ones(1, 2, 2, 2), 3, 2)
    tensor([[[[2.]]]])
    """
    kernel = each(name, "kernel_size", kernel_size, dimensions, least=1)
    if math.isinf(norm_type):
        sign = math.copysign(1, norm_type)
        return sign * max_poolNd.definition(name, dimensions, sign * input.abs(), kernel, stride, ceil_mode=ceil_mode)
    means = avg_poolNd.definition(name, dimensions, input.pow(norm_type), kernel, stride, ceil_mode=ceil_mode)
    return (means.sign() * means.abs().relu() * math.prod(kernel)).pow(1 / norm_type)


lp_pool1d, lp_pool2d, lp_pool3d = lp_poolNd


@spatial
def adaptive_max_poolNd(
    name: str, dimensions: int, input: Tensor, output_size: Any, return_indices: bool = False
) -> Tensor | Any:  # as `max_poolNd`
    """Return the maxima of as many windows of {images} as ``output_size`` says; with ``return_indices`` also where.

    Along a dimension of size n, window i of m reaches from ⌊i n / m⌋ to ⌈(i + 1) n / m⌉. ``output_size`` is a
    number, or one for each spatial dimension, None for that of the input. Ties, NaN and indices as in `max_poolNd`.
    Raises RuntimeError for another number of dimensions, and for an empty one.

    >>> import autograd, nn.functional as F
    >>> F.adaptive_max_pool1d(autograd.tensor([[1.0, 3.0, 2.0, 0.0, 1.0]]), 2)
    tensor([[3., 2.]])
    >>> F.adaptive_max_pool2d(autograd.arange(9.0).reshape(1, 3, 3), 2)
    tensor([[[4., 5.],
             [7., 8.]]])
    >>> F.adaptive_max_pool3d(autograd.arange(8.0).reshape(1, 2, 2, 2), 1)
    tensor([[[[7.]]]])
    """
    size, count = _adaptive(name, dimensions, input, output_size)
    if _even(size, count):
        out = ops.max_windows(input, **_equal_parts(size, count))
    else:
        out = ops.max_segments(input, bounds=_parts(size, count))
    return tuple(out) if return_indices else out[0]


adaptive_max_pool1d, adaptive_max_pool2d, adaptive_max_pool3d = adaptive_max_poolNd


@spatial
def adaptive_max_poolNd_with_indices(
    name: str, dimensions: int, input: Tensor, output_size: Any, return_indices: bool = False
) -> tuple[Tensor, Tensor]:
    """Return `adaptive_max_poolNd` and its indices, whatever ``return_indices`` says.

    >>> import autograd, nn.functional as F
    >>> F.adaptive_max_pool1d_with_indices(autograd.tensor([[1.0, 3.0, 2.0, 0.0, 1.0]]), 2)
    (tensor([[3., 2.]]), tensor([[1, 2]]))
    >>> F.adaptive_max_pool2d_with_indices(autograd.arange(9.0).reshape(1, 3, 3), 1)
    (tensor([[[8.]]]), tensor([[[8]]]))
    >>> F.adaptive_max_pool3d_with_indices(autograd.arange(8.0).reshape(1, 2, 2, 2), 1)
    (tensor([[[[7.]]]]), tensor([[[[7]]]]))
    """
    return adaptive_max_poolNd.definition(name, dimensions, input, output_size, True)


(adaptive_max_pool1d_with_indices, adaptive_max_pool2d_with_indices, adaptive_max_pool3d_with_indices) = (
    adaptive_max_poolNd_with_indices
)


@spatial
def adaptive_avg_poolNd(name: str, dimensions: int, input: Tensor, output_size: Any) -> Tensor:
    """Return the means of as many windows of {images} as ``output_size`` says: those of `adaptive_max_poolNd`.

    Raises RuntimeError for another number of dimensions, and for an empty one.

    >>> import autograd, nn.functional as F
    >>> F.adaptive_avg_pool1d(autograd.tensor([[1.0, 3.0, 2.0, 0.0, 1.0]]), 2)
    tensor([[2., 1.]])
    >>> F.adaptive_avg_pool2d(autograd.ones(1, 3, 8, 5), (1, None)).shape
    (1, 3, 1, 5)
    >>> F.adaptive_avg_pool3d(autograd.arange(8.0).reshape(1, 2, 2, 2), 1)
    tensor([[[[3.5000]]]])
    """
    size, count = _adaptive(name, dimensions, input, output_size)
    if _even(size, count):
        return ops.sum_windows(input, **_equal_parts(size, count)) / (math.prod(size) // math.prod(count))
    bounds = _parts(size, count)
    sizes = _outer([np.array([end - start for start, end in along]) for along in bounds])
    return ops.sum_segments(input, bounds=bounds) / Tensor(sizes, input.dtype)


adaptive_avg_pool1d, adaptive_avg_pool2d, adaptive_avg_pool3d = adaptive_avg_poolNd


@spatial
def max_unpoolNd(
    name: str,
    dimensions: int,
    input: Tensor,
    indices: Tensor,
    kernel_size: OneOrEach,
    stride: OneOrEach | None = None,
    padding: OneOrEach = 0,
    output_size: Any = None,
) -> Tensor:
    """Return {images} that are 0 but for the values of a pool, at the indices where `max_poolNd` found them.

    ``output_size`` chooses among the sizes that are pooled to a size n of the input: they are less than a stride from
    (n - 1) stride + kernel_size - 2 padding, which it is if None; it may be a whole shape. Where an index repeats, the
    last value stays and gets the gradient.

    Raises RuntimeError if shapes differ or an index is not in the output, ValueError for an output_size that does not
    fit, TypeError for indices that are no int64.

    >>> import autograd, nn.functional as F
    >>> values, indices = F.max_pool1d(autograd.tensor([[1.0, 3.0, 2.0, 0.0]]), 2, return_indices=True)
    >>> F.max_unpool1d(values, indices, 2)
    tensor([[0., 3., 2., 0.]])
    >>> values, indices = F.max_pool2d(autograd.tensor([[[1.0, 3.0], [0.0, 2.0]]]), 2, return_indices=True)
    >>> F.max_unpool2d(values, indices, 2)
    tensor([[[0., 3.],
             [0., 0.]]])
    >>> values, indices = F.max_pool3d(autograd.ones(1, 2, 2, 2), 2, return_indices=True)
    >>> F.max_unpool3d(values, indices, 2).sum()
    tensor(1.)
    """
    batched(name, input, dimensions)
    if tuple(indices.shape) != tuple(input.shape):
        raise RuntimeError(
            f"{name}: there is an index for each element of the input, of shape {tuple(input.shape)}, got indices "
            f"of shape {tuple(indices.shape)}"
        )
    if indices.dtype != np.int64:
        raise TypeError(f"{name}: indices are int64, got {indices.dtype}; convert them with .long()")
    kernel = each(name, "kernel_size", kernel_size, dimensions, least=1)
    steps = kernel if stride is None else each(name, "stride", stride, dimensions, least=1)
    before = each(name, "padding", padding, dimensions)
    size = tuple(
        (n - 1) * s + k - 2 * p for n, s, k, p in zip(input.shape[-dimensions:], steps, kernel, before, strict=True)
    )
    if output_size is not None:
        wanted = tuple(output_size)[2:] if len(output_size) == dimensions + 2 else tuple(output_size)
        if len(wanted) != dimensions or any(not n - s < m < n + s for m, n, s in zip(wanted, size, steps, strict=True)):
            raise ValueError(
                f"{name}: output_size has {dimensions} sizes, or {dimensions + 2}, each less than a stride, {steps}, "
                f"from {size}, got {tuple(output_size)}"
            )
        size = wanted
    places, length = indices.detach().numpy(), math.prod(size)
    if indexing.outside(places, length):
        wrong = places.min() if places.min() < 0 else places.max()
        raise RuntimeError(f"{name}: the index {wrong} is not in an output of {size}, which has {length} positions")
    rows = math.prod(input.shape[:-dimensions])
    each_row = places.reshape(rows, math.prod(places.shape[-dimensions:]))
    at = (each_row + np.arange(rows)[:, None] * length).reshape(-1)
    zeros = np.zeros(rows * length, input.dtype)
    out = indexing.setitem(zeros, input.reshape(-1), index=at)
    return out.reshape((*input.shape[:-dimensions], *size))


max_unpool1d, max_unpool2d, max_unpool3d = max_unpoolNd


def _windows(
    name: str, dimensions: int, input: Any, kernel_size: Any, stride: Any, padding: Any, spread: Sizes, ceil_mode: bool
) -> tuple[Sizes, Sizes, Sizes, Sizes]:
    """Return the sizes of the kernel, its steps, the padding before the input, and the numbers of windows."""
    batched(name, input, dimensions)
    kernel = each(name, "kernel_size", kernel_size, dimensions, least=1)
    steps = kernel if stride is None or stride == [] else each(name, "stride", stride, dimensions, least=1)
    before = each(name, "padding", padding, dimensions)
    spans = tuple(d * (k - 1) + 1 for k, d in zip(kernel, spread, strict=True))
    if any(2 * p > span for p, span in zip(before, spans, strict=True)):
        raise RuntimeError(
            f"{name}: padding is at most half of what the kernel covers, {spans}, got padding={padding}; use `pad`"
        )
    size = tuple(input.shape[-dimensions:])
    _check_not_empty(name, input, size)
    count = []
    for n, p, span, s in zip(size, before, spans, steps, strict=True):
        windows = (n + 2 * p - span + (s - 1 if ceil_mode else 0)) // s + 1
        if ceil_mode and (windows - 1) * s >= n + p:
            windows -= 1  # it would start behind the input
        count.append(windows)
    if min(count) < 1:
        raise RuntimeError(
            f"{name}: the kernel covers {spans}, more than an input of shape {tuple(input.shape)} with "
            f"padding={padding}: take a smaller kernel"
        )
    return kernel, steps, before, tuple(count)


def _outer(vectors: Any) -> Any:
    """Return the products of the elements of vectors, with an axis for each vector."""
    product = np.ones(())
    for vector in vectors:
        product = product[..., None] * vector
    return product


def _adaptive(name: str, dimensions: int, input: Any, output_size: Any) -> tuple[Sizes, Sizes]:
    """Return the sizes of the spatial dimensions of input and output."""
    batched(name, input, dimensions)
    size = tuple(input.shape[-dimensions:])
    _check_not_empty(name, input, size)
    wanted = tuple(output_size) if isinstance(output_size, (tuple, list)) else (output_size,) * dimensions
    if len(wanted) == dimensions:
        wanted = tuple(n if m is None else m for n, m in zip(size, wanted, strict=True))
    return size, each(name, "output_size", wanted, dimensions)


def _check_not_empty(name: str, input: Any, size: Sizes) -> None:
    if min(size) == 0:
        raise RuntimeError(
            f"{name}: the spatial dimensions must not be empty, got an input of shape {tuple(input.shape)}"
        )


def _even(size: Sizes, count: Sizes) -> bool:
    """Return whether all windows are equal and do not overlap."""
    return all(m and n % m == 0 for n, m in zip(size, count, strict=True))


def _equal_parts(size: Sizes, count: Sizes) -> dict[str, Sizes]:
    """Return the windows that cut an input into equal parts, as the ops take them."""
    kernel = tuple(n // m for n, m in zip(size, count, strict=True))
    zeros, ones = (0,) * len(size), (1,) * len(size)
    return {"kernel": kernel, "count": count, "stride": kernel, "padding": zeros, "dilation": ones}


def _parts(size: Sizes, count: Sizes) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return where each window starts and ends along each dimension."""
    return tuple(tuple((i * n // m, -(-(i + 1) * n // m)) for i in range(m)) for n, m in zip(size, count, strict=True))


public(globals())
