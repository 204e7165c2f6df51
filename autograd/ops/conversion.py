"""The same values in other memory: another dtype, a copy."""

from ..core.primitive import primitive


@primitive(x=lambda g: g)  # the engine brings every gradient to its input's dtype
def astype(x, *, dtype):
    """x in another dtype."""
    return x.astype(dtype)


@primitive(x=lambda g: g)
def copy(x):
    """A copy of x in memory of its own."""
    return x.copy()
