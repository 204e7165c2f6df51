"""Linear algebra under PyTorch's names: what torch.linalg has, of matrices in the last two dimensions.

Leading dimensions are a batch. Functions of matrices need float32 or float64 and raise RuntimeError for integers, for
matrices of the wrong shape, and, as `LinAlgError`, for those that have no inverse or no decomposition.
"""

import math
from typing import Any, NamedTuple

import numpy as np

from ..core.dtypes import int64
from ..functions import contraction, diagonals, reduction, shape
from ..functions.shape import _dim
from ..functions.statistics import _detached
from ..ops import decomposition as ops
from ..ops import linalg as products
from ..ops import norm as norms
from ..ops import shape as shape_ops
from ..ops.decomposition import LinAlgError as LinAlgError  # public here, where PyTorch has it
from ..ops.elementwise import keep, power

__all__ = [
    "cholesky",
    "cond",
    "cross",
    "det",
    "diagonal",
    "eigh",
    "eigvalsh",
    "inv",
    "lstsq",
    "lu",
    "lu_factor",
    "lu_solve",
    "matmul",
    "matrix_exp",
    "matrix_norm",
    "matrix_power",
    "matrix_rank",
    "multi_dot",
    "norm",
    "pinv",
    "qr",
    "slogdet",
    "solve",
    "solve_triangular",
    "svd",
    "svdvals",
    "tensorinv",
    "tensorsolve",
    "vander",
    "vecdot",
    "vector_norm",
]


def _floats(name: str, *tensors: Any) -> None:
    products.refuse_others(name, *tensors)
    for x in tensors:
        if x.dtype.kind not in "fc":
            raise RuntimeError(
                f"{name}: needs floating-point values, got {x.dtype}; convert with .float() or .double()"
            )


def _matrices(name: str, *tensors: Any) -> None:
    _floats(name, *tensors)
    for x in tensors:
        if len(x.shape) < 2:
            raise RuntimeError(f"{name}: needs matrices, in the last two dimensions, got shape {tuple(x.shape)}")
        if x.dtype.itemsize == 2:
            raise RuntimeError(f"{name}: needs float32 or float64, got {x.dtype}; convert with .float()")


def _squares(name: str, x: Any) -> None:
    _matrices(name, x)
    if x.shape[-2] != x.shape[-1]:
        raise RuntimeError(f"{name}: needs square matrices, got shape {tuple(x.shape)}")


# --- inverses and systems -------------------------------------------------------------------------------------------


def inv(A: Any) -> Any:
    """Return the inverse of square matrices. Raises LinAlgError if one is singular.

    Where the inverse is to be multiplied, `solve` is faster and more exact.

    >>> import autograd
    >>> autograd.linalg.inv(autograd.tensor([[2.0, 0.0], [0.0, 4.0]]))
    tensor([[0.5000, 0.0000],
            [0.0000, 0.2500]])
    """
    _squares("inv", A)
    return ops.inv(A)


def solve(A: Any, B: Any, *, left: bool = True) -> Any:
    """Return the solution X of A X = B, or of X A = B if not ``left``.

    B is a batch of vectors if it has one dimension, or the shape of A without its last, and of matrices otherwise;
    batches are broadcast. Raises LinAlgError if a matrix is singular, RuntimeError if the shapes do not fit.

    >>> import autograd
    >>> A = autograd.tensor([[2.0, 1.0], [0.0, 4.0]])
    >>> autograd.linalg.solve(A, autograd.tensor([4.0, 8.0]))
    tensor([1., 2.])
    """
    _floats("solve", A, B)
    _squares("solve", A)
    vectors = _are_vectors("solve", A, B)
    right = shape.unsqueeze(B, -1) if vectors else B
    _fit("solve", A, B, right, left)
    if vectors:
        return shape.squeeze(ops.solve(A, right), -1)
    return ops.solve(A, right) if left else ops.solve(A.mT, right.mT).mT


def _are_vectors(name: str, A: Any, B: Any) -> bool:
    if not B.shape:
        raise RuntimeError(f"{name}: B needs one dimension or more, got shape ()")
    return len(B.shape) == 1 or (len(A.shape) == len(B.shape) + 1 and tuple(A.shape[:-1]) == tuple(B.shape))


def _fit(name: str, A: Any, B: Any, right: Any, left: bool) -> None:
    """Raise RuntimeError unless the system has as many rows on both sides, or columns, and batches that broadcast."""
    equation = "A X = B" if left else "X A = B"
    if A.shape[-1] != right.shape[-2 if left else -1]:
        raise RuntimeError(
            f"{name}: A of shape {tuple(A.shape)} and B of shape {tuple(B.shape)} do not fit in {equation}"
        )
    try:
        np.broadcast_shapes(A.shape[:-2], right.shape[:-2])
    except ValueError:
        raise RuntimeError(
            f"{name}: the batches of A of shape {tuple(A.shape)} and B of shape {tuple(B.shape)} do not broadcast"
        ) from None


