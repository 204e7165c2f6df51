"""Inverses, solutions of linear systems, ranks and determinants."""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from ..core.op import Value, is_tensor, wrap
from ..exports import public
from ..functions.arguments import array_of, detached
from ..functions.order import movedim
from ..functions.reduction import sum
from ..functions.shape import reshape, squeeze
from ..ops import decomposition, determinant, solving as ops
from ..ops.determinant import Slogdet
from ..ops.linalg import refuse_mixed
from .arguments import as_matrices, check_float_tensors, check_matrices, check_squares, check_system

Tolerance: TypeAlias = float | Value | None


def inv(A: Value) -> Value:
    """Return the inverse of square matrices. Raises LinAlgError if one is singular.

    To multiply by an inverse, `solve` is faster and more exact.

    >>> import autograd
    >>> autograd.linalg.inv(autograd.tensor([[2.0, 0.0], [0.0, 4.0]]))
    tensor([[0.5000, 0.0000],
            [0.0000, 0.2500]])
    """
    return ops.inv(check_squares("inv", A))


def solve(A: Value, B: Value, *, left: bool = True) -> Value:
    """Return the solution X of A X = B, or of X A = B if not ``left``.

    B is a batch of vectors if it has one dimension, or the shape of A without its last, and of matrices otherwise;
    batches are broadcast. Raises LinAlgError if a matrix is singular, RuntimeError if the shapes do not fit.

    >>> import autograd
    >>> A = autograd.tensor([[2.0, 1.0], [0.0, 4.0]])
    >>> autograd.linalg.solve(A, autograd.tensor([4.0, 8.0]))
    tensor([1., 2.])
    """
    check_float_tensors("solve", A, B)
    check_squares("solve", A)
    right, vectors = as_matrices("solve", A, B)
    check_system("solve", A, B, right, left)
    if vectors:
        return squeeze(ops.solve(A, right), -1)
    return ops.solve(A, right) if left else ops.solve(A.mT, right.mT).mT


def solve_triangular(A: Value, B: Value, *, upper: bool, left: bool = True, unitriangular: bool = False) -> Value:
    """Return the solution X of A X = B, or of X A = B if not ``left``, where A is triangular.

    Only the ``upper`` or the lower triangle of A is read; if ``unitriangular``, its diagonal is not, and counts as 1. B
    is a batch of matrices; batches are broadcast. Raises LinAlgError for a 0 on the diagonal, RuntimeError if shapes do
    not fit.

    >>> import autograd
    >>> A = autograd.tensor([[2.0, 1.0], [0.0, 4.0]])
    >>> autograd.linalg.solve_triangular(A, autograd.tensor([[4.0], [8.0]]), upper=True)
    tensor([[1.],
            [2.]])
    """
    check_matrices("solve_triangular", A, B)
    check_squares("solve_triangular", A)
    check_system("solve_triangular", A, B, B, left)
    if left:
        return ops.solve_triangular(A, B, upper=upper, unitriangular=unitriangular)
    return ops.solve_triangular(A.mT, B.mT, upper=not upper, unitriangular=unitriangular).mT


class Lstsq(NamedTuple):
    """What `lstsq` finds."""

    solution: Value
    residuals: Value
    rank: Value
    singular_values: Value


def lstsq(A: Value, B: Value, rcond: float | None = None, *, driver: str | None = None) -> Lstsq:
    """Return (solution, residuals, rank, singular_values) of the X with the least ‖A X - B‖.

    If there are several, X is the one of least norm. B is a batch of vectors or of matrices as in `solve`. Singular
    values up to ``rcond`` times the greatest count as 0, by default max(rows, columns) times the precision.

    The solution is `pinv` (A) B; its gradient is right as long as the rank stays. The ``driver`` says what is returned
    beside it, as in PyTorch: residuals, the sums of squares for each column of B, if it is not "gelsy" (the default),
    there are more rows than columns, and the rank is full; the rank if it is not "gels"; singular values if it is
    "gelsd" or "gelss". What is not returned is empty. Raises RuntimeError for another driver, and if the rows or dtypes
    of A and B differ.

    >>> import autograd
    >>> A = autograd.tensor([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
    >>> autograd.linalg.lstsq(A, autograd.tensor([[1.0], [3.0], [5.0]])).solution
    tensor([[1.0000],
            [2.0000]])
    """
    check_float_tensors("lstsq", A, B)
    check_matrices("lstsq", A)
    refuse_mixed("lstsq", A=A, B=B)
    driver = "gelsy" if driver is None else driver
    if driver not in ("gels", "gelsy", "gelsd", "gelss"):
        raise RuntimeError(f"lstsq: the driver {driver!r} is not one of gels, gelsy, gelsd and gelss")
    right, vectors = as_matrices("lstsq", A, B)
    if A.shape[-2] != right.shape[-2]:
        raise RuntimeError(
            f"lstsq: A of shape {A.shape} has {A.shape[-2]} rows, B of shape {B.shape} has {right.shape[-2]}"
        )
    rows, columns = A.shape[-2:]
    rtol = _rtol(A) if rcond is None else rcond
    solution = decomposition.pinv(A, rtol=rtol) @ right
    singular = decomposition.svdvals(detached(A))
    rank = _count(singular, rtol, 0.0)
    nothing = singular[..., :0].reshape(-1)
    residuals = nothing
    if driver != "gelsy" and rows > columns and bool((rank == columns).all()):
        difference = A @ solution - right
        residuals = sum(difference * difference, -2)
    return Lstsq(
        squeeze(solution, -1) if vectors else solution,
        residuals,
        rank if driver != "gels" else nothing.astype(rank.dtype),
        singular if driver in ("gelsd", "gelss") else nothing,
    )


