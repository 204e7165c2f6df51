"""PyTorch's names for products of matrices and vectors, and for what its main module has of linear algebra; the rest is
in `autograd.linalg`."""

import math
from typing import Any, NamedTuple

import numpy as np

from .. import linalg
from ..core.primitive import named
from ..functions.contraction import promoted, tensordot
from ..functions.shape import permute, reshape, unsqueeze
from ..functions.statistics import _detached
from ..ops import contraction, decomposition, elementwise, norm
from ..ops import linalg as ops
from ..ops.conversion import copy
from . import cholesky, det, matrix_exp, matrix_power, slogdet

__all__ = [
    "addbmm",
    "addmm",
    "addmv",
    "addr",
    "baddbmm",
    "bmm",
    "cdist",
    "chain_matmul",
    "cholesky",
    "cholesky_inverse",
    "cholesky_solve",
    "cross",
    "det",
    "dot",
    "ger",
    "inner",
    "inverse",
    "kron",
    "logdet",
    "matmul",
    "matrix_exp",
    "matrix_power",
    "mm",
    "mv",
    "outer",
    "pinverse",
    "qr",
    "slogdet",
    "svd",
    "vdot",
]

matmul = named(ops.matmul)


def inverse(input: Any) -> Any:
    """Return the inverse of a square matrix, or of each in a batch: `linalg.inv`.

    >>> import autograd
    >>> autograd.inverse(autograd.tensor([[2.0, 0.0], [0.0, 4.0]]))
    tensor([[0.5000, 0.0000],
            [0.0000, 0.2500]])
    """
    return linalg.inv(input)


def _needs_ranks(name: str, tensors: tuple[Any, ...], ranks: tuple[int, ...]) -> None:
    ops.refuse_others(name, *tensors)
    if tuple(len(x.shape) for x in tensors) != ranks:
        raise RuntimeError(
            f"{name}: needs tensors with {' and '.join(map(str, ranks))} dimensions, got shapes "
            f"{' and '.join(str(tuple(x.shape)) for x in tensors)}; matmul takes any"
        )


def _multiply(name: str, a: Any, b: Any, *ranks: int) -> None:
    """Raise RuntimeError unless a and b have so many dimensions, multiply, and are of one dtype."""
    left: tuple[int, ...] = getattr(a, "shape", ())
    right: tuple[int, ...] = getattr(b, "shape", ())
    if (len(left), len(right)) != ranks:
        _needs_ranks(name, (a, b), ranks)
    inner = right[-2] if len(right) > 1 else right[-1]
    if left[-1] != inner or (len(left) == 3 and left[0] != right[0]):
        why = f"{left[-1]} is not {inner}" if left[-1] != inner else "the batches differ"
        raise RuntimeError(f"{name}: shapes {tuple(left)} and {tuple(right)} do not multiply: {why}")
    if a.dtype is not b.dtype:
        ops.refuse_mixed(name, **{"first operand": a, "second": b})


def mm(input: Any, mat2: Any) -> Any:
    """Return the product of two matrices. Raises RuntimeError if they are not matrices or do not multiply.

    >>> import autograd
    >>> autograd.mm(autograd.ones(2, 3), autograd.ones(3, 1))
    tensor([[3.],
            [3.]])
    """
    _multiply("mm", input, mat2, 2, 2)
    return ops.matmul(input, mat2)


def bmm(input: Any, mat2: Any) -> Any:
    """Return the products of two batches of matrices, of the same length.

    >>> import autograd
    >>> autograd.bmm(autograd.ones(5, 2, 3), autograd.ones(5, 3, 4)).shape
    (5, 2, 4)
    """
    _multiply("bmm", input, mat2, 3, 3)
    return ops.matmul(input, mat2)


def mv(input: Any, vec: Any) -> Any:
    """Return the product of a matrix and a vector.

    >>> import autograd
    >>> autograd.mv(autograd.ones(2, 3), autograd.ones(3))
    tensor([3., 3.])
    """
    _multiply("mv", input, vec, 2, 1)
    return ops.matmul(input, vec)


