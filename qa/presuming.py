"""Why-questions that take for granted what is not so: "why does a straight knee favour the soleus?"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.bounding import bounds
from qa.claims.pairing import Pair, pairs
from qa.claims.unfounded import unfounded
from qa.forms.logic import Ask, Because, Form, Kind, Select, every, named_in, parts_of
from qa.judging.ranking import Ranked
from qa.kind import Desk, Draft, Reading
from qa.parsing.anchor import Anchor
from qa.parsing.asking import is_auxiliary
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import Token
from qa.scene import Scene
from qa.telling.verbalising import capital
from qa.verdicts.affecting import affected
from qa.verdicts.contraries import as_worded
from qa.verdicts.outranking import claimed_rank
from qa.verdicts.totalling import is_counted_out
from qa.vocabulary import CALF

__all__ = ["as_put"]

_SECONDS: Final = frozenset(("second", "sec"))
_NOT_SO: Final = "That is not so"
_NOT_DONE: Final = "You should not"
_NOT_RECOMMENDED: Final = "That is not recommended"
_REASON: Final = "Because "
_NEAR: Final = 1  # words between a name and the verb that is said of it: "toes in mainly work ..."
_OF_IT: Final = 3  # words from a name to what it is called: "at the top a waste of time"
_ADVISING: Final = frozenset(("should", "must"))
_RECOMMENDING: Final = frozenset(("recommend", "advis", "suggest", "encourag", "endors", "favour", "favor"))
_ASIDE: Final = frozenset(("that", "against", "when", "caution"))  # then it is something else
_TELLING: Final = frozenset(("tell", "say", "want", "ask", "teach"))
_WHOM: Final = 3  # words from one of those to what is to be done: "tell all of us to"
_BESIDE: Final = frozenset(
    ("than", "instead", "rather", "over", "while", "whereas", "but", "if", "unless", "only", "still", "poor")
)


def as_put(ranked: Ranked, draft: Draft, scene: Scene, desk: Desk) -> tuple[Ranked, Draft]:
    """A draft with its verdict as the question words it, and what a "why" wrongly presumes put right.

    Where that is a false statement, the reading is then the question whether it is so.
    """
    reading = ranked.reading
    told = as_worded(draft, reading, scene, desk)
    if scene.mood != "why" or not told.found or told.boolean:
        return ranked, told
    if _is_turned(scene):
        return ranked, _begun(told, _NOT_SO) if _is_belittled(reading, scene, desk) else told
    pair = _presumed(reading.form, scene, desk)
    if false := pair.triple if pair else _of_another(reading.form, scene, desk):
        words = reading.words.union(pair.words if pair else ())
        words = words.union(*(a.words for end in false for a in [_named(end, scene)] if a))
        asked = replace(reading, kind="verification", form=Ask(false), words=words, topics=(false.subject,))
        return replace(ranked, reading=asked), _denied(unfounded(false, Truth.NO, desk))
    return ranked, _put_right(told, reading, scene, desk)


def _put_right(told: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft:
    """The reason for something else than what a question takes for granted, behind a word that says so."""
    if advice := _missed(reading.form, scene, desk):
        why = f" {capital(told.lead.removeprefix(_REASON))}" if reading.kind == "reason" else ""
        return replace(told, lead=f"{_NOT_SO}: the article recommends {advice}.{why}", boolean="no")
    if reading.kind != "reason":
        return told
    if _is_advised(reading.form, scene, desk):
        return _begun(told, _NOT_RECOMMENDED if _recommends(scene) else _NOT_DONE)
    return _begun(told, _NOT_SO) if _is_contrary(reading, scene, desk) else told


def _of_another(form: Form, scene: Scene, desk: Desk) -> Triple | None:
    """What a question says, where that is denied, and a reading gives the reason of something else.

    "Why does the soleus respond best to straight knees?" is read as asking why the gastrocnemius does.
    """
    if not isinstance(form, Because) or len(form.triples) != 1 or form.negative or scene.says(_BESIDE):
        return None
    (triple,) = form.triples
    named = [iri for a in scene.anchors for iri in a.entities if _named(iri, scene) == a]
    if (triple.subject in named) == (triple.object in named) or not isinstance(triple.object, Iri):
        return None
    if CALF.POSITION not in desk.connector.classes_of(triple.subject):
        return None  # an exercise has its place in a plan for what it does not emphasise
    missing = triple.object if triple.subject in named else triple.subject
    likes = [iri for iri in named if desk.connector.alike(iri, missing)]
    if missing == triple.object:
        said = [Triple(triple.subject, triple.predicate, iri) for iri in likes]
    else:
        said = [Triple(iri, triple.predicate, triple.object) for iri in likes]
    return said[0] if said and all(desk.graph.truth(one) is Truth.NO for one in said) else None


def _presumed(form: Form, scene: Scene, desk: Desk) -> Pair | None:
    """The false statement that a question makes of two things, if it is read as asking of something else.

    Its subject must stand right before its verb and its object behind that, in one sentence.
    """
    pair = next(iter(pairs(scene, desk)), None)
    if pair is None or not (_is_false(pair, desk) and _is_put(pair, scene)):
        return None
    subject, _, value = pair.triple
    if desk.graph.truth(Triple(subject, CALF.TRAINS, value)) is Truth.YES:
        return None  # it does so, if not above all
    beside = {t.stem for t in scene.asking if t.index not in pair.words} & _BESIDE
    told = isinstance(form, Because) and form.triples == (pair.triple,)
    left = not {subject, value} <= {*named_in(form)}
    return pair if not beside and (told or left) else None


def _is_false(pair: Pair, desk: Desk) -> bool:
    """Whether a statement does not hold: what is engaged most is not engaged least."""
    subject, predicate, value = pair.triple
    least = predicate == CALF.MINIMALLY_ENGAGES
    most = Triple(subject, CALF.MAXIMALLY_ENGAGES, value)
    return pair.truth is Truth.NO or (least and desk.graph.truth(most) is Truth.YES)


def _is_put(pair: Pair, scene: Scene) -> bool:
    """Whether a question has a statement's subject, a verb for its property, and its object, in order."""
    subject, value = (_named(end, scene) for end in (pair.triple.subject, pair.triple.object))
    if subject is None or value is None:
        return False
    verb = pair.words - subject.words - value.words
    if not verb:
        return False
    if _is_circumstance(subject, scene) and _follows(min(verb), value):
        return max(verb) < subject.mention.start  # "why does the soleus rest when the knee is bent?"
    if not _follows(min(verb), subject):
        return False
    before = scene.tokens[scene.wh_index + 1 : subject.mention.start]
    inverted = scene.wh != "why" or any(map(is_auxiliary, before[:1]))
    return inverted and max(verb) < value.mention.end


