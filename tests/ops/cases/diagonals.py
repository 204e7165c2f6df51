"""Diagonals and triangles of matrices."""

import numpy as np

from autograd.ops import diagonals
from tests.ops.cases.case import CUBE, EMPTY, INF, NAN, case, floats, normal

HARD = floats(NAN, INF, -INF, 0.0, -0.0, 1000, NAN, INF, 1.0).reshape(3, 3)

CASES = [
    *(
        case(
            diagonals.diagonal,
            x,
            torch=lambda torch, x, a=arguments: x.diagonal(*a),
            **dict(zip(("offset", "axis1", "axis2"), arguments, strict=False)),
        )
        for x, arguments in (
            (normal(3, 3), ()),
            (normal(3, 4), (1,)),
            (normal(3, 4), (-2,)),
            (normal(3, 4), (4,)),
            (normal(3, 4), (-7,)),
            (normal(3, 4), (0, 1, 0)),
            (CUBE, (0, 1, 2)),
            (CUBE, (1, -1, 0)),
            (EMPTY, (0,)),
        )
    ),
    *(
        case(
            diagonals.on_diagonal,
            x,
            torch=lambda torch, x, a=arguments[1:]: torch.diag_embed(x, *a),
            **dict(zip(("shape", "offset", "axis1", "axis2"), arguments, strict=True)),
        )
        for x, arguments in (
            (normal(3), ((3, 3), 0, 0, 1)),
            (normal(3), ((5, 5), -2, 0, 1)),
            (normal(2, 3), ((4, 2, 4), 1, 2, 0)),
            (np.zeros(0), ((1, 1), 1, 0, 1)),
        )
    ),
    *(
        case(op, x, torch=lambda torch, x, name=name, k=k: getattr(x, name)(k), special=(HARD,), k=k)
        for name, op in (("tril", diagonals.tril), ("triu", diagonals.triu))
        for x, k in ((normal(3, 3), 0), (normal(3, 4), 1), (normal(4, 3), -1), (CUBE, -5), (CUBE, 5), (EMPTY, 0))
    ),
    case(diagonals.block_diag, normal(2, 3), normal(1, 2), normal(3, 1), torch="block_diag"),
    case(diagonals.block_diag, normal(2, 3), np.zeros((0, 2)), torch="block_diag"),
    case(diagonals.block_diag, normal(2, 2), torch="block_diag"),
]
