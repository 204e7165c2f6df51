"""Normalizations: what they do to running estimates, and what they are made to be."""

import numpy as np
import pytest

import autograd
import nn.functional as F
from autograd.testing import gradcheck
from tests.calls.call import OURS

RNG = np.random.default_rng(0)


def test_running_estimates_are_those_of_the_formula():
    x = RNG.standard_normal((4, 3, 5))
    mean, var = autograd.zeros(3, dtype=autograd.float64), autograd.ones(3, dtype=autograd.float64)
    F.batch_norm(autograd.tensor(x, requires_grad=True), mean, var, training=True, momentum=0.3)
    np.testing.assert_allclose(mean.numpy(), 0.3 * x.mean((0, 2)), rtol=1e-12)
    np.testing.assert_allclose(var.numpy(), 0.7 + 0.3 * x.var((0, 2), ddof=1), rtol=1e-12)
    assert not mean.requires_grad
    assert not var.requires_grad


def test_running_estimates_are_left_alone_outside_of_training():
    mean, var = autograd.ones(3), 2 * autograd.ones(3)
    F.batch_norm(autograd.ones(4, 3), mean, var)
    F.instance_norm(autograd.ones(4, 3, 2), mean, var, use_input_stats=False)
    assert mean.tolist() == [1.0] * 3
    assert var.tolist() == [2.0] * 3
    F.batch_norm(autograd.ones(0, 3), mean, var, training=True)  # no values, no estimates
    assert mean.tolist() == [1.0] * 3


def test_a_change_of_the_running_estimates_counts_as_a_write():
    mean, var = autograd.zeros(3), autograd.ones(3)
    x = autograd.randn(4, 3, requires_grad=True)
    y = x * mean
    F.batch_norm(x, mean, var, training=True)
    with pytest.raises(RuntimeError, match="multiply"):
        y.sum().backward()


@pytest.mark.parametrize(
    "normalize",
    [
        lambda x: F.layer_norm(x, (4,)),
        lambda x: F.rms_norm(x, (4,)),
        lambda x: F.group_norm(x, 2),
        lambda x: F.batch_norm(x, None, None, training=True),
        lambda x: F.instance_norm(x),
        lambda x: F.local_response_norm(x, 3),
        lambda x: F.normalize(x),
    ],
)
def test_derivatives_and_precision(normalize):
    x = RNG.standard_normal((2, 4, 4))
    gradcheck(normalize, [x])
    for dtype, tolerance in ((np.float32, 1e-5), (np.float16, 5e-3)):
        low = autograd.tensor(x.astype(dtype), requires_grad=True)
        y = normalize(low)
        y.square().sum().backward()
        assert y.dtype == low.grad.dtype == dtype
        np.testing.assert_allclose(y.detach().numpy(), normalize(autograd.tensor(x)).numpy(), atol=tolerance)


@pytest.mark.parametrize("training", [True, False])
def test_half_precision_does_not_overflow(torch, training):
    x = (300 * RNG.standard_normal((4, 6, 64))).astype(np.float16)
    for run in (
        lambda library, x: library.nn.functional.layer_norm(x, (6, 64)),
        lambda library, x: library.nn.functional.group_norm(x, 2),
        lambda library, x: library.nn.functional.batch_norm(x, library.zeros(6), library.ones(6), training=training),
    ):
        ours, theirs = run(OURS, autograd.tensor(x)), run(torch, torch.tensor(x))
        assert ours.dtype == np.float16
        np.testing.assert_allclose(ours.numpy(), theirs.numpy(), rtol=2e-3, atol=2e-3)


def test_third_derivatives():
    x = RNG.standard_normal((2, 3))
    gradcheck(lambda x: F.layer_norm(x, (3,), eps=0.1), [x], order=3, rtol=1e-5)


def test_layer_norm_of_values_far_from_zero():
    x = RNG.standard_normal((5, 64)).astype(np.float32)
    far = F.layer_norm(autograd.tensor(x + np.float32(4096)), (64,)).numpy()
    exact = (x + np.float32(4096)).astype(np.float64)
    exact = (exact - exact.mean(1, keepdims=True)) / np.sqrt(exact.var(1, keepdims=True) + 1e-5)
    np.testing.assert_allclose(far, exact, atol=5e-4)


def test_layer_norm_of_a_constant_has_no_gradient():
    x = autograd.ones(2, 3, requires_grad=True)
    F.layer_norm(x, (3,)).square().sum().backward()
    assert x.grad.abs().sum().item() == 0.0


def test_local_response_norm_is_the_formula():
    x = RNG.standard_normal((2, 5, 3))
    squares = np.pad(x * x, ((0, 0), (1, 1), (0, 0)))
    mean = (squares[:, :-2] + squares[:, 1:-1] + squares[:, 2:]) / 3
    got = F.local_response_norm(autograd.tensor(x), 3, alpha=0.5, beta=2.0, k=0.5)
    np.testing.assert_allclose(got.numpy(), x / (0.5 + 0.5 * mean) ** 2, rtol=1e-12)
