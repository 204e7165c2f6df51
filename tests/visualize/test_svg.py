"""The SVG that is handed out, and the other forms of a picture: complete, stable, nothing from elsewhere."""

import json
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

import autograd
from autograd import draw, record_backward

from .pictures import SVG, leaf, network


def examples():
    """Return pictures of all kinds."""
    model, x, loss = network()
    with record_backward() as tape:
        loss.backward()
    q = leaf(np.arange(6.0).reshape(2, 3), "q")
    several = (q.max(dim=1).values * q.detach()[:, 0]).sum()
    return [
        draw(loss, names={"x": x}),
        draw(model, loss, theme="dark", title="A title", legend=True),
        draw(tape, view="backward"),
        draw(tape, view="forward", theme="print"),
        draw(several, show_constants=True, show_tensors="all"),
        draw(loss, level=1),
    ]


@pytest.mark.parametrize("number", range(6))
def test_svg(number):
    picture = examples()[number]
    svg = picture.svg()
    root = ET.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.get("aria-label")
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"bp-[0-9a-f]{6}-\w+", name) for name in ids)

    # Nothing from elsewhere, nothing that runs.
    assert set(re.findall(r"https?://[^\"'<> ]*", svg)) <= {"http://www.w3.org/2000/svg"}
    assert not {element.tag.removeprefix(SVG) for element in root.iter()} & {"script", "image", "a", "use", "style"}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name]
    assert "<!DOCTYPE" not in svg

    # Every box and arrow is there, with its role and a text of its own.
    known = picture.to_dict()
    groups = {element.get("id", "").split("-")[-1]: element for element in root.iter(f"{SVG}g")}
    for vertex in known["vertices"]:
        if vertex["id"] in groups:
            assert groups[vertex["id"]].get("class") == f"node {vertex['role']}"
            assert vertex["title"] in groups[vertex["id"]].find(f"{SVG}title").text
    shown = [name for name in groups if re.fullmatch(r"[nmf]\d+", name)]
    arrows = [name for name in groups if re.fullmatch(r"e\d+", name)]
    if number != 2:  # the backward view leaves out what has no gradient
        assert sorted(shown) == sorted(vertex["id"] for vertex in known["vertices"])
        assert len(arrows) == len(known["uses"])
    assert json.loads(root.find(f"{SVG}metadata").text) == known
    assert {text.get("font-family") for text in root.iter(f"{SVG}text")} == {"'Courier New', Courier, monospace"}


def test_tooltips_say_the_formula():
    picture = draw(leaf([2.0], "x") * leaf(np.ones((3, 1)), "y"))
    titles = [title.text for title in ET.fromstring(picture.svg()).iter(f"{SVG}title")]
    assert "x to ×, as a\ngradient of a: g * b, sum axis 0" in titles


def test_the_same_graph_gives_the_same_bytes():
    def outputs():
        model, x, loss = network()
        with record_backward() as tape:
            loss.backward()
        pictures = [draw(loss, names={"x": x}), draw(model, loss), draw(tape, names={})]
        return [(p.svg(), p.dot(), p.text(), json.dumps(p.to_dict())) for p in pictures]

    assert outputs() == outputs()


def test_golden():
    x = leaf(3.0, "x")
    picture = draw(x * x, names={}, legend=False)
    assert picture.dot() == (
        'digraph backprop {\n\tgraph [rankdir=LR bgcolor="#FFFFFF" fontname="Courier New" fontsize=11 '
        'fontcolor="#000000" nodesep=0.22 ranksep=0.38 pad=0.15 id="graph" class="backprop"]\n'
        '\tnode [fontname="Courier New" fontsize=11 fontcolor="#000000" color="#4D4D4D" margin="0.07,0.04" height=0.3 '
        'width=0.3]\n'
        '\tedge [fontname="Courier New" fontsize=9 fontcolor="#5A5A5A" color="#4D4D4D" arrowsize=0.65 penwidth=1]\n'
        '\tn0 [label=<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"><TR><TD COLSPAN="2"><B>x</B>'
        '</TD></TR><HR/><TR><TD CELLPADDING="4" VALIGN="TOP"><FONT POINT-SIZE="9" COLOR="#4D4D4D">data</FONT><BR/>'
        '<FONT POINT-SIZE="10">3</FONT></TD><VR/><TD CELLPADDING="4" VALIGN="TOP"><FONT POINT-SIZE="9" COLOR="#4D4D4D">'
        'grad += 2 uses</FONT><BR/><FONT POINT-SIZE="10">-</FONT></TD></TR></TABLE>> shape=box style=filled penwidth=1 '
        'fillcolor="#A9D5F2" id="n0" class="input" tooltip="input x\\n() float32\\ndata 3\\ngrad -\\nused 2 times: so '
        'many contributions add up to its gradient"]\n'
        '\tn1 [label=<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"><TR><TD><B>×</B></TD></TR>'
        '</TABLE>> shape=box style="filled,rounded" penwidth=1 fillcolor="#FFD98A" id="n1" class="op" tooltip="×\\n() '
        'float32"]\n'
        '\tn2 [label=<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"><TR><TD COLSPAN="2"><B>loss</B>'
        '</TD></TR><HR/><TR><TD CELLPADDING="4" VALIGN="TOP"><FONT POINT-SIZE="9" COLOR="#4D4D4D">data</FONT><BR/>'
        '<FONT POINT-SIZE="10">9</FONT></TD><VR/><TD CELLPADDING="4" VALIGN="TOP">'
        '<FONT POINT-SIZE="9" COLOR="#4D4D4D">grad</FONT>'
        '<BR/><FONT POINT-SIZE="10">-</FONT></TD></TR></TABLE>> shape=box style=filled peripheries=2 penwidth=1 '
        'fillcolor="#EFA07A" id="n2" class="loss" tooltip="loss loss\\n() float32\\ndata 9\\ngrad -"]\n'
        '\tn0 -> n1 [id="e0" weight=3 class="use" edgetooltip="x to ×, as a\\ngradient of a: g * b"]\n'
        '\tn0 -> n1 [id="e1" weight=3 class="use" edgetooltip="x to ×, as b\\ngradient of b: g * a"]\n'
        '\tn1 -> n2 [id="e2" weight=12 class="use" edgetooltip="× to loss"]\n}\n'
    )  # fmt: skip


