"""The graph: nodes, which operations leave behind, and leaves, which collect gradients.

A node points at the nodes of its inputs and at the arrays that its pullbacks read; it never points at a tensor. A
tensor points at its node. So there is no cycle, and dropping the last tensor of a graph frees it at once.
"""

import operator
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from weakref import ref

from . import writes
from .modes import Scope

Hook = Callable[[Any], Any]


class Leaf:
    """Where gradients end: the place in the graph of a tensor that was made by the user and requires grad."""

    __slots__ = ("__weakref__", "array", "dtype", "grad", "hooks", "name", "serial", "shape")

    inputs: tuple[Any, ...] = ()

    def __init__(self, array: Any) -> None:
        self.array = array
        self.shape: Any = array.shape
        self.dtype = array.dtype
        self.grad: Any = None  # a Tensor once a backward pass has come by
        self.hooks: list[Hook] | None = None
        self.name: str | None = None
        self.serial = next(writes.serials)

    def replace(self, array: Any) -> "Leaf":
        """Take another array for what is recorded from now on; returns the leaf that holds it, this one or a new one.

        If its shape is another one, that is a new leaf, and this one has no shape: the gradients of graphs that were
        recorded before do not fit any more.
        """
        if self.shape != array.shape:
            leaf = Leaf(array)
            leaf.grad, leaf.hooks, leaf.name = self.grad, self.hooks, self.name
            self.shape = None
            return leaf
        self.array, self.dtype = array, array.dtype
        return self

    def __repr__(self) -> str:
        return "<Leaf>"


class Node:
    """One recorded operation. There is no ``__init__``: the recorder (`template`) fills the slots that it needs."""

    __slots__ = (
        *"op inputs constants saved statics shape dtype value cotangent scope serial hooks grad name source".split(),
        "__weakref__",
    )

    op: Any  # what was done, an `Op`: its name, its formulas
    inputs: tuple["Parent | None", ...]  # for each array argument a node or leaf, None if it needs no gradient
    constants: tuple[Any, ...] | None  # what is known of the arguments that need no gradient, for pictures
    saved: tuple[Any, ...] | None  # what the pullbacks read, in the order of ``op.saved``; None once it is freed
    statics: tuple[Any, ...]  # the values of the static arguments, in the order of ``op.statics``
    shape: tuple[Any, ...]  # the output's; for an op with several outputs a tuple of shapes
    dtype: Any  # likewise
    value: Any  # the output if it is a scalar, for pictures
    cotangent: Any  # its gradient in the latest backward pass, for pictures
    scope: Scope  # the module call it was made in
    serial: int  # greater than those of its inputs
    hooks: list[Hook] | None  # called with the gradient of the output, may replace it
    grad: Any  # the output's gradient, kept if `Tensor.retain_grad` asked for it
    name: str | None  # given by the user, for pictures
    source: tuple[str, int] | None  # (file, line) of the user's code, if `record_source` is on

    def __getattr__(self, name: str) -> Any:
        # The recorder does not fill the slots that are rarely used; they read as None.
        if name in Node.__slots__:
            return None
        raise AttributeError(f"a graph node has no attribute {name!r}")

    def __repr__(self) -> str:
        op = self.op
        if op.name == "output":  # one of several outputs: the op is the interesting part
            op = self.inputs[0].op  # type: ignore[union-attr]
        return f"<{op.title}>"

    def arguments(self) -> dict[str, Any]:
        """Return the static arguments by name."""
        return dict(zip(self.op.statics, self.statics, strict=True))

    def stale(self) -> Iterator[tuple[str, Any]]:
        """Yield the saved arrays that were changed in place since they were saved, with their names."""
        if self.saved:
            for name, value in zip(self.op.saved + self.op.statics, self.saved + self.statics, strict=False):
                for array in value if isinstance(value, tuple) else (value,):
                    if getattr(array, "dtype", None) is not None and writes.since(array, self.serial):
                        yield name, array

    def check_saved(self) -> None:
        """Raise if a saved array was changed in place since it was saved."""
        for name, array in self.stale():
            what = "its output" if name == "out" else f"its argument {name}"
            raise RuntimeError(
                f"backward of {self.op.name}: {what}, of shape {array.shape}, was changed in place after it was saved. "
                f"Make the change out of place (y = y + 1 instead of y += 1 or y.add_(1)), change a .clone(), or call "
                f"backward() before the change (an optimizer's step() is one)"
            )


