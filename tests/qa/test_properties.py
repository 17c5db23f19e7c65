"""Whatever is typed, an answer comes, and the same question has the same answer."""

import json
import os
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qa.contract import context_from_json, context_to_json, plain_text, to_json
from qa.model import Context, Question, Status

HERE = Path(__file__).parent
TEXTS = [
    case["text"] for case in tomllib.loads((HERE / "questions.toml").read_text(encoding="utf-8"))["question"]
]
calmly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS = """
which what where how why many is does do not without except only and or the a of in out with for my
best most exercise exercises muscle head soleus gastrocnemius inner outer calf calves toes in toes
out knee straight bent donkey standing seated raise machine partner step dumbbell reps sets week
pause 8 12 twice every day hypertrophy cross insert origin target work deep it them that compare
difference common mistake avoid flumph ? . , : -
""".split()
SHORT = (
    """
why?|and the soleus?|what about toes in?|and toes out?|and seated?|with what?|how?|how many?
the other one?|and bent?|is that bad?|what about using too much weight?|and the calf?|how often?
and the sled?|what does that mean?
""".strip()
    .replace("\n", "|")
    .split("|")
)
phrases = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


def lasting(answer):
    """An answer as JSON without what it took."""
    return json.dumps(to_json(replace(answer, timings_ms={})), ensure_ascii=False)


def sound(answer, text):
    """What holds of every answer."""
    assert answer.question == text
    assert answer.lead.strip()[0] not in ",.:;"
    assert plain_text(answer).strip()
    assert 0 <= answer.confidence <= 1
    assert all(took >= 0 for took in answer.timings_ms.values())
    assert json.loads(lasting(answer))["status"] in set(Status)
    if answer.status is Status.ANSWERED:
        assert answer.interpretation
        assert answer.sparql


@calmly
@given(text=st.text(max_size=200))
def test_any_text_has_an_answer(text, pipeline):
    """No text raises, and each gets a sentence in reply."""
    sound(pipeline.ask(Question(text)), text)


@calmly
@given(text=phrases)
def test_any_words_have_an_answer(text, pipeline):
    """No jumble of the domain's own words raises."""
    sound(pipeline.ask(Question(text)), text)


@calmly
@example(first="How do I do donkey calf raises?", second="How do I do donkey calf raises?")
@given(first=st.sampled_from(TEXTS), second=st.sampled_from(TEXTS) | phrases)
def test_any_follow_up_has_an_answer(first, second, pipeline):
    """No question after another raises, and the context survives its way through JSON."""
    context = pipeline.ask(Question(first)).context
    assert context_from_json(context_to_json(context)) == context
    sound(pipeline.ask(Question(second, context)), second)


@calmly
@example(first="Why is bouncing bad?", second="And toes in?")
@given(first=st.sampled_from(TEXTS), second=st.sampled_from([*TEXTS, *SHORT]))
def test_every_reading_of_a_follow_up_can_be_told(first, second, pipeline):
    """Also those that are not the best, since any of them may be in another conversation."""
    question = Question(second, pipeline.ask(Question(first)).context)
    scene, ranked = pipeline.read(question)
    assert all(pipeline.answer_to(question, scene, reading).lead for reading in ranked)


@calmly
@given(text=st.text(max_size=60))
def test_any_foreign_context_is_taken(text, pipeline):
    """A damaged context never breaks a conversation."""
    context = context_from_json(text)
    assert isinstance(context, Context)
    sound(pipeline.ask(Question("and the soleus?", context)), "and the soleus?")


SPLICED = """
trampoline single-leg bigger hurts biceps which isn't not only than more muscle exercise mistake head
position method; or except without right? why both
""".split()


def spliced(pieces, added):
    """Pieces of questions, one after the other, with words among them."""
    words = [word for piece in pieces for word in piece]
    for place, word in added:
        words.insert(place % (len(words) + 1), word)
    return " ".join(words)


PIECES = st.sampled_from(TEXTS).flatmap(
    lambda text: st.integers(0, len(text.split())).map(lambda n: text.split()[n:])
)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(pieces=[], added=[(n, w) for n, w in enumerate("what is a bigger mistake; not".split())])
@example(pieces=[], added=[(n, w) for n, w in enumerate("is a calf raise good on a trampoline".split())])
@given(
    pieces=st.lists(PIECES, min_size=1, max_size=2),
    added=st.lists(st.tuples(st.integers(0, 30), st.sampled_from(SPLICED)), max_size=3),
)
def test_pieces_of_questions_have_an_answer(pieces, added, pipeline):
    """Questions cut and joined, with words that compare, deny or name what the graph lacks, raise nothing."""
    text = spliced(pieces, added)
    sound(pipeline.ask(Question(text)), text)


