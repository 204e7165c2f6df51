"""Losses that compare an input with a target element by element."""

import math
import warnings
from typing import Any

import numpy as np

from autograd import Tensor
from autograd.exports import public
from autograd.ops import activation, elementwise, loss, special

from .reductions import quotient, reduce_losses


def mse_loss(input: Tensor, target: Tensor, *, reduction: str = "mean", weight: Tensor | None = None) -> Tensor:
    """Return the squared error (input - target)²: its mean, its sum, or (``reduction="none"``) every element's.

    ``weight`` has one weight for each element, in the input's shape; the mean is then Σ w loss / Σ w. Warns if the
    shapes of input and target differ: (N,) and (N, 1) broadcast to (N, N), which is hardly ever meant. Raises
    ValueError for an unknown reduction, and for a weight of another shape.

    >>> import autograd, nn.functional as F
    >>> F.mse_loss(autograd.tensor([1.0, 2.0]), autograd.tensor([1.0, 4.0]))
    tensor(2.)
    """
    _warn_of_broadcasting("mse_loss", input, target)
    return _weighted("mse_loss", (input - target).square(), input, weight, reduction)


def l1_loss(input: Tensor, target: Tensor, *, reduction: str = "mean", weight: Tensor | None = None) -> Tensor:
    """Return the absolute error |input - target|; reductions, ``weight``, warning and errors as in `mse_loss`.

    >>> import autograd, nn.functional as F
    >>> F.l1_loss(autograd.tensor([1.0, 2.0]), autograd.tensor([1.0, 4.0]))
    tensor(1.)
    """
    _warn_of_broadcasting("l1_loss", input, target)
    return _weighted("l1_loss", (input - target).abs(), input, weight, reduction)


def smooth_l1_loss(input: Tensor, target: Tensor, *, reduction: str = "mean", beta: float = 1.0) -> Tensor:
    """Return e² / (2 beta) where the absolute error e is below ``beta``, e - beta / 2 elsewhere (Girshick, 2015).

    A ``beta`` of 0 makes it `l1_loss`. Warns like `mse_loss`. Raises RuntimeError for a negative ``beta``, ValueError
    for an unknown reduction.

    >>> import autograd, nn.functional as F
    >>> F.smooth_l1_loss(autograd.tensor([1.0, 2.0]), autograd.tensor([1.5, 4.0]), reduction="none")
    tensor([0.1250, 1.5000])
    """
    _warn_of_broadcasting("smooth_l1_loss", input, target)
    if beta < 0:
        raise RuntimeError(f"smooth_l1_loss: beta is where the parabola ends, 0 or more, got {beta}")
    losses = (input - target).abs() if beta == 0 else loss.huber(input - target, delta=beta)
    if beta not in (0, 1):
        losses = losses / beta
    return reduce_losses("smooth_l1_loss", losses, reduction)


def huber_loss(
    input: Tensor, target: Tensor, reduction: str = "mean", delta: float = 1.0, weight: Tensor | None = None
) -> Tensor:
    """Return e² / 2 where the absolute error e is below ``delta``, delta (e - delta / 2) elsewhere (Huber, 1964).

    ``weight``, of the input's shape, multiplies the losses; the mean is that of the products, not divided by the sum of
    the weights. Warns like `mse_loss`. Raises RuntimeError unless ``delta`` is positive, ValueError for an unknown
    reduction, and for a weight of another shape.

    >>> import autograd, nn.functional as F
    >>> F.huber_loss(autograd.tensor([1.0, 2.0]), autograd.tensor([1.5, 4.0]), reduction="none")
    tensor([0.1250, 1.5000])
    """
    _warn_of_broadcasting("huber_loss", input, target)
    if not delta > 0:
        raise RuntimeError(f"huber_loss: delta is where the parabola ends, more than 0, got {delta}")
    losses = loss.huber(input - target, delta=delta)
    if weight is not None:
        _check_weight("huber_loss", input, weight)
        losses = losses * weight
    return reduce_losses("huber_loss", losses, reduction)


