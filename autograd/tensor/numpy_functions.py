"""NumPy's functions of tensors, made of PyTorch's: the table that `numpy_protocol` reads.

The parameters are those of NumPy's functions, as far as they are supported.
"""

import functools
from collections.abc import Callable
from typing import Any

import numpy as np

from .. import functions, linalg
from ..core.op import wrap
from ..functions.arguments import array_of
from ..functions.subscripts import getitem
from ..linalg import top_level
from ..ops import diagonals, elementwise, linalg as products, padding, reduction, solving


def _arrays(arrays: Any) -> list[Any]:
    """Return a sequence of tensors, arrays and nested lists as one of tensors and arrays."""
    return [x if hasattr(x, "shape") else np.asarray(x) for x in arrays]


def _flat(a: Any, axis: int | None) -> tuple[Any, int]:
    """Return the tensor and the axis to work along: the only one of the flattened tensor if it is None."""
    return (functions.reshape(a, -1), 0) if axis is None else (a, axis)


def _made_like(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda a, *args, **kwargs: wrap(function(array_of(a), *args, **kwargs))


def _reshape(a: Any, shape: Any, order: str = "C") -> Any:
    if order != "C":
        raise TypeError(f"numpy.reshape: tensors are reshaped in the order 'C', not {order!r}")
    return functions.reshape(a, shape)


def _concatenate(arrays: Any, axis: Any = 0) -> Any:
    arrays = _arrays(arrays)
    return functions.cat([np.ravel(a) for a in arrays]) if axis is None else functions.cat(arrays, axis)


def _split(x: Any, indices_or_sections: Any, axis: int = 0) -> list[Any]:
    if isinstance(indices_or_sections, int) and x.shape[axis] % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return list(functions.tensor_split(x, indices_or_sections, axis))


def _roll(a: Any, shift: Any, axis: Any = None) -> Any:
    if isinstance(axis, tuple) and isinstance(shift, int):
        shift = (shift,) * len(axis)
    return functions.roll(a, shift, axis)


def _repeat(a: Any, repeats: Any, axis: Any = None) -> Any:
    return functions.repeat_interleave(a, repeats if isinstance(repeats, int) else np.asarray(repeats), axis)


def _sliding_window_view(x: Any, window_shape: Any, axis: Any = None) -> Any:
    sizes = window_shape if isinstance(window_shape, (tuple, list)) else (window_shape,)
    axes = range(x.ndim) if axis is None else axis if isinstance(axis, (tuple, list)) else (axis,)
    ndim = x.ndim
    for size, of_axis in zip(sizes, axes, strict=True):
        x = functions.unfold(x, of_axis % ndim, size, 1)
    return x


def _pad(array: Any, pad_width: Any, mode: str = "constant", *, constant_values: Any = 0) -> Any:
    width = [(int(before), int(after)) for before, after in np.broadcast_to(pad_width, (array.ndim, 2))]
    if any(min(pair) < 0 for pair in width):
        raise ValueError(f"numpy.pad: widths are not negative, got {pad_width!r}")
    if mode == "constant":
        if np.ndim(constant_values):
            raise TypeError("numpy.pad: constant_values is one number for tensors")
        return padding.pad(array, width=width, value=constant_values)
    most = {"reflect": -1, "wrap": 0, "edge": None}
    if mode not in most:
        known = ", ".join(map(repr, ["constant", *most]))
        raise TypeError(f"numpy.pad: mode {mode!r} is not supported for tensors, only {known}")
    for n, pair in zip(array.shape, width, strict=True):
        limit = most[mode]
        if limit is not None and max(pair) > n + limit:
            raise TypeError(f"numpy.pad: mode {mode!r} takes widths of at most {n + limit} for tensors, got {pair}")
    return padding.pad_like(array, width=width, mode=mode)


def _take(a: Any, indices: Any, axis: int | None = None) -> Any:
    if axis is None:
        return functions.take(a, indices)
    return getitem(a, (slice(None),) * (axis % max(a.ndim, 1)) + (np.asarray(array_of(indices)),))


def _sorting(function: Callable[..., Any]) -> Callable[..., Any]:
    def sort(a: Any, axis: int | None = -1, kind: str | None = None, *, stable: bool | None = None) -> Any:
        return function(*_flat(a, axis), stable=kind in ("stable", "mergesort") or bool(stable))

    return sort


def _accumulating(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda a, axis=None, dtype=None: function(*_flat(a, axis), dtype=dtype)


def _quantile(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda a, q, axis=None, *, method="linear", keepdims=False: function(
        a, q, axis, keepdims, interpolation=method
    )


def _dot(a: Any, b: Any) -> Any:
    if np.ndim(a) == 0 or np.ndim(b) == 0:
        return elementwise.multiply(a, b)
    return functions.tensordot(a, b, ([-1], [-2])) if np.ndim(b) > 2 else top_level.matmul(a, b)


def _cross(a: Any, b: Any, axisa: int = -1, axisb: int = -1, axisc: int = -1, axis: int | None = None) -> Any:
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = np.moveaxis(a, axisa, -1), np.moveaxis(b, axisb, -1)
    if a.shape[-1] != 3 or b.shape[-1] != 3:
        raise TypeError(f"numpy.cross: needs vectors of three, got {a.shape[-1]} and {b.shape[-1]} elements")
    return np.moveaxis(products.cross(a, b), -1, axisc)


def _trace(a: Any, offset: int = 0, axis1: int = 0, axis2: int = 1) -> Any:
    return reduction.sum(diagonals.diagonal(a, offset, axis1, axis2), -1)


def _svd(a: Any, full_matrices: bool = True, compute_uv: bool = True, hermitian: bool = False) -> Any:
    if hermitian:
        raise TypeError("numpy.linalg.svd: hermitian=True is not supported for tensors; see numpy.linalg.eigh")
    return linalg.svd(a, full_matrices) if compute_uv else linalg.svdvals(a)


def _pinv(a: Any, rcond: Any = None, hermitian: bool = False, *, rtol: Any = None) -> Any:
    rtol = rcond if rtol is None else rtol
    return linalg.pinv(a, 1e-15 if rtol is None else array_of(rtol), hermitian=hermitian)


FUNCTIONS: dict[Any, Callable[..., Any]] = {
    # what is known of an array; new ones like it
    np.shape: lambda a: a.shape,
    np.ndim: lambda a: a.ndim,
    np.size: lambda a, axis=None: a.numel() if axis is None else a.shape[axis],
    np.result_type: lambda *args: np.result_type(*map(array_of, args)),
    np.allclose: lambda a, b, **kwargs: np.allclose(array_of(a), array_of(b), **kwargs),
    np.array_equal: lambda a, b, **kwargs: np.array_equal(array_of(a), array_of(b), **kwargs),
    np.may_share_memory: lambda a, b: np.may_share_memory(array_of(a), array_of(b)),
    np.shares_memory: lambda a, b: np.shares_memory(array_of(a), array_of(b)),
    np.copy: lambda a: functions.clone(a),
    np.empty_like: _made_like(np.empty_like),
    np.zeros_like: _made_like(np.zeros_like),
    np.ones_like: _made_like(np.ones_like),
    np.full_like: lambda a, fill_value, **kwargs: wrap(np.full_like(array_of(a), np.asarray(fill_value), **kwargs)),
    # shapes
    np.reshape: _reshape,
    np.ravel: lambda a: functions.reshape(a, -1),
    np.expand_dims: lambda a, axis: functions.reshape(a, np.expand_dims(np.empty(a.shape, bool), axis).shape),
    np.squeeze: lambda a, axis=None: functions.reshape(a, np.empty(a.shape, bool).squeeze(axis).shape),
    np.broadcast_to: lambda array, shape: functions.broadcast_to(array, shape),
    np.broadcast_arrays: lambda *args: functions.broadcast_tensors(*_arrays(args)),
    np.atleast_1d: lambda *arys: functions.atleast_1d(*_arrays(arys)),
    np.atleast_2d: lambda *arys: functions.atleast_2d(*_arrays(arys)),
    np.atleast_3d: lambda *arys: functions.atleast_3d(*_arrays(arys)),
    np.transpose: lambda a, axes=None: a.T if axes is None else functions.permute(a, axes),
    np.matrix_transpose: lambda x: x.mT,
    np.swapaxes: lambda a, axis1, axis2: functions.transpose(a, axis1, axis2),
    np.moveaxis: lambda a, source, destination: functions.movedim(a, source, destination),
    np.flip: lambda m, axis=None: functions.flip(m, range(m.ndim) if axis is None else axis),
    np.fliplr: lambda m: functions.fliplr(m),
    np.flipud: lambda m: functions.flipud(m),
    np.roll: _roll,
    np.rot90: lambda m, k=1, axes=(0, 1): functions.rot90(m, k, axes),
    np.tile: lambda A, reps: functions.tile(A, reps),
    np.repeat: _repeat,
    np.pad: _pad,
    np.diag: lambda v, k=0: functions.diag(v, k),
    np.diagflat: lambda v, k=0: functions.diagflat(v, k),
    np.lib.stride_tricks.sliding_window_view: _sliding_window_view,
    # joining and cutting
    np.concatenate: _concatenate,
    np.stack: lambda arrays, axis=0: functions.stack(_arrays(arrays), axis),
    np.hstack: lambda tup: functions.hstack(_arrays(tup)),
    np.vstack: lambda tup: functions.vstack(_arrays(tup)),
    np.dstack: lambda tup: functions.dstack(_arrays(tup)),
    np.column_stack: lambda tup: functions.column_stack(_arrays(tup)),
    np.meshgrid: lambda *xi, indexing="xy": functions.meshgrid(*_arrays(xi), indexing=indexing),
    np.split: _split,
    np.array_split: lambda ary, indices_or_sections, axis=0: list(
        functions.tensor_split(ary, indices_or_sections, axis)
    ),
    np.hsplit: lambda ary, indices_or_sections: list(functions.hsplit(ary, indices_or_sections)),
    np.vsplit: lambda ary, indices_or_sections: list(functions.vsplit(ary, indices_or_sections)),
    np.dsplit: lambda ary, indices_or_sections: list(functions.dsplit(ary, indices_or_sections)),
    # choosing and sorting
    np.take: _take,
    np.take_along_axis: lambda arr, indices, axis=-1: functions.take_along_dim(arr, indices, axis),
    np.nonzero: lambda a: functions.nonzero(a, as_tuple=True),
    np.flatnonzero: lambda a: functions.nonzero(a.reshape(-1), as_tuple=True)[0],
    np.sort: _sorting(lambda *args, **kwargs: functions.sort(*args, **kwargs).values),
    np.argsort: _sorting(functions.argsort),
    # single elements
    np.clip: lambda a, a_min=None, a_max=None, *, min=None, max=None: functions.clamp(
        a, min if a_min is None else a_min, max if a_max is None else a_max
    ),
    np.nan_to_num: lambda x, *, nan=0.0, posinf=None, neginf=None: functions.nan_to_num(x, nan, posinf, neginf),
    np.fix: elementwise.trunc,
    # reductions and statistics
    np.amax: reduction.amax,
    np.amin: reduction.amin,
    np.ptp: lambda a, axis=None, keepdims=False: (
        reduction.amax(a, axis, keepdims=keepdims) - reduction.amin(a, axis, keepdims=keepdims)
    ),
    np.var: lambda a, axis=None, ddof=0, keepdims=False: reduction.var(a, axis, correction=ddof, keepdims=keepdims),
    np.std: lambda a, axis=None, ddof=0, keepdims=False: reduction.std(a, axis, correction=ddof, keepdims=keepdims),
    np.count_nonzero: lambda a, axis=None, *, keepdims=False: reduction.sum(a != 0, axis, keepdims=keepdims),
    np.nansum: lambda a, axis=None, dtype=None, keepdims=False: functions.nansum(a, axis, keepdims, dtype=dtype),
    np.nanmean: lambda a, axis=None, dtype=None, keepdims=False: functions.nanmean(a, axis, keepdims, dtype=dtype),
    np.median: lambda a, axis=None, keepdims=False: functions.quantile(a, 0.5, axis, keepdims),
    np.nanmedian: lambda a, axis=None, keepdims=False: functions.nanquantile(a, 0.5, axis, keepdims),
    np.quantile: _quantile(functions.quantile),
    np.nanquantile: _quantile(functions.nanquantile),
    np.cumsum: _accumulating(functions.cumsum),
    np.cumprod: _accumulating(functions.cumprod),
    np.diff: lambda a, n=1, axis=-1, prepend=None, append=None: functions.diff(a, n, axis, prepend, append),
    np.trapezoid: lambda y, x=None, dx=1.0, axis=-1: functions.trapezoid(y, x, dx=dx if x is None else None, dim=axis),
    np.bincount: lambda x, weights=None, minlength=0: functions.bincount(x, weights, minlength),
    np.corrcoef: lambda x: functions.corrcoef(x),
    # products
    np.einsum: lambda *operands, optimize=False: functions.einsum(*operands),  # which chooses the order of products
    np.dot: _dot,
    np.tensordot: lambda a, b, axes=2: functions.tensordot(a, b, axes),
    np.inner: lambda a, b: top_level.inner(a, b),
    np.outer: lambda a, b: top_level.outer(np.ravel(a), np.ravel(b)),
    np.vdot: lambda a, b: top_level.vdot(np.ravel(a), np.ravel(b)),
    np.kron: lambda a, b: top_level.kron(a, b),
    np.cross: _cross,
    np.trace: _trace,
    # linear algebra
    np.linalg.solve: lambda a, b: (linalg if np.ndim(b) == 1 else solving).solve(a, b),  # only 1-d arrays are vectors
    np.linalg.cholesky: lambda a, /, *, upper=False: linalg.cholesky(a, upper),
    np.linalg.svd: _svd,
    np.linalg.eigh: lambda a, UPLO="L": linalg.eigh(a, UPLO),
    np.linalg.eigvalsh: lambda a, UPLO="L": linalg.eigvalsh(a, UPLO),
    np.linalg.pinv: _pinv,
    np.linalg.lstsq: lambda a, b, rcond=None: linalg.lstsq(a, b, rcond, driver="gelsd"),
    np.linalg.tensorinv: lambda a, ind=2: linalg.tensorinv(a, ind),
    np.linalg.tensorsolve: lambda a, b, axes=None: linalg.tensorsolve(a, b, axes),
    np.linalg.cond: lambda x, p=None: linalg.cond(x, p),
    np.linalg.matrix_power: lambda a, n: linalg.matrix_power(a, n),
    np.linalg.matrix_rank: lambda A, tol=None, hermitian=False, *, rtol=None: linalg.matrix_rank(
        A, atol=tol, rtol=rtol, hermitian=hermitian
    ),
    np.linalg.multi_dot: lambda arrays: linalg.multi_dot(arrays),
    np.linalg.norm: lambda x, ord=None, axis=None, keepdims=False: linalg.norm(x, ord, axis, keepdims),
    np.linalg.vector_norm: lambda x, /, *, axis=None, keepdims=False, ord=2: linalg.vector_norm(x, ord, axis, keepdims),
    np.linalg.matrix_norm: lambda x, /, *, keepdims=False, ord="fro": linalg.matrix_norm(x, ord, keepdim=keepdims),
    np.linalg.matmul: lambda x1, x2, /: top_level.matmul(x1, x2),
    np.linalg.matrix_transpose: lambda x, /: x.mT,
    np.linalg.outer: lambda x1, x2, /: top_level.outer(x1, x2),
    np.linalg.cross: lambda x1, x2, /, *, axis=-1: _cross(x1, x2, axis=axis),
    np.linalg.vecdot: lambda x1, x2, /, *, axis=-1: linalg.vecdot(x1, x2, dim=axis),
    np.linalg.tensordot: lambda x1, x2, /, *, axes=2: functions.tensordot(x1, x2, axes),
    np.linalg.diagonal: lambda x, /, *, offset=0: linalg.diagonal(x, offset=offset),
    np.linalg.trace: lambda x, /, *, offset=0: _trace(x, offset, -2, -1),
}
_VECTORS = {"vecdot": "...i,...i->...", "matvec": "...ij,...j->...i", "vecmat": "...i,...ij->...j"}
for _name, _subscripts in _VECTORS.items():
    if hasattr(np, _name):  # since NumPy 2.2
        FUNCTIONS[getattr(np, _name)] = functools.partial(functions.einsum, _subscripts)
for _function, _implementation in FUNCTIONS.items():
    if _implementation.__module__ == __name__:
        _implementation.__qualname__ = f"numpy.{_function.__name__}"  # so Python says whose argument is not known
