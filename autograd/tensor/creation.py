"""Functions that make tensors, with PyTorch's names, arguments and dtypes."""

import math
from typing import Any

import numpy as np

from ..core import dtypes
from ..exports import public
from ..functions.arguments import number
from .data import as_array
from .options import creates, dtype_or_default, like, made, on_cpu, shape_of_size
from .tensor import Tensor


def tensor(data: Any, *, dtype: Any = None, device: Any = None, requires_grad: bool = False) -> Tensor:
    """Return a tensor that holds a copy of ``data``: numbers, nested sequences, an array or a tensor.

    Python floats get the default dtype, integers int64; arrays keep their dtype. Raises TypeError for anything that is
    not numbers, RuntimeError if integers are to require grad.

    >>> import autograd
    >>> autograd.tensor([[1, 2], [3, 4]], dtype=autograd.float64)
    tensor([[1., 2.],
            [3., 4.]], dtype=float64)
    """
    return on_cpu(Tensor(data, dtype, requires_grad), device)


def as_tensor(data: Any, dtype: Any = None, device: Any = None) -> Tensor:
    """Return ``data`` as a tensor: itself if it is one of that dtype, sharing memory if it is an array.

    Raises what `tensor` raises.

    >>> import autograd
    >>> x = autograd.ones(2)
    >>> autograd.as_tensor(x) is x
    True
    """
    if isinstance(data, Tensor):
        return data if dtype is None else data.to(dtype)
    return on_cpu(Tensor._wrap(as_array(data, dtype, copy=False)), device)


def from_numpy(array: Any) -> Tensor:
    """Return a tensor that shares memory with an array.

    Raises TypeError for anything else, ValueError for an array whose bytes are in another order than the machine's.

    >>> import autograd, numpy as np
    >>> a = np.zeros(2)
    >>> autograd.from_numpy(a).add_(1)
    tensor([1., 1.], dtype=float64)
    >>> a
    array([1., 1.])
    """
    if not isinstance(array, np.ndarray):
        raise TypeError(
            f"from_numpy: expected a NumPy array, got {type(array).__name__}; autograd.tensor takes anything"
        )
    if not array.dtype.isnative:
        raise ValueError(
            f"from_numpy: memory of {array.dtype} cannot be shared; autograd.tensor copies and converts it"
        )
    return Tensor._wrap(as_array(array, copy=False))


def from_dlpack(source: Any) -> Tensor:
    """Return a tensor that shares memory with a tensor of another library, through the DLPack protocol.

    Raises TypeError for anything without that protocol.

    >>> import autograd, numpy as np
    >>> autograd.from_dlpack(np.arange(3))
    tensor([0, 1, 2])
    """
    if not hasattr(source, "__dlpack__"):
        raise TypeError(f"from_dlpack: expected an array or tensor with __dlpack__, got {type(source).__name__}")
    return Tensor._wrap(np.from_dlpack(source))


def _fill_value(name: str, value: Any, dtype: Any = None) -> Any:
    """Return one number as 0-d array; raises RuntimeError for one out of the range of ``dtype``."""
    if isinstance(value, (int, float)) and dtype is not None:
        value = number(name, value, np.dtype(dtype))
    array = as_array(value, dtype)
    if array.ndim:
        raise TypeError(f"{name}: expected one number to fill with, got shape {array.shape}")
    return array


@creates
def zeros(*sizes: Any, size: Any = None, dtype: Any = None) -> Any:
    """Return zeros of a shape, given as numbers or one sequence, in the default dtype.

    Raises TypeError for a size that is not of integers, RuntimeError for a negative one.

    >>> import autograd
    >>> autograd.zeros(2, 3)
    tensor([[0., 0., 0.],
            [0., 0., 0.]])
    """
    return np.zeros(shape_of_size("zeros", sizes, size), dtype_or_default(dtype))


@creates
def ones(*sizes: Any, size: Any = None, dtype: Any = None) -> Any:
    """Return ones of a shape, given as numbers or one sequence, in the default dtype.

    Raises TypeError for a size that is not of integers, RuntimeError for a negative one.

    >>> import autograd
    >>> autograd.ones(3)
    tensor([1., 1., 1.])
    """
    return np.ones(shape_of_size("ones", sizes, size), dtype_or_default(dtype))


