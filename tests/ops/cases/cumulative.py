"""What accumulates along an axis."""

import numpy as np

from autograd.ops import cumulative
from tests.ops.cases.case import CUBE, INF, NAN, NOT_FINITE, SCALAR, between, case, floats, normal

LONG = normal(2, 19)  # long enough for a recurrence to be solved in pairs, of an odd length
WIDE = between(0.5, 1.5, 3, 70)  # wide enough to be accumulated row by row


def named(name, axis):
    return lambda torch, x: getattr(torch, name)(x, dim=axis)


def solved(torch, a, b, axis):
    """The recurrence, step by step."""
    a, b = a.movedim(axis, -1), b.movedim(axis, -1)
    s = [b[..., -1]]
    for k in range(a.shape[-1] - 2, -1, -1):
        s.insert(0, a[..., k] * s[0] + b[..., k])
    return torch.stack(s, -1).movedim(-1, axis)


CUMULATIVE = {
    "cumsum": [floats(INF, 1, INF, 2), floats(NAN, 1), floats(1000, -1000, 0)],
    "cumprod": [
        floats(2, 0, 3, 4),
        floats(2, 0, 3, 0, 4, 0, 5),
        floats(0, 0, 0),
        floats(-0.0, 3),
        floats(1000, -1000, 0.5),
    ],
    "cummax": [floats(1, 3, 3, 2, 3), floats(1, NAN, 3, NAN, 5), floats(-INF, INF, INF), floats(0, -0.0, 0)],
    "cummin": [floats(3, 1, 1, 2, 1), floats(1, NAN, 3, NAN, 5), floats(INF, -INF, -INF), floats(0, -0.0, 0)],
    "logcumsumexp": [floats(30, 0, 20, -1000), floats(-10, 10), floats(-INF, -INF), floats(0, -INF, 1)],
}
EMPTY = np.zeros((2, 0))

CASES = [
    *(
        case(
            getattr(cumulative, name),
            x,
            torch=named(name, axis),
            special=(*special, *(x[:1] for x in special), SCALAR) if x is CUBE and axis == -1 else (),
            axis=axis,
        )
        for name, special in CUMULATIVE.items()
        for x, axis in ((CUBE, -1), (CUBE, 0), (CUBE, 1), (LONG, 1), (WIDE, 0))
    ),
    *(
        case(getattr(cumulative, name), x, torch=named(name, axis), axis=axis, checked=False)
        for name in CUMULATIVE
        for x, axis in ((EMPTY, 0), (EMPTY, 1), (np.zeros(0), 0), (SCALAR, 0))
    ),
    *(
        case(cumulative.cumprod, x, torch=named("cumprod", 1), order=3, axis=1)
        for x in (
            floats(2, 0, 3, 4, 1, 2, 0, 0, 5, 3, 2, 1).reshape(3, 4),
            np.where(between(0, 1, 2, 19) < 0.2, 0, LONG),
        )
    ),
    case(cumulative.cumsum, np.arange(6).reshape(2, 3), torch=named("cumsum", 1), checked=False, axis=1),
    case(
        cumulative.logcumsumexp,
        normal(3),
        torch=named("logcumsumexp", 0),
        singular=[floats(0, INF, 1), floats(NAN, 1), NOT_FINITE, floats(-INF, -INF, 0, 1)],
        order=1,  # what is NaN in the first derivative is NaN elsewhere in PyTorch's second
        axis=0,
    ),
    *(
        case(
            cumulative.recurrence,
            normal(*shape),
            normal(*shape),
            torch=lambda torch, a, b, axis=axis: solved(torch, a, b, axis),
            special=[(np.zeros(shape), np.ones(shape))],
            axis=axis,
        )
        for shape, axis in (((2, 3), 1), ((3, 2), 0), ((2, 16), 1), ((2, 33), -1), ((1, 1), 0))
    ),
    *(
        case(
            cumulative.sum_runs,
            normal(2, 4),
            np.array([[0, 0, 2, 2], [0, 1, 1, 3]]),
            torch=lambda torch, x, i: torch.zeros_like(x).scatter_add(1, i, x),
            axis=axis,
        )
        for axis in (1, -1)
    ),
    *(
        case(
            cumulative.shifted,
            normal(2, 3),
            torch=lambda torch, x, by=by, fill=fill: (
                torch.cat([torch.full_like(x[:, :1], fill), x[:, :-1]], 1)
                if by > 0
                else torch.cat([x[:, 1:], torch.full_like(x[:, :1], fill)], 1)
            ),
            by=by,
            fill=fill,
            axis=1,
        )
        for by, fill in ((1, 0), (1, 1), (-1, 0), (-1, 5))
    ),
]
