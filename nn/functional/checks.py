"""Checks of arguments that several functions make; errors begin with the function's ``name``."""

from autograd import Tensor


def check_floating(name: str, input: Tensor) -> None:
    """Raise NotImplementedError for integers and booleans."""
    if input.dtype.kind != "f":
        raise NotImplementedError(f"{name}: needs floating-point values, got {input.dtype}; convert with .float()")


def check_probability(name: str, p: float) -> None:
    """Raise ValueError unless ``p`` is a probability."""
    if not 0 <= p <= 1:
        raise ValueError(f"{name}: p is the probability of leaving an element out, from 0 to 1, got {p}")
