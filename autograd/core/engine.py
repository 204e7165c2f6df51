"""The engine: `backward` and `grad`, two ways into one loop over the graph (`_loop`).

The loop takes the nodes in order of their serial numbers, latest first, so that a node is visited when all its uses
have contributed to its gradient. Without ``create_graph`` it computes on the saved arrays themselves; with it, on
tensors that are rebuilt from the saved arrays, so that the pullbacks are recorded like any other computation.
"""

import sys
from collections.abc import Iterable
from typing import Any

import numpy as np

from . import writes
from .graph import Leaf, Node, Parent, ancestors
from .modes import enable_grad
from .op import Tensor, describe, is_tensor, wrap

# Called as observer(node, gradient, contributions) after each step of a backward pass; empty in normal use.
observers: list[Any] = []


def backward(
    tensors: Any,
    gradients: Any = None,
    retain_graph: bool | None = None,
    create_graph: bool = False,
    inputs: Any = None,
) -> None:
    """Add the gradients of ``tensors`` to the ``.grad`` of the leaves they were computed from.

    ``gradients`` are the cotangents, of the tensors' shapes; 1 for a scalar. ``retain_graph`` keeps what was saved, for
    another backward pass. ``create_graph`` records the computation of the gradients. ``inputs`` restricts which tensors
    receive a gradient. Raises RuntimeError if a tensor does not require grad or its graph was freed, if a saved array
    was changed in place, and for a non-scalar without gradient; TypeError for anything that is no tensor.

    >>> import autograd
    >>> x = autograd.tensor([1.0, 2.0], requires_grad=True)
    >>> autograd.backward((x * x).sum())
    >>> x.grad
    tensor([2., 4.])
    """
    roots = _roots("backward", tensors, gradients)
    sinks = None
    if inputs is not None:
        inputs = _tensors("backward", "inputs", inputs)
        # The hook of retain_grad fills .grad on its own.
        sinks = {
            node: None if x.retains_grad else node for x, node in zip(inputs, _nodes("backward", inputs), strict=True)
        }
    _run(roots, sinks, create_graph if retain_graph is None else retain_graph, create_graph)


def grad(
    outputs: Any,
    inputs: Any,
    grad_outputs: Any = None,
    retain_graph: bool | None = None,
    create_graph: bool = False,
    allow_unused: bool | None = None,
    materialize_grads: bool = False,
) -> tuple[Tensor, ...]:
    """Return the gradients of ``outputs`` with respect to ``inputs``, without touching any ``.grad``.

    The sum over outputs of (grad_output)ᵀ ∂output/∂input, one tensor for each input, of its shape and dtype. An input
    that the outputs do not depend on raises RuntimeError, or gives None with ``allow_unused``, zeros with
    ``materialize_grads``. The other arguments are those of `backward`.

    >>> import autograd
    >>> x = autograd.tensor(2.0, requires_grad=True)
    >>> (first,) = autograd.grad(x * x * x, x, create_graph=True)
    >>> (second,) = autograd.grad(first, x)
    >>> first.item(), second.item()
    (12.0, 12.0)
    """
    inputs = _tensors("grad", "inputs", inputs)
    if materialize_grads and allow_unused is False:
        raise ValueError("grad: materialize_grads=True gives unused inputs zeros and so needs allow_unused=True")
    nodes = _nodes("grad", inputs)
    sinks: dict[Parent, _Sink] = {node: _Sink() for node in nodes}
    roots = _roots("grad", outputs, grad_outputs)
    _run(roots, sinks, create_graph if retain_graph is None else retain_graph, create_graph)
    gradients = []
    for position, (node, tensor) in enumerate(zip(nodes, inputs, strict=True)):
        gradient = sinks[node].grad
        if gradient is None and materialize_grads:
            gradient = wrap(np.zeros_like(tensor._array))
        elif gradient is None and not allow_unused:
            raise RuntimeError(
                f"grad: the outputs do not depend on input {position}, of shape {tuple(tensor.shape)}; "
                f"allow_unused=True gives None for such inputs"
            )
        gradients.append(gradient)
    return tuple(gradients)


class _Sink:
    """Collects the gradient of one of the inputs of `grad`."""

    grad: Any = None


def _run(roots: list[tuple[Parent, Any]], sinks: Any, retain_graph: bool, create_graph: bool) -> None:
    """Pass the gradients of ``roots``, pairs of node and cotangent, back through the graph.

    They end in the ``grad`` of all leaves, or with ``sinks``, a dict of nodes, in that of its values.
    """
    cotangents: dict[Parent, Any] = {}
    for root, gradient in roots:
        cotangents[root] = cotangents[root] + gradient if root in cotangents else gradient
    order = ancestors(cotangents)
    needed = None if sinks is None else _leading_to(sinks, order)
    oldest = writes.newest
    for node in reversed(order):
        if node.inputs:  # not a leaf
            oldest = node.serial
            break
    if oldest < writes.newest:  # something was written since the first node was recorded
        for node in order:
            if isinstance(node, Node) and (needed is None or not needed.isdisjoint(node.inputs)):
                node.check_saved()
    with np.errstate(all="ignore"):  # a derivative may be infinite (sqrt at 0): that is a value, not an accident
        if create_graph:
            tensors = {root: g if is_tensor(g) else wrap(np.asarray(g)) for root, g in cotangents.items()}
            with enable_grad():
                _loop(order, tensors, sinks, needed, retain_graph, True)
        else:
            arrays = {root: getattr(g, "_array", g) for root, g in cotangents.items()}
            _loop(order, arrays, sinks, needed, retain_graph, False)


