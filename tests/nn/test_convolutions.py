"""Convolutions: the layouts they are computed in agree, what is kept, hard values, and errors of PyTorch's kind."""

import threading
import tracemalloc
import warnings

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

import autograd
import nn.functional as F
from autograd.ops import convolution as convolutions, winograd
from autograd.testing import gradcheck
from tests.parity import compare

RNG = np.random.default_rng(0)


@st.composite
def geometries(draw):
    """Draw the arguments of a convolution that has an output."""
    axes = draw(st.integers(1, 3))
    each = lambda low, high: draw(st.tuples(*[st.integers(low, high)] * axes))  # noqa: E731
    kernel, stride, padding, dilation = each(1, 3), each(1, 3), each(0, 2), each(1, 2)
    room = [max(d * (k - 1) + 1 - 2 * p, 1) for k, p, d in zip(kernel, padding, dilation, strict=True)]
    size = tuple(n + draw(st.integers(0, 4)) for n in room)
    groups = draw(st.sampled_from([1, 1, 2, 3]))
    inputs, outputs = draw(st.sampled_from([1, 2, 13])), draw(st.integers(1, 3))
    weight = (groups * outputs, inputs, *kernel)
    options = {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups}
    return (draw(st.integers(1, 3)), groups * inputs, *size), weight, options


@settings(max_examples=60, deadline=None)
@given(geometries())
def test_any_geometry(torch, geometry):
    shape, weight, options = geometry
    name = f"conv{len(shape) - 2}d"
    compare(
        lambda *xs: getattr(F, name)(*xs, **options),
        lambda *xs: getattr(torch.nn.functional, name)(*xs, **options),
        torch,
        [RNG.standard_normal(shape), RNG.standard_normal(weight), RNG.standard_normal(weight[0])],
    )


@settings(max_examples=60, deadline=None)
@given(geometries(), st.integers(0, 2))
def test_a_transposed_convolution_is_the_adjoint(geometry, extra):
    shape, weight, options = geometry
    x, w = RNG.standard_normal(shape), autograd.tensor(RNG.standard_normal(weight))
    axes = len(shape) - 2
    y = getattr(F, f"conv{axes}d")(autograd.tensor(x), w, **options)
    g = RNG.standard_normal(y.shape)
    back = [
        (n - 1) * s - 2 * p + d * (k - 1) + 1
        for n, s, p, d, k in zip(
            y.shape[2:], options["stride"], options["padding"], options["dilation"], weight[2:], strict=True
        )
    ]
    missing = tuple(n - m for n, m in zip(shape[2:], back, strict=True))
    z = getattr(F, f"conv_transpose{axes}d")(autograd.tensor(g), w, output_padding=missing, **options)
    assert (y.numpy() * g).sum() == pytest.approx((x * z.numpy()).sum(), rel=1e-10, abs=1e-10)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize(
    ("shape", "outputs", "padding"),
    [((3, 32, 13, 13), 64, 0), ((5, 48, 16, 15), 40, 1), ((2, 64, 9, 40), 64, (0, 2)), ((1, 64, 70, 33), 32, 1)],
)
def test_minimal_filtering(torch, monkeypatch, shape, outputs, padding, dtype):
    monkeypatch.setattr(winograd, "_PRICE", 0)
    monkeypatch.setattr(winograd, "_BLOCK", 1 << 16)  # so that there are several blocks
    weight = RNG.standard_normal((outputs, shape[1], 3, 3)) / np.sqrt(9 * shape[1])
    compare(
        lambda *xs: F.conv2d(*xs, padding=padding),
        lambda *xs: torch.nn.functional.conv2d(*xs, padding=padding),
        torch,
        [RNG.standard_normal(shape), weight, RNG.standard_normal(outputs)],
        dtype,
        tolerance=1e-10 if dtype == "float64" else 1e-4,  # of sums over thousands of positions
    )


@pytest.mark.parametrize("value", [np.inf, np.nan, 3e38])
def test_minimal_filtering_spreads_nothing(torch, monkeypatch, value):
    monkeypatch.setattr(winograd, "_PRICE", 0)
    x, weight = RNG.standard_normal((1, 32, 12, 12)), RNG.standard_normal((32, 32, 3, 3))
    x[0, 3, 5, 6] = value
    with np.errstate(all="ignore"):
        compare(
            lambda *xs: F.conv2d(*xs, padding=1),
            lambda *xs: torch.nn.functional.conv2d(*xs, padding=1),
            torch,
            [x, weight],
            "float32",
            tolerance=1e-3,
        )


@pytest.mark.parametrize("channels", [3, 16])
@pytest.mark.parametrize("size", [(40, 44), (7, 300)])
def test_blocks_of_samples_and_of_rows(torch, monkeypatch, channels, size):
    weight = RNG.standard_normal((5, channels, 3, 5))
    for block in (1 << 8, 1 << 14, 1 << 17):
        monkeypatch.setattr(convolutions, "_BLOCK", block)
        compare(
            lambda *xs: F.conv2d(*xs, stride=(1, 2), padding=(1, 2)),
            lambda *xs: torch.nn.functional.conv2d(*xs, stride=(1, 2), padding=(1, 2)),
            torch,
            [RNG.standard_normal((3, channels, *size)), weight, RNG.standard_normal(5)],
        )


