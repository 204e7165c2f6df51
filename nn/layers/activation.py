"""Activation functions as modules."""

from typing import Any

from autograd import Tensor, sigmoid, tanh

from .. import functional
from ..module import Module

__all__ = ["ReLU", "Sigmoid", "Tanh"]


class Tanh(Module):
    """Hyperbolic tangent, element by element: tanh x.

    >>> import autograd, nn
    >>> nn.Tanh()(autograd.tensor([0.0, 1000.0]))
    tensor([0., 1.])
    """

    def forward(self, input: Tensor) -> Any:
        return tanh(input)


class Sigmoid(Module):
    """Logistic function, element by element: 1 / (1 + exp(-x)), without overflow.

    >>> import autograd, nn
    >>> nn.Sigmoid()(autograd.tensor([0.0, -1000.0]))
    tensor([0.5000, 0.0000])
    """

    def forward(self, input: Tensor) -> Any:
        return sigmoid(input)


class ReLU(Module):
    """Rectified linear unit, element by element: max(x, 0), with derivative 0 at 0.

    >>> import autograd, nn
    >>> nn.ReLU()(autograd.tensor([-1.0, 2.0]))
    tensor([0., 2.])
    """

    def __init__(self, inplace: bool = False) -> None:
        self.inplace = inplace

    def forward(self, input: Tensor) -> Any:
        return functional.relu(input, self.inplace)

    def extra_repr(self) -> str:
        return "inplace=True" if self.inplace else ""
