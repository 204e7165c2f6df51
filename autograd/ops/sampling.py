"""Resampling: values between the elements of an array, as weighted sums of a few elements along one axis.

Interpolation is linear in its input and works axis by axis. `Taps` say which elements make an output element, and with
which weights. The adjoint is the same function with the taps turned round, so there is one function and no scatter.
Where the taps lie, down to the rounding of positions in the input's precision, is as in PyTorch.
"""

import functools
from typing import Any

import numpy as np

from ..core.primitive import elementwise, primitive
from .elementwise import keep
from .indexing import getitem, place
from .normalization import sum_product_to
from .shape import stack


class Taps:
    """Which of ``size`` elements make output element i: those at indices[:, i], times weights[:, i], or 1 if None."""

    def __init__(self, size: int, indices: Any, weights: Any = None) -> None:
        self.size, self.indices, self.weights = size, indices, weights

    def __repr__(self) -> str:
        count, to = self.indices.shape
        return f"{self.size} to {to}, {count} each"

    @functools.cached_property
    def turned(self) -> "Taps":
        """The taps of the adjoint; each of its elements has as many taps as the one that needs most of them."""
        weights = np.ones(self.indices.shape) if self.weights is None else self.weights
        sources, weights = self.indices.reshape(-1), weights.reshape(-1)
        targets = np.broadcast_to(np.arange(self.indices.shape[1]), self.indices.shape).reshape(-1)
        order = np.argsort(sources, kind="stable")
        order = order[weights[order] != 0]
        sources, targets, weights = sources[order], targets[order], weights[order]
        counts = np.bincount(sources, minlength=self.size)
        number = np.arange(len(sources)) - (np.cumsum(counts) - counts)[sources]  # which tap of its element it is
        shape = (max(1, counts.max(initial=0)), self.size)
        back, shares = np.zeros(shape, sources.dtype), np.zeros(shape)
        back[:, sources[number == 0]] = targets[number == 0]  # taps with weight 0 read an element that counts
        back[number, sources] = targets
        shares[number, sources] = weights
        return Taps(self.indices.shape[1], back, shares)


@primitive(x=lambda g, taps, axis: resample(g, taps=taps.turned, axis=axis))
def resample(x, *, taps, axis):
    """Weighted sums of elements along an axis: of which, and with which weights, the taps say."""
    if taps.weights is None:
        return x.take(taps.indices[0], axis)
    weights = taps.weights.astype(x.dtype).reshape((*taps.weights.shape, *(1,) * (x.ndim - 1 - axis % x.ndim)))
    out = _weighted_sum(x, taps.indices, weights, axis)
    unused = ~taps.weights.any(axis=0)
    if unused.any():  # 0 times an infinite element is not 0
        out[(slice(None),) * (axis % x.ndim) + (unused,)] = 0
    return out


def _weighted_sum(x, indices, weights, axis):
    """Return the sum over k of what x has at indices[k] along an axis, times weights[k]."""
    out = None
    for index, weight in zip(indices, weights, strict=True):
        part = x.take(index, axis)
        part *= weight
        if out is None:
            out = part
        else:
            out += part
    return out


# Images are usually resized in the same way in every step.
_remembered = functools.lru_cache(maxsize=64)


def _ratio(size, to, scale, align_corners, real):
    """Return how many input elements lie between two output elements."""
    if align_corners:
        return real(size - 1) / real(to - 1) if to > 1 else real(0)
    return real(1 / scale) if scale else real(size) / real(to)


def _positions(size, to, scale, align_corners, real):
    """Return where in the input the output elements lie."""
    ratio, places = _ratio(size, to, scale, align_corners, real), np.arange(to).astype(real)
    return ratio * places if align_corners else ratio * (places + real(0.5)) - real(0.5)


@_remembered
def nearest_taps(size: int, to: int, scale: float | None, exact: bool, real: Any) -> Taps:
    """Return the taps that take the element left of each position, or the nearest one if ``exact``."""
    positions = np.float64(_ratio(size, to, scale, False, real)) * (np.arange(to) + (0.5 if exact else 0.0))
    if exact:
        positions = (positions - 0.5).astype(real) + 0.5
    # PyTorch rounds positions to float32 in every precision, which decides where they are close to whole numbers.
    return Taps(size, np.minimum(np.floor(positions.astype(np.float32)).astype(np.int64), size - 1)[np.newaxis])


@_remembered
def linear_taps(size: int, to: int, scale: float | None, align_corners: bool, real: Any) -> Taps:
    """Return the taps of linear interpolation between neighbours."""
    if size == to:
        return Taps(size, np.arange(size)[np.newaxis])
    positions = np.maximum(_positions(size, to, scale, align_corners, real), 0)
    left = np.minimum(positions.astype(np.int64), size - 1)
    share = np.clip(positions - left.astype(real), 0, 1)
    return Taps(size, np.stack([left, np.minimum(left + 1, size - 1)]), np.stack([1 - share, share]))


