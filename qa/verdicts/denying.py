"""Whether a question denies a statement: which "not" in it does, and which only tells how things stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qa.parsing.asking import adds_nothing, asks_itself, is_tag, supposed_in
from qa.parsing.english import english
from qa.parsing.linking import PART, Token
from qa.parsing.measuring import grants, measures
from qa.parsing.outline import HIGHEST, LOWEST
from qa.scene import Scene

__all__ = ["is_condemned", "is_denied", "is_faulted", "is_of_nothing", "is_pardoned", "is_refuted", "told"]

_BEFORE = 4  # words from "that's" or "is it" to what it is: "is it really that wrong"
_WHETHER = (["be", "that"], ["be", "this"])  # "is that in the spirit of it"
_NOTHING = frozenset(("nothing", "neither", "nobody"))
_BESIDE = frozenset(("but", "else", "except", "besid", "beside", "nor", "or"))  # "nothing but" is no denial
_ENDING = 3  # words of "the soleus doesn't", of which the last but two may be a name
_TAIL = 1  # words after the negation of a tag: "doesn't it?"


def is_denied(scene: Scene) -> bool:
    """Whether the question has a "not"; one that opens it asks for the statement: "isn't lifting ...?"."""
    return scene.once("denied", lambda: _is_denied(scene))


def _is_denied(scene: Scene) -> bool:
    core = _claim(scene)
    last = _end(core)
    circumstances = told(scene)
    limits = {i for name in (HIGHEST, LOWEST) for m in scene.operators(name) for i in m.words}
    aside = scene.leading | limits | supposed_in(core)  # "no more than"; "if I don't feel it, is it"
    found = [
        t
        for t, after in pairwise(core)
        if t is not core[0]
        and t.index not in aside
        and t.clause not in circumstances
        and not _is_alternative(t, after, core)
        and scene.tokens[t.index - 1].stem != "or"
        and t.index < last
        and _denies(t, after, core, scene.tokens)
    ]
    return (len(found) + _ends_denied(core) + is_refuted(scene) + is_of_nothing(scene)) % 2 == 1


def _end(core: Sequence[Token]) -> int:
    """Where a claim ends: before a tag, "isn't it?", "isn't that so?"."""
    if not core:
        return 0
    tag = [t for t in core if t.clause == core[-1].clause]
    if is_tag(tag) and len(tag) < len(core):
        return tag[0].index
    return core[-1].index - _TAIL * _is_tagged(core)


def _is_alternative(word: Token, after: Token, core: Sequence[Token]) -> bool:
    """Whether a word only says "if not" of what was asked before: "..., and if they aren't, how far ...?"."""
    before = [t.stem for t in core if t.clause == word.clause and t.index < word.index]
    return after.clause != word.clause and "if" in before[-_TAIL - 2 :]


def _is_tagged(core: Sequence[Token]) -> bool:
    """Whether a claim may end with a tag, "isn't it"; "even if it isn't possible" ends with none."""
    return core[-1].stem in english().words["tag_subjects"] | {"not"}


def _ends_denied(core: Sequence[Token]) -> bool:
    """Whether a claim ends with a verb that is denied of something: "but the soleus doesn't"."""
    if len(core) <= _TAIL + 1 or core[-1].stem not in english().words["denying"]:
        return False
    last = [t for t in core if t.clause == core[-1].clause][-_ENDING:]
    subject = [t for t in last[:-2] if t.stem not in ("or", "and", "but")]
    return bool(subject) and last[-2].stem in english().words["auxiliary"]


def told(scene: Scene) -> set[int]:
    """The clauses beside a claim that only tell how things stand: a "not" in them denies nothing.

    What stands before a clause that asks does so, "my gym has no machine, can a friend sit on me?", and
    what is said of the one who asks: "my English is not good: ...", "..., can't find one".
    """
    core = _claim(scene)
    clauses = {t.clause: [w for w in core if w.clause == t.clause] for t in core}
    claiming = [n for n, words in clauses.items() if not _points_back(words, scene)]
    asking = [n for n in claiming if asks_itself(clauses[n])][:1]
    return {n for n in claiming[:-1] if asking and n < asking[0]} | {
        n for n in claiming if len(claiming) > 1 and n not in asking and _is_of_asker(clauses[n], scene)
    }


def _points_back(words: Sequence[Token], scene: Scene) -> bool:
    """Whether a clause asks no more than whether what stands beside it is so: "is that what they say"."""
    whether = [t.stem for t in words[:2]] in _WHETHER
    return whether or is_tag(words) or scene.asks_if_so(words) or adds_nothing(words)


def _is_of_asker(words: Sequence[Token], scene: Scene) -> bool:
    """Whether a clause with a "not" is about the one who asks, and names nothing that a claim is about."""
    clause = words[0].clause
    named = any(
        a.entities and a.polarity == "in" and a.mention.weight > PART
        for a in scene.anchors
        if scene.tokens[a.mention.start].clause == clause
    )
    stems = [t.stem for t in words]
    denial = next((n for n, stem in enumerate(stems) if stem in english().words["denying"]), 0)
    omitted = denial == 1 and stems[0] in english().words["auxiliary"]
    return not named and denial > 0 and (omitted or not english().words["self"].isdisjoint(stems[:denial]))


def _denies(word: Token, after: Token, core: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether a word denies what its sentence states: a "not", or the "no" before what is not there."""
    words = english().words
    if after.stem in words["assured"]:
        return False  # "I believe so but I'm not sure"
    if word.stem == "no":
        return after.clause == word.clause and not grants(word, tokens)
    only = word is not core[1] and measures(word, tokens)  # "does the soleus not only ..."
    return word.stem in words["denying"] | words["barring"] and not only


