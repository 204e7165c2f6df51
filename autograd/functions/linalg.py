"""PyTorch's names for matrix products."""

from typing import Any

from ..ops import linalg as ops

__all__ = [
    "bmm",
    "dot",
    "matmul",
    "mm",
    "mv",
]

matmul = ops.matmul


def _ranks(name: str, a: Any, b: Any, ranks: tuple[int, int]) -> Any:
    if (len(a.shape), len(b.shape)) != ranks:
        raise RuntimeError(
            f"{name}: needs tensors with {ranks[0]} and {ranks[1]} dimensions, got shapes {tuple(a.shape)} and "
            f"{tuple(b.shape)}; matmul takes any"
        )
    return ops.matmul(a, b)


def mm(input: Any, mat2: Any) -> Any:
    """Return the product of two matrices. Raises RuntimeError if they are not matrices or do not multiply.

    >>> import autograd
    >>> autograd.mm(autograd.ones(2, 3), autograd.ones(3, 1))
    tensor([[3.],
            [3.]])
    """
    return _ranks("mm", input, mat2, (2, 2))


def bmm(input: Any, mat2: Any) -> Any:
    """Return the products of two batches of matrices.

    >>> import autograd
    >>> autograd.bmm(autograd.ones(5, 2, 3), autograd.ones(5, 3, 4)).shape
    (5, 2, 4)
    """
    return _ranks("bmm", input, mat2, (3, 3))


def mv(input: Any, vec: Any) -> Any:
    """Return the product of a matrix and a vector.

    >>> import autograd
    >>> autograd.mv(autograd.ones(2, 3), autograd.ones(3))
    tensor([3., 3.])
    """
    return _ranks("mv", input, vec, (2, 1))


def dot(input: Any, other: Any) -> Any:
    """Return the inner product of two vectors.

    >>> import autograd
    >>> autograd.dot(autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]))
    tensor(11.)
    """
    return _ranks("dot", input, other, (1, 1))
