"""Products of matrices and vectors."""

import numpy as np

from autograd.ops import linalg
from tests.ops.cases.case import case, normal

MATMUL_SHAPES = [
    ((3,), (3,)),
    ((2, 3), (3,)),
    ((3,), (3, 4)),
    ((2, 3), (3, 4)),
    ((5, 2, 3), (5, 3, 4)),
    ((5, 2, 3), (3, 4)),
    ((2, 3), (5, 3, 4)),
    ((1, 2, 3), (5, 3, 4)),
    ((5, 2, 3), (1, 3, 4)),
    ((2, 1, 2, 3), (5, 3, 2)),
    ((5, 2, 3), (3,)),
    ((3,), (5, 3, 2)),
    ((2, 5, 2, 3), (3,)),
    ((3,), (2, 5, 3, 2)),
    ((0, 3), (3, 2)),
    ((2, 0), (0, 3)),
    ((2, 3), (3, 0)),
    ((1, 1), (1, 1)),
]
ADD_SHAPES = [
    ((2, 4), (2, 3), (3, 4)),
    ((4,), (2, 3), (3, 4)),
    ((), (2, 3), (3, 4)),
    ((2,), (2, 3), (3,)),
    ((), (3,), (3,)),
    ((5, 2, 4), (5, 2, 3), (5, 3, 4)),
    ((2, 1), (5, 2, 3), (5, 3, 4)),
    ((2, 4), (2, 0), (0, 4)),
]
CASES = [
    *(case(linalg.matmul, normal(*a), normal(*b), torch="matmul") for a, b in MATMUL_SHAPES),
    *(
        case(
            linalg.linear,
            normal(*x),
            normal(4, 3),
            *([normal(4)] if bias else []),
            torch=lambda torch, *xs: torch.nn.functional.linear(*xs),
        )
        for x in ((3,), (2, 3), (5, 2, 3), (0, 3))
        for bias in (True, False)
    ),
    *(
        case(
            linalg.add_matmul,
            normal(*x),
            normal(*a),
            normal(*b),
            torch=lambda torch, x, a, b, beta=beta, alpha=alpha: beta * x + alpha * (a @ b),
            beta=beta,
            alpha=alpha,
        )
        for x, a, b in ADD_SHAPES
        for beta, alpha in ((1, 1), (0.5, 2), (0, 1))
    ),
    *(
        case(
            linalg.cross,
            normal(*a),
            normal(*b),
            torch=lambda torch, a, b, axis=axis: torch.linalg.cross(*torch.broadcast_tensors(a, b), dim=axis),
            axis=axis,
        )
        for a, b, axis in (((3,), (3,), -1), ((4, 3), (1, 3), -1), ((3, 4), (3, 1), 0), ((3,), (4, 3), -1))
    ),
    *(
        case(
            linalg.cdist,
            normal(*a),
            normal(*b),
            torch=lambda torch, a, b: torch.cdist(a, b, compute_mode="use_mm_for_euclid_dist"),
            product=product,
        )
        for a, b in (((3, 4), (2, 4)), ((5, 1, 3, 4), (2, 2, 4)), ((1, 2), (1, 2)))
        for product in (False, True)
    ),
    *(
        case(linalg.cdist, np.zeros(a), np.zeros(b), torch="cdist", order=1, product=product)
        for a, b in (((0, 4), (2, 4)), ((3, 0), (2, 0)), ((3, 4), (2, 4)))
        for product in (False, True)
    ),
]
