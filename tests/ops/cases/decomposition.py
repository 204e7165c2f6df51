"""Decompositions of matrices."""

import numpy as np

from autograd.ops import decomposition as ops
from tests.ops.cases.case import case, floats, normal
from tests.ops.cases.solving import SQUARES, of_torch, well

SHAPES = [(3, 3), (4, 3), (3, 4), (2, 4, 3), (2, 2, 4), (1, 3), (3, 1), (0, 3), (3, 0)]


def lu_of_torch(torch, x):
    p, lower, upper = torch.linalg.lu(x)
    return p + 0 * x.sum(), lower, upper  # ours has the gradient 0


CASES = [
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
]
