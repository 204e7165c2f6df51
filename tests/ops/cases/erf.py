"""The error function and the normal distribution."""

from autograd.ops import erf
from tests.ops.cases.case import EMPTY, EVERYWHERE, NAN, NOT_FINITE, SCALAR, A, between, case, floats

CASES = [
    case(erf.erf, 2 * A, torch="erf", special=[EVERYWHERE, NOT_FINITE, EMPTY, SCALAR, floats(-6, 1, 1e-20)]),
    case(erf.erfc, 2 * A, torch="erfc", special=[EVERYWHERE, NOT_FINITE, EMPTY, SCALAR, floats(0.5, 5, 9)]),
    case(
        erf.erfinv,
        between(-0.9, 0.9, 2, 3),
        torch="erfinv",
        special=[floats(-0.0, 1e-20, 0.5, 0.99, -0.999), EMPTY, SCALAR],
    ),
    case(  # PyTorch's second order at 1 is NaN, and its gradient of what is NaN is inf
        erf.erfinv, between(-0.9, 0.9, 2, 3), torch="erfinv", special=[floats(-1, 1, NAN)], order=1
    ),
    case(
        erf.erfcx,
        2 * A,
        torch=lambda torch, x: torch.special.erfcx(x),
        special=[floats(-5, -0.5, 0, 0.5, 8, 100), EMPTY, SCALAR],
    ),
    case(erf.ndtr, A, torch=lambda torch, x: torch.special.ndtr(x), special=[EVERYWHERE, EMPTY, SCALAR]),
    case(erf.ndtr, A, torch=lambda torch, x: torch.special.ndtr(x), special=[NOT_FINITE], order=1),
    case(
        erf.log_ndtr,
        A,
        torch=lambda torch, x: torch.special.log_ndtr(x),
        special=[floats(-2, -1, 0, 1, 8), EMPTY, SCALAR],
    ),
    case(  # the second order needs digits that float32 does not have
        erf.log_ndtr, A, torch=lambda torch, x: torch.special.log_ndtr(x), special=[floats(-30, 8)], order=1
    ),
    case(
        erf.ndtri,
        between(0.1, 0.9, 2, 3),
        torch=lambda torch, x: torch.special.ndtri(x),
        special=[floats(1e-30, 0.01, 0.5, 0.99), floats(-1, 2), EMPTY, SCALAR],
    ),
    case(
        erf.ndtri,
        between(0.1, 0.9, 3),
        torch=lambda torch, x: torch.special.ndtri(x),
        special=[floats(0, 1, NAN)],
        order=1,
    ),
]
