"""The code that is generated for an op, as text: ``record``, which users call, and ``pull``, which calls the pullbacks.

`_TEMPLATE` is that code. What stands in braces is filled in for each op (`_fill` says with what); a line that begins
with % is a statement of Python, which leaves lines out or repeats them. `autograd.tanh.op.source` shows the result.
Read that first, and the template beside it.
"""

import functools
from collections.abc import Callable, Iterable
from typing import Any

_TEMPLATE = """\
def closure({free}):
    def record({parameters}):
        if False:
            {shared}  # the free variables of all recorders are the same
% for argument, name in renamed:
        {argument} = {name}
% end

% # Unwrap tensors.
% if unary:
        if not isinstance({x}, _Tensor):
            return {call_as_given}
        {x}_array = {x}._array
        {x}_node = {x}._node
%     if mixed:
        {x}_dtype = {x}_array.dtype
%     end
% else:
        recorded = False
%     for n in arrays:
        if isinstance({n}, _Tensor):
            {n}_array = {n}._array
%         if n in mixed:
            {n}_dtype = {n}_array.dtype
%         end
            {n}_node = {n}._node
            recorded = True
        else:
            {n}_array = {n}
%         if n in mixed:
            {n}_dtype = getattr({n}, 'dtype', None)
%         end
            {n}_node = None
%     end
% end
% if many:
        {many}_arrays = tuple([x._array if isinstance(x, _Tensor) else x for x in {many}])
        {many}_nodes = tuple([x._node if isinstance(x, _Tensor) else None for x in {many}])
        {many}_node = next((x for x in {many}_nodes if x is not None), None)
        recorded = recorded or any([isinstance(x, _Tensor) for x in {many}])
% end
% for static in op.statics:
        if isinstance({static}, _Tensor):
            {static} = _op.static('{static}', {static})
% end

% # Compute.
        try:
            out = {call}
        except Exception as error:
            explained = _op.explained(error, {operands})
            if explained is error:
                raise
            raise explained from None
% if not unary:
        if not recorded:
%     if many:
            _op.check_apart({many})
%     end
            return out
% end

% # Check what came out, and give it the dtype of PyTorch's promotion rules.
% if several:
        if not isinstance(out, (tuple, list)):
            raise _op.wrong_output(out)
% else:
        try:
            out_shape = out.shape
        except AttributeError:
            raise _op.wrong_output(out) from None
%     if mixed:
        out_dtype = out.dtype
        if not ({of_one_dtype}){or_numbers_alone}:
            if out_dtype is not _bool:
                out = _op.promoted(out, {mixed_arrays})
            if out.dtype.kind not in "fc":
                return _op.unrecorded(out, {operands})
%     else:
        if out.dtype.kind not in "fc":
            return _op.unrecorded(out, {operands})
%     end
        if not out_shape and isinstance(out, _generic):
            out = _asarray(out)
% end

% # Record.
        if {no_nodes}:
            return _op.unrecorded(out, {operands})
        scope = _state.scope
        if scope is None:
            return _op.unrecorded(out, {operands})
% for argument in without_pullback:
        if {argument}_node is not None:
            return _op.refuse('{argument}', out, {operands})
% end
        node = _new(_Node)
        node.op = _op
        node.inputs = {nodes}
% if not unary:
        if not ({all_nodes}):
            node.constants = {constants}
% end
        node.saved = {saved}
        node.statics = {statics}
% if several:
        node.shape = tuple([x.shape for x in out])
        node.dtype = tuple([x.dtype for x in out])
% else:
        node.shape = out_shape
        node.dtype = out.dtype
        if not out_shape:
            node.value = out
% end
        node.scope = scope
        node.serial = next(_serials)
        node.hooks = None
        if _watchers:
            for watcher in _watchers:
                watcher(node)
% if several:
        return _op.wrap_outputs(out, node)
% else:
        result = _new(_Tensor)
        result._array = out
        result._node = node
        return result
% end
{blank}
    def pull(inputs, saved, statics, g):
% if not unary:
        {node_names} = inputs
% end
% if op.saved:
        {saved_names} = saved
% end
% if op.statics:
        {static_names} = statics
% end
% if several:
        g = _filled(g, _outputs)
% end
% if many in op.pullbacks:
        if {many}_nodes.count(None) < len({many}_nodes):
            pulled = _counted({many}_pullback({reads_of_many}), {many}_nodes)
        else:
            pulled = {many}_nodes
% end
        return {contributions}"""

# What the generated code closes over: names of things that all ops share, then those of the op itself.
SHARED = "_Tensor, _Node, _state, _new, _constant, _shape, _bool, _generic, _asarray, _serials, _watchers"
SHARED += ", _op, _forward, _record"

_RESERVED = set(
    "g out out_shape out_dtype node result scope saved statics inputs recorded pulled watcher error explained "
    "isinstance getattr all any len next zip tuple list Exception AttributeError".split()
)
_OF_ARGUMENTS = ("array", "arrays", "node", "nodes", "shape", "dtype", "pullback")


def is_reserved(name: str, arguments: tuple[str, ...]) -> bool:
    """Return whether the generated code uses a name, so that no argument can have it: ``out``, or ``x_array`` for x."""
    argument, _, what = name.rpartition("_")
    return name in _RESERVED or name[0] == "_" or (what in _OF_ARGUMENTS and argument in arguments)


