"""Random tensors. All numbers come from a `Generator`; NumPy's global state is neither read nor changed."""

import copy
import operator
import os
from typing import Any

import numpy as np

from . import dtypes
from .creation import _dtype, _like, _made, _shape
from .tensor import Tensor

__all__ = [
    "Generator",
    "default_generator",
    "get_rng_state",
    "initial_seed",
    "manual_seed",
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
    return _made(_uniform("rand", _shape("rand", sizes, size), _dtype(dtype), generator), requires_grad, device)


def _uniform(name: str, shape: tuple[int, ...], dtype: Any, generator: Generator | None) -> Any:
    dtype = _floating(name, dtype)
    if dtype == dtypes.float16:  # as multiples of 2**-11: rounding other numbers could give 1
        drawn = numbers(generator).random(shape, dtypes.float32.type)
        return np.asarray(np.floor(drawn * 2048) / 2048).astype(dtype)
    return np.asarray(numbers(generator).random(shape, dtype.type))


def _floating(name: str, dtype: Any) -> Any:
    dtype = np.dtype(dtype)
    if dtype.kind != "f":
        raise TypeError(f"{name}: random numbers of this kind are of floating point, not {dtype}")
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
    return _made(_normal("randn", _shape("randn", sizes, size), _dtype(dtype), generator), requires_grad, device)


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
    """Return uniform numbers in the input's shape and dtype; see `rand`."""
    return _made(_uniform("rand_like", *_like("rand_like", input, dtype), generator), requires_grad, device)


def randn_like(
    input: Any,
    *,
    generator: Generator | None = None,
    dtype: Any = None,
    device: Any = None,
    requires_grad: bool = False,
) -> Tensor:
    """Return normal numbers in the input's shape and dtype; see `randn`."""
    return _made(_normal("randn_like", *_like("randn_like", input, dtype), generator), requires_grad, device)


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

    Raises ValueError if there are none, or if they do not fit in the dtype.

    >>> import autograd
    >>> x = autograd.randint(3, 5, (10,))
    >>> bool(((x >= 3) & (x < 5)).all())
    True
    """
    if size is None:
        low, high, size = 0, low, high
    if high is None or size is None:
        raise TypeError("randint: expected randint(high, size) or randint(low, high, size)")
    shape = _shape("randint", (size,))
    return _made(_integers("randint", low, high, shape, dtype, generator), requires_grad, device)


def _integers(name: str, low: Any, high: Any, shape: tuple[int, ...], dtype: Any, generator: Generator | None) -> Any:
    low, high, dtype = _integer(name, low), _integer(name, high), np.dtype(dtype)
    if high <= low:
        raise ValueError(f"{name}: there are no integers from {low} up to, not including, {high}")
    if dtype.kind in "iu" and not (np.iinfo(dtype).min <= low and high - 1 <= np.iinfo(dtype).max):
        raise ValueError(f"{name}: integers from {low} up to, not including, {high} do not all fit in {dtype}")
    return np.asarray(numbers(generator).integers(low, high, shape)).astype(dtype)


def randint_like(
    input: Any,
    low: Any,
    high: Any = None,
    *,
    generator: Generator | None = None,
    dtype: Any = None,
    device: Any = None,
    requires_grad: bool = False,
) -> Tensor:
    """Return random integers in the input's shape and dtype; see `randint`."""
    if high is None:
        low, high = 0, low
    integers = _integers("randint_like", low, high, *_like("randint_like", input, dtype), generator)
    return _made(integers, requires_grad, device)


def randperm(n: int, *, generator: Generator | None = None, dtype: Any = dtypes.int64, device: Any = None) -> Tensor:
    """Return the integers from 0 to n - 1 in random order.

    >>> import autograd
    >>> sorted(autograd.randperm(4).tolist())
    [0, 1, 2, 3]
    """
    (length,) = _shape("randperm", (n,))
    return _made(numbers(generator).permutation(length).astype(dtype), False, device)


def normal_(self: Tensor, mean: float = 0.0, std: float = 1.0, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers drawn from the normal distribution with this mean and standard deviation."""
    if std < 0:
        raise ValueError(f"normal_: the standard deviation must not be negative, got {std}")
    self._check_in_place("normal_")
    return self.copy_(_normal("normal_", self.shape, self.dtype, generator) * std + mean)


def uniform_(self: Tensor, a: float = 0.0, b: float = 1.0, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers drawn uniformly from [a, b)."""
    if b < a:
        raise ValueError(f"uniform_: the interval [{a}, {b}) is empty")
    self._check_in_place("uniform_")
    return self.copy_(_uniform("uniform_", self.shape, self.dtype, generator) * (b - a) + a)


setattr(Tensor, "normal_", normal_)  # noqa: B010  (methods that need this module)
setattr(Tensor, "uniform_", uniform_)  # noqa: B010
