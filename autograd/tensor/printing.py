"""How a tensor prints: PyTorch's layout, number formats and abbreviations."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from ..core import dtypes

PRECISION = 4
THRESHOLD = 1000  # abbreviate tensors with more elements
EDGE = 3  # elements shown at each end of an abbreviated dimension
LINE_WIDTH = 80


def tensor_repr(array: Any, suffixes: list[str], prefix: str = "tensor(") -> str:
    """Return ``tensor(values, suffixes)``."""
    suffixes = list(suffixes)
    if not isinstance(array, np.ndarray):
        return f"{prefix}{array!r})"
    expected = [dtypes.get_default_dtype()]
    if array.size:
        expected += [dtypes.result_type(1j), dtypes.int64, dtypes.bool_]
    if array.dtype not in expected:
        suffixes.insert(0, f"dtype={array.dtype}")
    if array.size == 0:
        body = "[]"
        if array.ndim != 1:
            suffixes.insert(0, f"size={array.shape}")
    else:
        shown = (_edges(array) if array.size > THRESHOLD else array).reshape(-1)
        formatter, width = (_complex_formatter if shown.dtype.kind == "c" else _formatter)(shown)
        body = _format(array, array.size > THRESHOLD, len(prefix), formatter, width)
    text = prefix + body
    last_line = len(text) - text.rfind("\n") + 1
    for suffix in suffixes:
        if last_line + len(suffix) + 2 > LINE_WIDTH:
            text += ",\n" + " " * len(prefix) + suffix
            last_line = len(prefix) + len(suffix)
        else:
            text += ", " + suffix
            last_line += len(suffix) + 2
    return text + ")"


def _edges(array: Any) -> Any:
    for axis, n in enumerate(array.shape):
        if n > 2 * EDGE:
            array = np.take(array, [*range(EDGE), *range(n - EDGE, n)], axis)
    return array


def _format(array: Any, abbreviate: bool, indent: int, formatter: Callable[[Any], str], width: int) -> str:
    if array.ndim == 0:
        return formatter(array[()])
    n = len(array)
    places: list[int | None] = list(range(n))
    if abbreviate and n > 2 * EDGE:
        places = [*range(EDGE), None, *range(n - EDGE, n)]
    if array.ndim == 1:
        cells = [" ..." if i is None else formatter(array[i]) for i in places]
        per_line = max((LINE_WIDTH - indent) // (width + 2), 1)
        lines = [", ".join(cells[i : i + per_line]) for i in range(0, len(cells), per_line)]
        return "[" + (",\n" + " " * (indent + 1)).join(lines) + "]"
    parts = ["..." if i is None else _format(array[i], abbreviate, indent + 1, formatter, width) for i in places]
    separator: str = "," + "\n" * (array.ndim - 1) + " " * (indent + 1)
    return "[" + separator.join(parts) + "]"


def _formatter(values: Any) -> tuple[Callable[[Any], str], int]:
    """Return a function that formats a number, and the width it fills: that of the widest of ``values``."""
    if values.dtype.kind != "f":
        width = max(len(str(v)) for v in values.tolist())
        return lambda value: str(value).rjust(width), width
    values = values[np.isfinite(values) & (values != 0)].astype(np.float64)
    sizes = np.abs(values)
    whole = bool((sizes == np.ceil(sizes)).all())
    low, high = (sizes.min(), sizes.max()) if sizes.size else (1.0, 1.0)
    scientific = high / low > 1000 or high > 1e8 or low < 1e-4

    def text(value: Any) -> str:
        value = float(value)
        if scientific:
            return f"{value:.{PRECISION}e}"
        if whole:
            return f"{value:.0f}" + ("." if math.isfinite(value) else "")
        return f"{value:.{PRECISION}f}"

    width = max([len(text(v)) for v in values], default=1)
    return lambda value: text(value).rjust(width), width


def _complex_formatter(values: Any) -> tuple[Callable[[Any], str], int]:
    (real, real_width), (imaginary, imaginary_width) = _formatter(values.real), _formatter(values.imag)

    def text(value: Any) -> str:
        second = imaginary(value.imag).lstrip() + "j"
        return real(value.real) + (second if second[0] in "+-" else "+" + second)

    return text, real_width + imaginary_width + 1
