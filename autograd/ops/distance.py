"""Norms of vectors, and distances, which are norms of differences, without an array of all differences."""

import math

import numpy as np

from ..core.op import unbroadcast
from ..core.primitive import primitive
from ..core.sums import total, wide
from .elementwise import keep
from .indexing import place
from .reduction import keepdims_shape


def _vector_norm(g, x, out, ord, axis):
    shape = keepdims_shape(x.shape, axis)
    g, out = g.reshape(shape), out.reshape(shape)
    if ord == 0:
        return np.zeros_like(x)
    if ord == 1:
        return g * np.sign(x)
    if math.isinf(ord):
        greatest = (np.abs(x) == out) | (x != x)
        ties = np.add.reduce(greatest, axis=axis, keepdims=True).astype(x.dtype)
        return keep(np.sign(x) * (g / ties), greatest)
    g, size = keep(g, out != 0), out + (out == 0)
    if ord == 2:
        return g / size * x
    ratio = x / size
    return g * np.sign(ratio) * _power(ratio, ord - 1)


def _power(ratio, exponent):
    """Return |ratio| to the power of the exponent, and 0 where the ratio is 0."""
    nonzero = ratio != 0
    return keep((np.abs(ratio) + ~nonzero) ** exponent, nonzero)


@primitive(x=_vector_norm)
def vector_norm(x, *, ord=2, axis=None, keepdims=False):
    """(sum |x|^ord)^(1/ord); for inf the greatest |x|, for -inf the least, for 0 the number of nonzero elements.

    Elements that tie for the greatest or least share the gradient evenly. The gradient is 0 where the norm is 0, and
    with ord < 2 for elements that are 0.
    """
    if x.dtype == np.float16:
        return vector_norm(wide(x), ord=ord, axis=axis, keepdims=keepdims).astype(x.dtype)
    if ord == 2:
        if isinstance(axis, int) and not keepdims and x.ndim:
            return np.sqrt(np.vecdot(x, x, axis=axis))
        return np.sqrt(total(x * x, axis, None, keepdims))
    size = np.abs(x)
    if math.isinf(ord):
        reduce = np.maximum.reduce if ord > 0 else np.minimum.reduce
        return reduce(size, axis=axis, keepdims=keepdims)
    if ord == 0:
        return np.add.reduce(x != 0, axis=axis, keepdims=keepdims, dtype=x.dtype)
    if ord == 1:
        return total(size, axis, None, keepdims)
    with np.errstate(divide="ignore"):  # a negative power of 0 is infinite, and the norm 0
        return total(size**ord, axis, None, keepdims) ** (1 / ord)


def _distance_slope(g, a, b, out):
    # The sum over j of w_ij (a_i - b_j), where w = g / distance, or 0 at distance 0. A mean is subtracted from both, so
    # that little cancels in the difference of the two terms, wherever the points lie.
    w = keep(g, out != 0) / (out + (out == 0))
    center = _center(b)
    slope = np.add.reduce(w, axis=-1, keepdims=True) * (a - center) - w @ (b - center)
    return unbroadcast(slope, a.shape)


def _center(points):
    return np.add.reduce(points, axis=-2, keepdims=True) / max(points.shape[-2], 1)


@primitive(a=_distance_slope, b=lambda g, a, b, out: _distance_slope(g.mT, b, a, out.mT))
def cdist(a, b, *, product=False):
    """Euclidean distances between the rows of a and the rows of b; at distance 0 the gradient is 0.

    ``product`` computes |a|² + |b|² - 2 a·b: much faster for many rows, but less exact for points close together.
    """
    if product:
        center = _center(b)
        a, b = a - center, b - center
        out = np.vecdot(a, a)[..., :, None] + np.vecdot(b, b)[..., None, :]
        out -= 2 * (a @ b.mT)
        return np.sqrt(np.maximum(out, 0, out=out), out=out)
    rows_a, rows_b = a[..., :, None, :], b[..., None, :, :]
    shape = np.broadcast_shapes(rows_a.shape[:-1], rows_b.shape[:-1])
    out = np.zeros(shape, a.dtype)
    step = max(2**18 // max(out.size, 1), 1)  # features at a time: the differences in all might not fit into memory
    for start in range(0, a.shape[-1], step):
        difference = rows_a[..., start : start + step] - rows_b[..., start : start + step]
        out += np.vecdot(difference, difference)
    return np.sqrt(out, out=out)


@primitive(x=lambda g, x, out, ord: pdist_pullback(g, x, out, ord=ord))
def pdist(x, *, ord):
    """The norms |x_i - x_j| of all pairs of rows with i < j, ordered by i, then j; at 0 the gradient is 0."""
    out, end = np.empty_like(x, shape=(math.comb(len(x), 2),)), 0
    for i in range(len(x) - 1):
        start, end = end, end + len(x) - 1 - i
        out[start:end] = vector_norm(x[i + 1 :] - x[i], ord=ord, axis=-1)
    return out


def _slope(difference, norm, ord):
    """Return the derivative of a norm with respect to the vectors in the last axis."""
    if ord == 0:
        return np.zeros_like(difference)
    if ord == 1:
        return np.sign(difference)
    if math.isinf(ord):
        greatest = np.abs(difference) == norm
        ties = np.add.reduce(greatest, axis=-1, keepdims=True).astype(difference.dtype)
        return keep(np.sign(difference) / ties, greatest)
    ratio = difference / (norm + (norm == 0))
    return ratio if ord == 2 else np.sign(ratio) * _power(ratio, ord - 1)


def _bend(difference, norm, ord):
    """Return the derivative of the slope with respect to the vectors, as if their norm did not change."""
    if ord in (0, 1) or math.isinf(ord):
        return np.zeros_like(difference)
    norm = norm + (norm == 0)
    if ord == 2:
        return np.ones_like(difference) / norm
    return (ord - 1) * _power(difference / norm, ord - 2) / norm


def _pairs(x):
    """Return the differences of all pairs of rows."""
    first, second = np.triu_indices(x.shape[0], 1)
    return x[first] - x[second]


def _of_upstream(g, x, norms, ord):
    return np.add.reduce(_slope(_pairs(x), norms.reshape((-1, 1)), ord) * _pairs(g), axis=-1)


def _of_x(g, upstream, x, norms, ord):
    upstream = keep(upstream, norms != 0).reshape((-1, 1))
    changes = upstream * _bend(_pairs(x), norms.reshape((-1, 1)), ord) * _pairs(g)
    first, second = np.triu_indices(x.shape[0], 1)
    return place(changes, index=first, shape=x.shape) - place(changes, index=second, shape=x.shape)


def _of_norms(g, upstream, x, norms, ord):
    if ord in (0, 1) or math.isinf(ord):
        return np.zeros_like(norms)
    return (1 - ord) * keep(upstream, norms != 0) / (norms + (norms == 0)) * _of_upstream(g, x, norms, ord)


@primitive(upstream=_of_upstream, x=_of_x, norms=_of_norms)
def pdist_pullback(upstream, x, norms, *, ord):
    """The sum, for each row, of upstream times the slope of its distances."""
    total, end = np.zeros_like(x, order="C"), 0
    weights = upstream / (norms + (norms == 0)) if ord == 2 else upstream
    for i in range(len(x) - 1):
        start, end = end, end + len(x) - 1 - i
        difference, weight = x[i + 1 :] - x[i], weights[start:end]
        slopes = difference if ord == 2 else _slope(difference, norms[start:end].reshape(-1, 1), ord)
        total[i] -= weight @ slopes
        total[i + 1 :] += weight.reshape(-1, 1) * slopes
    return total
