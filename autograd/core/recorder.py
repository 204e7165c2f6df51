"""The code that is generated for an op: the recorder, which users call, and the dispatcher of its pullbacks.

For `multiply(a, b)` with the pullbacks a=lambda g, b: g * b and b=lambda g, a: g * a it reads:

    def record(a, b):
        a_array, a_node, b_array, b_node = ...          # unwrap tensors
        out = forward(a_array, b_array)
        if a_node is None and b_node is None: return op.unrecorded(...)
        node = new(Node)
        node.inputs = (a_node, b_node,)
        node.saved = ((b_array if a_node is not None else None), (a_array if b_node is not None else None),)
        ...
    def pull(inputs, saved, statics, g):
        a_node, b_node, = inputs
        b, a, = saved
        return (a_pullback(g, b) if a_node is not None else None, b_pullback(g, a) if b_node is not None else None,)

Ops with the same argument names share the compiled code, which is made when one of them is called for the first time.
"""

import functools
import linecache
import types
from collections.abc import Iterable
from typing import Any

from .outputs import filled

# Names of the generated code that an argument cannot have; nor `x_array` and the like if there is an argument `x`.
RESERVED = set(
    "g out out_shape out_dtype node result scope saved statics inputs recorded pulled watcher error explained "
    "isinstance getattr all any len next zip tuple list Exception AttributeError".split()
)
OF_ARGUMENTS = ("array", "arrays", "node", "nodes", "shape", "dtype", "pullback")

_RECORD_FREE = (
    "_Tensor, _Node, _state, _new, _constant, _shape, _bool, _generic, _asarray, _serials, _watchers, "
    "_op, _forward, _record"
)


def source(op: Any, signature: Any, names: tuple[str, ...]) -> str:
    """Return the source of an op's recorder and pullback dispatcher, in a function whose parameters they close over."""
    free = [*_RECORD_FREE.split(", "), "_filled", "_outputs", "_counted", *(f"{n}_pullback" for n in op.pullbacks)]
    body = [*_record_source(op, signature, names), "", *_pull_source(op)]
    return f"def closure({', '.join(free)}):\n" + "\n".join("    " + line if line else "" for line in body)


def _record_source(op: Any, signature: Any, names: tuple[str, ...]) -> list[str]:
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
        lines += ["    if not recorded:"]
        lines += [f"        _op.check_apart({many})"] if many else []
        lines += ["        return out"]
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


def _save(op: Any, name: str) -> str:
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


def _pull_source(op: Any) -> list[str]:
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
                f"        pulled = _counted({many}_pullback({', '.join(op.reads[many])}), {many}_nodes)",
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
STUB = next(
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


def _counted(op: Any, gradients: Any, nodes: tuple[Any, ...]) -> Any:
    """Return what the pullback of a sequence returned, if there is one gradient for each of its arrays."""
    if not hasattr(gradients, "__len__") or len(gradients) != len(nodes):
        given = len(gradients) if hasattr(gradients, "__len__") else type(gradients).__name__
        raise RuntimeError(
            f"{op.name}: the pullback of {op.variadic!r} returned {given} gradients for {len(nodes)} arrays: return "
            f"one for each"
        )
    return gradients


def generated(op: Any, names: tuple[str, ...]) -> tuple[types.CodeType, Any]:
    """Return the code of an op's recorder, and its dispatcher."""
    record, pull = _compiled(source(op, op._signature, names))
    own = {"_filled": filled, "_outputs": op.outputs, "_counted": functools.partial(_counted, op)}
    own |= {f"{n}_pullback": pullback for n, pullback in op.pullbacks.items()}
    return record, types.FunctionType(pull, {}, closure=tuple(types.CellType(own[name]) for name in pull.co_freevars))
