"""Optimizer: groups of parameters with their settings, and a state for every parameter.

A subclass writes one method, the update of a single parameter. It works on blocks of the arrays, with NumPy functions
that write into arrays they are given: an update of a large parameter is bound by memory, and blocks stay in the cache
from one NumPy call to the next, which saves a quarter of the time for 2048 x 2048 float32.
"""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from autograd import Tensor, enable_grad
from autograd.core import writes

from ..module import clear_grad

_BLOCK = 262144  # elements: a megabyte of float32, of which a handful fit a third-level cache


class Optimizer:
    """What all optimizers share; subclasses define ``_update``.

    ``params`` are tensors, pairs of name and tensor as `Module.named_parameters` gives them, or dicts of such under
    "params" with settings of their own. ``defaults`` are the settings of groups that do not have them. Raises
    ValueError if there is no parameter or one occurs twice, TypeError if something is not a tensor.
    """

    def __init__(self, params: Iterable[Any], defaults: dict[str, Any]) -> None:
        if isinstance(params, Tensor):
            raise TypeError(f"{type(self).__name__}: params is a list of tensors, got a single one: write [parameter]")
        self.defaults = defaults
        self.state: dict[Tensor, dict[str, Any]] = {}
        self._buffers: dict[Any, Any] = {}
        self.param_groups: list[dict[str, Any]] = []
        groups = list(params)
        if not groups:
            raise ValueError(f"{type(self).__name__}: there are no parameters to optimize")
        for group in groups if isinstance(groups[0], dict) else [{"params": groups}]:
            self.add_param_group(group)

    def add_param_group(self, param_group: dict[str, Any]) -> None:
        """Add parameters with settings of their own: ``{"params": [...], "lr": 0.01}``."""
        given = param_group["params"]
        given = [given] if isinstance(given, Tensor) else list(given)
        named = bool(given) and isinstance(given[0], tuple)
        group = {**self.defaults, **param_group, "params": [item[1] for item in given] if named else given}
        if named:
            group["param_names"] = [item[0] for item in given]
        known = {id(p) for g in self.param_groups for p in g["params"]}
        for parameter in group["params"]:
            if not isinstance(parameter, Tensor):
                raise TypeError(f"{type(self).__name__}: expected tensors, got {type(parameter).__name__}")
            if not parameter.is_leaf:
                raise ValueError(f"{type(self).__name__}: a tensor computed by {parameter.grad_fn!r} is no parameter")
            if id(parameter) in known:
                raise ValueError(f"{type(self).__name__}: a parameter of shape {parameter.shape} occurs twice")
            known.add(id(parameter))
        unknown = set(group) - set(self.defaults) - {"params", "param_names"}
        if unknown:
            raise TypeError(
                f"{type(self).__name__}: a group has no setting {', '.join(sorted(unknown))}; there are "
                f"{', '.join(self.defaults)}"
            )
        self._check(group)
        self.param_groups.append(group)

    def _check(self, group: dict[str, Any]) -> None:
        """Raise ValueError if a setting is out of its range."""
        for name in ("lr", "weight_decay", "momentum", "eps"):
            if name in group and not group[name] >= 0:
                raise ValueError(f"{type(self).__name__}: {name} must not be negative, got {group[name]}")

    def zero_grad(self, set_to_none: bool = True) -> None:
        """Drop the gradients of all parameters, or set them to zeros."""
        for group in self.param_groups:
            for parameter in group["params"]:
                clear_grad(parameter, set_to_none)

    def step(self, closure: Callable[[], Any] | None = None) -> Any:
        """Update every parameter that has a gradient.

        ``closure``, if given, is called first to compute the loss and its gradients; its result is returned.
        """
        loss = None
        if closure is not None:
            with enable_grad():
                loss = closure()
        for group in self.param_groups:
            for parameter in group["params"]:
                gradient = parameter.grad
                if gradient is not None:
                    array = parameter._array
                    if not array.flags.writeable:
                        raise RuntimeError(
                            f"{type(self).__name__}: a parameter of shape {array.shape} has read-only memory"
                        )
                    self._update(array, gradient._array, self.state.setdefault(parameter, {}), group)
                    writes.mark(array)
        return loss

    def _update(self, parameter: Any, gradient: Any, state: dict[str, Any], group: dict[str, Any]) -> None:
        raise NotImplementedError(f"{type(self).__name__} has no _update(): define the update of one parameter")

    def _scratch(self, like: Any) -> Any:
        """Return an array like ``like``, a block, for intermediate results.

        It is memory that is kept: new memory of this size the operating system may have to map in at every step, which
        can take longer than the update itself.
        """
        buffer = self._buffers.get(like.dtype)
        if buffer is None or buffer.size < like.size:
            buffer = self._buffers[like.dtype] = np.empty_like(like, shape=like.size)
        return buffer[: like.size].reshape(like.shape)

    def state_dict(self) -> dict[str, Any]:
        """Return the settings of all groups and the states by the parameters' names, or numbers if they have none.

        It is a copy: later steps do not change it.
        """
        names = self._names()
        return {
            "state": {
                names[id(parameter)]: {k: v.clone() if isinstance(v, Tensor) else v for k, v in state.items()}
                for parameter, state in self.state.items()
            },
            "param_groups": [
                {**group, "params": [names[id(parameter)] for parameter in group["params"]]}
                for group in self.param_groups
            ],
        }

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Take over what `state_dict` returned: all of it, or if it does not fit, nothing.

        Raises ValueError if the groups or the parameters' names differ, or a state belongs to another shape.
        """
        groups, saved = self.param_groups, state_dict["param_groups"]
        names = self._names()
        expected = [[names[id(parameter)] for parameter in group["params"]] for group in groups]
        if [list(group["params"]) for group in saved] != expected:
            raise ValueError(
                f"load_state_dict: {type(self).__name__} has the parameters {expected}, the state is of "
                f"{[list(group['params']) for group in saved]}"
            )
        states: dict[Tensor, dict[str, Any]] = {}
        for group in groups:
            for parameter in group["params"]:
                name = names[id(parameter)]
                if name not in state_dict["state"]:
                    continue
                states[parameter] = {}
                for key, value in state_dict["state"][name].items():
                    if isinstance(value, Tensor):
                        if value.shape != parameter.shape:
                            raise ValueError(
                                f"load_state_dict: {key} of parameter {name} has shape {value.shape}, the parameter "
                                f"{parameter.shape}"
                            )
                        value = Tensor(value, parameter.dtype)
                    states[parameter][key] = value
        for group, values in zip(groups, saved, strict=True):
            group.update({key: value for key, value in values.items() if key not in ("params", "param_names")})
        self.state = states

    def __getstate__(self) -> dict[str, Any]:
        return {**vars(self), "_buffers": {}}

    def _names(self) -> dict[int, Any]:
        names: dict[int, Any] = {}
        for group in self.param_groups:
            for i, parameter in enumerate(group["params"]):
                names[id(parameter)] = group["param_names"][i] if "param_names" in group else len(names)
        return names

    def __repr__(self) -> str:
        lines = [f"{type(self).__name__} ("]
        for number, group in enumerate(self.param_groups):
            lines.append(f"Parameter Group {number}")
            lines += [f"    {key}: {group[key]}" for key in sorted(group) if key not in ("params", "param_names")]
        return "\n".join([*lines, ")"])


def zeros(parameter: Any) -> Tensor:
    """Return zeros for the state of a parameter, given its array."""
    return Tensor(np.zeros_like(parameter))


def blocks(*arrays: Any) -> Iterable[tuple[Any, ...]]:
    """Return the arrays in matching pieces that fit the cache; whole, if they are small or not contiguous."""
    size = arrays[0].size
    if size <= _BLOCK or not all(array.flags.c_contiguous for array in arrays):
        return (arrays,)
    flat = [array.reshape(-1) for array in arrays]
    return (tuple([array[start : start + _BLOCK] for array in flat]) for start in range(0, size, _BLOCK))
