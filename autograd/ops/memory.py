"""Memory for intermediate results: kept for the next call, and copied as suits the cache.

New memory of several megabytes is mapped in by the operating system page by page, each time again, and that can take
longer than what is computed in it. glibc gives freed arrays above a threshold, at first 128 KB, back to the system at
once; but freeing one raises the threshold to its size, up to 32 MB. So one of that size is allocated and freed here,
untouched: programs with arrays of megabytes become several times as fast. Other allocators are not affected.
"""

import contextlib
import math
import threading

import numpy as np

_MOST = 1 << 25  # bytes; what is larger is not kept

with contextlib.suppress(MemoryError):  # where addresses are limited, things stay as they are
    np.empty(_MOST - 8192, np.uint8)  # see above: takes a few microseconds, and none of the machine's memory


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


def by_rows(ufunc, x, row, out=None):
    """ufunc(x, row), in the shape of x; a row (n,) or (1, n) is repeated, and so many rows of x are taken as one.

    NumPy calls its inner loop once for each row, which for short ones takes longer than the loop.
    """
    if x.size >= 1 << 15 and row.shape[-1:] == x.shape[-1:] and row.size == x.shape[-1]:
        repeats = math.gcd(x.size // row.size, 1 << max(0, 14 - row.size.bit_length()))
        if repeats > 1 and x.flags.c_contiguous and (out is None or out.flags.c_contiguous):
            shape = (x.size // (repeats * row.size), repeats * row.size)
            target = out if out is None else out.reshape(shape)
            return ufunc(x.reshape(shape), np.tile(row.reshape(-1), repeats), out=target).reshape(x.shape)
    return ufunc(x, row, out=out)


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