def test_the_text():
    autograd.manual_seed(0)
    model, x, loss = network()
    loss.backward()
    lines = draw(model, loss, names={"x": x, "model": model}).text().splitlines()
    assert lines[0] == "backprop graph: 6 ops, 13 params"
    heads = [re.split(r"  +", line.strip())[0] for line in lines[1:]]
    assert heads == [
        "x",
        "model: Sequential",
        "0: Linear",
        "0.weight",
        "0.bias",
        "%1 = linear(x, 0.weight, 0.bias)",
        "1: Tanh",
        "%2 = tanh(%1)",
        "2: Linear",
        "2.weight",
        "2.bias",
        "%3 = linear(%2, 2.weight, 2.bias)",
        "%4 = %3 − array (4, 1)",
        "%5 = square(%4)",
        "%6 = mean(%5)",
        "loss = %6",
    ]
    assert all("grad" in line for line in lines if ".weight" in line and "=" not in line)


def test_operators_in_text():
    x, array = leaf([2.0, 3.0], "x"), autograd.tensor([1.0, 2.0])
    for y, expected in (
        (x * 2.0, "x × 2.0"),
        (1.0 - x, "1.0 − x"),
        (x**2, "x ** 2"),
        (x / x, "x ÷ x"),
        (array - x, "array (2,) − x"),
        (x @ array, "x @ array (2,)"),
        (x.sum(dim=0), "sum(x, axis=0)"),
        (-x, "negative(x)"),
    ):
        assert f"%1 = {expected}  " in draw(y, names={}).text()


def test_the_text_tells_tensors_of_the_same_name_apart():
    text = draw(leaf(1.0, "x") * leaf(2.0, "x"), names={}).text()
    assert "x × x#2" in text


def test_notebooks_show_the_picture_with_ids_of_its_own():
    picture = draw(leaf(1.0) * 2.0)
    first, second = picture._repr_mimebundle_(), picture._repr_mimebundle_()
    assert list(first) == ["text/plain", "image/svg+xml"]
    assert first["text/plain"] == picture.text()
    ids = [set(re.findall(r'id="([^"]+)"', bundle["image/svg+xml"])) for bundle in (first, second)]
    assert not ids[0] & ids[1]


def test_a_failure_in_a_notebook_is_a_line_of_text(monkeypatch):
    picture = draw(leaf(1.0) * 2.0)
    monkeypatch.setattr(type(picture), "dot", lambda self: 1 / 0)
    assert "(no picture: division by zero)" in picture._repr_mimebundle_()["text/plain"]
    monkeypatch.setattr(type(picture), "text", lambda self: 1 / 0)
    assert list(picture._repr_mimebundle_()) == ["text/plain"]


def test_repr_and_node():
    x = leaf(1.0, "x")
    picture = draw(x * 2.0)
    assert repr(picture) == "<backprop graph: 1 op, drawn as 3 boxes>"
    assert picture.node("x").id == "n0"
    assert picture.node("n1").title == "× 2.0"
    with pytest.raises(KeyError, match=r"no box 'y'; there are x, × 2\.0"):
        picture.node("y")


def test_titles_of_frames_are_drawn_over_the_arrows():
    model, _, loss = network()
    graph = ET.fromstring(draw(model, loss, direction="TB").svg()).find(f"{SVG}g")
    titles = list(graph)[-1]
    assert titles.get("class") == "titles"
    assert {text.get("paint-order") for text in titles} == {"stroke"}
    assert "Linear" in "".join(text.text or "" for text in titles)


def test_columns_of_the_text_stay_apart():
    x = leaf([1.0, 2.0], "a_very_long_name_" * 5)
    assert f"{'a_very_long_name_' * 5}  (2,)  1 2" in draw(x * 2).text()


def test_a_gradient_that_was_not_kept_is_not_one_that_was_not_computed():
    x = leaf([1.0, 2.0], "x")
    y = x * 2
    y.name = "y"
    loss = (y * y).sum()
    assert "grad -" in draw(loss).text().split("y = ")[1].splitlines()[0]
    loss.backward()
    assert "grad not kept" in draw(loss).text().split("y = ")[1].splitlines()[0]
    assert "not kept" in draw(loss).svg()
