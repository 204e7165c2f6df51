"""Graphs are freed without the garbage collector, however long they are, and hold no more than they need."""

import copy
import gc
import pickle
import tracemalloc
import weakref

import numpy as np
import pytest

import autograd
import nn
from autograd.core import graph, writes
from tests.leaf import leaf


def alive(make):
    """Return how many of the nodes that ``make`` returned references to are left, without the garbage collector."""
    gc.collect()
    gc.disable()
    try:
        return sum(reference() is not None for reference in make())
    finally:
        gc.enable()


def nodes_of(tensor):
    return [weakref.ref(node) for node in graph.ancestors([tensor._node]) if node.inputs]


def build():
    x = leaf([[1.0, 2.0], [3.0, 4.0]])
    a, b = (x @ x).split(1)
    values, _ = autograd.cat([a, b, a]).max(dim=0)
    h = values.clone()
    h[0] = x.sum()
    h.retain_grad()
    h.register_hook(lambda g: g)
    return (nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Dropout(0.5)).double()(h) ** 2).sum()


def only_forward():
    y = build()
    return nodes_of(y)


def with_backward():
    y = build()
    references = nodes_of(y)
    y.backward()
    return references


def with_second_order():
    x = leaf([1.0, 2.0])
    (g,) = autograd.grad((x**3).tanh().sum(), x, create_graph=True)
    references = nodes_of(g.sum())
    g.sum().backward()
    return references


def with_second_order_of_scalars():
    x = leaf(0.5)
    y = x.tanh().exp() * x
    references = nodes_of(y)
    (g,) = autograd.grad(y, x, create_graph=True)
    references += nodes_of(g)
    g.backward()
    return references


def with_hooks_and_retained_gradients():
    x = leaf([0.5, 1.0])
    h = x * x
    h.retain_grad()
    h.register_hook(lambda g: g * 2)
    y = (h * h).sum()
    references = nodes_of(y)
    (g,) = autograd.grad(y, x, create_graph=True)
    y.backward()
    return references + nodes_of(g)


def with_a_function():
    class Exp(autograd.Function):
        @staticmethod
        def forward(ctx, x):
            ctx.result = x.exp()
            ctx.save_for_backward(x, ctx.result)
            return ctx.result, x * 2

        @staticmethod
        def backward(ctx, g, h):
            return g * ctx.saved_tensors[1] + 2 * h

    x = leaf(0.5)
    a, b = Exp.apply(x)
    references = nodes_of(a * b)
    (g,) = autograd.grad(a * b, x, create_graph=True)
    g.backward()
    return references


def copied():
    x = leaf([0.5, 1.0])
    h = x * x
    h.retain_grad()
    y = (h * h).sum()
    y.backward(retain_graph=True)
    return nodes_of(copy.deepcopy(y)) + nodes_of(y)


def with_an_error():
    x = leaf([1.0, 2.0])
    y = x * x
    references = nodes_of(y)
    try:
        y.backward()
    except RuntimeError:
        return references


FREED = [
    only_forward,
    with_backward,
    with_second_order,
    with_second_order_of_scalars,
    with_hooks_and_retained_gradients,
    with_a_function,
    copied,
    with_an_error,
]


@pytest.mark.parametrize("make", FREED)
def test_graphs_are_freed_without_the_garbage_collector(make):
    assert alive(make) == 0


def test_backward_needs_memory_for_a_few_arrays_only():
    x = leaf(np.ones(100_000))
    y = x
    for _ in range(50):
        y = y.tanh()
    y = y.sum()
    tracemalloc.start()
    try:
        y.backward()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 5 * x.nbytes


def test_a_handle_and_its_hook_keep_no_graph():
    gc.collect()
    gc.disable()
    try:
        y = leaf([1.0, 2.0]).tanh()
        handle = y.register_hook(lambda gradient: gradient)
        node = weakref.ref(y._node)
        del y
        assert node() is None
        handle.remove()
    finally:
        gc.enable()


def test_the_ledger_of_writes_does_not_grow():
    kept = autograd.zeros(3)
    kept.add_(1)
    before = len(writes._entries)
    for _ in range(100):
        autograd.zeros(3).add_(1)
        kept.add_(1)
    assert len(writes._entries) == before


def test_saved_arrays_go_during_backward():
    x = leaf(np.ones(1000))
    h = x * 2
    array = weakref.ref(h._array)
    y = (h * h).sum()
    del h
    assert array() is not None
    y.backward()
    assert array() is None


def test_nothing_grows_on_parameters():
    model, x = nn.Linear(2, 1), autograd.ones(4, 2)
    optimizer = nn.optim.SGD(model.parameters(), lr=0.01)

    def step():
        optimizer.zero_grad()
        model(x).sum().backward()
        optimizer.step()

    for _ in range(10):
        step()
    gc.collect()
    before = len(gc.get_objects())
    for _ in range(50):
        step()
    gc.collect()
    assert len(gc.get_objects()) <= before + 5


LENGTH = 50_000


def test_long_chains():
    x = leaf(1.0)
    y = x
    for _ in range(LENGTH):
        y = y * 1.0
    twin = copy.deepcopy(y)
    y.backward(retain_graph=True)
    assert x.grad.item() == 1.0
    (g,) = autograd.grad(y, x, create_graph=True)
    assert g.item() == 1.0
    assert pickle.loads(pickle.dumps(y.detach())).item() == 1.0
    del y, g, twin  # must not recurse either


def test_wide_fans():
    x = leaf(1.0)
    y = sum(x * i for i in range(LENGTH // 5))
    y.backward()
    assert x.grad.item() == sum(range(LENGTH // 5))
