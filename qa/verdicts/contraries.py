"""Verdicts as the question words them: "the soleus doesn't cross the knee, does it?", "only the soleus?".

A verdict is found for a statement of the graph. Where the question denies that statement, has the opposite
of one of its words or calls it worthless, the verdict turns; where it claims "only", other things of which
the same is true make it "no". What no list foresees ("half reps are fine, aren't they?") was learnt from
questions with their verdicts (qa.learnt.wording). The worst answer is an inverted one, so this is decided in
one place, and what follows the verdict is always what the graph states.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from qa.forms.logic import Ask, Count, Describe, excluded_in, focus_of
from qa.kind import ALL_TOLD, Desk, Draft, Reading
from qa.learnt.weighing import chance
from qa.mattering import mattering
from qa.outlying import outlying
from qa.parsing.english import english
from qa.scene import Scene
from qa.stating import is_put_the_other_way, is_stated
from qa.verdicts.allotting import not_only, of_all
from qa.verdicts.alone import is_more, of_both, others
from qa.verdicts.averting import averted, leaves_benefit
from qa.verdicts.belonging import foreign, is_told_apart, none_of
from qa.verdicts.claiming import is_named
from qa.verdicts.contrasting import contrasted
from qa.verdicts.crediting import credited, of_weak_calves
from qa.verdicts.degrees import graded
from qa.verdicts.denying import is_condemned, is_denied, is_faulted
from qa.verdicts.depending import depending
from qa.verdicts.equalling import unequalled
from qa.verdicts.equating import equated
from qa.verdicts.exceeding import exceeding
from qa.verdicts.excepting import excepted
from qa.verdicts.existing import any_there
from qa.verdicts.gauging import gauged, prescribed
from qa.verdicts.keeping import kept_up
from qa.verdicts.leading import begun, settled, turned, unsaid
from qa.verdicts.limiting import only_one
from qa.verdicts.matching import matched
from qa.verdicts.needing import needed
from qa.verdicts.numbering import bounded, overstepped
from qa.verdicts.opposing import is_complement, is_lessened, is_opposed, is_reversed
from qa.verdicts.outranking import behind, claimed_rank
from qa.verdicts.preferring import preferred
from qa.verdicts.progressing import progressed
from qa.verdicts.ranging import ranged
from qa.verdicts.remaining import remaining
from qa.verdicts.remedying import remedied
from qa.verdicts.settling import OF_WORDS, SURELY, is_certain
from qa.verdicts.shunning import is_kept_away
from qa.verdicts.sparing import spared
from qa.verdicts.supposing import harms, names_another, supposed
from qa.verdicts.surpassing import measured
from qa.verdicts.totalling import is_per_session
from qa.verdicts.turning import CONTRARY
from qa.verdicts.twofold import twofold
from qa.verdicts.universal import of_every
from qa.verdicts.wanting import wants_none
from qa.verdicts.weighing import verdict_features
from qa.vocabulary import CALF

__all__ = ["as_worded", "by_rule", "is_certain"]

_SURE = 0.6  # probability from which a verdict is given; of those under it, half would be wrong
_AGAINST = 0.7  # the same of one against the rules on a statement; of those under it, half are inverted
_SILENT = 0.1  # probability of any verdict under which none was learnt
_CHOOSING = ("which", "what", "where", "who")  # words that ask for a thing, and for no verdict
_NEVER = ("choice", "comparison")  # kinds whose answers begin with no verdict
_OTHERWISE = ", the number is another one"  # "it's a myth that it has three heads"
_AT_ONCE = ", not in one session"
_NO_MORE = ", there are no more"
_NOT_ALONE = ", it is not the only one"
_AS_PUT = {"yes": ", as you put it", "no": ", not as you put it"}


def as_worded(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft:
    """A draft with its verdict on what the question says, where that is not what the form says.

    How a claim stands against research is no matter of wording, nor what was measured; a name alone says
    nothing ("toes in?"); and on what is stated word for word the graph has the last word. Who asks which
    joint it is gets no verdict.
    """
    told = _worded(draft, reading, scene, desk)
    chosen = scene.wh in _CHOOSING and not (scene.may_be_polar or scene.before)
    groundless = told.boolean == "yes" and is_told_apart(reading, scene)
    return unsaid(told) if (chosen or groundless) and told.boolean in CONTRARY else told


def _worded(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft:
    """A draft with its verdict on what the question says, if it asks for one."""
    if reading.note == ALL_TOLD:
        return begun(unsaid(draft) if draft.boolean in CONTRARY else draft, "no", _NO_MORE)
    if weak := of_weak_calves(draft, reading, scene, desk):
        return weak
    if is_put_the_other_way(reading.form, scene):
        return turned(draft) if draft.boolean == "yes" else draft
    measured_only = reading.focus == CALF.MUSCLE_VALUE and draft.boolean not in CONTRARY
    certain = reading.focus == CALF.CLAIM or measured_only or is_stated(reading.form, scene)
    if certain or _is_but_a_name(reading, scene):
        return draft
    for rule in (exceeding, matched, ranged, averted, of_both):
        if told := rule(draft, reading, scene, desk):
            return told
    kept = kept_up(reading, scene, desk) or credited(draft, scene, desk) or remedied(draft, scene, desk)
    if kept:
        return kept
    if wants_none(draft, reading, scene, desk):
        return unsaid(draft) if draft.boolean in CONTRARY else draft
    return of_every(draft, reading, scene, desk) or _as_said(draft, reading, scene, desk)


def _is_but_a_name(reading: Reading, scene: Scene) -> bool:
    """Whether a message that goes on with no other is the name of one thing, and nothing else."""
    named = frozenset[int]().union(*(a.words for a in scene.anchors))
    rest = (t.stem for t in scene.tokens if t.index not in named)
    return (
        isinstance(reading.form, Describe)
        and scene.before is None
        and len(scene.anchors) == 1  # "eccentric = the lifting bit?"
        and (english().words["articles"] | {"be"}).issuperset(rest)  # "toes in = ?"
    )


def _as_said(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft:
    """A draft with its verdict on what the question says of the world."""
    if draft.found and (verdict := _reckoned(draft, reading, scene, desk)):
        verdict = CONTRARY[verdict] if is_denied(scene) else verdict
        return begun(replace(draft, lead=draft.lead.removeprefix("Yes: ").removeprefix("No: ")), verdict)
    if draft.found and _is_levelled(draft, reading, scene):
        return begun(draft, "yes" if is_denied(scene) else "no")
    if draft.found and not draft.boolean and (verdict := preferred(draft, reading, scene)):
        return begun(draft, verdict)
    if draft.found and not draft.boolean and (verdict := any_there(reading, scene)):
        return begun(draft, verdict)
    if in_part := depending(draft, reading, scene, desk) or graded(draft, reading, scene):
        return in_part
    ruled = by_rule(draft, reading, scene, desk)
    polar = (scene.may_be_polar or _is_unmarked(scene)) and _may_begin(reading, scene)
    polar = polar and not _asks_amount(reading, scene)
    if not draft.found:
        return _instead(ruled, reading, scene) if polar and not scene.half else ruled
    if scene.half or not (ruled.boolean in CONTRARY or polar) or _is_unknown(reading, scene):
        return ruled
    return _weighed(draft, ruled, reading, scene, desk)


def _reckoned(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict that numbers alone give, before any denial; "" where they give none."""
    return gauged(reading, scene, desk) or prescribed(reading, scene, desk) or measured(draft, reading)


