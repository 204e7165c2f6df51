"""Parameter: the tensors of a module that are to be learned."""

from typing import Any

from autograd import Tensor


class Parameter(Tensor):
    """A tensor that, as an attribute of a `Module`, belongs to the module's parameters.

    ``data`` is a tensor, whose memory is shared as in PyTorch, or anything `autograd.tensor` takes. Results of
    operations on parameters are plain tensors. Raises RuntimeError for integers with ``requires_grad``.

    >>> import autograd, nn
    >>> nn.Parameter(autograd.ones(2))
    Parameter containing:
    tensor([1., 1.], requires_grad=True)
    """

    __slots__ = ()

    def __init__(self, data: Any, requires_grad: bool = True) -> None:
        self._array = data._array if isinstance(data, Tensor) else Tensor(data)._array
        self._node = None
        if requires_grad:
            self.requires_grad_()

    def __repr__(self) -> str:
        return f"Parameter containing:\n{super().__repr__()}"
