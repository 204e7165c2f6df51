"""Windows: their elements, sums and maxima, and what adds up where they are."""

import numpy as np

from autograd.ops import windows
from tests.ops.cases.case import INF, NAN, RNG, case, normal

# name: size, then kernel, count, stride, padding, dilation
FORMS = {
    "1d": ((7,), {"kernel": (3,), "count": (5,), "stride": (1,), "padding": (0,), "dilation": (1,)}),
    "apart": ((4, 6), {"kernel": (2, 3), "count": (2, 2), "stride": (2, 3), "padding": (0, 0), "dilation": (1, 1)}),
    "padded": ((4, 5), {"kernel": (3, 2), "count": (2, 6), "stride": (2, 1), "padding": (1, 1), "dilation": (1, 1)}),
    "dilated": ((5, 4), {"kernel": (2, 2), "count": (3, 4), "stride": (1, 1), "padding": (0, 1), "dilation": (2, 2)}),
    "3d": (
        (3, 2, 3),
        {"kernel": (2, 1, 2), "count": (2, 2, 1), "stride": (1, 1, 2), "padding": (0, 0, 0), "dilation": (1,) * 3},
    ),
}


def positions(form):
    """Return where in an image with a border each window reads: (*kernel, *count), and the border's width."""
    size, f = form
    border = 8
    axes = len(size)
    places = np.arange(np.prod([n + 2 * border for n in size])).reshape([n + 2 * border for n in size])
    index = []
    for axis in range(axes):
        k, o = np.arange(f["kernel"][axis]), np.arange(f["count"][axis])
        at = border - f["padding"][axis] + k[:, None] * f["dilation"][axis] + o * f["stride"][axis]
        shape = [1] * (2 * axes)
        shape[axis], shape[axes + axis] = at.shape
        index.append(at.reshape(shape))
    return places[tuple(index)], border


def gathered(form, value=0.0):
    """Return a function of torch that reads the windows of an image."""
    at, border = positions(form)

    def read(torch, x):
        axes = len(form[0])
        wide = torch.nn.functional.pad(x, (border,) * (2 * axes), value=value)
        return wide.reshape(*x.shape[:-axes], -1)[..., torch.from_numpy(at)]

    return read


def adjoint(function, size):
    """Return the adjoint of a linear function of torch, on images of ``size``."""

    def transposed(torch, y):
        x = y.new_zeros((*LEAD, *size))
        return torch.func.vjp(lambda x: function(torch, x), x)[1](y)[0]

    return transposed


LEAD = (2,)


def sums(form):
    axes = len(form[0])
    return lambda torch, x: gathered(form)(torch, x).sum(tuple(range(len(x.shape) - axes, len(x.shape))))


def maxima(form):
    size, f = form
    functional = f"max_pool{len(size)}d"

    def pool(torch, x):
        wanted = f["padding"], f["dilation"]
        options = {"return_indices": True}
        return getattr(torch.nn.functional, functional)(x, f["kernel"], f["stride"], *wanted, **options)

    return pool


def special(size):
    """Return images with ties, infinities, NaN."""
    ties = RNG.integers(0, 2, (*LEAD, *size)).astype(float)
    low = np.full((*LEAD, *size), -INF)
    nan = normal(*LEAD, *size)
    nan.reshape(-1)[::5] = NAN
    huge = 1000 * normal(*LEAD, *size)
    huge.reshape(-1)[::4] = INF
    return ties, low, nan, huge


def without(form, *names):
    return {key: value for key, value in form[1].items() if key not in names}


BOUNDS = ((0, 3), (2, 4)), ((0, 1), (0, 2), (1, 3))
FLAT = np.array([[[3, 0], [11, 5]], [[0, 7], [6, 2]]])
REPEATED = np.array([[[3, 3], [11, 5]], [[0, 0], [0, 2]]])


def segments(torch, x):
    rows = [torch.stack([x[..., a:b, c:d].sum((-1, -2)) for c, d in BOUNDS[1]], -1) for a, b in BOUNDS[0]]
    return torch.stack(rows, -2)


def segment_maxima(torch, x):
    boxes = [[x[..., a:b, c:d].flatten(-2).max(-1).values for c, d in BOUNDS[1]] for a, b in BOUNDS[0]]
    places = torch.arange(12).reshape(4, 3)
    at = [
        [places[a:b, c:d].flatten()[x[..., a:b, c:d].flatten(-2).argmax(-1)] for c, d in BOUNDS[1]]
        for a, b in BOUNDS[0]
    ]
    return tuple(torch.stack([torch.stack(row, -1) for row in rows], -2) for rows in (boxes, at))


def put(indices):
    def scatter(torch, x):
        return (
            x.new_zeros(2, 12).scatter_add(1, torch.from_numpy(indices.reshape(2, 4)), x.reshape(2, 4)).reshape(2, 4, 3)
        )

    return scatter


def take(indices):
    return lambda torch, x: x.reshape(2, 12).gather(1, torch.from_numpy(indices.reshape(2, 4))).reshape(2, 2, 2)


CASES = [
    *(case(windows.patches, normal(*LEAD, *f[0]), torch=gathered(f), **f[1]) for f in FORMS.values()),
    *(
        case(
            windows.overlap_add,
            normal(*LEAD, *f[1]["kernel"], *f[1]["count"]),
            torch=adjoint(gathered(f), f[0]),
            size=f[0],
            **without(f, "count"),
        )
        for f in FORMS.values()
    ),
    *(case(windows.sum_windows, normal(*LEAD, *f[0]), torch=sums(f), **f[1]) for f in FORMS.values()),
    *(
        case(
            windows.spread_windows,
            normal(*LEAD, *f[1]["count"]),
            torch=adjoint(sums(f), f[0]),
            size=f[0],
            **without(f, "count"),
        )
        for f in FORMS.values()
    ),
    *(
        case(windows.max_windows, normal(*LEAD, *f[0]), torch=maxima(f), special=special(f[0]), **f[1])
        for f in FORMS.values()
    ),
    case(
        windows.put_flat,
        normal(2, 2, 2),
        FLAT,
        torch=lambda torch, x, _: put(FLAT)(torch, x),
        size=(4, 3),
        distinct=True,
    ),
    case(
        windows.put_flat,
        normal(2, 2, 2),
        REPEATED,
        torch=lambda torch, x, _: put(REPEATED)(torch, x),
        size=(4, 3),
        distinct=False,
    ),
    *(
        case(
            windows.take_flat,
            normal(2, 4, 3),
            indices,
            torch=lambda torch, x, _, indices=indices: take(indices)(torch, x),
            axes=2,
            distinct=indices is FLAT,
        )
        for indices in (FLAT, REPEATED)
    ),
    case(windows.sum_segments, normal(2, 4, 3), torch=segments, bounds=BOUNDS),
    case(windows.spread_segments, normal(2, 2, 3), torch=adjoint(segments, (4, 3)), size=(4, 3), bounds=BOUNDS),
    case(windows.max_segments, normal(2, 4, 3), torch=segment_maxima, bounds=BOUNDS),
]