def _warn_of_broadcasting(name: str, input: Any, target: Any) -> None:
    if input.shape != target.shape:
        warnings.warn(
            f"{name}: an input of shape {tuple(input.shape)} and a target of shape {tuple(target.shape)} are "
            f"broadcast against each other, which is hardly meant: reshape one of them",
            stacklevel=3,
        )


def _check_weight(name: str, input: Any, weight: Any) -> None:
    if weight.shape != input.shape:
        raise ValueError(
            f"{name}: the weight has the input's shape {tuple(input.shape)}, one for each element, got "
            f"{tuple(weight.shape)}"
        )


def _weighted(name: str, losses: Any, input: Any, weight: Any, reduction: str) -> Any:
    if weight is not None:
        _check_weight(name, input, weight)
        losses = losses * weight
    return reduce_losses(name, losses, reduction, weight)


def _check_same_shape(name: str, input: Any, target: Any) -> None:
    if input.shape != target.shape:
        raise ValueError(
            f"{name}: the target has the input's shape {tuple(input.shape)}, got {tuple(target.shape)}; reshape one of "
            f"them"
        )


def binary_cross_entropy(
    input: Tensor, target: Tensor, weight: Tensor | None = None, *, reduction: str = "mean"
) -> Tensor:
    """Return -w (t log x + (1 - t) log(1 - x)), in nats, between probabilities x and targets t, both in [0, 1].

    The logarithms are limited to -100 from below. `binary_cross_entropy_with_logits` is more accurate. ``weight`` is
    broadcast. Raises ValueError for a target of another shape than the input's and for an unknown reduction,
    RuntimeError for values outside [0, 1].

    >>> import autograd, nn.functional as F
    >>> F.binary_cross_entropy(autograd.tensor([0.5, 0.0]), autograd.tensor([1.0, 1.0]), reduction="none")
    tensor([  0.6931, 100.0000])
    """
    _check_same_shape("binary_cross_entropy", input, target)
    for what, tensor in (("input", input), ("target", target)):
        values = tensor.detach().numpy()
        if values.size and not (values.min() >= 0 and values.max() <= 1):
            raise RuntimeError(
                f"binary_cross_entropy: the {what} holds probabilities, from 0 to 1, got values from {values.min()} to "
                f"{values.max()}; for logits see binary_cross_entropy_with_logits"
            )
    losses = loss.binary_cross_entropy(input, target)
    return reduce_losses("binary_cross_entropy", losses if weight is None else losses * weight, reduction)


def binary_cross_entropy_with_logits(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    *,
    reduction: str = "mean",
    pos_weight: Tensor | None = None,
) -> Tensor:
    """Return -w (p t log σ(x) + (1 - t) log(1 - σ(x))), in nats, between logits x and targets t, without overflow.

    σ is the sigmoid; the weight w and the weight p of positive targets are broadcast. Raises ValueError for a target of
    another shape than the input's, and for an unknown reduction.

    >>> import autograd, nn.functional as F
    >>> F.binary_cross_entropy_with_logits(autograd.tensor([1000.0, 0.0]), autograd.tensor([1.0, 0.0]))
    tensor(0.3466)
    """
    name = "binary_cross_entropy_with_logits"
    _check_same_shape(name, input, target)
    logs = activation.logsigmoid(input)
    if pos_weight is not None:
        logs = ((pos_weight - 1) * target + 1) * logs
    losses = (1 - target) * input - logs
    return reduce_losses(name, losses if weight is None else losses * weight, reduction)


def soft_margin_loss(input: Tensor, target: Tensor, *, reduction: str = "mean") -> Tensor:
    """Return log(1 + exp(-target input)), for targets 1 and -1, without overflow.

    Raises ValueError for an unknown reduction.

    >>> import autograd, nn.functional as F
    >>> F.soft_margin_loss(autograd.tensor([0.0, -1000.0]), autograd.tensor([1.0, 1.0]), reduction="none")
    tensor([6.9315e-01, 1.0000e+03])
    """
    return reduce_losses("soft_margin_loss", -activation.logsigmoid(target * input), reduction)


