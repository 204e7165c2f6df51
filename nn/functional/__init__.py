"""The functions behind the layers and losses: what they compute, without parameters of their own.

They are ops of `autograd.ops` or compositions of them, and so differentiable to any order and visible in pictures.
"""

import importlib
import sys
from typing import Any

from autograd import exports

from .activations import *
from .affine import *
from .class_losses import *
from .dropouts import *
from .losses import *

# What many programs do not use is loaded when something of it is first asked for.
_LATER = "alignment_losses attention convolutions distances embeddings margin_losses normalizations padding poolings"
_LATER += " vision"


def __getattr__(name: str) -> Any:
    if "__all__" not in globals():
        for family in _LATER.split():
            module = importlib.import_module(f"{__name__}.{family}")
            globals().update({exported: getattr(module, exported) for exported in module.__all__})
        exports.public(globals())
        if name in globals():
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*sys.modules[__name__].__all__, *globals()})
