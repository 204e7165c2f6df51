"""Linear algebra under PyTorch's names: what torch.linalg has, of matrices in the last two dimensions.

Written by `python -m tests.stubs`.
"""

import builtins
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol, Self, overload

import numpy as np
from numpy.typing import NDArray

from autograd.linalg.decompositions import LUFactor as LUFactor
from autograd.linalg.solving import Lstsq as Lstsq
from autograd.ops.decomposition import Eigh as Eigh
from autograd.ops.decomposition import LU as LU
from autograd.ops.decomposition import QR as QR
from autograd.ops.decomposition import SVD as SVD
from autograd.ops.determinant import Slogdet as Slogdet
from autograd.ops.solving import LinAlgError as LinAlgError
from autograd.tensor.tensor import Tensor as Tensor

_Number = builtins.bool | builtins.int | builtins.float | builtins.complex | np.generic
_Array = NDArray[Any] | _Number
_Value = Tensor | _Array

@overload
def cholesky(input: Tensor, upper: builtins.bool = False) -> Tensor:
    """Return the lower triangle L with A = L Lᵀ, or with ``upper`` Lᵀ, of symmetric positive definite matrices.

    Only that triangle of A is read; the gradient is symmetric. Raises LinAlgError for a matrix that is not positive
    definite.

    >>> import autograd
    >>> autograd.linalg.cholesky(autograd.tensor([[4.0, 2.0], [2.0, 2.0]]))
    tensor([[2., 0.],
            [1., 1.]])
    """
@overload
def cholesky(input: _Array, upper: builtins.bool = False) -> NDArray[Any]: ...
@overload
def cond(A: Tensor, p: builtins.float | builtins.str | None = None) -> Tensor:
    """Return the condition number: the `matrix_norm` of ord ``p`` times that of the inverse.

    None, the default, and 2 are the quotient of the greatest and the least singular value, -2 its inverse. For others
    the matrices must be square, or RuntimeError is raised; a singular one has the condition number inf.

    >>> import autograd
    >>> autograd.linalg.cond(autograd.tensor([[2.0, 0.0], [0.0, 1.0]]))
    tensor(2.)
    """
@overload
def cond(A: _Array, p: builtins.float | builtins.str | None = None) -> NDArray[Any]: ...
@overload
def cross(input: Tensor, other: _Value, *, dim: builtins.int = -1) -> Tensor:
    """Return the cross product of vectors of three along ``dim``; other dimensions are broadcast.

    Raises RuntimeError for vectors of another size, and if one of the two has more dimensions.

    >>> import autograd
    >>> autograd.linalg.cross(autograd.tensor([1.0, 0.0, 0.0]), autograd.tensor([0.0, 1.0, 0.0]))
    tensor([0., 0., 1.])
    """
@overload
def cross(input: _Array, other: Tensor, *, dim: builtins.int = -1) -> Tensor: ...
@overload
def cross(input: _Array, other: _Array, *, dim: builtins.int = -1) -> NDArray[Any]: ...
@overload
def det(input: Tensor) -> Tensor:
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
@overload
def det(input: _Array) -> NDArray[Any]: ...
@overload
def diagonal(A: Tensor, *, offset: builtins.int = 0, dim1: builtins.int = -2, dim2: builtins.int = -1) -> Tensor:
    """Return the diagonals of matrices, as the last dimension: `autograd.diagonal`, of the last two dimensions.

    >>> import autograd
    >>> autograd.linalg.diagonal(autograd.ones(2, 3, 4)).shape
    (2, 3)
    """
@overload
def diagonal(A: _Array, *, offset: builtins.int = 0, dim1: builtins.int = -2, dim2: builtins.int = -1) -> NDArray[Any]: ...
@overload
def eigh(A: Tensor, UPLO: builtins.str = 'L') -> Eigh[Tensor]:
    """Return (eigenvalues, eigenvectors) of symmetric matrices, ascending, the vectors as columns.

    Only the lower triangle ("L") or the upper one ("U") is read; the gradient is symmetric. Signs of eigenvectors are
    arbitrary, and so are eigenvectors of equal eigenvalues: gradients of functions that depend on them have no meaning;
    those of the eigenvalues always have one. Raises RuntimeError for another ``UPLO``.

    >>> import autograd
    >>> autograd.linalg.eigh(autograd.tensor([[2.0, 0.0], [0.0, 1.0]])).eigenvalues
    tensor([1., 2.])
    """
