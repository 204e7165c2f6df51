"""The activations that are methods of tensors."""

import autograd
from tests.calls.call import RNG, X, call

CALLS = [
    *(call("hardshrink", X, **kwargs) for kwargs in ({}, {"lambd": 1.5}, {"args": (0.1,)})),
    *(call("prelu", X, RNG.standard_normal(size)) for size in (1, 3)),
]

ERRORS = [
    (
        lambda: autograd.ones(2, 3).prelu(autograd.ones(2)),
        RuntimeError,
        r"prelu: an input of shape \(2, 3\) has 3 channels, the weight 2; one slope for all channels, or one for each",
    )
]
