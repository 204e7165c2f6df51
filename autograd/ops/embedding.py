"""Looking up rows of a table."""

import numpy as np

from ..core.primitive import primitive
from .indexing import getitem, place


def _embedding_weight(g, weight_shape, indices, padding, by_frequency):
    if padding is not None and (indices == padding).any():
        counted = indices != padding
        g, indices = getitem(g, index=counted), indices[counted]
    if by_frequency:
        counts = np.bincount(indices.reshape(-1), minlength=1)[indices]
        g = g / counts[..., np.newaxis].astype(g.dtype)
    return place(g, index=indices, shape=weight_shape)


@primitive(weight=_embedding_weight)
def embedding(weight, *, indices, padding=None, by_frequency=False):
    """The rows of ``weight`` at ``indices``.

    The row ``padding`` gets no gradient; ``by_frequency`` divides a row's gradient by how often it is looked up.
    """
    return weight.take(indices, 0)
