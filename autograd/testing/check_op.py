"""`check_op` checks everything that the author of an op has to get right."""

from collections.abc import Callable
from typing import Any

from .call import Call
from .checks import CHECKS


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
