"""Initial values for parameters: every function fills a tensor in place and returns it.

Fan-in is the number of inputs of a unit, fan-out the number of its outputs: for a weight of shape (outputs, inputs,
...) the sizes of the second and first dimension, times the number of elements of all others.
"""

import math

from autograd import Generator, Tensor, exports, no_grad
from autograd.random import in_place


@no_grad()
def uniform_(tensor: Tensor, a: float = 0.0, b: float = 1.0, generator: Generator | None = None) -> Tensor:
    """Fill with numbers drawn uniformly from [a, b).

    >>> import autograd, nn
    >>> bool((nn.init.uniform_(autograd.empty(3), 2.0, 3.0) >= 2.0).all())
    True
    """
    return in_place.uniform_(tensor, a, b, generator=generator)


@no_grad()
def normal_(tensor: Tensor, mean: float = 0.0, std: float = 1.0, generator: Generator | None = None) -> Tensor:
    """Fill with numbers drawn from the normal distribution with this mean and standard deviation.

    >>> import autograd, nn
    >>> nn.init.normal_(autograd.empty(3), mean=1.0, std=0.0)
    tensor([1., 1., 1.])
    """
    return in_place.normal_(tensor, mean, std, generator=generator)


@no_grad()
def constant_(tensor: Tensor, val: float) -> Tensor:
    """Fill with one value.

    >>> import autograd, nn
    >>> nn.init.constant_(autograd.empty(2), 0.1)
    tensor([0.1000, 0.1000])
    """
    return tensor.fill_(val)


def ones_(tensor: Tensor) -> Tensor:
    """Fill with 1.

    >>> import autograd, nn
    >>> nn.init.ones_(autograd.empty(2))
    tensor([1., 1.])
    """
    return constant_(tensor, 1.0)


def zeros_(tensor: Tensor) -> Tensor:
    """Fill with 0.

    >>> import autograd, nn
    >>> nn.init.zeros_(autograd.empty(2))
    tensor([0., 0.])
    """
    return constant_(tensor, 0.0)


def xavier_uniform_(tensor: Tensor, gain: float = 1.0, generator: Generator | None = None) -> Tensor:
    """Fill uniformly from ±gain √(6 / (fan_in + fan_out)), which keeps variances alike in both directions.

    Raises ValueError for less than two dimensions. Source: Glorot & Bengio, Understanding the difficulty of training
    deep feedforward neural networks, AISTATS 2010.

    >>> import autograd, nn
    >>> bool((nn.init.xavier_uniform_(autograd.empty(3, 3)).abs() <= 1.0).all())
    True
    """
    bound = gain * math.sqrt(6 / (sum(_fans("xavier_uniform_", tensor)) or 1))
    return uniform_(tensor, -bound, bound, generator)


def xavier_normal_(tensor: Tensor, gain: float = 1.0, generator: Generator | None = None) -> Tensor:
    """Fill from the normal distribution with standard deviation gain √(2 / (fan_in + fan_out)); see `xavier_uniform_`.

    >>> import autograd, nn
    >>> nn.init.xavier_normal_(autograd.empty(3, 3)).shape
    (3, 3)
    """
    return normal_(tensor, 0.0, gain * math.sqrt(2 / (sum(_fans("xavier_normal_", tensor)) or 1)), generator)


def kaiming_uniform_(
    tensor: Tensor,
    a: float = 0.0,
    mode: str = "fan_in",
    nonlinearity: str = "leaky_relu",
    generator: Generator | None = None,
) -> Tensor:
    """Fill uniformly from ±gain √(3 / fan), with the gain of the nonlinearity, ``a`` being leaky_relu's slope.

    Raises ValueError for less than two dimensions, another mode than fan_in and fan_out, or an unknown nonlinearity.
    Source: He et al., Delving Deep into Rectifiers, ICCV 2015.

    >>> import autograd, nn
    >>> weight = nn.init.kaiming_uniform_(autograd.empty(2, 4), a=5**0.5)  # Linear's default: ±1/√fan_in
    >>> bool((weight.abs() <= 0.5).all())
    True
    """
    bound = math.sqrt(3) * _kaiming_std("kaiming_uniform_", tensor, a, mode, nonlinearity)
    return uniform_(tensor, -bound, bound, generator)


def kaiming_normal_(
    tensor: Tensor,
    a: float = 0.0,
    mode: str = "fan_in",
    nonlinearity: str = "leaky_relu",
    generator: Generator | None = None,
) -> Tensor:
    """Fill from the normal distribution with standard deviation gain / √fan; see `kaiming_uniform_`.

    >>> import autograd, nn
    >>> nn.init.kaiming_normal_(autograd.empty(2, 4), nonlinearity="relu").shape
    (2, 4)
    """
    return normal_(tensor, 0.0, _kaiming_std("kaiming_normal_", tensor, a, mode, nonlinearity), generator)


def calculate_gain(nonlinearity: str, param: float | None = None) -> float:
    """Return by how much a nonlinearity's inputs should be scaled to keep their variance.

    ``param`` is the slope of leaky_relu, 0.01 if left out. Raises ValueError for an unknown name.

    >>> import nn
    >>> nn.init.calculate_gain("tanh")
    1.6666666666666667
    """
    if nonlinearity == "leaky_relu":
        return math.sqrt(2 / (1 + (0.01 if param is None else param) ** 2))
    gains = {"linear": 1.0, "sigmoid": 1.0, "tanh": 5 / 3, "relu": math.sqrt(2), "selu": 3 / 4}
    gains |= {f"conv{transposed}{n}d": 1.0 for transposed in ("", "_transpose") for n in (1, 2, 3)}
    if nonlinearity not in gains:
        raise ValueError(f"calculate_gain: {nonlinearity!r} is not one of leaky_relu, {', '.join(gains)}")
    return gains[nonlinearity]


def _kaiming_std(name: str, tensor: Tensor, a: float, mode: str, nonlinearity: str) -> float:
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(f'{name}: mode is "fan_in" or "fan_out", got {mode!r}')
    fan_in, fan_out = _fans(name, tensor)
    return calculate_gain(nonlinearity, a) / math.sqrt((fan_in if mode == "fan_in" else fan_out) or 1)


def _fans(name: str, tensor: Tensor) -> tuple[int, int]:
    if tensor.ndim < 2:
        raise ValueError(f"{name}: fan-in and fan-out need at least 2 dimensions, got shape {tensor.shape}")
    receptive = math.prod(tensor.shape[2:])
    return tensor.shape[1] * receptive, tensor.shape[0] * receptive


exports.public(globals())
