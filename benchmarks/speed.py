"""Time per step against PyTorch's eager mode and against the same step hand-written in NumPy, as ratios from one run.

    python benchmarks/speed.py                # the table; needs PyTorch (extra `parity`)
    python benchmarks/speed.py tiny wide      # only the rows whose names contain one of these words

One thread, float32. The contenders of a row take turns, many times, and the best time of each counts: what else the
machine does falls on all of them alike.
"""

from timing import Step, best_times, in_words, print_versions  # first: it sets the number of threads

# isort: split
import gc
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import torch

import autograd
import nn
from nn.optim import optimizer as implementation


def multiplies() -> dict[str, Step]:
    """1000 multiplies of 4-element tensors, forward and backward."""

    def chain(library) -> Step:
        x = library.tensor([1.0, 1.1, 0.9, 1.0], requires_grad=True)
        w = library.tensor([1.0, 0.999, 1.001, 1.0], requires_grad=True)

        def step() -> None:
            y = x
            for _ in range(1000):
                y = y * w
            y.sum().backward()
            x.grad = w.grad = None

        return step

    return {"glassgrad": chain(autograd), "torch": chain(torch)}


def train_step(library, model, loss_function, optimizer, x, y) -> Step:
    """The same lines for both libraries: that is what is compared."""

    def step() -> None:
        optimizer.zero_grad()
        loss = loss_function(model(x), y)
        loss.backward()
        optimizer.step()

    return step


def tiny_mlp() -> dict[str, Step]:
    """Train step of a 2-2-1 MLP with tanh on XOR, batch 4, mean squared error, SGD."""
    x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], np.float32)
    y = np.array([[0], [1], [1], [0]], np.float32)
    w1, w2 = np.random.default_rng(0).random((2, 2), np.float32), np.random.default_rng(1).random((1, 2), np.float32)
    b1, b2 = np.zeros(2, np.float32), np.zeros(1, np.float32)

    def by_hand() -> None:
        nonlocal w1, b1, w2, b2
        h = np.tanh(x @ w1.T + b1)
        out = h @ w2.T + b2
        difference = out - y
        (difference * difference).mean()
        g = difference * (2 / 4)
        gw2, gb2 = g.T @ h, g.sum(0)
        g = (g @ w2) * (1 - h * h)
        gw1, gb1 = g.T @ x, g.sum(0)
        w1 -= 0.1 * gw1
        b1 -= 0.1 * gb1
        w2 -= 0.1 * gw2
        b2 -= 0.1 * gb2

    steps: dict[str, Step] = {"numpy": by_hand}
    for name, library, layers in (("glassgrad", autograd, nn), ("torch", torch, torch.nn)):
        model = layers.Sequential(layers.Linear(2, 2), layers.Tanh(), layers.Linear(2, 1))
        optimizer = (nn if library is autograd else torch).optim.SGD(model.parameters(), lr=0.1)
        data = library.from_numpy(x), library.from_numpy(y)
        steps[name] = train_step(library, model, layers.MSELoss(), optimizer, *data)
    return steps


def classifier(sizes: tuple[int, ...], batch: int) -> dict[str, Step]:
    """Train step of an MLP with ReLU, cross-entropy, SGD; by hand as a careful NumPy programmer writes it."""
    rng = np.random.default_rng(0)
    x = rng.standard_normal((batch, sizes[0]), np.float32)
    labels = rng.integers(0, sizes[-1], batch)
    rows = np.arange(batch)
    weights = [
        ((rng.random((m, n), np.float32) * 2 - 1) / np.float32(np.sqrt(n)), np.zeros(m, np.float32))
        for n, m in pairwise(sizes)
    ]

    def by_hand() -> None:
        inputs, h = [], x
        for i, (w, b) in enumerate(weights):
            inputs.append(h)
            h = h @ w.T
            h += b
            if i < len(weights) - 1:
                np.maximum(h, 0, out=h)
        h -= h.max(1, keepdims=True)
        p = np.exp(h)
        total = p.sum(1, keepdims=True)
        -(h[rows, labels] - np.log(total[:, 0])).mean()
        p /= total
        p[rows, labels] -= 1
        p *= 1 / batch
        g = p
        for i in range(len(weights) - 1, -1, -1):
            w, b = weights[i]
            h = inputs[i]
            gw, gb = g.T @ h, g.sum(0)
            if i:
                g = g @ w
                g *= h > 0
            gw *= 0.01
            w -= gw
            b -= 0.01 * gb

    steps: dict[str, Step] = {"numpy": by_hand}
    for name, library, layers in (("glassgrad", autograd, nn), ("torch", torch, torch.nn)):
        stack = []
        for n, m in pairwise(sizes):
            stack += [layers.Linear(n, m), layers.ReLU()]
        model = layers.Sequential(*stack[:-1])
        optimizer = (nn if library is autograd else torch).optim.SGD(model.parameters(), lr=0.01)
        data = library.from_numpy(x), library.from_numpy(labels)
        steps[name] = train_step(library, model, layers.CrossEntropyLoss(), optimizer, *data)
    return steps


def products(sizes: tuple[int, ...], batch: int) -> dict[str, Step]:
    """The matrix products of `classifier` alone: what no framework can save, and NumPy and PyTorch leave to BLAS."""
    steps: dict[str, Step] = {}
    for name, convert in (("numpy", np.asarray), ("torch", torch.from_numpy)):
        shapes = [((batch, n), (batch, m), (m, n)) for n, m in pairwise(sizes)]
        layers = [[convert(np.ones(shape, np.float32)) for shape in layer] for layer in shapes]

        def step(layers=layers) -> None:
            for i, (x, g, w) in enumerate(layers):
                x @ w.T
                g.T @ x
                if i:
                    g @ w

        steps[name] = step
    return steps


