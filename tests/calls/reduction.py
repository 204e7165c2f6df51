"""Reductions and softmax."""

import numpy as np

import autograd
from tests.calls.call import RNG, K, M, P, X, Y, call, expression

T = autograd.tensor(X)
TIES = np.array([[1.0, 3, 3, 2, 3], [2, 2, 1, 1, 5]])
GAPS = np.array([[1.0, np.nan, 3], [np.nan, 4, np.nan], [2, 5, np.nan]])
ZEROS = np.array([[3.0, 0, -4], [0, 0, 0], [1, 0, 0]])
inf = np.inf
ORDERS = (0, 1, 2, 3, 1.5, 0.5, -1, -2.5, inf, -inf)

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
    *(
        call(name, X, **kwargs)
        for name in ("var_mean", "std_mean")
        for kwargs in (
            {},
            {"dim": 1},
            {"args": (1, False, True)},
            {"args": (False,)},
            {"dim": (0, 2), "unbiased": False},
            {"dim": -1, "keepdim": True, "correction": 0},
            {"correction": 2},
            {"axis": 1},
            {"axis": 1, "keepdims": True},
        )
    ),
    *(
        call("aminmax", x, **kwargs)
        for x in (X, TIES)
        for kwargs in ({}, {"dim": 1}, {"dim": -1, "keepdim": True}, {"axis": 0}, {"axis": 0, "keepdims": True})
    ),
    call("aminmax", X, keepdim=True),
    call("aminmax", np.array(0.5), dim=0),
    expression("aminmax", lambda library, x: x.aminmax().max - library.aminmax(x).min, X),
    *(call("count_nonzero", K, **kwargs) for kwargs in ({}, {"dim": 1}, {"dim": (0, 1)}, {"args": (0,)}, {"axis": 1})),
    *(call("count_nonzero", x) for x in (X.round(), M, np.zeros((2, 0)), np.array(0.5))),
    *(
        call(name, x, **kwargs)
        for name in ("nansum", "nanmean")
        for x in (X, GAPS)
        for kwargs in (
            {},
            {"args": (1, True)},
            {"dim": (0, 1)},
            {"dim": 1, "dtype": "float64"},
            {"axis": 1},
            {"axis": 1, "keepdims": True},
            {"dim": -1, "keepdim": True},
        )
    ),
    *(call("nansum", x) for x in (K, M)),
    call("nansum", K, dtype="float64"),
    *(call(name, x) for name in ("nansum", "nanmean") for x in (np.zeros(0), np.array([np.nan, 1.0]))),
    call("nanmean", np.array([np.nan, np.nan]), order=0),  # the gradient is 0, PyTorch's NaN
    *(
        call("logsumexp", X, **kwargs)
        for kwargs in (
            {"args": (1, True)},
            {"dim": -1},
            {"dim": (0, 2)},
            {"dim": [0, -1], "keepdim": True},
            {"axis": 1},
            {"axis": 1, "keepdims": True},
        )
    ),
    *(call("logsumexp", x, dim=0) for x in (K, M, np.array(0.5), np.zeros((0, 2)), np.array([1000.0, 1000, -1000]))),
    *(
        call("norm", X, **{"p": p} | kwargs)
        for p in ORDERS
        for kwargs in ({}, {"dim": 1}, {"dim": (0, 2), "keepdim": True})
    ),
    *(
        call("norm", X, **kwargs)
        for kwargs in (
            {},
            {"args": ("fro",)},
            {"args": (3, 1, True)},
            {"p": None, "dim": 0},
            {"keepdim": True},
            {"dim": []},
            {"dim": (0, 2), "p": "nuc"},
            {"dim": (0, 1), "p": "nuc", "keepdim": True},
            {"dtype": "float64"},
            {"dim": 1, "p": 1, "dtype": "float64"},
            {"p": "nuc", "dim": (1, 2), "dtype": "float64"},
        )
    ),
    call("norm", X[0], p="nuc"),
    *(call("norm", np.array(-0.5), p=p, dim=0) for p in (2, 3)),
    *(call("norm", ZEROS, args=(p, 1), order=1) for p in ORDERS if p != 0.5),
    *(call("norm", np.zeros(0), args=(p,)) for p in (0, 1, 2, 0.5)),
    call("norm", np.zeros(0), args=(3,), order=1),
    *(call("norm", np.array(-0.5), args=(p,)) for p in (0, 1, 2, 3, inf)),
    *(call("dist", X, Y, args=args) for args in ((), (1,), (3,), (inf,), (-inf,), (0.5,))),
    call("dist", X, Y[:, :1], p=2),
    expression(
        "dist", lambda library, x, y: library.dist(x.detach(), y.detach(), p=0), X, Y
    ),  # PyTorch's derivative raises
    call("dist", X, X.copy(), order=1),
    *(
        call("renorm", X, args=args)
        for args in ((2, 0, 1.0), (1, 1, 3), (3, -1, 0.5), (inf, 1, 1.0), (0.5, 2, 9), (2, 1, 100.0), (2, 0, 0))
    ),
    call("renorm", X[0], p=2, dim=0, maxnorm=1.5),
    call("renorm", ZEROS, args=(2, 0, 0.5), order=1),
    expression("renorm", lambda library, x: (x * 1).renorm_(2, 0, 1.0), X),
    *(call("trace", x) for x in (X[0], X[0].T, X[0, :3, :3], K, np.zeros((0, 3)))),
    *(call(name, x) for name in ("all", "any") for x in (K.astype(np.uint8), np.array(0.5))),
    call("all", K.astype(np.uint8), dim=1),
    *(call(name, X, dim=()) for name in ("sum", "mean", "amax")),
    *(call(name, X, dim=np.int64(1)) for name in ("sum", "var", "amin")),
    *(call(name, np.zeros((0, 3)), dim=1) for name in ("amax", "max", "argmin", "aminmax")),
    *(
        call(name, RNG.standard_normal(shape), dim=dim)
        for name in ("sum", "mean", "var", "amax", "amin", "logsumexp", "softmax", "log_softmax")
        for shape, dim in (
            ((70, 90), 1),
            ((70, 90), 0),
            ((300, 20), 1),
            ((8, 20, 40), 1),
            ((2, 2500), 1),
            ((2500, 2), 0),
        )
    ),
    *(call(name, RNG.standard_normal((10, 20, 30)), dim=(0, 2)) for name in ("sum", "var", "logsumexp")),
    *(call(name, RNG.standard_normal((10, 20, 30)), dim=(1, 2)) for name in ("sum", "var", "logsumexp")),
    *(call(name, RNG.standard_normal((70, 90))) for name in ("sum", "mean", "std", "max", "norm")),
]

