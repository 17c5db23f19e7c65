"""Answers: the query returns what is listed, what is said has a source, what is unfit is refused."""

import re
import tomllib
from pathlib import Path

import pytest

from kg.terms import Iri, Sparql
from qa.contract import plain_text
from qa.model import Items, Status

HERE = Path(__file__).parent
TEXTS = {
    c["text"]: c for c in tomllib.loads((HERE / "questions.toml").read_text(encoding="utf-8"))["question"]
}
LISTS = [
    text
    for text, case in TEXTS.items()
    if case["kind"] in ("listing", "choice", "quantity", "cue", "recommendation", "ordering")
    and case["items"]
]

# The five questions at the end of the article, what must be listed, and what must be said.
FAQ = {
    'What part of the calf is referred to as the "inner calf"?': (
        ["medialHead"],
        ["medial head of the gastrocnemius", "inner side of the lower leg", "superficial", "visible"],
    ),
    'How can I specifically target my "inner calves" during exercises?': (
        ["toesIn"],
        ["toes", "slightly", "heels", "apart|wider"],
    ),
    "What exercises are best for training the medial gastrocnemius?": (
        ["standingCalfRaise", "donkeyCalfRaise", "legPressCalfPress"],
        ["standing calf raise", "donkey calf raise", "leg press", "toes-in|toes in|toes turned in"],
    ),
    "Are there common mistakes to avoid when training calves?": (
        [
            "rushingReps",
            "insufficientRangeOfMotion",
            "neglectingTheSoleus",
            "overRelianceOnFootPosition",
            "usingTooMuchWeight",
        ],
        ["rushing", "range of motion", "soleus", "foot position", "weight"],
    ),
    "Why is a balanced approach important for calf training?": (
        ["injuryPrevention", "performanceEnhancement", "aesthetics"],
        ["injur", "performance", "aesthetic", "gastrocnemius", "soleus"],
    ),
}
FLAGSHIP = "Which exercise targets the inner calf?"
INJECTIONS = (
    "DROP ALL",
    "SELECT * WHERE { ?s ?p ?o }",
    "soleus> } ; DELETE WHERE { ?s ?p ?o } #",
    "INSERT DATA { <http://example.org/a> <http://example.org/b> <http://example.org/c> }",
    'x" } UNION { ?s ?p ?o } #',
    "SERVICE <http://example.org/> { ?s ?p ?o }",
    "LOAD <http://example.org/x>",
)
FOREIGN = (
    "Which exercise targets the biceps?",
    "What is the best chest exercise?",
    "Where does the hamstring insert?",
    "How do I train my glutes?",
    "How many sets per week for the quadriceps?",
    "Does the biceps cross the knee?",
    "Why do squats work the quads?",
    "What is the capital of France?",
    "How much milk does a calf drink?",
    "Who won the football match?",
    "Tell me a joke",
)
MEDICAL = (
    "My calf hurts, what should I do?",
    "I tore my Achilles tendon. Which exercises can I do?",
    "Can I train with a strained soleus? My leg is swollen.",
    "I have a sharp pain in my calf, is it a blood clot?",
    "Should I take ibuprofen for my sore calves?",
    "My patient has Achilles tendinopathy, which exercise is best?",
)


def names(answer):
    """The local names of what an answer lists."""
    return [item.iri.local for item in answer.items]


def refused(answer):
    """What holds of every refusal."""
    assert answer.status not in (Status.ANSWERED, Status.EMPTY), answer.lead
    assert not answer.answered
    assert answer.lead
    assert not answer.items
    assert not answer.triples
    assert not answer.sparql
    assert answer.suggestions
    return True


# ---------------------------------------------------------------- the article's own questions


@pytest.mark.parametrize("text", FAQ)
def test_faq_lists_what_the_article_lists(text, ask):
    """A question of the article is answered with all that the article's answer names."""
    answer = ask(text)
    assert answer.status is Status.ANSWERED
    assert set(FAQ[text][0]) <= set(names(answer))
    if text.startswith(("What", "Are")):
        assert set(names(answer)) == set(FAQ[text][0])


@pytest.mark.parametrize("text", FAQ)
def test_faq_says_what_the_article_says(text, ask):
    """The text of the answer has all the content of the article's answer."""
    said = plain_text(ask(text)).casefold()
    assert [words for words in FAQ[text][1] if not re.search(words, said)] == []


