"""Sums of arrays that are fast and round little: for reductions, and for the gradients of what was broadcast.

np.add.reduce adds in order wherever the summed axis is not the last one, so that its rounding errors grow with the
number of elements, and takes two to four times as long as a product with ones. Products of blocks have neither fault.
"""

import math
from typing import Any

import numpy as np

from .dtypes import float16, float32

_BLOCK = 512  # elements that are added by one product


def wide(x: Any) -> Any:
    """Return x, in single precision if it is in half: what is added up or squared may be out of half's range."""
    return x.astype(float32) if x.dtype == float16 else x


def total(x: Any, axis: Any = None, dtype: Any = None, keepdims: bool = False) -> Any:
    """Return the sum of an array over axes."""
    flags = getattr(x, "flags", None)
    if flags is None:  # a tensor
        return np.add.reduce(x, axis=axis, dtype=dtype, keepdims=keepdims)  # type: ignore[call-overload]
    if x.dtype == float16 and dtype is None:
        return total(wide(x), axis, None, keepdims).astype(x.dtype)
    axes = None
    if x.size >= 4096 and x.dtype.kind == "f" and (dtype is None or x.dtype == dtype) and flags.c_contiguous:
        axes = _neighbouring(axis, x.ndim)
        if axes is None and isinstance(axis, tuple):  # the last ones may be neighbours, as those of images are
            first = x.ndim
            while first and not {first - 1, first - 1 - x.ndim}.isdisjoint(axis):
                first -= 1
            x = total(x, tuple(range(first, x.ndim)), None, True) if first < x.ndim else x
    if axes is None:
        return np.add.reduce(x, axis=axis, dtype=dtype, keepdims=keepdims)  # type: ignore[call-overload]
    before, after = x.shape[: axes.start], x.shape[axes.stop :]
    if after:
        out = _sum_columns(x.reshape((math.prod(before), -1, math.prod(after))))
    else:
        out = _sum_rows(x.reshape((math.prod(before), -1)))
    return out.reshape((*before, *((1,) * len(axes) if keepdims else ()), *after))


def _neighbouring(axis: Any, ndim: int) -> range | None:
    """Return the axes as a range; None if there are others between them, or they are not axes of the array."""
    if axis is None:
        return range(ndim)
    axes = sorted([a + ndim if a < 0 else a for a in ((axis,) if isinstance(axis, int) else axis)])
    if not axes or axes[0] < 0 or axes[-1] >= ndim or axes != list(range(axes[0], axes[0] + len(axes))):
        return None
    return range(axes[0], axes[0] + len(axes))


def _sum_rows(x: Any) -> Any:
    rows, n = x.shape
    if n <= 2 * _BLOCK:
        return x @ np.ones_like(x, shape=(n,))
    whole = n - n % _BLOCK
    blocks = x[:, :whole].reshape((rows, -1, _BLOCK)) @ np.ones_like(x, shape=(_BLOCK,))
    return _sum_rows(blocks) + _sum_rows(x[:, whole:])


def _sum_columns(x: Any) -> Any:
    many, n, columns = x.shape
    if n <= 2 * _BLOCK:
        return np.ones_like(x, shape=(n,)) @ x
    whole = n - n % _BLOCK
    blocks = np.ones_like(x, shape=(_BLOCK,)) @ x[:, :whole].reshape((many, -1, _BLOCK, columns))
    return _sum_columns(blocks) + _sum_columns(x[:, whole:])
