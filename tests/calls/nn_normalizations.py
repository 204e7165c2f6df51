"""Normalizations: with and without parameters and running estimates, which are compared as results too."""

import numpy as np

import autograd
import nn.functional as F
from tests.calls.call import RNG, X, call, expression

SHAPES = [(4, 3), (4, 3, 5), (2, 3, 2, 3)]


def channels(count=3):
    return RNG.uniform(0.5, 1.5, count), RNG.standard_normal(count)


def nn_call(name, *arrays, **kwargs):
    return call(name, *arrays, module="nn.functional", **kwargs)


def with_running(name, x, parameters, **kwargs):
    """Return the row of a normalization that changes running estimates, which are results too."""
    mean, var = RNG.standard_normal(3), RNG.uniform(0.5, 1.5, 3)

    def run(library, x, *parameters):
        dtype = x.dtype
        running = [library.tensor(a, dtype=dtype) for a in (mean, var)]
        out = getattr(library.nn.functional, name)(x, *running, *parameters, **kwargs)
        return out, *running

    covers = "running_mean running_var weight bias " + " ".join(kwargs)
    return expression(name, run, x, *parameters, covers=covers, module="nn.functional")


BATCH = [
    *(
        nn_call("batch_norm", RNG.standard_normal(shape), running_mean=None, running_var=None, training=True, eps=eps)
        for shape in SHAPES
        for eps in (1e-5, 0.1)
    ),
    *(
        with_running("batch_norm", RNG.standard_normal(shape) * 2 + 3, parameters, training=training, momentum=momentum)
        for shape in SHAPES
        for parameters in ((), channels()[:1], channels())
        for training, momentum in ((True, 0.1), (True, 1.0), (False, 0.1))
    ),
    nn_call("batch_norm", np.zeros((0, 3)), running_mean=None, running_var=None, training=True),
]

INSTANCE = [
    *(
        nn_call("instance_norm", RNG.standard_normal(shape), weight=weight, bias=bias, eps=eps)
        for shape in SHAPES[1:]
        for weight, bias in ((None, None), channels())
        for eps in (1e-5, 0.1)
    ),
    *(
        with_running("instance_norm", RNG.standard_normal(shape), parameters, use_input_stats=stats, momentum=momentum)
        for shape in SHAPES[1:]
        for parameters in ((), channels())
        for stats, momentum in ((True, 0.1), (True, 1.0), (False, 0.1))
    ),
]

LAYER = [
    *(
        nn_call("layer_norm", X, eps=eps, normalized_shape=shape, **parameters)
        for shape in ((4,), (3, 4), (2, 3, 4))
        for eps in (1e-5, 0.1)
        for parameters in ({}, {"weight": RNG.standard_normal(shape)}, {"bias": RNG.standard_normal(shape)})
    ),
    *(
        expression(
            "layer_norm",
            lambda library, x, w, b, shape=shape: library.nn.functional.layer_norm(x, shape, w, b),
            X,
            RNG.standard_normal(shape),
            RNG.standard_normal(shape),
            covers="weight bias",
            module="nn.functional",
        )
        for shape in ((4,), (3, 4))
    ),
    nn_call("layer_norm", np.zeros((2, 0)), normalized_shape=(0,)),
    nn_call("layer_norm", np.zeros((0, 2)), normalized_shape=(2,)),
    nn_call("layer_norm", np.ones((2, 3)), normalized_shape=(3,)),  # constant
    nn_call("layer_norm", 1000 + RNG.standard_normal((2, 5)), normalized_shape=(5,), dtypes=("float64",)),
]

RMS = [
    *(
        nn_call("rms_norm", X, normalized_shape=shape, weight=weight, eps=eps)
        for shape in ((4,), (3, 4))
        for weight in (None, RNG.standard_normal(shape))
        for eps in (None, 0.1)
    ),
    expression(
        "rms_norm",
        lambda library, x, w: library.nn.functional.rms_norm(x, (3, 4), w, 1e-3),
        X,
        RNG.standard_normal((3, 4)),
        module="nn.functional",
    ),
]

GROUP = [
    *(
        nn_call("group_norm", RNG.standard_normal(shape), num_groups=groups, weight=weight, bias=bias, eps=eps)
        for shape in ((2, 6, 3), (3, 6), (2, 6, 2, 2))
        for groups in (1, 2, 6)
        for weight, bias in ((None, None), (RNG.standard_normal(6), RNG.standard_normal(6)))
        for eps in (1e-5, 0.1)
        if not (shape == (3, 6) and groups == 6)
    ),
    expression(
        "group_norm",
        lambda library, x, w, b: library.nn.functional.group_norm(x, 3, w, b),
        RNG.standard_normal((2, 6, 4)),
        *channels(6),
        module="nn.functional",
    ),
]

