"""What the rows of the table are made of."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

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
CUBE = normal(2, 3, 4)
