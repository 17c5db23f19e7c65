"""The Lab. The address holds the pose (`knee`, `ankle`, `hip`, `activation`) or the `task` and `guess`."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from kg.errors import CalfError
from teach.lab.comparing import comparisons
from teach.lab.grid import Grid, Pose, load_grid
from teach.lab.measuring import JOINTS
from teach.lab.posing import Preset, lab_data, named, presets
from teach.lab.tasks import Task, Turn, outcome, reasons, tasks
from ui.components.address import chosen, chosen_number, kept
from ui.components.lab.leg import Dial, leg, pose_in_words
from ui.components.lab.limits import beyond, model, published
from ui.components.lab.plots import curves, plots
from ui.components.lab.prediction import answer_of, asked
from ui.components.lab.tables import now_table
from ui.components.plain import plain
from ui.resources import pipeline

USUAL = Pose()
SETTINGS = {  # what the sliders can be set to
    "knee": tuple(range(0, 121, 5)),
    "ankle": tuple(range(-40, 26, 5)),
    "hip": tuple(range(0, 121, 10)),
    "activation": (1, *range(10, 101, 10)),
}
MODES = {"explore": "Explore freely", "predict": "Predict first, then look"}
ALONG = {name: JOINTS[name].title for name in ("knee", "ankle", "activation")}


def take(pose: Pose) -> None:
    """Put a pose into the address; its usual numbers are left out."""
    for name in SETTINGS:
        value = round(getattr(pose, name))
        if value == getattr(USUAL, name):
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = str(value)


def take_exercise() -> None:
    """Show the chosen exercise in its own positions."""
    name = st.session_state["exercise-choice"]
    if name:
        st.query_params["exercise"] = name
        take(by_name[name].pose)
    else:
        st.query_params.pop("exercise", None)


def look() -> None:
    """Make the prediction final; without one, nothing happens."""
    if st.session_state.prediction:
        st.query_params["guess"] = st.session_state.prediction


def take_task(task: Task) -> None:
    """Show a task, not yet predicted."""
    st.query_params.from_dict({"mode": "predict", "task": task.name})


def take_over(task: Task) -> None:
    """Leave the tasks, in the pose in which the task ended."""
    st.query_params.clear()
    take(task.end)


def held() -> Pose:
    """The pose that the address says."""
    return Pose(
        **{name: chosen_number(name, SETTINGS[name], round(getattr(USUAL, name))) for name in SETTINGS}
    )


def exercise_choice(pose: Pose) -> None:
    """The exercises of the graph, and how the lab takes their positions."""
    labels = {name: preset.exercise.label for name, preset in by_name.items()}
    tied = kept("exercise", labels)
    name = st.selectbox(
        "Exercise",
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        placeholder="Take the positions of an exercise",
        key=tied["key"],
        on_change=take_exercise,
    )
    if name:
        positions_of(by_name[name], pose)


def positions_of(preset: Preset, pose: Pose) -> None:
    """Which positions of an exercise the pose takes or has left, and which the model has no joint for."""
    taken = ", ".join(plain(item.label) for item in preset.taken)
    st.markdown(f"By the graph it is done with: {taken}. Move the ankle to raise and lower the heel.")
    if (pose.knee, pose.hip) != (preset.pose.knee, preset.pose.hip):
        st.button("Back to its positions", icon=":material/undo:", on_click=take, args=(preset.pose,))
    if preset.beyond:
        left = ", ".join(plain(item.label) for item in preset.beyond)
        st.markdown(f"Not in this model: {left}. See “What this lab cannot show”.")


def explore(grid: Grid) -> None:
    """Sliders, the leg, every number, and plots."""
    drawing, beside = st.columns([3, 2], gap="large")
    with beside:
        pose = held()
        exercise_choice(pose)
        now_table(grid.at(pose), short)
    with drawing:
        dials = [Dial(name, numbers) for name, numbers in SETTINGS.items()]
        leg(pose, grid.at(pose), drawn, dials, lambda numbers: take(Pose(**numbers)))
    st.header("Plots", anchor=False)
    along = st.radio(
        "Along",
        list(ALONG),
        format_func=ALONG.__getitem__,
        horizontal=True,
        **kept("along", ALONG, usual="knee"),
    )
    plots(curves(grid, pose, JOINTS[along]), short)
    apart = f"{grid.hip_effect:.2f}\N{NO-BREAK SPACE}mm"
    st.markdown(
        "The hip is on no axis because it changes nothing: at every hip angle the engine found the same "
        f"lengths (largest difference {apart}), for no muscle of this model starts above the thigh bone."
    )


def predict(grid: Grid) -> None:
    """One task: a prediction, and then the leg."""
    every = {task.name: task for task in tasks()}
    tied = kept("task", every, usual=next(iter(every)))
    numbered = {name: f"{number}. {task.title}" for number, (name, task) in enumerate(every.items(), 1)}
    drawing, beside = st.columns([2, 3], gap="large")
    with beside:
        name = st.selectbox(
            "Task",
            list(every),
            format_func=numbered.__getitem__,
            key=tied["key"],
            on_change=lambda: take_task(every[st.session_state[tied["key"]]]),
        )
        task = every[name]
        said = chosen("guess", list(Turn))
        guess = Turn(said[0]) if said else None
        asked(task, names[task.muscle], guess, look)
        if guess:
            why, article = (reasons(t, qa.graph, qa.explainer) for t in (task.reasons, task.article))
            answer_of(task, outcome(task, grid), guess, why=why, article=article, names=names)
            ways_on(task, list(every.values()))
    with drawing:
        pose = task.end if guess else task.start
        leg(pose, grid.at(pose), drawn)
        st.markdown(plain(pose_in_words(pose)) + ".")


def ways_on(task: Task, every: list[Task]) -> None:
    """To the next task, or to the sliders in the pose of this one."""
    with st.container(horizontal=True):
        after = every.index(task) + 1
        if after < len(every):
            st.button("Next task", type="primary", on_click=take_task, args=(every[after],))
        st.button("Try it with the sliders", on_click=take_over, args=(task,))


def labels_of(structures: tuple[str, ...]) -> Mapping[str, str]:
    """The labels of structures by their names in the graph."""
    return {name: qa.graph.entity(named(name)).label for name in structures}


st.title("Lab", anchor=False)
st.markdown(
    "A leg to try things on. Bend the knee, lower the heel, switch the muscles on, and see what becomes of "
    "the lengths and forces of the calf muscles. The numbers come from a published model of the leg."
)
try:
    qa = pipeline()
    grid = load_grid()
except CalfError as error:
    st.error(plain(str(error)), icon=":material/error:")
    st.stop()
names = labels_of(tuple(muscle.name for muscle in grid.leg.muscles))
short = {name: label.split(" of ")[0] for name, label in names.items()}
drawn = {**short, **labels_of(("achillesTendon",))}
by_name = {preset.exercise.iri.local: preset for preset in presets(qa.graph)}

mode = st.radio(
    "What to do",
    list(MODES),
    format_func=MODES.__getitem__,
    horizontal=True,
    label_visibility="collapsed",
    **kept("mode", MODES, usual="explore"),
)
if mode == "predict":
    predict(grid)
else:
    explore(grid)
st.header("What this lab cannot show", anchor=False)
claims = [qa.graph.claim(named(name)) for name in lab_data()["beyond"]["claims"]]
beyond(lab_data()["limits"], qa.explainer.checks(claims))
with st.expander("The model and its sources", icon=":material/biotech:"):
    model(short)
with st.expander("Beside published values", icon=":material/compare_arrows:"):
    published(comparisons(grid), short)
st.markdown("This explains; it does not advise. It is not medical advice.")
