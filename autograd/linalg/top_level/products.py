"""Products of matrices and vectors, and sums with them."""

from typing import Any

import numpy as np

from ...core.op import Value, broadcasts
from ...core.primitive import named
from ...exports import public
from ...functions.arguments import in_one_dtype
from ...functions.contraction import tensordot
from ...functions.order import permute
from ...functions.shape import reshape
from ...ops import contraction, elementwise, linalg as ops
from .. import products
from ..chains import product_of_chain

matmul = named(ops.matmul)


def _needs_ranks(name: str, tensors: tuple[Any, ...], ranks: tuple[int, ...]) -> None:
    ops.refuse_others(name, *tensors)
    if tuple(x.ndim for x in tensors) != ranks:
        raise RuntimeError(
            f"{name}: needs tensors with {' and '.join(map(str, ranks))} dimensions, got shapes "
            f"{' and '.join(str(x.shape) for x in tensors)}; matmul takes any"
        )


def _check_factors(name: str, a: Value, b: Value, *ranks: int) -> tuple[Value, Value]:
    """Return a and b; raises RuntimeError unless they have so many dimensions, multiply, and are of one dtype."""
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
    return a, b


def mm(input: Value, mat2: Value) -> Value:
    """Return the product of two matrices. Raises RuntimeError if they are not matrices or do not multiply.

    >>> import autograd
    >>> autograd.mm(autograd.ones(2, 3), autograd.ones(3, 1))
    tensor([[3.],
            [3.]])
    """
    return ops.matmul(*_check_factors("mm", input, mat2, 2, 2))


def bmm(input: Value, mat2: Value) -> Value:
    """Return the products of two batches of matrices, of the same length. Raises RuntimeError as `mm`.

    >>> import autograd
    >>> autograd.bmm(autograd.ones(5, 2, 3), autograd.ones(5, 3, 4)).shape
    (5, 2, 4)
    """
    return ops.matmul(*_check_factors("bmm", input, mat2, 3, 3))


def mv(input: Value, vec: Value) -> Value:
    """Return the product of a matrix and a vector. Raises RuntimeError as `mm`.

    >>> import autograd
    >>> autograd.mv(autograd.ones(2, 3), autograd.ones(3))
    tensor([3., 3.])
    """
    return ops.matmul(*_check_factors("mv", input, vec, 2, 1))


def dot(input: Value, other: Value) -> Value:
    """Return the inner product of two vectors. Raises RuntimeError for other shapes, and for sizes that differ.

    >>> import autograd
    >>> autograd.dot(autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]))
    tensor(11.)
    """
    return ops.matmul(*_check_factors("dot", input, other, 1, 1))


def vdot(input: Value, other: Value) -> Value:
    """Return the inner product of two vectors of real numbers: the same as `dot`.

    Raises RuntimeError for what `dot` refuses, and for complex numbers, of which the first factor would be conjugated.

    >>> import autograd
    >>> autograd.vdot(autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]))
    tensor(11.)
    """
    _check_factors("vdot", input, other, 1, 1)
    if input.dtype.kind == "c":
        raise RuntimeError(f"vdot: is for real numbers, got {input.dtype}; use dot(x.conj(), y) of arrays")
    return ops.matmul(input, other)


def inner(input: Value, other: Value) -> Value:
    """Return the inner products of all vectors in the last dimensions: of shapes (..., n) and (---, n), (..., ---).

    With a 0-d tensor it is the product of the two. Raises RuntimeError if the last dimensions or the dtypes differ.

    >>> import autograd
    >>> autograd.inner(autograd.ones(2, 3), autograd.ones(4, 3)).shape
    (2, 4)
    """
    ops.refuse_others("inner", input, other)
    if not input.shape or not other.shape:
        return elementwise.multiply(input, other)
    if input.shape[-1] != other.shape[-1]:
        raise RuntimeError(
            f"inner: the last dimensions of shapes {input.shape} and {other.shape} differ: "
            f"{input.shape[-1]} is not {other.shape[-1]}"
        )
    ops.refuse_mixed("inner", input=input, other=other)
    return tensordot(input, other, ([-1], [-1]))


