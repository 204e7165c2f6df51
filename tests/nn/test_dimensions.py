"""One definition for three numbers of dimensions: what it makes are functions as any other."""

import inspect
import pickle

import pytest

import autograd
import nn.functional as F

FAMILIES = [
    "max_poolNd",
    "max_poolNd_with_indices",
    "avg_poolNd",
    "lp_poolNd",
    "adaptive_max_poolNd",
    "adaptive_max_poolNd_with_indices",
    "adaptive_avg_poolNd",
    "max_unpoolNd",
    "convNd",
    "conv_transposeNd",
    "dropoutNd",
]


@pytest.mark.parametrize("dimensions", [1, 2, 3])
@pytest.mark.parametrize("family", FAMILIES)
def test_each_has_a_name_a_signature_and_its_own_documentation(family, dimensions):
    name = family.replace("Nd", f"{dimensions}d")
    function = getattr(F, name)
    assert function.__name__ == function.__qualname__ == function.__code__.co_name == name
    assert pickle.loads(pickle.dumps(function)) is function
    assert not {"name", "dimensions"} & set(inspect.signature(function).parameters)
    assert f"def {family}(" in inspect.getsource(function)
    text = inspect.getdoc(function)
    assert f"F.{name}(" in text
    assert not [n for n in (1, 2, 3) if n != dimensions and f"F.{family.replace('Nd', f'{n}d')}(" in text]
    assert "{" not in text
    assert "Nd" not in text


def test_wrong_arguments_are_errors_that_name_the_function():
    with pytest.raises(TypeError, match=r"^avg_pool3d\(\) missing 1 required positional argument: 'kernel_size'"):
        F.avg_pool3d(autograd.ones(1, 2, 2, 2))
    with pytest.raises(TypeError, match=r"^avg_pool1d\(\) got an unexpected keyword argument 'divisor_override'"):
        F.avg_pool1d(autograd.ones(1, 2), 2, divisor_override=1)  # which is PyTorch's of two and three dimensions
    with pytest.raises(RuntimeError, match=r"^lp_pool1d: the input has shape \(N, C, L\) or \(C, L\)"):
        F.lp_pool1d(autograd.ones(2), 2, 2)


def test_definitions_are_not_public():
    assert [name for name in dir(F) if "Nd" in name] == []
