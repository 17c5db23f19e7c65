"""Where the things of a picture stand: the same picture for the same links, and no jump when it grows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import atan2, cos, dist, pi, sin
from textwrap import wrap

__all__ = ["TALL", "WIDE", "Frame", "Spot", "lines_of", "place", "place_layers", "place_row"]

LETTER, LINE, MARK = 6.9, 15.0, 15.0  # width of a letter, height of a line, radius of a mark, in pixels
GAP = 8.0
_TRIES, _STEP, _FAR = 8, 12.0, 60  # places tried: to each side, and how far up and down, in pixels and steps
_ROUNDS = 240  # of pushing overlapping labels apart; ten are enough for most pictures


@dataclass(frozen=True, slots=True)
class Frame:
    """The shape of the room: half its width, the radii of the ring, and the letters of a label's line."""

    half: float
    across: float
    down: float
    letters: int


WIDE = Frame(half=370, across=290, down=250, letters=17)
TALL = Frame(half=178, across=122, down=265, letters=14)


@dataclass(slots=True)
class Spot:
    """Where the mark of one thing stands; its label hangs below it."""

    x: float
    y: float
    width: float
    height: float

    def overlap(self, other: Spot) -> tuple[float, float]:
        """By how much two things overlap to the side and downwards; not at all if one is not positive."""
        return (
            (self.width + other.width) / 2 + GAP - abs(self.x - other.x),
            (self.height + other.height) / 2 + GAP - abs(self.middle - other.middle),
        )

    @property
    def middle(self) -> float:
        """The height of the middle of mark and label."""
        return self.y - MARK + self.height / 2


def lines_of(label: str, letters: int) -> list[str]:
    """A label in up to three lines."""
    return wrap(label, letters, max_lines=3, placeholder=" …", break_on_hyphens=False) or [label[:letters]]


def _spot(label: str, x: float, y: float, frame: Frame) -> Spot:
    lines = lines_of(label, frame.letters)
    width = max(2 * MARK, LETTER * max(map(len, lines)))
    reach = max(0.0, frame.half - width / 2)
    return Spot(max(-reach, min(reach, x)), y, width, 2 * MARK + 4 + LINE * len(lines))


def place(
    labels: Mapping[str, str], centre: str, grown: Sequence[tuple[str, Sequence[str]]], frame: Frame
) -> dict[str, Spot]:
    """Put `centre` in the middle, its neighbours on a ring, and what grew later outside of its parent.

    `grown` lists parents with their new things, in the order in which they were added: what is there
    stays where it is, and only the new things look for room.
    """
    spots = {centre: _spot(labels[centre], 0, 0, frame)}
    for parent, children in grown:
        fixed = set(spots)
        at = spots[parent]
        places = _ring(len(children), frame) if parent == centre else _fan(len(children), at, frame)
        for child, (x, y) in zip(children, places, strict=True):
            spots[child] = _spot(labels[child], x, y, frame)
        _spread(spots, fixed, frame)
    return spots


def _ring(number: int, frame: Frame) -> list[tuple[float, float]]:
    """Places round the middle; with many, every other one stands further out."""
    crowded = number > 12
    far = 1 + max(0, number - 16) / 40
    places = []
    for index in range(number):
        angle = -pi / 2 + 2 * pi * (index + 0.5) / number
        reach = far * (0.66 if crowded and index % 2 else 1)
        sideways = 1 if frame is TALL else reach
        places.append((frame.across * sideways * cos(angle), frame.down * reach * sin(angle)))
    return places


def _fan(number: int, parent: Spot, frame: Frame) -> list[tuple[float, float]]:
    """Places beyond a parent, away from the middle."""
    outward = atan2(parent.y / frame.down, parent.x / frame.across)
    places = []
    for index in range(number):
        angle = outward + (index - (number - 1) / 2) * min(0.5, 2.6 / max(1, number))
        places.append((parent.x + frame.across * 0.5 * cos(angle), parent.y + frame.down * 0.7 * sin(angle)))
    return places


