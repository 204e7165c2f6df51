"""Random tensors: streams, ranges, dtypes, and that nothing else is touched."""

import copy
import pickle
import subprocess
import sys

import numpy as np
import pytest

import autograd
from autograd import Generator


@pytest.fixture(autouse=True)
def the_default_generator_is_put_back():
    before = autograd.get_rng_state()
    yield
    autograd.set_rng_state(before)


# Every function that draws, with a generator.
DRAWING = {
    "rand": lambda generator: autograd.rand(2, 3, generator=generator),
    "randn": lambda generator: autograd.randn(2, 3, generator=generator),
    "randint": lambda generator: autograd.randint(1000, (2, 3), generator=generator),
    "randperm": lambda generator: autograd.randperm(20, generator=generator),
    "rand_like": lambda generator: autograd.rand_like(autograd.ones(2, 3), generator=generator),
    "randn_like": lambda generator: autograd.randn_like(autograd.ones(2, 3), generator=generator),
    "randint_like": lambda generator: autograd.randint_like(autograd.ones(2, 3), 1000, generator=generator),
    "normal of tensors": lambda generator: autograd.normal(autograd.ones(2, 3), 1.0, generator=generator),
    "normal of numbers": lambda generator: autograd.normal(0.0, 1.0, (2, 3), generator=generator),
    "bernoulli": lambda generator: autograd.bernoulli(autograd.full((20,), 0.5), generator=generator),
    "multinomial": lambda generator: autograd.multinomial(autograd.ones(2, 20), 10, generator=generator),
    "multinomial with replacement": lambda generator: autograd.multinomial(
        autograd.ones(2, 20), 10, True, generator=generator
    ),
    "poisson": lambda generator: autograd.poisson(autograd.full((20,), 50.0), generator=generator),
    "normal_": lambda generator: autograd.ones(2, 3).normal_(generator=generator),
    "uniform_": lambda generator: autograd.ones(2, 3).uniform_(generator=generator),
    "random_": lambda generator: autograd.ones(2, 3).random_(generator=generator),
    "bernoulli_": lambda generator: autograd.ones(20).bernoulli_(generator=generator),
    "exponential_": lambda generator: autograd.ones(2, 3).exponential_(generator=generator),
    "geometric_": lambda generator: autograd.ones(20).geometric_(0.1, generator=generator),
    "cauchy_": lambda generator: autograd.ones(2, 3).cauchy_(generator=generator),
    "log_normal_": lambda generator: autograd.ones(2, 3).log_normal_(generator=generator),
}


@pytest.mark.parametrize("name", DRAWING)
class TestStreams:
    def test_a_seed_gives_the_same_numbers(self, name):
        draw = DRAWING[name]
        first, second = (draw(Generator().manual_seed(5)).tolist() for _ in range(2))
        assert first == second
        assert draw(Generator().manual_seed(6)).tolist() != first

    def test_a_stream_goes_on(self, name):
        draw, generator = DRAWING[name], Generator().manual_seed(5)
        assert draw(generator).tolist() != draw(generator).tolist()

    def test_without_generator_it_draws_from_the_default_one(self, name):
        draw = DRAWING[name]
        autograd.manual_seed(5)
        assert draw(None).tolist() == draw(Generator().manual_seed(5)).tolist()

    def test_a_generator_leaves_the_default_one_alone(self, name):
        before = autograd.get_rng_state()
        DRAWING[name](Generator())
        assert autograd.get_rng_state() == before

    def test_the_state_can_be_restored(self, name):
        draw, generator = DRAWING[name], Generator().manual_seed(5)
        draw(generator)
        state = generator.get_state()
        expected = draw(generator).tolist()
        assert generator.set_state(state) is generator
        assert draw(generator).tolist() == expected
        assert draw(Generator().set_state(state)).tolist() == expected

    @pytest.mark.parametrize("duplicate", [copy.deepcopy, lambda g: pickle.loads(pickle.dumps(g))])
    def test_copies_go_on_from_the_same_place_independently(self, name, duplicate):
        draw, generator = DRAWING[name], Generator().manual_seed(5)
        draw(generator)
        twin = duplicate(generator)
        assert twin.initial_seed() == 5
        expected = [draw(generator).tolist() for _ in range(2)]
        assert [draw(twin).tolist() for _ in range(2)] == expected

    def test_numpys_global_state_is_neither_read_nor_changed(self, name):
        draw = DRAWING[name]
        np.random.seed(0)  # noqa: NPY002
        before = np.random.get_state()[1].copy()  # noqa: NPY002
        first = draw(Generator().manual_seed(1)).tolist()
        draw(None)
        assert (np.random.get_state()[1] == before).all()  # noqa: NPY002
        np.random.seed(1)  # noqa: NPY002
        assert draw(Generator().manual_seed(1)).tolist() == first

    def test_anything_else_is_no_generator(self, name):
        with pytest.raises(TypeError, match=r"generator: expected an autograd\.Generator, got int"):
            DRAWING[name](3)


