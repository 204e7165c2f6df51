"""What backward hooks of modules need: identities around the call, whose backward passes see the gradients."""

from collections.abc import Callable, Sequence
from typing import Any

from autograd import Function, Tensor, is_grad_enabled

BackwardHook = Callable[[Any, tuple[Any, ...], tuple[Any, ...]], Any]


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
