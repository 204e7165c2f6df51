"""Connectionist temporal classification."""

import numpy as np

from autograd.ops import alignment
from tests.ops.cases.case import case, normal

# Targets a b, a a and none, with inputs of 5, 4 and 3 steps; the second must not go from a to a without the blank.
SKIPS = np.array([[0, 0, 0, 1, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], bool)
STEPS, LAST = np.array([5, 4, 3]), np.array([4, 4, 0])
OF = {"skips": SKIPS, "steps": STEPS, "last": LAST}
EMISSIONS, DIRECTION = normal(5, 3, 5), normal(5, 3, 5)
TOO_SHORT = {"skips": SKIPS[1:2], "steps": np.array([2]), "last": np.array([4])}


def reference(torch, e, skips=SKIPS, steps=STEPS, last=LAST):
    """Compute `alignment.ctc` state by state."""
    losses = []
    for n in range(e.shape[1]):
        reached = {0: e[0, n, 0]}
        if last[n]:
            reached[1] = e[0, n, 1]
        for t in range(1, steps[n]):
            reached = {
                s: e[t, n, s] + torch.logsumexp(torch.stack([reached[k] for k in sources]), 0)
                for s in range(last[n] + 1)
                if (sources := [k for k in ((s, s - 1, s - 2) if skips[n, s] else (s, s - 1)) if k in reached])
            }
        losses.append(-torch.logsumexp(torch.stack([reached[s] for s in (last[n], last[n] - 1) if s in reached]), 0))
    return torch.stack(losses)


def probabilities(torch, e):
    return torch.autograd.grad(-reference(torch, e).sum(), e, create_graph=True)[0]


def change(torch, e, direction):
    return torch.autograd.grad((probabilities(torch, e) * direction).sum(), e, create_graph=True)[0]


CASES = [
    case(alignment.ctc, EMISSIONS, torch=reference, special=[EMISSIONS - 10, 10 * EMISSIONS], **OF),
    case(alignment.occupancy, EMISSIONS, torch=probabilities, order=1, zero_infinity=False, **OF),
    case(
        alignment.occupancy_change,
        DIRECTION,
        torch=lambda torch, d: change(torch, torch.tensor(EMISSIONS, dtype=d.dtype, requires_grad=True), d),
        emissions=EMISSIONS,
        **OF,
    ),
    case(
        alignment.ctc,
        EMISSIONS[:, :1],
        torch=lambda torch, e: 0 * e.sum((0, 2)),
        zero_infinity=True,
        checked=False,
        **TOO_SHORT,
    ),
]
