"""Conversations: a short question borrows what it leaves unsaid, and a full one borrows nothing."""

import pytest


def names(answer):
    """The local names of what an answer lists."""
    return sorted(item.iri.local for item in answer.items)


@pytest.mark.parametrize(
    ("turns", "items"),
    [
        (("Which joints does the gastrocnemius cross?", "And the soleus?"), ["ankleJoint"]),
        (("Which joints does the soleus cross?", "And the gastrocnemius?"), ["ankleJoint", "kneeJoint"]),
        (("Which foot position targets the inner calf?", "And the outer calf?"), ["toesOut"]),
        (("Which foot position targets the inner calf?", "what about the outer one?"), ["toesOut"]),
        (("Which head does toes in bias?", "and toes out?"), ["lateralHead"]),
        (("Which knee position favours the gastrocnemius?", "And which doesn't?"), ["kneeBent"]),
        (("Which head sits on the inside?", "Which one doesn't?"), ["lateralHead"]),
        (
            ("Which benefit is about jumping and sprinting?", "What are the other two?"),
            ["aesthetics", "injuryPrevention"],
        ),
        (
            ("Which exercise targets the inner calf?", "Which of them can I do without a machine?"),
            ["donkeyCalfRaise", "standingCalfRaise"],
        ),
        (
            ("Which exercise targets the inner calf?", "Which of those are done seated?"),
            ["legPressCalfPress"],
        ),
        (("Which exercise targets the inner calf?", "and the soleus?"), ["seatedCalfRaise"]),
        (("How do I do donkey calf raises?", "and standing calf raises?"), ["standingCalfRaise"]),
        (("What is the soleus?", "And the gastrocnemius?"), ["gastrocnemius"]),
        (("What is the soleus?", "Where does it insert?"), ["achillesTendon", "calcaneus"]),
        (("What is the soleus?", "Which exercises train it?"), ["seatedCalfRaise"]),
        (
            ("How many heads does the gastrocnemius have?", "What are they called?"),
            ["lateralHead", "medialHead"],
        ),
        (("How many reps for hypertrophy?", "and for endurance?"), ["repsForEndurance"]),
        (
            ("How many reps for endurance?", "Forget endurance, I'd rather get them bigger."),
            ["repsForHypertrophy"],
        ),
        (
            ("How many reps for endurance?", "No, wait. Scrap stamina. I want size."),
            ["repsForHypertrophy"],
        ),
        (("Which movement does calf training rely on?", "in plain words please"), ["anklePlantarflexion"]),
        (("Which mistakes are there?", "explain the last one"), ["usingTooMuchWeight"]),
        (("Which exercise targets the inner calf?", "How do I do the second?"), ["donkeyCalfRaise"]),
        (
            ("Which exercise targets the inner calf?", "what equipment does the third need"),
            ["legPressMachine"],
        ),
        (("Where is the medial head?", "and the other one?"), ["outerSideOfLowerLeg"]),
        (("Where is the medial head?", "and its brother?"), ["outerSideOfLowerLeg"]),
        (("Where is the medial head?", "and the lateral?"), ["outerSideOfLowerLeg"]),
        (("What is the eccentric phase?", "and the opposite one?"), ["concentricPhase"]),
        (("What does toes-out do?", "and the reverse?"), ["medialHead"]),
        (("Which muscle is broad and flat?", "What covers it?"), ["gastrocnemius"]),
        (("What is the soleus?", "what is it underneath?"), ["gastrocnemius"]),
        (("What is the gastrocnemius?", "what lies under it?"), ["soleus"]),
        (("What is the gastrocnemius?", "what does it cover?"), ["soleus"]),
        (("Why train the calves in balance?", "Tell me about the third reason."), ["aesthetics"]),
        (("How many mistakes are there?", "explain the second one"), ["insufficientRangeOfMotion"]),
        (("Which head does pronation bias?", "I meant supination, sorry"), ["medialHead"]),
        (("How many sets per week?", "I meant sessions, not sets."), ["weeklySessions"]),
        (("What do I train with my toes straight forward?", "Sorry, I meant inwards."), ["medialHead"]),
        (
            ("Which exercise is for the soleus?", "Sorry, I meant the gastrocnemius."),
            ["donkeyCalfRaise", "legPressCalfPress", "standingCalfRaise"],
        ),
        (("What are 8 to 12 reps for?", "And the other range?"), ["muscularEndurance"]),
        (
            ("Where does the gastrocnemius originate?", "And the other calf muscle?"),
            ["belowTheKnee", "fibula", "tibia"],
        ),
        (
            ("What comes of rushing reps?", "And of too much weight?"),
            ["reducedRangeOfMotion", "relianceOnMomentum"],
        ),
        (
            ("Which exercises suit the medial head?", "How should the feet be turned for all of those?"),
            ["toesSlightlyIn"],
        ),
        (("Which calf muscle is the deep one?", "which exercise trains it?"), ["seatedCalfRaise"]),
        (
            ("Which joints does the gastrocnemius cross?", "And the soleus?", "And the medial head?"),
            ["ankleJoint", "kneeJoint"],
        ),
        (
            (
                "Which exercises are best for the inner calf?",
                "My feet get tired there, which can I do while I am sitting down?",
            ),
            ["legPressCalfPress"],
        ),
        (
            ("Which exercises work the inner calf?", "I don't want to stand bent over. Which ones remain?"),
            ["legPressCalfPress", "standingCalfRaise"],
        ),
        (("How can I emphasise the inner calf?", "and the outer"), ["kneeStraight", "toesOut"]),
        (("What are 8 reps for?", "And if I go up to 20?"), ["muscularEndurance"]),
        (("What are 25 reps for?", "My friend does 10. What is his goal then?"), ["hypertrophy"]),
        (
            ("How do seated raises differ from standing ones?", "Which muscle is the first one for?"),
            ["soleus"],
        ),
        (
            ("Which mistakes are there?", "I never go very deep. Which one is that?"),
            ["insufficientRangeOfMotion"],
        ),
        (("What is toes in for?", "and the opposite?"), ["toesOut"]),
        (
            ("What variations has the standing calf raise?", "Which one needs no machine?"),
            ["dumbbellStandingCalfRaise"],
        ),
        (("Which head is on the outside?", "No wait, I meant the inside."), ["medialHead"]),
        (("What rep range is for endurance?", "I only did 10. What does that build?"), ["hypertrophy"]),
        (("Name the two phases of a lift.", "Is the first when I go up or down?"), ["concentricPhase"]),
        (("What position biases the medial head?", "and for both equally?"), ["toesForward"]),
        (
            (
                "I am from Poland, my English is not perfect.",
                "Which muscle is under the other?",
                "Where does it start?",
            ),
            ["belowTheKnee", "fibula", "tibia"],
        ),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else "",
)
def test_a_follow_up_borrows(turns, items, talk):
    """What a short question leaves unsaid comes from the turn before."""
    answer = talk(*turns)
    assert answer.answered, answer.lead
    assert names(answer) == items


@pytest.mark.parametrize(
    ("turns", "boolean"),
    [
        (("Does the gastrocnemius cross the knee?", "And the soleus?"), "no"),
        (("Does the soleus cross the knee?", "And the gastrocnemius?"), "yes"),
        (("What is the soleus?", "Does it cross the knee?"), "no"),
        (("Is the soleus a muscle?", "Does it cross the knee?"), "no"),
        (("Which muscles cross the knee?", "The soleus too?"), "no"),
        (("Explain the donkey calf raise.", "Is it only possible with a machine?"), "no"),
        (("Do I need a machine for donkey raises?", "And for the standing ones?"), "no"),
        (("Which exercises train the inner calf?", "The donkey raise too?"), "yes"),
        (("With a straight knee, which heads of the gastrocnemius fire?", "Just the medial?"), "no"),
        (("Does the soleus cross the knee?", "And the ankle?"), "yes"),
        (("What is the gastrocnemius?", "And is it the one deep down?"), "no"),
        (("What's the range of reps for hypertrophy?", "And is 20 in that range?"), "no"),
        (("How many sets a week?", "Is 30 too many?"), "yes"),
        (("How many sets a week?", "And 15 sets?"), "yes"),
        (("does the angle of my feet matter", "more than form tho?"), "no"),
        (("Where does the medial head originate?", "Does the lateral one start there too?"), "yes"),
        (("Where does the gastrocnemius insert?", "Does the soleus go there as well?"), "yes"),
        (("Where does the gastrocnemius start?", "Does the soleus start there too?"), "no"),
        (("Where does the soleus insert?", "Does the gastrocnemius insert there too?"), "yes"),
        (("Where does the soleus originate?", "Does the medial head start there as well?"), "no"),
        (("I train calves three times a week.", "Does that fit?"), "yes"),
        (("I train calves three times a week.", "Is that more than you'd advise?"), "no"),
        (("I train my calves every day.", "Is that too often?"), "yes"),
        (("I do 5 sets a week.", "Is that enough?"), "no"),
        (("How many sets should calves get each week?", "So would 30 be above that?"), "yes"),
        (("How many sets per week?", "And is 25 below that?"), "no"),
        (("Explain the donkey raise.", "Knees bent or not"), "no"),
        (("What are the variations of the standing calf raise?", "Is the seated one among them?"), "no"),
        (("Which exercises train the inner calf?", "Is the donkey raise on that list?"), "yes"),
        (("What is more important than foot position?", "All three of them?"), "yes"),
        (("What is the soleus?", "And is it the one deep down?"), "yes"),
        (("How many joints does the soleus cross?", "So does bending my knee bother it a lot?"), "no"),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else "",
)
def test_a_yes_or_no_follows_up(turns, boolean, talk):
    """A yes/no question passes on what it is about."""
    assert talk(*turns).boolean == boolean


def test_what_is_carried_over_is_not_supposed(talk):
    """ "And the gastrocnemius?" asks for its exercises, not whether those of the soleus train it too."""
    answer = talk("What trains the soleus?", "And the gastrocnemius?")
    assert answer.boolean == ""
    assert names(answer) == ["donkeyCalfRaise", "legPressCalfPress", "standingCalfRaise"]


def test_why_asks_for_the_reason_of_the_last_answer(talk):
    """A bare "why?" explains what was just said."""
    answer = talk("Does the soleus cross the knee?", "Why?")
    assert answer.context.logical_form.startswith("reason ")
    assert "below the knee" in answer.lead


@pytest.mark.parametrize(
    "text",
    [
        "Which muscles cross the knee?",
        "How many reps for hypertrophy?",
        "What is progressive overload?",
        "Which exercises use a dumbbell?",
        "Are there common mistakes to avoid when training calves?",
        "Why is a balanced approach important for calf training?",
    ],
)
@pytest.mark.parametrize(
    "before", ["Which exercise targets the inner calf?", "Does the soleus cross the knee?"]
)
def test_a_full_question_stands_alone(before, text, talk):
    """A question that says all has the same answer whatever came before."""
    alone, after = talk(text), talk(before, text)
    assert (after.status, after.lead, after.items) == (alone.status, alone.lead, alone.items)


@pytest.mark.parametrize("text", ["And the other one?", "Why?", "And without?", "Which of them?"])
def test_nothing_is_borrowed_from_nothing(text, talk):
    """A follow-up with nothing before it is not answered."""
    assert not talk(text).answered


def test_a_refused_question_leaves_what_it_named(talk):
    """A question without an answer still says of what the next one asks."""
    assert not talk("Did my uncle's vet like the soleus at Christmas?").answered
    turns = ("Did my uncle's vet like the soleus at Christmas?", "And which joints does it cross?")
    assert names(talk(*turns)) == ["ankleJoint"]


def test_a_refusal_keeps_what_was_said(talk):
    """A question that is refused does not break the thread."""
    turns = (
        "Which joints does the gastrocnemius cross?",
        "What is the capital of France?",
        "And the soleus?",
    )
    assert names(talk(*turns)) == ["ankleJoint"]


@pytest.mark.parametrize(
    ("turns", "muscle"),
    [
        (("Which calf muscle rests when the knees are bent?",), "gastrocnemius"),
        (("Which muscle goes quiet as soon as I bend my knees?",), "gastrocnemius"),
        (("Which muscle works hardest with bent knees?",), "soleus"),
        (("Bending the knees quietens one calf muscle. Which one, and why?",), "gastrocnemius"),
        (("Bending the knees favours one muscle and quietens another. Which is favoured?",), "soleus"),
        (
            ("Does bending the knee switch off the soleus?", "Which muscle is turned down by it, then?"),
            "gastrocnemius",
        ),
    ],
)
def test_a_muscle_may_be_left_with_little_to_do(turns, muscle, talk):
    """Of a position, words for doing little ask for the muscle that it engages least."""
    assert names(talk(*turns)) == [muscle]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("What comes before unlocking the safety?", "Step 3 of the calf press on the leg press"),
        (
            "in the leg press thing, what comes before you push the sled",
            "Step 4 of the calf press on the leg press",
        ),
        (
            "I have risen as high as I can in a standing raise, what follows?",
            "Step 6 of the standing calf raise",
        ),
        (
            "Toes are turned in on the leg press plate, what comes next?",
            "Step 3 of the calf press on the leg press",
        ),
    ],
)
def test_a_step_may_be_asked_for_by_its_neighbour(text, step, ask):
    """A step that comes before another, or follows what was told."""
    assert ask(text).lead.startswith(step)


@pytest.mark.parametrize(
    "turns",
    [
        ("Name a variation of the standing calf raise", "any others?"),
        ("What are the benefits?", "anything else?"),
        ("Which muscles are there in the calf?", "are there any more?"),
    ],
)
def test_there_are_no_more_than_all(talk, turns):
    """A list that has all is told again, and not what is none of it."""
    answer = talk(*turns)
    assert answer.lead.startswith("No, there are no more")
    assert {*answer.items} == {*talk(turns[0]).items}
