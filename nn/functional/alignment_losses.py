"""Losses of sequences whose targets are not aligned with them."""

from typing import Any

import numpy as np

from autograd import Tensor
from autograd.exports import public
from autograd.ops import alignment

from .reductions import check_reduction, reduce_losses


def ctc_loss(
    log_probs: Tensor,
    targets: Tensor,
    input_lengths: Any,
    target_lengths: Any,
    blank: int = 0,
    reduction: str = "mean",
    zero_infinity: bool = False,
) -> Tensor:
    """Return -log of the probability that the input, shortened, is the target, summed over all alignments.

    An alignment names a class or the blank at each time; shortened are repeats to one and blanks to none (Graves et
    al., 2006). Shapes: ``log_probs`` (T, N, C), from `log_softmax`, or (T, C); ``targets`` (N, S), filled up with
    anything, or all of them one after the other, (Σ target_lengths,); lengths (N,) or (), tensors or integers. The mean
    is that of the losses divided by the targets' lengths. The loss of a target that no alignment gives, as it is too
    long, is infinite and its gradient NaN; both are 0 with ``zero_infinity``.

    The gradient is that of the formula, whatever the log-probabilities add up to; it can be differentiated once more.
    Raises IndexError for classes that do not exist, RuntimeError for shapes and lengths that do not fit, TypeError for
    targets that are no integers, ValueError for an unknown reduction.

    >>> import autograd, nn.functional as F
    >>> log_probs = autograd.full((2, 3), 1 / 3).log()
    >>> F.ctc_loss(log_probs, autograd.tensor([1]), 2, 1)  # three alignments of nine: 1 1, 0 1 and 1 0
    tensor(1.0986)
    """
    check_reduction("ctc_loss", reduction)
    batched = log_probs.ndim == 3
    if log_probs.ndim not in (2, 3) or not log_probs.shape[0]:
        raise RuntimeError(
            f"ctc_loss: log_probs has shape (T, N, C) or (T, C), with at least one time step, got "
            f"{tuple(log_probs.shape)}"
        )
    if not batched:
        log_probs = log_probs.unsqueeze(1)
    times, count, classes = log_probs.shape
    if not 0 <= blank < classes:
        raise RuntimeError(f"ctc_loss: blank is one of the {classes} classes, from 0 on, got {blank}")
    steps = _lengths("input_lengths", input_lengths, count)
    lengths = _lengths("target_lengths", target_lengths, count)
    if steps.max(initial=0) > times:
        raise RuntimeError(f"ctc_loss: input_lengths are at most {times}, as long as log_probs, got {steps.max()}")
    padded = _padded(targets, lengths)
    real = np.arange(padded.shape[1]) < lengths.reshape(-1, 1)
    wrong = padded[real & ((padded < 0) | (padded >= classes))]
    if wrong.size:
        raise IndexError(f"ctc_loss: the targets hold class {wrong[0]}, but there are {classes} classes, from 0 on")
    symbols = np.full((count, 2 * padded.shape[1] + 1), blank)
    symbols[:, 1::2] = np.where(real, padded, blank)
    skips = np.zeros(symbols.shape, bool)
    skips[:, 2:] = symbols[:, 2:] != symbols[:, :-2]
    emissions = log_probs.gather(2, Tensor(np.broadcast_to(symbols, (times, *symbols.shape))))
    losses = alignment.ctc(emissions, skips=skips, steps=steps, last=2 * lengths, zero_infinity=zero_infinity)
    if reduction == "mean":
        losses = losses / Tensor(np.maximum(lengths, 1).astype(log_probs.dtype))
    elif not batched:
        losses = losses.reshape(())
    return reduce_losses("ctc_loss", losses, reduction)


def _lengths(what: str, given: Any, count: int) -> Any:
    """Return lengths as an array."""
    lengths = np.asarray(given.detach().numpy() if isinstance(given, Tensor) else given)
    if lengths.dtype.kind not in "iu":
        raise RuntimeError(f"ctc_loss: {what} are integers, got {lengths.dtype}")
    lengths = lengths.astype(np.int64).reshape(-1)
    if lengths.shape != (count,):
        raise RuntimeError(f"ctc_loss: there are {count} sequences and {len(lengths)} {what}: give one for each")
    if lengths.min(initial=0) < 0:
        raise RuntimeError(f"ctc_loss: {what} are 0 or more, got {lengths.min()}")
    return lengths


def _padded(targets: Any, lengths: Any) -> Any:
    """Return the targets as an array of one row each."""
    classes = targets.detach().numpy()
    if classes.dtype.kind not in "iu":
        raise TypeError(f"ctc_loss: target classes are integers, got {targets.dtype}; convert with .long()")
    classes = classes.astype(np.int64)
    longest = lengths.max(initial=0)
    if classes.ndim == 2:
        if len(classes) != len(lengths) or classes.shape[1] < longest:
            raise RuntimeError(
                f"ctc_loss: targets of {len(lengths)} sequences, up to {longest} long, have shape ({len(lengths)}, "
                f"{longest}) or more, got {classes.shape}"
            )
        return classes[:, :longest]
    if classes.ndim != 1 or len(classes) != lengths.sum():
        raise RuntimeError(
            f"ctc_loss: targets have shape (N, S), or are a vector as long as target_lengths say, {lengths.sum()}; got "
            f"{classes.shape}"
        )
    padded = np.zeros((len(lengths), longest), np.int64)
    padded[np.arange(longest) < lengths.reshape(-1, 1)] = classes
    return padded


public(globals())