def test_seeds():
    generator = Generator()
    assert generator.manual_seed(3) is generator
    assert generator.initial_seed() == 3
    autograd.rand(2, generator=generator)
    assert generator.initial_seed() == 3
    assert generator.seed() == generator.initial_seed() != 3
    assert Generator().initial_seed() != Generator().initial_seed()
    assert generator.device == "cpu"


@pytest.mark.parametrize("seed", [0, -1, 2**64 - 1, -(2**63), np.int64(3), True, autograd.tensor(3)])
def test_seeds_are_pytorchs(torch, seed):
    reference = torch.Generator().manual_seed(int(seed))
    assert Generator().manual_seed(seed).initial_seed() == reference.initial_seed()


def test_seeds_of_the_module():
    assert autograd.manual_seed(7) is autograd.default_generator
    assert autograd.initial_seed() == 7
    first = autograd.rand(3).tolist()
    state = autograd.get_rng_state()
    second = autograd.rand(3).tolist()
    autograd.set_rng_state(state)
    assert autograd.rand(3).tolist() == second != first
    assert autograd.seed() == autograd.initial_seed() != 7


def test_a_state_is_a_snapshot():
    generator = Generator().manual_seed(1)
    state = generator.get_state()
    kept = copy.deepcopy(state)
    autograd.rand(100, generator=generator)
    assert state == kept


def test_a_wrong_state_changes_nothing():
    generator = Generator().manual_seed(1)
    with pytest.raises(TypeError, match="set_state: expected what get_state returned, got dict"):
        generator.set_state({"seed": 5})
    with pytest.raises(TypeError, match="set_state: expected what get_state returned, got int"):
        generator.set_state(3)
    assert generator.initial_seed() == 1


def test_numpys_generators_are_loaded_when_they_are_needed():
    code = """if True:
        import sys, autograd
        generator = autograd.manual_seed(3)
        assert generator.initial_seed() == 3
        autograd.ones(3).sum()
        assert "numpy.random" not in sys.modules
        autograd.rand(1)
        assert "numpy.random" in sys.modules
    """
    subprocess.run([sys.executable, "-c", code], check=True)


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


@pytest.mark.parametrize("dtype", FLOATS)
def test_in_place(dtype):
    x = autograd.zeros(20_000, dtype=dtype)
    memory = x.numpy()
    assert x.normal_(3, 2, generator=Generator().manual_seed(0)) is x
    assert (x.dtype, x.numpy() is memory) == (np.dtype(dtype), True)
    assert abs(memory.astype(np.float64).mean() - 3) < 0.1
    assert abs(memory.astype(np.float64).std() - 2) < 0.1
    x.uniform_(-2, 5, generator=Generator().manual_seed(0))
    assert -2 <= memory.min() < -1.9
    assert 4.9 < memory.max() <= 5
    assert autograd.zeros(3).uniform_(1, 1).tolist() == [1, 1, 1]
    assert autograd.zeros(3).normal_(2, 0).tolist() == [2, 2, 2]


