"""A statement in English, or by its names in the graph, as one triple.

The words are read with the lexicon that reads questions, but more strictly: a statement is explained
only if every word of it is, because a proof of something else would be taken for a proof of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations

from kg.schema import PropertyTerm, Truth
from kg.terms import Iri, Literal, Term, Triple
from kg.vocabulary import PREFIXES
from qa.kind import Desk
from qa.parsing.anchor import Anchor
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import Mention
from qa.parsing.nlp import MAX_LENGTH, Reader
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["Claimant", "Statement", "Unread"]

_MEMBERSHIP = re.compile(r"^(.+?) (?:is|are) (not )?(?:an? |of the kind )(.+?)[.?!]*$", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\{(?:subject|object)\}")
_CANDIDATES = 4
# Words that change nothing in a statement when they are left out, inside a name and elsewhere.
_EMPTY = frozenset(
    "the a an of be do to that it its your my their this and by on at for from with as".split()
)
_DENYING = frozenset(("not", "no", "never"))
_SMALL = _EMPTY | _DENYING | frozenset(("in", "into", "true", "so", "have", "can", "both"))
_TELLING = 0.5  # weight of a mention that says more than "be" and "have" do


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as understood; `negated` if its words deny the triple."""

    triple: Triple
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that are not understood as one statement, why, and statements that may be meant."""

    cause: str
    understood: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()
    candidates: tuple[Triple, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A statement that the words may make; the fields before the triple rank it."""

    exact: bool  # the words of the relation are those that the graph says it with
    words: frozenset[int]
    known: bool  # held or denied, which are alike here
    salience: int
    triple: Triple

    @property
    def rank(self) -> tuple[bool, int, bool, int, str, str, str]:
        """What sorts candidates, best first."""
        t = self.triple
        parts = (str(t.subject), str(t.predicate), str(t.object))
        return not self.exact, -len(self.words), not self.known, -self.salience, *parts


