"""Medians, modes, groups and histograms."""

import numpy as np

from autograd.ops import statistics
from tests.ops.cases.case import CUBE, INF, NAN, SCALAR, case, floats

TIES = floats(3, 1, 3, 3, 1, 2, 2, 2, 2, 1).reshape(2, 5)
GAPS = floats(3, NAN, 1, 2, NAN, 1, 1, 1, 1, 0, NAN, 5).reshape(3, 4)


def along(name, axis, keep):
    return lambda torch, x: getattr(torch, name)(x, dim=axis, keepdim=keep)


CASES = [
    case(
        statistics.median,
        CUBE,
        torch="median",
        special=[TIES, floats(1, NAN, 3), floats(NAN, NAN), floats(INF, 1, -INF), floats(2), np.zeros(0), SCALAR],
    ),
    case(statistics.median, np.array([3, 1, 2, 4]), torch="median", checked=False),
    *(
        case(
            getattr(statistics, f"{name}_along"),
            CUBE,
            torch=along(name, axis, keep),
            special=special if axis == 1 else (),
            axis=axis,
            keepdims=keep,
        )
        for name, special in (
            ("median", [TIES, GAPS, TIES[:, :4], TIES[:, :1], np.zeros((0, 3)), np.ones((2, 8))]),
            ("nanmedian", [TIES, GAPS, TIES[:, :4], np.zeros((0, 3)), floats(1, NAN, NAN, NAN, 2).reshape(1, 5)]),
            ("mode", [TIES, GAPS, TIES[:, :1], np.zeros((0, 3)), floats(1, 2, 2, 1, 3).reshape(1, 5)]),
        )
        for axis in (0, 1, -1)
        for keep in (False, True)
    ),
    *(
        case(getattr(statistics, f"{name}_along"), SCALAR, torch=along(name, 0, False), axis=0)
        for name in ("median", "nanmedian", "mode")
    ),
    case(
        statistics.bincount,
        np.array([3, 1, 1]),
        torch=lambda torch, x: torch.bincount(x, minlength=6),
        special=[np.array([], np.int64)],
        minlength=6,
    ),
    *(
        case(
            statistics.groups,
            np.array([[3, 1], [1, 2], [3, 1], [3, 1], [0, 5]]),
            torch=lambda torch, x, unique=unique, first=first: (
                torch.tensor(first),
                *unique(torch)(x, dim=0, return_inverse=True, return_counts=True)[1:],
            ),
            ordered=ordered,
        )
        for ordered, unique, first in (
            (True, lambda torch: torch.unique, [4, 1, 0]),
            (False, lambda torch: torch.unique_consecutive, [0, 1, 2, 4]),
        )
    ),
    case(
        statistics.histogram,
        np.array([3, 1, 1, 9, 6, 8, -2, 2]),
        torch=lambda torch, x: tuple(part.long() for part in torch.histogram(x.double(), 4, range=(0.0, 8.0))),
        bins=4,
        range=(0.0, 8.0),
    ),
]
