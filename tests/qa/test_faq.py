"""The article's five questions and the flagship: what is listed, said and explained, in our words."""

from __future__ import annotations

import re

import pytest

from kg.terms import Sparql
from qa.contract import plain_text
from qa.model import Status

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


def names(answer):
    """The local names of what an answer lists."""
    return [item.iri.local for item in answer.items]


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
