"""What is wrong with an op, its arguments or its gradients is an error that names the op."""

import numpy as np
import pytest

import autograd
from autograd import elementwise, primitive

X = np.array([[1.0, -2.0, 3.0], [0.5, 0.25, 4.0]])


def leaf(value=X):
    return autograd.tensor(value, requires_grad=True)


def test_an_argument_without_pullback():
    floor = elementwise(np.floor)
    scale = primitive(lambda x, factor: x * factor, x=lambda g, factor: g * factor)
    with pytest.raises(
        RuntimeError, match=r"floor has no derivative with respect to 'x', which requires grad: pass it det"
    ):
        floor(leaf())
    with pytest.raises(RuntimeError, match="no derivative with respect to 'factor'"):
        scale(autograd.tensor(X), leaf(2.0))
    assert floor(leaf().detach()).tolist() == np.floor(X).tolist()
    with autograd.no_grad():
        assert floor(leaf()).tolist() == np.floor(X).tolist()
    assert scale(leaf(), autograd.tensor(2.0)).requires_grad
    assert not autograd.isnan(leaf()).requires_grad  # booleans have none


def test_a_static_argument_that_requires_grad():
    op = primitive(lambda x, *, factor: x * factor, x=lambda g, factor: g * factor)
    assert op(leaf(), factor=autograd.tensor(2.0)).requires_grad
    with pytest.raises(RuntimeError, match="'factor' is a static argument and has no gradient"):
        op(leaf(), factor=leaf(2.0))


@pytest.mark.parametrize(
    ("function", "outputs", "message"),
    [
        (lambda x: 3.0, None, "primitive returned 3.0, expected an array"),
        (lambda x: None, None, "primitive returned None, expected an array"),
        (lambda x: [x], None, r"primitive returned \[array"),
        (lambda x: (x, x), None, r"primitive returned \(array.* expected an array"),
        (lambda x: x * 1, tuple, r"primitive returned float64\[2, 3\], expected a tuple of arrays, as outputs=tuple"),
        (lambda x: 3.0, tuple, "primitive returned 3.0, expected a tuple of arrays"),
    ],
)
@pytest.mark.parametrize("requires_grad", [False, True])
def test_wrong_outputs(function, outputs, message, requires_grad):
    op = primitive(function, outputs=outputs, x=lambda g: g)
    with pytest.raises(TypeError, match=message):
        op(autograd.tensor(X, requires_grad=requires_grad))


@pytest.mark.parametrize("make", [primitive, elementwise])
@pytest.mark.parametrize("dtype", ["int64", "bool", "uint8"])
def test_integer_results_are_not_recorded(make, dtype):
    op = make(lambda x, *, dtype: (x > 1).astype(dtype), x=lambda g: g * 0)
    out = op(leaf(), dtype=dtype)
    assert (out.dtype, out.requires_grad, out.tolist()) == (dtype, False, (X > 1).astype(dtype).tolist())
    with pytest.raises(RuntimeError, match=f"returns {dtype}, which has no gradient"):
        (out * 2.0).sum().backward()
    with autograd.no_grad():
        out = op(leaf(), dtype=dtype)
    with pytest.raises(RuntimeError, match="was computed under no_grad"):
        (out * 2.0).sum().backward()


def test_a_complex_gradient_of_a_real_argument_is_refused():
    op = elementwise(lambda x: x * 2, x=lambda g: g * 2j)
    with pytest.raises(RuntimeError, match="the pullback of 'x' returned complex128 for float64: derivatives of op"):
        op(leaf()).sum().backward()


@pytest.mark.parametrize(
    ("pullback", "error", "message"),
    [
        (
            lambda g: g[0],
            RuntimeError,
            r"the pullback of 'x' returned a gradient of shape \(3,\) for an argument of shape",
        ),
        (lambda g: 1.0, TypeError, "the pullback of 'x' returned 1.0, not an array"),
        (lambda g: [1.0], TypeError, r"the pullback of 'x' returned \[1.0\], not an array"),
    ],
)
def test_wrong_gradients(pullback, error, message):
    op = primitive(lambda x: x * 2, x=pullback)
    with pytest.raises(error, match=message):
        op(leaf()).backward(autograd.ones(2, 3, dtype=autograd.float64))


def test_an_error_of_the_function_names_the_op_and_what_it_got():
    op = primitive(lambda x, y: np.linalg.solve(x, y), x=lambda g: g, y=lambda g: g)
    op.op.name = "solve"
    with pytest.raises(np.linalg.LinAlgError) as error:
        op(leaf(), np.ones(2, np.float32))
    assert error.value.__notes__ == ["in solve(float64[2, 3], float32[2])"]


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (
            lambda: leaf() + autograd.ones(2),
            RuntimeError,
            r"add: shapes \(2, 3\) and \(2,\) do not broadcast: counted from the last one, sizes",
        ),
        (lambda: leaf() * "a", TypeError, "multiply: expected tensors, arrays or numbers, got 'a'"),
        (lambda: None - leaf(), TypeError, "subtract: expected tensors, arrays or numbers, got None"),
        (lambda: leaf().sum(dim=5), IndexError, r"sum: axis 5 is out of bounds for 2 dimensions: \[-2, 1\]"),
        (lambda: leaf().log_softmax(-3), IndexError, "log_softmax: axis -3 is out of bounds for 2 dimensions"),
    ],
)
def test_errors_of_numpy_become_ours(call, error, message):
    with pytest.raises(error, match=message):
        call()


def test_a_pullback_without_a_result_loses_no_gradient_silently():
    def forgets_to_return(g):
        g * 2

    x = leaf()
    with pytest.raises(TypeError, match="primitive: the pullback of 'x' returned None, not an array"):
        primitive(lambda x: x * 2, x=forgets_to_return)(x).sum().backward()


@pytest.mark.parametrize(
    "call",
    [
        lambda: autograd.tensor([1], dtype=autograd.int8) + 300,
        lambda: autograd.tensor([1], dtype=autograd.uint8) % -2,
        lambda: autograd.tensor([1], dtype=autograd.uint8).clamp(-1, 1),
        lambda: autograd.tensor([1], dtype=autograd.uint8).fill_(300),
    ],
)
def test_numbers_that_do_not_fit_are_errors_and_do_not_wrap(call):
    with pytest.raises(RuntimeError, match=r"(add|remainder|clip|fill_): .*int8"):
        call()