def source(op: Any, names: tuple[str, ...]) -> str:
    """Return the source of an op's ``record`` and ``pull``; ``names`` are those of the parameters, if not the op's."""
    return _renderer(_TEMPLATE)(_fill(op, names))


def _fill(op: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """Return what is filled in for an op."""
    signature, arrays, many, pullbacks = op.signature, op.arrays, op.variadic, op.pullbacks
    arguments = [*arrays, *([many] if many else [])]
    unary = len(arrays) == 1 and not many

    def call(suffix: str) -> str:
        given = [f"{n}{suffix}" if n in arrays else n for n in signature.positional]
        given += [f"*{many}{suffix and '_arrays'}"] if many else []
        return f"_forward({', '.join(given + [f'{n}={n}' for n in signature.keyword_only])})"

    def each(text: str, of_many: str) -> list[str]:
        return [text.format(n) for n in arrays] + ([of_many.format(many)] if many else [])

    def contribution(n: str) -> str:
        if n not in pullbacks:
            return "None"
        return f"{n}_pullback({', '.join(op.reads[n])})" + ("" if unary else f" if {n}_node is not None else None")

    # The arguments whose dtypes decide on the result's: not the condition of where.
    mixed = [n for n in arguments if n in pullbacks] or arguments
    if op.outputs is not None or not (op.elementwise or many):
        mixed = []
    of_one_dtype = [f"({n}_dtype is out_dtype or {n}_dtype is None)" for n in mixed if n != many]
    if many in mixed:
        of_one_dtype += [f"all([getattr(x, 'dtype', out_dtype) is out_dtype for x in {many}_arrays])"]
    star = [f"*{many}"] if many else ["*"] if signature.keyword_only else []
    of_many = f"*[None if n is None else x for n, x in zip({many}_nodes, pulled, strict=True)]"
    return {
        "op": op,
        "arrays": arrays,
        "many": many,
        "unary": unary,
        "several": op.outputs is not None,
        "mixed": mixed,
        "x": arrays[0] if unary else None,
        "blank": "",  # a blank line in the result; those of the template itself are left out
        "free": ", ".join([SHARED, "_filled", "_outputs", "_counted", *(f"{n}_pullback" for n in pullbacks)]),
        "shared": SHARED,
        "parameters": ", ".join([*names, *signature.positional[len(names) :], *star, *signature.keyword_only]),
        "renamed": list(zip(signature.positional, names, strict=False)),
        "call": call("_array"),
        "call_as_given": call(""),
        "operands": _tuple(each("{}", "*{}")),
        "mixed_arrays": _tuple(f"*{n}_arrays" if n == many else f"{n}_array" for n in mixed),
        "of_one_dtype": " and ".join(of_one_dtype),
        # Numbers alone, as those of where(c, 1.0, 0.0), have a dtype that NumPy does not know.
        "or_numbers_alone": f" or {mixed[0]}_dtype is None" if 0 < len(mixed) < len(arguments) else "",
        "without_pullback": [n for n in arguments if n not in pullbacks],
        "no_nodes": " and ".join(f"{n}_node is None" for n in arguments),
        "all_nodes": " and ".join(each("{}_node is not None", "None not in {}_nodes")),
        "nodes": _tuple(each("{}_node", "*{}_nodes")),
        "constants": _tuple(
            each(
                "None if {0}_node is not None else _constant({0})",
                "*[None if n is not None else _constant(x) for n, x in zip({0}_nodes, {0})]",
            )
        ),
        "saved": _tuple(_saved(op, n, unary) for n in op.saved),
        "statics": _tuple(op.statics),
        "node_names": _tuple(each("{}_node", "*{}_nodes"))[1:-1],
        "saved_names": _tuple(op.saved)[1:-1],
        "static_names": _tuple(op.statics)[1:-1],
        "reads_of_many": ", ".join(op.reads.get(many, ())),
        "contributions": _tuple(
            [contribution(n) for n in arrays] + ([of_many if many in pullbacks else f"*{many}_nodes"] if many else [])
        ),
    }


def _saved(op: Any, name: str, unary: bool) -> str:
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
    return value if unary else f"({value} if {' or '.join(f'{n}_node is not None' for n in readers)} else None)"


def _tuple(items: Iterable[str]) -> str:
    return "(" + "".join(f"{item}, " for item in items).rstrip() + ")"


@functools.cache
def _renderer(template: str) -> Callable[[dict[str, Any]], str]:
    """Return the function that fills in a template: one whose body emits its lines, under its statements."""
    body, depth = [], 1
    for line in template.splitlines():
        statement = line.removeprefix("%").strip()
        if not line:
            continue
        if not line.startswith("%"):
            body.append("    " * depth + f"emit(f'''{line}''')")
        elif statement == "end":
            depth -= 1
        elif statement.startswith("else"):
            body.append("    " * (depth - 1) + statement)
        elif not statement.startswith("#"):
            body.append("    " * depth + statement)
            depth += 1
    code = compile("def render(emit):\n" + "\n".join(body), "<template of an autograd op>", "exec")

    def render(values: dict[str, Any]) -> str:
        lines: list[str] = []
        namespace = dict(values)
        exec(code, namespace)
        namespace["render"](lines.append)
        return "\n".join(lines)

    return render
