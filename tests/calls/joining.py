"""Functions that make one tensor of several, or of several copies."""

import numpy as np

import autograd
from tests.calls.call import K, V, X, Y, call, expression

T = autograd.tensor(X)
ROWS = X[0], Y[0]
POINT = np.array(2.0)
NOTHING = np.zeros(0)
STACKS = {
    "hstack": ((V, V, POINT), (X, Y), (X[0], Y[0, :, :1]), (NOTHING, V)),
    "vstack": ((V, V), (X, Y), (X[0], Y[0, 0]), (POINT, POINT), (NOTHING, NOTHING)),
    "dstack": ((V, V), (X, Y), (X[0], Y[0]), (POINT, V[:1])),
    "column_stack": ((V, X[0]), (X, Y), (V, V), (POINT, POINT), (V,)),
}
STACKS["row_stack"] = STACKS["vstack"][:1]  # another name


def _joined(name, *arrays, covers="tensors", **kwargs):
    return expression(name, lambda library, *xs: getattr(library, name)(list(xs), **kwargs), *arrays, covers=covers)


CALLS = [
    *(_joined(name, *ROWS) for name in ("cat", "concat", "concatenate", "stack")),
    *(_joined(name, *ROWS, dim=dim, covers="tensors dim") for name in ("cat", "stack") for dim in (0, 1, -1)),
    _joined("stack", *ROWS, dim=2, covers="tensors dim"),
    _joined("stack", POINT, POINT, POINT),
    _joined("cat", *ROWS, axis=1, covers="tensors axis"),
    _joined("stack", *ROWS, axis=1, covers="tensors axis"),
    _joined("cat", X, NOTHING, Y),
    _joined("cat", NOTHING, X, dim=-1),
    _joined("cat", NOTHING, NOTHING),
    _joined("cat", V, NOTHING),
    _joined("cat", K, X[0, :2, :3]),
    _joined("cat", X[0, :2, :3], K),
    _joined("stack", K, X[0, :2, :3]),
    expression("cat", lambda library, a, b: library.cat((a, b.detach(), a)), *ROWS),
    expression("cat", lambda library, a, b: library.cat(library.split(a, 1) + library.unbind(b[None])), *ROWS),
    expression("cat", lambda library, x: library.cat([library.ones(0, dtype=library.float64), x], 1), X[0]),
    *(_joined(name, *arrays) for name, rows in STACKS.items() for arrays in rows),
    *(call("block_diag", *arrays) for arrays in (ROWS, (X[0],), (V, X[0], POINT), (X[0], np.zeros((0, 2))), (K, X[0]))),
    expression("block_diag", lambda library: library.block_diag()),
    *(call("tile", X, args=(dims,)) for dims in ((2,), (2, 1), (1, 1, 1), (2, 1, 3), (2, 2, 1, 1, 2), (0,), ())),
    call("tile", X, dims=(1, 3)),
    call("tile", POINT, args=((2, 2),)),
    call("tile", POINT, args=((),)),
    call("tile", K, args=((2, 2),)),
    expression("tile", lambda library, x: x.tile(2, 3), V),
    *(
        expression("repeat", lambda library, x, n=repeats: x.repeat(*n), x)
        for x, repeats in (
            (X, (2, 1, 3)),
            (X, ((1, 2, 1, 2),)),
            (X, (1, 1, 1)),
            (V, (2, 2)),
            (V, (0,)),
            (POINT, (3,)),
            (POINT, ((),)),
            (NOTHING, (2, 3)),
        )
    ),
    expression("repeat", lambda library, x: x.repeat(repeats=(2, 1, 1)), X, covers="repeats"),
    *(call("repeat_interleave", X, args=args) for args in ((2,), (3, 0), (2, 1), (1, -1), (0, 1))),
    *(
        call("repeat_interleave", X, args=args)
        for args in (
            (np.array([1, 0, 3]), 1),
            (np.array([2, 4]), 0),
            (np.array(2), -1),
            (np.array([2]), 1),
            (np.arange(24) % 3,),
            (np.zeros(4, int), 2),
        )
    ),
    call("repeat_interleave", X, repeats=np.array([1, 0, 3]), dim=1, output_size=4),
    call("repeat_interleave", X, repeats=2, dim=1, output_size=6),
    call("repeat_interleave", POINT, args=(3,)),
    call("repeat_interleave", NOTHING, args=(2,)),
    call("repeat_interleave", K, args=(np.array([1, 2]), 0)),
    call("repeat_interleave", np.array([1, 0, 2])),
    call("repeat_interleave", np.array([2, 2]), output_size=4),
    *(
        call("meshgrid", *arrays, indexing=indexing)
        for arrays in ((V, X[0, 0]), (V, X[0, 0], Y[0, 1, :2]), (V,), (POINT, V), (NOTHING, V))
        for indexing in ("ij", "xy")
    ),
    expression("meshgrid", lambda library, *xs: library.meshgrid(list(xs), indexing="xy"), V, X[0, 0]),
    *(call("cartesian_prod", *arrays) for arrays in ((V, X[0, 0]), (V, V[:2], X[0, 0]), (V,), (NOTHING, V))),
    *(
        call("combinations", V, **kwargs)
        for kwargs in ({}, {"r": 1}, {"r": 3}, {"r": 0}, {"r": 4}, {"with_replacement": True})
    ),
    call("combinations", X[0, 0], r=3, with_replacement=True),
    call("combinations", NOTHING),
]

