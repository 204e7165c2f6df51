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


def test_arguments_of_to_that_do_not_exist():
    with pytest.raises(TypeError, match="unexpected keyword argument 'dtyp'"):
        leaf().to(dtyp=autograd.float32)
    with pytest.raises(TypeError, match="data type 'foo' not understood"):
        leaf().to("foo")
    assert leaf().to("cpu", non_blocking=True).dtype == autograd.float64


@pytest.mark.parametrize("name", ["shape", "dtype", "ndim", "grad_fn", "is_leaf", "device", "T"])
def test_attributes_that_cannot_be_set(name):
    x = leaf()
    with pytest.raises(AttributeError, match=f"property '{name}' of 'Tensor' object has no setter"):
        setattr(x, name, None)


@pytest.mark.parametrize(
    ("value", "error", "message"),
    [
        (3.0, TypeError, "data: expected a tensor, got float"),
        (np.ones((2, 3)), TypeError, r"data: expected a tensor, got ndarray; x.data\[\.\.\.\] = writes values"),
        (autograd.arange(3), RuntimeError, "only tensors of floating point can require gradients, this one is int64"),
        (autograd.tensor([1j]), RuntimeError, "derivatives with respect to complex numbers are not known"),
    ],
)
def test_what_data_cannot_become(value, error, message):
    x = leaf()
    with pytest.raises(error, match=message):
        x.data = value
    assert x.tolist() == X.tolist()


def test_data_of_computed_tensors_keeps_shape_and_dtype():
    x = leaf()
    h = x * 2
    for other in (autograd.ones(3, dtype=autograd.float64), autograd.ones(2, 3)):
        with pytest.raises(RuntimeError, match=r"this tensor was computed with shape \(2, 3\) and dtype float64"):
            h.data = other
    h.data = autograd.ones(2, 3, dtype=autograd.float64)
    (h * h).sum().backward()
    assert x.grad.tolist() == np.full((2, 3), 4.0).tolist()


def test_data_of_leaves_may_change_shape_and_dtype():
    x = leaf()
    x.data = autograd.ones(4)
    (x * 3).sum().backward()
    assert (x.grad.tolist(), x.grad.dtype) == ([3.0] * 4, autograd.float32)
    y = autograd.ones(2)
    y.data = autograd.arange(3)
    assert y.tolist() == [0, 1, 2]


def test_detached_leaves_keep_their_gradient():
    x = leaf()
    x.sum().backward()
    assert x.detach_() is x
    assert not x.requires_grad
    assert x.grad.tolist() == np.ones((2, 3)).tolist()
    with pytest.raises(RuntimeError, match="a tensor was detached"):
        (x * 2).sum().backward()
    x.requires_grad_()
    (x * 2).sum().backward()
    assert x.grad.tolist() == np.full((2, 3), 3.0).tolist()


def test_a_tensor_is_not_its_own_gradient():
    x = leaf()
    with pytest.raises(RuntimeError, match="cannot be its own gradient"):
        x.grad = x
    assert x.grad is None


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


@pytest.mark.parametrize(
    ("value", "spec", "expected"),
    [
        (3, "03d", "003"),
        (2.5, "8.3f", "   2.500"),
        (2.5, "", "tensor(2.5000)"),
        (True, "d", "1"),
        (1e-5, ".1e", "1.0e-05"),
    ],
)
def test_format(value, spec, expected):
    assert format(autograd.tensor(value), spec) == expected


def test_only_single_numbers_take_a_format():
    assert f"{autograd.tensor([1.0, 2.0])}" == "tensor([1., 2.])"
    with pytest.raises(TypeError, match=r"format: '.2f' formats one number, this tensor has shape \(2,\)"):
        f"{autograd.tensor([1.0, 2.0]):.2f}"


@pytest.mark.parametrize(
    ("convert", "value", "error", "message"),
    [
        (float, [1.0, 2.0], RuntimeError, r"only a tensor with one element is a Python number, .* \(2,\)"),
        (int, [], RuntimeError, "only a tensor with one element"),
        (complex, [1.0, 2.0], RuntimeError, "only a tensor with one element"),
        (int, float("nan"), ValueError, "cannot convert float NaN to integer"),
        (float, 1j, TypeError, "complex"),
        (bool, [1.0, 2.0], RuntimeError, "ambiguous"),
        (operator.index, 1.0, TypeError, "only an integer tensor with one element is an index"),
        (operator.index, [1, 2], TypeError, "only an integer tensor with one element is an index"),
        (len, 1.0, TypeError, "0-d tensor"),
        (list, 1.0, TypeError, "0-d tensor"),
        (round, 1.0, TypeError, "__round__"),
    ],
)
def test_conversions_that_fail(convert, value, error, message):
    with pytest.raises(error, match=message):
        convert(autograd.tensor(value))


def test_elements_of_an_iteration_have_gradients():
    x = leaf([1.0, 2.0, 3.0])
    a, b, c = x
    assert (a.shape, a.grad_fn is not None) == ((), True)
    (a * b * c).backward()
    assert x.grad.tolist() == [6.0, 3.0, 2.0]
    x.grad = None
    sum(element * element for element in x).backward()
    assert x.grad.tolist() == [2.0, 4.0, 6.0]
    assert [row.tolist() for row in reversed(leaf())] == X[::-1].tolist()
    assert sorted(autograd.tensor([3.0, 1.0, 2.0]))[0].item() == 1.0
    assert max(autograd.tensor([3.0, 1.0])).item() == 3.0


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


