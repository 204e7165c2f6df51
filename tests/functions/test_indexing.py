"""Index expressions: what is written in brackets means what it means in PyTorch, to read and to assign."""

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings, strategies as st
from hypothesis.extra import numpy as arrays

import autograd
from autograd.ops.indexing import axes_of
from tests.calls.call import OURS
from tests.parity import compare

FORWARD, BACKWARD = (None, 1, 2, 3), (None, 1, -1, -2)


@st.composite
def indices(draw, steps=FORWARD, integers=True):
    """Draw a shape, and an index into arrays of this shape with parts of all kinds."""
    shape = tuple(draw(st.lists(st.integers(0, 4), max_size=4)))
    first = draw(st.integers(0, len(shape)))
    last = draw(st.integers(first, len(shape)))  # the index names all axes but those from first to last
    size = draw(st.sampled_from([0, 0, 1, 2]))
    start = draw(st.integers(0, max(first - size, 0)))
    mask = draw(arrays.arrays(bool, shape[start : start + size])) if 0 < size <= first else None
    together = (
        draw(arrays.array_shapes(min_dims=0, max_dims=2, min_side=0, max_side=3))
        if mask is None
        else (int(mask.sum()),)
    )

    def part(n):
        kinds = ["slice", "slice"] + ["integer"] * (integers and n > 0) + ["array", "array"] * (n > 0 or 0 in together)
        kind = draw(st.sampled_from(kinds))
        if kind == "slice":
            bounds = st.none() | st.integers(-n - 1, n + 1)
            return slice(draw(bounds), draw(bounds), draw(st.sampled_from(steps)))
        if kind == "integer":
            return draw(st.integers(-n, n - 1))
        if not n:
            return np.zeros(together, np.int64)
        own = tuple([1 if size and draw(st.booleans()) else size for size in together])[draw(st.integers(0, 1)) :]
        return draw(arrays.arrays(np.int64, own, elements=st.integers(-n, n - 1)))

    parts, axis = [], 0
    while axis < first:
        if mask is not None and axis == start:
            parts.append(mask)
            axis += size
        else:
            parts.append(part(shape[axis]))
            axis += 1
    if last < len(shape) or draw(st.booleans()):
        parts.append(Ellipsis)
    parts += [part(n) for n in shape[last:]]
    for _ in range(draw(st.integers(0, 2))):
        parts.insert(draw(st.integers(0, len(parts))), None)
    return shape, parts[0] if len(parts) == 1 and draw(st.booleans()) else tuple(parts)


def given_to(library, index):
    if isinstance(index, tuple):
        return tuple([given_to(library, part) for part in index])
    return library.from_numpy(index.copy()) if isinstance(index, np.ndarray) else index


def sample(shape, seed=0):
    return np.random.default_rng(seed).standard_normal(shape)


def assigned(torch, x, positions, value):
    """PyTorch's x[index] = value; of the values at one place the last one stays, and gets the gradient."""
    last = {place: turn for turn, place in enumerate(positions.reshape(-1).tolist())}
    out = (x * x).reshape(-1)
    out[list(last)] = value.reshape(-1)[list(last.values())]
    return out.reshape(x.shape)


def assign(x, index, value):
    x = x * x
    x[index] = value
    return x


@settings(max_examples=100, deadline=None)
@given(indices())
def test_reading(torch, drawn):
    shape, index = drawn
    compare(lambda x: (x * x)[given_to(OURS, index)], lambda x: (x * x)[given_to(torch, index)], torch, [sample(shape)])


@settings(max_examples=100, deadline=None)
@given(indices(), st.data())
def test_assigning(torch, drawn, data):
    shape, index = drawn
    positions = torch.arange(math.prod(shape)).reshape(shape)[given_to(torch, index)]
    own = tuple([1 if n and data.draw(st.booleans()) else n for n in positions.shape])
    own = own[data.draw(st.integers(0, len(own))) :]
    compare(
        lambda x, value: assign(x, given_to(OURS, index), value),
        lambda x, value: assigned(torch, x, positions, value.expand(positions.shape)),
        torch,
        [sample(shape), sample(own, 1)],
    )


