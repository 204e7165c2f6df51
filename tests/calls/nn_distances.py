"""Similarities and distances of vectors."""

import math

import numpy as np

import autograd
import nn.functional as F
from tests.calls.call import RNG, X, Y, call

NAME = "nn.functional"
ROWS = RNG.standard_normal((5, 3))

CALLS = [
    *(
        call("cosine_similarity", x, y, module=NAME, **kwargs)
        for x, y, kwargs in (
            (X, Y, {}),
            (X, Y, {"dim": -1}),
            (X, Y, {"dim": 0, "eps": 3.0}),
            (X, Y[0, 0], {"args": (2,)}),
            (ROWS, RNG.standard_normal((5, 3)), {"eps": 1.5}),
            (ROWS[0], ROWS[1], {"dim": 0}),
        )
    ),
    *(
        call("pairwise_distance", x, y, module=NAME, **kwargs)
        for x, y, kwargs in (
            (ROWS, ROWS[::-1], {}),
            (X, Y, {"keepdim": True}),
            (X, Y[0, 0], {"eps": 0.1}),
            (ROWS[0], ROWS[1], {}),
            *((X, Y, {"p": p}) for p in (1, 1.5, 3.0, math.inf)),
            (X, Y, {"args": (1.0, 1e-3, True)}),
        )
    ),
    # PyTorch's pdist has no second derivative.
    *(
        call("pdist", ROWS, module=NAME, order=1, **kwargs)
        for kwargs in ({}, *({"p": p} for p in (1, 1.5, 3, math.inf)))
    ),
    call("pdist", np.array([[1.0, 2], [1, 2], [3, 3], [1, 2]]), module=NAME, order=1),
    call("pdist", ROWS, module=NAME, args=(0.0,), order=1),
    call("pdist", ROWS[:1], module=NAME, order=1),
]

ERRORS = [
    (
        lambda: F.cosine_similarity(autograd.ones(2, 3).long(), autograd.ones(2, 3).long()),
        RuntimeError,
        "cosine_similarity: needs floating-point values, got int64 and int64",
    ),
    (
        lambda: F.cosine_similarity(autograd.ones(2, 3), autograd.ones(2, 4)),
        RuntimeError,
        r"shapes \(2, 3\) and \(2, 4\) do not broadcast",
    ),
    (lambda: F.pdist(autograd.ones(3)), RuntimeError, r"pdist: the input is a matrix.* got shape \(3,\)"),
    (lambda: F.pdist(autograd.ones(3, 2), -1), RuntimeError, "pdist: p is 0 or more, got -1"),
    (
        lambda: F.pairwise_distance(autograd.ones(2, 3), autograd.ones(2, 4)),
        RuntimeError,
        r"shapes \(2, 3\) and \(2, 4\) do not broadcast",
    ),
]
