"""Einstein summation of two arrays, of which `tensordot` and the `einsum` of many arrays are composed."""

import functools
import math

from ..core.primitive import primitive
from .linalg import refuse_mixed


@functools.lru_cache(maxsize=1024)
def _turned(subscripts, order):
    """Return the subscripts with their three terms in another order: (2, 1, 0) makes "ik,jk->ij" of "ij,jk->ik"."""
    terms = subscripts.replace("->", ",").split(",")
    first, second, out = (terms[i] for i in order)
    return f"{first},{second}->{out}"


@functools.lru_cache(maxsize=1024)
def _arrangement(subscripts):
    """Return how to compute a contraction: whether its operands change places, the order of the axes of both and of the
    result, and how many indices are a batch, free in the first operand, summed, and free in the second."""
    operands, out = subscripts.split("->")
    a, b = operands.split(",")
    batch = [i for i in a if i in b and i in out]
    summed = [i for i in a if i in b and i not in out]
    free = [[i for i in x if i not in y] for x, y in ((a, b), (b, a))]
    swapped = bool(free[0] and free[1]) and out.index(free[1][0]) < out.index(free[0][0])
    if swapped:  # so that the axes of the product are in the order of the result
        a, b, free = b, a, free[::-1]
    computed = batch + free[0] + free[1]
    orders = (
        tuple(a.index(i) for i in batch + free[0] + summed),
        tuple(b.index(i) for i in batch + summed + free[1]),
        tuple(computed.index(i) for i in out),
    )
    return swapped, *orders, len(batch), len(free[0]), len(summed), len(free[1])


@primitive(
    a=lambda g, b, subscripts: einsum(g, b, subscripts=_turned(subscripts, (2, 1, 0))),
    b=lambda g, a, subscripts: einsum(g, a, subscripts=_turned(subscripts, (2, 0, 1))),
)
def einsum(a, b, *, subscripts):
    """The elements of a times those of b, summed over the indices that the result lacks: a @ b for "ij,jk->ik".

    Every index occurs at most once in each of the three terms, and in at least two of them. The derivatives are the
    same sum with the terms in another order.
    """
    if a.dtype is not b.dtype:
        refuse_mixed("einsum", **{"first operand": a, "second": b})
    swapped, a_order, b_order, out_order, batch, rows, summed, columns = _arrangement(subscripts)
    if swapped:
        a, b = b, a
    a, b = a.transpose(a_order), b.transpose(b_order)
    if not summed:
        b = b.reshape(b.shape[:batch] + (1,) * rows + b.shape[batch:])
        return (a.reshape(a.shape + (1,) * columns) * b).transpose(out_order)
    lead, of_a, of_b = a.shape[:batch], a.shape[batch : batch + rows], b.shape[batch + summed :]
    length = math.prod(b.shape[batch : batch + summed])
    out = _grouped(a, (*lead, math.prod(of_a), length)) @ _grouped(b, (*lead, length, math.prod(of_b)))
    return out.reshape(lead + of_a + of_b).transpose(out_order)


def _grouped(x, shape):
    return x if x.shape == shape else x.reshape(shape)
