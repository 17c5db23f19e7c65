"""Question to answer: composes the stages and does nothing else.

Question -> Parse -> Scene -> readings -> LogicalForm -> Sparql -> Answer
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain, islice
from pathlib import Path

from kg.caching import cached
from kg.collecting import kept, uncollected
from kg.graph import KnowledgeGraph
from kg.loading import shipped
from qa.connecting import Connector
from qa.contract import text_of
from qa.forms.logic import Form
from qa.forms.querying import query_of
from qa.judging.overlooking import left_aside
from qa.judging.ranking import Ranked, confidence, rank, stands_in
from qa.judging.refusing import Refuser
from qa.judging.suggesting import Suggester
from qa.judging.trusting import is_left
from qa.kind import Desk, Draft
from qa.kinds import KINDS
from qa.model import Answer, Question
from qa.parsing.lexicon import Lexicon, build_lexicon
from qa.parsing.nlp import Parse, Reader
from qa.presuming import as_put
from qa.proposing import proposals
from qa.scene import Scene
from qa.stating import is_stated
from qa.talk.dialogue import borrowed
from qa.talk.heading import questions_under
from qa.talk.itemising import items_in
from qa.talk.judging import of_claims
from qa.talk.leaving import mentioned, remembered
from qa.talk.mending import mended
from qa.talk.parting import is_told, questions_in, together
from qa.talk.premising import corrected
from qa.talk.recalling import in_full, told_by
from qa.talk.resuming import resumed
from qa.talk.shortlisting import chosen, shortlist_in, told
from qa.talk.trailing import before_tail
from qa.talk.winnowing import to_the_point
from qa.telling.explaining import Explainer
from qa.telling.grounding import Grounds, grounds_of, served
from qa.telling.verbalising import Verbaliser
from qa.timing import Clock
from qa.vocabulary import check_terms

__all__ = ["Pipeline"]

_CLOSE = 6  # readings looked at where the best one finds nothing
_NEAR = 1.5  # by how much a reading that is offered instead may score less than the best one
_OTHERS = 3  # such readings offered
_SURE = 0.45  # confidence from which the questions of one message are answered each
_REMEMBERED = 4_096  # questions that were offered; those of one form are the same each time
_KINDS = {kind.name: kind for kind in KINDS}


class Pipeline:
    """Answers questions over one graph; holds no state between questions, so threads may share it."""

    def __init__(self, graph: KnowledgeGraph, lexicon: Lexicon | None = None) -> None:
        """Set up all stages for `graph`; OntologyError if it lacks what questions are read with.

        `lexicon` is that of `graph`, if it is at hand already.
        """
        check_terms(graph)
        self.graph = graph
        self.say = Verbaliser(graph)
        self.desk = Desk(graph, Connector(graph), self.say)
        self.reader = Reader(lexicon or build_lexicon(graph))
        self.explainer = Explainer(graph, self.say)
        self._is_answered = lru_cache(maxsize=_REMEMBERED)(self._answers)
        self.suggester = Suggester(self.desk, self._is_answered)
        self.refuser = Refuser(self.say, self.suggester)

    @classmethod
    def load(cls, path: Path | None = None) -> Pipeline:
        """A pipeline over the shipped graph, or the ontology file at `path`.

        The shipped graph and its lexicon are kept between runs (`kg.caching`).

        Raises OntologyError if the file is missing, malformed, inconsistent or another ontology.
        """
        with uncollected():
            if path is not None:
                return cls(KnowledgeGraph.load(path))
            pipeline = cls(*cached("graph", (shipped(),), _graph_and_lexicon))
        kept()
        return pipeline

    def examples(self) -> tuple[str, ...]:
        """Questions that show what can be asked; every one has an answer."""
        return self.suggester.examples()

    def completions(self) -> tuple[str, ...]:
        """Questions that what is typed may be completed to; every one has an answer."""
        return self.suggester.completions()

    def read(self, question: Question) -> tuple[Scene, list[Ranked]]:
        """How a question may be read, best first, and the scene that it is read in."""
        return self._interpret(Scene(self._told(question), self.graph), question)

    def answer_to(self, question: Question, scene: Scene, ranked: Ranked) -> Answer:
        """The answer to one reading of a question, whether or not it is the best."""
        draft = _KINDS[ranked.reading.kind].compose(ranked.reading, self.desk)
        ranked, draft = as_put(ranked, draft, scene, self.desk)
        return self._answer(question, scene, ranked, draft, Clock())

    def other_readings(self, question: Question) -> tuple[str, ...]:
        """Questions for what else a question may have meant, likeliest first; each is answered as it says."""
        if self.refuser.unreadable(question):
            return ()
        scene, ranked = self.read(question)
        if not ranked or self.refuser.is_plain(scene, ranked):
            return ()
        least = max(0.0, ranked[0].score - _NEAR)
        near = [r for r in ranked[:_CLOSE] if r.score > least]
        if scene.mood != "polar":
            near = [r for r in near if r is ranked[0] or r.reading.kind != "verification"]
        return self._offered([r.reading.form for r in near][1:], _OTHERS, ranked[0].reading.form)

    def _offered(self, forms: Iterable[Form], most: int, taken: Form | None = None) -> tuple[str, ...]:
        """Questions for the first forms other than the one `taken` that are read as such and answered."""
        distinct = (form for form in dict.fromkeys(forms) if form != taken)
        fit = (text for form in distinct if self._is_answered(text := self.say.form(form), form))
        return tuple(islice(fit, most))

    def _told(self, question: Question) -> Parse:
        """The parse of a question without the chat in it."""
        return self.heard(question.text, goes_on=bool(question.context.logical_form))

    def heard(self, text: str, *, goes_on: bool = False) -> Parse:
        """The parse of a message, which may go on with a talk, without the chat in it."""
        parse = self.reader.read(text)
        if (head := before_tail(parse)) != parse.text:
            parse = self.reader.read(head)
        asked, aside = to_the_point(parse, goes_on=goes_on)
        read = parse if asked == parse.text else self.reader.read(asked)
        return replace(read, aside=aside, corrections=parse.corrections)

    def ask(self, question: Question) -> Answer:
        """The answer; not understanding is an answer too, never an exception."""
        if (told := in_full(question, self.reader)) and (answer := self._ask(told)).answered:
            return replace(answer, question=question.text)
        if (full := resumed(question, self.desk, self.reader)) and (answer := self._ask(full)).interpretation:
            return replace(answer, question=question.text)
        answer = self._ask(question)
        said = "" if question.context.logical_form else told_by(question.text, self.graph, self.reader)
        return replace(answer, context=replace(answer.context, told=said)) if said else answer

    def _ask(self, question: Question) -> Answer:
        """The answer to a message, or to a turn of a talk."""
        clock = Clock()
        if refusal := self.refuser.unreadable(question):
            return refusal
        parse = self._told(question)
        clock.lap("parse")
        items = items_in(parse) or questions_under(parse, self.graph)
        parts = items or questions_in(parse)
        if len(parts) < 2 and (choice := self._choice(question, parse)):
            return choice
        if told := of_claims(question, parse, self.ask, self.say):
            return told
        whole = self._ask_one(question, parse, clock)
        if len(parts) > 1:
            each = self._ask_each(question, parts, whole, apart=bool(items))
            whole = self.refuser.of_all(each, Scene(parse, self.graph))
        return corrected(question, parse, whole, self.ask)

    def _choice(self, question: Question, parse: Parse) -> Answer | None:
        """The answer to which of a list is meant; None if a message has none, or it is not clear."""
        if (shortlist := shortlist_in(parse, self.graph)) is None:
            return None
        heard = replace(self.heard(shortlist.question), corrections=parse.corrections)
        heard = replace(heard, aside=(*parse.aside, *heard.aside))
        scene, ranked = self._preferred(Question(shortlist.question), heard)
        if not self.refuser.is_trusted(scene, ranked) or is_left((*scene.strange, *scene.absent), ranked[0]):
            return None
        if (choice := chosen(shortlist, ranked[0], self.desk)) is None:
            return None
        answer = told(choice, self.answer_to(question, scene, choice.ranked), self.say)
        return replace(answer, confidence=confidence(ranked, scene))

    def _ask_each(self, question: Question, parts: Sequence[str], whole: Answer, *, apart: bool) -> Answer:
        """The answers to several questions, each `apart`; `whole` if one has none, or if it says as much."""
        answers: list[Answer] = []
        for part in parts:
            before = answers[-1].context if answers and not apart else question.context
            clock, parse = Clock(), self.reader.read(part)
            clock.lap("parse")
            asked = Question(part, before)
            answers.append(self._choice(asked, parse) or self._ask_one(asked, parse, clock))
            if not answers[-1].answered or answers[-1].confidence < _SURE:
                return whole
        told = frozenset(item.iri for item in whole.items)
        each = list({(a.interpretation, a.boolean): a for a in answers}.values())
        same = told == {item.iri for a in each for item in a.items}
        more = (apart and not same) or not whole.answered or any(not is_told(a, whole, told) for a in each)
        return together(question.text, each) if more and len(each) > 1 else whole

    def _ask_one(self, question: Question, parse: Parse, clock: Clock) -> Answer:
        """The answer to a message as one question."""
        read = partial(self._preferred, question)
        scene, ranked = read(parse)
        clock.lap("interpret")
        refusal = self.refuser.decide(question, scene, ranked)
        sure = 0.0 if refusal else confidence(ranked, scene)
        if surer := mended(scene, ranked, sure, read, self.refuser, self.reader):
            (scene, ranked), refusal = surer, None
            sure = confidence(ranked, scene)
        if refusal:
            refusal = replace(refusal, context=mentioned(scene, question.context, self.desk))
            torn = self.refuser.is_torn(scene, ranked)
            offered = self._offered((r.reading.form for r in ranked[:_CLOSE] if torn), _OTHERS + 1)
            return self.refuser.unsure(refusal, offered) if len(offered) > 1 else refusal
        best, draft = as_put(*self._drafted(scene, ranked), scene, self.desk)
        draft = self.refuser.pointed(draft, scene)
        clock.lap("compose")
        return replace(self._answer(question, scene, best, draft, clock), confidence=sure)

    def _drafted(self, scene: Scene, ranked: list[Ranked]) -> tuple[Ranked, Draft]:
        """The best reading's draft; where it finds nothing, that of a reading close behind which does."""
        first = _KINDS[ranked[0].reading.kind].compose(ranked[0].reading, self.desk)
        if not first.found and not is_stated(ranked[0].reading.form, scene):
            for other in ranked[1:_CLOSE]:
                if stands_in(other, ranked[0], scene) and self.refuser.is_trusted(scene, [other]):
                    draft = _KINDS[other.reading.kind].compose(other.reading, self.desk)
                    if draft.found:
                        return other, draft
        return ranked[0], first

    def _answers(self, text: str, form: Form | None = None) -> bool:
        """Whether a question would be answered, and read as `form` if given; cheaper than answering."""
        scene, ranked = self.read(Question(text))
        if not self.refuser.is_trusted(scene, ranked) or form not in (None, ranked[0].reading.form):
            return False
        return _KINDS[ranked[0].reading.kind].compose(ranked[0].reading, self.desk).found

    def _interpret(self, scene: Scene, question: Question) -> tuple[Scene, list[Ranked]]:
        """The readings of a question, or of what it leaves unsaid after the turn before."""
        leaning = borrowed(scene, question.context, self.desk, self.reader.read)
        if leaning is not None:
            over = (r for r in leaning.readings if r.kind in _KINDS)
            return leaning.scene, rank(chain(over, proposals(leaning.scene, self.desk)), leaning.scene)
        if scene.is_elliptical:
            scene = Scene(scene.parse, self.graph, half=True)
        return scene, rank(proposals(scene, self.desk), scene)

    def _preferred(self, question: Question, parse: Parse) -> tuple[Scene, list[Ranked]]:
        """How a question may be read, the reading that is preferred first."""
        scene, ranked = self._interpret(Scene(parse, self.graph), question)
        return scene, self.refuser.preferred(scene, ranked)

    def _grounds(self, draft: Draft, form: Form, scene: Scene) -> Grounds:
        """What a draft rests on; one that finds nothing on no more than it says."""
        items = [item.iri for item in draft.items]
        rests = grounds_of(form, draft.triples, items, self.graph) if draft.found else Grounds(draft.triples)
        return served(rests, items, scene.anchors, self.graph)

    def _answer(self, question: Question, scene: Scene, best: Ranked, draft: Draft, clock: Clock) -> Answer:
        """A draft with its query run, its statements explained and its sources named."""
        query = query_of(best.reading.form, self.graph)
        clock.lap("query")
        grounds = self._grounds(draft, best.reading.form, scene)
        research = self.explainer.research(grounds.triples, grounds.claims)
        said = " ".join([draft.lead, *(text_of(block) for block in draft.blocks)])
        answer = Answer(
            question=question.text,
            status=self.refuser.status(draft),
            lead=self.explainer.attributed(draft.lead, research),
            blocks=(*draft.blocks, *self.explainer.caveats(draft.triples, said)),
            items=draft.items,
            boolean=draft.boolean,
            interpretation=self.say.form(best.reading.form),
            corrections=scene.parse.corrections,
            understood=tuple(m.form for m in scene.parse.mentions if set(m.words) <= best.reading.words),
            not_understood=left_aside(scene, best, draft),
            sparql=(query.text,),
            triples=self.explainer.triples(grounds.triples),
            sources=self.explainer.sources(grounds.triples, grounds.works),
            research=research,
            suggestions=self.suggester.near(best.reading.topics, question.text),
            context=remembered(best.reading, draft, scene),
            kg_version=self.graph.version,
        )
        clock.lap("explain")
        return clock.stamp(answer)


def _graph_and_lexicon() -> tuple[KnowledgeGraph, Lexicon]:
    """What every run over the shipped graph starts from."""
    graph = KnowledgeGraph.load()
    return graph, build_lexicon(graph)
