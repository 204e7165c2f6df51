"""Losses."""

import warnings

import numpy as np

import autograd
import nn.functional as F
from tests.calls.call import RNG, P, X, Y, call, expression

NAME = "nn.functional"
CLASSES = [  # input shape, target
    ((5,), np.array(2)),
    ((4, 5), np.array([0, 4, 2, 2])),
    ((3, 5, 2), np.array([[0, 4], [1, 2], [2, 2]])),
    ((2, 3, 2, 2), np.array([[[0, 1], [2, 2]], [[1, 1], [0, 2]]])),
]
U, T = RNG.uniform(0.05, 0.95, (2, 3, 4)), RNG.uniform(0, 1, (2, 3, 4))
SIGNS = np.where(Y > 0, 1, -1)
N, D = 5, 4
A, B, C = RNG.standard_normal((3, N, D))
LABELS = np.array([1, -1, 1, -1, -1])


def loss(name, *arrays, reductions=("mean", "sum", "none"), **kwargs):
    """Return the rows of a loss with every reduction."""
    return [call(name, *arrays, module=NAME, reduction=reduction, **kwargs) for reduction in reductions]


def weights(shape):
    return RNG.random(shape[0] if len(shape) == 1 else shape[1])


def silently(name, *arrays, **kwargs):
    """Return a row of a call that warns, here and in PyTorch."""

    def run(library, *xs):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return getattr(library.nn.functional, name)(*xs, **kwargs)

    return expression(name, run, *arrays, covers=" ".join(kwargs), module=NAME)


def manhattan(x, y):
    return (x - y).abs().sum(-1)


ELEMENTS = [
    *(
        loss(name, x, y, **kwargs)
        for name in ("mse_loss", "l1_loss", "huber_loss", "smooth_l1_loss")
        for kwargs in (
            {},
            *([] if name == "smooth_l1_loss" else [{"weight": P}]),
            *([{"delta": 0.5}, {"delta": 0.3, "weight": P}] if name == "huber_loss" else []),
            *([{"beta": 0.5}, {"beta": 0}] if name == "smooth_l1_loss" else []),
        )
        for x, y in ((X, Y), *([] if "weight" in kwargs else [(X[0, 0], Y[0, 0]), (np.array(0.5), np.array(2.0))]))
    ),
    call("huber_loss", X, Y, module=NAME, args=("sum", 0.7)),
    *(silently(name, X[0], Y[0, :, :1]) for name in ("mse_loss", "l1_loss", "huber_loss", "smooth_l1_loss")),
    *(loss("binary_cross_entropy", U, T, **kwargs) for kwargs in ({}, {"weight": P}, {"weight": P[0, 0]})),
    *(
        loss("binary_cross_entropy_with_logits", 3 * X, T, **kwargs)
        for kwargs in ({}, {"weight": P}, {"pos_weight": P[0, 0]}, {"weight": P[:, :, :1], "pos_weight": P})
    ),
    *(loss("soft_margin_loss", x, target=y.astype(float)) for x, y in ((X, SIGNS), (X[0, 0], SIGNS[0, 0]))),
    *(
        loss("kl_div", x, y, reductions=("sum", "none", "batchmean"), log_target=log)
        for x, y, log in ((X, P, False), (X, Y, True), (X[0, 0, 0], P[0, 0, 0], False))
    ),
    *(silently("kl_div", X, P, reduction="mean", log_target=log) for log in (False, True)),
    *loss("kl_div", X, target=np.array([0.0, 1, 0, 0.5]), reductions=("sum", "none"), log_target=False),
    *(
        loss("gaussian_nll_loss", X, Y, var, full=full, eps=eps)
        for var in (P, P[..., 0], P[..., :1], P[:, :1])
        for full, eps in ((False, 1e-6), (True, 1.0))
    ),
    *loss("gaussian_nll_loss", X, Y, var=0.5),
    call("gaussian_nll_loss", X, Y, module=NAME, args=(0.5, True, 1.0)),
    *(
        loss("poisson_nll_loss", x, target, log_input=log, full=full, eps=eps)
        for log, x in ((True, X), (False, P))
        for target in (P, 4 * P)
        for full in (False, True)
        for eps in (1e-8, 0.5)
    ),
]