@settings(max_examples=100, deadline=None)
@given(indices(BACKWARD, integers=False))
def test_negative_steps_are_numpys(torch, drawn):
    shape, index = drawn
    written = index if isinstance(index, tuple) else (index,)
    assume(all(part.ndim for part in written if isinstance(part, np.ndarray)))  # in PyTorch 0-d tensors are integers
    explicit = []  # NumPy would move the dimensions of arrays on the sides of an ellipsis, even one for no dimensions
    for part in written:
        explicit += [slice(None)] * (len(shape) - sum(map(axes_of, written))) if part is ... else [part]
    positions = torch.from_numpy(np.array(np.arange(math.prod(shape)).reshape(shape)[tuple(explicit)]))
    compare(lambda x: (x * x)[given_to(OURS, index)], lambda x: (x * x).reshape(-1)[positions], torch, [sample(shape)])
    compare(
        lambda x, value: assign(x, given_to(OURS, index), value),
        lambda x, value: assigned(torch, x, positions, value),
        torch,
        [sample(shape), sample(tuple(positions.shape), 1)],
    )


X = np.arange(24.0).reshape(2, 3, 4)
EXPRESSIONS = {
    "a list": lambda library, x: x[[1, 0, 0]],
    "a list of booleans": lambda library, x: x[[True, False]],
    "a list and an integer": lambda library, x: x[[1, 0], 0],
    "lists": lambda library, x: x[[0, 1], [1, 0]],
    "tuples in a tuple": lambda library, x: x[(0, 1, 1), (1, 0, 0)],
    "a tuple in a tuple": lambda library, x: x[((0, 1, 1),)],
    "a range": lambda library, x: x[range(2), 0],
    "an empty list": lambda library, x: x[[], 0],
    "nothing": lambda library, x: x[()],
    "True": lambda library, x: x[True],
    "False": lambda library, x: x[False],
    "True and an integer": lambda library, x: x[True, 0],
    "an integer and True": lambda library, x: x[0, True],
    "True behind": lambda library, x: x[..., True],
    "True and a tensor": lambda library, x: x[True, library.tensor([0, 1])],
    "True, a tensor and an integer": lambda library, x: x[True, library.tensor([0, 1]), 1],
    "a 0-d boolean": lambda library, x: x[library.tensor(True)],
    "a 0-d tensor": lambda library, x: x[library.tensor(1)],
    "a 0-d tensor and a tensor": lambda library, x: x[library.tensor(1), library.tensor([0, 0])],
    "a slice to a 0-d tensor": lambda library, x: x[library.tensor(1) : library.tensor(2)],
    "a slice from a 0-d tensor, and a tensor": lambda library, x: x[library.tensor(1) :, library.tensor([0, 2, 2])],
    "a NumPy integer": lambda library, x: x[np.int64(1)],
    "a NumPy array": lambda library, x: x[np.array([0, 1, 1]), 0],
    "int32": lambda library, x: x[library.tensor([0, 1, -1], dtype=library.int32)],
    "uint8 as integers": lambda library, x: x[library.tensor([0, 1, 1], dtype=library.uint8).long()],
    "a comparison": lambda library, x: x[x > 3],
    "a comparison of rows": lambda library, x: x[x[:, 0, 0] > 3],
    "an ellipsis for nothing between tensors": lambda library, x: x[
        None, library.tensor([0, 1]), ..., library.tensor([0, 1]), library.tensor([2, 2])
    ],
    "new dimensions": lambda library, x: x[None, :, None, 1],
}


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_expressions(torch, name):
    expression = EXPRESSIONS[name]
    compare(lambda x: expression(OURS, x * x), lambda x: expression(torch, x * x), torch, [X])


