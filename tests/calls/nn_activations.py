"""Activations."""

import inspect

import numpy as np

import autograd
import nn.functional as F
from nn.functional import activations
from tests.calls.call import RNG, X, call, expression

WIDE = np.linspace(-8, 8, 23)
NAME = "nn.functional"


def parameters(name):
    return set(inspect.signature(getattr(F, name)).parameters)


# What takes the input only, and what can change it. The ops among them have cases; of hardsigmoid PyTorch has no second
# derivative, and threshold has arguments that it needs.
PLAIN = [
    name
    for name in activations.__all__
    if parameters(name) <= {"input", "inplace"}
    and name != "hardsigmoid"
    and name[-1] != "_"
    and not hasattr(getattr(F, name), "op")
]
CHANGING = [name for name in activations.__all__ if "inplace" in parameters(name) or name[-1] == "_"]
CHANGING = [name for name in CHANGING if name not in ("hardsigmoid", "threshold", "threshold_")]


def rows(name, *kwargs, arrays=(X, WIDE), **options):
    return [call(name, array, module=NAME, **keywords, **options) for array in arrays for keywords in ({}, *kwargs)]


def in_place(name, **kwargs):
    """Return rows of a function that changes its input, with ``inplace=True`` if it has no name of its own for that."""

    def run(library, x):
        y = x * 1
        function = getattr(library.nn.functional, name)
        result = function(y, **kwargs, **({} if name.endswith("_") else {"inplace": True}))
        assert result is y
        return y * 2

    return expression(name, run, WIDE, covers=" ".join(kwargs), module=NAME)


CALLS = [
    *(rows(name) for name in PLAIN),
    # PyTorch has no second derivative of it, and 1/6 in float32's precision.
    *rows("hardsigmoid", order=1, tolerance=1e-7, dtypes=("float64",)),
    *rows("hardsigmoid", order=1, dtypes=("float32",)),
    *rows("leaky_relu", {"negative_slope": 0.2}, {"args": (1.5,)}),
    *rows("elu", {"alpha": 0.3}, {"args": (2.0,)}),
    # PyTorch has 1 / alpha in float32's precision.
    *rows("celu", {"alpha": 0.5}, {"args": (2.0,)}),
    *rows("gelu", {"approximate": "tanh"}, {"approximate": "none"}),
    *rows("softplus", {"beta": 2}, {"threshold": 1.0}, {"args": (0.5, 2)}),
    *rows("hardtanh", {"min_val": -0.5}, {"max_val": 3}, {"args": (-2.0, 0.5)}),
    *rows("hardtanh", {"max_val": 2.7}, arrays=(np.arange(-4, 5),)),
    *rows("softshrink", {"lambd": 1.5}, {"args": (0,)}),
    *rows("hardshrink", arrays=(WIDE,)),
    *(call("threshold", x, module=NAME, args=(0.3, 7)) for x in (X, WIDE)),
    call("threshold", X, module=NAME, threshold=-0.5, value=-2.0),
    *rows("rrelu", {"lower": 0.2}, {"upper": 0.6}, {"args": (0.3, 0.4, False)}),
    call("rrelu", X, module=NAME, lower=0.3, upper=0.3, training=True),
    *(
        call("prelu", RNG.standard_normal(shape), weight, module=NAME)
        for shape, weight in (
            ((2, 3, 4), RNG.standard_normal(3)),
            ((2, 3, 4), RNG.standard_normal(1)),
            ((5, 3), RNG.standard_normal(3)),
            ((3,), RNG.standard_normal(1)),
            ((), RNG.standard_normal(())),
            ((2, 3, 4, 2), RNG.standard_normal(())),
        )
    ),
    *(call("glu", RNG.standard_normal((4, 6, 2)), module=NAME, **kwargs) for kwargs in ({}, {"dim": 1}, {"dim": -3})),
    *(
        call(name, X, module=NAME, **kwargs)
        for name in ("softmax", "log_softmax", "softmin")
        for kwargs in ({"dim": 1}, {"args": (0,)}, {"dim": -1, "dtype": "float64"})
    ),
    *(in_place(name) for name in CHANGING),
    in_place("leaky_relu_", negative_slope=0.3),
    in_place("elu_", alpha=0.3),
    in_place("celu_", alpha=0.5),
    in_place("hardtanh_", min_val=-2, max_val=1.5),
    in_place("rrelu_", lower=0.2, upper=0.6),
    in_place("rrelu_", lower=0.3, upper=0.3, training=True),
    in_place("threshold", threshold=0.2, value=3.0),
    in_place("threshold_", threshold=0.2, value=3.0),
]

ERRORS = [
    (lambda: F.softshrink(autograd.ones(2), -0.1), RuntimeError, "softshrink: lambd .* 0 or more, got -0.1"),
    (lambda: F.gelu(autograd.ones(2), "exact"), RuntimeError, "gelu: approximate is .* got 'exact'"),
    (lambda: F.celu(autograd.ones(2), 0), RuntimeError, "celu: alpha"),
    (lambda: F.glu(autograd.ones(2, 3)), RuntimeError, r"glu: .* dimension -1 of \(2, 3\) is odd"),
    (lambda: F.glu(autograd.tensor(1.0)), RuntimeError, r"glu: .* shape \(\)"),
    (
        lambda: F.prelu(autograd.ones(2, 3), autograd.ones(2)),
        RuntimeError,
        r"prelu: an input of shape \(2, 3\) has 3 channels, the weight 2; one slope for all channels, or one for each",
    ),
    (lambda: F.prelu(autograd.ones(2, 3), autograd.ones(1, 3)), RuntimeError, r"prelu: the weight .* got shape \(1, 3"),
    (lambda: F.rrelu(autograd.ones(2), 0.5, 0.1), ValueError, "rrelu: .* got 0.5 and 0.1"),
    (lambda: F.hardtanh(autograd.ones(2), 2, 1), ValueError, "hardtanh: min_val .* got 2 and 1"),
    (lambda: F.elu_(autograd.ones(2, requires_grad=True)), RuntimeError, "elu_: a leaf that requires grad"),
    (lambda: F.softmin(autograd.ones(2)), TypeError, "softmax: say along which dimension"),
]
