"""Names in a question: each thing is found under all its names, and longer names win."""

import pytest

from kg.vocabulary import CALF_NS
from qa.vocabulary import CALF, UNNAMED


def named(parse):
    """The local names of the things and classes that the mentions of a parse may stand for."""
    return [
        {s.name.removeprefix(CALF_NS) for s in m.of("entity", "class")}
        for m in parse.mentions
        if m.of("entity", "class")
    ]


@pytest.fixture
def names(pipeline):
    """The things and classes found in a text, mention by mention."""
    return lambda text: named(pipeline.reader.read(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the medial head of the gastrocnemius", [{"medialHead"}]),
        ("the gastrocnemius and its medial head", [{"gastrocnemius"}, {"medialHead"}]),
        ("my inner calves", [{"medialHead"}]),
        ("outer calf", [{"lateralHead"}]),
        ("standing calf raises", [{"standingCalfRaise"}]),
        ("seated calf raises", [{"seatedCalfRaise"}]),
        ("donkey calf raise machine", [{"donkeyCalfRaiseMachine"}]),
        ("toes in", [{"toesIn"}]),
        ("toes-in", [{"toesIn"}]),
        ("toes pointed slightly inwards", [{"toesIn"}]),
        ("toes turned out", [{"toesOut"}]),
        ("toes-out raises", [{"toesOut"}, {"CalfRaise"}]),
        ("seated calf raise and calf press", [{"seatedCalfRaise"}, {"legPressCalfPress"}]),
        ("standing raise or calf press", [{"standingCalfRaise"}, {"legPressCalfPress"}]),
        ("seated vs standing raise", [{"seatedCalfRaise"}, {"standingCalfRaise"}]),
        ("SOLEUS", [{"soleus"}]),
        ("the soleus, the gastrocnemius", [{"soleus"}, {"gastrocnemius"}]),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_names_are_found(text, found, names):
    """A text gives exactly these names, in their order."""
    assert names(text) == found


def test_every_name_of_every_thing_is_found(graph, names):
    """Each label and synonym, asked alone, may stand for its thing."""
    missed = [
        (entity.iri.local, form)
        for entity in graph.entities()
        if not entity.classes & UNNAMED
        for form in (entity.label, *entity.alt_labels, *entity.hidden_labels)
        if entity.iri.local not in set().union(*names(form))
    ]
    assert missed == []


def test_every_name_of_every_class_is_found(graph, names):
    """Each label, plural and synonym of a class, asked alone, may stand for it."""
    missed = [
        (term.iri.local, form)
        for term in graph.classes()
        if not {term.iri, *term.supers} & UNNAMED
        for form in (term.label, term.plural, *term.alt_labels, *term.hidden_labels)
        if term.iri.local not in set().union(*names(form))
    ]
    assert missed == []


def test_no_word_of_a_name_is_another_name(graph, pipeline):
    """What lies inside a longer name, such as a preferred label, is no name of its own."""
    for entity in graph.entities():
        if not entity.classes & UNNAMED:
            parse = pipeline.reader.read(entity.label)
            best = max((m for m in parse.mentions if m.of("entity", "class")), key=lambda m: len(m.words))
            inside = [m for m in parse.mentions if m.of("entity", "class") and set(m.words) < set(best.words)]
            assert inside == [], entity.label


@pytest.mark.parametrize("sign", [". ", "? ", "; ", ", ", " - ", "\n"])
def test_a_name_does_not_reach_over_punctuation(sign, names):
    """Words on both sides of a stop or a comma make no common name."""
    assert {"medialHead"} not in names(f"it is medial{sign}head first")


def test_far_words_make_no_name(names):
    """Words with content between them are no name."""
    assert {"toesIn"} not in names("toes are what I put in")
    assert {"toesIn"} not in names("the toes of dancers who come in")


def test_unknown_words_are_told(pipeline):
    """A content word that is no name and no word of any property stays unexplained."""
    parse = pipeline.reader.read("does the flumph cross the knee?")
    covered = parse.covered()
    assert "flumph" in [t.text for t in parse.tokens if t.index not in covered]


def test_a_mention_covers_words_of_the_text(pipeline):
    """Words of mentions lie in the text, in order, and each token stands where its offset says."""
    parse = pipeline.reader.read("Which exercises, done seated, target the inner\u200b calf \u2014 and why?")
    assert all(
        m.words and list(m.words) == sorted(set(m.words)) and m.end <= len(parse.tokens)
        for m in parse.mentions
    )
    assert all(parse.text[t.offset : t.offset + len(t.text)] == t.text for t in parse.tokens)
    assert {"medialHead"} in named(parse)


def test_no_name_swallows_an_exclusion(pipeline):
    """No name of equipment begins with a "no": what is lacking would be taken for what is there."""
    graph = pipeline.graph
    gear = [graph.entity(iri) for iri in graph.instances(CALF.EQUIPMENT)]
    names = [name for thing in gear for name in (thing.label, *thing.alt_labels, *thing.hidden_labels)]
    assert len(names) > len(gear)
    assert [name for name in names if name.casefold().startswith(("no ", "not ", "without "))] == []
