"""Signals, images and volumes, which have 1, 2 and 3 spatial dimensions: one definition of a function for all of them.

Also the reading of arguments that such functions share, and the number of windows that slide over an input.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Concatenate, Generic, ParamSpec, TypeAlias, TypeVar

from ..signatures import specialized

OneOrEach: TypeAlias = int | Sequence[int]  # what users give: a number for all spatial dimensions, or one for each
Sizes: TypeAlias = tuple[int, ...]  # one for each

_P = ParamSpec("_P")
_R = TypeVar("_R")

_WORDS = {
    "images": ("signals", "images", "volumes"),
    "H, W": ("L", "H, W", "D, H, W"),
    "H', W'": ("L'", "H', W'", "D', H', W'"),
    "kH, kW": ("kL", "kH, kW", "kD, kH, kW"),
}


class spatial(Generic[_P, _R]):
    """One definition of a function for 1, 2 and 3 dimensions: a decorator.

    ::

        @spatial
        def avg_poolNd(name, dimensions, input, kernel_size, ...): ...

        avg_pool1d, avg_pool2d, avg_pool3d = avg_poolNd

    Each of the three is a function of the arguments after the first two. In its name and its documentation "Nd" becomes
    "1d", "2d" or "3d", and a word in braces that of its dimension (`_WORDS`); examples of the other two are left out.
    Another function can call the ``definition`` and give it its own name, for the definition's errors.
    """

    def __init__(self, definition: Callable[Concatenate[str, int, _P], _R]) -> None:
        self.definition: Any = definition

    def __iter__(self) -> Iterator[Callable[_P, _R]]:
        for n in (1, 2, 3):
            name = self.definition.__name__.replace("Nd", f"{n}d")
            documentation = _documentation(self.definition.__doc__ or "", n)
            yield specialized(self.definition, name, documentation, name=name, dimensions=n)


def _documentation(text: str, dimensions: int) -> str:
    """Return what a definition says of one number of dimensions."""
    others = [f"{n}d" for n in (1, 2, 3) if n != dimensions]
    text, *examples = text.replace("Nd", f"{dimensions}d").split(">>> ")
    text = ">>> ".join([text, *[example for example in examples if not any(other in example for other in others)]])
    for word, for_each in _WORDS.items():
        text = text.replace("{" + word + "}", for_each[dimensions - 1])
    return text


def spatial_shapes(dimensions: int) -> str:
    """Return the two shapes that an input can have, in words: "(N, C, H, W) or (C, H, W)"."""
    sizes = _WORDS["H, W"][dimensions - 1]
    return f"(N, C, {sizes}) or (C, {sizes})"


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
        raise RuntimeError(
            f"{name}: the input has shape {spatial_shapes(dimensions)}, got {tuple(input.shape)}: reshape it, or add a "
            f"dimension with unsqueeze"
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
