"""What a tensor can be made of, and in which dtype."""

from typing import Any

import numpy as np

from ..core import dtypes
from ..core.op import is_tensor


def as_array(data: Any, dtype: Any = None, *, copy: bool = True) -> Any:
    """Return ``data`` as an array: Python floats in the default dtype, arrays and tensors in their own.

    Raises TypeError for anything but numbers of at most 64 bits (complex: 128), ValueError for nested sequences of
    different lengths, RuntimeError for integers that do not fit in the dtype.
    """
    if is_tensor(data):
        data = data._array
    if isinstance(data, (np.ndarray, np.generic)):
        array = np.array(data, dtype=dtype, copy=copy or None)
        if not array.dtype.isnative:
            array = array.astype(array.dtype.newbyteorder("="))
    else:
        try:
            array = np.array(_plain(data))
        except ValueError as error:
            raise ValueError("tensor: the nested sequences are not all of the same length") from error
        if dtype is not None:
            _check_range(array, np.dtype(dtype))
            array = array.astype(dtype, copy=False)
        elif array.dtype == dtypes.float64 and not _has_float64(data):
            array = array.astype(dtypes.get_default_dtype())
        elif array.dtype.kind == "c" and not hasattr(data, "dtype"):
            array = array.astype(dtypes.result_type(1j))
        elif array.dtype.kind == "u" and array.dtype.itemsize == 8:  # what NumPy makes of integers from 2**63 on
            _check_range(array, dtypes.int64)
    if array.dtype.kind not in "biufc" or array.dtype.itemsize > (16 if array.dtype.kind == "c" else 8):
        raise TypeError(f"tensor: expected numbers, got an array of {array.dtype}")
    return array


def _check_range(integers: Any, dtype: Any) -> None:
    """Raise RuntimeError if Python integers do not fit in a dtype; negative ones wrap around in an unsigned one."""
    if integers.dtype.kind in "iu" and dtype.kind in "iu" and integers.size:
        most = np.iinfo(dtype).max
        if int(integers.max()) > most or int(integers.min()) < -most - 1:
            raise RuntimeError(f"tensor: the integers do not all fit in {dtype}")


def _plain(data: Any) -> Any:
    """Return nested sequences with arrays in place of the tensors in them."""
    if is_tensor(data):
        return data._array
    if isinstance(data, (list, tuple)):
        nested = any(isinstance(item, (list, tuple)) or is_tensor(item) for item in data)
        return [_plain(item) for item in data] if nested else data
    return data


def _has_float64(data: Any) -> bool:
    """Return whether nested sequences begin with a float64 array, as opposed to a Python float."""
    while isinstance(data, (list, tuple)):
        if not len(data):
            return False
        data = data[0]
    return (isinstance(data, (np.ndarray, np.float64)) or is_tensor(data)) and bool(data.dtype == dtypes.float64)
