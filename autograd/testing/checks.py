"""`check_op`, and the checks that it makes, each of one property of an op; the first line of each says which."""

import contextlib
import gc
import weakref
from collections.abc import Callable
from typing import Any

import numpy as np

from ..core.engine import grad
from ..core.outputs import PICK
from ..tensor.tensor import Tensor
from .call import Call, cotangents_of
from .gradcheck import compare


def check_values(call: Call, order: int) -> None:
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


def check_memory(call: Call, order: int) -> None:
    """Nothing is written into arguments or upstream gradients: read-only ones must do, and keep their values."""
    arrays = [_read_only(array) for array in call.arrays]
    before = [array.copy() for array in arrays]
    try:
        outputs, _ = call.gradients(arrays)
        call.gradients(arrays, [_read_only(cotangent) for cotangent in cotangents_of(outputs)])
    except ValueError as error:
        if "read-only" not in str(error):
            raise
        raise AssertionError(
            f"{call.name}: writes into an argument, an output or the upstream gradient: make a copy instead"
        ) from error
    for position, array, old in zip(call.positions, arrays, before, strict=True):
        call.same(f"argument {call.names[position]}, after the call,", array, old)


def check_gradients(call: Call, order: int) -> None:
    """The gradients are those that finite differences give, up to ``order``."""
    _differentiate(call, call.name, call.arrays, order)


def _differentiate(call: Call, who: str, arrays: list[Any], order: int) -> None:
    if any(call.smooth) and any(out.dtype.kind == "f" for out in call([Tensor._wrap(a) for a in arrays])):
        names = [call.names[i] for i in call.positions]
        compare(who, lambda *tensors: call(tensors), call.leaves(arrays), names, range(1, order + 1), 1e-6, 1e-8)


def check_float32(call: Call, order: int) -> None:
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


def _check_pulled_dtype(call: Call, arrays: list[Any]) -> None:
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


def check_layouts(call: Call, order: int) -> None:
    """Arguments and upstream gradients that are not contiguous in memory give what contiguous ones give."""
    outputs, gradients = call.gradients(call.arrays)
    cotangents = cotangents_of(outputs)
    plain = call([Tensor._wrap(array) for array in call.arrays])
    for what, layout in (("reversed", _reversed), ("every second element", _strided), ("Fortran", _fortran)):
        _, others = call.gradients(call.arrays, [layout(cotangent) for cotangent in cotangents])
        for position, other, gradient in zip(call.positions, others, gradients, strict=True):
            where = f"gradient of {call.names[position]} for an upstream gradient that is not contiguous ({what}),"
            call.same(where, other, gradient, 1e-12)
        arrays = [layout(array) for array in call.arrays]
        for out, reference in zip(call([Tensor._wrap(array) for array in arrays]), plain, strict=True):
            call.same(f"output for arguments that are not contiguous ({what})", out, reference, 1e-12)
        _, others = call.gradients(arrays)
        for position, other, gradient in zip(call.positions, others, gradients, strict=True):
            call.same(f"gradient of {call.names[position]}, not contiguous ({what}),", other, gradient, 1e-12)


def check_repeated_backward(call: Call, order: int) -> None:
    """A second backward pass through the same graph gives the same: the pullbacks change nothing that was saved."""
    _compare_passes(call, "in a second backward pass (a formula must not write into what was saved)", {})


def check_recorded(call: Call, order: int) -> None:
    """A formula computes the same on tensors, for higher derivatives, as on arrays."""
    if order > 1:
        what = "with create_graph=True, for which formulas run on tensors, compared with that without,"
        _compare_passes(call, what, {"create_graph": True}, 1e-9)


def check_other_calls(call: Call, order: int) -> None:
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
    call: Call, what: str, options: dict[str, Any], tolerance: float = 0, between: Callable[[], None] | None = None
) -> None:
    """Compare a backward pass with a second one, with other options or after something else was done."""
    leaves = call.leaves(call.arrays)
    outputs = [out for out in call(leaves) if out.requires_grad]
    inputs = [x for x in leaves if x.requires_grad]
    if not outputs:
        return
    cotangents = [Tensor._wrap(cotangent) for cotangent in cotangents_of(outputs)]
    first = grad(outputs, inputs, cotangents, retain_graph=True, allow_unused=True)
    if between is not None:
        outputs = [out for out in call(leaves) if out.requires_grad]
        between()
    second = grad(outputs, inputs, cotangents, retain_graph=True, allow_unused=True, **options)
    names = [call.names[i] for i, smooth in zip(call.positions, call.smooth, strict=True) if smooth]
    for name, a, b in zip(names, first, second, strict=True):
        call.same(f"gradient of {name} {what}", b, a, tolerance)


def check_freed(call: Call, order: int) -> None:
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


def check_broadcasting(call: Call, order: int) -> None:
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
        twice = np.stack([whole[i], whole[i]])
        for shape, array in (("()", points[i]), ("(1,)", first[i]), (f"(2, *{together})", twice)):
            what = f"{name} of shape {shape} with the others of shape {together}"
            samples.append((what, [*whole[:i], array, *whole[i + 1 :]]))
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


def check_point(call: Call, order: int) -> None:
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


CHECKS: list[Callable[[Call, int], None]] = [
    check for name, check in list(globals().items()) if name.startswith("check_")
]


def check_op(op: Callable[..., Any], *args: Any, order: int = 2, **kwargs: Any) -> None:
    """Check everything that an op's author has to get right, at the sample arguments ``args`` and ``kwargs``.

    Arrays, floats and lists among the arguments are samples of the array arguments; anything else is passed on. It is
    checked that arrays give arrays, and tensors the same values; that gradients up to ``order``, for every argument
    that has a pullback, are those of finite differences; that float32 gives float32, in the gradient too; that
    arguments need be neither contiguous nor writable; that nothing is written into arguments or the upstream gradient;
    that a second backward pass gives the same; that the graph is freed by reference counting; that the op takes a 0-d
    argument, if it has a value there; and, of elementwise ops, that they broadcast. ``op`` may also be ``apply`` of a
    `Function`, or any function of tensors.

    Choose samples where the op is smooth, of more than one element. Raises AssertionError that names the op, the
    argument and the index; TypeError for samples of which none is an array, or none floating-point.

    >>> import numpy as np
    >>> from autograd import elementwise
    >>> from autograd.testing import check_op
    >>> check_op(elementwise(np.tanh, x=lambda g, out: g * (1 - out * out)), np.array([-1.0, 0.5]))
    >>> check_op(elementwise(np.tanh, x=lambda g, out: g * (1 - out)), np.array([-1.0, 0.5]))
    Traceback (most recent call last):
    AssertionError: check_op(tanh): first derivative with respect to x at index (0,): got -2.002865, finite \
differences give -0.4774947
    """
    call = Call(op, args, kwargs)
    if call.primitive and call.primitive.pullbacks and not any(call.smooth):
        given = ", ".join(
            f"{call.names[i]} {array.dtype}" for i, array in zip(call.positions, call.arrays, strict=True)
        )
        raise TypeError(f"{call.name}: gradients are checked at floating-point samples, got {given}")
    for check in CHECKS:
        try:
            check(call, order)
        except Exception as error:
            if not isinstance(error, AssertionError):
                error.add_note(f"{call.name}, while checking: {(check.__doc__ or check.__name__).splitlines()[0]}")
            raise
