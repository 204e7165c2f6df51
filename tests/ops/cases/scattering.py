"""Writing, adding, multiplying and comparing at positions."""

import numpy as np

from autograd.ops import scattering
from tests.ops.cases.case import CUBE, INF, NAN, case, floats, normal

ONCE, REPEATED = np.array([[5, 0, 11], [2, 7, 9]]), np.array([[5, 0, 5], [2, 5, 2]])
X = normal(3, 4)


def puts(x, positions, scalar=False):
    def put(torch, x, values):
        # Where a position repeats, PyTorch does not say which value stays, and gives all of them a gradient.
        last = {place: turn for turn, place in enumerate(positions.reshape(-1).tolist())}
        out = x.reshape(-1).clone()
        out[list(last)] = values.expand(positions.shape).reshape(-1)[list(last.values())]
        return out.reshape(x.shape)

    return case(scattering.put, x, normal(*(() if scalar else positions.shape)), torch=put, positions=positions)


def combined(op, name, positions, x=X, special=(), **statics):
    def combine(torch, x, values):
        flat, where = x.reshape(-1), torch.from_numpy(positions).reshape(-1)
        return flat.scatter_reduce(0, where, values.reshape(-1), name, **statics).reshape(x.shape)

    values = np.asarray(normal(*positions.shape))
    return case(op, x, values, torch=combine, special=special, positions=positions, **statics)


def extremes(op, name, positions, **options):
    return [combined(op, name, positions, include_self=include_self, **options) for include_self in (True, False)]


FLAT = np.array([0, 0, 2, 2, 2])
TIES = (
    (floats(1, 1, 3, 4), floats(1, 1, 3, 3, 3)),
    (floats(0.5, 0, -3, INF), floats(1, -1, 3, 3, -3)),
    (floats(-1000, 1000, -INF, -0.0), floats(0.0, -0.0, INF, -INF, 1)),
)
AMONG_VALUES = ((floats(5, 1, 7, 4), floats(1, 1, 3, 3, 3)), (floats(5, 1, 7, 4), floats(-INF, -INF, INF, INF, INF)))
ONE_ZERO = (
    (floats(0, 1, 2, 3), floats(2, 3, 4, 0, 5)),
    (floats(2, 0, 0, 3), floats(2, 0, 4, 7, 5)),
    (floats(-2, 3, 1000, 0), floats(0.5, -3, -1000, 1, 1)),
)
CASES = [
    *(puts(X, positions) for positions in (ONCE, REPEATED, np.array(3), np.array([], np.int64), np.array([4]))),
    puts(X, ONCE, scalar=True),
    puts(X, REPEATED, scalar=True),
    puts(CUBE, ONCE),
    puts(np.array(0.3), np.array([0])),
    *(combined(scattering.add_at, "sum", positions) for positions in (ONCE, REPEATED, np.array([], np.int64))),
    combined(scattering.add_at, "sum", np.array(0), np.array(0.3)),
    combined(scattering.add_at, "sum", np.array([0, 0]), np.array(0.3)),
    combined(
        scattering.add_at, "sum", FLAT, normal(4), special=((floats(-1000, INF, 0, NAN), floats(1e3, -0.0, 0, INF, 1)),)
    ),
    *(combined(scattering.multiply_at, "prod", positions) for positions in (ONCE, REPEATED, np.array([], np.int64))),
    combined(scattering.multiply_at, "prod", np.array(0), np.array(0.3)),
    combined(scattering.multiply_at, "prod", np.zeros(7, np.int64), np.array(0.3)),
    combined(scattering.multiply_at, "prod", FLAT, normal(4), special=ONE_ZERO),
    # PyTorch has no second derivative where two factors of a product are zero.
    case(
        scattering.multiply_at,
        floats(0, 1, 2, 3),
        floats(0, 0, 0, 4, 0),
        torch=lambda torch, x, values: x.scatter_reduce(0, torch.from_numpy(FLAT), values, "prod"),
        order=1,
        positions=FLAT,
    ),
    *(
        row
        for op, name in ((scattering.maximum_at, "amax"), (scattering.minimum_at, "amin"))
        for positions in (ONCE, REPEATED, np.array([], np.int64))
        for row in extremes(op, name, positions)
    ),
    # PyTorch counts an element that is not included among those that tie if it happens to equal them.
    combined(scattering.maximum_at, "amax", FLAT, normal(4), special=AMONG_VALUES, include_self=False),
    combined(scattering.minimum_at, "amin", FLAT, normal(4), special=AMONG_VALUES, include_self=False),
    combined(scattering.maximum_at, "amax", FLAT, normal(4), special=TIES, include_self=True),
    combined(scattering.minimum_at, "amin", FLAT, normal(4), special=TIES, include_self=True),
]
