"""Padding."""

import autograd
import nn.functional as F
from tests.calls.call import RNG, call

SHAPES = {
    (6,): [(1, 2), (-2, 3), (-1, -2)],
    (4, 6): [(2, 1), (0, 0)],
    (2, 4, 6): [(3, 2), (-1, 2)],
    (2, 3, 5, 6): [(1, 2, 3, 0), (-1, 2, 0, -2), (2, -1, 1, 1)],
    (1, 2, 4, 5, 6): [(1, 2, 2, 1, 0, 3), (0, -1, 2, 0, -2, 1)],
}

CALLS = [
    *(
        call("pad", RNG.standard_normal(shape), pad=pad, value=value, module="nn.functional")
        for shape, pads in SHAPES.items()
        for pad in (*pads, ())
        for value in (None, 1.5)
    ),
    *(
        call("pad", RNG.standard_normal(shape), args=(pad, mode), module="nn.functional")
        for mode in ("reflect", "replicate", "circular")
        for shape, pads in SHAPES.items()
        for pad in pads
        if len(pad) == 2 * len(shape) - 4 or (len(pad) == 2 and len(shape) == 2)
    ),
    call("pad", RNG.standard_normal((2, 3, 4)), pad=(4, 4), mode="circular", module="nn.functional"),
    call("pad", RNG.standard_normal((2, 3, 4)), pad=(7, 9), mode="replicate", module="nn.functional"),
    call("pad", RNG.standard_normal((2, 3, 1)), pad=(2, 2), mode="replicate", module="nn.functional"),
    call("pad", RNG.integers(0, 9, (2, 3)), pad=(1, 1, 2, 0), value=7, module="nn.functional"),
]

X = autograd.ones(1, 2, 3)

ERRORS = [
    (lambda: F.pad(X, (-4, 5)), RuntimeError, r"pad: the widths \(-4, 5\) cut off more than an input of shape"),
    (lambda: F.pad(X, (1, 2, 3)), RuntimeError, r"pad: the widths are pairs \(before, after\), .* got \(1, 2, 3\)"),
    (lambda: F.pad(X, (1,) * 8), RuntimeError, r"pad: the widths are pairs .* at most 3 dimensions"),
    (
        lambda: F.pad(X, (-2, -2)),
        RuntimeError,
        r"pad: the widths \(-2, -2\) cut off more than an input of shape \(1, 2, 3\)",
    ),
    (lambda: F.pad(X, (1, 1), "mirror"), NotImplementedError, r"pad: mode is \"constant\", .* got 'mirror'"),
    (lambda: F.pad(X, (1, 1), "reflect", 2.0), RuntimeError, r'pad: mode "reflect" takes no value, got 2.0'),
    (
        lambda: F.pad(X, (3, 0), "reflect"),
        RuntimeError,
        r'mode "reflect" has at most 2 elements .* size 3, got \(3, 0\)',
    ),
    (lambda: F.pad(X, (0, 4), "circular"), RuntimeError, r'mode "circular" has at most 3 elements'),
]
