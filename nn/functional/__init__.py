"""The functions behind the layers and losses: what they compute, without parameters of their own.

They are ops of `autograd.ops` or compositions of them, and so differentiable to any order and visible in pictures.
"""

from autograd import exports

from .activations import *
from .affine import *
from .alignment_losses import *
from .attention import *
from .class_losses import *
from .convolutions import *
from .distances import *
from .dropouts import *
from .embeddings import *
from .losses import *
from .margin_losses import *
from .normalizations import *
from .padding import *
from .poolings import *
from .vision import *

exports.public(globals())
