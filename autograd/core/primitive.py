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

What records an op, and calls its pullbacks, is straight-line code that is generated for it: see `recorder`.
"""

import functools
import inspect
import linecache
import sys
import types
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from . import dtypes, recorder
from . import op as kinds
from .graph import Leaf, Node, constant
from .modes import state
from .op import broadcasts, cast, check_leaf, describe, is_tensor, unbroadcast, watchers, why_cut, wrap
from .outputs import build, pick
from .writes import serials

Pullback = Callable[..., Any]

# What implements a NumPy function for tensors: filled by the ops, read by Tensor.__array_ufunc__ / __array_function__.
dispatch: dict[Any, Callable[..., Any]] = {}


class Primitive:
    """What is known of an op: its forward function, pullbacks, and the code that was generated for it.

    Found at ``op.op`` of every op and at ``node.op`` of every node it records.
    """

    complete = True  # a pullback returns a gradient; None is an error

    def __init__(
        self,
        forward: Callable[..., Any],
        pullbacks: dict[str, Pullback],
        *,
        name: str,
        signature: "_Signature",
        elementwise: bool,
        outputs: type | None,
    ) -> None:
        self.name = name
        self.title = "".join(part[:1].upper() + part[1:] for part in name.split("_"))
        self.forward = forward
        self.pullbacks = pullbacks
        self.arrays = signature.arrays
        self.variadic = signature.variadic
        self.statics = signature.statics
        self.elementwise = elementwise
        self.outputs = outputs
        self.reads = {argument: _parameters(pullback) for argument, pullback in pullbacks.items()}
        self.saved = tuple(
            dict.fromkeys(n for r in self.reads.values() for n in r if n != "g" and n not in self.statics)
        )
        arguments = (*self.arrays, self.variadic, "out")
        self.saves_arrays = any(name in arguments for name in self.saved)  # rather than shapes and dtypes only
        self._check_names()
        self._signature = signature

    def __repr__(self) -> str:
        return f"<op {self.name}({', '.join(self.arrays + self.statics)})>"

    def _check_names(self) -> None:
        arguments = self.arrays + ((self.variadic,) if self.variadic else ())
        known = {"g", "out", *arguments, *self.statics}
        known |= {f"{a}_{what}" for a in arguments for what in ("shape", "dtype")}
        for argument, reads in self.reads.items():
            if argument not in arguments:
                raise TypeError(
                    f"{self.name}: a pullback is given for {argument!r}, which is no array argument; "
                    f"the array arguments are {', '.join(arguments)}"
                )
            unknown = [name for name in reads if name not in known]
            if unknown:
                raise TypeError(
                    f"{self.name}: the pullback of {argument!r} reads {', '.join(unknown)}; a pullback can read "
                    f"{', '.join(sorted(known))}"
                )
        reserved = recorder.RESERVED | {f"{a}_{what}" for a in arguments for what in recorder.OF_ARGUMENTS}
        taken = [n for n in (*arguments, *self.statics) if n in reserved or n.startswith("_")]
        if taken:
            raise TypeError(f"{self.name}: an argument cannot be called {', '.join(taken)}: the recorder uses it")

    @property
    def source(self) -> str:
        """The source of the code that is generated for this op."""
        return recorder.source(self, self._signature, ())

    def compile(self, record: Any) -> None:
        """Put the generated code in place: into ``record``, the function that users call, and ``pull``."""
        code, self.pull = recorder.generated(self, record.names)
        record.__code__ = code
        record.__defaults__, record.__kwdefaults__ = self._signature.defaults

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
            strangers = [value for value in operands if not _is_numeric(value)]
            shapes = [value.shape for value in operands if hasattr(value, "shape")]
            if strangers and isinstance(error, TypeError):
                return TypeError(f"{self.name}: expected tensors, arrays or numbers, got {describe(strangers[0])}")
            if isinstance(error, ValueError) and not _fit_together(shapes):
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

    def fit(self, position: int, gradient: Any, parent: Node | Leaf) -> Any:
        """Bring a gradient to the shape and dtype of its input: sum what was broadcast, cast what was promoted."""
        shape = getattr(gradient, "shape", None)
        if shape is None:
            raise TypeError(
                f"{self.name}: the pullback of {self.argument(position)!r} returned {gradient!r}, not an array"
            )
        if shape != parent.shape:
            check_leaf(self.name, self.argument(position), parent)
            if not (self.elementwise and broadcasts(parent.shape, shape)):
                raise RuntimeError(
                    f"{self.name}: the pullback of {self.argument(position)!r} returned a gradient of shape {shape} "
                    f"for an argument of shape {parent.shape}"
                )
            gradient = unbroadcast(gradient, parent.shape)
        return cast(gradient, parent.dtype, f"{self.name}: the pullback of {self.argument(position)!r}")

    def argument(self, position: int) -> str:
        """Return the name of the array argument at ``position``."""
        if position < len(self.arrays):
            return self.arrays[position]
        return f"{self.variadic}[{position - len(self.arrays)}]"

    def formula(self, argument: str) -> str:
        """Return the source text of a pullback: ``g * (1 - out * out)`` for tanh's ``x``."""
        return _formula(self.pullbacks[argument])

    # Set by compile: the generated dispatcher (inputs, saved, statics, g) -> a gradient, or None, per input.
    pull: Callable[..., tuple[Any, ...]]