ERRORS = [
    (
        lambda: autograd.cat(autograd.ones(2), autograd.ones(3)),
        TypeError,
        r"cat: expected a sequence of tensors, got one tensor of shape \(2,\)",
    ),
    (lambda: autograd.stack(T), TypeError, r"stack: expected a sequence of tensors, got one tensor"),
    (lambda: autograd.hstack(T), TypeError, r"hstack: expected a sequence of tensors, got one tensor"),
    (lambda: autograd.cat(3), TypeError, r"cat: expected a sequence of tensors, got 3"),
    (lambda: autograd.cat([T, 3.0]), TypeError, r"cat: expected a sequence of tensors, got 3.0 at position 1"),
    (lambda: autograd.stack([T, 3.0]), TypeError, r"stack: expected a sequence of tensors, got 3.0 at position 1"),
    (lambda: autograd.cat([]), ValueError, "cat: needs at least one tensor"),
    (lambda: autograd.stack([]), RuntimeError, "stack: needs at least one tensor"),
    (lambda: autograd.hstack([]), RuntimeError, "hstack: needs at least one tensor"),
    (lambda: autograd.column_stack(()), RuntimeError, "column_stack: needs at least one tensor"),
    (lambda: autograd.cat([T, autograd.ones(1)]), RuntimeError, r"cat: shapes \(2, 3, 4\), \(1,\) cannot be joined"),
    (lambda: autograd.cat([T, T[:, :2]]), RuntimeError, r"cat: shapes .*\(2, 2, 4\) cannot be joined along dim 0: all"),
    (lambda: autograd.cat([T, T[0, 0, 0]]), RuntimeError, "cat: the tensor at position 1 is 0-d .*; stack makes one"),
    (lambda: autograd.cat([T], 3), IndexError, "cat: dim 3"),
    (lambda: autograd.stack([T, T[0]]), RuntimeError, r"stack: needs tensors of one shape, got \(2, 3, 4\), \(3, 4\)"),
    (lambda: autograd.stack([autograd.ones(3)], 3), IndexError, r"stack: dim 3 .* with 1 dimension: \[-2, 1\]"),
    (
        lambda: autograd.hstack([autograd.ones(2), autograd.ones(2, 2)]),
        RuntimeError,
        r"hstack: shapes \(2,\), \(2, 2\)",
    ),
    (lambda: autograd.vstack([autograd.ones(2), autograd.ones(3)]), RuntimeError, r"vstack: shapes \(1, 2\), \(1, 3\)"),
    (lambda: autograd.dstack([autograd.ones(2), autograd.ones(3)]), RuntimeError, "dstack: shapes"),
    (lambda: autograd.column_stack([T, T[0]]), RuntimeError, "column_stack: shapes"),
    (
        lambda: autograd.block_diag(T),
        RuntimeError,
        r"block_diag: needs matrices, .* got shape \(2, 3, 4\) at position 0",
    ),
    (lambda: T.repeat(2), RuntimeError, r"repeat: needs a number for each of the 3 dimensions .* tile adds"),
    (
        lambda: T.repeat(2, 1, -1),
        RuntimeError,
        r"repeat: there cannot be a negative number of copies, got \(2, 1, -1\)",
    ),
    (lambda: T.tile(-1), RuntimeError, "tile: there cannot be a negative number of copies"),
    (lambda: T.tile(1.5), TypeError, "tile: expected integers, got 1.5"),
    (lambda: T.repeat_interleave(-1), RuntimeError, "repeat_interleave: there cannot be a negative number"),
    (lambda: T.repeat_interleave(autograd.tensor([1, -1]), 0), RuntimeError, "repeat_interleave: there cannot be a"),
    (
        lambda: T.repeat_interleave(autograd.tensor([1, 1, 1]), 0),
        RuntimeError,
        r"repeat_interleave: needs one number for each of 2 slices, got repeats of shape \(3,\)",
    ),
    (lambda: T.repeat_interleave(1.5), TypeError, "repeat_interleave: repeats is an integer or a tensor of integers"),
    (lambda: T.repeat_interleave([1, 2], 0), TypeError, "repeat_interleave: repeats is an integer or a tensor"),
    (lambda: T.repeat_interleave(2, 0, output_size=5), RuntimeError, "repeat_interleave: there are 4 slices, not 5"),
    (lambda: T.repeat_interleave(2, 3), IndexError, "repeat_interleave: dim 3"),
    (lambda: autograd.repeat_interleave(T.long()), RuntimeError, "repeat_interleave: repeats alone must be a vector"),
    (lambda: autograd.meshgrid(), RuntimeError, "meshgrid: needs at least one vector"),
    (lambda: autograd.meshgrid(T), RuntimeError, r"meshgrid: needs vectors, got shapes \(2, 3, 4\)"),
    (lambda: autograd.meshgrid(T[0, 0], indexing="yx"), RuntimeError, "meshgrid: indexing is .*, not 'yx'"),
    (lambda: autograd.meshgrid(T[0, 0], T[0, 0].float()), RuntimeError, "meshgrid: needs vectors of one dtype"),
    (lambda: autograd.cartesian_prod(), RuntimeError, "cartesian_prod: needs at least one vector"),
    (lambda: autograd.cartesian_prod(T), RuntimeError, "cartesian_prod: needs vectors, got shapes"),
    (lambda: autograd.combinations(T), RuntimeError, r"combinations: needs a vector, got shape \(2, 3, 4\)"),
    (lambda: autograd.combinations(T[0, 0], -1), RuntimeError, "combinations: needs a number .*, got -1"),
]
