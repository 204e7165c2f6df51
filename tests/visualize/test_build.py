"""The picture's graph has what the recorded graph has: nothing twice, nothing left out."""

import gc
import weakref

import numpy as np
import pytest

import autograd
import nn
from autograd import draw

from .pictures import arrows, leaf, network, titles


def test_using_a_tensor_twice_gives_two_arrows():
    x = leaf([1.0, 2.0], "x")
    assert arrows(draw(x + x)) == [("x", "+", "a"), ("x", "+", "b"), ("+", "output", None)]


def test_shared_nodes_are_drawn_once():
    x = leaf(3.0, "x")
    y = x * x
    picture = draw(y + y + x)
    assert titles(picture) == ["x", "×", "+", "+", "loss"]
    assert len(arrows(picture)) == 7
    assert picture.node("x").uses == 3
    assert picture.node("×").uses == 2


def test_constants_are_written_into_their_op_on_the_side_they_are_on():
    x = leaf(2.0, "x")
    for y, title in (
        (x * 2.0, "× 2.0"),
        (2.5 * x, "× 2.5"),
        (x + 1, "+ 1"),
        (1 - x, "1 −"),
        (x - 0.5, "− 0.5"),
        (1 / x, "1 ÷"),
        (x / 3.0, "÷ 3.0"),
        (x**2, "** 2"),
        (2.0**x, "2.0 **"),
        (x * 1.0001, "× 1.0001"),
        (x * np.float32(0.5), "× 0.5"),
        (x * 1e-12, "× 1e-12"),
        (x * (1 / 3), "× 0.3333"),
    ):
        assert titles(draw(y, names={}), "op") == [title]


@pytest.mark.parametrize(
    ("show", "roles"), [("inline", ["input", "op", "loss"]), (False, ["input", "op", "loss"]), (True, None)]
)
def test_show_constants(show, roles):
    y = leaf([1.0, 2.0], "x") * autograd.tensor([3.0, 4.0])
    picture = draw(y, show_constants=show, names={})
    known = [vertex["role"] for vertex in picture.to_dict()["vertices"]]
    assert known == (roles or ["input", "op", "constant", "loss"])
    assert ("array (2,)" in picture.dot()) == (show == "inline")


def test_named_data_is_drawn_with_its_values():
    data = np.array([[1.0, 2.0], [3.0, 4.0]], np.float32)
    x, w = autograd.tensor(data), leaf([[1.0], [1.0]], "w")
    for names in ({"x": x}, {"x": data}):  # the tensor itself, or the array that it was made of
        picture = draw(x @ w, names=names)
        assert picture.node("x").role == "input"
        assert not picture.node("x").graded
        assert arrows(picture, argument="a") == [("x", "@", "a")]
    assert "x" not in titles(draw(x @ w, names={"x": data + 1}))


def test_equal_arrays_with_two_names_are_not_guessed():
    data = np.arange(3.0)
    y = leaf([1.0, 1.0, 1.0]) * autograd.tensor(data)
    assert not {"a", "b"} & set(titles(draw(y, names={"a": data, "b": data.copy()})))


def test_statics_that_differ_from_their_defaults_are_shown():
    x = leaf(np.ones((2, 3)))
    assert draw(x.sum()).node("sum").attributes == []
    assert draw(x.sum(dim=1, keepdim=True)).node("sum").attributes == [("axis", "1"), ("keepdims", "True")]
    assert draw(x[:, 1:]).node("getitem").attributes == [("index", "[:, 1:]")]
    assert draw(x[..., ::2]).node("getitem").attributes == [("index", "[..., ::2]")]
    assert draw(x[[0, 1, 1]]).node("getitem").attributes == [("index", "array (3,)")]


def test_outputs_of_an_op_with_several_are_on_the_arrows():
    x = leaf(np.arange(6.0).reshape(2, 3), "x")
    left, right = x.split([1, 2], dim=1)
    picture = draw(left.sum() + (right * right).sum())
    assert titles(picture, "op").count("split") == 1
    assert arrows(picture, output="[0]") == [("split", "sum", "x")]
    assert arrows(picture, output="[1]") == [("split", "×", "a"), ("split", "×", "b")]
    assert arrows(draw(x.max(dim=1).values), output="values") == [("max_along", "output", None)]


def test_class_form_ops():
    class Scale(autograd.Function):
        @staticmethod
        def forward(ctx, x, factor):
            ctx.factor = factor
            return x * factor

        @staticmethod
        def backward(ctx, g):
            return g * ctx.factor, None

    picture = draw(Scale.apply(leaf(2.0, "x"), 3.0))
    assert picture.node("Scale").attributes == [("argument 1", "3.0")]
    assert picture.to_dict()["uses"][0]["formula"] == "Scale.backward"


def test_formulas_are_those_of_the_ops():
    picture = draw((leaf(2.0) * leaf(3.0)).tanh())
    assert [use.get("formula") for use in picture.to_dict()["uses"]] == ["g * b", "g * a", "g * (1 - out * out)", None]


