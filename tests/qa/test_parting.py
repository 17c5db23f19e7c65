"""Two questions in one message are both answered; an ordinary message stays whole."""

import pytest

from qa.model import Question
from qa.talk.itemising import items_in
from qa.talk.parting import questions_in

PARTS = [
    ("What is the soleus and where does it start?", ("What is the soleus", "where does it start?")),
    ("How many sets, and over how many sessions?", ("How many sets", "over how many sessions?")),
    ("What is the deep muscle called, and does it cross the knee?", None),
    ("I train at home. Which exercise hits the inner calf? And what do I stand on?", None),
    (
        "Which muscle works, and do both its heads take part?",
        ("Which muscle works", "do both its heads take part?"),
    ),
    (
        "Is it used to work, and so how often can I train?",
        ("Is it used to work", "so how often can I train?"),
    ),
    (
        "How long is a pause, and besides that what counts?",
        ("How long is a pause", "besides that what counts?"),
    ),
    ("Name the reasons, and say which is for sport.", ("Name the reasons", "say which is for sport.")),
    (
        "What is the calf block for?and what goes on it",
        ("What is the calf block for?", "and what goes on it"),
    ),
    ("First, what is the soleus? Second, where is it?", ("what is the soleus?", "where is it?")),
    ("Is bouncing bad? Why do people do it?", ("Is bouncing bad?", "Why do people do it?")),
    (
        "toes out hits which head, toes in hits which head?",
        ("toes out hits which head", "toes in hits which head?"),
    ),
    (
        "Can I isolate it, and if not, what is going on?",
        ("Can I isolate it", "and if not, what is going on?"),
    ),
    ("she asks why her knees stay straight and what happens if they bend", None),
    ("which raise can i do n what do i stand on", ("which raise can i do", "what do i stand on")),
    ("Name both muscles, then tell me which is deep.", ("Name both muscles", "tell me which is deep.")),
    (
        "on the leg press do i lock my knees and what do i do first",
        ("on the leg press do i lock my knees", "what do i do first"),
    ),
    ("toes in or out for the inside?? and where do my heels go", None),
    ("does it cross the knee & what lies on top", ("does it cross the knee", "what lies on top")),
    ("does the knee matter for it? if yes, which angle works it most", None),
    ("Which head is outside and do toes out favour it?", ("Which head is outside", "do toes out favour it?")),
    (
        "does the soleus cross the knee & what lies on top",
        ("does the soleus cross the knee", "what lies on top"),
    ),
    ("He asks what it is, and whether it's a muscle.", ("He asks what it is", "whether it's a muscle.")),
    ("Is the soleus deep, true or false? If false, which muscle is?", None),
    ("What is the soleus. And which exercise is for it?", None),
    ("She wants bigger calves. How many reps? And the word for that goal?", None),
]
WHOLE = [
    "Which exercises train the gastrocnemius and the soleus?",
    "How do I stand and do the raise?",
    "How do I stand and do calf raises at home?",
    "My knees are bent and my toes point in. Which head works?",
    "Why should someone who does no sport and doesn't care about looks train the calves?",
    "The soleus is deep, right?",
    "There's no donkey machine where I train. Which exercise can I cross off the list?",
    "The leg press is taken and so is the donkey machine. Which exercise can I do?",
    "Does toes in hit the inner head, and why?",
    "I press up onto my toes over and over. What is doing the work?",
    "Which muscle is flat and which?",
    "been using the same weight since 2021. what principle am i ignoring",
    "What I don't get is the pause. How long is it at the bottom?",
    "Been doing nothing but standing raises for two years. Which lift fixes that?",
    "I don't care how my legs look. What reason is there to train calves in a balanced way?",
    "I load all the plates and can hardly move my heels. What's going wrong there?",
    "Never recommend the leg press again! What else is there for the inside head?",
    "When I do the press, I put all of my foot on the plate. Is it correct?",
    "When I bend my knees, which muscle works?",
    "For somebody who has to sit, what works the deep muscle?",
    "Which muscle works when I bend my knees, which is uncomfortable?",
    "Which calf muscle lies deep, is flat and starts below the knee?",
    "",
    "?!",
]


@pytest.mark.parametrize(("message", "parts"), PARTS)
def test_a_message_is_cut_where_a_second_question_begins(message, parts, pipeline):
    """With a sentence that asks, or after "and" with a question word or an auxiliary."""
    found = questions_in(pipeline.reader.read(message))
    assert found == parts if parts else len(found) == 2


@pytest.mark.parametrize("message", WHOLE)
def test_an_ordinary_message_stays_whole(message, pipeline):
    """Lists, context, tags and bare question words begin no question."""
    assert questions_in(pipeline.reader.read(message)) == (message,)


@pytest.mark.parametrize(
    ("message", "names"),
    [
        ("What is the soleus and where does it start?", ("flat", "below the knee")),
        ("Which benefits does balanced training have? How many sets per week?", ("aesthetics", "10 to 20")),
        (
            "Into what tendon do both calf muscles insert, and is that the same tendon for each?",
            ("achilles tendon", "yes"),
        ),
        ("Standing raise: how are the knees, and which toes do I push through?", ("straight", "big toe")),
    ],
)
def test_both_questions_are_answered(message, names, pipeline):
    """The text has what answers each, and the reading, queries and sources of both are shown."""
    answer = pipeline.ask(Question(message))
    text = " ".join([answer.lead, *map(str, answer.blocks)]).lower()
    assert all(name in text for name in names), text
    assert len(answer.sparql) == 2
    assert ";" in answer.interpretation


