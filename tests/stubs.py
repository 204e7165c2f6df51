"""Write the stubs (.pyi) of what users import, so that type checkers and editors see what is made by rule.

    python -m tests.stubs

Names are exported by rule (`autograd.exports.public`), methods of tensors are functions, functions are made of ops, and
modules of functions: a program finds that out when it runs, a type checker cannot. The stubs spell it out: signatures,
docstrings, and for functions of tensors and arrays (annotated `Value`) an overload for each kind of result.
"""

import inspect
import sys
import types
import typing
from pathlib import Path

import numpy as np

import autograd
import nn
from autograd.core.op import Tensor as AnyTensor, Value

ROOT = Path(__file__).resolve().parents[1]

HEAD = """\
import builtins
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol, Self, overload

import numpy as np
from numpy.typing import NDArray
"""
ALIASES = """
_Number = builtins.bool | builtins.int | builtins.float | builtins.complex | np.generic
_Array = NDArray[Any] | _Number
_Value = Tensor | _Array
"""

# How ops are declared. On arrays alone an op returns an array; a call with keywords alone can return either.
OPS = """
class OpFunction(Protocol):
    \"\"\"An op: it is recorded if an argument is a tensor, and returns an array otherwise.\"\"\"

    op: Primitive
    @overload
    def __call__(self, x: Tensor, /, *args: Any, **kwargs: Any) -> Tensor: ...
    @overload
    def __call__(self, a: _Array, b: Tensor, /, *args: Any, **kwargs: Any) -> Tensor: ...
    @overload
    def __call__(self, x: _Array, /, *args: Any, **kwargs: Any) -> NDArray[Any]: ...
    @overload
    def __call__(self, *args: Any, **kwargs: Any) -> Any: ...
"""
PULLBACKS = "implements: Callable[..., Any] | None = None{}, **pullbacks: Callable[..., Any]"
DECLARED = {
    "elementwise": [
        (f"function: Callable[..., Any], /, *, {PULLBACKS.format('')}", "OpFunction"),
        (f"function: None = None, /, *, {PULLBACKS.format('')}", "Callable[[Callable[..., Any]], OpFunction]"),
    ],
    "primitive": [
        (f"function: Callable[..., Any], /, *, {PULLBACKS.format(', outputs: None = None')}", "OpFunction"),
        (
            f"function: None = None, /, *, {PULLBACKS.format(', outputs: None = None')}",
            "Callable[[Callable[..., Any]], OpFunction]",
        ),
        (f"function: Callable[..., Any] | None = None, /, *, {PULLBACKS.format(', outputs: builtins.type')}", "Any"),
    ],
}


