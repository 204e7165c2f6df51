"""The core: from the call of an op to its gradient. It imports nothing else of the project.

modes, writes, dtypes, sums    is this recorded, was that array changed, of which dtype is it, how is it added up
graph, outputs                 nodes and leaves; what lies between an op with several outputs and its tensors
op, primitive, recorder        what an op is, how it is declared, the code that is generated for it
engine                         the backward pass
"""
