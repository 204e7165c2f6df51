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
    call("masked_fill", X, M, np.array(0.3)),
    call("masked_fill", X[0, 0], M, np.array(0.3)),
    expression("masked_fill", lambda library, x: x.masked_fill(x > 0, library.tensor(2.0).double()), X),
    expression("masked_fill", lambda library, x: (x * 1).masked_fill_(x > 0, 3), X),
    call("masked_select", X, M),
    call("masked_select", X, M[0]),
    call("masked_select", X[0], M),
    call("masked_select", X[:1], M[:, :1]),
    call("masked_select", X, ~M & M),
    call("masked_select", np.array(0.5), np.array(True)),
    call("masked_select", K, K > 0),
    call("take", X, args=(np.array([[0, -1], [23, 5], [5, 5]]),)),
    call("take", X, index=np.array(-24)),
    call("take", np.array(0.5), index=np.array([0, 0])),
    call("take", X, index=np.zeros((2, 0), np.int64)),
    call("take", K, index=np.array([1])),
    call("gather", X[:, :, 0], args=(0,), index=np.zeros((5, 3), np.int64)),
    call("gather", X, args=(2,), index=np.full((1, 3, 6), 3)),
    call("gather", X[0, 0], args=(0,), index=np.array([1, 1], np.int32), sparse_grad=False),
    call("gather", np.array(0.5), args=(0,), index=np.array([0, 0, 0])),
    call("gather", X, args=(0,), index=np.zeros(0, np.int64)),
    call("index_select", np.array(0.5), args=(0,), index=np.array([0])),
    call("index_select", X, dim=1, index=np.zeros(0, np.int64)),
    call("index_select", X, dim=0, index=np.array([1, 0, 1], np.int32)),
    call("take_along_dim", X, args=(np.array([[[-1]], [[0]]]), 2)),
    call("take_along_dim", np.array(0.5), indices=np.array(0)),
]

INDEX = autograd.tensor([0])
ERRORS = [
    (lambda: T.index_select(3, INDEX), IndexError, r"index_select: dim 3 is out of range"),
    (lambda: T.index_select(0, autograd.tensor([[0]])), IndexError, r"index_select: .* a vector, got shape \(1, 1\)"),
    (lambda: T.index_select(0, autograd.tensor([-1])), IndexError, r"index_select: index -1 is out of .*\[0, 1\]"),
    (
        lambda: T.index_select(1, autograd.tensor([3])),
        IndexError,
        r"index_select: index 3 .* dim 1 of size 3: \[0, 2\]",
    ),
    (lambda: T.index_select(0, autograd.tensor([0.5])), RuntimeError, "index_select: .* integers, got float32"),
    (lambda: T[0, 0, 0].index_select(0, autograd.tensor([0, 0])), RuntimeError, "index_select: a 0-d tensor .* 2"),
    (lambda: T.gather(3, autograd.zeros(1, 1, 1).long()), IndexError, "gather: dim 3 is out of range"),
    (lambda: T.gather(1, INDEX), RuntimeError, "gather: the index has 1 dimensions, the input 3"),
    (lambda: T.gather(2, autograd.zeros(2, 4, 1).long()), RuntimeError, r"gather: .*\(2, 4, 1\).*\(2, 3, 4\).*dim 2"),
    (lambda: T[0, 0].gather(0, autograd.tensor([-1])), RuntimeError, "gather: index -1 is out of range for dim 0"),
    (lambda: T[0, 0].gather(0, autograd.tensor([4])), RuntimeError, "gather: index 4 is out of range for dim 0"),
    (lambda: T[0, 0].gather(0, autograd.tensor([True])), RuntimeError, "gather: .* integers, got bool"),
    (lambda: T.take_along_dim(INDEX, 1), RuntimeError, "take_along_dim: the indices have 1 dimensions"),
    (lambda: T.take_along_dim(autograd.tensor([24])), (IndexError, RuntimeError), "take_along_dim: index 24 is out"),
    (lambda: T.take(autograd.tensor([-25])), IndexError, r"take: index -25 is out of range .*\[-24, 23\]"),
    (lambda: T.take(autograd.tensor([0.0])), RuntimeError, "take: .* integers, got float32"),
    (lambda: T.masked_select(autograd.tensor(1)), RuntimeError, "masked_select: .* booleans, got int64; compare"),
    (lambda: T.masked_fill(T.long(), 0), RuntimeError, "masked_fill: .* booleans, got int64"),
    (lambda: T.masked_fill(T > 0, T), RuntimeError, r"masked_fill: .* one number, got shape \(2, 3, 4\)"),
    (
        lambda: T.clone().masked_fill_(autograd.ones(2, 2, 3, 4).bool(), 0),
        RuntimeError,
        "masked_fill_: .* does not fit",
    ),
    (lambda: T[5], IndexError, "5"),
    (lambda: T[0, 0, 0, 0], IndexError, "indices"),
    (lambda: T[1.5], (IndexError, TypeError), ""),
    (lambda: T[autograd.tensor([0.5])], IndexError, "index tensors are of integers or booleans, got float32"),
]
