"""The product of several matrices, in the order that needs the fewest multiplications."""

from collections.abc import Sequence

from ..core.op import Value
from ..functions.shape import reshape, unsqueeze
from ..ops.linalg import matmul, refuse_others


def product_of_chain(name: str, tensors: Sequence[Value]) -> Value:
    """Return the product of two or more matrices; the first and the last may be vectors, a row and a column.

    Raises RuntimeError if there are fewer, if they have other dimensions, or do not multiply.
    """
    refuse_others(name, *tensors)
    if len(tensors) < 2:
        raise RuntimeError(f"{name}: needs at least two tensors, got {len(tensors)}")
    row, column = tensors[0].ndim == 1, tensors[-1].ndim == 1
    matrices = list(tensors)
    if row:
        matrices[0] = unsqueeze(tensors[0], 0)
    if column:
        matrices[-1] = unsqueeze(tensors[-1], 1)
    for i, (given, x) in enumerate(zip(tensors, matrices, strict=True)):
        if x.ndim != 2:
            raise RuntimeError(
                f"{name}: needs matrices, the first and the last may be vectors; tensor {i} has shape {given.shape}"
            )
        if i and matrices[i - 1].shape[1] != x.shape[0]:
            raise RuntimeError(
                f"{name}: tensors {i - 1} and {i}, of shapes {tensors[i - 1].shape} and {given.shape}, "
                f"do not multiply: {matrices[i - 1].shape[1]} is not {x.shape[0]}"
            )
    out = _multiplied(matrices, _splits([x.shape[0] for x in matrices] + [matrices[-1].shape[1]]), 0, len(matrices))
    return reshape(out, tuple(n for n, gone in zip(out.shape, (row, column), strict=True) if not gone))


def _splits(sizes: list[int]) -> dict[tuple[int, int], int]:
    """Return where to split each chain of matrices first, after Cormen et al., "Introduction to Algorithms", 15.2."""
    count = len(sizes) - 1
    costs = {(i, i + 1): 0 for i in range(count)}
    splits = {}
    for length in range(2, count + 1):
        for i in range(count - length + 1):
            j = i + length
            costs[i, j], splits[i, j] = min(
                (costs[i, k] + costs[k, j] + sizes[i] * sizes[k] * sizes[j], k) for k in range(i + 1, j)
            )
    return splits


def _multiplied(matrices: list[Value], splits: dict[tuple[int, int], int], i: int, j: int) -> Value:
    if j == i + 1:
        return matrices[i]
    k = splits[i, j]
    return matmul(_multiplied(matrices, splits, i, k), _multiplied(matrices, splits, k, j))
