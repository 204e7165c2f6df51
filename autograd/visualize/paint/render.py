"""Which program turns DOT into a picture, and how it is run.

A fresh machine has no Graphviz. A program that is asked for is taken; otherwise the first that there is of the system's
``dot``, ``graphviz-pure`` (a port that pip installs, in a directory that need not be on PATH) and ``pygraphviz``.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass

VARIABLE = "GLASSGRAD_RENDERER"
TIMEOUT = 20.0
LARGEST = 15_000  # pixels per side of a PNG: larger ones took tens of gigabytes of memory
PURE_FORMATS = ("svg", "png", "jpg", "json", "dot")
HASTE = ("-Gnslimit=1", "-Gmclimit=0.1", "-Gsplines=line")  # in a tenth of the time, less beautiful
KNOWN = ("auto", "dot", "graphviz-pure", "pygraphviz")


class RenderError(RuntimeError):
    """No picture could be made, for the reason that the message gives."""


class RenderTimeout(RenderError):
    """The renderer did not finish in time."""


@dataclass(frozen=True)
class Renderer:
    """A program, by name and path; ``pygraphviz`` is a module and has no path."""

    name: str
    path: str | None

    def run(self, dot: str, format: str, timeout: float, options: Sequence[str] = ()) -> bytes:
        """Return the picture of ``dot``. Raises RenderError with what the program said, RenderTimeout if it is slow."""
        if self.path is None:
            return self._run_pygraphviz(dot, format, options)
        command = [self.path, "-q", f"-T{format}", *options]
        try:
            done = subprocess.run(command, input=dot.encode(), capture_output=True, timeout=timeout, check=False)
        except subprocess.TimeoutExpired:
            raise RenderTimeout(f"{self.name} did not finish within {timeout:g} s") from None
        except OSError as error:
            raise RenderError(f"{self.path} cannot be run: {error}") from error
        if done.returncode or not done.stdout:
            said = done.stderr.decode(errors="replace").strip()[-500:] or "nothing"
            raise RenderError(f"{self.path} failed with exit status {done.returncode} and said: {said}")
        return done.stdout

    def _run_pygraphviz(self, dot: str, format: str, options: Sequence[str]) -> bytes:
        import pygraphviz

        picture = pygraphviz.AGraph(string=dot).draw(format=format, prog="dot", args=" ".join(["-q", *options]))
        return picture if isinstance(picture, bytes) else str(picture).encode()


def render(
    dot: str, format: str, renderer: str = "auto", timeout: float = TIMEOUT, options: Sequence[str] = ()
) -> bytes:
    """Return the picture of ``dot`` in ``format``; if it takes longer than ``timeout`` seconds, make it in haste.

    Raises RenderError if there is no program or it fails, RenderTimeout if it is too slow in haste too.
    """
    program = find(renderer, format)
    try:
        return program.run(dot, format, timeout, options)
    except RenderTimeout:
        return program.run(dot, format, timeout, [*options, *HASTE])


def find(renderer: str = "auto", format: str = "svg") -> Renderer:
    """Return the renderer to use for ``format``. Raises RenderError, saying how to get one, if there is none."""
    if renderer == "auto":
        renderer = os.environ.get(VARIABLE, "") or "auto"
    if renderer != "auto":
        found = _installed(renderer)
        if found is None:
            raise RenderError(f"the renderer {renderer!r} was asked for, but is not installed. {ADVICE}")
        return found
    rejected = None
    for name in KNOWN[1:]:
        found = _installed(name)
        if found is not None and (name != "graphviz-pure" or format in PURE_FORMATS):
            return found
        rejected = rejected or found
    if rejected is not None:
        raise RenderError(
            f"{rejected.name} does not make {format}, only {', '.join(PURE_FORMATS)}: install Graphviz with the "
            f"system's package manager (the package is called graphviz), or save as .svg"
        )
    raise RenderError(f"no program to draw graphs with was found. {ADVICE}")


ADVICE = (
    "Install one with: pip install 'glassgrad[render]', or Graphviz with the system's package manager (the package is "
    "called graphviz). Without one there are .text() and .dot()"
)


def _installed(name: str) -> Renderer | None:
    """Return the renderer of this name if it is installed."""
    if name == "pygraphviz":
        return Renderer(name, None) if importlib.util.find_spec(name) else None
    places = _script_directories() if name == "graphviz-pure" else [None]
    path = next(filter(None, (shutil.which(name, path=place) for place in places)), None)
    return None if path is None else Renderer(name, path)


def _script_directories() -> list[str | None]:
    """Return where pip puts programs, which a virtual environment that is not activated lacks on PATH; then PATH."""
    user = sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user"))
    return [sysconfig.get_path("scripts"), os.path.dirname(sys.executable), user, None]
