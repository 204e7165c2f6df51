"""Gradients own their memory: they share it with no other gradient, argument or upstream gradient."""

import numpy as np
import pytest

import autograd
from tests.leaf import leaf

SHARING = {
    "add": lambda x, y: x + y,
    "sub": lambda x, y: x - y,
    "two uses": lambda x, y: x + x + y,
    "reshape": lambda x, y: x.reshape(-1) + y.reshape(-1),
    "views": lambda x, y: x.T + y.T,
    "expand": lambda x, y: (x.sum() + y.sum()).expand(3),
    "identity": lambda x, y: x.clone() + y.contiguous(),
    "cat": lambda x, y: autograd.cat([x, y]),
    "stack and unbind": lambda x, y: autograd.stack(autograd.stack([x, y]).unbind()),
    "index": lambda x, y: x[:] + y[...],
    "where": lambda x, y: autograd.where(x > 0, x, y),
}


@pytest.mark.parametrize("name", SHARING)
@pytest.mark.parametrize("retain", [True, False])
def test_gradients_share_memory_with_nothing(name, retain):
    x, y = leaf([[1.0, -2.0]]), leaf([[3.0, 4.0]])
    out = SHARING[name](x, y)
    upstream = autograd.ones(*out.shape, dtype=autograd.float64)
    out.backward(upstream, retain_graph=retain)
    want_x, want_y = x.grad.tolist(), y.grad.tolist()
    gradients = [x.grad.numpy(), y.grad.numpy()]
    assert not np.shares_memory(*gradients)
    for gradient in gradients:
        assert gradient.flags.writeable
        assert not np.shares_memory(gradient, upstream.numpy())
        assert not np.shares_memory(gradient, x.detach().numpy())
        assert not np.shares_memory(gradient, y.detach().numpy())
    x.grad += 1
    assert y.grad.tolist() == want_y
    assert upstream.tolist() == autograd.ones(*out.shape).tolist()
    y.grad.zero_()
    assert x.grad.tolist() == [[g + 1 for g in want_x[0]]]


@pytest.mark.parametrize("name", SHARING)
def test_gradients_with_a_graph_share_memory_with_nothing(name):
    x, y = leaf([[1.0, -2.0]]), leaf([[3.0, 4.0]])
    out = SHARING[name](x, y)
    upstream = autograd.ones(*out.shape, dtype=autograd.float64)
    for a, b in (autograd.grad(out, [x, y], upstream, create_graph=True), (None, None)):
        if a is None:
            out.backward(upstream, create_graph=True)
            a, b = x.grad, y.grad
        want = b.tolist()
        with autograd.no_grad():
            a.zero_()
        assert (a.tolist(), b.tolist()) == ([[0.0, 0.0]], want)
        assert upstream.tolist() == autograd.ones(*out.shape).tolist()
        assert (x.tolist(), y.tolist()) == ([[1.0, -2.0]], [[3.0, 4.0]])


def test_a_gradient_that_requires_grad_is_differentiated_and_not_returned():
    x, y, g = leaf([1.0]), leaf([2.0]), leaf([3.0])
    a, b = autograd.grad(x + y, [x, y], g, create_graph=True)
    assert a is not g
    assert not a.is_leaf
    assert autograd.grad((a * b).sum(), g)[0].tolist() == [6.0]
    a += 1
    assert (b.tolist(), g.tolist()) == ([3.0], [3.0])


def test_a_gradient_given_as_array_and_one_of_integers():
    for gradient in (np.array([1.0, 10.0]), autograd.tensor([1, 10]), autograd.tensor([1.0, 10.0])):
        x = leaf([1.0, 2.0])
        (x * 2).backward(gradient)
        assert (x.grad.tolist(), x.grad.dtype) == ([2.0, 20.0], autograd.float64)
        assert autograd.grad(x * 2, x, gradient)[0].tolist() == [2.0, 20.0]


@pytest.mark.parametrize("create_graph", [False, True])
def test_accumulating_into_a_gradient_that_cannot_be_written(create_graph):
    x = leaf([1.0, 2.0])
    one = autograd.ones(1, dtype=autograd.float64)
    x.grad = one.expand(2)
    (x * 2).sum().backward(create_graph=create_graph)
    assert (x.grad.tolist(), one.tolist()) == ([3.0, 3.0], [1.0])


def test_a_gradient_of_another_shape_is_not_added_to():
    x = leaf([1.0, 2.0])
    x.sum().backward()
    x.data = autograd.ones(1, dtype=autograd.float64)
    with pytest.raises(RuntimeError, match=r"\.grad has shape \(2,\), the gradient \(1,\): set \.grad to None"):
        x.sum().backward()
    assert x.grad.tolist() == [1.0, 1.0]
    x.grad = None
    x.sum().backward()
    assert x.grad.tolist() == [1.0]


def test_a_gradient_is_not_what_was_saved():
    x, y = leaf([1.0, 2.0]), leaf([3.0, 4.0])
    z = x * y
    z.backward(autograd.ones(2, dtype=autograd.float64), retain_graph=True)
    x.grad.zero_()
    z.backward(autograd.ones(2, dtype=autograd.float64))
    assert x.grad.tolist() == [3.0, 4.0]
    assert y.tolist() == [3.0, 4.0]


def test_the_first_contribution_is_not_added_into():
    x = leaf([1.0, 2.0])
    upstream = autograd.ones(2, dtype=autograd.float64)
    (x + x + x).backward(upstream)
    assert x.grad.tolist() == [3.0, 3.0]
    assert upstream.tolist() == [1.0, 1.0]


def test_grads_that_grad_returns_are_owned():
    x, y = leaf([1.0]), leaf([2.0])
    g = autograd.ones(1, dtype=autograd.float64)
    a, b = autograd.grad(x + y, [x, y], g)
    a += 5
    assert (b.item(), g.item()) == (1.0, 1.0)


def test_sums_in_place_after_sum():
    x = leaf([1.0, 2.0])
    x.sum().backward()
    x.grad *= 0.5
    assert x.grad.tolist() == [0.5, 0.5]


def test_accumulation_keeps_the_tensor():
    x = leaf([1.0])
    (x * 2).sum().backward()
    gradient = x.grad
    (x * 3).sum().backward()
    assert x.grad is gradient
    assert gradient.tolist() == [5.0]


def test_infinite_derivatives_are_values_without_warnings():
    x = leaf([0.0, 4.0])
    x.sqrt().sum().backward()
    assert x.grad.tolist() == [np.inf, 0.25]
