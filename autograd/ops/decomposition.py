"""Decompositions of the matrices in the last two axes.

The derivatives are stated for one matrix and hold for each matrix of a batch. Their sources are named beside them;
Giles (2008) is "Collected matrix derivative results for forward and reverse mode algorithmic differentiation". Where
eigenvalues or singular values are equal, their vectors are not determined, and gradients through them are infinite or
NaN, as in PyTorch; vectors that were not used contribute nothing.
"""

import math
from typing import Generic, NamedTuple

import numpy as np

from ..core.op import T, Value
from ..core.primitive import primitive
from .diagonals import tril, triu
from .shape import concatenate
from .solving import LinAlgError, solve_triangular, which


def _cholesky(g, out):
    # Murray (2016), "Differentiation of the Cholesky decomposition", equation 10: the symmetric part of
    # L⁻ᵀ Φ(Lᵀ g) L⁻¹, where Φ takes the lower triangle with half the diagonal.
    inner = out.mT @ g
    inner = inner * (np.tri(inner.shape[-1], dtype=inner.dtype) - np.eye(inner.shape[-1], dtype=inner.dtype) / 2)
    half = solve_triangular(out.mT, inner, upper=True)
    whole = solve_triangular(out.mT, half.mT, upper=True)
    return (whole + whole.mT) / 2


@primitive(x=_cholesky)
def cholesky(x):
    """The lower triangle L with x = L Lᵀ, of which only the lower triangle is read; the gradient is symmetric, as x is.

    Raises LinAlgError if x is not positive definite.
    """
    try:
        return np.linalg.cholesky(x)
    except np.linalg.LinAlgError as error:
        raise LinAlgError(f"cholesky: {which(x, 'is not positive definite')}") from error


class LU(NamedTuple, Generic[T]):
    """The factors of a matrix: a permutation, a lower triangle with ones on its diagonal, and an upper triangle."""

    P: T
    L: T
    U: T


def _lu(g, x, out):
    # de Hoog, Anderssen & Lukas (2011), "Differentiation of matrix functionals using triangular factorization". L and U
    # are each split into a square and a rest; one of the rests is empty.
    (p, lower, upper), (_, of_lower, of_upper) = out, g
    rows, columns = x.shape[-2:]
    n = min(rows, columns)
    first, rest, of_first, of_rest = lower[..., :n, :], lower[..., n:, :], of_lower[..., :n, :], of_lower[..., n:, :]
    left, right, of_left, of_right = upper[..., :n], upper[..., n:], of_upper[..., :n], of_upper[..., n:]
    inner = tril(first.mT @ of_first - of_right @ right.mT, -1) + triu(of_left @ left.mT - rest.mT @ of_rest)
    inner = solve_triangular(first.mT, inner, upper=True, unitriangular=True)
    gradient = solve_triangular(left, inner.mT, upper=True).mT
    if columns > n:
        beside = solve_triangular(first.mT, of_right, upper=True, unitriangular=True)
        gradient = concatenate(gradient, beside, axis=-1)
    if rows > n:
        below = solve_triangular(left, of_rest.mT, upper=True).mT
        gradient = concatenate(gradient, below, axis=-2)
    return p @ gradient


@primitive(outputs=LU, x=_lu)
def lu(x):
    """LU decomposition with partial pivoting, x = P L U.

    The gradient needs the first min(rows, columns) columns to be independent; P contributes nothing to it.
    """
    rows, columns = x.shape[-2:]
    n = min(rows, columns)
    work = x.reshape((math.prod(x.shape[:-2]), rows, columns)).copy()
    batch = np.arange(len(work))
    order = np.tile(np.arange(rows), (len(work), 1))
    for k in range(n):
        pivot = k + np.abs(work[:, k:, k]).argmax(1)
        for swapped in (work, order):
            swapped[batch, pivot], swapped[:, k] = swapped[:, k].copy(), swapped[batch, pivot]
        scale = work[:, k, k, None]
        work[:, k + 1 :, k] /= np.where(scale == 0, 1, scale)
        work[:, k + 1 :, k + 1 :] -= work[:, k + 1 :, k, None] * work[:, k, None, k + 1 :]
    work, order = work.reshape(x.shape), order.reshape((*x.shape[:-2], rows))
    p = (order[..., None, :] == np.arange(rows)[:, None]).astype(x.dtype)
    lower = np.tril(work[..., :n], -1) + np.eye(rows, n, dtype=x.dtype)
    return LU(p, lower, np.triu(work[..., :n, :]))


