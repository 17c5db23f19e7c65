"""The Explore page without a browser: its start, a thing, its filters, paths, twins and errors."""

from __future__ import annotations

from functools import partial
from itertools import combinations

import pytest
from streamlit.testing.v1 import AppTest

from ui.components.graph_view import neighbourhood
from ui.components.placing import TALL, WIDE, place
from ui.resources import browser, pipeline


@pytest.fixture
def explore(drawn):
    """Open the page with an address; returns what it drew."""
    return partial(drawn, "explore")


def text(page: AppTest) -> str:
    """All that the page says, without the marks that keep it plain."""
    parts = [*page.title, *page.header, *page.markdown, *page.warning, *page.error]
    return "\n".join(part.value for part in parts).replace("\\", "")


def buttons(page: AppTest) -> list[str]:
    """The labels of all buttons."""
    return [button.label.replace("\\", "").replace("*", "") for button in page.button]


def folds(page: AppTest) -> list[str]:
    """The titles of all folds."""
    return [fold.label for fold in page.expander]


def rows(page: AppTest) -> list[list[str]]:
    """The rows of the table."""
    return [[str(cell).replace("\\", "") for cell in row] for row in page.table[0].value.to_numpy()]


def test_it_starts_with_kinds(explore):
    """Before anything is chosen, the page offers kinds of things, and a click opens one."""
    page = explore()
    start = next(button for button in page.button if button.label.startswith("exercise"))
    start.click().run()

    assert page.query_params["node"] == "Exercise"
    assert page.header[0].value == "exercise"
    assert any(fold.startswith("Members and kinds") for fold in folds(page))


def test_a_thing_has_its_entry(explore):
    """Definition, statements, denials, proofs, research and sources of a thing are all there."""
    page = explore(node="soleus")
    shown = text(page)

    for part in (
        "soleus",
        ":gray-badge[muscle]",
        "The soleus crosses the ankle.",
        "The soleus is trained by the seated calf raise. :gray-badge[derived]",
        "The soleus works hardest with a bent knee.",
        "It is not so that the soleus crosses the knee.",
        "derived: ",
        "“",
    ):
        assert part in shown
    for fold in ("From the other side", "What is not so", "Proofs and sources", "Research on it"):
        assert any(each.startswith(fold) for each in folds(page))


@pytest.mark.parametrize("name", ["inner calf", "medial gastroc", "medail head"])
def test_any_name_finds_a_thing(explore, name):
    """Labels, synonyms and known misspellings find the same thing, and a click opens it."""
    page = explore()
    page.text_input(key="find").set_value(name).run()
    hit = next(b for b in page.button if "medial head of the gastrocnemius" in b.label.replace("\\", ""))
    hit.click().run()

    assert page.query_params["node"] == "medialHead"
    assert page.text_input(key="find").value == ""
    assert page.header[0].value == "medial head of the gastrocnemius"


def test_the_table_is_a_twin_of_the_picture(explore):
    """The table has a row for every link of the centre, and says what is derived."""
    page = explore(node="soleus", **{"as": "table"})
    found = rows(page)

    assert ["soleus", "crosses", "ankle joint", "a source"] in found
    assert ["seated calf raise", "minimises", "gastrocnemius", "a rule, mixed"] in found or any(
        row[3].startswith("a rule") for row in found
    )


def test_the_tree_shows_wholes_and_kinds(explore):
    """Parts stand under their wholes and things under their kinds; both can be opened."""
    page = explore(node="medialHead", **{"as": "tree"})
    shown = buttons(page)

    assert (
        shown.index("triceps surae")
        < shown.index("gastrocnemius")
        < shown.index("lateral head of the gastrocnemius")
    )
    assert any(label.startswith("muscle head (2)") for label in shown)
    next(b for b in page.button if b.label == "gastrocnemius").click().run()
    assert page.query_params == {"node": "gastrocnemius", "as": "tree"}


