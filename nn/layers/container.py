"""Modules that hold modules."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self

from ..module import Module, framed

__all__ = ["ModuleDict", "ModuleList", "Sequential"]


class _Container(Module):
    """What the containers share: their modules are in one dict, whose keys are the names in the `state_dict`."""

    def __init__(self, modules: Mapping[str, Module]) -> None:
        self._contents = {name: self._checked(module) for name, module in modules.items()}

    def _checked(self, module: Any) -> Module:
        if not isinstance(module, Module):
            raise TypeError(f"{type(self).__name__}: expected modules, got {type(module).__name__}")
        return module

    def _members(self) -> Iterator[tuple[str, Any]]:
        yield from self._contents.items()
        for name, member in super()._members():
            if not name.startswith("_contents."):
                yield name, member

    def __getattr__(self, name: str) -> Any:
        try:
            return vars(self)["_contents"][name]
        except KeyError:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}") from None

    def __len__(self) -> int:
        return len(self._contents)


class _Sequence(_Container):
    """What the containers that count share: their modules are named "0", "1", ..., or as a dict has it."""

    def _renumber(self, modules: Iterable[Any]) -> None:
        self._contents = {str(i): self._checked(module) for i, module in enumerate(modules)}

    def __iter__(self) -> Iterator[Module]:
        return iter(self._contents.values())

    def __getitem__(self, index: Any) -> Any:
        items = list(self._contents.items())
        if not isinstance(index, slice):
            return items[index][1]
        part = object.__new__(type(self))
        part._contents = dict(items[index])
        if all(name.isdecimal() for name in part._contents) and not isinstance(self, Sequential):
            part._renumber(part._contents.values())
        return part

    def __setitem__(self, index: int, module: Module) -> None:
        self._contents[list(self._contents)[index]] = self._checked(module)

    def __delitem__(self, index: int | slice) -> None:
        names = list(self._contents)
        for name in names[index] if isinstance(index, slice) else [names[index]]:
            del self._contents[name]
        if all(name.isdecimal() for name in self._contents):
            self._renumber(self._contents.values())

    def append(self, module: Module) -> Self:
        """Add a module at the end; returns the container."""
        self._contents[str(len(self))] = self._checked(module)
        return self

    def extend(self, modules: Iterable[Module]) -> Self:
        """Add modules at the end; returns the container."""
        for module in tuple(modules):
            self.append(module)
        return self

    def insert(self, index: int, module: Module) -> Self:
        """Add a module before the one at ``index``; returns the container."""
        modules = list(self)
        modules.insert(index, module)
        self._renumber(modules)
        return self

    def pop(self, index: int = -1) -> Module:
        """Take out the module at ``index`` and return it."""
        module: Module = self[index]
        del self[index]
        return module


class Sequential(_Sequence):
    """Modules that are called one after the other, each with the output of the one before.

    Takes modules, or one dict of names and modules. Without modules it returns its input.

    >>> import autograd, nn
    >>> model = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1))
    >>> model(autograd.ones(4, 2)).shape
    (4, 1)
    >>> list(model.state_dict())
    ['0.weight', '0.bias', '2.weight', '2.bias']
    """

    def __init__(self, *modules: Any) -> None:
        if len(modules) == 1 and isinstance(modules[0], Mapping):
            super().__init__(modules[0])
        else:
            super().__init__({str(i): module for i, module in enumerate(modules)})

    def forward(self, input: Any) -> Any:
        for module in self._contents.values():
            input = module(input)
        return input


class ModuleList(_Sequence):
    """A list of modules; a plain list as an attribute of a module does as well.

    >>> import nn
    >>> layers = nn.ModuleList([nn.Linear(2, 2) for _ in range(3)])
    >>> len(layers), list(layers.state_dict())[-1]
    (3, '2.bias')
    """

    def __init__(self, modules: Iterable[Module] = ()) -> None:
        super().__init__({str(i): module for i, module in enumerate(modules)})

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
    """A dict of modules; a plain dict as an attribute of a module does as well.

    >>> import nn
    >>> heads = nn.ModuleDict({"mean": nn.Linear(4, 1), "scale": nn.Linear(4, 1)})
    >>> list(heads.state_dict())
    ['mean.weight', 'mean.bias', 'scale.weight', 'scale.bias']
    """

    def __init__(self, modules: Mapping[str, Module] | Iterable[tuple[str, Module]] = ()) -> None:
        super().__init__(dict(modules))

    def __getitem__(self, name: str) -> Module:
        return self._contents[name]

    def __setitem__(self, name: str, module: Module) -> None:
        self._contents[name] = self._checked(module)

    def __delitem__(self, name: str) -> None:
        del self._contents[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._contents)

    def __contains__(self, name: object) -> bool:
        return name in self._contents

    def keys(self) -> Any:
        """Return the names."""
        return self._contents.keys()

    def values(self) -> Any:
        """Return the modules."""
        return self._contents.values()

    def items(self) -> Any:
        """Return the pairs of name and module."""
        return self._contents.items()

    def update(self, modules: Mapping[str, Module]) -> None:
        """Add modules by name, or replace them."""
        for name, module in modules.items():
            self[name] = module

    def pop(self, name: str) -> Module:
        """Take out a module and return it."""
        return self._contents.pop(name)
