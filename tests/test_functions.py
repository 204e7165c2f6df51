"""The functions under PyTorch's names, as functions and as methods: arguments, results and errors are PyTorch's."""

import re

import numpy as np
import pytest

import autograd
from autograd import functions
from tests.parity import compare

RNG = np.random.default_rng(0)
X, Y = RNG.standard_normal((2, 3, 4)), RNG.standard_normal((2, 3, 4))
P = RNG.uniform(0.5, 2, (2, 3, 4))
M = X > 0
ROWS = np.array([[2, 0, 1], [1, 1, 0]])
V = RNG.standard_normal(3)
K = np.array([[3, -2, 5], [0, 7, -1]])


def call(name, *arrays, args=(), method=True, **kwargs):
    """One row: the function's name, its array arguments, and what follows them."""
    return pytest.param(
        name, arrays, args, kwargs, method, id=f"{name}{args if args else ''}{kwargs if kwargs else ''}"
    )


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
    *(
        call(name, X, **kwargs)
        for name in ("sum", "mean", "amax", "amin", "var", "std")
        for kwargs in (
            {},
            {"dim": 1},
            {"dim": -1, "keepdim": True},
            {"dim": (0, 2)},
            {"dim": [0, -1], "keepdim": True},
            {"axis": 1},
            {"axis": 1, "keepdims": True},
        )
    ),
    *(call(name, X, args=(1, True)) for name in ("sum", "mean", "amax", "amin")),
    *(call(name, np.zeros((2, 0, 3)), dim=1) for name in ("sum", "prod", "all", "any")),
    *(call(name, np.zeros((2, 0, 3))) for name in ("sum", "prod", "all", "any")),
    *(call(name, np.array(0.5), dim=-1) for name in ("sum", "mean", "prod", "amax", "max", "argmin", "softmax")),
    *(
        call(name, X, **kwargs)
        for name in ("var", "std")
        for kwargs in ({"unbiased": False}, {"correction": 0, "dim": 1}, {"correction": 2})
    ),
    *(call(name, X, args=args) for name in ("var", "std") for args in ((False,), (1, False), (1, True, True))),
    call("sum", K),
    call("sum", M),
    call("sum", K.astype(np.uint8), dim=0),
    call("sum", K.astype(np.int32), dim=0),
    call("prod", P),
    call("prod", P, dim=1),
    call("prod", P, args=(1, True)),
    call("prod", K),
    call("prod", M, dim=0),
    *(
        call(name, X, **kwargs)
        for name in ("max", "min")
        for kwargs in ({}, {"dim": 1}, {"dim": -1, "keepdim": True}, {"axis": 0}, {"axis": 1, "keepdims": True})
    ),
    *(call(name, X, args=(1,)) for name in ("max", "min", "argmax", "argmin")),
    *(call(name, X, Y) for name in ("max", "min")),
    *(call(name, K) for name in ("max", "min", "argmax", "argmin", "amax", "amin")),
    *(
        call(name, X, **kwargs)
        for name in ("argmax", "argmin")
        for kwargs in ({}, {"dim": -1}, {"dim": 1, "keepdim": True}, {"axis": 1}, {"axis": 0, "keepdims": True})
    ),
    *(
        call(name, M, **kwargs)
        for name in ("all", "any")
        for kwargs in ({"dim": 1}, {"dim": -1, "keepdim": True}, {"dim": (0, 1)}, {"axis": 1, "keepdims": True})
    ),
    *(call(name, X, **kwargs) for name in ("all", "any") for kwargs in ({}, {"dim": 1})),
    *(call(name, X, dim=dim) for name in ("softmax", "log_softmax") for dim in (0, 1, -1)),
    *(call(name, X, args=(1,)) for name in ("softmax", "log_softmax")),
    *(call(name, X, axis=1) for name in ("softmax", "log_softmax")),
    *(call(name, np.zeros((2, 0)), dim=dim) for name in ("softmax", "log_softmax") for dim in (0, 1)),
    # products
    call("matmul", X, RNG.standard_normal((4, 2))),
    call("mm", X[0], RNG.standard_normal((4, 2))),
    call("bmm", X, RNG.standard_normal((2, 4, 2))),
    call("mv", X[0], RNG.standard_normal(4)),
    call("dot", V, V[::-1].copy()),
    call("matmul", K, K.T),
    # shapes
    *(call(name, X, args=args) for name in ("reshape",) for args in (((6, 4),), ((-1,),), ((2, -1, 2),))),
    *(call("flatten", X, **kwargs) for kwargs in ({}, {"start_dim": 1}, {"start_dim": -2, "end_dim": -1})),
    call("flatten", np.array(2.0)),
    *(
        call("squeeze", X[:1, :, :1], **kwargs)
        for kwargs in ({}, {"dim": 0}, {"dim": 1}, {"dim": -1}, {"dim": (0, 2)}, {"dim": (0, 1)})
    ),
    *(call("unsqueeze", X, dim=dim) for dim in (0, 1, 3, -1, -4)),
    *(call("permute", X, args=(dims,)) for dims in ((2, 0, 1), (-1, 0, 1), (0, 1, 2))),
    *(call(name, X, args=args) for name in ("transpose", "swapaxes") for args in ((0, 1), (-1, 0), (1, 1))),
    *(call("t", x) for x in (X[0], V, np.array(1.0))),
    *(call("movedim", X, args=args) for args in ((0, 2), (-1, 0), ((0, 1), (1, 2)))),
    call("broadcast_to", V, args=((2, 3),)),
    *(call("split", X, args=args) for args in ((1,), (2, 1), ([1, 2], 1), (3, -1), ([4], 2))),
    *(call("chunk", X, args=args) for args in ((2,), (2, 1), (3, -1), (7, 0))),
    *(call("unbind", X, args=args) for args in ((), (1,), (-1,))),
    # indexing
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
]


