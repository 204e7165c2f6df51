"""Functions that only rearrange elements. Results are views of the input where those of PyTorch are."""

import itertools
from typing import Any

import numpy as np

from ..core.op import unbroadcast
from ..core.primitive import primitive
from ..core.writes import owner


@primitive(x=lambda g, x_shape: reshape(g, shape=x_shape))
def reshape(x, *, shape):
    """The elements of x, in their order, in another shape; one size may be -1."""
    return x.reshape(shape)


@primitive(x=lambda g, axes: transpose(g, axes=_inverse(axes)))
def transpose(x, *, axes):
    """x with its axes in the order ``axes``."""
    return x.transpose(axes)


def _inverse(axes):
    return tuple(sorted(range(len(axes)), key=lambda i: axes[i] % len(axes)))


@primitive(x=lambda g, x_shape: unbroadcast(g, x_shape))
def broadcast_to(x, *, shape):
    """x repeated to ``shape``, as a read-only view."""
    return np.broadcast_to(x, shape)


@primitive(arrays=lambda g, arrays_shape, axis: split(g, sections=[shape[axis] for shape in arrays_shape], axis=axis))
def concatenate(*arrays, axis=0):
    """The arrays joined along one of their axes."""
    return np.concatenate(arrays, axis)


@primitive(arrays=lambda g, axis: unstack(g, axis=axis))
def stack(*arrays, axis=0):
    """The arrays joined along a new axis."""
    return np.stack(arrays, axis)


@primitive(outputs=tuple, x=lambda g, axis: concatenate(*g, axis=axis))
def split(x, *, sections, axis=0):
    """x cut along an axis into pieces of the sizes ``sections``."""
    before, ends = (slice(None),) * (axis % x.ndim), itertools.accumulate(sections)
    return tuple([x[(*before, slice(end - size, end))] for size, end in zip(sections, ends, strict=True)])


@primitive(implements=getattr(np, "unstack", None), outputs=tuple, x=lambda g, axis: stack(*g, axis=axis))
def unstack(x, *, axis=0):
    """x cut along an axis into pieces without that axis."""
    rows = np.moveaxis(x, axis, 0)
    return tuple([rows[i, ...] for i in range(len(rows))])  # the ellipsis makes views of single elements too


@primitive(x=lambda g, axes: flip(g, axes=axes))
def flip(x, *, axes):
    """x reversed along ``axes``, in memory of its own."""
    return x[tuple([slice(None, None, -1) if i in axes else slice(None) for i in range(x.ndim)])].copy("K")


@primitive(x=lambda g, shift, axis: roll(g, shift=tuple([-n for n in shift]), axis=axis))
def roll(x, *, shift, axis):
    """x shifted along each of the axes; what is pushed out at one end comes in at the other."""
    return np.roll(x, shift, axis)


def _tiles_sum(g, x_shape, reps):
    apart, _ = _tiles(x_shape, reps)
    return np.add.reduce(g.reshape(apart), axis=tuple(range(0, len(apart), 2))).reshape(x_shape)


@primitive(x=_tiles_sum)
def tile(x, *, reps):
    """Copies of x side by side: ``reps`` says how many along each axis, new axes first if it is longer than x.ndim."""
    apart, shape = _tiles(x.shape, reps)
    out = np.empty_like(x, shape=shape, order="C")
    out.reshape(apart)[...] = x.reshape([1 if i % 2 == 0 else n for i, n in enumerate(apart)])
    return out


def _tiles(shape, reps):
    """Return the shape in which copies have axes of their own, the even ones, and the shape of the result."""
    shape = (1,) * (len(reps) - len(shape)) + tuple(shape)
    pairs = list(zip(reps, shape, strict=True))
    return [n for pair in pairs for n in pair], [r * n for r, n in pairs]


@primitive(x=lambda g, x_shape, repeats, axis: sum_runs(g, repeats=repeats, axis=axis, shape=x_shape))
def repeat(x, *, repeats, axis):
    """Each slice along ``axis`` several times in a row; ``repeats`` is a number, or an array of one for each slice."""
    return np.repeat(x, repeats, axis)


@primitive(x=lambda g, repeats, axis: repeat(g, repeats=repeats, axis=axis))
def sum_runs(x, *, repeats, axis, shape):
    """The sums over the runs of slices that `repeat` makes of an array of ``shape``: the adjoint of `repeat`."""
    before = (slice(None),) * axis
    out = np.zeros_like(x, shape=shape, order="C")
    longest = repeats if isinstance(repeats, int) else repeats.max(initial=0)
    if isinstance(repeats, int) and longest <= _FEW:
        for i in range(repeats):
            out += x[(*before, slice(i, None, repeats))]
    elif isinstance(repeats, int):
        np.add.reduce(x.reshape((*shape[: axis + 1], repeats, *shape[axis + 1 :])), axis=axis + 1, out=out)
    elif longest <= _FEW:
        starts = np.cumsum(repeats) - repeats
        for i in range(longest):
            there = np.flatnonzero(repeats > i)
            out[(*before, there)] += x[(*before, starts[there] + i)]
    else:
        there = np.flatnonzero(repeats)
        out[(*before, there)] = np.add.reduceat(x, (np.cumsum(repeats) - repeats)[there], axis)
    return out


