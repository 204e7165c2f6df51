"""Making ops: what may be declared, what is saved, both forms of the table, and errors that name op and argument."""

import copy
import inspect
import pickle
import threading
from typing import Any, NamedTuple

import numpy as np
import pytest

import autograd
import nn
from autograd import elementwise, primitive
from autograd.core.graph import Leaf
from autograd.core.primitive import named
from autograd.testing import check_op

X = np.array([[1.0, -2.0, 3.0], [0.5, 0.25, 4.0]])


def leaf(value=X):
    return autograd.tensor(value, requires_grad=True)


# --- declaring ---


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


# --- what is saved ---


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


# --- sequences and several outputs ---

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


# --- errors ---


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


def test_tensors_of_subclasses_are_tensors():
    class Special(autograd.Tensor):
        pass

    x = Special([1.0, 2.0], requires_grad=True)
    y = x * x + autograd.cat([x[:1], x[1:]])
    assert type(y) is autograd.Tensor
    y.sum().backward()
    assert x.grad.tolist() == [3.0, 5.0]
    assert isinstance(copy.deepcopy(x), Special)


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


def test_the_generated_code_can_be_read():
    import traceback

    op = elementwise(lambda a, b: a.nothing, a=lambda g: g, b=lambda g: g)
    assert "out = _forward(a_array, b_array)" in op.op.source
    with pytest.raises(AttributeError) as error:
        op(leaf(), leaf())
    assert "out = _forward(a_array, b_array)" in "".join(traceback.format_exception(error.value))


# --- life of an op ---


def test_an_op_is_compiled_once_from_many_threads():
    op = elementwise(np.multiply, a=lambda g, b: g * b, b=lambda g, a: g * a)
    results, barrier = [], threading.Barrier(8)

    def work():
        barrier.wait()
        x = leaf([2.0])
        op(x, 3.0).sum().backward()
        results.append(x.grad.item())

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [3.0] * 8


def test_ops_of_modules_are_pickled_by_name():
    for name in autograd.functions.__all__ + autograd.linalg.top_level.__all__:
        function = getattr(autograd, name)
        assert pickle.loads(pickle.dumps(function)) is function
    assert pickle.loads(pickle.dumps(parts)) is parts
    assert copy.deepcopy(autograd.tanh) is autograd.tanh


def test_a_leaf_in_the_graph_is_what_holds_the_gradient():
    x = leaf()
    assert isinstance(x.tanh().grad_fn.inputs[0], Leaf)
    assert x.tanh().grad_fn.inputs[0] is x._node
    y = x * x
    assert y.grad_fn.inputs == (x._node, x._node)


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


def test_other_names_for_the_arguments():
    product = named(autograd.ops.elementwise.multiply, "input", "other")
    x = leaf()
    assert product.op is autograd.ops.elementwise.multiply.op
    assert str(inspect.signature(product)) == "(input, other)"
    assert product(input=x, other=2.0).tolist() == product(x, 2.0).tolist() == (x * 2.0).tolist()
    assert product(X, other=2.0).tolist() == (2 * X).tolist()
    with pytest.raises(TypeError, match="unexpected keyword argument 'a'"):
        product(a=x, other=2.0)


def test_signatures_are_known_before_the_first_call():
    assert str(inspect.signature(elementwise(np.hypot, a=lambda g: g, b=lambda g: g))) == "(a, b)"


def test_a_pullback_without_a_result_loses_no_gradient_silently():
    def forgets_to_return(g):
        g * 2

    x = leaf()
    with pytest.raises(TypeError, match="primitive: the pullback of 'x' returned None, not an array"):
        primitive(lambda x: x * 2, x=forgets_to_return)(x).sum().backward()


def test_a_numpy_function_has_one_op():
    for taken in (np.exp, np.reshape, np.sum):
        with pytest.raises(ValueError, match=rf"primitive: numpy.{taken.__name__} is implemented for tensors already"):
            primitive(lambda x: x, x=lambda g: g, implements=taken)
    elementwise(np.exp, x=lambda g, out: g * out)  # which does not take the place of the other
    assert np.exp(leaf()).grad_fn.op is autograd.ops.elementwise.exp.op


def test_tensors_in_a_list_are_refused_by_a_sequence():
    with pytest.raises(
        TypeError, match=r"primitive: tensors are given one by one, not in a list: primitive\(\*tensors\)"
    ):
        primitive(lambda *xs: xs[0], xs=lambda g: [g])([leaf(), leaf()])


def test_arguments_may_have_any_name_that_the_generated_code_does_not_use():
    with pytest.raises(TypeError, match="an argument cannot be called len"):
        primitive(lambda *xs, len: xs[0], xs=lambda g: [g])

    class Scale:
        def by_two(self, x):
            return 2 * x

    op = primitive(Scale().by_two, x=lambda g: 2 * g)
    x = leaf()
    op(x).sum().backward()
    assert x.grad.tolist() == np.full((2, 3), 2.0).tolist()


def test_comments_are_no_part_of_a_formula():
    op = elementwise(
        lambda x: x * 2,
        x=lambda g: (
            g  # the upstream gradient
            * 2
        ),
    )
    assert op.op.formula("x") == "g * 2"


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
