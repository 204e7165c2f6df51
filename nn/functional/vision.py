"""Images: resizing, sampling at given points, and rearranging channels and pixels."""

import itertools
import math
import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograd import Tensor
from autograd.exports import public
from autograd.ops import elementwise, indexing, sampling, shape as shaping

_DIMENSIONS = {"linear": 3, "bilinear": 4, "bicubic": 4, "trilinear": 5, "lanczos": 4}  # modes for one kind of input
_ANY = ("nearest", "nearest-exact", "area")
_ALIGNED = ("linear", "bilinear", "bicubic", "trilinear")


def interpolate(
    input: Tensor,
    size: int | Sequence[int] | None = None,
    scale_factor: float | Sequence[float] | None = None,
    mode: str = "nearest",
    align_corners: bool | None = None,
    recompute_scale_factor: bool | None = None,
    antialias: bool = False,
) -> Tensor:
    """Return images of another size, or signals or volumes: given by ``size``, or as ``scale_factor`` times the old.

    Shapes: input (N, C, W), (N, C, H, W) or (N, C, D, H, W), and so the result. Modes: ``"nearest"``,
    ``"nearest-exact"`` (which rounds to the nearest pixel center, as other libraries do) and ``"area"`` (averages) for
    all of them, ``"linear"`` for 3, ``"bilinear"`` and ``"bicubic"`` for 4, ``"trilinear"`` for 5 dimensions. With
    ``align_corners`` the centers of the corner pixels stay where they are, otherwise their outer corners. A given
    scale_factor is used as it is, not the ratio of the sizes, unless ``recompute_scale_factor`` is true. ``antialias``
    widens the filter where the image becomes smaller, for ``"bilinear"``, ``"bicubic"``, and ``"lanczos"``, which
    needs it.

    Raises ValueError for options that exclude each other, NotImplementedError for a mode that the input's dimensions do
    not have and for integers in a mode that computes, RuntimeError for an empty result, TypeError for sizes that are no
    integers.

    >>> import autograd, nn.functional as F
    >>> F.interpolate(autograd.tensor([[[1.0, 2.0]]]), scale_factor=2, mode="linear")
    tensor([[[1.0000, 1.2500, 1.7500, 2.0000]]])
    """
    ndim, sizes = len(input.shape), tuple(input.shape[2:])
    to, factors = _sizes_and_factors(sizes, size, scale_factor, mode == "area" or bool(recompute_scale_factor))
    _check_mode(input, mode, align_corners, antialias)
    if recompute_scale_factor and size is not None:
        raise ValueError("interpolate: recompute_scale_factor has no meaning next to size")
    if min(*sizes, *to) < 1:
        raise RuntimeError(f"interpolate: the images have a size of at least 1, not {sizes} to become {to}")
    align, precise = bool(align_corners), input.dtype.kind == "f" and input.dtype.itemsize > 2
    real: Any = input.dtype.type if precise else np.float32
    out: Any = input
    # Those axes first that leave less to do for the others; of equal ones the last, the slowest one.
    for i in sorted(range(len(sizes)), key=lambda i: (to[i] / sizes[i], -i)):
        old, new, factor = sizes[i], to[i], factors[i]
        if mode in ("nearest", "nearest-exact"):
            taps = sampling.nearest_taps(old, new, factor, mode == "nearest-exact", real)
        elif mode == "area":
            taps = sampling.area_taps(old, new)
        elif antialias:
            taps = sampling.antialiased_taps(old, new, factor, align, real, mode)
        elif mode == "bicubic":
            taps = sampling.cubic_taps(old, new, factor, align, real)
        else:
            taps = sampling.linear_taps(old, new, factor, align, real)
        out = sampling.resample(out, taps=taps, axis=ndim - len(sizes) + i)
    return out


def _check_mode(input: Any, mode: str, align_corners: bool | None, antialias: bool) -> None:
    ndim = len(input.shape)
    if (mode not in _DIMENSIONS and mode not in _ANY) or not 3 <= ndim <= 5:
        raise NotImplementedError(
            f"interpolate: the input has 3, 4 or 5 dimensions, got {ndim}, and mode is one of "
            f"{', '.join([*_ANY, *_DIMENSIONS])}, got {mode!r}"
        )
    if mode in _DIMENSIONS and ndim != _DIMENSIONS[mode]:
        raise NotImplementedError(f"interpolate: mode {mode!r} is for {_DIMENSIONS[mode]} dimensions, not for {ndim}")
    if align_corners is not None and mode not in _ALIGNED:
        raise ValueError(f"interpolate: align_corners is for the modes {', '.join(_ALIGNED)}, not for {mode!r}")
    if antialias != (mode == "lanczos") and mode not in ("bilinear", "bicubic"):
        raise ValueError(
            f"interpolate: antialias is for the modes bilinear, bicubic and lanczos, and the latter needs it; got "
            f"antialias={antialias} with mode {mode!r}"
        )
    if input.dtype.kind != "f" and not mode.startswith("nearest"):
        raise NotImplementedError(f"interpolate: mode {mode!r} needs floating-point values, got {input.dtype}")


