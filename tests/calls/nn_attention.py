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
    attention(normal(2, 3, 0), normal(2, 4, 0), normal(2, 4, 5)),  # no features to compare: the mean of the values
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

E, HEADS, L, S, N = 6, 2, 3, 4, 2
IN, OUT = (normal(3 * E, E), normal(3 * E)), (normal(E, E), normal(E))
QUERY, KEY, VALUE = normal(L, N, E), normal(S, N, E), normal(S, N, E)
# The last key of the second sample is padding; the first query may not look at the second key.
PADDING, HIDDEN = np.zeros((N, S), bool), np.zeros((L, S), bool)
PADDING[1, 3] = HIDDEN[0, 1] = True


def heads(*arrays, same=False, order=2, **kwargs):
    """Return the rows of an attention of heads; ``same`` gives one tensor as query, key and value."""

    def run(library, *xs):
        def given(value):
            if not isinstance(value, np.ndarray):
                return value
            return library.from_numpy(
                value.astype(str(xs[0].dtype).removeprefix("torch.")) if value.dtype.kind == "f" else value
            )

        options = {key: given(value) for key, value in kwargs.items()}
        query, key, value, *parameters = (xs[0], xs[0], xs[0], *xs[1:]) if same else xs
        w, b, out, out_b = parameters
        extra = [options.pop(name, None) for name in ("bias_k", "bias_v")]
        zero, p = options.pop("add_zero_attn", False), options.pop("dropout_p", 0.0)
        weights = None if options.get("use_separate_proj_weight") else w
        outputs = library.nn.functional.multi_head_attention_forward(
            query, key, value, E, HEADS, weights, b, *extra, zero, p, out, out_b, **options
        )
        return [x for x in outputs if x is not None]

    # A bias of the keys moves all scores of a query alike: its gradient is 0, and what is left of it is rounding.
    return [
        expression(
            "multi_head_attention_forward",
            run,
            *arrays,
            covers=" ".join(kwargs),
            module="nn.functional",
            order=order,
            tolerance=tolerance,
            dtypes=(dtype,),
        )
        for dtype, tolerance in (("float64", None), ("float32", 1e-4))
    ]


ALL = QUERY, KEY, VALUE, *IN, *OUT
CALLS += [
    *(heads(*ALL, need_weights=need, average_attn_weights=average) for need, average in ((True, True), (True, False))),
    heads(*ALL, need_weights=False, order=1),
    heads(QUERY, *IN, *OUT, same=True),
    heads(QUERY[:, 0], *IN, *OUT, same=True, key_padding_mask=PADDING[1, :3]),
    *(
        heads(QUERY[:, 0], KEY[:, 0], VALUE[:, 0], *IN, *OUT, need_weights=need, attn_mask=mask, order=2 if need else 1)
        for need in (True, False)
        for mask in (HIDDEN, np.stack([HIDDEN, HIDDEN[:, ::-1]]))
    ),
    *(
        heads(*ALL, need_weights=need, key_padding_mask=padding, attn_mask=mask, order=2 if need else 1)
        for need in (True, False)
        for padding, mask in (
            (PADDING, None),
            (None, HIDDEN),
            (PADDING, HIDDEN),
            (np.where(PADDING, -1.5, 0.5), np.where(HIDDEN, -np.inf, 0.5)),
            (None, np.stack([HIDDEN] * 3 + [HIDDEN[:, ::-1]])),
        )
    ),
    *(
        heads(*ALL, bias_k=normal(1, 1, E), bias_v=normal(1, 1, E), add_zero_attn=zero, **masks)
        for zero in (False, True)
        for masks in ({}, {"key_padding_mask": PADDING, "attn_mask": HIDDEN})
    ),
    *(heads(*ALL, add_zero_attn=True, **masks) for masks in ({}, {"key_padding_mask": PADDING, "attn_mask": HIDDEN})),
    *(
        heads(
            QUERY,
            *IN,
            *OUT,
            same=True,
            is_causal=True,
            attn_mask=~np.tri(L, dtype=bool),
            need_weights=need,
            order=order,
        )
        for need, order in ((True, 2), (False, 1))
    ),
    heads(
        QUERY,
        normal(S, N, 5),
        normal(S, N, 3),
        *IN,
        *OUT,
        use_separate_proj_weight=True,
        q_proj_weight=normal(E, E),
        k_proj_weight=normal(E, 5),
        v_proj_weight=normal(E, 3),
    ),
    heads(*ALL, static_k=normal(N * HEADS, 5, E // HEADS), static_v=normal(N * HEADS, 5, E // HEADS)),
    heads(*ALL, dropout_p=0.5, training=False),
]

ONES = autograd.ones(2, 3)


def attend(*arrays, **kwargs):
    return lambda: F.scaled_dot_product_attention(*arrays, **kwargs)


NAME = "scaled_dot_product_attention"
PARAMETERS = autograd.ones(9, 3), None, autograd.ones(3, 3), None
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
    *(
        (
            lambda arrays=arrays, kwargs=kwargs: F.multi_head_attention_forward(
                *arrays,
                3,
                kwargs.get("heads", 1),
                *PARAMETERS[:2],
                *kwargs.get("more", (None, None)),
                False,
                0.0,
                *PARAMETERS[2:],
                **{key: value for key, value in kwargs.items() if key not in ("heads", "more")},
            ),
            error,
            f"multi_head_attention_forward: {message}",
        )
        for arrays, kwargs, error, message in (
            ((ONES[0], ONES, ONES), {}, AssertionError, "query, key and value have shapes"),
            ((ONES, ONES, ONES), {"heads": 2}, AssertionError, "the query has 3 features, which 2 heads"),
            ((ONES[:, :2], ONES, ONES), {}, AssertionError, "the query has 3 features, .* got 2"),
            ((ONES, ONES, ONES[:1]), {}, AssertionError, "key and value are of one shape"),
            ((ONES, ONES, ONES), {"is_causal": True}, RuntimeError, "is_causal says"),
            ((ONES, ONES, ONES), {"attn_mask": ONES}, RuntimeError, r"attn_mask has shape \(2, 2\) or \(1, 2, 2\)"),
            (
                (ONES, ONES, ONES),
                {"attn_mask": ONES[:, :2].long()},
                AssertionError,
                "attn_mask is of booleans .* int64",
            ),
            ((ONES, ONES, ONES), {"key_padding_mask": ONES}, AssertionError, "key_padding_mask has shape"),
            ((ONES, ONES, ONES), {"key_padding_mask": ONES[0]}, AssertionError, "key_padding_mask, with"),
            ((ONES, ONES, ONES), {"use_separate_proj_weight": True}, AssertionError, "give in_proj_weight, or"),
            ((ONES, ONES, ONES), {"more": (ONES, None)}, AssertionError, "bias_k and bias_v are given together"),
            ((ONES, ONES, ONES), {"static_k": ONES}, AssertionError, r"static_k has shape \(1, S, 3\), got \(2, 3\)"),
        )
    ),
    (lambda: F.gumbel_softmax(ONES.long()), NotImplementedError, "gumbel_softmax: needs floating-point"),
]
