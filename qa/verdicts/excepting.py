"""Whether something is so of others than what a question names: "some other tendon than the medial head?"."""

from __future__ import annotations

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import Ask
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.parsing.asking import asks_itself
from qa.parsing.english import english
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.verdicts.supposing import overlap
from qa.verdicts.turning import CONTRARY
from qa.vocabulary import CALF

__all__ = ["excepted"]

_ANY = frozenset(("anything", "anywher", "anybody", "anyon"))
_THAN = 6  # words from "other" to "than": "other calf muscle than"
_REACH = 3  # words from "than" to the name


@where(asks_verdict)
def excepted(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on "other than", "anything but" and "differently than"; "" without such words.

    "No" where two things compared share what is stated; else it is whether others have what one of them has.
    """
    form = reading.form
    if not isinstance(form, Ask) or (at := _exception(scene)) < 0:
        return ""
    after = [a for a in scene.anchors if a.entities and 0 <= a.mention.start - at <= _REACH]
    if not after:
        return ""
    triple, left = form.triple, after[0].entities
    before = {i for a in scene.anchors if a.mention.end <= at for i in a.entities}
    verdict = _of_both(triple, left, before, desk)
    if not verdict and before <= {triple.subject, triple.object}:
        verdict = _of_others(triple, left, desk)
    return CONTRARY[verdict] if verdict and is_denied(scene) else verdict


def _of_both(triple: Triple, left: tuple[Iri, ...], before: set[Iri], desk: Desk) -> str:
    """No, where a thing and another of its kind have the same: "another tendon than the medial head"."""
    shared = (
        desk.graph.truth(Triple(one, triple.predicate, triple.object)) is Truth.YES
        and desk.graph.truth(Triple(other, triple.predicate, triple.object)) is Truth.YES
        for one in left
        for other in before
        if one != other and desk.connector.alike(one, other)
    )
    return "no" if any(shared) else ""


def _of_others(triple: Triple, left: tuple[Iri, ...], desk: Desk) -> str:
    """Whether others stand in the place of an end of a statement that a question leaves aside."""
    subject, predicate, value = triple
    if value in left:
        ends = (i for i in desk.graph.objects(subject, predicate) if isinstance(i, Iri))
        found = {i: Triple(subject, predicate, i) for i in ends}
    elif subject in left:
        found = {i: Triple(i, predicate, value) for i in desk.graph.subjects(predicate, value)}
    else:
        return ""
    told = _is_of_article(triple, desk)  # where the article says one thing, what others add is no exception
    apart = (i for i, t in found.items() if i not in left and _is_of_article(t, desk) >= told)
    others = (i for i in apart if not any(overlap(i, one, desk) for one in left))
    return "yes" if any(True for _ in others) else "no"


def _is_of_article(triple: Triple, desk: Desk) -> bool:
    """Whether the article states something, or what it follows from."""
    if desk.graph.truth(triple) is Truth.UNSTATED or triple.predicate in (CALF.SAME_AS, CALF.TYPE):
        return False
    return any(source.kind == "article" for source in desk.graph.provenance(triple).sources)


def _exception(scene: Scene) -> int:
    """Where the word ends that leaves a name aside: "other than", "anywhere but"; -1 if none does."""
    claim = [t for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0]
    words = english().words
    for n, token in enumerate(claim):
        near = {t.stem for t in claim[max(0, n - _THAN) : n]}
        if token.stem == "than" and near & (words["other"] | {"else"}):
            return token.index + 1
        joined = n > 0 and claim[n - 1].stem in _ANY and claim[n - 1].clause == token.clause
        if token.stem == "but" and joined and not asks_itself(claim[n + 1 :]):
            return token.index + 1
    return -1
