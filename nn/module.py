"""Module: the class that networks are made of.

A module's parameters, buffers and submodules are what is in its attributes, found when they are asked for: nothing is
registered on the way, so a forgotten ``super().__init__()`` does no harm, and what is kept in plain lists, tuples and
dicts is found too.
"""

import reprlib
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import numpy as np

from autograd import Tensor
from autograd.core.modes import Scope, state
from autograd.tensor.hooks import RemovableHandle

from .hooks import Hooks, add_hook, call_with_hooks
from .parameter import Parameter


class IncompatibleKeys(NamedTuple):
    """What `Module.load_state_dict` found missing in a state, and what it did not know there."""

    missing_keys: list[str]
    unexpected_keys: list[str]


class Module:
    """A part of a network: parameters, and the computation that uses them.

    A subclass assigns parameters and other modules to attributes and defines ``forward``; the module is then called
    like a function. The keys of `state_dict` are PyTorch's: the attribute names, joined by dots.

    >>> import autograd, nn
    >>> class Scale(nn.Module):
    ...     def __init__(self):
    ...         self.factor = nn.Parameter(autograd.ones(1))
    ...     def forward(self, x):
    ...         return self.factor * x
    >>> Scale()(autograd.tensor([2.0, 3.0]))
    tensor([2., 3.], grad_fn=<Multiply>)
    >>> dict(Scale().named_parameters())
    {'factor': Parameter containing:
    tensor([1.], requires_grad=True)}
    """

    training: bool = True
    _buffers: Mapping[str, bool] = MappingProxyType({})  # name -> whether it is part of the state_dict
    _hooks: Hooks | None = None

    if TYPE_CHECKING:  # type checkers do not see the constructors that `layers.applies` writes

        def __init__(self, *args: Any, **kwargs: Any) -> None: ...

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """Compute the output; subclasses define it."""
        raise NotImplementedError(f"{type(self).__name__} has no forward(): define what it computes")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        outer = state.call
        state.call = scope = Scope(self, outer)
        if state.scope is not None:
            state.scope = scope
        try:
            if self._hooks is None:
                return self.forward(*args, **kwargs)
            return call_with_hooks(self, self._hooks, args, kwargs)
        finally:
            state.call = outer
            if state.scope is not None:
                state.scope = outer

    def __bool__(self) -> bool:
        return True  # also of an empty Sequential, whose length is 0

    def __setattr__(self, name: str, value: Any) -> None:
        if isinstance(vars(self).get(name), Parameter) and not (value is None or isinstance(value, Parameter)):
            raise TypeError(
                f"{type(self).__name__}.{name} is a parameter; {type(value).__name__} would take its place and not be "
                f"trained: assign an nn.Parameter or None, or change it with .copy_() under autograd.no_grad()"
            )
        object.__setattr__(self, name, value)

    def _members(self) -> Iterator[tuple[str, Any]]:
        """Yield the tensors and modules in attributes, and those in lists, tuples and dicts there, by name."""
        for name, value in vars(self).items():
            if name != "_hooks":
                yield from _flat(name, value, ())

    def named_modules(self, prefix: str = "", remove_duplicate: bool = True) -> Iterator[tuple[str, "Module"]]:
        """Yield this module and all in it with their dotted names, every module before its submodules."""
        return self._named_modules(prefix, set() if remove_duplicate else None, ())

    def _named_modules(self, prefix: str, seen: Any, path: tuple["Module", ...]) -> Iterator[tuple[str, "Module"]]:
        if any(module is self for module in path) or (seen is not None and self in seen):
            return  # a module may refer to the one it is part of
        if seen is not None:
            seen.add(self)
        yield prefix, self
        for name, member in self._members():
            if isinstance(member, Module):
                yield from member._named_modules(_joined(prefix, name), seen, (*path, self))

    def modules(self) -> Iterator["Module"]:
        """Yield this module and all in it."""
        return (module for _, module in self.named_modules())

    def named_children(self) -> Iterator[tuple[str, "Module"]]:
        """Yield the modules directly in this one with their names, each once."""
        seen = set()
        for name, member in self._members():
            if isinstance(member, Module) and member not in seen:
                seen.add(member)
                yield name, member

    def children(self) -> Iterator["Module"]:
        """Yield the modules directly in this one."""
        return (module for _, module in self.named_children())

    def named_parameters(
        self, prefix: str = "", recurse: bool = True, remove_duplicate: bool = True
    ) -> Iterator[tuple[str, Parameter]]:
        """Yield the parameters with their dotted names; one that is used in several places only once."""
        return self._named("parameters", prefix, recurse, remove_duplicate)

    def parameters(self, recurse: bool = True) -> Iterator[Parameter]:
        """Yield the parameters, each once."""
        return (parameter for _, parameter in self.named_parameters(recurse=recurse))

    def named_buffers(
        self, prefix: str = "", recurse: bool = True, remove_duplicate: bool = True
    ) -> Iterator[tuple[str, Tensor]]:
        """Yield the buffers with their dotted names."""
        return self._named("buffers", prefix, recurse, remove_duplicate)

    def buffers(self, recurse: bool = True) -> Iterator[Tensor]:
        """Yield the buffers."""
        return (buffer for _, buffer in self.named_buffers(recurse=recurse))

    def _named(self, what: str, prefix: str, recurse: bool, remove_duplicate: bool) -> Iterator[tuple[str, Any]]:
        seen = set()
        modules = self.named_modules(prefix, remove_duplicate) if recurse else [(prefix, self)]
        for path, module in modules:
            for name, member in module._members():
                wanted = isinstance(member, Parameter) if what == "parameters" else name in module._buffers
                if wanted and isinstance(member, Tensor) and not (remove_duplicate and member in seen):
                    seen.add(member)
                    yield _joined(path, name), member

    def get_submodule(self, target: str) -> "Module":
        """Return the module with this dotted name; raises AttributeError if there is none."""
        for name, module in self.named_modules(remove_duplicate=False):
            if name == target:
                return module
        raise AttributeError(f"{type(self).__name__} has no submodule {target!r}")

    def get_parameter(self, target: str) -> Parameter:
        """Return the parameter with this dotted name; raises AttributeError if there is none."""
        for name, parameter in self.named_parameters(remove_duplicate=False):
            if name == target:
                return parameter
        raise AttributeError(f"{type(self).__name__} has no parameter {target!r}")

    def register_parameter(self, name: str, param: Parameter | None) -> None:
        """Set an attribute to a parameter, or to None for one that is left out.

        Raises TypeError for anything else, KeyError for a name that is taken, is empty or contains a dot.
        """
        if not (param is None or isinstance(param, Parameter)):
            raise TypeError(f"register_parameter: {name!r} is to be a Parameter or None, got {type(param).__name__}")
        setattr(self, checked_name(self, name), param)

    def register_buffer(self, name: str, tensor: Tensor | None, persistent: bool = True) -> None:
        """Set an attribute to a tensor that is not trained; it is part of the module's state if ``persistent``.

        None, for a buffer that is left out, can be replaced later. Raises what `register_parameter` raises.
        """
        if not (tensor is None or isinstance(tensor, Tensor)):
            raise TypeError(f"register_buffer: {name!r} is to be a tensor or None, got {type(tensor).__name__}")
        self._buffers = {**self._buffers, checked_name(self, name): persistent}
        setattr(self, name, tensor)

    def add_module(self, name: str, module: "Module | None") -> None:
        """Set an attribute to a module, or to None; raises what `register_parameter` raises."""
        if not (module is None or isinstance(module, Module)):
            raise TypeError(f"add_module: {name!r} is to be an nn.Module or None, got {type(module).__name__}")
        setattr(self, checked_name(self, name), module)

    register_module = add_module

    def state_dict(self, *, prefix: str = "", keep_vars: bool = False) -> dict[str, Tensor]:
        """Return parameters and persistent buffers by name, detached (unless ``keep_vars``), sharing memory."""
        tensors = self._state(prefix)
        return tensors if keep_vars else {name: tensor.detach() for name, tensor in tensors.items()}

    def _state(self, prefix: str = "") -> dict[str, Tensor]:
        tensors = {}
        for path, module in self.named_modules(prefix.removesuffix("."), remove_duplicate=False):
            own = [(name, member) for name, member in module._members() if isinstance(member, Tensor)]
            parameters = [(name, member) for name, member in own if isinstance(member, Parameter)]
            buffers = [(name, member) for name, member in own if module._buffers.get(name)]
            tensors.update({_joined(path, name): member for name, member in parameters + buffers})
        return tensors

    def load_state_dict(self, state_dict: Mapping[str, Any], strict: bool = True) -> IncompatibleKeys:
        """Copy the values of a `state_dict` into parameters and buffers: all of them, or if anything is wrong, none.

        The values are tensors or arrays, PyTorch's tensors among them. Raises RuntimeError that lists every name that
        is missing or not known (ignored if not ``strict``) and every value of another shape or dtype.

        >>> import autograd, nn
        >>> nn.Linear(2, 1).load_state_dict({"weight": autograd.ones(1, 3)})
        Traceback (most recent call last):
        RuntimeError: load_state_dict: nothing was loaded into Linear, because
          bias: missing
          weight: shape (1, 3) given, (1, 2) expected
        """
        own = self._state()
        missing = [name for name in own if name not in state_dict]
        unexpected = [name for name in state_dict if name not in own]
        errors = [f"{name}: missing" for name in missing] if strict else []
        errors += [f"{name}: not a parameter or buffer of this module" for name in unexpected] if strict else []
        values = {}
        for name, tensor in own.items():
            if name in state_dict:
                value = state_dict[name]
                values[name] = array = value._array if isinstance(value, Tensor) else np.asarray(value)
                if array.shape != tensor.shape:
                    errors.append(f"{name}: shape {array.shape} given, {tensor.shape} expected")
                elif array.dtype != tensor.dtype:
                    errors.append(
                        f"{name}: dtype {array.dtype} given, {tensor.dtype} expected; convert it or the module"
                    )
        if errors:
            raise RuntimeError(
                "\n  ".join([f"load_state_dict: nothing was loaded into {type(self).__name__}, because", *errors])
            )
        # Values may be this module's own tensors, under other names: they are read before any is written.
        for name, array in {name: array.copy() for name, array in values.items()}.items():
            own[name]._write("load_state_dict", array)
        return IncompatibleKeys(missing, unexpected)

    def apply(self, function: Callable[["Module"], Any]) -> Self:
        """Call ``function`` with every submodule and then with this module; returns the module."""
        for module in reversed(list(self.modules())):
            function(module)
        return self

    def train(self, mode: bool = True) -> Self:
        """Set whether this module and all in it are being trained: Dropout, among others, depends on it.

        Raises ValueError for anything but True and False.
        """
        if not isinstance(mode, bool):
            raise ValueError(f"train: mode is True or False, got {mode!r}")
        for module in self.modules():
            module.training = mode
        return self

    def eval(self) -> Self:
        """Leave training mode; the same as ``train(False)``."""
        return self.train(False)

    def requires_grad_(self, requires_grad: bool = True) -> Self:
        """Set whether gradients of the parameters are wanted."""
        for parameter in self.parameters():
            parameter.requires_grad_(requires_grad)
        return self

    def zero_grad(self, set_to_none: bool = True) -> None:
        """Drop the gradients of the parameters, or set them to zeros."""
        for parameter in self.parameters():
            clear_grad(parameter, set_to_none)

    def to(self, *args: Any, dtype: Any = None, device: Any = None) -> Self:
        """Convert parameters, their gradients and buffers of floating point to a dtype, in place; returns the module.

        Raises TypeError for a dtype that is not of floating point, ValueError for a device other than the CPU.
        """
        wanted = Tensor(0.0).to(*args, dtype=dtype, device=device).dtype
        if wanted.kind not in "fc":
            raise TypeError(f"to: a module is converted to floating-point dtypes, got {wanted}")
        if dtype is None and all(isinstance(a, str) and a.startswith("cpu") for a in args):
            return self
        for tensor in [*self.parameters(), *self.buffers()]:
            if tensor.dtype.kind in "fc":
                gradient = tensor.grad
                tensor.data = tensor.data.to(wanted)
                tensor.grad = None if gradient is None else gradient.to(wanted)
        return self

    def float(self) -> Self:
        """Convert parameters and buffers to float32, in place."""
        return self.to("float32")

    def double(self) -> Self:
        """Convert parameters and buffers to float64, in place."""
        return self.to("float64")

    def half(self) -> Self:
        """Convert parameters and buffers to float16, in place."""
        return self.to("float16")

    def cpu(self) -> Self:
        """Return the module, which is on the CPU."""
        return self

    def register_forward_pre_hook(
        self, hook: Callable[..., Any], *, prepend: bool = False, with_kwargs: bool = False
    ) -> RemovableHandle:
        """Call ``hook(module, args)`` before ``forward``; what it returns, unless None, replaces the arguments.

        With ``with_kwargs``: ``hook(module, args, kwargs)``, which returns None or both.
        """
        return add_hook(self, "forward_pre", hook, prepend, with_kwargs)

    def register_forward_hook(
        self, hook: Callable[..., Any], *, prepend: bool = False, with_kwargs: bool = False
    ) -> RemovableHandle:
        """Call ``hook(module, args, output)`` after ``forward``; what it returns, unless None, replaces the output.

        With ``with_kwargs``: ``hook(module, args, kwargs, output)``.
        """
        return add_hook(self, "forward", hook, prepend, with_kwargs)

    def register_full_backward_hook(self, hook: Callable[..., Any], prepend: bool = False) -> RemovableHandle:
        """Call ``hook(module, grad_input, grad_output)``, two tuples, when the backward pass has left the module.

        ``grad_input`` are the gradients of the positional arguments of the call, None where there is none; what the
        hook returns, unless None, takes their place.
        """
        return add_hook(self, "backward", hook, prepend, False)

    def extra_repr(self) -> str:
        """Return what is to be printed between the parentheses of the repr."""
        return ""

    def _get_name(self) -> str:
        return type(self).__name__

    @reprlib.recursive_repr()
    def __repr__(self) -> str:
        children = [f"({name}): {member!r}" for name, member in self._members() if isinstance(member, Module)]
        return framed(self._get_name(), self.extra_repr(), children)


