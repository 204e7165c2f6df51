"""Optimizers: equal to PyTorch's over ten steps, their states, and errors."""

import copy
import pickle

import numpy as np
import pytest

import autograd
import nn
from nn.optim import optimizer as implementation

SETTINGS = [
    ("SGD", {"lr": 0.1}),
    ("SGD", {"lr": 0.1, "momentum": 0.9}),
    ("SGD", {"lr": 0.1, "momentum": 0.9, "dampening": 0.3, "weight_decay": 0.1}),
    ("SGD", {"lr": 0.1, "momentum": 0.9, "nesterov": True, "weight_decay": 0.1}),
    ("SGD", {"lr": 0.1, "weight_decay": 0.1, "maximize": True}),
    ("SGD", {"lr": 0.1, "momentum": 0.5, "maximize": True, "weight_decay": 0.1}),
    ("Adam", {"lr": 0.1}),
    ("Adam", {"lr": 0.1, "weight_decay": 0.1}),
    ("Adam", {"lr": 0.01, "betas": (0.5, 0.6), "eps": 1e-2}),
    ("Adam", {"lr": 0.1, "amsgrad": True, "weight_decay": 0.1}),
    ("Adam", {"lr": 0.1, "maximize": True}),
    ("AdamW", {"lr": 0.1}),
    ("AdamW", {"lr": 0.1, "weight_decay": 0.5, "amsgrad": True, "maximize": True}),
]


def ten_steps(library, optimizer_class, options, dtype, shapes=((3, 4), (4,), ())):
    """Return the parameters after ten steps with random gradients; the last one has none at every third."""
    rng = np.random.default_rng(0)
    parameters = [library.tensor(rng.standard_normal(s).astype(dtype), requires_grad=True) for s in shapes]
    optimizer = optimizer_class(parameters, **options)
    for step in range(10):
        optimizer.zero_grad()
        for parameter in parameters if step % 3 else parameters[:-1]:
            parameter.grad = library.tensor(rng.standard_normal(tuple(parameter.shape)).astype(dtype))
        optimizer.step()
    return [p.detach().numpy() for p in parameters]


@pytest.mark.parametrize(("name", "options"), SETTINGS)
@pytest.mark.parametrize(("dtype", "tolerance"), [("float32", 1e-6), ("float64", 1e-12)])
def test_ten_steps_are_pytorchs(torch, name, options, dtype, tolerance):
    ours = ten_steps(autograd, getattr(nn.optim, name), options, dtype)
    theirs = ten_steps(torch, getattr(torch.optim, name), options, dtype)
    for got, expected in zip(ours, theirs, strict=True):
        assert got.dtype == expected.dtype
        np.testing.assert_allclose(got, expected, rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize(("name", "options"), SETTINGS)
def test_blocks_give_what_whole_arrays_give(monkeypatch, name, options):
    whole = ten_steps(autograd, getattr(nn.optim, name), options, "float64", shapes=((7, 5), (10,)))
    monkeypatch.setattr(implementation, "_BLOCK", 4)
    blocks = ten_steps(autograd, getattr(nn.optim, name), options, "float64", shapes=((7, 5), (10,)))
    for got, expected in zip(blocks, whole, strict=True):
        np.testing.assert_array_equal(got, expected)


@pytest.mark.parametrize(("name", "options"), SETTINGS)
def test_parameters_and_gradients_that_are_not_contiguous(monkeypatch, name, options):
    monkeypatch.setattr(implementation, "_BLOCK", 4)
    values, gradient = np.arange(12.0).reshape(3, 4), np.linspace(-1, 1, 12).reshape(3, 4)
    results = []
    for order in ("C", "F"):
        p = nn.Parameter(autograd.zeros(3, 4, dtype=autograd.float64))
        p.data = autograd.from_numpy(np.array(values, order=order))
        p.grad = autograd.from_numpy(np.array(gradient, order=order))
        optimizer = getattr(nn.optim, name)([p], **options)
        optimizer.step()
        optimizer.step()
        results.append(p.detach().numpy())
    np.testing.assert_array_equal(*results)


def test_the_gradient_is_left_as_it_is():
    for name, options in SETTINGS:
        p = nn.Parameter(autograd.ones(3))
        p.grad = autograd.tensor([1.0, -2.0, 3.0])
        gradient = p.grad
        getattr(nn.optim, name)([p], **options).step()
        assert p.grad is gradient, name
        assert gradient.tolist() == [1.0, -2.0, 3.0], name


def test_a_step_is_a_change_in_place():
    p = nn.Parameter(autograd.tensor([2.0]))
    array = p.detach().numpy()
    loss = (p * p).sum()
    other = (p * 3).sum()
    other.backward()
    nn.optim.SGD([p], lr=0.1).step()
    assert p.detach().numpy() is array
    with pytest.raises(RuntimeError, match=r"backward of multiply: its argument .* changed in place"):
        loss.backward()


def test_groups():
    a, b = nn.Parameter(autograd.ones(1)), nn.Parameter(autograd.ones(1))
    optimizer = nn.optim.SGD([{"params": [a]}, {"params": b, "lr": 0.5}], lr=0.1)
    a.grad, b.grad = autograd.ones(1), autograd.ones(1)
    optimizer.step()
    assert (a.item(), b.item()) == (pytest.approx(0.9), 0.5)
    optimizer.param_groups[0]["lr"] = np.float64(0.4)  # as schedules set it: float32 stays float32
    optimizer.step()
    assert (a.item(), b.item()) == (pytest.approx(0.5), 0.0)
    assert a.dtype == autograd.float32
    assert repr(optimizer).splitlines()[:3] == ["SGD (", "Parameter Group 0", "    dampening: 0.0"]


def test_parameters_without_gradient_are_skipped():
    p = nn.Parameter(autograd.ones(1))
    optimizer = nn.optim.Adam([p])
    optimizer.step()
    assert p.item() == 1.0
    assert not optimizer.state


def test_zero_grad():
    p = nn.Parameter(autograd.ones(1))
    optimizer = nn.optim.SGD([p])
    (p * 2).sum().backward()
    optimizer.zero_grad(set_to_none=False)
    assert p.grad.tolist() == [0.0]
    optimizer.zero_grad()
    assert p.grad is None


def test_closure():
    p = nn.Parameter(autograd.tensor([1.0]))
    optimizer = nn.optim.SGD([p], lr=0.25)

    def closure():
        optimizer.zero_grad()
        loss = (p * p).sum()
        loss.backward()
        return loss

    with autograd.no_grad():
        assert optimizer.step(closure).item() == 1.0
    assert p.item() == 0.5
    assert optimizer.step() is None


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda pair: pickle.loads(pickle.dumps(pair))])
@pytest.mark.parametrize(("name", "options"), SETTINGS)
def test_copies_go_on_alike(copied, name, options):
    p = nn.Parameter(autograd.tensor([1.0, 2.0]))
    optimizer = getattr(nn.optim, name)([p], **options)
    pairs = [(p, optimizer)]
    for _ in range(3):
        p.grad = autograd.tensor([0.5, -1.0])
        optimizer.step()
    pairs.append(copied((p, optimizer)))
    for parameter, each in pairs:
        assert each.param_groups[0]["params"][0] is parameter
        parameter.grad = autograd.tensor([0.3, 0.1])
        each.step()
    assert pairs[0][0].tolist() == pairs[1][0].tolist()


