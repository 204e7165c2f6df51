"""Functions that make tensors: values, dtypes, shapes, memory and errors."""

import numpy as np
import pytest

import autograd
from autograd import Tensor

# Every row is one call, made here and in PyTorch.
CALLS = [
    # tensor
    lambda lib: lib.tensor(1),
    lambda lib: lib.tensor(1.5),
    lambda lib: lib.tensor(True),
    lambda lib: lib.tensor(2j),
    lambda lib: lib.tensor([]),
    lambda lib: lib.tensor([[]]),
    lambda lib: lib.tensor(()),
    lambda lib: lib.tensor([1, 2.5]),
    lambda lib: lib.tensor([True, 2]),
    lambda lib: lib.tensor([True, 2.5]),
    lambda lib: lib.tensor([1, 2j]),
    lambda lib: lib.tensor(((1, 2), [3, 4])),
    lambda lib: lib.tensor(range(3)),
    lambda lib: lib.tensor(2**40),
    lambda lib: lib.tensor(float("inf")),
    lambda lib: lib.tensor([1, 2], dtype=lib.float64),
    lambda lib: lib.tensor([1.7, -2.5], dtype=lib.int64),
    lambda lib: lib.tensor([1.7, 0], dtype=lib.bool),
    lambda lib: lib.tensor(255, dtype=lib.uint8),
    lambda lib: lib.tensor(-1, dtype=lib.uint8),
    lambda lib: lib.tensor(-128, dtype=lib.int8),
    lambda lib: lib.tensor([1.5], dtype=lib.float16, requires_grad=True),
    lambda lib: lib.tensor(np.float64(2.5)),
    lambda lib: lib.tensor(np.float32(2.5)),
    lambda lib: lib.tensor(np.int32(2)),
    lambda lib: lib.tensor([np.float64(2.5)]),
    lambda lib: lib.tensor([np.float32(2.5)]),
    lambda lib: lib.tensor(np.ones((2, 0))),
    lambda lib: lib.tensor(np.ones(2, np.int16)),
    lambda lib: lib.tensor(np.ones(2, np.float16), dtype=lib.float32),
    lambda lib: lib.tensor([lib.tensor(1.0), lib.tensor(2.0)]),
    lambda lib: lib.tensor([lib.tensor(1), 2.5]),
    lambda lib: lib.tensor([[1.0, 2.0]], device="cpu"),
    lambda lib: lib.tensor([1.0, 2.0]).new_tensor([3]),
    # a size: numbers, a tuple, a list, a keyword
    *(
        lambda lib, name=name, sizes=sizes: getattr(lib, name)(*sizes)
        for name in ("zeros", "ones")
        for sizes in ((2, 3), ((2, 3),), ([2, 3],), ((),), (0,), (2, 0), (np.int64(2), 1))
    ),
    lambda lib: lib.zeros(size=(2, 3)),
    lambda lib: lib.ones(size=[2]),
    lambda lib: lib.zeros(lib.tensor(2)),
    lambda lib: lib.zeros(lib.tensor(2), 3),
    lambda lib: lib.ones(lib.zeros(2, 3).shape),
    lambda lib: lib.zeros(2, dtype=lib.int32),
    lambda lib: lib.ones(2, dtype=lib.bool),
    lambda lib: lib.zeros(2, requires_grad=True),
    lambda lib: lib.ones(2, dtype=lib.float64, requires_grad=True),
    lambda lib: lib.ones(2, device="cpu"),
    lambda lib: lib.empty(2, 3) * 0 == 1,
    # full
    lambda lib: lib.full((2,), 7),
    lambda lib: lib.full([2, 1], 7.0),
    lambda lib: lib.full((2,), True),
    lambda lib: lib.full((2,), 2j),
    lambda lib: lib.full((), 3),
    lambda lib: lib.full((2,), 7, dtype=lib.float64),
    lambda lib: lib.full((2,), 7.5, dtype=lib.int64),
    lambda lib: lib.full((2,), lib.tensor(3.0)),
    lambda lib: lib.full(size=(2,), fill_value=1),
    lambda lib: lib.full((2,), 7.0, requires_grad=True),
    # arange
    lambda lib: lib.arange(3),
    lambda lib: lib.arange(0),
    lambda lib: lib.arange(1, 1),
    lambda lib: lib.arange(1, 4),
    lambda lib: lib.arange(0, 5, 2),
    lambda lib: lib.arange(5, 0, -2),
    lambda lib: lib.arange(3.0),
    lambda lib: lib.arange(0.5, 3),
    lambda lib: lib.arange(1, 2, 0.25),
    lambda lib: lib.arange(0.0, 3.0, 1),
    lambda lib: lib.arange(end=3),
    lambda lib: lib.arange(start=1, end=3),
    lambda lib: lib.arange(3, dtype=lib.float32),
    lambda lib: lib.arange(3.5, dtype=lib.int64),
    lambda lib: lib.arange(0.5, 3.5, dtype=lib.int32),
    lambda lib: lib.arange(np.float64(3)),
    lambda lib: lib.arange(np.float32(3)),
    lambda lib: lib.arange(lib.tensor(3)),
    lambda lib: lib.arange(lib.tensor(1.5), 3),
    lambda lib: lib.arange(3.0, requires_grad=True),
    # linspace
    lambda lib: lib.linspace(0, 1, 5),
    lambda lib: lib.linspace(1, 0, 3),
    lambda lib: lib.linspace(0, 1, 1),
    lambda lib: lib.linspace(0, 1, 0),
    lambda lib: lib.linspace(0, 10, 4, dtype=lib.int64),
    lambda lib: lib.linspace(start=0, end=1, steps=2, dtype=lib.float64),
    lambda lib: lib.linspace(lib.tensor(0.0), lib.tensor(1.0), 3),
    lambda lib: lib.linspace(0, 1, 3, requires_grad=True),
    # logspace
    lambda lib: lib.logspace(0, 2, 3),
    lambda lib: lib.logspace(0, 3, 4, 2),
    lambda lib: lib.logspace(0, 1, 1),
    lambda lib: lib.logspace(0, 1, 0),
    lambda lib: lib.logspace(0, 50, 2),
    lambda lib: lib.logspace(0, 4, 3, base=-2),
    lambda lib: lib.logspace(0, 1, 3, base=0),
    lambda lib: lib.logspace(0, 1, 3, base=-2.0),
    lambda lib: lib.logspace(0, 1, 3, 2, dtype=lib.int64),
    lambda lib: lib.logspace(start=0, end=2, steps=3, base=2.0, dtype=lib.float64, requires_grad=True),
    lambda lib: lib.logspace(lib.tensor(0.0), lib.tensor(2.0), 3, lib.tensor(2.0)),
    # triangles
    *(
        lambda lib, name=name, args=args: getattr(lib, name)(*args)
        for name in ("tril_indices", "triu_indices")
        for args in ((3, 3), (3, 2), (2, 3, 1), (3, 2, -1), (3, 3, 5), (3, 3, -5), (0, 3), (2, 0), (0, 0))
    ),
    lambda lib: lib.tril_indices(row=2, col=3, offset=1, dtype=lib.int32, device="cpu"),
    lambda lib: lib.triu_indices(row=2, col=3, offset=1, dtype=lib.int32),
    # eye
    lambda lib: lib.eye(2),
    lambda lib: lib.eye(2, 3),
    lambda lib: lib.eye(3, m=2, dtype=lib.int64),
    lambda lib: lib.eye(0),
    lambda lib: lib.eye(2, requires_grad=True),
    # like another
    *(
        lambda lib, name=name, options=options: getattr(lib, name)(lib.tensor([[1, 2]]), **options(lib))
        for name in ("zeros_like", "ones_like")
        for options in (lambda lib: {}, lambda lib: {"dtype": lib.float32, "requires_grad": True})
    ),
    lambda lib: lib.zeros_like(lib.tensor(1.0, requires_grad=True)),
    lambda lib: lib.empty_like(lib.zeros(2, 3)) * 0 == 1,
    lambda lib: lib.empty_like(lib.zeros(2, 3), dtype=lib.int64) * 0,
    lambda lib: lib.full_like(lib.tensor([1, 2]), 2.7),
    lambda lib: lib.full_like(lib.tensor([1.0, 2.0]), True),
    lambda lib: lib.full_like(lib.tensor([1.0, 2.0]), 2, dtype=lib.int64),
    lambda lib: lib.full_like(lib.tensor([1]), lib.tensor(3)),
    lambda lib: lib.full_like(lib.ones(2), 3, requires_grad=True),
    # of arrays
    lambda lib: lib.as_tensor([1, 2]),
    lambda lib: lib.as_tensor(2.5),
    lambda lib: lib.as_tensor([1.5], dtype=lib.float64),
    lambda lib: lib.as_tensor(np.ones(2)),
    lambda lib: lib.as_tensor(np.float64(2.0)),
    lambda lib: lib.as_tensor(lib.ones(2), dtype=lib.int64),
    lambda lib: lib.as_tensor(lib.ones(2, requires_grad=True)),
    lambda lib: lib.from_numpy(np.ones((2, 1))),
    lambda lib: lib.from_numpy(np.array(1.5, np.float32)),
    lambda lib: lib.from_dlpack(np.arange(3)),
    lambda lib: lib.from_dlpack(lib.ones(2)),
]


