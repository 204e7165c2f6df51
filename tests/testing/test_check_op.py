"""`check_op` and `gradcheck` find what they are there to find, and say where it is."""

import numpy as np
import pytest

import autograd
from autograd import elementwise, primitive
from autograd.testing import check_op, gradcheck

X = np.array([[0.5, -1.0, 2.0], [1.5, 0.3, -0.7]])
Y = np.array([[1.5, 0.4, -2.0], [0.5, 1.3, 0.9]])
KEPT = []


def wrong_where_positive(g, x):
    return g * np.where(x > 1.9, 2.5 * x, 2 * x)


@elementwise(x=lambda g, x: 2 * g * x)
def writes_into_argument(x):
    x *= 1.0
    return x * x


def writes_into_gradient(g, x):
    g *= 2
    return g * x


def writes_into_saved(g, x):
    x += 1
    return 2 * g * (x - 1)


def keeps_node(x):
    out = autograd.tanh(x)
    KEPT.append(out)
    return out


FAULTS = {
    "a factor": (
        lambda: check_op(elementwise(np.tanh, x=lambda g, out: 1.01 * g * (1 - out * out)), X),
        r"check_op\(tanh\): first derivative with respect to x at index \(0, 0\): got .*, finite differences give",
    ),
    "a sign": (
        lambda: check_op(elementwise(np.subtract, a=lambda g: g, b=lambda g: g), X, Y),
        r"check_op\(subtract\): first derivative with respect to b at index \(0, 0\)",
    ),
    "a single element": (
        lambda: check_op(elementwise(lambda x: x * x, x=wrong_where_positive), X),
        r"first derivative with respect to x at index \(0, 2\)",
    ),
    "NaN": (
        lambda: check_op(elementwise(np.tanh, x=lambda g, out: g * np.nan), X),
        r"with respect to x at index \(0, 0\): got nan",
    ),
    "the second order, from a detached array": (
        lambda: check_op(elementwise(lambda x: x * x, x=lambda g, x: 2 * g * getattr(x, "_array", x)), X),
        r"second derivative with respect to x at index \(0, 0\): got 0, finite differences give",
    ),
    "a float64 gradient": (
        lambda: check_op(elementwise(lambda x: x * 2, x=lambda g: g * np.full(g.shape, 2.0)), X),
        r"the pullback of x returns float64 for float32",
    ),
    "a float64 output, which tensors cast": (
        lambda: check_op(elementwise(lambda x: x * np.full(x.shape, 2.0), x=lambda g: 2 * g), X),
        "float32 in, but float64 out",
    ),
    "a 0-d argument": (
        lambda: check_op(
            primitive(lambda x: x.sum(), x=lambda g, x_shape: np.broadcast_to(g, x_shape) if x_shape else 3 * g), X
        ),
        r"check_op\(primitive\) of a 0-d array: first derivative with respect to x at index \(\)",
    ),
    "a write into an argument": (lambda: check_op(writes_into_argument, X), "writes into an argument"),
    "a write into the upstream gradient": (
        lambda: check_op(elementwise(lambda x: x * x, x=writes_into_gradient), X),
        "writes into an argument, an output or the upstream gradient",
    ),
    "a write into what was saved": (
        lambda: check_op(elementwise(lambda x: x * x, x=writes_into_saved), X),
        "writes into an argument",
    ),
    "the shape of a gradient": (
        lambda: check_op(primitive(lambda x: x.sum(), x=lambda g: g), X),
        r"the pullback of 'x' returned a gradient of shape \(\)",
    ),
    "memory order": (
        lambda: check_op(elementwise(lambda x: 2 * x.ravel("K").reshape(x.shape), x=lambda g: 2 * g), X),
        r"output for arguments that are not contiguous \(Fortran\) at index \(0, 1\)",
    ),
    "a tensor for arrays": (
        lambda: check_op(elementwise(lambda x: autograd.tensor(x), x=lambda g: g), X),
        "arrays in, but a tensor out",
    ),
    "an array for tensors": (lambda: check_op(lambda x: x.detach().numpy(), X), "tensors in, but ndarray out"),
    "a graph that stays": (lambda: check_op(keeps_node, X), "stays in memory after its outputs are gone"),
    "broadcasting": (
        lambda: check_op(elementwise(lambda a, b: a * b, a=lambda g, b: g * b, b=lambda g, a: (g * a)[:1]), X, Y),
        r"pullback of 'b' returned a gradient of shape \(1, 3\)",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_are_found(fault):
    check, message = FAULTS[fault]
    with pytest.raises((AssertionError, RuntimeError), match=message):
        check()
    KEPT.clear()


def test_correct_ops_pass():
    check_op(
        elementwise(np.logaddexp, a=lambda g, a, out: g * np.exp(a - out), b=lambda g, b, out: g * np.exp(b - out)),
        X,
        Y,
    )
    check_op(primitive(lambda x: x.sum(), x=lambda g, x_shape: np.broadcast_to(g, x_shape)), X)


def test_functions_of_tensors_are_checked_as_well():
    class Cube(autograd.Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x)
            return x * x * x

        @staticmethod
        def backward(ctx, g):
            (x,) = ctx.saved_tensors
            return 3 * g * x * x

    class Wrong(Cube):
        @staticmethod
        def backward(ctx, g):
            (x,) = ctx.saved_tensors
            return 2 * g * x * x

    check_op(Cube.apply, X)
    check_op(lambda x, y: (x * y).sum(dim=0), X, Y)
    with pytest.raises(AssertionError, match=r"Wrong\): first derivative with respect to x"):
        check_op(Wrong.apply, X)


def test_names_of_sequences():
    op = primitive(lambda *xs: sum(xs[1:], xs[0]), xs=lambda g, xs: (g, 2 * g))
    with pytest.raises(AssertionError, match=r"with respect to xs\[1\] at index \(0, 0\)"):
        check_op(op, X, Y)


def test_arguments_without_a_pullback_are_constants():
    check_op(elementwise(np.multiply, a=lambda g, b: g * b, b=lambda g, a: g * a), X, Y)
    check_op(primitive(lambda x, mask: x * mask, x=lambda g, mask: g * mask), X, (X > 0) * 1.0)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: check_op(autograd.tanh), TypeError, "no array among the sample arguments"),
        (lambda: check_op(autograd.tanh, X, X), TypeError, "2 sample arguments, but it takes x"),
        (lambda: gradcheck(autograd.tanh, autograd.ones(2, requires_grad=True)), TypeError, "input 0 is float32"),
        (lambda: gradcheck(lambda x: 3, [X]), TypeError, "returned no floating-point tensor, but 3"),
        (lambda: gradcheck(autograd.tanh, autograd.ones(2)), TypeError, "nothing to check: no input is"),
        (lambda: gradcheck(autograd.tanh, np.array([1, 2])), TypeError, "nothing to check"),
    ],
)
def test_errors(call, error, message):
    with pytest.raises(error, match=message):
        call()


