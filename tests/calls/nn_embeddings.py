"""Embeddings."""

import numpy as np

import autograd
import nn.functional as F
from tests.calls.call import RNG, call, expression

WEIGHT = RNG.standard_normal((5, 3))
INDICES = [np.array([1, 4, 1, 0]), np.array([[0, 1], [1, 1]]), np.array(2), np.zeros((0,), np.int64)]
FLAT, OFFSETS = np.array([0, 1, 1, 4, 2, 1, 3]), np.array([0, 2, 2, 6])


def lookup(indices, covers="", order=2, **kwargs):
    """Return the row of an embedding: the weight is what has a gradient, and is a result as max_norm changes it."""

    def run(library, weight):
        weight = weight * 1 if "max_norm" not in kwargs else weight.clone().detach().requires_grad_()
        return library.nn.functional.embedding(library.from_numpy(indices.copy()), weight, **kwargs), weight.detach()

    return expression("embedding", run, WEIGHT, covers=" ".join(kwargs), module="nn.functional", order=order)


def bag(*arrays, **kwargs):
    """Return the row of an embedding bag; the second array, if any, are the weights of the samples."""

    def run(library, weight, *samples):
        options = {key: library.from_numpy(v.copy()) if isinstance(v, np.ndarray) else v for key, v in kwargs.items()}
        indices = options.pop("input")
        return library.nn.functional.embedding_bag(
            indices, weight, **options, **({"per_sample_weights": samples[0]} if samples else {})
        )

    # PyTorch does not differentiate the gradient of bags.
    covers = " ".join(kwargs) + (" per_sample_weights" if len(arrays) > 1 else "")
    return expression("embedding_bag", run, *arrays, covers=covers, module="nn.functional", order=1)


CALLS = [
    *(
        # PyTorch's second derivative forgets the frequencies, and fails for no indices.
        lookup(
            indices,
            padding_idx=padding,
            scale_grad_by_freq=by_frequency,
            order=2 if indices.size and not by_frequency else 1,
        )
        for indices in INDICES
        for padding in (None, 1, -1)
        for by_frequency in (False, True)
    ),
    lookup(np.array([1, 2], np.int32)),
    *(
        # Nothing is differentiated: the row's weight is a leaf of its own.
        lookup(np.array([1, 4, 1]), max_norm=limit, norm_type=p, order=0)
        for limit in (0.5, 1.5)
        for p in (2.0, 1.0, float("inf"))
    ),
    call("embedding", np.array([[0, 4]]), weight=WEIGHT, sparse=True, module="nn.functional"),
    *(
        bag(WEIGHT, input=FLAT, offsets=offsets, mode=mode, include_last_offset=last, padding_idx=padding)
        for mode in ("sum", "mean", "max")
        for offsets, last in ((OFFSETS, False), (np.array([0, 2, 2, 7]), True), (np.array([0, 7, 7]), True))
        for padding in (None, 1)
    ),
    *(
        bag(WEIGHT, input=FLAT[:6].reshape(2, 3), mode=mode, padding_idx=padding)
        for mode in ("sum", "mean", "max")
        for padding in (None, 1, -1)
    ),
    # PyTorch divides by the frequency of another row where not all are alike.
    *(
        bag(WEIGHT, input=np.array([0, 1, 0, 1]), offsets=np.array([0, 3]), mode=mode, scale_grad_by_freq=True)
        for mode in ("sum", "mean")
    ),
    *(
        bag(WEIGHT, RNG.standard_normal(7), input=FLAT, offsets=OFFSETS, mode="sum", padding_idx=padding)
        for padding in (None, 1)
    ),
    bag(WEIGHT, RNG.standard_normal(7), input=FLAT, offsets=np.array([0, 5, 7]), mode="sum", include_last_offset=True),
    bag(WEIGHT, RNG.standard_normal((2, 2)), input=FLAT[:4].reshape(2, 2), mode="sum"),
    bag(WEIGHT, input=FLAT, offsets=np.array([0, 2]), sparse=False),
    *(
        call(
            "embedding_bag",
            FLAT,
            weight=WEIGHT,
            offsets=OFFSETS,
            max_norm=1.0,
            norm_type=p,
            mode=mode,
            module="nn.functional",
        )
        for mode in ("sum", "max")
        for p in (1.0, 2.0)
    ),
    *(
        bag(WEIGHT, input=np.zeros(0, np.int64), offsets=np.zeros(n, np.int64), mode=mode)
        for n in (0, 2)
        for mode in ("sum", "mean", "max")
    ),
    *(
        call("one_hot", classes, num_classes=count, module="nn.functional")
        for classes in (np.array([0, 2, 1]), np.array([[3, 0]]), np.array(2))
        for count in (-1, 4, 6)
    ),
    call("one_hot", np.zeros((0, 2), np.int64), num_classes=3, module="nn.functional"),
]

