"""Changes in place that are recorded: values, gradients and views are as in PyTorch."""

import numpy as np
import pytest

import autograd
from tests.leaf import leaf


def test_a_computed_tensor_takes_a_new_array():
    x = leaf([1.0, 2.0])
    h = x * 2
    y = h * h
    before = h._array
    h += 1
    assert h._array is not before
    (y.sum() + h.sum()).backward()
    assert x.grad.tolist() == [8.0 + 2.0, 16.0 + 2.0]


def test_the_object_stays_the_same():
    x = leaf([1.0, 2.0])
    h = x * 2
    alias = h
    h.mul_(3).add_(1)
    assert alias is h
    assert alias.tolist() == [7.0, 13.0]
    alias.sum().backward()
    assert x.grad.tolist() == [6.0, 6.0]


def test_assignment():
    x, v = leaf([1.0, 2.0, 3.0]), leaf(10.0)
    h = x * 1
    h[1] = v * 2
    h[2:] = 5.0
    (h * h).sum().backward()
    assert x.grad.tolist() == [2.0, 0.0, 0.0]
    assert v.grad.item() == 80.0


def test_assignment_into_a_tensor_without_grad():
    x = leaf([1.0, 2.0])
    buffer = autograd.zeros(3, dtype=autograd.float64)
    buffer[:2] = x * 3
    assert buffer.requires_grad
    buffer.sum().backward()
    assert x.grad.tolist() == [3.0, 3.0]


# Each changes h, of shape (2, 3) and computed from x, or returns another tensor; v has two elements.
CHANGES = {
    "a row": lambda L, h, v: h.__setitem__(0, v[0]),
    "the last row": lambda L, h, v: h.__setitem__(-1, v[1]),
    "a column": lambda L, h, v: h.__setitem__((slice(None), 1), v),
    "all, broadcast": lambda L, h, v: h.__setitem__(slice(None), v[:, None]),
    "every other column": lambda L, h, v: h.__setitem__((slice(None), slice(None, None, 2)), v[:, None]),
    "an index of None": lambda L, h, v: h.__setitem__(None, v[0]),
    "elements at index tensors": lambda L, h, v: h.__setitem__((L.tensor([0, 1]), L.tensor([2, 0])), v),
    "elements at index lists": lambda L, h, v: h.__setitem__(([0, 0], [1, 2]), v),
    "elements at a number and a list": lambda L, h, v: h.__setitem__((0, [0, 2]), v),
    "where a mask is true": lambda L, h, v: h.__setitem__(h > 3, v[0]),
    "where a mask is true, by a vector": lambda L, h, v: h.__setitem__(h > 4, v),
    "a constant where a mask is true": lambda L, h, v: h.__setitem__(h > 4, 0),
    "all by what is computed of it": lambda L, h, v: h.__setitem__(..., h * 2),
    "a row by another row": lambda L, h, v: h.__setitem__(0, h[1]),
    "a row by constants": lambda L, h, v: h.__setitem__(0, L.tensor([1.0, 2.0, 3.0])),
    "a row by float32": lambda L, h, v: h.__setitem__(0, v[0].float()),
    "a row by an integer tensor": lambda L, h, v: h.__setitem__(0, L.tensor(3)),
    "h += v": lambda L, h, v: h.__iadd__(v[0]),
    "h -= h": lambda L, h, v: h.__isub__(h),
    "h /= h + 1": lambda L, h, v: h.__itruediv__(h + 1),
    "h **= 2": lambda L, h, v: h.__ipow__(2),
    "h[0] += v": lambda L, h, v: h.__setitem__(0, h[0].__iadd__(v[0])),
    "add_ with alpha": lambda L, h, v: h.add_(v[0], alpha=2),
    "sub_": lambda L, h, v: h.sub_(v[0]),
    "clamp_": lambda L, h, v: h.clamp_(2, 5),
    "clamp_ on one side": lambda L, h, v: h.clamp_(min=2),
    "masked_fill_": lambda L, h, v: h.masked_fill_(h > 3, v[0]),
    "zero_": lambda L, h, v: h.zero_(),
    "fill_": lambda L, h, v: h.fill_(v[0]),
    "copy_": lambda L, h, v: h.copy_(v[:, None]),
    "copy_ of float32": lambda L, h, v: h.copy_(v[:, None].float()),
    "neg_": lambda L, h, v: h.neg_(),
    "exp_": lambda L, h, v: h.exp_(),
    "relu_": lambda L, h, v: h.sub_(3).relu_(),
    "sigmoid_": lambda L, h, v: h.sigmoid_(),
    "normal_": lambda L, h, v: h.normal_().mul_(0).add_(v[0]),
    "a buffer": lambda L, h, v: assigned(L.zeros(3, dtype=L.float64), slice(0, 2), v),
    "a buffer by elements": lambda L, h, v: assigned(assigned(L.zeros(3, dtype=L.float64), 0, v[0]), 1, h[0, 0]),
    "a buffer of float32": lambda L, h, v: assigned(L.zeros(3), 0, v[0]),
    "a buffer with add_": lambda L, h, v: L.zeros(2, dtype=L.float64).add_(v),
    "a buffer of float32 with add_": lambda L, h, v: L.zeros(2).add_(v),
}


