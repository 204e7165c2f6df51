"""Renderers: which is chosen, how it is run, and what happens without one or with a slow one."""

import json
import stat
import sys
import types

import pytest

from autograd import draw
from autograd.visualize.paint import render
from autograd.visualize.paint.render import RenderError, RenderTimeout, find

from .pictures import leaf, network

INSTALLED = [name for name in ("dot", "graphviz-pure") if render._installed(name)]


@pytest.fixture(autouse=True)
def no_variable(monkeypatch):
    monkeypatch.delenv(render.VARIABLE, raising=False)


@pytest.fixture
def nothing_installed(monkeypatch):
    monkeypatch.setattr(render, "_installed", lambda name: None)


def program(path, code):
    """Write a program in Python that takes the place of a renderer, and return its path."""
    path.write_text(f"#!{sys.executable}\nimport sys, time\narguments = sys.argv[1:]\ndot = sys.stdin.read()\n{code}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


SVG = '\'<svg xmlns="http://www.w3.org/2000/svg" width="1pt"></svg>\''


def test_the_extra_for_development_brings_a_renderer():
    assert INSTALLED, "install the extra dev: pip install -e '.[dev]'"


@pytest.mark.parametrize("renderer", INSTALLED)
@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_what_is_installed_draws(renderer, theme):
    loss = network()[2]
    picture = draw(loss, renderer=renderer, theme=theme, title="title", legend=True)
    assert picture.svg().startswith("<svg ")
    assert picture.png().startswith(b"\x89PNG")


def test_png_size():
    def size(scale):
        header = draw(leaf(1.0) * 2.0).png(scale)[16:24]
        return int.from_bytes(header[:4], "big"), int.from_bytes(header[4:], "big")

    width, height = size(1)
    assert abs(size(2)[0] - 2 * width) <= 2
    assert max(size(200)) <= render.LARGEST + 1
    assert width > height
    with pytest.raises(ValueError, match="scale is a positive number, got 0"):
        draw(leaf(1.0)).png(0)


def test_order_of_search(monkeypatch):
    known = {"dot", "graphviz-pure", "pygraphviz"}
    monkeypatch.setattr(render, "_installed", lambda name: render.Renderer(name, name) if name in known else None)
    assert find().name == "dot"
    known.remove("dot")
    assert find().name == "graphviz-pure"
    assert find(format="pdf").name == "pygraphviz"
    known.remove("pygraphviz")
    with pytest.raises(RenderError, match="graphviz-pure does not make pdf, only svg, png"):
        find(format="pdf")
    known.clear()
    with pytest.raises(RenderError, match=r"pip install 'glassgrad\[render\]'.*package manager"):
        find()


def test_the_argument_comes_before_the_variable(monkeypatch, tmp_path):
    one, two = (program(tmp_path / name, f"print({SVG})") for name in ("one", "two"))
    monkeypatch.setenv(render.VARIABLE, one)
    assert find().path == one
    assert find(two).path == two
    monkeypatch.setenv(render.VARIABLE, "")
    assert find().name in ("dot", "graphviz-pure", "pygraphviz")
    with pytest.raises(RenderError, match="'no-such-program' was asked for, but is not installed"):
        find("no-such-program")


def test_a_program_that_is_not_on_the_path_is_found_where_pip_puts_it(monkeypatch, tmp_path):
    if "graphviz-pure" not in INSTALLED:
        pytest.skip("graphviz-pure is not installed")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find("graphviz-pure").path.endswith(("graphviz-pure", "graphviz-pure.exe"))


def test_without_a_renderer(nothing_installed, tmp_path):
    loss = network()[2]
    picture = draw(loss)
    for make in (picture.svg, picture.png, picture.pdf, lambda: picture.save(tmp_path / "x.svg")):
        with pytest.raises(RenderError, match=r"no program to draw graphs with was found.*text\(\)"):
            make()
    assert "linear(" in picture.text()
    assert "digraph" in picture.dot()
    bundle = picture._repr_mimebundle_()
    assert list(bundle) == ["text/plain"]
    assert picture.text() in bundle["text/plain"]
    assert "pip install" in bundle["text/plain"]
    assert picture.save(tmp_path / "graph.txt").read_text() == picture.text() + "\n"


def test_what_the_program_says_is_passed_on(tmp_path):
    failing = program(tmp_path / "failing", "sys.exit('syntax error in line 7')")
    with pytest.raises(RenderError, match="exit status 1 and said: syntax error in line 7"):
        draw(leaf(1.0), renderer=failing).svg()
    silent = program(tmp_path / "silent", "pass")
    with pytest.raises(RenderError, match="said: nothing"):
        draw(leaf(1.0), renderer=silent).svg()
    (tmp_path / "broken").write_bytes(b"\x7fELF nonsense")
    (tmp_path / "broken").chmod(0o755)
    with pytest.raises(RenderError, match="cannot be run"):
        draw(leaf(1.0), renderer=str(tmp_path / "broken")).svg()


def test_warnings_of_the_program_are_not_printed(tmp_path, capfd):
    loud = program(tmp_path / "loud", f"print({SVG}); print('Warning: no glyph', file=sys.stderr)")
    draw(leaf(1.0), renderer=loud).svg()
    assert capfd.readouterr() == ("", "")


def test_how_the_program_is_called(tmp_path):
    log = tmp_path / "log"
    listening = program(tmp_path / "listening", f"open({str(log)!r}, 'w').write(repr((arguments, dot)))\nprint({SVG})")
    picture = draw(leaf(1.0, "λ"), renderer=listening)
    picture.svg()
    arguments, dot = eval(log.read_text())
    assert arguments == ["-q", "-Tsvg"]
    assert dot == picture.dot()
    picture.png(2)
    assert eval(log.read_text())[0] == ["-q", "-Tpng", "-Gdpi=192", "-Gsize=78.125,78.125"]


def test_a_slow_layout_is_done_again_in_haste(tmp_path):
    slow = program(tmp_path / "slow", f"'-Gsplines=line' in arguments or time.sleep(60)\nprint({SVG})")
    assert draw(leaf(1.0), renderer=slow, timeout=1.0).svg().startswith("<svg")


def test_then_fewer_boxes_are_drawn(tmp_path):
    slow = program(tmp_path / "slow", f"len(dot.splitlines()) < 100 or time.sleep(60)\nprint({SVG})")
    y = leaf(1.0)
    for _ in range(100):
        y = y.tanh()
    picture = draw(y, renderer=slow, timeout=0.5)
    assert len(picture.to_dict()["vertices"]) == 102
    assert picture.svg().startswith("<svg")
    assert len(picture.to_dict()["vertices"]) < 40
    assert sum(vertex.get("ops", 0) for vertex in picture.to_dict()["vertices"]) == 100


def test_then_it_is_an_error_with_advice(tmp_path):
    never = program(tmp_path / "never", "time.sleep(60)")
    with pytest.raises(RenderTimeout, match=r"did not finish within 0.2 s, not even in haste.*level=.*timeout="):
        draw(leaf(1.0), renderer=never, timeout=0.2).svg()


def test_pygraphviz(monkeypatch):
    called = []

    class AGraph:
        def __init__(self, string):
            called.append(string)

        def draw(self, **options):
            called.append(options)
            return b'<svg xmlns="http://www.w3.org/2000/svg"/>'

    fake = types.ModuleType("pygraphviz")
    fake.AGraph = AGraph
    fake.__spec__ = types.SimpleNamespace(name="pygraphviz")
    monkeypatch.setitem(sys.modules, "pygraphviz", fake)
    picture = draw(leaf(1.0), renderer="pygraphviz")
    assert picture.svg().startswith("<svg")
    assert called == [picture.dot(), {"format": "svg", "prog": "dot", "args": "-q"}]


def test_save_by_suffix(tmp_path):
    model, _, loss = network()
    picture = draw(model, loss)
    for suffix, begins in ((".svg", b"<svg"), (".png", b"\x89PNG"), (".dot", b"digraph"), (".gv", b"digraph")):
        assert picture.save(tmp_path / f"graph{suffix}").read_bytes().startswith(begins)
    assert picture.save(str(tmp_path / "graph.SVG")).exists()
    assert json.loads(picture.save(tmp_path / "graph.json").read_text()) == picture.to_dict()
    with pytest.raises(ValueError, match=r"the suffix of 'graph.bmp' is none of .svg, .png"):
        picture.save(tmp_path / "graph.bmp")


def test_the_digraph_is_the_same_graph():
    loss = network()[2]
    picture = draw(loss)
    assert picture.digraph.source == picture.dot()
    assert picture.digraph.format == "svg"