def _follows(word: int, name: Anchor) -> bool:
    """Whether a word stands right behind a name."""
    return name.mention.end <= word <= name.mention.end + _NEAR


def _is_circumstance(name: Anchor, scene: Scene) -> bool:
    """Whether what is named is when something is so: "when you bend your knees", "with bent knees"."""
    before = [t.stem for t in scene.tokens[max(0, name.mention.start - _NEAR - 1) : name.mention.start]]
    return not {"when", "with", "in", "once", "while"}.isdisjoint(before)


def _named(end: object, scene: Scene) -> Anchor | None:
    """The name of one end of a statement in the asking sentence, if it is said there and not excluded."""
    return next(
        (
            a
            for a in scene.anchors
            if end in a.entities and a.polarity == "in" and not a.words <= scene.carried
            if scene.tokens[a.mention.start].sentence == scene.core
        ),
        None,
    )


def _is_advised(form: Form, scene: Scene, desk: Desk) -> bool:
    """Whether a question takes it that a mistake is to be made: "why should I bounce?"."""
    named = {iri for a in scene.anchors if a.polarity == "in" for iri in a.entities}
    things = named_in(form) if isinstance(form, Select | Because) else ()
    if _condones(scene):
        return any(CALF.MISTAKE in desk.connector.classes_of(iri) for iri in things)
    if not any(CALF.MISTAKE in desk.connector.classes_of(iri) and iri in named for iri in things):
        return False
    words, said = english().words, {t.stem for t in scene.asking}
    if said & (english().averting | words["caring"] | words["minding"]):
        return False
    return bool(
        {t.stem for t in _after_why(scene)} & _ADVISING or said & english().fine or _recommends(scene)
    )


def _recommends(scene: Scene) -> bool:
    """Whether a question says that somebody recommends something: "why does he tell us to bounce?"."""
    stems = [t.stem for t in scene.asking]
    told = any(a in _TELLING and "to" in stems[n + 1 : n + 1 + _WHOM] for n, a in enumerate(stems))
    return told or (not _RECOMMENDING.isdisjoint(stems) and (_ASIDE | _BESIDE).isdisjoint(stems))


