"""Derivatives of functions, under the names of torch.func; they are in `derivatives.func`."""

from .derivatives.func import *
from .derivatives.func import __all__  # type: ignore[attr-defined]  # made at runtime, by `exports.public`
