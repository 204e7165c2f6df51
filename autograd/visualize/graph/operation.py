"""How an op is written in a picture: its symbol, its arguments and constants, the formulas of its gradients."""

import math
from typing import Any

import numpy as np

from ...core.graph import Constant, Node
from ...core.op import Op
from .model import Vertex
from .summary import number, shape_text, shorten

SYMBOLS = {
    "add": "+",
    "subtract": "−",
    "multiply": "×",
    "divide": "÷",
    "power": "**",
    "power_scalar": "**",
    "matmul": "@",
}
_WITHOUT = object()  # in place of a default


class Operation:
    """How one op is written: what is the same for all of its nodes is worked out once."""

    def __init__(self, op: Op) -> None:
        self.op = op
        self.defaults = op.defaults
        self._formulas: dict[str, str] = {}

    def formula(self, position: int) -> str | None:
        """Return the text of the pullback of the array argument at ``position``."""
        op = self.op
        argument = op.arrays[position] if position < len(op.arrays) else op.variadic or ""
        if argument not in self._formulas:
            meaning = op.meaning(argument)
            self._formulas[argument] = op.formula(argument) + (f" = {meaning}" if meaning else "")
        return self._formulas[argument]

    def attributes(self, node: Node) -> list[tuple[str, str]]:
        """Return the static arguments that differ from their defaults, as (name, text)."""
        if self.op.name == "power_scalar":  # the exponent is in the title
            return []
        given = zip(self.op.statics, node.statics, strict=True)
        return [(name, static_text(value)) for name, value in given if not self.goes_without_saying(name, value)]

    def goes_without_saying(self, name: str, value: Any) -> bool:
        """Return whether a static argument has its default or, of sliding windows, is usual or follows from shapes."""
        default = self.defaults.get(name, _WITHOUT)
        if value is default or (type(value) is type(default) and not hasattr(value, "shape") and value == default):
            return True
        if "stride" not in self.op.statics:
            return False
        usual = {"stride": 1, "dilation": 1, "padding": 0, "groups": 1}.get(name)
        values = value if isinstance(value, tuple) else (value,)
        return name in ("count", "size") or (usual is not None and all(n == usual for n in values))

    def title_of(self, node: Node) -> str:
        """Return the op's title, with the exponent if it is a power of a number."""
        return f"** {node.statics[0]!r}" if self.op.name == "power_scalar" else SYMBOLS.get(self.op.name, self.op.name)

    def saved(self, node: Node) -> list[tuple[str, int]]:
        """Return the names of the arrays that were kept for the pullbacks, and their sizes in bytes."""
        sizes = [(name, _bytes(value)) for name, value in zip(self.op.saved, node.saved or (), strict=False)]
        return [(name, size) for name, size in sizes if size]

    def write(self, vertex: Vertex, position: int, constant: Any, precision: int) -> None:
        """Write a constant into the box of its op: "× 2.0" for the arithmetic, a line "name=2.0" for others."""
        text = constant_text(constant, precision)
        if self.op.name in SYMBOLS and len(self.op.arrays) == 2 and text[0] != "a":
            vertex.title = f"{text} {vertex.title}" if position == 0 else f"{vertex.title} {text}"
        else:
            vertex.attributes.append((self.op.argument(position), text))


def constant_text(constant: Any, precision: int) -> str:
    """Return a constant in a few characters: the number, or the shape of the array."""
    if not isinstance(constant, Constant):
        return repr(constant) if isinstance(constant, (bool, int)) or constant is None else _float(constant, precision)
    if constant.dtype is None:  # a list, or what a Function was given that is no array
        return "…"
    if constant.value is not None and math.prod(constant.shape) == 1:
        value = np.asarray(constant.value).item()
        return _float(value, precision) if isinstance(value, float) else number(value, precision)
    return f"array {shape_text(constant.shape)}"


def static_text(value: Any) -> str:
    """Return a static argument in a few characters: an index as it is written in code, an array as its shape."""
    if isinstance(value, tuple) and any(isinstance(v, slice) or v is Ellipsis for v in value):
        return "[" + ", ".join(map(_index, value)) + "]"
    if isinstance(value, slice) or value is Ellipsis:
        return f"[{_index(value)}]"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(static_text, value)) + ("," if len(value) == 1 else "") + ")"
    if hasattr(value, "shape") and hasattr(value, "dtype"):
        return f"array {shape_text(value.shape)}" if value.shape else repr(value.item())
    return shorten(repr(value), 40)


def _index(value: Any) -> str:
    if isinstance(value, slice):
        text = ":".join("" if v is None else str(v) for v in (value.start, value.stop))
        return text if value.step is None else f"{text}:{value.step}"
    return "..." if value is Ellipsis else static_text(value)


def _float(value: Any, precision: int) -> str:
    if len(repr(value)) <= 8:  # as it was written
        return repr(value)
    text = number(value, precision)
    return text if not text.lstrip("-").isdigit() else text + ".0"


def _bytes(value: Any) -> int:
    if isinstance(value, tuple):
        return sum(map(_bytes, value))
    return int(getattr(value, "nbytes", 0)) if hasattr(value, "shape") else 0
