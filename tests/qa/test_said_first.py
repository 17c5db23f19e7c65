"""What an answer says first: what was asked for, not a neighbour of it."""

from __future__ import annotations

import pytest

SAID = [  # question, a part of the first sentence
    ("Five sets per week. Too few, fine, or too many?", "less than is advised"),
    ("I do 30 sets weekly. Over or under the guideline?", "more than is advised"),
    ("Thirty sets every week: within the article's guideline or beyond it?", "more than is advised"),
    ("30 sets per week, inside or outside the range?", "more than is advised"),
    ("Would 4 sets or 14 sets in a week be in line with the recommendation?", "14: the article recommends"),
    ("Are 8 or 20 reps right for endurance?", "20: the article recommends"),
    ("Two sessions or six sessions a week?", "2: the article recommends"),
    (
        "I only care about inner calf so I can skip the soleus, true?",
        "no: neglecting the soleus is a mistake",
    ),
    ("Does toes forward favour the lateral head?", "balanced activation of the heads"),
    ("Is progressive overload unnecessary?", "the article asks for progressive overload"),
    ("how many sets and how long a rest?", "gives no number for the rest time between sets"),
    ("What % of 1RM for the 8-12 rep sets?", "the article gives no number for the weight"),
    ("What percentage of the soleus is slow fibres?", "70 %"),
    ("Does the leg press or the standing raise build the inner calf faster?", "no source here tells which"),
    ("Walk me through a standing calf raise, step by step, I'm a total beginner", "step by step"),
    ("Is the two second pause only at the bottom?", "it is not the only one"),
    (
        "I always pictured the soleus on top of the gastroc. Have I got that the wrong way round?",
        "that is wrong",
    ),
    ("Why is progressive overload useless for calves?", "that is not so"),
    ("inner head is lagging, outer head is fine. toes where?", "a toes-in position"),
    (
        "A client has a strong gastroc but a weak soleus. What would you program for her?",
        "the seated calf raise",
    ),
    ("How could I set my feet on calf raises if it's the outer calf I'm after?", "a toes-out position"),
    ("How does one train the inner calf, in short?", "to train the medial head"),
    ("Are all the inner calf exercises done standing?", "not every one"),
    ("What does progressive overload boil down to?", "making training gradually harder"),
    ("10 sets a week, above or below the range?", "within what is advised"),
    ("Are two sessions a week superior to three?", "no source here tells which is better"),
    ("full range of motion or a fancy toe angle, what wins", "matter more than the position of the feet"),
    ("Does toes forward bias the medial head?", "balanced activation of the heads"),
    ("Is there some way of standing that works the inner part of the calf harder?", "a toes-in position"),
    ("inner calf won't grow no matter what lol, gimme exercises pls", "three exercises"),
    ("How can I do donkey raises without a machine?", "a calf block and a training partner"),
    ("what do I use for standing raises if I have no step?", "can use a calf block."),
    ("what is supination", "turning the toes in"),
    ("Pronation goes with which toe direction here?", "turning the toes out"),
    ("is lateral head on the outer or iner side", "outer side of the lower leg"),
    ("Pointing the toes down: is that dorsiflexion or plantarflexion?", "ankle plantarflexion"),
    ("If I'm after stamina and not size, how many reps per set?", "15 to 25"),
    (
        "Why do folks use a seated raise for soleus rather than a standing one?",
        "engages the gastrocnemius least",
    ),
    ("Why does the soleus respond best to straight knees?", "that is not so"),
    (
        "Do I need to straighten my legs on the leg press or keep em bent? scared of hurting my knees",
        "extended",
    ),
    ("What is the difference in origin between the gastroc and the soleus?", "originates at"),
    ("How do the standing and the seated raise differ in knee position?", "done with a straight knee"),
    (
        "Tell me the difference between toes-in, toes-out and neutral.",
        "toes-in position biases the medial head",
    ),
    (
        "What's the difference between the standing and the seated raise?",
        "; the seated calf raise emphasises",
    ),
    ("Which matters more, foot position or full range of motion?", "a full range of motion."),
    ("Which is secondary, foot position or proper form?", "the position of the feet."),
    ("What's the opposite phase to the concentric?", "eccentric phase"),
    ("What does the medial head have as its counterpart?", "lateral head"),
    ("Which muscle do people mean by inner calf?", "medial head of the gastrocnemius"),
    ("What are the benefits of strong calves?", "three benefits"),
    ("Is twenty reps a hypertrophy number or an endurance number?", "15 to 25 repetitions per set"),
    ("What should I do at the top before coming back down?", "pause briefly"),
    ("Do strong calves help me sprint?", "sprinting"),
    ("Is the soleus on top of the gastrocnemius or beneath it?", "the soleus lies deep to"),
    ("Isn't the soleus the most visible calf muscle?", "the gastrocnemius is the most visible"),
    ("Should the knees be locked out on a standing calf raise?", "do not lock your knees"),
    ("What's the closing step of the leg press calf press?", "step 5 of the calf press"),
    ("Where does the gastrocnemius originate?", "originates at a point above the knee"),
    ("What rep count for stamina rather than size?", "15 to 25"),
    ("Is there a donkey raise that uses a machine?", "can use a donkey calf raise machine"),
    ("Does every exercise train the soleus?", "it is so of the seated calf raise"),
    ("What role does the big toe play in a standing raise?", "push through your big toe"),
    ("What function does a partner serve in donkey raises?", "sits on your lower back or hips"),
    ("What's the job of the safety in the leg press calf press?", "unlock the safety"),
    ("What role does the soleus have in a well-rounded programme?", "involves the soleus"),
    ("What is the role of the soleus in the seated raise?", "emphasises the soleus"),
    ("What happens to the gastrocnemius when the knee bends?", "minimally engages the gastrocnemius"),
    ("What happens to muscle engagement when I bounce?", "leads to reduced muscle engagement"),
    ("What's the fewest reps per set that the article suggests?", "at least 8 repetitions"),
    ("What's the largest number of reps per set mentioned?", "at most 25 repetitions"),
    ("Which muscle is on top, gastroc or soleus?", "the gastrocnemius."),
    ("Is the outer head the medial or the lateral one?", "the lateral head"),
    ("Which mistakes aren't about foot position?", "four mistakes: an insufficient"),
    ("Which mistake isn't about tempo, weight or feet?", "insufficient range of motion and neglecting"),
    ("The muscle hiding underneath the gastroc, name?", "the soleus lies deep"),
    ("Inner calf lagging, outer is fine, fix??", "the article advises"),
    ("Which calf muscle is hidden under the other one?", "the soleus lies deep"),
    ("Does my shin bone rotate when the toes point inwards?", "internal rotation of the tibia"),
    ("Why bother with the seated version if I only care about the inner bit?", "leaves the soleus out"),
    ("If a pupil never trains the soleus, what goes missing?", "leaves the soleus out"),
    ("What do I miss out on by skipping the soleus?", "leaves the soleus out"),
    ("Describe the soleus: depth, shape, origin, insertion.", "on the deep side of the calf"),
    ("Explain plantarflexion to a twelve year old.", "ankle plantarflexion:"),
    ("How do you do a calf press in the leg press machine?", "step by step"),
]
UNTOLD = [
    "What happens to my shoelaces in a standing raise?",
    "What role does the tongue play in a donkey raise?",
    "How high should the step be?",
    "How long does one calf session take?",
    "What time of day is best for calf work?",
    "I have a slipped disc. Can I do donkey raises with somebody on my back?",
]


@pytest.mark.parametrize(("question", "said"), SAID)
def test_what_was_asked_for_comes_first(ask, question, said):
    answer = ask(question)
    assert answer.answered
    assert said in answer.lead.lower()


@pytest.mark.parametrize("question", UNTOLD)
def test_no_neighbour_is_told_of_what_no_source_tells(ask, question):
    assert not ask(question).answered


def test_what_one_thing_of_a_class_misses_is_told(ask):
    lead = ask("Are all the exercises done with a straight knee?").lead
    assert lead.startswith("No, not every one")
    assert "does not say so of the seated calf raise" in lead


def test_all_of_what_somebody_does_is_no_subject(ask):
    assert not ask("Should I do all the exercises with toes in?").lead.startswith("No, not every one")
