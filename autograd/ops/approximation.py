"""How special functions are computed: by polynomials, precisely enough, in blocks that stay in the cache."""

import numpy as np

from ..core.dtypes import float32, float64

BLOCK = 1 << 18  # bytes


def computed(kernel, x, least=float32):
    """kernel(x), a function of vectors, computed in ``least`` precision or better; integers in float64."""
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
    """The value at x of a polynomial, the highest power's coefficient first."""
    total = coefficients[0] * x
    for coefficient in coefficients[1:-1]:
        total += coefficient
        total *= x
    total += coefficients[-1]
    return total


def monic(coefficients, x):
    """The value at x of a polynomial whose highest power has the coefficient 1, which is left out."""
    total = x + coefficients[0]
    for coefficient in coefficients[1:]:
        total *= x
        total += coefficient
    return total
