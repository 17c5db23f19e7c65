"""The muscle map. The address holds what is chosen: `muscle`, `layer`, `knee`, `exercise`, and positions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from kg.errors import CalfError
from kg.terms import Iri
from qa.telling.mapping import Atlas, Card
from ui.components.muscle_card import muscle_card, training_effects
from ui.components.muscle_map import Shown, is_angle, is_drawn, knee_poses, live_map
from ui.components.muscle_map.drawing import ANGLES, LANDMARKS, LAYERS
from ui.components.plain import plain
from ui.resources import pipeline


def keep(name: str, value: str | None) -> None:
    """Put a choice into the address, or take it out."""
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)


def choice(
    name: str,
    title: str,
    options: Mapping[str, str],
    default: str | None,
    none: str,
    on_change: Callable[[], None] | None = None,
) -> str | None:
    """A select box whose choice is in the address; a value there that is no option counts for nothing."""
    given = st.query_params.get(name, default)
    st.session_state[f"choose-{name}"] = given if given in options else None
    return st.selectbox(
        title,
        list(options),
        index=None,
        key=f"choose-{name}",
        format_func=options.__getitem__,
        placeholder=none,
        on_change=on_change or (lambda: choose(name)),
    )


def choose(name: str) -> None:
    """Keep what was chosen in a box; the drawing shows it as it is best seen."""
    keep(name, st.session_state[f"choose-{name}"])
    keep("layer" if name == "muscle" else "knee", None)


def choose_exercise() -> None:
    """A new exercise is shown in its own positions."""
    choose("exercise")
    for variable, _ in atlas.variables():
        st.query_params.pop(variable.iri.local, None)


def chosen_muscle() -> Iri | None:
    """The select box and the drawing choose the same thing."""
    options = {s.iri.local: s for s in atlas.structures() if is_drawn(s.iri.local)}
    picked = choice(
        "muscle",
        "Muscle",
        {name: structure.label for name, structure in options.items()},
        None,
        "Choose one here, or click it in the drawing",
    )
    return options[picked].iri if picked else None


def knee_angle() -> int:
    """The chosen angle, or that of the chosen position or of the one in which the exercise is done."""
    bent = st.query_params.get("knee", "")
    if is_angle(bent):
        return int(bent)
    exercise = next((e for e in atlas.exercises() if e.iri.local == st.query_params.get("exercise")), None)
    own = [position.local for position in atlas.positions_of(exercise.iri)] if exercise else []
    chosen = [st.query_params.get(variable.iri.local, "") for variable, _ in atlas.variables()]
    return next((ANGLES[name] for name in (*chosen, *own) if name in ANGLES), 0)


def draw(card: Card | None) -> None:
    """The big map with what is chosen, and where that is attached."""
    facts = card.facts if card else ()
    roles = {item.iri.local: fact.role for fact in facts if fact.role for item, _ in fact.values}
    shown_roles = [role for place, role in roles.items() if place in LANDMARKS or is_drawn(place)]
    legend = [("chosen", card.structure.label)] if card else []
    live_map(
        Shown(
            states={card.structure.iri.local: "chosen"} if card else {},
            roles=roles,
            parts=[part.local for part in atlas.parts(card.structure.iri)] if card else [],
            status="" if card else "Click a muscle, or reach it with Tab and press Enter.",
            legend=legend + [(role, role) for role in dict.fromkeys(shown_roles)],
        ),
        atlas.names(),
        knee_poses(atlas),
        knee=knee_angle(),
        layer=next((each for each in st.query_params.get_all("layer") if each in LAYERS), ""),
        on_change=lambda what, value: keep("muscle" if what == "picked" else what, value),
    )


def training() -> None:
    """An exercise and positions, and what they work: by the article and by research, side by side."""
    st.header("What does an exercise train?", anchor=False)
    exercises = {item.iri.local: item for item in atlas.exercises()}
    places = st.columns(1 + len(atlas.variables()))
    with places[0]:
        labels = {name: item.label for name, item in exercises.items()}
        name = choice("exercise", "Exercise", labels, None, "Any exercise", choose_exercise)
    exercise = exercises[name].iri if name else None
    own = {position.local for position in atlas.positions_of(exercise)} if exercise else set()
    positions: list[Iri] = []
    for place, (variable, settings) in zip(places[1:], atlas.variables(), strict=True):
        by_name = {setting.iri.local: setting for setting in settings}
        default = next((each for each in by_name if each in own), None)
        with place:
            labels = {each: setting.label for each, setting in by_name.items()}
            title = variable.label.capitalize()
            picked = choice(variable.iri.local, title, labels, default, "Not chosen")
        if picked:
            positions.append(by_name[picked].iri)
    if exercise is None and not positions:
        st.markdown("Choose an exercise or a position to see what it works, and how strongly.")
        return
    departures = atlas.departures(exercise, positions) if exercise else ()
    if departures:
        said = " ".join(map(plain, departures))
        st.info(f"{said} So only what is said about the positions is shown.", icon=":material/info:")
    training_effects(atlas, atlas.effects(exercise, positions))


st.title("Muscle map", anchor=False)
try:
    qa = pipeline()
except CalfError as error:
    st.error(plain(str(error)), icon=":material/error:")
    st.stop()
atlas = Atlas(qa.graph, qa.say, qa.explainer)

drawing, beside = st.columns([2, 1], gap="medium")
with beside:
    muscle = chosen_muscle()
    card = atlas.card(muscle) if muscle else None
    if card:
        muscle_card(card)
    else:
        st.markdown("Its card shows where it starts and ends, what it does, what trains it, and who says so.")
with drawing:
    draw(card)
training()
st.markdown("This tells what one article and the cited studies say. It is not medical advice.")
