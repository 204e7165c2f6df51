"""Time of single ops, forward and backward, against PyTorch's eager mode, as ratios from one run.

    python benchmarks/ops.py                # the table; needs PyTorch (extra `parity`)
    python benchmarks/ops.py convolution    # only the rows whose names contain one of these words

One thread, float32, measured as `speed.py` does.
"""

from timing import Step, best_times, in_words, print_versions  # first: it sets the number of threads

# isort: split
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import torch

import autograd
import nn

LIBRARIES = (("glassgrad", autograd, nn), ("torch", torch, torch.nn))


def forward_backward(*shapes: tuple[int, ...]) -> Callable[[Callable[..., object]], dict[str, Step]]:
    """Return a decorator that makes a row of ``run(functional, *tensors)``: the same lines for both libraries.

    The tensors are random, of the ``shapes``, and all of them get a gradient; the output's is random too.
    """

    def row(run: Callable[..., object]) -> dict[str, Step]:
        rng = np.random.default_rng(0)
        arrays = [rng.standard_normal(shape, np.float32) for shape in shapes]
        steps: dict[str, Step] = {}
        for name, library, layers in LIBRARIES:
            tensors = [library.from_numpy(array.copy()).requires_grad_() for array in arrays]
            shape = tuple(run(layers.functional, *tensors).shape)
            upstream = library.from_numpy(np.random.default_rng(1).standard_normal(shape, np.float32))

            def step(functional=layers.functional, tensors=tensors, upstream=upstream) -> None:
                run(functional, *tensors).backward(upstream)
                for tensor in tensors:
                    tensor.grad = None

            steps[name] = step
        return steps

    return row


def convolution(batch: int, channels: int, size: int, outputs: int, padding: int = 0) -> dict[str, Step]:
    """3x3, with bias; the image gets a gradient too."""
    row = forward_backward((batch, channels, size, size), (outputs, channels, 3, 3), (outputs,))
    return row(lambda functional, x, weight, bias: functional.conv2d(x, weight, bias, padding=padding))


def max_pool() -> dict[str, Step]:
    return forward_backward((64, 32, 26, 26))(lambda functional, x: functional.max_pool2d(x, 2))


def of_rows(function: Callable[..., object], *parameters: tuple[int, ...]) -> Callable[[], dict[str, Step]]:
    """Return the row of a function of a matrix with 2048 rows of 256 elements, and of parameters."""
    return lambda: forward_backward((2048, 256), *parameters)(function)


def small_layer_norm() -> dict[str, Step]:
    row = forward_backward((4, 16), (16,), (16,))
    return row(lambda functional, x, weight, bias: functional.layer_norm(x, (16,), weight, bias))


def embedding() -> dict[str, Step]:
    """4096 rows of 64 out of 1000."""
    indices = np.random.default_rng(0).integers(0, 1000, 4096)
    both = {nn.functional: autograd.from_numpy(indices), torch.nn.functional: torch.from_numpy(indices)}
    return forward_backward((1000, 64))(lambda functional, weight: functional.embedding(both[functional], weight))


