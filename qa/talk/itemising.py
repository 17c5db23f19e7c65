"""One of this and one of that: "one exercise for the soleus, and one that I do on a step".

What a message wants of each is a question of its own. The noun may be said once, before or after them:
"two moves: one for ...", "one with dumbbells and one on a machine: which standing raises are these?".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.terms import Iri
from qa.parsing.asking import IMPERATIVE, WH
from qa.parsing.linking import PART, Mention, Token
from qa.parsing.nlp import Parse
from qa.parsing.outline import Outline
from qa.vocabulary import BACKGROUND, CALF

__all__ = ["items_in"]

_LEAST, _MOST = 2, 3  # things of which one each may be wanted
_WITHIN = 3  # words from an article to the noun that it opens: "an upright exercise"
_NEAR = 3  # words before an item of which one joins it to the one before
_RELATIVE = frozenset(("wher", "that", "which", "with", "for", "when"))
_LEADS = _RELATIVE | {"without", "in", "on", "at", "use", "done", "i", "you", "we"}
_ARTICLES = frozenset(("a", "an", "another"))
_BARE = frozenset(("one", "another", "other", "something"))  # stand for a thing without a noun
_DEFINITE = frozenset(("the", "a", "an", "my"))
_VAGUE = frozenset(("one", "thing", "option"))  # stand for the noun
_JOINING = frozenset(("and", "plus", "n", "with", "then", "another", "also"))
_PARTING = frozenset(("or", "not", "but", "than", "minus", "except", "from"))
_CHOSEN = frozenset(
    ("which", "each", "this", "that", "no", "any", "every", "of", "least", "only", "into", "as")
)
_LETTERS = frozenset(("a", "b", "c"))  # that number things: "(b) a lift for the soleus"
_ALL = frozenset(("both", "all"))  # begin what is said of each: "both for the inner calf"
_NOUNS = (CALF.EXERCISE, CALF.CALF_RAISE)
_NOUN, _STEM = "exercise", "exercis"


@dataclass(frozen=True, slots=True)
class _Item:
    """One thing that is wanted: where it opens, where its noun stands, if it has one, and where it ends."""

    start: int
    noun: tuple[int, int]
    end: int
    is_named: bool = False  # has a noun of its own, not only "one"


def items_in(parse: Parse) -> tuple[str, ...]:
    """The question for each thing of which a message wants one; none of an ordinary message."""
    stems = [t.stem for t in parse.tokens]
    opening = _ARTICLES | _BARE
    if sum(stem in opening for stem in stems) < _LEAST:
        return ()
    outline = Outline(parse)
    if outline.polar or outline.operators("compare"):
        return ()
    for sentence in dict.fromkeys(t.sentence for t in parse.tokens):
        words = [t for t in parse.tokens if t.sentence == sentence]
        items = [item for item in _items(words, parse) if _tells(item, parse)]
        if _LEAST <= len(items) <= _MOST:
            return _questions(items, words, parse)
    return ()


def _items(words: Sequence[Token], parse: Parse) -> list[_Item]:
    """The things of which a sentence wants one each; none where one is joined to nothing before it."""
    found: list[_Item] = []
    for word in words:
        item = _opened(word, words, parse) if not found or word.index >= found[-1].noun[1] else None
        if item and (not found or _is_joined(item, found[-1], parse)):
            found.append(item)
    ends = [item.start for item in found[1:]] + [words[-1].index + 1] * bool(found)
    ended = [_ended(item, end, parse) for item, end in zip(found, ends, strict=True)]
    plain = all(
        item.is_named or parse.tokens[item.start].stem not in _BARE or _leads(item, parse) for item in ended
    )
    return ended if plain or any(item.is_named for item in ended) else []


def _opened(word: Token, words: Sequence[Token], parse: Parse) -> _Item | None:
    """What a word opens: "one for ...", "another one", "an upright exercise", "one straight-knee and"."""
    at, last = word.index, words[-1].index + 1
    before = [t for t in parse.tokens[max(words[0].index, at - 2) : at] if t.clause == word.clause]
    known = not _DEFINITE.isdisjoint(t.stem for t in before) and word.stem == "one"  # "the deep one"
    chosen = any(t.stem in _CHOSEN | _PARTING for t in before[-1:])
    if word.stem not in _ARTICLES | _BARE | {"the"} or known or chosen:
        return None
    inside = parse.tokens[at + 1 : min(at + 1 + _WITHIN, last)]
    for token in inside:
        if token.stem in _LEADS | _JOINING or token.clause != word.clause:
            break
        named = (m for m in parse.mentions if m.end == token.index + 1 and _is_noun(m, parse))
        noun = next(named, None)
        if noun or token.stem in _VAGUE:
            whole = noun is not None and _is_plain(noun)
            start = max(at + 1, noun.start) if noun and whole else token.index
            told = parse.tokens[token.index + 1 : token.index + 2]
            if word.stem == "the" and not any(t.stem in _RELATIVE for t in told):
                return None
            return _Item(at, (start, token.index + 1), last, noun is not None)
    if word.stem not in _BARE or not inside:
        return None
    named_next = any(inside[0].index in m.words for m in parse.mentions if m.of("entity"))
    return _Item(at, (at + 1, at + 1), last) if inside[0].stem in _LEADS or named_next else None


def _is_noun(mention: Mention, parse: Parse) -> bool:
    """Whether a mention is of exercises: "lift", "bent-knee exercise"."""
    ends = bool(mention.of("class")) and parse.tokens[mention.end - 1].stem == _STEM
    return ends or _is_plain(mention)


def _is_plain(mention: Mention) -> bool:
    """Whether a mention is of exercises in general."""
    return any(Iri(s.name) in _NOUNS for s in mention.of("class"))


def _leads(item: _Item, parse: Parse) -> bool:
    """Whether what a thing is to be follows its noun, or "one": "one for the soleus"."""
    return any(t.stem in _LEADS for t in parse.tokens[item.noun[1] : item.noun[1] + 1])


def _is_joined(item: _Item, before: _Item, parse: Parse) -> bool:
    """Whether a thing is one more beside another: joined to it by "and", or in a clause of its own."""
    gap = parse.tokens[max(before.noun[1], item.start - _NEAR) : item.start]
    stems = {t.stem for t in gap}
    apart = parse.tokens[item.start].clause != parse.tokens[item.start - 1].clause
    first = parse.tokens[item.start].stem
    apart = (apart or _is_bare(item, parse)) and first != "the"
    return stems.isdisjoint(_PARTING) and (apart or first == "another" or not stems.isdisjoint(_JOINING))


def _is_bare(item: _Item, parse: Parse) -> bool:
    """Whether "one" with what leads on follows without any mark: "one move for gastroc one for soleus"."""
    return parse.tokens[item.start].stem in _BARE and _leads(item, parse)


def _ended(item: _Item, end: int, parse: Parse) -> _Item:
    """A thing, with where what it is to be ends: before what asks for it, or joins the next."""
    asking = (WH - _RELATIVE) | IMPERATIVE | {"which"}
    for before, word in pairwise(parse.tokens[item.noun[1] : end]):
        if word.clause != before.clause and word.stem in asking:
            end = word.index
            break
    while end > item.noun[1] and parse.tokens[end - 1].stem in _JOINING | {"the"} | _LETTERS:
        end -= 1
    return replace(item, end=end)


def _tells(item: _Item, parse: Parse) -> bool:
    """Whether something is named that the thing is to be, or to have."""
    words = set(range(item.start, item.end))
    told = (m for m in parse.mentions if m.of("entity", "class") and m.weight > PART)
    return any(words.issuperset(m.words) and not _is_plain(m) for m in told)


def _named(parse: Parse) -> tuple[Mention, ...]:
    """The names of things, but for what every question here is about, and the words that exclude."""
    found = (m for m in parse.mentions if m.of("entity") and m.weight > PART and not m.of("cue"))
    plain = (m for m in found if not BACKGROUND.issuperset(Iri(s.name) for s in m.of("entity")))
    return (*plain, *(m for m in parse.mentions if any(s.name == "exclude" for s in m.of("operator"))))


def _questions(items: Sequence[_Item], words: Sequence[Token], parse: Parse) -> tuple[str, ...]:
    """The question for each thing, after what else the message tells; none where it asks of others."""
    own = (_text(*item.noun, parse) for item in items if item.is_named)
    noun, beside = next(own, ""), _asked(items, parse)
    ahead = {t.index for t in words if t.index < items[0].start}
    named = [m for m in _named(parse) if ahead.issuperset(m.words)]
    if beside is None or any(_text(m.start, m.end, parse) not in beside for m in named):
        return ()
    told, last = _told(words, parse), items[-1]
    after = pairwise(parse.tokens[last.noun[1] : last.end])
    end = next((b.index for a, b in after if b.stem in _ALL and b.clause != a.clause), last.end)
    both = _text(end + 1, last.end, parse)
    items = [*items[:-1], replace(last, end=end)]
    return tuple(_question(item, noun or beside or _NOUN, told, both, parse) for item in items)


def _question(item: _Item, noun: str, told: str, both: str, parse: Parse) -> str:
    """The question for one thing."""
    like = _text(item.start + 1, item.noun[0], parse)
    rest = " ".join(filter(None, (_text(item.noun[1], item.end, parse), both)))
    if not (item.is_named or item.noun[1] > item.noun[0] or _leads(item, parse)):
        like, rest = rest, ""  # "one straight-knee and one bent-knee exercise"
    return " ".join(part for part in (told, "Which", like, noun, rest) if part) + "?"


def _asked(items: Sequence[_Item], parse: Parse) -> str | None:
    """What stands for all the things outside them: "which standing raises"; None if they are no exercises."""
    inside = {i for item in items for i in range(item.start, item.end)}
    outside = [m for m in parse.mentions if m.of("class", "entity") and inside.isdisjoint(m.words)]
    found = ""
    for mention in outside:
        before = parse.tokens[mention.start - 1].stem if mention.start else ""
        asked = before in ("which", "what", "two")
        if mention.of("class") and not (asked or _is_noun(mention, parse)):
            return None
        if asked and mention.weight > PART:
            found = _text(mention.start, mention.end, parse)
    return found


def _told(own: Sequence[Token], parse: Parse) -> str:
    """The other sentences that name something and ask nothing."""
    kept = []
    telling = {parse.tokens[m.start].sentence for m in _named(parse)} - {own[0].sentence}
    for sentence in sorted(telling):
        words = [t for t in parse.tokens if t.sentence == sentence]
        if not (sentence in parse.questions or any(t.stem in WH for t in words)):
            kept.append(_text(words[0].index, words[-1].index + 1, parse) + ".")
    return " ".join(kept)


def _text(start: int, end: int, parse: Parse) -> str:
    """The words from one to before another, as typed."""
    if start >= end:
        return ""
    last = parse.tokens[end - 1]
    return parse.text[parse.tokens[start].offset : last.offset + len(last.text)]
