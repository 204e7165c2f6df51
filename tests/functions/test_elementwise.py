"""Functions of single elements: what the tables of calls do not say."""

import math

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

import autograd
from autograd import ops
from tests.parity import compare

RNG = np.random.default_rng(0)
SPECIAL = np.array([0.0, -0.0, 1, -1, np.inf, -np.inf, np.nan, 1e-300, -1e-300, 1e300, 0.1, 0.3, -0.7, 5, 3])
MANY = np.concatenate([RNG.integers(-20, 20, 9000) / 10, RNG.standard_normal(9000) * 10.0 ** RNG.integers(-3, 6, 9000)])


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
@pytest.mark.parametrize("name", ["floor_divide", "remainder", "fmod", "logaddexp", "logaddexp2"])
@pytest.mark.parametrize("pairs", ["special", "many"])
def test_faster_forms_have_numpys_values(name, dtype, pairs):
    a, b = np.meshgrid(SPECIAL, np.tile(SPECIAL, 2)) if pairs == "special" else (MANY, np.roll(MANY, 777))
    with np.errstate(all="ignore"):
        a, b = a.astype(dtype), b.astype(dtype)
        got, want = getattr(ops.elementwise, name)(a, b), getattr(np, name)(a, b)
    assert got.dtype == want.dtype
    precision = 4 * np.finfo(dtype).eps if name.startswith("log") else 0
    np.testing.assert_allclose(got, want, rtol=precision, atol=precision)


@pytest.mark.parametrize("exponent", [-3, -2, -1, 0, 1, 2, 3, 3.0, 4, 5, 10, 31, 0.5, -0.5, 2.5])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_powers_have_numpys_values(exponent, dtype):
    x = np.concatenate([MANY, SPECIAL[np.abs(SPECIAL) < 1e30]]).astype(dtype)
    with np.errstate(all="ignore"):
        got, want = autograd.tensor(x) ** exponent, x**exponent
    np.testing.assert_allclose(got.numpy(), want, rtol=3 * np.finfo(dtype).eps)


@pytest.mark.parametrize("size", [1, 100, 5000])
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64", "int64"])
def test_selections_are_numpys_at_every_size(size, dtype):
    with np.errstate(invalid="ignore", over="ignore"):
        a, b = np.resize(SPECIAL, size).astype(dtype), np.resize(SPECIAL[::-1], size).astype(dtype)
    condition = RNG.random(size) > 0.5
    where = autograd.where(autograd.tensor(condition), autograd.tensor(a), autograd.tensor(b))
    np.testing.assert_array_equal(where.numpy(), np.where(condition, a, b))
    columns = autograd.where(autograd.tensor(condition[:, None]), autograd.tensor(a[:3]), autograd.tensor(b[:1]))
    np.testing.assert_array_equal(columns.numpy(), np.where(condition[:, None], a[:3], b[:1]))
    np.testing.assert_array_equal(autograd.tensor(a).relu().numpy(), np.maximum(a, np.zeros_like(a)))


def test_selections_of_views():
    a, b = RNG.standard_normal((2, 200, 100))
    for view in (lambda x: x.T, lambda x: x[::-1, ::2]):
        got = ops.elementwise.where(view(a) > 0, view(a), view(b))
        np.testing.assert_array_equal(got, np.where(view(a) > 0, view(a), view(b)))