class Stub:
    """One stub: its lines, and the classes of ours that they name."""

    def __init__(self, module, own=()):
        self.module = module
        self.own = set(own)  # the names that are defined here
        self.lines = []
        self.imports = set()

    def text(self):
        """Return the stub."""
        doc = (inspect.getdoc(self.module) or "").splitlines()[0]
        used = any("_Value" in line or "_Array" in line for line in self.lines)
        if used and "Tensor" not in self.own:
            self.imports.add("from autograd.tensor.tensor import Tensor as Tensor")
        start = [f'"""{doc}\n\nWritten by `python -m tests.stubs`.\n"""\n', HEAD]
        return "\n".join([*start, *sorted(self.imports), ALIASES if used else "", *self.lines]) + "\n"

    def annotation(self, given, value="_Value"):
        """Return an annotation as text, with ``value`` for a tensor or an array."""
        of = lambda arg: self.annotation(arg, value)  # noqa: E731
        origin, args = typing.get_origin(given), typing.get_args(given)
        if given is inspect.Parameter.empty or given is typing.Any:
            return "Any"
        if given is Value:
            return value
        if given is AnyTensor:
            return self.name(autograd.Tensor)
        if given is None or given is types.NoneType:
            return "None"
        if given is Ellipsis:
            return "..."
        if given is typing.Self:
            return "Self"
        if isinstance(given, (str, typing.ForwardRef)):
            return getattr(given, "__forward_arg__", given)
        if isinstance(given, list):  # of what a Callable takes
            return f"[{', '.join(map(of, given))}]"
        if origin in (types.UnionType, typing.Union):
            return " | ".join(dict.fromkeys(map(of, args)))
        if origin is typing.Literal:
            return f"Literal[{', '.join(map(repr, args))}]"
        if origin is not None:
            return f"{self.name(origin)}[{', '.join(map(of, args)) or '()'}]"
        return self.name(given) + ("[Any]" if given in (np.dtype, np.ndarray) else "")

    def name(self, thing):
        """Return the name of a class; one of ours is imported if it is not defined here."""
        name, module = thing.__name__, thing.__module__
        if module == "builtins":
            return f"builtins.{name}"  # `autograd.float` is a dtype, `Tensor.float` a method
        if module.split(".")[0] == "numpy":
            return f"np.{name}"
        if module.split(".")[0] in ("autograd", "nn") and name not in self.own:
            self.imports.add(f"from {module} import {name} as {name}")
        return name

    def parameters(self, function, value="_Value", chosen=(), skip=None):
        """Return the parameters as text: ``chosen`` says what some are instead of ``value``; ``skip`` is the first."""
        texts, star = ([], False) if skip is None else ([skip], False)
        given = list(inspect.signature(function).parameters.values())
        for position, parameter in enumerate(given):
            name, kind = parameter.name, parameter.kind
            if position or skip is None:
                if kind is parameter.KEYWORD_ONLY and not star:
                    texts.append("*")
                star = star or kind in (parameter.KEYWORD_ONLY, parameter.VAR_POSITIONAL)
                prefix = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(kind, "")
                text = f"{prefix}{name}: {self.annotation(kind_of(function, parameter), dict(chosen).get(name, value))}"
                if parameter.default is not parameter.empty:
                    literal = isinstance(parameter.default, (int, str, types.NoneType))
                    text += f" = {parameter.default!r}" if literal else " = ..."
                texts.append(text)
            after = given[position + 1].kind if position + 1 < len(given) else None
            if kind is parameter.POSITIONAL_ONLY and after is not kind:
                texts.append("/")
        return ", ".join(texts)

    def variants(self, name, variants, doc=None, indent="", decorator=None):
        """Write a function: pairs of parameters and result, several of which are overloads."""
        for number, (parameters, result) in enumerate(variants):
            self.lines += [f"{indent}@overload"] * (len(variants) > 1)
            self.lines += [f"{indent}{decorator}"] * (decorator is not None)
            documented = doc and not number
            self.lines.append(f"{indent}def {name}({parameters}) -> {result}:{'' if documented else ' ...'}")
            if documented:
                self.docstring(doc, indent + "    ")

    def docstring(self, doc, indent):
        """Write a docstring."""
        first, *rest = doc.replace("\\", "\\\\").replace('"""', r"\"\"\"").splitlines()
        self.lines.append(f'{indent}"""{first}' + ("" if rest else '"""'))
        self.lines += [f"{indent}{line}".rstrip() for line in rest]
        self.lines += [f'{indent}"""'] * bool(rest)

    def function(self, name, function):
        """Write a function: if the result is what the arguments are, each of them can be the tensor that decides."""
        variants, tensor = [], self.name(autograd.Tensor)
        for form in forms(function):
            result = result_of(form)
            parameters = inspect.signature(form).parameters.values()
            single = [p.name for p in parameters if kind_of(form, p) == Value and needed(p)]
            many = [
                p.name
                for p in parameters
                if p.name not in single and mentions(kind_of(form, p), Value) and needed(p, True)
            ]
            if not mentions(result, Value) or not single + many:
                variants.append((self.parameters(form), self.annotation(result)))
                continue
            for position, argument in enumerate(single):
                chosen = {**dict.fromkeys(single[:position], "_Array"), argument: tensor}
                variants.append((self.parameters(form, chosen=chosen), self.annotation(result, tensor)))
            if many and not single:
                variants.append((self.parameters(form, tensor), self.annotation(result, tensor)))
            variants.append((self.parameters(form, "_Array"), self.annotation(result, "NDArray[Any]")))
            if many and not single:  # some of each: a tensor, which a checker cannot tell from the arrays' overload
                variants.append((self.parameters(form), self.annotation(result, "Any")))
        self.variants(name, variants, inspect.getdoc(function))

    def method(self, name, method):
        """Write a method of tensors, of which self is one."""
        function = behind(name, method)
        special, private = name.startswith("__"), name.startswith("_")
        variants = []
        for form in forms(function):
            parameters = self.parameters(form, skip="self")
            _, *others = inspect.signature(form).parameters.values()
            if special and [other.kind for other in others] == [inspect.Parameter.POSITIONAL_OR_KEYWORD]:
                parameters += ", /"  # an operator's other operand, whatever the op calls it
            result = self.annotation(result_of(form), "Tensor") if function is method else "Self"
            variants.append((parameters, result))
        self.variants(name, variants, None if private else inspect.getdoc(method), "    ")
        if name in ("__eq__", "__ne__"):
            self.lines[-1] += "  # type: ignore[override]"

    def property(self, name, member):
        """Write a property, and how it is set."""
        result = self.annotation(inspect.signature(member.fget).return_annotation)
        self.variants(name, [("self", result)], inspect.getdoc(member), "    ", "@property")
        if member.fset:
            value = list(inspect.signature(member.fset).parameters.values())[1]
            given = f"self, {value.name}: {self.annotation(value.annotation)}"
            self.variants(name, [(given, "None")], None, "    ", f"@{name}.setter")


