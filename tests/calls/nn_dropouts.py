"""Dropout, where nothing is random."""

import numpy as np

import autograd
import nn.functional as F
from tests.calls.call import RNG, X, call

CALLS = [
    *(
        call(name, x, module="nn.functional", p=p, training=training)
        for name, x in (
            ("dropout", X),
            ("dropout1d", X),
            ("dropout1d", X[0]),
            ("dropout2d", RNG.standard_normal((2, 3, 2, 2))),
            ("dropout3d", RNG.standard_normal((2, 3, 2, 2, 1))),
            ("dropout3d", RNG.standard_normal((2, 3, 2, 2))),
            ("alpha_dropout", X),
            ("feature_alpha_dropout", X),
        )
        for p, training in ((0.0, True), (1.0, True), (0.5, False))
    ),
    *(call(name, np.zeros((0, 3)), module="nn.functional") for name in ("alpha_dropout", "feature_alpha_dropout")),
]

ERRORS = [
    *(
        (lambda name=name: getattr(F, name)(autograd.ones(2, 2, 2, 2), 1.5), ValueError, f"{name}: p is .* got 1.5")
        for name in ("dropout", "dropout1d", "dropout2d", "dropout3d", "alpha_dropout", "feature_alpha_dropout")
    ),
    (lambda: F.dropout1d(autograd.ones(3)), RuntimeError, r"dropout1d: the input has shape .*, got \(3,\)"),
    (lambda: F.dropout2d(autograd.ones(3)), RuntimeError, r"dropout2d: the input has shape .*, got \(3,\)"),
    (
        lambda: F.feature_alpha_dropout(autograd.ones(3), training=True),
        RuntimeError,
        "feature_alpha_dropout: the input has shape",
    ),
]
