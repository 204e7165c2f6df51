"""Norms of vectors and matrices, and condition numbers."""

import math
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np

from ..core.op import Value
from ..exports import public
from ..functions.arguments import Dim, axis_of, check_floats, detached
from ..functions.extremes import amax, amin
from ..functions.order import movedim
from ..functions.reduction import sum
from ..functions.shape import reshape, squeeze
from ..ops import distance as ops
from ..ops.linalg import refuse_others
from ..ops.solving import LinAlgError
from .arguments import check_squares
from .decompositions import svdvals
from .solving import inv

Order: TypeAlias = float | str | None  # of a norm: a number, "fro" or "nuc"


def _floating(name: str, x: Value, dtype: Any) -> Value:
    """Return the values to compute with, in ``dtype`` if it is given; raises RuntimeError if that is narrower."""
    refuse_others(name, x)
    check_floats(name, x.dtype, "f")
    if dtype is None:
        return x
    dtype = np.dtype(dtype)
    if np.promote_types(x.dtype, dtype) != dtype:
        raise RuntimeError(f"{name}: dtype={dtype} would narrow values of {x.dtype}; convert them with .to() first")
    return x.astype(dtype)


def vector_norm(x: Value, ord: float = 2, dim: Dim = None, keepdim: bool = False, *, dtype: Any = None) -> Value:
    """Return (sum |x|^ord)^(1/ord) over ``dim``, an int or a tuple, or over all elements.

    ``ord`` inf is the greatest |x|, -inf the least; those that tie share the gradient evenly. ``ord`` 0 is the number
    of nonzero elements. Where the norm is 0, the gradient is 0; so it is at elements that are 0, for ``ord`` < 2.
    ``dtype`` is that to compute in. Raises RuntimeError for the norm of nothing if ``ord`` is inf or negative, for
    integers and for a narrower ``dtype``; TypeError for an ``ord`` that is no number.

    >>> import autograd
    >>> x = autograd.tensor([3.0, 4.0], requires_grad=True)
    >>> autograd.linalg.vector_norm(x)
    tensor(5., grad_fn=<VectorNorm>)
    """
    if not isinstance(ord, (int, float)):
        raise TypeError(f"vector_norm: ord is a number, got {ord!r}; matrix_norm has 'fro' and 'nuc'")
    x = _floating("vector_norm", x, dtype)
    ndim = x.ndim
    if dim is None or (isinstance(dim, (tuple, list)) and not dim):
        axes: Any = tuple(range(ndim))
    elif isinstance(dim, int):
        axes = axis_of("vector_norm", dim, ndim)
    else:
        axes = tuple(axis_of("vector_norm", d, ndim) for d in dim)
    over = (axes,) if isinstance(axes, int) else axes
    if (ord < 0 or ord == math.inf) and ndim and 0 in (x.shape[i] for i in over):
        raise RuntimeError(f"vector_norm: no elements have no norm of ord {ord}, got shape {x.shape}, dim {dim}")
    return ops.vector_norm(x, ord=ord, axis=axes, keepdims=keepdim)


