"""Inverses, determinants, decompositions, and the exponential of matrices."""

import numpy as np

from autograd.ops import decomposition as ops
from tests.ops.cases.case import case, floats, normal

SQUARES = [(3, 3), (2, 3, 3), (1, 1), (0, 0), (2, 0, 0), (0, 2, 2)]
SHAPES = [(3, 3), (4, 3), (3, 4), (2, 4, 3), (2, 2, 4), (1, 3), (3, 1), (0, 3), (3, 0)]


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


def cofactors(torch, x):
    return torch.linalg.det(x)[..., None, None] * torch.linalg.inv(x).mT


def lu_of_torch(torch, x):
    p, lower, upper = torch.linalg.lu(x)
    return p + 0 * x.sum(), lower, upper  # ours has the gradient 0


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
    *(case(ops.det, well(*shape), torch=of_torch("det")) for shape in SQUARES),
    *(case(ops.cofactor, well(*shape), torch=cofactors) for shape in SQUARES if 0 not in shape),
    *(
        case(ops._well_conditioned, x, torch=lambda torch, x, answer=answer: torch.tensor(answer))
        for x, answer in (
            (np.eye(3), True),
            (np.ones((2, 2)), False),
            (np.stack([np.eye(2), np.diag([1, 1e-4])]), False),
            (np.zeros((0, 0)), True),
        )
    ),
    case(
        ops._of_distinct_singular_values,
        np.diag([3.0, 2.0, 0.0]) + 0.01,
        torch=lambda torch, x: x.clone(),
        checked=False,  # the forward pass takes what is no matrix, the backward pass does not
    ),
    *(case(ops.slogdet, well(*shape), torch=of_torch("slogdet")) for shape in SQUARES),
    # The op reads a triangle, its gradient is symmetric: finite differences are for functions of x @ xᵀ, in
    # tests/functions/test_linalg.py.
    *(
        case(ops.cholesky, x @ x.swapaxes(-1, -2), torch=of_torch("cholesky"), checked=False)
        for x in (well(*shape) for shape in SQUARES)
    ),
    *(case(ops.lu, well(*shape), torch=lu_of_torch) for shape in SHAPES),
    *(case(ops.qr, well(*shape), torch=of_torch("qr")) for shape in SHAPES),
    *(case(ops.eigvalsh, x + x.mT, torch=of_torch("eigvalsh"), checked=False) for x in (normal(3, 3), normal(2, 3, 3))),
    *(
        case(ops.eigh, np.diag(floats(1, 2, 4)), torch=of_torch("eigh"), checked=False, UPLO=uplo)
        for uplo in ("L", "U")
    ),
    *(case(ops.svdvals, normal(*shape), torch=of_torch("svdvals")) for shape in SHAPES),
    # Signs are arbitrary: those of a diagonal matrix are what it has already. Others: tests/calls/linalg.py.
    case(ops.svd, np.diag(floats(4, 2, 1)), torch=of_torch("svd"), checked=False),
    *(case(ops.pinv, well(*shape), torch=of_torch("pinv"), rtol=1e-15) for shape in SHAPES),
    *(
        case(ops.matrix_exp, normal(*shape) * size, torch=of_torch("matrix_exp"))
        for shape in SQUARES
        for size in (1e-3, 0.1, 0.5, 1, 3)
    ),
    case(ops.matrix_exp, np.stack([normal(2, 2) * 1e-3, normal(2, 2) * 5]), torch=of_torch("matrix_exp")),
]
