"""Layers by family. They own parameters, shapes and documentation; what they compute is in `nn.functional`."""

from autograd import exports

from .activation import *
from .container import *
from .dropout import *
from .linear import *

exports.public(globals())
