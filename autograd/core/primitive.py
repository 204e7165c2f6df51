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

Two functions without loops are generated for each op: ``record``, which runs when it is called, and ``pull``, which
calls its pullbacks in the backward pass. `template` holds their text, `recorder` makes functions of it.
"""

import functools
import sys
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from . import dtypes, template
from .graph import Node, Parent
from .modes import state
from .op import Op, describe, fit_together, is_numeric, is_tensor, why_cut, wrap
from .outputs import build, pick
from .recorder import generated, recorder_of
from .signature import Pullback, Signature, check_names, formula, parameters

# NumPy's functions, and the functions that do the same for tensors: ops enter themselves, and NumPy's protocols
# (Tensor.__array_ufunc__ and __array_function__, in `tensor.numpy_protocol`) look here.
implementations: dict[Any, Callable[..., Any]] = {}


class Primitive(Op):
    """What is known of an op: its NumPy function (``forward``), its pullbacks, and the code that is generated for it.

    The function that users call, such as `autograd.tanh`, has it as its ``op``, and so has every node that it records.
    ``reads`` says for every argument with a pullback what that reads: {"x": ("g", "out")} for tanh.
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
        """Generate code and put it in its place; called by the stub of ``record``, the function that users call."""
        code, pull = generated(self, record.names)
        self.pull = pull  # type: ignore[method-assign]  # of which `Op` only says what it is
        record.__code__ = code
        record.__defaults__, record.__kwdefaults__ = self.signature.defaults

    def lift(self, node: Node) -> tuple[Any, ...]:
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

    # The generated code calls these.

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
        """Return ``out`` as a tensor without a node, which knows why it has none (``_cut``)."""
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
        """Answer for an argument without a pullback that requires grad: an integer result needs none, others raise."""
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
        """Return the array of a tensor given as static argument; raises RuntimeError if that would lose a gradient."""
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
        """Return what to raise for an error of the NumPy function: one of our own, or ``error`` with a note.

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
        """Return the error to raise if the NumPy function returned something other than it should."""
        expected = "an array" if self.outputs is None else f"a tuple of arrays, as outputs={self.outputs.__name__} says"
        return TypeError(f"{self.name} returned {describe(out)}, expected {expected}")


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
    """Like `primitive`, for functions of single elements, whose arguments are broadcast against each other.

    The engine sums each gradient down to its argument's shape, so that no pullback has to.

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
    globals_ = getattr(function, "__globals__", None)  # the op belongs to the module of its function,
    if globals_ is None:  # or, if that is NumPy's, to the module that defines the op
        globals_ = sys._getframe(2).f_globals
    if not callable(function):
        raise TypeError(f"an op is made of a function, not {describe(function)}")
    op = Primitive(function, pullbacks, elementwise, outputs)
    record = recorder_of(op, globals_)
    if implements is not None:
        if implements in implementations:
            raise ValueError(
                f"{op.name}: numpy.{implements.__name__} is implemented for tensors already, by "
                f"{implementations[implements].__name__}: leave implements= out"
            )
        implementations[implements] = record
    elif isinstance(function, np.ufunc):
        implementations.setdefault(function, record)
    return record


def named(record: Any, *names: str, name: str | None = None) -> Any:
    """Return an op as a function whose array arguments have PyTorch's names: (input), or (input, other).

    ``names`` are the names of the arguments, if they are others; ``name`` is that of the function, if it is not the
    op's. Raises TypeError for an op of three arguments or more without names.

    >>> import autograd
    >>> from autograd.core.primitive import named
    >>> named(autograd.ops.elementwise.add)(autograd.tensor(1.0), other=2.0)
    tensor(3.)
    """
    names = names or ("input", "other")[: len(record.op.arrays)]
    if len(names) < len(record.op.arrays):
        raise TypeError(f"named: {record.op.name} has {len(record.op.arrays)} arguments: say what they are called")
    function = recorder_of(record.op, sys._getframe(1).f_globals, names)
    function.__name__ = function.__qualname__ = name or record.op.name
    return function
