"""What research says: "is toes-in proven?", "which claims are disputed?", "what did Nunes 2020 find?".

What the article claims is one thing, how the claim stands against studies another: who asks for evidence is
told of the second, never "yes, by the article".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from kg.graph import KnowledgeGraph
from kg.provenance import Claim, Source, Standing
from kg.terms import Iri, Triple
from qa.claims.seeking import asking_words, spoken_of
from qa.claims.studying import study_in
from qa.forms.evaluating import members
from qa.forms.logic import Kind, Linked, Select, Set, Thing, Without, either, every, excluded_in
from qa.kind import Desk, Draft, Reading
from qa.model import Block, Item, Items, Paragraph
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.scene import Scene
from qa.telling.describing import main_statements
from qa.telling.verbalising import capital
from qa.vocabulary import CALF

__all__ = ["Evidence"]

_PLAIN = 4.0  # evidence of a reading: who asks for research asks for nothing else
_SUPPORTED = "supported"  # what is asked of a claim where no other standing is named
_VERDICTS = {_SUPPORTED: "yes", "contradicted": "no", "unsupported": "no", "not tested": "no"}
_UNTESTED, _TESTED, _TERMS = "not tested", "tested", "terminology"
_UNDECIDED = "inconclusive"  # of a study that speaks neither for a claim nor against it
_BEGUN = {"yes": "Yes: ", "no": "No: ", "qualified": "In part: "}
_BEGUN_TESTED = "Yes, there is research: "


class Evidence:
    """How the article's claims stand against research."""

    name = "evidence"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """The claims on what is named, those of a named standing, or what a named study looked at."""
        cued = asking_words(scene)
        if meant := study_in(scene, desk.graph):
            study, words = meant
            told = Linked(CALF.HAS_EVIDENCE, Linked(CALF.FROM_STUDY, Thing(study.iri)))
            yield self._reading(Select(every([Kind(CALF.CLAIM), told])), words | cued, (study.iri,))
        elif cued:
            status, said = _status_in(scene, desk.graph)
            names = spoken_of(scene, cued | said, desk.graph)
            ties, topics, placed = _together(names, desk.graph)
            plain = scene.polar and not _denies(scene, said)
            plain &= _says_no_more(scene, cued | said | placed, desk.graph) or _is_stated(
                scene, topics, desk.graph
            )
            note = _asked(scene, status) if plain else ""
            if status and not scene.polar:
                standing = Linked(CALF.HAS_STATUS, Thing(_status(status, desk.graph)))
                ties = (Without(standing) if _denies(scene, said) else standing, *ties)
            if ties:
                form = Select(every([Kind(CALF.CLAIM), *ties]))
                yield self._reading(form, cued | said | placed, topics, note)

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """How the claims stand, and what the studies found."""
        assert isinstance(reading.form, Select)
        graph, about = desk.graph, reading.topics
        claims = _found(reading.form, about, graph)
        if not claims:
            lead = f"No research is known here: the graph holds no {desk.say.set(reading.form.set)}."
            return Draft(lead, found=False, stated=False)
        study = next((e.source for c in claims for e in c.evidence if e.source.iri in about), None)
        draft = _of_study(study, claims) if study else _of_claims(claims, about, desk)
        if not about and (barred := excluded_in(reading.form)):
            draft = _of_others(claims, barred, desk)
        verdict = _verdict(claims, reading.note, about, graph) if reading.note else ""
        ties = [Triple(c.iri, CALF.ABOUT, iri) for c in claims for iri in c.about if iri in about]
        standings = [Triple(c.iri, CALF.HAS_STATUS, _status(c.status, graph)) for c in claims]
        items = tuple(Item(c.iri, c.label) for c in claims)
        begun = _BEGUN_TESTED if (verdict, reading.note) == ("yes", _TESTED) else _BEGUN.get(verdict, "")
        lead = f"{begun}{draft.lead[:1].lower()}{draft.lead[1:]}" if verdict else draft.lead
        return Draft(lead, items, draft.blocks, (*ties, *standings), verdict)

    def _reading(
        self, form: Select, words: frozenset[int], topics: tuple[Iri, ...], note: str = ""
    ) -> Reading:
        """A reading of this kind."""
        return Reading(self.name, form, words, _PLAIN, focus=CALF.CLAIM, topics=topics, note=note)