IN_PLACE = {
    "normal_": lambda x: x.normal_(),
    "uniform_": lambda x: x.uniform_(),
    "random_": lambda x: x.random_(),
    "bernoulli_": lambda x: x.bernoulli_(0.0),
    "exponential_": lambda x: x.exponential_(),
    "geometric_": lambda x: x.geometric_(1e-3),
    "cauchy_": lambda x: x.cauchy_(),
    "log_normal_": lambda x: x.log_normal_(),
}


@pytest.mark.parametrize("name", IN_PLACE)
def test_in_place_on_a_parameter(name):
    x = autograd.ones(3, requires_grad=True)
    before = autograd.get_rng_state()
    with pytest.raises(RuntimeError, match=f"{name}: a leaf that requires grad"):
        IN_PLACE[name](x)
    assert autograd.get_rng_state() == before, "nothing is drawn for what is refused"
    with autograd.no_grad():
        IN_PLACE[name](x)
    assert (x.requires_grad, x.is_leaf, x.tolist() == [1, 1, 1]) == (True, True, False)


@pytest.mark.parametrize("name", IN_PLACE)
def test_in_place_on_a_result_of_operations(name):
    x = autograd.ones(3, requires_grad=True)
    y = x * 2
    IN_PLACE[name](y)
    y.sum().backward()
    assert x.grad.tolist() == [0, 0, 0], "what is drawn does not depend on what was there"


@pytest.mark.parametrize("name", IN_PLACE)
@pytest.mark.parametrize("shape", [(), (0,), (2, 0), (2, 3)])
def test_in_place_keeps_shape_and_memory(name, shape):
    x = autograd.ones(*shape, dtype=autograd.float64) if shape else autograd.tensor(1.0)
    memory, dtype = x.numpy(), x.dtype
    assert IN_PLACE[name](x) is x
    assert (x.numpy() is memory, x.shape, x.dtype) == (True, shape, dtype)


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


def test_integers_in_place_have_the_range_of_the_dtype():
    g = Generator().manual_seed(0)
    for dtype, most in {"uint8": 255, "int8": 127, "bool": 1}.items():
        drawn = autograd.empty(20_000, dtype=dtype).random_(generator=g)
        assert (drawn.numpy().min(), drawn.numpy().max(), drawn.dtype) == (0, most, dtype)
    for dtype, most in {"float16": 2**11, "float32": 2**24, "float64": 2**53, "int64": 2**63, "int32": 2**31}.items():
        drawn = autograd.empty(20_000, dtype=dtype).random_(generator=g).numpy().astype(np.float64)
        assert 0 <= drawn.min() < 0.01 * most
        assert 0.99 * most < drawn.max() <= most
    tail = autograd.empty(20_000, dtype=autograd.int64).random_(2**63 - 3, None, generator=g)
    assert set(tail.tolist()) == {2**63 - 3, 2**63 - 2, 2**63 - 1}
    assert set(autograd.empty(100).random_(1, to=3, generator=g).tolist()) == {1, 2}
    assert set(autograd.empty(100).random_(to=2, generator=g).tolist()) == {0, 1}


@pytest.mark.parametrize("dtype", FLOATS)
def test_what_is_rounded_stays_below_the_bound(dtype):
    g = Generator().manual_seed(0)
    assert autograd.empty(20_000, dtype=dtype).uniform_(1000, 1001, generator=g).max().item() < 1001
    assert autograd.empty(20_000, dtype=dtype).uniform_(-1, -0.999, generator=g).max().item() < -0.999
    assert autograd.empty(20_000, dtype=dtype).random_(0, 5001, generator=g).max().item() < 5001


def test_what_is_too_large_is_infinite():
    g = Generator().manual_seed(0)
    x = autograd.empty(20_000, dtype=autograd.float16)
    assert np.isposinf(x.log_normal_(0, 20, generator=g).numpy()).any()
    assert np.isinf(x.cauchy_(0, 1e5, generator=g).numpy()).any()
    assert autograd.empty(1000, dtype=autograd.uint8).geometric_(1e-4, generator=g).max().item() == 255


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


