"""Products of matrices and vectors, contractions, and distances."""

import numpy as np

import autograd
import nn.functional as F
from tests.calls.call import K, V, X, call, expression, normal, well, without_warnings

T = autograd.tensor(X)
INF = np.inf
EYE = np.eye(3)

PRODUCTS = [
    call("matmul", X, normal(4, 2)),
    call("matmul", K, K.T),
    call("mm", X[0], normal(4, 2)),
    call("mm", K, K.T),
    call("mm", normal(2, 0), normal(0, 3)),
    call("bmm", X, normal(2, 4, 2)),
    call("mv", X[0], normal(4)),
    call("dot", V, V[::-1].copy()),
    call("vdot", V, V[::-1].copy()),
    *(call("inner", normal(*a), normal(*b)) for a, b in [((3,), (3,)), ((2, 3), (4, 3)), ((2, 3), (3,)), ((), (2, 3))]),
    call("inner", normal(2, 2, 3), normal(4, 3)),
    *(call("outer", *xs) for xs in [(V, normal(4)), (K[0], V), (V, normal(0))]),
    call("ger", V, normal(4)),
    *(
        call("kron", normal(*a), normal(*b))
        for a, b in [((2, 2), (3, 2)), ((2,), (3, 2)), ((2, 1, 2), (3,)), ((), (2, 3)), ((2, 0), (2, 3))]
    ),
    call("kron", K, normal(2, 2)),
    *(
        call(name, normal(*input), normal(*a), normal(*b), **factors)
        for name, inputs, a, b in [
            ("addmm", [(2, 3), (3,), ()], (2, 4), (4, 3)),
            ("addmv", [(2,), (1,), ()], (2, 4), (4,)),
            ("addbmm", [(2, 3), (3,), (2, 1)], (5, 2, 4), (5, 4, 3)),
            ("baddbmm", [(5, 2, 3), (3,), (1, 2, 1)], (5, 2, 4), (5, 4, 3)),
            ("addr", [(2, 3), (3,), (2, 1)], (2,), (3,)),
            ("addmm", [(2, 3)], (2, 0), (0, 3)),
        ]
        for input in inputs
        for factors in ({}, {"beta": 0.5, "alpha": 2}, {"beta": 0})
    ),
    call("addmm", K @ K.T, K, K.T, beta=2, alpha=3),
    call("addr", K, K[:, 0], V, order=0),  # promotes; PyTorch has no gradient then
    expression(
        "addmm", lambda library, x, a, b: x.clone().addmm_(a, b, beta=2), normal(2, 3), normal(2, 4), normal(4, 3)
    ),
    expression("addmv", lambda library, x, a, b: x.clone().addmv_(a, b, alpha=2), normal(2), normal(2, 4), normal(4)),
    expression("addr", lambda library, x, a, b: x.clone().addr_(a, b), normal(2, 3), normal(2), normal(3)),
    expression(
        "addbmm", lambda library, x, a, b: x.clone().addbmm_(a, b), normal(2, 3), normal(5, 2, 4), normal(5, 4, 3)
    ),
    expression(
        "baddbmm", lambda library, x, a, b: x.clone().baddbmm_(a, b), normal(5, 2, 3), normal(5, 2, 4), normal(5, 4, 3)
    ),
    *(
        call("cross", normal(*a), normal(*b), **kwargs)
        for a, b, kwargs in [((2, 3, 3), (2, 3, 3), {"dim": -1}), ((3, 2), (3, 1), {"dim": 0})]
    ),
    *(
        expression("cross", without_warnings(lambda library, x, y: library.cross(x, y)), normal(*shape), normal(*shape))
        for shape in [(3,), (2, 3), (3, 3), (4, 3, 3)]
    ),
    *(
        call("cross", normal(*a), normal(*b), module="linalg", **kwargs)
        for a, b, kwargs in [((3,), (3,), {}), ((1, 3), (4, 3), {}), ((3, 4), (3, 1), {"dim": 0})]
    ),
    *(
        call("vecdot", normal(*a), normal(*b), module="linalg", **kwargs)
        for a, b, kwargs in [((3,), (3,), {}), ((2, 3), (3,), {}), ((3, 4), (3, 1), {"dim": 0}), ((2, 0), (2, 0), {})]
    ),
    *(
        expression(
            "multi_dot",
            lambda library, *xs: library.linalg.multi_dot(xs),
            *(normal(*shape) for shape in shapes),
            module="linalg",
            covers="tensors",
        )
        for shapes in [
            [(2, 3), (3, 4)],
            [(2, 3), (3, 4), (4, 2)],
            [(10, 2), (2, 10), (10, 1), (1, 5)],
            [(3,), (3, 4), (4, 2)],
            [(2, 3), (3, 4), (4,)],
            [(3,), (3, 4), (4,)],
            [(3,), (3,)],
        ]
    ),
    *(
        expression("chain_matmul", lambda library, *xs: library.linalg.multi_dot(xs), *(normal(*s) for s in shapes))
        for shapes in [[(2, 3), (3, 4)], [(2, 3), (3, 4), (4, 2)]]
    ),
    *(call("matrix_power", well(*shape), args=(n,)) for shape in [(3, 3), (2, 2, 2)] for n in (0, 1, 2, 5, -1, -3)),
    call("matrix_power", np.array([[1, 2], [3, 4]]), args=(4,)),
    *(call("matrix_power", well(3, 3), n=n, module="linalg") for n in (3, -2)),
]