def outer(input: Value, vec2: Value) -> Value:
    """Return the products of all pairs of elements of two vectors, as a matrix. Raises RuntimeError for other shapes.

    >>> import autograd
    >>> autograd.outer(autograd.tensor([1, 2]), autograd.tensor([3, 4]))
    tensor([[3, 4],
            [6, 8]])
    """
    _needs_ranks("outer", (input, vec2), (1, 1))
    return contraction.einsum(*in_one_dtype(input, vec2), subscripts="i,j->ij")


ger = outer


def kron(input: Value, other: Value) -> Value:
    """Return the Kronecker product: a block of the size of ``other`` for each element of the input.

    The one with fewer dimensions gets new ones of size 1 in front.

    >>> import autograd
    >>> autograd.kron(autograd.tensor([1, 10]), autograd.tensor([1, 2, 3]))
    tensor([ 1,  2,  3, 10, 20, 30])
    """
    ops.refuse_others("kron", input, other)
    ndim = max(input.ndim, other.ndim)
    sizes = [(1,) * (ndim - x.ndim) + x.shape for x in (input, other)]
    blocks, inside = (reshape(x, size) for x, size in zip(in_one_dtype(input, other), sizes, strict=True))
    letters = [chr(ord("a") + i) for i in range(2 * ndim)]
    subscripts = f"{''.join(letters[::2])},{''.join(letters[1::2])}->{''.join(letters)}"
    out = contraction.einsum(blocks, inside, subscripts=subscripts)
    return reshape(out, [m * n for m, n in zip(*sizes, strict=True)])


def _add(name: str, input: Value, a: Value, b: Value, beta: Any, alpha: Any) -> Any:
    ops.refuse_others(name, input)
    if input.dtype is not a.dtype:
        ops.refuse_mixed(name, **{"input": input, "first operand": a, "second": b})
    beta, alpha = _numbers(name, a.dtype, beta, alpha)
    _check_expands(name, input, a.shape[:-1] + b.shape[a.ndim - 1 :])
    return ops.add_matmul(input, a, b, beta=beta, alpha=alpha)


def _check_expands(name: str, input: Value, shape: tuple[int, ...]) -> None:
    if input.shape != shape and not broadcasts(input.shape, shape):
        raise RuntimeError(f"{name}: an input of shape {input.shape} does not expand to the product's {shape}")


def _numbers(name: str, dtype: Any, beta: Any, alpha: Any) -> tuple[Any, Any]:
    """Return beta and alpha as Python numbers: integers, for integer tensors."""
    beta, alpha = (x.item() if hasattr(x, "item") else x for x in (beta, alpha))
    if dtype.kind in "iub":
        for argument, factor in (("beta", beta), ("alpha", alpha)):
            if isinstance(factor, float):
                raise RuntimeError(f"{name}: {argument}={factor} for {dtype}: give an integer, or convert the tensors")
    return beta, alpha


def addmm(input: Value, mat1: Value, mat2: Value, *, beta: float = 1, alpha: float = 1) -> Value:
    """Return beta input + alpha mat1 @ mat2, of matrices; the input is broadcast, and not looked at if beta is 0.

    Raises RuntimeError if the shapes do not fit, the dtypes differ, or beta or alpha is a fraction for integer tensors.

    >>> import autograd
    >>> autograd.addmm(autograd.ones(2), autograd.ones(2, 3), autograd.ones(3, 2), beta=10)
    tensor([[13., 13.],
            [13., 13.]])
    """
    return _add("addmm", input, *_check_factors("addmm", mat1, mat2, 2, 2), beta, alpha)


def addmv(input: Value, mat: Value, vec: Value, *, beta: float = 1, alpha: float = 1) -> Value:
    """Return beta input + alpha mat @ vec; the input is broadcast, and not looked at if beta is 0.

    Raises RuntimeError as `addmm`.

    >>> import autograd
    >>> autograd.addmv(autograd.ones(2), autograd.ones(2, 3), autograd.ones(3), alpha=2)
    tensor([7., 7.])
    """
    return _add("addmv", input, *_check_factors("addmv", mat, vec, 2, 1), beta, alpha)