@overload
def eigh(A: _Array, UPLO: builtins.str = 'L') -> Eigh[NDArray[Any]]: ...
@overload
def eigvalsh(A: Tensor, UPLO: builtins.str = 'L') -> Tensor:
    """Return the eigenvalues of symmetric matrices, ascending; the arguments are those of `eigh`.

    >>> import autograd
    >>> autograd.linalg.eigvalsh(autograd.tensor([[0.0, 1.0], [1.0, 0.0]]))
    tensor([-1.,  1.])
    """
@overload
def eigvalsh(A: _Array, UPLO: builtins.str = 'L') -> NDArray[Any]: ...
@overload
def inv(A: Tensor) -> Tensor:
    """Return the inverse of square matrices. Raises LinAlgError if one is singular.

    To multiply by an inverse, `solve` is faster and more exact.

    >>> import autograd
    >>> autograd.linalg.inv(autograd.tensor([[2.0, 0.0], [0.0, 4.0]]))
    tensor([[0.5000, 0.0000],
            [0.0000, 0.2500]])
    """
@overload
def inv(A: _Array) -> NDArray[Any]: ...
def lstsq(A: _Value, B: _Value, rcond: builtins.float | None = None, *, driver: builtins.str | None = None) -> Lstsq:
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
@overload
def lu(A: Tensor, *, pivot: builtins.bool = True) -> LU[Tensor]:
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
@overload
def lu(A: _Array, *, pivot: builtins.bool = True) -> LU[NDArray[Any]]: ...
def lu_factor(A: _Value, *, pivot: builtins.bool = True) -> LUFactor:
    """Return the LU decomposition as `lu_solve` takes it: (LU, pivots).

    Both triangles are in one matrix, without the ones on the diagonal of L; in step k, row k was exchanged with row
    ``pivots[k]``, counted from 1. Raises RuntimeError without ``pivot``.

    >>> import autograd
    >>> LU, pivots = autograd.linalg.lu_factor(autograd.tensor([[1.0, 2.0], [4.0, 4.0]]))
    >>> LU, pivots
    (tensor([[4.0000, 4.0000],
            [0.2500, 1.0000]]), tensor([2, 2], dtype=int32))
    """
@overload
def lu_solve(LU: Tensor, pivots: _Value, B: _Value, *, left: builtins.bool = True, adjoint: builtins.bool = False) -> Tensor:
    """Return the solution X of A X = B, or of X A = B if not ``left``, of the A whose `lu_factor` is given.

    With ``adjoint``, Aᵀ takes the place of A. B is a batch of matrices. Raises LinAlgError if A is singular,
    RuntimeError if the shapes do not fit.

    >>> import autograd
    >>> LU, pivots = autograd.linalg.lu_factor(autograd.tensor([[1.0, 2.0], [4.0, 4.0]]))
    >>> autograd.linalg.lu_solve(LU, pivots, autograd.tensor([[3.0], [8.0]]))
    tensor([[1.],
            [1.]])
    """
@overload
def lu_solve(LU: _Array, pivots: Tensor, B: _Value, *, left: builtins.bool = True, adjoint: builtins.bool = False) -> Tensor: ...
@overload
def lu_solve(LU: _Array, pivots: _Array, B: Tensor, *, left: builtins.bool = True, adjoint: builtins.bool = False) -> Tensor: ...
@overload
def lu_solve(LU: _Array, pivots: _Array, B: _Array, *, left: builtins.bool = True, adjoint: builtins.bool = False) -> NDArray[Any]: ...
@overload
def matmul(a: Tensor, b: _Value) -> Tensor:
    """The matrix product over the last two axes; a 1-d argument is a vector, leading axes are broadcast.

    Raises RuntimeError if the shapes do not multiply, or the dtypes differ.
    """