def _together(
    names: Sequence[Anchor], graph: KnowledgeGraph
) -> tuple[tuple[Set, ...], tuple[Iri, ...], frozenset[int]]:
    """What claims are about in which most of the names meet, the things named by these, and their words.

    Where no claim speaks of any, it is the first name, of which the graph holds no research.
    """
    met: dict[tuple[Iri, ...], frozenset[int]] = {}
    for claim in graph.claims():
        placed = [(iri, a.words) for a in names for iri in a.entities if iri in claim.about]
        things = tuple(dict.fromkeys(iri for iri, _ in placed))
        met.setdefault(things, frozenset().union(*(words for _, words in placed)))
    most = max(map(len, met), default=0)
    if not most:
        met = {a.entities[:1]: a.words for a in names[:1]}
    best = [things for things in met if things and len(things) >= most]
    each = [tuple(Linked(CALF.ABOUT, Thing(iri)) for iri in things) for things in best]
    ties = each[0] if len(each) == 1 else tuple([either([every([*tie]) for tie in each])] if each else [])
    words = frozenset[int]().union(*(met[things] for things in best))
    order = {iri: a.mention.start for a in reversed(names) for iri in a.entities}
    return ties, tuple(sorted(dict.fromkeys(chain(*best)), key=lambda iri: order[iri])), words


def _found(form: Select, about: Sequence[Iri], graph: KnowledgeGraph) -> list[Claim]:
    """The claims in a form: first those behind what is stated between things named, or on the first."""
    claims = [graph.claim(iri) for iri in sorted(members(form.set, graph))]
    first = _behind(_between(about, graph), graph)
    places = {iri: n for n, iri in enumerate(about)}
    named = {
        c.iri: min((places[iri] for iri in c.about if iri in places), default=len(about)) for c in claims
    }
    return sorted(claims, key=lambda claim: (claim.iri not in first, named[claim.iri]))


def _between(things: Sequence[Iri], graph: KnowledgeGraph) -> list[Triple]:
    """The statements between things."""
    return [t for iri in things for t in graph.statements(subject=iri) if t.object in things]


def _behind(triples: Iterable[Triple], graph: KnowledgeGraph) -> frozenset[Iri]:
    """The claims behind statements."""
    return frozenset(claim.iri for triple in triples for claim in graph.provenance(triple).claims)


def _status_in(scene: Scene, graph: KnowledgeGraph) -> tuple[str, frozenset[int]]:
    """The standing of claims that a question names: "disputed", "never studied"; and the words for it."""
    stems = {t.stem: t.index for t in reversed(scene.tokens)}
    best: tuple[str, frozenset[int]] = ("", frozenset())
    for iri in sorted(graph.instances(CALF.CLAIM_STATUS)):
        entity = graph.entity(iri)
        for label in map(stems_of, (entity.label, *entity.alt_labels, *entity.hidden_labels)):
            if len(label) > len(best[1]) and stems.keys() >= set(label):
                best = entity.label, frozenset(stems[stem] for stem in label)
    return best


def _status(label: str, graph: KnowledgeGraph) -> Iri:
    """The standing with a label."""
    return next(iri for iri in graph.instances(CALF.CLAIM_STATUS) if graph.entity(iri).label == label)


def _denies(scene: Scene, said: frozenset[int]) -> bool:
    """Whether what research is asked about is a denial: "is it proven that toes in does nothing?"."""
    return any(not said.union(scene.leading).issuperset(m.words) for m in scene.operators("exclude"))


def _says_no_more(scene: Scene, told: frozenset[int], graph: KnowledgeGraph) -> bool:
    """Whether a question asks of what it names for research, and says nothing of it: "does toes-in work?".

    When a thing is done says nothing of it: "pausing at the top".
    """
    words = english().words
    light = english().function | english().light | words["bearing_out"] | words["of_claims"]
    light |= words["scholarly"]
    when = (a for a in scene.anchors if any(CALF.PHASE in graph.entity(i).classes for i in a.entities))
    aside = told.union(*(a.words for a in when))
    return all(t.index in aside or t.stem in light or t.stem.endswith("ly") for t in scene.asking)


def _is_stated(scene: Scene, things: Sequence[Iri], graph: KnowledgeGraph) -> bool:
    """Whether a question says of things what is stated of them: "that both heads insert into the tendon"."""
    said = scene.cued.keys()
    return any(t.predicate in said and _behind([t], graph) for t in _between(things, graph))