OF_CLASSES = [
    *(
        loss(
            "cross_entropy",
            3 * RNG.standard_normal(shape),
            target=target,
            weight=weight,
            ignore_index=ignore,
            label_smoothing=smoothing,
        )
        for shape, target in CLASSES
        for weight in (None, weights(shape))
        for ignore in (-100, 2)
        for smoothing in (0.0, 0.3)
    ),
    *(
        loss(
            "cross_entropy", 3 * RNG.standard_normal(shape), RNG.random(shape), weight=weight, label_smoothing=smoothing
        )
        for shape in ((5,), (4, 5), (3, 5, 2))
        for weight in (None, weights(shape))
        for smoothing in (0.0, 0.3)
    ),
    *(
        loss("nll_loss", RNG.standard_normal(shape), target=target, weight=weight, ignore_index=ignore, order=1)
        for shape, target in CLASSES
        for weight in (None, weights(shape))
        for ignore in (-100, 1)
    ),
    # Nothing counts, or there is nothing.
    *loss(
        "cross_entropy", X[0], target=np.array([0, 0, 0]), weight=np.array([0.0, 1, 2, 3]), label_smoothing=0.3, order=1
    ),
    *(
        loss(name, np.ones(shape), np.ones(shape), order=1, **kwargs)
        for shape in ((0, 3), (2, 0))
        for name, kwargs in (
            ("mse_loss", {"weight": np.ones(shape)}),
            ("multilabel_soft_margin_loss", {}),
            ("kl_div", {"reductions": ("batchmean",)}),
        )
    ),
    # PyTorch has no second derivative of these two.
    *(
        loss("multi_margin_loss", RNG.standard_normal(shape), target=target, weight=weight, order=1, p=p, margin=margin)
        for shape, target in CLASSES[:2]
        for weight in (None, weights(shape))
        for p, margin in ((1, 1.0), (2, 0.5))
    ),
    *(
        loss("multilabel_margin_loss", RNG.standard_normal(target.shape), target=target, order=1)
        for target in (
            np.array([2, 0, -1, 1, 3]),
            np.array([[2, 0, -1, 1, 3], [-1, 1, 2, 3, 4], [4, 3, 2, 1, 0], [1, 1, -1, 0, 0]]),
        )
    ),
    *(
        loss("multilabel_soft_margin_loss", x, y, **kwargs)
        for x, y, kwargs in ((X, T, {}), (X[0], T[0], {"weight": P[0]}), (X[0, 0], T[0, 0], {"weight": P[0, 0]}))
    ),
]

WITH_MARGINS = [
    *(
        loss("hinge_embedding_loss", x, y, **kwargs)
        for x, y in ((X, SIGNS), (X, SIGNS.astype(float)), (X, 0 * SIGNS))
        for kwargs in ({}, {"margin": 0.3})
    ),
    *(loss("cosine_embedding_loss", A, B, LABELS, **kwargs) for kwargs in ({}, {"margin": 0.2}, {"margin": -0.5})),
    *loss("cosine_embedding_loss", A[0], B[0], np.array(-1), margin=-0.8),
    *(loss("margin_ranking_loss", X, Y, SIGNS.astype(float), **kwargs) for kwargs in ({}, {"margin": 0.5})),
    *(
        loss("triplet_margin_loss", A, B, C, **kwargs)
        for kwargs in ({}, {"margin": 2.5}, {"p": 1}, {"p": 3.0}, {"eps": 0.1}, {"swap": True}, {"args": (2.0, 1)})
    ),
    *loss("triplet_margin_loss", A[0], B[0], C[0], margin=4.0),
    *(
        loss("triplet_margin_with_distance_loss", A, B, C, **kwargs)
        for kwargs in (
            {},
            {"margin": 2.5, "swap": True},
            {"distance_function": manhattan},
            {"distance_function": manhattan, "swap": True, "margin": 0.2},
        )
    ),
]

TARGETS, LENGTHS, STEPS = np.array([[1, 2, 2], [3, 1, 0], [1, 1, 1]]), np.array([3, 2, 0]), np.array([7, 5, 4])


LOGITS = 2 * RNG.standard_normal((7, 3, 4))


def aligned(*arguments, logits=LOGITS, **kwargs):
    """Return a row of ctc_loss of logits: PyTorch's gradient is right after log_softmax only, and has none itself."""

    def run(library, x):
        tensors = [library.from_numpy(a.copy()) if isinstance(a, np.ndarray) else a for a in arguments]
        return library.nn.functional.ctc_loss(library.log_softmax(x, -1), *tensors, **kwargs)

    return expression("ctc_loss", run, logits, covers=" ".join(kwargs), module=NAME, order=1)