def test_filters_narrow_and_are_kept(explore):
    """Kinds and relations in the address narrow the view."""
    by_relation = explore(node="soleus", relations="crossesJoint", **{"as": "table"})
    by_kind = explore(node="soleus", kinds="Bone", **{"as": "table"})

    assert rows(by_relation) == [["soleus", "crosses", "ankle joint", "a source"]]
    assert {row[2] for row in rows(by_kind) if row[0] == "soleus"} == {"calcaneus", "fibula", "tibia"}


def test_the_view_grows(explore):
    """Neighbours of a thing in sight are added, and all neighbours of the centre on demand."""
    small = len(rows(explore(node="soleus", **{"as": "table"})))
    grown = len(rows(explore(node="soleus", more="seatedCalfRaise", **{"as": "table"})))
    full = explore(node="soleus", neighbours="all", **{"as": "table"})

    assert small < grown
    assert small < len(rows(full))
    assert "left out" not in text(full)


def test_a_path_is_told(explore):
    """Two things are linked by a chain of sentences with their sources."""
    page = explore(node="standingCalfRaise", to="femur")
    shown = text(page)

    assert "**From standing calf raise to femur**" in shown
    assert "originates at the femur." in shown
    page.selectbox(key="to-choice").set_value(None).run()
    assert "to" not in page.query_params


def test_a_class_leads_to_its_members(explore):
    """A kind of thing shows its members and the kinds around it."""
    page = explore(node="CalfRaise", **{"as": "table"})

    assert ["seated calf raise", "is a", "calf raise", "a source"] in rows(page)
    assert ["calf raise", "is a kind of", "exercise", "a source"] in rows(page)
    assert "All calf raises are exercises." in text(page)


@pytest.mark.parametrize("name", ["solus", "nowhere", "<b>x</b>", "](javascript:alert(1))", "x" * 5000])
def test_an_unknown_thing_is_told(explore, name):
    """A name that the graph does not hold is said to be unknown, as text, with a way on."""
    page = explore(node=name)

    assert page.warning[0].value.startswith("There is no “")
    assert "<b>" not in page.warning[0].value.replace("\\<", "")
    assert any(label.startswith("exercise") for label in buttons(page))


def test_choices_that_make_no_sense_are_left_out(explore):
    """Unknown filters, paths and forms in the address change nothing."""
    page = explore(
        node="soleus", kinds="<b>", relations="x", more="y", to="z", neighbours="q", **{"as": "cube"}
    )

    assert page.header[0].value == "soleus"


def test_every_thing_can_be_shown(explore):
    """No individual or class breaks the page's data."""
    graph = browser()
    for thing in (*pipeline().graph.entities(), *pipeline().graph.classes()):
        entry = graph.entry(thing.iri)
        view = neighbourhood(graph, thing.iri, (), kinds=(), relations=(), most=14)
        labels = {iri.local: graph.label(iri) for iri in view.things}
        grown = [(parent.local, [iri.local for iri in added]) for parent, added in view.grown]

        assert entry.label
        assert graph.resolve(thing.iri.local) == thing.iri
        for frame in (WIDE, TALL):
            assert place(labels, thing.iri.local, grown, frame).keys() == labels.keys()


@pytest.mark.parametrize("frame", [WIDE, TALL], ids=["wide", "tall"])
@pytest.mark.parametrize(
    ("centre", "grown"),
    [("soleus", "seatedCalfRaise"), ("medialHead", "standingCalfRaise"), ("gastrocnemius", "kneeBent")],
)
def test_the_layout_is_stable(centre, grown, frame):
    """The same links give the same picture, what is added moves nothing, and no two labels overlap."""
    graph = browser()
    middle, added = graph.resolve(centre), graph.resolve(grown)

    def spots(*more):
        view = neighbourhood(graph, middle, more, kinds=(), relations=(), most=14)
        labels = {iri.local: graph.label(iri) for iri in view.things}
        return place(labels, centre, [(p.local, [i.local for i in a]) for p, a in view.grown], frame)

    before, after = spots(), spots(added)
    assert before == spots()
    assert all(after[name] == spot for name, spot in before.items())
    for one, two in combinations(after.values(), 2):
        side, down = one.overlap(two)
        assert min(side, down) <= 8.5
