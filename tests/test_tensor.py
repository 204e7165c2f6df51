"""Tensor as a value: attributes, conversions, protocols, operators with arrays, copies."""

import copy
import operator
import pickle

import numpy as np
import pytest

import autograd
import nn

X = np.array([[1.0, -2.0, 3.0], [0.5, 0.0, 4.0]])


def leaf(value=X, dtype=None):
    return autograd.tensor(value, dtype=dtype, requires_grad=True)


# --- what it is ---


def test_attributes():
    x = autograd.tensor(X)
    assert (x.shape, x.size(), x.size(1), x.size(-1)) == ((2, 3), (2, 3), 3, 3)
    assert (x.ndim, x.dim(), x.numel(), x.nelement(), len(x)) == (2, 2, 6, 6, 2)
    assert (x.dtype, x.itemsize, x.nbytes, x.device) == (np.float64, 8, 48, "cpu")
    assert x.is_floating_point()
    assert not x.long().is_floating_point()
    assert x.is_contiguous()
    assert not x.T.is_contiguous()
    assert x.T.contiguous().is_contiguous()
    assert x.contiguous() is x
    assert x.is_leaf
    assert x.grad_fn is None
    assert (leaf() * 2).grad_fn.op.name == "multiply"
    assert not (leaf() * 2).is_leaf


def test_unknown_attributes_are_errors():
    with pytest.raises(AttributeError, match="'Tensor' object has no attribute 'foo'"):
        _ = autograd.ones(1).foo
    with pytest.raises(AttributeError):
        autograd.ones(1).foo = 1


@pytest.mark.parametrize(
    ("convert", "dtype"),
    [
        (lambda x: x.float(), "float32"),
        (lambda x: x.double(), "float64"),
        (lambda x: x.half(), "float16"),
        (lambda x: x.long(), "int64"),
        (lambda x: x.int(), "int32"),
        (lambda x: x.short(), "int16"),
        (lambda x: x.byte(), "uint8"),
        (lambda x: x.bool(), "bool"),
        (lambda x: x.to(autograd.float16), "float16"),
        (lambda x: x.to("float32"), "float32"),
        (lambda x: x.to(dtype=autograd.int64), "int64"),
        (lambda x: x.to("cpu", autograd.float32), "float32"),
        (lambda x: x.to("cpu"), "float64"),
        (lambda x: x.to(autograd.zeros(1, dtype=autograd.int32)), "int32"),
        (lambda x: x.type(autograd.float32), "float32"),
        (lambda x: x.type_as(autograd.zeros(1)), "float32"),
        (lambda x: x.astype(np.float32), "float32"),
    ],
)
def test_conversions(torch, convert, dtype):
    positive = abs(X)
    x = autograd.tensor(positive)
    converted = convert(x)
    assert converted.dtype.name == dtype
    expected = torch.tensor(positive).to(getattr(torch, dtype)).numpy()
    np.testing.assert_array_equal(converted.numpy(), expected)
    if dtype.startswith("float"):
        y = leaf(positive)
        convert(y).sum().backward()
        assert y.grad.tolist() == np.ones((2, 3)).tolist()
        assert y.grad.dtype == np.float64
    else:
        assert not convert(leaf(positive)).requires_grad


def test_conversion_to_the_same_is_the_same():
    x = leaf()
    assert x.double() is x
    assert x.to("cpu") is x
    assert x.cpu() is x
    assert x.to(x.dtype, copy=True) is not x
    assert x.type() == "float64"
    with pytest.raises(ValueError, match="tensors are on the CPU; there is no device 'cuda:0'"):
        x.to("cuda:0")


def test_item_and_tolist():
    assert autograd.tensor([[2.5]]).item() == 2.5
    assert type(autograd.tensor(3).item()) is int
    assert type(autograd.tensor(True).item()) is bool
    assert autograd.tensor(X).tolist() == X.tolist()
    assert autograd.tensor(2.5).tolist() == 2.5
    for wrong in (autograd.ones(2), autograd.ones(0)):
        with pytest.raises(RuntimeError, match="only a tensor with one element is a Python number, this one has shape"):
            wrong.item()


def test_numpy_shares_memory():
    x = autograd.tensor(X)
    array = x.numpy()
    array[0, 0] = 9.0
    assert x[0, 0].item() == 9.0
    with pytest.raises(RuntimeError, match=r"use \.detach\(\)\.numpy\(\)"):
        leaf().numpy()
    y = leaf()
    assert y.numpy(force=True) is y.detach().numpy()
    with pytest.raises(RuntimeError, match="requires grad"):
        np.asarray(y)


def test_detach_and_clone():
    x = leaf()
    detached = x.detach()
    assert not detached.requires_grad
    assert np.shares_memory(detached.numpy(), x.numpy(force=True))
    clone = x.clone()
    assert not np.shares_memory(clone.detach().numpy(), detached.numpy())
    clone.sum().backward()
    assert x.grad.tolist() == np.ones((2, 3)).tolist()
    h = x * 2
    h.detach_()
    assert h.is_leaf
    assert not h.requires_grad


