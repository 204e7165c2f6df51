"""How a tensor prints: PyTorch's layout, number formats and abbreviations."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from ..core import dtypes

PREFIX = "tensor("
PRECISION = 4  # digits after the point
THRESHOLD = 1000  # abbreviate tensors with more elements
EDGE = 3  # elements shown at each end of an abbreviated dimension
LINE_WIDTH = 80


def tensor_repr(array: Any, history: str | None = None) -> str:
    """Return ``tensor(values, size, dtype, history)``: a size and a dtype only where the values do not show them."""
    if not isinstance(array, np.ndarray):
        return f"{PREFIX}{array!r})"
    suffixes = []
    if not array.size and array.ndim != 1:
        suffixes.append(f"size={array.shape}")
    expected = [dtypes.get_default_dtype()]
    if array.size:
        expected += [dtypes.result_type(1j), dtypes.int64, dtypes.bool_]
    if array.dtype not in expected:
        suffixes.append(f"dtype={array.dtype}")
    if history is not None:
        suffixes.append(history)
    text = PREFIX + _values(array)
    last_line = len(text) - text.rfind("\n") + 1
    for suffix in suffixes:
        if last_line + len(suffix) + 2 > LINE_WIDTH:
            text += ",\n" + " " * len(PREFIX) + suffix
            last_line = len(PREFIX) + len(suffix)
        else:
            text += ", " + suffix
            last_line += len(suffix) + 2
    return text + ")"


def _values(array: Any) -> str:
    if not array.size:
        return "[]"
    abbreviate = array.size > THRESHOLD
    shown = (_edges(array) if abbreviate else array).reshape(-1)
    formatter, width = (_complex_formatter if shown.dtype.kind == "c" else _formatter)(shown)
    return _format(array, abbreviate, len(PREFIX), formatter, width)


def _edges(array: Any) -> Any:
    """Return the elements that are shown of an abbreviated array: their width counts."""
    for axis, n in enumerate(array.shape):
        if n > 2 * EDGE:
            array = np.take(array, [*range(EDGE), *range(n - EDGE, n)], axis)
    return array


def _format(array: Any, abbreviate: bool, indent: int, formatter: Callable[[Any], str], width: int) -> str:
    """Return nested brackets around formatted numbers, with as many in a line as fit behind ``indent``."""
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