@creates
def empty(*sizes: Any, size: Any = None, dtype: Any = None) -> Any:
    """Return a tensor of a shape whose elements are not set. Raises what `zeros` raises.

    >>> import autograd
    >>> autograd.empty(2, 3).shape
    (2, 3)
    """
    return np.empty(shape_of_size("empty", sizes, size), dtype_or_default(dtype))


@creates
def full(size: Any, fill_value: Any, *, dtype: Any = None) -> Any:
    """Return a tensor of shape ``size`` filled with one value, of that value's dtype.

    Raises TypeError for more than one value, RuntimeError for a number that ``dtype`` does not have.

    >>> import autograd
    >>> autograd.full((2,), 7)
    tensor([7, 7])
    """
    value = _fill_value("full", fill_value, dtype)
    return np.full(shape_of_size("full", (size,)), value, value.dtype)


@creates
def zeros_like(input: Any, *, dtype: Any = None) -> Any:
    """Return zeros of the input's shape and dtype. Raises TypeError for anything but tensors and arrays.

    >>> import autograd
    >>> autograd.zeros_like(autograd.tensor([1, 2]))
    tensor([0, 0])
    """
    return np.zeros(*like("zeros_like", input, dtype))


@creates
def ones_like(input: Any, *, dtype: Any = None) -> Any:
    """Return ones of the input's shape and dtype. Raises TypeError for anything but tensors and arrays.

    >>> import autograd
    >>> autograd.ones_like(autograd.tensor([5.0, 6.0]))
    tensor([1., 1.])
    """
    return np.ones(*like("ones_like", input, dtype))


@creates
def empty_like(input: Any, *, dtype: Any = None) -> Any:
    """Return a tensor of the input's shape and dtype whose elements are not set; see `zeros_like`.

    >>> import autograd
    >>> autograd.empty_like(autograd.ones(2, 3)).shape
    (2, 3)
    """
    return np.empty(*like("empty_like", input, dtype))


@creates
def full_like(input: Any, fill_value: Any, *, dtype: Any = None) -> Any:
    """Return a tensor of the input's shape and dtype, filled with one value; see `full`.

    >>> import autograd
    >>> autograd.full_like(autograd.ones(2), 3)
    tensor([3., 3.])
    """
    shape, dtype = like("full_like", input, dtype)
    return np.full(shape, _fill_value("full_like", fill_value, dtype), dtype)


@creates
def arange(start: Any = None, end: Any = None, step: Any = 1, *, dtype: Any = None) -> Any:
    """Return the numbers from start (0 if only one number is given) up to, not including, end.

    Integers give int64, floats the default dtype. Raises TypeError without an end, RuntimeError if the step does not
    lead from start to end or one of the three is not finite.

    >>> import autograd
    >>> autograd.arange(3), autograd.arange(1, 2, 0.25)
    (tensor([0, 1, 2]), tensor([1.0000, 1.2500, 1.5000, 1.7500]))
    """
    if end is None:
        start, end = None, start
    if end is None:
        raise TypeError("arange: no end is given")
    numbers = [x.item() if isinstance(x, Tensor) else x for x in (0 if start is None else start, end, step)]
    if not all(map(math.isfinite, numbers)):
        raise RuntimeError(f"arange: start, end and step must be finite, got {', '.join(map(str, numbers))}")
    if dtype is None:
        floats = any(isinstance(x, (float, np.floating)) for x in numbers)
        dtype = dtypes.get_default_dtype() if floats else dtypes.int64
    elif np.dtype(dtype).kind in "iu":
        numbers = [int(x) for x in numbers]
    start, end, step = numbers
    if not step or (end - start) * step < 0:
        raise RuntimeError(f"arange: a step of {step} does not lead from {start} to {end}")
    return np.arange(start, end, step).astype(dtype)


@creates
def linspace(start: float, end: float, steps: int, *, dtype: Any = None) -> Any:
    """Return ``steps`` numbers, evenly spaced, from start to end, both included.

    Raises RuntimeError for a negative number of steps.

    >>> import autograd
    >>> autograd.linspace(0, 1, 5)
    tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])
    """
    start, end = (x.item() if isinstance(x, Tensor) else x for x in (start, end))
    (steps,) = shape_of_size("linspace", (steps,))
    return np.linspace(start, end, steps).astype(dtype_or_default(dtype))


