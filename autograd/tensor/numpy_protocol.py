"""What NumPy's functions do with tensors: ``np.tanh(t)`` and ``np.concatenate([t, u])`` are recorded ops.

Ufuncs, and functions whose op has the same signature, enter `primitive.implementations` where the op is defined.
`numpy_functions` has those that need their arguments rearranged. Everything else raises TypeError: nothing falls back
to arrays and loses gradients silently.
"""

from typing import Any

import numpy as np

from ..core.primitive import implementations
from ..ops import cumulative, reduction
from .numpy_functions import FUNCTIONS

_REDUCE = {
    np.add: reduction.sum,
    np.multiply: reduction.prod,
    np.maximum: reduction.amax,
    np.minimum: reduction.amin,
    np.logical_and: reduction.all,
    np.logical_or: reduction.any,
    np.logaddexp: reduction.logsumexp,
}
_ACCUMULATE = {np.add: cumulative.cumsum, np.multiply: cumulative.cumprod, np.logaddexp: cumulative.logcumsumexp}
implementations.update(FUNCTIONS)


def apply_ufunc(ufunc: Any, method: str, inputs: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Call the op that implements ``ufunc``; raises TypeError if there is none, or an argument it does not have."""
    if method == "reduce" and ufunc in _REDUCE:
        kwargs.setdefault("axis", 0)
        _only(f"{ufunc.__name__}.reduce", kwargs, ("axis", "dtype", "keepdims"))
        return _REDUCE[ufunc](*inputs, **{k: v for k, v in kwargs.items() if v is not None or k == "axis"})
    if method == "accumulate" and ufunc in _ACCUMULATE:
        _only(f"{ufunc.__name__}.accumulate", kwargs, ("axis",))
        return _ACCUMULATE[ufunc](*inputs, **{"axis": 0, **kwargs})
    if method != "__call__" or ufunc not in implementations:
        raise _unsupported(ufunc.__name__ if method == "__call__" else f"{ufunc.__name__}.{method}")
    _only(ufunc.__name__, kwargs, ())
    return implementations[ufunc](*inputs)


def apply_function(function: Any, args: Any, kwargs: Any) -> Any:
    """Call what implements a NumPy function for tensors; raises TypeError if there is nothing."""
    implementation = implementations.get(function)
    if implementation is None:
        raise _unsupported(f"{function.__module__}.{function.__name__}".removeprefix("numpy."))
    return implementation(*args, **kwargs)


def _unsupported(name: str) -> TypeError:
    return TypeError(
        f"numpy.{name} is not supported for tensors: its derivative is not known. Apply it to x.detach().numpy() if no "
        f"gradient is needed, or make it an op with autograd.primitive"
    )


def _only(name: str, kwargs: dict[str, Any], known: tuple[str, ...]) -> None:
    """Raise TypeError if there is an argument other than the ``known`` ones."""
    unknown = [key for key, value in kwargs.items() if key not in known and value is not None]
    if unknown:
        hint = "; an array cannot take the result of recorded operations" if "out" in unknown else ""
        raise TypeError(f"numpy.{name}: the argument {', '.join(unknown)} is not supported for tensors{hint}")
