"""The graph as text: what is computed from what, in order, indented by module. It needs no renderer."""

from collections import Counter
from collections.abc import Sequence

from ..graph.model import LEAVES, TENSORS, Graph, Use, Vertex
from ..graph.operation import SYMBOLS
from ..graph.options import Options
from .words import contents_text, gradient_text, kind_text, missing_gradient, source_text, value_text

_SYMBOLS = set(SYMBOLS.values())


def text(graph: Graph, options: Options) -> str:
    """Return the graph as text, with a line for each op that names its inputs."""
    names = _names(graph)
    arguments: dict[str, list[Use]] = {}
    for use in graph.uses:
        arguments.setdefault(use.target, []).append(use)
    lines = [options.title] if options.title else []
    lines.append(describe(graph) + (f", {graph.usual}" if graph.usual not in (None, "float32") else ""))
    opened: list[str] = []
    written: list[tuple[int, str, str, str]] = []
    for vertex in _ordered(graph):
        path = graph.path_to(vertex.cluster)
        for depth, name in enumerate(path):
            if name not in opened:
                cluster = graph.clusters[name]
                size = f"  {cluster.parameters:,} params" if cluster.parameters else ""
                written.append((depth, f"{cluster.title}{size}", "", ""))
        opened = path
        made = arguments.get(vertex.id, [])
        head = names[vertex.id]
        if vertex.role not in LEAVES:
            head += f" = {_given(made[0], names) if vertex.role in TENSORS else _expression(vertex, made, names)}"
        kind = kind_text(vertex, options, graph.usual, scalars=True)
        written.append((len(path), head, kind, _values(vertex, options, graph.backward)))
    width = min(max((2 * depth + len(head) for depth, head, kind, _ in written if kind), default=0), 60)
    kinds = max((len(kind) for _, _, kind, _ in written), default=0)
    for depth, head, kind, values in written:
        start = "  " * (depth + 1) + head
        lines.append(f"{start:{width + 2}}  {kind:{kinds}}  {values}".rstrip() if kind or values else start)
    return "\n".join(lines)


def describe(graph: Graph) -> str:
    """Return one sentence about the graph."""
    ops = sum(v.ops for v in graph.vertices.values())
    size = sum(v.parameters for v in graph.vertices.values())
    learns = size or any(v.role == "parameter" for v in graph.vertices.values())
    return f"backprop graph: {ops:,} op{'s' * (ops != 1)}" + (f", {size:,} params" if learns else "")


def _names(graph: Graph) -> dict[str, str]:
    """Return what boxes are called in the text: tensors by their titles, and what is computed by numbers."""
    names: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for vertex in graph.in_order():
        name = vertex.title.replace("\n", "\\n") if vertex.role in TENSORS else "%"
        taken[name] += 1
        if vertex.role not in TENSORS:
            names[vertex.id] = f"%{taken[name]}"
        else:
            names[vertex.id] = name if taken[name] == 1 else f"{name}#{taken[name]}"
    return names


def _ordered(graph: Graph) -> list[Vertex]:
    """Return the boxes in order; those of `LEAVES` come before the first that uses them, or before its module."""
    first: dict[str, Vertex] = {}
    begins: dict[str, int] = {}
    for use in graph.uses:
        target = graph.vertices[use.target]
        if use.source not in first or target.order < first[use.source].order:
            first[use.source] = target
    for vertex in graph.vertices.values():
        if vertex.role not in LEAVES:
            for cluster in graph.path_to(vertex.cluster):
                begins[cluster] = min(begins.get(cluster, vertex.order), vertex.order)

    def place(vertex: Vertex) -> tuple[int, int, int]:
        if vertex.role not in LEAVES:
            return vertex.order, 1 << 30, 0
        user, depth = first.get(vertex.id), len(graph.path_to(vertex.cluster))
        if user is None:
            return vertex.order, depth, vertex.order
        inside = graph.path_to(user.cluster)[depth:]
        return begins.get(inside[0], user.order) if inside else user.order, depth, vertex.order

    return sorted(graph.vertices.values(), key=place)


def _expression(vertex: Vertex, made: Sequence[Use], names: dict[str, str]) -> str:
    """Return what a box computes, as one would write it: ``x × 2.0``, ``sum(x, axis=1)``."""
    left, _, right = vertex.title.partition(" ")  # a constant is written into the title, on its side of the symbol
    given = [_given(use, names) for use in made]
    operands = {use.argument: name for use, name in zip(made, given, strict=True)} | dict(vertex.attributes)
    if left in _SYMBOLS and right:
        return f"{given[0]} {vertex.title}"
    if right in _SYMBOLS:
        return f"{vertex.title} {given[0]}"
    if left in _SYMBOLS and {"a", "b"} == operands.keys():
        return f"{operands['a']} {left} {operands['b']}"
    given += [f"{name}={value}" for name, value in vertex.attributes]
    return f"{vertex.title}({', '.join(given)})"


def _given(use: Use, names: dict[str, str]) -> str:
    name = names[use.source] + (f".{use.output}" if use.output and use.output[0] != "[" else use.output or "")
    return name + (f" ×{use.count}" if use.count > 1 else "")


def _values(vertex: Vertex, options: Options, backward: bool) -> str:
    parts = []
    if vertex.ops and vertex.role in ("module", "fold"):
        parts.append(contents_text(vertex))
    if vertex.data is not None and options.show_values is not False:
        parts.append(value_text(vertex.data, options.precision))
    if vertex.graded and options.show_grads:
        gradient = vertex.gradient
        if gradient is None:
            parts.append(f"grad {missing_gradient(vertex, backward)}")
        else:
            in_words = gradient_text if gradient.values is None else value_text
            parts.append(f"grad {in_words(gradient, options.precision)}")
    if vertex.note is not None:
        parts.append(vertex.note)
    if vertex.source is not None and options.show_source == "label":
        parts.append(source_text(vertex.source))
    return "  ".join(parts)
