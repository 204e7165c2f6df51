"""Affine maps."""

import autograd
import nn.functional as F
from tests.calls.call import RNG, call

CALLS = [
    call("linear", RNG.standard_normal(shape), RNG.standard_normal((5, 3)), *bias, module="nn.functional")
    for shape in ((3,), (4, 3), (2, 4, 3), (0, 3))
    for bias in ((), (RNG.standard_normal(5),))
]

ERRORS = [
    (
        lambda: F.linear(autograd.ones(4, 3), autograd.ones(5, 2)),
        RuntimeError,
        r"linear: an input of shape \(4, 3\) has 3 features, the weight .* takes 2",
    ),
]
