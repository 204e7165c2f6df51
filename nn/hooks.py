"""Hooks of modules: users' functions that are called before and after ``forward``, and after the backward pass.

Backward hooks need identities around the call, whose backward passes see the gradients.
"""

from collections.abc import Callable, Sequence
from typing import Any

from autograd import Function, Tensor, is_grad_enabled
from autograd.tensor.hooks import RemovableHandle

Hooks = dict[str, list[tuple[Callable[..., Any], bool]]]  # by kind: the hooks, and whether they take keyword arguments
BackwardHook = Callable[[Any, tuple[Any, ...], tuple[Any, ...]], Any]


def add_hook(module: Any, kind: str, hook: Callable[..., Any], prepend: bool, with_kwargs: bool) -> RemovableHandle:
    """Have ``hook`` called at every call of the module, after the hooks of its kind or with ``prepend`` before them."""
    if module._hooks is None:
        module._hooks = {"forward_pre": [], "forward": [], "backward": []}
    hooks, entry = module._hooks[kind], (hook, with_kwargs)
    hooks.insert(0 if prepend else len(hooks), entry)
    return RemovableHandle(hooks, entry)


def call_with_hooks(module: Any, hooks: Hooks, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Return what ``forward`` and the hooks make of the arguments."""
    for hook, with_kwargs in tuple(hooks["forward_pre"]):
        replaced = hook(module, args, kwargs) if with_kwargs else hook(module, args)
        if replaced is not None and with_kwargs:
            args, kwargs = replaced
        elif replaced is not None:
            args = replaced if isinstance(replaced, tuple) else (replaced,)
    call = WatchedCall(module, [hook for hook, _ in hooks["backward"]]) if hooks["backward"] else None
    if call is not None:
        args = call.wrap_arguments(args)
    output = module.forward(*args, **kwargs)
    for hook, with_kwargs in tuple(hooks["forward"]):
        replaced = hook(module, args, kwargs, output) if with_kwargs else hook(module, args, output)
        output = output if replaced is None else replaced
    return output if call is None else call.wrap_outputs(output)


class WatchedCall:
    """One call of a module that has backward hooks: wraps its arguments and outputs, and calls the hooks."""

    def __init__(self, module: Any, hooks: Sequence[BackwardHook]) -> None:
        self.module, self.hooks = module, hooks
        self.arguments = 0
        self.grad_output: tuple[Any, ...] = ()

    def wrap_arguments(self, args: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return the arguments, behind an identity that will see their gradients."""
        self.arguments = len(args)
        self.positions = _with_gradient(args)
        return _through(_AtArguments, self, args, self.positions)

    def wrap_outputs(self, outputs: Any) -> Any:
        """Return the outputs, behind an identity that will see their gradients."""
        several = outputs if isinstance(outputs, tuple) else (outputs,)
        self.output_positions, self.outputs = _with_gradient(several), len(several)
        wrapped = _through(_AtOutputs, self, several, self.output_positions)
        return wrapped if isinstance(outputs, tuple) else wrapped[0]

    def call_hooks(self, gradients: Sequence[Any]) -> tuple[Any, ...]:
        """Call the hooks with the gradients of the arguments that have one; return what they make of them."""
        grad_input = _spread(gradients, self.positions, (None,) * self.arguments)
        grad_output, self.grad_output = self.grad_output, ()  # with create_graph, its graph leads back to this call
        for hook in self.hooks:
            replaced = hook(self.module, grad_input, grad_output)
            if replaced is not None:
                grad_input = replaced if isinstance(replaced, tuple) else (replaced,)
        return tuple([grad_input[i] for i in self.positions])


class _AtArguments(Function):
    @staticmethod
    def forward(ctx: Any, call: WatchedCall, *tensors: Tensor) -> tuple[Tensor, ...]:
        ctx.call = call
        return tuple([tensor.view_as(tensor) for tensor in tensors])

    @staticmethod
    def backward(ctx: Any, *gradients: Any) -> tuple[Any, ...]:
        return None, *ctx.call.call_hooks(gradients)


class _AtOutputs(_AtArguments):
    @staticmethod
    def backward(ctx: Any, *gradients: Any) -> tuple[Any, ...]:
        call = ctx.call
        call.grad_output = _spread(gradients, call.output_positions, (None,) * call.outputs)
        if not call.positions:  # no gradient will arrive at the arguments: now is the time
            call.call_hooks(())
        return None, *gradients


def _with_gradient(values: tuple[Any, ...]) -> list[int]:
    if not is_grad_enabled():
        return []
    return [i for i, x in enumerate(values) if isinstance(x, Tensor) and x.requires_grad]


def _through(identity: Any, call: WatchedCall, values: tuple[Any, ...], positions: list[int]) -> tuple[Any, ...]:
    if not positions:
        return values
    return _spread(identity.apply(call, *[values[i] for i in positions]), positions, values)


def _spread(items: Sequence[Any], positions: list[int], into: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return ``into`` with ``items`` at ``positions``."""
    spread = list(into)
    for position, item in zip(positions, items, strict=True):
        spread[position] = item
    return tuple(spread)
