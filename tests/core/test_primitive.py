"""Declaring ops: what is saved, what becomes text, and how an op is named and pickled."""

import copy

import numpy as np
import pytest

import autograd
import nn
from autograd import elementwise, primitive
from autograd.core.graph import Leaf

X = np.array([[1.0, -2.0, 3.0], [0.5, 0.25, 4.0]])


def leaf(value=X):
    return autograd.tensor(value, requires_grad=True)


@pytest.mark.parametrize(
    ("define", "message"),
    [
        (lambda: elementwise(np.tanh, y=lambda g, out, z: g), "the pullback of 'y' reads z; a pullback can read"),
        (lambda: primitive(lambda x: x, y=lambda g: g), "a pullback is given for 'y', which is no array argument"),
        (lambda: primitive(lambda x, *, axis: x, axis=lambda g: g), "'axis', which is no array argument"),
        (lambda: primitive(lambda x, **options: x, x=lambda g: g), r"an op takes no \*\*arguments"),
        (lambda: primitive(lambda out: out, out=lambda g: g), "an argument cannot be called out"),
        (lambda: primitive(lambda g: g, g=lambda g: g), "an argument cannot be called g"),
        (lambda: elementwise(np.add, a=lambda g: g), "add has 2 arguments, but pullbacks for a"),
        (lambda: primitive(lambda x: x, x=np.negative), "a pullback is a function whose parameters are all named"),
        (lambda: primitive(lambda x: x, x=lambda *args: args[0]), "parameters are all named"),
        (lambda: primitive(lambda x: x, x=lambda g, **k: g), "parameters are all named"),
        (lambda: primitive(lambda x: x, x=3), "parameters are all named, not 3"),
        (lambda: primitive(3), "an op is made of a function, not 3"),
        (lambda: elementwise("tanh", x=lambda g: g), "an op is made of a function, not 'tanh'"),
        # Names that the generated code gives its own meaning.
        (lambda: primitive(lambda _op: _op, _op=lambda g: g), "an argument cannot be called _op: the recorder"),
        (lambda: primitive(lambda x, x_node: x, x=lambda g: g), "an argument cannot be called x_node"),
        (lambda: primitive(lambda x, *, x_shape: x, x=lambda g, x_shape: g), "an argument cannot be called x_shape"),
        (lambda: primitive(lambda *xs, xs_arrays: xs[0], xs=lambda g: g), "an argument cannot be called xs_arrays"),
        (lambda: primitive(lambda x, *, isinstance: x, x=lambda g: g), "an argument cannot be called isinstance"),
        (lambda: primitive(lambda x, *, tuple=None: x, x=lambda g: g), "an argument cannot be called tuple"),
    ],
)
def test_wrong_declarations(define, message):
    with pytest.raises(TypeError, match=message):
        define()


def test_an_op_is_a_function():
    @elementwise(x=lambda g, x: 2 * g * x)
    def square(x):
        """x times x."""
        return x * x

    assert square.__name__ == square.__qualname__ == "square"
    assert square.__doc__ == "x times x."
    assert square.__module__ == __name__
    assert repr(square.op) == "<op square(x)>"
    assert square.op.title == "Square"
    assert repr(square(leaf())).endswith("grad_fn=<Square>)")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda op: op(), "missing"),
        (lambda op: op(1.0, 2.0, 3.0), "positional"),
        (lambda op: op(1.0, 2.0, scale=2), "scale"),
        (lambda op: op(1.0, 2.0, 0), "positional"),
    ],
)
def test_wrong_calls_are_type_errors(call, message):
    op = primitive(lambda a, b, *, axis=None: a * b, a=lambda g, b: g * b, b=lambda g, a: g * a)
    with pytest.raises(TypeError, match=message):
        call(op)
    assert op(1.0, 2.0) == 2.0
    with pytest.raises(TypeError, match=message):  # and now that it is compiled
        call(op)


