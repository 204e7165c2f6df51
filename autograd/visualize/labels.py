"""The text in the boxes, as Graphviz's HTML-like labels, and the longer text of the tooltips."""

from dataclasses import dataclass
from typing import Any

from .model import Graph, Use, Vertex
from .summary import Summary, number, rows, shape_text, shorten
from .theme import Theme

TENSORS = ("parameter", "input", "constant", "tensor", "loss")


@dataclass(frozen=True)
class Show:
    """What labels say; the options of `draw` of the same names."""

    show_values: Any = "auto"
    show_grads: bool = True
    show_shapes: bool = True
    show_dtype: Any = "non-default"
    show_source: Any = "tooltip"
    precision: int = 4
    max_label: int = 40


def escape(text: str) -> str:
    """Return ``text`` for an HTML-like label or an SVG: entities, and nothing that XML does not allow."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return "".join(c if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff" else "�" for c in text)


class Labels:
    """Writes the labels of one graph."""

    def __init__(self, graph: Graph, theme: Theme, show: Show, usual_dtype: str | None) -> None:
        self.graph, self.theme, self.show = graph, theme, show
        self.usual = usual_dtype  # the dtype that is not repeated in every box

    def vertex(self, vertex: Vertex) -> str:
        """Return the label of a box."""
        lines = self.tensor(vertex) if vertex.role in TENSORS else self.step(vertex)
        return '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">' + "".join(lines) + "</TABLE>"

    # --- boxes ---

    def step(self, vertex: Vertex) -> list[str]:
        """Return the rows of an op, a module or a folded run."""
        lines = [self.row(self.bold(self.short(vertex.title)))]
        if vertex.role == "module" and vertex.ops:
            contents = [f"+{vertex.ops:,} op{'s' * (vertex.ops != 1)}"]
            if vertex.parameters:
                contents.append(f"{vertex.parameters:,} params")
            lines.append(self.row(self.small(", ".join(contents))))
        elif vertex.role == "fold" and vertex.parameters:
            lines.append(self.row(self.small(f"{vertex.parameters:,} params")))
        for name, text in vertex.attributes:
            lines.append(self.row(self.small(self.short(f"{name}={text}"))))
        kind = self.kind(vertex)
        if kind and not (vertex.data is not None and vertex.shape == () and kind == "()"):
            lines.append(self.row(self.small(kind)))
        if vertex.data is not None and self.show.show_values is not False:
            lines.append(self.row(self.plain(rows(vertex.data, self.show.precision)[0])))
        if self.show.show_grads and vertex.graded:
            lines.append(self.row(self.gradient_line(vertex)))
        elif self.show.show_grads and vertex.uses > 1 and vertex.role == "op":
            lines.append(self.row(self.small(f"grad += {vertex.uses}")))
        if vertex.saved is not None:
            text = ", ".join(f"{name} {_bytes(size)}" for name, size in vertex.saved) or "nothing"
            lines.append(self.row(self.small(f"saved: {text}")))
        if vertex.source is not None and self.show.show_source == "label":
            lines.append(self.row(self.small(self.short(source_text(vertex.source)))))
        return lines

    def tensor(self, vertex: Vertex) -> list[str]:
        """Return the rows of a tensor: its name, then data and gradient side by side, or below each other if wide."""
        lines = [self.row(self.bold(self.short(vertex.title)), columns=2)]
        kind = self.kind(vertex)
        if kind:
            lines.append(self.row(self.small(kind), columns=2))
        if vertex.note is not None and vertex.role == "constant":
            lines.append(self.row(self.small(self.short(vertex.note)), columns=2))
        cells = []
        if self.show.show_values is not False and vertex.data is not None:
            cells.append(("data", self.matrix(self.values(vertex.data))))
        if self.show.show_grads and vertex.graded:
            title = f"grad += {vertex.uses}" if vertex.uses > 1 else "grad"
            cells.append((title, self.gradient(vertex)))
        if not cells:
            return lines
        lines.append("<HR/>")
        if vertex.shape is not None and vertex.shape and vertex.shape[-1] > 4 and len(cells) == 2 and self.wide(vertex):
            for title, cell in cells:
                lines.append(self.row(self.small(title), columns=2))
                lines.append(self.row(cell, columns=2))
        else:
            span = 3 - len(cells)
            bar = "<VR/>" if len(cells) == 2 else ""
            for index in (0, 1):
                lines.append("<TR>" + bar.join(self.cell(x, span) for x in self.line_of(cells, index)) + "</TR>")
        return lines

    def line_of(self, cells: list[tuple[str, str]], index: int) -> list[str]:
        return [self.small(cell[0]) if index == 0 else cell[1] for cell in cells]

    def wide(self, vertex: Vertex) -> bool:
        data = vertex.data
        return data is not None and data.values is not None and len(data.shape) > 1 and not data.zero

    def values(self, summary: Summary) -> list[str]:
        if self.show.show_values == "stats" and not summary.scalar:
            from .summary import statistics

            return statistics(summary, self.show.precision)
        return rows(summary, self.show.precision)

    def gradient(self, vertex: Vertex) -> str:
        return self.matrix(["-"] if vertex.gradient is None else self.values(vertex.gradient))

    def gradient_line(self, vertex: Vertex) -> str:
        """Return an op's gradient on one line."""
        sign = f"grad += {vertex.uses}:" if vertex.uses > 1 else "grad"
        return self.small(f"{sign} {gradient_text(vertex.gradient, self.show.precision)}")

    def kind(self, vertex: Vertex) -> str:
        """Return shape and dtype, as far as they are to be shown."""
        parts = []
        if self.show.show_shapes and vertex.shape is not None:
            parts.append(shape_text(vertex.shape))
        if vertex.dtype is not None and (
            self.show.show_dtype is True or (self.show.show_dtype == "non-default" and vertex.dtype != self.usual)
        ):
            parts.append(vertex.dtype)
        return self.short(" ".join(parts))

    # --- pieces ---

    def short(self, text: str) -> str:
        return shorten(text, self.show.max_label)

    def row(self, content: str, columns: int = 1) -> str:
        span = f' COLSPAN="{columns}"' if columns > 1 else ""
        return f"<TR><TD{span}>{content}</TD></TR>"

    def cell(self, content: str, span: int) -> str:
        return f"<TD{f' COLSPAN={chr(34)}{span}{chr(34)}' if span > 1 else ''}>{content}</TD>"

    def bold(self, text: str) -> str:
        return f"<B>{escape(text)}</B>"

    def plain(self, text: str) -> str:
        return escape(text)

    def small(self, text: str) -> str:
        return f'<FONT POINT-SIZE="9" COLOR="{self.theme.muted}">{escape(text)}</FONT>'

    def matrix(self, lines: list[str]) -> str:
        text = "<BR/>".join(escape(line).replace(" ", "&#160;") for line in lines)
        return f'<FONT POINT-SIZE="10">{text}</FONT>'

    # --- tooltips ---

    def tooltip(self, vertex: Vertex) -> str:
        """Return everything that is known of a box, as lines."""
        lines = [f"{vertex.role} {vertex.title}" if vertex.role != "op" else vertex.title]
        lines += [f"{name} = {text}" for name, text in vertex.attributes]
        if vertex.shape is not None:
            lines.append(f"{shape_text(vertex.shape)} {vertex.dtype or ''}".rstrip())
        if vertex.note is not None:
            lines.append(vertex.note)
        if vertex.role in ("module", "fold"):
            lines.append(f"{vertex.ops:,} ops, {vertex.parameters:,} params")
        if vertex.data is not None:
            lines.append("data " + value_text(vertex.data, self.show.precision))
        if vertex.graded:
            lines.append("grad " + gradient_text(vertex.gradient, self.show.precision))
        if vertex.uses > 1:
            lines.append(f"used {vertex.uses} times: so many contributions add up to its gradient")
        if vertex.step is not None:
            lines.append(f"step {vertex.step + 1} of the backward pass")
        if vertex.source is not None and self.show.show_source is not False:
            lines.append(source_text(vertex.source, full=True))
        return "\n".join(lines)

    def use_tooltip(self, use: Use) -> str:
        """Return what an arrow means, as lines."""
        source, target = self.graph.vertices[use.source], self.graph.vertices[use.target]
        lines = [f"{source.title} to {target.title}" + (f", as {use.argument}" if use.argument else "")]
        if use.cut is not None:
            lines.append(f"no gradient: {use.cut}")
        elif not use.flows:
            lines.append("no gradient")
        elif use.formula is not None:
            lines.append(f"gradient of {use.argument}: {use.formula}" + (f", {use.sums}" if use.sums else ""))
        if use.gradient is not None:
            lines.append("contribution " + value_text(use.gradient, self.show.precision))
        if use.count > 1:
            lines.append(f"{use.count} uses")
        return "\n".join(lines)


