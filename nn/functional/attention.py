"""Attention."""

import math
from typing import Any

import numpy as np

from autograd import Generator, Tensor, softmax
from autograd.exports import public
from autograd.ops import shape as shaping
from autograd.ops.softmax import softmax_or_zero

from .affine import linear
from .dropouts import dropout


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
) -> Tensor:
    """Return softmax(q kᵀ scale + mask) v: for every query the values, weighted by how well their keys fit.

    Shapes: query (..., L, E), key (..., S, E), value (..., S, V), result (..., L, V); the mask broadcasts to (..., L,
    S). A boolean mask is true where a query may look, a mask of numbers is added. With ``is_causal``, query i sees the
    keys up to i only, as far as the mask lets it. A query without keys gets zeros. ``scale`` is by default 1/√E.
    Weights are left out with probability ``dropout_p``, whether in training or not: pass 0 otherwise. With
    ``enable_gqa``, key and value may have fewer heads, in dimension -3; each of them serves the same number of query
    heads. Source: Vaswani et al., Attention Is All You Need, NIPS 2017.

    Raises RuntimeError for shapes and dtypes that do not fit, and for a probability outside of [0, 1].

    >>> import autograd, nn.functional as F
    >>> query, key = autograd.tensor([[1000.0, 0.0]]), autograd.tensor([[1.0, 0.0], [0.0, 1.0]])
    >>> F.scaled_dot_product_attention(query, key, autograd.tensor([[1.0], [2.0]]))
    tensor([[1.]])
    """
    _check(query, key, value, attn_mask, dropout_p)
    if enable_gqa:
        key, value = _for_all_heads(query, key), _for_all_heads(query, value)
    factor = 1 / math.sqrt(max(query.shape[-1], 1)) if scale is None else scale
    scores = (query * factor) @ key.mT
    if attn_mask is not None:
        scores = scores + (_added(attn_mask.numpy(), query.dtype) if attn_mask.dtype.kind == "b" else attn_mask)
    if is_causal:
        scores = scores + _added(np.tri(*scores.shape[-2:], dtype=bool), query.dtype)
    weights = softmax(scores, -1) if attn_mask is None else softmax_or_zero(scores, axis=-1)
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