@overload
def matmul(a: _Array, b: Tensor) -> Tensor: ...
@overload
def matmul(a: _Array, b: _Array) -> NDArray[Any]: ...
@overload
def matrix_exp(input: Tensor) -> Tensor:
    """Return the matrix exponential Σ Aᵏ/k! of square matrices.

    By scaling and squaring: Higham (2005), "The scaling and squaring method for the matrix exponential revisited".

    >>> import autograd
    >>> autograd.matrix_exp(autograd.tensor([[0.0, 1.0], [0.0, 0.0]]))
    tensor([[1., 1.],
            [0., 1.]])
    """
@overload
def matrix_exp(input: _Array) -> NDArray[Any]: ...
@overload
def matrix_norm(A: Tensor, ord: builtins.float | builtins.str = 'fro', dim: Sequence[builtins.int] = ..., keepdim: builtins.bool = False, *, dtype: Any = None) -> Tensor:
    """Return the norm of the matrices in the two dimensions ``dim``.

    ``ord`` is "fro", the root of the sum of squares; "nuc", the sum of the singular values; 2 or -2, the greatest or
    least of them; inf or -inf, the greatest or least sum of |elements| of a row; 1 or -1, of a column. Rows, columns or
    singular values that tie share the gradient evenly. Raises RuntimeError for another ``ord``, for a ``dim`` that is
    no pair of two dimensions, for integers and for a narrower ``dtype``.

    >>> import autograd
    >>> autograd.linalg.matrix_norm(autograd.tensor([[1.0, -2.0], [3.0, 4.0]]), ord=1)
    tensor(6.)
    """
@overload
def matrix_norm(A: _Array, ord: builtins.float | builtins.str = 'fro', dim: Sequence[builtins.int] = ..., keepdim: builtins.bool = False, *, dtype: Any = None) -> NDArray[Any]: ...
@overload
def matrix_power(input: Tensor, n: builtins.int) -> Tensor:
    """Return the n-th power of square matrices, by repeated squaring; of the inverse if n is negative.

    Raises TypeError for an n that is no integer, RuntimeError for other shapes, LinAlgError if there is no inverse.

    >>> import autograd
    >>> autograd.matrix_power(autograd.tensor([[1.0, 1.0], [0.0, 1.0]]), 5)
    tensor([[1., 5.],
            [0., 1.]])
    """
@overload
def matrix_power(input: _Array, n: builtins.int) -> NDArray[Any]: ...
@overload
def matrix_rank(A: Tensor, *, atol: builtins.float | _Value | None = None, rtol: builtins.float | _Value | None = None, hermitian: builtins.bool = False) -> Tensor:
    """Return the number of singular values above max(atol, rtol * the greatest); the arguments are those of `pinv`.

    >>> import autograd
    >>> autograd.linalg.matrix_rank(autograd.tensor([[1.0, 2.0], [2.0, 4.0]]))
    tensor(1)
    """
@overload
def matrix_rank(A: _Array, *, atol: builtins.float | _Array | None = None, rtol: builtins.float | _Array | None = None, hermitian: builtins.bool = False) -> NDArray[Any]: ...
@overload
def multi_dot(tensors: Sequence[Tensor]) -> Tensor:
    """Return the product of two or more matrices, in the order that needs the fewest multiplications.

    The first and the last may be vectors: a row and a column. Raises RuntimeError if they do not multiply.

    >>> import autograd
    >>> autograd.linalg.multi_dot([autograd.ones(2, 3), autograd.ones(3, 4), autograd.ones(4)])
    tensor([12., 12.])
    """
@overload
def multi_dot(tensors: Sequence[_Array]) -> NDArray[Any]: ...
@overload
def multi_dot(tensors: Sequence[_Value]) -> Any: ...
@overload
def norm(A: Tensor, ord: builtins.float | builtins.str | None = None, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None) -> Tensor:
    """Return a vector or a matrix norm: `vector_norm` over one dimension, `matrix_norm` over two.

    Without ``dim``, all dimensions count: A is a vector, or a matrix if ``ord`` is given and A has two. Without
    ``ord``, it is the root of the sum of squares. Raises what these two raise, and RuntimeError for another number of
    dimensions.

    >>> import autograd
    >>> autograd.linalg.norm(autograd.tensor([[1.0, -2.0], [2.0, 4.0]]))
    tensor(5.)
    """
