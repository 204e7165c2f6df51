"""XOR with a network of five tanh-and-linear units: trained, checked by hand, trained with Dropout, drawn.

    python examples/xor.py [picture.svg]

The network has two inputs, two hidden units with tanh and one linear output; the loss is the mean squared error over
the four cases, the optimizer gradient descent. The same steps are written out in NumPy below (`forward`, `backward`),
and every gradient of both is compared. docs/backprop-to-dropout.md derives the formulas.
"""

import sys

import numpy as np

import autograd
import nn

EPOCHS = 1000
LEARNING_RATE = 0.1

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
Y = np.array([[0.0], [1.0], [1.0], [0.0]])


def initial_weights():
    """Return W1, b1, W2, b2: the weights 2 * random - 1 of the stream that np.random.seed(1) starts, no bias."""
    stream = np.random.RandomState(1)  # the same numbers, without touching NumPy's global state
    w1 = 2 * stream.random_sample((2, 2)) - 1
    w2 = 2 * stream.random_sample((2, 1)) - 1
    return w1, np.zeros(2), w2, np.zeros(1)


# --- by hand, in NumPy ---


def forward(w1, b1, w2, b2, mask):
    """Return the hidden units, the hidden units after Dropout, the output and the loss."""
    h = np.tanh(X @ w1 + b1)
    d = h * mask
    y = d @ w2 + b2
    return h, d, y, ((y - Y) ** 2).mean()


def backward(w2, mask, h, d, y):
    """Return the gradients of the loss with respect to W1, b1, W2 and b2."""
    delta2 = 2 * (y - Y) / Y.size  # dL/dy
    delta1 = (delta2 @ w2.T) * mask * (1 - h * h)  # dL/d(X W1 + b1): back through W2, Dropout and tanh
    return X.T @ delta1, delta1.sum(axis=0), d.T @ delta2, delta2.sum(axis=0)


# --- with nn ---


def network(p):
    """Return the network with the initial weights, and Dropout with probability ``p`` behind the hidden layer."""
    model = nn.Sequential(
        nn.Linear(2, 2),  # w1, b1
        nn.Tanh(),
        nn.Dropout(p, generator=autograd.Generator().manual_seed(1)),
        nn.Linear(2, 1),  # w2, b2
    ).double()
    w1, b1, w2, b2 = initial_weights()
    # nn.Linear keeps its weight as (outputs, inputs), like PyTorch: the transpose of the matrix in the formulas.
    values = {"0.weight": w1.T, "0.bias": b1, "3.weight": w2.T, "3.bias": b2}
    model.load_state_dict({name: autograd.tensor(value) for name, value in values.items()})
    return model


def train(model, epochs=EPOCHS):
    """Train on the four cases, comparing every gradient with the one computed by hand, and return the last loss."""
    x, target = autograd.tensor(X), autograd.tensor(Y)
    loss_function = nn.MSELoss()
    optimizer = nn.optim.SGD(model.parameters(), lr=LEARNING_RATE)
    for epoch in range(1, epochs + 1):
        optimizer.zero_grad()
        mask = next_mask(model[2])
        loss = loss_function(model(x), target)
        loss.backward()
        check_by_hand(model, mask, loss)
        optimizer.step()
        if epoch == 1 or epoch % 100 == 0:
            print(f"epoch {epoch:4d}   loss {loss.item():.6f}")
    return loss


def next_mask(dropout):
    """Return the mask that Dropout will apply next, 0 or the factor 1 / (1 - p): what becomes of ones."""
    same_numbers = autograd.Generator().set_state(dropout.generator.get_state())
    ones = autograd.ones(4, 2, dtype=autograd.float64)
    return nn.functional.dropout(ones, dropout.p, generator=same_numbers).numpy()


def check_by_hand(model, mask, loss):
    """Assert that loss and gradients agree with `forward` and `backward` to 1e-12."""
    first, last = model[0], model[3]
    w1, b1 = first.weight.detach().numpy().T, first.bias.detach().numpy()
    w2, b2 = last.weight.detach().numpy().T, last.bias.detach().numpy()
    h, d, y, loss_by_hand = forward(w1, b1, w2, b2, mask)
    by_hand = backward(w2, mask, h, d, y)
    ours = first.weight.grad.T, first.bias.grad, last.weight.grad.T, last.bias.grad
    assert abs(loss.item() - loss_by_hand) <= 1e-12
    for name, expected, got in zip(("W1", "b1", "W2", "b2"), by_hand, ours, strict=True):
        error = np.abs(got.numpy() - expected).max()
        assert error <= 1e-12, f"gradient of {name}: differs from the one by hand by {error}"


def show_predictions(model):
    """Print the output for the four cases, without Dropout."""
    model.eval()
    with autograd.no_grad():
        for case, output in zip(X, model(autograd.tensor(X)), strict=True):
            print(f"{case[0]:.0f} xor {case[1]:.0f}   {output.item(): .4f}")


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "backprop.svg"

    print("Without Dropout")
    model = network(p=0.0)
    loss = train(model)
    show_predictions(model)
    print("every gradient of every epoch agreed with the backward pass by hand to 1e-12")

    print("\nWith Dropout, p = 0.5: of two hidden units one is missing half of the time, too few to learn XOR")
    thinned = network(p=0.5)
    train(thinned)
    show_predictions(thinned)

    autograd.draw(loss, names={"x": X, "target": Y}).save(path)
    print(f"\nwrote {path}: the graph of the last step, with values and gradients")


if __name__ == "__main__":
    main()
