"""Functions of single elements."""

import numpy as np

import autograd
from tests.calls.call import M, P, X, Y, call, expression

T = autograd.tensor(X)

UNARY = ["abs", "absolute", "cos", "exp", "expm1", "negative", "neg", "positive", "relu", "sigmoid", "sign", "sin"]
UNARY += ["square", "tanh", "clone"]
BINARY = ["add", "sub", "subtract", "mul", "multiply", "div", "divide", "true_divide", "maximum", "minimum"]
BINARY += ["eq", "ne", "lt", "le", "gt", "ge"]
CALLS = [
    *(call(name, X) for name in UNARY),
    *(call(name, P) for name in ("log", "log1p", "sqrt")),
    *(call(name, X, Y) for name in BINARY),
    *(call(name, M) for name in ("logical_not", "bitwise_not", "all", "any")),
    *(
        call(name, M, ~M)
        for name in ("logical_and", "logical_or", "logical_xor", "bitwise_and", "bitwise_or", "bitwise_xor")
    ),
    *(call(name, X) for name in ("isnan", "isinf", "isfinite")),
    call("add", X, Y, alpha=2),
    call("sub", X, Y, alpha=0.5),
    call("subtract", X, Y, alpha=3),
    call("add", X, args=(2,)),
    call("sub", X, args=(2.5,)),
    call("mul", X, args=(2,)),
    call("div", X, args=(4,)),
    call("div", np.array([7, -7]), args=(2,)),
    call("div", np.array([7, -7]), args=(2,), rounding_mode="floor"),
    call("floor_divide", np.array([7, -7, 8]), np.array([2, 2, -3])),
    call("remainder", np.array([7.5, -7.5]), np.array([2.0, 2.0])),
    call("remainder", np.array([7, -7]), args=(3,)),
    *(call("pow", P, args=(e,)) for e in (0, 1, 2, 3, -1, 0.5, 2.0)),
    call("pow", P, Y),
    call("pow", np.array([2, 3]), args=(3,)),
    call("clamp", X, args=(-0.5, 0.5)),
    call("clamp", X, min=0.1),
    call("clamp", X, max=0.1),
    call("clip", X, args=(-0.5,)),
    call("clamp", X, X - 0.1 + 0.3 * M, X + 0.2),
    call("clamp", np.array([1, 5]), args=(2, 3)),
    call("where", M, X, Y, method=False),
    call("where", M[:, :1], X, Y[0], method=False),
    expression("where", lambda library, x: x.where(x > 0, x * 2), X),
    expression("add", lambda library, x: x.to(x.dtype) * 2, X),
    expression("add", lambda library, x: x.double() * 2, X),
    expression("add", lambda library, x: x.float() * 2, X),
    expression("add", lambda library, x: -x + +x, X),
    expression("add", lambda library, x: abs(x), X),
    expression("add", lambda library, x: 2 - x, X),
    expression("add", lambda library, x: 2 / (x + 5), X),
    expression("add", lambda library, x: x**2 + x**3.0, X),
    expression("add", lambda library, x: 2**x, X),
    expression("add", lambda library, x: 1.5 ** (x * x), X),
    expression("add", lambda library, x: x.detach() // 0.7, X),
    expression("add", lambda library, x: x % 0.7, X),
    expression("add", lambda library, x: (x > 0) & (x < 1) | ~(x == 0) ^ (x != 1), X),
    expression("add", lambda library, x: x.detach() * x, X),
]

ERRORS = [
    (lambda: autograd.tensor([2, 3]) ** -1, ValueError, "negative"),
    (lambda: T.clamp(), ValueError, "give min, max or both"),
    (lambda: T.div(2, rounding_mode="up"), ValueError, "got 'up'"),
    (lambda: T + autograd.ones(5), (RuntimeError, ValueError), r"\(2, ?3, ?4\)|5"),
    (lambda: T & T, TypeError, "bitwise_and"),
]
