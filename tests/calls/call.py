"""What the rows of the tables are made of: a public function, called the same way here and in PyTorch."""

import functools
import inspect
import warnings
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

import autograd
import nn

RNG = np.random.default_rng(0)
X, Y = RNG.standard_normal((2, 3, 4)), RNG.standard_normal((2, 3, 4))
P = RNG.uniform(0.5, 2, (2, 3, 4))
M = X > 0
V = RNG.standard_normal(3)
K = np.array([[3, -2, 5], [0, 7, -1]])


def normal(*shape):
    return RNG.standard_normal(shape)


def well(*shape):
    """Return matrices that are far from singular."""
    return normal(*shape) / 3 + 2 * np.eye(*shape[-2:])


def spd(*shape):
    """Return symmetric positive definite matrices."""
    x = well(*shape)
    return x @ np.swapaxes(x, -1, -2)


def without_warnings(run):
    """Return ``run``, of which PyTorch says that it is deprecated."""

    def quiet(*args):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return run(*args)

    return quiet


class Call(NamedTuple):
    """One row.

    name      the function's name, in ``module``: "" for autograd itself, or "linalg", "nn.functional", ...
    run       run(library, *tensors), by which both are called
    arrays    the array arguments: gradients are compared with respect to those of floating point
    covers    the names of the function's parameters that the row uses
    order     how many orders of derivatives are compared; 0 compares values only
    tolerance relative; that of tests.parity if None
    dtypes    of the floating-point arrays
    text      of the test's name
    direct    whether ``run`` calls the function by its name and does nothing else
    """

    name: str
    module: str
    run: Callable[..., Any]
    arrays: tuple[Any, ...]
    covers: frozenset[str]
    order: int
    tolerance: float | None
    dtypes: tuple[str, ...]
    text: str
    direct: bool


def call(name, *arrays, args=(), module="", order=2, tolerance=None, dtypes=("float64", "float32"), **kwargs):
    """Return the row that calls ``name(*arrays, *args, **kwargs)``.

    Arrays in args and kwargs are passed as tensors too, without a gradient and in the first one's dtype if they are of
    floating point; strings after ``dtype=`` as dtypes.
    """

    def function(library, *xs):
        positional, keywords = _arguments(library, xs, args, kwargs)
        return find(name, module, library)(*xs, *positional, **keywords)

    options = ", ".join([*map(_text, args), *(f"{key}={_text(value)}" for key, value in kwargs.items())])
    text = f"({', '.join(str(np.shape(x)) for x in arrays)}{'; ' if options else ''}{options})"
    covers = frozenset(_signature(find(name, module)).bind(*arrays, *args, **kwargs).arguments)
    dtypes = _dtypes(arrays, dtypes)
    return Call(name, module, function, tuple(arrays), covers, order, tolerance, dtypes, name + text, direct=True)


def expression(name, run, *arrays, covers="", module="", order=2, tolerance=None, dtypes=("float64", "float32")):
    """Return a row for what `call` cannot say: ``run(library, *tensors)``, which must use the function ``name``.

    In ``run`` the library is autograd or torch, with PyTorch's names: ``library.nn.functional`` is ours too. ``covers``
    lists the function's parameters that are used, beside those of the tensors.
    """
    return Call(
        name,
        module,
        run,
        tuple(arrays),
        frozenset(covers.split()),
        order,
        tolerance,
        _dtypes(arrays, dtypes),
        f"{name}({', '.join(str(np.shape(x)) for x in arrays)}; ...)",
        direct=False,
    )


_signature = functools.cache(inspect.signature)


def _dtypes(arrays, dtypes):
    """Return the dtypes in which arrays are compared: one is enough where none is of floating point."""
    return tuple(dtypes) if any(np.asarray(x).dtype.kind == "f" for x in arrays) else tuple(dtypes[:1])


class Library:
    """Our packages under PyTorch's names, for expressions: ``library.nn.functional``, ``library.from_numpy``."""

    nn = nn

    def __getattr__(self, name):
        return getattr(autograd, name)


OURS = Library()


def find(name, module="", library=OURS, *default):
    """Return a function of ours, or of PyTorch; a default if there is none."""
    for part in module.split(".") if module else []:
        library = getattr(library, part)
    return getattr(library, name, *default)


def _arguments(library, tensors, args, kwargs):
    """Return args and kwargs for a library, whose dtype for floating-point arrays is that of the first such tensor."""
    dtypes = (str(x.dtype).removeprefix("torch.") for x in tensors)
    dtype = next((dtype for dtype in dtypes if dtype.startswith("float")), "float64")

    def converted(value):
        if isinstance(value, (tuple, list)) and any(isinstance(item, (np.ndarray, tuple, list)) for item in value):
            return type(value)(converted(item) for item in value)
        if isinstance(value, np.ndarray):
            return library.from_numpy(value.astype(dtype) if value.dtype.kind == "f" else value.copy())
        return value

    keywords = {
        key: getattr(library, value) if key == "dtype" and isinstance(value, str) else converted(value)
        for key, value in kwargs.items()
    }
    return converted(tuple(args)), keywords


def _text(value):
    if callable(value):
        return value.__qualname__  # whose repr would have an address in it
    return f"array{list(value.shape)}" if isinstance(value, np.ndarray) else repr(value)