def assigned(buffer, index, value):
    buffer[index] = value
    return buffer


@pytest.mark.parametrize("name", CHANGES)
def test_recorded_changes_have_pytorchs_values_and_gradients(torch, name):
    results = []
    for library in (autograd, torch):
        x = library.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], dtype=library.float64, requires_grad=True)
        v = library.tensor([10.0, 20.0], dtype=library.float64, requires_grad=True)
        h = x * 1
        out = CHANGES[name](library, h, v)
        out = h if out is None else out
        (out * out).sum().backward()
        gradients = [None if leaf.grad is None else leaf.grad.tolist() for leaf in (x, v)]
        results.append((out.tolist(), str(out.dtype).removeprefix("torch."), gradients))
    ours, theirs = results
    assert ours[1] == theirs[1]
    np.testing.assert_allclose(ours[0], theirs[0], rtol=1e-14)
    for got, want in zip(ours[2], theirs[2], strict=True):
        assert (got is None) == (want is None)
        np.testing.assert_allclose([] if got is None else got, [] if want is None else want, rtol=1e-14)


def test_leaves_refuse_recorded_changes():
    x = leaf([1.0, 2.0])
    for change in (
        lambda: x.add_(1),
        lambda: x.__iadd__(1),
        lambda: x.zero_(),
        lambda: x.__setitem__(0, 1.0),
        lambda: x.copy_(autograd.zeros(2)),
        lambda: x.fill_(3),
        lambda: x.clamp_(0, 1),
        lambda: x.normal_(),
    ):
        with pytest.raises(
            RuntimeError, match=r"a leaf that requires grad is changed in place .*no_grad\(\), or on a \.clone"
        ):
            change()
    assert x.tolist() == [1.0, 2.0]


def test_views_refuse_what_they_cannot_pass_on():
    x = leaf([[1.0, 2.0], [3.0, 4.0]])
    h = x * 1
    for change in (
        lambda: h[0].add_(1),
        lambda: h[0].__setitem__(0, 5.0),
        lambda: h.T.mul_(2),
        lambda: h.reshape(-1).zero_(),
        lambda: h.unbind()[0].add_(1),
    ):
        with pytest.raises(RuntimeError, match="is a view of another one"):
            change()
    assert h.tolist() == [[1.0, 2.0], [3.0, 4.0]]
    row = h[0]
    row += 1
    assert row.tolist() == [2.0, 3.0]
    assert h.tolist() == [[1.0, 2.0], [3.0, 4.0]]


def test_unrecorded_changes_are_seen_by_views():
    x = autograd.zeros(2, 2)
    x[0][1] = 5.0
    x.T[0] += 1
    x.reshape(-1)[3:].fill_(9)
    assert x.tolist() == [[1.0, 5.0], [1.0, 9.0]]


