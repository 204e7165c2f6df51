"""Sorting: what is defined where elements are equal, NaN, and what is returned."""

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.extra import numpy as arrays

import autograd

# Few different numbers, so that most are equal to others.
TIES = arrays.arrays(
    np.float64, arrays.array_shapes(max_dims=3, max_side=6), elements=st.sampled_from([0.0, -0.0, 1.0, np.inf, np.nan])
)


def picked(name, array, dim, descending, k):
    x = autograd.tensor(array, requires_grad=True)
    if name == "sort":
        return x, x.sort(dim, descending)
    if name == "stable":
        return x, x.sort(dim, descending, stable=True)
    return x, x.topk(k, dim, descending) if name == "topk" else x.kthvalue(k, dim, keepdim=True)


@settings(max_examples=200, deadline=None)
@given(TIES, st.data(), st.booleans(), st.sampled_from(["sort", "stable", "topk", "kthvalue"]))
def test_values_indices_and_gradients_belong_together(torch, array, data, descending, name):
    dim = data.draw(st.integers(-array.ndim, array.ndim - 1))
    k = data.draw(st.integers(1, array.shape[dim]))
    x, (values, indices) = picked(name, array, dim, descending, k)
    t = torch.from_numpy(array)
    expected = {
        "sort": lambda: t.sort(dim, descending),
        "stable": lambda: t.sort(dim=dim, descending=descending, stable=True),
        "topk": lambda: t.topk(k, dim, descending),
        "kthvalue": lambda: t.kthvalue(k, dim, keepdim=True),
    }[name]()
    np.testing.assert_array_equal(values.detach().numpy(), expected.values.numpy())
    np.testing.assert_array_equal(values.detach().numpy(), np.take_along_axis(array, indices.numpy(), dim))
    if name == "stable":
        np.testing.assert_array_equal(indices.numpy(), expected.indices.numpy())
    assert indices.is_contiguous()
    upstream = np.arange(1.0, values.numel() + 1).reshape(values.shape)
    (gradient,) = autograd.grad(values, x, autograd.tensor(upstream))
    placed = np.zeros(array.shape)
    np.put_along_axis(placed, indices.numpy(), upstream, dim)  # no index twice: nothing is lost
    np.testing.assert_array_equal(gradient.numpy(), placed)
    assert gradient.sum().item() == upstream.sum()


@pytest.mark.parametrize("dtype", ["bool", "uint8", "int8", "int64", "float16", "float32"])
def test_dtypes(dtype):
    x = autograd.tensor(np.array([1, 0, 1, 0, 1]).astype(dtype))
    assert x.sort(stable=True).indices.tolist() == [1, 3, 0, 2, 4]
    assert x.sort(descending=True, stable=True).indices.tolist() == [0, 2, 4, 1, 3]
    for result in (x.sort(), x.topk(2), x.kthvalue(2)):
        assert result.values.dtype == x.dtype
        assert result.indices.dtype == autograd.int64


def test_results_are_named():
    x = autograd.tensor([2.0, 1.0], requires_grad=True)
    for result in (x.sort(), x.topk(1), x.kthvalue(1)):
        assert result._fields == ("values", "indices")
        assert result.values.requires_grad
        assert not result.indices.requires_grad


def test_sorting_a_sorted_tensor_again():
    x = autograd.tensor([[3.0, 1.0, 2.0], [4.0, 6.0, 5.0]], requires_grad=True)
    (x.sort(1).values.topk(2).values.sort(0, True).values * autograd.tensor([[1.0, 2.0], [3.0, 4.0]])).sum().backward()
    assert x.grad.tolist() == [[3.0, 0.0, 4.0], [0.0, 1.0, 2.0]]


def test_sequences_with_nan_have_it_last():
    sequence = autograd.tensor([1.0, 3.0, np.nan])
    assert autograd.searchsorted(sequence, autograd.tensor([2.0, 4.0, np.nan])).tolist() == [1, 2, 2]
    assert autograd.bucketize(autograd.tensor([np.nan]), sequence, right=True).tolist() == [3]


def test_nonzero_is_an_index():
    x = autograd.tensor([[1.0, 0.0], [0.0, 2.0]], requires_grad=True)
    x[x.nonzero(as_tuple=True)].sum().backward()
    assert x.grad.tolist() == [[1.0, 0.0], [0.0, 1.0]]


@pytest.mark.parametrize("k", [1, 3, 30])
@pytest.mark.parametrize("largest", [True, False])
@pytest.mark.parametrize("dim", [0, 1, 2])
@pytest.mark.parametrize("values", ["all different", "ties", "NaN", "integers", "booleans"])
def test_topk_of_many(torch, values, dim, largest, k):
    """Of many elements only those in the most extreme blocks are looked at."""
    rng = np.random.default_rng(0)
    shape = [(4001, 3, 2), (3, 4001, 2), (2, 3, 4001)][dim]
    array = rng.standard_normal(shape) * 1000
    if values == "ties":
        array = np.round(array / 500)
    if values == "NaN":
        array[rng.random(shape) < 0.003] = np.nan
        array[rng.random(shape) < 0.01] = [-np.inf, np.inf][largest]
    if values == "integers":
        array = array.astype(np.int32)
    if values == "booleans":
        array = array > 2000
    found = autograd.tensor(array).topk(k, dim, largest)
    if array.dtype == bool:  # PyTorch does not take these
        expected = np.take(np.sort(array, dim), range(-1, -k - 1, -1) if largest else range(k), dim)
    else:
        expected = torch.from_numpy(array).topk(k, dim, largest).values.numpy()
    np.testing.assert_array_equal(found.values.numpy(), expected)
    indices = found.indices.numpy()
    np.testing.assert_array_equal(found.values.numpy(), np.take_along_axis(array, indices, dim))
    in_order = np.sort(indices, dim)
    assert (np.diff(in_order, axis=dim) > 0).all()
