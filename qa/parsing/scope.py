"""Names in a question and their polarity: wanted, excluded, or all there is.

The worst answer is an inverted one, so the reach of "not", "without" and "only" is decided in this
one place: the first name after the word, and the list that this name begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.going import UNAVAILABLE, barred_by, denies_another, has_object, is_bare, is_gone, is_there
from qa.parsing.linking import PART, Mention, Token
from qa.parsing.measuring import stands_apart

__all__ = ["Ruling", "is_kept", "is_needed", "listed", "with_polarity"]

_REACH = 6  # words between an excluding word and the first name it may reach
_AFTER = 3  # words between a name and the "that's all" that limits it
_IN_LISTS = frozenset("and or nor a an the any no not also both my about".split())
_EXAMPLES = frozenset(("like", "such", "as", "includ"))
_VERB = 3  # words after such a name, "not" the first: "not cross at all"
_CHOOSING = frozenset(("which", "what", "who"))
_RELATIVE = frozenset(("that", "which"))
_ASKING = _CHOOSING | {"how", "where", "why"}
_WITHOUT = frozenset(("without", "unless"))
_DENYING = frozenset(("not", "no"))
_ENDS = frozenset(("but", "if", "when"))  # no exclusion reaches past these
_NONE = frozenset(("neither", "nor", "no", "none"))
_JOINING = frozenset(("and", "or", "nor"))
_NOUNS = frozenset(("stuff", "thing", "work"))  # after a name, stand for what is done so


@dataclass(frozen=True, slots=True)
class Ruling:
    """Words that give the names which they reach a polarity; some stand after what they reach."""

    polarity: str
    words: Sequence[Mention]
    after: bool = False


def with_polarity(
    names: Sequence[Anchor], rulings: Sequence[Ruling], tokens: Sequence[Token]
) -> tuple[Anchor, ...]:
    """The names with their polarity, given the words that exclude and those that limit."""
    return tuple(name.ruled(_polarity(name, names, rulings, tokens)) for name in names)


def _polarity(
    name: Anchor, names: Sequence[Anchor], rulings: Sequence[Ruling], tokens: Sequence[Token]
) -> str:
    """The polarity of the first ruling that reaches the name, else "in"."""
    stems = {tokens[i].stem for i in name.words}
    if name.mention.weight <= PART and stems <= english().words["neglecting"]:
        return "in"  # "never sacrifice": a denial of the verb
    if not name.entities and name.mention.start and tokens[name.mention.start - 1].stem in _CHOOSING:
        return "in"  # what is asked for
    own = not stems.isdisjoint(english().words["lacking"])  # a name as "no bent knees"
    for ruling in rulings:
        reaches = _follows if ruling.after else _governs
        free = (
            words
            for words in ruling.words
            if not set(words.words) & name.words and (not own or words.end == name.mention.start)
        )
        found = [words for words in free if reaches(words, name, names, tokens)]
        reaching = max(found, key=lambda words: words.start, default=None)  # the nearest
        if reaching and ruling.polarity == "out" and is_needed(reaching, ruling.words, names, tokens):
            return "must"
        if reaching and _is_unneglected(reaching, name, tokens):
            return "in"
        if reaching and ruling.polarity == "out" and _is_excepted(reaching, ruling.words, tokens):
            return "only"
        if reaching:
            return ruling.polarity
    return "out" if _is_lacking(name, names, tokens) or _is_unavailable(name, names, tokens) else "in"


def _is_unneglected(denial: Mention, name: Anchor, tokens: Sequence[Token]) -> bool:
    """Whether a subject is denied to be neglected: "so that neither the soleus nor ... is forgotten"."""
    here = tokens[name.mention.end - 1].clause
    after = [t.stem for t in tokens[name.mention.end : name.mention.end + _REACH] if t.clause == here]
    passive = takewhile(lambda stem: stem not in english().words["neglecting"], after)
    neglected = not english().words["neglecting"].isdisjoint(after)
    return tokens[denial.start].stem in _NONE and neglected and "be" in passive


def _is_excepted(excepting: Mention, excluding: Sequence[Mention], tokens: Sequence[Token]) -> bool:
    """Whether a word excepts something from nothing: "no equipment at all except a step"."""
    if tokens[excepting.start].stem not in english().words["excepting"]:
        return False
    here = tokens[excepting.start].sentence
    before = (m.start for m in excluding if 0 < excepting.start - m.start <= _REACH + _VERB)
    return any(tokens[i].sentence == here and tokens[i].stem in english().words["lacking"] for i in before)


def is_needed(
    without: Mention, excluding: Sequence[Mention], names: Sequence[Anchor], tokens: Sequence[Token]
) -> bool:
    """Whether a "without" is denied, so that its name is needed: "can't be done without a machine"."""
    if tokens[without.start].stem not in _WITHOUT:
        return False
    clause = [t for t in tokens[: without.start] if t.clause == tokens[without.start].clause]
    denials = barred_by(clause, {m.start for m in excluding if tokens[m.start].stem in _DENYING})
    at = next((t.index for t in reversed(clause) if t.index in denials), -1)
    between = (n for n in names if at < n.mention.start < without.start and n.entities)
    return at >= 0 and not any(between)


def _is_lacking(name: Anchor, names: Sequence[Anchor], tokens: Sequence[Token]) -> bool:
    """Whether a verb denies a name the rest: "that the soleus doesn't", "which does it not cross?".

    Or a relative clause without its pronoun: "a joint the soleus doesn't cross"; or a bare "not" that ends
    an exception: "all of them, only the calf press not".
    """
    here, words = tokens[name.mention.start].sentence, english().words
    before = [t for t in tokens[: name.mention.start] if t.sentence == here]
    while before and before[-1].stem in _IN_LISTS - _JOINING:
        before.pop()
    after = [t for t in tokens[name.mention.end :] if t.sentence == here]
    if not before and after:
        stems = [t.stem for t in after[: _VERB + 1]]  # "the soleus doesn't cross which joint?"
        return stems[0] in words["auxiliary"] and "not" in stems[1:2] and bool(_CHOOSING.intersection(stems))
    if not after:
        return False
    last = before[-1]
    most = _VERB if last.stem in words["auxiliary"] and _CHOOSING & {t.stem for t in before} else 0
    if after[0].stem not in words["auxiliary"]:
        most = max(most, int(last.stem in words["limiting"] | words["barely"] | {"but"}))
    elif _is_of_class(before, names):
        after, most = after[1:], _VERB
    elif last.stem in words["contrasting"]:
        after = after[1:]
        again = {t.stem for t in before}.intersection(
            t.stem for t in after[1:2]
        )  # "cross that ... doesn't cross"
        most = 1 + bool(again)
    if not after or after[0].stem != "not":
        return False
    clause = [t for t in after if t.clause == after[0].clause]
    ends = next((n for n, t in enumerate(clause) if n and t.stem in _JOINING | {"but"}), len(clause))
    return ends <= most and not _neglects(clause[:ends])


def _is_of_class(before: Sequence[Token], names: Sequence[Anchor]) -> bool:
    """Whether what follows these words tells of a class: "joint", "the joint that"."""
    told = before[:-1] if before[-1].stem in _RELATIVE else before
    return bool(told) and any(told[-1].index in n.words and not n.entities for n in names)


def _is_unavailable(name: Anchor, names: Sequence[Anchor], tokens: Sequence[Token]) -> bool:
    """As in "leg press and donkey machine taken, ...": said at the end of a clause, or of a part."""
    here = tokens[name.mention.start]
    if _is_spared(name, tokens):
        return False
    after = [t for t in tokens[name.mention.end :] if t.sentence == here.sentence and t.clause == here.clause]
    others = {i for n in names for i in n.words} - name.words
    passed = english().words["auxiliary"] | (_IN_LISTS - _DENYING) | _NOUNS
    rest = [t for t in after if t.index not in others and t.stem not in passed]
    return is_gone(rest, after, name.mention, tokens)


def _is_spared(name: Anchor, tokens: Sequence[Token]) -> bool:
    """Whether what follows is not said of a name: "every machine but the leg press is taken"."""
    before = reversed(tokens[max(0, name.mention.start - _REACH) : name.mention.start])
    return next((t.stem for t in before if t.stem not in english().words["articles"]), "") == "but"


def _is_available(operator: Mention, name: Anchor, tokens: Sequence[Token]) -> bool:
    """Whether a name is what is spared: "everything but the leg press is taken"."""
    rest = tokens[name.mention.end :] if tokens[operator.end - 1].stem == "but" else ()
    clause = tokens[name.mention.start].clause
    return any(t.text.lower() in UNAVAILABLE for t in rest if t.clause == clause)


def _neglects(words: Iterable[Token]) -> bool:
    """Whether one of these words neglects something: with a "not" it is wanted."""
    return any(t.stem in english().words["neglecting"] for t in words)


def is_kept(name: Anchor, tokens: Sequence[Token]) -> bool:
    """Whether a name is said not to be neglected, or left: "so that the soleus isn't left out".

    Or as in "everything is taken but the leg press", "the leg press is free", "machines only".
    """
    here, words = tokens[name.mention.start].sentence, english().words
    after = [t.stem for t in tokens[name.mention.end : name.mention.end + _REACH] if t.sentence == here]
    place = next((n for n, stem in enumerate(after) if stem in words["neglecting"]), 0)
    gone = any(t.text.lower() in UNAVAILABLE for t in tokens if t.sentence == here)
    there = (gone and _is_spared(name, tokens)) or is_there(name.mention, tokens)
    return name.polarity == "in" and (there or not words["sparing"].isdisjoint(after[:place]))


def _governs(operator: Mention, name: Anchor, names: Sequence[Anchor], tokens: Sequence[Token]) -> bool:
    """Whether an operator reaches a name: the first name after it, and its list."""
    here = tokens[name.mention.start].sentence
    if operator.start >= name.mention.start or tokens[operator.start].sentence != here:
        return False
    between = [
        n
        for n in names
        if operator.end <= n.mention.start < name.mention.start and not _is_leaning(n, tokens)
    ]
    if not between:
        if name.mention.start - operator.end > _REACH or _is_available(operator, name, tokens):
            return False
        gap = tokens[operator.end : name.mention.start]
        if not gap and _denies_deed(operator, names, tokens):
            return False
        if gap and has_object(tokens[operator.end - 1], gap):
            return False
        apart = tokens[operator.end - 1].clause != tokens[name.mention.start].clause
        ended = any(t.stem in _ENDS or (apart and _ends_reach(t)) for t in gap) or is_bare(operator, tokens)
        # It may be asked only then: "which one does it not cross: the ankle or the knee?".
        return not (ended or _neglects(gap) or denies_another(gap))
    chain = [*between, name]
    if tokens[operator.end - 1].stem == "no" and _is_there(chain[-2], name, tokens):
        return False
    return all(listed(a, b, tokens) for a, b in pairwise(chain)) and _governs(
        operator, chain[0], names, tokens
    )


def _denies_deed(denial: Mention, names: Sequence[Anchor], tokens: Sequence[Token]) -> bool:
    """Whether a "not" denies what a thing does in a name that opens with a verb: "doesn't raise the risk"."""
    before = [t for t in tokens[: denial.start] if t.sentence == tokens[denial.start].sentence]
    does = tokens[denial.end - 1].stem == "not" and [t.stem for t in before[-1:]] == ["do"]
    subject = any(before[0].index <= n.mention.start < denial.start for n in names if before)
    return does and subject and _ASKING.isdisjoint(t.stem for t in before)


def _is_there(before: Anchor, name: Anchor, tokens: Sequence[Token]) -> bool:
    """Whether a name beside what there is "no" of is there: "no kit, a stair"; not in "kit or a stair"."""
    gap = [t.stem for t in tokens[before.mention.end : name.mention.start]]
    return bool(gap) and gap[-1] in ("a", "an") and not _JOINING.intersection(gap)


def _is_leaning(name: Anchor, tokens: Sequence[Token]) -> bool:
    """Whether a word that is only part of a name leads to what follows: "not fussed about stamina"."""
    after = [t.stem for t in tokens[name.mention.end : name.mention.end + 1]]
    return name.mention.weight <= PART and not english().words["about"].isdisjoint(after)


def _ends_reach(token: Token) -> bool:
    """Whether an exclusion in an earlier clause stops at a word: at a question word, or one with content.

    It does at one that says what there is, too, "I don't have a gym, just stairs", and at one that judges.
    """
    words = english().words
    said = token.stem in _ASKING | words["barely"] | words["limiting"] | english().fine | english().faulty
    return said or not english().is_plain(token.stem)


def listed(first: Anchor, second: Anchor, tokens: Sequence[Token]) -> bool:
    """Whether two names stand in one list: "machine or partner", "soleus, gastrocnemius"."""
    gap = {t.stem for t in tokens[first.mention.end : second.mention.start]}
    clauses = tokens[second.mention.start].clause - tokens[first.mention.start].clause
    if gap & _EXAMPLES and gap <= _EXAMPLES | {"a", "an", "the"}:
        return True  # "no equipment like machines", "such as a leg press"
    # Nobody lists a muscle after a machine: "no leg press, inner head".
    return gap <= _IN_LISTS and (bool(gap & _JOINING) or (clauses == 1 and first.bodily == second.bodily))


def _is_chosen(operator: Mention, name: Anchor, tokens: Sequence[Token]) -> bool:
    """Whether a name belongs to what is asked for: "which exercise for the inner calf is off the list?"."""
    words, here = english().words, tokens[name.mention.start]
    said = [t for t in tokens[: name.mention.start] if t.sentence == here.sentence]
    before = [t.stem for t in said if t.clause == here.clause]
    after = {t.stem for t in tokens[name.mention.end : operator.start]}
    asked = takewhile(lambda stem: stem not in words["supposing"], reversed(before))
    return not after.isdisjoint(words["auxiliary"]) and not _CHOOSING.isdisjoint(asked)


def _follows(operator: Mention, name: Anchor, names: Sequence[Anchor], tokens: Sequence[Token]) -> bool:
    """As in "There's a wooden step, and that's all": such words reach the last name, and the list it ends."""
    passed = _is_spared(name, tokens) or _is_chosen(operator, name, tokens)
    if operator.start < name.mention.end or passed or stands_apart(name.mention, operator, tokens):
        return False
    chain = [name, *(n for n in names if name.mention.end <= n.mention.start < operator.start)]
    here, last = tokens[operator.start], tokens[chain[-1].mention.end - 1]
    near = here.index - last.index - 1 <= _AFTER + (here.clause == last.clause)
    in_row = near and all(listed(a, b, tokens) for a, b in pairwise(chain))
    return in_row and here.sentence == tokens[name.mention.start].sentence
