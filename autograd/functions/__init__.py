"""Functions under PyTorch's names and arguments, made of the ops. They are the members of `autograd` and, those whose
first parameter is ``input``, the methods of `Tensor`."""

from .elementwise import *
from .indexing import *
from .linalg import *
from .reduction import *
from .shape import *
