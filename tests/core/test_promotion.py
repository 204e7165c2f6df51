"""Type promotion: the dtype of every combination of operands is PyTorch's."""

import functools
import itertools
import operator
import warnings

import numpy as np
import pytest

import autograd
from autograd import functions

DTYPES = ["bool", "uint8", "int8", "int16", "int32", "int64", "float16", "float32", "float64", "complex64"]
DTYPES += ["complex128"]
SCALARS = [True, 2, 2.5, 2j]

FUNCTIONS = {
    "add": lambda library, a, b: a + b,
    "subtract": lambda library, a, b: a - b,
    "multiply": lambda library, a, b: a * b,
    "divide": lambda library, a, b: a / b,
    "floor_divide": lambda library, a, b: a // b,
    "remainder": lambda library, a, b: a % b,
    "power": lambda library, a, b: a**b,
    "where": lambda library, a, b: library.where(library.tensor([True, False]), a, b),
    "where of a 0-d condition": lambda library, a, b: library.where(library.tensor(True), a, b),
    "maximum": lambda library, a, b: library.maximum(a, b),
    "minimum": lambda library, a, b: library.minimum(a, b),
    "fmax": lambda library, a, b: library.fmax(a, b),
    "fmin": lambda library, a, b: library.fmin(a, b),
    "fmod": lambda library, a, b: library.fmod(a, b),
    "div, rounded down": lambda library, a, b: library.div(a, b, rounding_mode="floor"),
    "div, rounded to 0": lambda library, a, b: library.div(a, b, rounding_mode="trunc"),
    "rsub": lambda library, a, b: library.rsub(a, b),
    "float_power": lambda library, a, b: library.float_power(a, b),
    "ldexp": lambda library, a, b: library.ldexp(a, b),
    "atan2": lambda library, a, b: library.atan2(a, b),
    "hypot": lambda library, a, b: library.hypot(a, b),
    "logaddexp": lambda library, a, b: library.logaddexp(a, b),
    "logaddexp2": lambda library, a, b: library.logaddexp2(a, b),
    "xlogy": lambda library, a, b: library.xlogy(a, b),
    "copysign": lambda library, a, b: library.copysign(a, b),
    "heaviside": lambda library, a, b: library.heaviside(a, b),
    "nextafter": lambda library, a, b: library.nextafter(a, b),
    "gcd": lambda library, a, b: library.gcd(a, b),
    "lcm": lambda library, a, b: library.lcm(a, b),
    "left_shift": lambda library, a, b: library.bitwise_left_shift(a, b),
    "right_shift": lambda library, a, b: library.bitwise_right_shift(a, b),
    "clamp": lambda library, a, b: library.clamp(a, b),
    "clamp of two": lambda library, a, b: library.clamp(a, b, b),
    "clamp_min": lambda library, a, b: library.clamp_min(a, b),
    "clamp_max": lambda library, a, b: library.clamp_max(a, b),
    "lerp": lambda library, a, b: library.lerp(a, b, 0.5),
    "addcmul": lambda library, a, b: library.addcmul(a, b, b),
    "addcmul to the second": lambda library, a, b: library.addcmul(b, a, b),
    "addcdiv": lambda library, a, b: library.addcdiv(a, b, b),
    "isclose": lambda library, a, b: library.isclose(a, b),
    "bitwise_and": lambda library, a, b: a & b,
    "logical_or": lambda library, a, b: library.logical_or(a, b),
    "equal": lambda library, a, b: a == b,
    "less": lambda library, a, b: a < b,
    "cat": lambda library, a, b: library.cat([a, b]),
    "stack": lambda library, a, b: library.stack([a, b]),
}
# Where both operands are tensors, and where one is a Python scalar.
OF_TENSORS_ONLY = {"maximum", "minimum", "cat", "stack", "logical_or"}
# What PyTorch has of few pairs of dtypes: of integers, of floating point, of equal ones.
OF_FEW = {"gcd", "lcm", "left_shift", "right_shift", "hypot", "logaddexp", "logaddexp2", "nextafter"}
OF_FEW |= {"heaviside", "lerp", "addcdiv", "isclose"}


@functools.cache
def tensors(torch, dtype, ndim):
    """The same tensor of ones here and in PyTorch."""
    array = np.ones((2,) * ndim, dtype)
    return autograd.tensor(array), torch.tensor(1 if ndim == 0 else [1, 1], dtype=getattr(torch, dtype))


