"""Derivatives of functions, under the names of torch.autograd.functional; they are in `derivatives.functional`."""

from .derivatives.functional import *
from .derivatives.functional import __all__
