"""Inverses of matrices and solutions of systems of linear equations; matrices are in the last two axes.

The derivatives are stated for one matrix and hold for each matrix of a batch. They are in Giles (2008), "Collected
matrix derivative results for forward and reverse mode algorithmic differentiation", section 2.
"""

import numpy as np

from ..core.op import unbroadcast
from ..core.primitive import primitive
from .diagonals import tril, triu
from .linalg import refuse_mixed


class LinAlgError(RuntimeError, np.linalg.LinAlgError):
    """A matrix is singular or not positive definite, or an iteration did not converge."""


@primitive(implements=np.linalg.inv, x=lambda g, out: -(out.mT @ g @ out.mT))
def inv(x):
    """The inverse of a matrix; LinAlgError if it is singular."""
    try:
        return np.linalg.inv(x)
    except np.linalg.LinAlgError as error:
        raise LinAlgError(f"inv: {which(x, 'is singular')}, it has no inverse; see pinv") from error


def which(x, what):
    """Return the words that ``what`` is true of a matrix, for an error: of the only one, or of one of a batch."""
    return f"the matrix {what}" if x.ndim == 2 else f"a matrix of the batch of shape {x.shape} {what}"


def _solve(g, arrays, out):
    # One pullback for both arguments, as they share the solution of the transposed system.
    a, b = arrays
    of_b = solve(a.mT, g)
    return unbroadcast(-(of_b @ out.mT), a.shape), unbroadcast(of_b, b.shape)


@primitive(arrays=_solve)
def solve(*arrays):
    """The matrix X with A X = B, of A and B, whose leading axes are broadcast; LinAlgError if A is singular."""
    a, b = arrays
    refuse_mixed("solve", A=a, B=b)
    try:
        return np.linalg.solve(a, b)
    except np.linalg.LinAlgError as error:
        raise LinAlgError(f"solve: {which(a, 'is singular')}, the system has no unique solution; see lstsq") from error


def _solve_triangular(g, arrays, out, upper, unitriangular):
    a, b = arrays
    of_b = solve_triangular(a.mT, g, upper=not upper, unitriangular=unitriangular)
    of_a = unbroadcast(-(of_b @ out.mT), a.shape)
    offset = 1 if unitriangular else 0
    return triu(of_a, offset) if upper else tril(of_a, -offset), unbroadcast(of_b, b.shape)


@primitive(arrays=_solve_triangular)
def solve_triangular(*arrays, upper, unitriangular=False):
    """The matrix X with A X = B, for a triangle A; if ``unitriangular``, its diagonal counts as ones."""
    a, b = arrays
    refuse_mixed("solve_triangular", A=a, B=b)
    if unitriangular:
        a = np.eye(a.shape[-1], dtype=a.dtype) + (np.triu(a, 1) if upper else np.tril(a, -1))
    elif not np.diagonal(a, axis1=-2, axis2=-1).all():
        raise LinAlgError(f"solve_triangular: {which(a, 'has a 0 on its diagonal')}, the system has no unique solution")
    return _substituted(a, b, upper)


def _substituted(a, b, upper):
    # By halves, so that all but small blocks are products. NumPy has only Gaussian elimination for small blocks, but it
    # leaves an upper triangle as it is: nothing is pivoted, nothing rounded before the substitution.
    n = a.shape[-1]
    if n <= 32:
        if upper:
            return np.linalg.solve(np.triu(a), b)
        return np.linalg.solve(np.tril(a)[..., ::-1, ::-1], b[..., ::-1, :])[..., ::-1, :]
    first, second = slice(n // 2), slice(n // 2, n)
    if upper:
        first, second = second, first
    known = _substituted(a[..., first, first], b[..., first, :], upper)
    rest = _substituted(a[..., second, second], b[..., second, :] - a[..., second, first] @ known, upper)
    return np.concatenate([rest, known] if upper else [known, rest], -2)
