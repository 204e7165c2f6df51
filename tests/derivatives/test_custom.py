"""Function: the class form of ops, on the same graph."""

import re

import numpy as np
import pytest

import autograd
from autograd import Function, once_differentiable
from autograd.testing import gradcheck

X = np.array([1.0, -2.0, 3.0])


def leaf(value=X):
    return autograd.tensor(value, requires_grad=True)


class Cube(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x * x

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        return 3 * g * x * x


class FromOutput(Function):
    @staticmethod
    def forward(ctx, x):
        y = x.exp()
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, g):
        return g * ctx.saved_tensors[0]


class Scaled(Function):
    """Arguments that are no tensors, attributes on ctx, an intermediate result that is saved."""

    @staticmethod
    def forward(ctx, x, factor, y):
        ctx.factor = factor
        ctx.save_for_backward(x, None, y)
        return x * y * factor

    @staticmethod
    def backward(ctx, g):
        x, nothing, y = ctx.saved_tensors
        assert nothing is None
        return (
            g * y * ctx.factor if ctx.needs_input_grad[0] else None,
            None,
            g * x * ctx.factor if ctx.needs_input_grad[2] else None,
        )


class SumAndProduct(Function):
    @staticmethod
    def forward(ctx, x, y):
        ctx.save_for_backward(x, y)
        return x + y, x * y, (x > y)

    @staticmethod
    def backward(ctx, of_sum, of_product, of_comparison):
        x, y = ctx.saved_tensors
        return of_sum + of_product * y, of_sum + of_product * x


class WithSetup(Function):
    @staticmethod
    def forward(x, y):
        return x * y

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)

    @staticmethod
    def backward(ctx, g):
        x, y = ctx.saved_tensors
        return g * y, g * x


@pytest.mark.parametrize(
    ("function", "count"),
    [
        (Cube.apply, 1),
        (FromOutput.apply, 1),
        (lambda x, y: Scaled.apply(x, 2.5, y), 2),
        (lambda x, y: SumAndProduct.apply(x, y)[:2], 2),
        (lambda x, y: SumAndProduct.apply(x, y)[1], 2),
        (WithSetup.apply, 2),
        (lambda x: WithSetup.apply(x, x), 1),
        (lambda x: Cube.apply(Cube.apply(x * 0.5)), 1),
    ],
)
def test_gradients_of_two_orders(function, count):
    gradcheck(function, [X, X[::-1].copy()][:count])


def test_the_graph_shows_the_class():
    y = Cube.apply(leaf())
    assert repr(y).endswith("grad_fn=<Cube>)")
    assert repr(SumAndProduct.apply(leaf(), leaf())[0].grad_fn) == "<SumAndProduct>"


def test_outputs_that_are_no_floats_have_no_gradient():
    total, product, comparison = SumAndProduct.apply(leaf(), leaf())
    assert (total.requires_grad, product.requires_grad, comparison.requires_grad) == (True, True, False)
    assert comparison.dtype == autograd.bool


def test_unrecorded_calls():
    with autograd.no_grad():
        assert not Cube.apply(leaf()).requires_grad
    assert not Cube.apply(autograd.tensor(X)).requires_grad


def test_forward_is_not_recorded():
    seen = []

    class Spy(Function):
        @staticmethod
        def forward(ctx, x):
            seen.append(autograd.is_grad_enabled())
            return x * 2

        @staticmethod
        def backward(ctx, g):
            seen.append(autograd.is_grad_enabled())
            return g * 2

    x = leaf()
    Spy.apply(x).sum().backward()
    autograd.grad(Spy.apply(x).sum(), x, create_graph=True)
    assert (seen[0], seen[2:]) == (False, [False, True])  # forward; forward and a backward that is recorded


def test_needs_input_grad():
    seen = []

    class Spy(Function):
        @staticmethod
        def forward(ctx, *args):
            seen.append(ctx.needs_input_grad)
            return args[0] * 1

        @staticmethod
        def backward(ctx, g):
            return g, None, None

    Spy.apply(leaf(), autograd.tensor(X), 3)
    assert seen == [(True, False, False)]


def test_saved_tensors_that_were_changed():
    x = leaf()
    y = Cube.apply(x)
    x.data.add_(1)
    with pytest.raises(RuntimeError, match=r"Cube.*changed in place"):
        y.sum().backward()


def test_a_second_backward_pass_needs_retain_graph():
    y = Cube.apply(leaf()).sum()
    y.backward(retain_graph=True)
    y.backward()
    with pytest.raises(RuntimeError, match="freed"):
        y.backward()


