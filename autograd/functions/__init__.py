"""Functions under PyTorch's names and arguments, made of the ops. They are the members of `autograd` and, those whose
first parameter is ``input``, the methods of `Tensor`."""

from ..linalg import top_level as linalg
from ..linalg.top_level import *
from . import (
    activation,
    comparison,
    contraction,
    cumulative,
    diagonals,
    elementwise,
    indexing,
    joining,
    reduction,
    scattering,
    shape,
    slicing,
    sorting,
    special,
    statistics,
)
from .activation import *
from .comparison import *
from .contraction import *
from .cumulative import *
from .diagonals import *
from .elementwise import *
from .indexing import *
from .joining import *
from .reduction import *
from .scattering import *
from .shape import *
from .slicing import *
from .sorting import *
from .special import *
from .statistics import *

__all__ = []
__all__ += activation.__all__
__all__ += comparison.__all__
__all__ += contraction.__all__
__all__ += cumulative.__all__
__all__ += diagonals.__all__
__all__ += elementwise.__all__
__all__ += indexing.__all__
__all__ += joining.__all__
__all__ += linalg.__all__
__all__ += reduction.__all__
__all__ += scattering.__all__
__all__ += shape.__all__
__all__ += slicing.__all__
__all__ += sorting.__all__
__all__ += special.__all__
__all__ += statistics.__all__
