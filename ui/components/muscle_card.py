"""The card of a muscle, and what exercises and positions do to it, each beside what research says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from qa.model import Answer, Status
from qa.telling.mapping import Atlas, Card, Effect, Fact, Line
from ui.components.muscle_map import Shown, still_map
from ui.components.muscle_map.drawing import PIECES
from ui.components.plain import plain
from ui.components.reasons import reasons
from ui.components.research import STANDING_COLOURS, research_check

__all__ = ["muscle_card", "training_effects"]

STANDINGS = {
    "uncontested": "research agrees",
    "mixed": "research is mixed",
    "disputed": "research disagrees",
    "unsupported": "not tested, or no support found",
}


def muscle_card(card: Card) -> None:
    """What it is, its anatomy, what works it, what research says, and the sources of all that."""
    structure = card.structure
    with st.container(border=True):
        st.header(plain(structure.label), anchor=False)
        names = f", also called {plain(', '.join(structure.also_called))}" if structure.also_called else ""
        st.markdown(f"*{plain(structure.kind)}{names}*")
        st.markdown(plain(structure.definition))
        if not card.facts and not card.worked_by:
            st.markdown("The sources say nothing more about it.")
            return
        anatomy, training, research, sources = st.tabs(["Anatomy", "Training", "Research", "Sources"])
        with anatomy:
            st.markdown("\n".join([*map(_fact, card.facts), *(f"- {plain(each)}" for each in card.denied)]))
        with training:
            _lines(card.worked_by)
        with research:
            for check in card.research:
                research_check(check)
            if not card.research:
                st.markdown("No claim about it needed a check.")
        with sources:
            _why(card)


def _fact(fact: Fact) -> str:
    values = ", ".join(f"{plain(item.label)}{_doubt(standing)}" for item, standing in fact.values)
    return f"- **{plain(fact.title)}:** {values}"


def _lines(lines: Sequence[Line]) -> None:
    st.markdown(
        "\n".join(f"- {plain(line.sentence)}{_doubt(line.standing)}" for line in lines)
        or "No exercise or position is said to work it."
    )


def _doubt(standing: str) -> str:
    """A mark where research does not agree; what is unmarked is uncontested."""
    if standing in {"", "uncontested"}:
        return ""
    return f" :{STANDING_COLOURS.get(standing, 'gray')}-badge[{plain(standing)}]"


def _why(card: Card) -> None:
    label = card.structure.label
    reasons(Answer(label, Status.ANSWERED, lead=label, triples=card.triples, sources=card.sources))
    if not card.triples and not card.sources:
        st.markdown("No statement about it has a source.")


def training_effects(atlas: Atlas, effects: Sequence[Effect]) -> None:
    """Two maps and the words behind them: how strongly by the article, and whether research agrees."""
    words = atlas.grade_names()
    grades = _by_piece({e.structure.iri.local: f"grade{e.grade}" for e in effects})
    standings = _by_piece({e.structure.iri.local: e.standing for e in effects if e.standing})
    article, research = st.columns(2, gap="medium")
    with article:
        st.subheader("By the article", anchor=False)
        said = "; ".join(f"{words[e.grade]}: {e.structure.label}" for e in effects)
        legend = [
            (f"grade{g}", words[g]) for g in sorted(words, reverse=True) if f"grade{g}" in grades.values()
        ]
        still_map(Shown(grades, label=said, legend=legend), key="by-article", graded=True)
    with research:
        st.subheader("By research", anchor=False)
        said = "; ".join(f"{STANDINGS[e.standing]}: {e.structure.label}" for e in effects if e.standing)
        legend = [(s, text) for s, text in STANDINGS.items() if s in standings.values()]
        still_map(Shown(standings, label=said, legend=legend), key="by-research", graded=True)
    seen: set[str] = set()
    for effect in effects:
        _effect(effect, words[effect.grade], seen)
    _unstated(atlas, {e.structure.iri.local for e in effects})


def _by_piece(states: Mapping[str, str]) -> dict[str, str]:
    """States of what is drawn; a whole gives its state to its pieces only where none has one of its own."""
    found = dict(states)
    for whole in PIECES.keys() & states.keys():
        if PIECES[whole].isdisjoint(states):
            found |= dict.fromkeys(PIECES[whole], states[whole])
        del found[whole]
    return found


def _effect(effect: Effect, words: str, seen: set[str]) -> None:
    """One muscle: what the article says, and beside it what research says of that."""
    with st.container(border=True):
        st.markdown(f"**{plain(effect.structure.label)}** :gray-badge[{plain(words)}]")
        article, research = st.columns(2, gap="medium")
        with article:
            _lines(effect.lines)
        with research:
            for check in effect.research:
                if check.claim in seen:
                    colour = STANDING_COLOURS.get(check.standing, "gray")
                    st.markdown(f":{colour}-badge[{plain(check.standing)}] {plain(check.claim)}, as above.")
                else:
                    research_check(check)
                seen.add(check.claim)
            if not effect.research:
                st.markdown("No claim behind this was looked into.")


def _unstated(atlas: Atlas, named: set[str]) -> None:
    """The muscles of the calf that nothing is said about: not stated is not the same as no."""
    covered = named | {piece for whole in named for piece in PIECES.get(whole, ())}
    pieces = frozenset().union(*PIECES.values()) - PIECES.keys() - covered
    missing = [structure.label for structure in atlas.structures() if structure.iri.local in pieces]
    if missing:
        st.markdown(f"Nothing is stated about: {plain(', '.join(missing))}.")
