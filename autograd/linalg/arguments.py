"""What linear algebra refuses: tensors that hold no matrices of floating-point numbers, and systems that do not fit."""

import numpy as np

from ..core.op import Value
from ..functions.arguments import check_floats
from ..functions.shape import unsqueeze
from ..ops.linalg import refuse_others


def check_float_tensors(name: str, *tensors: Value) -> None:
    """Raise TypeError for what is neither tensor nor array, RuntimeError for integers and booleans."""
    refuse_others(name, *tensors)
    for x in tensors:
        check_floats(name, x.dtype)


def check_matrices(name: str, *tensors: Value) -> None:
    """Raise TypeError or RuntimeError for anything but matrices of float32 or float64."""
    check_float_tensors(name, *tensors)
    for x in tensors:
        if x.ndim < 2:
            raise RuntimeError(f"{name}: needs matrices, in the last two dimensions, got shape {x.shape}")
        if x.dtype.itemsize == 2:
            raise RuntimeError(f"{name}: needs float32 or float64, got {x.dtype}; convert with .float()")


def check_squares(name: str, x: Value) -> Value:
    """Return square matrices of float32 or float64; raises TypeError or RuntimeError for anything else."""
    check_matrices(name, x)
    if x.shape[-2] != x.shape[-1]:
        raise RuntimeError(f"{name}: needs square matrices, got shape {x.shape}")
    return x


def as_matrices(name: str, A: Value, B: Value) -> tuple[Value, bool]:
    """Return the right side B of a system as matrices, and whether it is a batch of vectors; RuntimeError if 0-d."""
    if not B.shape:
        raise RuntimeError(f"{name}: B needs one dimension or more, got shape ()")
    vectors = B.ndim == 1 or (A.ndim == B.ndim + 1 and A.shape[:-1] == B.shape)
    return unsqueeze(B, -1) if vectors else B, vectors


def check_system(name: str, A: Value, B: Value, right: Value, left: bool) -> None:
    """Raise RuntimeError unless the system has as many rows on both sides, or columns, and batches that broadcast.

    ``right`` is B as matrices; the system is A X = B if ``left``, and X A = B otherwise.
    """
    equation = "A X = B" if left else "X A = B"
    if A.shape[-1] != right.shape[-2 if left else -1]:
        raise RuntimeError(f"{name}: A of shape {A.shape} and B of shape {B.shape} do not fit in {equation}")
    try:
        np.broadcast_shapes(A.shape[:-2], right.shape[:-2])
    except ValueError:
        raise RuntimeError(
            f"{name}: the batches of A of shape {A.shape} and B of shape {B.shape} do not broadcast"
        ) from None
