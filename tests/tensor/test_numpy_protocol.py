"""NumPy's functions on tensors: recorded ops with NumPy's results, or an error that names the function."""

import numpy as np
import pytest

import autograd

X = np.array([[1.0, -2.0, 3.0], [0.5, 0.25, 4.0]])
Y = np.array([[2.0, 1.0, -1.0], [3.0, 0.75, 0.5]])
CUBE = np.arange(1.0, 25.0).reshape(2, 3, 4)

# Each is called with an array and with a tensor in its place, and must agree in value, dtype and derivative.
RECORDED = {
    "tanh": lambda x: np.tanh(x),
    "exp": lambda x: np.exp(x),
    "log of the square": lambda x: np.log(np.square(x)),
    "abs": lambda x: np.abs(x),
    "negative": lambda x: np.negative(x),
    "add": lambda x: np.add(x, Y),
    "add to an array": lambda x: np.add(Y, x),
    "subtract": lambda x: np.subtract(1.0, x),
    "multiply": lambda x: np.multiply(x, x),
    "divide": lambda x: np.divide(Y, x),
    "power": lambda x: np.power(x, 2),
    "pow": lambda x: np.pow(x, 3),
    "maximum": lambda x: np.maximum(x, 0.3),
    "minimum": lambda x: np.minimum(Y, x),
    "matmul": lambda x: np.matmul(x, Y.T),
    "matmul of an array": lambda x: np.matmul(Y.T, x),
    "exp2": lambda x: np.exp2(x),
    "log2 of the square": lambda x: np.log2(np.square(x)),
    "log10 of the square": lambda x: np.log10(np.square(x)),
    "tan": lambda x: np.tan(x),
    "arcsin": lambda x: np.arcsin(x / 5),
    "arccos": lambda x: np.arccos(x / 5),
    "arctan": lambda x: np.arctan(x),
    "arctan2": lambda x: np.arctan2(x, Y),
    "sinh": lambda x: np.sinh(x),
    "cosh": lambda x: np.cosh(x),
    "arcsinh": lambda x: np.arcsinh(x),
    "arccosh of the square": lambda x: np.arccosh(1.5 + np.square(x)),
    "arctanh": lambda x: np.arctanh(x / 5),
    "hypot": lambda x: np.hypot(x, Y),
    "logaddexp": lambda x: np.logaddexp(x, Y),
    "logaddexp2": lambda x: np.logaddexp2(Y, x),
    "deg2rad": lambda x: np.deg2rad(x),
    "rad2deg": lambda x: np.rad2deg(x),
    "reciprocal": lambda x: np.reciprocal(x),
    "fmod": lambda x: np.fmod(x, 0.7),
    "remainder": lambda x: np.remainder(x, 0.7),
    "pad": lambda x: np.pad(x, ((1, 2), (0, 1))),
    "pad with a number": lambda x: np.pad(x, 1, constant_values=2.5),
    "pad with reflections": lambda x: np.pad(x, 1, "reflect"),
    "pad with edges": lambda x: np.pad(x, (3, 1), "edge"),
    "pad around": lambda x: np.pad(x, ((1, 2), (3, 0)), mode="wrap"),
    "cumsum": lambda x: np.cumsum(x),
    "cumsum along an axis": lambda x: np.cumsum(x, axis=0),
    "cumsum of float32": lambda x: np.cumsum(x, 1, dtype=np.float32),
    "cumprod": lambda x: np.cumprod(x, axis=1),
    "add.accumulate": lambda x: np.add.accumulate(x),
    "multiply.accumulate": lambda x: np.multiply.accumulate(x, axis=1),
    "logaddexp.reduce": lambda x: np.logaddexp.reduce(x, axis=1),
    "logaddexp.accumulate": lambda x: np.logaddexp.accumulate(x, 1),
    "diff": lambda x: np.diff(x),
    "diff with ends": lambda x: np.diff(x, 2, axis=0, prepend=Y, append=Y),
    "trapezoid": lambda x: np.trapezoid(x),
    "trapezoid at points": lambda x: np.trapezoid(x, np.array([0.0, 1.0, 3.0])),
    "trapezoid in steps": lambda x: np.trapezoid(Y, dx=0.5, axis=0) * x,
    "nansum": lambda x: np.nansum(np.where(x > 3.5, np.nan, x), axis=1),
    "nanmean": lambda x: np.nanmean(np.where(x > 3.5, np.nan, x), keepdims=True),
    "median": lambda x: np.median(x),
    "median along an axis": lambda x: np.median(x, axis=0, keepdims=True),
    "nanmedian": lambda x: np.nanmedian(np.where(x > 3.5, np.nan, x), axis=1),
    "quantile": lambda x: np.quantile(x, 0.3, axis=1),
    "quantile of a kind": lambda x: np.quantile(x, np.array([0.3, 0.8]), method="lower"),
    "nanquantile": lambda x: np.nanquantile(x, 0.3, keepdims=True),
    "ptp": lambda x: np.ptp(x, axis=1),
    "corrcoef": lambda x: np.corrcoef(x),
    "fmax": lambda x: np.fmax(x, 0.3),
    "fmin": lambda x: np.fmin(x, Y),
    "copysign": lambda x: np.copysign(x, Y),
    "floor": lambda x: np.floor(x / 3 + 0.1),
    "ceil": lambda x: np.ceil(x / 3 + 0.1),
    "trunc": lambda x: np.trunc(x / 3 + 0.1),
    "fix": lambda x: np.fix(x / 3 + 0.1),
    "round": lambda x: np.round(x / 3, 1),
    "round to integers": lambda x: np.round(x / 3),
    "floor_divide": lambda x: np.floor_divide(x, 0.7),
    "heaviside": lambda x: np.heaviside(x, 0.5),
    "nextafter": lambda x: np.nextafter(x, Y),
    "sinc": lambda x: np.sinc(x / 7),
    "nan_to_num": lambda x: np.nan_to_num(x, nan=1.0),
    "where": lambda x: np.where(Y > 1, x, 0.0),
    "where with two": lambda x: np.where(x > 0, Y, x),
    "clip": lambda x: np.clip(x, -1, 2),
    "clip of one side": lambda x: np.clip(x, a_min=None, a_max=2),
    "clip with min": lambda x: np.clip(x, min=0.3),
    "sum": lambda x: np.sum(x),
    "sum over an axis": lambda x: np.sum(x, 1),
    "sum with keepdims": lambda x: np.sum(x, axis=(0, 1), keepdims=True),
    "sum of float32": lambda x: np.sum(x, dtype=np.float32),
    "mean": lambda x: np.mean(x, axis=-1),
    "prod": lambda x: np.prod(x, axis=0),
    "max": lambda x: np.max(x, axis=1),
    "amax": lambda x: np.amax(x, 0, keepdims=True),
    "min": lambda x: np.min(x),
    "amin": lambda x: np.amin(x, axis=1),
    "var": lambda x: np.var(x, axis=1),
    "std with ddof": lambda x: np.std(x, axis=0, ddof=1, keepdims=True),
    "add.reduce": lambda x: np.add.reduce(x),
    "add.reduce of all": lambda x: np.add.reduce(x, axis=None, keepdims=True),
    "multiply.reduce": lambda x: np.multiply.reduce(x, 1),
    "maximum.reduce": lambda x: np.maximum.reduce(x, axis=1),
    "reshape": lambda x: np.reshape(x, (3, 2)),
    "reshape by keyword": lambda x: np.reshape(x, shape=(-1,), order="C"),
    "ravel": lambda x: np.ravel(x),
    "transpose": lambda x: np.transpose(x),
    "transpose of axes": lambda x: np.transpose(x, axes=(1, 0)),
    "permute_dims": lambda x: np.permute_dims(x, (-1, 0)),
    "matrix_transpose": lambda x: np.matrix_transpose(x),
    "swapaxes": lambda x: np.swapaxes(x, axis1=0, axis2=-1),
    "moveaxis": lambda x: np.moveaxis(x, source=0, destination=1),
    "expand_dims": lambda x: np.expand_dims(x, -1),
    "expand_dims by two": lambda x: np.expand_dims(x, axis=(0, 2)),
    "squeeze": lambda x: np.squeeze(np.expand_dims(x, (0, -1))),
    "squeeze of an axis": lambda x: np.squeeze(np.expand_dims(x, (0, -1)), axis=-1),
    "broadcast_to": lambda x: np.broadcast_to(x, (4, 2, 3)),
    "concatenate": lambda x: np.concatenate([x, Y]),
    "concatenate along an axis": lambda x: np.concatenate((Y, x, x), axis=1),
    "concatenate flattened": lambda x: np.concatenate([x, Y[0]], axis=None),
    "concat": lambda x: np.concat([Y, x]),
    "stack": lambda x: np.stack([x, Y, x], axis=-1),
    "split": lambda x: np.split(x, 3, axis=1)[1],
    "split at": lambda x: np.split(x, [1, 2], axis=1)[2],
    "concatenate with a list": lambda x: np.concatenate([x, [[1.0, 2.0, 3.0]]]),
    "concatenate of rows": lambda x: np.concatenate(x),
    "hstack": lambda x: np.hstack([x, Y, x]),
    "hstack of vectors": lambda x: np.hstack([x[0], [5.0], Y[1]]),
    "vstack": lambda x: np.vstack([x, Y[0], x[1]]),
    "dstack": lambda x: np.dstack([x, Y]),
    "column_stack": lambda x: np.column_stack([x, Y[:, 0], x]),
    "split at indices out of order": lambda x: np.split(x, [2, 1], axis=1)[2],
    "array_split": lambda x: np.array_split(x, 2, axis=1)[0],
    "hsplit": lambda x: np.hsplit(x, [1])[1],
    "vsplit": lambda x: np.vsplit(x, 2)[1],
    "dsplit": lambda x: np.dsplit(x[None], 3)[1],
    "atleast_1d": lambda x: np.atleast_1d(x.sum()),
    "atleast_2d": lambda x: np.atleast_2d(x[0]),
    "atleast_3d": lambda x: np.atleast_3d(x),
    "broadcast_arrays": lambda x: np.broadcast_arrays(x[:, :1], Y)[0],
    "meshgrid": lambda x: np.meshgrid(x[0], Y[1])[0],
    "meshgrid by rows": lambda x: np.meshgrid(Y[1], x[:, 0], indexing="ij")[1],
    "flip": lambda x: np.flip(x),
    "flip of an axis": lambda x: np.flip(x, axis=1),
    "fliplr": lambda x: np.fliplr(x),
    "flipud": lambda x: np.flipud(x),
    "roll": lambda x: np.roll(x, 2),
    "roll of axes": lambda x: np.roll(x, 1, axis=(0, 1)),
    "roll of an axis": lambda x: np.roll(x, (1, 1), axis=(1, 1)),
    "rot90": lambda x: np.rot90(x, 3),
    "rot90 of axes": lambda x: np.rot90(x[None], axes=(2, 0)),
    "tile": lambda x: np.tile(x, 2),
    "tile of axes": lambda x: np.tile(x, (2, 1, 2)),
    "repeat": lambda x: np.repeat(x, 2),
    "repeat by counts": lambda x: np.repeat(x, [2, 0, 1], axis=1),
    "diag": lambda x: np.diag(x, 1),
    "diag of a vector": lambda x: np.diag(x[0], k=-1),
    "diagflat": lambda x: np.diagflat(x),
    "diagonal": lambda x: np.diagonal(x, offset=1),
    "diagonal of axes": lambda x: np.diagonal(x[None], 0, 2, 1),
    "tril": lambda x: np.tril(x),
    "triu": lambda x: np.triu(x, k=1),
    "sliding_window_view": lambda x: np.lib.stride_tricks.sliding_window_view(x, 2, axis=-1),
    "sliding_window_view of all axes": lambda x: np.lib.stride_tricks.sliding_window_view(x, (2, 2)),
    "dot": lambda x: np.dot(x, Y.T),
    "dot with a vector": lambda x: np.dot(x, Y[0]),
    "dot with a number": lambda x: np.dot(2.0, x),
    "dot with a stack": lambda x: np.dot(x, CUBE.transpose(0, 2, 1)[:, :3]),
    "einsum": lambda x: np.einsum("ij,kj->ik", x, Y),
    "einsum of three": lambda x: np.einsum("ij,kj,k", x, Y, x[:, 0], optimize=True),
    "einsum of lists": lambda x: np.einsum(x, [0, 1], Y, [2, 1], [2, 0]),
    "tensordot": lambda x: np.tensordot(x, Y),
    "tensordot over axes": lambda x: np.tensordot(Y, x, axes=([0], [0])),
    "inner": lambda x: np.inner(x, Y),
    "outer": lambda x: np.outer(x, Y),
    "vdot": lambda x: np.vdot(x, Y),
    "vecdot": lambda x: np.vecdot(x, Y),
    "matvec": lambda x: np.matvec(x, Y) if hasattr(np, "matvec") else np.matmul(x, Y[1]),
    "vecmat": lambda x: np.vecmat(Y[:, :2], x) if hasattr(np, "vecmat") else np.matmul(Y[0, :2], x),
    "kron": lambda x: np.kron(x, Y),
    "cross": lambda x: np.cross(x, Y),
    "cross along an axis": lambda x: np.cross(x.T, Y.T, axis=0),
    "cross of axes": lambda x: np.cross(x, Y.T, axisb=0, axisc=0),
    "trace": lambda x: np.trace(x @ Y.T, offset=1),
    "linalg.inv": lambda x: np.linalg.inv(x @ Y.T),
    "linalg.solve": lambda x: np.linalg.solve(x @ Y.T, Y),
    "linalg.solve for vectors": lambda x: np.linalg.solve(x @ Y.T, x[:, 0]),
    "linalg.det": lambda x: np.linalg.det(x @ Y.T),
    "linalg.slogdet": lambda x: np.linalg.slogdet(x @ Y.T)[1],
    "linalg.cholesky": lambda x: np.linalg.cholesky(x @ x.T),
    "linalg.cholesky, upper": lambda x: np.linalg.cholesky(x @ x.T, upper=True),
    "linalg.qr": lambda x: np.linalg.qr(x).R,
    "linalg.svd": lambda x: np.linalg.svd(x).S,
    "linalg.svd without vectors": lambda x: np.linalg.svd(x, compute_uv=False),
    "linalg.svdvals": lambda x: np.linalg.svdvals(x),
    "linalg.eigh": lambda x: np.linalg.eigh(x @ x.T).eigenvalues,
    "linalg.eigvalsh": lambda x: np.linalg.eigvalsh(x @ x.T, UPLO="U"),
    "linalg.pinv": lambda x: np.linalg.pinv(x),
    "linalg.pinv with rcond": lambda x: np.linalg.pinv(x, 1e-3),
    "linalg.lstsq": lambda x: np.linalg.lstsq(x.T, Y.T)[0],
    "linalg.tensorinv": lambda x: np.linalg.tensorinv((x @ Y.T)[None], ind=2)[..., 0],
    "linalg.tensorsolve": lambda x: np.linalg.tensorsolve(x @ Y.T, Y[:, 0]),
    "linalg.cond": lambda x: np.linalg.cond(x),
    "linalg.matrix_power": lambda x: np.linalg.matrix_power(x @ Y.T, 3),
    "linalg.multi_dot": lambda x: np.linalg.multi_dot([x, Y.T, x]),
    "linalg.norm": lambda x: np.linalg.norm(x),
    "linalg.norm over an axis": lambda x: np.linalg.norm(x, 1, axis=1, keepdims=True),
    "linalg.vector_norm": lambda x: np.linalg.vector_norm(x, ord=3, axis=0),
    "linalg.matrix_norm": lambda x: np.linalg.matrix_norm(x, ord="nuc", keepdims=True),
    "linalg.matmul": lambda x: np.linalg.matmul(x, Y.T),
    "linalg.matrix_transpose": lambda x: np.linalg.matrix_transpose(x),
    "linalg.outer": lambda x: np.linalg.outer(x[0], Y[1]),
    "linalg.cross": lambda x: np.linalg.cross(x, Y),
    "linalg.vecdot": lambda x: np.linalg.vecdot(x, Y, axis=0),
    "linalg.tensordot": lambda x: np.linalg.tensordot(x, Y, axes=2),
    "linalg.diagonal": lambda x: np.linalg.diagonal(x, offset=1),
    "linalg.trace": lambda x: np.linalg.trace(x),
    "dot of a stack": lambda x: np.dot(CUBE.transpose(0, 2, 1), x.T),
    "copy": lambda x: np.copy(x),
    "take": lambda x: np.take(x, [[0, -1], [3, 3]]),
    "take along an axis": lambda x: np.take(x, [2, 0, -1], axis=-1),
    "take of one": lambda x: np.take(x, 1, axis=0),
    "take_along_axis": lambda x: np.take_along_axis(x, np.array([[2, 0], [1, 1]]), axis=1),
    "take_along_axis of all": lambda x: np.take_along_axis(x, np.array([5, 0]), axis=None),
    "sort": lambda x: np.sort(x),
    "sort along an axis": lambda x: np.sort(x, axis=0, kind="stable"),
    "sort of all": lambda x: np.sort(x, axis=None, stable=True),
}


