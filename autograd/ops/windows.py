"""Windows that slide over the last axes of an array: their elements, sums and maxima, and the adjoints of these.

Window o of an axis reads the positions o · stride + k · dilation - padding, for k below ``kernel``. ``padding`` is how
much lies before the first element; after the last one there is as much as ``count``, the number of windows, needs. All
of these are tuples with an integer for each of the axes.
"""

import itertools
import math

import numpy as np

from ..core.primitive import primitive
from .indexing import on_axis
from .reduction import Picked


def offsets(kernel):
    """Return all positions in a window, in order."""
    return itertools.product(*map(range, kernel))


def reads(k, n, s, d, first=0):
    """Return the slice of an axis that n windows, the first of which starts at ``first``, have at position k."""
    start = first + k * d
    return slice(start, start + (n - 1) * s + 1, s)


def window(offset, count, stride, dilation):
    """Return the index, into the last axes of a padded array, of the elements that the windows have at ``offset``."""
    return (..., *[reads(*each) for each in zip(offset, count, stride, dilation, strict=True)])


def extent(count, kernel, stride, dilation):
    """Return the sizes of the padded array, up to the last position that a window reads."""
    each = zip(count, kernel, stride, dilation, strict=True)
    return tuple([(n - 1) * s + (k - 1) * d + 1 for n, k, s, d in each])


def inside(size, extent, padding):
    """Return the index of an array's elements in the padded array, and in the array itself."""
    starts = [max(-p, 0) for p in padding]
    ends = [max(min(n, m - p), start) for n, m, p, start in zip(size, extent, padding, starts, strict=True)]
    there = [slice(start + p, end + p) for start, end, p in zip(starts, ends, padding, strict=True)]
    return (..., *there), (..., *map(slice, starts, ends))


def padded(x, extent, padding, value=0):
    """Return x with ``value`` around it; x itself if there is nothing to add or to cut off."""
    size = x.shape[-len(extent) :]
    if size == extent and not any(padding):
        return x
    result = np.full_like(x, value, shape=(*x.shape[: -len(extent)], *extent), order="C")
    there, here = inside(size, extent, padding)
    result[there] = x[here]
    return result


def cropped(x, size, padding):
    """Return x without what `padded` put around an array of ``size``: the adjoint of `padded`."""
    extent = x.shape[-len(size) :]
    if size == extent and not any(padding):
        return x
    there, here = inside(size, extent, padding)
    if x[there].shape[-len(size) :] == size:
        return x[there]
    result = np.zeros_like(x, shape=(*x.shape[: -len(size)], *size), order="C")
    result[here] = x[there]
    return result


@primitive(
    x=lambda g, x_shape, kernel, stride, padding, dilation: overlap_add(
        g, size=x_shape[-len(kernel) :], kernel=kernel, stride=stride, padding=padding, dilation=dilation
    )
)
def patches(x, *, kernel, count, stride, padding, dilation):
    """The elements of all windows, (..., *kernel, *count), of x, (..., *size); 0 where a window reaches outside."""
    x = padded(x, extent(count, kernel, stride, dilation), padding)
    lead = x.shape[: -len(count)]
    result = np.empty_like(x, shape=(*lead, *kernel, *count), order="C")
    every = (slice(None),) * len(lead)
    for offset in offsets(kernel):
        result[every + offset] = x[window(offset, count, stride, dilation)]
    return result


@primitive(
    x=lambda g, x_shape, kernel, stride, padding, dilation: patches(
        g, kernel=kernel, count=x_shape[-len(kernel) :], stride=stride, padding=padding, dilation=dilation
    )
)
def overlap_add(x, *, size, kernel, stride, padding, dilation):
    """Zeros (..., *size) to which elements of windows, (..., *kernel, *count), are added: the adjoint of `patches`."""
    axes = len(kernel)
    count, lead = x.shape[-axes:], x.shape[: -2 * axes]
    result = np.zeros_like(x, shape=(*lead, *extent(count, kernel, stride, dilation)), order="C")
    every = (slice(None),) * len(lead)
    for offset in offsets(kernel):
        result[window(offset, count, stride, dilation)] += x[every + offset]
    return cropped(result, size, padding)


@primitive(
    x=lambda g, x_shape, kernel, stride, padding, dilation: spread_windows(
        g, size=x_shape[-len(kernel) :], kernel=kernel, stride=stride, padding=padding, dilation=dilation
    )
)
def sum_windows(x, *, kernel, count, stride, padding, dilation):
    """The sum of each window, (..., *count); what is outside counts as 0."""
    result = padded(x, extent(count, kernel, stride, dilation), padding)
    for axis in reversed(range(-len(kernel), 0)):  # axis by axis, in k + k additions instead of k · k
        parts = [result[at] for at in _reads_along(axis, kernel, count, stride, dilation)]
        result = parts[0] + parts[1] if len(parts) > 1 else parts[0].copy()
        for part in parts[2:]:
            result += part
    return result


