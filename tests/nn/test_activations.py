"""What the activations do at the hard points, at random, and in place."""

import inspect

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

import autograd
import nn
import nn.functional as F
from autograd.testing import gradcheck
from nn.functional import activations
from nn.layers import activation
from tests.parity import compare


def parameters(name):
    return inspect.signature(getattr(F, name)).parameters.values()


# The activations that need no argument but the input.
ELEMENTWISE = [
    name
    for name in activations.__all__
    if name[-1] != "_" and all(p.name != "dim" and p.default is not p.empty for p in list(parameters(name))[1:])
]
IN_PLACE = [name for name in ELEMENTWISE if any(p.name == "inplace" for p in parameters(name))]


@pytest.mark.parametrize("name", ELEMENTWISE)
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_dtypes_are_kept_and_nan_passes(name, dtype):
    x = autograd.tensor(np.array([-5, -0.1, 0, 0.1, 5, np.nan], dtype), requires_grad=True)
    y = getattr(F, name)(x)
    y.sum().backward()
    assert y.dtype == x.grad.dtype == dtype
    assert y.isnan().tolist() == [False] * 5 + [True]
    assert not x.grad[:5].isnan().any()


@pytest.mark.parametrize("name", ELEMENTWISE)
@pytest.mark.parametrize("value", [-1e4, -1000.0, 1000.0, 1e4])
def test_far_out_all_is_finite_and_nothing_warns(name, value):
    x = autograd.tensor([value], requires_grad=True)
    (first,) = autograd.grad(getattr(F, name)(x), x, create_graph=True)
    assert first.isfinite().all()
    (second,) = autograd.grad(first, x, allow_unused=True) if first.requires_grad else (None,)
    assert second is None or second.tolist() == pytest.approx([0.0], abs=1e-5)


@settings(deadline=None)
@given(
    st.sampled_from([name for name in ELEMENTWISE if name not in ("hardsigmoid", "mish")]),
    arrays(np.float64, array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4), elements=st.floats(-40, 40)),
)
def test_anywhere_they_are_pytorchs(torch, name, x):
    theirs = getattr(torch.nn.functional, name, None)
    if theirs is not None:
        compare(getattr(F, name), theirs, torch, [x], order=1)


def test_second_derivatives_of_hardsigmoid():
    gradcheck(F.hardsigmoid, [np.array([-4.0, -1.0, 0.5, 2.9, 4.0])])


def test_softplus_is_the_integral_of_sigmoid():
    x = autograd.linspace(-30, 30, 61, dtype=autograd.float64).requires_grad_()
    (gradient,) = autograd.grad(F.softplus(x, threshold=50).sum(), x)
    np.testing.assert_allclose(gradient.numpy(), x.sigmoid().detach().numpy(), rtol=1e-13)
    np.testing.assert_allclose(
        F.logsigmoid(x).detach().numpy(), -F.softplus(-x, threshold=50).detach().numpy(), rtol=1e-13
    )


def test_rrelu_draws_slopes():
    x = autograd.tensor(np.where(np.arange(1000) % 2, 1.0, -1.0), requires_grad=True)
    y = F.rrelu(x, 0.1, 0.4, training=True, generator=autograd.Generator().manual_seed(3))
    y.sum().backward()
    slopes = x.grad.numpy()
    assert (slopes[1::2] == 1).all()
    assert ((slopes[::2] >= 0.1) & (slopes[::2] < 0.4)).all()
    assert len(np.unique(slopes[::2])) == 500
    assert abs(slopes[::2].mean() - 0.25) < 4 * 0.3 / np.sqrt(12 * 500)
    np.testing.assert_array_equal(y.detach().numpy(), x.detach().numpy() * slopes)
    again = F.rrelu(x, 0.1, 0.4, training=True, generator=autograd.Generator().manual_seed(3))
    assert again.tolist() == y.tolist()


def test_rrelu_in_place_draws_too():
    y = -autograd.ones(100)
    assert F.rrelu_(y, training=True, generator=autograd.Generator().manual_seed(3)) is y
    same = F.rrelu(-autograd.ones(100), training=True, generator=autograd.Generator().manual_seed(3))
    assert y.tolist() == same.tolist()


@pytest.mark.parametrize("name", IN_PLACE)
def test_in_place_writes_into_the_tensor(name):
    x = autograd.tensor([-2.0, 0.5, 7.0])
    view, expected = x[1:], getattr(F, name)(x)
    assert getattr(F, name)(x, inplace=True) is x
    assert x.tolist() == expected.tolist()
    assert view.tolist() == expected[1:].tolist()


@pytest.mark.parametrize("name", IN_PLACE)
def test_in_place_refuses_a_leaf(name):
    x = autograd.tensor([-2.0, 0.5], requires_grad=True)
    with pytest.raises(RuntimeError, match=rf"^{name}_: a leaf that requires grad"):
        getattr(F, name)(x, inplace=True)


def test_threshold_in_place():
    x = autograd.tensor([-2.0, 0.5])
    assert F.threshold(x, 0, 9.0, inplace=True) is x
    assert F.threshold_(x, 1, -1.0) is x
    assert x.tolist() == [9.0, -1.0]


@pytest.mark.parametrize("name", activation.__all__)
def test_modules(torch, name):
    theirs = getattr(torch.nn, name, None)
    if theirs is not None:
        compare(getattr(nn, name)(), theirs(), torch, [np.array([-1000.0, -1.5, 0.0, 0.5, 1000.0])])


def test_gelu_far_out_is_exact_in_single_precision():
    x = autograd.tensor([-1000.0, -88.0, -7.0, 7.0, 1000.0], requires_grad=True)
    y = F.gelu(x)
    assert y.tolist() == [0.0, 0.0, 0.0, 7.0, 1000.0]
    y.sum().backward()
    np.testing.assert_allclose(x.grad.numpy(), [0, 0, 0, 1, 1], atol=1e-9)