def _sizes_and_factors(sizes: Any, size: Any, scale_factor: Any, recompute: bool) -> tuple[tuple[int, ...], Any]:
    """Return the sizes to reach, and the factors that positions are computed with: None where the sizes decide."""
    if (size is None) == (scale_factor is None):
        raise ValueError(f"interpolate: give either size or scale_factor, got {size} and {scale_factor}")
    given = scale_factor if size is None else size
    per_dimension = tuple(given) if isinstance(given, (tuple, list)) else (given,) * len(sizes)
    if len(per_dimension) != len(sizes):
        raise ValueError(
            f"interpolate: {'scale_factor' if size is None else 'size'} has one number for each of the "
            f"{len(sizes)} dimensions that are resized, or is one number, got {given}"
        )
    if size is not None:
        if not all(hasattr(n, "__index__") for n in per_dimension):
            raise TypeError(f"interpolate: sizes are integers, got {given}")
        return per_dimension, (None,) * len(sizes)
    to = tuple([math.floor(n * factor) for n, factor in zip(sizes, per_dimension, strict=True)])
    return to, (None,) * len(sizes) if recompute else per_dimension


def grid_sample(
    input: Tensor, grid: Tensor, mode: str = "bilinear", padding_mode: str = "zeros", align_corners: bool | None = None
) -> Tensor:
    """Return the values of images, or volumes, at the points of a grid.

    Shapes: input (N, C, H, W), grid (N, H', W', 2) with points (x, y), result (N, C, H', W'); or (N, C, D, H, W),
    (N, D', H', W', 3) with (x, y, z), (N, C, D', H', W'). -1 and 1 are the ends of an axis: the centers of the first
    and the last pixel with ``align_corners``, otherwise their outer edges. Modes: ``"bilinear"``, ``"nearest"``,
    ``"bicubic"`` (images only). Beyond the ends lie, by ``padding_mode``, ``"zeros"``, the last pixels (``"border"``),
    or the mirror image (``"reflection"``). Both arguments get a gradient; that of a grid with ``"nearest"`` is 0.

    Warns if ``align_corners``, by default False, is not given. Raises ValueError for unknown modes, RuntimeError for
    shapes and dtypes that do not fit.

    >>> import autograd, nn.functional as F
    >>> image = autograd.tensor([[[[1.0, 2.0], [3.0, 4.0]]]])
    >>> F.grid_sample(image, autograd.tensor([[[[0.0, 0.0], [1.0, -1.0]]]]), align_corners=True)
    tensor([[[[2.5000, 2.0000]]]])
    """
    _check_grid(input, grid, mode, padding_mode)
    align = _whether_aligned("grid_sample", align_corners)
    batch, channels, *sizes = input.shape
    with np.errstate(invalid="ignore"):  # points that are not finite have no neighbours
        taps = [_taps(grid[..., len(sizes) - 1 - i], size, mode, padding_mode, align) for i, size in enumerate(sizes)]
        # The channels of a pixel are one row of a table; points outside look at a row of zeros.
        table = input.permute(0, *range(2, len(input.shape)), 1).reshape(batch * math.prod(sizes), channels)
        outside = table.shape[0]
        if padding_mode == "zeros":
            table = shaping.concatenate(table, np.zeros((1, channels), input.dtype), axis=0)
        first = (np.arange(batch) * math.prod(sizes)).reshape((batch,) + (1,) * len(sizes))
        rows, weights = [], []
        for corner in itertools.product(*taps):
            row, inside, weight = first, np.True_, None
            for i, (index, share) in enumerate(corner):
                row = row + np.clip(index, 0, sizes[i] - 1) * math.prod(sizes[i + 1 :])
                inside = inside & (index >= 0) & (index < sizes[i])
                weight = share if weight is None else weight * share
            rows.append(np.where(inside, row, outside) if padding_mode == "zeros" else row)
            weights.append(weight)
        if weights[0] is None:
            values = indexing.getitem(table, index=rows[0].reshape(-1))
        else:
            each = (len(rows), math.prod(grid.shape[:-1]))
            shares = shaping.stack(*weights).reshape(each)
            values = sampling.blend(table, shares, rows=np.stack(rows).reshape(each))
    values = values.reshape((*grid.shape[:-1], channels))
    return values.permute(0, len(sizes) + 1, *range(1, len(sizes) + 1))


