"""Vision functions: rounding of positions, points that are not finite, and what PyTorch does not differentiate."""

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

import autograd
import nn.functional as F
from autograd.testing import gradcheck
from tests.parity import compare

RNG = np.random.default_rng(0)


@pytest.mark.parametrize("mode", ["nearest", "nearest-exact"])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_nearest_rounds_as_pytorch_does(torch, mode, dtype):
    targets = [*({"size": size} for size in range(1, 60, 3)), *({"scale_factor": f} for f in (0.3, 0.7, 1 / 3, 2, 7.7))]
    for size in range(4, 45):
        x = np.arange(size, dtype=dtype).reshape(1, 1, size)
        for target in targets:
            got = F.interpolate(autograd.tensor(x), mode=mode, **target).numpy()
            want = torch.nn.functional.interpolate(torch.tensor(x), mode=mode, **target).numpy()
            np.testing.assert_array_equal(got, want, err_msg=f"{size} {target}")


SIZES = st.integers(1, 12)


@pytest.mark.parametrize("mode", ["bilinear", "bicubic", "area"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_all_sizes_and_factors(torch, mode, data):
    height, width = data.draw(SIZES), data.draw(SIZES)
    options = {"mode": mode}
    if data.draw(st.booleans(), label="by size"):
        options["size"] = (data.draw(SIZES), data.draw(SIZES))
    else:
        options["scale_factor"] = tuple(data.draw(st.floats(1 / n, 4)) for n in (height, width))
        options["recompute_scale_factor"] = data.draw(st.booleans())
    if mode != "area":
        options["align_corners"] = data.draw(st.booleans())
        # PyTorch repeats the first row of an image that is to be one pixel wide.
        to = options["size"][1] if "size" in options else int(width * options["scale_factor"][1])
        options["antialias"] = to > 1 and data.draw(st.booleans())
    image = RNG.standard_normal((1, 1, height, width))
    # Where a size stays what it is though there is a factor, PyTorch's gradient is not the derivative of its result.
    kept = "scale_factor" in options and any(
        int(n * factor) == n for n, factor in zip((height, width), options["scale_factor"], strict=True)
    )
    compare(
        lambda x: F.interpolate(x.detach() if kept else x, **options),
        lambda x: torch.nn.functional.interpolate(x.detach() if kept else x, **options),
        torch,
        [image],
        order=1,
    )


@pytest.mark.parametrize("mode", ["nearest", "bilinear", "bicubic", "area"])
def test_a_pixel_that_is_not_finite_spoils_its_neighbourhood_only(mode):
    x = np.ones((1, 1, 16, 16))
    x[0, 0, 0, 0] = np.nan
    for size in (8, 40):
        leaf = autograd.tensor(x, requires_grad=True)
        y = F.interpolate(leaf, size, mode=mode)
        assert np.isfinite(y.detach().numpy()[0, 0, size // 2 :, size // 2 :]).all()
        upstream = np.ones(y.shape)
        upstream[0, 0, 0, 0] = np.nan
        (gradient,) = autograd.grad(y, leaf, autograd.tensor(upstream))
        assert np.isfinite(gradient.numpy()[0, 0, 8:, 8:]).all()


@pytest.mark.parametrize("mode", ["bilinear", "bicubic"])
@pytest.mark.parametrize("size", [1, 5, 24])
def test_resizing_keeps_a_constant_and_adds_up(mode, size):
    """Weights add up to 1; the gradient of the sum is then the number of output pixels."""
    for antialias in (False, True):
        x = autograd.ones(1, 1, 9, 7, dtype=autograd.float64, requires_grad=True)
        y = F.interpolate(x, size, mode=mode, antialias=antialias)
        np.testing.assert_allclose(y.detach().numpy(), 1, rtol=1e-12)
        y.sum().backward()
        assert abs(x.grad.sum().item() - size * size) < 1e-9


@pytest.mark.parametrize(
    ("mode", "padding"), [("bilinear", "zeros"), ("bilinear", "reflection"), ("bicubic", "border")]
)
@pytest.mark.parametrize("align", [False, True])
def test_second_derivatives_of_grid_sample(mode, padding, align):
    image, grid = RNG.standard_normal((1, 2, 3, 4)), RNG.uniform(-1.4, 1.4, (1, 2, 2, 2))
    gradcheck(
        lambda x, grid: F.grid_sample(x, grid, mode=mode, padding_mode=padding, align_corners=align), [image, grid]
    )


def test_second_derivatives_of_grid_sample_in_volumes():
    volume, grid = RNG.standard_normal((1, 1, 3, 2, 2)), RNG.uniform(-1.2, 1.2, (1, 1, 2, 1, 3))
    gradcheck(lambda x, grid: F.grid_sample(x, grid, align_corners=False), [volume, grid])


@pytest.mark.parametrize("mode", ["bilinear", "nearest", "bicubic"])
@pytest.mark.parametrize("padding", ["zeros", "border", "reflection"])
def test_points_that_are_not_finite(torch, mode, padding):
    nan, inf = float("nan"), float("inf")
    points = np.array([[[[nan, 0.0], [0.0, nan], [nan, nan], [-inf, 0.0], [1000.0, 1000.0], [-3.0, 1.0]]]])
    image = RNG.standard_normal((1, 1, 4, 4))
    options = {"mode": mode, "padding_mode": padding, "align_corners": False}
    got = F.grid_sample(autograd.tensor(image), autograd.tensor(points), **options).numpy()
    want = torch.nn.functional.grid_sample(torch.tensor(image), torch.tensor(points), **options).numpy()
    np.testing.assert_allclose(got, want, rtol=1e-10)


def test_the_identity_map_samples_the_image_itself():
    x = autograd.tensor(RNG.standard_normal((2, 3, 4, 5)))
    theta = autograd.tensor(np.tile(np.eye(2, 3), (2, 1, 1)))
    for align in (False, True):
        grid = F.affine_grid(theta, x.shape, align_corners=align)
        np.testing.assert_allclose(F.grid_sample(x, grid, align_corners=align).numpy(), x.numpy(), atol=1e-12)


def test_warnings():
    x, theta = autograd.ones(1, 1, 2, 2), autograd.zeros(1, 2, 3)
    with pytest.warns(UserWarning, match="affine_grid: say whether to align_corners"):
        grid = F.affine_grid(theta, x.shape)
    with pytest.warns(UserWarning, match="grid_sample: say whether to align_corners"):
        F.grid_sample(x, grid)
    with pytest.warns(UserWarning, match="affine_grid: with align_corners, an axis of size 1"):
        F.affine_grid(theta, (1, 1, 1, 2), align_corners=True)


@pytest.mark.parametrize("r", [1, 2, 3])
def test_pixel_unshuffle_undoes_pixel_shuffle(r):
    x = autograd.tensor(RNG.standard_normal((2, 2 * r * r, 3, 4)))
    assert F.pixel_unshuffle(F.pixel_shuffle(x, r), r).tolist() == x.tolist()


def test_the_gradient_of_a_grid_of_nearest_pixels_is_zero():
    grid = autograd.tensor([[[[0.3, float("nan")], [0.1, -0.7]]]], requires_grad=True)
    y = F.grid_sample(autograd.ones(1, 2, 3, 3), grid, "nearest", align_corners=False)
    y.sum().backward()
    assert y.tolist() == [[[[0.0, 1.0]], [[0.0, 1.0]]]]
    assert grid.grad.tolist() == [[[[0.0, 0.0], [0.0, 0.0]]]]


def test_float32_stays_float32():
    x = autograd.randn(1, 2, 4, 4, requires_grad=True)
    grid = autograd.zeros(1, 2, 2, 2, requires_grad=True)
    for y in (
        *(F.interpolate(x, 3, mode=mode) for mode in ("nearest", "area", "bilinear", "bicubic")),
        *(F.grid_sample(x, grid, mode=mode, align_corners=False) for mode in ("bilinear", "nearest", "bicubic")),
    ):
        (gradient,) = autograd.grad(y.sum(), x)
        assert y.dtype == gradient.dtype == autograd.float32
