"""Where random numbers come from: `Generator`, and the default one."""

import copy
import os
from typing import Any

import numpy as np

from ..exports import public
from ..functions.arguments import integer


class Generator:
    """A stream of random numbers (NumPy's PCG64), reproducible from its seed.

    >>> import autograd
    >>> generator = autograd.Generator().manual_seed(0)
    >>> first = autograd.rand(2, generator=generator)
    >>> bool((first == autograd.rand(2, generator=generator.manual_seed(0))).all())
    True
    """

    device = "cpu"
    _seed: int
    _numpy: "np.random.Generator | None"

    def __init__(self, device: Any = "cpu") -> None:
        if not str(device).startswith("cpu"):
            raise ValueError(f"Generator: random numbers are drawn on the CPU; there is no device {device!r}")
        self.seed()

    def __repr__(self) -> str:
        return f"<Generator: seed {self._seed}>"

    @property
    def numpy(self) -> "np.random.Generator":
        """NumPy's generator behind it."""
        if self._numpy is None:  # numpy.random is loaded when it is needed: a program that draws nothing starts sooner
            self._numpy = np.random.default_rng(self._seed)
        return self._numpy

    def manual_seed(self, seed: int) -> "Generator":
        """Start the stream that belongs to ``seed``, an integer of up to 64 bits; returns the generator.

        Raises TypeError for anything but an integer, ValueError for one of more bits.
        """
        seed = integer("manual_seed", seed)
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
        """Go to where `get_state` was called; returns the generator. Raises TypeError for what is no such state."""
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

    Raises TypeError for anything but an integer, ValueError for one of more than 64 bits.

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
    """Set the state of the default generator to one that `get_rng_state` returned; raises TypeError for others."""
    default_generator.set_state(state)


def numpy_generator(generator: Generator | None) -> "np.random.Generator":
    """Return the NumPy generator to draw from: that behind a Generator, or the default one.

    Raises TypeError for anything else.
    """
    if generator is None:
        generator = default_generator
    elif not isinstance(generator, Generator):
        raise TypeError(f"generator: expected an autograd.Generator, got {type(generator).__name__}")
    return generator.numpy


public(globals(), "Generator", "default_generator")
