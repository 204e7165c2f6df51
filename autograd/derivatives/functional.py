"""Derivatives of functions of one tensor or a tuple of them, as in torch.autograd.functional; see also `autograd.func`.

The results belong to the graph of the inputs with ``create_graph=True``, and to none without.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np

from ..core import engine
from ..core.modes import set_grad_enabled
from ..core.op import describe
from ..exports import public
from ..tensor.tensor import Tensor
from .run import Run, zeros_like

Pair: TypeAlias = tuple[Any, Any]  # what the function returned, and the product


def vjp(func: Callable[..., Any], inputs: Any, v: Any = None, create_graph: bool = False, strict: bool = False) -> Pair:
    """Return func(*inputs) and vᵀJ, the product of a vector and the Jacobian.

    ``v`` has the shapes of the result, and may be left out if that is a single element. Raises RuntimeError for another
    ``v``, and, with ``strict``, for a result that does not depend on every input; TypeError for inputs or results that
    are anything but tensors and tuples of them.

    >>> import autograd
    >>> from autograd.functional import vjp
    >>> vjp(lambda x: x * x, autograd.tensor([1.0, 2.0]), autograd.tensor([1.0, 10.0]))
    (tensor([1., 4.]), tensor([ 2., 40.]))
    """
    run = _TupleRun("vjp", func, inputs, create_graph, strict)
    gradients = run.pull(_vector("vjp", v, run.outputs, run.outputs_are_tuple, "result"), create=create_graph)
    return run.result(), _as_given(gradients, run.inputs_are_tuple)


def jvp(func: Callable[..., Any], inputs: Any, v: Any = None, create_graph: bool = False, strict: bool = False) -> Pair:
    """Return func(*inputs) and J v, the product of the Jacobian and a vector; ``v`` has the shapes of the inputs.

    Raises what `vjp` raises.

    >>> import autograd
    >>> from autograd.functional import jvp
    >>> jvp(lambda x: x * x, autograd.tensor([1.0, 2.0]), autograd.tensor([1.0, 10.0]))
    (tensor([1., 4.]), tensor([ 2., 40.]))
    """
    run = _TupleRun("jvp", func, inputs, create_graph, strict)
    derivative = run.push(_vector("jvp", v, run.aliases, run.inputs_are_tuple, "input"), create=create_graph)
    return run.result(), _as_given(derivative, run.outputs_are_tuple)


def jacobian(
    func: Callable[..., Any],
    inputs: Any,
    create_graph: bool = False,
    strict: bool = False,
    vectorize: bool = False,
    strategy: str = "reverse-mode",
) -> Any:
    """Return the Jacobian: ∂y/∂x of shape (*y.shape, *x.shape), in tuples if there are several results or inputs.

    ``strategy`` is "reverse-mode", a backward pass for each element of the result, or "forward-mode", a `jvp` for each
    element of the inputs. ``vectorize`` has no effect. Raises ValueError for another strategy; with ``strict``,
    RuntimeError for a result that does not depend on every input; TypeError as `vjp`.

    >>> import autograd
    >>> from autograd.functional import jacobian
    >>> jacobian(lambda x: x.exp().sum(), autograd.zeros(2))
    tensor([1., 1.])
    """
    if strategy not in ("reverse-mode", "forward-mode"):
        raise ValueError(f'jacobian: strategy is "reverse-mode" or "forward-mode", got {strategy!r}')
    run = _TupleRun("jacobian", func, inputs, create_graph, False)
    if strict:
        for position, row in enumerate(run.check_dependence()):
            _check_all("jacobian", f"output {position}", row)
    blocks = (run.jacobian_by_rows if strategy == "reverse-mode" else run.jacobian_by_columns)(create_graph)
    return _as_given([_as_given(row, run.inputs_are_tuple) for row in blocks], run.outputs_are_tuple)


def hessian(
    func: Callable[..., Any],
    inputs: Any,
    create_graph: bool = False,
    strict: bool = False,
    vectorize: bool = False,
    outer_jacobian_strategy: str = "reverse-mode",
) -> Any:
    """Return the second derivatives of a function with a scalar result: a tensor, or a tuple of tuples of them.

    Raises RuntimeError for any other result; with ``strict`` also if the gradient does not depend on an input.

    >>> import autograd
    >>> from autograd.functional import hessian
    >>> hessian(lambda x: (x**3).sum(), autograd.tensor([1.0, 2.0]))
    tensor([[ 6.,  0.],
            [ 0., 12.]])
    """

    def gradient(*xs: Any) -> Any:
        return jacobian(lambda *ys: _scalar("hessian", func(*ys)), xs, create_graph=True, strict=strict)

    blocks = jacobian(gradient, inputs, create_graph, strict, vectorize, outer_jacobian_strategy)
    return blocks if isinstance(inputs, (tuple, list)) else blocks[0]


def hvp(func: Callable[..., Any], inputs: Any, v: Any = None, create_graph: bool = False, strict: bool = False) -> Pair:
    """Return func(*inputs), a scalar, and H v, the product of its Hessian and a vector; see `jvp` and `hessian`.

    >>> import autograd
    >>> from autograd.functional import hvp
    >>> hvp(lambda x: (x**3).sum(), autograd.tensor([1.0, 2.0]), autograd.tensor([1.0, 1.0]))
    (tensor(9.), tensor([ 6., 12.]))
    """
    return _second("hvp", func, inputs, v, create_graph, strict, Run.push)


def vhp(func: Callable[..., Any], inputs: Any, v: Any = None, create_graph: bool = False, strict: bool = False) -> Pair:
    """Return func(*inputs), a scalar, and vᵀH: the same as H v, for one backward pass less than `hvp`.

    >>> import autograd
    >>> from autograd.functional import vhp
    >>> vhp(lambda x: (x**3).sum(), autograd.tensor([1.0, 2.0]), autograd.tensor([1.0, 1.0]))
    (tensor(9.), tensor([ 6., 12.]))
    """
    return _second("vhp", func, inputs, v, create_graph, strict, Run.pull)


class _TupleRun(Run):
    """A run that knows whether inputs and outputs came in tuples."""

    def __init__(self, name: str, func: Callable[..., Any], inputs: Any, create_graph: bool, strict: bool) -> None:
        self.inputs_are_tuple = isinstance(inputs, (tuple, list))
        tensors = tuple(inputs) if self.inputs_are_tuple else (inputs,)
        for tensor in tensors:
            if not isinstance(tensor, Tensor):
                raise TypeError(f"{name}: inputs are a tensor or a tuple of them, got {describe(tensor)}")
        with set_grad_enabled(create_graph):
            super().__init__(name, func, tensors, {}, tuple(range(len(tensors))), False)
        self.attached = create_graph
        output = self.outputs_as(self.outputs)
        if not (isinstance(output, Tensor) or (isinstance(output, (tuple, list)) and len(output) == len(self.outputs))):
            raise TypeError(f"{name}: the function must return a tensor or a tuple of them, got {describe(output)}")
        self.outputs_are_tuple = not isinstance(output, Tensor)
        if strict:
            _check_all(name, "the result", [any(column) for column in zip(*self.check_dependence(), strict=True)])


def _check_all(name: str, what: str, depends: Sequence[bool]) -> None:
    """Raise RuntimeError if something does not depend on all inputs."""
    if not all(depends):
        raise RuntimeError(f"{name}: {what} does not depend on input {list(depends).index(False)}")


def _second(
    name: str, func: Callable[..., Any], inputs: Any, v: Any, create_graph: bool, strict: bool, product: Any
) -> Pair:
    values: list[Any] = []

    def gradient(*xs: Any) -> Any:
        value = func(*xs)
        scalar = _scalar(name, value)
        values.append(value)
        if scalar._node is None:  # a constant
            return tuple([zeros_like(x) for x in xs])
        return engine.grad(scalar, xs, create_graph=True, allow_unused=True, materialize_grads=True)

    run = _TupleRun(name, gradient, inputs, create_graph, strict)
    vector = _vector(name, v, run.aliases, run.inputs_are_tuple, "input")
    return run.finish(values[0]), _as_given(product(run, vector, create=create_graph), run.inputs_are_tuple)


def _scalar(name: str, value: Any) -> Any:
    if not isinstance(value, Tensor):
        error = RuntimeError if isinstance(value, tuple) else TypeError
        raise error(f"{name}: the function must return a tensor, got {describe(value)}")
    if value.numel() != 1:
        raise RuntimeError(f"{name}: the function must return a single element, got shape {value.shape}")
    return value.reshape(())


def _vector(name: str, v: Any, like: Sequence[Any], several: bool, what: str) -> list[Any]:
    """Return the vector of a product, one tensor for each of ``like``; ones for a single element if it is left out."""
    if v is None:
        if len(like) != 1 or like[0].numel() != 1:
            raise RuntimeError(f"{name}: v can be left out only if there is a single {what} with a single element")
        return [Tensor._wrap(np.ones_like(like[0]._array))]
    vectors = list(v) if isinstance(v, (tuple, list)) else [v]
    if len(vectors) != len(like):
        raise RuntimeError(f"{name}: v has {len(vectors)} tensors, there are {len(like)} {what}s")
    for vector, tensor in zip(vectors, like, strict=True):
        if not isinstance(vector, Tensor) or vector.shape != tensor.shape:
            raise RuntimeError(f"{name}: v has {describe(vector)} where the {what} has the shape {tensor.shape}")
    return vectors


def _as_given(items: Sequence[Any], several: bool) -> Any:
    return tuple(items) if several else items[0]


public(globals())
