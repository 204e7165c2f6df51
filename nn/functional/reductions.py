"""What becomes of the losses of single elements: their mean, their sum, or nothing."""

from typing import Any

import numpy as np

from autograd import Tensor


def reduce_losses(name: str, losses: Tensor, reduction: str, factors: Tensor | None = None) -> Tensor:
    """Return the losses' mean, their sum, or ("none") the losses; raise ValueError for another reduction.

    ``factors`` are those by which the losses have been multiplied, if the mean is to be divided by their sum.
    """
    check_reduction(name, reduction)
    if reduction == "none":
        return losses
    if reduction == "sum":
        return losses.sum()
    return losses.mean() if factors is None else quotient(losses.sum(), factors.sum())


def check_reduction(name: str, reduction: str) -> None:
    """Raise ValueError unless ``reduction`` is one."""
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f'{name}: reduction is "mean", "sum" or "none", got {reduction!r}')


def quotient(total: Tensor, count: Any) -> Tensor:
    """Return total / count, without a warning where nothing counts and the mean is NaN or infinite."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return total / count
