"""Function: PyTorch's class form for ops whose forward and backward share more than arrays, on the same graph.

The table form (`primitive`, `elementwise`) is shorter and saves what its formulas read. A Function is for what does not
fit it: state that is computed once for both directions, gradients computed together, a backward with control flow.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from ..core.graph import Leaf, Node, constant
from ..core.modes import enable_grad, no_grad, state
from ..core.op import Op, describe, watchers
from ..core.outputs import Cotangents, build, pick
from ..core.writes import serials
from ..tensor.tensor import Tensor


class FunctionContext:
    """What forward leaves for backward: ``ctx``. Attributes can be set freely; tensors go to `save_for_backward`."""

    def __init__(self, needs_input_grad: tuple[bool, ...]) -> None:
        self.needs_input_grad = needs_input_grad
        self._saved: tuple[Any, ...] = ()
        self._lifted: tuple[Any, ...] | None = None
        self._non_differentiable: tuple[Any, ...] = ()
        self._dirty: tuple[Any, ...] = ()
        self._materialize = True

    def save_for_backward(self, *tensors: Any) -> None:
        """Keep tensors for backward, where ``ctx.saved_tensors`` returns them; None is allowed."""
        for tensor in tensors:
            if tensor is not None and not isinstance(tensor, Tensor):
                raise TypeError(
                    f"save_for_backward keeps tensors, got {describe(tensor)}: set other things as attributes of ctx"
                )
        self._saved = tensors

    @property
    def saved_tensors(self) -> tuple[Any, ...]:
        """The tensors that forward saved."""
        if self._lifted is None:
            raise RuntimeError("ctx.saved_tensors can be read in backward only")
        return self._lifted

    def mark_non_differentiable(self, *outputs: Any) -> None:
        """Say that these outputs have no gradient; integer and boolean outputs never have one."""
        self._non_differentiable = outputs

    def mark_dirty(self, *tensors: Any) -> None:
        """Say that forward changed these arguments in place; as outputs they take their new place in the graph."""
        self._dirty = tensors

    def set_materialize_grads(self, value: bool) -> None:
        """Choose whether backward receives zeros (the default) or None for outputs that were not used."""
        self._materialize = value


class _FunctionOp(Op):
    """The op of the nodes of one Function class."""

    variadic = "argument"
    saved = ("saved_tensors", "ctx")
    complete = False  # backward may return None: no gradient
    sums = True  # as in PyTorch, though nothing says that arguments are broadcast

    def __init__(self, cls: type["Function"], saves_arrays: bool) -> None:
        self.cls = cls
        self.saves_arrays = saves_arrays  # if not, there may be several backward passes through a node
        self.name = self.title = cls.__name__

    def argument(self, position: int) -> str:
        return f"argument {position}"

    def formula(self, argument: str) -> str:
        return f"{self.name}.backward"

    def author(self, position: int) -> str:
        return f"{self.name}.backward"

    def lift(self, node: Node) -> tuple[Any, ...]:
        assert node.saved is not None
        arrays, (ctx, sources) = node.saved
        outputs: dict[int, Any] = {}
        lifted: list[Any] = []
        for array, source in zip(arrays, sources, strict=True):
            if isinstance(source, int):  # an argument
                lifted.append(Tensor._wrap(array, node.inputs[source]))
            elif source is not None:  # an output
                (index,) = source
                if index not in outputs:
                    outputs[index] = node if not isinstance(node.shape, _Shapes) else pick(node, index)
                lifted.append(Tensor._wrap(array, outputs[index]))
            else:
                lifted.append(None if array is None else Tensor._wrap(array))
        return tuple(lifted), (ctx, True)

    def pull(self, inputs: Any, saved: Any, statics: Any, g: Any) -> tuple[Any, ...]:
        arrays, (ctx, lifted) = saved
        attached = lifted is True
        ctx._lifted = arrays if attached else tuple(None if a is None else Tensor._wrap(a) for a in arrays)
        gradients = tuple(g) if isinstance(g, Cotangents) else (g,)
        if isinstance(g, Cotangents) and ctx._materialize:
            gradients = tuple(
                np.zeros(shape, dtype) if gradient is None and dtype is not None else gradient
                for gradient, shape, dtype in zip(g, g.shape, g.dtype, strict=True)
            )
        gradients = tuple(x if x is None or isinstance(x, Tensor) else _read_only(x) for x in gradients)
        try:
            with enable_grad() if attached else no_grad():
                results: Any = self.cls.backward(ctx, *gradients)
        finally:
            ctx._lifted = None
        if not isinstance(results, tuple):
            results = (results,)
        while len(results) > len(inputs) and results[-1] is None:
            results = results[:-1]
        if len(results) != len(inputs):
            raise RuntimeError(
                f"{self.name}.backward returned {len(results)} gradients, forward has {len(inputs)} arguments: "
                f"return one for each, None where there is none"
            )
        if attached:
            return tuple(results)
        return tuple(None if r is None else getattr(r, "_array", r) for r in results)


def _read_only(gradient: Any) -> Tensor:
    """Return a gradient that backward cannot change, as it may be on its way to other tensors too."""
    gradient = gradient[...]
    gradient.flags.writeable = False
    return Tensor._wrap(gradient)


class _Shapes(tuple[Any, ...]):
    """The shapes (or dtypes) of several outputs, as opposed to the shape of one."""


class Function:
    """An op written as a class: ``forward(ctx, *args)`` and ``backward(ctx, *gradients)``, called with ``apply``.

    forward receives tensors and runs unrecorded; what backward needs goes to ``ctx.save_for_backward`` (or is set on
    ``ctx``). backward receives one gradient per output and returns one per argument, None for those without. Written
    with tensor operations, it can be differentiated again. ``setup_context(ctx, inputs, output)`` may take the place
    of forward's ``ctx`` argument. Raises RuntimeError if backward returns too many or misshapen gradients.

    >>> import autograd
    >>> class Cube(autograd.Function):
    ...     @staticmethod
    ...     def forward(ctx, x):
    ...         ctx.save_for_backward(x)
    ...         return x * x * x
    ...
    ...     @staticmethod
    ...     def backward(ctx, g):
    ...         (x,) = ctx.saved_tensors
    ...         return 3 * g * x * x
    >>> x = autograd.tensor(2.0, requires_grad=True)
    >>> Cube.apply(x).backward()
    >>> x.grad
    tensor(12.)
    """

    op: _FunctionOp
    _op_without_arrays: _FunctionOp
    _with_setup: bool

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.op, cls._op_without_arrays = _FunctionOp(cls, True), _FunctionOp(cls, False)
        cls._with_setup = cls.setup_context is not Function.setup_context

    @staticmethod
    def forward(*args: Any, **kwargs: Any) -> Any:
        """Compute the output, or a tuple of outputs."""
        raise NotImplementedError("a Function needs a static method forward(ctx, *args)")

    @staticmethod
    def setup_context(ctx: FunctionContext, inputs: tuple[Any, ...], output: Any) -> None:
        """Save for backward, for a forward without ctx."""

    @staticmethod
    def backward(ctx: Any, *gradients: Any) -> Any:
        """Return the gradient of each argument."""
        raise NotImplementedError("a Function needs a static method backward(ctx, *gradients) to be differentiated")

    @classmethod
    def apply(cls, *args: Any, **kwargs: Any) -> Any:
        """Compute the output and record it."""
        parents = tuple([x._node if isinstance(x, Tensor) else None for x in args])
        ctx = FunctionContext(tuple([parent is not None for parent in parents]))
        with no_grad():
            if cls._with_setup:
                output = cls.forward(*args, **kwargs)
                cls.setup_context(ctx, args, output)
            else:
                output = cls.forward(ctx, *args, **kwargs)
        outputs = output if isinstance(output, tuple) else (output,)
        if not any(isinstance(out, Tensor) for out in outputs):
            raise TypeError(f"{cls.__name__}.forward returned {describe(output)}, expected a tensor or a tuple of them")
        scope = state.scope
        if scope is None or not any(ctx.needs_input_grad):
            detached = [x.detach() if isinstance(x, Tensor) and x._node is not None else x for x in outputs]
            return build(type(output), detached) if isinstance(output, tuple) else detached[0]
        for tensor in ctx._dirty:
            if isinstance(tensor._node, Leaf):
                raise RuntimeError(
                    f"{cls.__name__}: a leaf that requires grad was changed in place (mark_dirty): give it a .clone()"
                )
        node = cls._node_of(ctx, args, parents, outputs, isinstance(output, tuple))
        node.scope = scope
        for watcher in watchers:
            watcher(node)
        results = []
        for index, out in enumerate(outputs):
            differentiable = isinstance(out, Tensor) and out.dtype.kind in "fc"
            if differentiable and not any(out is x for x in ctx._non_differentiable):
                parent = pick(node, index) if isinstance(output, tuple) else node
                if any(out is x for x in ctx._dirty):
                    out._node = parent
                else:
                    out = Tensor._wrap(out._array, parent)
            results.append(out)
        return build(type(output), results) if isinstance(output, tuple) else results[0]

    @classmethod
    def _node_of(cls, ctx: FunctionContext, args: Any, parents: Any, outputs: Any, several: bool) -> Node:
        sources: list[Any] = []
        for tensor in ctx._saved:
            source: Any = next((i for i, x in enumerate(args) if x is tensor and parents[i] is not None), None)
            if source is None and tensor is not None:
                source = next(((i,) for i, x in enumerate(outputs) if x is tensor), None)
            sources.append(source)
        arrays = tuple(None if x is None else getattr(x, "_array", x) for x in ctx._saved)
        ctx._saved = ()
        node = Node()
        node.op = cls.op if arrays else cls._op_without_arrays
        node.inputs = parents
        node.constants = tuple(None if p is not None else constant(x) for p, x in zip(parents, args, strict=True))
        node.saved = (arrays, (ctx, tuple(sources)))
        node.statics = ()
        shapes = [getattr(x, "shape", ()) for x in outputs]
        kinds = [x.dtype if isinstance(x, Tensor) else None for x in outputs]
        node.shape = _Shapes(shapes) if several else shapes[0]
        node.dtype = _Shapes(kinds) if several else kinds[0]
        node.value = None if several or node.shape else outputs[0]._array
        node.serial = next(serials)
        node.hooks = None
        return node


def once_differentiable(backward: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a backward as not differentiable again: a second derivative raises RuntimeError instead of being wrong.

    >>> import autograd
    >>> class Double(autograd.Function):
    ...     @staticmethod
    ...     def forward(ctx, x):
    ...         return x * 2
    ...
    ...     @staticmethod
    ...     @autograd.once_differentiable
    ...     def backward(ctx, g):
    ...         return autograd.tensor(g.detach().numpy() * 2)
    """

    name = backward.__qualname__.rpartition(".")[0].rpartition(".")[2] or backward.__qualname__

    def once(ctx: Any, *gradients: Any) -> Any:
        with no_grad():
            detached = tuple(g if g is None else g.detach() for g in gradients)
            saved = ctx._lifted
            ctx._lifted = tuple(x if x is None else x.detach() for x in saved)
            results = backward(ctx, *detached)
        if state.scope is None:
            return results
        sources = [g for g in (*gradients, *saved) if g is not None and g._node is not None]
        results = results if isinstance(results, tuple) else (results,)
        return tuple(r if r is None or not sources else _Twice.apply(name, r, *sources) for r in results)

    return once


class _Twice(Function):
    """Passes a gradient on, and refuses to be differentiated."""

    @staticmethod
    def forward(ctx: Any, name: str, result: Any, *sources: Any) -> Any:
        ctx.name = name
        return result

    @staticmethod
    def backward(ctx: Any, *gradients: Any) -> Any:
        raise RuntimeError(
            f"{ctx.name}: its backward is marked once_differentiable and cannot be differentiated again; checks need "
            f"order=1"
        )