def gradient_text(gradient: Summary | None, precision: int) -> str:
    """Return a gradient on one line: "-" if it was not computed, its size if it is an array."""
    if gradient is None:
        return "-"
    if gradient.zero:
        return "0 (exact)"
    if gradient.scalar:
        return rows(gradient, precision)[0]
    bad = [f"{n} {what}" for n, what in ((gradient.not_a_number, "NaN"), (gradient.infinite, "inf")) if n]
    return " ".join([f"rms {number(gradient.rms, 3)}", *bad])


def value_text(summary: Summary, precision: int) -> str:
    """Return an array on one line."""
    lines = rows(summary, precision)
    if len(lines) == 1:
        return lines[0]
    return "[" + "; ".join(lines) + "]" if summary.values is not None else ", ".join(lines)


def source_text(source: tuple[str, int], full: bool = False) -> str:
    """Return ``file:line``, with the line itself if ``full`` and it can be read."""
    import linecache

    file, line = source
    short = file.replace("\\", "/").rsplit("/", 1)[-1]
    if not full:
        return f"{short}:{line}"
    code = linecache.getline(file, line).strip()
    return f"{short}:{line}" + (f"  {code}" if code else "")


def _bytes(size: int) -> str:
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1000  # type: ignore[assignment]
    return f"{size:.3g} GB"
