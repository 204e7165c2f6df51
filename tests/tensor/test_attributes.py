"""What a tensor is: attributes, dtypes, data, and what it is converted to."""

import numpy as np
import pytest

import autograd

X = np.array([[1.0, -2.0, 3.0], [0.5, 0.0, 4.0]])


def leaf(value=X, dtype=None):
    return autograd.tensor(value, dtype=dtype, requires_grad=True)


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
