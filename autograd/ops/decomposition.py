"""Inverses, determinants and decompositions of matrices, in the last two axes.

The derivatives are stated for one matrix; leading axes go along. Most are in Giles (2008), "Collected matrix derivative
results for forward and reverse mode algorithmic differentiation"; others are named where they are used. Where equal
eigenvalues or singular values leave vectors undetermined, their gradients are infinite or NaN, as in PyTorch; vectors
that were not used contribute nothing.
"""

import math
from typing import Any, NamedTuple

import numpy as np

from ..core.op import unbroadcast
from ..core.primitive import primitive
from .diagonals import diagonal, tril, triu
from .linalg import refuse_mixed
from .reduction import others, sum
from .shape import concatenate


class LinAlgError(RuntimeError, np.linalg.LinAlgError):
    """A matrix is singular, not positive definite, or an iteration did not converge."""


# --- inverse and solution -------------------------------------------------------------------------------------------


@primitive(implements=np.linalg.inv, x=lambda g, out: -(out.mT @ g @ out.mT))
def inv(x):
    """Inverse."""
    try:
        return np.linalg.inv(x)
    except np.linalg.LinAlgError as error:
        raise LinAlgError(f"inv: {_which(x, 'is singular')}, it has no inverse; see pinv") from error


def _which(x, what):
    """Return which matrix of a batch is singular, in words."""
    if x.ndim == 2:
        return f"the matrix {what}"
    return f"a matrix of the batch of shape {x.shape} {what}"


def _solve(g, arrays, out):
    # One pullback for both arguments: they share the solution of the transposed system, Giles 2008, section 2.3.1.
    a, b = arrays
    of_b = solve(a.mT, g)
    return unbroadcast(-(of_b @ out.mT), a.shape), unbroadcast(of_b, b.shape)


@primitive(arrays=_solve)
def solve(*arrays):
    """The matrix X with A X = B, for the pair of arrays A and B; leading axes are broadcast."""
    a, b = arrays
    refuse_mixed("solve", A=a, B=b)
    try:
        return np.linalg.solve(a, b)
    except np.linalg.LinAlgError as error:
        raise LinAlgError(f"solve: {_which(a, 'is singular')}, the system has no unique solution; see lstsq") from error


def _solve_triangular(g, arrays, out, upper, unitriangular):
    a, b = arrays
    of_b = solve_triangular(a.mT, g, upper=not upper, unitriangular=unitriangular)
    of_a = unbroadcast(-(of_b @ out.mT), a.shape)
    offset = 1 if unitriangular else 0
    return triu(of_a, offset) if upper else tril(of_a, -offset), unbroadcast(of_b, b.shape)


@primitive(arrays=_solve_triangular)
def solve_triangular(*arrays, upper, unitriangular=False):
    """The matrix X with A X = B, where of A one triangle is read, or 1 for its diagonal, if ``unitriangular``."""
    a, b = arrays
    refuse_mixed("solve_triangular", A=a, B=b)
    if unitriangular:
        a = np.eye(a.shape[-1], dtype=a.dtype) + (np.triu(a, 1) if upper else np.tril(a, -1))
    elif not np.diagonal(a, axis1=-2, axis2=-1).all():
        raise LinAlgError(
            f"solve_triangular: {_which(a, 'has a 0 on its diagonal')}, the system has no unique solution"
        )
    return _substituted(a, b, upper)


def _substituted(a, b, upper):
    # By halves, so that all but small blocks are products. For those NumPy has Gaussian elimination only, but an upper
    # triangle is what that ends with: nothing is pivoted, nothing rounded before the substitution.
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


# --- determinant ----------------------------------------------------------------------------------------------------


@primitive(implements=np.linalg.det, x=lambda g, x: g[..., None, None] * cofactor(x))
def det(x):
    """Determinant.

    Its gradient, the matrix of cofactors, is right at any rank, and so is the second derivative. The third raises
    RuntimeError for matrices close to singular of which singular values are equal, or two of them 0.
    """
    return np.linalg.det(x)


