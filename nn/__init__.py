"""nn: networks from modules, in PyTorch's terms: layers, losses, initial values and optimizers.

import autograd, nn

model = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1))
optimizer = nn.optim.SGD(model.parameters(), lr=0.1)
"""

import autograd

if not getattr(autograd, "__glassgrad__", False):
    raise ImportError(
        f"nn needs glassgrad's package autograd, but {autograd.__file__} is another one of that name (HIPS autograd "
        f"installs one too, over ours): reinstall glassgrad, in an environment without the other"
    )

from . import functional, init, optim
from .layers import *
from .losses import *
from .module import Module
from .parameter import Parameter
