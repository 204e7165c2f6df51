"""Derivatives of functions, against torch.func and torch.autograd.functional."""

import numpy as np
import pytest

import autograd
import nn
from autograd import func, functional
from autograd.derivatives.trees import flatten, form

RNG = np.random.default_rng(0)
X, Y, V = RNG.standard_normal(3), RNG.standard_normal((2, 3)), RNG.standard_normal(3)


def mixed(tree, third):
    """A function of a tree and a tensor, whose result is a tree."""
    a, (b,) = tree["a"], tree["b"]
    return {"product": a * b, "rest": [b.sum(), (third.exp() * a).sum(0)]}


def scalar(tree, third):
    result = mixed(tree, third)
    return (result["product"] ** 2).sum() + (result["rest"][0] * result["rest"][1]).sum()


def arguments(library):
    x, y, v = (library.tensor(array) for array in (X, Y, V))
    return {"a": x, "b": (y,)}, v


def plain(result):
    """Return a result of either library as arrays, with its form."""
    leaves, _ = flatten(result)
    return form(result), [np.asarray(leaf.detach().numpy()) for leaf in leaves]


def same(torch, calculate):
    """Assert that a calculation with the namespaces of either library has the same result."""
    ours = plain(calculate(autograd, func, functional))
    theirs = plain(calculate(torch, torch.func, torch.autograd.functional))
    assert ours[0] == theirs[0]
    for got, want in zip(ours[1], theirs[1], strict=True):
        assert got.dtype == want.dtype
        np.testing.assert_allclose(got, want, rtol=1e-12, atol=1e-12)


TREES = [
    lambda lib, F, _: F.grad(scalar)(*arguments(lib)),
    lambda lib, F, _: F.grad(scalar, argnums=1)(*arguments(lib)),
    lambda lib, F, _: F.grad(scalar, argnums=(1, 0))(*arguments(lib)),
    lambda lib, F, _: F.grad(scalar, argnums=-1)(*arguments(lib)),
    lambda lib, F, _: F.grad(lambda *args: (scalar(*args), args[1] * 2), has_aux=True)(*arguments(lib)),
    lambda lib, F, _: F.grad_and_value(scalar)(*arguments(lib)),
    lambda lib, F, _: F.grad_and_value(lambda *args: (scalar(*args), {"n": args[1]}), has_aux=True)(*arguments(lib)),
    lambda lib, F, _: F.grad(lambda x, *, y: (x * y).sum())(lib.tensor(X), y=lib.tensor(Y)),
    lambda lib, F, _: F.vjp(mixed, *arguments(lib))[0],
    lambda lib, F, _: F.vjp(mixed, *arguments(lib))[1](mixed(*arguments(lib))),
    lambda lib, F, _: F.vjp(lambda x: (x.sin(), x), lib.tensor(X), has_aux=True)[2],
    lambda lib, F, _: F.jvp(mixed, arguments(lib), arguments(lib)),
    lambda lib, F, _: F.jvp(lambda x: (x.sin(), x), (lib.tensor(X),), (lib.tensor(V),), has_aux=True),
    lambda lib, F, _: F.jacrev(mixed)(*arguments(lib)),
    lambda lib, F, _: F.jacrev(mixed, argnums=(0, 1))(*arguments(lib)),
    lambda lib, F, _: F.jacrev(lambda x: (x * x, x), has_aux=True)(lib.tensor(X)),
    lambda lib, F, _: F.jacfwd(lambda x: (x * x, x), has_aux=True)(lib.tensor(X)),
    lambda lib, F, _: F.jacfwd(mixed)(*arguments(lib)),
    lambda lib, F, _: F.jacfwd(mixed, argnums=1)(*arguments(lib)),
    lambda lib, F, _: F.hessian(lambda x: (x**3).sum() * x[0])(lib.tensor(X)),
    lambda lib, F, _: F.hessian(scalar, argnums=(0, 1))(*arguments(lib)),
    lambda lib, F, _: F.jacrev(lambda x: x.new_tensor([1.0, 2.0]))(lib.tensor(X)),
    lambda lib, F, _: F.jacrev(lambda x: x)(lib.tensor(X)),
    lambda lib, F, _: F.jacrev(lambda x: x[:0])(lib.tensor(X)),
    lambda lib, F, _: F.grad(F.grad(F.grad(lambda x: x**4)))(lib.tensor(1.5)),
    lambda lib, F, _: F.grad(lambda x: F.grad(lambda y: x * y**2)(x))(lib.tensor(1.5)),
    lambda lib, F, _: F.jvp(F.grad(lambda x: (x**3).sum()), (lib.tensor(X),), (lib.tensor(V),)),
    lambda lib, _, G: G.vjp(
        lambda x, y: (x * y, x.sum()), (lib.tensor(X), lib.tensor(Y)), (lib.tensor(Y), lib.tensor(2.0).double())
    ),
    lambda lib, _, G: G.vjp(lambda x: x.sum(), lib.tensor(X)),
    lambda lib, _, G: G.jvp(
        lambda x, y: (x * y, x.sum()), (lib.tensor(X), lib.tensor(Y)), (lib.tensor(V), lib.tensor(Y))
    ),
    lambda lib, _, G: G.jacobian(lambda x, y: (x * y, x.sum()), (lib.tensor(X), lib.tensor(Y))),
    lambda lib, _, G: G.jacobian(lambda x: x**2, lib.tensor(X)),
    lambda lib, _, G: G.hessian(lambda x: (x**3).prod(), lib.tensor(X)),
    lambda lib, _, G: G.hessian(lambda x, y: (x * y * y).sum(), (lib.tensor(X), lib.tensor(Y))),
    lambda lib, _, G: G.hvp(
        lambda x, y: (x * y * y).sum(), (lib.tensor(X), lib.tensor(Y)), (lib.tensor(V), lib.tensor(Y))
    ),
    lambda lib, _, G: G.hvp(lambda x: (x**3).sum(), lib.tensor(X), lib.tensor(V)),
    lambda lib, _, G: G.vhp(
        lambda x, y: (x * y * y).sum(), (lib.tensor(X), lib.tensor(Y)), (lib.tensor(V), lib.tensor(Y))
    ),
    lambda lib, _, G: G.vhp(lambda x: (x**3).sum(), lib.tensor(X), lib.tensor(V)),
]