class Claimant:
    """Reads statements about one graph."""

    def __init__(self, desk: Desk, reader: Reader) -> None:
        """Read with the lexicon of `reader`."""
        self._desk = desk
        self._graph = desk.graph
        self._reader = reader
        self._terms: dict[str, Iri] = {"a": CALF.TYPE, "type": CALF.TYPE}
        for terms in (self._graph.entities(), self._graph.classes(), self._graph.properties()):
            self._terms.update((term.iri.local, term.iri) for term in terms)
        self._properties = {p.iri: p for p in self._graph.properties()}
        self._things: dict[str, list[Iri]] = defaultdict(list)
        for thing in self._graph.entities():
            for name in dict.fromkeys((thing.mention, thing.label, *thing.alt_labels)):
                self._things[name.casefold()].append(thing.iri)
        self._frames = sorted(
            _frames(self._properties.values()), key=lambda f: (f[2], -len(f[0]), -len(f[1].supers))
        )

    def read(self, text: str) -> Statement | Unread:
        """The statement that `text` makes, in names or in words."""
        if len(text) > MAX_LENGTH:
            return Unread(f"it is longer than {MAX_LENGTH:,} characters")
        worded = self._named(text.split()) or self._framed(text) or self._worded(text)
        return worded if isinstance(worded, Statement) else self._membership(text) or worded

    # ------------------------------------------------------------ names

    def _named(self, words: list[str]) -> Statement | None:
        """A statement in names: `soleus crossesJoint kneeJoint`, `calf:soleus a calf:Muscle`, IRIs."""
        if len(words) < 3:
            return None
        subject, predicate = self._term(words[0]), self._term(words[1])
        if subject is None or not (predicate in self._properties or predicate == CALF.TYPE):
            return None
        assert predicate is not None
        target = self._value(subject, predicate, " ".join(words[2:]))
        if target is None or not self._desk.connector.is_thing(subject):
            return None
        return Statement(Triple(subject, predicate, target))

    def _term(self, word: str) -> Iri | None:
        """What a local name, a prefixed name or an IRI stands for in the graph."""
        name = word.strip("<>")
        for prefix, namespace in PREFIXES:
            if name.startswith(f"{prefix}:"):
                name = namespace + name.removeprefix(f"{prefix}:")
        known = self._terms.get(Iri(name).local)
        return known if known is not None and name in (known, known.local, "a", "type") else None

    def _value(self, subject: Iri, predicate: Iri, text: str) -> Term | None:
        """The object that `text` names: a thing, or one of the literals that the subject has."""
        prop = self._properties.get(predicate)
        if prop is None or prop.is_object:
            return self._term(text)
        values = self._graph.objects(subject, predicate)
        same = (v for v in values if isinstance(v, Literal) and v.value == text.strip("\"'"))
        return next(same, Literal(text.strip("\"'")))

    # ------------------------------------------------------------ words

    def _framed(self, text: str) -> Statement | None:
        """A statement in the very words with which the graph says it, as `Verbaliser.fact` writes it."""
        found: list[Triple] = []
        for words, prop, swapped in self._frames:
            before, frame, after = text.strip(" .?!").partition(f" {words} ")
            if frame and (first := self._called(before)) and (last := self._called(after)):
                subjects, objects = (last, first) if swapped else (first, last)
                found += (Triple(s, prop.iri, o) for s in subjects for o in objects)
        known = [t for t in found if self._graph.truth(t) is not Truth.UNSTATED]
        fitting = (t for t in found if self._fits(t))
        best = next(iter(known), None) or next(fitting, None)
        return Statement(best) if best else None

    def _called(self, text: str) -> tuple[Iri, ...]:
        """The things that a text names: by one of their names, or by the one name found in it."""
        known = self._things.get(text.strip().casefold())
        if known:
            return tuple(known)
        name = self._only(text)
        return name.entities if name else ()

    def _fits(self, triple: Triple) -> bool:
        target = triple.object
        prop = self._properties[triple.predicate]
        return isinstance(target, Iri) and prop in self._desk.connector.fitting(triple.subject, target)

    def _membership(self, text: str) -> Statement | None:
        """A statement of the kind "the soleus is a muscle": a thing, and a class and nothing else."""
        found = _MEMBERSHIP.match(text.strip())
        if found is None:
            return None
        first, last = self._only(found[1]), self._only(found[3])
        if first is None or last is None or not first.entities or not last.classes:
            return None
        return Statement(Triple(first.entities[0], CALF.TYPE, last.classes[0]), bool(found[2]))

    def _only(self, text: str) -> Anchor | None:
        """The one name that a text consists of."""
        scene = self._scene(text)
        denied = scene.operators("exclude") or _DENYING & {t.stem for t in scene.tokens}
        if len(scene.anchors) != 1 or scene.unknown or denied:
            return None
        return None if self._dropped(scene, scene.anchors[0].words) else scene.anchors[0]

    def _scene(self, text: str) -> Scene:
        return Scene(self._reader.read(text), self._graph)

    def _worded(self, text: str) -> Statement | Unread:
        """A statement in words: two names, and between them a relation that fits both."""
        scene = self._scene(text)
        found = sorted(self._candidates(scene), key=lambda c: c.rank)
        understood = tuple(a.mention.form for a in scene.anchors)
        unknown = tuple(t.text for t in scene.unknown)
        candidates = tuple(dict.fromkeys(c.triple for c in found))[:_CANDIDATES]
        if unknown:
            return Unread("some words are not known here", understood, unknown, candidates)
        if scene.wh:
            return Unread("it is a question", understood, (scene.wh,), candidates)
        if not found:
            return Unread("a statement has a subject, a relation and an object", understood)
        left = [a for a in scene.anchors if not a.words <= found[0].words]
        dropped = self._dropped(scene, found[0].words)
        # "only" says more than one triple, and so does a comparison.
        more = [m for name in ("only", "compare", "common") for m in scene.operators(name)]
        stems = {t.stem for t in scene.tokens}
        if left or more or "only" in stems:
            forms = (*(a.mention.form for a in left), *(m.form for m in more), *({"only"} & stems))
            return Unread("it says more than one statement can", understood, forms, candidates)
        if dropped:
            return Unread("some words would be left out", understood, dropped, candidates)
        denying = [m for m in scene.operators("exclude") if not set(m.words) & self._names(scene)]
        return Statement(found[0].triple, negated=len(denying) % 2 == 1)

    def _dropped(self, scene: Scene, words: frozenset[int]) -> tuple[str, ...]:
        """Words that a reading leaves out and that may matter: "hardly", the "out" of "toes-out position"."""
        within = {i for a in scene.anchors for i in range(a.mention.start, a.mention.end)}
        rest = (t for t in scene.tokens if t.index not in words and t.stem)
        denying = {i for m in scene.operators("exclude") for i in m.words}
        return tuple(
            t.text
            for t in rest
            if t.stem not in (_EMPTY if t.index in within else _SMALL) and t.index not in denying
        )

    def _names(self, scene: Scene) -> frozenset[int]:
        return frozenset(i for a in scene.anchors for i in a.words)

    def _candidates(self, scene: Scene) -> Iterator[_Candidate]:
        """Every statement between two names whose relation is named, by its own words if that can be."""
        named = [(p, m, role, _says(p, m, scene)) for p, m, role in self._relations(scene)]
        own = [c for p, m, role, exact in named if exact for c in self._over(scene, p, m, role, exact=True)]
        yield from own or (c for p, m, role, _ in named for c in self._over(scene, p, m, role, exact=False))

    def _over(
        self, scene: Scene, prop: PropertyTerm, mention: Mention, role: str, *, exact: bool
    ) -> Iterator[_Candidate]:
        """Statements with one relation between any two names."""
        for first, last in permutations(scene.anchors, 2):
            if not (first.words & last.words or set(mention.words) & (first.words | last.words)):
                yield from self._between(prop, (first, mention, last), role, exact=exact)

    def _relations(self, scene: Scene) -> Iterator[tuple[PropertyTerm, Mention, str]]:
        for iri, mentions in sorted(scene.cued.items()):
            for mention, role in mentions:
                if self._properties[iri].is_object and role in ("verb", "inverse", "noun", "inverse_noun"):
                    yield self._properties[iri], mention, role

    def _between(
        self, prop: PropertyTerm, names: tuple[Anchor, Mention, Anchor], role: str, *, exact: bool
    ) -> Iterator[_Candidate]:
        """Statements with one relation between two names, `exact` ones even where the graph has no like."""
        first, mention, last = names
        forward = first.mention.start < last.mention.start
        if role != "noun" and forward != (role in ("verb", "inverse_noun")):
            return
        for subject in first.entities:
            for target in last.entities:
                triple = Triple(subject, prop.iri, target)
                known = self._graph.truth(triple) is not Truth.UNSTATED
                fits = prop in self._desk.connector.fitting(subject, target)
                if subject != target and (
                    fits or (exact and (known or self._allowed(prop, subject, target)))
                ):
                    words = first.words | last.words | frozenset(mention.words)
                    yield _Candidate(exact, words, known, prop.salience, triple)

    def _allowed(self, prop: PropertyTerm, subject: Iri, target: Iri) -> bool:
        """Whether the declared domain and range admit a statement, however unusual."""
        stands = self._desk.connector.stands
        return stands(subject, prop.domain) and stands(target, prop.range)


def _frames(properties: Iterable[PropertyTerm]) -> Iterator[tuple[str, PropertyTerm, bool]]:
    """The words between subject and object with which the graph says a relation, from either end."""
    for prop in properties:
        for says, swapped in ((prop.says, False), (prop.says_inverse, True)):
            first, last = ("{object} ", " {subject}") if swapped else ("{subject} ", " {object}")
            if prop.is_object and says.startswith(first) and says.endswith(last):
                yield says.removeprefix(first).removesuffix(last), prop, swapped


def _says(prop: PropertyTerm, mention: Mention, scene: Scene) -> bool:
    """Whether the words of a mention are those with which the graph says the relation."""
    words = tuple(scene.tokens[i].stem for i in mention.words)
    frames = (_PLACEHOLDER.sub(" ", says) for says in (prop.says, prop.label))
    return mention.weight >= _TELLING and any(stems_of(f) in (words, ("be", *words)) for f in frames)
