"""Activations."""

from tests.calls.call import X, call

CALLS = [
    *(call(name, X, module="nn.functional") for name in ("relu", "sigmoid", "tanh")),
    *(
        call(name, X, module="nn.functional", **kwargs)
        for name in ("softmax", "log_softmax")
        for kwargs in ({"dim": 1}, {"dim": -1, "dtype": "float64"})
    ),
]

ERRORS = []
