"""The picture's graph in DOT, Graphviz's language. Same graph, same text."""

import math
from collections.abc import Iterable

from .labels import TENSORS, Labels, Show, escape
from .model import Cluster, Graph, Use, Vertex
from .summary import number, shorten
from .theme import FONT, LEGEND, SHAPES, Theme

WIDTHS = 0.6, 4.0  # points, of the arrows of the smallest and the largest gradient
LEVELS = 8  # deeper graphs are drawn from top to bottom


def dot_lines(
    graph: Graph,
    theme: Theme,
    show: Show,
    *,
    view: str,
    direction: str,
    legend: bool,
    title: str | None,
    usual: str | None,
) -> list[str]:
    """Return the statements of a digraph."""
    writer = _Writer(graph, theme, Labels(graph, theme, show, usual), view)
    rankdir = direction if direction != "auto" else "LR" if graph.depth() <= LEVELS else "TB"
    if view == "backward":
        rankdir = {"LR": "RL", "TB": "BT"}.get(rankdir, rankdir)
    return [*writer.head(rankdir, legend, title, usual), *writer.body(), *writer.arrows(), *writer.tail()]


class _Writer:
    def __init__(self, graph: Graph, theme: Theme, labels: Labels, view: str) -> None:
        self.graph, self.theme, self.labels, self.view = graph, theme, labels, view
        self.vertices = graph.in_order()
        self.uses = graph.uses
        if view == "backward":
            self.vertices = [
                v for v in self.vertices if v.role != "constant" and not (v.role == "input" and not v.graded)
            ]
            shown = {v.id for v in self.vertices}
            self.uses = [u for u in graph.uses if u.flows and u.source in shown and u.target in shown]
        self.outer = False

    # --- frame ---

    def head(self, rankdir: str, legend: bool, title: str | None, usual: str | None) -> list[str]:
        theme = self.theme
        font = f'fontname="{FONT}"'
        yield_title = f"<B>{escape(shorten(title, 200))}</B>" if title else None
        lines = [
            f'graph [rankdir={rankdir} bgcolor="{theme.background}" {font} fontsize=11 fontcolor="{theme.plain_text}"'
            f' nodesep=0.22 ranksep=0.38 pad=0.15 id="graph" class="backprop"]',
            f'node [{font} fontsize=11 fontcolor="{theme.text}" color="{theme.border}" margin="0.07,0.04" height=0.3 width=0.3]',
            f'edge [{font} fontsize=9 fontcolor="{theme.plain_muted}" color="{theme.edge}" arrowsize=0.65 penwidth=1]',
        ]
        note = self.note(legend, usual)
        if yield_title and note:
            self.outer = True
            lines.append(f"label=<{note}> labelloc=b")
            lines.append(
                f'subgraph cluster_picture {{ label=<{yield_title}> labelloc=t peripheries=0 id="picture" class="picture"'
            )
        elif yield_title:
            lines.append(f"label=<{yield_title}> labelloc=t")
        elif note:
            lines.append(f"label=<{note}> labelloc=b")
        return lines

    def tail(self) -> list[str]:
        return ["}"] if self.outer else []

    def note(self, legend: bool, usual: str | None) -> str | None:
        """Return the line below the picture: the roles in it, and what holds for all boxes."""
        if not legend:
            return None
        present = {v.role for v in self.vertices}
        cells = []
        for role, name in LEGEND.items():
            if role in present:
                thick = {"parameter": 2, "loss": 2}.get(role, 1)
                style = (
                    ' STYLE="ROUNDED"' if role in ("op", "fold") else ' STYLE="DASHED"' if role == "constant" else ""
                )
                cells.append(
                    f'<TD BORDER="{thick}" COLOR="{self.theme.border}" BGCOLOR="{self.theme.fill(role)}"{style}>'
                    f'<FONT POINT-SIZE="9" COLOR="{self.theme.text}">{name}</FONT></TD>'
                )
        small = f'<FONT POINT-SIZE="9" COLOR="{self.theme.plain_muted}">'
        if usual is not None and usual != "float32":
            cells.append(f"<TD>{small}all {usual}</FONT></TD>")
        if self.labels.show.show_grads and any(v.graded and v.gradient is None for v in self.vertices):
            cells.append(f"<TD>{small}- not computed</FONT></TD>")
        return (
            '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="6" CELLPADDING="2"><TR>' + "".join(cells) + "</TR></TABLE>"
        )

    # --- boxes ---

    def body(self) -> Iterable[str]:
        """Yield the boxes, inside the subgraphs of their modules; without recursion, modules may nest deeply."""
        members: dict[str | None, list[Vertex]] = {}
        for vertex in self.vertices:
            members.setdefault(vertex.cluster, []).append(vertex)
        children: dict[str | None, list[Cluster]] = {}
        needed = set()
        for cluster_id in members:
            while cluster_id is not None and cluster_id not in needed:
                needed.add(cluster_id)
                cluster_id = self.graph.clusters[cluster_id].parent
        for cluster in self.graph.clusters.values():
            if cluster.id in needed:
                children.setdefault(cluster.parent, []).append(cluster)
        stack: list[Cluster | str] = [*reversed(children.get(None, []))]
        yield from map(self.box, members.get(None, []))
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                yield item
                continue
            yield self.opening(item)
            yield from map(self.box, members.get(item.id, []))
            stack.append("}")
            stack.extend(reversed(children.get(item.id, [])))

    def opening(self, cluster: Cluster) -> str:
        theme = self.theme
        name, _, kind = cluster.title.rpartition(": ")
        label = f"<B>{escape(name)}</B>: {escape(kind)}" if name else f"<B>{escape(kind)}</B>"
        if cluster.parameters:
            label += f" ({cluster.parameters:,} params)"
        fill = theme.cluster if cluster.depth % 2 else theme.cluster_deeper
        style = "rounded,dashed,filled" if cluster.id == "unused" else "rounded,filled"
        return (
            f'subgraph "cluster_{cluster.id}" {{ id="{cluster.id}" class="module" label=<<FONT POINT-SIZE="10">{label}'
            f'</FONT>> labeljust=l labelloc=t style="{style}" color="{theme.cluster_border}" fillcolor="{fill}" margin=9'
        )

    def box(self, vertex: Vertex) -> str:
        style = SHAPES[vertex.role]
        extra = f' color="{self.theme.broken}" penwidth=3 peripheries=2' if _broken(vertex) else ""
        return (
            f'{vertex.id} [label=<{self.labels.vertex(vertex)}> {style} fillcolor="{self.theme.fill(vertex.role)}"'
            f'{extra} id="{vertex.id}" class="{vertex.role}" tooltip={quote(self.labels.tooltip(vertex))}]'
        )

    # --- arrows ---

    def arrows(self) -> Iterable[str]:
        sizes = [
            math.log10(u.gradient.rms) for u in self.uses if u.gradient is not None and 0 < u.gradient.rms < math.inf
        ]
        low, high = (min(sizes), max(sizes)) if sizes else (0.0, 0.0)
        for number_, use in enumerate(self.uses):
            yield self.arrow(use, f"e{number_}", low, high)

    def arrow(self, use: Use, name: str, low: float, high: float) -> str:
        theme = self.theme
        attributes = [f'id="{name}"']
        texts = [text for text in (use.output, use.sums, f"×{use.count}" if use.count > 1 else None) if text]
        kind = "use"
        if not use.flows:
            kind = "blocked"
            attributes.append(f'style=dotted color="{theme.blocked}"')
            if use.cut is not None:
                attributes.append("dir=both arrowtail=tee")
        elif use.gradient is not None and self.view != "forward":
            kind = "use gradient"
            size = use.gradient.rms
            broken = use.gradient.not_a_number or use.gradient.infinite
            color = theme.broken if broken else theme.gradient
            if size > 0 and math.isfinite(size) and not broken:
                share = (math.log10(size) - low) / (high - low) if high - low > 1e-9 else 0.4
                width = WIDTHS[0] + share * (WIDTHS[1] - WIDTHS[0])
            else:
                width = WIDTHS[0]
            attributes.append(f'color="{color}" fontcolor="{color}" penwidth={width:.2f}')
            if use.gradient.zero:
                texts.append("0")
            elif broken:
                texts.append("NaN" if use.gradient.not_a_number else "inf")
            else:
                texts.append(number(use.gradient.values[0] if use.gradient.scalar else size, 2))  # type: ignore[index]
        elif self.view == "backward":
            kind = "use gradient"
            attributes.append(f'color="{theme.gradient}"')
        if self.view == "backward":
            start, end = use.target, use.source
            if self.graph.vertices[use.source].uses > 1:
                texts.insert(0, "+=")
        else:
            start, end = use.source, use.target
        if texts:
            attributes.append(f"label={quote(' '.join(texts))}")
        attributes.append(f'class="{kind}" edgetooltip={quote(self.labels.use_tooltip(use))}')
        return f"{start} -> {end} [{' '.join(attributes)}]"


def quote(text: str) -> str:
    """Return ``text`` as a quoted DOT string that Graphviz shows as it is."""
    # Graphviz reads character entities in strings, and escapes such as \N: both are made harmless.
    return '"' + "\\n".join(escape(line).replace("\\", "\\\\") for line in text.split("\n")) + '"'


def _broken(vertex: Vertex) -> bool:
    return any(s is not None and (s.not_a_number or s.infinite) for s in (vertex.data, vertex.gradient))


__all__ = ["TENSORS", "dot_lines", "quote"]
