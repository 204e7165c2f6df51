"""PyTorch's names for special functions."""

import math

import numpy as np

from ..core.dtypes import float32
from ..core.op import Value, describe
from ..core.primitive import named
from ..exports import public
from ..ops import erf as erf_ops, gamma, special as ops

digamma = named(gamma.digamma)
erf = named(erf_ops.erf)
erfc = named(erf_ops.erfc)
erfinv = named(erf_ops.erfinv)
lgamma = named(gamma.lgamma)
sinc = named(ops.sinc)
xlogy = named(ops.xlogy)


def mvlgamma(input: Value, p: int) -> Value:
    """Return the logarithm of the multivariate gamma function: p (p - 1) / 4 log(pi) + sum of lgamma(x - j / 2), j < p.

    Raises RuntimeError unless p is at least 1.

    >>> import autograd
    >>> autograd.mvlgamma(autograd.tensor([1.5, 3.0]), 2)
    tensor([0.4516, 1.5502])
    """
    if p < 1:
        raise RuntimeError(f"mvlgamma: p, the dimension, is at least 1, got {p}")
    total = gamma.lgamma(input) + p * (p - 1) / 4 * math.log(math.pi)
    for j in range(1, p):
        total = total + gamma.lgamma(input - j / 2)
    return total


def polygamma(n: int, input: Value) -> Value:
    """Return the n-th derivative of `digamma`, for n = 0, 1, ..., 100; as a method x.polygamma(n).

    Infinite at 0, -1, -2, ... where n > 0. Raises RuntimeError for other n, TypeError if it is no integer.

    >>> import autograd
    >>> autograd.polygamma(1, autograd.tensor([1.0, 0.5]))
    tensor([1.6449, 4.9348])
    """
    if isinstance(n, bool) or not isinstance(n, (int, np.integer)):
        raise TypeError(f"polygamma: the order comes first, an integer, then the tensor; got {describe(n)}")
    if not 0 <= n <= 100:
        raise RuntimeError(f"polygamma: the order n is from 0 to 100, got {n}")
    return gamma.polygamma(input, n=int(n))


def logit(input: Value, eps: float | None = None) -> Value:
    """Return log(x / (1 - x)), the inverse of `sigmoid`, of x limited to [eps, 1 - eps] if ``eps`` is given.

    Without it the result is infinite at 0 and 1, and NaN beyond. The gradient is 0 where the limits apply.

    >>> import autograd
    >>> autograd.logit(autograd.tensor([0.5, 0.9, 1.0]), eps=1e-3)
    tensor([0.0000, 2.1972, 6.9068])
    """
    if getattr(input, "dtype", float32).kind == "u":
        input = input + 0.0  # there is no 1 - x of these
    return ops.logit(input, eps=eps)


public(globals())