def test_calls_by_keyword_and_defaults():
    @primitive(x=lambda g, power, x: g * power * x ** (power - 1))
    def raised(x, power=2, *, times=1):
        return times * x**power

    assert raised(3.0) == 9.0
    assert raised(x=3.0, times=2) == 18.0
    assert raised(3.0, 3) == 27.0
    x = leaf([3.0])
    raised(x=x, power=3).sum().backward()
    assert x.grad.tolist() == [27.0]
    node = raised(x, times=5).grad_fn
    assert node.arguments() == {"power": 2, "times": 5}


def test_arrays_in_arrays_out():
    assert type(autograd.tanh(X)) is np.ndarray
    assert type(autograd.tanh(0.5)) is np.float64
    assert type(autograd.tanh(leaf())) is autograd.Tensor
    assert type(autograd.tanh(nn.Parameter(X))) is autograd.Tensor
    assert autograd.ops.elementwise.add(1.0, 2.0) == 3.0


@pytest.mark.parametrize(
    ("compute", "saved"),
    [
        (lambda x, y: autograd.tanh(x), {"out"}),
        (lambda x, y: x + y, set()),
        (lambda x, y: x * y, {"a", "b"}),
        (lambda x, y: x * y.detach(), {"b"}),
        (lambda x, y: x.detach() * y, {"a"}),
        (lambda x, y: x * 2.0, {"b"}),
        (lambda x, y: x.sum(), {"x_shape"}),
        (lambda x, y: x.detach() @ y.T, {"a", "b_shape"}),
        (lambda x, y: x.exp(), {"out"}),
        (lambda x, y: x.reshape(-1), {"x_shape"}),
    ],
)
def test_only_what_formulas_read_is_saved(compute, saved):
    node = compute(leaf(), leaf()).grad_fn
    assert {name for name, value in zip(node.op.saved, node.saved, strict=True) if value is not None} == saved


def test_constants_get_no_gradient():
    calls = []

    def of_b(g, a):
        calls.append("b")
        return g * a

    op = elementwise(np.multiply, a=lambda g, b: g * b, b=of_b)
    op(leaf(), autograd.tensor(X)).sum().backward()
    assert calls == []


@pytest.mark.parametrize(
    ("op", "argument", "formula"),
    [
        (autograd.tanh, "x", "g * (1 - out * out)"),
        (autograd.ops.elementwise.multiply, "b", "g * a"),
        (autograd.ops.elementwise.add, "a", "g"),
        (autograd.ops.linalg.matmul, "a", "_matmul_a(g, a_shape, b)"),
        (autograd.ops.linalg.linear, "weight", "rows(g).mT @ rows(x)"),
        (autograd.ops.reduction.sum, "x", "spread(g, shape=x_shape, axis=axis)"),
    ],
)
def test_formulas_as_text(op, argument, formula):
    assert op.op.formula(argument) == formula


def test_tensors_of_subclasses_are_tensors():
    class Special(autograd.Tensor):
        pass

    x = Special([1.0, 2.0], requires_grad=True)
    y = x * x + autograd.cat([x[:1], x[1:]])
    assert type(y) is autograd.Tensor
    y.sum().backward()
    assert x.grad.tolist() == [3.0, 5.0]
    assert isinstance(copy.deepcopy(x), Special)


def test_a_leaf_in_the_graph_is_what_holds_the_gradient():
    x = leaf()
    assert isinstance(x.tanh().grad_fn.inputs[0], Leaf)
    assert x.tanh().grad_fn.inputs[0] is x._node
    y = x * x
    assert y.grad_fn.inputs == (x._node, x._node)


def test_a_numpy_function_has_one_op():
    for taken in (np.exp, np.reshape, np.sum):
        with pytest.raises(ValueError, match=rf"primitive: numpy.{taken.__name__} is implemented for tensors already"):
            primitive(lambda x: x, x=lambda g: g, implements=taken)
    elementwise(np.exp, x=lambda g, out: g * out)  # which does not take the place of the other
    assert np.exp(leaf()).grad_fn.op is autograd.ops.elementwise.exp.op


def test_comments_are_no_part_of_a_formula():
    op = elementwise(
        lambda x: x * 2,
        x=lambda g: (
            g  # the upstream gradient
            * 2
        ),
    )
    assert op.op.formula("x") == "g * 2"
