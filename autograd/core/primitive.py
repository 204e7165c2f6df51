"""Primitives: NumPy functions that record themselves, and know their derivatives.

``primitive`` and ``elementwise`` turn a NumPy function and one *pullback* per differentiable argument into an op:

    tanh = elementwise(np.tanh, x=lambda g, out: g * (1 - out * out))

    @primitive(x=lambda g, x_shape, axis: spread(g, shape=x_shape, axis=axis))
    def sum(x, *, axis=None): ...

A pullback takes the gradient of the output and returns that of its argument. Its parameter names say what it reads, and
so what is saved: ``g`` the gradient of the output, ``out`` the output, ``<argument>`` an array argument,
``<argument>_shape`` and ``<argument>_dtype`` what is known of one without keeping it, and the static arguments.

Array arguments are those with a pullback and the positional ones without a default; ``*arrays`` is a sequence of them,
whose pullback returns a sequence of gradients. All others are static. An op with several outputs returns a tuple, and
says so with ``outputs=tuple`` (or a NamedTuple class): then ``g`` and ``out`` are such tuples.

What runs when an op is called, and calls its pullbacks, is straight-line code that is generated for it: `template`
shows it, `recorder` makes a function of it.
"""

import functools
import sys
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from . import dtypes, recorder, template
from .graph import Node, Parent
from .modes import state
from .op import Op, describe, fit_together, is_numeric, is_tensor, why_cut, wrap
from .outputs import build, pick
from .signature import Pullback, Signature, check_names, formula, parameters

# What implements a NumPy function for tensors: filled by the ops, read by Tensor.__array_ufunc__ / __array_function__.
dispatch: dict[Any, Callable[..., Any]] = {}


