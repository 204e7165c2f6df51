"""An op with sample arguments: what the checks of `check_op` call."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..core.engine import grad
from ..functions.arguments import array_of
from ..tensor.tensor import Tensor
from .gradcheck import weights_of


def cotangents_of(outputs: Sequence[Tensor]) -> list[Any]:
    """Return arrays that may be the gradients of outputs: of their shapes and dtypes, neither small nor alike."""
    return [w.astype(out.dtype) for out, w in zip(outputs, weights_of([out.shape for out in outputs]), strict=True)]


class Call:
    """An op with its sample arguments: which of them are arrays, what they are called, which have a gradient."""

    def __init__(self, op: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.op, self.kwargs = op, kwargs
        self.primitive = getattr(op, "op", None)
        self.function = getattr(op, "__self__", None) if getattr(op, "__name__", "") == "apply" else None  # a Function
        known = self.primitive.name if self.primitive else getattr(self.function or op, "__qualname__", repr(op))
        self.name = f"check_op({known})"
        self.elementwise = bool(self.primitive and self.primitive.elementwise)
        names = self._names(len(args))
        self.args = [self._sample(name, value) for name, value in zip(names, args, strict=True)]
        self.positions = [i for i, value in enumerate(self.args) if isinstance(value, np.ndarray)]
        self.names = {i: names[i] for i in self.positions}
        self.arrays = [self.args[i] for i in self.positions]
        self.smooth = [
            array.dtype.kind == "f"
            and (self.primitive is None or names[i].partition("[")[0] in self.primitive.pullbacks)
            for i, array in zip(self.positions, self.arrays, strict=True)
        ]
        if not self.positions:
            raise TypeError(f"{self.name}: there is no array among the sample arguments {args!r}")

    def _names(self, count: int) -> list[str]:
        if self.function is not None:
            code = self.function.forward.__code__
            own = code.co_varnames[0 if self.function._with_setup else 1 : code.co_argcount]
            return [own[i] if i < len(own) else f"argument {i}" for i in range(count)]
        if self.primitive is None:
            return [f"argument {i}" for i in range(count)]
        positional = list(self.primitive.signature.positional)
        rest = range(count - len(positional)) if self.primitive.variadic else ()
        names = positional + [f"{self.primitive.variadic}[{i}]" for i in rest]
        if count > len(names):
            raise TypeError(f"{self.name}: {count} sample arguments, but it takes {', '.join(names)}")
        return names[:count]

    def _sample(self, name: str, value: Any) -> Any:
        if isinstance(value, Tensor):
            value = value.detach().numpy()
        is_array = self.primitive is None or name in self.primitive.arrays or "[" in name
        if value is None or not is_array or not isinstance(value, (np.ndarray, np.generic, float, list)):
            return value
        array = np.array(value)
        return array.astype(np.float64) if array.dtype.kind == "f" else array

    def __call__(self, arrays: Sequence[Any]) -> tuple[Any, ...]:
        """Return the outputs for other arrays, always as a tuple."""
        args = list(self.args)
        for i, array in zip(self.positions, arrays, strict=True):
            args[i] = array
        out = self.op(*args, **self.kwargs)
        return tuple(out) if isinstance(out, (tuple, list)) else (out,)

    def leaves(self, arrays: Sequence[Any]) -> list[Tensor]:
        """Return tensors over the very arrays given, which require grad where the op has a gradient."""
        return [Tensor._wrap(array).requires_grad_(smooth) for array, smooth in zip(arrays, self.smooth, strict=True)]

    def gradients(self, arrays: Sequence[Any], cotangents: Sequence[Any] | None = None) -> tuple[list[Any], list[Any]]:
        """Return the outputs, and the gradients of the arrays, None where there is none."""
        leaves = self.leaves(arrays)
        outputs = [out for out in self(leaves) if out.requires_grad]
        if not outputs:
            return [], [None] * len(leaves)
        if cotangents is None:
            cotangents = cotangents_of(outputs)
        inputs = [x for x in leaves if x.requires_grad]
        found = iter(grad(outputs, inputs, [Tensor._wrap(c) for c in cotangents], allow_unused=True))
        return outputs, [next(found) if x.requires_grad else None for x in leaves]

    def fail(self, message: str) -> None:
        raise AssertionError(f"{self.name}: {message}")

    def same(self, what: str, got: Any, want: Any, tolerance: float = 0.0) -> None:
        """Fail where two arrays differ by more than ``tolerance``, relative to the greatest element."""
        if got is None or want is None:
            if got is not want:
                self.fail(f"{what}: got {got}, expected {want}")
            return
        got, want = (array_of(value) for value in (got, want))
        got, want = np.asarray(got), np.asarray(want)
        if got.shape != want.shape:
            self.fail(f"{what}: has shape {got.shape}, expected {want.shape}")
        scale = np.max(np.abs(want[np.isfinite(want)]), initial=0.0) if want.dtype.kind == "f" else 0.0
        with np.errstate(invalid="ignore"):
            near = np.abs(got * 1.0 - want * 1.0) <= tolerance * scale
            close = (got == want) | near | ((got != got) & (want != want))
        if not close.all():
            index = tuple(int(i) for i in np.argwhere(~close)[0])
            self.fail(f"{what} at index {index}: got {got[index]:.7g}, expected {want[index]:.7g}")