ALIGNED = [
    *(
        aligned(TARGETS, STEPS, LENGTHS, reduction=reduction, blank=blank, zero_infinity=zero)
        for reduction in ("mean", "sum", "none")
        for blank in (0, 3)
        for zero in (False, True)
    ),
    # The first target is too long for its input.
    *(aligned(TARGETS, np.array([3, 5, 4]), LENGTHS, reduction="none", zero_infinity=zero) for zero in (False, True)),
    aligned(TARGETS, np.array([3, 5, 4]), LENGTHS, zero_infinity=True),
    aligned(np.array([1, 2, 2, 3, 1]), STEPS, LENGTHS, reduction="none"),
    aligned(np.array([1, 2, 2, 3, 1]), (7, 5, 4), (3, 2, 0), reduction="none"),
    aligned(np.zeros((3, 0), int), STEPS, np.zeros(3, int), reduction="none"),
    aligned(TARGETS, np.array([0, 7, 0]), LENGTHS, reduction="none", zero_infinity=True),
    *(
        aligned(TARGETS[0], np.array(7), np.array(3), logits=X.reshape(-1, 3)[:7], reduction=reduction)
        for reduction in ("mean", "sum", "none")
    ),
    aligned(TARGETS[:1], np.array([7]), np.array([3]), logits=X.reshape(-1, 3)[:7], reduction="none"),
    aligned(TARGETS[:1], np.array([1]), np.array([1]), logits=X[:1, :1], reduction="none"),
]

CALLS = [*ELEMENTS, *OF_CLASSES, *WITH_MARGINS, *ALIGNED]

