"""Layers: what they add to the functions behind them."""

import copy
import inspect
import pickle

import numpy as np
import pytest

import autograd
import nn
import nn.functional as F
from nn.layers.applies import applies


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


def test_layers_in_place():
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


@applies(F.elu)
class ELU(nn.Module):
    pass


@applies(F.rrelu)
class RReLU(nn.Module):
    pass


@applies(F.hardtanh)
class Hardtanh(nn.Module):
    pass


@applies(F.threshold)
class Threshold(nn.Module):
    pass


@applies(F.gelu)
class GELU(nn.Module):
    pass


@applies(F.softplus)
class Softplus(nn.Module):
    pass


@applies(autograd.softmax, without=("dtype", "axis"))
class Softmax(nn.Module):
    pass


@applies(autograd.log_softmax, without=("dtype", "axis"))
class LogSoftmax(Softmax):
    pass


@applies(F.cosine_similarity, inputs=2, shown=())
class CosineSimilarity(nn.Module):
    pass


@applies(F.triplet_margin_loss, inputs=3, shown=())
class TripletMarginLoss(nn.Module):
    pass


@applies(F.binary_cross_entropy_with_logits, inputs=2, shown=())
class BCEWithLogitsLoss(nn.Module):
    pass


@applies(F.softshrink)
class Softshrink(nn.Module):
    """A class that defines a part itself, and another in which one of its settings has a condition."""

    def _check(self):
        if self.lambd > 1000:
            raise ValueError(f"{type(self).__name__}: too far")

    def extra_repr(self):
        return str(self.lambd)


APPLIED = [
    (nn.Tanh, (), {}),
    (nn.Sigmoid, (), {}),
    (nn.ReLU, (), {}),
    (nn.ReLU, (True,), {}),
    (nn.Dropout, (), {}),
    (nn.Dropout, (0.25, True), {}),
    (nn.MSELoss, (), {"reduction": "sum"}),
    (nn.NLLLoss, (), {"ignore_index": 0}),
    (nn.CrossEntropyLoss, (), {"label_smoothing": 0.1}),
    (ELU, (), {}),
    (ELU, (2.0,), {"inplace": True}),
    (RReLU, (), {}),
    (RReLU, (0.1, 0.2, True), {}),
    (Hardtanh, (-2.0,), {}),
    (Threshold, (0.1, 20), {}),
    (Threshold, (0.1,), {"value": 20, "inplace": True}),
    (GELU, ("tanh",), {}),
    (Softplus, (), {"threshold": 3}),
    (Softmax, (1,), {}),
    (LogSoftmax, (), {"dim": 1}),
    (CosineSimilarity, (), {"eps": 1e-6}),
    (TripletMarginLoss, (2.0,), {"swap": True, "reduction": "none"}),
    (BCEWithLogitsLoss, (), {"reduction": "sum"}),
    (Softshrink, (0.25,), {}),
]


@pytest.mark.parametrize(("module", "args", "kwargs"), APPLIED)
def test_modules_that_apply_a_function_are_pytorchs(torch, module, args, kwargs):
    ours, theirs = module(*args, **kwargs), getattr(torch.nn, module.__name__)(*args, **kwargs)
    assert repr(ours) == repr(theirs)
    settings = {n: p for n, p in inspect.signature(module).parameters.items() if n != "generator"}
    known = inspect.signature(type(theirs)).parameters
    unwanted = {"size_average", "reduce", "min_value", "max_value", "args", "kwargs"}
    assert list(settings) == [n for n in known if n not in unwanted]
    assert {n: p.default for n, p in settings.items()} == {n: known[n].default for n in settings}
    arrays = [
        np.random.default_rng(i).standard_normal((3, 4)) for i in range(len(inspect.signature(ours.forward).parameters))
    ]
    if module in (nn.NLLLoss, nn.CrossEntropyLoss):
        arrays[1] = np.array([1, 2, 3])
    elif module is BCEWithLogitsLoss:
        arrays[1] = (arrays[1] > 0) * 1.0
    result = ours.eval()(*map(autograd.tensor, arrays))
    np.testing.assert_allclose(result.numpy(), theirs.eval()(*map(torch.tensor, arrays)).numpy(), rtol=1e-12)