def _cofactor(g, x, out):
    if _well_conditioned(x):
        inverse = inv(x).mT
        return sum(g * out, (-2, -1), keepdims=True) * inverse - out @ g.mT @ inverse
    # With x = U S Vᵀ, and σ = det U det V: the second derivative of det in the directions UᵀgV = G and H is that of a
    # diagonal matrix, σ Σ_{i≠j} P_ij (G_ii H_jj - G_ij H_ji), where P_ij is the product of all singular values but two.
    u, s, vh = svd(_of_distinct_singular_values(x), full_matrices=False)
    inner = u.mT @ g @ vh.mT
    n = x.shape[-1]
    eye = np.eye(n, dtype=x.dtype)
    without_one = s[..., None, :] * (1 - eye) + eye
    products = others(without_one, -1) * (1 - eye)
    trace = (products @ diagonal(inner, 0, -2, -1)[..., None])[..., 0]
    slope = trace[..., None, :] * eye - (products * inner).mT
    return _orientation(u, vh) * (u @ slope @ vh)


def _orientation(u, vh):
    return np.sign(det(u) * det(vh))[..., None, None]


@primitive
def _well_conditioned(x):
    """Whether little cancels in the derivatives of det(x) times the inverse: errors are of the condition's square."""
    return np.all(_inverse_and_condition(x)[1] < np.finfo(x.dtype).eps ** (-1 / 6))


def _inverse_and_condition(x):
    try:
        inverse = np.linalg.inv(x)
    except np.linalg.LinAlgError:
        return None, np.inf
    return inverse, np.abs(x).sum(-1).max(-1, initial=0) * np.abs(inverse).sum(-1).max(-1, initial=0)


def _refuse_equal(g, x):
    s = svdvals(x)
    if np.any(s[..., :-1] - s[..., 1:] <= np.finfo(x.dtype).eps ** 0.5 * s[..., :1]):
        raise RuntimeError(
            "det: the third derivative is known for matrices that are well-conditioned, or whose singular values are "
            "distinct; this one is close to singular, and singular values of it are equal"
        )
    return g


@primitive(x=_refuse_equal)
def _of_distinct_singular_values(x):
    """x, of which a decomposition is differentiated: singular vectors of equal singular values have no derivative."""
    return x.copy()


@primitive(x=_cofactor)
def cofactor(x):
    """The matrix of cofactors: det(x) times the transposed inverse, where there is one, and else its limit."""
    inverse, condition = _inverse_and_condition(x)
    if np.all(condition < np.finfo(x.dtype).eps ** -0.5):
        return np.linalg.det(x)[..., None, None] * inverse.mT
    u, s, vh = _converged("det", x, lambda: np.linalg.svd(x))
    return _orientation(u, vh) * (u * others(s, -1)[..., None, :]) @ vh


class Slogdet(NamedTuple):
    """Sign and logarithm of the absolute value of a determinant."""

    sign: Any
    logabsdet: Any


@primitive(outputs=Slogdet, implements=np.linalg.slogdet, x=lambda g, x: g.logabsdet[..., None, None] * inv(x).mT)
def slogdet(x):
    """Sign of the determinant and logarithm of its absolute value, without overflow."""
    return Slogdet(*np.linalg.slogdet(x))


# --- decompositions -------------------------------------------------------------------------------------------------


def _cholesky(g, out):
    # Murray (2016), "Differentiation of the Cholesky decomposition", equation 10: with Φ the lower triangle and half
    # the diagonal, the symmetric part of L⁻ᵀ Φ(Lᵀ g) L⁻¹.
    inner = out.mT @ g
    inner = inner * (np.tri(inner.shape[-1], dtype=inner.dtype) - np.eye(inner.shape[-1], dtype=inner.dtype) / 2)
    half = solve_triangular(out.mT, inner, upper=True)
    whole = solve_triangular(out.mT, half.mT, upper=True)
    return (whole + whole.mT) / 2


@primitive(x=_cholesky)
def cholesky(x):
    """The lower triangle L with x = L Lᵀ, of the lower triangle of x. Its gradient is symmetric, as x is."""
    try:
        return np.linalg.cholesky(x)
    except np.linalg.LinAlgError as error:
        raise LinAlgError(f"cholesky: {_which(x, 'is not positive definite')}") from error


class LU(NamedTuple):
    """Factors of a matrix: a permutation, a lower triangle with ones on its diagonal, and an upper triangle."""

    P: Any
    L: Any
    U: Any


def _lu(g, x, out):
    # de Hoog, Anderssen & Lukas (2011), "Differentiation of matrix functionals using triangular factorization". Of L
    # and U, the first parts are square; one of the rests is empty.
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

    The gradient needs the first min(rows, columns) columns to be independent; that of P is 0.
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


class QR(NamedTuple):
    """Factors of a matrix: columns that are orthonormal, and an upper triangle."""

    Q: Any
    R: Any