def kind_of(function, parameter):
    """Return the annotation of a parameter: one without default of an op is a tensor or an array."""
    of_op = hasattr(function, "op") and parameter.annotation is parameter.default is parameter.empty
    return Value if of_op else parameter.annotation


def result_of(function):
    """Return what a function returns: an op without annotations what its arguments are, or a tuple of that."""
    given = inspect.signature(function).return_annotation
    if given is inspect.Signature.empty and hasattr(function, "op"):
        return Value if function.op.outputs is None else tuple[Value, ...]
    return given


def forms(function):
    """Return the overloads of a function, or itself; those for ``dim`` twice, if it takes NumPy's names by rule."""
    found = []
    for form in typing.get_overloads(function):
        signature = inspect.signature(form)
        dim, keepdim = signature.parameters.get("dim"), signature.parameters.get("keepdim")
        if None in (dim, keepdim) or not needed(dim) or not hasattr(function, "__signature__"):
            found.append(form)
            continue
        keyword = inspect.Parameter.KEYWORD_ONLY
        rest = [p for p in signature.parameters.values() if p not in (dim, keepdim)]
        axis, keepdims = dim.replace(name="axis", kind=keyword), keepdim.replace(name="keepdims", kind=keyword)
        for parameters in ([*rest, dim, keepdim, keepdims], [*rest, axis, keepdim.replace(kind=keyword), keepdims]):
            found.append(types.FunctionType(form.__code__, form.__globals__))
            found[-1].__signature__ = signature.replace(parameters=parameters)
    return found or [function]


def needed(parameter, many=False):
    """Return whether a parameter has to be given; with ``many``, also if it takes all further arguments."""
    return parameter.default is parameter.empty and (many or parameter.kind is not parameter.VAR_POSITIONAL)


def mentions(annotation, wanted):
    """Return whether an annotation has another one in it."""
    return annotation is wanted or any(mentions(arg, wanted) for arg in typing.get_args(annotation))


