"""Timing in turns, one thread: what the benchmarks share. Import it before NumPy and PyTorch."""

import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import gc
import platform
import time
from collections.abc import Callable

import numpy as np
import torch

torch.set_num_threads(1)

Step = Callable[[], object]


def best_times(contenders: dict[str, Step], seconds: float = 3.0, rounds: int = 400) -> dict[str, float]:
    """Return the shortest time of each contender, in seconds, measured in turns."""
    repeats = {}
    for name, step in contenders.items():
        step()
        start = time.perf_counter()
        step()
        repeats[name] = max(1, int(0.02 / (time.perf_counter() - start)))  # at least 20 ms between looks at the clock
    best = dict.fromkeys(contenders, float("inf"))
    deadline = time.perf_counter() + seconds
    for _ in range(rounds):
        for name, step in contenders.items():
            gc.collect(0)
            start = time.perf_counter()
            for _ in range(repeats[name]):
                step()
            best[name] = min(best[name], (time.perf_counter() - start) / repeats[name])
        if time.perf_counter() > deadline:
            break
    return best


def print_versions() -> None:
    print(
        f"Python {platform.python_version()}, NumPy {np.__version__}, PyTorch {torch.__version__}, one thread, float32"
    )
    print()


def in_words(seconds: float) -> str:
    return f"{1e6 * seconds:.0f} us" if seconds < 1e-3 else f"{1e3 * seconds:.2f} ms"
