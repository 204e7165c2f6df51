"""Dropout and what layers do with it."""

import numpy as np
import pytest

import autograd
import nn
import nn.functional as F

RNG = np.random.default_rng(0)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: F.dropout(autograd.ones(2), 1.5), ValueError, "from 0 to 1, got 1.5"),
        (lambda: nn.Dropout(-0.1), ValueError, "Dropout: p is .* got -0.1"),
    ],
)
def test_errors(call, error, message):
    with pytest.raises(error, match=message):
        call()


# --- Dropout ---


def test_dropout_scales_and_uses_the_same_mask_in_backward():
    x = autograd.ones(1000, requires_grad=True)
    y = F.dropout(x, 0.25, generator=autograd.Generator().manual_seed(3))
    y.sum().backward()
    assert set(y.tolist()) == {0.0, np.float32(1) / np.float32(0.75)}
    assert x.grad.tolist() == y.tolist()
    assert 680 < np.count_nonzero(y.detach().numpy()) < 820


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


def test_dropout_at_the_ends():
    assert set(F.dropout(autograd.ones(100)).tolist()) == {0.0, 2.0}  # p = 0.5 if nothing else is said
    x = autograd.tensor([1.0, 2.0], requires_grad=True)
    assert F.dropout(x, 0.0) is x
    assert nn.Dropout(0.9).eval()(x) is x
    y = F.dropout(x, 1.0)
    y.sum().backward()
    assert y.tolist() == x.grad.tolist() == [0.0, 0.0]


def test_dropout_keeps_the_dtype_and_shape():
    for dtype in (autograd.float16, autograd.float32, autograd.float64):
        for shape in ((), (0, 3), (2, 3)):
            y = F.dropout(autograd.ones(shape, dtype=dtype), 0.5)
            assert y.dtype == dtype
            assert y.shape == shape


def test_dropout_keeps_the_mean():
    y = F.dropout(autograd.ones(100_000), 0.3, generator=autograd.Generator().manual_seed(0))
    assert abs(y.mean().item() - 1) < 4 * np.sqrt(0.3 / 0.7 / 100_000)  # four standard deviations of the mean


def test_inplace_layers():
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
