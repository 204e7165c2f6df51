"""The picture's graph: plain data, with nothing in it that belongs to the graph it was made from.

Everything that shows a graph (DOT, text, JSON) reads this and nothing else; what decides how much is shown (levels,
folding) makes a smaller one of the same kind.
"""

from dataclasses import dataclass, field
from typing import Any

from .summary import Summary

ROLES = ("parameter", "input", "constant", "op", "tensor", "loss", "module", "fold")

LEAVES = ("parameter", "input", "constant")  # not computed: nothing points at them


@dataclass(slots=True)
class Vertex:
    """A box of the picture.

    role        one of `ROLES`: "tensor" is an intermediate result, "loss" what was differentiated, "module" a module
                call drawn as one box, "fold" a run of ops, or a set of tensors, drawn as one
    order       position in the order of computation
    title       what it is called: the op, the parameter's path, the name given
    attributes  (name, text): the op's static arguments and the constants written into it
    gradient    None if it was not computed, or is not known: then ``graded`` is False
    graded      whether a gradient is expected here, so that its absence means "not computed"
    uses        how often it is used: so many contributions add up to its gradient
    ops         how many operations this box stands for
    parameters  how many numbers can be learnt in it
    saved       (name, bytes) of the arrays kept for backward; none of them once they are freed
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
    argument_of: str | None = None


@dataclass(slots=True)
class Use:
    """An arrow: ``source`` is the argument of ``target``, or its output.

    position    of the argument, counted from 0
    argument    the name of the argument; None where no op is entered
    formula     of the gradient that this use contributes, in the words of the op's pullback
    output      which output of an op with several
    sums        over what the contribution is summed because the argument was broadcast: "sum axis 0"
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
    """A module call, drawn around what happened in it. ``depth`` is 1 for a module that no other one called."""

    id: str
    title: str
    kind: str
    depth: int
    parent: str | None = None
    parameters: int = 0
    order: int = 0


@dataclass(slots=True)
class Graph:
    """Vertices, the arrows between them, and the modules around them."""

    vertices: dict[str, Vertex] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    clusters: dict[str, Cluster] = field(default_factory=dict)
    outputs: list[str] = field(default_factory=list)
    backward: bool = False  # whether a gradient is known anywhere
    recorded: bool = False  # whether the contributions of the arrows are known

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain dicts and lists, for JSON."""
        return {
            "vertices": [_plain(v) for v in self.vertices.values()],
            "uses": [_plain(u) for u in self.uses],
            "clusters": [_plain(c) for c in self.clusters.values()],
            "outputs": list(self.outputs),
        }

    def depth(self) -> int:
        """Return the number of levels: vertices on the longest path, not counting those where paths begin."""
        level = dict.fromkeys(self.vertices, 0)
        arrows: dict[str, list[str]] = {}
        for use in self.uses:
            arrows.setdefault(use.target, []).append(use.source)
        for vertex in self.in_order():
            below = [level[source] for source in arrows.get(vertex.id, ())]
            if below:
                level[vertex.id] = 1 + max(below)
        return max(level.values(), default=0)

    def in_order(self) -> list[Vertex]:
        """Return the vertices in the order of computation: each after those it uses."""
        return sorted(self.vertices.values(), key=lambda vertex: vertex.order)


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
