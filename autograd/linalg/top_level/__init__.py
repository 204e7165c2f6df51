"""What PyTorch has of linear algebra in its main module: other names than those of torch.linalg, or other arguments.

They are members of `autograd` and, those whose first parameter is ``input``, methods of `Tensor`.
"""

from ...exports import public
from ..decompositions import cholesky
from ..products import matrix_exp, matrix_power
from ..solving import det, slogdet
from .distances import *
from .matrices import *
from .products import *

public(globals(), "cholesky", "det", "matrix_exp", "matrix_power", "slogdet")