@pytest.mark.parametrize(
    "message",
    [
        "is he right to do seated ones for it? what's the name of it",
        "does calf work help for football? what else is it good for",
        "seated for the inner calf, is he right? if not what should it be",
        "I own a step. Which exercise is that for?",
        "I push the sled. Something has to be let go first. What?",
        "they walk all day so do calves need rest at all? why",
    ],
)
def test_what_is_asked_after_the_mark_of_another_is_no_chat(message, pipeline):
    """Without a mark of its own a second question is heard, too."""
    assert pipeline.heard(message).text == message


def test_words_of_chat_are_left_aside(pipeline):
    """Nothing unknown disappears unsaid, though it changes nothing."""
    answer = pipeline.ask(Question("My flumph likes zebras. Which exercise targets the inner calf?"))
    assert answer.not_understood == ("flumph", "zebras")
    assert len(answer.items) == 3


def test_the_same_thing_is_not_said_twice(pipeline):
    """Two questions with one answer get it once; a verdict of its own is added."""
    answer = pipeline.ask(Question("What is the soleus and what is the soleus?"))
    assert len(answer.sparql) == 1


def test_a_part_without_an_answer_leaves_the_message_whole(pipeline):
    """Nobody is answered half without being told."""
    whole = pipeline.ask(Question("Which exercise targets the inner calf?"))
    answer = pipeline.ask(Question("How do I train for a marathon? Which exercise targets the inner calf?"))
    assert answer.items in (whole.items, ())


def test_a_word_of_every_day_that_limits_is_no_chat(pipeline):
    """That there is only a step is no small talk, though "step" is a plain word."""
    assert "step" in pipeline.heard("I work in a clinic with only a step. Which exercise is it?").text


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("soleus only. which one I have been wondering for a while.", "soleus only. which one"),
        ("could bouncing get me injured A short answer is fine.", "could bouncing get me injured"),
        ("SEATED RAISES WORK WHAT Please keep it short.", "seated raises work what"),
        ("through which toes did you say My exam is on Monday.", "through which toes did you say"),
        ("Which muscle do I think of first", None),
        ("What Is The Best Exercise For My Inner Calf", None),
        ("does the soleus start above The Knee or below it", None),
        ("which head I wonder is on the inner side?", None),
    ],
)
def test_a_sentence_of_chat_without_a_mark_before_it_is_left_out(message, asked, pipeline):
    """A capital letter among small ones begins a sentence, if that tells nothing of training."""
    assert pipeline.heard(message).text.lower() == (asked or message).lower()


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("My friend and I had an argument. so what exercise do i do", "so what exercise do i do"),
        ("Hi, I am new here. one muscle makes up the calf right", "one muscle makes up the calf right"),
        ("Talk me through it. I keep forgetting.", "Talk me through it."),
        ("Why train the soleus? I want all three reasons.", None),
        ("I bounce. Is that bad?", None),
        ("I have time for two exercises and want both calf muscles covered. Which two?", None),
    ],
)
def test_what_one_tells_of_oneself_is_chat_if_it_names_nothing(message, asked, pipeline):
    """A cue in what is told, or a verb without an object, is not what is asked for."""
    assert pipeline.heard(message).text == (asked or message)


def test_an_age_is_no_amount(pipeline):
    """In a talk a number may be one of what was spoken of, but years never are."""
    heard = pipeline.heard("I am 45 years old and work in an office. for how long?", goes_on=True)
    assert heard.text == "for how long?"


@pytest.mark.parametrize(
    ("message", "items"),
    [
        (
            "I need one move for the soleus and another for the inner head.",
            ("Which move for the soleus?", "Which move for the inner head?"),
        ),
        (
            "Name the exercise where I push a sled and the one where I bend forward.",
            ("Which exercise where I push a sled?", "Which exercise where I bend forward?"),
        ),
        (
            "One with dumbbells and one on a machine: which standing raises are they?",
            ("Which standing raises with dumbbells?", "Which standing raises on a machine?"),
        ),
        (
            "I'd like one straight-knee and one bent-knee exercise.",
            ("Which straight-knee exercise?", "Which bent-knee exercise?"),
        ),
        (
            "No partner here. Give me an upright exercise and a seated one.",
            ("No partner here. Which upright exercise?", "No partner here. Which seated exercise?"),
        ),
        (
            "One lift on a step, the other with dumbbells, both for the inner calf: which?",
            ("Which lift on a step for the inner calf?", "Which lift with dumbbells for the inner calf?"),
        ),
        ("Is one for the soleus and one for the inner head enough?", ()),
        (
            "I do one set for the inner head and one for the outer. What toe position goes with which?",
            (),
        ),
        ("Not the standing one, not the donkey one. What inner calf exercise remains?", ()),
        ("Which exercise is for the deep muscle, the standing one or the seated one?", ()),
        ("The soleus isn't the visible one, so which one is?", ()),
        ("How do I turn an ordinary calf raise into one for the inner calf?", ()),
    ],
)
def test_one_of_this_and_one_of_that_are_questions_of_their_own(message, items, pipeline):
    """Each with the noun that may be said once; in no verdict, choice or comparison."""
    assert items_in(pipeline.reader.read(message)) == items


def test_what_is_wanted_of_each_is_answered(pipeline):
    """Not of the two together: only one of them is to have the knees bent."""
    answer = pipeline.ask(Question("Name two lifts: one with bent hips and one with bent knees."))
    found = {item.iri.rpartition("#")[2] for item in answer.items}
    assert {"donkeyCalfRaise", "seatedCalfRaise"} == found
