"""Memory for intermediate results: how it is used again, and how it is copied as suits the cache.

The operating system maps in new memory of several megabytes page by page, every time, which can take longer than what
is computed there. glibc gives freed arrays above a threshold, at first 128 KB, back to the system at once; but freeing
an array raises the threshold to its size, up to 32 MB. So importing this allocates and frees, untouched, an array of
that size: programs with arrays of megabytes become several times as fast. Other allocators are not affected.
"""

import contextlib
import math
import threading

import numpy as np

_MOST = 1 << 25  # bytes: larger memory is not kept for the next call

with contextlib.suppress(MemoryError):  # where addresses are limited, nothing becomes faster
    np.empty(_MOST - 8192, np.uint8)  # see above: takes a few microseconds, and none of the machine's memory


class _Scratch(threading.local):
    def __init__(self):
        self.memory = {}  # by type of array


_scratch = _Scratch()


def shaped(memory, shape):
    """Return the first elements of an array, as many as ``shape`` has, in that shape."""
    return memory.reshape(-1)[: math.prod(shape)].reshape(shape)


def rearrange(target, source):
    """Copy ``source``, (samples, channels, positions...), to ``target``, whose axes lie in another order in memory.

    Planes a multiple of a kilobyte apart fall on the same places of the cache: of those, eight channels at a time.
    """
    if source.strides[1] % 1024:
        target[...] = source
        return
    for first in range(0, source.shape[1], 8):
        target[:, first : first + 8] = source[:, first : first + 8]


def by_rows(ufunc, x, row, out=None):
    """Return ufunc(x, row) for a row (n,) or (1, n): it is repeated, so that several rows of x can be taken as one.

    NumPy calls its inner loop once for each row of x, and for short rows the calls take longer than the loops.
    """
    if x.size >= 1 << 15 and row.shape[-1:] == x.shape[-1:] and row.size == x.shape[-1]:
        repeats = math.gcd(x.size // row.size, 1 << max(0, 14 - row.size.bit_length()))
        if repeats > 1 and x.flags.c_contiguous and (out is None or out.flags.c_contiguous):
            shape = (x.size // (repeats * row.size), repeats * row.size)
            target = out if out is None else out.reshape(shape)
            return ufunc(x.reshape(shape), np.tile(row.reshape(-1), repeats), out=target).reshape(x.shape)
    return ufunc(x, row, out=out)


def scratch(like, *shapes):
    """Return an array of each of the shapes, like ``like`` in type and dtype, to use until this thread's next call."""
    bounds, total = [], 0
    for shape in shapes:
        size = math.prod(shape) * like.itemsize
        bounds.append((total, total + size))
        total += -(-size // 64) * 64  # up to where a cache line starts
    memory = _scratch.memory.get(type(like))
    if memory is None or len(memory) < total:
        memory = np.empty_like(like, shape=(total,), dtype=np.uint8, order="C")
        if total <= _MOST:
            _scratch.memory[type(like)] = memory
    return [memory[a:b].view(like.dtype).reshape(shape) for (a, b), shape in zip(bounds, shapes, strict=True)]