def name(dtype):
    return str(dtype).removeprefix("torch.")


def expected(function, torch, a, b):
    """The dtype that PyTorch's function returns; None where PyTorch has none, or one that NumPy does not have."""
    try:
        with warnings.catch_warnings(action="ignore"):  # complex32 is experimental
            dtype = name(function(torch, a, b).dtype)
    except (RuntimeError, TypeError):
        return None
    return None if dtype == "complex32" else dtype


@pytest.mark.parametrize("dims", list(itertools.product([1, 0], [1, 0])), ids=lambda dims: f"{dims[0]}-d {dims[1]}-d")
@pytest.mark.parametrize("function", FUNCTIONS)
def test_of_two_tensors(torch, function, dims):
    if function == "cat" and 0 in dims:
        pytest.skip("0-d tensors cannot be joined along an axis they have")
    compared, different = 0, []
    for first, second in itertools.product(DTYPES, DTYPES):
        (a, ta), (b, tb) = tensors(torch, first, dims[0]), tensors(torch, second, dims[1])
        if function == "stack" and dims[0] != dims[1]:
            continue
        dtype = expected(FUNCTIONS[function], torch, ta, tb)
        if dtype is None:
            continue
        compared += 1
        got = FUNCTIONS[function](autograd, a, b).dtype
        if got != dtype:
            different.append(f"{first} and {second}: {got}, PyTorch's is {dtype}")
    assert different == []
    least = 5 if function in OF_FEW else 36 if function.startswith("bitwise") else 60
    assert compared >= least or dims[0] != dims[1]


@pytest.mark.parametrize("ndim", [1, 0])
@pytest.mark.parametrize("scalar", SCALARS, ids=str)
@pytest.mark.parametrize("function", [f for f in FUNCTIONS if f not in OF_TENSORS_ONLY])
def test_of_a_tensor_and_a_python_scalar(torch, function, scalar, ndim):
    different = []
    for dtype in DTYPES:
        if function == "power" and dtype == "bool":
            continue  # NumPy's powers of booleans are int8
        x, reference = tensors(torch, dtype, ndim)
        for ours, theirs in (((x, scalar), (reference, scalar)), ((scalar, x), (scalar, reference))):
            want = expected(FUNCTIONS[function], torch, *theirs)
            if want is not None and (got := FUNCTIONS[function](autograd, *ours).dtype) != want:
                different.append(f"{ours}: {got}, PyTorch's is {want}")
    assert different == []


# The ops of single elements of one tensor, under one of their names, and functions around such an op.
UNARY = {
    op: name
    for name in functions.__all__
    if (op := getattr(getattr(functions, name), "op", None)) and op.elementwise and len(op.arrays) == 1
}
UNARY = [*UNARY.values(), "logit", "nan_to_num", "round"]


@pytest.mark.parametrize("function", UNARY)
@pytest.mark.parametrize("ndim", [1, 0])
def test_of_one_tensor(torch, function, ndim):
    different = []
    for dtype in DTYPES:
        if dtype == "bool" and function in ("square", "sign", "sgn", "abs"):
            continue  # NumPy refuses, or stays with booleans
        if function in ("sigmoid", "sinc") and dtype.startswith("complex"):
            continue  # of real numbers only
        x, reference = tensors(torch, dtype, ndim)
        want = expected(lambda library, a, _: getattr(library, function)(a), torch, reference, None)
        if want is None:
            continue
        with np.errstate(all="ignore"):  # some are infinite at 1
            got = getattr(autograd, function)(x).dtype
        if got != want:
            different.append(f"{dtype}: {got}, PyTorch's is {want}")
    assert different == []


@pytest.mark.parametrize("function", ["sum", "prod", "mean", "amax", "var", "std"])
def test_of_reductions(torch, function):
    different = []
    for dtype in DTYPES:
        x, reference = tensors(torch, dtype, 1)
        if dtype.startswith("complex"):
            continue
        want = expected(lambda library, a, _: getattr(library, function)(a), torch, reference, None)
        if want is not None and (got := getattr(autograd, function)(x).dtype) != want:
            different.append(f"{dtype}: {got}, PyTorch's is {want}")
    assert different == []