def _check_grid(input: Any, grid: Any, mode: str, padding_mode: str) -> None:
    if mode not in ("bilinear", "nearest", "bicubic"):
        raise ValueError(f"grid_sample: mode is 'bilinear', 'nearest' or 'bicubic', got {mode!r}")
    if padding_mode not in ("zeros", "border", "reflection"):
        raise ValueError(f"grid_sample: padding_mode is 'zeros', 'border' or 'reflection', got {padding_mode!r}")
    shape, points = tuple(input.shape), tuple(grid.shape)
    if len(shape) not in (4, 5) or len(points) != len(shape) or points[-1] != len(shape) - 2 or points[0] != shape[0]:
        raise RuntimeError(
            f"grid_sample: an input (N, C, H, W) needs a grid (N, H', W', 2), an input (N, C, D, H, W) a grid "
            f"(N, D', H', W', 3), got shapes {shape} and {points}"
        )
    if mode == "bicubic" and len(shape) == 5:
        raise RuntimeError("grid_sample: mode 'bicubic' is for images, (N, C, H, W), not for volumes")
    if not math.prod(shape[2:]):
        raise RuntimeError(f"grid_sample: there are no pixels in an input of shape {shape}")
    if input.dtype != grid.dtype or input.dtype.kind != "f":
        raise RuntimeError(
            f"grid_sample: input and grid are of one floating-point dtype, got {input.dtype} and {grid.dtype}"
        )


def _taps(points: Any, size: int, mode: str, padding: str, align: bool) -> list[tuple[Any, Any]]:
    """Return the pixels along one axis that a point is made of: their indices, and their weights, where None is 1."""
    place = (points + 1) / 2 * (size - 1) if align else ((points + 1) * size - 1) / 2
    if mode == "bicubic":
        left = np.floor(place.detach().numpy())
        weights = sampling.cubic_weights(place - left)
        return [(_whole(_inside(Tensor(left + i - 1), size, padding, align)), w) for i, w in enumerate(weights)]
    place = _inside(place, size, padding, align)
    if mode == "nearest":
        share = elementwise.keep(place, np.False_) + 1 if points.requires_grad else None  # 1, with a gradient of 0
        return [(_whole(Tensor(np.rint(place.detach().numpy()))), share)]
    left = np.floor(place.detach().numpy())
    return [(_whole(Tensor(left)), left + 1 - place), (_whole(Tensor(left + 1)), place - left)]


def _inside(place: Any, size: int, padding: str, align: bool) -> Any:
    """Return the place inside that one outside stands for, unless there are zeros outside."""
    if padding == "zeros":
        return place
    if padding == "reflection":
        low, span = (0.0, size - 1) if align else (-0.5, size)
        place = sampling.reflect_position(place, low=low, span=span)
    return sampling.clip_position(place, high=size - 1)


def _whole(place: Any) -> Any:
    """Return places as indices; those far away, or nowhere, come to lie outside, but do not overflow."""
    return np.nan_to_num(np.clip(place.numpy(), -2, 2.0**53), nan=-2).astype(np.int64)


def _whether_aligned(name: str, align_corners: bool | None) -> bool:
    if align_corners is None:
        warnings.warn(f"{name}: say whether to align_corners; the default is False", stacklevel=3)
    return bool(align_corners)


def affine_grid(theta: Tensor, size: Sequence[int], align_corners: bool | None = None) -> Tensor:
    """Return the grid for `grid_sample` by which the output is the input seen through affine maps.

    ``theta`` (N, 2, 3) holds one map from output to input points for each image, ``size`` is (N, C, H, W), the result
    (N, H, W, 2); or (N, 3, 4), (N, C, D, H, W) and (N, D, H, W, 3). Warns if ``align_corners``, by default False, is
    not given. Raises ValueError or RuntimeError if the shapes do not fit together, ValueError unless theta is of
    floating point, NotImplementedError for other numbers of dimensions.

    >>> import autograd, nn.functional as F
    >>> F.affine_grid(autograd.tensor([[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]]), (1, 1, 1, 2), align_corners=False)
    tensor([[[[-0.5000,  0.0000],
              [ 0.5000,  0.0000]]]])
    """
    if theta.dtype.kind != "f":
        raise ValueError(f"affine_grid: theta is of floating point, got {theta.dtype}")
    if len(size) not in (4, 5):
        raise NotImplementedError(f"affine_grid: size is (N, C, H, W) or (N, C, D, H, W), got {tuple(size)}")
    if min(size) < 1:
        raise ValueError(f"affine_grid: all sizes are at least 1, got {tuple(size)}")
    batch, _, *sizes = size
    count = len(sizes)
    if tuple(theta.shape) != (batch, count, count + 1):
        error = RuntimeError if tuple(theta.shape[1:]) == (count, count + 1) else ValueError
        raise error(
            f"affine_grid: for size {tuple(size)} theta has shape {(batch, count, count + 1)}, got {tuple(theta.shape)}"
        )
    if _whether_aligned("affine_grid", align_corners) and 1 in sizes:
        warnings.warn("affine_grid: with align_corners, an axis of size 1 has its only point at 0", stacklevel=2)
    axes = [np.linspace(-1, 1, n) if n > 1 else np.zeros(1) for n in sizes]
    if not align_corners:
        axes = [axis * (n - 1) / n for axis, n in zip(axes, sizes, strict=True)]
    grids = np.meshgrid(*axes, indexing="ij")
    points = np.stack([*reversed(grids), np.ones(sizes)], axis=-1).reshape(-1, count + 1)
    return (Tensor(points.astype(theta.dtype)) @ theta.mT).reshape((batch, *sizes, count))


