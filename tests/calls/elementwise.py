"""Functions of single elements."""

import numpy as np

import autograd
from tests.calls.call import M, P, X, Y, call, expression

T = autograd.tensor(X)
I = autograd.tensor([7, -7])  # noqa: E741  (of integers)

N = np.array([[3, -2, 5], [1, 7, -1]])
S = np.tanh(X)  # between -1 and 1

UNARY = ["abs", "absolute", "cos", "exp", "expm1", "negative", "neg", "positive", "relu", "sigmoid", "sign", "sin"]
UNARY += ["square", "tanh", "clone", "exp2", "tan", "sinh", "cosh", "atan", "arctan", "asinh", "arcsinh", "deg2rad"]
UNARY += ["rad2deg", "floor", "ceil", "round", "trunc", "fix", "frac", "nan_to_num"]
OF_POSITIVE = ["log", "log1p", "log2", "log10", "sqrt", "rsqrt", "reciprocal"]
OF_FRACTIONS = ["acos", "arccos", "asin", "arcsin", "atanh", "arctanh"]
BINARY = [
    "add",
    "sub",
    "subtract",
    "mul",
    "multiply",
    "div",
    "divide",
    "true_divide",
    "maximum",
    "minimum",
    "fmax",
    "fmin",
]
BINARY += ["atan2", "arctan2", "hypot", "logaddexp", "logaddexp2", "copysign", "fmod", "remainder"]
LOGICAL = ["bitwise_and", "bitwise_or", "bitwise_xor"]
INTEGER = ["bitwise_left_shift", "bitwise_right_shift"]

# In place: the functions whose name ends in _, on a computed tensor.
IN_PLACE = {
    **{name: () for name in UNARY if name not in ("positive", "clone")},
    **{name: (Y,) for name in BINARY if name not in ("maximum", "minimum", "fmax", "fmin", "logaddexp", "logaddexp2")},
    "addcdiv": (Y, P),
    "addcmul": (Y, P),
    "clamp": (-0.5, 0.5),
    "clip": (-0.5, 0.5),
    "clamp_max": (0.1,),
    "clamp_min": (0.1,),
    "float_power": (2,),
    "floor_divide": (2,),
    "ldexp": (np.array([1, 2, 3, 0]),),
    "lerp": (Y, 0.3),
    "pow": (3,),
}


def in_place(name, x, *args):
    """The row of a form in place, without a gradient where PyTorch has none."""

    def run(library, x, *tensors):
        x = x.detach().clone() if name == "floor_divide" or (name[0] == "a" and name[-1] == "h") else x * 1
        arrays = iter(tensors)
        arguments = [next(arrays) if isinstance(a, np.ndarray) else a for a in args]
        result = getattr(x, f"{name}_")(*arguments)
        assert result is x
        return x

    return expression(name, run, x, *(a for a in args if isinstance(a, np.ndarray)))