def _weighed(draft: Draft, ruled: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft:
    """A draft with the verdict of the rules, or of what was learnt, or of both weighed together."""
    learnt = scene.verdict
    if learnt.yes + learnt.no < _SILENT:
        return ruled
    if ruled.boolean in CONTRARY:
        if is_certain(draft, ruled, reading, scene, desk):
            return ruled
        yes = chance("verdict", verdict_features(draft, ruled, reading, scene))
        word = "yes" if yes > 0.5 else "no"
        against = isinstance(reading.form, Ask) and word != ruled.boolean
        unsure = max(yes, 1 - yes) < (_AGAINST if against else _SURE)
        missed = word == "yes" and names_another(draft, reading, scene, desk)
        if unsure or missed or (word != ruled.boolean and leaves_benefit(reading, scene, desk)):
            return unsaid(ruled) if draft.boolean else draft
        if ruled.boolean == word:
            return ruled
        return turned(ruled, _AS_PUT[word]) if draft.boolean else begun(draft, word)
    word = "yes" if learnt.yes > learnt.no and not names_another(draft, reading, scene, desk) else "no"
    sure = max(learnt.yes, learnt.no) >= _SURE
    return begun(ruled, word) if sure and not ruled.boolean else ruled


def _instead(draft: Draft, reading: Reading, scene: Scene) -> Draft:
    """What is stated in place of something that no source states, with a verdict if one was surely learnt."""
    learnt, (_, _, said) = scene.verdict, draft.lead.partition(": ")
    word = "yes" if learnt.yes > learnt.no else "no"
    if draft.stated or not draft.triples or not said or max(learnt.yes, learnt.no) < SURELY:
        return draft
    named = word == "yes" and is_named(reading.form, scene)  # it is not so because it is like what is so
    if named or outlying(scene):
        return draft  # nothing was learnt of it
    return begun(replace(draft, lead=said, found=True, stated=True), word)


def _is_unknown(reading: Reading, scene: Scene) -> bool:
    """Whether an amount that was only said before may miss the advice: "is that more than advised?"."""
    amount = reading.kind == "quantity" and reading.amount is None
    return amount and scene.before is not None and bool(scene.feared)


def _is_levelled(draft: Draft, reading: Reading, scene: Scene) -> bool:
    """Whether a question asks if things are alike of which only one is so: "are both equally good?"."""
    if reading.kind != "choice" or len(draft.items) != 1 or not scene.polar or draft.boolean:
        return False
    return not english().words["levelling"].isdisjoint(t.stem for t in scene.asking)


def _is_unmarked(scene: Scene) -> bool:
    """Whether the words alone show that a verdict is wanted: "seated raises any good for the soleus"."""
    return scene.mood == "none" and max(scene.verdict.yes, scene.verdict.no) >= SURELY


def _asks_amount(reading: Reading, scene: Scene) -> bool:
    """Whether a few words ask for a number that is not for something: "reps for size, not stamina?"."""
    amount = reading.kind == "quantity" and reading.amount is None
    return amount and scene.mood == "none" and bool(excluded_in(reading.form))


def _may_begin(reading: Reading, scene: Scene) -> bool:
    """Whether an answer of this kind may begin with a verdict: on a choice, where one was already made."""
    if reading.kind == "procedure" and reading.note:  # which comes first is told, or judged by the order
        return reading.note in CONTRARY
    return reading.kind not in _NEVER or scene.confirming or scene.claimed != scene.core


def by_rule(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft:
    """A draft with the verdict that follows from denials, opposites and limits in the question's words."""
    if draft.found and (plain := _by_words(draft, reading, scene, desk)):
        told_of_one = isinstance(reading.form, Describe) or reading.kind == "quantity"
        single = told_of_one and plain == only_one(reading, scene, desk) == "no"
        return settled(draft, plain, _NOT_ALONE if single else "")
    if draft.boolean not in CONTRARY:
        asked = draft.found and not draft.boolean and reading.kind not in _NEVER
        guess = supposed(reading, scene, desk) if asked else ""
        if guess == "yes" and is_opposed(draft, reading, scene, desk):
            guess = "no"  # "does bouncing cut the risk of injury?"
        if guess and is_denied(scene) and not (_shuns(reading) or harms(reading, scene, desk)):
            guess = CONTRARY[guess]
        stated = asked and reading.kind != "reason"
        if not guess and stated and scene.polar and is_opposed(draft, reading, scene, desk):
            guess = "no"
        return begun(draft, guess) if guess else draft
    if need := needed(draft, reading, scene) or behind(draft, reading, scene):
        return settled(draft, need)
    rest = others(reading, scene, desk) if draft.boolean == "yes" else {}
    if not rest and (all_of := of_all(draft, reading, scene, desk)):
        return all_of
    if rest:
        return not_only(reading, rest, desk, denied=is_more(scene))
    if isinstance(reading.form, Describe) and (verdict := harms(reading, scene, desk)):
        return settled(draft, verdict)
    denied = _is_deniable(reading, desk) and is_denied(scene)
    denied ^= _condemns(reading, scene, desk)
    denied ^= reading.kind == "quantity" and reading.amount is not None and is_faulted(scene)
    opposed = draft.boolean == "yes" and (
        is_opposed(draft, reading, scene, desk) or is_reversed(reading, scene, desk)
    )
    at_once = draft.boolean == "yes" and reading.amount is not None and is_per_session(reading.form, scene)
    contrary = is_complement(reading, scene, desk) or is_lessened(reading, scene, desk)
    opposed = opposed or (draft.boolean == "no" and contrary)
    opposed = opposed or is_kept_away(reading.form, scene)
    aside = _OTHERWISE if isinstance(reading.form, Count) and draft.boolean == "no" else ""
    aside = _AT_ONCE if at_once else aside
    return turned(draft, aside) if denied != (opposed or at_once) else draft


def _shuns(reading: Reading) -> bool:
    """Whether a reading excludes what the question denies, other than all that it asks for."""
    return bool(excluded_in(reading.form) - {focus_of(reading.form)})


def _condemns(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a question calls wrong what a statement says; "the angle before form" is not what it says."""
    form = reading.form
    if not isinstance(form, Ask) or not is_condemned(scene):
        return False
    return form.triple.predicate != CALF.OUTRANKS or bool(claimed_rank(form.triple, scene, desk))


def _of_names(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on names that a question pairs, equates or has go up or down, or ""."""
    if (both := twofold(scene, desk)) and not is_denied(scene):
        return both
    return equated(reading, scene, desk) or progressed(reading, scene, desk)


def _by_words(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict that names, comparisons and bounds of a number give by themselves, or ""."""
    rules = mattering(_RULES, scene)
    named = next(filter(None, (rule(reading, scene, desk) for rule in rules)), "")
    of_number = bounded(draft, reading, scene) or overstepped(reading, scene, desk)
    return named or contrasted(draft, scene) or of_number


#: The rules that look at names and words, in the order in which they are asked.
_RULES: Final = (_of_names, *OF_WORDS, remaining, foreign, none_of, only_one, excepted, spared, unequalled)


def _is_deniable(reading: Reading, desk: Desk) -> bool:
    """Whether a "not" may deny what a reading states; of a mistake it often is a part."""
    form = reading.form
    if isinstance(form, Describe):
        return CALF.MISTAKE not in desk.connector.classes_of(form.iri)
    return isinstance(form, Ask) or reading.note in CONTRARY or reading.amount is not None
