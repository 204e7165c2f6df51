"""The softmax of attention."""

import numpy as np

from autograd.ops import attention
from tests.ops.cases.case import CUBE, INF, case, floats


def softmax_or_zero(torch, x, axis):
    """Softmax, whose row is replaced where there is nothing in it."""
    nothing = (x == -INF).all(axis, keepdim=True)
    return torch.softmax(x.masked_fill(nothing, 0.0), axis).masked_fill(nothing, 0.0)


CASES = [
    case(
        attention.softmax_or_zero,
        CUBE,
        torch=lambda torch, x, axis=axis: softmax_or_zero(torch, x, axis),
        special=[floats(1000, 0, -1000), floats(-INF, 0, 1), floats(-INF, -INF, -INF, -INF).reshape(2, 2)],
        axis=axis,
    )
    for axis in (0, -1)
] + [
    case(
        attention.softmax_or_zero, np.zeros((2, 0)), torch=lambda torch, x: torch.softmax(x, -1), checked=False, axis=-1
    )
]
