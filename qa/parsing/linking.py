"""Words to senses: the lexicon's forms found in a question, with light words allowed between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa.parsing.lexicon import Lexicon, Node, Sense

__all__ = ["CARRIED", "PART", "POINTED_OUT", "Mention", "Token", "link", "named_in"]

PART = 0.5
"""Weight of a telling word that stands for a whole name."""


CARRIED = "carried"
"""The role of a name that was not said, but carried over from the question before."""
POINTED_OUT = "pointed out"
"""The role of a name for which its place stands: "the second"."""

_GAP = 3  # light words that may stand between two words of a form
_LEADING = frozenset(("a", "the", "be"))  # from a name to what is said of it
_JOINERS = frozenset(("or", "and", "vs", "versus", "than", "against", "nor"))
_NAMES = ("entity", "class")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a question: as typed, its stem, its place, and the clause it stands in."""

    text: str
    stem: str
    index: int
    clause: int
    sentence: int
    offset: int = -1  # character offset in the text; -1 for a word that was not typed


@dataclass(frozen=True, slots=True)
class Mention:
    """A form found in a question: which words it covers, and what they may stand for."""

    words: tuple[int, ...]
    senses: tuple[Sense, ...]
    form: str
    weight: float  # content words covered, less a little for gaps

    @property
    def start(self) -> int:
        """Index of the first word."""
        return self.words[0]

    @property
    def end(self) -> int:
        """Index after the last word."""
        return self.words[-1] + 1

    def of(self, *kinds: str) -> tuple[Sense, ...]:
        """The senses of these kinds."""
        return _of_kinds(self.senses, kinds)


@lru_cache(maxsize=16_384)  # the forms of a lexicon, each asked for by a few kinds
def _of_kinds(senses: tuple[Sense, ...], kinds: tuple[str, ...]) -> tuple[Sense, ...]:
    """Those of some senses that are of these kinds."""
    return tuple(sense for sense in senses if sense.kind in kinds)


