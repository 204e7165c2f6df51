"""Affine maps."""

import autograd
import nn.functional as F
from tests.calls.call import RNG, call

CALLS = [
    call("linear", RNG.standard_normal((4, 3)), RNG.standard_normal(3), module="nn.functional"),
    *(
        call(
            "bilinear",
            RNG.standard_normal((*leading, 3)),
            RNG.standard_normal((*leading, 2)),
            RNG.standard_normal((5, 3, 2)),
            *bias,
            module="nn.functional",
        )
        for leading in ((), (4,), (2, 4), (0,))
        for bias in ((), (RNG.standard_normal(5),))
    ),
]
CALLS += [
    call("linear", RNG.standard_normal(shape), RNG.standard_normal((5, 3)), *bias, module="nn.functional")
    for shape in ((3,), (4, 3), (2, 4, 3), (0, 3))
    for bias in ((), (RNG.standard_normal(5),))
]

ERRORS = [
    (
        lambda: F.linear(autograd.ones(4, 3), autograd.ones(2, 3), autograd.ones(5)),
        RuntimeError,
        r"linear: a bias of shape \(5,\) does not fit an output of shape \(4, 2\)",
    ),
    (
        lambda: F.bilinear(autograd.ones(4, 3), autograd.ones(5, 2), autograd.ones(1, 3, 2)),
        RuntimeError,
        r"bilinear: inputs of shapes \(4, 3\) and \(5, 2\) do not fit a weight of shape \(1, 3, 2\)",
    ),
    (
        lambda: F.linear(autograd.ones(4, 3), autograd.ones(5, 2)),
        RuntimeError,
        r"linear: an input of shape \(4, 3\) has 3 features, the weight .* takes 2",
    ),
]
