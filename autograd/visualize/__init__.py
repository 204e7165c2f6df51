"""Pictures of the backprop graph: `draw`, and what can be recorded for it.

graph -> `build` -> `model` -> `folding` -> `dot` -> `render` -> `svg`; `text` and JSON are made of the model as well.
"""

from .drawing import draw
from .graph.source import record_source
from .graph.tape import record_backward
from .picture import BackpropGraph

__all__ = ["BackpropGraph", "draw", "record_backward", "record_source"]
