"""The stubs: in step with the code, true of what functions return, and of use to type checkers."""

import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import autograd
from autograd.core.op import Value
from tests import stubs
from tests.calls import CALLS
from tests.calls.call import OURS

ROOT = Path(__file__).parent.parent
WRITTEN = stubs.stubs()


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_stubs_are_in_step_with_the_code(path):
    assert path.read_text(encoding="utf-8") == WRITTEN[path], "python -m tests.stubs writes it anew"


def test_there_are_no_other_stubs():
    assert {path for folder in ("autograd", "nn") for path in (ROOT / folder).rglob("*.pyi")} == set(WRITTEN)


def leaves(result):
    return [leaf for item in result for leaf in leaves(item)] if isinstance(result, (tuple, list)) else [result]


def kinds_of_results():
    """Yield a call of every function that returns what its arguments are, with nothing but those."""
    for name in autograd.__all__:
        function = getattr(autograd, name)
        if callable(function) and not isinstance(function, type) and stubs.mentions(stubs.result_of(function), Value):
            plain = re.compile(rf"{name}\([^;]*\)")
            row = next(
                (row for row in CALLS if not row.module and row.name == name and plain.fullmatch(row.text)), None
            )
            if row is not None:
                yield pytest.param(row, id=name)


@pytest.mark.parametrize("row", list(kinds_of_results()))
def test_arrays_give_arrays_and_tensors_give_tensors(row):
    arrays = [np.asarray(array) for array in row.arrays]
    with np.errstate(all="ignore"):
        on_arrays = leaves(row.run(OURS, *arrays))
        on_tensors = leaves(row.run(OURS, *map(autograd.tensor, arrays)))
    assert all(isinstance(x, (np.ndarray, np.generic)) for x in on_arrays), on_arrays
    assert all(isinstance(x, autograd.Tensor) for x in on_tensors), on_tensors


def test_many_functions_are_checked_on_arrays():
    assert len(list(kinds_of_results())) > 100


# What people write, and the type that a checker should find.
TYPES = {
    "x + 1": "Tensor",
    "1 - x": "Tensor",
    "x * a": "Tensor",
    "x == 1": "Tensor",
    "x[0, 1:]": "Tensor",
    "x.sum()": "Tensor",
    "x.mean(dim=0, keepdim=True)": "Tensor",
    "x.max()": "Tensor",
    "x.max(0).values": "Tensor",
    "x.sort().indices": "Tensor",
    "x.T": "Tensor",
    "x.add_(1)": "Tensor",
    "x.shape": "tuple[int, ...]",
    "x.size(0)": "int",
    "x.grad": "Tensor | None",
    "x.detach().numpy()": "ndarray[tuple[Any, ...], dtype[Any]]",
    "x.split(1)": "tuple[Tensor, ...]",
    "autograd.tanh(x)": "Tensor",
    "autograd.tanh(a)": "ndarray[tuple[Any, ...], dtype[Any]]",
    "autograd.lerp(a, x, 0.5)": "Tensor",
    "autograd.cat([x, x])": "Tensor",
    'autograd.einsum("ij->i", x)': "Tensor",
    "autograd.randn(2, 3)": "Tensor",
    "autograd.grad(x.sum(), x)": "tuple[Tensor, ...]",
    "autograd.linalg.svd(x).S": "Tensor",
    "autograd.special.expit(x)": "Tensor",
    "F.relu(x)": "Tensor",
    "F.avg_pool2d(x, 2)": "Tensor",
    "nn.ReLU(inplace=True)": "ReLU",
    "nn.Linear(2, 3).weight": "Parameter",
    "cube(x)": "Tensor",
    "cube(a)": "ndarray[tuple[Any, ...], dtype[Any]]",
    "total(x, axis=0)": "Tensor",
}
PROGRAM = """\
import numpy as np
import autograd
import nn
import nn.functional as F
from autograd import elementwise, primitive

x = autograd.ones(2, 3, requires_grad=True)
a = np.ones((2, 3))
cube = elementwise(lambda x: x * x * x, x=lambda g, x: 3 * g * x * x)

@primitive(x=lambda g, x_shape: np.broadcast_to(g, x_shape))
def total(x, *, axis):
    return x.sum(axis, keepdims=True)

"""


def checked(program, tmp_path, *command):
    """Return what a type checker reveals, line by line, without the names of modules."""
    file = tmp_path / "program.py"
    file.write_text(program, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "MYPYPATH": str(ROOT)}
    done = subprocess.run(
        [*command, str(file)], cwd=tmp_path, capture_output=True, text=True, check=False, env=environment
    )
    found = dict(re.findall(r"program\.py:(\d+).*?(?:Revealed type is|Type of .* is) \"(.*)\"", done.stdout))
    assert not re.search(r"\berror\b(?!s)", done.stdout), done.stdout
    return {int(line): re.sub(r"\b[a-z_]+\.(?=\w)", "", text) for line, text in found.items()}


@pytest.mark.slow
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_type_checkers_find_what_results_are(checker, tmp_path):
    if subprocess.run([sys.executable, "-m", checker, "--version"], capture_output=True, check=False).returncode:
        pytest.skip(f"{checker} does not run here: it is not installed, or pyright finds no Node.js")
    options = {"mypy": ["--cache-dir", str(tmp_path / "cache"), "--python-executable"], "pyright": ["--pythonpath"]}
    command = [sys.executable, "-m", checker, *options[checker], sys.executable]
    program = PROGRAM + "\n".join(f"reveal_type({expression})" for expression in TYPES) + "\n"
    revealed = checked(program, tmp_path, *command)
    first = program.count("\n") - len(TYPES) + 1
    found = {expression: revealed.get(first + i) for i, expression in enumerate(TYPES)}
    assert found == TYPES


@pytest.mark.slow
def test_a_misspelt_method_is_found(tmp_path):
    pytest.importorskip("mypy")
    with pytest.raises(AssertionError, match='"Tensor" has no attribute "tahn"'):
        checked(PROGRAM + "x.tahn()\n", tmp_path, sys.executable, "-m", "mypy", "--cache-dir", str(tmp_path / "cache"))