def matrix_norm(
    A: Value, ord: float | str = "fro", dim: Sequence[int] = (-2, -1), keepdim: bool = False, *, dtype: Any = None
) -> Value:
    """Return the norm of the matrices in the two dimensions ``dim``.

    ``ord`` is "fro", the root of the sum of squares; "nuc", the sum of the singular values; 2 or -2, the greatest or
    least of them; inf or -inf, the greatest or least sum of |elements| of a row; 1 or -1, of a column. Rows, columns or
    singular values that tie share the gradient evenly. Raises RuntimeError for another ``ord``, for a ``dim`` that is
    no pair of two dimensions, for integers and for a narrower ``dtype``.

    >>> import autograd
    >>> autograd.linalg.matrix_norm(autograd.tensor([[1.0, -2.0], [3.0, 4.0]]), ord=1)
    tensor(6.)
    """
    A = _floating("matrix_norm", A, dtype)
    if A.ndim < 2:
        raise RuntimeError(f"matrix_norm: needs matrices, got shape {A.shape}; vector_norm takes any")
    if not isinstance(dim, (tuple, list)) or len(dim) != 2:
        raise RuntimeError(f"matrix_norm: dim is a pair of dimensions, got {dim!r}")
    rows, columns = (axis_of("matrix_norm", d, A.ndim) for d in dim)
    if rows == columns:
        raise RuntimeError(f"matrix_norm: the two dimensions must differ, got {tuple(dim)}")
    if ord == "fro":
        return ops.vector_norm(A, ord=2, axis=(rows, columns), keepdims=keepdim)
    if ord in ("nuc", 2, -2):
        out = svdvals(movedim(A, (rows, columns), (-2, -1)))
        out = sum(out, -1) if ord == "nuc" else _greatest_or_least(out, -1, ord)
    elif ord in (1, -1, math.inf, -math.inf):
        summed, left = (rows, columns) if ord in (1, -1) else (columns, rows)
        sums = ops.vector_norm(A, ord=1, axis=summed, keepdims=True)
        out = squeeze(_greatest_or_least(sums, left, ord, keepdim=True), (rows, columns))
    else:
        raise RuntimeError(f"matrix_norm: ord {ord!r} is not one of 'fro', 'nuc', 1, -1, 2, -2, inf and -inf")
    if not keepdim:
        return out
    return reshape(out, tuple(1 if i in (rows, columns) else n for i, n in enumerate(A.shape)))


def _greatest_or_least(x: Value, dim: int, ord: Any, keepdim: bool = False) -> Value:
    """Return the greatest along ``dim`` for a positive ``ord``, 0 if there is none, or the least for a negative one."""
    if ord < 0:
        return amin(x, dim, keepdim)
    return amax(x, dim, keepdim) if x.shape[dim] else sum(x, dim, keepdim)


def norm(A: Value, ord: Order = None, dim: Dim = None, keepdim: bool = False, *, dtype: Any = None) -> Value:
    """Return a vector or a matrix norm: `vector_norm` over one dimension, `matrix_norm` over two.

    Without ``dim``, all dimensions count: A is a vector, or a matrix if ``ord`` is given and A has two. Without
    ``ord``, it is the root of the sum of squares. Raises what these two raise, and RuntimeError for another number of
    dimensions.

    >>> import autograd
    >>> autograd.linalg.norm(autograd.tensor([[1.0, -2.0], [2.0, 4.0]]))
    tensor(5.)
    """
    refuse_others("norm", A)
    count = len(dim) if isinstance(dim, (tuple, list)) else A.ndim if dim is None else 1
    if isinstance(dim, (tuple, list)) and count not in (1, 2):
        raise RuntimeError(f"norm: dim is one dimension or two, got {tuple(dim)}; vector_norm takes any number")
    if dim is None and ord is not None and count > 2:
        raise RuntimeError(f"norm: shape {A.shape} is neither a vector nor a matrix: give dim with ord {ord!r}")
    if ord is None or not (count == 2 or isinstance(ord, str)):
        return vector_norm(A, 2 if ord is None else ord, dim, keepdim, dtype=dtype)
    matrices: Any = (-2, -1) if dim is None else dim  # which are a pair, or refused
    return matrix_norm(A, ord, matrices, keepdim, dtype=dtype)


def cond(A: Value, p: Order = None) -> Value:
    """Return the condition number: the `matrix_norm` of ord ``p`` times that of the inverse.

    None, the default, and 2 are the quotient of the greatest and the least singular value, -2 its inverse. For others
    the matrices must be square, or RuntimeError is raised; a singular one has the condition number inf.

    >>> import autograd
    >>> autograd.linalg.cond(autograd.tensor([[2.0, 0.0], [0.0, 1.0]]))
    tensor(2.)
    """
    if p is None or p in (2, -2):
        singular = svdvals(A)
        greatest, least = singular[..., 0], singular[..., -1]
        with np.errstate(divide="ignore", invalid="ignore"):
            return least / greatest if p == -2 else greatest / least
    check_squares("cond", A)
    try:
        inverse = inv(A)
    except LinAlgError:
        return sum(detached(A) * 0, (-2, -1)) + math.inf
    return matrix_norm(A, p) * matrix_norm(inverse, p)


public(globals())
