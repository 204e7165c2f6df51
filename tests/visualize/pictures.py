"""What the tests of pictures share: small graphs, and ways to ask about a picture."""

import xml.etree.ElementTree as ET

import autograd
import nn

SVG = "{http://www.w3.org/2000/svg}"


def leaf(value, name=None):
    """Return a tensor that requires grad."""
    tensor = autograd.tensor(value, requires_grad=True)
    tensor.name = name
    return tensor


def network():
    """Return a small model, an input and the loss."""
    autograd.manual_seed(0)
    model = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))
    x = autograd.ones(4, 2)
    return model, x, nn.functional.mse_loss(model(x), autograd.zeros(4, 1))


def arrows(picture, **wanted):
    """Return (source title, target title, argument) of every arrow whose dict has the ``wanted`` items."""
    known = picture.to_dict()
    titles = {vertex["id"]: vertex["title"] for vertex in known["vertices"]}
    return [
        (titles[use["source"]], titles[use["target"]], use.get("argument"))
        for use in known["uses"]
        if all(use.get(key) == value for key, value in wanted.items())
    ]


def titles(picture, role=None):
    """Return the titles of the boxes, of one role or of all."""
    return [v["title"] for v in picture.to_dict()["vertices"] if role in (None, v["role"])]


def texts(picture):
    """Return everything that can be read in the drawn SVG."""
    return [element.text for element in ET.fromstring(picture.svg()).iter(f"{SVG}text")]
