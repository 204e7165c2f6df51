"""Layers that multiply by a matrix or change the shape."""

import math
from typing import Any

from autograd import Tensor, empty
from autograd.exports import public

from .. import functional, init
from ..module import Module
from ..parameter import Parameter


class Linear(Module):
    """Affine map: y = x Wᵀ + b.

    Shapes: x (..., in_features), y (..., out_features), ``weight`` (out_features, in_features), ``bias``
    (out_features,). Both start uniformly distributed in ±1/√in_features, PyTorch's default. Raises RuntimeError if x
    has another number of features.

    >>> import autograd, nn
    >>> layer = nn.Linear(3, 2)
    >>> layer(autograd.ones(4, 3)).shape
    (4, 2)
    >>> layer
    Linear(in_features=3, out_features=2, bias=True)
    """

    def __init__(
        self, in_features: int, out_features: int, bias: bool = True, device: Any = None, dtype: Any = None
    ) -> None:
        self.in_features = in_features
        self.out_features = out_features
        self.weight = Parameter(empty(out_features, in_features, device=device, dtype=dtype))
        self.bias = Parameter(empty(out_features, device=device, dtype=dtype)) if bias else None
        self.reset_parameters()

    def reset_parameters(self) -> None:
        """Draw weight and bias again."""
        bound = 1 / math.sqrt(self.in_features) if self.in_features else 0.0
        init.uniform_(self.weight, -bound, bound)
        if self.bias is not None:
            init.uniform_(self.bias, -bound, bound)

    def forward(self, input: Tensor) -> Tensor:
        return functional.linear(input, self.weight, self.bias)

    def extra_repr(self) -> str:
        return f"in_features={self.in_features}, out_features={self.out_features}, bias={self.bias is not None}"


class Flatten(Module):
    """Make one dimension of those from ``start_dim`` to ``end_dim``: by default of all but the first, the batch.

    >>> import autograd, nn
    >>> nn.Flatten()(autograd.ones(4, 8, 8)).shape
    (4, 64)
    """

    def __init__(self, start_dim: int = 1, end_dim: int = -1) -> None:
        self.start_dim = start_dim
        self.end_dim = end_dim

    def forward(self, input: Tensor) -> Tensor:
        return input.flatten(self.start_dim, self.end_dim)

    def extra_repr(self) -> str:
        return f"start_dim={self.start_dim}, end_dim={self.end_dim}"


class Identity(Module):
    """Return the input; takes any arguments, so that it can stand in for another layer.

    >>> import autograd, nn
    >>> nn.Identity()(autograd.tensor(2.0))
    tensor(2.)
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        pass

    def forward(self, input: Tensor) -> Tensor:
        return input


public(globals(), kind=type)
