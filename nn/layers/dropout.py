"""Layers that leave out at random."""

from autograd import Generator
from autograd.exports import public

from .. import functional
from ..functional.checks import check_probability
from ..module import Module
from .applies import applies


@applies(functional.dropout, shown=("p", "inplace"))
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

    p: float
    inplace: bool
    generator: Generator | None

    def _check(self) -> None:
        check_probability(type(self).__name__, self.p)


public(globals(), kind=type)
