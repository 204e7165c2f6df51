"""Padding, elements around an array, and its adjoints.

``width`` is a pair (before, after) for each axis; a negative number cuts elements off.
"""

import numpy as np

from ..core.primitive import primitive


@primitive(x=lambda g, width: pad(g, width=[(-before, -after) for before, after in width]))
def pad(x, *, width, value=0):
    """x with ``value`` around it; the adjoint is padding by the negative widths. RuntimeError for a size below 0."""
    shape = tuple([n + before + after for n, (before, after) in zip(x.shape, width, strict=True)])
    if min(shape, default=0) < 0:
        raise RuntimeError(f"pad: an array of shape {x.shape} with the widths {list(width)} would have shape {shape}")
    result = np.full_like(x, value, shape=shape, order="C")
    there, here = [], []
    for n, (before, after) in zip(x.shape, width, strict=True):
        there.append(slice(max(before, 0), max(before + n, before, 0)))
        here.append(slice(max(-before, 0), max(n + min(after, 0), 0)))
    result[tuple(there)] = x[tuple(here)]
    return result


def _sources(mode, before, after, n):
    """Return pairs of slices along an axis of size before + n + after: what is outside, and where it comes from."""
    end = before + n
    outside = slice(0, before), slice(end, end + after)
    if mode == "wrap":
        sources = slice(n, n + before), slice(before, before + after)
    elif mode == "reflect":
        last = end - 2 - after
        sources = slice(2 * before, before, -1), slice(end - 2, last if last >= 0 else None, -1)
    else:
        sources = slice(before, before + 1), slice(end - 1, end)
    return [pair for pair, wide in zip(zip(outside, sources, strict=True), (before, after), strict=True) if wide]


@primitive(x=lambda g, x_shape, width, mode: fold_back(g, size=x_shape, width=width, mode=mode))
def pad_like(x, *, width, mode):
    """x continued on all sides, as in np.pad: the ``mode`` is "reflect", "edge" or "wrap"."""
    shape = tuple([n + before + after for n, (before, after) in zip(x.shape, width, strict=True)])
    result = np.empty_like(x, shape=shape, order="C")
    result[tuple([slice(before, before + n) for n, (before, _) in zip(x.shape, width, strict=True)])] = x
    for axis, (before, after) in enumerate(width):
        every = (slice(None),) * axis
        for outside, source in _sources(mode, before, after, x.shape[axis]):
            result[(*every, outside)] = result[(*every, source)]
    return result


@primitive(x=lambda g, width, mode: pad_like(g, width=width, mode=mode))
def fold_back(x, *, size, width, mode):
    """What is outside of a shape ``size``, added inside to where it comes from: the adjoint of `pad_like`."""
    x = x.copy()
    for axis, (before, after) in reversed(list(enumerate(width))):
        every = (slice(None),) * axis
        for outside, source in _sources(mode, before, after, size[axis]):
            part = x[(*every, outside)]
            if mode == "edge":
                part = np.add.reduce(part, axis=axis, keepdims=True)
            x[(*every, source)] += part
    return x[tuple([slice(before, before + n) for n, (before, _) in zip(size, width, strict=True)])]
