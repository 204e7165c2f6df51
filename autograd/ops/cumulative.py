"""Functions that accumulate along an axis: element k of the result is computed from the elements up to k.

The derivatives of products and of sums of exponentials are linear recurrences from the end, s[k] = a[k] s[k+1] + b[k].
`recurrence` is an op whose derivative is a recurrence too: exact with any number of zeros, to any order.
"""

import math

import numpy as np

from ..core.primitive import primitive
from ..core.sums import wide
from .elementwise import keep
from .indexing import along, on_axis, take
from .reduction import Picked
from .shape import flip


def _accumulate(ufunc, x, axis):
    """Return ufunc.accumulate(x, axis), of 0-d arrays too, in half to a fourth of its time."""
    if not x.ndim:
        return ufunc.accumulate(x.reshape(1), axis).reshape(())
    if x.dtype == np.float16:
        return _accumulate(ufunc, wide(x), axis).astype(x.dtype)
    if ufunc is np.logaddexp or x.dtype.kind == "b" or not -x.ndim <= axis < x.ndim:
        return ufunc.accumulate(x, axis)
    axis %= x.ndim
    n = x.shape[axis]
    if math.prod(x.shape[axis + 1 :]) >= 64:
        out = x.copy()
        _each_onto_the_next(ufunc, np.moveaxis(out, axis, 0))
        return out
    if axis < x.ndim - 1 or n < 4 * _BLOCK or x.size < 4096 or ufunc is np.multiply:
        return ufunc.accumulate(x, axis)
    # First within blocks, then each block onto the next. Not products: those of a block may be infinite, behind a 0.
    out = x.copy(order="C")
    whole = n - n % _BLOCK
    blocks = out[..., :whole].reshape((*x.shape[:-1], -1, _BLOCK))
    _each_onto_the_next(ufunc, np.moveaxis(blocks, -1, 0))
    ends = ufunc.accumulate(blocks[..., :-1, -1], -1)
    ufunc(blocks[..., 1:, :], ends[..., None], out=blocks[..., 1:, :])
    _each_onto_the_next(ufunc, np.moveaxis(out[..., whole - 1 :], -1, 0))
    return out


_BLOCK = 16


def _each_onto_the_next(ufunc, rows):
    for i in range(1, len(rows)):
        ufunc(rows[i - 1, ...], rows[i, ...], out=rows[i, ...])


def _from_the_end(function, x, axis):
    """Return what ``function`` accumulates when it starts at the other end of the axis."""
    if not x.shape:
        return x
    axes = (axis % len(x.shape),)
    return flip(function(flip(x, axes=axes), axis=axis), axes=axes)


@primitive(x=lambda g, axis: _from_the_end(cumsum, g, axis))
def cumsum(x, *, axis):
    """The sums of the elements up to each one."""
    return _accumulate(np.add, x, axis)


def _of_products(g, x, out, axis):
    # Element k is a factor of the products from k on: times what comes before it, and what comes after it.
    if not x.shape:
        return g
    return shifted(out, by=1, axis=axis, fill=1) * recurrence(shifted(x, by=-1, axis=axis, fill=0), g, axis=axis)


@primitive(x=_of_products)
def cumprod(x, *, axis):
    """The products of the elements up to each one. The gradient is exact with any number of zeros."""
    return _accumulate(np.multiply, x, axis)


@primitive(x=lambda g, by, axis: shifted(g, by=-by, axis=axis, fill=0))
def shifted(x, *, by, axis, fill):
    """x moved by one place along an axis, forwards for ``by`` = 1, backwards for -1; ``fill`` is at the free end."""
    out = np.full_like(x, fill)
    before = (slice(None),) * (axis % x.ndim)
    to, source = (slice(1, None), slice(None, -1)) if by > 0 else (slice(None, -1), slice(1, None))
    out[(*before, to)] = x[(*before, source)]
    return out


