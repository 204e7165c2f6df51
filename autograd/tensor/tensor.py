"""Tensor: an array, and its place in the graph that computed it.

The class is put together from parts, each a file of this folder:

    fields          what a tensor holds
    description     shape, dtype, size
    place           requires_grad, grad, detach, backward: its place in the graph; `hooks` are called with gradients
    conversion      to other dtypes, arrays, numbers
    protocols       what Python, NumPy, `copy` and `pickle` ask of it; `printing`, and `numpy_protocol` for np.tanh(x)
    in_place        x[0] = y, x += y, x.add_(y)
    operators       x + y
    methods         x.tanh(): the functions of `autograd`, by rule

`data` says what a tensor can be made of. `creation` has the functions that make tensors, and adds the methods new_zeros
and the like; `random` adds normal_ and the like.
"""

from types import FunctionType
from typing import Any, get_overloads, overload

import numpy as np

from ..core import engine, recorder
from .conversion import Conversion
from .data import as_array
from .description import Description
from .in_place import InPlace
from .methods import Methods
from .operators import Operators
from .place import Place
from .protocols import Protocols


class Tensor(Description, Place, Conversion, Protocols, InPlace, Operators, Methods):
    """An array that remembers how it was computed.

    Made by `tensor`, the creation functions and operations. ``data`` is anything that NumPy makes an array of; Python
    floats get the default dtype, arrays keep theirs. Raises RuntimeError if integers are to require grad.

    >>> import autograd
    >>> x = autograd.Tensor([1.0, 2.0], requires_grad=True)
    >>> y = (x * x).sum()
    >>> y
    tensor(5., grad_fn=<Sum>)
    >>> y.backward()
    >>> x.grad
    tensor([2., 4.])
    """

    __slots__ = ("__weakref__", "_array", "_cut", "_frozen", "_node")  # see `fields`

    def __init__(self, data: Any, dtype: Any = None, requires_grad: bool = False) -> None:
        self._array = as_array(data, dtype)
        self._node = self._cut = None
        if requires_grad:
            self.requires_grad_()

    @classmethod
    def _wrap(cls, array: Any, node: Any = None) -> "Tensor":
        """Return a tensor of an array, at a place in the graph: one of this class, not of a subclass."""
        tensor = object.__new__(Tensor)
        tensor._array = np.asarray(array) if isinstance(array, np.generic) else array
        tensor._node = node
        tensor._cut = None
        return tensor


# Python's messages name a method as it is defined: by the class that people know, not by the part of it.
for _part in Tensor.__mro__[1:-1]:
    for _method in vars(_part).values():
        if isinstance(_method, FunctionType) and "." in _method.__qualname__:
            _overloads = get_overloads(_method)  # they are found by its name
            for _each in (_method, *_overloads):
                _each.__qualname__, _each.__module__ = f"Tensor.{_method.__name__}", __name__
            for _each in _overloads:
                overload(_each)

recorder.bind_tensor(Tensor)
engine.count_own_references()
