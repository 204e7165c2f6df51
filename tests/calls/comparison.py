"""Comparisons, and questions about tensors and their elements."""

import numpy as np

import autograd
from tests.calls.call import M, X, Y, call, expression

T = autograd.tensor(X)
N = np.array([np.nan, np.inf, -np.inf, 1.0, -0.0])
CLOSE = X * (1 + np.where(M, 1e-6, 1e-3)) + 1e-9

COMPARISONS = ["eq", "ne", "lt", "le", "gt", "ge"]
CALLS = [
    *(call(name, X.round(), args=(1,)) for name in COMPARISONS),
    *(call(name, X.round(), M) for name in ("logical_and", "logical_or", "logical_xor")),
    *(call("logical_not", x) for x in (M, X.round())),
    *(call(name, x) for name in ("isfinite", "isinf", "isnan", "isreal") for x in (M, np.array([1, -2]))),
    call("isclose", X, CLOSE),
    call("isclose", X, CLOSE, args=(1e-2, 0.0)),
    call("isclose", X, CLOSE, rtol=0, atol=1e-3),
    call("isclose", N, N),
    call("isclose", N, N, equal_nan=True),
    call("isclose", M, ~M),
    call("isclose", np.array([1, 2, 3]), np.array([1, 3, 3]), atol=1.5),
    *(
        expression(
            name,
            lambda library, x, y, name=name, options=options: library.tensor(
                [getattr(library, name)(x, y, **options), getattr(x, name)(y, **options)]
            ),
            x,
            y,
            covers=" ".join(options),
        )
        for name, x, y, options in [
            ("allclose", X, CLOSE, {}),
            ("allclose", X, CLOSE, {"rtol": 1e-2}),
            ("allclose", X, CLOSE, {"rtol": 0, "atol": 1e-2}),
            ("allclose", N, N, {}),
            ("allclose", N, N, {"equal_nan": True}),
            ("allclose", X, X[:1], {}),
            ("equal", X, X.copy(), {}),
            ("equal", X, Y, {}),
            ("equal", X, X[:1], {}),
            ("equal", N, N, {}),
            ("equal", np.array([1, 2]), np.array([1.0, 2.0]), {}),
        ]
    ),
    expression("is_tensor", lambda library, x: library.tensor([library.is_tensor(x), library.is_tensor(2)]), X),
    expression("numel", lambda library, x: library.tensor([library.numel(x), x.numel()]), X),
    *(
        expression("is_complex", lambda library, x: library.tensor([library.is_complex(x), x.is_complex()]), x)
        for x in (X, np.array([1j, 2]), np.array([1, 2]))
    ),
    *(
        expression("is_nonzero", lambda library, x: library.tensor([library.is_nonzero(x), x.is_nonzero()]), x)
        for x in (X[0, 0, :1], np.array([[0]]), np.array(True), np.array([-0.0]), np.array([np.nan]))
    ),
    *(
        expression(
            "is_floating_point",
            lambda library, x: library.tensor([library.is_floating_point(x), x.is_floating_point()]),
            x,
        )
        for x in (X, M, np.array([1, 2]))
    ),
]

ERRORS = [
    (lambda: T.isclose(T, rtol=-1), RuntimeError, "isclose: tolerances are not negative, got rtol=-1"),
    (lambda: T.allclose(T, atol=-1), RuntimeError, "allclose: tolerances are not negative, got .*atol=-1"),
    (lambda: T.is_nonzero(), RuntimeError, "is_nonzero: asks about a tensor with one element"),
    (lambda: T.equal(2), TypeError, "equal: compares two tensors, got 2"),
    (lambda: T.lt(autograd.ones(5)), (RuntimeError, ValueError), r"\(2, ?3, ?4\)|5"),
]