def dot(input: Any, other: Any) -> Any:
    """Return the inner product of two vectors.

    >>> import autograd
    >>> autograd.dot(autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]))
    tensor(11.)
    """
    _multiply("dot", input, other, 1, 1)
    return ops.matmul(input, other)


def vdot(input: Any, other: Any) -> Any:
    """Return the inner product of two vectors of real numbers: the same as `dot`.

    Raises RuntimeError for complex numbers, of which the first factor would be conjugated.

    >>> import autograd
    >>> autograd.vdot(autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]))
    tensor(11.)
    """
    _multiply("vdot", input, other, 1, 1)
    if input.dtype.kind == "c":
        raise RuntimeError(f"vdot: is for real numbers, got {input.dtype}; use dot(x.conj(), y) of arrays")
    return ops.matmul(input, other)


def inner(input: Any, other: Any) -> Any:
    """Return the inner products of all vectors in the last dimensions: of shapes (..., n) and (---, n), (..., ---).

    With a 0-d tensor it is the product of the two.

    >>> import autograd
    >>> autograd.inner(autograd.ones(2, 3), autograd.ones(4, 3)).shape
    (2, 4)
    """
    ops.refuse_others("inner", input, other)
    if not input.shape or not other.shape:
        return elementwise.multiply(input, other)
    if input.shape[-1] != other.shape[-1]:
        raise RuntimeError(
            f"inner: the last dimensions of shapes {tuple(input.shape)} and {tuple(other.shape)} differ: "
            f"{input.shape[-1]} is not {other.shape[-1]}"
        )
    ops.refuse_mixed("inner", input=input, other=other)
    return tensordot(input, other, ([-1], [-1]))


def outer(input: Any, vec2: Any) -> Any:
    """Return the products of all pairs of elements of two vectors, as a matrix.

    >>> import autograd
    >>> autograd.outer(autograd.tensor([1, 2]), autograd.tensor([3, 4]))
    tensor([[3, 4],
            [6, 8]])
    """
    _needs_ranks("outer", (input, vec2), (1, 1))
    return contraction.einsum(*promoted(input, vec2), subscripts="i,j->ij")


ger = outer


def kron(input: Any, other: Any) -> Any:
    """Return the Kronecker product: a block of the size of ``other`` for each element of the input.

    The one with fewer dimensions gets new ones of size 1 in front.

    >>> import autograd
    >>> autograd.kron(autograd.tensor([1, 10]), autograd.tensor([1, 2, 3]))
    tensor([ 1,  2,  3, 10, 20, 30])
    """
    ops.refuse_others("kron", input, other)
    ndim = max(len(input.shape), len(other.shape))
    sizes = [(1,) * (ndim - len(x.shape)) + tuple(x.shape) for x in (input, other)]
    blocks, inside = (reshape(x, size) for x, size in zip(promoted(input, other), sizes, strict=True))
    letters = [chr(ord("a") + i) for i in range(2 * ndim)]
    subscripts = f"{''.join(letters[::2])},{''.join(letters[1::2])}->{''.join(letters)}"
    out = contraction.einsum(blocks, inside, subscripts=subscripts)
    return reshape(out, [m * n for m, n in zip(*sizes, strict=True)])


def _add(name: str, input: Any, a: Any, b: Any, beta: Any, alpha: Any) -> Any:
    ops.refuse_others(name, input)
    if input.dtype is not a.dtype:
        ops.refuse_mixed(name, **{"input": input, "first operand": a, "second": b})
    beta, alpha = _factors(name, a.dtype, beta, alpha)
    shape = a.shape[:-1] + b.shape[len(a.shape) - 1 :]
    if input.shape != shape and not _expands(tuple(input.shape), shape):
        raise RuntimeError(f"{name}: an input of shape {tuple(input.shape)} does not expand to the product's {shape}")
    return ops.add_matmul(input, a, b, beta=beta, alpha=alpha)


