"""Random tensors. All numbers come from a `Generator`; NumPy's global state is neither read nor changed."""

import copy
import operator
import os
from typing import Any

import numpy as np

from ..core import dtypes
from ..tensor.options import dtype_or_default, like, made, shape_of_size
from ..tensor.tensor import Tensor

__all__ = [
    "Generator",
    "bernoulli",
    "default_generator",
    "get_rng_state",
    "initial_seed",
    "manual_seed",
    "multinomial",
    "normal",
    "poisson",
    "rand",
    "rand_like",
    "randint",
    "randint_like",
    "randn",
    "randn_like",
    "randperm",
    "seed",
    "set_rng_state",
]


def _integer(name: str, value: Any) -> int:
    try:
        return operator.index(value)
    except TypeError:
        raise TypeError(f"{name}: expected an integer, got {value!r}") from None


class Generator:
    """A stream of random numbers (NumPy's PCG64), reproducible from its seed.

    >>> import autograd
    >>> generator = autograd.Generator().manual_seed(0)
    >>> first = autograd.rand(2, generator=generator)
    >>> bool((first == autograd.rand(2, generator=generator.manual_seed(0))).all())
    True
    """

    def __repr__(self) -> str:
        return f"<Generator: seed {self._seed}>"

    _seed: int
    _numpy: "np.random.Generator | None"

    device = "cpu"

    def __init__(self, device: Any = "cpu") -> None:
        if not str(device).startswith("cpu"):
            raise ValueError(f"Generator: random numbers are drawn on the CPU; there is no device {device!r}")
        self.seed()

    @property
    def numpy(self) -> "np.random.Generator":
        """NumPy's generator behind it."""
        if self._numpy is None:  # numpy.random is loaded when it is needed: a program that draws nothing starts sooner
            self._numpy = np.random.default_rng(self._seed)
        return self._numpy

    def manual_seed(self, seed: int) -> "Generator":
        """Start the stream that belongs to ``seed``, an integer of up to 64 bits; returns the generator."""
        seed = _integer("manual_seed", seed)
        if not -(2**63) <= seed < 2**64:
            raise ValueError(f"manual_seed: a seed has up to 64 bits, got {seed}")
        self._seed = seed % 2**64
        self._numpy = None
        return self

    def seed(self) -> int:
        """Start the stream of a seed taken from the operating system; returns the seed."""
        seed = int.from_bytes(os.urandom(8)) >> 1
        self.manual_seed(seed)
        return seed

    def initial_seed(self) -> int:
        """Return the seed that started the stream."""
        return self._seed

    def get_state(self) -> dict[str, Any]:
        """Return where in the stream the generator is."""
        return {"seed": self._seed, "state": copy.deepcopy(self.numpy.bit_generator.state)}

    def set_state(self, state: dict[str, Any]) -> "Generator":
        """Go to where `get_state` was called; returns the generator."""
        try:
            seed, position = state["seed"], state["state"]
        except (TypeError, KeyError):
            raise TypeError(f"set_state: expected what get_state returned, got {type(state).__name__}") from None
        self.numpy.bit_generator.state = position
        self._seed = seed
        return self


default_generator = Generator()


def manual_seed(seed: int) -> Generator:
    """Seed the default generator, from which everything random comes that is not given another; returns it.

    >>> import autograd
    >>> _ = autograd.manual_seed(0)
    >>> a = autograd.randn(3)
    >>> _ = autograd.manual_seed(0)
    >>> bool((a == autograd.randn(3)).all())
    True
    """
    return default_generator.manual_seed(seed)


def seed() -> int:
    """Seed the default generator from the operating system; returns the seed."""
    return default_generator.seed()


def initial_seed() -> int:
    """Return the seed of the default generator."""
    return default_generator.initial_seed()


def get_rng_state() -> dict[str, Any]:
    """Return the state of the default generator."""
    return default_generator.get_state()


def set_rng_state(state: dict[str, Any]) -> None:
    """Set the state of the default generator to one that `get_rng_state` returned."""
    default_generator.set_state(state)


def numbers(generator: Generator | None) -> "np.random.Generator":
    """Return the NumPy generator to draw from."""
    if generator is None:
        generator = default_generator
    elif not isinstance(generator, Generator):
        raise TypeError(f"generator: expected an autograd.Generator, got {type(generator).__name__}")
    return generator.numpy


