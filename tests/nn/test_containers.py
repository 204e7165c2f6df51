"""Modules that hold modules: sequences, lists and dicts."""

import pytest

import autograd
import nn


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
