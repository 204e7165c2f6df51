"""The core: from the call of an op to its gradient. It imports nothing else of the project.

In the order in which one operation passes through it:

primitive   how an op is declared: a NumPy function and one formula for each argument
signature   what that declaration says about arguments, and about what to save
recorder    the function that users call; its first call compiles the code that runs from then on
template    that code, as one text with gaps
graph       nodes, which calls leave behind, and leaves, which collect gradients
engine      the backward pass
op          what an op is to all of these, and to pictures
outputs     what lies between an op with several outputs and its tensors

They ask:

modes       is this recorded, and in which module call?
writes      was that array changed since?
dtypes      which dtype does a result have?
sums        how are arrays added up, fast and without loss?
"""
