"""Optimizers: they change parameters in place, by the gradients in ``.grad``."""

from .adam import Adam, AdamW
from .optimizer import Optimizer
from .sgd import SGD