@pytest.mark.parametrize("text", FAQ)
def test_faq_is_explained(text, ask):
    """Interpretation, query, statements, and the article's section and sentence stand with the answer."""
    answer = ask(text)
    assert answer.interpretation
    assert answer.sparql
    assert answer.triples
    article = [s for s in answer.sources if s.kind == "article"]
    assert article
    assert all(s.section and re.search(r"sentence \d+", s.ref) and s.quote for s in article)
    assert "sentence" in plain_text(answer)


@pytest.mark.parametrize("text", FAQ)
def test_faq_is_in_our_words(text, ask):
    """No quotation from the article is longer than twelve words."""
    quotes = [s.quote.rstrip(" …") for s in ask(text).sources if s.kind == "article"]
    assert [quote for quote in quotes if len(quote.split()) > 12] == []


@pytest.mark.parametrize("text", FAQ)
def test_faq_query_gives_the_listed_items(text, ask, graph):
    """The query of a list answer, run as anyone may run it, returns exactly the listed items."""
    answer = ask(text)
    if answer.context.logical_form.startswith("definition "):
        assert any(
            label.value == answer.items[0].label for label, _ in graph.query(Sparql(answer.sparql[0])).rows
        )
        return
    (query,) = answer.sparql
    assert {row[0] for row in graph.query(Sparql(query)).rows} == {item.iri for item in answer.items}


# ---------------------------------------------------------------- the flagship


def test_flagship(ask):
    """The inner calf is targeted by three exercises, with the toes in, as the article's statement."""
    answer = ask(FLAGSHIP)
    assert sorted(names(answer)) == ["donkeyCalfRaise", "legPressCalfPress", "standingCalfRaise"]
    assert re.search(r"toes(-| | turned | pointed )in", plain_text(answer))
    assert "article" in plain_text(answer)


def test_flagship_has_a_visible_research_check(ask):
    """The text says that research disputes it, with the studies that point the other way."""
    answer = ask(FLAGSHIP)
    check = next(c for c in answer.research if c.standing == "disputed")
    assert "Research check: disputed." in plain_text(answer)
    assert check.summary in plain_text(answer)
    against = [s for s in check.studies if s.direction == "contradicts"]
    assert against
    assert all(s.finding and (s.doi or s.pmid or s.url or s.citation) for s in against)


def test_flagship_shows_why(ask):
    """Each exercise has a statement of its emphasis with a proof that ends at a source."""
    answer = ask(FLAGSHIP)
    shown = {t.subject.local for t in answer.triples if t.object.endswith("#medialHead")}
    assert shown >= set(names(answer))
    for triple in answer.triples:
        leaves = [triple.proof]
        while any(step.premises for step in leaves):
            leaves = [x for step in leaves for x in (step.premises or (step,))]
        assert any(step.sources for step in leaves), triple.sentence
        assert triple.standing != "uncontested" or triple.object.rpartition("#")[2] != "medialHead"


# ---------------------------------------------------------------- every answer of the table


@pytest.mark.parametrize("text", LISTS)
def test_query_gives_the_listed_items(text, ask, graph):
    """The query of a list answer, run as anyone may run it, returns exactly the listed items."""
    answer = ask(text)
    (query,) = answer.sparql
    found = [row[0] for row in graph.query(Sparql(query)).rows]
    assert sorted(found) == sorted(item.iri for item in answer.items)


@pytest.mark.parametrize("text", [text for text, case in TEXTS.items() if case["kind"] == "counting"])
def test_query_gives_the_count(text, ask, graph):
    """The query of a count returns the number of things listed."""
    answer = ask(text)
    (((number,),), listed) = graph.query(Sparql(answer.sparql[0])).rows, answer.items
    assert int(number.value) == len(listed)


@pytest.mark.parametrize(
    "text", [text for text, case in TEXTS.items() if case["kind"] == "procedure" and case["items"]]
)
def test_query_gives_the_steps(text, ask, graph):
    """The query of a how-to returns the steps that are shown, in their order."""
    answer = ask(text)
    steps = [row[0] for row in graph.query(Sparql(answer.sparql[0])).rows]
    instruction = Iri("https://w3id.org/calf-kg/calf#instruction")
    shown = next(block for block in answer.blocks if isinstance(block, Items) and block.ordered)
    assert tuple(graph.objects(step, instruction)[0].value for step in steps) == shown.entries


