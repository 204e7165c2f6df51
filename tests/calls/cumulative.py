"""What accumulates along a dimension, and differences."""

import numpy as np

import autograd
from tests.calls.call import RNG, K, M, P, V, X, Y, call, expression

T = autograd.tensor(X)
Z = np.array([[2.0, 0, 3, 0, 1], [0, 1, 2, 3, 4], [1, 0, 2, 3, 4]])  # zeros: two, one, one
TIES = np.array([[1.0, 3, 3, 2, 3], [2, 2, 1, 1, 5]])
POINTS = np.array([0.0, 1.0, 3.0, 3.5])

CALLS = [
    *(
        call(name, P, **kwargs)
        for name in ("cumsum", "cumprod", "cummax", "cummin", "logcumsumexp")
        for kwargs in ({"args": (1,)}, {"dim": 0}, {"dim": -1}, {"axis": 1})
    ),
    *(call(name, X, dim=1, dtype="float64") for name in ("cumsum", "cumprod")),
    *(call(name, X, dim=1, dtype="float32", dtypes=("float32",)) for name in ("cumsum", "cumprod")),
    expression("cumsum", lambda library, x: x.detach().cumsum(1, dtype=library.int64), P),
    expression("cumprod", lambda library, x: x.detach().cumprod(1, dtype=library.int64), P),
    *(call(name, k, dim=1) for name in ("cumsum", "cumprod") for k in (K, K.astype(np.int32), K.astype(np.uint8))),
    *(call(name, M, dim=1) for name in ("cumsum", "cumprod", "cummax", "cummin")),
    *(call(name, K, dim=1) for name in ("cummax", "cummin")),
    *(
        call(name, np.array(0.5), dim=dim)
        for name in ("cumsum", "cumprod", "cummax", "cummin", "logcumsumexp")
        for dim in (0, -1)
    ),
    *(
        call(name, np.zeros((2, 0)), dim=dim)
        for name in ("cumsum", "cumprod", "cummax", "cummin", "logcumsumexp")
        for dim in (0, 1)
    ),
    call("cumprod", Z, dim=1),
    call("cumprod", Z, dim=0),
    *(call(name, TIES, dim=1) for name in ("cummax", "cummin")),
    *(
        expression(name, lambda library, x, name=name: getattr(library, name)(x, 1).values, TIES)
        for name in ("cummax", "cummin")
    ),
    *(
        expression(name, lambda library, x, name=name: getattr(library, name)(x, 1).indices, TIES)
        for name in ("cummax", "cummin")
    ),
    call("logcumsumexp", np.array([1000.0, 0, 1000, -1000]), dim=0, dtypes=("float64",)),
    call("cumsum", RNG.standard_normal((3, 70)), dim=0),
    call("logcumsumexp", RNG.standard_normal((2, 40)), dim=1),
    expression("cumsum", lambda library, x: x.clone().cumsum_(1), K.astype(np.int32)),
    call("diff", X),
    *(call("diff", X, **kwargs) for kwargs in ({"n": 2}, {"n": 0}, {"n": 9}, {"dim": 0}, {"n": 2, "dim": 1})),
    call("diff", X, args=(1, 1)),
    call("diff", X, dim=1, prepend=Y[:, :1]),
    call("diff", X, dim=1, append=Y, n=2),
    call("diff", X, prepend=Y, append=Y),
    expression("diff", lambda library, x, y: library.diff(x, prepend=y, append=y), X, Y),
    *(call("diff", x) for x in (K, M, np.array([2.0]), np.zeros(0))),
    *(
        row
        for name in ("trapezoid", "cumulative_trapezoid")
        for row in (
            call(name, X),
            call(name, X, dim=1),
            call(name, X, dx=0.5),
            call(name, X, dx=2, dim=0),
            call(name, X, POINTS),
            call(name, X, V, dim=1),
            call(name, X, Y),
            call(name, X, Y[:, :1], dim=-1),
            call(name, K),
            call(name, np.array([1.5])),
        )
    ),
    call("trapz", X, dim=1),
    call("trapezoid", X, Y[0, :1]),
    expression("trapezoid", lambda library, y, x: library.trapezoid(y=y, x=x), X, POINTS, covers="x"),
    expression(
        "cumulative_trapezoid", lambda library, y, x: library.cumulative_trapezoid(y=y, x=x), X, POINTS, covers="x"
    ),
]

ERRORS = [
    *(
        (lambda name=name, error=error: getattr(T, name)(error), IndexError, f"{name}: dim {error} is out of range")
        for name in ("cumsum", "cumprod", "cummax", "cummin", "logcumsumexp")
        for error in (3, -4)
    ),
    (lambda: T.cumsum(), TypeError, "cumsum: say along which dimension"),
    (lambda: T.cumprod("a"), TypeError, "cumprod: expected a dimension, an integer, got 'a'"),
    (lambda: T.long().logcumsumexp(0), NotImplementedError, "logcumsumexp: needs floating-point values, got int64"),
    (lambda: autograd.tensor(1.0).diff(), RuntimeError, "diff: needs one dimension or more"),
    (lambda: T.diff(n=-1), RuntimeError, "diff: the order n must not be negative, got -1"),
    (lambda: T.diff(dim=3), IndexError, "diff: dim 3 is out of range"),
    (lambda: T.diff(prepend=T[0]), RuntimeError, r"diff: prepend and append .* got \(3, 4\) for \(2, 3, 4\)"),
    (lambda: T.diff(append=T[:1]), RuntimeError, r"diff: prepend and append .* along dim 2, got \(1, 3, 4\)"),
    (lambda: autograd.trapezoid(autograd.tensor(1.0)), IndexError, "trapezoid: needs one dimension or more"),
    (lambda: autograd.trapezoid(T, dim=5), IndexError, "trapezoid: dim 5 is out of range"),
    (lambda: autograd.trapezoid(T, T[0, 0, :3]), RuntimeError, "trapezoid: 4 values of y along dim 2, but 3 points x"),
    (lambda: autograd.cumulative_trapezoid(T, T, dx=1), TypeError, "cumulative_trapezoid: give the points x, or the"),
]