Parent = Node | Leaf  # what a node's inputs are: what it points at, and gradients go to


class Constant:
    """What a node remembers of an argument that needs no gradient: enough to draw it, without keeping a large array."""

    __slots__ = ("_reference", "cut", "dtype", "shape", "value")

    def __init__(self, operand: Any) -> None:
        array = getattr(operand, "_array", operand)
        self.shape = getattr(array, "shape", ())
        self.dtype = getattr(array, "dtype", None)
        self.value = array if getattr(array, "size", 17) <= 16 else None
        self._reference = ref(array) if self.value is None and self.dtype is not None else None
        self.cut = None if array is operand else operand._cut

    def array(self) -> Any:
        """Return the array, None if nobody else has kept it."""
        return self.value if self._reference is None else self._reference()


def constant(operand: Any) -> Any:
    """Return ``operand`` itself if it is a Python scalar or None, otherwise a `Constant`."""
    return operand if operand is None or type(operand) in (float, int, bool) else Constant(operand)


def ancestors(roots: Iterable[Parent]) -> list[Parent]:
    """Return ``roots`` and everything they were computed from, latest first: every node before its inputs.

    Iterative, so that the length of a chain is limited by memory only.
    """
    found = set(roots)
    nodes = list(found)
    for node in nodes:  # which grows on the way
        for parent in node.inputs:
            if parent is not None and parent not in found:
                found.add(parent)
                nodes.append(parent)
    nodes.sort(key=_serial, reverse=True)
    return nodes


_serial = operator.attrgetter("serial")


def copy(root: Parent, memo: dict[int, Any]) -> Parent:
    """Return a deep copy of ``root`` and of all it was computed from, sharing what ``memo`` already holds."""
    for node in reversed(ancestors([root])):
        if id(node) in memo:
            continue
        if isinstance(node, Leaf):
            twin: Parent = Leaf(_copy_array(node.array, memo))
            if node.grad is not None:
                twin.grad = type(node.grad)._wrap(node.grad._array.copy())
            twin.name = node.name
        else:
            twin = Node()
            for slot in Node.__slots__:
                value = None if slot == "__weakref__" else getattr(node, slot)
                if value is not None:
                    setattr(twin, slot, value)
            twin.inputs = tuple(None if parent is None else memo[id(parent)] for parent in node.inputs)
            twin.constants, twin.saved, twin.hooks = node.constants, None, None
            if node.grad is not None:
                twin.grad = type(node.grad)._wrap(node.grad._array.copy())
            if node.saved is not None:
                twin.saved = tuple(_copied(value, memo) for value in node.saved)
                twin.statics = tuple(_copied(value, memo) for value in node.statics)
            twin.serial = next(writes.serials)
            for _, array in node.stale():  # so must be the copy: its backward pass raises too
                writes.mark(memo[id(array)])
        memo[id(node)] = twin
    return memo[id(root)]  # type: ignore[no-any-return]


def _copied(value: Any, memo: dict[int, Any]) -> Any:
    if isinstance(value, tuple):
        items = [_copied(item, memo) for item in value]
        return value._make(items) if hasattr(value, "_make") else tuple(items)
    return _copy_array(value, memo) if hasattr(value, "dtype") and hasattr(value, "copy") else value


def _copy_array(array: Any, memo: dict[int, Any]) -> Any:
    if id(array) not in memo:
        memo[id(array)] = array.copy()
        memo.setdefault(id(memo), []).append(array)  # as copy.deepcopy does: ids stay taken while the memo lives
    return memo[id(array)]
