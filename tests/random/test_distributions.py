"""Random tensors: their numbers have the distribution that they should have."""

import numpy as np
import pytest

import autograd
from autograd import Generator

FLOATS = ["float16", "float32", "float64"]


@pytest.mark.parametrize("dtype", FLOATS)
def test_uniform_numbers(dtype):
    generator = Generator().manual_seed(0)
    x = autograd.rand(20_000, generator=generator, dtype=dtype)
    assert x.dtype == dtype
    # Also of float16, where numbers close to 1 would be rounded to it.
    assert 0 <= x.min().item() < 0.01
    assert 0.99 < x.max().item() < 1
    counts = np.histogram(x.numpy().astype(np.float64), bins=10, range=(0, 1))[0]
    assert counts.min() > 1800
    assert counts.max() < 2200


@pytest.mark.parametrize("dtype", FLOATS)
def test_normal_numbers(dtype):
    x = autograd.randn(20_000, generator=Generator().manual_seed(0), dtype=dtype)
    assert x.dtype == dtype
    values = x.numpy().astype(np.float64)
    assert abs(values.mean()) < 0.03
    assert abs(values.std() - 1) < 0.03
    assert 0.66 < (abs(values) < 1).mean() < 0.70


def test_integers():
    generator = Generator().manual_seed(0)
    assert set(autograd.randint(3, 6, (1000,), generator=generator).tolist()) == {3, 4, 5}
    assert set(autograd.randint(3, (1000,), generator=generator).tolist()) == {0, 1, 2}
    assert set(autograd.randint(-2, 0, (1000,), generator=generator).tolist()) == {-2, -1}
    assert autograd.randint(256, (5000,), generator=generator, dtype=autograd.uint8).max().item() == 255
    assert set(autograd.randint_like(autograd.ones(1000), 2, 4, generator=generator).tolist()) == {2, 3}


def test_permutations():
    generator = Generator().manual_seed(0)
    drawn = {tuple(autograd.randperm(3, generator=generator).tolist()) for _ in range(200)}
    assert drawn == {(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)}


def moments(values, mean, variance, deviations=4.5):
    """Assert that the mean of many numbers is that of their distribution, up to the error that chance allows."""
    values = values.numpy().astype(np.float64)
    error = abs(values.mean() - mean) / np.sqrt(variance / values.size)
    assert error < deviations, f"mean {values.mean()}, expected {mean}: {error:.1f} standard deviations"


N = 40_000

DISTRIBUTIONS = {  # name: (draw, mean, variance)
    "normal": (lambda x, g: autograd.normal(x * 0 + 3, 2.0, generator=g), 3, 4),
    "normal of a std": (lambda x, g: autograd.normal(-1.0, x * 0 + 0.5, generator=g), -1, 0.25),
    "normal of a size": (lambda x, g: autograd.normal(1, 3, x.shape, generator=g, dtype=x.dtype), 1, 9),
    "bernoulli": (lambda x, g: autograd.bernoulli(x * 0 + 0.25, generator=g), 0.25, 0.1875),
    "bernoulli of p": (lambda x, g: x.bernoulli(0.7, generator=g), 0.7, 0.21),
    "poisson": (lambda x, g: autograd.poisson(x * 0 + 4, generator=g), 4, 4),
    "uniform_": (lambda x, g: x.uniform_(-1, 2, generator=g), 0.5, 0.75),
    "random_": (lambda x, g: x.random_(10, generator=g), 4.5, 99 / 12),
    "random_ from": (lambda x, g: x.random_(-5, 5, generator=g), -0.5, 99 / 12),
    "bernoulli_": (lambda x, g: x.bernoulli_(0.1, generator=g), 0.1, 0.09),
    "bernoulli_ of a tensor": (lambda x, g: x.bernoulli_(autograd.tensor(0.9), generator=g), 0.9, 0.09),
    "exponential_": (lambda x, g: x.exponential_(2.0, generator=g), 0.5, 0.25),
    "geometric_": (lambda x, g: x.geometric_(0.25, generator=g), 4, 12),
    "log of log_normal_": (lambda x, g: x.log_normal_(0.5, 0.25, generator=g).log(), 0.5, 0.0625),
    "sign of cauchy_": (lambda x, g: (x.cauchy_(5, 2, generator=g) < 5).to(x.dtype), 0.5, 0.25),
    "quartile of cauchy_": (lambda x, g: (x.cauchy_(5, 2, generator=g) < 7).to(x.dtype), 0.75, 0.1875),
}


@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("name", DISTRIBUTIONS)
def test_distributions(name, dtype):
    draw, mean, variance = DISTRIBUTIONS[name]
    drawn = draw(autograd.ones(N, dtype=dtype), Generator().manual_seed(3))
    assert drawn.dtype == dtype
    moments(drawn, mean, variance)
    assert drawn.numpy().astype(np.float64).var() == pytest.approx(variance, rel=0.05)


