"""Medians, quantiles, counts: where elements are equal or missing, what is recorded, and large tensors."""

import numpy as np
import pytest
from hypothesis import given, strategies as st
from hypothesis.extra import numpy as arrays

import autograd

TIES = arrays.arrays(np.float64, arrays.array_shapes(max_dims=2, max_side=9), elements=st.sampled_from([0.0, 1.0, 2.0]))
GAPS = arrays.arrays(
    np.float64, arrays.array_shapes(max_dims=2, max_side=9), elements=st.sampled_from([0.0, 1.0, 2.0, np.nan])
)


@given(GAPS, st.sampled_from(["median", "nanmedian"]), st.data())
def test_medians_and_their_places_are_pytorchs(torch, array, name, data):
    dim = data.draw(st.integers(-array.ndim, array.ndim - 1))
    values, indices = getattr(autograd.tensor(array), name)(dim)
    expected = getattr(torch.from_numpy(array), name)(dim)
    np.testing.assert_array_equal(values.numpy(), expected.values.numpy())
    known = ~np.isnan(values.numpy()) | (name == "median")  # of nothing but NaN the place is any
    np.testing.assert_array_equal(indices.numpy()[known], expected.indices.numpy()[known])


@given(TIES, st.data())
def test_modes_and_their_places_are_pytorchs(torch, array, data):
    dim = data.draw(st.integers(-array.ndim, array.ndim - 1))
    values, indices = autograd.tensor(array).mode(dim)
    expected = torch.from_numpy(array).mode(dim)
    np.testing.assert_array_equal(values.numpy(), expected.values.numpy())
    np.testing.assert_array_equal(indices.numpy(), expected.indices.numpy())


@pytest.mark.parametrize("name", ["median", "nanmedian", "mode"])
def test_the_gradient_goes_to_the_index(name):
    x = autograd.tensor([[2.0, 1.0, 2.0, 2.0, 5.0], [1.0, 1.0, 0.0, 4.0, 1.0]], requires_grad=True)
    values, indices = getattr(x, name)(1)
    (values * autograd.tensor([3.0, -2.0])).sum().backward()
    expected = np.zeros((2, 5))
    expected[[0, 1], indices.numpy()] = [3, -2]
    np.testing.assert_array_equal(x.grad.numpy(), expected)


@given(GAPS, st.lists(st.floats(0, 1), min_size=1, max_size=4))
def test_quantiles_are_numpys(array, q):
    x, q = autograd.tensor(array), np.array(q)
    np.testing.assert_allclose(x.quantile(autograd.tensor(q), -1).numpy(), np.quantile(array, q, -1), atol=1e-12)
    if not np.isnan(array).all(-1).any():  # NumPy warns then
        expected = np.nanquantile(array, q, -1)
        np.testing.assert_allclose(x.nanquantile(autograd.tensor(q), -1).numpy(), expected, atol=1e-12)


def test_large_medians_and_modes(torch):
    x = np.random.default_rng(0).integers(0, 40, (50, 999)).astype(np.float32)
    for name in ("median", "nanmedian", "mode"):
        got, expected = getattr(autograd.tensor(x), name)(1), getattr(torch.from_numpy(x), name)(1)
        np.testing.assert_array_equal(got.values.numpy(), expected.values.numpy())
        if name != "mode":  # the place of a mode is any in long tensors
            np.testing.assert_array_equal(got.indices.numpy(), expected.indices.numpy())
        np.testing.assert_array_equal(np.take_along_axis(x, got.indices.numpy()[:, None], 1)[:, 0], got.values.numpy())


@given(arrays.arrays(np.int64, arrays.array_shapes(max_dims=3, max_side=5), elements=st.integers(-2, 2)), st.data())
def test_unique_elements_make_up_the_tensor(array, data):
    dim = data.draw(st.none() | st.integers(-array.ndim, array.ndim - 1))
    for name in ("unique", "unique_consecutive"):
        x = autograd.tensor(array)
        values, inverse, counts = getattr(x, name)(return_inverse=True, return_counts=True, dim=dim)
        if dim is None:
            np.testing.assert_array_equal(values[inverse].numpy(), array)
        else:
            np.testing.assert_array_equal(values.index_select(dim, inverse).numpy(), array)
        np.testing.assert_array_equal(counts.numpy(), inverse.reshape(-1).bincount().numpy())
        assert values.dtype == array.dtype
    if dim is None:
        np.testing.assert_array_equal(x.unique().numpy(), np.unique(array))


def test_unique_passes_gradients_to_the_first_of_equal_elements():
    x = autograd.tensor([2.0, 1.0, 2.0], requires_grad=True)
    (autograd.unique(x) * autograd.tensor([10.0, 20.0])).sum().backward()
    assert x.grad.tolist() == [20.0, 10.0, 0.0]


def test_bincount_is_differentiable_in_the_weights():
    weights = autograd.tensor([1.0, 2.0, 4.0], requires_grad=True)
    out = autograd.bincount(autograd.tensor([1, 1, 0]), weights)
    assert out.tolist() == [4.0, 3.0]
    (out * autograd.tensor([5.0, 7.0])).sum().backward()
    assert weights.grad.tolist() == [7.0, 7.0, 5.0]


def test_counts_of_elements_have_no_gradient():
    x = autograd.tensor([0.5, 1.5], requires_grad=True)
    assert not x.histc(2).requires_grad
    assert not x.histogram(2).hist.requires_grad
    with pytest.raises(RuntimeError, match="histogram: 'weights' is a static argument and has no gradient"):
        autograd.histogram(x.detach(), 2, weight=x)


@pytest.mark.filterwarnings("ignore:.*degrees of freedom")  # PyTorch's warning
@pytest.mark.parametrize(("shape", "correction"), [((3, 4), 4), ((3, 4), 7), ((4,), 4), ((), 1), ((3, 0), 1)])
def test_covariances_without_degrees_of_freedom(torch, shape, correction):
    x = np.random.default_rng(0).standard_normal(shape)
    got = autograd.tensor(x).cov(correction=correction).numpy()
    expected = torch.tensor(x).cov(correction=correction).numpy()
    assert got.shape == expected.shape
    assert not np.isfinite(got).any()
    assert not np.isfinite(expected).any()


def test_correlation_of_constants_is_nan(torch):
    x = np.array([[1.0, 1, 1], [1, 2, 3]])
    np.testing.assert_array_equal(autograd.tensor(x).corrcoef().numpy(), torch.tensor(x).corrcoef().numpy())
    assert autograd.tensor(3.0).corrcoef().isnan().item()


def test_results_are_named():
    x = autograd.tensor([3.0, 1.0, 2.0])
    assert x.median(0)._fields == x.mode()._fields == x.cummax(0)._fields == ("values", "indices")
    assert x.aminmax()._fields == ("min", "max")
    assert x.histogram(2)._fields == ("hist", "bin_edges")
