"""What all tests share: one thread, and PyTorch where it is installed."""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before NumPy is imported

import importlib.util

import pytest
from hypothesis import settings

# The same examples in every run; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(scope="session")
def torch():
    """PyTorch, to compare with. Without it the test is skipped, or fails if REQUIRE_TORCH=1 asks for it."""
    if importlib.util.find_spec("torch") is None:
        if os.environ.get("REQUIRE_TORCH") == "1":
            pytest.fail("PyTorch is not installed (extra parity), but REQUIRE_TORCH=1")
        pytest.skip("PyTorch is not installed (extra parity)")
    import torch

    torch.set_num_threads(1)
    return torch
