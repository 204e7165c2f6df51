"""Functions under PyTorch's names and arguments, made of the ops.

They are members of `autograd`, and those whose first parameter is ``input`` are methods of `Tensor`; linear algebra is
in `linalg`. All of them raise IndexError for a dimension that a tensor does not have.
"""

from ..exports import public
from .comparison import *
from .contraction import *
from .counting import *
from .cumulative import *
from .diagonals import *
from .elementwise import *
from .extremes import *
from .indexing import *
from .joining import *
from .order import *
from .reduction import *
from .scattering import *
from .shape import *
from .slicing import *
from .sorting import *
from .special import *
from .statistics import *

public(globals())
