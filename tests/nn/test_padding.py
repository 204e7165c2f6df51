"""Padding against NumPy's, and errors of PyTorch's kind."""

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

import autograd
import nn.functional as F

MODES = {"constant": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap"}


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(sorted(MODES)),
    st.lists(st.tuples(st.integers(2, 4), st.integers(0, 1), st.integers(0, 1)), max_size=4),
)
def test_any_rank_in_every_mode(mode, axes):
    x = np.random.default_rng(0).standard_normal([n for n, _, _ in axes])
    widths = [n for _, before, after in reversed(axes) for n in (before, after)]
    want = np.pad(x, [(before, after) for _, before, after in axes], MODES[mode]) if axes else x
    np.testing.assert_array_equal(F.pad(autograd.tensor(x), widths, mode).numpy(), want)


def test_numpys_pad_is_recorded():
    x = np.arange(12.0).reshape(3, 4)
    for width in (1, (1, 2), ((1, 0), (2, 1)), [[2, 2], [0, 3]]):
        for mode in MODES.values():
            t = autograd.tensor(x, requires_grad=True)
            out = np.pad(t, width, mode)
            np.testing.assert_array_equal(out.detach().numpy(), np.pad(x, width, mode))
            out.sum().backward()
            assert t.grad.sum().item() == (x.size if mode == "constant" else out.numel())
    np.testing.assert_array_equal(
        np.pad(autograd.tensor(x), 1, constant_values=7).numpy(), np.pad(x, 1, constant_values=7)
    )
    with pytest.raises(TypeError, match=r"numpy.pad: mode 'mean' is not supported"):
        np.pad(autograd.tensor(x), 1, "mean")
    with pytest.raises(TypeError, match=r"numpy.pad: mode 'reflect' takes widths of at most 2"):
        np.pad(autograd.tensor(x), 3, "reflect")


def test_the_result_is_a_copy():
    x = autograd.ones(3)
    y = F.pad(x, (0, 0))
    y.add_(1)
    assert x.tolist() == [1.0, 1.0, 1.0]


@pytest.mark.parametrize(
    ("shape", "pad", "mode", "value"),
    [
        ((1, 2, 3), (1, 2, 3), "constant", None),
        ((3,), (1, 1, 1, 1), "constant", None),
        ((1, 2, 3), (-2, -2), "constant", None),
        ((1, 2, 3), (3, 0), "reflect", None),
        ((1, 2, 3), (0, 4), "circular", None),
        ((1, 2, 3), (1, 1), "reflect", 2.0),
        ((1, 2, 3), (1, 1), "other", None),
    ],
)
def test_errors_are_of_pytorchs_kind(torch, shape, pad, mode, value):
    with pytest.raises((RuntimeError, NotImplementedError)) as theirs:
        torch.nn.functional.pad(torch.ones(shape), pad, mode, value)
    with pytest.raises((RuntimeError, NotImplementedError), match="pad: ") as ours:
        F.pad(autograd.ones(shape), pad, mode, value)
    assert ours.type is theirs.type
