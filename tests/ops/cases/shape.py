"""Functions that rearrange elements."""

import numpy as np

from autograd.ops import shape
from tests.ops.cases.case import CUBE, EMPTY, A, case, normal


def _tensor(torch, value):
    return torch.tensor(value) if isinstance(value, np.ndarray) else value


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
    *(
        case(shape.flip, CUBE, torch=lambda torch, x, axes=axes: x.flip(axes), axes=axes)
        for axes in ((0,), (1, 2), (), (0, 1, 2))
    ),
    case(shape.flip, EMPTY, torch=lambda torch, x: x.flip(1), axes=(1,)),
    *(
        case(shape.roll, CUBE, torch=lambda torch, x, a=arguments: x.roll(*a), shift=arguments[0], axis=arguments[1])
        for arguments in (((1,), (0,)), ((-2, 5), (2, 1)), ((1, 1), (2, 2)), ((3, 0), (0, 1)))
    ),
    case(shape.roll, CUBE, torch=lambda torch, x: x.roll(7), shift=(7,), axis=None),
    case(shape.roll, EMPTY, torch=lambda torch, x: x.roll(1, 1), shift=(1,), axis=(1,)),
    *(
        case(shape.tile, x, torch=lambda torch, x, reps=reps: x.repeat(reps), reps=reps)
        for x, reps in (
            (CUBE, (2, 1, 3)),
            (CUBE, (1, 1, 1)),
            (A, (2, 3, 1, 2)),
            (A, (2, 0)),
            (np.array(0.5), (2, 2)),
            (np.array(0.5), ()),
            (EMPTY, (2, 3)),
        )
    ),
    *(
        case(
            op,
            x,
            torch=lambda torch, x, a=(repeats, axis): torch.repeat_interleave(x, _tensor(torch, a[0]), a[1]),
            repeats=repeats,
            axis=axis,
        )
        for op, x, repeats, axis in (
            (shape.repeat, CUBE, 2, 1),
            (shape.repeat, CUBE, 1, 2),
            (shape.repeat, A, 0, 1),
            (shape.repeat, CUBE, np.array([1, 0, 3]), 1),
            (shape.repeat, CUBE, np.array([2, 5]), 0),
            (shape.repeat, A, np.array([0, 0, 0]), 1),
            (shape.repeat, EMPTY, np.array([], int), 1),
        )
    ),
    case(
        shape.sum_runs, normal(2, 6), torch=lambda torch, x: x.reshape(2, 3, 2).sum(2), repeats=2, axis=1, shape=(2, 3)
    ),
    *(
        case(
            shape.sum_runs,
            normal(3, 41, 2),
            torch=lambda torch, x: torch.stack([x[:, :1].sum(1), x[:, 1:1].sum(1), x[:, 1:].sum(1)], 1),
            repeats=np.array([1, 0, 40]),
            axis=1,
            shape=(3, 3, 2),
        ),
        case(
            shape.sum_runs,
            normal(2, 60),
            torch=lambda torch, x: x.reshape(2, 3, 20).sum(2),
            repeats=20,
            axis=1,
            shape=(2, 3),
        ),
    ),
    case(
        shape.sum_runs,
        normal(6, 2),
        torch=lambda torch, x: torch.stack([x[:1].sum(0), x[1:1].sum(0), x[1:4].sum(0), x[4:].sum(0)]),
        repeats=np.array([1, 0, 3, 2]),
        axis=0,
        shape=(4, 2),
    ),
    *(
        case(
            shape.windows, x, torch=lambda torch, x, a=(axis, size, step): x.unfold(*a), size=size, step=step, axis=axis
        )
        for x, axis, size, step in (
            (normal(7), 0, 3, 1),
            (normal(7), 0, 3, 2),
            (normal(7), 0, 6, 1),
            (normal(7), 0, 2, 3),
            (normal(7), 0, 7, 1),
            (normal(7), 0, 1, 1),
            (normal(7), 0, 0, 2),
            (normal(2, 7, 3), 1, 3, 2),
            (normal(2, 7, 3), 1, 6, 1),
            (normal(2, 7, 3), 1, 2, 2),
        )
    ),
    *(
        case(
            shape.add_windows,
            x,
            torch=lambda torch, x, size=size, step=step: torch.nn.functional.fold(
                x.mT[None], (1, size), (1, x.shape[-1]), stride=step
            )[0, 0, 0],
            step=step,
            axis=0,
            shape=(size,),
        )
        for x, size, step in ((normal(5, 3), 7, 1), (normal(2, 6), 7, 1), (normal(2, 2), 7, 5))
    ),
    *(
        case(
            shape.as_strided,
            CUBE,
            torch=lambda torch, x, a=arguments: x.as_strided(*a),
            shape=arguments[0],
            strides=arguments[1],
            offset=arguments[2],
            origin=((12, 4, 1), 0),
            checked=False,  # it looks at the memory, which the checks move
        )
        for arguments in (
            ((2, 3), (1, 2), 0),
            ((3, 4), (4, 1), 5),
            ((4, 4), (2, 3), 1),  # overlapping
            ((3,), (0,), 7),
            ((), (), 23),
            ((0, 2), (1, 1), 3),
        )
    ),
    *(
        case(
            shape.strided,
            normal(24),
            torch=lambda torch, x, a=arguments: x.as_strided(*a),
            **dict(zip(("shape", "strides", "offset"), arguments, strict=True)),
        )
        for arguments in (((2, 3), (1, 2), 0), ((4, 4), (2, 3), 1), ((3,), (0,), 7), ((), (), 23), ((2, 3), (7, 2), 2))
    ),
    case(shape.strided, normal(4), torch=lambda torch, x: x.flip(0)[1:], shape=(3,), strides=(-1,), offset=2),
    *(
        case(
            shape.add_strided,
            x,
            torch=lambda torch, x, a=arguments: torch.zeros(a[2], dtype=x.dtype).put(
                sum(
                    (torch.arange(n) * step).reshape((n,) + (1,) * (x.ndim - axis - 1))
                    for axis, (n, step) in enumerate(zip(x.shape, a[0], strict=True))
                )
                + a[1],
                x,
                accumulate=True,
            ),
            **dict(zip(("strides", "offset", "size"), arguments, strict=True)),
        )
        for x, arguments in (
            (normal(2, 3), ((1, 2), 0, 6)),
            (normal(2, 3), ((1, 1), 2, 9)),
            (normal(3), ((0,), 1, 3)),
            (normal(3), ((-2,), 5, 6)),
        )
    ),
]
