"""Make the pictures in README.md and docs/visualizing.md.

    python docs/pictures.py [folder]

They are written to docs/img, or to the folder that is given.
"""

import runpy
import sys
from pathlib import Path

import numpy as np

import autograd
import nn

ROOT = Path(__file__).resolve().parents[1]


def smallest():
    """x * x + x, after backward: three contributions to one gradient."""
    x = autograd.tensor(3.0, requires_grad=True)
    y = x * x + x
    y.backward()
    return autograd.draw(y)


def xor():
    """The network of examples/xor.py in its first step, with the gradients of everything."""
    model, loss, names = _xor()
    with autograd.record_backward() as tape:
        loss.backward()
    return autograd.draw(model, tape, names=names)


def xor_before():
    """The same before backward: nothing is computed yet."""
    model, loss, names = _xor()
    return autograd.draw(model, loss, names=names)


def xor_backward():
    """The same, the way the gradients go."""
    model, loss, names = _xor()
    with autograd.record_backward() as tape:
        loss.backward()
    return autograd.draw(model, tape, names=names, view="backward")


def cut():
    """What stops gradients, and what sums them."""
    weight = autograd.tensor([[0.5, -1.0], [2.0, 0.25]], requires_grad=True)
    bias = autograd.tensor([0.5, -0.5], requires_grad=True)
    x = autograd.tensor([[1.0, 2.0], [0.0, 1.0], [3.0, 1.0]])
    hidden = x @ weight + bias
    with autograd.no_grad():
        largest = hidden.abs().max()
    loss = (hidden / largest - hidden.detach()).sum()
    loss.backward()
    return autograd.draw(loss)


def deep():
    """Thirty blocks, drawn within twenty boxes."""
    autograd.manual_seed(0)
    model = nn.Sequential(*(nn.Sequential(nn.Linear(8, 8), nn.Tanh()) for _ in range(30)))
    loss = model(autograd.ones(4, 8)).mean()
    return autograd.draw(loss, max_nodes=20, direction="LR")


def not_finite():
    """sqrt and log at 0: where the NaN comes from."""
    x = autograd.tensor([0.0, 1.0, 4.0], requires_grad=True)
    with np.errstate(all="ignore"):
        loss = (x.sqrt() * x.log()).sum()
    with autograd.record_backward() as tape:
        loss.backward()
    return autograd.draw(tape)


PICTURES = {
    "smallest": smallest,
    "xor": xor,
    "xor-before": xor_before,
    "xor-backward": xor_backward,
    "cut": cut,
    "deep": deep,
    "not-finite": not_finite,
}


def _xor():
    example = runpy.run_path(str(ROOT / "examples" / "xor.py"))
    model = example["network"](p=0.0)
    loss = nn.MSELoss()(model(autograd.tensor(example["X"])), autograd.tensor(example["Y"]))
    return model, loss, {"x": example["X"], "target": example["Y"]}


def main(folder=ROOT / "docs" / "img"):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in PICTURES.items():
        print(make().save(folder / f"{name}.svg"))


if __name__ == "__main__":
    main(*sys.argv[1:])