def solve_triangular(A: Any, B: Any, *, upper: bool, left: bool = True, unitriangular: bool = False) -> Any:
    """Return the solution X of A X = B, or of X A = B if not ``left``, where A is triangular.

    Only the ``upper`` or the lower triangle of A is read, and of its diagonal nothing if ``unitriangular``: that is 1
    then. B is a batch of matrices; batches are broadcast. Raises LinAlgError for a 0 on the diagonal.

    >>> import autograd
    >>> A = autograd.tensor([[2.0, 1.0], [0.0, 4.0]])
    >>> autograd.linalg.solve_triangular(A, autograd.tensor([[4.0], [8.0]]), upper=True)
    tensor([[1.],
            [2.]])
    """
    _matrices("solve_triangular", A, B)
    _squares("solve_triangular", A)
    _fit("solve_triangular", A, B, B, left)
    if left:
        return ops.solve_triangular(A, B, upper=upper, unitriangular=unitriangular)
    return ops.solve_triangular(A.mT, B.mT, upper=not upper, unitriangular=unitriangular).mT


class Lstsq(NamedTuple):
    """What `lstsq` finds."""

    solution: Any
    residuals: Any
    rank: Any
    singular_values: Any


def lstsq(A: Any, B: Any, rcond: float | None = None, *, driver: str | None = None) -> Lstsq:
    """Return (solution, residuals, rank, singular_values) of the X with the least ‖A X - B‖.

    If there are several, X is the one of least norm. B is a batch of vectors or of matrices as in `solve`. Singular
    values up to ``rcond`` times the greatest count as 0, by default max(rows, columns) times the precision.

    The solution is `pinv` (A) B, and its gradient that for a rank that stays. The ``driver`` says what is returned
    beside it, as in PyTorch: residuals, the sums of squares for each column of B, if it is not "gelsy" (the default),
    there are more rows than columns, and the rank is full; the rank if it is not "gels"; singular values if it is
    "gelsd" or "gelss". What is not returned is empty.

    >>> import autograd
    >>> A = autograd.tensor([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
    >>> autograd.linalg.lstsq(A, autograd.tensor([[1.0], [3.0], [5.0]])).solution
    tensor([[1.0000],
            [2.0000]])
    """
    _floats("lstsq", A, B)
    _matrices("lstsq", A)
    products.refuse_mixed("lstsq", A=A, B=B)
    driver = "gelsy" if driver is None else driver
    if driver not in ("gels", "gelsy", "gelsd", "gelss"):
        raise RuntimeError(f"lstsq: the driver {driver!r} is not one of gels, gelsy, gelsd and gelss")
    vectors = _are_vectors("lstsq", A, B)
    right = shape.unsqueeze(B, -1) if vectors else B
    if A.shape[-2] != right.shape[-2]:
        raise RuntimeError(
            f"lstsq: A of shape {tuple(A.shape)} has {A.shape[-2]} rows, B of shape {tuple(B.shape)} has "
            f"{right.shape[-2]}"
        )
    rows, columns = A.shape[-2:]
    rtol = _rtol(A) if rcond is None else rcond
    solution = ops.pinv(A, rtol=rtol) @ right
    singular = ops.svdvals(_detached(A))
    rank = _count(singular, rtol, 0.0)
    nothing = singular[..., :0].reshape(-1)
    residuals = nothing
    if driver != "gelsy" and rows > columns and bool((rank == columns).all()):
        difference = A @ solution - right
        residuals = reduction.sum(difference * difference, -2)
    return Lstsq(
        shape.squeeze(solution, -1) if vectors else solution,
        residuals,
        rank if driver != "gels" else nothing.astype(rank.dtype),
        singular if driver in ("gelsd", "gelss") else nothing,
    )


def _rtol(A: Any) -> float:
    return float(max(A.shape[-2:]) * np.finfo(A.dtype).eps)


def _tolerances(A: Any, rtol: Any, atol: Any) -> tuple[Any, Any]:
    """Return (rtol, atol) as arrays or numbers, by default relative to the size of A."""
    rtol, atol = (getattr(_detached(x), "_array", x) for x in (rtol, atol))
    if rtol is None:
        rtol = _rtol(A) if atol is None else np.where(np.asarray(atol) > 0, 0.0, _rtol(A))
    return rtol, 0.0 if atol is None else atol


