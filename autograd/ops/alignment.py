"""Connectionist temporal classification: the likelihood of a sequence of labels, over all alignments with an input.

The *states* of a sequence are its labels, with a blank before, between and after them. At every time step an alignment
stays in its state, goes on to the next one, or, where ``skips`` allows it, to the one after that (Graves et al., 2006).
All three ops have the same arguments: emissions (T, N, S) are the log-probabilities of the states' symbols, ``skips``
(N, S) are booleans, ``steps`` (N,) is how many of the T time steps count, ``last`` (N,) is the index of the last state.
"""

from typing import Any, NamedTuple

import numpy as np

from ..core.primitive import primitive

_NONE = -np.inf  # the log-probability of the impossible


@primitive(
    emissions=lambda g, emissions, skips, steps, last, zero_infinity: (
        -g.reshape((-1, 1)) * occupancy(emissions, skips=skips, steps=steps, last=last, zero_infinity=zero_infinity)
    )
)
def ctc(emissions, *, skips, steps, last, zero_infinity=False):
    """Minus the logarithm of the sum of the probabilities of all alignments; ``zero_infinity`` makes 0 of infinity."""
    losses = -_likelihoods(_forward(emissions, skips, steps), steps, last)
    return np.where(np.isinf(losses), losses.dtype.type(0), losses) if zero_infinity else losses


@primitive(
    emissions=lambda g, emissions, skips, steps, last: occupancy_change(
        g, emissions=emissions, skips=skips, steps=steps, last=last
    )
)
def occupancy(emissions, *, skips, steps, last, zero_infinity):
    """The probability of each state at each time; NaN, or 0 with ``zero_infinity``, where no alignment is possible."""
    out, _, possible = _occupied(emissions, None, skips, steps, last)
    if not zero_infinity:
        out[~possible & (np.arange(len(out)).reshape(-1, 1) < steps)] = np.nan
    return out


@primitive(
    direction=lambda g, emissions, skips, steps, last: occupancy_change(
        g, emissions=emissions, skips=skips, steps=steps, last=last
    )
)
def occupancy_change(direction, *, emissions, skips, steps, last):
    """The derivative of `occupancy` when emissions change in ``direction``: symmetric, as second derivatives are."""
    out, change, _ = _occupied(emissions.astype(direction.dtype, copy=False), direction, skips, steps, last)
    return out * (change - np.add.reduce(out * change, axis=-1, keepdims=True))


def _occupied(emissions, direction, skips, steps, last):
    """Return the probabilities of the states, how their logarithms change (up to a term for each time), and at which
    times any state is possible."""
    # What follows a state is what precedes it in the reversed sequence.
    times, sequences, states = emissions.shape
    t, n, s = np.ogrid[:times, :sequences, :states]
    end, length = last.reshape(1, -1, 1), steps.reshape(1, -1, 1)
    back = (length - 1 - t) % times, n, (end - s) % states
    skips_back = (s[0] >= 2) & skips[n[0], (end - s + 2)[0] % states]
    before = _forward(emissions, skips, steps, direction)
    after = _forward(emissions[back], skips_back, steps, None if direction is None else direction[back])
    logs = before.logs + after.arrivals[back]
    logs = np.where((t < length) & (s <= end), logs, emissions.dtype.type(_NONE))
    top = np.maximum.reduce(logs, axis=-1, keepdims=True)
    possible = top > _NONE
    out = np.exp(logs - np.where(possible, top, 0))
    out /= np.where(possible, np.add.reduce(out, axis=-1, keepdims=True), 1)
    change = None if direction is None else before.changes + after.arrival_changes[back]
    return out, change, possible[..., 0]


class _Forward(NamedTuple):
    """For each time, sequence and state, the log-probability of all beginnings of alignments that lead to it.

    ``logs`` includes the state's own emission, ``arrivals`` does not. To keep precision, what the states of one time
    have in common is subtracted; ``height`` is the sum of what was subtracted.
    """

    logs: Any
    arrivals: Any
    height: Any
    changes: Any
    arrival_changes: Any


def _forward(emissions, skips, steps, direction=None):
    """Return the probabilities of beginnings; those of a sequence do not change after its last time step."""
    times, sequences, states = emissions.shape
    peak = np.maximum.reduce(emissions, axis=2, keepdims=True)
    peak[peak == _NONE] = 0
    emissions = emissions - peak
    counted = np.arange(times).reshape(-1, 1) < steps
    height = np.add.reduce(peak[..., 0], axis=0, where=counted, dtype=np.float64)
    # Two unreachable states come first, so that every state has three from which it can be reached.
    logs = np.full_like(emissions, _NONE, shape=(times, sequences, states + 2))
    logs[0, :, 2:4] = emissions[0, :, :2]
    arrivals = np.full_like(emissions, _NONE)
    arrivals[0, :, :2] = 0
    changes, arrival_changes = np.zeros_like(logs), np.zeros_like(emissions)
    if direction is not None:
        changes[0, :, 2:4] = direction[0, :, :2]
    forbidden = np.where(skips, 0, _NONE).astype(emissions.dtype)
    always = steps.min(initial=times) == times
    with np.errstate(divide="ignore"):  # the logarithm of 0 is that of the impossible
        for t in range(1, times):
            before = logs[t - 1]
            stay, step, skip = before[:, 2:], before[:, 1:-1], before[:, :-2] + forbidden
            top = np.maximum(np.maximum(stay, step), skip)
            top[top == _NONE] = 0
            parts = np.exp(stay - top), np.exp(step - top), np.exp(skip - top)
            total = parts[0] + parts[1] + parts[2]
            arrivals[t] = top + np.log(total)
            here = emissions[t] + arrivals[t]
            greatest = np.maximum.reduce(here, axis=1, keepdims=True)
            greatest[(greatest == _NONE).reshape(-1) | ~counted[t]] = 0
            logs[t, :, 2:] = here - greatest
            height += greatest.reshape(-1)
            if direction is not None:
                total[total == 0] = 1
                change = changes[t - 1]
                mean = parts[0] * change[:, 2:] + parts[1] * change[:, 1:-1] + parts[2] * change[:, :-2]
                arrival_changes[t] = mean / total
                changes[t, :, 2:] = direction[t] + arrival_changes[t]
            if not always:
                logs[t, ~counted[t]] = before[~counted[t]]
    return _Forward(logs[..., 2:], arrivals, height, changes[..., 2:], arrival_changes)


def _likelihoods(forward, steps, last):
    """Return the log-likelihoods of the sequences: their alignments end in the last state or the one before it."""
    n = np.arange(len(last))
    total = np.logaddexp(forward.logs[-1, n, last], np.where(last > 0, forward.logs[-1, n, last - 1], _NONE))
    total = np.where(steps > 0, total + forward.height, np.where(last > 0, _NONE, 0))
    return total.astype(forward.logs.dtype)
