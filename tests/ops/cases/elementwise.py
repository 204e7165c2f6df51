"""Arithmetic, exponentials, comparisons: functions of single elements."""

import numpy as np

from autograd.ops import elementwise
from tests.ops.cases.case import (
    EMPTY,
    EVERYWHERE,
    INF,
    NAN,
    NOT_FINITE,
    PAIRS,
    SCALAR,
    A,
    B,
    between,
    case,
    floats,
    normal,
)

ARITHMETIC = [
    case(elementwise.add, A, B, torch="add", special=[(EMPTY, EMPTY)], singular=[PAIRS]),
    case(elementwise.subtract, A, B, torch="sub", singular=[PAIRS]),
    case(elementwise.multiply, A, B, torch="mul", special=[(EVERYWHERE, EVERYWHERE), (EMPTY, EMPTY)]),
    case(elementwise.divide, A, B, torch="div", special=[(EVERYWHERE, EVERYWHERE + 3)], singular=[PAIRS]),
    case(elementwise.negative, A, torch="neg", special=[EVERYWHERE, NOT_FINITE, EMPTY]),
    case(elementwise.positive, A, torch="positive", special=[EVERYWHERE, NOT_FINITE]),
    case(
        elementwise.power,
        between(0.5, 2, 2, 3),
        B,
        torch="pow",
        special=[(floats(-2, -2, -2, -2), floats(0, 1, 2, 3)), (floats(2, 2, 2, 2, 2), floats(0, 1, -1, 0.5, -0.5))],
        singular=[(floats(-2, -2), floats(0.5, -1))],
    ),
    case(  # at 0 PyTorch's second order is NaN throughout
        elementwise.power,
        between(0.5, 2, 2, 3),
        B,
        torch="pow",
        special=[(floats(0, 0, 0, 0, 0), floats(0, 1, 2, 3, 0.5))],
        singular=[(floats(0, 0), floats(-1, -0.5))],
        order=1,
    ),
    *(
        case(
            elementwise.power_scalar,
            between(0.5, 2, 2, 3),
            torch=lambda torch, x, exponent=exponent: x**exponent,
            special=[floats(0, 1, 2), *([floats(-2, -1, 3)] if exponent == int(exponent) else [])]
            if exponent >= 0
            else [],
            singular=[floats(0, 1, -2)],
            exponent=exponent,
        )
        for exponent in (0, 1, 2, 3, 4, -1, -2, 0.5, 1.5, -0.5, 2.0, 0.0)
    ),
    case(
        elementwise.floor_divide,
        floats(5, -7, 2.5),
        floats(2, 2, -1),
        torch=lambda torch, a, b: torch.div(a, b, rounding_mode="floor"),  # its floor_divide has no gradient
        special=[(floats(5, -5, 5, -5, 0), floats(3, 3, -3, -3, 2)), (np.array([7, -7, 8]), np.array([2, 2, -3]))],
        singular=[(floats(5, -5, 0, INF, 5), floats(0, 0, 0, 2, INF))],
    ),
    case(
        elementwise.trunc_divide,
        floats(5, -7, 2.5),
        floats(2.2, 2.3, -1.1),
        torch=lambda torch, a, b: torch.div(a, b, rounding_mode="trunc"),
        special=[
            (floats(5, -5, 5, -5, 0), floats(3, 3, -3, -3, 2)),
            (np.array([7, -7, 7, -7, 6, -6, 0]), np.array([2, 2, -2, -2, 3, 3, 5])),
            (np.array([7, 200], np.uint8), np.array([2, 3], np.uint8)),
        ],
        singular=[(floats(5, -5, 0, INF, 5), floats(0, 0, 0, 2, INF))],
    ),
    *(
        case(
            getattr(elementwise, name),
            floats(5, -7, 2.6, 4.3),
            floats(2.1, 2.2, -1.1, -1.7),
            torch=name,
            special=[
                (floats(5, -5, 5, -5, 0, 0.3, -0.0), floats(3, 3, -3, -3, 2, 0.1, 1)),
                (np.array([7, -7, 8]), np.array([2, 2, -3])),
                (floats(5, 5, -5), floats(INF, -INF, INF)),
            ],
            singular=[(floats(5, -5, 0, INF, NAN), floats(0, 0, 0, 2, 1))],
        )
        for name in ("remainder", "fmod")
    ),
    case(
        elementwise.reciprocal, between(0.5, 2, 2, 3), torch="reciprocal", special=[NOT_FINITE], singular=[EVERYWHERE]
    ),
    *(
        case(
            elementwise.addcmul,
            A,
            B,
            normal(2, 3),
            torch=lambda torch, x, a, b, value=value: torch.addcmul(x, a, b, value=value),
            special=[(np.array([1, 2]), np.array([3, 4]), np.array([5, 6])), (EMPTY, EMPTY, EMPTY)],
            value=value,
        )
        for value in (1, -3)
    ),
    *(
        case(
            elementwise.addcdiv,
            A,
            B,
            between(0.5, 2, 2, 3),
            torch=lambda torch, x, a, b, value=value: torch.addcdiv(x, a, b, value=value),
            value=value,
        )
        for value in (1, 0.5)
    ),
    case(
        elementwise.lerp,
        A,
        B,
        between(-1, 2, 2, 3),
        torch="lerp",
        special=[(floats(1, 1e16, 1, -3), floats(2, 1, 5, 1e16), floats(0, 1, 0.5, 1))],
    ),
    case(elementwise.square, A, torch="square", special=[EVERYWHERE, NOT_FINITE, EMPTY, SCALAR]),
]