def _missed(form: Form, scene: Scene, desk: Desk) -> str:
    """What is recommended, where a question asks why it is more, or less: "why train daily?"; else ""."""
    if len(scene.parse.amounts) != 1 or scene.says(_BESIDE):
        return ""
    (amount,), advice = scene.parse.amounts, _advice(form, scene, desk)
    unit = next((t.stem for t in scene.tokens if t.offset >= amount.end), "")
    if unit in _SECONDS and _SECONDS.isdisjoint(stems_of(desk.say.names(advice)) if advice else ()):
        return ""  # "why pause for two seconds in each rep?"
    ranges = [found for iri in advice if (found := bounds(iri, desk.graph))]
    within = any(low <= amount.low and amount.high <= high for low, high in ranges)
    return "" if within or not ranges else desk.say.names(advice)


def _advice(form: Form, scene: Scene, desk: Desk) -> tuple[Iri, ...]:
    """What is prescribed of the one quantity that a question names with its amount, or asks the reason of."""
    if isinstance(form, Because):
        first = form.triples[0]
        return (first.subject,) if first.predicate == CALF.PRESCRIBES else ()
    named = {iri for a in scene.anchors for iri in a.entities}
    quantities = [iri for iri in sorted(named) if CALF.QUANTITY in desk.connector.classes_of(iri)]
    if len(quantities) != 1 or not is_counted_out(scene.parse.amounts[0], scene):
        return ()
    return tuple(sorted(desk.graph.subjects(CALF.PRESCRIBES, quantities[0])))


def _is_contrary(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether it is the contrary of what a question says: "why do pauses reduce muscle activation?"."""
    form = reading.form
    if isinstance(form, Because):
        return any(claimed_rank(t, scene, desk) == "second" for t in form.triples)
    if not isinstance(form, Select) or not any(map(is_auxiliary, _after_why(scene))):
        return False
    effects = Select(every([Kind(CALF.EFFECT), *parts_of(form.set)]))
    return affected(replace(reading, form=effects), scene, desk) == "no"


def _after_why(scene: Scene) -> tuple[Token, ...]:
    """The word that follows the question word, if one does."""
    return scene.tokens[scene.wh_index + 1 : scene.wh_index + 2]


def _is_turned(scene: Scene) -> bool:
    """Whether a question has a "not", or says that something is so but little, or badly."""
    words = english().words
    turning = (
        words["denying"] | words["hedging"] | words["seldom"] | words["neglecting"] | english().worthless
    )
    return not _condones(scene) and any(
        t.stem in turning | english().faulty | {"no", "without"} for t in scene.asking
    )


def _is_belittled(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a question calls a principle worthless, or not needed: "why is a full range unnecessary?"."""
    if reading.kind != "reason" or not {"not", "no", "without"}.isdisjoint(scene.stems):
        return False
    named = (a for a in scene.anchors for iri in a.entities if _is_principle(iri, desk))
    ends = [a.mention.end for a in named if scene.tokens[a.mention.start].sentence == scene.core]
    words = [t for t in scene.asking if t.stem in english().worthless]
    return any(0 <= word.index - end <= _OF_IT for word in words for end in ends)


def _is_principle(iri: Iri, desk: Desk) -> bool:
    """Whether a thing is a principle of training."""
    return CALF.TRAINING_PRINCIPLE in desk.connector.classes_of(iri)


def _condones(scene: Scene) -> bool:
    """Whether a question calls it fine to neglect something: "why is it good to skip the soleus?"."""
    stems, words = [t.stem for t in scene.asking], english().words
    for n, stem in enumerate(stems):
        if stem in english().fine:
            after, before = stems[n + 1 : n + 3], stems[:n]
            gerund = before[-1:] == ["be"] and not words["neglecting"].isdisjoint(before)
            if gerund or (after[:1] == ["to"] and after[-1] in words["neglecting"]):
                return True
    return False


def _denied(denial: Draft) -> Draft:
    """What is stated in place of a false statement, for who took it for true."""
    fact = denial.lead.removeprefix("No: ")
    return replace(denial, lead=capital(fact) if fact.startswith("it is not so") else f"{_NOT_SO}: {fact}")


def _begun(draft: Draft, word: str) -> Draft:
    """An answer to a why that has nothing to explain: what is so, behind a word that says so."""
    fact = draft.lead.removeprefix(_REASON)
    return replace(draft, lead=f"{word}: {fact[:1].lower()}{fact[1:]}", boolean="no")