def _qr(g, x, out):
    # Walter & Lehmann (2018), "Algorithmic differentiation of linear algebra functions with application in optimum
    # experimental design"; for more columns than rows, Roberts & Roberts (2020), "QR and LQ decomposition matrix
    # backpropagation algorithms for square, wide, and deep matrices".
    (q, r), (of_q, of_r) = out, g
    rows, columns = x.shape[-2:]
    if rows < columns:
        first = _qr_tall(of_q + x[..., rows:] @ of_r[..., rows:].mT, of_r[..., :rows], q, r[..., :rows])
        return concatenate(first, q @ of_r[..., rows:], axis=-1)
    q, rest, of_q, of_rest = q[..., :columns], q[..., columns:], of_q[..., :columns], of_q[..., columns:]
    of_q = of_q - rest @ (of_rest.mT @ q)  # the rest, of the complete decomposition, turns with the first ones
    return _qr_tall(of_q, of_r[..., :columns, :], q, r[..., :columns, :])


def _qr_tall(of_q, of_r, q, r):
    inner = r @ of_r.mT - of_q.mT @ q
    symmetric = tril(inner) + tril(inner, -1).mT
    return solve_triangular(r, (of_q + q @ symmetric).mT, upper=True).mT


@primitive(outputs=QR, implements=np.linalg.qr, x=_qr)
def qr(x, mode="reduced"):
    """QR decomposition, "reduced" or "complete".

    Its gradient needs the first min(rows, columns) columns to be independent; further columns of the complete Q are
    arbitrary but for the space they span.
    """
    if mode not in ("reduced", "complete"):
        raise TypeError(f"qr: the mode {mode!r} is not supported for tensors: those are 'reduced' and 'complete'")
    return QR(*np.linalg.qr(x, mode))


class Eigh(NamedTuple):
    """Eigenvalues in ascending order, and the eigenvectors as columns."""

    eigenvalues: Any
    eigenvectors: Any


def _eigh(g, out):
    # Giles 2008, section 3.1, and of that the symmetric part.
    w, v = out
    eye = np.eye(w.shape[-1], dtype=w.dtype)
    gaps = w[..., None, :] - w[..., :, None] + eye
    return v @ (_skew_over(v.mT @ g.eigenvectors, gaps) / 2 + g.eigenvalues[..., None, :] * eye) @ v.mT


def _skew_over(x, y):
    """Return (x - xᵀ) / y, and 0 where the elements of x are: of vectors that were not used."""
    return (x - x.mT) / (y + ((x == 0) & (x.mT == 0) & (y == 0)))


def _over(x, y):
    """Return x / y, and 0 for 0 / 0."""
    return x / (y + ((x == 0) & (y == 0)))


@primitive(outputs=Eigh, x=_eigh)
def eigh(x, *, UPLO="L"):
    """Eigenvalues and eigenvectors of a symmetric matrix, of which one triangle is read.

    The sign of an eigenvector is arbitrary, and so are eigenvectors of equal eigenvalues: gradients of functions that
    depend on that choice have no meaning.
    """
    return Eigh(*_converged("eigh", _triangle(x, UPLO), lambda: np.linalg.eigh(x, UPLO)))


def _triangle(x, UPLO):
    """Return what is read of a symmetric matrix."""
    return np.triu(x) if UPLO in ("U", "u") else np.tril(x)


def _converged(name, x, function):
    if not np.isfinite(x).all():  # of which LAPACK may never come back
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
    """Eigenvalues of a symmetric matrix, in ascending order."""
    return _converged("eigvalsh", _triangle(x, UPLO), lambda: np.linalg.eigvalsh(x, UPLO))


class SVD(NamedTuple):
    """Left singular vectors as columns, singular values in descending order, right singular vectors as rows."""

    U: Any
    S: Any
    Vh: Any


