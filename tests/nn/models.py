"""Models that hold modules and parameters in every way there is."""

import autograd
import nn


class Block(nn.Module):
    """A module without super().__init__(), with modules in a list, a tuple and a dict, and a parameter in a list."""

    def __init__(self):
        self.layers = [nn.Linear(2, 2), nn.Linear(2, 2)]
        self.pair = (nn.Linear(2, 1), [nn.Linear(1, 1)])
        self.heads = {"mean": nn.Linear(1, 3), "list": [nn.Parameter(autograd.zeros(4))]}
        self.scale = nn.Parameter(autograd.ones(1))
        self.number, self.nothing = 3, None

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return self.scale * x


class Network(nn.Module):
    """Tied weights, a buffer that is saved and one that is not, a parameter that is left out."""

    def __init__(self):
        super().__init__()
        self.first = nn.Linear(2, 2)
        self.second = nn.Linear(2, 2)
        self.second.weight = self.first.weight
        self.again = self.first
        self.register_buffer("mean", autograd.zeros(2))
        self.register_buffer("cache", autograd.ones(2), persistent=False)
        self.register_parameter("absent", None)

    def forward(self, x):
        return self.again(self.second(self.first(x)))
