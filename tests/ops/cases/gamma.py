"""The gamma function."""

import math

from autograd.ops import gamma
from tests.ops.cases.case import EMPTY, INF, NAN, SCALAR, between, case, floats


def _polygamma(torch, n, x):
    """PyTorch's, at x + 20: it has ten digits next to 0 if n is 1, or the gradient is of n = 0."""
    sign = (-1) ** n * math.factorial(n)
    return torch.polygamma(n, x + 20) - sign * sum((x + k) ** -(n + 1) for k in range(20))


CASES = [
    case(
        gamma.lgamma,
        between(0.2, 12, 2, 6),
        torch="lgamma",
        special=[floats(0.5, 1, 2, 3, 8, 1000, 1e-3), floats(-0.5, -1.5, -2.25, -10.3), EMPTY, SCALAR],
    ),
    case(  # PyTorch's gradient at -1 is NaN too, its second order is not
        gamma.lgamma,
        between(-3.8, -3.2, 2, 3),
        torch="lgamma",
        special=[floats(INF, NAN, 1)],
        singular=[floats(0, -0.0, -1, -INF)],
        order=1,
    ),
    case(
        gamma.digamma,
        between(0.2, 12, 2, 6),
        torch=lambda torch, x: _polygamma(torch, 0, x),
        special=[floats(0.5, 1, 1.5, 2, 10, 1000, 1e-3), floats(-0.5, -1.5, -2.25, -10.3), EMPTY, SCALAR],
    ),
    case(
        gamma.digamma,
        between(-3.8, -3.2, 2, 3),
        torch=lambda torch, x: _polygamma(torch, 0, x),
        special=[floats(INF, NAN, 1)],
        singular=[floats(0)],
        order=1,
    ),
    *(
        case(
            gamma.polygamma,
            between(0.2, 12, 2, 6),
            torch=lambda torch, x, n=n: _polygamma(torch, n, x),
            special=[floats(0.5, 1, 1.5, 2, 10, 1000, 1e-3), EMPTY, SCALAR],
            n=n,
        )
        for n in (0, 1, 2, 3, 7)
    ),
    case(gamma.polygamma, floats(-0.3, -2.6, -7.5), torch=lambda torch, x: torch.polygamma(1, x), order=1, n=1),
]
