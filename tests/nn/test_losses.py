"""Losses: warnings, empty and ignored targets, the ends of what logits and probabilities can be."""

import math

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

import autograd
import nn
import nn.functional as F
from tests.parity import compare

RNG = np.random.default_rng(0)

INF = math.inf


@pytest.mark.parametrize("name", ["mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss"])
def test_broadcasting_is_warned_of(name):
    with pytest.warns(UserWarning, match=rf"{name}: an input of shape \(4, 1\) and a target of shape \(4,\)") as caught:
        getattr(F, name)(autograd.ones(4, 1), autograd.ones(4))
    assert caught[0].filename == __file__


def test_the_mean_of_kl_div_is_warned_of():
    with pytest.warns(UserWarning, match='kl_div: .* use reduction="batchmean"') as caught:
        F.kl_div(autograd.zeros(2, 3), autograd.ones(2, 3))
    assert caught[0].filename == __file__


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
def test_everything_ignored(torch, reduction):
    target = np.array([1, 1])
    options = {"ignore_index": 1, "reduction": reduction}
    ours = F.cross_entropy(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]), autograd.tensor(target), **options)
    theirs = torch.nn.functional.cross_entropy(torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor(target), **options)
    np.testing.assert_array_equal(ours.numpy(), theirs.numpy())


@pytest.mark.parametrize(("shape", "positions"), [((0, 3), (0,)), ((2, 3, 0), (2, 0)), ((0, 0), (0,))])
@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
def test_nothing(torch, shape, positions, reduction):
    compare(
        lambda x, y: F.cross_entropy(x, y, reduction=reduction),
        lambda x, y: torch.nn.functional.cross_entropy(x, y, reduction=reduction),
        torch,
        [np.zeros(shape), np.zeros(positions, np.int64)],
        order=1,
    )


def test_ignored_positions_do_no_harm():
    logs = autograd.tensor([[-float("inf"), 0.0], [-1.0, -2.0]], requires_grad=True)
    loss = F.nll_loss(logs, autograd.tensor([-100, 0]))
    loss.backward()
    assert loss.item() == 1.0
    assert logs.grad.tolist() == [[0.0, 0.0], [-1.0, 0.0]]


def test_cross_entropy_does_not_overflow():
    logits = autograd.tensor([[1000.0, 0.0], [-1000.0, 1000.0]], requires_grad=True)
    loss = F.cross_entropy(logits, autograd.tensor([0, 0]))
    loss.backward()
    assert loss.item() == 1000.0
    assert logits.grad.tolist() == [[0.0, 0.0], [-0.5, 0.5]]


def test_float32_stays_float32():
    x = autograd.randn(4, 3, requires_grad=True)
    weight = autograd.ones(3)
    for loss in (
        F.cross_entropy(x, autograd.tensor([0, 1, 2, 0])),
        F.cross_entropy(x, autograd.tensor([0, 1, -100, 0]), weight, label_smoothing=0.1),
        F.cross_entropy(x, autograd.rand(4, 3), weight, label_smoothing=0.1),
        F.binary_cross_entropy_with_logits(x, autograd.rand(4, 3), pos_weight=weight),
        F.gaussian_nll_loss(x, autograd.rand(4, 3), 0.5, full=True),
        F.poisson_nll_loss(x, autograd.rand(4, 3), full=True),
        F.smooth_l1_loss(x, autograd.ones(4, 3), beta=0.3),
        F.triplet_margin_loss(x, autograd.rand(4, 3), autograd.rand(4, 3)),
        F.cosine_embedding_loss(x, autograd.rand(4, 3), autograd.tensor([1, -1, 1, -1])),
        F.multi_margin_loss(x, autograd.tensor([0, 1, 2, 0]), p=2),
        F.ctc_loss(x.log_softmax(1), autograd.tensor([1, 2]), 4, 2),
    ):
        (gradient,) = autograd.grad(loss, x)
        assert loss.dtype == gradient.dtype == autograd.float32


def test_binary_cross_entropy_at_the_ends():
    x = autograd.tensor([0.0, 0.0, 1.0, 1.0], dtype=autograd.float64, requires_grad=True)
    losses = F.binary_cross_entropy(x, autograd.tensor([0.0, 1.0, 0.0, 1.0]), reduction="none")
    losses.sum().backward()
    assert losses.tolist() == [0.0, 100.0, 100.0, 0.0]
    np.testing.assert_allclose(x.grad.numpy(), [0.0, -1e12, 1e12, 0.0])


def test_logits_do_not_overflow():
    x = autograd.tensor([1000.0, -1000.0], requires_grad=True)
    for loss in (F.binary_cross_entropy_with_logits, F.multilabel_soft_margin_loss):
        (gradient,) = autograd.grad(loss(x, autograd.tensor([0.0, 1.0])), x)
        assert gradient.tolist() == [0.5, -0.5]
    losses = F.soft_margin_loss(x, autograd.ones(2), reduction="none")
    assert losses.tolist() == [0.0, 1000.0]
    assert autograd.grad(losses.sum(), x)[0].tolist() == [0.0, -1.0]


@settings(deadline=None)
@given(st.floats(-15, 15), st.floats(0, 1), st.floats(0, 3))
def test_logits_and_probabilities_agree(x, target, weight):
    x, target = autograd.tensor([x], dtype=autograd.float64), autograd.tensor([target], dtype=autograd.float64)
    weight = autograd.tensor([weight], dtype=autograd.float64)
    of_logits = F.binary_cross_entropy_with_logits(x, target, weight)
    of_probabilities = F.binary_cross_entropy(x.sigmoid(), target, weight)
    np.testing.assert_allclose(of_logits.numpy(), of_probabilities.numpy(), rtol=1e-8, atol=1e-12)


def test_small_variances_are_limited_and_receive_a_gradient(torch):
    x, y, v = np.array([1.0, 2.0]), np.array([1.5, 2.0]), np.array([0.0, 1e-3])
    for eps in (1e-6, 1e-2):
        compare(
            lambda x, y, v, eps=eps: F.gaussian_nll_loss(x, y, v, eps=eps),
            lambda x, y, v, eps=eps: torch.nn.functional.gaussian_nll_loss(x, y, v, eps=eps),
            torch,
            [x, y, v],
        )


def test_the_divergence_of_a_distribution_from_itself_is_0():
    p = autograd.tensor([[0.2, 0.8, 0.0], [0.5, 0.25, 0.25]], dtype=autograd.float64)
    logs = autograd.where(p > 0, p, 1.0).log()
    assert F.kl_div(logs, p, reduction="batchmean").item() == 0.0


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("MSELoss", {"reduction": "sum"}),
        ("CrossEntropyLoss", {"label_smoothing": 0.1, "ignore_index": 1, "reduction": "none"}),
        ("NLLLoss", {"ignore_index": 1, "reduction": "sum"}),
    ],
)
def test_loss_modules_pass_their_options_on(torch, name, options):
    target = np.array([0, 1, 2])
    if name == "MSELoss":
        arrays = RNG.standard_normal((3, 4)), RNG.standard_normal((3, 4))
        compare(getattr(nn, name)(**options), getattr(torch.nn, name)(**options), torch, [*arrays])
        return
    weight = RNG.random(4)
    ours = getattr(nn, name)(autograd.tensor(weight), **options)
    theirs = getattr(torch.nn, name)(torch.tensor(weight), **options)
    assert list(ours.state_dict()) == list(theirs.state_dict()) == ["weight"]
    compare(
        lambda x: ours(x, autograd.tensor(target)),
        lambda x: theirs(x, torch.tensor(target)),
        torch,
        [RNG.standard_normal((3, 4))],
    )
