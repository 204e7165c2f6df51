"""Hooks on gradients, and gradients that are retained."""

import numpy as np
import pytest

import autograd
from tests.leaf import leaf


def test_hooks_see_the_sum_and_may_replace_it():
    x = leaf(3.0)
    h = x * 2
    seen = []
    h.register_hook(lambda g: seen.append(g.item()))
    h.register_hook(lambda g: g * 10)
    handle = h.register_hook(lambda g: seen.append(g.item()))
    (h + h * h).backward()
    assert seen == [13.0, 130.0]
    assert x.grad.item() == 260.0
    handle.remove()
    handle.remove()
    x.grad = None
    (x * 1).backward()
    assert len(seen) == 2


def test_hooks_of_leaves_come_once_before_accumulating():
    x = leaf(3.0)
    calls = []
    with x.register_hook(lambda g: calls.append(g.item()) or g + 1):
        (x * 2 + x * 3).backward()
        (x * 1).backward()
    assert calls == [5.0, 1.0]
    assert x.grad.item() == 6.0 + 2.0
    (x * 1).backward()
    assert calls == [5.0, 1.0]


@pytest.mark.parametrize("use", [lambda x: x * 2, lambda x: x + x, lambda x: x * 3 - x * 1], ids=["1", "2", "3"])
@pytest.mark.parametrize("create_graph", [False, True])
def test_what_a_hook_keeps_or_returns_is_not_changed_later(use, create_graph):
    x = leaf([1.0])
    kept, mine = [], autograd.tensor([10.0], dtype=autograd.float64)
    handle = x.register_hook(kept.append)
    for _ in range(3):
        use(x).sum().backward(create_graph=create_graph)
    assert [g.tolist() for g in kept] == [[2.0]] * 3
    assert x.grad.tolist() == [6.0]
    handle.remove()
    x.grad = None
    x.register_hook(lambda gradient: mine)
    for _ in range(3):
        use(x).sum().backward(create_graph=create_graph)
    assert (x.grad.tolist(), mine.tolist()) == ([30.0], [10.0])


@pytest.mark.parametrize(
    ("hook", "error", "returned"),
    [
        (lambda g: g.sum(), RuntimeError, r"float64\[\], expected float64\[2\]"),
        (lambda g: g.float(), RuntimeError, r"float32\[2\], expected float64\[2\]"),
        (lambda g: 3.0, TypeError, "a float, expected a tensor or None"),
        (lambda g: np.ones(2), TypeError, "a ndarray, expected a tensor or None"),
    ],
)
@pytest.mark.parametrize("create_graph", [False, True])
def test_a_hooks_wrong_result_is_an_error(hook, error, returned, create_graph):
    x = leaf([1.0, 2.0])
    x.register_hook(hook)
    with pytest.raises(error, match="a hook on the gradient of <Leaf> returned " + returned):
        (x * 2).sum().backward(create_graph=create_graph)
    assert x.grad is None


@pytest.mark.parametrize("returned", [True, False])
@pytest.mark.parametrize("create_graph", [False, True])
def test_a_hook_that_changes_its_gradient_changes_no_other(returned, create_graph):
    def hook(gradient):
        with autograd.no_grad():  # or a gradient that is recorded would take a new array
            gradient.zero_()
        return gradient if returned else None

    x, y = leaf([1.0, 2.0]), leaf([3.0, 4.0])
    upstream = autograd.ones(2, dtype=autograd.float64)
    x.register_hook(hook)
    (x + y).backward(upstream, create_graph=create_graph)
    assert (x.grad.tolist(), y.grad.tolist(), upstream.tolist()) == ([0.0, 0.0], [1.0, 1.0], [1.0, 1.0])


def test_hooks_run_in_grad():
    x = leaf(2.0)
    h = x * x
    h.register_hook(lambda g: g * 3)
    assert autograd.grad(h, x)[0].item() == 12.0