def rand(
    *sizes: Any,
    size: Any = None,
    generator: Generator | None = None,
    dtype: Any = None,
    device: Any = None,
    requires_grad: bool = False,
) -> Tensor:
    """Return numbers drawn uniformly from [0, 1).

    >>> import autograd
    >>> x = autograd.rand(2, 3)
    >>> bool(((x >= 0) & (x < 1)).all())
    True
    """
    return made(
        _uniform("rand", shape_of_size("rand", sizes, size), dtype_or_default(dtype), generator), requires_grad, device
    )


def _uniform(name: str, shape: tuple[int, ...], dtype: Any, generator: Generator | None) -> Any:
    dtype = _floating(name, dtype)
    if dtype == dtypes.float16:  # as multiples of 2**-11: rounding other numbers could give 1
        drawn = numbers(generator).random(shape, dtypes.float32.type)
        return np.asarray(np.floor(drawn * 2048) / 2048).astype(dtype)
    return np.asarray(numbers(generator).random(shape, dtype.type))


def _floating(name: str, dtype: Any) -> Any:
    dtype = np.dtype(dtype)
    if dtype.kind != "f":
        raise RuntimeError(f"{name}: random numbers of this kind are of floating point, not {dtype}; use .float()")
    return dtype


def randn(
    *sizes: Any,
    size: Any = None,
    generator: Generator | None = None,
    dtype: Any = None,
    device: Any = None,
    requires_grad: bool = False,
) -> Tensor:
    """Return numbers drawn from the normal distribution with mean 0 and variance 1.

    >>> import autograd
    >>> autograd.randn(2, 3).shape
    (2, 3)
    """
    return made(
        _normal("randn", shape_of_size("randn", sizes, size), dtype_or_default(dtype), generator), requires_grad, device
    )


def _normal(name: str, shape: tuple[int, ...], dtype: Any, generator: Generator | None) -> Any:
    dtype = _floating(name, dtype)
    drawn = dtypes.float32 if dtype == dtypes.float16 else dtype  # float16 is not drawn directly
    return np.asarray(numbers(generator).standard_normal(shape, drawn.type)).astype(dtype, copy=False)


def rand_like(
    input: Any,
    *,
    generator: Generator | None = None,
    dtype: Any = None,
    device: Any = None,
    requires_grad: bool = False,
) -> Tensor:
    """Return uniform numbers in the input's shape and dtype; see `rand`.

    >>> import autograd
    >>> autograd.rand_like(autograd.ones(2, 3)).shape
    (2, 3)
    """
    return made(_uniform("rand_like", *like("rand_like", input, dtype), generator), requires_grad, device)


def randn_like(
    input: Any,
    *,
    generator: Generator | None = None,
    dtype: Any = None,
    device: Any = None,
    requires_grad: bool = False,
) -> Tensor:
    """Return normal numbers in the input's shape and dtype; see `randn`.

    >>> import autograd
    >>> autograd.randn_like(autograd.ones(2, dtype=autograd.float64)).dtype
    dtype('float64')
    """
    return made(_normal("randn_like", *like("randn_like", input, dtype), generator), requires_grad, device)


def randint(
    low: Any = 0,
    high: Any = None,
    size: Any = None,
    *,
    generator: Generator | None = None,
    dtype: Any = dtypes.int64,
    device: Any = None,
    requires_grad: bool = False,
) -> Tensor:
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
    shape = shape_of_size("randint", (size,))
    return made(_integers("randint", low, high, shape, dtype, generator), requires_grad, device)


def _integers(name: str, low: Any, high: Any, shape: tuple[int, ...], dtype: Any, generator: Generator | None) -> Any:
    low, high, dtype = _integer(name, low), _integer(name, high), np.dtype(dtype)
    if high <= low:
        raise RuntimeError(f"{name}: there are no integers from {low} up to, not including, {high}")
    least, most = _range(dtype)
    if not (max(least, -(2**63)) <= low and high - 1 <= min(most, 2**63 - 1)):
        raise RuntimeError(f"{name}: integers from {low} up to, not including, {high} do not all fit in {dtype}")
    return _below(high, np.asarray(numbers(generator).integers(low, high, shape)).astype(dtype))


def _range(dtype: Any) -> tuple[Any, Any]:
    """Return the least and the greatest number of a dtype."""
    if dtype.kind == "b":
        return 0, 1
    if dtype.kind == "f":
        return float(np.finfo(dtype).min), float(np.finfo(dtype).max)
    return np.iinfo(dtype).min, np.iinfo(dtype).max


def _below(limit: Any, values: Any) -> Any:
    """Return values that were rounded to ``limit``, which they are below, as the greatest number below it."""
    if values.dtype.kind != "f":
        return values
    greatest = values.dtype.type(limit)
    if float(greatest) >= limit:
        greatest = np.nextafter(greatest, values.dtype.type(-np.inf))
    return np.minimum(values, greatest)