@pytest.mark.parametrize("name", RECORDED)
def test_recorded_functions(name):
    function = RECORDED[name]
    x = autograd.tensor(X, requires_grad=True)
    out, expected = function(x), function(X)
    assert type(out) is autograd.Tensor
    assert out.grad_fn is not None
    assert out.dtype == np.asarray(expected).dtype
    np.testing.assert_allclose(out.detach().numpy(), expected, rtol=1e-6 if out.dtype == np.float32 else 1e-14)
    g = np.random.default_rng(0).normal(size=out.shape)
    (gradient,) = autograd.grad(out, x, autograd.tensor(g).to(out.dtype))
    step = 1e-6
    for place in np.ndindex(X.shape):
        there, back = X.copy(), X.copy()
        there[place] += step
        back[place] -= step
        slope = ((function(there).astype(np.float64) - function(back)) * g).sum() / (2 * step)
        if out.dtype == np.float64:
            assert gradient[place].item() == pytest.approx(slope, rel=1e-6, abs=1e-6), f"{name} at {place}"
    assert gradient.dtype == np.float64


PLAIN = {
    "greater": lambda x: np.greater(x, 1.0),
    "isnan": lambda x: np.isnan(x),
    "count_nonzero": lambda x: np.count_nonzero(x > 1, axis=1),
    "bincount": lambda x: np.bincount(x.astype(np.int64)[1]),
    "isfinite": lambda x: np.isfinite(x),
    "isposinf": lambda x: np.isposinf(x),
    "isneginf": lambda x: np.isneginf(x),
    "isreal": lambda x: np.isreal(x),
    "signbit": lambda x: np.signbit(x),
    "gcd": lambda x: np.gcd((x > 1).astype(np.int64), 3),
    "lcm": lambda x: np.lcm((x > 1).astype(np.int64), 3),
    "left_shift": lambda x: np.left_shift((x > 1).astype(np.int64), 3),
    "right_shift": lambda x: np.right_shift(8, (x > 1).astype(np.int64)),
    "logical_and": lambda x: np.logical_and(x > 0, Y > 0),
    "any": lambda x: np.any(x > 3, axis=0),
    "all": lambda x: np.all(x > 3),
    "logical_or.reduce": lambda x: np.logical_or.reduce(x > 3, axis=1),
    "argmax": lambda x: np.argmax(x, axis=1),
    "argmin": lambda x: np.argmin(x),
    "argsort": lambda x: np.argsort(x, axis=0),
    "argsort of all": lambda x: np.argsort(x, axis=None, kind="stable"),
    "argwhere": lambda x: np.argwhere(x > 1),
    "nonzero": lambda x: np.nonzero(x > 1)[1],
    "flatnonzero": lambda x: np.flatnonzero(x > 1),
    "searchsorted": lambda x: np.searchsorted(np.array([0.0, 3.0]), x, side="right"),
    "isin": lambda x: np.isin(x, [3.0, 4.0], invert=True),
    "isclose": lambda x: np.isclose(x, Y, atol=1.0),
    "zeros_like": lambda x: np.zeros_like(x),
    "ones_like": lambda x: np.ones_like(x, dtype=np.float32),
    "full_like": lambda x: np.full_like(x, 7.0),
    "matrix_rank": lambda x: np.linalg.matrix_rank(x, tol=1.0),
    "sum of integers": lambda x: np.sum(x, dtype=np.int64),
}


