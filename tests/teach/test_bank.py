"""Quizzes are the same for the same seed, mixed, and marked fairly."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter

import pytest

from kg.build import build
from kg.errors import CalfError
from kg.terms import Iri
from kg.vocabulary import CALF_NS
from qa.pipeline import Pipeline
from teach.quiz import Bank, Choice, Form, Level, Teacher, items_about, jumbled, mark, solution, topics

IDS = """
from qa.pipeline import Pipeline
from teach.quiz import Bank, Choice
pipeline = Pipeline.load()
bank = Bank(pipeline.graph, pipeline.say)
for item in bank.choose(Choice(seed=5, count=30)):
    print(item.id, *(option.text for option in item.options), sep="|")
"""


def test_the_same_seed_gives_the_same_quiz_in_another_process(pipeline):
    """A quiz depends on its seed and on nothing else, whatever the hash seed of the process."""
    command = [sys.executable, "-c", IDS]
    done = [
        subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    ]
    assert done[0].stdout == done[1].stdout
    assert len(done[0].stdout.splitlines()) == 30


def test_another_seed_gives_another_quiz(bank):
    """Different numbers give different quizzes."""
    quizzes = {tuple(item.id for item in bank.choose(Choice(seed=seed))) for seed in range(20)}

    assert len(quizzes) == 20


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_quiz_is_mixed(bank, seed):
    """Ten questions come from all nine topics, in at least four forms, and ask for ten statements."""
    items = bank.choose(Choice(seed=seed, count=10))

    assert {item.topic for item in items} == {topic.name for topic in topics()}
    assert len({item.form for item in items}) >= 4
    assert len({item.memory for item in items}) == 10


def test_guessing_true_does_not_pay(bank):
    """Over many quizzes, true-or-false items are true about half of the time."""
    items = [item for seed in range(30) for item in bank.choose(Choice(seed=seed, count=20))]
    verdicts = Counter(
        option.verdict
        for item in items
        if item.form is Form.VERDICT
        for option in item.options
        if option.right
    )
    assert 0.4 < verdicts[True] / verdicts.total() < 0.6


def test_the_right_option_has_no_usual_place(bank):
    """Over many quizzes, the right one of four options stands in each place about as often."""
    items = [item for seed in range(60) for item in bank.choose(Choice(seed=seed, count=20))]
    places = Counter(item.right[0] for item in items if item.form is Form.ONE and len(item.options) == 4)

    assert all(0.15 < places[place] / places.total() < 0.35 for place in range(4))


@pytest.mark.parametrize("topic", [topic.name for topic in topics()])
def test_a_topic_and_a_level_narrow_the_quiz(bank, topic):
    """A quiz on one topic and level has no other items."""
    items = bank.choose(Choice(topics=(topic,), count=50))
    assert {item.topic for item in items} == {topic}
    for level in Level:
        assert {i.level for i in bank.choose(Choice(topics=(topic,), levels=(level,)))} <= {level}


def test_without_a_count_every_item_is_there(bank):
    """An export of everything holds each item once, in one order whatever the seed."""
    one, other = (bank.choose(Choice(seed=seed, count=0)) for seed in (1, 2))

    assert one == other
    assert [item.id for item in one] == [item.id for item in bank.items]


def test_an_unknown_topic_is_refused(bank):
    """A topic that there is not is an error that names those there are."""
    with pytest.raises(CalfError, match=r"There is no topic 'cooking'\. Choose among anatomy, joints"):
        bank.choose(Choice(topics=("cooking",)))


def test_items_about_things(bank):
    """A lesson gets items on its things, the same each time, and fewer where there are not so many."""
    soleus = Iri(CALF_NS + "soleus")
    items = items_about(bank, [soleus], seed=3, count=5)

    assert len(items) == 5
    assert all(soleus in item.about for item in items)
    assert items == items_about(bank, [soleus], seed=3, count=5)
    assert items_about(bank, [], seed=3, count=5) == ()


def test_what_is_due_is_asked(bank):
    """A review asks for the statements that are due, in their order, and for none that is gone."""
    memories = [bank.items[5].memory, "gone/from/theGraph", bank.items[-1].memory]
    items = bank.recalled(memories, seed=1)

    assert [item.memory for item in items] == [memories[0], memories[2]]


def test_a_bank_without_a_drawing_asks_for_no_labels(pipeline):
    """A face that shows no drawing gets no item that needs one."""
    bank = Bank(pipeline.graph, pipeline.say)

    assert not [item for item in bank.items if item.form is Form.LABEL]


# ------------------------------------------------------------ marking


def _one(bank, form):
    return next(item for item in bank.items if item.form is form)


def test_right_answers_are_right(bank):
    """Every item is right when answered right, and wrong when answered otherwise."""
    for item in bank.items:
        if item.form is Form.NUMBER:
            assert mark(item, item.number.low).right
            assert mark(item, item.number.high).right
            assert not mark(item, item.number.high + 1).right
            assert not mark(item, item.number.low - 0.5).right
        elif item.form is Form.ORDER:
            places = tuple(range(len(item.options)))
            assert mark(item, places).right
            assert not mark(item, places[::-1]).right
        else:
            assert mark(item, item.right).right
            for place, option in enumerate(item.options):
                if not option.right:
                    marked = mark(item, (place,))
                    assert not marked.right
                    assert marked.notes
        assert solution(item)


def test_a_part_of_the_right_answers_is_not_enough(bank):
    """Of several right options all have to be marked, and no other; what is missing is named."""
    item = next(i for i in bank.items if i.form is Form.SEVERAL and len(i.right) > 1)
    part = mark(item, item.right[:1])

    assert not part.right
    assert any("is right too" in note for note in part.notes)
    assert not mark(item, tuple(range(len(item.options)))).right


@pytest.mark.parametrize(
    ("form", "response"),
    [
        (Form.ONE, 3.0),
        (Form.ONE, (0, 1)),
        (Form.ONE, (99,)),
        (Form.ONE, ()),
        (Form.ORDER, (0, 0, 1)),
        (Form.ORDER, (0, 1)),
        (Form.NUMBER, (0,)),
        (Form.SEVERAL, (-1,)),
    ],
)
def test_a_response_of_the_wrong_shape_is_an_error(bank, form, response):
    """A response that does not fit the item is refused with what to do."""
    with pytest.raises(CalfError):
        mark(_one(bank, form), response)


def test_steps_are_jumbled(bank):
    """Steps are never shown in their own order, and in the same disorder for the same seed."""
    for item in bank.items:
        if item.form is Form.ORDER:
            for seed in range(5):
                places = jumbled(item, seed)
                assert sorted(places) == list(range(len(item.options)))
                assert list(places) != sorted(places)
                assert places == jumbled(item, seed)


# ------------------------------------------------------------ new knowledge

POGO_HOP = """
calf:pogoHop a calf:Exercise {| dcterms:source calf:s036 |} ;
    rdfs:label "pogo hop"@en ; lex:mention "the pogo hop" ;
    skos:definition "Small hops on the balls of the feet, as far as this test knows."@en ;
    calf:hasKneePosition calf:kneeStraight {| dcterms:source calf:s038 |} ;
    calf:hasStep calf:pogoStep1 {| dcterms:source calf:s036 |} ;
    calf:hasStep calf:pogoStep2 {| dcterms:source calf:s037 |} ;
    calf:hasStep calf:pogoStep3 {| dcterms:source calf:s038 |} .
