"""What the functions that draw take and refuse."""

import pytest

import autograd
from autograd import Generator

# Every row is one call, made here and in PyTorch: dtype, shape and requires_grad are the same.
CALLS = [
    lambda lib: lib.rand(2, 3),
    lambda lib: lib.rand((2, 3)),
    lambda lib: lib.rand(()),
    lambda lib: lib.rand(size=(2,)),
    lambda lib: lib.rand(0, 2),
    lambda lib: lib.rand(2, dtype=lib.float64, requires_grad=True),
    lambda lib: lib.randn(2, 3),
    lambda lib: lib.randn([2, 3], device="cpu"),
    lambda lib: lib.randn(()),
    lambda lib: lib.randn(2, dtype=lib.float16),
    lambda lib: lib.randn(2, requires_grad=True),
    lambda lib: lib.randint(5, (2, 3)),
    lambda lib: lib.randint(2, 5, (2,)),
    lambda lib: lib.randint(low=2, high=5, size=(2,)),
    lambda lib: lib.randint(high=5, size=(2,)),
    lambda lib: lib.randint(10, size=(3,)),
    lambda lib: lib.randint(2, 10, size=(3,)),
    lambda lib: lib.randint(0, 2, (2,), dtype=lib.bool),
    lambda lib: lib.randint(-(2**63), 2**63 - 1, (2,)),
    lambda lib: lib.randint(5, ()),
    lambda lib: lib.randint(5, (2,), dtype=lib.uint8),
    lambda lib: lib.randint(5, (2,), dtype=lib.float32, requires_grad=True),
    lambda lib: lib.randperm(4),
    lambda lib: lib.randperm(0),
    lambda lib: lib.randperm(4, dtype=lib.int32),
    lambda lib: lib.randperm(4, dtype=lib.float32, requires_grad=True),
    lambda lib: lib.randperm(256, dtype=lib.uint8),
    lambda lib: lib.normal(0.0, 1.0, (3,)),
    lambda lib: lib.normal(0, 1, (3,)),
    lambda lib: lib.normal(mean=0.0, std=1.0, size=(2, 3), dtype=lib.float64, requires_grad=True),
    lambda lib: lib.normal(lib.ones(3), 1.0),
    lambda lib: lib.normal(lib.ones(3)),
    lambda lib: lib.normal(0.0, lib.ones(3)),
    lambda lib: lib.normal(lib.ones(3), lib.ones(2, 1)),
    lambda lib: lib.normal(lib.ones(3, dtype=lib.float64), lib.ones(3)),
    lambda lib: lib.normal(lib.ones(3), lib.ones(3, dtype=lib.float64)),
    lambda lib: lib.normal(lib.ones(3), lib.arange(3)),
    lambda lib: lib.normal(lib.ones(3, dtype=lib.float16), 1.0),
    lambda lib: lib.bernoulli(lib.ones(3)),
    lambda lib: lib.bernoulli(lib.tensor(0.5, dtype=lib.float64)),
    lambda lib: lib.bernoulli(lib.arange(3), 0.5),
    lambda lib: lib.ones(3, dtype=lib.float16).bernoulli(p=0.5),
    lambda lib: lib.arange(3).bernoulli_(0.5),
    lambda lib: lib.ones(2, 3).bernoulli_(lib.ones(3, dtype=lib.float64)),
    lambda lib: lib.multinomial(lib.ones(3), 2),
    lambda lib: lib.multinomial(lib.ones(3, dtype=lib.float64), num_samples=5, replacement=True),
    lambda lib: lib.multinomial(lib.ones(2, 3), 3),
    lambda lib: lib.multinomial(lib.ones(2, 3), 1, True),
    lambda lib: lib.multinomial(lib.ones(0, 3), 2),
    lambda lib: lib.multinomial(lib.ones(0, 3), 2, True),
    lambda lib: lib.ones(3).multinomial(2),
    lambda lib: lib.poisson(lib.ones(2, 3)),
    lambda lib: lib.poisson(lib.ones((), dtype=lib.float16)),
    lambda lib: lib.zeros(3, dtype=lib.int32).random_(),
    lambda lib: lib.zeros(3, dtype=lib.bool).random_(0, 2),
    lambda lib: lib.zeros(3, dtype=lib.uint8).random_(256),
    lambda lib: lib.zeros(3, dtype=lib.uint8).geometric_(0.5),
    lambda lib: lib.zeros(3, dtype=lib.float16).exponential_(lambd=2),
    lambda lib: lib.zeros(3, dtype=lib.float64).cauchy_(median=1, sigma=2),
    lambda lib: lib.zeros(3).log_normal_(mean=1, std=2),
    lambda lib: lib.randint_like(lib.ones(2), high=5),
    lambda lib: lib.randint_like(lib.ones(2), low=2, high=5),
    lambda lib: lib.rand_like(lib.ones(2, 1, dtype=lib.float64)),
    lambda lib: lib.rand_like(lib.arange(3), dtype=lib.float32, requires_grad=True),
    lambda lib: lib.randn_like(lib.ones((), dtype=lib.float16)),
    lambda lib: lib.randn_like(lib.ones(2, requires_grad=True)),
    lambda lib: lib.randint_like(lib.ones(2), 5),
    lambda lib: lib.randint_like(lib.ones(2), 1, 5, dtype=lib.int64),
    lambda lib: lib.randint_like(lib.arange(3), 5),
]


