"""The core: from the call of an op to its gradient. It imports nothing else of the project.

primitive   how an op is declared: a NumPy function and one formula for each argument
signature   what that declaration says about arguments, and about what to save
template    the code that runs when the op is called, as one text
recorder    the function that users call, which compiles that text
op          what nodes, the engine and pictures ask an op
graph       nodes, which calls leave behind, and leaves, which collect gradients
outputs     what lies between an op with several outputs and its tensors
engine      the backward pass
modes, writes, dtypes, sums    is this recorded; was that array changed; of which dtype is it; how is it added up
"""
