"""Functions that rearrange elements."""

import numpy as np

import autograd
from tests.calls.call import V, X, Y, call, expression

T = autograd.tensor(X)

ROWS = X[0], Y[0]
CALLS = [
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
    expression("reshape", lambda library, x: x.reshape(4, 6), X),
    expression("reshape", lambda library, x: x.reshape(4, -1), X),
    expression("view", lambda library, x: x.view_as(x.reshape(6, 4)), X),
    expression("reshape", lambda library, x: x.reshape_as(x.reshape(4, 6)), X),
    expression("view", lambda library, x: x.view(6, 4), X),
    expression("view", lambda library, x: x.view(-1), X),
    expression("permute", lambda library, x: x.permute(2, 0, 1), X),
    expression("permute", lambda library, x: x.mT, X),
    expression("permute", lambda library, x: x[0].T, X),
    expression("permute", lambda library, x: x @ x.mT, X),
    expression("expand", lambda library, x: x[:1, :, :1].expand(5, 3, 2), X),
    expression("expand", lambda library, x: x[:1, :, :1].expand(-1, 3, 2), X),
    expression("expand", lambda library, x: x[0, :, :1].expand(2, 2, 3, 4), X),
    expression("expand", lambda library, x: x[:1, :, :1].expand((2, 3, 2)), X),
    expression("expand", lambda library, x: x[:1].expand_as(x), X),
    expression("clone", lambda library, x: x.contiguous(), X),
    expression("cat", lambda library, a, b: library.cat([a, b]), *ROWS, covers="tensors"),
    expression("cat", lambda library, a, b: library.cat((a, b, a), dim=1), *ROWS, covers="tensors dim"),
    expression("cat", lambda library, a, b: library.cat((a, b), axis=1), *ROWS, covers="tensors axis"),
    expression("cat", lambda library, a, b: library.cat([a, b.detach(), a]), *ROWS, covers="tensors"),
    expression("cat", lambda library, a, b: library.cat(library.split(a, 1) + library.unbind(b[None])), *ROWS),
    expression("concat", lambda library, a, b: library.concat([a, b], -1), *ROWS, covers="tensors dim"),
    expression("concatenate", lambda library, a, b: library.concatenate([a, b], 0), *ROWS, covers="tensors dim"),
    expression("stack", lambda library, a, b: library.stack([a, b, a], dim=1), *ROWS, covers="tensors dim"),
    expression("stack", lambda library, a, b: library.stack((a, b), -1), *ROWS, covers="tensors dim"),
    expression("stack", lambda library, a, b: library.stack((a, b), axis=1), *ROWS, covers="tensors axis"),
    call("squeeze", X[:1], axis=0),
]

ERRORS = [
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
    (lambda: autograd.cat([T, autograd.ones(1)]), (RuntimeError, ValueError), "dimension"),
    (lambda: autograd.cat([]), (RuntimeError, ValueError), "cat"),
    (lambda: autograd.stack([T, T[0]]), (RuntimeError, ValueError), "shape"),
    (lambda: T.expand(3, 3, 4), (RuntimeError, ValueError), "expand"),
]
