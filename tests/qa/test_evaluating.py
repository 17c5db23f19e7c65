"""How far the interpreter of sets looks: by what is rare, however large the classes beside it are."""

from collections import defaultdict

import pytest

from kg.terms import Iri, Triple
from qa.forms.evaluating import exists, members, only, supports
from qa.forms.logic import Kind, Linked, Thing, Without, every

TYPE = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
MANY = 5_000
TOOL, PART, RARE, COMMON = Iri("Tool"), Iri("Part"), Iri("rare"), Iri("common")
TOOLS = [Iri(f"tool{number}") for number in range(MANY)]
PARTS = [Iri(f"part{number}") for number in range(MANY)]
LED_TO = Linked(RARE, Kind(TOOL), inverse=True)


class Wide:
    """A graph with two large classes: each tool has its own part; a single one has a rare one too."""

    def __init__(self):
        self.looks = 0
        self.index = self
        self._objects, self._subjects = defaultdict(list), defaultdict(list)
        facts = [(tool, COMMON, part) for tool, part in zip(TOOLS, PARTS, strict=True)]
        facts += [(iri, TYPE, cls) for cls, things in ((TOOL, TOOLS), (PART, PARTS)) for iri in things]
        for subject, prop, value in [*facts, (TOOLS[7], RARE, PARTS[9])]:
            self._objects[subject, prop].append(value)
            self._subjects[prop, value].append(subject)

    def instances(self, cls):
        return self._subjects[TYPE, cls]

    def objects(self, subject, prop):
        self.looks += 1
        return self._objects.get((subject, prop), ())

    def subjects(self, prop, value):
        self.looks += 1
        return self._subjects.get((prop, value), ())

    def is_property(self, iri):
        return iri in (RARE, COMMON)

    def having(self, prop):
        return [subject for subject, other in self._objects if other == prop]

    def values(self, prop):
        return [value for other, value in self._subjects if other == prop]


@pytest.mark.parametrize(
    ("node", "found"),
    [
        (Linked(RARE, Kind(PART)), TOOLS[7]),
        (LED_TO, PARTS[9]),
        (every([Kind(TOOL), Linked(RARE, Kind(PART))]), TOOLS[7]),
        (Linked(COMMON, LED_TO), TOOLS[9]),
        (
            every([Kind(TOOL), Linked(COMMON, every([Kind(PART), Linked(RARE, Kind(TOOL), inverse=True)]))]),
            TOOLS[9],
        ),
    ],
)
def test_a_rare_property_is_met_before_the_members_of_a_large_class(node, found):
    """What a rare link holds for is found in a few looks, whichever end is asked for."""
    graph = Wide()
    assert members(node, graph) == {found}
    assert exists(node, graph)
    assert graph.looks < 20


def test_the_only_member_is_told_from_none_and_several():
    """One member is the only one; of two, or of none, there is no such one."""
    graph = Wide()
    assert only(Linked(RARE, Kind(PART)), graph) == TOOLS[7]
    assert only(every([Kind(TOOL), Without(Linked(COMMON, Kind(PART)))]), graph) is None
    assert only(Kind(TOOL), graph) is None


def test_a_set_of_many_has_all_its_members():
    """A set that is too large to be kept for long is whole all the same, each time."""
    graph = Wide()
    node = every([Kind(TOOL), Linked(COMMON, Kind(PART))])
    assert members(node, graph) == members(node, graph) == set(TOOLS)


@pytest.mark.parametrize("inverse", [False, True])
def test_a_statement_supports_a_member_without_a_look_at_the_rest(inverse):
    """Which statement makes a thing a member is found at that thing, in as many looks as it has links."""
    graph = Wide()
    one, node = (PARTS[9], Kind(TOOL)) if inverse else (TOOLS[7], Kind(PART))
    assert supports(Linked(RARE, node, inverse=inverse), [one], graph) == (Triple(TOOLS[7], RARE, PARTS[9]),)
    assert supports(Linked(COMMON, Thing(PARTS[3])), TOOLS[2:4], graph) == (
        Triple(TOOLS[3], COMMON, PARTS[3]),
    )
    assert graph.looks < 20
