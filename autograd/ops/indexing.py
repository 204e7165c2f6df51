"""Indexing and its adjoint: reading the elements at an index, and adding elements to zeros at an index.

An *index* is any that NumPy takes; *positions* are integers that say where in the flattened array elements are.
"""

import functools
import math
from typing import Any

import numpy as np

from ..core.op import unbroadcast
from ..core.primitive import primitive
from .elementwise import keep


@primitive(x=lambda g, x_shape, index: place(g, index=index, shape=x_shape))
def getitem(x, *, index):
    """x[index], for any index that NumPy takes."""
    axis = _axis_alone(index)
    if axis is not None and axis < x.ndim and x.flags.c_contiguous:
        return x.take(index[axis] if isinstance(index, tuple) else index, axis=axis)  # in half the time
    out = x[index]
    if isinstance(out, np.generic):  # make a view of a single element too, so that x[0].add_(1) changes x
        out = x[(*index, ...)] if isinstance(index, tuple) else x[index, ...]
    return out


def _axis_alone(index):
    """Return the axis along which an index has an array of integers, if it takes all of the axes before; else None."""
    several = isinstance(index, tuple)
    last = index[-1] if several and index else index
    if not (isinstance(last, np.ndarray) and last.dtype.kind == "i" and last.ndim):
        return None
    before = index[:-1] if several else ()
    whole = all(isinstance(part, slice) and part.start is part.stop is part.step is None for part in before)
    return len(before) if whole else None


@primitive(values=lambda g, values_shape, index: unbroadcast(getitem(g, index=index), values_shape))
def place(values, *, index, shape):
    """Zeros of ``shape`` to which ``values``, broadcast, are added at ``index``; where it repeats, they add up."""
    out = np.zeros_like(values, shape=shape, order="C")
    if _may_repeat(index):
        _add_repeated(out, index, values)
    else:
        out[index] = values
    return out


@primitive(x=lambda g: g, value=lambda g, value_shape, index: unbroadcast(getitem(g, index=index), value_shape))
def additem(x, value, *, index):
    """A copy of x to which ``value``, broadcast, is added at ``index``; where it repeats, the values add up."""
    out = np.copy(x, order="C")
    if _may_repeat(index):
        _add_repeated(out, index, value)
    else:
        try:
            out[index] += value
        except ValueError as error:
            raise _misfit("additem", out[index], value) from error
    return out


def _may_repeat(index):
    """Return whether an index has an array of integers, in which numbers may repeat."""
    return any(
        isinstance(part, np.ndarray) and part.dtype.kind in "iu" and part.size > 1
        for part in (index if isinstance(index, tuple) else (index,))
    )


def _add_repeated(out, index, values):
    rows, row = _rows(index, out.shape)
    try:
        values = np.broadcast_to(values, rows.shape + row)
    except ValueError as error:
        raise _misfit("additem", out[index], values) from error
    if values.size:
        size = math.prod(row)
        _add_rows(out.reshape(-1, size), rows.reshape(-1), np.ascontiguousarray(values).reshape(-1, size))


def _rows(index, shape):
    """Return which rows an index selects, and the shape of a row: the last axes, all of which the index takes."""
    parts = index if isinstance(index, tuple) else (index,)
    if all(isinstance(part, np.ndarray) and part.dtype.kind == "i" for part in parts):
        counted = [_counted(part.astype(np.int64, copy=False), n) for part, n in zip(parts, shape, strict=False)]
        rows = counted[0]
        for part, n in zip(counted[1:], shape[1:], strict=False):
            rows = rows * n + part
        return rows, shape[len(parts) :]
    axis = _axis_alone(index)
    if axis is not None:
        before = np.arange(math.prod(shape[:axis])) * shape[axis]
        rows = np.add.outer(before, _counted(index[axis].astype(np.int64, copy=False), shape[axis]))
        return rows.reshape(shape[:axis] + index[axis].shape), shape[axis + 1 :]
    axes = len(shape) if any(part is ... for part in parts) else sum(map(axes_of, parts))
    every = np.arange(math.prod(shape[:axes])).reshape(shape[:axes])
    return every[index], shape[axes:]