@primitive(
    a=lambda g, a, out, axis: _from_the_start(a, g, axis) * shifted(out, by=-1, axis=axis, fill=0),
    b=lambda g, a, axis: _from_the_start(a, g, axis),
)
def recurrence(a, b, *, axis):
    """The solution s[k] = a[k] s[k+1] + b[k] along an axis, from its end, behind which s = 0."""
    if not b.ndim:
        return b.copy()
    out = b.copy()
    _recur(np.moveaxis(a, axis, -1), np.moveaxis(out, axis, -1))
    return out


def _from_the_start(a, g, axis):
    """Return t[k] = a[k-1] t[k-1] + g[k], the transposed recurrence."""
    if not g.shape:
        return g
    axes = (axis % len(g.shape),)
    reverse = flip(shifted(a, by=1, axis=axis, fill=0), axes=axes)
    return flip(recurrence(reverse, flip(g, axes=axes), axis=axis), axes=axes)


def _recur(a, s):
    """Solve the recurrence along the last axis in place: ``s`` is b before and the solution after."""
    n = s.shape[-1]
    if n < 16:
        for k in range(n - 2, -1, -1):
            s[..., k] += a[..., k] * s[..., k + 1]
        return
    # The first elements of pairs are a recurrence of half the length; from them the second elements follow.
    start = n % 2
    first, second = slice(start, None, 2), slice(start + 1, None, 2)
    s[..., first] += a[..., first] * s[..., second]
    _recur(a[..., first] * a[..., second], s[..., first])
    s[..., start + 1 : -1 : 2] += a[..., start + 1 : -1 : 2] * s[..., start + 2 :: 2]
    if start:
        s[..., 0] += a[..., 0] * s[..., 1]


@primitive(outputs=Picked, x=lambda g, out, axis: sum_runs(g.values, out.indices, axis=axis))
def cummax(x, *, axis):
    """The maxima of the elements up to each one, and for each the index of the last element that has it."""
    return _running(np.maximum, x, axis)


@primitive(outputs=Picked, x=lambda g, out, axis: sum_runs(g.values, out.indices, axis=axis))
def cummin(x, *, axis):
    """The minima of the elements up to each one, and for each the index of the last element that has it."""
    return _running(np.minimum, x, axis)


def _running(ufunc, x, axis):
    if not x.ndim:
        return Picked(x.copy(), np.zeros((), np.int64))
    values = _accumulate(ufunc, x, axis)
    places = on_axis(np.arange(x.shape[axis], dtype=np.int32), axis, x.ndim)
    found = x == values
    if x.dtype.kind == "f":
        found |= x != x
    return Picked(values, _accumulate(np.maximum, found * places, axis).astype(np.int64))


@primitive(values=lambda g, indices, axis: take(g, positions=along(indices, axis, g.shape)))
def sum_runs(values, indices, *, axis):
    """The sums of the values over runs of equal ``indices`` along an axis, where each run starts; 0 elsewhere."""
    if values.size < 2:
        return values.copy()
    rows, marks = np.moveaxis(values, axis, -1), np.moveaxis(indices, axis, -1)
    starts = np.flatnonzero(marks == np.arange(marks.shape[-1]))
    out = np.zeros_like(rows, order="C")
    out.reshape(-1)[starts] = np.add.reduceat(rows.reshape(-1), starts)
    return np.moveaxis(out, -1, axis)


def _of_exponentials(g, x, out, axis):
    # The sum of g[i] exp(x[k] - out[i]) over i >= k, whose exponents are never positive.
    if not x.shape:
        return g
    following = shifted(out, by=-1, axis=axis, fill=np.inf)
    step = keep(out - following, np.isfinite(out) | np.isfinite(following))  # not inf - inf
    return np.exp(x - out) * recurrence(np.exp(step), g, axis=axis)


@primitive(x=_of_exponentials)
def logcumsumexp(x, *, axis):
    """The logarithms of the sums of exp of the elements up to each one, without overflow."""
    with np.errstate(invalid="ignore"):  # np.logaddexp warns of NaN
        return _accumulate(np.logaddexp, x, axis)