def _factors(name: str, dtype: Any, beta: Any, alpha: Any) -> tuple[Any, Any]:
    """Return beta and alpha as Python numbers: integers, for integer tensors."""
    beta, alpha = (x.item() if hasattr(x, "item") else x for x in (beta, alpha))
    if dtype.kind in "iub":
        for argument, factor in (("beta", beta), ("alpha", alpha)):
            if isinstance(factor, float):
                raise RuntimeError(f"{name}: {argument}={factor} for {dtype}: give an integer, or convert the tensors")
    return beta, alpha


def _expands(shape: tuple[int, ...], to: tuple[int, ...]) -> bool:
    return len(shape) <= len(to) and all(n in (1, m) for n, m in zip(shape[::-1], to[::-1], strict=False))


def addmm(input: Any, mat1: Any, mat2: Any, *, beta: Any = 1, alpha: Any = 1) -> Any:
    """Return beta input + alpha mat1 @ mat2, of matrices; the input is broadcast, and not looked at if beta is 0.

    >>> import autograd
    >>> autograd.addmm(autograd.ones(2), autograd.ones(2, 3), autograd.ones(3, 2), beta=10)
    tensor([[13., 13.],
            [13., 13.]])
    """
    _multiply("addmm", mat1, mat2, 2, 2)
    return _add("addmm", input, mat1, mat2, beta, alpha)


def addmv(input: Any, mat: Any, vec: Any, *, beta: Any = 1, alpha: Any = 1) -> Any:
    """Return beta input + alpha mat @ vec; the input is broadcast, and not looked at if beta is 0.

    >>> import autograd
    >>> autograd.addmv(autograd.ones(2), autograd.ones(2, 3), autograd.ones(3), alpha=2)
    tensor([7., 7.])
    """
    _multiply("addmv", mat, vec, 2, 1)
    return _add("addmv", input, mat, vec, beta, alpha)


def baddbmm(input: Any, batch1: Any, batch2: Any, *, beta: Any = 1, alpha: Any = 1) -> Any:
    """Return beta input + alpha batch1 @ batch2, of batches of matrices.

    The input is broadcast, and not looked at if beta is 0.

    >>> import autograd
    >>> autograd.baddbmm(autograd.ones(1), autograd.ones(5, 2, 3), autograd.ones(5, 3, 4)).shape
    (5, 2, 4)
    """
    _multiply("baddbmm", batch1, batch2, 3, 3)
    return _add("baddbmm", input, batch1, batch2, beta, alpha)


def addbmm(input: Any, batch1: Any, batch2: Any, *, beta: Any = 1, alpha: Any = 1) -> Any:
    """Return beta input + alpha times the sum of the products of two batches of matrices.

    The input is broadcast, and not looked at if beta is 0.

    >>> import autograd
    >>> autograd.addbmm(autograd.zeros(1), autograd.ones(5, 1, 3), autograd.ones(5, 3, 2))
    tensor([[15., 15.]])
    """
    _multiply("addbmm", batch1, batch2, 3, 3)
    count, rows, between = batch1.shape
    left = reshape(permute(batch1, 1, 0, 2), rows, count * between)  # one product of matrices side by side
    return _add("addbmm", input, left, reshape(batch2, count * between, batch2.shape[2]), beta, alpha)


def addr(input: Any, vec1: Any, vec2: Any, *, beta: Any = 1, alpha: Any = 1) -> Any:
    """Return beta input + alpha times the outer product of two vectors.

    The input is broadcast, and not looked at if beta is 0.

    >>> import autograd
    >>> autograd.addr(autograd.zeros(2, 2), autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]))
    tensor([[3., 4.],
            [6., 8.]])
    """
    ops.refuse_others("addr", input)
    _needs_ranks("addr", (vec1, vec2), (1, 1))
    beta, alpha = _factors("addr", np.promote_types(input.dtype, np.promote_types(vec1.dtype, vec2.dtype)), beta, alpha)
    out = outer(vec1, vec2)
    if not _expands(tuple(input.shape), tuple(out.shape)):
        raise RuntimeError(
            f"addr: an input of shape {tuple(input.shape)} does not expand to the product's {tuple(out.shape)}"
        )
    if alpha != 1:
        out = elementwise.multiply(out, alpha)
    if not beta:
        input = elementwise.keep(input, False)
    return elementwise.add(input if beta == 1 or not beta else elementwise.multiply(input, beta), out)


