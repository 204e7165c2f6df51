"""Threads have graphs and modes of their own, over the same leaves."""

import threading

import numpy as np

import autograd
from tests.leaf import leaf


def test_threads_have_graphs_of_their_own():
    results = {}

    def work(k):
        x = leaf(float(k))
        for _ in range(50):
            y = x
            for _ in range(20):
                y = y * x
            x.grad = None
            y.backward()
        results[k] = x.grad.item()

    threads = [threading.Thread(target=work, args=(k,)) for k in (1, 2, 3, 4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == {k: 21.0 * k**20 for k in (1, 2, 3, 4)}


def test_threads_differentiate_graphs_over_one_leaf():
    x = leaf(np.ones(1000))
    results, modes = [], []

    def work():
        with autograd.no_grad():
            modes.append((x * x).requires_grad)
        for _ in range(50):
            (gradient,) = autograd.grad((x * x).sum(), x)
            results.append(gradient.sum().item())

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (results, modes) == ([2000.0] * 200, [False] * 4)
