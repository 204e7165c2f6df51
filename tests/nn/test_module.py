"""Module: what it finds in its attributes, and what is done to all of it."""

import copy
import pickle

import pytest

import autograd
import nn
from tests.nn.models import Block, Network


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