ERRORS = [
    (lambda: T.sum(dim=3), IndexError, "sum.*dim.*3|axis 3"),
    (lambda: T.softmax(5), IndexError, "5"),
    (lambda: T.max(dim=-4), IndexError, "-4"),
    (lambda: autograd.tensor([1, 2]).mean(), RuntimeError, "mean: needs floating-point values, got int64"),
    (lambda: autograd.tensor([1, 2]).std(), RuntimeError, "std: needs floating-point values, got int64"),
    (lambda: autograd.zeros(0, 3).max(dim=0), (RuntimeError, ValueError, IndexError), ""),
    (lambda: autograd.zeros(0, 3).max(dim=0), IndexError, r"max: dim 0 of shape \(0, 3\) has no elements"),
    (lambda: autograd.zeros(0, 3).amin(dim=(0, 1)), IndexError, "amin: dim 0 of shape"),
    (lambda: autograd.zeros(0, 3).argmax(dim=0), IndexError, "argmax: dim 0 of shape"),
    (lambda: autograd.zeros(0).argmax(), IndexError, "argmax: dim 0 of shape"),
    (lambda: autograd.zeros(0).max(), RuntimeError, r"max: the tensor of shape \(0,\) has no elements; say over which"),
    (lambda: autograd.zeros(0).amin(), RuntimeError, "amin: the tensor of shape"),
    (lambda: autograd.zeros(0).aminmax(), RuntimeError, "aminmax: the tensor of shape"),
    (lambda: T.sum((0, 0)), RuntimeError, r"sum: a dimension is named twice in \(0, 0\)"),
    (lambda: T.amax((0, -3)), RuntimeError, "amax: a dimension is named twice"),
    (lambda: T.var((0, 5)), IndexError, "var: dim 5 is out of range"),
    (lambda: T.logsumexp(), TypeError, "logsumexp: say along which dimension"),
    (lambda: T.long().nanmean(), RuntimeError, "nanmean: needs floating-point values, got int64"),
    (lambda: autograd.var_mean(T.long()), RuntimeError, "var: needs floating-point values, got int64"),
    (lambda: T.long().norm(), RuntimeError, "vector_norm: needs floating-point values, got int64"),
    (lambda: T.norm("abc", dim=(0, 1)), RuntimeError, "matrix_norm: ord 'abc' is not one of"),
    (lambda: T.norm("nuc"), RuntimeError, "matrix_norm: dim is a pair of dimensions"),
    (lambda: T.renorm(2, 5, 1.0), IndexError, "renorm: dim 5 is out of range"),
    (lambda: T[0, 0].renorm(2, 0, 1.0), RuntimeError, r"renorm: needs two dimensions or more, got shape \(4,\)"),
    (lambda: T.renorm(0, 0, 1.0), RuntimeError, "renorm: p must be positive, got 0"),
    (lambda: T.renorm(2, 0, -1.0), RuntimeError, "renorm: maxnorm must not be negative, got -1.0"),
    (lambda: T.trace(), RuntimeError, r"trace: expected a matrix, got shape \(2, 3, 4\)"),
    (lambda: T.max(dim=(0, 1)), TypeError, r"max: dim is one integer, got \(0, 1\); amax takes several"),
    (lambda: T.min(dim=[0, 1]), TypeError, r"min: .*; amin takes several"),
    (lambda: T.softmax(), TypeError, "softmax: say along which dimension"),
    (lambda: T.long().softmax(0), RuntimeError, "softmax: needs floating-point values, got int64"),
    (lambda: T.long().log_softmax(0), RuntimeError, "log_softmax: needs floating-point values, got int64"),
]
