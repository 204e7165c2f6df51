"""Medians, quantiles, counts and covariances."""

import numpy as np

import autograd
from tests.calls.call import RNG, K, M, V, X, call, expression

T = autograd.tensor(X)
TIES = np.array([[3.0, 1, 3, 3, 1], [2, 2, 2, 2, 1]])
GAPS = np.array([[3.0, np.nan, 1, 2], [np.nan, 1, 1, 1], [1, 0, np.nan, 5]])
Q = np.array([0.0, 0.3, 0.5, 1.0])
INTERPOLATIONS = ("linear", "lower", "higher", "midpoint", "nearest")
S = np.array([[3, 1, 2], [1, 2, 2], [3, 1, 2], [3, 1, 2]])
W = RNG.uniform(0.5, 2, 4)
H = np.array([1.0, 2.0, 1.0, 0.3, -4.0, 3.0, 2.9])

CALLS = [
    *(
        call(name, x, **kwargs)
        for name in ("median", "nanmedian")
        for x in (X, X[:, :2])
        for kwargs in (
            {},
            {"args": (1,)},
            {"dim": -1, "keepdim": True},
            {"args": (0, True)},
            {"axis": 1},
            {"axis": 1, "keepdims": True},
        )
    ),
    *(call(name, x) for name in ("median", "nanmedian") for x in (TIES, GAPS, K, np.zeros(0), np.array(0.5))),
    *(call(name, x, dim=1) for name in ("median", "nanmedian") for x in (TIES, GAPS, K, np.zeros((0, 3)))),
    call("nanmedian", np.array([np.nan, np.nan])),
    *(
        expression(name, lambda library, x, n=name: getattr(library, n)(x, 1).values, TIES)
        for name in ("median", "nanmedian", "mode")
    ),
    *(
        expression(name, lambda library, x, n=name: getattr(library, n)(x, 1).indices, TIES)
        for name in ("median", "mode")
    ),
    *(
        call("mode", x, **kwargs)
        for x in (TIES, K, S)
        for kwargs in (
            {},
            {"args": (0,)},
            {"dim": 1, "keepdim": True},
            {"args": (0, True)},
            {"axis": 1},
            {"axis": 0, "keepdims": True},
        )
    ),
    *(call("mode", x) for x in (GAPS, np.array(0.5), np.zeros((0, 3)))),
    *(
        row
        for name in ("quantile", "nanquantile")
        for row in (
            *(call(name, X, args=(q,), interpolation=i) for i in INTERPOLATIONS for q in (0.3, Q)),
            *(call(name, X, args=(0.3, 1), interpolation=i) for i in INTERPOLATIONS),
            *(call(name, x, args=(Q, 1)) for x in (TIES, GAPS, X)),
            *(call(name, x, args=(0.4,)) for x in (TIES, GAPS, np.array(0.5), np.array([np.nan, np.nan]))),
            call(name, X, q=Q, dim=-1, keepdim=True),
            call(name, X, args=(Q[:1], 0, True)),
            call(name, X, args=(0.25,), keepdim=True),
            call(name, X, args=(Q,), keepdim=True),
            call(name, X, args=(0.25,), axis=1, keepdims=True),
            call(name, X, args=(Q,), axis=1),
            call(name, X, args=(np.zeros(0),)),
            call(name, X, args=(np.array(0.7),), dim=0),
            expression(
                name,
                lambda library, x, q, n=name: getattr(library, n)(x, q, 1),
                X,
                Q + np.array([0.05, 0, 0.03, -0.05]),
            ),
            expression(name, lambda library, x, q, n=name: getattr(library, n)(x, q), X, np.array(0.37)),
        )
    ),
    call("quantile", np.array([1.0, np.inf]), args=(0.3,), order=0),
    *(
        call("unique", x, **kwargs)
        for x in (K, S, np.array([3, 1, 1, 2]), np.array(3), M)
        for kwargs in (
            {},
            {"sorted": True},
            {"args": (True, True)},
            {"args": (True, True, True)},
            {"return_inverse": True},
            {"return_counts": True},
            {"return_inverse": True, "return_counts": True},
        )
    ),
    *(
        call(name, S, dim=dim, return_inverse=True, return_counts=True)
        for name in ("unique", "unique_consecutive")
        for dim in (0, 1, -1)
    ),
    *(
        call("unique_consecutive", x, **kwargs)
        for x in (K, S, np.array([1, 1, 2, 2, 1]), np.array(3))
        for kwargs in (
            {},
            {"return_inverse": True},
            {"return_counts": True},
            {"return_inverse": True, "return_counts": True},
        )
    ),
    call("unique_consecutive", S, dim=0),
    expression("unique_consecutive", lambda library, x: x.unique_consecutive(True, True, 0), S),
    expression("unique_consecutive", lambda library, x: library.unique_consecutive(x.detach(), dim=0), GAPS[[0, 0, 1]]),
    *(
        expression(
            name, lambda library, x, n=name: getattr(library, n)(x.detach(), return_inverse=True, return_counts=True), x
        )
        for name in ("unique", "unique_consecutive")
        for x in (TIES, GAPS, np.zeros(0), np.array(0.5))
    ),
    *(
        expression(name, lambda library, x, n=name: getattr(library, n)(x.detach(), dim=0, return_inverse=True), x)
        for name in ("unique", "unique_consecutive")
        for x in (TIES[[0, 1, 0, 0]], np.zeros((0, 3)))
    ),
    call("bincount", np.array([1, 1, 3])),
    call("bincount", np.array([1, 1, 3]), minlength=6),
    call("bincount", np.array([1, 1, 3], np.uint8), args=(np.array([1, 2, 3]), 6)),
    call("bincount", np.array([], np.int64)),
    call("bincount", np.array([], np.int64), minlength=3),
    expression(
        "bincount", lambda library, x, w: library.bincount(x, w.detach()), np.array([1, 1, 3]), V, covers="weights"
    ),
    *(
        expression("histc", lambda library, x, a=a, k=k: x.detach().histc(*a, **k), H, covers="bins min max")
        for a, k in (((), {}), ((4,), {}), ((4, 0, 3), {}), ((), {"bins": 5, "min": -1, "max": 2}), ((3, 1, 1), {}))
    ),
    expression("histc", lambda library, x: library.histc(x.detach(), 4), np.array([1.0, 1.0])),
    expression("histc", lambda library, x: library.histc(x.detach(), 4), np.zeros(0)),
    expression("histc", lambda library, x: library.histc(x.detach(), 4, 0, 3), np.array([1.0, np.nan, np.inf, 3.0])),
    *(
        expression("histogram", lambda library, x, f=f: f(library, x.detach()), H, covers="range weight density")
        for f in (
            lambda library, x: library.histogram(x, 4),
            lambda library, x: library.histogram(x, 4, range=(0.0, 3.0)),
            lambda library, x: x.histogram(3, range=(0.0, 3.0), density=True),
            lambda library, x: library.histogram(x, 4, weight=x * x),
            lambda library, x: library.histogram(x, x[[4, 3, 0, 5]], weight=x * x, density=True),
            lambda library, x: x.histogram(bins=x[[4, 3, 0, 5]]).bin_edges,
            lambda library, x: x.histogram(bins=x[[4, 3, 0, 5]]).hist,
        )
    ),
    *(call("cov", x) for x in (X[0], X[0, 0], X[0, :1], K, TIES)),
    *(call("cov", X[0], correction=c) for c in (0, 1, 2)),
    call("cov", X[0], fweights=np.array([1, 2, 0, 3])),
    call("cov", X[0], aweights=W),
    call("cov", X[0], aweights=W, correction=0),
    call("cov", X[0, 0], fweights=np.array([1, 2, 0, 3]), aweights=W, correction=2),
    expression("cov", lambda library, x, w: library.cov(x, aweights=w), X[0], W),
    *(call("corrcoef", x) for x in (X[0], X[0, :2], TIES)),
    call("corrcoef", X[0, 0], order=1),  # the constant 1
    call("corrcoef", K, tolerance=2e-5),  # in float32
]

