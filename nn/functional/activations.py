"""Activations: functions that are applied element by element, or along one dimension.

At kinks the derivative is PyTorch's: that of the constant side (relu, hardtanh, the shrinks), or that of the side below
(leaky_relu, prelu, elu). With ``inplace=True`` they change the input itself.
"""

from typing import Any

import numpy as np

from autograd import Generator, Tensor, chunk, hardshrink, log_softmax, prelu, sigmoid, softmax, tanh
from autograd.ops import activation, elementwise
from autograd.random.generator import numpy_generator

__all__ = [
    "celu",
    "elu",
    "gelu",
    "glu",
    "hardshrink",
    "hardsigmoid",
    "hardswish",
    "hardtanh",
    "leaky_relu",
    "log_softmax",
    "logsigmoid",
    "mish",
    "prelu",
    "relu",
    "relu6",
    "rrelu",
    "selu",
    "sigmoid",
    "silu",
    "softmax",
    "softmin",
    "softplus",
    "softshrink",
    "softsign",
    "tanh",
    "tanhshrink",
    "threshold",
]


def _given(name: str, input: Tensor, result: Any, inplace: bool) -> Any:
    """Return ``result``, or the input, which takes it over."""
    if not inplace:
        return result
    input._check_in_place(f"{name}_")
    return input._replace(result, f"{name}_")


def relu(input: Tensor, inplace: bool = False) -> Any:
    """Return max(x, 0), element by element; the derivative at 0 is 0.

    >>> import autograd, nn.functional as F
    >>> F.relu(autograd.tensor([-1.0, 2.0]))
    tensor([0., 2.])
    """
    return input.relu_() if inplace else elementwise.relu(input)


def relu6(input: Tensor, inplace: bool = False) -> Any:
    """Return min(max(x, 0), 6), element by element; the derivative at 0 and 6 is 0.

    >>> import autograd, nn.functional as F
    >>> F.relu6(autograd.tensor([-1.0, 2.0, 7.0]))
    tensor([0., 2., 6.])
    """
    return _given("relu6", input, activation.hardtanh(input, low=0, high=6), inplace)


def leaky_relu(input: Tensor, negative_slope: float = 0.01, inplace: bool = False) -> Any:
    """Return x where x > 0 and ``negative_slope`` x elsewhere; the derivative at 0 is ``negative_slope``.

    >>> import autograd, nn.functional as F
    >>> F.leaky_relu(autograd.tensor([-1.0, 2.0]), 0.1)
    tensor([-0.1000,  2.0000])
    """
    return _given("leaky_relu", input, activation.leaky_relu(input, slope=negative_slope), inplace)


def rrelu(
    input: Tensor,
    lower: float = 1 / 8,
    upper: float = 1 / 3,
    training: bool = False,
    inplace: bool = False,
    *,
    generator: Generator | None = None,
) -> Any:
    """Return x where x > 0 and r x elsewhere, with r drawn for each element uniformly from [lower, upper).

    Unless ``training``, r is the mean of the two (Xu et al., 2015). Raises ValueError if lower > upper.

    >>> import autograd, nn.functional as F
    >>> F.rrelu(autograd.tensor([-1.0, 2.0]), 0.1, 0.3)
    tensor([-0.2000,  2.0000])
    """
    if not lower <= upper:
        raise ValueError(f"rrelu: slopes are drawn from lower to upper, got {lower} and {upper}")
    if training:
        drawn = numpy_generator(generator).uniform(lower, upper, input.shape)
        result = activation.prelu(input, np.asarray(drawn, input.dtype))
    else:
        result = activation.leaky_relu(input, slope=(lower + upper) / 2)
    return _given("rrelu", input, result, inplace)


