"""What boxes say: numbers as they are, "not computed" apart from 0, any name as it was given."""

import math
import xml.etree.ElementTree as ET

import numpy as np
import pytest

import autograd
from autograd import draw
from autograd.visualize.graph.summary import number, shape_text, shorten, summarize
from autograd.visualize.paint.words import aligned, rows

from .pictures import SVG, leaf, texts

NAMES = [
    "<b>bold</b>",
    "a & b &amp; &lt;",
    "\"quoted\" 'twice'",
    "back\\slash \\N \\G \\\\",
    "gewöhnlich λ 漢字 é",
    "]]> --> <script>",
    "a|b{c}[d]%s$1",
    "->",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_shown_as_they_are(name):
    y = leaf(1.0, name) * 2.0
    picture = draw(y, title=name, max_label=60)
    assert texts(picture).count(name) == 2
    shown = ET.fromstring(picture.svg())
    assert shown.get("aria-label") == name
    assert any(title.text.startswith(f"input {name}\n") for title in shown.iter(f"{SVG}title"))
    assert name in picture.text()


def test_newlines_and_what_xml_does_not_allow():
    assert "one\\ntwo" in texts(draw(leaf(1.0, "one\ntwo") * 2.0))
    assert "bell�" in texts(draw(leaf(1.0, "bell\x07") * 2.0))
    assert "half�" in texts(draw(leaf(1.0, "half\ud800") * 2.0))


def test_module_names_are_escaped():
    import nn

    class Odd(nn.Module):
        def forward(self, x):
            return x * 2.0

    Odd.__name__ = "<Odd & \\N>"
    odd = Odd()
    assert "odd" in texts(draw(odd(leaf(1.0))))
    assert any("<Odd & \\N>" in text for text in texts(draw(odd(leaf(1.0)))))


def test_not_computed_and_zero_are_never_mixed_up():
    x, y, z = leaf([1.0, 2.0], "x"), leaf([1.0, 2.0], "y"), leaf(np.ones(100), "z")
    loss = (x * y * 0.0).sum() + (z * 0.0).sum()
    before = texts(draw(loss))
    assert before.count("-") == 4
    assert "0 (exact)" not in before
    assert "-: not computed" in texts(draw(loss, legend=True))
    loss.backward()
    after = texts(draw(loss, names={"x": x, "y": y, "z": z}))
    assert after.count("0 (exact)") == 3
    assert "-" not in after
    assert "-: not computed" not in texts(draw(loss, legend=True))


def test_gradients_on_ops_after_backward():
    x = leaf(3.0, "x")
    y = x * x + x
    y.backward()
    dot = draw(y).dot()
    assert "grad 1<" in dot
    assert "grad += 3 uses<" in dot


def test_nan_and_inf_are_named_and_marked():
    x = leaf([0.0, 1.0], "x")
    with np.errstate(all="ignore"):
        y = (x.sqrt() * 0.0 + x.log()).sum()
    y.backward()
    picture = draw(y)
    assert "-inf" in texts(picture)
    assert any("NaN" in text or "inf" in text for text in texts(picture))
    boxes = [line for line in picture.dot().splitlines() if "#A6006B" in line and " -> " not in line]
    assert len(boxes) == 2  # x and the output


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.25, ["0.25"]),
        (1.00004, ["1.000"]),
        (1.0, ["1"]),
        (-0.0, ["0"]),
        (1e-20, ["1e-20"]),
        (math.inf, ["inf"]),
        (math.nan, ["NaN"]),
        ([1.0, -2.0], [" 1 -2"]),
        ([0.5, 0.25], ["0.5000 0.2500"]),
        ([1.5, 0.0], ["1.500     0"]),
        ([1.0, 1e-9], ["1.00e+00 1.00e-09"]),
        ([1234567.5, 1.0], ["1.23e+06 1.00e+00"]),
        ([[1.0, 2.0], [3.0, 4.5]], ["1.000 2.000", "3.000 4.500"]),
        ([[[1.0], [2.0]], [[3.0], [4.0]]], ["1", "2", "3", "4"]),
        ([1.0, 2.0, 3.0, 4.0, 5.0], ["1 2 3 4", "5"]),
        ([[1.0], [2.0], [3.0], [4.0], [5.0]], ["1 2 3 4", "5"]),
        ([[1.0], [2.0], [3.0], [4.0]], ["1", "2", "3", "4"]),
        ([math.nan, 1.5, -math.inf], ["  NaN 1.500  -inf"]),
        ([True, False], [" True False"]),
        ([1, 20], [" 1 20"]),
        ([], ["empty"]),
        (np.zeros((2, 0)), ["empty"]),
        (np.zeros(17), ["0 everywhere"]),
        (np.arange(17.0), ["8.00 ± 4.9", "0 .. 16"]),
        (np.arange(17), ["0 .. 16"]),
        (np.array([math.nan, math.inf, *range(20)]), ["9.50 ± 5.77", "0 .. 19", "1 NaN", "1 inf"]),
        (np.full(17, math.nan), ["17 NaN"]),
        (1 + 2j, ["1+2j"]),
    ],
)
def test_numbers(value, expected):
    assert rows(summarize(np.asarray(value)), 4) == expected


@pytest.mark.parametrize("seed", range(20))
def test_no_number_but_zero_looks_like_zero(seed):
    rng = np.random.default_rng(seed)
    values = rng.standard_normal(8) * 10.0 ** rng.integers(-12, 12, 8)
    values[0] = 0.0
    for precision in (1, 2, 4, 7):
        for value, text in zip(values, aligned(values.tolist(), precision), strict=True):
            assert (float(text) == 0) == (value == 0), (value, text)
            assert abs(float(text) - value) <= abs(value) * 0.5 or len(text) < 8
            assert (float(number(float(value), precision)) == 0) == (value == 0)


def test_numbers_of_a_table_have_one_width():
    assert len({len(text) for text in aligned([1.0, -20.5, 0.0, math.nan, 300.25], 4)}) == 1


def test_shapes_and_shortening():
    assert [shape_text(s) for s in ((), (3,), (2, 3), ((2,), (3, 1)))] == ["()", "(3,)", "(2, 3)", "(2,), (3, 1)"]
    assert shorten("abcdefghij", 10) == "abcdefghij"
    assert shorten("abcdefghijk", 10) == "abcde…hijk"
    assert len(shorten("x" * 100, 7)) == 7


def test_summaries_go_into_json():
    summary = summarize(np.array([math.nan, math.inf, 1.0]))
    assert summary.to_dict() == {"shape": [3], "dtype": "float64", "values": ["NaN", "inf", 1.0]}
    assert set(summarize(autograd.ones(100)).to_dict()) == {
        "shape", "dtype", "mean", "std", "low", "high", "rms", "nan", "inf"
    }  # fmt: skip
