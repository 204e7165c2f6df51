"""Random tensors. All numbers come from a `Generator`; NumPy's global state is neither read nor changed."""

import copy
import os
from typing import Any

import numpy as np

from . import dtypes
from .creation import _dtype, _made, _shape
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

    def __init__(self, device: Any = "cpu") -> None:
        self.seed()

    @property
    def numpy(self) -> "np.random.Generator":
        """NumPy's generator behind it."""
        if self._numpy is None:  # numpy.random is loaded when it is needed: a program that draws nothing starts sooner
            self._numpy = np.random.default_rng(self._seed % 2**64)
        return self._numpy

    def manual_seed(self, seed: int) -> "Generator":
        """Start the stream that belongs to ``seed``; returns the generator."""
        self._seed = int(seed)
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
        self.numpy.bit_generator.state = state["state"]
        self._seed = state["seed"]
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
    return (generator or default_generator).numpy


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
    return _made(_uniform(_shape("rand", sizes, size), _dtype(dtype), generator), requires_grad, device)


def _uniform(shape: tuple[int, ...], dtype: Any, generator: Generator | None) -> Any:
    # Only float32 and float64 are drawn directly.
    dtype = np.dtype(dtype)
    drawn = dtypes.float64 if dtype == dtypes.float64 else dtypes.float32
    return np.asarray(numbers(generator).random(shape, drawn.type)).astype(dtype, copy=False)


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
    return _made(_normal(_shape("randn", sizes, size), _dtype(dtype), generator), requires_grad, device)


def _normal(shape: tuple[int, ...], dtype: Any, generator: Generator | None) -> Any:
    dtype = np.dtype(dtype)
    drawn = dtypes.float64 if dtype == dtypes.float64 else dtypes.float32
    return np.asarray(numbers(generator).standard_normal(shape, drawn.type)).astype(dtype, copy=False)


def rand_like(input: Any, *, generator: Generator | None = None, dtype: Any = None) -> Tensor:
    """Return uniform numbers in the input's shape and dtype; see `rand`."""
    return rand(tuple(input.shape), generator=generator, dtype=dtype or input.dtype)


def randn_like(input: Any, *, generator: Generator | None = None, dtype: Any = None) -> Tensor:
    """Return normal numbers in the input's shape and dtype; see `randn`."""
    return randn(tuple(input.shape), generator=generator, dtype=dtype or input.dtype)


def randint(
    low: int,
    high: Any = None,
    size: Any = None,
    *,
    generator: Generator | None = None,
    dtype: Any = dtypes.int64,
    device: Any = None,
) -> Tensor:
    """Return integers drawn uniformly from low (0 if left out) up to, not including, high.

    >>> import autograd
    >>> x = autograd.randint(3, 5, (10,))
    >>> bool(((x >= 3) & (x < 5)).all())
    True
    """
    if size is None:
        low, high, size = 0, low, high
    if high is None or size is None:
        raise TypeError("randint: expected randint(high, size) or randint(low, high, size)")
    if high <= low:
        raise ValueError(f"randint: there are no integers from {low} up to, not including, {high}")
    return _made(
        np.asarray(numbers(generator).integers(low, high, _shape("randint", (size,)))).astype(dtype), False, device
    )


def randint_like(input: Any, low: int, high: int | None = None, *, generator: Generator | None = None) -> Tensor:
    """Return random integers in the input's shape and dtype; see `randint`."""
    if high is None:
        low, high = 0, low
    return randint(low, high, tuple(input.shape), generator=generator, dtype=input.dtype)


def randperm(n: int, *, generator: Generator | None = None, dtype: Any = dtypes.int64, device: Any = None) -> Tensor:
    """Return the integers from 0 to n - 1 in random order.

    >>> import autograd
    >>> sorted(autograd.randperm(4).tolist())
    [0, 1, 2, 3]
    """
    return _made(numbers(generator).permutation(n).astype(dtype), False, device)


def normal_(self: Tensor, mean: float = 0.0, std: float = 1.0, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers drawn from the normal distribution with this mean and standard deviation."""
    if std < 0:
        raise ValueError(f"normal_: the standard deviation must not be negative, got {std}")
    return self.copy_(_normal(self.shape, self.dtype, generator) * std + mean)


def uniform_(self: Tensor, a: float = 0.0, b: float = 1.0, *, generator: Generator | None = None) -> Tensor:
    """Set all elements to numbers drawn uniformly from [a, b)."""
    if b < a:
        raise ValueError(f"uniform_: the interval [{a}, {b}) is empty")
    return self.copy_(_uniform(self.shape, self.dtype, generator) * (b - a) + a)


setattr(Tensor, "normal_", normal_)  # noqa: B010  (methods that need this module)
setattr(Tensor, "uniform_", uniform_)  # noqa: B010
