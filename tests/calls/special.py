"""Special functions."""

import numpy as np

import autograd
from tests.calls.call import P, X, call, expression

T = autograd.tensor(X)
S = np.tanh(X) / 2 + 0.5  # between 0 and 1

CALLS = [
    # PyTorch's trigamma, the derivative of digamma, has ten digits
    *(call(name, P, tolerance=3e-9, dtypes=("float64",)) for name in ("lgamma", "digamma")),
    *(call(name, P, dtypes=("float32",)) for name in ("lgamma", "digamma")),
    *(
        expression(
            "polygamma",
            lambda library, x, n=n: library.polygamma(n, x),
            P,
            tolerance=2e-5 if n < 2 else None,
            covers="n",
        )
        for n in (0, 1, 2, 3)
    ),
    expression("polygamma", lambda library, x: library.polygamma(n=2, input=x), P),
    expression("polygamma", lambda library, x: x.polygamma(2), P),
    expression("polygamma", lambda library, x: (x * 1).polygamma_(2), P),
    call("xlogy", X, args=(2.5,)),
    expression("xlogy", lambda library, x: library.xlogy(2, x), P),
    # next to 2 x erfcx(x) the derivative of erfcx is small: in float32 two digits less
    *(call(name, 4 * X, module="special", dtypes=("float64",)) for name in ("erfcx", "ndtr", "log_ndtr")),
    expression("xlog1py", lambda library, x: library.special.xlog1py(2, x), P, module="special"),
    call("multigammaln", P + 1, args=(3,), module="special", tolerance=2e-5),
    call("mvlgamma", P + 1, args=(1,), tolerance=2e-5),
    call("mvlgamma", P + 1, p=4, tolerance=2e-5),
    call("logit", S),
    call("logit", S, args=(0.3,)),
    call("logit", S, eps=1e-6),
]

ERRORS = [
    (lambda: autograd.polygamma(-1, T), RuntimeError, "polygamma: the order n is from 0 to 100, got -1"),
    (lambda: T.polygamma(101), RuntimeError, "polygamma: the order n is from 0 to 100, got 101"),
    (lambda: autograd.polygamma(T, 1), TypeError, "polygamma: the order comes first"),
    (lambda: T.mvlgamma(0), RuntimeError, "mvlgamma: p, the dimension, is at least 1, got 0"),
    (lambda: T.polygamma(1.5), TypeError, r"polygamma: the order comes first, .* got 1\.5"),
]
