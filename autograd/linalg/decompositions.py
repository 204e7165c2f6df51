"""Decompositions of matrices: Cholesky, LU, QR, eigenvalues and singular values."""

from typing import NamedTuple

import numpy as np

from ..core.op import Value, is_tensor, wrap
from ..exports import public
from ..functions.arguments import array_of, detached
from ..functions.diagonals import tril
from ..ops import decomposition as ops
from ..ops.decomposition import LU, QR, SVD, Eigh
from ..ops.elementwise import keep
from ..ops.linalg import matmul
from ..ops.shape import concatenate
from .arguments import check_matrices, check_squares, check_system
from .solving import solve_triangular


def cholesky(input: Value, upper: bool = False) -> Value:
    """Return the lower triangle L with A = L Lᵀ, or with ``upper`` Lᵀ, of symmetric positive definite matrices.

    Only that triangle of A is read; the gradient is symmetric. Raises LinAlgError for a matrix that is not positive
    definite.

    >>> import autograd
    >>> autograd.linalg.cholesky(autograd.tensor([[4.0, 2.0], [2.0, 2.0]]))
    tensor([[2., 0.],
            [1., 1.]])
    """
    check_squares("cholesky", input)
    return ops.cholesky(input.mT).mT if upper else ops.cholesky(input)


def lu(A: Value, *, pivot: bool = True) -> LU[Value]:
    """Return the LU decomposition A = P L U with partial pivoting, as (P, L, U).

    P is a permutation, L has ones on its diagonal. The gradient needs the first min(rows, columns) columns of A to be
    independent. Raises RuntimeError without ``pivot``.

    >>> import autograd
    >>> P, L, U = autograd.linalg.lu(autograd.tensor([[1.0, 2.0], [4.0, 4.0]]))
    >>> L, U
    (tensor([[1.0000, 0.0000],
            [0.2500, 1.0000]]), tensor([[4., 4.],
            [0., 1.]]))
    """
    check_matrices("lu", A)
    if not pivot:
        raise RuntimeError("lu: only with pivot=True, as without it what is small would be divided by")
    p, lower, upper = ops.lu(A)
    return LU(detached(p), lower, upper)


class LUFactor(NamedTuple):
    """What `lu_factor` finds."""

    LU: Value
    pivots: Value


def lu_factor(A: Value, *, pivot: bool = True) -> LUFactor:
    """Return the LU decomposition as `lu_solve` takes it: (LU, pivots).

    Both triangles are in one matrix, without the ones on the diagonal of L; in step k, row k was exchanged with row
    ``pivots[k]``, counted from 1. Raises RuntimeError without ``pivot``.

    >>> import autograd
    >>> LU, pivots = autograd.linalg.lu_factor(autograd.tensor([[1.0, 2.0], [4.0, 4.0]]))
    >>> LU, pivots
    (tensor([[4.0000, 4.0000],
            [0.2500, 1.0000]]), tensor([2, 2], dtype=int32))
    """
    p, lower, upper = lu(A, pivot=pivot)
    rows, columns = A.shape[-2:]
    count = min(rows, columns)
    order = (array_of(p) * np.arange(rows)[:, None]).sum(-2).astype(int)
    pivots = np.empty((*A.shape[:-2], count), np.int32)
    for matrix in np.ndindex(*A.shape[:-2]):
        current = list(range(rows))
        for k in range(count):
            found = current.index(order[*matrix, k])
            current[k], current[found] = current[found], current[k]
            pivots[*matrix, k] = found + 1
    below = tril(lower, -1)
    if rows < columns:
        below = concatenate(below, keep(upper[..., rows:], False), axis=-1)
    elif rows > columns:
        upper = concatenate(upper, keep(lower[..., columns:, :], False), axis=-2)
    return LUFactor(below + upper, wrap(pivots) if is_tensor(A) else pivots)


