"""Norms of vectors, and distances."""

import math

import numpy as np

from autograd.ops import distance
from tests.ops.cases.case import CUBE, EVERYWHERE, INF, case, floats, normal

# Of NaN, PyTorch's sign is 0, and ours NaN.
SPECIAL = [floats(0, 0), floats(3, -3), floats(-1000, 1000), np.array(-3.0), EVERYWHERE]
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
    *(
        case(
            distance.vector_norm,
            CUBE,
            torch=lambda torch, x, ord=ord, axis=axis, keep=keep: torch.linalg.vector_norm(x, ord, axis, keep),
            ord=ord,
            axis=axis,
            keepdims=keep,
        )
        for ord in (0, 0.5, 1, 1.5, 2, 2.5, 3, -1, INF, -INF)
        for axis in (None, 1, (0, -1))
        for keep in (False, True)
    ),
    *(
        case(
            distance.vector_norm,
            floats(1, -2, 3),
            torch=lambda torch, x, ord=ord: torch.linalg.vector_norm(x, ord),
            special=SPECIAL,
            order=1,  # PyTorch's second derivatives are NaN at 0
            ord=ord,
        )
        for ord in (0, 1, 1.5, 2, 3, INF, -INF)
    ),
    *(
        case(
            distance.vector_norm,
            np.zeros((2, 0)),
            torch=lambda torch, x, ord=ord: torch.linalg.vector_norm(x, ord),
            order=1,
            ord=ord,
        )
        for ord in (0, 1, 2, 3)
    ),
    *(
        case(
            distance.cdist,
            normal(*a),
            normal(*b),
            torch=lambda torch, a, b: torch.cdist(a, b, compute_mode="use_mm_for_euclid_dist"),
            product=product,
        )
        for a, b in (((3, 4), (2, 4)), ((5, 1, 3, 4), (2, 2, 4)), ((1, 2), (1, 2)))
        for product in (False, True)
    ),
    *(
        case(distance.cdist, np.zeros(a), np.zeros(b), torch="cdist", order=1, product=product)
        for a, b in (((0, 4), (2, 4)), ((3, 0), (2, 0)), ((3, 4), (2, 4)))
        for product in (False, True)
    ),
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
