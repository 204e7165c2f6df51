"""Orders along an axis, and searching."""

import numpy as np

from autograd.ops import sorting
from tests.ops.cases.case import CUBE, EMPTY, INF, NAN, case, floats

# Elements that are equal are given in any order, by PyTorch as well: there are none here, but where stable.
SPREAD = floats(-1000, 3, -INF, 0.5, NAN, 1000, INF)
TIES = floats(1, 0, 1, -0.0, 0, 2, 1), floats(NAN, 1, NAN, 0)


def orders(x, axis, special=(SPREAD,), **statics):
    theirs = {"dim": axis, **statics}
    return [
        case(sorting.sort, x, torch=lambda torch, x: torch.sort(x, **theirs), special=special, axis=axis, **statics),
        case(
            sorting.argsort,
            x,
            torch=lambda torch, x: torch.argsort(x, **theirs),
            special=special,
            checked=False,
            axis=axis,
            **statics,
        ),
    ]


def picks(op, name, x, axis, special=(SPREAD,), **statics):
    theirs = {"dim": axis, **statics}
    theirs |= {"keepdim": theirs.pop("keepdims")} if "keepdims" in theirs else {}
    return case(op, x, torch=lambda torch, x: getattr(torch, name)(x, **theirs), special=special, axis=axis, **statics)


CASES = [
    *(row for axis in range(3) for row in orders(CUBE, axis, special=())),
    *orders(CUBE[0, 0], 0),
    *orders(CUBE[0, 0], 0, descending=True),
    *orders(CUBE[0, 0], 0, special=(SPREAD, *TIES), stable=True),
    *orders(CUBE[0, 0], 0, special=(SPREAD, *TIES), descending=True, stable=True),
    *orders(CUBE, 1, special=(), descending=True, stable=True),
    *orders(np.array(0.7), 0, special=()),
    *orders(EMPTY, 1, special=(), descending=True),
    *(
        picks(sorting.topk, "topk", CUBE, axis, (), k=k, largest=largest)
        for axis in range(3)
        for k in range(3)
        for largest in (True, False)
    ),
    *orders(CUBE, -1, special=()),
    *orders(CUBE, -2, special=(), descending=True, stable=True),
    picks(sorting.topk, "topk", CUBE, -1, (), k=2),
    picks(sorting.kthvalue, "kthvalue", CUBE, -1, (), k=2),
    picks(sorting.kthvalue, "kthvalue", CUBE, -2, (), k=2),
    picks(sorting.topk, "topk", CUBE[0, 0], 0, k=3),
    picks(sorting.topk, "topk", CUBE[0, 0], 0, k=4, largest=False),
    picks(sorting.topk, "topk", CUBE[0, 0], 0, k=1, sorted=False),
    picks(sorting.topk, "topk", np.array(0.7), 0, (), k=1),
    *(
        picks(sorting.kthvalue, "kthvalue", CUBE, axis, (), k=k, keepdims=keepdims)
        for axis in range(3)
        for k in (1, 2)
        for keepdims in (True, False)
    ),
    *(picks(sorting.kthvalue, "kthvalue", CUBE[0, 0], 0, k=k) for k in (1, 3, 4)),
    picks(sorting.kthvalue, "kthvalue", np.array(0.7), 0, (), k=1),
    case(sorting.argwhere, CUBE[0], torch="argwhere", special=(floats(0, -0.0, NAN, 2), EMPTY), checked=False),
    case(
        sorting.searchsorted,
        floats(-1, 0, 0, 2),
        floats(-2, 0, 1, 3, INF, -INF, NAN),
        torch="searchsorted",
        checked=False,
    ),
    case(
        sorting.searchsorted,
        np.sort(CUBE, axis=-1),
        CUBE[..., :2],
        torch=lambda torch, a, v: torch.searchsorted(a, v, side="right"),
        side="right",
        checked=False,
    ),
    case(sorting.isin, floats(1, 2, NAN, 3), floats(3, NAN, 1), torch="isin", checked=False),
]
