"""A statement of the graph, put word for word and with any of the names of its ends, is not denied."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import pytest

from kg.schema import Entity, PropertyTerm
from kg.terms import Iri, Triple
from qa.model import Question
from qa.parsing.lexicon import stems_of
from qa.pipeline import Pipeline
from qa.vocabulary import CALF, UNNAMED

EVERY = 4  # so-manieth statement is asked
FEW = 4  # of 600 that still are denied: "brings about", "is one setting of"
HELPING = {"be", "do", "have", "can"}
ASKED = ("Is it true that {}?", "{}, right?", "My friend says {}. Is that correct?")
TURNED = [  # question, verdict
    ("Is the gastrocnemius covered by the soleus?", "no"),
    ("Is the soleus covered by the gastrocnemius?", "yes"),
    ("Can neglecting the soleus be remedied by balanced training?", "yes"),
    ("Is the soleus part of the calf?", "yes"),
    ("Is the soleus a part of the calf complex?", "yes"),
    ("Is the gastrocnemius part of the soleus?", "no"),
    ("Does the Achilles tendon insert into the soleus?", "no"),
    ("Is the soleus broad?", "yes"),
    ("Is the gastrocnemius hidden under the soleus?", "no"),
    ("Is the Achilles tendon joined to the soleus?", "yes"),
    ("Does shortening my breaks count as progressive overload?", "yes"),
    ("Does a toes-in position engage the lateral head?", "yes"),
    ("Does toes out isolate the outer head?", "no"),
    ("Do I have to have a partner for donkey raises?", "no"),
    ("Does the soleus not cross the knee?", "yes"),
]


def _is_worded(prop: PropertyTerm) -> bool:
    """Whether what is said by a property has a verb by which the property is asked for."""
    said = set(stems_of(prop.says))
    verbs = (set(stems_of(verb)) for verb in prop.verbs)
    return prop.is_object and any(verb - HELPING and verb <= said for verb in verbs)


def _names(entity: Entity) -> Iterator[str]:
    """What an individual may be called inside a sentence."""
    article = "the " if entity.mention.startswith("the ") else ""
    yield from (entity.mention, *(f"{article}{name}" for name in (entity.label, *entity.alt_labels)))


def _statements(pipeline: Pipeline) -> Iterator[tuple[Triple, str]]:
    """Statements between things that have names, as sentences with one of their names each."""
    graph = pipeline.graph
    named = {
        e.iri: e for e in graph.entities() if UNNAMED.isdisjoint(e.classes) and CALF.CLAIM not in e.classes
    }
    for prop in filter(_is_worded, graph.properties()):
        for triple in graph.statements(predicate=prop.iri):
            if triple.subject not in named or triple.object not in named:
                continue
            said = pipeline.say.fact(triple)
            for end in (named[triple.subject], named[Iri(str(triple.object))]):
                yield from ((triple, said.replace(end.mention, name, 1)) for name in _names(end))


def test_what_the_graph_states_is_not_denied(pipeline: Pipeline) -> None:
    """It was, by what wordings alike are mostly answered: "no: it inserts into the Achilles tendon"."""
    said = {text: triple for triple, text in _statements(pipeline)}
    chosen = [text for text in sorted(said) if sha256(text.encode()).digest()[0] % EVERY == 0]
    answers = {
        text: pipeline.ask(Question(ASKED[n % len(ASKED)].format(text))) for n, text in enumerate(chosen)
    }
    assert len(answers) > 300
    denied = [text for text, answer in answers.items() if answer.boolean == "no"]
    assert len(denied) <= FEW, denied
    assert sum(answer.boolean == "yes" for answer in answers.values()) > 0.95 * len(answers)


@pytest.mark.parametrize(("text", "verdict"), TURNED)
def test_the_verdict_is_on_the_statement_as_it_is_put(text: str, verdict: str, ask) -> None:
    assert ask(text).boolean == verdict
