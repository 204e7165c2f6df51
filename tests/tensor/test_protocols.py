"""Python's protocols: truth, numbers, formats, iteration, comparison, indexing, operators with arrays and numbers."""

import operator

import numpy as np
import pytest

import autograd

X = np.array([[1.0, -2.0, 3.0], [0.5, 0.0, 4.0]])


def leaf(value=X, dtype=None):
    return autograd.tensor(value, dtype=dtype, requires_grad=True)


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


BINARY = [operator.add, operator.sub, operator.mul, operator.truediv, operator.pow, operator.floordiv, operator.mod]
OTHERS = [np.array([2.0, 3.0, 4.0]), np.float64(2.0), np.float32(2.0), np.int64(3), np.array(2.0), 2, 2.5, True]


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
