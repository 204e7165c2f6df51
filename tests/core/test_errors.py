"""What cannot be differentiated is an error that says why."""

import numpy as np
import pytest

import autograd
from tests.leaf import leaf

X = leaf([1.0, 2.0])


def without_grad():
    with autograd.no_grad():
        return X * 2


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: (X * 2).backward(),
            r"only for a scalar; the output has shape \(2,\): reduce it .* or pass a gradient",
        ),
        (lambda: (X * 2).backward(autograd.ones(3)), r"the gradient has shape \(3,\), the output \(2,\)"),
        (lambda: autograd.tensor(1.0).backward(), "does not require grad: .*make them with requires_grad=True"),
        (lambda: without_grad().sum().backward(), "multiply was computed under no_grad"),
        (lambda: (X.detach() * 2).sum().backward(), "a tensor was detached"),
        (lambda: (X.data * 2).sum().backward(), "a tensor was detached"),
        (lambda: X.long().sum().backward(), "it holds int64, and only floating-point tensors have gradients"),
        (lambda: (X.long() * 2.5).sum().backward(), "a tensor was converted to int64"),
        (lambda: (X > 1).sum().float().backward(), "bool"),
        (lambda: autograd.grad(X.sum(), autograd.ones(2)), "input 0, of shape .* does not require grad"),
        (lambda: autograd.grad([X.sum(), X.sum()], X, [None]), "2 outputs, but 1 gradients"),
        (lambda: (X * 2).backward([autograd.ones(2)] * 2), "1 outputs, but 2 gradients"),
        (lambda: autograd.grad(X.sum(), []), "grad: inputs is empty: name the tensors"),
        (lambda: X.sum(dtype=autograd.int64).backward(), "it holds int64"),
        (lambda: X.sum(dtype=autograd.int64).float().backward(), "sum returns int64, which has no gradient"),
        (lambda: (X * 1j).abs().sum().backward(), "returned complex128 for float64: derivatives .* are not known"),
        (lambda: X.detach().to(autograd.complex64).requires_grad_(), "with respect to complex numbers are not known"),
    ],
)
def test_errors_say_why(call, message):
    with pytest.raises(RuntimeError, match=message):
        call()
    assert X.grad is None


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: autograd.backward(3.0), "backward: outputs are tensors, but number 0 is 3.0"),
        (lambda: autograd.backward([X.sum(), None]), "backward: outputs are tensors, but number 1 is None"),
        (lambda: autograd.backward(np.ones(2)), r"backward: outputs are tensors, but number 0 is float64\[2\]"),
        (lambda: autograd.grad(X.sum(), [X, 2.0]), "grad: inputs are tensors, but number 1 is 2.0"),
        (lambda: autograd.grad(X.sum(), "X"), "grad: inputs are tensors, but number 0 is 'X'"),
        (lambda: X.sum().backward(2.0), "backward: a gradient is a tensor of real numbers, or None, got 2.0"),
        (lambda: X.sum().backward("a"), "got 'a'"),
        (lambda: autograd.grad(X * 2, X, [[1.0, 1.0]]), r"grad: a gradient is a tensor .* got \[1.0, 1.0\]"),
        (lambda: (X * 2).backward(autograd.tensor([1j, 1j])), r"real numbers, or None, got complex64\[2\]"),
    ],
)
def test_what_is_no_tensor_is_an_error(call, message):
    with pytest.raises(TypeError, match=message):
        call()
    assert X.grad is None


def test_integers_cannot_require_grad():
    for make in (
        lambda: autograd.tensor([1], requires_grad=True),
        lambda: autograd.tensor([True]).requires_grad_(),
        lambda: autograd.arange(3, requires_grad=True),
    ):
        with pytest.raises(RuntimeError, match=r"only tensors of floating point can require gradients.*\.float\(\)"):
            make()


def test_one_element_counts_as_a_scalar():
    x = leaf([[2.0]])
    (x * x).backward()
    assert x.grad.tolist() == [[4.0]]


def test_a_pullbacks_exception_names_the_op():
    def fails(g):
        raise ZeroDivisionError("inside")

    op = autograd.elementwise(lambda x: x * 1, x=fails)
    op.op.name = "fragile"
    x = leaf([1.0])
    y = op(x * 2).sum()
    with pytest.raises(ZeroDivisionError) as error:
        y.backward()
    assert error.value.__notes__ == ["in the backward pass of fragile, whose output has shape (1,)"]
    assert x.grad is None
