"""Changes in place: never a wrong gradient; what was saved is noticed, what was not is allowed."""

import gc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import autograd
import nn


def leaf(value):
    return autograd.tensor(value, dtype=autograd.float64, requires_grad=True)


def write_through_data(x):
    x.data.add_(1)


def write_through_detach(x):
    x.detach()[0] = 5.0


def write_through_numpy_and_mark(x):
    x.detach().mul_(2)


def write_without_grad(x):
    with autograd.no_grad():
        x += 1


def write_to_view(x):
    with autograd.no_grad():
        x[0:1].zero_()


def assign_an_element(x):
    with autograd.no_grad():
        x[0] = 7.0


def copy_into(x):
    with autograd.no_grad():
        x.copy_(autograd.zeros(2))


def optimizer_step(x):
    (x * 1).sum().backward()
    nn.optim.SGD([x], lr=0.1).step()


def exponential(x):
    with autograd.no_grad():
        x.exp_()


WRITES = [
    write_through_data,
    write_through_detach,
    write_through_numpy_and_mark,
    write_without_grad,
    write_to_view,
    assign_an_element,
    copy_into,
    optimizer_step,
    exponential,
]


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize(
    "saves", [lambda x: x * x, lambda x: x[:1] * 2 * x[1:], lambda x: x.reshape(2, 1) @ x.reshape(1, 2)]
)
def test_a_changed_argument_is_an_error(write, saves):
    x = leaf([1.0, 2.0])
    y = saves(x).sum()
    write(x)
    with pytest.raises(RuntimeError, match=r"backward of \w+: its argument \w+, of shape \(.*\), was changed in place"):
        y.backward()


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize(
    "saves", [lambda x: x + x, lambda x: -x, lambda x: x.sum(), lambda x: x * 3, lambda x: x.reshape(1, 2)]
)
def test_what_was_not_saved_may_change(write, saves):
    x = leaf([1.0, 2.0])
    y = saves(x).sum()
    expected = {"add": 2.0, "negative": -1.0, "multiply": 3.0}.get(saves(x).grad_fn.op.name, 1.0)
    write(x)
    x.grad = None
    y.backward()
    assert x.grad.tolist() == [expected, expected]


@pytest.mark.parametrize("write", [w for w in WRITES if w is not optimizer_step])
def test_a_changed_output_is_an_error(write):
    x = leaf([0.1, 0.2])
    y = x.tanh()
    write(y)
    with pytest.raises(RuntimeError, match=r"backward of tanh: its output, of shape \(2,\), was changed in place"):
        y.sum().backward()


def test_memory_of_other_libraries(torch):
    def wrapped():
        yield autograd.from_dlpack(torch.ones(3, dtype=torch.float64))
        yield autograd.from_numpy(torch.ones(3, dtype=torch.float64).numpy())
        yield autograd.from_numpy(np.frombuffer(bytearray(24)))
        yield autograd.from_numpy(np.ndarray((3,), buffer=memoryview(bytearray(24))))

    for x in wrapped():
        y = (x.requires_grad_() * x).sum()
        x.data[0:1].add_(1)
        x.data[1:].add_(1)
        assert x._version == 2
        with pytest.raises(RuntimeError, match="changed in place"):
            y.backward()


def test_a_changed_branch_that_is_not_asked_for():
    x, y = leaf([1.0, 2.0]), leaf([3.0, 4.0])
    total = (x * x).sum() + (y * y).sum()
    y.data.zero_()
    assert autograd.grad(total, x, retain_graph=True)[0].tolist() == [2.0, 4.0]
    total.backward(inputs=[x], retain_graph=True)
    assert x.grad.tolist() == [2.0, 4.0]
    h = y.tanh()
    z = (h * 2).sum()
    y.data.zero_()
    h.data.zero_()
    assert autograd.grad(z, h)[0].tolist() == [2.0, 2.0]  # how h was computed does not matter
    for inputs in (y, [x, y]):
        with pytest.raises(RuntimeError, match="changed in place"):
            autograd.grad(total, inputs)


@pytest.mark.parametrize(
    "select",
    [
        lambda x, i: x[i],
        lambda x, i: x[:, i],
        lambda x, i: x[0, i],
        lambda x, i: x.gather(1, i[None]),
        lambda x, i: autograd.where(i > 0, x, 0.0),
        lambda x, i: x.index_select(1, i),
    ],
)
def test_a_changed_index_is_an_error_or_does_no_harm(select):
    x = leaf([[1.0, 2.0], [3.0, 4.0]])
    index = autograd.tensor([0, 1])
    y = select(x, index)
    (expected,) = autograd.grad((y * y).sum(), x, retain_graph=True)
    index.fill_(1)
    try:
        (got,) = autograd.grad((y * y).sum(), x)
    except RuntimeError as error:
        assert "changed in place" in str(error)  # noqa: PT017
    else:
        assert got.tolist() == expected.tolist()