def pixel_shuffle(input: Tensor, upscale_factor: int) -> Tensor:
    """Return (..., C r², H, W) rearranged to (..., C, H r, W r), for r = ``upscale_factor``.

    Source: Shi et al., Real-Time Single Image and Video Super-Resolution Using an Efficient Sub-Pixel Convolutional
    Neural Network, CVPR 2016. Raises RuntimeError if the channels cannot be divided, for fewer than three dimensions
    and for a factor below 1.

    >>> import autograd, nn.functional as F
    >>> F.pixel_shuffle(autograd.tensor([[[1, 2]], [[3, 4]], [[5, 6]], [[7, 8]]]), 2)
    tensor([[[1, 3, 2, 4],
             [5, 7, 6, 8]]])
    """
    r = _image("pixel_shuffle", input, upscale_factor)
    *batch, channels, height, width = input.shape
    if channels % (r * r):
        raise RuntimeError(f"pixel_shuffle: {channels} channels cannot be divided by the square of {r}")
    n = len(batch)
    parts = input.reshape((*batch, channels // (r * r), r, r, height, width))
    return parts.permute(*range(n), n, n + 3, n + 1, n + 4, n + 2).reshape(
        (*batch, channels // (r * r), height * r, width * r)
    )


def pixel_unshuffle(input: Tensor, downscale_factor: int) -> Tensor:
    """Return (..., C, H r, W r) rearranged to (..., C r², H, W), for r = ``downscale_factor``: undoes `pixel_shuffle`.

    Raises RuntimeError if height or width cannot be divided, for fewer than three dimensions and a factor below 1.

    >>> import autograd, nn.functional as F
    >>> F.pixel_unshuffle(autograd.tensor([[[1, 3, 2, 4], [5, 7, 6, 8]]]), 2).tolist()
    [[[1, 2]], [[3, 4]], [[5, 6]], [[7, 8]]]
    """
    r = _image("pixel_unshuffle", input, downscale_factor)
    *batch, channels, height, width = input.shape
    if height % r or width % r:
        raise RuntimeError(f"pixel_unshuffle: height {height} and width {width} cannot both be divided by {r}")
    n = len(batch)
    parts = input.reshape((*batch, channels, height // r, r, width // r, r))
    return parts.permute(*range(n), n, n + 2, n + 4, n + 1, n + 3).reshape(
        (*batch, channels * r * r, height // r, width // r)
    )


def _image(name: str, input: Any, factor: int) -> int:
    """Return the factor, after checking it and that the input is images."""
    if len(input.shape) < 3:
        raise RuntimeError(f"{name}: the input has shape (..., C, H, W), got {tuple(input.shape)}")
    if factor < 1:
        raise RuntimeError(f"{name}: the factor is at least 1, got {factor}")
    return factor


def channel_shuffle(input: Tensor, groups: int) -> Tensor:
    """Return the input (N, C, d1, ...) with the channels of ``groups`` groups dealt out in turn.

    Source: Zhang et al., ShuffleNet, CVPR 2018. Raises RuntimeError if the channels cannot be divided, and for fewer
    than three dimensions.

    >>> import autograd, nn.functional as F
    >>> F.channel_shuffle(autograd.tensor([[[0], [1], [2], [3]]]), 2).tolist()
    [[[0], [2], [1], [3]]]
    """
    shape = input.shape
    if len(shape) < 3:
        raise RuntimeError(f"channel_shuffle: the input has shape (N, C, d1, ...), got {tuple(shape)}")
    if groups < 1 or shape[1] % groups:
        raise RuntimeError(f"channel_shuffle: {shape[1]} channels cannot be divided into {groups} groups")
    return input.reshape((shape[0], groups, shape[1] // groups, *shape[2:])).transpose(1, 2).reshape(shape)


public(globals())
