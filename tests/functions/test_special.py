"""Special functions: accuracy over the whole range, poles and limits, identities, blocks."""

import functools
import math

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

import autograd
from autograd.ops import erf as errors, gamma, special
from autograd.ops.approximation import BLOCK

# Arguments and values to 16 digits, computed with 40.
VALUES = {
    "erf": (
        errors.erf,
        [
            (1e-300, 1.1283791670955126e-300),
            (1e-08, 1.1283791670955126e-08),
            (0.25, 0.27632639016823696),
            (0.999999, 0.8427003778418023),
            (1.0, 0.8427007929497149),
            (1.5, 0.9661051464753108),
            (3.0, 0.9999779095030014),
            (5.5, 0.9999999999999927),
            (-0.75, -0.7111556336535151),
        ],
    ),
    "erfc": (
        errors.erfc,
        [
            (-3.0, 1.9999779095030015),
            (-1e-10, 1.000000000112838),
            (0.25, 0.7236736098317631),
            (0.5, 0.4795001221869535),
            (0.75, 0.28884436634648486),
            (1.0, 0.15729920705028513),
            (3.0, 2.209049699858544e-05),
            (10.0, 2.088487583762545e-45),
            (20.0, 5.395865611607901e-176),
            (26.5, 2.2109076642637343e-307),
        ],
    ),
    "erfinv": (
        errors.erfinv,
        [
            (1e-300, 8.86226925452758e-301),
            (1e-08, 8.86226925452758e-09),
            (0.25, 0.2253120550121781),
            (-0.5, -0.4769362762044699),
            (0.75, 0.8134198475976185),
            (0.9966, 2.071150939906553),
            (0.999, 2.3267537655135246),
            (0.9999999999, 4.572824958544925),
            (0.9999999999999999, 5.8635847487551676),
        ],
    ),
    "lgamma": (
        gamma.lgamma,
        [
            (1e-300, 690.7755278982137),
            (1e-08, 18.42068073818021),
            (0.3, 1.0957979948180756),
            (0.999999999, 5.77215649399226e-10),
            (1.000000001, -5.772157118381039e-10),
            (1.5, -0.12078223763524522),
            (1.9999999, -4.2278430309861296e-08),
            (2.0000001, 4.227843666532498e-08),
            (2.5, 0.2846828704729192),
            (3.0, 0.6931471805599453),
            (7.9, 8.32426586800881),
            (8.0, 8.525161361065415),
            (100.5, 361.4355404677776),
            (10000000000.0, 220258509288.81058),
            (1e300, 6.897755278982137e302),
            (-1e-300, 690.7755278982137),
            (-0.5, 1.2655121234846454),
            (-1.5, 0.860047015376481),
            (-2.3, 0.36956666345500805),
            (-10.7, -15.416789096416636),
            (-100.25, -363.4009232278215),
        ],
    ),
    "digamma": (
        gamma.digamma,
        [
            (1e-300, -9.999999999999999e299),
            (1e-08, -100000000.57721564),
            (0.3, -3.502524222200133),
            (1.0, -0.5772156649015329),
            (1.46, -0.0015805619870834522),
            (1.4616321449683622, -9.241265521729427e-17),
            (1.5, 0.03648997397857652),
            (2.5, 0.7031566406452432),
            (9.9, 2.2411803166063815),
            (10.0, 2.251752589066721),
            (100.5, 4.605174352581845),
            (10000000000.0, 23.025850929890456),
            (-1e-300, 9.999999999999999e299),
            (-0.4, 0.9593807861068093),
            (-1.25, 3.714139120213528),
            (-10.75, -0.7208957601671612),
        ],
    ),
    "polygamma 1": (
        functools.partial(gamma.polygamma, n=1),
        [
            (1e-08, 1.0000000000000002e16),
            (0.3, 12.245364546107732),
            (1.0, 1.6449340668482264),
            (2.5, 0.49035775610023485),
            (10.0, 0.10516633568168575),
            (1000.0, 0.0010005001666666333),
            (-0.4, 9.886209670902357),
            (-1.25, 19.181879647671607),
            (-10.75, 19.650378280099094),
        ],
    ),
    "polygamma 2": (
        functools.partial(gamma.polygamma, n=2),
        [
            (1e-08, -2e24),
            (0.3, -75.27253658872604),
            (1.0, -2.4041138063191885),
            (2.5, -0.2362040516417274),
            (10.0, -0.011049834970802067),
            (1000.0, -1.0010004999998333e-06),
            (-0.4, 21.287168462856535),
            (-1.25, 123.72136678366236),
            (-10.75, -124.0329924197052),
        ],
    ),
    "polygamma 3": (
        functools.partial(gamma.polygamma, n=3),
        [
            (1e-08, 5.999999999999999e32),
            (0.3, 743.1417646550498),
            (1.0, 6.493939402266829),
            (2.5, 0.22390584881725206),
            (10.0, 0.0023199013042898686),
            (1000.0, 2.003001999999e-09),
            (-0.4, 281.78204104534575),
            (-1.25, 1558.2209125348506),
            (-10.75, 1558.5440573914796),
        ],
    ),
    "polygamma 8": (
        functools.partial(gamma.polygamma, n=8),
        [
            (1e-08, -4.0319999999999995e76),
            (0.3, -2048472046.8178866),
            (1.0, -40400.97839874763),
            (2.5, -11.146030731869933),
            (10.0, -7.353051793554838e-05),
            (1000.0, -5.06019023994456e-21),
            (-0.4, 149807084.64533633),
            (-1.25, 10569114231.281567),
            (-10.75, -10569114259.666708),
        ],
    ),
}