def converted(library, value):
    convert = autograd.tensor if library is autograd else library.from_numpy
    return convert(value) if isinstance(value, np.ndarray) else value


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize(("name", "arrays", "args", "kwargs", "method"), CALLS)
def test_functions_are_pytorchs(torch, name, arrays, args, kwargs, method, dtype):
    def function(library):
        options = {key: converted(library, value) for key, value in kwargs.items()}
        return lambda *xs: getattr(library, name)(*xs, *args, **options)

    def of_method(library):
        options = {key: converted(library, value) for key, value in kwargs.items()}
        return lambda x, *xs: getattr(x, name)(*xs, *args, **options)

    compare(function(autograd), function(torch), torch, arrays, dtype)
    if method:
        compare(of_method(autograd), of_method(torch), torch, arrays, dtype)


METHODS = [
    lambda x: x.view(6, 4),
    lambda x: x.view(-1),
    lambda x: x.reshape(4, 6),
    lambda x: x.reshape(4, -1),
    lambda x: x.permute(2, 0, 1),
    lambda x: x[:1, :, :1].expand(5, 3, 2),
    lambda x: x[:1, :, :1].expand(-1, 3, 2),
    lambda x: x[0, :, :1].expand(2, 2, 3, 4),
    lambda x: x[:1, :, :1].expand((2, 3, 2)),
    lambda x: x[:1].expand_as(x),
    lambda x: x.view_as(x.reshape(6, 4)),
    lambda x: x.reshape_as(x.reshape(4, 6)),
    lambda x: x.mT,
    lambda x: x[0].T,
    lambda x: x.where(x > 0, x * 2),
    lambda x: x.contiguous(),
    lambda x: x.to(x.dtype) * 2,
    lambda x: x.double() * 2,
    lambda x: x.float() * 2,
    lambda x: -x + +x,
    lambda x: abs(x),
    lambda x: 2 - x,
    lambda x: 2 / (x + 5),
    lambda x: x**2 + x**3.0,
    lambda x: 2**x,
    lambda x: 1.5 ** (x * x),
    lambda x: x @ x.mT,
    lambda x: x.detach() // 0.7,
    lambda x: x % 0.7,
    lambda x: (x > 0) & (x < 1) | ~(x == 0) ^ (x != 1),
    lambda x: x.detach() * x,
    lambda x: x.masked_fill(x > 0, 0),
    lambda x: sum(x),
    lambda x: [row.sum() for row in x],
    lambda x: x.max(dim=1).values + x.max(dim=1)[0],
    lambda x: x.max(dim=1).indices,
]


@pytest.mark.parametrize("index", range(len(METHODS)))
def test_methods_and_operators_are_pytorchs(torch, index):
    for dtype in ("float64", "float32"):
        compare(METHODS[index], METHODS[index], torch, [X], dtype)


SEQUENCES = [
    lambda lib, a, b, c: lib.cat([a, b]),
    lambda lib, a, b, c: lib.cat((a, b, a), dim=1),
    lambda lib, a, b, c: lib.concat([a, b], -1),
    lambda lib, a, b, c: lib.concatenate([a, b], 0),
    lambda lib, a, b, c: lib.stack([a, b, c], dim=1),
    lambda lib, a, b, c: lib.stack((a, b), -1),
    lambda lib, a, b, c: lib.stack((a, b), axis=1),
    lambda lib, a, b, c: lib.cat((a, b), axis=1),
    lambda lib, a, b, c: lib.cat([a, b.detach(), c]),
    lambda lib, a, b, c: lib.cat(lib.split(a, 1) + lib.unbind(lib.stack([b, c]))),
]


@pytest.mark.parametrize("index", range(len(SEQUENCES)))
def test_sequences_are_pytorchs(torch, index):
    function = SEQUENCES[index]
    compare(lambda *xs: function(autograd, *xs), lambda *xs: function(torch, *xs), torch, [X[0], Y[0], P[0]])


def test_every_function_is_compared():
    compared = {parameter.values[0] for parameter in CALLS} | {
        "cat",
        "concat",
        "concatenate",
        "stack",
        "view",
        "expand",
    }
    assert sorted(set(functions.__all__) - compared) == []