def framed(name: str, extra: str, children: list[str]) -> str:
    """Return name(extra) on one line, or with children, each indented on lines of its own."""
    if not children and "\n" not in extra:
        return f"{name}({extra})"
    lines = [line.replace("\n", "\n  ") for line in [*extra.splitlines(), *children]]
    return "\n  ".join([f"{name}(", *lines]) + "\n)"


def clear_grad(parameter: Tensor, set_to_none: bool) -> None:
    """Drop a gradient, or set it to zeros that belong to no graph."""
    if set_to_none:
        parameter.grad = None
    elif parameter.grad is not None:
        parameter.grad = Tensor(np.zeros_like(parameter.grad._array))


def _flat(name: str, value: Any, path: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    """Yield the tensors and modules in a value; ``path`` are the containers around it, which it may contain again."""
    if isinstance(value, (Tensor, Module)):
        yield name, value
    elif isinstance(value, (list, tuple, dict)) and not any(value is container for container in path):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _flat(f"{name}.{key}", item, (*path, value))


def _joined(prefix: str, name: str) -> str:
    return f"{prefix}.{name}" if prefix else name


def checked_name(module: Module, name: str) -> str:
    """Return ``name``; raises KeyError if it cannot be that of a parameter, buffer or module."""
    if not name or "." in name:
        raise KeyError(f"{type(module).__name__}: {name!r} is no attribute name: it must not be empty or contain a dot")
    replaceable = name in vars(module) and isinstance(vars(module)[name], (Tensor, Module, type(None)))
    if hasattr(module, name) and not replaceable:
        raise KeyError(f"{type(module).__name__}: {name!r} is already an attribute")
    return name