@pytest.mark.parametrize("index", range(len(CALLS)))
def test_creation_is_pytorchs(torch, index):
    ours, theirs = CALLS[index](autograd), CALLS[index](torch)
    assert ours.dtype == str(theirs.dtype).removeprefix("torch.")
    assert ours.shape == tuple(theirs.shape)
    assert ours.requires_grad == theirs.requires_grad
    np.testing.assert_array_equal(ours.detach().numpy(), theirs.detach().numpy())


@pytest.mark.parametrize("steps", [2, 3, 7, 100])
@pytest.mark.parametrize(("start", "end"), [(0, 1), (-3.5, 2), (5, -5), (1e-3, 1e3)])
def test_linspace_is_pytorchs_up_to_rounding(torch, start, end, steps):
    got, want = autograd.linspace(start, end, steps), torch.linspace(start, end, steps)
    np.testing.assert_allclose(got.numpy(), want.numpy(), rtol=1e-6, atol=1e-6)
    assert (float(got[0]), float(got[-1])) == (float(want[0]), float(want[-1]))


@pytest.mark.parametrize("arguments", [(0, 1, 0.1), (1, 2, 0.3), (0, -1, -0.25), (0.1, 0.7, 0.2)])
def test_arange_of_fractions_is_pytorchs_up_to_rounding(torch, arguments):
    got, want = autograd.arange(*arguments), torch.arange(*arguments)
    np.testing.assert_allclose(got.numpy(), want.numpy(), rtol=1e-6, atol=1e-6)