@pytest.mark.parametrize(
    ("shape", "other", "sums"),
    [
        ((3,), (4, 3), "sum axis 0"),
        ((3, 1), (1, 4), "sum axis 1"),
        ((), (2, 3), "sum all"),
        ((), (3,), "sum axis 0"),
        ((1, 3), (4, 2, 3), "sum axes 0, 1"),
        ((4, 3), (4, 3), None),
        ((4, 3), (3,), None),
    ],
)
def test_sums_over_broadcast_axes(shape, other, sums):
    y = leaf(np.ones(shape), "x") + leaf(np.ones(other), "y")
    assert draw(y).to_dict()["uses"][0].get("sums") == sums


def test_parameters_have_the_path_in_the_module_and_modules_are_clusters():
    model, _, loss = network()
    known = draw(loss).to_dict()
    assert titles(draw(loss), "parameter") == ["0.weight", "0.bias", "2.weight", "2.bias"]
    assert [(c["title"], c["depth"], c.get("parameters")) for c in known["clusters"]] == [
        ("model: Sequential", 1, 13),
        ("0: Linear", 2, 9),
        ("1: Tanh", 2, None),
        ("2: Linear", 2, 4),
    ]
    inside = {v["title"]: v.get("cluster") for v in known["vertices"]}
    assert inside["0.weight"] == inside["0.bias"] == known["clusters"][1]["id"]
    assert inside["tanh"] == known["clusters"][2]["id"]
    del model


def test_parameters_outside_of_modules():
    weight = nn.Parameter(autograd.ones(2))
    assert titles(draw(weight * 2.0), "parameter") == ["weight"]
    assert titles(draw(weight * 2.0, names={"w": weight}), "parameter") == ["w"]


def test_a_variable_for_a_models_parameter_does_not_hide_its_path():
    model = nn.Linear(1, 1)
    weight = model.weight
    assert titles(draw(model(autograd.ones(1, 1)) * weight), "parameter") == ["weight", "bias"]
    model = nn.Sequential(model)
    assert titles(draw(model(autograd.ones(1, 1)) * weight), "parameter") == ["0.weight", "0.bias"]


def test_paths_of_two_models_begin_with_the_model():
    first, second = nn.Linear(1, 1), nn.Linear(1, 1)
    y = second(first(autograd.ones(1, 1)))
    assert titles(draw(y), "parameter") == ["first.weight", "first.bias", "second.weight", "second.bias"]
    assert titles(draw(y, names={}), "parameter") == [
        "Linear.weight",
        "Linear.bias",
        "Linear#2.weight",
        "Linear#2.bias",
    ]


def test_parts_of_a_model_that_are_called_by_themselves_keep_their_path():
    model = nn.Sequential(nn.Linear(1, 1), nn.Linear(1, 1))
    y = model[1](model[0](autograd.ones(1, 1)))
    assert titles(draw(y), "parameter") == ["0.weight", "0.bias", "1.weight", "1.bias"]
    assert [c["title"] for c in draw(y).to_dict()["clusters"]] == ["0: Linear", "1: Linear"]


def test_a_module_that_is_called_twice_shares_its_parameters():
    class Twice(nn.Module):
        def __init__(self):
            self.inner = nn.Linear(1, 1)

        def forward(self, x):
            return self.inner(self.inner(x))

    model = Twice()
    picture = draw(model(autograd.ones(1, 1)))
    known = picture.to_dict()
    assert titles(picture, "parameter") == ["inner.weight", "inner.bias"]
    assert [c["title"] for c in known["clusters"]] == ["model: Twice", "inner: Linear", "inner: Linear, call 2"]
    assert picture.node("inner.weight").cluster == known["clusters"][0]["id"]
    assert picture.node("inner.weight").uses == 2


def test_unused_parameters_are_drawn_apart_and_frozen_ones_as_constants():
    model = nn.Sequential(nn.Linear(1, 1), nn.Linear(1, 1))
    loss = model[0](autograd.ones(1, 1)).sum()
    picture = draw(model, loss)
    assert [v["title"] for v in picture.to_dict()["vertices"] if v.get("cluster") == "unused"] == ["1.weight", "1.bias"]
    assert "dashed" in next(line for line in picture.dot().splitlines() if "cluster_unused" in line)
    assert "unused" not in draw(loss).dot()
    model[0].weight.requires_grad_(False)
    assert draw(model[0](autograd.ones(1, 1))).node("0.weight").role == "constant"


def test_cuts_are_drawn_with_their_reason():
    x = leaf([1.0, 2.0], "x")
    y = x * x.detach()
    with autograd.no_grad():
        scale = x.abs().max()
    picture = draw(y / scale, names={})
    cuts = [use["cut"] for use in picture.to_dict()["uses"] if "cut" in use]
    assert cuts == ["a tensor was detached", "absolute was computed under no_grad"]
    assert picture.dot().count("arrowtail=tee") == 2
    assert draw(x * autograd.tensor([1.0, 2.0])).dot().count("tee") == 0


