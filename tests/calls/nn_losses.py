"""Losses."""

import numpy as np

from tests.calls.call import RNG, X, Y, call

CLASSES = [  # input shape, target
    ((5,), np.array(2)),
    ((4, 5), np.array([0, 4, 2, 2])),
    ((3, 5, 2), np.array([[0, 4], [1, 2], [2, 2]])),
    ((2, 3, 2, 2), np.array([[[0, 1], [2, 2]], [[1, 1], [0, 2]]])),
]


def loss(name, *arrays, **kwargs):
    """Return the rows of a loss with every reduction."""
    rows = [
        call(name, *arrays, module="nn.functional", reduction=reduction, **kwargs)
        for reduction in ("mean", "sum", "none")
    ]
    return [row for group in rows for row in group]


def weights(shape):
    return RNG.random(shape[0] if len(shape) == 1 else shape[1])


CALLS = [
    *(loss("mse_loss", x, y) for x, y in ((X, Y), (X[0, 0], Y[0, 0]), (np.array(0.5), np.array(2.0)))),
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
            "cross_entropy",
            3 * RNG.standard_normal(shape),
            RNG.random(shape),
            weight=weight,
            label_smoothing=smoothing,
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
]

ERRORS = []
