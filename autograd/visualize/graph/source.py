"""On which line of the user's code an op was called: recorded only on request, as it costs more than a small op."""

import sys
from pathlib import Path
from types import FrameType
from typing import Self

from ...core.graph import Node
from ...core.op import watchers

_PACKAGES = Path(__file__).parents[3]
_OURS = ((_PACKAGES / "autograd").as_posix() + "/", (_PACKAGES / "nn").as_posix() + "/", "<autograd op")


def users_frame(frame: FrameType | None) -> FrameType | None:
    """Return the innermost frame, from ``frame`` outwards, that runs code of the user; None if there is none."""
    while frame is not None and frame.f_code.co_filename.replace("\\", "/").startswith(_OURS):
        frame = frame.f_back
    return frame


class record_source:
    """Record the line of the user's code for every op from here on, or for the ops of a ``with`` block.

    Pictures then say where each op comes from. ``record_source(False)`` turns it off again. Applies to all threads.

    >>> import autograd
    >>> x = autograd.tensor(3.0, requires_grad=True)
    >>> with autograd.record_source():
    ...     y = x * x
    >>> file, line = y.grad_fn.source
    >>> line
    2
    """

    def __init__(self, on: bool = True) -> None:
        self._before = _watch in watchers
        _switch(on)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        _switch(self._before)


def _switch(on: bool) -> None:
    if on and _watch not in watchers:
        watchers.append(_watch)
    elif not on and _watch in watchers:
        watchers.remove(_watch)


def _watch(node: Node) -> None:
    frame = users_frame(sys._getframe(1))
    if frame is not None:
        node.source = (frame.f_code.co_filename, frame.f_lineno)
