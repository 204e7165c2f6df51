"""What NumPy's functions do with tensors: ``np.tanh(t)`` and ``np.concatenate([t, u])`` are recorded ops.

Ufuncs and functions whose op has the same signature are entered where the op is defined (`primitive.dispatch`); here
are those that need their arguments rearranged. Everything else raises TypeError: nothing falls back to arrays and loses
gradients silently.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

from . import functions, primitive
from .ops import elementwise, reduction
from .ops import shape as shape_ops

_REDUCE = {
    np.add: reduction.sum,
    np.multiply: reduction.prod,
    np.maximum: reduction.amax,
    np.minimum: reduction.amin,
    np.logical_and: reduction.all,
    np.logical_or: reduction.any,
}


def apply_ufunc(ufunc: Any, method: str, inputs: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Call the op that implements ``ufunc``; raises TypeError if there is none, or an argument it does not have."""
    if method == "reduce" and ufunc in _REDUCE:
        kwargs.setdefault("axis", 0)
        _only(f"{ufunc.__name__}.reduce", kwargs, ("axis", "dtype", "keepdims"))
        return _REDUCE[ufunc](*inputs, **{k: v for k, v in kwargs.items() if v is not None or k == "axis"})
    if method != "__call__" or ufunc not in primitive.dispatch:
        name = ufunc.__name__ if method == "__call__" else f"{ufunc.__name__}.{method}"
        raise TypeError(_unsupported(name))
    _only(ufunc.__name__, kwargs, ())
    return primitive.dispatch[ufunc](*inputs)


def apply_function(function: Any, args: Any, kwargs: Any) -> Any:
    """Call what implements a NumPy function for tensors; raises TypeError if there is nothing."""
    implementation = _FUNCTIONS.get(function) or primitive.dispatch.get(function)
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
    return lambda a, *args, **kwargs: primitive.Tensor._wrap(function(_array(a), *args, **kwargs))


def _reshape(a: Any, shape: Any, order: str = "C") -> Any:
    if order != "C":
        raise TypeError(f"numpy.reshape: tensors are reshaped in the order 'C', not {order!r}")
    return functions.reshape(a, shape)


def _expand_dims(a: Any, axis: Any) -> Any:
    axes = axis if isinstance(axis, tuple) else (axis,)
    return functions.reshape(a, np.expand_dims(np.empty(a.shape, bool), axes).shape)


def _squeeze(a: Any, axis: Any = None) -> Any:
    return functions.reshape(a, np.empty(a.shape, bool).squeeze(axis).shape)


def _concatenate(arrays: Any, axis: Any = 0) -> Any:
    return functions.cat([np.ravel(a) for a in arrays]) if axis is None else functions.cat(arrays, axis)


def _dot(a: Any, b: Any) -> Any:
    if np.ndim(a) == 0 or np.ndim(b) == 0:
        return elementwise.multiply(a, b)
    if np.ndim(a) > 1 and np.ndim(b) > 2:
        raise TypeError(f"numpy.dot: not supported for tensors of {np.ndim(a)} and {np.ndim(b)} axes; see numpy.matmul")
    return functions.matmul(a, b)


def _split(x: Any, indices_or_sections: Any, axis: int = 0) -> list[Any]:
    length = x.shape[axis]
    if isinstance(indices_or_sections, int):
        if length % indices_or_sections:
            raise ValueError("array split does not result in an equal division")
        sizes = [length // indices_or_sections] * indices_or_sections
    else:
        bounds = [0, *indices_or_sections, length]
        sizes = [b - a for a, b in pairwise(bounds)]
    return list(shape_ops.split(x, sections=tuple(sizes), axis=axis))


_FUNCTIONS: dict[Any, Callable[..., Any]] = {
    np.reshape: _reshape,
    np.ravel: lambda a: functions.reshape(a, -1),
    np.transpose: lambda a, axes=None: a.T if axes is None else functions.permute(a, axes),
    np.swapaxes: lambda a, axis1, axis2: functions.transpose(a, axis1, axis2),
    np.moveaxis: lambda a, source, destination: functions.movedim(a, source, destination),
    np.expand_dims: _expand_dims,
    np.squeeze: _squeeze,
    np.broadcast_to: lambda array, shape: functions.broadcast_to(array, shape),
    np.concatenate: _concatenate,
    np.stack: lambda arrays, axis=0: functions.stack(arrays, axis),
    np.split: _split,
    np.dot: _dot,
    np.amax: reduction.amax,
    np.amin: reduction.amin,
    np.var: lambda a, axis=None, ddof=0, keepdims=False: reduction.var(a, axis, correction=ddof, keepdims=keepdims),
    np.std: lambda a, axis=None, ddof=0, keepdims=False: reduction.std(a, axis, correction=ddof, keepdims=keepdims),
    np.clip: lambda a, a_min=None, a_max=None, *, min=None, max=None: functions.clamp(
        a, min if a_min is None else a_min, max if a_max is None else a_max
    ),
    np.zeros_like: _like(np.zeros_like),
    np.ones_like: _like(np.ones_like),
    np.full_like: lambda a, fill_value, **kwargs: primitive.Tensor._wrap(
        np.full_like(_array(a), np.asarray(fill_value), **kwargs)
    ),
    np.empty_like: _like(np.empty_like),
    np.copy: lambda a: functions.clone(a),
    np.shape: lambda a: a.shape,
    np.ndim: lambda a: a.ndim,
    np.size: lambda a, axis=None: a.numel() if axis is None else a.shape[axis],
    np.allclose: lambda a, b, **kwargs: np.allclose(_array(a), _array(b), **kwargs),
    np.isclose: lambda a, b, **kwargs: primitive.Tensor._wrap(np.isclose(_array(a), _array(b), **kwargs)),
    np.array_equal: lambda a, b, **kwargs: np.array_equal(_array(a), _array(b), **kwargs),
    np.may_share_memory: lambda a, b: np.may_share_memory(_array(a), _array(b)),
    np.shares_memory: lambda a, b: np.shares_memory(_array(a), _array(b)),
    np.result_type: lambda *args: np.result_type(*map(_array, args)),
}
for _function, _implementation in _FUNCTIONS.items():
    if _implementation.__module__ == __name__:
        _implementation.__qualname__ = f"numpy.{_function.__name__}"  # so Python says whose argument is not known
