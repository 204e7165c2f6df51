"""From the renderer's SVG to ours: ids that do not clash on a page, titles, a description, and the graph as data."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from typing import Any

from .theme import FONT, FONT_STACK
from .words import clean

_SVG = "http://www.w3.org/2000/svg"
_GROUP = f"{{{_SVG}}}g"
_XML = "http://www.w3.org/XML/1998/namespace"


def finish(svg: bytes, uid: str, description: str, titles: Mapping[str, str], data: Any) -> str:
    """Return the SVG as users get it.

    ``titles`` are the texts, by id, that are shown when the pointer rests on an element; ``uid`` goes into all ids.
    """
    root = ET.fromstring(svg)
    root.set("role", "img")
    root.set("aria-label", clean(description))
    root.set("style", "max-width:100%;height:auto")
    for group in list(root.iter(_GROUP)):
        for wrapper in [g for g in group if g.tag == _GROUP and len(g) == 1 and g[0].tag == f"{{{_SVG}}}a"]:
            place = list(group).index(wrapper)  # Graphviz makes a tooltip a link to nowhere; here the titles say it
            group[place : place + 1] = list(wrapper[0])
    for group in root.iter(_GROUP):
        name = group.get("id", "")
        title = group.find(f"{{{_SVG}}}title")
        if title is not None:
            if name in titles:
                title.text = clean(titles[name])
            else:
                group.remove(title)
        if name:
            group.set("id", f"bp-{uid}-{name}")
    for text in root.iter(f"{{{_SVG}}}text"):
        if text.get("font-family", "").startswith(FONT):  # some versions of Graphviz add a fallback
            text.set("font-family", FONT_STACK)
        text.attrib.pop(f"{{{_XML}}}space", None)
        if text.text and text.text != " ".join(text.text.split()):  # columns of numbers keep their spaces
            text.text = text.text.replace(" ", "\u00a0")
    _raise_titles(root)
    metadata = ET.Element(f"{{{_SVG}}}metadata", {"id": f"bp-{uid}-data"})
    metadata.text = clean(json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False))
    root.insert(0, metadata)
    ET.register_namespace("", _SVG)
    return ET.tostring(root, encoding="unicode") + "\n"


def _raise_titles(root: ET.Element) -> None:
    """Draw the titles of module frames last, with a rim of the frame's colour: so arrows pass behind them."""
    titles = ET.Element(_GROUP, {"class": "titles"})
    for group in root.iter(_GROUP):
        if "cluster" in group.get("class", "").split():
            frame = next((element.get("fill") for element in group if element.get("fill", "none") != "none"), None)
            for text in group.findall(f"{{{_SVG}}}text"):
                group.remove(text)
                if frame is not None:
                    text.attrib |= {"stroke": frame, "stroke-width": "4", "paint-order": "stroke"}
                titles.append(text)
    graph = root.find(_GROUP)
    if graph is not None and len(titles):
        graph.append(titles)
