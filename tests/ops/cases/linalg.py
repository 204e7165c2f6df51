"""Products of matrices and vectors."""

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
]
