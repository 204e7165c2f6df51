"""The methods of `Tensor` that fill it with random numbers."""

import numpy as np

from ..core.op import Value
from ..tensor.tensor import Tensor
from .distributions import below, converted, floating, integers, limits, standard_normal, successes, uniform
from .generator import Generator, numpy_generator
from .tensors import bernoulli, multinomial


def normal_(self: Tensor, mean: float = 0.0, std: float = 1.0, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers drawn from the normal distribution with this mean and standard deviation.

    Raises RuntimeError for a negative deviation, and a dtype that is not of floating point.

    >>> import autograd
    >>> autograd.zeros(2).normal_(1.0, 0.0)
    tensor([1., 1.])
    """
    if std < 0:
        raise RuntimeError(f"normal_: the standard deviation must not be negative, got {std}")
    self._check_in_place("normal_")
    drawn = standard_normal("normal_", self.shape, self.dtype, generator) * float(std) + float(mean)
    return self.copy_(converted(drawn, self.dtype))


def uniform_(self: Tensor, a: float = 0.0, b: float = 1.0, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers drawn uniformly from [a, b).

    Raises RuntimeError if b < a, the dtype does not have them, or is not of floating point.

    >>> import autograd
    >>> x = autograd.empty(100).uniform_(-1, 1)
    >>> bool(((x >= -1) & (x < 1)).all())
    True
    """
    least, most = limits(floating("uniform_", self.dtype))
    if b < a:
        raise RuntimeError(f"uniform_: the interval [{a}, {b}) is empty")
    if not (least <= a and b <= most and b - a <= most):
        raise RuntimeError(f"uniform_: the interval [{a}, {b}) does not fit in {self.dtype}")
    self._check_in_place("uniform_")
    drawn = uniform("uniform_", self.shape, self.dtype, generator) * float(b - a) + float(a)
    return self.copy_(below(b, drawn) if a < b else drawn)


def random_(self: Tensor, *bounds: int | None, to: int | None = None, generator: Generator | None = None) -> Tensor:
    """Set all elements to integers drawn uniformly: ``random_(to)`` or ``random_(from, to)``.

    They are from ``from``, or 0, up to, not including, ``to``. Without ``to`` they reach to the greatest number of the
    dtype, or, of floating point, to the greatest up to which it has all integers. Raises RuntimeError if there are
    none, or if they do not fit in the dtype.

    >>> import autograd
    >>> x = autograd.empty(100).random_(2, 5)
    >>> sorted(set(x.tolist()))
    [2.0, 3.0, 4.0]
    """
    if to is not None:
        bounds = (*bounds, to)
    if len(bounds) > 2:
        raise TypeError(f"random_: expected random_(to) or random_(from, to), got {bounds}")
    low, high = (0, None) if not bounds else (0, bounds[0]) if len(bounds) == 1 else bounds
    if high is None:
        high = 1 + (2 ** (np.finfo(self.dtype).nmant + 1) if self.dtype.kind == "f" else limits(self.dtype)[1])
    self._check_in_place("random_")
    return self.copy_(integers("random_", low, high, self.shape, self.dtype, generator))


def bernoulli_(self: Tensor, p: Value = 0.5, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to 1 with the probability ``p``, a number or a tensor, and to 0 otherwise.

    Raises RuntimeError for probabilities outside [0, 1], and those that do not broadcast.

    >>> import autograd
    >>> autograd.empty(2).bernoulli_(autograd.tensor([0.0, 1.0]))
    tensor([0., 1.])
    """
    self._check_in_place("bernoulli_")
    return self.copy_(successes("bernoulli_", self.shape, self.dtype, p, generator))


def exponential_(self: Tensor, lambd: float = 1.0, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers drawn from the exponential distribution with density λ exp(-λ x), x >= 0.

    Raises RuntimeError unless ``lambd`` is positive and the dtype of floating point.

    >>> import autograd
    >>> bool((autograd.empty(10).exponential_() >= 0).all())
    True
    """
    dtype = floating("exponential_", self.dtype)
    if not lambd > 0:
        raise RuntimeError(f"exponential_: lambd must be positive, got {lambd}")
    self._check_in_place("exponential_")
    return self.copy_(converted(numpy_generator(generator).standard_exponential(self.shape) / float(lambd), dtype))


def geometric_(self: Tensor, p: float, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers of trials up to the first success, if each has the probability ``p``: 1, 2, ...

    Raises RuntimeError unless 0 < p < 1.

    >>> import autograd
    >>> bool((autograd.empty(10).geometric_(0.5) >= 1).all())
    True
    """
    if not 0 < p < 1:
        raise RuntimeError(f"geometric_: p must be between 0 and 1, neither included, got {p}")
    self._check_in_place("geometric_")
    trials = np.minimum(numpy_generator(generator).geometric(float(p), self.shape), limits(self.dtype)[1])
    return self.copy_(trials.astype(self.dtype))


def cauchy_(self: Tensor, median: float = 0.0, sigma: float = 1.0, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers drawn from the Cauchy distribution, of half-width ``sigma`` around ``median``.

    Raises RuntimeError unless ``sigma`` is positive and the dtype of floating point.

    >>> import autograd
    >>> autograd.empty(2, 3).cauchy_().shape
    (2, 3)
    """
    dtype = floating("cauchy_", self.dtype)
    if not sigma > 0:
        raise RuntimeError(f"cauchy_: sigma must be positive, got {sigma}")
    self._check_in_place("cauchy_")
    return self.copy_(
        converted(numpy_generator(generator).standard_cauchy(self.shape) * float(sigma) + float(median), dtype)
    )


def log_normal_(self: Tensor, mean: float = 1.0, std: float = 2.0, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers whose logarithms are drawn from the normal distribution with this mean and deviation.

    Raises RuntimeError unless ``std`` is positive and the dtype of floating point.

    >>> import autograd
    >>> bool((autograd.empty(10).log_normal_() > 0).all())
    True
    """
    dtype = floating("log_normal_", self.dtype)
    if not std > 0:
        raise RuntimeError(f"log_normal_: the standard deviation must be positive, got {std}")
    self._check_in_place("log_normal_")
    with np.errstate(over="ignore"):
        drawn = np.exp(numpy_generator(generator).standard_normal(self.shape) * float(std) + float(mean))
    return self.copy_(converted(drawn, dtype))


# The class is defined before this module, which needs it; so the methods are put on it here.
_FILLS = "bernoulli_ cauchy_ exponential_ geometric_ log_normal_ normal_ random_ uniform_".split()
for _method in (bernoulli, multinomial, *[globals()[name] for name in _FILLS]):
    setattr(Tensor, _method.__name__, _method)
