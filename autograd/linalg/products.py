"""Products and powers of matrices and vectors, and the diagonals of matrices."""

from collections.abc import Sequence

import numpy as np

from ..core.dtypes import int64
from ..core.op import Value
from ..exports import public
from ..functions import diagonals
from ..functions.arguments import axis_of
from ..functions.contraction import einsum
from ..functions.order import movedim
from ..functions.shape import unsqueeze
from ..ops import elementwise, linalg as ops
from ..ops.linalg import matmul, refuse_mixed, refuse_others
from .arguments import check_float_tensors, check_squares
from .chains import product_of_chain
from .solving import inv


def multi_dot(tensors: Sequence[Value]) -> Value:
    """Return the product of two or more matrices, in the order that needs the fewest multiplications.

    The first and the last may be vectors: a row and a column. Raises RuntimeError if they do not multiply.

    >>> import autograd
    >>> autograd.linalg.multi_dot([autograd.ones(2, 3), autograd.ones(3, 4), autograd.ones(4)])
    tensor([12., 12.])
    """
    return product_of_chain("multi_dot", list(tensors))


def matrix_power(input: Value, n: int) -> Value:
    """Return the n-th power of square matrices, by repeated squaring; of the inverse if n is negative.

    Raises TypeError for an n that is no integer, RuntimeError for other shapes, LinAlgError if there is no inverse.

    >>> import autograd
    >>> autograd.matrix_power(autograd.tensor([[1.0, 1.0], [0.0, 1.0]]), 5)
    tensor([[1., 5.],
            [0., 1.]])
    """
    if not isinstance(n, (int, np.integer)):
        raise TypeError(f"matrix_power: the exponent is an integer, got {n!r}")
    refuse_others("matrix_power", input)
    if input.ndim < 2 or input.shape[-2] != input.shape[-1]:
        raise RuntimeError(f"matrix_power: needs square matrices, got shape {input.shape}")
    if n == 0:
        return elementwise.keep(input, False) + np.eye(input.shape[-1], dtype=input.dtype)
    power, out = inv(input) if n < 0 else input, None
    n = abs(int(n))
    while True:
        if n % 2:
            out = power if out is None else matmul(out, power)
        n //= 2
        if not n:
            return out
        power = matmul(power, power)


def matrix_exp(input: Value) -> Value:
    """Return the matrix exponential Σ Aᵏ/k! of square matrices.

    By scaling and squaring: Higham (2005), "The scaling and squaring method for the matrix exponential revisited".

    >>> import autograd
    >>> autograd.matrix_exp(autograd.tensor([[0.0, 1.0], [0.0, 0.0]]))
    tensor([[1., 1.],
            [0., 1.]])
    """
    return ops.matrix_exp(check_squares("matrix_exp", input))


def cross(input: Value, other: Value, *, dim: int = -1) -> Value:
    """Return the cross product of vectors of three along ``dim``; other dimensions are broadcast.

    Raises RuntimeError for vectors of another size, and if one of the two has more dimensions.

    >>> import autograd
    >>> autograd.linalg.cross(autograd.tensor([1.0, 0.0, 0.0]), autograd.tensor([0.0, 1.0, 0.0]))
    tensor([0., 0., 1.])
    """
    refuse_others("cross", input, other)
    if input.ndim != other.ndim:
        raise RuntimeError(f"cross: both need as many dimensions, got shapes {input.shape} and {other.shape}")
    axis = axis_of("cross", dim, input.ndim)
    if input.shape[axis] != 3 or other.shape[axis] != 3:
        raise RuntimeError(f"cross: needs vectors of three along dim {dim}, got shapes {input.shape} and {other.shape}")
    return ops.cross(input, other, axis=axis)


def vander(x: Value, *, N: int | None = None) -> Value:
    """Return the Vandermonde matrices: the powers 0 to N - 1 of each element, along a new last dimension.

    ``N`` is the number of elements along the last dimension of x unless it is given. Raises RuntimeError for a 0-d
    tensor, and unless ``N`` is greater than 1.

    >>> import autograd
    >>> autograd.linalg.vander(autograd.tensor([2, 3]), N=4)
    tensor([[ 1,  2,  4,  8],
            [ 1,  3,  9, 27]])
    """
    if not x.shape or (N is not None and N <= 1):
        raise RuntimeError(f"vander: needs at least one dimension and N greater than 1, got shape {x.shape}, {N=}")
    if x.dtype.kind in "iub":
        x = x.astype(int64)
    exponents = np.arange(x.shape[-1] if N is None else N, dtype=x.dtype)
    return elementwise.power(unsqueeze(x, -1), exponents)


def vecdot(x: Value, y: Value, *, dim: int = -1) -> Value:
    """Return the inner products of vectors along ``dim``; other dimensions are broadcast.

    Raises RuntimeError for vectors of different sizes or dtypes, and for integers.

    >>> import autograd
    >>> autograd.linalg.vecdot(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]), autograd.tensor([1.0, 10.0]))
    tensor([21., 43.])
    """
    check_float_tensors("vecdot", x, y)
    refuse_mixed("vecdot", x=x, y=y)
    if not x.shape or not y.shape or x.shape[dim] != y.shape[dim]:
        raise RuntimeError(f"vecdot: needs vectors of one length along dim {dim}, got shapes {x.shape} and {y.shape}")
    return einsum("...i,...i->...", movedim(x, dim, -1), movedim(y, dim, -1))


def diagonal(A: Value, *, offset: int = 0, dim1: int = -2, dim2: int = -1) -> Value:
    """Return the diagonals of matrices, as the last dimension: `autograd.diagonal`, of the last two dimensions.

    >>> import autograd
    >>> autograd.linalg.diagonal(autograd.ones(2, 3, 4)).shape
    (2, 3)
    """
    return diagonals.diagonal(A, offset, dim1, dim2)


public(globals(), "matmul")