CALLS = [
    *(call(name, X) for name in UNARY),
    *(call(name, P) for name in OF_POSITIVE),
    *(call(name, S) for name in OF_FRACTIONS),
    *(call(name, P + 1) for name in ("acosh", "arccosh")),
    *(call(name, X, Y) for name in BINARY),
    *(call(name, X, Y[0, :1]) for name in BINARY),
    call("sgn", S, order=1),  # PyTorch's gradient of sgn cannot be differentiated
    *(call(name, M, ~M) for name in LOGICAL),
    *(call(name, N, abs(N)) for name in LOGICAL + INTEGER),
    *(call(name, N, args=(3,)) for name in LOGICAL + INTEGER),
    *(call(name, N, 6 - N) for name in ("gcd", "lcm")),
    *(call("bitwise_not", x) for x in (M, N)),
    *(in_place(name, X, *args) for name, args in IN_PLACE.items() if name != "float_power"),
    in_place("float_power", X.astype(np.float64), 2)._replace(dtypes=("float64",)),
    *(in_place(name, P) for name in OF_POSITIVE),
    *(in_place(name, S) for name in OF_FRACTIONS),
    *(in_place(name, P + 1) for name in ("acosh", "arccosh")),
    *(
        expression(name, lambda library, x, y, name=name: getattr(x.clone(), f"{name}_")(y), N, abs(N))
        for name in LOGICAL + INTEGER + ["gcd", "lcm"]
    ),
    expression("bitwise_not", lambda library, x: x.clone().bitwise_not_(), N),
    expression("sgn", lambda library, x: x.detach().clone().sgn_(), X),
    expression("heaviside", lambda library, x, y: library.heaviside(x.detach(), y.detach()), X.round(), Y),
    expression("heaviside", lambda library, x, y: x.detach().heaviside(y.detach()), X.round(), Y),
    expression("heaviside", lambda library, x, y: x.detach().clone().heaviside_(y.detach()), X.round(), Y),
    call("nextafter", X, Y, order=1),
    expression("nextafter", lambda library, x, y: x.detach().clone().nextafter_(y.detach()), X, Y),
    call("round", 10 * X, decimals=1),
    call("round", 100 * X, decimals=-1),
    call("nan_to_num", np.array([np.nan, np.inf, -np.inf, 2.0])),
    call("nan_to_num", np.array([np.nan, np.inf, -np.inf, 2.0]), args=(1.0,), posinf=3.0, neginf=-2.0),
    call("nan_to_num", np.array([np.nan, np.inf, -np.inf, 2.0]), nan=1.5, posinf=3),
    call("rsub", X, Y, method=False),
    call("rsub", X, args=(2,), alpha=3, method=False),
    call("rsub", X, Y, alpha=0.5, method=False),
    call("lerp", X, Y, args=(0.25,)),
    call("lerp", X, Y, args=(0.75,)),
    call("lerp", X, Y, weight=-1),
    call("lerp", X, Y, P),
    call("lerp", X, Y, np.array(0.3)),
    call("lerp", X, Y[0], P[:, :1]),
    call("addcmul", X, Y, P),
    call("addcmul", X, Y[:, :1], P, value=2.5),
    call("addcmul", N, N, N, value=3),
    call("addcdiv", X, Y, P),
    call("addcdiv", X, Y[0], P, value=-2),
    call("float_power", P, args=(2,)),
    call("float_power", P, Y),
    call("float_power", abs(N), N),
    expression("float_power", lambda library, x: library.float_power(2, x), X),
    call("ldexp", X, np.array([1, 2, 3, 0])),
    call("ldexp", X, Y),
    call("ldexp", N, N),
    call("clamp_min", X, args=(0.1,)),
    call("clamp_min", X, min=Y),
    call("clamp_min", X, Y),
    call("clamp_max", X, args=(0.1,)),
    call("clamp_max", X, Y),
    call("clamp_max", X, max=Y),
    call("clamp", X, min=Y),
    call("clamp", X, max=Y),
    call("clamp", X, Y, args=(None,)),
    call("clamp", X, Y, X[0]),
    expression("clamp", lambda library, x, y: x.clamp(None, y), X, Y),
    expression("clamp", lambda library, x, y: x.clamp(y, y + 0.1), X, Y),
    call("clamp", np.array([1, 5]), args=(1.5, None)),
    call("div", X, Y, rounding_mode="floor"),
    call("div", X, Y, rounding_mode="trunc"),
    call("div", X, args=(0.3,), rounding_mode="trunc"),
    call("div", N, args=(2,), rounding_mode="trunc"),
    call("div", N, N[::-1].copy(), rounding_mode="trunc"),
    call("true_divide", N, args=(2,)),
    call("fmod", N, args=(3,)),
    call("fmod", X, args=(0.3,)),
    call("fmod", N, args=(2.5,)),
    expression("where", lambda library, x: library.where(x > 0), X),
    expression("where", lambda library, x: library.where(x[0, 0, 0] > -9), X),
    expression("where", lambda library, x: library.where(x > 0, 1.0, 0.1), X),
    expression("where", lambda library, x: library.where(x > 0, 1, 2), X),
    expression("where", lambda library, x: library.where(x > 0, 1, 2.5), X),
    expression("where", lambda library, x: library.where(x > 0, True, False), X),
    expression("where", lambda library, x: library.where(x > 0, x, 1), X),
    call("add", X, Y, alpha=2),
    call("sub", X, Y, alpha=0.5),
    call("subtract", X, Y, alpha=3),
    call("add", X, args=(2,)),
    call("sub", X, args=(2.5,)),
    call("mul", X, args=(2,)),
    call("div", X, args=(4,)),
    call("div", np.array([7, -7]), args=(2,)),
    call("div", np.array([7, -7]), args=(2,), rounding_mode="floor"),
    call("floor_divide", np.array([7, -7, 8]), np.array([2, 2, -3])),
    call("remainder", np.array([7.5, -7.5]), np.array([2.0, 2.0])),
    call("remainder", np.array([7, -7]), args=(3,)),
    *(call("pow", P, args=(e,)) for e in (0, 1, 2, 3, -1, 0.5, 2.0)),
    call("pow", P, Y),
    call("pow", np.array([2, 3]), args=(3,)),
    *(call("pow", M, args=(e,)) for e in (2, 3, 2.0, 0.5)),
    call("square", M),
    call("clamp", X, args=(-0.5, 0.5)),
    call("clamp", X, min=0.1),
    call("clamp", X, max=0.1),
    call("clip", X, args=(-0.5,)),
    call("clamp", X, X - 0.1 + 0.3 * M, X + 0.2),
    call("clamp", np.array([1, 5]), args=(2, 3)),
    call("where", M, X, Y, method=False),
    call("where", M[:, :1], X, Y[0], method=False),
    expression("where", lambda library, x: x.where(x > 0, x * 2), X),
    expression("add", lambda library, x: x.to(x.dtype) * 2, X),
    expression("add", lambda library, x: x.double() * 2, X),
    expression("add", lambda library, x: x.float() * 2, X),
    expression("add", lambda library, x: -x + +x, X),
    expression("add", lambda library, x: abs(x), X),
    expression("add", lambda library, x: 2 - x, X),
    expression("add", lambda library, x: 2 / (x + 5), X),
    expression("add", lambda library, x: x**2 + x**3.0, X),
    expression("add", lambda library, x: 2**x, X),
    expression("add", lambda library, x: 1.5 ** (x * x), X),
    expression("add", lambda library, x: x.detach() // 0.7, X),
    expression("add", lambda library, x: x % 0.7, X),
    expression("add", lambda library, x: (x > 0) & (x < 1) | ~(x == 0) ^ (x != 1), X),
    expression("add", lambda library, x: x.detach() * x, X),
]

ERRORS = [
    (lambda: I**-1, RuntimeError, "power: negative powers of integers"),
    (lambda: autograd.where(I > 0, I.byte(), 300), RuntimeError, "where: 300 is not a value of uint8"),
    (lambda: autograd.where(I > 0, -1, I.byte()), RuntimeError, "where: -1 is not a value of uint8"),
    (lambda: T ** autograd.ones(5), (RuntimeError, ValueError), r"\(2, ?3, ?4\)|5"),
    (lambda: I ** I.new_tensor([1, -2]), RuntimeError, "power: negative powers of integers"),
    (lambda: T.clamp(), RuntimeError, "give min, max or both"),
    (lambda: T.div(2, rounding_mode="up"), RuntimeError, "got 'up'"),
    (lambda: I.div(0, rounding_mode="trunc"), RuntimeError, "^trunc_divide: ZeroDivisionError: .*float"),
    (lambda: I // 0, RuntimeError, "^floor_divide: ZeroDivisionError: .*float"),
    (lambda: I % I.new_tensor([1, 0]), RuntimeError, "^remainder: ZeroDivisionError: .*float"),
    (lambda: I.fmod(0), RuntimeError, "^fmod: ZeroDivisionError: .*float"),
    (lambda: I.add(I, alpha=0.5), RuntimeError, r"add: alpha is an integer .*got 0\.5"),
    (lambda: I.sub(I, alpha=0.5), RuntimeError, r"sub: alpha is an integer .*got 0\.5"),
    (lambda: autograd.rsub(I, 2, alpha=0.5), RuntimeError, r"rsub: alpha is an integer .*got 0\.5"),
    (lambda: I.addcmul(I, I, value=0.5), RuntimeError, r"addcmul: value is an integer .*got 0\.5"),
    (lambda: T.addcdiv(I, I), RuntimeError, r"addcdiv: .*got integers; convert them with \.float"),
    (lambda: autograd.where(T > 0, T), TypeError, "where: give both input and other"),
    (lambda: T.add_(autograd.ones(5, 2, 3, 4)), RuntimeError, r"add_: .*\(5, 2, 3, 4\)"),
    (lambda: I.clamp_(0.5), RuntimeError, "clamp_: .*float32"),
    (lambda: abs(I).sqrt_(), RuntimeError, "sqrt_: .*float32"),
    (lambda: T.gcd(T), TypeError, "gcd"),
    (lambda: T + autograd.ones(5), (RuntimeError, ValueError), r"\(2, ?3, ?4\)|5"),
    (lambda: T & T, TypeError, "bitwise_and"),
]
