"""Activations: functions that are applied element by element, or along one dimension."""

from typing import Any

from autograd import Tensor, log_softmax, ops, sigmoid, softmax, tanh

__all__ = ["log_softmax", "relu", "sigmoid", "softmax", "tanh"]


def relu(input: Tensor, inplace: bool = False) -> Any:
    """Return max(x, 0), element by element; the derivative at 0 is 0.

    >>> import autograd, nn.functional as F
    >>> F.relu(autograd.tensor([-1.0, 2.0]))
    tensor([0., 2.])
    """
    return input.relu_() if inplace else ops.elementwise.relu(input)
