"""Writing into a copy of a tensor, and in place."""

import warnings

import numpy as np

import autograd
from tests.calls.call import RNG, K, M, X, call, expression

T = autograd.tensor(X)
ROWS, LAST = RNG.standard_normal((2, 3, 3)), np.array([2, 0, 3])
MATRIX, INDEX = X[:, :, 0], np.array([[2, 0, 1], [1, 0, 2]])
REPEATED = np.array([[0, 0, 1, 0], [1, 0, 1, 1], [1, 1, 0, 1]])
SRC = RNG.standard_normal((3, 4))
FACTORS = np.array([[2.0, 0.5, -1.0, 3.0], [0.0, 4.0, 2.0, 1.0], [3.0, -2.0, 1.0, 0.25]])  # one zero in a product


def scattered(name, *reductions, x, src, dim, index, include_self=(None, False)):
    return [
        call(
            name,
            x,
            args=(dim, index),
            reduce=reduction,
            **({"src" if name == "scatter_reduce" else "source": src}),
            **({} if include is None else {"include_self": include}),
        )
        for reduction in reductions
        for include in include_self
    ]


def without_warning(row):
    """PyTorch warns that it may change index_reduce, and scatter with reduce."""

    def run(*args):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return row.run(*args)

    return row._replace(run=run)


def reduced(name, reduction, x, src, dim, index, **kwargs):
    """A row with gradients of both tensors."""
    return expression(
        name,
        lambda library, x, src: getattr(x, name)(dim, library.from_numpy(index), src, reduction, **kwargs),
        x,
        src,
        covers="reduce include_self",
    )


def both(name, run, *arrays, covers="", order=2):
    """Rows of a method, and of its in-place form, with gradients of all arrays."""
    methods = [name, name + "_"]
    return [
        expression(
            name, lambda library, x, *xs, m=m: run(library, getattr(x * 1, m), *xs), *arrays, covers=covers, order=order
        )
        for m in methods
    ]


def tensor(library, array):
    return library.from_numpy(np.array(array))


