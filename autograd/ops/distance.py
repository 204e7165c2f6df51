"""Distances of all pairs of vectors, without an array of all differences."""

import math

import numpy as np

from ..core.primitive import primitive
from .elementwise import keep
from .indexing import place
from .norm import vector_norm


@primitive(x=lambda g, x, out, ord: pdist_pullback(g, x, out, ord=ord))
def pdist(x, *, ord):
    """The norms |x_i - x_j| of all pairs of rows with i < j, in order of i, then j; at 0 the gradient is 0."""
    out, end = np.empty_like(x, shape=(math.comb(len(x), 2),)), 0
    for i in range(len(x) - 1):
        start, end = end, end + len(x) - 1 - i
        out[start:end] = vector_norm(x[i + 1 :] - x[i], ord=ord, axis=-1)
    return out


def _slope(difference, norm, ord):
    """Return the derivative of a norm by the vectors in the last axis."""
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
    """Return the derivative of the slope by the vectors, as if their norm did not change."""
    if ord in (0, 1) or math.isinf(ord):
        return np.zeros_like(difference)
    norm = norm + (norm == 0)
    if ord == 2:
        return np.ones_like(difference) / norm
    return (ord - 1) * _power(difference / norm, ord - 2) / norm


def _power(ratio, exponent):
    nonzero = ratio != 0
    return keep((np.abs(ratio) + ~nonzero) ** exponent, nonzero)


def _pairs(x):
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
