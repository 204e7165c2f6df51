"""Methods of tensors that are functions, and those in place that are made of functions by rule.

Rows and cases compare what a function computes with PyTorch; here only that the method is the function, and that every
in-place form takes over the function's result.
"""

import contextlib
import inspect
import pickle
import re

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
# The order of polygamma comes first: a row of its own calls the form in place.
IN_PLACE = [name for name in FUNCTIONS if hasattr(autograd.Tensor, f"{name}_") and name != "polygamma"]


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


@pytest.mark.parametrize("name", [*IN_PLACE, "polygamma"])
def test_every_form_in_place_is_named_and_refuses_leaves(name):
    method = getattr(autograd.ones(2, requires_grad=True), f"{name}_")
    assert method.__name__ == f"{name}_"
    with pytest.raises(RuntimeError, match=f"^{name}_: a leaf that requires grad is changed in place"):
        method(1)


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


# In place these make a view, which may have another shape, of the tensor itself.
VIEWS = "as_strided squeeze swapaxes swapdims t transpose unsqueeze".split()


def rows(name):
    """Return calls of a function whose result fits in place of the first argument."""
    made = [row for row in CALLS if row.direct and (row.name, row.module) == (name, "")]
    op = getattr(FUNCTIONS[name], "op", None)
    made += [call(name, *case.args, order=case.order) for case in CASES if case.op.op is op and not case.statics]
    for row in made:
        with np.errstate(all="ignore"):
            x, result = row.arrays[0], row.run(OURS, *map(autograd.tensor, row.arrays))
        fits = isinstance(result, autograd.Tensor) and x.dtype.kind in ("f", result.dtype.kind)
        if fits and (result.shape == x.shape or name in VIEWS):
            yield row


# What PyTorch cannot differentiate.
UNRECORDED = "acosh arccosh arcsinh arctanh asinh atanh floor_divide heaviside".split()


@pytest.mark.parametrize("name", IN_PLACE)
def test_what_changes_a_tensor_in_place_gives_it_pytorchs_values(torch, name):
    op = getattr(FUNCTIONS[name], "op", None)
    recorded = name not in UNRECORDED and (op is None or bool(op.pullbacks))
    samples = list(rows(name))[:2]
    assert samples
    for row in samples:
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


@pytest.mark.parametrize("name", ["contiguous", "fill_", "backward", "size", "__rsub__", "__setitem__", "view_as"])
def test_python_names_methods_by_the_class(name):
    method = getattr(autograd.tensor([1.0]), name)
    with pytest.raises(TypeError, match=re.escape(f"Tensor.{name}() got an unexpected keyword argument 'unknown'")):
        method(unknown=1)
    assert pickle.loads(pickle.dumps(getattr(autograd.Tensor, name))) is getattr(autograd.Tensor, name)
