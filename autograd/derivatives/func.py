"""Derivatives of functions: `grad`, `value_and_grad`, `vjp`, `jvp`, `jacrev`, `jacfwd`, `hessian`, as in torch.func.

Arguments and results may be tensors or nested tuples, lists and dicts of them. What is differentiated is the function
of its arguments: tensors that it captures are constants here. But if they, or the arguments, require grad, the result
is recorded as a function of them, as ever. So all of these nest, and mix with ``backward()``.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ..core import engine
from ..core.graph import ancestors
from ..core.modes import enable_grad, is_grad_enabled
from ..core.op import describe
from ..ops.shape import reshape
from ..tensor.tensor import Tensor
from .trees import flatten, form

__all__ = ["grad", "grad_and_value", "hessian", "jacfwd", "jacrev", "jvp", "value_and_grad", "vjp"]


def grad(func: Callable[..., Any], argnums: int | tuple[int, ...] = 0, has_aux: bool = False) -> Callable[..., Any]:
    """Return the function that computes the gradient of ``func``, a function with a scalar result.

    With respect to the argument number ``argnums``, or to several, as a tuple; the gradient has the argument's form.
    With ``has_aux``, ``func`` returns a pair, and so does the gradient function: (gradient, second of the pair). Raises
    RuntimeError if the result is no scalar or there is no such argument, TypeError if something is not a tensor.

    >>> import autograd
    >>> from autograd.func import grad
    >>> cube = lambda x: x**3
    >>> grad(cube)(autograd.tensor(2.0)), grad(grad(cube))(autograd.tensor(2.0))
    (tensor(12.), tensor(12.))
    """
    both = grad_and_value(func, argnums, has_aux)

    def gradient(*args: Any, **kwargs: Any) -> Any:
        gradients, result = both(*args, **kwargs)
        return (gradients, result[1]) if has_aux else gradients

    return gradient


def grad_and_value(
    func: Callable[..., Any], argnums: int | tuple[int, ...] = 0, has_aux: bool = False
) -> Callable[..., Any]:
    """Return the function that computes (gradient, result) of ``func``; see `grad`.

    >>> import autograd
    >>> from autograd.func import grad_and_value
    >>> grad_and_value(lambda p: p["w"] * p["b"])({"w": autograd.tensor(2.0), "b": autograd.tensor(5.0)})
    ({'w': tensor(5.), 'b': tensor(2.)}, tensor(10.))
    """

    def both(*args: Any, **kwargs: Any) -> Any:
        run = Run("grad", func, args, kwargs, argnums, has_aux)
        (output,) = run.outputs if len(run.outputs) == 1 else (None,)
        if output is None or output.numel() != 1:
            shapes = ", ".join(str(tuple(out.shape)) for out in run.outputs)
            raise RuntimeError(
                f"grad: the function must return one scalar, it returned tensors of shape {shapes}; vjp and jacrev "
                f"take any"
            )
        gradients = run.pull([Tensor._wrap(np.ones_like(output._array))], last=True)
        return run.inputs_as(gradients), run.result()

    return both


def value_and_grad(
    func: Callable[..., Any], argnums: int | tuple[int, ...] = 0, has_aux: bool = False
) -> Callable[..., Any]:
    """Return the function that computes (result, gradient) of ``func``; see `grad`.

    >>> import autograd
    >>> from autograd.func import value_and_grad
    >>> value_and_grad(lambda x, y: (x * y).sum(), argnums=1)(autograd.tensor([2.0]), autograd.tensor([3.0]))
    (tensor(6.), tensor([2.]))
    """
    both = grad_and_value(func, argnums, has_aux)
    return lambda *args, **kwargs: both(*args, **kwargs)[::-1]


def vjp(func: Callable[..., Any], *primals: Any, has_aux: bool = False) -> Any:
    """Return func(*primals) and the function that maps a cotangent of it to vᵀJ: the gradients of all arguments.

    The cotangent has the form of the result; the gradients come as a tuple, one for each argument. With ``has_aux``,
    ``func`` returns a pair, whose second part is returned last. Raises RuntimeError for a cotangent of another form or
    shape.

    >>> import autograd
    >>> from autograd.func import vjp
    >>> result, pull = vjp(lambda x: x.sin(), autograd.tensor([0.0, 1.0]))
    >>> pull(autograd.tensor([1.0, 0.0]))
    (tensor([1., 0.]),)
    """
    run = Run("vjp", func, primals, {}, tuple(range(len(primals))), has_aux)

    def pull(cotangents: Any) -> Any:
        leaves = _matching("vjp", "the cotangent", cotangents, "the result", run.outputs_as(run.outputs))
        return run.inputs_as(run.pull(leaves))

    return (run.result()[0], pull, run.aux) if has_aux else (run.result(), pull)


def jvp(func: Callable[..., Any], primals: Any, tangents: Any, *, strict: bool = False, has_aux: bool = False) -> Any:
    """Return func(*primals) and J t, its derivative in the direction of the tangents t.

    ``primals`` is the tuple of arguments, ``tangents`` another of the same form. It is the derivative of vᵀJ with
    respect to v (the double backward trick), so it costs two backward passes. With ``strict``, a result that does not
    depend on the arguments raises RuntimeError instead of having the derivative 0.

    >>> import autograd
    >>> from autograd.func import jvp
    >>> jvp(lambda x: x * x, (autograd.tensor([1.0, 2.0]),), (autograd.tensor([1.0, 10.0]),))
    (tensor([1., 4.]), tensor([ 2., 40.]))
    """
    if not isinstance(primals, tuple):
        raise RuntimeError(f"jvp: primals is the tuple of the arguments, got {describe(primals)}; write (x,) for one")
    leaves = _matching("jvp", "tangents", tangents, "primals", primals)
    run = Run("jvp", func, primals, {}, tuple(range(len(primals))), has_aux)
    if strict:
        run.check_dependence()
    derivative = run.outputs_as(run.push(leaves))
    return (run.result()[0], derivative, run.aux) if has_aux else (run.result(), derivative)


def jacrev(
    func: Callable[..., Any], argnums: int | tuple[int, ...] = 0, *, has_aux: bool = False
) -> Callable[..., Any]:
    """Return the function that computes the Jacobian of ``func`` by one backward pass for each element of the result.

    The Jacobian has the form of the result, with, in place of every tensor y, the form of the argument(s), with
    ∂y/∂x of shape (*y.shape, *x.shape) in place of every tensor x. Cheaper than `jacfwd` if the result is smaller than
    the argument. ``argnums`` and ``has_aux`` are those of `grad`.

    >>> import autograd
    >>> from autograd.func import jacrev
    >>> jacrev(lambda x: x * x)(autograd.tensor([1.0, 2.0]))
    tensor([[2., 0.],
            [0., 4.]])
    """

    def jacobian(*args: Any, **kwargs: Any) -> Any:
        run = Run("jacrev", func, args, kwargs, argnums, has_aux)
        blocks = run.outputs_as([run.inputs_as(row) for row in run.jacobian_by_rows()])
        return (blocks, run.aux) if has_aux else blocks

    return jacobian


def jacfwd(func: Callable[..., Any], argnums: int | tuple[int, ...] = 0, has_aux: bool = False) -> Callable[..., Any]:
    """Return the function that computes the Jacobian of ``func`` by one `jvp` for each element of the argument.

    The result is that of `jacrev`; cheaper if the argument is smaller than the result.

    >>> import autograd
    >>> from autograd.func import jacfwd
    >>> jacfwd(lambda t: autograd.stack([t, t * t]))(autograd.tensor(3.0))
    tensor([1., 6.])
    """

    def jacobian(*args: Any, **kwargs: Any) -> Any:
        run = Run("jacfwd", func, args, kwargs, argnums, has_aux)
        blocks = run.outputs_as([run.inputs_as(row) for row in run.jacobian_by_columns()])
        return (blocks, run.aux) if has_aux else blocks

    return jacobian


def hessian(func: Callable[..., Any], argnums: int | tuple[int, ...] = 0) -> Callable[..., Any]:
    """Return the function that computes the second derivatives of ``func``: the Jacobian of the Jacobian.

    >>> import autograd
    >>> from autograd.func import hessian
    >>> hessian(lambda x: x[0] * x[1] ** 2)(autograd.tensor([1.0, 2.0]))
    tensor([[0., 4.],
            [4., 2.]])
    """
    return jacrev(jacrev(func, argnums), argnums)


class Run:
    """A function, run at aliases of some of its arguments: what all of these start with.

    An alias is another place in the graph for the same memory. With respect to it, only the function is differentiated,
    not what else is computed from the argument.
    """

    def __init__(
        self,
        name: str,
        func: Callable[..., Any],
        args: Sequence[Any],
        kwargs: dict[str, Any],
        argnums: int | tuple[int, ...],
        has_aux: bool,
    ) -> None:
        self.name, self.has_aux = name, has_aux
        single = isinstance(argnums, int)
        numbers = _numbers(name, argnums, len(args))
        leaves, rebuild = flatten(tuple(args[n] for n in numbers))
        self.inputs_as: Callable[[Sequence[Any]], Any] = (lambda items: rebuild(items)[0]) if single else rebuild
        with enable_grad():
            self.aliases = [_alias(name, leaf) for leaf in leaves]
            replaced = dict(zip(numbers, rebuild(self.aliases), strict=True))
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
        """Return for every output on which inputs it depends; raise RuntimeError if on none."""
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
            _zeros(alias) if gradient is None else gradient
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
            return [_zeros(out) if known.get(id(out)) is None else known[id(out)] for out in self.outputs]

        return push

    def jacobian_by_rows(self, create: bool | None = None) -> list[list[Any]]:
        """Return for every output the Jacobian with respect to every input: a backward pass for each output element."""
        blocks = []
        for position, out in enumerate(self.outputs):
            rows: list[list[Any]] = [[] for _ in self.aliases]
            cotangents = [_zeros(other) for other in self.outputs]
            for basis in _basis(out):
                cotangents[position] = basis
                for row, gradient in zip(rows, self.pull(cotangents, create=create), strict=True):
                    row.append(gradient)
            blocks.append([_stacked(row, out, alias, 0) for row, alias in zip(rows, self.aliases, strict=True)])
        return blocks

    def jacobian_by_columns(self, create: bool | None = None) -> list[list[Any]]:
        """Return the same: a `jvp` for each input element."""
        push = self._pushing(create)
        blocks: list[list[Any]] = [[] for _ in self.outputs]
        for position, alias in enumerate(self.aliases):
            columns: list[list[Any]] = [[] for _ in self.outputs]
            tangents = [_zeros(other) for other in self.aliases]
            for basis in _basis(alias):
                tangents[position] = basis
                for column, derivative in zip(columns, push(tangents), strict=True):
                    column.append(derivative)
            for block, column, out in zip(blocks, columns, self.outputs, strict=True):
                block.append(_stacked(column, out, alias, -1))
        return blocks


def _numbers(name: str, argnums: Any, count: int) -> list[int]:
    given = argnums if isinstance(argnums, (tuple, list)) else (argnums,)
    for number in given:
        if not isinstance(number, int):
            raise RuntimeError(f"{name}: argnums is an integer or a tuple of them, got {argnums!r}")
        if not -count <= number < count:
            raise RuntimeError(f"{name}: there is no argument number {number} among {count} positional ones")
    numbers = [number % count for number in given]
    if len(set(numbers)) < len(numbers):
        raise RuntimeError(f"{name}: argnums names an argument twice, got {argnums!r}")
    return numbers


def _alias(name: str, tensor: Any) -> Any:
    if not isinstance(tensor, Tensor):
        raise TypeError(f"{name}: what is differentiated are functions of tensors, got {describe(tensor)}")
    if tensor._node is None:
        return tensor.detach().requires_grad_()
    return reshape(tensor, shape=tensor.shape)


def _matching(name: str, what: str, tree: Any, other_name: str, other: Any) -> list[Any]:
    """Return the leaves of a tree that must have the form and shapes of another."""
    if form(tree) != form(other):
        raise RuntimeError(f"{name}: {what} has the form {form(tree)}, expected that of {other_name}, {form(other)}")
    leaves, others = flatten(tree)[0], flatten(other)[0]
    for leaf, expected in zip(leaves, others, strict=True):
        if not isinstance(leaf, Tensor) or leaf.shape != expected.shape:
            raise RuntimeError(
                f"{name}: {what} has {describe(leaf)} where {other_name} has a tensor of shape {tuple(expected.shape)}"
            )
    return leaves


def _recorded(tensors: Sequence[Any]) -> bool:
    return is_grad_enabled() and any(tensor._node is not None for tensor in tensors)


def _zeros(like: Any) -> Any:
    return Tensor._wrap(np.zeros_like(like._array))


def _basis(like: Any) -> Any:
    """Yield the unit tensors of a shape: 1 at one element."""
    for place in range(like._array.size):
        unit = np.zeros_like(like._array)
        unit.reshape(-1)[place] = 1
        yield Tensor._wrap(unit)


def _stacked(parts: list[Any], out: Any, alias: Any, dim: int) -> Any:
    """Return the rows or columns of a Jacobian as one tensor of shape (*out.shape, *alias.shape)."""
    from ..functions import stack

    shape = (*out.shape, *alias.shape)
    if not parts:
        return Tensor._wrap(np.zeros_like(alias._array, shape=shape))
    return stack(parts, dim).reshape(shape)