def is_of_nothing(scene: Scene) -> bool:
    """Whether a question says something of nothing: "is it true that nothing isolates the medial head?"."""
    claim = [t for t in _claim(scene) if t.index not in scene.opening]
    subjects = {"that", *english().words["auxiliary"]}
    opens = (b for a, b in pairwise(claim) if a.stem in subjects and a.clause == b.clause)
    none = any(t.stem in _NOTHING for t in (*claim[:1], *opens))
    return none and not any(t.stem in _BESIDE for t in claim)


def is_refuted(scene: Scene) -> bool:
    """Whether a question says that what it states is no truth: "is it a lie that", "am I wrong to say"."""
    words = english().words
    if not any(map(scene.says, (words["refuting"], words["untrue"], words["daft"], english().faulty))):
        return False
    stems = [t.stem for t in _claim(scene)]
    asserted = words["asserting"].intersection  # "to say", "to think"
    return any(
        (stem in words["refuting"] and before in words["articles"] and "or" not in after[:1])
        or (stem in words["untrue"] and before != "or" and (after[:1] == ["that"] or asserted(after)))
        or (stem in english().faulty | words["daft"] and (after[:1] == ["that"] or asserted(after)))
        for before, stem, *after in (stems[n : n + 4] for n in range(len(stems) - 1))
    )


def is_condemned(scene: Scene) -> bool:
    """Whether a question calls what it says wrong: "toes out for the inner head, that's wrong, isn't it?"."""
    closed, claim = english(), _claim(scene)
    subjects = closed.words["pointing"] | {"it"}
    for n, token in enumerate(claim):
        before = [t.stem for t in claim[max(0, n - _BEFORE) : n] if t.clause == token.clause]
        if token.stem in closed.faulty and "be" in before and not subjects.isdisjoint(before):
            return not is_refuted(scene)  # "is it wrong to say" is counted as a denial
        if token.stem in closed.faulty and (_is_of_choice(n, claim, scene) or _is_of_name(n, claim, scene)):
            return not is_refuted(scene)
        leads = any(t.stem in closed.words["harming_in"] for t in claim[n + 1 : n + 2])
        if token.stem in closed.faulty and leads and _exists(before):
            return True
    return False


def _is_of_name(place: int, claim: Sequence[Token], scene: Scene) -> bool:
    """Whether a word for a fault is said of a name for something: "is a bent knee bad for the soleus?"."""
    ends = {a.mention.end - 1 for a in scene.anchors}
    leads = [t.stem for t in claim[place + 1 : place + 2]] == ["for"]
    opens = claim[0].stem == "be" and claim[0].index not in scene.leading
    return leads and opens and place > 0 and claim[place - 1].index in ends


def _is_of_choice(place: int, claim: Sequence[Token], scene: Scene) -> bool:
    """Whether a word for a fault is of a choice for something: "the wrong choice for", "a bad move if"."""
    closed = english()
    opens = place > 0 and claim[place - 1].stem in closed.words["articles"]
    leads = closed.words["needed_for"] | {"if"}
    named = {i for a in scene.anchors for i in a.words}
    chosen = claim[place + 1 : place + 2]
    after = [t.stem for t in claim[place + 2 : place + 3]]
    return opens and not any(t.index in named for t in chosen) and not leads.isdisjoint(after)


def is_pardoned(scene: Scene) -> bool:
    """Whether a "not" stands right before what calls a thing wrong: "it isn't wrong to skip the soleus"."""
    closed, claim = english(), _claim(scene)
    between = closed.words["articles"] | closed.words["greatly"] | {"that", "really", "so", "all"}
    denying = closed.words["denying"] | {"no", "nothing"}
    for n, token in enumerate(claim):
        if token.stem in closed.faulty:
            before = next((t for t in reversed(claim[:n]) if t.stem not in between), token)
            denied = before.stem in denying and before.index not in scene.leading
            if denied and before.clause == token.clause:
                return True
    return False


def _exists(stems: Sequence[str]) -> bool:
    """Whether words ask if there is something: "is there any"."""
    return "be" in stems and not english().words["existing"].isdisjoint(stems)


def is_faulted(scene: Scene) -> bool:
    """Whether a question asks if an amount is a fault, "listed as a mistake", or outside a range."""
    closed, stems = english(), {t.stem for t in _claim(scene)}
    if stems & closed.words["outside"]:
        return not scene.feared
    return not (scene.feared or is_refuted(scene) or closed.faulty.isdisjoint(stems) or closed.fine & stems)


def _claim(scene: Scene) -> list[Token]:
    """The words, as they were said, of the sentence on which a verdict is asked."""
    return [t for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0]
