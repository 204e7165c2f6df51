"""The public functions are PyTorch's: names, arguments, values, derivatives; and their errors name them."""

import inspect
import re

import pytest

import autograd
import nn
from autograd import functions
from autograd.linalg import top_level
from tests.calls import CALLS, ERRORS
from tests.calls.call import OURS, find
from tests.ids import numbered
from tests.ops.cases import CASES
from tests.parity import close, compare

NAMES = {
    "": functions.__all__ + top_level.__all__,
    "linalg": autograd.linalg.__all__,
    "special": autograd.special.__all__,
    "nn.functional": nn.functional.__all__,
}
# What says where or how, not what is computed.
UNCOMPARED = {"generator", "device", "requires_grad", "inplace"}
# The samples of the ops, by which a function that is the op itself is compared with PyTorch (tests/ops).
SAMPLES = {case.op.op: case for case in reversed(CASES)}


@pytest.mark.parametrize("row", CALLS, ids=numbered(f"{row.module}.{row.text}".lstrip(".") for row in CALLS))
def test_functions_are_pytorchs(torch, row):
    ours, theirs = (lambda *xs, library=library: row.run(library, *xs) for library in (OURS, torch))
    for dtype in row.dtypes:
        compare(ours, theirs, torch, row.arrays, dtype, row.order, row.tolerance)


def subject(name, module):
    """Return what is called under a name: the op, which may have several names."""
    function = find(name, module)
    return getattr(function, "op", function)


@pytest.mark.parametrize("module", NAMES)
def test_every_function_is_compared_with_every_argument(module):
    covered: dict[object, set[str]] = {op: set() for op in SAMPLES}
    for row in CALLS:
        covered.setdefault(subject(row.name, row.module), set()).update(row.covers)
    names = sorted(NAMES[module])
    assert [name for name in names if subject(name, module) not in covered] == []
    missing = {}
    for name in names:
        parameters = inspect.signature(find(name, module)).parameters.values()
        optional = {p.name for p in parameters if p.default is not p.empty} - UNCOMPARED
        missing[name] = sorted(optional - covered[subject(name, module)])
    assert {name: parameters for name, parameters in missing.items() if parameters} == {}


@pytest.mark.parametrize("module", NAMES)
def test_what_is_an_op_itself_has_the_name_of_pytorchs(torch, module):
    for name in NAMES[module]:
        case, theirs = SAMPLES.get(subject(name, module)), find(name, module, torch, None)
        if case is not None and theirs is not None:
            got = find(name, module)(*map(autograd.tensor, case.args))
            close(name, got, theirs(*map(torch.tensor, case.args)), 1e-10)
        assert case is None or theirs is not None or not isinstance(case.torch, str), f"PyTorch calls it {case.torch}"


# Parameters of PyTorch that are deprecated, or say how something is computed.
UNWANTED = {"out", "size_average", "reduce", "_stacklevel", "out_dtype", "names", "args", "kwargs", "inplace"}
# What torch.overrides, where the names are read, says other than PyTorch's documentation does.
MISNAMED = {
    ("broadcast_to", "self"),
    ("cholesky_solve", "input1"),
    ("diag_embed", "diagonal"),
    ("histogram", "max"),
    ("histogram", "min"),
    ("index_reduce", "include_input"),
    ("isfinite", "tensor"),
    ("isin", "e"),
    ("isin", "te"),
    ("isinf", "tensor"),
    ("isreal", "tensor"),
    ("msort", "descending"),
    ("permute", "dim"),
    ("permute", "self"),
    ("swapaxes", "dim0"),
    ("swapaxes", "dim1"),
    ("swapdims", "axis0"),
    ("swapdims", "axis1"),
    ("topk", "descending"),
    ("where", "x"),
    ("where", "y"),
    ("xlogy", "x"),
    ("xlogy", "y"),
    ("einsum", "equation"),  # the first of *args, which may be lists of numbers instead
    ("einsum", "operands"),
}


@pytest.mark.parametrize("module", [module for module in NAMES if module != "linalg"])  # where it is A, not input
def test_parameters_have_pytorchs_names(torch, module):
    known = torch.overrides.get_testing_overrides()
    missing = []
    for name in NAMES[module]:
        theirs = known.get(find(name, module, torch, None))
        if theirs is not None:
            ours = inspect.signature(find(name, module)).parameters
            wanted = [p for p in inspect.signature(theirs).parameters if p not in UNWANTED]
            missing += [(name, p) for p in wanted if p not in ours and (name, p) not in MISNAMED]
    assert missing == []


@pytest.mark.parametrize("module", NAMES)
def test_every_function_has_an_example(module):
    own = {name: find(name, module) for name in NAMES[module]}
    assert [name for name, f in own.items() if not hasattr(f, "op") and ">>>" not in (f.__doc__ or "")] == []


@pytest.mark.parametrize("index", range(len(ERRORS)))
def test_errors_name_the_function(index):
    function, error, message = ERRORS[index]
    with pytest.raises(error) as caught:
        function()
    text = "\n".join([str(caught.value), *getattr(caught.value, "__notes__", ())])
    assert re.search(message, text), text


def test_every_method_is_a_function_or_documented():
    for module in (functions, top_level):
        for name in module.__all__:
            assert getattr(autograd, name) is getattr(module, name)