def _count(singular: Any, rtol: Any, atol: Any) -> Any:
    """Return how many singular values are above the tolerances."""
    values = getattr(singular, "_array", singular)
    count = np.asarray(ops.above(values, rtol, atol).sum(-1))
    return type(singular)._wrap(count) if hasattr(singular, "_wrap") else count


def pinv(A: Any, rtol: Any = None, *, atol: Any = None, hermitian: bool = False) -> Any:
    """Return the Moore-Penrose inverse, of matrices of any shape and rank.

    Singular values up to max(atol, rtol * the greatest) count as 0; ``rtol`` is max(rows, columns) times the precision
    unless it or ``atol`` is given. Both are numbers, or tensors with one for each matrix of the batch. With
    ``hermitian``, A is symmetric, and only one triangle of it is read. The gradient is that for a rank that stays.

    >>> import autograd
    >>> autograd.linalg.pinv(autograd.tensor([[2.0, 0.0], [0.0, 0.0]]))
    tensor([[0.5000, 0.0000],
            [0.0000, 0.0000]])
    """
    (_squares if hermitian else _matrices)("pinv", A)
    rtol, atol = _tolerances(A, rtol, atol)
    return ops.pinv(A, rtol=rtol, atol=atol, hermitian=hermitian)


def matrix_rank(A: Any, *, atol: Any = None, rtol: Any = None, hermitian: bool = False) -> Any:
    """Return the number of singular values above max(atol, rtol * the greatest); the arguments are those of `pinv`.

    >>> import autograd
    >>> autograd.linalg.matrix_rank(autograd.tensor([[1.0, 2.0], [2.0, 4.0]]))
    tensor(1)
    """
    (_squares if hermitian else _matrices)("matrix_rank", A)
    rtol, atol = _tolerances(A, rtol, atol)
    return _count((ops.eigvalsh if hermitian else ops.svdvals)(_detached(A)), rtol, atol)


def tensorinv(A: Any, ind: int = 2) -> Any:
    """Return the inverse of A as a linear map from its last dimensions to its first ``ind``.

    The products of both groups' sizes must be the same; the result has the last dimensions first.

    >>> import autograd
    >>> autograd.linalg.tensorinv(autograd.eye(6).reshape(2, 3, 6)).shape
    (6, 2, 3)
    """
    first, last = tuple(A.shape[:ind]), tuple(A.shape[ind:])
    if ind <= 0 or math.prod(first) != math.prod(last):
        raise RuntimeError(
            f"tensorinv: the first {ind} dimensions of shape {tuple(A.shape)} have {math.prod(first)} elements, the "
            f"others {math.prod(last)}: they must be as many"
        )
    return shape.reshape(inv(shape.reshape(A, math.prod(first), math.prod(last))), (*last, *first))


def tensorsolve(A: Any, B: Any, dims: Any = None) -> Any:
    """Return the solution X of tensordot(A, X, X.ndim) = B, after moving the dimensions ``dims`` of A to its end.

    >>> import autograd
    >>> autograd.linalg.tensorsolve(autograd.eye(6).reshape(2, 3, 6), autograd.ones(2, 3))
    tensor([1., 1., 1., 1., 1., 1.])
    """
    if dims is not None:
        A = shape.movedim(A, tuple(dims), tuple(range(len(A.shape) - len(dims), len(A.shape))))
    rest = tuple(A.shape[len(B.shape) :])
    if tuple(A.shape[: len(B.shape)]) != tuple(B.shape) or math.prod(rest) != math.prod(B.shape):
        raise RuntimeError(
            f"tensorsolve: A of shape {tuple(A.shape)} must start with the shape of B, {tuple(B.shape)}, and go on "
            f"with as many elements"
        )
    flat = shape.reshape(A, math.prod(B.shape), math.prod(rest))
    return shape.reshape(solve(flat, shape.reshape(B, -1)), rest)


# --- determinants ---------------------------------------------------------------------------------------------------


def det(input: Any) -> Any:
    """Return the determinant of square matrices.

    The gradient is the matrix of cofactors: right for singular matrices too, and so is the second derivative; the third
    needs distinct singular values.

    >>> import autograd
    >>> x = autograd.tensor([[1.0, 2.0], [2.0, 4.0]], requires_grad=True)
    >>> autograd.det(x).backward()
    >>> x.grad
    tensor([[ 4., -2.],
            [-2.,  1.]])
    """
    _squares("det", input)
    return ops.det(input)


def slogdet(input: Any) -> ops.Slogdet:
    """Return the sign of the determinant and the logarithm of its absolute value, as (sign, logabsdet).

    A singular matrix has sign 0 and logabsdet -inf; asking for its gradient raises LinAlgError.

    >>> import autograd
    >>> autograd.slogdet(autograd.tensor([[0.0, 1.0], [1.0, 0.0]]))
    Slogdet(sign=tensor(-1.), logabsdet=tensor(0.))
    """
    _squares("slogdet", input)
    return ops.slogdet(input)  # type: ignore[no-any-return]