ONES = autograd.ones(5, 3)


def ints(*values):
    return autograd.tensor(values, dtype=autograd.int64)


ERRORS = [
    (lambda: F.embedding(ints(0, 5), ONES), IndexError, "embedding: the input holds 5, but the weight has 5 rows"),
    (lambda: F.embedding(ints(-1), ONES), IndexError, "embedding: the input holds -1"),
    (lambda: F.embedding(autograd.ones(2), ONES), RuntimeError, "embedding: the input is of int64 or int32, got float"),
    (lambda: F.embedding(ints(0), ONES[0]), RuntimeError, r"embedding: the weight is a matrix, got shape \(3,\)"),
    (lambda: F.embedding(ints(0), ONES, 5), AssertionError, "embedding: padding_idx .* 5 rows, got 5"),
    (lambda: F.embedding_bag(ints(0), ONES[0], ints(0)), ValueError, "embedding_bag: the weight is a matrix"),
    (lambda: F.embedding_bag(ints(0), ONES), ValueError, "embedding_bag: a vector of integers needs offsets"),
    (lambda: F.embedding_bag(ints(0), ONES, ints(0), mode="min"), ValueError, "embedding_bag: mode .* got 'min'"),
    (lambda: F.embedding_bag(ints(7), ONES, ints(0)), RuntimeError, "embedding_bag: the input holds 7"),
    (lambda: F.embedding_bag(ints(0), ONES, ints(1)), RuntimeError, "embedding_bag: the first bag starts at 0"),
    (lambda: F.embedding_bag(ints(0), ONES, ints(0, 2)), RuntimeError, "embedding_bag: offsets do not decrease"),
    (
        lambda: F.embedding_bag(ints(0), ONES, ints()[:0], include_last_offset=True),
        RuntimeError,
        "embedding_bag: with include_last_offset",
    ),
    (
        lambda: F.embedding_bag(ints(0).reshape(1, 1), ONES, ints(0)),
        ValueError,
        "embedding_bag: the rows of a matrix are the bags",
    ),
    (
        lambda: F.embedding_bag(ints(0).reshape(1, 1, 1), ONES),
        ValueError,
        "embedding_bag: the input has one or two dimensions",
    ),
    (
        lambda: F.embedding_bag(ints(0), ONES, ints(0), per_sample_weights=autograd.ones(1)),
        NotImplementedError,
        "embedding_bag: per_sample_weights are for mode 'sum', not 'mean'",
    ),
    (
        lambda: F.embedding_bag(ints(0), ONES, ints(0), mode="sum", per_sample_weights=autograd.ones(2)),
        ValueError,
        r"embedding_bag: per_sample_weights have the input's shape \(1,\), got \(2,\)",
    ),
    (
        lambda: F.embedding_bag(ints(0), ONES, ints(0), mode="max", scale_grad_by_freq=True),
        ValueError,
        "embedding_bag: mode 'max' has no scale_grad_by_freq",
    ),
    (lambda: F.one_hot(ints(0, 3), 3), RuntimeError, "one_hot: with 3 classes they are from 0 to 2, got 0 to 3"),
    (lambda: F.one_hot(ints(-1)), RuntimeError, "one_hot: num_classes is positive"),
    (lambda: F.one_hot(ints(-1, 1)), RuntimeError, "one_hot: with 2 classes .* got -1 to 1"),
    (lambda: F.one_hot(ints()[:0]), RuntimeError, "one_hot: nothing says how many classes"),
    (lambda: F.one_hot(ints(0), 0), RuntimeError, "one_hot: num_classes is positive.* got 0"),
    (lambda: F.one_hot(autograd.ones(2)), RuntimeError, "one_hot: classes are of int64, got float32"),
]