def test_name():
    x = leaf()
    x.name = "input"
    assert x.name == "input"
    assert (x * 2).name is None
    with pytest.raises(RuntimeError, match="have a place in the graph"):
        autograd.ones(1).name = "constant"


def test_new_tensor():
    x = autograd.tensor([1], dtype=autograd.float16)
    assert x.new_tensor([2.0, 3.0]).dtype == autograd.float16
    assert x.new_tensor(1, requires_grad=True).requires_grad


# --- Python's protocols ---


def test_truth():
    assert autograd.tensor(2.0)
    assert not autograd.tensor([[0]])
    for ambiguous in (autograd.ones(2), autograd.ones(0)):
        with pytest.raises(RuntimeError, match=r"the truth value of a tensor of shape \(\d,\) is ambiguous: use \.any"):
            bool(ambiguous)


def test_numbers():
    assert float(autograd.tensor(2.5)) == 2.5
    assert int(autograd.tensor([2.9])) == 2
    assert complex(autograd.tensor(2.0)) == 2 + 0j
    assert [1, 2, 3][autograd.tensor(1)] == 2
    assert list(range(autograd.tensor(2))) == [0, 1]
    assert f"{autograd.tensor(3.14159):.2f}" == "3.14"
    assert f"{autograd.tensor([1.0])}" == "tensor([1.])"
    assert f"{leaf(2.0):.1f}" == "2.0"
    with pytest.raises(
        TypeError, match=r"only an integer tensor with one element is an index, this one is float32\[\]"
    ):
        [1, 2][autograd.tensor(1.0)]
    with pytest.raises(RuntimeError):
        float(autograd.ones(2))


def test_length_and_iteration():
    x = leaf()
    rows = list(x)
    assert len(rows) == len(x) == 2
    (rows[0] * 2 + rows[1] * 3).sum().backward()
    assert x.grad.tolist() == [[2.0] * 3, [3.0] * 3]
    a, b = autograd.tensor([1, 2])
    assert (a.item(), b.item()) == (1, 2)
    for protocol in (len, iter):
        with pytest.raises(TypeError, match="0-d tensor"):
            protocol(autograd.tensor(1.0))


def test_contains():
    x = leaf()
    assert 3.0 in x
    assert 7 not in x
    assert autograd.tensor(4.0) in x


def test_hash_is_by_identity():
    x, y = autograd.tensor([1.0]), autograd.tensor([1.0])
    assert len({x, y, x}) == 2
    assert {x: 1}[x] == 1
    assert (x == y).tolist() == [True]
    assert (x != y).tolist() == [False]
    assert x not in {y}


def test_comparison_with_other_things():
    x = autograd.tensor([1.0, 2.0])
    assert (x == 1).tolist() == [True, False]
    assert (np.array([1.0, 3.0]) == x).tolist() == [True, False]
    assert isinstance(np.array([1.0, 3.0]) == x, autograd.Tensor)


# --- operators with arrays and numbers ---

BINARY = [operator.add, operator.sub, operator.mul, operator.truediv, operator.pow, operator.floordiv, operator.mod]
OTHERS = [
    np.array([2.0, 3.0, 4.0]),
    np.float64(2.0),
    np.float32(2.0),
    np.int64(3),
    np.array(2.0),
    2,
    2.5,
    True,
]


@pytest.mark.parametrize("op", BINARY)
@pytest.mark.parametrize("other", OTHERS, ids=repr)
@pytest.mark.parametrize("dtype", [autograd.float32, autograd.float64])
def test_operators_with_arrays_and_numbers(op, other, dtype):
    values = np.array([1.0, 2.0, 3.0], dtype)
    for reverse in (False, True):
        x = leaf(values)
        out = op(other, x) if reverse else op(x, other)
        expected = op(np.asarray(other, np.float64), values) if reverse else op(values, np.asarray(other, np.float64))
        assert type(out) is autograd.Tensor
        assert out.requires_grad
        np.testing.assert_allclose(out.detach().numpy(), expected, rtol=1e-6)
        array_of_float64 = isinstance(other, np.ndarray) and other.ndim
        assert out.dtype == (autograd.float64 if array_of_float64 else dtype)
        out.sum().backward()
        assert x.grad.dtype == dtype
        assert x.grad.shape == x.shape


def test_matrix_product_with_arrays():
    w = leaf(np.eye(3))
    out = X @ w
    assert type(out) is autograd.Tensor
    out.sum().backward()
    np.testing.assert_allclose(w.grad.numpy(), X.T @ np.ones((2, 3)))
    assert type(w @ X.T) is autograd.Tensor


def test_in_place_operators_of_arrays():
    array = np.ones(2)
    with pytest.raises(TypeError, match="an array cannot take the result of recorded operations"):
        array += leaf([1.0, 2.0])
    assert array.tolist() == [1.0, 1.0]


def test_unsupported_operands_are_errors():
    for wrong in ("text", None, object(), [None]):
        with pytest.raises((TypeError, ValueError)):
            autograd.ones(1) + wrong


# --- exchange ---