CALLS = [
    *both("index_add", lambda library, add, s: add(2, tensor(library, LAST), s), X, ROWS),
    *both(
        "index_add", lambda library, add, s: add(-1, tensor(library, [1, 1, 1]), s, alpha=-2.5), X, ROWS, covers="alpha"
    ),
    *both("index_add", lambda library, add, s: add(dim=0, index=tensor(library, [1, 1]), source=s), X, X + 1),
    *both("index_add", lambda library, add, s: add(0, tensor(library, 1), s), X[0, 0], np.array([0.3])),
    *both("index_add", lambda library, add, s: add(0, tensor(library, 0), s), np.array(0.3), np.array(2.0)),
    *both(
        "index_add", lambda library, add, s: add(1, tensor(library, np.zeros(0, np.int64)), s), X, np.zeros((2, 0, 4))
    ),
    call("index_add", K, args=(1, np.array([0, 0])), source=K[:, :2], alpha=3),
    *both("index_copy", lambda library, copy, s: copy(2, tensor(library, LAST), s), X, ROWS),
    *both("index_copy", lambda library, copy, s: copy(0, tensor(library, 0), s), X, X[:1] * 2),
    *both("index_copy", lambda library, copy, s: copy(0, tensor(library, 0), s), np.array(0.3), np.array(2.0)),
    *both("index_copy", lambda library, copy, s: copy(0, tensor(library, [2]), s), X[0, 0], np.array(0.3)),
    call("index_copy", K, args=(1, np.array([1, 0])), source=K[:, 1:]),
    *both("index_fill", lambda library, fill: fill(2, tensor(library, LAST), 7), X),
    *both("index_fill", lambda library, fill: fill(-2, tensor(library, [-1, 0, 0]), -0.5), X),
    *both("index_fill", lambda library, fill, v: fill(1, tensor(library, [0, 0, 1]), v), X, np.array(0.3)),
    *both("index_fill", lambda library, fill: fill(0, tensor(library, [0]), 7), np.array(0.3)),
    *both("index_fill", lambda library, fill: fill(0, tensor(library, 1), 7), X),
    call("index_fill", K, dim=1, index=np.array([1]), value=2),
    call("index_fill", X, dim=1, index=np.array([1]), value=np.array(2.5)),
    *both("index_put", lambda library, put, v: put((tensor(library, [1, 0]),), v), X, X[:1] * 3),
    *both("index_put", lambda library, put, v: put([tensor(library, [1, 0]), tensor(library, [-1, 0])], v), X, X[0, 0]),
    *both("index_put", lambda library, put, v: put((tensor(library, M),), v), X, np.array(0.3)),
    *both(
        "index_put",
        lambda library, put, v: put((tensor(library, [0, 0, 1]),), v, True),
        X,
        X[:1, 0] * 3,
        covers="accumulate",
    ),
    *both(
        "index_put",
        lambda library, put, v: put((tensor(library, [[1], [0]]), tensor(library, [1, 1])), v, accumulate=True),
        X,
        X[0, 0],
        covers="accumulate",
    ),
    *both("index_put", lambda library, put, v: put((tensor(library, M),), v, accumulate=True), X, np.array(0.3)),
    call("index_put", K, args=((np.array([1, 1]), np.array([0, 0])), np.array([5, 6])), accumulate=True),
    *both("masked_scatter", lambda library, scatter, s: scatter(tensor(library, M), s), X, X[::-1].copy()),
    *both("masked_scatter", lambda library, scatter, s: scatter(tensor(library, M[0]), s), X, X[::-1].reshape(-1)),
    *both(
        "masked_scatter", lambda library, scatter, s: scatter(tensor(library, M[:, :1]), s), X, X[::-1].reshape(4, 6)
    ),
    call("masked_scatter", X[0], M, args=(X * 2,)),
    call("masked_scatter", np.array(0.3), np.array(True), args=(np.array([2.0, 3.0]),)),
    call("masked_scatter", K, mask=K > 0, source=K * 2),
    *both("put", lambda library, put, s: put(tensor(library, [[0, -1], [5, 7]]), s), X, X[0, 0]),
    *both(
        "put",
        lambda library, put, s: put(tensor(library, [[0, -24], [5, 5]]), s, True),
        X,
        X[0, 0],
        covers="accumulate",
    ),
    *both(
        "put",
        lambda library, put, s: put(index=tensor(library, [0, 0]), source=s, accumulate=True),
        np.array(0.3),
        X[0, 0, :2],
        covers="accumulate",
    ),
    call("put", K, args=(np.array([0, 4]), np.array([7, 8])), accumulate=False),
    *both("scatter", lambda library, scatter, s: scatter(1, tensor(library, INDEX), s), MATRIX, MATRIX[::-1].copy()),
    # PyTorch has no derivative with respect to a source that is larger than the index, nor with reduce.
    call("scatter", MATRIX, args=(0, INDEX[:1, :2] % 2), src=ROWS[0]),
    call("scatter", X, args=(0, np.zeros(0, np.int64)), src=X),
    *both("scatter", lambda library, scatter: scatter(1, tensor(library, INDEX), 1.5), MATRIX),
    *both(
        "scatter",
        lambda library, scatter: scatter(-1, tensor(library, [[1, 1], [0, 0]]), value=-2),
        MATRIX,
        covers="value",
    ),
    *both("scatter", lambda library, scatter: scatter(0, tensor(library, 0), 2.0), np.array(0.3)),
    *both("scatter", lambda library, scatter, s: scatter(0, tensor(library, [0]), s), np.array(0.3), np.array([2.0])),
    call("scatter", K, args=(1, INDEX), value=2.5),
    *(
        expression(
            "scatter",
            lambda library, x, index=index, src=src, reduce=reduce: x.detach().scatter(
                1, tensor(library, index), src if isinstance(src, float) else library.ones_like(x) * 3, reduce=reduce
            ),
            MATRIX,
            covers="reduce",
        )
        for reduce in ("add", "multiply")
        for index in (INDEX, np.zeros((2, 3), np.int64), INDEX[:, :2])
        for src in (2.5, None)
    ),
    *both("scatter_add", lambda library, add, s: add(1, tensor(library, INDEX * 0), s), MATRIX, MATRIX * 2),
    *both("scatter_add", lambda library, add, s: add(0, tensor(library, INDEX[:, :2] % 2), s), MATRIX, ROWS[0, :2, :2]),
    *both(
        "scatter_add",
        lambda library, add, s: add(dim=2, index=tensor(library, np.full((1, 2, 6), 3)), src=s),
        X,
        np.ones((1, 2, 6)),
    ),
    *both(
        "scatter_add", lambda library, add, s: add(0, tensor(library, [0, 0]), s), np.array(0.3), np.array([1.0, 2.0])
    ),
    call("scatter_add", MATRIX, args=(0, INDEX[:, :2] % 2), src=ROWS[0]),
    call("scatter_add", K, args=(0, np.zeros((2, 3), np.int64)), src=K),
    *scattered("scatter_reduce", "sum", "prod", "mean", "amax", "amin", x=X[0], src=SRC, dim=0, index=REPEATED),
    *scattered(
        "scatter_reduce", "sum", "prod", "mean", "amax", "amin", x=K, src=K * 2, dim=1, index=np.array([[0, 0], [1, 0]])
    ),
    *(
        reduced("scatter_reduce", reduction, x, src, dim, REPEATED, include_self=include_self)
        for reduction in ("sum", "prod", "mean", "amax", "amin")
        for include_self in (True, False)
        for x, src, dim in ((SRC * 2, FACTORS, 0), (FACTORS, SRC, 1), (SRC * 2, SRC, -1))
    ),
    *(
        row
        for reduction in ("sum", "prod", "mean", "amax", "amin")
        for row in both(
            "scatter_reduce",
            lambda library, reduce, s, reduction=reduction: reduce(0, tensor(library, [0, 0, 0, 1]), s, reduction),
            np.array([3.0, 2.0]),
            np.array([3.0, -1.0, 3.0, 2.0]),
        )
    ),
    *scattered("index_reduce", "prod", "mean", "amax", "amin", x=X[0], src=SRC, dim=0, index=np.array([0, 2, 2])),
    *scattered("index_reduce", "prod", "mean", "amax", "amin", x=K, src=K[:, :2], dim=1, index=np.array([0, 0])),
    *(
        reduced(
            "index_reduce",
            reduction,
            FACTORS * 2,
            SRC,
            dim,
            np.array([0, 2, 2, 2])[: SRC.shape[dim]],
            include_self=include_self,
        )
        for reduction in ("prod", "mean", "amax", "amin")
        for include_self in (True, False)
        for dim in (0, 1)
    ),
]
CALLS = [without_warning(row) if row.name in ("index_reduce", "scatter") else row for row in CALLS]