def axes_of(part: Any) -> int:
    """Return how many axes of the array a part of an index selects from."""
    if isinstance(part, np.ndarray) and part.dtype.kind == "b":
        return part.ndim
    return 0 if part is None or part is ... or isinstance(part, (bool, np.bool_)) else 1


def _counted(positions, n):
    """Return positions that count from the start: of those given, negative ones count from the end."""
    return positions % n if positions.size and positions.min() < 0 else positions


_PAIR = {np.dtype("float32"): np.dtype("complex64"), np.dtype("float64"): np.dtype("complex128")}


def _add_rows(out, rows, values):
    """Add values to out[rows], where rows may repeat; in either way, the values of a row add up in their order.

    np.add.at is fast in one dimension only. It adds complex numbers as fast as real ones: so it adds two at once.
    """
    size = values.shape[1]
    if size >= 32 and len(rows) >= 1024:
        counts = np.bincount(rows, minlength=len(out))
        if counts.max() * 4096 < values.size:  # a turn takes as long as np.add.at for that many numbers
            _add_rows_by_turns(out, rows, values, counts)
            return
    if size % 2 == 0 and values.dtype == out.dtype and out.dtype in _PAIR:
        out, values, size = out.view(_PAIR[out.dtype]), values.view(_PAIR[out.dtype]), size // 2
    positions = rows if size == 1 else (rows * size)[:, None] + np.arange(size)
    np.add.at(out.reshape(-1), positions.reshape(-1), values.reshape(-1))


def _add_rows_by_turns(out, rows, values, counts):
    """Add the first values of all rows, then the second ones, and so on.

    The most frequent rows come first, so that the rows that take part in a turn are a block.
    """
    frequent = np.argsort(-counts, kind="stable")
    grouped = np.argsort(rows.astype(np.min_scalar_type(len(out))), kind="stable")  # 16 bits sort three times as fast
    starts = (np.cumsum(counts) - counts)[frequent]
    lengths = len(out) - np.cumsum(np.bincount(counts))[:-1]  # how many rows take part in each turn
    turns = [grouped[starts[:length] + turn] for turn, length in enumerate(lengths)]
    values = values.take(np.concatenate(turns), axis=0)
    total, start = values[: lengths[0]], lengths[0]
    for length in lengths[1:]:
        total[:length] += values[start : start + length]
        start += length
    out[frequent[: len(total)]] += total


def _assigned(g, value_shape, x_shape, index):
    gradient = getitem(g, index=index)
    if _may_repeat(index):
        gradient = of_last_values(gradient, index, x_shape)
    inner = value_shape[max(len(value_shape) - len(gradient.shape), 0) :]  # without leading axes of size 1
    return unbroadcast(gradient, inner).reshape(value_shape)


@primitive(x=lambda g, index: setitem(g, 0.0, index=index), value=_assigned)
def setitem(x, value, *, index):
    """A copy of x in which x[index] is ``value``, broadcast; where the index repeats, the last value stays."""
    out = np.copy(x, order="C")
    assign(out, index, value)
    return out


def assign(array: Any, index: Any, value: Any) -> None:
    """Write array[index] = value; where the index repeats, the last value stays.

    Raises RuntimeError for a value whose shape does not fit.
    """
    if _may_repeat(index):  # NumPy assigns in the order of memory: in that of the index if arrays are contiguous
        index = _contiguous(index)
        value = np.ascontiguousarray(value) if getattr(value, "ndim", 0) else value
    try:
        array[index] = value
    except (ValueError, TypeError) as error:
        if not getattr(value, "ndim", 0):
            raise
        target = array[index]
        extra = value.ndim - target.ndim
        if extra <= 0 or value.shape[:extra] != (1,) * extra:
            raise _misfit("setitem", target, value) from error
        assign(array, index, value.reshape(value.shape[extra:]))  # NumPy does not drop all leading axes of size 1


