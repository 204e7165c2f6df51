"""The picture that `draw` returns: a snapshot of a graph, which can be written in several forms."""

import hashlib
import itertools
import json
from pathlib import Path
from typing import Any

from .graph.folding import fit
from .graph.model import Graph, Vertex
from .graph.options import Options
from .paint import render
from .paint.dot import dot_lines
from .paint.svg import finish
from .paint.text import describe, text
from .paint.words import tooltip, use_tooltip

_uids = itertools.count(1)


class BackpropGraph:
    """A picture of a graph, made by `draw`; the last line of a notebook cell shows it."""

    def __init__(self, graph: Graph, options: Options) -> None:
        self._whole, self._options = graph, options
        self._take(options.max_nodes)

    def _take(self, max_nodes: int) -> None:
        self._max_nodes = max_nodes
        self._graph = fit(self._whole, self._options.level, max_nodes)
        self._drawn: str | None = None

    def __repr__(self) -> str:
        return f"<{describe(self._graph)}, drawn as {len(self._graph.vertices):,} boxes>"

    def node(self, name: str) -> Vertex:
        """Return what is known of the box with this title or id. Raises KeyError if there is none."""
        for vertex in self._graph.vertices.values():
            if name in (vertex.title, vertex.id):
                return vertex
        titles = ", ".join(dict.fromkeys(v.title for v in self._graph.vertices.values()))
        raise KeyError(f"the picture has no box {name!r}; there are {titles[:300]}")

    def to_dict(self) -> dict[str, Any]:
        """Return what is drawn as dicts and lists that JSON can hold."""
        return self._graph.to_dict()

    def text(self) -> str:
        """Return the graph as text, in the order of computation, indented by module. This needs no renderer."""
        return text(self._graph, self._options)

    def dot(self) -> str:
        """Return the graph in DOT, Graphviz's language."""
        return "digraph backprop {\n" + "".join(self._body()) + "}\n"

    def _body(self) -> list[str]:
        return [f"\t{line}\n" for line in dot_lines(self._graph, self._options)]

    @property
    def digraph(self) -> Any:
        """The graph as a ``graphviz.Digraph``, for everything else that can be done with one."""
        import graphviz

        return graphviz.Digraph("backprop", format="svg", body=self._body())

    def svg(self) -> str:
        """Return the picture as SVG: text without links, scripts and fonts, but with the data of the graph in it.

        Raises RenderError if no renderer is installed.
        """
        if self._drawn is None:
            self._drawn = self._svg(None)
        return self._drawn

    def _svg(self, uid: str | None) -> str:
        picture = self._render("svg")
        graph, options = self._graph, self._options
        titles = {vertex.id: tooltip(vertex, options) for vertex in graph.vertices.values()}
        titles |= {f"e{number}": use_tooltip(use, graph, options) for number, use in enumerate(graph.uses)}
        titles |= {cluster.id: cluster.title for cluster in graph.clusters.values()}
        if uid is None:  # the same graph gives the same file
            uid = hashlib.sha256(picture).hexdigest()[:6]
        return finish(picture, uid, options.title or describe(graph), titles, self.to_dict())

    def _render(self, format: str, options: tuple[str, ...] = ()) -> bytes:
        try:
            return render.render(self.dot(), format, self._options.renderer, self._options.timeout, options)
        except render.RenderTimeout as error:
            if self._options.level == "auto" and len(self._graph.vertices) > 40:
                self._take(max(self._max_nodes // 4, 20))
                return self._render(format, options)
            raise render.RenderTimeout(
                f"{error}, not even in haste, for {len(self._graph.vertices):,} boxes and {len(self._graph.uses):,} "
                f"arrows: show less (level='modules', level=1, max_nodes=50), or allow more time (timeout=60)"
            ) from None

    def png(self, scale: float = 1.0) -> bytes:
        """Return the picture as PNG, ``scale`` times as large as the SVG, but at most 15,000 pixels a side.

        Raises ValueError for a scale that is not positive.
        """
        if not scale > 0:
            raise ValueError(f"png: scale is a positive number, got {scale!r}")
        resolution = 96 * scale
        inches = render.LARGEST / resolution
        return self._render("png", (f"-Gdpi={resolution:g}", f"-Gsize={inches:.3f},{inches:.3f}"))

    def pdf(self) -> bytes:
        """Return the picture as PDF. Raises RenderError without Graphviz's own ``dot`` or pygraphviz."""
        return self._render("pdf")

    def save(self, path: str | Path) -> Path:
        """Write the picture in the form that the suffix names: .svg, .png, .pdf, .dot or .gv, .txt, .json.

        Raises ValueError for another suffix.
        """
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
        """Return what a notebook shows: the picture, or the text if there is no renderer."""
        try:
            bundle = {"text/plain": self.text()}
        except Exception as error:
            return {"text/plain": f"{self!r}: {error}"}
        try:
            bundle["image/svg+xml"] = self._svg(f"{next(_uids)}")
        except Exception as error:
            bundle["text/plain"] += f"\n\n(no picture: {error})"
        return bundle
