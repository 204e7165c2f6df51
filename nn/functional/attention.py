"""Attention, and choices that are differentiable."""

import math
import warnings
from typing import Any

import numpy as np

from autograd import Generator, Tensor, softmax
from autograd.ops import attention as ops
from autograd.ops import shape as shaping
from autograd.random import numbers

from .dropouts import dropout

__all__ = ["gumbel_softmax", "scaled_dot_product_attention"]


def scaled_dot_product_attention(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attn_mask: Tensor | None = None,
    dropout_p: float = 0.0,
    is_causal: bool = False,
    *,
    scale: float | None = None,
    enable_gqa: bool = False,
    generator: Generator | None = None,
) -> Any:
    """Return softmax(q kᵀ scale + mask) v: for every query the values, weighted by how well their keys fit.

    Shapes: query (..., L, E), key (..., S, E), value (..., S, V), result (..., L, V); the mask broadcasts to (..., L,
    S). A mask of booleans is true where a query may look, one of numbers is added; with ``is_causal`` query i looks at
    the keys up to i, of those the mask lets through. A query without keys gets zeros. ``scale`` is by default 1/√E.
    Weights are left out with probability ``dropout_p``: there is no training mode, pass 0 outside of it. With
    ``enable_gqa`` key and value may have fewer heads, dimension -3, each of which serves as many query heads.
    Source: Vaswani et al., Attention Is All You Need, NIPS 2017.

    Raises RuntimeError for shapes and dtypes that do not fit and a probability outside of [0, 1].

    >>> import autograd, nn.functional as F
    >>> query, key = autograd.tensor([[1000.0, 0.0]]), autograd.tensor([[1.0, 0.0], [0.0, 1.0]])
    >>> F.scaled_dot_product_attention(query, key, autograd.tensor([[1.0], [2.0]]))
    tensor([[1.]])
    """
    _check(query, key, value, attn_mask, dropout_p)
    if enable_gqa:
        key, value = _for_all_heads(query, key), _for_all_heads(query, value)
    factor = 1 / math.sqrt(query.shape[-1]) if scale is None else scale
    scores = (query * factor) @ key.mT
    if attn_mask is not None:
        scores = scores + (_added(attn_mask.numpy(), query.dtype) if attn_mask.dtype.kind == "b" else attn_mask)
    if is_causal:
        scores = scores + _added(np.tri(*scores.shape[-2:], dtype=bool), query.dtype)
    weights = softmax(scores, -1) if attn_mask is None else ops.softmax_or_zero(scores, axis=-1)
    return dropout(weights, dropout_p, generator=generator) @ value


def _check(query: Any, key: Any, value: Any, mask: Any, p: float) -> None:
    name, shapes = "scaled_dot_product_attention", [tuple(x.shape) for x in (query, key, value)]
    if min(map(len, shapes)) < 2:
        raise RuntimeError(f"{name}: query, key and value have two dimensions or more, got shapes {shapes}")
    if shapes[0][-1] != shapes[1][-1] or shapes[1][-2] != shapes[2][-2]:
        raise RuntimeError(
            f"{name}: query (..., L, E), key (..., S, E) and value (..., S, V) do not fit together, got shapes {shapes}"
        )
    if not query.dtype == key.dtype == value.dtype or query.dtype.kind != "f":
        raise RuntimeError(
            f"{name}: query, key and value are of one floating-point dtype, got {query.dtype}, {key.dtype} and "
            f"{value.dtype}"
        )
    if mask is not None and mask.dtype.kind != "b" and mask.dtype != query.dtype:
        raise RuntimeError(f"{name}: attn_mask is of booleans or of the query's {query.dtype}, got {mask.dtype}")
    if not 0 <= p <= 1:
        raise RuntimeError(f"{name}: dropout_p is a probability, from 0 to 1, got {p}")


def _added(allowed: Any, dtype: Any) -> Any:
    """Return what to add to scores: nothing where allowed, -inf elsewhere."""
    return np.where(allowed, dtype.type(0), dtype.type(-np.inf))


def _for_all_heads(query: Any, x: Any) -> Any:
    """Return x with each head repeated, to have as many as the query."""
    heads, own = query.shape[-3], x.shape[-3]
    if not own or heads % own:
        raise RuntimeError(
            f"scaled_dot_product_attention: {own} heads of key or value do not divide {heads} heads of the query"
        )
    *batch, rows, columns = x.shape
    repeated = shaping.broadcast_to(x.unsqueeze(-3), shape=(*batch, heads // own, rows, columns))
    return repeated.reshape((*batch[:-1], heads, rows, columns))


def gumbel_softmax(
    logits: Tensor,
    tau: float = 1.0,
    hard: bool = False,
    eps: float = 1e-10,
    dim: int = -1,
    *,
    generator: Generator | None = None,
) -> Any:
    """Return a random choice along ``dim``, with the probabilities softmax(logits), that has a gradient.

    softmax((logits + noise) / tau), with noise from the Gumbel distribution; the lower ``tau``, the closer to a choice
    of one. With ``hard`` the result is one-hot, and the gradient that of the soft one. ``eps`` has no effect. Source:
    Jang et al., Categorical Reparameterization with Gumbel-Softmax, ICLR 2017.

    >>> import autograd, nn.functional as F
    >>> F.gumbel_softmax(autograd.tensor([0.0, 100.0]), hard=True)
    tensor([0., 1.])
    """
    if eps != 1e-10:
        warnings.warn("gumbel_softmax: eps has no effect", stacklevel=2)
    if logits.dtype.kind != "f":
        raise NotImplementedError(f"gumbel_softmax: needs floating-point logits, got {logits.dtype}")
    precision: Any = np.float32 if logits.dtype.itemsize < 8 else np.float64
    drawn = numbers(generator).standard_exponential(logits.shape, precision)
    noise = -np.log(np.maximum(drawn, np.finfo(drawn.dtype).tiny))
    soft = softmax((logits + noise.astype(logits.dtype)) / tau, dim)
    if not hard:
        return soft
    chosen = soft.detach().numpy()
    one_hot = np.zeros_like(chosen)
    np.put_along_axis(one_hot, chosen.argmax(dim, keepdims=True), 1, dim)
    return soft + (one_hot - chosen)
