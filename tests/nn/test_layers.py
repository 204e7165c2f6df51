"""Layers: what they add to the functions behind them."""

import numpy as np
import pytest

import autograd
import nn


def test_dropout_is_reproducible_and_leaves_other_generators_alone():
    autograd.manual_seed(5)
    before = autograd.get_rng_state()
    layer = nn.Dropout(generator=autograd.Generator().manual_seed(1))
    first, second = layer(autograd.ones(50)).tolist(), layer(autograd.ones(50)).tolist()
    assert first != second
    layer.generator.manual_seed(1)
    assert layer(autograd.ones(50)).tolist() == first
    assert autograd.get_rng_state() == before
    numpy_state = np.random.mtrand._rand.get_state()[1].tolist()  # NumPy's global one
    autograd.manual_seed(7)
    default = nn.Dropout()(autograd.ones(50)).tolist()
    autograd.manual_seed(7)
    assert nn.Dropout()(autograd.ones(50)).tolist() == default
    assert np.random.mtrand._rand.get_state()[1].tolist() == numpy_state


def test_layers_in_place():
    x = autograd.tensor([-1.0, 2.0], requires_grad=True)
    h = x * 1
    assert nn.ReLU(inplace=True)(h) is h
    h.sum().backward()
    assert x.grad.tolist() == [0.0, 1.0]
    h = x * 1
    out = nn.Dropout(1.0, inplace=True)(h)
    assert out is h
    assert h.tolist() == [0.0, 0.0]
    with pytest.raises(RuntimeError, match="leaf"):
        nn.ReLU(inplace=True)(x)


@pytest.mark.parametrize("options", [{}, {"start_dim": 0}, {"start_dim": 1, "end_dim": 2}])
def test_flatten(torch, options):
    shape = (2, 3, 4, 5)
    assert nn.Flatten(**options)(autograd.ones(shape)).shape == tuple(
        torch.nn.Flatten(**options)(torch.ones(shape)).shape
    )
