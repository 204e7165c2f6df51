"""The functions behind the layers and losses: what they compute, without parameters of their own.

They are ops of `autograd.ops` or compositions of them, and so differentiable to any order and visible in pictures.
"""

from . import activations, affine, dropouts, losses
from .activations import *
from .affine import *
from .dropouts import *
from .losses import *

__all__ = []
__all__ += activations.__all__
__all__ += affine.__all__
__all__ += dropouts.__all__
__all__ += losses.__all__
