"""Methods by rule: a public function whose first parameter is ``input`` is a method of tensors too.

``Tensor.tanh is autograd.tanh``: the same name, the same object, no layer between. A function of single elements has an
in-place form as well, ``tanh_``. Exceptions are listed here; nothing else is to be written for a new function.
"""

from collections.abc import Callable
from typing import Any

from .. import functions
from ..core.op import Tensor
from ..linalg import top_level
from .fields import Fields
from .in_place import in_place, view_in_place

_NO_METHODS = "bucketize combinations rsub std_mean var_mean".split()  # neither are they in PyTorch
_DESCRIPTION = "is_complex is_floating_point numel".split()  # of tensors alone they need no checks

# Functions of these modules have in-place forms, others only where they are listed.
_IN_PLACE_MODULES = tuple(
    f"autograd.functions.{name}" for name in ("comparison", "elementwise", "scattering", "special")
)
_IN_PLACE = "addbmm addmm addmv addr baddbmm cumprod cumsum masked_fill renorm tril triu".split()
_NOT_IN_PLACE = """
    allclose equal fmax fmin hardshrink is_nonzero isclose isfinite isinf isnan isneginf isposinf isreal logaddexp
    logaddexp2 maximum minimum positive prelu signbit
""".split()
_VIEWS_IN_PLACE = "as_strided squeeze swapaxes swapdims t transpose unsqueeze".split()


class Methods(Fields):
    """The part of `Tensor` that is functions. Below are the methods that are no functions, or have other arguments."""

    __slots__ = ()

    def polygamma(self, n: int) -> Tensor:
        """Return the n-th derivative of `digamma` at self; see `autograd.polygamma`."""
        return functions.polygamma(n, self)

    polygamma_ = in_place("polygamma_", polygamma)

    def where(self, condition: Any, other: Any) -> Tensor:
        """Return self where ``condition``, ``other`` elsewhere; see `autograd.where`."""
        return functions.where(condition, self, other)

    def reshape_as(self, other: Tensor) -> Tensor:
        """Return the tensor in the shape of another."""
        return self.reshape(other.shape)

    def view_as(self, other: Tensor) -> Tensor:
        """Return the same memory in the shape of another; raises RuntimeError where that is not possible."""
        return self.view(other.shape)

    def expand_as(self, other: Tensor) -> Tensor:
        """Return the tensor expanded to the shape of another."""
        return self.expand(other.shape)

    @property
    def T(self) -> Tensor:
        """The dimensions in reverse order."""
        return self.permute(tuple(range(self.ndim))[::-1])

    @property
    def mT(self) -> Tensor:
        """The last two dimensions exchanged."""
        if self.ndim < 2:
            raise RuntimeError(f"mT: needs at least 2 dimensions, got shape {self.shape}")
        return self.transpose(-2, -1)


def _takes_input(function: Callable[..., Any]) -> bool:
    code = getattr(function, "__wrapped__", function).__code__  # an op's own code is generated
    return code.co_varnames[:1] in (("input",), ("tensor",))  # `split` has ``tensor``


def _has_in_place_form(name: str, function: Callable[..., Any]) -> bool:
    return name in _IN_PLACE or (function.__module__ in _IN_PLACE_MODULES and name not in _NOT_IN_PLACE)


for _name, _function in {name: getattr(of, name) for of in (top_level, functions) for name in of.__all__}.items():
    if _takes_input(_function) and _name not in _NO_METHODS and _name not in _DESCRIPTION:
        setattr(Methods, _name, _function)
        if _name in _VIEWS_IN_PLACE:
            setattr(Methods, f"{_name}_", view_in_place(f"{_name}_", _function))
        elif _has_in_place_form(_name, _function):
            setattr(Methods, f"{_name}_", in_place(f"{_name}_", _function))
