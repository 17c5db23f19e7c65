"""All that the graph says of one thing, like an entry of an encyclopaedia, each sentence with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from kg.graph import KnowledgeGraph
from kg.provenance import Claim
from kg.schema import PropertyTerm, Truth
from kg.terms import Iri, Literal, Triple
from qa.model import ProofStep, ShownSource, ShownTriple
from qa.telling.explaining import Explainer
from qa.telling.verbalising import Verbaliser, capital
from qa.vocabulary import CALF

__all__ = ["Clerk", "Entry", "Said", "Section"]


@dataclass(frozen=True, slots=True)
class Said:
    """One statement as a sentence; `far` is the other thing in it."""

    sentence: str
    far: Iri
    far_label: str
    inferred: bool
    standing: str
    proof: ProofStep


@dataclass(frozen=True, slots=True)
class Section:
    """The statements of an entry that share a relation."""

    title: str
    statements: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with everything the graph holds on it.

    `types` are its classes, `says` other statements about it, `said_elsewhere` those about others that
    name it, `denials` what is said not to be so; `details` are its texts and numbers by name.
    """

    iri: Iri
    label: str
    is_class: bool
    kinds: tuple[str, ...]
    definition: str
    synonyms: tuple[str, ...]
    article_term: str
    types: tuple[Said, ...]
    says: tuple[Section, ...]
    said_elsewhere: tuple[Section, ...]
    denials: tuple[Said, ...]
    details: tuple[tuple[str, str], ...]
    claims: tuple[Claim, ...]
    sources: tuple[ShownSource, ...]


