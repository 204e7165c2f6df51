"""State of modules: what is saved, loaded and copied."""

import copy
import pickle

import numpy as np
import pytest

import autograd
import nn
from tests.nn.models import Network


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
