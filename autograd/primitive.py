"""Primitives: NumPy functions that record themselves, and know their derivatives.

``primitive`` and ``elementwise`` turn a NumPy function and one *pullback* per differentiable argument into an op:

    tanh = elementwise(np.tanh, x=lambda g, out: g * (1 - out * out))

    @primitive(x=lambda g, x_shape, axis: spread(g, x_shape, axis))
    def sum(x, *, axis=None): ...

A pullback takes the gradient of the output and returns that of its argument. Its parameter names say what it reads, and
so what is saved: ``g`` the gradient of the output, ``out`` the output, ``<argument>`` an array argument,
``<argument>_shape`` and ``<argument>_dtype`` what is known of one without keeping it, and the static arguments.

Array arguments are those with a pullback and the positional ones without a default; ``*arrays`` is a sequence of them,
whose pullback returns a sequence of gradients. All others are static. An op with several outputs returns a tuple, and
says so with ``outputs=tuple`` (or a NamedTuple class): then ``g`` and ``out`` are such tuples.

For speed, each op's recorder and pullback dispatcher are generated when it is defined (`Primitive.source` shows them):
straight-line code without loops over argument names. Ops with the same argument names share the compiled code.
"""

import functools
import inspect
import linecache
import sys
import types
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from . import dtypes
from .graph import Leaf, Node, constant
from .modes import state
from .sums import total
from .writes import serials

Pullback = Callable[..., Any]

# Names of the generated code that an argument cannot have; nor `x_array` and the like if there is an argument `x`.
RESERVED = set(
    "g out out_shape out_dtype node result scope saved statics inputs recorded pulled watcher error explained "
    "isinstance getattr all any next zip tuple list Exception AttributeError".split()
)
_OF_ARGUMENTS = ("array", "arrays", "node", "nodes", "shape", "dtype", "pullback")

# What implements a NumPy function for tensors: filled by the ops, read by Tensor.__array_ufunc__ / __array_function__.
dispatch: dict[Any, Callable[..., Any]] = {}

Tensor: Any = None  # the class, set by `bind_tensor`: it is built out of the ops that are defined with this module

# Called with every node that is recorded (see `autograd.visualize`); empty in normal use.
watchers: list[Callable[[Node], None]] = []