class QR(NamedTuple, Generic[T]):
    """The factors of a matrix: orthonormal columns, and an upper triangle."""

    Q: T
    R: T


def _qr(g, x, out):
    # Walter & Lehmann (2018), "Algorithmic differentiation of linear algebra functions with application in optimum
    # experimental design"; where there are more columns than rows, Roberts & Roberts (2020), "QR and LQ decomposition
    # matrix backpropagation algorithms for square, wide, and deep matrices".
    (q, r), (of_q, of_r) = out, g
    rows, columns = x.shape[-2:]
    if rows < columns:
        first = _qr_tall(of_q + x[..., rows:] @ of_r[..., rows:].mT, of_r[..., :rows], q, r[..., :rows])
        return concatenate(first, q @ of_r[..., rows:], axis=-1)
    q, rest, of_q, of_rest = q[..., :columns], q[..., columns:], of_q[..., :columns], of_q[..., columns:]
    of_q = of_q - rest @ (of_rest.mT @ q)  # further columns, of the complete decomposition, turn with the first ones
    return _qr_tall(of_q, of_r[..., :columns, :], q, r[..., :columns, :])


def _qr_tall(of_q, of_r, q, r):
    inner = r @ of_r.mT - of_q.mT @ q
    symmetric = tril(inner) + tril(inner, -1).mT
    return solve_triangular(r, (of_q + q @ symmetric).mT, upper=True).mT


@primitive(outputs=QR, implements=np.linalg.qr, x=_qr)
def qr(x, mode="reduced"):
    """QR decomposition x = Q R; ``mode`` is "reduced" or "complete", anything else raises TypeError.

    The gradient needs the first min(rows, columns) columns to be independent. The further columns of the complete Q are
    arbitrary but for the space that they span.
    """
    if mode not in ("reduced", "complete"):
        raise TypeError(f"qr: the mode {mode!r} is not supported for tensors: those are 'reduced' and 'complete'")
    return QR(*np.linalg.qr(x, mode))


class Eigh(NamedTuple, Generic[T]):
    """The eigenvalues in ascending order, and the eigenvectors as columns."""

    eigenvalues: T
    eigenvectors: T


def _eigh(g, out):
    # The symmetric part of what is in Giles (2008), section 3.1.
    w, v = out
    eye = np.eye(w.shape[-1], dtype=w.dtype)
    gaps = w[..., None, :] - w[..., :, None] + eye
    return v @ (_skew_over(v.mT @ g.eigenvectors, gaps) / 2 + g.eigenvalues[..., None, :] * eye) @ v.mT


def _skew_over(x, y):
    """Return (x - xᵀ) / y, and 0 where the elements of x are 0, as they are for vectors that were not used."""
    return (x - x.mT) / (y + ((x == 0) & (x.mT == 0) & (y == 0)))


def _over(x, y):
    """Return x / y, and 0 for 0 / 0."""
    return x / (y + ((x == 0) & (y == 0)))


@primitive(outputs=Eigh, x=_eigh)
def eigh(x, *, UPLO="L"):
    """Eigenvalues and eigenvectors of a symmetric matrix, of which one triangle, "L" or "U", is read.

    The sign of an eigenvector is arbitrary, and so are eigenvectors of equal eigenvalues: gradients of functions that
    depend on that choice have no meaning.
    """
    return Eigh(*converged("eigh", _read(x, UPLO), lambda: np.linalg.eigh(x, UPLO)))


def _read(x, UPLO):
    """Return the triangle that is read of a symmetric matrix."""
    return np.triu(x) if UPLO in ("U", "u") else np.tril(x)


def converged(name, x, function):
    """Return ``function()``, which decomposes x. Raises LinAlgError if x is not finite, or NumPy does not converge."""
    if not np.isfinite(x).all():  # LAPACK may never come back
        raise LinAlgError(f"{name}: did not converge; the matrix has elements that are not finite")
    try:
        return function()
    except np.linalg.LinAlgError as error:
        raise LinAlgError(f"{name}: did not converge") from error


