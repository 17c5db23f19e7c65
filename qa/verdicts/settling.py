"""Whether the rules alone settle a verdict, or what was learnt is weighed with them."""

from __future__ import annotations

from typing import Final

from kg.schema import Truth
from kg.terms import Iri
from qa.forms.logic import Ask, Count, Describe, Form, Select, excluded_in
from qa.kind import Desk, Draft, Reading
from qa.mattering import mattering
from qa.parsing.english import english
from qa.parsing.outline import EXCESS, SHORTFALL
from qa.scene import Scene
from qa.verdicts.advising import advised_against, is_told_to, left_out, put_first, turned_from
from qa.verdicts.affecting import affected
from qa.verdicts.alone import is_alone, is_limited, others
from qa.verdicts.belittling import belittled, tired
from qa.verdicts.belonging import asks_belonging, none_of
from qa.verdicts.claiming import is_all_said, is_bare, is_named, is_plain
from qa.verdicts.contrasting import contrasted
from qa.verdicts.denying import is_condemned, is_denied, is_of_nothing, is_refuted
from qa.verdicts.depending import is_best
from qa.verdicts.dividing import balanced, of_one_part
from qa.verdicts.equalling import unequalled
from qa.verdicts.equating import equated
from qa.verdicts.excepting import excepted
from qa.verdicts.forbidding import forbidden
from qa.verdicts.forgoing import forgone
from qa.verdicts.gauging import assigned
from qa.verdicts.isolating import isolated
from qa.verdicts.judging import judged
from qa.verdicts.limiting import only_one
from qa.verdicts.needing import needed
from qa.verdicts.numbering import bounded, is_counted, overstepped
from qa.verdicts.opposing import is_complement, is_lessened, is_opposed
from qa.verdicts.outranking import behind, claimed_rank
from qa.verdicts.progressing import changed, progressed
from qa.verdicts.rejecting import rejected
from qa.verdicts.remaining import remaining
from qa.verdicts.sequencing import sequenced
from qa.verdicts.shunning import is_kept_away, is_sent_to
from qa.verdicts.siding import sided
from qa.verdicts.sparing import spared
from qa.verdicts.stepping import in_step
from qa.verdicts.supposing import harms, is_likewise, supposed
from qa.verdicts.swapping import swapped
from qa.verdicts.totalling import is_counted_out, is_held_against_range, is_per_session
from qa.verdicts.turning import CONTRARY
from qa.verdicts.twofold import joined, paired, twofold
from qa.vocabulary import CALF

__all__ = ["OF_WORDS", "SURELY", "is_certain", "is_judged"]

#: Rules that look at the words of a question beside what is read, and decide alone.
OF_WORDS = (
    *(
        isolated,
        forgone,
        affected,
        forbidden,
        left_out,
        put_first,
        advised_against,
        turned_from,
        changed,
        assigned,
        sequenced,
        in_step,
    ),
    *(belittled, tired, balanced, of_one_part, swapped, rejected, sided, paired, judged),
)
#: Those, and rules of names and numbers, that no learnt verdict is weighed with.
_DECIDING: Final = (
    *(progressed, harms, equated, remaining, none_of, only_one, excepted, unequalled),
    *OF_WORDS,
    *(overstepped, spared),
)
_WHOLE = 0.8  # weight of a whole name
_OPENING = 3  # words among which one that corrects what was said opens a turn: "no, I meant"
SURELY = 0.9  # probability from which what was learnt is believed alone, or against a rule that is certain