def test_show_tensors():
    x = leaf([1.0, 2.0], "x")
    h, k = x * 2, x * 3
    h.name = "hidden"
    k.retain_grad()
    y = (h + k).sum()
    assert titles(draw(y), "tensor") == ["hidden", "tensor"]
    assert titles(draw(y, show_tensors="none"), "tensor") == []
    assert len(titles(draw(y, show_tensors="all"), "tensor")) == 3
    y.backward()
    assert draw(y).node("tensor").gradient.values == (1.0, 1.0)
    assert draw(y).node("hidden").gradient is None


def test_names_in_the_order_of_who_says_it():
    x = leaf(2.0)
    y = x * x
    assert titles(draw(y)) == ["x", "×", "y"]  # the variables
    x.name = "own"
    assert titles(draw(y)) == ["own", "×", "y"]
    assert titles(draw(y, names={"given": x})) == ["given", "×", "loss"]
    assert titles(draw(y, names=locals())) == ["x", "×", "y"]
    assert titles(draw(leaf(1.0) * 2.0, names={})) == ["tensor", "× 2.0", "loss"]


def test_several_outputs():
    x = leaf(2.0)
    a = x * x
    b = a + x
    picture = draw([a, b])
    assert titles(picture, "loss") == ["a", "b"]
    assert arrows(picture)[3:] == [("a", "+", "a"), ("x", "+", "b"), ("+", "b", None)]


def test_a_leaf_by_itself():
    assert titles(draw(leaf([1.0, 2.0], "x"))) == ["x"]


def test_values_and_gradients_before_and_after_backward():
    x = leaf([1.0, 2.0], "x")
    unused = leaf(1.0, "unused")
    loss = (x * x).sum() + unused * 0.0
    before = draw(loss)
    assert before.node("x").graded
    assert before.node("x").gradient is None
    loss.backward()
    after = draw(loss)
    assert after.node("x").gradient.values == (2.0, 4.0)
    assert after.node("unused").gradient.zero
    assert after.node("loss").data.values == (5.0,)
    assert after.node("loss").gradient.values == (1.0,)
    assert before.node("x").gradient is None  # a picture is a snapshot
    with autograd.no_grad():
        x.zero_()
    assert after.node("x").data.values == (1.0, 2.0)


def test_a_picture_does_not_keep_the_graph_alive_nor_change_it():
    gc.disable()
    try:
        model, x, loss = network()
        grad_fn = weakref.ref(loss.grad_fn)
        slots = {slot: getattr(loss.grad_fn, slot) for slot in ("inputs", "saved", "hooks", "grad", "cotangent")}
        picture = draw(model, loss, names={"x": x})
        assert {slot: getattr(loss.grad_fn, slot) for slot in slots} == slots
        del slots
        parameter = weakref.ref(model[0].weight)
        loss.backward()
        assert model[0].weight.grad is not None
        del model, loss
        assert grad_fn() is None
        assert parameter() is None
        assert titles(picture, "parameter")[0] == "0.weight"
    finally:
        gc.enable()


def test_long_chains():
    n = 20_000
    x = leaf(1.0, "x")
    y = x
    for _ in range(n):
        y = y * 1.0
    picture = draw(y)
    assert len(titles(picture)) < 150
    assert sum(vertex.get("ops", 0) for vertex in picture.to_dict()["vertices"]) == n
    assert len(draw(y, level="ops").dot().splitlines()) > 2 * n
    assert "ops" in picture.text()


@pytest.mark.parametrize(
    ("what", "error", "says"),
    [
        (3.0, TypeError, "got float"),
        (np.ones(2), TypeError, "got ndarray"),
        ([], TypeError, "got list"),
        (autograd.ones(2), RuntimeError, "requires_grad=True"),
        (leaf(1.0).detach(), RuntimeError, "detached"),
        (autograd.tensor([1, 2]), RuntimeError, "int64"),
    ],
)
def test_what_cannot_be_drawn(what, error, says):
    with pytest.raises(error, match=says):
        draw(what)


def test_a_model_needs_a_loss_and_a_loss_no_second_argument():
    model, _, loss = network()
    with pytest.raises(TypeError, match=r"draw\(model, loss\)"):
        draw(model)
    with pytest.raises(TypeError, match="not a model"):
        draw(loss, loss)


def test_usual_arguments_of_windows_are_left_out():
    x, w = leaf(np.ones((1, 1, 5, 5)), "x"), leaf(np.ones((1, 1, 3, 3)), "w")
    conv2d = nn.functional.conv2d
    assert draw(conv2d(x, w)).node("convolution").attributes == []
    attributes = draw(conv2d(x, w, stride=(1, 2), padding=1)).node("convolution").attributes
    assert attributes == [("stride", "(1, 2)"), ("padding", "(1, 1)")]


def test_formulas_of_pullbacks_that_are_ops_are_written_out():
    picture = draw(leaf([1.0, 2.0], "x").softmax(0))
    (formula,) = [use["formula"] for use in picture.to_dict()["uses"] if use.get("formula")]
    assert formula == "softmax_pullback(g, out, axis=axis) = y (upstream - sum(upstream y))"
