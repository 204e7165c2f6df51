"""Writing at indices: derivatives that PyTorch does not have, changes in place, dtypes."""

import numpy as np
import pytest

import autograd
from autograd.testing import gradcheck

RNG = np.random.default_rng(0)
X, SRC = RNG.standard_normal((3, 4)), RNG.standard_normal((4, 5))
INDEX = autograd.tensor([[0, 2, 0, 1], [0, 0, 2, 1]])


def test_a_source_that_is_larger_than_the_index():
    gradcheck(lambda x, src: x.scatter(0, INDEX[:1], src), [X, SRC])
    gradcheck(lambda x, src: x.scatter_add(0, INDEX, src), [X, SRC])
    gradcheck(lambda x, src: x.scatter(0, INDEX[:0], src), [X, SRC])
    for reduction in ("sum", "prod", "mean", "amax", "amin"):
        gradcheck(lambda x, src, r=reduction: x.scatter_reduce(0, INDEX, src, r), [X, SRC])


@pytest.mark.parametrize("reduction", ["add", "multiply"])
def test_scatter_with_reduce(reduction):
    gradcheck(lambda x, src: x.scatter(0, INDEX, src, reduce=reduction), [X, SRC])
    gradcheck(lambda x: x.scatter(0, INDEX, 2.5, reduce=reduction), [X])


@pytest.mark.parametrize("include_self", [True, False])
@pytest.mark.parametrize("zeros", [0, 1, 2, 5])
def test_products_with_zeros(zeros, include_self):
    x, src = np.array([2.0, 0.0, 3.0]), np.array([1.5, -2.0, 0.5, 3.0, 4.0, -1.0])
    src[:zeros] = 0
    index = autograd.tensor([0, 0, 1, 0, 0, 1])
    gradcheck(lambda x, src: x.scatter_reduce(0, index, src, "prod", include_self=include_self), [x, src], order=3)
    gradcheck(lambda x, src: x.index_reduce(0, index, src, "prod", include_self=include_self), [x, src])


@pytest.mark.parametrize("reduction", ["amax", "amin"])
def test_what_is_not_included_takes_no_share(reduction):
    x, src = (autograd.tensor(values, requires_grad=True) for values in ([3.0, 5.0], [3.0, 3.0]))
    x.scatter_reduce(0, autograd.tensor([0, 0]), src, reduction, include_self=False).sum().backward()
    assert x.grad.tolist() == [0.0, 1.0]
    assert src.grad.tolist() == [0.5, 0.5]


@pytest.mark.parametrize("reduction", ["amax", "amin"])
def test_the_gradient_of_nan_goes_to_nan(reduction):
    x, src = (autograd.tensor(values, requires_grad=True) for values in ([1.0, np.nan], [np.nan, 2.0, 7.0]))
    out = x.scatter_reduce(0, autograd.tensor([0, 0, 1]), src, reduction)
    assert np.isnan(out.detach().numpy()).all()
    out.sum().backward()
    assert x.grad.tolist() == [0.0, 1.0]
    assert src.grad.tolist() == [1.0, 0.0, 0.0]


ZERO = autograd.tensor([0])
IN_PLACE = {
    "index_add_": lambda x: x.index_add_(0, ZERO, x[:1]),
    "index_copy_": lambda x: x.index_copy_(0, ZERO, x[1:2] * 7),
    "index_fill_": lambda x: x.index_fill_(1, ZERO, 7),
    "index_put_": lambda x: x.index_put_((ZERO,), x[1] * 2, accumulate=True),
    "index_reduce_": lambda x: x.index_reduce_(0, ZERO, x[1:2], "prod"),
    "masked_fill_": lambda x: x.masked_fill_(x > 2, 9),
    "masked_scatter_": lambda x: x.masked_scatter_(x > 2, x * 3),
    "put_": lambda x: x.put_(ZERO, x[1, :1] * 3),
    "scatter_": lambda x: x.scatter_(0, ZERO[None], 7),
    "scatter_add_": lambda x: x.scatter_add_(0, ZERO[None], x * 2),
    "scatter_reduce_": lambda x: x.scatter_reduce_(0, ZERO[None], x[1:] * 3, "mean"),
}


@pytest.mark.parametrize("name", IN_PLACE)
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64", "int64", "uint8"])
def test_in_place_forms_write_into_memory(name, dtype):
    array = np.array([[1, 2], [3, 4]], dtype)
    x = autograd.from_numpy(array)
    before = array.copy()
    assert IN_PLACE[name](x) is x
    assert x.numpy() is array
    assert x.dtype == before.dtype
    assert not np.array_equal(array, before)


@pytest.mark.parametrize("name", IN_PLACE)
def test_in_place_forms_on_leaves(name):
    x = autograd.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
    with pytest.raises(RuntimeError, match=f"{name}: a leaf that requires grad is changed in place"):
        IN_PLACE[name](x)
    with autograd.no_grad():
        IN_PLACE[name](x)
    assert x.is_leaf
    with pytest.raises(RuntimeError, match=f"{name}: this tensor is a view"):
        IN_PLACE[name]((x * 1)[:])


@pytest.mark.parametrize("reduction", ["sum", "prod", "mean", "amax", "amin"])
@pytest.mark.parametrize("dtype", ["float16", "float32", "int32", "uint8", "bool"])
def test_reductions_keep_the_dtype(torch, reduction, dtype):
    if (reduction, dtype) == ("mean", "bool"):
        pytest.skip("booleans have no mean")
    x, src = np.array([1, 0, 2]).astype(dtype), np.array([1, 1, 3, 0]).astype(dtype)
    for include_self in (True, False):
        ours, theirs = (
            library.from_numpy(x.copy()).scatter_reduce(
                0,
                library.from_numpy(np.array([0, 0, 2, 2])),
                library.from_numpy(src),
                reduction,
                include_self=include_self,
            )
            for library in (autograd, torch)
        )
        assert ours.numpy().dtype == theirs.numpy().dtype
        assert ours.tolist() == theirs.tolist()


def test_the_mean_of_integers_is_rounded_down(torch):
    x, src, index = np.array([-4, 5]), np.array([-3, -4, 2]), np.array([0, 0, 1])
    ours, theirs = (
        library.from_numpy(x).scatter_reduce(0, library.from_numpy(index), library.from_numpy(src), "mean")
        for library in (autograd, torch)
    )
    assert ours.tolist() == theirs.tolist()


def test_the_index_may_change_afterwards():
    x, index = autograd.tensor([1.0, 2.0, 3.0], requires_grad=True), autograd.tensor([0, 1])
    outs = [
        x.gather(0, index),
        x.take(index),
        x.scatter_add(0, index, x[:2]),
        x.index_add(0, index, x[:2]),
        x.scatter_reduce(0, index, x[:2], "prod"),
    ]
    expected = [autograd.grad(out.sum(), x, retain_graph=True)[0].tolist() for out in outs]
    index.fill_(2)
    for out, gradient in zip(outs, expected, strict=True):
        try:
            assert autograd.grad(out.sum(), x)[0].tolist() == gradient
        except RuntimeError as error:
            assert "changed in place" in str(error)  # noqa: PT017