@primitive(
    x=lambda g, x_shape, kernel, stride, padding, dilation: sum_windows(
        g, kernel=kernel, count=x_shape[-len(kernel) :], stride=stride, padding=padding, dilation=dilation
    )
)
def spread_windows(x, *, size, kernel, stride, padding, dilation):
    """Zeros (..., *size) to which each window's number, of x (..., *count), is added: the adjoint of `sum_windows`."""
    count = x.shape[-len(kernel) :]
    sizes = extent(count, kernel, stride, dilation)
    for axis in range(-len(kernel), 0):
        wide = np.zeros_like(x, shape=(*x.shape[:axis], sizes[axis], *x.shape[axis:][1:]), order="C")
        for at in _reads_along(axis, kernel, count, stride, dilation):
            wide[at] += x
        x = wide
    return cropped(x, size, padding)


def _reads_along(axis, kernel, count, stride, dilation):
    """Return for each offset along one of the last axes the index of what the windows have there, over all others."""
    n, s, d = count[axis], stride[axis], dilation[axis]
    rest = (slice(None),) * (-axis - 1)
    return [(..., reads(k, n, s, d), *rest) for k in range(kernel[axis])]


@primitive(
    outputs=Picked,
    x=lambda g, x_shape, out, kernel, stride, dilation: put_flat(
        g.values, out.indices, size=x_shape[-len(kernel) :], distinct=_apart(kernel, stride, dilation)
    ),
)
def max_windows(x, *, kernel, count, stride, padding, dilation):
    """The maximum of each window, (..., *count), and its index into the flattened last axes of x.

    It is the last NaN if there is one, and otherwise the first of equal elements; what is outside never is.
    """
    axes = len(kernel)
    lead, size = x.shape[:-axes], x.shape[-axes:]
    sizes = extent(count, kernel, stride, dilation)
    values = np.empty_like(x, shape=(math.prod(lead), *count), order="C")
    indices = np.empty_like(x, shape=values.shape, dtype=np.int64, order="C")
    lowest = -np.inf if x.dtype.kind == "f" else np.iinfo(x.dtype).min
    steps = [math.prod(size[axis + 1 :]) for axis in range(axes)]
    starts = _grid([(np.arange(n) * s - p) * step for n, s, p, step in zip(count, stride, padding, steps, strict=True)])
    jumps = _grid([np.arange(k) * d * step for k, d, step in zip(kernel, dilation, steps, strict=True)]).reshape(-1)
    x = x.reshape((len(values), *size))
    block = max(1, _BLOCK // max(1, math.prod(size)))
    for first in range(0, len(x), block):  # so that what is compared stays in the cache
        some = slice(first, first + block)
        inner = padded(x[some], sizes, padding, lowest)
        best, winner = _maxima(inner, kernel, count, stride, dilation)
        if x.dtype.kind == "f" and (best != best).any():
            for number, offset in enumerate(offsets(kernel)):
                there = inner[window(offset, count, stride, dilation)]
                winner[there != there] = number
        values[some] = best
        np.add(jumps[winner], starts, out=indices[some])
        if any(padding):  # where all elements are as low as what is outside: the first one inside
            low = best == lowest
            if low.any():
                starting = _first_inside(stride, padding, dilation, count, steps)
                indices[some][low] = np.broadcast_to(starting, low.shape)[low]
    return Picked(values.reshape((*lead, *count)), indices.reshape((*lead, *count)))


_BLOCK = 1 << 16  # elements


def _apart(kernel, stride, dilation):
    """Return whether no two windows share an element."""
    return all(s > (k - 1) * d for k, s, d in zip(kernel, stride, dilation, strict=True))


def _grid(ranges):
    """Return the sums of a number of each range, as an array with an axis for each range."""
    total = 0
    for axis, places in enumerate(ranges):
        total = total + on_axis(places, axis, len(ranges))
    return total


def _first_inside(stride, padding, dilation, count, steps):
    """Return the index of the first element of each window that is not outside."""
    starts = [np.arange(n) * s - p for n, s, p in zip(count, stride, padding, strict=True)]
    each = zip(starts, dilation, steps, strict=True)
    return _grid([np.where(start < 0, start % d, start) * step for start, d, step in each])


def _maxima(x, kernel, count, stride, dilation):
    """Return the maxima of the windows of a padded array, and the number of the offset at which each is.

    One axis comes after the other, the last one first: this finds the first of equal elements in the order of memory,
    in k + k comparisons instead of k · k.
    """
    number = np.min_scalar_type(math.prod(kernel) - 1)
    winners, weight = np.zeros_like(x, shape=(), dtype=number), 1
    for axis in reversed(range(-len(kernel), 0)):
        first, *others = _reads_along(axis, kernel, count, stride, dilation)
        best = x[first]
        winner = winners[first] if winners.ndim else winners
        for k, at in enumerate(others, 1):
            other = x[at]
            better = other > best
            best = np.maximum(best, other)
            challenger = (winners[at] if winners.ndim else winners) + number.type(k * weight)
            # The bits, selected by a mask of ones or zeros: without branches.
            winner = winner ^ ((winner ^ challenger) & np.negative(better.astype(number)))
        x, winners = best, winner
        weight *= kernel[axis]
    return x, winners if winners.ndim else np.full_like(x, winners, dtype=number)


@primitive(x=lambda g, indices, size, distinct: take_flat(g, indices, axes=len(size), distinct=distinct))
def put_flat(x, indices, *, size, distinct):
    """Zeros (..., *size) to which x, (..., *count), is added at indices into their flattened last axes.

    It is the adjoint of `take_flat`. ``distinct`` promises that no index repeats.
    """
    lead = x.shape[: -len(size)]
    result = np.zeros_like(x, shape=(*lead, *size), order="C")
    at = _everywhere(indices, math.prod(lead), math.prod(size))
    if distinct:
        result.reshape(-1)[at] = x.reshape(-1)
    else:
        np.add.at(result.reshape(-1), at, x.reshape(-1))
    return result


@primitive(x=lambda g, x_shape, indices, axes, distinct: put_flat(g, indices, size=x_shape[-axes:], distinct=distinct))
def take_flat(x, indices, *, axes, distinct):
    """The elements, (..., *count), of x, (..., *size), at indices into the flattened last axes of x."""
    lead, size = x.shape[:-axes], x.shape[-axes:]
    return x.reshape(-1)[_everywhere(indices, math.prod(lead), math.prod(size))].reshape(indices.shape)


def _everywhere(indices, rows, length):
    """Return indices into each of ``rows`` rows as indices into the whole flattened array, with rows of ``length``."""
    starts = np.arange(rows).reshape((-1, 1)) * length
    return (indices.reshape((rows, math.prod(indices.shape) // max(rows, 1))) + starts).reshape(-1)


@primitive(x=lambda g, x_shape, bounds: spread_segments(g, size=x_shape[-len(bounds) :], bounds=bounds))
def sum_segments(x, *, bounds):
    """The sums of boxes, (..., *count); ``bounds`` has for each of the last axes the (start, end) of its segments."""
    for axis, segments in zip(range(-len(bounds), 0), bounds, strict=True):
        at = (slice(None),) * (-axis - 1)
        sums = np.empty_like(x, shape=(*x.shape[:axis], len(segments), *x.shape[axis:][1:]), order="C")
        for i, (start, end) in enumerate(segments):
            np.add.reduce(x[(..., slice(start, end), *at)], axis=axis, out=sums[(..., i, *at)])
        x = sums
    return x


@primitive(x=lambda g, bounds: sum_segments(g, bounds=bounds))
def spread_segments(x, *, size, bounds):
    """Zeros (..., *size) to which each box's number, of x (..., *count), is added: the adjoint of `sum_segments`."""
    for axis, segments in zip(range(-len(bounds), 0), bounds, strict=True):
        at = (slice(None),) * (-axis - 1)
        wide = np.zeros_like(x, shape=(*x.shape[:axis], size[axis], *x.shape[axis:][1:]), order="C")
        for i, (start, end) in enumerate(segments):
            wide[(..., slice(start, end), *at)] += x[(..., slice(i, i + 1), *at)]
        x = wide
    return x


@primitive(
    outputs=Picked,
    x=lambda g, x_shape, out, bounds: put_flat(g.values, out.indices, size=x_shape[-len(bounds) :], distinct=False),
)
def max_segments(x, *, bounds):
    """The maximum of each box, (..., *count), and its index into the flattened last axes; ties as in `max_windows`."""
    axes = len(bounds)
    lead, size = x.shape[:-axes], x.shape[-axes:]
    rows = math.prod(lead)
    x = x.reshape((rows, *size))
    count = tuple(map(len, bounds))
    values = np.empty_like(x, shape=(rows, *count), order="C")
    indices = np.empty_like(x, shape=(rows, *count), dtype=np.int64, order="C")
    places = np.arange(math.prod(size)).reshape(size)
    for number in offsets(count):
        box = tuple([slice(*segments[i]) for i, segments in zip(number, bounds, strict=True)])
        elements = x[(slice(None), *box)]
        elements = elements.reshape((rows, math.prod(elements.shape[1:])))
        winner = np.argmax(elements, axis=1)
        missing = elements != elements
        if missing.any():
            last = elements.shape[1] - 1 - np.argmax(missing[:, ::-1], axis=1)
            winner = np.where(missing.any(axis=1), last, winner)
        values[(slice(None), *number)] = elements[np.arange(rows), winner]
        indices[(slice(None), *number)] = places[box].reshape(-1)[winner]
    return Picked(values.reshape((*lead, *count)), indices.reshape((*lead, *count)))
