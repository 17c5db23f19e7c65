"""The drawing with one thing marked and nothing named: a picture for quizzes, on screen and on paper."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

__all__ = ["DRAWN", "marked"]

_HOME = Path(__file__).parent / "components" / "muscle_map"  # the drawing of the muscle map is the only one
_VIEWS = {view: (_HOME / f"{view}.svg").read_text(encoding="utf-8") for view in ("posterior", "side")}
_SVG = "http://www.w3.org/2000/svg"
_NAMELESS = frozenset(
    ("label", "hit", "ghost", "angle", "bends")
)  # what names things, catches clicks or moves
#: The local names of everything that can be marked.
DRAWN: Final = frozenset(re.findall(r'data-id="(\w+)"', "".join(_VIEWS.values())))

_STYLE = """
svg { background: #fff; }
.skin { fill: #f1ebe4; stroke: #b9aa9b; stroke-width: 1.4; }
.bone { fill: #f3ead2; stroke: #8f7f54; stroke-width: 1.5; stroke-linejoin: round; }
.fade { fill: url(#veil); }
.seam, .ligament { fill: none; stroke: #8f7f54; stroke-width: 1.5; }
.other { fill: #d9d3cd; stroke: #b9aa9b; }
.nerve { fill: none; stroke: #c39a1c; stroke-width: 4; stroke-linecap: round; }
.shape { fill: #d9a49b; stroke: #8e4a42; stroke-width: 1.6; stroke-linejoin: round; }
.fibres, .mark, .mark-line { fill: none; stroke: none; }
.cord { fill: none; stroke: #8d8672; stroke-width: 6; stroke-linecap: round; }
.cord.inner { stroke: #e9e2d2; stroke-width: 3.4; }
.tendon .shape { fill: #ece6d8; stroke: #8d8672; }
.edge, .band { fill: none; stroke-linecap: round; stroke: #8d8672; stroke-width: 13; }
.band { stroke: #ece6d8; stroke-width: 10; }
.side-names text { fill: #222; font: 700 18px sans-serif; }
.side-names .soft { font-weight: 400; font-size: 16px; fill: #444; }
.asked, .asked .shape { fill: #0b6b5d; stroke: #111; stroke-width: 3.5; }
.asked .band { stroke: #0b6b5d; }
.asked .edge { stroke: #111; stroke-width: 16; }
.nerve.asked { fill: none; stroke: #0b6b5d; stroke-width: 9; }
.asked .mark { fill: url(#asked); }
"""
_HATCH = (
    f'<defs xmlns="{_SVG}"><pattern id="asked" width="9" height="9" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><path d="M0 0V9" stroke="#fff" stroke-width="3"/></pattern>'
    '<linearGradient id="veil" x2="0" y2="1"><stop offset="0.56" stop-color="#fff"/>'
    '<stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient></defs>'
)


@cache
def marked(identifier: str) -> str:
    """The leg as SVG in which the thing with this local name stands out; KeyError if it is not drawn."""
    ET.register_namespace("", _SVG)
    for text in _VIEWS.values():
        root = ET.fromstring(text.replace("<svg ", f'<svg xmlns="{_SVG}" ', 1))  # noqa: S314  # our own file
        asked = [part for part in root.iter() if _is(part, identifier)]
        if asked:
            break
    else:
        raise KeyError(identifier)
    _prune(root, _layer(asked[0]))
    for part in asked:
        part.set("class", f"{part.get('class', '')} asked")
    for part in root.iter():
        for name in [name for name in part.attrib if name.startswith("data-")]:
            del part.attrib[name]  # the name of the answer is nobody's business
    style = ET.Element(f"{{{_SVG}}}style")
    style.text = _STYLE
    root[:0] = [style, ET.fromstring(_HATCH)]  # noqa: S314  # our own text
    box = re.split(r"\s+", root.get("viewBox", "0 0 480 660"))
    root.set("width", box[2])
    root.set("height", box[3])
    return ET.tostring(root, encoding="unicode")


def _is(part: ET.Element, identifier: str) -> bool:
    return identifier in {part.get("data-id"), *part.get("data-of", "").split()}


def _layer(part: ET.Element) -> str:
    """The layer in which a thing is seen best; "" for bones, which are shown without any muscle."""
    classes = part.get("class", "").split()
    if "bone" in classes:
        return ""
    home = part.get("data-home")
    return f"in-{home}" if home else next((c for c in classes if c.startswith("in-")), "in-deepest")


def _prune(parent: ET.Element, layer: str) -> None:
    """Take out names, and what lies in other layers."""
    for part in list(parent):
        classes = set(part.get("class", "").split())
        layers = {c for c in classes if c.startswith("in-")}
        covered = not layer and bool(classes & {"region", "nerve"})
        if classes & _NAMELESS or covered or (layers and layer not in layers):
            parent.remove(part)
        else:
            _prune(part, layer)