one, CODES = autograd.ones, autograd.tensor([1, 2])
ERRORS = [
    *(
        (
            lambda name=name: getattr(F, name)(one(2), one(2), reduction="avg"),
            ValueError,
            rf"^{name}: reduction is .*\"mean\", \"sum\" or \"none\", got 'avg'",
        )
        for name in (
            "binary_cross_entropy binary_cross_entropy_with_logits hinge_embedding_loss huber_loss kl_div l1_loss "
            "mse_loss multilabel_soft_margin_loss poisson_nll_loss smooth_l1_loss soft_margin_loss"
        ).split()
    ),
    *(
        (
            lambda name=name: getattr(F, name)(one(2), one(2), weight=one(3)),
            ValueError,
            rf"{name}: the weight has the input's shape \(2,\).* got \(3,\)",
        )
        for name in ("huber_loss", "l1_loss", "mse_loss")
    ),
    *(
        (
            lambda name=name: getattr(F, name)(one(2, 1), one(2)),
            ValueError,
            rf"{name}: the target has the input's shape \(2, 1\), got \(2,\)",
        )
        for name in ("binary_cross_entropy", "binary_cross_entropy_with_logits")
    ),
    (lambda: F.binary_cross_entropy(2 * one(2), one(2)), RuntimeError, "entropy: the input .* from 2.0 to 2.0"),
    (lambda: F.binary_cross_entropy(one(2), -one(2)), RuntimeError, "entropy: the target .* from -1.0 to -1.0"),
    (lambda: F.smooth_l1_loss(one(2), one(2), beta=-1), RuntimeError, "smooth_l1_loss: beta .* got -1"),
    (lambda: F.huber_loss(one(2), one(2), delta=0), RuntimeError, "huber_loss: delta .* got 0"),
    (lambda: F.gaussian_nll_loss(one(2), one(2), -one(2)), ValueError, "gaussian_nll_loss: var .* got negative"),
    (lambda: F.gaussian_nll_loss(one(2), one(2), -1.0), ValueError, "gaussian_nll_loss: var .* got negative"),
    (
        lambda: F.gaussian_nll_loss(one(2, 3), one(2, 3), one(3)),
        ValueError,
        r"gaussian_nll_loss: for an input of shape \(2, 3\) .* got \(3,\)",
    ),
    *(
        (
            lambda name=name, size=size: getattr(F, name)(one(2, 3), autograd.tensor([0, 1]), weight=one(size)),
            RuntimeError,
            rf"{name}: the weight .* each of the 3 classes, shape \(3,\), got \({size},\)",
        )
        for name in ("cross_entropy", "nll_loss", "multi_margin_loss")
        for size in (2, 4)
    ),
    *(
        (
            lambda name=name: getattr(F, name)(one(2, 3).long(), autograd.tensor([0, 1])),
            NotImplementedError,
            f"{name}: needs floating-point values, got int64",
        )
        for name in ("cross_entropy", "nll_loss")
    ),
    (lambda: F.multi_margin_loss(one(2, 3), autograd.tensor([0, 1]), p=3), ValueError, "p is 1 or 2, got 3"),
    (lambda: F.multi_margin_loss(one(2, 3), autograd.tensor([0, 3])), IndexError, "multi_margin_loss: .* class 3"),
    (lambda: F.multi_margin_loss(one(2, 3), autograd.tensor([0, -100])), IndexError, "margin_loss: .* class -100"),
    (lambda: F.multi_margin_loss(one(2, 3), autograd.tensor([0])), RuntimeError, r"shape \(2,\), got \(1,\)"),
    (lambda: F.multi_margin_loss(one(2, 3), one(2)), TypeError, "multi_margin_loss: target classes are integers"),
    (
        lambda: F.multi_margin_loss(one(2, 3, 4), autograd.tensor([0, 1])),
        RuntimeError,
        r"multi_margin_loss: the input has shape \(C,\) or \(N, C\).* got \(2, 3, 4\)",
    ),
    (lambda: F.multilabel_margin_loss(one(3), autograd.tensor([0, 3, 1])), IndexError, "margin_loss: .* class 3"),
    (lambda: F.multilabel_margin_loss(one(3), autograd.tensor([0, -2, 1])), IndexError, "margin_loss: .* class -2"),
    (lambda: F.multilabel_margin_loss(one(3), autograd.tensor([0])), RuntimeError, r"shape \(3,\), got \(1,\)"),
    (
        lambda: F.multilabel_margin_loss(one(3), one(3)),
        TypeError,
        "multilabel_margin_loss: target classes are integers",
    ),
    (
        lambda: F.cosine_embedding_loss(one(2, 3), one(2, 3), one(())),
        RuntimeError,
        r"cosine_embedding_loss: .* got \(2, 3\), \(2, 3\) and \(\)",
    ),
    (
        lambda: F.margin_ranking_loss(one(2, 3), one(3), one(3)),
        RuntimeError,
        r"margin_ranking_loss: .* got shapes \(2, 3\), \(3,\) and \(3,\)",
    ),
    *(
        (
            lambda name=name: getattr(F, name)(one(2, 3), one(2, 3), one(3)),
            RuntimeError,
            rf"{name}: .* got shapes \(2, 3\), \(2, 3\) and \(3,\)",
        )
        for name in ("triplet_margin_loss", "triplet_margin_with_distance_loss")
    ),
    *(
        (lambda arguments=arguments: F.ctc_loss(*arguments), error, rf"ctc_loss: {message}")
        for arguments, error, message in (
            ((one(4), CODES, 4, 2), RuntimeError, r"log_probs has shape .* got \(4,\)"),
            ((one(0, 3), CODES, 0, 2), RuntimeError, r"log_probs has shape .* got \(0, 3\)"),
            ((one(4, 3), CODES, 5, 2), RuntimeError, "input_lengths are at most 4, .* got 5"),
            ((one(4, 3), CODES, 4, -2), RuntimeError, "target_lengths are 0 or more, got -2"),
            ((one(4, 3), CODES, 4, 2.0), RuntimeError, "target_lengths are integers, got float64"),
            ((one(4, 3), CODES, (4, 4), 2), RuntimeError, "there are 1 sequences and 2 input_lengths"),
            ((one(4, 3), CODES, 4, 3), RuntimeError, r"targets have shape .* 3; got \(2,\)"),
            ((one(4, 2, 3), CODES.reshape(1, 2), (4, 4), (2, 2)), RuntimeError, r"targets of 2 .* got \(1, 2\)"),
            ((one(4, 2), CODES, 4, 2), IndexError, "the targets hold class 2, but there are 2 classes"),
            ((one(4, 3), one(2), 4, 2), TypeError, "target classes are integers, got float32"),
            ((one(4, 3), CODES, 4, 2, 3), RuntimeError, "blank is one of the 3 classes, from 0 on, got 3"),
            ((one(4, 3), CODES, 4, 2, 0, "avg"), ValueError, "reduction is .* got 'avg'"),
        )
    ),
    (
        lambda: F.triplet_margin_loss(one(2, 3), one(2, 3), one(2, 3), margin=0),
        ValueError,
        "triplet_margin_loss: the margin is more than 0, got 0",
    ),
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
        lambda: F.cross_entropy(autograd.ones(2, 3, 4), autograd.zeros(2, 3, dtype=autograd.int64)),
        RuntimeError,
        r"input of shape \(2, 3, 4\) the target has shape \(2, 4\), got \(2, 3\)",
    ),
    (
        lambda: F.cross_entropy(autograd.ones(2, 3), autograd.tensor([0])),
        ValueError,
        r"input of shape \(2, 3\) the target has shape \(2,\), got \(1,\)",
    ),
    (
        lambda: F.cross_entropy(autograd.ones(2, 3), autograd.ones(2)),
        RuntimeError,
        r"probabilities has the input's shape \(2, 3\), got \(2,\); class indices are integers",
    ),
    (lambda: F.cross_entropy(autograd.tensor(1.0), autograd.tensor(0)), RuntimeError, "needs an axis of classes"),
    (lambda: F.nll_loss(autograd.ones(2, 3), autograd.ones(2)), TypeError, "integers, got float32"),
    (lambda: F.nll_loss(autograd.ones(2, 3), autograd.tensor([True, False])), TypeError, "integers, got bool"),
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
]
