"""What tensors and modules are called in a picture.

In this order: what ``names=`` says, ``tensor.name``, the path in the module (``fc1.weight``), and, unless ``names=`` was
given, the name of the variable in the function that asked for the picture. Modules are known by the calls that nodes
remember, so nobody has to name anything. Modules are recognised by what they can do; nothing is imported from ``nn``.
"""

import sys
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from ..graph import Constant, Leaf, Node
from ..modes import Scope
from ..tensor import Tensor
from .source import users_frame

_LARGEST = 1 << 20  # arrays with more elements are not compared element by element


class Names:
    """Looks up the names of leaves, nodes, constants and modules; see `autograd.visualize.naming`."""

    def __init__(self, names: Mapping[str, Any] | None, modules: Iterable[Any], variables: Mapping[str, Any]) -> None:
        self.modules: dict[int, str] = {}  # id of a module -> its path, "" for an outermost one without a name
        self.parameters: dict[Leaf, str] = {}
        self.sizes: dict[int, int] = {}  # id of a module -> how many numbers can be learnt in it
        self._given: dict[Any, str] = {}  # a leaf or node -> name
        self._arrays: dict[int, tuple[Any, str, bool]] = {}  # id of an array -> it (so that it lives), name, by user?
        self._shapes: dict[tuple[int, ...], list[tuple[Any, str]]] = {}
        self._alive: list[Any] = []
        known = self._read(_checked(names) if names is not None else variables, explicit=names is not None)
        self._read_modules(list(modules), known)

    def _read(self, names: Mapping[str, Any], *, explicit: bool) -> dict[int, str]:
        """Take in tensors and arrays by name; return the names of the modules."""
        modules: dict[int, str] = {}
        for name, value in names.items():
            if hasattr(value, "named_parameters"):
                if not isinstance(value, type):
                    modules.setdefault(id(value), name)
                continue
            if isinstance(value, Tensor):
                node = value._node if value._node is not None else value._frozen
                if node is not None and (explicit or isinstance(node, Leaf)):
                    self._given.setdefault(node, name)
                array = value._array
            elif isinstance(value, np.ndarray):
                array = value
            else:
                continue
            self._arrays.setdefault(id(array), (array, name, True))
            if explicit:
                self._shapes.setdefault(array.shape, []).append((array, name))
        return modules

    def _read_modules(self, modules: list[Any], known: dict[int, str]) -> None:
        self._alive = modules
        learning = [module for module in modules if next(iter(module.parameters()), None) is not None]
        kinds: dict[str, int] = {}
        for module in modules:
            root = known.get(id(module), "")
            prefix = ""
            if module in learning and len(learning) > 1:  # the paths of several models begin with the model
                kind = type(module).__name__
                kinds[kind] = kinds.get(kind, 0) + 1
                prefix = root or (kind if kinds[kind] == 1 else f"{kind}#{kinds[kind]}")
                root = root or (prefix if prefix != kind else "")
            self.modules[id(module)] = root
            paths = [(path, part) for path, part in module.named_modules() if path]
            for path, part in paths:
                self.modules.setdefault(id(part), f"{prefix}.{path}" if prefix else path)
            for _, part in [("", module), *paths]:
                self.sizes[id(part)] = sum(p._array.size for p in part.parameters())
            for path, parameter in module.named_parameters():
                path = f"{prefix}.{path}" if prefix else path
                leaf = parameter._node if parameter._node is not None else parameter._frozen
                if isinstance(leaf, Leaf):
                    self.parameters.setdefault(leaf, path)
                if parameter._node is None:
                    self._arrays[id(parameter._array)] = (parameter._array, path, False)
            for path, buffer in module.named_buffers():
                path = f"{prefix}.{path}" if prefix else path
                self._arrays.setdefault(id(buffer._array), (buffer._array, path, False))

    def of(self, node: Node | Leaf) -> str | None:
        """Return the name of a leaf or node, None if it has none."""
        given = self._given.get(node)
        path = self.parameters.get(node) if isinstance(node, Leaf) else None
        return given or node.name or path if path is None else node.name or path

    def of_constant(self, constant: Constant) -> tuple[str | None, bool]:
        """Return the name of an array that needs no gradient, and whether the user gave it."""
        array = constant.array()
        if array is None:
            return None, False
        known = self._arrays.get(id(array))
        if known is not None:
            return known[1], known[2]
        if array.size > 1 and array.size <= _LARGEST:
            # A tensor made of a named array holds a copy of it: known by its contents, if they are nobody else's.
            same = [name for other, name in self._shapes.get(array.shape, ()) if np.array_equal(other, array)]
            if len(same) == 1:
                return same[0], True
        return None, False

    def of_module(self, scope: Scope) -> tuple[str, int]:
        """Return the path of a called module and the number of its parameters' elements; "" and 0 if it is gone."""
        module = scope.module()
        return ("", 0) if module is None else (self.modules.get(id(module), ""), self.sizes.get(id(module), 0))


def outermost(scopes: Iterable[Scope]) -> list[Any]:
    """Return the modules that called all others, in order, as far as they are still there."""
    found: dict[int, Any] = {}
    for scope in scopes:
        if scope.parent is not None and scope.parent.parent is None:
            module = scope.module()
            if module is not None and hasattr(module, "named_parameters"):
                found.setdefault(id(module), module)
    return list(found.values())


def variables() -> dict[str, Any]:
    """Return the variables that the user's code sees at the call that led here, without those that begin with _."""
    frame = users_frame(sys._getframe(1))
    if frame is None:
        return {}
    seen = {**frame.f_globals, **frame.f_locals} if frame.f_locals is not frame.f_globals else frame.f_globals
    order = [*frame.f_locals, *seen]  # the function's own names come first: the first name of a tensor counts
    return {name: seen[name] for name in dict.fromkeys(order) if not name.startswith("_")}


def _checked(names: Any) -> Mapping[str, Any]:
    if not isinstance(names, Mapping) or not all(isinstance(name, str) for name in names):
        raise TypeError(
            f"draw: names is a dict from name to tensor, array or module, such as {{'x': x}} or locals(), "
            f"got {type(names).__name__}"
        )
    return names
