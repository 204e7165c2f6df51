"""`gradcheck` compares the gradients of any function of tensors with finite differences."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ..core.engine import grad
from ..tensor.tensor import Tensor

STEP = 6e-6  # the cube root of float64's precision: where truncation and rounding errors of a difference are alike


def gradcheck(
    f: Callable[..., Any],
    inputs: Any,
    *,
    order: int = 2,
    names: Sequence[str] | None = None,
    rtol: float = 1e-6,
    atol: float = 1e-8,
) -> None:
    """Compare the gradients of ``f`` with central finite differences, (f(x + h) - f(x - h)) / 2h, up to ``order``.

    ``f`` takes the inputs as tensors and returns one or several. Compared are the gradients of a random linear
    combination of all output elements, and, for the second order, those of a random combination of these gradients with
    respect to the inputs and to the gradient of the output. ``inputs`` are float64 arrays, or tensors, of which those
    that require grad are checked; several come in a sequence.

    Raises AssertionError that names the input and the index where they differ by more than atol + rtol |gradient|;
    TypeError for inputs of another precision, if there is none to check, and if ``f`` returns no tensor.

    >>> import autograd, numpy as np
    >>> from autograd.testing import gradcheck
    >>> gradcheck(lambda x, y: (x * y).tanh(), [np.array([0.5, -1.0]), np.array(0.3)])
    >>> gradcheck(lambda x: x.detach() * x, [np.array([2.0])])
    Traceback (most recent call last):
    AssertionError: gradcheck: first derivative with respect to input 0 at index (0,): got 2.273923, finite \
differences give 4.547847
    """
    given = tuple(inputs) if isinstance(inputs, (list, tuple)) else (inputs,)
    tensors = []
    for position, value in enumerate(given):
        if not isinstance(value, Tensor):
            array = np.asarray(value)
            value = Tensor(array, requires_grad=array.dtype.kind == "f")
        if value.requires_grad and value.dtype != np.float64:
            raise TypeError(
                f"gradcheck: input {position} is {value.dtype}; finite differences need float64 (.double())"
            )
        tensors.append(value)
    if not any(tensor.requires_grad for tensor in tensors):
        raise TypeError("gradcheck: there is nothing to check: no input is a float64 array or requires grad")
    names = [f"input {position}" for position in range(len(tensors))] if names is None else list(names)
    compare("gradcheck", f, tensors, names, range(1, order + 1), rtol, atol)


def compare(
    who: str, f: Callable[..., Any], inputs: list[Tensor], names: list[str], orders: range, rtol: float, atol: float
) -> None:
    """Compare a derivative, the first of ``f``, with finite differences; then the next one, for each of ``orders``."""
    if not orders:
        return
    nth = orders[0]
    ordinal = {1: "first", 2: "second", 3: "third"}.get(nth, f"{nth}th")
    wanted = [i for i, x in enumerate(inputs) if x.requires_grad]
    outputs = _floating(who, f(*_leaves(inputs)))
    weights = weights_of([out.shape for out in outputs])

    def combination(tensors: list[Tensor]) -> Any:
        return sum((out * w).sum() for out, w in zip(_floating(who, f(*tensors)), weights, strict=True))

    leaves = _leaves(inputs)
    total = combination(leaves)
    gradients: list[Any] = [None] * len(inputs)
    if total.requires_grad:
        found = grad(total, [leaves[i] for i in wanted], allow_unused=True)
        gradients = [found[wanted.index(i)] if i in wanted else None for i in range(len(inputs))]
    scale = abs(total.item())
    for i in wanted:
        got = np.zeros(inputs[i].shape) if gradients[i] is None else gradients[i].detach().numpy()
        where = f"{who}: {ordinal} derivative with respect to {names[i]}"
        if got.shape != inputs[i].shape or got.dtype != np.float64:
            raise AssertionError(f"{where}: is {got.dtype}{list(got.shape)}, expected float64{list(inputs[i].shape)}")
        for index in np.ndindex(inputs[i].shape):
            want = _difference(combination, inputs, i, index)
            if not abs(got[index] - want) <= atol * max(1.0, scale) + rtol * abs(want):
                raise AssertionError(
                    f"{where} at index {index}: got {got[index]:.7g}, finite differences give {want:.7g}"
                )

    def gradient(*everything: Tensor) -> list[Tensor]:
        tensors, cotangents = list(everything[: len(inputs)]), everything[len(inputs) :]
        pairs = [(o, g) for o, g in zip(_floating(who, f(*tensors)), cotangents, strict=True) if o.requires_grad]
        if not pairs:
            return [Tensor(np.zeros(()))]
        floating, upstream = zip(*pairs, strict=True)
        found = grad(floating, [tensors[i] for i in wanted], upstream, create_graph=True, allow_unused=True)
        return [Tensor(np.zeros(())) if g is None else g for g in found]

    cotangents = [Tensor(w, requires_grad=True) for w in weights_of([out.shape for out in outputs], seed=1)]
    of_outputs = ["the gradient of the output"] * len(cotangents)
    compare(who, gradient, [*inputs, *cotangents], names + of_outputs, orders[1:], rtol, atol)


def _difference(combination: Any, inputs: list[Tensor], i: int, index: tuple[int, ...]) -> float:
    totals, points = [], []
    for sign in (1, -1):
        leaves = _leaves(inputs)
        array = leaves[i]._array
        array[index] += sign * STEP * max(1.0, abs(array[index]))
        points.append(float(array[index]))
        totals.append(combination(leaves).item())
    return float((totals[0] - totals[1]) / (points[0] - points[1]))


def _leaves(inputs: list[Tensor]) -> list[Tensor]:
    return [Tensor(x.detach(), requires_grad=x.requires_grad) for x in inputs]


def _floating(who: str, outputs: Any) -> list[Any]:
    every = list(outputs) if isinstance(outputs, (tuple, list)) else [outputs]
    floating = [out for out in every if isinstance(out, Tensor) and out.dtype.kind == "f"]
    if not floating:
        raise TypeError(f"{who}: the function returned no floating-point tensor, but {outputs!r}")
    return floating


def weights_of(shapes: list[tuple[int, ...]], seed: int = 0) -> list[Any]:
    """Return arrays of numbers that are neither small nor alike, so that no error cancels by accident."""
    rng = np.random.default_rng(seed)
    return [np.asarray(rng.uniform(0.5, 1.5, shape) * rng.choice([-1.0, 1.0], shape)) for shape in shapes]
