"""Reductions."""

import numpy as np

from autograd.ops import reduction
from tests.ops.cases.case import CUBE, EMPTY, INF, NAN, NOT_FINITE, SCALAR, between, case, floats, normal

AXES = [None, 0, 1, -1, (0, 2), (-1, 0), (0, 1, 2)]
TIES = floats(1, 3, 3, 2, 3).reshape(1, 5)


def reductions(op, name, arrays, axes=AXES, special=(), singular=(), **statics):
    """Return rows for all axes, with and without keepdims."""
    return [
        case(
            op,
            arrays,
            torch=lambda torch, x, axis=axis, keep=keep: getattr(torch, name)(
                x, dim=tuple(range(x.ndim)) if axis is None else axis, keepdim=keep, **statics
            ),
            special=special if axis == 1 else (),
            singular=singular if axis == 1 else (),
            axis=axis,
            keepdims=keep,
            **({"correction": statics["correction"]} if "correction" in statics else {}),
        )
        for axis in axes
        for keep in (False, True)
    ]


def products(axis):
    if axis is None:
        return lambda torch, x: torch.prod(x)
    return lambda torch, x: torch.prod(x, dim=axis)


ZEROS = floats(2, 0, 3, 4, 1, 2, 0, 0, 5, 3, 2, 1).reshape(3, 4)
REDUCTIONS = [
    *reductions(reduction.sum, "sum", CUBE, special=[np.zeros((2, 0))], singular=[NOT_FINITE.reshape(2, 2)]),
    *reductions(reduction.mean, "mean", CUBE, singular=[NOT_FINITE.reshape(2, 2)]),
    case(reduction.mean, EMPTY, torch=lambda torch, x: torch.mean(x, 1), order=1, checked=False, axis=1),  # NaN
    *reductions(reduction.var, "var", CUBE, correction=1, special=[np.ones((2, 3))]),
    *reductions(reduction.var, "var", CUBE, axes=[None, 1], correction=0, special=[np.ones((2, 3))]),
    *reductions(reduction.std, "std", CUBE, correction=1),
    *reductions(reduction.std, "std", CUBE, axes=[None, 1], correction=0),
    *reductions(reduction.amax, "amax", CUBE, special=[TIES, -TIES]),
    *reductions(reduction.amin, "amin", CUBE, special=[TIES, -TIES]),
    *(case(reduction.prod, between(0.5, 2, 2, 3, 4), torch=products(axis), axis=axis) for axis in (None, 0, 1, -1)),
    case(
        reduction.prod, ZEROS, torch=products(1), special=[np.zeros((2, 3)), np.zeros((2, 0)), np.ones((2, 1))], axis=1
    ),
    case(
        reduction.prod,
        ZEROS[:1],
        torch=products(None),
        special=[ZEROS, floats(0), floats(0, 2), np.array(3.0)],
        axis=None,
    ),
    *(
        case(
            reduction.prod,
            between(0.5, 2, 2, 3, 4),
            torch=lambda torch, x, keep=keep: x.prod(2, keepdim=keep).prod(0, keepdim=keep),
            axis=axes,
            keepdims=keep,
        )
        for axes, keep in (((0, 2), True), ((-1, 0), False))
    ),
    case(reduction.spread, normal(2), torch=lambda torch, x: x[:, None].expand(2, 3), shape=(2, 3), axis=1),
    case(reduction.spread, normal(1, 3), torch=lambda torch, x: x.expand(2, 3), shape=(2, 3), axis=0),
    case(reduction.spread, np.array(2.0), torch=lambda torch, x: x.expand(2, 3), shape=(2, 3), axis=None),
    *(  # 0-d arrays have an axis 0 in reductions
        case(op, SCALAR, torch=lambda torch, x, name=name, axis=axis: getattr(torch, name)(x, dim=axis), axis=axis)
        for op, name in ((reduction.sum, "sum"), (reduction.mean, "mean"), (reduction.prod, "prod"))
        for axis in (0, -1)
    ),
    *(
        case(op, SCALAR, torch=lambda torch, x, name=name: getattr(torch, name)(x, dim=0), axis=0)
        for op, name in ((reduction.amax, "amax"), (reduction.max_along, "max"), (reduction.min_along, "min"))
    ),
    *(
        case(
            op,
            CUBE,
            torch=lambda torch, x, name=name, axis=axis, keep=keep: getattr(torch, name)(x, dim=axis, keepdim=keep),
            special=[np.array([[1.0, 3.0, 2.0], [4.0, 0.0, 1.0]]), np.array([[1.0, NAN, 2.0], [NAN, 0.0, 1.0]])]
            if axis == 1
            else (),
            axis=axis,
            keepdims=keep,
        )
        for op, name in ((reduction.max_along, "max"), (reduction.min_along, "min"))
        for axis in (0, 1, -1)
        for keep in (False, True)
    ),
    *(
        case(op, CUBE, torch=lambda torch, x, name=name, axis=axis: getattr(torch, name)(x, dim=axis), axis=axis)
        for op, name in ((reduction.argmax, "argmax"), (reduction.argmin, "argmin"))
        for axis in (None, 0, -1)
    ),
    *(
        case(
            op, CUBE.round(), torch=lambda torch, x, name=name, axis=axis: getattr(torch, name)(x, dim=axis), axis=axis
        )
        for op, name in ((reduction.all, "all"), (reduction.any, "any"))
        for axis in (0, -1, (0, 1))
    ),
]

EXPONENTIALS = [
    *reductions(
        reduction.logsumexp,
        "logsumexp",
        CUBE,
        special=[floats(1000, 0, -1000, 1000, -1000, -1000).reshape(2, 3), floats(-INF, 0, 1, -INF).reshape(2, 2)],
    ),
    case(reduction.logsumexp, SCALAR, torch=lambda torch, x: torch.logsumexp(x, 0), axis=0),
    *(
        case(reduction.logsumexp, x, torch=lambda torch, x: torch.logsumexp(x, 1), checked=False, axis=1)
        for x in (EMPTY, np.zeros((0, 2)))
    ),
    case(
        reduction.logsumexp,
        normal(3),
        torch=lambda torch, x: torch.logsumexp(x, 0),
        singular=[floats(-INF, -INF), floats(INF, 1), floats(INF, -INF), floats(INF, INF), floats(NAN, 1)],
        axis=0,
    ),
]


CASES = [*REDUCTIONS, *EXPONENTIALS]
