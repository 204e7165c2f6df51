"""Linear algebra: systems, determinants, decompositions, norms."""

import itertools

import numpy as np

import autograd
from autograd.linalg import LinAlgError
from tests.calls.call import K, V, X, call, expression, normal, spd, well, without_warnings

T = autograd.tensor(X)
INF = np.inf
EYE = np.eye(3)

SQUARES = [(3, 3), (2, 3, 3), (1, 1), (0, 0), (2, 0, 0), (0, 2, 2)]
SHAPES = [(3, 3), (4, 3), (3, 4), (2, 4, 3), (2, 2, 4), (1, 3), (3, 1), (0, 3), (3, 0)]
SYSTEMS = [
    *(call("inv", well(*shape), module="linalg") for shape in SQUARES),
    *(call("inverse", well(*shape)) for shape in SQUARES),
    *(
        call("solve", well(*a), normal(*b), module="linalg", **kwargs)
        for a, b, kwargs in [
            ((3, 3), (3,), {}),
            ((3, 3), (3, 2), {}),
            ((3, 3), (2, 3), {"left": False}),
            ((2, 3, 3), (2, 3), {}),
            ((2, 3, 3), (3,), {}),
            ((2, 3, 3), (2, 3, 4), {}),
            ((2, 3, 3), (3, 2), {}),
            ((3, 3), (5, 3, 2), {}),
            ((3, 3), (5, 2, 3), {"left": False}),
            ((3, 3), (3, 0), {}),
            ((0, 0), (0, 2), {}),
            ((0, 2, 2), (0, 2, 1), {}),
        ]
    ),
    *(
        call(
            "solve_triangular", well(*a), normal(*(b if left else (*b[:-2], b[-1], b[-2]))), module="linalg", **options
        )
        for a, b in [((3, 3), (3, 2)), ((2, 3, 3), (3, 2)), ((3, 3), (2, 3, 1)), ((0, 0), (0, 2))]
        for left, upper, unit in itertools.product((True, False), repeat=3)
        for options in [{"upper": upper, "left": left, "unitriangular": unit}]
    ),
    call("solve_triangular", well(150, 150) / 2, normal(150, 2), module="linalg", upper=False, order=1),
    # The gradient of what is not read is 0 here, and not in PyTorch: hence triu and tril.
    *(
        expression(
            "cholesky_solve",
            lambda library, b, x, upper=upper: library.cholesky_solve(b, [library.tril, library.triu][upper](x), upper),
            normal(*b),
            well(*a),
            covers="upper",
        )
        for a, b in [((3, 3), (3, 2)), ((2, 3, 3), (2, 3, 1)), ((0, 0), (0, 2))]
        for upper in (False, True)
    ),
    *(
        expression(
            "cholesky_inverse",
            lambda library, x, upper=upper: library.cholesky_inverse([library.tril, library.triu][upper](x), upper),
            well(*shape),
            covers="upper",
        )
        for shape in [(3, 3), (2, 3, 3), (0, 0)]
        for upper in (False, True)
    ),
    *(call("cholesky_solve", normal(3, 2), well(3, 3), order=0, **kwargs) for kwargs in ({}, {"upper": True})),
    *(call("cholesky_inverse", well(3, 3), order=0, **kwargs) for kwargs in ({}, {"upper": True})),
    *(call("pinv", well(*shape), module="linalg") for shape in SHAPES),
    *(
        call("pinv", well(4, 3), module="linalg", **kwargs)
        for kwargs in ({"rtol": 1e-3}, {"atol": 1e-3}, {"atol": 1e-3, "rtol": 1e-2})
    ),
    call("pinv", well(2, 4, 3), module="linalg", rtol=np.array([1e-3, 1e-2])),
    # PyTorch raises for the gradient through eigh of a matrix that need not be symmetric, so the sum is.
    *(
        expression(
            "pinv",
            lambda library, x: library.linalg.pinv(x + x.mT, hermitian=True),
            well(*s),
            module="linalg",
            covers="hermitian",
        )
        for s in [(3, 3), (2, 2, 2)]
    ),
    *(
        call("matrix_rank", x, module="linalg", **kwargs)
        for x in (np.ones((2, 3)), np.stack([np.eye(3), np.diag([1.0, 1e-9, 0])]), np.zeros((0, 3)))
        for kwargs in ({}, {"atol": 1e-5}, {"rtol": 1e-12}, {"atol": 0.5, "rtol": 0.1})
    ),
    call("matrix_rank", np.diag([1.0, -1.0, 0.0]), module="linalg", hermitian=True),
    *(call("pinverse", well(4, 3), **kwargs) for kwargs in ({}, {"rcond": 1e-3})),
    *(
        expression(
            "lstsq",
            lambda library, a, b, options=options: tuple(library.linalg.lstsq(a, b, **options)[:2]),
            normal(*a),
            normal(*b),
            module="linalg",
            covers="rcond driver",
        )
        for a, b in [((4, 3), (4, 2)), ((2, 4, 3), (2, 4, 2)), ((4, 3), (4,)), ((2, 4, 3), (2, 4))]
        for options in ({"driver": "gelsd"}, {"driver": "gels"}, {"driver": "gelss", "rcond": 1e-5})
    ),
    *(
        expression(
            "lstsq", lambda library, a, b: library.linalg.lstsq(a, b).solution, normal(*a), normal(*b), module="linalg"
        )
        for a, b in [((4, 3), (4, 2)), ((3, 4), (3, 2)), ((3, 3), (3,))]
    ),
    *(
        call("lstsq", normal(*a), normal(*b), module="linalg", driver=driver, order=0, tolerance=1e-4)
        for a, b in [((4, 3), (4, 2)), ((3, 4), (3, 2)), ((2, 4, 3), (2, 4, 2))]
        for driver in (None, "gels", "gelsy", "gelsd", "gelss")
    ),
    *(
        call("tensorinv", well(*s).reshape(t), module="linalg", **k)
        for s, t, k in [((6, 6), (2, 3, 6), {}), ((4, 4), (4, 2, 2), {"ind": 1})]
    ),
    call("tensorsolve", well(6, 6).reshape(2, 3, 6), normal(2, 3), module="linalg"),
    call(
        "tensorsolve",
        well(6, 6).reshape(2, 6, 3).swapaxes(0, 1).copy(),
        normal(2, 3),
        module="linalg",
        dims=(0,),
        tolerance=1e-3,
    ),
]

