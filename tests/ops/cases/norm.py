"""Norms of vectors."""

import numpy as np

from autograd.ops import norm
from tests.ops.cases.case import CUBE, EVERYWHERE, INF, case, floats

# Of NaN, PyTorch's sign is 0, and ours NaN.
SPECIAL = [floats(0, 0), floats(3, -3), floats(-1000, 1000), np.array(-3.0), EVERYWHERE]
CASES = [
    *(
        case(
            norm.vector_norm,
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
            norm.vector_norm,
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
            norm.vector_norm,
            np.zeros((2, 0)),
            torch=lambda torch, x, ord=ord: torch.linalg.vector_norm(x, ord),
            order=1,
            ord=ord,
        )
        for ord in (0, 1, 2, 3)
    ),
]
