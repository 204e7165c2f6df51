"""What accumulates along a dimension: sizes at which another way is taken, half precision, changes in place."""

import numpy as np
import pytest
from hypothesis import given, strategies as st

import autograd
from autograd.testing import gradcheck

NAMES = ["cumsum", "cumprod", "cummax", "cummin", "logcumsumexp"]
RNG = np.random.default_rng(0)


def in_numpy(name, x, axis):
    ufunc = {"cumsum": np.add, "cumprod": np.multiply, "cummax": np.maximum, "cummin": np.minimum}.get(name)
    with np.errstate(invalid="ignore"):
        return (ufunc or np.logaddexp).accumulate(x, axis)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", [(2, 2500), (70, 64), (70, 79), (5000,), (3, 70, 80), (9, 5, 100)])
def test_large_tensors(name, shape):
    x = RNG.uniform(0.5, 1.5, shape)
    for dim in range(len(shape)):
        for tensor in (autograd.tensor(x), autograd.tensor(np.asfortranarray(x))):
            out = getattr(tensor, name)(dim)
            values = out.values if name in ("cummax", "cummin") else out
            np.testing.assert_allclose(values.numpy(), in_numpy(name, x, dim), rtol=1e-12)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("special", [np.inf, -np.inf, np.nan])
def test_what_is_not_finite_reaches_later_elements_only(name, special):
    x = RNG.uniform(0.5, 1.5, (70, 100))
    x[3, 37] = special
    out = getattr(autograd.tensor(x), name)(1)
    values = out.values if name in ("cummax", "cummin") else out
    np.testing.assert_allclose(values.numpy(), in_numpy(name, x, 1), rtol=1e-12)


@given(st.lists(st.sampled_from([0.0, -2.0, 0.5, 3.0]), min_size=1, max_size=40), st.integers(0, 2**32 - 1))
def test_the_gradient_of_products_is_that_of_differences(factors, seed):
    x = np.array(factors)
    g = np.random.default_rng(seed).choice([1.0, -0.5], len(x))
    t = autograd.tensor(x, requires_grad=True)
    (gradient,) = autograd.grad(t.cumprod(0), t, autograd.tensor(g))
    for k in range(len(x)):  # a product is linear in each factor
        there, back = x.copy(), x.copy()
        there[k], back[k] = 1, 0
        slope = (np.cumprod(there) - np.cumprod(back)) @ g
        assert gradient[k].item() == pytest.approx(slope, rel=1e-10, abs=1e-12)


def test_second_derivatives_of_long_products_with_zeros():
    x = RNG.uniform(0.5, 1.5, 35)
    x[[4, 20, 30]] = 0
    gradcheck(lambda t: t.cumprod(0), [x])


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=30))
def test_cummax_picks_the_last_that_ties(numbers):
    values, indices = autograd.tensor(numbers).cummax(0)
    for k in range(len(numbers)):
        most = max(numbers[: k + 1])
        assert values[k].item() == most
        assert indices[k].item() == max(i for i in range(k + 1) if numbers[i] == most)


@pytest.mark.parametrize("name", NAMES)
def test_half_precision_is_kept(name):
    x = autograd.tensor([0.1] * 100, dtype=autograd.float16, requires_grad=True)
    out = getattr(x, name)(0)
    out = out.values if name in ("cummax", "cummin") else out
    assert out.dtype == autograd.float16
    exact = in_numpy(name, x.detach().numpy().astype(np.float64), 0)
    np.testing.assert_allclose(out.detach().numpy(), exact, rtol=2e-3, atol=1e-7)  # rounded once
    out.sum().backward()
    assert x.grad.dtype == autograd.float16


def test_in_place():
    x = autograd.tensor([1, 2, 3], dtype=autograd.int32)
    assert x.cumsum_(0) is x
    assert x.tolist() == [1, 3, 6]
    assert x.dtype == autograd.int32
    with pytest.raises(RuntimeError, match="cumprod_: a leaf that requires grad"):
        autograd.ones(2, requires_grad=True).cumprod_(0)


def test_no_warnings_at_large_numbers():
    x = autograd.tensor([1000.0, -1000.0, 1000.0, 0.0], requires_grad=True)
    out = x.logcumsumexp(0)
    out.sum().backward()
    np.testing.assert_allclose(out.detach().numpy(), [1000, 1000, 1000 + np.log(2), 1000 + np.log(2)], rtol=1e-6)
    np.testing.assert_allclose(x.grad.numpy(), [3, 0, 1, 0], rtol=1e-3)


def test_trapezoids_of_a_parabola():
    x = autograd.tensor(np.linspace(0, 3, 3001), requires_grad=True)
    assert autograd.trapezoid(x * x, x).item() == pytest.approx(9, rel=1e-6)
    assert autograd.cumulative_trapezoid(x * x, x)[-1].item() == pytest.approx(9, rel=1e-6)
    gradcheck(lambda t: autograd.cumulative_trapezoid(t * t, t), [np.array([0.0, 0.5, 2.0, 2.5])])
