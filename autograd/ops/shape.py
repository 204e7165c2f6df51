"""Functions that rearrange elements without computing. Results are views of the input wherever NumPy gives one."""

import numpy as np

from ..primitive import primitive, unbroadcast


@primitive(x=lambda g, x_shape: reshape(g, shape=x_shape))
def reshape(x, *, shape):
    """The same elements, in order, in another shape; one size may be -1."""
    return x.reshape(shape)


@primitive(x=lambda g, axes: transpose(g, axes=_inverse(axes)))
def transpose(x, *, axes):
    """Axes in the order ``axes``."""
    return x.transpose(axes)


def _inverse(axes):
    return tuple(sorted(range(len(axes)), key=lambda i: axes[i] % len(axes)))


@primitive(x=lambda g, x_shape: unbroadcast(g, x_shape))
def broadcast_to(x, *, shape):
    """Repeated to ``shape``, as a read-only view."""
    return np.broadcast_to(x, shape)


@primitive(arrays=lambda g, arrays_shape, axis: split(g, sections=[shape[axis] for shape in arrays_shape], axis=axis))
def concatenate(*arrays, axis=0):
    """Joined along an axis they have."""
    return np.concatenate(arrays, axis)


@primitive(arrays=lambda g, axis: unstack(g, axis=axis))
def stack(*arrays, axis=0):
    """Joined along a new axis."""
    return np.stack(arrays, axis)


@primitive(outputs=tuple, x=lambda g, axis: concatenate(*g, axis=axis))
def split(x, *, sections, axis=0):
    """Cut along an axis into pieces of the sizes ``sections``."""
    pieces, start = [], 0
    before = (slice(None),) * (axis % x.ndim)
    for size in sections:
        pieces.append(x[(*before, slice(start, start + size))])
        start += size
    return tuple(pieces)


@primitive(outputs=tuple, x=lambda g, axis: stack(*g, axis=axis))
def unstack(x, *, axis=0):
    """Cut along an axis into pieces without that axis."""
    rows = np.moveaxis(x, axis, 0)
    return tuple([rows[i, ...] for i in range(len(rows))])  # with the ellipsis, single elements are views too