# What is changed after it was used, or is the result of an op that saves it.
LATER = {
    "an element of what a view of it saved": lambda x, c: ((y := x.reshape(4)) * y, x.data[0, 0]),
    "a row of a constant matrix": lambda x, c: (x @ c, c[0]),
    "a constant factor": lambda x, c: (x * c, c),
    "a constant array's memory": lambda x, c: (x * c.numpy(), c),
    "the result of softmax": lambda x, c: ((y := x.softmax(1)) * 2, y.data),
    "the result of std": lambda x, c: ((y := x.std()) * 2, y.data),
    "the result of exp": lambda x, c: ((y := x.exp()) + 0, y.data[1]),
    "an element of what prod saved": lambda x, c: (x.prod(), x.data[1, 1]),
    "the indices of max": lambda x, c: x.max(dim=1),
    "the argument of maximum": lambda x, c: (autograd.maximum(x, c), c),
    "the gradient that was used": lambda x, c: (setattr(x, "grad", c) or x.grad * x, x.grad),
}


@pytest.mark.parametrize("name", LATER)
def test_what_is_changed_later_is_noticed(name):
    x, constant = leaf([[1.0, 2.0], [3.0, 5.0]]), autograd.ones(2, 2, dtype=autograd.float64)
    y, changed = LATER[name](x, constant)
    changed.detach().zero_()
    with pytest.raises(RuntimeError, match="changed in place after it was saved"):
        y.sum().backward()


def test_changes_before_recording_are_fine():
    x = leaf([1.0, 2.0])
    with autograd.no_grad():
        x *= 2
    y = (x * x).sum()
    y.backward()
    assert x.grad.tolist() == [4.0, 8.0]


def test_a_training_loop_with_two_graphs():
    w = nn.Parameter(autograd.tensor([1.0]))
    optimizer = nn.optim.SGD([w], lr=0.5)
    first, second = (w * w).sum(), (w * w * 3).sum()
    first.backward()
    optimizer.step()
    with pytest.raises(RuntimeError, match="changed in place"):
        second.backward()


def test_the_error_leaves_gradients_alone():
    x, y = leaf([1.0]), leaf([2.0])
    z = (x * y).sum() + y.sum()
    x.data.zero_()
    with pytest.raises(RuntimeError, match="changed in place"):
        z.backward()
    assert x.grad is None
    assert y.grad is None


def test_other_memory_at_the_same_address_is_not_mistaken():
    for _ in range(200):
        scratch = autograd.zeros(4)
        scratch.add_(1)
        del scratch
        x = leaf([1.0, 2.0, 3.0, 4.0])
        y = (x * x).sum()
        y.backward()
        assert x.grad.tolist() == [2.0, 4.0, 6.0, 8.0]
    gc.collect()


# --- recorded changes ---


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


# --- random programs ---

# PyTorch computes on clones, and keeps clones of the results: so what it saved cannot be changed, it never refuses, and
# its gradient is that of the values at the time of each operation.

OPS = ["add", "mul", "tanh", "slice", "add_", "mul_", "setitem", "iadd", "data", "no_grad", "expand"]
PROGRAM = st.lists(st.tuples(st.sampled_from(OPS), st.integers(0, 20), st.integers(0, 20)), min_size=3, max_size=18)


def apply(library, name, values, i, j):
    a, b = values[i % len(values)], values[j % len(values)]
    if library is not autograd:
        b = b.clone()
    if name == "add":
        values.append(a + b)
    elif name == "mul":
        values.append(a * b if library is autograd else a.clone() * b)
    elif name == "tanh":
        values.append(a.tanh() if library is autograd else a.tanh().clone())
    elif name == "slice":
        values.append(library.cat([a[:1], b[1:]]))
    elif name == "add_":
        a.add_(b)
    elif name == "mul_":
        a.mul_(b)
    elif name == "setitem":
        a[0] = b[1]
    elif name == "iadd":
        a += b
    elif name == "data":
        a.detach().mul_(0.5)
    elif name == "no_grad":
        with library.no_grad():
            a.add_(1.0)
    else:
        values.append(a.sum().expand(2) * 0.5)


@settings(max_examples=400, deadline=None)
@given(PROGRAM)
def test_random_programs_give_pytorchs_gradients_or_an_error(torch, program):
    ours = [leaf([0.5, -0.25]), leaf([0.75, 1.5])]
    theirs = [torch.tensor(x.tolist(), dtype=torch.float64, requires_grad=True) for x in ours]
    leaves, references = list(ours), list(theirs)
    for name, i, j in program:
        # Whatever raises in either library is left out of the program in both.
        before = len(ours)
        trial = [v.detach().clone() for v in ours]
        try:
            apply(autograd, name, ours, i, j)
        except RuntimeError:
            assert len(ours) == before
            assert all((v.detach() == t).all() for v, t in zip(ours, trial, strict=True))
            continue
        apply(torch, name, theirs, i, j)
        for a, b in zip(ours, theirs, strict=True):
            np.testing.assert_allclose(a.detach().numpy(), b.detach().numpy(), rtol=1e-12)
    total, reference = sum(v.sum() for v in ours), sum(v.sum() for v in theirs)
    try:
        got = autograd.grad(total, leaves, allow_unused=True)
    except RuntimeError as error:
        assert "changed in place" in str(error)  # noqa: PT017
        return
    agree(got, torch.autograd.grad(reference, references, allow_unused=True))


