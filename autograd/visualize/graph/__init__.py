"""What is drawn: the recorded graph becomes a model of boxes and arrows, which shares nothing with it.

`build` walks through the nodes and makes a `model.Graph`; `naming` knows what things are called, `operation` how an op
is written, `summary` what is kept of an array, `options` what `draw` was asked for. `folding` makes a smaller model.
`tape` and `source` record what the nodes themselves do not know: the steps of a backward pass, and the lines of the
user's code.
"""