@pytest.mark.parametrize(
    ("compute", "message"),
    [
        (lambda x: x @ autograd.ones(2, 3), r"matmul: shapes \(2, 3\) and \(2, 3\) do not multiply: 3 is not 2"),
        (lambda x: x @ autograd.ones(4), r"matmul: shapes \(2, 3\) and \(4,\) do not multiply: 3 is not 4"),
        (lambda x: np.ones((2, 4)) @ x, r"matmul: shapes \(2, 4\) and \(2, 3\) do not multiply: 4 is not 2"),
        (lambda x: x @ autograd.tensor(1.0), r"both arguments need at least one axis, .*use \* for scalars"),
        (lambda x: x @ 2.0, "need at least one axis"),
        (lambda x: x[0].mT, r"mT: needs at least 2 dimensions, got shape \(3,\)"),
    ],
)
def test_products_of_the_wrong_shapes(compute, message):
    with pytest.raises(RuntimeError, match=message):
        compute(leaf())


def test_shapes_that_do_not_broadcast_are_named():
    with pytest.raises(RuntimeError, match=r"add: shapes \(2, 3\) and \(4,\) do not broadcast"):
        leaf() + autograd.ones(4)


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


def test_arrays_take_tensors_as_values_and_indices():
    array = np.zeros(3)
    array[:2] = autograd.tensor([1.0, 2.0])
    array[2] = autograd.tensor(5.0)
    assert array.tolist() == [1.0, 2.0, 5.0]
    assert array[autograd.tensor([2, 0])].tolist() == [5.0, 1.0]
    assert array[autograd.tensor([True, False, True])].tolist() == [1.0, 5.0]
    with pytest.raises(RuntimeError, match="requires grad"):
        array[:2] = leaf([1.0, 2.0])


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


def test_copies_of_a_frozen_tensor_keep_its_gradient():
    x = leaf([1.0, 2.0])
    x.sum().backward()
    x.requires_grad_(False)
    for twin in (copy.copy(x), copy.deepcopy(x), pickle.loads(pickle.dumps(x))):
        assert (twin.requires_grad, twin.tolist(), twin.grad.tolist()) == (False, [1.0, 2.0], [1.0, 1.0])
    with pytest.raises(RuntimeError, match=r"frozen by requires_grad_\(False\)"):
        copy.copy(x).sum().backward()


def test_deepcopy_of_retained_gradients_and_hooks():
    x = leaf([1.0, 2.0])
    h = x * 2
    h.retain_grad()
    h.register_hook(lambda g: g * 10)
    y = (h * h).sum()
    y.backward(retain_graph=True)
    x2, h2, y2 = copy.deepcopy((x, h, y))
    assert h2.grad.tolist() == h.grad.tolist() == [40.0, 80.0]
    h2.grad.zero_()
    assert h.grad.tolist() == [40.0, 80.0]
    x2.grad = None
    y2.backward()
    assert x2.grad.tolist() == [8.0, 16.0]  # hooks are not copied, as in PyTorch


def test_deepcopy_of_tensors_that_share_an_array():
    x = leaf([1.0, 2.0])
    twin, alias = copy.deepcopy((x, x.detach()))
    alias.zero_()
    assert (twin.tolist(), x.tolist()) == ([0.0, 0.0], [1.0, 2.0])


def test_the_copy_of_a_graph_is_checked_for_changes_too():
    x = leaf([1.0, 2.0])
    x2, y2 = copy.deepcopy((x, (x * x).sum()))
    x.data.zero_()
    y2.backward(retain_graph=True)
    assert x2.grad.tolist() == [2.0, 4.0]
    x2.data.zero_()
    with pytest.raises(RuntimeError, match="changed in place"):
        y2.backward()


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("make", [lambda: leaf().T, lambda: leaf().detach()[:, ::2], lambda: autograd.tensor(True)])
def test_pickle_of_views_and_numbers(make, protocol):
    x = make()
    twin = pickle.loads(pickle.dumps(x, protocol))
    assert (twin.tolist(), twin.dtype, twin.shape) == (x.tolist(), x.dtype, x.shape)
    assert twin.requires_grad == x.requires_grad
    first, second = pickle.loads(pickle.dumps((x, x), protocol))
    assert first is second


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


def test_new_tensors_have_the_dtype(torch):
    def made(library):
        x = library.tensor([1, 2], dtype=library.int16)
        for new in (
            x.new_zeros(2, 3),
            x.new_ones((2,)),
            x.new_full((1, 2), 7),
            x.new_empty(0, 2),
            x.new_tensor([1.7]),
            x.new_zeros(2, dtype=library.float64, requires_grad=True),
            x.new_ones(size=(1,), device="cpu"),
        ):
            yield new.tolist(), str(new.dtype).removeprefix("torch."), new.requires_grad, tuple(new.shape)

    assert list(made(autograd)) == list(made(torch))


def test_strides_and_kinds(torch):
    def known(library):
        x = library.zeros(2, 3, 4).transpose(0, 2)
        yield x.stride(), x.stride(-1), x.element_size(), x.ndimension()
        for dtype in (library.uint8, library.int8, library.float32, library.bool):
            y = library.zeros(2).to(dtype)
            yield y.is_signed(), y.is_complex(), y.is_floating_point()
        yield str(x.char().dtype).removeprefix("torch.")

    assert list(known(autograd)) == list(known(torch))