@pytest.mark.parametrize("name", PLAIN)
def test_functions_without_a_derivative(name):
    out, expected = PLAIN[name](autograd.tensor(X, requires_grad=True)), PLAIN[name](X)
    assert type(out) is autograd.Tensor
    assert not out.requires_grad
    assert out.dtype == expected.dtype
    np.testing.assert_array_equal(out.numpy(), expected)


def test_functions_that_return_no_arrays():
    x = autograd.tensor(X, requires_grad=True)
    assert (np.shape(x), np.ndim(x), np.size(x), np.size(x, 1)) == ((2, 3), 2, 6, 3)
    assert np.allclose(x, X)
    assert not np.allclose(Y, x)
    assert np.array_equal(x, x)
    assert np.shares_memory(x, x.detach())
    assert not np.may_share_memory(x, x.clone())
    assert np.result_type(x, np.float32) == np.float64


UNSUPPORTED = {
    "numpy.rint": lambda x: np.rint(x),
    "numpy.cbrt": lambda x: np.cbrt(x),
    "numpy.divmod": lambda x: np.divmod(x, 2),
    "numpy.subtract.accumulate": lambda x: np.subtract.accumulate(x),
    "numpy.add.outer": lambda x: np.add.outer(x, Y),
    "numpy.add.at": lambda x: np.add.at(np.zeros(3), [0], x[0, :1]),
    "numpy.subtract.reduce": lambda x: np.subtract.reduce(x),
    "numpy.cov": lambda x: np.cov(x),
    "numpy.partition": lambda x: np.partition(x, 1),
    "numpy.linalg.eig": lambda x: np.linalg.eig(x),
    "numpy.fft.fft": lambda x: np.fft.fft(x),
    "numpy.copyto": lambda x: np.copyto(np.zeros((2, 3)), x),
    "numpy.insert": lambda x: np.insert(x, 0, 1.0),
}


