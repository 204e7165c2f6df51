"""Images."""

import numpy as np

import autograd
import nn.functional as F
from tests.calls.call import RNG, call


def normal(*shape):
    return RNG.standard_normal(shape)


def nn_call(name, *arrays, **kwargs):
    return call(name, *arrays, module="nn.functional", **kwargs)


LINE, IMAGE, VOLUME = normal(2, 2, 5), normal(1, 2, 4, 5), normal(1, 1, 3, 4, 2)
INPUTS = {3: LINE, 4: IMAGE, 5: VOLUME}
LINEAR = {3: ("linear",), 4: ("bilinear", "bicubic"), 5: ("trilinear",)}
MODES = [(mode, ndim) for ndim in INPUTS for mode in ("nearest", "nearest-exact", "area", *LINEAR[ndim])]

INTERPOLATE = [
    *(nn_call("interpolate", INPUTS[ndim], size=size, mode=mode) for mode, ndim in MODES for size in (1, 3, 4, 7)),
    *(
        nn_call("interpolate", INPUTS[ndim], scale_factor=factor, mode=mode, recompute_scale_factor=recompute)
        for mode, ndim in MODES
        for factor in (0.7, 2.0, 2.6)
        for recompute in (None, False, True)
    ),
    *(
        nn_call("interpolate", INPUTS[ndim], mode=mode, align_corners=align, **target)
        for ndim, modes in LINEAR.items()
        for mode in modes
        for align in (False, True)
        for target in ({"size": 1}, {"size": (6, 3, 2)[: ndim - 2]}, {"scale_factor": (1.7, 0.6, 3.1)[: ndim - 2]})
    ),
    *(
        nn_call("interpolate", normal(1, 1, 9, 7), mode=mode, antialias=True, align_corners=align, **target)
        for mode in ("bilinear", "bicubic")
        for align in (False, True)
        for target in ({"size": (3, 10)}, {"size": 4}, {"scale_factor": 0.4}, {"scale_factor": (2.5, 0.3)})
    ),
    *(
        nn_call("interpolate", normal(1, 1, 9, 7), mode="lanczos", antialias=True, **target)
        for target in ({"size": (3, 10)}, {"scale_factor": 0.4})
    ),
    nn_call("interpolate", normal(0, 2, 4), size=3, mode="linear"),
    nn_call("interpolate", np.array([[[1.0, np.inf, 2.0]]]), size=7, mode="area", order=1),
    nn_call("interpolate", np.arange(12, dtype=np.uint8).reshape(1, 1, 3, 4), size=5),
]

# Points inside, at the ends, outside and far away, none of them at a kink of the derivative.
GRID, GRID3 = RNG.uniform(-2.5, 2.5, (2, 5, 4, 2)), RNG.uniform(-2.5, 2.5, (2, 2, 3, 2, 3))
# PyTorch does not differentiate the gradients of grid_sample.
GRID_SAMPLE = [
    nn_call("grid_sample", x, grid, mode=mode, padding_mode=padding, align_corners=align, order=1, dtypes=("float64",))
    for x, grid in ((normal(2, 3, 4, 5), GRID), (normal(2, 2, 3, 2, 4), GRID3), (normal(2, 1, 1, 1), GRID))
    for mode in ("bilinear", "nearest", "bicubic")
    if mode != "bicubic" or x.ndim == 4
    for padding in ("zeros", "border", "reflection")
    for align in (False, True)
]

CALLS = [
    *INTERPOLATE,
    *GRID_SAMPLE,
    nn_call("grid_sample", normal(1, 2, 3, 3), GRID[:1], align_corners=False, order=1, dtypes=("float32",)),
    nn_call("grid_sample", normal(2, 0, 3, 3), GRID, align_corners=False, order=1),
    *(
        nn_call("affine_grid", normal(2, len(sizes), len(sizes) + 1), size=(2, 1, *sizes), align_corners=align)
        for sizes in ((3, 4), (2, 3, 4))
        for align in (False, True)
    ),
    nn_call("affine_grid", normal(2, 2, 3), size=(2, 1, 1, 4), align_corners=False),
    *(nn_call("pixel_shuffle", normal(*shape), args=(r,)) for shape in ((8, 2, 3), (2, 4, 2, 3)) for r in (1, 2)),
    *(nn_call("pixel_unshuffle", normal(*shape), args=(r,)) for shape in ((3, 2, 4), (2, 1, 4, 6)) for r in (1, 2)),
    *(nn_call("channel_shuffle", normal(*shape), args=(r,)) for shape in ((2, 6, 3), (1, 6, 2, 2)) for r in (1, 2, 3)),
]

