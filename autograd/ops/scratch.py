"""Memory for intermediate results, kept for the next call.

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
