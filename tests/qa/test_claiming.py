"""A statement in words or names becomes one triple, or is refused with a reason."""

import pytest

from kg.schema import Truth
from kg.terms import Iri, Literal, Triple
from kg.vocabulary import CALF_NS
from qa.claims.claiming import Claimant, Statement, Unread
from qa.vocabulary import CALF, UNNAMED


@pytest.fixture(scope="module")
def claimant(pipeline):
    """Reads statements about the shipped graph."""
    return Claimant(pipeline.desk, pipeline.reader)


READ = (
    ("standing calf raise trains triceps surae", "standingCalfRaise trains tricepsSurae"),
    ("standingCalfRaise trains tricepsSurae", "standingCalfRaise trains tricepsSurae"),
    (
        "calf:soleus <https://w3id.org/calf-kg/calf#crossesJoint> calf:kneeJoint",
        "soleus crossesJoint kneeJoint",
    ),
    ("the soleus crosses the knee", "soleus crossesJoint kneeJoint"),
    ("the triceps surae is part of the gastrocnemius", "tricepsSurae partOf gastrocnemius"),
    ("gastrocnemius is part of the triceps surae", "gastrocnemius partOf tricepsSurae"),
    ("the gastrocnemius is part of the calf", "gastrocnemius partOf tricepsSurae"),
    ("the position of the feet matters more than proper form", "footPosition outranks properForm"),
    ("a toes-out position isolates the lateral head of the gastrocnemius", "toesOut isolates lateralHead"),
    ("the seated calf raise minimally engages the gastrocnemius", "seatedCalfRaise minimises gastrocnemius"),
    ("the medial head is a head of the gastrocnemius", "medialHead headOf gastrocnemius"),
    ("the tibial nerve innervates the soleus", "soleus innervatedBy tibialNerve"),
    ("the gastrocnemius is deep to the soleus", "gastrocnemius deepTo soleus"),
    ("toes out emphasises the medial head", "toesOut biases medialHead"),
    # a weaker relation is true, but it is not what the words say
    ("standing calf raise isolates the medial head", "standingCalfRaise isolates medialHead"),
    ("does the standing calf raise train the soleus?", "standingCalfRaise trains soleus"),
)


@pytest.mark.parametrize(("text", "names"), READ)
def test_read(claimant, text, names):
    """Words, local names, prefixed names and IRIs are read; word order decides who does what to whom."""
    triple = Triple(*(Iri(CALF_NS + name) for name in names.split()))

    assert claimant.read(text) == Statement(triple)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("the soleus does not cross the knee", True),
        ("the soleus doesn't cross the knee", True),
        ("the soleus never crosses the knee", True),
        ("it is not true that the soleus does not cross the knee", False),
    ],
)
def test_denials(claimant, text, negated):
    """A denial is read as one, and two denials are none."""
    found = claimant.read(text)

    assert (found.triple.object.local, found.negated) == ("kneeJoint", negated)


@pytest.mark.parametrize(
    ("text", "cls", "negated", "truth"),
    [
        ("the soleus is a muscle", "Muscle", False, Truth.YES),
        ("the soleus is not a muscle", "Muscle", True, Truth.YES),
        ("the soleus is a muscle head", "MuscleHead", False, Truth.NO),
        ("soleus a calf:Muscle", "Muscle", False, Truth.YES),
    ],
)
def test_memberships(claimant, text, cls, negated, truth):
    """A thing is said to be of a kind."""
    found = claimant.read(text)

    assert found == Statement(Triple(Iri(f"{CALF_NS}soleus"), CALF.TYPE, Iri(CALF_NS + cls)), negated=negated)
    assert claimant._graph.truth(found.triple) is truth


def test_values(claimant):
    """A number is compared with those that the subject has."""
    found = claimant.read("standingStep1 stepNumber 1")

    assert isinstance(found.triple.object, Literal)
    assert claimant._graph.truth(found.triple) is Truth.YES


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("soleus trains biceps", "biceps"),
        ("flying makes the soleus happy", "happy"),
        ("which exercise trains the soleus?", "which"),
        ("toes in emphasises only the medial head", "only"),
        ("standing calf raise with toes in emphasises the medial head", "toe in"),
        ("the standing calf raise trains the soleus and the gastrocnemius", "soleus"),
    ],
)
def test_nothing_is_dropped(claimant, text, word):
    """A word that the triple would leave out is named, and nothing is explained."""
    found = claimant.read(text)

    assert isinstance(found, Unread)
    assert word in found.not_understood


def test_meant_statements(claimant):
    """Where words say more than one statement, those that they may mean are offered."""
    found = claimant.read("the standing calf raise trains the soleus and the gastrocnemius")

    assert {t.object.local for t in found.candidates} == {"soleus", "gastrocnemius"}


def same_meaning(graph, found, triple):
    """Whether a statement is another one, its inverse, or the same with a broader or narrower property."""
    if (found.subject, found.object) != (triple.subject, triple.object):
        inverse = graph.property_term(found.predicate).inverse
        if inverse is None:  # a narrower property may have no inverse of its own
            (inverse, *_) = [
                i
                for p in graph.property_term(found.predicate).supers
                if (i := graph.property_term(p).inverse)
            ]
        found = Triple(found.object, inverse, found.subject)
    first, last = (graph.property_term(t.predicate) for t in (found, triple))
    related = first.iri in {last.iri, *last.supers} or last.iri in first.supers
    return related and (found.subject, found.object) == (triple.subject, triple.object)


def worded(graph):
    """Statements and denials between things that have names of their own."""
    for triple in (*graph.statements(), *graph.denials()):
        ends = (triple.subject, triple.object)
        if triple.predicate == CALF.TYPE or not all(isinstance(end, Iri) for end in ends):
            continue
        if not any(graph.entity(end).classes & UNNAMED for end in ends):
            yield triple


def test_what_is_said_is_read(claimant, pipeline):
    """What the graph says in words is read as what it said; little is refused, and nothing read otherwise."""
    triples = list(worded(pipeline.graph))
    read = [
        (t, found) for t in triples if isinstance(found := claimant.read(pipeline.say.fact(t)), Statement)
    ]

    assert [
        t for t, found in read if found.negated or not same_meaning(pipeline.graph, found.triple, t)
    ] == []
    assert len(read) >= 0.95 * len(triples)


def test_a_denial_is_never_read_as_its_opposite(claimant, pipeline):
    """A sentence with "it is not so that" before it is read as a denial, or not at all."""
    for triple in worded(pipeline.graph):
        found = claimant.read(f"it is not so that {pipeline.say.fact(triple)}")
        assert isinstance(found, Unread) or found.negated


@pytest.mark.parametrize(
    "text",
    [
        "the seated calf raise hardly trains the gastrocnemius",
        "a foot-out position isolates the lateral head of the gastrocnemius",
        "the calf raise trains triceps surae slowly",
    ],
)
def test_small_words_count(claimant, text):
    """A word that limits or turns a statement is not left out."""
    assert isinstance(claimant.read(text), Unread)


def test_too_long(claimant):
    """A text whose end would not be read is refused."""
    assert isinstance(claimant.read("the soleus crosses the knee " + "not " * 2000), Unread)


@pytest.mark.parametrize("text", ["soleus", "the soleus is happy", "!", "a b c", "soleus trains"])
def test_no_statement(claimant, text):
    """What is no statement is refused, never an exception."""
    assert isinstance(claimant.read(text), Unread)