@overload
def norm(A: _Array, ord: builtins.float | builtins.str | None = None, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None) -> NDArray[Any]: ...
@overload
def pinv(A: Tensor, rtol: builtins.float | _Value | None = None, *, atol: builtins.float | _Value | None = None, hermitian: builtins.bool = False) -> Tensor:
    """Return the Moore-Penrose inverse, of matrices of any shape and rank.

    Singular values up to max(atol, rtol * the greatest) count as 0; ``rtol`` is max(rows, columns) times the precision
    unless it or ``atol`` is given. Both are numbers, or tensors with one for each matrix of the batch. With
    ``hermitian``, A is symmetric, and only one triangle of it is read. The gradient is right as long as the rank stays.

    >>> import autograd
    >>> autograd.linalg.pinv(autograd.tensor([[2.0, 0.0], [0.0, 0.0]]))
    tensor([[0.5000, 0.0000],
            [0.0000, 0.0000]])
    """
@overload
def pinv(A: _Array, rtol: builtins.float | _Array | None = None, *, atol: builtins.float | _Array | None = None, hermitian: builtins.bool = False) -> NDArray[Any]: ...
@overload
def qr(A: Tensor, mode: builtins.str = 'reduced') -> QR[Tensor]:
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
@overload
def qr(A: _Array, mode: builtins.str = 'reduced') -> QR[NDArray[Any]]: ...
@overload
def slogdet(input: Tensor) -> Slogdet[Tensor]:
    """Return the sign of the determinant and the logarithm of its absolute value, as (sign, logabsdet).

    A singular matrix has sign 0 and logabsdet -inf; asking for its gradient raises LinAlgError.

    >>> import autograd
    >>> autograd.slogdet(autograd.tensor([[0.0, 1.0], [1.0, 0.0]]))
    Slogdet(sign=tensor(-1.), logabsdet=tensor(0.))
    """
@overload
def slogdet(input: _Array) -> Slogdet[NDArray[Any]]: ...
@overload
def solve(A: Tensor, B: _Value, *, left: builtins.bool = True) -> Tensor:
    """Return the solution X of A X = B, or of X A = B if not ``left``.

    B is a batch of vectors if it has one dimension, or the shape of A without its last, and of matrices otherwise;
    batches are broadcast. Raises LinAlgError if a matrix is singular, RuntimeError if the shapes do not fit.

    >>> import autograd
    >>> A = autograd.tensor([[2.0, 1.0], [0.0, 4.0]])
    >>> autograd.linalg.solve(A, autograd.tensor([4.0, 8.0]))
    tensor([1., 2.])
    """
@overload
def solve(A: _Array, B: Tensor, *, left: builtins.bool = True) -> Tensor: ...
@overload
def solve(A: _Array, B: _Array, *, left: builtins.bool = True) -> NDArray[Any]: ...
@overload
def solve_triangular(A: Tensor, B: _Value, *, upper: builtins.bool, left: builtins.bool = True, unitriangular: builtins.bool = False) -> Tensor:
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
@overload
def solve_triangular(A: _Array, B: Tensor, *, upper: builtins.bool, left: builtins.bool = True, unitriangular: builtins.bool = False) -> Tensor: ...
@overload
def solve_triangular(A: _Array, B: _Array, *, upper: builtins.bool, left: builtins.bool = True, unitriangular: builtins.bool = False) -> NDArray[Any]: ...
@overload
def svd(A: Tensor, full_matrices: builtins.bool = True) -> SVD[Tensor]:
    """Return the singular value decomposition A = U diag(S) Vh, as (U, S, Vh), with S descending.

    For m rows and n columns U and Vh are square, or have min(m, n) columns and rows if not ``full_matrices``. The sign
    of a pair of singular vectors is arbitrary, and so are the vectors of equal singular values; of those beyond the
    first min(m, n) only the space that they span is determined. Gradients of functions that depend on more have no
    meaning; those of the singular values always have one.

    >>> import autograd
    >>> autograd.linalg.svd(autograd.tensor([[0.0, 2.0], [1.0, 0.0]])).S
    tensor([2., 1.])
    """