@_remembered
def cubic_taps(size: int, to: int, scale: float | None, align_corners: bool, real: Any) -> Taps:
    """Return the taps of cubic convolution, with the slope -0.75; beyond its ends the array continues with them."""
    positions = _positions(size, to, scale, align_corners, real)
    left = np.floor(positions)
    weights = cubic_weights(np.clip(positions - left, 0, 1))
    indices = left.astype(np.int64) + np.arange(-1, 3).reshape(4, 1)
    return Taps(size, np.clip(indices, 0, size - 1), np.stack(weights))


def cubic_weights(t: Any, slope: float = -0.75) -> tuple[Any, ...]:
    """Return the weights of the four neighbours of a point that is ``t`` right of the second one (Keys, 1981)."""
    u = 1 - t
    return (
        ((slope * (t + 1) - 5 * slope) * (t + 1) + 8 * slope) * (t + 1) - 4 * slope,
        ((slope + 2) * t - (slope + 3)) * t * t + 1,
        ((slope + 2) * u - (slope + 3)) * u * u + 1,
        ((slope * (u + 1) - 5 * slope) * (u + 1) + 8 * slope) * (u + 1) - 4 * slope,
    )


@_remembered
def area_taps(size: int, to: int) -> Taps:
    """Return the taps that average all elements that an output element covers, in whole or in part."""
    starts = np.arange(to) * size // to
    ends = -(np.arange(1, to + 1) * -size // to)
    return _windows(starts, ends, lambda places: np.ones(places.shape), size)


def _windows(starts: Any, ends: Any, weight: Any, size: int) -> Taps:
    """Return taps at the elements from ``starts`` to ``ends``, with weights scaled to add up to 1.

    Where there are fewer elements than elsewhere, several taps read the last one and share its weight: a tap with
    weight 0 at another element would make NaN of an infinite one.
    """
    most = (ends - starts).max()
    indices = np.minimum(starts + np.arange(most).reshape(-1, 1), ends - 1)
    weights = weight(indices) / np.where(indices == ends - 1, most - (ends - starts) + 1, 1)
    return Taps(size, indices, weights / np.add.reduce(weights, axis=0))


@_remembered
def antialiased_taps(size: int, to: int, scale: float | None, align_corners: bool, real: Any, kind: str) -> Taps:
    """Return the taps of a filter that is widened where the output is smaller; ``kind`` is one of `FILTERS`."""
    if size == to:
        return Taps(size, np.arange(size)[np.newaxis])
    radius, kernel = FILTERS[kind]
    ratio = _ratio(size, to, scale, align_corners, real)
    widened = max(ratio, real(1))
    centers, support = ratio * (np.arange(to).astype(real) + real(0.5)), real(radius) * widened
    starts = np.maximum((centers - support + real(0.5)).astype(np.int64), 0)
    ends = np.minimum((centers + support + real(0.5)).astype(np.int64), size)
    return _windows(starts, ends, lambda places: kernel(np.abs(places - centers + 0.5) / widened), size)


def _linear(x):
    return np.maximum(1 - x, 0)


def _cubic(x):
    near, far = (1.5 * x - 2.5) * x * x + 1, ((-0.5 * x + 2.5) * x - 4) * x + 2
    return np.where(x < 1, near, np.where(x < 2, far, 0))


def _lanczos(x):
    return np.where(x < 3, np.sinc(x) * np.sinc(x / 3), 0)


# The radius in output elements, and the weight as a function of the distance.
FILTERS = {"bilinear": (1, _linear), "bicubic": (2, _cubic), "lanczos": (3, _lanczos)}


# Values at any points, for grid_sample; the neighbours of a point may lie outside of the array.


def _blend_table(g, table_shape, weights, rows):
    return place(g * weights.reshape((*weights.shape, 1)), index=rows, shape=table_shape)


def _blend_weights(g, table, rows):
    at = (rows.shape[1], 1)
    return stack(*[sum_product_to(g, getitem(table, index=row), shape=at).reshape((at[0],)) for row in rows])


@primitive(table=_blend_table, weights=_blend_weights)
def blend(table, weights, *, rows):
    """A matrix: the sum over k of the vector weights[k] times the rows of ``table`` at rows[k]."""
    return _weighted_sum(table, rows, weights[..., np.newaxis], 0)


@elementwise(x=lambda g, x, high: keep(g, (x > 0) & (x < high)))
def clip_position(x, *, high):
    """x limited to [0, high]; NaN becomes 0. The derivative at the bounds is 0."""
    return np.minimum(np.where(x > 0, x, x.dtype.type(0)), x.dtype.type(high))


def _direction(x, low, span):
    return np.where((x < low) ^ (np.floor(np.abs(x - low) / span) % 2 != 0), -1, 1).astype(x.dtype)


@elementwise(x=lambda g, x, low, span: g * _direction(x, low, span) if span else g * 0)
def reflect_position(x, *, low, span):
    """x, reflected at ``low`` and ``low + span`` as often as needed to lie between them."""
    if not span:
        return x * 0
    distance = np.abs(x - low)
    extra = np.fmod(distance, x.dtype.type(span))
    return np.where(np.floor(distance / span) % 2 == 0, extra + low, span - extra + low)
