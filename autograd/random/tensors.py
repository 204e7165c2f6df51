"""Random tensors under PyTorch's names."""

from typing import Any

import numpy as np

from ..core.dtypes import int64
from ..core.op import Value
from ..exports import public
from ..functions.arguments import Sizes, array_of, integer
from ..tensor.options import creates, dtype_or_default, like, shape_of_size
from ..tensor.tensor import Tensor
from . import distributions as draw
from .distributions import converted, floating, limits
from .generator import Generator, numpy_generator


@creates
def rand(*sizes: Sizes, size: Sizes | None = None, generator: Generator | None = None, dtype: Any = None) -> Any:
    """Return numbers drawn uniformly from [0, 1). Raises RuntimeError for a dtype that is not of floating point.

    >>> import autograd
    >>> x = autograd.rand(2, 3)
    >>> bool(((x >= 0) & (x < 1)).all())
    True
    """
    return draw.uniform("rand", shape_of_size("rand", sizes, size), dtype_or_default(dtype), generator)


@creates
def randn(*sizes: Sizes, size: Sizes | None = None, generator: Generator | None = None, dtype: Any = None) -> Any:
    """Return numbers drawn from the normal distribution with mean 0 and variance 1.

    Raises RuntimeError for a dtype that is not of floating point.

    >>> import autograd
    >>> autograd.randn(2, 3).shape
    (2, 3)
    """
    return draw.standard_normal("randn", shape_of_size("randn", sizes, size), dtype_or_default(dtype), generator)


@creates
def rand_like(input: Value, *, generator: Generator | None = None, dtype: Any = None) -> Any:
    """Return uniform numbers in the input's shape and dtype; see `rand`, also for what it raises.

    >>> import autograd
    >>> autograd.rand_like(autograd.ones(2, 3)).shape
    (2, 3)
    """
    return draw.uniform("rand_like", *like("rand_like", input, dtype), generator)


@creates
def randn_like(input: Value, *, generator: Generator | None = None, dtype: Any = None) -> Any:
    """Return normal numbers in the input's shape and dtype; see `randn`, also for what it raises.

    >>> import autograd
    >>> autograd.randn_like(autograd.ones(2, dtype=autograd.float64)).dtype
    dtype('float64')
    """
    return draw.standard_normal("randn_like", *like("randn_like", input, dtype), generator)


@creates
def randint(
    low: Any = 0, high: Any = None, size: Any = None, *, generator: Generator | None = None, dtype: Any = int64
) -> Any:
    """Return integers drawn uniformly from low (0 if left out) up to, not including, high.

    Raises RuntimeError if there are none, or if they do not fit in the dtype.

    >>> import autograd
    >>> x = autograd.randint(3, 5, (10,))
    >>> bool(((x >= 3) & (x < 5)).all())
    True
    """
    if size is None:
        low, high, size = 0, low, high
    elif high is None:
        low, high = 0, low
    if high is None or size is None:
        raise TypeError("randint: expected randint(high, size) or randint(low, high, size)")
    return draw.integers("randint", low, high, shape_of_size("randint", (size,)), dtype, generator)


@creates
def randint_like(
    input: Value, low: int = 0, high: int | None = None, *, generator: Generator | None = None, dtype: Any = None
) -> Any:
    """Return random integers in the input's shape and dtype; see `randint`, also for what it raises.

    >>> import autograd
    >>> bool((autograd.randint_like(autograd.ones(10), 2, 5) >= 2).all())
    True
    """
    if high is None:
        low, high = 0, low
    return draw.integers("randint_like", low, high, *like("randint_like", input, dtype), generator)


@creates
def randperm(n: int, *, generator: Generator | None = None, dtype: Any = int64) -> Any:
    """Return the integers from 0 to n - 1 in random order. Raises RuntimeError if they do not fit in the dtype.

    >>> import autograd
    >>> sorted(autograd.randperm(4).tolist())
    [0, 1, 2, 3]
    """
    (length,) = shape_of_size("randperm", (n,))
    dtype = np.dtype(dtype)
    if length - 1 > limits(dtype)[1]:
        raise RuntimeError(f"randperm: integers up to {length - 1} do not fit in {dtype}")
    return numpy_generator(generator).permutation(length).astype(dtype, copy=False)


