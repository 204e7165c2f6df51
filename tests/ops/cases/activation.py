"""Activations."""

import numpy as np

from autograd.ops import activation
from tests.ops.cases.case import EMPTY, EVERYWHERE, INF, NOT_FINITE, SCALAR, A, case, floats, normal

X = normal(20)
BENDS = floats(-1000, -3, -1, -0.5, -0.0, 0.0, 0.5, 1, 3, 6, 1000)


def functional(name, **kwargs):
    """Return PyTorch's function of that name in nn.functional."""
    return lambda torch, x: getattr(torch.nn.functional, name)(x, **kwargs)


BENT = [
    *(
        case(
            activation.leaky_relu,
            X,
            torch=functional("leaky_relu", negative_slope=slope),
            special=[BENDS, *([NOT_FINITE] if slope else []), EMPTY, SCALAR],
            slope=slope,
        )
        for slope in (0.01, 0, 1, 0.3, 1.5, -0.2)
    ),
    case(
        activation.prelu,
        normal(4, 5),
        floats(0.25, -0.5, 0, 1, 1.5),
        torch=lambda torch, x, w: torch.nn.functional.prelu(x, w.reshape(-1)),
        special=[(NOT_FINITE, floats(0.3)), (SCALAR, SCALAR), (np.zeros((0, 2)), floats(0.3))],
    ),
    case(  # at 0 PyTorch's second derivative is that of the other side
        activation.prelu,
        normal(4, 5),
        normal(5),
        torch=lambda torch, x, w: torch.nn.functional.prelu(x, w),
        special=[(np.outer(np.ones(2), EVERYWHERE[:5]), normal(5))],
        order=1,
    ),
    *(
        case(
            activation.hardtanh,
            X,
            torch=functional("hardtanh", min_val=low, max_val=high),
            special=[BENDS, NOT_FINITE, EMPTY, SCALAR],
            low=low,
            high=high,
        )
        for low, high in ((-1, 1), (-0.5, 3.0), (0, 6))
    ),
    case(  # PyTorch has 1/6 in float32's precision, and no second derivative
        activation.hardsigmoid,
        2 * X,
        torch=lambda torch, x: torch.nn.functional.hardtanh(x / 6 + 0.5, 0, 1),
        special=[BENDS, floats(-INF, INF), EMPTY, SCALAR],
    ),
    case(
        activation.hardswish,
        2 * X,
        torch=functional("hardswish"),
        special=[BENDS, floats(INF), EMPTY, SCALAR],
        singular=[floats(-INF)],
    ),
    *(
        case(op, X, torch=functional(op.op.name, lambd=bound), special=[BENDS, NOT_FINITE, EMPTY, SCALAR], bound=bound)
        for op, bound in (
            (activation.softshrink, 0.5),
            (activation.softshrink, 0),
            (activation.softshrink, 1.0),
            (activation.hardshrink, 0.5),
            (activation.hardshrink, 1.0),
            (activation.hardshrink, -1),
        )
    ),
    *(
        case(
            activation.threshold,
            X,
            torch=functional("threshold", threshold=limit, value=value),
            special=[BENDS, NOT_FINITE, EMPTY, SCALAR],
            threshold=limit,
            value=value,
        )
        for limit, value in ((0.5, 9.0), (-1, 0), (0, -2))
    ),
    case(
        activation.threshold,
        floats(1, 2),
        torch=functional("threshold", threshold=0.5, value=-INF),
        special=[floats(0.5, -1, 3)],
        threshold=0.5,
        value=-INF,
    ),
]

FAR = floats(-1000, -50, -1, -1e-3, 0, 1e-3, 1, 15, 25, 50)
SMOOTH = [
    *(
        case(
            activation.elu,
            X,
            torch=functional(name, **kwargs),
            special=[EVERYWHERE, FAR, floats(-INF, INF), EMPTY, SCALAR],
            alpha=alpha,
            scale=scale,
            rate=rate,
        )
        for name, kwargs, alpha, scale, rate in (
            ("elu", {}, 1, 1, 1),
            ("elu", {"alpha": 0.3}, 0.3, 1, 1),
            ("elu", {"alpha": -2.0}, -2.0, 1, 1),
            ("celu", {"alpha": 2.5}, 2.5, 1, 1 / 2.5),
            ("selu", {}, 1.6732632423543772848170429916717, 1.0507009873554804934193349852946, 1),
        )
    ),
    case(activation.softsign, A, torch=functional("softsign"), special=[EVERYWHERE, EMPTY, SCALAR]),
    case(
        activation.logsigmoid, A, torch=functional("logsigmoid"), special=[EVERYWHERE, FAR, NOT_FINITE, EMPTY, SCALAR]
    ),
    *(
        case(
            activation.softplus,
            A,
            torch=functional("softplus", beta=beta, threshold=threshold),
            special=[EVERYWHERE, FAR, floats(threshold / beta), NOT_FINITE, EMPTY, SCALAR],
            beta=beta,
            threshold=threshold,
        )
        for beta, threshold in ((1, 20), (2.0, 0.7), (0.5, 3))
    ),
    case(activation.mish, A, torch=functional("mish"), special=[FAR, EMPTY, SCALAR]),
    case(  # PyTorch's second derivative is NaN
        activation.mish, A, torch=functional("mish"), special=[EVERYWHERE], order=1
    ),
    case(
        activation.normal_cdf,
        A,
        torch=lambda torch, x: torch.special.ndtr(x),
        special=[EVERYWHERE, FAR, NOT_FINITE, EMPTY, SCALAR],
    ),
    case(
        activation.normal_density,
        A,
        torch=lambda torch, x: (-x * x / 2).exp() / (2 * torch.pi) ** 0.5,
        special=[EVERYWHERE, FAR, EMPTY, SCALAR],
    ),
    case(
        activation.gelu_tanh, A, torch=functional("gelu", approximate="tanh"), special=[EVERYWHERE, FAR, EMPTY, SCALAR]
    ),
]

CASES = [*BENT, *SMOOTH]
