"""A new op: defined in three lines, checked, used in a model, drawn.

    python examples/custom_op.py [picture.svg]

The op is Swish with a learnable slope (Ramachandran et al. 2017): x * sigmoid(b * x).
"""

import sys

import numpy as np

import autograd
import nn
from autograd import elementwise, sigmoid, testing

# The three lines: a NumPy function, and the gradient of each argument. The names of a formula's parameters say what is
# saved for it; broadcasting and higher derivatives need no word.
swish = elementwise(lambda x, b: x * sigmoid(b * x),
    x=lambda g, x, b: g * sigmoid(b * x) * (1 + b * x * (1 - sigmoid(b * x))),
    b=lambda g, x, b: g * x * x * sigmoid(b * x) * (1 - sigmoid(b * x)))  # fmt: skip
swish.op.rename("swish")


class Swish(nn.Module):
    """The op as a layer with a parameter."""

    def __init__(self):
        super().__init__()
        self.slope = nn.Parameter(autograd.ones(1))

    def forward(self, x):
        return swish(x, self.slope)


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "custom_op.svg"

    # Values, gradients and second order against finite differences, broadcasting, dtypes, memory: one call.
    rng = np.random.default_rng(0)
    testing.check_op(swish, rng.standard_normal((3, 4)), rng.standard_normal((1, 4)))
    print("check_op: swish is correct")

    # A curve, learnt with the new layer.
    autograd.manual_seed(0)
    model = nn.Sequential(nn.Linear(1, 16), Swish(), nn.Linear(16, 1))
    optimizer = nn.optim.Adam(model.parameters(), lr=0.02)
    x = autograd.linspace(-3, 3, 64).reshape(-1, 1)
    y = x.sin()
    for step in range(1, 501):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        if step == 1 or step % 100 == 0:
            print(f"step {step:3d}   loss {loss.item():.6f}   slope {model[1].slope.item():.3f}")
    assert loss.item() < 1e-3

    autograd.draw(loss).save(path)
    print(f"wrote {path}")


if __name__ == "__main__":
    main()