ONES = autograd.ones(1, 4, 2, 3)
GRID_ONES = autograd.ones(1, 2, 2, 2)
ERRORS = [
    (lambda: F.interpolate(ONES), ValueError, "interpolate: give either size or scale_factor"),
    (lambda: F.interpolate(ONES, 2, 2), ValueError, "interpolate: give either size or scale_factor"),
    (lambda: F.interpolate(ONES, (2,)), ValueError, "interpolate: size has one number for each of the 2"),
    (lambda: F.interpolate(ONES, scale_factor=(2, 2, 2)), ValueError, "interpolate: scale_factor has one number"),
    (lambda: F.interpolate(ONES, (2, 2, 2), mode="trilinear"), ValueError, "interpolate: size has one number for each"),
    (lambda: F.interpolate(ONES, (2, 2.5)), TypeError, "interpolate: sizes are integers"),
    (lambda: F.interpolate(ONES, 0), RuntimeError, r"interpolate: .* at least 1, not \(2, 3\) to become \(0, 0\)"),
    (lambda: F.interpolate(ONES, scale_factor=0.1), RuntimeError, "interpolate: .* at least 1"),
    (lambda: F.interpolate(ONES, 2, mode="linear"), NotImplementedError, "interpolate: mode 'linear' is for 3 dim"),
    (
        lambda: F.interpolate(ONES, 2, mode="cubic"),
        NotImplementedError,
        "interpolate: .* mode is one of .* got 'cubic'",
    ),
    (
        lambda: F.interpolate(ONES[0, 0], 2),
        NotImplementedError,
        "interpolate: the input has 3, 4 or 5 dimensions, got 2",
    ),
    (lambda: F.interpolate(ONES, 2, align_corners=True), ValueError, "interpolate: align_corners is for the modes"),
    (
        lambda: F.interpolate(ONES, 2, recompute_scale_factor=True),
        ValueError,
        "interpolate: recompute_scale_factor has no meaning next to size",
    ),
    (lambda: F.interpolate(ONES, 2, antialias=True), ValueError, "interpolate: antialias is for the modes"),
    (lambda: F.interpolate(ONES, 2, mode="lanczos"), ValueError, "interpolate: antialias is for the modes"),
    (
        lambda: F.interpolate(ONES.long(), 2, mode="bilinear"),
        NotImplementedError,
        "interpolate: mode 'bilinear' needs floating-point values, got int64",
    ),
    (lambda: F.grid_sample(ONES, GRID_ONES, "area"), ValueError, "grid_sample: mode is .* got 'area'"),
    (
        lambda: F.grid_sample(ONES, GRID_ONES, padding_mode="same"),
        ValueError,
        "grid_sample: padding_mode is .* got 'same'",
    ),
    (lambda: F.grid_sample(ONES, GRID_ONES[..., :1]), RuntimeError, r"grid_sample: .* got shapes \(1, 4, 2, 3\) and"),
    (lambda: F.grid_sample(ONES[0], GRID_ONES[0]), RuntimeError, "grid_sample: .* got shapes"),
    (lambda: F.grid_sample(ONES, GRID_ONES.double()), RuntimeError, "grid_sample: .* got float32 and float64"),
    (
        lambda: F.grid_sample(autograd.ones(1, 1, 2, 2, 2), autograd.ones(1, 1, 1, 1, 3), "bicubic"),
        RuntimeError,
        "grid_sample: mode 'bicubic' is for images",
    ),
    (lambda: F.grid_sample(ONES[:, :, :0], GRID_ONES), RuntimeError, "grid_sample: there are no pixels"),
    (lambda: F.affine_grid(ONES[0], (1, 1, 2)), NotImplementedError, "affine_grid: size is"),
    (lambda: F.affine_grid(ONES[0, 0], (1, 1, 2, 2)), ValueError, r"affine_grid: .* shape \(1, 2, 3\), got \(2, 3\)"),
    (lambda: F.affine_grid(ONES[0], (1, 1, 2, 2)), RuntimeError, r"affine_grid: .* shape \(1, 2, 3\), got \(4, 2, 3\)"),
    (lambda: F.affine_grid(ONES[0], (4, 1, 0, 2)), ValueError, "affine_grid: all sizes are at least 1"),
    (lambda: F.affine_grid(ONES[0].long(), (4, 1, 2, 2)), ValueError, "affine_grid: theta is of floating point"),
    (lambda: F.pixel_shuffle(ONES, 3), RuntimeError, "pixel_shuffle: 4 channels cannot be divided by the square of 3"),
    (lambda: F.pixel_shuffle(ONES, 0), RuntimeError, "pixel_shuffle: the factor is at least 1, got 0"),
    (lambda: F.pixel_shuffle(ONES[0, 0], 1), RuntimeError, "pixel_shuffle: the input has shape"),
    (lambda: F.pixel_unshuffle(ONES, 2), RuntimeError, "pixel_unshuffle: height 2 and width 3 cannot both"),
    (lambda: F.channel_shuffle(ONES, 3), RuntimeError, "channel_shuffle: 4 channels cannot be divided into 3 groups"),
    (lambda: F.channel_shuffle(ONES[0, 0], 1), RuntimeError, "channel_shuffle: the input has shape"),
]
