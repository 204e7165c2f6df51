"""Attention."""

import numpy as np

import autograd
import nn.functional as F
from tests.calls.call import RNG, call, expression


def normal(*shape):
    return RNG.standard_normal(shape)


def attention(*arrays, order=2, **kwargs):
    return call("scaled_dot_product_attention", *arrays, module="nn.functional", order=order, **kwargs)


ALLOWED = np.array([[True, False, True, True], [False, True, True, False], [True, True, False, False]])
NOWHERE = ALLOWED & np.array([[True], [False], [True]])  # the second query has no key
QKV = normal(2, 2, 3, 5), normal(2, 2, 4, 5), normal(2, 2, 4, 6)

CALLS = [
    *(attention(*arrays) for arrays in (QKV, [a[0, 0] for a in QKV], [a[0] for a in QKV])),
    *(attention(*QKV, is_causal=causal, scale=scale) for causal in (False, True) for scale in (None, 0.3)),
    *(attention(*QKV, attn_mask=mask, dropout_p=0.0) for mask in (ALLOWED, normal(3, 4), normal(2, 1, 3, 4))),
    attention(*QKV, normal(2, 1, 3, 4)),  # a mask with a gradient
    # PyTorch combines the two in one of its implementations, which has no second derivative.
    attention(*(a[..., :5] for a in QKV), attn_mask=ALLOWED, is_causal=True, order=1),
    attention(*QKV, attn_mask=NOWHERE),
    attention(*QKV, attn_mask=np.where(NOWHERE, 0.5, -np.inf)),
    attention(*QKV, dropout_p=1.0, order=1),  # PyTorch's derivative of dropout with p = 1 is NaN
    attention(normal(2, 3, 4), normal(2, 0, 4), normal(2, 0, 4), attn_mask=np.ones((3, 0), bool), order=1),
    *(
        attention(normal(2, 6, 3, 4), normal(2, heads, 3, 4), normal(2, heads, 3, 5), enable_gqa=True, is_causal=causal)
        for heads in (1, 2, 3, 6)
        for causal in (False, True)
    ),
    attention(100 * normal(2, 3, 4), 100 * normal(2, 3, 4), normal(2, 3, 4), dtypes=("float64",)),
    expression(  # a choice beyond doubt
        "gumbel_softmax",
        lambda library, x: library.nn.functional.gumbel_softmax(x * 1e6, hard=True, dim=0, tau=2.0, eps=1e-10),
        np.array([[1.0, 0.0, -2.0], [0.0, 1.0, 2.0]]),
        covers="hard dim tau eps",
        module="nn.functional",
        order=0,
    ),
]

ONES = autograd.ones(2, 3)


def attend(*arrays, **kwargs):
    return lambda: F.scaled_dot_product_attention(*arrays, **kwargs)


NAME = "scaled_dot_product_attention"
ERRORS = [
    (attend(ONES[0], ONES, ONES), RuntimeError, f"{NAME}: query, key and value have two dimensions"),
    (attend(ONES, ONES[:, :2], ONES), RuntimeError, rf"{NAME}: query .* do not fit together, got shapes \[\(2, 3\)"),
    (attend(ONES, ONES, ONES[:1]), RuntimeError, f"{NAME}: query .* do not fit together"),
    (attend(ONES, ONES.double(), ONES), RuntimeError, f"{NAME}: .* one floating-point dtype, got float32, float64"),
    (
        attend(ONES, ONES, ONES, attn_mask=autograd.ones(2, 2).long()),
        RuntimeError,
        f"{NAME}: attn_mask is of booleans or of the query's float32, got int64",
    ),
    (attend(ONES, ONES, ONES, dropout_p=1.5), RuntimeError, f"{NAME}: dropout_p is a probability.* got 1.5"),
    (
        attend(autograd.ones(5, 2, 3), autograd.ones(2, 2, 3), autograd.ones(2, 2, 3), enable_gqa=True),
        RuntimeError,
        f"{NAME}: 2 heads of key or value do not divide 5",
    ),
    (lambda: F.gumbel_softmax(ONES.long()), NotImplementedError, "gumbel_softmax: needs floating-point"),
]