# --- decompositions -------------------------------------------------------------------------------------------------


def cholesky(input: Any, upper: bool = False) -> Any:
    """Return the lower triangle L with A = L Lᵀ, or with ``upper`` Lᵀ, of symmetric positive definite matrices.

    Only that triangle of A is read; the gradient is symmetric. Raises LinAlgError for a matrix that is not positive
    definite.

    >>> import autograd
    >>> autograd.linalg.cholesky(autograd.tensor([[4.0, 2.0], [2.0, 2.0]]))
    tensor([[2., 0.],
            [1., 1.]])
    """
    _squares("cholesky", input)
    return ops.cholesky(input.mT).mT if upper else ops.cholesky(input)


def lu(A: Any, *, pivot: bool = True) -> ops.LU:
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
    _matrices("lu", A)
    if not pivot:
        raise RuntimeError("lu: only with pivot=True, as without it what is small would be divided by")
    p, lower, upper = ops.lu(A)
    return ops.LU(_detached(p), lower, upper)


class LUFactor(NamedTuple):
    """What `lu_factor` finds."""

    LU: Any
    pivots: Any


def lu_factor(A: Any, *, pivot: bool = True) -> LUFactor:
    """Return the LU decomposition as `lu_solve` takes it: (LU, pivots).

    Both triangles are in one matrix, without the ones on the diagonal of L; in step k, row k was exchanged with row
    ``pivots[k]``, counted from 1.

    >>> import autograd
    >>> LU, pivots = autograd.linalg.lu_factor(autograd.tensor([[1.0, 2.0], [4.0, 4.0]]))
    >>> LU, pivots
    (tensor([[4.0000, 4.0000],
            [0.2500, 1.0000]]), tensor([2, 2], dtype=int32))
    """
    p, lower, upper = lu(A, pivot=pivot)
    rows, columns = A.shape[-2:]
    count = min(rows, columns)
    order = (getattr(p, "_array", p) * np.arange(rows)[:, None]).sum(-2).astype(int)
    pivots = np.empty((*A.shape[:-2], count), np.int32)
    for matrix in np.ndindex(*A.shape[:-2]):
        current = list(range(rows))
        for k in range(count):
            found = current.index(order[*matrix, k])
            current[k], current[found] = current[found], current[k]
            pivots[*matrix, k] = found + 1
    below = diagonals.tril(lower, -1)
    if rows < columns:
        below = shape_ops.concatenate(below, keep(upper[..., rows:], False), axis=-1)
    elif rows > columns:
        upper = shape_ops.concatenate(upper, keep(lower[..., columns:, :], False), axis=-2)
    return LUFactor(below + upper, type(A)._wrap(pivots) if hasattr(A, "_wrap") else pivots)


def lu_solve(LU: Any, pivots: Any, B: Any, *, left: bool = True, adjoint: bool = False) -> Any:
    """Return the solution X of A X = B, or of X A = B if not ``left``, of the A whose `lu_factor` is given.

    With ``adjoint``, Aᵀ takes the place of A. B is a batch of matrices.

    >>> import autograd
    >>> LU, pivots = autograd.linalg.lu_factor(autograd.tensor([[1.0, 2.0], [4.0, 4.0]]))
    >>> autograd.linalg.lu_solve(LU, pivots, autograd.tensor([[3.0], [8.0]]))
    tensor([[1.],
            [1.]])
    """
    _matrices("lu_solve", LU, B)
    _squares("lu_solve", LU)
    _fit("lu_solve", LU, B, B, left)
    if not left:
        return lu_solve(LU, pivots, B.mT, adjoint=not adjoint).mT
    rows = LU.shape[-1]
    array = np.asarray(getattr(pivots, "_array", pivots))
    order = np.broadcast_to(np.arange(rows), LU.shape[:-1]).copy()
    for matrix in np.ndindex(*LU.shape[:-2]):
        for k, pivot in enumerate(array[matrix]):
            order[*matrix, k], order[*matrix, pivot - 1] = order[*matrix, pivot - 1], order[*matrix, k]
    p = (order[..., None, :] == np.arange(rows)[:, None]).astype(LU.dtype)
    if adjoint:
        half = solve_triangular(LU.mT, B, upper=False)
        return p @ solve_triangular(LU.mT, half, upper=True, unitriangular=True)
    half = solve_triangular(LU, products.matmul(p.mT, B), upper=False, unitriangular=True)
    return solve_triangular(LU, half, upper=True)


