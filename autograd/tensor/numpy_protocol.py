"""What NumPy's functions do with tensors: ``np.tanh(t)`` and ``np.concatenate([t, u])`` are recorded ops.

Ufuncs and functions whose op has the same signature are entered where the op is defined (`primitive.dispatch`); here
are those that need their arguments rearranged. Everything else raises TypeError: nothing falls back to arrays and loses
gradients silently.
"""

import functools
from collections.abc import Callable
from typing import Any

import numpy as np

from .. import functions, linalg
from ..core import primitive
from ..core.op import wrap
from ..ops import cumulative, decomposition, diagonals, elementwise, reduction
from ..ops import linalg as linalg_ops
from ..ops import padding as padding_ops

_REDUCE = {
    np.add: reduction.sum,
    np.multiply: reduction.prod,
    np.maximum: reduction.amax,
    np.minimum: reduction.amin,
    np.logical_and: reduction.all,
    np.logical_or: reduction.any,
    np.logaddexp: reduction.logsumexp,
}
_ACCUMULATE = {
    np.add: cumulative.cumsum,
    np.multiply: cumulative.cumprod,
    np.logaddexp: cumulative.logcumsumexp,
}


def apply_ufunc(ufunc: Any, method: str, inputs: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Call the op that implements ``ufunc``; raises TypeError if there is none, or an argument it does not have."""
    if method == "reduce" and ufunc in _REDUCE:
        kwargs.setdefault("axis", 0)
        _only(f"{ufunc.__name__}.reduce", kwargs, ("axis", "dtype", "keepdims"))
        return _REDUCE[ufunc](*inputs, **{k: v for k, v in kwargs.items() if v is not None or k == "axis"})
    if method == "accumulate" and ufunc in _ACCUMULATE:
        _only(f"{ufunc.__name__}.accumulate", kwargs, ("axis",))
        return _ACCUMULATE[ufunc](*inputs, **{"axis": 0, **kwargs})
    if method != "__call__" or ufunc not in primitive.dispatch:
        name = ufunc.__name__ if method == "__call__" else f"{ufunc.__name__}.{method}"
        raise TypeError(_unsupported(name))
    _only(ufunc.__name__, kwargs, ())
    return primitive.dispatch[ufunc](*inputs)


def apply_function(function: Any, args: Any, kwargs: Any) -> Any:
    """Call what implements a NumPy function for tensors; raises TypeError if there is nothing."""
    implementation = primitive.dispatch.get(function)
    if implementation is None:
        raise TypeError(_unsupported(f"{function.__module__}.{function.__name__}".removeprefix("numpy.")))
    return implementation(*args, **kwargs)


def _unsupported(name: str) -> str:
    return (
        f"numpy.{name} is not supported for tensors: its derivative is not known. Apply it to x.detach().numpy() if no "
        f"gradient is needed, or make it an op with autograd.primitive"
    )


def _only(name: str, kwargs: dict[str, Any], known: tuple[str, ...]) -> None:
    unknown = [key for key, value in kwargs.items() if key not in known and value is not None]
    if unknown:
        hint = "; an array cannot take the result of recorded operations" if "out" in unknown else ""
        raise TypeError(f"numpy.{name}: the argument {', '.join(unknown)} is not supported for tensors{hint}")


def _array(x: Any) -> Any:
    return getattr(x, "_array", x)


def _like(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda a, *args, **kwargs: wrap(function(_array(a), *args, **kwargs))


def _reshape(a: Any, shape: Any, order: str = "C") -> Any:
    if order != "C":
        raise TypeError(f"numpy.reshape: tensors are reshaped in the order 'C', not {order!r}")
    return functions.reshape(a, shape)


def _expand_dims(a: Any, axis: Any) -> Any:
    axes = axis if isinstance(axis, tuple) else (axis,)
    return functions.reshape(a, np.expand_dims(np.empty(a.shape, bool), axes).shape)


def _squeeze(a: Any, axis: Any = None) -> Any:
    return functions.reshape(a, np.empty(a.shape, bool).squeeze(axis).shape)


def _arrays(arrays: Any) -> list[Any]:
    """Return a sequence of tensors, arrays and nested lists as one of tensors and arrays."""
    return [x if hasattr(x, "shape") else np.asarray(x) for x in arrays]


def _concatenate(arrays: Any, axis: Any = 0) -> Any:
    arrays = _arrays(arrays)
    return functions.cat([np.ravel(a) for a in arrays]) if axis is None else functions.cat(arrays, axis)


def _dot(a: Any, b: Any) -> Any:
    if np.ndim(a) == 0 or np.ndim(b) == 0:
        return elementwise.multiply(a, b)
    return functions.tensordot(a, b, ([-1], [-2])) if np.ndim(b) > 2 else functions.matmul(a, b)


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


def _take(a: Any, indices: Any, axis: int | None = None) -> Any:
    if axis is None:
        return functions.take(a, indices)
    return functions.indexing.getitem(a, (slice(None),) * (axis % max(a.ndim, 1)) + (np.asarray(_array(indices)),))


def _sort(a: Any, axis: int | None = -1, kind: str | None = None, *, stable: bool | None = None) -> Any:
    stable = kind in ("stable", "mergesort") or bool(stable)
    return functions.sort(a.reshape(-1) if axis is None else a, -1 if axis is None else axis, stable=stable).values


def _argsort(a: Any, axis: int | None = -1, kind: str | None = None, *, stable: bool | None = None) -> Any:
    stable = kind in ("stable", "mergesort") or bool(stable)
    return functions.argsort(a.reshape(-1) if axis is None else a, -1 if axis is None else axis, stable=stable)


def _einsum(*operands: Any, optimize: Any = False) -> Any:
    return functions.einsum(*operands)  # the order of products is chosen anyway


def _cross(a: Any, b: Any, axisa: int = -1, axisb: int = -1, axisc: int = -1, axis: int | None = None) -> Any:
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = np.moveaxis(a, axisa, -1), np.moveaxis(b, axisb, -1)
    if a.shape[-1] != 3 or b.shape[-1] != 3:
        raise TypeError(f"numpy.cross: needs vectors of three, got {a.shape[-1]} and {b.shape[-1]} elements")
    return np.moveaxis(linalg_ops.cross(a, b), -1, axisc)


def _solve(a: Any, b: Any) -> Any:
    return linalg.solve(a, b) if np.ndim(b) == 1 else decomposition.solve(a, b)  # only 1-d arrays are vectors


def _svd(a: Any, full_matrices: bool = True, compute_uv: bool = True, hermitian: bool = False) -> Any:
    if hermitian:
        raise TypeError("numpy.linalg.svd: hermitian=True is not supported for tensors; see numpy.linalg.eigh")
    return linalg.svd(a, full_matrices) if compute_uv else linalg.svdvals(a)


def _pinv(a: Any, rcond: Any = None, hermitian: bool = False, *, rtol: Any = None) -> Any:
    rtol = rcond if rtol is None else rtol
    return linalg.pinv(a, 1e-15 if rtol is None else _array(rtol), hermitian=hermitian)


def _trace(a: Any, offset: int = 0, axis1: int = 0, axis2: int = 1) -> Any:
    return reduction.sum(diagonals.diagonal(a, offset, axis1, axis2), -1)


def _pad(array: Any, pad_width: Any, mode: str = "constant", *, constant_values: Any = 0) -> Any:
    width = [(int(before), int(after)) for before, after in np.broadcast_to(pad_width, (array.ndim, 2))]
    if any(min(pair) < 0 for pair in width):
        raise ValueError(f"numpy.pad: widths are not negative, got {pad_width!r}")
    if mode == "constant":
        if np.ndim(constant_values):
            raise TypeError("numpy.pad: constant_values is one number for tensors")
        return padding_ops.pad(array, width=width, value=constant_values)
    most = {"reflect": -1, "wrap": 0, "edge": None}
    if mode not in most:
        known = ", ".join(map(repr, ["constant", *most]))
        raise TypeError(f"numpy.pad: mode {mode!r} is not supported for tensors, only {known}")
    for n, pair in zip(array.shape, width, strict=True):
        limit = most[mode]
        if limit is not None and max(pair) > n + limit:
            raise TypeError(f"numpy.pad: mode {mode!r} takes widths of at most {n + limit} for tensors, got {pair}")
    return padding_ops.pad_like(array, width=width, mode=mode)


_LINALG: dict[Any, Callable[..., Any]] = {
    np.einsum: _einsum,
    np.tensordot: lambda a, b, axes=2: functions.tensordot(a, b, axes),
    np.inner: lambda a, b: functions.inner(a, b),
    np.outer: lambda a, b: functions.outer(np.ravel(a), np.ravel(b)),
    np.vdot: lambda a, b: functions.vdot(np.ravel(a), np.ravel(b)),
    np.kron: lambda a, b: functions.kron(a, b),
    np.cross: _cross,
    np.trace: _trace,
    np.linalg.solve: _solve,
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
    np.linalg.matmul: lambda x1, x2, /: functions.matmul(x1, x2),
    np.linalg.matrix_transpose: lambda x, /: x.mT,
    np.linalg.outer: lambda x1, x2, /: functions.outer(x1, x2),
    np.linalg.cross: lambda x1, x2, /, *, axis=-1: _cross(x1, x2, axis=axis),
    np.linalg.vecdot: lambda x1, x2, /, *, axis=-1: linalg.vecdot(x1, x2, dim=axis),
    np.linalg.tensordot: lambda x1, x2, /, *, axes=2: functions.tensordot(x1, x2, axes),
    np.linalg.diagonal: lambda x, /, *, offset=0: linalg.diagonal(x, offset=offset),
    np.linalg.trace: lambda x, /, *, offset=0: _trace(x, offset, -2, -1),
}
_PRODUCTS = {"vecdot": "...i,...i->...", "matvec": "...ij,...j->...i", "vecmat": "...i,...ij->...j"}  # since NumPy 2.2
for _name, _subscripts in _PRODUCTS.items():
    if hasattr(np, _name):
        primitive.dispatch[getattr(np, _name)] = functools.partial(functions.einsum, _subscripts)


def _accumulated(function: Callable[..., Any]) -> Callable[..., Any]:
    def accumulate(a: Any, axis: int | None = None, dtype: Any = None) -> Any:
        return function(np.ravel(a) if axis is None else a, 0 if axis is None else axis, dtype=dtype)

    return accumulate


def _median(a: Any, axis: int | None = None, keepdims: bool = False) -> Any:
    return functions.quantile(a, 0.5, axis, keepdims)


def _nanmedian(a: Any, axis: int | None = None, keepdims: bool = False) -> Any:
    return functions.nanquantile(a, 0.5, axis, keepdims)


def _quantile(function: Callable[..., Any]) -> Callable[..., Any]:
    def quantile(a: Any, q: Any, axis: int | None = None, *, method: str = "linear", keepdims: bool = False) -> Any:
        return function(a, q, axis, keepdims, interpolation=method)

    return quantile


def _diff(a: Any, n: int = 1, axis: int = -1, prepend: Any = None, append: Any = None) -> Any:
    return functions.diff(a, n, axis, prepend, append)


_STATISTICS: dict[Any, Callable[..., Any]] = {
    np.cumsum: _accumulated(functions.cumsum),
    np.cumprod: _accumulated(functions.cumprod),
    np.diff: _diff,
    np.trapezoid: lambda y, x=None, dx=1.0, axis=-1: functions.trapezoid(y, x, dx=dx if x is None else None, dim=axis),
    np.nansum: lambda a, axis=None, dtype=None, keepdims=False: functions.nansum(a, axis, keepdims, dtype=dtype),
    np.nanmean: lambda a, axis=None, dtype=None, keepdims=False: functions.nanmean(a, axis, keepdims, dtype=dtype),
    np.median: _median,
    np.nanmedian: _nanmedian,
    np.quantile: _quantile(functions.quantile),
    np.nanquantile: _quantile(functions.nanquantile),
    np.ptp: lambda a, axis=None, keepdims=False: (
        reduction.amax(a, axis, keepdims=keepdims) - reduction.amin(a, axis, keepdims=keepdims)
    ),
    np.count_nonzero: lambda a, axis=None, *, keepdims=False: reduction.sum(a != 0, axis, keepdims=keepdims),
    np.bincount: lambda x, weights=None, minlength=0: functions.bincount(x, weights, minlength),
    np.corrcoef: lambda x: functions.corrcoef(x),
}
_FUNCTIONS: dict[Any, Callable[..., Any]] = {
    **_LINALG,
    **_STATISTICS,
    np.take: _take,
    np.take_along_axis: lambda arr, indices, axis=-1: functions.take_along_dim(arr, indices, axis),
    np.sort: _sort,
    np.argsort: _argsort,
    np.nonzero: lambda a: functions.nonzero(a, as_tuple=True),
    np.flatnonzero: lambda a: functions.nonzero(a.reshape(-1), as_tuple=True)[0],
    np.reshape: _reshape,
    np.ravel: lambda a: functions.reshape(a, -1),
    np.pad: _pad,
    np.transpose: lambda a, axes=None: a.T if axes is None else functions.permute(a, axes),
    np.matrix_transpose: lambda x: x.mT,
    np.swapaxes: lambda a, axis1, axis2: functions.transpose(a, axis1, axis2),
    np.moveaxis: lambda a, source, destination: functions.movedim(a, source, destination),
    np.expand_dims: _expand_dims,
    np.squeeze: _squeeze,
    np.broadcast_to: lambda array, shape: functions.broadcast_to(array, shape),
    np.concatenate: _concatenate,
    np.stack: lambda arrays, axis=0: functions.stack(_arrays(arrays), axis),
    np.hstack: lambda tup: functions.hstack(_arrays(tup)),
    np.vstack: lambda tup: functions.vstack(_arrays(tup)),
    np.dstack: lambda tup: functions.dstack(_arrays(tup)),
    np.column_stack: lambda tup: functions.column_stack(_arrays(tup)),
    np.split: _split,
    np.array_split: lambda ary, indices_or_sections, axis=0: list(
        functions.tensor_split(ary, indices_or_sections, axis)
    ),
    np.hsplit: lambda ary, indices_or_sections: list(functions.hsplit(ary, indices_or_sections)),
    np.vsplit: lambda ary, indices_or_sections: list(functions.vsplit(ary, indices_or_sections)),
    np.dsplit: lambda ary, indices_or_sections: list(functions.dsplit(ary, indices_or_sections)),
    np.atleast_1d: lambda *arys: functions.atleast_1d(*_arrays(arys)),
    np.atleast_2d: lambda *arys: functions.atleast_2d(*_arrays(arys)),
    np.atleast_3d: lambda *arys: functions.atleast_3d(*_arrays(arys)),
    np.broadcast_arrays: lambda *args: functions.broadcast_tensors(*_arrays(args)),
    np.meshgrid: lambda *xi, indexing="xy": functions.meshgrid(*_arrays(xi), indexing=indexing),
    np.flip: lambda m, axis=None: functions.flip(m, range(m.ndim) if axis is None else axis),
    np.fliplr: lambda m: functions.fliplr(m),
    np.flipud: lambda m: functions.flipud(m),
    np.roll: _roll,
    np.rot90: lambda m, k=1, axes=(0, 1): functions.rot90(m, k, axes),
    np.tile: lambda A, reps: functions.tile(A, reps),
    np.repeat: _repeat,
    np.diag: lambda v, k=0: functions.diag(v, k),
    np.diagflat: lambda v, k=0: functions.diagflat(v, k),
    np.lib.stride_tricks.sliding_window_view: _sliding_window_view,
    np.dot: _dot,
    np.amax: reduction.amax,
    np.amin: reduction.amin,
    np.var: lambda a, axis=None, ddof=0, keepdims=False: reduction.var(a, axis, correction=ddof, keepdims=keepdims),
    np.std: lambda a, axis=None, ddof=0, keepdims=False: reduction.std(a, axis, correction=ddof, keepdims=keepdims),
    np.clip: lambda a, a_min=None, a_max=None, *, min=None, max=None: functions.clamp(
        a, min if a_min is None else a_min, max if a_max is None else a_max
    ),
    np.nan_to_num: lambda x, *, nan=0.0, posinf=None, neginf=None: functions.nan_to_num(x, nan, posinf, neginf),
    np.fix: elementwise.trunc,
    np.zeros_like: _like(np.zeros_like),
    np.ones_like: _like(np.ones_like),
    np.full_like: lambda a, fill_value, **kwargs: wrap(np.full_like(_array(a), np.asarray(fill_value), **kwargs)),
    np.empty_like: _like(np.empty_like),
    np.copy: lambda a: functions.clone(a),
    np.shape: lambda a: a.shape,
    np.ndim: lambda a: a.ndim,
    np.size: lambda a, axis=None: a.numel() if axis is None else a.shape[axis],
    np.allclose: lambda a, b, **kwargs: np.allclose(_array(a), _array(b), **kwargs),
    np.array_equal: lambda a, b, **kwargs: np.array_equal(_array(a), _array(b), **kwargs),
    np.may_share_memory: lambda a, b: np.may_share_memory(_array(a), _array(b)),
    np.shares_memory: lambda a, b: np.shares_memory(_array(a), _array(b)),
    np.result_type: lambda *args: np.result_type(*map(_array, args)),
}
primitive.dispatch.update(_FUNCTIONS)
for _function, _implementation in _FUNCTIONS.items():
    if _implementation.__module__ == __name__:
        _implementation.__qualname__ = f"numpy.{_function.__name__}"  # so Python says whose argument is not known
