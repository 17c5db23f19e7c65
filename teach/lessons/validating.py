"""Whether a lesson states only what the graph holds. Every rule names the sentence that breaks it.

A sentence may name only what its ties are about, and use only words of their names, relations and texts
and the plain words of teach/lessons/data/words.toml; it must name both ends of each tie, say its
relation, have a tie for each thing that it says the relation of, deny exactly what is denied, take its
numbers from the ties, rest on a claim or a study where it speaks of research, and tell whose claim it is
where research does not simply agree. So a sentence cannot drift away from the statement that it cites.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import product

from kg.graph import KnowledgeGraph
from kg.schema import Truth
from kg.terms import Iri, Proof, Triple
from kg.vocabulary import CALF_NS
from qa.vocabulary import BACKGROUND
from teach.lessons.model import Lesson, LessonError, Sentence
from teach.lessons.naming import Namer, numbers, stems
from teach.lessons.reading import plain_words
from teach.lessons.ties import Tie, resolve

__all__ = ["Validator"]

_NO = frozenset(stems("not no never neither nor cannot without nothing none"))
_RESEARCH = frozenset(stems("research trial study evidence finding"))
_SPEAKERS = _RESEARCH | frozenset(stems("article claim author reader according"))
_TEXTUAL = frozenset(("claim", "text", "meaning", "range"))


class Validator:
    """Holds lessons against one graph."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        """Prepare for `graph`."""
        self._graph = graph
        self._namer = Namer(graph)
        self._inverses = {term.iri: term.inverse for term in graph.properties()}
        self._plain = frozenset(key for word in plain_words() for key in stems(word))

    def check(self, lesson: Lesson) -> None:
        """Pass a lesson that states only what the graph holds.

        Raises:
            LessonError: a sentence that breaks a rule, with the lesson, the sentence and the statement.
        """
        for part in ((lesson.aim,), *(p.sentences for p in lesson.paragraphs), lesson.summary):
            self.check_part(lesson.name, part)

    def check_part(self, lesson: str, sentences: Iterable[Sentence]) -> None:
        """Pass sentences that stand together; later ones may leave out what earlier ones name."""
        before = ""
        for sentence in sentences:
            for fault in self._faults(sentence, before):
                raise LessonError(
                    f"Lesson {lesson}, “{sentence.text}”: {fault}",
                    "Change the sentence or its ties until they say the same",
                )
            before += f" {sentence.text}"

    def check_question(self, lesson: str, question: str, triple: Triple, *, open_subject: bool) -> None:
        """Pass a question that asks for one end of a statement: it names the other, and says the relation.

        Raises:
            LessonError: it does not, or it names something else.
        """
        known = triple.object if open_subject else triple.subject
        allowed = {known, *(self._namer.inside(known) if isinstance(known, Iri) else ())}
        fault = ""
        if isinstance(known, Iri) and not self._namer.is_named(known, question):
            fault = f"it asks about {known.local!r}, which it does not name"
        elif not self._namer.says(triple.predicate, question):
            fault = f"it does not say the relation {triple.predicate.local!r}"
        said = self._namer.words_for(triple.predicate)
        for key, things in self._namer.named(question).items():
            if allowed.isdisjoint(things) and not said.issuperset(key):
                fault = f"it names {' '.join(key)!r}, which it does not ask about"
        if fault:
            raise LessonError(f"Lesson {lesson}, “{question}”: {fault}", "Change the question or its pattern")

    def _faults(self, sentence: Sentence, before: str) -> Iterator[str]:
        try:
            ties = [resolve(self._graph, written) for written in sentence.ties]
        except LessonError as error:
            yield error.cause
            return
        yield from self._names(sentence, ties)
        yield from self._links(sentence, ties)
        for tie in ties:
            yield from self._ends(tie, sentence.text, before)
        yield from self._untied(sentence, ties)
        yield from _polarity(sentence, ties)
        yield from self._numbers(sentence, ties)
        yield from self._words(sentence, ties)
        yield from self._order(sentence, ties)
        yield from _research(sentence, ties)
        if any(tie.contested for tie in ties) and _SPEAKERS.isdisjoint(stems(sentence.text)):
            tie = next(tie for tie in ties if tie.contested)
            yield f"{tie.written!r} is {tie.standing}, and the sentence does not say who claims it"

    # ------------------------------------------------------------ names

    def _names(self, sentence: Sentence, ties: Sequence[Tie]) -> Iterator[str]:
        """Names of things that no tie is about."""
        allowed = self._allowed(ties)
        for key, things in self._namer.named(sentence.text).items():
            if allowed.isdisjoint(things):
                yield f"it names {' '.join(key)!r}, and none of its ties is about that"
        texts = [text for tie in ties for text in tie.texts]
        for kind in self._namer.kinds(sentence.text):
            if kind not in allowed and not any(self._namer.is_named(kind, text) for text in texts):
                yield f"it says of something that it is of the kind {kind.local!r}, and none of its ties does"

    def _allowed(self, ties: Sequence[Tie]) -> set[Iri]:
        """What ties are about, and what their names and texts name."""
        found = {thing for tie in ties for thing in tie.things}
        found.update(other for thing in tuple(found) for other in self._namer.inside(thing))
        for text in (text for tie in ties for text in tie.texts):
            found.update(thing for things in self._namer.named(text).values() for thing in things)
        return found

    def _links(self, sentence: Sentence, ties: Sequence[Tie]) -> Iterator[str]:
        """Links that lead elsewhere than they say, or to what no tie is about."""
        allowed = self._allowed(ties)
        for run in sentence.runs:
            if not run.term:
                continue
            iri = Iri(CALF_NS + run.term)
            if not self._namer.knows(iri):
                yield f"it links to {run.term!r}, which the graph does not have"
            elif not self._namer.fits(run.text, iri):
                yield f"it links the words {run.text!r} to {run.term!r}, which is not called so"
            elif iri not in allowed:
                yield f"it links to {run.term!r}, and none of its ties is about that"

    def _ends(self, tie: Tie, text: str, before: str) -> Iterator[str]:
        """Ends of a tie that are not named, and relations that are not said."""
        if tie.kind in _TEXTUAL:
            return
        for iri in tie.things:
            if iri not in BACKGROUND and not self._namer.is_named(iri, f"{before} {text}"):
                yield f"{tie.written!r} is about {iri.local!r}, which it does not name"
        for triple in tie.triples:
            if not self._namer.says(triple.predicate, text):
                yield f"it does not say the relation of {tie.written!r}"

    def _untied(self, sentence: Sentence, ties: Sequence[Tie]) -> Iterator[str]:
        """Statements with the relations of its ties on the things that it names, which no tie gives.

        A sentence that says of three exercises what trains two of them thus has a tie for each.
        """
        stated = [triple for tie in ties if tie.kind == "holds" for triple in tie.triples]
        tied = {*stated, *map(self._turned, stated)}
        about = {thing for tie in ties for thing in tie.things}
        named = self._namer.named(sentence.text).values()
        about.update(next(iter(things)) for things in named if len(things) == 1)
        for subject, predicate, value in product(about, {t.predicate for t in stated}, about):
            triple = Triple(subject, predicate, value)
            if self._graph.truth(triple) is Truth.YES and not _follows(self._graph.proof(triple), tied):
                said = f"{subject.local} {predicate.local} {value.local}"
                yield f"the graph holds {said!r} of what it names, and it has no such tie"

    def _turned(self, triple: Triple) -> Triple:
        """A statement from its other end, where the graph has a relation for that."""
        inverse = self._inverses.get(triple.predicate)
        if inverse is None or not isinstance(triple.object, Iri):
            return triple
        return Triple(triple.object, inverse, triple.subject)

    # ------------------------------------------------------------ numbers and words

    def _numbers(self, sentence: Sentence, ties: Sequence[Tie]) -> Iterator[str]:
        """Numbers that no tie gives; a small one, or "both", may count the things at one end of the ties."""
        given = {number for tie in ties for text in tie.texts for number in numbers(text)}
        given.update(n for tie in ties for thing in tie.things for n in numbers(self._namer.label(thing)))
        left = numbers(sentence.text) - given - {str(count) for count in self._counts(ties)}
        for number in sorted(left):
            yield f"it says {number}, and no tie gives that number"

    def _counts(self, ties: Sequence[Tie]) -> Iterator[int]:
        """How many things, and how many of a kind, stand at either end of the ties that share a relation."""
        ends: dict[tuple[Iri, bool], set[Iri]] = defaultdict(set)
        for triple in (triple for tie in ties for triple in tie.triples):
            for end, first in ((triple.subject, True), (triple.object, False)):
                if isinstance(end, Iri):
                    ends[triple.predicate, first].add(end)
        for things in ends.values():
            yield len(things)
            yield from Counter(map(self._namer.kind, things)).values()

    def _order(self, sentence: Sentence, ties: Sequence[Tie]) -> Iterator[str]:
        """What repeats texts alone and puts their names and numbers into another order."""
        texts = [text for tie in ties for text in tie.texts]
        if not texts or any(tie.kind not in {"claim", "text"} for tie in ties):
            return
        if not any(self._namer.follows(sentence.text, text) for text in texts):
            yield "its names and numbers do not come in the order of any text that it repeats"

    def _words(self, sentence: Sentence, ties: Sequence[Tie]) -> Iterator[str]:
        """Words that neither the ties nor plain English account for."""
        known = set(self._plain)
        for tie in ties:
            known.update(key for text in tie.texts for key in stems(text))
            known.update(key for iri in tie.things for key in self._namer.words_of(iri))
            known.update(key for t in tie.triples for key in self._namer.words_for(t.predicate))
        known.update(key for run in sentence.runs if run.term for key in stems(run.text))
        own = (key for key in stems(sentence.text) if not key[0].isdigit())
        strange = [key for key in dict.fromkeys(own) if key not in known]
        if strange:
            yield f"nothing that it rests on speaks of {', '.join(map(repr, strange))}"


def _research(sentence: Sentence, ties: Sequence[Tie]) -> Iterator[str]:
    """What is said of research with neither claim nor study to rest on; aims only say what is learnt."""
    kinds = {tie.kind for tie in ties} - {"meaning"}
    told = {key for tie in ties for text in tie.texts for key in stems(text)}
    if kinds and "claim" not in kinds and _RESEARCH & set(stems(sentence.text)) and not _RESEARCH & told:
        yield "it speaks of research, and none of its ties is a claim, a study or a finding"


def _follows(proof: Proof, tied: Collection[Triple]) -> bool:
    """Whether a statement is tied, or derived from such statements alone."""
    return proof.conclusion in tied or (
        bool(proof.premises) and all(_follows(premise, tied) for premise in proof.premises)
    )


def _polarity(sentence: Sentence, ties: Sequence[Tie]) -> Iterator[str]:
    """A denial without a word of denial, or the reverse."""
    said = not _NO.isdisjoint(stems(sentence.text))
    denied = [tie for tie in ties if tie.kind in {"denied", "unstated"}]
    if denied and not said:
        yield f"{denied[0].written!r} is a denial, and the sentence denies nothing"
    texts = (text for tie in ties for text in tie.texts)
    if said and not denied and ties and _NO.isdisjoint(key for text in texts for key in stems(text)):
        yield "it denies something, and none of its ties does"
