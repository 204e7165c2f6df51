"""Ops with several outputs: their gradients, tuples that add up, and the nodes between the op and its tensors."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from .graph import Node
from .op import Op
from .writes import serials


class Cotangents(tuple[Any, ...]):
    """The gradients of several outputs, None for those that have received none yet; they add up slot by slot."""

    shape: tuple[Any, ...]
    dtype: tuple[Any, ...]

    def __new__(cls, gradients: Iterable[Any], node: Any) -> "Cotangents":
        self = super().__new__(cls, gradients)
        self.shape, self.dtype = node.shape, node.dtype  # what the engine compares
        return self

    def __add__(self, other: Any) -> "Cotangents":
        return Cotangents(
            (b if a is None else a if b is None else a + b for a, b in zip(self, other, strict=True)), self
        )


def filled(gradients: Cotangents, outputs: type) -> Any:
    """Return ``gradients`` as the op's own tuple class, with zeros for the outputs that were not used."""
    like = next(g for g in gradients if g is not None)
    every = [
        np.zeros_like(like, shape=shape, dtype=dtype) if g is None and dtype.kind in "fc" else g
        for g, shape, dtype in zip(gradients, gradients.shape, gradients.dtype, strict=True)
    ]
    return build(outputs, every)


def build(outputs: Any, items: Sequence[Any]) -> Any:
    """Return ``items`` as the tuple or NamedTuple class ``outputs``."""
    return outputs(*items) if hasattr(outputs, "_fields") else outputs(items)


class _Pick(Op):
    """The op of the nodes between an op with several outputs and the tensors of its outputs."""

    name, title = "output", "Output"
    arrays, statics = ("outputs",), ("index",)

    def pull(self, inputs: Any, saved: Any, statics: Any, g: Any) -> tuple[Any, ...]:
        (node,) = inputs
        (index,) = statics
        return (Cotangents((g if i == index else None for i in range(len(node.shape))), node),)

    def lift(self, node: Node) -> tuple[Any, ...]:
        return ()

    def formula(self, argument: str) -> str:
        return "g"


PICK = _Pick()


def pick(parent: Node, index: int) -> Node:
    """Return a node for one output of an op with several."""
    node = Node()
    node.op, node.inputs, node.constants, node.saved, node.statics = PICK, (parent,), None, (), (index,)
    node.shape, node.dtype, node.value = parent.shape[index], parent.dtype[index], None
    node.scope, node.serial, node.hooks = parent.scope, next(serials), None
    return node
