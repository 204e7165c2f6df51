"""Copies and pickles of tensors, and of their graphs."""

import copy
import pickle

import numpy as np
import pytest

import autograd
import nn

X = np.array([[1.0, -2.0, 3.0], [0.5, 0.0, 4.0]])


def leaf(value=X, dtype=None):
    return autograd.tensor(value, dtype=dtype, requires_grad=True)


COPIES = {"deepcopy": copy.deepcopy, "pickle": lambda x: pickle.loads(pickle.dumps(x))}


@pytest.mark.parametrize("copied", COPIES.values(), ids=COPIES)
@pytest.mark.parametrize("cls", [autograd.Tensor, nn.Parameter])
def test_copies_of_leaves(copied, cls):
    x = cls(autograd.tensor([1.0, 2.0]), requires_grad=True)
    x.grad = autograd.tensor([3.0, 4.0])
    twin = copied(x)
    assert type(twin) is cls
    assert twin.requires_grad
    assert twin.is_leaf
    assert twin.tolist() == [1.0, 2.0]
    assert twin.grad.tolist() == [3.0, 4.0]
    twin.grad.zero_()
    twin.detach().zero_()
    assert x.grad.tolist() == [3.0, 4.0]
    assert x.tolist() == [1.0, 2.0]


def test_deepcopy_of_a_result_copies_its_graph():
    x = leaf([1.0, 2.0])
    y = (x * x).sum()
    x2, y2 = copy.deepcopy((x, y))
    y2.backward()
    assert x2.grad.tolist() == [2.0, 4.0]
    assert x.grad is None
    y.backward()
    assert x.grad.tolist() == [2.0, 4.0]


def test_deepcopy_keeps_shared_memory():
    x = autograd.tensor([1.0, 2.0])
    a, b = copy.deepcopy([x, x])
    assert a is b
    y = copy.deepcopy(leaf([1.0, 2.0]).sum())
    y.backward()


def test_pickle_of_a_result_is_a_leaf():
    x = leaf([1.0, 2.0])
    y = pickle.loads(pickle.dumps(x * 2))
    assert y.tolist() == [2.0, 4.0]
    assert y.is_leaf
    assert y.requires_grad


def test_copies_of_a_frozen_tensor_keep_its_gradient():
    x = leaf([1.0, 2.0])
    x.sum().backward()
    x.requires_grad_(False)
    for twin in (copy.copy(x), copy.deepcopy(x), pickle.loads(pickle.dumps(x))):
        assert (twin.requires_grad, twin.tolist(), twin.grad.tolist()) == (False, [1.0, 2.0], [1.0, 1.0])
    with pytest.raises(RuntimeError, match=r"frozen by requires_grad_\(False\)"):
        copy.copy(x).sum().backward()


def test_deepcopy_of_retained_gradients_and_hooks():
    x = leaf([1.0, 2.0])
    h = x * 2
    h.retain_grad()
    h.register_hook(lambda g: g * 10)
    y = (h * h).sum()
    y.backward(retain_graph=True)
    x2, h2, y2 = copy.deepcopy((x, h, y))
    assert h2.grad.tolist() == h.grad.tolist() == [40.0, 80.0]
    h2.grad.zero_()
    assert h.grad.tolist() == [40.0, 80.0]
    x2.grad = None
    y2.backward()
    assert x2.grad.tolist() == [8.0, 16.0]  # hooks are not copied, as in PyTorch


def test_deepcopy_of_tensors_that_share_an_array():
    x = leaf([1.0, 2.0])
    twin, alias = copy.deepcopy((x, x.detach()))
    alias.zero_()
    assert (twin.tolist(), x.tolist()) == ([0.0, 0.0], [1.0, 2.0])


def test_the_copy_of_a_graph_is_checked_for_changes_too():
    x = leaf([1.0, 2.0])
    x2, y2 = copy.deepcopy((x, (x * x).sum()))
    x.data.zero_()
    y2.backward(retain_graph=True)
    assert x2.grad.tolist() == [2.0, 4.0]
    x2.data.zero_()
    with pytest.raises(RuntimeError, match="changed in place"):
        y2.backward()


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("make", [lambda: leaf().T, lambda: leaf().detach()[:, ::2], lambda: autograd.tensor(True)])
def test_pickle_of_views_and_numbers(make, protocol):
    x = make()
    twin = pickle.loads(pickle.dumps(x, protocol))
    assert (twin.tolist(), twin.dtype, twin.shape) == (x.tolist(), x.dtype, x.shape)
    assert twin.requires_grad == x.requires_grad
    first, second = pickle.loads(pickle.dumps((x, x), protocol))
    assert first is second


def test_shallow_copy():
    x = leaf([1.0, 2.0])
    twin = copy.copy(x)
    (twin * 2).sum().backward()
    assert x.grad.tolist() == [2.0, 2.0]