""" + "".join(
    f"""
calf:pogoStep{n} a calf:Step ; rdfs:label "pogo hop, step {n}"@en ; lex:mention "step {n}" ;
    skos:definition "Step {n} of the pogo hop."@en ; calf:stepNumber {n} {{| dcterms:source calf:s036 |}} ;
    calf:instruction "{text}" {{| dcterms:source calf:s036 |}} .
"""
    for n, text in enumerate(("Stand tall.", "Hop from the ankles.", "Land softly."), start=1)
)


def test_a_new_exercise_is_asked_about(tmp_path, root):
    """An exercise that is only data is asked about in several forms, and with reasons."""
    shutil.copytree(root / "ontology" / "src", tmp_path / "src")
    source = tmp_path / "src" / "exercises.ttl"
    source.write_text(source.read_text(encoding="utf-8") + POGO_HOP, encoding="utf-8")
    build(tmp_path / "src", tmp_path / "calf.owl")
    pipeline = Pipeline.load(tmp_path / "calf.owl")
    bank = Bank(pipeline.graph, pipeline.say)
    items = items_about(bank, [Iri(CALF_NS + "pogoHop")], seed=1, count=100)
    teacher = Teacher(pipeline.graph, pipeline.say, pipeline.explainer)

    assert len(items) >= 10
    assert {item.form for item in items} >= {Form.ONE, Form.VERDICT, Form.ORDER, Form.SEVERAL}
    assert any(item.memory.startswith("pogoHop/trains/") for item in items)  # which follows from its knees
    assert all(teacher.explain(item).sources for item in items)
