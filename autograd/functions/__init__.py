"""Functions under PyTorch's names and arguments, made of the ops. They are the members of `autograd` and, those whose
first parameter is ``input``, the methods of `Tensor`."""

from . import elementwise, indexing, linalg, reduction, shape
from .elementwise import *
from .indexing import *
from .linalg import *
from .reduction import *
from .shape import *

__all__ = []
__all__ += elementwise.__all__
__all__ += indexing.__all__
__all__ += linalg.__all__
__all__ += reduction.__all__
__all__ += shape.__all__
