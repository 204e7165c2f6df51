"""Writes into what an op saved are noticed: never a wrong gradient; what was not saved may change."""

import gc

import numpy as np
import pytest

import autograd
import nn
from tests.leaf import leaf


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