def test_hooks_are_differentiated_with_create_graph():
    x = leaf(2.0)
    h = x * x
    h.register_hook(lambda g: g * x)
    (first,) = autograd.grad(h, x, create_graph=True)
    assert first.item() == 8.0
    assert autograd.grad(first, x)[0].item() == 8.0


def test_backward_inside_a_hook():
    x, y = leaf(2.0), leaf(5.0)
    h = x * x
    h.register_hook(lambda g: (y * y).backward())
    h.backward()
    assert (x.grad.item(), y.grad.item()) == (4.0, 10.0)


def test_a_failing_pullback_leaves_no_part_of_a_gradient():
    fails = [True]

    def pullback(g, x):
        if fails:
            raise ValueError(fails.pop())
        return g * x

    op = autograd.elementwise(lambda x: x * x / 2, x=pullback)
    x, w = leaf([1.0, 2.0]), leaf([3.0, 4.0])
    y = (op(x) * w).sum()
    with pytest.raises(ValueError, match="True"):
        y.backward()
    assert (x.grad, w.grad) == (None, None)
    with pytest.raises(RuntimeError, match="backward of multiply: what it saved was freed"):
        y.backward()
    assert (x.grad, w.grad) == (None, None)
    (op(x) * w).sum().backward()
    assert (x.grad.tolist(), w.grad.tolist()) == ([3.0, 8.0], [0.5, 2.0])


def test_a_failing_hook_leaves_the_graph_usable():
    x = leaf(2.0)
    h = x * x
    handle = h.register_hook(lambda g: 1 / 0)
    y = h * 3
    with pytest.raises(ZeroDivisionError):
        y.backward(retain_graph=True)
    assert x.grad is None
    handle.remove()
    y.backward()
    assert x.grad.item() == 12.0


def test_what_is_retained_is_what_the_hooks_made(torch):
    for library, x in ((autograd, leaf(2.0)), (torch, torch.tensor(2.0, dtype=torch.float64, requires_grad=True))):
        h = x * x
        h.register_hook(lambda g: g * 10)
        h.retain_grad()
        h.register_hook(lambda g: g + 1)
        (h * 3).backward()
        assert (h.grad.item(), x.grad.item()) == (31.0, 124.0), library.__name__


def test_retained_and_given_as_input_counts_once(torch):
    for library, x in ((autograd, leaf(2.0)), (torch, torch.tensor(2.0, dtype=torch.float64, requires_grad=True))):
        h = x * x
        h.retain_grad()
        (h * 3).backward(inputs=[h])
        assert (h.grad.item(), x.grad) == (3.0, None), library.__name__


def test_one_function_registered_twice():
    x = leaf(1.0)
    calls = []
    first, second = (x.register_hook(calls.append) for _ in range(2))
    (x * 1).backward()
    assert len(calls) == 2
    second.remove()
    second.remove()
    (x * 1).backward()
    assert len(calls) == 3
    first.remove()
    (x * 1).backward()
    assert len(calls) == 3


def test_backward_of_the_same_graph_inside_a_hook(torch):
    def run(library):
        x = library.tensor(2.0, dtype=library.float64, requires_grad=True)
        h = x * x
        y = h * h
        seen = []

        def hook(gradient):
            if not seen:
                seen.append(gradient.item())
                y.backward(retain_graph=True)
            return gradient * 2

        h.register_hook(hook)
        y.backward(retain_graph=True)
        return seen, x.grad.item()

    assert run(autograd) == run(torch) == ([8.0], 128.0)


def test_retain_grad():
    x = leaf(2.0)
    h = x * x
    h.retain_grad()
    h.retain_grad()
    assert h.retains_grad
    assert not x.retains_grad
    (h * 3).backward(retain_graph=True)
    assert h.grad.item() == 3.0
    (h * 3).backward()
    assert h.grad.item() == 6.0
    with pytest.raises(RuntimeError, match="does not require grad"):
        x.detach().retain_grad()
    with pytest.raises(RuntimeError, match="does not require grad"):
        x.detach().register_hook(print)