def adam() -> dict[str, Step]:
    """One step of Adam on 100 parameters of 32x32."""
    steps: dict[str, Step] = {}
    for name, library, layers in (("glassgrad", autograd, nn), ("torch", torch, torch.nn)):
        parameters = [layers.Parameter(library.ones(32, 32)) for _ in range(100)]
        for parameter in parameters:
            parameter.grad = library.full((32, 32), 0.1)
        optimizer = (nn if library is autograd else torch).optim.Adam(parameters, lr=1e-3)
        steps[name] = optimizer.step
    return steps


def blocks() -> dict[str, float]:
    """Return the time of an update of 2048x2048 in blocks over that in one piece, by optimizer."""
    ratios = {}
    for optimizer_class in (nn.optim.SGD, nn.optim.Adam):
        parameter = nn.Parameter(autograd.zeros(2048, 2048))
        parameter.grad = autograd.ones(2048, 2048)
        optimizer = optimizer_class([parameter])

        def step(size: int, optimizer=optimizer) -> None:
            implementation._BLOCK = size
            optimizer.step()

        size = implementation._BLOCK
        times = best_times(
            {"blocks": lambda step=step, size=size: step(size), "whole": lambda step=step: step(2048**2)}
        )
        implementation._BLOCK = size
        ratios[optimizer_class.__name__] = times["blocks"] / times["whole"]
    return ratios


def import_seconds() -> float:
    """Return how long `import autograd, nn` takes after `import numpy`, the best of ten fresh interpreters."""
    code = "import numpy, time; t = time.perf_counter(); import autograd, nn; print(time.perf_counter() - t)"
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}  # compiled once, as on any user's machine
    runs = [subprocess.run(command, capture_output=True, text=True, check=True, env=environment) for _ in range(10)]
    return min(float(run.stdout) for run in runs)


def memory_ratio() -> float:
    """Return what a 10-layer tanh MLP keeps between forward and backward, over the arrays that its formulas name.

    The formulas of the backward pass name the input of every layer, which but for the first is a tanh's output, the
    last layer's output and the target for the loss, and their difference.
    """
    batch, width = 256, 256
    model = nn.Sequential(*(layer for _ in range(10) for layer in (nn.Linear(width, width), nn.Tanh())))
    x, y = autograd.randn(batch, width), autograd.randn(batch, width)
    loss_function = nn.MSELoss()
    loss_function(model(x), y).backward()
    model.zero_grad()
    gc.collect()
    tracemalloc.start()
    loss = loss_function(model(x), y)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del loss
    return kept / (11 * batch * width * 4)  # ten tanh outputs and the loss's difference; x and y were there before


SMALL, WIDE = ((784, 128, 10), 64), ((1024, 2048, 2048, 10), 256)

ROWS: list[tuple[str, Callable[[], dict[str, Step]], dict[str, float]]] = [
    ("1000 multiplies of 4 elements, forward + backward", multiplies, {"torch": 0.60}),
    ("train step, tiny MLP 2-2-1, batch 4, SGD", tiny_mlp, {"torch": 0.40}),
    ("train step, MLP 784-128-10, batch 64, SGD", lambda: classifier(*SMALL), {"torch": 0.80, "numpy": 1.15}),
    ("train step, wide MLP 1024-2048-2048-10, batch 256", lambda: classifier(*WIDE), {"torch": 0.95, "numpy": 1.05}),
    ("Adam, 100 parameters of 32x32, one step", adam, {"torch": 1.0}),
]


def main(words: list[str]) -> None:
    print_versions()
    print("| workload | glassgrad | PyTorch | ratio | hand NumPy | ratio |")
    print("|---|---:|---:|---:|---:|---:|")
    verdicts = []
    for name, contenders, targets in ROWS:
        if words and not any(word in name for word in words):
            continue
        times = best_times(contenders())
        cells = [name, in_words(times["glassgrad"])]
        for other in ("torch", "numpy"):
            ratio = times["glassgrad"] / times.get(other, float("inf"))
            cells += [in_words(times[other]), f"{ratio:.2f}"] if other in times else ["", ""]
            if other in targets:
                verdict = "met" if ratio <= targets[other] else "missed"
                verdicts.append(f"- target of {name}: {targets[other]:.2f} of {other}, {verdict}")
        print("| " + " | ".join(cells) + " |", flush=True)
    print()
    if not words or "products" in words:
        for name, network in (("784-128-10", SMALL), ("wide", WIDE)):
            times = best_times(products(*network))
            alone = f"NumPy {in_words(times['numpy'])}, PyTorch {in_words(times['torch'])}"
            print(f"- matrix products of {name} alone: {alone}")
    if not words or "import" in words:
        print(f"- `import autograd, nn` after `import numpy`: {1e3 * import_seconds():.0f} ms (target: 60)")
    if not words or "blocks" in words:
        ratios = ", ".join(f"{name} {ratio:.2f}" for name, ratio in blocks().items())
        print(f"- update of a parameter of 2048x2048 in blocks, over in one piece: {ratios}")
    if not words or "memory" in words:
        ratio = memory_ratio()
        print(f"- kept by a 10-layer tanh MLP over the arrays its formulas name: {ratio:.2f} (target: 1.10)")
    print("\n".join(["", *verdicts]))


if __name__ == "__main__":
    main(sys.argv[1:])
