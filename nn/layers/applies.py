"""Modules that only apply a function: what they consist of is read from its signature."""

import functools
import inspect
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, get_args

from autograd import Tensor

from ..module import Module
from ..signatures import parameters_of, write

_M = TypeVar("_M", bound=type[Module])


def applies(
    function: Callable[..., Any], *, inputs: int = 1, without: Sequence[str] = (), shown: Sequence[str] | None = None
) -> Callable[[_M], _M]:
    """Make a module of a function and of a class that says what it is for: a decorator.

    The function's first ``inputs`` parameters are those of ``forward``. The others are settings: parameters of the
    constructor, under the same names, in the same order and with the same defaults, and attributes of the module; those
    that are tensors are buffers. ``training`` is not a setting but the module's own, and the parameters named by
    ``without`` keep their defaults.

    The repr has the settings named by ``shown``. By default these are all but generators and tensors, and ``inplace``
    if it is true, as in PyTorch.

    What the class itself defines of ``__init__``, ``forward`` and ``extra_repr`` stays. A class that has conditions for
    its settings defines ``_check``, which the constructor calls last. Annotations in the class tell type checkers which
    attributes there are.

    >>> import autograd, nn, nn.functional as F
    >>> from nn.layers.applies import applies
    >>> @applies(F.elu)
    ... class ELU(nn.Module):
    ...     '''x where x > 0, and alpha (exp(x) - 1) elsewhere; see `nn.functional.elu`.'''
    >>> layer = ELU(alpha=2.0)
    >>> layer
    ELU(alpha=2.0)
    >>> layer(autograd.tensor([-1000.0, 3.0]))
    tensor([-2.,  3.])
    """

    def decorate(module: _M) -> _M:
        written = functools.cache(functools.partial(_written, module, function, inputs, without, shown))
        for name in ("__init__", "forward", "extra_repr"):
            if name not in vars(module):
                setattr(module, name, _Unwritten(module, name, written))
        return module

    return decorate


class _Unwritten:
    """Stands for a method until someone asks for it: writing those of all modules would make importing slow."""

    def __init__(self, module: type[Module], name: str, written: Callable[[], dict[str, Any]]) -> None:
        self.module, self.name, self.written = module, name, written

    def __get__(self, instance: Any, owner: Any) -> Any:
        method = self.written()[self.name]
        setattr(self.module, self.name, method)
        return method.__get__(instance, owner)


def _written(
    module: type[Module], function: Any, inputs: int, without: Sequence[str], shown: Sequence[str] | None
) -> dict[str, Any]:
    """Return the methods of a module that applies a function, by name."""
    positions, by_name = parameters_of(function)
    names = [*positions, *by_name]
    settings = [n for n in names[inputs:] if n != "training" and n not in without]
    annotations = inspect.unwrap(function).__annotations__
    buffers = [n for n in settings if Tensor in (annotations.get(n), *get_args(annotations.get(n)))]
    in_repr = [n for n in settings if n not in ("generator", *buffers)] if shown is None else shown

    def keep(self: Any, **values: Any) -> None:
        for name, value in values.items():
            if name in buffers:
                self.register_buffer(name, value)
            else:
                setattr(self, name, value)
        if hasattr(self, "_check"):
            self._check()

    def extra_repr(self: Any) -> str:
        values = {name: getattr(self, name) for name in in_repr}
        if shown is None and not values.get("inplace"):
            values.pop("inplace", None)
        return ", ".join(f"{name}={x!r}" if isinstance(x, str) else f"{name}={x}" for name, x in values.items())

    passed: list[str] = []
    for i, n in enumerate(names):
        if n not in without:
            value = n if i < inputs else f"self.{n}"
            left_out = len(passed) < i  # one before it
            passed.append(f"{n}={value}" if n in by_name or left_out else value)

    def method(name: str, others: Sequence[str], value: str, **known: Any) -> Any:
        return write(f"{module.__qualname__}.{name}", ["self", *others], value, function, applies, **known)

    kept = "".join(f", {n}={n}" for n in settings)
    constructor = method("__init__", settings, f"_keep(self{kept})", _keep=keep)
    constructor.__annotations__["return"] = None
    forward = method("forward", names[:inputs], f"_function({', '.join(passed)})", _function=function)
    return {"__init__": constructor, "forward": forward, "extra_repr": extra_repr}