EXPONENTIALS = [
    case(elementwise.exp, A, torch="exp", special=[floats(-1000, 0, 1), NOT_FINITE], singular=[floats(1000)]),
    case(elementwise.expm1, A, torch="expm1", special=[floats(-1000, -1e-12, 0, 1e-12, 1)], singular=[floats(1000)]),
    case(
        elementwise.log,
        between(0.5, 2, 2, 3),
        torch="log",
        special=[floats(1e-30, 1, 1e30, INF)],
        singular=[floats(0, -1)],
    ),
    case(
        elementwise.log1p,
        between(-0.5, 2, 2, 3),
        torch="log1p",
        special=[floats(-1e-12, 0, 1e-12)],
        singular=[floats(-1, -2)],
    ),
    *(
        case(
            getattr(elementwise, name),
            between(0.5, 2, 2, 3),
            torch=name,
            special=[floats(1e-30, 1, 2, 10, 1e30, INF)],
            singular=[floats(0, -1)],
        )
        for name in ("log2", "log10")
    ),
    case(elementwise.exp2, A, torch="exp2", special=[floats(-1100, 0, 1), NOT_FINITE], singular=[floats(1100)]),
    case(elementwise.logaddexp, A, B, torch="logaddexp", special=[(floats(0, 3, 1e-9), floats(0, -5, 1))]),
    case(elementwise.logaddexp2, A, B, torch="logaddexp2", special=[(floats(0, 3, 1e-9), floats(0, -5, 1))]),
    *(
        case(  # PyTorch's second order is NaN where exp(b - a) overflows
            getattr(elementwise, name),
            A,
            B,
            torch=name,
            special=[(floats(0, 1000, -1000, INF, 1), floats(0, -1000, -1000, -INF, -INF))],
            singular=[(floats(INF, -INF), floats(INF, -INF))],
            order=1,
        )
        for name in ("logaddexp", "logaddexp2")
    ),
    case(elementwise.sqrt, between(0.5, 2, 2, 3), torch="sqrt", special=[floats(0, 1, 4, INF)], singular=[floats(-1)]),
    case(
        elementwise.rsqrt, between(0.5, 2, 2, 3), torch="rsqrt", special=[floats(1, 4, INF)], singular=[floats(0, -1)]
    ),
    case(
        elementwise.hypot,
        A,
        B,
        torch="hypot",
        special=[(floats(3, 0, -1, 1e30, 1e-30), floats(4, 2, 0, 1e30, 1e-30))],
        singular=[(floats(0, INF, -0.0), floats(0, 1, 0))],
        order=1,
    ),
    case(elementwise.hypot, A, B, torch="hypot", special=[(floats(3, 0, -1), floats(4, 2, 0))]),
    case(elementwise.sin, A, torch="sin", special=[EVERYWHERE]),
    case(elementwise.cos, A, torch="cos", special=[EVERYWHERE]),
    case(elementwise.tan, A, torch="tan", special=[EVERYWHERE, EMPTY, SCALAR], singular=[floats(INF)]),
    case(elementwise.arcsin, between(-0.9, 0.9, 2, 3), torch="asin", special=[floats(-0.5, 0)]),
    case(elementwise.arccos, between(-0.9, 0.9, 2, 3), torch="acos", special=[floats(-0.5, 0)]),
    case(elementwise.arctan, A, torch="atan", special=[EVERYWHERE, NOT_FINITE]),
    case(
        elementwise.sinh, A, torch="sinh", special=[floats(-80, -1e-12, 0, 80), floats(INF, 1)], singular=[floats(1000)]
    ),
    case(
        elementwise.cosh, A, torch="cosh", special=[floats(-80, -1e-12, 0, 80), floats(INF, 1)], singular=[floats(1000)]
    ),
    case(elementwise.arcsinh, A, torch="asinh", special=[EVERYWHERE, floats(-1e-12, INF, -INF)]),
    case(elementwise.arccosh, between(1.1, 9, 2, 3), torch="acosh", special=[floats(1.5, 1000)]),
    case(elementwise.arctanh, between(-0.9, 0.9, 2, 3), torch="atanh", special=[floats(-0.5, 0, 1e-12)]),
    *(
        case(getattr(elementwise, name), where, torch=torch, singular=[points], order=1)  # the second order ends there
        for name, torch, where, points in [
            ("arcsin", "asin", between(-0.9, 0.9, 3), floats(1, -1, 2)),
            ("arccos", "acos", between(-0.9, 0.9, 3), floats(1, -1, 2)),
            ("arccosh", "acosh", between(1.1, 9, 3), floats(1, 0, -2)),
            ("arctanh", "atanh", between(-0.9, 0.9, 3), floats(1, -1, 2)),
        ]
    ),
    case(
        elementwise.arctan2,
        A,
        B,
        torch="atan2",
        special=[(floats(0, 0, 1, -1, 1000, INF), floats(1, -1, 0, 0, -1000, 1))],
    ),
    case(  # at the origin PyTorch's second order is NaN
        elementwise.arctan2, A, B, torch="atan2", special=[(floats(0, -0.0, 0), floats(0, 0, -0.0))], order=1
    ),
    case(elementwise.deg2rad, A, torch="deg2rad", special=[EVERYWHERE]),
    case(elementwise.rad2deg, A, torch="rad2deg", special=[EVERYWHERE]),
    case(elementwise.tanh, A, torch="tanh", special=[EVERYWHERE, NOT_FINITE, EMPTY, SCALAR]),
    case(
        elementwise.sigmoid,
        A,
        torch="sigmoid",
        special=[EVERYWHERE, NOT_FINITE, EMPTY, SCALAR, np.array([0, 1, 200], np.uint8), np.array([True, False])],
    ),
]

