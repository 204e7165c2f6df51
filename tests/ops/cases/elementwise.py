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
        special=[
            (floats(-2, -2, -2, -2), floats(0, 1, 2, 3)),
            (floats(2, 2, 2, 2, 2), floats(0, 1, -1, 0.5, -0.5)),
        ],
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
        torch=lambda torch, a, b: torch.floor(a / b),  # PyTorch's floor_divide has no gradient
        special=[(floats(5, -5, 5, -5, 0), floats(3, 3, -3, -3, 2))],
        order=1,
    ),
    case(
        elementwise.remainder,
        floats(5, -7, 2.6),
        floats(2.1, 2.2, -1.1),
        torch="remainder",
        special=[(floats(5, -5, 5, -5, 0), floats(3, 3, -3, -3, 2))],
        order=1,
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
    case(elementwise.sqrt, between(0.5, 2, 2, 3), torch="sqrt", special=[floats(0, 1, 4, INF)], singular=[floats(-1)]),
    case(elementwise.sin, A, torch="sin", special=[EVERYWHERE]),
    case(elementwise.cos, A, torch="cos", special=[EVERYWHERE]),
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
    case(elementwise.sign, A, torch="sign", special=[EVERYWHERE]),
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
    case(elementwise.invert, np.array([5, -6]), torch="bitwise_not", special=[MASK]),
    case(elementwise.isnan, A, torch="isnan", special=[NOT_FINITE]),
    case(elementwise.isinf, A, torch="isinf", special=[NOT_FINITE]),
    case(elementwise.isfinite, A, torch="isfinite", special=[NOT_FINITE]),
]


CASES = [*ARITHMETIC, *EXPONENTIALS, *PIECEWISE, *LOGICAL]