def test_gradcheck():
    x, y = autograd.tensor(X, requires_grad=True), autograd.tensor(Y)
    gradcheck(lambda x, y: (x * y).tanh(), [x, y])
    gradcheck(lambda x: (x.sum(), x * x), x)
    gradcheck(lambda x: x * 3 + autograd.tensor(1.0), x, order=3)
    gradcheck(lambda x, unused: x * x, [X, Y])
    gradcheck(autograd.tanh, 0.5)
    assert x.grad is None
    with pytest.raises(AssertionError, match=r"with respect to second at index \(0, 1\)"):
        gradcheck(
            lambda x, y: x + y * autograd.tensor([[1.0, 2.0, 1.0]]).where(y != 0.4, y.detach()),
            [X, Y],
            names=["first", "second"],
        )
    with pytest.raises(AssertionError, match="second derivative"):
        gradcheck(autograd.elementwise(lambda x: x**3, x=lambda g, x: 3 * g * getattr(x, "_array", x) ** 2), [X])
    gradcheck(autograd.elementwise(lambda x: x**3, x=lambda g, x: 3 * g * getattr(x, "_array", x) ** 2), [X], order=1)


def test_a_formula_that_computes_something_else_on_tensors():
    @primitive(x=lambda g, x: g * (x - x.mean()) / x.std() / 6)  # of tensors, std has another divisor
    def spread(x):
        return x.std()

    with pytest.raises((AssertionError, TypeError)):
        check_op(spread, X)

    @elementwise(x=lambda g, x: g * (2 * x if isinstance(x, np.ndarray) else 3 * x))
    def square(x):
        return x * x

    with pytest.raises(AssertionError, match=r"gradient of x with create_graph=True, .* compared with that without"):
        check_op(square, X)


def test_state_of_the_latest_call():
    latest = {}

    @elementwise(x=lambda g: g * latest["mask"])
    def positive(x):
        latest["mask"] = np.asarray(x > 0, x.dtype)
        return x * latest["mask"]

    with pytest.raises(
        AssertionError, match=r"gradient of x after another call of the op .* nothing but its parameters"
    ):
        check_op(positive, np.array([1.0, -2.0, 3.0, 0.5]), order=1)


def test_reductions_of_points_along_an_axis_are_not_asked_for():
    @primitive(x=lambda g, x, axis: 2 * x * np.expand_dims(g, axis))
    def sum_of_squares(x, *, axis):
        return (x * x).sum(axis)

    for axis in (0, 1, -1):
        check_op(sum_of_squares, X, axis=axis)


def test_upstream_gradients_that_are_not_contiguous():
    class Memory(autograd.Function):
        @staticmethod
        def forward(ctx, x):
            return x * 2

        @staticmethod
        @autograd.once_differentiable
        def backward(ctx, g):
            return autograd.tensor(np.ravel(g.numpy(), "K").reshape(g.shape) * 2)

    with pytest.raises(
        AssertionError, match=r"Memory\): gradient of x for an upstream gradient that is not contiguous"
    ):
        check_op(Memory.apply, X, order=1)


def test_float64_in_the_pullback_of_several_outputs_and_of_a_function():
    both = primitive(lambda x: (x * 1, x * 2), outputs=tuple, x=lambda g: g[0] + np.array(2.0) * g[1])
    with pytest.raises(AssertionError, match="the pullback of x returns float64 for float32"):
        check_op(both, X)

    class Twice(autograd.Function):
        @staticmethod
        def forward(ctx, x):
            return x * 2

        @staticmethod
        def backward(ctx, g):
            return g * autograd.tensor(np.full(g.shape, 2.0))

    with pytest.raises(AssertionError, match="the pullback of argument 0 returns float64 for float32"):
        check_op(Twice.apply, X)


def test_any_order():
    gradcheck(lambda x: x.sin(), np.array([0.3]), order=5, rtol=1e-4)
    wrong = elementwise(np.exp, x=lambda g, x: g * (1 + x + x**2 / 2 + x**3 / 6 + x**4 / 24))
    with pytest.raises(AssertionError, match="first derivative"):
        gradcheck(wrong, np.array([2.0]), order=6)


def test_errors_inside_a_check_name_it():
    mixing = elementwise(lambda a, b: a @ b, a=lambda g, b: g @ b.T, b=lambda g, a: a.T @ g)
    with pytest.raises((RuntimeError, ValueError)) as error:
        check_op(mixing, X, X.T)
    assert any("check_op(elementwise), while checking: Elementwise ops: 0-d" in note for note in error.value.__notes__)
