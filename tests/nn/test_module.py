"""Module: what it finds in its attributes, its state, hooks, scopes and repr."""

import copy
import pickle

import numpy as np
import pytest

import autograd
import nn
from autograd.core.modes import TOP, state


class Block(nn.Module):
    """A module without super().__init__(), with modules in a list, a tuple and a dict, and a parameter in a list."""

    def __init__(self):
        self.layers = [nn.Linear(2, 2), nn.Linear(2, 2)]
        self.pair = (nn.Linear(2, 1), [nn.Linear(1, 1)])
        self.heads = {"mean": nn.Linear(1, 3), "list": [nn.Parameter(autograd.zeros(4))]}
        self.scale = nn.Parameter(autograd.ones(1))
        self.number, self.nothing = 3, None

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return self.scale * x


class Network(nn.Module):
    """Tied weights, a buffer that is saved and one that is not, a parameter that is left out."""

    def __init__(self):
        super().__init__()
        self.first = nn.Linear(2, 2)
        self.second = nn.Linear(2, 2)
        self.second.weight = self.first.weight
        self.again = self.first
        self.register_buffer("mean", autograd.zeros(2))
        self.register_buffer("cache", autograd.ones(2), persistent=False)
        self.register_parameter("absent", None)

    def forward(self, x):
        return self.again(self.second(self.first(x)))


def test_parameters_in_containers_are_found():
    assert [name for name, _ in Block().named_parameters()] == [
        "heads.list.0",
        "scale",
        "layers.0.weight",
        "layers.0.bias",
        "layers.1.weight",
        "layers.1.bias",
        "pair.0.weight",
        "pair.0.bias",
        "pair.1.0.weight",
        "pair.1.0.bias",
        "heads.mean.weight",
        "heads.mean.bias",
    ]


def test_names_of_modules():
    assert [name for name, _ in Network().named_modules()] == ["", "first", "second"]
    assert [name for name, _ in Network().named_modules(remove_duplicate=False)] == ["", "first", "second", "again"]
    assert [name for name, _ in Block().named_children()] == [
        "layers.0",
        "layers.1",
        "pair.0",
        "pair.1.0",
        "heads.mean",
    ]


def test_tied_parameters_are_yielded_once_and_saved_under_both_names():
    model = Network()
    assert [name for name, _ in model.named_parameters()] == ["first.weight", "first.bias", "second.bias"]
    assert list(model.state_dict()) == [
        "mean",
        "first.weight",
        "first.bias",
        "second.weight",
        "second.bias",
        "again.weight",
        "again.bias",
    ]
    assert [name for name, _ in model.named_buffers()] == ["mean", "cache"]


def test_tied_parameters_are_stepped_once():
    model = Network()
    before = model.first.weight.detach().clone()
    model(autograd.ones(1, 2)).sum().backward()
    nn.optim.SGD(model.parameters(), lr=1.0).step()
    assert (model.first.weight == before - model.first.weight.grad).all()


def test_modules_that_refer_to_each_other_are_found_once():
    parent = nn.Sequential(nn.Linear(1, 1))
    parent[0].parent = parent
    parent[0].registry = [parent[0]]
    parent[0].registry.append(parent[0].registry)
    assert [name for name, _ in parent.named_modules()] == ["", "0"]
    assert list(parent.state_dict()) == ["0.weight", "0.bias"]


def test_a_parameter_is_not_replaced_by_accident():
    layer = nn.Linear(2, 2)
    with pytest.raises(TypeError, match=r"Linear\.weight is a parameter; Tensor would take its place"):
        layer.weight = autograd.zeros(2, 2)
    layer.weight = None
    layer.weight = nn.Parameter(autograd.zeros(2, 2))
    assert [name for name, _ in layer.named_parameters()] == ["weight", "bias"]


def test_modules_are_truthy():
    assert nn.Sequential()
    assert nn.ModuleList()
    assert nn.ModuleDict()
    assert nn.Identity()


