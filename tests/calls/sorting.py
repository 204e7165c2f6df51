"""Orders along a dimension, and searching."""

import numpy as np

import autograd
from tests.calls.call import K, X, call, expression

T = autograd.tensor(X)
TIES = np.array([[1.0, 0.0, np.nan, 1.0, -0.0, np.inf], [2.0, 2.0, 2.0, -np.inf, np.nan, np.nan]])
EDGES, POINTS = np.array([1.0, 3.0, 3.0, 5.0]), np.array([[3.0, 0.0, 9.0], [1.0, 5.0, 4.0]])
ROWS = np.sort(X, axis=-1)


def at_indices(name, *args, x=TIES, dim=-1):
    """A row where the order of equal elements is not defined: it compares the values and those at the indices."""

    def run(library, x):
        found = getattr(library, name)(x.detach(), *args)
        return found.values, library.gather(x.detach(), dim, found.indices)

    return expression(name, run, x)


CALLS = [
    call("sort", X),
    call("sort", X, args=(0,)),
    call("sort", X, args=(1, True)),
    call("sort", X, dim=-2, descending=True),
    call("sort", TIES, stable=True, dim=-1),
    call("sort", TIES, stable=True, dim=1, descending=True),
    call("sort", TIES, stable=True, dim=0, descending=False),
    call("sort", np.array(0.5)),
    call("sort", np.array(0.5), dim=-1, descending=True),
    call("sort", np.zeros((2, 0))),
    call("sort", K),
    call("sort", K > 2, dim=1, stable=True),
    at_indices("sort"),
    at_indices("sort", -1, True),
    at_indices("sort", 0, x=TIES[[0, 0, 1]], dim=0),
    call("argsort", X),
    call("argsort", X, args=(0, True)),
    call("argsort", TIES, dim=1, descending=True, stable=True),
    call("argsort", TIES, dim=0, stable=True),
    call("argsort", np.array(0.5)),
    call("argsort", K),
    call("msort", X),
    call("msort", TIES[:1]),
    call("msort", np.array(0.5)),
    call("topk", X, args=(2,)),
    call("topk", X, args=(3, 1)),
    call("topk", X, args=(1, 0, False)),
    call("topk", X, k=4, dim=-1, largest=False, sorted=True),
    call("topk", X, k=0),
    call("topk", X, k=1, sorted=False),
    call("topk", np.array(0.5), k=1),
    call("topk", K, k=2, dim=1),
    at_indices("topk", 4),
    at_indices("topk", 3, -1, False),
    expression("topk", lambda library, x: library.sort(x.topk(3, sorted=False).values).values, X, covers="sorted"),
    expression("topk", lambda library, x: library.sort(x.topk(3, 2, False, False).values).values, X, covers="sorted"),
    call("kthvalue", X, args=(2,)),
    call("kthvalue", X, args=(3, 1)),
    call("kthvalue", X, args=(1, 0, True)),
    call("kthvalue", X, k=4, dim=2, keepdim=True),
    call("kthvalue", np.array(0.5), k=1, keepdim=True),
    call("kthvalue", np.zeros((0, 2)), k=1),
    call("kthvalue", K, k=2, dim=1),
    at_indices("kthvalue", 5, -1, True),
    at_indices("kthvalue", 3, 1, True),
    call("nonzero", K),
    call("nonzero", X, as_tuple=False),
    call("nonzero", X * (X > 0), as_tuple=True),
    call("nonzero", np.array(0.5)),
    call("nonzero", np.array(0.5), as_tuple=True),
    call("nonzero", np.array(0.0), as_tuple=True),
    call("nonzero", np.zeros((2, 0)), as_tuple=True),
    call("nonzero", np.array([True, False])),
    call("argwhere", K),
    call("argwhere", np.array(0.0)),
    call("argwhere", np.array([np.nan, -0.0])),
    call("searchsorted", EDGES, POINTS),
    call("searchsorted", EDGES, POINTS, right=True),
    call("searchsorted", EDGES, POINTS, side="left", out_int32=True),
    call("searchsorted", EDGES, POINTS, side="right", right=True),
    call("searchsorted", EDGES, args=(3.0,)),
    call("searchsorted", EDGES, args=(4,), right=True),
    call("searchsorted", ROWS, X[..., :2]),
    call("searchsorted", ROWS, X, right=True, out_int32=True),
    call("searchsorted", X, X, sorter=np.argsort(X)),
    call("searchsorted", EDGES[::-1].copy(), POINTS, sorter=np.array([3, 1, 2, 0])),
    call("searchsorted", EDGES, np.array(3.0)),
    call("searchsorted", np.array([1, 3]), np.array([[2]])),
    call("searchsorted", np.zeros(0), POINTS),
    call("searchsorted", EDGES, np.array([np.nan, np.inf, -np.inf])),
    call("bucketize", POINTS, EDGES),
    call("bucketize", POINTS, EDGES, right=True, out_int32=True),
    call("bucketize", args=(3.0, EDGES)),
    call("bucketize", K, np.array([0, 3])),
    call("isin", K, np.array([3, 7, 9])),
    call("isin", K, np.array([[3], [7]]), invert=True, assume_unique=True),
    call("isin", K, args=(7,)),
    call("isin", args=(7, K), invert=True),
    call("isin", POINTS, EDGES, assume_unique=False),
    call("isin", np.array([1.0, np.nan]), np.array([np.nan, 1.0])),
    call("isin", np.zeros(0), EDGES),
    call("isin", K, np.zeros(0, np.int64)),
    call("isin", np.array(1.0), EDGES),
]