@pytest.mark.filterwarnings("ignore:.*torch.jit.script.*:DeprecationWarning")  # PyTorch's own
@pytest.mark.parametrize("index", range(len(TREES)))
def test_equal_to_pytorch(torch, index):
    same(torch, TREES[index])


def test_strategies_agree():
    x = autograd.tensor(X)
    jacobian = functional.jacobian(lambda x: x.exp() * x.sum(), x)
    forward = functional.jacobian(lambda x: x.exp() * x.sum(), x, strategy="forward-mode", vectorize=True)
    np.testing.assert_allclose(jacobian.numpy(), forward.numpy(), rtol=1e-14)
    with pytest.raises(ValueError, match=r"jacobian: strategy is .* got 'sideways'"):
        functional.jacobian(lambda x: x, x, strategy="sideways")


def test_value_and_grad_has_the_value_first():
    value, gradient = func.value_and_grad(lambda x: x**2)(autograd.tensor(3.0))
    assert (value.item(), gradient.item()) == (9.0, 6.0)
    (value, aux), gradient = func.value_and_grad(lambda x: (x**2, "note"), has_aux=True)(autograd.tensor(3.0))
    assert (value.item(), aux, gradient.item()) == (9.0, "note", 6.0)


def test_only_the_argument_is_differentiated_not_what_is_captured():
    x = autograd.tensor(3.0, requires_grad=True)
    gradient = func.grad(lambda y: x * y)(x)
    assert gradient.item() == 3.0
    assert x.grad is None
    gradient.backward()  # but the result is a function of x
    assert x.grad.item() == 1.0


def test_results_are_recorded_only_where_someone_asks():
    x, w = autograd.tensor(X), autograd.tensor(V, requires_grad=True)
    assert not func.grad(lambda x: (x**2).sum())(x).requires_grad
    assert not func.vjp(lambda x: x**2, x)[0].requires_grad
    assert not func.jacrev(lambda x: x**2)(x).requires_grad
    assert func.grad(lambda x: (x * x * w).sum())(x).requires_grad
    assert func.grad(lambda x: (x * x).sum())(w).requires_grad
    with autograd.no_grad():
        assert func.grad(lambda x: (x * x * w).sum())(x).tolist() == (2 * X * V).tolist()
        assert not func.grad(lambda x: (x * x * w).sum())(x).requires_grad
    for create_graph in (False, True):
        assert functional.vjp(lambda x: x.sum() ** 2, w, create_graph=create_graph)[1].requires_grad == create_graph
        assert functional.jacobian(lambda x: x * x, w, create_graph=create_graph).requires_grad == create_graph
        assert functional.hvp(lambda x: (x**3).sum(), w, w.detach(), create_graph)[1].requires_grad == create_graph


def test_a_model_as_a_function_of_its_input():
    model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2)).double()
    jacobian = func.jacrev(model)(autograd.tensor(X))
    (jacobian**2).sum().backward()
    assert jacobian.shape == (2, 3)
    assert all(p.grad is not None for p in model.parameters() if p is not model[2].bias)


def test_linear_in_the_cotangent():
    v = autograd.tensor(V, requires_grad=True)
    _, pull = func.vjp(lambda x: x.sin(), autograd.tensor(X))
    (gradient,) = pull(v)
    gradient.sum().backward()
    np.testing.assert_allclose(v.grad.numpy(), np.cos(X))


