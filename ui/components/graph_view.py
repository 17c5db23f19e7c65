"""The part of the graph that Explore shows: what is in it, and its twins as picture and table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import streamlit as st

from kg.terms import Iri
from qa.telling.browsing import Browser
from qa.telling.neighbouring import Link
from ui.components.picture import Arrow, Dot, Look, picture
from ui.components.placing import TALL, WIDE, Frame, Spot, place, place_layers, place_row
from ui.components.plain import plain

__all__ = ["View", "chain", "draw", "neighbourhood", "overview", "table"]


@dataclass(frozen=True, slots=True)
class View:
    """Things and links to show.

    `grown` lists each thing whose neighbours were added, with those that it added; `left_out` counts
    neighbours of the centre that were left for later; `path` are the links of a path; a `layered` view
    goes from top to bottom, along its links.
    """

    centre: Iri
    grown: tuple[tuple[Iri, tuple[Iri, ...]], ...]
    links: tuple[Link, ...]
    left_out: int = 0
    path: tuple[Link, ...] = ()
    layered: bool = False

    @property
    def things(self) -> tuple[Iri, ...]:
        """Every thing in it, the centre first."""
        return tuple(dict.fromkeys((self.centre, *(iri for _, added in self.grown for iri in added))))


def neighbourhood(
    browser: Browser,
    centre: Iri,
    more: Sequence[Iri],
    *,
    kinds: Collection[str],
    relations: Collection[str],
    most: int,
) -> View:
    """The neighbours of `centre`, and of each of `more` that is in sight, as far as filters let them in."""
    seen = {centre}
    grown: list[tuple[Iri, tuple[Iri, ...]]] = []
    left_out = 0
    for parent in (centre, *more):
        if parent not in seen:
            continue
        fitting = [k for k in browser.links.of(parent, everything=bool(kinds)) if _fits(k, relations)]
        near = dict.fromkeys(k.far(parent) for k in fitting if _is_of(browser, k.far(parent), kinds))
        fresh = tuple(iri for iri in near if iri not in seen)
        if parent == centre:
            left_out = max(0, len(fresh) - most)
        fresh = fresh[:most]
        seen.update(fresh)
        grown.append((parent, fresh))
    links = tuple(k for k in browser.links.among(seen) if _fits(k, relations))
    return View(centre, tuple(grown), links, left_out)


def _fits(link: Link, relations: Collection[str]) -> bool:
    return not relations or link.triple.predicate.local in relations


def _is_of(browser: Browser, iri: Iri, kinds: Collection[str]) -> bool:
    return not kinds or browser.group(iri).iri.local in kinds


def chain(centre: Iri, path: tuple[Link, ...]) -> View:
    """A path as a view: its things in order."""
    things = [centre]
    for link in path:
        things.append(link.far(things[-1]))
    return View(centre, ((centre, tuple(things[1:])),), path, path=path)


def overview(browser: Browser) -> View:
    """The kinds of things that are linked most, round the one with the most links."""
    links = browser.overview()
    ends = [iri for link in links for iri in (link.start, link.end)]
    centre = max(sorted(set(ends)), key=ends.count)
    others = sorted({*ends} - {centre}, key=browser.label)
    return View(centre, ((centre, tuple(others)),), links)


def draw(
    view: View,
    browser: Browser,
    on_pick: Callable[[str], None],
    *,
    key: str = "graph",
    twin: str = "The table shows the same.",
) -> None:
    """The view as a picture; `twin` says where the same stands in words."""
    numbers = {term.iri: number for number, term in enumerate(browser.groups())}
    dots = []
    for iri in view.things:
        group = browser.group(iri)
        dots.append(
            Dot(
                iri.local,
                browser.label(iri),
                f"{browser.label(iri)}, {browser.kind(iri)}",
                Look(group.label, numbers[group.iri]),
            )
        )
    places = {"wide": _places(view, browser, WIDE), "tall": _places(view, browser, TALL)}
    alt = (
        f"{browser.label(view.centre)} with {len(view.things) - 1} other things and {len(view.links)} links. "
        f"The arrow keys move from thing to thing, Enter opens one. {twin}"
    )
    centre = "" if view.path else view.centre.local
    picture(dots, _arrows(view), places, centre=centre, alt=alt, on_pick=on_pick, key=key)


def _arrows(view: View) -> list[Arrow]:
    """Links as arrows; several between the same two things become one with all their relations."""
    pairs: dict[tuple[Iri, Iri], list[Link]] = {}
    for link in view.links:
        pairs.setdefault((link.start, link.end), []).append(link)
    return [
        Arrow(
            start.local,
            end.local,
            ", ".join(dict.fromkeys(link.label for link in links)),
            derived=all(link.inferred for link in links),
            strong=bool(view.path),
            share=_share(view, start, end) if view.layered else 0.0,
        )
        for (start, end), links in pairs.items()
    ]


def _share(view: View, start: Iri, end: Iri) -> float:
    """Where a label stands on a link of layers: near the end at which fewer links come together."""
    apart = sum(link.start == start for link in view.links) >= sum(link.end == end for link in view.links)
    return 0.62 if apart else 0.34


def _places(view: View, browser: Browser, frame: Frame) -> dict[str, Spot]:
    labels = {iri.local: browser.label(iri) for iri in view.things}
    if view.layered:
        return place_layers(labels, [(link.start.local, link.end.local) for link in view.links], frame)
    if view.path:
        spots = place_row(list(labels.values()), frame)
        return dict(zip(labels, spots, strict=True))
    grown = [(parent.local, [iri.local for iri in added]) for parent, added in view.grown]
    return place(labels, view.centre.local, grown, frame)


def _known_by(link: Link) -> str:
    """Whether a source or a rule says it, and whether research doubts it."""
    doubt = f", {link.standing}" if link.standing not in {"", "uncontested"} else ""
    return plain(f"{'a rule' if link.inferred else 'a source'}{doubt}")


def table(view: View, browser: Browser) -> None:
    """The view as a table: one row a link."""
    near = sorted(view.links, key=lambda link: view.centre not in (link.start, link.end))
    rows = [
        {
            "thing": plain(browser.label(link.start)),
            "relation": plain(link.label),
            "other thing": plain(browser.label(link.end)),
            "known by": _known_by(link),
        }
        for link in near
    ]
    if rows:
        st.table(rows, border="horizontal", hide_index=True, alt=f"The links of {browser.label(view.centre)}")
    else:
        st.markdown("No link fits these filters.")
