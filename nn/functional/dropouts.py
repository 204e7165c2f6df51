"""Leaving out at random."""

from typing import Any

import numpy as np

from autograd import Generator, Tensor
from autograd.random import numbers

__all__ = ["dropout"]


def dropout(
    input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False, *, generator: Generator | None = None
) -> Any:
    """Return the input with each element set to 0 with probability ``p``, and the others multiplied by 1 / (1 - p).

    The input itself if not ``training``. See `nn.Dropout`. Raises ValueError unless 0 <= p <= 1.

    >>> import autograd, nn.functional as F
    >>> F.dropout(autograd.ones(3), p=1.0)
    tensor([0., 0., 0.])
    """
    check_probability("dropout", p)
    if not training or p == 0:
        return input
    kept = numbers(generator).random(input.shape, np.float32) >= p
    factors = Tensor(kept, input.dtype)
    if p < 1:
        factors /= 1 - p
    return input.mul_(factors) if inplace else input * factors


def check_probability(name: str, p: float) -> None:
    """Raise ValueError unless ``p`` is a probability."""
    if not 0 <= p <= 1:
        raise ValueError(f"{name}: p is the probability of leaving an element out, from 0 to 1, got {p}")
