"""Methods of tensors that are functions, and those in place that are made of functions by rule.

Rows and cases compare what a function computes with PyTorch; here only that the method is the function, and that every
in-place form takes over the function's result.
"""

import contextlib
import inspect

import numpy as np
import pytest

import autograd
from autograd import functions
from autograd.linalg import top_level
from tests.calls import CALLS
from tests.calls.call import OURS, call
from tests.ops.cases import CASES
from tests.parity import compare

FUNCTIONS = {name: getattr(of, name) for of in (functions, top_level) for name in of.__all__}
METHODS = [name for name in FUNCTIONS if hasattr(autograd.Tensor, name)]
# Two arguments are in another order; the others say something of the tensor, which the function asks for.
DIFFERENT = ["is_complex", "is_floating_point", "numel", "polygamma", "where"]
IN_PLACE = [name for name in FUNCTIONS if hasattr(autograd.Tensor, f"{name}_")]


def test_a_method_is_the_function_itself():
    methods = {name: (getattr(autograd.Tensor, name), FUNCTIONS[name]) for name in METHODS}
    assert sorted(name for name, (method, function) in methods.items() if method is not function) == DIFFERENT
    assert [name for name, (method, _) in methods.items() if not inspect.isfunction(method)] == []  # they bind self


def test_methods_are_those_of_pytorch(torch):
    names = [name for name in FUNCTIONS if hasattr(torch, name)]
    for form in ("", "_"):
        theirs = {name for name in names if hasattr(torch.Tensor, name + form)}
        ours = {name for name in names if hasattr(autograd.Tensor, name + form)}
        assert sorted(theirs ^ ours) == [], form


class InPlace:
    """A library whose functions change their first argument, where it has a method for that."""

    def __init__(self, library, tensor, recorded):
        self.library, self.tensor, self.recorded = library, tensor, recorded

    def __getattr__(self, name):
        if not hasattr(self.tensor, f"{name}_"):
            return getattr(self.library, name)

        def changed(x, *args, **kwargs):
            with contextlib.nullcontext() if self.recorded else self.library.no_grad():
                x = x.clone()
                assert getattr(x, f"{name}_")(*args, **kwargs) is x
            return x

        return changed


def rows(name):
    """Return calls of a function whose result fits in place of the first argument."""
    made = [row for row in CALLS if (row.name, row.module) == (name, "") and not row.text.endswith("...)")]
    op = getattr(FUNCTIONS[name], "op", None)
    made += [call(name, *case.args, order=case.order) for case in CASES if case.op.op is op and not case.statics]
    for row in made:
        with np.errstate(all="ignore"):
            x, result = row.arrays[0], row.run(OURS, *map(autograd.tensor, row.arrays))
        if isinstance(result, autograd.Tensor) and result.shape == x.shape and x.dtype.kind in ("f", result.dtype.kind):
            yield row


# What PyTorch cannot differentiate.
UNRECORDED = "acosh arccosh arcsinh arctanh asinh atanh floor_divide heaviside".split()


@pytest.mark.parametrize("name", IN_PLACE)
def test_what_changes_a_tensor_in_place_gives_it_pytorchs_values(torch, name):
    op = getattr(FUNCTIONS[name], "op", None)
    recorded = name not in UNRECORDED and (op is None or bool(op.pullbacks))
    for row in list(rows(name))[:2]:
        for dtype in row.dtypes[: 1 if name == "float_power" else 2]:  # which is of float64 always
            compare(
                lambda *xs, row=row: row.run(InPlace(OURS, autograd.Tensor, recorded), *xs),
                lambda *xs, row=row: row.run(InPlace(torch, torch.Tensor, recorded), *xs),
                torch,
                row.arrays,
                dtype,
                row.order,
                row.tolerance,
            )