def randint_like(
    input: Any,
    low: Any = 0,
    high: Any = None,
    *,
    generator: Generator | None = None,
    dtype: Any = None,
    device: Any = None,
    requires_grad: bool = False,
) -> Tensor:
    """Return random integers in the input's shape and dtype; see `randint`.

    >>> import autograd
    >>> bool((autograd.randint_like(autograd.ones(10), 2, 5) >= 2).all())
    True
    """
    if high is None:
        low, high = 0, low
    integers = _integers("randint_like", low, high, *like("randint_like", input, dtype), generator)
    return made(integers, requires_grad, device)


def randperm(
    n: int,
    *,
    generator: Generator | None = None,
    dtype: Any = dtypes.int64,
    device: Any = None,
    requires_grad: bool = False,
) -> Tensor:
    """Return the integers from 0 to n - 1 in random order. Raises RuntimeError if they do not fit in the dtype.

    >>> import autograd
    >>> sorted(autograd.randperm(4).tolist())
    [0, 1, 2, 3]
    """
    (length,) = shape_of_size("randperm", (n,))
    dtype = np.dtype(dtype)
    if length - 1 > _range(dtype)[1]:
        raise RuntimeError(f"randperm: integers up to {length - 1} do not fit in {dtype}")
    return made(numbers(generator).permutation(length).astype(dtype, copy=False), requires_grad, device)


def normal(
    mean: Any = 0.0,
    std: Any = 1.0,
    size: Any = None,
    *,
    generator: Generator | None = None,
    dtype: Any = None,
    device: Any = None,
    requires_grad: bool = False,
) -> Tensor:
    """Return numbers drawn from normal distributions: one for each element of ``mean`` and ``std``, or ``size`` of one.

    The result has no gradient with respect to mean and std; that of ``mean + std * randn_like(mean)`` has. Raises
    RuntimeError if a standard deviation is negative.

    >>> import autograd
    >>> autograd.normal(autograd.tensor([1.0, 2.0]), 0.0)
    tensor([1., 2.])
    >>> autograd.normal(0, 1, (2, 3)).shape
    (2, 3)
    """
    given = [x for x in (mean, std) if hasattr(x, "shape")]
    if bool(given) == (size is not None):
        raise TypeError("normal: expected normal(mean, std) with tensors, or normal(mean, std, size) with numbers")
    means, stds = _array(mean), _array(std)
    if np.any(stds < 0):
        raise RuntimeError(f"normal: the standard deviation must not be negative, got {_some(std)}")
    if not given:
        drawn = _normal("normal", shape_of_size("normal", (size,)), dtype_or_default(dtype), generator)
        return made(_converted(drawn * float(std) + float(mean), drawn.dtype), requires_grad, device)
    if dtype is None:
        dtype = means.dtype if hasattr(mean, "shape") else stds.dtype
    try:
        shape = np.broadcast_shapes(means.shape, stds.shape)
    except ValueError:
        raise RuntimeError(f"normal: shapes {means.shape} of mean and {stds.shape} of std do not broadcast") from None
    drawn = _normal("normal", shape, dtype, generator)
    return _drawn("normal", _converted(drawn * stds + means, drawn.dtype), requires_grad, device)


def _array(x: Any) -> Any:
    return np.asarray(getattr(x, "_array", x))


def _some(x: Any) -> Any:
    """Return a number as it is, for an error message, and of a tensor or array its least element."""
    return _array(x).min() if hasattr(x, "shape") else x


def _drawn(name: str, array: Any, requires_grad: bool = False, device: Any = None) -> Tensor:
    """Return a tensor of numbers whose distribution a tensor decided on."""
    drawn = made(array, requires_grad, device)
    drawn._cut = f"{name} draws numbers, which have no gradient"
    return drawn


def bernoulli(input: Any, p: float | None = None, *, generator: Generator | None = None) -> Tensor:
    """Return ones, with the probabilities in the input, and zeros; with the probability ``p`` if it is given.

    The result has the input's shape and dtype, and no gradient. Raises RuntimeError for probabilities outside [0, 1].

    >>> import autograd
    >>> autograd.bernoulli(autograd.tensor([0.0, 1.0]))
    tensor([0., 1.])
    """
    shape, dtype = like("bernoulli", input, None)
    if p is None:
        _floating("bernoulli", dtype)
    return _drawn("bernoulli", _chances("bernoulli", shape, dtype, input if p is None else p, generator))


