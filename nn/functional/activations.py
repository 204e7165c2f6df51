"""Activations: functions that are applied element by element, or along one dimension.

At kinks the derivative is PyTorch's: that of the constant side (relu, hardtanh, the shrinks), or that of the side below
(leaky_relu, prelu, elu). With ``inplace=True`` they change the input itself, and raise RuntimeError if that cannot be:
for a leaf that requires grad, among others.
"""

import warnings
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import numpy as np

from autograd import (
    Generator,
    Tensor,
    chunk,
    hardshrink as hardshrink,
    log_softmax as log_softmax,
    prelu as prelu,
    sigmoid as sigmoid,
    softmax as softmax,
    tanh as tanh,
)
from autograd.core.primitive import named
from autograd.exports import public
from autograd.ops import activation, elementwise
from autograd.random.generator import numpy_generator

from ..signatures import specialized

_P = ParamSpec("_P")
_R = TypeVar("_R")


def _placed(name: str, input: Tensor, result: Any, inplace: bool) -> Tensor:
    """Return ``result``, or if ``inplace`` the input, which takes it over."""
    if not inplace:
        return result
    input._check_in_place(f"{name}_")
    return input._replace(result, f"{name}_")


def _in_place(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """Return the form of a function that changes its input: relu_ for relu, with relu's examples."""
    name = function.__name__
    _, prompt, examples = (function.__doc__ or "").partition(">>>")
    documentation = f"In-place form of `{name}`.\n\n    {prompt}{examples.replace(f'F.{name}(', f'F.{name}_(')}"
    return specialized(function, f"{name}_", documentation, inplace=True)


def relu(input: Tensor, inplace: bool = False) -> Tensor:
    """Return max(x, 0), element by element; the derivative at 0 is 0.

    >>> import autograd, nn.functional as F
    >>> F.relu(autograd.tensor([-1.0, 2.0]))
    tensor([0., 2.])
    """
    return input.relu_() if inplace else elementwise.relu(input)


relu_ = _in_place(relu)


def relu6(input: Tensor, inplace: bool = False) -> Tensor:
    """Return min(max(x, 0), 6), element by element; the derivative at 0 and 6 is 0.

    >>> import autograd, nn.functional as F
    >>> F.relu6(autograd.tensor([-1.0, 2.0, 7.0]))
    tensor([0., 2., 6.])
    """
    return _placed("relu6", input, activation.hardtanh(input, low=0, high=6), inplace)


def leaky_relu(input: Tensor, negative_slope: float = 0.01, inplace: bool = False) -> Tensor:
    """Return x where x > 0 and ``negative_slope`` x elsewhere; the derivative at 0 is ``negative_slope``.

    >>> import autograd, nn.functional as F
    >>> F.leaky_relu(autograd.tensor([-1.0, 2.0]), 0.1)
    tensor([-0.1000,  2.0000])
    """
    return _placed("leaky_relu", input, activation.leaky_relu(input, slope=negative_slope), inplace)


leaky_relu_ = _in_place(leaky_relu)


def rrelu(
    input: Tensor,
    lower: float = 1 / 8,
    upper: float = 1 / 3,
    training: bool = False,
    inplace: bool = False,
    *,
    generator: Generator | None = None,
) -> Tensor:
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
    return _placed("rrelu", input, result, inplace)


rrelu_ = _in_place(rrelu)


def hardtanh(input: Tensor, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False) -> Tensor:
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
    return _placed("hardtanh", input, activation.hardtanh(input, low=min_val, high=max_val), inplace)


hardtanh_ = _in_place(hardtanh)


def hardsigmoid(input: Tensor, inplace: bool = False) -> Tensor:
    """Return x / 6 + 1/2, limited to [0, 1]; the derivative at -3 and 3 is 0.

    >>> import autograd, nn.functional as F
    >>> F.hardsigmoid(autograd.tensor([-4.0, 0.0, 1.5]))
    tensor([0.0000, 0.5000, 0.7500])
    """
    return _placed("hardsigmoid", input, activation.hardsigmoid(input), inplace)


def hardswish(input: Tensor, inplace: bool = False) -> Tensor:
    """Return x hardsigmoid(x) (Howard et al., 2019); the derivative at -3 is 0, at 3 it is 1.

    >>> import autograd, nn.functional as F
    >>> F.hardswish(autograd.tensor([-4.0, 1.5, 5.0]))
    tensor([-0.0000,  1.1250,  5.0000])
    """
    return _placed("hardswish", input, activation.hardswish(input), inplace)


def softshrink(input: Tensor, lambd: float = 0.5) -> Tensor:
    """Return x moved towards 0 by ``lambd``, and 0 where |x| <= lambd, where the derivative is 0 too.

    Raises RuntimeError for a negative ``lambd``.

    >>> import autograd, nn.functional as F
    >>> F.softshrink(autograd.tensor([-2.0, 0.3, 1.0]))
    tensor([-1.5000,  0.0000,  0.5000])
    """
    if not lambd >= 0:
        raise RuntimeError(f"softshrink: lambd is how far to move, 0 or more, got {lambd}")
    return activation.softshrink(input, bound=lambd)


def tanhshrink(input: Tensor) -> Tensor:
    """Return x - tanh x, element by element.

    >>> import autograd, nn.functional as F
    >>> F.tanhshrink(autograd.tensor([0.0, 1.0]))
    tensor([0.0000, 0.2384])
    """
    return input - tanh(input)


def threshold(input: Tensor, threshold: float, value: float, inplace: bool = False) -> Tensor:
    """Return x where x > threshold and ``value`` elsewhere, where the derivative is 0.

    >>> import autograd, nn.functional as F
    >>> F.threshold(autograd.tensor([-1.0, 0.1, 2.0]), 0.1, 20)
    tensor([20., 20.,  2.])
    """
    return _placed("threshold", input, activation.threshold(input, threshold=threshold, value=value), inplace)


threshold_ = _in_place(threshold)


def elu(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Tensor:
    """Return x where x > 0 and alpha (exp(x) - 1) elsewhere (Clevert et al., 2015); the derivative at 0 is alpha.

    >>> import autograd, nn.functional as F
    >>> F.elu(autograd.tensor([-1000.0, 2.0]))
    tensor([-1.,  2.])
    """
    return _placed("elu", input, activation.elu(input, alpha=alpha), inplace)


elu_ = _in_place(elu)


def celu(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Tensor:
    """Return x where x > 0 and alpha (exp(x / alpha) - 1) elsewhere, which is smooth at 0 (Barron, 2017).

    Raises RuntimeError for an ``alpha`` of 0.

    >>> import autograd, nn.functional as F
    >>> F.celu(autograd.tensor([-1000.0, 2.0]), 2.0)
    tensor([-2.,  2.])
    """
    if alpha == 0:
        raise RuntimeError("celu: alpha divides the input and cannot be 0")
    return _placed("celu", input, activation.elu(input, alpha=alpha, rate=1 / alpha), inplace)


celu_ = _in_place(celu)


def selu(input: Tensor, inplace: bool = False) -> Tensor:
    """Return 1.0507 elu(x, 1.6733), which keeps mean 0 and variance 1 from layer to layer (Klambauer et al., 2017).

    >>> import autograd, nn.functional as F
    >>> F.selu(autograd.tensor([-1000.0, 2.0]))
    tensor([-1.7581,  2.1014])
    """
    result = activation.elu(input, alpha=1.6732632423543772848170429916717, scale=1.0507009873554804934193349852946)
    return _placed("selu", input, result, inplace)


selu_ = _in_place(selu)


def gelu(input: Tensor, approximate: str = "none") -> Tensor:
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


def silu(input: Tensor, inplace: bool = False) -> Tensor:
    """Return x sigmoid(x), element by element; also called swish.

    >>> import autograd, nn.functional as F
    >>> F.silu(autograd.tensor([-1000.0, 2.0]))
    tensor([-0.0000,  1.7616])
    """
    return _placed("silu", input, input * sigmoid(input), inplace)


def mish(input: Tensor, inplace: bool = False) -> Tensor:
    """Return x tanh(log(1 + exp(x))), element by element (Misra, 2019).

    >>> import autograd, nn.functional as F
    >>> F.mish(autograd.tensor([-1000.0, 2.0]))
    tensor([-0.0000,  1.9440])
    """
    return _placed("mish", input, activation.mish(input), inplace)


def softplus(input: Tensor, beta: float = 1.0, threshold: float = 20.0) -> Tensor:
    """Return log(1 + exp(beta x)) / beta, and x itself where beta x > threshold.

    >>> import autograd, nn.functional as F
    >>> F.softplus(autograd.tensor([-1000.0, 0.0, 1000.0]))
    tensor([0.0000e+00, 6.9315e-01, 1.0000e+03])
    """
    return activation.softplus(input, beta=beta, threshold=threshold)


logsigmoid = named(activation.logsigmoid)
softsign = named(activation.softsign)


def softmin(input: Tensor, dim: int | None = None, *, dtype: Any = None) -> Tensor:
    """Return softmax(-x) along ``dim``.

    >>> import autograd, nn.functional as F
    >>> F.softmin(autograd.tensor([1000.0, 1000.0]), dim=0)
    tensor([0.5000, 0.5000])
    """
    return softmax(-input, dim, dtype=dtype)


def gumbel_softmax(
    logits: Tensor,
    tau: float = 1.0,
    hard: bool = False,
    eps: float = 1e-10,
    dim: int = -1,
    *,
    generator: Generator | None = None,
) -> Tensor:
    """Return a random choice along ``dim``, with the probabilities softmax(logits), that has a gradient.

    softmax((logits + noise) / tau), with noise from the Gumbel distribution; the lower ``tau``, the closer to a choice
    of one. With ``hard`` the result is one-hot, and the gradient that of the soft one. ``eps`` has no effect. Source:
    Jang et al., Categorical Reparameterization with Gumbel-Softmax, ICLR 2017. Raises NotImplementedError for integers.

    >>> import autograd, nn.functional as F
    >>> F.gumbel_softmax(autograd.tensor([0.0, 100.0]), hard=True)
    tensor([0., 1.])
    """
    if eps != 1e-10:
        warnings.warn("gumbel_softmax: eps has no effect", stacklevel=2)
    if logits.dtype.kind != "f":
        raise NotImplementedError(f"gumbel_softmax: needs floating-point logits, got {logits.dtype}")
    precision: Any = np.float32 if logits.dtype.itemsize < 8 else np.float64
    drawn = numpy_generator(generator).standard_exponential(logits.shape, precision)
    noise = -np.log(np.maximum(drawn, np.finfo(drawn.dtype).tiny))
    soft = softmax((logits + noise.astype(logits.dtype)) / tau, dim)
    if not hard:
        return soft
    chosen = soft.detach().numpy()
    one_hot = np.zeros_like(chosen)
    np.put_along_axis(one_hot, chosen.argmax(dim, keepdims=True), 1, dim)
    return soft + (one_hot - chosen)


def glu(input: Tensor, dim: int = -1) -> Tensor:
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


public(globals(), "hardshrink", "log_softmax", "prelu", "sigmoid", "softmax", "tanh")
