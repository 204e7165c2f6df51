"""Padding."""

from autograd.ops import padding
from tests.ops.cases.case import case, normal

X = normal(2, 3, 4)
WIDTHS = [((0, 0), (1, 2), (2, 1)), ((0, 0), (0, 0), (3, 0)), ((0, 0), (2, 0), (0, 3))]
MODES = {"reflect": "reflect", "edge": "replicate", "wrap": "circular"}


def flat(width):
    """Return PyTorch's form of the widths: pairs, the last axis first."""
    return [n for pair in reversed(width) for n in pair]


def padded(width, mode):
    def pad(torch, x):
        # PyTorch's modes continue the last two axes of four.
        return torch.nn.functional.pad(x[None], flat(width[1:]), MODES[mode])[0]

    return pad


def folded(width, mode):
    def fold(torch, y):
        return torch.func.vjp(lambda x: padded(width, mode)(torch, x), y.new_zeros(X.shape))[1](y)[0]

    return fold


CASES = [
    *(
        case(
            padding.pad,
            X,
            torch=lambda torch, x, w=width, v=value: torch.nn.functional.pad(x, flat(w), value=v),
            width=width,
            value=value,
        )
        for width in (*WIDTHS, ((1, -1), (-1, 0), (-2, 3)), ((0, -2), (0, 0), (0, 0)), ((-1, -1), (5, 0), (0, 0)))
        for value in (0.0, 2.5)
    ),
    *(
        case(padding.pad_like, X, torch=padded(width, mode), width=width, mode=mode)
        for mode in MODES
        for width in WIDTHS
        if mode != "reflect" or all(max(pair) < n for pair, n in zip(width, X.shape, strict=True))
    ),
    *(
        case(
            padding.fold_back,
            normal(*(n + before + after for n, (before, after) in zip(X.shape, width, strict=True))),
            torch=folded(width, mode),
            size=X.shape,
            width=width,
            mode=mode,
        )
        for mode in MODES
        for width in WIDTHS
        if mode != "reflect" or all(max(pair) < n for pair, n in zip(width, X.shape, strict=True))
    ),
]