ERRORS = [
    (lambda: T.sort(3), IndexError, "sort: dim 3 is out of range"),
    (lambda: T.argsort(-4), IndexError, "argsort: dim -4 is out of range"),
    (lambda: autograd.tensor([1j]).sort(), RuntimeError, "sort: complex numbers have no order"),
    (lambda: T.topk(5), RuntimeError, "topk: k must be between 0 and 4, the size of dim 2, got 5"),
    (lambda: T.topk(-1), RuntimeError, "topk: k must be between 0 and 4"),
    (lambda: T.sum().topk(2), RuntimeError, "topk: k must be between 0 and 1"),
    (lambda: T.kthvalue(0), RuntimeError, "kthvalue: k must be between 1 and 4, the size of dim 2, got 0"),
    (lambda: T.kthvalue(4, 1), RuntimeError, "kthvalue: k must be between 1 and 3, the size of dim 1, got 4"),
    (lambda: T.topk(1.5), TypeError, "topk: k must be an integer, got 1.5"),
    (lambda: T.kthvalue(1.0), TypeError, "kthvalue: k must be an integer, got 1.0"),
    (lambda: autograd.zeros(2, 0).kthvalue(1), IndexError, "kthvalue: dim 1 has size 0"),
    (lambda: autograd.searchsorted(T[0, 0], T, side="middle"), RuntimeError, "searchsorted: side is .*'middle'"),
    (lambda: autograd.searchsorted(T[0, 0], T, side="left", right=True), RuntimeError, "searchsorted: .* opposites"),
    (lambda: autograd.searchsorted(T, T[0]), RuntimeError, r"searchsorted: .*\(2, 3, 4\) and \(3, 4\)"),
    (lambda: autograd.searchsorted(T, 1.0), RuntimeError, r"searchsorted: .*\(2, 3, 4\) and \(\)"),
    (lambda: autograd.searchsorted(T[0, 0], T, sorter=T[0, 0]), RuntimeError, "searchsorted: the sorter .* float64"),
    (
        lambda: autograd.searchsorted(T[0, 0], T, sorter=autograd.arange(3)),
        RuntimeError,
        r"searchsorted: the sorter must have .*\(4,\), got \(3,\)",
    ),
    (
        lambda: autograd.searchsorted(T[0, 0], T, sorter=autograd.arange(1, 5)),
        RuntimeError,
        r"searchsorted: the sorter has indices out of range \[0, 3\]",
    ),
    (lambda: autograd.bucketize(T, T), RuntimeError, r"bucketize: .* vector, got shape \(2, 3, 4\)"),
    (lambda: autograd.isin(1, 2), TypeError, "isin: one of elements and test_elements must be a tensor"),
]