EINSUMS = [
    ("ij,jk", (2, 3), (3, 4)),
    ("ij, jk -> k", (2, 3), (3, 4)),
    ("ii", (3, 3)),
    ("ii->i", (3, 3)),
    ("iii->i", (3, 3, 3)),
    ("ijij", (3, 2, 3, 2)),
    ("iijj->ji", (3, 3, 2, 2)),
    ("...ij,...jk", (5, 2, 3), (1, 3, 4)),
    ("ij,jk", (2, 1), (3, 4)),
    ("i,i->", (3,), (1,)),
    ("...", (2, 3, 4)),
    ("i j", (2, 3)),
    ("iJ", (2, 3)),
    ("a...,b...->ab...", (2, 3), (4, 3)),
    ("i...->...", (2, 3)),
    ("b...ij->b", (2, 3, 4, 5)),
    ("ij->", (2, 3)),
    ("->", ()),
    ("", ()),
    (",", (), ()),
    ("ij,->ij", (2, 3), ()),
    ("...i,...i->...", (4, 3), (5, 4, 3)),
    ("...ij->...ji", (2, 3, 4)),
    ("i...j,j...->i...", (2, 3, 4, 5), (5, 1, 4)),
    ("bqhd,bkhd->bhqk", (2, 3, 4, 5), (2, 6, 4, 5)),
    ("bhqk,bkhd->bqhd", (2, 4, 3, 6), (2, 6, 4, 5)),
    ("bi,bi->b", (3, 4), (3, 4)),
    ("ib,bi->b", (3, 4), (4, 3)),
    ("bij,bj->bi", (2, 3, 4), (2, 4)),
    ("bj,bij->bi", (2, 4), (2, 3, 4)),
    ("bi,bij->j", (2, 3), (2, 3, 4)),
    ("i,j->ji", (2,), (3,)),
    ("ij,ji->ij", (2, 3), (3, 2)),
    ("ij,jk->ki", (2, 3), (3, 4)),
    ("ijk,kjl->il", (2, 3, 4), (4, 3, 2)),
    ("bik,bjk->bji", (2, 3, 4), (2, 5, 4)),
    ("ii,i->i", (3, 3), (3,)),
    ("bn,anm,bm->ba", (2, 3), (4, 3, 5), (2, 5)),
    ("ij,jk,kl,lm->im", (2, 3), (3, 4), (4, 2), (2, 3)),
    ("ij,jk,kl,lm", (2, 3), (3, 4), (4, 2), (2, 3)),
    ("i,i,i,i->i", (3,), (3,), (3,), (3,)),
    ("i,i,i,i->", (3,), (3,), (3,), (3,)),
    ("ij,ij,ij->i", (2, 1), (2, 3), (1, 3)),
    ("ea,fb,abcd,gc,hd->efgh", (2, 3), (2, 3), (3, 3, 3, 3), (2, 3), (2, 3)),
    ("ij,jk", (0, 3), (3, 4)),
    ("ij,jk", (2, 0), (0, 4)),
]
CONTRACTIONS = [
    *(
        expression(
            "einsum",
            lambda library, *xs, equation=equation: library.einsum(equation, *xs),
            *(normal(*shape) for shape in shapes),
        )
        for equation, *shapes in EINSUMS
    ),
    expression("einsum", lambda library, x, y: library.einsum("ij,ij->ij", x, y), K, normal(2, 3)),  # promotes: no sum
    expression("einsum", lambda library, x, y: library.einsum("i,j->ij", x, y), K[0], normal(3)),
    expression("einsum", lambda library, x, y: library.einsum("ij,kj", x, y), K, K),
    expression("einsum", lambda library, x, y: library.einsum("ij,jk", [x, y]), normal(2, 3), normal(3, 4)),
    expression("einsum", lambda library, x, y: library.einsum(x, [0, 1], y, [1, 2]), normal(2, 3), normal(3, 4)),
    expression(
        "einsum", lambda library, x, y: library.einsum(x, [..., 1], y, [1, 27], [27, ...]), normal(2, 3), normal(3, 4)
    ),
    expression("einsum", lambda library, x: library.einsum(x, [0, 1], [1]), normal(2, 3)),
    *(
        expression("einsum", lambda library, x, y, e=e: library.einsum(e, x, y), x, x.T)
        for e in ("ij,jk->ik", "ij,kl->il", "ij,jk->", "ij,jk->j")
        for x in (K.astype(np.int8) * 16, abs(K).astype(np.uint8) * 32)  # sums of them are of int64
    ),
    expression("einsum", lambda library, x: library.einsum("ij->i", x), K > 0),
    *(
        call("tensordot", normal(*a), normal(*b), **kwargs)
        for a, b, kwargs in [
            ((2, 3, 4), (3, 4, 5), {}),
            ((2, 3), (3, 4), {"dims": 1}),
            ((2, 3), (3, 4), {"dims": 0}),
            ((2, 1), (3, 4), {"dims": 1}),
            ((), (3, 4), {"dims": 0}),
            ((2, 3, 4), (4, 3, 5), {"dims": ([1, 2], [1, 0])}),
            ((2, 3), (4, 3), {"dims": ([-1], [-1])}),
            ((2, 3), (3, 2), {"dims": ((0, 1), (1, 0))}),
            ((2, 3), (3, 4), {"dims": np.array([[1], [0]])}),
        ]
    ),
]

