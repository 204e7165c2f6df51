"""How it is drawn: the model of `graph` as Graphviz's language, as SVG, and as text.

`dot` writes the boxes and arrows, with `labels` in the boxes, the colours of `theme`, and what `words` says where the
pointer rests; `render` finds and runs the program that makes a picture of this, and `svg` finishes it. `text` needs no
program.
"""
