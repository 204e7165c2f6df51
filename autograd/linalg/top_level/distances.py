"""Norms, distances and scaling to a norm."""

from typing import Any

from ...core.op import Value
from ...exports import public
from ...functions.arguments import Dim, axis_of, check_floats
from ...functions.shape import unsqueeze
from ...ops import distance, elementwise
from ...ops.conversion import copy
from ...ops.linalg import refuse_mixed, refuse_others
from .. import norms


def norm(input: Value, p: norms.Order = "fro", dim: Dim = None, keepdim: bool = False, dtype: Any = None) -> Value:
    """Return the norm over ``dim``, or of all elements: (sum |x|ᵖ)^(1/p), by default the root of the sum of squares.

    ``p`` is a number, inf and -inf included, as for `linalg.vector_norm`; or "fro", the same as 2, or "nuc", the sum of
    the singular values of matrices. ``dtype`` is that to compute in. At 0 the gradient is 0. Raises RuntimeError for
    integers and for another ``p``.

    >>> import autograd
    >>> autograd.norm(autograd.tensor([[3.0, 4.0], [6.0, 8.0]]), dim=1)
    tensor([ 5., 10.])
    """
    many = isinstance(dim, (tuple, list)) and len(dim) > 2
    if isinstance(p, str) and (p != "fro" or many):
        matrices: Any = tuple(range(input.ndim)) if dim is None else dim  # which are a pair, or refused
        return norms.matrix_norm(input, p, matrices, keepdim, dtype=dtype)
    return norms.vector_norm(input, 2 if p is None or isinstance(p, str) else p, dim, keepdim, dtype=dtype)


def dist(input: Value, other: Value, p: float = 2) -> Value:
    """Return the p-norm of input - other, broadcast. Raises RuntimeError for integers.

    >>> import autograd
    >>> autograd.dist(autograd.tensor([1.0, 2.0]), autograd.tensor([4.0, 6.0]))
    tensor(5.)
    """
    return norm(elementwise.subtract(input, other), p)


def renorm(input: Value, p: float, dim: int, maxnorm: float) -> Value:
    """Return the input with its slices along ``dim`` scaled down to the p-norm ``maxnorm`` if theirs is greater.

    As in PyTorch, they are multiplied by maxnorm / (norm + 1e-7). Raises RuntimeError for fewer than two dimensions, a
    ``p`` that is not positive and a negative ``maxnorm``.

    >>> import autograd
    >>> autograd.renorm(autograd.tensor([[3.0, 4.0], [0.3, 0.4]]), p=2, dim=0, maxnorm=1)
    tensor([[0.6000, 0.8000],
            [0.3000, 0.4000]])
    """
    if input.ndim < 2:
        raise RuntimeError(f"renorm: needs two dimensions or more, got shape {input.shape}")
    if not p > 0:
        raise RuntimeError(f"renorm: p must be positive, got {p}")
    if maxnorm < 0:
        raise RuntimeError(f"renorm: maxnorm must not be negative, got {maxnorm}")
    dim = axis_of("renorm", dim, input.ndim)
    lengths = norm(input, p, tuple(i for i in range(input.ndim) if i != dim), True)
    return input * elementwise.where(lengths > maxnorm, maxnorm / (lengths + 1e-7), 1)


_COMPUTE_MODES = ("use_mm_for_euclid_dist_if_necessary", "use_mm_for_euclid_dist", "donot_use_mm_for_euclid_dist")


def cdist(x1: Value, x2: Value, p: float = 2.0, compute_mode: str | None = None) -> Value:
    """Return the distances ‖x1_i - x2_j‖_p of all rows, in the last two dimensions; others are broadcast.

    Shapes: (..., m, n) and (..., k, n) give (..., m, k). The gradient is that of `linalg.vector_norm`: 0 at distance
    0, and shared by differences that tie for p = inf. Euclidean distances come from a matrix product if there are more
    than 25 rows, or always or never, as ``compute_mode`` says: "use_mm_for_euclid_dist_if_necessary" (the default),
    "use_mm_for_euclid_dist", "donot_use_mm_for_euclid_dist". That is faster, but inexact for points much closer to each
    other than to their mean. Other distances need memory for all differences. Raises RuntimeError for rows of different
    sizes or dtypes, integers, fewer than two dimensions and a negative ``p``; ValueError for another ``compute_mode``.

    >>> import autograd
    >>> autograd.cdist(autograd.tensor([[0.0, 0.0]]), autograd.tensor([[3.0, 4.0], [0.0, 0.0]]))
    tensor([[5., 0.]])
    """
    refuse_others("cdist", x1, x2)
    for x in (x1, x2):
        if x.ndim < 2:
            raise RuntimeError(f"cdist: needs at least two dimensions, got shape {x.shape}")
        check_floats("cdist", x.dtype, "f")
    if x1.shape[-1] != x2.shape[-1]:
        raise RuntimeError(
            f"cdist: rows of shapes {x1.shape} and {x2.shape} have {x1.shape[-1]} and {x2.shape[-1]} elements"
        )
    refuse_mixed("cdist", x1=x1, x2=x2)
    if p < 0:
        raise RuntimeError(f"cdist: p must not be negative, got {p}")
    if compute_mode is not None and compute_mode not in _COMPUTE_MODES:
        raise ValueError(f"cdist: the compute_mode {compute_mode!r} is not one of {', '.join(_COMPUTE_MODES)}")
    if p == 2:
        many = max(x1.shape[-2], x2.shape[-2]) > 25
        return distance.cdist(
            x1, x2, product=compute_mode == _COMPUTE_MODES[1] or (many and compute_mode != _COMPUTE_MODES[2])
        )
    if not x1.shape[-1]:
        p = 1  # of nothing, all norms are 0
    first, second = copy(x1.mT), copy(x2.mT)  # planes of one coordinate: NumPy adds those up faster than short rows
    difference = elementwise.subtract(unsqueeze(first, -1), unsqueeze(second, -2))
    return distance.vector_norm(difference, ord=p, axis=-3)


public(globals())
