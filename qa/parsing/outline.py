"""The outward form of a question: by which word it asks, in which mood, and what it says of amounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from qa.lazily import Lazy
from qa.parsing.asking import (
    IMPERATIVE,
    LEAD,
    LONG_TAG,
    TAG,
    WH,
    adds_nothing,
    asks_itself,
    counts,
    inverts,
    is_reported,
    is_tag,
    leads,
    modest,
    whether_in,
    wishes,
)
from qa.parsing.english import english
from qa.parsing.linking import Mention, Token
from qa.parsing.numbers import Amount
from qa.parsing.offering import offered_at
from qa.parsing.sentences import Sentences

__all__ = ["EXCESS", "HIGHEST", "LOWEST", "SHORTFALL", "Outline"]

HIGHEST, LOWEST = "highest_number", "lowest_number"  # operators of english.toml
EXCESS, SHORTFALL = "excess", "shortfall"
_JOINTS = frozenset(("and", "or", "but", "so", "then"))
_GOING_ON = _JOINTS | {"ok"}
_ABOUT = (["what", "about"], ["how", "about"])
_TO_ADVICE = 5  # words from "more" to the advice: "more than what the article suggests"
_ELLIPSIS = 3  # words of the longest question that "and" makes an ellipsis: "and the soleus?"


class Outline(Sentences):
    """The form of one parse; computed lazily, never changed."""

    def cue(self, kind: str) -> Mention | None:
        """The strongest cue of a question kind in the asking sentence, else anywhere."""
        return self._cues.get(kind)

    @Lazy
    def _cues(self) -> dict[str, Mention]:
        """The strongest cue of each question kind that has one."""
        found: dict[str, Mention] = {}
        cues = [m for m in self.parse.mentions if m.of("cue") and not self.opening.issuperset(m.words)]
        for mention in sorted(cues, key=lambda m: (self._is_beside(m), -m.weight, m.words)):
            within = any({*mention.words} < {*other.words} for other in cues)  # "count" in "count as"
            for sense in mention.of("cue"):
                if sense.name != "count" or not within:
                    found.setdefault(sense.name, mention)
        return found

    def _is_beside(self, mention: Mention) -> bool:
        """Whether a mention stands outside the asking sentence."""
        return self.tokens[mention.start].sentence != self.core

    @Lazy
    def opening(self) -> frozenset[int]:
        """Words that only lead up to a message or a longer question: "ok so", "tell me I'm wrong, but"."""
        starts = [(w, [t.index for t in takewhile(self._leads_up, w)]) for w in (self.asking, self.tokens)]
        starts.append((self.asking, [t.index for t in modest(self.asking)]))
        found = frozenset(i for words, led in starts if len(words) - len(led) > _ELLIPSIS for i in led)
        return found | self._announced

    def _leads_up(self, word: Token) -> bool:
        """Whether a word may stand before a question; "quick question" may in a clause of its own."""
        words, clause = english().words, (t.stem for t in self.clause_of(word))
        return word.stem in words["opening"] or words["announcing"].issuperset(clause)

    @Lazy
    def limit(self) -> str:
        """The end of a range that a question asks for: an operator's name; "" for none, or for both."""
        ends = ((HIGHEST, english().words["most"]), (LOWEST, english().words["fewest"]))
        bare = self.stems if len(self.asking) <= _ELLIPSIS else frozenset[str]()  # "and the fewest?"
        found = [n for n, own in ends if self.operators(n) or counts(self.asking, own) or own & bare]
        return found[0] if len(found) == 1 else ""

    @Lazy
    def feared(self) -> str:
        """How an amount may miss a range by the question: "excess", "shortfall", or "" for neither.

        "Is it fine, or is that too little?" asks whether it is fine; "more than is fine" does not.
        """
        judged = self._judged if self.says(english().fine) else ()
        judging = takewhile(lambda t: t.stem != "than", judged)
        if any(t.stem in english().fine and t.index not in self.opening for t in judging):
            return ""
        limits = {i for m in self.operators(HIGHEST) for i in m.words}  # "not exceed"
        asked = {t.index for t in self._judged} - limits
        found = [name for name in (EXCESS, SHORTFALL) if any(m.start in asked for m in self.operators(name))]
        ways = ((EXCESS, "over"), (SHORTFALL, "short"))
        found = found or [name for name, stem in ways if self._misses(stem)]
        return found[0] if len(found) == 1 else ""

    @property
    def advice(self) -> frozenset[str]:
        """Words for an advice given before; none here."""
        return frozenset()

    def _misses(self, group: str) -> bool:
        """Whether a word of a group stands before one for the advice: "more than what's suggested"."""
        words = english().words
        places = [n for n, t in enumerate(self._judged) if t.stem in words[group]]
        return any(
            t.stem in words["advised"] | words["span"] | self.advice and t.clause == self._judged[n].clause
            for n in places
            for t in self._judged[n + 1 : n + 1 + _TO_ADVICE]
        )

    @Lazy
    def _judged(self) -> tuple[Token, ...]:
        """The words of the sentence on which a verdict is asked."""
        return tuple(t for t in self.tokens if t.sentence == self.claimed and t.offset >= 0)

    @property
    def stated(self) -> Amount | None:
        """The amount on which a verdict is asked for: "are 25 sets fine?", "25 sets, too many?"."""
        return self.parse.amounts[0] if self.parse.amounts and (self.may_be_polar or self.feared) else None

    @Lazy
    def wh(self) -> str:
        """The question word of the asking sentence, or ""."""
        if self.wh_index < 0:
            return ""
        word = self.tokens[self.wh_index].stem
        return {"wich": "which", "wher": "where", "whom": "who", "whos": "who"}.get(word, word)

    @Lazy
    def wh_index(self) -> int:
        """Where the question word stands; -1 without one, or where a verb opens: "does it matter how".

        A verb may also open its clause alone: "30 sets, is that what they advise?".
        """
        words = [t for t in self.tokens if t.sentence == self.core]
        at = next(
            (t for t in words if t.stem in WH and t.index not in self.opening and not self._asks_nothing(t)),
            None,
        )
        if at is None or self.confirming or self.tag >= 0:
            return -1
        before = [t for t in words if t.index < at.index and t.index not in self.opening]
        clause = [t for t in before if t.clause == at.clause]
        joined = any(t.stem in _JOINTS for t in clause)  # "have no partner so which ..."
        return -1 if asks_itself(before) or (not joined and asks_itself(clause)) else at.index

    def _asks_nothing(self, word: Token) -> bool:
        """Whether a question word asks nothing itself: "does what my knee does change the work?"."""
        first = next((t for t in self.asking if t.index not in self.opening), word)
        opened = word.stem == "what" and word.index == first.index + 1 and first.text.lower() != "do"
        inverted = opened and first.stem in english().words["auxiliary"]
        return (
            inverted
            or self._is_inside(word)
            or is_reported(word, self.clause_of(word))
            or self._is_circumstance(word)
        )

    def _is_inside(self, word: Token) -> bool:
        """Whether a question word is part of what may be so: "whether it does anything for how I jump"."""
        before = self.tokens[word.index - 1]
        opens = before.clause != word.clause or before.stem in _JOINTS
        return 0 <= self._whether < word.index and not opens

    def _is_circumstance(self, word: Token) -> bool:
        """Whether a "when" only says when: "when I turn my feet out, is the inner head idle?"."""
        if word.stem != "when" or word is self.asking[-1]:
            return False
        if self.opens_clause(word):
            return asks_itself([t for t in self.asking if t.index > word.index and t.clause != word.clause])
        before = self.tokens[self.asking[0].index : word.index]
        led = word.index > self._led or leads([t.stem for t in before[-LEAD - 1 :]])
        return self.core in self.parse.questions and len(before) > TAG and not led

    @Lazy
    def _led(self) -> int:
        """Where the first word of the asking sentence stands that may lead to a question in it."""
        said = (t for t in self.asking if t.index not in self.opening)  # "so the outer head is off when ..."
        leading = (t.index for t in said if t.stem in IMPERATIVE or t.stem in _JOINTS)
        return next(leading, len(self.tokens))

    @Lazy
    def confirming(self) -> bool:
        """Whether the question ends by asking if what it says is so: "..., isn't it", "... Right?"."""
        words, after = self.asking, [t for t in self.tokens if t.sentence == self.core + 1]
        last = [t for t in words if t.clause == words[-1].clause]
        unmarked = words[-LONG_TAG:]  # "they are for the inner head arent they"
        return (
            (self.core + 1 in self.parse.questions and is_tag(after))
            or self.asks_if_so(after)
            or (len(last) < len(words) and (is_tag(last) or self.asks_if_so(last)))
            or (len(unmarked) == LONG_TAG < len(words) and unmarked[1].stem == "not" and is_tag(unmarked))
        )

    def asks_if_so(self, words: Sequence[Token]) -> bool:
        """Whether words are one cue that asks if what stands before is so: "is he right", "yes or no"."""
        return len(words) > 1 and tuple(t.index for t in words) in self._judging

    @Lazy
    def _judging(self) -> frozenset[tuple[int, ...]]:
        """The words of each cue that asks for a verdict."""
        cues = ((m.words, m.of("cue")) for m in self.parse.mentions)
        return frozenset(words for words, senses in cues if any(s.name == "verification" for s in senses))

    @Lazy
    def claimed(self) -> int:
        """The number of the sentence on which a verdict is asked: the one before "Is she right?"."""
        back = bool(self.asking) and (adds_nothing(self.asking) or self.asks_if_so(self.asking))
        before = any(self.tokens[m.start].sentence == self.core - 1 for m in self.parse.mentions)
        return self.core - 1 if back and before else self.core

    @Lazy
    def leading(self) -> frozenset[int]:
        """Words of a negated opening ("isn't there", "why shouldn't I"): not an exclusion."""
        starts = {0, self.wh_index + 1} if self.wh in ("why", "how") else {0}
        words = [t.index for t in self.tokens if t.sentence == self.core and t.index not in self.opening]
        return frozenset(i for start in starts for i in self._denied_at(start, words))

    def _denied_at(self, start: int, words: Sequence[int]) -> Iterator[int]:
        """Where a "not" stands beside the auxiliary that opens a question from a place on."""
        first = next((index for index in words if index >= start), 0)
        opening = self.tokens[first : first + LONG_TAG]
        if opening and opening[0].stem in english().words["auxiliary"] and not wishes(opening):
            yield from (t.index for t in opening if t.stem == "not")

    def leaves_open(self, mention: Mention) -> bool:
        """Whether a "not" leaves open whether something is so: "knees bent or not"."""
        return mention.start > 0 and self.tokens[mention.start - 1].stem == "or"

    @Lazy
    def polar(self) -> bool:
        """Whether the question can be answered by yes or no."""
        if self.wh:
            return False
        words = [t for t in self.asking if t.index not in self.opening]
        clauses = [[t for t in words if t.clause == n] for n in {t.clause for t in words}]
        asks = any(c[0].stem in english().words["auxiliary"] and not wishes(c) for c in clauses)
        asks = asks or any(inverts(a, b) for a, b in pairwise(words))
        return asks or self.confirming or self.cue("verification") is not None or self._whether >= 0

    @Lazy
    def _whether(self) -> int:
        """Where the question begins to ask if something is so; -1 if it does not."""
        return whether_in(self.asking)

    @Lazy
    def may_be_polar(self) -> bool:
        """Whether a yes or no may be wanted: "the outer head is inside?", "... Is it?", "12 sets enough"."""
        amounts = any(a.high > 1 or a.frequency for a in self.parse.amounts)
        judged = english().fine & {t.stem for t in self.asking if t.index not in self.opening}
        return self.polar or (not self.wh and (bool(self.parse.questions) or (amounts and bool(judged))))

    @Lazy
    def tag(self) -> int:
        """Where a lone "no?" asks whether what stands before it is so; -1 if none does."""
        words = self.asking
        alone = [t.stem for t in words[1:]][-1:] == ["no"] and words[-2].clause != words[-1].clause
        return words[-1].index if alone else -1

    @Lazy
    def mood(self) -> str:
        """The outward form of the question, a key of `moods` in english.toml."""
        if self.wh == "how" and (count := self.cue("count")) and count.start == self.wh_index:
            return "count"
        reason = self.cue("reason")
        if reason and (self.wh in ("why", "") or self.tokens[reason.start].sentence == self.core):
            return "why"
        if self.cue("count") and self.wh != "which":
            return "count"
        if self.polar:
            core = [t.stem for t in self.tokens if t.sentence == self.core]
            return "exist" if {"there", "any", "anything", "something"} & set(core) else "polar"
        if self.wh:
            return self.wh
        return "ask" if any(t.stem in IMPERATIVE for t in self.tokens if t.sentence == self.core) else "none"

    @Lazy
    def goes_on(self) -> bool:
        """Whether the question opens as the next part of a talk: "and the soleus?", "what about it?"."""
        first = [t.stem for t in self.tokens[:2]]
        return first in _ABOUT or not _GOING_ON.isdisjoint(first[:1])

    @Lazy
    def offering(self) -> int:
        """Where an "or" offers a choice in place of a question for yes or no; -1 if none does."""
        asks = self.wh or self.confirming or self.claimed != self.core
        return -1 if asks else offered_at(self.asking, self.parse.mentions)

    @Lazy
    def negated(self) -> bool:
        """Whether the asking sentence opens with a negated auxiliary, as in "why isn't"."""
        return bool(self.leading)
