"""What is known of a box, an arrow or an array, in words: for labels, tooltips and lines of text."""

import linecache
import math
import re
from collections.abc import Sequence
from typing import Any

from ..graph.model import Graph, Use, Vertex
from ..graph.options import Options
from ..graph.summary import TABLE, Summary, number, shape_text

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return ``text`` with a mark in place of every character that XML does not allow."""
    return _FORBIDDEN.sub("\ufffd", text)


def tooltip(vertex: Vertex, options: Options) -> str:
    """Return everything that is known of a box, line by line."""
    lines = [f"{vertex.role} {vertex.title}" if vertex.role != "op" else vertex.title]
    lines += [f"{name} = {text}" for name, text in vertex.attributes]
    if vertex.shape is not None:
        lines.append(f"{shape_text(vertex.shape)} {vertex.dtype or ''}".rstrip())
    if vertex.note is not None:
        lines.append(vertex.note)
    if vertex.role in ("module", "fold"):
        lines.append(contents_text(vertex))
    if vertex.data is not None:
        lines.append("data " + value_text(vertex.data, options.precision))
    if vertex.graded:
        lines.append("grad " + gradient_text(vertex.gradient, options.precision))
    if vertex.uses > 1:
        lines.append(f"used {vertex.uses} times: so many contributions add up to its gradient")
    if vertex.step is not None:
        lines.append(f"step {vertex.step + 1} of the backward pass")
    if vertex.source is not None and options.show_source is not False:
        lines.append(source_text(vertex.source, full=True))
    return "\n".join(lines)


def use_tooltip(use: Use, graph: Graph, options: Options) -> str:
    """Return what an arrow means, line by line."""
    source, target = graph.vertices[use.source], graph.vertices[use.target]
    lines = [f"{source.title} to {target.title}" + (f", as {use.argument}" if use.argument else "")]
    if use.cut is not None:
        lines.append(f"no gradient: {use.cut}")
    elif not use.flows:
        lines.append("no gradient")
    elif use.formula is not None:
        lines.append(f"gradient of {use.argument}: {use.formula}" + (f", {use.sums}" if use.sums else ""))
    if use.gradient is not None:
        lines.append("contribution " + value_text(use.gradient, options.precision))
    if use.count > 1:
        lines.append(f"{use.count} uses")
    return "\n".join(lines)


def contents_text(vertex: Vertex) -> str:
    """Return what a box that stands for several operations contains."""
    return f"{vertex.ops:,} ops, {vertex.parameters:,} params"


def kind_text(vertex: Vertex, options: Options, usual: str | None, *, scalars: bool) -> str:
    """Return the shape and the dtype of a box as far as they are to be shown.

    The ``usual`` dtype goes without saying, and so does the shape of a scalar unless ``scalars``.
    """
    shaped = vertex.shape or (scalars and vertex.shape is not None)
    parts = [shape_text(vertex.shape)] if shaped and options.show_shapes else []
    if vertex.dtype is not None and (options.show_dtype is True or (options.show_dtype and vertex.dtype != usual)):
        parts.append(vertex.dtype)
    return " ".join(parts)


def gradient_text(gradient: Summary | None, precision: int) -> str:
    """Return a gradient in a line: "-" if it was not computed, its root mean square if it is an array."""
    if gradient is None:
        return "-"
    if gradient.zero:
        return "0 (exact)"
    if gradient.scalar:
        return rows(gradient, precision)[0]
    bad = [f"{n} {what}" for n, what in ((gradient.not_a_number, "NaN"), (gradient.infinite, "inf")) if n]
    return " ".join([f"rms {number(gradient.rms, 3)}", *bad])


def missing_gradient(vertex: Vertex, backward: bool) -> str:
    """Return what stands for a gradient that is not there: a backward pass keeps only those of leaves."""
    return "not kept" if backward and vertex.role == "tensor" else "-"


def value_text(summary: Summary, precision: int) -> str:
    """Return an array in a line."""
    lines = rows(summary, precision)
    if len(lines) == 1:
        return lines[0]
    return "[" + "; ".join(lines) + "]" if summary.values is not None else ", ".join(lines)


def aligned(values: Sequence[Any], precision: int) -> list[str]:
    """Return numbers as texts of one width, so that in a column the decimal points are below each other.

    An exact zero is ``0``; no other number looks like one.
    """
    sizes = [abs(v) for v in values if isinstance(v, float) and math.isfinite(v) and v != 0]
    if not sizes or not all(isinstance(v, float) for v in values):
        texts = [number(v, precision) for v in values]
    else:
        largest, smallest = max(sizes), min(sizes)
        if all(v.is_integer() for v in sizes) and largest < 10**precision:
            decimals, kind = 0, "f"
        elif largest >= 1e5 or smallest < largest * 10.0 ** (1 - precision) or largest < 1e-3:
            decimals, kind = min(precision - 1, 2), "e"
        else:
            decimals, kind = max(precision - 1 - math.floor(math.log10(largest)), 1), "f"
            decimals = min(decimals, precision + 1)
        texts = [f"{v:.{decimals}{kind}}" if math.isfinite(v) and v != 0 else number(v, precision) for v in values]
    width = max(map(len, texts), default=0)
    return [text.rjust(width) for text in texts]


def rows(summary: Summary, precision: int) -> list[str]:
    """Return the lines of text that show an array: its numbers, laid out as in the array, or statistics."""
    if 0 in summary.shape:
        return ["empty"]
    if summary.values is None or len(summary.values) > TABLE:
        return ["0 everywhere"] if summary.zero else statistics(summary, precision)
    if summary.scalar:
        return [number(summary.values[0], precision)]
    texts = aligned(summary.values, precision)
    columns = summary.shape[-1]
    if (columns in (1, len(texts)) and len(texts) > 4) or columns > 8:
        columns = 4  # a long row or column is wrapped: it would be the largest thing in the picture
    return [" ".join(texts[i : i + columns]) for i in range(0, len(texts), columns)]


def statistics(summary: Summary, precision: int) -> list[str]:
    """Return mean, standard deviation and range as lines of text."""
    digits = min(precision, 3)
    lines = []
    if not math.isnan(summary.mean):
        mean, std = number(summary.mean, digits), number(summary.std, digits)
        if 1e-3 <= summary.std < 1e5:  # the mean gets as many decimals as the deviation: more say nothing
            places = max(digits - 1 - math.floor(math.log10(summary.std)), 0)
            mean = f"{round(summary.mean, places) + 0.0:.{places}f}"
        low, high = number(summary.low, digits), number(summary.high, digits)
        lines += [f"{mean} ± {std}"] if "float" in summary.dtype or "complex" in summary.dtype else []
        lines.append(f"{low} .. {high}")
    if summary.not_a_number:
        lines.append(f"{summary.not_a_number} NaN")
    if summary.infinite:
        lines.append(f"{summary.infinite} inf")
    return lines


def source_text(source: tuple[str, int], full: bool = False) -> str:
    """Return ``file:line``, with the line itself if ``full`` and it can be read."""
    file, line = source
    short = file.replace("\\", "/").rsplit("/", 1)[-1]
    if not full:
        return f"{short}:{line}"
    code = linecache.getline(file, line).strip()
    return f"{short}:{line}" + (f"  {code}" if code else "")
