"""From the recorded graph to the picture's graph: everything that is drawn is copied out of it.

This is one pass, without recursion, in the order of the serial numbers: every vertex comes after those that it uses.
"""

import math
from collections import Counter
from typing import Any

import numpy as np

from ...core.graph import Constant, Leaf, Node, Parent, ancestors
from ...core.modes import Scope
from ...core.outputs import PICK
from ...tensor.hooks import RetainGrad
from .model import Cluster, Graph, Use, Vertex
from .naming import Names
from .operation import Operation
from .options import Options
from .summary import dtype_name, summarize
from .tape import Tape


class Builder:
    """Makes the picture's ``graph`` of ``roots``, nodes with their arrays (None for one that is gone)."""

    def __init__(self, roots: dict[Parent, Any], names: Names, options: Options, tape: Tape | None, model: Any) -> None:
        self.graph = Graph(recorded=tape is not None)
        self.roots, self.names, self.options, self.tape = roots, names, options, tape
        self.place: dict[Parent, tuple[str, str | None]] = {}  # where arrows from a node start: vertex, output
        self.scopes: dict[Scope, str] = {}  # module call -> cluster
        self.operations: dict[Any, Operation] = {}
        self.constants: dict[int, str] = {}  # id of an array -> its vertex
        self.calls: Counter[int] = Counter()  # id of a module -> how often it was called
        for node in reversed(ancestors(self.roots)):
            if isinstance(node, Leaf):
                self.leaf(node)
            elif node.op is PICK:
                self.output(node)
            else:
                self.operation(node)
        self.settle()
        if model is not None:
            self.unused(model)
        vertices = self.graph.vertices.values()
        self.graph.backward = any(v.gradient is not None for v in vertices)
        kinds = Counter(v.dtype for v in vertices if v.dtype is not None and "float" in v.dtype)
        self.graph.usual = next((kind for kind, _ in kinds.most_common(1)), None)

    def add(self, role: str, title: str, cluster: str | None = None, **known: Any) -> Vertex:
        number = len(self.graph.vertices)
        vertex = Vertex(f"n{number}", role, number, title, cluster, **known)
        self.graph.vertices[vertex.id] = vertex
        return vertex

    def leaf(self, leaf: Leaf) -> None:
        role = "parameter" if leaf in self.names.parameters else "input"
        vertex = self.add(role, self.names.of(leaf) or "tensor", shape=leaf.shape, dtype=dtype_name(leaf.dtype))
        vertex.data, vertex.graded = summarize(leaf.array), True
        vertex.gradient = None if leaf.grad is None else summarize(leaf.grad)
        vertex.parameters = leaf.array.size if role == "parameter" else 0
        self.place[leaf] = vertex.id, None
        if leaf in self.roots:
            self.graph.outputs.append(vertex.id)

    def operation(self, node: Node) -> None:
        op = node.op
        known = self.operations.get(op)
        if known is None:
            known = self.operations[op] = Operation(op)
        cluster = self.cluster(node.scope)
        several = isinstance(node.dtype, tuple)
        vertex = self.add("op", known.title_of(node), cluster, ops=1, shape=node.shape, source=node.source)
        kinds = set(map(dtype_name, node.dtype if several else (node.dtype,)))
        vertex.dtype = kinds.pop() if len(kinds) == 1 else None
        vertex.data = None if node.value is None else summarize(node.value)
        self.gradient(vertex, node)
        if self.options.show_saved:
            vertex.saved = [] if node.saved is None else known.saved(node) or None
        vertex.attributes = known.attributes(node)
        for position, parent in enumerate(node.inputs):
            if parent is not None:
                self.use(vertex, node, known, position, parent)
            elif node.constants is not None:
                self.constant(vertex, node, known, position)
        self.place[node] = vertex.id, None
        if not several:
            self.result(node, vertex, None)

    def output(self, node: Node) -> None:
        (parent,) = node.inputs
        assert isinstance(parent, Node)
        vertex = self.graph.vertices[self.place[parent][0]]
        fields = getattr(getattr(parent.op, "outputs", None), "_fields", None)
        index = node.statics[0]
        self.result(node, vertex, fields[index] if fields else f"[{index}]")

    def result(self, node: Node, vertex: Vertex, output: str | None) -> None:
        """Decide where arrows from ``node`` start: at its op, or at a vertex that is made for its tensor."""
        root = node in self.roots
        name = self.names.of(node)
        show = self.options.show_tensors
        retained = any(isinstance(hook, RetainGrad) for hook in node.hooks or ())
        self.place[node] = vertex.id, output
        if not (root or show == "all" or (show == "named" and (name is not None or retained))):
            return
        if not name:
            name = "loss" if root and node.shape == () and len(self.roots) == 1 else "output" if root else "tensor"
        role, cluster = ("loss", None) if root else ("tensor", vertex.cluster)
        tensor = self.add(role, name, cluster, shape=node.shape, dtype=dtype_name(node.dtype))
        value = self.roots.get(node)
        if value is None:
            value = node.value
        tensor.data = None if value is None else summarize(value)
        self.gradient(tensor, node)
        tensor.graded = True
        if output is None:  # said once, at the tensor
            vertex.data = vertex.gradient = None
            vertex.graded = False
        gradient = tensor.gradient if self.tape is not None else None
        self.graph.uses.append(Use(vertex.id, tensor.id, output=output, gradient=gradient))
        self.place[node] = tensor.id, None
        if root:
            self.graph.outputs.append(tensor.id)

    def gradient(self, vertex: Vertex, node: Node) -> None:
        """Put the gradient of ``node``, if it is known, into its vertex."""
        value = node.grad if node.grad is not None else node.cotangent
        step = None if self.tape is None else self.tape.step_of(node)
        if step is not None:
            vertex.step = step.index
            vertex.gradient = step.gradient[0] if len(step.gradient) == 1 else None
        if vertex.gradient is None and value is not None:
            vertex.gradient = summarize(value)
        expected = not isinstance(node.dtype, tuple) and (node.shape == () or self.tape is not None)
        vertex.graded = expected or vertex.gradient is not None

    def use(self, vertex: Vertex, node: Node, known: Operation, position: int, parent: Parent) -> None:
        source, output = self.place[parent]
        argument = node.op.argument(position)
        use = Use(source, vertex.id, position, argument, known.formula(position), output)
        if node.op.elementwise and parent.shape != node.shape:
            use.sums = _summed(parent.shape, node.shape)
        step = None if self.tape is None else self.tape.step_of(node)
        use.gradient = None if step is None else step.contribution(position)
        self.graph.uses.append(use)
        self.graph.vertices[source].uses += output is None  # several outputs have a gradient each

    def constant(self, vertex: Vertex, node: Node, known: Operation, position: int) -> None:
        """Write an argument that needs no gradient into the box of its op, or draw it."""
        constant = node.constants[position]  # type: ignore[index]
        if constant is None:  # an argument that was left out
            return
        show = self.options.show_constants
        name, by_user = self.names.of_constant(constant) if isinstance(constant, Constant) else (None, False)
        cut = getattr(constant, "cut", None)
        draws = show is True or (show == "inline" and (name is not None or cut is not None))
        if not draws:
            if show is not False:
                known.write(vertex, position, constant, self.options.precision)
            return
        argument = node.op.argument(position)
        source = self.drawn_constant(constant, name, by_user, vertex.cluster)
        self.graph.uses.append(Use(source, vertex.id, position, argument, flows=False, cut=cut))

    def drawn_constant(self, constant: Any, name: str | None, by_user: bool, cluster: str | None) -> str:
        known = constant if isinstance(constant, Constant) else None
        array = np.asarray(constant) if known is None else known.array()
        cut, dtype = (None, None) if known is None else (known.cut, known.dtype)
        if known is not None and id(array) in self.constants:
            return self.constants[id(array)]
        vertex = self.add(
            "input" if by_user and cut is None else "constant",
            name or "constant",
            None if by_user else cluster,
            shape=() if known is None else known.shape,
            dtype=None if dtype is None else str(dtype),
            data=None if array is None else summarize(array),
            note=cut,
        )
        if known is not None and array is not None:
            self.constants[id(array)] = vertex.id
        return vertex.id

    def cluster(self, scope: Scope) -> str | None:
        """Return the cluster of a module call, made if need be; None outside of modules."""
        missing = []
        inner = scope
        while inner.parent is not None and inner not in self.scopes:
            missing.append(inner)
            inner = inner.parent
        parent = self.scopes.get(inner)
        for call in reversed(missing):
            module = call.module()  # None if it is gone
            path, parameters = self.names.modules.get(id(module)), self.names.sizes.get(id(module), 0)
            title = f"{path}: {call.kind}" if path else call.kind
            self.calls[id(module)] += 1
            if module is not None and self.calls[id(module)] > 1:
                title += f", call {self.calls[id(module)]}"
            depth = 1 if parent is None else self.graph.clusters[parent].depth + 1
            name, order = f"c{len(self.graph.clusters)}", len(self.graph.vertices)
            self.graph.clusters[name] = Cluster(name, title, call.kind, depth, parent, parameters, order)
            self.scopes[call] = parent = name
        return self.scopes.get(scope)

    def settle(self) -> None:
        """Put every parameter into the innermost module call that contains all of its uses."""
        common: dict[str, list[str]] = {}
        for use in self.graph.uses:
            if self.graph.vertices[use.source].role == "parameter":
                path = self.graph.path_to(self.graph.vertices[use.target].cluster)
                pairs = zip(common.get(use.source, path), path, strict=False)
                common[use.source] = [a for a, b in pairs if a == b]
        for name, path in common.items():
            self.graph.vertices[name].cluster = path[-1] if path else None

    def unused(self, model: Any) -> None:
        """Add the parameters of ``model`` that the roots do not depend on."""
        leaves = [(parameter._node, path) for path, parameter in model.named_parameters()]
        rest = [(leaf, path) for leaf, path in leaves if isinstance(leaf, Leaf) and leaf not in self.place]
        if not rest:
            return
        total = sum(leaf.array.size for leaf, _ in rest)
        self.graph.clusters["unused"] = Cluster("unused", "unused", "", 1, None, total, len(self.graph.vertices))
        for leaf, path in rest:
            self.leaf(leaf)
            vertex = self.graph.vertices[self.place[leaf][0]]
            vertex.cluster, vertex.title = "unused", self.names.of(leaf) or path
            vertex.role, vertex.note = "parameter", "unused: the loss does not depend on it"


def _summed(shape: tuple[int, ...], to: tuple[int, ...]) -> str | None:
    """Return in words over which axes a gradient of shape ``to`` is summed to have ``shape``."""
    extra = len(to) - len(shape)
    axes = [*range(extra), *(extra + i for i, n in enumerate(shape) if n == 1 and to[extra + i] != 1)]
    if not axes:
        return None
    if math.prod(shape) == 1 and len(axes) == len(to) and len(to) > 1:
        return "sum all"
    return ("sum axis " if len(axes) == 1 else "sum axes ") + ", ".join(map(str, axes))