def _chances(name: str, shape: tuple[int, ...], dtype: Any, p: Any, generator: Generator | None) -> Any:
    chances = _array(p)
    if not np.all((chances >= 0) & (chances <= 1)):
        raise RuntimeError(f"{name}: a probability is a number from 0 to 1, got {p if chances.ndim == 0 else chances}")
    try:
        chances = np.broadcast_to(chances, shape)
    except ValueError:
        raise RuntimeError(f"{name}: probabilities of shape {chances.shape} do not broadcast to {shape}") from None
    # In double precision: single precision numbers are multiples of 2**-24, too coarse for small probabilities.
    return np.asarray(numbers(generator).random(shape) < chances).astype(dtype)


def multinomial(
    input: Any, num_samples: int, replacement: bool = False, *, generator: Generator | None = None
) -> Tensor:
    """Return indices drawn with the probabilities in a vector, or in each row of a matrix.

    The probabilities need not add up to 1. Without replacement no index is drawn twice; then at least ``num_samples``
    of them must be positive. Raises RuntimeError for those that are negative or not finite, and if all are 0.

    >>> import autograd
    >>> autograd.multinomial(autograd.tensor([[0.0, 1.0, 0.0], [0.0, 0.0, 3.0]]), 2, replacement=True)
    tensor([[1, 1],
            [2, 2]])
    """
    shape, dtype = like("multinomial", input, None)
    samples = _integer("multinomial", num_samples)
    _floating("multinomial", dtype)
    if len(shape) not in (1, 2):
        raise RuntimeError(f"multinomial: needs a vector or a matrix of probabilities, got shape {shape}")
    if samples < 1:
        raise RuntimeError(f"multinomial: the number of samples must be positive, got {samples}")
    chances = np.atleast_2d(_array(input)).astype(np.float64)
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
    drawn = (_with_replacement if replacement else _without_replacement)(chances, samples, numbers(generator))
    return _drawn("multinomial", drawn.reshape((*shape[:-1], samples)))


def _with_replacement(chances: Any, samples: int, source: "np.random.Generator") -> Any:
    heights = np.cumsum(chances / chances.max(axis=1, keepdims=True), axis=1)
    top = heights[:, -1:]
    # A product that is rounded up to the top would be beyond the last index.
    throws = np.minimum(source.random((len(chances), samples)) * top, np.nextafter(top, 0))
    # Halving the range where each index can be, for all at once: the first one whose height is above the throw.
    low, high = np.zeros(throws.shape, np.int64), np.full(throws.shape, heights.shape[1] - 1)
    rows = np.arange(len(chances))[:, None]
    for _ in range(heights.shape[1].bit_length()):
        middle = (low + high) // 2
        beyond = heights[rows, middle] <= throws
        low, high = np.where(beyond, np.minimum(middle + 1, high), low), np.where(beyond, high, middle)
    return low


def _without_replacement(chances: Any, samples: int, source: "np.random.Generator") -> Any:
    # A race: the times at which exponential clocks of these rates ring, as logarithms, which hold any ratio of rates.
    # Who is first among those left has the probability that drawing one after the other gives it.
    with np.errstate(divide="ignore", invalid="ignore"):
        times = np.log(source.standard_exponential(chances.shape)) - np.log(chances)
    first = np.argpartition(times, samples - 1, axis=1)[:, :samples]
    return np.take_along_axis(first, np.argsort(np.take_along_axis(times, first, axis=1), axis=1), axis=1)


def poisson(input: Any, generator: Generator | None = None) -> Tensor:
    """Return numbers drawn from the Poisson distributions whose rates are in the input, in its shape and dtype.

    The result has no gradient. Raises RuntimeError for rates that are negative or NaN.

    >>> import autograd
    >>> autograd.poisson(autograd.tensor([0.0, 0.0]))
    tensor([0., 0.])
    """
    _, dtype = like("poisson", input, None)
    _floating("poisson", dtype)
    rates = _array(input).astype(np.float64)
    if not np.all((rates >= 0) & (rates < 2**63)):
        raise RuntimeError("poisson: rates must not be negative or NaN, and be below 2**63")
    return _drawn("poisson", _converted(numbers(generator).poisson(rates), dtype))


def _converted(values: Any, dtype: Any) -> Any:
    """Return numbers in another dtype, infinite where they are beyond its range."""
    with np.errstate(over="ignore"):
        return np.asarray(values).astype(dtype, copy=False)