def chain_matmul(*matrices: Any) -> Any:
    """Return the product of matrices, in the order that needs the fewest multiplications: `linalg.multi_dot`.

    >>> import autograd
    >>> autograd.chain_matmul(autograd.ones(2, 3), autograd.ones(3, 4), autograd.ones(4, 1)).shape
    (2, 1)
    """
    for x in matrices:
        _needs_ranks("chain_matmul", (x,), (2,))
    return matrices[0] if len(matrices) == 1 else linalg._chain("chain_matmul", list(matrices))


def cross(input: Any, other: Any, dim: int | None = None) -> Any:
    """Return the cross product of vectors of three along ``dim``, by default the first dimension of size 3.

    >>> import autograd
    >>> autograd.cross(autograd.tensor([1.0, 0.0, 0.0]), autograd.tensor([0.0, 1.0, 0.0]))
    tensor([0., 0., 1.])
    """
    ops.refuse_others("cross", input, other)
    if dim is None:
        dim = next((i for i, n in enumerate(input.shape) if n == 3), None)
        if dim is None:
            raise RuntimeError(f"cross: no dimension of shape {tuple(input.shape)} has size 3")
    return linalg.cross(input, other, dim=dim)


_COMPUTE_MODES = (
    "use_mm_for_euclid_dist_if_necessary",
    "use_mm_for_euclid_dist",
    "donot_use_mm_for_euclid_dist",
)


def cdist(x1: Any, x2: Any, p: float = 2.0, compute_mode: str | None = None) -> Any:
    """Return the distances ‖x1_i - x2_j‖_p of all rows, in the last two dimensions; others are broadcast.

    Shapes: (..., m, n) and (..., k, n) give (..., m, k). The gradient is that of `linalg.vector_norm`: 0 at distance
    0, and shared by differences that tie for p = inf. Euclidean distances come from a matrix product if there are more
    than 25 rows, or always or never, as ``compute_mode`` says: "use_mm_for_euclid_dist_if_necessary" (the default),
    "use_mm_for_euclid_dist", "donot_use_mm_for_euclid_dist". That is faster, but inexact for points much closer to each
    other than to their mean. Other distances need memory for all differences.

    >>> import autograd
    >>> autograd.cdist(autograd.tensor([[0.0, 0.0]]), autograd.tensor([[3.0, 4.0], [0.0, 0.0]]))
    tensor([[5., 0.]])
    """
    ops.refuse_others("cdist", x1, x2)
    for x in (x1, x2):
        if len(x.shape) < 2:
            raise RuntimeError(f"cdist: needs at least two dimensions, got shape {tuple(x.shape)}")
        if x.dtype.kind != "f":
            raise RuntimeError(f"cdist: needs floating-point values, got {x.dtype}; convert with .float() or .double()")
    if x1.shape[-1] != x2.shape[-1]:
        raise RuntimeError(
            f"cdist: rows of shapes {tuple(x1.shape)} and {tuple(x2.shape)} have {x1.shape[-1]} and {x2.shape[-1]} "
            f"elements"
        )
    ops.refuse_mixed("cdist", x1=x1, x2=x2)
    if p < 0:
        raise RuntimeError(f"cdist: p must not be negative, got {p}")
    if compute_mode is not None and compute_mode not in _COMPUTE_MODES:
        raise ValueError(f"cdist: the compute_mode {compute_mode!r} is not one of {', '.join(_COMPUTE_MODES)}")
    if p == 2:
        many = max(x1.shape[-2], x2.shape[-2]) > 25
        return ops.cdist(
            x1, x2, product=compute_mode == _COMPUTE_MODES[1] or (many and compute_mode != _COMPUTE_MODES[2])
        )
    if not x1.shape[-1]:
        p = 1  # of nothing, all norms are 0
    first, second = copy(x1.mT), copy(x2.mT)  # planes of one coordinate: NumPy adds those up faster than short rows
    difference = elementwise.subtract(unsqueeze(first, -1), unsqueeze(second, -2))
    return norm.vector_norm(difference, ord=p, axis=-3)