MODES = ("use_mm_for_euclid_dist", "donot_use_mm_for_euclid_dist", "use_mm_for_euclid_dist_if_necessary")
DISTANCES = [
    # PyTorch has a second derivative of cdist with use_mm_for_euclid_dist only; see test_linalg.py for more.
    *(
        call("cdist", normal(*a), normal(*b), order=1, **kwargs)
        for a, b in [((3, 4), (2, 4)), ((5, 1, 3, 4), (2, 2, 4)), ((30, 2), (4, 2)), ((0, 4), (2, 4))]
        for kwargs in ({}, {"p": 1.0}, {"p": 0.0}, {"p": 3.5}, {"p": 0.5}, {"p": INF})
    ),
    *(call("cdist", normal(3, 4), normal(2, 4), compute_mode=mode, order=1) for mode in MODES),
    call("cdist", normal(3, 4), normal(2, 4), compute_mode=MODES[0]),
    *(call("cdist", np.eye(3), np.eye(3)[:2], p=p, order=1) for p in (0.5, 1.0, 1.5, 2.0, 3.0)),
    *(call("cdist", np.zeros((3, 0)), np.zeros((2, 0)), p=p, order=0) for p in (0.0, 1.0, 2.0, 3.0, INF)),
]

CALLS = [*PRODUCTS, *CONTRACTIONS, *DISTANCES]

D = autograd.zeros(2, 3, dtype=autograd.float64)
S = autograd.zeros(2, 3)
L = autograd.ones(2, 3, dtype=autograd.int64)
Q = autograd.eye(2)

