"""The code that is generated for an op: read, compiled once, and called as the function is."""

import inspect
import threading

import numpy as np
import pytest

import autograd
from autograd import elementwise, primitive
from autograd.core.primitive import named

X = np.array([[1.0, -2.0, 3.0], [0.5, 0.25, 4.0]])


def leaf(value=X):
    return autograd.tensor(value, requires_grad=True)


def test_the_generated_code_can_be_read():
    import traceback

    op = elementwise(lambda a, b: a.nothing, a=lambda g: g, b=lambda g: g)
    assert "out = _forward(a_array, b_array)" in op.op.source
    with pytest.raises(AttributeError) as error:
        op(leaf(), leaf())
    assert "out = _forward(a_array, b_array)" in "".join(traceback.format_exception(error.value))


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