def test_a_module_without_forward_says_so():
    class Empty(nn.Module):
        pass

    with pytest.raises(NotImplementedError, match="Empty has no forward"):
        Empty()(1)


@pytest.mark.parametrize(
    ("register", "arguments", "error", "message"),
    [
        ("register_buffer", ("mean", 3), TypeError, "'mean' is to be a tensor or None, got int"),
        ("register_buffer", ("a.b", autograd.zeros(1)), KeyError, "no attribute name"),
        ("register_buffer", ("", autograd.zeros(1)), KeyError, "no attribute name"),
        ("register_buffer", ("forward", autograd.zeros(1)), KeyError, "already an attribute"),
        ("register_parameter", ("w", autograd.zeros(1)), TypeError, "'w' is to be a Parameter or None, got Tensor"),
        ("add_module", ("w", 1), TypeError, "'w' is to be an nn.Module or None, got int"),
        ("get_submodule", ("x.y",), AttributeError, "no submodule 'x.y'"),
        ("get_parameter", ("x.y",), AttributeError, "no parameter 'x.y'"),
    ],
)
def test_errors_of_registering(register, arguments, error, message):
    module = nn.Linear(1, 1)
    before = dict(vars(module))
    with pytest.raises(error, match=message):
        getattr(module, register)(*arguments)
    assert vars(module) == before


def test_getting_by_name():
    model = Block()
    assert model.get_submodule("pair.1.0") is model.pair[1][0]
    assert model.get_submodule("") is model
    assert model.get_parameter("heads.mean.bias") is model.heads["mean"].bias


# --- state ---


def test_state_dict_is_detached_and_shares_memory():
    layer = nn.Linear(2, 2)
    state_dict = layer.state_dict(prefix="net.")
    assert list(state_dict) == ["net.weight", "net.bias"]
    assert not state_dict["net.weight"].requires_grad
    state_dict["net.weight"].zero_()
    assert (layer.weight == 0).all()
    assert layer.state_dict(keep_vars=True)["weight"] is layer.weight


def test_load_state_dict_copies():
    source, target = nn.Linear(2, 2), nn.Linear(2, 2)
    assert target.load_state_dict(source.state_dict()) == ([], [])
    assert (target.weight == source.weight).all()
    source.weight.detach().zero_()
    assert (target.weight != 0).all()


def test_load_state_dict_takes_arrays():
    layer = nn.Linear(2, 1)
    layer.load_state_dict({"weight": np.array([[1.0, 2.0]], np.float32), "bias": np.array([3.0], np.float32)})
    assert layer(autograd.ones(2)).item() == 6.0


def test_load_state_dict_exchanges_a_modules_own_values():
    model = nn.Sequential(nn.Linear(1, 1), nn.Linear(1, 1))
    a, b = model[0].weight.item(), model[1].weight.item()
    state_dict = model.state_dict()
    model.load_state_dict({**state_dict, "0.weight": state_dict["1.weight"], "1.weight": state_dict["0.weight"]})
    assert (model[0].weight.item(), model[1].weight.item()) == (b, a)


def test_load_state_dict_lists_all_errors_and_changes_nothing():
    model = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1), nn.Linear(1, 1))
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    wrong = {
        **before,
        "0.weight": autograd.zeros(3, 4),
        "0.bias": autograd.zeros(3, dtype=autograd.float64),
        "9.bias": autograd.zeros(1),
        "1.weight": autograd.zeros(1, 3),
    }
    del wrong["2.bias"]
    with pytest.raises(RuntimeError) as error:
        model.load_state_dict(wrong)
    assert str(error.value).split("\n") == [
        "load_state_dict: nothing was loaded into Sequential, because",
        "  2.bias: missing",
        "  9.bias: not a parameter or buffer of this module",
        "  0.weight: shape (3, 4) given, (3, 2) expected",
        "  0.bias: dtype float64 given, float32 expected; convert it or the module",
    ]
    assert all((tensor == before[name]).all() for name, tensor in model.state_dict().items())


