"""Tensor: an array, and the node of the graph that computed it.

The arithmetic is that of the ops; this class gives them operators and methods, under PyTorch's names, and does what
concerns a tensor as a value: conversions, protocols, printing, copies, changes in place.
"""

from collections.abc import Iterator
from typing import Any, Self

import numpy as np

from .. import functions
from ..core import dtypes, engine, graph, recorder, writes
from ..core.graph import Hook, Leaf, Node
from ..core.modes import state
from ..core.op import describe
from ..core.outputs import PICK
from ..functions import indexing
from ..ops import conversion, diagonals, elementwise, linalg, shape
from ..ops import indexing as indexing_ops
from .methods import Methods, in_place
from .numpy_protocol import apply_function, apply_ufunc
from .printing import tensor_repr

# Ops whose result can be a view of their input.
_VIEWS = {indexing_ops.getitem.op, diagonals.diagonal.op, PICK} | {
    getattr(shape, name).op for name in ("as_strided", "broadcast_to", "reshape", "transpose", "windows")
}


class Tensor(Methods):
    """An array that remembers how it was computed.

    Made by `tensor`, the creation functions and operations. ``data`` is anything that NumPy makes an array of; Python
    floats get the default dtype, arrays keep theirs. Raises RuntimeError if integers are to require grad.

    >>> import autograd
    >>> x = autograd.Tensor([1.0, 2.0], requires_grad=True)
    >>> y = (x * x).sum()
    >>> y
    tensor(5., grad_fn=<Sum>)
    >>> y.backward()
    >>> x.grad
    tensor([2., 4.])
    """

    # _node is None if no gradient is needed; _cut may then say why, _frozen hold the leaf of a tensor that once did.
    __slots__ = ("__weakref__", "_array", "_cut", "_frozen", "_node")

    _array: Any
    _node: Node | Leaf | None
    _cut: str | None
    _frozen: Leaf | None

    def __init__(self, data: Any, dtype: Any = None, requires_grad: bool = False) -> None:
        self._array = as_array(data, dtype)
        self._node = self._cut = None
        if requires_grad:
            self.requires_grad_()

    @classmethod
    def _wrap(cls, array: Any, node: Any = None) -> "Tensor":
        tensor = object.__new__(Tensor)
        tensor._array = np.asarray(array) if isinstance(array, np.generic) else array
        tensor._node = node
        tensor._cut = None
        return tensor

    def __getattr__(self, name: str) -> Any:
        # Slots that are rarely used are not filled; they read as None.
        if name == "_cut" or name == "_frozen":
            return None
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    # --- what it is ---

    @property
    def shape(self) -> tuple[int, ...]:
        """The sizes of all dimensions."""
        return self._array.shape  # type: ignore[no-any-return]

    @property
    def dtype(self) -> Any:
        """The dtype, a NumPy dtype."""
        return self._array.dtype

    @property
    def ndim(self) -> int:
        """The number of dimensions."""
        return self._array.ndim  # type: ignore[no-any-return]

    @property
    def device(self) -> str:
        """Where the data is: always ``"cpu"``."""
        return "cpu"

    @property
    def itemsize(self) -> int:
        """Bytes per element."""
        return self._array.itemsize  # type: ignore[no-any-return]

    @property
    def nbytes(self) -> int:
        """Bytes of all elements."""
        return self._array.nbytes  # type: ignore[no-any-return]

    def size(self, dim: int | None = None) -> Any:
        """Return the shape, or the size of one dimension."""
        return self.shape if dim is None else self.shape[dim]

    def dim(self) -> int:
        """Return the number of dimensions."""
        return self.ndim

    ndimension = dim

    def numel(self) -> int:
        """Return the number of elements."""
        return self._array.size  # type: ignore[no-any-return]

    nelement = numel

    def element_size(self) -> int:
        """Return the bytes per element."""
        return self.itemsize

    def stride(self, dim: int | None = None) -> Any:
        """Return by how many elements in memory the neighbours along each dimension, or one, are apart."""
        strides = tuple([step // self.itemsize for step in self._array.strides])
        return strides if dim is None else strides[dim]

    def is_floating_point(self) -> bool:
        """Return whether the dtype is of floating point."""
        return bool(self._array.dtype.kind == "f")

    def is_complex(self) -> bool:
        """Return whether the dtype is one of complex numbers."""
        return bool(self._array.dtype.kind == "c")

    def is_signed(self) -> bool:
        """Return whether the dtype has negative numbers."""
        return bool(self._array.dtype.kind in "ifc")

    def is_contiguous(self) -> bool:
        """Return whether the elements are in memory in order, without gaps."""
        return bool(self._array.flags.c_contiguous)

    # --- its place in the graph ---

    @property
    def requires_grad(self) -> bool:
        """Whether operations on it are recorded; settable on leaves."""
        return self._node is not None

    @requires_grad.setter
    def requires_grad(self, value: bool) -> None:
        self.requires_grad_(value)

    def requires_grad_(self, requires_grad: bool = True) -> Self:
        """Set whether gradients are wanted, on a leaf; returns the tensor.

        Raises RuntimeError for integers and complex numbers, and if a result of operations is told not to require it.
        """
        if not requires_grad:
            if isinstance(self._node, Node):
                raise RuntimeError(
                    f"requires_grad_(False): this tensor was computed, by {self._node.op.name}; "
                    f"use .detach() for a tensor without its history"
                )
            if self._node is not None:
                self._frozen, self._node, self._cut = self._node, None, "inputs frozen by requires_grad_(False)"
        elif self._node is None:
            _check_differentiable(self._array)
            self._node = self._frozen or Leaf(self._array)
        return self

    @property
    def is_leaf(self) -> bool:
        """Whether it was made by the user rather than computed from tensors that require grad."""
        return not isinstance(self._node, Node)

    @property
    def grad_fn(self) -> Node | None:
        """The node of the operation that computed it; None for leaves."""
        return self._node if isinstance(self._node, Node) else None

    @property
    def grad(self) -> "Tensor | None":
        """The gradient that backward passes have added up here; None if there was none."""
        node = self._node if self._node is not None else self._frozen
        return None if node is None else node.grad

    @grad.setter
    def grad(self, value: "Tensor | None") -> None:
        if value is not None:
            if not isinstance(value, Tensor):
                raise TypeError(f"grad: expected a tensor or None, got {type(value).__name__}")
            if value.shape != self.shape or value.dtype != self.dtype:
                raise RuntimeError(
                    f"grad: expected shape {self.shape} and dtype {self.dtype}, got {value.shape} and {value.dtype}"
                )
            if value is self:
                raise RuntimeError("grad: a tensor cannot be its own gradient: give it a .clone()")
        node = self._node if self._node is not None else self._frozen
        if node is None:
            if value is None:
                return
            node = self._frozen = Leaf(self._array)
        node.grad = value

    @property
    def name(self) -> str | None:
        """A name for pictures of the graph; settable on tensors that require grad."""
        return None if self._node is None else self._node.name

    @name.setter
    def name(self, value: str | None) -> None:
        if self._node is None:
            raise RuntimeError(
                "name: only tensors that require grad have a place in the graph; draw(names=...) names others"
            )
        self._node.name = value

    @property
    def data(self) -> "Tensor":
        """The same memory without history; changes through it count as in place, assigning replaces the array."""
        return self.detach()

    @data.setter
    def data(self, value: "Tensor") -> None:
        if not isinstance(value, Tensor):
            raise TypeError(f"data: expected a tensor, got {type(value).__name__}; x.data[...] = writes values")
        if self._node is not None:
            _check_differentiable(value._array)
        if isinstance(self._node, Node) and (value.shape != self.shape or value.dtype != self.dtype):
            raise RuntimeError(
                f"data: this tensor was computed with shape {self.shape} and dtype {self.dtype}, which cannot become "
                f"{value.shape} and {value.dtype}"
            )
        self._array = value._array
        leaf = self._node if self._node is not None else self._frozen
        if isinstance(leaf, Leaf):
            leaf = leaf.replace(value._array)
            if self._node is None:
                self._frozen = leaf
            else:
                self._node = leaf

    @property
    def _version(self) -> int:
        """How often this tensor's memory was changed in place."""
        return writes.count(self._array)

    def detach(self) -> "Tensor":
        """Return a tensor with the same memory and no history: gradients stop there."""
        detached = Tensor._wrap(self._array)
        detached._cut = "a tensor was detached" if self._node is not None else self._cut
        return detached

    def detach_(self) -> Self:
        """Forget the history of this tensor."""
        if isinstance(self._node, Leaf):
            self._frozen = self._node
        self._node, self._cut = None, "a tensor was detached"
        return self

    def retain_grad(self) -> None:
        """Keep the gradient of this result of operations in ``.grad``; on leaves it is kept anyway."""
        if self._node is None:
            raise RuntimeError("retain_grad: this tensor does not require grad")
        if isinstance(self._node, Node) and self._node.hooks is None:
            self._node.hooks = []
        if isinstance(self._node, Node) and not any(isinstance(h, _Retain) for h in self._node.hooks or ()):
            assert self._node.hooks is not None
            self._node.hooks.append(_Retain(self._node))

    @property
    def retains_grad(self) -> bool:
        """Whether `retain_grad` was called on this result of operations."""
        return isinstance(self._node, Node) and any(isinstance(h, _Retain) for h in self._node.hooks or ())

    def register_hook(self, hook: Hook) -> "RemovableHandle":
        """Call ``hook(gradient)`` when this tensor's gradient is known in a backward pass.

        What the hook returns, unless None, takes the gradient's place. Returns a handle whose ``remove()`` undoes it.
        Raises RuntimeError if the tensor does not require grad.

        >>> import autograd
        >>> x = autograd.tensor(3.0, requires_grad=True)
        >>> handle = x.register_hook(lambda gradient: 10 * gradient)
        >>> (x * x).backward()
        >>> x.grad
        tensor(60.)
        """
        if self._node is None:
            raise RuntimeError("register_hook: this tensor does not require grad, so no gradient will come by")
        if self._node.hooks is None:
            self._node.hooks = []
        self._node.hooks.insert(len(self._node.hooks) - self.retains_grad, hook)  # what is retained is the result
        return RemovableHandle(self._node.hooks, hook)

    def backward(
        self,
        gradient: "Tensor | None" = None,
        retain_graph: bool | None = None,
        create_graph: bool = False,
        inputs: Any = None,
    ) -> None:
        """Add this tensor's gradients to the ``.grad`` of the leaves it was computed from; see `autograd.backward`."""
        engine.backward(self, gradient, retain_graph, create_graph, inputs)

    def graph(self, **options: Any) -> Any:
        """Return a picture of how this tensor was computed; see `autograd.draw`."""
        from ..visualize import draw

        return draw(self, **options)

    # --- conversions ---

    def numpy(self, *, force: bool = False) -> Any:
        """Return the array, sharing memory. Raises RuntimeError if the tensor requires grad, unless ``force``."""
        if self._node is not None and not force:
            raise RuntimeError(
                "numpy(): this tensor requires grad, and NumPy would not record what is done with it: "
                "use .detach().numpy()"
            )
        return self._array

    def item(self) -> Any:
        """Return the only element as a Python number. Raises RuntimeError if there are more or none."""
        if self._array.size != 1:
            raise RuntimeError(
                f"item: only a tensor with one element is a Python number, this one has shape {self.shape}"
            )
        return self._array.item()

    def tolist(self) -> Any:
        """Return the elements as nested lists of Python numbers."""
        return self._array.tolist()

    def to(
        self, *args: Any, dtype: Any = None, device: Any = None, non_blocking: bool = False, copy: bool = False
    ) -> "Tensor":
        """Return the tensor converted to a dtype, or to the dtype of another tensor; itself if there is nothing to do.

        Raises ValueError for a device other than the CPU.
        """
        for argument in args:
            if isinstance(argument, Tensor):
                dtype = argument.dtype
            elif isinstance(argument, str) and argument.split(":")[0] in ("cpu", "cuda", "mps", "xpu", "meta"):
                device = argument
            elif not isinstance(argument, bool):
                dtype = argument
        if device is not None and not str(device).startswith("cpu"):
            raise ValueError(f"tensors are on the CPU; there is no device {device!r}")
        if dtype is None or np.dtype(dtype) == self.dtype:
            return self.clone() if copy else self
        dtype = np.dtype(dtype)
        if dtype.kind not in "fc":
            converted = Tensor._wrap(self._array.astype(dtype))
            converted._cut = f"a tensor was converted to {dtype}"
            return converted
        return conversion.astype(self, dtype=dtype)  # type: ignore[no-any-return]

    def type(self, dtype: Any = None) -> Any:
        """Return the tensor converted to ``dtype``; without one, the name of its own."""
        return self.dtype.name if dtype is None else self.to(dtype)

    def astype(self, dtype: Any) -> "Tensor":
        """NumPy's name for `to`."""
        return self.to(dtype)

    def type_as(self, other: "Tensor") -> "Tensor":
        """Return the tensor converted to the dtype of another."""
        return self.to(other.dtype)

    def float(self) -> "Tensor":
        """Return the tensor converted to float32."""
        return self.to(dtypes.float32)

    def double(self) -> "Tensor":
        """Return the tensor converted to float64."""
        return self.to(dtypes.float64)

    def half(self) -> "Tensor":
        """Return the tensor converted to float16."""
        return self.to(dtypes.float16)

    def long(self) -> "Tensor":
        """Return the tensor converted to int64."""
        return self.to(dtypes.int64)

    def int(self) -> "Tensor":
        """Return the tensor converted to int32."""
        return self.to(dtypes.int32)

    def short(self) -> "Tensor":
        """Return the tensor converted to int16."""
        return self.to(dtypes.int16)

    def char(self) -> "Tensor":
        """Return the tensor converted to int8."""
        return self.to(dtypes.int8)

    def byte(self) -> "Tensor":
        """Return the tensor converted to uint8."""
        return self.to(dtypes.uint8)

    def bool(self) -> "Tensor":
        """Return the tensor converted to booleans: whether each element is nonzero."""
        return self.to(dtypes.bool_)

    def cpu(self) -> "Tensor":
        """Return the tensor itself, which is on the CPU."""
        return self

    def contiguous(self) -> "Tensor":
        """Return the tensor, or a copy if its elements are not in memory in order."""
        return self if self.is_contiguous() else self.clone()

    def new_tensor(self, data: Any, *, dtype: Any = None, requires_grad: Any = False) -> "Tensor":
        """Return a new tensor of ``data`` in this tensor's dtype."""
        return Tensor(data, self.dtype if dtype is None else dtype, requires_grad)

    def new_empty(self, *sizes: Any, dtype: Any = None, **options: Any) -> "Tensor":
        """Return a new tensor of another shape, whose elements are not set, in this tensor's dtype; see `empty`."""
        return self._new("empty", sizes, dtype, options)

    def new_zeros(self, *sizes: Any, dtype: Any = None, **options: Any) -> "Tensor":
        """Return new zeros of another shape in this tensor's dtype; see `zeros`.

        >>> import autograd
        >>> autograd.arange(3).new_zeros(2, 2)
        tensor([[0, 0],
                [0, 0]])
        """
        return self._new("zeros", sizes, dtype, options)

    def new_ones(self, *sizes: Any, dtype: Any = None, **options: Any) -> "Tensor":
        """Return new ones of another shape in this tensor's dtype; see `ones`."""
        return self._new("ones", sizes, dtype, options)

    def new_full(self, size: Any, fill_value: Any, *, dtype: Any = None, **options: Any) -> "Tensor":
        """Return a new tensor of another shape in this tensor's dtype, filled with one value; see `full`."""
        return self._new("full", (size, fill_value), dtype, options)

    def _new(self, name: str, args: tuple[Any, ...], dtype: Any, options: dict[str, Any]) -> "Tensor":
        from . import creation

        made: Tensor = getattr(creation, name)(*args, dtype=self.dtype if dtype is None else dtype, **options)
        return made

    # --- Python's and NumPy's protocols ---

    __hash__ = object.__hash__  # by identity, although == compares elements
    __array_priority__ = 1000.0

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        return np.array(self.numpy(), dtype, copy=copy)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **kwargs: Any) -> Any:
        return apply_ufunc(ufunc, method, inputs, kwargs)

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        return apply_function(function, args, kwargs)

    def __dlpack__(self, **kwargs: Any) -> Any:
        if self._node is not None:
            raise BufferError("__dlpack__: this tensor requires grad: export .detach()")
        return self._array.__dlpack__(**kwargs)

    def __dlpack_device__(self) -> Any:
        return self._array.__dlpack_device__()

    def __bool__(self) -> Any:
        if self._array.size != 1:
            raise RuntimeError(
                f"the truth value of a tensor of shape {self.shape} is ambiguous: use .any() or .all(), "
                f"or `is` for identity"
            )
        return bool(self._array)

    def __float__(self) -> Any:
        return float(self.item())

    def __int__(self) -> Any:
        return int(self.item())

    def __complex__(self) -> complex:
        return complex(self.item())

    def __index__(self) -> Any:
        if self._array.size != 1 or self._array.dtype.kind not in "iub":
            raise TypeError(f"only an integer tensor with one element is an index, this one is {describe(self)}")
        return int(self._array.item())

    def __len__(self) -> Any:
        if not self._array.ndim:
            raise TypeError("a 0-d tensor has no length")
        return len(self._array)

    def __iter__(self) -> "Iterator[Tensor]":
        if not self._array.ndim:
            raise TypeError("a 0-d tensor cannot be iterated over")
        return iter(self.unbind(0))

    def __contains__(self, element: Any) -> Any:
        if not isinstance(element, (Tensor, np.ndarray, np.generic, int, float, complex)):
            raise TypeError(f"in: a tensor contains numbers, not {type(element).__name__}")
        return bool((self._array == getattr(element, "_array", element)).any())

    def __format__(self, spec: str) -> str:
        if spec and self._array.ndim:
            raise TypeError(f"format: {spec!r} formats one number, this tensor has shape {self.shape}: use .item()")
        return format(self.item(), spec) if spec else str(self)

    def __repr__(self) -> str:
        suffixes = []
        if isinstance(self._node, Node):
            suffixes.append(f"grad_fn={self._node!r}")
        elif self._node is not None:
            suffixes.append("requires_grad=True")
        return tensor_repr(self._array, suffixes)

    def __deepcopy__(self, memo: dict[Any, Any]) -> "Tensor":
        twin = object.__new__(type(self))
        memo[id(self)] = twin
        twin._array = graph._copy_array(self._array, memo)
        twin._node = None if self._node is None else graph.copy(self._node, memo)
        if self._node is None:
            twin._cut = self._cut
            if self._frozen is not None:
                twin._frozen = graph.copy(self._frozen, memo)  # type: ignore[assignment]
        return twin

    def __copy__(self) -> "Tensor":
        twin = object.__new__(type(self))
        twin._array, twin._node, twin._cut, twin._frozen = self._array, self._node, self._cut, self._frozen
        return twin

    def __reduce__(self) -> Any:
        return _rebuild, (type(self), self._array, self._node is not None, self.grad if self.is_leaf else None)

    # --- operators ---

    __add__ = __radd__ = elementwise.add
    __sub__ = elementwise.subtract
    __mul__ = __rmul__ = elementwise.multiply
    __truediv__ = elementwise.divide
    __floordiv__ = elementwise.floor_divide
    __mod__ = elementwise.remainder
    __pow__ = functions.pow
    __matmul__ = linalg.matmul
    __neg__ = elementwise.negative
    __pos__ = elementwise.positive
    __abs__ = elementwise.absolute
    __eq__ = elementwise.equal
    __ne__ = elementwise.not_equal
    __lt__ = elementwise.less
    __le__ = elementwise.less_equal
    __gt__ = elementwise.greater
    __ge__ = elementwise.greater_equal
    __and__ = __rand__ = elementwise.bitwise_and
    __or__ = __ror__ = elementwise.bitwise_or
    __xor__ = __rxor__ = elementwise.bitwise_xor
    __lshift__ = elementwise.left_shift
    __rshift__ = elementwise.right_shift
    __invert__ = elementwise.invert
    __getitem__ = indexing.getitem

    def __rsub__(self, other: Any) -> Any:
        return elementwise.subtract(other, self)

    def __rtruediv__(self, other: Any) -> Any:
        return elementwise.divide(other, self)

    def __rfloordiv__(self, other: Any) -> Any:
        return elementwise.floor_divide(other, self)

    def __rmod__(self, other: Any) -> Any:
        return elementwise.remainder(other, self)

    def __rpow__(self, other: Any) -> Any:
        return elementwise.power(other, self)

    def __rlshift__(self, other: Any) -> Any:
        return elementwise.left_shift(other, self)

    def __rrshift__(self, other: Any) -> Any:
        return elementwise.right_shift(other, self)

    def __rmatmul__(self, other: Any) -> Any:
        return linalg.matmul(other, self)

    # --- changes in place ---

    def _replace(self, result: Any, name: str, *, strict: Any = True) -> Self:
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
        if retained:
            assert self._node is not None
            self._node.hooks = [hook for hook in self._node.hooks or () if not isinstance(hook, _Retain)]
        self._array, self._node = result._array, result._node
        if retained:
            self.retain_grad()
        return self

    def _check_in_place(self, name: str) -> None:
        if isinstance(self._node, Leaf) and state.scope is not None:
            raise RuntimeError(
                f"{name}: a leaf that requires grad is changed in place while gradients are recorded: "
                f"do it under autograd.no_grad(), or on a .clone()"
            )

    def _write(self, name: str, values: Any, index: Any = ...) -> None:
        """Write into this tensor's memory, and enter it in the ledger."""
        if not self._array.flags.writeable:
            raise RuntimeError(f"{name}: this tensor's memory is read-only (it may be expanded); change a .clone()")
        indexing_ops.assign(self._array, index, values)
        writes.mark(self._array)

    def __setitem__(self, index: Any, value: Any) -> None:
        self._check_in_place("setitem")
        recorded = self._node is not None or (isinstance(value, Tensor) and value._node is not None)
        if recorded and state.scope is not None:
            self._replace(indexing.setitem(self, index, value), "setitem")
            return
        first, rest = indexing.parts(indexing.plain(index), self.ndim)
        if first is None:
            self._write("setitem", getattr(value, "_array", value), rest)
        else:
            Tensor._wrap(self._array[first])._write("setitem", getattr(value, "_array", value), rest)

    def fill_(self, value: Any) -> Self:
        """Set all elements to one value. Raises RuntimeError for a number that the dtype does not have."""
        self[...] = value if hasattr(value, "dtype") else indexing.number("fill_", value, self.dtype)
        return self

    def zero_(self) -> Self:
        """Set all elements to 0."""
        return self.fill_(0)

    def copy_(self, source: Any) -> Self:
        """Set all elements to those of another tensor, broadcast and converted."""
        self[...] = source if not isinstance(source, Tensor) else source.to(self.dtype)
        return self

    # --- shapes ---

    def reshape_as(self, other: "Tensor") -> Any:
        """Return the tensor in the shape of another."""
        return self.reshape(other.shape)

    def view_as(self, other: "Tensor") -> Any:
        """Return the same memory in the shape of another; raises RuntimeError where that is not possible."""
        return self.view(other.shape)

    def expand_as(self, other: "Tensor") -> Any:
        """Return the tensor expanded to the shape of another."""
        return self.expand(other.shape)

    @property
    def T(self) -> Any:
        """The dimensions in reverse order."""
        return self.permute(tuple(range(self.ndim))[::-1])

    @property
    def mT(self) -> Any:
        """The last two dimensions exchanged."""
        if self.ndim < 2:
            raise RuntimeError(f"mT: needs at least 2 dimensions, got shape {self.shape}")
        return self.transpose(-2, -1)


# x += y may bind the name x to a new tensor, so it is allowed on views; x.add_(y) promises to change x.
for _name, (_symbol, _function) in {
    "__iadd__": ("+=", elementwise.add),
    "__isub__": ("-=", elementwise.subtract),
    "__imul__": ("*=", elementwise.multiply),
    "__itruediv__": ("/=", elementwise.divide),
    "__ifloordiv__": ("//=", elementwise.floor_divide),
    "__imod__": ("%=", elementwise.remainder),
    "__ipow__": ("**=", functions.pow),
    "__ilshift__": ("<<=", elementwise.left_shift),
    "__irshift__": (">>=", elementwise.right_shift),
    "__iand__": ("&=", elementwise.bitwise_and),
    "__ior__": ("|=", elementwise.bitwise_or),
    "__ixor__": ("^=", elementwise.bitwise_xor),
}.items():
    setattr(Tensor, _name, in_place(_symbol, _function, strict=False))


class _Retain:
    """The hook behind `Tensor.retain_grad`."""

    def __init__(self, node: Node) -> None:
        import weakref

        self.node = weakref.ref(node)  # the node holds this hook

    def __call__(self, gradient: Tensor) -> None:
        node = self.node()
        if node is not None:
            node.grad = Tensor._wrap(gradient._array.copy()) if node.grad is None else node.grad + gradient


class RemovableHandle:
    """What registering a hook returns: ``remove()`` takes the hook off again; also a context manager."""

    def __init__(self, hooks: Any, hook: Any) -> None:
        self._hooks, self._hook = hooks, hook

    def remove(self) -> None:
        """Take the hook off; does nothing the second time."""
        if self._hook is not None:
            for position, hook in enumerate(self._hooks):
                if hook is self._hook:
                    del self._hooks[position]
                    break
            self._hook = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.remove()


def as_array(data: Any, dtype: Any = None, *, copy: Any = True) -> Any:
    """Return ``data`` as an array: Python floats in the default dtype, arrays and tensors in their own."""
    if isinstance(data, Tensor):
        data = data._array
    if isinstance(data, (np.ndarray, np.generic)):
        array = np.array(data, dtype=dtype, copy=copy or None)
        if not array.dtype.isnative:
            array = array.astype(array.dtype.newbyteorder("="))
    else:
        try:
            array = np.array(_plain(data))
        except ValueError as error:
            raise ValueError("tensor: the nested sequences are not all of the same length") from error
        if dtype is not None:
            _check_range(array, np.dtype(dtype))
            array = array.astype(dtype, copy=False)
        elif array.dtype == dtypes.float64 and not _has_float64(data):
            array = array.astype(dtypes.get_default_dtype())
        elif array.dtype.kind == "c" and not hasattr(data, "dtype"):
            array = array.astype(dtypes.result_type(1j))
        elif array.dtype.kind == "u" and array.dtype.itemsize == 8:  # what NumPy makes of integers from 2**63 on
            _check_range(array, dtypes.int64)
    if array.dtype.kind not in "biufc" or array.dtype.itemsize > (16 if array.dtype.kind == "c" else 8):
        raise TypeError(f"tensor: expected numbers, got an array of {array.dtype}")
    return array


def _check_differentiable(array: Any) -> None:
    """Raise RuntimeError if tensors of an array's dtype cannot require grad."""
    if array.dtype.kind == "c":
        raise RuntimeError(
            f"requires_grad: derivatives with respect to complex numbers are not known, this tensor is {array.dtype}"
        )
    if array.dtype.kind != "f":
        raise RuntimeError(
            f"requires_grad: only tensors of floating point can require gradients, this one is {array.dtype}; convert "
            f"it first, with .float() or .double()"
        )


def _check_range(integers: Any, dtype: Any) -> None:
    """Raise RuntimeError if Python integers do not fit in a dtype; negative ones wrap around in an unsigned one."""
    if integers.dtype.kind in "iu" and dtype.kind in "iu" and integers.size:
        most = np.iinfo(dtype).max
        if int(integers.max()) > most or int(integers.min()) < -most - 1:
            raise RuntimeError(f"tensor: the integers do not all fit in {dtype}")


def _plain(data: Any) -> Any:
    """Return nested sequences with the arrays of the tensors in them."""
    if isinstance(data, Tensor):
        return data._array
    if isinstance(data, (list, tuple)):
        return [_plain(item) for item in data] if any(isinstance(i, (list, tuple, Tensor)) for i in data) else data
    return data


def _has_float64(data: Any) -> Any:
    """Return whether a float64 array, as opposed to a Python float, is in nested sequences."""
    while isinstance(data, (list, tuple)):
        if not len(data):
            return False
        data = data[0]
    return isinstance(data, (np.ndarray, np.float64, Tensor)) and data.dtype == dtypes.float64


def _rebuild(cls: Any, array: Any, requires_grad: Any, grad: Any) -> Tensor:
    tensor: Tensor = object.__new__(cls)
    tensor._array, tensor._node = array, None
    if requires_grad:
        tensor.requires_grad_()
    if grad is not None:
        tensor.grad = grad
    return tensor


recorder.bind_tensor(Tensor)
engine._count_own_references()