def is_certain(draft: Draft, ruled: Draft, reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether the rules alone decide: what a thing is, a bare statement, denials, "only", numbers."""
    form = reading.form
    if _is_ruled(draft, reading, scene, desk):
        return True
    if isinstance(form, Describe):
        judged = is_told_to(form, scene, desk) or _is_judged(form, ruled, scene, desk)
        return judged or _is_turned_by_opposite(draft, ruled, reading, scene, desk)
    if not isinstance(form, Ask):
        turned = _is_turned_by_opposite(draft, ruled, reading, scene, desk)
        return turned or _is_listed(draft, ruled, reading, scene, desk)
    both = bool(joined(form.triple, scene, desk))
    if both or _is_taken_up(form, scene) or _is_corrected(scene) or _is_of_it(form, scene, desk):
        return True
    if _is_worded(form, draft, ruled, reading, scene, desk) or is_lessened(reading, scene, desk):
        return True
    said = scene.claimed == scene.core and draft.boolean == ruled.boolean
    if said and is_named(form, scene) and is_all_said(form, scene, desk):
        return True
    if is_refuted(scene) or _is_contradicted(ruled, scene):
        return is_refuted(scene)
    denied = ruled.boolean != draft.boolean
    turned = denied and (is_complement(reading, scene, desk) or not is_denied(scene))
    return turned or is_plain(form, reading, scene, desk, denied=denied)  # its ends the other way round


def _is_judged(form: Describe, ruled: Draft, scene: Scene, desk: Desk) -> bool:
    """Whether a mistake is called wrong or fine, or a principle is, and nothing learnt speaks against it."""
    classes, named = desk.connector.classes_of(form.iri), any(form.iri in a.entities for a in scene.anchors)
    words = english().words
    turned = words["lacking"] | words["forgoing"] | words["neglecting"]
    plain = scene.stems.isdisjoint(turned) and not (is_limited(scene) or _is_contradicted(ruled, scene))
    principle = named and CALF.TRAINING_PRINCIPLE in classes and ruled.boolean in CONTRARY and plain
    return is_judged(scene) and (CALF.MISTAKE in classes or principle)


def _is_worded(form: Ask, draft: Draft, ruled: Draft, reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether words say plainly what a question makes of a statement, so that nothing learnt counts."""
    if is_of_nothing(scene) or claimed_rank(form.triple, scene, desk):
        return True
    if draft.boolean == "yes" and is_limited(scene):
        return bool(others(reading, scene, desk)) or is_alone(reading, scene, desk)
    if _is_of_little(form, scene):
        return True
    if not is_named(form, scene):
        return False
    twice = is_denied(scene) and ruled.boolean == draft.boolean  # "it can't be switched off"
    opposed = twice and is_opposed(draft, reading, scene, desk)
    return opposed or is_condemned(scene) or is_kept_away(form, scene) or is_sent_to(form, scene)


def _is_of_little(form: Ask, scene: Scene) -> bool:
    """Whether a question says of a muscle that it does little, as a statement does: "any less busy"."""
    named = any(form.triple.object in a.entities for a in scene.anchors)
    claim = {t.stem for t in scene.tokens if t.sentence == scene.claimed}
    little = not english().words["hedging"].isdisjoint(claim)
    return form.triple.predicate == CALF.MINIMALLY_ENGAGES and named and little


def _is_turned_by_opposite(draft: Draft, ruled: Draft, reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether an opposite alone has made "no" of what is told or listed: "does bouncing cut the risk?"."""
    listed = reading.kind == ("verification" if isinstance(reading.form, Describe) else "listing")
    turned = ruled.boolean == "no" and draft.boolean != "no"
    return listed and turned and not is_denied(scene) and is_opposed(draft, reading, scene, desk)


def _is_of_it(form: Ask, scene: Scene, desk: Desk) -> bool:
    """Whether a turn holds what was spoken of against a thing of its kind: "is it deeper than that one?"."""
    value, stems = form.triple.object, [t.stem for t in scene.asking]
    if scene.before is None or stems[1:2] != ["it"] or "than" not in stems or not isinstance(value, Iri):
        return False
    said = any(role != "cue" for _, role in scene.cued.get(form.triple.predicate, ()))
    return said and desk.connector.alike(form.triple.subject, value)


def _is_corrected(scene: Scene) -> bool:
    """Whether a turn only puts right what was asked before, so that the last verdict says nothing of it."""
    said = {t.stem for t in scene.asking[:_OPENING]}
    return scene.before is not None and not english().words["correcting"].isdisjoint(said)


def _is_taken_up(form: Ask, scene: Scene) -> bool:
    """Whether a statement is about what was answered before: "does the gastrocnemius insert there too?"."""
    return is_likewise(scene) and any(
        form.triple.object in a.entities and a.words <= scene.carried for a in scene.anchors
    )


def _is_ruled(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a rule that looks at the words of a question alone has given the verdict."""
    belonging = asks_belonging(scene) and not isinstance(reading.form, Describe)
    crossed = (twofold(scene, desk) and not is_denied(scene)) or _is_ordered(reading.form, scene, desk)
    if belonging or crossed or contrasted(draft, scene) or bounded(draft, reading, scene):
        return True
    return any(rule(reading, scene, desk) for rule in mattering(_DECIDING, scene))


def _is_ordered(form: Form, scene: Scene, desk: Desk) -> bool:
    """Whether the words put the ends of a true relation between things alike in its order."""
    if not isinstance(form, Ask) or desk.graph.truth(form.triple) is not Truth.YES:
        return False
    subject, predicate, value = form.triple
    if not isinstance(value, Iri) or not desk.connector.alike(subject, value):
        return False
    return desk.connector.stands_last(scene, value, subject, predicate)


def _is_listed(draft: Draft, ruled: Draft, reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether the rules alone decide on a list, an amount or a need."""
    if reading.kind == "verification":  # "only possible with a machine?", "and the standing raise?"
        settled = needed(draft, reading, scene) or behind(draft, reading, scene)
        goes_on = (scene.before is not None and scene.goes_on) or bool(settled)
        return goes_on or is_limited(scene) or _is_spared(reading, scene)
    if reading.kind == "quantity":
        taken_up = scene.before is not None and not _is_contradicted(ruled, scene)  # "would 25 fit?"
        stated = is_counted_out(reading.amount, scene) and not _is_contradicted(ruled, scene)
        return taken_up or stated or _is_compared(reading, scene)
    if is_likewise(scene) and isinstance(reading.form, Select):
        return not draft.boolean
    if _is_of_one_named(draft, reading, scene, desk):
        return True
    counted = (isinstance(reading.form, Count) or not draft.boolean) and is_counted(reading, scene)
    return counted and not _is_contradicted(ruled, scene)


def _is_of_one_named(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a question only asks if something named is in a list: "does a high weight raise the risk?"."""
    if reading.kind != "listing" or draft.boolean or is_denied(scene):
        return False
    found = {item.iri for item in draft.items}
    names = [a for a in scene.anchors if a.mention.weight >= _WHOLE and not a.words <= reading.words]
    alike = (desk.connector.alike(i, iri) for a in names for i in a.entities for iri in found)
    bare = len(names) == 1 and any(alike) and is_bare(reading.words | names[0].words, scene)
    return bare and bool(supposed(reading, scene, desk))


def _is_compared(reading: Reading, scene: Scene) -> bool:
    """Whether an amount is held against a range in so many words, or is one that has to be reckoned."""
    if reading.amount is None or reading.note in (EXCESS, SHORTFALL) or is_best(scene):  # "too often?"
        return True
    asking = {t.stem for t in scene.asking}
    if not english().fine.isdisjoint(asking) and not is_denied(scene):
        return True  # "40 sets a week: sensible?"
    reckoned = reading.amount != scene.stated or is_per_session(reading.form, scene)
    return reckoned or is_held_against_range(scene)


def _is_contradicted(ruled: Draft, scene: Scene) -> bool:
    """Whether what was learnt says the contrary of the rules, and is sure of it."""
    learnt = {"yes": scene.verdict.no, "no": scene.verdict.yes}
    return learnt[ruled.boolean] >= SURELY


def _is_spared(reading: Reading, scene: Scene) -> bool:
    """Whether a question whether an exercise can be done without a thing excludes that thing itself."""
    without = reading.kind == "verification" and reading.note == "without"
    unwanted = excluded_in(reading.form) if without else frozenset()
    return any(
        a.polarity == "out" and not unwanted.isdisjoint((*a.entities, *a.classes)) for a in scene.anchors
    )


def is_judged(scene: Scene) -> bool:
    """Whether the question calls a practice wrong, or fine."""
    stems = {t.stem for t in scene.tokens if t.sentence == scene.core}
    return bool(stems & (english().faulty | english().fine))
