"""Every op, over the table in cases/: all of `check_op`, and equal to PyTorch."""

import importlib
import pkgutil

import numpy as np
import pytest

import autograd
from autograd import ops
from autograd.testing import check_op
from tests.ids import numbered
from tests.ops.cases import CASES
from tests.parity import compare


def name_of(case):
    shapes = ", ".join(str(np.shape(a)) for a in case.args)
    statics = ", ".join(f"{k}={f'array{v.shape}' if isinstance(v, np.ndarray) else v}" for k, v in case.statics.items())
    return f"{case.op.op.name}({shapes}{'; ' if statics else ''}{statics})"


def known(value):
    """Return what makes an argument another one."""
    if isinstance(value, (tuple, list)):
        return tuple(map(known, value))
    return (value.dtype.str, value.shape, value.tobytes()) if isinstance(value, np.ndarray) else repr(value)


# What `check_op` has to check: cases that differ for PyTorch only are one, of the highest order.
CHECKED = {
    (case.op.op, known(case.args), known(sorted(case.statics.items()))): case
    for case in sorted(CASES, key=lambda case: case.order)
    if case.checked
}


def every_op():
    for module in pkgutil.iter_modules(ops.__path__):
        family = importlib.import_module(f"autograd.ops.{module.name}")
        for name, op in vars(family).items():
            if hasattr(op, "op") and op.__module__ == family.__name__:
                yield f"{module.name}.{name}", op


def test_every_op_has_a_row():
    covered = {case.op.op for case in CASES}
    assert [name for name, op in every_op() if op.op not in covered] == []


def test_every_op_says_what_it_computes():
    assert [name for name, op in every_op() if not (op.__doc__ or op.op.forward.__doc__)] == []


@pytest.mark.parametrize("case", CHECKED.values(), ids=numbered(map(name_of, CHECKED.values())))
def test_check_op(case):
    check_op(case.op, *case.args, order=case.order, **case.statics)


@pytest.mark.parametrize("case", CASES, ids=numbered(map(name_of, CASES)))
def test_equal_to_pytorch(torch, case):
    theirs = getattr(torch, case.torch) if isinstance(case.torch, str) else lambda *xs: case.torch(torch, *xs)
    ours = lambda *xs: case.op(*xs, **case.statics)  # noqa: E731
    for arrays in (case.args, *case.special):
        for dtype in dtypes(arrays):
            compare(ours, theirs, torch, arrays, dtype, case.order)
    for arrays in case.singular:
        with np.errstate(all="ignore"):
            for dtype in dtypes(arrays):
                compare(ours, theirs, torch, arrays, dtype, case.order)


def dtypes(arrays):
    """Return the dtypes in which arrays are compared: one is enough where none is of floating point."""
    return ("float64", "float32") if any(np.asarray(a).dtype.kind == "f" for a in arrays) else ("float64",)


# Elementwise ops of several arguments, which PyTorch's function of that name broadcasts too.
TOGETHER = [case for case in CASES if case.op.op.elementwise and len(case.args) > 1 and isinstance(case.torch, str)]


@pytest.mark.parametrize("case", TOGETHER, ids=numbered(map(name_of, TOGETHER)))
def test_every_element_with_every_other(torch, case):
    count = len(case.args)
    arrays = [np.ravel(a)[:4].reshape([-1 if i == j else 1 for j in range(count)]) for i, a in enumerate(case.args)]
    with np.errstate(all="ignore"):
        compare(case.op, getattr(torch, case.torch), torch, arrays, order=case.order)


def test_the_gradient_of_a_leaf_has_its_dtype_under_promotion():
    x = autograd.ones(2, requires_grad=True)
    y = autograd.ones(2, dtype=autograd.float64, requires_grad=True)
    (x * y + x / y).sum().backward()
    assert x.grad.dtype == autograd.float32
    assert y.grad.dtype == autograd.float64


@pytest.mark.parametrize("name", ["sum", "mean", "prod", "var", "std", "max", "min", "argmax", "argmin", "all", "any"])
def test_defaults_are_numpys(name):
    x = np.array([[1.0, 0.5, 3.0], [2.0, -1.0, 4.0]])
    op = getattr(ops.reduction, {"max": "amax", "min": "amin"}.get(name, name))
    assert op(x) == pytest.approx(getattr(np, name)(x), rel=1e-15)
    np.testing.assert_allclose(op(x, 1), getattr(np, name)(x, 1), rtol=1e-15)


@pytest.mark.parametrize(("bound", "other"), [("min", "max"), ("max", "min")])
def test_a_single_bound_that_is_a_tensor(torch, bound, other):
    x, limit = np.array([0.0, 1.0, 2.0, 1.0]), np.array([1.0, 1.0, 1.0, 0.5])
    compare(
        lambda x, limit: autograd.clamp(x, **{bound: limit, other: None}),
        lambda x, limit: torch.clamp(x, **{bound: limit, other: None}),
        torch,
        [x, limit],
    )


def test_half_precision_selects_zeros():
    x = autograd.tensor([-1.0, 2.0], dtype=autograd.float16, requires_grad=True)
    (x.relu() + x.clamp(0, 1) + autograd.where(x > 0, x, 0.0)).sum().backward()
    assert x.grad.tolist() == [0.0, 2.0]
    assert x.grad.dtype == autograd.float16


@pytest.mark.parametrize("condition", [True, np.array(False), np.array([5, 0, 1]), np.array([0.5, 0.0, -1.0])])
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_conditions_that_are_not_arrays_of_booleans(condition, dtype):
    a, b = (autograd.tensor(np.ones(3, dtype), requires_grad=True) for _ in range(2))
    upstream = np.array([1.1, 2.2, np.inf], dtype)
    for x in (np.where(condition, a, b), autograd.where(condition, a, b)):
        got = autograd.grad(x, [a, b], autograd.tensor(upstream))
        np.testing.assert_array_equal(got[0].numpy(), np.where(condition, upstream, 0))
        np.testing.assert_array_equal(got[1].numpy(), np.where(condition, 0, upstream))
