"""Determinants."""

import numpy as np

from autograd.ops import determinant as ops
from tests.ops.cases.case import case
from tests.ops.cases.solving import SQUARES, of_torch, well


def cofactors(torch, x):
    return torch.linalg.det(x)[..., None, None] * torch.linalg.inv(x).mT


CASES = [
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
]
