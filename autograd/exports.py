"""Which names a module exports: a rule in place of lists."""

import types
from typing import Any


def public(namespace: dict[str, Any], *more: str, kind: type = types.FunctionType) -> list[str]:
    """Set the ``__all__`` of a module whose ``globals()`` are given: its own functions without underscore.

    A function is a module's own if it is defined there; all of its names count. A package also exports what its modules
    export, if it has imported that. ``more`` are names of other things, and of functions from elsewhere; ``kind=type``
    exports classes in place of functions. Call it at the end of a module, when all is defined. It returns the names.

    Type checkers do not understand an ``__all__`` that is computed, and would take everything for private. They see
    none, and go by underscores; what is imported to be exported says so: ``from autograd import tanh as tanh``.

    >>> from autograd.exports import public
    >>> public(globals(), "pi")
    ['pi', 'public']
    """
    module, names = namespace["__name__"], set(more)
    for name, value in namespace.items():
        if not isinstance(value, (kind, types.ModuleType)):
            continue
        if not isinstance(value, types.ModuleType):
            if value.__module__ == module and name[0] != "_":
                names.add(name)
        elif "__path__" in namespace and value.__name__.startswith(f"{module}."):
            names.update(n for n in getattr(value, "__all__", ()) if namespace.get(n) is getattr(value, n))
    exported = namespace["__all__"] = sorted(names)
    return exported
