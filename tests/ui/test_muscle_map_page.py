"""The muscle map without a browser: drawing and graph name the same things, and every state has its view."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import ui
from kg.errors import OntologyError
from kg.terms import Iri
from qa.contract import structures_of
from qa.pipeline import Pipeline
from qa.telling.mapping import Atlas
from qa.telling.verbalising import capital
from qa.vocabulary import CALF
from ui.components.muscle_map.drawing import ANGLES, HTML, LANDMARKS, PIECES, REGIONS
from ui.resources import pipeline

from fake_pipeline import INNER

NS = "https://w3id.org/calf-kg/calf#"
PAGE = Path(ui.__file__).parent / "views" / "muscle_map.py"


@pytest.fixture(scope="module")
def qa():
    """The real pipeline: the page shows what the graph says."""
    return Pipeline.load()


@pytest.fixture(scope="module")
def atlas(qa):
    """The graph as the map reads it."""
    return Atlas(qa.graph, qa.say, qa.explainer)


@pytest.fixture
def show(qa, monkeypatch):
    """Open the page with parameters in its address; returns the drawn page."""
    monkeypatch.setattr(Pipeline, "load", lambda path=None: qa)
    pipeline.clear()

    def run(**query: str) -> AppTest:
        page = AppTest.from_file(PAGE, default_timeout=30)
        page.query_params.update(query)
        page.run()
        assert not page.exception
        return page

    yield run
    pipeline.clear()


def text(page: AppTest) -> str:
    """All that the page says, without the marks that keep it plain."""
    parts = [*page.title, *page.header, *page.subheader, *page.markdown, *page.info, *page.error]
    return "\n".join(part.value for part in parts).replace("\\", "")


# ---------------------------------------------------------------- the drawing and the graph


def test_all_that_is_drawn_is_in_the_graph(qa):
    """Every id of the drawing is an anatomical structure of the graph."""
    known = {iri.local for iri in qa.graph.instances(Iri(f"{NS}AnatomicalStructure"))}
    labels = set(re.findall(r'data-name="(\w+)"', HTML))

    assert REGIONS | LANDMARKS | PIECES.keys() | labels <= known


def test_all_muscles_of_the_graph_are_drawn(qa):
    """Every muscle, head and tendon is a region, and every group is drawn in pieces."""
    members = {
        cls: {iri.local for iri in qa.graph.instances(Iri(NS + cls))}
        for cls in ("Muscle", "MuscleHead", "MuscleGroup", "Tendon")
    }

    assert members["Muscle"] | members["MuscleHead"] | members["Tendon"] == REGIONS
    assert members["MuscleGroup"] <= PIECES.keys()


def test_pieces_are_parts(qa):
    """What the drawing calls a piece is a part in the graph, and no drawn part is left out."""
    for whole, pieces in PIECES.items():
        parts = {o.local for o in qa.graph.objects(Iri(NS + whole), Iri(f"{NS}hasPart"))}
        assert pieces == parts & REGIONS


def test_knee_angles_are_positions(qa):
    """The positions that have an angle are those that the graph knows for the knee."""
    assert set(ANGLES) == {iri.local for iri in qa.graph.instances(Iri(f"{NS}KneePosition"))}


# ---------------------------------------------------------------- the facade


def test_every_structure_has_a_card(atlas):
    """A card can be made for everything that is drawn, with a source for all it says."""
    for structure in atlas.structures():
        card = atlas.card(structure.iri)
        assert card.structure.definition
        assert bool(card.facts or card.worked_by) == bool(card.sources)


def test_a_card_has_every_number_with_its_unit_and_source(qa, atlas):
    """Each value of a muscle stands on the muscle's card, in the row of its quantity."""
    for triple in qa.graph.statements(predicate=CALF.FOR_MUSCLE):
        (quantity,) = qa.graph.objects(triple.subject, CALF.VALUE_OF)
        (source,) = qa.graph.provenance(triple).sources
        facts = {fact.title: fact for fact in atlas.card(triple.object).facts}
        shown = [item.label for item, _ in facts[capital(qa.say.label(quantity))].values]
        assert f"{qa.say.range(triple.subject)} ({source.label})" in shown


def test_an_exercise_in_its_own_positions(atlas):
    """The standing calf raise emphasises the medial head, which research disputes; the soleus is unstated."""
    exercise = Iri(f"{NS}standingCalfRaise")
    effects = {
        e.structure.iri.local: e
        for e in atlas.effects(exercise, [Iri(f"{NS}toesIn"), Iri(f"{NS}kneeStraight")])
    }

    assert (effects["medialHead"].grade, effects["medialHead"].standing) == (3, "disputed")
    assert (effects["lateralHead"].grade, effects["lateralHead"].standing) == (2, "uncontested")
    assert effects.keys() == {"medialHead", "lateralHead", "gastrocnemius"}


