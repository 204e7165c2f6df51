"""Distances of all pairs of vectors."""

import math

import numpy as np

from autograd.ops import distance
from tests.ops.cases.case import case, normal

ROWS, TWICE = normal(4, 3), np.array([[1.0, 2], [1, 2], [3, 3], [1, 2]])
ORDS = (2, 1, 1.5, 3, math.inf, 0)


def composed(ord):
    """PyTorch's pdist has no second derivative."""

    def function(torch, x):
        first, second = (torch.tensor(i) for i in np.triu_indices(len(x), 1))
        return torch.linalg.vector_norm(x[first] - x[second], ord, -1)

    return function


def slopes(ord):
    def function(torch, g, x, norms):
        first, second = (torch.tensor(i) for i in np.triu_indices(len(x), 1))
        ratio = (x[first] - x[second]) / norms[:, None]
        slopes = g[:, None] * ratio.sign() * ratio.abs() ** (ord - 1)
        return torch.zeros_like(x).index_add(0, first, slopes).index_add(0, second, -slopes)

    return function


FIRST, SECOND = np.triu_indices(4, 1)
CASES = [
    *(case(distance.pdist, ROWS, torch=composed(ord), special=[ROWS[:1], ROWS[:2]], ord=ord) for ord in ORDS if ord),
    *(
        case(
            distance.pdist,
            ROWS,
            torch=lambda torch, x, ord=ord: torch.nn.functional.pdist(x, ord),
            special=[TWICE],
            order=1,
            ord=float(ord),
        )
        for ord in ORDS
    ),
    *(
        case(
            distance.pdist_pullback,
            normal(6),
            ROWS,
            np.linalg.norm(ROWS[FIRST] - ROWS[SECOND], ord, -1),
            torch=slopes(ord),
            ord=ord,
        )
        for ord in (2, 1.5, 3, 1)
    ),
]
