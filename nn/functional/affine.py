"""Affine maps."""

from typing import Any

from autograd import Tensor, ops

__all__ = ["linear"]


def linear(input: Tensor, weight: Tensor, bias: Tensor | None = None) -> Any:
    """Return the affine map x Wᵀ + b.

    Shapes: input (..., features), weight (outputs, features), bias (outputs,), result (..., outputs). Raises
    RuntimeError if the numbers of features differ, or the dtypes.

    >>> import autograd, nn.functional as F
    >>> F.linear(autograd.tensor([1.0, 2.0]), autograd.tensor([[3.0, 4.0]]), autograd.tensor([0.5]))
    tensor([11.5000])
    """
    return ops.linalg.linear(input, weight, bias)
