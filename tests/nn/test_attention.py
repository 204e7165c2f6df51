"""Attention: queries without keys, dropout, choices at random."""

import numpy as np
import pytest

import autograd
import nn.functional as F
from autograd.testing import gradcheck

RNG = np.random.default_rng(0)


def seeded(seed=0):
    return autograd.Generator().manual_seed(seed)


@pytest.mark.parametrize("boolean", [True, False])
def test_a_query_without_keys_gets_zeros_and_has_no_gradient(boolean):
    allowed = np.array([[True, True], [False, False]])
    mask = autograd.tensor(allowed if boolean else np.where(allowed, 0.0, -np.inf))
    query, key, value = (autograd.tensor(RNG.standard_normal((2, 3)), requires_grad=True) for _ in range(3))
    y = F.scaled_dot_product_attention(query, key, value, mask)
    y.square().sum().backward()
    assert y.tolist()[1] == [0.0] * 3
    assert query.grad.tolist()[1] == [0.0] * 3
    assert query.grad.numpy()[0].any()
    assert np.isfinite(key.grad.numpy()).all()


def test_second_derivatives():
    query, key, value = RNG.standard_normal((3, 2)), RNG.standard_normal((3, 2)), RNG.standard_normal((3, 2))
    allowed = autograd.tensor(np.array([[True, False, True], [False, False, False], [True, True, True]]))
    gradcheck(lambda q, k, v: F.scaled_dot_product_attention(q, k, v, allowed), [query, key, value])
    gradcheck(lambda q, k, v: F.scaled_dot_product_attention(q, k, v, is_causal=True), [query, key, value])


def test_great_scores_do_not_overflow():
    x = 1000 * autograd.eye(3)
    assert F.scaled_dot_product_attention(x, x, autograd.eye(3)).tolist() == np.eye(3).tolist()


def test_dropout_leaves_out_weights_and_keeps_their_mean():
    n = 20_000
    query, key = autograd.zeros(n, 1), autograd.zeros(4, 1)
    y = F.scaled_dot_product_attention(query, key, autograd.eye(4), dropout_p=0.25, generator=seeded()).numpy()
    assert set(np.unique(y)) == {0.0, np.float32(1) / np.float32(0.75) / 4}
    assert abs(y.mean() - 0.25) < 4 * 0.25 * np.sqrt(0.25 / 0.75 / y.size)
    again = F.scaled_dot_product_attention(query, key, autograd.eye(4), dropout_p=0.25, generator=seeded())
    assert again.tolist() == y.tolist()


def test_gumbel_softmax_chooses_with_the_probabilities():
    n = 40_000
    probabilities = np.array([0.1, 0.3, 0.6])
    logits = autograd.tensor(np.tile(np.log(probabilities), (n, 1)))
    chosen = F.gumbel_softmax(logits, hard=True, generator=seeded()).numpy()
    np.testing.assert_allclose(chosen.sum(1), 1)
    error = np.abs(chosen.mean(0) - probabilities)
    assert (error < 4 * np.sqrt(probabilities * (1 - probabilities) / n)).all()


@pytest.mark.parametrize("dim", [0, 1, -1])
def test_the_hard_gumbel_softmax_has_the_gradient_of_the_soft_one(dim):
    x = autograd.tensor(RNG.standard_normal((3, 4)), requires_grad=True)
    weights = autograd.tensor(RNG.standard_normal((3, 4)))
    gradients = []
    for hard in (False, True):
        y = F.gumbel_softmax(x, tau=0.7, hard=hard, dim=dim, generator=seeded(3))
        np.testing.assert_allclose(y.detach().numpy().sum(dim), 1)
        gradients += autograd.grad((y * weights).sum(), x)
    np.testing.assert_allclose(gradients[0].numpy(), gradients[1].numpy())


def test_gumbel_softmax_is_reproducible_and_warns_of_eps():
    x = autograd.zeros(2, 3)
    before = autograd.get_rng_state()
    assert F.gumbel_softmax(x, generator=seeded()).tolist() == F.gumbel_softmax(x, generator=seeded()).tolist()
    assert autograd.get_rng_state() == before
    with pytest.warns(UserWarning, match="gumbel_softmax: eps has no effect"):
        F.gumbel_softmax(x, eps=0.1)


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_the_dtype_is_kept(dtype):
    x = autograd.randn(3, 4).to(getattr(autograd, dtype)).requires_grad_()
    allowed = autograd.tensor(np.tri(3, dtype=bool))
    for y in (
        F.gumbel_softmax(x),
        F.gumbel_softmax(x, hard=True),
        F.scaled_dot_product_attention(x, x, x, allowed, dropout_p=0.5, is_causal=True),
    ):
        (gradient,) = autograd.grad(y.sum(), x)
        assert y.dtype == gradient.dtype == dtype


def test_heads_without_keys_give_zeros_with_and_without_weights():
    x, eye = autograd.tensor(RNG.standard_normal((2, 1, 4))), autograd.eye(4, dtype=autograd.float64)
    hidden = autograd.tensor([[True, True], [False, False]])
    for need_weights in (True, False):
        out, weights = F.multi_head_attention_forward(
            x, x, x, 4, 2, autograd.cat([eye] * 3), None, None, None, False, 0.0, eye, None,
            attn_mask=hidden, need_weights=need_weights,
        )  # fmt: skip
        assert out[0].tolist() == [[0.0] * 4]
        assert out[1].numpy().all()
        assert weights is None or weights[0, 0].tolist() == [0.0, 0.0]


@pytest.mark.parametrize("need_weights", [True, False])
def test_dropout_of_heads_is_drawn_from_the_generator(need_weights):
    x, eye = autograd.tensor(RNG.standard_normal((5, 2, 4))), autograd.eye(4, dtype=autograd.float64)

    def run(training, seed):
        out, _ = F.multi_head_attention_forward(
            x, x, x, 4, 2, autograd.cat([eye] * 3), None, None, None, False, 0.5, eye, None,
            training=training, need_weights=need_weights, generator=seeded(seed),
        )  # fmt: skip
        return out.tolist()

    assert run(True, 1) == run(True, 1) != run(True, 2)
    assert run(False, 1) == run(False, 2)
