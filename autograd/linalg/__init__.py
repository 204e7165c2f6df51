"""Linear algebra under PyTorch's names: what torch.linalg has, of matrices in the last two dimensions.

Leading dimensions are a batch. Functions of matrices need float32 or float64 and raise RuntimeError for integers, for
matrices of the wrong shape, and, as `LinAlgError`, for those that have no inverse or no decomposition. What PyTorch has
in its main module is in `top_level`.
"""

from .. import exports
from ..ops.solving import LinAlgError as LinAlgError  # public here, where PyTorch has it
from .decompositions import *
from .decompositions import LUFactor as LUFactor
from .norms import *
from .products import *
from .solving import *
from .solving import Lstsq as Lstsq

exports.public(globals())