def primitive(
    function: Callable[..., Any] | None = None,
    /,
    *,
    implements: Callable[..., Any] | None = None,
    outputs: type | None = None,
    **pullbacks: Pullback,
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


def elementwise(
    function: Callable[..., Any] | None = None,
    /,
    *,
    implements: Callable[..., Any] | None = None,
    **pullbacks: Pullback,
) -> Any:
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


class _Signature:
    """Names and defaults of an op's arguments, by kind."""

    def __init__(self, function: Any, pullbacks: dict[str, Pullback]) -> None:
        self.variadic: str | None = None
        self.keyword_only: tuple[str, ...] = ()
        self.statics: tuple[str, ...] = ()
        self.defaults = getattr(function, "__defaults__", None), getattr(function, "__kwdefaults__", None)
        code = getattr(function, "__code__", None)
        if code is None:  # a ufunc or another function written in C: its arguments are those of the pullbacks
            count = getattr(function, "nin", None)
            names = tuple(pullbacks) or (("x",), ("a", "b"))[(count or 1) - 1]
            if count is not None and count != len(names):
                raise TypeError(f"{function.__name__} has {count} arguments, but pullbacks for {', '.join(names)}")
            self.positional = self.arrays = names
            return
        self.positional = code.co_varnames[inspect.ismethod(function) : code.co_argcount]
        self.keyword_only = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
        if code.co_flags & inspect.CO_VARARGS:
            self.variadic = code.co_varnames[code.co_argcount + code.co_kwonlyargcount]
        if code.co_flags & inspect.CO_VARKEYWORDS:
            raise TypeError(f"{function.__name__}: an op takes no **arguments: name every one of them")
        required = len(self.positional) - len(self.defaults[0] or ())
        self.arrays = tuple(n for i, n in enumerate(self.positional) if n in pullbacks or i < required)
        self.statics = tuple(n for n in self.positional + self.keyword_only if n not in self.arrays)


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
    name = getattr(function, "__name__", "<lambda>")
    if name == "<lambda>":
        name = "elementwise" if elementwise else "primitive"
    signature = _Signature(function, pullbacks)
    op = Primitive(
        function,
        pullbacks,
        name=name,
        signature=signature,
        elementwise=elementwise,
        outputs=outputs,
    )
    record = _recorder(op, globals_)
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
    function = _recorder(record.op, sys._getframe(1).f_globals, names)
    function.__name__ = function.__qualname__ = name or record.op.name
    return function


def _recorder(op: Primitive, globals_: dict[str, Any], names: tuple[str, ...] = ()) -> Any:
    """Return the function that users call, with the stub for its code; ``names`` are those of the array arguments."""
    function = op.forward
    cells = {**_SHARED, "_op": types.CellType(op), "_forward": types.CellType(function), "_record": types.CellType()}
    closure = tuple(cells[free] for free in recorder.STUB.co_freevars)
    record: Any = types.FunctionType(recorder.STUB, globals_, op.name, closure=closure)
    cells["_record"].cell_contents = record
    record.op = op
    record.names = names
    record.__qualname__ = op.name
    record.__module__ = globals_.get("__name__", "")
    if not hasattr(function, "__code__"):
        record.__doc__ = (function.__doc__ or "").partition("\n\n")[2].partition("\n\n")[0]  # after the signature
        record.__wrapped__ = _arguments(names or op.arrays)
    else:
        record.__doc__ = function.__doc__
        record.__wrapped__ = _arguments(names) if names else function
    return record


@functools.cache
def _arguments(names: tuple[str, ...]) -> Any:
    """Return a function with these parameters, of which `inspect.signature` reads those of an op."""
    return eval(f"lambda {', '.join(names)}: None")


def _is_numeric(value: Any) -> bool:
    dtype = getattr(value, "dtype", None)
    if dtype is None:
        return isinstance(value, (int, float, complex, list, tuple))
    return isinstance(dtype, np.dtype) and dtype.kind in "biufc"


def _fit_together(shapes: Sequence[tuple[int, ...]]) -> bool:
    try:
        np.broadcast_shapes(*shapes)
    except ValueError:
        return False
    return True


def _parameters(pullback: Any) -> tuple[str, ...]:
    code = getattr(pullback, "__code__", None)
    if code is None or code.co_flags & 0x0C or code.co_kwonlyargcount:
        raise TypeError(f"a pullback is a function whose parameters are all named, not {pullback!r}")
    return code.co_varnames[: code.co_argcount]  # type: ignore[no-any-return]


def _formula(pullback: Any) -> str:
    """Return the text of a lambda's body, or the call of a named function."""
    code = pullback.__code__
    if code.co_name != "<lambda>":
        return f"{code.co_name}({', '.join(_parameters(pullback))})"
    positions = [p for p in code.co_positions() if None not in p and p[1] is not None and p[3] != p[2]]
    lines = linecache.getlines(code.co_filename)
    if not lines or not positions:
        return "?"
    first, column = min((p[0], p[2]) for p in positions)
    last, end = max((p[1], p[3]) for p in positions)
    block = [line.encode() for line in lines[first - 1 : last]]
    block[-1] = block[-1][:end]
    block[0] = block[0][column:]
    return " ".join(line.decode().partition("  # ")[0].strip() for line in block)


def bind_tensor(cls: Any) -> None:
    """Tell the ops what a tensor is."""
    kinds.tensor_class = _SHARED["_Tensor"].cell_contents = cls


# What the generated code of all ops closes over.
_SHARED = {
    name: types.CellType(value)
    for name, value in {
        "_Tensor": None,
        "_Node": Node,
        "_state": state,
        "_new": object.__new__,
        "_constant": constant,
        "_shape": np.shape,
        "_bool": dtypes.bool_,
        "_generic": np.generic,
        "_asarray": np.asarray,
        "_serials": serials,
        "_watchers": watchers,
    }.items()
}