def test_an_exercise_in_other_positions(atlas):
    """Elsewhere than in its own positions, only the positions count, and the page is told so."""
    exercise, positions = Iri(f"{NS}standingCalfRaise"), [Iri(f"{NS}toesOut"), Iri(f"{NS}kneeBent")]
    effects = {e.structure.iri.local: e for e in atlas.effects(exercise, positions)}

    assert atlas.departures(exercise, positions) == (
        "Nothing says that the standing calf raise is done with a toes-out position.",
        "It is not so that the standing calf raise is done with a bent knee.",
    )
    assert effects["soleus"].grade == 2
    assert effects["lateralHead"].grade == 0  # a bent knee spares it, whatever the toes do
    assert "standing calf raise" not in " ".join(line.sentence for e in effects.values() for line in e.lines)


def test_an_answer_names_its_muscles():
    """Results come first, then what the statements speak of."""
    assert "medialHead" in [item.iri.local for item in structures_of(INNER)]


# ---------------------------------------------------------------- the page


def test_before_a_choice(show):
    """The page invites to choose, in the drawing or in the boxes."""
    page = show()

    assert [box.label for box in page.selectbox] == ["Muscle", "Exercise", "Foot position", "Knee position"]
    assert "Choose an exercise or a position" in text(page)
    assert [header.value for header in page.header] == ["What does an exercise train?"]


def test_a_muscle_in_the_address(show):
    """`?muscle=` shows the card: definition, anatomy, what it does not do, training, research and sources."""
    page = show(muscle="soleus")

    assert page.selectbox(key="choose-muscle").value == "soleus"
    for part in (
        "The broad, flat calf muscle",
        "- **Originates at:** below the knee, fibula, tibia",
        "- **Inserts into:** Achilles tendon, calcaneus",
        "- **Has action:** ankle plantarflexion",
        "- **Crosses:** ankle joint",
        "- **Is innervated by:** tibial nerve",
        "- It is not so that the soleus crosses the knee.",
        "- The seated calf raise emphasises the soleus. :orange-badge[mixed]",
        "Research check: mixed",
        'article, "',
    ):
        assert part in text(page)


def test_every_muscle_can_be_shown(show, atlas):
    """No muscle breaks the page, and its name is on it."""
    for structure in atlas.structures():
        assert structure.label in [h.value.replace("\\", "") for h in show(muscle=structure.iri.local).header]


def test_a_muscle_of_the_box(show):
    """Choosing in the box puts the choice into the address; clearing takes it out."""
    page = show()
    page.selectbox(key="choose-muscle").select("soleus").run()
    assert page.query_params["muscle"] == "soleus"
    assert "soleus" in [header.value for header in page.header]

    page.selectbox(key="choose-muscle").set_value(None).run()
    assert "muscle" not in page.query_params


def test_an_exercise_brings_its_positions(show):
    """An exercise is shown in its own positions, by the article and by research side by side."""
    page = show(exercise="standingCalfRaise")

    assert page.selectbox(key="choose-footPosition").value == "toesIn"
    assert page.selectbox(key="choose-kneePosition").value == "kneeStraight"
    assert [sub.value for sub in page.subheader] == ["By the article", "By research"]
    for part in (
        "- The standing calf raise emphasises the medial head of the gastrocnemius. :orange-badge[disputed]",
        "Research points the other way. In a 9-week trial",
        "Nothing is stated about: soleus.",
    ):
        assert part in text(page)


def test_another_exercise_leaves_positions_behind(show):
    """Positions chosen for one exercise do not stick to the next."""
    page = show(exercise="standingCalfRaise", footPosition="toesOut")
    assert "So only what is said about the positions is shown." in text(page)

    page.selectbox(key="choose-exercise").select("seatedCalfRaise").run()

    assert page.selectbox(key="choose-kneePosition").value == "kneeBent"
    assert page.query_params["exercise"] == "seatedCalfRaise"
    assert "footPosition" not in page.query_params
    assert "So only what is said" not in text(page)


def test_a_position_alone(show):
    """A position can be looked at without an exercise."""
    shown = text(show(kneePosition="kneeBent"))

    assert "A bent knee maximally engages the soleus. :orange-badge[mixed]" in shown
    assert "A bent knee minimally engages the lateral head of the gastrocnemius." in shown


@pytest.mark.parametrize("value", ["", "nothing", "femur", "<script>alert(1)</script>", "x" * 10_000, "\x00"])
def test_any_text_may_stand_in_the_address(show, value):
    """What is no choice counts for nothing."""
    page = show(muscle=value, exercise=value, footPosition=value, kneePosition=value)

    assert [box.value for box in page.selectbox] == [None] * 4


def test_broken_ontology_is_told(show, monkeypatch):
    """An ontology that cannot be loaded is an error with its fix, not a traceback."""

    def fail(path=None):
        raise OntologyError("calf.owl is missing", "Run calf build")

    monkeypatch.setattr(Pipeline, "load", fail)
    pipeline.clear()

    assert text(show()).endswith("calf.owl is missing. Run calf build.")
