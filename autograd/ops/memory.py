"""Memory for intermediate results: kept for the next call, and copied as suits the cache.

New memory of several megabytes is mapped in by the operating system page by page, each time again, and that can take
longer than what is computed in it.
"""

import math
import threading

import numpy as np

_MOST = 1 << 25  # bytes; what is larger is not kept


class _Kept(threading.local):
    def __init__(self):
        self.memory = {}


_kept = _Kept()


def shaped(memory, shape):
    """Return the first elements of an array in another shape."""
    return memory.reshape(-1)[: math.prod(shape)].reshape(shape)


def rearrange(target, source):
    """Copy (samples, channels, positions...) to where another axis is the last one.

    Planes that are a multiple of a kilobyte apart fall on each other in the cache: of those, eight channels at a time.
    """
    if source.strides[1] % 1024:
        target[...] = source
        return
    for first in range(0, source.shape[1], 8):
        target[:, first : first + 8] = source[:, first : first + 8]


def scratch(like, *shapes):
    """Return an array of each of the shapes, of ``like``'s kind and dtype, to be used until this thread's next call."""
    bounds, total = [], 0
    for shape in shapes:
        size = math.prod(shape) * like.itemsize
        bounds.append((total, total + size))
        total += -(-size // 64) * 64  # where a cache line starts
    memory = _kept.memory.get(type(like))
    if memory is None or len(memory) < total:
        memory = np.empty_like(like, shape=(total,), dtype=np.uint8, order="C")
        if total <= _MOST:
            _kept.memory[type(like)] = memory
    return [memory[a:b].view(like.dtype).reshape(shape) for (a, b), shape in zip(bounds, shapes, strict=True)]