VIEW_WRITES = {
    "x[0]": lambda x: x[0].add_(1),
    "x[0][1]": lambda x: x[0][1].add_(1),
    "x[0, 1]": lambda x: x[0, 1].mul_(5),
    "x[..., 1]": lambda x: x[..., 1].zero_(),
    "x[0, ..., 1]": lambda x: x[0, ..., 1].zero_(),
    "x[None, 0, 0]": lambda x: x[None, 0, 0].fill_(3),
    "x[:, 1:][0, 0]": lambda x: x[:, 1:][0, 0].add_(1),
    "iteration": lambda x: [row.add_(i) for i, row in enumerate(x)],
    "iteration over elements": lambda x: [element.add_(i) for row in x for i, element in enumerate(row)],
    "unbind": lambda x: x.unbind(1)[1].add_(1),
    "unbind of a row": lambda x: x[1].unbind()[1].add_(1),
    "split": lambda x: x.split(1)[1].add_(1),
    "chunk": lambda x: x.chunk(3, 1)[2].add_(1),
    "T": lambda x: x.T[0].add_(1),
    "mT": lambda x: x.mT[0, 0].add_(1),
    "permute": lambda x: x.permute(1, 0)[2].add_(1),
    "movedim": lambda x: x.movedim(0, 1)[2, 0].add_(1),
    "reshape": lambda x: x.reshape(-1)[4].add_(1),
    "view": lambda x: x.view(3, 2)[0].add_(1),
    "flatten": lambda x: x.flatten().add_(1),
    "squeeze": lambda x: x.squeeze().add_(1),
    "unsqueeze": lambda x: x.unsqueeze(0)[0, 0, 0].add_(1),
    "detach": lambda x: x.detach()[1].add_(1),
    "data": lambda x: x.data[1, 1].add_(1),
    "contiguous": lambda x: x.contiguous()[1].add_(1),
    "to": lambda x: x.to(x.dtype)[1].add_(1),
    "an index list": lambda x: x[[0]].add_(1),
    "an index tensor": lambda x: x[x > 0].add_(1),
    "clone": lambda x: x.clone().add_(1),
    "double": lambda x: x.float().add_(1),
}


@pytest.mark.parametrize("name", VIEW_WRITES)
@pytest.mark.parametrize("requires_grad", [False, True])
def test_what_is_a_view_and_what_a_copy_is_as_in_pytorch(torch, name, requires_grad):
    values = []
    for library in (autograd, torch):
        x = library.tensor([[1.0, -2.0, 3.0], [4.0, 5.0, -6.0]], dtype=library.float64, requires_grad=requires_grad)
        with library.no_grad():
            VIEW_WRITES[name](x)
        values.append(x.tolist())
    assert values[0] == values[1]


def test_read_only_memory():
    x = autograd.ones(1).expand(3)
    with pytest.raises(RuntimeError, match=r"add_: this tensor's memory is read-only \(it may be expanded\)"):
        x.add_(1)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda x: x.add_(autograd.ones(3, 2)),
            r"add_: the result has shape \(3, 2\), which does not fit in place of \(2,\)",
        ),
        (lambda x: x.__setitem__(slice(0, 2), autograd.ones(3)), "could not broadcast|shape"),
        (lambda x: x.__setitem__(5, 1.0), "out of bounds|index"),
    ],
)
def test_errors_change_nothing(change, message):
    x = autograd.tensor([1.0, 2.0])
    with pytest.raises((RuntimeError, ValueError, IndexError), match=message):
        change(x)
    assert x.tolist() == [1.0, 2.0]
    assert x._version == 0


def test_the_dtype_stays():
    x = autograd.tensor([1, 2])
    with pytest.raises(RuntimeError, match="the result has dtype float32, which does not fit in place of int64"):
        x.add_(0.5)
    with pytest.raises(RuntimeError, match="float32"):
        x /= 2
    x += 3
    assert x.tolist() == [4, 5]
    y = autograd.tensor([1.0, 2.0])
    y += autograd.tensor([1.0, 1.0], dtype=autograd.float64)
    y += 1
    assert y.dtype == autograd.float32
    z = leaf([1.0]).float() * 1
    z += autograd.ones(1, dtype=autograd.float64)
    assert z.dtype == autograd.float32
    z.sum().backward()


def test_versions_count_writes_to_memory():
    x = autograd.zeros(3)
    assert x._version == 0
    x.add_(1)
    x[0] = 1.0
    x.detach()[1:].zero_()
    assert x._version == x.data._version == 3
    assert x.clone()._version == 0


def test_data_can_be_replaced():
    x = leaf([1.0, 2.0])
    y = (x * x).sum()
    x.data = autograd.tensor([5.0, 6.0], dtype=autograd.float64)
    y.backward()
    assert x.grad.tolist() == [2.0, 4.0]  # the graph has the old array
    x.grad = None
    (x * x).sum().backward()
    assert x.grad.tolist() == [10.0, 12.0]