def normal_(self: Tensor, mean: float = 0.0, std: float = 1.0, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers drawn from the normal distribution with this mean and standard deviation.

    >>> import autograd
    >>> autograd.zeros(2).normal_(1.0, 0.0)
    tensor([1., 1.])
    """
    if std < 0:
        raise RuntimeError(f"normal_: the standard deviation must not be negative, got {std}")
    self._check_in_place("normal_")
    drawn = _normal("normal_", self.shape, self.dtype, generator) * float(std) + float(mean)
    return self.copy_(_converted(drawn, self.dtype))


def uniform_(self: Tensor, a: float = 0.0, b: float = 1.0, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers drawn uniformly from [a, b).

    >>> import autograd
    >>> x = autograd.empty(100).uniform_(-1, 1)
    >>> bool(((x >= -1) & (x < 1)).all())
    True
    """
    least, most = _range(_floating("uniform_", self.dtype))
    if b < a:
        raise RuntimeError(f"uniform_: the interval [{a}, {b}) is empty")
    if not (least <= a and b <= most and b - a <= most):
        raise RuntimeError(f"uniform_: the interval [{a}, {b}) does not fit in {self.dtype}")
    self._check_in_place("uniform_")
    drawn = _uniform("uniform_", self.shape, self.dtype, generator) * float(b - a) + float(a)
    return self.copy_(_below(b, drawn) if a < b else drawn)


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
        high = 1 + (2 ** (np.finfo(self.dtype).nmant + 1) if self.dtype.kind == "f" else _range(self.dtype)[1])
    self._check_in_place("random_")
    return self.copy_(_integers("random_", low, high, self.shape, self.dtype, generator))


def bernoulli_(self: Tensor, p: Any = 0.5, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to 1 with the probability ``p``, a number or a tensor, and to 0 otherwise.

    >>> import autograd
    >>> autograd.empty(2).bernoulli_(autograd.tensor([0.0, 1.0]))
    tensor([0., 1.])
    """
    self._check_in_place("bernoulli_")
    return self.copy_(_chances("bernoulli_", self.shape, self.dtype, p, generator))


def exponential_(self: Tensor, lambd: float = 1.0, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers drawn from the exponential distribution with density λ exp(-λ x), x >= 0.

    >>> import autograd
    >>> bool((autograd.empty(10).exponential_() >= 0).all())
    True
    """
    dtype = _floating("exponential_", self.dtype)
    if not lambd > 0:
        raise RuntimeError(f"exponential_: lambd must be positive, got {lambd}")
    self._check_in_place("exponential_")
    return self.copy_(_converted(numbers(generator).standard_exponential(self.shape) / float(lambd), dtype))


def geometric_(self: Tensor, p: float, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers of trials up to the first success, if each has the probability ``p``: 1, 2, ...

    >>> import autograd
    >>> bool((autograd.empty(10).geometric_(0.5) >= 1).all())
    True
    """
    if not 0 < p < 1:
        raise RuntimeError(f"geometric_: p must be between 0 and 1, neither included, got {p}")
    self._check_in_place("geometric_")
    trials = np.minimum(numbers(generator).geometric(float(p), self.shape), _range(self.dtype)[1])
    return self.copy_(trials.astype(self.dtype))


def cauchy_(self: Tensor, median: float = 0.0, sigma: float = 1.0, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers drawn from the Cauchy distribution, of half-width ``sigma`` around ``median``.

    >>> import autograd
    >>> autograd.empty(2, 3).cauchy_().shape
    (2, 3)
    """
    dtype = _floating("cauchy_", self.dtype)
    if not sigma > 0:
        raise RuntimeError(f"cauchy_: sigma must be positive, got {sigma}")
    self._check_in_place("cauchy_")
    return self.copy_(_converted(numbers(generator).standard_cauchy(self.shape) * float(sigma) + float(median), dtype))


def log_normal_(self: Tensor, mean: float = 1.0, std: float = 2.0, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers whose logarithms are drawn from the normal distribution with this mean and deviation.

    >>> import autograd
    >>> bool((autograd.empty(10).log_normal_() > 0).all())
    True
    """
    dtype = _floating("log_normal_", self.dtype)
    if not std > 0:
        raise RuntimeError(f"log_normal_: the standard deviation must be positive, got {std}")
    self._check_in_place("log_normal_")
    with np.errstate(over="ignore"):
        drawn = np.exp(numbers(generator).standard_normal(self.shape) * float(std) + float(mean))
    return self.copy_(_converted(drawn, dtype))


# Methods that need this module, which needs the class.
for _method in (
    bernoulli,
    bernoulli_,
    cauchy_,
    exponential_,
    geometric_,
    log_normal_,
    multinomial,
    normal_,
    random_,
    uniform_,
):
    setattr(Tensor, _method.__name__, _method)
