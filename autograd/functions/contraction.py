"""Contractions: sums of products over indices that are named (einsum) or given as dimensions (tensordot)."""

import functools
from collections.abc import Sequence
from typing import Any, NamedTuple, overload

import numpy as np

from ..core.dtypes import int64
from ..core.op import Value
from ..exports import public
from ..ops import contraction as ops, diagonals as diagonal_ops, reduction, shape
from ..ops.linalg import refuse_others
from .arguments import axis_of, in_one_dtype

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


@overload
def einsum(equation: str, operands: Sequence[Value], /) -> Value: ...
@overload
def einsum(equation: str, /, *operands: Value) -> Value: ...
@overload
def einsum(*args: Any) -> Any: ...  # operands, and lists of subscripts between them
def einsum(*args: Any) -> Value:
    """Return the sum of products of the operands' elements over the indices that the result does not have.

    ``einsum("bij,bjk->bik", x, y)``: one letter for every dimension of an operand, spaces ignored. An index repeated in
    one operand takes its diagonal, ``...`` stands for dimensions that broadcast, and so does a dimension of size 1.
    Without ``->`` the result has the indices that occur once, in alphabetical order, capitals first, after those of the
    ellipsis; dimensions of an ellipsis that the result lacks are summed. The operands may come as one list, or each
    followed by a list of integers instead of letters: ``einsum(x, [0, 1], y, [1, 2], [0, 2])``.

    Many operands are multiplied two at a time, in the order of `numpy.einsum_path`. Raises RuntimeError for subscripts
    that do not fit the operands, and, as `matmul`, for operands of several dtypes whose product is summed.

    >>> import autograd
    >>> x = autograd.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> autograd.einsum("ij,jk->ik", x, x)
    tensor([[ 7., 10.],
            [15., 22.]])
    >>> autograd.einsum("ii", x)
    tensor(5.)
    """
    equation, operands = _operands(args)
    refuse_others("einsum", *operands)
    plan = _plan(equation, tuple([x.shape for x in operands]))
    if len({x.dtype for x in operands}) > 1:
        if plan.sums:
            raise RuntimeError(
                f"einsum: the operands are {' and '.join(str(x.dtype) for x in operands)}: convert them with .to()"
            )
        operands = in_one_dtype(*operands)
    if operands[0].dtype.kind in "iub" and any(term.summed for term in plan.terms):
        operands = [x.astype(int64) for x in operands]  # in which integers add up
    terms = [_prepared(x, term) for x, term in zip(operands, plan.terms, strict=True)]
    for first, second, subscripts in plan.path:
        b = terms.pop(second)
        a = terms.pop(first)
        terms.append(ops.einsum(a, b, subscripts=subscripts))
    (out,) = terms
    return out if plan.order is None else shape.transpose(out, axes=plan.order)


class _Term(NamedTuple):
    """What is done to an operand before it is multiplied."""

    diagonals: tuple[tuple[int, int], ...]  # pairs of axes with one index
    dropped: tuple[int, ...] | None  # the shape without axes of size 1 that broadcast
    summed: tuple[int, ...]  # axes of indices that occur nowhere else


class _Plan(NamedTuple):
    """How an einsum is computed."""

    terms: tuple[_Term, ...]
    path: tuple[tuple[int, int, str], ...]  # the positions of two terms, the first before the second, and subscripts
    order: tuple[int, ...] | None  # of the axes of what is left
    sums: bool  # whether a product of two is summed


def _prepared(x: Value, term: _Term) -> Any:
    for axis1, axis2 in term.diagonals:
        x = diagonal_ops.diagonal(x, 0, axis1, axis2)
    if term.dropped is not None:
        x = shape.reshape(x, shape=term.dropped)
    return reduction.sum(x, term.summed) if term.summed else x


