"""Dropout, where nothing is random."""

from tests.calls.call import X, call

CALLS = [
    *(
        call("dropout", X, module="nn.functional", p=p, training=training)
        for p, training in ((0.0, True), (1.0, True), (0.5, False))
    ),
]

ERRORS = []
