"""The loss of sequences without an alignment: connectionist temporal classification."""

import itertools
import math

import numpy as np
import pytest

import autograd
import nn.functional as F
from autograd.testing import gradcheck

RNG = np.random.default_rng(0)

INF = math.inf


def by_enumeration(probabilities, target, blank):
    """Return -log of the probability of the target, added up over all alignments."""
    times, classes = probabilities.shape
    total = 0.0
    for path in itertools.product(range(classes), repeat=times):
        shortened = [symbol for symbol, _ in itertools.groupby(path) if symbol != blank]
        if shortened == list(target):
            total += math.prod(probabilities[t, symbol] for t, symbol in enumerate(path))
    return -math.log(total) if total else INF


@pytest.mark.parametrize("blank", [0, 2])
@pytest.mark.parametrize("target", [[], [1], [1, 1], [1, 3], [3, 1, 3], [1, 1, 3], [1, 1, 1], [3, 1, 1, 3, 1, 1]])
def test_ctc_loss_is_the_sum_over_alignments(target, blank):
    logs = autograd.tensor(RNG.standard_normal((5, 4))).log_softmax(1)
    loss = F.ctc_loss(logs, autograd.tensor(target, dtype=autograd.int64), 5, len(target), blank, "sum")
    np.testing.assert_allclose(loss.item(), by_enumeration(np.exp(logs.numpy()), target, blank), rtol=1e-12)


def test_derivatives_of_ctc_loss():
    targets, steps, lengths = autograd.tensor([[1, 2, 2], [3, 1, 0], [1, 1, 1]]), (7, 5, 4), (3, 2, 0)
    gradcheck(lambda x: F.ctc_loss(x, targets, steps, lengths, reduction="none"), [RNG.standard_normal((7, 3, 4))])


def test_ctc_loss_has_two_derivatives():
    x = autograd.tensor(RNG.standard_normal((4, 3)), requires_grad=True)
    (gradient,) = autograd.grad(F.ctc_loss(x, autograd.tensor([1, 2]), 4, 2), x, create_graph=True)
    with pytest.raises(RuntimeError, match=r"occupancy_change: 'emissions' .* has no gradient"):
        autograd.grad(gradient.square().sum(), x, create_graph=True)


def test_ctc_loss_keeps_its_precision_in_long_inputs():
    logs = autograd.tensor(RNG.standard_normal((500, 1, 5)) * 10).log_softmax(2)
    arguments = autograd.tensor([[1, 2, 3, 4, 4]]), (500,), (5,)
    gradients = []
    for dtype in (autograd.float32, autograd.float64):
        x = logs.to(dtype).requires_grad_()
        gradients.append(autograd.grad(F.ctc_loss(x, *arguments), x)[0].numpy())
    np.testing.assert_allclose(*gradients, rtol=1e-4, atol=1e-6)


def test_targets_that_are_too_long():
    x = autograd.randn(2, 3, requires_grad=True)
    arguments = autograd.tensor([1, 2, 1]), 2, 3
    loss = F.ctc_loss(x, *arguments)
    assert loss.item() == INF
    assert autograd.grad(loss, x)[0].isnan().any()
    loss = F.ctc_loss(x, *arguments, zero_infinity=True)
    assert loss.item() == 0.0
    assert autograd.grad(loss, x)[0].tolist() == [[0.0] * 3] * 2
