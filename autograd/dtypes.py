"""Dtypes under PyTorch's names, the default dtype and the rules of promotion; they are in `core.dtypes`."""

from .core.dtypes import *