@pytest.mark.parametrize("named", [True, False])
def test_state_dict_round_trip(named):
    def make():
        model = nn.Linear(2, 1)
        nn.init.ones_(model.weight)
        nn.init.ones_(model.bias)
        return model, nn.optim.Adam(model.named_parameters() if named else model.parameters(), lr=0.1)

    def step(model, optimizer):
        optimizer.zero_grad()
        (model(autograd.ones(2)) ** 2).sum().backward()
        optimizer.step()

    model, optimizer = make()
    for _ in range(3):
        step(model, optimizer)
    saved = pickle.loads(pickle.dumps(optimizer.state_dict()))
    assert saved["param_groups"][0]["params"] == (["weight", "bias"] if named else [0, 1])
    assert saved["state"]["weight" if named else 0]["step"] == 3
    twin, restored = make()
    twin.load_state_dict(model.state_dict())
    restored.load_state_dict(saved)
    step(model, optimizer)
    step(twin, restored)
    assert twin.weight.tolist() == model.weight.tolist()
    saved["state"]["weight" if named else 0]["exp_avg"] = autograd.zeros(7)
    before = restored.state_dict()
    with pytest.raises(ValueError, match=r"exp_avg of parameter (weight|0) has shape \(7,\), the parameter \(1, 2\)"):
        restored.load_state_dict(saved)
    assert restored.state_dict()["state"].keys() == before["state"].keys()
    with pytest.raises(ValueError, match="the state is of"):
        nn.optim.Adam([nn.Parameter(autograd.ones(1))]).load_state_dict(saved)


P = nn.Parameter(autograd.ones(1))


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: nn.optim.SGD([]), ValueError, "there are no parameters"),
        (lambda: nn.optim.SGD(P), TypeError, r"got a single one: write \[parameter\]"),
        (lambda: nn.optim.SGD([P, P]), ValueError, r"parameter of shape \(1,\) occurs twice"),
        (lambda: nn.optim.SGD([1]), TypeError, "expected tensors, got int"),
        (lambda: nn.optim.SGD([P * 2]), ValueError, "computed by <Multiply> is no parameter"),
        (lambda: nn.optim.SGD([P], lr=-1), ValueError, "lr must not be negative, got -1"),
        (lambda: nn.optim.SGD([P], lr=float("nan")), ValueError, "lr must not be negative, got nan"),
        (lambda: nn.optim.SGD([P], nesterov=True), ValueError, "nesterov needs a momentum"),
        (lambda: nn.optim.SGD([P], momentum=0.9, dampening=0.1, nesterov=True), ValueError, "no dampening"),
        (lambda: nn.optim.SGD([{"params": [P], "rate": 1}]), TypeError, "no setting rate; there are lr, momentum"),
        (lambda: nn.optim.Adam([P], betas=(0.9, 1.0)), ValueError, r"betas are from 0 to below 1, got \(0.9, 1.0\)"),
        (lambda: nn.optim.Adam([P], eps=-1), ValueError, "eps must not be negative"),
        (lambda: nn.optim.Optimizer([P], {})._update(None, None, {}, {}), NotImplementedError, "define the update"),
    ],
)
def test_errors(call, error, message):
    with pytest.raises(error, match=message):
        call()


def test_training_converges():
    autograd.manual_seed(0)
    x = autograd.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    y = autograd.tensor([[0.0], [1.0], [1.0], [0.0]])
    for name, options in SETTINGS:
        if options.get("maximize") or options.get("weight_decay") or options.get("eps"):
            continue
        model = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1))
        optimizer = getattr(nn.optim, name)(model.parameters(), **options)
        for _ in range(2000 if "momentum" not in options else 500):
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
        assert loss.item() < 0.05, (name, options)
