"""The documents are true: what they quote is in the code, what they link to exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/**/*.md")]
QUOTE = re.compile(r"`([\w/]+\.py)`:\n\n```python\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def quotes():
    for document in DOCUMENTS:
        for path, code in QUOTE.findall(document.read_text(encoding="utf-8")):
            for line in code.strip("\n").splitlines():
                yield pytest.param(path, line, id=f"{document.name}: {line.strip()}")


@pytest.mark.parametrize(("path", "line"), list(quotes()))
def test_quoted_lines_are_in_the_file(path, line):
    assert line in (ROOT / path).read_text(encoding="utf-8").splitlines()


def test_there_are_quotes():
    assert len(list(quotes())) >= 10


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document):
    links = LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_readme_has_two_commands():
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert [len(block.strip().splitlines()) for block in blocks] == [1, 1]