class Primitive:
    """What is known of an op: its forward function, pullbacks, and the code that was generated for it.

    Found at ``op.op`` of every op and at ``node.op`` of every node it records.
    """

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
        reserved = RESERVED | {f"{a}_{what}" for a in arguments for what in _OF_ARGUMENTS}
        taken = [n for n in (*arguments, *self.statics) if n in reserved or n.startswith("_")]
        if taken:
            raise TypeError(f"{self.name}: an argument cannot be called {', '.join(taken)}: the recorder uses it")

    @property
    def source(self) -> str:
        """The source of the code that is generated for this op."""
        return _source(self, self._signature, ())

    def compile(self, record: Any) -> None:
        """Put the generated code in place: into ``record``, the function that users call, and ``pull``."""
        code, self.pull = _generated(self, record.names)
        record.__code__ = code
        record.__defaults__, record.__kwdefaults__ = self._signature.defaults

    def lift(self, node: Node) -> tuple[Any, ...]:
        """Return what ``node`` saved, as tensors that are attached to the graph: what `create_graph` computes with."""
        positions = {name: position for position, name in enumerate(self.arrays)}
        lifted = []
        for name, value in zip(self.saved, node.saved or (), strict=True):
            if name == "out" and value is not None:
                value = self.wrap_outputs(value, node) if self.outputs else Tensor._wrap(value, node)
            elif name in positions and hasattr(value, "dtype"):
                value = Tensor._wrap(value, node.inputs[positions[name]])
            elif name == self.variadic and value is not None:
                parents = node.inputs[len(self.arrays) :]
                value = tuple(
                    Tensor._wrap(item, parent) if hasattr(item, "dtype") else item
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
            tensors.append(Tensor._wrap(array, parent))
        return build(self.outputs, tensors)

    def unrecorded(self, out: Any, operands: Sequence[Any]) -> Any:
        """Return ``out`` as tensor without a node, knowing why it has none."""
        cut = _cut(self.name, operands, out)
        if self.outputs is not None:
            results = self.wrap_outputs(out, None)
            for result in results:
                result._cut = cut
            return results
        result = Tensor._wrap(out)
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
            if not (self.elementwise and _broadcasts(parent.shape, shape)):
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
        self.positional = code.co_varnames[: code.co_argcount]
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
    if isinstance(function, np.ufunc):
        implements = implements or function
    if implements is not None:
        dispatch.setdefault(implements, record)
    return record


def named(record: Any, *names: str, name: str | None = None) -> Any:
    """Return an op as a function whose array arguments have other names: PyTorch's ``input`` and ``other``.

    ``name`` is the function's own, if that is not the op's.

    >>> import autograd
    >>> from autograd.primitive import named
    >>> named(autograd.ops.elementwise.add, "input", "other")(autograd.tensor(1.0), other=2.0)
    tensor(3.)
    """
    function = _recorder(record.op, sys._getframe(1).f_globals, names)
    function.__name__ = function.__qualname__ = name or record.op.name
    return function


def _recorder(op: Primitive, globals_: dict[str, Any], names: tuple[str, ...] = ()) -> Any:
    """Return the function that users call, with the stub for its code; ``names`` are those of the array arguments."""
    function = op.forward
    cells = {**_SHARED, "_op": types.CellType(op), "_forward": types.CellType(function), "_record": types.CellType()}
    record = types.FunctionType(_STUB, globals_, op.name, closure=tuple(cells[free] for free in _STUB.co_freevars))
    cells["_record"].cell_contents = record
    record.op = op  # type: ignore[attr-defined]
    record.names = names  # type: ignore[attr-defined]
    record.__qualname__ = op.name
    record.__module__ = globals_.get("__name__", "")
    if not hasattr(function, "__code__"):
        record.__doc__ = (function.__doc__ or "").partition("\n\n")[2].partition("\n\n")[0]  # after the signature
        record.__wrapped__ = _arguments(names or op.arrays)  # type: ignore[attr-defined]
    else:
        record.__doc__ = function.__doc__
        record.__wrapped__ = _arguments(names) if names else function  # type: ignore[attr-defined]
    return record


@functools.cache
def _arguments(names: tuple[str, ...]) -> Any:
    """Return a function with these parameters, of which `inspect.signature` reads those of an op."""
    return eval(f"lambda {', '.join(names)}: None")


# --- the generated code -------------------------------------------------------------------------------------------
#
# For `multiply(a, b)` with the pullbacks a=lambda g, b: g * b and b=lambda g, a: g * a it reads:
#
#     def record(a, b):
#         a_array, a_node, b_array, b_node = ...          # unwrap tensors
#         out = forward(a_array, b_array)
#         if a_node is None and b_node is None: return op.unrecorded(...)
#         node = new(Node)
#         node.inputs = (a_node, b_node,)
#         node.saved = ((b_array if a_node is not None else None), (a_array if b_node is not None else None),)
#         ...
#     def pull(inputs, saved, statics, g):
#         a_node, b_node, = inputs
#         b, a, = saved
#         return (a_pullback(g, b) if a_node is not None else None, b_pullback(g, a) if b_node is not None else None,)


_RECORD_FREE = (
    "_Tensor, _Node, _state, _new, _constant, _shape, _bool, _generic, _asarray, _serials, _watchers, "
    "_op, _forward, _record"
)


def _source(op: Primitive, signature: _Signature, names: tuple[str, ...]) -> str:
    """Return the source of an op's recorder and pullback dispatcher, in a function whose parameters they close over."""
    free = [*_RECORD_FREE.split(", "), "_filled", "_outputs", *(f"{n}_pullback" for n in op.pullbacks)]
    body = [*_record_source(op, signature, names), "", *_pull_source(op)]
    return f"def closure({', '.join(free)}):\n" + "\n".join("    " + line if line else "" for line in body)


def _record_source(op: Primitive, signature: _Signature, names: tuple[str, ...]) -> list[str]:
    arrays, many = op.arrays, op.variadic
    unary = len(arrays) == 1 and not many
    arguments = [*arrays, *([many] if many else [])]
    operands = _tuple([*arrays, *([f"*{many}"] if many else [])])
    mixed: list[str] = []  # the arguments whose dtypes decide on the result's: not the condition of where
    if op.outputs is None and (op.elementwise or many):
        mixed = [n for n in arguments if n in op.pullbacks] or arguments
    nodes = _tuple([*(f"{n}_node" for n in arrays), *([f"*{many}_nodes"] if many else [])])

    def call(suffix: str) -> str:
        given = [f"{n}{suffix}" if n in arrays else n for n in signature.positional]
        given += [f"*{many}{suffix and '_arrays'}"] if many else []
        return f"_forward({', '.join(given + [f'{n}={n}' for n in signature.keyword_only])})"

    star = [f"*{many}"] if many else ["*"] if signature.keyword_only else []
    parameters = [*names, *signature.positional[len(names) :], *star, *signature.keyword_only]
    lines = [f"def record({', '.join(parameters)}):"]
    lines += ["    if False:", f"        {_RECORD_FREE}  # the free variables of all recorders are the same"]
    lines += [f"    {argument} = {name}" for argument, name in zip(signature.positional, names, strict=False)]

    # Unwrap tensors.
    if unary:
        (x,) = arrays
        lines += [
            f"    if not isinstance({x}, _Tensor):",
            f"        return {call('')}",
            f"    {x}_array = {x}._array",
            f"    {x}_node = {x}._node",
            *([f"    {x}_dtype = {x}_array.dtype"] if mixed else []),
        ]
    else:
        lines += ["    recorded = False"]
        for n in arrays:
            known, asked = (
                [f"        {n}_dtype = {n}_array.dtype"],
                [f"        {n}_dtype = getattr({n}, 'dtype', None)"],
            )
            lines += [
                f"    if isinstance({n}, _Tensor):",
                f"        {n}_array = {n}._array",
                *(known if n in mixed else []),
                f"        {n}_node = {n}._node",
                "        recorded = True",
                "    else:",
                f"        {n}_array = {n}",
                *(asked if n in mixed else []),
                f"        {n}_node = None",
            ]
        if many:
            lines += [
                f"    {many}_arrays = tuple([x._array if isinstance(x, _Tensor) else x for x in {many}])",
                f"    {many}_nodes = tuple([x._node if isinstance(x, _Tensor) else None for x in {many}])",
                f"    {many}_node = next((x for x in {many}_nodes if x is not None), None)",
                f"    recorded = recorded or any([isinstance(x, _Tensor) for x in {many}])",
            ]
    for n in op.statics:
        lines += [f"    if isinstance({n}, _Tensor):", f"        {n} = _op.static({n!r}, {n})"]

    # Compute.
    lines += [
        "    try:",
        f"        out = {call('_array')}",
        "    except Exception as error:",
        f"        explained = _op.explained(error, {operands})",
        "        if explained is error:",
        "            raise",
        "        raise explained from None",
    ]
    if not unary:
        lines += ["    if not recorded:", "        return out"]
    if op.outputs is not None:
        lines += ["    if not isinstance(out, (tuple, list)):", "        raise _op.wrong_output(out)"]
    else:
        lines += [
            "    try:",
            "        out_shape = out.shape",
            "    except AttributeError:",
            "        raise _op.wrong_output(out) from None",
        ]
        discrete = ['if out.dtype.kind not in "fc":', f"    return _op.unrecorded(out, {operands})"]
        if mixed:
            same = [f"({n}_dtype is out_dtype or {n}_dtype is None)" for n in mixed if n != many]
            same += [f"all([getattr(x, 'dtype', out_dtype) is out_dtype for x in {many}_arrays])"] if many else []
            values = _tuple([f"*{n}_arrays" if n == many else f"{n}_array" for n in mixed])
            # Numbers alone, as those of where(c, 1.0, 0.0), have a dtype that NumPy does not know.
            alone = "".join(f" or {n}_dtype is None" for n in mixed[:1] if len(mixed) < len(arguments))
            lines += [
                "    out_dtype = out.dtype",
                f"    if not ({' and '.join(same)}){alone}:",
                "        if out_dtype is not _bool:",
                f"            out = _op.promoted(out, {values})",
                *("        " + line for line in discrete),
            ]
        else:
            lines += ["    " + line for line in discrete]
        lines += [
            "    if not out_shape and isinstance(out, _generic):",
            "        out = _asarray(out)",
        ]

    # Record.
    lines += [
        f"    if {' and '.join(f'{n}_node is None' for n in arguments)}:",
        f"        return _op.unrecorded(out, {operands})",
        "    scope = _state.scope",
        "    if scope is None:",
        f"        return _op.unrecorded(out, {operands})",
    ]
    for n in arguments:
        if n not in op.pullbacks:
            lines += [f"    if {n}_node is not None:", f"        return _op.refuse({n!r}, out, {operands})"]
    lines += ["    node = _new(_Node)", "    node.op = _op", f"    node.inputs = {nodes}"]
    if not unary:
        kept = [f"None if {n}_node is not None else _constant({n})" for n in arrays]
        if many:
            kept += [f"*[None if n is not None else _constant(x) for n, x in zip({many}_nodes, {many})]"]
        every = [f"{n}_node is not None" for n in arrays] + ([f"None not in {many}_nodes"] if many else [])
        lines += [f"    if not ({' and '.join(every)}):", f"        node.constants = {_tuple(kept)}"]
    lines += [f"    node.saved = {_tuple(_save(op, n) for n in op.saved)}", f"    node.statics = {_tuple(op.statics)}"]
    if op.outputs is None:
        lines += [
            "    node.shape = out_shape",
            "    node.dtype = out.dtype",
            "    if not out_shape:",
            "        node.value = out",
        ]
    else:
        lines += [
            "    node.shape = tuple([x.shape for x in out])",
            "    node.dtype = tuple([x.dtype for x in out])",
        ]
    lines += [
        "    node.scope = scope",
        "    node.serial = next(_serials)",
        "    node.hooks = None",
        "    if _watchers:",
        "        for watcher in _watchers:",
        "            watcher(node)",
    ]
    if op.outputs is not None:
        return [*lines, "    return _op.wrap_outputs(out, node)"]
    return [
        *lines,
        "    result = _new(_Tensor)",
        "    result._array = out",
        "    result._node = node",
        "    return result",
    ]


def _save(op: Primitive, name: str) -> str:
    """Return the expression for what is saved under ``name``, if a pullback that will be called reads it."""
    readers = [argument for argument, reads in op.reads.items() if name in reads]
    argument, _, what = name.rpartition("_")
    if name in op.arrays:
        value = f"{name}_array"
    elif name == op.variadic:
        value = f"{name}_arrays"
    elif name == "out":
        value = "out"
    elif argument == op.variadic:
        value = f"tuple([{'_shape(x)' if what == 'shape' else 'x.dtype'} for x in {argument}_arrays])"
    elif what == "shape" and readers != [argument]:
        value = f"_shape({argument}_array)"
    else:
        value = f"{argument}_array.{what}"
    if len(op.arrays) == 1 and not op.variadic:
        return value
    return f"({value} if {' or '.join(f'{reader}_node is not None' for reader in readers)} else None)"


def _pull_source(op: Primitive) -> list[str]:
    arrays, many = op.arrays, op.variadic
    unary = len(arrays) == 1 and not many
    lines = ["def pull(inputs, saved, statics, g):"]
    if not unary:
        lines += [f"    {_names([*(f'{n}_node' for n in arrays), *([f'*{many}_nodes'] if many else [])])} = inputs"]
    if op.saved:
        lines += [f"    {_names(op.saved)} = saved"]
    if op.statics:
        lines += [f"    {_names(op.statics)} = statics"]
    if op.outputs is not None:
        lines += ["    g = _filled(g, _outputs)"]
    contributions = []
    for n in arrays:
        pulled = f"{n}_pullback({', '.join(op.reads[n])})" if n in op.pullbacks else "None"
        contributions += [pulled if unary or pulled == "None" else f"{pulled} if {n}_node is not None else None"]
    if many:
        if many in op.pullbacks:
            lines += [
                f"    if {many}_nodes.count(None) < len({many}_nodes):",
                f"        pulled = {many}_pullback({', '.join(op.reads[many])})",
                "    else:",
                f"        pulled = {many}_nodes",
            ]
            contributions += [f"*[None if n is None else x for n, x in zip({many}_nodes, pulled, strict=True)]"]
        else:
            contributions += [f"*{many}_nodes"]
    return [*lines, f"    return {_tuple(contributions)}"]


def _tuple(items: Iterable[str]) -> str:
    return "(" + "".join(f"{item}, " for item in items).rstrip() + ")"


def _names(items: Iterable[str]) -> str:
    return "".join(f"{item}, " for item in items).rstrip()


# What an op's function is until it is called for the first time: compiling hundreds of ops that a program does not use
# would make importing slow. The generated code can take the stub's place because it has the same free variables.
_STUB = next(
    c
    for c in compile(
        f"def closure({_RECORD_FREE}):\n"
        "    def record(*args, **kwargs):\n"
        f"        if False: {_RECORD_FREE}\n"
        "        _op.compile(_record)\n"
        "        return _record(*args, **kwargs)\n",
        "<autograd op>",
        "exec",
    )
    .co_consts[0]
    .co_consts
    if isinstance(c, types.CodeType)
)


@functools.cache
def _compiled(source: str) -> tuple[types.CodeType, types.CodeType]:
    """Return the code of a recorder and a dispatcher, compiled once for all ops with the same argument names."""
    file = f"<autograd op, form {_compiled.cache_info().misses}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)  # tracebacks show its lines
    (closure,) = (c for c in compile(source, file, "exec").co_consts if isinstance(c, types.CodeType))
    record, pull = (c for c in closure.co_consts if isinstance(c, types.CodeType))
    return record, pull


def _generated(op: Primitive, names: tuple[str, ...]) -> tuple[types.CodeType, Any]:
    """Return the code of an op's recorder, and its dispatcher."""
    record, pull = _compiled(_source(op, op._signature, names))
    own = {"_filled": filled, "_outputs": op.outputs} | {f"{n}_pullback": p for n, p in op.pullbacks.items()}
    return record, types.FunctionType(pull, {}, closure=tuple(types.CellType(own[name]) for name in pull.co_freevars))


# --- pieces of the generated code ---------------------------------------------------------------------------------


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


class _Pick:
    """The op of the nodes between an op with several outputs and the tensors of its outputs."""

    name, title, saved, statics, arrays, variadic = "output", "Output", (), ("index",), ("outputs",), None
    saves_arrays = False

    @staticmethod
    def pull(inputs: Any, saved: Any, statics: Any, g: Any) -> tuple[Any, ...]:
        (node,) = inputs
        (index,) = statics
        return (Cotangents((g if i == index else None for i in range(len(node.shape))), node),)

    @staticmethod
    def lift(node: Node) -> tuple[Any, ...]:
        return ()

    @staticmethod
    def formula(argument: str) -> str:
        return "g"


PICK = _Pick()


def pick(parent: Node, index: int) -> Node:
    """Return a node for one output of an op with several."""
    node = Node()
    node.op, node.inputs, node.constants, node.saved, node.statics = PICK, (parent,), None, (), (index,)
    node.shape, node.dtype, node.value = parent.shape[index], parent.dtype[index], None
    node.scope, node.serial, node.hooks = parent.scope, next(serials), None
    return node


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


def _broadcasts(shape: tuple[int, ...], to: tuple[int, ...]) -> bool:
    return len(shape) <= len(to) and all(n in (1, m) for n, m in zip(shape[::-1], to[::-1], strict=False))


def _cut(name: str, operands: Sequence[Any], out: Any) -> str | None:
    """Return why a result of ``operands`` has no node, in words; None if no operand was ever part of a graph."""
    for operand in operands:
        if isinstance(operand, Tensor):
            if operand._node is not None and state.scope is not None:
                return f"{name} returns {out.dtype}, which has no gradient"
            if operand._node is not None:
                return f"{name} was computed under no_grad"
            if operand._cut is not None:
                return operand._cut  # type: ignore[no-any-return]
    return None


def describe(value: Any) -> str:
    """Return a short description of an operand for an error message."""
    if isinstance(value, Tensor):
        value = value._array
    if hasattr(value, "shape") and hasattr(value, "dtype"):
        return f"{value.dtype}{list(value.shape)}"
    text = " ".join(repr(value).split())
    return text if len(text) <= 40 else text[:37] + "..."


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
    return " ".join(line.decode().strip() for line in block)


def bind_tensor(cls: Any) -> None:
    """Tell the ops what a tensor is."""
    global Tensor
    Tensor = _SHARED["_Tensor"].cell_contents = cls


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
