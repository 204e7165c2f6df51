"""How an op is read off its function and its pullbacks: which arguments it has, and what each formula reads."""

import functools
import inspect
import linecache
import types
from collections.abc import Callable
from typing import Any

from .template import is_reserved

Pullback = Callable[..., Any]


class Signature:
    """Names and defaults of an op's arguments, by kind.

    positional    the names of those that can be given by position: array arguments, and static ones with a default
    keyword_only  the names of those after ``*``
    variadic      the name of ``*arrays``
    arrays        the array arguments among the positional ones: those with a pullback or without a default
    statics       all others but the variadic one
    defaults      of the positional ones and of the keyword-only ones, as functions have them
    """

    def __init__(self, function: Any, pullbacks: dict[str, Pullback]) -> None:
        self.variadic: str | None = None
        self.keyword_only: tuple[str, ...] = ()
        self.statics: tuple[str, ...] = ()
        self.defaults = getattr(function, "__defaults__", None), getattr(function, "__kwdefaults__", None)
        code = getattr(function, "__code__", None)
        if code is None:  # a ufunc or another function written in C: its arguments are those of the pullbacks
            count = getattr(function, "nin", None)
            names = tuple(pullbacks) or (("x",), ("a", "b"))[(count or 1) - 1]
            if count is not None and count != len(names):
                raise TypeError(f"{function.__name__} has {count} arguments, but pullbacks for {', '.join(names)}")
            self.positional = self.arrays = names
            return
        self.positional = code.co_varnames[inspect.ismethod(function) : code.co_argcount]
        self.keyword_only = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
        if code.co_flags & inspect.CO_VARARGS:
            self.variadic = code.co_varnames[code.co_argcount + code.co_kwonlyargcount]
        if code.co_flags & inspect.CO_VARKEYWORDS:
            raise TypeError(f"{function.__name__}: an op takes no **arguments: name every one of them")
        required = len(self.positional) - len(self.defaults[0] or ())
        self.arrays = tuple(n for i, n in enumerate(self.positional) if n in pullbacks or i < required)
        self.statics = tuple(n for n in self.positional + self.keyword_only if n not in self.arrays)


def check_names(name: str, signature: Signature, reads: dict[str, tuple[str, ...]]) -> None:
    """Raise TypeError if a pullback is of, or reads, what does not exist, or an argument has a reserved name."""
    arguments = signature.arrays + ((signature.variadic,) if signature.variadic else ())
    for argument, names in reads.items():
        if argument not in arguments:
            raise TypeError(
                f"{name}: a pullback is given for {argument!r}, which is no array argument; "
                f"the array arguments are {', '.join(arguments)}"
            )
        known = {"g", "out", *arguments, *signature.statics}
        if not known.issuperset(names):
            known |= {f"{a}_{what}" for a in arguments for what in ("shape", "dtype")}
            unknown = [n for n in names if n not in known]
            if unknown:
                raise TypeError(
                    f"{name}: the pullback of {argument!r} reads {', '.join(unknown)}; a pullback can read "
                    f"{', '.join(sorted(known))}"
                )
    taken = [n for n in (*arguments, *signature.statics) if is_reserved(n, arguments)]
    if taken:
        raise TypeError(f"{name}: an argument cannot be called {', '.join(taken)}: the recorder uses it")


def parameters(pullback: Any) -> tuple[str, ...]:
    """Return the names of a pullback's parameters, which are what it reads; raises TypeError for ``*args`` and such."""
    code = getattr(pullback, "__code__", None)
    if code is None or code.co_flags & (inspect.CO_VARARGS | inspect.CO_VARKEYWORDS) or code.co_kwonlyargcount:
        raise TypeError(f"a pullback is a function whose parameters are all named, not {pullback!r}")
    return code.co_varnames[: code.co_argcount]  # type: ignore[no-any-return]


def formula(pullback: Any) -> str:
    """Return a pullback as text: a lambda's body, or the call of a named function."""
    code = pullback.__code__
    if code.co_name != "<lambda>":
        return f"{code.co_name}({', '.join(parameters(pullback))})"
    positions = [p for p in code.co_positions() if None not in p and p[1] is not None and p[3] != p[2]]
    lines = linecache.getlines(code.co_filename)
    if not lines or not positions:
        return "?"
    first, column = min((p[0], p[2]) for p in positions)
    last, end = max((p[1], p[3]) for p in positions)
    block = [line.encode() for line in lines[first - 1 : last]]
    block[-1] = block[-1][:end]
    block[0] = block[0][column:]
    return " ".join(line.decode().partition("  # ")[0].strip() for line in block)


@functools.cache
def lambda_of(names: tuple[str, ...]) -> Any:
    """Return an empty function with these parameters: an op's ``__wrapped__``, where `inspect.signature` finds them."""
    code = (lambda: None).__code__.replace(co_argcount=len(names), co_nlocals=len(names), co_varnames=names)
    return types.FunctionType(code, {})