CALLS = [
    *BATCH,
    *INSTANCE,
    *LAYER,
    *RMS,
    *GROUP,
    *(
        # PyTorch's average pooling multiplies by 1/3 and 1/6 in float32.
        nn_call(
            "local_response_norm",
            RNG.standard_normal(shape),
            args=(size,),
            alpha=alpha,
            beta=beta,
            k=k,
            tolerance=1e-6 if size % 3 == 0 else None,
            dtypes=("float64",) if size % 3 == 0 else ("float64", "float32"),
        )
        for shape in ((2, 5, 3), (2, 4, 2, 2), (1, 3, 2, 1, 2))
        for size in (1, 2, 3, 6)
        for alpha, beta, k in ((1e-4, 0.75, 1.0), (0.5, 2.0, 0.5))
    ),
    *(
        nn_call("normalize", X, p=p, dim=dim, eps=eps)
        for p in (2.0, 1.0, 3.0, float("inf"))
        for dim in (0, 1, -1)
        for eps in (1e-12, 3.0)
    ),
    nn_call("normalize", X, dim=(1, 2)),
    nn_call("normalize", np.zeros((2, 3)), order=1),
]

ONES = autograd.ones(4, 3)
ERRORS = [
    (lambda: F.batch_norm(ONES[:1], None, None, training=True), ValueError, r"batch_norm: .*\(1, 3\) has one value"),
    (lambda: F.batch_norm(ONES, None, None), RuntimeError, "batch_norm: running_mean and running_var are needed"),
    (lambda: F.batch_norm(ONES[0], None, None, training=True), IndexError, r"batch_norm: the input has shape \(N, C\)"),
    (
        lambda: F.batch_norm(ONES, None, None, autograd.ones(2), training=True),
        RuntimeError,
        r"batch_norm: weight has one element for each of 3 channels, got shape \(2,\)",
    ),
    (
        lambda: F.batch_norm(ONES, autograd.ones(2), autograd.ones(2), training=True),
        RuntimeError,
        "batch_norm: running_mean has one element",
    ),
    (
        lambda: F.batch_norm(ONES, autograd.ones(3), None, training=True),
        ValueError,
        "batch_norm: give running_mean and running_var, or neither",
    ),
    (
        lambda: F.batch_norm(ONES.long(), None, None, training=True),
        NotImplementedError,
        "batch_norm: needs floating-point values, got int64",
    ),
    (lambda: F.instance_norm(autograd.ones(1, 2, 1)), ValueError, r"instance_norm: .*\(1, 2, 1\) has one value"),
    (lambda: F.instance_norm(ONES), ValueError, "instance_norm: .* has one value"),
    (
        lambda: F.instance_norm(autograd.ones(1, 2, 4), use_input_stats=False),
        RuntimeError,
        "instance_norm: running_mean and running_var are needed",
    ),
    (lambda: F.layer_norm(ONES, (4,)), RuntimeError, r"layer_norm: normalized_shape .*\(4, 3\), got \(4,\)"),
    (lambda: F.layer_norm(ONES, ()), RuntimeError, r"layer_norm: normalized_shape .* got \(\)"),
    (lambda: F.layer_norm(ONES, 3), TypeError, "layer_norm: normalized_shape is a tuple of sizes, got 3"),
    (
        lambda: F.layer_norm(ONES, (3,), autograd.ones(4)),
        RuntimeError,
        r"layer_norm: weight has the shape normalized_shape, \(3,\), got \(4,\)",
    ),
    (lambda: F.rms_norm(ONES, (2,)), RuntimeError, "rms_norm: normalized_shape"),
    (lambda: F.group_norm(ONES, 2), RuntimeError, "group_norm: 3 channels cannot be divided into 2 groups"),
    (lambda: F.group_norm(ONES[:1], 3), ValueError, "group_norm: a group .* has one value"),
    (lambda: F.group_norm(ONES[0], 1), RuntimeError, r"group_norm: the input has shape \(N, C\)"),
    (lambda: F.local_response_norm(ONES, 2), ValueError, "local_response_norm: the input has shape"),
    (lambda: F.local_response_norm(autograd.ones(1, 2, 3), 0), RuntimeError, "local_response_norm: size .* got 0"),
    (lambda: F.normalize(ONES.long()), NotImplementedError, "normalize: needs floating-point values"),
]
