"""Normalizations: values brought to mean 0 and variance 1, over a batch, a layer, groups of channels or a channel."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograd import Tensor, linalg, no_grad
from autograd.exports import public
from autograd.ops import normalization as ops, shape as shaping

from .checks import check_floating


def batch_norm(
    input: Tensor,
    running_mean: Tensor | None,
    running_var: Tensor | None,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    training: bool = False,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Tensor:
    """Return (x - mean) / sqrt(variance + eps) * weight + bias, for every channel over the batch.

    Shapes: input (N, C) or (N, C, d1, ...), all others (C,). In ``training`` the mean and the (biased) variance are
    those of the input, and the running ones, if given, are changed in place to (1 - momentum) running + momentum new,
    the new variance being the unbiased one; otherwise the running ones are used. Source: Ioffe and Szegedy, Batch
    Normalization, ICML 2015.

    Raises ValueError in training if a channel has one value only, or one running estimate is given and not the other;
    RuntimeError for a size other than C, and for no running estimates outside of training.

    >>> import autograd, nn.functional as F
    >>> F.batch_norm(autograd.tensor([[1.0, 2.0], [3.0, 6.0]]), None, None, training=True)
    tensor([[-1.0000, -1.0000],
            [ 1.0000,  1.0000]])
    """
    estimates = {"running_mean": running_mean, "running_var": running_var}
    return _by_channel("batch_norm", "training", training, False, input, estimates, weight, bias, momentum, eps)


def instance_norm(
    input: Tensor,
    running_mean: Tensor | None = None,
    running_var: Tensor | None = None,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    use_input_stats: bool = True,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Tensor:
    """Return (x - mean) / sqrt(variance + eps) * weight + bias, for every channel of every sample.

    Shapes: input (N, C, d1, ...), all others (C,). With ``use_input_stats`` mean and variance are the input's, and the
    running ones, if given, are changed in place as by `batch_norm`, with the average over the batch; otherwise the
    running ones are used. Source: Ulyanov et al., Instance Normalization, arXiv:1607.08022.

    Raises ValueError if a channel of a sample has one value only, RuntimeError for a size other than C, and for no
    running estimates where they are needed.

    >>> import autograd, nn.functional as F
    >>> F.instance_norm(autograd.tensor([[[1.0, 3.0], [2.0, 6.0]]]))
    tensor([[[-1.0000,  1.0000],
             [-1.0000,  1.0000]]])
    """
    estimates, own = {"running_mean": running_mean, "running_var": running_var}, use_input_stats
    return _by_channel("instance_norm", "use_input_stats", own, True, input, estimates, weight, bias, momentum, eps)


def layer_norm(
    input: Tensor,
    normalized_shape: Sequence[int],
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    eps: float = 1e-5,
) -> Tensor:
    """Return (x - mean) / sqrt(variance + eps) * weight + bias, over the last dimensions, those of normalized_shape.

    The variance is the biased one; weight and bias have the shape ``normalized_shape``. Source: Ba et al., Layer
    Normalization, arXiv:1607.06450. Raises RuntimeError if the shapes do not fit.

    >>> import autograd, nn.functional as F
    >>> F.layer_norm(autograd.tensor([[1.0, 3.0], [2.0, 6.0]]), (2,))
    tensor([[-1.0000,  1.0000],
            [-1.0000,  1.0000]])
    """
    rows = _rows("layer_norm", input, normalized_shape, weight=weight, bias=bias)
    values = ops.standardize(rows, axis=(len(rows.shape) - 1,), eps=eps).values
    return _affine(values, _vector(weight), _vector(bias), input)


def rms_norm(
    input: Tensor, normalized_shape: Sequence[int], weight: Tensor | None = None, eps: float | None = None
) -> Tensor:
    """Return x / sqrt(mean of x² + eps) * weight, over the last dimensions, those of ``normalized_shape``.

    The weight has the shape ``normalized_shape``; eps is by default the dtype's precision (``numpy.finfo(dtype).eps``).
    Source: Zhang and Sennrich, Root Mean Square Layer Normalization, NeurIPS 2019. Raises RuntimeError if the shapes do
    not fit.

    >>> import autograd, nn.functional as F
    >>> F.rms_norm(autograd.tensor([3.0, 3.0, -3.0]), (3,))
    tensor([ 1.,  1., -1.])
    """
    rows = _rows("rms_norm", input, normalized_shape, weight=weight)
    eps = float(np.finfo(input.dtype).eps) if eps is None else eps
    values = ops.scale_to_one(rows, axis=(len(rows.shape) - 1,), eps=eps).values
    return _affine(values, _vector(weight), None, input)


def group_norm(
    input: Tensor, num_groups: int, weight: Tensor | None = None, bias: Tensor | None = None, eps: float = 1e-5
) -> Tensor:
    """Return (x - mean) / sqrt(variance + eps) * weight + bias, for every group of channels of every sample.

    Shapes: input (N, C, d1, ...), weight and bias (C,). The variance is the biased one. Source: Wu and He, Group
    Normalization, ECCV 2018. Raises RuntimeError if the channels cannot be divided into ``num_groups`` groups, or for a
    size other than C, ValueError if there is one value only.

    >>> import autograd, nn.functional as F
    >>> F.group_norm(autograd.tensor([[1.0, 3.0, 2.0, 6.0]]), 2)
    tensor([[-1.0000,  1.0000, -1.0000,  1.0000]])
    """
    shape, wide = input.shape, _wide("group_norm", input)
    if len(shape) < 2:
        raise RuntimeError(f"group_norm: the input has shape (N, C) or (N, C, ...), got {tuple(shape)}")
    if num_groups < 1 or shape[1] % num_groups:
        raise RuntimeError(f"group_norm: {shape[1]} channels cannot be divided into {num_groups} groups")
    _check_channels("group_norm", shape[1], weight=weight, bias=bias)
    count = math.prod(shape[1:]) // num_groups
    if count == 1 and shape[0] == 1:
        raise ValueError(f"group_norm: a group of an input of shape {tuple(shape)} has one value, and no variance")
    values, _, variance = ops.center(wide.reshape((shape[0], num_groups, count)), axis=(2,))
    if weight is None and bias is None:
        return _standardized(values, variance, None, None, eps, input)
    # The groups' variances are those of all their channels.
    values = values.reshape((*shape[:2], math.prod(shape[2:])))
    each = (shape[0], num_groups, shape[1] // num_groups)
    variance = variance.expand(each).reshape((*shape[:2], 1))
    return _standardized(values, variance, weight, bias, eps, input)


def local_response_norm(input: Tensor, size: int, alpha: float = 1e-4, beta: float = 0.75, k: float = 1.0) -> Tensor:
    """Return x / (k + alpha mean(x²))**beta, with the mean over ``size`` neighbouring channels.

    Beyond the first and the last channel there are zeros: channel c has size // 2 neighbours before it and (size - 1)
    // 2 after it. Shape (N, C, d1, ...). Source: Krizhevsky et al., ImageNet Classification with Deep Convolutional
    Neural Networks, NIPS 2012. Raises ValueError for fewer than 3 dimensions.

    >>> import autograd, nn.functional as F
    >>> F.local_response_norm(autograd.tensor([[[1.0], [2.0]]]), 2, alpha=2.0, beta=1.0)
    tensor([[[0.5000],
             [0.3333]]])
    """
    shape = input.shape
    if len(shape) < 3:
        raise ValueError(f"local_response_norm: the input has shape (N, C, d1, ...), got {tuple(shape)}")
    if size < 1:
        raise RuntimeError(f"local_response_norm: size is the number of channels in a mean, at least 1, got {size}")
    channels = shape[1]
    zeros = Tensor(np.zeros((shape[0], size - 1, *shape[2:]), input.dtype))
    before, after = zeros[:, : size // 2], zeros[:, size // 2 :]
    padded = shaping.concatenate(before, input.square(), after, axis=1)
    total = padded[:, :channels]
    for start in range(1, size):
        total = total + padded[:, start : start + channels]
    return input / (total * (alpha / size) + k) ** beta


def normalize(input: Tensor, p: float = 2.0, dim: int | Sequence[int] = 1, eps: float = 1e-12) -> Tensor:
    """Return the input divided by its p-norm along ``dim``, or by ``eps`` where the norm is less.

    Raises NotImplementedError for integers.

    >>> import autograd, nn.functional as F
    >>> F.normalize(autograd.tensor([3.0, 4.0]), dim=0)
    tensor([0.6000, 0.8000])
    """
    _wide("normalize", input)
    axis = dim if isinstance(dim, int) else tuple(dim)
    lengths = linalg.vector_norm(input, p, axis, True)
    return input / lengths.clamp(min=eps)


def _by_channel(
    name: str,
    setting: str,
    own: bool,
    each_sample: bool,
    input: Tensor,
    estimates: dict[str, Tensor | None],
    weight: Tensor | None,
    bias: Tensor | None,
    momentum: float,
    eps: float,
) -> Any:
    """Normalize every channel, of each sample or of the whole batch, by its ``own`` mean and variance or by estimates.

    ``setting`` is the name of the argument that says whether by its own.
    """
    shape, wide = input.shape, _wide(name, input)
    if len(shape) < 2:
        expected = "(N, C, d1, ...)" if each_sample else "(N, C) or (N, C, ...)"
        raise IndexError(f"{name}: the input has shape {expected}, got {tuple(shape)}")
    _check_channels(name, shape[1], **estimates, weight=weight, bias=bias)
    rows = wide.reshape((*shape[:2], math.prod(shape[2:]))) if each_sample else _flat(wide, 3)
    running_mean, running_var = estimates.values()
    if not own:
        if running_mean is None or running_var is None:
            raise RuntimeError(f"{name}: running_mean and running_var are needed when {setting}=False")
        # One scale and one shift for each channel.
        scale = ops.inverse_deviation(running_var.detach(), eps=eps)
        scale = scale if weight is None else scale * weight
        shift = -(running_mean.detach() * scale) if bias is None else bias - running_mean.detach() * scale
        return _affine(rows, scale, shift, input, after=len(rows.shape) - 2)
    if (running_mean is None) != (running_var is None):
        raise ValueError(f"{name}: give running_mean and running_var, or neither of them")
    count = rows.shape[2] if each_sample else input.numel() // max(shape[1], 1)
    if count == 1:
        raise ValueError(
            f"{name}: a channel of an input of shape {tuple(shape)} has one value, and no variance to train with"
        )
    values, mean, variance = ops.center(rows, axis=(2,) if each_sample else (0, 2)[: len(rows.shape) - 1])
    if running_mean is not None and running_var is not None and input.numel():
        for running, new in ((running_mean, mean), (running_var, variance * (count / (count - 1)))):
            new = new.detach().mean(0) if each_sample else new.detach()
            with no_grad():
                running.copy_((1 - momentum) * running + momentum * new.reshape(running.shape))
    return _standardized(values, variance, weight, bias, eps, input)


def _standardized(values: Any, variance: Any, weight: Any, bias: Any, eps: float, like: Any) -> Any:
    """Return values / sqrt(variance + eps) * weight + bias for values (N, C) or (N, C, L): a scale for each channel."""
    scale = ops.inverse_deviation(variance, eps=eps)
    weight, bias = (_aligned(x, len(values.shape) - 2) for x in (weight, bias))
    return _like(ops.scale_shift(values, scale if weight is None else scale * weight, bias), like)


def _affine(values: Any, weight: Any, bias: Any, like: Any, after: int = 0) -> Any:
    """Return values * weight + bias in the shape of the input; so many dimensions come ``after`` that of the weight."""
    weight, bias = (_aligned(x, after) for x in (weight, bias))
    if weight is not None:
        values = ops.scale_shift(values, weight, bias)
    elif bias is not None:
        values = values + bias
    return _like(values, like)


def _aligned(parameter: Any, after: int) -> Any:
    """Return a vector with ``after`` dimensions of size 1 after its own, and None as it is."""
    return parameter if parameter is None or not after else parameter.reshape((-1,) + (1,) * after)


def _like(values: Any, like: Any) -> Any:
    """Return values in the shape of the input and, if it is of half precision, in its dtype."""
    values = values if values.shape == like.shape else values.reshape(like.shape)
    return values.to(like.dtype) if like.dtype.itemsize == 2 else values


def _vector(parameter: Any) -> Any:
    return parameter if parameter is None or len(parameter.shape) == 1 else parameter.reshape(-1)


def _rows(name: str, input: Any, normalized_shape: Sequence[int], **parameters: Any) -> Any:
    """Return the input with its last dimensions, which are normalized_shape, as one."""
    wide = _wide(name, input)
    if isinstance(normalized_shape, int):
        raise TypeError(f"{name}: normalized_shape is a tuple of sizes, got {normalized_shape}: write it as a tuple")
    sizes = tuple(normalized_shape)
    if not sizes or tuple(input.shape[-len(sizes) :]) != sizes:
        raise RuntimeError(
            f"{name}: normalized_shape is the shape of the last dimensions, one or more, of an input of shape "
            f"{tuple(input.shape)}, got {sizes}"
        )
    for what, parameter in parameters.items():
        if parameter is not None and tuple(parameter.shape) != sizes:
            raise RuntimeError(f"{name}: {what} has the shape normalized_shape, {sizes}, got {tuple(parameter.shape)}")
    return _flat(wide, len(input.shape) - len(sizes) + 1)


def _flat(input: Any, dimensions: int) -> Any:
    """Return the input with so many dimensions: those after the last of them become part of it."""
    shape = input.shape
    if len(shape) <= dimensions:
        return input
    return input.reshape((*shape[: dimensions - 1], math.prod(shape[dimensions - 1 :])))


def _check_channels(name: str, channels: int, **parameters: Any) -> None:
    for what, parameter in parameters.items():
        if parameter is not None and tuple(parameter.shape) != (channels,):
            raise RuntimeError(
                f"{name}: {what} has one element for each of {channels} channels, got shape {tuple(parameter.shape)}"
            )


def _wide(name: str, input: Any) -> Any:
    """Return the input, as float32 if it is float16: sums of squares would overflow."""
    check_floating(name, input)
    return input.float() if input.dtype.itemsize == 2 else input


public(globals())
