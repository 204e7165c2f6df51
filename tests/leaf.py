"""Leaves, as most tests of gradients need them."""

import autograd


def leaf(value, dtype=autograd.float64):
    """Return a tensor that requires grad."""
    return autograd.tensor(value, dtype=dtype, requires_grad=True)