_FEW = 16  # up to so many passes over all runs take less time than NumPy's sums of short runs


@primitive(x=lambda g, x_shape, step, axis: add_windows(g, step=step, axis=axis, shape=x_shape))
def windows(x, *, size, step, axis):
    """A view of windows of ``size`` along ``axis``, one every ``step``; their elements are along a new last axis."""
    every = np.lib.stride_tricks.sliding_window_view(x, size, axis, writeable=True)
    return every[(*[slice(None)] * axis, slice(None, None, step))]


@primitive(x=lambda g, x_shape, step, axis: windows(g, size=x_shape[-1], step=step, axis=axis))
def add_windows(x, *, step, axis, shape):
    """Zeros of ``shape`` to which windows are added where they came from: the adjoint of `windows`."""
    out = np.zeros_like(x, shape=shape, order="C")
    before, count, size = (slice(None),) * axis, x.shape[axis], x.shape[-1]
    if step >= size:  # they do not overlap
        windows(out, size=size, step=step, axis=axis)[...] = x
    elif size <= count:
        for i in range(size):
            out[(*before, slice(i, i + step * (count - 1) + 1, step))] += x[..., i]
    else:
        for i in range(count):
            out[(*before, slice(i * step, i * step + size))] += np.moveaxis(x[(*before, i)], -1, axis)
    return out


def memory(x: Any) -> tuple[Any, int]:
    """Return the whole memory that x is a view of, as a vector of its dtype, and the index in it where x begins."""
    whole = owner(x)
    whole = whole[(..., *[slice(None, None, -1 if stride < 0 else 1) for stride in whole.strides])]  # (): a view too
    low, high = np.lib.array_utils.byte_bounds(whole)
    flat = np.lib.stride_tricks.as_strided(whole, ((high - low) // whole.itemsize,), (whole.itemsize,))
    return flat.view(x.dtype), (x.__array_interface__["data"][0] - low) // x.itemsize


def _to_origin(g, x_shape, strides, offset, origin):
    """Return the gradient of x: added up in memory, then read where x is; elements in one place share it evenly."""
    own, begin = origin
    low = min(offset, begin + sum(min((n - 1) * step, 0) for n, step in zip(x_shape, own, strict=True)))
    size = 1 + max(_last(g.shape, strides, offset), _last(x_shape, own, begin)) - low
    flat = add_strided(g, strides=strides, offset=offset - low, size=size)
    gradient = strided(flat, shape=x_shape, strides=own, offset=begin - low)
    if not _overlaps(x_shape, own):
        return gradient
    ones = np.ones(x_shape, g.dtype)
    shared = add_strided(ones, strides=own, offset=begin - low, size=size)
    return gradient / strided(shared, shape=x_shape, strides=own, offset=begin - low)


@primitive(x=_to_origin)
def as_strided(x, *, shape, strides, offset, origin):
    """A view of the memory of x: the element at i, j, ... is the one at offset + i strides[0] + j strides[1] + ...

    ``origin``, which only the gradient reads, is the pair of strides and offset of x itself.
    """
    flat, _ = memory(x)
    return _strided(flat, shape, strides, offset)


def _last(shape, strides, offset):
    return offset + sum(max((n - 1) * step, 0) for n, step in zip(shape, strides, strict=True))


@primitive(x=lambda g, x_shape, strides, offset: add_strided(g, strides=strides, offset=offset, size=x_shape[0]))
def strided(x, *, shape, strides, offset):
    """The elements of a vector at offset + i strides[0] + j strides[1] + ..."""
    return _strided(x if x.flags.c_contiguous else x.copy(), shape, strides, offset)


@primitive(x=lambda g, x_shape, strides, offset: strided(g, shape=x_shape, strides=strides, offset=offset))
def add_strided(x, *, strides, offset, size):
    """A vector of zeros to which elements are added where `strided` reads them: the adjoint of `strided`."""
    out = np.zeros_like(x, shape=(size,))
    if not _overlaps(x.shape, strides):
        _strided(out, x.shape, strides, offset)[...] = x
        return out
    places = np.full(x.shape, offset)
    for axis, (n, step) in enumerate(zip(x.shape, strides, strict=True)):
        places += (step * np.arange(n)).reshape((n,) + (1,) * (x.ndim - axis - 1))
    np.add.at(out, places.reshape(-1), x.reshape(-1))
    return out


def _strided(flat, shape, strides, offset):
    # Like expanded arrays, arrays that repeat elements along an axis cannot be written to.
    steps, repeated = [flat.itemsize * step for step in strides], 0 in strides
    return np.lib.stride_tricks.as_strided(flat[offset:], shape, steps, writeable=not repeated)


def _overlaps(shape, strides):
    """Return whether two elements may be in one place: not if each stride goes beyond all that shorter ones reach."""
    reach = 0
    for step, n in sorted((abs(step), n) for n, step in zip(shape, strides, strict=True) if n > 1):
        if step <= reach:
            return True
        reach += (n - 1) * step
    return False
