"""Who asks for evidence is told how the article's claims stand, never that the article says so."""

from __future__ import annotations

import pytest

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.contract import plain_text
from qa.model import Answer, Question, Status
from qa.pipeline import Pipeline
from qa.vocabulary import NAMESPACE

ON_CLAIMS = [  # question, the claim told of first, verdict
    ("Is toes-in scientifically proven?", "claim01", "no"),
    ("Do EMG studies agree that toes in hits the medial head?", "claim01", "no"),
    ("Is there any evidence for toes in?", "claim01", "no"),
    ("What does research say about toes in?", "claim01", ""),
    ("Has anybody tested whether toes in works?", "claim01", "yes"),
    ("Does research contradict the toes-in claim?", "claim01", "yes"),
    ("Is the article wrong about toes in?", "claim01", "yes"),
    ("What's the scientific consensus on foot position in calf raises?", "claim01", ""),
    ("Does foot position have any evidence behind it?", "claim01", ""),
    ("Is there evidence that the seated raise grows the soleus?", "claim10", "qualified"),
    ("is it proven that both heads attach to the Achilles tendon", "claim28", "yes"),
    ("Are 2-3 sessions a week backed by science?", "claim17", "yes"),
    ("Was the 10 to 20 sets advice ever tested?", "claim16", "yes"),
    ("Do studies support pausing at the top?", "claim20", "no"),
    ("Is progressive overload proven?", "claim21", ""),
    ("According to research, does toes in grow the medial head?", "claim01", "no"),
    (
        "Is it true, according to studies, that bending at the hips stretches the gastrocnemius more?",
        "claim12",
        "no",
    ),
    ("Has anyone ever checked the toes-in claim in a real training experiment?", "claim01", "yes"),
    ("Was the toes-in thing ever put to the test?", "claim01", "yes"),
    ("Is it contested that toes in works?", "claim01", "yes"),
    ("Does the science hold up on toes in?", "claim01", "no"),
    ("So studies confirm the article's toes-in advice, correct?", "claim01", ""),
    ("Does the straight-knee rule for the gastrocnemius stand up to scrutiny?", "claim08", "yes"),
    ("Is the statement that straight knees load the gastrocnemius best backed by trials?", "claim08", "yes"),
    ("Is it scientifically established that a bent knee maximises the soleus?", "claim10", "qualified"),
    ("What does research say about cutting down rest between sets as a way to grow?", "claim21", ""),
    ("Is the lever arm explanation for toes-in supported by biomechanical models?", "claim05", ""),
    ("Is the hip flexion argument for donkey raises contested?", "claim12", ""),
    ("What do trials show about bent knees and the soleus?", "claim10", ""),
]
LEFT_OPEN = [  # no claim is on just that, or what is denied is asked about
    "Is it proven that toes out biases the medial head?",
    "Is it proven that toes in doesn't bias the medial head?",
    "Is there evidence that the soleus grows with toes in?",
]
BY_STANDING = [
    ("Which claims of the article are contradicted by research?", "contradicted"),
    ("Which claims are disputed?", "contradicted"),
    ("Where does the article get it wrong?", "contradicted"),
    ("Which claims does research support?", "supported"),
    ("Which of the article's claims were never tested?", "not tested"),
    ("which claims have mixed evidence", "mixed"),
    ("List the things in the article that hold up well against the literature.", "supported"),
]
STUDIES = ["What did Nunes 2020 find?", "What did Kinoshita find?", "Nunes et al"]
DESCRIBED = [  # what is told of a study, and the study
    ("How many men took part in the training trial of foot positions?", "Nunes 2020", "22 men"),
    ("In the nine-week trial, did the medial head grow more with the toes out?", "Nunes 2020", "9 weeks"),
    (
        "By how many percent did the medial head grow with toes out in the nine-week trial?",
        "Nunes 2020",
        "8.4",
    ),
    ("For how many weeks did the toes in / toes out training trial run?", "Nunes 2020", "9 weeks"),
    ("How many weeks did the seated versus standing study last?", "Kinoshita 2023", "12 weeks"),
    (
        "How much did the soleus grow with seated raises in the MRI trial, in percent?",
        "Kinoshita 2023",
        "2.9",
    ),
    ("Did 12 sets a week grow the soleus more than 6 in the trial of 61 women?", "Kassiano 2024", "61 women"),
    ("soleus growth percent 12 sets a week trial", "Kassiano 2024", "12.7"),
    ("How many weeks did the range of motion trial with 42 women run?", "Kassiano 2023", "8 weeks"),
]
NOT_ASKED = [  # science, not evidence
    "My study partner says both heads begin below the knee. Right?",
    "I study calves for a test: where does the soleus insert?",
    "Yr 11 homework: what is the scientific name of the inner calf?",
    "I study sports science. Which exercise is for the soleus?",
    "My mate swears by standing raises. Which exercise would prove him wrong about the soleus?",
    "Does the article claim that turned-in toes isolate the medial head?",
    "What's the going price for a leg press?",
    "Does toes in really train the inner calf?",
]


@pytest.mark.parametrize(("text", "claim", "verdict"), ON_CLAIMS)
def test_a_claim_is_told_with_its_standing(
    pipeline: Pipeline, graph: KnowledgeGraph, text: str, claim: str, verdict: str
) -> None:
    answer = pipeline.ask(Question(text))
    told = graph.claim(Iri(NAMESPACE + claim))
    assert answer.status is Status.ANSWERED, answer.lead
    assert answer.items[0].iri == told.iri, answer.lead
    assert answer.boolean == verdict
    assert told.label in answer.lead
    assert told.text in plain_text(answer)