def _misfit(name, target, value):
    return RuntimeError(
        f"{name}: a value of shape {value.shape} does not broadcast to x[index], of shape {target.shape}"
    )


def _contiguous(index):
    if isinstance(index, tuple):
        return tuple([_contiguous(part) for part in index])
    return np.ascontiguousarray(index) if isinstance(index, np.ndarray) and index.ndim else index


def of_last_values(gradient, index, x_shape):
    """Return the gradient of values assigned at ``index``: of values at the same place, only the last one has any."""
    rows, row = _rows(index, x_shape)
    flat = np.ascontiguousarray(rows).reshape(-1)
    turns = np.arange(flat.size, dtype=np.min_scalar_type(flat.size))
    last = np.zeros(math.prod(x_shape[: len(x_shape) - len(row)]), turns.dtype)
    last[flat] = turns
    stay = last[flat] == turns
    return gradient if stay.all() else keep(gradient, stay.reshape(rows.shape + (1,) * len(row)))


def along(indices: Any, axis: int, shape: tuple[int, ...]) -> Any:
    """Return the positions, in an array of ``shape``, of the elements at ``indices`` along an axis.

    Along the other axes ``indices`` may be shorter than the array: its elements then belong to the first ones there.
    """
    if not shape:
        return indices
    axis %= len(shape)
    stride, of_axis, others = 1, 1, []
    for i in range(len(shape) - 1, -1, -1):
        n = indices.shape[i]
        if i == axis:
            of_axis = stride
        elif n > 1:
            others.append((np.arange(n) * stride).reshape((n,) + (1,) * (len(shape) - i - 1)))
        stride *= shape[i]
    positions = indices if of_axis == 1 else indices * of_axis
    return positions + functools.reduce(np.add, others) if others else positions


def outside(indices: Any, size: int) -> bool:
    """Return whether any of these integers is negative, or not less than ``size``."""
    # As unsigned numbers negative ones are huge, so that one pass over the array shows both.
    return bool(indices.size) and int(indices.view(f"u{indices.itemsize}").max()) >= size


def on_axis(vector: Any, axis: int, ndim: int) -> Any:
    """Return a vector as an array of ``ndim`` axes, all of size 1 but ``axis``."""
    return vector.reshape([1] * (axis % ndim) + [-1] + [1] * (ndim - 1 - axis % ndim))


@primitive(x=lambda g, x_shape, positions: place(g, index=positions, shape=(math.prod(x_shape),)).reshape(x_shape))
def take(x, *, positions):
    """The elements at ``positions``, in the shape of these."""
    return x.take(positions)


@primitive(values=lambda g, values_shape, positions: unbroadcast(take(g, positions=positions), values_shape))
def put(values, *, positions, shape):
    """Zeros of ``shape`` with ``values``, broadcast, at ``positions``, none of which repeats."""
    out = np.zeros_like(values, shape=shape, order="C")
    out.reshape(-1)[positions] = values
    return out


def _embedding_weight(g, weight_shape, indices, padding, by_frequency):
    if padding is not None and (indices == padding).any():
        counted = indices != padding
        g, indices = getitem(g, index=counted), indices[counted]
    if by_frequency:
        counts = np.bincount(indices.reshape(-1), minlength=1)[indices]
        g = g / counts[..., np.newaxis].astype(g.dtype)
    return place(g, index=indices, shape=weight_shape)


@primitive(weight=_embedding_weight)
def embedding(weight, *, indices, padding=None, by_frequency=False):
    """The rows of ``weight`` at ``indices``.

    The row ``padding`` gets no gradient; ``by_frequency`` divides the gradient of a row by how often it is looked up.
    """
    return weight.take(indices, 0)
