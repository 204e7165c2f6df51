"""Losses."""

import warnings
from typing import Any

import numpy as np

from autograd import Tensor, log_softmax, ops

__all__ = ["cross_entropy", "mse_loss", "nll_loss"]


def mse_loss(input: Tensor, target: Tensor, *, reduction: str = "mean") -> Any:
    """Return the squared error (input - target)²: its mean, its sum, or (``reduction="none"``) every element's.

    Warns if the shapes differ: (N,) and (N, 1) broadcast to (N, N), which is hardly meant. Raises ValueError for an
    unknown reduction.

    >>> import autograd, nn.functional as F
    >>> F.mse_loss(autograd.tensor([1.0, 2.0]), autograd.tensor([1.0, 4.0]))
    tensor(2.)
    """
    if input.shape != target.shape:
        warnings.warn(
            f"mse_loss: an input of shape {tuple(input.shape)} and a target of shape {tuple(target.shape)} are "
            f"broadcast against each other, which is hardly meant: reshape one of them",
            stacklevel=2,
        )
    return _reduced("mse_loss", (input - target).square(), reduction)


def _reduced(name: str, losses: Any, reduction: str) -> Any:
    if reduction == "mean":
        return losses.mean()
    if reduction == "sum":
        return losses.sum()
    if reduction == "none":
        return losses
    raise ValueError(f'{name}: reduction is "mean", "sum" or "none", got {reduction!r}')


def cross_entropy(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    *,
    ignore_index: int = -100,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Any:
    """Return the cross-entropy, in nats, between the classes that ``input`` predicts by logits and ``target``.

    -Σ_c w_c t_c log softmax(input)_c. The target gives the class as an index, or t as probabilities; label smoothing
    ε replaces t by (1 - ε) t + ε / C. Shapes: input (C,), (N, C) or (N, C, d1, ...); target without the axis C if it
    holds indices, the input's shape if probabilities; ``weight`` (C,). The mean over indices is weighted by the
    weights of the target's classes, and positions whose target is ``ignore_index`` count nowhere.

    Raises IndexError for a class that does not exist, ValueError for an unknown reduction or a smoothing outside
    [0, 1], RuntimeError for shapes that do not fit.

    >>> import autograd, nn.functional as F
    >>> logits = autograd.tensor([[0.0, 1000.0], [0.0, 0.0]])
    >>> F.cross_entropy(logits, autograd.tensor([1, 0]))
    tensor(0.3466)
    """
    if not 0 <= label_smoothing <= 1:
        raise ValueError(f"cross_entropy: label_smoothing is from 0 to 1, got {label_smoothing}")
    axis = _class_axis("cross_entropy", input)
    logs = log_softmax(input, axis)
    if target.is_floating_point():
        return _of_probabilities(logs, target, axis, weight, reduction, label_smoothing)
    if not label_smoothing:
        return _of_indices("cross_entropy", logs, target, axis, weight, ignore_index, reduction)
    # Σ over all classes of -w_c log p_c, at the positions that count, divided by what the loss itself is divided by.
    classes, counted = _classes("cross_entropy", logs, target, axis, ignore_index)
    exact = _of_indices("cross_entropy", logs, target, axis, weight, ignore_index, "none")
    everywhere = -(logs if weight is None else logs * _along(weight, logs, axis)).sum(axis)
    smooth = everywhere if counted is None else everywhere.where(counted, 0.0)
    share = label_smoothing / input.shape[axis]
    losses = (1 - label_smoothing) * exact + share * smooth
    return _weighted(losses, _factors(classes, counted, weight, losses), reduction, "cross_entropy")


def nll_loss(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    *,
    ignore_index: int = -100,
    reduction: str = "mean",
) -> Any:
    """Return the negative log-likelihood -w_y input_y of the target's classes y, given log-probabilities.

    Shapes, reductions and errors are those of `cross_entropy` with class indices.

    >>> import autograd, nn.functional as F
    >>> F.nll_loss(autograd.tensor([[-0.5, -1.0]]), autograd.tensor([1]))
    tensor(1.)
    """
    axis = _class_axis("nll_loss", input)
    return _of_indices("nll_loss", input, target, axis, weight, ignore_index, reduction)


def _of_indices(name: str, logs: Any, target: Any, axis: int, weight: Any, ignore_index: int, reduction: str) -> Any:
    classes, counted = _classes(name, logs, target, axis, ignore_index)
    picked = ops.reduction.take_along(logs, classes, axis=axis)
    if weight is None and counted is None:
        return _reduced(name, -picked, reduction)
    factors = _factors(classes, counted, weight, logs)
    losses = -picked if weight is None else -picked * factors
    return _weighted(losses if counted is None else losses.where(counted, 0.0), factors, reduction, name)


def _of_probabilities(logs: Any, target: Any, axis: int, weight: Any, reduction: str, smoothing: float) -> Any:
    if target.shape != logs.shape:
        raise RuntimeError(
            f"cross_entropy: a target of probabilities has the input's shape {tuple(logs.shape)}, "
            f"got {tuple(target.shape)}; class indices are integers"
        )
    if smoothing:
        target = (1 - smoothing) * target + smoothing / logs.shape[axis]
    losses = logs * target if weight is None else logs * target * _along(weight, logs, axis)
    return _reduced("cross_entropy", -losses.sum(axis), reduction)


def _weighted(losses: Any, factors: Any, reduction: str, name: str) -> Any:
    if reduction != "mean":
        return _reduced(name, losses, reduction)
    with np.errstate(invalid="ignore"):  # if no position counts, the mean of nothing: NaN
        return losses.sum() / factors.sum()


def _factors(classes: Any, counted: Any, weight: Any, like: Any) -> Any:
    """Return by how much each position counts in the mean."""
    factors = Tensor(np.ones(classes.shape, like.dtype)) if weight is None else weight[classes]
    return factors if counted is None else factors.where(counted, 0.0)


def _along(weight: Any, like: Any, axis: int) -> Any:
    return weight.reshape((-1,) + (1,) * (len(like.shape) - 1 - axis))


def _class_axis(name: str, input: Any) -> int:
    if not input.shape:
        raise RuntimeError(f"{name}: the input needs an axis of classes, (C,), (N, C) or (N, C, ...), got shape ()")
    return 0 if len(input.shape) == 1 else 1


def _classes(name: str, logs: Any, target: Any, axis: int, ignore_index: int) -> tuple[Any, Any]:
    """Return the target's classes as an array, with 0 for those to be ignored, and a mask of the others or None."""
    shape, count = logs.shape, logs.shape[axis]
    if target.shape != (*shape[:axis], *shape[axis + 1 :]):
        raise RuntimeError(
            f"{name}: for an input of shape {tuple(shape)} the target has shape "
            f"{(*shape[:axis], *shape[axis + 1 :])}, got {tuple(target.shape)}"
        )
    classes = target.numpy()
    if classes.dtype.kind not in "iu":
        raise TypeError(f"{name}: target classes are integers, got {target.dtype}; convert with .long()")
    # As unsigned numbers negative ones are huge, so that one pass shows whether anything is out of range.
    if not classes.size or (classes.view(f"u{classes.itemsize}").max() < count and not 0 <= ignore_index < count):
        return classes, None
    counted = classes != ignore_index
    classes = np.where(counted, classes, 0)
    wrong = classes[(classes < 0) | (classes >= count)]
    if wrong.size:
        raise IndexError(f"{name}: the target holds class {wrong[0]}, but there are {count} classes, from 0 on")
    return classes, counted
