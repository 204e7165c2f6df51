"""Modules that hold modules."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self, SupportsIndex

from autograd.exports import public

from ..module import Module, checked_name, framed


class _Container(Module):
    """What the containers share: their contents are the modules in their attributes, in the order they were set."""

    def _contents(self) -> dict[str, Module]:
        return {name: value for name, value in vars(self).items() if isinstance(value, Module)}

    def _put(self, name: str, module: Any) -> None:
        if not isinstance(module, Module):
            raise TypeError(f"{type(self).__name__}: expected modules, got {type(module).__name__}")
        setattr(self, checked_name(self, name), module)

    def __len__(self) -> int:
        return len(self._contents())


class _Sequence(_Container):
    """What the containers that count share: their modules are named "0", "1", ..., or as a dict has it."""

    def _arrange(self, items: Iterable[tuple[str, Any]]) -> None:
        """Take modules in a new order: those that have a number for a name get the number of their place."""
        for name in self._contents():
            delattr(self, name)
        for place, (name, module) in enumerate(items):
            self._put(str(place) if name.isdecimal() else name, module)

    def _name(self, index: SupportsIndex) -> str:
        names = list(self._contents())
        try:
            return names[index]
        except IndexError:
            raise IndexError(
                f"{type(self).__name__}: index {index} is out of range, there are {len(names)} modules"
            ) from None

    def __iter__(self) -> Iterator[Module]:
        return iter(self._contents().values())

    def __getitem__(self, index: Any) -> Any:
        if not isinstance(index, slice):
            return vars(self)[self._name(index)]
        part = object.__new__(type(self))
        for name, module in list(self._contents().items())[index]:
            part._put(name, module)
        if not isinstance(self, Sequential):
            part._arrange(part._contents().items())
        return part

    def __setitem__(self, index: int, module: Module) -> None:
        self._put(self._name(index), module)

    def __delitem__(self, index: int | slice) -> None:
        names = list(self._contents())[index] if isinstance(index, slice) else [self._name(index)]
        self._arrange([(name, module) for name, module in self._contents().items() if name not in names])

    def append(self, module: Module) -> Self:
        """Add a module at the end; returns the container."""
        self._put(str(len(self)), module)
        return self

    def extend(self, modules: Iterable[Module]) -> Self:
        """Add modules at the end; returns the container."""
        for module in tuple(modules):
            self.append(module)
        return self

    def insert(self, index: int, module: Module) -> Self:
        """Add a module before the one at ``index``; returns the container."""
        items = list(self._contents().items())
        items.insert(index, ("0", module))
        self._arrange(items)
        return self

    def pop(self, index: int = -1) -> Module:
        """Take out the module at ``index`` and return it."""
        module: Module = self[index]
        del self[index]
        return module


class Sequential(_Sequence):
    """Modules that are called one after the other, each with the output of the one before.

    Takes modules, or one dict of names and modules, and raises TypeError for anything else. A module that is assigned
    to an attribute later is called last, or in the place of the one it replaces. Without modules it returns its input.

    >>> import autograd, nn
    >>> model = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1))
    >>> model(autograd.ones(4, 2)).shape
    (4, 1)
    >>> list(model.state_dict())
    ['0.weight', '0.bias', '2.weight', '2.bias']
    """

    def __init__(self, *modules: Any) -> None:
        named = len(modules) == 1 and isinstance(modules[0], Mapping)
        for name, module in modules[0].items() if named else enumerate(modules):
            self._put(str(name), module)

    def forward(self, input: Any) -> Any:
        for module in self._contents().values():
            input = module(input)
        return input

    def __add__(self, other: "Sequential") -> "Sequential":
        return Sequential(*self, *other)


class ModuleList(_Sequence):
    """A list of modules, where a plain list as an attribute would do as well. Raises TypeError for anything else.

    >>> import nn
    >>> layers = nn.ModuleList([nn.Linear(2, 2) for _ in range(3)])
    >>> len(layers), list(layers.state_dict())[-1]
    (3, '2.bias')
    """

    def __init__(self, modules: Iterable[Module] = ()) -> None:
        if not isinstance(modules, Iterable):
            raise TypeError(f"ModuleList: expected a sequence of modules, got {type(modules).__name__}: write [module]")
        self.extend(modules)

    def __iadd__(self, modules: Iterable[Module]) -> Self:
        return self.extend(modules)

    def __add__(self, modules: Iterable[Module]) -> "ModuleList":
        return ModuleList([*self, *modules])

    def __repr__(self) -> str:
        lines: list[str] = []
        first = 0
        texts = [repr(module) for module in self]
        for i, text in enumerate(texts):
            if i + 1 < len(texts) and texts[i + 1] == text:
                continue  # equal ones in a row share a line
            lines.append(f"({first}): {text}" if first == i else f"({first}-{i}): {i - first + 1} x {text}")
            first = i + 1
        return framed(self._get_name(), self.extra_repr(), lines)


class ModuleDict(_Container):
    """A dict of modules, where a plain dict as an attribute would do as well. Raises TypeError for anything else.

    >>> import nn
    >>> heads = nn.ModuleDict({"mean": nn.Linear(4, 1), "scale": nn.Linear(4, 1)})
    >>> list(heads.state_dict())
    ['mean.weight', 'mean.bias', 'scale.weight', 'scale.bias']
    """

    def __init__(self, modules: Mapping[str, Module] | Iterable[tuple[str, Module]] = ()) -> None:
        self.update(dict(modules))

    def __getitem__(self, name: str) -> Module:
        return self._contents()[name]

    def __setitem__(self, name: str, module: Module) -> None:
        self._put(name, module)

    def __delitem__(self, name: str) -> None:
        if name not in self:
            raise KeyError(name)
        delattr(self, name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._contents())

    def __contains__(self, name: object) -> bool:
        return name in self._contents()

    def keys(self) -> Any:
        """Return the names."""
        return self._contents().keys()

    def values(self) -> Any:
        """Return the modules."""
        return self._contents().values()

    def items(self) -> Any:
        """Return the pairs of name and module."""
        return self._contents().items()

    def update(self, modules: Mapping[str, Module]) -> None:
        """Add modules by name, or replace them."""
        for name, module in modules.items():
            self[name] = module

    def pop(self, name: str) -> Module:
        """Take out a module and return it."""
        module = self[name]
        del self[name]
        return module


public(globals(), kind=type)
