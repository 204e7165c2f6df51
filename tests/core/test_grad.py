"""grad, and backward into given inputs: what is asked for is computed, and nothing else."""

import numpy as np
import pytest

import autograd
from tests.leaf import leaf


def test_grad_touches_no_grad_attribute():
    x, y = leaf(2.0), leaf(3.0)
    assert [g.item() for g in autograd.grad(x * y, [x, y])] == [3.0, 2.0]
    assert x.grad is None
    assert y.grad is None


def test_grad_of_results_of_operations():
    x = leaf(2.0)
    h = x * x
    y = h * h * x
    gradients = autograd.grad(y, [h, x, h])
    assert [g.item() for g in gradients] == [16.0, 16.0 + 64.0, 16.0]


def test_grad_with_respect_to_the_output_itself():
    x = leaf(2.0)
    y = x * 3
    assert [g.item() for g in autograd.grad(y, [y, x])] == [1.0, 3.0]


def test_grad_of_several_outputs_with_cotangents():
    x = leaf([1.0, 2.0])
    (gradient,) = autograd.grad([x * 2, x.sum()], x, [autograd.tensor([1.0, 10.0]), None])
    assert gradient.tolist() == [3.0, 21.0]
    assert gradient.dtype == autograd.float64


def test_outputs_of_one_op_as_inputs_and_with_hooks():
    x = leaf([[1.0, 5.0], [7.0, 3.0]])
    a, b = x.split(1)
    gradients = autograd.grad((a * b).sum(), [a, b, x])
    assert [g.tolist() for g in gradients] == [[[7.0, 3.0]], [[1.0, 5.0]], [[7.0, 3.0], [1.0, 5.0]]]
    assert autograd.grad((a * a).sum(), [b], allow_unused=True) == (None,)
    a.register_hook(lambda gradient: gradient * 2)
    a.retain_grad()
    (a * a).sum().backward()
    assert (a.grad.tolist(), x.grad.tolist()) == ([[4.0, 20.0]], [[4.0, 20.0], [0.0, 0.0]])


@pytest.mark.parametrize("gradient", [autograd.ones(2), np.ones(2), np.ones((2, 2))[0], np.ones(2, np.float32)])
def test_a_leaf_may_be_the_root(gradient):
    x = leaf([2.0, 3.0])
    x.backward(gradient)
    x.backward(gradient)
    assert (x.grad.tolist(), x.grad.dtype) == ([2.0, 2.0], autograd.float64)
    assert autograd.grad(x, x, gradient)[0].tolist() == [1.0, 1.0]
    x.grad.zero_()
    assert [float(g) for g in gradient] == [1.0, 1.0]


@pytest.mark.parametrize("shape", [(0,), (2, 0), (0, 3)])
def test_gradients_of_tensors_without_elements(shape):
    x = leaf(np.ones(shape))
    (x * x).sum().backward()
    assert (x.grad.shape, x.grad.dtype) == (shape, autograd.float64)
    with pytest.raises(RuntimeError, match="a gradient can be created implicitly only for a scalar"):
        (x * 2).backward()


def test_what_lies_before_an_input_may_be_freed_or_fail():
    x = leaf([1.0, 2.0])
    h = (x * x).exp()
    h.sum().backward()
    assert autograd.grad((h * 3).sum(), h)[0].tolist() == [3.0, 3.0]

    def fails(g):
        raise ZeroDivisionError

    y = autograd.elementwise(lambda x: x * 1, x=fails)(x)
    assert autograd.grad((y * 3).sum(), y)[0].tolist() == [3.0, 3.0]


def test_nodes_that_receive_no_gradient_are_passed_over():
    class Stop(autograd.Function):
        @staticmethod
        def forward(ctx, x):
            return x * 1

        @staticmethod
        def backward(ctx, g):
            return None

    calls = []
    stop = Stop.apply
    x = leaf([1.0, 2.0])
    h = x.tanh()
    h.register_hook(calls.append)
    (stop(h) + x).sum().backward()
    assert (calls, x.grad.tolist()) == ([], [1.0, 1.0])
    y = leaf([1.0, 2.0])
    stop(y.tanh()).sum().backward()
    assert y.grad is None


def test_unused_inputs():
    x, y = leaf(1.0), leaf([1.0, 2.0])
    with pytest.raises(
        RuntimeError, match=r"grad: the outputs do not depend on input 1, of shape \(2,\); allow_unused"
    ):
        autograd.grad(x * 2, [x, y])
    assert autograd.grad(x * 2, [x, y], allow_unused=True)[1] is None
    for allow_unused in (None, True):
        used, zeros = autograd.grad(x * 2, [x, y], allow_unused=allow_unused, materialize_grads=True)
        assert used.item() == 2.0
        assert (zeros.tolist(), zeros.dtype, zeros.requires_grad) == ([0.0, 0.0], autograd.float64, False)
    with pytest.raises(ValueError, match="materialize_grads"):
        autograd.grad(x * 2, [x, y], allow_unused=False, materialize_grads=True)


def test_only_the_needed_part_is_computed():
    calls = []

    def pullback(g, x):
        calls.append(1)
        return g * x

    op = autograd.elementwise(lambda x: x * x / 2, x=pullback)
    x, y = leaf(2.0), leaf(3.0)
    autograd.grad(op(x) * y, y)
    assert calls == []
    autograd.backward(op(x) * y, inputs=[y])
    assert calls == []
    assert (x.grad, y.grad.item()) == (None, 2.0)


def test_backward_into_given_inputs():
    x = leaf(2.0)
    h = x * x
    (h * 3).backward(inputs=[h])
    assert x.grad is None
    assert h.grad.item() == 3.0
    with pytest.raises(RuntimeError, match="inputs is empty"):
        (x * 3).backward(inputs=[])


def test_several_roots():
    x = leaf([1.0, 2.0])
    autograd.backward([x.sum(), x * x], [None, autograd.tensor([1.0, 1.0])])
    assert x.grad.tolist() == [3.0, 5.0]
    y = x * 3
    autograd.backward([y, y], [autograd.ones(2), autograd.ones(2)])
    assert x.grad.tolist() == [9.0, 11.0]
