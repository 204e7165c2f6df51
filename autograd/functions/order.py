"""PyTorch's names for functions that put dimensions, or elements along them, in another order.

Results of those for dimensions share memory with the input; flip, roll and rot90 copy.
"""

from collections.abc import Sequence
from operator import index

from ..core.op import Value
from ..exports import public
from ..ops import shape as ops
from ..ops.conversion import copy
from .arguments import Dim, Sizes, axes_of, axis_of, integers


def permute(input: Value, *order: Sizes, dims: Sizes | None = None) -> Value:
    """Return the input with its dimensions in the order ``dims``. Raises RuntimeError if one is missing or named twice.

    >>> import autograd
    >>> autograd.permute(autograd.zeros(2, 3, 4), (2, 0, 1)).shape
    (4, 2, 3)
    """
    wanted, ndim = integers("permute", order, dims), input.ndim
    axes = tuple([axis_of("permute", d, ndim) for d in wanted])
    if sorted(axes) != list(range(ndim)):
        raise RuntimeError(f"permute: dims {wanted} is no permutation of the {ndim} dimensions")
    return ops.transpose(input, axes=axes)


def transpose(input: Value, dim0: int, dim1: int) -> Value:
    """Return the input with two dimensions exchanged.

    >>> import autograd
    >>> autograd.transpose(autograd.zeros(2, 3, 4), 0, -1).shape
    (4, 3, 2)
    """
    return _exchanged("transpose", input, dim0, dim1)


swapdims = transpose


def swapaxes(input: Value, axis0: int, axis1: int) -> Value:
    """Return the input with two dimensions exchanged, as `transpose`.

    >>> import autograd
    >>> autograd.swapaxes(autograd.zeros(2, 3, 4), 0, 1).shape
    (3, 2, 4)
    """
    return _exchanged("swapaxes", input, axis0, axis1)


def _exchanged(name: str, input: Value, one: int, other: int) -> Value:
    ndim = input.ndim
    axes = list(range(ndim))
    first, second = axis_of(name, one, ndim), axis_of(name, other, ndim)
    if ndim:
        axes[first], axes[second] = axes[second], axes[first]
    return ops.transpose(input, axes=tuple(axes))


def t(input: Value) -> Value:
    """Return the transpose of a matrix; a vector is returned as it is. Raises RuntimeError for more dimensions.

    >>> import autograd
    >>> autograd.t(autograd.zeros(2, 3)).shape
    (3, 2)
    """
    if input.ndim > 2:
        raise RuntimeError(f"t: needs at most 2 dimensions, got shape {input.shape}; use .mT or .transpose()")
    return ops.transpose(input, axes=tuple(reversed(range(input.ndim))))


def movedim(input: Value, source: Sizes, destination: Sizes) -> Value:
    """Return the input with dimensions moved to other places, the rest in order.

    Raises RuntimeError if a dimension is named twice, or source and destination are not as many.

    >>> import autograd
    >>> autograd.movedim(autograd.zeros(2, 3, 4), 0, -1).shape
    (3, 4, 2)
    """
    ndim = input.ndim
    origins, places = axes_of("movedim", source, ndim), axes_of("movedim", destination, ndim)
    if len(origins) != len(places):
        raise RuntimeError(f"movedim: source {source} and destination {destination} are not as many")
    axes = [i for i in range(ndim) if i not in origins]
    if ndim:
        for to, origin in sorted(zip(places, origins, strict=True)):
            axes.insert(to, origin)
    return ops.transpose(input, axes=tuple(axes))


moveaxis = movedim


def flip(input: Value, *order: Sizes, dims: Sizes | None = None) -> Value:
    """Return a copy with the elements along ``dims`` in reverse. Raises RuntimeError if one is named twice.

    >>> import autograd
    >>> autograd.flip(autograd.tensor([[1, 2], [3, 4]]), (1,))
    tensor([[2, 1],
            [4, 3]])
    """
    return ops.flip(input, axes=axes_of("flip", integers("flip", order, dims), input.ndim))


def fliplr(input: Value) -> Value:
    """Return a copy with the columns, dimension 1, in reverse. Raises RuntimeError for fewer than two dimensions.

    >>> import autograd
    >>> autograd.fliplr(autograd.tensor([[1, 2], [3, 4]]))
    tensor([[2, 1],
            [4, 3]])
    """
    if input.ndim < 2:
        raise RuntimeError(f"fliplr: needs at least 2 dimensions, got shape {input.shape}; flip(0) takes a vector")
    return ops.flip(input, axes=(1,))


def flipud(input: Value) -> Value:
    """Return a copy with the rows, dimension 0, in reverse. Raises RuntimeError for a 0-d tensor.

    >>> import autograd
    >>> autograd.flipud(autograd.tensor([[1, 2], [3, 4]]))
    tensor([[3, 4],
            [1, 2]])
    """
    if not input.ndim:
        raise RuntimeError("flipud: needs at least 1 dimension, got shape ()")
    return ops.flip(input, axes=(0,))


def roll(input: Value, shifts: Sizes, dims: Dim = None) -> Value:
    """Return a copy with the elements shifted along ``dims``; those pushed out at the end come in at the front.

    Without ``dims`` the tensor is flattened first, and given its shape again afterwards. Raises RuntimeError unless
    there is one shift for each of ``dims``.

    >>> import autograd
    >>> autograd.roll(autograd.tensor([[1, 2, 3], [4, 5, 6]]), 1, dims=1)
    tensor([[3, 1, 2],
            [6, 4, 5]])
    """
    shifts = integers("roll", (shifts,))
    axes = None if dims is None else integers("roll", (dims,)) or None
    if len(shifts) != (1 if axes is None else len(axes)):
        raise RuntimeError(f"roll: needs one shift for each of dims, got shifts {shifts} and dims {axes}")
    if axes is not None:
        axes = tuple([axis_of("roll", dim, input.ndim) for dim in axes])
    return ops.roll(input, shift=shifts, axis=axes if input.ndim else None)


def rot90(input: Value, k: int = 1, dims: Sequence[int] = (0, 1)) -> Value:
    """Return a copy turned by ``k`` quarters from the first of ``dims`` towards the second.

    Raises RuntimeError unless there are two different dimensions to turn in.

    >>> import autograd
    >>> autograd.rot90(autograd.tensor([[1, 2], [3, 4]]))
    tensor([[2, 4],
            [1, 3]])
    """
    if len(dims) != 2 or input.ndim < 2:
        raise RuntimeError(f"rot90: needs 2 dimensions to turn in, got dims {tuple(dims)} of shape {input.shape}")
    first, second = axes_of("rot90", dims, input.ndim)
    k = index(k) % 4
    if not k:
        return copy(input)
    if k == 2:
        return ops.flip(input, axes=(first, second))
    return ops.flip(_exchanged("rot90", input, first, second), axes=(first if k == 1 else second,))


public(globals())
