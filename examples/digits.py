"""Handwritten digits, 8x8 pixels: an MLP with Dropout, trained with Adam to over 97 % on held-out images.

    python examples/digits.py [--plot digits.png]

Takes a few seconds on one core. ``--plot`` writes the curves of loss and accuracy (extra ``plot``).
"""

import argparse
import time
from pathlib import Path

import numpy as np

import autograd
import nn
import nn.functional as F

EPOCHS = 30
BATCH = 64
SEED = 0


def load():
    """Return training and validation images (n, 64) in [0, 1] and their labels, shuffled and split 80 : 20."""
    with np.load(Path(__file__).parent / "data" / "digits.npz") as data:
        images = autograd.tensor(data["images"]).float().reshape(-1, 64) / 16
        labels = autograd.tensor(data["labels"]).long()
    # The file has the images in the order in which they were written down, many writers one after another.
    order = autograd.randperm(len(images), generator=autograd.Generator().manual_seed(SEED))
    training, validation = order[: len(order) * 4 // 5], order[len(order) * 4 // 5 :]
    return images[training], labels[training], images[validation], labels[validation]


def evaluate(model, images, labels):
    """Return loss and accuracy without Dropout and without recording."""
    model.eval()
    with autograd.no_grad():
        scores = model(images)
        accuracy = (scores.argmax(dim=1) == labels).float().mean()
        return F.cross_entropy(scores, labels).item(), accuracy.item()


def train_epoch(model, optimizer, images, labels):
    """Go once through the data in random mini-batches; returns the mean loss."""
    model.train()
    total = 0.0
    for batch in autograd.randperm(len(images)).split(BATCH):
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images[batch]), labels[batch])
        loss.backward()
        optimizer.step()
        total += loss.item() * len(batch)
    return total / len(images)


def plot(history, path):
    """Write the curves of ``history``, rows of training loss, validation loss and accuracy, to a picture."""
    import matplotlib

    matplotlib.use("agg")
    from matplotlib import pyplot

    training, validation, accuracy = zip(*history, strict=True)
    epochs = range(1, len(history) + 1)
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(9, 3.2), layout="constrained")
    left.plot(epochs, training, color="#D55E00", label="training, with Dropout")
    left.plot(epochs, validation, color="#0072B2", label="validation")
    left.set(xlabel="epoch", ylabel="cross-entropy (nats)", yscale="log")
    left.legend(frameon=False)
    right.plot(epochs, [100 * a for a in accuracy], color="#0072B2")
    right.axhline(97, color="#999999", linewidth=0.8, linestyle="--")
    right.set(xlabel="epoch", ylabel="validation accuracy (%)", ylim=(min(85, 100 * min(accuracy)), 100))
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, dpi=150)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--plot", metavar="FILE", help="write the curves to this picture")
    arguments = parser.parse_args()

    autograd.manual_seed(SEED)
    training_images, training_labels, validation_images, validation_labels = load()
    model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Dropout(0.3), nn.Linear(128, 10))
    optimizer = nn.optim.Adam(model.parameters(), lr=3e-3)
    print(model)

    history = []
    start = time.perf_counter()
    for epoch in range(1, EPOCHS + 1):
        training_loss = train_epoch(model, optimizer, training_images, training_labels)
        validation_loss, accuracy = evaluate(model, validation_images, validation_labels)
        history.append((training_loss, validation_loss, accuracy))
        print(
            f"epoch {epoch:2d}/{EPOCHS}   training loss {training_loss:.4f}   "
            f"validation loss {validation_loss:.4f}   accuracy {accuracy:.1%}"
        )
    print(f"{time.perf_counter() - start:.1f} s; validation accuracy {accuracy:.2%} of {len(validation_labels)} images")
    assert accuracy >= 0.97, "the accuracy should be at least 97 %"
    if arguments.plot:
        plot(history, arguments.plot)
        print(f"wrote {arguments.plot}")


if __name__ == "__main__":
    main()