@given(st.integers(-1000, 1000), st.integers(-30, 30).filter(bool))
@settings(deadline=None)
def test_quotients_of_integers(a, b):
    x, y = autograd.tensor([a]), autograd.tensor([b])
    assert x.div(y, rounding_mode="trunc").item() == int(a / b)
    assert x.div(y, rounding_mode="floor").item() == (x // y).item() == a // b
    assert (x % y).item() == a % b
    assert x.fmod(y).item() == int(math.fmod(a, b))


def test_gradients_of_a_remainder_by_zero(torch):
    a, b = np.array([5.0, -5.0, 0.0, np.inf, 2.0]), np.array([0.0, 0.0, 0.0, 2.0, np.inf])
    with np.errstate(all="ignore"):
        for name in ("remainder", "fmod"):
            compare(
                lambda a, b, name=name: getattr(autograd, name)(a, b),
                lambda a, b, name=name: getattr(torch, name)(a, b),
                torch,
                [a, b],
                order=1,
            )


def test_clamp_between_tensors_and_numbers(torch):
    x, low, high = RNG.standard_normal((3, 5000))
    for bounds in ((low, 0.5), (-0.5, high), (None, high), (low, None), (low, high), (high, low)):
        arrays = [x, *(b for b in bounds if isinstance(b, np.ndarray))]

        def run(library, x, *tensors, bounds=bounds):
            tensors = iter(tensors)
            # PyTorch takes two tensors or two numbers
            return library.clamp(x, *(next(tensors) if isinstance(b, np.ndarray) else b for b in bounds))

        if any(isinstance(b, float) for b in bounds):
            got = run(autograd, *map(autograd.tensor, arrays)).numpy()
            np.testing.assert_array_equal(got, np.clip(x, *bounds))
        else:
            compare(lambda *xs, run=run: run(autograd, *xs), lambda *xs, run=run: run(torch, *xs), torch, arrays)


def test_lerp_is_exact_at_its_ends():
    start, end = autograd.tensor([1e16, 0.1, -3.0]), autograd.tensor([1.0, 0.7, 1e-20])
    for zero, one in ((0, 1), (autograd.zeros(3), autograd.ones(3))):
        assert start.lerp(end, zero).tolist() == start.tolist()
        assert start.lerp(end, one).tolist() == end.tolist()


def test_where_of_numbers_has_the_default_dtype():
    condition = autograd.tensor([True, False])
    for a, b, dtype in [
        (1.0, 0.1, "float32"),
        (1, 2, "int64"),
        (1, 2.5, "float32"),
        (True, 2, "int64"),
        (True, False, "bool"),
    ]:
        got = autograd.where(condition, a, b)
        assert got.dtype == dtype
        assert got.tolist() == [np.dtype(dtype).type(a), np.dtype(dtype).type(b)]


def test_in_place_forms_write_under_no_grad():
    x = autograd.tensor([0.5, -1.5], requires_grad=True)
    memory = x.detach().numpy()
    with autograd.no_grad():
        x.floor_().add_(3).lerp_(autograd.zeros(2), 0.5).erf_().addcmul_(autograd.ones(2), autograd.ones(2), value=2)
    assert memory.tolist() == x.detach().tolist() == pytest.approx([2 + math.erf(1.5), 2 + math.erf(0.5)])
    with pytest.raises(RuntimeError, match="floor_: a leaf that requires grad"):
        x.floor_()


@pytest.mark.parametrize("name", ["heaviside", "copysign", "fmax", "fmin", "nextafter", "atan2", "hypot", "xlogy"])
def test_two_tensors_broadcast(name):
    a, b = RNG.standard_normal((3, 1)), np.abs(RNG.standard_normal(4)) + 0.1
    x, y = autograd.tensor(a, requires_grad=True), autograd.tensor(b, requires_grad=True)
    out = getattr(autograd, name)(x, y)
    out.sum().backward()
    assert (out.shape, x.grad.shape, y.grad.shape) == ((3, 4), (3, 1), (4,))


def test_nothing_warns_far_out():
    x = autograd.tensor([-1000.0, 1000.0, 0.0], dtype=autograd.float64, requires_grad=True)
    out = x.sigmoid() + x.tanh() + x.atan() + x.asinh() + x.erf() + x.erfc() + x.logaddexp(-x) + x.logaddexp2(-x)
    (gradient,) = autograd.grad(out.sum(), x)
    assert np.isfinite(gradient.numpy()).all()
