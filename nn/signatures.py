"""Functions that are written by a rule, from the signature of another function.

They are what one would have written by hand: Python itself checks and documents the names, kinds and defaults of their
parameters. Calling one costs one call more than calling the other function. `functional.dimensions` and
`layers.applies` have the rules.
"""

import functools
import types
from collections.abc import Sequence
from typing import Any


def parameters_of(function: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the parameters that can be given by position, and of those that are given by name only."""
    code = getattr(function, "__wrapped__", function).__code__  # an op's own code is generated
    count = code.co_argcount
    return code.co_varnames[:count], code.co_varnames[count : count + code.co_kwonlyargcount]


def write(name: str, names: Sequence[str], value: str, like: Any, origin: Any, /, **known: Any) -> Any:
    """Return the function ``def name(names): return value``, which can use ``known`` under these names too.

    Its parameters have the kinds, defaults and annotations that they have in the function ``like``. ``value`` is the
    source of an expression, ``name`` may be that of a method, with its class and a dot. The new function lies in the
    module of the function ``origin``, the first line of which stands in tracebacks for the line that is missing.
    """
    every, by_name = parameters_of(like)
    like = getattr(like, "__wrapped__", like)
    positions, keywords = [n for n in names if n not in by_name], [n for n in names if n in by_name]
    arguments = ", ".join([*positions, *(["*", *keywords] if keywords else [])])
    make = _compiled(f"lambda {', '.join(known)}: lambda {arguments}: {value}")
    function = types.FunctionType(make, origin.__globals__)(**known)
    function.__name__, function.__qualname__ = name.rpartition(".")[2], name
    function.__code__ = function.__code__.replace(
        co_name=function.__name__,
        co_qualname=name,
        co_filename=origin.__code__.co_filename,
        co_firstlineno=origin.__code__.co_firstlineno,
    )
    defaults = dict(zip(reversed(every), reversed(like.__defaults__ or ()), strict=False)) | (like.__kwdefaults__ or {})
    function.__defaults__ = tuple([defaults[n] for n in positions if n in defaults]) or None
    function.__kwdefaults__ = {n: defaults[n] for n in keywords if n in defaults} or None
    annotations = like.__annotations__
    function.__annotations__ = {n: annotations[n] for n in (*names, "return") if n in annotations}
    return function


@functools.cache
def _compiled(source: str) -> types.CodeType:
    """Return the code of the one function in a source; it is shared by all functions that read the same."""
    return next(c for c in compile(source, __file__, "eval").co_consts if isinstance(c, types.CodeType))


def specialized(function: Any, name: str | None = None, documentation: str | None = None, /, **arguments: Any) -> Any:
    """Return ``function`` with some arguments given: a function of the others, by default under the same name.

    `functools.partial` does that too, but its results are objects that have no signature, name or module of their own.
    """
    positions, keywords = parameters_of(function)
    names = [n for n in (*positions, *keywords) if n not in arguments]
    call = f"_function({', '.join([*positions, *[f'{n}={n}' for n in keywords]])})"
    special = write(name or function.__name__, names, call, function, function, _function=function, **arguments)
    special.__doc__ = documentation or function.__doc__
    return special
