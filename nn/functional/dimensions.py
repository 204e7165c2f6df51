"""Sizes of windows, as the functions that slide them take them: one number for all spatial dimensions, or one each."""

from typing import Any

Sizes = tuple[int, ...]


def each(name: str, argument: str, value: Any, dimensions: int, least: int = 0) -> Sizes:
    """Return ``value``, a number or a sequence of one or of ``dimensions`` numbers, as one number for each dimension.

    Raises RuntimeError for another length, or a number below ``least``; TypeError if it is not a number.
    """
    if hasattr(value, "__index__"):
        sizes = (int(value),) * dimensions
    elif isinstance(value, (tuple, list)) and all(hasattr(n, "__index__") for n in value):
        sizes = tuple(map(int, value)) * (dimensions if len(value) == 1 else 1)
    else:
        raise TypeError(f"{name}: {argument} is an integer or a tuple of {dimensions} integers, got {value!r}")
    if len(sizes) != dimensions:
        raise RuntimeError(
            f"{name}: {argument} is one integer or {dimensions}, one for each spatial dimension, got {value!r}"
        )
    if min(sizes) < least:
        raise RuntimeError(f"{name}: {argument} must be at least {least}, got {value!r}")
    return sizes


def batched(name: str, input: Any, dimensions: int) -> bool:
    """Return whether the input has a batch dimension; raises RuntimeError if its rank fits neither way."""
    rank = len(input.shape)
    if rank not in (dimensions + 1, dimensions + 2):
        spatial = ", ".join("DHW"[-dimensions:] if dimensions > 1 else "L")
        raise RuntimeError(
            f"{name}: the input has shape (N, C, {spatial}) or (C, {spatial}), got {tuple(input.shape)}: reshape "
            f"it, or add a dimension with unsqueeze"
        )
    return rank == dimensions + 2


def count_windows(name: str, size: Sizes, kernel: Sizes, stride: Sizes, around: Sizes, dilation: Sizes) -> Sizes:
    """Return how many windows fit into an input with ``around`` zeros in all; raises RuntimeError if none does."""
    spans = [d * (k - 1) + 1 for k, d in zip(kernel, dilation, strict=True)]
    room = [n + p - span for n, p, span in zip(size, around, spans, strict=True)]
    if min(room) < 0:
        padded = tuple(n + p for n, p in zip(size, around, strict=True))
        raise RuntimeError(
            f"{name}: the kernel covers {tuple(spans)}, more than the padded input, which is {padded}: take a smaller "
            f"kernel, or more padding"
        )
    return tuple(n // s + 1 for n, s in zip(room, stride, strict=True))
