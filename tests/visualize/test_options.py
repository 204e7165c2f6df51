"""Every option of `draw` does what docs/visualizing.md says, and a wrong one says what is right."""

import inspect
import re

import pytest

import autograd
from autograd import draw
from autograd.visualize.paint.theme import THEMES

from .pictures import leaf, network

WRONG = [
    ({"view": "sideways"}, "view is one of 'both', 'forward', 'backward', got 'sideways'"),
    ({"direction": "RL"}, "direction is one of"),
    ({"level": 0}, "level is 'auto', 'ops', 'modules' or the depth"),
    ({"level": True}, "level is"),
    ({"max_nodes": 3}, "max_nodes is a whole number of at least 10, got 3"),
    ({"show_values": True}, "show_values is one of"),
    ({"show_grads": 1}, "show_grads is one of"),
    ({"show_constants": "all"}, "show_constants is one of"),
    ({"show_tensors": True}, "show_tensors is one of"),
    ({"show_source": True}, "show_source is one of"),
    ({"show_dtype": "float32"}, "show_dtype is one of"),
    ({"theme": "pink"}, "theme is one of 'light', 'dark', 'print', got 'pink'"),
    ({"legend": None}, "legend is one of"),
    ({"precision": 0}, "precision is a whole number"),
    ({"precision": 2.5}, "precision is a whole number"),
    ({"max_label": 1}, "max_label is a whole number"),
    ({"timeout": 0}, "timeout is a positive number"),
]


@pytest.mark.parametrize(("options", "says"), WRONG)
def test_wrong_values(options, says):
    with pytest.raises(ValueError, match=re.escape(says)):
        draw(leaf(1.0) * 2.0, **options)


def test_wrong_names():
    for names in ([1], {1: leaf(1.0)}, "x"):
        with pytest.raises(TypeError, match="names is a dict"):
            draw(leaf(1.0) * 2.0, names=names)


def test_unknown_options():
    with pytest.raises(TypeError, match="show_colours"):
        draw(leaf(1.0) * 2.0, show_colours=True)


def test_every_option_is_documented():
    from pathlib import Path

    page = (Path(__file__).parents[2] / "docs" / "visualizing.md").read_text()
    options = [name for name, p in inspect.signature(draw).parameters.items() if p.kind is p.KEYWORD_ONLY]
    assert [name for name in options if f"| `{name}` |" not in page] == []


def test_view():
    model, x, loss = network()
    loss.backward()
    both, forward, backward = (
        draw(loss, view=view, direction="LR", names={"x": x}).dot() for view in ("both", "forward", "backward")
    )
    assert "rankdir=LR" in forward
    assert ">grad<" in both
    assert ">grad<" not in forward
    assert "rankdir=RL" in backward
    assert ">grad<" in backward
    assert ">data<" not in backward
    assert 'class="blocked"' in both
    assert 'class="blocked"' not in backward  # only where gradients flow
    start, end = re.search(r"(n\d+) -> (n\d+) \[id=\"e\d+\" weight=12", both).groups()
    assert f"{end} -> {start} [" in backward
    del model


def test_direction():
    def chain(n):
        y = leaf(1.0)
        for _ in range(n):
            y = y.tanh()
        return y

    assert "rankdir=LR" in draw(chain(7)).dot()
    assert "rankdir=TB" in draw(chain(8)).dot()
    assert "rankdir=LR" in draw(chain(8), direction="LR").dot()
    assert "rankdir=TB" in draw(chain(2), direction="TB").dot()


def test_show_values():
    x = leaf([0.125, 0.5], "x")
    y = x * 2
    assert "0.125" in draw(y).dot().split("tooltip")[0]
    assert "±" in draw(y, show_values="stats").dot().split("tooltip")[0]
    assert not re.search(r">data<|>0\.125", draw(y, show_values=False).dot())


def test_show_grads():
    loss = network()[2]
    assert ">grad<" in draw(loss).dot()
    assert ">grad<" not in draw(loss, show_grads=False).dot()
    assert "grad" not in draw(loss, show_grads=False).text().replace("params", "")


def test_show_saved():
    y = leaf([1.0, 2.0]).tanh()
    assert "saved" not in draw(y).dot()
    assert "saved out 8 B" in draw(y, show_saved=True).dot()
    y.sum().backward()
    assert "saved freed" in draw(y, show_saved=True).dot()


def test_show_source():
    x = leaf(1.0)
    with autograd.record_source():
        y = x.tanh()
    line = inspect.currentframe().f_lineno - 1
    tooltip, label, without = (draw(y, show_source=show).dot() for show in ("tooltip", "label", False))
    assert f"test_options.py:{line}  y = x.tanh()" in tooltip
    assert f">test_options.py:{line}<" not in tooltip
    assert f">test_options.py:{line}<" in label
    assert "test_options.py" not in without


def test_show_shapes_and_dtype():
    y = leaf([[1.0, 2.0]]) * 2
    assert ">(1, 2)<" in draw(y).dot()
    assert ">(1, 2)<" not in draw(y, show_shapes=False).dot()
    assert ">(1, 2) float32<" in draw(y, show_dtype=True).dot()
    mixed = leaf([1.0, 2.0]).tanh().sum().double()
    assert draw(mixed).dot().count("float64<") == 2  # the op astype and the output
    assert "float64<" not in draw(mixed, show_dtype=False).dot()


def test_precision():
    y = leaf(1 / 3, "x") * 2
    assert "0.3333" in draw(y).dot()
    assert "0.33<" in draw(y, precision=2).dot()


def test_max_label_cuts_in_the_middle_and_the_tooltip_has_it_all():
    name = "a_rather_long_name_of_a_tensor_in_a_graph"
    dot = draw(leaf(1.0, name) * 2, max_label=11).dot()
    assert "<B>a_rat…graph</B>" in dot
    assert f"input {name}" in dot


def test_theme():
    y = network()[2]
    pictures = {theme: draw(y, theme=theme).dot() for theme in THEMES}
    assert len(set(pictures.values())) == len(THEMES)
    for theme, dot in pictures.items():
        assert f'bgcolor="{THEMES[theme].background}"' in dot
    colours = set(re.findall("#[0-9A-F]{6}", pictures["print"]))
    assert all(c[1:3] == c[3:5] == c[5:7] for c in colours), "print is grey"


@pytest.mark.parametrize(("legend", "title", "words"), [(True, None, 1), (False, "A title", 1), (True, "A <title>", 2)])
def test_legend_and_title(legend, title, words):
    loss = network()[2]
    dot = draw(loss, legend=legend, title=title).dot()
    assert (">operation<" in dot) == legend
    assert title is None or title.replace("<", "&lt;").replace(">", "&gt;") in dot
    head = dot[: dot.index("n0 [")]
    assert head.count("label=<") - head.count('id="c') == words
    assert draw(loss, title=title).text().startswith(title or "backprop graph")


def test_legend_names_only_what_is_there():
    x = leaf(2.0)
    small = draw(x * x, legend=True).dot()
    assert ">operation<" in small
    assert ">parameter<" not in small
    assert ">operation<" not in draw(x * x).dot()  # a picture of three kinds of boxes explains itself