def test_load_state_dict_not_strict():
    layer = nn.Linear(1, 1)
    result = layer.load_state_dict({"weight": autograd.full((1, 1), 5.0), "extra": autograd.zeros(1)}, strict=False)
    assert result.missing_keys == ["bias"]
    assert result.unexpected_keys == ["extra"]
    assert layer.weight.item() == 5.0
    with pytest.raises(RuntimeError, match=r"weight: shape \(2,\) given"):
        layer.load_state_dict({"weight": autograd.zeros(2)}, strict=False)


def test_loading_counts_as_a_change_in_place():
    layer = nn.Linear(1, 1)
    x = autograd.ones(1, requires_grad=True)
    y = layer(x)
    layer.load_state_dict(nn.Linear(1, 1).state_dict())
    with pytest.raises(RuntimeError, match="changed in place"):
        y.backward()


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
def test_copies_are_independent_and_keep_ties(copied):
    model = Network()
    model.first.weight.grad = autograd.ones(2, 2)
    twin = copied(model)
    assert list(twin.state_dict()) == list(model.state_dict())
    assert all((twin.state_dict()[name] == tensor).all() for name, tensor in model.state_dict().items())
    assert twin.second.weight is twin.first.weight
    assert twin.again is twin.first
    assert (twin.first.weight.grad == 1).all()
    twin.first.weight.detach().zero_()
    assert (model.first.weight != 0).all()


# --- what is done to all of it ---


def test_train_and_eval_reach_everything():
    model = Block()
    assert model.training
    assert model.eval() is model
    assert not any(module.training for module in model.modules())
    model.train()
    assert all(module.training for module in model.modules())


def test_apply_visits_children_first():
    names = []
    model = nn.Sequential(nn.Linear(1, 1), nn.Sequential(nn.Tanh()))
    assert model.apply(lambda module: names.append(type(module).__name__)) is model
    assert names[-1] == "Sequential"
    assert sorted(names) == ["Linear", "Sequential", "Sequential", "Tanh"]


def test_requires_grad_and_zero_grad():
    layer = nn.Linear(1, 1)
    layer(autograd.ones(1)).backward()
    layer.zero_grad(set_to_none=False)
    assert layer.weight.grad.tolist() == [[0.0]]
    layer.zero_grad()
    assert layer.weight.grad is None
    layer.requires_grad_(False)
    assert not layer(autograd.ones(1)).requires_grad
    layer.requires_grad_()
    assert layer(autograd.ones(1)).requires_grad


@pytest.mark.parametrize(
    ("convert", "dtype"),
    [
        (lambda m: m.double(), "float64"),
        (lambda m: m.half(), "float16"),
        (lambda m: m.double().float(), "float32"),
        (lambda m: m.to(autograd.float64), "float64"),
        (lambda m: m.to(dtype=autograd.float64), "float64"),
        (lambda m: m.to("cpu"), "float32"),
        (lambda m: m.cpu(), "float32"),
        (lambda m: m.to(autograd.zeros(1, dtype=autograd.float64)), "float64"),
    ],
)
def test_conversion_in_place(convert, dtype):
    model = Network()
    model.register_buffer("count", autograd.tensor([3]))
    parameters = list(model.parameters())
    model(autograd.ones(2)).sum().backward()
    optimizer = nn.optim.SGD(parameters, lr=0.1)
    assert convert(model) is model
    assert all(a is b for a, b in zip(parameters, model.parameters(), strict=True))  # an optimizer still has them
    assert {t.dtype.name for t in [*model.parameters(), model.mean]} == {dtype}
    assert {t.grad.dtype.name for t in model.parameters()} == {dtype}
    assert model.count.dtype == autograd.int64
    assert model.second.weight is model.first.weight
    optimizer.step()
    assert model(autograd.ones(2, dtype=autograd.dtypes.np.dtype(dtype))).dtype.name == dtype