ONE = autograd.tensor([0])
FLOAT, LONG = autograd.zeros(3), autograd.zeros(3, 4).long()
ERRORS = [
    (lambda: FLOAT.index_add(0, ONE, FLOAT), RuntimeError, r"index_add: .* shape \(1,\), got \(3,\)"),
    (lambda: FLOAT.index_add(0, ONE, FLOAT[:1].double()), RuntimeError, "index_add: .* dtype float32, got float64"),
    (lambda: FLOAT.index_add(0, autograd.tensor([3]), FLOAT[:1]), RuntimeError, "index_add: index 3 is out of range"),
    (lambda: FLOAT.index_add(0, autograd.tensor([[0]]), FLOAT[:1]), IndexError, "index_add: .* a vector"),
    (lambda: FLOAT.index_add(1, ONE, FLOAT[:1]), IndexError, "index_add: dim 1 is out of range"),
    (
        lambda: FLOAT.long().index_add(0, ONE, ONE, alpha=1.5),
        RuntimeError,
        "index_add: alpha is an integer where the input is of int64, got 1.5",
    ),
    (lambda: FLOAT.sum().index_add(0, autograd.tensor([0, 0]), FLOAT[:2]), RuntimeError, "index_add: a 0-d tensor"),
    (lambda: FLOAT.index_copy(0, autograd.tensor([-1]), FLOAT[:1]), IndexError, "index_copy: index -1 is out of range"),
    (lambda: T.index_copy(0, ONE, T[0]), IndexError, r"index_copy: .* shape \(1, 3, 4\), got \(3, 4\)"),
    (lambda: T.index_copy(0, ONE, T[:1, :1]), RuntimeError, r"index_copy: .* shape \(1, 3, 4\), got \(1, 1, 4\)"),
    (lambda: FLOAT.index_copy(0, ONE, FLOAT[:1].double()), RuntimeError, "index_copy: .* dtype"),
    (lambda: FLOAT.index_fill(0, ONE, FLOAT), RuntimeError, r"index_fill: .* one number, got shape \(3,\)"),
    (lambda: FLOAT.index_fill(0, autograd.tensor([9]), 1), IndexError, r"index_fill: index 9 .*\[-3, 2\]"),
    (lambda: FLOAT.index_fill(0, ONE, None), TypeError, "index_fill: the value must be a number .* got None"),
    (lambda: LONG.index_fill(0, ONE, np.nan), RuntimeError, "index_fill: nan is not a value of int64"),
    (lambda: LONG.byte().scatter(0, ONE[None], 300), RuntimeError, "scatter: 300 is not a value of uint8"),
    (lambda: FLOAT.index_put((ONE,), FLOAT), RuntimeError, r"setitem: .* \(3,\) does not broadcast .* \(1,\)"),
    (lambda: FLOAT.index_put((autograd.tensor([0, 1]),), FLOAT, True), RuntimeError, r"additem: .*\(3,\).*\(2,\)"),
    (lambda: FLOAT.index_put((FLOAT < 0,), FLOAT, True), RuntimeError, r"additem: .*\(3,\).*\(0,\)"),
    (lambda: FLOAT.index_put((FLOAT < 0,), FLOAT), RuntimeError, r"setitem: .*\(3,\).*\(0,\)"),
    (lambda: FLOAT.masked_scatter(LONG < 0, FLOAT), RuntimeError, r"masked_scatter: shapes \(3, 4\), \(3,\) do not"),
    (lambda: FLOAT.index_put(ONE, FLOAT), TypeError, "index_put: the indices are a tuple of tensors"),
    (lambda: FLOAT.index_put((None, ONE), FLOAT), TypeError, "index_put: the indices are a tuple of tensors"),
    (lambda: FLOAT.index_put((ONE,), 1.0), TypeError, "index_put: the source must be a tensor, got float"),
    (lambda: FLOAT.index_put((ONE,), LONG), RuntimeError, "index_put: .* dtype float32, got int64"),
    (lambda: FLOAT.index_put((ONE, ONE), FLOAT), IndexError, "too many indices"),
    (lambda: FLOAT.masked_scatter(FLOAT == 0, FLOAT[:2]), RuntimeError, "masked_scatter: .* 3 times, .* 2 elements"),
    (lambda: FLOAT.masked_scatter(ONE, FLOAT), RuntimeError, "masked_scatter: .* booleans, got int64"),
    (lambda: FLOAT.masked_scatter(FLOAT == 0, LONG), RuntimeError, "masked_scatter: .* dtype"),
    (lambda: FLOAT.put(ONE, FLOAT), IndexError, "put: the index has 1 elements, the source 3"),
    (lambda: FLOAT.put(autograd.tensor([3]), FLOAT[:1]), IndexError, "put: index 3 is out of range"),
    (lambda: FLOAT.put(ONE, LONG), RuntimeError, "put: .* dtype"),
    (lambda: FLOAT.scatter(0, ONE), TypeError, "scatter: give src, a tensor or a number"),
    (lambda: FLOAT.scatter(0, ONE, FLOAT, reduce="sum"), RuntimeError, "scatter: reduce is .*'sum'; scatter_reduce"),
    (lambda: FLOAT.scatter(0, autograd.tensor([-1]), FLOAT), RuntimeError, "scatter: index -1 is out of range"),
    (lambda: T.scatter(0, ONE, T), RuntimeError, "scatter: the index has 1 dimensions, the input 3"),
    (lambda: FLOAT.scatter(0, ONE, autograd.zeros(1, 1)), RuntimeError, "scatter: the index has 1 dimensions, src 2"),
    (
        lambda: FLOAT.scatter(0, autograd.tensor([0, 0]), FLOAT[:1]),
        RuntimeError,
        r"scatter: .* larger than src.*\(1,\)",
    ),
    (lambda: LONG.scatter(0, autograd.zeros(1, 5).long(), 1), RuntimeError, r"scatter: .*\(1, 5\).* than the input"),
    (lambda: FLOAT.scatter(0, ONE, LONG[0]), RuntimeError, "scatter: .* dtype"),
    (lambda: FLOAT.scatter_add(0, ONE, 1.0), TypeError, "scatter_add: the source must be a tensor, got float"),
    (lambda: FLOAT.scatter_add(0, autograd.tensor([5]), FLOAT), RuntimeError, "scatter_add: index 5 is out of range"),
    (lambda: FLOAT.scatter_reduce(0, ONE, FLOAT, "max"), RuntimeError, "scatter_reduce: .*amax, amin, got 'max'"),
    (lambda: FLOAT.index_reduce(0, ONE, FLOAT[:1], "sum"), RuntimeError, "index_reduce: .*'sum'; index_add"),
    (lambda: FLOAT.index_reduce(0, ONE, FLOAT, "amax"), RuntimeError, "index_reduce: .* shape"),
]
