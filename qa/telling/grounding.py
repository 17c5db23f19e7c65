"""What an answer rests on: its own statements, or others on what it tells of if none of those has a source.

A definition is put in words of ours, from what is said of a thing; "no" rests on a denial; a list of what is
not so rests on what its members are instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import islice

from kg.graph import KnowledgeGraph
from kg.provenance import Claim, Source, Standing
from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import Ask, Because, Form, named_in
from qa.parsing.anchor import Anchor
from qa.remembering import per_graph
from qa.vocabulary import CALF

__all__ = ["Grounds", "grounds_of", "served"]

_FEW = 3  # statements on a thing that is told of alone; of several, one on each


@dataclass(frozen=True, slots=True)
class Grounds:
    """The statements behind an answer, and claims of the article: told of, or on what nothing is stated of.

    `studies` are those on claims that the answer tells of.
    """

    triples: tuple[Triple, ...]
    claims: tuple[Claim, ...] = ()
    studies: tuple[Source, ...] = ()

    @property
    def works(self) -> Iterator[Source]:
        """The sentences of the claims, and the studies."""
        yield from (sentence for claim in self.claims for sentence in claim.sentences)
        yield from self.studies


def served(grounds: Grounds, items: Iterable[Iri], names: Iterable[Anchor], graph: KnowledgeGraph) -> Grounds:
    """What an answer rests on, and what the cues that it gives are for, by what a question names."""
    wanted = frozenset(iri for name in names if name.polarity == "in" for iri in name.entities)
    return replace(grounds, triples=(*grounds.triples, *_purposes_of(items, wanted, graph)))


def grounds_of(
    form: Form, triples: tuple[Triple, ...], items: Sequence[Iri], graph: KnowledgeGraph
) -> Grounds:
    """The statements of an answer, and if none of them has a source, those that bear out what it says.

    It answers a `form` with `items`; one without any tells of the things that the form names.
    """
    grounds = _told(form, triples, items, graph)
    return replace(grounds, claims=(*grounds.claims, *_rival_claims(form, grounds.triples, graph)))


def _rival_claims(form: Form, told: Iterable[Triple], graph: KnowledgeGraph) -> Iterator[Claim]:
    """What is claimed of that of which a denied statement is true, where the denial is disputed itself.

    Who hears that toes out do not bias the medial head is to see what trials found of toes in, which by the
    article do.
    """
    if not isinstance(form, Ask) or graph.truth(form.triple) is not Truth.NO:
        return
    if any(claim.standing is Standing.DISPUTED for t in told for claim in graph.provenance(t).claims):
        for subject in graph.subjects(form.triple.predicate, form.triple.object):
            yield from graph.provenance(form.triple._replace(subject=subject)).claims


def _told(form: Form, triples: tuple[Triple, ...], items: Sequence[Iri], graph: KnowledgeGraph) -> Grounds:
    """What an answer says, and what bears it out."""
    known = {claim.iri: claim for claim in graph.claims()}
    if claimed := tuple(known[iri] for iri in items if iri in known):
        return Grounds(triples, claimed, tuple(e.source for claim in claimed for e in claim.evidence))
    if any(_is_sourced(t, graph) for t in triples):
        return Grounds(triples)
    asked = tuple(t for t in _asked(form) if _is_sourced(t, graph))
    if asked:
        return Grounds((*triples, *asked))
    told = items or named_in(form)
    most = _FEW if len(told) == 1 else 1
    on_each = {iri: _statements_on(iri, graph)[:most] for iri in told}
    more = (t for found in on_each.values() for t in found)
    claims = (claim for iri, found in on_each.items() if not found for claim in graph.claims_about(iri))
    return Grounds((*triples, *dict.fromkeys(more)), tuple(dict.fromkeys(claims)))


def _purposes_of(items: Iterable[Iri], wanted: AbstractSet[Iri], graph: KnowledgeGraph) -> tuple[Triple, ...]:
    """What cues are for: of "turn the toes in", that toes in bias the medial head.

    A position has its cues for what it does; an exercise, for what is `wanted` of it. So a claim is shown
    to whom it leads to do something.
    """
    all_cues = frozenset(graph.instances(CALF.CUE))
    cues = (iri for iri in items if iri in all_cues)
    owners = dict.fromkeys(owner for cue in cues for owner in graph.subjects(CALF.HAS_CUE, cue))
    for_itself = {iri for iri in owners if CALF.POSITION in graph.entity(iri).classes}
    purposes = (
        next((t for t in _statements_on(iri, graph) if iri in for_itself or t.object in wanted), None)
        for iri in owners
    )
    return tuple(triple for triple in purposes if triple is not None)


def _asked(form: Form) -> Iterable[Triple]:
    """The statements that a form asks about."""
    if isinstance(form, Ask):
        return (form.triple,)
    return form.triples if isinstance(form, Because) else ()


def _is_sourced(triple: Triple, graph: KnowledgeGraph) -> bool:
    """Whether a statement, or its denial, has a source."""
    return graph.truth(triple) is not Truth.UNSTATED and bool(graph.provenance(triple).sources)


@per_graph(2_048)
def _statements_on(iri: Iri, graph: KnowledgeGraph) -> tuple[Triple, ...]:
    """The statements with a source on a thing, most telling first; else what it is, and those leading to it.

    A detail of some exercise that has to do with it does not bear out what a thing is.
    """
    kinds = (Triple(iri, CALF.TYPE, kind) for kind in graph.objects(iri, CALF.TYPE))
    defined = tuple(islice((t for t in kinds if _is_sourced(t, graph)), 1))
    for before, triples in (((), graph.statements(subject=iri)), (defined, graph.statements(object=iri))):
        told = (t for t in triples if not (before and CALF.CUE in graph.entity(t.subject).classes))
        found = [t for t in told if _is_sourced(t, graph)]
        if found or before:
            weights = {t: graph.property_term(t.predicate).salience for t in found}
            found.sort(key=lambda t: (-weights[t], graph.is_inferred(t), t.predicate, t.subject))
            return (*before, *found)
    return ()
