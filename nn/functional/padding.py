"""Padding."""

from typing import Any

from autograd import Tensor
from autograd.exports import public
from autograd.ops import padding as ops

_CONTINUATIONS = {"reflect": "reflect", "replicate": "edge", "circular": "wrap"}


def pad(input: Tensor, pad: Any, mode: str = "constant", value: float | None = None) -> Tensor:
    """Return the input with elements around it: ``pad`` is (before, after) of the last dimension, the one before, ...

    ``mode`` says which elements: "constant" repeats ``value`` or 0, "reflect" takes those inside, mirrored at the first
    and last element, "replicate" repeats the first and last element, "circular" goes on at the other end. Negative
    numbers cut elements off.

    Raises RuntimeError for an odd number of widths, more pairs of them than dimensions, a reflection as wide as the
    input, a circular padding wider than it, and a value in another mode than "constant"; NotImplementedError for an
    unknown mode.

    >>> import autograd, nn.functional as F
    >>> x = autograd.tensor([[1.0, 2.0, 3.0]])
    >>> F.pad(x, (1, 2))
    tensor([[0., 1., 2., 3., 0., 0.]])
    >>> F.pad(x, (1, 2), mode="reflect")
    tensor([[2., 1., 2., 3., 2., 1.]])
    """
    widths, shape = [int(n) for n in pad], tuple(input.shape)
    if len(widths) % 2 or len(widths) > 2 * len(shape):
        raise RuntimeError(
            f"pad: the widths are pairs (before, after), for at most {len(shape)} dimensions of an input of shape "
            f"{shape}, got {tuple(pad)}"
        )
    width = ((0, 0),) * (len(shape) - len(widths) // 2) + tuple(
        (widths[i], widths[i + 1]) for i in range(len(widths) - 2, -1, -2)
    )
    if any(n + min(before, 0) + min(after, 0) < 0 for n, (before, after) in zip(shape, width, strict=True)):
        raise RuntimeError(f"pad: the widths {tuple(pad)} cut off more than an input of shape {shape} has")
    if mode == "constant":
        return ops.pad(input, width=width, value=0 if value is None else value)
    if mode not in _CONTINUATIONS:
        raise NotImplementedError(f'pad: mode is "constant", "reflect", "replicate" or "circular", got {mode!r}')
    if value:
        raise RuntimeError(f'pad: mode "{mode}" takes no value, got {value!r}')
    if any(n < 0 for n in widths):
        input = ops.pad(input, width=tuple((min(before, 0), min(after, 0)) for before, after in width))
        width, shape = tuple((max(before, 0), max(after, 0)) for before, after in width), tuple(input.shape)
    for n, ends in zip(shape, width, strict=True):
        most = {"reflect": n - 1, "circular": n}.get(mode, max(ends) if n else 0)
        if max(ends) > most:
            raise RuntimeError(
                f'pad: mode "{mode}" has at most {max(most, 0)} elements for each side of a dimension of size {n}, got '
                f"{ends}, for an input of shape {shape}"
            )
    return ops.pad_like(input, width=width, mode=_CONTINUATIONS[mode])


public(globals())
