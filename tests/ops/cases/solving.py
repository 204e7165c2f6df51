"""Inverses and solutions of systems."""

import numpy as np

from autograd.ops import solving as ops
from tests.ops.cases.case import case, normal

SQUARES = [(3, 3), (2, 3, 3), (1, 1), (0, 0), (2, 0, 0), (0, 2, 2)]


def well(*shape):
    """Return matrices that are far from singular."""
    return normal(*shape) / 3 + 2 * np.eye(*shape[-2:])


def of_torch(name, *args, **kwargs):
    return lambda torch, *xs: getattr(torch.linalg, name)(*xs, *args, **kwargs)


SYSTEMS = [
    ((3, 3), (3, 2)),
    ((2, 3, 3), (2, 3, 2)),
    ((3, 3), (2, 3, 2)),
    ((2, 3, 3), (3, 2)),
    ((1, 1), (1, 1)),
    ((0, 0), (0, 2)),
    ((3, 3), (3, 0)),
    ((0, 3, 3), (0, 3, 2)),
]
CASES = [
    *(case(ops.inv, well(*shape), torch=of_torch("inv")) for shape in SQUARES),
    *(case(ops.solve, well(*a), normal(*b), torch=of_torch("solve")) for a, b in SYSTEMS),
    *(
        case(
            ops.solve_triangular,
            well(*a),
            normal(*b),
            torch=of_torch("solve_triangular", upper=upper, unitriangular=unitriangular),
            upper=upper,
            unitriangular=unitriangular,
        )
        for a, b in SYSTEMS
        for upper in (False, True)
        for unitriangular in (False, True)
    ),
]