def qr(A: Any, mode: str = "reduced") -> ops.QR:
    """Return the QR decomposition, as (Q, R): A = Q R, with orthonormal columns and an upper triangle.

    Of A with m rows and n columns, "reduced" gives Q with min(m, n) columns, "complete" with m; "r" gives R alone, and
    an empty Q. The gradient needs the first min(m, n) columns of A to be independent. Further columns of a complete Q
    are arbitrary but for the space they span: gradients of functions that depend on more have no meaning.

    >>> import autograd
    >>> autograd.linalg.qr(autograd.tensor([[3.0, 1.0], [4.0, 2.0]])).R
    tensor([[-5.0000, -2.2000],
            [ 0.0000,  0.4000]])
    """
    _matrices("qr", A)
    if mode not in ("reduced", "complete", "r"):
        raise RuntimeError(f"qr: the mode {mode!r} is not one of 'reduced', 'complete' and 'r'")
    q, r = ops.qr(A, "reduced" if mode == "r" else mode)
    return ops.QR(q[..., :0, :0].reshape(-1) if mode == "r" else q, r)


def eigh(A: Any, UPLO: str = "L") -> ops.Eigh:
    """Return (eigenvalues, eigenvectors) of symmetric matrices, ascending, the vectors as columns.

    Only the lower triangle ("L") or the upper one ("U") is read; the gradient is symmetric. Signs of eigenvectors are
    arbitrary, and so are eigenvectors of equal eigenvalues: gradients of functions that depend on that have no meaning,
    those of the eigenvalues always do.

    >>> import autograd
    >>> autograd.linalg.eigh(autograd.tensor([[2.0, 0.0], [0.0, 1.0]])).eigenvalues
    tensor([1., 2.])
    """
    _squares("eigh", A)
    return ops.eigh(A, UPLO=_triangle("eigh", UPLO))  # type: ignore[no-any-return]


def _triangle(name: str, UPLO: str) -> str:
    if UPLO not in ("L", "U", "l", "u"):
        raise RuntimeError(f"{name}: UPLO is 'L' or 'U', the triangle that is read, got {UPLO!r}")
    return UPLO.upper()


def eigvalsh(A: Any, UPLO: str = "L") -> Any:
    """Return the eigenvalues of symmetric matrices, ascending; the arguments are those of `eigh`.

    >>> import autograd
    >>> autograd.linalg.eigvalsh(autograd.tensor([[0.0, 1.0], [1.0, 0.0]]))
    tensor([-1.,  1.])
    """
    _squares("eigvalsh", A)
    return ops.eigvalsh(A, UPLO=_triangle("eigvalsh", UPLO))


def svd(A: Any, full_matrices: bool = True) -> ops.SVD:
    """Return the singular value decomposition A = U diag(S) Vh, as (U, S, Vh), with S descending.

    For m rows and n columns U and Vh are square, or have min(m, n) columns and rows if not ``full_matrices``. The sign
    of a pair of singular vectors is arbitrary, and so are those of equal singular values, and those beyond the first
    min(m, n) but for the space they span: gradients of functions that depend on that have no meaning, those of the
    singular values always do.

    >>> import autograd
    >>> autograd.linalg.svd(autograd.tensor([[0.0, 2.0], [1.0, 0.0]])).S
    tensor([2., 1.])
    """
    _matrices("svd", A)
    return ops.svd(A, full_matrices=full_matrices)  # type: ignore[no-any-return]


def svdvals(A: Any) -> Any:
    """Return the singular values, descending.

    >>> import autograd
    >>> autograd.linalg.svdvals(autograd.tensor([[0.0, 2.0], [1.0, 0.0]]))
    tensor([2., 1.])
    """
    _matrices("svdvals", A)
    return ops.svdvals(A)


# --- norms ----------------------------------------------------------------------------------------------------------


def _as_dtype(name: str, x: Any, dtype: Any) -> Any:
    products.refuse_others(name, x)
    if x.dtype.kind != "f":
        raise RuntimeError(f"{name}: needs floating-point values, got {x.dtype}; convert with .float() or .double()")
    if dtype is None:
        return x
    dtype = np.dtype(dtype)
    if np.promote_types(x.dtype, dtype) != dtype:
        raise RuntimeError(f"{name}: dtype={dtype} would narrow values of {x.dtype}; convert them with .to() first")
    return x.astype(dtype)


