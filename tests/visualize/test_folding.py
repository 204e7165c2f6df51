"""Fewer boxes, with nothing lost: modules as boxes, folded runs, limits."""

import numpy as np
import pytest

import autograd
import nn
from autograd import draw

from .pictures import arrows, leaf, titles


def deep(blocks, outer=1):
    """Return a model of nested Sequentials and its output."""
    autograd.manual_seed(0)
    inside = [nn.Sequential(nn.Linear(2, 2), nn.Tanh()) for _ in range(blocks)]
    model = nn.Sequential(*inside)
    for _ in range(outer - 1):
        model = nn.Sequential(model)
    return model, model(autograd.ones(1, 2)).sum()


def total(picture, what):
    return sum(vertex.get(what, 0) for vertex in picture.to_dict()["vertices"])


@pytest.mark.parametrize(
    ("level", "modules", "ops"),
    [
        ("ops", [], 7),
        ("modules", ["0.0: Linear", "0.1: Tanh", "1.0: Linear", "1.1: Tanh", "2.0: Linear", "2.1: Tanh"], 1),
        (3, ["0.0: Linear", "0.1: Tanh", "1.0: Linear", "1.1: Tanh", "2.0: Linear", "2.1: Tanh"], 1),
        (2, ["0: Sequential", "1: Sequential", "2: Sequential"], 1),
        (1, ["model: Sequential"], 1),
        (9, [], 7),
        ("auto", [], 7),
    ],
)
def test_level(level, modules, ops):
    model, loss = deep(3)
    picture = draw(loss, level=level)
    assert titles(picture, "module") == modules
    assert len(titles(picture, "op")) == ops
    assert total(picture, "ops") == 7
    assert total(picture, "parameters") == 18
    del model


def test_a_module_as_a_box_says_what_is_in_it():
    model, loss = deep(2)
    dot = draw(loss, level=1).dot()
    assert "shape=box3d" in dot
    assert "+4 ops, 12 params" in dot
    assert arrows(draw(loss, level=1)) == [("model: Sequential", "sum", None), ("sum", "loss", None)]
    del model


def test_arrows_into_a_box_are_counted():
    class Many(nn.Module):
        def forward(self, x):
            return x * x + x

    many = Many()
    picture = draw(many(leaf(2.0, "x")), level=1)
    assert picture.to_dict()["uses"][0]["count"] == 3
    assert "×3" in picture.dot()


def test_gradients_of_boxes():
    autograd.manual_seed(0)
    model = nn.Sequential(nn.Linear(2, 2), nn.Tanh(), nn.Linear(2, 1))
    loss = model(autograd.ones(1, 2)).sum()
    with autograd.record_backward() as tape:
        loss.backward()
    whole, boxes = draw(tape), draw(tape, level="modules")
    assert boxes.node("1: Tanh").gradient == whole.node("tanh").gradient
    assert boxes.to_dict()["uses"][0]["gradient"] == next(
        use["gradient"] for use in whole.to_dict()["uses"] if use["target"] == whole.node("tanh").id
    )
    assert all("gradient" in use for use in boxes.to_dict()["uses"])


@pytest.mark.parametrize("max_nodes", [10, 20, 50, 100, 150, 300])
@pytest.mark.parametrize("blocks", [1, 10, 30, 100])
def test_auto_stays_within_the_limit_and_loses_nothing(blocks, max_nodes):
    model, loss = deep(blocks, outer=2)
    picture = draw(loss, max_nodes=max_nodes)
    assert len(titles(picture)) <= max_nodes
    assert total(picture, "ops") == 2 * blocks + 1
    assert total(picture, "parameters") == 6 * blocks
    del model


def test_auto_collapses_the_deepest_first():
    model, loss = deep(30)
    assert set(titles(draw(loss), "module")) == set()
    assert titles(draw(loss, max_nodes=100), "module")[0] == "0.0: Linear"
    assert titles(draw(loss, max_nodes=50), "module")[0] == "0: Sequential"
    del model


def test_uses_are_counted_through_all_foldings():
    class Powers(nn.Module):
        def forward(self, x):
            for _ in range(100):
                x = x * self.factor
            return x

    powers = Powers()
    powers.factor = nn.Parameter(autograd.ones(1))
    picture = draw(powers(leaf([1.0], "x")), max_nodes=12)
    assert picture.node("factor").uses == 100
    assert sum(u["count"] for u in picture.to_dict()["uses"] if u["source"] == picture.node("factor").id) == 100
    assert len(titles(picture, "op")) == 6


def test_many_leaves():
    leaves = [leaf(float(i)) for i in range(3000)]
    picture = draw(autograd.stack(leaves).sum())
    assert len(titles(picture)) <= 150
    assert titles(picture, "fold") == ["… 2,982 tensors"]
    assert sum(use["count"] for use in picture.to_dict()["uses"]) == 3000 + 2


def test_an_output_within_a_folded_stretch_makes_no_cycle():
    x = y = leaf(1.0, "x")
    for i in range(1000):
        y = y * 1.001
        if i == 500:
            middle = y
    picture = draw([middle, y], max_nodes=30)
    order = {v["id"]: v["order"] for v in picture.to_dict()["vertices"]}
    assert all(order[use["source"]] < order[use["target"]] for use in picture.to_dict()["uses"])
    assert len(titles(picture, "fold")) == 2
    assert titles(picture, "loss") == ["middle", "y"]
    assert x.grad is None


def test_every_arrow_of_a_folded_graph_goes_forward():
    rng = np.random.default_rng(0)
    for trial in range(20):
        autograd.manual_seed(trial)
        known = [leaf(float(i)) for i in range(3)]
        layers = [nn.Linear(1, 1) for _ in range(3)]
        for _ in range(60):
            a, b = (known[i] for i in rng.integers(max(0, len(known) - 8), len(known), 2))
            known.append(layers[rng.integers(3)](a.reshape(1, 1)).sum() if rng.random() < 0.2 else a + b)
        for max_nodes in (10, 25, 60):
            picture = draw(sum(known[-5:]), max_nodes=max_nodes)
            order = {v["id"]: v["order"] for v in picture.to_dict()["vertices"]}
            assert all(order[u["source"]] < order[u["target"]] for u in picture.to_dict()["uses"])


def test_clusters_have_no_cost_at_depth():
    inner = nn.Tanh()
    for _ in range(200):
        inner = nn.Sequential(inner)
    x = leaf([1.0], "x")
    assert draw(inner(x)).dot().count("subgraph") == 201
