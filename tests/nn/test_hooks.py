"""Hooks of modules, and how the graph knows in which module it was made."""

import pytest

import autograd
import nn
from autograd.core.modes import TOP, state


def test_forward_hooks_run_in_order_and_may_replace():
    layer = nn.Identity()
    calls = []
    layer.register_forward_pre_hook(lambda module, args: calls.append(("pre", args)) or (args[0] + 1,))
    layer.register_forward_pre_hook(lambda module, args: calls.append(("first", args)), prepend=True)
    layer.register_forward_hook(lambda module, args, output: calls.append(("post", args, output)) or output * 10)
    removed = layer.register_forward_hook(lambda module, args, output: calls.append("never"))
    removed.remove()
    removed.remove()
    assert layer(1) == 20
    assert calls == [("first", (1,)), ("pre", (1,)), ("post", (2,), 2)]


def test_forward_hooks_with_kwargs():
    class Add(nn.Module):
        def forward(self, x, *, y):
            return x + y

    layer, seen = Add(), []
    layer.register_forward_pre_hook(lambda module, args, kwargs: ((args[0] * 2,), {"y": 5}), with_kwargs=True)
    layer.register_forward_hook(
        lambda module, args, kwargs, output: seen.append((args, kwargs, output)), with_kwargs=True
    )
    assert layer(1, y=1) == 7
    assert seen == [((2,), {"y": 5}, 7)]


def _backward_hooks(library, layers, replace):
    """Return what a hook on the middle of three layers saw, and the input's gradient."""
    first, middle, last = layers.Linear(2, 2).double(), layers.Linear(2, 3).double(), layers.Linear(3, 1).double()
    for i, layer in enumerate((first, middle, last)):
        values = (library.arange(layer.weight.numel(), dtype=library.float64) - i).reshape(layer.weight.shape)
        layer.load_state_dict({"weight": values, "bias": library.ones(layer.bias.shape[0]).double()})
    seen = []

    def hook(module, grad_input, grad_output):
        seen.append((module is middle, [g.tolist() for g in grad_input], [g.tolist() for g in grad_output]))
        return (grad_input[0] * 2,) if replace else None

    handle = middle.register_full_backward_hook(hook)
    x = library.tensor([[1.0, 2.0]], dtype=library.float64, requires_grad=True)
    hidden = first(x)
    (last(middle(hidden)).sum() + hidden.sum()).backward()  # hidden has another use: not part of grad_input
    handle.remove()
    last(middle(first(x))).sum().backward()
    return seen, x.grad.tolist(), middle.weight.grad.tolist()


@pytest.mark.parametrize("replace", [False, True])
def test_backward_hooks_are_pytorchs(torch, replace):
    assert _backward_hooks(autograd, nn, replace) == _backward_hooks(torch, torch.nn, replace)


def test_backward_hook_without_gradients_of_the_input():
    layer, seen = nn.Linear(2, 1), []
    layer.register_full_backward_hook(lambda module, grad_input, grad_output: seen.append((grad_input, grad_output)))
    layer(autograd.ones(1, 2)).sum().backward()
    ((grad_input, (grad_output,)),) = seen
    assert grad_input == (None,)
    assert grad_output.tolist() == [[1.0]]
    with autograd.no_grad():
        assert not layer(autograd.ones(1, 2)).requires_grad


def test_backward_hook_with_several_arguments_and_outputs():
    class Swap(nn.Module):
        def forward(self, a, number, b):
            return b * number, a, "text"

    seen = []
    module = Swap()
    module.register_full_backward_hook(lambda module, grad_input, grad_output: seen.append((grad_input, grad_output)))
    a, b = autograd.tensor(2.0, requires_grad=True), autograd.tensor(3.0, requires_grad=True)
    first, second, text = module(a, 4, b)
    assert text == "text"
    (first * second).backward()
    ((grad_input, grad_output),) = seen
    assert [None if g is None else g.item() for g in grad_input] == [12.0, None, 8.0]
    assert [None if g is None else g.item() for g in grad_output] == [2.0, 12.0, None]


def test_nodes_know_the_module_call():
    model = nn.Sequential(nn.Linear(1, 1), nn.Tanh())
    scope = model(autograd.ones(1)).grad_fn.scope
    assert scope.kind == "Tanh"
    assert scope.module() is model[1]
    assert scope.parent.module() is model
    assert scope.parent.parent is TOP


def test_scopes_end_with_the_call():
    class Fails(nn.Module):
        def forward(self, x):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        nn.Sequential(Fails())(1)
    assert state.call is TOP
    assert state.scope is TOP
    assert (autograd.ones(1, requires_grad=True) * 2).grad_fn.scope is TOP


def test_grad_mode_inside_and_around_a_module():
    class Frozen(nn.Module):
        def forward(self, x):
            with autograd.no_grad():
                y = x * 2
            return x + y, x * 3

    class Off(nn.Module):
        def forward(self, x):
            autograd.set_grad_enabled(False)
            return x * 2

    x = autograd.ones(1, requires_grad=True)
    out, other = Frozen()(x)
    assert out.grad_fn.scope.kind == other.grad_fn.scope.kind == "Frozen"
    with autograd.no_grad():
        assert not nn.Identity()(x * 1).requires_grad
    assert not Off()(x).requires_grad
    assert not autograd.is_grad_enabled()  # as without a module
    autograd.set_grad_enabled(True)
    assert (x * 2).grad_fn.scope is TOP