def test_conversion_errors():
    with pytest.raises(TypeError, match="floating-point dtypes, got int64"):
        nn.Linear(1, 1).to(autograd.int64)
    with pytest.raises(ValueError, match="no device 'cuda'"):
        nn.Linear(1, 1).to("cuda")


# --- hooks ---


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


# --- scopes ---


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


# --- containers and repr ---


def test_sequential_of_names():
    model = nn.Sequential({"first": nn.Linear(1, 2), "act": nn.Tanh()})
    assert list(model.state_dict()) == ["first.weight", "first.bias"]
    assert model.act is model[1]
    assert model[-1] is model.act
    with pytest.raises(AttributeError, match="'Sequential' object has no attribute 'nothing'"):
        _ = model.nothing
    with pytest.raises(IndexError):
        model[2]


def test_sequences_change():
    layers = nn.ModuleList([nn.Linear(1, i + 1) for i in range(3)])
    layers.insert(1, nn.Tanh())
    layers.append(nn.Sigmoid())
    layers += [nn.ReLU()]
    assert [type(layer).__name__ for layer in layers] == ["Linear", "Tanh", "Linear", "Linear", "Sigmoid", "ReLU"]
    del layers[1]
    assert list(layers.state_dict())[2:4] == ["1.weight", "1.bias"]
    assert layers.pop().extra_repr() == ""
    layers[0] = nn.Identity()
    assert [type(layer).__name__ for layer in layers[:2]] == ["Identity", "Linear"]
    assert "0.weight" in (layers[1:] + nn.ModuleList([nn.Linear(1, 1)])).state_dict()
    with pytest.raises(TypeError, match="ModuleList: expected modules, got int"):
        layers.append(3)
    assert len(layers) == 4
    assert len(nn.Sequential(nn.Tanh(), nn.ReLU(), nn.Tanh())[1:]) == 2


def test_what_is_assigned_to_a_sequential_is_called(torch):
    def features(layers, library):
        class Scored(layers.Sequential):
            def __init__(self):
                super().__init__(layers.Linear(2, 2), layers.Tanh())
                self.score = layers.Linear(2, 3)

        model = Scored()
        yield list(model.state_dict()), len(model), tuple(model(library.ones(1, 2)).shape)
        model.score = layers.Linear(2, 5)
        setattr(model, "0", layers.Linear(4, 2))
        yield list(model.state_dict()), len(model), tuple(model(library.ones(1, 4)).shape)
        model.add_module("last", layers.Linear(5, 1))
        yield list(model.state_dict()), len(model), tuple(model(library.ones(1, 4)).shape)
        del model.last, model[1]
        yield len(model), tuple(model(library.ones(1, 4)).shape)
        yield len(model + model), type(model + model) is layers.Sequential

    assert list(features(nn, autograd)) == list(features(torch.nn, torch))


def test_inserting_keeps_names():
    model = nn.Sequential({"first": nn.Linear(2, 2), "second": nn.Tanh()})
    model.insert(0, nn.Flatten())
    assert list(model.state_dict()) == ["first.weight", "first.bias"]
    assert [name for name, _ in model.named_children()] == ["0", "first", "second"]


def test_names_of_a_module_dict(torch):
    modules = nn.ModuleDict()
    modules.add_module("x", nn.Tanh())
    assert "x" in modules
    modules.x = nn.Linear(1, 1)
    assert modules["x"] is modules.x
    modules.eval()
    for name in ("keys", "training", "a.b", ""):
        with pytest.raises(KeyError):
            modules[name] = nn.Tanh()
        with pytest.raises(KeyError):
            torch.nn.ModuleDict()[name] = torch.nn.Tanh()


def test_errors_of_containers_name_them():
    with pytest.raises(IndexError, match="Sequential: index 5 is out of range, there are 1 modules"):
        nn.Sequential(nn.Tanh())[5]
    with pytest.raises(TypeError, match=r"ModuleList: expected a sequence of modules, got Linear: write \[module\]"):
        nn.ModuleList(nn.Linear(1, 1))


