"""Functions with removable singularities."""

from autograd.ops import special
from tests.ops.cases.case import EMPTY, INF, NAN, SCALAR, A, between, case, floats


def _sinc(torch, x, n):
    """The n-th derivative of sinc in closed form, away from 0."""
    z = torch.pi * x
    value = torch.sin(z) / z
    for k in range(1, n + 1):
        value = (torch.sin(z + k * torch.pi / 2) - k * value) / z
    return torch.pi**n * value


CASES = [
    case(special.sinc, 2 * A, torch="sinc", special=[floats(-1000, -1, 0.5, 7), EMPTY, SCALAR]),
    case(  # PyTorch's second derivative at 0 is 0 rather than -pi**2 / 3, next to 0 its rounding errors prevail
        special.sinc, 2 * A, torch="sinc", special=[floats(-0.0, 0.0, 1)], order=1
    ),
    *(
        case(special.sinc_derivative, floats(-3.2, 0.9, 1.6, 20.1), torch=lambda torch, x, n=n: _sinc(torch, x, n), n=n)
        for n in (1, 2, 3)
    ),
    case(
        special.xlogy,
        between(0.5, 2, 2, 3),
        between(0.5, 2, 2, 3),
        torch="xlogy",
        special=[(floats(2, -1, 3), floats(3, 1, 1e-30)), (EMPTY, EMPTY)],
    ),
    case(  # at 0 * log(0) PyTorch's second order is NaN
        special.xlogy,
        between(0.5, 2, 2, 3),
        between(0.5, 2, 2, 3),
        torch="xlogy",
        special=[(floats(0, 0, 0, 0, 0, NAN), floats(0, -1, 2, INF, NAN, 2))],
        singular=[(floats(1, -2, 1), floats(0, 0, -1))],
        order=1,
    ),
    case(
        special.xlog1py,
        between(0.5, 2, 2, 3),
        between(-0.5, 2, 2, 3),
        torch=lambda torch, a, b: torch.special.xlog1py(a, b),
        special=[(floats(2, -1, 3), floats(3, 1, 1e-20)), (EMPTY, EMPTY)],
    ),
    case(  # at 0 * log(0) PyTorch's second order is infinite
        special.xlog1py,
        between(0.5, 2, 2, 3),
        between(-0.5, 2, 2, 3),
        torch=lambda torch, a, b: torch.special.xlog1py(a, b),
        special=[(floats(0, 0, 0, 0, 0, NAN), floats(-1, -2, 2, INF, NAN, 2))],
        singular=[(floats(1, -2, 1), floats(-1, -1, -2))],
        order=1,
    ),
    case(
        special.entr,
        between(0.1, 2, 2, 3),
        torch=lambda torch, x: torch.special.entr(x),
        special=[floats(1e-30, 1, 1e30), EMPTY, SCALAR],
    ),
    case(
        special.entr,
        between(0.1, 2, 3),
        torch=lambda torch, x: torch.special.entr(x),
        special=[floats(0, -1, INF, NAN)],
        order=1,
    ),
    case(special.logit, between(0.1, 0.9, 2, 3), torch="logit", special=[floats(1e-30, 0.5, NAN), EMPTY, SCALAR]),
    case(special.logit, between(0.1, 0.9, 2, 3), torch="logit", singular=[floats(0, 1, -1, 2, NAN)], order=1),
    *(
        case(
            special.logit,
            between(0.25, 0.75, 2, 3),
            torch=lambda torch, x, eps=eps: torch.logit(x, eps),
            special=[floats(eps, 0.5, 1 - eps, 0, 1, -1, 2), EMPTY],
            eps=eps,
        )
        for eps in (0.125, 1e-6)
    ),
]
