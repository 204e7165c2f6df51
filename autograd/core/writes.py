"""The ledger of in-place writes: how a backward pass knows that a saved array is no longer what it was.

PyTorch keeps a version counter in every tensor. Here a write is entered under the *memory* it changed, together with
the next serial number of the graph. A node whose serial is greater was recorded after the write and is fine; an older
node that saved this memory must not be used. Views, ``detach()``, ``.data`` and ``.numpy()`` share memory and so share
the entry, tensors carry no counter, and a training step whose backward pass comes before its update pays one integer
comparison.
"""

import itertools
import weakref
from typing import Any

serials = itertools.count()  # nodes and writes are numbered together: which was first is one comparison
newest = -1  # serial of the latest write anywhere
_entries: dict[int, tuple[weakref.ref[Any], list[int]]] = {}  # id of the memory's owner -> [number of writes, serial]


def owner(array: Any) -> Any:
    """Return the array at the bottom of the views that ``array`` is made of; below may be memory of another library."""
    below = getattr(array, "base", None)
    while below is not None:  # between two arrays there may be a memoryview, or what as_strided leaves
        if isinstance(below, memoryview):
            below = below.obj
            continue
        if hasattr(below, "shape"):
            array = below
        below = getattr(below, "base", None)
    return array


def mark(array: Any) -> None:
    """Enter a write into ``array``'s memory."""
    global newest
    newest = next(serials)
    holder = owner(array)
    key = id(holder)
    entry = _entries.get(key)
    if entry is None:
        _entries[key] = (weakref.ref(holder, lambda _: _entries.pop(key, None)), [1, newest])
    else:
        entry[1][0] += 1
        entry[1][1] = newest


def count(array: Any) -> int:
    """Return how often ``array``'s memory was written in place (PyTorch's ``_version``)."""
    entry = _entries.get(id(owner(array)))
    return entry[1][0] if entry else 0


def since(array: Any, serial: int) -> bool:
    """Return whether ``array``'s memory was written after the node with this serial was recorded."""
    entry = _entries.get(id(owner(array)))
    return entry is not None and entry[1][1] > serial