def _svd(g, out):
    # Townsend (2016), "Differentiating the singular value decomposition"; in terms of the columns beyond the singular
    # values, of full_matrices, the complement of the first ones turns with them.
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

    The sign of a pair of singular vectors is arbitrary, and so are those of equal singular values: gradients of
    functions that depend on that choice have no meaning.
    """
    return SVD(*_converged("svd", x, lambda: np.linalg.svd(x, full_matrices)))


def _svdvals(g, x):
    u, _, vh = svd(x, full_matrices=False)
    return (u * g[..., None, :]) @ vh


@primitive(implements=np.linalg.svdvals, x=_svdvals)
def svdvals(x):
    """Singular values, in descending order."""
    return _converged("svdvals", x, lambda: np.linalg.svd(x, compute_uv=False))


def _pinv(g, x, out):
    # Golub & Pereyra (1973), "The differentiation of pseudo-inverses and nonlinear least squares problems whose
    # variables separate", for a rank that stays.
    beyond_rows = g.mT - x @ (out @ g.mT)
    beyond_columns = g.mT - (g.mT @ out) @ x
    return -(out.mT @ g @ out.mT) + beyond_rows @ (out @ out.mT) + (out.mT @ out) @ beyond_columns


@primitive(x=_pinv)
def pinv(x, *, rtol, atol=0.0, hermitian=False):
    """Moore-Penrose inverse; singular values up to max(atol, rtol * the greatest) count as 0."""
    if hermitian:
        w, v = _converged("pinv", np.tril(x), lambda: np.linalg.eigh(x))
        return (v * _inverted(w, rtol, atol)[..., None, :]) @ v.mT
    u, s, vh = _converged("pinv", x, lambda: np.linalg.svd(x, full_matrices=False))
    return vh.mT @ (u * _inverted(s, rtol, atol)[..., None, :]).mT


def above(s: Any, rtol: Any, atol: Any) -> Any:
    """Return which singular values, or eigenvalues, do not count as 0."""
    size = np.abs(s)
    rtol, atol = np.asarray(rtol), np.asarray(atol)
    bound = np.maximum(rtol * size.max(-1, initial=0), atol)
    return size > bound[..., None]


def _inverted(s, rtol, atol):
    kept = above(s, rtol, atol)
    return np.where(kept, 1, s.dtype.type(0)) / np.where(kept, s, 1)


# --- exponential ----------------------------------------------------------------------------------------------------

# Higham (2005), "The scaling and squaring method for the matrix exponential revisited": the degrees of Padé
# approximants, the 1-norms up to which they are exact in float64, and their coefficients.
_PADE = {
    3: (1.495585217958292e-2, (120, 60, 12, 1)),
    5: (2.539398330063230e-1, (30240, 15120, 3360, 420, 30, 1)),
    7: (9.504178996162932e-1, (17297280, 8648640, 1995840, 277200, 25200, 1512, 56, 1)),
    9: (
        2.097847961257068e0,
        (17643225600, 8821612800, 2075673600, 302702400, 30270240, 2162160, 110880, 3960, 90, 1),
    ),
    13: (
        5.371920351148152e0,
        (
            64764752532480000,
            32382376266240000,
            7771770303897600,
            1187353796428800,
            129060195264000,
            10559470521600,
            670442572800,
            33522128640,
            1323241920,
            40840800,
            960960,
            16380,
            182,
            1,
        ),
    ),
}


def _matrix_exp(g, x):
    # The exponential of [[xᵀ, g], [0, xᵀ]] has the derivative of exp at xᵀ in the direction g in its corner:
    # Mathias (1996), "A chain rule for matrix functions and applications".
    n = x.shape[-1]
    upper, lower = concatenate(x.mT, g, axis=-1), concatenate(g * 0, x.mT, axis=-1)
    return matrix_exp(concatenate(upper, lower, axis=-2))[..., :n, n:]


@primitive(x=_matrix_exp)
def matrix_exp(x):
    """Matrix exponential, by scaling and squaring."""
    if not x.size:
        return x.copy()
    norms = np.abs(x).sum(-2).max(-1)
    norms = np.where(np.isfinite(norms), norms, 0)  # what is not finite becomes NaN without squaring
    greatest = norms.max()
    degree = next((d for d, (bound, _) in _PADE.items() if greatest <= bound), 13)
    squarings = np.ceil(np.log2(np.maximum(norms / _PADE[13][0], 1))).astype(int)
    out = _pade(x * np.exp2(-squarings).astype(x.dtype)[..., None, None], _PADE[degree][1])
    for done in range(int(squarings.max())):
        more = squarings > done
        out[more] = out[more] @ out[more]
    return out


def _pade(x, coefficients):
    # Numerator V + U and denominator V - U, of even and odd powers; the coefficients over the first one, as their size
    # would overflow float16 and lose nothing.
    power = eye = np.broadcast_to(np.eye(x.shape[-1], dtype=x.dtype), x.shape)
    square = x @ x
    even, odd = eye, eye * (coefficients[1] / coefficients[0])
    for i in range(2, len(coefficients), 2):
        power = power @ square if i > 2 else square
        even = even + power * (coefficients[i] / coefficients[0])
        odd = odd + power * (coefficients[i + 1] / coefficients[0])
    odd = x @ odd
    return np.linalg.solve(even - odd, even + odd)
