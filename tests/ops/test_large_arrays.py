"""Large arrays, which some ops compute in another way than small ones: the result is that of their parts."""

import numpy as np
import pytest

from autograd.ops import activation, erf, normalization, softmax

ROWS, COLUMNS = 2048, 48
RNG = np.random.default_rng(0)
X, OTHER = (3 * RNG.standard_normal((ROWS, COLUMNS)) for _ in range(2))
ROW, COLUMN = RNG.standard_normal(COLUMNS), RNG.standard_normal((ROWS, 1))

OF_ROWS = {
    "softmax": lambda x: softmax.softmax(x, axis=-1),
    "softmax of what overflows": lambda x: softmax.softmax(x + 1000, axis=-1),
    "softmax of what vanishes": lambda x: softmax.softmax(x - 1000, axis=-1),
    "softmax of infinities": lambda x: softmax.softmax(np.where(x < 1, -np.inf, x), axis=-1),
    "log_softmax": lambda x: softmax.log_softmax(x, axis=-1),
    "standardize": lambda x: normalization.standardize(x, axis=(1,), eps=0.1).values,
    "scale_to_one": lambda x: normalization.scale_to_one(x, axis=(1,), eps=0.1).values,
    "scale_shift": lambda x: normalization.scale_shift(x, ROW.astype(x.dtype), ROW.astype(x.dtype)),
    "scale_shift by (1, n)": lambda x: normalization.scale_shift(x, ROW[np.newaxis].astype(x.dtype)),
    "scale_shift of columns": lambda x: normalization.scale_shift(x, x[:, :1] + 1, x[:, 1:2]),
    "scale_shift of transposed memory": lambda x: normalization.scale_shift(np.asfortranarray(x), ROW.astype(x.dtype)),
    "corrected": lambda x: normalization.corrected(
        x, x + 1, *(ROW[np.newaxis].astype(x.dtype) * k for k in (1, 2)), x[:, :1]
    ),
    "erf": erf.erf,
    "normal_cdf": activation.normal_cdf,
}


@pytest.mark.parametrize("dtype", [np.float32, np.float64, np.float16])
@pytest.mark.parametrize("name", OF_ROWS)
def test_like_small_ones(name, dtype):
    run, x = OF_ROWS[name], X.astype(dtype)
    expected = np.concatenate([run(x[start : start + 8]) for start in range(0, ROWS, 8)])
    got = run(x)
    assert got.dtype == dtype
    tolerance = 8 * np.finfo(dtype).eps
    np.testing.assert_allclose(got, expected, rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize("axis", [0, 1])
def test_softmax_without_nan(axis):
    x = X.astype(np.float32)
    x[0, 0] = np.nan
    out = softmax.softmax(x, axis=axis)
    affected = np.zeros(x.shape, bool)
    affected[(slice(None), 0) if axis == 0 else (0, slice(None))] = True
    np.testing.assert_array_equal(np.isnan(out), affected)


@pytest.mark.parametrize("shape", [(3 * 5 * 7, 400), (4096, 1), (65536,), (64, 32, 24)])
def test_rows_of_any_number_and_length(shape):
    x = RNG.standard_normal(shape)
    row = RNG.standard_normal(shape[-1])
    np.testing.assert_array_equal(normalization.scale_shift(x, row, row), x * row + row)
