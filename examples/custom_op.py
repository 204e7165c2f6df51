"""A new op: defined in three lines, checked, used in a model, drawn.

python examples/custom_op.py [picture.svg]
"""

import sys

import numpy as np

import autograd
import nn
from autograd import elementwise, sigmoid, testing


# A NumPy function and the gradient of its argument. The parameters of the formula say what is saved for it (here x);
# it is also what second and higher derivatives are made of.
@elementwise(x=lambda g, x: g * sigmoid(x))
def softplus(x):
    return np.logaddexp(0, x)


class Softplus(nn.Module):
    """log(1 + exp(x)), a smooth ReLU (Dugas et al. 2001)."""

    def forward(self, x):
        return softplus(x)


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "custom_op.svg"

    # Values, gradients and second order against finite differences, broadcasting, dtypes, memory: one call.
    testing.check_op(softplus, np.random.default_rng(0).standard_normal((3, 4)))
    print(f"check_op: {softplus.op.name} is correct; its derivative is {softplus.op.formula('x')}")

    # A curve, learnt with the new layer.
    autograd.manual_seed(0)
    model = nn.Sequential(nn.Linear(1, 16), Softplus(), nn.Linear(16, 1))
    optimizer = nn.optim.Adam(model.parameters(), lr=0.05)
    x = autograd.linspace(-3, 3, 64).reshape(-1, 1)
    y = x.sin()
    for step in range(1, 501):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        if step == 1 or step % 100 == 0:
            print(f"step {step:3d}   loss {loss.item():.6f}")
    assert loss.item() < 1e-3, "the curve should be learnt"

    autograd.draw(loss).save(path)
    print(f"wrote {path}")


if __name__ == "__main__":
    main()
