"""How it is drawn: the model as text, as Graphviz's language, and as SVG."""
