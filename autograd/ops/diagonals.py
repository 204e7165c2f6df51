"""Diagonals and triangles of matrices."""

import numpy as np

from ..primitive import primitive


@primitive(
    implements=np.diagonal,
    x=lambda g, x_shape, offset, axis1, axis2: on_diagonal(g, shape=x_shape, offset=offset, axis1=axis1, axis2=axis2),
)
def diagonal(x, offset=0, axis1=0, axis2=1):
    """The diagonals of the matrices in two axes, as the last axis: a view. Positive offsets are above the main one."""
    x = np.moveaxis(x, (axis1, axis2), (-2, -1))
    below, above = max(-offset, 0), max(offset, 0)
    length = max(min(x.shape[-2] - below, x.shape[-1] - above), 0)
    square = x[..., below : below + length, above : above + length]
    return np.einsum("...ii->...i", square)  # unlike np.diagonal's this view can be written to


@primitive(x=lambda g, offset, axis1, axis2: diagonal(g, offset, axis1, axis2))
def on_diagonal(x, *, shape, offset, axis1, axis2):
    """Zeros of ``shape`` with the last axis of x on the diagonals: the adjoint of `diagonal`."""
    out = np.zeros_like(x, shape=shape, order="C")
    place = diagonal(out, offset, axis1, axis2)
    place[...] = x.reshape(place.shape)  # nothing is broadcast
    return out


@primitive(implements=np.tril, x=lambda g, k: tril(g, k))
def tril(x, k=0):
    """Zeros above the k-th diagonal."""
    return _without(x, ~np.tri(*x.shape[-2:], k, dtype=bool))


@primitive(implements=np.triu, x=lambda g, k: triu(g, k))
def triu(x, k=0):
    """Zeros below the k-th diagonal."""
    return _without(x, np.tri(*x.shape[-2:], k - 1, dtype=bool))


def _without(x, mask):
    out = x.copy()
    np.copyto(out, 0, where=mask)  # a third of the time of np.where
    return out


@primitive(arrays=lambda g, arrays_shape: _blocks(g, arrays_shape))
def block_diag(*arrays):
    """Matrices in a row along the diagonal of zeros."""
    rows, columns = (sum(x.shape[axis] for x in arrays) for axis in (0, 1))
    out = np.zeros((rows, columns), np.result_type(*arrays))
    for block, x in zip(_blocks(out, [x.shape for x in arrays]), arrays, strict=True):
        block[...] = x
    return out


def _blocks(x, shapes):
    blocks, row, column = [], 0, 0
    for height, width in shapes:
        blocks.append(x[row : row + height, column : column + width])
        row, column = row + height, column + width
    return blocks