def hardtanh(input: Tensor, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False) -> Any:
    """Return x limited to [min_val, max_val]; unlike `clamp`'s, the derivative at the bounds is 0.

    Raises ValueError if min_val > max_val.

    >>> import autograd, nn.functional as F
    >>> F.hardtanh(autograd.tensor([-2.0, 0.5]))
    tensor([-1.0000,  0.5000])
    """
    if min_val > max_val:
        raise ValueError(f"hardtanh: min_val is not greater than max_val, got {min_val} and {max_val}")
    if input.dtype.kind in "iu":  # stay so
        min_val, max_val = int(min_val), int(max_val)
    return _given("hardtanh", input, activation.hardtanh(input, low=min_val, high=max_val), inplace)


def hardsigmoid(input: Tensor, inplace: bool = False) -> Any:
    """Return x / 6 + 1/2, limited to [0, 1]; the derivative at -3 and 3 is 0.

    >>> import autograd, nn.functional as F
    >>> F.hardsigmoid(autograd.tensor([-4.0, 0.0, 1.5]))
    tensor([0.0000, 0.5000, 0.7500])
    """
    return _given("hardsigmoid", input, activation.hardsigmoid(input), inplace)


def hardswish(input: Tensor, inplace: bool = False) -> Any:
    """Return x hardsigmoid(x) (Howard et al., 2019); the derivative at -3 is 0, at 3 it is 1.

    >>> import autograd, nn.functional as F
    >>> F.hardswish(autograd.tensor([-4.0, 1.5, 5.0]))
    tensor([-0.0000,  1.1250,  5.0000])
    """
    return _given("hardswish", input, activation.hardswish(input), inplace)


def softshrink(input: Tensor, lambd: float = 0.5) -> Any:
    """Return x moved towards 0 by ``lambd``, and 0 where |x| <= lambd, where the derivative is 0 too.

    Raises RuntimeError for a negative ``lambd``.

    >>> import autograd, nn.functional as F
    >>> F.softshrink(autograd.tensor([-2.0, 0.3, 1.0]))
    tensor([-1.5000,  0.0000,  0.5000])
    """
    if not lambd >= 0:
        raise RuntimeError(f"softshrink: lambd is how far to move, 0 or more, got {lambd}")
    return activation.softshrink(input, bound=lambd)


def tanhshrink(input: Tensor) -> Any:
    """Return x - tanh x, element by element.

    >>> import autograd, nn.functional as F
    >>> F.tanhshrink(autograd.tensor([0.0, 1.0]))
    tensor([0.0000, 0.2384])
    """
    return input - tanh(input)


def threshold(input: Tensor, threshold: float, value: float, inplace: bool = False) -> Any:
    """Return x where x > threshold and ``value`` elsewhere, where the derivative is 0.

    >>> import autograd, nn.functional as F
    >>> F.threshold(autograd.tensor([-1.0, 0.1, 2.0]), 0.1, 20)
    tensor([20., 20.,  2.])
    """
    return _given("threshold", input, activation.threshold(input, threshold=threshold, value=value), inplace)


