"""Special functions under PyTorch's names: what torch.special has, but for Bessel functions and polynomials.

Written by `python -m tests.stubs`.
"""

import builtins
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol, Self, overload

import numpy as np
from numpy.typing import NDArray

from autograd.tensor.tensor import Tensor as Tensor

_Number = builtins.bool | builtins.int | builtins.float | builtins.complex | np.generic
_Array = NDArray[Any] | _Number
_Value = Tensor | _Array

@overload
def digamma(input: Tensor) -> Tensor:
    """The derivative of `lgamma`: gamma'(x) / gamma(x); NaN at -1, -2, ..."""
@overload
def digamma(input: _Array) -> NDArray[Any]: ...
@overload
def entr(input: Tensor) -> Tensor:
    """-x log(x); 0 at 0, and -inf below."""
@overload
def entr(input: _Array) -> NDArray[Any]: ...
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
def erfcx(input: Tensor) -> Tensor:
    """Scaled complementary error function: exp(x²) erfc(x), which goes to 0 as 1 / x does."""
@overload
def erfcx(input: _Array) -> NDArray[Any]: ...
@overload
def erfinv(input: Tensor) -> Tensor:
    """The inverse of the error function: infinite at -1 and 1, NaN beyond."""
@overload
def erfinv(input: _Array) -> NDArray[Any]: ...
@overload
def exp2(input: Tensor) -> Tensor:
    """Calculate `2**p` for all `p` in the input array."""
@overload
def exp2(input: _Array) -> NDArray[Any]: ...
@overload
def expit(input: Tensor) -> Tensor:
    """Logistic function: 1 / (1 + exp(-x))."""
@overload
def expit(input: _Array) -> NDArray[Any]: ...
@overload
def expm1(input: Tensor) -> Tensor:
    """Calculate ``exp(x) - 1`` for all elements in the array."""
@overload
def expm1(input: _Array) -> NDArray[Any]: ...
@overload
def gammaln(input: Tensor) -> Tensor:
    """log |gamma(x)|, where gamma(n) = (n - 1)!; infinite at 0, -1, -2, ..."""
@overload
def gammaln(input: _Array) -> NDArray[Any]: ...
@overload
def log1p(input: Tensor) -> Tensor:
    """Return the natural logarithm of one plus the input array, element-wise."""
@overload
def log1p(input: _Array) -> NDArray[Any]: ...
@overload
def log_ndtr(input: Tensor) -> Tensor:
    """The logarithm of `ndtr`, precise where `ndtr` is close to 0 or 1."""
@overload
def log_ndtr(input: _Array) -> NDArray[Any]: ...
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
def logit(input: Tensor, eps: builtins.float | None = None) -> Tensor:
    """Return log(x / (1 - x)), the inverse of `sigmoid`, of x limited to [eps, 1 - eps] if ``eps`` is given.

    Without it the result is infinite at 0 and 1, and NaN beyond. The gradient is 0 where the limits apply.

    >>> import autograd
    >>> autograd.logit(autograd.tensor([0.5, 0.9, 1.0]), eps=1e-3)
    tensor([0.0000, 2.1972, 6.9068])
    """
@overload
def logit(input: _Array, eps: builtins.float | None = None) -> NDArray[Any]: ...
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
@overload
def multigammaln(input: Tensor, p: builtins.int) -> Tensor:
    """Return the logarithm of the multivariate gamma function: p (p - 1) / 4 log(pi) + sum of lgamma(x - j / 2), j < p.

    Raises RuntimeError unless p is at least 1.

    >>> import autograd
    >>> autograd.mvlgamma(autograd.tensor([1.5, 3.0]), 2)
    tensor([0.4516, 1.5502])
    """
@overload
def multigammaln(input: _Array, p: builtins.int) -> NDArray[Any]: ...
@overload
def ndtr(input: Tensor) -> Tensor:
    """The normal distribution function: the probability of a standard normal variable below x."""
@overload
def ndtr(input: _Array) -> NDArray[Any]: ...
@overload
def ndtri(input: Tensor) -> Tensor:
    """The inverse of `ndtr`: infinite at 0 and 1, NaN beyond."""
@overload
def ndtri(input: _Array) -> NDArray[Any]: ...
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
def psi(input: Tensor) -> Tensor:
    """The derivative of `lgamma`: gamma'(x) / gamma(x); NaN at -1, -2, ..."""
@overload
def psi(input: _Array) -> NDArray[Any]: ...
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
def sinc(input: Tensor) -> Tensor:
    """sin(pi x) / (pi x), and 1 at 0."""
@overload
def sinc(input: _Array) -> NDArray[Any]: ...
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
def xlog1py(input: Tensor, other: _Value) -> Tensor:
    """a * log(1 + b); 0 where a is 0, unless b is NaN."""
@overload
def xlog1py(input: _Array, other: Tensor) -> Tensor: ...
@overload
def xlog1py(input: _Array, other: _Array) -> NDArray[Any]: ...
@overload
def xlogy(input: Tensor, other: _Value) -> Tensor:
    """a * log(b); 0 where a is 0, unless b is NaN."""
@overload
def xlogy(input: _Array, other: Tensor) -> Tensor: ...
@overload
def xlogy(input: _Array, other: _Array) -> NDArray[Any]: ...
__all__ = ['digamma', 'entr', 'erf', 'erfc', 'erfcx', 'erfinv', 'exp2', 'expit', 'expm1', 'gammaln', 'log1p', 'log_ndtr', 'log_softmax', 'logit', 'logsumexp', 'multigammaln', 'ndtr', 'ndtri', 'polygamma', 'psi', 'round', 'sinc', 'softmax', 'xlog1py', 'xlogy']