@creates
def logspace(start: float, end: float, steps: int, base: float = 10.0, *, dtype: Any = None) -> Any:
    """Return the powers of ``base`` to ``steps`` exponents, evenly spaced, from start to end, both included.

    Raises RuntimeError for a negative number of steps.

    >>> import autograd
    >>> autograd.logspace(0, 2, 3)
    tensor([  1.,  10., 100.])
    """
    start, end, base = (x.item() if isinstance(x, Tensor) else x for x in (start, end, base))
    (steps,) = shape_of_size("logspace", (steps,))
    with np.errstate(all="ignore"):  # infinities, and NaN for roots of a negative base, are PyTorch's results too
        return np.power(float(base), np.linspace(start, end, steps)).astype(dtype_or_default(dtype))


def tril_indices(row: int, col: int, offset: int = 0, *, dtype: Any = dtypes.int64, device: Any = None) -> Tensor:
    """Return where a row x col matrix has its lower triangle, as a tensor of two rows: x[*indices] are its elements.

    With an offset the triangle ends at that diagonal; positive ones are above the main one. Raises RuntimeError for a
    dtype that is not of integers, and for negative sizes.

    >>> import autograd
    >>> autograd.tril_indices(2, 2)
    tensor([[0, 1, 1],
            [0, 0, 1]])
    """
    rows, columns = shape_of_size("tril_indices", (row, col))
    return _places("tril_indices", np.tri(rows, columns, offset, dtype=bool), dtype, device)


def triu_indices(row: int, col: int, offset: int = 0, *, dtype: Any = dtypes.int64, device: Any = None) -> Tensor:
    """Return where a row x col matrix has its upper triangle, beginning at the diagonal ``offset``; see `tril_indices`.

    >>> import autograd
    >>> autograd.triu_indices(2, 2)
    tensor([[0, 0, 1],
            [0, 1, 1]])
    """
    rows, columns = shape_of_size("triu_indices", (row, col))
    return _places("triu_indices", ~np.tri(rows, columns, offset - 1, dtype=bool), dtype, device)


def _places(name: str, mask: Any, dtype: Any, device: Any) -> Tensor:
    dtype = np.dtype(dtype)
    if dtype.kind not in "iu":
        raise RuntimeError(f"{name}: indices are integers, not {dtype}")
    return made(np.stack(np.nonzero(mask)).astype(dtype), False, device)


@creates
def eye(n: int, m: int | None = None, *, dtype: Any = None) -> Any:
    """Return an n x m matrix (n x n without m) with ones on the diagonal and zeros elsewhere.

    Raises RuntimeError for negative sizes.

    >>> import autograd
    >>> autograd.eye(2)
    tensor([[1., 0.],
            [0., 1.]])
    """
    return np.eye(*shape_of_size("eye", (n, n if m is None else m)), dtype=dtype_or_default(dtype))


public(globals())  # the functions above; those below are methods


def new_tensor(self: Tensor, data: Any, *, dtype: Any = None, requires_grad: bool = False) -> Tensor:
    """Return a new tensor of ``data`` in this tensor's dtype."""
    return Tensor(data, self.dtype if dtype is None else dtype, requires_grad)


def new_empty(self: Tensor, *sizes: Any, dtype: Any = None, **options: Any) -> Tensor:
    """Return a new tensor of another shape, whose elements are not set, in this tensor's dtype; see `empty`."""
    return empty(*sizes, dtype=self.dtype if dtype is None else dtype, **options)


def new_zeros(self: Tensor, *sizes: Any, dtype: Any = None, **options: Any) -> Tensor:
    """Return new zeros of another shape in this tensor's dtype; see `zeros`.

    >>> import autograd
    >>> autograd.arange(3).new_zeros(2, 2)
    tensor([[0, 0],
            [0, 0]])
    """
    return zeros(*sizes, dtype=self.dtype if dtype is None else dtype, **options)


def new_ones(self: Tensor, *sizes: Any, dtype: Any = None, **options: Any) -> Tensor:
    """Return new ones of another shape in this tensor's dtype; see `ones`."""
    return ones(*sizes, dtype=self.dtype if dtype is None else dtype, **options)


def new_full(self: Tensor, size: Any, fill_value: Any, *, dtype: Any = None, **options: Any) -> Tensor:
    """Return a new tensor of another shape in this tensor's dtype, filled with one value; see `full`."""
    return full(size, fill_value, dtype=self.dtype if dtype is None else dtype, **options)


for _method in (new_empty, new_full, new_ones, new_tensor, new_zeros):
    setattr(Tensor, _method.__name__, _method)