DETERMINANTS = [
    *(
        call(name, well(*shape), module=module)
        for name in ("det", "slogdet")
        for module in ("", "linalg")
        for shape in SQUARES
    ),
    *(call("logdet", spd(*shape)) for shape in SQUARES),
    call("logdet", -EYE, order=0),
    call("slogdet", np.ones((2, 2)), order=0),
]


def projections(u, s, v):
    """Return what does not depend on signs and bases that are arbitrary, of columns that are unit vectors."""
    return s, (u * s[..., None, :]) @ u.mT, (v * s[..., None, :]) @ v.mT, (u * s[..., None, :]) @ v.mT


def of_svd(u, s, vh):
    return projections(u, s, vh.mT)


TALL_AND_WIDE = [(3, 3), (4, 3), (3, 4), (2, 4, 3), (2, 2, 4), (1, 3), (3, 1)]
DECOMPOSITIONS = [
    *(
        expression(
            "cholesky",
            lambda library, x, upper=upper: library.linalg.cholesky(x @ x.mT, upper=upper),
            well(*shape),
            module="linalg",
            covers="upper",
        )
        for shape in SQUARES
        for upper in (False, True)
    ),
    *(call("cholesky", spd(*shape), module="linalg") for shape in SQUARES),
    call("cholesky", spd(3, 3), module="linalg", upper=True),
    *(call("lu", normal(*shape[:-2], *shape[-2:]), module="linalg", order=1) for shape in TALL_AND_WIDE),
    *(call("lu", well(*shape)[..., ::-1, :].copy(), module="linalg", pivot=True) for shape in SHAPES),
    *(call("lu_factor", well(*shape)[..., ::-1, :].copy(), module="linalg", pivot=True) for shape in SHAPES),
    call("lu_factor", well(3, 3), module="linalg"),
    *(
        expression(
            "lu_solve",
            lambda library, a, b, options=options: library.linalg.lu_solve(*library.linalg.lu_factor(a), b, **options),
            well(*shape, 3, 3)[..., ::-1, :].copy(),
            normal(*shape, 3, 2).swapaxes(-1, -2).copy() if options.get("left") is False else normal(*shape, 3, 2),
            module="linalg",
            covers="left adjoint",
        )
        for shape in [(), (2,)]
        for options in ({}, {"left": False}, {"adjoint": True}, {"left": False, "adjoint": True})
    ),
    *(call("qr", well(*shape), module="linalg") for shape in SHAPES),
    *(call("qr", well(*shape), module="linalg", mode="complete") for shape in [(3, 3), (2, 4)]),
    *(
        call("qr", normal(*shape), module="linalg", mode=mode, order=0)
        for shape in SHAPES
        for mode in ("complete", "r")
    ),
    *(
        expression("qr", without_warnings(lambda library, x: library.qr(x)), well(*shape))
        for shape in [(3, 3), (4, 3), (2, 3, 4)]
    ),
    expression(
        "qr", without_warnings(lambda library, x: library.qr(x, some=False)), normal(4, 3), covers="some", order=0
    ),
    *(
        expression("svd", lambda library, x: of_svd(*library.linalg.svd(x, False)), normal(*shape), module="linalg")
        for shape in TALL_AND_WIDE
    ),
    *(call("svd", normal(0, 3), module="linalg", full_matrices=full) for full in (True, False)),
    *(
        expression("svd", lambda library, x: projections(*library.svd(x)), normal(*shape), covers="some compute_uv")
        for shape in TALL_AND_WIDE
    ),
    *(
        expression("svd", lambda library, x: library.svd(x, compute_uv=False), normal(*shape), order=0)
        for shape in [(4, 3), (2, 2, 3)]
    ),
    *(
        expression(
            # PyTorch ignores the gradients of the columns beyond the singular values.
            "svd",
            lambda library, x: (lambda u, s, v: (s, v @ v.mT, u[..., :2, :2] ** 2))(*library.svd(x, False)),
            normal(*shape),
            covers="some",
        )
        for shape in [(4, 3), (2, 3, 2)]
    ),
    *(call("svdvals", normal(*shape), module="linalg") for shape in SHAPES),
    *(
        expression(
            "eigh",
            lambda library, x, uplo=uplo: projections(*(lambda w, v: (v, w, v))(*library.linalg.eigh(x, uplo))),
            normal(*shape),
            module="linalg",
            covers="UPLO",
        )
        for shape in [(3, 3), (2, 3, 3), (1, 1)]
        for uplo in ("L", "U", "l")
    ),
    *(call("eigvalsh", normal(*shape), module="linalg", **k) for shape in SQUARES for k in ({}, {"UPLO": "U"})),
    *(
        call("matrix_exp", normal(*shape) * size, module=module)
        for shape, module in [((3, 3), ""), ((2, 3, 3), "linalg"), ((1, 1), ""), ((0, 0), ""), ((2, 0, 0), "linalg")]
        for size in ((0.001, 0.1, 0.5, 1, 5) if np.prod(shape) else (1,))
    ),
    call("matrix_exp", np.stack([normal(3, 3) * 1e-3, normal(3, 3) * 5]), module="linalg"),
    call("diagonal", X, module="linalg"),
    *(call("vander", x, module="linalg", **kwargs) for x in (V, X, K) for kwargs in ({}, {"N": 4})),
    call("vander", abs(K).astype(np.uint8), module="linalg", N=4),
    call("diagonal", X, module="linalg", offset=1, dim1=0, dim2=-1),
]