def test_a_tensor_of_a_list_of_arrays():
    assert autograd.tensor([np.ones(2), np.zeros(2)]).tolist() == [[1, 1], [0, 0]]
    assert autograd.tensor([np.ones(2), np.zeros(2)]).dtype == autograd.float64


@pytest.mark.parametrize("make", [autograd.tensor, Tensor], ids=["tensor", "Tensor"])
@pytest.mark.parametrize("source", [np.ones(3), autograd.ones(3), autograd.ones(3, requires_grad=True)])
def test_tensor_copies(make, source):
    x = make(source)
    x.add_(1)
    assert (x.requires_grad, x.is_leaf) == (False, True)
    assert [float(element) for element in source] == [1, 1, 1]


SHARING = {
    "from_numpy": autograd.from_numpy,
    "as_tensor": autograd.as_tensor,
    "as_tensor of its dtype": lambda array: autograd.as_tensor(array, dtype=array.dtype),
    "from_dlpack": autograd.from_dlpack,
}


@pytest.mark.parametrize("dtype", ["float64", "float32", "int64", "uint8", "complex64"])
@pytest.mark.parametrize("make", SHARING)
def test_shared_memory(make, dtype):
    array = np.zeros((2, 2), dtype)
    x = SHARING[make](array)
    array[0, 0] = 5
    assert x[0, 0].item() == 5
    x[1, 1] = 7
    assert array[1, 1] == 7
    assert np.shares_memory(x.numpy(), array)


