"""The arguments that functions which make tensors have in common: size, dtype, device, requires_grad."""

from collections.abc import Callable
from typing import Any

from ..core import dtypes
from ..functions.keywords import extending
from .tensor import Tensor


def shape_of_size(name: str, size: tuple[Any, ...], keyword: Any = None) -> tuple[int, ...]:
    """Return the shape that is given as numbers, as one sequence, or as ``size=``.

    Raises TypeError if it is not of integers, RuntimeError if one is negative.
    """
    if not size and keyword is None:
        raise TypeError(f"{name}: no size is given; that of a 0-d tensor is ()")
    given = size or (keyword,)
    if len(given) == 1 and not hasattr(given[0], "__index__"):
        given = tuple(given[0]) if hasattr(given[0], "__iter__") else given
    if not all(hasattr(n, "__index__") for n in given):
        raise TypeError(f"{name}: expected a size of integers, got {', '.join(map(repr, size or (keyword,)))}")
    shape = tuple([int(n) for n in given])
    if shape and min(shape) < 0:
        raise RuntimeError(f"{name}: a size cannot be negative, got {shape}")
    return shape


def dtype_or_default(dtype: Any) -> Any:
    """Return ``dtype``, or the default one if it is None."""
    return dtypes.get_default_dtype() if dtype is None else dtype


def like(name: str, input: Any, dtype: Any) -> tuple[tuple[int, ...], Any]:
    """Return the shape, and the dtype unless another is given, of a tensor or array; TypeError for anything else."""
    if not hasattr(input, "shape"):
        raise TypeError(f"{name}: expected a tensor, got {type(input).__name__}")
    return input.shape, input.dtype if dtype is None else dtype


def on_cpu(tensor: Tensor, device: Any) -> Tensor:
    """Return the tensor; raises ValueError for a device other than the CPU."""
    return tensor if device is None else tensor.to(device=device)


def made(array: Any, requires_grad: bool, device: Any = None) -> Tensor:
    """Return a tensor of an array that was made for it, or of a tensor itself, if it is one already."""
    tensor = on_cpu(array if isinstance(array, Tensor) else Tensor._wrap(array), device)
    return tensor.requires_grad_() if requires_grad else tensor


def creates(function: Callable[..., Any]) -> Callable[..., Tensor]:
    """Return the function that makes tensors of the arrays that ``function`` returns.

    It takes two keywords more: ``device``, and whether the tensor is to be one with ``requires_grad``.
    """

    def create(*args: Any, device: Any = None, requires_grad: bool = False, **kwargs: Any) -> Tensor:
        return made(function(*args, **kwargs), requires_grad, device)

    return extending(function, create, Tensor)