@creates
def normal(
    mean: float | Value = 0.0,
    std: float | Value = 1.0,
    size: Sizes | None = None,
    *,
    generator: Generator | None = None,
    dtype: Any = None,
) -> Any:
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
    given = [x for x in (mean, std) if hasattr(x, "shape")]
    if bool(given) == (size is not None):
        raise TypeError("normal: expected normal(mean, std) with tensors, or normal(mean, std, size) with numbers")
    means, stds = np.asarray(array_of(mean)), np.asarray(array_of(std))
    if np.any(stds < 0):
        raise RuntimeError(f"normal: the standard deviation must not be negative, got {stds.min()}")
    if not given:
        drawn = draw.standard_normal("normal", shape_of_size("normal", (size,)), dtype_or_default(dtype), generator)
        return converted(drawn * float(std) + float(mean), drawn.dtype)
    if dtype is None:
        dtype = means.dtype if hasattr(mean, "shape") else stds.dtype
    try:
        shape = np.broadcast_shapes(means.shape, stds.shape)
    except ValueError:
        raise RuntimeError(f"normal: shapes {means.shape} of mean and {stds.shape} of std do not broadcast") from None
    drawn = draw.standard_normal("normal", shape, dtype, generator)
    return _drawn("normal", converted(drawn * stds + means, drawn.dtype))


def _drawn(name: str, array: Any) -> Tensor:
    """Return a tensor of numbers whose distribution a tensor decided on."""
    tensor = Tensor._wrap(array)
    tensor._cut = f"{name} draws numbers, which have no gradient"
    return tensor


def bernoulli(input: Value, p: float | None = None, *, generator: Generator | None = None) -> Tensor:
    """Return ones, with the probabilities in the input, and zeros; with the probability ``p`` if it is given.

    The result has the input's shape and dtype, and no gradient. Raises RuntimeError for probabilities outside [0, 1].

    >>> import autograd
    >>> autograd.bernoulli(autograd.tensor([0.0, 1.0]))
    tensor([0., 1.])
    """
    shape, dtype = like("bernoulli", input, None)
    if p is None:
        floating("bernoulli", dtype)
    return _drawn("bernoulli", draw.successes("bernoulli", shape, dtype, input if p is None else p, generator))


def multinomial(
    input: Value, num_samples: int, replacement: bool = False, *, generator: Generator | None = None
) -> Tensor:
    """Return indices drawn with the probabilities in a vector, or in each row of a matrix.

    The probabilities need not add up to 1. Without replacement no index is drawn twice; then at least ``num_samples``
    of them must be positive. Raises RuntimeError if they are not, for those that are negative or not finite, and for
    other shapes.

    >>> import autograd
    >>> autograd.multinomial(autograd.tensor([[0.0, 1.0, 0.0], [0.0, 0.0, 3.0]]), 2, replacement=True)
    tensor([[1, 1],
            [2, 2]])
    """
    shape, dtype = like("multinomial", input, None)
    samples = integer("multinomial", num_samples)
    floating("multinomial", dtype)
    if len(shape) not in (1, 2):
        raise RuntimeError(f"multinomial: needs a vector or a matrix of probabilities, got shape {shape}")
    if samples < 1:
        raise RuntimeError(f"multinomial: the number of samples must be positive, got {samples}")
    chances = np.atleast_2d(array_of(input)).astype(np.float64)
    if not np.all((chances >= 0) & (chances < np.inf)):
        raise RuntimeError("multinomial: probabilities must not be negative, infinite or NaN")
    positive = np.count_nonzero(chances, axis=1).min(initial=shape[-1])
    if not positive and len(chances):
        raise RuntimeError("multinomial: needs a positive probability in every row")
    if not replacement and samples > positive:
        raise RuntimeError(
            f"multinomial: {samples} samples without replacement need as many positive probabilities, there are only "
            f"{positive}; or set replacement=True"
        )
    choose = draw.with_replacement if replacement else draw.without_replacement
    drawn = choose(chances, samples, numpy_generator(generator))
    return _drawn("multinomial", drawn.reshape((*shape[:-1], samples)))


def poisson(input: Value, generator: Generator | None = None) -> Tensor:
    """Return numbers drawn from the Poisson distributions whose rates are in the input, in its shape and dtype.

    The result has no gradient. Raises RuntimeError for rates that are negative or NaN.

    >>> import autograd
    >>> autograd.poisson(autograd.tensor([0.0, 0.0]))
    tensor([0., 0.])
    """
    _, dtype = like("poisson", input, None)
    floating("poisson", dtype)
    rates = np.asarray(array_of(input), np.float64)
    if not np.all((rates >= 0) & (rates < 2**63)):
        raise RuntimeError("poisson: rates must not be negative or NaN, and be below 2**63")
    return _drawn("poisson", converted(numpy_generator(generator).poisson(rates), dtype))


public(globals())
