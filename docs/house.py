"""Draw the house: the rooms of autograd and nn, what each is for, and which of them import which.

    python docs/house.py [file]

Everything is read off the sources; nothing of them is run. The picture is written to docs/img/house.svg, or to the file
that is given. Arrows that follow from others (A imports B, B imports C, so A may import C) are left out.
"""

import ast
import functools
import io
import sys
import textwrap
import tokenize
from graphlib import TopologicalSorter
from html import escape
from pathlib import Path

from autograd.visualize.paint.render import render

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("autograd", "nn")

PURPOSE = {
    "autograd/__init__.py": "the names that users import",
    "autograd/core": "from the call of an op to its gradient",
    "autograd/derivatives": "derivatives of functions; Function",
    "autograd/dtypes.py": "core.dtypes, for users",
    "autograd/exports.py": "which names a module exports",
    "autograd/func.py": "as torch.func",
    "autograd/functional.py": "as torch.autograd.functional",
    "autograd/functions": "PyTorch's names and arguments",
    "autograd/linalg": "linear algebra, as torch.linalg",
    "autograd/linalg/top_level": "linear algebra that is in torch itself",
    "autograd/ops": "the table of derivatives, NumPy's names",
    "autograd/random": "random numbers and generators",
    "autograd/special.py": "as torch.special",
    "autograd/tensor": "the class; what makes tensors",
    "autograd/testing": "checks for authors of ops",
    "autograd/visualize": "draw: from a graph to a file",
    "autograd/visualize/graph": "what is drawn: boxes and arrows",
    "autograd/visualize/paint": "how: DOT, SVG, text",
    "nn/__init__.py": "the names that users import",
    "nn/functional": "layers and losses as functions",
    "nn/hooks.py": "hooks on calls of modules",
    "nn/init.py": "initial values of parameters",
    "nn/layers": "layers and losses as modules",
    "nn/losses.py": "losses as modules",
    "nn/module.py": "Module: parameters, state, modes",
    "nn/optim": "optimizers",
    "nn/parameter.py": "Parameter",
    "nn/signatures.py": "functions written from signatures",
}


def modules():
    """Return the file of every module, by name; a package's own name is that of its __init__.py."""
    files = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    return {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in files}


def imports(name, known):
    """Return the modules of ours that a module imports, those inside of functions included."""
    path = known[name]
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    found = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            source = ".".join([*parts, *(node.module or "").split(".")]).strip(".")
            if source not in known:
                continue
            members = [f"{source}.{alias.name}" for alias in node.names]
            found.update(member if member in known else source for member in members)
    return found - {name}


@functools.cache
def _tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def lines_of_code(path):
    """Return how many lines of a file hold code: comments, blank lines and docstrings do not."""
    text = path.read_text(encoding="utf-8")
    counted = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in (tokenize.NAME, tokenize.NUMBER, tokenize.OP, tokenize.STRING):
            counted.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node) is not None:
            counted.difference_update(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    return len(counted)


def from_below(arrows):
    """Return the modules, or rooms, each after all that it imports; graphlib.CycleError names a circle."""
    return list(TopologicalSorter(arrows).static_order())


def room(name, known):
    """Return the room that a module is in: its folder, or the file itself if it lies directly in autograd or nn."""
    path = known[name].relative_to(ROOT)
    return path.as_posix() if len(path.parts) == 2 else path.parent.as_posix()


def between_rooms(known):
    """Return the rooms with what they hold, and the rooms with those that they import."""
    inside, arrows = {}, {}
    for name in known:
        here = room(name, known)
        inside.setdefault(here, []).append(name)
        arrows.setdefault(here, set()).update({room(other, known) for other in imports(name, known)} - {here})
    return inside, arrows


def needed(arrows):
    """Return the arrows that do not follow from others."""
    reached = {}
    for place in from_below(arrows):
        reached[place] = arrows[place].union(*[reached[other] for other in arrows[place]])
    return {
        place: sorted(to for to in targets if not any(to in reached[other] for other in targets))
        for place, targets in arrows.items()
    }


def drawn():
    """Return the house in Graphviz's language."""
    known = modules()
    inside, arrows = between_rooms(known)
    rows = [
        "digraph house {",
        'bgcolor=white; nodesep=0.25; ranksep=0.45; pad=0.2; node [shape=plain fontname="Courier New" fontsize=13]',
        'edge [color="#8A8A84" arrowsize=0.7 penwidth=1.1]',
    ]
    rows += [f'"{place}" [label=<{_label(place, names, known)}>]' for place, names in inside.items()]
    rows += [f'"{place}" -> "{to}"' for place, targets in needed(arrows).items() for to in targets]
    return "\n".join([*rows, "}"])


def _label(place, names, known):
    """Return a room's box: its name, what it is for, and its files."""
    colour = "#FFD98A" if place == "autograd/core" else "#A9D5F2" if place.startswith("autograd") else "#66C2A5"
    title = place if place.endswith(".py") else f"{place}/"
    rows = [f'<TR><TD BGCOLOR="{colour}"><B>{title}</B></TD></TR>']
    rows.append(f'<TR><TD><FONT POINT-SIZE="10">{escape(PURPOSE[place])}</FONT></TD></TR>')
    files = sorted(known[name].stem for name in names if known[name].name != "__init__.py")
    if not place.endswith(".py"):
        body = "".join(f'{line}<BR ALIGN="LEFT"/>' for line in textwrap.wrap("  ".join(files), 46))
        rows.append(f'<TR><TD ALIGN="LEFT"><FONT POINT-SIZE="10" COLOR="#4D4D4D">{body}</FONT></TD></TR>')
    return f'<TABLE BORDER="1" COLOR="#B8B8B2" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3">{"".join(rows)}</TABLE>'


def main(file=ROOT / "docs" / "img" / "house.svg"):
    Path(file).write_bytes(render(drawn(), "svg"))
    print(file)


if __name__ == "__main__":
    main(*sys.argv[1:])