THING = "https://w3id.org/calf-kg/calf#gastrocnemius"
DAMAGED = {
    "unknown node": 'listing ["Select",["Bound","x"],null]',
    "unknown node inside": 'listing ["Select",["Every",[["Bound","x"]]],null]',
    "unknown class": 'listing ["Select",["Kind","https://example.org/none"],null]',
    "unknown property": f'listing ["Select",["Linked","no property",["Thing","{THING}"],false],null]',
    "text for a set": 'listing ["Select","soleus",null]',
    "unknown statement": 'verification ["Ask",["Triple","a","b","c"]]',
    "unknown kind": f'nonsense ["Describe","{THING}"]',
    "text for things": f'comparison ["Compare","{THING}",false]',
    "no statement": 'reason ["Because",[],false]',
    "form of no topic": f'recommendation ["Select",["Thing","{THING}"],null]',
    "form of another kind": f'definition ["Compare",["{THING}","https://w3id.org/calf-kg/calf#soleus"],false]',
}


@pytest.mark.parametrize("damage", DAMAGED)
@pytest.mark.parametrize("text", ["and the soleus?", "which of them sitting?", "why?"])
def test_a_damaged_context_breaks_nothing(text, damage, pipeline):
    """A context that names what is not there, or fits no kind, costs at most the follow-up."""
    sound(pipeline.ask(Question(text, Context(DAMAGED[damage]))), text)
    damaged = context_from_json(json.dumps([DAMAGED[damage], ["https://example.org/none"], ["nothing"]]))
    sound(pipeline.ask(Question(text, damaged)), text)


def test_the_same_question_has_the_same_bytes(pipeline):
    """Asked twice, in another order, the answers are the same to the byte, times aside."""
    once = {text: lasting(pipeline.ask(Question(text))) for text in TEXTS}
    again = {text: lasting(pipeline.ask(Question(text))) for text in reversed(TEXTS)}
    assert again == once


def test_another_process_gives_the_same_bytes(pipeline):
    """Another process with another hash seed gives the same answers to the byte, times aside."""
    code = (
        "import sys, json\n"
        "from qa.contract import to_json\n"
        "from qa.model import Question\n"
        "from qa.pipeline import Pipeline\n"
        "pipeline = Pipeline.load()\n"
        "for text in json.load(sys.stdin):\n"
        "    answer = to_json(pipeline.ask(Question(text)))\n"
        "    print(json.dumps({**answer, 'timings_ms': {}}, ensure_ascii=False))\n"
    )
    root = HERE.parents[1]
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps(TEXTS[::5]),
        env={**os.environ, "PYTHONHASHSEED": "4242", "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    here = [lasting(pipeline.ask(Question(text))) for text in TEXTS[::5]]
    assert done.stdout.splitlines() == here


@pytest.mark.parametrize("text", TEXTS)
def test_capitals_and_marks_do_not_matter(text, pipeline):
    """In capitals, in small letters, without its mark, in spaces: a question has the same items."""
    wanted = pipeline.ask(Question(text))
    for other in (text.upper(), text.lower(), text.rstrip("?"), f"  {text} \n", text.replace("?", "??")):
        answer = pipeline.ask(Question(other))
        assert (answer.items, answer.boolean, answer.status) == (
            wanted.items,
            wanted.boolean,
            wanted.status,
        ), other


CHAT = (
    "Hi, I am new here. {}",
    "I have been wondering for a while. {}",
    "Good morning everybody! {} I am just curious.",
    "{} Thanks in advance.",
    "{} I would really like to understand this.",
    "{} cheers",
    "{} No rush at all.",
    "{} No worries if not.",
    "My friend and I had an argument. {}",
    "I am 45 years old and work in an office. {}",
    "{} I keep forgetting.",
)


@pytest.mark.parametrize("chat", CHAT)
@pytest.mark.parametrize("text", TEXTS)
def test_chat_around_a_question_changes_nothing(text, chat, pipeline):
    """Greetings, thanks and what is no fact about training leave the items, the verdict and the status."""
    text = text if text[-1] in ".?!" else f"{text}."
    wanted, answer = pipeline.ask(Question(text)), pipeline.ask(Question(chat.format(text)))
    assert (answer.items, answer.boolean, answer.status) == (wanted.items, wanted.boolean, wanted.status)


OPENINGS = ("So ", "Ok so ", "And ", "Well, ", "Hmm, ", "Quick question: ", "oh btw ", "Right, ")


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("text", [text for text in TEXTS if len(text.split()) > 4])
def test_words_that_lead_up_to_a_question_change_nothing(text, opening, pipeline):
    """ "So", "well", "quick question" before a question of some length leave its answer as it is."""
    wanted, answer = (
        pipeline.ask(Question(text)),
        pipeline.ask(Question(opening + text[0].lower() + text[1:])),
    )
    assert (answer.items, answer.boolean, answer.status) == (wanted.items, wanted.boolean, wanted.status)


@pytest.mark.parametrize("part", range(4))
def test_every_reading_can_be_answered(part, pipeline):
    """What is unlikely to be meant is composed too, where the likelier readings find nothing."""
    for text in TEXTS[part::4]:
        question = Question(text)
        scene, ranked = pipeline.read(question)
        for reading in ranked[:12]:
            assert pipeline.answer_to(question, scene, reading).lead
