"""Pools: ties, NaN and infinities, what is saved, inverses, and errors of PyTorch's kind."""

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

import autograd
import nn.functional as F
from tests.parity import compare

RNG = np.random.default_rng(0)
INF, NAN = np.inf, np.nan


@st.composite
def pools(draw):
    """Draw an image of few different numbers and the arguments of a pool that has an output."""
    axes = draw(st.integers(1, 3))
    each = lambda low, high: draw(st.tuples(*[st.integers(low, high)] * axes))  # noqa: E731
    kernel, stride, dilation = each(1, 4), each(1, 4), each(1, 2)
    spans = [d * (k - 1) + 1 for k, d in zip(kernel, dilation, strict=True)]
    padding = tuple(draw(st.integers(0, k // 2)) for k in kernel)
    size = tuple(span + draw(st.integers(0, 5)) for span in spans)
    count = 2 * int(np.prod(size))
    numbers = draw(st.lists(st.sampled_from([0.0, 1.0, -1.0, 2.5, -INF, INF]), min_size=count, max_size=count))
    options = {"stride": stride, "padding": padding, "ceil_mode": draw(st.booleans())}
    return np.array(numbers).reshape(1, 2, *size), kernel, dilation, options


@settings(max_examples=100, deadline=None)
@given(pools())
def test_any_maximum(torch, pool):
    x, kernel, dilation, options = pool
    name = f"max_pool{len(kernel)}d"
    options = {**options, "dilation": dilation, "return_indices": True}
    compare(
        lambda x: getattr(F, name)(x, kernel, **options),
        lambda x: getattr(torch.nn.functional, name)(x, kernel, **options),
        torch,
        [x],
    )


@settings(max_examples=60, deadline=None)
@given(pools(), st.booleans())
def test_any_mean(torch, pool, count_include_pad):
    x, kernel, _, options = pool
    name = f"avg_pool{len(kernel)}d"
    compare(
        lambda x: getattr(F, name)(x, kernel, **options, count_include_pad=count_include_pad),
        lambda x: getattr(torch.nn.functional, name)(x, kernel, **options, count_include_pad=count_include_pad),
        torch,
        [np.where(np.isfinite(x), x, 3.0)],
    )


def test_the_first_of_equal_elements_gets_the_gradient():
    x = autograd.zeros(1, 1, 2, 4, requires_grad=True)
    F.max_pool2d(x, 2).sum().backward()
    assert x.grad.tolist() == [[[[1.0, 0.0, 1.0, 0.0], [0.0, 0.0, 0.0, 0.0]]]]


@pytest.mark.parametrize("name", ["max_pool2d", "adaptive_max_pool2d"])
@pytest.mark.parametrize("places", [[0], [5], [0, 5, 10], list(range(36))])
def test_nan_wins(torch, name, places):
    x = RNG.standard_normal((1, 1, 6, 6))
    x.reshape(-1)[places] = NAN
    compare(lambda x: getattr(F, name)(x, 3), lambda x: getattr(torch.nn.functional, name)(x, 3), torch, [x])


@pytest.mark.parametrize("size", [2, 5, (3, 4)])
def test_nan_in_windows_that_overlap(torch, size):
    x = RNG.standard_normal((2, 2, 7, 6))
    x.reshape(-1)[::9] = NAN
    compare(
        lambda x: F.adaptive_max_pool2d(x, size),
        lambda x: torch.nn.functional.adaptive_max_pool2d(x, size),
        torch,
        [x],
        order=1,
    )


def test_what_is_outside_is_never_taken(torch):
    x = np.full((1, 1, 3, 3), -INF)
    for options in ({"padding": 1}, {"padding": 1, "stride": 2, "ceil_mode": True}, {"padding": 1, "dilation": 2}):
        compare(
            lambda x, o=options: F.max_pool2d(x, 2, return_indices=True, **o),
            lambda x, o=options: torch.nn.functional.max_pool2d(x, 2, return_indices=True, **o),
            torch,
            [x],
        )


def test_integers():
    x = autograd.tensor(np.arange(-8, 8).reshape(1, 4, 4))
    values, indices = F.max_pool2d(x, 3, 2, padding=1, return_indices=True)
    assert values.dtype == autograd.int64
    assert values.tolist() == [[[-3, -1], [5, 7]]]
    assert indices.tolist() == [[[5, 7], [13, 15]]]


def test_a_pool_saves_indices_only():
    x = autograd.randn(2, 3, 8, 8, requires_grad=True)
    node = F.max_pool2d(x, 2).grad_fn.inputs[0]
    assert [array.dtype for array in node.saved[1]] in ([np.float32, np.int64], [np.int64])


def test_unpool_is_the_inverse_of_pool():
    x = autograd.randn(2, 3, 8, 6)
    values, indices = F.max_pool2d(x, 2, return_indices=True)
    back = F.max_unpool2d(values, indices, 2)
    again, places = F.max_pool2d(back.abs(), 2, return_indices=True)
    np.testing.assert_array_equal(again.numpy(), values.abs().numpy())
    np.testing.assert_array_equal(places.numpy(), indices.numpy())


def test_unpool_where_an_index_repeats():
    values = autograd.tensor([[[1.0, 2.0], [3.0, 4.0]]], requires_grad=True)
    indices = autograd.tensor([[[0, 0], [5, 0]]])
    out = F.max_unpool2d(values, indices, 2)
    assert out.flatten().tolist() == [4.0, 0.0, 0.0, 0.0, 0.0, 3.0] + [0.0] * 10
    out.sum().backward()
    assert values.grad.tolist() == [[[0.0, 0.0], [1.0, 1.0]]]


def test_infinity_stays_in_its_window():
    x = np.ones((1, 1, 5, 5))
    x[0, 0, 0, 0] = INF
    for out in (F.avg_pool2d(autograd.tensor(x), 2), F.adaptive_avg_pool2d(autograd.tensor(x), 3)):
        assert np.isinf(out.numpy()).sum() == 1
        assert not np.isnan(out.numpy()).any()


def test_float32_stays_float32():
    x = autograd.randn(2, 3, 7, 7, requires_grad=True)
    for out in (
        F.max_pool2d(x, 3),
        F.avg_pool2d(x, 3),
        F.avg_pool2d(x, 3, 2, 1, ceil_mode=True, count_include_pad=False),
        F.lp_pool2d(x.abs(), 3, 2),
        F.adaptive_avg_pool2d(x, 3),
        F.adaptive_max_pool2d(x, (7, 2)),
    ):
        (gradient,) = autograd.grad(out.sum(), x)
        assert out.dtype == gradient.dtype == autograd.float32


@pytest.mark.parametrize(
    "call",
    [
        lambda library, functional: functional.max_pool2d(library.ones(1, 1, 4, 4), 2, padding=2),
        lambda library, functional: functional.max_pool2d(library.ones(1, 1, 4, 4), 5),
        lambda library, functional: functional.max_pool2d(library.ones(4, 4), 2),
        lambda library, functional: functional.max_pool2d(library.ones(1, 1, 4, 4), 2, 0),
        lambda library, functional: functional.max_pool3d(library.ones(1, 4, 4, 4), (2, 2)),
        lambda library, functional: functional.avg_pool2d(library.ones(1, 1, 4, 4), 2, padding=2),
        lambda library, functional: functional.avg_pool2d(library.ones(1, 1, 4, 4), 2, divisor_override=0),
        lambda library, functional: functional.avg_pool1d(library.ones(1, 4), 5),
        lambda library, functional: functional.adaptive_avg_pool2d(library.ones(4, 4), 2),
        lambda library, functional: functional.max_unpool2d(
            library.ones(1, 2, 2), library.zeros(1, 2, 2, dtype=library.int64), 2, output_size=(9, 9)
        ),
        lambda library, functional: functional.max_unpool2d(
            library.ones(1, 2, 2), library.zeros(1, 2, 1, dtype=library.int64), 2
        ),
        lambda library, functional: functional.max_unpool2d(
            library.ones(1, 2, 2), library.full((1, 2, 2), 99, dtype=library.int64), 2
        ),
    ],
)
def test_errors_are_of_pytorchs_kind(torch, call):
    with pytest.raises((RuntimeError, ValueError)) as theirs:
        call(torch, torch.nn.functional)
    with pytest.raises((RuntimeError, ValueError), match=r"pool[123]d: ") as ours:
        call(autograd, F)
    assert ours.type is theirs.type
