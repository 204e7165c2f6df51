"""Functions with a removable singularity: where the formula has no value, as sin(x) / x at 0, they have its limit."""

import functools
import math

import numpy as np

from ..core.primitive import elementwise
from .approximation import computed
from .elementwise import keep, where


def _sinc(n, x):
    z = math.pi * x
    near = np.abs(z) < 0.5 * (n + 2) if n else z == 0
    far = np.where(near, 1, z)
    bounded = np.clip(x, -1e30, 1e30)  # from 2**53 on all numbers are even integers
    whole = np.rint(bounded)
    sign = 1 - 2 * np.abs(whole - 2 * np.rint(whole / 2))
    turn = math.pi * (bounded - whole)
    sine = sign * np.sin(turn)
    cosine = sign * np.cos(turn) if n else None
    # z f(z) = sin z, differentiated n times, is z f⁽ⁿ⁾(z) + n f⁽ⁿ⁻¹⁾(z) = sin(z + n pi / 2): stable for z > n / 2.
    value = sine / far
    for k in range(1, n + 1):
        value = ((sine, cosine, -sine, -cosine)[k % 4] - k * value) / far
    return math.pi**n * np.where(near, _sinc_series(n, np.where(near, z, 0)), value)


def _sinc_series(n, z):
    """Return the sum over k of (-1)**k z**(2k) / (2k + 1)!, differentiated n times."""
    first = (n + 1) // 2
    total, square = 0 * z, z * z
    for k in reversed(range(first, first + 12 + n)):
        total = total * square + (-1) ** k / ((2 * k + 1) * math.factorial(2 * k - n))
    return total * z if n % 2 else total


@elementwise(implements=np.sinc, x=lambda g, x: g * sinc_derivative(x, n=1))
def sinc(x):
    """sin(pi x) / (pi x), and 1 at 0."""
    return computed(functools.partial(_sinc, 0), x)


@elementwise(x=lambda g, x, n: g * sinc_derivative(x, n=n + 1))
def sinc_derivative(x, *, n):
    """The n-th derivative of `sinc`."""
    return computed(functools.partial(_sinc, n), x)


@elementwise(a=lambda g, a, b: keep(xlogy(g, b), ~((a == 0) & (b <= 0))), b=lambda g, a, b: g * a / b)
def xlogy(a, b):
    """a * log(b); 0 where a is 0, unless b is NaN."""
    zero = (a == 0) & ~np.isnan(b)
    return np.where(zero, 0, a * np.log(np.where(zero, 1, b + 0.0)))


@elementwise(a=lambda g, a, b: keep(xlog1py(g, b), ~((a == 0) & (b <= -1))), b=lambda g, a, b: g * a / (b + 1))
def xlog1py(a, b):
    """a * log(1 + b); 0 where a is 0, unless b is NaN."""
    zero = (a == 0) & ~np.isnan(b)
    return np.where(zero, 0, a * np.log1p(np.where(zero, 1, b + 0.0)))


@elementwise(x=lambda g, x: -g * (np.log(x) + 1))
def entr(x):
    """-x log(x); 0 at 0, and -inf below."""
    return np.where(x < 0, -np.inf, -x * np.log(np.where(x > 0, x, 1)))


def _logit_x(g, x, eps):
    if eps is not None:
        return keep(g / (x * (1 - x)), (x >= eps) & (x <= 1 - eps))
    return g / where((x < 0) | (x > 1), np.nan, x * (1 - x))


@elementwise(x=_logit_x)
def logit(x, *, eps=None):
    """The inverse of the sigmoid: log(x / (1 - x)); if there is an eps, x is first limited to [eps, 1 - eps]."""
    if eps is not None:
        x = np.minimum(np.maximum(x, eps), 1 - eps)
    return np.log(x / (1 - x))
