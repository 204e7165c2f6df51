"""Keywords that many functions take, added by a decorator instead of to each of them."""

import functools
import inspect
import types
from collections.abc import Callable
from typing import Any


def numpy_names(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that takes ``dim`` and ``keepdim`` under NumPy's names as well: as ``axis`` and ``keepdims``.

    The function's calls then take one call more. `sum`, and others that programs call in every step, have all four
    parameters themselves.
    """

    def call(*args: Any, axis: Any = None, keepdims: bool = False, **kwargs: Any) -> Any:
        if axis is None and not keepdims:
            return function(*args, **kwargs)
        signature = inspect.signature(function)
        try:
            given = signature.bind(*args, **kwargs).arguments
        except TypeError:
            return function(*args, **kwargs)  # which says what is wrong
        if isinstance(given.get("dim"), bool) and "unbiased" in signature.parameters:  # PyTorch's std(input, unbiased)
            given["unbiased"] = given.pop("dim")
        given["dim"] = axis if given.get("dim") is None else given["dim"]
        given["keepdim"] = keepdims or given.get("keepdim", False)
        return function(**given)

    call.__annotations__["axis"] = function.__annotations__["dim"]
    return extending(function, call)


def extending(function: Callable[..., Any], wrapper: Any, returns: Any = None) -> Callable[..., Any]:
    """Give a wrapper its function's name, docstring and signature, with the wrapper's keywords added; return it."""
    keywords = wrapper.__kwdefaults__, wrapper.__annotations__
    functools.update_wrapper(wrapper, function)
    wrapper.__signature__ = _Extended(function, *keywords, returns)
    return wrapper


class _Extended(inspect.Signature):
    """The signature of a function with more keywords. It is worked out when someone asks: importing stays fast."""

    __slots__ = ("_annotations", "_defaults", "_function", "_returns")

    def __init__(self, function: Any, defaults: dict[str, Any], annotations: dict[str, Any], returns: Any) -> None:
        self._function, self._defaults, self._annotations, self._returns = function, defaults, annotations, returns

    @property
    def parameters(self) -> types.MappingProxyType[str, inspect.Parameter]:
        keyword_only = inspect.Parameter.KEYWORD_ONLY
        every = dict(inspect.signature(self._function).parameters)
        for name, default in self._defaults.items():
            every[name] = inspect.Parameter(
                name, keyword_only, default=default, annotation=self._annotations.get(name, inspect.Parameter.empty)
            )
        return types.MappingProxyType(every)

    @property
    def return_annotation(self) -> Any:
        return self._returns or self._function.__annotations__["return"]

    def replace(self, **changes: Any) -> inspect.Signature:  # type: ignore[override]  # one of the plain kind
        parameters = list(self.parameters.values())
        return inspect.Signature(parameters, return_annotation=self.return_annotation).replace(**changes)