def _eigvalsh(g, x, UPLO):
    v = eigh(x, UPLO=UPLO).eigenvectors
    return (v * g[..., None, :]) @ v.mT


@primitive(x=_eigvalsh)
def eigvalsh(x, *, UPLO="L"):
    """The eigenvalues of a symmetric matrix, in ascending order."""
    return converged("eigvalsh", _read(x, UPLO), lambda: np.linalg.eigvalsh(x, UPLO))


class SVD(NamedTuple, Generic[T]):
    """Left singular vectors as columns, singular values in descending order, and right singular vectors as rows."""

    U: T
    S: T
    Vh: T


def _svd(g, out):
    # Townsend (2016), "Differentiating the singular value decomposition". With full_matrices, the columns beyond those
    # of the singular values turn with these.
    (u, s, vh), (of_u, of_s, of_vh) = out, g
    count = s.shape[-1]
    u, u_rest, of_u, of_u_rest = u[..., :count], u[..., count:], of_u[..., :count], of_u[..., count:]
    v, v_rest = vh[..., :count, :].mT, vh[..., count:, :].mT
    of_v, of_v_rest = of_vh[..., :count, :].mT, of_vh[..., count:, :].mT
    eye = np.eye(count, dtype=s.dtype)
    across, down = s[..., None, :], s[..., :, None]
    gaps = (across - down) * (across + down) + eye
    of_vectors = _skew_over(u.mT @ of_u, gaps) * across + down * _skew_over(v.mT @ of_v, gaps)
    left = u @ (of_vectors + of_s[..., None, :] * eye)
    if u.shape[-2] > count:
        left = left + _over(of_u - u @ (u.mT @ of_u) - u_rest @ (of_u_rest.mT @ u), across)
    gradient = left @ v.mT
    if v.shape[-2] > count:
        gradient = gradient + u @ _over(of_v - v @ (v.mT @ of_v) - v_rest @ (of_v_rest.mT @ v), across).mT
    return gradient


@primitive(outputs=SVD, x=_svd)
def svd(x, *, full_matrices=True):
    """Singular value decomposition x = U diag(S) Vh.

    The sign of a pair of singular vectors is arbitrary, and so are the vectors of equal singular values: gradients of
    functions that depend on that choice have no meaning.
    """
    return SVD(*converged("svd", x, lambda: np.linalg.svd(x, full_matrices)))


def _svdvals(g, x):
    u, _, vh = svd(x, full_matrices=False)
    return (u * g[..., None, :]) @ vh


@primitive(implements=np.linalg.svdvals, x=_svdvals)
def svdvals(x):
    """The singular values, in descending order."""
    return converged("svdvals", x, lambda: np.linalg.svd(x, compute_uv=False))


def _pinv(g, x, out):
    # Golub & Pereyra (1973), "The differentiation of pseudo-inverses and nonlinear least squares problems whose
    # variables separate": the rank does not change.
    beyond_rows = g.mT - x @ (out @ g.mT)
    beyond_columns = g.mT - (g.mT @ out) @ x
    return -(out.mT @ g @ out.mT) + beyond_rows @ (out @ out.mT) + (out.mT @ out) @ beyond_columns


@primitive(x=_pinv)
def pinv(x, *, rtol, atol=0.0, hermitian=False):
    """Moore-Penrose inverse; singular values up to max(atol, rtol times the greatest one) count as 0."""
    if hermitian:
        w, v = converged("pinv", np.tril(x), lambda: np.linalg.eigh(x))
        return (v * _inverted(w, rtol, atol)[..., None, :]) @ v.mT
    u, s, vh = converged("pinv", x, lambda: np.linalg.svd(x, full_matrices=False))
    return vh.mT @ (u * _inverted(s, rtol, atol)[..., None, :]).mT


def above(s: Value, rtol: Value, atol: Value) -> Value:
    """Return where singular values, or eigenvalues, are too great to count as 0."""
    size = np.abs(s)
    rtol, atol = np.asarray(rtol), np.asarray(atol)
    bound = np.maximum(rtol * size.max(-1, initial=0), atol)
    return size > bound[..., None]


def _inverted(s, rtol, atol):
    nonzero = above(s, rtol, atol)
    return np.where(nonzero, 1, s.dtype.type(0)) / np.where(nonzero, s, 1)