def lu_solve(LU: Value, pivots: Value, B: Value, *, left: bool = True, adjoint: bool = False) -> Value:
    """Return the solution X of A X = B, or of X A = B if not ``left``, of the A whose `lu_factor` is given.

    With ``adjoint``, Aᵀ takes the place of A. B is a batch of matrices. Raises LinAlgError if A is singular,
    RuntimeError if the shapes do not fit.

    >>> import autograd
    >>> LU, pivots = autograd.linalg.lu_factor(autograd.tensor([[1.0, 2.0], [4.0, 4.0]]))
    >>> autograd.linalg.lu_solve(LU, pivots, autograd.tensor([[3.0], [8.0]]))
    tensor([[1.],
            [1.]])
    """
    check_matrices("lu_solve", LU, B)
    check_squares("lu_solve", LU)
    check_system("lu_solve", LU, B, B, left)
    if not left:
        return lu_solve(LU, pivots, B.mT, adjoint=not adjoint).mT
    rows = LU.shape[-1]
    array = np.asarray(array_of(pivots))
    order = np.broadcast_to(np.arange(rows), LU.shape[:-1]).copy()
    for matrix in np.ndindex(*LU.shape[:-2]):
        for k, pivot in enumerate(array[matrix]):
            order[*matrix, k], order[*matrix, pivot - 1] = order[*matrix, pivot - 1], order[*matrix, k]
    p = (order[..., None, :] == np.arange(rows)[:, None]).astype(LU.dtype)
    if adjoint:
        half = solve_triangular(LU.mT, B, upper=False)
        return p @ solve_triangular(LU.mT, half, upper=True, unitriangular=True)
    half = solve_triangular(LU, matmul(p.mT, B), upper=False, unitriangular=True)
    return solve_triangular(LU, half, upper=True)


def qr(A: Value, mode: str = "reduced") -> QR[Value]:
    """Return the QR decomposition, as (Q, R): A = Q R, with orthonormal columns and an upper triangle.

    For A with m rows and n columns, "reduced" gives Q with min(m, n) columns, "complete" with m; "r" gives R alone, and
    an empty Q. The gradient needs the first min(m, n) columns of A to be independent. Of the other columns of a
    complete Q only the space that they span is determined: gradients of functions that depend on more have no meaning.
    Raises RuntimeError for another mode.

    >>> import autograd
    >>> autograd.linalg.qr(autograd.tensor([[3.0, 1.0], [4.0, 2.0]])).R
    tensor([[-5.0000, -2.2000],
            [ 0.0000,  0.4000]])
    """
    check_matrices("qr", A)
    if mode not in ("reduced", "complete", "r"):
        raise RuntimeError(f"qr: the mode {mode!r} is not one of 'reduced', 'complete' and 'r'")
    q, r = ops.qr(A, "reduced" if mode == "r" else mode)
    return QR(q[..., :0, :0].reshape(-1) if mode == "r" else q, r)


def eigh(A: Value, UPLO: str = "L") -> Eigh[Value]:
    """Return (eigenvalues, eigenvectors) of symmetric matrices, ascending, the vectors as columns.

    Only the lower triangle ("L") or the upper one ("U") is read; the gradient is symmetric. Signs of eigenvectors are
    arbitrary, and so are eigenvectors of equal eigenvalues: gradients of functions that depend on them have no meaning;
    those of the eigenvalues always have one. Raises RuntimeError for another ``UPLO``.

    >>> import autograd
    >>> autograd.linalg.eigh(autograd.tensor([[2.0, 0.0], [0.0, 1.0]])).eigenvalues
    tensor([1., 2.])
    """
    return ops.eigh(check_squares("eigh", A), UPLO=_which_triangle("eigh", UPLO))


def _which_triangle(name: str, UPLO: str) -> str:
    if UPLO not in ("L", "U", "l", "u"):
        raise RuntimeError(f"{name}: UPLO is 'L' or 'U', the triangle that is read, got {UPLO!r}")
    return UPLO.upper()


def eigvalsh(A: Value, UPLO: str = "L") -> Value:
    """Return the eigenvalues of symmetric matrices, ascending; the arguments are those of `eigh`.

    >>> import autograd
    >>> autograd.linalg.eigvalsh(autograd.tensor([[0.0, 1.0], [1.0, 0.0]]))
    tensor([-1.,  1.])
    """
    return ops.eigvalsh(check_squares("eigvalsh", A), UPLO=_which_triangle("eigvalsh", UPLO))


def svd(A: Value, full_matrices: bool = True) -> SVD[Value]:
    """Return the singular value decomposition A = U diag(S) Vh, as (U, S, Vh), with S descending.

    For m rows and n columns U and Vh are square, or have min(m, n) columns and rows if not ``full_matrices``. The sign
    of a pair of singular vectors is arbitrary, and so are the vectors of equal singular values; of those beyond the
    first min(m, n) only the space that they span is determined. Gradients of functions that depend on more have no
    meaning; those of the singular values always have one.

    >>> import autograd
    >>> autograd.linalg.svd(autograd.tensor([[0.0, 2.0], [1.0, 0.0]])).S
    tensor([2., 1.])
    """
    check_matrices("svd", A)
    return ops.svd(A, full_matrices=full_matrices)


def svdvals(A: Value) -> Value:
    """Return the singular values, descending.

    >>> import autograd
    >>> autograd.linalg.svdvals(autograd.tensor([[0.0, 2.0], [1.0, 0.0]]))
    tensor([2., 1.])
    """
    check_matrices("svdvals", A)
    return ops.svdvals(A)


public(globals())
