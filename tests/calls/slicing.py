"""Functions that cut a tensor, and put something in place of a part."""

import numpy as np

import autograd
from tests.calls.call import K, V, X, Y, call, expression

T = autograd.tensor(X)
POINT = np.array(2.0)
SCALAR = autograd.tensor(2.0)
LONG = np.random.default_rng(1).standard_normal((2, 9))

CALLS = [
    *(call("select", X, args=args) for args in ((0, 1), (1, -1), (-1, 2), (2, np.array(3)))),
    call("select", X, dim=1, index=0),
    call("select", V, args=(0, 0)),
    *(call("narrow", X, args=args) for args in ((0, 1, 1), (1, -2, 2), (-1, 2, 0), (2, 4, 0), (2, np.array(1), 2))),
    call("narrow", X, dim=1, start=0, length=2),
    *(call("split", X, args=args) for args in ((1,), (2, 1), ([1, 2], 1), (3, -1), ([4], 2), ((0, 3, 0), 1))),
    call("split", X, args=(2,), dim=2),
    call("split", np.zeros((2, 0)), args=(0, 1)),
    *(call("chunk", X, args=args) for args in ((2,), (2, 1), (3, -1), (7, 0))),
    call("chunk", X, chunks=3, dim=2),
    call("chunk", np.zeros((2, 0)), args=(3, 1)),
    *(
        call("tensor_split", X, args=args)
        for args in (
            (2,),
            (3, 1),
            (3, -1),
            (6, 2),
            ((1,), 2),
            ((1, 3), 2),
            ((3, 1), 2),
            ((-1, 9), 2),
            ((), 1),
            (np.array(2), 2),
            (np.array([1, 2]), 2),
        )
    ),
    call("tensor_split", X, args=(2,), dim=1),
    *(call("hsplit", x, args=(where,)) for x, where in ((X, 3), (X, (1, 2)), (V, 3), (V, (1,)), (X[0], [2]))),
    *(call("vsplit", x, args=(where,)) for x, where in ((X, 2), (X, (1,)), (X[0], 3), (X[0], (0, 2)))),
    *(call("dsplit", x, args=(where,)) for x, where in ((X, 2), (X, (1, 3)), (X[None], 3))),
    *(call("unbind", X, args=args) for args in ((), (1,), (-1,))),
    call("unbind", X, dim=2),
    *(
        expression("unfold", lambda library, x, args=args: x.unfold(*args), x)
        for x, args in (
            (V, (0, 2, 1)),
            (LONG, (1, 3, 1)),
            (LONG, (-1, 3, 2)),
            (LONG, (1, 3, 4)),
            (LONG, (1, 8, 1)),
            (LONG, (0, 1, 1)),
            (LONG, (1, 0, 2)),
            (X, (1, 2, 1)),
            (POINT, (0, 1, 1)),
            (POINT, (0, 0, 3)),
            (K, (1, 2, 1)),
        )
    ),
    expression("unfold", lambda library, x: x.unfold(dimension=0, size=2, step=2), LONG.T),
    expression("unfold", lambda library, x: x[:, ::2].unfold(1, 2, 1), LONG),
    expression("unfold", lambda library, x: x.unfold(1, 3, 1).unfold(1, 2, 2), LONG),
    *(
        call("as_strided", X, args=args)
        for args in (
            ((2, 3), (1, 2)),
            ((4, 4), (2, 3), 1),
            ((3,), (0,)),
            ((), ()),
            ((), (), 5),
            ([2, 0], [1, 1], 23),
            ((24,), (1,)),
        )
    ),
    call("as_strided", X, size=(2, 2), stride=(4, 1), storage_offset=3),
    expression("as_strided", lambda library, x: x.mT.as_strided((2, 3), (1, 2)), X),
    expression("as_strided", lambda library, x: x[1:, ::2].as_strided((2, 3), (5, 2)), X),
    expression("as_strided", lambda library, x: x[1:, ::2].as_strided((2, 3), (5, 1), 2), X),
    expression("as_strided", lambda library, x: (x * 2)[1:, ::2].as_strided((2, 3), (5, 1), 2), X),
    expression("as_strided", lambda library, x: x.expand(4, 3).as_strided((2, 2), (1, 1)), V),
    expression("as_strided", lambda library, x: x.unfold(1, 3, 1).as_strided((3, 4), (2, 3), 1), LONG),
    *(call("select_scatter", X, src, args=args) for src, args in ((Y[0], (0, 1)), (Y[:, 0], (1, -1)))),
    call("select_scatter", X, Y[:, :, 0], dim=2, index=0),
    call("select_scatter", V, POINT, args=(0, 1)),
    call("select_scatter", X, K[:, [0, 0, 1, 1]], args=(1, 0)),
    call("slice_scatter", X, Y),
    call("slice_scatter", X, Y[:, 1:], args=(1, 1)),
    call("slice_scatter", X, Y[:, :, :2], dim=-1, start=-3, end=9, step=2),
    call("slice_scatter", X, Y[:, :, :0], dim=2, start=3, end=1),
]