def test_views_of_arrays_are_shared_too():
    array = np.zeros((3, 4))
    autograd.from_numpy(array[::-2, 1:3]).fill_(1)
    assert array.sum(axis=1).tolist() == [2, 0, 2]


def test_as_tensor_returns_tensors_as_they_are():
    x = autograd.ones(2, requires_grad=True)
    assert autograd.as_tensor(x) is x
    assert autograd.as_tensor(x, dtype=x.dtype) is x
    assert autograd.as_tensor(x, dtype=autograd.float64).grad_fn is not None
    array = np.ones(2)
    assert not np.shares_memory(autograd.as_tensor(array, dtype=autograd.float32).numpy(), array)


def test_arrays_of_other_byte_orders_are_converted():
    array = np.array([1.5, 2.5], ">f4")
    for x in (autograd.tensor(array), autograd.as_tensor(array)):
        assert (x.dtype, x.tolist()) == (autograd.float32, [1.5, 2.5])


def test_exchange_with_pytorch_through_dlpack(torch):
    reference = torch.zeros(3)
    autograd.from_dlpack(reference).add_(1)
    assert reference.tolist() == [1, 1, 1]
    x = autograd.zeros(3)
    torch.from_dlpack(x).add_(2)
    assert x.tolist() == [2, 2, 2]


def test_full_does_not_alias_its_value():
    value = autograd.tensor(3.0)
    x = autograd.full((2,), value)
    x.add_(1)
    assert value.item() == 3
    assert x.tolist() == [4, 4]


def test_like_functions_take_the_shape_of_arrays_too():
    array = np.ones((2, 1), np.float32)
    for x in (autograd.zeros_like(array), autograd.full_like(array, 0), autograd.empty_like(array) * 0):
        assert isinstance(x, Tensor)
        assert (x.shape, x.dtype, x.tolist()) == ((2, 1), np.float32, [[0], [0]])


@pytest.mark.parametrize("name", ["zeros", "ones", "empty", "rand", "randn"])
def test_sizes_that_are_none(name):
    make = getattr(autograd, name)
    with pytest.raises(TypeError, match=f"{name}: no size is given"):
        make()
    with pytest.raises(TypeError, match=f"{name}: expected a size of integers, got 2.5"):
        make(2.5)
    with pytest.raises(TypeError, match=f"{name}: expected a size of integers, got 'a'"):
        make("a")
    with pytest.raises(TypeError, match=f"{name}: expected a size of integers, got 2, None"):
        make(2, None)
    with pytest.raises(RuntimeError, match=rf"{name}: a size cannot be negative, got \(2, -1\)"):
        make(2, -1)
    with pytest.raises(ValueError, match="there is no device 'cuda'"):
        make(2, device="cuda")


