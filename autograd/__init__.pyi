"""glassgrad's autograd: tensors that record what is done with them, and differentiate it.

Written by `python -m tests.stubs`.
"""

import builtins
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol, Self, overload

import numpy as np
from numpy.typing import NDArray

from . import dtypes as dtypes
from . import func as func
from . import functional as functional
from . import linalg as linalg
from . import ops as ops
from . import random as random
from . import special as special
from autograd.core.dtypes import get_default_dtype as get_default_dtype
from autograd.core.dtypes import result_type as result_type
from autograd.core.dtypes import set_default_dtype as set_default_dtype
from autograd.core.engine import backward as backward
from autograd.core.modes import enable_grad as enable_grad
from autograd.core.modes import is_grad_enabled as is_grad_enabled
from autograd.core.modes import no_grad as no_grad
from autograd.core.modes import set_grad_enabled as set_grad_enabled
from autograd.core.primitive import Primitive as Primitive
from autograd.derivatives.custom import Function as Function
from autograd.derivatives.custom import once_differentiable as once_differentiable
from autograd.functions.comparison import is_tensor as is_tensor
from autograd.functions.counting import Histogram as Histogram
from autograd.functions.extremes import MinMax as MinMax
from autograd.functions.shape import broadcast_shapes as broadcast_shapes
from autograd.linalg.top_level.matrices import SVD as SVD
from autograd.ops.decomposition import QR as QR
from autograd.ops.determinant import Slogdet as Slogdet
from autograd.ops.reduction import Picked as Picked
from autograd.random.generator import Generator as Generator
from autograd.random.generator import get_rng_state as get_rng_state
from autograd.random.generator import initial_seed as initial_seed
from autograd.random.generator import manual_seed as manual_seed
from autograd.random.generator import seed as seed
from autograd.random.generator import set_rng_state as set_rng_state
from autograd.tensor.creation import as_tensor as as_tensor
from autograd.tensor.creation import from_dlpack as from_dlpack
from autograd.tensor.creation import from_numpy as from_numpy
from autograd.tensor.creation import tensor as tensor
from autograd.tensor.creation import tril_indices as tril_indices
from autograd.tensor.creation import triu_indices as triu_indices
from autograd.tensor.tensor import Tensor as Tensor
from autograd.visualize.drawing import draw as draw
from autograd.visualize.graph.source import record_source as record_source
from autograd.visualize.graph.tape import record_backward as record_backward
from autograd.visualize.picture import BackpropGraph as BackpropGraph

_Number = builtins.bool | builtins.int | builtins.float | builtins.complex | np.generic
_Array = NDArray[Any] | _Number
_Value = Tensor | _Array


class OpFunction(Protocol):
    """An op: it is recorded if an argument is a tensor, and returns an array otherwise."""

    op: Primitive
    @overload
    def __call__(self, x: Tensor, /, *args: Any, **kwargs: Any) -> Tensor: ...
    @overload
    def __call__(self, a: _Array, b: Tensor, /, *args: Any, **kwargs: Any) -> Tensor: ...
    @overload
    def __call__(self, x: _Array, /, *args: Any, **kwargs: Any) -> NDArray[Any]: ...
    @overload
    def __call__(self, *args: Any, **kwargs: Any) -> Any: ...

@overload
def abs(input: Tensor) -> Tensor:
    """Calculate the absolute value element-wise."""
@overload
def abs(input: _Array) -> NDArray[Any]: ...
@overload
def absolute(input: Tensor) -> Tensor:
    """Calculate the absolute value element-wise."""
@overload
def absolute(input: _Array) -> NDArray[Any]: ...
@overload
def acos(input: Tensor) -> Tensor:
    """Trigonometric inverse cosine, element-wise."""
@overload
def acos(input: _Array) -> NDArray[Any]: ...
@overload
def acosh(input: Tensor) -> Tensor:
    """Inverse hyperbolic cosine, element-wise."""
@overload
def acosh(input: _Array) -> NDArray[Any]: ...
@overload
def add(input: Tensor, other: _Value, *, alpha: builtins.float = 1) -> Tensor:
    """Return input + alpha * other, broadcast. Raises RuntimeError for integers with a fractional alpha.

    >>> import autograd
    >>> autograd.add(autograd.tensor([1.0, 2.0]), 10, alpha=2)
    tensor([21., 22.])
    """
