"""The house: imports point one way, the core stands alone and stays small, and a new op touches five places."""

import graphlib
import importlib.util
import inspect
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

import autograd
from autograd.core.op import Op
from autograd.core.outputs import PICK
from autograd.core.primitive import Primitive
from autograd.derivatives.custom import _FunctionOp

ROOT = Path(__file__).parent.parent
_spec = importlib.util.spec_from_file_location("house", ROOT / "docs" / "house.py")
house = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(house)

MODULES = house.modules()
IMPORTS = {name: house.imports(name, MODULES) for name in MODULES}
CORE = {name for name in MODULES if house.room(name, MODULES) == "autograd/core"}


def test_imports_are_found():
    assert "autograd.core.graph" in IMPORTS["autograd.core.engine"]  # from .graph import Node
    assert "autograd.core.writes" in IMPORTS["autograd.core.engine"]  # from . import writes
    assert "autograd.core.primitive" in IMPORTS["autograd.ops.elementwise"]
    assert "autograd" in IMPORTS["nn.functional.losses"]  # from autograd import Tensor
    assert "autograd.visualize" in IMPORTS["autograd"]  # inside of a function


def test_no_modules_import_each_other():
    house.from_below(IMPORTS)  # raises CycleError, which names them


def test_no_rooms_import_each_other():
    house.from_below(house.between_rooms(MODULES)[1])


def test_circles_are_found():
    with pytest.raises(graphlib.CycleError, match=r"\['b', 'c', 'b'\]|\['c', 'b', 'c'\]"):
        house.from_below({"a": {"b"}, "b": {"c"}, "c": {"b"}})


@pytest.mark.parametrize("name", sorted(CORE))
def test_the_core_imports_nothing_else_of_the_project(name):
    assert IMPORTS[name] - CORE == set()


@pytest.mark.parametrize("name", [name for name in MODULES if name.split(".")[0] == "autograd"])
def test_autograd_imports_nothing_of_nn(name):
    assert [other for other in IMPORTS[name] if other.split(".")[0] == "nn"] == []


def test_the_picture_is_up_to_date():
    root = ElementTree.parse(ROOT / "docs" / "img" / "house.svg")
    titles = {title.text for title in root.iter("{http://www.w3.org/2000/svg}title")}
    inside, arrows = house.between_rooms(MODULES)
    lines = {f"{place}->{to}" for place, targets in house.needed(arrows).items() for to in targets}
    assert titles - {"house"} == set(inside) | lines, "run python docs/house.py"
    words = {
        word for text in root.iter("{http://www.w3.org/2000/svg}text") for word in "".join(text.itertext()).split()
    }
    assert {MODULES[name].stem for name in CORE} - {"__init__"} <= words


def test_the_core_can_be_read_in_an_hour():
    assert sum(house.lines_of_code(MODULES[name]) for name in CORE) < 1500


def test_lines_of_code_are_neither_comments_nor_docstrings(tmp_path):
    file = tmp_path / "some.py"
    file.write_text('"""Docs,\n\nlong ones."""\n\n# why\nx = """one\n\ntwo"""  # so\n\n\ndef f():\n    """More."""\n')
    assert house.lines_of_code(file) == 4  # three of the text, one of the function


@pytest.mark.parametrize("kind", [Primitive, type(PICK), _FunctionOp], ids=lambda kind: kind.__name__)
def test_every_kind_of_op_answers_what_nodes_ask(kind):
    assert issubclass(kind, Op)
    questions = [name for name, value in vars(Op).items() if inspect.isfunction(value)]
    missing = [name for name in questions if "NotImplementedError" in getattr(kind, name).__code__.co_names]
    assert missing == (["pull"] if kind is Primitive else [])  # that of a primitive is generated, for each op


def test_nodes_have_ops():
    x = autograd.tensor([3.0, 1.0], requires_grad=True)

    class Double(autograd.Function):
        @staticmethod
        def forward(ctx, x):
            return x * 2

        @staticmethod
        def backward(ctx, g):
            return g * 2

    for out, name in ((x.tanh(), "tanh"), (x.sort().values, "output"), (Double.apply(x), "Double")):
        op = out.grad_fn.op
        assert isinstance(op, Op)
        assert op.name == name
        assert len(op.pull(out.grad_fn.inputs, out.grad_fn.saved, out.grad_fn.statics, np.ones(2, np.float32))) == 1


# What a new activation of single elements needs: its op, its face, its module, its row of hard points, and, which no
# test asks for, a line in the changelog. Everything else follows by rule.
ACTIVATION = {
    "autograd/ops/activation.py": (
        "",
        '''

@elementwise(x=lambda g, x: g * 2 * np.abs(x))
def signed_square(x):
    """Return x |x|, a square that keeps the sign."""
    return x * np.abs(x)
''',
    ),
    "autograd/functions/elementwise.py": ("public(globals())", "signed_square = named(activation.signed_square)\n\n"),
    "nn/layers/activation.py": (
        "public(globals()",
        """from autograd import signed_square


@applies(signed_square)
class SignedSquare(Module):
    '''A square that keeps the sign.'''


""",
    ),
    "tests/ops/cases/activation.py": (
        "",
        "\nCASES += [case(activation.signed_square, X, torch=lambda t, x: x * x.abs(), special=[EVERYWHERE])]\n",
    ),
}
USE = """
import autograd, nn
x = autograd.tensor([-3.0, 2.0], requires_grad=True)
assert autograd.Tensor.signed_square is autograd.signed_square
x.signed_square().sum().backward()
assert x.grad.tolist() == [6.0, 4.0]
assert x.detach().clone().signed_square_().tolist() == [-9.0, 4.0]
assert nn.SignedSquare()(x).tolist() == [-9.0, 4.0]
assert "signed_square" in autograd.__all__ and "SignedSquare" in nn.layers.__all__
"""


@pytest.mark.slow
def test_a_new_activation_touches_no_other_place(tmp_path):
    for folder in ("autograd", "nn", "tests"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for file, (before, text) in ACTIVATION.items():
        path = tmp_path / file
        there = path.read_text(encoding="utf-8")
        start, mark, end = there.rpartition(before) if before else (there, "", "")
        path.write_text(start + text + mark + end, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}

    def run(*command):
        done = subprocess.run(
            [sys.executable, *command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("-c", USE)
    run("-m", "tests.stubs")
    assert "def signed_square(input: Tensor) -> Tensor:" in (tmp_path / "autograd" / "__init__.pyi").read_text()
    tests = ["tests/ops/test_ops.py", "tests/test_calls.py", "tests/test_imports.py", "tests/test_stubs.py"]
    chosen = "signed_square or every_op or every_function or in_step or exist_once"
    assert " passed" in run("-m", "pytest", "-q", "-p", "no:cacheprovider", *tests, "-k", chosen)
