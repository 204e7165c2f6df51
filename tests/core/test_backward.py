"""backward: in which order nodes are visited, what is added up, of which shape and dtype, to which order."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

import autograd
from tests.leaf import leaf
from tests.parity import assert_near


def test_a_node_is_visited_after_all_its_uses():
    x = leaf(3.0)
    y = x * x + x
    (y * y).backward()
    assert x.grad.item() == 168.0


def test_two_roots_through_one_node():
    x = leaf(3.0)
    h = x * x
    (2 * h).backward(retain_graph=True)
    (3 * h).backward()
    assert x.grad.item() == 30.0


def test_backward_twice():
    x = leaf([1.0, 2.0])
    y = (x * x).sum()
    y.backward(retain_graph=True)
    y.backward()
    assert x.grad.tolist() == [4.0, 8.0]
    with pytest.raises(RuntimeError, match=r"backward of multiply: what it saved was freed .* retain_graph=True"):
        y.backward()
    assert x.grad.tolist() == [4.0, 8.0]


def test_a_graph_without_saved_arrays_may_be_used_again():
    x = leaf([1.0, 2.0])
    y = (x + 1).sum()
    y.backward()
    y.backward()
    assert x.grad.tolist() == [2.0, 2.0]


def test_part_of_a_graph_that_was_freed():
    x = leaf(2.0)
    h = x * x
    (h * 3).backward()
    with pytest.raises(RuntimeError, match="was freed"):
        (h + 1).backward()
    assert x.grad.item() == 12.0


def test_an_input_used_twice_by_one_op():
    x = leaf([1.0, -2.0])
    (x * x + x @ x).sum().backward()
    assert x.grad.tolist() == [6.0, -12.0]
    a = leaf([1.0, 2.0])
    autograd.cat([a, a, a * 2]).sum().backward()
    assert a.grad.tolist() == [4.0, 4.0]


def test_several_outputs_of_one_op_partly_used():
    x = leaf([[1.0, 5.0], [7.0, 3.0]])
    a, b = x.split(1, dim=1)
    (b * b).sum().backward()
    assert x.grad.tolist() == [[0.0, 10.0], [0.0, 6.0]]
    x.grad = None
    values, indices = x.max(dim=1)
    assert not indices.requires_grad
    (values * values).sum().backward()
    assert x.grad.tolist() == [[0.0, 10.0], [14.0, 0.0]]
    del a


STEPS = list(itertools.product(["add", "mul", "sub", "tanh", "sum", "index", "neg"], range(31), range(31)))
PROGRAM = st.lists(st.sampled_from(STEPS), min_size=1, max_size=25)


@settings(max_examples=150, deadline=None)
@given(PROGRAM)
def test_random_graphs_are_pytorchs(torch, program):
    def run(library):
        leaves = [library.tensor(v, dtype=library.float64, requires_grad=True) for v in ([0.5, -1.0], [2.0, 0.3])]
        values = list(leaves)
        for name, i, j in program:
            a, b = values[i % len(values)], values[j % len(values)]
            values.append(
                {
                    "add": lambda a=a, b=b: a + b,
                    "mul": lambda a=a, b=b: a * b.tanh(),
                    "sub": lambda a=a, b=b: a - b * 0.5,
                    "tanh": lambda a=a: a.tanh(),
                    "sum": lambda a=a, b=b: a.sum() + b * 0.1,
                    "index": lambda a=a, b=b: a[0] * b,
                    "neg": lambda a=a: -a,
                }[name]()
            )
        root = sum(v.sum() for v in values[-3:])
        first = (
            library.autograd.grad(root, leaves, create_graph=True, allow_unused=True)
            if library is torch
            else autograd.grad(root, leaves, create_graph=True, allow_unused=True)
        )
        total = sum((g * g).sum() for g in first if g is not None)
        if isinstance(total, int) or not total.requires_grad:
            return first, [None] * len(leaves)
        second = (library.autograd.grad if library is torch else autograd.grad)(total, leaves, allow_unused=True)
        return first, second

    for ours, theirs in zip(run(autograd), run(torch), strict=True):
        for got, want in zip(ours, theirs, strict=True):
            got, want = (np.zeros(2) if g is None else g.detach().numpy() for g in (got, want))
            assert_near(got, want, 1e-9, 1e-12)


@pytest.mark.parametrize(
    ("a", "b"),
    [((3, 1), (1, 4)), ((4,), (3, 4)), ((), (3,)), ((1,), (1, 2)), ((1, 0), (3, 1)), ((2, 1, 1), (4, 1)), ((0,), (1,))],
)
@pytest.mark.parametrize("op", ["add", "sub", "mul", "div", "maximum", "pow"])
def test_gradients_have_their_tensors_shape(a, b, op):
    x, y = leaf(np.full(a, 1.5)), leaf(np.full(b, 2.5))
    out = getattr(autograd, op)(x, y)
    out.sum().backward()
    assert x.grad.shape == x.shape
    assert y.grad.shape == y.shape
    again = autograd.grad(getattr(autograd, op)(x, y).sum(), [x, y], create_graph=True)
    assert [g.shape for g in again] == [x.shape, y.shape]


def test_gradients_have_their_tensors_dtype():
    x, y = leaf([1.0], autograd.float32), leaf([2.0])
    (x * y + x.double() * 2).sum().backward()
    assert (x.grad.dtype, y.grad.dtype) == (autograd.float32, autograd.float64)
    z = leaf([1.0], autograd.float32)
    (((z * 2.0) / 3.0 - 1).sum() + z.mean() + z.max() + z.var(correction=0) + z.prod()).backward()
    assert z.grad.dtype == autograd.float32


@pytest.mark.parametrize(
    "cube", [lambda x: x * x * x, lambda x: x**3, lambda x: x**3.0, lambda x: x.pow(autograd.tensor(3.0))]
)
def test_higher_derivatives_of_a_cube(cube):
    x = leaf(2.0)
    (first,) = autograd.grad(cube(x), x, create_graph=True)
    (second,) = autograd.grad(first, x, create_graph=True)
    (third,) = autograd.grad(second, x)
    assert [d.item() for d in (first, second, third)] == pytest.approx([12.0, 12.0, 6.0], rel=1e-14)


def test_create_graph_in_backward_accumulates_with_a_graph():
    x = leaf(2.0)
    (x**3).backward(create_graph=True)
    assert x.grad.requires_grad
    x.grad.backward()
    assert x.grad.item() == 12.0 + 12.0


def test_create_graph_keeps_the_graph_unless_told_otherwise():
    x = leaf(2.0)
    y = x**3
    y.backward(create_graph=True)
    autograd.grad(y, x, create_graph=True)
    (first,) = autograd.grad(y, x, create_graph=True, retain_graph=False)
    assert first.item() == 12.0
    for again in (lambda: y.backward(), lambda: autograd.grad(y, x)):
        with pytest.raises(RuntimeError, match="was freed"):
            again()


def test_ten_orders():
    y = x = leaf(0.5)
    y = x.sin()
    for _ in range(10):
        (y,) = autograd.grad(y, x, create_graph=True)
    assert y.item() == pytest.approx(-np.sin(0.5), rel=1e-12)


def test_freezing_and_thawing():
    x = leaf([1.0])
    (x * 2).sum().backward()
    x.requires_grad_(False)
    assert not (x * 2).requires_grad
    assert x.grad.tolist() == [2.0]
    with pytest.raises(RuntimeError, match=r"inputs frozen by requires_grad_\(False\)"):
        (x * 2).sum().backward()
    x.requires_grad_()
    (x * 3).sum().backward()
    assert x.grad.tolist() == [5.0]
    with pytest.raises(RuntimeError, match=r"this tensor was computed, by multiply; use \.detach"):
        (x * 2).requires_grad_(False)


def test_the_grad_attribute_is_checked():
    x = leaf([1.0, 2.0])
    with pytest.raises(TypeError, match="expected a tensor or None, got list"):
        x.grad = [1.0, 2.0]
    with pytest.raises(RuntimeError, match=r"expected shape \(2,\) and dtype float64, got \(3,\) and float64"):
        x.grad = autograd.ones(3, dtype=autograd.float64)
    with pytest.raises(RuntimeError, match="float32"):
        x.grad = autograd.ones(2)
    x.grad = autograd.ones(2, dtype=autograd.float64)
    (x * 2).sum().backward()
    assert x.grad.tolist() == [3.0, 3.0]


def test_gradients_at_the_edges():
    for function, at, expected in [
        (lambda x: x.relu(), 0.0, 0.0),
        (lambda x: x.abs(), 0.0, 0.0),
        (lambda x: x**0, 0.0, 0.0),
        (lambda x: x**0.0, 2.0, 0.0),
        (lambda x: x**2, 0.0, 0.0),
        (lambda x: x**3, -2.0, 12.0),
        (lambda x: x.sqrt(), 0.0, np.inf),
        (lambda x: autograd.where(x > 0, x.abs(), 0 * x), 0.0, 0.0),
        (lambda x: 2**x, 3.0, 8 * np.log(2)),
        (lambda x: autograd.tensor(0.0) ** x, 2.0, 0.0),
        (lambda x: x.sigmoid(), -1000.0, 0.0),
        (lambda x: x.tanh(), 1000.0, 0.0),
        (lambda x: autograd.stack([x, x * 1]).max(), 3.0, 1.0),
        (lambda x: autograd.maximum(x, x * 1), 3.0, 1.0),
        (lambda x: autograd.maximum(x, autograd.tensor(3.0)), 3.0, 0.5),
        (lambda x: autograd.stack([x, x * 1]).std(), 3.0, 0.0),
    ]:
        x = leaf(at)
        function(x).backward()
        assert x.grad.item() == pytest.approx(expected, rel=1e-14)


def test_the_branch_not_taken_does_no_harm():
    x = leaf([0.0, 2.0])
    with np.errstate(divide="ignore"):
        y = autograd.where(x > 0, x.log(), 0.0)
    y.sum().backward()
    # The side not taken gets 0; what log makes of it, 0 * inf, is NaN as in PyTorch: mask the argument as well.
    np.testing.assert_array_equal(x.grad.numpy(), [np.nan, 0.5])
    x.grad = None
    autograd.where(x > 0, autograd.where(x > 0, x, 1.0).log(), 0.0).sum().backward()
    assert x.grad.tolist() == [0.0, 0.5]
    a, b = leaf([1.0, 1.0]), leaf([1.0, 1.0])
    upstream = autograd.tensor([np.inf, np.nan], dtype=autograd.float64)
    autograd.where(autograd.tensor([True, False]), a, b).backward(upstream)
    np.testing.assert_array_equal([a.grad.numpy(), b.grad.numpy()], [[np.inf, 0.0], [0.0, np.nan]])
