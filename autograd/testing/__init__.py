"""The kit for authors of ops: `gradcheck` compares gradients with finite differences, `check_op` checks all of an op.

Not imported by ``import autograd``: write ``from autograd.testing import check_op``.
"""

from .checks import check_op
from .gradcheck import gradcheck

__all__ = ["check_op", "gradcheck"]
