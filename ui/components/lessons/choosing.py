"""Choose exercises and positions and see what they work; choose exercises that leave nothing out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from kg.terms import Iri
from qa.model import Item
from qa.telling.mapping import Atlas
from teach.lessons.tasks import Compare, Cover
from ui.components.lessons.text import MARKS
from ui.components.muscle_card import training_effects
from ui.components.muscle_map import Shown, still_map
from ui.components.plain import plain
from ui.components.research import STANDING_COLOURS

__all__ = ["compare_task", "cover_task"]


def compare_task(task: Compare, atlas: Atlas, key: str, on_done: Callable[[], None]) -> None:
    """An exercise and positions at will; what is found of the goals stays ticked."""
    exercise, positions = _chosen(atlas, key)
    effects = atlas.effects(exercise, positions) if exercise or positions else ()
    met: set[int] = st.session_state.setdefault(f"{key}-met", set())
    met |= {number for number, goal in enumerate(task.goals) if goal.is_met(effects)}
    ticks = (
        f"{':material/check_circle:' if number in met else ':material/radio_button_unchecked:'} "
        f"{plain(goal.text)}{' **Found.**' if number in met else ''}"
        for number, goal in enumerate(task.goals)
    )
    st.markdown("  \n".join(ticks))
    if len(met) == len(task.goals):
        on_done()
        st.success("All three are found. Go on trying as you like.", icon=":material/check_circle:")
    if not effects:
        st.markdown("Choose an exercise or a position.")
        return
    for departure in atlas.departures(exercise, positions) if exercise else ():
        st.info(
            f"{plain(departure)} So only what is said about the positions is shown.", icon=":material/info:"
        )
    training_effects(atlas, effects)


def _chosen(atlas: Atlas, key: str) -> tuple[Iri | None, list[Iri]]:
    """The chosen exercise, and positions, which are those of the exercise until they are changed."""
    exercises = {item.iri.local: item for item in atlas.exercises()}
    variables = atlas.variables()
    places = st.columns(1 + len(variables))
    with places[0]:
        labels = {name: item.label for name, item in exercises.items()}
        name = _box("Exercise", labels, f"{key}-exercise", None)
    exercise = exercises[name].iri if name else None
    own = {position.local for position in atlas.positions_of(exercise)} if exercise else set()
    positions: list[Iri] = []
    for place, (variable, settings) in zip(places[1:], variables, strict=True):
        by_name = {setting.iri.local: setting for setting in settings}
        default = next((each for each in by_name if each in own), None)
        with place:
            # A new exercise starts in its own positions: its name is part of the key.
            picked = _box(
                variable.label.capitalize(),
                {each: setting.label for each, setting in by_name.items()},
                f"{key}-{variable.iri.local}-{name}",
                default,
            )
        if picked:
            positions.append(by_name[picked].iri)
    return exercise, positions


def _box(title: str, labels: Mapping[str, str], key: str, default: str | None) -> str | None:
    options = list(labels)
    return st.selectbox(
        title,
        options,
        index=options.index(default) if default else None,
        key=key,
        format_func=labels.__getitem__,
        placeholder="Not chosen",
    )


def cover_task(task: Cover, atlas: Atlas, key: str, on_done: Callable[[], None]) -> None:
    """Exercises to be ticked, and for each part of the calf which of them train it."""
    del atlas
    exercises, parts, drawing = st.columns([3, 4, 2], gap="medium")
    with exercises:
        st.markdown("**Exercises**")
        chosen = [
            item.iri.local
            for item in task.exercises
            if st.checkbox(plain(item.label), key=f"{key}-{item.iri.local}")
        ]
    with parts:
        for structure in task.structures:
            _trained(task, structure, chosen)
    with drawing:
        missing = {item.iri.local for item in task.missing(chosen)}
        done = [item for item in task.structures if item.iri.local not in missing]
        told = ", ".join(item.label for item in done) or "nothing yet"
        states = {item.iri.local: "chosen" for item in done}
        still_map(Shown(states, label=f"Trained: {told}", legend=[("chosen", "trained")]), key=f"{key}-map")
    _verdict(task, chosen, on_done)


def _trained(task: Cover, structure: Item, chosen: Sequence[str]) -> None:
    """One part of the calf, and which of the chosen exercises train it."""
    name = structure.iri.local
    said = [task.sentences[exercise, name] for exercise in chosen if name in task.trains[exercise]]
    icon = ":material/check_circle:" if said else ":material/radio_button_unchecked:"
    st.markdown(f"{icon} **{plain(structure.label)}**{'' if said else ': not trained yet'}")
    if said:
        st.markdown("\n".join(f"- {plain(text)}{_doubt(standing)}" for text, standing in said))


def _doubt(standing: str) -> str:
    if standing not in MARKS:
        return ""
    return f" :{STANDING_COLOURS.get(standing, 'gray')}-badge[{plain(MARKS[standing])}]"


def _verdict(task: Cover, chosen: Sequence[str], on_done: Callable[[], None]) -> None:
    """Whether all is trained, and whether fewer exercises would do."""
    if not chosen or task.missing(chosen):
        return
    if len(chosen) > task.fewest:
        st.info(
            f"Every part is trained. It can be done with {task.fewest} exercises.", icon=":material/pending:"
        )
        return
    on_done()
    st.success("Every part is trained, with as few exercises as can be.", icon=":material/check_circle:")