def test_a_module_in_two_places_is_printed_in_both():
    class Twice(nn.Module):
        def __init__(self):
            self.a = self.b = nn.Tanh()
            self.whole = self

        def forward(self, x):
            return self.a(x)

    assert repr(Twice()) == "Twice(\n  (a): Tanh()\n  (b): Tanh()\n  (whole): ...\n)"


def test_module_dict():
    heads = nn.ModuleDict({"a": nn.Linear(1, 1)})
    heads["b"] = nn.Tanh()
    heads.update({"c": nn.ReLU()})
    assert list(heads) == list(heads.keys()) == ["a", "b", "c"]
    assert "b" in heads
    assert heads.b is heads["b"]
    assert isinstance(heads.pop("b"), nn.Tanh)
    del heads["c"]
    assert [(name, type(module)) for name, module in heads.items()] == [("a", nn.Linear)]
    assert list(heads.values()) == [heads.a]


def _models(layers):
    class Net(layers.Module):
        def __init__(self):
            super().__init__()
            self.body = layers.ModuleList([layers.Linear(4, 4) for _ in range(3)] + [layers.Linear(4, 2, bias=False)])
            self.act = layers.ReLU(inplace=True)
            self.drop = layers.Dropout(0.2)
            self.flat = layers.Flatten()
            self.heads = layers.ModuleDict({"x": layers.Identity(), "y": layers.Sequential()})

        def extra_repr(self):
            return "depth=4"

    return [
        Net(),
        layers.Sequential(layers.Sequential(layers.Linear(1, 1), layers.Tanh()), layers.Sigmoid()),
        layers.MSELoss(),
        layers.CrossEntropyLoss(),
        layers.NLLLoss(),
        layers.Linear(3, 4),
    ]


def test_repr_and_state_dict_keys_are_pytorchs(torch):
    for ours, theirs in zip(_models(nn), _models(torch.nn), strict=True):
        assert repr(ours) == repr(theirs)
        assert list(ours.state_dict()) == list(theirs.state_dict())
        assert [n for n, _ in ours.named_parameters()] == [n for n, _ in theirs.named_parameters()]
        assert [n for n, _ in ours.named_modules()] == [n for n, _ in theirs.named_modules()]


def test_state_of_pytorch_is_loaded(torch):
    theirs = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Tanh(), torch.nn.Linear(4, 2))
    ours = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
    ours.load_state_dict(theirs.state_dict())
    x = np.linspace(-1, 1, 6, dtype=np.float32).reshape(2, 3)
    expected = theirs(torch.from_numpy(x)).detach().numpy()
    np.testing.assert_allclose(ours(autograd.from_numpy(x)).detach().numpy(), expected, rtol=1e-6, atol=1e-7)


def test_parameter():
    data = autograd.ones(2)
    parameter = nn.Parameter(data)
    assert parameter.is_leaf
    assert parameter.requires_grad
    data.zero_()
    assert parameter.tolist() == [0.0, 0.0]  # shares memory, as in PyTorch
    assert type(parameter * 2) is autograd.Tensor
    assert not nn.Parameter(autograd.tensor([1]), requires_grad=False).requires_grad
    with pytest.raises(RuntimeError, match="floating point"):
        nn.Parameter(autograd.tensor([1]))
    twin = pickle.loads(pickle.dumps(parameter))
    assert type(twin) is nn.Parameter
    assert type(copy.deepcopy(parameter)) is nn.Parameter
    assert repr(parameter) == "Parameter containing:\ntensor([0., 0.], requires_grad=True)"


def test_another_autograd_is_refused(monkeypatch):
    import importlib

    monkeypatch.delattr(autograd, "__glassgrad__")
    with pytest.raises(ImportError, match=r"is another one of that name \(HIPS autograd"):
        importlib.reload(nn)