def multi_head_attention_forward(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    embed_dim_to_check: int,
    num_heads: int,
    in_proj_weight: Tensor | None,
    in_proj_bias: Tensor | None,
    bias_k: Tensor | None,
    bias_v: Tensor | None,
    add_zero_attn: bool,
    dropout_p: float,
    out_proj_weight: Tensor,
    out_proj_bias: Tensor | None,
    training: bool = True,
    key_padding_mask: Tensor | None = None,
    need_weights: bool = True,
    attn_mask: Tensor | None = None,
    use_separate_proj_weight: bool = False,
    q_proj_weight: Tensor | None = None,
    k_proj_weight: Tensor | None = None,
    v_proj_weight: Tensor | None = None,
    static_k: Tensor | None = None,
    static_v: Tensor | None = None,
    average_attn_weights: bool = True,
    is_causal: bool = False,
    *,
    generator: Generator | None = None,
) -> tuple[Tensor, Tensor | None]:
    """Return the attention of several heads, each with its projections, and if ``need_weights`` the weights, or None.

    Shapes: query (L, N, E), key and value (S, N, E), or without N; result (L, N, E), weights (N, L, S), the average
    over heads, or (N, heads, L, S) without ``average_attn_weights``. The projections of query, key and value are one
    ``in_proj_weight`` (3E, E), or with ``use_separate_proj_weight`` three, whose inputs may have other sizes;
    ``in_proj_bias`` (3E,) is that of all three. ``bias_k`` and ``bias_v`` (1, 1, E) are one more key and value, as are
    zeros with ``add_zero_attn``; ``static_k`` and ``static_v`` (N heads, S, E / heads) replace the projected ones.

    Masks are additive, or true where a query must *not* look (`scaled_dot_product_attention` means the opposite):
    ``key_padding_mask`` (N, S), ``attn_mask`` (L, S) or (N heads, L, S). ``is_causal`` says that the attn_mask, which
    must be given, is the causal one, so that it need not be read. A query without keys gets zeros.

    Raises AssertionError for shapes and masks that do not fit together, as PyTorch does; RuntimeError for the shape of
    an attn_mask, and for is_causal without one.

    >>> import autograd, nn.functional as F
    >>> x, eye = autograd.eye(2).reshape(2, 1, 2), autograd.eye(2)
    >>> out, weights = F.multi_head_attention_forward(
    ...     x, x, x, 2, 1, autograd.cat([eye, eye, eye]), None, None, None, False, 0.0, eye, None
    ... )
    >>> out.shape, weights.shape
    ((2, 1, 2), (1, 2, 2))
    """
    name = "multi_head_attention_forward"
    batched = _check_heads(query, key, value, key_padding_mask, embed_dim_to_check, num_heads, use_separate_proj_weight)
    together = query is key and key is value
    if not batched:
        query, key, value = (x.unsqueeze(1) for x in (query, key, value))
    length, batch, size = query.shape
    if is_causal and attn_mask is None:
        raise RuntimeError(f"{name}: is_causal says what the attn_mask is, which must be given too")
    mask = _heads_mask(attn_mask, (batch, num_heads, length, key.shape[0]), query.dtype)
    padding = _excluded(key_padding_mask, "key_padding_mask", query.dtype)
    weights = (q_proj_weight, k_proj_weight, v_proj_weight) if use_separate_proj_weight else in_proj_weight
    q, k, v = _projected((query, key, value), weights, in_proj_bias, together)
    if (bias_k is None) != (bias_v is None) or (bias_k is not None and (static_k is not None or static_v is not None)):
        raise AssertionError(f"{name}: bias_k and bias_v are given together, and not with static_k and static_v")
    if bias_k is not None and bias_v is not None:
        k, v = (shaping.concatenate(x, b.expand(1, batch, size)) for x, b in ((k, bias_k), (v, bias_v)))
    q, k, v = (_by_head(x, num_heads) for x in (q, k, v))
    k, v = (
        given if fixed is None else _fixed(fixed, what, given)
        for given, fixed, what in ((k, static_k, "static_k"), (v, static_v, "static_v"))
    )
    if add_zero_attn:
        zero = np.zeros((batch, num_heads, 1, q.shape[3]), query.dtype)
        k, v = (shaping.concatenate(x, zero, axis=2) for x in (k, v))
    mask, padding = (_for_more_keys(x, k.shape[2]) for x in (mask, padding))
    if padding is not None:
        expected = (batch, k.shape[2]) if batched else (k.shape[2],)
        if padding.shape != expected:
            raise AssertionError(
                f"{name}: key_padding_mask, with what was added to it, has shape {expected}, got {tuple(padding.shape)}"
            )
        padding = padding.reshape((batch, 1, 1, k.shape[2]))
        mask = padding if mask is None else mask + padding
    p = dropout_p if training else 0.0
    if need_weights:
        scores = (q * (1 / math.sqrt(q.shape[3]))) @ k.mT
        shares = dropout(_softmax(scores, mask), p, generator=generator)
        out = shares @ v
    else:
        causal = is_causal and key_padding_mask is None
        out = scaled_dot_product_attention(q, k, v, None if causal else mask, p, is_causal=causal, generator=generator)
    out = linear(out.permute(2, 0, 1, 3).reshape((length, batch, size)), out_proj_weight, out_proj_bias)
    out = out if batched else out.squeeze(1)
    if not need_weights:
        return out, None
    shares = shares.mean(1) if average_attn_weights else shares
    return out, shares if batched else shares.squeeze(0)


def _softmax(scores: Any, mask: Any) -> Any:
    return softmax(scores, -1) if mask is None else softmax_or_zero(scores + mask, axis=-1)


