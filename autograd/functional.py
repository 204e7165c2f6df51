"""Derivatives of functions, under the names of torch.autograd.functional; they are in `derivatives.functional`."""

from .derivatives.functional import *
from .derivatives.functional import __all__  # type: ignore[attr-defined]  # made at runtime, by `exports.public`
