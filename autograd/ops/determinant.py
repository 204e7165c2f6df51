"""Determinants of the matrices in the last two axes, and their derivatives, which hold for singular matrices too."""

from typing import Generic, NamedTuple

import numpy as np

from ..core.op import T
from ..core.primitive import primitive
from .decomposition import converged, svd, svdvals
from .diagonals import diagonal
from .reduction import others, sum
from .solving import inv


@primitive(implements=np.linalg.det, x=lambda g, x: g[..., None, None] * cofactor(x))
def det(x):
    """Determinant.

    The gradient, the matrix of cofactors, is right at any rank, and so is the second derivative. The third derivative
    raises RuntimeError for a matrix close to singular if two of its singular values are equal.
    """
    return np.linalg.det(x)


def _cofactor(g, x, out):
    if _well_conditioned(x):
        inverse = inv(x).mT
        return sum(g * out, (-2, -1), keepdims=True) * inverse - out @ g.mT @ inverse
    # With x = U S Vᵀ and σ = det U det V, the second derivative of det in the directions UᵀgV = G and H is that of a
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
    """Whether the derivatives of det(x) times the inverse are precise: errors grow with the condition's square."""
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
    """x itself; its gradient raises if singular values are equal: then the singular vectors have no derivative."""
    return x.copy()


@primitive(x=_cofactor)
def cofactor(x):
    """The matrix of cofactors: det(x) times the transposed inverse, or the limit of that if there is no inverse."""
    inverse, condition = _inverse_and_condition(x)
    if np.all(condition < np.finfo(x.dtype).eps ** -0.5):
        return np.linalg.det(x)[..., None, None] * inverse.mT
    u, s, vh = converged("det", x, lambda: np.linalg.svd(x))
    return _orientation(u, vh) * (u * others(s, -1)[..., None, :]) @ vh


class Slogdet(NamedTuple, Generic[T]):
    """The sign of a determinant and the logarithm of its absolute value."""

    sign: T
    logabsdet: T


@primitive(outputs=Slogdet, implements=np.linalg.slogdet, x=lambda g, x: g.logabsdet[..., None, None] * inv(x).mT)
def slogdet(x):
    """The sign of the determinant and the logarithm of its absolute value, without overflow."""
    return Slogdet(*np.linalg.slogdet(x))
