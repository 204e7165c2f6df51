"""Dtypes: PyTorch's names for NumPy's dtypes, the default dtype, and PyTorch's rules of type promotion.

NumPy's and PyTorch's promotion differ where an integer meets float32 (NumPy: float64, PyTorch: float32) and for 0-d
operands (strong in NumPy; in PyTorch they only matter by kind). Ops compute with NumPy; where the result is float64
without all operands being so, `promoted` gives it the dtype that PyTorch's rules ask for.
"""

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
    result: DType | None = None
    by_rank: list[list[DType]] = [[], [], []]
    for operand in operands:
        rank, dtype = _rank_and_dtype(operand)
        by_rank[rank].append(dtype)
    for dtypes in by_rank:
        if dtypes:
            here = dtypes[0]
            for other in dtypes[1:]:
                here = _join(here, other)
            if result is None or _CATEGORY[here.kind] > _CATEGORY[result.kind]:
                result = here if result is None or result.kind != "f" else _join(result, here)
    assert result is not None, "result_type: needs at least one operand"
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
    if not hasattr(operand, "dtype"):
        operand = np.asarray(operand)
    return (0 if operand.ndim else 1), operand.dtype


def _join(a: DType, b: DType) -> DType:
    if a.kind in "fc" and b.kind in "iub":
        return a
    if b.kind in "fc" and a.kind in "iub":
        return b
    return np.promote_types(a, b)


def promoted(out: Any, operands: tuple[Any, ...]) -> Any:
    """Return ``out``, computed by NumPy from ``operands``, in the dtype of PyTorch's promotion rules."""
    dtype = result_type(*operands)
    if dtype.kind in "iub":
        dtype = _default
    return out if out.dtype == dtype else out.astype(dtype)
