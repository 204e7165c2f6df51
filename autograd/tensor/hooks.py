"""Hooks: functions that a backward pass calls with a gradient when it is known."""

import weakref
from typing import Any, Self

from ..core.graph import Hook, Leaf, Node
from ..core.op import Tensor, wrap


def hooks_of(node: Node | Leaf) -> list[Hook]:
    """Return the list of a node's hooks, to add one."""
    if node.hooks is None:
        node.hooks = []
    return node.hooks


class RetainGrad:
    """The hook behind `Tensor.retain_grad`: adds the gradient to that of the node."""

    def __init__(self, node: Node) -> None:
        self.node = weakref.ref(node)  # the node holds this hook

    def __call__(self, gradient: Tensor) -> None:
        node = self.node()
        if node is not None:
            node.grad = wrap(gradient._array.copy()) if node.grad is None else node.grad + gradient


class RemovableHandle:
    """What registering a hook returns: ``remove()`` takes the hook off again; also a context manager."""

    def __init__(self, hooks: Any, hook: Any) -> None:
        self._hooks, self._hook = hooks, hook

    def remove(self) -> None:
        """Take the hook off; does nothing the second time."""
        if self._hook is not None:
            for position, hook in enumerate(self._hooks):
                if hook is self._hook:
                    del self._hooks[position]
                    break
            self._hook = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.remove()
