"""Pools."""

import numpy as np

import autograd
import nn.functional as F
from tests.calls.call import RNG, call, expression

X = {1: RNG.standard_normal((2, 3, 9)), 2: RNG.standard_normal((2, 3, 7, 8)), 3: RNG.standard_normal((2, 2, 5, 6, 5))}
TIES = {d: np.round(x) for d, x in X.items()}
WINDOWS = [  # kernel_size, stride, padding
    (2, None, 0),
    (3, 1, 0),
    (3, 2, 1),
    (2, 3, 1),
    (1, 1, 0),
]


def pool(name, x, *args, **kwargs):
    return call(name, x, args=args, module="nn.functional", **kwargs)


def mixed(dimensions):
    """Return different numbers for every dimension: kernel_size, stride, padding."""
    return (3, 2, 2)[:dimensions], (2, 1, 3)[:dimensions], (1, 0, 1)[:dimensions]


def unpool(dimensions, x, kernel, stride, padding, output_size=None):
    def run(library, x):
        functional = library.nn.functional
        values, indices = getattr(functional, f"max_pool{dimensions}d")(x, kernel, stride, padding, return_indices=True)
        function = getattr(functional, f"max_unpool{dimensions}d")
        return function(values * 2, indices, kernel, stride, padding, output_size)

    covers = "kernel_size stride padding output_size"
    return expression(f"max_unpool{dimensions}d", run, x, covers=covers, module="nn.functional")


CALLS = [
    *(
        pool(f"max_pool{d}d", x, kernel, stride, padding, dilation, ceil_mode, return_indices=indices)
        for d in (1, 2, 3)
        for x in (X[d], X[d][0], TIES[d])
        for kernel, stride, padding in (*WINDOWS, mixed(d))
        for dilation in (1, 2)
        for ceil_mode, indices in ((False, False), (True, True))
        if dilation == 1 or kernel != 1
    ),
    *(
        pool(f"max_pool{d}d_with_indices", X[d], 3, 2, 1, dilation=1, ceil_mode=True, return_indices=False)
        for d in (1, 2, 3)
    ),
    pool("max_pool2d", RNG.integers(0, 9, (1, 2, 5, 5)), 2, return_indices=True),
    pool("max_pool2d", np.zeros((0, 2, 5, 5)), 2),
    pool("max_pool2d", np.where(TIES[2] == 0, np.nan, TIES[2]), 1, return_indices=True),
    pool("max_pool2d", RNG.standard_normal((1, 1, 2, 3)), 2, 1, 1, 2),  # half of a window is outside
    pool("max_pool2d", RNG.standard_normal((1, 1, 20, 20)), 17, 1, return_indices=True),
    *(
        pool(f"avg_pool{d}d", x, kernel, stride, padding, ceil_mode, count_include_pad)
        for d in (1, 2, 3)
        for x in (X[d], X[d][0])
        for kernel, stride, padding in (*WINDOWS, mixed(d))
        if np.max(padding) * 2 <= np.min(kernel)
        for ceil_mode in (False, True)
        for count_include_pad in (False, True)
    ),
    *(pool(f"avg_pool{d}d", X[d], 3, stride=2, padding=1, divisor_override=5) for d in (2, 3)),
    *(
        pool(f"lp_pool{d}d", x, power, kernel, stride=stride, ceil_mode=ceil_mode)
        for d in (1, 2, 3)
        for x, power in ((X[d], 2), (np.abs(X[d]), 3.5), (np.abs(X[d][0]), 1))
        for kernel, stride in ((2, None), (3, 2))
        for ceil_mode in (False, True)
    ),
    *(
        pool(f"lp_pool{d}d", X[d], power, 2, stride=stride, ceil_mode=True)
        for d in (1, 2, 3)
        for power in (np.inf, -np.inf)
        for stride in (None, 1)
    ),
    *(
        pool(name, x, size, **indices)
        for d in (1, 2, 3)
        for x in (X[d], X[d][0], TIES[d])
        for size in (1, 2, 3, 5, (4, 7, 2)[:d])
        for name, indices in (
            (f"adaptive_avg_pool{d}d", {}),
            (f"adaptive_max_pool{d}d", {}),
            (f"adaptive_max_pool{d}d", {"return_indices": True}),
            (f"adaptive_max_pool{d}d_with_indices", {"return_indices": True}),
        )
    ),
    *(
        pool(f"adaptive_{kind}_pool{d}d", X[d], size)
        for kind in ("avg", "max")
        for d, size in ((2, (None, 3)), (2, (7, None)), (3, (None, 1, 2)), (3, (2, None, None)))
    ),
    *(unpool(d, X[d][(..., *map(slice, (4, 6, 4)[:d]))], 2, stride, 0) for d in (1, 2, 3) for stride in (None, 2)),
    *(
        unpool(d, x, kernel, stride, padding, x.shape[-d:])
        for d in (1, 2, 3)
        for x in (X[d], X[d][0])
        for kernel, stride, padding in ((2, None, 0), (2, 2, 1), (2, 3, 0), (1, 1, 0))
    ),
    *(unpool(d, X[d], 2, None, 0, X[d].shape) for d in (1, 2, 3)),
    unpool(2, np.zeros((0, 2, 4, 4)), 2, 2, 0),
]

