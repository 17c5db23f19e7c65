"""What leads up to a question changes nothing of its answer."""

import pytest

QUESTIONS = (
    "which exercise targets the inner calf?",
    "how many sets per week should I do?",
    "what does the soleus do?",
    "does the soleus cross the knee?",
    "why does a bent knee reduce the work of the gastrocnemius?",
    "how do I do the donkey calf raise?",
    "what is the difference between the medial and the lateral head?",
    "is bouncing a mistake?",
)
OPENINGS = (
    *("Be honest, {q}", "What I don't get: {q}", "Look, {q}", "Listen, {q}", "Simple question, {q}"),
    *("Dear assistant, {q}", "Remind me, {q}", "I forgot, {q}", "My coach asked, {q}", "Just curious, {q}"),
    *("Sorry if this is dumb, but {q}", "This may be a stupid question, but {q}", "Quick question: {q}"),
    *(
        "Can you tell me {q}",
        "I'm wondering, {q}",
        "Seriously, {q}",
        "Hi! {q}",
        "ok so {q}",
        "pls answer: {q}",
    ),
    *("Let me ask you something. {q}", "I am 45 years old and new to this. {q}", "For my exam: {q}"),
)


@pytest.mark.parametrize("opening", OPENINGS)
def test_what_leads_up_to_a_question_changes_nothing(opening, ask):
    """The same things, and the same verdict, as without it."""

    def told(text):
        answer = ask(text)
        return answer.status, answer.boolean, {item.iri for item in answer.items}

    assert {q: told(opening.format(q=q)) for q in QUESTIONS} == {q: told(q) for q in QUESTIONS}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Without a machine, which exercises work the inner calf?", {"standingCalfRaise", "donkeyCalfRaise"}),
        ("Bent knees: which muscle works?", {"soleus"}),
    ],
)
def test_what_says_something_is_kept(text, wanted, ask):
    """A condition is no opening."""
    assert {item.iri.local for item in ask(text).items} == wanted
