"""`draw`: it checks what the user gives, every option too, and makes a picture of it."""

from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin, get_type_hints

from ..core.engine import why_no_grad
from ..tensor.tensor import Tensor
from .graph.build import Builder
from .graph.naming import Names, outermost, variables
from .graph.options import Options
from .graph.tape import Tape
from .paint import render
from .picture import BackpropGraph

_LEAST = {"max_nodes": 10, "precision": 1, "max_label": 5}


def draw(
    what: Any,
    loss: Any = None,
    *,
    view: Literal["both", "forward", "backward"] = "both",
    direction: Literal["auto", "LR", "TB"] = "auto",
    level: str | int = "auto",
    max_nodes: int = 150,
    show_values: Literal["auto", "stats", False] = "auto",
    show_grads: bool = True,
    show_constants: Literal["inline", True, False] = "inline",
    show_tensors: Literal["named", "all", "none"] = "named",
    show_saved: bool = False,
    show_source: Literal["tooltip", "label", False] = "tooltip",
    show_shapes: bool = True,
    show_dtype: Literal["non-default", True, False] = "non-default",
    names: Mapping[str, Any] | None = None,
    precision: int = 4,
    max_label: int = 40,
    theme: Literal["light", "dark", "print"] = "light",
    legend: Literal["auto", True, False] = "auto",
    title: str | None = None,
    renderer: str = "auto",
    timeout: float = render.TIMEOUT,
) -> BackpropGraph:
    """Return a picture of how something was computed: a tensor or several, or a model's loss, given as (model, loss).

    A tape of `record_backward` can be drawn too: it adds the gradients of all intermediate results, as a model adds the
    parameters that the loss does not depend on. docs/visualizing.md explains the options. The picture is a snapshot: it
    does not change when the tensors do, and keeps none of them. Raises RuntimeError if nothing was recorded for the
    tensor, TypeError for what it cannot draw and for ``names`` that are no dict, and ValueError for other options that
    it does not know.

    >>> import autograd
    >>> x = autograd.tensor(3.0, requires_grad=True)
    >>> y = x * x + x
    >>> y.backward()
    >>> print(autograd.draw(y).text())
    backprop graph: 2 ops
      x            ()  3  grad 7
      %1 = x × x   ()  9  grad 1
      %2 = %1 + x  ()
      y = %2       ()  12  grad 1
    """
    given = {name: value for name, value in locals().items() if name not in ("what", "loss", "names")}
    _check(**given)
    if view == "backward":
        given["show_values"] = False
    elif view == "forward":
        given["show_grads"] = False
    options = Options(**given)
    roots, tape, model = _subject(what, loss)
    modules = outermost(roots)
    if model is not None:
        modules = [model, *(module for module in modules if module is not model)]
    called = Names(names, variables() if names is None else {}, modules, list(roots))
    return BackpropGraph(Builder(roots, called, options, tape, model).graph, options)


_CHOICES = {
    option: (True, False) if hint is bool else get_args(hint)
    for option, hint in get_type_hints(draw).items()
    if hint is bool or get_origin(hint) is Literal
}


def _check(level: Any, timeout: Any, **given: Any) -> None:
    """Raise ValueError for an option that is none of the choices that `draw` is annotated with, or out of range."""
    for option, choices in _CHOICES.items():
        if not any(given[option] == choice and type(given[option]) is type(choice) for choice in choices):
            raise ValueError(f"draw: {option} is one of {', '.join(map(repr, choices))}, got {given[option]!r}")
    if level not in ("auto", "ops", "modules") and not (type(level) is int and level >= 1):
        raise ValueError(
            f"draw: level is 'auto', 'ops', 'modules' or the depth, from 1, at which modules are boxes, got {level!r}"
        )
    for option, least in _LEAST.items():
        if type(given[option]) is not int or given[option] < least:
            raise ValueError(f"draw: {option} is a whole number of at least {least}, got {given[option]!r}")
    if not (isinstance(timeout, (int, float)) and timeout > 0):
        raise ValueError(f"draw: timeout is a positive number of seconds, got {timeout!r}")


def _subject(what: Any, loss: Any) -> tuple[dict[Any, Any], Tape | None, Any]:
    """Return the roots with their arrays, the tape and the model that the two arguments of `draw` stand for."""
    model = None
    if hasattr(type(what), "named_parameters"):
        model, what = what, loss
        if what is None:
            raise TypeError("draw: a model alone has no graph: call it, and give the result, draw(model, loss)")
    elif loss is not None:
        raise TypeError(
            f"draw: two arguments are a model and a loss; the first one is {type(what).__name__}, not a model"
        )
    if isinstance(what, Tape):
        if not what.roots:
            raise RuntimeError("draw: the tape is empty: no backward pass ran inside the record_backward block")
        return dict.fromkeys(what.roots), what, model
    tensors = what if isinstance(what, (list, tuple)) and what else [what]
    roots = {}
    for tensor in tensors:
        if not isinstance(tensor, Tensor):
            raise TypeError(
                f"draw: expected a tensor, several, a tape of record_backward, or a model and a loss, got "
                f"{type(tensor).__name__}"
            )
        if tensor._node is not None:
            roots[tensor._node] = tensor._array
    if not roots:
        raise RuntimeError(f"draw: nothing was recorded: {why_no_grad(tensors[0])}")
    return roots, None, model