@pytest.mark.parametrize("dtype", [dtype for dtype in DTYPES if not dtype.startswith("complex")])
def test_sigmoid_of_any_dtype_has_the_right_value(dtype):
    assert float(autograd.ones((), dtype=dtype).sigmoid()) == pytest.approx(0.7310586, rel=1e-3)


def test_result_type(torch):
    kinds = [(dtype, ndim) for dtype in DTYPES for ndim in (1, 0)]
    operands = [tensors(torch, *kind) for kind in kinds] + [(scalar, scalar) for scalar in SCALARS]
    different = []
    for (a, ta), (b, tb) in itertools.product(operands, operands):
        want = name(torch.result_type(ta, tb))
        if want != "complex32" and (got := autograd.result_type(a, b)) != want:
            different.append(f"{a!r} and {b!r}: {got}, PyTorch's is {want}")
    assert different == []


def test_result_type_of_three():
    vector, number = autograd.ones(2, dtype=autograd.float16), autograd.tensor(1.0, dtype=autograd.float64)
    assert autograd.result_type(vector, number, 2) == autograd.float16
    assert autograd.result_type(vector, number, 2j) == autograd.complex64
    assert autograd.result_type(autograd.arange(2), number, 2) == autograd.float64
    with pytest.raises(TypeError, match="result_type: needs at least one operand"):
        autograd.result_type()


X = autograd.ones(2, 3)
STAYS_FLOAT32 = {
    "x * 2": lambda x: x * 2,
    "x / 3.0": lambda x: x / 3.0,
    "2.5 - x": lambda x: 2.5 - x,
    "2.0 ** x": lambda x: 2.0**x,
    "x ** 2": lambda x: x**2,
    "x ** 0.5": lambda x: x**0.5,
    "x + True": lambda x: x + True,
    # A NumPy scalar counts as the Python number it is, as in PyTorch, where NumPy would return float64.
    "x * np.float64": lambda x: x * np.float64(2),
    "np.float64 * x": lambda x: np.float64(2) * x,
    "np.float64 / x": lambda x: np.float64(2) / x,
    "x ** np.float64": lambda x: x ** np.float64(2),
    "maximum(x, np.float64)": lambda x: autograd.maximum(x, np.float64(2)),
    "x + np.int64": lambda x: x + np.int64(2),
    "np.int64 + x": lambda x: np.int64(2) + x,
    # 0-d tensors and arrays of a kind that is not higher count as numbers too; so do integers of any shape.
    "x * 0-d float64": lambda x: x * autograd.tensor(2.0, dtype=autograd.float64),
    "x * 0-d array": lambda x: x * np.array(2.0),
    "x * int64 tensor": lambda x: x * autograd.arange(3),
    "int64 array + x": lambda x: np.arange(3) + x,
    "bool tensor * x": lambda x: (x > 0) * x,
    "where(c, x, 0.0)": lambda x: autograd.where(x > 0, x, 0.0),
    "where(c, 0.0, x)": lambda x: autograd.where(x > 0, 0.0, x),
    "where of two numbers": lambda x: autograd.where(x > 0, 1.0, 0.1) * x,
    "lerp": lambda x: x.lerp(2 * x, 0.3),
    "lerp by a 0-d float64": lambda x: x.lerp(2 * x, autograd.tensor(0.3, dtype=autograd.float64)),
    "addcmul": lambda x: x.addcmul(x, x, value=0.5),
    "addcdiv": lambda x: x.addcdiv(x, x, value=np.float64(0.5)),
    "atan2(2.0, x)": lambda x: autograd.atan2(autograd.tensor(2.0), x),
    "x % 0.7": lambda x: x % 0.7,
    "2.5 % x": lambda x: 2.5 % x,
    "fmod": lambda x: x.fmod(0.7),
    "xlogy(2.0, x)": lambda x: autograd.xlogy(2.0, x),
    "logit with eps": lambda x: (x / 2).logit(1e-3),
    "nan_to_num": lambda x: x.nan_to_num(1.0, 2.0, 3.0),
    "round": lambda x: x.round(decimals=1) + x,
    "erf": lambda x: x.erf(),
    "erfinv": lambda x: (x / 2).erfinv(),
    "lgamma": lambda x: x.lgamma(),
    "polygamma": lambda x: x.polygamma(2),
    "sinc": lambda x: x.sinc(),
    "logaddexp": lambda x: x.logaddexp(2 * x),
    "log10": lambda x: x.log10(),
    "deg2rad": lambda x: x.deg2rad(),
    "clamp": lambda x: x.clamp(-0.5, 2),
    "masked_fill": lambda x: x.masked_fill(x > 0, 2.5),
    "sum": lambda x: x.sum(),
    "mean": lambda x: x.mean(),
    "mean over an axis": lambda x: x.mean(1),
    "var": lambda x: x.var(),
    "std": lambda x: x.std(0),
    "prod": lambda x: x.prod(),
    "max": lambda x: x.max(),
    "softmax": lambda x: x.softmax(1),
    "log_softmax": lambda x: x.log_softmax(1),
    "sigmoid": lambda x: x.sigmoid(),
    "relu": lambda x: x.relu(),
    "matmul": lambda x: x @ x.T,
    "cat": lambda x: autograd.cat([x, x]),
    "cat with integers": lambda x: autograd.cat([x, autograd.ones(1, 3, dtype=autograd.int64)]),
    "stack": lambda x: autograd.stack([x, x]),
    "x.sum() * 2.0": lambda x: x.sum() * 2.0,
    "x.sum() * np.float64": lambda x: x.sum() * np.float64(2),
    "np.float64 * x.sum()": lambda x: np.float64(2) * x.sum(),
    "x.sum() / len": lambda x: x.sum() / len(x),
    "index": lambda x: x[0, 1],
}