def vector_norm(x: Any, ord: Any = 2, dim: Any = None, keepdim: bool = False, *, dtype: Any = None) -> Any:
    """Return (sum |x|^ord)^(1/ord) over ``dim``, an int or a tuple, or over all elements.

    ``ord`` inf is the greatest |x|, -inf the least; of those that tie, each gets the same part of the gradient. ``ord``
    0 is the number of nonzero elements. Where the norm is 0, the gradient is 0, and for ``ord`` < 2 at elements that
    are 0 as well. ``dtype`` is that to compute in. Raises RuntimeError for the norm of nothing if ``ord`` is inf or
    negative.

    >>> import autograd
    >>> x = autograd.tensor([3.0, 4.0], requires_grad=True)
    >>> autograd.linalg.vector_norm(x)
    tensor(5., grad_fn=<VectorNorm>)
    """
    if not isinstance(ord, (int, float)):
        raise TypeError(f"vector_norm: ord is a number, got {ord!r}; matrix_norm has 'fro' and 'nuc'")
    x = _as_dtype("vector_norm", x, dtype)
    ndim = len(x.shape)
    if dim is None or (isinstance(dim, (tuple, list)) and not dim):
        axes: Any = tuple(range(ndim))
    elif isinstance(dim, int):
        axes = _dim("vector_norm", dim, ndim)
    else:
        axes = tuple(_dim("vector_norm", d, ndim) for d in dim)
    over = (axes,) if isinstance(axes, int) else axes
    if (ord < 0 or ord == math.inf) and ndim and 0 in (x.shape[i] for i in over):
        raise RuntimeError(f"vector_norm: no elements have no norm of ord {ord}, got shape {tuple(x.shape)}, dim {dim}")
    return norms.vector_norm(x, ord=ord, axis=axes, keepdims=keepdim)


def matrix_norm(
    A: Any, ord: float | str = "fro", dim: Any = (-2, -1), keepdim: bool = False, *, dtype: Any = None
) -> Any:
    """Return the norm of the matrices in the two dimensions ``dim``.

    ``ord`` is "fro", the root of the sum of squares; "nuc", the sum of the singular values; 2 or -2, the greatest or
    least of them; inf or -inf, the greatest or least sum of |elements| of a row; 1 or -1, of a column. Of rows, columns
    or singular values that tie, each gets the same part of the gradient.

    >>> import autograd
    >>> autograd.linalg.matrix_norm(autograd.tensor([[1.0, -2.0], [3.0, 4.0]]), ord=1)
    tensor(6.)
    """
    A = _as_dtype("matrix_norm", A, dtype)
    ndim = len(A.shape)
    if ndim < 2:
        raise RuntimeError(f"matrix_norm: needs matrices, got shape {tuple(A.shape)}; vector_norm takes any")
    if not isinstance(dim, (tuple, list)) or len(dim) != 2:
        raise RuntimeError(f"matrix_norm: dim is a pair of dimensions, got {dim!r}")
    rows, columns = (_dim("matrix_norm", d, ndim) for d in dim)
    if rows == columns:
        raise RuntimeError(f"matrix_norm: the two dimensions must differ, got {tuple(dim)}")
    if ord == "fro":
        return norms.vector_norm(A, ord=2, axis=(rows, columns), keepdims=keepdim)
    if ord in ("nuc", 2, -2):
        out = svdvals(shape.movedim(A, (rows, columns), (-2, -1)))
        out = reduction.sum(out, -1) if ord == "nuc" else _extreme(out, -1, ord)
    elif ord in (1, -1, math.inf, -math.inf):
        summed, left = (rows, columns) if ord in (1, -1) else (columns, rows)
        sums = norms.vector_norm(A, ord=1, axis=summed, keepdims=True)
        out = shape.squeeze(_extreme(sums, left, ord, keepdim=True), (rows, columns))
    else:
        raise RuntimeError(f"matrix_norm: ord {ord!r} is not one of 'fro', 'nuc', 1, -1, 2, -2, inf and -inf")
    if not keepdim:
        return out
    return shape.reshape(out, tuple(1 if i in (rows, columns) else n for i, n in enumerate(A.shape)))


def _extreme(x: Any, dim: int, ord: Any, keepdim: bool = False) -> Any:
    """Return the greatest along ``dim`` for a positive ``ord``, 0 if there is none, or the least for a negative one."""
    if ord < 0:
        return reduction.amin(x, dim, keepdim)
    return reduction.amax(x, dim, keepdim) if x.shape[dim] else reduction.sum(x, dim, keepdim)


