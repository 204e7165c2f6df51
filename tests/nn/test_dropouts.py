"""Dropout of elements and channels: what is dropped, how often, and what that does to mean and variance."""

import numpy as np
import pytest

import autograd
import nn
import nn.functional as F

CHANNELS = [
    ("dropout1d", (50, 40, 3), (50, 40, 1)),
    ("dropout1d", (60, 3), (60, 1)),
    ("dropout2d", (50, 40, 2, 3), (50, 40, 1, 1)),
    ("dropout3d", (50, 40, 2, 3, 1), (50, 40, 1, 1, 1)),
    ("dropout3d", (60, 2, 3, 2), (60, 1, 1, 1)),
    ("feature_alpha_dropout", (50, 40, 2), (50, 40, 1)),
]
ALL = ["dropout", "dropout1d", "dropout2d", "dropout3d", "alpha_dropout", "feature_alpha_dropout"]


def seeded(seed=0):
    return autograd.Generator().manual_seed(seed)


def shape_for(name):
    return (4, 3, 2, 2) if name != "dropout1d" else (4, 3, 2)


@pytest.mark.parametrize(("name", "shape", "drawn"), CHANNELS)
def test_channels_are_dropped_as_a_whole(name, shape, drawn):
    y = getattr(F, name)(autograd.ones(shape), 0.3, True, generator=seeded()).numpy()
    first = y[tuple(slice(0, n) for n in drawn)]
    np.testing.assert_array_equal(y, np.broadcast_to(first, shape))
    dropped = first == first.min()
    assert len(np.unique(first)) == 2
    assert abs(dropped.mean() - 0.3) < 4 * np.sqrt(0.3 * 0.7 / first.size)


@pytest.mark.parametrize("p", [0.1, 0.5, 0.8])
@pytest.mark.parametrize("name", ["alpha_dropout", "feature_alpha_dropout"])
def test_alpha_dropout_keeps_mean_and_variance(name, p):
    n = 200_000
    x = autograd.randn(n, 1, dtype=autograd.float64, generator=seeded(1))
    y = getattr(F, name)(x, p, True, generator=seeded(2)).numpy()
    fourth = (y**4).mean()
    assert abs(y.mean()) < 5 / np.sqrt(n)
    assert abs(y.var() - 1) < 5 * np.sqrt((fourth - 1) / n)


def test_alpha_dropout_is_the_formula():
    alpha, p = 1.7580993408473766, 0.25
    factor = ((1 - p) * (1 + p * alpha**2)) ** -0.5
    y = F.alpha_dropout(2 * autograd.ones(1000, dtype=autograd.float64), p, True, generator=seeded())
    kept, dropped = factor * (2 + p * alpha), factor * (p * alpha - alpha)
    np.testing.assert_allclose(np.unique(y.numpy()), [dropped, kept], rtol=1e-12)


@pytest.mark.parametrize("name", ALL)
def test_backward_has_the_same_mask(name):
    function = getattr(F, name)
    x = autograd.zeros(shape_for(name), requires_grad=True)
    function(x, 0.5, True, generator=seeded(5)).sum().backward()
    one = function(autograd.ones(shape_for(name)), 0.5, True, generator=seeded(5))
    zero = function(autograd.zeros(shape_for(name)), 0.5, True, generator=seeded(5))
    np.testing.assert_allclose(x.grad.numpy(), (one - zero).numpy(), atol=1e-6)


@pytest.mark.parametrize("name", ALL)
def test_ends_and_evaluation(name):
    function = getattr(F, name)
    x = autograd.ones(shape_for(name), requires_grad=True)
    assert function(x, 0.0, True) is x
    assert function(x, 0.7, False) is x
    y = function(x, 1.0, True)
    y.sum().backward()
    assert not y.detach().numpy().any()
    assert not x.grad.numpy().any()


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("p", [0.4, 1.0])
def test_in_place(name, p):
    function = getattr(F, name)
    x = autograd.ones(shape_for(name), requires_grad=True)
    h = x * 1
    assert function(h, p, True, True, generator=seeded(3)) is h
    np.testing.assert_array_equal(h.detach().numpy(), function(x, p, True, generator=seeded(3)).detach().numpy())
    with pytest.raises(RuntimeError, match="leaf"):
        function(x, p, True, inplace=True)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_the_dtype_is_kept(name, dtype):
    y = getattr(F, name)(autograd.ones(shape_for(name), dtype=getattr(autograd, dtype)), 0.5, True)
    assert y.dtype == dtype


@pytest.mark.parametrize("name", ALL)
def test_reproducible_and_other_generators_left_alone(name):
    function = getattr(F, name)
    x = autograd.ones(shape_for(name))
    before = autograd.get_rng_state()
    assert function(x, 0.5, True, generator=seeded()).tolist() == function(x, 0.5, True, generator=seeded()).tolist()
    assert autograd.get_rng_state() == before
    function(x, 0.5, True)
    assert autograd.get_rng_state() != before


@pytest.mark.parametrize(
    ("name", "shape", "message"),
    [
        ("dropout2d", (2, 3, 4), r"dropout2d: .* \(2, 3, 4\) is taken as \(N, C, L\)"),
        ("dropout2d", (2, 3), r"dropout2d: .* \(2, 3\) is dropped by its second dimension"),
        ("dropout3d", (2, 3), r"dropout3d: .* \(2, 3\) is dropped by its first dimension"),
    ],
)
def test_warnings(name, shape, message):
    with pytest.warns(UserWarning, match=message):
        assert getattr(F, name)(autograd.ones(shape), 0.5).shape == shape


def test_dropout_scales_and_uses_the_same_mask_in_backward():
    x = autograd.ones(1000, requires_grad=True)
    y = F.dropout(x, 0.25, generator=autograd.Generator().manual_seed(3))
    y.sum().backward()
    assert set(y.tolist()) == {0.0, np.float32(1) / np.float32(0.75)}
    assert x.grad.tolist() == y.tolist()
    assert 680 < np.count_nonzero(y.detach().numpy()) < 820


def test_dropout_at_the_ends():
    assert set(F.dropout(autograd.ones(100)).tolist()) == {0.0, 2.0}  # p = 0.5 if nothing else is said
    x = autograd.tensor([1.0, 2.0], requires_grad=True)
    assert F.dropout(x, 0.0) is x
    assert nn.Dropout(0.9).eval()(x) is x
    y = F.dropout(x, 1.0)
    y.sum().backward()
    assert y.tolist() == x.grad.tolist() == [0.0, 0.0]


def test_dropout_keeps_the_mean():
    y = F.dropout(autograd.ones(100_000), 0.3, generator=autograd.Generator().manual_seed(0))
    assert abs(y.mean().item() - 1) < 4 * np.sqrt(0.3 / 0.7 / 100_000)  # four standard deviations of the mean


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: F.dropout(autograd.ones(2), 1.5), ValueError, "from 0 to 1, got 1.5"),
        (lambda: nn.Dropout(-0.1), ValueError, "Dropout: p is .* got -0.1"),
    ],
)
def test_probabilities_that_are_none(call, error, message):
    with pytest.raises(error, match=message):
        call()
