"""A parse seen through the graph's schema: what is asked for, what it is said of, and how.

A scene gathers evidence and decides nothing: question kinds (qa.kinds) build readings from it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.anchoring import Anchored
from qa.lazily import Lazy
from qa.learnt.wording import REFUSE, Suggested, Verdict, wording_model
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.figures import figurative
from qa.parsing.having import is_ruled_out
from qa.parsing.lexicon import Sense, stems_of
from qa.parsing.linking import CARRIED, PART, POINTED_OUT, Mention, Token
from qa.parsing.masking import masked
from qa.parsing.nlp import Parse
from qa.parsing.numbers import Amount, ones
from qa.parsing.outline import LOWEST
from qa.parsing.spelling import is_english, is_misspelt, is_plain_slip
from qa.parsing.striking import cutting_one, denies, dismissing, misfit
from qa.vocabulary import BACKGROUND, CALF

__all__ = ["Scene"]

_Found = TypeVar("_Found")

_HALF, _GOING_ON = 3, 4  # words of half a question: without a name, and after "and"
_BEFORE = "<before>"  # stands before the words of an earlier question
_SHORT = 4  # letters of a word that may be chat spelling: "wat", "wen"
_SURELY = 6  # letters from which a mended word is surely what was meant
_AMONG = 0.7  # prominence from which a class is what things are chosen from
_NEAR = 4  # words between a question word and the class it asks for
_SIDE = ("excess", "shortfall", "outsider")  # operators that a reading may not heed
_SOME = frozenset(("one", "two", "three", "1", "2", "3"))
_PARTS = frozenset(("of", "the", "these", "those", "my", "your"))  # lead to what is chosen from
_VERBS = frozenset(("do", "can", "should", "will", "may", "might", "must", "have", "shall"))
_APART = _VERBS | {"part"}  # between a question word and a class, say that it is not what is asked for


class Scene(Anchored):
    """One parse and the graph it is read against; computed lazily, never changed."""

    def __init__(
        self,
        parse: Parse,
        graph: KnowledgeGraph,
        *,
        half: bool = False,
        before: Scene | None = None,
        told: Amount | None = None,
        boolean: str = "",
    ) -> None:
        """Look at `parse` through `graph`, as said after the question `before`, if it leans on one.

        The wording of `half` a question says little, since it is learnt from whole ones. Of an earlier one
        alone it is known what amount it has `told`, and its verdict, `boolean`.
        """
        super().__init__(parse, graph)
        self.half = half
        self.before = before
        self.told, self.boolean = told, boolean
        self._known: dict[Hashable, Any] = {}

    def once(self, key: Hashable, find: Callable[[], _Found]) -> _Found:
        """What `find` gives, looked for once for this scene and this key."""
        if key not in self._known:
            self._known[key] = find()
        found: _Found = self._known[key]
        return found

    @Lazy
    def spoken_of(self) -> frozenset[Iri]:
        """The quantities that the question before named, or of which it had a number."""
        before = self.before
        anchors = [a for a in before.anchors if not before.is_per(a)] if before else []
        named = {iri for a in anchors for iri in a.entities}
        prescribed = {
            q for iri in named for q in self.graph.objects(iri, CALF.PRESCRIBES) if isinstance(q, Iri)
        }
        return frozenset(prescribed | {i for i in named if self.graph.subjects(CALF.PRESCRIBES, i)})

    @Lazy
    def points_back(self) -> bool:
        """Whether it asks for a verdict on what was said before: "is that often enough?"."""
        pointing = english().words["pointing"]
        return self.before is not None and self.polar and any(t.stem in pointing for t in self.asking)

    @property
    def advice(self) -> frozenset[str]:
        """Words that stand for the advice of the turn before beside an amount: "would 30 be above that?"."""
        given = self.before is not None and self.before.told is None and self.parse.amounts
        return english().words["pronouns"] if given else frozenset()

    def is_per(self, anchor: Anchor) -> bool:
        """Whether a name only says per what something is counted: "repetitions per set"."""
        start = anchor.mention.start
        return start > 0 and self.tokens[start - 1].stem == "per"

    @Lazy
    def sought_before(self) -> frozenset[Iri]:
        """The classes that the question before asked for."""
        return frozenset(cls for a in self.before.sought for cls in a.classes) if self.before else frozenset()

    @property
    def is_elliptical(self) -> bool:
        """Whether it is only half a question: "and the soleus?", "how many?"."""
        size = len(self.tokens)
        return (size <= _HALF and not self.anchors) or (self.goes_on and size <= _GOING_ON)

    @Lazy
    def suggested(self) -> Suggested:
        """What the wording suggests; nothing for half a question."""
        return Suggested() if self.half else wording_model().suggested(*self.worded(self.tokens))

    @Lazy
    def refused(self) -> float:
        """Probability, by the wording, that the graph cannot hold what is asked; 0 if it cannot tell."""
        named = {self.tokens[i].stem for a in self.anchors if a.entities for i in a.words - self.carried}
        if not all(map(wording_model().knows, named)):
            return 0.0
        return self.suggested.kinds.get(REFUSE, 0.0)

    @Lazy
    def verdict(self) -> Verdict:
        """How likely it is, by the wording, that a right answer begins with yes, and with no."""
        return wording_model().verdict(*self.worded(self.tokens, named=True))

    def worded(
        self, tokens: Iterable[Token], *, named: bool = False
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The stems of the asking sentence, and of those around it, from `tokens` of this question.

        Muscles and exercises are masked: what holds of one holds of all. With `named`, each is itself,
        and a "no?" that follows a statement is left out. So are words that only lead up to the question.
        The question before, if this one leans on it, stands around it behind a mark.
        """
        parts: tuple[list[Token], list[Token]] = ([], [])
        aside = self.carried if self.before else self.carried | self.opening
        aside |= self._least_asked | self.doubting
        for token in tokens:
            if token.index not in aside and not (named and token.index == self.tag):
                parts[token.sentence != self.core].append(token)
        asking, around = (masked(part, self.anchors, self.graph, self._asking, named=named) for part in parts)
        if self.before is not None:
            earlier, _ = self.before.worded(self.before.tokens, named=named)
            around = (_BEFORE, *earlier, *around)
        return asking, around

    @Lazy
    def _least_asked(self) -> frozenset[int]:
        """The words that say how many answers will do: "name at least one exercise"."""
        before = {m.start - 1 for m in self.parse.mentions if m.start and m.of("class")}
        counts = {n: (n,) if self.tokens[n].stem in _SOME else () for n in before}  # "at least four"
        ends = (m for m in self.operators(LOWEST) if m.end in counts and not self.wh)
        return frozenset(i for m in ends for i in (*m.words, *counts[m.end]))

    @Lazy
    def _asking(self) -> frozenset[int]:
        """Words of question cues, which a name may hold: "how many" in "how many sets a week"."""
        return frozenset(i for m in self.parse.mentions if m.of("cue") for i in m.words)

    @Lazy
    def carried(self) -> frozenset[int]:
        """Words that were not said but carried over from the question before."""
        return frozenset(
            i for m in self.parse.mentions for s in m.senses if s.role == CARRIED for i in m.words
        )

    def after(
        self, before: Scene, names: Iterable[Iri], weight: float, named: Mapping[int, Iri] | None = None
    ) -> Scene:
        """This question as said after another, with names of that one in its asking sentence.

        `named` are the words that stand for a thing by where the turn before had it: "the second".
        """
        named = named or {}
        tokens = list(self.tokens)
        mentions = [m for m in self.parse.mentions if named.keys().isdisjoint(m.words) or not m.of("entity")]
        for n, iri in enumerate(names):
            label = self.graph.entity(iri).label
            mentions.append(Mention((len(tokens),), (Sense("entity", iri, CARRIED),), label, weight))
            tokens.append(Token(label, "", len(tokens), -1 - n, self.core))
        for index, iri in named.items():
            sense = Sense("entity", iri, POINTED_OUT)
            mentions.append(Mention((index,), (sense,), self.graph.entity(iri).label, 1.0))
        parse = replace(self.parse, tokens=tuple(tokens), mentions=tuple(mentions))
        return Scene(parse, self.graph, before=before)

    def overlap(self, text: str) -> int:
        """How many words of a text the question has, outside names, that carry content of their own."""
        named = {i for a in self.anchors for i in a.words}
        own = {t.stem for t in self.tokens if t.index not in named} - self.plain
        return len(own & set(stems_of(text)))

    @Lazy
    def unknown(self) -> tuple[Token, ...]:
        """Content words that nothing in the lexicon explains; numbers are amounts, in words too."""
        aside = {i for name in _SIDE for m in self.operators(name) for i in m.words}
        covered = (self.parse.covered() - aside) | self.opening | self.doubting
        named = {i for a in self.anchors if a.mention.weight > PART for i in a.words} | self.opening
        named |= {i for m in self.operators("exclude_after") for i in m.words}  # "is broken"
        lacked = {t.index for t in self.tokens if t.stem in english().absent} | self.not_held
        return tuple(
            t
            for t in self.tokens
            if t.index not in self.figurative
            and (t.index not in named - self.not_held if t.index in lacked else t.index not in covered)
            and (t.index in lacked or self._is_strange(t))
        )

    def _is_strange(self, word: Token) -> bool:
        """Whether a word has content of its own, and is no number."""
        number = word.text.isdigit() or any(a.start <= word.offset < a.end for a in self.parse.amounts)
        return not number and not english().is_plain(word.stem) and len(word.text) > 2

    @Lazy
    def figurative(self) -> frozenset[int]:
        """Words of pain that are said of no body: "hurt my gains"."""
        return figurative(self.tokens)

    @Lazy
    def absent(self) -> tuple[Token, ...]:
        """Unknown words that name what the graph cannot hold: another muscle, food, medicine."""
        return tuple(t for t in self.unknown if t.stem in english().absent or t.index in self.not_held)

    @Lazy
    def strange(self) -> tuple[Token, ...]:
        """Unknown words that are none of the language, nor near one: they may name what the graph lacks."""
        short = (c for c in self.parse.corrections if len(c.source) < _SURELY)
        guessed = {c.source for c in short if not is_plain_slip(c.source, c.target)}
        words = {t: t.text.lower() for t in self.unknown if len(t.text) > _SHORT}
        known = {t for t, word in words.items() if is_english(word) or is_misspelt(word)}
        known |= {t for t in words if wording_model().knows(t.stem)}
        return tuple(t for t in words if t.text in guessed or t not in known)

    def prominence(self, anchor: Anchor) -> float:
        """How strongly a class stands out as what is asked for, from 0.2 to 1.4."""
        distance = anchor.mention.start - self.wh_index - 1
        acts = any(t.stem in _APART for t in self.tokens[self.wh_index + 1 : anchor.mention.start])
        if self.wh in ("what", "which") and 0 <= distance <= _NEAR and not acts:
            return 1.4 - 0.15 * distance
        if not self.wh and self.mood != "polar":
            return 0.7
        return 0.2

    @Lazy
    def sought(self) -> tuple[Anchor, ...]:
        """The names of classes that stand out as what is asked for: "which heads"."""
        return tuple(a for a in self.anchors if a.classes and self.prominence(a) > 1)

    @Lazy
    def dismissing(self) -> frozenset[int]:
        """The words by which the question asks what is to go, not what is left; none if it does not."""
        drops, gone = self.operators("drop"), self.operators("exclude_after")
        near = (a for a in self.anchors if a.classes and (self.prominence(a) > _AMONG or self._is_chosen(a)))
        sought = [a.mention for a in near]
        ahead = self.tokens[self.wh_index + 1 : self.wh_index + 2]
        asks = self.wh == "what" and any(t.stem in _VERBS for t in ahead)  # "what can't I do?"
        if not sought and (asks or self.wh == "which"):  # "which of the trio do I drop?"
            sought = [Mention((self.wh_index,), (), self.wh, 1.0)]
        asked = (dismissing(self.tokens, mention, drops, gone) for mention in sought)
        if not self.wh or self.wh_index == len(self.tokens) - 1:
            named = (a.mention for a in self.anchors if a.classes)
            asked = (cutting_one(self.tokens, mention, drops) for mention in named)
        return next(filter(None, asked), misfit(self.asking, self.opening))

    def _is_chosen(self, anchor: Anchor) -> bool:
        """Whether a class is what is chosen from: "which of the three inner-calf exercises"."""
        between = self.tokens[self.wh_index + 1 : anchor.mention.start]
        named = (t for t in between if t.index not in self._naming and t.stem not in _SOME)
        return self.wh == "which" and 0 < len(between) <= 2 * _NEAR and all(t.stem in _PARTS for t in named)

    @Lazy
    def several(self) -> bool:
        """Whether the question speaks of several things, or of one for each."""
        several = english().words["each"] | english().words["pairing"]
        return self.one_each or self.says(several)

    @Lazy
    def one_each(self) -> bool:
        """Whether the question asks for one for each: "one for the gastroc, one for the soleus"."""
        return ones([t.stem for t in self.tokens]) > 1

    @Lazy
    def denying(self) -> bool:
        """Whether the question denies of what it asks for what it says: "which head isn't on the inside?"."""
        return any(denies(self.tokens, a.mention, self._naming) for a in self.sought)

    def is_background(self, anchor: Anchor) -> bool:
        """Whether a name is only the topic that every question here has: the calf, its exercises."""
        meant = bool(anchor.classes) and (self.prominence(anchor) > 1 or is_ruled_out(anchor, self))
        return not meant and BACKGROUND.issuperset((*anchor.entities, *anchor.classes))
