"""Pictures of the backprop graph: `draw`, and what can be recorded for it.

graph -> `build` -> `model` -> `folding` -> `dot` -> `render` -> `svg`; `text` and JSON are made of the model as well.
"""

from .drawing import draw
from .picture import BackpropGraph
from .source import record_source
from .tape import record_backward

__all__ = ["BackpropGraph", "draw", "record_backward", "record_source"]