def elu(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Any:
    """Return x where x > 0 and alpha (exp(x) - 1) elsewhere (Clevert et al., 2015); the derivative at 0 is alpha.

    >>> import autograd, nn.functional as F
    >>> F.elu(autograd.tensor([-1000.0, 2.0]))
    tensor([-1.,  2.])
    """
    return _given("elu", input, activation.elu(input, alpha=alpha), inplace)


def celu(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Any:
    """Return x where x > 0 and alpha (exp(x / alpha) - 1) elsewhere, which is smooth at 0 (Barron, 2017).

    Raises RuntimeError for an ``alpha`` of 0.

    >>> import autograd, nn.functional as F
    >>> F.celu(autograd.tensor([-1000.0, 2.0]), 2.0)
    tensor([-2.,  2.])
    """
    if alpha == 0:
        raise RuntimeError("celu: alpha divides the input and cannot be 0")
    return _given("celu", input, activation.elu(input, alpha=alpha, rate=1 / alpha), inplace)


def selu(input: Tensor, inplace: bool = False) -> Any:
    """Return 1.0507 elu(x, 1.6733), which keeps mean 0 and variance 1 from layer to layer (Klambauer et al., 2017).

    >>> import autograd, nn.functional as F
    >>> F.selu(autograd.tensor([-1000.0, 2.0]))
    tensor([-1.7581,  2.1014])
    """
    result = activation.elu(input, alpha=1.6732632423543772848170429916717, scale=1.0507009873554804934193349852946)
    return _given("selu", input, result, inplace)


def gelu(input: Tensor, approximate: str = "none") -> Any:
    """Return x Φ(x), with the normal distribution's cumulative distribution function Φ (Hendrycks & Gimpel, 2016).

    ``approximate="tanh"`` takes (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2 for Φ(x). Raises RuntimeError for another one.

    >>> import autograd, nn.functional as F
    >>> F.gelu(autograd.tensor([-1.0, 2.0]))
    tensor([-0.1587,  1.9545])
    """
    if approximate == "none":
        return input * activation.normal_cdf(input)
    if approximate == "tanh":
        return activation.gelu_tanh(input)
    raise RuntimeError(f'gelu: approximate is "none" or "tanh", got {approximate!r}')


def silu(input: Tensor, inplace: bool = False) -> Any:
    """Return x sigmoid(x), element by element; also called swish.

    >>> import autograd, nn.functional as F
    >>> F.silu(autograd.tensor([-1000.0, 2.0]))
    tensor([-0.0000,  1.7616])
    """
    return _given("silu", input, input * sigmoid(input), inplace)


def mish(input: Tensor, inplace: bool = False) -> Any:
    """Return x tanh(log(1 + exp(x))), element by element (Misra, 2019).

    >>> import autograd, nn.functional as F
    >>> F.mish(autograd.tensor([-1000.0, 2.0]))
    tensor([-0.0000,  1.9440])
    """
    return _given("mish", input, activation.mish(input), inplace)


def softplus(input: Tensor, beta: float = 1.0, threshold: float = 20.0) -> Any:
    """Return log(1 + exp(beta x)) / beta, and x itself where beta x > threshold.

    >>> import autograd, nn.functional as F
    >>> F.softplus(autograd.tensor([-1000.0, 0.0, 1000.0]))
    tensor([0.0000e+00, 6.9315e-01, 1.0000e+03])
    """
    return activation.softplus(input, beta=beta, threshold=threshold)


def logsigmoid(input: Tensor) -> Any:
    """Return log sigmoid(x), without overflow.

    >>> import autograd, nn.functional as F
    >>> F.logsigmoid(autograd.tensor([-1000.0, 0.0]))
    tensor([-1.0000e+03, -6.9315e-01])
    """
    return activation.logsigmoid(input)


def softsign(input: Tensor) -> Any:
    """Return x / (1 + |x|), element by element.

    >>> import autograd, nn.functional as F
    >>> F.softsign(autograd.tensor([-1.0, 3.0]))
    tensor([-0.5000,  0.7500])
    """
    return activation.softsign(input)


def softmin(input: Tensor, dim: int | None = None, *, dtype: Any = None) -> Any:
    """Return softmax(-x) along ``dim``.

    >>> import autograd, nn.functional as F
    >>> F.softmin(autograd.tensor([1000.0, 1000.0]), dim=0)
    tensor([0.5000, 0.5000])
    """
    return softmax(-input, dim, dtype=dtype)


def glu(input: Tensor, dim: int = -1) -> Any:
    """Return a sigmoid(b), for the halves a and b of the input along ``dim`` (Dauphin et al., 2016).

    Raises RuntimeError for an odd size.

    >>> import autograd, nn.functional as F
    >>> F.glu(autograd.tensor([1.0, 2.0, 0.0, 1000.0]))
    tensor([0.5000, 2.0000])
    """
    if not input.ndim:
        raise RuntimeError("glu: the input is cut in halves and needs a dimension, got shape ()")
    if input.shape[dim] % 2:
        raise RuntimeError(
            f"glu: the input is cut in halves along dim, but dimension {dim} of {tuple(input.shape)} is odd"
        )
    value, gate = chunk(input, 2, dim)
    return value * sigmoid(gate)