def norm(A: Any, ord: Any = None, dim: Any = None, keepdim: bool = False, *, dtype: Any = None) -> Any:
    """Return a vector or a matrix norm: `vector_norm` over one dimension, `matrix_norm` over two.

    Without ``dim``, all dimensions count: A is a vector, or a matrix if ``ord`` is given and A has two. Without
    ``ord``, it is the root of the sum of squares.

    >>> import autograd
    >>> autograd.linalg.norm(autograd.tensor([[1.0, -2.0], [2.0, 4.0]]))
    tensor(5.)
    """
    products.refuse_others("norm", A)
    if dim is not None:
        pair = isinstance(dim, (tuple, list)) and len(dim) == 2
        if isinstance(dim, (tuple, list)) and len(dim) not in (1, 2):
            raise RuntimeError(f"norm: dim is one dimension or two, got {tuple(dim)}; vector_norm takes any number")
    elif ord is not None:
        pair = len(A.shape) == 2
        if len(A.shape) > 2:
            raise RuntimeError(
                f"norm: shape {tuple(A.shape)} is neither a vector nor a matrix: give dim with ord {ord!r}"
            )
    else:
        pair = False
    if ord is None or not (pair or isinstance(ord, str)):
        return vector_norm(A, 2 if ord is None else ord, dim, keepdim, dtype=dtype)
    return matrix_norm(A, ord, (-2, -1) if dim is None else dim, keepdim, dtype=dtype)


def cond(A: Any, p: Any = None) -> Any:
    """Return the condition number: the norm of ``matrix_norm`` with ord ``p`` times that of the inverse.

    None, the default, and 2 are the quotient of the greatest and the least singular value, -2 its inverse. For others
    the matrices must be square; a singular one has the condition number inf.

    >>> import autograd
    >>> autograd.linalg.cond(autograd.tensor([[2.0, 0.0], [0.0, 1.0]]))
    tensor(2.)
    """
    if p is None or p in (2, -2):
        singular = svdvals(A)
        greatest, least = singular[..., 0], singular[..., -1]
        with np.errstate(divide="ignore", invalid="ignore"):
            return least / greatest if p == -2 else greatest / least
    _squares("cond", A)
    try:
        inverse = inv(A)
    except LinAlgError:
        return reduction.sum(_detached(A) * 0, (-2, -1)) + math.inf
    return matrix_norm(A, p) * matrix_norm(inverse, p)


# --- products -------------------------------------------------------------------------------------------------------


matmul = products.matmul


def multi_dot(tensors: Any) -> Any:
    """Return the product of two or more matrices, in the order that needs the fewest multiplications.

    The first and the last may be vectors: a row and a column. Raises RuntimeError if they do not multiply.

    >>> import autograd
    >>> autograd.linalg.multi_dot([autograd.ones(2, 3), autograd.ones(3, 4), autograd.ones(4)])
    tensor([12., 12.])
    """
    return _chain("multi_dot", list(tensors))


def _chain(name: str, tensors: list[Any]) -> Any:
    products.refuse_others(name, *tensors)
    if len(tensors) < 2:
        raise RuntimeError(f"{name}: needs at least two tensors, got {len(tensors)}")
    row, column = len(tensors[0].shape) == 1, len(tensors[-1].shape) == 1
    matrices = list(tensors)
    if row:
        matrices[0] = shape.unsqueeze(tensors[0], 0)
    if column:
        matrices[-1] = shape.unsqueeze(tensors[-1], 1)
    for i, (given, x) in enumerate(zip(tensors, matrices, strict=True)):
        if len(x.shape) != 2:
            raise RuntimeError(
                f"{name}: needs matrices, the first and the last may be vectors; tensor {i} has shape "
                f"{tuple(given.shape)}"
            )
        if i and matrices[i - 1].shape[1] != x.shape[0]:
            raise RuntimeError(
                f"{name}: tensors {i - 1} and {i}, of shapes {tuple(tensors[i - 1].shape)} and {tuple(given.shape)}, "
                f"do not multiply: {matrices[i - 1].shape[1]} is not {x.shape[0]}"
            )
    out = _multiplied(matrices, _splits([x.shape[0] for x in matrices] + [matrices[-1].shape[1]]), 0, len(matrices))
    return shape.reshape(out, tuple(n for n, gone in zip(out.shape, (row, column), strict=True) if not gone))


def _splits(sizes: list[int]) -> dict[tuple[int, int], int]:
    """Return where to split each chain of matrices first, after Cormen et al., "Introduction to Algorithms", 15.2."""
    count = len(sizes) - 1
    costs = {(i, i + 1): 0 for i in range(count)}
    splits = {}
    for length in range(2, count + 1):
        for i in range(count - length + 1):
            j = i + length
            costs[i, j], splits[i, j] = min(
                (costs[i, k] + costs[k, j] + sizes[i] * sizes[k] * sizes[j], k) for k in range(i + 1, j)
            )
    return splits


def _multiplied(matrices: list[Any], splits: dict[tuple[int, int], int], i: int, j: int) -> Any:
    if j == i + 1:
        return matrices[i]
    k = splits[i, j]
    return products.matmul(_multiplied(matrices, splits, i, k), _multiplied(matrices, splits, k, j))


