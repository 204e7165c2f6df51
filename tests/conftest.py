"""What all tests share: one thread, and PyTorch where it is installed."""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before NumPy is imported

import gc
import importlib.util

import pytest
from hypothesis import settings

# The same examples in every run; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_addoption(parser):
    parser.addoption("--slow", action="store_true", help="also ask type checkers, and add an op to a copy: a minute")


def pytest_collection_modifyitems(config, items):
    if not config.getoption("--slow"):
        slow = [item for item in items if item.get_closest_marker("slow")]
        items[:] = [item for item in items if item not in slow]
        config.hook.pytest_deselected(items=slow)


def pytest_collection_finish():
    # Thousands of tests, and PyTorch's modules, live to the end: what looks for garbage need not pass over them again.
    gc.freeze()


@pytest.fixture(scope="session")
def torch():
    """PyTorch, to compare with. Without it the test is skipped, or fails if REQUIRE_TORCH=1 asks for it."""
    if importlib.util.find_spec("torch") is None:
        if os.environ.get("REQUIRE_TORCH") == "1":
            pytest.fail("PyTorch is not installed (extra parity), but REQUIRE_TORCH=1")
        pytest.skip("PyTorch is not installed (extra parity)")
    import torch

    torch.set_num_threads(1)
    gc.freeze()
    return torch
