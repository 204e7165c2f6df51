"""Activations that change the input itself; see `activations`."""

from typing import Any

from autograd import Generator, Tensor

from . import activations

__all__ = [
    "celu_",
    "elu_",
    "hardtanh_",
    "leaky_relu_",
    "relu_",
    "rrelu_",
    "selu_",
    "threshold_",
]


def relu_(input: Tensor) -> Any:
    """In-place form of `relu`.

    >>> import autograd, nn.functional as F
    >>> F.relu_(autograd.tensor([-1.0, 2.0]))
    tensor([0., 2.])
    """
    return activations.relu(input, inplace=True)


def leaky_relu_(input: Tensor, negative_slope: float = 0.01) -> Any:
    """In-place form of `leaky_relu`.

    >>> import autograd, nn.functional as F
    >>> F.leaky_relu_(autograd.tensor([-1.0, 2.0]))
    tensor([-0.0100,  2.0000])
    """
    return activations.leaky_relu(input, negative_slope, inplace=True)


def rrelu_(
    input: Tensor,
    lower: float = 1 / 8,
    upper: float = 1 / 3,
    training: bool = False,
    *,
    generator: Generator | None = None,
) -> Any:
    """In-place form of `rrelu`.

    >>> import autograd, nn.functional as F
    >>> F.rrelu_(autograd.tensor([-1.0, 2.0]), 0.1, 0.3)
    tensor([-0.2000,  2.0000])
    """
    return activations.rrelu(input, lower, upper, training, inplace=True, generator=generator)


def hardtanh_(input: Tensor, min_val: float = -1.0, max_val: float = 1.0) -> Any:
    """In-place form of `hardtanh`.

    >>> import autograd, nn.functional as F
    >>> F.hardtanh_(autograd.tensor([-2.0, 0.5]))
    tensor([-1.0000,  0.5000])
    """
    return activations.hardtanh(input, min_val, max_val, inplace=True)


def threshold_(input: Tensor, threshold: float, value: float) -> Any:
    """In-place form of `threshold`.

    >>> import autograd, nn.functional as F
    >>> F.threshold_(autograd.tensor([-1.0, 2.0]), 0.1, 20)
    tensor([20.,  2.])
    """
    return activations.threshold(input, threshold, value, inplace=True)


def elu_(input: Tensor, alpha: float = 1.0) -> Any:
    """In-place form of `elu`.

    >>> import autograd, nn.functional as F
    >>> F.elu_(autograd.tensor([-1000.0, 2.0]))
    tensor([-1.,  2.])
    """
    return activations.elu(input, alpha, inplace=True)


def celu_(input: Tensor, alpha: float = 1.0) -> Any:
    """In-place form of `celu`.

    >>> import autograd, nn.functional as F
    >>> F.celu_(autograd.tensor([-1000.0, 2.0]), 2.0)
    tensor([-2.,  2.])
    """
    return activations.celu(input, alpha, inplace=True)


def selu_(input: Tensor) -> Any:
    """In-place form of `selu`.

    >>> import autograd, nn.functional as F
    >>> F.selu_(autograd.tensor([-1000.0, 2.0]))
    tensor([-1.7581,  2.1014])
    """
    return activations.selu(input, inplace=True)