def behind(name, method):
    """Return the function of which a method such as ``add_`` or ``__iadd__`` is the form in place, or itself."""
    kinds = [parameter.kind for parameter in inspect.signature(method).parameters.values()]
    if kinds[1:] != [inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD]:
        return method
    return getattr(autograd.Tensor, name.replace("__i", "__") if name.startswith("__i") else name[:-1], method)


def as_written(function, name):
    """Return whether a function stands in a file under its name, with all its parameters, and says what it returns."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    by_rule = hasattr(function, "op") or hasattr(function, "__signature__") or typing.get_overloads(function)
    if code is None or code.co_name != name or by_rule:
        return False
    signature = inspect.signature(function)
    given = [signature.return_annotation, *(p.annotation for p in signature.parameters.values())]
    return not any(mentions(annotation, Value) or mentions(annotation, AnyTensor) for annotation in given)


def tensors():
    """Return the stub of the class of tensors: with all that its parts, functions and other modules give it."""
    stub = Stub(sys.modules[autograd.Tensor.__module__], ["Tensor"])
    stub.lines.append("class Tensor:")
    stub.docstring(inspect.getdoc(autograd.Tensor), "    ")
    hints = typing.get_type_hints(autograd.Tensor)
    stub.lines += [f"    {name}: {stub.annotation(hints[name])}" for name in ("_array", "_node", "_cut", "_frozen")]
    for name in sorted(set(dir(autograd.Tensor)) - {"__getattr__"}):  # by which a checker would think that any exists
        member = inspect.getattr_static(autograd.Tensor, name)
        if isinstance(member, property):
            stub.property(name, member)
        elif isinstance(member, classmethod):
            given = stub.parameters(member.__func__, skip="cls"), stub.annotation(result_of(member.__func__))
            stub.variants(name, [given], None, "    ", "@classmethod")
        elif inspect.isfunction(member):
            stub.method(name, member)
    return stub


def face(module, names, *modules):
    """Return the stub of a package that users import: what stands in a file is imported, the rest is written out."""
    stub = Stub(module, names)
    stub.imports |= {f"from . import {name} as {name}" for name in modules}
    for name in sorted(names):
        thing = getattr(module, name)
        if name in DECLARED:
            stub.variants(name, DECLARED[name], inspect.getdoc(thing))
        elif isinstance(thing, types.ModuleType):
            continue
        elif isinstance(thing, np.dtype):
            stub.lines.append(f"{name}: np.dtype[Any]")
        elif inspect.isclass(thing) or as_written(thing, name):
            stub.imports.add(f"from {thing.__module__} import {thing.__name__} as {name}")
        elif callable(thing):
            stub.function(name, thing)
        else:
            stub.lines.append(f"{name}: {stub.annotation(type(thing))}")
    stub.lines.append(f"__all__ = {sorted(names)!r}")
    return stub


def stubs():
    """Return all stubs, by file."""
    top = face(autograd, autograd.__all__, "dtypes", "func", "functional", "linalg", "ops", "random", "special")
    top.lines.insert(0, OPS)
    top.imports.add("from autograd.core.primitive import Primitive as Primitive")
    top.lines += ["__version__: builtins.str", "__glassgrad__: builtins.bool"]
    made = {
        "autograd/__init__.pyi": top,
        "autograd/tensor/tensor.pyi": tensors(),
        "autograd/linalg/__init__.pyi": face(autograd.linalg, [*autograd.linalg.__all__, "LinAlgError"]),
        "autograd/special.pyi": face(autograd.special, autograd.special.__all__),
        "nn/functional/__init__.pyi": face(nn.functional, nn.functional.__all__),
    }
    return {ROOT / path: stub.text() for path, stub in made.items()}


if __name__ == "__main__":
    for path, text in stubs().items():
        path.write_text(text, encoding="utf-8")
        print(f"{path.relative_to(ROOT)}: {len(text.splitlines()):,} lines")
