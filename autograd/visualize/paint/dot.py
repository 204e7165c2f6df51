"""The picture's graph in DOT, Graphviz's language. The same graph always gives the same text."""

import math
from collections.abc import Iterable

from ..graph.model import Cluster, Graph, Use, Vertex
from ..graph.options import Options
from ..graph.summary import Summary, number, shorten
from .labels import Labels, escape
from .theme import FONT, ROLES, THEMES
from .words import tooltip, use_tooltip

WIDTHS = 0.6, 3.4  # of the arrows of the smallest and of the largest gradient, in points
WEIGHTS = {"parameter": 1, "constant": 1, "input": 3}  # how straight and short arrows are: those from ops run in a line
LEVELS = 8  # deeper graphs are drawn from top to bottom


def dot_lines(graph: Graph, options: Options) -> list[str]:
    """Return the statements of a digraph."""
    return _Writer(graph, options).lines()


class _Writer:
    def __init__(self, graph: Graph, options: Options) -> None:
        self.graph, self.options, self.view = graph, options, options.view
        self.theme = THEMES[options.theme]
        self.labels = Labels(graph, self.theme, options)
        self.vertices, self.uses = graph.in_order(), graph.uses
        direction = options.direction
        self.rankdir = direction if direction != "auto" else "LR" if graph.depth() <= LEVELS else "TB"
        if self.view == "backward":
            self.rankdir = {"LR": "RL", "TB": "BT"}[self.rankdir]
            self.vertices = [v for v in self.vertices if v.role != "constant" and (v.role != "input" or v.graded)]
            shown = {v.id for v in self.vertices}
            self.uses = [u for u in graph.uses if u.flows and u.source in shown and u.target in shown]
        self.companions = self.tensors_beside_ops()
        self.beside = {n: side > 0 for group in self.companions.values() for side, n in enumerate(group)}

    def tensors_beside_ops(self) -> dict[str, list[int]]:
        """Return for each op which arrows are drawn across the stream of data: those from tensors that only it uses.

        So the ops are in a line, with their parameters beside them, at most one on each side.
        """
        candidates: dict[str, list[int]] = {}
        for index, use in enumerate(self.uses):
            source, target = self.graph.vertices[use.source], self.graph.vertices[use.target]
            alone = source.uses == 1 and source.cluster == target.cluster and source.id not in self.graph.outputs
            leaf = source.role == "parameter" or (source.role in ("input", "constant") and use.position > 0)
            if target.role == "op" and leaf and alone and use.flows:
                candidates.setdefault(target.id, []).append(index)
        return {op: group for op, group in candidates.items() if len(group) <= 2}

    def lines(self) -> list[str]:
        theme, title = self.theme, self.options.title
        font = f'fontname="{FONT}"'
        head = [
            f'graph [rankdir={self.rankdir} bgcolor="{theme.background}" {font} fontsize=11 '
            f'fontcolor="{theme.plain_text}" nodesep=0.22 ranksep=0.38 pad=0.15 id="graph" class="backprop"]',
            f'node [{font} fontsize=11 fontcolor="{theme.text}" color="{theme.border}"'
            f' margin="0.07,0.04" height=0.3 width=0.3]',
            f'edge [{font} fontsize=9 fontcolor="{theme.plain_muted}" color="{theme.border}"'
            f" arrowsize=0.65 penwidth=1]",
        ]
        body = [*self.body(), *self.arrows()]
        note = self.note()
        if note:
            head.append(f"label=<{note}> labelloc=b")
        if not title:
            return head + body
        heading = f"label=<<B>{escape(shorten(title, 200))}</B>> labelloc=t"
        if not note:
            return [*head, heading, *body]
        # A graph has one label, so the title is that of a cluster around everything.
        return [*head, f'subgraph cluster_picture {{ id="picture" {heading} peripheries=0', *body, "}"]

    def note(self) -> str | None:
        """Return the line below the picture: the roles in it, and what is true of all boxes."""
        legend, usual = self.options.legend, self.graph.usual
        if legend == "auto":
            legend = self.graph.recorded or len({v.role for v in self.graph.vertices.values()}) > 3
        if not legend:
            return None
        present = {v.role for v in self.vertices}
        cells = []
        for role, known in ROLES.items():
            if role in present:
                thick = {"parameter": 2, "loss": 2}.get(role, 1)
                style = next((f' STYLE="{word.upper()}"' for word in ("rounded", "dashed") if word in known.shape), "")
                cells.append(
                    f'<TD BORDER="{thick}" COLOR="{self.theme.border}" BGCOLOR="{self.theme.fills[role]}"{style}>'
                    f'<FONT POINT-SIZE="9" COLOR="{self.theme.text}">{known.name}</FONT></TD>'
                )
        small = f'<FONT POINT-SIZE="9" COLOR="{self.theme.plain_muted}">'
        if usual is not None and usual != "float32":
            cells.append(f"<TD>{small}all {usual}</FONT></TD>")
        if any(u.gradient is not None for u in self.uses) and self.view != "forward":
            cells.append(f'<TD><FONT POINT-SIZE="9" COLOR="{self.theme.gradient}">gradient, rms</FONT></TD>')
        if not all(u.flows for u in self.uses):
            cells.append(f"<TD>{small}dotted: no gradient</FONT></TD>")
        if self.options.show_grads and any(v.graded and v.gradient is None for v in self.vertices):
            cells.append(f"<TD>{small}-: not computed</FONT></TD>")
        return (
            '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="6" CELLPADDING="2"><TR>' + "".join(cells) + "</TR></TABLE>"
        )

    def body(self) -> Iterable[str]:
        """Yield the boxes, inside the subgraphs of their modules; without recursion, as modules may nest deeply."""
        members: dict[str | None, list[Vertex]] = {}
        for vertex in self.vertices:
            members.setdefault(vertex.cluster, []).append(vertex)
        needed = {name for cluster in members for name in self.graph.path_to(cluster)}
        children: dict[str | None, list[str]] = {}
        for cluster in self.graph.clusters.values():
            if cluster.id in needed:
                children.setdefault(cluster.parent, []).append(cluster.id)
        stack: list[str | None] = [None]  # clusters, None for what is in no module, and the ends of clusters
        while stack:
            name = stack.pop()
            if name == "}":
                yield name
                continue
            if name is not None:
                yield self.opening(self.graph.clusters[name])
                stack.append("}")
            inside = members.get(name, [])
            yield from map(self.box, inside)
            for vertex in inside:
                if vertex.id in self.companions:
                    sources = [self.uses[index].source for index in self.companions[vertex.id]]
                    yield f"{{ rank=same; {'; '.join([vertex.id, *sources])} }}"
            stack.extend(reversed(children.get(name, [])))

    def opening(self, cluster: Cluster) -> str:
        theme = self.theme
        name, _, kind = cluster.title.rpartition(": ")
        size = f" ({cluster.parameters:,} params)" if cluster.parameters else ""
        label = (f"<B>{escape(name)}</B>: {escape(kind)}" if name else f"<B>{escape(kind)}</B>") + size
        fill = theme.cluster if cluster.depth % 2 else theme.cluster_deeper
        style = "rounded,dashed,filled" if cluster.id == "unused" else "rounded,filled"
        return (
            f'subgraph cluster_{cluster.id} {{ id="{cluster.id}" class="module" '
            f'label=<<FONT POINT-SIZE="10">{label}</FONT>> labeljust=l labelloc=t margin=9 '
            f'style="{style}" peripheries=1 color="{theme.cluster_border}" fillcolor="{fill}"'
        )

    def box(self, vertex: Vertex) -> str:
        style = ROLES[vertex.role].shape
        broken = any(summary is not None and summary.broken for summary in (vertex.data, vertex.gradient))
        extra = f' color="{self.theme.broken}" penwidth=3 peripheries=2' if broken else ""
        return (
            f'{vertex.id} [label=<{self.labels.vertex(vertex)}> {style} fillcolor="{self.theme.fills[vertex.role]}"'
            f'{extra} id="{vertex.id}" class="{vertex.role}" tooltip={quote(tooltip(vertex, self.options))}]'
        )

    def arrows(self) -> Iterable[str]:
        sizes = [
            math.log10(u.gradient.rms) for u in self.uses if u.gradient is not None and 0 < u.gradient.rms < math.inf
        ]
        low, high = min(sizes, default=0.0), max(sizes, default=0.0)
        middle, reach = (low + high) / 2, max((high - low) / 2, 1)  # gradients of similar size look similar
        for index, use in enumerate(self.uses):
            yield self.arrow(use, index, middle - reach, middle + reach)

    def arrow(self, use: Use, index: int, low: float, high: float) -> str:
        theme, source, backward = self.theme, self.graph.vertices[use.source], self.view == "backward"
        attributes = [f'id="e{index}"']
        texts = [text for text in (use.output, use.sums, f"×{use.count}" if use.count > 1 else None) if text]
        kind = "use"
        if not use.flows:
            kind = "blocked"
            attributes.append(f'style=dotted color="{theme.blocked}" penwidth=1.4')
            if use.cut is not None:
                attributes.append("dir=both arrowtail=tee")
        elif use.gradient is not None and self.view != "forward":
            kind = "use gradient"
            color, width, text = self.contribution(use.gradient, low, high)
            attributes.append(f'color="{color}" fontcolor="{color}" penwidth={width:.2f}')
            texts.append(text)
        elif backward or (self.view == "both" and self.graph.recorded and use.count > 1):
            kind = "use gradient"
            attributes.append(f'color="{theme.gradient}"')
        if backward and source.uses > 1:
            texts.insert(0, "+=")
        weight = WEIGHTS.get(source.role, 12)
        if weight != 1:
            attributes.append(f"weight={weight}")
        start, end = (use.target, use.source) if backward else (use.source, use.target)
        across = self.beside.get(index)
        if across is not None:
            if source.graded and not use.sums:
                texts = []  # the gradient is in the box at the arrow's other end
            if across != backward:
                start, end = end, start
                attributes.append("dir=back")
        if texts:
            text = " ".join(texts)
            if self.rankdir in ("TB", "BT"):  # Graphviz puts the label right next to the arrow
                text = " " + text
            elif across is not None:  # and here onto it
                text = " " * (len(text) + 5) + text
            attributes.append(f"label={quote(text)}")
        attributes.append(f'class="{kind}" edgetooltip={quote(use_tooltip(use, self.graph, self.options))}')
        return f"{start} -> {end} [{' '.join(attributes)}]"

    def contribution(self, gradient: Summary, low: float, high: float) -> tuple[str, float, str]:
        """Return an arrow's colour, width and text, given the powers of ten between which the gradients are."""
        if gradient.broken:
            return self.theme.broken, 2.0, "NaN" if gradient.not_a_number else "inf"
        share = 0.0
        if 0 < gradient.rms < math.inf:
            share = (math.log10(gradient.rms) - low) / (high - low)
        size = gradient.values[0] if gradient.scalar and gradient.values else gradient.rms
        text = "0" if gradient.zero else number(size, 2)
        return self.theme.gradient, WIDTHS[0] + share * (WIDTHS[1] - WIDTHS[0]), text


def quote(text: str) -> str:
    """Return ``text`` as a quoted DOT string, escaped so that Graphviz shows it as it is."""
    return '"' + "\\n".join(escape(line) for line in text.split("\n")) + '"'
