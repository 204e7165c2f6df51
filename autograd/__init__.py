"""glassgrad's autograd: tensors that record what is done with them, and differentiate it.

    import autograd

    x = autograd.tensor([1.0, 2.0, 3.0], requires_grad=True)
    (x.tanh() ** 2).sum().backward()
    x.grad

Names, arguments and defaults are PyTorch's. Ops are added with `primitive` and `elementwise`, and drawn with `draw`.
"""

import importlib
from typing import TYPE_CHECKING, Any

from . import exports, functions, linalg, ops, random, special
from .core import dtypes as _dtypes
from .core.dtypes import get_default_dtype, result_type, set_default_dtype
from .core.engine import backward, grad
from .core.modes import enable_grad, is_grad_enabled, no_grad, set_grad_enabled
from .core.primitive import elementwise, primitive
from .derivatives.custom import Function, once_differentiable
from .functions import *
from .linalg import top_level
from .linalg.top_level import *
from .random import *
from .tensor import creation
from .tensor.creation import *
from .tensor.tensor import Tensor

if TYPE_CHECKING:
    from . import dtypes, func, functional
    from .visualize import BackpropGraph, draw, record_backward, record_source

_DTYPES = "complex64 complex128 double float16 float32 float64 half int8 int16 int32 int64 long short uint8".split()
globals().update({name: getattr(_dtypes, name) for name in _DTYPES})
# PyTorch's names for dtypes; its float32 and int32 are called as Python's types are, but mean one size.
bool, bool_, float, int = _dtypes.bool_, _dtypes.bool_, _dtypes.float32, _dtypes.int32

__version__ = "0.1.0"
__glassgrad__ = True  # by which `nn` tells it from other packages named autograd

# What most programs do not use is loaded when it is first asked for.
_PICTURES = ("BackpropGraph", "draw", "record_backward", "record_source")
_LATER = ("dtypes", "func", "functional")

exports.public(
    globals(),
    *"Function Tensor backward elementwise enable_grad grad is_grad_enabled no_grad once_differentiable".split(),
    *"bool float int get_default_dtype primitive result_type set_default_dtype set_grad_enabled".split(),
    *"func functional linalg ops random special".split(),
    *_DTYPES,
    *_PICTURES,
)


def __getattr__(name: str) -> Any:
    if name in _PICTURES:
        from . import visualize

        return getattr(visualize, name)
    if name in _LATER:
        return importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_PICTURES, *_LATER})
