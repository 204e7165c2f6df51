"""What is imported when, what is public, and that all of it is documented."""

import ast
import functools
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import autograd
import nn

ROOT = Path(__file__).parent.parent


@functools.cache
def imported(path):
    """Return the modules that a file imports, those inside functions included."""
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.append(node.module)
    return names


def files(*folders):
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


@pytest.mark.parametrize("path", files("autograd"), ids=lambda path: str(path.relative_to(ROOT)))
def test_autograd_imports_nothing_of_nn(path):
    assert [name for name in imported(path) if name.split(".")[0] == "nn"] == []


@pytest.mark.parametrize("path", files("autograd", "nn"), ids=lambda path: str(path.relative_to(ROOT)))
def test_only_declared_packages_are_imported(path):
    optional = {"matplotlib", "pygraphviz", "graphviz_pure", "IPython"}  # asked for where they are used
    known = {"autograd", "nn", "numpy", "graphviz", *sys.stdlib_module_names} | optional
    assert [name for name in imported(path) if name.split(".")[0] not in known] == []


@functools.cache
def run(code, *options):
    done = subprocess.run(
        [sys.executable, *options, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize("code", ["import autograd, nn", "import nn, autograd", "import nn", "import autograd.testing"])
def test_importing_warns_of_nothing(code):
    assert run(f"{code}; print('done')", "-W", "error") == ["done"]


def test_importing_under_optimization_needs_no_docstrings():
    assert run("import autograd, nn; print(autograd.ones(2).tanh().shape)", "-OO") == ["(2,)"]


@pytest.mark.parametrize(
    "heavy", ["graphviz", "autograd.visualize", "nn.functional.convolutions", "numpy.random", "matplotlib", "torch"]
)
def test_what_is_not_loaded_before_it_is_needed(heavy):
    assert heavy not in run("import sys, autograd, nn; print(*sys.modules); autograd.draw")  # which is there when asked


def test_importing_leaves_numpy_as_it_was():
    code = "import numpy as np; a, b = np.geterr(), np.random.get_state()[1].sum(); import autograd, nn; "
    code += "autograd.rand(3); autograd.manual_seed(0); "
    assert run(code + "print(a == np.geterr(), b == np.random.get_state()[1].sum())") == ["True", "True"]


MODULES = (autograd, autograd.random, autograd.func, autograd.functional, autograd.linalg, autograd.special)
MODULES += (nn.functional,)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_what_is_public_is_documented(module):
    for name in sorted(set(module.__all__) | {n for n in dir(module) if not n.startswith("_")}):
        value = getattr(module, name)
        ours = getattr(value, "__module__", "autograd").split(".")[0] in ("autograd", "nn", "numpy")
        if ours and callable(value):
            text = inspect.getdoc(value)
            assert text, name
            assert text.strip().splitlines()[0].endswith((".", ":")), name


def test_what_tensors_can_do_is_documented():
    for name in dir(autograd.Tensor):
        if not name.startswith("_"):
            text = inspect.getdoc(inspect.getattr_static(autograd.Tensor, name))
            assert text, name
            assert text.strip().splitlines()[0].endswith((".", ":")), name


def test_all_names_exist_once():
    for module in (*MODULES, nn):
        names = getattr(module, "__all__", [])
        assert len(names) == len(set(names)), module.__name__
        assert [name for name in names if not hasattr(module, name)] == []


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'autograd' has no attribute 'foo'"):
        _ = autograd.foo
    assert {"draw", "tensor", "tanh", "no_grad"} <= set(dir(autograd))
