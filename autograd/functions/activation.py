"""The activations that are methods of `Tensor` too; the others are in `nn.functional`."""

from typing import Any

from ..ops import activation as ops

__all__ = ["hardshrink", "prelu"]


def hardshrink(input: Any, lambd: float = 0.5) -> Any:
    """Return 0 where |x| <= lambd, where the derivative is 0 too, and x elsewhere.

    >>> import autograd
    >>> autograd.hardshrink(autograd.tensor([-2.0, 0.3, 1.0]))
    tensor([-2.,  0.,  1.])
    """
    return ops.hardshrink(input, bound=lambd)


def prelu(input: Any, weight: Any) -> Any:
    """Return x where x > 0 and ``weight`` x elsewhere: a leaky_relu whose slope is learned (He et al., 2015).

    ``weight`` is one slope, or a vector of one for each channel, for each position of the input's second dimension.
    The derivative at 0 is the weight. Raises RuntimeError for other sizes.

    >>> import autograd
    >>> autograd.prelu(autograd.tensor([[-1.0, -1.0], [2.0, 3.0]]), autograd.tensor([0.1, 0.5]))
    tensor([[-0.1000, -0.5000],
            [ 2.0000,  3.0000]])
    """
    if weight.ndim > 1:
        raise RuntimeError(f"prelu: the weight is a scalar or a vector, got shape {tuple(weight.shape)}")
    if weight.numel() == 1:
        return ops.prelu(input, weight.reshape(()))
    channels = input.shape[1] if input.ndim > 1 else 1
    if weight.numel() != channels:
        raise RuntimeError(
            f"prelu: an input of shape {tuple(input.shape)} has {channels} channels, the weight {weight.numel()}; one "
            f"slope for all channels, or one for each"
        )
    return ops.prelu(input, weight.reshape((channels,) + (1,) * (input.ndim - 2)))