def test_once_differentiable():
    class Numpy(Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x)
            return autograd.tensor(np.sinh(x.detach().numpy()))

        @staticmethod
        @once_differentiable
        def backward(ctx, g):
            (x,) = ctx.saved_tensors
            return autograd.tensor(g.numpy() * np.cosh(x.numpy()))

    x = leaf()
    (gradient,) = autograd.grad(Numpy.apply(x).sum(), x, create_graph=True)
    np.testing.assert_allclose(gradient.detach().numpy(), np.cosh(X))
    with pytest.raises(RuntimeError, match="Numpy: its backward is marked once_differentiable and cannot be"):
        gradient.sum().backward()
    gradcheck(Numpy.apply, [X], order=1)


def test_mark_non_differentiable():
    class Sorted(Function):
        @staticmethod
        def forward(ctx, x):
            order = autograd.tensor(np.argsort(x.detach().numpy()))
            ranks = order.double()
            ctx.mark_non_differentiable(ranks)
            ctx.save_for_backward(order)
            return x[order], ranks

        @staticmethod
        def backward(ctx, g, unused):
            (order,) = ctx.saved_tensors
            out = autograd.zeros(3, dtype=autograd.float64)
            out[order] = g
            return out

    x = leaf()
    values, ranks = Sorted.apply(x)
    assert values.requires_grad
    assert not ranks.requires_grad
    (values * autograd.tensor([1.0, 2.0, 3.0])).sum().backward()
    assert x.grad.tolist() == [2.0, 1.0, 3.0]


@pytest.mark.parametrize(
    ("returned", "error", "message"),
    [
        (lambda g: (g, g), RuntimeError, "Broken.*2.*1"),
        (lambda g: g.sum(), RuntimeError, r"shape \(\).*\(3,\)"),
        (lambda g: 3.0, (TypeError, RuntimeError), "3.0|float"),
    ],
)
def test_wrong_gradients(returned, error, message):
    class Broken(Function):
        @staticmethod
        def forward(ctx, x):
            return x * 1

        @staticmethod
        def backward(ctx, g):
            return returned(g)

    with pytest.raises(error) as caught:
        Broken.apply(leaf()).sum().backward()
    assert re.search(message, str(caught.value)), str(caught.value)


@pytest.mark.parametrize(
    ("returned", "message"),
    [
        (lambda x: 3.0, r"Wrong.forward returned 3.0, expected a tensor or a tuple of them"),
        (lambda x: None, "Wrong.forward returned None"),
        (lambda x: x.detach().numpy(), r"Wrong.forward returned float64\[3\]"),
        (lambda x: [x, x], r"Wrong.forward returned \[tensor"),
        (lambda x: (), r"Wrong.forward returned \(\)"),
    ],
)
def test_wrong_outputs(returned, message):
    class Wrong(Function):
        @staticmethod
        def forward(ctx, x):
            return returned(x)

    for x in (leaf(), leaf().detach()):
        with pytest.raises(TypeError, match=message):
            Wrong.apply(x)


def test_outputs_that_are_no_tensors_pass_next_to_tensors():
    class Counted(Function):
        @staticmethod
        def forward(ctx, x):
            return x * 2, "name", None, x.long()

        @staticmethod
        def backward(ctx, g, *others):
            return g * 2

    x = leaf()
    doubled, name, nothing, integers = Counted.apply(x)
    assert (name, nothing, integers.requires_grad) == ("name", None, False)
    doubled.sum().backward()
    assert x.grad.tolist() == [2.0, 2.0, 2.0]


@pytest.mark.parametrize("wrong", [3, "a", np.ones(2)], ids=repr)
def test_only_tensors_are_saved(wrong):
    class Saves(Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x, wrong)
            return x * 2

    with pytest.raises(
        TypeError, match=r"save_for_backward keeps tensors, got .*set other things as attributes of ctx"
    ):
        Saves.apply(leaf())


def test_a_backward_that_writes_into_its_gradient_is_refused():
    class Writes(Function):
        @staticmethod
        def forward(ctx, x):
            return x * 2

        @staticmethod
        def backward(ctx, g):
            return g.mul_(2)

    x = leaf()
    upstream = autograd.ones(3, dtype=autograd.float64)
    y = Writes.apply(x) + x
    with pytest.raises(RuntimeError, match="mul_: this tensor's memory is read-only") as error:
        y.backward(upstream)
    assert error.value.__notes__ == ["in the backward pass of Writes, whose output has shape (3,)"]
    assert upstream.tolist() == [1.0, 1.0, 1.0]


def test_gradients_through_a_function_are_owned():
    class Same(Function):
        @staticmethod
        def forward(ctx, x, y):
            return x + y

        @staticmethod
        def backward(ctx, g):
            return g, g

    for create_graph in (False, True):
        x, y = leaf(), leaf()
        upstream = autograd.ones(3, dtype=autograd.float64)
        Same.apply(x, y).backward(upstream, create_graph=create_graph)
        x.grad += 1
        assert (y.grad.tolist(), upstream.tolist()) == ([1.0] * 3, [1.0] * 3)


