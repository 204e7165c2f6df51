"""glassgrad's autograd: tensors that record what is done with them, and differentiate it.

    import autograd

    x = autograd.tensor([1.0, 2.0, 3.0], requires_grad=True)
    (x.tanh() ** 2).sum().backward()
    x.grad

Names, arguments and defaults are PyTorch's. Ops are added with `primitive` and `elementwise`, and drawn with `draw`.
"""

import importlib
from typing import TYPE_CHECKING, Any

from . import functions, linalg, ops, random, special
from .core.dtypes import (
    bool_,
    complex64,
    complex128,
    double,
    float16,
    float32,
    float64,
    get_default_dtype,
    half,
    int8,
    int16,
    int32,
    int64,
    long,
    result_type,
    set_default_dtype,
    short,
    uint8,
)
from .core.engine import backward, grad
from .core.modes import enable_grad, is_grad_enabled, no_grad, set_grad_enabled
from .core.primitive import elementwise, primitive
from .derivatives.custom import Function, once_differentiable
from .functions import *
from .random import *
from .tensor import creation
from .tensor.creation import *
from .tensor.tensor import Tensor

if TYPE_CHECKING:
    from . import dtypes, func, functional
    from .visualize import BackpropGraph, draw, record_backward, record_source

# PyTorch's names for dtypes; its float32 and int32 are called as Python's types are, but mean one size.
bool = bool_
float = float32
int = int32

__version__ = "0.1.0"
__glassgrad__ = True  # by which `nn` tells it from other packages named autograd

__all__ = [
    "BackpropGraph",
    "Function",
    "Tensor",
    "backward",
    "bool",
    "complex64",
    "complex128",
    "double",
    "draw",
    "elementwise",
    "enable_grad",
    "float",
    "float16",
    "float32",
    "float64",
    "func",
    "functional",
    "get_default_dtype",
    "grad",
    "half",
    "int",
    "int8",
    "int16",
    "int32",
    "int64",
    "is_grad_enabled",
    "linalg",
    "long",
    "no_grad",
    "once_differentiable",
    "ops",
    "primitive",
    "random",
    "record_backward",
    "record_source",
    "result_type",
    "set_default_dtype",
    "set_grad_enabled",
    "short",
    "special",
    "uint8",
]
__all__ += creation.__all__
__all__ += functions.__all__
__all__ += random.__all__

_PICTURES = ("BackpropGraph", "draw", "record_backward", "record_source")
_MODULES = ("dtypes", "func", "functional")


def __getattr__(name: str) -> Any:
    # What most programs do not use is loaded when it is first asked for.
    if name in _PICTURES:
        from . import visualize

        return getattr(visualize, name)
    if name in _MODULES:
        return importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_PICTURES, *_MODULES})