@pytest.mark.parametrize("name", VALUES)
def test_accuracy(name):
    function, pairs = VALUES[name]
    for x, want in pairs:
        got = function(np.array([x]))[0]
        # Next to a zero other than those at 1 and 2 the rounding of x decides.
        assert got == pytest.approx(want, rel=1e-14, abs=3e-16 if want and name == "digamma" else 0), x


@pytest.mark.parametrize("name", VALUES)
def test_accuracy_of_float32(name):
    function, pairs = VALUES[name]
    for x, _ in pairs:
        if not 1e-30 < abs(x) < 1e30:
            continue
        x = np.array([x], np.float32)
        with np.errstate(divide="ignore", over="ignore"):
            got, want = function(x), function(x.astype(np.float64)).astype(np.float32)
        assert got.dtype == np.float32
        np.testing.assert_allclose(got, want, rtol=4e-7, atol=1e-37)


LIMITS = {  # arguments and values
    "erf": ([np.inf, -np.inf, 1000, -1000, 0.0, np.nan], [1, -1, 1, -1, 0, np.nan]),
    "erfc": ([np.inf, -np.inf, 1000, -1000, 0.0, np.nan], [0, 2, 0, 2, 1, np.nan]),
    "erfcx": ([np.inf, 1e300, 0.0, np.nan], [0, 5.641895835477563e-301, 1, np.nan]),
    "ndtr": ([np.inf, -np.inf, 1000, -1000, 0.0, np.nan], [1, 0, 1, 0, 0.5, np.nan]),
    "log_ndtr": ([np.inf, 1000, np.nan], [0, 0, np.nan]),
    "ndtri": ([0, 1, -1, 1.5, 0.5, np.nan], [-np.inf, np.inf, np.nan, np.nan, 0, np.nan]),
    "erfinv": ([1, -1, 1.5, -2, 0.0, np.nan], [np.inf, -np.inf, np.nan, np.nan, 0, np.nan]),
    "lgamma": (
        [np.inf, -np.inf, 1e300, 1, 2, -1e20, np.nan],
        [np.inf, np.inf, 6.897755278982137e302, 0, 0, np.inf, np.nan],
    ),
    "digamma": ([np.inf, -np.inf, -1, -7, -1e20, np.nan], [np.inf, np.nan, np.nan, np.nan, np.nan, np.nan]),
    "sinc": ([np.inf, -np.inf, 1e300, 3, -1000, 0.0, np.nan], [0, 0, 0, 0, 0, 1, np.nan]),
}


@pytest.mark.parametrize("name", LIMITS)
def test_limits_without_a_warning(name):
    arguments, values = LIMITS[name]
    got = getattr(autograd.special, name, None) or getattr(autograd, name)
    got = got(autograd.tensor(arguments, dtype=autograd.float64))
    np.testing.assert_allclose(got.numpy(), values, rtol=1e-15, atol=0)


@pytest.mark.parametrize(("n", "pole"), [(1, np.inf), (2, -np.inf), (3, np.inf)])
def test_polygamma_at_its_poles_and_limits(n, pole):
    with np.errstate(all="ignore"):
        got = gamma.polygamma(np.array([0.0, -1.0, -5.0, np.inf, -np.inf, np.nan]), n=n)
    np.testing.assert_array_equal(got, [pole, pole, pole, 0, np.nan, np.nan])


def test_lgamma_and_digamma_at_zero():
    with np.errstate(divide="ignore"):
        assert gamma.lgamma(np.array([0.0, -0.0])).tolist() == [np.inf, np.inf]
        assert gamma.digamma(np.array([0.0, -0.0])).tolist() == [-np.inf, np.inf]


def test_signs_of_zero():
    x = np.array([-0.0, 0.0])
    for function in (errors.erf, errors.erfinv):
        assert np.signbit(function(x)).tolist() == [True, False]
        assert np.signbit(function(x.astype(np.float32))).tolist() == [True, False]


def test_the_curvature_of_sinc_at_zero():
    x = autograd.zeros((), dtype=autograd.float64, requires_grad=True)
    (slope,) = autograd.grad(x.sinc(), x, create_graph=True)
    (curvature,) = autograd.grad(slope, x, create_graph=True)
    assert (slope.item(), curvature.item()) == (0, pytest.approx(-(math.pi**2) / 3, rel=1e-15))
    assert autograd.grad(autograd.grad(curvature, x, create_graph=True)[0], x)[0].item() == pytest.approx(
        math.pi**4 / 5
    )


