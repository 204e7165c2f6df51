"""Arrays of random numbers, from which `tensors` and `in_place` make tensors.

``name`` is that of the function that asks: errors begin with it.
"""

from typing import Any

import numpy as np

from ..core.dtypes import float16, float32
from ..functions.arguments import array_of, integer
from .generator import Generator, numpy_generator


def uniform(name: str, shape: tuple[int, ...], dtype: Any, generator: Generator | None) -> Any:
    """Return numbers drawn uniformly from [0, 1)."""
    dtype = floating(name, dtype)
    if dtype == float16:  # as multiples of 2**-11: rounding other numbers could give 1
        drawn = numpy_generator(generator).random(shape, float32.type)
        return np.asarray(np.floor(drawn * 2048) / 2048).astype(dtype)
    return np.asarray(numpy_generator(generator).random(shape, dtype.type))


def floating(name: str, dtype: Any) -> Any:
    """Return a dtype as NumPy's; raises RuntimeError if it is not of floating point."""
    dtype = np.dtype(dtype)
    if dtype.kind != "f":
        raise RuntimeError(f"{name}: random numbers of this kind are of floating point, not {dtype}; use .float()")
    return dtype


def standard_normal(name: str, shape: tuple[int, ...], dtype: Any, generator: Generator | None) -> Any:
    """Return numbers drawn from the normal distribution with mean 0 and variance 1."""
    dtype = floating(name, dtype)
    drawn = float32 if dtype == float16 else dtype  # float16 is not drawn directly
    return np.asarray(numpy_generator(generator).standard_normal(shape, drawn.type)).astype(dtype, copy=False)


def integers(name: str, low: Any, high: Any, shape: tuple[int, ...], dtype: Any, generator: Generator | None) -> Any:
    """Return integers drawn uniformly from low up to, not including, high; raises RuntimeError if they do not fit."""
    low, high, dtype = integer(name, low), integer(name, high), np.dtype(dtype)
    if high <= low:
        raise RuntimeError(f"{name}: there are no integers from {low} up to, not including, {high}")
    least, most = limits(dtype)
    if not (max(least, -(2**63)) <= low and high - 1 <= min(most, 2**63 - 1)):
        raise RuntimeError(f"{name}: integers from {low} up to, not including, {high} do not all fit in {dtype}")
    return below(high, np.asarray(numpy_generator(generator).integers(low, high, shape)).astype(dtype))


def limits(dtype: Any) -> tuple[Any, Any]:
    """Return the least and the greatest number of a dtype."""
    if dtype.kind == "b":
        return 0, 1
    if dtype.kind == "f":
        return float(np.finfo(dtype).min), float(np.finfo(dtype).max)
    return np.iinfo(dtype).min, np.iinfo(dtype).max


def below(limit: Any, values: Any) -> Any:
    """Return values that were rounded to ``limit``, which they are below, as the greatest number below it."""
    if values.dtype.kind != "f":
        return values
    greatest = values.dtype.type(limit)
    if float(greatest) >= limit:
        greatest = np.nextafter(greatest, values.dtype.type(-np.inf))
    return np.minimum(values, greatest)


def successes(name: str, shape: tuple[int, ...], dtype: Any, p: Any, generator: Generator | None) -> Any:
    """Return ones with the probabilities p, and zeros; raises RuntimeError for what are no probabilities."""
    chances = np.asarray(array_of(p))
    if not np.all((chances >= 0) & (chances <= 1)):
        raise RuntimeError(f"{name}: a probability is a number from 0 to 1, got {p if chances.ndim == 0 else chances}")
    try:
        chances = np.broadcast_to(chances, shape)
    except ValueError:
        raise RuntimeError(f"{name}: probabilities of shape {chances.shape} do not broadcast to {shape}") from None
    # In double precision: single precision numbers are multiples of 2**-24, too coarse for small probabilities.
    return np.asarray(numpy_generator(generator).random(shape) < chances).astype(dtype)


def with_replacement(chances: Any, samples: int, source: "np.random.Generator") -> Any:
    """Return indices drawn from each row, with the chances there; one may be drawn several times."""
    heights = np.cumsum(chances / chances.max(axis=1, keepdims=True), axis=1)
    top = heights[:, -1:]
    # A product that is rounded up to the top would be beyond the last index.
    throws = np.minimum(source.random((len(chances), samples)) * top, np.nextafter(top, 0))
    # Halving the range where each index can be, for all at once: the first one whose height is above the throw.
    low, high = np.zeros(throws.shape, np.int64), np.full(throws.shape, heights.shape[1] - 1)
    rows = np.arange(len(chances))[:, None]
    for _ in range(heights.shape[1].bit_length()):
        middle = (low + high) // 2
        beyond = heights[rows, middle] <= throws
        low, high = np.where(beyond, np.minimum(middle + 1, high), low), np.where(beyond, high, middle)
    return low


def without_replacement(chances: Any, samples: int, source: "np.random.Generator") -> Any:
    """Return indices drawn from each row, with the chances there; none is drawn twice."""
    # A race: the times at which exponential clocks of these rates ring, as logarithms, which hold any ratio of rates.
    # Who is first among those left has the probability that drawing one after the other gives it.
    with np.errstate(divide="ignore", invalid="ignore"):
        times = np.log(source.standard_exponential(chances.shape)) - np.log(chances)
    first = np.argpartition(times, samples - 1, axis=1)[:, :samples]
    return np.take_along_axis(first, np.argsort(np.take_along_axis(times, first, axis=1), axis=1), axis=1)


def converted(values: Any, dtype: Any) -> Any:
    """Return numbers in another dtype, infinite where they are beyond its range."""
    with np.errstate(over="ignore"):
        return np.asarray(values).astype(dtype, copy=False)
