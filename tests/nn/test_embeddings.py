"""Embeddings: what PyTorch does not do itself, or does differently."""

import numpy as np
import pytest

import autograd
import nn.functional as F
from autograd.testing import gradcheck

RNG = np.random.default_rng(0)
INDICES = np.array([0, 1, 1, 4, 2, 1, 3])


def test_the_norm_is_limited_in_place_and_the_gradient_is_that_of_the_lookup():
    weight = autograd.tensor([[3.0, 4.0], [0.3, 0.4], [6.0, 8.0]], requires_grad=True)
    y = F.embedding(autograd.tensor([0, 1, 0]), weight, max_norm=1.0)
    y.sum().backward()
    np.testing.assert_allclose(weight.detach().numpy(), [[0.6, 0.8], [0.3, 0.4], [6.0, 8.0]], rtol=1e-6)
    np.testing.assert_allclose(y.detach().numpy(), weight.detach().numpy()[[0, 1, 0]])
    assert weight.grad.tolist() == [[2.0, 2.0], [1.0, 1.0], [0.0, 0.0]]


def test_limiting_the_norm_counts_as_a_write():
    weight = autograd.tensor([[3.0, 4.0]], requires_grad=True)
    before = (weight * weight).sum()
    F.embedding(autograd.tensor([0]), weight, max_norm=1.0)
    with pytest.raises(RuntimeError, match="multiply"):
        before.backward()


def test_sparse_gradients_are_dense():
    weight = autograd.ones(3, 2, requires_grad=True)
    F.embedding(autograd.tensor([1]), weight, sparse=True).sum().backward()
    assert weight.grad.tolist() == [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]]


@pytest.mark.parametrize("mode", ["sum", "mean", "max"])
@pytest.mark.parametrize("padding", [None, 1])
def test_second_derivatives_of_bags(mode, padding):
    offsets = autograd.tensor([0, 2, 2, 5])
    gradcheck(
        lambda weight: (
            F.embedding_bag(autograd.tensor(INDICES), weight.tanh(), offsets, mode=mode, padding_idx=padding).square()
            if padding is None
            else F.embedding_bag(
                autograd.tensor(INDICES[INDICES != 1]), weight.tanh(), autograd.tensor([0, 2]), mode=mode
            )
        ),
        [RNG.standard_normal((5, 2))],
    )


def test_second_derivatives_of_weighted_bags():
    gradcheck(
        lambda weight, samples: F.embedding_bag(
            autograd.tensor(INDICES), weight, autograd.tensor([0, 3]), mode="sum", per_sample_weights=samples
        ).square(),
        [RNG.standard_normal((5, 2)), RNG.standard_normal(7)],
    )


@pytest.mark.parametrize("mode", ["sum", "mean"])
@pytest.mark.parametrize("padding", [None, 1])
def test_bags_by_frequency(mode, padding):
    """The gradient of each row is divided by how often it is looked up; PyTorch takes another row's frequency."""
    weight = autograd.tensor(RNG.standard_normal((5, 2)), requires_grad=True)
    other = weight.detach().clone().requires_grad_()
    bags = autograd.tensor(INDICES), autograd.tensor([0, 2, 2, 6])
    for w, scaled in ((weight, True), (other, False)):
        y = F.embedding_bag(bags[0], w, bags[1], mode=mode, scale_grad_by_freq=scaled, padding_idx=padding)
        (y * autograd.arange(1, 9, dtype=autograd.float64).reshape(4, 2)).sum().backward()
    counts = np.bincount(INDICES)[:, np.newaxis]
    np.testing.assert_allclose(weight.grad.numpy(), other.grad.numpy() / counts, rtol=1e-12)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("mode", ["sum", "mean", "max"])
def test_the_last_offset_ends_the_last_bag(mode, dtype):
    """Also where it is not the end of the input; PyTorch counts what comes after it in float64."""
    weight = autograd.tensor(RNG.standard_normal((5, 2)).astype(dtype))
    short = F.embedding_bag(
        autograd.tensor(INDICES), weight, autograd.tensor([0, 2, 5]), mode=mode, include_last_offset=True
    )
    whole = F.embedding_bag(autograd.tensor(INDICES[:5]), weight, autograd.tensor([0, 2]), mode=mode)
    assert short.tolist() == whole.tolist()


def test_the_maximum_of_a_bag_with_nan_is_nan():
    weight = autograd.tensor([[1.0], [float("nan")], [2.0]])
    assert np.isnan(F.embedding_bag(autograd.tensor([[0, 1, 2]]), weight, mode="max").item())


def test_float32_stays_float32():
    weight = autograd.ones(5, 2, requires_grad=True)
    for y in (
        F.embedding(autograd.tensor(INDICES), weight, scale_grad_by_freq=True),
        *(F.embedding_bag(autograd.tensor(INDICES), weight, autograd.tensor([0, 3]), mode=m) for m in ("mean", "max")),
    ):
        (gradient,) = autograd.grad(y.sum(), weight)
        assert y.dtype == gradient.dtype == autograd.float32
