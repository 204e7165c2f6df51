"""`draw` and what it returns: a snapshot of a graph that can be written in several forms."""

import hashlib
import itertools
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..engine import _why_no_grad
from ..graph import Node
from ..tensor import Tensor
from . import render
from .build import Contents, build
from .dot import dot_lines
from .folding import fit
from .labels import Show
from .model import Graph, Vertex
from .naming import Names, outermost, variables
from .svg import finish
from .tape import Tape
from .text import describe, text
from .theme import THEMES
from .words import tooltip, use_tooltip

_uids = itertools.count(1)

_CHOICES: dict[str, tuple[Any, ...]] = {
    "view": ("both", "forward", "backward"),
    "direction": ("auto", "LR", "TB"),
    "show_values": ("auto", "stats", False),
    "show_constants": ("inline", True, False),
    "show_tensors": ("named", "all", "none"),
    "show_source": ("tooltip", "label", False),
    "show_dtype": ("non-default", True, False),
    "show_grads": (True, False),
    "show_saved": (True, False),
    "show_shapes": (True, False),
    "theme": tuple(THEMES),
    "legend": ("auto", True, False),
}


def draw(
    what: Any,
    loss: Any = None,
    *,
    view: str = "both",
    direction: str = "auto",
    level: str | int = "auto",
    max_nodes: int = 150,
    show_values: str | bool = "auto",
    show_grads: bool = True,
    show_constants: str | bool = "inline",
    show_tensors: str = "named",
    show_saved: bool = False,
    show_source: str | bool = "tooltip",
    show_shapes: bool = True,
    show_dtype: str | bool = "non-default",
    names: Mapping[str, Any] | None = None,
    precision: int = 4,
    max_label: int = 40,
    theme: str = "light",
    legend: str | bool = "auto",
    title: str | None = None,
    renderer: str = "auto",
    timeout: float = render.TIMEOUT,
) -> "BackpropGraph":
    """Return a picture of how a tensor was computed: ``draw(loss)``, ``draw(tape)`` or ``draw(model, loss)``.

    A tape of `record_backward` adds the gradients of all intermediate results, a model the parameters that the loss
    does not depend on. docs/visualizing.md explains the options. The picture is a snapshot: it does not change when
    the tensors do, and keeps none of them. Raises RuntimeError if nothing was recorded for the tensor, and TypeError or
    ValueError for what it cannot draw and for options it does not know.

    >>> import autograd
    >>> x = autograd.tensor(3.0, requires_grad=True)
    >>> y = x * x + x
    >>> y.backward()
    >>> print(autograd.draw(y).text())
    backprop graph: 2 ops
      x               ()  3  grad 7
      %1 = ×(x, x)    ()  9  grad 1
      %2 = +(%1, x)   ()
      y = %2          ()  12  grad 1
    """
    given = dict(locals())
    for option, choices in _CHOICES.items():
        if not any(given[option] == choice and type(given[option]) is type(choice) for choice in choices):
            raise ValueError(f"draw: {option} is one of {', '.join(map(repr, choices))}, got {given[option]!r}")
    _check_numbers(level, max_nodes, precision, max_label, timeout)
    roots, tape, model = _subject(what, loss)
    nodes = [node for node, _ in roots]
    modules = outermost(_scopes(nodes))
    if model is not None:
        modules = [model, *(module for module in modules if module is not model)]
    graph = build(
        roots,
        Names(names, variables() if names is None else {}, modules, nodes),
        Contents(show_constants, show_tensors, show_saved, precision),
        tape=tape,
        model=model,
    )
    show = Show(
        show_values if view != "backward" else False,
        show_grads and view != "forward",
        show_shapes,
        show_dtype,
        show_source,
        precision,
        max_label,
    )
    options = {"view": view, "direction": direction, "theme": theme, "legend": legend, "title": title}
    return BackpropGraph(graph, show, level, max_nodes, options, renderer, timeout)


