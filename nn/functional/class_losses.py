"""Losses that compare scores of classes with the classes of a target."""

from typing import Any

import numpy as np

from autograd import Tensor
from autograd.exports import public
from autograd.ops import activation, indexing, loss, softmax

from .checks import check_floating
from .reductions import check_reduction, quotient, reduce_losses


def cross_entropy(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    *,
    ignore_index: int = -100,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Tensor:
    """Return the cross-entropy, in nats, between the classes that ``input`` predicts by logits and ``target``.

    -Σ_c w_c t_c log softmax(input)_c. The target gives the class as an index, or t as probabilities; label smoothing
    ε replaces t by (1 - ε) t + ε / C. Shapes: input (C,), (N, C) or (N, C, d1, ...); target without the axis C if it
    holds indices, the input's shape if probabilities; ``weight`` (C,). The mean over indices is weighted by the
    weights of the target's classes, and positions whose target is ``ignore_index`` count nowhere.

    Raises IndexError for a class that does not exist, ValueError for an unknown reduction, a smoothing outside [0, 1]
    or another number of samples in the target, RuntimeError for other shapes that do not fit, TypeError for classes
    that are no integers, NotImplementedError for an input that is not of floating point.

    >>> import autograd, nn.functional as F
    >>> logits = autograd.tensor([[0.0, 1000.0], [0.0, 0.0]])
    >>> F.cross_entropy(logits, autograd.tensor([1, 0]))
    tensor(0.3466)
    """
    if not 0 <= label_smoothing <= 1:
        raise ValueError(f"cross_entropy: label_smoothing is from 0 to 1, got {label_smoothing}")
    name = "cross_entropy"
    axis = _class_axis(name, input, weight)
    if target.dtype.kind != "f" and not label_smoothing:
        return _of_indices(name, loss.cross_entropy, input, target, axis, weight, ignore_index, reduction)
    logs = softmax.log_softmax(input, axis=axis)
    if target.dtype.kind == "f":
        return _of_probabilities(logs, target, axis, weight, reduction, label_smoothing)
    # Σ over all classes of -w_c log p_c, at the positions that count, divided by what the loss itself is divided by.
    classes, counted = _classes(name, logs, target, axis, ignore_index)
    exact = _of_indices(name, loss.nll, logs, target, axis, weight, ignore_index, "none")
    everywhere = -(logs if weight is None else logs * indexing.on_axis(weight, axis, logs.ndim)).sum(axis)
    smooth = everywhere if counted is None else everywhere.where(counted, 0.0)
    share = label_smoothing / input.shape[axis]
    factors = _factors(classes, counted, weight, logs)
    exact, smooth = (reduce_losses(name, losses, reduction, factors) for losses in (exact, smooth))
    return (1 - label_smoothing) * exact + share * smooth


def nll_loss(
    input: Tensor, target: Tensor, weight: Tensor | None = None, *, ignore_index: int = -100, reduction: str = "mean"
) -> Tensor:
    """Return the negative log-likelihood -w_y input_y of the target's classes y, given log-probabilities.

    Shapes, reductions and errors are those of `cross_entropy` with class indices.

    >>> import autograd, nn.functional as F
    >>> F.nll_loss(autograd.tensor([[-0.5, -1.0]]), autograd.tensor([1]))
    tensor(1.)
    """
    axis = _class_axis("nll_loss", input, weight)
    return _of_indices("nll_loss", loss.nll, input, target, axis, weight, ignore_index, reduction)


def multi_margin_loss(
    input: Tensor,
    target: Tensor,
    p: int = 1,
    margin: float = 1.0,
    weight: Tensor | None = None,
    *,
    reduction: str = "mean",
) -> Tensor:
    """Return Σ_c w_y max(0, margin - x_y + x_c)^p / C, over the classes c other than the target's class y.

    Shapes: input (N, C) or (C,), target (N,) or (), ``weight`` (C,). Raises ValueError unless p is 1 or 2 and for an
    unknown reduction, IndexError for a class that does not exist, TypeError for classes that are no integers,
    RuntimeError for shapes that do not fit.

    >>> import autograd, nn.functional as F
    >>> F.multi_margin_loss(autograd.tensor([[0.1, 0.2, 0.4, 0.8]]), autograd.tensor([3]))
    tensor(0.3250)
    """
    name = "multi_margin_loss"
    if p not in (1, 2):
        raise ValueError(f"{name}: p is 1 or 2, got {p}")
    _check_rows(name, input)
    count = input.shape[-1]
    if weight is not None:
        _check_class_weight(name, weight, count)
    classes = _indices(name, input, target, input.ndim - 1)
    _check_classes(name, classes, count)
    of_class = -loss.nll(input, classes=classes, axis=input.ndim - 1)
    violations = (margin - of_class.unsqueeze(-1) + input).relu()
    if p == 2:
        violations = violations.square()
    others = np.arange(count) != np.expand_dims(classes, -1)
    losses = violations.where(others, 0.0).sum(-1) / count
    return reduce_losses(name, losses if weight is None else losses * weight[classes], reduction)


def multilabel_margin_loss(input: Tensor, target: Tensor, *, reduction: str = "mean") -> Tensor:
    """Return Σ max(0, 1 - x_y + x_c) / C, over the target's classes y and the classes c that are not among them.

    Shapes: input and target (N, C) or (C,). Each row of the target lists classes, up to its first -1. Raises IndexError
    for a class that does not exist, TypeError for classes that are no integers, RuntimeError for shapes that do not
    fit, ValueError for an unknown reduction.

    >>> import autograd, nn.functional as F
    >>> F.multilabel_margin_loss(autograd.tensor([[0.1, 0.2, 0.4, 0.8]]), autograd.tensor([[3, 0, -1, 1]]))
    tensor(0.8500)
    """
    name = "multilabel_margin_loss"
    _check_rows(name, input)
    if target.shape != input.shape:
        raise RuntimeError(
            f"{name}: the target has the input's shape {tuple(input.shape)}, got {tuple(target.shape)}; fill it up "
            f"with -1"
        )
    classes = _integers(name, target)
    count = input.shape[-1]
    listed = np.logical_and.accumulate(classes != -1, axis=-1)
    longest = max(int(listed.sum(-1).max(initial=0)), 1)
    listed, classes = listed[..., :longest], classes[..., :longest]
    classes = np.where(listed, classes, 0)
    _check_classes(name, classes, count)
    among = ((classes[..., None] == np.arange(count)) & listed[..., None]).any(-2)
    of_class = input.gather(-1, Tensor(classes))
    violations = (1 - of_class.unsqueeze(-1) + input.unsqueeze(-2)).relu()
    pairs = listed[..., :, None] & ~among[..., None, :]
    return reduce_losses(name, violations.where(pairs, 0.0).sum((-2, -1)) / count, reduction)


def multilabel_soft_margin_loss(
    input: Tensor, target: Tensor, weight: Tensor | None = None, *, reduction: str = "mean"
) -> Tensor:
    """Return -w (t log σ(x) + (1 - t) log σ(-x)), with the sigmoid σ, averaged over the last dimension, the classes.

    ``weight`` is broadcast. Raises ValueError for an unknown reduction.

    >>> import autograd, nn.functional as F
    >>> F.multilabel_soft_margin_loss(autograd.tensor([[1000.0, 0.0]]), autograd.tensor([[1.0, 0.0]]))
    tensor(0.3466)
    """
    losses = (1 - target) * input - activation.logsigmoid(input)
    losses = losses if weight is None else losses * weight
    return reduce_losses("multilabel_soft_margin_loss", quotient(losses.sum(-1), input.shape[-1]), reduction)


def _of_indices(
    name: str, op: Any, input: Any, target: Any, axis: int, weight: Any, ignore_index: int, reduction: str
) -> Any:
    """Return the loss of a target of classes; ``op`` gives that of each position, or if all count the same, of all."""
    classes, counted = _classes(name, input, target, axis, ignore_index)
    if weight is None and counted is None and classes.size:
        check_reduction(name, reduction)
        return op(input, classes=classes, axis=axis, reduction=reduction)
    losses = op(input, classes=classes, axis=axis)
    factors = _factors(classes, counted, weight, input)
    if weight is not None:
        losses = losses * factors
    return reduce_losses(name, losses if counted is None else losses.where(counted, 0.0), reduction, factors)


def _of_probabilities(logs: Any, target: Any, axis: int, weight: Any, reduction: str, smoothing: float) -> Any:
    if target.shape != logs.shape:
        raise RuntimeError(
            f"cross_entropy: a target of probabilities has the input's shape {tuple(logs.shape)}, "
            f"got {tuple(target.shape)}; class indices are integers"
        )
    if smoothing:
        target = (1 - smoothing) * target + smoothing / logs.shape[axis]
    losses = logs * target if weight is None else logs * target * indexing.on_axis(weight, axis, logs.ndim)
    return reduce_losses("cross_entropy", -losses.sum(axis), reduction)


def _factors(classes: Any, counted: Any, weight: Any, like: Any) -> Any:
    """Return how much each position counts in the mean."""
    factors = Tensor(np.ones(classes.shape, like.dtype)) if weight is None else weight[classes]
    return factors if counted is None else factors.where(counted, 0.0)


def _class_axis(name: str, input: Any, weight: Any) -> int:
    """Return the axis of the classes, after checking the input and the weight."""
    shape = input.shape
    if not shape:
        raise RuntimeError(f"{name}: the input needs an axis of classes, (C,), (N, C) or (N, C, ...), got shape ()")
    check_floating(name, input)
    axis = 0 if len(shape) == 1 else 1
    if weight is not None:
        _check_class_weight(name, weight, shape[axis])
    return axis


def _check_class_weight(name: str, weight: Any, classes: int) -> None:
    if weight.shape != (classes,):
        raise RuntimeError(
            f"{name}: the weight has one number for each of the {classes} classes, shape ({classes},), got "
            f"{tuple(weight.shape)}"
        )


def _classes(name: str, logs: Any, target: Any, axis: int, ignore_index: int) -> tuple[Any, Any]:
    """Return the target's classes as an array, with 0 for those to be ignored, and a mask of the others or None."""
    count = logs.shape[axis]
    classes = _indices(name, logs, target, axis, ValueError)
    if not classes.size or not (indexing.outside(classes, count) or 0 <= ignore_index < count):
        return classes, None
    counted = classes != ignore_index
    classes = np.where(counted, classes, 0)
    _check_classes(name, classes, count)
    return classes, counted


def _indices(name: str, logs: Any, target: Any, axis: int, error: type[Exception] = RuntimeError) -> Any:
    """Return the target's classes as an array; raise ``error`` if it has another number of samples than the input."""
    shape = logs.shape
    if target.shape != (*shape[:axis], *shape[axis + 1 :]):
        raise (error if axis and target.shape[:1] != shape[:1] else RuntimeError)(
            f"{name}: for an input of shape {tuple(shape)} the target has shape "
            f"{(*shape[:axis], *shape[axis + 1 :])}, got {tuple(target.shape)}"
        )
    return _integers(name, target)


def _integers(name: str, target: Any) -> Any:
    """Return a target's classes as an array."""
    classes = target.numpy()
    if classes.dtype.kind not in "iu":
        raise TypeError(f"{name}: target classes are integers, got {target.dtype}; convert with .long()")
    return classes


def _check_classes(name: str, classes: Any, count: int) -> None:
    wrong = classes[(classes < 0) | (classes >= count)]
    if wrong.size:
        raise IndexError(f"{name}: the target holds class {wrong[0]}, but there are {count} classes, from 0 on")


def _check_rows(name: str, input: Any) -> None:
    if input.ndim not in (1, 2) or not input.shape[-1]:
        raise RuntimeError(
            f"{name}: the input has shape (C,) or (N, C), with at least one class, got {tuple(input.shape)}"
        )


public(globals())