def _asked(scene: Scene, status: str) -> str:
    """The standing that a question asks for a verdict on, or whether there is research; "" for neither."""
    words, said = english().words, {t.stem for t in scene.asking}
    if status or said & (words["bearing_out"] | {"accord"}):
        return status or _SUPPORTED
    return _TESTED if said & words["looking_into"] else ""


def _verdict(claims: Sequence[Claim], asked: str, about: Sequence[Iri], graph: KnowledgeGraph) -> str:
    """Whether the first claim stands as is asked; "" where the claims leave open which was meant.

    A claim on all that is named is. Those on one thing are if they stand alike, matters of terms aside, and
    one is behind what is chiefly said of it.
    """
    verdict = _judged(claims[0], asked)
    if len(about) > 1:
        return verdict if set(about) <= set(claims[0].about) else ""
    chief = _behind(main_statements(about[0], graph)[:1], graph) if about else frozenset()
    alike = {_judged(claim, asked) for claim in claims if claim.status != _TERMS} == {verdict}
    return verdict if alike and chief.intersection(claim.iri for claim in claims) else ""


def _judged(claim: Claim, asked: str) -> str:
    """Whether a claim stands as is asked; "qualified" where research is divided, or speaks of terms."""
    if asked == _SUPPORTED:
        return _VERDICTS.get(claim.status, "qualified")
    if asked == _TESTED:
        return "no" if claim.status == _UNTESTED else "yes"
    return "yes" if claim.status == asked else "no"


def _of_claims(claims: Sequence[Claim], about: Sequence[Iri], desk: Desk) -> Draft:
    """How a claim stands and what each study found; beside others only how these stand."""
    claim, *others = claims
    if not about:
        listed = Items(tuple(f"{capital(c.label)}." for c in claims))
        return Draft(f"{len(claims)} of the article's claims are {_mention(claim, desk)}.", blocks=(listed,))
    found = sorted(claim.evidence, key=lambda e: e.direction == _UNDECIDED)
    studies = Items(tuple(f"{capital(e.direction)}: {_described(e.source)}. {e.text}" for e in found))
    told: list[Block] = [studies] if claim.evidence else []
    if claim.standing is Standing.UNCONTESTED:  # of others, every face shows that beside the answer
        told.insert(0, Paragraph(claim.text))
    if others:
        lines = tuple(f"{capital(c.label)}: {_mention(c, desk)}." for c in others)
        told += [Paragraph(f"Other claims of the article on {desk.say.names(about)}:"), Items(lines)]
    return Draft(f"{_standing(claim, desk)}.", blocks=tuple(told))


def _of_others(claims: Sequence[Claim], barred: AbstractSet[Iri], desk: Desk) -> Draft:
    """The claims that do not stand in a way, each with how it does stand."""
    lines = tuple(f"{capital(claim.label)}: {_mention(claim, desk)}." for claim in claims)
    ways = " or ".join(map(desk.say.name, sorted(barred)))
    return Draft(f"{len(claims)} of the article's claims are not {ways}.", blocks=(Items(lines),))


def _of_study(study: Source, claims: Sequence[Claim]) -> Draft:
    """What one study looked at and found."""
    found = [(claim, e) for claim in claims for e in claim.evidence if e.source.iri == study.iri]
    lines = tuple(f"{capital(claim.label)} ({e.direction}): {e.text}" for claim, e in found)
    count = "one" if len(claims) == 1 else len(claims)
    lead = f"{_described(study)} looked at {study.measure}; it bears on {count} of the article's claims."
    return Draft(lead, blocks=(Items(lines),))


def _standing(claim: Claim, desk: Desk) -> str:
    """How a claim stands, as a sentence without its point."""
    return f"The article's claim that {claim.label} is {_mention(claim, desk)}"


def _mention(claim: Claim, desk: Desk) -> str:
    """The words for how a claim stands: "contradicted by research"."""
    return desk.say.name(_status(claim.status, desk.graph))


def _described(study: Source) -> str:
    """A study by its name, with its design and who took part: "Nunes 2020 (within-person trial; 22 men)"."""
    weeks = f"{study.weeks} weeks" if study.weeks else ""
    told = "; ".join(filter(None, (study.design, study.participants, weeks)))
    return f"{study.label} ({told})" if told else study.label