class Primitive(Op):
    """What is known of an op: its forward function, pullbacks, and the code that was generated for it.

    Found at ``op.op`` of every op and at ``node.op`` of every node it records.
    """

    def __init__(self, forward: Any, pullbacks: dict[str, Pullback], elementwise: bool, outputs: type | None) -> None:
        name = getattr(forward, "__name__", "<lambda>")
        self.name = name if name != "<lambda>" else "elementwise" if elementwise else "primitive"
        self.forward, self.pullbacks, self.outputs = forward, pullbacks, outputs
        self.elementwise = self.sums = elementwise
        self.signature = Signature(forward, pullbacks)
        self.arrays = self.signature.arrays
        self.variadic = self.signature.variadic
        self.statics = self.signature.statics
        self.reads = {argument: parameters(pullback) for argument, pullback in pullbacks.items()}
        check_names(self.name, self.signature, self.reads)

    # Worked out when they are asked for: importing defines hundreds of ops that a program does not use.

    @functools.cached_property
    def title(self) -> str:  # type: ignore[override]
        return "".join(part[:1].upper() + part[1:] for part in self.name.split("_"))

    @functools.cached_property
    def saved(self) -> tuple[str, ...]:  # type: ignore[override]
        return tuple(dict.fromkeys(n for r in self.reads.values() for n in r if n != "g" and n not in self.statics))

    @functools.cached_property
    def saves_arrays(self) -> bool:  # type: ignore[override]
        return not {*self.arrays, self.variadic, "out"}.isdisjoint(self.saved)

    def __repr__(self) -> str:
        return f"<op {self.name}({', '.join(self.arrays + self.statics)})>"

    @property
    def source(self) -> str:
        """The source of the code that is generated for this op."""
        return template.source(self, ())

    def compile(self, record: Any) -> None:
        """Put the generated code in place: into ``record``, the function that users call, and ``pull``."""
        code, pull = recorder.generated(self, record.names)
        self.pull = pull  # type: ignore[method-assign]  # which generated code takes the place of
        record.__code__ = code
        record.__defaults__, record.__kwdefaults__ = self.signature.defaults

    def lift(self, node: Node) -> tuple[Any, ...]:
        """Return what ``node`` saved, as tensors that are attached to the graph: what `create_graph` computes with."""
        positions = {name: position for position, name in enumerate(self.arrays)}
        lifted = []
        for name, value in zip(self.saved, node.saved or (), strict=True):
            if name == "out" and value is not None:
                value = self.wrap_outputs(value, node) if self.outputs else wrap(value, node)
            elif name in positions and hasattr(value, "dtype"):
                value = wrap(value, node.inputs[positions[name]])
            elif name == self.variadic and value is not None:
                parents = node.inputs[len(self.arrays) :]
                value = tuple(
                    wrap(item, parent) if hasattr(item, "dtype") else item
                    for item, parent in zip(value, parents, strict=True)
                )
            lifted.append(value)
        return tuple(lifted)

    def wrap_outputs(self, arrays: Sequence[Any], node: Node | None) -> Any:
        """Return the outputs of an op with several as tensors: each floating-point one with a node that picks it."""
        tensors = []
        for index, array in enumerate(arrays):
            if isinstance(array, np.generic):
                array = np.asarray(array)
            parent = None if node is None or array.dtype.kind not in "fc" else pick(node, index)
            tensors.append(wrap(array, parent))
        return build(self.outputs, tensors)

    def unrecorded(self, out: Any, operands: Sequence[Any]) -> Any:
        """Return ``out`` as tensor without a node, knowing why it has none."""
        cut = why_cut(self.name, operands, out)
        if self.outputs is not None:
            results = self.wrap_outputs(out, None)
            for result in results:
                result._cut = cut
            return results
        result = wrap(out)
        result._cut = cut
        return result

    def refuse(self, argument: str, out: Any, operands: Sequence[Any]) -> Any:
        """An argument without pullback requires grad: fine for an integer result, otherwise an error."""
        if all(x.dtype.kind not in "fc" for x in (out if self.outputs is not None else (out,))):
            return self.unrecorded(out, operands)
        raise RuntimeError(
            f"{self.name} has no derivative with respect to {argument!r}, which requires grad: pass it detached "
            f"({argument}.detach()) if its gradient is not wanted, or give the op a pullback {argument}="
        )

    def check_apart(self, arrays: Sequence[Any]) -> None:
        """Raise TypeError if tensors were given as one list instead of one by one."""
        for value in arrays:
            if isinstance(value, (list, tuple)) and any(is_tensor(item) for item in value):
                raise TypeError(f"{self.name}: tensors are given one by one, not in a list: {self.name}(*tensors)")

    def static(self, argument: str, value: Any) -> Any:
        """A tensor was given as static argument: use its array, unless that would lose a gradient."""
        if value._node is not None and state.scope is not None:
            raise RuntimeError(f"{self.name}: {argument!r} is a static argument and has no gradient: pass it detached")
        return value._array

    def promoted(self, out: Any, operands: Sequence[Any]) -> Any:
        """Return ``out`` in the dtype of PyTorch's promotion rules; see `autograd.dtypes.promoted`."""
        integers = all(getattr(x, "dtype", dtypes.bool_).kind in "iub" for x in operands)
        if integers and out.dtype == dtypes.float16 and not self.statics and len(operands) == len(self.arrays):
            # NumPy computes functions of 8-bit integers in half precision.
            default = dtypes.get_default_dtype()
            out = self.forward(*[x.astype(default) if hasattr(x, "dtype") else x for x in operands])
        return dtypes.promoted(out, tuple(operands))

    def explained(self, error: Exception, operands: Sequence[Any]) -> Exception:
        """Return what to raise for an error of the forward function: one of ours, or ``error`` with a note.

        Either names the op and what it was given.
        """
        if isinstance(error, np.exceptions.AxisError) and error.ndim is not None:
            ndim = error.ndim
            return np.exceptions.AxisError(
                f"{self.name}: axis {error.axis} is out of bounds for {ndim} dimensions: [{-ndim}, {ndim - 1}]"
            )
        if self.elementwise:
            strangers = [value for value in operands if not is_numeric(value)]
            shapes = [value.shape for value in operands if hasattr(value, "shape")]
            if strangers and isinstance(error, TypeError):
                return TypeError(f"{self.name}: expected tensors, arrays or numbers, got {describe(strangers[0])}")
            if isinstance(error, ValueError) and not fit_together(shapes):
                return RuntimeError(
                    f"{self.name}: shapes {' and '.join(map(str, shapes))} do not broadcast: counted from the last "
                    f"one, sizes must be the same, or 1"
                )
            if isinstance(error, OverflowError):
                dtype = next((value.dtype for value in operands if hasattr(value, "dtype")), None)
                return RuntimeError(
                    f"{self.name}: a number is out of the range of {dtype}: {error}; convert the tensor first, with "
                    f".int() or .long()"
                )
        error.add_note(f"in {self.name}({', '.join(map(describe, operands))})")
        return error

    def wrong_output(self, out: Any) -> TypeError:
        """Return the error to raise if the forward function returned something else than it should."""
        expected = "an array" if self.outputs is None else f"a tuple of arrays, as outputs={self.outputs.__name__} says"
        return TypeError(f"{self.name} returned {describe(out)}, expected {expected}")

    def author(self, position: int) -> str:
        return f"{self.name}: the pullback of {self.argument(position)!r}"

    def misfit(self, position: int, gradient: Any, parent: Parent) -> Exception:
        if not hasattr(gradient, "shape"):
            return TypeError(f"{self.author(position)} returned {gradient!r}, not an array")
        return RuntimeError(
            f"{self.author(position)} returned a gradient of shape {gradient.shape} for an argument of shape "
            f"{parent.shape}"
        )

    def formula(self, argument: str) -> str:
        return formula(self.pullbacks[argument])

    def meaning(self, argument: str) -> str | None:
        called = self.formula(argument).partition("(")[0]
        if not called.endswith("_pullback"):
            return None
        described: str = self.pullbacks[argument].__globals__[called].__doc__
        return described.splitlines()[0].rstrip(".")

    @property
    def defaults(self) -> dict[str, Any]:
        positional, keyword_only = self.signature.defaults
        last = self.signature.positional[-len(positional) :] if positional else ()
        return {**dict(zip(last, positional or (), strict=True)), **(keyword_only or {})}


