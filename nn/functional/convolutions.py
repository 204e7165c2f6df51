"""Convolutions, and the windows they see."""

import math
from typing import Any

from autograd import Tensor
from autograd.exports import public
from autograd.ops import convolution as ops, windows

from .dimensions import OneOrEach, Sizes, batched, count_windows, each, spatial


@spatial
def convNd(
    name: str,
    dimensions: int,
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: OneOrEach = 1,
    padding: OneOrEach | str = 0,
    dilation: OneOrEach = 1,
    groups: int = 1,
) -> Tensor:
    """Return the cross-correlation of {images} with kernels.

    y[n, o, i, ...] = Σ weight[o, c, k, ...] x[n, c, i · stride + k · dilation - padding, ...] + bias[o], where x
    is 0 outside.

    Shapes: input (N, C, {H, W}) or (C, {H, W}), weight (O, C / groups, {kH, kW}), bias (O,), result (N, O, {H', W'}) or
    (O, {H', W'}); a size n becomes ⌊(n + 2 padding - dilation (k - 1) - 1) / stride⌋ + 1 for a kernel of size k.
    ``padding="same"`` keeps {H, W}, with a zero more behind than in front where their number is odd; "valid" is 0. With
    ``groups``, outputs and channels are cut into as many parts, and each part of the outputs sees only its part of the
    channels.

    The backward pass keeps the input and the weight, not the windows. Raises RuntimeError for channels, shapes or
    dtypes that do not fit, a kernel greater than the padded input, and "same" with a stride.

    >>> import autograd, nn.functional as F
    >>> F.conv1d(autograd.tensor([[[1.0, 2.0, 4.0, 8.0]]]), autograd.tensor([[[-1.0, 1.0]]]))
    tensor([[[1., 2., 4.]]])
    >>> F.conv2d(autograd.ones(1, 3, 8, 8), autograd.ones(5, 3, 3, 3), stride=2, padding=1).shape
    (1, 5, 4, 4)
    >>> F.conv3d(autograd.ones(1, 2, 4, 4, 4), autograd.ones(3, 2, 2, 2, 2)).shape
    (1, 3, 3, 3, 3)
    """
    whole = _checked(name, dimensions, input, weight, bias, groups)
    outputs, per_group, *kernel = weight.shape
    if input.shape[-dimensions - 1] != per_group * groups:
        raise RuntimeError(
            f"{name}: an input of shape {tuple(input.shape)} has {input.shape[-dimensions - 1]} channels, a weight of "
            f"shape {tuple(weight.shape)} with groups={groups} takes {per_group * groups}"
        )
    if outputs % groups:
        raise RuntimeError(
            f"{name}: the weight, of shape {tuple(weight.shape)}, has {outputs} outputs: groups={groups} does not "
            f"divide them"
        )
    _check_bias(name, bias, outputs)
    steps = each(name, "stride", stride, dimensions, least=1)
    spread = each(name, "dilation", dilation, dimensions, least=1)
    around: Sizes
    if isinstance(padding, str):
        if padding not in ("same", "valid"):
            raise RuntimeError(f'{name}: padding is "same", "valid", an integer or a tuple of them, got {padding!r}')
        if padding == "same" and steps != (1,) * dimensions:
            raise RuntimeError(f'{name}: padding="same" needs stride 1, got stride={stride}: give padding as numbers')
        around = tuple(d * (k - 1) if padding == "same" else 0 for d, k in zip(spread, kernel, strict=True))
        before = tuple(n // 2 for n in around)
    else:
        before = each(name, "padding", padding, dimensions)
        around = tuple(2 * n for n in before)
    size = tuple(input.shape[-dimensions:])
    count = count_windows(name, size, tuple(kernel), steps, around, spread)
    sizes = {"count": count, "stride": steps, "padding": before, "dilation": spread, "groups": groups}
    return _of_batch(ops.convolution, whole, input, weight, bias, sizes)


conv1d, conv2d, conv3d = convNd


@spatial
def conv_transposeNd(
    name: str,
    dimensions: int,
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: OneOrEach = 1,
    padding: OneOrEach = 0,
    output_padding: OneOrEach = 0,
    groups: int = 1,
    dilation: OneOrEach = 1,
) -> Tensor:
    """Return what `convNd` with the same arguments passes back to its input, given ``input`` as gradient, plus a bias.

    Shapes: input (N, C, {H, W}) or (C, {H, W}), weight (C, O / groups, {kH, kW}), bias (O,), result (N, O, {H', W'}) or
    (O, {H', W'}); a size n becomes (n - 1) stride - 2 padding + dilation (k - 1) + output_padding + 1 for a kernel of
    size k. With a stride, several sizes are convolved to the same n: ``output_padding`` chooses among them.

    Raises RuntimeError for channels, shapes or dtypes that do not fit, and an output_padding that is not smaller than
    stride or dilation.

    >>> import autograd, nn.functional as F
    >>> F.conv_transpose1d(autograd.tensor([[[1.0, 2.0]]]), autograd.tensor([[[1.0, 10.0]]]), stride=2)
    tensor([[[ 1., 10.,  2., 20.]]])
    >>> F.conv_transpose2d(autograd.ones(1, 5, 4, 4), autograd.ones(5, 3, 3, 3), stride=2, padding=1).shape
    (1, 3, 7, 7)
    >>> F.conv_transpose3d(autograd.ones(1, 2, 2, 2, 2), autograd.ones(2, 3, 2, 2, 2)).shape
    (1, 3, 3, 3, 3)
    """
    whole = _checked(name, dimensions, input, weight, bias, groups)
    inputs, per_group, *kernel = weight.shape
    if input.shape[-dimensions - 1] != inputs:
        raise RuntimeError(
            f"{name}: an input of shape {tuple(input.shape)} has {input.shape[-dimensions - 1]} channels, a weight of "
            f"shape {tuple(weight.shape)} takes {inputs}"
        )
    if inputs % groups:
        raise RuntimeError(
            f"{name}: the weight, of shape {tuple(weight.shape)}, takes {inputs} channels: groups={groups} does "
            f"not divide them"
        )
    _check_bias(name, bias, per_group * groups)
    steps = each(name, "stride", stride, dimensions, least=1)
    before = each(name, "padding", padding, dimensions)
    after = each(name, "output_padding", output_padding, dimensions)
    spread = each(name, "dilation", dilation, dimensions, least=1)
    if any(p >= s and p >= d for p, s, d in zip(after, steps, spread, strict=True)):
        raise RuntimeError(
            f"{name}: output_padding must be smaller than stride or dilation, got output_padding={output_padding}, "
            f"stride={stride}, dilation={dilation}"
        )
    size = tuple(
        (n - 1) * s - 2 * p + d * (k - 1) + a + 1
        for n, s, p, d, k, a in zip(input.shape[-dimensions:], steps, before, spread, kernel, after, strict=True)
    )
    if min(size) < 1:
        raise RuntimeError(
            f"{name}: an input of shape {tuple(input.shape)} would give an output of size {size}: take less padding, "
            f"got padding={padding}"
        )
    sizes = {"size": size, "stride": steps, "padding": before, "dilation": spread, "groups": groups}
    return _of_batch(ops.transposed_convolution, whole, input, weight, bias, sizes)


conv_transpose1d, conv_transpose2d, conv_transpose3d = conv_transposeNd


def _checked(name: str, dimensions: int, input: Tensor, weight: Tensor, bias: Tensor | None, groups: int) -> bool:
    """Check what both kinds of convolution ask for; return whether the input has a batch dimension."""
    if len(weight.shape) != dimensions + 2:
        raise RuntimeError(
            f"{name}: the weight has {dimensions + 2} dimensions, two of channels and {dimensions} of the kernel, got "
            f"shape {tuple(weight.shape)}"
        )
    if 0 in weight.shape[2:]:
        raise RuntimeError(f"{name}: the kernel must not be empty, got a weight of shape {tuple(weight.shape)}")
    whole = batched(name, input, dimensions)
    if groups < 1:
        raise RuntimeError(f"{name}: groups must be at least 1, got {groups}")
    for what, other in (("weight", weight), ("bias", bias)):
        if other is not None and other.dtype != input.dtype:
            raise RuntimeError(
                f"{name}: the input is {input.dtype}, the {what} {other.dtype}: convert one of them with .to(dtype)"
            )
    return whole


def _check_bias(name: str, bias: Tensor | None, outputs: int) -> None:
    if bias is not None and tuple(bias.shape) != (outputs,):
        raise RuntimeError(f"{name}: the bias has a number for each of the {outputs} outputs, got {tuple(bias.shape)}")


def _of_batch(op: Any, whole: bool, input: Tensor, weight: Tensor, bias: Tensor | None, sizes: Any) -> Tensor:
    """Return what an op makes of an input that is a ``whole`` batch, or a sample that is taken for a batch of one."""
    out = op(input if whole else input.reshape((1, *input.shape)), weight, bias, **sizes)
    return out if whole else out.reshape(out.shape[1:])


def unfold(
    input: Tensor, kernel_size: OneOrEach, dilation: OneOrEach = 1, padding: OneOrEach = 0, stride: OneOrEach = 1
) -> Tensor:
    """Return the windows that a kernel sees in images, each as a column.

    Shapes: input (N, C, H, W) or (C, H, W), result (N, C · kH · kW, L) for L positions of the kernel. `conv2d` is a
    matrix product with it. Raises RuntimeError for a kernel greater than the padded input.

    >>> import autograd, nn.functional as F
    >>> F.unfold(autograd.arange(6.0).reshape(1, 1, 2, 3), (2, 2))
    tensor([[[0., 1.],
             [1., 2.],
             [3., 4.],
             [4., 5.]]])
    """
    whole = batched("unfold", input, 2)
    kernel = each("unfold", "kernel_size", kernel_size, 2, least=1)
    spread = each("unfold", "dilation", dilation, 2, least=1)
    before = each("unfold", "padding", padding, 2)
    steps = each("unfold", "stride", stride, 2, least=1)
    around = tuple(2 * n for n in before)
    count = count_windows("unfold", tuple(input.shape[-2:]), kernel, steps, around, spread)
    out = windows.patches(input, kernel=kernel, count=count, stride=steps, padding=before, dilation=spread)
    columns = input.shape[-3] * math.prod(kernel), math.prod(count)
    return out.reshape((input.shape[0], *columns) if whole else columns)


def fold(
    input: Tensor,
    output_size: OneOrEach,
    kernel_size: OneOrEach,
    dilation: OneOrEach = 1,
    padding: OneOrEach = 0,
    stride: OneOrEach = 1,
) -> Tensor:
    """Return images in which windows, given as columns, are added up where they belong: the adjoint of `unfold`.

    Shapes: input (N, C · kH · kW, L) or (C · kH · kW, L), result (N, C, H, W) with (H, W) the ``output_size``. Raises
    RuntimeError for columns that do not have the kernel's size, or not as many as there are positions of the kernel.

    >>> import autograd, nn.functional as F
    >>> F.fold(autograd.ones(1, 4, 2), output_size=(2, 3), kernel_size=(2, 2))
    tensor([[[[1., 2., 1.],
              [1., 2., 1.]]]])
    """
    if len(input.shape) not in (2, 3):
        raise RuntimeError(
            f"fold: the input has shape (N, C · kernel, L) or (C · kernel, L), got {tuple(input.shape)}; `unfold` "
            f"gives such an array"
        )
    size = each("fold", "output_size", output_size, 2, least=1)
    kernel = each("fold", "kernel_size", kernel_size, 2, least=1)
    spread = each("fold", "dilation", dilation, 2, least=1)
    before = each("fold", "padding", padding, 2)
    steps = each("fold", "stride", stride, 2, least=1)
    count = count_windows("fold", size, kernel, steps, tuple(2 * n for n in before), spread)
    rows, columns = input.shape[-2:]
    if rows % math.prod(kernel) or columns != math.prod(count):
        raise RuntimeError(
            f"fold: an output of {size} has {math.prod(count)} windows, {count}, of {math.prod(kernel)} elements for "
            f"each channel, got an input of shape {tuple(input.shape)}"
        )
    parts = input.reshape((*input.shape[:-2], rows // math.prod(kernel), *kernel, *count))
    return windows.overlap_add(parts, size=size, kernel=kernel, stride=steps, padding=before, dilation=spread)


public(globals())
