"""Properties that hold for any shapes, axes, dtypes and strides: values and derivatives are PyTorch's."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

import autograd
from tests.calls.call import OURS
from tests.parity import compare

FEW, MANY = settings(max_examples=60, deadline=None), settings(max_examples=200, deadline=None)


SIZES = [(), *(shape for rank in (1, 2, 3) for shape in itertools.product(range(4), repeat=rank))]
LAYOUTS = ["C", "F", "gaps", "back"]


def fit(*shapes):
    return all(len({*sizes} - {1}) <= 1 for sizes in itertools.zip_longest(*(s[::-1] for s in shapes), fillvalue=1))


@st.composite
def broadcast_shapes(draw, count):
    """Shapes that broadcast against each other, with axes of size 0, 1 and more, of different ranks."""
    shapes = []
    for _ in range(count):
        shapes.append(draw(st.sampled_from([shape for shape in SIZES if fit(shape, *shapes)])))
    return shapes


@st.composite
def array(draw, shape, low=-3.0, high=3.0, dtypes=("float64",)):
    """An array with any memory layout: contiguous, transposed, with gaps or from back to front."""
    seed = draw(st.integers(0, 2**16))
    values = np.random.default_rng(seed).uniform(low, high, shape)
    values = np.asarray(values, draw(st.sampled_from(dtypes)) if len(dtypes) > 1 else dtypes[0])
    layout = LAYOUTS[seed % 4]
    if layout == "F":
        return np.array(values, order="F")
    if layout == "gaps":
        wide = np.zeros(tuple(2 * n for n in shape), values.dtype)
        wide[(..., *(slice(None, None, 2),) * len(shape))] = values
        return wide[(..., *(slice(None, None, 2),) * len(shape))]
    if layout == "back":
        back = (..., *(slice(None, None, -1),) * len(shape))
        return values[back].copy()[back]
    return values


BINARY = {
    "add": lambda lib, a, b: a + b,
    "sub": lambda lib, a, b: a - b,
    "mul": lambda lib, a, b: a * b,
    "div": lambda lib, a, b: a / (b * b + 0.5),
    "pow": lambda lib, a, b: (a * a + 0.5) ** b,
    "maximum": lambda lib, a, b: lib.maximum(a, b),
    "atan2": lambda lib, a, b: lib.atan2(a, b),
    "where": lambda lib, a, b: lib.where(a > b, a * b, b),
    "logaddexp": lambda lib, a, b: lib.logaddexp(a, b),
}


@pytest.mark.parametrize("name", BINARY)
@FEW
@given(data=st.data())
def test_broadcasting(torch, name, data):
    function = BINARY[name]
    arrays = [data.draw(array(shape)) for shape in data.draw(broadcast_shapes(2))]
    compare(lambda *xs: function(OURS, *xs), lambda *xs: function(torch, *xs), torch, arrays)


@FEW
@given(data=st.data())
def test_broadcasting_of_three(torch, data):
    condition, a, b = [data.draw(array(shape)) for shape in data.draw(broadcast_shapes(3))]
    compare(
        lambda c, a, b: autograd.where(c > 0, a, b) + autograd.lerp(a, b, c) + autograd.addcmul(a, b, c, value=0.5),
        lambda c, a, b: torch.where(c > 0, a, b) + torch.lerp(a, b, c) + torch.addcmul(a, b, c, value=0.5),
        torch,
        [condition, a, b],
    )


SHAPES = [shape for rank in (1, 2, 3) for shape in itertools.product(range(5), repeat=rank)]
# Of every rank: one dimension or several, in any order, each counted from the front or from the back.
AXES = [
    [
        tuple(axis - rank if back else axis for axis, back in zip(axes, signs, strict=True))
        for count in range(1, rank + 1)
        for axes in itertools.permutations(range(rank), count)
        for signs in itertools.product([False, True], repeat=count)
    ]
    for rank in range(4)
]
REDUCTIONS = {
    "sum": {},
    "mean": {"empty": False},
    "prod": {"several": False},
    "var": {"correction": 0, "empty": False},
    "std": {"correction": 0, "empty": False},
    "amax": {"empty": False},
    "amin": {"empty": False},
    "logsumexp": {},
    "norm": {},
    "nansum": {},
    "softmax": {"several": False, "kept": True},
    "log_softmax": {"several": False, "kept": True},
    "cumsum": {"several": False, "kept": True},
    "cumprod": {"several": False, "kept": True},
    "logcumsumexp": {"several": False, "kept": True},
    "max": {"several": False, "empty": False},
    "median": {"several": False, "empty": False},
    "sort": {"several": False, "kept": True},
}


@pytest.mark.parametrize("name", REDUCTIONS)
@FEW
@given(data=st.data())
def test_reductions(torch, name, data):
    options = dict(REDUCTIONS[name])
    several, empty, kept = options.pop("several", True), options.pop("empty", True), options.pop("kept", False)
    shape = data.draw(st.sampled_from([s for s in SHAPES if empty or 0 not in s]))
    x = data.draw(array(shape))
    axes = data.draw(st.sampled_from(AXES[len(shape)]))
    options["dim"] = axes if several and len(axes) > 1 else axes[0]
    if name in ("std", "norm") and (x.size == 0 or min(np.ptp(x, axis=tuple(a % x.ndim for a in axes)).ravel()) == 0):
        return  # the root of 0: where the second derivative is infinite, conventions differ
    if name == "norm" and isinstance(options["dim"], tuple) and len(options["dim"]) > 2:
        return  # a norm of vectors or of matrices
    if not kept:
        options["keepdim"] = data.draw(st.booleans())
    compare(lambda x: getattr(autograd, name)(x, **options), lambda x: getattr(torch, name)(x, **options), torch, [x])


INTEGERS = ["uint8", "int8", "int16", "int32", "int64", "bool"]


@pytest.mark.parametrize("name", ["sum", "prod", "amax", "amin", "all", "any", "argmax", "argmin", "count_nonzero"])
@FEW
@given(data=st.data())
def test_reductions_of_integers(torch, name, data):
    shape = data.draw(st.sampled_from([s for s in SHAPES if 0 not in s]))
    dtypes = [dtype for dtype in INTEGERS if not (name.startswith("arg") and dtype == "bool")]
    x = data.draw(array(shape, 0, 3, dtypes))
    if name.startswith("arg") and len(np.unique(x)) < x.size:
        return  # PyTorch does not say which one of a tie
    dim = data.draw(st.integers(-len(shape), len(shape) - 1))
    got = getattr(autograd, name)(autograd.tensor(x), dim=dim).numpy()
    want = getattr(torch, name)(torch.tensor(x.copy()), dim=dim).numpy()
    assert got.dtype == want.dtype
    np.testing.assert_array_equal(got, want)


@MANY
@given(data=st.data())
def test_matrix_products(torch, data):
    n, m, k = (data.draw(st.integers(0, 3)) for _ in range(3))
    leading = data.draw(broadcast_shapes(2))
    a_shape, b_shape = (*leading[0], n, k), (*leading[1], k, m)
    if data.draw(st.booleans()):
        a_shape = (k,)
    if data.draw(st.booleans()):
        b_shape = (k,)
    arrays = [data.draw(array(a_shape)), data.draw(array(b_shape))]
    compare(lambda a, b: a @ b, lambda a, b: a @ b, torch, arrays)


@MANY
@given(data=st.data())
def test_chains_of_views(torch, data):
    x = data.draw(array((2, 3, 4)))
    steps = data.draw(st.lists(st.sampled_from(VIEWS), max_size=5))

    def chain(library, x):
        for step in steps:
            x = step(library, x)
        return x * x

    compare(lambda x: chain(OURS, x), lambda x: chain(torch, x), torch, [x])


VIEWS = [
    lambda lib, x: x.transpose(0, -1),
    lambda lib, x: x.flatten(0, -1).reshape(2, 3, 4),
    lambda lib, x: x.unsqueeze(1).squeeze(1),
    lambda lib, x: lib.flip(x, (0, 1)),
    lambda lib, x: lib.roll(x, 1, -1),
    lambda lib, x: lib.cat([x[..., 1:], x[..., :1]], -1),
    lambda lib, x: lib.stack(lib.unbind(x, 1), 1),
    lambda lib, x: x.movedim(0, 1).movedim(1, 0),
    lambda lib, x: lib.tril(x) + lib.triu(x, 1),
]