def _loop(
    order: list[Parent],
    cotangents: dict[Parent, Any],
    sinks: Any,
    needed: set[Parent] | None,
    retain_graph: bool,
    create_graph: bool,
) -> None:
    """Pass gradients on, from every node to its inputs. At heart it is this loop:

        for node in order:  # all uses of a node come before it
            gradient = cotangents.pop(node)
            if not node.inputs:  # a leaf
                node.grad += gradient
                continue
            contributions = node.op.pull(node.inputs, node.saved, node.statics, gradient)
            for parent, contribution in zip(node.inputs, contributions):
                cotangents[parent] += contribution

    The rest is hooks and checks, the freeing of what was saved, the choice of where gradients end (``sinks``) and which
    way they take (``needed``), and care that no array is copied without need, nor changed that somebody else can see.
    """
    checked = writes.newest  # what was saved has been checked against the writes up to this one
    summed: set[Parent] = set()  # where cotangents holds a sum of our own, to which more can be added in place
    contributions: Any = None
    contribution: Any = None
    pending = cotangents.get
    node: Any
    for node in order:
        gradient = cotangents.pop(node, None)
        if gradient is None:
            continue
        inputs = node.inputs
        if node.hooks:
            gradient = _call_hooks(node, gradient, create_graph)
            summed.discard(node)  # a hook may have kept it, or put an array of its own in its place
        if not inputs or sinks:
            sink = node if sinks is None else sinks.get(node)
            if sink is not None:
                contributions = contribution = None  # so that the references to the gradient can be counted
                _accumulate(sink, gradient, create_graph, node in summed)
            if not inputs:
                continue
        if needed is not None:
            inputs = tuple([parent if parent in needed else None for parent in inputs])
            if inputs.count(None) == len(inputs):
                continue
        saved = node.saved
        if saved is None:
            raise RuntimeError(
                f"backward of {node.op.name}: what it saved was freed by an earlier backward pass through it; give the "
                f"earlier pass retain_graph=True, or compute the output again"
            )
        if writes.newest != checked:  # a hook, or a gradient added to a .grad that is part of this graph
            node.check_saved()
        if not node.shape:
            node.cotangent = getattr(gradient, "_array", gradient)  # a tensor's graph could lead back to the node
        try:
            contributions = node.op.pull(inputs, node.op.lift(node) if create_graph else saved, node.statics, gradient)
        except Exception as error:
            error.add_note(f"in the backward pass of {node.op.name}, whose output has shape {node.shape}")
            raise
        if observers:
            for observer in observers:
                observer(node, gradient, contributions)
        if not retain_graph and node.op.saves_arrays:
            node.saved = None
        saved = None
        position = 0  # zip would take longer than the rest of this loop
        for parent in inputs:
            contribution = contributions[position]
            position += 1
            if parent is None or (contribution is None and not node.op.complete):
                continue
            try:
                if contribution.shape != parent.shape or contribution.dtype is not parent.dtype:
                    contribution = node.op.fit(position - 1, contribution, parent)
            except AttributeError:  # not an array: let fit say so
                contribution = node.op.fit(position - 1, contribution, parent)
            before = pending(parent)
            if before is None:
                cotangents[parent] = contribution
            elif parent in summed:
                before += contribution
            else:
                cotangents[parent] = before = before + contribution
                if type(before) is np.ndarray:
                    summed.add(parent)
        before = None


def _leading_to(targets: Any, order: list[Parent]) -> set[Parent]:
    """Return the nodes in ``order`` through which a gradient must pass to reach ``targets``."""
    needed = set(targets)
    for node in reversed(order):
        if any(parent in needed for parent in node.inputs):
            needed.add(node)
    return needed


def _accumulate(sink: Any, gradient: Any, create_graph: bool, is_sum: bool) -> None:
    """Add ``gradient`` to ``sink.grad``, a tensor that shares its memory with nothing else."""
    before = sink.grad
    if before is None:
        sink.grad = _separate(gradient) if create_graph else wrap(_owned(gradient, is_sum))
    elif before.shape != gradient.shape:
        raise RuntimeError(
            f"backward: .grad has shape {before.shape}, the gradient {tuple(gradient.shape)}: set .grad to None when "
            f".data gets another shape"
        )
    elif create_graph or before._node is not None or not before._array.flags.writeable:
        sink.grad = before + gradient
    else:
        before._array += gradient
        writes.mark(before._array)


_ours: int | None = None  # how many references to a gradient the engine holds by itself