def logdet(input: Any) -> Any:
    """Return the logarithm of the determinant: -inf if it is 0, NaN if it is negative.

    >>> import autograd
    >>> autograd.logdet(autograd.tensor([[2.0, 0.0], [0.0, 0.5]]))
    tensor(0.)
    """
    linalg._squares("logdet", input)
    sign, logarithm = decomposition.slogdet(input)
    return elementwise.where(sign < 0, math.nan, logarithm)


def pinverse(input: Any, rcond: float = 1e-15) -> Any:
    """Return the Moore-Penrose inverse; singular values up to rcond times the greatest count as 0: `linalg.pinv`.

    >>> import autograd
    >>> autograd.pinverse(autograd.tensor([[2.0], [0.0]]))
    tensor([[0.5000, 0.0000]])
    """
    return linalg.pinv(input, rcond)


def cholesky_solve(input: Any, input2: Any, upper: bool = False) -> Any:
    """Return the solution X of A X = input, where the triangle input2 is the Cholesky factor of A: A = L Lᵀ.

    With ``upper`` it is the upper triangle Lᵀ.

    >>> import autograd
    >>> autograd.cholesky_solve(autograd.tensor([[4.0]]), autograd.tensor([[2.0]]))
    tensor([[1.]])
    """
    lower = input2.mT if upper else input2
    half = linalg.solve_triangular(lower, input, upper=False)
    return linalg.solve_triangular(lower.mT, half, upper=True)


def cholesky_inverse(input: Any, upper: bool = False) -> Any:
    """Return the inverse of A, where the input is the Cholesky factor of A: A = L Lᵀ, or with ``upper`` Lᵀ.

    >>> import autograd
    >>> autograd.cholesky_inverse(autograd.tensor([[2.0]]))
    tensor([[0.2500]])
    """
    if len(input.shape) < 2:
        raise RuntimeError(
            f"cholesky_inverse: needs matrices, in the last two dimensions, got shape {tuple(input.shape)}"
        )
    return cholesky_solve(np.eye(input.shape[-1], dtype=input.dtype), input, upper)


def qr(input: Any, some: bool = True) -> decomposition.QR:
    """Return the QR decomposition, as (Q, R), "reduced" if ``some`` and else "complete": see `linalg.qr`.

    >>> import autograd
    >>> autograd.qr(autograd.tensor([[3.0, 1.0], [4.0, 2.0]])).R
    tensor([[-5.0000, -2.2000],
            [ 0.0000,  0.4000]])
    """
    return linalg.qr(input, "reduced" if some else "complete")


class SVD(NamedTuple):
    """What `svd` finds; the right singular vectors are the columns of V."""

    U: Any
    S: Any
    V: Any


def svd(input: Any, some: bool = True, compute_uv: bool = True) -> SVD:
    """Return the singular value decomposition input = U diag(S) Vᵀ, as (U, S, V): see `linalg.svd`, which has Vᵀ.

    With ``some``, U and V have min(rows, columns) columns. Without ``compute_uv`` they are zeros.

    >>> import autograd
    >>> autograd.svd(autograd.tensor([[0.0, 2.0], [1.0, 0.0]])).S
    tensor([2., 1.])
    """
    if compute_uv:
        u, s, vh = linalg.svd(input, not some)
        return SVD(u, s, vh.mT)
    singular, like = linalg.svdvals(input), _detached(input)
    u, v = (np.zeros_like(like, shape=(*input.shape[:-2], n, n)) for n in input.shape[-2:])
    return SVD(u, singular, v)
