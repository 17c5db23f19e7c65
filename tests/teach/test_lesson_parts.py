"""What a lesson shows, asks and sets as a task comes from the graph, and is provable there."""

from __future__ import annotations

from itertools import product

import pytest

from kg.schema import Truth
from kg.terms import Iri, Triple
from kg.vocabulary import CALF_NS
from qa.telling.mapping import Atlas
from teach.lessons.checks import Builder
from teach.lessons.course import Course
from teach.lessons.model import CheckSpec, LessonError
from teach.lessons.reading import read_lessons, sentence
from teach.lessons.tasks import Compare, Cover, Find, Order, Plan, Predict, Weigh


@pytest.fixture(scope="module")
def course(pipeline):
    """The shipped lessons."""
    return Course.load(pipeline.explainer)


def of_kind(course, kind):
    """The tasks of one kind."""
    return [lesson.task for lesson in course.lessons if isinstance(lesson.task, kind)]


def thing(name):
    """The individual with a local name."""
    return Iri(CALF_NS + name)


# ---------------------------------------------------------------- checks


def specs():
    """Every check that fills a pattern."""
    return [s for lesson in read_lessons() for s in lesson.checks if "pattern" in s.data]


@pytest.mark.parametrize("spec", specs(), ids=lambda s: s.question.text)
def test_options_are_provably_right_or_wrong(pipeline, spec):
    """Each option, looked up by itself, holds if it is right and is denied if it is wrong."""
    check = Builder(pipeline.explainer).check(spec)
    for name, option in zip(spec.data["among"], check.options, strict=True):
        s, p, o = (name if word == "?" else word for word in spec.data["pattern"].split())
        cls = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type") if p == "type" else thing(p)
        assert pipeline.graph.truth(Triple(thing(s), cls, thing(o))) is (
            Truth.YES if option.right else Truth.NO
        )


def test_every_check_says_why_and_who(course):
    """Every option has a reason and, but for claims without studies, a source; one is right, one wrong."""
    for lesson in course.lessons:
        for check in lesson.checks:
            assert 0 < len(check.right) < len(check.options)
            assert all(option.why for option in check.options)
            assert all(option.sources for option in check.options) or "not tested" in check.options[0].why


def test_contested_answers_are_told_as_the_articles(pipeline):
    """A check of what the article says answers with whose word it is, and with what research says."""
    spec = CheckSpec(
        sentence(["According to the article, which head do toes turned in bias?"]),
        {"pattern": "toesIn biases ?", "among": ["medialHead", "lateralHead"]},
    )
    told = Builder(pipeline.explainer).check(spec).options[0]

    assert told.why.startswith("By the article:")
    assert "8.4 %" in told.why


REFUSED = {
    "contested, asked as a fact": (
        "Which head do toes in bias?",
        "toesIn biases ?",
        ["medialHead", "lateralHead"],
    ),
    "neither held nor denied": ("Which cross the knee?", "? crossesJoint kneeJoint", ["soleus", "plantaris"]),
    "no wrong option": ("Which cross the knee?", "? crossesJoint kneeJoint", ["medialHead", "lateralHead"]),
    "no right option": ("Which cross the knee?", "? crossesJoint kneeJoint", ["soleus"]),
    "no open place": ("Which cross the knee?", "soleus crossesJoint kneeJoint", ["soleus"]),
}


@pytest.mark.parametrize(("question", "pattern", "among"), REFUSED.values(), ids=REFUSED.keys())
def test_unprovable_checks_are_refused(pipeline, question, pattern, among):
    """A check whose options the graph does not decide is an error, not a question."""
    spec = CheckSpec(sentence([question]), {"pattern": pattern, "among": among})
    with pytest.raises(LessonError):
        Builder(pipeline.explainer).check(spec)


def test_a_claim_has_one_status(course):
    """Of the ways in which a claim may stand against research, one is right, and they differ in meaning."""
    checks = [c for lesson in course.lessons for c in lesson.checks if "claim stand" in c.question]

    assert len(checks) >= 7
    assert all(len(c.right) == 1 and len({o.text for o in c.options}) == 4 for c in checks)


# ---------------------------------------------------------------- tasks


def test_every_question_in_the_drawing_can_be_answered(pipeline, course):
    """Something that is drawn answers it, every part gets a verdict, and right ones hold in the graph."""
    from ui.components.muscle_map.drawing import REGIONS

    for task in of_kind(course, Find):
        for target in task.targets:
            assert target.verdicts.keys() >= REGIONS
            assert REGIONS & set(target.right)
            assert not set(target.right) >= REGIONS
            assert all(verdict.sentence for verdict in target.verdicts.values())


def test_predictions_are_of_both_kinds(course):
    """Who always says yes is wrong at least once."""
    for task in of_kind(course, Predict):
        assert {min(check.right) for check in task.checks} == {0, 1}


