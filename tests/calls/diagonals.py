"""Functions of diagonals and triangles of matrices."""

import numpy as np

import autograd
from tests.calls.call import K, V, X, Y, call

T = autograd.tensor(X)
POINT = np.array(2.0)
NOTHING = np.zeros((2, 0))
HARD = np.array([[np.nan, np.inf], [-np.inf, np.nan]])

CALLS = [
    *(call("diag", x, args=args) for x in (V, X[0], X[0].T, NOTHING, V[:0], K) for args in ((), (1,), (-2,), (7,))),
    call("diag", X[0], diagonal=-1),
    *(call("diagflat", x, args=args) for x in (V, X[0], POINT, NOTHING) for args in ((), (2,))),
    call("diagflat", X[0], offset=-1),
    *(
        call("diag_embed", x, args=args)
        for x in (V, X[0], X, NOTHING)
        for args in ((), (1,), (-2,), (0, 0, 1), (1, 1, 0), (0, -1, 0))
    ),
    call("diag_embed", X, offset=1, dim1=0, dim2=-2),
    *(
        call("diagonal", x, args=args)
        for x in (X[0], X, NOTHING)
        for args in ((), (1,), (-1,), (5,), (-5,), (0, 1, 0), (1, -1, 0))
    ),
    call("diagonal", X, offset=1, dim1=1, dim2=2),
    call("diagonal_scatter", X, Y[0, :2].T),
    call("diagonal_scatter", X, Y[:, :, 0], offset=1, dim1=1, dim2=2),
    call("diagonal_scatter", X, Y[0, :, :2], args=(2, 0, 2)),
    *(
        call("diagonal_scatter", X[0], V[:n], args=args)
        for n, args in ((3, ()), (2, (-1,)), (3, (-1, 1, 0)), (0, (4,)))
    ),
    call("diagonal_scatter", X[0], np.array([1, 2, 3])),
    *(
        call(name, x, args=args)
        for name in ("tril", "triu")
        for x in (X[0], X, X[0].T, NOTHING, K, HARD)
        for args in ((), (1,), (-1,), (9,), (-9,))
    ),
    *(call(name, X, diagonal=1) for name in ("tril", "triu")),
]

ERRORS = [
    (lambda: T.diag(), RuntimeError, r"diag: needs a vector or a matrix, got shape \(2, 3, 4\); use diagonal"),
    (lambda: autograd.tensor(1.0).diag(), RuntimeError, r"diag: needs a vector or a matrix, got shape \(\)"),
    (lambda: T.diagonal(0, 1, 1), RuntimeError, "diagonal: needs two different dimensions, got 1 and 1"),
    (lambda: T.diagonal(0, 1, 3), IndexError, "diagonal: dim 3"),
    (lambda: T[0, 0].diagonal(), IndexError, "diagonal: dim 1"),
    (lambda: T.diag_embed(0, 0, 0), RuntimeError, "diag_embed: needs two different dimensions"),
    (lambda: T.diag_embed(0, 0, 4), IndexError, "diag_embed: dim 4"),
    (
        lambda: T[0].diagonal_scatter(T[0, 0]),
        RuntimeError,
        r"diagonal_scatter: src takes the place of diagonals of shape \(3,\), but has shape \(4,\)",
    ),
    (lambda: T.diagonal_scatter(T, 0, 1, 1), RuntimeError, "diagonal_scatter: needs two different dimensions"),
    (lambda: T[0, 0].tril(), RuntimeError, r"tril: needs at least 2 dimensions, got shape \(4,\)"),
    (lambda: T[0, 0].triu(), RuntimeError, r"triu: needs at least 2 dimensions, got shape \(4,\)"),
]