def matrix_power(input: Any, n: int) -> Any:
    """Return the n-th power of square matrices, by repeated squaring; of the inverse if n is negative.

    >>> import autograd
    >>> autograd.matrix_power(autograd.tensor([[1.0, 1.0], [0.0, 1.0]]), 5)
    tensor([[1., 5.],
            [0., 1.]])
    """
    if not isinstance(n, (int, np.integer)):
        raise TypeError(f"matrix_power: the exponent is an integer, got {n!r}")
    products.refuse_others("matrix_power", input)
    if len(input.shape) < 2 or input.shape[-2] != input.shape[-1]:
        raise RuntimeError(f"matrix_power: needs square matrices, got shape {tuple(input.shape)}")
    if n == 0:
        return keep(input, False) + np.eye(input.shape[-1], dtype=input.dtype)
    power, out = inv(input) if n < 0 else input, None
    n = abs(int(n))
    while True:
        if n % 2:
            out = power if out is None else products.matmul(out, power)
        n //= 2
        if not n:
            return out
        power = products.matmul(power, power)


def matrix_exp(input: Any) -> Any:
    """Return the matrix exponential Σ Aᵏ/k! of square matrices.

    By scaling and squaring: Higham (2005), "The scaling and squaring method for the matrix exponential revisited".

    >>> import autograd
    >>> autograd.matrix_exp(autograd.tensor([[0.0, 1.0], [0.0, 0.0]]))
    tensor([[1., 1.],
            [0., 1.]])
    """
    _squares("matrix_exp", input)
    return ops.matrix_exp(input)


def cross(input: Any, other: Any, *, dim: int = -1) -> Any:
    """Return the cross product of vectors of three along ``dim``; other dimensions are broadcast.

    >>> import autograd
    >>> autograd.linalg.cross(autograd.tensor([1.0, 0.0, 0.0]), autograd.tensor([0.0, 1.0, 0.0]))
    tensor([0., 0., 1.])
    """
    products.refuse_others("cross", input, other)
    if len(input.shape) != len(other.shape):
        raise RuntimeError(
            f"cross: both need as many dimensions, got shapes {tuple(input.shape)} and {tuple(other.shape)}"
        )
    axis = _dim("cross", dim, len(input.shape))
    if input.shape[axis] != 3 or other.shape[axis] != 3:
        raise RuntimeError(
            f"cross: needs vectors of three along dim {dim}, got shapes {tuple(input.shape)} and {tuple(other.shape)}"
        )
    return products.cross(input, other, axis=axis)


def vander(x: Any, *, N: int | None = None) -> Any:
    """Return the Vandermonde matrices: the powers 0 to N - 1 of each element, along a new last dimension.

    ``N`` is the number of elements along the last dimension of x unless it is given.

    >>> import autograd
    >>> autograd.linalg.vander(autograd.tensor([2, 3]), N=4)
    tensor([[ 1,  2,  4,  8],
            [ 1,  3,  9, 27]])
    """
    if not x.shape or (N is not None and N <= 1):
        raise RuntimeError(
            f"vander: needs at least one dimension and N greater than 1, got shape {tuple(x.shape)}, {N=}"
        )
    if x.dtype.kind in "iub":
        x = x.astype(int64)
    exponents = np.arange(x.shape[-1] if N is None else N, dtype=x.dtype)
    return power(shape.unsqueeze(x, -1), exponents)


def vecdot(x: Any, y: Any, *, dim: int = -1) -> Any:
    """Return the inner products of vectors along ``dim``; other dimensions are broadcast.

    >>> import autograd
    >>> autograd.linalg.vecdot(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]), autograd.tensor([1.0, 10.0]))
    tensor([21., 43.])
    """
    _floats("vecdot", x, y)
    products.refuse_mixed("vecdot", x=x, y=y)
    if not x.shape or not y.shape or x.shape[dim] != y.shape[dim]:
        raise RuntimeError(
            f"vecdot: needs vectors of one length along dim {dim}, got shapes {tuple(x.shape)} and {tuple(y.shape)}"
        )
    return contraction.einsum("...i,...i->...", shape.movedim(x, dim, -1), shape.movedim(y, dim, -1))


def diagonal(A: Any, *, offset: int = 0, dim1: int = -2, dim2: int = -1) -> Any:
    """Return the diagonals of matrices, as the last dimension: `autograd.diagonal`, of the last two dimensions.

    >>> import autograd
    >>> autograd.linalg.diagonal(autograd.ones(2, 3, 4)).shape
    (2, 3)
    """
    return diagonals.diagonal(A, offset, dim1, dim2)
