"""Random programs with changes in place give the gradients of PyTorch, or an error."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

import autograd
from tests.leaf import leaf
from tests.parity import assert_near

# PyTorch computes on clones, and keeps clones of the results: so what it saved cannot be changed, it never refuses, and
# its gradient is that of the values at the time of each operation.

OPS = ["add", "mul", "tanh", "slice", "add_", "mul_", "setitem", "iadd", "data", "no_grad", "expand"]
PLACES = range(21)
PROGRAM = st.lists(st.sampled_from(list(itertools.product(OPS, PLACES, PLACES))), min_size=3, max_size=18)


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
            assert_near(a.detach().numpy(), b.detach().numpy(), 1e-12)
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
        assert_near(got + np.zeros_like(want), want + np.zeros_like(got), 1e-10, 1e-12)


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
STEP = st.sampled_from(list(itertools.product([*VIEWS, *COMPUTE, *WRITES_UNRECORDED], PLACES, PLACES)))


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
            assert_near(x.detach().numpy(), y.detach().numpy(), 1e-9, 1e-12)
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
