"""What is known of a box, an arrow or an array, in words: for tooltips and lines of text."""

import linecache
import re
from typing import Any

from ..graph.model import Graph, Use, Vertex
from ..graph.summary import Summary, number, rows, shape_text

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return ``text`` with a mark in place of every character that XML does not allow."""
    return _FORBIDDEN.sub("\ufffd", text)


def tooltip(vertex: Vertex, show: Any) -> str:
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
        lines.append("data " + value_text(vertex.data, show.precision))
    if vertex.graded:
        lines.append("grad " + gradient_text(vertex.gradient, show.precision))
    if vertex.uses > 1:
        lines.append(f"used {vertex.uses} times: so many contributions add up to its gradient")
    if vertex.step is not None:
        lines.append(f"step {vertex.step + 1} of the backward pass")
    if vertex.source is not None and show.show_source is not False:
        lines.append(source_text(vertex.source, full=True))
    return "\n".join(lines)


def use_tooltip(use: Use, graph: Graph, precision: int) -> str:
    """Return what an arrow means, as lines."""
    source, target = graph.vertices[use.source], graph.vertices[use.target]
    lines = [f"{source.title} to {target.title}" + (f", as {use.argument}" if use.argument else "")]
    if use.cut is not None:
        lines.append(f"no gradient: {use.cut}")
    elif not use.flows:
        lines.append("no gradient")
    elif use.formula is not None:
        lines.append(f"gradient of {use.argument}: {use.formula}" + (f", {use.sums}" if use.sums else ""))
    if use.gradient is not None:
        lines.append("contribution " + value_text(use.gradient, precision))
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


def missing_gradient(vertex: Vertex, backward: bool) -> str:
    """Return what stands for a gradient that is not there: a backward pass keeps those of leaves only."""
    return "not kept" if backward and vertex.role == "tensor" else "-"


def value_text(summary: Summary, precision: int) -> str:
    """Return an array on one line."""
    lines = rows(summary, precision)
    if len(lines) == 1:
        return lines[0]
    return "[" + "; ".join(lines) + "]" if summary.values is not None else ", ".join(lines)


def source_text(source: tuple[str, int], full: bool = False) -> str:
    """Return ``file:line``, with the line itself if ``full`` and it can be read."""
    file, line = source
    short = file.replace("\\", "/").rsplit("/", 1)[-1]
    if not full:
        return f"{short}:{line}"
    code = linecache.getline(file, line).strip()
    return f"{short}:{line}" + (f"  {code}" if code else "")
