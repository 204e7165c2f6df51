"""Softmax, its logarithm, and the softmax of attention."""

import numpy as np

from autograd.ops import softmax
from tests.ops.cases.case import CUBE, INF, case, floats, normal


def softmax_or_zero(torch, x, axis):
    """Softmax, whose row is replaced where there is nothing in it."""
    nothing = (x == -INF).all(axis, keepdim=True)
    return torch.softmax(x.masked_fill(nothing, 0.0), axis).masked_fill(nothing, 0.0)


CASES = [
    *(
        case(
            op,
            CUBE,
            torch=lambda torch, x, name=name, axis=axis: getattr(torch, name)(x, dim=axis),
            special=[
                floats(1000, 0, -1000),
                floats(1000, 1000),
                floats(-INF, 0, 1),
                np.zeros((0, 3)) if axis != 0 else floats(5),
            ],
            axis=axis,
        )
        for op, name in ((softmax.softmax, "softmax"), (softmax.log_softmax, "log_softmax"))
        for axis in (0, -1)
    ),
    *(
        case(
            softmax.softmax_pullback,
            *(CUBE, normal(2, 3, 4)),
            torch=lambda torch, g, y, axis=axis: y * (g - (g * y).sum(axis, keepdim=True)),
            axis=axis,
        )
        for axis in (0, -1)
    ),
    *(
        case(
            softmax.log_softmax_pullback,
            *(CUBE, normal(2, 3, 4)),
            torch=lambda torch, g, y, axis=axis: g - y.exp() * g.sum(axis, keepdim=True),
            axis=axis,
        )
        for axis in (0, -1)
    ),
    *(
        case(
            softmax.softmax_or_zero,
            CUBE,
            torch=lambda torch, x, axis=axis: softmax_or_zero(torch, x, axis),
            special=[floats(1000, 0, -1000), floats(-INF, 0, 1), floats(-INF, -INF, -INF, -INF).reshape(2, 2)],
            axis=axis,
        )
        for axis in (0, -1)
    ),
    case(
        softmax.softmax_or_zero, np.zeros((2, 0)), torch=lambda torch, x: torch.softmax(x, -1), checked=False, axis=-1
    ),
]