@pytest.mark.parametrize("dtype", [np.int8, np.uint8, np.int16, np.int32, np.uint32, np.int64, np.uint64])
def test_small_integers_do_not_overflow(dtype):
    x = autograd.tensor(np.zeros((200, 100, 2)), requires_grad=True)
    rows, columns = np.array([120, 1, 120], dtype), np.array([99, 3, 99], dtype)
    autograd.grad(x[rows].sum(), x)
    (gradient,) = autograd.grad(x[rows, columns].sum(), x)
    assert gradient[120, 99].tolist() == [2.0, 2.0]
    assert gradient[1, 3].tolist() == [1.0, 1.0]
    assert gradient.sum().item() == 6.0
    assert autograd.gather(x[..., 0], 1, autograd.tensor(columns)[:, None]).shape == (3, 1)


def backwards(array):
    return array[::-1, ::-1].copy()[::-1, ::-1]


@pytest.mark.parametrize("layout_of_values", [np.ascontiguousarray, np.asfortranarray, backwards])
@pytest.mark.parametrize("layout", [np.ascontiguousarray, np.asfortranarray, backwards])
def test_the_last_value_stays_whatever_the_layout(layout, layout_of_values):
    rng = np.random.default_rng(0)
    index, values = layout(rng.integers(0, 50, (40, 30))), layout_of_values(rng.standard_normal((40, 30)))
    x = autograd.tensor(np.zeros(50), requires_grad=True)
    value = autograd.from_numpy(values).requires_grad_()
    y = x * 1
    y[autograd.from_numpy(index)] = value
    last = {place: turn for turn, place in enumerate(index.reshape(-1).tolist())}
    expected = np.zeros(50)
    expected[list(last)] = values.reshape(-1)[list(last.values())]
    np.testing.assert_array_equal(y.detach().numpy(), expected)
    (gradient,) = autograd.grad(y.sum(), value)
    assert sorted(np.flatnonzero(gradient.numpy().reshape(-1))) == sorted(last.values())
    for out in (
        autograd.scatter(x, 0, autograd.from_numpy(index).reshape(-1), value.reshape(-1)),
        autograd.put(x, autograd.from_numpy(index), value),
        autograd.index_put(x, (autograd.from_numpy(index),), value),
    ):
        np.testing.assert_array_equal(out.detach().numpy(), expected)
        assert autograd.grad(out.sum(), value)[0].tolist() == gradient.tolist()


def test_the_last_value_stays_in_a_grid():
    rows, columns = np.array([[1], [1]]), np.array([[0, 2]])
    values = np.asfortranarray([[1.0, 2.0], [3.0, 4.0]])
    value = autograd.from_numpy(values).requires_grad_()
    x = autograd.zeros(2, 3, dtype=autograd.float64) * value.sum()
    x[autograd.tensor(rows), autograd.tensor(columns)] = value
    assert x.tolist() == [[0.0, 0.0, 0.0], [3.0, 0.0, 4.0]]
    assert autograd.grad(x.sum(), value)[0].tolist() == [[0.0, 0.0], [1.0, 1.0]]


# Many rows add up in another way than few: (rows, size of one, different rows).
SIZES = [
    (3000, 40, 500),
    (3000, 41, 500),
    (3000, 40, 3),
    (3000, 40, 100_000),
    (3000, 33, 1),
    (50, 40, 7),
    (50, 7, 7),
    (50, 1, 7),
]


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
@pytest.mark.parametrize(("count", "size", "different"), SIZES)
def test_gradients_of_rows_add_up_in_order(count, size, different, dtype):
    rng = np.random.default_rng(0)
    index = rng.integers(-different, different, count)
    upstream = rng.standard_normal((count, size)).astype(dtype)
    upstream[rng.integers(0, count, 3), rng.integers(0, size, 3)] = [np.inf, np.nan, -0.0]
    x = autograd.tensor(np.zeros((different, size), dtype), requires_grad=True)
    expected = np.zeros((different, size), dtype)
    np.add.at(expected, index, upstream)
    for g in (upstream, np.asfortranarray(upstream), np.repeat(upstream, 2, axis=1)[:, ::2]):
        (gradient,) = autograd.grad(x[autograd.tensor(index)], x, autograd.from_numpy(g))
        assert gradient.dtype == expected.dtype
        np.testing.assert_array_equal(gradient.numpy(), expected)
