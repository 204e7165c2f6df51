"""Tensors that are filled with random numbers."""

import numpy as np
import pytest

import autograd
from autograd import Generator

FLOATS = ["float16", "float32", "float64"]


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