class Clerk:
    """Writes entries about the things of one graph."""

    def __init__(self, graph: KnowledgeGraph, say: Verbaliser) -> None:
        """Prepare for `graph`."""
        self.graph = graph
        self.say = say
        self._explainer = Explainer(graph, say)
        self._terms = {p.iri: p for p in graph.properties()}
        self._classes = {c.iri: c for c in graph.classes()}

    def entry(self, iri: Iri) -> Entry:
        """The entry of an individual or a class; UnknownIriError if there is neither."""
        return self._of_class(iri) if iri in self._classes else self._of_individual(iri)

    def said(self, triple: Triple) -> Said:
        """One statement that holds, or one class that stands under another, with its reasons."""
        if triple.subject in self._classes:
            return self._under(triple.subject, Iri(str(triple.object)), Iri(str(triple.object)))
        return self._type(triple) if triple.predicate == CALF.TYPE else self._said(triple, inverse=False)

    # ------------------------------------------------------------ individuals

    def _of_individual(self, iri: Iri) -> Entry:
        entity = self.graph.entity(iri)
        about = [t for t in self.graph.statements(subject=iri) if self._terms[t.predicate].is_object]
        elsewhere = [t for t in self.graph.statements(object=iri) if not self._has_inverse(t)]
        denied = [t for t in self.graph.denials() if t.subject == iri]
        types = [Triple(iri, CALF.TYPE, cls) for cls in sorted(entity.classes)]
        stated = [t for t in (*about, *elsewhere) if not self.graph.is_inferred(t)]
        return Entry(
            iri=iri,
            label=entity.label,
            is_class=False,
            kinds=tuple(self._classes[c].label for c in self._kinds_first(entity.kind, entity.classes)),
            definition=entity.definition,
            synonyms=entity.alt_labels,
            article_term=entity.article_term,
            types=tuple(self._type(t) for t in types),
            says=self._sections(about, inverse=False),
            said_elsewhere=self._sections(elsewhere, inverse=True),
            denials=tuple(self._denied(t) for t in denied),
            details=tuple(self._details(iri)),
            claims=self._claims(iri, (*about, *elsewhere)),
            sources=self._explainer.sources((*stated, *denied)),
        )

    @staticmethod
    def _kinds_first(kind: Iri, classes: frozenset[Iri]) -> tuple[Iri, ...]:
        return (kind, *sorted(classes - {kind}))

    def _has_inverse(self, triple: Triple) -> bool:
        """Whether the same fact stands in the entry already, told of the object itself."""
        inverse = self._terms[triple.predicate].inverse
        return inverse is not None and bool(
            isinstance(triple.object, Iri)
            and self.graph.truth(Triple(triple.object, inverse, triple.subject)) is Truth.YES
        )

    def _details(self, iri: Iri) -> Iterator[tuple[str, str]]:
        for triple in self.graph.statements(subject=iri):
            if isinstance(triple.object, Literal):
                yield self._terms[triple.predicate].label, triple.object.value

    def _claims(self, iri: Iri, triples: Iterable[Triple]) -> tuple[Claim, ...]:
        """The claims about a thing, then those behind the statements about it."""
        found = {claim.iri: claim for claim in self.graph.claims_about(iri)}
        for triple in triples:
            found.update((c.iri, c) for c in self.graph.provenance(triple).claims if c.iri not in found)
        return tuple(found.values())

    # ------------------------------------------------------------ statements

    def _sections(self, triples: Iterable[Triple], *, inverse: bool) -> tuple[Section, ...]:
        """Statements by relation, most telling first; what reads the same is said once."""

        def place(triple: Triple) -> tuple[int, Iri]:
            return -self._terms[triple.predicate].salience, triple.predicate

        sections: list[Section] = []
        seen: set[str] = set()
        for (_, prop), group in groupby(sorted(triples, key=place), key=place):
            said = [self._said(triple, inverse=inverse) for triple in group]
            fresh = tuple(s for s in said if s.sentence not in seen)
            seen.update(s.sentence for s in fresh)
            if fresh:
                sections.append(Section(self._title(self._terms[prop], inverse=inverse), fresh))
        return tuple(sections)

    def _title(self, term: PropertyTerm, *, inverse: bool) -> str:
        """A relation as a heading: "crosses", or from its other end "is crossed by"."""
        frame = term.says_inverse if inverse else term.says
        first, last = ("{object} ", " {subject}") if inverse else ("{subject} ", " {object}")
        middle = frame.removeprefix(first).removesuffix(last)
        return term.label if not middle or "{" in middle or not inverse else middle

    def _said(self, triple: Triple, *, inverse: bool) -> Said:
        far = triple.subject if inverse else Iri(str(triple.object))
        shown = self._explainer.triples([self._stated_form(triple)])[0]
        sentence = (
            capital(
                self.say.fact(triple, inverse=inverse and bool(self._terms[triple.predicate].says_inverse))
            )
            + "."
        )
        return _said(replace(shown, sentence=sentence), far, self.say.label(far))

    def _stated_form(self, triple: Triple) -> Triple:
        """The statement, or its inverse where only that is stated: it needs no derivation."""
        inverse = self._terms[triple.predicate].inverse
        if inverse is None or not self.graph.is_inferred(triple) or not isinstance(triple.object, Iri):
            return triple
        other = Triple(triple.object, inverse, triple.subject)
        held = self.graph.truth(other) is Truth.YES and not self.graph.is_inferred(other)
        return other if held else triple

    def _denied(self, triple: Triple) -> Said:
        """What is said not to be so."""
        sentence = capital(self.say.denial(triple)) + "."
        sources = tuple(s.label for s in self.graph.provenance(triple).sources)
        far = Iri(str(triple.object))
        return Said(sentence, far, self.say.label(far), False, "", ProofStep(sentence, "", sources))  # noqa: FBT003

    def _type(self, triple: Triple) -> Said:
        """That a thing belongs to a class."""
        far = Iri(str(triple.object))
        sentence = f"{capital(self.say.name(triple.subject))} belongs to the kind “{self.say.label(far)}”."
        proof = self._explainer.step(self.graph.proof(triple))
        inferred = self.graph.is_inferred(triple)
        standing = self.graph.standing(triple).value
        return Said(sentence, far, self.say.label(far), inferred, standing, proof)

    # ------------------------------------------------------------ classes

    def _of_class(self, iri: Iri) -> Entry:
        term = self._classes[iri]
        members = [Triple(each, CALF.TYPE, iri) for each in self.graph.instances(iri)]
        return Entry(
            iri=iri,
            label=term.label,
            is_class=True,
            kinds=("kind of thing",),
            definition=term.definition,
            synonyms=term.alt_labels,
            article_term="",
            types=(),
            says=self._hierarchy("is a kind of", iri, term.supers),
            said_elsewhere=(
                *self._hierarchy("special kinds", iri, self._below(iri)),
                *((Section("members", tuple(self._member(t) for t in members)),) if members else ()),
            ),
            denials=(),
            details=(),
            claims=(),
            sources=(),
        )

    def _below(self, iri: Iri) -> list[Iri]:
        return [c.iri for c in self._classes.values() if iri in c.supers]

    def _hierarchy(self, title: str, iri: Iri, others: Iterable[Iri]) -> tuple[Section, ...]:
        pairs = ((o, (o, iri) if iri in self._classes[o].supers else (iri, o)) for o in sorted(others))
        said = tuple(self._under(*pair, other) for other, pair in pairs)
        return (Section(title, said),) if said else ()

    def _under(self, lower: Iri, upper: Iri, far: Iri) -> Said:
        """One class that stands under another."""
        sentence = f"All {self._classes[lower].plural} are {self._classes[upper].plural}."
        return Said(sentence, far, self._classes[far].label, False, "", ProofStep(sentence))  # noqa: FBT003

    def _member(self, triple: Triple) -> Said:
        return replace(self._type(triple), far=triple.subject, far_label=self.say.label(triple.subject))


def _said(shown: ShownTriple, far: Iri, label: str) -> Said:
    return Said(shown.sentence, far, label, shown.inferred, shown.standing, shown.proof)