@pytest.mark.parametrize("materialize", [True, False])
def test_outputs_that_were_not_used(materialize):
    seen = []

    class Two(Function):
        @staticmethod
        def forward(ctx, x):
            ctx.set_materialize_grads(materialize)
            return x * 2, x * 3

        @staticmethod
        def backward(ctx, g, h):
            seen.append(None if h is None else h.tolist())
            return g * 2

    x = leaf()
    Two.apply(x)[0].sum().backward()
    assert seen == [[0.0, 0.0, 0.0] if materialize else None]
    assert x.grad.tolist() == [2.0, 2.0, 2.0]


def test_complex_gradients_are_refused():
    class Complex(Function):
        @staticmethod
        def forward(ctx, x):
            return x * 1j

        @staticmethod
        def backward(ctx, g):
            return g * 1j

    with pytest.raises(RuntimeError, match=r"Complex.backward returned complex128 for float64: derivatives"):
        Complex.apply(leaf()).abs().sum().backward()


def test_gradients_of_tensors_that_need_none_are_ignored():
    class Two(Function):
        @staticmethod
        def forward(ctx, x, y):
            return x + y

        @staticmethod
        def backward(ctx, g):
            return g, g

    x, y = leaf(), autograd.tensor(X)
    Two.apply(x, y).sum().backward()
    assert x.grad.tolist() == [1.0, 1.0, 1.0]
    assert y.grad is None


def test_none_for_a_tensor_is_no_contribution():
    class Stop(Function):
        @staticmethod
        def forward(ctx, x):
            return x * 1

        @staticmethod
        def backward(ctx, g):
            return None

    x = leaf()
    (Stop.apply(x) + x).sum().backward()
    assert x.grad.tolist() == [1.0, 1.0, 1.0]
    with pytest.raises(RuntimeError, match="do not depend"):
        autograd.grad(Stop.apply(x).sum(), x)


def test_returning_the_argument_itself():
    class Same(Function):
        @staticmethod
        def forward(ctx, x):
            return x

        @staticmethod
        def backward(ctx, g):
            return g * 10

    x = leaf()
    y = Same.apply(x)
    assert y is not x
    y.sum().backward()
    assert x.grad.tolist() == [10.0, 10.0, 10.0]


def test_missing_methods():
    class Nothing(Function):
        pass

    with pytest.raises(NotImplementedError, match=r"needs a static method forward\(ctx"):
        Nothing.apply(leaf())

    class Forward(Function):
        @staticmethod
        def forward(ctx, x):
            return x * 1

    with pytest.raises(NotImplementedError, match="needs a static method backward"):
        Forward.apply(leaf()).sum().backward()


def test_saved_tensors_in_forward_are_an_error():
    class Early(Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x)
            return ctx.saved_tensors[0]

    with pytest.raises(RuntimeError, match="in backward only"):
        Early.apply(leaf())


def test_an_exception_in_forward_leaves_the_mode():
    class Fails(Function):
        @staticmethod
        def forward(ctx, x):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Fails.apply(leaf())
    assert autograd.is_grad_enabled()


class Doubled(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.mark_dirty(x)
        return x.mul_(2)

    @staticmethod
    def backward(ctx, g):
        return 2 * g


def test_mark_dirty_gives_the_argument_a_new_place_in_the_graph():
    x = leaf(np.array([1.0, 2.0]))
    h = x * 3
    y = Doubled.apply(h)
    assert y is h
    assert h.tolist() == [6.0, 12.0]
    h.sum().backward()
    assert x.grad.tolist() == [6.0, 6.0]
    with autograd.no_grad():
        assert Doubled.apply(autograd.tensor([1.0])).tolist() == [2.0]
    with pytest.raises(RuntimeError, match=r"Doubled: a leaf that requires grad was changed in place \(mark_dirty\)"):
        Doubled.apply(leaf(np.array([1.0])))


class Same(Function):
    @staticmethod
    def forward(ctx, x):
        return x

    @staticmethod
    def backward(ctx, g):
        return g


def test_an_unrecorded_function_returns_no_part_of_the_graph():
    x = leaf()
    with autograd.no_grad():
        y = Same.apply(x)
    assert not y.requires_grad
    assert y is not x


def test_a_function_that_saved_nothing_has_several_backward_passes():
    x = leaf(np.array([1.0]))
    y = Same.apply(x)
    y.backward()
    y.backward()
    assert x.grad.tolist() == [2.0]