def test_every_function_has_an_example():
    own = {name: getattr(functions, name) for name in functions.__all__ if not hasattr(getattr(functions, name), "op")}
    assert [name for name, function in own.items() if ">>>" not in (function.__doc__ or "")] == []


T = autograd.tensor(X)
ERRORS = [
    (lambda: T.sum(dim=3), IndexError, "sum.*dim.*3|axis 3"),
    (lambda: T.softmax(5), IndexError, "5"),
    (lambda: T.max(dim=-4), IndexError, "-4"),
    (lambda: T.unsqueeze(5), IndexError, r"unsqueeze.*5"),
    (lambda: T.squeeze(7), IndexError, r"squeeze.*7"),
    (lambda: T.transpose(0, 3), IndexError, r"transpose.*3"),
    (lambda: T.flatten(2, 1), RuntimeError, "flatten"),
    (lambda: T.reshape(5, 5), (RuntimeError, ValueError), r"5"),
    (lambda: T.permute(0, 1), (RuntimeError, ValueError), "permute"),
    (lambda: T.permute(0, 1, 1), (RuntimeError, ValueError), "permute"),
    (lambda: T.split(0), (RuntimeError, ValueError), "split"),
    (lambda: T.split([1, 2], 0), (RuntimeError, ValueError), r"split.*3.*2"),
    (lambda: T.t(), RuntimeError, "t: "),
    (lambda: autograd.mm(T, T), RuntimeError, r"mm: needs tensors with 2 and 2 dimensions, got shapes \(2, 3, 4\)"),
    (lambda: T @ T, RuntimeError, r"matmul: shapes \(2, 3, 4\) and \(2, 3, 4\) do not multiply: 4 is not 3"),
    (lambda: T @ 2.0, (RuntimeError, TypeError), "matmul"),
    (lambda: autograd.tensor([1, 2]).mean(), RuntimeError, "mean: needs floating-point values, got int64"),
    (lambda: autograd.tensor([1, 2]).std(), RuntimeError, "std: needs floating-point values, got int64"),
    (lambda: autograd.tensor([2, 3]) ** -1, ValueError, "negative"),
    (lambda: T.clamp(), ValueError, "give min, max or both"),
    (lambda: T.div(2, rounding_mode="up"), ValueError, "got 'up'"),
    (lambda: T + autograd.ones(5), (RuntimeError, ValueError), r"\(2, ?3, ?4\)|5"),
    (lambda: autograd.cat([T, autograd.ones(1)]), (RuntimeError, ValueError), "dimension"),
    (lambda: autograd.cat([]), (RuntimeError, ValueError), "cat"),
    (lambda: autograd.stack([T, T[0]]), (RuntimeError, ValueError), "shape"),
    (lambda: autograd.zeros(0, 3).max(dim=0), (RuntimeError, ValueError, IndexError), ""),
    (lambda: T.index_select(3, autograd.tensor([0])), IndexError, r"index_select: dim 3 is out of range"),
    (lambda: T.index_select(0, autograd.tensor([[0]])), IndexError, r"index_select: .* a vector, got shape \(1, 1\)"),
    (lambda: T.gather(3, autograd.zeros(1, 1, 1).long()), IndexError, "gather: dim 3 is out of range"),
    (lambda: T.gather(1, autograd.tensor([0])), RuntimeError, "gather: the index has 1 dimensions, the input 3"),
    (lambda: T.take_along_dim(autograd.tensor([0]), 1), RuntimeError, "take_along_dim: the index has 1 dimensions"),
    (lambda: T.max(dim=(0, 1)), TypeError, r"max: dim is one integer, got \(0, 1\); amax takes several"),
    (lambda: T.min(dim=[0, 1]), TypeError, r"min: .*; amin takes several"),
    (lambda: T.softmax(), TypeError, "softmax: say along which dimension"),
    (lambda: T.long().softmax(0), RuntimeError, "softmax: needs floating-point values, got int64"),
    (lambda: T.long().log_softmax(0), RuntimeError, "log_softmax: needs floating-point values, got int64"),
    (lambda: T[5], IndexError, "5"),
    (lambda: T[0, 0, 0, 0], IndexError, "indices"),
    (lambda: T[1.5], (IndexError, TypeError), ""),
    (lambda: T[autograd.tensor([0.5])], IndexError, "index tensors are of integers or booleans, got float32"),
    (lambda: T.expand(3, 3, 4), (RuntimeError, ValueError), "expand"),
    (lambda: T & T, TypeError, "bitwise_and"),
]


@pytest.mark.parametrize("index", range(len(ERRORS)))
def test_errors_name_the_function(index):
    function, error, message = ERRORS[index]
    with pytest.raises(error) as caught:
        function()
    text = "\n".join([str(caught.value), *getattr(caught.value, "__notes__", ())])
    assert re.search(message, text), text
