"""What docs/adding-an-op.md says of check_op's messages is what it says."""

from pathlib import Path

import numpy as np
import pytest

import autograd
from autograd import elementwise, primitive
from autograd.testing import check_op

TABLE = (Path(__file__).parents[2] / "docs" / "adding-an-op.md").read_text(encoding="utf-8")
X = np.array([[0.3, -0.5, 1.5], [0.7, 2.0, -1.0]])


def doubled_in_place(x):
    x *= 2
    return x


def constant(x):
    return float(x) if np.ndim(x) == 0 else np.asarray(getattr(x, "_array", x))


BROKEN = {
    "tensors in, but ndarray out": (lambda x: x.numpy(force=True), [X]),
    "arrays in, but a tensor out": (primitive(lambda x: autograd.tensor(x), x=lambda g: g), [X]),
    "writes into an argument": (elementwise(doubled_in_place, x=lambda g: g * 2), [X]),
    "first derivative with respect to x": (elementwise(np.sin, x=lambda g, x: g * np.sin(x)), [X]),
    "second derivative": (elementwise(np.sin, x=lambda g, x: g * np.cos(constant(x))), [X]),
    "float32 in, but float64 out": (elementwise(lambda x: x * np.array([2.0]), x=lambda g: g * 2), [X]),
    "the pullback of x returns float64 for float32": (
        elementwise(lambda x: x * 2, x=lambda g: g * np.array([2.0])),
        [X],
    ),
    "output for arguments that are not contiguous": (
        primitive(lambda x: np.ravel(x, "K").reshape(x.shape) * 1, x=lambda g: g),
        [X],
    ),
    "output, b of shape () with": (
        elementwise(
            lambda a, b: a + np.cumsum(b, -1), a=lambda g: g, b=lambda g: np.flip(np.cumsum(np.flip(g, -1), -1), -1)
        ),
        [X, X + 1],
    ),
}


@pytest.mark.parametrize("message", BROKEN)
def test_what_a_failing_check_says(message):
    op, samples = BROKEN[message]
    with pytest.raises(AssertionError) as error:
        check_op(op, *[sample.copy() for sample in samples])
    assert message in str(error.value)
    assert f"`{message}" in TABLE