def kl_div(input: Tensor, target: Tensor, *, reduction: str = "mean", log_target: bool = False) -> Tensor:
    """Return the Kullback-Leibler divergence t (log t - input), of log-probabilities ``input`` from probabilities t.

    With ``log_target`` the target holds log t. ``reduction="batchmean"`` divides the sum by the size of the first
    dimension, as the definition of the divergence asks; "mean" divides by the number of elements, and warns. Raises
    ValueError for an unknown reduction.

    >>> import autograd, nn.functional as F
    >>> target = autograd.tensor([[0.0, 1.0]])
    >>> F.kl_div(autograd.tensor([[0.5, 0.5]]).log(), target, reduction="batchmean")
    tensor(0.6931)
    """
    losses = target.exp() * (target - input) if log_target else special.xlogy(target, target) - target * input
    if reduction == "batchmean":
        total = losses.sum()
        return quotient(total, input.shape[0]) if input.ndim else total
    if reduction == "mean":
        warnings.warn(
            'kl_div: "mean" divides by the number of elements, not of distributions; for the divergence per '
            'distribution use reduction="batchmean"',
            stacklevel=2,
        )
    if reduction not in ("mean", "sum", "none"):
        raise ValueError(f'kl_div: reduction is "batchmean", "mean", "sum" or "none", got {reduction!r}')
    return reduce_losses("kl_div", losses, reduction)


def gaussian_nll_loss(
    input: Tensor, target: Tensor, var: Tensor | float, full: bool = False, eps: float = 1e-6, reduction: str = "mean"
) -> Tensor:
    """Return (log v + (input - target)² / v) / 2, the negative log-likelihood of normal distributions.

    ``var`` is the variance v: a number, a tensor of the input's shape or one whose last dimension is 1 or missing. It
    is limited to ``eps`` from below; its gradient is that without the limit. ``full`` adds the constant log(2π) / 2
    (Nix & Weigend, 1994). Raises ValueError for negative variances, other shapes and an unknown reduction.

    >>> import autograd, nn.functional as F
    >>> F.gaussian_nll_loss(autograd.tensor([1.0, 2.0]), autograd.tensor([1.0, 4.0]), 1.0)
    tensor(1.)
    """
    variance = var if isinstance(var, Tensor) else Tensor(np.full(input.shape, var, input.dtype))
    if bool((variance < 0).any()):
        raise ValueError("gaussian_nll_loss: var holds variances, 0 or more, got negative ones")
    shape, given = tuple(input.shape), tuple(variance.shape)
    if given == shape[:-1] != shape:
        variance = variance.unsqueeze(-1)
    elif given != shape and not (
        len(given) == len(shape) and [b for a, b in zip(shape, given, strict=True) if a != b] == [1]
    ):
        raise ValueError(
            f"gaussian_nll_loss: for an input of shape {shape} var is a number, or has that shape, at most one "
            f"dimension of which is 1, or is without the last one; got {given}"
        )
    variance = variance + (eps - variance.detach()).clamp(min=0)
    losses = 0.5 * (variance.log() + (input - target).square() / variance)
    if full:
        losses = losses + 0.5 * math.log(2 * math.pi)
    return reduce_losses("gaussian_nll_loss", losses, reduction)


def poisson_nll_loss(
    input: Tensor,
    target: Tensor,
    log_input: bool = True,
    full: bool = False,
    *,
    eps: float = 1e-8,
    reduction: str = "mean",
) -> Tensor:
    """Return exp(x) - t x, the negative log-likelihood of counts t under Poisson distributions with log-rates x.

    Without ``log_input`` the input holds the rates: x - t log(x + eps). ``full`` adds Stirling's approximation of
    log t!, t log t - t + log(2πt) / 2, where t > 1. Raises ValueError for an unknown reduction.

    >>> import autograd, nn.functional as F
    >>> F.poisson_nll_loss(autograd.tensor([0.0, 1.0]), autograd.tensor([2.0, 0.0]))
    tensor(1.8591)
    """
    losses = input.exp() - target * input if log_input else input - target * (input + eps).log()
    if full:
        many = target > 1
        count = elementwise.where(many, target, 1.0)  # whose logarithm is finite
        stirling = count * count.log() - count + 0.5 * (2 * math.pi * count).log()
        losses = losses + elementwise.keep(stirling, many)
    return reduce_losses("poisson_nll_loss", losses, reduction)


public(globals())