ERRORS = [
    *(
        (lambda name=name: getattr(T, name)(dim=3), IndexError, f"{name}: dim 3 is out of range")
        for name in ("median", "nanmedian", "mode")
    ),
    *(
        (lambda name=name: getattr(autograd.zeros(0, 3), name)(dim=0), IndexError, f"{name}: dim 0 of shape .* has no")
        for name in ("median", "nanmedian", "mode")
    ),
    (lambda: T.median(dim=(0, 1)), TypeError, r"median: expected a dimension, an integer, got \(0, 1\)"),
    (lambda: T.quantile(0.5, 3), IndexError, "quantile: dim 3 is out of range"),
    (lambda: T.quantile(1.5), RuntimeError, r"quantile: q must be in the range \[0, 1\], got 1.5"),
    (lambda: T.quantile(float("nan")), RuntimeError, "quantile: q must be in the range"),
    (lambda: T.nanquantile(autograd.tensor([0.5])), RuntimeError, "nanquantile: q must have the dtype of the input, f"),
    (lambda: T.quantile(T[0]), RuntimeError, r"quantile: q must be a number or a vector, got shape \(3, 4\)"),
    (lambda: T.long().quantile(0.5), RuntimeError, "quantile: needs float32 or float64, got int64"),
    (lambda: T.half().quantile(0.5), RuntimeError, "quantile: needs float32 or float64, got float16"),
    (lambda: autograd.zeros(0, 3).quantile(0.5, 1), RuntimeError, r"quantile: a tensor of shape \(0, 3\) has no elem"),
    (lambda: T.quantile(0.5, interpolation="cubic"), RuntimeError, "quantile: interpolation is one of .* got 'cubic'"),
    (lambda: autograd.unique(autograd.tensor(1.0), dim=0), IndexError, "unique: a 0-d tensor has no dimension 0"),
    (lambda: T.unique(dim=3), IndexError, "unique: dim 3 is out of range"),
    (lambda: autograd.zeros(0, 3).unique(dim=1), RuntimeError, r"unique: the slices along dim 1 of shape \(0, 3\)"),
    (lambda: T.bincount(), NotImplementedError, "bincount: counts integers, got float64"),
    (lambda: autograd.tensor([1, -1]).bincount(), RuntimeError, "bincount: .* not negative, got -1"),
    (lambda: autograd.tensor([[1]]).bincount(), RuntimeError, r"bincount: .* a vector .* got shape \(1, 1\)"),
    (lambda: autograd.tensor([1]).bincount(minlength=-1), RuntimeError, "bincount: minlength must not be negative"),
    (lambda: autograd.tensor([1]).bincount(T[0, 0]), RuntimeError, r"bincount: 1 numbers .* got shape \(4,\)"),
    (lambda: autograd.tensor([1]).histc(), NotImplementedError, "histc: needs floating-point values, got int64"),
    (lambda: T.histc(0), RuntimeError, "histc: the number of bins must be positive, got 0"),
    (lambda: T.histc(3, 2, 1), RuntimeError, "histc: max must not be less than min, got 1 and 2"),
    (lambda: (T * np.nan).histc(3), RuntimeError, "histc: the range from nan to nan is not finite"),
    (lambda: autograd.tensor([1]).histogram(3), NotImplementedError, "histogram: needs floating-point values, got i"),
    (lambda: T.histogram(3, weight=T[0]), RuntimeError, r"histogram: weight must have the shape .* got \(3, 4\)"),
    (lambda: T.cov(), RuntimeError, r"cov: needs variables in rows .* got shape \(2, 3, 4\)"),
    (lambda: T[0].cov(fweights=T[0, 0]), RuntimeError, "cov: fweights are integers, got float64"),
    (lambda: T[0].cov(aweights=T[0, 0].long()), RuntimeError, "cov: aweights are floating-point numbers, got int64"),
    (lambda: T[0].cov(aweights=T[0, 0, :3]), RuntimeError, r"cov: aweights are a vector, one for each of 4 .* \(3,\)"),
    (lambda: T[0].cov(aweights=T[0, 0] * 0 - 1), RuntimeError, "cov: aweights must not be negative, got -1.0"),
]