x = autograd.tensor(X)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: func.grad(lambda x: x.sin())(x), RuntimeError, r"grad: the function must return one scalar.*\(3,\)"),
        (lambda: func.grad(lambda x: 1.0)(x), RuntimeError, "grad: the function must return tensors, got 1.0"),
        (lambda: func.grad(lambda x: x.sum(), argnums=1)(x), RuntimeError, "no argument number 1 among 1"),
        (lambda: func.grad(lambda x: x.sum())(3.0), TypeError, "grad: .* functions of tensors, got 3.0"),
        (lambda: func.grad(lambda x: x.sum())(x.long()), RuntimeError, "floating point"),
        (lambda: func.grad(lambda x: x.sum(), has_aux=True)(x), RuntimeError, "grad: with has_aux=True .* a pair"),
        (lambda: func.vjp(lambda x: x, x)[1](x[:2]), RuntimeError, r"vjp: the cotangent has float64\[2\] where"),
        (lambda: func.vjp(lambda x: x, x)[1]((x,)), RuntimeError, r"vjp: the cotangent has the form \(\*,\), expected"),
        (lambda: func.jvp(lambda x: x, x, x), RuntimeError, r"jvp: primals is the tuple .* write \(x,\) for one"),
        (lambda: func.jvp(lambda x: x, (x,), (x, x)), RuntimeError, r"jvp: tangents has the form \(\*, \*\)"),
        (
            lambda: func.jvp(lambda x: x.detach(), (x,), (x,), strict=True),
            RuntimeError,
            "jvp: output 0 does not depend",
        ),
        (
            lambda: functional.vjp(lambda x: x.sin(), x),
            RuntimeError,
            "vjp: v can be left out only if there is a single",
        ),
        (lambda: functional.jvp(lambda x: x.sin(), x), RuntimeError, "jvp: v can be left out only if"),
        (lambda: functional.vjp(lambda x: 3, x), RuntimeError, "vjp: the function must return tensors, got 3"),
        (lambda: functional.vjp(lambda x: x, X), TypeError, "vjp: inputs are a tensor or a tuple of them"),
        (lambda: functional.vjp(lambda x: x, x, x[:1]), RuntimeError, r"vjp: v has float64\[1\] where the result"),
        (lambda: functional.jvp(lambda x: x, x, (x, x)), RuntimeError, "jvp: v has 2 tensors, there are 1 inputs"),
        (lambda: functional.hessian(lambda x: x, x), RuntimeError, r"hessian: .* a single element, got shape \(3,\)"),
        (
            lambda: functional.vhp(lambda x: x.sin(), x, x),
            RuntimeError,
            "vhp: the function must return a single element",
        ),
        (lambda: functional.hvp(lambda x: 2.0, x, x), TypeError, "hvp: the function must return a tensor, got 2.0"),
        (
            lambda: functional.jacobian(lambda x: autograd.ones(2), x, strict=True),
            RuntimeError,
            "jacobian: output 0 does not depend on the inputs",
        ),
        (
            lambda: functional.jacobian(lambda x, y: (x * y, y), (x, x), strict=True),
            RuntimeError,
            "jacobian: output 1 does not depend on input 0",
        ),
        (
            lambda: functional.vjp(lambda x, y: x.sum(), (x, x), strict=True),
            RuntimeError,
            "vjp: the result does not depend on input 1",
        ),
        *(
            (lambda f=f: f(lambda x: 3 * x.sum(), x, x, strict=True), RuntimeError, "output 0 does not depend on the")
            for f in (functional.hvp, functional.vhp)
        ),
        (
            lambda: functional.hessian(lambda x: 3 * x.sum(), x, strict=True),
            RuntimeError,
            "output 0 does not depend on the inputs",
        ),
        (lambda: functional.hessian(lambda x: (x, x), x), RuntimeError, "hessian: the function must return a tensor"),
        (
            lambda: func.grad(lambda x: x.sum(), argnums=(0, 0))(x),
            RuntimeError,
            "grad: argnums names an argument twice",
        ),
        (lambda: func.grad(lambda x: x.sum(), argnums=0.0)(x), RuntimeError, "grad: argnums is an integer or a tuple"),
    ],
)
def test_errors(call, error, message):
    with pytest.raises(error, match=message):
        call()


@pytest.mark.parametrize("name", ["hvp", "vhp"])
@pytest.mark.parametrize(
    "function", [lambda x: (x * 0 + 1).detach().sum(), lambda x: (x > 0).sum(), lambda x: x[:1] ** 3]
)
def test_second_derivatives_of_constants_and_of_single_elements(torch, name, function):
    got = getattr(functional, name)(function, autograd.tensor(X), autograd.tensor(V))
    want = getattr(torch.autograd.functional, name)(function, torch.tensor(X), torch.tensor(V))
    for a, b in zip(got, want, strict=True):
        assert tuple(a.shape) == tuple(b.shape)
        np.testing.assert_allclose(a.numpy(), b.numpy())
