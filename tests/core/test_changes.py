"""Changes while a backward pass runs, and in copies of a graph, are noticed."""

import copy

import pytest

import autograd
from tests.leaf import leaf


def test_a_write_by_a_hook_is_noticed():
    w, x = leaf(3.0), leaf(2.0)
    h = x * w
    y = h * w

    def hook(gradient):
        with autograd.no_grad():
            w.add_(10)

    h.register_hook(hook)
    with pytest.raises(RuntimeError, match=r"multiply: its argument b, .* was changed in place"):
        y.backward()


def test_adding_to_a_gradient_that_is_part_of_the_graph_is_noticed():
    gradient = autograd.ones(2, dtype=autograd.float64)
    h = leaf([1.0, 2.0]) * gradient
    w = leaf([1.0, 1.0])  # made last, so its gradient is added first
    w.grad = gradient
    with pytest.raises(RuntimeError, match="was changed in place"):
        (h * w).sum().backward()


def test_a_copy_of_a_stale_graph_is_stale():
    x = leaf(3.0)
    y = x * x
    with autograd.no_grad():
        x.add_(1)
    _, twin = copy.deepcopy((x, y))
    with pytest.raises(RuntimeError, match="was changed in place"):
        twin.backward()


def test_data_of_another_shape_before_backward():
    x = leaf([1.0, 2.0, 3.0])
    y = (x * 2).sum()
    x.data = autograd.tensor([5.0])
    with pytest.raises(RuntimeError, match=r"its argument a got another shape through \.data since"):
        y.backward()
    (x * 2).sum().backward()
    assert x.grad.tolist() == [2.0]


@pytest.mark.parametrize("change", [lambda y: y.mul_(3), lambda y: y.__setitem__(0, 7.0)])
def test_retain_grad_survives_changes_in_place(torch, change):
    gradients = []
    for library in (autograd, torch):
        x = library.tensor([1.0, 2.0], requires_grad=True)
        y = x * 2
        y.retain_grad()
        change(y)
        assert y.retains_grad
        (y * y).sum().backward()
        gradients.append(y.grad.tolist())
    assert gradients[0] == gradients[1]