@pytest.mark.parametrize("name", UNSUPPORTED)
@pytest.mark.parametrize("requires_grad", [True, False])
def test_unsupported_functions_are_named(name, requires_grad):
    x = autograd.tensor(X, requires_grad=requires_grad)
    with pytest.raises(TypeError, match=f"^{name} is not supported for tensors: .*detach.*autograd.primitive$"):
        UNSUPPORTED[name](x)


ARGUMENTS = {
    "add.*out is not supported.*cannot take the result": lambda x: np.add(x, Y, out=np.zeros((2, 3))),
    "add.*out is not": lambda x: np.add(Y, Y, out=x),
    "add.*where is not": lambda x: np.add(x, Y, where=Y > 0),
    "add.*dtype is not": lambda x: np.add(x, Y, dtype=np.float32),
    "exp.*casting is not": lambda x: np.exp(x, casting="unsafe"),
    "matmul.*axes is not": lambda x: np.matmul(x, Y.T, axes=[(0, 1)] * 3),
    "add.reduce.*initial is not": lambda x: np.add.reduce(x, initial=3.0),
    "add.reduce.*out is not": lambda x: np.add.reduce(x, out=np.zeros(3)),
    "sum.*'where'": lambda x: np.sum(x, where=Y > 0),
    "sum.*'initial'": lambda x: np.sum(x, initial=3.0),
    "sum.*'out'": lambda x: np.sum(x, axis=0, out=np.zeros(3)),
    "max.*'initial'": lambda x: np.max(x, initial=3.0),
    "var.*'dtype'": lambda x: np.var(x, dtype=np.float32),
    "ravel.*'order'": lambda x: np.ravel(x, order="F"),
    "reshape.*'F'": lambda x: np.reshape(x, (3, 2), order="F"),
    "reshape.*'copy'": lambda x: np.reshape(x, (3, 2), copy=True),
    "concatenate.*'out'": lambda x: np.concatenate([x, Y], out=np.zeros((4, 3))),
    "vstack.*'dtype'": lambda x: np.vstack([x, Y], dtype=np.float64),
    "meshgrid.*'sparse'": lambda x: np.meshgrid(x[0], Y[0], sparse=True),
    "stack.*'dtype'": lambda x: np.stack([x, Y], dtype=np.float32),
    "clip.*'out'": lambda x: np.clip(x, 0, 1, out=np.zeros((2, 3))),
    "copy.*'order'": lambda x: np.copy(x, order="F"),
    "where.*missing": lambda x: np.where(x > 0),
    "svd.*hermitian": lambda x: np.linalg.svd(x, hermitian=True),
    "cross.*three": lambda x: np.cross(x[:, :2], Y[:, :2]),
    "einsum.*'out'": lambda x: np.einsum("ij->i", x, out=np.zeros(2)),
    "qr.*'raw'": lambda x: np.linalg.qr(x, "raw"),
}


