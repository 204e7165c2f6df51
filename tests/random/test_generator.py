"""Generators: seeds, states, and that a stream of numbers is touched by nothing else."""

import copy
import pickle
import subprocess
import sys

import numpy as np
import pytest

import autograd
from autograd import Generator

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


def test_a_generator_shows_its_seed():
    assert repr(Generator().manual_seed(42)) == "<Generator: seed 42>"
