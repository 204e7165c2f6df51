"""What a picture keeps of an array: its numbers if they are few, otherwise what can be said about them in a line.

A picture is a snapshot. It must not keep arrays alive, and must not change when they do.
"""

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

TABLE = 16  # arrays of up to so many elements are shown in full


@dataclass(frozen=True, slots=True)
class Summary:
    """An array's shape and dtype, its values if there are at most ``keep``, and statistics of the finite ones."""

    shape: tuple[int, ...]
    dtype: str
    values: tuple[Any, ...] | None
    mean: float
    std: float
    low: float
    high: float
    rms: float
    not_a_number: int
    infinite: int
    zero: bool

    @property
    def scalar(self) -> bool:
        """Whether there is exactly one element."""
        return math.prod(self.shape) == 1 and self.values is not None

    def to_dict(self) -> dict[str, Any]:
        """Return what is known as plain values for JSON, which has no NaN: those become strings."""
        known: dict[str, Any] = {"shape": list(self.shape), "dtype": self.dtype}
        if self.values is not None:
            known["values"] = [_json(v) for v in self.values]
        else:
            known |= {name: _json(getattr(self, name)) for name in ("mean", "std", "low", "high", "rms")}
            known |= {"nan": self.not_a_number, "inf": self.infinite}
        return known


def summarize(value: Any, keep: int = TABLE) -> Summary:
    """Return the summary of an array or tensor."""
    array = np.asarray(getattr(value, "_array", value))
    if array.ndim == 0 and array.dtype.kind == "f":  # by far the most frequent, and quick
        value = array.item()
        missing, infinite = int(value != value), int(math.isinf(value))
        known = math.nan if missing or infinite else value
        size = abs(known)
        spread = 0.0 if known == known else math.nan
        return Summary(
            (),
            dtype_name(array.dtype),
            (value,),
            known,
            spread,
            known,
            known,
            size,
            missing,
            infinite,
            value == 0,
        )
    values = tuple(array.ravel().tolist()) if array.size <= keep else None
    numbers = np.abs(array) if array.dtype.kind == "c" else array
    missing = infinite = 0
    if array.dtype.kind in "fc":
        finite = np.isfinite(numbers)
        if not finite.all():
            missing = int(np.isnan(numbers).sum())
            infinite = array.size - int(finite.sum()) - missing
            numbers = numbers[finite]
    if not numbers.size:
        nothing = math.nan
        return Summary(
            array.shape,
            dtype_name(array.dtype),
            values,
            nothing,
            nothing,
            nothing,
            nothing,
            nothing,
            missing,
            infinite,
            False,
        )
    with np.errstate(all="ignore"):
        wide = numbers.astype(np.float64, copy=False)
        low, high = float(wide.min()), float(wide.max())
        return Summary(
            array.shape,
            dtype_name(array.dtype),
            values,
            float(wide.mean()),
            float(wide.std()),
            low,
            high,
            float(np.sqrt(np.square(wide).mean())),
            missing,
            infinite,
            low == high == 0 and not missing and not infinite,
        )


@functools.cache
def dtype_name(dtype: Any) -> str:
    """Return a dtype's name; NumPy takes a while to find it."""
    return str(dtype)


def number(value: Any, precision: int) -> str:
    """Return one number with so many significant digits."""
    if isinstance(value, (bool, int, str)):
        return str(value)
    if isinstance(value, complex):
        return f"{value:.{precision}g}"
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "inf" if value > 0 else "-inf"
    text = f"{value + 0.0:.{precision}g}"  # + 0.0 makes 0 of -0
    if text.lstrip("-").isdigit() and not float(value).is_integer():  # 1.00004 is not 1
        text = f"{value:#.{precision}g}".rstrip(".")
    return text


def numbers(values: Sequence[Any], precision: int) -> list[str]:
    """Return numbers as texts of the same width, their decimal points below each other.

    A zero that is exact is ``0``; no other number looks like one.
    """
    sizes = [abs(v) for v in values if isinstance(v, float) and math.isfinite(v) and v != 0]
    if not sizes or not all(isinstance(v, float) for v in values):
        texts = [number(v, precision) for v in values]
    else:
        largest, smallest = max(sizes), min(sizes)
        if all(v.is_integer() for v in sizes) and largest < 10**precision:
            decimals, kind = 0, "f"
        elif largest >= 1e5 or smallest < largest * 10.0 ** (1 - precision) or largest < 1e-3:
            decimals, kind = min(precision - 1, 2), "e"
        else:
            decimals, kind = max(precision - 1 - math.floor(math.log10(largest)), 1), "f"
            decimals = min(decimals, precision + 1)
        texts = [f"{v:.{decimals}{kind}}" if math.isfinite(v) and v != 0 else number(v, precision) for v in values]
    width = max(map(len, texts), default=0)
    return [text.rjust(width) for text in texts]


def rows(summary: Summary, precision: int) -> list[str]:
    """Return the lines of text that show an array: its numbers laid out as in the array, or statistics."""
    if 0 in summary.shape:
        return ["empty"]
    if summary.values is None or len(summary.values) > TABLE:
        return ["0 everywhere"] if summary.zero else statistics(summary, precision)
    if summary.scalar:
        return [number(summary.values[0], precision)]
    texts = numbers(summary.values, precision)
    columns = summary.shape[-1]
    if (columns in (1, len(texts)) and len(texts) > 4) or columns > 8:
        columns = 4  # a long row or column would be the largest thing in the picture: it is wrapped
    return [" ".join(texts[i : i + columns]) for i in range(0, len(texts), columns)]


def statistics(summary: Summary, precision: int) -> list[str]:
    """Return mean, standard deviation and range as lines of text."""
    digits = min(precision, 3)
    lines = []
    if not math.isnan(summary.mean):
        mean, std = number(summary.mean, digits), number(summary.std, digits)
        if 1e-3 <= summary.std < 1e5:  # as many decimals of the mean as of the deviation: more say nothing
            places = max(digits - 1 - math.floor(math.log10(summary.std)), 0)
            mean = f"{round(summary.mean, places) + 0.0:.{places}f}"
        low, high = number(summary.low, digits), number(summary.high, digits)
        lines += [f"{mean} ± {std}"] if "float" in summary.dtype or "complex" in summary.dtype else []
        lines.append(f"{low} .. {high}")
    if summary.not_a_number:
        lines.append(f"{summary.not_a_number} NaN")
    if summary.infinite:
        lines.append(f"{summary.infinite} inf")
    return lines


def shape_text(shape: Any) -> str:
    """Return a shape as Python writes it, and several shapes after each other."""
    if shape and isinstance(shape[0], tuple):
        return ", ".join(map(shape_text, shape))
    return "(" + ", ".join(map(str, shape)) + ("," if len(shape) == 1 else "") + ")"


def shorten(text: str, limit: int) -> str:
    """Return ``text`` without its middle if it is longer than ``limit``."""
    if len(text) <= limit:
        return text
    left = (limit - 1 + 1) // 2
    right = limit - 1 - left
    return text[:left] + "…" + (text[-right:] if right else "")


def _json(value: Any) -> Any:
    if isinstance(value, complex):
        return str(value)
    return number(value, 6) if isinstance(value, float) and not math.isfinite(value) else value
