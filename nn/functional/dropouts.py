"""Dropout: elements or channels that are left out at random."""

import math
import warnings
from typing import Any

import numpy as np

from autograd import Generator, Tensor
from autograd.exports import public
from autograd.random.generator import numpy_generator

from .checks import check_probability
from .dimensions import spatial, spatial_shapes

_LOWEST = -1.7580993408473766  # what the activation SELU goes to for x -> -inf: -λα


def dropout(
    input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False, *, generator: Generator | None = None
) -> Tensor:
    """Return the input with each element set to 0 with probability ``p``, and the others multiplied by 1 / (1 - p).

    The input itself if not ``training``. See `nn.Dropout`. Raises ValueError unless 0 <= p <= 1.

    >>> import autograd, nn.functional as F
    >>> F.dropout(autograd.ones(3), p=1.0)
    tensor([0., 0., 0.])
    """
    check_probability("dropout", p)
    return _dropped(input, p, training, inplace, generator, input.shape)


@spatial
def dropoutNd(
    name: str,
    dimensions: int,
    input: Tensor,
    p: float = 0.5,
    training: bool = True,
    inplace: bool = False,
    *,
    generator: Generator | None = None,
) -> Tensor:
    """Return {images} with each channel set to 0 with probability ``p``, and the others multiplied by 1 / (1 - p).

    The input itself if not ``training``. Shape (N, C, {H, W}) or (C, {H, W}), with PyTorch's exceptions: for other
    numbers of dimensions dropout1d raises RuntimeError, dropout3d warns and drops along the first one; dropout2d always
    drops along the first two, raises RuntimeError for fewer and warns unless there are four. Raises ValueError unless
    0 <= p <= 1. Source: Tompson et al., Efficient Object Localization Using Convolutional Networks, CVPR 2015.

    >>> import autograd, nn.functional as F
    >>> F.dropout1d(autograd.ones(1, 2, 3), training=False).sum()
    tensor(6.)
    >>> F.dropout2d(autograd.ones(1, 2, 3, 3), training=False).sum()
    tensor(18.)
    >>> F.dropout3d(autograd.ones(1, 2, 3, 3, 3), training=False).sum()
    tensor(54.)
    """
    check_probability(name, p)
    shape, rank = tuple(input.shape), len(input.shape)
    batched = rank == dimensions + 2
    if not batched and (dimensions == 2 or rank != dimensions + 1):
        expected = "(N, C, H, W)" if dimensions == 2 else spatial_shapes(dimensions)
        if dimensions == 1 or (dimensions == 2 and rank < 2):
            raise RuntimeError(f"{name}: the input has shape {expected}, got {shape}")
        meant = f"dropped by its {'second' if dimensions == 2 else 'first'} dimension"
        if dimensions == 2 and rank == 3:
            meant = "taken as (N, C, L), for which there is dropout1d"
        warnings.warn(f"{name}: the input has shape {expected}; {shape} is {meant}", stacklevel=3)
    draws = _alike_after(2 if batched or dimensions == 2 else 1, shape)
    return _dropped(input, p, training, inplace, generator, draws)


dropout1d, dropout2d, dropout3d = dropoutNd


def alpha_dropout(
    input: Tensor, p: float = 0.5, training: bool = False, inplace: bool = False, *, generator: Generator | None = None
) -> Tensor:
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
) -> Tensor:
    """Return what `alpha_dropout` does, with whole channels of an input (N, C, d1, ...) dropped.

    Raises ValueError unless 0 <= p <= 1, in training RuntimeError for fewer than two dimensions.

    >>> import autograd, nn.functional as F
    >>> F.feature_alpha_dropout(autograd.ones(1, 3), training=False)
    tensor([[1., 1., 1.]])
    """
    if training and len(input.shape) < 2:
        raise RuntimeError(f"feature_alpha_dropout: the input has shape (N, C, ...), got {tuple(input.shape)}")
    draws = _alike_after(2, input.shape)
    return _alpha_dropped("feature_alpha_dropout", input, p, training, inplace, generator, draws)


def _alike_after(count: int, shape: tuple[int, ...]) -> tuple[int, ...]:
    """Return the shape of draws that are the same along all dimensions after the first ``count``."""
    return (*shape[:count], *(1,) * (len(shape) - count))


def _kept(input: Tensor, p: float, generator: Generator | None, draws: tuple[int, ...]) -> Tensor:
    """Return 1 for what is kept and 0 for what is dropped, in a shape ``draws`` that broadcasts to the input's."""
    return Tensor(numpy_generator(generator).random(draws, np.float32) >= p, input.dtype)


def _dropped(
    input: Tensor, p: float, training: bool, inplace: bool, generator: Generator | None, draws: tuple[int, ...]
) -> Any:
    if not training or p == 0:
        return input
    factors = _kept(input, p, generator, draws)
    if p < 1:
        factors /= 1 - p
    return input.mul_(factors) if inplace else input * factors


def _alpha_dropped(
    name: str,
    input: Tensor,
    p: float,
    training: bool,
    inplace: bool,
    generator: Generator | None,
    draws: tuple[int, ...],
) -> Any:
    check_probability(name, p)
    if not training or p in (0, 1):
        return _dropped(input, p, training, inplace, generator, draws)
    kept = _kept(input, p, generator, draws)
    factor = 1 / math.sqrt((_LOWEST * _LOWEST * p + 1) * (1 - p))
    factors = kept * factor
    shifts = (1 - kept - p) * (_LOWEST * factor)  # what was dropped, less the mean
    return input.mul_(factors).add_(shifts) if inplace else input * factors + shifts


public(globals())
