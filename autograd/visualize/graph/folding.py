"""Fewer boxes, with nothing lost: a box for a module call, or for a run of ops, says how many ops it stands for.

Boxes are merged only along stretches of the order of computation that nothing outside interrupts: so the smaller graph
has no cycles either.
"""

import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from .model import LEAVES, Cluster, Graph, Use, Vertex


def fit(graph: Graph, level: Any, max_nodes: int) -> Graph:
    """Return ``graph`` at ``level``: "ops", "modules", a depth, or "auto" for as much as ``max_nodes`` boxes hold.

    "auto" collapses module calls, the deepest first, then folds runs; if there are still too many boxes, it draws the
    outermost modules as boxes. Every other level shows what it names, however much that is.
    """
    if level == "ops":
        return graph
    if level == "modules":
        inner = {cluster.parent for cluster in graph.clusters.values()}
        return collapse(graph, lambda cluster: cluster.id not in inner)
    if level != "auto":
        return collapse(graph, lambda cluster: cluster.depth >= level)
    smaller = graph
    deepest = max((cluster.depth for cluster in graph.clusters.values()), default=0)
    for depth in range(deepest, 1, -1):
        if len(smaller.vertices) <= max_nodes:
            return smaller
        smaller = collapse(graph, lambda cluster, depth=depth: cluster.depth >= depth)  # type: ignore[misc]
    if len(smaller.vertices) > max_nodes:
        smaller = fold(smaller, max_nodes)
    if len(smaller.vertices) > max_nodes and graph.clusters:
        smaller = fold(collapse(graph, lambda cluster: True), max_nodes)
    return smaller


def collapse(graph: Graph, chosen: Callable[[Cluster], bool]) -> Graph:
    """Return the graph with one box for each outermost cluster that is ``chosen``, and everything in it."""
    box: dict[str, str] = {}  # cluster -> the cluster whose box it is in
    for cluster in graph.clusters.values():  # parents come before their children
        if cluster.parent in box:
            box[cluster.id] = box[cluster.parent]
        elif cluster.id != "unused" and chosen(cluster):
            box[cluster.id] = cluster.id
    groups: dict[str, list[Vertex]] = {}
    for vertex in graph.vertices.values():
        if vertex.cluster in box:
            groups.setdefault(box[vertex.cluster], []).append(vertex)
    boxes = []
    for cluster_id, members in groups.items():
        cluster = graph.clusters[cluster_id]
        boxes.append((_box("module", cluster.title, cluster.parent, members, cluster.parameters), members))
    return _merged(graph, boxes, {name for name in graph.clusters if name not in box})


def fold(graph: Graph, max_nodes: int) -> Graph:
    """Return the graph with the middle of its ops folded into boxes, and if need be tensors that are used alike."""
    steps = [v for v in graph.in_order() if v.role not in LEAVES]
    inner = [v.id for v in steps if v.role != "loss"]
    edge = max(max_nodes // 12, 3)  # ops that are left at each end
    chosen = set(inner[edge:-edge])
    runs = itertools.groupby(steps, key=lambda v: (v.id in chosen, v.cluster))
    boxes = [run for run in (list(members) for (inside, _), members in runs if inside) if len(run) > 1]
    _hide_leaves(graph, boxes)
    smaller = _folded(graph, boxes)
    return _fold_leaves(smaller, max_nodes) if len(smaller.vertices) > max_nodes else smaller


def _hide_leaves(graph: Graph, boxes: list[list[Vertex]]) -> None:
    """Put tensors that only one box uses into that box."""
    inside = {vertex.id: box for box, members in enumerate(boxes) for vertex in members}
    users: dict[str, set[int]] = {}
    for use in graph.uses:
        if graph.vertices[use.source].role in LEAVES:
            users.setdefault(use.source, set()).add(inside.get(use.target, -1))
    for leaf, where in users.items():
        if len(where) == 1 and -1 not in where and leaf not in graph.outputs:
            boxes[where.pop()].append(graph.vertices[leaf])


def _fold_leaves(graph: Graph, max_nodes: int) -> Graph:
    """Return the graph with one box for most of the tensors that enter the same boxes."""
    users: dict[str, list[str]] = {}
    for use in graph.uses:
        users.setdefault(use.source, []).append(use.target)
    alike: dict[Any, list[Vertex]] = {}
    for vertex in graph.in_order():
        if vertex.role in LEAVES and vertex.id not in graph.outputs:
            key = (vertex.cluster, vertex.role, *sorted(set(users.get(vertex.id, ()))))
            alike.setdefault(key, []).append(vertex)
    shown = max(max_nodes // 8, 2)
    return _folded(graph, [group[shown:] for group in alike.values() if len(group) > shown + 1])


def _folded(graph: Graph, boxes: list[list[Vertex]]) -> Graph:
    return _merged(graph, [(_fold_box(members), members) for members in boxes], set(graph.clusters))


def _fold_box(members: list[Vertex]) -> Vertex:
    ops = sum(v.ops for v in members)
    modules = sum(v.role == "module" for v in members)
    if modules and all(v.role in ("module", *LEAVES) for v in members):
        count, kind = modules, "module"
    else:
        count, kind = (ops, "op") if ops else (len(members), "tensor")
    title = f"… {count:,} {kind}{'s' * (count > 1)}"
    return _box("fold", title, members[0].cluster, members, sum(v.parameters for v in members))


def _box(role: str, title: str, cluster: str | None, members: list[Vertex], parameters: int) -> Vertex:
    """Return a box that stands for its members: what comes out of it is what comes out of the last op."""
    steps = [v for v in members if v.ops]
    box = Vertex(
        ("m" if role == "module" else "f") + members[0].id[1:],
        role,
        max(v.order for v in steps or members),
        title,
        cluster,
    )
    box.ops, box.parameters = sum(v.ops for v in members), parameters
    if steps:
        box.shape, box.dtype, box.gradient = steps[-1].shape, steps[-1].dtype, steps[-1].gradient
        box.graded = box.gradient is not None
    return box


def _merged(graph: Graph, boxes: list[tuple[Vertex, list[Vertex]]], clusters: set[str]) -> Graph:
    """Return the graph with a box in place of each list of members, and with only these clusters."""
    place = {member.id: box.id for box, members in boxes for member in members}
    vertices = [v for v in graph.vertices.values() if v.id not in place] + [box for box, _ in boxes]
    smaller = replace(
        graph,
        vertices={v.id: v for v in sorted(vertices, key=lambda v: (v.order, v.id))},
        uses=[],
        clusters={name: cluster for name, cluster in graph.clusters.items() if name in clusters},
        outputs=list(dict.fromkeys(place.get(name, name) for name in graph.outputs)),
    )
    merged: dict[tuple[str, str], Use] = {}
    for use in graph.uses:
        source, target = place.get(use.source, use.source), place.get(use.target, use.target)
        known = merged.get((source, target))
        if (source, target) == (use.source, use.target):
            smaller.uses.append(use)
        elif known is not None:
            known.count += use.count
            known.flows = known.flows or use.flows
            known.output = known.cut = known.gradient = None
        elif source != target:
            known = Use(source, target, count=use.count, flows=use.flows, cut=use.cut, gradient=use.gradient)
            known.output = use.output if source == use.source else None
            merged[source, target] = known
            smaller.uses.append(known)
    made = set(place.values())
    for use in smaller.uses:
        if use.source in made:
            smaller.vertices[use.source].uses += use.count
    return smaller