@pytest.mark.parametrize("function", STAYS_FLOAT32)
def test_float32_stays_float32(function):
    x = X.clone().requires_grad_()
    out = STAYS_FLOAT32[function](x)
    assert out.dtype == autograd.float32
    (gradient,) = autograd.grad(out.sum(), x, create_graph=True)
    assert gradient.dtype == autograd.float32
    if gradient.requires_grad:
        assert autograd.grad(gradient.sum(), x)[0].dtype == autograd.float32


@pytest.mark.parametrize("other", ["float64", "float16", "float32"])
@pytest.mark.parametrize(
    "operation", [operator.add, operator.mul, operator.truediv, operator.pow], ids=lambda f: f.__name__
)
def test_gradients_have_the_dtype_of_their_tensor(operation, other):
    a, b = autograd.ones(3, requires_grad=True), autograd.ones(2, 3, dtype=other, requires_grad=True)
    operation(a, b).sum().backward()
    assert (a.grad.dtype, b.grad.dtype) == (autograd.float32, np.dtype(other))


@pytest.mark.parametrize("default", ["float16", "float32", "float64"])
def test_the_default_dtype_is_that_of_floats_and_of_quotients(default):
    before = autograd.get_default_dtype()
    autograd.set_default_dtype(default)
    try:
        integers = autograd.arange(1, 4)
        for made in (autograd.tensor(1.5), autograd.zeros(2), integers / 2, integers * 1.5, integers.sqrt()):
            assert made.dtype == default
        assert autograd.result_type(integers, 1.5) == default
        assert autograd.ones(2, dtype=autograd.float32).exp().dtype == autograd.float32
    finally:
        autograd.set_default_dtype(before)


@pytest.mark.parametrize("dtype", [autograd.int64, bool, "complex64"])
def test_only_floating_point_can_be_the_default(dtype):
    with pytest.raises(TypeError, match="set_default_dtype: only floating-point dtypes"):
        autograd.set_default_dtype(dtype)
    assert autograd.get_default_dtype() == autograd.float32


@pytest.mark.parametrize("dtype", ["int8", "uint8", "bool"])
@pytest.mark.parametrize("function", ["exp", "log", "sqrt", "sin", "tanh", "sigmoid"])
def test_small_integers_are_computed_in_single_precision(torch, function, dtype):
    values = np.array([1, 3, 10]).astype(dtype)
    got = getattr(autograd, function)(autograd.tensor(values))
    np.testing.assert_allclose(got.numpy(), getattr(torch, function)(torch.tensor(values)).numpy(), rtol=2e-7)


@pytest.mark.parametrize(
    "other",
    [[1.0, 2.0], np.ones(2, np.longdouble), np.array([1, 2], "m8[s]"), type("Strange", (), {"dtype": "float"})()],
    ids=["list", "longdouble", "timedelta", "strange"],
)
def test_what_tensors_do_not_hold_is_refused(other):
    with pytest.raises(TypeError, match="expected tensors, arrays or numbers"):
        autograd.ones(2) + other
