"""What a tensor holds: the fields that all parts of the class read."""

from typing import TYPE_CHECKING, Any

from ..core.graph import Leaf, Node


class Fields:
    """What the parts of `Tensor` know of it. `Tensor` has the slots: those of a base class are read more slowly."""

    if not TYPE_CHECKING:  # mypy would see that the parts have no slots for the fields
        __slots__ = ()

    _array: Any  # the values: a NumPy array
    _node: Node | Leaf | None  # the place in the graph; None if no gradient is needed
    _cut: str | None  # why there is no node, in words, if there could have been one
    _frozen: Leaf | None  # the leaf of a tensor that required grad once, which keeps its .grad

    def __getattr__(self, name: str) -> Any:
        # Slots that are rarely used are not filled; they read as None.
        if name == "_cut" or name == "_frozen":
            return None
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
