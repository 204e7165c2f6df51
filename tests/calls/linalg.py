"""Products of matrices and vectors."""

import autograd
from tests.calls.call import RNG, K, V, X, call

T = autograd.tensor(X)

CALLS = [
    call("matmul", X, RNG.standard_normal((4, 2))),
    call("mm", X[0], RNG.standard_normal((4, 2))),
    call("bmm", X, RNG.standard_normal((2, 4, 2))),
    call("mv", X[0], RNG.standard_normal(4)),
    call("dot", V, V[::-1].copy()),
    call("matmul", K, K.T),
]

ERRORS = [
    (lambda: autograd.mm(T, T), RuntimeError, r"mm: needs tensors with 2 and 2 dimensions, got shapes \(2, 3, 4\)"),
    (lambda: T @ T, RuntimeError, r"matmul: shapes \(2, 3, 4\) and \(2, 3, 4\) do not multiply: 4 is not 3"),
    (lambda: T @ 2.0, (RuntimeError, TypeError), "matmul"),
]