def test_a_generator_shows_its_seed():
    assert repr(Generator().manual_seed(42)) == "<Generator: seed 42>"


# Every row is one call, made here and in PyTorch: dtype, shape and requires_grad are the same.
CALLS = [
    lambda lib: lib.rand(2, 3),
    lambda lib: lib.rand((2, 3)),
    lambda lib: lib.rand(()),
    lambda lib: lib.rand(size=(2,)),
    lambda lib: lib.rand(0, 2),
    lambda lib: lib.rand(2, dtype=lib.float64, requires_grad=True),
    lambda lib: lib.randn(2, 3),
    lambda lib: lib.randn([2, 3], device="cpu"),
    lambda lib: lib.randn(()),
    lambda lib: lib.randn(2, dtype=lib.float16),
    lambda lib: lib.randn(2, requires_grad=True),
    lambda lib: lib.randint(5, (2, 3)),
    lambda lib: lib.randint(2, 5, (2,)),
    lambda lib: lib.randint(low=2, high=5, size=(2,)),
    lambda lib: lib.randint(high=5, size=(2,)),
    lambda lib: lib.randint(10, size=(3,)),
    lambda lib: lib.randint(2, 10, size=(3,)),
    lambda lib: lib.randint(0, 2, (2,), dtype=lib.bool),
    lambda lib: lib.randint(-(2**63), 2**63 - 1, (2,)),
    lambda lib: lib.randint(5, ()),
    lambda lib: lib.randint(5, (2,), dtype=lib.uint8),
    lambda lib: lib.randint(5, (2,), dtype=lib.float32, requires_grad=True),
    lambda lib: lib.randperm(4),
    lambda lib: lib.randperm(0),
    lambda lib: lib.randperm(4, dtype=lib.int32),
    lambda lib: lib.randperm(4, dtype=lib.float32, requires_grad=True),
    lambda lib: lib.randperm(256, dtype=lib.uint8),
    lambda lib: lib.normal(0.0, 1.0, (3,)),
    lambda lib: lib.normal(0, 1, (3,)),
    lambda lib: lib.normal(mean=0.0, std=1.0, size=(2, 3), dtype=lib.float64, requires_grad=True),
    lambda lib: lib.normal(lib.ones(3), 1.0),
    lambda lib: lib.normal(lib.ones(3)),
    lambda lib: lib.normal(0.0, lib.ones(3)),
    lambda lib: lib.normal(lib.ones(3), lib.ones(2, 1)),
    lambda lib: lib.normal(lib.ones(3, dtype=lib.float64), lib.ones(3)),
    lambda lib: lib.normal(lib.ones(3), lib.ones(3, dtype=lib.float64)),
    lambda lib: lib.normal(lib.ones(3), lib.arange(3)),
    lambda lib: lib.normal(lib.ones(3, dtype=lib.float16), 1.0),
    lambda lib: lib.bernoulli(lib.ones(3)),
    lambda lib: lib.bernoulli(lib.tensor(0.5, dtype=lib.float64)),
    lambda lib: lib.bernoulli(lib.arange(3), 0.5),
    lambda lib: lib.ones(3, dtype=lib.float16).bernoulli(p=0.5),
    lambda lib: lib.arange(3).bernoulli_(0.5),
    lambda lib: lib.ones(2, 3).bernoulli_(lib.ones(3, dtype=lib.float64)),
    lambda lib: lib.multinomial(lib.ones(3), 2),
    lambda lib: lib.multinomial(lib.ones(3, dtype=lib.float64), num_samples=5, replacement=True),
    lambda lib: lib.multinomial(lib.ones(2, 3), 3),
    lambda lib: lib.multinomial(lib.ones(2, 3), 1, True),
    lambda lib: lib.multinomial(lib.ones(0, 3), 2),
    lambda lib: lib.multinomial(lib.ones(0, 3), 2, True),
    lambda lib: lib.ones(3).multinomial(2),
    lambda lib: lib.poisson(lib.ones(2, 3)),
    lambda lib: lib.poisson(lib.ones((), dtype=lib.float16)),
    lambda lib: lib.zeros(3, dtype=lib.int32).random_(),
    lambda lib: lib.zeros(3, dtype=lib.bool).random_(0, 2),
    lambda lib: lib.zeros(3, dtype=lib.uint8).random_(256),
    lambda lib: lib.zeros(3, dtype=lib.uint8).geometric_(0.5),
    lambda lib: lib.zeros(3, dtype=lib.float16).exponential_(lambd=2),
    lambda lib: lib.zeros(3, dtype=lib.float64).cauchy_(median=1, sigma=2),
    lambda lib: lib.zeros(3).log_normal_(mean=1, std=2),
    lambda lib: lib.randint_like(lib.ones(2), high=5),
    lambda lib: lib.randint_like(lib.ones(2), low=2, high=5),
    lambda lib: lib.rand_like(lib.ones(2, 1, dtype=lib.float64)),
    lambda lib: lib.rand_like(lib.arange(3), dtype=lib.float32, requires_grad=True),
    lambda lib: lib.randn_like(lib.ones((), dtype=lib.float16)),
    lambda lib: lib.randn_like(lib.ones(2, requires_grad=True)),
    lambda lib: lib.randint_like(lib.ones(2), 5),
    lambda lib: lib.randint_like(lib.ones(2), 1, 5, dtype=lib.int64),
    lambda lib: lib.randint_like(lib.arange(3), 5),
]