@pytest.mark.parametrize("text", LEFT_OPEN)
def test_no_verdict_is_given_on_what_no_claim_says(pipeline: Pipeline, text: str) -> None:
    answer = pipeline.ask(Question(text))
    assert _is_of_claims(answer)
    assert not answer.boolean, answer.lead


@pytest.mark.parametrize(("text", "status"), BY_STANDING)
def test_claims_are_listed_by_their_standing(
    pipeline: Pipeline, graph: KnowledgeGraph, text: str, status: str
) -> None:
    answer = pipeline.ask(Question(text))
    assert {item.iri for item in answer.items} == {c.iri for c in graph.claims() if c.status == status}


def test_claims_that_do_not_stand_in_a_way_are_the_others(pipeline: Pipeline, graph: KnowledgeGraph) -> None:
    answer = pipeline.ask(Question("Which of the article's claims are not supported by science?"))
    assert {item.iri for item in answer.items} == {c.iri for c in graph.claims() if c.status != "supported"}
    assert "not supported by research" in answer.lead


@pytest.mark.parametrize(
    "text",
    [
        "How should my feet be placed on calf raises if I want the inner part to grow?",
        "Trying to build up the inside of my lower leg, what's the trick with the feet?",
        "Where do my heels go for the inner calf?",
    ],
)
def test_a_cue_tells_how_the_claim_stands_that_it_serves(pipeline: Pipeline, text: str) -> None:
    answer = pipeline.ask(Question(text))
    assert answer.lead.startswith("By the article")
    assert {check.standing for check in answer.research} >= {"disputed"}


@pytest.mark.parametrize("text", STUDIES)
def test_a_study_is_told_with_its_findings(pipeline: Pipeline, graph: KnowledgeGraph, text: str) -> None:
    answer = pipeline.ask(Question(text))
    claims = [graph.claim(item.iri) for item in answer.items]
    found = [e.text for claim in claims for e in claim.evidence if answer.lead.startswith(e.source.label)]
    assert found
    assert all(text in plain_text(answer) for text in found)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_asks_for_no_evidence_gets_an_answer_of_another_kind(pipeline: Pipeline, text: str) -> None:
    assert not _is_of_claims(pipeline.ask(Question(text)))


def test_evidence_is_asked_for_of_what_was_just_said(pipeline: Pipeline) -> None:
    first = pipeline.ask(Question("Does toes in train the inner calf?"))
    proven = pipeline.ask(Question("Is that proven?", first.context))
    other = pipeline.ask(Question("and toes out?", proven.context))
    assert proven.items[0].iri == Iri(NAMESPACE + "claim01")
    assert other.items[0].iri == Iri(NAMESPACE + "claim02")
    assert proven.boolean == "no"


def test_the_words_that_ask_name_nothing(pipeline: Pipeline) -> None:
    """In "backed by science" nobody's back is spoken of."""
    first = pipeline.ask(Question("How many sets a week?"))
    backed = pipeline.ask(Question("is that backed by science?", first.context))
    assert backed.items[0].iri == Iri(NAMESPACE + "claim16")


def test_the_studies_are_among_the_sources(pipeline: Pipeline) -> None:
    answer = pipeline.ask(Question("Is toes-in proven?"))
    assert {source.kind for source in answer.sources} >= {"article", "study"}
    assert "Nunes 2020" in [source.ref for source in answer.sources]


def test_no_research_is_said_to_be_none(pipeline: Pipeline) -> None:
    answer = pipeline.ask(Question("What does research say about the fibula?"))
    assert answer.status is Status.UNSTATED
    assert not answer.boolean


def test_a_contested_claim_is_never_confirmed(pipeline: Pipeline, graph: KnowledgeGraph) -> None:
    """Whatever the claim is about, no question for evidence gets a yes where research contradicts it."""
    for claim in graph.claims():
        for iri in claim.about:
            answer = pipeline.ask(Question(f"Is it proven that {graph.entity(iri).label} works?"))
            if _is_of_claims(answer) and answer.boolean == "yes":
                first = graph.claim(answer.items[0].iri)
                assert first.status == "supported", (claim.label, answer.lead)


def _is_of_claims(answer: Answer) -> bool:
    """Whether an answer tells of claims."""
    return any("claim" in item.iri.rpartition("#")[2] for item in answer.items)


def test_a_verdict_on_contested_terms_is_the_articles(pipeline: Pipeline) -> None:
    """The article calls toes in inversion; the definition beside it says that this is another thing."""
    answer = pipeline.ask(Question("Is toes in the same as inversion?"))
    assert answer.lead.startswith("Yes, by the article. ")


@pytest.mark.parametrize(("text", "study", "told"), DESCRIBED)
def test_a_study_is_found_by_what_is_told_of_it(ask, text: str, study: str, told: str) -> None:
    """What it found is not what the article claims, and needs no word of ours for yes or no."""
    answer = ask(text)
    assert answer.answered
    assert answer.lead.startswith(study)
    assert told in plain_text(answer)
    assert not answer.boolean


def test_what_no_source_tells_of_a_study_is_not_told(ask) -> None:
    assert not ask("How old were the men in the toe position trial?").answered