MASK = np.array([[True, False, True], [False, False, True]])
PIECEWISE = [
    case(
        elementwise.keep,
        A,
        MASK,
        torch=lambda torch, x, m: torch.where(m, x, 0.0),
        special=[(NOT_FINITE, np.array([True, False] * 2))],
    ),
    case(
        elementwise.where,
        MASK,
        A,
        B,
        torch="where",
        special=[(np.array([True, False, True, False]), NOT_FINITE, NOT_FINITE[::-1])],
    ),
    case(elementwise.maximum, A, B, torch="maximum", special=[PAIRS, (floats(NAN, 1), floats(1, NAN))]),
    case(elementwise.minimum, A, B, torch="minimum", special=[PAIRS, (floats(NAN, 1), floats(1, NAN))]),
    case(elementwise.absolute, A, torch="abs", special=[EVERYWHERE, floats(INF, -INF), EMPTY]),
    *(
        case(getattr(elementwise, name), A, B, torch=name, special=[PAIRS, (floats(NAN, 1, NAN), floats(1, NAN, NAN))])
        for name in ("fmax", "fmin")
    ),
    case(elementwise.copysign, A, B, torch="copysign", special=[(floats(1, -2, 3), floats(-0.0, 3, 0.0))]),
    case(  # at 0 PyTorch's second order is NaN
        elementwise.copysign,
        A,
        B,
        torch="copysign",
        order=1,
        special=[(floats(0, 1, -2, -0.0, NAN, 3), floats(-1, -0.0, 3, 1, -1, 0.0))],
    ),
    case(elementwise.sign, A, torch="sign", special=[EVERYWHERE]),
    *(
        case(getattr(elementwise, name), 3 * A, torch=name, special=[EVERYWHERE, NOT_FINITE, np.array([3, -4]), EMPTY])
        for name in ("floor", "ceil", "trunc", "round")
    ),
    *(
        case(
            elementwise.round,
            3 * A,
            torch=lambda torch, x, decimals=decimals: torch.round(x, decimals=decimals),
            special=[EVERYWHERE, floats(2.5, -2.5, 0.125, 25, 35, 1234567)],
            decimals=decimals,
        )
        for decimals in (0, 2, -1)
    ),
    case(elementwise.frac, 3 * A, torch="frac", special=[EVERYWHERE], singular=[NOT_FINITE]),
    case(  # in PyTorch it has no derivative
        elementwise.heaviside,
        A,
        B,
        torch=lambda torch, x, v: torch.where(x == 0, v, torch.heaviside(x.detach(), v.detach())),
        special=[(floats(-1, 0, -0.0, 1), floats(0.5, 0.25, 1, 2))],
        order=1,
    ),
    case(
        elementwise.nextafter,
        A,
        B,
        torch="nextafter",
        special=[(floats(0, 1, -2, 1), floats(0.5, 0.5, 0.5, 1))],
        order=1,
    ),
    *(
        case(
            elementwise.nan_to_num,
            A,
            torch=lambda torch, x, options=options: torch.nan_to_num(x, **options),
            special=[NOT_FINITE, EMPTY, np.array([1, 2])],
            **options,
        )
        for options in ({}, {"nan": 2.0, "posinf": 3.0, "neginf": -4.0})
    ),
    case(elementwise.relu, A, torch="relu", special=[EVERYWHERE, NOT_FINITE, EMPTY, SCALAR]),
    case(
        elementwise.clip,
        normal(20),
        torch=lambda torch, x: torch.clamp(x, -0.5, 0.6),
        special=[floats(-0.5, 0.6, -1, 1, 0), NOT_FINITE],
        low=-0.5,
        high=0.6,
    ),
    case(elementwise.clip, normal(20), torch=lambda torch, x: torch.clamp(x, min=0.1), special=[floats(0.1)], low=0.1),
    case(elementwise.clip, normal(20), torch=lambda torch, x: torch.clamp(x, max=0.1), special=[floats(0.1)], high=0.1),
    case(
        elementwise.clip,
        floats(-1, 0.2, 3, 0.5),
        floats(0, 0.1, 0.2, 0.9),
        floats(1, 0.5, 0.7, 0.1),
        torch=lambda torch, x, low, high: torch.clamp(x, low, high),
        special=[(floats(0, 1, 2, 3, 1, 1, 3), floats(0, 0, 3, 3, 2, 2, 2), floats(1, 1, 2, 3, 0, 2, 2))],
    ),
]

