"""A function that is run to be differentiated: what `func` and `functional` have in common."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np

from ..core import engine
from ..core.graph import ancestors
from ..core.modes import enable_grad, is_grad_enabled
from ..core.op import describe
from ..functions.joining import stack
from ..ops.shape import reshape
from ..tensor.tensor import Tensor
from .trees import flatten

Argnums: TypeAlias = int | tuple[int, ...]  # which arguments to differentiate by


class Run:
    """A function, run at aliases of some of its arguments: what every derivative of it starts with.

    An alias is another place in the graph for the same memory. With respect to it only the function is differentiated,
    and not what else is computed from the argument.
    """

    def __init__(
        self, name: str, func: Callable[..., Any], args: Any, kwargs: Any, argnums: Argnums, has_aux: bool
    ) -> None:
        self.name, self.has_aux = name, has_aux
        single = isinstance(argnums, int)
        positions = _positions(name, argnums, len(args))
        leaves, rebuild = flatten(tuple(args[n] for n in positions))
        self.inputs_as: Callable[[Sequence[Any]], Any] = (lambda items: rebuild(items)[0]) if single else rebuild
        with enable_grad():
            self.aliases = [_alias(name, leaf) for leaf in leaves]
            replaced = dict(zip(positions, rebuild(self.aliases), strict=True))
            output = func(*[replaced.get(n, value) for n, value in enumerate(args)], **kwargs)
        self.aux = None
        if has_aux:
            if not (isinstance(output, tuple) and len(output) == 2):
                raise RuntimeError(f"{name}: with has_aux=True the function must return a pair, got {describe(output)}")
            output, self.aux = output
            extras, aux_as = flatten(self.aux)
            self.aux = aux_as([x.detach() if isinstance(x, Tensor) else x for x in extras])
        self.outputs, self.outputs_as = flatten(output)
        for out in self.outputs:
            if not isinstance(out, Tensor):
                raise RuntimeError(f"{name}: the function must return tensors, got {describe(out)}")
        own = {alias._node for alias in self.aliases}
        self.attached = is_grad_enabled() and any(
            not node.inputs and node not in own
            for node in ancestors([out._node for out in self.outputs if out._node is not None])
        )

    def finish(self, tensor: Any) -> Any:
        """Return a result as part of the graph of what the function captured or was given, if there is any."""
        return tensor if self.attached else tensor.detach()

    def result(self) -> Any:
        """Return what the function returned, and aux if it has one."""
        output = self.outputs_as([self.finish(out) for out in self.outputs])
        return (output, self.aux) if self.has_aux else output

    def check_dependence(self) -> list[list[bool]]:
        """Return for every output on which inputs it depends; raises RuntimeError if it depends on none."""
        table = []
        for position, out in enumerate(self.outputs):
            reached = set(ancestors([out._node] if out._node is not None else []))
            table.append([alias._node in reached for alias in self.aliases])
            if not any(table[-1]):
                raise RuntimeError(f"{self.name}: output {position} does not depend on the inputs")
        return table

    def pull(self, cotangents: Sequence[Any], *, last: bool = False, create: bool | None = None) -> list[Any]:
        """Return vᵀJ for every input; ``last`` frees the graph."""
        create = self.attached or _recorded(cotangents) if create is None else create
        pairs = [(out, g) for out, g in zip(self.outputs, cotangents, strict=True) if out._node is not None]
        gradients: Sequence[Any] = [None] * len(self.aliases)
        if pairs and self.aliases:
            outs, gs = zip(*pairs, strict=True)
            gradients = engine.grad(outs, self.aliases, gs, not last or create, create, allow_unused=True)
        return [
            zeros_like(alias) if gradient is None else gradient
            for alias, gradient in zip(self.aliases, gradients, strict=True)
        ]

    def push(self, tangents: Sequence[Any], *, create: bool | None = None) -> list[Any]:
        """Return J t for every output."""
        return self._pushing(self.attached or _recorded(tangents) if create is None else create)(tangents)

    def _pushing(self, create: bool | None = None) -> Callable[[Sequence[Any]], list[Any]]:
        """Return the function that maps tangents to J t: vᵀJ is linear in v, and its derivative by v is J."""
        create = self.attached if create is None else create
        floating = [out for out in self.outputs if out._node is not None]
        cotangents = [Tensor(np.zeros_like(out._array), requires_grad=True) for out in floating]
        pulled: Sequence[Any] = [None] * len(self.aliases)
        if floating and self.aliases:
            with enable_grad():
                pulled = engine.grad(floating, self.aliases, cotangents, True, True, allow_unused=True)

        def push(tangents: Sequence[Any]) -> list[Any]:
            pairs = [(g, t) for g, t in zip(pulled, tangents, strict=True) if g is not None and g._node is not None]
            found: Sequence[Any] = [None] * len(cotangents)
            if pairs:
                gs, ts = zip(*pairs, strict=True)
                found = engine.grad(gs, cotangents, ts, True, create, allow_unused=True)
            known = dict(zip(map(id, floating), found, strict=True))
            return [zeros_like(out) if known.get(id(out)) is None else known[id(out)] for out in self.outputs]

        return push

    def jacobian_by_rows(self, create: bool | None = None) -> list[list[Any]]:
        """Return the Jacobian of every output by every input: one backward pass for each output element."""
        blocks = []
        for position, out in enumerate(self.outputs):
            rows: list[list[Any]] = [[] for _ in self.aliases]
            cotangents = [zeros_like(other) for other in self.outputs]
            for basis in _basis(out):
                cotangents[position] = basis
                for row, gradient in zip(rows, self.pull(cotangents, create=create), strict=True):
                    row.append(gradient)
            blocks.append([_stacked(row, out, alias, 0) for row, alias in zip(rows, self.aliases, strict=True)])
        return blocks

    def jacobian_by_columns(self, create: bool | None = None) -> list[list[Any]]:
        """Return the same by one `jvp` for each input element."""
        push = self._pushing(create)
        blocks: list[list[Any]] = [[] for _ in self.outputs]
        for position, alias in enumerate(self.aliases):
            columns: list[list[Any]] = [[] for _ in self.outputs]
            tangents = [zeros_like(other) for other in self.aliases]
            for basis in _basis(alias):
                tangents[position] = basis
                for column, derivative in zip(columns, push(tangents), strict=True):
                    column.append(derivative)
            for block, column, out in zip(blocks, columns, self.outputs, strict=True):
                block.append(_stacked(column, out, alias, -1))
        return blocks


def _positions(name: str, argnums: Any, count: int) -> list[int]:
    given = argnums if isinstance(argnums, (tuple, list)) else (argnums,)
    for number in given:
        if not isinstance(number, int):
            raise RuntimeError(f"{name}: argnums is an integer or a tuple of them, got {argnums!r}")
        if not -count <= number < count:
            raise RuntimeError(f"{name}: there is no argument number {number} among {count} positional ones")
    positions = [number % count for number in given]
    if len(set(positions)) < len(positions):
        raise RuntimeError(f"{name}: argnums names an argument twice, got {argnums!r}")
    return positions


def _alias(name: str, tensor: Any) -> Any:
    if not isinstance(tensor, Tensor):
        raise TypeError(f"{name}: what is differentiated are functions of tensors, got {describe(tensor)}")
    if tensor._node is None:
        return tensor.detach().requires_grad_()
    return reshape(tensor, shape=tensor.shape)


def _recorded(tensors: Sequence[Any]) -> bool:
    return is_grad_enabled() and any(tensor._node is not None for tensor in tensors)


def zeros_like(like: Any) -> Any:
    """Return zeros of a tensor's shape and dtype, outside of any graph."""
    return Tensor._wrap(np.zeros_like(like._array))


def _basis(like: Any) -> Any:
    """Yield the unit tensors of a shape: 1 at one element."""
    for place in range(like._array.size):
        unit = np.zeros_like(like._array)
        unit.reshape(-1)[place] = 1
        yield Tensor._wrap(unit)


def _stacked(parts: list[Any], out: Any, alias: Any, dim: int) -> Any:
    """Return the rows or columns of a Jacobian as one tensor of shape (*out.shape, *alias.shape)."""
    shape = (*out.shape, *alias.shape)
    if not parts:
        return Tensor._wrap(np.zeros_like(alias._array, shape=shape))
    return stack(parts, dim).reshape(shape)