def test_the_toe_angle_is_weighed(course):
    """Eight studies: none for the claim, four against it, four inconclusive; that is what the tally says."""
    (task,) = of_kind(course, Weigh)

    assert dict(task.tally) == {"supports": 0, "contradicts": 4, "inconclusive": 4}
    assert len(task.checks) == sum(count for _, count in task.tally)


def test_every_goal_can_be_reached(pipeline, course):
    """Some exercise in its own positions meets each goal, and no exercise meets all of them."""
    atlas = Atlas(pipeline.graph, pipeline.say, pipeline.explainer)
    (task,) = of_kind(course, Compare)
    shown = [atlas.effects(e.iri, atlas.positions_of(e.iri)) for e in atlas.exercises()]

    assert all(any(goal.is_met(effects) for effects in shown) for goal in task.goals)
    assert not any(all(goal.is_met(effects) for goal in task.goals) for effects in shown)


def test_a_plan_is_held_against_the_article(course):
    """10 to 20 sets fit and 9 and 21 do not; every number tells what research says of it."""
    (task,) = of_kind(course, Plan)
    sets = next(dial for dial in task.dials if dial.name == "weeklySets")

    assert [sets.fits(value) for value in (9, 10, 20, 21)] == [False, True, True, False]
    assert sets.said == "10 to 20 sets"
    assert all(dial.research for dial in task.dials)


def test_steps_are_offered_out_of_order(course):
    """The six steps of the standing calf raise, and the same six in another order."""
    (task,) = of_kind(course, Order)

    assert len(task.steps) == 6
    assert sorted(task.offered, key=lambda s: s.name) == sorted(task.steps, key=lambda s: s.name)
    assert task.offered != task.steps


def test_two_exercises_cover_the_calf(course):
    """The seated raise and one with straight knees are enough, and no two others are."""
    (task,) = of_kind(course, Cover)
    names = [item.iri.local for item in task.exercises]
    pairs = [set(pair) for pair in product(names, names) if not task.missing(pair)]

    assert task.fewest == 2
    assert pairs
    assert all("seatedCalfRaise" in pair and len(pair) == 2 for pair in pairs)


# ---------------------------------------------------------------- what is shown


def test_contested_statements_are_marked(course):
    """What the article claims is marked with the studies against it; what research says is not."""
    first, *_, last = course.lesson("toe-angle").paragraphs
    claim, follows = first.sentences[0], last.sentences[0]

    assert claim.standing == "disputed"
    against = [cited for cited in first.cited if cited.number in claim.against]
    assert {cited.label for cited in against} == {
        "Nunes 2020",
        "Riemann 2011",
        "Marcori 2017",
        "Crouzier 2024",
    }
    assert all(cited.direction == "contradicts" for cited in against)
    assert follows.standing == ""


def test_no_contested_statement_goes_unmarked(pipeline, course):
    """Every sentence with a statement that research contests is marked, in all lessons."""
    for lesson, shown in zip(read_lessons(), course.lessons, strict=True):
        for written, paragraph in zip(lesson.paragraphs, shown.paragraphs, strict=True):
            for old, new in zip(written.sentences, paragraph.sentences, strict=True):
                ties = [tie for tie in old.ties if len(tie.split()) == 3]
                triples = [Triple(*map(thing, tie.split())) for tie in ties if " type " not in tie]
                worst = max((pipeline.graph.standing(t).badness for t in triples), default=0)
                assert bool(new.standing) or worst == 0, old.text


def test_sources_are_numbered_as_they_are_needed(course):
    """Every number in the text has its source below, each source has one number, and none is idle."""
    for lesson in course.lessons:
        for paragraph in (*lesson.paragraphs, lesson.summary):
            cited = [source.number for source in paragraph.cited]
            used = {n for s in paragraph.sentences for n in (*s.cites, *s.against)}
            assert cited == list(range(1, len(cited) + 1))
            assert used == set(cited)
            assert all(s.cites for s in paragraph.sentences)


def test_figures_show_what_the_paragraph_speaks_of(course):
    """The drawing marks the muscles of the paragraph; a graph has only facts of its text."""
    anatomy = course.lesson("anatomy")
    assert [iri.local for iri in anatomy.paragraphs[2].muscles] == ["soleus"]
    assert {(t.subject.local, t.object.local) for t in anatomy.paragraphs[0].links} == {
        ("tricepsSurae", "gastrocnemius"),
        ("tricepsSurae", "soleus"),
        ("gastrocnemius", "achillesTendon"),
        ("soleus", "achillesTendon"),
    }
    for lesson in course.lessons:
        for paragraph in lesson.paragraphs:
            shown = {"muscles": paragraph.muscles, "graph": paragraph.links, "studies": paragraph.studies}
            assert shown.get(paragraph.figure, True) or paragraph.bars