LOGICAL = [
    *(
        case(op, A.round(), B.round(), torch=name, special=[PAIRS])
        for op, name in [
            (elementwise.equal, "eq"),
            (elementwise.not_equal, "ne"),
            (elementwise.less, "lt"),
            (elementwise.less_equal, "le"),
            (elementwise.greater, "gt"),
            (elementwise.greater_equal, "ge"),
            (elementwise.logical_and, "logical_and"),
            (elementwise.logical_or, "logical_or"),
            (elementwise.logical_xor, "logical_xor"),
        ]
    ),
    case(elementwise.logical_not, A.round(), torch="logical_not"),
    *(
        case(op, np.array([5, 6, -7]), np.array([3, 2, 1]), torch=name, special=[(MASK, ~MASK)])
        for op, name in [
            (elementwise.bitwise_and, "bitwise_and"),
            (elementwise.bitwise_or, "bitwise_or"),
            (elementwise.bitwise_xor, "bitwise_xor"),
        ]
    ),
    *(
        case(op, np.array([5, 6, -7]), np.array([3, 2, 1]), torch=name)
        for op, name in [
            (elementwise.left_shift, "bitwise_left_shift"),
            (elementwise.right_shift, "bitwise_right_shift"),
            (elementwise.gcd, "gcd"),
            (elementwise.lcm, "lcm"),
        ]
    ),
    case(elementwise.invert, np.array([5, -6]), torch="bitwise_not", special=[MASK]),
    case(elementwise.isnan, A, torch="isnan", special=[NOT_FINITE]),
    case(elementwise.isinf, A, torch="isinf", special=[NOT_FINITE]),
    case(elementwise.isfinite, A, torch="isfinite", special=[NOT_FINITE]),
    case(elementwise.isclose, A, A * floats(1, 1 + 1e-6, 1.1), torch="isclose", special=[PAIRS, (MASK, ~MASK)]),
    case(
        elementwise.isclose,
        NOT_FINITE,
        NOT_FINITE * 1.05,
        torch=lambda torch, a, b: torch.isclose(a, b, 0.0, 0.1, True),
        rtol=0.0,
        atol=0.1,
        equal_nan=True,
    ),
    *(
        case(getattr(elementwise, name), A, torch=name, special=[NOT_FINITE, EVERYWHERE, np.array([1, -2]), MASK])
        for name in ("isposinf", "isneginf", "isreal", "signbit")
    ),
]


CASES = [*ARITHMETIC, *EXPONENTIALS, *PIECEWISE, *LOGICAL]