def link(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Every mention that survives: names swallow what lies inside them.

    A telling word that nothing else explains stands for the names it belongs to, with less weight.
    """
    found = [m for i in range(len(tokens)) for m in _matches_at(tokens, i, lexicon)]
    kept = _without_swallowed(_without_said(found, tokens))
    kept = _with_shared_words(kept, tokens, lexicon)
    covered = {i for m in kept for i in m.words}
    kept += [
        Mention((t.index,), lexicon.telling[t.stem], t.text, PART)
        for t in tokens
        if t.index not in covered and t.stem in lexicon.telling
    ]
    named = {i for m in kept if m.of(*_NAMES) for i in m.words}
    kept += [
        Mention((t.index,), lexicon.naming[t.stem], t.text, PART)
        for t in tokens
        if t.index in covered - named and t.stem in lexicon.naming
    ]
    return tuple(sorted(kept, key=lambda m: (m.words, m.form)))


def _without_said(found: list[Mention], tokens: Sequence[Token]) -> list[Mention]:
    """Mentions without names of kinds of things that begin with a verb said of the name before it.

    "Is the soleus part of the calf?" is no question about parts of the calf, as "which part of the calf" is.
    """
    verbs, named = defaultdict[int, int](int), {m.end for m in found if m.of("entity")}
    for mention in found:
        if mention.of("property") and len(mention.words) > 1:
            verbs[mention.start] = max(verbs[mention.start], mention.end)

    def is_said(name: Mention) -> bool:
        end = name.start
        while end and tokens[end - 1].stem in _LEADING:
            end -= 1
        return verbs[name.start] < name.end and end in named

    kinds = {
        m.words for m in found if m.start in verbs and m.of("class") and not m.of("entity") and is_said(m)
    }
    return [m for m in found if m.words not in kinds or not m.of("class")]


def _with_shared_words(kept: list[Mention], tokens: Sequence[Token], lexicon: Lexicon) -> list[Mention]:
    """Names that share a word with their neighbour: "seated vs standing raise", "toes in or out".

    A word of a longer name needs none: "seated calf raise and calf press".
    """
    out = list(kept)
    whole = {i for m in kept if m.of(*_NAMES) and len(m.words) > 1 for i in m.words}
    for name in kept:
        if not name.of(*_NAMES) or len(name.words) < 2:
            continue
        for place, step in ((name.start - 2, -1), (name.end + 1, 1)):
            between = place - step
            if not (0 <= place < len(tokens) and tokens[between].stem in _JOINERS) or place in whole:
                continue
            found = _sharing(name, tokens[place], step, tokens, lexicon)
            if found is not None:
                out = [m for m in out if place not in m.words or m is name]
                out.append(found)
    return out


def _sharing(
    name: Mention, token: Token, step: int, tokens: Sequence[Token], lexicon: Lexicon
) -> Mention | None:
    """The name that one word makes with the end (or beginning) of another name."""
    words = [tokens[i].text for i in name.words]
    for shared in range(len(words) - 1, 0, -1):
        kept = words[-shared:] if step < 0 else words[:shared]
        form = [token.text, *kept] if step < 0 else [*kept, token.text]
        senses = tuple(s for s in lexicon.senses(" ".join(form)) if s.kind == "entity")
        # An article adds nothing to a name: "the standing raise and the ..." names it once.
        if senses and not set(senses) & set(lexicon.senses(" ".join(kept))):
            return Mention((token.index,), senses, " ".join(form).lower(), 1.0)
    return None


def _matches_at(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> list[Mention]:
    """All forms that begin with the word at `start`."""
    if not _same(tokens[start].stem, lexicon.root, lexicon):
        return []
    end, last = len(tokens), tokens[start].clause + 1
    out: dict[tuple[int, ...], Mention] = {}
    stack: list[tuple[int, Node, tuple[int, ...], int]] = [(start, lexicon.root, (), 0)]
    while stack:
        position, node, words, skipped = stack.pop()
        if node.senses and words and (node.crosses or tokens[words[-1]].clause == tokens[start].clause):
            mention = _mention(tokens, words, node, lexicon)
            if words not in out or mention.weight > out[words].weight:
                out[words] = mention
        if not node.children or position >= end or tokens[position].clause > last:
            continue
        token, after = tokens[position], (*words, position)
        if token.stem in node.children:
            stack.append((position + 1, node.children[token.stem], after, skipped))
        else:
            ways = _same(token.stem, node, lexicon)
            stack += [(position + 1, node.children[key], after, skipped) for key in ways]
        if words and skipped < _GAP and _is_light(token.stem, lexicon):
            stack.append((position + 1, node, words, skipped + 1))
    found = list(out.values())
    if _is_verbal_not(tokens, start):
        return [m for m in found if not m.of(*_NAMES)]
    return found


def _same(key: str, node: Node, lexicon: Lexicon) -> tuple[str, ...]:
    """The ways on from a node by a word: by itself, else by its synonyms."""
    if key in node.children:
        return (key,)
    return tuple(other for other in lexicon.english.synonyms.get(key, ()) if other in node.children)


def _is_verbal_not(tokens: Sequence[Token], place: int) -> bool:
    """Whether a "not" denies the verb ("which ... do not") and so begins no name, as "not training" does."""
    here = tokens[place]
    if here.stem != "not" or place == 0:
        return False
    before = {t.stem for t in tokens[max(place - 6, 0) : place] if t.sentence == here.sentence}
    verbal = tokens[place - 1].stem in ("do", "be", "can", "will", "should")
    return verbal and bool(before & {"which", "what", "why"})


def _is_light(key: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand between the words of a name: articles, degree words, adverbs."""
    return key in lexicon.english.light or (key.endswith("ly") and len(key) > 4 and not lexicon.knows(key))


def _mention(tokens: Sequence[Token], words: tuple[int, ...], node: Node, lexicon: Lexicon) -> Mention:
    """The mention of a form over these words."""
    function, light = lexicon.english.function, lexicon.english.light
    stems = [tokens[i].stem for i in words]
    content = float(len([key for key in stems if key not in function and key not in light]))
    senses = tuple(node.senses)
    least, is_frame = _weight_of(senses)
    if is_frame and not content:
        content = 0.5 * (len(words) > 1)  # "do", "be": too common to point at a property
    weight = max(content, least)
    if len(words) <= words[-1] - words[0]:
        skipped = [tokens[i].stem for i in range(words[0], words[-1]) if i not in words]
        turned = sum(stem in lexicon.english.words["turning"] for stem in skipped)
        weight = weight - 0.05 * len(skipped) - turned
    return Mention(words, senses, node.form, weight)


@lru_cache(maxsize=16_384)
def _weight_of(senses: tuple[Sense, ...]) -> tuple[float, bool]:
    """The least weight of a form with some senses, and whether it only names properties."""
    least = 0.8 if any(s.kind in _NAMES for s in senses) else 0.2
    return least, all(s.kind == "property" and s.role != "asks" for s in senses)


def _cut(names: Sequence[Mention]) -> set[tuple[int, ...]]:
    """The names that take the end of one that begins before them, and whose own rest is a name as well.

    "Donkey calf raise, knees bent?" names an exercise and a position, not a calf raise with bent knees. A
    by-name takes nothing of a label: "research on foot position" is of no one on his feet.
    """
    whole, through = {name.words for name in names}, defaultdict(list)
    for name in names:
        for index in name.words[1:]:
            through[index].append(name)
    return {
        name.words
        for name in names
        for other in through[name.start]
        if other.start < name.start < other.end < name.end
        and _is_label(other) >= _is_label(name)
        and tuple(i for i in name.words if i not in other.words) in whole
    }


def _is_label(name: Mention) -> bool:
    """Whether something has a name for its label."""
    return any(sense.role == "label" for sense in name.senses)


def _without_swallowed(found: list[Mention]) -> list[Mention]:
    """Mentions without those that lie inside a longer name, and without crossing weaker names."""
    names = sorted((m for m in found if m.of(*_NAMES)), key=lambda m: (-len(m.words), -m.weight, m.words))
    cut = _cut(names)
    kept: list[Mention] = []
    taken: dict[int, Mention] = {}
    for mention in names:
        crossed = any(i in taken and taken[i].words != mention.words for i in mention.words)
        if crossed or mention.words in cut:
            continue
        kept.append(mention)
        taken.update(dict.fromkeys(mention.words, mention))
    named = {mention.words for mention in kept}
    for mention in found:
        if mention.words in named:
            continue
        own = set(mention.words)
        holders = {taken[i].words for i in own if i in taken}
        inside = bool(holders) and any(own < set(words) for words in holders)
        kept_kinds = ("cue",) if inside else ("cue", "property", "operator")
        rest = mention.of(*kept_kinds)
        if rest:
            kept.append(Mention(mention.words, rest, mention.form, mention.weight))
    return kept


def named_in(mentions: Iterable[Mention]) -> list[Mention]:
    """The things that are named in full, in their order."""
    return sorted((m for m in mentions if m.of("entity") and m.weight > PART), key=lambda m: m.start)
