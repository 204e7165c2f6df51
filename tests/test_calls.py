"""The public functions are PyTorch's: names, arguments, values, derivatives; and their errors name them."""

import inspect
import re

import pytest

import autograd
import nn
from autograd import functions
from tests.calls import CALLS, ERRORS
from tests.calls.call import OURS, find
from tests.parity import compare

MODULES = {"": functions, "linalg": autograd.linalg, "special": autograd.special, "nn.functional": nn.functional}
# What says where or how, not what is computed.
UNCOMPARED = {"generator", "device", "requires_grad", "inplace"}


@pytest.mark.parametrize(
    ("row", "dtype"),
    [
        pytest.param(row, dtype, id=f"{row.module}{'.' if row.module else ''}{row.text} {dtype}")
        for row in CALLS
        for dtype in row.dtypes
    ],
)
def test_functions_are_pytorchs(torch, row, dtype):
    compare(
        lambda *xs: row.run(OURS, *xs),
        lambda *xs: row.run(torch, *xs),
        torch,
        row.arrays,
        dtype,
        row.order,
        row.tolerance,
    )


@pytest.mark.parametrize("module", MODULES)
def test_every_function_is_compared_with_every_argument(module):
    covered: dict[object, set[str]] = {}
    for row in CALLS:
        covered.setdefault(find(row.name, row.module), set()).update(row.covers)
    names = sorted(MODULES[module].__all__)
    assert [name for name in names if find(name, module) not in covered] == []
    missing = {}
    for name in names:
        parameters = inspect.signature(find(name, module)).parameters.values()
        optional = {p.name for p in parameters if p.default is not p.empty} - UNCOMPARED
        missing[name] = sorted(optional - covered[find(name, module)])
    assert {name: parameters for name, parameters in missing.items() if parameters} == {}


@pytest.mark.parametrize("module", MODULES)
def test_every_function_has_an_example(module):
    own = {name: find(name, module) for name in MODULES[module].__all__}
    assert [name for name, f in own.items() if not hasattr(f, "op") and ">>>" not in (f.__doc__ or "")] == []


@pytest.mark.parametrize("index", range(len(ERRORS)))
def test_errors_name_the_function(index):
    function, error, message = ERRORS[index]
    with pytest.raises(error) as caught:
        function()
    text = "\n".join([str(caught.value), *getattr(caught.value, "__notes__", ())])
    assert re.search(message, text), text


def test_every_method_is_a_function_or_documented():
    for name in functions.__all__:
        assert getattr(autograd, name) is getattr(functions, name)
