"""The functions behind the layers and losses: what they compute, without parameters of their own.

They are ops of `autograd.ops` or compositions of them, and so differentiable to any order and visible in pictures.
"""

from . import (
    activations,
    affine,
    alignment_losses,
    attention,
    class_losses,
    convolutions,
    distances,
    dropouts,
    embeddings,
    in_place,
    losses,
    margin_losses,
    normalizations,
    padding,
    poolings,
    vision,
)
from .activations import *
from .affine import *
from .alignment_losses import *
from .attention import *
from .class_losses import *
from .convolutions import *
from .distances import *
from .dropouts import *
from .embeddings import *
from .in_place import *
from .losses import *
from .margin_losses import *
from .normalizations import *
from .padding import *
from .poolings import *
from .vision import *

__all__ = []
__all__ += activations.__all__
__all__ += affine.__all__
__all__ += alignment_losses.__all__
__all__ += attention.__all__
__all__ += class_losses.__all__
__all__ += convolutions.__all__
__all__ += distances.__all__
__all__ += dropouts.__all__
__all__ += embeddings.__all__
__all__ += in_place.__all__
__all__ += losses.__all__
__all__ += margin_losses.__all__
__all__ += normalizations.__all__
__all__ += padding.__all__
__all__ += poolings.__all__
__all__ += vision.__all__
