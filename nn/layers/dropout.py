"""Layers that leave out at random."""

from typing import Any

from autograd import Generator, Tensor

from .. import functional
from ..functional.dropouts import check_probability
from ..module import Module

__all__ = ["Dropout"]


class Dropout(Module):
    """In training, set each element to 0 with probability ``p`` and multiply the others by 1 / (1 - p).

    y = x ⊙ M / (1 - p), with M drawn anew at every call from ``generator``, or the default one; the gradient passes
    through the same M. After ``eval()``, y = x. Raises ValueError unless 0 <= p <= 1. Source: Srivastava et al.,
    Dropout: A Simple Way to Prevent Neural Networks from Overfitting, JMLR 15, 2014.

    >>> import autograd, nn
    >>> layer = nn.Dropout(0.5, generator=autograd.Generator().manual_seed(0))
    >>> set(layer(autograd.ones(100)).tolist())
    {0.0, 2.0}
    >>> layer.eval()(autograd.ones(2))
    tensor([1., 1.])
    """

    def __init__(self, p: float = 0.5, inplace: bool = False, *, generator: Generator | None = None) -> None:
        check_probability("Dropout", p)
        self.p = p
        self.inplace = inplace
        self.generator = generator

    def forward(self, input: Tensor) -> Any:
        return functional.dropout(input, self.p, self.training, self.inplace, generator=self.generator)

    def extra_repr(self) -> str:
        return f"p={self.p}, inplace={self.inplace}"