@pytest.mark.parametrize("name", ["erf", "erfc", "erfinv", "lgamma", "digamma", "sinc"])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_big_arrays_are_computed_in_blocks(name, dtype):
    function = next(getattr(family, name) for family in (errors, gamma, special) if hasattr(family, name))
    x = np.random.default_rng(0).uniform(-0.99, 0.99, (3, BLOCK // 10)).astype(dtype)
    whole = function(x)
    pieces = np.stack([np.concatenate([function(part) for part in np.array_split(row, 20)]) for row in x])
    np.testing.assert_allclose(whole, pieces, rtol=1e-13 if dtype == "float64" else 1e-6)
    np.testing.assert_array_equal(function(x.T), whole.T)
    assert function(x[:, ::2]).shape == (3, x[:, ::2].shape[1])


@pytest.mark.parametrize("name", ["erf", "erfc", "erfinv", "lgamma", "digamma", "sinc"])
def test_other_dtypes(name):
    function = getattr(autograd, name)
    half = function(autograd.tensor([0.5, 0.25], dtype=autograd.float16))
    exact = function(autograd.tensor([0.5, 0.25], dtype=autograd.float64))
    assert half.dtype == autograd.float16
    np.testing.assert_allclose(half.numpy(), exact.numpy(), rtol=1e-3)
    if name != "erfinv":
        for dtype in ("uint8", "int64"):
            of_integers = function(autograd.tensor([1, 3], dtype=dtype))
            assert of_integers.dtype == autograd.float32
            np.testing.assert_allclose(
                of_integers.numpy(), function(autograd.tensor([1.0, 3.0])).numpy(), rtol=1e-6, atol=1e-7
            )
    with pytest.raises(TypeError, match="only real numbers") as caught:
        function(autograd.tensor([1j]))
    assert f"in {name}(complex64[1])" in caught.value.__notes__


FINITE = st.floats(-25, 25)


@given(FINITE)
@settings(deadline=None)
def test_erf_is_odd_and_erfc_its_complement(x):
    erf, erfc = errors.erf(np.array([x, -x])), errors.erfc(np.array([x, -x]))
    assert erf[0] == -erf[1]
    np.testing.assert_allclose(erf + erfc, 1, rtol=3e-16)
    np.testing.assert_allclose(erfc.sum(), 2, rtol=3e-16)


@given(st.floats(-1 + 1e-15, 1 - 1e-15))
@settings(deadline=None)
def test_erfinv_is_the_inverse(x):
    np.testing.assert_allclose(errors.erf(errors.erfinv(np.array([x]))), x, rtol=1e-15, atol=1e-300)


@given(st.floats(0.01, 1e4), st.integers(1, 6))
@settings(deadline=None)
def test_recurrences_of_the_gamma_function(x, n):
    pair = np.array([x, x + 1])
    logs = gamma.lgamma(pair)
    np.testing.assert_allclose(np.diff(logs), np.log(x), rtol=1e-13, atol=1e-13 * max(1, logs[1]))
    np.testing.assert_allclose(np.diff(gamma.digamma(pair)), 1 / x, rtol=1e-12, atol=1e-14)
    step = (-1) ** n * math.factorial(n) / x ** (n + 1)
    scale = abs(gamma.polygamma(pair, n=n)[0])
    np.testing.assert_allclose(np.diff(gamma.polygamma(pair, n=n)), step, rtol=1e-12, atol=1e-13 * scale)


@given(st.floats(-9.99, -0.01).filter(lambda x: abs(x - round(x)) > 1e-3))
@settings(deadline=None)
def test_reflection_of_the_gamma_function(x):
    both = np.array([x, 1 - x])
    sine = math.sin(math.pi * (x - round(x)))
    np.testing.assert_allclose(gamma.lgamma(both).sum(), math.log(math.pi / abs(sine)), rtol=1e-13, atol=1e-13)
    cotangent = math.pi / math.tan(math.pi * (x - round(x)))
    np.testing.assert_allclose(-np.diff(gamma.digamma(both)), -cotangent, rtol=1e-13, atol=1e-13)
    slopes = gamma.polygamma(both, n=1)
    np.testing.assert_allclose(slopes.sum(), (math.pi / sine) ** 2, rtol=1e-13)


def test_derivatives_of_every_order():
    x = autograd.tensor([0.7, 2.3], dtype=autograd.float64, requires_grad=True)
    value = x.lgamma()
    for n in range(5):
        (value,) = autograd.grad(value.sum(), x, create_graph=True)
        np.testing.assert_array_equal(value.detach().numpy(), gamma.polygamma(x.detach().numpy(), n=n))


def test_logit_of_unsigned_integers():
    with np.errstate(divide="ignore", invalid="ignore"):
        out = autograd.logit(autograd.tensor([0, 1, 2, 200], dtype=autograd.uint8))
    np.testing.assert_array_equal(out.numpy(), np.float32([-np.inf, np.inf, np.nan, np.nan]))
