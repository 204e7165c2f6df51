"""Adam, which scales every parameter's step by its gradients' recent size."""

import math
from collections.abc import Iterable
from typing import Any

import numpy as np

from .optimizer import Optimizer, blocks, zeros


class Adam(Optimizer):
    """Adam: steps along a running mean of the gradient, divided by a running root mean square.

    With the gradient g, the parameter p and the number t of the step::

        g = g + weight_decay p
        m = β₁ m + (1 - β₁) g
        v = β₂ v + (1 - β₂) g²
        p = p - lr m̂ / (√v̂ + eps)               with m̂ = m / (1 - β₁ᵗ), v̂ = v / (1 - β₂ᵗ)

    ``amsgrad`` uses the largest v so far. ``maximize`` uses -g. Raises ValueError for negative settings and for betas
    outside [0, 1). Source: Kingma & Ba, Adam: A Method for Stochastic Optimization, ICLR 2015; amsgrad: Reddi et al.,
    On the Convergence of Adam and Beyond, ICLR 2018.

    >>> import autograd, nn
    >>> p = nn.Parameter(autograd.tensor([1.0]))
    >>> (p * p).sum().backward()
    >>> nn.optim.Adam([p], lr=0.1).step()
    >>> p
    Parameter containing:
    tensor([0.9000], requires_grad=True)
    """

    _decoupled = False

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0.0,
        amsgrad: bool = False,
        *,
        maximize: bool = False,
    ) -> None:
        settings = {"lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay}
        super().__init__(params, {**settings, "amsgrad": amsgrad, "maximize": maximize})

    def _check(self, group: dict[str, Any]) -> None:
        super()._check(group)
        for beta in group["betas"]:
            if not 0 <= beta < 1:
                raise ValueError(f"{type(self).__name__}: betas are from 0 to below 1, got {group['betas']}")

    def _update(self, parameter: Any, gradient: Any, state: dict[str, Any], group: dict[str, Any]) -> None:
        lr, eps, decay = float(group["lr"]), float(group["eps"]), float(group["weight_decay"])
        beta1, beta2 = group["betas"]
        if not state:
            state.update(step=0, exp_avg=zeros(parameter), exp_avg_sq=zeros(parameter))
            if group["amsgrad"]:
                state["max_exp_avg_sq"] = zeros(parameter)
        state["step"] += 1
        # m̂ / (√v̂ + eps) = m / (√v + eps r) · r / (1 - β₁ᵗ) with r = √(1 - β₂ᵗ): two numbers correct whole arrays.
        root = math.sqrt(1 - beta2 ** state["step"])
        rate = lr * root / (1 - beta1 ** state["step"])
        mean, square = state["exp_avg"]._array, state["exp_avg_sq"]._array
        largest = state["max_exp_avg_sq"]._array if group["amsgrad"] else square
        for p, g, m, v, top in blocks(parameter, gradient, mean, square, largest):
            if group["maximize"]:
                g = -g
            if decay and self._decoupled:
                p *= 1 - lr * decay
            elif decay:
                g = g + decay * p
            scratch = np.multiply(g, 1 - beta1, out=self._scratch(p))
            m *= beta1
            m += scratch
            np.multiply(g, g, out=scratch)
            scratch *= 1 - beta2
            v *= beta2
            v += scratch
            if group["amsgrad"]:
                np.maximum(top, v, out=top)
            np.sqrt(top, out=scratch)
            scratch += eps * root
            np.divide(m, scratch, out=scratch)
            scratch *= rate
            p -= scratch


class AdamW(Adam):
    """Adam with decoupled weight decay: p shrinks by lr · weight_decay · p, outside of the running means.

    Otherwise as `Adam`. Source: Loshchilov & Hutter, Decoupled Weight Decay Regularization, ICLR 2019.

    >>> import autograd, nn
    >>> p = nn.Parameter(autograd.tensor([1.0]))
    >>> p.grad = autograd.tensor([0.0])
    >>> nn.optim.AdamW([p], lr=0.1).step()
    >>> p
    Parameter containing:
    tensor([0.9990], requires_grad=True)
    """

    _decoupled = True

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 1e-2,
        amsgrad: bool = False,
        *,
        maximize: bool = False,
    ) -> None:
        super().__init__(params, lr, betas, eps, weight_decay, amsgrad, maximize=maximize)
