"""The pictures in README.md and docs/ are those that docs/pictures.py makes."""

import json
import re
import runpy
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = runpy.run_path(str(ROOT / "docs" / "pictures.py"))


def test_every_picture_that_is_shown_is_made():
    shown = set()
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        shown |= set(re.findall(r"\]\((?:docs/)?img/([\w-]+)\.svg\)", page.read_text()))
    assert shown == {*SCRIPT["PICTURES"], "house"}  # that one is made by docs/house.py


@pytest.mark.parametrize("name", SCRIPT["PICTURES"])
def test_pictures_are_up_to_date(name):
    def content(known):
        boxes = [(v["id"], v["role"], v["title"], v.get("shape")) for v in known["vertices"]]
        return boxes, [(u["source"], u["target"], u.get("formula"), "gradient" in u) for u in known["uses"]]

    root = ET.fromstring((ROOT / "docs" / "img" / f"{name}.svg").read_text())
    there = json.loads(next(element.text for element in root if element.tag.endswith("metadata")))
    made = SCRIPT["PICTURES"][name]().to_dict()
    assert content(there) == content(made), "run python docs/pictures.py"
