"""Gradient descent."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from .optimizer import Optimizer, blocks, zeros


class SGD(Optimizer):
    """Gradient descent with momentum.

    With the gradient g and the parameter p::

        d = g + weight_decay p
        v = momentum v + (1 - dampening) d       (d itself on the first step)
        p = p - lr v                             (nesterov: p - lr (d + momentum v); no momentum: p - lr d)

    ``maximize`` uses -g. Raises ValueError for negative settings, and for nesterov without momentum or with dampening.
    Source: Sutskever et al., On the importance of initialization and momentum in deep learning, ICML 2013, in PyTorch's
    form, which applies the learning rate after the momentum.

    >>> import autograd, nn
    >>> p = nn.Parameter(autograd.tensor([1.0]))
    >>> (p * p).sum().backward()
    >>> nn.optim.SGD([p], lr=0.1).step()
    >>> p
    Parameter containing:
    tensor([0.8000], requires_grad=True)
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 1e-3,
        momentum: float = 0.0,
        dampening: float = 0.0,
        weight_decay: float = 0.0,
        nesterov: bool = False,
        *,
        maximize: bool = False,
    ) -> None:
        settings = {"lr": lr, "momentum": momentum, "dampening": dampening, "weight_decay": weight_decay}
        super().__init__(params, {**settings, "nesterov": nesterov, "maximize": maximize})

    def _check(self, group: dict[str, Any]) -> None:
        super()._check(group)
        if group["nesterov"] and (group["momentum"] <= 0 or group["dampening"] != 0):
            raise ValueError("SGD: nesterov needs a momentum greater than 0 and no dampening")

    def _update(self, parameter: Any, gradient: Any, state: dict[str, Any], group: dict[str, Any]) -> None:
        lr, momentum, decay = float(group["lr"]), float(group["momentum"]), float(group["weight_decay"])
        undamped = 1 - float(group["dampening"])
        if not momentum:
            for p, g in blocks(parameter, gradient):
                d = _descent(g, p, decay, group)
                p -= np.multiply(d, lr, out=self._scratch(p))
            return
        if "momentum_buffer" not in state:
            state["momentum_buffer"], undamped = zeros(parameter), 1.0
        for p, g, v in blocks(parameter, gradient, state["momentum_buffer"]._array):
            d = _descent(g, p, decay, group)
            v *= momentum
            v += undamped * d
            p -= np.multiply(d + momentum * v if group["nesterov"] else v, lr, out=self._scratch(p))


def _descent(g: Any, p: Any, decay: float, group: dict[str, Any]) -> Any:
    """Return the gradient of what is to become smaller: g or -g, and the penalty on p."""
    if group["maximize"]:
        g = -g
    return g + decay * p if decay else g
