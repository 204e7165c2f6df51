"""What is written in the boxes, as Graphviz's HTML-like labels."""

from ..graph.model import TENSORS, Graph, Vertex
from ..graph.options import Options
from ..graph.summary import Summary, shorten
from .theme import Theme
from .words import clean, gradient_text, kind_text, missing_gradient, rows, source_text, statistics

# A backslash is doubled: Graphviz replaces \\N by the node's name, in HTML-like labels too.
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\\": "\\\\"})


def escape(text: str) -> str:
    """Return ``text`` as it is written in a label or a string for Graphviz."""
    return clean(text).translate(_ENTITIES)


class Labels:
    """Writes the labels of a graph."""

    def __init__(self, graph: Graph, theme: Theme, options: Options) -> None:
        self.graph, self.theme, self.options = graph, theme, options

    def vertex(self, vertex: Vertex) -> str:
        """Return the label of a box."""
        lines = self.tensor(vertex) if vertex.role in TENSORS else self.step(vertex)
        return '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">' + "".join(lines) + "</TABLE>"

    def step(self, vertex: Vertex) -> list[str]:
        """Return the rows of an op, a module or a folded run."""
        options = self.options
        lines = [self.row(self.bold(self.short(vertex.title)))]
        if vertex.role in ("module", "fold"):
            counted = vertex.role == "fold" and "module" not in vertex.title  # the title says it
            contents = [] if counted else [f"+{vertex.ops:,} op{'s' * (vertex.ops != 1)}"]
            contents += [f"{vertex.parameters:,} params"] if vertex.parameters else []
            lines += [self.row(self.small(", ".join(contents)))] if contents else []
        details = [self.short(text if text[:1] == "[" else f"{name}={text}") for name, text in vertex.attributes]
        details.append(self.kind(vertex))
        if vertex.data is not None and options.show_values is not False:
            details.append(rows(vertex.data, options.precision)[0])
        uses = f" += {vertex.uses} uses" if vertex.uses > 1 and vertex.role == "op" else ""
        if options.show_grads and vertex.graded and (vertex.gradient is not None or self.graph.backward):
            details.append(f"grad{uses}{':' * bool(uses)} {gradient_text(vertex.gradient, options.precision)}")
        elif options.show_grads and uses:
            details.append(f"grad{uses}")
        if vertex.saved is not None:
            details.append("saved " + (", ".join(f"{name} {_size(size)}" for name, size in vertex.saved) or "freed"))
        if vertex.source is not None and options.show_source == "label":
            details.append(self.short(source_text(vertex.source)))
        return lines + [self.row(self.small(line)) for line in details if line]

    def tensor(self, vertex: Vertex) -> list[str]:
        """Return the rows of a tensor: its name, then data and gradient, side by side or, if wide, below each other."""
        name, kind = self.short(vertex.title), self.kind(vertex)
        if kind and len(name) + len(kind) <= 24:
            lines = [self.row(f"{self.bold(name)} {self.small(kind)}", columns=2)]
        else:
            lines = [self.row(self.bold(name), columns=2)]
            lines += [self.row(self.small(kind), columns=2)] if kind else []
        if vertex.note is not None and vertex.role == "constant":
            lines.append(self.row(self.small(self.short(vertex.note)), columns=2))
        cells = []
        if self.options.show_values is not False and vertex.data is not None:
            cells.append(("data", self.matrix(self.values(vertex.data))))
        if self.options.show_grads and vertex.graded:
            title = f"grad += {vertex.uses} uses" if vertex.uses > 1 else "grad"
            cells.append((title, self.matrix(self.gradient(vertex))))
        if not cells:
            return lines
        texts = [f"{self.small(title)}<BR/>{cell}" for title, cell in cells]
        if len(cells) == 1 and cells[0][0] == "data":
            texts = [cells[0][1]]
        if len(cells) == 1 or self.wide(vertex):
            return [*lines, "<HR/>", *(self.row(text, columns=2) for text in texts)]
        beside = "<VR/>".join(f'<TD CELLPADDING="4" VALIGN="TOP">{text}</TD>' for text in texts)
        return [*lines, "<HR/>", f"<TR>{beside}</TR>"]

    def wide(self, vertex: Vertex) -> bool:
        """Return whether data and gradient are too wide to be side by side."""
        data = vertex.data
        return data is not None and data.values is not None and len(data.shape) > 1 and data.shape[-1] > 4

    def values(self, summary: Summary) -> list[str]:
        spread = self.options.show_values == "stats" and not summary.scalar and summary.low < summary.high
        lines = (statistics if spread else rows)(summary, self.options.precision)
        if spread or summary.values is None:  # words rather than columns of numbers
            lines = [line.center(max(map(len, lines))) for line in lines]
        return lines

    def gradient(self, vertex: Vertex) -> list[str]:
        if vertex.gradient is None:
            return [missing_gradient(vertex, self.graph.backward)]
        return ["0 (exact)"] if vertex.gradient.zero else self.values(vertex.gradient)

    def kind(self, vertex: Vertex) -> str:
        """Return shape and dtype as far as they are to be shown."""
        return self.short(kind_text(vertex, self.options, self.graph.usual, scalars=False))

    def short(self, text: str) -> str:
        return shorten(text.replace("\n", "\\n"), self.options.max_label)

    def row(self, content: str, columns: int = 1) -> str:
        span = f' COLSPAN="{columns}"' if columns > 1 else ""
        return f"<TR><TD{span}>{content}</TD></TR>"

    def bold(self, text: str) -> str:
        return f"<B>{escape(text)}</B>"

    def small(self, text: str) -> str:
        return f'<FONT POINT-SIZE="9" COLOR="{self.theme.muted}">{escape(text)}</FONT>'

    def matrix(self, lines: list[str]) -> str:
        width = max(map(len, lines), default=0)
        text = "<BR/>".join(escape(line.ljust(width)) for line in lines)
        return f'<FONT POINT-SIZE="10">{text}</FONT>'


def _size(size: float) -> str:
    """Return a number of bytes as text."""
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1000
    return f"{size:.3g} GB"
