"""The drawing: its parts as files beside this one, put together once, and what is in it.

`data-id` is the local name of the graph's individual, and `data-of` names the wholes that a region is a
piece of; tests hold both against the graph.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

__all__ = ["ANGLES", "CSS", "HTML", "JS", "LANDMARKS", "LAYERS", "PIECES", "REGIONS", "STEEPEST"]

_HOME = Path(__file__).parent


def _read(name: str) -> str:
    return (_HOME / name).read_text(encoding="utf-8")


def _assembled() -> str:
    """The frame with its figures in place."""
    return re.sub(r"<!--(\w+)-->", lambda mark: _read(f"{mark[1]}.svg"), _read("map.html"))


HTML: Final = _assembled()
CSS: Final = _read("map.css")
JS: Final = _read("map.js")

_REGION: Final = re.compile(r'<g class="region [^"]*" data-id="(\w+)"(?: data-of="([^"]*)")?')

#: What can be chosen by itself.
REGIONS: Final = frozenset(match[1] for match in _REGION.finditer(HTML))
#: For every whole that is drawn in pieces, those pieces.
PIECES: Final = {
    whole: frozenset(match[1] for match in _REGION.finditer(HTML) if whole in (match[2] or "").split())
    for match in _REGION.finditer(HTML)
    for whole in (match[2] or "").split()
}
#: Bones and nerves, which show where the chosen muscle is attached.
LANDMARKS: Final = frozenset(re.findall(r'data-id="(\w+)"', HTML)) - REGIONS
#: The knee angle in degrees at which a position of the knee is drawn.
ANGLES: Final = {"kneeStraight": 0, "kneeBent": 90}
#: The layers of the view from behind.
LAYERS: Final = frozenset(re.findall(r'name="layer" value="(\w+)"', HTML))
#: The knee angle in degrees up to which the view from the side bends.
STEEPEST: Final = int(re.findall(r'type="range" min="0" max="(\d+)"', HTML)[0])
