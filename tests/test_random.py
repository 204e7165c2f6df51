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
    "normal_": lambda generator: autograd.ones(2, 3).normal_(generator=generator),
    "uniform_": lambda generator: autograd.ones(2, 3).uniform_(generator=generator),
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


@pytest.mark.parametrize("name", ["normal_", "uniform_"])
def test_in_place_on_a_parameter(name):
    x = autograd.ones(3, requires_grad=True)
    before = autograd.get_rng_state()
    with pytest.raises(RuntimeError, match=f"{name}: a leaf that requires grad"):
        getattr(x, name)()
    assert autograd.get_rng_state() == before, "nothing is drawn for what is refused"
    with autograd.no_grad():
        getattr(x, name)()
    assert (x.requires_grad, x.is_leaf, x.tolist() == [1, 1, 1]) == (True, True, False)


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
    lambda lib: lib.randint(5, ()),
    lambda lib: lib.randint(5, (2,), dtype=lib.uint8),
    lambda lib: lib.randint(5, (2,), dtype=lib.float32, requires_grad=True),
    lambda lib: lib.randperm(4),
    lambda lib: lib.randperm(0),
    lambda lib: lib.randperm(4, dtype=lib.int32),
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


ERRORS = [
    (lambda: autograd.rand(2, dtype=int), TypeError, "rand: random numbers .* not int64"),
    (lambda: autograd.randn(2, dtype=autograd.complex64), TypeError, "randn: random numbers .* not complex64"),
    (lambda: autograd.rand_like(autograd.arange(3)), TypeError, "rand_like: random numbers .* not int64"),
    (lambda: autograd.randn_like([1.0]), TypeError, "randn_like: expected a tensor, got list"),
    (lambda: autograd.arange(3).normal_(), TypeError, "normal_: random numbers .* not int64"),
    (lambda: autograd.arange(3).uniform_(), TypeError, "uniform_: random numbers .* not int64"),
    (lambda: autograd.ones(2).normal_(std=-1), ValueError, "normal_: the standard deviation .* got -1"),
    (lambda: autograd.ones(2).uniform_(1, 0), ValueError, r"uniform_: the interval \[1, 0\) is empty"),
    (lambda: autograd.randint(5), TypeError, "randint: expected randint"),
    (lambda: autograd.randint(2.5, (1,)), TypeError, "randint: expected an integer, got 2.5"),
    (lambda: autograd.randint(2, 2, (1,)), ValueError, "randint: there are no integers from 2 up to"),
    (lambda: autograd.randint(0, (1,)), ValueError, "randint: there are no integers from 0 up to"),
    (lambda: autograd.randint(5, (-1,)), ValueError, "randint: a size cannot be negative"),
    (lambda: autograd.randint(257, (1,), dtype=autograd.uint8), ValueError, "randint: .* not all fit in uint8"),
    (lambda: autograd.randint_like(autograd.arange(3), 0), ValueError, "randint_like: there are no integers"),
    (lambda: autograd.randperm(-1), ValueError, "randperm: a size cannot be negative"),
    (lambda: autograd.randperm(2.5), TypeError, "randperm: expected a size of integers, got 2.5"),
    (lambda: autograd.manual_seed(2.5), TypeError, "manual_seed: expected an integer, got 2.5"),
    (lambda: autograd.manual_seed("a"), TypeError, "manual_seed: expected an integer, got 'a'"),
    (lambda: autograd.manual_seed(2**64), ValueError, "manual_seed: a seed has up to 64 bits"),
    (lambda: Generator("cuda"), ValueError, "Generator: .* there is no device 'cuda'"),
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