@overload
def add(input: _Array, other: Tensor, *, alpha: builtins.float = 1) -> Tensor: ...
@overload
def add(input: _Array, other: _Array, *, alpha: builtins.float = 1) -> NDArray[Any]: ...
@overload
def addbmm(input: Tensor, batch1: _Value, batch2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor:
    """Return beta input + alpha times the sum of the products of two batches of matrices.

    The input is broadcast, and not looked at if beta is 0. Raises RuntimeError as `addmm`.

    >>> import autograd
    >>> autograd.addbmm(autograd.zeros(1), autograd.ones(5, 1, 3), autograd.ones(5, 3, 2))
    tensor([[15., 15.]])
    """
@overload
def addbmm(input: _Array, batch1: Tensor, batch2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor: ...
@overload
def addbmm(input: _Array, batch1: _Array, batch2: Tensor, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor: ...
@overload
def addbmm(input: _Array, batch1: _Array, batch2: _Array, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> NDArray[Any]: ...
@overload
def addcdiv(input: Tensor, tensor1: _Value, tensor2: _Value, *, value: builtins.float = 1) -> Tensor:
    """Return input + value * tensor1 / tensor2, broadcast. Raises RuntimeError for a quotient of integers.

    >>> import autograd
    >>> autograd.addcdiv(autograd.ones(2), autograd.tensor([1.0, 2.0]), autograd.tensor([2.0, 4.0]), value=2)
    tensor([2., 2.])
    """
@overload
def addcdiv(input: _Array, tensor1: Tensor, tensor2: _Value, *, value: builtins.float = 1) -> Tensor: ...
@overload
def addcdiv(input: _Array, tensor1: _Array, tensor2: Tensor, *, value: builtins.float = 1) -> Tensor: ...
@overload
def addcdiv(input: _Array, tensor1: _Array, tensor2: _Array, *, value: builtins.float = 1) -> NDArray[Any]: ...
@overload
def addcmul(input: Tensor, tensor1: _Value, tensor2: _Value, *, value: builtins.float = 1) -> Tensor:
    """Return input + value * tensor1 * tensor2, broadcast. Raises RuntimeError for integers with a fractional value.

    >>> import autograd
    >>> autograd.addcmul(autograd.ones(2), autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]), value=0.5)
    tensor([2.5000, 5.0000])
    """
@overload
def addcmul(input: _Array, tensor1: Tensor, tensor2: _Value, *, value: builtins.float = 1) -> Tensor: ...
@overload
def addcmul(input: _Array, tensor1: _Array, tensor2: Tensor, *, value: builtins.float = 1) -> Tensor: ...
@overload
def addcmul(input: _Array, tensor1: _Array, tensor2: _Array, *, value: builtins.float = 1) -> NDArray[Any]: ...
@overload
def addmm(input: Tensor, mat1: _Value, mat2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor:
    """Return beta input + alpha mat1 @ mat2, of matrices; the input is broadcast, and not looked at if beta is 0.

    Raises RuntimeError if the shapes do not fit, the dtypes differ, or beta or alpha is a fraction for integer tensors.

    >>> import autograd
    >>> autograd.addmm(autograd.ones(2), autograd.ones(2, 3), autograd.ones(3, 2), beta=10)
    tensor([[13., 13.],
            [13., 13.]])
    """
@overload
def addmm(input: _Array, mat1: Tensor, mat2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor: ...
@overload
def addmm(input: _Array, mat1: _Array, mat2: Tensor, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor: ...
@overload
def addmm(input: _Array, mat1: _Array, mat2: _Array, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> NDArray[Any]: ...
@overload
def addmv(input: Tensor, mat: _Value, vec: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor:
    """Return beta input + alpha mat @ vec; the input is broadcast, and not looked at if beta is 0.

    Raises RuntimeError as `addmm`.

    >>> import autograd
    >>> autograd.addmv(autograd.ones(2), autograd.ones(2, 3), autograd.ones(3), alpha=2)
    tensor([7., 7.])
    """
@overload
def addmv(input: _Array, mat: Tensor, vec: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor: ...
@overload
def addmv(input: _Array, mat: _Array, vec: Tensor, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor: ...
@overload
def addmv(input: _Array, mat: _Array, vec: _Array, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> NDArray[Any]: ...
@overload
def addr(input: Tensor, vec1: _Value, vec2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor:
    """Return beta input + alpha times the outer product of two vectors.

    The input is broadcast, and not looked at if beta is 0. Raises RuntimeError if the shapes do not fit, or beta or
    alpha is a fraction for integer tensors.

    >>> import autograd
    >>> autograd.addr(autograd.zeros(2, 2), autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]))
    tensor([[3., 4.],
            [6., 8.]])
    """
@overload
def addr(input: _Array, vec1: Tensor, vec2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor: ...
@overload
def addr(input: _Array, vec1: _Array, vec2: Tensor, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor: ...
@overload
def addr(input: _Array, vec1: _Array, vec2: _Array, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> NDArray[Any]: ...
@overload
def all(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return whether all elements along ``dim`` are nonzero; of uint8 as uint8.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

    >>> import autograd
    >>> autograd.all(autograd.tensor([[True, True], [True, False]]), dim=1)
    tensor([ True, False])
    """
@overload
def all(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
def allclose(input: _Value, other: _Value, rtol: builtins.float = ..., atol: builtins.float = ..., equal_nan: builtins.bool = False) -> builtins.bool:
    """Return whether all elements are close, by the measure of `isclose`. Raises RuntimeError for negative tolerances.

    >>> import autograd
    >>> autograd.allclose(autograd.tensor([1.0, 2.0]), autograd.tensor([1.0, 2.1]), rtol=0.1)
    True
    """
@overload
def amax(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return the maximum over ``dim``; elements that tie share the gradient evenly.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.
    Raises RuntimeError for the maximum of no elements, IndexError for that along a dimension without any.

    >>> import autograd
    >>> autograd.amax(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=0)
    tensor([7., 5.])
    """
@overload
def amax(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
@overload
def amin(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return the minimum over ``dim``; see `amax`.

    >>> import autograd
    >>> autograd.amin(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=0)
    tensor([1., 3.])
    """
@overload
def amin(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
def aminmax(input: _Value, *, dim: builtins.int | None = None, keepdim: builtins.bool = False, axis: builtins.int | None = None, keepdims: builtins.bool = False) -> MinMax:
    """Return the minimum and the maximum, of all elements or along ``dim``; see `amax`.

    >>> import autograd
    >>> least, greatest = autograd.aminmax(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
    >>> least, greatest
    (tensor([1., 3.]), tensor([5., 7.]))
    """
@overload
def any(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return whether any element along ``dim`` is nonzero; of uint8 as uint8.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

    >>> import autograd
    >>> autograd.any(autograd.tensor([[False, True], [False, False]]), dim=1)
    tensor([ True, False])
    """
@overload
def any(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
def arange(start: Any = None, end: Any = None, step: Any = 1, *, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return the numbers from start (0 if only one number is given) up to, not including, end.

    Integers give int64, floats the default dtype. Raises TypeError without an end, RuntimeError if the step does not
    lead from start to end or one of the three is not finite.

    >>> import autograd
    >>> autograd.arange(3), autograd.arange(1, 2, 0.25)
    (tensor([0, 1, 2]), tensor([1.0000, 1.2500, 1.5000, 1.7500]))
    """
@overload
def arccos(input: Tensor) -> Tensor:
    """Trigonometric inverse cosine, element-wise."""
@overload
def arccos(input: _Array) -> NDArray[Any]: ...
@overload
def arccosh(input: Tensor) -> Tensor:
    """Inverse hyperbolic cosine, element-wise."""
@overload
def arccosh(input: _Array) -> NDArray[Any]: ...
@overload
def arcsin(input: Tensor) -> Tensor:
    """Inverse sine, element-wise."""
@overload
def arcsin(input: _Array) -> NDArray[Any]: ...
@overload
def arcsinh(input: Tensor) -> Tensor:
    """Inverse hyperbolic sine element-wise."""
@overload
def arcsinh(input: _Array) -> NDArray[Any]: ...
@overload
def arctan(input: Tensor) -> Tensor:
    """Trigonometric inverse tangent, element-wise."""
@overload
def arctan(input: _Array) -> NDArray[Any]: ...
@overload
def arctan2(input: Tensor, other: _Value) -> Tensor:
    """Element-wise arc tangent of ``x1/x2`` choosing the quadrant correctly."""
@overload
def arctan2(input: _Array, other: Tensor) -> Tensor: ...
@overload
def arctan2(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def arctanh(input: Tensor) -> Tensor:
    """Inverse hyperbolic tangent element-wise."""
@overload
def arctanh(input: _Array) -> NDArray[Any]: ...
@overload
def argmax(input: Tensor, dim: builtins.int | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return the index of the maximum over ``dim``, or in the flattened input; the first one of a tie.

    Shapes: (*) gives (*) without ``dim``, or of size 1 there if ``keepdim``.
    Raises IndexError if there are no elements.

    >>> import autograd
    >>> autograd.argmax(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
    tensor([1, 0])
    """
@overload
def argmax(input: _Array, dim: builtins.int | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
@overload
def argmin(input: Tensor, dim: builtins.int | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return the index of the minimum over ``dim``, or in the flattened input; see `argmax`.

    >>> import autograd
    >>> autograd.argmin(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
    tensor([0, 1])
    """
@overload
def argmin(input: _Array, dim: builtins.int | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
@overload
def argsort(input: Tensor, dim: builtins.int = -1, descending: builtins.bool = False, *, stable: builtins.bool = False) -> Tensor:
    """Return the indices that would sort the input along ``dim``: those of `sort`. Raises what `sort` raises.

    >>> import autograd
    >>> autograd.argsort(autograd.tensor([3.0, 1.0, 2.0]), descending=True)
    tensor([0, 2, 1])
    """
@overload
def argsort(input: _Array, dim: builtins.int = -1, descending: builtins.bool = False, *, stable: builtins.bool = False) -> NDArray[Any]: ...
@overload
def argwhere(input: Tensor) -> Tensor:
    """Return the indices of all elements that are not zero, one in each row.

    >>> import autograd
    >>> autograd.argwhere(autograd.tensor([[1, 0], [0, 2]]))
    tensor([[0, 0],
            [1, 1]])
    """
@overload
def argwhere(input: _Array) -> NDArray[Any]: ...
@overload
def as_strided(input: Tensor, size: Sequence[builtins.int], stride: Sequence[builtins.int], storage_offset: builtins.int | None = None) -> Tensor:
    """Return a view of the input's memory: the element at i, j is at storage_offset + i * stride[0] + j * stride[1].

    All are counted in elements. The offset counts from the start of the memory, which is that of the array that the
    input is a view of; by default it is where the input begins. Where elements of the result overlap, gradients add up;
    those for elements of the memory that the input does not have are dropped. Raises RuntimeError for negative numbers,
    unless there is a stride for each size, and for places outside the memory.

    >>> import autograd
    >>> autograd.as_strided(autograd.arange(6), (2, 3), (1, 2))
    tensor([[0, 2, 4],
            [1, 3, 5]])
    """
@overload
def as_strided(input: _Array, size: Sequence[builtins.int], stride: Sequence[builtins.int], storage_offset: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def asin(input: Tensor) -> Tensor:
    """Inverse sine, element-wise."""
@overload
def asin(input: _Array) -> NDArray[Any]: ...
@overload
def asinh(input: Tensor) -> Tensor:
    """Inverse hyperbolic sine element-wise."""
@overload
def asinh(input: _Array) -> NDArray[Any]: ...
@overload
def atan(input: Tensor) -> Tensor:
    """Trigonometric inverse tangent, element-wise."""
@overload
def atan(input: _Array) -> NDArray[Any]: ...
@overload
def atan2(input: Tensor, other: _Value) -> Tensor:
    """Element-wise arc tangent of ``x1/x2`` choosing the quadrant correctly."""
@overload
def atan2(input: _Array, other: Tensor) -> Tensor: ...
@overload
def atan2(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def atanh(input: Tensor) -> Tensor:
    """Inverse hyperbolic tangent element-wise."""
@overload
def atanh(input: _Array) -> NDArray[Any]: ...
@overload
def atleast_1d(tensor: Tensor, /) -> Tensor:
    """Return tensors with at least one dimension: one, or a tuple of several, which may be given as a sequence.

    >>> import autograd
    >>> autograd.atleast_1d(autograd.tensor(2))
    tensor([2])
    """
@overload
def atleast_1d(tensor: _Array, /) -> NDArray[Any]: ...
@overload
def atleast_1d(*tensors: Any) -> builtins.tuple[Any, ...]: ...
@overload
def atleast_2d(tensor: Tensor, /) -> Tensor:
    """Return tensors with at least two dimensions; a vector becomes a row. One, or a tuple of several.

    >>> import autograd
    >>> autograd.atleast_2d(autograd.tensor([1, 2]))
    tensor([[1, 2]])
    """
@overload
def atleast_2d(tensor: _Array, /) -> NDArray[Any]: ...
@overload
def atleast_2d(*tensors: Any) -> builtins.tuple[Any, ...]: ...
@overload
def atleast_3d(tensor: Tensor, /) -> Tensor:
    """Return tensors with at least three dimensions: (n,) becomes (1, n, 1), and (n, m) becomes (n, m, 1).

    >>> import autograd
    >>> autograd.atleast_3d(autograd.zeros(2), autograd.zeros(2, 3))[1].shape
    (2, 3, 1)
    """
@overload
def atleast_3d(tensor: _Array, /) -> NDArray[Any]: ...
@overload
def atleast_3d(*tensors: Any) -> builtins.tuple[Any, ...]: ...
@overload
def baddbmm(input: Tensor, batch1: _Value, batch2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor:
    """Return beta input + alpha batch1 @ batch2, of batches of matrices.

    The input is broadcast, and not looked at if beta is 0. Raises RuntimeError as `addmm`.

    >>> import autograd
    >>> autograd.baddbmm(autograd.ones(1), autograd.ones(5, 2, 3), autograd.ones(5, 3, 4)).shape
    (5, 2, 4)
    """
@overload
def baddbmm(input: _Array, batch1: Tensor, batch2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor: ...
@overload
def baddbmm(input: _Array, batch1: _Array, batch2: Tensor, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor: ...
@overload
def baddbmm(input: _Array, batch1: _Array, batch2: _Array, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> NDArray[Any]: ...
def bernoulli(input: _Value, p: builtins.float | None = None, *, generator: Generator | None = None) -> Tensor:
    """Return ones, with the probabilities in the input, and zeros; with the probability ``p`` if it is given.

    The result has the input's shape and dtype, and no gradient. Raises RuntimeError for probabilities outside [0, 1].

    >>> import autograd
    >>> autograd.bernoulli(autograd.tensor([0.0, 1.0]))
    tensor([0., 1.])
    """
@overload
def bincount(input: Tensor, weights: _Value | None = None, minlength: builtins.int = 0) -> Tensor:
    """Return how often each of 0, 1, ... occurs in a vector of integers, or the sums of the ``weights`` of each.

    The result is as long as the greatest element asks for, ``minlength`` at least; float64 for weights that are not
    float32. Raises RuntimeError for negative numbers, other shapes, and another number of weights; NotImplementedError
    for an input that is not of integers.

    >>> import autograd
    >>> autograd.bincount(autograd.tensor([1, 1, 3]), minlength=5)
    tensor([0, 2, 0, 1, 0])
    >>> autograd.bincount(autograd.tensor([1, 1, 0]), weights=autograd.tensor([0.5, 1.0, 2.0]))
    tensor([2.0000, 1.5000])
    """
@overload
def bincount(input: _Array, weights: _Array | None = None, minlength: builtins.int = 0) -> NDArray[Any]: ...
@overload
def bitwise_and(input: Tensor, other: _Value) -> Tensor:
    """Compute the bit-wise AND of two arrays element-wise."""
@overload
def bitwise_and(input: _Array, other: Tensor) -> Tensor: ...
@overload
def bitwise_and(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def bitwise_left_shift(input: Tensor, other: _Value) -> Tensor:
    """Shift the bits of an integer to the left."""
@overload
def bitwise_left_shift(input: _Array, other: Tensor) -> Tensor: ...
@overload
def bitwise_left_shift(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def bitwise_not(input: Tensor) -> Tensor:
    """Compute bit-wise inversion, or bit-wise NOT, element-wise."""
@overload
def bitwise_not(input: _Array) -> NDArray[Any]: ...
@overload
def bitwise_or(input: Tensor, other: _Value) -> Tensor:
    """Compute the bit-wise OR of two arrays element-wise."""
@overload
def bitwise_or(input: _Array, other: Tensor) -> Tensor: ...
@overload
def bitwise_or(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def bitwise_right_shift(input: Tensor, other: _Value) -> Tensor:
    """Shift the bits of an integer to the right."""
@overload
def bitwise_right_shift(input: _Array, other: Tensor) -> Tensor: ...
@overload
def bitwise_right_shift(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def bitwise_xor(input: Tensor, other: _Value) -> Tensor:
    """Compute the bit-wise XOR of two arrays element-wise."""
@overload
def bitwise_xor(input: _Array, other: Tensor) -> Tensor: ...
@overload
def bitwise_xor(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def block_diag(*tensors: Tensor) -> Tensor:
    """Return a matrix with the given ones as blocks along its diagonal, zeros elsewhere; a vector is a row.

    Raises RuntimeError for more than two dimensions.

    >>> import autograd
    >>> autograd.block_diag(autograd.tensor([[1, 2], [3, 4]]), autograd.tensor(5))
    tensor([[1, 2, 0],
            [3, 4, 0],
            [0, 0, 5]])
    """
@overload
def block_diag(*tensors: _Array) -> NDArray[Any]: ...
@overload
def block_diag(*tensors: _Value) -> Any: ...
@overload
def bmm(input: Tensor, mat2: _Value) -> Tensor:
    """Return the products of two batches of matrices, of the same length. Raises RuntimeError as `mm`.

    >>> import autograd
    >>> autograd.bmm(autograd.ones(5, 2, 3), autograd.ones(5, 3, 4)).shape
    (5, 2, 4)
    """
@overload
def bmm(input: _Array, mat2: Tensor) -> Tensor: ...
@overload
def bmm(input: _Array, mat2: _Array) -> NDArray[Any]: ...
bool: np.dtype[Any]
@overload
def broadcast_tensors(*tensors: Tensor) -> builtins.tuple[Tensor, ...]:
    """Return the tensors broadcast to one shape, as read-only views. Raises RuntimeError if they do not broadcast.

    >>> import autograd
    >>> autograd.broadcast_tensors(autograd.tensor([[1], [2]]), autograd.tensor([3, 4]))[0]
    tensor([[1, 1],
            [2, 2]])
    """
@overload
def broadcast_tensors(*tensors: _Array) -> builtins.tuple[NDArray[Any], ...]: ...
@overload
def broadcast_tensors(*tensors: _Value) -> builtins.tuple[Any, ...]: ...
@overload
def broadcast_to(input: Tensor, size: builtins.int | Sequence[builtins.int]) -> Tensor:
    """Return the input repeated to the shape ``size``, as a read-only view.

    Raises RuntimeError if it does not broadcast to that shape.

    >>> import autograd
    >>> autograd.broadcast_to(autograd.tensor([1, 2]), (2, 2))
    tensor([[1, 2],
            [1, 2]])
    """
@overload
def broadcast_to(input: _Array, size: builtins.int | Sequence[builtins.int]) -> NDArray[Any]: ...
@overload
def bucketize(input: Tensor, boundaries: _Value, *, out_int32: builtins.bool = False, right: builtins.bool = False) -> Tensor:
    """Return between which of the ``boundaries``, a sorted vector, the input lies: `searchsorted` with them.

    The result i means boundaries[i-1] < input <= boundaries[i], or boundaries[i-1] <= input < boundaries[i] if
    ``right``. Raises RuntimeError for boundaries that are no vector.

    >>> import autograd
    >>> autograd.bucketize(autograd.tensor([0.0, 3.0, 9.0]), autograd.tensor([1.0, 3.0, 5.0]))
    tensor([0, 1, 3])
    """
@overload
def bucketize(input: _Array, boundaries: Tensor, *, out_int32: builtins.bool = False, right: builtins.bool = False) -> Tensor: ...
@overload
def bucketize(input: _Array, boundaries: _Array, *, out_int32: builtins.bool = False, right: builtins.bool = False) -> NDArray[Any]: ...
@overload
def cartesian_prod(*tensors: Tensor) -> Tensor:
    """Return all ways to choose one element of each vector, as rows; of one vector itself.

    Raises RuntimeError for tensors that are not vectors, that have several dtypes, or for none.

    >>> import autograd
    >>> autograd.cartesian_prod(autograd.tensor([1, 2]), autograd.tensor([3, 4]))
    tensor([[1, 3],
            [1, 4],
            [2, 3],
            [2, 4]])
    """
@overload
def cartesian_prod(*tensors: _Array) -> NDArray[Any]: ...
@overload
def cartesian_prod(*tensors: _Value) -> Any: ...
@overload
def cat(tensors: Sequence[Tensor], dim: builtins.int = 0, *, axis: builtins.int | None = None) -> Tensor:
    """Return the tensors joined along a dimension they have; all other sizes must agree.

    A vector of size 0 may stand among tensors of any shape. Raises RuntimeError for shapes that do not fit together,
    ValueError without any tensor.

    >>> import autograd
    >>> autograd.cat([autograd.tensor([1, 2]), autograd.tensor([3])])
    tensor([1, 2, 3])
    """
@overload
def cat(tensors: Sequence[_Array], dim: builtins.int = 0, *, axis: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def cat(tensors: Sequence[_Value], dim: builtins.int = 0, *, axis: builtins.int | None = None) -> Any: ...
@overload
def cdist(x1: Tensor, x2: _Value, p: builtins.float = ..., compute_mode: builtins.str | None = None) -> Tensor:
    """Return the distances ‖x1_i - x2_j‖_p of all rows, in the last two dimensions; others are broadcast.

    Shapes: (..., m, n) and (..., k, n) give (..., m, k). The gradient is that of `linalg.vector_norm`: 0 at distance
    0, and shared by differences that tie for p = inf. Euclidean distances come from a matrix product if there are more
    than 25 rows, or always or never, as ``compute_mode`` says: "use_mm_for_euclid_dist_if_necessary" (the default),
    "use_mm_for_euclid_dist", "donot_use_mm_for_euclid_dist". That is faster, but inexact for points much closer to each
    other than to their mean. Other distances need memory for all differences. Raises RuntimeError for rows of different
    sizes or dtypes, integers, fewer than two dimensions and a negative ``p``; ValueError for another ``compute_mode``.

    >>> import autograd
    >>> autograd.cdist(autograd.tensor([[0.0, 0.0]]), autograd.tensor([[3.0, 4.0], [0.0, 0.0]]))
    tensor([[5., 0.]])
    """
@overload
def cdist(x1: _Array, x2: Tensor, p: builtins.float = ..., compute_mode: builtins.str | None = None) -> Tensor: ...
@overload
def cdist(x1: _Array, x2: _Array, p: builtins.float = ..., compute_mode: builtins.str | None = None) -> NDArray[Any]: ...
@overload
def ceil(input: Tensor) -> Tensor:
    """Return the ceiling of the input, element-wise."""
@overload
def ceil(input: _Array) -> NDArray[Any]: ...
@overload
def chain_matmul(*matrices: Tensor) -> Tensor:
    """Return the product of matrices, in the order that needs the fewest multiplications: `linalg.multi_dot`.

    Raises RuntimeError for anything but matrices that multiply.

    >>> import autograd
    >>> autograd.chain_matmul(autograd.ones(2, 3), autograd.ones(3, 4), autograd.ones(4, 1)).shape
    (2, 1)
    """
@overload
def chain_matmul(*matrices: _Array) -> NDArray[Any]: ...
@overload
def chain_matmul(*matrices: _Value) -> Any: ...
@overload
def cholesky(input: Tensor, upper: builtins.bool = False) -> Tensor:
    """Return the lower triangle L with A = L Lᵀ, or with ``upper`` Lᵀ, of symmetric positive definite matrices.

    Only that triangle of A is read; the gradient is symmetric. Raises LinAlgError for a matrix that is not positive
    definite.

    >>> import autograd
    >>> autograd.linalg.cholesky(autograd.tensor([[4.0, 2.0], [2.0, 2.0]]))
    tensor([[2., 0.],
            [1., 1.]])
    """
@overload
def cholesky(input: _Array, upper: builtins.bool = False) -> NDArray[Any]: ...
@overload
def cholesky_inverse(input: Tensor, upper: builtins.bool = False) -> Tensor:
    """Return the inverse of A, where the input is the Cholesky factor of A: A = L Lᵀ, or with ``upper`` Lᵀ.

    Raises RuntimeError for anything but matrices.

    >>> import autograd
    >>> autograd.cholesky_inverse(autograd.tensor([[2.0]]))
    tensor([[0.2500]])
    """
@overload
def cholesky_inverse(input: _Array, upper: builtins.bool = False) -> NDArray[Any]: ...
@overload
def cholesky_solve(input: Tensor, input2: _Value, upper: builtins.bool = False) -> Tensor:
    """Return the solution X of A X = input, where the triangle input2 is the Cholesky factor of A: A = L Lᵀ.

    With ``upper`` it is the upper triangle Lᵀ. Raises RuntimeError if the shapes do not fit.

    >>> import autograd
    >>> autograd.cholesky_solve(autograd.tensor([[4.0]]), autograd.tensor([[2.0]]))
    tensor([[1.]])
    """
@overload
def cholesky_solve(input: _Array, input2: Tensor, upper: builtins.bool = False) -> Tensor: ...
@overload
def cholesky_solve(input: _Array, input2: _Array, upper: builtins.bool = False) -> NDArray[Any]: ...
@overload
def chunk(input: Tensor, chunks: builtins.int, dim: builtins.int = 0) -> builtins.tuple[Tensor, ...]:
    """Return the input cut along ``dim`` into at most ``chunks`` pieces of equal size, the last one smaller.

    Raises RuntimeError unless ``chunks`` is positive, and for a 0-d tensor.

    >>> import autograd
    >>> autograd.chunk(autograd.arange(5), 2)
    (tensor([0, 1, 2]), tensor([3, 4]))
    """
@overload
def chunk(input: _Array, chunks: builtins.int, dim: builtins.int = 0) -> builtins.tuple[NDArray[Any], ...]: ...
@overload
def clamp(input: Tensor, min: _Value | None = None, max: _Value | None = None) -> Tensor:
    """Return input limited to [min, max], numbers or tensors; None is no limit, and where min > max the result is max.

    The gradient passes where min <= input <= max. Raises RuntimeError without any limit.

    >>> import autograd
    >>> autograd.clamp(autograd.tensor([-2.0, 0.5, 3.0]), 0, 1)
    tensor([0.0000, 0.5000, 1.0000])
    """
@overload
def clamp(input: _Array, min: _Array | None = None, max: _Array | None = None) -> NDArray[Any]: ...
@overload
def clamp_max(input: Tensor, max: _Value) -> Tensor:
    """Return the lesser of input and an upper limit, a number or tensor.

    >>> import autograd
    >>> autograd.clamp_max(autograd.tensor([-2.0, 0.5]), 0)
    tensor([-2.,  0.])
    """
@overload
def clamp_max(input: _Array, max: Tensor) -> Tensor: ...
@overload
def clamp_max(input: _Array, max: _Array) -> NDArray[Any]: ...
@overload
def clamp_min(input: Tensor, min: _Value) -> Tensor:
    """Return the greater of input and a lower limit, a number or tensor.

    >>> import autograd
    >>> autograd.clamp_min(autograd.tensor([-2.0, 0.5]), 0)
    tensor([0.0000, 0.5000])
    """
@overload
def clamp_min(input: _Array, min: Tensor) -> Tensor: ...
@overload
def clamp_min(input: _Array, min: _Array) -> NDArray[Any]: ...
@overload
def clip(input: Tensor, min: _Value | None = None, max: _Value | None = None) -> Tensor:
    """Return input limited to [min, max], numbers or tensors; None is no limit, and where min > max the result is max.

    The gradient passes where min <= input <= max. Raises RuntimeError without any limit.

    >>> import autograd
    >>> autograd.clamp(autograd.tensor([-2.0, 0.5, 3.0]), 0, 1)
    tensor([0.0000, 0.5000, 1.0000])
    """
@overload
def clip(input: _Array, min: _Array | None = None, max: _Array | None = None) -> NDArray[Any]: ...
@overload
def clone(input: Tensor) -> Tensor:
    """Return a copy in memory of its own; gradients pass through to the original.

    >>> import autograd
    >>> x = autograd.tensor([1.0, 2.0], requires_grad=True)
    >>> autograd.clone(x).sum().backward()
    >>> x.grad
    tensor([1., 1.])
    """
@overload
def clone(input: _Array) -> NDArray[Any]: ...
@overload
def column_stack(tensors: Sequence[Tensor]) -> Tensor:
    """Return the tensors joined along dimension 1, numbers and vectors as columns; raises RuntimeError as `cat`.

    >>> import autograd
    >>> autograd.column_stack([autograd.tensor([1, 2]), autograd.tensor([3, 4])])
    tensor([[1, 3],
            [2, 4]])
    """
@overload
def column_stack(tensors: Sequence[_Array]) -> NDArray[Any]: ...
@overload
def column_stack(tensors: Sequence[_Value]) -> Any: ...
@overload
def combinations(input: Tensor, r: builtins.int = 2, with_replacement: builtins.bool = False) -> Tensor:
    """Return all ways to choose ``r`` elements of a vector, in its order, as rows.

    Raises RuntimeError for another shape, and for a negative ``r``.

    >>> import autograd
    >>> autograd.combinations(autograd.tensor([1, 2, 3]))
    tensor([[1, 2],
            [1, 3],
            [2, 3]])
    """
@overload
def combinations(input: _Array, r: builtins.int = 2, with_replacement: builtins.bool = False) -> NDArray[Any]: ...
complex128: np.dtype[Any]
complex64: np.dtype[Any]
@overload
def concat(tensors: Sequence[Tensor], dim: builtins.int = 0, *, axis: builtins.int | None = None) -> Tensor:
    """Return the tensors joined along a dimension they have; all other sizes must agree.

    A vector of size 0 may stand among tensors of any shape. Raises RuntimeError for shapes that do not fit together,
    ValueError without any tensor.

    >>> import autograd
    >>> autograd.cat([autograd.tensor([1, 2]), autograd.tensor([3])])
    tensor([1, 2, 3])
    """
@overload
def concat(tensors: Sequence[_Array], dim: builtins.int = 0, *, axis: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def concat(tensors: Sequence[_Value], dim: builtins.int = 0, *, axis: builtins.int | None = None) -> Any: ...
@overload
def concatenate(tensors: Sequence[Tensor], dim: builtins.int = 0, *, axis: builtins.int | None = None) -> Tensor:
    """Return the tensors joined along a dimension they have; all other sizes must agree.

    A vector of size 0 may stand among tensors of any shape. Raises RuntimeError for shapes that do not fit together,
    ValueError without any tensor.

    >>> import autograd
    >>> autograd.cat([autograd.tensor([1, 2]), autograd.tensor([3])])
    tensor([1, 2, 3])
    """
@overload
def concatenate(tensors: Sequence[_Array], dim: builtins.int = 0, *, axis: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def concatenate(tensors: Sequence[_Value], dim: builtins.int = 0, *, axis: builtins.int | None = None) -> Any: ...
@overload
def copysign(input: Tensor, other: _Value) -> Tensor:
    """Change the sign of x1 to that of x2, element-wise."""
@overload
def copysign(input: _Array, other: Tensor) -> Tensor: ...
@overload
def copysign(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def corrcoef(input: Tensor) -> Tensor:
    """Return the correlations of variables, the rows of the input: `cov`, divided by the standard deviations.

    Raises RuntimeError for more than two dimensions.

    >>> import autograd
    >>> autograd.corrcoef(autograd.tensor([[1.0, 2.0, 3.0], [6.0, 4.0, 2.0]]))
    tensor([[ 1., -1.],
            [-1.,  1.]])
    """
@overload
def corrcoef(input: _Array) -> NDArray[Any]: ...
@overload
def cos(input: Tensor) -> Tensor:
    """Cosine element-wise."""
@overload
def cos(input: _Array) -> NDArray[Any]: ...
@overload
def cosh(input: Tensor) -> Tensor:
    """Hyperbolic cosine, element-wise."""
@overload
def cosh(input: _Array) -> NDArray[Any]: ...
@overload
def count_nonzero(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, *, axis: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
    """Return how many elements along ``dim`` are not zero.

    Shapes: (*) gives (*) without the dimensions in ``dim``.

    >>> import autograd
    >>> autograd.count_nonzero(autograd.tensor([[0.0, 2.0], [3.0, 4.0]]), dim=1)
    tensor([1, 2])
    """
@overload
def count_nonzero(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, *, axis: builtins.int | Sequence[builtins.int] | None = None) -> NDArray[Any]: ...
@overload
def cov(input: Tensor, *, correction: builtins.int = 1, fweights: _Value | None = None, aweights: _Value | None = None) -> Tensor:
    """Return the covariances of variables: the rows of the input, whose columns are observations.

    For a vector that is its variance. The sum of products of deviations is divided by n - ``correction``. ``fweights``
    are integers: how often each observation counts; ``aweights`` are floating-point numbers: how important it is.
    Raises RuntimeError for other weights and for more than two dimensions.

    >>> import autograd
    >>> autograd.cov(autograd.tensor([[1.0, 2.0, 3.0], [6.0, 4.0, 2.0]]))
    tensor([[ 1., -2.],
            [-2.,  4.]])
    """
@overload
def cov(input: _Array, *, correction: builtins.int = 1, fweights: _Array | None = None, aweights: _Array | None = None) -> NDArray[Any]: ...
@overload
def cross(input: Tensor, other: _Value, dim: builtins.int | None = None) -> Tensor:
    """Return the cross product of vectors of three along ``dim``, by default the first dimension of size 3.

    Raises RuntimeError if there is none, and for other sizes along ``dim``.

    >>> import autograd
    >>> autograd.cross(autograd.tensor([1.0, 0.0, 0.0]), autograd.tensor([0.0, 1.0, 0.0]))
    tensor([0., 0., 1.])
    """
@overload
def cross(input: _Array, other: Tensor, dim: builtins.int | None = None) -> Tensor: ...
@overload
def cross(input: _Array, other: _Array, dim: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def cummax(input: Tensor, dim: builtins.int | None = None, *, axis: builtins.int | None = None) -> Picked[Tensor]:
    """Return (values, indices): the maximum of the elements up to each one along ``dim``, and where it is.

    The last one of a tie is taken, and gets the gradient. NaN counts as greatest. Raises TypeError without ``dim``.

    >>> import autograd
    >>> values, indices = autograd.cummax(autograd.tensor([1.0, 3.0, 2.0, 3.0]), dim=0)
    >>> values, indices
    (tensor([1., 3., 3., 3.]), tensor([0, 1, 1, 3]))
    """
@overload
def cummax(input: _Array, dim: builtins.int | None = None, *, axis: builtins.int | None = None) -> Picked[NDArray[Any]]: ...
@overload
def cummin(input: Tensor, dim: builtins.int | None = None, *, axis: builtins.int | None = None) -> Picked[Tensor]:
    """Return (values, indices): the minimum of the elements up to each one along ``dim``, and where it is.

    The last one of a tie is taken, and gets the gradient. NaN counts as least. Raises TypeError without ``dim``.

    >>> import autograd
    >>> values, indices = autograd.cummin(autograd.tensor([3.0, 1.0, 2.0, 1.0]), dim=0)
    >>> values, indices
    (tensor([3., 1., 1., 1.]), tensor([0, 1, 1, 3]))
    """
@overload
def cummin(input: _Array, dim: builtins.int | None = None, *, axis: builtins.int | None = None) -> Picked[NDArray[Any]]: ...
@overload
def cumprod(input: Tensor, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> Tensor:
    """Return the products of the elements up to each one along ``dim``; the gradient is exact where they are zero.

    Raises TypeError without ``dim``.

    >>> import autograd
    >>> x = autograd.tensor([2.0, 0.0, 3.0], requires_grad=True)
    >>> autograd.cumprod(x, dim=0).sum().backward()
    >>> x.grad
    tensor([1., 8., 0.])
    """
@overload
def cumprod(input: _Array, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def cumsum(input: Tensor, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> Tensor:
    """Return the sums of the elements up to each one along ``dim``; booleans and integers add up to int64.

    Raises TypeError without ``dim``.

    >>> import autograd
    >>> autograd.cumsum(autograd.tensor([1.0, 2.0, 3.0]), dim=0)
    tensor([1., 3., 6.])
    """
@overload
def cumsum(input: _Array, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def cumulative_trapezoid(y: Tensor, x: _Value | None = None, *, dx: builtins.float | _Value | None = None, dim: builtins.int = -1) -> Tensor:
    """Return the integrals of ``y`` from the first point to each later one along ``dim``; see `trapezoid`.

    >>> import autograd
    >>> autograd.cumulative_trapezoid(autograd.tensor([1.0, 2.0, 3.0]))
    tensor([1.5000, 4.0000])
    """
@overload
def cumulative_trapezoid(y: _Array, x: _Array | None = None, *, dx: builtins.float | _Array | None = None, dim: builtins.int = -1) -> NDArray[Any]: ...
default_generator: Generator
@overload
def deg2rad(input: Tensor) -> Tensor:
    """Convert angles from degrees to radians."""
@overload
def deg2rad(input: _Array) -> NDArray[Any]: ...
@overload
def det(input: Tensor) -> Tensor:
    """Return the determinant of square matrices.

    The gradient is the matrix of cofactors: right for singular matrices too, and so is the second derivative; the third
    needs distinct singular values. Raises RuntimeError for other matrices.

    >>> import autograd
    >>> x = autograd.tensor([[1.0, 2.0], [2.0, 4.0]], requires_grad=True)
    >>> autograd.det(x).backward()
    >>> x.grad
    tensor([[ 4., -2.],
            [-2.,  1.]])
    """
@overload
def det(input: _Array) -> NDArray[Any]: ...
@overload
def diag(input: Tensor, diagonal: builtins.int = 0) -> Tensor:
    """Return a copy of a diagonal of a matrix, or the square matrix with a vector on that diagonal and zeros elsewhere.

    Raises RuntimeError for anything but a vector or a matrix.

    >>> import autograd
    >>> autograd.diag(autograd.tensor([[1, 2], [3, 4]]))
    tensor([1, 4])
    >>> autograd.diag(autograd.tensor([1, 4]))
    tensor([[1, 0],
            [0, 4]])
    """
@overload
def diag(input: _Array, diagonal: builtins.int = 0) -> NDArray[Any]: ...
@overload
def diag_embed(input: Tensor, offset: builtins.int = 0, dim1: builtins.int = -2, dim2: builtins.int = -1) -> Tensor:
    """Return matrices, in dim1 and dim2 of the result, with the last dimension of the input on a diagonal.

    Raises RuntimeError unless dim1 and dim2 differ.

    >>> import autograd
    >>> autograd.diag_embed(autograd.tensor([[1, 2], [3, 4]]))
    tensor([[[1, 0],
             [0, 2]],
            [[3, 0],
             [0, 4]]])
    """
@overload
def diag_embed(input: _Array, offset: builtins.int = 0, dim1: builtins.int = -2, dim2: builtins.int = -1) -> NDArray[Any]: ...
@overload
def diagflat(input: Tensor, offset: builtins.int = 0) -> Tensor:
    """Return the square matrix with all elements of the input on a diagonal, and zeros elsewhere.

    >>> import autograd
    >>> autograd.diagflat(autograd.tensor([[1], [2]]))
    tensor([[1, 0],
            [0, 2]])
    """
@overload
def diagflat(input: _Array, offset: builtins.int = 0) -> NDArray[Any]: ...
@overload
def diagonal(input: Tensor, offset: builtins.int = 0, dim1: builtins.int = 0, dim2: builtins.int = 1) -> Tensor:
    """Return the diagonals of the matrices in the dimensions dim1 and dim2, as the last dimension: a view.

    Raises RuntimeError unless dim1 and dim2 differ.

    >>> import autograd
    >>> autograd.diagonal(autograd.tensor([[1, 2, 3], [4, 5, 6]]), 1)
    tensor([2, 6])
    """
@overload
def diagonal(input: _Array, offset: builtins.int = 0, dim1: builtins.int = 0, dim2: builtins.int = 1) -> NDArray[Any]: ...
@overload
def diagonal_scatter(input: Tensor, src: _Value, offset: builtins.int = 0, dim1: builtins.int = 0, dim2: builtins.int = 1) -> Tensor:
    """Return the input with ``src`` in place of what `diagonal` returns. Raises RuntimeError for one of another shape.

    >>> import autograd
    >>> autograd.diagonal_scatter(autograd.ones(2, 2), autograd.zeros(2))
    tensor([[0., 1.],
            [1., 0.]])
    """
@overload
def diagonal_scatter(input: _Array, src: Tensor, offset: builtins.int = 0, dim1: builtins.int = 0, dim2: builtins.int = 1) -> Tensor: ...
@overload
def diagonal_scatter(input: _Array, src: _Array, offset: builtins.int = 0, dim1: builtins.int = 0, dim2: builtins.int = 1) -> NDArray[Any]: ...
@overload
def diff(input: Tensor, n: builtins.int = 1, dim: builtins.int = -1, prepend: _Value | None = None, append: _Value | None = None) -> Tensor:
    """Return the differences of neighbours along ``dim``, taken ``n`` times; of booleans, whether they differ.

    ``prepend`` and ``append`` are first joined to the input. Raises RuntimeError if their shapes differ from it, except
    along ``dim``, for 0-d tensors and for a negative ``n``.

    >>> import autograd
    >>> autograd.diff(autograd.tensor([1.0, 3.0, 6.0]), prepend=autograd.tensor([0.0]))
    tensor([1., 2., 3.])
    """
@overload
def diff(input: _Array, n: builtins.int = 1, dim: builtins.int = -1, prepend: _Array | None = None, append: _Array | None = None) -> NDArray[Any]: ...
@overload
def digamma(input: Tensor) -> Tensor:
    """The derivative of `lgamma`: gamma'(x) / gamma(x); NaN at -1, -2, ..."""
@overload
def digamma(input: _Array) -> NDArray[Any]: ...
@overload
def dist(input: Tensor, other: _Value, p: builtins.float = 2) -> Tensor:
    """Return the p-norm of input - other, broadcast. Raises RuntimeError for integers.

    >>> import autograd
    >>> autograd.dist(autograd.tensor([1.0, 2.0]), autograd.tensor([4.0, 6.0]))
    tensor(5.)
    """
@overload
def dist(input: _Array, other: Tensor, p: builtins.float = 2) -> Tensor: ...
@overload
def dist(input: _Array, other: _Array, p: builtins.float = 2) -> NDArray[Any]: ...
@overload
def div(input: Tensor, other: _Value, *, rounding_mode: builtins.str | None = None) -> Tensor:
    """Return input / other, broadcast; ``rounding_mode`` "floor" rounds the quotient down, "trunc" towards 0.

    The quotient of integers has the default dtype, the rounded one is an integer. The derivative of a rounded quotient
    is 0. Raises RuntimeError for another rounding mode, and if integers are divided by 0 to give an integer.

    >>> import autograd
    >>> autograd.div(autograd.tensor([7, -7]), 2)
    tensor([ 3.5000, -3.5000])
    >>> autograd.div(autograd.tensor([7, -7]), 2, rounding_mode="floor")
    tensor([ 3, -4])
    """
@overload
def div(input: _Array, other: Tensor, *, rounding_mode: builtins.str | None = None) -> Tensor: ...
@overload
def div(input: _Array, other: _Array, *, rounding_mode: builtins.str | None = None) -> NDArray[Any]: ...
@overload
def divide(input: Tensor, other: _Value, *, rounding_mode: builtins.str | None = None) -> Tensor:
    """Return input / other, broadcast; ``rounding_mode`` "floor" rounds the quotient down, "trunc" towards 0.

    The quotient of integers has the default dtype, the rounded one is an integer. The derivative of a rounded quotient
    is 0. Raises RuntimeError for another rounding mode, and if integers are divided by 0 to give an integer.

    >>> import autograd
    >>> autograd.div(autograd.tensor([7, -7]), 2)
    tensor([ 3.5000, -3.5000])
    >>> autograd.div(autograd.tensor([7, -7]), 2, rounding_mode="floor")
    tensor([ 3, -4])
    """
@overload
def divide(input: _Array, other: Tensor, *, rounding_mode: builtins.str | None = None) -> Tensor: ...
@overload
def divide(input: _Array, other: _Array, *, rounding_mode: builtins.str | None = None) -> NDArray[Any]: ...
@overload
def dot(input: Tensor, other: _Value) -> Tensor:
    """Return the inner product of two vectors. Raises RuntimeError for other shapes, and for sizes that differ.

    >>> import autograd
    >>> autograd.dot(autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]))
    tensor(11.)
    """
@overload
def dot(input: _Array, other: Tensor) -> Tensor: ...
@overload
def dot(input: _Array, other: _Array) -> NDArray[Any]: ...
double: np.dtype[Any]
@overload
def dsplit(input: Tensor, indices_or_sections: builtins.int | Sequence[builtins.int]) -> builtins.tuple[Tensor, ...]:
    """Return the input cut along dimension 2 at indices or into equal pieces.

    Raises RuntimeError if it does not divide into so many, and for fewer than three dimensions.

    >>> import autograd
    >>> [piece.shape for piece in autograd.dsplit(autograd.zeros(2, 3, 4), (1,))]
    [(2, 3, 1), (2, 3, 3)]
    """
@overload
def dsplit(input: _Array, indices_or_sections: builtins.int | Sequence[builtins.int]) -> builtins.tuple[NDArray[Any], ...]: ...
@overload
def dstack(tensors: Sequence[Tensor]) -> Tensor:
    """Return the tensors joined along dimension 2, which vectors and matrices get with size 1 (see `atleast_3d`).

    Raises RuntimeError as `cat`.

    >>> import autograd
    >>> autograd.dstack([autograd.tensor([1, 2]), autograd.tensor([3, 4])])
    tensor([[[1, 3],
             [2, 4]]])
    """
@overload
def dstack(tensors: Sequence[_Array]) -> NDArray[Any]: ...
@overload
def dstack(tensors: Sequence[_Value]) -> Any: ...
@overload
def einsum(equation: builtins.str, operands: Sequence[Tensor], /) -> Tensor:
    """Return the sum of products of the operands' elements over the indices that the result does not have.

    ``einsum("bij,bjk->bik", x, y)``: one letter for every dimension of an operand, spaces ignored. An index repeated in
    one operand takes its diagonal, ``...`` stands for dimensions that broadcast, and so does a dimension of size 1.
    Without ``->`` the result has the indices that occur once, in alphabetical order, capitals first, after those of the
    ellipsis; dimensions of an ellipsis that the result lacks are summed. The operands may come as one list, or each
    followed by a list of integers instead of letters: ``einsum(x, [0, 1], y, [1, 2], [0, 2])``.

    Many operands are multiplied two at a time, in the order of `numpy.einsum_path`. Raises RuntimeError for subscripts
    that do not fit the operands, and, as `matmul`, for operands of several dtypes whose product is summed.

    >>> import autograd
    >>> x = autograd.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> autograd.einsum("ij,jk->ik", x, x)
    tensor([[ 7., 10.],
            [15., 22.]])
    >>> autograd.einsum("ii", x)
    tensor(5.)
    """
@overload
def einsum(equation: builtins.str, operands: Sequence[_Array], /) -> NDArray[Any]: ...
@overload
def einsum(equation: builtins.str, operands: Sequence[_Value], /) -> Any: ...
@overload
def einsum(equation: builtins.str, /, *operands: Tensor) -> Tensor: ...
@overload
def einsum(equation: builtins.str, /, *operands: _Array) -> NDArray[Any]: ...
@overload
def einsum(equation: builtins.str, /, *operands: _Value) -> Any: ...
@overload
def einsum(*args: Any) -> Any: ...
@overload
def elementwise(function: Callable[..., Any], /, *, implements: Callable[..., Any] | None = None, **pullbacks: Callable[..., Any]) -> OpFunction:
    """Like `primitive`, for functions of single elements, whose arguments are broadcast against each other.

    The engine sums each gradient down to its argument's shape, so that no pullback has to.

    >>> import autograd, numpy as np
    >>> from autograd import elementwise
    >>> cube = elementwise(lambda x: x * x * x, x=lambda g, x: 3 * g * x * x)
    >>> x = autograd.tensor(2.0, requires_grad=True)
    >>> cube(x).backward()
    >>> x.grad
    tensor(12.)
    """
@overload
def elementwise(function: None = None, /, *, implements: Callable[..., Any] | None = None, **pullbacks: Callable[..., Any]) -> Callable[[Callable[..., Any]], OpFunction]: ...
def empty(*sizes: Any, size: Any = None, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return a tensor of a shape whose elements are not set. Raises what `zeros` raises.

    >>> import autograd
    >>> autograd.empty(2, 3).shape
    (2, 3)
    """
def empty_like(input: Any, *, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return a tensor of the input's shape and dtype whose elements are not set; see `zeros_like`.

    >>> import autograd
    >>> autograd.empty_like(autograd.ones(2, 3)).shape
    (2, 3)
    """
@overload
def eq(input: Tensor, other: _Value) -> Tensor:
    """Return (x1 == x2) element-wise."""
@overload
def eq(input: _Array, other: Tensor) -> Tensor: ...
@overload
def eq(input: _Array, other: _Array) -> NDArray[Any]: ...
def equal(input: _Value, other: _Value) -> builtins.bool:
    """Return whether two tensors have the same shape and equal elements. Raises TypeError for anything but tensors.

    >>> import autograd
    >>> autograd.equal(autograd.tensor([1, 2]), autograd.tensor([1, 2]))
    True
    """
@overload
def erf(input: Tensor) -> Tensor:
    """Error function: 2 / sqrt(pi) * the integral of exp(-t²) from 0 to x."""
@overload
def erf(input: _Array) -> NDArray[Any]: ...
@overload
def erfc(input: Tensor) -> Tensor:
    """Complementary error function: 1 - erf(x), without the cancellation of that where x is great."""
@overload
def erfc(input: _Array) -> NDArray[Any]: ...
@overload
def erfinv(input: Tensor) -> Tensor:
    """The inverse of the error function: infinite at -1 and 1, NaN beyond."""
@overload
def erfinv(input: _Array) -> NDArray[Any]: ...
@overload
def exp(input: Tensor) -> Tensor:
    """Calculate the exponential of all elements in the input array."""
@overload
def exp(input: _Array) -> NDArray[Any]: ...
@overload
def exp2(input: Tensor) -> Tensor:
    """Calculate `2**p` for all `p` in the input array."""
@overload
def exp2(input: _Array) -> NDArray[Any]: ...
@overload
def expand(input: Tensor, *sizes: builtins.int | Sequence[builtins.int], size: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
    """Return the input with dimensions of size 1 repeated, as a read-only view; -1 keeps a size.

    Raises RuntimeError if it does not broadcast to that shape.

    >>> import autograd
    >>> autograd.tensor([[1], [2]]).expand(-1, 3)
    tensor([[1, 1, 1],
            [2, 2, 2]])
    """
@overload
def expand(input: _Array, *sizes: builtins.int | Sequence[builtins.int], size: builtins.int | Sequence[builtins.int] | None = None) -> NDArray[Any]: ...
@overload
def expm1(input: Tensor) -> Tensor:
    """Calculate ``exp(x) - 1`` for all elements in the array."""
@overload
def expm1(input: _Array) -> NDArray[Any]: ...
def eye(n: builtins.int, m: builtins.int | None = None, *, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return an n x m matrix (n x n without m) with ones on the diagonal and zeros elsewhere.

    Raises RuntimeError for negative sizes.

    >>> import autograd
    >>> autograd.eye(2)
    tensor([[1., 0.],
            [0., 1.]])
    """
@overload
def fix(input: Tensor) -> Tensor:
    """Return the truncated value of the input, element-wise."""
@overload
def fix(input: _Array) -> NDArray[Any]: ...
@overload
def flatten(input: Tensor, start_dim: builtins.int = 0, end_dim: builtins.int = -1) -> Tensor:
    """Return the input with the dimensions from start_dim to end_dim made into one.

    Raises RuntimeError if start_dim comes after end_dim.

    >>> import autograd
    >>> autograd.flatten(autograd.zeros(2, 3, 4), 1).shape
    (2, 12)
    """
@overload
def flatten(input: _Array, start_dim: builtins.int = 0, end_dim: builtins.int = -1) -> NDArray[Any]: ...
@overload
def flip(input: Tensor, *order: builtins.int | Sequence[builtins.int], dims: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
    """Return a copy with the elements along ``dims`` in reverse. Raises RuntimeError if one is named twice.

    >>> import autograd
    >>> autograd.flip(autograd.tensor([[1, 2], [3, 4]]), (1,))
    tensor([[2, 1],
            [4, 3]])
    """
@overload
def flip(input: _Array, *order: builtins.int | Sequence[builtins.int], dims: builtins.int | Sequence[builtins.int] | None = None) -> NDArray[Any]: ...
@overload
def fliplr(input: Tensor) -> Tensor:
    """Return a copy with the columns, dimension 1, in reverse. Raises RuntimeError for fewer than two dimensions.

    >>> import autograd
    >>> autograd.fliplr(autograd.tensor([[1, 2], [3, 4]]))
    tensor([[2, 1],
            [4, 3]])
    """
@overload
def fliplr(input: _Array) -> NDArray[Any]: ...
@overload
def flipud(input: Tensor) -> Tensor:
    """Return a copy with the rows, dimension 0, in reverse. Raises RuntimeError for a 0-d tensor.

    >>> import autograd
    >>> autograd.flipud(autograd.tensor([[1, 2], [3, 4]]))
    tensor([[3, 4],
            [1, 2]])
    """
@overload
def flipud(input: _Array) -> NDArray[Any]: ...
float: np.dtype[Any]
float16: np.dtype[Any]
float32: np.dtype[Any]
float64: np.dtype[Any]
@overload
def float_power(input: Tensor, exponent: _Value) -> Tensor:
    """Return input to the power of exponent, computed in float64 (complex128) whatever their dtypes.

    >>> import autograd
    >>> autograd.float_power(autograd.tensor([1, 2, 3]), -1)
    tensor([1.0000, 0.5000, 0.3333], dtype=float64)
    """
@overload
def float_power(input: _Array, exponent: Tensor) -> Tensor: ...
@overload
def float_power(input: _Array, exponent: _Array) -> NDArray[Any]: ...
@overload
def floor(input: Tensor) -> Tensor:
    """Return the floor of the input, element-wise."""
@overload
def floor(input: _Array) -> NDArray[Any]: ...
@overload
def floor_divide(input: Tensor, other: _Value) -> Tensor:
    """The quotient a / b, rounded down."""
@overload
def floor_divide(input: _Array, other: Tensor) -> Tensor: ...
@overload
def floor_divide(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def fmax(input: Tensor, other: _Value) -> Tensor:
    """Element-wise maximum of array elements."""
@overload
def fmax(input: _Array, other: Tensor) -> Tensor: ...
@overload
def fmax(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def fmin(input: Tensor, other: _Value) -> Tensor:
    """Element-wise minimum of array elements."""
@overload
def fmin(input: _Array, other: Tensor) -> Tensor: ...
@overload
def fmin(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def fmod(input: Tensor, other: _Value) -> Tensor:
    """a - b * trunc(a / b), which has the sign of a."""
@overload
def fmod(input: _Array, other: Tensor) -> Tensor: ...
@overload
def fmod(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def frac(input: Tensor) -> Tensor:
    """The part of x after the decimal point, with the sign of x."""
@overload
def frac(input: _Array) -> NDArray[Any]: ...
def full(size: Any, fill_value: Any, *, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return a tensor of shape ``size`` filled with one value, of that value's dtype.

    Raises TypeError for more than one value, RuntimeError for a number that ``dtype`` does not have.

    >>> import autograd
    >>> autograd.full((2,), 7)
    tensor([7, 7])
    """
def full_like(input: Any, fill_value: Any, *, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return a tensor of the input's shape and dtype, filled with one value; see `full`.

    >>> import autograd
    >>> autograd.full_like(autograd.ones(2), 3)
    tensor([3., 3.])
    """
@overload
def gather(input: Tensor, dim: builtins.int, index: _Value, *, sparse_grad: builtins.bool = False) -> Tensor:
    """Return out[i][j] = input[i][index[i][j]] for dim = 1, and likewise for other dimensions and ranks.

    The index may be smaller than the input along the other dimensions. Raises RuntimeError if it is larger there, and
    for indices that are negative or too large. Gradients are never sparse: ``sparse_grad`` is ignored.

    >>> import autograd
    >>> autograd.gather(autograd.tensor([[1, 2], [3, 4]]), 1, autograd.tensor([[0, 0], [1, 0]]))
    tensor([[1, 1],
            [4, 3]])
    """
@overload
def gather(input: _Array, dim: builtins.int, index: Tensor, *, sparse_grad: builtins.bool = False) -> Tensor: ...
@overload
def gather(input: _Array, dim: builtins.int, index: _Array, *, sparse_grad: builtins.bool = False) -> NDArray[Any]: ...
@overload
def gcd(input: Tensor, other: _Value) -> Tensor:
    """The greatest common divisor of |a| and |b|."""
@overload
def gcd(input: _Array, other: Tensor) -> Tensor: ...
@overload
def gcd(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def ge(input: Tensor, other: _Value) -> Tensor:
    """Return the truth value of (x1 >= x2) element-wise."""
@overload
def ge(input: _Array, other: Tensor) -> Tensor: ...
@overload
def ge(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def ger(input: Tensor, vec2: _Value) -> Tensor:
    """Return the products of all pairs of elements of two vectors, as a matrix. Raises RuntimeError for other shapes.

    >>> import autograd
    >>> autograd.outer(autograd.tensor([1, 2]), autograd.tensor([3, 4]))
    tensor([[3, 4],
            [6, 8]])
    """
@overload
def ger(input: _Array, vec2: Tensor) -> Tensor: ...
@overload
def ger(input: _Array, vec2: _Array) -> NDArray[Any]: ...
def grad(outputs: Any, inputs: Any, grad_outputs: Any = None, retain_graph: builtins.bool | None = None, create_graph: builtins.bool = False, allow_unused: builtins.bool | None = None, materialize_grads: builtins.bool = False) -> builtins.tuple[Tensor, ...]:
    """Return the gradients of ``outputs`` with respect to ``inputs``, without touching any ``.grad``.

    The sum over outputs of (grad_output)ᵀ ∂output/∂input, one tensor for each input, of its shape and dtype. An input
    that the outputs do not depend on raises RuntimeError, or gives None with ``allow_unused``, zeros with
    ``materialize_grads``. The other arguments are those of `backward`.

    >>> import autograd
    >>> x = autograd.tensor(2.0, requires_grad=True)
    >>> (first,) = autograd.grad(x * x * x, x, create_graph=True)
    >>> (second,) = autograd.grad(first, x)
    >>> first.item(), second.item()
    (12.0, 12.0)
    """
@overload
def greater(input: Tensor, other: _Value) -> Tensor:
    """Return the truth value of (x1 > x2) element-wise."""
@overload
def greater(input: _Array, other: Tensor) -> Tensor: ...
@overload
def greater(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def greater_equal(input: Tensor, other: _Value) -> Tensor:
    """Return the truth value of (x1 >= x2) element-wise."""
@overload
def greater_equal(input: _Array, other: Tensor) -> Tensor: ...
@overload
def greater_equal(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def gt(input: Tensor, other: _Value) -> Tensor:
    """Return the truth value of (x1 > x2) element-wise."""
@overload
def gt(input: _Array, other: Tensor) -> Tensor: ...
@overload
def gt(input: _Array, other: _Array) -> NDArray[Any]: ...
half: np.dtype[Any]
@overload
def hardshrink(input: Tensor, lambd: builtins.float = ...) -> Tensor:
    """Return 0 where |x| <= lambd, where the derivative is 0 too, and x elsewhere.

    >>> import autograd
    >>> autograd.hardshrink(autograd.tensor([-2.0, 0.3, 1.0]))
    tensor([-2.,  0.,  1.])
    """
@overload
def hardshrink(input: _Array, lambd: builtins.float = ...) -> NDArray[Any]: ...
@overload
def heaviside(input: Tensor, values: _Value) -> Tensor:
    """0 where x < 0, 1 where x > 0, and ``values`` at 0."""
@overload
def heaviside(input: _Array, values: Tensor) -> Tensor: ...
@overload
def heaviside(input: _Array, values: _Array) -> NDArray[Any]: ...
@overload
def histc(input: Tensor, bins: builtins.int = 100, min: builtins.float = 0, max: builtins.float = 0) -> Tensor:
    """Return how many elements are in each of ``bins`` equal parts of [min, max], in the dtype of the input.

    Elements outside are not counted. If min and max are equal, the least and the greatest element take their place.
    Raises NotImplementedError for integers and booleans, RuntimeError unless ``bins`` is positive, and the range finite
    and ascending.

    >>> import autograd
    >>> autograd.histc(autograd.tensor([1.0, 2.0, 1.0]), bins=4, min=0, max=3)
    tensor([0., 2., 1., 0.])
    """
@overload
def histc(input: _Array, bins: builtins.int = 100, min: builtins.float = 0, max: builtins.float = 0) -> NDArray[Any]: ...
def histogram(input: _Value, bins: builtins.int | _Value, *, range: builtins.tuple[builtins.float, builtins.float] | None = None, weight: _Value | None = None, density: builtins.bool = False) -> Histogram:
    """Return (hist, bin_edges): how many elements are in each bin, or the sums of their ``weight``, and the edges.

    ``bins`` is the number of equal parts of ``range``, by default that of the elements, or a tensor of ascending edges.
    A bin includes its left edge, the last one its right edge too. With ``density`` the integral of ``hist`` is 1.
    Raises what `histc` raises, and RuntimeError for a weight of another shape than the input.

    >>> import autograd
    >>> autograd.histogram(autograd.tensor([1.0, 2.0, 1.0]), 3, range=(0.0, 3.0)).hist
    tensor([0., 2., 1.])
    """
@overload
def hsplit(input: Tensor, indices_or_sections: builtins.int | Sequence[builtins.int]) -> builtins.tuple[Tensor, ...]:
    """Return the input cut along dimension 1, a vector along its only one, at indices or into equal pieces.

    Raises RuntimeError if it does not divide into so many, and for a 0-d tensor.

    >>> import autograd
    >>> autograd.hsplit(autograd.arange(4), 2)
    (tensor([0, 1]), tensor([2, 3]))
    """
@overload
def hsplit(input: _Array, indices_or_sections: builtins.int | Sequence[builtins.int]) -> builtins.tuple[NDArray[Any], ...]: ...
@overload
def hstack(tensors: Sequence[Tensor]) -> Tensor:
    """Return the tensors joined along dimension 1, vectors along their only one; raises RuntimeError as `cat`.

    >>> import autograd
    >>> autograd.hstack([autograd.tensor([1, 2]), autograd.tensor(3)])
    tensor([1, 2, 3])
    """
@overload
def hstack(tensors: Sequence[_Array]) -> NDArray[Any]: ...
@overload
def hstack(tensors: Sequence[_Value]) -> Any: ...
@overload
def hypot(input: Tensor, other: _Value) -> Tensor:
    """Given the "legs" of a right triangle, return its hypotenuse."""
@overload
def hypot(input: _Array, other: Tensor) -> Tensor: ...
@overload
def hypot(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def index_add(input: Tensor, dim: builtins.int, index: _Value, source: _Value, *, alpha: builtins.float = 1) -> Tensor:
    """Return the input with alpha * source[i] added to its slice index[i] along ``dim``; repeated indices add up.

    Raises RuntimeError for a source of another dtype or shape than the input, except that it has as many slices as
    there are indices; IndexError or RuntimeError for indices that are out of range or not integers.

    >>> import autograd
    >>> autograd.index_add(autograd.zeros(3), 0, autograd.tensor([0, 2, 2]), autograd.tensor([1.0, 2.0, 3.0]))
    tensor([1., 0., 5.])
    """
@overload
def index_add(input: _Array, dim: builtins.int, index: Tensor, source: _Value, *, alpha: builtins.float = 1) -> Tensor: ...
@overload
def index_add(input: _Array, dim: builtins.int, index: _Array, source: Tensor, *, alpha: builtins.float = 1) -> Tensor: ...
@overload
def index_add(input: _Array, dim: builtins.int, index: _Array, source: _Array, *, alpha: builtins.float = 1) -> NDArray[Any]: ...
@overload
def index_copy(input: Tensor, dim: builtins.int, index: _Value, source: _Value) -> Tensor:
    """Return the input with source[i] as its slice index[i] along ``dim``; of repeated indices the last one counts.

    Raises IndexError or RuntimeError for what `index_add` refuses.

    >>> import autograd
    >>> autograd.index_copy(autograd.zeros(3), 0, autograd.tensor([2, 0]), autograd.tensor([1.0, 2.0]))
    tensor([2., 0., 1.])
    """
@overload
def index_copy(input: _Array, dim: builtins.int, index: Tensor, source: _Value) -> Tensor: ...
@overload
def index_copy(input: _Array, dim: builtins.int, index: _Array, source: Tensor) -> Tensor: ...
@overload
def index_copy(input: _Array, dim: builtins.int, index: _Array, source: _Array) -> NDArray[Any]: ...
@overload
def index_fill(input: Tensor, dim: builtins.int, index: _Value, value: builtins.float | _Value) -> Tensor:
    """Return the input with ``value``, a number or a 0-d tensor, in its slices ``index`` along ``dim``.

    Raises IndexError for indices out of range, RuntimeError for those that are not integers and for a value that the
    dtype does not have, TypeError for one that is no number.

    >>> import autograd
    >>> autograd.index_fill(autograd.zeros(2, 2), 1, autograd.tensor([0]), 7)
    tensor([[7., 0.],
            [7., 0.]])
    """
@overload
def index_fill(input: _Array, dim: builtins.int, index: Tensor, value: builtins.float | _Value) -> Tensor: ...
@overload
def index_fill(input: _Array, dim: builtins.int, index: _Array, value: builtins.float | _Array) -> NDArray[Any]: ...
@overload
def index_put(input: Tensor, indices: _Value, values: _Value, accumulate: builtins.bool = False) -> Tensor:
    """Return the input with ``values``, broadcast, at input[indices]; with ``accumulate`` they are added.

    ``indices`` is a tuple of tensors of integers or booleans. Where they repeat, the last value stays, or all add up.
    Raises RuntimeError for values of another dtype, TypeError for indices that are no such tuple.

    >>> import autograd
    >>> x, rows = autograd.zeros(3), autograd.tensor([0, 0, 2])
    >>> autograd.index_put(x, (rows,), autograd.tensor(1.0), accumulate=True)
    tensor([2., 0., 1.])
    """
@overload
def index_put(input: _Array, indices: Tensor, values: _Value, accumulate: builtins.bool = False) -> Tensor: ...
@overload
def index_put(input: _Array, indices: _Array, values: Tensor, accumulate: builtins.bool = False) -> Tensor: ...
@overload
def index_put(input: _Array, indices: _Array, values: _Array, accumulate: builtins.bool = False) -> NDArray[Any]: ...
@overload
def index_reduce(input: Tensor, dim: builtins.int, index: _Value, source: _Value, reduce: builtins.str, *, include_self: builtins.bool = True) -> Tensor:
    """Return the input with source[i] combined into its slice index[i] along ``dim``.

    ``reduce`` is "prod", "mean", "amax" or "amin", as in `scatter_reduce`; `index_add` is the sum. Raises RuntimeError
    for another one, and for what `index_add` refuses.

    >>> import autograd
    >>> x, index = autograd.tensor([4.0, 5.0]), autograd.tensor([0, 0])
    >>> autograd.index_reduce(x, 0, index, autograd.tensor([1.0, 7.0]), "amax")
    tensor([7., 5.])
    """
@overload
def index_reduce(input: _Array, dim: builtins.int, index: Tensor, source: _Value, reduce: builtins.str, *, include_self: builtins.bool = True) -> Tensor: ...
@overload
def index_reduce(input: _Array, dim: builtins.int, index: _Array, source: Tensor, reduce: builtins.str, *, include_self: builtins.bool = True) -> Tensor: ...
@overload
def index_reduce(input: _Array, dim: builtins.int, index: _Array, source: _Array, reduce: builtins.str, *, include_self: builtins.bool = True) -> NDArray[Any]: ...
@overload
def index_select(input: Tensor, dim: builtins.int, index: _Value) -> Tensor:
    """Return the slices of the input along ``dim`` at the positions in ``index``, a vector of integers.

    Raises IndexError for positions that are negative or too large, RuntimeError for an index that is not of integers.

    >>> import autograd
    >>> autograd.index_select(autograd.tensor([[1, 2], [3, 4]]), 1, autograd.tensor([1, 1]))
    tensor([[2, 2],
            [4, 4]])
    """
@overload
def index_select(input: _Array, dim: builtins.int, index: Tensor) -> Tensor: ...
@overload
def index_select(input: _Array, dim: builtins.int, index: _Array) -> NDArray[Any]: ...
@overload
def inner(input: Tensor, other: _Value) -> Tensor:
    """Return the inner products of all vectors in the last dimensions: of shapes (..., n) and (---, n), (..., ---).

    With a 0-d tensor it is the product of the two. Raises RuntimeError if the last dimensions or the dtypes differ.

    >>> import autograd
    >>> autograd.inner(autograd.ones(2, 3), autograd.ones(4, 3)).shape
    (2, 4)
    """
@overload
def inner(input: _Array, other: Tensor) -> Tensor: ...
@overload
def inner(input: _Array, other: _Array) -> NDArray[Any]: ...
int: np.dtype[Any]
int16: np.dtype[Any]
int32: np.dtype[Any]
int64: np.dtype[Any]
int8: np.dtype[Any]
@overload
def inverse(input: Tensor) -> Tensor:
    """Return the inverse of a square matrix, or of each in a batch: `linalg.inv`. Raises LinAlgError if there is none.

    >>> import autograd
    >>> autograd.inverse(autograd.tensor([[2.0, 0.0], [0.0, 4.0]]))
    tensor([[0.5000, 0.0000],
            [0.0000, 0.2500]])
    """
@overload
def inverse(input: _Array) -> NDArray[Any]: ...
def is_complex(input: _Value) -> builtins.bool:
    """Return whether the dtype is of complex numbers.

    >>> import autograd
    >>> autograd.is_complex(autograd.tensor([1j])), autograd.is_complex(autograd.ones(2))
    (True, False)
    """
def is_floating_point(input: _Value) -> builtins.bool:
    """Return whether the dtype is of floating point.

    >>> import autograd
    >>> autograd.is_floating_point(autograd.ones(2)), autograd.is_floating_point(autograd.arange(2))
    (True, False)
    """
def is_nonzero(input: _Value) -> builtins.bool:
    """Return whether the only element of a tensor is not zero. Raises RuntimeError if there are several, or none.

    >>> import autograd
    >>> autograd.is_nonzero(autograd.tensor([0.0])), autograd.is_nonzero(autograd.tensor(2))
    (False, True)
    """
@overload
def isclose(input: Tensor, other: _Value, rtol: builtins.float = ..., atol: builtins.float = ..., equal_nan: builtins.bool = False) -> Tensor:
    """Return where input and other are equal or differ by at most atol + rtol * |other|.

    Infinities are close to themselves only, NaN to NaN if ``equal_nan``. Raises RuntimeError for negative tolerances.

    >>> import autograd
    >>> autograd.isclose(autograd.tensor([1.0, 2.0]), autograd.tensor([1.0 + 1e-6, 2.1]))
    tensor([ True, False])
    """
@overload
def isclose(input: _Array, other: Tensor, rtol: builtins.float = ..., atol: builtins.float = ..., equal_nan: builtins.bool = False) -> Tensor: ...
@overload
def isclose(input: _Array, other: _Array, rtol: builtins.float = ..., atol: builtins.float = ..., equal_nan: builtins.bool = False) -> NDArray[Any]: ...
@overload
def isfinite(input: Tensor) -> Tensor:
    """Test element-wise for finiteness (not infinity and not Not a Number)."""
@overload
def isfinite(input: _Array) -> NDArray[Any]: ...
@overload
def isin(elements: Tensor, test_elements: _Value, *, assume_unique: builtins.bool = False, invert: builtins.bool = False) -> Tensor:
    """Return whether each element is one of ``test_elements``, or is none of them if ``invert``; one may be a number.

    ``assume_unique`` promises that neither has an element twice, which is faster. Raises TypeError for two numbers.

    >>> import autograd
    >>> autograd.isin(autograd.tensor([1, 2, 3]), autograd.tensor([2, 3]))
    tensor([False,  True,  True])
    """
@overload
def isin(elements: _Array, test_elements: Tensor, *, assume_unique: builtins.bool = False, invert: builtins.bool = False) -> Tensor: ...
@overload
def isin(elements: _Array, test_elements: _Array, *, assume_unique: builtins.bool = False, invert: builtins.bool = False) -> NDArray[Any]: ...
@overload
def isinf(input: Tensor) -> Tensor:
    """Test element-wise for positive or negative infinity."""
@overload
def isinf(input: _Array) -> NDArray[Any]: ...
@overload
def isnan(input: Tensor) -> Tensor:
    """Test element-wise for NaN and return result as a boolean array."""
@overload
def isnan(input: _Array) -> NDArray[Any]: ...
@overload
def isneginf(input: Tensor) -> Tensor:
    """Whether x is -inf."""
@overload
def isneginf(input: _Array) -> NDArray[Any]: ...
@overload
def isposinf(input: Tensor) -> Tensor:
    """Whether x is +inf."""
@overload
def isposinf(input: _Array) -> NDArray[Any]: ...
@overload
def isreal(input: Tensor) -> Tensor:
    """Whether x has no imaginary part."""
@overload
def isreal(input: _Array) -> NDArray[Any]: ...
@overload
def kron(input: Tensor, other: _Value) -> Tensor:
    """Return the Kronecker product: a block of the size of ``other`` for each element of the input.

    The one with fewer dimensions gets new ones of size 1 in front.

    >>> import autograd
    >>> autograd.kron(autograd.tensor([1, 10]), autograd.tensor([1, 2, 3]))
    tensor([ 1,  2,  3, 10, 20, 30])
    """
@overload
def kron(input: _Array, other: Tensor) -> Tensor: ...
@overload
def kron(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def kthvalue(input: Tensor, k: builtins.int, dim: builtins.int = -1, keepdim: builtins.bool = False) -> Picked[Tensor]:
    """Return the k-th smallest element along ``dim``, counted from 1, and its index, as (values, indices).

    Raises RuntimeError unless 1 <= k <= size, and for complex numbers; TypeError for a k that is no integer; IndexError
    along a dimension of size 0.

    >>> import autograd
    >>> values, indices = autograd.kthvalue(autograd.tensor([3.0, 1.0, 2.0]), 2)
    >>> values, indices
    (tensor(2.), tensor(2))
    """
@overload
def kthvalue(input: _Array, k: builtins.int, dim: builtins.int = -1, keepdim: builtins.bool = False) -> Picked[NDArray[Any]]: ...
@overload
def lcm(input: Tensor, other: _Value) -> Tensor:
    """The least common multiple of |a| and |b|."""
@overload
def lcm(input: _Array, other: Tensor) -> Tensor: ...
@overload
def lcm(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def ldexp(input: Tensor, other: _Value) -> Tensor:
    """Return input * 2**other.

    >>> import autograd
    >>> autograd.ldexp(autograd.tensor([1.0, 3.0]), autograd.tensor([1, -1]))
    tensor([2.0000, 1.5000])
    """
@overload
def ldexp(input: _Array, other: Tensor) -> Tensor: ...
@overload
def ldexp(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def le(input: Tensor, other: _Value) -> Tensor:
    """Return the truth value of (x1 <= x2) element-wise."""
@overload
def le(input: _Array, other: Tensor) -> Tensor: ...
@overload
def le(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def lerp(input: Tensor, end: _Value, weight: _Value) -> Tensor:
    """Return input + weight * (end - input), a linear interpolation; the weight is a number or a tensor.

    >>> import autograd
    >>> autograd.lerp(autograd.tensor([0.0, 1.0]), autograd.tensor([10.0, 3.0]), 0.5)
    tensor([5., 2.])
    """
@overload
def lerp(input: _Array, end: Tensor, weight: _Value) -> Tensor: ...
@overload
def lerp(input: _Array, end: _Array, weight: Tensor) -> Tensor: ...
@overload
def lerp(input: _Array, end: _Array, weight: _Array) -> NDArray[Any]: ...
@overload
def less(input: Tensor, other: _Value) -> Tensor:
    """Return the truth value of (x1 < x2) element-wise."""
@overload
def less(input: _Array, other: Tensor) -> Tensor: ...
@overload
def less(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def less_equal(input: Tensor, other: _Value) -> Tensor:
    """Return the truth value of (x1 <= x2) element-wise."""
@overload
def less_equal(input: _Array, other: Tensor) -> Tensor: ...
@overload
def less_equal(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def lgamma(input: Tensor) -> Tensor:
    """log |gamma(x)|, where gamma(n) = (n - 1)!; infinite at 0, -1, -2, ..."""
@overload
def lgamma(input: _Array) -> NDArray[Any]: ...
def linspace(start: builtins.float, end: builtins.float, steps: builtins.int, *, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return ``steps`` numbers, evenly spaced, from start to end, both included.

    Raises RuntimeError for a negative number of steps.

    >>> import autograd
    >>> autograd.linspace(0, 1, 5)
    tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])
    """
@overload
def log(input: Tensor) -> Tensor:
    """Natural logarithm, element-wise."""
@overload
def log(input: _Array) -> NDArray[Any]: ...
@overload
def log10(input: Tensor) -> Tensor:
    """Return the base 10 logarithm of the input array, element-wise."""
@overload
def log10(input: _Array) -> NDArray[Any]: ...
@overload
def log1p(input: Tensor) -> Tensor:
    """Return the natural logarithm of one plus the input array, element-wise."""
@overload
def log1p(input: _Array) -> NDArray[Any]: ...
@overload
def log2(input: Tensor) -> Tensor:
    """Base-2 logarithm of `x`."""
@overload
def log2(input: _Array) -> NDArray[Any]: ...
@overload
def log_softmax(input: Tensor, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> Tensor:
    """Return x - log sum exp(x) along ``dim``, without overflow; see `softmax`, also for what it raises.

    >>> import autograd
    >>> autograd.log_softmax(autograd.tensor([1000.0, 0.0]), dim=0)
    tensor([    0., -1000.])
    """
@overload
def log_softmax(input: _Array, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def logaddexp(input: Tensor, other: _Value) -> Tensor:
    """log(exp(a) + exp(b)), without overflow."""
@overload
def logaddexp(input: _Array, other: Tensor) -> Tensor: ...
@overload
def logaddexp(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def logaddexp2(input: Tensor, other: _Value) -> Tensor:
    """log2(2**a + 2**b), without overflow."""
@overload
def logaddexp2(input: _Array, other: Tensor) -> Tensor: ...
@overload
def logaddexp2(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def logcumsumexp(input: Tensor, dim: builtins.int | None = None, *, axis: builtins.int | None = None) -> Tensor:
    """Return the log of the sums of exp(x) up to each element along ``dim``, without overflow.

    Raises NotImplementedError for integers and booleans, as PyTorch does, and TypeError without ``dim``.

    >>> import autograd
    >>> autograd.logcumsumexp(autograd.tensor([1000.0, 1000.0]), dim=0)
    tensor([1000.0000, 1000.6932])
    """
@overload
def logcumsumexp(input: _Array, dim: builtins.int | None = None, *, axis: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def logdet(input: Tensor) -> Tensor:
    """Return the logarithm of the determinant: -inf if it is 0, NaN if it is negative.

    Raises RuntimeError for anything but square matrices.

    >>> import autograd
    >>> autograd.logdet(autograd.tensor([[2.0, 0.0], [0.0, 0.5]]))
    tensor(0.)
    """
@overload
def logdet(input: _Array) -> NDArray[Any]: ...
@overload
def logical_and(input: Tensor, other: _Value) -> Tensor:
    """Compute the truth value of x1 AND x2 element-wise."""
@overload
def logical_and(input: _Array, other: Tensor) -> Tensor: ...
@overload
def logical_and(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def logical_not(input: Tensor) -> Tensor:
    """Compute the truth value of NOT x element-wise."""
@overload
def logical_not(input: _Array) -> NDArray[Any]: ...
@overload
def logical_or(input: Tensor, other: _Value) -> Tensor:
    """Compute the truth value of x1 OR x2 element-wise."""
@overload
def logical_or(input: _Array, other: Tensor) -> Tensor: ...
@overload
def logical_or(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def logical_xor(input: Tensor, other: _Value) -> Tensor:
    """Compute the truth value of x1 XOR x2, element-wise."""
@overload
def logical_xor(input: _Array, other: Tensor) -> Tensor: ...
@overload
def logical_xor(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def logit(input: Tensor, eps: builtins.float | None = None) -> Tensor:
    """Return log(x / (1 - x)), the inverse of `sigmoid`, of x limited to [eps, 1 - eps] if ``eps`` is given.

    Without it the result is infinite at 0 and 1, and NaN beyond. The gradient is 0 where the limits apply.

    >>> import autograd
    >>> autograd.logit(autograd.tensor([0.5, 0.9, 1.0]), eps=1e-3)
    tensor([0.0000, 2.1972, 6.9068])
    """
@overload
def logit(input: _Array, eps: builtins.float | None = None) -> NDArray[Any]: ...
def logspace(start: builtins.float, end: builtins.float, steps: builtins.int, base: builtins.float = ..., *, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return the powers of ``base`` to ``steps`` exponents, evenly spaced, from start to end, both included.

    Raises RuntimeError for a negative number of steps.

    >>> import autograd
    >>> autograd.logspace(0, 2, 3)
    tensor([  1.,  10., 100.])
    """
@overload
def logsumexp(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return log sum exp(x) over ``dim``, without overflow; of integers in the default dtype.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.
    Raises TypeError without ``dim``.

    >>> import autograd
    >>> autograd.logsumexp(autograd.tensor([1000.0, 1000.0]), dim=0)
    tensor(1000.6932)
    """
@overload
def logsumexp(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
long: np.dtype[Any]
@overload
def lt(input: Tensor, other: _Value) -> Tensor:
    """Return the truth value of (x1 < x2) element-wise."""
@overload
def lt(input: _Array, other: Tensor) -> Tensor: ...
@overload
def lt(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def masked_fill(input: Tensor, mask: _Value, value: builtins.float | _Value) -> Tensor:
    """Return the input with ``value``, a number or a 0-d tensor, where ``mask`` is true; mask and input are broadcast.

    The result has the input's dtype. Raises RuntimeError for a mask that is not of booleans, for shapes that do not
    broadcast, and for a value that the dtype does not have; TypeError for one that is no number.

    >>> import autograd
    >>> autograd.masked_fill(autograd.tensor([1.0, 2.0]), autograd.tensor([True, False]), 0.0)
    tensor([0., 2.])
    """
@overload
def masked_fill(input: _Array, mask: Tensor, value: builtins.float | _Value) -> Tensor: ...
@overload
def masked_fill(input: _Array, mask: _Array, value: builtins.float | _Array) -> NDArray[Any]: ...
@overload
def masked_scatter(input: Tensor, mask: _Value, source: _Value) -> Tensor:
    """Return the input with the elements of ``source``, in order, where ``mask`` is true; the two are broadcast.

    Raises RuntimeError if the source has too few elements or another dtype, and for a mask that is not of booleans.

    >>> import autograd
    >>> mask = autograd.tensor([True, False, True])
    >>> autograd.masked_scatter(autograd.zeros(3), mask, autograd.tensor([1.0, 2.0]))
    tensor([1., 0., 2.])
    """
@overload
def masked_scatter(input: _Array, mask: Tensor, source: _Value) -> Tensor: ...
@overload
def masked_scatter(input: _Array, mask: _Array, source: Tensor) -> Tensor: ...
@overload
def masked_scatter(input: _Array, mask: _Array, source: _Array) -> NDArray[Any]: ...
@overload
def masked_select(input: Tensor, mask: _Value) -> Tensor:
    """Return the elements of the input where ``mask`` is true, as a vector; the two are broadcast.

    Raises RuntimeError for a mask that is not of booleans, and for shapes that do not broadcast.

    >>> import autograd
    >>> autograd.masked_select(autograd.tensor([1.0, 2.0, 3.0]), autograd.tensor([True, False, True]))
    tensor([1., 3.])
    """
@overload
def masked_select(input: _Array, mask: Tensor) -> Tensor: ...
@overload
def masked_select(input: _Array, mask: _Array) -> NDArray[Any]: ...
@overload
def matmul(input: Tensor, other: _Value) -> Tensor:
    """The matrix product over the last two axes; a 1-d argument is a vector, leading axes are broadcast.

    Raises RuntimeError if the shapes do not multiply, or the dtypes differ.
    """
@overload
def matmul(input: _Array, other: Tensor) -> Tensor: ...
@overload
def matmul(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def matrix_exp(input: Tensor) -> Tensor:
    """Return the matrix exponential Σ Aᵏ/k! of square matrices.

    By scaling and squaring: Higham (2005), "The scaling and squaring method for the matrix exponential revisited".

    >>> import autograd
    >>> autograd.matrix_exp(autograd.tensor([[0.0, 1.0], [0.0, 0.0]]))
    tensor([[1., 1.],
            [0., 1.]])
    """
@overload
def matrix_exp(input: _Array) -> NDArray[Any]: ...
@overload
def matrix_power(input: Tensor, n: builtins.int) -> Tensor:
    """Return the n-th power of square matrices, by repeated squaring; of the inverse if n is negative.

    Raises TypeError for an n that is no integer, RuntimeError for other shapes, LinAlgError if there is no inverse.

    >>> import autograd
    >>> autograd.matrix_power(autograd.tensor([[1.0, 1.0], [0.0, 1.0]]), 5)
    tensor([[1., 5.],
            [0., 1.]])
    """
@overload
def matrix_power(input: _Array, n: builtins.int) -> NDArray[Any]: ...
@overload
def max(input: Tensor, dim: builtins.int, keepdim: builtins.bool = False, *, keepdims: builtins.bool = False) -> Picked[Tensor]:
    """Return the maximum of all elements; with ``dim`` the pair (values, indices); with a tensor, `maximum`.

    Over all elements ties share the gradient evenly; along ``dim`` it goes to the element at the index returned, the
    first one that ties. Raises what `amax` raises, and TypeError for several dimensions.

    >>> import autograd
    >>> values, indices = autograd.max(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
    >>> values, indices
    (tensor([5., 7.]), tensor([1, 0]))
    """
@overload
def max(input: _Array, dim: builtins.int, keepdim: builtins.bool = False, *, keepdims: builtins.bool = False) -> Picked[NDArray[Any]]: ...
@overload
def max(input: Tensor, *, axis: builtins.int, keepdim: builtins.bool = False, keepdims: builtins.bool = False) -> Picked[Tensor]: ...
@overload
def max(input: _Array, *, axis: builtins.int, keepdim: builtins.bool = False, keepdims: builtins.bool = False) -> Picked[NDArray[Any]]: ...
@overload
def max(input: Tensor, dim: Tensor | None = None, *, other: _Value | None = None) -> Tensor: ...
@overload
def max(input: _Array, dim: Tensor | None = None, *, other: _Array | None = None) -> NDArray[Any]: ...
@overload
def maximum(input: Tensor, other: _Value) -> Tensor:
    """Element-wise maximum of array elements."""
@overload
def maximum(input: _Array, other: Tensor) -> Tensor: ...
@overload
def maximum(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def mean(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return the mean over ``dim``; raises RuntimeError for integers and booleans unless a floating dtype is given.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

    >>> import autograd
    >>> autograd.mean(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]), dim=0)
    tensor([2., 3.])
    """
@overload
def mean(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
@overload
def median(input: Tensor, dim: builtins.int, keepdim: builtins.bool = False, *, keepdims: builtins.bool = False) -> Picked[Tensor]:
    """Return the median of all elements; with ``dim`` the pair (values, indices). NaN is greater than all others.

    Of an even number of elements it is the lower one in the middle; `quantile` takes the mean of the two. Over all
    elements those that tie share the gradient evenly; along ``dim`` it goes to the element at the index. Raises
    IndexError along a dimension without elements.

    >>> import autograd
    >>> autograd.median(autograd.tensor([4.0, 1.0, 3.0, 2.0]))
    tensor(2.)
    >>> values, indices = autograd.median(autograd.tensor([[4.0, 1.0, 3.0], [2.0, 6.0, 5.0]]), dim=1)
    >>> values, indices
    (tensor([3., 5.]), tensor([2, 2]))
    """
@overload
def median(input: _Array, dim: builtins.int, keepdim: builtins.bool = False, *, keepdims: builtins.bool = False) -> Picked[NDArray[Any]]: ...
@overload
def median(input: Tensor, *, axis: builtins.int, keepdim: builtins.bool = False, keepdims: builtins.bool = False) -> Picked[Tensor]: ...
@overload
def median(input: _Array, *, axis: builtins.int, keepdim: builtins.bool = False, keepdims: builtins.bool = False) -> Picked[NDArray[Any]]: ...
@overload
def median(input: Tensor) -> Tensor: ...
@overload
def median(input: _Array) -> NDArray[Any]: ...
@overload
def meshgrid(*tensors: Tensor, indexing: builtins.str = 'ij') -> builtins.tuple[Tensor, ...]:
    """Return one tensor for each vector, all of one shape: element i, j, ... has the vector's value at i, at j, ...

    With ``indexing="xy"`` the first two dimensions are exchanged, as in images. The results are read-only views. Raises
    RuntimeError for tensors that are not vectors, that have several dtypes, or for none.

    >>> import autograd
    >>> x, y = autograd.meshgrid(autograd.tensor([1, 2]), autograd.tensor([3, 4, 5]), indexing="ij")
    >>> x
    tensor([[1, 1, 1],
            [2, 2, 2]])
    >>> y
    tensor([[3, 4, 5],
            [3, 4, 5]])
    """
@overload
def meshgrid(*tensors: _Array, indexing: builtins.str = 'ij') -> builtins.tuple[NDArray[Any], ...]: ...
@overload
def meshgrid(*tensors: _Value, indexing: builtins.str = 'ij') -> builtins.tuple[Any, ...]: ...
@overload
def min(input: Tensor, dim: builtins.int, keepdim: builtins.bool = False, *, keepdims: builtins.bool = False) -> Picked[Tensor]:
    """Return the minimum of all elements; with ``dim`` the pair (values, indices); with a tensor, `minimum`; see `max`.

    >>> import autograd
    >>> autograd.min(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]))
    tensor(1.)
    """
@overload
def min(input: _Array, dim: builtins.int, keepdim: builtins.bool = False, *, keepdims: builtins.bool = False) -> Picked[NDArray[Any]]: ...
@overload
def min(input: Tensor, *, axis: builtins.int, keepdim: builtins.bool = False, keepdims: builtins.bool = False) -> Picked[Tensor]: ...
@overload
def min(input: _Array, *, axis: builtins.int, keepdim: builtins.bool = False, keepdims: builtins.bool = False) -> Picked[NDArray[Any]]: ...
@overload
def min(input: Tensor, dim: Tensor | None = None, *, other: _Value | None = None) -> Tensor: ...
@overload
def min(input: _Array, dim: Tensor | None = None, *, other: _Array | None = None) -> NDArray[Any]: ...
@overload
def minimum(input: Tensor, other: _Value) -> Tensor:
    """Element-wise minimum of array elements."""
@overload
def minimum(input: _Array, other: Tensor) -> Tensor: ...
@overload
def minimum(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def mm(input: Tensor, mat2: _Value) -> Tensor:
    """Return the product of two matrices. Raises RuntimeError if they are not matrices or do not multiply.

    >>> import autograd
    >>> autograd.mm(autograd.ones(2, 3), autograd.ones(3, 1))
    tensor([[3.],
            [3.]])
    """
@overload
def mm(input: _Array, mat2: Tensor) -> Tensor: ...
@overload
def mm(input: _Array, mat2: _Array) -> NDArray[Any]: ...
@overload
def mode(input: Tensor, dim: builtins.int = -1, keepdim: builtins.bool = False, *, axis: builtins.int | None = None, keepdims: builtins.bool = False) -> Picked[Tensor]:
    """Return (values, indices): the most frequent element along ``dim``, and where it is.

    The smallest of those that are as frequent is taken, and the last of its occurrences, which gets the gradient.
    Raises IndexError along a dimension without elements.

    >>> import autograd
    >>> values, indices = autograd.mode(autograd.tensor([1.0, 3.0, 3.0, 2.0]))
    >>> values, indices
    (tensor(3.), tensor(2))
    """
@overload
def mode(input: _Array, dim: builtins.int = -1, keepdim: builtins.bool = False, *, axis: builtins.int | None = None, keepdims: builtins.bool = False) -> Picked[NDArray[Any]]: ...
@overload
def moveaxis(input: Tensor, source: builtins.int | Sequence[builtins.int], destination: builtins.int | Sequence[builtins.int]) -> Tensor:
    """Return the input with dimensions moved to other places, the rest in order.

    Raises RuntimeError if a dimension is named twice, or source and destination are not as many.

    >>> import autograd
    >>> autograd.movedim(autograd.zeros(2, 3, 4), 0, -1).shape
    (3, 4, 2)
    """
@overload
def moveaxis(input: _Array, source: builtins.int | Sequence[builtins.int], destination: builtins.int | Sequence[builtins.int]) -> NDArray[Any]: ...
@overload
def movedim(input: Tensor, source: builtins.int | Sequence[builtins.int], destination: builtins.int | Sequence[builtins.int]) -> Tensor:
    """Return the input with dimensions moved to other places, the rest in order.

    Raises RuntimeError if a dimension is named twice, or source and destination are not as many.

    >>> import autograd
    >>> autograd.movedim(autograd.zeros(2, 3, 4), 0, -1).shape
    (3, 4, 2)
    """
@overload
def movedim(input: _Array, source: builtins.int | Sequence[builtins.int], destination: builtins.int | Sequence[builtins.int]) -> NDArray[Any]: ...
@overload
def msort(input: Tensor) -> Tensor:
    """Return the elements in order along the first dimension. Raises what `sort` raises.

    >>> import autograd
    >>> autograd.msort(autograd.tensor([[3.0, 1.0], [2.0, 4.0]]))
    tensor([[2., 1.],
            [3., 4.]])
    """
@overload
def msort(input: _Array) -> NDArray[Any]: ...
@overload
def mul(input: Tensor, other: _Value) -> Tensor:
    """Multiply arguments element-wise."""
@overload
def mul(input: _Array, other: Tensor) -> Tensor: ...
@overload
def mul(input: _Array, other: _Array) -> NDArray[Any]: ...
def multinomial(input: _Value, num_samples: builtins.int, replacement: builtins.bool = False, *, generator: Generator | None = None) -> Tensor:
    """Return indices drawn with the probabilities in a vector, or in each row of a matrix.

    The probabilities need not add up to 1. Without replacement no index is drawn twice; then at least ``num_samples``
    of them must be positive. Raises RuntimeError if they are not, for those that are negative or not finite, and for
    other shapes.

    >>> import autograd
    >>> autograd.multinomial(autograd.tensor([[0.0, 1.0, 0.0], [0.0, 0.0, 3.0]]), 2, replacement=True)
    tensor([[1, 1],
            [2, 2]])
    """
@overload
def multiply(input: Tensor, other: _Value) -> Tensor:
    """Multiply arguments element-wise."""
@overload
def multiply(input: _Array, other: Tensor) -> Tensor: ...
@overload
def multiply(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def mv(input: Tensor, vec: _Value) -> Tensor:
    """Return the product of a matrix and a vector. Raises RuntimeError as `mm`.

    >>> import autograd
    >>> autograd.mv(autograd.ones(2, 3), autograd.ones(3))
    tensor([3., 3.])
    """
@overload
def mv(input: _Array, vec: Tensor) -> Tensor: ...
@overload
def mv(input: _Array, vec: _Array) -> NDArray[Any]: ...
@overload
def mvlgamma(input: Tensor, p: builtins.int) -> Tensor:
    """Return the logarithm of the multivariate gamma function: p (p - 1) / 4 log(pi) + sum of lgamma(x - j / 2), j < p.

    Raises RuntimeError unless p is at least 1.

    >>> import autograd
    >>> autograd.mvlgamma(autograd.tensor([1.5, 3.0]), 2)
    tensor([0.4516, 1.5502])
    """
@overload
def mvlgamma(input: _Array, p: builtins.int) -> NDArray[Any]: ...
@overload
def nan_to_num(input: Tensor, nan: builtins.float | None = None, posinf: builtins.float | None = None, neginf: builtins.float | None = None) -> Tensor:
    """Return input with numbers for NaN (by default 0) and infinities (the greatest and least of the dtype).

    What was replaced receives no gradient.

    >>> import autograd
    >>> autograd.nan_to_num(autograd.tensor([float("nan"), float("inf"), 1.0]), nan=-1.0, posinf=100.0)
    tensor([ -1., 100.,   1.])
    """
@overload
def nan_to_num(input: _Array, nan: builtins.float | None = None, posinf: builtins.float | None = None, neginf: builtins.float | None = None) -> NDArray[Any]: ...
@overload
def nanmean(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return the mean over ``dim`` of the elements that are not NaN; NaN if there are none.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.
    Raises RuntimeError for integers and booleans.

    >>> import autograd
    >>> autograd.nanmean(autograd.tensor([1.0, float("nan"), 3.0]))
    tensor(2.)
    """
@overload
def nanmean(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
@overload
def nanmedian(input: Tensor, dim: builtins.int, keepdim: builtins.bool = False, *, keepdims: builtins.bool = False) -> Picked[Tensor]:
    """Return the `median` of the elements that are not NaN, or NaN if there are none. Raises what `median` raises.

    >>> import autograd
    >>> autograd.nanmedian(autograd.tensor([4.0, float("nan"), 3.0]))
    tensor(3.)
    """
@overload
def nanmedian(input: _Array, dim: builtins.int, keepdim: builtins.bool = False, *, keepdims: builtins.bool = False) -> Picked[NDArray[Any]]: ...
@overload
def nanmedian(input: Tensor, *, axis: builtins.int, keepdim: builtins.bool = False, keepdims: builtins.bool = False) -> Picked[Tensor]: ...
@overload
def nanmedian(input: _Array, *, axis: builtins.int, keepdim: builtins.bool = False, keepdims: builtins.bool = False) -> Picked[NDArray[Any]]: ...
@overload
def nanmedian(input: Tensor) -> Tensor: ...
@overload
def nanmedian(input: _Array) -> NDArray[Any]: ...
@overload
def nanquantile(input: Tensor, q: _Value, dim: builtins.int | None = None, keepdim: builtins.bool = False, *, interpolation: builtins.str = 'linear', axis: builtins.int | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return the `quantile` of the elements that are not NaN, or NaN if there are none. Raises what `quantile` raises.

    >>> import autograd
    >>> autograd.nanquantile(autograd.tensor([1.0, float("nan"), 2.0]), 0.5)
    tensor(1.5000)
    """
@overload
def nanquantile(input: _Array, q: Tensor, dim: builtins.int | None = None, keepdim: builtins.bool = False, *, interpolation: builtins.str = 'linear', axis: builtins.int | None = None, keepdims: builtins.bool = False) -> Tensor: ...
@overload
def nanquantile(input: _Array, q: _Array, dim: builtins.int | None = None, keepdim: builtins.bool = False, *, interpolation: builtins.str = 'linear', axis: builtins.int | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
@overload
def nansum(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return the sum over ``dim`` of the elements that are not NaN.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

    >>> import autograd
    >>> autograd.nansum(autograd.tensor([1.0, float("nan"), 3.0]))
    tensor(4.)
    """
@overload
def nansum(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
@overload
def narrow(input: Tensor, dim: builtins.int, start: builtins.int | _Value, length: builtins.int) -> Tensor:
    """Return ``length`` slices along ``dim`` from ``start`` on, which may be negative to count from the end.

    Raises IndexError for a start out of range, RuntimeError if there are not so many slices.

    >>> import autograd
    >>> autograd.narrow(autograd.arange(6), 0, 2, 3)
    tensor([2, 3, 4])
    """
@overload
def narrow(input: _Array, dim: builtins.int, start: builtins.int | _Array, length: builtins.int) -> NDArray[Any]: ...
@overload
def ne(input: Tensor, other: _Value) -> Tensor:
    """Return (x1 != x2) element-wise."""
@overload
def ne(input: _Array, other: Tensor) -> Tensor: ...
@overload
def ne(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def neg(input: Tensor) -> Tensor:
    """Numerical negative, element-wise."""
@overload
def neg(input: _Array) -> NDArray[Any]: ...
@overload
def negative(input: Tensor) -> Tensor:
    """Numerical negative, element-wise."""
@overload
def negative(input: _Array) -> NDArray[Any]: ...
@overload
def nextafter(input: Tensor, other: _Value) -> Tensor:
    """Return the next floating-point value after x1 towards x2, element-wise."""
@overload
def nextafter(input: _Array, other: Tensor) -> Tensor: ...
@overload
def nextafter(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def nonzero(input: Tensor, *, as_tuple: Literal[False] = False) -> Tensor:
    """Return the indices of all elements that are not zero, one in each row; ``as_tuple`` gives the columns.

    The tuple has one vector for each dimension, so that input[nonzero(input, as_tuple=True)] are those elements.

    >>> import autograd
    >>> autograd.nonzero(autograd.tensor([[1, 0], [0, 2]]), as_tuple=True)
    (tensor([0, 1]), tensor([0, 1]))
    """
@overload
def nonzero(input: _Array, *, as_tuple: Literal[False] = False) -> NDArray[Any]: ...
@overload
def nonzero(input: Tensor, *, as_tuple: Literal[True]) -> builtins.tuple[Tensor, ...]: ...
@overload
def nonzero(input: _Array, *, as_tuple: Literal[True]) -> builtins.tuple[NDArray[Any], ...]: ...
@overload
def norm(input: Tensor, p: builtins.float | builtins.str | None = 'fro', dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, dtype: Any = None) -> Tensor:
    """Return the norm over ``dim``, or of all elements: (sum |x|ᵖ)^(1/p), by default the root of the sum of squares.

    ``p`` is a number, inf and -inf included, as for `linalg.vector_norm`; or "fro", the same as 2, or "nuc", the sum of
    the singular values of matrices. ``dtype`` is that to compute in. At 0 the gradient is 0. Raises RuntimeError for
    integers and for another ``p``.

    >>> import autograd
    >>> autograd.norm(autograd.tensor([[3.0, 4.0], [6.0, 8.0]]), dim=1)
    tensor([ 5., 10.])
    """
@overload
def norm(input: _Array, p: builtins.float | builtins.str | None = 'fro', dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, dtype: Any = None) -> NDArray[Any]: ...
def normal(mean: builtins.float | _Value = ..., std: builtins.float | _Value = ..., size: builtins.int | Sequence[builtins.int] | None = None, *, generator: Generator | None = None, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return numbers drawn from normal distributions: one for each element of ``mean`` and ``std``, or ``size`` of one.

    The result has no gradient with respect to mean and std; ``mean + std * randn_like(mean)`` has one. Raises
    RuntimeError if a standard deviation is negative or the shapes do not broadcast, TypeError for a ``size`` beside
    tensors, or none beside numbers.

    >>> import autograd
    >>> autograd.normal(autograd.tensor([1.0, 2.0]), 0.0)
    tensor([1., 2.])
    >>> autograd.normal(0, 1, (2, 3)).shape
    (2, 3)
    """
@overload
def not_equal(input: Tensor, other: _Value) -> Tensor:
    """Return (x1 != x2) element-wise."""
@overload
def not_equal(input: _Array, other: Tensor) -> Tensor: ...
@overload
def not_equal(input: _Array, other: _Array) -> NDArray[Any]: ...
def numel(input: _Value) -> builtins.int:
    """Return the number of elements.

    >>> import autograd
    >>> autograd.numel(autograd.ones(2, 3))
    6
    """
def ones(*sizes: Any, size: Any = None, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return ones of a shape, given as numbers or one sequence, in the default dtype.

    Raises TypeError for a size that is not of integers, RuntimeError for a negative one.

    >>> import autograd
    >>> autograd.ones(3)
    tensor([1., 1., 1.])
    """
def ones_like(input: Any, *, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return ones of the input's shape and dtype. Raises TypeError for anything but tensors and arrays.

    >>> import autograd
    >>> autograd.ones_like(autograd.tensor([5.0, 6.0]))
    tensor([1., 1.])
    """
@overload
def outer(input: Tensor, vec2: _Value) -> Tensor:
    """Return the products of all pairs of elements of two vectors, as a matrix. Raises RuntimeError for other shapes.

    >>> import autograd
    >>> autograd.outer(autograd.tensor([1, 2]), autograd.tensor([3, 4]))
    tensor([[3, 4],
            [6, 8]])
    """
@overload
def outer(input: _Array, vec2: Tensor) -> Tensor: ...
@overload
def outer(input: _Array, vec2: _Array) -> NDArray[Any]: ...
@overload
def permute(input: Tensor, *order: builtins.int | Sequence[builtins.int], dims: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
    """Return the input with its dimensions in the order ``dims``. Raises RuntimeError if one is missing or named twice.

    >>> import autograd
    >>> autograd.permute(autograd.zeros(2, 3, 4), (2, 0, 1)).shape
    (4, 2, 3)
    """
@overload
def permute(input: _Array, *order: builtins.int | Sequence[builtins.int], dims: builtins.int | Sequence[builtins.int] | None = None) -> NDArray[Any]: ...
@overload
def pinverse(input: Tensor, rcond: builtins.float = ...) -> Tensor:
    """Return the Moore-Penrose inverse; singular values up to rcond times the greatest count as 0: `linalg.pinv`.

    >>> import autograd
    >>> autograd.pinverse(autograd.tensor([[2.0], [0.0]]))
    tensor([[0.5000, 0.0000]])
    """
@overload
def pinverse(input: _Array, rcond: builtins.float = ...) -> NDArray[Any]: ...
def poisson(input: _Value, generator: Generator | None = None) -> Tensor:
    """Return numbers drawn from the Poisson distributions whose rates are in the input, in its shape and dtype.

    The result has no gradient. Raises RuntimeError for rates that are negative or NaN.

    >>> import autograd
    >>> autograd.poisson(autograd.tensor([0.0, 0.0]))
    tensor([0., 0.])
    """
@overload
def polygamma(n: builtins.int, input: Tensor) -> Tensor:
    """Return the n-th derivative of `digamma`, for n = 0, 1, ..., 100; as a method x.polygamma(n).

    Infinite at 0, -1, -2, ... where n > 0. Raises RuntimeError for other n, TypeError if it is no integer.

    >>> import autograd
    >>> autograd.polygamma(1, autograd.tensor([1.0, 0.5]))
    tensor([1.6449, 4.9348])
    """
@overload
def polygamma(n: builtins.int, input: _Array) -> NDArray[Any]: ...
@overload
def positive(input: Tensor) -> Tensor:
    """Numerical positive, element-wise."""
@overload
def positive(input: _Array) -> NDArray[Any]: ...
@overload
def pow(input: Tensor, exponent: _Value) -> Tensor:
    """Return input to the power of exponent, broadcast.

    The derivative of x**0 is 0, also at x = 0. Raises RuntimeError for integers to a negative power.

    >>> import autograd
    >>> autograd.pow(autograd.tensor([1.0, 2.0, 3.0]), 2)
    tensor([1., 4., 9.])
    """
@overload
def pow(input: _Array, exponent: Tensor) -> Tensor: ...
@overload
def pow(input: _Array, exponent: _Array) -> NDArray[Any]: ...
@overload
def prelu(input: Tensor, weight: _Value) -> Tensor:
    """Return x where x > 0 and ``weight`` x elsewhere: a leaky_relu whose slope is learned (He et al., 2015).

    ``weight`` is one slope, or a vector of one for each channel, for each position of the input's second dimension.
    The derivative at 0 is the weight. Raises RuntimeError for a weight of another size.

    >>> import autograd
    >>> autograd.prelu(autograd.tensor([[-1.0, -1.0], [2.0, 3.0]]), autograd.tensor([0.1, 0.5]))
    tensor([[-0.1000, -0.5000],
            [ 2.0000,  3.0000]])
    """
@overload
def prelu(input: _Array, weight: Tensor) -> Tensor: ...
@overload
def prelu(input: _Array, weight: _Array) -> NDArray[Any]: ...
@overload
def primitive(function: Callable[..., Any], /, *, implements: Callable[..., Any] | None = None, outputs: None = None, **pullbacks: Callable[..., Any]) -> OpFunction:
    """Make an op of a NumPy function and the pullbacks of its arguments; also a decorator.

    ``implements`` is the NumPy function that calls the op when it is given a tensor, ``outputs`` the tuple class of an
    op with several outputs. An argument without a pullback raises RuntimeError when it requires grad and the result is
    of floating point. Raises TypeError for a pullback of an unknown argument, or one that reads an unknown name.

    >>> import autograd, numpy as np
    >>> from autograd import primitive
    >>> @primitive(x=lambda g, x, axis: 2 * x * np.expand_dims(g, axis))
    ... def sum_of_squares(x, *, axis):
    ...     return (x * x).sum(axis)
    >>> x = autograd.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
    >>> sum_of_squares(x, axis=1).sum().backward()
    >>> x.grad
    tensor([[2., 4.],
            [6., 8.]])
    """
@overload
def primitive(function: None = None, /, *, implements: Callable[..., Any] | None = None, outputs: None = None, **pullbacks: Callable[..., Any]) -> Callable[[Callable[..., Any]], OpFunction]: ...
@overload
def primitive(function: Callable[..., Any] | None = None, /, *, implements: Callable[..., Any] | None = None, outputs: builtins.type, **pullbacks: Callable[..., Any]) -> Any: ...
@overload
def prod(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return the product over ``dim``; its gradient is exact where elements are zero.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

    >>> import autograd
    >>> x = autograd.tensor([2.0, 0.0, 3.0], requires_grad=True)
    >>> x.prod().backward()
    >>> x.grad
    tensor([0., 6., 0.])
    """
@overload
def prod(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
@overload
def put(input: Tensor, index: _Value, source: _Value, accumulate: builtins.bool = False) -> Tensor:
    """Return the input with the elements of ``source`` at ``index`` of the flattened input, or added there.

    Negative indices count from the end; of those that repeat the last one counts. Raises IndexError for indices out of
    range, and if source and index have different numbers of elements; RuntimeError for a source of another dtype.

    >>> import autograd
    >>> autograd.put(autograd.zeros(2, 2), autograd.tensor([1, -1]), autograd.tensor([5.0, 6.0]))
    tensor([[0., 5.],
            [0., 6.]])
    """
@overload
def put(input: _Array, index: Tensor, source: _Value, accumulate: builtins.bool = False) -> Tensor: ...
@overload
def put(input: _Array, index: _Array, source: Tensor, accumulate: builtins.bool = False) -> Tensor: ...
@overload
def put(input: _Array, index: _Array, source: _Array, accumulate: builtins.bool = False) -> NDArray[Any]: ...
@overload
def qr(input: Tensor, some: builtins.bool = True) -> QR[Tensor]:
    """Return the QR decomposition, as (Q, R), "reduced" if ``some`` and else "complete": see `linalg.qr`.

    >>> import autograd
    >>> autograd.qr(autograd.tensor([[3.0, 1.0], [4.0, 2.0]])).R
    tensor([[-5.0000, -2.2000],
            [ 0.0000,  0.4000]])
    """
@overload
def qr(input: _Array, some: builtins.bool = True) -> QR[NDArray[Any]]: ...
@overload
def quantile(input: Tensor, q: _Value, dim: builtins.int | None = None, keepdim: builtins.bool = False, *, interpolation: builtins.str = 'linear', axis: builtins.int | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return the quantiles of all elements, or along ``dim``: the elements of rank q (n - 1), counted from 0.

    ``q`` is a number from 0 to 1, or a tensor; the quantiles for a vector are the first dimension of the result. For
    ranks that are not whole numbers ``interpolation`` is "linear" between the two elements, the "lower" or "higher" of
    them, their "midpoint", or the "nearest". NaN among the elements makes the quantile NaN. Raises RuntimeError for a
    ``q`` out of range or of another dtype, for another interpolation, for other dtypes than float32 and float64, and
    without elements.

    >>> import autograd
    >>> autograd.quantile(autograd.tensor([1.0, 2.0, 4.0]), autograd.tensor([0.25, 0.5]))
    tensor([1.5000, 2.0000])
    """
@overload
def quantile(input: _Array, q: Tensor, dim: builtins.int | None = None, keepdim: builtins.bool = False, *, interpolation: builtins.str = 'linear', axis: builtins.int | None = None, keepdims: builtins.bool = False) -> Tensor: ...
@overload
def quantile(input: _Array, q: _Array, dim: builtins.int | None = None, keepdim: builtins.bool = False, *, interpolation: builtins.str = 'linear', axis: builtins.int | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
@overload
def rad2deg(input: Tensor) -> Tensor:
    """Convert angles from radians to degrees."""
@overload
def rad2deg(input: _Array) -> NDArray[Any]: ...
def rand(*sizes: builtins.int | Sequence[builtins.int], size: builtins.int | Sequence[builtins.int] | None = None, generator: Generator | None = None, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return numbers drawn uniformly from [0, 1). Raises RuntimeError for a dtype that is not of floating point.

    >>> import autograd
    >>> x = autograd.rand(2, 3)
    >>> bool(((x >= 0) & (x < 1)).all())
    True
    """
def rand_like(input: _Value, *, generator: Generator | None = None, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return uniform numbers in the input's shape and dtype; see `rand`, also for what it raises.

    >>> import autograd
    >>> autograd.rand_like(autograd.ones(2, 3)).shape
    (2, 3)
    """
def randint(low: Any = 0, high: Any = None, size: Any = None, *, generator: Generator | None = None, dtype: Any = ..., device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return integers drawn uniformly from low (0 if left out) up to, not including, high.

    Raises RuntimeError if there are none, or if they do not fit in the dtype.

    >>> import autograd
    >>> x = autograd.randint(3, 5, (10,))
    >>> bool(((x >= 3) & (x < 5)).all())
    True
    """
def randint_like(input: _Value, low: builtins.int = 0, high: builtins.int | None = None, *, generator: Generator | None = None, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return random integers in the input's shape and dtype; see `randint`, also for what it raises.

    >>> import autograd
    >>> bool((autograd.randint_like(autograd.ones(10), 2, 5) >= 2).all())
    True
    """
def randn(*sizes: builtins.int | Sequence[builtins.int], size: builtins.int | Sequence[builtins.int] | None = None, generator: Generator | None = None, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return numbers drawn from the normal distribution with mean 0 and variance 1.

    Raises RuntimeError for a dtype that is not of floating point.

    >>> import autograd
    >>> autograd.randn(2, 3).shape
    (2, 3)
    """
def randn_like(input: _Value, *, generator: Generator | None = None, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return normal numbers in the input's shape and dtype; see `randn`, also for what it raises.

    >>> import autograd
    >>> autograd.randn_like(autograd.ones(2, dtype=autograd.float64)).dtype
    dtype('float64')
    """
def randperm(n: builtins.int, *, generator: Generator | None = None, dtype: Any = ..., device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return the integers from 0 to n - 1 in random order. Raises RuntimeError if they do not fit in the dtype.

    >>> import autograd
    >>> sorted(autograd.randperm(4).tolist())
    [0, 1, 2, 3]
    """
@overload
def ravel(input: Tensor) -> Tensor:
    """Return the elements in order as a vector.

    >>> import autograd
    >>> autograd.ravel(autograd.tensor([[1, 2], [3, 4]]))
    tensor([1, 2, 3, 4])
    """
@overload
def ravel(input: _Array) -> NDArray[Any]: ...
@overload
def reciprocal(input: Tensor) -> Tensor:
    """Reciprocal: 1 / x."""
@overload
def reciprocal(input: _Array) -> NDArray[Any]: ...
@overload
def relu(input: Tensor) -> Tensor:
    """Rectified linear unit: max(x, 0); NaN passes, forward and backward."""
@overload
def relu(input: _Array) -> NDArray[Any]: ...
@overload
def remainder(input: Tensor, other: _Value) -> Tensor:
    """a - b * floor(a / b), which has the sign of b."""
@overload
def remainder(input: _Array, other: Tensor) -> Tensor: ...
@overload
def remainder(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def renorm(input: Tensor, p: builtins.float, dim: builtins.int, maxnorm: builtins.float) -> Tensor:
    """Return the input with its slices along ``dim`` scaled down to the p-norm ``maxnorm`` if theirs is greater.

    As in PyTorch, they are multiplied by maxnorm / (norm + 1e-7). Raises RuntimeError for fewer than two dimensions, a
    ``p`` that is not positive and a negative ``maxnorm``.

    >>> import autograd
    >>> autograd.renorm(autograd.tensor([[3.0, 4.0], [0.3, 0.4]]), p=2, dim=0, maxnorm=1)
    tensor([[0.6000, 0.8000],
            [0.3000, 0.4000]])
    """
@overload
def renorm(input: _Array, p: builtins.float, dim: builtins.int, maxnorm: builtins.float) -> NDArray[Any]: ...
@overload
def repeat(input: Tensor, *counts: builtins.int | Sequence[builtins.int], repeats: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
    """Return copies of the input side by side: ``repeats`` says how many along each dimension, new ones being in front.

    Raises RuntimeError for fewer numbers than dimensions, or negative ones.

    >>> import autograd
    >>> autograd.tensor([1, 2]).repeat(2, 2)
    tensor([[1, 2, 1, 2],
            [1, 2, 1, 2]])
    """
@overload
def repeat(input: _Array, *counts: builtins.int | Sequence[builtins.int], repeats: builtins.int | Sequence[builtins.int] | None = None) -> NDArray[Any]: ...
@overload
def repeat_interleave(input: Tensor, repeats: _Value | None = None, dim: builtins.int | None = None, *, output_size: builtins.int | None = None) -> Tensor:
    """Return the input with each slice along ``dim`` repeated: all as often, or each as ``repeats`` says.

    Without ``dim`` the input is flattened. ``output_size`` says how many there will be, and is checked. With one
    argument, that is the repeats, and the numbers 0, 1, ... are what is repeated. Raises RuntimeError for repeats that
    are negative or do not fit the slices or ``output_size``, TypeError if they are not integers.

    >>> import autograd
    >>> autograd.repeat_interleave(autograd.tensor([1, 2, 3]), autograd.tensor([2, 0, 1]))
    tensor([1, 1, 3])
    """
@overload
def repeat_interleave(input: _Array, repeats: _Array | None = None, dim: builtins.int | None = None, *, output_size: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def reshape(input: Tensor, *sizes: builtins.int | Sequence[builtins.int], shape: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
    """Return the same elements in another shape; one size may be -1. Raises RuntimeError if the sizes do not fit.

    >>> import autograd
    >>> autograd.reshape(autograd.arange(6), (2, -1))
    tensor([[0, 1, 2],
            [3, 4, 5]])
    """
@overload
def reshape(input: _Array, *sizes: builtins.int | Sequence[builtins.int], shape: builtins.int | Sequence[builtins.int] | None = None) -> NDArray[Any]: ...
@overload
def roll(input: Tensor, shifts: builtins.int | Sequence[builtins.int], dims: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
    """Return a copy with the elements shifted along ``dims``; those pushed out at the end come in at the front.

    Without ``dims`` the tensor is flattened first, and given its shape again afterwards. Raises RuntimeError unless
    there is one shift for each of ``dims``.

    >>> import autograd
    >>> autograd.roll(autograd.tensor([[1, 2, 3], [4, 5, 6]]), 1, dims=1)
    tensor([[3, 1, 2],
            [6, 4, 5]])
    """
@overload
def roll(input: _Array, shifts: builtins.int | Sequence[builtins.int], dims: builtins.int | Sequence[builtins.int] | None = None) -> NDArray[Any]: ...
@overload
def rot90(input: Tensor, k: builtins.int = 1, dims: Sequence[builtins.int] = ...) -> Tensor:
    """Return a copy turned by ``k`` quarters from the first of ``dims`` towards the second.

    Raises RuntimeError unless there are two different dimensions to turn in.

    >>> import autograd
    >>> autograd.rot90(autograd.tensor([[1, 2], [3, 4]]))
    tensor([[2, 4],
            [1, 3]])
    """
@overload
def rot90(input: _Array, k: builtins.int = 1, dims: Sequence[builtins.int] = ...) -> NDArray[Any]: ...
@overload
def round(input: Tensor, *, decimals: builtins.int = 0) -> Tensor:
    """Return input rounded to integers, or to ``decimals`` after the point (before it, if negative); halves go to even.

    >>> import autograd
    >>> autograd.round(autograd.tensor([0.5, 1.5, 2.567]))
    tensor([0., 2., 3.])
    >>> autograd.round(autograd.tensor([0.5, 1.5, 2.567]), decimals=2)
    tensor([0.5000, 1.5000, 2.5700])
    """
@overload
def round(input: _Array, *, decimals: builtins.int = 0) -> NDArray[Any]: ...
@overload
def row_stack(tensors: Sequence[Tensor]) -> Tensor:
    """Return the tensors joined along dimension 0, vectors as rows; raises RuntimeError as `cat`.

    >>> import autograd
    >>> autograd.vstack([autograd.tensor([1, 2]), autograd.tensor([[3, 4], [5, 6]])])
    tensor([[1, 2],
            [3, 4],
            [5, 6]])
    """
@overload
def row_stack(tensors: Sequence[_Array]) -> NDArray[Any]: ...
@overload
def row_stack(tensors: Sequence[_Value]) -> Any: ...
@overload
def rsqrt(input: Tensor) -> Tensor:
    """Reciprocal of the square root: 1 / sqrt(x)."""
@overload
def rsqrt(input: _Array) -> NDArray[Any]: ...
@overload
def rsub(input: Tensor, other: _Value, *, alpha: builtins.float = 1) -> Tensor:
    """Return other - alpha * input, broadcast. Raises RuntimeError for integers with a fractional alpha.

    >>> import autograd
    >>> autograd.rsub(autograd.tensor([1.0, 2.0]), 10)
    tensor([9., 8.])
    """
@overload
def rsub(input: _Array, other: Tensor, *, alpha: builtins.float = 1) -> Tensor: ...
@overload
def rsub(input: _Array, other: _Array, *, alpha: builtins.float = 1) -> NDArray[Any]: ...
@overload
def scatter(input: Tensor, dim: builtins.int, index: _Value, src: _Value | None = None, *, value: builtins.float | _Value | None = None, reduce: builtins.str | None = None) -> Tensor:
    """Return the input with out[index[i][j]][j] = src[i][j] for dim = 0, and likewise for other dimensions and ranks.

    ``src`` may be a number, also under the name ``value``. Where an index repeats, the last value stays, and only it
    gets a gradient. With ``reduce`` "add" or "multiply" the elements are combined; `scatter_reduce` can do more.
    Raises RuntimeError for indices out of range, for an index larger than the input along other dimensions or than src,
    and for a src of another dtype; TypeError without src.

    >>> import autograd
    >>> autograd.scatter(autograd.zeros(2, 3), 1, autograd.tensor([[0, 2], [1, 0]]), 7.0)
    tensor([[7., 0., 7.],
            [7., 7., 0.]])
    """
@overload
def scatter(input: _Array, dim: builtins.int, index: Tensor, src: _Value | None = None, *, value: builtins.float | _Value | None = None, reduce: builtins.str | None = None) -> Tensor: ...
@overload
def scatter(input: _Array, dim: builtins.int, index: _Array, src: _Array | None = None, *, value: builtins.float | _Array | None = None, reduce: builtins.str | None = None) -> NDArray[Any]: ...
@overload
def scatter_add(input: Tensor, dim: builtins.int, index: _Value, src: _Value) -> Tensor:
    """Return the input with out[index[i][j]][j] += src[i][j] for dim = 0, and likewise for other dimensions and ranks.

    Raises RuntimeError for what `scatter` refuses.

    >>> import autograd
    >>> autograd.scatter_add(autograd.zeros(3), 0, autograd.tensor([0, 2, 2]), autograd.tensor([1.0, 2.0, 3.0]))
    tensor([1., 0., 5.])
    """
@overload
def scatter_add(input: _Array, dim: builtins.int, index: Tensor, src: _Value) -> Tensor: ...
@overload
def scatter_add(input: _Array, dim: builtins.int, index: _Array, src: Tensor) -> Tensor: ...
@overload
def scatter_add(input: _Array, dim: builtins.int, index: _Array, src: _Array) -> NDArray[Any]: ...
@overload
def scatter_reduce(input: Tensor, dim: builtins.int, index: _Value, src: _Value, reduce: builtins.str, *, include_self: builtins.bool = True) -> Tensor:
    """Return the input with src[i][j] combined into out[index[i][j]][j] for dim = 0, and likewise for others.

    ``reduce`` is "sum", "prod", "mean", "amax" or "amin" of all that have one index, and of the element that was there
    unless ``include_self`` is False. Elements that tie for the maximum or minimum share the gradient evenly; that of
    a product is exact with any number of zeros. Raises RuntimeError for another ``reduce`` and what `scatter` refuses.

    >>> import autograd
    >>> x, index = autograd.tensor([4.0, 5.0]), autograd.tensor([0, 0])
    >>> autograd.scatter_reduce(x, 0, index, autograd.tensor([1.0, 2.0]), "prod")
    tensor([8., 5.])
    >>> autograd.scatter_reduce(x, 0, index, autograd.tensor([1.0, 2.0]), "mean", include_self=False)
    tensor([1.5000, 5.0000])
    """
@overload
def scatter_reduce(input: _Array, dim: builtins.int, index: Tensor, src: _Value, reduce: builtins.str, *, include_self: builtins.bool = True) -> Tensor: ...
@overload
def scatter_reduce(input: _Array, dim: builtins.int, index: _Array, src: Tensor, reduce: builtins.str, *, include_self: builtins.bool = True) -> Tensor: ...
@overload
def scatter_reduce(input: _Array, dim: builtins.int, index: _Array, src: _Array, reduce: builtins.str, *, include_self: builtins.bool = True) -> NDArray[Any]: ...
@overload
def searchsorted(sorted_sequence: Tensor, input: _Value, *, out_int32: builtins.bool = False, right: builtins.bool = False, side: builtins.str | None = None, sorter: _Value | None = None) -> Tensor:
    """Return where to insert ``input``, a tensor or a number, into ``sorted_sequence`` to keep it sorted.

    The position is before elements that are equal, or after them if ``right`` or with ``side="right"``. A sequence of
    several dimensions has one for each row of the input, whose other dimensions must be the same. ``sorter`` has the
    indices that sort a sequence that is not sorted, as from `argsort`. Raises RuntimeError for arguments that do not
    fit together, and for another ``side``.

    >>> import autograd
    >>> autograd.searchsorted(autograd.tensor([1, 3, 5]), autograd.tensor([3, 6, 9]))
    tensor([1, 3, 3])
    >>> autograd.searchsorted(autograd.tensor([1, 3, 5]), 3, right=True)
    tensor(2)
    """
@overload
def searchsorted(sorted_sequence: _Array, input: Tensor, *, out_int32: builtins.bool = False, right: builtins.bool = False, side: builtins.str | None = None, sorter: _Value | None = None) -> Tensor: ...
@overload
def searchsorted(sorted_sequence: _Array, input: _Array, *, out_int32: builtins.bool = False, right: builtins.bool = False, side: builtins.str | None = None, sorter: _Array | None = None) -> NDArray[Any]: ...
@overload
def select(input: Tensor, dim: builtins.int, index: builtins.int) -> Tensor:
    """Return the slice at ``index`` along ``dim``, without that dimension. Raises IndexError if there is none.

    >>> import autograd
    >>> autograd.select(autograd.tensor([[1, 2], [3, 4]]), 1, -1)
    tensor([2, 4])
    """
@overload
def select(input: _Array, dim: builtins.int, index: builtins.int) -> NDArray[Any]: ...
@overload
def select_scatter(input: Tensor, src: _Value, dim: builtins.int, index: builtins.int) -> Tensor:
    """Return the input with ``src`` in place of the slice at ``index`` along ``dim``.

    Raises IndexError if there is no such slice, RuntimeError for a src of another shape.

    >>> import autograd
    >>> autograd.select_scatter(autograd.zeros(2, 2), autograd.ones(2), 0, 1)
    tensor([[0., 0.],
            [1., 1.]])
    """
@overload
def select_scatter(input: _Array, src: Tensor, dim: builtins.int, index: builtins.int) -> Tensor: ...
@overload
def select_scatter(input: _Array, src: _Array, dim: builtins.int, index: builtins.int) -> NDArray[Any]: ...
@overload
def sgn(input: Tensor) -> Tensor:
    """Returns an element-wise indication of the sign of a number."""
@overload
def sgn(input: _Array) -> NDArray[Any]: ...
short: np.dtype[Any]
@overload
def sigmoid(input: Tensor) -> Tensor:
    """Logistic function: 1 / (1 + exp(-x))."""
@overload
def sigmoid(input: _Array) -> NDArray[Any]: ...
@overload
def sign(input: Tensor) -> Tensor:
    """Returns an element-wise indication of the sign of a number."""
@overload
def sign(input: _Array) -> NDArray[Any]: ...
@overload
def signbit(input: Tensor) -> Tensor:
    """Returns element-wise True where signbit is set (less than zero)."""
@overload
def signbit(input: _Array) -> NDArray[Any]: ...
@overload
def sin(input: Tensor) -> Tensor:
    """Trigonometric sine, element-wise."""
@overload
def sin(input: _Array) -> NDArray[Any]: ...
@overload
def sinc(input: Tensor) -> Tensor:
    """sin(pi x) / (pi x), and 1 at 0."""
@overload
def sinc(input: _Array) -> NDArray[Any]: ...
@overload
def sinh(input: Tensor) -> Tensor:
    """Hyperbolic sine, element-wise."""
@overload
def sinh(input: _Array) -> NDArray[Any]: ...
@overload
def slice_scatter(input: Tensor, src: _Value, dim: builtins.int = 0, start: builtins.int | None = None, end: builtins.int | None = None, step: builtins.int = 1) -> Tensor:
    """Return the input with ``src`` in place of the slices from start up to, not including, end along ``dim``.

    Raises RuntimeError for a src of another shape, a step that is not positive, and a 0-d tensor.

    >>> import autograd
    >>> autograd.slice_scatter(autograd.zeros(5), autograd.ones(2), start=1, end=4, step=2)
    tensor([0., 1., 0., 1., 0.])
    """
@overload
def slice_scatter(input: _Array, src: Tensor, dim: builtins.int = 0, start: builtins.int | None = None, end: builtins.int | None = None, step: builtins.int = 1) -> Tensor: ...
@overload
def slice_scatter(input: _Array, src: _Array, dim: builtins.int = 0, start: builtins.int | None = None, end: builtins.int | None = None, step: builtins.int = 1) -> NDArray[Any]: ...
@overload
def slogdet(input: Tensor) -> Slogdet[Tensor]:
    """Return the sign of the determinant and the logarithm of its absolute value, as (sign, logabsdet).

    A singular matrix has sign 0 and logabsdet -inf; asking for its gradient raises LinAlgError.

    >>> import autograd
    >>> autograd.slogdet(autograd.tensor([[0.0, 1.0], [1.0, 0.0]]))
    Slogdet(sign=tensor(-1.), logabsdet=tensor(0.))
    """
@overload
def slogdet(input: _Array) -> Slogdet[NDArray[Any]]: ...
@overload
def softmax(input: Tensor, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> Tensor:
    """Return exp(x) / sum exp(x) along ``dim``, without overflow.

    Raises TypeError without ``dim``, RuntimeError for integers and booleans unless a ``dtype`` is given.

    >>> import autograd
    >>> autograd.softmax(autograd.tensor([1000.0, 1000.0]), dim=0)
    tensor([0.5000, 0.5000])
    """
@overload
def softmax(input: _Array, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def sort(input: Tensor, dim: builtins.int = -1, descending: builtins.bool = False, *, stable: builtins.bool = False) -> Picked[Tensor]:
    """Return the elements in order along ``dim``, and their indices, as (values, indices).

    NaN comes last, or first if ``descending``. Elements that are equal keep their order if ``stable``; otherwise any
    order of them is possible, and sorting is faster. The gradient goes to where the elements were. Raises RuntimeError
    for complex numbers, which have no order.

    >>> import autograd
    >>> autograd.sort(autograd.tensor([3.0, 1.0, 2.0]))
    Picked(values=tensor([1., 2., 3.]), indices=tensor([1, 2, 0]))
    """
@overload
def sort(input: _Array, dim: builtins.int = -1, descending: builtins.bool = False, *, stable: builtins.bool = False) -> Picked[NDArray[Any]]: ...
@overload
def split(tensor: Tensor, split_size_or_sections: builtins.int | Sequence[builtins.int], dim: builtins.int = 0) -> builtins.tuple[Tensor, ...]:
    """Return the pieces of a tensor cut along ``dim``: of one size (the last may be smaller), or of the sizes given.

    Raises RuntimeError for a size that is not positive, sizes that do not add up to that of ``dim``, and a 0-d tensor.

    >>> import autograd
    >>> autograd.split(autograd.arange(5), 2)
    (tensor([0, 1]), tensor([2, 3]), tensor([4]))
    """
@overload
def split(tensor: _Array, split_size_or_sections: builtins.int | Sequence[builtins.int], dim: builtins.int = 0) -> builtins.tuple[NDArray[Any], ...]: ...
@overload
def sqrt(input: Tensor) -> Tensor:
    """Return the non-negative square-root of an array, element-wise."""
@overload
def sqrt(input: _Array) -> NDArray[Any]: ...
@overload
def square(input: Tensor) -> Tensor:
    """Square: x²."""
@overload
def square(input: _Array) -> NDArray[Any]: ...
@overload
def squeeze(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, *, axis: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
    """Return the input without its dimensions of size 1, or only without those in ``dim``, if of size 1.

    >>> import autograd
    >>> autograd.squeeze(autograd.zeros(1, 3, 1)).shape
    (3,)
    """
@overload
def squeeze(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, *, axis: builtins.int | Sequence[builtins.int] | None = None) -> NDArray[Any]: ...
@overload
def stack(tensors: Sequence[Tensor], dim: builtins.int = 0, *, axis: builtins.int | None = None) -> Tensor:
    """Return tensors of one shape joined along a new dimension. Raises RuntimeError for other shapes, and for none.

    >>> import autograd
    >>> autograd.stack([autograd.tensor([1, 2]), autograd.tensor([3, 4])], dim=1)
    tensor([[1, 3],
            [2, 4]])
    """
@overload
def stack(tensors: Sequence[_Array], dim: builtins.int = 0, *, axis: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def stack(tensors: Sequence[_Value], dim: builtins.int = 0, *, axis: builtins.int | None = None) -> Any: ...
@overload
def std(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, unbiased: builtins.bool | None = None, keepdim: builtins.bool = False, *, correction: builtins.float = 1, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return the standard deviation over ``dim``, the root of `var`; for a constant its gradient is 0.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.
    Raises RuntimeError for integers and booleans.

    >>> import autograd
    >>> autograd.std(autograd.tensor([1.0, 2.0, 3.0, 4.0]))
    tensor(1.2910)
    """
@overload
def std(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, unbiased: builtins.bool | None = None, keepdim: builtins.bool = False, *, correction: builtins.float = 1, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
@overload
def std_mean(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, unbiased: builtins.bool | None = None, keepdim: builtins.bool = False, *, correction: builtins.float = 1, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> builtins.tuple[Tensor, Tensor]:
    """Return the standard deviation and the mean over ``dim``; see `std`, also for what it raises.

    >>> import autograd
    >>> autograd.std_mean(autograd.tensor([1.0, 2.0, 3.0, 4.0]))
    (tensor(1.2910), tensor(2.5000))
    """
@overload
def std_mean(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, unbiased: builtins.bool | None = None, keepdim: builtins.bool = False, *, correction: builtins.float = 1, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> builtins.tuple[NDArray[Any], NDArray[Any]]: ...
@overload
def sub(input: Tensor, other: _Value, *, alpha: builtins.float = 1) -> Tensor:
    """Return input - alpha * other, broadcast. Raises RuntimeError for integers with a fractional alpha.

    >>> import autograd
    >>> autograd.sub(autograd.tensor([1.0, 2.0]), 1)
    tensor([0., 1.])
    """
@overload
def sub(input: _Array, other: Tensor, *, alpha: builtins.float = 1) -> Tensor: ...
@overload
def sub(input: _Array, other: _Array, *, alpha: builtins.float = 1) -> NDArray[Any]: ...
@overload
def subtract(input: Tensor, other: _Value, *, alpha: builtins.float = 1) -> Tensor:
    """Return input - alpha * other, broadcast. Raises RuntimeError for integers with a fractional alpha.

    >>> import autograd
    >>> autograd.sub(autograd.tensor([1.0, 2.0]), 1)
    tensor([0., 1.])
    """
@overload
def subtract(input: _Array, other: Tensor, *, alpha: builtins.float = 1) -> Tensor: ...
@overload
def subtract(input: _Array, other: _Array, *, alpha: builtins.float = 1) -> NDArray[Any]: ...
@overload
def sum(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return the sum over ``dim``; booleans and integers add up to int64.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

    >>> import autograd
    >>> autograd.sum(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]), dim=1)
    tensor([3., 7.])
    """
@overload
def sum(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
def svd(input: _Value, some: builtins.bool = True, compute_uv: builtins.bool = True) -> SVD:
    """Return the singular value decomposition input = U diag(S) Vᵀ, as (U, S, V): see `linalg.svd`, which has Vᵀ.

    With ``some``, U and V have min(rows, columns) columns. Without ``compute_uv`` they are zeros.

    >>> import autograd
    >>> autograd.svd(autograd.tensor([[0.0, 2.0], [1.0, 0.0]])).S
    tensor([2., 1.])
    """
@overload
def swapaxes(input: Tensor, axis0: builtins.int, axis1: builtins.int) -> Tensor:
    """Return the input with two dimensions exchanged, as `transpose`.

    >>> import autograd
    >>> autograd.swapaxes(autograd.zeros(2, 3, 4), 0, 1).shape
    (3, 2, 4)
    """
@overload
def swapaxes(input: _Array, axis0: builtins.int, axis1: builtins.int) -> NDArray[Any]: ...
@overload
def swapdims(input: Tensor, dim0: builtins.int, dim1: builtins.int) -> Tensor:
    """Return the input with two dimensions exchanged.

    >>> import autograd
    >>> autograd.transpose(autograd.zeros(2, 3, 4), 0, -1).shape
    (4, 3, 2)
    """
@overload
def swapdims(input: _Array, dim0: builtins.int, dim1: builtins.int) -> NDArray[Any]: ...
@overload
def t(input: Tensor) -> Tensor:
    """Return the transpose of a matrix; a vector is returned as it is. Raises RuntimeError for more dimensions.

    >>> import autograd
    >>> autograd.t(autograd.zeros(2, 3)).shape
    (3, 2)
    """
@overload
def t(input: _Array) -> NDArray[Any]: ...
@overload
def take(input: Tensor, index: _Value) -> Tensor:
    """Return the elements of the flattened input at ``index``, in the index's shape; negative ones count from the end.

    Raises IndexError for indices out of range, RuntimeError for those that are not integers.

    >>> import autograd
    >>> autograd.take(autograd.tensor([[1, 2], [3, 4]]), autograd.tensor([0, -1]))
    tensor([1, 4])
    """
@overload
def take(input: _Array, index: Tensor) -> Tensor: ...
@overload
def take(input: _Array, index: _Array) -> NDArray[Any]: ...
@overload
def take_along_dim(input: Tensor, indices: _Value, dim: builtins.int | None = None) -> Tensor:
    """Return input's elements at ``indices`` along ``dim``; the other dimensions are broadcast against each other.

    Without ``dim`` both are flattened. Negative indices count from the end. Raises IndexError for those out of range,
    RuntimeError if the other dimensions are not as many or do not broadcast.

    >>> import autograd
    >>> x = autograd.tensor([[10, 30, 20], [60, 40, 50]])
    >>> autograd.take_along_dim(x, x.argmax(dim=1, keepdim=True), dim=1)
    tensor([[30],
            [60]])
    """
@overload
def take_along_dim(input: _Array, indices: Tensor, dim: builtins.int | None = None) -> Tensor: ...
@overload
def take_along_dim(input: _Array, indices: _Array, dim: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def tan(input: Tensor) -> Tensor:
    """Compute tangent element-wise."""
@overload
def tan(input: _Array) -> NDArray[Any]: ...
@overload
def tanh(input: Tensor) -> Tensor:
    """Compute hyperbolic tangent element-wise."""
@overload
def tanh(input: _Array) -> NDArray[Any]: ...
@overload
def tensor_split(input: Tensor, indices_or_sections: builtins.int | Sequence[builtins.int] | _Value, dim: builtins.int = 0) -> builtins.tuple[Tensor, ...]:
    """Return the input cut along ``dim`` at the indices given, or into so many pieces, the first ones being one longer.

    Raises RuntimeError unless the number of pieces is positive, and for a 0-d tensor.

    >>> import autograd
    >>> autograd.tensor_split(autograd.arange(5), 2)
    (tensor([0, 1, 2]), tensor([3, 4]))
    >>> autograd.tensor_split(autograd.arange(5), (1, -1))
    (tensor([0]), tensor([1, 2, 3]), tensor([4]))
    """
@overload
def tensor_split(input: _Array, indices_or_sections: builtins.int | Sequence[builtins.int] | _Array, dim: builtins.int = 0) -> builtins.tuple[NDArray[Any], ...]: ...
@overload
def tensordot(a: Tensor, b: _Value, dims: Any = 2) -> Tensor:
    """Return the sum of products over dimensions of a and of b.

    ``dims`` is a number, of the last dimensions of a and as many first ones of b, in order, or the pair of two lists of
    dimensions. The result has the remaining dimensions of a, then those of b. Raises RuntimeError if sizes or dtypes
    differ, and for ``dims`` that are neither, or that the operands do not have.

    >>> import autograd
    >>> autograd.tensordot(autograd.ones(2, 3, 4), autograd.ones(4, 3, 5), dims=([1, 2], [1, 0])).shape
    (2, 5)
    """
@overload
def tensordot(a: _Array, b: Tensor, dims: Any = 2) -> Tensor: ...
@overload
def tensordot(a: _Array, b: _Array, dims: Any = 2) -> NDArray[Any]: ...
@overload
def tile(input: Tensor, *counts: builtins.int | Sequence[builtins.int], dims: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
    """Return copies of the input side by side, as many along each dimension as ``dims`` says, from the last one on.

    Raises RuntimeError for a negative number.

    >>> import autograd
    >>> autograd.tile(autograd.tensor([1, 2]), (2, 2))
    tensor([[1, 2, 1, 2],
            [1, 2, 1, 2]])
    """
@overload
def tile(input: _Array, *counts: builtins.int | Sequence[builtins.int], dims: builtins.int | Sequence[builtins.int] | None = None) -> NDArray[Any]: ...
@overload
def topk(input: Tensor, k: builtins.int, dim: builtins.int = -1, largest: builtins.bool = True, sorted: builtins.bool = True) -> Picked[Tensor]:
    """Return the k largest elements along ``dim``, or the smallest, and their indices, as (values, indices).

    The most extreme element comes first, or, if not ``sorted``, any. Raises RuntimeError unless 0 <= k <= size, and for
    complex numbers; TypeError for a k that is no integer.

    >>> import autograd
    >>> values, indices = autograd.topk(autograd.tensor([3.0, 1.0, 2.0]), 2)
    >>> values, indices
    (tensor([3., 2.]), tensor([0, 2]))
    """
@overload
def topk(input: _Array, k: builtins.int, dim: builtins.int = -1, largest: builtins.bool = True, sorted: builtins.bool = True) -> Picked[NDArray[Any]]: ...
@overload
def trace(input: Tensor) -> Tensor:
    """Return the sum of the diagonal of a matrix. Raises RuntimeError for any other shape.

    >>> import autograd
    >>> autograd.trace(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]))
    tensor(5.)
    """
@overload
def trace(input: _Array) -> NDArray[Any]: ...
@overload
def transpose(input: Tensor, dim0: builtins.int, dim1: builtins.int) -> Tensor:
    """Return the input with two dimensions exchanged.

    >>> import autograd
    >>> autograd.transpose(autograd.zeros(2, 3, 4), 0, -1).shape
    (4, 3, 2)
    """
@overload
def transpose(input: _Array, dim0: builtins.int, dim1: builtins.int) -> NDArray[Any]: ...
@overload
def trapezoid(y: Tensor, x: _Value | None = None, *, dx: builtins.float | _Value | None = None, dim: builtins.int = -1) -> Tensor:
    """Return the integral of ``y`` along ``dim`` by the trapezoidal rule, at the points ``x`` or in steps of ``dx``.

    ``x`` is a vector or is broadcast against y; without either the step is 1. Raises TypeError for both, IndexError for
    a 0-d tensor, RuntimeError for a vector of another length.

    >>> import autograd
    >>> autograd.trapezoid(autograd.tensor([1.0, 2.0, 3.0]), autograd.tensor([0.0, 1.0, 3.0]))
    tensor(6.5000)
    """
@overload
def trapezoid(y: _Array, x: _Array | None = None, *, dx: builtins.float | _Array | None = None, dim: builtins.int = -1) -> NDArray[Any]: ...
@overload
def trapz(y: Tensor, x: _Value | None = None, *, dx: builtins.float | _Value | None = None, dim: builtins.int = -1) -> Tensor:
    """Return the integral of ``y`` along ``dim`` by the trapezoidal rule, at the points ``x`` or in steps of ``dx``.

    ``x`` is a vector or is broadcast against y; without either the step is 1. Raises TypeError for both, IndexError for
    a 0-d tensor, RuntimeError for a vector of another length.

    >>> import autograd
    >>> autograd.trapezoid(autograd.tensor([1.0, 2.0, 3.0]), autograd.tensor([0.0, 1.0, 3.0]))
    tensor(6.5000)
    """
@overload
def trapz(y: _Array, x: _Array | None = None, *, dx: builtins.float | _Array | None = None, dim: builtins.int = -1) -> NDArray[Any]: ...
@overload
def tril(input: Tensor, diagonal: builtins.int = 0) -> Tensor:
    """Return the matrices with zeros in place of what is above a diagonal. Raises RuntimeError if there is no matrix.

    >>> import autograd
    >>> autograd.tril(autograd.tensor([[1, 2], [3, 4]]))
    tensor([[1, 0],
            [3, 4]])
    """
@overload
def tril(input: _Array, diagonal: builtins.int = 0) -> NDArray[Any]: ...
@overload
def triu(input: Tensor, diagonal: builtins.int = 0) -> Tensor:
    """Return the matrices with zeros in place of what is below a diagonal. Raises RuntimeError if there is no matrix.

    >>> import autograd
    >>> autograd.triu(autograd.tensor([[1, 2], [3, 4]]))
    tensor([[1, 2],
            [0, 4]])
    """
@overload
def triu(input: _Array, diagonal: builtins.int = 0) -> NDArray[Any]: ...
@overload
def true_divide(input: Tensor, other: _Value, *, rounding_mode: builtins.str | None = None) -> Tensor:
    """Return input / other, broadcast; ``rounding_mode`` "floor" rounds the quotient down, "trunc" towards 0.

    The quotient of integers has the default dtype, the rounded one is an integer. The derivative of a rounded quotient
    is 0. Raises RuntimeError for another rounding mode, and if integers are divided by 0 to give an integer.

    >>> import autograd
    >>> autograd.div(autograd.tensor([7, -7]), 2)
    tensor([ 3.5000, -3.5000])
    >>> autograd.div(autograd.tensor([7, -7]), 2, rounding_mode="floor")
    tensor([ 3, -4])
    """
@overload
def true_divide(input: _Array, other: Tensor, *, rounding_mode: builtins.str | None = None) -> Tensor: ...
@overload
def true_divide(input: _Array, other: _Array, *, rounding_mode: builtins.str | None = None) -> NDArray[Any]: ...
@overload
def trunc(input: Tensor) -> Tensor:
    """Return the truncated value of the input, element-wise."""
@overload
def trunc(input: _Array) -> NDArray[Any]: ...
uint8: np.dtype[Any]
@overload
def unbind(input: Tensor, dim: builtins.int = 0) -> builtins.tuple[Tensor, ...]:
    """Return the slices along ``dim``, without that dimension. Raises IndexError for a 0-d tensor.

    >>> import autograd
    >>> autograd.unbind(autograd.tensor([[1, 2], [3, 4]]))
    (tensor([1, 2]), tensor([3, 4]))
    """
@overload
def unbind(input: _Array, dim: builtins.int = 0) -> builtins.tuple[NDArray[Any], ...]: ...
@overload
def unflatten(input: Tensor, dim: builtins.int, sizes: Sequence[builtins.int]) -> Tensor:
    """Return the input with one dimension made into several; one of their sizes may be -1.

    Raises RuntimeError if the sizes do not multiply to that of the dimension.

    >>> import autograd
    >>> autograd.unflatten(autograd.zeros(2, 12), 1, (3, -1)).shape
    (2, 3, 4)
    """
@overload
def unflatten(input: _Array, dim: builtins.int, sizes: Sequence[builtins.int]) -> NDArray[Any]: ...
@overload
def unfold(input: Tensor, dimension: builtins.int, size: builtins.int, step: builtins.int) -> Tensor:
    """Return the windows of ``size`` elements along a dimension, one every ``step``: a view.

    The dimension then counts the windows; what is in them is a new last dimension. Gradients add up where windows
    overlap. Raises RuntimeError for a size that the dimension does not have, and a step that is not positive.

    >>> import autograd
    >>> autograd.arange(5).unfold(0, 3, 2)
    tensor([[0, 1, 2],
            [2, 3, 4]])
    """
@overload
def unfold(input: _Array, dimension: builtins.int, size: builtins.int, step: builtins.int) -> NDArray[Any]: ...
@overload
def unique(input: Tensor, sorted: builtins.bool = True, return_inverse: Literal[False] = False, return_counts: Literal[False] = False, dim: builtins.int | None = None) -> Tensor:
    """Return the unique elements, or slices along ``dim``, in ascending order: as in PyTorch, whatever ``sorted`` is.

    With ``return_inverse`` also where in the result each element is, with ``return_counts`` how often each one occurs,
    as a tuple. The gradient goes to the first of equal elements. NaN equals nothing, not even NaN. Raises IndexError
    for a dimension of a 0-d tensor, RuntimeError for slices without elements.

    >>> import autograd
    >>> autograd.unique(autograd.tensor([3, 1, 3]), return_inverse=True, return_counts=True)
    (tensor([1, 3]), tensor([1, 0, 1]), tensor([1, 2]))
    """
@overload
def unique(input: _Array, sorted: builtins.bool = True, return_inverse: Literal[False] = False, return_counts: Literal[False] = False, dim: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def unique(input: Tensor, sorted: builtins.bool = True, return_inverse: builtins.bool = False, return_counts: builtins.bool = False, dim: builtins.int | None = None) -> builtins.tuple[Tensor, ...]: ...
@overload
def unique(input: _Array, sorted: builtins.bool = True, return_inverse: builtins.bool = False, return_counts: builtins.bool = False, dim: builtins.int | None = None) -> builtins.tuple[NDArray[Any], ...]: ...
@overload
def unique_consecutive(input: Tensor, return_inverse: Literal[False] = False, return_counts: Literal[False] = False, dim: builtins.int | None = None) -> Tensor:
    """Return the elements, or the slices along ``dim``, without those that equal their predecessor; see `unique`.

    >>> import autograd
    >>> autograd.unique_consecutive(autograd.tensor([1, 1, 2, 2, 1]), return_counts=True)
    (tensor([1, 2, 1]), tensor([2, 2, 1]))
    """
@overload
def unique_consecutive(input: _Array, return_inverse: Literal[False] = False, return_counts: Literal[False] = False, dim: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def unique_consecutive(input: Tensor, return_inverse: builtins.bool = False, return_counts: builtins.bool = False, dim: builtins.int | None = None) -> builtins.tuple[Tensor, ...]: ...
@overload
def unique_consecutive(input: _Array, return_inverse: builtins.bool = False, return_counts: builtins.bool = False, dim: builtins.int | None = None) -> builtins.tuple[NDArray[Any], ...]: ...
@overload
def unsqueeze(input: Tensor, dim: builtins.int) -> Tensor:
    """Return the input with a dimension of size 1 inserted at ``dim``.

    >>> import autograd
    >>> autograd.unsqueeze(autograd.zeros(3), -1).shape
    (3, 1)
    """
@overload
def unsqueeze(input: _Array, dim: builtins.int) -> NDArray[Any]: ...
@overload
def var(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, unbiased: builtins.bool | None = None, keepdim: builtins.bool = False, *, correction: builtins.float = 1, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
    """Return the variance over ``dim``: sum (x - mean)² / (n - correction); ``unbiased=False`` is ``correction=0``.

    Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.
    Raises RuntimeError for integers and booleans.

    >>> import autograd
    >>> autograd.var(autograd.tensor([1.0, 2.0, 3.0, 4.0]))
    tensor(1.6667)
    """
@overload
def var(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, unbiased: builtins.bool | None = None, keepdim: builtins.bool = False, *, correction: builtins.float = 1, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> NDArray[Any]: ...
@overload
def var_mean(input: Tensor, dim: builtins.int | Sequence[builtins.int] | None = None, unbiased: builtins.bool | None = None, keepdim: builtins.bool = False, *, correction: builtins.float = 1, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> builtins.tuple[Tensor, Tensor]:
    """Return the variance and the mean over ``dim``; see `var`, also for what it raises.

    >>> import autograd
    >>> autograd.var_mean(autograd.tensor([1.0, 2.0, 3.0, 4.0]))
    (tensor(1.6667), tensor(2.5000))
    """
@overload
def var_mean(input: _Array, dim: builtins.int | Sequence[builtins.int] | None = None, unbiased: builtins.bool | None = None, keepdim: builtins.bool = False, *, correction: builtins.float = 1, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> builtins.tuple[NDArray[Any], NDArray[Any]]: ...
@overload
def vdot(input: Tensor, other: _Value) -> Tensor:
    """Return the inner product of two vectors of real numbers: the same as `dot`.

    Raises RuntimeError for what `dot` refuses, and for complex numbers, of which the first factor would be conjugated.

    >>> import autograd
    >>> autograd.vdot(autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]))
    tensor(11.)
    """
@overload
def vdot(input: _Array, other: Tensor) -> Tensor: ...
@overload
def vdot(input: _Array, other: _Array) -> NDArray[Any]: ...
def view(input: Tensor, *sizes: Any, size: builtins.int | Sequence[builtins.int] | None = None, dtype: Any = None) -> Tensor:
    """Return the same memory in another shape; a dtype as argument reinterprets the bytes, without a gradient.

    Raises RuntimeError if the sizes do not fit, or the memory layout does not allow them: `reshape` copies then.

    >>> import autograd
    >>> autograd.arange(4).view(2, 2)
    tensor([[0, 1],
            [2, 3]])
    """
@overload
def vsplit(input: Tensor, indices_or_sections: builtins.int | Sequence[builtins.int]) -> builtins.tuple[Tensor, ...]:
    """Return the input cut along dimension 0 at indices or into equal pieces.

    Raises RuntimeError if it does not divide into so many, and for fewer than two dimensions.

    >>> import autograd
    >>> autograd.vsplit(autograd.tensor([[1, 2], [3, 4]]), 2)
    (tensor([[1, 2]]), tensor([[3, 4]]))
    """
@overload
def vsplit(input: _Array, indices_or_sections: builtins.int | Sequence[builtins.int]) -> builtins.tuple[NDArray[Any], ...]: ...
@overload
def vstack(tensors: Sequence[Tensor]) -> Tensor:
    """Return the tensors joined along dimension 0, vectors as rows; raises RuntimeError as `cat`.

    >>> import autograd
    >>> autograd.vstack([autograd.tensor([1, 2]), autograd.tensor([[3, 4], [5, 6]])])
    tensor([[1, 2],
            [3, 4],
            [5, 6]])
    """
@overload
def vstack(tensors: Sequence[_Array]) -> NDArray[Any]: ...
@overload
def vstack(tensors: Sequence[_Value]) -> Any: ...
@overload
def where(condition: Tensor) -> builtins.tuple[Tensor, ...]:
    """Return input where condition, other elsewhere, broadcast; the side not taken receives no gradient.

    With the condition alone, return the indices of its nonzero elements, one tensor for each dimension. Raises
    TypeError for only one of input and other, RuntimeError for a number that the dtype of the other one does not have.

    >>> import autograd
    >>> x = autograd.tensor([-1.0, 2.0])
    >>> autograd.where(x > 0, x, 0.0)
    tensor([0., 2.])
    >>> autograd.where(x > 0)
    (tensor([1]),)
    """
@overload
def where(condition: _Array) -> builtins.tuple[NDArray[Any], ...]: ...
@overload
def where(condition: Tensor, input: _Value, other: _Value) -> Tensor: ...
@overload
def where(condition: _Array, input: Tensor, other: _Value) -> Tensor: ...
@overload
def where(condition: _Array, input: _Array, other: Tensor) -> Tensor: ...
@overload
def where(condition: _Array, input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def xlogy(input: Tensor, other: _Value) -> Tensor:
    """a * log(b); 0 where a is 0, unless b is NaN."""
@overload
def xlogy(input: _Array, other: Tensor) -> Tensor: ...
@overload
def xlogy(input: _Array, other: _Array) -> NDArray[Any]: ...
def zeros(*sizes: Any, size: Any = None, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return zeros of a shape, given as numbers or one sequence, in the default dtype.

    Raises TypeError for a size that is not of integers, RuntimeError for a negative one.

    >>> import autograd
    >>> autograd.zeros(2, 3)
    tensor([[0., 0., 0.],
            [0., 0., 0.]])
    """
def zeros_like(input: Any, *, dtype: Any = None, device: Any = None, requires_grad: builtins.bool = False) -> Tensor:
    """Return zeros of the input's shape and dtype. Raises TypeError for anything but tensors and arrays.

    >>> import autograd
    >>> autograd.zeros_like(autograd.tensor([1, 2]))
    tensor([0, 0])
    """
__all__ = ['BackpropGraph', 'Function', 'Generator', 'Tensor', 'abs', 'absolute', 'acos', 'acosh', 'add', 'addbmm', 'addcdiv', 'addcmul', 'addmm', 'addmv', 'addr', 'all', 'allclose', 'amax', 'amin', 'aminmax', 'any', 'arange', 'arccos', 'arccosh', 'arcsin', 'arcsinh', 'arctan', 'arctan2', 'arctanh', 'argmax', 'argmin', 'argsort', 'argwhere', 'as_strided', 'as_tensor', 'asin', 'asinh', 'atan', 'atan2', 'atanh', 'atleast_1d', 'atleast_2d', 'atleast_3d', 'backward', 'baddbmm', 'bernoulli', 'bincount', 'bitwise_and', 'bitwise_left_shift', 'bitwise_not', 'bitwise_or', 'bitwise_right_shift', 'bitwise_xor', 'block_diag', 'bmm', 'bool', 'broadcast_shapes', 'broadcast_tensors', 'broadcast_to', 'bucketize', 'cartesian_prod', 'cat', 'cdist', 'ceil', 'chain_matmul', 'cholesky', 'cholesky_inverse', 'cholesky_solve', 'chunk', 'clamp', 'clamp_max', 'clamp_min', 'clip', 'clone', 'column_stack', 'combinations', 'complex128', 'complex64', 'concat', 'concatenate', 'copysign', 'corrcoef', 'cos', 'cosh', 'count_nonzero', 'cov', 'cross', 'cummax', 'cummin', 'cumprod', 'cumsum', 'cumulative_trapezoid', 'default_generator', 'deg2rad', 'det', 'diag', 'diag_embed', 'diagflat', 'diagonal', 'diagonal_scatter', 'diff', 'digamma', 'dist', 'div', 'divide', 'dot', 'double', 'draw', 'dsplit', 'dstack', 'einsum', 'elementwise', 'empty', 'empty_like', 'enable_grad', 'eq', 'equal', 'erf', 'erfc', 'erfinv', 'exp', 'exp2', 'expand', 'expm1', 'eye', 'fix', 'flatten', 'flip', 'fliplr', 'flipud', 'float', 'float16', 'float32', 'float64', 'float_power', 'floor', 'floor_divide', 'fmax', 'fmin', 'fmod', 'frac', 'from_dlpack', 'from_numpy', 'full', 'full_like', 'func', 'functional', 'gather', 'gcd', 'ge', 'ger', 'get_default_dtype', 'get_rng_state', 'grad', 'greater', 'greater_equal', 'gt', 'half', 'hardshrink', 'heaviside', 'histc', 'histogram', 'hsplit', 'hstack', 'hypot', 'index_add', 'index_copy', 'index_fill', 'index_put', 'index_reduce', 'index_select', 'initial_seed', 'inner', 'int', 'int16', 'int32', 'int64', 'int8', 'inverse', 'is_complex', 'is_floating_point', 'is_grad_enabled', 'is_nonzero', 'is_tensor', 'isclose', 'isfinite', 'isin', 'isinf', 'isnan', 'isneginf', 'isposinf', 'isreal', 'kron', 'kthvalue', 'lcm', 'ldexp', 'le', 'lerp', 'less', 'less_equal', 'lgamma', 'linalg', 'linspace', 'log', 'log10', 'log1p', 'log2', 'log_softmax', 'logaddexp', 'logaddexp2', 'logcumsumexp', 'logdet', 'logical_and', 'logical_not', 'logical_or', 'logical_xor', 'logit', 'logspace', 'logsumexp', 'long', 'lt', 'manual_seed', 'masked_fill', 'masked_scatter', 'masked_select', 'matmul', 'matrix_exp', 'matrix_power', 'max', 'maximum', 'mean', 'median', 'meshgrid', 'min', 'minimum', 'mm', 'mode', 'moveaxis', 'movedim', 'msort', 'mul', 'multinomial', 'multiply', 'mv', 'mvlgamma', 'nan_to_num', 'nanmean', 'nanmedian', 'nanquantile', 'nansum', 'narrow', 'ne', 'neg', 'negative', 'nextafter', 'no_grad', 'nonzero', 'norm', 'normal', 'not_equal', 'numel', 'once_differentiable', 'ones', 'ones_like', 'ops', 'outer', 'permute', 'pinverse', 'poisson', 'polygamma', 'positive', 'pow', 'prelu', 'primitive', 'prod', 'put', 'qr', 'quantile', 'rad2deg', 'rand', 'rand_like', 'randint', 'randint_like', 'randn', 'randn_like', 'random', 'randperm', 'ravel', 'reciprocal', 'record_backward', 'record_source', 'relu', 'remainder', 'renorm', 'repeat', 'repeat_interleave', 'reshape', 'result_type', 'roll', 'rot90', 'round', 'row_stack', 'rsqrt', 'rsub', 'scatter', 'scatter_add', 'scatter_reduce', 'searchsorted', 'seed', 'select', 'select_scatter', 'set_default_dtype', 'set_grad_enabled', 'set_rng_state', 'sgn', 'short', 'sigmoid', 'sign', 'signbit', 'sin', 'sinc', 'sinh', 'slice_scatter', 'slogdet', 'softmax', 'sort', 'special', 'split', 'sqrt', 'square', 'squeeze', 'stack', 'std', 'std_mean', 'sub', 'subtract', 'sum', 'svd', 'swapaxes', 'swapdims', 't', 'take', 'take_along_dim', 'tan', 'tanh', 'tensor', 'tensor_split', 'tensordot', 'tile', 'topk', 'trace', 'transpose', 'trapezoid', 'trapz', 'tril', 'tril_indices', 'triu', 'triu_indices', 'true_divide', 'trunc', 'uint8', 'unbind', 'unflatten', 'unfold', 'unique', 'unique_consecutive', 'unsqueeze', 'var', 'var_mean', 'vdot', 'view', 'vsplit', 'vstack', 'where', 'xlogy', 'zeros', 'zeros_like']
__version__: builtins.str
__glassgrad__: builtins.bool
