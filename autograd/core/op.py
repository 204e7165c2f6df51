"""What the engine and the pictures ask of an op (`Op`), and what all kinds of op use.

There are three kinds: `primitive.Primitive`, a row of the table of derivatives; the op of a `Function` class
(`derivatives.custom`); and the op of the nodes between an op with several outputs and its tensors (`outputs`).
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import numpy as np

from .graph import Node, Parent
from .modes import state
from .sums import total

# The class of tensors is made of ops, so what ops are made of cannot import it. Annotations there have these instead;
# the stubs (.pyi) say what they stand for.
if TYPE_CHECKING:
    Tensor: TypeAlias = Any
    Value: TypeAlias = Any
else:

    class Tensor:
        """A tensor."""

    class Value:
        """A tensor or an array: of arrays alone functions return arrays, and tensors otherwise."""


T = TypeVar("T")  # in the annotations of named tuples of results: tensors, or arrays

tensor_class: Any = None  # the class of tensors, which enters itself here with `recorder.bind_tensor`

# Called with every node that is recorded (see `autograd.visualize`); empty in normal use.
watchers: list[Callable[[Node], None]] = []


def is_tensor(value: Any) -> bool:
    """Return whether a value is a tensor."""
    return isinstance(value, tensor_class)


def wrap(array: Any, node: Any = None) -> Tensor:
    """Return a tensor of an array, at a place in the graph."""
    return tensor_class._wrap(array, node)


class Op:
    """What a node knows of the operation that it records: the interface of all kinds of ops.

    name          in messages and pictures, "matmul"; ``title`` where a node is printed, "Matmul"
    arrays        the names of the array arguments; ``variadic`` that of a sequence of further ones
    statics       the names of the other arguments
    saved         the names of what nodes save for the backward pass
    saves_arrays  whether arrays are among it: a backward pass frees them, unless it is given ``retain_graph``
    complete      whether a gradient that is None is an error
    elementwise   whether it works element by element, on arguments that are broadcast
    sums          whether a gradient is summed over the axes along which its argument was broadcast
    """

    name: str
    title: str
    arrays: tuple[str, ...] = ()
    variadic: str | None = None
    statics: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()
    saves_arrays = False
    complete = True
    elementwise = False
    sums = False

    # The engine calls these.

    def pull(self, inputs: tuple[Any, ...], saved: Any, statics: tuple[Any, ...], g: Any) -> tuple[Any, ...]:
        """Return a gradient, or None, for each of a node's inputs, given what it saved and the output's gradient."""
        raise NotImplementedError

    def lift(self, node: Node) -> tuple[Any, ...]:
        """Return what a node saved, as tensors at their places in the graph: what ``create_graph`` computes with."""
        raise NotImplementedError

    def fit(self, position: int, gradient: Any, parent: Parent) -> Any:
        """Bring a gradient to the shape and dtype of its input: sum what was broadcast, cast what was promoted."""
        shape = getattr(gradient, "shape", None)
        if shape is None:
            raise self.misfit(position, gradient, parent)
        if shape != parent.shape:
            if parent.shape is None:
                raise RuntimeError(
                    f"backward of {self.name}: its argument {self.argument(position)} got another shape through .data "
                    f"since: compute the output again"
                )
            if not (self.sums and broadcasts(parent.shape, shape)):
                raise self.misfit(position, gradient, parent)
            gradient = unbroadcast(gradient, parent.shape)
        if gradient.dtype.kind == "c" and parent.dtype.kind != "c":
            raise RuntimeError(
                f"{self.author(position)} returned {gradient.dtype} for {parent.dtype}: derivatives of operations on "
                f"complex numbers are not known"
            )
        return gradient if gradient.dtype == parent.dtype else gradient.astype(parent.dtype)

    # Pictures and messages call these.

    def argument(self, position: int) -> str:
        """Return the name of the array argument at ``position``."""
        if position < len(self.arrays):
            return self.arrays[position]
        return f"{self.variadic}[{position - len(self.arrays)}]"

    def formula(self, argument: str) -> str:
        """Return the formula of an argument's gradient as text: ``g * (1 - out * out)`` for tanh's ``x``."""
        raise NotImplementedError

    def meaning(self, argument: str) -> str | None:
        """Return what the op computes that the formula calls, in its own words, if the formula is a call of one."""
        return None

    @property
    def defaults(self) -> dict[str, Any]:
        """The defaults of the arguments by name."""
        return {}

    def author(self, position: int) -> str:
        """Return what computed the gradient of the argument at ``position``, in words."""
        return self.name

    def misfit(self, position: int, gradient: Any, parent: Parent) -> Exception:
        """Return the error to raise for a gradient that is no array, or has another shape than its argument."""
        who, argument = self.author(position), self.argument(position)
        if not hasattr(gradient, "shape"):
            return TypeError(f"{who} returned {gradient!r} for {argument}, expected a tensor or None")
        return RuntimeError(
            f"{who} returned a gradient of shape {tuple(gradient.shape)} for {argument}, which has shape {parent.shape}"
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


def is_numeric(value: Any) -> bool:
    """Return whether NumPy can compute with a value: a tensor, an array or a number, or a list of what may be some."""
    dtype = getattr(value, "dtype", None)
    if dtype is None:
        return isinstance(value, (int, float, complex, list, tuple))
    return isinstance(dtype, np.dtype) and dtype.kind in "biufc"


def fit_together(shapes: Sequence[tuple[int, ...]]) -> bool:
    """Return whether arrays of these shapes can be broadcast against each other."""
    try:
        np.broadcast_shapes(*shapes)
    except ValueError:
        return False
    return True