@overload
def svd(A: _Array, full_matrices: builtins.bool = True) -> SVD[NDArray[Any]]: ...
@overload
def svdvals(A: Tensor) -> Tensor:
    """Return the singular values, descending.

    >>> import autograd
    >>> autograd.linalg.svdvals(autograd.tensor([[0.0, 2.0], [1.0, 0.0]]))
    tensor([2., 1.])
    """
@overload
def svdvals(A: _Array) -> NDArray[Any]: ...
@overload
def tensorinv(A: Tensor, ind: builtins.int = 2) -> Tensor:
    """Return the inverse of A as a linear map from its last dimensions to its first ``ind``.

    The result has the last dimensions first. Raises RuntimeError unless both groups have the same number of elements,
    LinAlgError if the map has no inverse.

    >>> import autograd
    >>> autograd.linalg.tensorinv(autograd.eye(6).reshape(2, 3, 6)).shape
    (6, 2, 3)
    """
@overload
def tensorinv(A: _Array, ind: builtins.int = 2) -> NDArray[Any]: ...
@overload
def tensorsolve(A: Tensor, B: _Value, dims: Sequence[builtins.int] | None = None) -> Tensor:
    """Return the solution X of tensordot(A, X, X.ndim) = B, after moving the dimensions ``dims`` of A to its end.

    Raises RuntimeError unless A has the dimensions of B first, and then as many elements; LinAlgError if there is no
    single solution.

    >>> import autograd
    >>> autograd.linalg.tensorsolve(autograd.eye(6).reshape(2, 3, 6), autograd.ones(2, 3))
    tensor([1., 1., 1., 1., 1., 1.])
    """
@overload
def tensorsolve(A: _Array, B: Tensor, dims: Sequence[builtins.int] | None = None) -> Tensor: ...
@overload
def tensorsolve(A: _Array, B: _Array, dims: Sequence[builtins.int] | None = None) -> NDArray[Any]: ...
@overload
def vander(x: Tensor, *, N: builtins.int | None = None) -> Tensor:
    """Return the Vandermonde matrices: the powers 0 to N - 1 of each element, along a new last dimension.

    ``N`` is the number of elements along the last dimension of x unless it is given. Raises RuntimeError for a 0-d
    tensor, and unless ``N`` is greater than 1.

    >>> import autograd
    >>> autograd.linalg.vander(autograd.tensor([2, 3]), N=4)
    tensor([[ 1,  2,  4,  8],
            [ 1,  3,  9, 27]])
    """
@overload
def vander(x: _Array, *, N: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def vecdot(x: Tensor, y: _Value, *, dim: builtins.int = -1) -> Tensor:
    """Return the inner products of vectors along ``dim``; other dimensions are broadcast.

    Raises RuntimeError for vectors of different sizes or dtypes, and for integers.

    >>> import autograd
    >>> autograd.linalg.vecdot(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]), autograd.tensor([1.0, 10.0]))
    tensor([21., 43.])
    """
@overload
def vecdot(x: _Array, y: Tensor, *, dim: builtins.int = -1) -> Tensor: ...
@overload
def vecdot(x: _Array, y: _Array, *, dim: builtins.int = -1) -> NDArray[Any]: ...
@overload
def vector_norm(x: Tensor, ord: builtins.float = 2, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None) -> Tensor:
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
@overload
def vector_norm(x: _Array, ord: builtins.float = 2, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None) -> NDArray[Any]: ...
__all__ = ['LinAlgError', 'cholesky', 'cond', 'cross', 'det', 'diagonal', 'eigh', 'eigvalsh', 'inv', 'lstsq', 'lu', 'lu_factor', 'lu_solve', 'matmul', 'matrix_exp', 'matrix_norm', 'matrix_power', 'matrix_rank', 'multi_dot', 'norm', 'pinv', 'qr', 'slogdet', 'solve', 'solve_triangular', 'svd', 'svdvals', 'tensorinv', 'tensorsolve', 'vander', 'vecdot', 'vector_norm']
