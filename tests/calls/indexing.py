"""Reading and writing at an index."""

import numpy as np

import autograd
from tests.calls.call import K, M, X, call, expression

T = autograd.tensor(X)

ROWS = np.array([[2, 0, 1], [1, 1, 0]])
CALLS = [
    call("index_select", X, args=(1,), index=np.array([2, 0, 0])),
    call("index_select", X, args=(-1,), index=np.array([3, 1])),
    call("index_select", X, args=(0,), index=np.array(1)),
    call("gather", np.array(0.5), args=(0,), index=np.array(0)),
    call("gather", X[:, :, 0], args=(-1,), index=ROWS[:1, :2]),
    call("take_along_dim", X[:, :, 0], indices=ROWS[:1], dim=1),
    call("take_along_dim", X[:1, :, 0], indices=ROWS, dim=-1),
    call("take_along_dim", X[:, :, 0], indices=ROWS[:, :1] % 2, dim=0),
    call("take_along_dim", X, indices=np.array([[0, 23], [5, 5]])),
    call("gather", X[:, :, 0], args=(1,), index=ROWS),
    call("gather", X[:, :, 0], args=(0,), index=ROWS % 2),
    call("take_along_dim", X[:, :, 0], indices=ROWS, dim=1),
    call("masked_fill", X, M, args=(7.0,)),
    call("masked_fill", X, M[:, :1], args=(-3,)),
    call("masked_fill", X[0], M, args=(-np.inf,)),
    call("masked_fill", K, K > 0, args=(2.5,)),
    call("masked_fill", np.array([2**60 + 1, 3]), np.array([False, True]), args=(2.0,)),
    expression("masked_fill", lambda library, x: x.masked_fill(x > 0, 0), X),
]

ERRORS = [
    (lambda: T.index_select(3, autograd.tensor([0])), IndexError, r"index_select: dim 3 is out of range"),
    (lambda: T.index_select(0, autograd.tensor([[0]])), IndexError, r"index_select: .* a vector, got shape \(1, 1\)"),
    (lambda: T.gather(3, autograd.zeros(1, 1, 1).long()), IndexError, "gather: dim 3 is out of range"),
    (lambda: T.gather(1, autograd.tensor([0])), RuntimeError, "gather: the index has 1 dimensions, the input 3"),
    (lambda: T.take_along_dim(autograd.tensor([0]), 1), RuntimeError, "take_along_dim: the index has 1 dimensions"),
    (lambda: T[5], IndexError, "5"),
    (lambda: T[0, 0, 0, 0], IndexError, "indices"),
    (lambda: T[1.5], (IndexError, TypeError), ""),
    (lambda: T[autograd.tensor([0.5])], IndexError, "index tensors are of integers or booleans, got float32"),
]