def _spread(spots: dict[str, Spot], fixed: set[str], frame: Frame) -> None:
    """Push things apart that overlap; what is `fixed` does not move."""
    for _ in range(_ROUNDS):
        moved = False
        for one, two in combinations(spots, 2):
            if not (one in fixed and two in fixed):
                moved |= _part(spots[one], spots[two], one in fixed, two in fixed, frame)
        if not moved:
            return
    for name, spot in spots.items():
        if name not in fixed:
            _move_away(spot, [each for each in spots.values() if each is not spot], frame)


def _move_away(spot: Spot, others: Sequence[Spot], frame: Frame) -> None:
    """Put a thing for which pushing found no room at the nearest place where it covers nothing."""
    reach = max(0.0, frame.half - spot.width / 2)
    start = (spot.x, spot.y)
    places = [
        (reach * across / _TRIES, start[1] + _STEP * down)
        for across in range(-_TRIES, _TRIES + 1)
        for down in range(-_FAR, _FAR + 1)
    ]
    for place in (start, *sorted(places, key=lambda each: (dist(each, start), each))):
        spot.x, spot.y = place
        if not any(min(spot.overlap(other)) > 0 for other in others):
            return


def _part(one: Spot, two: Spot, stays: bool, stays_too: bool, frame: Frame) -> bool:  # noqa: FBT001
    """Push two things apart, along the shorter way, and tell whether they overlapped."""
    side, down = one.overlap(two)
    if side <= 0 or down <= 0:
        return False
    shares = (0.0 if stays else 1.0 if stays_too else 0.5, 0.0 if stays_too else 1.0 if stays else 0.5)
    if side < down and frame is not TALL:
        sign = 1 if one.x >= two.x else -1
        one.x, two.x = one.x + sign * side * shares[0], two.x - sign * side * shares[1]
        for spot in (one, two):
            reach = max(0.0, frame.half - spot.width / 2)
            if abs(spot.x) > reach:  # no room at the side: make some downwards
                spot.x = max(-reach, min(reach, spot.x))
                spot.y += down * (1 if spot.y >= 0 else -1) * 0.5
    else:
        sign = 1 if one.middle >= two.middle else -1
        one.y, two.y = one.y + sign * down * shares[0], two.y - sign * down * shares[1]
    return True


def place_row(labels: Sequence[str], frame: Frame) -> list[Spot]:
    """Things in a row, first to last: from left to right, or downwards where there is no width."""
    last = max(1, len(labels) - 1)
    if frame is TALL:
        return [_spot(label, 0, 140 * index, frame) for index, label in enumerate(labels)]
    step = min(300.0, 2 * (frame.half - 60) / last)
    lift = 55 if step < 230 else 0
    return [
        _spot(label, (index - last / 2) * step, lift * (index % 2), frame)
        for index, label in enumerate(labels)
    ]


def place_layers(
    labels: Mapping[str, str], links: Sequence[tuple[str, str]], frame: Frame
) -> dict[str, Spot]:
    """Things in rows, each thing below those that link to it; a row without room for all is staggered."""
    rank = dict.fromkeys(labels, 0)
    for _ in range(len(labels)):  # as often as the longest way can be long, so that a circle does no harm
        for start, end in links:
            rank[end] = min(len(labels) - 1, max(rank[end], rank[start] + 1))
    spots: dict[str, Spot] = {}
    y = 0.0
    for level in sorted(set(rank.values())):
        row = [name for name in labels if rank[name] == level]
        step = min(170.0, 2 * (frame.half - 52) / max(1, len(row) - 1))
        lift = 62.0 if step < LETTER * frame.letters else 0.0
        for index, name in enumerate(row):
            x = (index - (len(row) - 1) / 2) * step
            spots[name] = _spot(labels[name], x, y + lift * (index % 2), frame)
        y += 150 + lift
    return spots