ERRORS = [
    (lambda: autograd.mm(T, T), RuntimeError, r"mm: needs tensors with 2 and 2 dimensions, got shapes \(2, 3, 4\)"),
    (lambda: autograd.mm(S, S), RuntimeError, r"mm: shapes \(2, 3\) and \(2, 3\) do not multiply: 3 is not 2"),
    (lambda: autograd.bmm(T, autograd.ones(5, 4, 2).double()), RuntimeError, r"bmm: .*the batches differ"),
    (lambda: autograd.mv(S, autograd.ones(2)), RuntimeError, r"mv: .*3 is not 2"),
    (lambda: autograd.dot(autograd.ones(1), autograd.ones(3)), RuntimeError, r"dot: .*1 is not 3"),
    *(
        (lambda f=f: f(S, [1.0]), TypeError, rf"{f.__name__}: expected a tensor as operand 1, got list")
        for f in (
            autograd.matmul,
            autograd.mm,
            autograd.dot,
            autograd.inner,
            autograd.outer,
            autograd.kron,
            autograd.cross,
        )
    ),
    (lambda: [[1.0]] @ S, TypeError, "matmul: expected a tensor as operand 0, got list"),
    (lambda: np.matmul([[1.0]], S), TypeError, "matmul: expected a tensor as operand 0, got list"),
    (lambda: S @ 2, RuntimeError, r"matmul: both arguments need at least one axis, .*; use \* for scalars"),
    (lambda: autograd.addmm(1.0, S, S.mT), TypeError, "addmm: expected a tensor as operand 0, got float"),
    (lambda: autograd.einsum("ij,j", S, 1.0), TypeError, "einsum: expected a tensor as operand 1, got float"),
    (lambda: autograd.tensordot(S, 1.0), TypeError, "tensordot: expected a tensor as operand 1, got float"),
    (lambda: autograd.cdist(S, [[1.0]]), TypeError, "cdist: expected a tensor as operand 1, got list"),
    (lambda: T @ T, RuntimeError, r"matmul: shapes \(2, 3, 4\) and \(2, 3, 4\) do not multiply: 4 is not 3"),
    (lambda: T @ autograd.tensor(2.0), RuntimeError, r"matmul: both arguments need at least one axis"),
    (lambda: T @ autograd.ones(5, 4, 2).double(), RuntimeError, r"matmul: the leading axes"),
    *(
        (lambda name=name, x=x: getattr(autograd, name)(x, D.mT), RuntimeError, f"{name}: .*{x.dtype}.* float64.*\\.to")
        for name in ("matmul", "mm")
        for x in (S, L)
    ),
    (lambda: np.ones((3, 2)) @ S, RuntimeError, r"matmul: the first operand is float64, but the second is float32"),
    (lambda: autograd.bmm(S[None], D.mT[None]), RuntimeError, "bmm: .*float32.*float64"),
    (lambda: autograd.mv(S, D[0]), RuntimeError, "mv: .*float32.*float64"),
    (lambda: autograd.dot(S[0], D[0]), RuntimeError, "dot: .*float32.*float64"),
    (lambda: autograd.vdot(S[0], D[0]), RuntimeError, "vdot: .*float32.*float64"),
    (lambda: autograd.inner(S, D), RuntimeError, "inner: .*float32.*float64"),
    (lambda: autograd.inner(S, Q), RuntimeError, "inner: .*3 is not 2"),
    (lambda: autograd.outer(S, Q), RuntimeError, "outer: needs tensors with 1 and 1 dimensions"),
    (lambda: autograd.addmm(D, S, S.mT), RuntimeError, "addmm: the input is float64, but the first operand is float32"),
    (lambda: autograd.addmm(S, Q, Q), RuntimeError, r"addmm: an input of shape \(2, 3\) does not expand to .*\(2, 2\)"),
    (lambda: autograd.addmm(L, L @ L.mT, L, beta=0.5), RuntimeError, "addmm: beta=0.5 for int64"),
    (lambda: autograd.addr(L, L[:, 0], L[0], alpha=0.5), RuntimeError, "addr: alpha=0.5 for int64"),
    (lambda: autograd.addr(Q, S[:, 0], S[0]), RuntimeError, "addr: an input of shape"),
    (lambda: autograd.baddbmm(S, S[None], S[None]), RuntimeError, "baddbmm: .*3 is not 2"),
    (lambda: autograd.addbmm(S, S, S), RuntimeError, "addbmm: needs tensors with 3 and 3"),
    (lambda: autograd.addmv(S, S, S), RuntimeError, "addmv: needs tensors with 2 and 1"),
    (lambda: F.linear(D, S), RuntimeError, "linear: the input is float64, but the weight is float32: convert one"),
    (lambda: F.linear(L, S), RuntimeError, "linear: the input is int64, but the weight is float32"),
    (lambda: F.linear(S, S, D[:, 0]), RuntimeError, "linear: .*the bias is float64"),
    (lambda: autograd.cross(Q, Q), RuntimeError, "cross: no dimension of shape"),
    (lambda: autograd.chain_matmul(S[0], S.mT), RuntimeError, "chain_matmul: needs tensors with 2 dimensions"),
    (lambda: autograd.matrix_power(Q, 0.5), TypeError, "matrix_power: the exponent is an integer, got 0.5"),
    (lambda: autograd.matrix_power(S, 2), RuntimeError, "matrix_power: needs square matrices"),
    (lambda: autograd.einsum("ij"), ValueError, "einsum: needs an equation and at least one operand"),
    (lambda: autograd.einsum("ij,jk", S), RuntimeError, "einsum: 'ij,jk' is for 2 operands, got 1"),
    (lambda: autograd.einsum("ij,jk", S, S), RuntimeError, r"einsum: .*'j' has size 2 in operand 1 .*, but 3 before"),
    (lambda: autograd.einsum("...,...", S, Q), RuntimeError, "einsum: .*the index 1 from the right in '...'.*size 2"),
    (lambda: autograd.einsum("ij", T), RuntimeError, "einsum: the subscripts 'ij' name 2 dimensions"),
    (lambda: autograd.einsum("ijk...", S), RuntimeError, "einsum: the subscripts 'ijk...' name 3 dimensions"),
    (lambda: autograd.einsum("i1", S), RuntimeError, "einsum: '1' in 'i1' is no subscript"),
    (lambda: autograd.einsum("ij..", S), RuntimeError, "einsum: '.' in 'ij..'"),
    (
        lambda: autograd.einsum("ij->jj", S),
        RuntimeError,
        "einsum: the subscript 'j' occurs more than once in the result",
    ),
    (lambda: autograd.einsum("ij->k", S), RuntimeError, "einsum: the subscript 'k' of the result occurs in no operand"),
    (lambda: autograd.einsum("ii", S), RuntimeError, "einsum: .*'i' is repeated in operand 0 .*sizes 2 and 3"),
    (lambda: autograd.einsum(S, [0, 52]), ValueError, "einsum: subscripts in a list are integers from 0 to 51"),
    (lambda: autograd.einsum("ij,kj", S, D), RuntimeError, "einsum: the operands are float32 and float64"),
    (lambda: autograd.tensordot(S, S, 1), RuntimeError, r"tensordot: dimension 1 of shape \(2, 3\) and dimension 0"),
    (lambda: autograd.tensordot(S, S, 3), RuntimeError, "tensordot: dims=3"),
    (lambda: autograd.tensordot(S, S, ([0], [0, 1])), RuntimeError, "tensordot: dims is a number or two lists"),
    (lambda: autograd.tensordot(S, S, ([0, 0], [0, 1])), RuntimeError, "tensordot: a dimension occurs more than once"),
    (lambda: autograd.tensordot(S, S, ([5], [0])), IndexError, "tensordot: dim 5 is out of range"),
    (lambda: autograd.tensordot(S, D, 2), RuntimeError, "tensordot: the operands are float32 and float64"),
    (lambda: autograd.cdist(S[0], S), RuntimeError, "cdist: needs at least two dimensions"),
    (lambda: autograd.cdist(S, Q), RuntimeError, "cdist: rows of shapes .* have 3 and 2 elements"),
    (lambda: autograd.cdist(S, S, p=-1), RuntimeError, "cdist: p must not be negative, got -1"),
    (lambda: autograd.cdist(S, S, compute_mode="mm"), ValueError, "cdist: the compute_mode 'mm' is not one of"),
    (lambda: autograd.cdist(S, D), RuntimeError, "cdist: the x1 is float32, but the x2 is float64"),
    (lambda: autograd.cdist(L, L), RuntimeError, "cdist: needs floating-point values, got int64"),
]
