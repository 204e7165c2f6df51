"""Tensor: an array, and its place in the graph that computed it.

Written by `python -m tests.stubs`.
"""

import builtins
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol, Self, overload

import numpy as np
from numpy.typing import NDArray

from autograd.core.graph import Leaf as Leaf
from autograd.core.graph import Node as Node
from autograd.functions.counting import Histogram as Histogram
from autograd.functions.extremes import MinMax as MinMax
from autograd.linalg.top_level.matrices import SVD as SVD
from autograd.ops.decomposition import QR as QR
from autograd.ops.determinant import Slogdet as Slogdet
from autograd.ops.reduction import Picked as Picked
from autograd.random.generator import Generator as Generator
from autograd.tensor.hooks import RemovableHandle as RemovableHandle

_Number = builtins.bool | builtins.int | builtins.float | builtins.complex | np.generic
_Array = NDArray[Any] | _Number
_Value = Tensor | _Array

class Tensor:
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
    _array: Any
    _node: Node | Leaf | None
    _cut: builtins.str | None
    _frozen: Leaf | None
    @property
    def T(self) -> Tensor:
        """The dimensions in reverse order."""
    def __abs__(self) -> Tensor: ...
    def __add__(self, b: _Value, /) -> Tensor: ...
    def __and__(self, b: _Value, /) -> Tensor: ...
    def __array__(self, dtype: Any = None, copy: Any = None) -> Any: ...
    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any: ...
    def __array_ufunc__(self, ufunc: Any, method: builtins.str, *inputs: Any, **kwargs: Any) -> Any: ...
    def __bool__(self) -> builtins.bool: ...
    def __complex__(self) -> builtins.complex: ...
    def __contains__(self, element: Any, /) -> builtins.bool: ...
    def __copy__(self) -> Tensor: ...
    def __deepcopy__(self, memo: builtins.dict[builtins.int, Any], /) -> Tensor: ...
    def __dlpack__(self, **kwargs: Any) -> Any: ...
    def __dlpack_device__(self) -> builtins.tuple[builtins.int, builtins.int]: ...
    def __eq__(self, b: _Value, /) -> Tensor: ...  # type: ignore[override]
    def __float__(self) -> builtins.float: ...
    def __floordiv__(self, b: _Value, /) -> Tensor: ...
    def __format__(self, spec: builtins.str, /) -> builtins.str: ...
    def __ge__(self, b: _Value, /) -> Tensor: ...
    def __getitem__(self, index: Any, /) -> Tensor: ...
    def __gt__(self, b: _Value, /) -> Tensor: ...
    def __iadd__(self, b: _Value, /) -> Self: ...
    def __iand__(self, b: _Value, /) -> Self: ...
    def __ifloordiv__(self, b: _Value, /) -> Self: ...
    def __ilshift__(self, b: _Value, /) -> Self: ...
    def __imod__(self, b: _Value, /) -> Self: ...
    def __imul__(self, b: _Value, /) -> Self: ...
    def __index__(self) -> builtins.int: ...
    def __init__(self, data: Any, dtype: Any = None, requires_grad: builtins.bool = False) -> None: ...
    def __int__(self) -> builtins.int: ...
    def __invert__(self) -> Tensor: ...
    def __ior__(self, b: _Value, /) -> Self: ...
    def __ipow__(self, exponent: _Value, /) -> Self: ...
    def __irshift__(self, b: _Value, /) -> Self: ...
    def __isub__(self, b: _Value, /) -> Self: ...
    def __iter__(self) -> Iterator[Tensor]: ...
    def __itruediv__(self, b: _Value, /) -> Self: ...
    def __ixor__(self, b: _Value, /) -> Self: ...
    def __le__(self, b: _Value, /) -> Tensor: ...
    def __len__(self) -> builtins.int: ...
    def __lshift__(self, b: _Value, /) -> Tensor: ...
    def __lt__(self, b: _Value, /) -> Tensor: ...
    def __matmul__(self, b: _Value, /) -> Tensor: ...
    def __mod__(self, b: _Value, /) -> Tensor: ...
    def __mul__(self, b: _Value, /) -> Tensor: ...
    def __ne__(self, b: _Value, /) -> Tensor: ...  # type: ignore[override]
    def __neg__(self) -> Tensor: ...
    def __or__(self, b: _Value, /) -> Tensor: ...
    def __pos__(self) -> Tensor: ...
    def __pow__(self, exponent: _Value, /) -> Tensor: ...
    def __radd__(self, b: _Value, /) -> Tensor: ...
    def __rand__(self, b: _Value, /) -> Tensor: ...
    def __reduce__(self) -> Any: ...
    def __repr__(self) -> builtins.str: ...
    def __rfloordiv__(self, other: Any, /) -> Tensor: ...
    def __rlshift__(self, other: Any, /) -> Tensor: ...
    def __rmatmul__(self, other: Any, /) -> Tensor: ...
    def __rmod__(self, other: Any, /) -> Tensor: ...
    def __rmul__(self, b: _Value, /) -> Tensor: ...
    def __ror__(self, b: _Value, /) -> Tensor: ...
    def __rpow__(self, other: Any, /) -> Tensor: ...
    def __rrshift__(self, other: Any, /) -> Tensor: ...
    def __rshift__(self, b: _Value, /) -> Tensor: ...
    def __rsub__(self, other: Any, /) -> Tensor: ...
    def __rtruediv__(self, other: Any, /) -> Tensor: ...
    def __rxor__(self, b: _Value, /) -> Tensor: ...
    def __setitem__(self, index: Any, value: Any) -> None: ...
    def __sub__(self, b: _Value, /) -> Tensor: ...
    def __truediv__(self, b: _Value, /) -> Tensor: ...
    def __xor__(self, b: _Value, /) -> Tensor: ...
    def _check_in_place(self, name: builtins.str) -> None: ...
    def _replace(self, result: Any, name: builtins.str, *, strict: builtins.bool = True) -> Self: ...
    @property
    def _version(self) -> builtins.int:
        """How often this tensor's memory was changed in place."""
    @classmethod
    def _wrap(cls, array: Any, node: Any = None) -> Tensor: ...
    def _write(self, name: builtins.str, values: Any, index: Any = ...) -> None: ...
    def abs(self) -> Tensor:
        """Calculate the absolute value element-wise."""
    def abs_(self) -> Self:
        """In-place form of `absolute`."""
    def absolute(self) -> Tensor:
        """Calculate the absolute value element-wise."""
    def absolute_(self) -> Self:
        """In-place form of `absolute`."""
    def acos(self) -> Tensor:
        """Trigonometric inverse cosine, element-wise."""
    def acos_(self) -> Self:
        """In-place form of `arccos`."""
    def acosh(self) -> Tensor:
        """Inverse hyperbolic cosine, element-wise."""
    def acosh_(self) -> Self:
        """In-place form of `arccosh`."""
    def add(self, other: _Value, *, alpha: builtins.float = 1) -> Tensor:
        """Return input + alpha * other, broadcast. Raises RuntimeError for integers with a fractional alpha.

        >>> import autograd
        >>> autograd.add(autograd.tensor([1.0, 2.0]), 10, alpha=2)
        tensor([21., 22.])
        """
    def add_(self, other: _Value, *, alpha: builtins.float = 1) -> Self:
        """In-place form of `add`."""
    def addbmm(self, batch1: _Value, batch2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor:
        """Return beta input + alpha times the sum of the products of two batches of matrices.

        The input is broadcast, and not looked at if beta is 0. Raises RuntimeError as `addmm`.

        >>> import autograd
        >>> autograd.addbmm(autograd.zeros(1), autograd.ones(5, 1, 3), autograd.ones(5, 3, 2))
        tensor([[15., 15.]])
        """
    def addbmm_(self, batch1: _Value, batch2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Self:
        """In-place form of `addbmm`."""
    def addcdiv(self, tensor1: _Value, tensor2: _Value, *, value: builtins.float = 1) -> Tensor:
        """Return input + value * tensor1 / tensor2, broadcast. Raises RuntimeError for a quotient of integers.

        >>> import autograd
        >>> autograd.addcdiv(autograd.ones(2), autograd.tensor([1.0, 2.0]), autograd.tensor([2.0, 4.0]), value=2)
        tensor([2., 2.])
        """
    def addcdiv_(self, tensor1: _Value, tensor2: _Value, *, value: builtins.float = 1) -> Self:
        """In-place form of `addcdiv`."""
    def addcmul(self, tensor1: _Value, tensor2: _Value, *, value: builtins.float = 1) -> Tensor:
        """Return input + value * tensor1 * tensor2, broadcast. Raises RuntimeError for integers with a fractional value.

        >>> import autograd
        >>> autograd.addcmul(autograd.ones(2), autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]), value=0.5)
        tensor([2.5000, 5.0000])
        """
    def addcmul_(self, tensor1: _Value, tensor2: _Value, *, value: builtins.float = 1) -> Self:
        """In-place form of `addcmul`."""
    def addmm(self, mat1: _Value, mat2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor:
        """Return beta input + alpha mat1 @ mat2, of matrices; the input is broadcast, and not looked at if beta is 0.

        Raises RuntimeError if the shapes do not fit, the dtypes differ, or beta or alpha is a fraction for integer tensors.

        >>> import autograd
        >>> autograd.addmm(autograd.ones(2), autograd.ones(2, 3), autograd.ones(3, 2), beta=10)
        tensor([[13., 13.],
                [13., 13.]])
        """
    def addmm_(self, mat1: _Value, mat2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Self:
        """In-place form of `addmm`."""
    def addmv(self, mat: _Value, vec: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor:
        """Return beta input + alpha mat @ vec; the input is broadcast, and not looked at if beta is 0.

        Raises RuntimeError as `addmm`.

        >>> import autograd
        >>> autograd.addmv(autograd.ones(2), autograd.ones(2, 3), autograd.ones(3), alpha=2)
        tensor([7., 7.])
        """
    def addmv_(self, mat: _Value, vec: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Self:
        """In-place form of `addmv`."""
    def addr(self, vec1: _Value, vec2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor:
        """Return beta input + alpha times the outer product of two vectors.

        The input is broadcast, and not looked at if beta is 0. Raises RuntimeError if the shapes do not fit, or beta or
        alpha is a fraction for integer tensors.

        >>> import autograd
        >>> autograd.addr(autograd.zeros(2, 2), autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]))
        tensor([[3., 4.],
                [6., 8.]])
        """
    def addr_(self, vec1: _Value, vec2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Self:
        """In-place form of `addr`."""
    def all(self, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
        """Return whether all elements along ``dim`` are nonzero; of uint8 as uint8.

        Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

        >>> import autograd
        >>> autograd.all(autograd.tensor([[True, True], [True, False]]), dim=1)
        tensor([ True, False])
        """
    def allclose(self, other: _Value, rtol: builtins.float = ..., atol: builtins.float = ..., equal_nan: builtins.bool = False) -> builtins.bool:
        """Return whether all elements are close, by the measure of `isclose`. Raises RuntimeError for negative tolerances.

        >>> import autograd
        >>> autograd.allclose(autograd.tensor([1.0, 2.0]), autograd.tensor([1.0, 2.1]), rtol=0.1)
        True
        """
    def amax(self, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
        """Return the maximum over ``dim``; elements that tie share the gradient evenly.

        Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.
        Raises RuntimeError for the maximum of no elements, IndexError for that along a dimension without any.

        >>> import autograd
        >>> autograd.amax(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=0)
        tensor([7., 5.])
        """
    def amin(self, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
        """Return the minimum over ``dim``; see `amax`.

        >>> import autograd
        >>> autograd.amin(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=0)
        tensor([1., 3.])
        """
    def aminmax(self, *, dim: builtins.int | None = None, keepdim: builtins.bool = False, axis: builtins.int | None = None, keepdims: builtins.bool = False) -> MinMax:
        """Return the minimum and the maximum, of all elements or along ``dim``; see `amax`.

        >>> import autograd
        >>> least, greatest = autograd.aminmax(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
        >>> least, greatest
        (tensor([1., 3.]), tensor([5., 7.]))
        """
    def any(self, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
        """Return whether any element along ``dim`` is nonzero; of uint8 as uint8.

        Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

        >>> import autograd
        >>> autograd.any(autograd.tensor([[False, True], [False, False]]), dim=1)
        tensor([ True, False])
        """
    def arccos(self) -> Tensor:
        """Trigonometric inverse cosine, element-wise."""
    def arccos_(self) -> Self:
        """In-place form of `arccos`."""
    def arccosh(self) -> Tensor:
        """Inverse hyperbolic cosine, element-wise."""
    def arccosh_(self) -> Self:
        """In-place form of `arccosh`."""
    def arcsin(self) -> Tensor:
        """Inverse sine, element-wise."""
    def arcsin_(self) -> Self:
        """In-place form of `arcsin`."""
    def arcsinh(self) -> Tensor:
        """Inverse hyperbolic sine element-wise."""
    def arcsinh_(self) -> Self:
        """In-place form of `arcsinh`."""
    def arctan(self) -> Tensor:
        """Trigonometric inverse tangent, element-wise."""
    def arctan2(self, other: _Value) -> Tensor:
        """Element-wise arc tangent of ``x1/x2`` choosing the quadrant correctly."""
    def arctan2_(self, other: _Value) -> Self:
        """In-place form of `arctan2`."""
    def arctan_(self) -> Self:
        """In-place form of `arctan`."""
    def arctanh(self) -> Tensor:
        """Inverse hyperbolic tangent element-wise."""
    def arctanh_(self) -> Self:
        """In-place form of `arctanh`."""
    def argmax(self, dim: builtins.int | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | None = None, keepdims: builtins.bool = False) -> Tensor:
        """Return the index of the maximum over ``dim``, or in the flattened input; the first one of a tie.

        Shapes: (*) gives (*) without ``dim``, or of size 1 there if ``keepdim``.
        Raises IndexError if there are no elements.

        >>> import autograd
        >>> autograd.argmax(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
        tensor([1, 0])
        """
    def argmin(self, dim: builtins.int | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | None = None, keepdims: builtins.bool = False) -> Tensor:
        """Return the index of the minimum over ``dim``, or in the flattened input; see `argmax`.

        >>> import autograd
        >>> autograd.argmin(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
        tensor([0, 1])
        """
    def argsort(self, dim: builtins.int = -1, descending: builtins.bool = False, *, stable: builtins.bool = False) -> Tensor:
        """Return the indices that would sort the input along ``dim``: those of `sort`. Raises what `sort` raises.

        >>> import autograd
        >>> autograd.argsort(autograd.tensor([3.0, 1.0, 2.0]), descending=True)
        tensor([0, 2, 1])
        """
    def argwhere(self) -> Tensor:
        """Return the indices of all elements that are not zero, one in each row.

        >>> import autograd
        >>> autograd.argwhere(autograd.tensor([[1, 0], [0, 2]]))
        tensor([[0, 0],
                [1, 1]])
        """
    def as_strided(self, size: Sequence[builtins.int], stride: Sequence[builtins.int], storage_offset: builtins.int | None = None) -> Tensor:
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
    def as_strided_(self, size: Sequence[builtins.int], stride: Sequence[builtins.int], storage_offset: builtins.int | None = None) -> Self:
        """In-place form of `as_strided`: changes the shape, copies nothing."""
    def asin(self) -> Tensor:
        """Inverse sine, element-wise."""
    def asin_(self) -> Self:
        """In-place form of `arcsin`."""
    def asinh(self) -> Tensor:
        """Inverse hyperbolic sine element-wise."""
    def asinh_(self) -> Self:
        """In-place form of `arcsinh`."""
    def astype(self, dtype: Any) -> Tensor:
        """NumPy's name for `to`."""
    def atan(self) -> Tensor:
        """Trigonometric inverse tangent, element-wise."""
    def atan2(self, other: _Value) -> Tensor:
        """Element-wise arc tangent of ``x1/x2`` choosing the quadrant correctly."""
    def atan2_(self, other: _Value) -> Self:
        """In-place form of `arctan2`."""
    def atan_(self) -> Self:
        """In-place form of `arctan`."""
    def atanh(self) -> Tensor:
        """Inverse hyperbolic tangent element-wise."""
    def atanh_(self) -> Self:
        """In-place form of `arctanh`."""
    def backward(self, gradient: Tensor | None = None, retain_graph: builtins.bool | None = None, create_graph: builtins.bool = False, inputs: Any = None) -> None:
        """Add this tensor's gradients to the ``.grad`` of the leaves it was computed from; see `autograd.backward`."""
    def baddbmm(self, batch1: _Value, batch2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Tensor:
        """Return beta input + alpha batch1 @ batch2, of batches of matrices.

        The input is broadcast, and not looked at if beta is 0. Raises RuntimeError as `addmm`.

        >>> import autograd
        >>> autograd.baddbmm(autograd.ones(1), autograd.ones(5, 2, 3), autograd.ones(5, 3, 4)).shape
        (5, 2, 4)
        """
    def baddbmm_(self, batch1: _Value, batch2: _Value, *, beta: builtins.float = 1, alpha: builtins.float = 1) -> Self:
        """In-place form of `baddbmm`."""
    def bernoulli(self, p: builtins.float | None = None, *, generator: Generator | None = None) -> Tensor:
        """Return ones, with the probabilities in the input, and zeros; with the probability ``p`` if it is given.

        The result has the input's shape and dtype, and no gradient. Raises RuntimeError for probabilities outside [0, 1].

        >>> import autograd
        >>> autograd.bernoulli(autograd.tensor([0.0, 1.0]))
        tensor([0., 1.])
        """
    def bernoulli_(self, p: _Value = ..., *, generator: Generator | None = None) -> Tensor:
        """Set all elements to 1 with the probability ``p``, a number or a tensor, and to 0 otherwise.

        Raises RuntimeError for probabilities outside [0, 1], and those that do not broadcast.

        >>> import autograd
        >>> autograd.empty(2).bernoulli_(autograd.tensor([0.0, 1.0]))
        tensor([0., 1.])
        """
    def bincount(self, weights: _Value | None = None, minlength: builtins.int = 0) -> Tensor:
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
    def bitwise_and(self, other: _Value) -> Tensor:
        """Compute the bit-wise AND of two arrays element-wise."""
    def bitwise_and_(self, other: _Value) -> Self:
        """In-place form of `bitwise_and`."""
    def bitwise_left_shift(self, other: _Value) -> Tensor:
        """Shift the bits of an integer to the left."""
    def bitwise_left_shift_(self, other: _Value) -> Self:
        """In-place form of `bitwise_left_shift`."""
    def bitwise_not(self) -> Tensor:
        """Compute bit-wise inversion, or bit-wise NOT, element-wise."""
    def bitwise_not_(self) -> Self:
        """In-place form of `bitwise_not`."""
    def bitwise_or(self, other: _Value) -> Tensor:
        """Compute the bit-wise OR of two arrays element-wise."""
    def bitwise_or_(self, other: _Value) -> Self:
        """In-place form of `bitwise_or`."""
    def bitwise_right_shift(self, other: _Value) -> Tensor:
        """Shift the bits of an integer to the right."""
    def bitwise_right_shift_(self, other: _Value) -> Self:
        """In-place form of `bitwise_right_shift`."""
    def bitwise_xor(self, other: _Value) -> Tensor:
        """Compute the bit-wise XOR of two arrays element-wise."""
    def bitwise_xor_(self, other: _Value) -> Self:
        """In-place form of `bitwise_xor`."""
    def bmm(self, mat2: _Value) -> Tensor:
        """Return the products of two batches of matrices, of the same length. Raises RuntimeError as `mm`.

        >>> import autograd
        >>> autograd.bmm(autograd.ones(5, 2, 3), autograd.ones(5, 3, 4)).shape
        (5, 2, 4)
        """
    def bool(self) -> Tensor:
        """Return the tensor converted to booleans: whether each element is nonzero."""
    def broadcast_to(self, size: builtins.int | Sequence[builtins.int]) -> Tensor:
        """Return the input repeated to the shape ``size``, as a read-only view.

        Raises RuntimeError if it does not broadcast to that shape.

        >>> import autograd
        >>> autograd.broadcast_to(autograd.tensor([1, 2]), (2, 2))
        tensor([[1, 2],
                [1, 2]])
        """
    def byte(self) -> Tensor:
        """Return the tensor converted to uint8."""
    def cauchy_(self, median: builtins.float = ..., sigma: builtins.float = ..., *, generator: Generator | None = None) -> Tensor:
        """Set all elements to numbers drawn from the Cauchy distribution, of half-width ``sigma`` around ``median``.

        Raises RuntimeError unless ``sigma`` is positive and the dtype of floating point.

        >>> import autograd
        >>> autograd.empty(2, 3).cauchy_().shape
        (2, 3)
        """
    def ceil(self) -> Tensor:
        """Return the ceiling of the input, element-wise."""
    def ceil_(self) -> Self:
        """In-place form of `ceil`."""
    def char(self) -> Tensor:
        """Return the tensor converted to int8."""
    def cholesky(self, upper: builtins.bool = False) -> Tensor:
        """Return the lower triangle L with A = L Lᵀ, or with ``upper`` Lᵀ, of symmetric positive definite matrices.

        Only that triangle of A is read; the gradient is symmetric. Raises LinAlgError for a matrix that is not positive
        definite.

        >>> import autograd
        >>> autograd.linalg.cholesky(autograd.tensor([[4.0, 2.0], [2.0, 2.0]]))
        tensor([[2., 0.],
                [1., 1.]])
        """
    def cholesky_inverse(self, upper: builtins.bool = False) -> Tensor:
        """Return the inverse of A, where the input is the Cholesky factor of A: A = L Lᵀ, or with ``upper`` Lᵀ.

        Raises RuntimeError for anything but matrices.

        >>> import autograd
        >>> autograd.cholesky_inverse(autograd.tensor([[2.0]]))
        tensor([[0.2500]])
        """
    def cholesky_solve(self, input2: _Value, upper: builtins.bool = False) -> Tensor:
        """Return the solution X of A X = input, where the triangle input2 is the Cholesky factor of A: A = L Lᵀ.

        With ``upper`` it is the upper triangle Lᵀ. Raises RuntimeError if the shapes do not fit.

        >>> import autograd
        >>> autograd.cholesky_solve(autograd.tensor([[4.0]]), autograd.tensor([[2.0]]))
        tensor([[1.]])
        """
    def chunk(self, chunks: builtins.int, dim: builtins.int = 0) -> builtins.tuple[Tensor, ...]:
        """Return the input cut along ``dim`` into at most ``chunks`` pieces of equal size, the last one smaller.

        Raises RuntimeError unless ``chunks`` is positive, and for a 0-d tensor.

        >>> import autograd
        >>> autograd.chunk(autograd.arange(5), 2)
        (tensor([0, 1, 2]), tensor([3, 4]))
        """
    def clamp(self, min: _Value | None = None, max: _Value | None = None) -> Tensor:
        """Return input limited to [min, max], numbers or tensors; None is no limit, and where min > max the result is max.

        The gradient passes where min <= input <= max. Raises RuntimeError without any limit.

        >>> import autograd
        >>> autograd.clamp(autograd.tensor([-2.0, 0.5, 3.0]), 0, 1)
        tensor([0.0000, 0.5000, 1.0000])
        """
    def clamp_(self, min: _Value | None = None, max: _Value | None = None) -> Self:
        """In-place form of `clamp`."""
    def clamp_max(self, max: _Value) -> Tensor:
        """Return the lesser of input and an upper limit, a number or tensor.

        >>> import autograd
        >>> autograd.clamp_max(autograd.tensor([-2.0, 0.5]), 0)
        tensor([-2.,  0.])
        """
    def clamp_max_(self, max: _Value) -> Self:
        """In-place form of `clamp_max`."""
    def clamp_min(self, min: _Value) -> Tensor:
        """Return the greater of input and a lower limit, a number or tensor.

        >>> import autograd
        >>> autograd.clamp_min(autograd.tensor([-2.0, 0.5]), 0)
        tensor([0.0000, 0.5000])
        """
    def clamp_min_(self, min: _Value) -> Self:
        """In-place form of `clamp_min`."""
    def clip(self, min: _Value | None = None, max: _Value | None = None) -> Tensor:
        """Return input limited to [min, max], numbers or tensors; None is no limit, and where min > max the result is max.

        The gradient passes where min <= input <= max. Raises RuntimeError without any limit.

        >>> import autograd
        >>> autograd.clamp(autograd.tensor([-2.0, 0.5, 3.0]), 0, 1)
        tensor([0.0000, 0.5000, 1.0000])
        """
    def clip_(self, min: _Value | None = None, max: _Value | None = None) -> Self:
        """In-place form of `clamp`."""
    def clone(self) -> Tensor:
        """Return a copy in memory of its own; gradients pass through to the original.

        >>> import autograd
        >>> x = autograd.tensor([1.0, 2.0], requires_grad=True)
        >>> autograd.clone(x).sum().backward()
        >>> x.grad
        tensor([1., 1.])
        """
    def contiguous(self) -> Tensor:
        """Return the tensor, or a copy if its elements are not in memory in order."""
    def copy_(self, source: Any) -> Self:
        """Set all elements to those of another tensor, broadcast and converted."""
    def copysign(self, other: _Value) -> Tensor:
        """Change the sign of x1 to that of x2, element-wise."""
    def copysign_(self, other: _Value) -> Self:
        """In-place form of `copysign`."""
    def corrcoef(self) -> Tensor:
        """Return the correlations of variables, the rows of the input: `cov`, divided by the standard deviations.

        Raises RuntimeError for more than two dimensions.

        >>> import autograd
        >>> autograd.corrcoef(autograd.tensor([[1.0, 2.0, 3.0], [6.0, 4.0, 2.0]]))
        tensor([[ 1., -1.],
                [-1.,  1.]])
        """
    def cos(self) -> Tensor:
        """Cosine element-wise."""
    def cos_(self) -> Self:
        """In-place form of `cos`."""
    def cosh(self) -> Tensor:
        """Hyperbolic cosine, element-wise."""
    def cosh_(self) -> Self:
        """In-place form of `cosh`."""
    def count_nonzero(self, dim: builtins.int | Sequence[builtins.int] | None = None, *, axis: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
        """Return how many elements along ``dim`` are not zero.

        Shapes: (*) gives (*) without the dimensions in ``dim``.

        >>> import autograd
        >>> autograd.count_nonzero(autograd.tensor([[0.0, 2.0], [3.0, 4.0]]), dim=1)
        tensor([1, 2])
        """
    def cov(self, *, correction: builtins.int = 1, fweights: _Value | None = None, aweights: _Value | None = None) -> Tensor:
        """Return the covariances of variables: the rows of the input, whose columns are observations.

        For a vector that is its variance. The sum of products of deviations is divided by n - ``correction``. ``fweights``
        are integers: how often each observation counts; ``aweights`` are floating-point numbers: how important it is.
        Raises RuntimeError for other weights and for more than two dimensions.

        >>> import autograd
        >>> autograd.cov(autograd.tensor([[1.0, 2.0, 3.0], [6.0, 4.0, 2.0]]))
        tensor([[ 1., -2.],
                [-2.,  4.]])
        """
    def cpu(self) -> Tensor:
        """Return the tensor itself, which is on the CPU."""
    def cross(self, other: _Value, dim: builtins.int | None = None) -> Tensor:
        """Return the cross product of vectors of three along ``dim``, by default the first dimension of size 3.

        Raises RuntimeError if there is none, and for other sizes along ``dim``.

        >>> import autograd
        >>> autograd.cross(autograd.tensor([1.0, 0.0, 0.0]), autograd.tensor([0.0, 1.0, 0.0]))
        tensor([0., 0., 1.])
        """
    def cummax(self, dim: builtins.int | None = None, *, axis: builtins.int | None = None) -> Picked[Tensor]:
        """Return (values, indices): the maximum of the elements up to each one along ``dim``, and where it is.

        The last one of a tie is taken, and gets the gradient. NaN counts as greatest. Raises TypeError without ``dim``.

        >>> import autograd
        >>> values, indices = autograd.cummax(autograd.tensor([1.0, 3.0, 2.0, 3.0]), dim=0)
        >>> values, indices
        (tensor([1., 3., 3., 3.]), tensor([0, 1, 1, 3]))
        """
    def cummin(self, dim: builtins.int | None = None, *, axis: builtins.int | None = None) -> Picked[Tensor]:
        """Return (values, indices): the minimum of the elements up to each one along ``dim``, and where it is.

        The last one of a tie is taken, and gets the gradient. NaN counts as least. Raises TypeError without ``dim``.

        >>> import autograd
        >>> values, indices = autograd.cummin(autograd.tensor([3.0, 1.0, 2.0, 1.0]), dim=0)
        >>> values, indices
        (tensor([3., 1., 1., 1.]), tensor([0, 1, 1, 3]))
        """
    def cumprod(self, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> Tensor:
        """Return the products of the elements up to each one along ``dim``; the gradient is exact where they are zero.

        Raises TypeError without ``dim``.

        >>> import autograd
        >>> x = autograd.tensor([2.0, 0.0, 3.0], requires_grad=True)
        >>> autograd.cumprod(x, dim=0).sum().backward()
        >>> x.grad
        tensor([1., 8., 0.])
        """
    def cumprod_(self, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> Self:
        """In-place form of `cumprod`."""
    def cumsum(self, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> Tensor:
        """Return the sums of the elements up to each one along ``dim``; booleans and integers add up to int64.

        Raises TypeError without ``dim``.

        >>> import autograd
        >>> autograd.cumsum(autograd.tensor([1.0, 2.0, 3.0]), dim=0)
        tensor([1., 3., 6.])
        """
    def cumsum_(self, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> Self:
        """In-place form of `cumsum`."""
    @property
    def data(self) -> Tensor:
        """The same memory without history; changes through it count as in place, assigning replaces the array."""
    @data.setter
    def data(self, value: Tensor) -> None: ...
    def deg2rad(self) -> Tensor:
        """Convert angles from degrees to radians."""
    def deg2rad_(self) -> Self:
        """In-place form of `deg2rad`."""
    def det(self) -> Tensor:
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
    def detach(self) -> Tensor:
        """Return a tensor with the same memory and no history: gradients stop there."""
    def detach_(self) -> Self:
        """Forget the history of this tensor."""
    @property
    def device(self) -> builtins.str:
        """Where the data is: always ``"cpu"``."""
    def diag(self, diagonal: builtins.int = 0) -> Tensor:
        """Return a copy of a diagonal of a matrix, or the square matrix with a vector on that diagonal and zeros elsewhere.

        Raises RuntimeError for anything but a vector or a matrix.

        >>> import autograd
        >>> autograd.diag(autograd.tensor([[1, 2], [3, 4]]))
        tensor([1, 4])
        >>> autograd.diag(autograd.tensor([1, 4]))
        tensor([[1, 0],
                [0, 4]])
        """
    def diag_embed(self, offset: builtins.int = 0, dim1: builtins.int = -2, dim2: builtins.int = -1) -> Tensor:
        """Return matrices, in dim1 and dim2 of the result, with the last dimension of the input on a diagonal.

        Raises RuntimeError unless dim1 and dim2 differ.

        >>> import autograd
        >>> autograd.diag_embed(autograd.tensor([[1, 2], [3, 4]]))
        tensor([[[1, 0],
                 [0, 2]],
                [[3, 0],
                 [0, 4]]])
        """
    def diagflat(self, offset: builtins.int = 0) -> Tensor:
        """Return the square matrix with all elements of the input on a diagonal, and zeros elsewhere.

        >>> import autograd
        >>> autograd.diagflat(autograd.tensor([[1], [2]]))
        tensor([[1, 0],
                [0, 2]])
        """
    def diagonal(self, offset: builtins.int = 0, dim1: builtins.int = 0, dim2: builtins.int = 1) -> Tensor:
        """Return the diagonals of the matrices in the dimensions dim1 and dim2, as the last dimension: a view.

        Raises RuntimeError unless dim1 and dim2 differ.

        >>> import autograd
        >>> autograd.diagonal(autograd.tensor([[1, 2, 3], [4, 5, 6]]), 1)
        tensor([2, 6])
        """
    def diagonal_scatter(self, src: _Value, offset: builtins.int = 0, dim1: builtins.int = 0, dim2: builtins.int = 1) -> Tensor:
        """Return the input with ``src`` in place of what `diagonal` returns. Raises RuntimeError for one of another shape.

        >>> import autograd
        >>> autograd.diagonal_scatter(autograd.ones(2, 2), autograd.zeros(2))
        tensor([[0., 1.],
                [1., 0.]])
        """
    def diff(self, n: builtins.int = 1, dim: builtins.int = -1, prepend: _Value | None = None, append: _Value | None = None) -> Tensor:
        """Return the differences of neighbours along ``dim``, taken ``n`` times; of booleans, whether they differ.

        ``prepend`` and ``append`` are first joined to the input. Raises RuntimeError if their shapes differ from it, except
        along ``dim``, for 0-d tensors and for a negative ``n``.

        >>> import autograd
        >>> autograd.diff(autograd.tensor([1.0, 3.0, 6.0]), prepend=autograd.tensor([0.0]))
        tensor([1., 2., 3.])
        """
    def digamma(self) -> Tensor:
        """The derivative of `lgamma`: gamma'(x) / gamma(x); NaN at -1, -2, ..."""
    def digamma_(self) -> Self:
        """In-place form of `digamma`."""
    def dim(self) -> builtins.int:
        """Return the number of dimensions."""
    def dist(self, other: _Value, p: builtins.float = 2) -> Tensor:
        """Return the p-norm of input - other, broadcast. Raises RuntimeError for integers.

        >>> import autograd
        >>> autograd.dist(autograd.tensor([1.0, 2.0]), autograd.tensor([4.0, 6.0]))
        tensor(5.)
        """
    def div(self, other: _Value, *, rounding_mode: builtins.str | None = None) -> Tensor:
        """Return input / other, broadcast; ``rounding_mode`` "floor" rounds the quotient down, "trunc" towards 0.

        The quotient of integers has the default dtype, the rounded one is an integer. The derivative of a rounded quotient
        is 0. Raises RuntimeError for another rounding mode, and if integers are divided by 0 to give an integer.

        >>> import autograd
        >>> autograd.div(autograd.tensor([7, -7]), 2)
        tensor([ 3.5000, -3.5000])
        >>> autograd.div(autograd.tensor([7, -7]), 2, rounding_mode="floor")
        tensor([ 3, -4])
        """
    def div_(self, other: _Value, *, rounding_mode: builtins.str | None = None) -> Self:
        """In-place form of `div`."""
    def divide(self, other: _Value, *, rounding_mode: builtins.str | None = None) -> Tensor:
        """Return input / other, broadcast; ``rounding_mode`` "floor" rounds the quotient down, "trunc" towards 0.

        The quotient of integers has the default dtype, the rounded one is an integer. The derivative of a rounded quotient
        is 0. Raises RuntimeError for another rounding mode, and if integers are divided by 0 to give an integer.

        >>> import autograd
        >>> autograd.div(autograd.tensor([7, -7]), 2)
        tensor([ 3.5000, -3.5000])
        >>> autograd.div(autograd.tensor([7, -7]), 2, rounding_mode="floor")
        tensor([ 3, -4])
        """
    def divide_(self, other: _Value, *, rounding_mode: builtins.str | None = None) -> Self:
        """In-place form of `div`."""
    def dot(self, other: _Value) -> Tensor:
        """Return the inner product of two vectors. Raises RuntimeError for other shapes, and for sizes that differ.

        >>> import autograd
        >>> autograd.dot(autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]))
        tensor(11.)
        """
    def double(self) -> Tensor:
        """Return the tensor converted to float64."""
    def dsplit(self, indices_or_sections: builtins.int | Sequence[builtins.int]) -> builtins.tuple[Tensor, ...]:
        """Return the input cut along dimension 2 at indices or into equal pieces.

        Raises RuntimeError if it does not divide into so many, and for fewer than three dimensions.

        >>> import autograd
        >>> [piece.shape for piece in autograd.dsplit(autograd.zeros(2, 3, 4), (1,))]
        [(2, 3, 1), (2, 3, 3)]
        """
    @property
    def dtype(self) -> np.dtype[Any]:
        """The dtype, a NumPy dtype."""
    def element_size(self) -> builtins.int:
        """Return the bytes per element."""
    def eq(self, other: _Value) -> Tensor:
        """Return (x1 == x2) element-wise."""
    def eq_(self, other: _Value) -> Self:
        """In-place form of `eq`."""
    def equal(self, other: _Value) -> builtins.bool:
        """Return whether two tensors have the same shape and equal elements. Raises TypeError for anything but tensors.

        >>> import autograd
        >>> autograd.equal(autograd.tensor([1, 2]), autograd.tensor([1, 2]))
        True
        """
    def erf(self) -> Tensor:
        """Error function: 2 / sqrt(pi) * the integral of exp(-t²) from 0 to x."""
    def erf_(self) -> Self:
        """In-place form of `erf`."""
    def erfc(self) -> Tensor:
        """Complementary error function: 1 - erf(x), without the cancellation of that where x is great."""
    def erfc_(self) -> Self:
        """In-place form of `erfc`."""
    def erfinv(self) -> Tensor:
        """The inverse of the error function: infinite at -1 and 1, NaN beyond."""
    def erfinv_(self) -> Self:
        """In-place form of `erfinv`."""
    def exp(self) -> Tensor:
        """Calculate the exponential of all elements in the input array."""
    def exp2(self) -> Tensor:
        """Calculate `2**p` for all `p` in the input array."""
    def exp2_(self) -> Self:
        """In-place form of `exp2`."""
    def exp_(self) -> Self:
        """In-place form of `exp`."""
    def expand(self, *sizes: builtins.int | Sequence[builtins.int], size: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
        """Return the input with dimensions of size 1 repeated, as a read-only view; -1 keeps a size.

        Raises RuntimeError if it does not broadcast to that shape.

        >>> import autograd
        >>> autograd.tensor([[1], [2]]).expand(-1, 3)
        tensor([[1, 1, 1],
                [2, 2, 2]])
        """
    def expand_as(self, other: Tensor) -> Tensor:
        """Return the tensor expanded to the shape of another."""
    def expm1(self) -> Tensor:
        """Calculate ``exp(x) - 1`` for all elements in the array."""
    def expm1_(self) -> Self:
        """In-place form of `expm1`."""
    def exponential_(self, lambd: builtins.float = ..., *, generator: Generator | None = None) -> Tensor:
        """Set all elements to numbers drawn from the exponential distribution with density λ exp(-λ x), x >= 0.

        Raises RuntimeError unless ``lambd`` is positive and the dtype of floating point.

        >>> import autograd
        >>> bool((autograd.empty(10).exponential_() >= 0).all())
        True
        """
    def fill_(self, value: Any) -> Self:
        """Set all elements to one value. Raises RuntimeError for a number that the dtype does not have."""
    def fix(self) -> Tensor:
        """Return the truncated value of the input, element-wise."""
    def fix_(self) -> Self:
        """In-place form of `trunc`."""
    def flatten(self, start_dim: builtins.int = 0, end_dim: builtins.int = -1) -> Tensor:
        """Return the input with the dimensions from start_dim to end_dim made into one.

        Raises RuntimeError if start_dim comes after end_dim.

        >>> import autograd
        >>> autograd.flatten(autograd.zeros(2, 3, 4), 1).shape
        (2, 12)
        """
    def flip(self, *order: builtins.int | Sequence[builtins.int], dims: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
        """Return a copy with the elements along ``dims`` in reverse. Raises RuntimeError if one is named twice.

        >>> import autograd
        >>> autograd.flip(autograd.tensor([[1, 2], [3, 4]]), (1,))
        tensor([[2, 1],
                [4, 3]])
        """
    def fliplr(self) -> Tensor:
        """Return a copy with the columns, dimension 1, in reverse. Raises RuntimeError for fewer than two dimensions.

        >>> import autograd
        >>> autograd.fliplr(autograd.tensor([[1, 2], [3, 4]]))
        tensor([[2, 1],
                [4, 3]])
        """
    def flipud(self) -> Tensor:
        """Return a copy with the rows, dimension 0, in reverse. Raises RuntimeError for a 0-d tensor.

        >>> import autograd
        >>> autograd.flipud(autograd.tensor([[1, 2], [3, 4]]))
        tensor([[3, 4],
                [1, 2]])
        """
    def float(self) -> Tensor:
        """Return the tensor converted to float32."""
    def float_power(self, exponent: _Value) -> Tensor:
        """Return input to the power of exponent, computed in float64 (complex128) whatever their dtypes.

        >>> import autograd
        >>> autograd.float_power(autograd.tensor([1, 2, 3]), -1)
        tensor([1.0000, 0.5000, 0.3333], dtype=float64)
        """
    def float_power_(self, exponent: _Value) -> Self:
        """In-place form of `float_power`."""
    def floor(self) -> Tensor:
        """Return the floor of the input, element-wise."""
    def floor_(self) -> Self:
        """In-place form of `floor`."""
    def floor_divide(self, other: _Value) -> Tensor:
        """The quotient a / b, rounded down."""
    def floor_divide_(self, other: _Value) -> Self:
        """In-place form of `floor_divide`."""
    def fmax(self, other: _Value) -> Tensor:
        """Element-wise maximum of array elements."""
    def fmin(self, other: _Value) -> Tensor:
        """Element-wise minimum of array elements."""
    def fmod(self, other: _Value) -> Tensor:
        """a - b * trunc(a / b), which has the sign of a."""
    def fmod_(self, other: _Value) -> Self:
        """In-place form of `fmod`."""
    def frac(self) -> Tensor:
        """The part of x after the decimal point, with the sign of x."""
    def frac_(self) -> Self:
        """In-place form of `frac`."""
    def gather(self, dim: builtins.int, index: _Value, *, sparse_grad: builtins.bool = False) -> Tensor:
        """Return out[i][j] = input[i][index[i][j]] for dim = 1, and likewise for other dimensions and ranks.

        The index may be smaller than the input along the other dimensions. Raises RuntimeError if it is larger there, and
        for indices that are negative or too large. Gradients are never sparse: ``sparse_grad`` is ignored.

        >>> import autograd
        >>> autograd.gather(autograd.tensor([[1, 2], [3, 4]]), 1, autograd.tensor([[0, 0], [1, 0]]))
        tensor([[1, 1],
                [4, 3]])
        """
    def gcd(self, other: _Value) -> Tensor:
        """The greatest common divisor of |a| and |b|."""
    def gcd_(self, other: _Value) -> Self:
        """In-place form of `gcd`."""
    def ge(self, other: _Value) -> Tensor:
        """Return the truth value of (x1 >= x2) element-wise."""
    def ge_(self, other: _Value) -> Self:
        """In-place form of `ge`."""
    def geometric_(self, p: builtins.float, *, generator: Generator | None = None) -> Tensor:
        """Set all elements to numbers of trials up to the first success, if each has the probability ``p``: 1, 2, ...

        Raises RuntimeError unless 0 < p < 1.

        >>> import autograd
        >>> bool((autograd.empty(10).geometric_(0.5) >= 1).all())
        True
        """
    def ger(self, vec2: _Value) -> Tensor:
        """Return the products of all pairs of elements of two vectors, as a matrix. Raises RuntimeError for other shapes.

        >>> import autograd
        >>> autograd.outer(autograd.tensor([1, 2]), autograd.tensor([3, 4]))
        tensor([[3, 4],
                [6, 8]])
        """
    @property
    def grad(self) -> Tensor | None:
        """The gradient that backward passes have added up here; None if there was none."""
    @grad.setter
    def grad(self, value: Tensor | None) -> None: ...
    @property
    def grad_fn(self) -> Node | None:
        """The node of the operation that computed it; None for leaves."""
    def greater(self, other: _Value) -> Tensor:
        """Return the truth value of (x1 > x2) element-wise."""
    def greater_(self, other: _Value) -> Self:
        """In-place form of `gt`."""
    def greater_equal(self, other: _Value) -> Tensor:
        """Return the truth value of (x1 >= x2) element-wise."""
    def greater_equal_(self, other: _Value) -> Self:
        """In-place form of `ge`."""
    def gt(self, other: _Value) -> Tensor:
        """Return the truth value of (x1 > x2) element-wise."""
    def gt_(self, other: _Value) -> Self:
        """In-place form of `gt`."""
    def half(self) -> Tensor:
        """Return the tensor converted to float16."""
    def hardshrink(self, lambd: builtins.float = ...) -> Tensor:
        """Return 0 where |x| <= lambd, where the derivative is 0 too, and x elsewhere.

        >>> import autograd
        >>> autograd.hardshrink(autograd.tensor([-2.0, 0.3, 1.0]))
        tensor([-2.,  0.,  1.])
        """
    def heaviside(self, values: _Value) -> Tensor:
        """0 where x < 0, 1 where x > 0, and ``values`` at 0."""
    def heaviside_(self, values: _Value) -> Self:
        """In-place form of `heaviside`."""
    def histc(self, bins: builtins.int = 100, min: builtins.float = 0, max: builtins.float = 0) -> Tensor:
        """Return how many elements are in each of ``bins`` equal parts of [min, max], in the dtype of the input.

        Elements outside are not counted. If min and max are equal, the least and the greatest element take their place.
        Raises NotImplementedError for integers and booleans, RuntimeError unless ``bins`` is positive, and the range finite
        and ascending.

        >>> import autograd
        >>> autograd.histc(autograd.tensor([1.0, 2.0, 1.0]), bins=4, min=0, max=3)
        tensor([0., 2., 1., 0.])
        """
    def histogram(self, bins: builtins.int | _Value, *, range: builtins.tuple[builtins.float, builtins.float] | None = None, weight: _Value | None = None, density: builtins.bool = False) -> Histogram:
        """Return (hist, bin_edges): how many elements are in each bin, or the sums of their ``weight``, and the edges.

        ``bins`` is the number of equal parts of ``range``, by default that of the elements, or a tensor of ascending edges.
        A bin includes its left edge, the last one its right edge too. With ``density`` the integral of ``hist`` is 1.
        Raises what `histc` raises, and RuntimeError for a weight of another shape than the input.

        >>> import autograd
        >>> autograd.histogram(autograd.tensor([1.0, 2.0, 1.0]), 3, range=(0.0, 3.0)).hist
        tensor([0., 2., 1.])
        """
    def hsplit(self, indices_or_sections: builtins.int | Sequence[builtins.int]) -> builtins.tuple[Tensor, ...]:
        """Return the input cut along dimension 1, a vector along its only one, at indices or into equal pieces.

        Raises RuntimeError if it does not divide into so many, and for a 0-d tensor.

        >>> import autograd
        >>> autograd.hsplit(autograd.arange(4), 2)
        (tensor([0, 1]), tensor([2, 3]))
        """
    def hypot(self, other: _Value) -> Tensor:
        """Given the "legs" of a right triangle, return its hypotenuse."""
    def hypot_(self, other: _Value) -> Self:
        """In-place form of `hypot`."""
    def index_add(self, dim: builtins.int, index: _Value, source: _Value, *, alpha: builtins.float = 1) -> Tensor:
        """Return the input with alpha * source[i] added to its slice index[i] along ``dim``; repeated indices add up.

        Raises RuntimeError for a source of another dtype or shape than the input, except that it has as many slices as
        there are indices; IndexError or RuntimeError for indices that are out of range or not integers.

        >>> import autograd
        >>> autograd.index_add(autograd.zeros(3), 0, autograd.tensor([0, 2, 2]), autograd.tensor([1.0, 2.0, 3.0]))
        tensor([1., 0., 5.])
        """
    def index_add_(self, dim: builtins.int, index: _Value, source: _Value, *, alpha: builtins.float = 1) -> Self:
        """In-place form of `index_add`."""
    def index_copy(self, dim: builtins.int, index: _Value, source: _Value) -> Tensor:
        """Return the input with source[i] as its slice index[i] along ``dim``; of repeated indices the last one counts.

        Raises IndexError or RuntimeError for what `index_add` refuses.

        >>> import autograd
        >>> autograd.index_copy(autograd.zeros(3), 0, autograd.tensor([2, 0]), autograd.tensor([1.0, 2.0]))
        tensor([2., 0., 1.])
        """
    def index_copy_(self, dim: builtins.int, index: _Value, source: _Value) -> Self:
        """In-place form of `index_copy`."""
    def index_fill(self, dim: builtins.int, index: _Value, value: builtins.float | _Value) -> Tensor:
        """Return the input with ``value``, a number or a 0-d tensor, in its slices ``index`` along ``dim``.

        Raises IndexError for indices out of range, RuntimeError for those that are not integers and for a value that the
        dtype does not have, TypeError for one that is no number.

        >>> import autograd
        >>> autograd.index_fill(autograd.zeros(2, 2), 1, autograd.tensor([0]), 7)
        tensor([[7., 0.],
                [7., 0.]])
        """
    def index_fill_(self, dim: builtins.int, index: _Value, value: builtins.float | _Value) -> Self:
        """In-place form of `index_fill`."""
    def index_put(self, indices: _Value, values: _Value, accumulate: builtins.bool = False) -> Tensor:
        """Return the input with ``values``, broadcast, at input[indices]; with ``accumulate`` they are added.

        ``indices`` is a tuple of tensors of integers or booleans. Where they repeat, the last value stays, or all add up.
        Raises RuntimeError for values of another dtype, TypeError for indices that are no such tuple.

        >>> import autograd
        >>> x, rows = autograd.zeros(3), autograd.tensor([0, 0, 2])
        >>> autograd.index_put(x, (rows,), autograd.tensor(1.0), accumulate=True)
        tensor([2., 0., 1.])
        """
    def index_put_(self, indices: _Value, values: _Value, accumulate: builtins.bool = False) -> Self:
        """In-place form of `index_put`."""
    def index_reduce(self, dim: builtins.int, index: _Value, source: _Value, reduce: builtins.str, *, include_self: builtins.bool = True) -> Tensor:
        """Return the input with source[i] combined into its slice index[i] along ``dim``.

        ``reduce`` is "prod", "mean", "amax" or "amin", as in `scatter_reduce`; `index_add` is the sum. Raises RuntimeError
        for another one, and for what `index_add` refuses.

        >>> import autograd
        >>> x, index = autograd.tensor([4.0, 5.0]), autograd.tensor([0, 0])
        >>> autograd.index_reduce(x, 0, index, autograd.tensor([1.0, 7.0]), "amax")
        tensor([7., 5.])
        """
    def index_reduce_(self, dim: builtins.int, index: _Value, source: _Value, reduce: builtins.str, *, include_self: builtins.bool = True) -> Self:
        """In-place form of `index_reduce`."""
    def index_select(self, dim: builtins.int, index: _Value) -> Tensor:
        """Return the slices of the input along ``dim`` at the positions in ``index``, a vector of integers.

        Raises IndexError for positions that are negative or too large, RuntimeError for an index that is not of integers.

        >>> import autograd
        >>> autograd.index_select(autograd.tensor([[1, 2], [3, 4]]), 1, autograd.tensor([1, 1]))
        tensor([[2, 2],
                [4, 4]])
        """
    def inner(self, other: _Value) -> Tensor:
        """Return the inner products of all vectors in the last dimensions: of shapes (..., n) and (---, n), (..., ---).

        With a 0-d tensor it is the product of the two. Raises RuntimeError if the last dimensions or the dtypes differ.

        >>> import autograd
        >>> autograd.inner(autograd.ones(2, 3), autograd.ones(4, 3)).shape
        (2, 4)
        """
    def int(self) -> Tensor:
        """Return the tensor converted to int32."""
    def inverse(self) -> Tensor:
        """Return the inverse of a square matrix, or of each in a batch: `linalg.inv`. Raises LinAlgError if there is none.

        >>> import autograd
        >>> autograd.inverse(autograd.tensor([[2.0, 0.0], [0.0, 4.0]]))
        tensor([[0.5000, 0.0000],
                [0.0000, 0.2500]])
        """
    def is_complex(self) -> builtins.bool:
        """Return whether the dtype is one of complex numbers."""
    def is_contiguous(self) -> builtins.bool:
        """Return whether the elements are in memory in order, without gaps."""
    def is_floating_point(self) -> builtins.bool:
        """Return whether the dtype is of floating point."""
    @property
    def is_leaf(self) -> builtins.bool:
        """Whether it was made by the user rather than computed from tensors that require grad."""
    def is_nonzero(self) -> builtins.bool:
        """Return whether the only element of a tensor is not zero. Raises RuntimeError if there are several, or none.

        >>> import autograd
        >>> autograd.is_nonzero(autograd.tensor([0.0])), autograd.is_nonzero(autograd.tensor(2))
        (False, True)
        """
    def is_signed(self) -> builtins.bool:
        """Return whether the dtype has negative numbers."""
    def isclose(self, other: _Value, rtol: builtins.float = ..., atol: builtins.float = ..., equal_nan: builtins.bool = False) -> Tensor:
        """Return where input and other are equal or differ by at most atol + rtol * |other|.

        Infinities are close to themselves only, NaN to NaN if ``equal_nan``. Raises RuntimeError for negative tolerances.

        >>> import autograd
        >>> autograd.isclose(autograd.tensor([1.0, 2.0]), autograd.tensor([1.0 + 1e-6, 2.1]))
        tensor([ True, False])
        """
    def isfinite(self) -> Tensor:
        """Test element-wise for finiteness (not infinity and not Not a Number)."""
    def isinf(self) -> Tensor:
        """Test element-wise for positive or negative infinity."""
    def isnan(self) -> Tensor:
        """Test element-wise for NaN and return result as a boolean array."""
    def isneginf(self) -> Tensor:
        """Whether x is -inf."""
    def isposinf(self) -> Tensor:
        """Whether x is +inf."""
    def isreal(self) -> Tensor:
        """Whether x has no imaginary part."""
    def item(self) -> Any:
        """Return the only element as a Python number. Raises RuntimeError if there are more or none."""
    @property
    def itemsize(self) -> builtins.int:
        """Bytes per element."""
    def kron(self, other: _Value) -> Tensor:
        """Return the Kronecker product: a block of the size of ``other`` for each element of the input.

        The one with fewer dimensions gets new ones of size 1 in front.

        >>> import autograd
        >>> autograd.kron(autograd.tensor([1, 10]), autograd.tensor([1, 2, 3]))
        tensor([ 1,  2,  3, 10, 20, 30])
        """
    def kthvalue(self, k: builtins.int, dim: builtins.int = -1, keepdim: builtins.bool = False) -> Picked[Tensor]:
        """Return the k-th smallest element along ``dim``, counted from 1, and its index, as (values, indices).

        Raises RuntimeError unless 1 <= k <= size, and for complex numbers; TypeError for a k that is no integer; IndexError
        along a dimension of size 0.

        >>> import autograd
        >>> values, indices = autograd.kthvalue(autograd.tensor([3.0, 1.0, 2.0]), 2)
        >>> values, indices
        (tensor(2.), tensor(2))
        """
    def lcm(self, other: _Value) -> Tensor:
        """The least common multiple of |a| and |b|."""
    def lcm_(self, other: _Value) -> Self:
        """In-place form of `lcm`."""
    def ldexp(self, other: _Value) -> Tensor:
        """Return input * 2**other.

        >>> import autograd
        >>> autograd.ldexp(autograd.tensor([1.0, 3.0]), autograd.tensor([1, -1]))
        tensor([2.0000, 1.5000])
        """
    def ldexp_(self, other: _Value) -> Self:
        """In-place form of `ldexp`."""
    def le(self, other: _Value) -> Tensor:
        """Return the truth value of (x1 <= x2) element-wise."""
    def le_(self, other: _Value) -> Self:
        """In-place form of `le`."""
    def lerp(self, end: _Value, weight: _Value) -> Tensor:
        """Return input + weight * (end - input), a linear interpolation; the weight is a number or a tensor.

        >>> import autograd
        >>> autograd.lerp(autograd.tensor([0.0, 1.0]), autograd.tensor([10.0, 3.0]), 0.5)
        tensor([5., 2.])
        """
    def lerp_(self, end: _Value, weight: _Value) -> Self:
        """In-place form of `lerp`."""
    def less(self, other: _Value) -> Tensor:
        """Return the truth value of (x1 < x2) element-wise."""
    def less_(self, other: _Value) -> Self:
        """In-place form of `lt`."""
    def less_equal(self, other: _Value) -> Tensor:
        """Return the truth value of (x1 <= x2) element-wise."""
    def less_equal_(self, other: _Value) -> Self:
        """In-place form of `le`."""
    def lgamma(self) -> Tensor:
        """log |gamma(x)|, where gamma(n) = (n - 1)!; infinite at 0, -1, -2, ..."""
    def lgamma_(self) -> Self:
        """In-place form of `lgamma`."""
    def log(self) -> Tensor:
        """Natural logarithm, element-wise."""
    def log10(self) -> Tensor:
        """Return the base 10 logarithm of the input array, element-wise."""
    def log10_(self) -> Self:
        """In-place form of `log10`."""
    def log1p(self) -> Tensor:
        """Return the natural logarithm of one plus the input array, element-wise."""
    def log1p_(self) -> Self:
        """In-place form of `log1p`."""
    def log2(self) -> Tensor:
        """Base-2 logarithm of `x`."""
    def log2_(self) -> Self:
        """In-place form of `log2`."""
    def log_(self) -> Self:
        """In-place form of `log`."""
    def log_normal_(self, mean: builtins.float = ..., std: builtins.float = ..., *, generator: Generator | None = None) -> Tensor:
        """Set all elements to numbers whose logarithms are drawn from the normal distribution with this mean and deviation.

        Raises RuntimeError unless ``std`` is positive and the dtype of floating point.

        >>> import autograd
        >>> bool((autograd.empty(10).log_normal_() > 0).all())
        True
        """
    def log_softmax(self, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> Tensor:
        """Return x - log sum exp(x) along ``dim``, without overflow; see `softmax`, also for what it raises.

        >>> import autograd
        >>> autograd.log_softmax(autograd.tensor([1000.0, 0.0]), dim=0)
        tensor([    0., -1000.])
        """
    def logaddexp(self, other: _Value) -> Tensor:
        """log(exp(a) + exp(b)), without overflow."""
    def logaddexp2(self, other: _Value) -> Tensor:
        """log2(2**a + 2**b), without overflow."""
    def logcumsumexp(self, dim: builtins.int | None = None, *, axis: builtins.int | None = None) -> Tensor:
        """Return the log of the sums of exp(x) up to each element along ``dim``, without overflow.

        Raises NotImplementedError for integers and booleans, as PyTorch does, and TypeError without ``dim``.

        >>> import autograd
        >>> autograd.logcumsumexp(autograd.tensor([1000.0, 1000.0]), dim=0)
        tensor([1000.0000, 1000.6932])
        """
    def logdet(self) -> Tensor:
        """Return the logarithm of the determinant: -inf if it is 0, NaN if it is negative.

        Raises RuntimeError for anything but square matrices.

        >>> import autograd
        >>> autograd.logdet(autograd.tensor([[2.0, 0.0], [0.0, 0.5]]))
        tensor(0.)
        """
    def logical_and(self, other: _Value) -> Tensor:
        """Compute the truth value of x1 AND x2 element-wise."""
    def logical_and_(self, other: _Value) -> Self:
        """In-place form of `logical_and`."""
    def logical_not(self) -> Tensor:
        """Compute the truth value of NOT x element-wise."""
    def logical_not_(self) -> Self:
        """In-place form of `logical_not`."""
    def logical_or(self, other: _Value) -> Tensor:
        """Compute the truth value of x1 OR x2 element-wise."""
    def logical_or_(self, other: _Value) -> Self:
        """In-place form of `logical_or`."""
    def logical_xor(self, other: _Value) -> Tensor:
        """Compute the truth value of x1 XOR x2, element-wise."""
    def logical_xor_(self, other: _Value) -> Self:
        """In-place form of `logical_xor`."""
    def logit(self, eps: builtins.float | None = None) -> Tensor:
        """Return log(x / (1 - x)), the inverse of `sigmoid`, of x limited to [eps, 1 - eps] if ``eps`` is given.

        Without it the result is infinite at 0 and 1, and NaN beyond. The gradient is 0 where the limits apply.

        >>> import autograd
        >>> autograd.logit(autograd.tensor([0.5, 0.9, 1.0]), eps=1e-3)
        tensor([0.0000, 2.1972, 6.9068])
        """
    def logit_(self, eps: builtins.float | None = None) -> Self:
        """In-place form of `logit`."""
    def logsumexp(self, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
        """Return log sum exp(x) over ``dim``, without overflow; of integers in the default dtype.

        Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.
        Raises TypeError without ``dim``.

        >>> import autograd
        >>> autograd.logsumexp(autograd.tensor([1000.0, 1000.0]), dim=0)
        tensor(1000.6932)
        """
    def long(self) -> Tensor:
        """Return the tensor converted to int64."""
    def lt(self, other: _Value) -> Tensor:
        """Return the truth value of (x1 < x2) element-wise."""
    def lt_(self, other: _Value) -> Self:
        """In-place form of `lt`."""
    @property
    def mT(self) -> Tensor:
        """The last two dimensions exchanged."""
    def masked_fill(self, mask: _Value, value: builtins.float | _Value) -> Tensor:
        """Return the input with ``value``, a number or a 0-d tensor, where ``mask`` is true; mask and input are broadcast.

        The result has the input's dtype. Raises RuntimeError for a mask that is not of booleans, for shapes that do not
        broadcast, and for a value that the dtype does not have; TypeError for one that is no number.

        >>> import autograd
        >>> autograd.masked_fill(autograd.tensor([1.0, 2.0]), autograd.tensor([True, False]), 0.0)
        tensor([0., 2.])
        """
    def masked_fill_(self, mask: _Value, value: builtins.float | _Value) -> Self:
        """In-place form of `masked_fill`."""
    def masked_scatter(self, mask: _Value, source: _Value) -> Tensor:
        """Return the input with the elements of ``source``, in order, where ``mask`` is true; the two are broadcast.

        Raises RuntimeError if the source has too few elements or another dtype, and for a mask that is not of booleans.

        >>> import autograd
        >>> mask = autograd.tensor([True, False, True])
        >>> autograd.masked_scatter(autograd.zeros(3), mask, autograd.tensor([1.0, 2.0]))
        tensor([1., 0., 2.])
        """
    def masked_scatter_(self, mask: _Value, source: _Value) -> Self:
        """In-place form of `masked_scatter`."""
    def masked_select(self, mask: _Value) -> Tensor:
        """Return the elements of the input where ``mask`` is true, as a vector; the two are broadcast.

        Raises RuntimeError for a mask that is not of booleans, and for shapes that do not broadcast.

        >>> import autograd
        >>> autograd.masked_select(autograd.tensor([1.0, 2.0, 3.0]), autograd.tensor([True, False, True]))
        tensor([1., 3.])
        """
    def matmul(self, other: _Value) -> Tensor:
        """The matrix product over the last two axes; a 1-d argument is a vector, leading axes are broadcast.

        Raises RuntimeError if the shapes do not multiply, or the dtypes differ.
        """
    def matrix_exp(self) -> Tensor:
        """Return the matrix exponential Σ Aᵏ/k! of square matrices.

        By scaling and squaring: Higham (2005), "The scaling and squaring method for the matrix exponential revisited".

        >>> import autograd
        >>> autograd.matrix_exp(autograd.tensor([[0.0, 1.0], [0.0, 0.0]]))
        tensor([[1., 1.],
                [0., 1.]])
        """
    def matrix_power(self, n: builtins.int) -> Tensor:
        """Return the n-th power of square matrices, by repeated squaring; of the inverse if n is negative.

        Raises TypeError for an n that is no integer, RuntimeError for other shapes, LinAlgError if there is no inverse.

        >>> import autograd
        >>> autograd.matrix_power(autograd.tensor([[1.0, 1.0], [0.0, 1.0]]), 5)
        tensor([[1., 5.],
                [0., 1.]])
        """
    @overload
    def max(self, dim: builtins.int, keepdim: builtins.bool = False, *, keepdims: builtins.bool = False) -> Picked[Tensor]:
        """Return the maximum of all elements; with ``dim`` the pair (values, indices); with a tensor, `maximum`.

        Over all elements ties share the gradient evenly; along ``dim`` it goes to the element at the index returned, the
        first one that ties. Raises what `amax` raises, and TypeError for several dimensions.

        >>> import autograd
        >>> values, indices = autograd.max(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]), dim=1)
        >>> values, indices
        (tensor([5., 7.]), tensor([1, 0]))
        """
    @overload
    def max(self, *, axis: builtins.int, keepdim: builtins.bool = False, keepdims: builtins.bool = False) -> Picked[Tensor]: ...
    @overload
    def max(self, dim: Tensor | None = None, *, other: _Value | None = None) -> Tensor: ...
    def maximum(self, other: _Value) -> Tensor:
        """Element-wise maximum of array elements."""
    def mean(self, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
        """Return the mean over ``dim``; raises RuntimeError for integers and booleans unless a floating dtype is given.

        Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

        >>> import autograd
        >>> autograd.mean(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]), dim=0)
        tensor([2., 3.])
        """
    @overload
    def median(self, dim: builtins.int, keepdim: builtins.bool = False, *, keepdims: builtins.bool = False) -> Picked[Tensor]:
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
    def median(self, *, axis: builtins.int, keepdim: builtins.bool = False, keepdims: builtins.bool = False) -> Picked[Tensor]: ...
    @overload
    def median(self) -> Tensor: ...
    @overload
    def min(self, dim: builtins.int, keepdim: builtins.bool = False, *, keepdims: builtins.bool = False) -> Picked[Tensor]:
        """Return the minimum of all elements; with ``dim`` the pair (values, indices); with a tensor, `minimum`; see `max`.

        >>> import autograd
        >>> autograd.min(autograd.tensor([[1.0, 5.0], [7.0, 3.0]]))
        tensor(1.)
        """
    @overload
    def min(self, *, axis: builtins.int, keepdim: builtins.bool = False, keepdims: builtins.bool = False) -> Picked[Tensor]: ...
    @overload
    def min(self, dim: Tensor | None = None, *, other: _Value | None = None) -> Tensor: ...
    def minimum(self, other: _Value) -> Tensor:
        """Element-wise minimum of array elements."""
    def mm(self, mat2: _Value) -> Tensor:
        """Return the product of two matrices. Raises RuntimeError if they are not matrices or do not multiply.

        >>> import autograd
        >>> autograd.mm(autograd.ones(2, 3), autograd.ones(3, 1))
        tensor([[3.],
                [3.]])
        """
    def mode(self, dim: builtins.int = -1, keepdim: builtins.bool = False, *, axis: builtins.int | None = None, keepdims: builtins.bool = False) -> Picked[Tensor]:
        """Return (values, indices): the most frequent element along ``dim``, and where it is.

        The smallest of those that are as frequent is taken, and the last of its occurrences, which gets the gradient.
        Raises IndexError along a dimension without elements.

        >>> import autograd
        >>> values, indices = autograd.mode(autograd.tensor([1.0, 3.0, 3.0, 2.0]))
        >>> values, indices
        (tensor(3.), tensor(2))
        """
    def moveaxis(self, source: builtins.int | Sequence[builtins.int], destination: builtins.int | Sequence[builtins.int]) -> Tensor:
        """Return the input with dimensions moved to other places, the rest in order.

        Raises RuntimeError if a dimension is named twice, or source and destination are not as many.

        >>> import autograd
        >>> autograd.movedim(autograd.zeros(2, 3, 4), 0, -1).shape
        (3, 4, 2)
        """
    def movedim(self, source: builtins.int | Sequence[builtins.int], destination: builtins.int | Sequence[builtins.int]) -> Tensor:
        """Return the input with dimensions moved to other places, the rest in order.

        Raises RuntimeError if a dimension is named twice, or source and destination are not as many.

        >>> import autograd
        >>> autograd.movedim(autograd.zeros(2, 3, 4), 0, -1).shape
        (3, 4, 2)
        """
    def msort(self) -> Tensor:
        """Return the elements in order along the first dimension. Raises what `sort` raises.

        >>> import autograd
        >>> autograd.msort(autograd.tensor([[3.0, 1.0], [2.0, 4.0]]))
        tensor([[2., 1.],
                [3., 4.]])
        """
    def mul(self, other: _Value) -> Tensor:
        """Multiply arguments element-wise."""
    def mul_(self, other: _Value) -> Self:
        """In-place form of `multiply`."""
    def multinomial(self, num_samples: builtins.int, replacement: builtins.bool = False, *, generator: Generator | None = None) -> Tensor:
        """Return indices drawn with the probabilities in a vector, or in each row of a matrix.

        The probabilities need not add up to 1. Without replacement no index is drawn twice; then at least ``num_samples``
        of them must be positive. Raises RuntimeError if they are not, for those that are negative or not finite, and for
        other shapes.

        >>> import autograd
        >>> autograd.multinomial(autograd.tensor([[0.0, 1.0, 0.0], [0.0, 0.0, 3.0]]), 2, replacement=True)
        tensor([[1, 1],
                [2, 2]])
        """
    def multiply(self, other: _Value) -> Tensor:
        """Multiply arguments element-wise."""
    def multiply_(self, other: _Value) -> Self:
        """In-place form of `multiply`."""
    def mv(self, vec: _Value) -> Tensor:
        """Return the product of a matrix and a vector. Raises RuntimeError as `mm`.

        >>> import autograd
        >>> autograd.mv(autograd.ones(2, 3), autograd.ones(3))
        tensor([3., 3.])
        """
    def mvlgamma(self, p: builtins.int) -> Tensor:
        """Return the logarithm of the multivariate gamma function: p (p - 1) / 4 log(pi) + sum of lgamma(x - j / 2), j < p.

        Raises RuntimeError unless p is at least 1.

        >>> import autograd
        >>> autograd.mvlgamma(autograd.tensor([1.5, 3.0]), 2)
        tensor([0.4516, 1.5502])
        """
    def mvlgamma_(self, p: builtins.int) -> Self:
        """In-place form of `mvlgamma`."""
    @property
    def name(self) -> builtins.str | None:
        """A name for pictures of the graph; settable on tensors that require grad."""
    @name.setter
    def name(self, value: builtins.str | None) -> None: ...
    def nan_to_num(self, nan: builtins.float | None = None, posinf: builtins.float | None = None, neginf: builtins.float | None = None) -> Tensor:
        """Return input with numbers for NaN (by default 0) and infinities (the greatest and least of the dtype).

        What was replaced receives no gradient.

        >>> import autograd
        >>> autograd.nan_to_num(autograd.tensor([float("nan"), float("inf"), 1.0]), nan=-1.0, posinf=100.0)
        tensor([ -1., 100.,   1.])
        """
    def nan_to_num_(self, nan: builtins.float | None = None, posinf: builtins.float | None = None, neginf: builtins.float | None = None) -> Self:
        """In-place form of `nan_to_num`."""
    def nanmean(self, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
        """Return the mean over ``dim`` of the elements that are not NaN; NaN if there are none.

        Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.
        Raises RuntimeError for integers and booleans.

        >>> import autograd
        >>> autograd.nanmean(autograd.tensor([1.0, float("nan"), 3.0]))
        tensor(2.)
        """
    @overload
    def nanmedian(self, dim: builtins.int, keepdim: builtins.bool = False, *, keepdims: builtins.bool = False) -> Picked[Tensor]:
        """Return the `median` of the elements that are not NaN, or NaN if there are none. Raises what `median` raises.

        >>> import autograd
        >>> autograd.nanmedian(autograd.tensor([4.0, float("nan"), 3.0]))
        tensor(3.)
        """
    @overload
    def nanmedian(self, *, axis: builtins.int, keepdim: builtins.bool = False, keepdims: builtins.bool = False) -> Picked[Tensor]: ...
    @overload
    def nanmedian(self) -> Tensor: ...
    def nanquantile(self, q: _Value, dim: builtins.int | None = None, keepdim: builtins.bool = False, *, interpolation: builtins.str = 'linear', axis: builtins.int | None = None, keepdims: builtins.bool = False) -> Tensor:
        """Return the `quantile` of the elements that are not NaN, or NaN if there are none. Raises what `quantile` raises.

        >>> import autograd
        >>> autograd.nanquantile(autograd.tensor([1.0, float("nan"), 2.0]), 0.5)
        tensor(1.5000)
        """
    def nansum(self, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
        """Return the sum over ``dim`` of the elements that are not NaN.

        Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

        >>> import autograd
        >>> autograd.nansum(autograd.tensor([1.0, float("nan"), 3.0]))
        tensor(4.)
        """
    def narrow(self, dim: builtins.int, start: builtins.int | _Value, length: builtins.int) -> Tensor:
        """Return ``length`` slices along ``dim`` from ``start`` on, which may be negative to count from the end.

        Raises IndexError for a start out of range, RuntimeError if there are not so many slices.

        >>> import autograd
        >>> autograd.narrow(autograd.arange(6), 0, 2, 3)
        tensor([2, 3, 4])
        """
    @property
    def nbytes(self) -> builtins.int:
        """Bytes of all elements."""
    @property
    def ndim(self) -> builtins.int:
        """The number of dimensions."""
    def ndimension(self) -> builtins.int:
        """Return the number of dimensions."""
    def ne(self, other: _Value) -> Tensor:
        """Return (x1 != x2) element-wise."""
    def ne_(self, other: _Value) -> Self:
        """In-place form of `ne`."""
    def neg(self) -> Tensor:
        """Numerical negative, element-wise."""
    def neg_(self) -> Self:
        """In-place form of `negative`."""
    def negative(self) -> Tensor:
        """Numerical negative, element-wise."""
    def negative_(self) -> Self:
        """In-place form of `negative`."""
    def nelement(self) -> builtins.int:
        """Return the number of elements."""
    def new_empty(self, *sizes: Any, dtype: Any = None, **options: Any) -> Tensor:
        """Return a new tensor of another shape, whose elements are not set, in this tensor's dtype; see `empty`."""
    def new_full(self, size: Any, fill_value: Any, *, dtype: Any = None, **options: Any) -> Tensor:
        """Return a new tensor of another shape in this tensor's dtype, filled with one value; see `full`."""
    def new_ones(self, *sizes: Any, dtype: Any = None, **options: Any) -> Tensor:
        """Return new ones of another shape in this tensor's dtype; see `ones`."""
    def new_tensor(self, data: Any, *, dtype: Any = None, requires_grad: builtins.bool = False) -> Tensor:
        """Return a new tensor of ``data`` in this tensor's dtype."""
    def new_zeros(self, *sizes: Any, dtype: Any = None, **options: Any) -> Tensor:
        """Return new zeros of another shape in this tensor's dtype; see `zeros`.

        >>> import autograd
        >>> autograd.arange(3).new_zeros(2, 2)
        tensor([[0, 0],
                [0, 0]])
        """
    def nextafter(self, other: _Value) -> Tensor:
        """Return the next floating-point value after x1 towards x2, element-wise."""
    def nextafter_(self, other: _Value) -> Self:
        """In-place form of `nextafter`."""
    @overload
    def nonzero(self, *, as_tuple: Literal[False] = False) -> Tensor:
        """Return the indices of all elements that are not zero, one in each row; ``as_tuple`` gives the columns.

        The tuple has one vector for each dimension, so that input[nonzero(input, as_tuple=True)] are those elements.

        >>> import autograd
        >>> autograd.nonzero(autograd.tensor([[1, 0], [0, 2]]), as_tuple=True)
        (tensor([0, 1]), tensor([0, 1]))
        """
    @overload
    def nonzero(self, *, as_tuple: Literal[True]) -> builtins.tuple[Tensor, ...]: ...
    def norm(self, p: builtins.float | builtins.str | None = 'fro', dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, dtype: Any = None) -> Tensor:
        """Return the norm over ``dim``, or of all elements: (sum |x|ᵖ)^(1/p), by default the root of the sum of squares.

        ``p`` is a number, inf and -inf included, as for `linalg.vector_norm`; or "fro", the same as 2, or "nuc", the sum of
        the singular values of matrices. ``dtype`` is that to compute in. At 0 the gradient is 0. Raises RuntimeError for
        integers and for another ``p``.

        >>> import autograd
        >>> autograd.norm(autograd.tensor([[3.0, 4.0], [6.0, 8.0]]), dim=1)
        tensor([ 5., 10.])
        """
    def normal_(self, mean: builtins.float = ..., std: builtins.float = ..., *, generator: Generator | None = None) -> Tensor:
        """Set all elements to numbers drawn from the normal distribution with this mean and standard deviation.

        Raises RuntimeError for a negative deviation, and a dtype that is not of floating point.

        >>> import autograd
        >>> autograd.zeros(2).normal_(1.0, 0.0)
        tensor([1., 1.])
        """
    def not_equal(self, other: _Value) -> Tensor:
        """Return (x1 != x2) element-wise."""
    def not_equal_(self, other: _Value) -> Self:
        """In-place form of `ne`."""
    def numel(self) -> builtins.int:
        """Return the number of elements."""
    def numpy(self, *, force: builtins.bool = False) -> np.ndarray[builtins.tuple[Any, ...], np.dtype[Any]]:
        """Return the array, sharing memory. Raises RuntimeError if the tensor requires grad, unless ``force``."""
    def outer(self, vec2: _Value) -> Tensor:
        """Return the products of all pairs of elements of two vectors, as a matrix. Raises RuntimeError for other shapes.

        >>> import autograd
        >>> autograd.outer(autograd.tensor([1, 2]), autograd.tensor([3, 4]))
        tensor([[3, 4],
                [6, 8]])
        """
    def permute(self, *order: builtins.int | Sequence[builtins.int], dims: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
        """Return the input with its dimensions in the order ``dims``. Raises RuntimeError if one is missing or named twice.

        >>> import autograd
        >>> autograd.permute(autograd.zeros(2, 3, 4), (2, 0, 1)).shape
        (4, 2, 3)
        """
    def pinverse(self, rcond: builtins.float = ...) -> Tensor:
        """Return the Moore-Penrose inverse; singular values up to rcond times the greatest count as 0: `linalg.pinv`.

        >>> import autograd
        >>> autograd.pinverse(autograd.tensor([[2.0], [0.0]]))
        tensor([[0.5000, 0.0000]])
        """
    def polygamma(self, n: builtins.int) -> Tensor:
        """Return the n-th derivative of `digamma` at self; see `autograd.polygamma`."""
    def polygamma_(self, n: builtins.int) -> Self:
        """In-place form of `polygamma`."""
    def positive(self) -> Tensor:
        """Numerical positive, element-wise."""
    def pow(self, exponent: _Value) -> Tensor:
        """Return input to the power of exponent, broadcast.

        The derivative of x**0 is 0, also at x = 0. Raises RuntimeError for integers to a negative power.

        >>> import autograd
        >>> autograd.pow(autograd.tensor([1.0, 2.0, 3.0]), 2)
        tensor([1., 4., 9.])
        """
    def pow_(self, exponent: _Value) -> Self:
        """In-place form of `pow`."""
    def prelu(self, weight: _Value) -> Tensor:
        """Return x where x > 0 and ``weight`` x elsewhere: a leaky_relu whose slope is learned (He et al., 2015).

        ``weight`` is one slope, or a vector of one for each channel, for each position of the input's second dimension.
        The derivative at 0 is the weight. Raises RuntimeError for a weight of another size.

        >>> import autograd
        >>> autograd.prelu(autograd.tensor([[-1.0, -1.0], [2.0, 3.0]]), autograd.tensor([0.1, 0.5]))
        tensor([[-0.1000, -0.5000],
                [ 2.0000,  3.0000]])
        """
    def prod(self, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
        """Return the product over ``dim``; its gradient is exact where elements are zero.

        Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

        >>> import autograd
        >>> x = autograd.tensor([2.0, 0.0, 3.0], requires_grad=True)
        >>> x.prod().backward()
        >>> x.grad
        tensor([0., 6., 0.])
        """
    def put(self, index: _Value, source: _Value, accumulate: builtins.bool = False) -> Tensor:
        """Return the input with the elements of ``source`` at ``index`` of the flattened input, or added there.

        Negative indices count from the end; of those that repeat the last one counts. Raises IndexError for indices out of
        range, and if source and index have different numbers of elements; RuntimeError for a source of another dtype.

        >>> import autograd
        >>> autograd.put(autograd.zeros(2, 2), autograd.tensor([1, -1]), autograd.tensor([5.0, 6.0]))
        tensor([[0., 5.],
                [0., 6.]])
        """
    def put_(self, index: _Value, source: _Value, accumulate: builtins.bool = False) -> Self:
        """In-place form of `put`."""
    def qr(self, some: builtins.bool = True) -> QR[Tensor]:
        """Return the QR decomposition, as (Q, R), "reduced" if ``some`` and else "complete": see `linalg.qr`.

        >>> import autograd
        >>> autograd.qr(autograd.tensor([[3.0, 1.0], [4.0, 2.0]])).R
        tensor([[-5.0000, -2.2000],
                [ 0.0000,  0.4000]])
        """
    def quantile(self, q: _Value, dim: builtins.int | None = None, keepdim: builtins.bool = False, *, interpolation: builtins.str = 'linear', axis: builtins.int | None = None, keepdims: builtins.bool = False) -> Tensor:
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
    def rad2deg(self) -> Tensor:
        """Convert angles from radians to degrees."""
    def rad2deg_(self) -> Self:
        """In-place form of `rad2deg`."""
    def random_(self, *bounds: builtins.int | None, to: builtins.int | None = None, generator: Generator | None = None) -> Tensor:
        """Set all elements to integers drawn uniformly: ``random_(to)`` or ``random_(from, to)``.

        They are from ``from``, or 0, up to, not including, ``to``. Without ``to`` they reach to the greatest number of the
        dtype, or, of floating point, to the greatest up to which it has all integers. Raises RuntimeError if there are
        none, or if they do not fit in the dtype.

        >>> import autograd
        >>> x = autograd.empty(100).random_(2, 5)
        >>> sorted(set(x.tolist()))
        [2.0, 3.0, 4.0]
        """
    def ravel(self) -> Tensor:
        """Return the elements in order as a vector.

        >>> import autograd
        >>> autograd.ravel(autograd.tensor([[1, 2], [3, 4]]))
        tensor([1, 2, 3, 4])
        """
    def reciprocal(self) -> Tensor:
        """Reciprocal: 1 / x."""
    def reciprocal_(self) -> Self:
        """In-place form of `reciprocal`."""
    def register_hook(self, hook: Callable[[Any], Any]) -> RemovableHandle:
        """Call ``hook(gradient)`` when this tensor's gradient is known in a backward pass.

        What the hook returns, unless None, takes the gradient's place. Returns a handle whose ``remove()`` undoes it.
        Raises RuntimeError if the tensor does not require grad.

        >>> import autograd
        >>> x = autograd.tensor(3.0, requires_grad=True)
        >>> handle = x.register_hook(lambda gradient: 10 * gradient)
        >>> (x * x).backward()
        >>> x.grad
        tensor(60.)
        """
    def relu(self) -> Tensor:
        """Rectified linear unit: max(x, 0); NaN passes, forward and backward."""
    def relu_(self) -> Self:
        """In-place form of `relu`."""
    def remainder(self, other: _Value) -> Tensor:
        """a - b * floor(a / b), which has the sign of b."""
    def remainder_(self, other: _Value) -> Self:
        """In-place form of `remainder`."""
    def renorm(self, p: builtins.float, dim: builtins.int, maxnorm: builtins.float) -> Tensor:
        """Return the input with its slices along ``dim`` scaled down to the p-norm ``maxnorm`` if theirs is greater.

        As in PyTorch, they are multiplied by maxnorm / (norm + 1e-7). Raises RuntimeError for fewer than two dimensions, a
        ``p`` that is not positive and a negative ``maxnorm``.

        >>> import autograd
        >>> autograd.renorm(autograd.tensor([[3.0, 4.0], [0.3, 0.4]]), p=2, dim=0, maxnorm=1)
        tensor([[0.6000, 0.8000],
                [0.3000, 0.4000]])
        """
    def renorm_(self, p: builtins.float, dim: builtins.int, maxnorm: builtins.float) -> Self:
        """In-place form of `renorm`."""
    def repeat(self, *counts: builtins.int | Sequence[builtins.int], repeats: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
        """Return copies of the input side by side: ``repeats`` says how many along each dimension, new ones being in front.

        Raises RuntimeError for fewer numbers than dimensions, or negative ones.

        >>> import autograd
        >>> autograd.tensor([1, 2]).repeat(2, 2)
        tensor([[1, 2, 1, 2],
                [1, 2, 1, 2]])
        """
    def repeat_interleave(self, repeats: _Value | None = None, dim: builtins.int | None = None, *, output_size: builtins.int | None = None) -> Tensor:
        """Return the input with each slice along ``dim`` repeated: all as often, or each as ``repeats`` says.

        Without ``dim`` the input is flattened. ``output_size`` says how many there will be, and is checked. With one
        argument, that is the repeats, and the numbers 0, 1, ... are what is repeated. Raises RuntimeError for repeats that
        are negative or do not fit the slices or ``output_size``, TypeError if they are not integers.

        >>> import autograd
        >>> autograd.repeat_interleave(autograd.tensor([1, 2, 3]), autograd.tensor([2, 0, 1]))
        tensor([1, 1, 3])
        """
    @property
    def requires_grad(self) -> builtins.bool:
        """Whether operations on it are recorded; settable on leaves."""
    @requires_grad.setter
    def requires_grad(self, value: builtins.bool) -> None: ...
    def requires_grad_(self, requires_grad: builtins.bool = True) -> Self:
        """Set whether gradients are wanted, on a leaf; returns the tensor.

        Raises RuntimeError for integers and complex numbers, and if a result of operations is told not to require it.
        """
    def reshape(self, *sizes: builtins.int | Sequence[builtins.int], shape: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
        """Return the same elements in another shape; one size may be -1. Raises RuntimeError if the sizes do not fit.

        >>> import autograd
        >>> autograd.reshape(autograd.arange(6), (2, -1))
        tensor([[0, 1, 2],
                [3, 4, 5]])
        """
    def reshape_as(self, other: Tensor) -> Tensor:
        """Return the tensor in the shape of another."""
    def retain_grad(self) -> None:
        """Keep the gradient of this result of operations in ``.grad``; on leaves it is kept anyway."""
    @property
    def retains_grad(self) -> builtins.bool:
        """Whether `retain_grad` was called on this result of operations."""
    def roll(self, shifts: builtins.int | Sequence[builtins.int], dims: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
        """Return a copy with the elements shifted along ``dims``; those pushed out at the end come in at the front.

        Without ``dims`` the tensor is flattened first, and given its shape again afterwards. Raises RuntimeError unless
        there is one shift for each of ``dims``.

        >>> import autograd
        >>> autograd.roll(autograd.tensor([[1, 2, 3], [4, 5, 6]]), 1, dims=1)
        tensor([[3, 1, 2],
                [6, 4, 5]])
        """
    def rot90(self, k: builtins.int = 1, dims: Sequence[builtins.int] = ...) -> Tensor:
        """Return a copy turned by ``k`` quarters from the first of ``dims`` towards the second.

        Raises RuntimeError unless there are two different dimensions to turn in.

        >>> import autograd
        >>> autograd.rot90(autograd.tensor([[1, 2], [3, 4]]))
        tensor([[2, 4],
                [1, 3]])
        """
    def round(self, *, decimals: builtins.int = 0) -> Tensor:
        """Return input rounded to integers, or to ``decimals`` after the point (before it, if negative); halves go to even.

        >>> import autograd
        >>> autograd.round(autograd.tensor([0.5, 1.5, 2.567]))
        tensor([0., 2., 3.])
        >>> autograd.round(autograd.tensor([0.5, 1.5, 2.567]), decimals=2)
        tensor([0.5000, 1.5000, 2.5700])
        """
    def round_(self, *, decimals: builtins.int = 0) -> Self:
        """In-place form of `round`."""
    def rsqrt(self) -> Tensor:
        """Reciprocal of the square root: 1 / sqrt(x)."""
    def rsqrt_(self) -> Self:
        """In-place form of `rsqrt`."""
    def scatter(self, dim: builtins.int, index: _Value, src: _Value | None = None, *, value: builtins.float | _Value | None = None, reduce: builtins.str | None = None) -> Tensor:
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
    def scatter_(self, dim: builtins.int, index: _Value, src: _Value | None = None, *, value: builtins.float | _Value | None = None, reduce: builtins.str | None = None) -> Self:
        """In-place form of `scatter`."""
    def scatter_add(self, dim: builtins.int, index: _Value, src: _Value) -> Tensor:
        """Return the input with out[index[i][j]][j] += src[i][j] for dim = 0, and likewise for other dimensions and ranks.

        Raises RuntimeError for what `scatter` refuses.

        >>> import autograd
        >>> autograd.scatter_add(autograd.zeros(3), 0, autograd.tensor([0, 2, 2]), autograd.tensor([1.0, 2.0, 3.0]))
        tensor([1., 0., 5.])
        """
    def scatter_add_(self, dim: builtins.int, index: _Value, src: _Value) -> Self:
        """In-place form of `scatter_add`."""
    def scatter_reduce(self, dim: builtins.int, index: _Value, src: _Value, reduce: builtins.str, *, include_self: builtins.bool = True) -> Tensor:
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
    def scatter_reduce_(self, dim: builtins.int, index: _Value, src: _Value, reduce: builtins.str, *, include_self: builtins.bool = True) -> Self:
        """In-place form of `scatter_reduce`."""
    def select(self, dim: builtins.int, index: builtins.int) -> Tensor:
        """Return the slice at ``index`` along ``dim``, without that dimension. Raises IndexError if there is none.

        >>> import autograd
        >>> autograd.select(autograd.tensor([[1, 2], [3, 4]]), 1, -1)
        tensor([2, 4])
        """
    def select_scatter(self, src: _Value, dim: builtins.int, index: builtins.int) -> Tensor:
        """Return the input with ``src`` in place of the slice at ``index`` along ``dim``.

        Raises IndexError if there is no such slice, RuntimeError for a src of another shape.

        >>> import autograd
        >>> autograd.select_scatter(autograd.zeros(2, 2), autograd.ones(2), 0, 1)
        tensor([[0., 0.],
                [1., 1.]])
        """
    def sgn(self) -> Tensor:
        """Returns an element-wise indication of the sign of a number."""
    def sgn_(self) -> Self:
        """In-place form of `sign`."""
    @property
    def shape(self) -> builtins.tuple[builtins.int, ...]:
        """The sizes of all dimensions."""
    def short(self) -> Tensor:
        """Return the tensor converted to int16."""
    def sigmoid(self) -> Tensor:
        """Logistic function: 1 / (1 + exp(-x))."""
    def sigmoid_(self) -> Self:
        """In-place form of `sigmoid`."""
    def sign(self) -> Tensor:
        """Returns an element-wise indication of the sign of a number."""
    def sign_(self) -> Self:
        """In-place form of `sign`."""
    def signbit(self) -> Tensor:
        """Returns element-wise True where signbit is set (less than zero)."""
    def sin(self) -> Tensor:
        """Trigonometric sine, element-wise."""
    def sin_(self) -> Self:
        """In-place form of `sin`."""
    def sinc(self) -> Tensor:
        """sin(pi x) / (pi x), and 1 at 0."""
    def sinc_(self) -> Self:
        """In-place form of `sinc`."""
    def sinh(self) -> Tensor:
        """Hyperbolic sine, element-wise."""
    def sinh_(self) -> Self:
        """In-place form of `sinh`."""
    @overload
    def size(self, dim: None = None) -> builtins.tuple[builtins.int, ...]:
        """Return the shape, or the size of one dimension."""
    @overload
    def size(self, dim: builtins.int) -> builtins.int: ...
    def slice_scatter(self, src: _Value, dim: builtins.int = 0, start: builtins.int | None = None, end: builtins.int | None = None, step: builtins.int = 1) -> Tensor:
        """Return the input with ``src`` in place of the slices from start up to, not including, end along ``dim``.

        Raises RuntimeError for a src of another shape, a step that is not positive, and a 0-d tensor.

        >>> import autograd
        >>> autograd.slice_scatter(autograd.zeros(5), autograd.ones(2), start=1, end=4, step=2)
        tensor([0., 1., 0., 1., 0.])
        """
    def slogdet(self) -> Slogdet[Tensor]:
        """Return the sign of the determinant and the logarithm of its absolute value, as (sign, logabsdet).

        A singular matrix has sign 0 and logabsdet -inf; asking for its gradient raises LinAlgError.

        >>> import autograd
        >>> autograd.slogdet(autograd.tensor([[0.0, 1.0], [1.0, 0.0]]))
        Slogdet(sign=tensor(-1.), logabsdet=tensor(0.))
        """
    def softmax(self, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> Tensor:
        """Return exp(x) / sum exp(x) along ``dim``, without overflow.

        Raises TypeError without ``dim``, RuntimeError for integers and booleans unless a ``dtype`` is given.

        >>> import autograd
        >>> autograd.softmax(autograd.tensor([1000.0, 1000.0]), dim=0)
        tensor([0.5000, 0.5000])
        """
    def sort(self, dim: builtins.int = -1, descending: builtins.bool = False, *, stable: builtins.bool = False) -> Picked[Tensor]:
        """Return the elements in order along ``dim``, and their indices, as (values, indices).

        NaN comes last, or first if ``descending``. Elements that are equal keep their order if ``stable``; otherwise any
        order of them is possible, and sorting is faster. The gradient goes to where the elements were. Raises RuntimeError
        for complex numbers, which have no order.

        >>> import autograd
        >>> autograd.sort(autograd.tensor([3.0, 1.0, 2.0]))
        Picked(values=tensor([1., 2., 3.]), indices=tensor([1, 2, 0]))
        """
    def split(self, split_size_or_sections: builtins.int | Sequence[builtins.int], dim: builtins.int = 0) -> builtins.tuple[Tensor, ...]:
        """Return the pieces of a tensor cut along ``dim``: of one size (the last may be smaller), or of the sizes given.

        Raises RuntimeError for a size that is not positive, sizes that do not add up to that of ``dim``, and a 0-d tensor.

        >>> import autograd
        >>> autograd.split(autograd.arange(5), 2)
        (tensor([0, 1]), tensor([2, 3]), tensor([4]))
        """
    def sqrt(self) -> Tensor:
        """Return the non-negative square-root of an array, element-wise."""
    def sqrt_(self) -> Self:
        """In-place form of `sqrt`."""
    def square(self) -> Tensor:
        """Square: x²."""
    def square_(self) -> Self:
        """In-place form of `square`."""
    def squeeze(self, dim: builtins.int | Sequence[builtins.int] | None = None, *, axis: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
        """Return the input without its dimensions of size 1, or only without those in ``dim``, if of size 1.

        >>> import autograd
        >>> autograd.squeeze(autograd.zeros(1, 3, 1)).shape
        (3,)
        """
    def squeeze_(self, dim: builtins.int | Sequence[builtins.int] | None = None, *, axis: builtins.int | Sequence[builtins.int] | None = None) -> Self:
        """In-place form of `squeeze`: changes the shape, copies nothing."""
    def std(self, dim: builtins.int | Sequence[builtins.int] | None = None, unbiased: builtins.bool | None = None, keepdim: builtins.bool = False, *, correction: builtins.float = 1, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
        """Return the standard deviation over ``dim``, the root of `var`; for a constant its gradient is 0.

        Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.
        Raises RuntimeError for integers and booleans.

        >>> import autograd
        >>> autograd.std(autograd.tensor([1.0, 2.0, 3.0, 4.0]))
        tensor(1.2910)
        """
    @overload
    def stride(self, dim: None = None) -> builtins.tuple[builtins.int, ...]:
        """Return by how many elements in memory the neighbours along each dimension, or one, are apart."""
    @overload
    def stride(self, dim: builtins.int) -> builtins.int: ...
    def sub(self, other: _Value, *, alpha: builtins.float = 1) -> Tensor:
        """Return input - alpha * other, broadcast. Raises RuntimeError for integers with a fractional alpha.

        >>> import autograd
        >>> autograd.sub(autograd.tensor([1.0, 2.0]), 1)
        tensor([0., 1.])
        """
    def sub_(self, other: _Value, *, alpha: builtins.float = 1) -> Self:
        """In-place form of `sub`."""
    def subtract(self, other: _Value, *, alpha: builtins.float = 1) -> Tensor:
        """Return input - alpha * other, broadcast. Raises RuntimeError for integers with a fractional alpha.

        >>> import autograd
        >>> autograd.sub(autograd.tensor([1.0, 2.0]), 1)
        tensor([0., 1.])
        """
    def subtract_(self, other: _Value, *, alpha: builtins.float = 1) -> Self:
        """In-place form of `sub`."""
    def sum(self, dim: builtins.int | Sequence[builtins.int] | None = None, keepdim: builtins.bool = False, *, dtype: Any = None, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
        """Return the sum over ``dim``; booleans and integers add up to int64.

        Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.

        >>> import autograd
        >>> autograd.sum(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]), dim=1)
        tensor([3., 7.])
        """
    def svd(self, some: builtins.bool = True, compute_uv: builtins.bool = True) -> SVD:
        """Return the singular value decomposition input = U diag(S) Vᵀ, as (U, S, V): see `linalg.svd`, which has Vᵀ.

        With ``some``, U and V have min(rows, columns) columns. Without ``compute_uv`` they are zeros.

        >>> import autograd
        >>> autograd.svd(autograd.tensor([[0.0, 2.0], [1.0, 0.0]])).S
        tensor([2., 1.])
        """
    def swapaxes(self, axis0: builtins.int, axis1: builtins.int) -> Tensor:
        """Return the input with two dimensions exchanged, as `transpose`.

        >>> import autograd
        >>> autograd.swapaxes(autograd.zeros(2, 3, 4), 0, 1).shape
        (3, 2, 4)
        """
    def swapaxes_(self, axis0: builtins.int, axis1: builtins.int) -> Self:
        """In-place form of `swapaxes`: changes the shape, copies nothing."""
    def swapdims(self, dim0: builtins.int, dim1: builtins.int) -> Tensor:
        """Return the input with two dimensions exchanged.

        >>> import autograd
        >>> autograd.transpose(autograd.zeros(2, 3, 4), 0, -1).shape
        (4, 3, 2)
        """
    def swapdims_(self, dim0: builtins.int, dim1: builtins.int) -> Self:
        """In-place form of `transpose`: changes the shape, copies nothing."""
    def t(self) -> Tensor:
        """Return the transpose of a matrix; a vector is returned as it is. Raises RuntimeError for more dimensions.

        >>> import autograd
        >>> autograd.t(autograd.zeros(2, 3)).shape
        (3, 2)
        """
    def t_(self) -> Self:
        """In-place form of `t`: changes the shape, copies nothing."""
    def take(self, index: _Value) -> Tensor:
        """Return the elements of the flattened input at ``index``, in the index's shape; negative ones count from the end.

        Raises IndexError for indices out of range, RuntimeError for those that are not integers.

        >>> import autograd
        >>> autograd.take(autograd.tensor([[1, 2], [3, 4]]), autograd.tensor([0, -1]))
        tensor([1, 4])
        """
    def take_along_dim(self, indices: _Value, dim: builtins.int | None = None) -> Tensor:
        """Return input's elements at ``indices`` along ``dim``; the other dimensions are broadcast against each other.

        Without ``dim`` both are flattened. Negative indices count from the end. Raises IndexError for those out of range,
        RuntimeError if the other dimensions are not as many or do not broadcast.

        >>> import autograd
        >>> x = autograd.tensor([[10, 30, 20], [60, 40, 50]])
        >>> autograd.take_along_dim(x, x.argmax(dim=1, keepdim=True), dim=1)
        tensor([[30],
                [60]])
        """
    def tan(self) -> Tensor:
        """Compute tangent element-wise."""
    def tan_(self) -> Self:
        """In-place form of `tan`."""
    def tanh(self) -> Tensor:
        """Compute hyperbolic tangent element-wise."""
    def tanh_(self) -> Self:
        """In-place form of `tanh`."""
    def tensor_split(self, indices_or_sections: builtins.int | Sequence[builtins.int] | _Value, dim: builtins.int = 0) -> builtins.tuple[Tensor, ...]:
        """Return the input cut along ``dim`` at the indices given, or into so many pieces, the first ones being one longer.

        Raises RuntimeError unless the number of pieces is positive, and for a 0-d tensor.

        >>> import autograd
        >>> autograd.tensor_split(autograd.arange(5), 2)
        (tensor([0, 1, 2]), tensor([3, 4]))
        >>> autograd.tensor_split(autograd.arange(5), (1, -1))
        (tensor([0]), tensor([1, 2, 3]), tensor([4]))
        """
    def tile(self, *counts: builtins.int | Sequence[builtins.int], dims: builtins.int | Sequence[builtins.int] | None = None) -> Tensor:
        """Return copies of the input side by side, as many along each dimension as ``dims`` says, from the last one on.

        Raises RuntimeError for a negative number.

        >>> import autograd
        >>> autograd.tile(autograd.tensor([1, 2]), (2, 2))
        tensor([[1, 2, 1, 2],
                [1, 2, 1, 2]])
        """
    def to(self, *args: Any, dtype: Any = None, device: Any = None, non_blocking: builtins.bool = False, copy: builtins.bool = False) -> Tensor:
        """Return the tensor converted to a dtype, or to the dtype of another tensor; itself if there is nothing to do.

        Raises ValueError for a device other than the CPU.
        """
    def tolist(self) -> Any:
        """Return the elements as nested lists of Python numbers."""
    def topk(self, k: builtins.int, dim: builtins.int = -1, largest: builtins.bool = True, sorted: builtins.bool = True) -> Picked[Tensor]:
        """Return the k largest elements along ``dim``, or the smallest, and their indices, as (values, indices).

        The most extreme element comes first, or, if not ``sorted``, any. Raises RuntimeError unless 0 <= k <= size, and for
        complex numbers; TypeError for a k that is no integer.

        >>> import autograd
        >>> values, indices = autograd.topk(autograd.tensor([3.0, 1.0, 2.0]), 2)
        >>> values, indices
        (tensor([3., 2.]), tensor([0, 2]))
        """
    def trace(self) -> Tensor:
        """Return the sum of the diagonal of a matrix. Raises RuntimeError for any other shape.

        >>> import autograd
        >>> autograd.trace(autograd.tensor([[1.0, 2.0], [3.0, 4.0]]))
        tensor(5.)
        """
    def transpose(self, dim0: builtins.int, dim1: builtins.int) -> Tensor:
        """Return the input with two dimensions exchanged.

        >>> import autograd
        >>> autograd.transpose(autograd.zeros(2, 3, 4), 0, -1).shape
        (4, 3, 2)
        """
    def transpose_(self, dim0: builtins.int, dim1: builtins.int) -> Self:
        """In-place form of `transpose`: changes the shape, copies nothing."""
    def tril(self, diagonal: builtins.int = 0) -> Tensor:
        """Return the matrices with zeros in place of what is above a diagonal. Raises RuntimeError if there is no matrix.

        >>> import autograd
        >>> autograd.tril(autograd.tensor([[1, 2], [3, 4]]))
        tensor([[1, 0],
                [3, 4]])
        """
    def tril_(self, diagonal: builtins.int = 0) -> Self:
        """In-place form of `tril`."""
    def triu(self, diagonal: builtins.int = 0) -> Tensor:
        """Return the matrices with zeros in place of what is below a diagonal. Raises RuntimeError if there is no matrix.

        >>> import autograd
        >>> autograd.triu(autograd.tensor([[1, 2], [3, 4]]))
        tensor([[1, 2],
                [0, 4]])
        """
    def triu_(self, diagonal: builtins.int = 0) -> Self:
        """In-place form of `triu`."""
    def true_divide(self, other: _Value, *, rounding_mode: builtins.str | None = None) -> Tensor:
        """Return input / other, broadcast; ``rounding_mode`` "floor" rounds the quotient down, "trunc" towards 0.

        The quotient of integers has the default dtype, the rounded one is an integer. The derivative of a rounded quotient
        is 0. Raises RuntimeError for another rounding mode, and if integers are divided by 0 to give an integer.

        >>> import autograd
        >>> autograd.div(autograd.tensor([7, -7]), 2)
        tensor([ 3.5000, -3.5000])
        >>> autograd.div(autograd.tensor([7, -7]), 2, rounding_mode="floor")
        tensor([ 3, -4])
        """
    def true_divide_(self, other: _Value, *, rounding_mode: builtins.str | None = None) -> Self:
        """In-place form of `div`."""
    def trunc(self) -> Tensor:
        """Return the truncated value of the input, element-wise."""
    def trunc_(self) -> Self:
        """In-place form of `trunc`."""
    @overload
    def type(self, dtype: None = None) -> builtins.str:
        """Return the tensor converted to ``dtype``; without one, the name of its own."""
    @overload
    def type(self, dtype: Any) -> Tensor: ...
    def type_as(self, other: Tensor) -> Tensor:
        """Return the tensor converted to the dtype of another."""
    def unbind(self, dim: builtins.int = 0) -> builtins.tuple[Tensor, ...]:
        """Return the slices along ``dim``, without that dimension. Raises IndexError for a 0-d tensor.

        >>> import autograd
        >>> autograd.unbind(autograd.tensor([[1, 2], [3, 4]]))
        (tensor([1, 2]), tensor([3, 4]))
        """
    def unflatten(self, dim: builtins.int, sizes: Sequence[builtins.int]) -> Tensor:
        """Return the input with one dimension made into several; one of their sizes may be -1.

        Raises RuntimeError if the sizes do not multiply to that of the dimension.

        >>> import autograd
        >>> autograd.unflatten(autograd.zeros(2, 12), 1, (3, -1)).shape
        (2, 3, 4)
        """
    def unfold(self, dimension: builtins.int, size: builtins.int, step: builtins.int) -> Tensor:
        """Return the windows of ``size`` elements along a dimension, one every ``step``: a view.

        The dimension then counts the windows; what is in them is a new last dimension. Gradients add up where windows
        overlap. Raises RuntimeError for a size that the dimension does not have, and a step that is not positive.

        >>> import autograd
        >>> autograd.arange(5).unfold(0, 3, 2)
        tensor([[0, 1, 2],
                [2, 3, 4]])
        """
    def uniform_(self, a: builtins.float = ..., b: builtins.float = ..., *, generator: Generator | None = None) -> Tensor:
        """Set all elements to numbers drawn uniformly from [a, b).

        Raises RuntimeError if b < a, the dtype does not have them, or is not of floating point.

        >>> import autograd
        >>> x = autograd.empty(100).uniform_(-1, 1)
        >>> bool(((x >= -1) & (x < 1)).all())
        True
        """
    @overload
    def unique(self, sorted: builtins.bool = True, return_inverse: Literal[False] = False, return_counts: Literal[False] = False, dim: builtins.int | None = None) -> Tensor:
        """Return the unique elements, or slices along ``dim``, in ascending order: as in PyTorch, whatever ``sorted`` is.

        With ``return_inverse`` also where in the result each element is, with ``return_counts`` how often each one occurs,
        as a tuple. The gradient goes to the first of equal elements. NaN equals nothing, not even NaN. Raises IndexError
        for a dimension of a 0-d tensor, RuntimeError for slices without elements.

        >>> import autograd
        >>> autograd.unique(autograd.tensor([3, 1, 3]), return_inverse=True, return_counts=True)
        (tensor([1, 3]), tensor([1, 0, 1]), tensor([1, 2]))
        """
    @overload
    def unique(self, sorted: builtins.bool = True, return_inverse: builtins.bool = False, return_counts: builtins.bool = False, dim: builtins.int | None = None) -> builtins.tuple[Tensor, ...]: ...
    @overload
    def unique_consecutive(self, return_inverse: Literal[False] = False, return_counts: Literal[False] = False, dim: builtins.int | None = None) -> Tensor:
        """Return the elements, or the slices along ``dim``, without those that equal their predecessor; see `unique`.

        >>> import autograd
        >>> autograd.unique_consecutive(autograd.tensor([1, 1, 2, 2, 1]), return_counts=True)
        (tensor([1, 2, 1]), tensor([2, 2, 1]))
        """
    @overload
    def unique_consecutive(self, return_inverse: builtins.bool = False, return_counts: builtins.bool = False, dim: builtins.int | None = None) -> builtins.tuple[Tensor, ...]: ...
    def unsqueeze(self, dim: builtins.int) -> Tensor:
        """Return the input with a dimension of size 1 inserted at ``dim``.

        >>> import autograd
        >>> autograd.unsqueeze(autograd.zeros(3), -1).shape
        (3, 1)
        """
    def unsqueeze_(self, dim: builtins.int) -> Self:
        """In-place form of `unsqueeze`: changes the shape, copies nothing."""
    def var(self, dim: builtins.int | Sequence[builtins.int] | None = None, unbiased: builtins.bool | None = None, keepdim: builtins.bool = False, *, correction: builtins.float = 1, axis: builtins.int | Sequence[builtins.int] | None = None, keepdims: builtins.bool = False) -> Tensor:
        """Return the variance over ``dim``: sum (x - mean)² / (n - correction); ``unbiased=False`` is ``correction=0``.

        Shapes: (*) gives (*) without the dimensions in ``dim``, or of size 1 there if ``keepdim``.
        Raises RuntimeError for integers and booleans.

        >>> import autograd
        >>> autograd.var(autograd.tensor([1.0, 2.0, 3.0, 4.0]))
        tensor(1.6667)
        """
    def vdot(self, other: _Value) -> Tensor:
        """Return the inner product of two vectors of real numbers: the same as `dot`.

        Raises RuntimeError for what `dot` refuses, and for complex numbers, of which the first factor would be conjugated.

        >>> import autograd
        >>> autograd.vdot(autograd.tensor([1.0, 2.0]), autograd.tensor([3.0, 4.0]))
        tensor(11.)
        """
    def view(self, *sizes: Any, size: builtins.int | Sequence[builtins.int] | None = None, dtype: Any = None) -> Tensor:
        """Return the same memory in another shape; a dtype as argument reinterprets the bytes, without a gradient.

        Raises RuntimeError if the sizes do not fit, or the memory layout does not allow them: `reshape` copies then.

        >>> import autograd
        >>> autograd.arange(4).view(2, 2)
        tensor([[0, 1],
                [2, 3]])
        """
    def view_as(self, other: Tensor) -> Tensor:
        """Return the same memory in the shape of another; raises RuntimeError where that is not possible."""
    def vsplit(self, indices_or_sections: builtins.int | Sequence[builtins.int]) -> builtins.tuple[Tensor, ...]:
        """Return the input cut along dimension 0 at indices or into equal pieces.

        Raises RuntimeError if it does not divide into so many, and for fewer than two dimensions.

        >>> import autograd
        >>> autograd.vsplit(autograd.tensor([[1, 2], [3, 4]]), 2)
        (tensor([[1, 2]]), tensor([[3, 4]]))
        """
    def where(self, condition: Any, other: Any) -> Tensor:
        """Return self where ``condition``, ``other`` elsewhere; see `autograd.where`."""
    def xlogy(self, other: _Value) -> Tensor:
        """a * log(b); 0 where a is 0, unless b is NaN."""
    def xlogy_(self, other: _Value) -> Self:
        """In-place form of `xlogy`."""
    def zero_(self) -> Self:
        """Set all elements to 0."""