def test_same_puts_the_odd_zero_last(torch):
    for size, dilation in ((2, 1), (4, 1), (2, 3)):
        x, weight = RNG.standard_normal((2, 3, 9)), RNG.standard_normal((4, 3, size))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # PyTorch warns that it copies
            compare(
                lambda *xs, d=dilation: F.conv1d(*xs, padding="same", dilation=d),
                lambda *xs, d=dilation: torch.nn.functional.conv1d(*xs, padding="same", dilation=d),
                torch,
                [x, weight],
            )


def test_third_derivatives():
    x, weight = RNG.standard_normal((1, 2, 3, 3)), RNG.standard_normal((1, 2, 2, 2))
    gradcheck(lambda x, w: F.conv2d(x, w, padding=1).tanh().sum(), [x, weight], order=3, atol=1e-5, rtol=1e-4)


def test_only_the_arguments_are_kept():
    x = autograd.ones(4, 16, 32, 32, requires_grad=True)
    weight = autograd.ones(16, 16, 3, 3, requires_grad=True)
    F.conv2d(x, weight, padding=1)
    tracemalloc.start()
    out = F.conv2d(x, weight, padding=1)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 1.05 * out.detach().numpy().nbytes


def test_threads_do_not_share_their_memory():
    x = [RNG.standard_normal((4, 16, 20, 20)) for _ in range(4)]
    weight = RNG.standard_normal((8, 16, 5, 5))
    wanted = [F.conv2d(autograd.tensor(a), autograd.tensor(weight)).numpy() for a in x]
    found = [[] for _ in x]

    def work(index):
        for _ in range(20):
            found[index].append(F.conv2d(autograd.tensor(x[index]), autograd.tensor(weight)).numpy())

    threads = [threading.Thread(target=work, args=(index,)) for index in range(len(x))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for want, outs in zip(wanted, found, strict=True):
        assert all((out == want).all() for out in outs)


def test_results_are_contiguous_and_of_the_inputs_dtype():
    for channels in (3, 16):
        x = autograd.randn(2, channels, 8, 8, requires_grad=True)
        weight = autograd.randn(5, channels, 3, 3, requires_grad=True)
        out = F.conv2d(x, weight)
        out.sum().backward()
        assert out.view(2, -1).shape == (2, 5 * 36)
        for array in (out.detach().numpy(), x.grad.numpy(), weight.grad.numpy()):
            assert array.dtype == np.float32
            assert array.flags.c_contiguous


def test_half_precision_and_integers():
    x = autograd.ones(1, 2, 4, 4, dtype=autograd.float16, requires_grad=True)
    out = F.conv2d(x, autograd.ones(3, 2, 3, 3, dtype=autograd.float16))
    out.sum().backward()
    assert out.dtype == x.grad.dtype == autograd.float16
    assert out.unique().tolist() == [18.0]
    numbers = F.conv2d(autograd.ones(1, 2, 4, 4, dtype=autograd.int64), autograd.ones(3, 2, 3, 3, dtype=autograd.int64))
    assert numbers.dtype == autograd.int64


def test_unfold_times_the_kernels_is_the_convolution():
    x, weight = autograd.randn(2, 3, 6, 7, dtype=autograd.float64), autograd.randn(4, 3, 3, 2, dtype=autograd.float64)
    columns = F.unfold(x, (3, 2), padding=1)
    np.testing.assert_allclose(
        (weight.reshape(4, -1) @ columns).reshape(2, 4, 6, 8).numpy(),
        F.conv2d(x, weight, padding=1).numpy(),
        rtol=1e-12,
    )


def test_fold_counts_the_windows_of_every_position():
    x = autograd.randn(2, 3, 6, 7)
    counts = F.fold(F.unfold(autograd.ones(2, 3, 6, 7), 3), (6, 7), 3)
    np.testing.assert_allclose(F.fold(F.unfold(x, 3), (6, 7), 3).numpy(), (x * counts).numpy(), rtol=1e-6)


@pytest.mark.parametrize(
    ("shape", "weight", "options"),
    [
        ((1, 3, 8, 8), (4, 2, 3, 3), {}),
        ((1, 3, 8, 8), (4, 3, 3, 3), {"groups": 2}),
        ((1, 3, 2, 2), (4, 3, 3, 3), {}),
        ((1, 3, 8, 8), (4, 3, 3, 3), {"padding": "same", "stride": 2}),
        ((1, 3, 8, 8), (4, 3, 3, 3), {"padding": "other"}),
        ((1, 3, 8, 8), (4, 3, 3, 3), {"padding": -1}),
        ((1, 3, 8, 8), (4, 3, 3, 3), {"stride": 0}),
        ((8, 8), (4, 3, 3, 3), {}),
        ((1, 3, 8, 8), (4, 3, 3), {}),
        ((1, 3, 8, 8), (4, 3, 3, 3), {"stride": (1, 1, 1)}),
    ],
)
def test_errors_are_of_pytorchs_kind(torch, shape, weight, options):
    with pytest.raises((RuntimeError, ValueError)) as theirs:
        torch.nn.functional.conv2d(torch.ones(shape), torch.ones(weight), **options)
    with pytest.raises((RuntimeError, ValueError), match="conv2d: ") as ours:
        F.conv2d(autograd.ones(shape), autograd.ones(weight), **options)
    assert ours.type is theirs.type
