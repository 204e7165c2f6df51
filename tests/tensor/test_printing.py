"""How tensors print: as in PyTorch."""

import numpy as np
import pytest

import autograd

RANDOM = np.random.default_rng(0)

NUMBERS = [
    1.0,
    0.0,
    -0.0,
    1.5,
    123456.0,
    100000.5,
    1e8,
    99999999.0,
    1e10,
    1e-4,
    0.00011,
    1e-10,
    np.nan,
    np.inf,
    -np.inf,
]
VECTORS = [
    [1.0, 2.0],
    [1.5, -2.25],
    [0.0, 0.0],
    [-0.0, 1.0],
    [1e-5, 1.0],
    [1e5, 1.0],
    [1e3, 1.0],
    [1001.0, 1.0],
    [1000.5, 1.0],
    [1e8, 1.5],
    [1e9, 1.0],
    [1e38, 1.0],
    [1e-8, 1e-9],
    [123456.789, 0.001],
    [np.nan, 1.0],
    [np.nan, 1.5, 1e10],
    [np.nan, np.nan],
    [np.inf, 1.5],
    [np.inf, -np.inf],
    [np.inf, -1.0, 0.0],
]
SHAPES = [(2, 3), (2, 2, 2), (1, 1, 1, 1), (30,), (100,), (3, 50), (2, 40, 2), (1000,), (1001,), (40, 40), (3, 4, 200)]
SHAPES += [(2, 600), (7, 7, 7, 7), (1, 2000), (2000, 1), (0,), (0, 3), (2, 0)]
COMPLEX = [
    1 + 2j,
    [1 + 2j, 3 - 1j],
    [1.5 + 2j, -1 - 0.25j],
    [0j],
    [1e5 + 1j, 2],
    [complex(np.nan, 1), complex(1, np.inf)],
]

ARRAYS = (
    [np.array(number, np.float32) for number in NUMBERS]
    + [np.array(vector, dtype) for vector in VECTORS for dtype in ("float32", "float16") if max(vector) < 6e4]
    + [np.array(value) for value in (3, -7, True, [1, 2, 3], [100, -5, 7], [2**40, 1], [True, False])]
    + [np.array(value, dtype) for value in COMPLEX for dtype in ("complex64", "complex128")]
    + [np.arange(5).astype(dtype) for dtype in ("uint8", "int8", "int16", "int32", "float16", "float64")]
    + [
        change(RANDOM.normal(size=shape).astype(np.float32))
        for shape in SHAPES
        for change in (lambda x: x, lambda x: (1000 * x).astype(np.int64), lambda x: x > 0, lambda x: x * 1e6)
    ]
    + [RANDOM.normal(size=shape) for shape in SHAPES]
)


@pytest.mark.parametrize("index", range(len(ARRAYS)))
def test_tensors_print_as_in_pytorch(torch, index):
    expected = repr(torch.tensor(ARRAYS[index])).replace("torch.", "")
    got = repr(autograd.tensor(ARRAYS[index]))
    # NumPy's names of dtypes are shorter, and may fit on a line on which PyTorch's do not.
    assert got.replace(",\n       dtype", ", dtype") == expected.replace(",\n       dtype", ", dtype")


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda x: x, "tensor([1., 2.], requires_grad=True)"),
        (lambda x: x * 2, "tensor([2., 4.], grad_fn=<Multiply>)"),
        (lambda x: x.sum(), "tensor(3., grad_fn=<Sum>)"),
        (lambda x: x.double(), "tensor([1., 2.], dtype=float64, grad_fn=<Astype>)"),
        (lambda x: x.max(dim=0).values, "tensor(2., grad_fn=<MaxAlong>)"),
        (lambda x: x[:0], "tensor([], grad_fn=<Getitem>)"),
        (lambda x: x.expand(0, 2), "tensor([], size=(0, 2), grad_fn=<BroadcastTo>)"),
        (lambda x: x.detach(), "tensor([1., 2.])"),
        (lambda x: x.detach().half(), "tensor([1., 2.], dtype=float16)"),
        (
            lambda x: autograd.cat([x * 1.5] * 5),
            "tensor([1.5000, 3.0000, 1.5000, 3.0000, 1.5000, 3.0000, 1.5000, 3.0000, 1.5000,\n"
            "        3.0000], grad_fn=<Concatenate>)",
        ),
    ],
)
def test_what_follows_the_values(make, expected):
    x = make(autograd.tensor([1.0, 2.0], requires_grad=True))
    assert repr(x) == str(x) == f"{x}" == expected


@pytest.mark.parametrize("dtype", [autograd.float64, autograd.float16])
def test_the_default_dtype_is_not_printed(dtype):
    before = autograd.get_default_dtype()
    autograd.set_default_dtype(dtype)
    try:
        assert repr(autograd.ones(2)) == "tensor([1., 1.])"
        assert repr(autograd.ones(2, dtype=autograd.float32)) == "tensor([1., 1.], dtype=float32)"
    finally:
        autograd.set_default_dtype(before)


def test_printing_changes_nothing_and_reads_few_elements_of_large_tensors():
    x = autograd.zeros(10_000_000, requires_grad=True)
    assert repr(x) == "tensor([0., 0., 0.,  ..., 0., 0., 0.], requires_grad=True)"
    assert x._version == 0
