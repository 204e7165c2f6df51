"""Trees: nested tuples, lists and dicts, taken apart into their leaves and put together again."""

from collections.abc import Callable, Sequence
from typing import Any


def flatten(tree: Any) -> tuple[list[Any], Callable[[Sequence[Any]], Any]]:
    """Return the leaves of a tree in order, and the function that makes a tree of the same form of as many others.

    Tuples (named ones too), lists and dicts are branches, anything else is a leaf; None has no leaves.

    >>> from autograd.derivatives.trees import flatten
    >>> leaves, rebuild = flatten({"a": (1, [2, 3]), "b": None})
    >>> leaves, rebuild("xyz")
    ([1, 2, 3], {'a': ('x', ['y', 'z']), 'b': None})
    """
    if tree is None:
        return [], lambda leaves: None
    if not isinstance(tree, (tuple, list, dict)):
        return [tree], lambda leaves: leaves[0]
    parts = [flatten(item) for item in (tree.values() if isinstance(tree, dict) else tree)]

    def rebuild(leaves: Sequence[Any]) -> Any:
        items, start = [], 0
        for own, rebuild_part in parts:
            items.append(rebuild_part(leaves[start : start + len(own)]))
            start += len(own)
        if isinstance(tree, dict):
            return type(tree)(zip(tree, items, strict=True))
        return tree._make(items) if hasattr(tree, "_make") else type(tree)(items)

    return [leaf for own, _ in parts for leaf in own], rebuild


def form(tree: Any) -> str:
    """Return how a tree branches, as text: the same for trees of the same form.

    >>> from autograd.derivatives.trees import form
    >>> form({"a": (1, [2, 3]), "b": None})
    "{'a': (*, [*, *]), 'b': None}"
    """
    if tree is None:
        return "None"
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key!r}: {form(item)}" for key, item in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(form, tree)) + "]"
    if isinstance(tree, tuple):
        return "(" + ", ".join(map(form, tree)) + ("," if len(tree) == 1 else "") + ")"
    return "*"