@pytest.mark.parametrize("message", ARGUMENTS)
def test_arguments_that_are_not_supported_are_named(message):
    with pytest.raises(TypeError, match=message):
        ARGUMENTS[message](autograd.tensor(X, requires_grad=True))


def test_errors_are_numpys():
    x = autograd.tensor(X)
    with pytest.raises(ValueError, match="equal division"):
        np.split(x, 4, axis=1)
    with pytest.raises(ValueError, match="size not equal to one"):
        np.squeeze(x, axis=0)
    with pytest.raises(np.exceptions.AxisError, match="out of bounds"):
        np.expand_dims(x, 5)


CONVERSIONS = {
    "array": np.array,
    "asarray": np.asarray,
    "array of a list": lambda x: np.array([x, x]),
    "assignment": lambda x: np.zeros((2, 3)).__setitem__(slice(None), x),
    "full_like": lambda x: np.full_like(x, x.sum()),
    "random": lambda x: np.random.default_rng(0).normal(x),
}


@pytest.mark.parametrize("name", CONVERSIONS)
def test_no_conversion_loses_a_gradient_silently(name):
    with pytest.raises(RuntimeError, match=r"requires grad, .*use \.detach\(\)\.numpy\(\)"):
        CONVERSIONS[name](autograd.tensor(X, requires_grad=True))
    CONVERSIONS[name](autograd.tensor(X))


def test_numpys_assertions_work_on_tensors():
    np.testing.assert_allclose(autograd.tensor(X), X)
    np.testing.assert_array_equal(autograd.tensor(X), autograd.tensor(X))
    with pytest.raises(AssertionError):
        np.testing.assert_allclose(autograd.tensor(X), Y)


def test_nothing_is_recorded_without_grad():
    with autograd.no_grad():
        assert not np.tanh(autograd.tensor(X, requires_grad=True)).requires_grad


def test_second_derivatives_through_numpys_functions():
    x = autograd.tensor(X, requires_grad=True)
    (gradient,) = autograd.grad(np.sum(np.exp(x) * np.square(x)), x, create_graph=True)
    (second,) = autograd.grad(gradient.sum(), x)
    np.testing.assert_allclose(second.numpy(), np.exp(X) * (X * X + 4 * X + 2), rtol=1e-14)
