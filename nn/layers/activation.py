"""Activation functions as modules."""

from autograd import sigmoid, tanh
from autograd.exports import public

from .. import functional
from ..module import Module
from .applies import applies


@applies(tanh)
class Tanh(Module):
    """Hyperbolic tangent, element by element: tanh x.

    >>> import autograd, nn
    >>> nn.Tanh()(autograd.tensor([0.0, 1000.0]))
    tensor([0., 1.])
    """


@applies(sigmoid)
class Sigmoid(Module):
    """Logistic function, element by element: 1 / (1 + exp(-x)), without overflow.

    >>> import autograd, nn
    >>> nn.Sigmoid()(autograd.tensor([0.0, -1000.0]))
    tensor([0.5000, 0.0000])
    """


@applies(functional.relu)
class ReLU(Module):
    """Rectified linear unit, element by element: max(x, 0), with derivative 0 at 0.

    >>> import autograd, nn
    >>> nn.ReLU()(autograd.tensor([-1.0, 2.0]))
    tensor([0., 2.])
    """

    inplace: bool


public(globals(), kind=type)
