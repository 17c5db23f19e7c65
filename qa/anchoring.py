"""The names in a question, seen through the graph: what each may stand for, and whether it is wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.lazily import Lazy
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.faulting import is_fault
from qa.parsing.figures import limiting, names_nothing
from qa.parsing.going import is_free, is_untried, leaves_over
from qa.parsing.grading import Degree, degree_in
from qa.parsing.having import is_covered, is_had
from qa.parsing.lexicon import Sense
from qa.parsing.linking import PART, Mention
from qa.parsing.measuring import denies_share, grants, trails
from qa.parsing.mirroring import with_counterparts
from qa.parsing.nlp import Parse
from qa.parsing.outline import Outline
from qa.parsing.pointing import before_pronoun, is_told_of, is_unsaid, is_used
from qa.parsing.ranges import ranges
from qa.parsing.scope import Ruling, is_needed, with_polarity
from qa.parsing.sharing import with_shared_nouns
from qa.parsing.striking import is_no_use, strikes_some, striking
from qa.parsing.surrounding import surroundings
from qa.parsing.switching import without_left
from qa.parsing.taking import may_be_struck, struck_off
from qa.parsing.ticking import verdicts
from qa.vocabulary import CALF

__all__ = ["Anchored"]

_MOST_NAMES = 12  # names of a question that are looked at, those of the asking sentence first
_PLACE = 4  # words within which "sits" is told where: "sits on the outer side"
_DENIALS = frozenset(("not", "never"))
_MEANING = ("definition", "comparison")  # cues of what asks for a word's meaning
_PASSED = frozenset((CALF.EXERCISE, CALF.EQUIPMENT))  # what "what else?" asks for in place of one named


class Anchored(Outline):
    """An outline with its names; computed lazily, never changed."""

    def __init__(self, parse: Parse, graph: KnowledgeGraph) -> None:
        """Look at `parse` through `graph`."""
        super().__init__(parse)
        self.graph = graph

    @Lazy
    def anchors(self) -> tuple[Anchor, ...]:
        """The names in the question, in order, with their polarity; of very many the first."""
        out = []
        for mention in self.parse.mentions:
            senses = mention.of("entity", "class")
            if senses and not (self._is_verbal(mention) or self._is_act(mention) or self._retracts(mention)):
                meant = (s for s in senses if s.kind == "entity" and self._is_meant(s))
                entities = tuple(dict.fromkeys(Iri(s.name) for s in meant))
                classes = tuple(dict.fromkeys(Iri(s.name) for s in senses if s.kind == "class"))
                bodily = any(CALF.MUSCULAR_STRUCTURE in self.graph.entity(iri).classes for iri in entities)
                out.append(Anchor(mention, entities, classes, bodily=bodily))
        judged, spoken, amounts = self.polar or bool(self.feared), self.spoken_of, self.parse.amounts
        counted = list(ranges(amounts, self.tokens, self.graph, judged=judged, spoken_of=spoken))
        taken = {i for a in counted for i in a.words}
        out = [*(a for a in out if not a.words <= taken), *counted]
        around = surroundings(out, self._excluding, self.tokens, self.graph)
        out = sorted([*out, *around], key=lambda a: a.mention.words)
        out = with_counterparts(with_shared_nouns(out, self.tokens, self.graph), self.tokens, self.graph)
        if not (self.operators("compare") or self.cue("comparison")):
            out = without_left(out, self.tokens, self.graph)
        if len(out) > _MOST_NAMES:  # pairs of names are tried, and time must grow with length alone
            core = sorted(out, key=lambda a: self.tokens[a.mention.start].sentence != self.core)
            out = sorted(core[:_MOST_NAMES], key=lambda a: a.mention.words)
        found = with_polarity(out, self._rulings(), self.tokens)
        if any(a.polarity == "struck" for a in found):
            found = struck_off(found, self.tokens, self.graph)
        found = tuple(a.ruled("out") if self._is_passed(a) else a for a in found)
        found = tuple(a.ruled(self._pointed_at(a, found)) for a in found)
        found = self._taken_up(found)
        asked = {cls for a in found for cls in a.classes}
        return tuple(a.ruled("in") if self._excludes_nothing(a, asked) else a for a in found)

    def _excludes_nothing(self, anchor: Anchor, asked: AbstractSet[Iri]) -> bool:
        """Whether an excluded name is a mistake not wanted, asks, or was only carried over."""
        faults = {CALF.MISTAKE in self.graph.entity(iri).classes for iri in anchor.entities}
        shunned = faults == {True} and CALF.MISTAKE not in asked
        unsaid = is_unsaid(anchor.mention, self.wh_index if self.wh else -1, self._before_pronoun)
        return anchor.polarity == "out" and (shunned or unsaid)

    @property
    def spoken_of(self) -> frozenset[Iri]:
        """The quantities that the question before spoke of; none here, where nothing stands before."""
        return frozenset()

    @property
    def sought_before(self) -> frozenset[Iri]:
        """The classes that the question before asked for; none here, where nothing stands before."""
        return frozenset()

    def _pointed_at(self, anchor: Anchor, names: Sequence[Anchor]) -> str:
        """The polarity of an earlier name that a pronoun stands for: "I hate it. What variations of it ...".

        "What can I do without it?" excludes what was only named before; "what can't ...?" needs it.
        """
        earlier = [a for a in names if self.tokens[a.mention.start].sentence < self.core]
        if anchor not in earlier or not may_be_struck(anchor, self.graph):
            return anchor.polarity
        if (excluding := self._before_pronoun) is not None:
            return "must" if is_needed(excluding, self._excluding, names, self.tokens) else "out"
        last = [a for a in earlier if may_be_struck(a, self.graph)][-1:]
        wanted = is_told_of(self.asking, self.framing) or (is_used(self.asking) and last == [anchor])
        return "in" if anchor.polarity == "out" and wanted else anchor.polarity

    @Lazy
    def _before_pronoun(self) -> Mention | None:
        """What excludes a pronoun of the asking sentence: "without it", "not use one"."""
        return before_pronoun(self.asking, self._excluding, self._naming, self.tokens)

    def _taken_up(self, names: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
        """The names where a bare denial takes up what was said before: "They need a machine. Which doesn't?".

        It denies the last name before it, not what it asks for; where little was said of that, its subject.
        """
        asking = self.asking
        own = [a for a in names if self.tokens[a.mention.start].sentence == self.core]
        denies = len(asking) > 1 and asking[-1].stem == "not"
        bare = denies and asking[-2].stem in english().words["auxiliary"]
        bare = bare and (bool(self.wh) or self.mood == "ask")
        before = [a for a in names if a.entities and self.tokens[a.mention.start].sentence == self.core - 1]
        if not bare or not before or any(a.entities for a in own):
            return names
        said = {t.stem for t in self.tokens if t.sentence == self.core - 1}
        denied = before[0] if said & english().words["idle"] else before[-1]
        turned = {a.words: "in" for a in own} | {denied.words: "in" if denied.polarity == "out" else "out"}
        return tuple(a.ruled(turned.get(a.words, a.polarity)) for a in names)

    def _rulings(self) -> tuple[Ruling, ...]:
        """The words that exclude and those that limit; most questions have none of most kinds."""
        rulings = (
            Ruling("out", self._excluding),
            Ruling("out", [*self._gone, *self._verdicts], after=True),
            Ruling("only", limiting(self.operators("only"), self.tokens)),
            Ruling("only", self.operators("only_after"), after=True),
            Ruling("struck", self._striking),
        )
        return tuple(ruling for ruling in rulings if ruling.words)

    @Lazy
    def _striking(self) -> list[Mention]:
        """The words that strike what follows them off a list."""
        return striking(self.tokens, self.operators("drop"), self._naming)

    @Lazy
    def _excluding(self) -> tuple[Mention, ...]:
        """The words that exclude what follows them."""
        found = (*self.operators("exclude"), *(m for m in self._striking if strikes_some(m, self.tokens)))
        starts, denials = {m.start for m in found}, {m.end for m in found if m.form in _DENIALS}
        after = (*self._gone, *self.operators("only_after"), *self._verdicts)
        trailing = {i for m in after for i in m.words}
        return tuple(
            m
            for m in found
            if self._excludes(m)
            and not trailing.issuperset(m.words)
            and m.start not in denials  # "I don't hate the leg press"
            and not (m.form in _DENIALS and m.end in starts)
            and not is_fault(m, self, self._naming, self.sought_before, self.graph)
        )

    @Lazy
    def _gone(self) -> tuple[Mention, ...]:
        """The words that exclude what stands before them; "except" and "excluding" exclude what follows."""
        return tuple(m for m in self.operators("exclude_after") if trails(m, self.tokens))

    @Lazy
    def _verdicts(self) -> list[Mention]:
        """Each "no" that is said of the name before it."""
        return verdicts(self.tokens, self._naming, self.parse.questions)

    @Lazy
    def _naming(self) -> frozenset[int]:
        """The words of names."""
        return frozenset(i for m in self.parse.mentions if m.of("entity", "class") for i in m.words)

    def _excludes(self, mention: Mention) -> bool:
        """Whether a word excludes: not where it opens a polar question, nor in "the bar", "not useless".

        Nor does "neither head does", which denies something of both, nor "which one is no good for".
        """
        word = self.tokens[mention.start]
        useless = bool(self.wh) and is_no_use(word, *self.tokens[mention.end : mention.end + 1])
        both = word.stem == "neither" and self.may_be_polar and "nor" not in self.stems
        noun = mention.start > 0 and self.tokens[mention.start - 1].stem in english().words["articles"]
        granted = is_untried(mention, self.tokens) or grants(self.tokens[mention.end - 1], self.tokens)
        granted |= self.may_be_polar and denies_share(self.tokens[mention.end - 1], self.tokens)
        left = word.index in self.leading or self.leaves_open(mention)
        return not (left or noun or granted or both or useless)

    @Lazy
    def degree(self) -> Degree | None:
        """The degree that the question compares what it names in."""
        kinds = frozenset(i for a in self.anchors if a.classes for i in a.words)
        return degree_in(self.asking, self._naming, kinds)

    def _is_passed(self, anchor: Anchor) -> bool:
        """Whether a question for something else, or the other of its kind, passes over an earlier name."""
        if anchor.polarity != "in" or not anchor.entities:
            return False
        kinds = frozenset.intersection(*(self.graph.entity(iri).classes for iri in anchor.entities))
        if self.tokens[anchor.mention.start].sentence < self.core:
            anew = not english().words["else"].isdisjoint(t.stem for t in self.asking)
            varied = any(CALF.VARIATION_OF in (p, self.graph.property_term(p).inverse) for p in self.cued)
            based = varied and any(self.graph.subjects(CALF.VARIATION_OF, iri) for iri in anchor.entities)
            if (kinds & _PASSED and anew and not based) or kinds & self.other_kinds:
                return True
        return is_had(anchor, self) if CALF.EXERCISE in kinds else is_covered(anchor, self)

    @Lazy
    def other_kinds(self) -> frozenset[Iri]:
        """The classes of which another member is asked for: "the other big calf muscle"."""
        others = {t.index + 1 for t in self.asking if t.stem in english().words["other"]}
        senses = [s for m in self.parse.mentions if m.start in others for s in m.of("class", "entity")]
        own = frozenset(Iri(s.name) for s in senses if s.kind == "class")
        of_things = (self.graph.entity(Iri(s.name)).classes for s in senses if s.kind == "entity")
        return own.union(*of_things) - {CALF.CONCEPT}

    def _is_meant(self, sense: Sense) -> bool:
        """Whether a name has this sense: the article's own sense of a term only if nothing else has it."""
        return sense.role != "article" or self._named[sense.name] == 1

    @Lazy
    def _named(self) -> Counter[str]:
        """How many mentions may mean each thing."""
        return Counter(name for m in self.parse.mentions for name in {s.name for s in m.of("entity")})

    def _is_verbal(self, mention: Mention) -> bool:
        """Whether a word that could name a mere concept is used as a property's word: "emphasise", "deep"."""
        names, words = mention.of("entity", "class"), set(mention.words)
        framed = (set(m.words) for m, _, _ in self.property_mentions)
        return (
            all(s.kind == "entity" and CALF.CONCEPT in self.graph.entity(Iri(s.name)).classes for s in names)
            and any(words <= own or words >= own for own in framed)
            and (self.tokens[mention.start - 1].stem == "not" or not any(map(self.cue, _MEANING)))
        )

    def _is_act(self, mention: Mention) -> bool:
        """Whether a posture is what the question asks about: "how do I stand", "where does it sit"."""
        word = self.tokens[mention.start]
        if word.stem in english().words["postures"]:
            following = [m for m in self.parse.mentions if m.start == mention.end == word.index + 1]
            borne = self.tokens[word.index - 1].stem == "not" and any(m.of("entity") for m in following)
            if borne or any(map(self._is_posture, following)):
                return True  # "stand bent over" says how one bends, "can't stand leg presses" what one hates
        after = {t.stem for t in self.tokens[mention.end : mention.end + _PLACE]}
        placed = not after.isdisjoint(english().words["placing"])  # "which muscle sits deep"
        return (
            (self.wh in ("how", "where") or placed)
            and len(mention.words) == 1
            and word.sentence == self.core
            and word.text.lower().rstrip("s") in english().words["postures"]  # not "standing", a name
            and self._is_posture(mention)
        )

    def _retracts(self, mention: Mention) -> bool:
        """Whether a name is of words that name nothing: "no wait, ..." (no pause), "the machine is free"."""
        aside = mention.weight <= PART and mention.start and is_free(self.tokens[mention.start - 1 :])
        stems = [self.tokens[i].stem for i in mention.words]
        no = stems[:1] == ["no"] and english().words["retracting"].issuperset(stems[1:])
        return bool(aside) or no or names_nothing(mention, self.tokens) or leaves_over(mention, self.tokens)

    def _is_posture(self, mention: Mention) -> bool:
        """Whether a name is one of postures."""
        kinds = [self.graph.entity(Iri(s.name)).classes for s in mention.of("entity")]
        return bool(kinds) and not mention.of("class") and all(CALF.POSTURE in own for own in kinds)

    @Lazy
    def property_mentions(self) -> tuple[tuple[Mention, Iri, str], ...]:
        """Mentions of properties: the mention, the property, and how it is named."""
        return tuple(
            (m, Iri(s.name), s.role) for m in self.parse.mentions for s in m.senses if s.kind == "property"
        )

    @Lazy
    def framing(self) -> frozenset[int]:
        """The words of properties."""
        return frozenset(i for mention, _, _ in self.property_mentions for i in mention.words)

    @Lazy
    def cued(self) -> dict[Iri, tuple[tuple[Mention, str], ...]]:
        """The mentions of each property that is named, heaviest first."""
        found: dict[Iri, list[tuple[Mention, str]]] = {}
        for mention, prop, role in self.property_mentions:
            found.setdefault(prop, []).append((mention, role))
        return {
            p: tuple(sorted(ms, key=lambda m: (m[1] == "cue", -len(m[0].words), -m[0].weight, m[0].words)))
            for p, ms in found.items()
        }
