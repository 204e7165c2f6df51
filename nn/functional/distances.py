"""Similarities and distances of vectors."""

from autograd import Tensor, result_type
from autograd.exports import public
from autograd.ops import distance


def cosine_similarity(x1: Tensor, x2: Tensor, dim: int = 1, eps: float = 1e-8) -> Tensor:
    """Return x1 · x2 / (max(|x1|, eps) max(|x2|, eps)) along ``dim``, x1 and x2 broadcast against each other.

    The gradient is that without the limit eps. Raises RuntimeError for integers.

    >>> import autograd, nn.functional as F
    >>> F.cosine_similarity(autograd.tensor([[3.0, 4.0]]), autograd.tensor([[6.0, 8.0]]))
    tensor([1.])
    """
    dtype = result_type(x1, x2)
    if dtype.kind != "f":
        raise RuntimeError(f"cosine_similarity: needs floating-point values, got {x1.dtype} and {x2.dtype}")
    x1, x2 = x1.to(dtype), x2.to(dtype)
    products = x1 * x2
    x1, x2 = x1.expand(products.shape), x2.expand(products.shape)
    lengths = [distance.vector_norm(x, axis=dim) for x in (x1, x2)]
    first, second = (length + (eps - length.detach()).clamp(min=0) for length in lengths)
    return products.sum(dim) / (first * second)


def pairwise_distance(x1: Tensor, x2: Tensor, p: float = 2.0, eps: float = 1e-6, keepdim: bool = False) -> Tensor:
    """Return |x1 - x2 + eps|_p over the last dimension, x1 and x2 broadcast against each other.

    >>> import autograd, nn.functional as F
    >>> F.pairwise_distance(autograd.tensor([[0.0, 0.0], [1.0, 1.0]]), autograd.tensor([[3.0, 4.0], [1.0, 2.0]]))
    tensor([5.0000, 1.0000])
    """
    return distance.vector_norm(x1 - x2 + eps, ord=p, axis=-1, keepdims=keepdim)


def pdist(input: Tensor, p: float = 2.0) -> Tensor:
    """Return the distances |x_i - x_j|_p of the input's rows: for (N, M), a vector of the N (N - 1) / 2 with i < j.

    They are in order of i, then j. Where a distance is 0, so is its gradient. Raises RuntimeError for other shapes, and
    for a negative p.

    >>> import autograd, nn.functional as F
    >>> F.pdist(autograd.tensor([[0.0, 0.0], [3.0, 4.0], [0.0, 1.0]]))
    tensor([5.0000, 1.0000, 4.2426])
    """
    if input.ndim != 2:
        raise RuntimeError(f"pdist: the input is a matrix, of one vector a row, got shape {tuple(input.shape)}")
    if not p >= 0:
        raise RuntimeError(f"pdist: p is 0 or more, got {p}")
    return distance.pdist(input, ord=p if input.shape[1] else 1)  # of nothing, all norms are 0


public(globals())
