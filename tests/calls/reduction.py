"""Reductions and softmax."""

import numpy as np

import autograd
from tests.calls.call import K, M, P, X, Y, call, expression

T = autograd.tensor(X)

CALLS = [
    *(
        call(name, X, **kwargs)
        for name in ("sum", "mean", "amax", "amin", "var", "std")
        for kwargs in (
            {},
            {"dim": 1},
            {"dim": -1, "keepdim": True},
            {"dim": (0, 2)},
            {"dim": [0, -1], "keepdim": True},
            {"axis": 1},
            {"axis": 1, "keepdims": True},
        )
    ),
    *(call(name, X, args=(1, True)) for name in ("sum", "mean", "amax", "amin")),
    *(call(name, np.zeros((2, 0, 3)), dim=1) for name in ("sum", "prod", "all", "any")),
    *(call(name, np.zeros((2, 0, 3))) for name in ("sum", "prod", "all", "any")),
    *(call(name, np.array(0.5), dim=-1) for name in ("sum", "mean", "prod", "amax", "max", "argmin", "softmax")),
    *(
        call(name, X, **kwargs)
        for name in ("var", "std")
        for kwargs in ({"unbiased": False}, {"correction": 0, "dim": 1}, {"correction": 2})
    ),
    *(call(name, X, args=args) for name in ("var", "std") for args in ((False,), (1, False), (1, True, True))),
    call("sum", K),
    call("sum", M),
    call("sum", K.astype(np.uint8), dim=0),
    call("sum", K.astype(np.int32), dim=0),
    call("prod", P),
    call("prod", P, dim=1),
    call("prod", P, args=(1, True)),
    call("prod", K),
    call("prod", M, dim=0),
    *(
        call(name, X, **kwargs)
        for name in ("max", "min")
        for kwargs in ({}, {"dim": 1}, {"dim": -1, "keepdim": True}, {"axis": 0}, {"axis": 1, "keepdims": True})
    ),
    *(call(name, X, args=(1,)) for name in ("max", "min", "argmax", "argmin")),
    *(call(name, X, Y) for name in ("max", "min")),
    *(call(name, K) for name in ("max", "min", "argmax", "argmin", "amax", "amin")),
    *(
        call(name, X, **kwargs)
        for name in ("argmax", "argmin")
        for kwargs in ({}, {"dim": -1}, {"dim": 1, "keepdim": True}, {"axis": 1}, {"axis": 0, "keepdims": True})
    ),
    *(
        call(name, M, **kwargs)
        for name in ("all", "any")
        for kwargs in ({"dim": 1}, {"dim": -1, "keepdim": True}, {"dim": (0, 1)}, {"axis": 1, "keepdims": True})
    ),
    *(call(name, X, **kwargs) for name in ("all", "any") for kwargs in ({}, {"dim": 1})),
    *(call(name, X, dim=dim) for name in ("softmax", "log_softmax") for dim in (0, 1, -1)),
    *(call(name, X, args=(1,)) for name in ("softmax", "log_softmax")),
    *(call(name, X, axis=1) for name in ("softmax", "log_softmax")),
    *(call(name, np.zeros((2, 0)), dim=dim) for name in ("softmax", "log_softmax") for dim in (0, 1)),
    expression("max", lambda library, x: x.max(dim=1).values + x.max(dim=1)[0], X),
    expression("max", lambda library, x: x.max(dim=1).indices, X),
    expression("sum", lambda library, x: sum(x), X),
    expression("sum", lambda library, x: [row.sum() for row in x], X),
    *(call(name, X, dtype="float64") for name in ("sum", "mean", "prod")),
    *(call(name, X, dim=1, dtype="float64") for name in ("softmax", "log_softmax")),
    *(call(name, X, other=Y) for name in ("max", "min")),
    call("prod", P, axis=1, keepdims=True),
]

ERRORS = [
    (lambda: T.sum(dim=3), IndexError, "sum.*dim.*3|axis 3"),
    (lambda: T.softmax(5), IndexError, "5"),
    (lambda: T.max(dim=-4), IndexError, "-4"),
    (lambda: autograd.tensor([1, 2]).mean(), RuntimeError, "mean: needs floating-point values, got int64"),
    (lambda: autograd.tensor([1, 2]).std(), RuntimeError, "std: needs floating-point values, got int64"),
    (lambda: autograd.zeros(0, 3).max(dim=0), (RuntimeError, ValueError, IndexError), ""),
    (lambda: T.max(dim=(0, 1)), TypeError, r"max: dim is one integer, got \(0, 1\); amax takes several"),
    (lambda: T.min(dim=[0, 1]), TypeError, r"min: .*; amin takes several"),
    (lambda: T.softmax(), TypeError, "softmax: say along which dimension"),
    (lambda: T.long().softmax(0), RuntimeError, "softmax: needs floating-point values, got int64"),
    (lambda: T.long().log_softmax(0), RuntimeError, "log_softmax: needs floating-point values, got int64"),
]
