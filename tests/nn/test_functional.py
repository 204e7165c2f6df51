"""Losses, Dropout and Linear against PyTorch, and their errors."""

import numpy as np
import pytest

import autograd
import nn
import nn.functional as F
from tests.parity import compare

RNG = np.random.default_rng(0)


def test_mse_loss_warns_of_broadcasting():
    with pytest.warns(UserWarning, match=r"mse_loss: an input of shape \(4, 1\) and a target of shape \(4,\)"):
        F.mse_loss(autograd.ones(4, 1), autograd.ones(4))


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
def test_everything_ignored(torch, reduction):
    target = np.array([1, 1])
    options = {"ignore_index": 1, "reduction": reduction}
    ours = F.cross_entropy(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]), autograd.tensor(target), **options)
    theirs = torch.nn.functional.cross_entropy(torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor(target), **options)
    np.testing.assert_array_equal(ours.numpy(), theirs.numpy())


def test_ignored_positions_do_no_harm():
    logs = autograd.tensor([[-float("inf"), 0.0], [-1.0, -2.0]], requires_grad=True)
    loss = F.nll_loss(logs, autograd.tensor([-100, 0]))
    loss.backward()
    assert loss.item() == 1.0
    assert logs.grad.tolist() == [[0.0, 0.0], [-1.0, 0.0]]


def test_cross_entropy_does_not_overflow():
    logits = autograd.tensor([[1000.0, 0.0], [-1000.0, 1000.0]], requires_grad=True)
    loss = F.cross_entropy(logits, autograd.tensor([0, 0]))
    loss.backward()
    assert loss.item() == 1000.0
    assert logits.grad.tolist() == [[0.0, 0.0], [-0.5, 0.5]]


def test_float32_stays_float32():
    x = autograd.randn(4, 3, requires_grad=True)
    weight = autograd.ones(3)
    for loss in (
        F.cross_entropy(x, autograd.tensor([0, 1, 2, 0])),
        F.cross_entropy(x, autograd.tensor([0, 1, -100, 0]), weight, label_smoothing=0.1),
        F.cross_entropy(x, autograd.rand(4, 3), weight, label_smoothing=0.1),
        F.mse_loss(x, autograd.ones(4, 3)),
        F.dropout(x, 0.3).mean(),
    ):
        (gradient,) = autograd.grad(loss, x)
        assert loss.dtype == gradient.dtype == autograd.float32


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (
            lambda: F.cross_entropy(autograd.ones(2, 3), autograd.tensor([0, 3])),
            IndexError,
            "holds class 3, but there are 3",
        ),
        (lambda: F.cross_entropy(autograd.ones(2, 3), autograd.tensor([0, -1])), IndexError, "holds class -1"),
        (
            lambda: F.cross_entropy(autograd.ones(2, 3), autograd.tensor([1, -7]), ignore_index=1),
            IndexError,
            "holds class -7",
        ),
        (
            lambda: F.cross_entropy(autograd.ones(2, 3), autograd.tensor([0])),
            RuntimeError,
            r"input of shape \(2, 3\) the target has shape \(2,\), got \(1,\)",
        ),
        (
            lambda: F.cross_entropy(autograd.ones(2, 3), autograd.ones(2)),
            RuntimeError,
            r"probabilities has the input's shape \(2, 3\), got \(2,\); class indices are integers",
        ),
        (lambda: F.cross_entropy(autograd.tensor(1.0), autograd.tensor(0)), RuntimeError, "needs an axis of classes"),
        (lambda: F.nll_loss(autograd.ones(2, 3), autograd.ones(2)), TypeError, "integers, got float32"),
        (
            lambda: F.nll_loss(autograd.ones(2, 3), autograd.tensor([True, False])),
            TypeError,
            "integers, got bool",
        ),
        (
            lambda: F.cross_entropy(autograd.ones(3), autograd.tensor(0), label_smoothing=2),
            ValueError,
            "from 0 to 1, got 2",
        ),
        (lambda: F.mse_loss(autograd.ones(2), autograd.ones(2), reduction="avg"), ValueError, "got 'avg'"),
        (
            lambda: F.cross_entropy(autograd.ones(3), autograd.tensor(0), reduction="avg"),
            ValueError,
            "cross_entropy: reduction is .* got 'avg'",
        ),
        (lambda: F.dropout(autograd.ones(2), 1.5), ValueError, "from 0 to 1, got 1.5"),
        (lambda: nn.Dropout(-0.1), ValueError, "Dropout: p is .* got -0.1"),
    ],
)
def test_errors(call, error, message):
    with pytest.raises(error, match=message):
        call()


# --- Dropout ---


