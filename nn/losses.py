"""Losses as modules; what they compute is in `nn.functional`."""

from autograd import Tensor
from autograd.exports import public

from . import functional
from .layers.applies import applies
from .module import Module


@applies(functional.mse_loss, inputs=2, without=["weight"], shown=())
class MSELoss(Module):
    """Mean squared error: the mean of (input - target)²; see `nn.functional.mse_loss`.

    >>> import autograd, nn
    >>> nn.MSELoss()(autograd.tensor([1.0, 2.0]), autograd.tensor([1.0, 4.0]))
    tensor(2.)
    """

    reduction: str


@applies(functional.nll_loss, inputs=2, shown=())
class NLLLoss(Module):
    """Negative log-likelihood of the target's classes, given log-probabilities; see `nn.functional.nll_loss`.

    >>> import autograd, nn
    >>> nn.NLLLoss()(autograd.tensor([[-0.5, -1.0]]), autograd.tensor([1]))
    tensor(1.)
    """

    weight: Tensor | None
    ignore_index: int
    reduction: str


@applies(functional.cross_entropy, inputs=2, shown=())
class CrossEntropyLoss(Module):
    """Cross-entropy, in nats, between logits and target classes; see `nn.functional.cross_entropy`.

    >>> import autograd, nn
    >>> nn.CrossEntropyLoss()(autograd.tensor([[0.0, 0.0]]), autograd.tensor([1]))
    tensor(0.6931)
    """

    weight: Tensor | None
    ignore_index: int
    reduction: str
    label_smoothing: float


public(globals(), kind=type)
