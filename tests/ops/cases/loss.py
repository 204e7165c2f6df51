"""Losses."""

import numpy as np

from autograd.ops import loss
from tests.ops.cases.case import EMPTY, EVERYWHERE, NOT_FINITE, SCALAR, between, case, floats, normal

CLASSES = [((4, 5), 1, [0, 4, 2, 2]), ((5,), 0, 3), ((2, 3, 2, 2), 1, [[[0, 1], [2, 2]], [[1, 1], [0, 2]]])]


def picked(axis, classes, reduction="none"):
    index = np.expand_dims(classes, axis)

    def function(torch, x):
        losses = -torch.gather(x, axis, torch.tensor(index)).squeeze(axis)
        return losses if reduction == "none" else getattr(losses, reduction)()

    return function


def put(axis, classes, shape):
    return lambda torch, v: torch.zeros(shape, dtype=v.dtype).scatter(
        axis, torch.tensor(np.expand_dims(classes, axis)), v.expand(np.shape(classes)).unsqueeze(axis)
    )


CASES = [
    *(
        case(
            loss.huber,
            2 * normal(20),
            torch=lambda torch, x, delta=delta: torch.nn.functional.huber_loss(x, 0 * x.detach(), "none", delta),
            special=[EVERYWHERE, floats(-delta, delta), EMPTY, SCALAR],
            delta=delta,
        )
        for delta in (1.0, 0.3)
    ),
    case(
        loss.binary_cross_entropy,
        between(0.1, 0.9, 2, 3),
        between(0, 1, 2, 3),
        torch=lambda torch, x, y: torch.nn.functional.binary_cross_entropy(x, y, reduction="none"),
        special=[(floats(0.01, 0.5, 0.99), floats(0.2, 0, 1)), (EMPTY, EMPTY)],
    ),
    *(
        case(
            loss.nll,
            normal(*shape),
            torch=picked(axis, classes, reduction),
            classes=np.array(classes),
            axis=axis,
            reduction=reduction,
        )
        for shape, axis, classes in CLASSES
        for reduction in ("none", "mean", "sum")
    ),
    case(loss.nll, NOT_FINITE.reshape(2, 2), torch=picked(1, [1, 0]), classes=np.array([1, 0]), axis=1, checked=False),
    *(
        case(
            loss.put_classes,
            normal(*np.shape(classes)),
            torch=put(axis, classes, shape),
            special=[SCALAR],
            classes=np.array(classes),
            axis=axis,
            shape=shape,
        )
        for shape, axis, classes in CLASSES
    ),
    *(
        case(
            loss.cross_entropy,
            normal(*shape),
            torch=lambda torch, x, a=axis, c=classes, r=reduction: torch.nn.functional.cross_entropy(
                x, torch.tensor(c), reduction=r
            ),
            special=[1000 * normal(*shape)],
            classes=np.array(classes),
            axis=axis,
            reduction=reduction,
        )
        for shape, axis, classes in CLASSES
        for reduction in ("none", "mean", "sum")
    ),
    *(
        case(
            loss.cross_entropy_pullback,
            normal(*np.shape(classes)),
            normal(*shape),
            torch=lambda torch, g, x, a=axis, c=classes, s=shape: (
                g.expand(np.shape(c)).unsqueeze(a) * (torch.softmax(x, a) - put(a, c, s)(torch, torch.ones_like(g)))
            ),
            special=[(SCALAR, normal(*shape))],
            classes=np.array(classes),
            axis=axis,
        )
        for shape, axis, classes in CLASSES
    ),
]
