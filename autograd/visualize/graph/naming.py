"""What tensors and modules are called in a picture.

The first of these counts: what ``names=`` says, ``tensor.name``, the path in the module (``fc1.weight``), and, unless
``names=`` was given, the name of the variable in the function that asked for the picture. Modules are found through the
calls that nodes remember, and recognised by what they can do: nothing is imported from ``nn``.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from ...core.graph import Constant, Leaf, Node, Parent, ancestors
from ...core.modes import Scope
from ...tensor.tensor import Tensor
from .source import users_frame

_LARGEST = 1 << 20  # arrays with more elements are not compared element by element


class Names:
    """Looks up the names of leaves, nodes, constants and modules.

    ``names`` are the user's; without them ``variables`` name what was not computed, and the ``roots``. ``modules`` are
    the outermost ones that were called.
    """

    def __init__(
        self, names: Mapping[str, Any] | None, variables: Mapping[str, Any], modules: list[Any], roots: list[Any]
    ) -> None:
        self._roots = set(roots)
        self.modules: dict[int, str] = {}  # id of a module -> its path, "" for an outermost one without a name
        self.parameters: dict[Leaf, str] = {}  # those in modules, then the others
        self.sizes: dict[int, int] = {}  # id of a module -> how many numbers can be learnt in it
        self._given: dict[Any, str] = {}  # a leaf or node -> what `names` calls it
        self._variables: dict[Any, str] = {}  # a leaf -> the variable that holds it
        self._loose: dict[Leaf, str] = {}  # a parameter -> its name, if it is in no module
        self._arrays: dict[int, tuple[Any, str, bool]] = {}  # id of an array -> it, its name, whether the user's
        self._shapes: dict[tuple[int, ...], list[tuple[Any, str]]] = {}
        if names is None:
            self._read(variables, self._variables)
        else:
            if not isinstance(names, Mapping) or not all(isinstance(name, str) for name in names):
                raise TypeError(
                    f"draw: names is a dict from name to tensor, array or module, such as {{'x': x}} or locals(), "
                    f"got {type(names).__name__}"
                )
            self._read(names, self._given)
            for array, name, _ in self._arrays.values():
                self._shapes.setdefault(array.shape, []).append((array, name))
        known = {name: v for name, v in (names or variables).items() if _is_module(v)}
        self._modules = _containers(modules, list(known.values()))  # kept alive: they are known by their ids
        self._read_modules({id(module): name for name, module in reversed(known.items())})
        self.parameters = self._loose | self.parameters

    def _read(self, names: Mapping[str, Any], into: dict[Any, str]) -> None:
        """Take in the names of leaves, nodes and arrays; a node's array has the name of the node."""
        recorded = []
        for name, value in names.items():
            if isinstance(value, np.ndarray):
                self._arrays.setdefault(id(value), (value, name, True))
            elif isinstance(value, Tensor):
                node = value._node if value._node is not None else value._frozen
                if node is None:
                    self._arrays.setdefault(id(value._array), (value._array, name, True))
                    continue
                if type(value).__name__ == "Parameter" and isinstance(node, Leaf):
                    self._loose.setdefault(node, name)
                if into is self._given or isinstance(node, Leaf) or node in self._roots:
                    into.setdefault(node, name)
                    recorded.append((value._array, name))
        for array, name in recorded:
            self._arrays.setdefault(id(array), (array, name, True))

    def _read_modules(self, known: dict[int, str]) -> None:
        learning = [m for m in self._modules if next(iter(m.parameters()), None) is not None]
        kinds: Counter[str] = Counter()
        for module in self._modules:
            name = known.get(id(module), "")
            prefix = ""
            if module in learning and len(learning) > 1:  # the paths of several models begin with the model
                kind = type(module).__name__
                kinds[kind] += 1
                number = f"#{kinds[kind]}" if kinds[kind] > 1 else ""
                prefix = (name or kind + number) + "."
                name = name or number
            self.modules[id(module)] = name
            for inner, part in module.named_modules():
                self.modules.setdefault(id(part), prefix + inner)
                self.sizes[id(part)] = sum(p._array.size for p in part.parameters())
            for inner, parameter in module.named_parameters():
                leaf = parameter._node if parameter._node is not None else parameter._frozen
                if isinstance(leaf, Leaf):
                    self.parameters.setdefault(leaf, prefix + inner)
                if parameter._node is None:  # frozen: a constant
                    self._arrays[id(parameter._array)] = (parameter._array, prefix + inner, False)
            for inner, buffer in module.named_buffers():
                self._arrays.setdefault(id(buffer._array), (buffer._array, prefix + inner, False))

    def of(self, node: Node | Leaf) -> str | None:
        """Return the name of a leaf or node; None if it has none."""
        path = self.parameters.get(node)  # type: ignore[arg-type]
        return self._given.get(node) or node.name or path or self._variables.get(node)

    def of_constant(self, constant: Constant) -> tuple[str | None, bool]:
        """Return the name of an array that needs no gradient, and whether the user gave it."""
        array = constant.array()
        if array is None:
            return None, False
        known = self._arrays.get(id(array))
        if known is not None:
            return known[1], known[2]
        if array.size > 1 and array.size <= _LARGEST:
            # A tensor made of a named array holds a copy: its contents tell which, unless several arrays have the same.
            same = [name for other, name in self._shapes.get(array.shape, ()) if np.array_equal(other, array)]
            if len(same) == 1:
                return same[0], True
        return None, False


def _is_module(value: Any) -> bool:
    return hasattr(type(value), "named_parameters") and hasattr(type(value), "named_modules")


def _containers(modules: list[Any], known: list[Any]) -> list[Any]:
    """Return ``modules``, each replaced by the largest module it is part of, unless it is ``known`` itself."""
    around: dict[int, tuple[int, Any]] = {}
    for module in known + modules:
        parts = [part for _, part in module.named_modules()]
        for part in parts:
            if part is not module and len(parts) > around.get(id(part), (0, None))[0]:
                around[id(part)] = len(parts), module
    ids = set(map(id, known))
    found: dict[int, Any] = {}
    for module in modules:
        chosen = module if id(module) in ids or id(module) not in around else around[id(module)][1]
        found.setdefault(id(chosen), chosen)
    return list(found.values())


def outermost(nodes: Iterable[Parent]) -> list[Any]:
    """Return the modules that no other module called, in order, of those in ``nodes``' graph that still exist."""
    found: dict[int, Any] = {}
    seen: set[Scope] = set()
    for node in reversed(ancestors(nodes)):
        scope = node.scope if isinstance(node, Node) else None
        while scope is not None and scope not in seen:
            seen.add(scope)
            module = scope.module() if scope.parent is not None and scope.parent.parent is None else None
            if module is not None and _is_module(module):
                found.setdefault(id(module), module)
            scope = scope.parent
    return list(found.values())


def variables() -> dict[str, Any]:
    """Return the variables that the user's code sees at the call that led here, without those that begin with _.

    Names that are no identifiers are left out too: tools make them, as pytest does for parts of an assertion.
    """
    frame = users_frame(sys._getframe(1))
    if frame is None:
        return {}
    # The function's own names come first, as the first name of a tensor counts; and again, as they hide global ones.
    seen = {**frame.f_locals, **frame.f_globals, **frame.f_locals}
    return {name: value for name, value in seen.items() if name.isidentifier() and name[0] != "_"}