def test_applied_functions_get_training_and_generator():
    layer = RReLU(generator=autograd.Generator().manual_seed(0))
    x = -autograd.ones(100)
    assert len(set(layer(x).tolist())) > 90
    assert len(set(layer.eval()(x).tolist())) == 1
    with pytest.raises(TypeError, match="positional"):
        RReLU(0.1, 0.2, True, autograd.Generator())  # keyword-only in the function, and so in the module


def test_settings_that_are_tensors_are_buffers():
    layer = BCEWithLogitsLoss(pos_weight=autograd.ones(4))
    assert list(layer.state_dict()) == ["pos_weight"]
    assert [name for name, _ in layer.double().named_buffers()] == ["pos_weight"]
    assert layer.pos_weight.dtype == autograd.float64
    layer.weight = autograd.ones(4)
    assert list(layer.state_dict()) == ["weight", "pos_weight"]
    assert list(nn.CrossEntropyLoss(autograd.ones(2)).state_dict()) == ["weight"]


@pytest.mark.parametrize(
    ("module", "args", "kwargs", "message"),
    [
        (ELU, (), {"beta": 1}, r"ELU.__init__\(\) got an unexpected keyword argument 'beta'"),
        (ELU, (1, False, 3), {}, r"ELU.__init__\(\) takes from 1 to 3 positional arguments"),
        (Threshold, (1,), {}, r"Threshold.__init__\(\) missing 1 required positional argument: 'value'"),
        (nn.MSELoss, (), {"weight": None}, r"MSELoss.__init__\(\) got an unexpected keyword argument 'weight'"),
    ],
)
def test_wrong_settings_are_errors_that_name_the_module(module, args, kwargs, message):
    with pytest.raises(TypeError, match=message):
        module(*args, **kwargs)


def test_wrong_inputs_are_errors_that_name_the_module():
    with pytest.raises(TypeError, match=r"ELU.forward\(\) takes 2 positional arguments but 3 were given"):
        ELU()(autograd.ones(2), 1)
    assert ELU()(input=autograd.zeros(2)).tolist() == [0.0, 0.0]


def test_conditions_are_checked_by_the_constructor():
    with pytest.raises(ValueError, match="Softshrink: too far"):
        Softshrink(lambd=1001)
    with pytest.raises(ValueError, match="Dropout: p is the probability"):
        nn.Dropout(2.0)


@pytest.mark.parametrize("again", [copy.deepcopy, lambda layer: pickle.loads(pickle.dumps(layer))])
def test_applying_modules_are_copied_and_pickled(again):
    layer = again(nn.Sequential(nn.Dropout(0.2).eval(), nn.ReLU(inplace=True), nn.NLLLoss(autograd.ones(3))))
    assert repr(layer[:2]) == repr(nn.Sequential(nn.Dropout(0.2), nn.ReLU(inplace=True)))
    assert not layer[0].training
    assert layer[2].weight.tolist() == [1.0, 1.0, 1.0]


def test_subclasses_of_applying_modules():
    class Steep(ELU):
        def __init__(self, factor):
            super().__init__(alpha=10.0)
            self.factor = factor

        def forward(self, input):
            return self.factor * super().forward(input)

    layer = Steep(2.0)
    assert layer(autograd.tensor([-1000.0, 1.0])).tolist() == [-20.0, 2.0]
    assert repr(layer) == "Steep(alpha=10.0)"
    assert list(inspect.signature(Steep).parameters) == ["factor"]
    assert ELU.__init__.__qualname__ == "ELU.__init__"