def transformer_block() -> dict[str, Step]:
    """One training step of a block with 4 heads of 16 on 8 sequences of 64: attention, MLP, layer norms, and SGD."""
    size, heads = 64, 4
    shapes = [(3 * size, size), (size, size), (4 * size, size), (size, 4 * size)]
    rng = np.random.default_rng(0)
    matrices = [rng.standard_normal(shape, np.float32) / np.sqrt(shape[1], dtype=np.float32) for shape in shapes]
    vectors = [np.zeros(shape[0], np.float32) for shape in shapes]
    norms = [np.ones(size, np.float32), np.zeros(size, np.float32)] * 2
    data = rng.standard_normal((8, 64, size), np.float32)

    def contender(library: Any, functional: Any) -> Step:
        parameters = [library.from_numpy(a.copy()).requires_grad_() for a in (*matrices, *vectors, *norms)]
        qkv, out, up, down, qkv_bias, out_bias, up_bias, down_bias, *scales = parameters
        x = library.from_numpy(data)

        def step() -> None:
            h = functional.layer_norm(x, (size,), *scales[:2])
            h = functional.linear(h, qkv, qkv_bias).reshape(8, 64, 3, heads, size // heads).permute(2, 0, 3, 1, 4)
            h = functional.scaled_dot_product_attention(h[0], h[1], h[2], is_causal=True)
            h = x + functional.linear(h.permute(0, 2, 1, 3).reshape(8, 64, size), out, out_bias)
            mlp = functional.layer_norm(h, (size,), *scales[2:])
            mlp = functional.linear(functional.gelu(functional.linear(mlp, up, up_bias)), down, down_bias)
            (h + mlp).square().mean().backward()
            with library.no_grad():
                for parameter in parameters:
                    parameter.sub_(0.01 * parameter.grad)
                    parameter.grad = None

        return step

    return {name: contender(library, layers.functional) for name, library, layers in LIBRARIES}


ROWS: list[tuple[str, Callable[[], dict[str, Step]], float]] = [
    ("convolution 3x3 of (64, 1, 28, 28) to 32 channels", lambda: convolution(64, 1, 28, 32), 1.0),
    ("convolution 3x3 of (64, 32, 13, 13) to 64 channels", lambda: convolution(64, 32, 13, 64), 1.3),
    ("convolution 3x3 of (32, 64, 16, 16) to 64 channels, padding 1", lambda: convolution(32, 64, 16, 64, 1), 1.3),
    ("max_pool2d 2x2 of (64, 32, 26, 26)", max_pool, 1.0),
    ("softmax of (2048, 256)", of_rows(lambda functional, x: functional.softmax(x, -1)), 1.3),
    ("log_softmax of (2048, 256)", of_rows(lambda functional, x: functional.log_softmax(x, -1)), 1.3),
    (
        "layer_norm of (2048, 256)",
        of_rows(lambda functional, x, weight, bias: functional.layer_norm(x, (256,), weight, bias), (256,), (256,)),
        1.3,
    ),
    ("layer_norm of (4, 16)", small_layer_norm, 1.3),
    (
        "batch_norm of (2048, 256)",
        of_rows(
            lambda functional, x, weight, bias: functional.batch_norm(x, None, None, weight, bias, True), (256,), (256,)
        ),
        1.3,
    ),
    ("gelu of (2048, 256)", of_rows(lambda functional, x: functional.gelu(x)), 1.3),
    ("relu of (2048, 256)", of_rows(lambda functional, x: functional.relu(x)), 1.3),
    ("sigmoid of (2048, 256)", of_rows(lambda functional, x: x.sigmoid()), 1.3),
    ("sum over the last axis of (2048, 256)", of_rows(lambda functional, x: x.sum(-1)), 1.3),
    ("embedding of 4096 rows of 64 out of 1000", embedding, 1.3),
    ("training step of a transformer block: 64 features, 4 heads, length 64, batch 8", transformer_block, 1.3),
]


def steps() -> dict[str, Step]:
    """What single NumPy calls take on (2048, 256), into memory that is there: what the rows above are made of."""
    rng = np.random.default_rng(0)
    x, out = rng.standard_normal((2048, 256), np.float32), np.empty((2048, 256), np.float32)
    wide, wide_out = x.reshape(64, 8192), out.reshape(64, 8192)
    row, column, ones = x[0].copy(), x[:, :1].copy(), np.ones(256, np.float32)
    return {
        "times a number": lambda: np.multiply(x, 2.0, out=out),
        "times an array": lambda: np.multiply(x, x, out=out),
        "times a row": lambda: np.multiply(x, row, out=out),
        "times a row, 32 rows at a time": lambda: np.multiply(wide, np.tile(row, 32), out=wide_out),
        "times a column": lambda: np.multiply(x, column, out=out),
        "exp": lambda: np.exp(x, out=out),
        "greater than 0": lambda: np.greater(x, 0),
        "sums of rows": lambda: x @ ones,
    }


def main(words: list[str]) -> None:
    print_versions()
    print("| forward + backward | glassgrad | PyTorch | ratio | target |")
    print("|---|---:|---:|---:|---:|")
    for name, contenders, target in ROWS:
        if words and not any(word in name for word in words):
            continue
        times = best_times(contenders())
        ratio = times["glassgrad"] / times["torch"]
        print(
            f"| {name} | {in_words(times['glassgrad'])} | {in_words(times['torch'])} | {ratio:.2f} | <= {target:.2f} |",
            flush=True,
        )
    if not words or "steps" in words:
        times = best_times(steps())
        print("\nNumPy, (2048, 256): " + ", ".join(f"{name} {in_words(time)}" for name, time in times.items()))


if __name__ == "__main__":
    main(sys.argv[1:])
