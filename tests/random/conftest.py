"""What all tests of random numbers share."""

import pytest

import autograd


@pytest.fixture(autouse=True)
def the_default_generator_is_put_back():
    before = autograd.get_rng_state()
    yield
    autograd.set_rng_state(before)
