"""Ops that take a sequence of arrays, and ops with several outputs."""

import copy
import pickle
from typing import Any, NamedTuple

import numpy as np
import pytest

import autograd
from autograd import primitive
from autograd.testing import check_op

X = np.array([[1.0, -2.0, 3.0], [0.5, 0.25, 4.0]])


def leaf(value=X):
    return autograd.tensor(value, requires_grad=True)


weighted = primitive(
    lambda *xs, weights: sum(w * x for w, x in zip(weights, xs, strict=True)),
    xs=lambda g, xs, weights: [w * g for w in weights],
)


def test_a_sequence_of_arguments():
    check_op(weighted, X, 2 * X, weights=(2.0, 3.0))
    x = leaf()
    weighted(x, X, x, weights=(1.0, 5.0, 3.0)).sum().backward()
    assert x.grad.tolist() == np.full((2, 3), 4.0).tolist()
    assert weighted(X, X, weights=(1, 1)).tolist() == (2 * X).tolist()


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_sequence_with_the_wrong_number_of_gradients(count):
    op = primitive(lambda *xs: sum(xs[1:], xs[0]), xs=lambda g: [g] * count)
    x = leaf()
    message = f"primitive: the pullback of 'xs' returned {count} gradients for 2 arrays: return one for each"
    with pytest.raises(RuntimeError, match=message) as error:
        op(x, leaf()).sum().backward()
    assert error.value.__notes__ == ["in the backward pass of primitive, whose output has shape (2, 3)"]
    assert x.grad is None


class Parts(NamedTuple):
    whole: Any
    fraction: Any
    count: Any


@primitive(outputs=Parts, x=lambda g: g.whole * 0 + g.fraction)
def parts(x):
    return Parts(np.floor(x), x - np.floor(x), np.array(x.size))


def test_named_outputs():
    x = leaf()
    out = parts(x)
    assert type(out) is Parts
    assert out.count.item() == 6
    assert not out.count.requires_grad
    out.fraction.sum().backward()
    assert x.grad.tolist() == np.ones((2, 3)).tolist()
    assert type(parts(X)) is Parts
    assert type(parts(X).whole) is np.ndarray
    check_op(parts, X + 0.123)


both = primitive(
    lambda x, y: (x * y, x + y), outputs=tuple, x=lambda g, y: g[0] * y + g[1], y=lambda g, x: g[0] * x + g[1]
)


def test_outputs_used_in_parts_and_twice():
    check_op(both, X, 1 - X)
    x, y = leaf([2.0]), leaf([5.0])
    product, total = both(x, y)
    (product * product + product).sum().backward(retain_graph=True)
    assert (x.grad.item(), y.grad.item()) == (105.0, 42.0)
    total.sum().backward()
    assert (x.grad.item(), y.grad.item()) == (106.0, 43.0)
    (gradient,) = autograd.grad(both(x, y)[0], x, create_graph=True)
    assert autograd.grad(gradient, y)[0].item() == 1.0


def test_tensors_in_a_list_are_refused_by_a_sequence():
    with pytest.raises(
        TypeError, match=r"primitive: tensors are given one by one, not in a list: primitive\(\*tensors\)"
    ):
        primitive(lambda *xs: xs[0], xs=lambda g: [g])([leaf(), leaf()])


def test_ops_of_modules_are_pickled_by_name():
    for name in autograd.functions.__all__ + autograd.linalg.top_level.__all__:
        function = getattr(autograd, name)
        assert pickle.loads(pickle.dumps(function)) is function
    assert pickle.loads(pickle.dumps(parts)) is parts
    assert copy.deepcopy(autograd.tanh) is autograd.tanh