def _rtol(A: Value) -> float:
    return float(max(A.shape[-2:]) * np.finfo(A.dtype).eps)


def _tolerances(A: Value, rtol: Any, atol: Any) -> tuple[Any, Any]:
    """Return (rtol, atol) as arrays or numbers, by default relative to the size of A."""
    rtol, atol = (array_of(detached(x)) for x in (rtol, atol))
    if rtol is None:
        rtol = _rtol(A) if atol is None else np.where(np.asarray(atol) > 0, 0.0, _rtol(A))
    return rtol, 0.0 if atol is None else atol


def _count(singular: Value, rtol: Any, atol: Any) -> Value:
    """Return how many singular values are above the tolerances."""
    count = np.asarray(decomposition.above(array_of(singular), rtol, atol).sum(-1))
    return wrap(count) if is_tensor(singular) else count


def pinv(A: Value, rtol: Tolerance = None, *, atol: Tolerance = None, hermitian: bool = False) -> Value:
    """Return the Moore-Penrose inverse, of matrices of any shape and rank.

    Singular values up to max(atol, rtol * the greatest) count as 0; ``rtol`` is max(rows, columns) times the precision
    unless it or ``atol`` is given. Both are numbers, or tensors with one for each matrix of the batch. With
    ``hermitian``, A is symmetric, and only one triangle of it is read. The gradient is right as long as the rank stays.

    >>> import autograd
    >>> autograd.linalg.pinv(autograd.tensor([[2.0, 0.0], [0.0, 0.0]]))
    tensor([[0.5000, 0.0000],
            [0.0000, 0.0000]])
    """
    (check_squares if hermitian else check_matrices)("pinv", A)
    rtol, atol = _tolerances(A, rtol, atol)
    return decomposition.pinv(A, rtol=rtol, atol=atol, hermitian=hermitian)


def matrix_rank(A: Value, *, atol: Tolerance = None, rtol: Tolerance = None, hermitian: bool = False) -> Value:
    """Return the number of singular values above max(atol, rtol * the greatest); the arguments are those of `pinv`.

    >>> import autograd
    >>> autograd.linalg.matrix_rank(autograd.tensor([[1.0, 2.0], [2.0, 4.0]]))
    tensor(1)
    """
    (check_squares if hermitian else check_matrices)("matrix_rank", A)
    rtol, atol = _tolerances(A, rtol, atol)
    return _count((decomposition.eigvalsh if hermitian else decomposition.svdvals)(detached(A)), rtol, atol)


def tensorinv(A: Value, ind: int = 2) -> Value:
    """Return the inverse of A as a linear map from its last dimensions to its first ``ind``.

    The result has the last dimensions first. Raises RuntimeError unless both groups have the same number of elements,
    LinAlgError if the map has no inverse.

    >>> import autograd
    >>> autograd.linalg.tensorinv(autograd.eye(6).reshape(2, 3, 6)).shape
    (6, 2, 3)
    """
    first, last = A.shape[:ind], A.shape[ind:]
    if ind <= 0 or math.prod(first) != math.prod(last):
        raise RuntimeError(
            f"tensorinv: the first {ind} dimensions of shape {A.shape} have {math.prod(first)} elements, the "
            f"others {math.prod(last)}: they must be as many"
        )
    return reshape(inv(reshape(A, math.prod(first), math.prod(last))), (*last, *first))


def tensorsolve(A: Value, B: Value, dims: Sequence[int] | None = None) -> Value:
    """Return the solution X of tensordot(A, X, X.ndim) = B, after moving the dimensions ``dims`` of A to its end.

    Raises RuntimeError unless A has the dimensions of B first, and then as many elements; LinAlgError if there is no
    single solution.

    >>> import autograd
    >>> autograd.linalg.tensorsolve(autograd.eye(6).reshape(2, 3, 6), autograd.ones(2, 3))
    tensor([1., 1., 1., 1., 1., 1.])
    """
    if dims is not None:
        A = movedim(A, tuple(dims), tuple(range(A.ndim - len(dims), A.ndim)))
    rest = A.shape[B.ndim :]
    if A.shape[: B.ndim] != B.shape or math.prod(rest) != math.prod(B.shape):
        raise RuntimeError(
            f"tensorsolve: A of shape {A.shape} must start with the shape of B, {B.shape}, and go on "
            f"with as many elements"
        )
    flat = reshape(A, math.prod(B.shape), math.prod(rest))
    return reshape(solve(flat, reshape(B, -1)), rest)


def det(input: Value) -> Value:
    """Return the determinant of square matrices.

    The gradient is the matrix of cofactors: right for singular matrices too, and so is the second derivative; the third
    needs distinct singular values. Raises RuntimeError for other matrices.

    >>> import autograd
    >>> x = autograd.tensor([[1.0, 2.0], [2.0, 4.0]], requires_grad=True)
    >>> autograd.det(x).backward()
    >>> x.grad
    tensor([[ 4., -2.],
            [-2.,  1.]])
    """
    return determinant.det(check_squares("det", input))


def slogdet(input: Value) -> Slogdet[Value]:
    """Return the sign of the determinant and the logarithm of its absolute value, as (sign, logabsdet).

    A singular matrix has sign 0 and logabsdet -inf; asking for its gradient raises LinAlgError.

    >>> import autograd
    >>> autograd.slogdet(autograd.tensor([[0.0, 1.0], [1.0, 0.0]]))
    Slogdet(sign=tensor(-1.), logabsdet=tensor(0.))
    """
    return determinant.slogdet(check_squares("slogdet", input))


public(globals())