ORDERS = (0, 0.5, 1, 1.5, 2, 2.5, 3, -1, INF, -INF)
MATRIX_ORDERS = ("fro", "nuc", 1, -1, 2, -2, INF, -INF)
NORMS = [
    *(
        call("vector_norm", X, module="linalg", ord=ord, **kwargs)
        for ord in ORDERS
        for kwargs in ({}, {"dim": 1}, {"dim": (0, -1), "keepdim": True}, {"dim": 0, "keepdim": True})
    ),
    call("vector_norm", X, module="linalg"),
    call("vector_norm", X, module="linalg", dtype="float64", dim=()),
    call("vector_norm", np.zeros((2, 0)), module="linalg"),
    call("vector_norm", np.zeros((2, 0)), module="linalg", ord=INF, dim=0),
    call("vector_norm", np.array(-3.0), module="linalg"),
    *(
        call("vector_norm", np.array(x), module="linalg", ord=ord, order=1)
        for ord in ORDERS
        for x in ([0.0, 0.0], [3.0, -3.0], [0.0, 2.0], [-1000.0, 1000.0, 0.0])
    ),
    *(
        call("matrix_norm", X, module="linalg", ord=ord, **kwargs)
        for ord in MATRIX_ORDERS
        for kwargs in ({}, {"keepdim": True}, {"dim": (0, 1)}, {"dim": (-1, 0), "keepdim": True})
    ),
    call("matrix_norm", X, module="linalg", dtype="float64"),
    *(
        call("matrix_norm", np.zeros((0, 3)), module="linalg", ord=ord, order=0)
        for ord in ("fro", "nuc", 1, -1, 2, INF)
    ),
    *(
        call("norm", X, module="linalg", **kwargs)
        for kwargs in ({}, {"dim": 1}, {"ord": 1, "dim": 1}, {"ord": 3, "dim": (1,)})
    ),
    *(call("norm", X, module="linalg", ord=ord, dim=(0, 2), keepdim=True) for ord in MATRIX_ORDERS),
    *(call("norm", X[0], module="linalg", ord=ord) for ord in MATRIX_ORDERS),
    *(call("norm", V, module="linalg", ord=ord) for ord in (0, 1, 2, 3.5, INF)),
    call("norm", X, module="linalg", dim=(0, 1), dtype="float64"),
    # PyTorch raises in the gradient of the others: "modified by an inplace operation".
    *(call("cond", well(3, 3), module="linalg", p=p) for p in (None, 2, -2, "nuc")),
    *(call("cond", well(2, 3, 3), module="linalg", p=p, order=0) for p in (1, -1, INF, -INF, "fro")),
    call("cond", normal(2, 4, 3), module="linalg"),
    *(call("cond", np.ones((2, 2)), module="linalg", p=p, order=0) for p in (1, INF, "fro")),
]

