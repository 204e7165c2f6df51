"""Affine maps, and a bilinear one."""

from autograd import Tensor, einsum, ops
from autograd.exports import public


def linear(input: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """Return the affine map x Wᵀ + b.

    Shapes: input (..., features), weight (outputs, features), bias (outputs,), result (..., outputs); with a weight
    (features,), bias () and result (...). Raises RuntimeError if the numbers of features differ, or the dtypes.

    >>> import autograd, nn.functional as F
    >>> F.linear(autograd.tensor([1.0, 2.0]), autograd.tensor([[3.0, 4.0]]), autograd.tensor([0.5]))
    tensor([11.5000])
    """
    if len(weight.shape) == 1:
        out = ops.linalg.matmul(input, weight)
        return out if bias is None else out + bias
    return ops.linalg.linear(input, weight, bias)


def bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """Return the bilinear map x₁ᵀ W_o x₂ + b_o for every output o.

    Shapes: input1 (..., features1), input2 (..., features2) with the same leading dimensions, weight (outputs,
    features1, features2), bias (outputs,), result (..., outputs). Raises RuntimeError if shapes or dtypes do not fit.

    >>> import autograd, nn.functional as F
    >>> F.bilinear(autograd.tensor([1.0, 2.0]), autograd.tensor([3.0]), autograd.tensor([[[1.0], [10.0]]]))
    tensor([63.])
    """
    ranks = len(input1.shape), len(input2.shape), len(weight.shape)
    leading, features = (input1.shape[:-1], input2.shape[:-1]), (*input1.shape[-1:], *input2.shape[-1:])
    if 0 in ranks or ranks[2] != 3 or leading[0] != leading[1] or features != tuple(weight.shape[1:]):
        raise RuntimeError(
            f"bilinear: inputs of shapes {tuple(input1.shape)} and {tuple(input2.shape)} do not fit a weight of shape "
            f"{tuple(weight.shape)}: expected (..., features1), (..., features2), (outputs, features1, features2)"
        )
    out = einsum("...i,oij,...j->...o", input1, weight, input2)
    return out if bias is None else out + bias


public(globals())
