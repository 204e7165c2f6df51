"""Derivatives of functions: `grad`, `value_and_grad`, `vjp`, `jvp`, `jacrev`, `jacfwd`, `hessian`, as in torch.func.

Arguments and results may be tensors, or nested tuples, lists and dicts of them. A function is differentiated by its
arguments alone: tensors that it captures are constants here. But if they, or the arguments, require grad, the result is
recorded as a function of them, as ever. So all of these nest, and mix with ``backward()``.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from ..core.op import describe
from ..exports import public
from ..tensor.tensor import Tensor
from .run import Argnums, Run
from .trees import flatten, form


def grad(func: Callable[..., Any], argnums: Argnums = 0, has_aux: bool = False) -> Callable[..., Any]:
    """Return the function that computes the gradient of ``func``, a function with a scalar result.

    It is the gradient by the argument number ``argnums``, in the argument's form; or by several, as a tuple. With
    ``has_aux``, ``func`` returns a pair, and so does the gradient function: (gradient, second of the pair). That raises
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


def grad_and_value(func: Callable[..., Any], argnums: Argnums = 0, has_aux: bool = False) -> Callable[..., Any]:
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
            shapes = ", ".join(str(out.shape) for out in run.outputs)
            raise RuntimeError(
                f"grad: the function must return one scalar, it returned tensors of shape {shapes}; vjp and jacrev "
                f"take any"
            )
        gradients = run.pull([Tensor._wrap(np.ones_like(output._array))], last=True)
        return run.inputs_as(gradients), run.result()

    return both


def value_and_grad(func: Callable[..., Any], argnums: Argnums = 0, has_aux: bool = False) -> Callable[..., Any]:
    """Return the function that computes (result, gradient) of ``func``; see `grad`.

    >>> import autograd
    >>> from autograd.func import value_and_grad
    >>> value_and_grad(lambda x, y: (x * y).sum(), argnums=1)(autograd.tensor([2.0]), autograd.tensor([3.0]))
    (tensor(6.), tensor([2.]))
    """
    both = grad_and_value(func, argnums, has_aux)
    return lambda *args, **kwargs: both(*args, **kwargs)[::-1]


def vjp(func: Callable[..., Any], *primals: Any, has_aux: bool = False) -> Any:
    """Return func(*primals), and the function that maps a cotangent v of it to vᵀJ: the gradients of all arguments.

    The cotangent has the form of the result; the gradients come as a tuple, one for each argument. With ``has_aux``,
    ``func`` returns a pair, whose second part is returned last. Raises TypeError for arguments that are no tensors,
    RuntimeError for a cotangent of another form or shape.

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

    ``primals`` is the tuple of arguments, ``tangents`` another one of the same form. J t is computed as the derivative
    of vᵀJ by v (the double backward trick), so it costs two backward passes. Raises RuntimeError for primals that are
    no tuple, for tangents of another form or shape, and, with ``strict``, for a result that does not depend on the
    arguments, whose derivative is 0 otherwise.

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


def jacrev(func: Callable[..., Any], argnums: Argnums = 0, *, has_aux: bool = False) -> Callable[..., Any]:
    """Return the function that computes the Jacobian of ``func`` by one backward pass for each element of the result.

    The Jacobian has the form of the result; in place of each tensor y it has the form of the argument (or arguments),
    and there, in place of each tensor x, ∂y/∂x of shape (*y.shape, *x.shape). Cheaper than `jacfwd` if the result is
    smaller than the argument. ``argnums``, ``has_aux`` and what it raises are those of `grad`, but the result may have
    any shape.

    >>> import autograd
    >>> from autograd.func import jacrev
    >>> jacrev(lambda x: x * x)(autograd.tensor([1.0, 2.0]))
    tensor([[2., 0.],
            [0., 4.]])
    """
    return _jacobian("jacrev", Run.jacobian_by_rows, func, argnums, has_aux)


def jacfwd(func: Callable[..., Any], argnums: Argnums = 0, has_aux: bool = False) -> Callable[..., Any]:
    """Return the function that computes the Jacobian of ``func`` by one `jvp` for each element of the argument.

    The result is that of `jacrev`. Cheaper if the argument is smaller than the result.

    >>> import autograd
    >>> from autograd.func import jacfwd
    >>> jacfwd(lambda t: autograd.stack([t, t * t]))(autograd.tensor(3.0))
    tensor([1., 6.])
    """
    return _jacobian("jacfwd", Run.jacobian_by_columns, func, argnums, has_aux)


def _jacobian(name: str, blocks_of: Any, func: Any, argnums: Argnums, has_aux: bool) -> Callable[..., Any]:
    def jacobian(*args: Any, **kwargs: Any) -> Any:
        run = Run(name, func, args, kwargs, argnums, has_aux)
        blocks = run.outputs_as([run.inputs_as(row) for row in blocks_of(run)])
        return (blocks, run.aux) if has_aux else blocks

    return jacobian


def hessian(func: Callable[..., Any], argnums: Argnums = 0) -> Callable[..., Any]:
    """Return the function that computes the second derivatives of ``func``: the Jacobian of the Jacobian.

    >>> import autograd
    >>> from autograd.func import hessian
    >>> hessian(lambda x: x[0] * x[1] ** 2)(autograd.tensor([1.0, 2.0]))
    tensor([[0., 4.],
            [4., 2.]])
    """
    return jacrev(jacrev(func, argnums), argnums)


def _matching(name: str, what: str, tree: Any, other_name: str, other: Any) -> list[Any]:
    """Return the leaves of a tree that must have the form and shapes of another."""
    if form(tree) != form(other):
        raise RuntimeError(f"{name}: {what} has the form {form(tree)}, expected that of {other_name}, {form(other)}")
    leaves, others = flatten(tree)[0], flatten(other)[0]
    for leaf, expected in zip(leaves, others, strict=True):
        if not isinstance(leaf, Tensor) or leaf.shape != expected.shape:
            raise RuntimeError(
                f"{name}: {what} has {describe(leaf)} where {other_name} has a tensor of shape {expected.shape}"
            )
    return leaves


public(globals())
