"""The table of ops: sample arguments, the hard points of every domain, and PyTorch's function for the same."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from autograd.ops import conversion, elementwise, indexing, linalg, reduction, shape, softmax

RNG = np.random.default_rng(0)
INF, NAN = np.inf, np.nan


class Case(NamedTuple):
    """One row.

    op        the op
    args      sample arguments, where the op is smooth: arrays (float64, or integers), in the op's order
    statics   its static arguments
    torch     PyTorch's counterpart: a name in torch, or a function of torch and the array arguments
    special   more arguments, to be compared with PyTorch: hard points; the forward pass must not warn
    singular  the same, where NumPy warns of the value itself (log of 0)
    order     how often it is differentiated in the checks
    checked   whether `check_op` applies: not to an op that is to change the precision
    """

    op: Callable[..., Any]
    args: tuple[Any, ...]
    torch: Any
    special: tuple[tuple[Any, ...], ...] = ()
    singular: tuple[tuple[Any, ...], ...] = ()
    order: int = 2
    statics: dict[str, Any] = {}  # noqa: RUF012  (never changed)
    checked: bool = True


def case(op, *args, torch, special=(), singular=(), order=2, checked=True, **statics):
    wrap = tuple(s if isinstance(s, tuple) else (s,) for s in special)
    wrap_singular = tuple(s if isinstance(s, tuple) else (s,) for s in singular)
    return Case(op, args, torch, wrap, wrap_singular, order, statics, checked)


def normal(*shape):
    return RNG.standard_normal(shape)


def between(low, high, *shape):
    return RNG.uniform(low, high, shape)


def floats(*values):
    return np.array(values, dtype=np.float64)


EVERYWHERE = floats(-1000, -1, -0.0, 0.0, 0.5, 1000)
NOT_FINITE = floats(-INF, INF, NAN, 1.0)
EMPTY = np.zeros((2, 0))
SCALAR = np.array(0.7)
PAIRS = floats(-2, -1, 0, 0, 1, 2, 3, INF, -INF), floats(2, -1, 0, 3, 1, 0.5, -2, 1, INF)  # with ties
A, B = normal(2, 3), normal(2, 3)

# --- elementwise ---

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

# --- reductions ---

CUBE = normal(2, 3, 4)
AXES = [None, 0, 1, -1, (0, 2), (-1, 0), (0, 1, 2)]
TIES = floats(1, 3, 3, 2, 3).reshape(1, 5)


def reductions(op, name, arrays, axes=AXES, special=(), singular=(), **statics):
    """Return rows for all axes, with and without keepdims."""
    return [
        case(
            op,
            arrays,
            torch=lambda torch, x, axis=axis, keep=keep: getattr(torch, name)(
                x, dim=tuple(range(x.ndim)) if axis is None else axis, keepdim=keep, **statics
            ),
            special=special if axis == 1 else (),
            singular=singular if axis == 1 else (),
            axis=axis,
            keepdims=keep,
            **({"correction": statics["correction"]} if "correction" in statics else {}),
        )
        for axis in axes
        for keep in (False, True)
    ]


def products(axis):
    if axis is None:
        return lambda torch, x: torch.prod(x)
    return lambda torch, x: torch.prod(x, dim=axis)


ZEROS = floats(2, 0, 3, 4, 1, 2, 0, 0, 5, 3, 2, 1).reshape(3, 4)
REDUCTIONS = [
    *reductions(reduction.sum, "sum", CUBE, special=[np.zeros((2, 0))], singular=[NOT_FINITE.reshape(2, 2)]),
    *reductions(reduction.mean, "mean", CUBE, singular=[NOT_FINITE.reshape(2, 2)]),
    case(reduction.mean, EMPTY, torch=lambda torch, x: torch.mean(x, 1), order=1, checked=False, axis=1),  # NaN
    *reductions(reduction.var, "var", CUBE, correction=1, special=[np.ones((2, 3))]),
    *reductions(reduction.var, "var", CUBE, axes=[None, 1], correction=0, special=[np.ones((2, 3))]),
    *reductions(reduction.std, "std", CUBE, correction=1),
    *reductions(reduction.std, "std", CUBE, axes=[None, 1], correction=0),
    *reductions(reduction.amax, "amax", CUBE, special=[TIES, -TIES]),
    *reductions(reduction.amin, "amin", CUBE, special=[TIES, -TIES]),
    *(case(reduction.prod, between(0.5, 2, 2, 3, 4), torch=products(axis), axis=axis) for axis in (None, 0, 1, -1)),
    case(
        reduction.prod, ZEROS, torch=products(1), special=[np.zeros((2, 3)), np.zeros((2, 0)), np.ones((2, 1))], axis=1
    ),
    case(
        reduction.prod,
        ZEROS[:1],
        torch=products(None),
        special=[ZEROS, floats(0), floats(0, 2), np.array(3.0)],
        axis=None,
    ),
    *(
        case(
            reduction.prod,
            between(0.5, 2, 2, 3, 4),
            torch=lambda torch, x, keep=keep: x.prod(2, keepdim=keep).prod(0, keepdim=keep),
            axis=axes,
            keepdims=keep,
        )
        for axes, keep in (((0, 2), True), ((-1, 0), False))
    ),
    case(reduction.spread, normal(2), torch=lambda torch, x: x[:, None].expand(2, 3), shape=(2, 3), axis=1),
    case(reduction.spread, normal(1, 3), torch=lambda torch, x: x.expand(2, 3), shape=(2, 3), axis=0),
    case(reduction.spread, np.array(2.0), torch=lambda torch, x: x.expand(2, 3), shape=(2, 3), axis=None),
    *(  # 0-d arrays have an axis 0 in reductions
        case(op, SCALAR, torch=lambda torch, x, name=name, axis=axis: getattr(torch, name)(x, dim=axis), axis=axis)
        for op, name in ((reduction.sum, "sum"), (reduction.mean, "mean"), (reduction.prod, "prod"))
        for axis in (0, -1)
    ),
    *(
        case(op, SCALAR, torch=lambda torch, x, name=name: getattr(torch, name)(x, dim=0), axis=0)
        for op, name in ((reduction.amax, "amax"), (reduction.max_along, "max"), (reduction.min_along, "min"))
    ),
    *(
        case(
            op,
            CUBE,
            torch=lambda torch, x, name=name, axis=axis, keep=keep: getattr(torch, name)(x, dim=axis, keepdim=keep),
            special=[np.array([[1.0, 3.0, 2.0], [4.0, 0.0, 1.0]]), np.array([[1.0, NAN, 2.0], [NAN, 0.0, 1.0]])]
            if axis == 1
            else (),
            axis=axis,
            keepdims=keep,
        )
        for op, name in ((reduction.max_along, "max"), (reduction.min_along, "min"))
        for axis in (0, 1, -1)
        for keep in (False, True)
    ),
    case(
        reduction.take_along,
        normal(3, 4),
        np.array([2, 0, 3]),
        torch=lambda torch, x, i: torch.take_along_dim(x, i[:, None], 1)[:, 0],
        axis=1,
    ),
    case(
        reduction.take_along,
        normal(3, 4),
        np.array([[2], [0], [3]]),
        torch=lambda torch, x, i: torch.take_along_dim(x, i, 1),
        axis=1,
    ),
    case(
        reduction.put_along,
        normal(3),
        np.array([2, 0, 3]),
        torch=lambda torch, x, i: x.new_zeros(3, 4).scatter(1, i[:, None], x[:, None]),
        axis=1,
        shape=(3, 4),
    ),
    *(
        case(op, CUBE, torch=lambda torch, x, name=name, axis=axis: getattr(torch, name)(x, dim=axis), axis=axis)
        for op, name in ((reduction.argmax, "argmax"), (reduction.argmin, "argmin"))
        for axis in (None, 0, -1)
    ),
    *(
        case(
            op, CUBE.round(), torch=lambda torch, x, name=name, axis=axis: getattr(torch, name)(x, dim=axis), axis=axis
        )
        for op, name in ((reduction.all, "all"), (reduction.any, "any"))
        for axis in (0, -1, (0, 1))
    ),
]

SOFTMAX = [
    case(
        op,
        CUBE,
        torch=lambda torch, x, name=name, axis=axis: getattr(torch, name)(x, dim=axis),
        special=[
            floats(1000, 0, -1000),
            floats(1000, 1000),
            floats(-INF, 0, 1),
            np.zeros((0, 3)) if axis != 0 else floats(5),
        ],
        axis=axis,
    )
    for op, name in ((softmax.softmax, "softmax"), (softmax.log_softmax, "log_softmax"))
    for axis in (0, -1)
]

# --- shapes ---

SHAPES = [
    *(
        case(shape.reshape, CUBE, torch=lambda torch, x, to=to: x.reshape(to), shape=to)
        for to in ((24,), (4, -1), (2, 3, 2, 2), (1, 24))
    ),
    case(shape.reshape, EMPTY, torch=lambda torch, x: x.reshape(0, 5), shape=(0, 5)),
    case(shape.reshape, np.array([1.5]), torch=lambda torch, x: x.reshape(()), shape=()),
    *(
        case(shape.transpose, CUBE, torch=lambda torch, x, axes=axes: x.permute(axes), axes=axes)
        for axes in ((2, 0, 1), (0, 1, 2), (1, 2, 0), (-1, 0, 1))
    ),
    *(
        case(shape.broadcast_to, x, torch=lambda torch, x, to=to: x.broadcast_to(to), shape=to)
        for x, to in (
            (normal(3, 1), (2, 3, 4)),
            (np.array(0.5), (2, 2)),
            (normal(1), (3,)),
            (normal(1, 3), (2, 3)),
            (normal(2, 3), (2, 3)),
            (normal(1, 0), (2, 0)),
        )
    ),
    *(
        case(shape.concatenate, *arrays, torch=lambda torch, *xs, axis=axis: torch.cat(xs, axis), axis=axis)
        for arrays, axis in (
            ((normal(2, 3), normal(1, 3), normal(4, 3)), 0),
            ((normal(2, 3), normal(2, 1)), -1),
            ((normal(2, 3), np.zeros((2, 0))), 1),
            ((normal(2, 3),), 0),
        )
    ),
    *(
        case(
            shape.stack,
            normal(2, 3),
            normal(2, 3),
            torch=lambda torch, *xs, axis=axis: torch.stack(xs, axis),
            axis=axis,
        )
        for axis in (0, 1, -1)
    ),
    case(shape.stack, np.array(1.0), np.array(2.0), np.array(3.0), torch=lambda torch, *xs: torch.stack(xs), axis=0),
    case(shape.split, normal(5, 3), torch=lambda torch, x: torch.split(x, [2, 0, 3]), sections=[2, 0, 3], axis=0),
    case(shape.split, normal(2, 4), torch=lambda torch, x: torch.split(x, [1, 3], -1), sections=[1, 3], axis=-1),
    *(
        case(shape.unstack, CUBE, torch=lambda torch, x, axis=axis: torch.unbind(x, axis), axis=axis)
        for axis in (0, 1, -1)
    ),
    *(
        case(
            conversion.astype,
            A,
            torch=lambda torch, x, to=to: x.to(getattr(torch, to)),
            dtype=np.dtype(to),
            checked=False,
        )
        for to in ("float64", "float32")
    ),
    case(conversion.copy, A, torch="clone", special=[EMPTY, SCALAR, NOT_FINITE]),
]

# --- indexing ---

FIRST, SECOND = np.array([0, 0, 1, 0]), np.array([[2, 0], [-1, 2]])
INDICES = [
    1,
    -1,
    (1, 2),
    (1, -1, 0),
    slice(1, None),
    (slice(None), slice(None, None, 2)),
    (Ellipsis, 1),
    (0, Ellipsis),
    None,
    (slice(None), None, 1),
    (Ellipsis, None),
    FIRST,
    SECOND[0] - 1,
    (slice(None), SECOND),
    (FIRST, slice(0, 2)),
    (slice(None), slice(None), SECOND),
    (FIRST, FIRST, FIRST),
    (np.array([0, 1]), np.array([[2], [2]])),
    (slice(None), SECOND[0], None),
    CUBE > 0,
    np.array([True, False]),
    (slice(None), np.array([True, False, True])),
    (slice(None), np.array([True, False, True]), 1),
    np.array([], dtype=np.int64),
    (slice(0, 0),),
    (),
    Ellipsis,
    (np.array([0, 1]), slice(None), np.array([3, 3])),
    np.array(1),
]


def to_torch(torch, index):
    if isinstance(index, tuple):
        return tuple(to_torch(torch, part) for part in index)
    return torch.from_numpy(np.array(index)) if isinstance(index, np.ndarray) else index


def getitems(index):
    # NumPy puts the axes of index arrays that a slice separates first; so does PyTorch.
    return case(indexing.getitem, CUBE, torch=lambda torch, x: x[to_torch(torch, index)], index=index)


def negative_steps(index):
    places = positions(index).copy()  # PyTorch has no negative steps
    return case(indexing.getitem, CUBE, torch=lambda torch, x: x.reshape(-1)[torch.from_numpy(places)], index=index)


def positions(index, shape=CUBE.shape):
    """Return where in the flattened array the elements at an index are."""
    return np.arange(np.prod(shape)).reshape(shape)[index]


def places(index, shape=CUBE.shape):
    where = np.array(positions(index, shape)).reshape(-1)
    return case(
        indexing.place,
        np.asarray(normal(*positions(index, shape).shape)),
        torch=lambda torch, x: (
            x.new_zeros(int(np.prod(shape))).index_add(0, torch.from_numpy(where), x.reshape(-1)).reshape(shape)
        ),
        index=index,
        shape=shape,
    )


def setitems(index, value_shape=None, compared=True):
    shape = CUBE[index].shape if value_shape is None else value_shape
    value = np.asarray(normal(*shape))

    def assign(torch, x, value):
        x = x.clone()
        x[to_torch(torch, index)] = value
        return x

    where = positions(index)

    def assign_last(torch, x, value):
        # Where an index repeats, PyTorch does not say which value stays, and gives all of them a gradient.
        last = {place: turn for turn, place in enumerate(where.reshape(-1).tolist())}
        out, values = x.reshape(-1).clone(), value.broadcast_to(where.shape).reshape(-1)
        out[list(last)] = values[list(last.values())]
        return out.reshape(x.shape)

    comparable = compared and np.unique(where).size == where.size
    return case(indexing.setitem, CUBE, value, torch=assign if comparable else assign_last, index=index)


INDEXING = [
    *(getitems(index) for index in INDICES),
    *(
        negative_steps(index)
        for index in (slice(None, None, -1), (slice(None), slice(2, None, -2)), (1, slice(None, None, -1)))
    ),
    *(setitems(index) for index in INDICES),
    *(setitems(index, ()) for index in INDICES if not isinstance(index, type(None))),
    setitems((slice(None), 1), (1, 4)),
    setitems((slice(None), 1), (4,)),
    setitems(slice(None), (1, 1, 4)),
    setitems(1, (1, 3, 4)),
    setitems(slice(None, None, -1), compared=False),  # PyTorch has no negative steps
    *(places(index) for index in INDICES),
    places(FIRST, (2,)),
]

# --- products ---

MATMUL_SHAPES = [
    ((3,), (3,)),
    ((2, 3), (3,)),
    ((3,), (3, 4)),
    ((2, 3), (3, 4)),
    ((5, 2, 3), (5, 3, 4)),
    ((5, 2, 3), (3, 4)),
    ((2, 3), (5, 3, 4)),
    ((1, 2, 3), (5, 3, 4)),
    ((5, 2, 3), (1, 3, 4)),
    ((2, 1, 2, 3), (5, 3, 2)),
    ((5, 2, 3), (3,)),
    ((3,), (5, 3, 2)),
    ((2, 5, 2, 3), (3,)),
    ((3,), (2, 5, 3, 2)),
    ((0, 3), (3, 2)),
    ((2, 0), (0, 3)),
    ((2, 3), (3, 0)),
    ((1, 1), (1, 1)),
]
PRODUCTS = [
    *(case(linalg.matmul, normal(*a), normal(*b), torch="matmul") for a, b in MATMUL_SHAPES),
    *(
        case(
            linalg.linear,
            normal(*x),
            normal(4, 3),
            *([normal(4)] if bias else []),
            torch=lambda torch, *xs: torch.nn.functional.linear(*xs),
        )
        for x in ((3,), (2, 3), (5, 2, 3), (0, 3))
        for bias in (True, False)
    ),
]

CASES = [
    *ARITHMETIC,
    *EXPONENTIALS,
    *PIECEWISE,
    *LOGICAL,
    *REDUCTIONS,
    *SOFTMAX,
    *SHAPES,
    *INDEXING,
    *PRODUCTS,
]
