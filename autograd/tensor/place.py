"""The place of a tensor in the graph: whether it requires grad, what it was computed by, its gradient, its hooks."""

from typing import Any, Self

from ..core import engine, writes
from ..core.graph import Hook, Leaf, Node
from ..core.op import Tensor, is_tensor
from .fields import Fields
from .hooks import RemovableHandle, RetainGrad, hooks_of


class Place(Fields):
    """The part of `Tensor` that concerns gradients."""

    __slots__ = ()

    @property
    def requires_grad(self) -> bool:
        """Whether operations on it are recorded; settable on leaves."""
        return self._node is not None

    @requires_grad.setter
    def requires_grad(self, value: bool) -> None:
        self.requires_grad_(value)

    def requires_grad_(self, requires_grad: bool = True) -> Self:
        """Set whether gradients are wanted, on a leaf; returns the tensor.

        Raises RuntimeError for integers and complex numbers, and if a result of operations is told not to require it.
        """
        if not requires_grad:
            if isinstance(self._node, Node):
                raise RuntimeError(
                    f"requires_grad_(False): this tensor was computed, by {self._node.op.name}; "
                    f"use .detach() for a tensor without its history"
                )
            if self._node is not None:
                self._frozen, self._node, self._cut = self._node, None, "inputs frozen by requires_grad_(False)"
        elif self._node is None:
            _check_differentiable(self._array)
            self._node = self._frozen or Leaf(self._array)
        return self

    @property
    def is_leaf(self) -> bool:
        """Whether it was made by the user rather than computed from tensors that require grad."""
        return not isinstance(self._node, Node)

    @property
    def grad_fn(self) -> Node | None:
        """The node of the operation that computed it; None for leaves."""
        return self._node if isinstance(self._node, Node) else None

    @property
    def grad(self) -> Tensor | None:
        """The gradient that backward passes have added up here; None if there was none."""
        node = self._node or self._frozen
        return None if node is None else node.grad

    @grad.setter
    def grad(self, value: Tensor | None) -> None:
        if value is not None:
            if not is_tensor(value):
                raise TypeError(f"grad: expected a tensor or None, got {type(value).__name__}")
            if value.shape != self.shape or value.dtype != self.dtype:
                raise RuntimeError(
                    f"grad: expected shape {self.shape} and dtype {self.dtype}, got {value.shape} and {value.dtype}"
                )
            if value is self:
                raise RuntimeError("grad: a tensor cannot be its own gradient: give it a .clone()")
        node = self._node or self._frozen
        if node is None:
            if value is None:
                return
            node = self._frozen = Leaf(self._array)
        node.grad = value

    @property
    def name(self) -> str | None:
        """A name for pictures of the graph; settable on tensors that require grad."""
        return None if self._node is None else self._node.name

    @name.setter
    def name(self, value: str | None) -> None:
        if self._node is None:
            raise RuntimeError(
                "name: only tensors that require grad have a place in the graph; draw(names=...) names others"
            )
        self._node.name = value

    @property
    def data(self) -> Tensor:
        """The same memory without history; changes through it count as in place, assigning replaces the array."""
        return self.detach()

    @data.setter
    def data(self, value: Tensor) -> None:
        if not is_tensor(value):
            raise TypeError(f"data: expected a tensor, got {type(value).__name__}; x.data[...] = writes values")
        if self._node is not None:
            _check_differentiable(value._array)
        if isinstance(self._node, Node) and (value.shape != self.shape or value.dtype != self.dtype):
            raise RuntimeError(
                f"data: this tensor was computed with shape {self.shape} and dtype {self.dtype}, which cannot become "
                f"{value.shape} and {value.dtype}"
            )
        self._array = value._array
        if isinstance(self._node, Leaf):
            self._node = self._node.replace(value._array)
        elif self._node is None and self._frozen is not None:
            self._frozen = self._frozen.replace(value._array)

    @property
    def _version(self) -> int:
        """How often this tensor's memory was changed in place."""
        return writes.count(self._array)

    def detach(self) -> Tensor:
        """Return a tensor with the same memory and no history: gradients stop there."""
        detached = self._wrap(self._array)
        detached._cut = "a tensor was detached" if self._node is not None else self._cut
        return detached

    def detach_(self) -> Self:
        """Forget the history of this tensor."""
        if isinstance(self._node, Leaf):
            self._frozen = self._node
        self._node, self._cut = None, "a tensor was detached"
        return self

    def retain_grad(self) -> None:
        """Keep the gradient of this result of operations in ``.grad``; on leaves it is kept anyway."""
        if self._node is None:
            raise RuntimeError("retain_grad: this tensor does not require grad")
        if isinstance(self._node, Node) and not self.retains_grad:
            hooks_of(self._node).append(RetainGrad(self._node))

    @property
    def retains_grad(self) -> bool:
        """Whether `retain_grad` was called on this result of operations."""
        return isinstance(self._node, Node) and any(isinstance(h, RetainGrad) for h in self._node.hooks or ())

    def register_hook(self, hook: Hook) -> RemovableHandle:
        """Call ``hook(gradient)`` when this tensor's gradient is known in a backward pass.

        What the hook returns, unless None, takes the gradient's place. Returns a handle whose ``remove()`` undoes it.
        Raises RuntimeError if the tensor does not require grad.

        >>> import autograd
        >>> x = autograd.tensor(3.0, requires_grad=True)
        >>> handle = x.register_hook(lambda gradient: 10 * gradient)
        >>> (x * x).backward()
        >>> x.grad
        tensor(60.)
        """
        if self._node is None:
            raise RuntimeError("register_hook: this tensor does not require grad, so no gradient will come by")
        hooks = hooks_of(self._node)
        hooks.insert(len(hooks) - self.retains_grad, hook)  # before RetainGrad: what is retained is the result
        return RemovableHandle(hooks, hook)

    def backward(
        self,
        gradient: Tensor | None = None,
        retain_graph: bool | None = None,
        create_graph: bool = False,
        inputs: Any = None,
    ) -> None:
        """Add this tensor's gradients to the ``.grad`` of the leaves it was computed from; see `autograd.backward`."""
        engine.backward(self, gradient, retain_graph, create_graph, inputs)


def _check_differentiable(array: Any) -> None:
    """Raise RuntimeError if tensors of an array's dtype cannot require grad."""
    if array.dtype.kind == "c":
        raise RuntimeError(
            f"requires_grad: derivatives with respect to complex numbers are not known, this tensor is {array.dtype}"
        )
    if array.dtype.kind != "f":
        raise RuntimeError(
            f"requires_grad: only tensors of floating point can require gradients, this one is {array.dtype}; convert "
            f"it first, with .float() or .double()"
        )