class BackpropGraph:
    """A picture of a graph, made by `draw`; the last line of a notebook cell shows it."""

    def __init__(
        self,
        graph: Graph,
        show: Show,
        level: Any,
        max_nodes: int,
        options: Mapping[str, Any],
        renderer: str,
        timeout: float,
    ) -> None:
        self._whole, self._show, self._level = graph, show, level
        self._options, self._renderer, self._timeout = options, renderer, timeout
        self._usual = _usual_dtype(graph)
        self._take(max_nodes)

    def _take(self, max_nodes: int) -> None:
        self._max_nodes = max_nodes
        self._graph = fit(self._whole, self._level, max_nodes)
        self._drawn: str | None = None

    def __repr__(self) -> str:
        return f"<{describe(self._graph)}, drawn as {len(self._graph.vertices):,} boxes>"

    def node(self, name: str) -> Vertex:
        """Return what is known of the box with this title, id or path. Raises KeyError if there is none."""
        for vertex in self._graph.vertices.values():
            if name in (vertex.title, vertex.id):
                return vertex
        titles = ", ".join(dict.fromkeys(v.title for v in self._graph.vertices.values()))
        raise KeyError(f"the picture has no box {name!r}; there are {titles[:300]}")

    def to_dict(self) -> dict[str, Any]:
        """Return what is drawn as dicts and lists that JSON can hold."""
        return self._graph.to_dict()

    def text(self) -> str:
        """Return the graph as text, in the order of computation, indented by module; needs no renderer."""
        return text(self._graph, self._show, self._usual, self._options["title"])

    def dot(self) -> str:
        """Return the graph in DOT, Graphviz's language."""
        return "digraph backprop {\n" + "".join(f"\t{line}\n" for line in self._lines()) + "}\n"

    def _lines(self) -> list[str]:
        options = self._options
        roles = {v.role for v in self._graph.vertices.values()}
        legend = options["legend"]
        return dot_lines(
            self._graph,
            THEMES[options["theme"]],
            self._show,
            view=options["view"],
            direction=options["direction"],
            legend=(len(roles) > 3 or self._graph.recorded) if legend == "auto" else legend,
            title=options["title"],
            usual=self._usual,
        )

    @property
    def digraph(self) -> Any:
        """The graph as a ``graphviz.Digraph``, for what else can be done with one."""
        import graphviz

        return graphviz.Digraph("backprop", format="svg", body=[f"\t{line}\n" for line in self._lines()])

    def svg(self) -> str:
        """Return the picture as SVG: a text without links, scripts and fonts, with the graph's data in it.

        Raises RenderError if no renderer is installed.
        """
        if self._drawn is None:
            self._drawn = self._svg(None)
        return self._drawn

    def _svg(self, uid: str | None) -> str:
        picture = self._render("svg")
        graph, precision = self._graph, self._show.precision
        titles = {vertex.id: tooltip(vertex, self._show) for vertex in graph.vertices.values()}
        titles |= {f"e{number}": use_tooltip(use, graph, precision) for number, use in enumerate(graph.uses)}
        titles |= {cluster.id: cluster.title for cluster in self._graph.clusters.values()}
        if uid is None:  # the same graph gives the same file
            uid = hashlib.sha256(picture).hexdigest()[:6]
        return finish(picture, uid, self._description(), titles, self.to_dict())

    def _description(self) -> str:
        return self._options["title"] or describe(self._graph)

    def _render(self, format: str, options: tuple[str, ...] = ()) -> bytes:
        try:
            return render.render(self.dot(), format, self._renderer, self._timeout, options)
        except render.RenderTimeout as error:
            if self._level == "auto" and len(self._graph.vertices) > 40:
                self._take(max(self._max_nodes // 4, 20))
                return self._render(format, options)
            raise render.RenderTimeout(
                f"{error}, not even in haste, for {len(self._graph.vertices):,} boxes and {len(self._graph.uses):,} "
                f"arrows: show less (level='modules', level=1, max_nodes=50), or allow more time (timeout=60)"
            ) from None

    def png(self, scale: float = 1.0) -> bytes:
        """Return the picture as PNG, ``scale`` times as large as the SVG, at most 15,000 pixels a side."""
        if not scale > 0:
            raise ValueError(f"png: scale is a positive number, got {scale!r}")
        resolution = 96 * scale
        inches = render.LARGEST / resolution
        return self._render("png", (f"-Gdpi={resolution:g}", f"-Gsize={inches:.3f},{inches:.3f}"))

    def pdf(self) -> bytes:
        """Return the picture as PDF; this takes Graphviz's own ``dot`` or pygraphviz."""
        return self._render("pdf")

    def save(self, path: str | Path) -> Path:
        """Write the picture in the form that the suffix names: .svg, .png, .pdf, .dot or .gv, .txt, .json."""
        path = Path(path)
        writers: dict[str, Any] = {
            ".svg": self.svg,
            ".png": self.png,
            ".pdf": self.pdf,
            ".dot": self.dot,
            ".gv": self.dot,
            ".txt": lambda: self.text() + "\n",
            ".json": lambda: json.dumps(self.to_dict(), ensure_ascii=False, allow_nan=False, indent=1) + "\n",
        }
        writer = writers.get(path.suffix.lower())
        if writer is None:
            raise ValueError(f"save: the suffix of {path.name!r} is none of {', '.join(writers)}")
        contents = writer()
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
        return path

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        """Return what a notebook shows: the picture, or the text where there is no renderer."""
        try:
            bundle = {"text/plain": self.text()}
        except Exception as error:
            return {"text/plain": f"{self!r}: {error}"}
        try:
            bundle["image/svg+xml"] = self._svg(f"{next(_uids)}")
        except Exception as error:
            bundle["text/plain"] += f"\n\n(no picture: {error})"
        return bundle


def _subject(what: Any, loss: Any) -> tuple[list[tuple[Any, Any]], Tape | None, Any]:
    """Return the roots with their arrays, the tape and the model of ``draw``'s two arguments."""
    model = tape = None
    if hasattr(type(what), "named_parameters"):
        model, what = what, loss
        if what is None:
            raise TypeError("draw: a model alone has no graph: call it, and give the result, draw(model, loss)")
    elif loss is not None:
        raise TypeError(
            f"draw: two arguments are a model and a loss; the first one is {type(what).__name__}, not a model"
        )
    if isinstance(what, Tape):
        if not what.roots:
            raise RuntimeError("draw: the tape is empty: no backward pass ran inside the record_backward block")
        return [(root, None) for root in what.roots], what, model
    tensors = what if isinstance(what, (list, tuple)) and what else [what]
    roots = []
    for tensor in tensors:
        if not isinstance(tensor, Tensor):
            raise TypeError(
                f"draw: expected a tensor, several, a tape of record_backward, or a model and a loss, got "
                f"{type(tensor).__name__}"
            )
        if tensor._node is None:
            raise RuntimeError(f"draw: nothing was recorded: {_why_no_grad(tensor)}")
        roots.append((tensor._node, tensor._array))
    return list(dict(roots).items()), tape, model


def _scopes(nodes: list[Any]) -> list[Any]:
    from ..graph import ancestors

    order = ancestors(nodes)
    found = dict.fromkeys(node.scope for node in reversed(order) if isinstance(node, Node))
    calls: dict[Any, None] = {}
    for scope in found:
        call: Any = scope
        while call is not None and call not in calls:
            calls[call] = None
            call = call.parent
    return list(calls)


def _usual_dtype(graph: Graph) -> str | None:
    """Return the floating-point dtype of most boxes."""
    counts = Counter(v.dtype for v in graph.vertices.values() if v.dtype is not None and "float" in v.dtype)
    return counts.most_common(1)[0][0] if counts else None


def _check_numbers(level: Any, max_nodes: Any, precision: Any, max_label: Any, timeout: Any) -> None:
    if level not in ("auto", "ops", "modules") and not (type(level) is int and level >= 1):
        raise ValueError(
            f"draw: level is 'auto', 'ops', 'modules' or the depth, from 1, at which modules are boxes, got {level!r}"
        )
    for option, value, least in (
        ("max_nodes", max_nodes, 10),
        ("precision", precision, 1),
        ("max_label", max_label, 5),
    ):
        if type(value) is not int or value < least:
            raise ValueError(f"draw: {option} is a whole number of at least {least}, got {value!r}")
    if not (isinstance(timeout, (int, float)) and timeout > 0):
        raise ValueError(f"draw: timeout is a positive number of seconds, got {timeout!r}")