@pytest.mark.parametrize("index", range(len(CALLS)))
def test_dtypes_and_shapes_are_pytorchs(torch, index):
    ours, theirs = CALLS[index](autograd), CALLS[index](torch)
    assert ours.dtype == str(theirs.dtype).removeprefix("torch.")
    assert ours.shape == tuple(theirs.shape)
    assert ours.requires_grad == theirs.requires_grad


ONES = autograd.ones(3)

ERRORS = [
    (lambda: autograd.rand(2, dtype=int), RuntimeError, "rand: random numbers .* not int64"),
    (lambda: autograd.randn(2, dtype=autograd.complex64), RuntimeError, "randn: random numbers .* not complex64"),
    (lambda: autograd.rand_like(autograd.arange(3)), RuntimeError, "rand_like: random numbers .* not int64"),
    (lambda: autograd.randn_like([1.0]), TypeError, "randn_like: expected a tensor, got list"),
    (lambda: autograd.arange(3).normal_(), RuntimeError, "normal_: random numbers .* not int64"),
    (lambda: autograd.arange(3).uniform_(), RuntimeError, "uniform_: random numbers .* not int64"),
    (lambda: autograd.ones(2).normal_(std=-1), RuntimeError, "normal_: the standard deviation .* got -1"),
    (lambda: autograd.ones(2).uniform_(1, 0), RuntimeError, r"uniform_: the interval \[1, 0\) is empty"),
    (lambda: autograd.randint(5), TypeError, "randint: expected randint"),
    (lambda: autograd.randint(2.5, (1,)), TypeError, "randint: expected an integer, got 2.5"),
    (lambda: autograd.randint(2, 2, (1,)), RuntimeError, "randint: there are no integers from 2 up to"),
    (lambda: autograd.randint(0, (1,)), RuntimeError, "randint: there are no integers from 0 up to"),
    (lambda: autograd.randint(5, (-1,)), RuntimeError, "randint: a size cannot be negative"),
    (lambda: autograd.randint(257, (1,), dtype=autograd.uint8), RuntimeError, "randint: .* not all fit in uint8"),
    (lambda: autograd.randint_like(autograd.arange(3), 0), RuntimeError, "randint_like: there are no integers"),
    (lambda: autograd.randperm(-1), RuntimeError, "randperm: a size cannot be negative"),
    (lambda: autograd.randperm(2.5), TypeError, "randperm: expected a size of integers, got 2.5"),
    (lambda: autograd.manual_seed(2.5), TypeError, "manual_seed: expected an integer, got 2.5"),
    (lambda: autograd.manual_seed("a"), TypeError, "manual_seed: expected an integer, got 'a'"),
    (lambda: autograd.manual_seed(2**64), ValueError, "manual_seed: a seed has up to 64 bits"),
    (lambda: Generator("cuda"), ValueError, "Generator: .* there is no device 'cuda'"),
    (lambda: autograd.randint(2**64, (1,)), RuntimeError, "randint: .* not all fit in int64"),
    (lambda: autograd.randint_like(autograd.ones(2)), RuntimeError, "randint_like: there are no integers"),
    (lambda: autograd.randperm(300, dtype=autograd.uint8), RuntimeError, "randperm: integers up to 299 do not fit in"),
    (lambda: autograd.normal(0.0, 1.0), TypeError, "normal: expected normal"),
    (lambda: autograd.normal(ONES, 1.0, (3,)), TypeError, "normal: expected normal"),
    (lambda: autograd.normal(0.0, -1.0, (3,)), RuntimeError, "normal: the standard deviation .* got -1.0"),
    (lambda: autograd.normal(ONES, -ONES), RuntimeError, "normal: the standard deviation .* got -1.0"),
    (lambda: autograd.normal(autograd.arange(3), ONES), RuntimeError, "normal: random numbers .* not int64"),
    (lambda: autograd.normal(ONES, autograd.ones(2)), RuntimeError, r"normal: shapes \(3,\) of mean and \(2,\) of std"),
    (lambda: autograd.bernoulli(ONES * 2), RuntimeError, "bernoulli: a probability is a number from 0 to 1, got"),
    (lambda: autograd.bernoulli(-ONES), RuntimeError, "bernoulli: a probability"),
    (lambda: autograd.bernoulli(ONES * float("nan")), RuntimeError, "bernoulli: a probability"),
    (lambda: autograd.bernoulli(ONES, 2), RuntimeError, "bernoulli: a probability is a number from 0 to 1, got 2"),
    (lambda: autograd.bernoulli(autograd.arange(2)), RuntimeError, "bernoulli: random numbers .* not int64"),
    (lambda: autograd.bernoulli([0.5]), TypeError, "bernoulli: expected a tensor, got list"),
    (lambda: autograd.ones(3).bernoulli_(-0.5), RuntimeError, "bernoulli_: a probability .* got -0.5"),
    (lambda: autograd.ones(3).bernoulli_(autograd.ones(2)), RuntimeError, r"bernoulli_: .* \(2,\) do not broadcast to"),
    (lambda: autograd.multinomial(ONES, 4), RuntimeError, "multinomial: 4 samples .* there are only 3"),
    (lambda: autograd.multinomial(autograd.tensor([1.0, 0.0]), 2), RuntimeError, "multinomial: 2 samples .* only 1"),
    (lambda: autograd.multinomial(autograd.zeros(3), 1), RuntimeError, "multinomial: needs a positive probability"),
    (lambda: autograd.multinomial(autograd.zeros(2, 3), 1, True), RuntimeError, "multinomial: needs a positive"),
    (lambda: autograd.multinomial(autograd.zeros(0), 1), RuntimeError, "multinomial: needs a positive"),
    (lambda: autograd.multinomial(autograd.zeros(0), 1, True), RuntimeError, "multinomial: needs a positive"),
    (
        lambda: autograd.multinomial(autograd.tensor([[1.0, 1.0], [1.0, -1.0]]), 1),
        RuntimeError,
        "multinomial: .* negative",
    ),
    (lambda: autograd.multinomial(ONES * float("nan"), 1), RuntimeError, "multinomial: .* NaN"),
    (lambda: autograd.multinomial(ONES * float("inf"), 1), RuntimeError, "multinomial: .* infinite"),
    (lambda: autograd.multinomial(autograd.ones(1, 2, 3), 1), RuntimeError, r"multinomial: .* got shape \(1, 2, 3\)"),
    (lambda: autograd.multinomial(autograd.tensor(1.0), 1), RuntimeError, r"multinomial: .* got shape \(\)"),
    (lambda: autograd.multinomial(autograd.arange(3), 1), RuntimeError, "multinomial: random numbers .* not int64"),
    (lambda: autograd.multinomial(ONES, 0), RuntimeError, "multinomial: the number of samples must be positive, got 0"),
    (lambda: autograd.multinomial(ONES, 1.5), TypeError, "multinomial: expected an integer, got 1.5"),
    (lambda: autograd.poisson(-ONES), RuntimeError, "poisson: rates must not be negative"),
    (lambda: autograd.poisson(ONES * float("nan")), RuntimeError, "poisson: rates must not be negative or NaN"),
    (lambda: autograd.poisson(ONES * 1e20), RuntimeError, r"poisson: .* below 2\*\*63"),
    (lambda: autograd.poisson(autograd.arange(3)), RuntimeError, "poisson: random numbers .* not int64"),
    (
        lambda: autograd.ones(3).uniform_(0, float("inf")),
        RuntimeError,
        r"uniform_: the interval \[0, inf\) does not fit",
    ),
    (lambda: autograd.ones(3).half().uniform_(0, 1e6), RuntimeError, "uniform_: the interval .* in float16"),
    (lambda: autograd.ones(3).uniform_(float("nan"), 1), RuntimeError, "uniform_: the interval"),
    (lambda: autograd.ones(3).random_(5, 2), RuntimeError, "random_: there are no integers from 5"),
    (lambda: autograd.ones(3).random_(0), RuntimeError, "random_: there are no integers from 0"),
    (lambda: autograd.ones(3).byte().random_(-1, 5), RuntimeError, "random_: integers from -1 .* fit in uint8"),
    (lambda: autograd.ones(3).bool().random_(3), RuntimeError, "random_: integers from 0 .* fit in bool"),
    (lambda: autograd.ones(3).half().random_(70000), RuntimeError, "random_: integers from 0 .* fit in float16"),
    (lambda: autograd.ones(3).random_(2**70), RuntimeError, "random_: integers from 0 .* fit in"),
    (lambda: autograd.ones(3).random_(2.5), TypeError, "random_: expected an integer, got 2.5"),
    (lambda: autograd.ones(3).random_(1, 2, 3), TypeError, r"random_: expected random_\(to\) or random_\(from, to\)"),
    (lambda: autograd.ones(3).exponential_(0.0), RuntimeError, "exponential_: lambd must be positive, got 0.0"),
    (lambda: autograd.arange(3).exponential_(), RuntimeError, "exponential_: random numbers .* not int64"),
    (lambda: autograd.ones(3).geometric_(1.0), RuntimeError, "geometric_: p must be between 0 and 1, .* got 1.0"),
    (lambda: autograd.ones(3).geometric_(0.0), RuntimeError, "geometric_: p must be between 0 and 1"),
    (lambda: autograd.ones(3).cauchy_(0, 0), RuntimeError, "cauchy_: sigma must be positive, got 0"),
    (lambda: autograd.arange(3).cauchy_(), RuntimeError, "cauchy_: random numbers .* not int64"),
    (
        lambda: autograd.ones(3).log_normal_(1, 0),
        RuntimeError,
        "log_normal_: the standard deviation .* positive, got 0",
    ),
    (lambda: autograd.arange(3).log_normal_(), RuntimeError, "log_normal_: random numbers .* not int64"),
]


@pytest.mark.parametrize("index", range(len(ERRORS)))
def test_errors_name_the_function(index):
    function, error, message = ERRORS[index]
    before = autograd.get_rng_state()
    with pytest.raises(error, match=message):
        function()
    assert autograd.get_rng_state() == before


def test_random_integers_cannot_require_grad():
    with pytest.raises(RuntimeError, match="only tensors of floating point"):
        autograd.randint(5, (1,), requires_grad=True)
