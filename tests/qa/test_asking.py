"""Whether a question wants a yes or no, or has a question word that asks."""

import pytest

from qa.scene import Scene

POLAR = [
    "Might my genes have a say in how my calves develop?",
    "Wouldn't you say that the outer head does nothing when the toes are in?",
    "For a client who needs the soleus, is the seated raise the one to pick?",
    "Pointing the toes down is what they call plantarflexion?",
    "A small inward turn is what alters the line of pull - yes or no?",
    "I heard that the soleus is where the stretch comes from. Is he right",
    "so the soleus starts above the knee just like the gastroc huh",
    "Who is right, me or Lena: does foot position come before form?",
    "Yes or no: is the soleus where the stretch comes from?",
    "I'd like to know whether strong calves do anything for how stable my ankles are.",
    "let me know if what I do with my knees matters for the soleus",
]
HANDED_ON = [
    ("A patient asks for the number of calf days per week. What do I tell her?", 0),
    ("My coach asks whether toes in isolates the inner head. What should I say to him?", 0),
    ("My coach asks about the soleus. Where does it start?", 1),
    ("My coach says that toes out is best. What does the article say?", 1),
    ("I want bulk. Just give me the rep range for growth. I've got a calf machine.", 1),
]
ASKING = [
    ("Can you tell me which head is trained?", "which"),
    ("Would you say which head is the inner one?", "which"),
    ("May I ask how my calves develop?", "how"),
    ("The muscle on the inner side is trained by who?", "who"),
    ("The soleus is what kind of muscle?", "what"),
    ("Do I have to know which muscle that is?", "which"),
    ("In one line: which muscle is that?", "which"),
    ("Who's got it right: which muscle is the deep one?", "which"),
    ("I wonder whether it crosses the knee and which muscle does", "which"),
]


@pytest.fixture
def scene_of(pipeline):
    """The scene of one question, without the chat in it."""
    return lambda question: Scene(pipeline.heard(question), pipeline.graph)


@pytest.mark.parametrize("question", POLAR)
def test_a_question_word_that_asks_nothing_leaves_a_question_polar(question, scene_of):
    """It is in a clause that depends on another, or a cue asks afterwards if all that is so."""
    assert (scene_of(question).wh, scene_of(question).may_be_polar) == ("", True)


@pytest.mark.parametrize(("question", "word"), ASKING)
def test_a_question_word_behind_a_polite_opening_asks(question, word, scene_of):
    """A verb that leads to a question is near the question word."""
    assert scene_of(question).wh == word


@pytest.mark.parametrize(("question", "core"), HANDED_ON)
def test_what_to_answer_points_back(question, core, scene_of):
    """Who wants to know what to tell somebody asks what that one asks."""
    assert scene_of(question).core == core


@pytest.mark.parametrize(
    "text",
    ["toes in?", "toes out = ?", "ROM?", "progressive overload?", "bouncing reps?", "the seated raise?"],
)
def test_a_name_alone_asks_what_it_is(text, ask):
    answer = ask(text)
    assert answer.answered
    assert answer.interpretation.startswith("what ")
    assert not answer.boolean


ANNOUNCED = [
    ("For a uni essay: do calf raises train the soleus?", "For a uni essay"),
    ("Spotify off, timer on: how many seconds do I freeze?", "Spotify off timer on"),
    ("Yes or no: does the soleus cross the knee?", ""),
    ("Leg press: do I lock my knees?", ""),
    ("Between eight and twelve: what is that good for?", ""),
    ("I do that: is it fine for the soleus?", ""),
]


@pytest.mark.parametrize(("question", "words"), ANNOUNCED)
def test_what_stands_before_a_colon_may_only_announce(question, words, scene_of):
    """It asks for no verdict, names nothing, and nothing after the colon takes it up."""
    scene = scene_of(question)
    assert " ".join(scene.tokens[i].text for i in sorted(scene.opening)) == words


@pytest.mark.parametrize(
    "question",
    ["Can't somebody tell me how to work the soleus?", "Won't that wreck them? Why can't the soleus cope?"],
)
def test_a_denial_beside_the_verb_that_opens_excludes_nothing(question, scene_of):
    """Whether the verb opens the sentence, or stands after "how" or "why"."""
    assert [a.polarity for a in scene_of(question).anchors if a.entities] == ["in"]