def baddbmm(input: Value, batch1: Value, batch2: Value, *, beta: float = 1, alpha: float = 1) -> Value:
    """Return beta input + alpha batch1 @ batch2, of batches of matrices.

    The input is broadcast, and not looked at if beta is 0. Raises RuntimeError as `addmm`.

    >>> import autograd
    >>> autograd.baddbmm(autograd.ones(1), autograd.ones(5, 2, 3), autograd.ones(5, 3, 4)).shape
    (5, 2, 4)
    """
    return _add("baddbmm", input, *_check_factors("baddbmm", batch1, batch2, 3, 3), beta, alpha)


def addbmm(input: Value, batch1: Value, batch2: Value, *, beta: float = 1, alpha: float = 1) -> Value:
    """Return beta input + alpha times the sum of the products of two batches of matrices.

    The input is broadcast, and not looked at if beta is 0. Raises RuntimeError as `addmm`.

    >>> import autograd
    >>> autograd.addbmm(autograd.zeros(1), autograd.ones(5, 1, 3), autograd.ones(5, 3, 2))
    tensor([[15., 15.]])
    """
    _check_factors("addbmm", batch1, batch2, 3, 3)
    count, rows, between = batch1.shape
    left = reshape(permute(batch1, 1, 0, 2), rows, count * between)  # one product of matrices side by side
    return _add("addbmm", input, left, reshape(batch2, count * between, batch2.shape[2]), beta, alpha)


def addr(input: Value, vec1: Value, vec2: Value, *, beta: float = 1, alpha: float = 1) -> Value:
    """Return beta input + alpha times the outer product of two vectors.

    The input is broadcast, and not looked at if beta is 0. Raises RuntimeError if the shapes do not fit, or beta or
    alpha is a fraction for integer tensors.

    >>> import autograd
    >>> autograd.addr(autograd.zeros(2, 2), autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]))
    tensor([[3., 4.],
            [6., 8.]])
    """
    ops.refuse_others("addr", input)
    _needs_ranks("addr", (vec1, vec2), (1, 1))
    beta, alpha = _numbers("addr", np.promote_types(input.dtype, np.promote_types(vec1.dtype, vec2.dtype)), beta, alpha)
    out = outer(vec1, vec2)
    _check_expands("addr", input, out.shape)
    if alpha != 1:
        out = elementwise.multiply(out, alpha)
    if not beta:
        input = elementwise.keep(input, False)
    return elementwise.add(input if beta == 1 or not beta else elementwise.multiply(input, beta), out)


def chain_matmul(*matrices: Value) -> Value:
    """Return the product of matrices, in the order that needs the fewest multiplications: `linalg.multi_dot`.

    Raises RuntimeError for anything but matrices that multiply.

    >>> import autograd
    >>> autograd.chain_matmul(autograd.ones(2, 3), autograd.ones(3, 4), autograd.ones(4, 1)).shape
    (2, 1)
    """
    for x in matrices:
        _needs_ranks("chain_matmul", (x,), (2,))
    return matrices[0] if len(matrices) == 1 else product_of_chain("chain_matmul", matrices)


def cross(input: Value, other: Value, dim: int | None = None) -> Value:
    """Return the cross product of vectors of three along ``dim``, by default the first dimension of size 3.

    Raises RuntimeError if there is none, and for other sizes along ``dim``.

    >>> import autograd
    >>> autograd.cross(autograd.tensor([1.0, 0.0, 0.0]), autograd.tensor([0.0, 1.0, 0.0]))
    tensor([0., 0., 1.])
    """
    ops.refuse_others("cross", input, other)
    if dim is None:
        dim = next((i for i, n in enumerate(input.shape) if n == 3), None)
        if dim is None:
            raise RuntimeError(f"cross: no dimension of shape {input.shape} has size 3")
    return products.cross(input, other, dim=dim)


public(globals())
