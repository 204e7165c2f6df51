"""Functions that rearrange elements."""

import numpy as np

from autograd.ops import shape
from tests.ops.cases.case import CUBE, EMPTY, case, normal

CASES = [
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
]