def test_array_protocol():
    x = autograd.tensor(X)
    assert np.asarray(x) is x.numpy() or np.shares_memory(np.asarray(x), x.numpy())
    assert np.asarray(x, np.float32).dtype == np.float32
    assert not np.shares_memory(np.array(x), x.numpy())
    with pytest.raises(ValueError, match="copy"):
        np.asarray(x, np.float32, copy=False)
    assert np.array([autograd.tensor(1.0), autograd.tensor(2.0)]).tolist() == [1.0, 2.0]


def test_dlpack(torch):
    x = autograd.tensor([1.0, 2.0])
    theirs = torch.from_dlpack(x)
    theirs[0] = 5.0
    assert x.tolist() == [5.0, 2.0]
    ours = autograd.from_dlpack(torch.arange(3))
    assert ours.tolist() == [0, 1, 2]
    assert ours.dtype == autograd.int64
    assert np.from_dlpack(x).tolist() == [5.0, 2.0]
    with pytest.raises(BufferError, match=r"export \.detach\(\)"):
        torch.from_dlpack(leaf())


# --- copies ---

COPIES = {"deepcopy": copy.deepcopy, "pickle": lambda x: pickle.loads(pickle.dumps(x))}


@pytest.mark.parametrize("copied", COPIES.values(), ids=COPIES)
@pytest.mark.parametrize("cls", [autograd.Tensor, nn.Parameter])
def test_copies_of_leaves(copied, cls):
    x = cls(autograd.tensor([1.0, 2.0]), requires_grad=True)
    x.grad = autograd.tensor([3.0, 4.0])
    twin = copied(x)
    assert type(twin) is cls
    assert twin.requires_grad
    assert twin.is_leaf
    assert twin.tolist() == [1.0, 2.0]
    assert twin.grad.tolist() == [3.0, 4.0]
    twin.grad.zero_()
    twin.detach().zero_()
    assert x.grad.tolist() == [3.0, 4.0]
    assert x.tolist() == [1.0, 2.0]


def test_deepcopy_of_a_result_copies_its_graph():
    x = leaf([1.0, 2.0])
    y = (x * x).sum()
    x2, y2 = copy.deepcopy((x, y))
    y2.backward()
    assert x2.grad.tolist() == [2.0, 4.0]
    assert x.grad is None
    y.backward()
    assert x.grad.tolist() == [2.0, 4.0]


def test_deepcopy_keeps_shared_memory():
    x = autograd.tensor([1.0, 2.0])
    a, b = copy.deepcopy([x, x])
    assert a is b
    y = copy.deepcopy(leaf([1.0, 2.0]).sum())
    y.backward()


def test_pickle_of_a_result_is_a_leaf():
    x = leaf([1.0, 2.0])
    y = pickle.loads(pickle.dumps(x * 2))
    assert y.tolist() == [2.0, 4.0]
    assert y.is_leaf
    assert y.requires_grad


def test_shallow_copy():
    x = leaf([1.0, 2.0])
    twin = copy.copy(x)
    (twin * 2).sum().backward()
    assert x.grad.tolist() == [2.0, 2.0]


# --- indexing ---

INDICES = [
    0,
    (0, 1),
    slice(None, None, 2),
    (Ellipsis, 0),
    None,
    [0, 0, 1],
    ([0, 1], [1, 1]),
    (slice(None), [2, 0]),
    (slice(None), [True, False, True]),
]


@pytest.mark.parametrize("index", INDICES, ids=repr)
def test_indexing_by_lists_and_numbers(torch, index):
    ours, theirs = leaf(), torch.tensor(X, requires_grad=True)
    a, b = ours[index], theirs[index]
    assert a.detach().numpy().tolist() == b.detach().numpy().tolist()
    (a * a).sum().backward()
    (b * b).sum().backward()
    assert ours.grad.tolist() == theirs.grad.tolist()


def test_indexing_by_tensors(torch):
    cube = np.arange(24.0).reshape(2, 3, 4)
    index = np.array([[0, 2], [1, 1]])
    mask = cube[0] > 5
    for make in (
        lambda x, i, m: x[:, i],
        lambda x, i, m: x[1, :, i],
        lambda x, i, m: x[0, i, 1],
        lambda x, i, m: x[i % 2, i],
        lambda x, i, m: x[:, m],
        lambda x, i, m: x[1][m],
        lambda x, i, m: x[..., i],
        lambda x, i, m: x[0, ..., i],
        lambda x, i, m: x[:, i, None, 2],
        lambda x, i, m: x[i[0, 0]],
    ):
        ours, theirs = leaf(cube), torch.tensor(cube, requires_grad=True)
        a = make(ours, autograd.tensor(index), autograd.tensor(mask))
        b = make(theirs, torch.tensor(index), torch.tensor(mask))
        assert a.detach().numpy().tolist() == b.detach().numpy().tolist()
        (a * a).sum().backward()
        (b * b).sum().backward()
        assert ours.grad.tolist() == theirs.grad.tolist()


def test_repeated_indices_add_up():
    x = leaf([1.0, 2.0, 3.0])
    x[[0, 0, 1]].sum().backward()
    assert x.grad.tolist() == [2.0, 1.0, 0.0]
