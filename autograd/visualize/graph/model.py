"""The picture's graph: plain data that shares nothing with the recorded graph it was made from.

Everything that shows a graph (DOT, text, JSON) reads this and nothing else. What decides how much is shown (levels,
folding) makes a smaller graph of the same kind.
"""

from dataclasses import dataclass, field
from typing import Any

from .summary import Summary

LEAVES = ("parameter", "input", "constant")  # roles of what was not computed: no arrow leads there
TENSORS = (*LEAVES, "tensor", "loss")  # the other roles are those of boxes that compute


@dataclass(slots=True)
class Vertex:
    """A box of the picture.

    role        "parameter", "input" or "constant" for what was not computed; "tensor" for an intermediate result,
                "loss" for what was differentiated; "op", "module" for a module call drawn as one box, "fold" for a run
                of ops, or a set of tensors, drawn as one
    order       position in the order of computation
    title       what it is called: the op, the path of the parameter, the name given
    attributes  (name, text) of the op's static arguments and of the constants written into it
    gradient    None if it was not computed, or if it is not known: then ``graded`` is False
    graded      whether a gradient is expected here, so that its absence means "not computed"
    uses        how often it is used: so many contributions add up to its gradient
    ops         how many operations this box stands for
    parameters  how many numbers can be learnt in it
    saved       (name, bytes) of the arrays kept for backward; empty once they are freed
    """

    id: str
    role: str
    order: int
    title: str
    cluster: str | None = None
    shape: Any = None
    dtype: str | None = None
    attributes: list[tuple[str, str]] = field(default_factory=list)
    data: Summary | None = None
    gradient: Summary | None = None
    graded: bool = False
    uses: int = 0
    ops: int = 0
    parameters: int = 0
    saved: list[tuple[str, int]] | None = None
    source: tuple[str, int] | None = None
    note: str | None = None
    step: int | None = None


@dataclass(slots=True)
class Use:
    """An arrow: ``source`` is an argument of ``target``, or the op whose output it is.

    position    of the argument, counted from 0
    argument    the name of the argument; None where the target is no op
    formula     of the gradient that this use contributes, as the op's pullback writes it
    output      which output it is, of an op with several
    sums        over what the contribution is summed, as the argument was broadcast: "sum axis 0"
    count       how many uses this arrow stands for
    flows       whether a gradient can flow here
    cut         why none can, if it was cut off
    gradient    the contribution, if it was recorded
    """

    source: str
    target: str
    position: int = 0
    argument: str | None = None
    formula: str | None = None
    output: str | None = None
    sums: str | None = None
    count: int = 1
    flows: bool = True
    cut: str | None = None
    gradient: Summary | None = None


@dataclass(slots=True)
class Cluster:
    """A module call, drawn around what happened in it; ``depth`` is 1 for a module that no other module called."""

    id: str
    title: str
    kind: str
    depth: int
    parent: str | None = None
    parameters: int = 0
    order: int = 0


@dataclass(slots=True)
class Graph:
    """Boxes, the arrows between them, and the modules around them."""

    vertices: dict[str, Vertex] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    clusters: dict[str, Cluster] = field(default_factory=dict)
    outputs: list[str] = field(default_factory=list)
    backward: bool = False  # whether a gradient is known anywhere
    recorded: bool = False  # whether the contributions of the arrows are known
    usual: str | None = None  # the floating-point dtype of most boxes

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain dicts and lists, for JSON."""
        return {
            "vertices": [_plain(v) for v in self.vertices.values()],
            "uses": [_plain(u) for u in self.uses],
            "clusters": [_plain(c) for c in self.clusters.values()],
            "outputs": list(self.outputs),
        }

    def depth(self) -> int:
        """Return the number of boxes on the longest path, without the one where it begins."""
        level = dict.fromkeys(self.vertices, 0)
        arrows: dict[str, list[str]] = {}
        for use in self.uses:
            arrows.setdefault(use.target, []).append(use.source)
        for vertex in self.in_order():
            level[vertex.id] = max((1 + level[source] for source in arrows.get(vertex.id, ())), default=0)
        return max(level.values(), default=0)

    def in_order(self) -> list[Vertex]:
        """Return the boxes in the order of computation: each after those that it uses."""
        return sorted(self.vertices.values(), key=lambda vertex: vertex.order)

    def path_to(self, cluster: str | None) -> list[str]:
        """Return the clusters that a cluster is in, from the outermost one to itself; none for None."""
        path = []
        while cluster is not None:
            path.append(cluster)
            cluster = self.clusters[cluster].parent
        return path[::-1]


def _plain(item: Any) -> dict[str, Any]:
    plain = {}
    for name in item.__slots__:
        value = getattr(item, name)
        if value is None or value is False or value == [] or (name in ("uses", "ops", "parameters") and not value):
            continue
        plain[name] = value.to_dict() if isinstance(value, Summary) else _lists(value)
    return plain


def _lists(value: Any) -> Any:
    """Return nested tuples as lists, which is what JSON makes of them."""
    return [_lists(item) for item in value] if isinstance(value, (tuple, list)) else value