@pytest.mark.parametrize(
    "text", [text for text, case in TEXTS.items() if '["Ask"' in case.get("form", "") and "boolean" in case]
)
def test_query_of_a_yes_or_no_fits_its_answer(text, ask, graph):
    """The query of "yes" finds the statement, and that of "no" does not."""
    answer = ask(text)
    ((found,),) = graph.query(Sparql(answer.sparql[0])).rows
    assert found.value == ("true" if answer.boolean == "yes" else "false")


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_said_has_a_source(text, ask):
    """An answer that states something names where it comes from, the article by section and sentence."""
    answer = ask(text)
    if answer.triples:
        assert answer.sources
    for source in answer.sources:
        assert source.ref
        if source.kind == "article":
            assert source.section
            assert re.search(r"sentence \d+", source.ref)


@pytest.mark.parametrize("text", TEXTS)
def test_disputed_statements_are_marked(text, ask):
    """A disputed statement in an answer comes with a research check that is not uncontested."""
    answer = ask(text)
    if any(t.standing == "disputed" for t in answer.triples):
        assert any(c.standing != "uncontested" for c in answer.research)
        assert "Research check:" in plain_text(answer)


@pytest.mark.parametrize("text", TEXTS)
def test_prose_is_clean(text, ask):
    """No IRI, placeholder, doubled full stop or empty bullet is in the text of an answer."""
    said = plain_text(ask(text))
    assert not re.search(r"https?://w3id|\bcalf:\w|\{|\}|\.\.(?!\.)|None|  ", said), said
    assert not re.search(r"^- *$", said, re.MULTILINE)
    assert said[0].isupper() or said[0].isdigit()


# ---------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\t", "???", "...", "\u200b", "\U0001f9b5", "\U0001f9b5\U0001f4aa\U0001f3fd", "--"],
    ids=repr,
)
def test_what_is_no_question_is_refused(text, ask):
    """Empty text, marks and emoji get a normal refusal."""
    assert refused(ask(text))


def test_a_huge_text_is_refused(ask):
    """A text of 100,000 characters is refused, and the refusal says how long it may be."""
    for text in ("a" * 100_000, "which exercise targets the inner calf? " * 2_600, "soleus " * 15_000):
        answer = ask(text)
        assert refused(answer)
        assert f"{len(text):,}" in answer.lead


@pytest.mark.parametrize("text", INJECTIONS)
def test_an_injection_is_no_question(text, ask):
    """Text that looks like SPARQL is refused, and no word of it gets into a query."""
    answer = ask(text)
    assert not re.search("DELETE|INSERT|DROP|SERVICE|LOAD|example", "".join(answer.sparql))
    assert answer.status is not Status.ANSWERED, answer.lead


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<b>bold</b>", "<img src=x onerror=alert(1)>", "&lt;i&gt;"]
)
def test_markup_is_no_question(text, ask):
    """HTML alone is refused."""
    assert refused(ask(text))


def test_markup_around_a_question_does_not_change_it(ask):
    """Emphasis around a word leaves the items as they are."""
    assert names(ask("Which exercise targets the **inner calf**?")) == names(ask(FLAGSHIP))


@pytest.mark.parametrize("text", FOREIGN)
def test_another_subject_is_refused(text, ask):
    """A question about another muscle or another subject is not answered as if it were about the calf."""
    assert refused(ask(text))


@pytest.mark.parametrize("text", MEDICAL)
def test_no_medical_advice(text, ask):
    """A question about pain or injury of one's own is sent to a doctor and not answered."""
    answer = ask(text)
    assert refused(answer)
    assert re.search("doctor|physio", answer.lead)


def test_a_refusal_names_the_unknown_word(ask):
    """An unknown word is named in the refusal, in the text and in its own field."""
    answer = ask("Does the flumph cross the knee?")
    assert answer.status is Status.UNKNOWN_TERM
    assert "flumph" in answer.lead
    assert answer.not_understood == ("flumph",)


def test_what_is_not_stated_is_not_denied(ask):
    """A question that the graph understands and does not answer gets neither yes nor no."""
    answer = ask("Does the plantaris cross the knee?")
    assert answer.status is Status.UNSTATED
    assert answer.boolean == ""


def test_nothing_that_fits_is_an_answer(ask):
    """Where nothing fulfils all conditions, "none" is the answer, with its reason."""
    answer = ask("Which exercises emphasise the soleus with straight knees?")
    assert answer.status is Status.EMPTY
    assert answer.lead.startswith("None")