def test_tails():
    g = Generator().manual_seed(2)
    exponential = autograd.empty(N, dtype=autograd.float64).exponential_(generator=g)
    moments((exponential > 2).double(), np.exp(-2), np.exp(-2) * (1 - np.exp(-2)))
    geometric = autograd.empty(N, dtype=autograd.int64).geometric_(0.5, generator=g)
    assert geometric.min().item() == 1
    moments((geometric == 1).double(), 0.5, 0.25)
    rare = autograd.bernoulli(autograd.full((1_000_000,), 1e-6), generator=g)
    assert rare.sum().item() < 10, "single precision would round the numbers that are compared with it"


@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("shape", [(4,), (3, 4)])
@pytest.mark.parametrize("samples", [2, N // 4])
def test_multinomial_with_replacement(dtype, shape, samples):
    weights = np.array([3.0, 0.0, 1.0, 4.0])
    chances = np.broadcast_to(weights, shape)
    if samples == 2:  # many rows of few samples each
        chances = np.broadcast_to(weights, (N // 8, 4))
    drawn = autograd.multinomial(
        autograd.tensor(chances.astype(dtype)), samples, True, generator=Generator().manual_seed(1)
    )
    assert (drawn.shape, drawn.dtype) == ((*chances.shape[:-1], samples), autograd.int64)
    for index, p in enumerate(weights / 8):
        if p == 0:
            assert not (drawn == index).any()
        else:
            moments((drawn == index).double(), p, p * (1 - p))


@pytest.mark.parametrize("length", [1, 2, 3, 5, 8, 17])
def test_every_index_can_be_drawn(length):
    """All that are possible come up, those of weight 0 never, wherever they are."""
    weights = np.ones((2, length))
    weights[1, ::2] = 0
    weights[1, -1] = 1
    for replacement, samples in ((True, 2000), (False, 1)):
        rows = np.repeat(weights, 1 if replacement else 2000, axis=0)
        drawn = autograd.multinomial(autograd.tensor(rows), samples, replacement, generator=Generator().manual_seed(0))
        for chances, indices in zip(weights, drawn.numpy().reshape(2, -1), strict=True):
            assert set(indices.tolist()) == set(np.flatnonzero(chances).tolist())


def test_multinomial_without_replacement():
    weights = np.array([3.0, 0.0, 1.0, 4.0])
    drawn = autograd.multinomial(
        autograd.tensor(np.tile(weights, (N, 1))), 2, generator=Generator().manual_seed(1)
    ).numpy()
    assert (drawn[:, 0] != drawn[:, 1]).all()
    p = weights / 8
    for first in (0, 2, 3):
        moments(autograd.tensor((drawn[:, 0] == first).astype(float)), p[first], p[first] * (1 - p[first]))
        for second in {0, 2, 3} - {first}:
            both = p[first] * p[second] / (1 - p[first])
            pair = (drawn == (first, second)).all(axis=1)
            moments(autograd.tensor(pair.astype(float)), both, both * (1 - both))
    every = autograd.multinomial(autograd.ones(5, 7), 7)
    assert every.numpy().tolist() != [list(range(7))] * 5
    assert np.sort(every.numpy()).tolist() == [list(range(7))] * 5


def test_multinomial_of_extreme_weights():
    tiny = autograd.tensor([1e-300, 3e-300, 0.0], dtype=autograd.float64)
    smallest = autograd.tensor([0.0, 5e-324, 1.0], dtype=autograd.float64)
    assert autograd.multinomial(smallest, 2).tolist() == [2, 1]
    large = autograd.tensor([1e308, 1e308, 1e308, 0.0], dtype=autograd.float64)
    for replacement in (True, False):
        assert set(autograd.multinomial(tiny, 2, replacement).tolist()) <= {0, 1}
        assert set(autograd.multinomial(large, 3, replacement).tolist()) <= {0, 1, 2}


def test_what_is_drawn_has_no_gradient_and_says_so():
    x = autograd.full((3,), 0.5, requires_grad=True)
    for name, drawn in {
        "bernoulli": x.bernoulli(),
        "multinomial": x.multinomial(2).double(),
        "normal": autograd.normal(x, x),
        "poisson": autograd.poisson(x),
    }.items():
        assert not drawn.requires_grad
        if name != "multinomial":
            with pytest.raises(RuntimeError, match=f"{name} draws numbers, which have no gradient"):
                drawn.sum().backward()
    assert autograd.normal(0.0, 1.0, (2,), requires_grad=True).requires_grad