def _operands(args: tuple[Any, ...]) -> tuple[str, list[Any]]:
    """Return equation and operands, whichever way they were given."""
    if len(args) < 2:
        raise ValueError("einsum: needs an equation and at least one operand, or operands and lists of subscripts")
    if isinstance(args[0], str):
        operands = list(args[1:])
        if len(operands) == 1 and isinstance(operands[0], (list, tuple)):
            operands = list(operands[0])
        return args[0].replace(" ", ""), operands
    operands = list(args[0 : len(args) // 2 * 2 : 2])
    equation = ",".join(_term(subscripts) for subscripts in args[1::2])
    return (f"{equation}->{_term(args[-1])}" if len(args) % 2 else equation), operands


def _term(subscripts: Any) -> str:
    letters = []
    for subscript in subscripts:
        if subscript is not Ellipsis and not 0 <= subscript < len(_LETTERS):
            raise ValueError(f"einsum: subscripts in a list are integers from 0 to 51 or ..., got {subscript!r}")
        letters.append("..." if subscript is Ellipsis else _LETTERS[subscript])
    return "".join(letters)


@functools.lru_cache(maxsize=1024)
def _plan(equation: str, shapes: tuple[tuple[int, ...], ...]) -> _Plan:
    inputs, output = _indices(equation, shapes)
    diagonals = [_diagonals(equation, *operand) for operand in zip(range(len(shapes)), inputs, shapes, strict=True)]
    sizes: dict[str, int] = {}
    for position, (_, here) in enumerate(diagonals):
        for index, size in here:
            known = sizes.setdefault(index, size)
            if known == 1:
                sizes[index] = size
            elif size not in (1, known):
                raise RuntimeError(
                    f"einsum: in {equation!r}, the index {_described(index)} has size {size} in operand {position} of "
                    f"shape {shapes[position]}, but {known} before; sizes must be the same, or 1"
                )
    kept = [[(index, size) for index, size in here if size == sizes[index]] for _, here in diagonals]
    left = ["".join(index for index, _ in here) for here in kept]
    terms = []
    for position, indices in enumerate(left):
        elsewhere = set(output).union(*left[:position], *left[position + 1 :])
        alone = tuple(i for i, index in enumerate(indices) if index not in elsewhere)
        pairs, here = diagonals[position]
        dropped = tuple(size for _, size in kept[position]) if len(kept[position]) < len(here) else None
        terms.append(_Term(pairs, dropped, alone))
    left = ["".join(i for n, i in enumerate(x) if n not in term.summed) for x, term in zip(left, terms, strict=True)]
    path = []
    for first, second in _order(left, output, sizes):
        b, a = left.pop(second), left.pop(first)
        wanted = set(output).union(*left)
        out = "".join(dict.fromkeys(i for i in a + b if i in wanted)) if left else output
        path.append((first, second, f"{a},{b}->{out}"))
        left.append(out)
    order = tuple(left[0].index(i) for i in output)
    sums = any(set(s.partition("->")[0]) - set(s.partition("->")[2]) - {","} for _, _, s in path)
    return _Plan(tuple(terms), tuple(path), None if order == tuple(range(len(order))) else order, sums)


def _described(index: str) -> str:
    return repr(index) if index in _LETTERS else f"{ord(index) - _ELLIPSIS + 1} from the right in '...'"


# Where the characters start that stand for the dimensions of an ellipsis, counted from the right.
_ELLIPSIS = 0x2460


def _indices(equation: str, shapes: tuple[tuple[int, ...], ...]) -> tuple[list[str], str]:
    """Return the indices of each operand and of the result, with the dimensions of ellipses spelled out."""
    left, arrow, right = equation.partition("->")
    texts = left.split(",")
    for text in (*texts, right):
        unknown = next((c for c in text.replace("...", "", 1) if c not in _LETTERS), None)
        if unknown is not None:
            raise RuntimeError(f"einsum: {unknown!r} in {equation!r} is no subscript: those are letters, and one '...'")
    if len(texts) != len(shapes):
        raise RuntimeError(f"einsum: {equation!r} is for {len(texts)} operands, got {len(shapes)}")
    inputs, widest = [], ""
    for position, (text, sizes) in enumerate(zip(texts, shapes, strict=True)):
        spare = len(sizes) - len(text.replace("...", ""))
        if spare < 0 or (spare and "..." not in text):
            raise RuntimeError(
                f"einsum: the subscripts {text!r} name {len(text.replace('...', ''))} dimensions, operand {position} "
                f"has shape {sizes}{'' if '...' in text else '; ... stands for dimensions without a subscript'}"
            )
        rest = "".join(chr(_ELLIPSIS + i) for i in reversed(range(spare)))
        widest = max(widest, rest, key=len)
        inputs.append(text.replace("...", rest))
    if not arrow:
        letters = "".join(texts).replace(".", "")
        return inputs, widest + "".join(sorted(c for c in set(letters) if letters.count(c) == 1))
    for letter in right.replace("...", ""):
        if right.count(letter) > 1:
            raise RuntimeError(f"einsum: the subscript {letter!r} occurs more than once in the result of {equation!r}")
        if letter not in left:
            raise RuntimeError(f"einsum: the subscript {letter!r} of the result occurs in no operand of {equation!r}")
    return inputs, right.replace("...", widest)


def _diagonals(
    equation: str, position: int, indices: str, shape: tuple[int, ...]
) -> tuple[tuple[tuple[int, int], ...], list[tuple[str, int]]]:
    """Return the pairs of axes of which an operand's diagonals are taken, and the indices and sizes left then."""
    here, pairs = list(zip(indices, shape, strict=True)), []
    for index in [i for n, i in enumerate(indices) if i in indices[:n]]:
        first, second = [n for n, (i, _) in enumerate(here) if i == index][:2]
        if here[first] != here[second]:
            raise RuntimeError(
                f"einsum: in {equation!r}, the index {index!r} is repeated in operand {position} of shape {shape}, "
                f"with the sizes {here[first][1]} and {here[second][1]}: only those of one size have a diagonal"
            )
        pairs.append((first, second))
        here = [x for n, x in enumerate(here) if n not in (first, second)] + [here[first]]  # the diagonal comes last
    return tuple(pairs), here


def _order(terms: list[str], output: str, sizes: dict[str, int]) -> list[tuple[int, int]]:
    """Return the positions of the two terms to multiply, step by step; a product goes to the end."""
    if len(terms) <= 2:
        return [(0, 1)] * (len(terms) - 1)
    letters = dict(zip(dict.fromkeys("".join([*terms, output])), _LETTERS, strict=False))  # those numpy.einsum knows
    arrays = [np.broadcast_to(np.empty(()), [sizes[i] for i in term]) for term in terms]
    renamed = ["".join(letters[i] for i in term) for term in (*terms, output)]
    path, _ = np.einsum_path(f"{','.join(renamed[:-1])}->{renamed[-1]}", *arrays, optimize="greedy")
    steps, count = [], len(terms)
    for positions in path[1:]:
        first, second, *more = sorted(positions)
        steps.append((first, second))
        count -= 1
        for done, position in enumerate(more, 2):
            steps.append((position - done, count - 1))
            count -= 1
    return steps


def tensordot(a: Value, b: Value, dims: Any = 2) -> Value:
    """Return the sum of products over dimensions of a and of b.

    ``dims`` is a number, of the last dimensions of a and as many first ones of b, in order, or the pair of two lists of
    dimensions. The result has the remaining dimensions of a, then those of b. Raises RuntimeError if sizes or dtypes
    differ, and for ``dims`` that are neither, or that the operands do not have.

    >>> import autograd
    >>> autograd.tensordot(autograd.ones(2, 3, 4), autograd.ones(4, 3, 5), dims=([1, 2], [1, 0])).shape
    (2, 5)
    """
    refuse_others("tensordot", a, b)
    of_a, of_b = _contracted(a, b, dims)
    if a.dtype != b.dtype:
        raise RuntimeError(f"tensordot: the operands are {a.dtype} and {b.dtype}: convert one of them with .to()")
    indices_a = list(range(a.ndim))
    indices_b = list(range(a.ndim, a.ndim + b.ndim))
    for i, j in zip(of_a, of_b, strict=True):
        if a.shape[i] != b.shape[j] and 1 not in (a.shape[i], b.shape[j]):
            raise RuntimeError(
                f"tensordot: dimension {i} of shape {a.shape} and dimension {j} of shape {b.shape} are "
                f"summed together, but their sizes differ"
            )
        indices_b[j] = i
    rest = [i for i in indices_a if i not in of_a] + [i for i in indices_b if i >= a.ndim]
    return einsum(a, indices_a, b, indices_b, rest)


def _contracted(a: Value, b: Value, dims: Any) -> tuple[list[int], list[int]]:
    """Return the dimensions of a and of b that are summed."""
    if hasattr(dims, "tolist"):
        dims = dims.tolist()
    if isinstance(dims, int):
        if not 0 <= dims <= min(a.ndim, b.ndim):
            raise RuntimeError(
                f"tensordot: dims={dims} dimensions of tensors with {a.ndim} and {b.ndim} cannot be summed"
            )
        return list(range(a.ndim - dims, a.ndim)), list(range(dims))
    lists = [[dim] if isinstance(dim, int) else list(dim) for dim in dims]
    if len(lists) != 2 or len(lists[0]) != len(lists[1]):
        raise RuntimeError(f"tensordot: dims is a number or two lists of dimensions of the same length, got {dims!r}")
    of_a, of_b = ([axis_of("tensordot", i, x.ndim) for i in of] for of, x in zip(lists, (a, b), strict=True))
    for given in (of_a, of_b):
        if len(set(given)) < len(given):
            raise RuntimeError(f"tensordot: a dimension occurs more than once in {given}")
    return of_a, of_b


public(globals())
