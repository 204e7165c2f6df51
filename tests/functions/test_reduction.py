"""Reductions: sizes and layouts at which another way is taken, rounding, half precision, hard points."""

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

import autograd
from autograd.ops import reduction

RNG = np.random.default_rng(0)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_sums_and_extremes_are_numpys(data):
    shape = data.draw(st.lists(st.sampled_from([1, 2, 5, 33]), min_size=1, max_size=2))
    shape = (*shape, data.draw(st.sampled_from([1, 3, 100, 700, 1500])))
    axes = data.draw(st.none() | st.sets(st.integers(0, len(shape) - 1), min_size=1).map(tuple))
    keepdims = data.draw(st.booleans())
    x = np.random.default_rng(1).standard_normal(shape)
    if data.draw(st.booleans()):
        x = np.asfortranarray(x)
    signed = axes and tuple(a - x.ndim if a % 2 else a for a in axes)
    for name in ("sum", "amax", "amin"):
        got = getattr(autograd.tensor(x), name)(signed, keepdims).numpy()
        expected = getattr(np, name)(x, axis=axes, keepdims=keepdims)
        assert got.shape == expected.shape
        np.testing.assert_allclose(got, expected, rtol=1e-10, atol=1e-10)
        if axes is not None and len(axes) == 1:
            np.testing.assert_allclose(
                getattr(reduction, name)(x, signed[0], keepdims=keepdims), expected, rtol=1e-10, atol=1e-10
            )


@pytest.mark.parametrize("shape", [(1, 300_003), (300_003, 1), (60_003, 10), (2, 50_003, 5)])
@pytest.mark.parametrize("dim", [0, 1, None])
def test_rounding_errors_of_sums_do_not_grow(shape, dim):
    x = RNG.uniform(0, 1, shape).astype(np.float32)
    expected = x.sum(dim, dtype=np.float64)
    np.testing.assert_allclose(autograd.tensor(x).sum(dim).numpy(), expected, rtol=2e-6)


@pytest.mark.parametrize("special", [np.inf, -np.inf, np.nan])
def test_what_is_not_finite_stays_in_its_sum(special):
    x = np.ones((100, 100), np.float32)
    x[3, 5] = special
    for dim, place in ((1, 3), (0, 5)):
        out = autograd.tensor(x).sum(dim).numpy()
        np.testing.assert_array_equal(out[place], special)
        assert (np.delete(out, place) == 100).all()


@pytest.mark.parametrize("n", [1, 2, 10, 32, 33, 100, 999, 1000])
@pytest.mark.parametrize("name", ["amax", "amin"])
def test_nan_is_the_extreme_of_its_row(name, n):
    x = RNG.standard_normal((300, n))
    x[7, n // 2] = np.nan
    out = getattr(autograd.tensor(x), name)(1).numpy()
    assert np.isnan(out[7])
    np.testing.assert_array_equal(out, getattr(np, name)(x, axis=1))


@pytest.mark.parametrize("name", ["max", "min", "sort", "median", "nanmedian", "mode", "cummax"])
def test_what_is_picked_from_a_single_number_is_a_copy(name):
    x = autograd.tensor(1.0)
    getattr(x, name)(dim=0).values.add_(1)
    assert x.item() == 1


def test_half_precision_gradients_of_more_elements_than_it_can_count():
    x = autograd.ones(100000, dtype=autograd.float16, requires_grad=True)
    x.mean().backward()
    np.testing.assert_allclose(x.grad.numpy(), np.full(100000, 1e-5, np.float16))
    x = autograd.tensor(np.arange(70000) % 2, dtype=autograd.float16, requires_grad=True)
    x.var().backward()
    np.testing.assert_allclose(x.grad.numpy()[:2], np.float16([-1 / 70000, 1 / 70000]), rtol=0.01)


def test_half_precision_does_not_overflow_on_the_way():
    x = autograd.full((3,), 60000.0, dtype=autograd.float16)
    assert x.mean().item() == 60000
    x = autograd.tensor([300.0, -300.0], dtype=autograd.float16)
    assert x.logsumexp(0).item() == 300
    assert x.softmax(0).tolist() == [1, 0]
    assert (x / 300).var().item() == 2
    for name in ("mean", "sum", "var", "std", "prod", "amax", "softmax", "log_softmax", "logsumexp"):
        x = autograd.tensor([1.0, 2.0], dtype=autograd.float16, requires_grad=True)
        out = getattr(x, name)(0)
        out.sum().backward()
        assert (out.dtype, x.grad.dtype) == (autograd.float16, autograd.float16), name


def test_the_gradient_of_a_norm_at_zero_is_zero():
    for p in (0, 0.5, 1, 1.5, 2, 3, np.inf):
        x = autograd.zeros(3, requires_grad=True)
        x.norm(p).backward()
        assert x.grad.tolist() == [0, 0, 0], p


def test_the_mean_of_nothing_but_nan():
    x = autograd.tensor([[np.nan, np.nan], [1.0, np.nan]], requires_grad=True)
    out = x.nanmean(1)
    assert out[0].isnan().item()
    out[1].backward()
    assert x.grad.tolist() == [[0, 0], [1, 0]]


def test_second_derivatives_at_a_constant():
    x = autograd.ones(4, requires_grad=True)
    (gradient,) = autograd.grad(x.std(), x, create_graph=True)
    assert gradient.tolist() == [0, 0, 0, 0]


def test_in_place_renorm():
    x = autograd.tensor([[3.0, 4.0], [0.3, 0.4]])
    assert x.renorm_(2, 0, 1.0) is x
    np.testing.assert_allclose(x.numpy(), [[0.6, 0.8], [0.3, 0.4]], rtol=1e-6)


def test_only_what_takes_unbiased_reads_a_boolean_dim_as_that():
    x = autograd.tensor([[1.0, 2.0], [3.0, 5.0]])
    assert x.std(False, axis=1).tolist() == x.std(dim=1, unbiased=False).tolist()
    assert x.nanmedian(True, keepdims=True)[0].tolist() == [[1.0], [3.0]]
    with pytest.raises(TypeError, match="an integer is required"):
        x.argmax(True, keepdims=True)
