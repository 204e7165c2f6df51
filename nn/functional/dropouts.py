"""Leaving out at random."""

import math
import warnings
from typing import Any

import numpy as np

from autograd import Generator, Tensor
from autograd.random.generator import numpy_generator

__all__ = ["alpha_dropout", "dropout", "dropout1d", "dropout2d", "dropout3d", "feature_alpha_dropout"]

_LOWEST = -1.7580993408473766  # what the activation SELU goes to for x -> -inf: -λα


def dropout(
    input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False, *, generator: Generator | None = None
) -> Any:
    """Return the input with each element set to 0 with probability ``p``, and the others multiplied by 1 / (1 - p).

    The input itself if not ``training``. See `nn.Dropout`. Raises ValueError unless 0 <= p <= 1.

    >>> import autograd, nn.functional as F
    >>> F.dropout(autograd.ones(3), p=1.0)
    tensor([0., 0., 0.])
    """
    return _dropped("dropout", input, p, training, inplace, generator, input.shape)


def _dropped(
    name: str, input: Any, p: float, training: bool, inplace: bool, generator: Generator | None, shape: Any
) -> Any:
    """Return the input with zeros where a draw of ``shape``, which broadcasts, says so."""
    check_probability(name, p)
    if not training or p == 0:
        return input
    kept = numpy_generator(generator).random(shape, np.float32) >= p
    factors = Tensor(kept, input.dtype)
    if p < 1:
        factors /= 1 - p
    return input.mul_(factors) if inplace else input * factors


def _channels(shape: tuple[int, ...]) -> tuple[int, ...]:
    """Return the shape of one draw for each channel of (N, C, d1, ...)."""
    return (*shape[:2], *(1,) * (len(shape) - 2))


def dropout1d(
    input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False, *, generator: Generator | None = None
) -> Any:
    """Return the input with each channel set to 0 with probability ``p``, and the others multiplied by 1 / (1 - p).

    Shape (N, C, L) or (C, L). The input itself if not ``training``. Raises ValueError unless 0 <= p <= 1, RuntimeError
    for other numbers of dimensions. Source: Tompson et al., Efficient Object Localization Using Convolutional Networks,
    CVPR 2015.

    >>> import autograd, nn.functional as F
    >>> F.dropout1d(autograd.ones(1, 2, 3), training=False).sum()
    tensor(6.)
    """
    check_probability("dropout1d", p)
    if len(input.shape) not in (2, 3):
        raise RuntimeError(f"dropout1d: the input has shape (N, C, L) or (C, L), got {tuple(input.shape)}")
    shape = _channels(input.shape) if len(input.shape) == 3 else (input.shape[0], 1)
    return _dropped("dropout1d", input, p, training, inplace, generator, shape)


def dropout2d(
    input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False, *, generator: Generator | None = None
) -> Any:
    """Return the input with each channel set to 0 with probability ``p``, and the others multiplied by 1 / (1 - p).

    Shape (N, C, H, W); three dimensions are, with a warning, (N, C, L). The input itself if not ``training``. Raises
    ValueError unless 0 <= p <= 1, RuntimeError for fewer than two dimensions. Source: see `dropout1d`.

    >>> import autograd, nn.functional as F
    >>> F.dropout2d(autograd.ones(1, 2, 3, 3), training=False).sum()
    tensor(18.)
    """
    check_probability("dropout2d", p)
    ndim = len(input.shape)
    if ndim < 2:
        raise RuntimeError(f"dropout2d: the input has shape (N, C, H, W), got {tuple(input.shape)}")
    if ndim != 4:
        meant = "taken as (N, C, L), for which there is dropout1d" if ndim == 3 else "dropped by its second dimension"
        warnings.warn(
            f"dropout2d: the input has shape (N, C, H, W); {tuple(input.shape)} is {meant}",
            stacklevel=2,
        )
    return _dropped("dropout2d", input, p, training, inplace, generator, _channels(input.shape))


def dropout3d(
    input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False, *, generator: Generator | None = None
) -> Any:
    """Return the input with each channel set to 0 with probability ``p``, and the others multiplied by 1 / (1 - p).

    Shape (N, C, D, H, W) or (C, D, H, W). The input itself if not ``training``. Warns of other numbers of dimensions.
    Raises ValueError unless 0 <= p <= 1. Source: see `dropout1d`.

    >>> import autograd, nn.functional as F
    >>> F.dropout3d(autograd.ones(1, 2, 3, 3, 3), training=False).sum()
    tensor(54.)
    """
    check_probability("dropout3d", p)
    shape = tuple(input.shape)
    if len(shape) not in (4, 5):
        warnings.warn(
            f"dropout3d: the input has shape (N, C, D, H, W) or (C, D, H, W); {shape} is dropped by its first "
            f"dimension",
            stacklevel=2,
        )
    drawn = _channels(shape) if len(shape) == 5 else (*shape[:1], *(1,) * (len(shape) - 1))
    return _dropped("dropout3d", input, p, training, inplace, generator, drawn)


def alpha_dropout(
    input: Tensor, p: float = 0.5, training: bool = False, inplace: bool = False, *, generator: Generator | None = None
) -> Any:
    """Return the input with each element set, with probability ``p``, to the lowest value that SELU has, -λα.

    Then all are multiplied by a number and moved by another one, such that a mean of 0 and a variance of 1 stay what
    they are. The input itself if not ``training``; zeros for p = 1. Raises ValueError unless 0 <= p <= 1. Source:
    Klambauer et al., Self-Normalizing Neural Networks, NIPS 2017.

    >>> import autograd, nn.functional as F
    >>> F.alpha_dropout(autograd.ones(3), training=False)
    tensor([1., 1., 1.])
    """
    return _alpha_dropped("alpha_dropout", input, p, training, inplace, generator, input.shape)


def feature_alpha_dropout(
    input: Tensor, p: float = 0.5, training: bool = False, inplace: bool = False, *, generator: Generator | None = None
) -> Any:
    """Return what `alpha_dropout` does, with whole channels of an input (N, C, d1, ...) dropped.

    Raises ValueError unless 0 <= p <= 1, in training RuntimeError for fewer than two dimensions.

    >>> import autograd, nn.functional as F
    >>> F.feature_alpha_dropout(autograd.ones(1, 3), training=False)
    tensor([[1., 1., 1.]])
    """
    if training and len(input.shape) < 2:
        raise RuntimeError(f"feature_alpha_dropout: the input has shape (N, C, ...), got {tuple(input.shape)}")
    return _alpha_dropped("feature_alpha_dropout", input, p, training, inplace, generator, _channels(input.shape))


def _alpha_dropped(
    name: str, input: Any, p: float, training: bool, inplace: bool, generator: Generator | None, shape: Any
) -> Any:
    check_probability(name, p)
    if not training or p == 0:
        return input
    if p == 1:
        return _dropped(name, input, p, training, inplace, generator, shape)
    kept = Tensor(numpy_generator(generator).random(shape, np.float32) >= p, input.dtype)
    factor = 1 / math.sqrt((_LOWEST * _LOWEST * p + 1) * (1 - p))
    factors = kept * factor
    shifts = (1 - kept - p) * (_LOWEST * factor)  # what was dropped, less the mean
    return input.mul_(factors).add_(shifts) if inplace else input * factors + shifts


def check_probability(name: str, p: float) -> None:
    """Raise ValueError unless ``p`` is a probability."""
    if not 0 <= p <= 1:
        raise ValueError(f"{name}: p is the probability of leaving an element out, from 0 to 1, got {p}")