def test_dropout_scales_and_uses_the_same_mask_in_backward():
    x = autograd.ones(1000, requires_grad=True)
    y = F.dropout(x, 0.25, generator=autograd.Generator().manual_seed(3))
    y.sum().backward()
    assert set(y.tolist()) == {0.0, np.float32(1) / np.float32(0.75)}
    assert x.grad.tolist() == y.tolist()
    assert 680 < np.count_nonzero(y.detach().numpy()) < 820


def test_dropout_is_reproducible_and_leaves_other_generators_alone():
    autograd.manual_seed(5)
    before = autograd.get_rng_state()
    layer = nn.Dropout(generator=autograd.Generator().manual_seed(1))
    first, second = layer(autograd.ones(50)).tolist(), layer(autograd.ones(50)).tolist()
    assert first != second
    layer.generator.manual_seed(1)
    assert layer(autograd.ones(50)).tolist() == first
    assert autograd.get_rng_state() == before
    numpy_state = np.random.mtrand._rand.get_state()[1].tolist()  # NumPy's global one
    autograd.manual_seed(7)
    default = nn.Dropout()(autograd.ones(50)).tolist()
    autograd.manual_seed(7)
    assert nn.Dropout()(autograd.ones(50)).tolist() == default
    assert np.random.mtrand._rand.get_state()[1].tolist() == numpy_state


def test_dropout_at_the_ends():
    assert set(F.dropout(autograd.ones(100)).tolist()) == {0.0, 2.0}  # p = 0.5 if nothing else is said
    x = autograd.tensor([1.0, 2.0], requires_grad=True)
    assert F.dropout(x, 0.0) is x
    assert nn.Dropout(0.9).eval()(x) is x
    y = F.dropout(x, 1.0)
    y.sum().backward()
    assert y.tolist() == x.grad.tolist() == [0.0, 0.0]


def test_dropout_keeps_the_dtype_and_shape():
    for dtype in (autograd.float16, autograd.float32, autograd.float64):
        for shape in ((), (0, 3), (2, 3)):
            y = F.dropout(autograd.ones(shape, dtype=dtype), 0.5)
            assert y.dtype == dtype
            assert y.shape == shape


def test_dropout_keeps_the_mean():
    y = F.dropout(autograd.ones(100_000), 0.3, generator=autograd.Generator().manual_seed(0))
    assert abs(y.mean().item() - 1) < 4 * np.sqrt(0.3 / 0.7 / 100_000)  # four standard deviations of the mean


def test_inplace_layers():
    x = autograd.tensor([-1.0, 2.0], requires_grad=True)
    h = x * 1
    assert nn.ReLU(inplace=True)(h) is h
    h.sum().backward()
    assert x.grad.tolist() == [0.0, 1.0]
    h = x * 1
    out = nn.Dropout(1.0, inplace=True)(h)
    assert out is h
    assert h.tolist() == [0.0, 0.0]
    with pytest.raises(RuntimeError, match="leaf"):
        nn.ReLU(inplace=True)(x)


@pytest.mark.parametrize("options", [{}, {"start_dim": 0}, {"start_dim": 1, "end_dim": 2}])
def test_flatten(torch, options):
    shape = (2, 3, 4, 5)
    assert nn.Flatten(**options)(autograd.ones(shape)).shape == tuple(
        torch.nn.Flatten(**options)(torch.ones(shape)).shape
    )


@pytest.mark.parametrize("name", ["Tanh", "Sigmoid", "ReLU"])
def test_activations(torch, name):
    compare(getattr(nn, name)(), getattr(torch.nn, name)(), torch, [np.array([-1000.0, -1.5, 0.0, 0.5, 1000.0])])


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("MSELoss", {"reduction": "sum"}),
        ("CrossEntropyLoss", {"label_smoothing": 0.1, "ignore_index": 1, "reduction": "none"}),
        ("NLLLoss", {"ignore_index": 1, "reduction": "sum"}),
    ],
)
def test_loss_modules_pass_their_options_on(torch, name, options):
    target = np.array([0, 1, 2])
    if name == "MSELoss":
        arrays = RNG.standard_normal((3, 4)), RNG.standard_normal((3, 4))
        compare(getattr(nn, name)(**options), getattr(torch.nn, name)(**options), torch, [*arrays])
        return
    weight = RNG.random(4)
    ours = getattr(nn, name)(autograd.tensor(weight), **options)
    theirs = getattr(torch.nn, name)(torch.tensor(weight), **options)
    assert list(ours.state_dict()) == list(theirs.state_dict()) == ["weight"]
    compare(
        lambda x: ours(x, autograd.tensor(target)),
        lambda x: theirs(x, torch.tensor(target)),
        torch,
        [RNG.standard_normal((3, 4))],
    )
