"""Initial values: their ranges and moments by the formulas, PyTorch's gains, and errors."""

import math

import numpy as np
import pytest

import autograd
import nn

GENERATOR = autograd.Generator()


def test_linear_starts_as_in_pytorch(torch):
    """The distribution is PyTorch's: uniform within ±1/√in_features."""
    autograd.manual_seed(0)
    ours, theirs = nn.Linear(100, 500), torch.nn.Linear(100, 500)
    for name in ("weight", "bias"):
        values, expected = getattr(ours, name).detach().numpy(), getattr(theirs, name).detach().numpy()
        assert np.abs(values).max() <= 0.1
        assert np.abs(expected).max() <= 0.1
        assert values.dtype == expected.dtype
    assert abs(ours.weight.var().item() - 0.01 / 3) < 5e-5
    assert abs(theirs.weight.var().item() - 0.01 / 3) < 5e-5
    assert nn.Linear(0, 2).bias.tolist() == [0.0, 0.0]
    assert nn.Linear(2, 2, dtype=autograd.float64).weight.dtype == autograd.float64


@pytest.mark.parametrize(
    ("name", "options", "std", "bound"),
    [
        ("xavier_uniform_", {}, math.sqrt(2 / 300), math.sqrt(6 / 300)),
        ("xavier_uniform_", {"gain": 2.0}, 2 * math.sqrt(2 / 300), 2 * math.sqrt(6 / 300)),
        ("xavier_normal_", {}, math.sqrt(2 / 300), None),
        ("kaiming_uniform_", {}, math.sqrt(2 / 100), math.sqrt(6 / 100)),
        ("kaiming_uniform_", {"mode": "fan_out", "nonlinearity": "tanh"}, 5 / 3 / math.sqrt(200), None),
        ("kaiming_normal_", {"nonlinearity": "relu"}, math.sqrt(2 / 100), None),
        ("kaiming_normal_", {"a": 2.0}, math.sqrt(2 / 5 / 100), None),
        ("normal_", {"mean": 1.0, "std": 0.5}, 0.5, None),
        ("uniform_", {"a": 1.0, "b": 3.0}, 2 / math.sqrt(12), None),
    ],
)
def test_moments(name, options, std, bound):
    weight = nn.Parameter(autograd.empty(200, 50, 2))  # fan-in 100, fan-out 400: for the two-dimensional ones see below
    if "xavier" in name or options.get("mode"):
        weight = nn.Parameter(autograd.empty(200, 100))
    GENERATOR.manual_seed(1)
    result = getattr(nn.init, name)(weight, **options, generator=GENERATOR)
    assert result is weight
    assert weight.requires_grad
    assert weight.is_leaf
    values = weight.detach().numpy()
    mean = {"normal_": 1.0, "uniform_": 2.0}.get(name, 0.0)
    assert abs(values.mean() - mean) < 5 * std / math.sqrt(values.size)
    assert abs(values.std() / std - 1) < 0.03
    if bound:
        assert np.abs(values).max() <= bound * (1 + 1e-6)
        assert np.abs(values).max() > 0.99 * bound
    again = nn.Parameter(autograd.empty(*weight.shape))
    getattr(nn.init, name)(again, **options, generator=GENERATOR.manual_seed(1))
    assert (again == weight).all()


def test_constants():
    weight = nn.Parameter(autograd.empty(2))
    assert nn.init.constant_(weight, 3.0).tolist() == [3.0, 3.0]
    assert nn.init.ones_(weight).tolist() == [1.0, 1.0]
    assert nn.init.zeros_(weight).tolist() == [0.0, 0.0]


@pytest.mark.parametrize("name", ["linear", "conv2d", "sigmoid", "tanh", "relu", "leaky_relu", "selu"])
def test_gains_are_pytorchs(torch, name):
    assert nn.init.calculate_gain(name) == pytest.approx(torch.nn.init.calculate_gain(name), rel=1e-12)
    if name == "leaky_relu":
        assert nn.init.calculate_gain(name, 0.2) == pytest.approx(torch.nn.init.calculate_gain(name, 0.2), rel=1e-12)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: nn.init.xavier_uniform_(autograd.empty(3)), r"xavier_uniform_: .* 2 dimensions, got shape \(3,\)"),
        (lambda: nn.init.kaiming_normal_(autograd.empty(3, 3), mode="fan"), "kaiming_normal_: mode is .* got 'fan'"),
        (lambda: nn.init.calculate_gain("swish"), "'swish' is not one of leaky_relu, linear"),
        (lambda: nn.init.normal_(autograd.empty(3), std=-1.0), "must not be negative, got -1.0"),
        (lambda: nn.init.uniform_(autograd.empty(3), 2.0, 1.0), r"\[2.0, 1.0\) is empty"),
    ],
)
def test_errors(call, message):
    with pytest.raises((ValueError, RuntimeError), match=message):
        call()


def test_initializing_between_forward_and_backward_is_noticed():
    weight = nn.Parameter(autograd.ones(2))
    loss = (weight * weight).sum()
    nn.init.zeros_(weight)
    with pytest.raises(RuntimeError, match="changed in place"):
        loss.backward()
