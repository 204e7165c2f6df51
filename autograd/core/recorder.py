"""A recorder: the function that users call for an op. Its code is generated when it is called for the first time.

Compiling hundreds of ops that a program does not use would make importing slow. So a recorder begins with the code of a
stub (`_STUB`). The first call runs the stub, which asks the op to put the generated code (`template`) in its place and
calls itself again. Python lets a function change its code because both codes have the same free variables. Ops with the
same argument names and the same things to save share the compiled code.
"""

import functools
import linecache
import types
from typing import Any

import numpy as np

from . import dtypes, op as kinds
from .graph import Node, constant
from .modes import state
from .op import watchers
from .outputs import filled
from .signature import lambda_of
from .template import SHARED, source
from .writes import serials


def recorder_of(op: Any, globals_: dict[str, Any], names: tuple[str, ...] = ()) -> Any:
    """Return the function that users call for an op, with the stub as its code.

    ``globals_`` are those of the module it is to belong to, ``names`` what its array arguments are called, if not as in
    the op.
    """
    function = op.forward
    closure = _CLOSURE.copy()
    closure[_OP], closure[_FORWARD], closure[_RECORD] = types.CellType(op), types.CellType(function), types.CellType()
    record: Any = types.FunctionType(_STUB, globals_, op.name, closure=tuple(closure))
    closure[_RECORD].cell_contents = record
    record.op = op
    record.names = names
    record.__qualname__ = op.name
    record.__module__ = globals_.get("__name__", "")
    if not hasattr(function, "__code__"):
        record.__doc__ = (function.__doc__ or "").partition("\n\n")[2].partition("\n\n")[0]  # after the signature
        record.__wrapped__ = lambda_of(names or op.arrays)
    else:
        record.__doc__ = function.__doc__
        record.__wrapped__ = lambda_of(names) if names else function
    return record


def generated(op: Any, names: tuple[str, ...]) -> tuple[types.CodeType, Any]:
    """Return the code that takes the stub's place, and ``pull``, the function that calls the op's pullbacks."""
    record, pull = _compiled(source(op, names))
    own = {"_filled": filled, "_outputs": op.outputs, "_counted": functools.partial(_counted, op)}
    own |= {f"{n}_pullback": pullback for n, pullback in op.pullbacks.items()}
    return record, types.FunctionType(pull, {}, closure=tuple(types.CellType(own[name]) for name in pull.co_freevars))


@functools.cache
def _compiled(text: str) -> list[types.CodeType]:
    """Return the code of ``record`` and ``pull``, compiled once for all ops whose source is the same."""
    file = f"<autograd op, form {_compiled.cache_info().misses}>"
    linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)  # tracebacks show its lines
    return _functions(text, file)


def _functions(text: str, file: str) -> list[types.CodeType]:
    """Return the code of the functions that ``closure`` defines, the one function in the text."""
    (closure,) = (c for c in compile(text, file, "exec").co_consts if isinstance(c, types.CodeType))
    return [c for c in closure.co_consts if isinstance(c, types.CodeType)]


def _counted(op: Any, gradients: Any, nodes: tuple[Any, ...]) -> Any:
    """Return what the pullback of a sequence returned, if there is one gradient for each of its arrays."""
    if not hasattr(gradients, "__len__") or len(gradients) != len(nodes):
        given = len(gradients) if hasattr(gradients, "__len__") else type(gradients).__name__
        raise RuntimeError(
            f"{op.name}: the pullback of {op.variadic!r} returned {given} gradients for {len(nodes)} arrays: return "
            f"one for each"
        )
    return gradients


(_STUB,) = _functions(
    f"""\
def closure({SHARED}):
    def record(*args, **kwargs):
        if False: {SHARED}
        _op.compile(_record)
        return _record(*args, **kwargs)
""",
    "<autograd op>",
)

# What all recorders close over. Cells, not values: `bind_tensor` fills the first when there is a class of tensors.
_SHARED = {
    "_Tensor": types.CellType(None),
    "_Node": types.CellType(Node),
    "_state": types.CellType(state),
    "_new": types.CellType(object.__new__),
    "_constant": types.CellType(constant),
    "_shape": types.CellType(np.shape),
    "_bool": types.CellType(dtypes.bool_),
    "_generic": types.CellType(np.generic),
    "_asarray": types.CellType(np.asarray),
    "_serials": types.CellType(serials),
    "_watchers": types.CellType(watchers),
}
# The same in the order of the free variables, with gaps for what each recorder has of its own: its op, the op's NumPy
# function, and the recorder itself.
_CLOSURE: list[Any] = [_SHARED.get(free) for free in _STUB.co_freevars]
_OP, _FORWARD, _RECORD = map(_STUB.co_freevars.index, ("_op", "_forward", "_record"))


def bind_tensor(cls: Any) -> None:
    """Tell the ops what a tensor is."""
    kinds.tensor_class = _SHARED["_Tensor"].cell_contents = cls
