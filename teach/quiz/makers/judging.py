"""True or false, with the reason where the graph has one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from kg.terms import Iri, Proof, Triple
from qa.telling.verbalising import capital, joined
from teach.quiz.kit import Kit, key, verdicts
from teach.quiz.likeness import level_of
from teach.quiz.model import Form, Item, Option

__all__ = ["items"]

_Reasons = tuple[tuple[Triple, ...], tuple[Triple, ...]]
_PREMISES = 3  # of a reason; more are none that one reads
_INSTEAD = 2  # statements told where one is false


def items(kit: Kit) -> Iterator[Item]:
    """One item for each statement, and one for each that is denied or that something alike makes false.

    A relation of which nothing is known to be false is left out: whatever is asked of it would be true.
    """
    denied = [t for t in kit.graph.denials() if kit.is_sayable(t)]
    true: dict[Triple, float] = {}
    false = dict.fromkeys(denied, 1.0)
    for triple in kit.statements():
        assert isinstance(triple.object, Iri)
        wrong = kit.wrong(triple.object, triple.subject, partial(_with, triple), _name(triple))
        true[triple] = wrong[0][0] if wrong else 0.0
        for likeness, _, refuted in wrong[:1]:
            false.setdefault(refuted, likeness)
    asked = {t.predicate for t in true} & {t.predicate for t in false}
    about: dict[Iri, list[Triple]] = defaultdict(list)
    for triple in (*true, *denied):
        about[triple.subject].append(triple)
    for triple, likeness in (true | false).items():
        if triple.predicate in asked:
            yield _item(kit, triple, about[triple.subject], likeness)


def _with(triple: Triple, other: Iri) -> Triple:
    return Triple(triple.subject, triple.predicate, other)


def _name(triple: Triple) -> str:
    return key(triple.subject, triple.predicate, triple.object)


def _item(kit: Kit, triple: Triple, about: list[Triple], likeness: float) -> Item:
    """The item on one statement; `about` are statements with its subject that hold or are denied."""
    holds = kit.referee.holds(triple)
    why = (kit.kept(triple, "") if holds else kit.refused(triple, "")).why
    reasons = _reasons(kit, triple, about)
    options = _reasoned(kit, why, reasons, holds=holds) if reasons else verdicts(why, holds=holds)
    stated = reasons[0] + reasons[1] if reasons else ()
    held = (triple,) if holds else _instead(kit, triple, about)
    held = tuple(dict.fromkeys((*held, *(reasons[0] if reasons else ()))))
    contested = kit.contested([triple, *stated, *held])
    ask = "True or false, according to the article?" if contested else "True or false?"
    assert isinstance(triple.object, Iri)
    refuted = (*(() if holds else (triple,)), *(reasons[1] if reasons else ()))
    return Item(
        id=key(Form.VERDICT, _name(triple)),
        form=Form.VERDICT,
        stem=f"{ask} “{kit.wording.sentence(triple)}”{' Choose the reason too.' if reasons else ''}",
        level=level_of([likeness]),
        topic=kit.topic(triple.subject),
        memory=_name(triple),
        about=(triple.subject, triple.object),
        facts=held,
        options=options,
        judged=triple,
        refuted=refuted,
    )


def _instead(kit: Kit, triple: Triple, about: list[Triple]) -> tuple[Triple, ...]:
    """What holds in place of a false statement."""
    same = (t for t in about if t.predicate == triple.predicate and kit.referee.holds(t))
    return tuple(same)[:_INSTEAD]


def _reasoned(kit: Kit, why: str, reasons: _Reasons, *, holds: bool) -> tuple[Option, ...]:
    """Both verdicts, each with both reasons, so that the form of the options gives nothing away."""
    options = []
    for verdict in (True, False):
        for stated in reasons:
            sound = stated == reasons[0]
            told = f"{capital(joined([kit.say.fact(t) for t in stated]))}."
            said = why if sound else f"{why} {kit.refused(stated[0], '').why}"
            text = f"{verdict}. {told}"
            options.append(Option(text, verdict is holds and sound, said, stated, verdict))
    return tuple(options)


def _reasons(kit: Kit, triple: Triple, about: list[Triple]) -> _Reasons | None:
    """What holds and decides it, and what is contradicted; None where the graph lacks one of them."""
    others = [t for t in about if t != triple]
    sound = _premises(kit, triple) if kit.referee.holds(triple) else _instead(kit, triple, others)[:1]
    related = {triple.predicate, *(t.predicate for t in sound)}
    near = sorted(
        (t for t in others if t.predicate in related and not kit.referee.holds(t)),
        key=lambda t: (t.predicate != triple.predicate, str(t)),
    )
    return (sound, tuple(near[:1])) if sound and near else None


def _premises(kit: Kit, triple: Triple) -> tuple[Triple, ...]:
    """What a derived statement follows from; none where that only says the same from its other end."""
    proof = kit.graph.proof(triple)
    found = tuple(dict.fromkeys(premise.conclusion for premise in _telling(proof)))
    worded = [kit.say.fact(premise) for premise in found]
    same = {kit.say.fact(triple)}
    sayable = all(kit.is_sayable(premise) for premise in found)
    return found if 0 < len(found) <= _PREMISES and sayable and same.isdisjoint(worded) else ()


def _telling(proof: Proof) -> tuple[Proof, ...]:
    """The premises of a proof, or those of its premise where the last rule only turned it round."""
    while proof.rule in ("inverse", "sub-property") and len(proof.premises) == 1:
        proof = proof.premises[0]
    return proof.premises
