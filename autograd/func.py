"""Derivatives of functions, under the names of torch.func; they are in `derivatives.func`."""

from .derivatives.func import *
from .derivatives.func import __all__
