"""Dtypes: PyTorch's names for NumPy's dtypes, the default dtype, and PyTorch's rules of type promotion.

NumPy's and PyTorch's promotion differ where an integer meets float32 (NumPy: float64, PyTorch: float32) and for 0-d
operands (strong in NumPy; in PyTorch they only matter by kind). Ops compute with NumPy; where the result is of another
dtype than an operand, `promoted` gives it the dtype that PyTorch's rules ask for.
"""

import functools
from typing import Any

import numpy as np

float16 = half = np.dtype("float16")
float32 = np.dtype("float32")
float64 = double = np.dtype("float64")
complex64 = cfloat = np.dtype("complex64")
complex128 = cdouble = np.dtype("complex128")
uint8 = np.dtype("uint8")
int8 = np.dtype("int8")
int16 = short = np.dtype("int16")
int32 = np.dtype("int32")
int64 = long = np.dtype("int64")
bool_ = np.dtype("bool")

DType = np.dtype[Any]

_default = float32
_CATEGORY = {"b": 0, "i": 1, "u": 1, "f": 2, "c": 3}
_LARGEST = {"b": 8, "i": 8, "u": 8, "f": 8, "c": 16}  # bytes


def get_default_dtype() -> DType:
    """Return the dtype of tensors made from Python floats, and of true quotients of integers.

    >>> import autograd
    >>> autograd.get_default_dtype()
    dtype('float32')
    """
    return _default


def set_default_dtype(dtype: Any) -> None:
    """Set the dtype of tensors made from Python floats: float16, float32 or float64; raises TypeError for others."""
    global _default
    dtype = np.dtype(dtype)
    if dtype.kind != "f":
        raise TypeError(f"set_default_dtype: only floating-point dtypes can be the default, got {dtype}")
    _default = dtype


def result_type(*operands: Any) -> DType:
    """Return the dtype of arithmetic between ``operands``, by PyTorch's rules.

    Arrays and tensors with dimensions decide; 0-d ones and then Python scalars count only if they are of a higher
    kind (bool < integer < floating point < complex).

    >>> import autograd
    >>> autograd.result_type(autograd.arange(3), 1.5)
    dtype('float32')
    """
    if not operands:
        raise TypeError("result_type: needs at least one operand")
    return _result(frozenset([_rank_and_dtype(operand) for operand in operands]))


@functools.cache
def _result(operands: frozenset[tuple[int, DType]]) -> DType:
    result: DType | None = None
    for rank in range(3):
        here = [dtype for r, dtype in operands if r == rank]
        if not here:
            continue
        dtype = functools.reduce(_join, here)
        if result is None:
            result = dtype
        elif _CATEGORY[dtype.kind] > _CATEGORY[result.kind]:
            # A complex number among real ones gives them imaginary parts, not its own precision.
            result = np.promote_types(result, complex64) if result.kind == "f" else dtype
    assert result is not None
    return result


def _rank_and_dtype(operand: Any) -> tuple[int, DType]:
    if isinstance(operand, (bool, np.bool_)):
        return 2, bool_
    if isinstance(operand, (int, np.integer)):
        return 2, int64
    if isinstance(operand, (float, np.floating)):
        return 2, _default
    if isinstance(operand, (complex, np.complexfloating)):
        return 2, complex128 if _default == float64 else complex64
    dtype = getattr(operand, "dtype", None)
    if not isinstance(dtype, np.dtype) or dtype.kind not in _CATEGORY or dtype.itemsize > _LARGEST[dtype.kind]:
        kind = type(operand).__name__ if dtype is None else f"{type(operand).__name__} of {dtype}"
        raise TypeError(
            f"expected tensors, arrays or numbers of at most 64 bits (complex: 128), got a {kind}; autograd.tensor and "
            f"autograd.from_dlpack convert"
        )
    return (0 if operand.ndim else 1), dtype


def _join(a: DType, b: DType) -> DType:
    if a.kind in "fc" and b.kind in "iub":
        return a
    if b.kind in "fc" and a.kind in "iub":
        return b
    return np.promote_types(a, b)


def can_cast(dtype: Any, to: Any) -> bool:
    """Return whether values of ``dtype`` may be written into ``to``: one of the same kind, or a higher one.

    >>> import autograd
    >>> from autograd.dtypes import can_cast
    >>> can_cast(autograd.int64, autograd.uint8), can_cast(autograd.float32, autograd.int64)
    (True, False)
    """
    return _CATEGORY[np.dtype(dtype).kind] <= _CATEGORY[np.dtype(to).kind]


def promoted(out: Any, operands: tuple[Any, ...]) -> Any:
    """Return ``out``, computed by NumPy from ``operands``, in the dtype of PyTorch's promotion rules.

    A result of another kind than theirs, such as the absolute values of complex numbers, keeps its dtype.
    """
    dtype, computed = result_type(*[x for x in operands if x is not None]), out.dtype
    if dtype.kind in "iub" and computed.kind == "f":
        dtype = _default
    return out if computed == dtype or _CATEGORY[computed.kind] != _CATEGORY[dtype.kind] else out.astype(dtype)
