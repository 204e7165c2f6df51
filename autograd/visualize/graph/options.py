"""What `draw` is asked for: `graph` reads which tensors and constants are wanted, `paint` all the rest."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """The options of `draw`, by the same names, after they were checked."""

    view: str
    direction: str
    level: str | int
    max_nodes: int
    show_values: str | bool
    show_grads: bool
    show_constants: str | bool
    show_tensors: str
    show_saved: bool
    show_source: str | bool
    show_shapes: bool
    show_dtype: str | bool
    precision: int
    max_label: int
    theme: str
    legend: str | bool
    title: str | None
    renderer: str
    timeout: float
