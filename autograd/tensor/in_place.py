"""Changes in place: ``x[0] = y``, ``x += y``, ``x.add_(y)``.

A change is written into the tensor's memory and entered in the ledger (`core.writes`), by which a backward pass knows
that what it saved has changed. While gradients are recorded the tensor becomes the result instead, an out-of-place
computation under its old name: its memory stays as it was.
"""

from collections.abc import Callable
from typing import Any, Self

from ..core import dtypes, writes
from ..core.graph import Leaf, Node
from ..core.modes import state
from ..core.op import is_tensor, wrap
from ..core.outputs import PICK
from ..functions.arguments import number
from ..functions.elementwise import pow
from ..functions.subscripts import parts, plain, setitem
from ..ops import conversion, diagonals, elementwise, indexing, shape
from .fields import Fields
from .hooks import RetainGrad

# Ops whose result can be a view of their input.
_VIEWS = {indexing.getitem.op, diagonals.diagonal.op, PICK} | {
    getattr(shape, name).op for name in ("as_strided", "broadcast_to", "reshape", "transpose", "windows")
}


def in_place(name: str, function: Callable[..., Any], *, strict: bool = True) -> Callable[..., Any]:
    """Return the method that gives a tensor the values of ``function`` of it: see `InPlace._replace`."""

    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        self._check_in_place(name)
        return self._replace(function(self, *args, **kwargs), name, strict=strict)

    method.__name__ = method.__qualname__ = name
    method.__doc__ = f"In-place form of `{getattr(function, '__name__', name)}`."
    return method


def view_in_place(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the method that makes a tensor the view of its own memory that ``function`` of it is."""

    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        self._check_in_place(name)
        view = function(self, *args, **kwargs)
        if view._node is not None:
            self._array, self._node = view._array, view._node
        elif self.is_leaf:
            self.data = view
        else:
            raise RuntimeError(f"{name}: under no_grad the result of operations keeps its shape; change a .detach()")
        return self

    method.__name__ = method.__qualname__ = name
    method.__doc__ = f"In-place form of `{getattr(function, '__name__', name)}`: changes the shape, copies nothing."
    return method


class InPlace(Fields):
    """The part of `Tensor` that changes it."""

    __slots__ = ()

    def _check_in_place(self, name: str) -> None:
        """Raise RuntimeError if this is a leaf that requires grad, and gradients are recorded."""
        if isinstance(self._node, Leaf) and state.scope is not None:
            raise RuntimeError(
                f"{name}: a leaf that requires grad is changed in place while gradients are recorded: "
                f"do it under autograd.no_grad(), or on a .clone()"
            )

    def _replace(self, result: Any, name: str, *, strict: bool = True) -> Self:
        """Take over ``result``: by writing it into this tensor's memory, or, if it was recorded, by becoming it.

        The second way leaves the memory alone, so that what was saved of it stays valid; then a view (``strict``)
        cannot keep the promise that the tensor it looks into changes too.
        """
        if result.shape != self.shape:
            raise RuntimeError(
                f"{name}: the result has shape {result.shape}, which does not fit in place of {self.shape}"
            )
        if not dtypes.can_cast(result.dtype, self.dtype):
            raise RuntimeError(
                f"{name}: the result has dtype {result.dtype}, which does not fit in place of {self.dtype}; convert "
                f"the tensor first, or make a new one instead"
            )
        if result._node is None:
            self._write(name, result._array)
            return self
        computed_as_view = not isinstance(self._node, Node) or self._node.op in _VIEWS
        if strict and computed_as_view and self._array.base is not None:
            raise RuntimeError(
                f"{name}: this tensor is a view of another one, which would not see the change while gradients are "
                f"recorded. Index the other one (x[0, 1] = y instead of x[0][1] = y), or change a .clone()"
            )
        if result.dtype != self.dtype:
            result = conversion.astype(result, dtype=self.dtype)
        retained = self.retains_grad
        if retained:  # from now on the gradient of the new node
            assert self._node is not None
            self._node.hooks = [hook for hook in self._node.hooks or () if not isinstance(hook, RetainGrad)]
        self._array, self._node = result._array, result._node
        if retained:
            self.retain_grad()
        return self

    def _write(self, name: str, values: Any, index: Any = ...) -> None:
        """Write into this tensor's memory, and enter it in the ledger."""
        if not self._array.flags.writeable:
            raise RuntimeError(f"{name}: this tensor's memory is read-only (it may be expanded); change a .clone()")
        indexing.assign(self._array, index, values)
        writes.mark(self._array)

    def __setitem__(self, index: Any, value: Any) -> None:
        self._check_in_place("setitem")
        recorded = self._node is not None or (is_tensor(value) and value._node is not None)
        if recorded and state.scope is not None:
            self._replace(setitem(self, index, value), "setitem")
            return
        first, rest = parts(plain(index), self.ndim)
        target = self if first is None else wrap(self._array[first])
        target._write("setitem", getattr(value, "_array", value), rest)

    def fill_(self, value: Any) -> Self:
        """Set all elements to one value. Raises RuntimeError for a number that the dtype does not have."""
        self[...] = value if hasattr(value, "dtype") else number("fill_", value, self.dtype)
        return self

    def zero_(self) -> Self:
        """Set all elements to 0."""
        return self.fill_(0)

    def copy_(self, source: Any) -> Self:
        """Set all elements to those of another tensor, broadcast and converted."""
        self[...] = source.to(self.dtype) if is_tensor(source) else source
        return self

    # x += y may bind the name x to a new tensor, so it is allowed on views; x.add_(y) promises to change x.
    __iadd__ = in_place("+=", elementwise.add, strict=False)
    __isub__ = in_place("-=", elementwise.subtract, strict=False)
    __imul__ = in_place("*=", elementwise.multiply, strict=False)
    __itruediv__ = in_place("/=", elementwise.divide, strict=False)
    __ifloordiv__ = in_place("//=", elementwise.floor_divide, strict=False)
    __imod__ = in_place("%=", elementwise.remainder, strict=False)
    __ipow__ = in_place("**=", pow, strict=False)
    __ilshift__ = in_place("<<=", elementwise.left_shift, strict=False)
    __irshift__ = in_place(">>=", elementwise.right_shift, strict=False)
    __iand__ = in_place("&=", elementwise.bitwise_and, strict=False)
    __ior__ = in_place("|=", elementwise.bitwise_or, strict=False)
    __ixor__ = in_place("^=", elementwise.bitwise_xor, strict=False)
