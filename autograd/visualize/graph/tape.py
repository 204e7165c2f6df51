"""What happened in a backward pass, step by step: a recording from which pictures are drawn.

The engine forgets all gradients but those of leaves, as it must. While a recording is on, it calls an observer after
each step.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from ...core.engine import observers
from ...core.graph import Node, Parent
from ...core.outputs import Cotangents
from .summary import Summary, summarize

FULL = 64  # arrays of up to so many elements are recorded in full


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a step gave to its input at ``position``, the node with the serial number ``receiver``.

    It was contribution number ``count`` to this node, after which the sum so far was ``accumulated``.
    """

    position: int
    receiver: int
    gradient: Summary
    count: int
    accumulated: Summary


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a backward pass: the op of the node with this ``serial`` turned ``gradient`` into the contributions.

    ``seconds`` is the time since the step before, including that of the recording.
    """

    index: int
    serial: int
    op: str
    gradient: tuple[Summary | None, ...]
    contributions: tuple[Contribution, ...]
    seconds: float

    def contribution(self, position: int) -> Summary | None:
        """Return what was given to the input at ``position``; None if nothing."""
        return next((given.gradient for given in self.contributions if given.position == position), None)


class Tape:
    """The steps of the backward passes that ran while `record_backward` was on, in the engine's order.

    ``steps`` hold nothing but values. The tape also keeps the nodes where the passes began, so that it can be drawn.
    """

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.roots: list[Node] = []
        self._steps: dict[int, Step] = {}
        self._sums: dict[int, tuple[int, Any]] = {}  # of nodes not visited yet: the number of contributions, their sum
        self._clock = time.perf_counter()

    def __repr__(self) -> str:
        return f"<tape of {len(self.steps)} steps>"

    def __call__(self, node: Node, gradient: Any, contributions: tuple[Any, ...]) -> None:
        """Record a step: what the engine calls."""
        if node.serial not in self._sums and node.serial not in self._steps:
            self.roots.append(node)
        self._sums.pop(node.serial, None)
        given = []
        for position, (parent, contribution) in enumerate(zip(node.inputs, contributions, strict=False)):
            if parent is not None and hasattr(contribution, "shape"):  # the engine complains of what is no array
                given.append(self._contribution(node, position, parent, contribution))
        now = time.perf_counter()
        parts = gradient if isinstance(gradient, Cotangents) else (gradient,)
        known = tuple(None if part is None else summarize(part, FULL) for part in parts)
        step = Step(len(self.steps), node.serial, node.op.name, known, tuple(given), now - self._clock)
        self.steps.append(step)
        self._steps[node.serial] = step
        self._clock = now

    def _contribution(self, node: Node, position: int, parent: Parent, contribution: Any) -> Contribution:
        if isinstance(contribution, Cotangents):  # the gradient of one output of several: that part counts
            self._sums.setdefault(parent.serial, (0, None))
            (gradient,) = (summarize(part, FULL) for part in contribution if part is not None)
            return Contribution(position, parent.serial, gradient, 1, gradient)
        array = getattr(contribution, "_array", contribution)
        if array.shape != parent.shape:  # the engine does this too, afterwards
            array = node.op.fit(position, array, parent)
        count, before = self._sums.get(parent.serial, (0, None))
        total = array if before is None else before + array
        self._sums[parent.serial] = count + 1, total
        gradient = summarize(array, FULL)
        accumulated = gradient if before is None else summarize(total, FULL)
        return Contribution(position, parent.serial, gradient, count + 1, accumulated)

    def step_of(self, node: Node) -> Step | None:
        """Return the step in which a node was visited; None if it was not."""
        return self._steps.get(node.serial)


@contextmanager
def record_backward() -> Iterator[Tape]:
    """Record the backward passes in a ``with`` block, for pictures with all gradients on boxes and arrows.

    The block gets a `Tape` that `draw` takes; its ``steps`` hold the numbers. Recording takes time, and applies to all
    threads.

    >>> import autograd
    >>> x = autograd.tensor(3.0, requires_grad=True)
    >>> with autograd.record_backward() as tape:
    ...     (x * x).backward()
    >>> [(step.op, contribution.accumulated.values) for step in tape.steps for contribution in step.contributions]
    [('multiply', (3.0,)), ('multiply', (6.0,))]
    """
    tape = Tape()
    observers.append(tape)
    try:
        yield tape
    finally:
        observers.remove(tape)
        tape._sums.clear()
