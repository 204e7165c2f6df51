"""Inverses, logarithms of determinants, and decompositions of matrices."""

import math
from typing import NamedTuple

import numpy as np

from ...core.op import Value
from ...exports import public
from ...functions.arguments import detached
from ...ops import determinant, elementwise
from ...ops.decomposition import QR
from .. import decompositions, solving
from ..arguments import check_squares


def inverse(input: Value) -> Value:
    """Return the inverse of a square matrix, or of each in a batch: `linalg.inv`. Raises LinAlgError if there is none.

    >>> import autograd
    >>> autograd.inverse(autograd.tensor([[2.0, 0.0], [0.0, 4.0]]))
    tensor([[0.5000, 0.0000],
            [0.0000, 0.2500]])
    """
    return solving.inv(input)


def logdet(input: Value) -> Value:
    """Return the logarithm of the determinant: -inf if it is 0, NaN if it is negative.

    Raises RuntimeError for anything but square matrices.

    >>> import autograd
    >>> autograd.logdet(autograd.tensor([[2.0, 0.0], [0.0, 0.5]]))
    tensor(0.)
    """
    check_squares("logdet", input)
    sign, logarithm = determinant.slogdet(input)
    return elementwise.where(sign < 0, math.nan, logarithm)


def pinverse(input: Value, rcond: float = 1e-15) -> Value:
    """Return the Moore-Penrose inverse; singular values up to rcond times the greatest count as 0: `linalg.pinv`.

    >>> import autograd
    >>> autograd.pinverse(autograd.tensor([[2.0], [0.0]]))
    tensor([[0.5000, 0.0000]])
    """
    return solving.pinv(input, rcond)


def cholesky_solve(input: Value, input2: Value, upper: bool = False) -> Value:
    """Return the solution X of A X = input, where the triangle input2 is the Cholesky factor of A: A = L Lᵀ.

    With ``upper`` it is the upper triangle Lᵀ. Raises RuntimeError if the shapes do not fit.

    >>> import autograd
    >>> autograd.cholesky_solve(autograd.tensor([[4.0]]), autograd.tensor([[2.0]]))
    tensor([[1.]])
    """
    lower = input2.mT if upper else input2
    half = solving.solve_triangular(lower, input, upper=False)
    return solving.solve_triangular(lower.mT, half, upper=True)


def cholesky_inverse(input: Value, upper: bool = False) -> Value:
    """Return the inverse of A, where the input is the Cholesky factor of A: A = L Lᵀ, or with ``upper`` Lᵀ.

    Raises RuntimeError for anything but matrices.

    >>> import autograd
    >>> autograd.cholesky_inverse(autograd.tensor([[2.0]]))
    tensor([[0.2500]])
    """
    if input.ndim < 2:
        raise RuntimeError(f"cholesky_inverse: needs matrices, in the last two dimensions, got shape {input.shape}")
    return cholesky_solve(np.eye(input.shape[-1], dtype=input.dtype), input, upper)


def qr(input: Value, some: bool = True) -> QR[Value]:
    """Return the QR decomposition, as (Q, R), "reduced" if ``some`` and else "complete": see `linalg.qr`.

    >>> import autograd
    >>> autograd.qr(autograd.tensor([[3.0, 1.0], [4.0, 2.0]])).R
    tensor([[-5.0000, -2.2000],
            [ 0.0000,  0.4000]])
    """
    return decompositions.qr(input, "reduced" if some else "complete")


class SVD(NamedTuple):
    """What `svd` finds; the right singular vectors are the columns of V."""

    U: Value
    S: Value
    V: Value


def svd(input: Value, some: bool = True, compute_uv: bool = True) -> SVD:
    """Return the singular value decomposition input = U diag(S) Vᵀ, as (U, S, V): see `linalg.svd`, which has Vᵀ.

    With ``some``, U and V have min(rows, columns) columns. Without ``compute_uv`` they are zeros.

    >>> import autograd
    >>> autograd.svd(autograd.tensor([[0.0, 2.0], [1.0, 0.0]])).S
    tensor([2., 1.])
    """
    if compute_uv:
        u, s, vh = decompositions.svd(input, not some)
        return SVD(u, s, vh.mT)
    singular, like = decompositions.svdvals(input), detached(input)
    u, v = (np.zeros_like(like, shape=(*input.shape[:-2], n, n)) for n in input.shape[-2:])
    return SVD(u, singular, v)


public(globals())
