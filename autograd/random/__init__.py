"""Random tensors. All numbers come from a `Generator`; NumPy's global state is neither read nor changed."""

from .. import exports
from . import in_place
from .generator import Generator, default_generator, get_rng_state, initial_seed, manual_seed, seed, set_rng_state
from .tensors import *

exports.public(globals())
