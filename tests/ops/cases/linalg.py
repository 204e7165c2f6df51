"""Products of matrices and vectors, and the exponential of a matrix."""

import numpy as np

from autograd.ops import linalg
from tests.ops.cases.case import case, normal
from tests.ops.cases.solving import SQUARES, of_torch

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
        case(linalg.matrix_exp, normal(*shape) * size, torch=of_torch("matrix_exp"))
        for shape in SQUARES
        for size in ((1e-3, 0.1, 0.5, 1, 3) if np.prod(shape) else (1,))
    ),
    case(linalg.matrix_exp, np.stack([normal(2, 2) * 1e-3, normal(2, 2) * 5]), torch=of_torch("matrix_exp")),
]
