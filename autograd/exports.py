"""Which names a module exports: a rule in place of lists."""

import types
from typing import Any


def public(namespace: dict[str, Any], *more: str) -> list[str]:
    """Return the ``__all__`` of a module whose ``globals()`` are given: its own functions without underscore.

    Own is what is defined there, under all of its names, rather than imported. ``more`` are names of other things: of
    classes, and of functions that are imported to be exported.

    >>> from autograd.exports import public
    >>> public(globals(), "pi")
    ['pi', 'public']
    """
    module = namespace["__name__"]
    own = [
        name
        for name, value in namespace.items()
        if isinstance(value, types.FunctionType) and value.__module__ == module and not name.startswith("_")
    ]
    return sorted({*own, *more})
