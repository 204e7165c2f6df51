"""What an op is, to the generated code, the engine and the pictures; and what the kinds of op share.

There are three kinds: `primitive.Primitive`, a row of the table of derivatives; the op of a `Function` class; and the
op of the nodes between an op with several outputs and its tensors (`outputs`).
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from .graph import Leaf, Node
from .modes import state
from .sums import total

# In annotations of what lies below the class of tensors, which is made of the ops.
Tensor: TypeAlias = Any
Value: TypeAlias = Any  # a tensor or an array: of arrays alone functions return arrays, and tensors otherwise

tensor_class: Any = None  # the class itself; it says so with `primitive.bind_tensor`

# Called with every node that is recorded (see `autograd.visualize`); empty in normal use.
watchers: list[Callable[[Node], None]] = []


def is_tensor(value: Any) -> bool:
    """Return whether a value is a tensor."""
    return isinstance(value, tensor_class)


def wrap(array: Any, node: Any = None) -> Tensor:
    """Return a tensor of an array, at a place in the graph."""
    return tensor_class._wrap(array, node)


def check_leaf(name: str, argument: str, parent: Node | Leaf) -> None:
    """Raise RuntimeError if a gradient is on its way to a tensor that is not the same any more."""
    if parent.shape is None:
        raise RuntimeError(
            f"backward of {name}: its argument {argument} got another shape through .data since: compute the output "
            f"again"
        )


def unbroadcast(gradient: Any, shape: tuple[int, ...]) -> Any:
    """Sum ``gradient`` over the axes along which an array of ``shape`` was broadcast."""
    if gradient.shape == shape:
        return gradient
    extra = len(gradient.shape) - len(shape)
    axes = tuple(range(extra)) + tuple(
        extra + i for i, n in enumerate(shape) if n == 1 and gradient.shape[extra + i] != 1
    )
    gradient = total(gradient, axes)
    return gradient if gradient.shape == shape else gradient.reshape(shape)


def cast(gradient: Any, dtype: Any, who: str) -> Any:
    """Return ``gradient`` in its argument's dtype; ``who`` computed it."""
    if gradient.dtype.kind == "c" and dtype.kind != "c":
        raise RuntimeError(
            f"{who} returned {gradient.dtype} for {dtype}: derivatives of operations on complex numbers are not known"
        )
    return gradient if gradient.dtype == dtype else gradient.astype(dtype)


def broadcasts(shape: tuple[int, ...], to: tuple[int, ...]) -> bool:
    """Return whether arrays of ``shape`` can be broadcast to the shape ``to``."""
    return len(shape) <= len(to) and all(n in (1, m) for n, m in zip(shape[::-1], to[::-1], strict=False))


def why_cut(name: str, operands: Sequence[Any], out: Any) -> str | None:
    """Return why a result of ``operands`` has no node, in words; None if no operand was ever part of a graph."""
    for operand in operands:
        if is_tensor(operand):
            if operand._node is not None and state.scope is not None:
                return f"{name} returns {out.dtype}, which has no gradient"
            if operand._node is not None:
                return f"{name} was computed under no_grad"
            if operand._cut is not None:
                return operand._cut  # type: ignore[no-any-return]
    return None


def describe(value: Any) -> str:
    """Return a short description of an operand for an error message."""
    if is_tensor(value):
        value = value._array
    if hasattr(value, "shape") and hasattr(value, "dtype"):
        return f"{value.dtype}{list(value.shape)}"
    text = " ".join(repr(value).split())
    return text if len(text) <= 40 else text[:37] + "..."
