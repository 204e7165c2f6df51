"""Colours, borders and shapes of the roles: each role has its own shape or border as well as its own colour.

The tints are those of Okabe and Ito, chosen so that roles differ as much as possible for normal and for colour-blind
eyes, and so that black text has a contrast of at least 8.8 : 1.
"""

from dataclasses import dataclass, field

FONT = "Courier New"
FONT_STACK = "'Courier New', Courier, monospace"  # what an SVG asks for


@dataclass(frozen=True)
class Theme:
    """The colours of a picture."""

    background: str = "#FFFFFF"
    text: str = "#000000"  # inside coloured boxes
    plain_text: str = "#000000"  # elsewhere
    muted: str = "#4D4D4D"  # less important text in coloured boxes
    plain_muted: str = "#5A5A5A"
    border: str = "#4D4D4D"  # of boxes; arrows too
    cluster: str = "#F6F6F4"
    cluster_deeper: str = "#ECECE8"
    cluster_border: str = "#B8B8B2"
    blocked: str = "#8C8C8C"
    gradient: str = "#D55E00"
    broken: str = "#A6006B"
    fills: dict[str, str] = field(default_factory=dict)  # of the boxes, by role


@dataclass(frozen=True)
class Role:
    """How boxes of a role look: what the legend calls them, their colour, and their attributes for Graphviz."""

    name: str
    fill: str
    shape: str


ROLES = {  # in the order of the legend
    "input": Role("input", "#A9D5F2", "shape=box style=filled penwidth=1"),
    "parameter": Role("parameter", "#66C2A5", "shape=box style=filled penwidth=2.4"),
    "op": Role("operation", "#FFD98A", 'shape=box style="filled,rounded" penwidth=1'),
    "tensor": Role("tensor", "#FFFFFF", "shape=box style=filled penwidth=1"),
    "constant": Role("constant", "#FFFFFF", 'shape=box style="filled,dashed" penwidth=1'),
    "loss": Role("output", "#EFA07A", "shape=box style=filled peripheries=2 penwidth=1"),
    "module": Role("module", "#FFF3D6", 'shape=box3d style=filled penwidth=1 margin="0.12,0.06"'),
    "fold": Role("folded", "#FFF3D6", 'shape=box style="filled,rounded,dashed" penwidth=1'),
}
_FILLS = {role: known.fill for role, known in ROLES.items()}

THEMES = {
    "light": Theme(fills=_FILLS),
    "dark": Theme(
        background="#1C1E21",
        plain_text="#E8E8E6",
        plain_muted="#B4B4AE",
        border="#C8C8C2",
        cluster="#26292D",
        cluster_deeper="#303439",
        cluster_border="#5C6066",
        blocked="#8A8D91",
        gradient="#FF8A33",
        broken="#FF7AC8",
        fills=_FILLS | {"tensor": "#F2F2EE", "constant": "#F2F2EE"},
    ),
    "print": Theme(
        muted="#333333",
        plain_muted="#333333",
        border="#000000",
        cluster="#FFFFFF",
        cluster_deeper="#FFFFFF",
        cluster_border="#7A7A7A",
        blocked="#7A7A7A",
        gradient="#000000",
        broken="#000000",
        fills=dict.fromkeys(ROLES, "#FFFFFF") | {"input": "#F2F2F2", "parameter": "#D0D0D0", "loss": "#E2E2E2"},
    ),
}
