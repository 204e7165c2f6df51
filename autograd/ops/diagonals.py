"""Diagonals and triangles of matrices."""

import numpy as np

from ..core.primitive import primitive


@primitive(
    implements=np.diagonal,
    x=lambda g, x_shape, offset, axis1, axis2: on_diagonal(g, shape=x_shape, offset=offset, axis1=axis1, axis2=axis2),
)
def diagonal(x, offset=0, axis1=0, axis2=1):
    """The diagonals of the matrices in two axes, as the last axis: a view. A positive offset is above the main one."""
    if x.ndim > 2 or axis1 % x.ndim:
        x = np.moveaxis(x, (axis1, axis2), (-2, -1))
    below, above = max(-offset, 0), max(offset, 0)
    length = max(min(x.shape[-2] - below, x.shape[-1] - above), 0)
    square = x[..., below : below + length, above : above + length]
    return np.einsum("...ii->...i", square)  # unlike that of np.diagonal, this view can be written to


@primitive(x=lambda g, offset, axis1, axis2: diagonal(g, offset, axis1, axis2))
def on_diagonal(x, *, shape, offset, axis1, axis2):
    """Zeros of ``shape``, with the last axis of x on the diagonals: the adjoint of `diagonal`."""
    out = np.zeros_like(x, shape=shape, order="C")
    place = diagonal(out, offset, axis1, axis2)
    place[...] = x.reshape(place.shape)  # so that nothing is broadcast
    return out


@primitive(implements=np.tril, x=lambda g, k: tril(g, k))
def tril(x, k=0):
    """x with zeros above the k-th diagonal."""
    return _triangle(x, k, upper=False)


@primitive(implements=np.triu, x=lambda g, k: triu(g, k))
def triu(x, k=0):
    """x with zeros below the k-th diagonal."""
    return _triangle(x, k, upper=True)


def _triangle(x, k, upper):
    """Return x with zeros outside of a triangle, which is copied in blocks of rows: a rectangle, and a corner each."""
    out = np.zeros_like(x, order="C")
    rows, columns = x.shape[-2:]
    for top in range(0, rows, 64):
        bottom = min(top + 64, rows)
        left = min(max(top + k, 0), columns)
        right = min(max(bottom + k, 0), columns)
        whole = (..., slice(top, bottom), slice(right, None) if upper else slice(None, left))
        out[whole] = x[whole]
        if left < right:
            corner = (..., slice(top, bottom), slice(left, right))
            below = np.tri(bottom - top, right - left, top - left + k - upper, dtype=bool)
            np.copyto(out[corner], x[corner], where=below ^ upper)
    return out


@primitive(arrays=lambda g, arrays_shape: _blocks(g, arrays_shape))
def block_diag(*arrays):
    """Zeros with the matrices one after the other along the diagonal."""
    rows, columns = (sum(x.shape[axis] for x in arrays) for axis in (0, 1))
    out = np.zeros((rows, columns), np.result_type(*arrays))
    for block, x in zip(_blocks(out, [x.shape for x in arrays]), arrays, strict=True):
        block[...] = x
    return out


def _blocks(x, shapes):
    """Return the parts of x that are the blocks of `block_diag`."""
    blocks, row, column = [], 0, 0
    for height, width in shapes:
        blocks.append(x[row : row + height, column : column + width])
        row, column = row + height, column + width
    return blocks
