"""The kit for authors of ops: `gradcheck` compares gradients with finite differences, `check_op` checks all of an op.

Not imported by ``import autograd``: write ``from autograd.testing import check_op``.
"""

import contextlib
import gc
import weakref
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ..core.engine import grad
from ..core.outputs import PICK
from ..tensor.tensor import Tensor

__all__ = ["check_op", "gradcheck"]

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

    ``f`` takes the inputs as tensors and returns one or several; what is compared are the gradients of a random linear
    combination of all output elements, and, for the second order, of a random combination of those gradients with
    respect to the inputs and to the gradient of the output. ``inputs`` are float64 arrays, or tensors, of which those
    that require grad are checked, in a sequence if there are several.

    Raises AssertionError that names the input and the index where they differ by more than atol + rtol |gradient|,
    TypeError for inputs of another precision, and if there is none to check.

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
        tensor = (
            value
            if isinstance(value, Tensor)
            else Tensor(np.asarray(value), requires_grad=np.asarray(value).dtype.kind == "f")
        )
        if tensor.requires_grad and tensor.dtype != np.float64:
            raise TypeError(
                f"gradcheck: input {position} is {tensor.dtype}; finite differences need float64 (.double())"
            )
        tensors.append(tensor)
    if not any(tensor.requires_grad for tensor in tensors):
        raise TypeError("gradcheck: there is nothing to check: no input is a float64 array or requires grad")
    names = [f"input {position}" for position in range(len(tensors))] if names is None else list(names)
    _compare("gradcheck", f, tensors, names, _ordinals(order), rtol, atol)


def _ordinals(order: int) -> list[str]:
    return [{1: "first", 2: "second", 3: "third"}.get(n, f"{n}th") for n in range(1, order + 1)]


def _compare(
    who: str, f: Any, inputs: list[Tensor], names: list[str], orders: Sequence[str], rtol: float, atol: float
) -> None:
    """Compare the first derivative of ``f`` with finite differences, then go on with its gradient as the function."""
    if not orders:
        return
    wanted = [i for i, x in enumerate(inputs) if x.requires_grad]
    outputs = _floating(who, f(*_leaves(inputs)))
    weights = _random([out.shape for out in outputs])

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
        where = f"{who}: {orders[0]} derivative with respect to {names[i]}"
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
        found = grad(
            [o for o, _ in pairs],
            [tensors[i] for i in wanted],
            [g for _, g in pairs],
            create_graph=True,
            allow_unused=True,
        )
        return [Tensor(np.zeros(())) if g is None else g for g in found]

    cotangents = [Tensor(w, requires_grad=True) for w in _random([out.shape for out in outputs], seed=1)]
    of_outputs = ["the gradient of the output"] * len(cotangents)
    _compare(who, gradient, [*inputs, *cotangents], names + of_outputs, orders[1:], rtol, atol)


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


def _random(shapes: list[tuple[int, ...]], seed: int = 0) -> list[Any]:
    """Return numbers that are neither small nor alike: no error cancels by accident."""
    rng = np.random.default_rng(seed)
    return [np.asarray(rng.uniform(0.5, 1.5, shape) * rng.choice([-1.0, 1.0], shape)) for shape in shapes]


def check_op(op: Callable[..., Any], *args: Any, order: int = 2, **kwargs: Any) -> None:
    """Check everything that an op's author has to get right, at the sample arguments ``args`` and ``kwargs``.

    Arrays, floats and lists among the arguments are samples of the array arguments, anything else is passed on. Checked
    are: arrays in give arrays out, and tensors the same values; gradients up to ``order`` against finite differences,
    for every argument that has a pullback; float32 in, float32 out and in the gradient; arguments that are not
    contiguous or read-only; that nothing is written into arguments or the upstream gradient; that a second backward
    pass gives the same; that the graph is freed by reference counting; and a 0-d argument, if the op takes it. For
    elementwise ops also broadcasting. ``op`` may also be ``apply`` of a `Function`, or any function of tensors.

    Choose samples where the op is smooth, and of more than one element. Raises AssertionError that names the op, the
    argument and the index.

    >>> import numpy as np
    >>> from autograd import elementwise
    >>> from autograd.testing import check_op
    >>> check_op(elementwise(np.tanh, x=lambda g, out: g * (1 - out * out)), np.array([-1.0, 0.5]))
    >>> check_op(elementwise(np.tanh, x=lambda g, out: g * (1 - out)), np.array([-1.0, 0.5]))
    Traceback (most recent call last):
    AssertionError: check_op(tanh): first derivative with respect to x at index (0,): got -2.002865, finite \
differences give -0.4774947
    """
    call = _Call(op, args, kwargs)
    if call.primitive and call.primitive.pullbacks and not any(call.smooth):
        given = ", ".join(
            f"{call.names[i]} {array.dtype}" for i, array in zip(call.positions, call.arrays, strict=True)
        )
        raise TypeError(f"{call.name}: gradients are checked at floating-point samples, got {given}")
    for check in (
        _check_values,
        _check_memory,
        _check_gradients,
        _check_float32,
        _check_layouts,
        _check_repeated_backward,
        _check_recorded,
        _check_other_calls,
        _check_freed,
        _check_broadcasting,
        _check_point,
    ):
        try:
            check(call, order)
        except Exception as error:
            if not isinstance(error, AssertionError):
                error.add_note(f"{call.name}, while checking: {(check.__doc__ or '').splitlines()[0]}")
            raise