@pytest.mark.parametrize("index", range(len(CALLS)))
def test_dtypes_and_shapes_are_pytorchs(torch, index):
    ours, theirs = CALLS[index](autograd), CALLS[index](torch)
    assert ours.dtype == str(theirs.dtype).removeprefix("torch.")
    assert ours.shape == tuple(theirs.shape)
    assert ours.requires_grad == theirs.requires_grad


ONES = autograd.ones(3)
ERRORS = [
    (lambda: autograd.rand(2, dtype=int), RuntimeError, "rand: random numbers .* not int64"),
    (lambda: autograd.randn(2, dtype=autograd.complex64), RuntimeError, "randn: random numbers .* not complex64"),
    (lambda: autograd.rand_like(autograd.arange(3)), RuntimeError, "rand_like: random numbers .* not int64"),
    (lambda: autograd.randn_like([1.0]), TypeError, "randn_like: expected a tensor, got list"),
    (lambda: autograd.arange(3).normal_(), RuntimeError, "normal_: random numbers .* not int64"),
    (lambda: autograd.arange(3).uniform_(), RuntimeError, "uniform_: random numbers .* not int64"),
    (lambda: autograd.ones(2).normal_(std=-1), RuntimeError, "normal_: the standard deviation .* got -1"),
    (lambda: autograd.ones(2).uniform_(1, 0), RuntimeError, r"uniform_: the interval \[1, 0\) is empty"),
    (lambda: autograd.randint(5), TypeError, "randint: expected randint"),
    (lambda: autograd.randint(2.5, (1,)), TypeError, "randint: expected an integer, got 2.5"),
    (lambda: autograd.randint(2, 2, (1,)), RuntimeError, "randint: there are no integers from 2 up to"),
    (lambda: autograd.randint(0, (1,)), RuntimeError, "randint: there are no integers from 0 up to"),
    (lambda: autograd.randint(5, (-1,)), RuntimeError, "randint: a size cannot be negative"),
    (lambda: autograd.randint(257, (1,), dtype=autograd.uint8), RuntimeError, "randint: .* not all fit in uint8"),
    (lambda: autograd.randint_like(autograd.arange(3), 0), RuntimeError, "randint_like: there are no integers"),
    (lambda: autograd.randperm(-1), RuntimeError, "randperm: a size cannot be negative"),
    (lambda: autograd.randperm(2.5), TypeError, "randperm: expected a size of integers, got 2.5"),
    (lambda: autograd.manual_seed(2.5), TypeError, "manual_seed: expected an integer, got 2.5"),
    (lambda: autograd.manual_seed("a"), TypeError, "manual_seed: expected an integer, got 'a'"),
    (lambda: autograd.manual_seed(2**64), ValueError, "manual_seed: a seed has up to 64 bits"),
    (lambda: Generator("cuda"), ValueError, "Generator: .* there is no device 'cuda'"),
    (lambda: autograd.randint(2**64, (1,)), RuntimeError, "randint: .* not all fit in int64"),
    (lambda: autograd.randint_like(autograd.ones(2)), RuntimeError, "randint_like: there are no integers"),
    (lambda: autograd.randperm(300, dtype=autograd.uint8), RuntimeError, "randperm: integers up to 299 do not fit in"),
    (lambda: autograd.normal(0.0, 1.0), TypeError, "normal: expected normal"),
    (lambda: autograd.normal(ONES, 1.0, (3,)), TypeError, "normal: expected normal"),
    (lambda: autograd.normal(0.0, -1.0, (3,)), RuntimeError, "normal: the standard deviation .* got -1.0"),
    (lambda: autograd.normal(ONES, -ONES), RuntimeError, "normal: the standard deviation .* got -1.0"),
    (lambda: autograd.normal(autograd.arange(3), ONES), RuntimeError, "normal: random numbers .* not int64"),
    (lambda: autograd.normal(ONES, autograd.ones(2)), RuntimeError, r"normal: shapes \(3,\) of mean and \(2,\) of std"),
    (lambda: autograd.bernoulli(ONES * 2), RuntimeError, "bernoulli: a probability is a number from 0 to 1, got"),
    (lambda: autograd.bernoulli(-ONES), RuntimeError, "bernoulli: a probability"),
    (lambda: autograd.bernoulli(ONES * float("nan")), RuntimeError, "bernoulli: a probability"),
    (lambda: autograd.bernoulli(ONES, 2), RuntimeError, "bernoulli: a probability is a number from 0 to 1, got 2"),
    (lambda: autograd.bernoulli(autograd.arange(2)), RuntimeError, "bernoulli: random numbers .* not int64"),
    (lambda: autograd.bernoulli([0.5]), TypeError, "bernoulli: expected a tensor, got list"),
    (lambda: autograd.ones(3).bernoulli_(-0.5), RuntimeError, "bernoulli_: a probability .* got -0.5"),
    (lambda: autograd.ones(3).bernoulli_(autograd.ones(2)), RuntimeError, r"bernoulli_: .* \(2,\) do not broadcast to"),
    (lambda: autograd.multinomial(ONES, 4), RuntimeError, "multinomial: 4 samples .* there are only 3"),
    (lambda: autograd.multinomial(autograd.tensor([1.0, 0.0]), 2), RuntimeError, "multinomial: 2 samples .* only 1"),
    (lambda: autograd.multinomial(autograd.zeros(3), 1), RuntimeError, "multinomial: needs a positive probability"),
    (lambda: autograd.multinomial(autograd.zeros(2, 3), 1, True), RuntimeError, "multinomial: needs a positive"),
    (lambda: autograd.multinomial(autograd.zeros(0), 1), RuntimeError, "multinomial: needs a positive"),
    (lambda: autograd.multinomial(autograd.zeros(0), 1, True), RuntimeError, "multinomial: needs a positive"),
    (
        lambda: autograd.multinomial(autograd.tensor([[1.0, 1.0], [1.0, -1.0]]), 1),
        RuntimeError,
        "multinomial: .* negative",
    ),
    (lambda: autograd.multinomial(ONES * float("nan"), 1), RuntimeError, "multinomial: .* NaN"),
    (lambda: autograd.multinomial(ONES * float("inf"), 1), RuntimeError, "multinomial: .* infinite"),
    (lambda: autograd.multinomial(autograd.ones(1, 2, 3), 1), RuntimeError, r"multinomial: .* got shape \(1, 2, 3\)"),
    (lambda: autograd.multinomial(autograd.tensor(1.0), 1), RuntimeError, r"multinomial: .* got shape \(\)"),
    (lambda: autograd.multinomial(autograd.arange(3), 1), RuntimeError, "multinomial: random numbers .* not int64"),
    (lambda: autograd.multinomial(ONES, 0), RuntimeError, "multinomial: the number of samples must be positive, got 0"),
    (lambda: autograd.multinomial(ONES, 1.5), TypeError, "multinomial: expected an integer, got 1.5"),
    (lambda: autograd.poisson(-ONES), RuntimeError, "poisson: rates must not be negative"),
    (lambda: autograd.poisson(ONES * float("nan")), RuntimeError, "poisson: rates must not be negative or NaN"),
    (lambda: autograd.poisson(ONES * 1e20), RuntimeError, r"poisson: .* below 2\*\*63"),
    (lambda: autograd.poisson(autograd.arange(3)), RuntimeError, "poisson: random numbers .* not int64"),
    (
        lambda: autograd.ones(3).uniform_(0, float("inf")),
        RuntimeError,
        r"uniform_: the interval \[0, inf\) does not fit",
    ),
    (lambda: autograd.ones(3).half().uniform_(0, 1e6), RuntimeError, "uniform_: the interval .* in float16"),
    (lambda: autograd.ones(3).uniform_(float("nan"), 1), RuntimeError, "uniform_: the interval"),
    (lambda: autograd.ones(3).random_(5, 2), RuntimeError, "random_: there are no integers from 5"),
    (lambda: autograd.ones(3).random_(0), RuntimeError, "random_: there are no integers from 0"),
    (lambda: autograd.ones(3).byte().random_(-1, 5), RuntimeError, "random_: integers from -1 .* fit in uint8"),
    (lambda: autograd.ones(3).bool().random_(3), RuntimeError, "random_: integers from 0 .* fit in bool"),
    (lambda: autograd.ones(3).half().random_(70000), RuntimeError, "random_: integers from 0 .* fit in float16"),
    (lambda: autograd.ones(3).random_(2**70), RuntimeError, "random_: integers from 0 .* fit in"),
    (lambda: autograd.ones(3).random_(2.5), TypeError, "random_: expected an integer, got 2.5"),
    (lambda: autograd.ones(3).random_(1, 2, 3), TypeError, r"random_: expected random_\(to\) or random_\(from, to\)"),
    (lambda: autograd.ones(3).exponential_(0.0), RuntimeError, "exponential_: lambd must be positive, got 0.0"),
    (lambda: autograd.arange(3).exponential_(), RuntimeError, "exponential_: random numbers .* not int64"),
    (lambda: autograd.ones(3).geometric_(1.0), RuntimeError, "geometric_: p must be between 0 and 1, .* got 1.0"),
    (lambda: autograd.ones(3).geometric_(0.0), RuntimeError, "geometric_: p must be between 0 and 1"),
    (lambda: autograd.ones(3).cauchy_(0, 0), RuntimeError, "cauchy_: sigma must be positive, got 0"),
    (lambda: autograd.arange(3).cauchy_(), RuntimeError, "cauchy_: random numbers .* not int64"),
    (
        lambda: autograd.ones(3).log_normal_(1, 0),
        RuntimeError,
        "log_normal_: the standard deviation .* positive, got 0",
    ),
    (lambda: autograd.arange(3).log_normal_(), RuntimeError, "log_normal_: random numbers .* not int64"),
]


@pytest.mark.parametrize("index", range(len(ERRORS)))
def test_errors_name_the_function(index):
    function, error, message = ERRORS[index]
    before = autograd.get_rng_state()
    with pytest.raises(error, match=message):
        function()
    assert autograd.get_rng_state() == before


def test_random_integers_cannot_require_grad():
    with pytest.raises(RuntimeError, match="only tensors of floating point"):
        autograd.randint(5, (1,), requires_grad=True)