ERRORS = [
    (lambda: T.select(0, 2), IndexError, "select: index 2 is out of range for dim 0 of size 2"),
    (lambda: T.select(3, 0), IndexError, "select: dim 3"),
    (lambda: SCALAR.select(0, 0), IndexError, "select: a 0-d tensor"),
    (lambda: T.narrow(2, 3, 2), RuntimeError, "narrow: there are no 2 slices from 3 on in dim 2 of size 4"),
    (lambda: T.narrow(2, 3, -1), RuntimeError, "narrow: there are no -1 slices"),
    (lambda: T.narrow(2, 5, 0), IndexError, "narrow: start 5 is out of range for dim 2 of size 4"),
    (lambda: SCALAR.narrow(0, 0, 1), RuntimeError, "narrow: a 0-d tensor"),
    (lambda: T.split(0), RuntimeError, "split: the size of a piece must be positive, got 0"),
    (lambda: T.split([1, 2], 0), RuntimeError, r"split.* add up to 2, .*; they add up to 3"),
    (lambda: T.split([1, -1, 2], 0), RuntimeError, r"split: the sizes \[1, -1, 2\] must not be negative"),
    (lambda: T.split([0.5, 1.5], 0), TypeError, "split: expected integers"),
    (lambda: SCALAR.split(1), RuntimeError, "split: a 0-d tensor"),
    (lambda: T.chunk(0), RuntimeError, "chunk: the number of chunks must be positive, got 0"),
    (lambda: SCALAR.chunk(2), RuntimeError, "chunk: a 0-d tensor"),
    (lambda: T.tensor_split(0), RuntimeError, "tensor_split: the number of pieces must be positive, got 0"),
    (lambda: SCALAR.tensor_split(1), RuntimeError, "tensor_split: a 0-d tensor"),
    (lambda: T.tensor_split((0.5,)), TypeError, "tensor_split: expected integers"),
    (lambda: T.hsplit(2), RuntimeError, "hsplit: size 3 of dim 1 does not divide into 2; tensor_split would"),
    (lambda: SCALAR.hsplit(1), RuntimeError, "hsplit: needs at least 1 dimension"),
    (lambda: T[0, 0].vsplit(1), RuntimeError, r"vsplit: needs at least 2 dimensions, got shape \(4,\)"),
    (lambda: T.vsplit(3), RuntimeError, "vsplit: size 2 of dim 0 does not divide into 3"),
    (lambda: T[0].dsplit(1), RuntimeError, r"dsplit: needs at least 3 dimensions, got shape \(3, 4\)"),
    (lambda: SCALAR.unbind(), IndexError, "unbind: a 0-d tensor"),
    (lambda: T.unbind(3), IndexError, "unbind: dim 3"),
    (lambda: T.unfold(2, 5, 1), RuntimeError, "unfold: needs a size from 0 to 4, .* got size 5 and step 1"),
    (lambda: T.unfold(2, -1, 1), RuntimeError, "unfold: needs a size from 0 to 4, .* got size -1"),
    (lambda: T.unfold(2, 2, 0), RuntimeError, "unfold: .* a positive step, got size 2 and step 0"),
    (lambda: SCALAR.unfold(0, 2, 1), RuntimeError, "unfold: needs a size from 0 to 1"),
    (lambda: T.unfold(3, 2, 1), IndexError, "unfold: dim 3"),
    (lambda: T.as_strided((13,), (2,)), RuntimeError, "as_strided: .* lead to element 24, .* has only 24 elements"),
    (lambda: T.as_strided((3,), (-1,), 5), RuntimeError, r"as_strided: .* none of them negative, got .*stride \(-1,\)"),
    (lambda: T.as_strided((3,), (1, 1)), RuntimeError, "as_strided: needs a stride for each size"),
    (lambda: T.as_strided((-3,), (1,)), RuntimeError, r"as_strided: .* got size \(-3,\)"),
    (lambda: T.as_strided((3,), (1,), -1), RuntimeError, "as_strided: .* storage_offset -1"),
    (
        lambda: T.select_scatter(T[0, 0], 0, 0),
        RuntimeError,
        r"select_scatter: src takes the place of a part of shape \(3, 4\), but has shape \(4,\)",
    ),
    (lambda: T.select_scatter(T[0], 0, 2), IndexError, "select_scatter: index 2"),
    (
        lambda: T.slice_scatter(T[:1]),
        RuntimeError,
        r"slice_scatter: src takes .* shape \(2, 3, 4\), but has \w+ \(1, 3",
    ),
    (lambda: T.slice_scatter(T, step=-1), RuntimeError, "slice_scatter: the step must be positive, got -1"),
    (lambda: SCALAR.slice_scatter(SCALAR), RuntimeError, "slice_scatter: a 0-d tensor"),
]