class _Call:
    """An op with its sample arguments: which of them are arrays, what they are called, which have a gradient."""

    def __init__(self, op: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.op, self.kwargs = op, kwargs
        self.primitive = getattr(op, "op", None)
        self.function = getattr(op, "__self__", None) if getattr(op, "__name__", "") == "apply" else None  # a Function
        known = self.primitive.name if self.primitive else getattr(self.function or op, "__qualname__", repr(op))
        self.name = f"check_op({known})"
        self.elementwise = bool(self.primitive and self.primitive.elementwise)
        names = self._names(len(args))
        self.args = [self._sample(name, value) for name, value in zip(names, args, strict=True)]
        self.positions = [i for i, value in enumerate(self.args) if isinstance(value, np.ndarray)]
        self.names = {i: names[i] for i in self.positions}
        self.arrays = [self.args[i] for i in self.positions]
        self.smooth = [
            array.dtype.kind == "f"
            and (self.primitive is None or names[i].partition("[")[0] in self.primitive.pullbacks)
            for i, array in zip(self.positions, self.arrays, strict=True)
        ]
        if not self.positions:
            raise TypeError(f"{self.name}: there is no array among the sample arguments {args!r}")

    def _names(self, count: int) -> list[str]:
        if self.function is not None:
            code = self.function.forward.__code__
            own = code.co_varnames[0 if self.function._with_setup else 1 : code.co_argcount]
            return [own[i] if i < len(own) else f"argument {i}" for i in range(count)]
        if self.primitive is None:
            return [f"argument {i}" for i in range(count)]
        positional = list(self.primitive.signature.positional)
        rest = range(count - len(positional)) if self.primitive.variadic else ()
        names = positional + [f"{self.primitive.variadic}[{i}]" for i in rest]
        if count > len(names):
            raise TypeError(f"{self.name}: {count} sample arguments, but it takes {', '.join(names)}")
        return names[:count]

    def _sample(self, name: str, value: Any) -> Any:
        if isinstance(value, Tensor):
            value = value.detach().numpy()
        is_array = self.primitive is None or name in self.primitive.arrays or "[" in name
        if value is None or not is_array or not isinstance(value, (np.ndarray, np.generic, float, list)):
            return value
        array = np.array(value)
        return array.astype(np.float64) if array.dtype.kind == "f" else array

    def __call__(self, arrays: Sequence[Any]) -> tuple[Any, ...]:
        """Return the outputs for other arrays, always as a tuple."""
        args = list(self.args)
        for i, array in zip(self.positions, arrays, strict=True):
            args[i] = array
        out = self.op(*args, **self.kwargs)
        return tuple(out) if isinstance(out, (tuple, list)) else (out,)

    def leaves(self, arrays: Sequence[Any]) -> list[Tensor]:
        """Return tensors over the very arrays given, which require grad where the op has a gradient."""
        tensors = [Tensor._wrap(array) for array in arrays]
        return [x.requires_grad_() if smooth else x for x, smooth in zip(tensors, self.smooth, strict=True)]

    def gradients(self, arrays: Sequence[Any], cotangents: Sequence[Any] | None = None) -> tuple[list[Any], list[Any]]:
        """Return the outputs, and the gradients of the arrays, None where there is none."""
        leaves = self.leaves(arrays)
        outputs = [out for out in self(leaves) if out.requires_grad]
        if not outputs:
            return [], [None] * len(leaves)
        if cotangents is None:
            cotangents = [w.astype(o.dtype) for o, w in zip(outputs, _random([o.shape for o in outputs]), strict=True)]
        inputs = [x for x in leaves if x.requires_grad]
        found = iter(grad(outputs, inputs, [Tensor._wrap(c) for c in cotangents], allow_unused=True))
        return outputs, [next(found) if x.requires_grad else None for x in leaves]

    def fail(self, message: str) -> None:
        raise AssertionError(f"{self.name}: {message}")

    def same(self, what: str, got: Any, want: Any, tolerance: float = 0.0) -> None:
        """Fail where two arrays differ by more than ``tolerance``, relative to the greatest element."""
        if got is None or want is None:
            if got is not want:
                self.fail(f"{what}: got {got}, expected {want}")
            return
        got, want = (getattr(value, "_array", value) for value in (got, want))
        got, want = np.asarray(got), np.asarray(want)
        if got.shape != want.shape:
            self.fail(f"{what}: has shape {got.shape}, expected {want.shape}")
        scale = np.max(np.abs(want[np.isfinite(want)]), initial=0.0) if want.dtype.kind == "f" else 0.0
        with np.errstate(invalid="ignore"):
            close = (
                (got == want) | (np.abs(got * 1.0 - want * 1.0) <= tolerance * scale) | ((got != got) & (want != want))
            )
        if not close.all():
            index = tuple(int(i) for i in np.argwhere(~close)[0])
            self.fail(f"{what} at index {index}: got {got[index]:.7g}, expected {want[index]:.7g}")


def _check_values(call: _Call, order: int) -> None:
    """Arrays in, arrays out (for ops); tensors in, the same values as tensors."""
    on_tensors = call([Tensor._wrap(array) for array in call.arrays])
    for out in on_tensors:
        if not isinstance(out, Tensor):
            call.fail(f"tensors in, but {type(out).__name__} out; the function must return tensors, or be made an op")
    if call.primitive is None:
        return
    on_arrays = call(call.arrays)
    if len(on_arrays) != len(on_tensors):
        call.fail(f"{len(on_tensors)} outputs for tensors, but {len(on_arrays)} for arrays")
    for tensor, array in zip(on_tensors, on_arrays, strict=True):
        if isinstance(array, Tensor):
            call.fail("arrays in, but a tensor out: compute with NumPy functions in an op")
        call.same("output for tensors, compared with arrays,", tensor, array)


def _check_memory(call: _Call, order: int) -> None:
    """Nothing is written into arguments or upstream gradients: read-only ones must do, and keep their values."""
    arrays = [_read_only(array) for array in call.arrays]
    before = [array.copy() for array in arrays]
    try:
        outputs, _ = call.gradients(arrays)
        weights = [
            _read_only(w.astype(o.dtype)) for o, w in zip(outputs, _random([o.shape for o in outputs]), strict=True)
        ]
        call.gradients(arrays, weights)
    except ValueError as error:
        if "read-only" not in str(error):
            raise
        raise AssertionError(
            f"{call.name}: writes into an argument, an output or the upstream gradient: make a copy instead"
        ) from error
    for position, array, old in zip(call.positions, arrays, before, strict=True):
        call.same(f"argument {call.names[position]}, after the call,", array, old)


def _check_gradients(call: _Call, order: int) -> None:
    _differentiate(call, call.name, call.arrays, order)


def _differentiate(call: _Call, who: str, arrays: list[Any], order: int) -> None:
    if any(call.smooth) and any(out.dtype.kind == "f" for out in call([Tensor._wrap(a) for a in arrays])):
        names = [call.names[i] for i in call.positions]
        _compare(who, lambda *tensors: call(tensors), call.leaves(arrays), names, _ordinals(order), 1e-6, 1e-8)


def _check_float32(call: _Call, order: int) -> None:
    """float32 in, float32 out and in the gradient, close to what float64 gives."""
    arrays = [array.astype(np.float32) if array.dtype.kind == "f" else array for array in call.arrays]
    # What float64 makes of the same numbers: the rounding of the arguments is not the op's.
    exact = [array.astype(np.float64) if array.dtype.kind == "f" else array for array in arrays]
    outputs = call(arrays if call.primitive else [Tensor._wrap(a) for a in arrays])  # tensors may hide it by a cast
    for out, reference in zip(outputs, call([Tensor._wrap(a) for a in exact]), strict=True):
        if reference.dtype.kind == "f" and out.dtype != np.float32:
            call.fail(
                f"float32 in, but {out.dtype} out: a float64 array or NumPy scalar in the function makes everything "
                f"float64"
            )
        call.same("output in float32", out, reference, 1e-4)
    _, gradients = call.gradients(arrays)
    _, references = call.gradients(exact)
    for position, gradient, reference in zip(call.positions, gradients, references, strict=True):
        if gradient is not None:
            if gradient.dtype != np.float32:
                call.fail(f"the gradient of {call.names[position]} is {gradient.dtype} for float32 arguments")
            call.same(f"gradient of {call.names[position]} in float32", gradient, reference, 1e-3)
    if any(call.smooth):
        _check_pulled_dtype(call, arrays)


def _check_pulled_dtype(call: _Call, arrays: list[Any]) -> None:
    """The pullbacks themselves keep float32: the engine would cast, but after computing in float64."""
    own = {call.primitive, *[getattr(call.function, name, None) for name in ("op", "_op_without_arrays")]} - {None}
    for out in call(call.leaves(arrays)):
        node: Any = out.grad_fn
        upstream: Any = np.ones(out.shape, np.float32)
        if node is not None and node.op is PICK:  # one of several outputs
            (upstream,) = node.op.pull(node.inputs, (), node.statics, upstream)
            (node,) = node.inputs
        if node is None or node.op not in own:
            continue
        contributions = node.op.pull(node.inputs, node.saved, node.statics, upstream)
        for i, (parent, contribution) in enumerate(zip(node.inputs, contributions, strict=True)):
            if parent is not None and getattr(contribution, "dtype", np.float32) != np.float32:
                call.fail(
                    f"the pullback of {node.op.argument(i)} returns {contribution.dtype} for float32: a float64 array "
                    f"or NumPy scalar in it makes everything float64"
                )


def _check_layouts(call: _Call, order: int) -> None:
    """Arguments and upstream gradients that are not contiguous in memory give what contiguous ones give."""
    outputs, gradients = call.gradients(call.arrays)
    weights = [w.astype(o.dtype) for o, w in zip(outputs, _random([o.shape for o in outputs]), strict=True)]
    plain = call([Tensor._wrap(array) for array in call.arrays])
    for what, layout in (("reversed", _reversed), ("every second element", _strided), ("Fortran", _fortran)):
        _, others = call.gradients(call.arrays, [layout(weight) for weight in weights])
        for position, other, gradient in zip(call.positions, others, gradients, strict=True):
            where = f"gradient of {call.names[position]} for an upstream gradient that is not contiguous ({what}),"
            call.same(where, other, gradient, 1e-12)
        arrays = [layout(array) for array in call.arrays]
        for out, reference in zip(call([Tensor._wrap(array) for array in arrays]), plain, strict=True):
            call.same(f"output for arguments that are not contiguous ({what})", out, reference, 1e-12)
        _, others = call.gradients(arrays)
        for position, other, gradient in zip(call.positions, others, gradients, strict=True):
            call.same(f"gradient of {call.names[position]}, not contiguous ({what}),", other, gradient, 1e-12)


def _check_repeated_backward(call: _Call, order: int) -> None:
    """A second backward pass through the same graph gives the same: the pullbacks change nothing that was saved."""
    _compare_passes(call, "in a second backward pass (a formula must not write into what was saved)", {})


def _check_recorded(call: _Call, order: int) -> None:
    """A formula computes the same on tensors, for higher derivatives, as on arrays."""
    if order > 1:
        what = "with create_graph=True, for which formulas run on tensors, compared with that without,"
        _compare_passes(call, what, {"create_graph": True}, 1e-9)


def _check_other_calls(call: _Call, order: int) -> None:
    """What a backward pass reads belongs to its own forward pass, and not to a later call of the op."""
    turned = [array[::-1].copy() if array.ndim else array for array in call.arrays]

    def call_again() -> None:
        with np.errstate(all="ignore"), contextlib.suppress(ArithmeticError, TypeError, *_REFUSALS):
            call(call.leaves(turned))

    _compare_passes(
        call, "after another call of the op (a formula must read nothing but its parameters)", {}, 0, call_again
    )


_REFUSALS = (ValueError, IndexError, RuntimeError, Warning)  # other samples may be outside of an op's domain


def _compare_passes(
    call: _Call, what: str, options: dict[str, Any], tolerance: float = 0, between: Callable[[], None] | None = None
) -> None:
    """Compare a backward pass with a second one, with other options or after something else was done."""
    leaves = call.leaves(call.arrays)
    outputs = [out for out in call(leaves) if out.requires_grad]
    inputs = [x for x in leaves if x.requires_grad]
    if not outputs:
        return
    weights = [Tensor._wrap(w) for w in _random([out.shape for out in outputs])]
    first = grad(outputs, inputs, weights, retain_graph=True, allow_unused=True)
    if between is not None:
        outputs = [out for out in call(leaves) if out.requires_grad]
        between()
    second = grad(outputs, inputs, weights, retain_graph=True, allow_unused=True, **options)
    names = [call.names[i] for i, smooth in zip(call.positions, call.smooth, strict=True) if smooth]
    for name, a, b in zip(names, first, second, strict=True):
        call.same(f"gradient of {name} {what}", b, a, tolerance)


def _check_freed(call: _Call, order: int) -> None:
    """The graph goes with its last tensor, without the garbage collector."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        outputs = [out for out in call(call.leaves(call.arrays)) if out.requires_grad]
        nodes = [weakref.ref(out._node) for out in outputs]
        del outputs[:]
        if any(node() is not None for node in nodes):
            call.fail(
                "its graph stays in memory after its outputs are gone: something keeps them, or refers to them in a "
                "cycle"
            )
    finally:
        if enabled:
            gc.enable()


def _check_broadcasting(call: _Call, order: int) -> None:
    """Elementwise ops: 0-d arguments, and every argument with size 1 or without some axes next to the others whole."""
    if not call.elementwise:
        return
    first = [array.reshape(-1)[:1] for array in call.arrays]
    points = [array.reshape(()) for array in first]
    together = np.broadcast_shapes(*(array.shape for array in call.arrays))
    samples = [("0-d arguments", points)]
    for i, position in enumerate(call.positions):
        name = call.names[position]
        whole = list(np.broadcast_arrays(*call.arrays))
        samples += [
            (f"{name} of shape () with the others of shape {together}", [*whole[:i], points[i], *whole[i + 1 :]]),
            (f"{name} of shape (1,) with the others of shape {together}", [*whole[:i], first[i], *whole[i + 1 :]]),
            (
                f"{name} of shape (2, *{together}) with the others of shape {together}",
                [*whole[:i], np.stack([whole[i], whole[i]]), *whole[i + 1 :]],
            ),
        ]
    for what, arrays in samples:
        _, gradients = call.gradients([array.copy() for array in arrays])
        full = [np.array(array) for array in np.broadcast_arrays(*arrays)]
        _, wholes = call.gradients(full)
        for array, gradient, whole, position in zip(arrays, gradients, wholes, call.positions, strict=True):
            if gradient is None:
                continue
            if gradient.shape != array.shape:
                call.fail(f"gradient of {call.names[position]}, {what}: has shape {gradient.shape}")
            extra = whole.ndim - array.ndim
            axes = tuple(range(extra)) + tuple(extra + k for k, n in enumerate(array.shape) if n == 1)
            summed = whole.numpy().sum(axis=axes).reshape(array.shape)
            call.same(f"gradient of {call.names[position]}, {what},", gradient, summed, 1e-9)
        for out, reference in zip(call([Tensor._wrap(np.array(a)) for a in arrays]), call(full), strict=True):
            call.same(f"output, {what},", out, np.asarray(reference))


def _check_point(call: _Call, order: int) -> None:
    """A 0-d argument, if the op takes one and has a value there."""
    if call.primitive is None or len(call.arrays) > 1 or not call.arrays[0].size:
        return
    if any(isinstance(call.kwargs.get(name), (int, tuple)) for name in ("axis", "axes", "dim")):
        return  # NumPy takes axis 0 of a 0-d array in reductions, and in nothing else
    point = call.arrays[0].reshape(-1)[:1].reshape(())
    try:
        if not all(np.isfinite(out).all() for out in call([point])):
            return
    except (TypeError, ValueError, IndexError, RuntimeError, ZeroDivisionError):
        return
    _differentiate(call, f"{call.name} of a 0-d array", [point], order)


def _read_only(array: Any) -> Any:
    copy = array.copy()
    copy.flags.writeable = False
    return copy


def _reversed(array: Any) -> Any:
    """Return equal values, stored from back to front."""
    back = (..., *(slice(None, None, -1),) * array.ndim)
    return array[back].copy()[back]


def _fortran(array: Any) -> Any:
    """Return equal values, stored with the first axis fastest."""
    return np.array(array, order="F")  # np.asfortranarray would make 0-d arrays 1-d


def _strided(array: Any) -> Any:
    """Return equal values, stored with gaps."""
    wide = np.zeros(tuple(2 * n for n in array.shape), array.dtype)
    view = wide[(..., *(slice(None, None, 2),) * array.ndim)]
    view[...] = array
    return view
