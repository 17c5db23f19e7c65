"""The sentences and clauses of a question: which sentence asks, and which words tell something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from qa.lazily import Lazy
from qa.parsing.asking import IMPERATIVE, TAG, WH, announces, asks_itself, doubts
from qa.parsing.english import english
from qa.parsing.linking import PART, Mention, Token
from qa.parsing.nlp import Parse

__all__ = ["Sentences", "sentences_of"]

_MISSING = ("excess", "shortfall")  # operators that hold an amount against what is advised
_JUDGING = frozenset(("verification",))


def sentences_of(tokens: Iterable[Token]) -> dict[int, list[Token]]:
    """The words of each sentence, by its number."""
    found: dict[int, list[Token]] = {}
    for token in tokens:
        found.setdefault(token.sentence, []).append(token)
    return found


class Sentences:
    """The sentences of one parse; computed lazily, never changed."""

    def __init__(self, parse: Parse) -> None:
        """Look at `parse` without any graph."""
        self.parse = parse
        self.tokens = parse.tokens

    @Lazy
    def stems(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset(t.stem for t in self.tokens)

    def says(self, words: AbstractSet[str]) -> bool:
        """Whether some word has one of these stems."""
        return not self.stems.isdisjoint(words)

    def operators(self, name: str) -> tuple[Mention, ...]:
        """Mentions of an operator."""
        return self._operators.get(name, ())

    @Lazy
    def _operators(self) -> dict[str, tuple[Mention, ...]]:
        """Mentions by operator."""
        found: dict[str, tuple[Mention, ...]] = {}
        for mention in self.parse.mentions:
            for sense in mention.of("operator"):
                found[sense.name] = (*found.get(sense.name, ()), mention)
        return found

    @Lazy
    def not_held(self) -> frozenset[int]:
        """The words of phrases for what the graph cannot hold, outside names: "on one leg"."""
        named = [{*m.words} for m in self.parse.mentions if m.of("entity", "class")]
        people = {t.index for t in self.tokens if t.stem in english().words["people"]}
        said = (({*m.words}, {*range(m.start, m.end)}) for m in self.operators("not_held"))
        phrases = (words for own, words in said if words <= own | people)  # not "how high must my heels"
        whole = (words for words in phrases if all(n < words or n.isdisjoint(words) for n in named))
        return frozenset(i for words in whole for i in words)  # "came up with", in which somebody comes up

    @Lazy
    def core(self) -> int:
        """The number of the sentence that asks: the last with a question mark, else with a question word.

        Without either it is the last that says anything at all, which thanks do not, or that asks in a word.
        """
        if self.tokens and not self.tokens[-1].sentence:
            return 0  # there is no other
        sizes = Counter(t.sentence for t in self.tokens)
        worded = {t.sentence for t in self.tokens if t.stem in WH}
        worded |= {
            self.tokens[m.start].sentence for name in _MISSING for m in self.operators(name)
        }  # "too often?"
        marked = [n for n in sorted(self.parse.questions) if sizes[n] > TAG or n in worded]
        if marked:
            return marked[-1] - (marked[-1] > 0 and self._points_back(marked[-1]))
        asking = [
            t.sentence for t in self.tokens if t.stem in WH or (t.stem in IMPERATIVE and self._requests(t))
        ]
        asking += [n for n, words in sorted(self._sentences.items()) if n and self._is_unmarked(words)]
        if asking:
            return max(asking)
        short = sorted(self.parse.questions & sizes.keys())
        naming = [self.tokens[m.start].sentence for m in self.parse.mentions if m.of("entity", "class")]
        return (sorted(self.saying) or short or naming or [t.sentence for t in self.tokens] or [0])[-1]

    @Lazy
    def _announced(self) -> frozenset[int]:
        """The words of the asking sentence before a colon that only announce what is asked after it.

        As in "in one line: ...", "who is right: does it matter?"; not "yes or no: ..." nor "leg press: ...".
        """
        at = next((n for n, pair in enumerate(pairwise(self.asking), 1) if announces(*pair)), 0)
        words, after = {t.index for t in self.asking[:at]}, self.asking[at:]
        if not words or not (asks_itself(after) or any(t.stem in WH for t in after[:TAG])):
            return frozenset()
        pointing = english().words["pronouns"] - {"one"} | {"it", "they", "this"} | english().words["each"]
        before = [m for m in self.parse.mentions if words & set(m.words)]
        said = [m for m in before if m.of("property", "operator") and not all(map(self.is_plain, m.words))]
        named = said or any(m.of("entity", "class") for m in before)
        cues = {s.name for m in before for s in m.of("cue")}
        settles = any(t.stem == "who" for t in self.asking[:at])  # "who is right"
        taken_up = not settles and any(t.stem in pointing for t in after)
        return frozenset(() if named or taken_up or (cues & _JUDGING and not settles) else words)

    def _requests(self, word: Token) -> bool:
        """Whether a word opens a clause, but for what urges: "just give me ...", "so please name ..."."""
        closed = english().words
        before = (t for t in self.clause_of(word) if t.index < word.index)
        return all(t.stem in closed["urging"] | closed["opening"] for t in before)

    @Lazy
    def saying(self) -> frozenset[int]:
        """The numbers of the sentences with a telling word; not "we had an argument" nor "I forget".

        A word by which people ask for a reason asks for none in what is told first, and of oneself a verb
        without an object says nothing that the graph knows of.
        """
        found, asking = set[int](), WH | IMPERATIVE
        for number, words in self._sentences.items():
            telling = [t.index for t in words if t.index in self.telling]
            asks = any(t.stem in asking for t in words)
            before = [t for t in words if t.index < min(telling, default=0)]
            of_oneself = any(t.stem in english().words["self"] for t in before)
            acts = telling == [words[-1].index] and self._acts.issuperset(telling)
            cued = words[-1] is not self.tokens[-1] and self._cueing.issuperset(telling)
            if telling and (asks or not of_oneself or not (acts or cued)):
                found.add(number)
        return frozenset(found)

    @Lazy
    def _acts(self) -> frozenset[int]:
        """The words that are but a verb or a part of a name."""
        named = {
            i for m in self.parse.mentions if m.of("entity", "class") and m.weight > PART for i in m.words
        }
        verbs = {i for m in self.parse.mentions for s in m.senses if s.role == "verb" for i in m.words}
        return frozenset(verbs - named)

    @Lazy
    def _cueing(self) -> frozenset[int]:
        """The words that are but cues of a question kind."""
        mentions = self.parse.mentions
        said = {i for m in mentions if any(s.kind != "cue" for s in m.senses) for i in m.words}
        return frozenset(i for m in mentions for i in m.words) - said

    @Lazy
    def doubting(self) -> frozenset[int]:
        """The words that only ask whether one is mistaken in what was said: "..., or did I misread that?"."""
        starts = [n for n, t in enumerate(self.tokens) if t.stem == "or"]
        ends = (self.tokens[n:] for n in starts[-1:])
        return frozenset(t.index for words in ends if doubts(words) for t in words)

    @Lazy
    def _sentences(self) -> dict[int, list[Token]]:
        """The words of each sentence, by its number."""
        return sentences_of(self.tokens)

    @staticmethod
    def _is_unmarked(words: Sequence[Token]) -> bool:
        """Whether a sentence asks for a verdict without a question mark: "i bounce a lot. does it matter"."""
        told = words[0].text.lower() == "do" and words[1:2] and words[1].stem not in english().words["people"]
        return len(words) > TAG and asks_itself(words) and not told

    def _points_back(self, sentence: int) -> bool:
        """Whether a sentence only asks for the answer to what the one before tells: "What do I tell her?"."""
        words = english().words
        stems = [t.stem for t in self.tokens if t.sentence == sentence]
        named = {m.start for m in self.parse.mentions if m.of("entity", "class")}
        empty = not any(self.tokens[i].sentence == sentence for i in named)
        handed = not words["answering"].isdisjoint(stems) and words["replying"].issuperset(stems)
        before = {t.stem for t in self.tokens if t.sentence == sentence - 1}
        return empty and handed and bool(before & words["inquiring"]) and before.isdisjoint(WH)

    @Lazy
    def asking(self) -> tuple[Token, ...]:
        """The words of the asking sentence as they were said, without any carried over from a turn before."""
        return tuple(t for t in self.tokens if t.sentence == self.core and t.offset >= 0)

    def clause_of(self, word: Token) -> Sequence[Token]:
        """The words of the clause that a word stands in."""
        return self._clauses[word.sentence, word.clause]

    @Lazy
    def _clauses(self) -> dict[tuple[int, int], list[Token]]:
        """The words of each clause of each sentence."""
        found: dict[tuple[int, int], list[Token]] = {}
        for token in self.tokens:
            found.setdefault((token.sentence, token.clause), []).append(token)
        return found

    def opens_clause(self, token: Token) -> bool:
        """Whether a word opens a clause."""
        return token.index == 0 or self.tokens[token.index - 1].clause != token.clause

    @Lazy
    def telling(self) -> frozenset[int]:
        """The words of names, properties, cues and operators that carry content of their own."""
        return frozenset(i for m in self.parse.mentions for i in m.words if not self.is_plain(i))

    @Lazy
    def plain(self) -> frozenset[str]:
        """Stems of the question's words that carry no content of their own."""
        return frozenset(filter(english().is_plain, self.stems))

    def is_plain(self, index: int) -> bool:
        """Whether the word at this place carries no content of its own."""
        return self.tokens[index].stem in self.plain