def primitive(
    function: Any = None, /, *, implements: Any = None, outputs: type | None = None, **pullbacks: Pullback
) -> Any:
    """Make an op of a NumPy function and the pullbacks of its arguments; also a decorator.

    ``implements`` is the NumPy function that calls the op when it is given a tensor, ``outputs`` the tuple class of an
    op with several outputs. An argument without a pullback raises RuntimeError when it requires grad and the result is
    of floating point. Raises TypeError for a pullback of an unknown argument, or one that reads an unknown name.

    >>> import autograd, numpy as np
    >>> from autograd import primitive
    >>> @primitive(x=lambda g, x, axis: 2 * x * np.expand_dims(g, axis))
    ... def sum_of_squares(x, *, axis):
    ...     return (x * x).sum(axis)
    >>> x = autograd.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
    >>> sum_of_squares(x, axis=1).sum().backward()
    >>> x.grad
    tensor([[2., 4.],
            [6., 8.]])
    """
    return _define(function, implements, outputs, pullbacks, elementwise=False)


def elementwise(function: Any = None, /, *, implements: Any = None, **pullbacks: Pullback) -> Any:
    """Like `primitive`, for functions that work element by element: a gradient is summed down to its argument's shape.

    >>> import autograd, numpy as np
    >>> from autograd import elementwise
    >>> cube = elementwise(lambda x: x * x * x, x=lambda g, x: 3 * g * x * x)
    >>> x = autograd.tensor(2.0, requires_grad=True)
    >>> cube(x).backward()
    >>> x.grad
    tensor(12.)
    """
    return _define(function, implements, None, pullbacks, elementwise=True)


def _define(
    function: Any, implements: Any, outputs: type | None, pullbacks: dict[str, Pullback], *, elementwise: bool
) -> Any:
    if function is None:
        return lambda function: _define(function, implements, outputs, pullbacks, elementwise=elementwise)
    globals_ = getattr(function, "__globals__", None)
    if globals_ is None:
        globals_ = sys._getframe(2).f_globals
    if not callable(function):
        raise TypeError(f"an op is made of a function, not {describe(function)}")
    op = Primitive(function, pullbacks, elementwise, outputs)
    record = recorder.recorder(op, globals_)
    if implements is not None:
        if implements in dispatch:
            raise ValueError(
                f"{op.name}: numpy.{implements.__name__} is implemented for tensors already, by "
                f"{dispatch[implements].__name__}: leave implements= out"
            )
        dispatch[implements] = record
    elif isinstance(function, np.ufunc):
        dispatch.setdefault(function, record)
    return record


def named(record: Any, *names: str, name: str | None = None) -> Any:
    """Return an op as a function whose array arguments have PyTorch's names: (input), or (input, other).

    ``names`` are others, ``name`` is the function's own, if that is not the op's. Raises TypeError for an op of three
    arguments or more without names.

    >>> import autograd
    >>> from autograd.core.primitive import named
    >>> named(autograd.ops.elementwise.add)(autograd.tensor(1.0), other=2.0)
    tensor(3.)
    """
    names = names or ("input", "other")[: len(record.op.arrays)]
    if len(names) < len(record.op.arrays):
        raise TypeError(f"named: {record.op.name} has {len(record.op.arrays)} arguments: say what they are called")
    function = recorder.recorder(record.op, sys._getframe(1).f_globals, names)
    function.__name__ = function.__qualname__ = name or record.op.name
    return function