ONES = autograd.ones
IMAGE = ONES(1, 1, 4, 4)
INDICES = autograd.zeros(1, 1, 4, 4, dtype=autograd.int64)

ERRORS = [
    (
        lambda: F.max_pool2d(IMAGE, 2, padding=2),
        RuntimeError,
        r"max_pool2d: padding is at most half of what the kernel covers, \(2, 2\), got padding=2",
    ),
    (lambda: F.avg_pool1d(ONES(1, 4), 3, padding=2), RuntimeError, r"avg_pool1d: padding is at most half"),
    (
        lambda: F.max_pool2d(IMAGE, 5),
        RuntimeError,
        r"max_pool2d: the kernel covers \(5, 5\), more than an input of shape",
    ),
    (
        lambda: F.max_pool2d(ONES(4, 4), 2),
        RuntimeError,
        r"max_pool2d: the input has shape \(N, C, H, W\) .* got \(4, 4\)",
    ),
    (lambda: F.max_pool3d(IMAGE, (2, 2)), RuntimeError, r"max_pool3d: kernel_size is one integer or 3"),
    (lambda: F.max_pool2d(IMAGE, 2, 0), RuntimeError, r"max_pool2d: stride must be at least 1, got 0"),
    (lambda: F.max_pool2d(IMAGE, 2, dilation=0), RuntimeError, r"max_pool2d: dilation must be at least 1"),
    (
        lambda: F.max_pool2d(ONES(1, 1, 0, 4), 2, padding=1),
        RuntimeError,
        r"max_pool2d: the spatial .* must not be empty",
    ),
    (
        lambda: F.avg_pool2d(ONES(1, 1, 0, 4), 2, padding=1),
        RuntimeError,
        r"avg_pool2d: the spatial .* must not be empty",
    ),
    (
        lambda: F.max_pool1d(ONES(1, 1), 2, 1, padding=1, dilation=2),
        RuntimeError,
        r"max_pool1d: with padding=1 and dilation=2 .* input of shape \(1, 1\), none in it: take a smaller dilation",
    ),
    (lambda: F.max_pool2d(IMAGE, 0), RuntimeError, r"max_pool2d: kernel_size must be at least 1"),
    (lambda: F.avg_pool2d(IMAGE, 2, divisor_override=0), RuntimeError, r"avg_pool2d: divisor_override .* is not 0"),
    (lambda: F.lp_pool2d(IMAGE, 2, 5), RuntimeError, r"lp_pool2d: the kernel covers \(5, 5\)"),
    (
        lambda: F.adaptive_avg_pool2d(IMAGE, (1, 2, 3)),
        RuntimeError,
        r"adaptive_avg_pool2d: output_size is one integer or 2",
    ),
    (lambda: F.adaptive_max_pool2d(ONES(1, 0, 2), 1), RuntimeError, r"adaptive_max_pool2d: .* must not be empty"),
    (
        lambda: F.max_unpool2d(IMAGE, INDICES[:, :, 1:], 2),
        RuntimeError,
        r"max_unpool2d: there is an index for each element of the input, of shape \(1, 1, 4, 4\)",
    ),
    (lambda: F.max_unpool2d(IMAGE, INDICES.int(), 2), TypeError, r"max_unpool2d: indices are int64, got int32"),
    (lambda: F.max_unpool2d(IMAGE, INDICES + 64, 2), RuntimeError, r"max_unpool2d: the index 64 is not in an output"),
    (
        lambda: F.max_unpool2d(IMAGE, INDICES, 2, output_size=(8, 10)),
        ValueError,
        r"each less than a stride, .* from \(8, 8\)",
    ),
]
