"""Resampling, and positions outside of an array."""

import numpy as np

from autograd.ops import sampling
from tests.ops.cases.case import CUBE, case, floats, normal

REPEATING = sampling.Taps(4, np.array([[0, 2, 2, 1, 0], [1, 2, 0, 1, 3]]), normal(2, 5))
ROWS = np.array([[0, 2, 2, 3], [1, 0, 2, 0]])
ONE = sampling.Taps(4, np.array([[3, 0, 0, 1]]))


def matrix(torch, taps, size, like):
    """Return the taps as a matrix."""
    weights = np.ones(taps.indices.shape) if taps.weights is None else taps.weights
    dense = np.zeros((taps.indices.shape[1], size))
    np.add.at(dense, (np.arange(len(dense)), taps.indices), weights)
    return torch.tensor(dense, dtype=like.dtype)


def resampled(taps, axis):
    def run(torch, x):
        return (x.movedim(axis, -1) @ matrix(torch, taps, x.shape[axis], x).T).movedim(-1, axis)

    return run


def reflected(low, span):
    """Return the reflection as PyTorch's `grid_sample` has it, for points that are not at a mirror."""

    def run(torch, x):
        distance = (x - low).abs()
        turns, extra = torch.floor(distance / span).detach(), torch.fmod(distance, span)
        return torch.where(turns % 2 == 0, extra + low, span - extra + low)

    return run


POINTS = floats(-7.3, -2.2, -0.7, 0.3, 1.6, 2.9, 3.7, 9.1)
CASES = [
    *(
        case(sampling.resample, normal(4, 4, 4), torch=resampled(taps, axis), taps=taps, axis=axis)
        for taps in (REPEATING, ONE)
        for axis in (0, 1, -1)
    ),
    case(sampling.resample, CUBE, torch=resampled(REPEATING, 2), taps=REPEATING, axis=2),
    case(
        sampling.blend,
        normal(4, 3),
        normal(2, 4),
        torch=lambda torch, table, weights: (table[torch.tensor(ROWS)] * weights[..., None]).sum(0),
        rows=ROWS,
    ),
    case(
        sampling.clip_position,
        POINTS,
        # The derivative at the bounds is 0.
        torch=lambda torch, x: torch.where((x > 0) & (x < 3), x, x.detach().nan_to_num(0.0).clamp(0, 3)),
        special=[floats(0, 3, -np.inf, np.inf, np.nan, -1000, 1000)],
        high=3,
    ),
    case(sampling.reflect_position, POINTS, torch=reflected(0.0, 3), low=0.0, span=3),
    case(sampling.reflect_position, POINTS, torch=reflected(-0.5, 4), low=-0.5, span=4),
    case(sampling.reflect_position, POINTS, torch=lambda torch, x: x * 0, low=0.0, span=0),
]