def _owned(gradient: Any, is_sum: bool) -> Any:
    """Return ``gradient``, or a copy if anything but the engine could see it: a saved array, another gradient, a view.

    A sum that the loop made is the engine's. For all others the reference count says whether somebody else has it; how
    many references the engine itself makes on the way here is counted once (`count_own_references`).
    """
    global _ours
    references = sys.getrefcount(gradient)
    if _ours is None:
        _ours = references
    if is_sum or (references <= _ours and getattr(gradient, "base", gradient) is None and gradient.flags.writeable):
        return gradient
    return np.array(gradient)


def count_own_references() -> None:
    """Find out how many references the engine makes, by sending a gradient through; called when there are tensors."""
    leaf = Leaf(np.zeros(1))
    _loop([leaf], {leaf: np.ones(1)}, None, None, False, False)


def _separate(gradient: Any) -> Any:
    """Return a tensor of the same value at the same place in the graph that shares its memory with nothing."""
    if isinstance(gradient._node, Leaf):
        return gradient.clone()
    return wrap(np.array(gradient._array), gradient._node)


def _call_hooks(node: Any, gradient: Any, create_graph: bool) -> Any:
    """Return what a node's hooks make of its gradient."""
    # The gradient may be on its way to other tensors too: hooks get one that they may change.
    tensor = _separate(gradient) if create_graph else wrap(np.array(gradient))
    for hook in tuple(node.hooks):
        replaced = hook(tensor)
        if replaced is None:
            continue
        if not is_tensor(replaced):
            raise TypeError(
                f"a hook on the gradient of {node!r} returned a {type(replaced).__name__}, expected a tensor or None"
            )
        if replaced.shape != node.shape or replaced.dtype != node.dtype:
            raise RuntimeError(
                f"a hook on the gradient of {node!r} returned {describe(replaced)}, expected "
                f"{node.dtype}{list(node.shape)}"
            )
        tensor = replaced
    return tensor if create_graph else tensor._array


def _tensors(caller: str, argument: str, given: Any) -> tuple[Any, ...]:
    """Return the tensors given, one or a sequence, as a tuple."""
    tensors = (given,) if hasattr(given, "shape") or not isinstance(given, Iterable) else tuple(given)
    if not tensors and argument == "inputs":
        raise RuntimeError(f"{caller}: inputs is empty: name the tensors that are to receive a gradient")
    for position, tensor in enumerate(tensors):
        if not is_tensor(tensor):
            raise TypeError(f"{caller}: {argument} are tensors, but number {position} is {describe(tensor)}")
    return tensors


def _nodes(caller: str, inputs: tuple[Any, ...]) -> list[Parent]:
    """Return the nodes of tensors; raises RuntimeError for one that does not require grad."""
    for position, tensor in enumerate(inputs):
        if tensor._node is None:
            raise RuntimeError(f"{caller}: input {position}, of shape {tuple(tensor.shape)}, does not require grad")
    return [tensor._node for tensor in inputs]


def _roots(caller: str, tensors: Any, gradients: Any) -> list[tuple[Parent, Any]]:
    """Pair the node of every tensor with its cotangent, checked."""
    if gradients is None and is_tensor(tensors) and tensors._node is not None and not tensors.shape:
        return [(tensors._node, np.ones_like(tensors._array))]  # nearly every call, in a quarter of the time
    tensors = _tensors(caller, "outputs", tensors)
    if gradients is None:
        gradients = (None,) * len(tensors)
    elif hasattr(gradients, "shape") or not isinstance(gradients, Iterable):
        gradients = (gradients,)
    else:
        gradients = tuple(gradients)
    if len(gradients) != len(tensors):
        raise RuntimeError(f"{caller}: {len(tensors)} outputs, but {len(gradients)} gradients")
    roots = []
    for tensor, gradient in zip(tensors, gradients, strict=True):
        node = tensor._node
        if node is None:
            raise RuntimeError(f"{caller}: {why_no_grad(tensor)}")
        if gradient is None:
            if tensor._array.size != 1:
                raise RuntimeError(
                    f"{caller}: a gradient can be created implicitly only for a scalar; the output has shape "
                    f"{tuple(tensor.shape)}: reduce it (.sum(), .mean()) or pass a gradient of that shape"
                )
            gradient = np.ones_like(tensor._array)
        elif not hasattr(gradient, "shape") or gradient.dtype.kind not in "biuf":
            raise TypeError(f"{caller}: a gradient is a tensor of real numbers, or None, got {describe(gradient)}")
        elif tuple(gradient.shape) != tuple(tensor.shape):
            raise RuntimeError(
                f"{caller}: the gradient has shape {tuple(gradient.shape)}, the output {tuple(tensor.shape)}"
            )
        elif gradient.dtype != node.dtype:
            gradient = gradient.astype(node.dtype)
        roots.append((node, gradient))
    return roots


def why_no_grad(tensor: Any) -> str:
    """Return why a tensor that does not require grad does not, in words."""
    if tensor.dtype.kind not in "fc":
        why = f"it holds {tensor.dtype}, and only floating-point tensors have gradients"
    elif tensor._cut is not None:
        why = tensor._cut
    else:
        why = "no tensor it was computed from requires grad: make them with requires_grad=True"
    return f"the output, of shape {tuple(tensor.shape)}, does not require grad: {why}"
