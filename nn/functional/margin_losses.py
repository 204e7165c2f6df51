"""Losses that pull what is similar together, and push what is not apart until a margin lies between them."""

from collections.abc import Callable
from typing import Any

from autograd import Tensor
from autograd.exports import public
from autograd.ops import elementwise

from .distances import pairwise_distance
from .reductions import reduce_losses


def hinge_embedding_loss(input: Tensor, target: Tensor, margin: float = 1.0, *, reduction: str = "mean") -> Tensor:
    """Return the distance ``input`` where the target is 1, max(0, margin - input) where it is -1.

    Raises ValueError for an unknown reduction.

    >>> import autograd, nn.functional as F
    >>> F.hinge_embedding_loss(autograd.tensor([0.2, 0.3]), autograd.tensor([1, -1]), reduction="none")
    tensor([0.2000, 0.7000])
    """
    together = elementwise.keep(input, target != -1)
    apart = elementwise.keep((margin - input).clamp(min=0), target != 1)
    return reduce_losses("hinge_embedding_loss", together + apart, reduction)


def cosine_embedding_loss(
    input1: Tensor, input2: Tensor, target: Tensor, margin: float = 0, *, reduction: str = "mean"
) -> Tensor:
    """Return 1 - cos(x1, x2) where the target is 1, max(0, cos(x1, x2) - margin) where it is -1.

    Shapes: inputs (N, D) and target (N,), or (D,) and (). Raises RuntimeError for others, ValueError for an unknown
    reduction.

    >>> import autograd, nn.functional as F
    >>> x = autograd.tensor([[1.0, 0.0], [1.0, 0.0]])
    >>> F.cosine_embedding_loss(x, x, autograd.tensor([1, -1]), reduction="none")
    tensor([0., 1.])
    """
    if target.ndim > 1 or not input1.ndim == input2.ndim == target.ndim + 1:
        raise RuntimeError(
            f"cosine_embedding_loss: inputs of shape (N, D) have a target of shape (N,), inputs (D,) one of shape (), "
            f"got {tuple(input1.shape)}, {tuple(input2.shape)} and {tuple(target.shape)}"
        )
    # The squares are kept from 0, where the derivative of a root is infinite.
    squares = [x.square().sum(-1) + 1e-12 for x in (input1, input2)]
    cosine = (input1 * input2).sum(-1) / (squares[0] * squares[1]).sqrt()
    together = elementwise.keep(1 - cosine, target == 1)
    apart = elementwise.keep((cosine - margin).clamp(min=0), target == -1)
    return reduce_losses("cosine_embedding_loss", together + apart, reduction)


def margin_ranking_loss(
    input1: Tensor, input2: Tensor, target: Tensor, margin: float = 0, *, reduction: str = "mean"
) -> Tensor:
    """Return max(0, margin - target (x1 - x2)): target 1 ranks x1 above x2, -1 below.

    Raises RuntimeError if the numbers of dimensions differ, ValueError for an unknown reduction.

    >>> import autograd, nn.functional as F
    >>> x1, x2 = autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 0.0])
    >>> F.margin_ranking_loss(x1, x2, autograd.tensor([1, 1]), reduction="none")
    tensor([2., 0.])
    """
    if not input1.ndim == input2.ndim == target.ndim:
        raise RuntimeError(
            f"margin_ranking_loss: inputs and target have the same number of dimensions, got shapes "
            f"{tuple(input1.shape)}, {tuple(input2.shape)} and {tuple(target.shape)}"
        )
    return reduce_losses("margin_ranking_loss", (margin - target * (input1 - input2)).clamp(min=0), reduction)


def triplet_margin_loss(
    anchor: Tensor,
    positive: Tensor,
    negative: Tensor,
    margin: float = 1.0,
    p: float = 2,
    eps: float = 1e-6,
    swap: bool = False,
    *,
    reduction: str = "mean",
) -> Tensor:
    """Return max(0, margin + d(anchor, positive) - d(anchor, negative)), with d the `pairwise_distance`.

    ``swap`` takes d(positive, negative) for d(anchor, negative) where it is smaller (Balntas et al., 2016). Raises
    ValueError for an unknown reduction or unless ``margin`` is positive, RuntimeError if the numbers of dimensions
    differ.

    >>> import autograd, nn.functional as F
    >>> zero, near, far = autograd.zeros(1, 2), autograd.tensor([[3.0, 4.0]]), autograd.tensor([[0.0, 4.5]])
    >>> F.triplet_margin_loss(zero, near, far)
    tensor(1.5000)
    """

    def distance(x1: Any, x2: Any) -> Any:
        return pairwise_distance(x1, x2, p, eps)

    return _triplet("triplet_margin_loss", anchor, positive, negative, distance, margin, swap, reduction)


def triplet_margin_with_distance_loss(
    anchor: Tensor,
    positive: Tensor,
    negative: Tensor,
    *,
    distance_function: Callable[[Tensor, Tensor], Tensor] | None = None,
    margin: float = 1.0,
    swap: bool = False,
    reduction: str = "mean",
) -> Tensor:
    """Return `triplet_margin_loss` for any distance; None is `pairwise_distance`. It raises the same errors.

    >>> import autograd, nn.functional as F
    >>> zero, near, far = autograd.zeros(1, 2), autograd.tensor([[3.0, 4.0]]), autograd.tensor([[0.0, 4.5]])
    >>> manhattan = lambda x1, x2: (x1 - x2).abs().sum(-1)
    >>> F.triplet_margin_with_distance_loss(zero, near, far, distance_function=manhattan)
    tensor(3.5000)
    """
    distance = pairwise_distance if distance_function is None else distance_function
    return _triplet("triplet_margin_with_distance_loss", anchor, positive, negative, distance, margin, swap, reduction)


def _triplet(
    name: str, anchor: Any, positive: Any, negative: Any, distance: Any, margin: float, swap: bool, reduction: str
) -> Any:
    if not margin > 0:
        raise ValueError(f"{name}: the margin is more than 0, got {margin}")
    if not anchor.ndim == positive.ndim == negative.ndim:
        raise RuntimeError(
            f"{name}: anchor, positive and negative have the same number of dimensions, got shapes "
            f"{tuple(anchor.shape)}, {tuple(positive.shape)} and {tuple(negative.shape)}"
        )
    near, far = distance(anchor, positive), distance(anchor, negative)
    if swap:
        far = far.minimum(distance(positive, negative))
    return reduce_losses(name, (margin + near - far).clamp(min=0), reduction)


public(globals())
