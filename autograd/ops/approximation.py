"""How special functions are computed: by polynomials, precisely enough, in blocks that stay in the cache."""

import numpy as np

from ..core.dtypes import float32, float64

BLOCK = 1 << 18  # bytes that are computed at a time


def computed(kernel, x, least=float32):
    """Return kernel(x), where the kernel takes vectors, in x's dtype; integers become float64.

    The kernel computes in the precision of x, but at least in that of ``least``. Raises TypeError for complex numbers.
    """
    if x.dtype.kind == "c":
        raise TypeError(f"only real numbers have this function, got {x.dtype}")
    dtype = x.dtype if x.dtype.kind == "f" else float64
    precision = np.promote_types(dtype, least)
    flat, length = x.reshape(-1), BLOCK // precision.itemsize
    if flat.size <= length:
        return kernel(flat.astype(precision, copy=False)).astype(dtype, copy=False).reshape(x.shape)
    out = np.empty_like(flat, dtype=dtype)
    for start in range(0, flat.size, length):
        block = slice(start, start + length)
        out[block] = kernel(flat[block].astype(precision, copy=False))
    return out.reshape(x.shape)


def polynomial(coefficients, x):
    """Return the value of a polynomial at x; the coefficient of the highest power comes first."""
    total = coefficients[0] * x
    for coefficient in coefficients[1:-1]:
        total += coefficient
        total *= x
    total += coefficients[-1]
    return total


def monic(coefficients, x):
    """Return the value at x of a polynomial whose highest power has the coefficient 1, which is left out."""
    total = x + coefficients[0]
    for coefficient in coefficients[1:]:
        total *= x
        total += coefficient
    return total
