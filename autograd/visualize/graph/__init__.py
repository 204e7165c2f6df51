"""What is drawn: a model of boxes and arrows, made of the nodes of a graph."""