def _check_heads(query: Any, key: Any, value: Any, padding: Any, size: int, heads: int, separate: bool) -> bool:
    """Return whether there is a dimension of the batch."""
    name, shapes = "multi_head_attention_forward", [tuple(x.shape) for x in (query, key, value)]
    ndim = len(shapes[0])
    if ndim not in (2, 3) or len(shapes[1]) != ndim or len(shapes[2]) != ndim:
        raise AssertionError(f"{name}: query, key and value have shapes (L, N, E), or all of them (L, E), got {shapes}")
    if padding is not None and len(padding.shape) != ndim - 1:
        raise AssertionError(
            f"{name}: key_padding_mask has shape (N, S), or (S,) without a batch, got {tuple(padding.shape)}"
        )
    if shapes[0][-1] != size or size % heads:
        raise AssertionError(
            f"{name}: the query has {size} features, which {heads} heads share evenly, got {shapes[0][-1]}"
        )
    if shapes[1] != shapes[2] and not (separate and shapes[1][:-1] == shapes[2][:-1]):
        raise AssertionError(f"{name}: key and value are of one shape, got {shapes[1]} and {shapes[2]}")
    return ndim == 3


def _excluded(mask: Any, what: str, dtype: Any) -> Any:
    """Return a mask, if of booleans that say what to leave out, as numbers to add."""
    if mask is None or mask.dtype.kind == "f":
        return mask
    if mask.dtype.kind != "b":
        raise AssertionError(f"multi_head_attention_forward: {what} is of booleans or numbers to add, got {mask.dtype}")
    return Tensor(_added(~mask.numpy(), dtype))


def _heads_mask(mask: Any, shape: tuple[int, int, int, int], dtype: Any) -> Any:
    """Return the mask of attention to be added to scores of a shape (batch, heads, length, keys)."""
    if mask is None:
        return None
    batch, heads, length, keys = shape
    if tuple(mask.shape) not in ((length, keys), (batch * heads, length, keys)):
        raise RuntimeError(
            f"multi_head_attention_forward: attn_mask has shape {(length, keys)} or {(batch * heads, length, keys)}, "
            f"got {tuple(mask.shape)}"
        )
    mask = _excluded(mask, "attn_mask", dtype)
    return mask if len(mask.shape) == 2 else mask.reshape(shape)


def _projected(tensors: Any, weights: Any, bias: Any, together: bool) -> Any:
    """Return query, key and value times their weights: in one product if they are one tensor."""
    if weights is None or (isinstance(weights, tuple) and any(w is None for w in weights)):
        raise AssertionError(
            "multi_head_attention_forward: give in_proj_weight, or q_proj_weight, k_proj_weight and v_proj_weight and "
            "use_separate_proj_weight=True"
        )
    if not isinstance(weights, tuple):
        if together:
            return linear(tensors[0], weights, bias).chunk(3, -1)
        weights = weights.chunk(3)
    biases = (None, None, None) if bias is None else bias.chunk(3)
    return [linear(x, w, b) for x, w, b in zip(tensors, weights, biases, strict=True)]


def _by_head(x: Any, heads: int) -> Any:
    """Return (L, N, E) as (N, heads, L, E / heads)."""
    length, batch, size = x.shape
    return x.reshape((length, batch, heads, size // heads)).permute(1, 2, 0, 3)


def _fixed(x: Any, what: str, like: Any) -> Any:
    batch, heads, _, size = like.shape
    if len(x.shape) != 3 or x.shape[0] != batch * heads or x.shape[2] != size:
        raise AssertionError(
            f"multi_head_attention_forward: {what} has shape ({batch * heads}, S, {size}), got {tuple(x.shape)}"
        )
    return x.reshape((batch, heads, x.shape[1], size))


def _for_more_keys(mask: Any, keys: int) -> Any:
    """Return a mask that lets all queries see the keys that were added."""
    if mask is None or mask.shape[-1] >= keys:
        return mask
    more = np.zeros((*mask.shape[:-1], keys - mask.shape[-1]), mask.dtype)
    return shaping.concatenate(mask, more, axis=-1)


public(globals())