def agree(ours, theirs):
    for g, w in zip(ours, theirs, strict=True):
        got, want = (np.zeros(1) if x is None else x.numpy() for x in (g, w))
        np.testing.assert_allclose(got + np.zeros_like(want), want + np.zeros_like(got), rtol=1e-10, atol=1e-12)


VIEWS = {
    "row": lambda x: x[0],
    "last": lambda x: x[-1:],
    "every other": lambda x: x[::2],
    "transposed": lambda x: x.transpose(0, -1),
    "flat": lambda x: x.view(-1) if x.is_contiguous() else x,
    "expanded": lambda x: x.expand(2, *x.shape),
    "unsqueezed": lambda x: x.unsqueeze(0),
}
COMPUTE = {
    "mul": lambda a, b: a * b.sum(),
    "div": lambda a, b: a / (b * b + 1.0).sum(),
    "exp": lambda a, b: (a * 0.1).exp(),
    "sum": lambda a, b: a.sum(0) * b.sum(),
    "prod": lambda a, b: a.prod(),
    "relu": lambda a, b: a.relu() - b.max(),
}
WRITES_UNRECORDED = {
    "zero_": lambda a, b: a.zero_(),
    "add_": lambda a, b: a.add_(0.25),
    "setitem": lambda a, b: a.__setitem__(0, 0.5),
    "copy_": lambda a, b: a.copy_(b.sum() * 0.1),
    "through detach": lambda a, b: a.detach().mul_(0.5),
    "through data": lambda a, b: a.data.sub_(0.5),
    "exp_": lambda a, b: a.exp_().clamp_(0, 2),
}
STEP = st.tuples(st.sampled_from([*VIEWS, *COMPUTE, *WRITES_UNRECORDED]), st.integers(0, 20), st.integers(0, 20))


@settings(max_examples=400, deadline=None)
@given(st.lists(STEP, min_size=3, max_size=18))
def test_random_programs_with_views_give_pytorchs_gradients_or_an_error(torch, program):
    ours = [leaf([[0.5, -0.25], [0.75, 1.5]]), leaf([1.0, -0.5])]
    theirs = [torch.tensor(x.tolist(), dtype=torch.float64, requires_grad=True) for x in ours]
    leaves, references = list(ours), list(theirs)
    for name, i, j in program:
        a, b = ours[i % len(ours)], ours[j % len(ours)]
        c, d = theirs[i % len(ours)], theirs[j % len(ours)]
        if not a.ndim or a.numel() > 64:
            continue
        if name in VIEWS:
            ours.append(VIEWS[name](a))
            theirs.append(VIEWS[name](c))
        elif name in COMPUTE:
            ours.append(COMPUTE[name](a, b))
            theirs.append(COMPUTE[name](c.clone(), d.clone()).clone())
        else:
            with autograd.no_grad(), torch.no_grad():
                try:
                    WRITES_UNRECORDED[name](a, b)
                except RuntimeError as error:
                    assert "read-only" in str(error)  # noqa: PT017
                    continue
                WRITES_UNRECORDED[name](c, d.clone())
        for x, y in zip(ours, theirs, strict=True):
            np.testing.assert_allclose(x.detach().numpy(), y.detach().numpy(), rtol=1e-9, atol=1e-12)
    total, reference = sum(v.sum() for v in ours), sum(v.sum() for v in theirs)
    try:
        got = autograd.grad(total, leaves, allow_unused=True)
    except RuntimeError as error:
        assert "changed in place" in str(error)  # noqa: PT017
        return
    agree(got, torch.autograd.grad(reference, references, allow_unused=True))


@pytest.mark.parametrize(
    "view",
    [
        lambda a: np.lib.stride_tricks.sliding_window_view(a, 2),
        lambda a: np.lib.stride_tricks.as_strided(a, (2, 2), (a.itemsize, a.itemsize), writeable=True),
        lambda a: np.asarray(memoryview(a)[1:]),
        lambda a: np.asarray(memoryview(a))[None, ::2],
    ],
)
def test_writes_are_seen_through_any_view_of_the_memory(view):
    a = autograd.tensor([1.0, 2.0, 3.0])
    w = autograd.from_numpy(view(a.numpy()))
    x = autograd.ones(w.shape, requires_grad=True)
    y = (x * w).sum()
    a.zero_()
    with pytest.raises(RuntimeError, match="was changed in place"):
        y.backward()


def test_integers_of_any_size_and_sign_are_written(torch):
    for library in (autograd, torch):
        x = library.tensor([1, 2], dtype=library.uint8)
        assert x.add_(library.tensor([3, 4])).tolist() == [4, 6]
        assert x.dtype == library.uint8
