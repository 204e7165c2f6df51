"""What a picture keeps of an array: its values if they are few, otherwise statistics; and how a value is written.

A picture is a snapshot: it must not keep arrays alive, and must not change when they do.
"""

import functools
import math
from dataclasses import dataclass
from typing import Any

import numpy as np

TABLE = 16  # arrays of up to so many elements are shown in full


@dataclass(frozen=True, slots=True)
class Summary:
    """The shape and dtype of an array, its values if they are few, and statistics of the finite ones."""

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

    @property
    def broken(self) -> bool:
        """Whether any element is not finite."""
        return self.not_a_number > 0 or self.infinite > 0

    def to_dict(self) -> dict[str, Any]:
        """Return what is known as plain values for JSON, in which numbers that are not finite are strings."""
        known: dict[str, Any] = {"shape": list(self.shape), "dtype": self.dtype}
        if self.values is not None:
            known["values"] = [_json(v) for v in self.values]
        else:
            known |= {name: _json(getattr(self, name)) for name in ("mean", "std", "low", "high", "rms")}
            known |= {"nan": self.not_a_number, "inf": self.infinite}
        return known


def summarize(value: Any, most: int = TABLE) -> Summary:
    """Return the summary of an array or tensor, with its values if there are at most ``most``."""
    array = np.asarray(getattr(value, "_array", value))
    dtype = dtype_name(array.dtype)
    if array.ndim == 0 and array.dtype.kind == "f":  # by far the most frequent case, made quick
        value = array.item()
        missing, infinite = int(value != value), int(math.isinf(value))
        known = math.nan if missing or infinite else value
        std = 0.0 if known == known else math.nan
        return Summary((), dtype, (value,), known, std, known, known, abs(known), missing, infinite, value == 0)
    values = tuple(array.ravel().tolist()) if array.size <= most else None
    finite = np.abs(array) if array.dtype.kind == "c" else array
    missing = infinite = 0
    if array.dtype.kind in "fc":
        found = np.isfinite(finite)
        if not found.all():
            missing = int(np.isnan(finite).sum())
            infinite = array.size - int(found.sum()) - missing
            finite = finite[found]
    mean = std = low = high = rms = math.nan
    if finite.size:
        with np.errstate(all="ignore"):
            wide = finite.astype(np.float64, copy=False)
            low, high = float(wide.min()), float(wide.max())
            mean, std, rms = float(wide.mean()), float(wide.std()), float(np.sqrt(np.square(wide).mean()))
    zero = low == high == 0 and not missing and not infinite
    return Summary(array.shape, dtype, values, mean, std, low, high, rms, missing, infinite, zero)


@functools.cache
def dtype_name(dtype: Any) -> str:
    """Return a dtype's name; NumPy takes a while to find it."""
    return str(dtype)


def number(value: Any, precision: int) -> str:
    """Return a number as text, with so many significant digits."""
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


def shape_text(shape: Any) -> str:
    """Return a shape as Python writes it; several shapes are separated by commas."""
    if shape and isinstance(shape[0], tuple):
        return ", ".join(map(shape_text, shape))
    return "(" + ", ".join(map(str, shape)) + ("," if len(shape) == 1 else "") + ")"


def shorten(text: str, limit: int) -> str:
    """Return ``text`` without its middle if it is longer than ``limit``."""
    if len(text) <= limit:
        return text
    left = limit // 2
    right = limit - 1 - left
    return text[:left] + "…" + (text[-right:] if right else "")


def _json(value: Any) -> Any:
    if isinstance(value, complex):
        return str(value)
    return number(value, 6) if isinstance(value, float) and not math.isfinite(value) else value