ERRORS = [
    (lambda: autograd.tensor("a"), TypeError, "tensor: expected numbers, got an array of <U1"),
    (lambda: autograd.tensor(None), TypeError, "tensor: expected numbers, got an array of object"),
    (lambda: autograd.tensor([1, None]), TypeError, "tensor: expected numbers, got an array of object"),
    (lambda: autograd.tensor(np.array("2020", "M8[Y]")), TypeError, "tensor: expected numbers"),
    (lambda: autograd.tensor(np.ones(2, np.longdouble)), TypeError, "tensor: expected numbers, got an array of"),
    (lambda: autograd.tensor([[1, 2], [3]]), ValueError, "tensor: the nested sequences are not all of the same length"),
    (lambda: autograd.tensor(300, dtype=autograd.uint8), RuntimeError, "tensor: the integers do not all fit in uint8"),
    (lambda: autograd.tensor([0, -129], dtype=autograd.int8), RuntimeError, "tensor: .* fit in int8"),
    (lambda: autograd.tensor(2**63), RuntimeError, "tensor: the integers do not all fit in int64"),
    (lambda: autograd.tensor([1], requires_grad=True), RuntimeError, "only tensors of floating point"),
    (lambda: autograd.zeros(2, dtype=int, requires_grad=True), RuntimeError, "only tensors of floating point"),
    (lambda: autograd.full((2,), 7, requires_grad=True), RuntimeError, "only tensors of floating point"),
    (lambda: autograd.full((2,), [1, 2]), TypeError, r"full: expected one number to fill with, got shape \(2,\)"),
    (lambda: autograd.full((-1,), 1), RuntimeError, "full: a size cannot be negative"),
    (lambda: autograd.full("a", 1), TypeError, "full: expected a size of integers, got 'a'"),
    (lambda: autograd.full_like(autograd.ones(2), [1, 2]), TypeError, "full_like: expected one number"),
    (lambda: autograd.zeros_like([1, 2]), TypeError, "zeros_like: expected a tensor, got list"),
    (lambda: autograd.ones_like(2.0), TypeError, "ones_like: expected a tensor, got float"),
    (lambda: autograd.empty_like(None), TypeError, "empty_like: expected a tensor, got NoneType"),
    (lambda: autograd.full_like([1], 2), TypeError, "full_like: expected a tensor, got list"),
    (lambda: autograd.arange(), TypeError, "arange: no end is given"),
    (lambda: autograd.arange(5, 0), RuntimeError, "arange: a step of 1 does not lead from 5 to 0"),
    (lambda: autograd.arange(0, 5, 0), RuntimeError, "arange: a step of 0"),
    (lambda: autograd.arange(0, 1, 0.5, dtype=int), RuntimeError, "arange: a step of 0"),
    (
        lambda: autograd.arange(0, float("inf")),
        RuntimeError,
        "arange: start, end and step must be finite, got 0, inf, 1",
    ),
    (lambda: autograd.arange(float("nan")), RuntimeError, "arange: start, end and step must be finite"),
    (lambda: autograd.arange(3, requires_grad=True), RuntimeError, "only tensors of floating point"),
    (lambda: autograd.linspace(0, 1, -1), RuntimeError, "linspace: a size cannot be negative"),
    (lambda: autograd.linspace(0, 1, 2.5), TypeError, "linspace: expected a size of integers, got 2.5"),
    (lambda: autograd.logspace(0, 1, -1), RuntimeError, "logspace: a size cannot be negative"),
    (lambda: autograd.logspace(0, 1, 2.5), TypeError, "logspace: expected a size of integers, got 2.5"),
    (lambda: autograd.tril_indices(2, -1), RuntimeError, "tril_indices: a size cannot be negative"),
    (lambda: autograd.triu_indices(2, 2.5), TypeError, "triu_indices: expected a size of integers, got 2, 2.5"),
    (lambda: autograd.tril_indices(2, 2, dtype=autograd.float32), RuntimeError, "tril_indices: indices are integers"),
    (lambda: autograd.eye(-1), RuntimeError, "eye: a size cannot be negative"),
    (lambda: autograd.eye(2, 2.5), TypeError, "eye: expected a size of integers, got 2, 2.5"),
    (lambda: autograd.from_numpy([1]), TypeError, "from_numpy: expected a NumPy array, got list"),
    (lambda: autograd.from_numpy(np.array("a")), TypeError, "expected numbers, got an array of <U1"),
    (lambda: autograd.from_numpy(np.ones(2, ">f4")), ValueError, "from_numpy: memory of >f4 cannot be shared"),
    (lambda: autograd.from_dlpack([1]), TypeError, "from_dlpack: expected an array or tensor .* got list"),
    (lambda: autograd.from_dlpack(autograd.ones(2, requires_grad=True)), BufferError, r"export \.detach\(\)"),
    (lambda: autograd.tensor(1, device="cuda:0"), ValueError, "there is no device 'cuda:0'"),
]


@pytest.mark.parametrize("index", range(len(ERRORS)))
def test_errors_name_the_function(index):
    function, error, message = ERRORS[index]
    with pytest.raises(error, match=message):
        function()


@pytest.mark.parametrize("value", [300, float("inf"), float("nan")])
def test_a_number_out_of_range_does_not_fill(torch, value):
    for library, dtype in ((torch, torch.uint8), (autograd, autograd.uint8)):
        with pytest.raises(RuntimeError):
            library.full_like(library.zeros(2, dtype=dtype), value)
    with pytest.raises(RuntimeError, match=f"full: {value} is not a value of uint8"):
        autograd.full((2,), value, dtype=autograd.uint8)
