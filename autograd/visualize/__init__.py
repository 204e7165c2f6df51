"""Pictures of the backprop graph: `draw`, and what can be recorded for it.

`drawing` checks what `draw` is given. `graph` copies what is to be drawn out of the recorded graph, into a model of
boxes and arrows. `picture` is what `draw` returns: it keeps the model, and has `paint` write it as SVG, PNG, DOT or
text. `paint` reads the model; `graph` knows nothing of `paint`.
"""

from .drawing import draw
from .graph.source import record_source
from .graph.tape import record_backward
from .picture import BackpropGraph

__all__ = ["BackpropGraph", "draw", "record_backward", "record_source"]