CALLS = [*SYSTEMS, *DETERMINANTS, *DECOMPOSITIONS, *NORMS]

D = autograd.zeros(2, 3, dtype=autograd.float64)
S = autograd.zeros(2, 3)
L = autograd.ones(2, 3, dtype=autograd.int64)
Q = autograd.eye(2)
linalg = autograd.linalg

ERRORS = [
    (lambda: linalg.inv([[1.0]]), TypeError, "inv: expected a tensor as operand 0, got list"),
    (lambda: linalg.solve(Q, 1.0), TypeError, "solve: expected a tensor as operand 1, got float"),
    (lambda: linalg.norm(1.0), TypeError, "norm: expected a tensor as operand 0, got float"),
    (lambda: linalg.multi_dot([S, 1.0]), TypeError, "multi_dot: expected a tensor as operand 1, got float"),
    (lambda: linalg.cross(Q, Q), RuntimeError, "cross: needs vectors of three along dim -1"),
    (lambda: linalg.cross(S, S[0]), RuntimeError, "cross: both need as many dimensions"),
    (lambda: linalg.vecdot(L, L), RuntimeError, "vecdot: needs floating-point values, got int64"),
    (lambda: linalg.vecdot(S, D), RuntimeError, "vecdot: the x is float32, but the y is float64"),
    (lambda: linalg.vecdot(S, Q), RuntimeError, "vecdot: needs vectors of one length"),
    (lambda: linalg.multi_dot([S]), RuntimeError, "multi_dot: needs at least two tensors, got 1"),
    (lambda: linalg.multi_dot([S, T, S]), RuntimeError, r"multi_dot: needs matrices.* tensor 1 has shape \(2, 3, 4\)"),
    (lambda: linalg.multi_dot([S, S]), RuntimeError, "multi_dot: tensors 0 and 1.*3 is not 2"),
    *(
        (lambda f=f: f(autograd.zeros(2, 2)), LinAlgError, message)
        for f, message in [
            (linalg.inv, "inv: the matrix is singular"),
            (autograd.inverse, "inv: the matrix is singular"),
            (
                lambda A: linalg.inv(autograd.stack([A, Q])),
                r"inv: a matrix of the batch of shape \(2, 2, 2\) is singular",
            ),
            (lambda A: linalg.solve(A, A), "solve: the matrix is singular"),
            (
                lambda A: linalg.solve_triangular(A, A, upper=True),
                "solve_triangular: the matrix has a 0 on its diagonal",
            ),
            (linalg.cholesky, "cholesky: the matrix is not positive definite"),
            (lambda A: linalg.svd(A + np.nan), "svd: did not converge"),
            (lambda A: linalg.svdvals(A + np.nan), "svdvals: did not converge"),
        ]
    ),
    *(
        (lambda f=f, x=x: f(x), RuntimeError, message)
        for f, name in [
            (linalg.inv, "inv"),
            (linalg.det, "det"),
            (linalg.slogdet, "slogdet"),
            (autograd.logdet, "logdet"),
            (linalg.cholesky, "cholesky"),
            (linalg.eigh, "eigh"),
            (linalg.eigvalsh, "eigvalsh"),
            (linalg.matrix_exp, "matrix_exp"),
        ]
        for x, message in [
            (S, rf"{name}: needs square matrices, got shape \(2, 3\)"),
            (S[0], rf"{name}: needs matrices, in the last two dimensions, got shape \(3,\)"),
            (L, f"{name}: needs floating-point values, got int64; convert"),
            (Q.half(), f"{name}: needs float32 or float64, got float16"),
        ]
    ),
    *(
        (lambda f=f: f(S[0]), RuntimeError, f"{name}: needs matrices, in the last two dimensions")
        for f, name in [(linalg.svd, "svd"), (linalg.svdvals, "svdvals"), (linalg.qr, "qr"), (linalg.pinv, "pinv")]
    ),
    (
        lambda: linalg.solve(Q, autograd.ones(3)),
        RuntimeError,
        r"solve: A of shape \(2, 2\) and B of shape \(3,\) do not fit",
    ),
    (lambda: linalg.solve(Q, S, left=False), RuntimeError, "solve: .*do not fit in X A = B"),
    (lambda: linalg.solve(Q, autograd.tensor(1.0)), RuntimeError, "solve: B needs one dimension or more"),
    (lambda: linalg.lstsq(Q, autograd.tensor(1.0)), RuntimeError, "lstsq: B needs one dimension or more"),
    (lambda: autograd.cholesky_inverse(S[0]), RuntimeError, "cholesky_inverse: needs matrices"),
    (lambda: linalg.solve(Q, Q.double()), RuntimeError, "solve: the A is float32, but the B is float64"),
    (
        lambda: linalg.solve(Q.expand(2, 2, 2), Q.expand(3, 2, 2)),
        RuntimeError,
        r"solve: the batches of A of shape \(2, 2, 2\) and B of shape \(3, 2, 2\) do not broadcast",
    ),
    (lambda: linalg.solve_triangular(Q, Q[0], upper=True), RuntimeError, "solve_triangular: needs matrices"),
    (lambda: linalg.solve_triangular(Q, S.mT, upper=True), RuntimeError, "solve_triangular: .*do not fit in A X = B"),
    (lambda: linalg.lstsq(Q, S.mT), RuntimeError, "lstsq: A of shape .* has 2 rows, B of shape .* has 3"),
    (lambda: linalg.lstsq(Q, Q, driver="qr"), RuntimeError, "lstsq: the driver 'qr' is not one of"),
    (lambda: linalg.lstsq(Q, Q.double()), RuntimeError, "lstsq: the A is float32, but the B is float64"),
    (
        lambda: linalg.tensorinv(T),
        RuntimeError,
        r"tensorinv: the first 2 dimensions of shape \(2, 3, 4\) have 6 elements",
    ),
    (lambda: linalg.tensorsolve(T, S), RuntimeError, "tensorsolve: A of shape .* must start with the shape of B"),
    (lambda: linalg.vander(Q, N=1), RuntimeError, "vander: needs at least one dimension and N greater than 1, .*N=1"),
    (lambda: linalg.lu(Q, pivot=False), RuntimeError, "lu: only with pivot=True"),
    (lambda: linalg.lu_solve(Q, [1, 2], S.mT), RuntimeError, "lu_solve: .*do not fit in A X = B"),
    (lambda: linalg.qr(Q, "full"), RuntimeError, "qr: the mode 'full' is not one of"),
    (lambda: linalg.eigh(Q, "lower"), RuntimeError, "eigh: UPLO is 'L' or 'U', the triangle that is read, got 'lower'"),
    (lambda: linalg.vector_norm(L), RuntimeError, "vector_norm: needs floating-point values, got int64"),
    (
        lambda: linalg.vector_norm(D, dtype=autograd.float32),
        RuntimeError,
        "vector_norm: dtype=float32 would narrow values of float64",
    ),
    (lambda: linalg.vector_norm(S, "fro"), TypeError, "vector_norm: ord is a number, got 'fro'"),
    (lambda: linalg.vector_norm(S[:, :0], INF), RuntimeError, "vector_norm: no elements have no norm"),
    (lambda: linalg.vector_norm(S, dim=2), IndexError, "vector_norm: dim 2 is out of range"),
    (lambda: linalg.matrix_norm(S, 3), RuntimeError, "matrix_norm: ord 3 is not one of"),
    (lambda: linalg.matrix_norm(S[0]), RuntimeError, "matrix_norm: needs matrices, got shape"),
    (lambda: linalg.matrix_norm(S, dim=(0,)), RuntimeError, "matrix_norm: dim is a pair of dimensions, got"),
    (lambda: linalg.matrix_norm(S, dim=(0, -2)), RuntimeError, "matrix_norm: the two dimensions must differ"),
    (lambda: linalg.norm(T, 2), RuntimeError, "norm: shape .* is neither a vector nor a matrix"),
    (lambda: linalg.norm(T, dim=(0, 1, 2)), RuntimeError, "norm: dim is one dimension or two"),
]
