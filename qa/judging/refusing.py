"""When not to answer, and how to say so: what was understood, what was not, what could be asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.terms import Iri
from qa.forms.evaluating import members
from qa.forms.logic import Count, Select, excluded_in, iris_in, kinds_in, named_in
from qa.judging.bearing import bearing_on_names
from qa.judging.comparing import plainly_measured, said_untold, untold
from qa.judging.complaining import ailment, complaint
from qa.judging.contrasting import plainly_compared
from qa.judging.defining import plainly_defined
from qa.judging.introducing import INTRODUCTION, asks_about_us
from qa.judging.listing import plainly_listed
from qa.judging.numbering import of_that_number
from qa.judging.ranking import Ranked, confidence
from qa.judging.researching import asking_for_evidence
from qa.judging.serving import plainly_serving
from qa.judging.singling import said_unranked, unranked
from qa.judging.stating import plainly_stated
from qa.judging.suggesting import Suggester
from qa.judging.trusting import ENOUGH, is_left, needed_trust
from qa.judging.universal import of_all_of_them
from qa.judging.withholding import is_withheld
from qa.kind import Draft
from qa.model import Answer, Paragraph, Question, Status
from qa.parsing.linking import Token
from qa.parsing.nlp import MAX_LENGTH
from qa.scene import Scene
from qa.telling.verbalising import Verbaliser, joined
from qa.vocabulary import CALF

__all__ = ["Refuser"]

_CODE = re.compile(
    r"""[{}]|</?[a-z!]|&(?:lt|gt|amp|quot|\#)|%[0-9a-f]{2}\b|\bjavascript:  # templates, markup, escapes
      | \b(?:select|construct|ask)\b[^.!]*\?\w                                # SPARQL
      | ;\s*-- | '?\b\d+'?\s*=\s*'?\d+                                        # SQL, from here
      | \bselect\s+(?:\*|\w+\s+from\b) | \bunion\s+(?:all\s+)?select\b
      | \b(?:drop|alter|truncate)\s+(?:table|database|graph)\b
      | \b(?:insert\s+data|delete\s+(?:data|from))\s
      | \$\(|&&|\|\||\brm\s+-\w|\bsudo\s|\.\./ | \w\(\s*\) | "\w+"\s*:\s*["\[\d]      # shell, calls, JSON
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CLEAR = 0.5  # probability that the wording must give a reading that leaves an exclusion
_PLAIN = 0.85  # the same of one with a denial in itself: "which muscle does not mind the knee angle?"
_HEARD = 0.9  # the same from which the wording has heard an exclusion that the reading does not name
_POINTER = "This is no medical advice: with pain or an injury, see a doctor or a physiotherapist."
_UNTOLD = "I can't answer that: I know {}, but no source here tells what is asked."
_TOPIC = "what it is about"
_UNREAD = "I can't answer that: I know the words, but I found nothing here that answers it."
_TORN = 0.15  # probability from which a reading is at least offered
_WHOLE = 1.0  # weight of a whole name
_NAMED = 2  # things that a refusal says are known
_SHOWN = 4  # unknown words named in a refusal
_CLOSE = 4  # readings looked at where the best one leaves too much unexplained
_BEHIND = 1.0  # by how much such a reading may score less


class Refuser:
    """Decides between an answer and the honest ways of not giving one."""

    def __init__(self, say: Verbaliser, suggester: Suggester) -> None:
        """Refuse with these words and suggestions."""
        self._say = say
        self._suggester = suggester

    def unreadable(self, question: Question) -> Answer | None:
        """A refusal of what is no question: no word in it, or too long to read."""
        if len(question.text) > MAX_LENGTH:
            return self._refusal(
                question,
                Status.OUT_OF_SCOPE,
                f"That is {len(question.text):,} characters long; please ask in at most {MAX_LENGTH:,}.",
            )
        if _CODE.search(question.text):
            lead = (
                "That looks like a query or code, not a question; a SPARQL query can be run with calf sparql."
            )
            return self._refusal(question, Status.OUT_OF_SCOPE, lead)
        if not any(c.isalnum() for c in question.text):
            return self._refusal(
                question, Status.OUT_OF_SCOPE, "There is no question to answer; please type one."
            )
        return None

    def decide(self, question: Question, scene: Scene, ranked: list[Ranked]) -> Answer | None:
        """A refusal if no reading is good enough; None lets the best one be answered."""
        if asks_about_us(scene):
            return self._refusal(question, Status.OUT_OF_SCOPE, INTRODUCTION)
        named = list(scene.anchors)
        trusted = self.is_trusted(scene, ranked)
        if not trusted and (pains := complaint(scene) or ailment(scene)):
            return self._no_advice(question, scene, pains)
        unknown = [t for t in scene.unknown if t.sentence == scene.core]
        understood = tuple(dict.fromkeys(a.mention.form for a in named))
        if not named and not ranked:
            lead = "I can't answer that: it does not seem to be about the calf, its anatomy or its training."
            if unknown:
                lead += f" I do not know {_quoted(unknown)}."
            return self._refusal(question, Status.OUT_OF_SCOPE, lead, unknown=tuple(t.text for t in unknown))
        if trusted:
            return None
        status, lead, left = self._why_not(scene, ranked, unknown)
        topics = tuple(iri for a in named for iri in (*a.entities, *a.classes))
        refusal = self._refusal(question, status, lead, understood, tuple(t.text for t in left), topics)
        meant = [one.reading for one in ranked[:_CLOSE]]
        offered = self._suggester.beside(meant, refusal.suggestions, question.text)
        return replace(refusal, suggestions=offered)

    def _why_not(
        self, scene: Scene, ranked: Sequence[Ranked], unknown: Sequence[Token]
    ) -> tuple[Status, str, Sequence[Token]]:
        """Why a question is not answered: as a status, in words, and by what is not understood."""
        if ranked and (degree := untold(scene, ranked[0])):
            return Status.UNSTATED, said_untold(degree, scene, self._say), ()
        if ranked and not scene.absent and (things := unranked(scene, ranked[0])):
            return Status.UNSTATED, said_unranked(things, self._say), ()
        if strange := [t for t in unknown if t.index not in scene.not_held]:
            lead = f"I can't answer that: I do not know {_quoted(strange)} in this context."
            return Status.UNKNOWN_TERM, lead, unknown
        if unknown:
            lead = f"I can't answer that: no source here has anything on {_quoted(unknown)}."
            return Status.UNSTATED, lead, unknown
        known = _UNTOLD.format(self._named(scene) or _TOPIC)
        return Status.UNSTATED, known if scene.refused >= _CLEAR else _UNREAD, ()

    def _named(self, scene: Scene) -> str:
        """The first things that a question names in full; "" without."""
        whole = (a for a in scene.anchors if a.entities and a.mention.weight >= _WHOLE)
        return self._say.names(list(dict.fromkeys(a.entities[0] for a in whole))[:_NAMED])

    def is_plain(self, scene: Scene, ranked: list[Ranked]) -> bool:
        """Whether a reading is what is asked in so many words, so that no other may be meant."""
        return _plain(scene, ranked) is not None

    def preferred(self, scene: Scene, ranked: list[Ranked]) -> list[Ranked]:
        """The readings with the first that overlooks nothing close to the top in front."""
        if plain := _plain(scene, ranked):
            return [plain, *(r for r in ranked if r is not plain)]
        ranked = bearing_on_names(scene, of_all_of_them(scene, of_that_number(scene, ranked)))
        for reading in ranked[:_CLOSE]:
            if reading.score >= ranked[0].score - _BEHIND and not self._overlooks(scene, reading):
                return [reading, *(r for r in ranked if r is not reading)]
        return ranked

    def is_trusted(self, scene: Scene, ranked: list[Ranked]) -> bool:
        """Whether the best reading explains enough of the question to be answered."""
        if not ranked or self._overlooks(scene, ranked[0]) or _is_kept_back(scene, ranked[0]):
            return False
        lacked = [t for t in scene.absent if t.sentence == scene.core]
        if ranked[0] is _plain(scene, ranked) and not is_left(lacked, ranked[0]):
            return True
        return confidence(ranked, scene) >= needed_trust(scene, ranked[0])

    def is_torn(self, scene: Scene, ranked: list[Ranked]) -> bool:
        """Whether what was not trusted is likely enough to ask whether it was meant."""
        if not ranked or complaint(scene) or self._overlooks(scene, ranked[0]) or asks_about_us(scene):
            return False
        if _is_kept_back(scene, ranked[0]):
            return False
        if is_left((*scene.strange, *scene.absent), ranked[0]):
            return False
        return scene.refused < _CLEAR and _TORN <= confidence(ranked, scene) < ENOUGH

    def unsure(self, refusal: Answer, offered: tuple[str, ...]) -> Answer:
        """A choice between what a question may mean, in place of a refusal."""
        lead = "That can mean more than one thing. Which of these do you mean?"
        return replace(refusal, status=Status.CLARIFY, lead=lead, alternatives=offered)

    def _overlooks(self, scene: Scene, ranked: Ranked) -> bool:
        """Whether a reading leaves out what turns the answer round."""
        if not ranked.exclusion_left or ranked.chance < _CLEAR:
            return ranked.exclusion_left
        if ranked.chance >= _PLAIN and _denies(ranked):
            return False
        heard = ranked.chance >= _HEARD
        return _names_excluded(scene, ranked) or (not heard and _gives_excluded(scene, ranked))

    def _no_advice(self, question: Question, scene: Scene, pains: Sequence[Token]) -> Answer:
        """No medical advice: a plain pointer to a professional, and what the graph holds nearby."""
        lead = f"I can't advise on {_quoted(pains)}: please see a doctor or a physiotherapist."
        topics = tuple(iri for a in scene.anchors for iri in a.entities)
        return self._refusal(
            question,
            Status.OUT_OF_SCOPE,
            lead,
            tuple(a.mention.form for a in scene.anchors),
            tuple(t.text for t in pains),
            topics,
        )

    def pointed(self, draft: Draft, scene: Scene) -> Draft:
        """An answer to a question that mentions a complaint, with where to turn with that."""
        return replace(draft, blocks=(*draft.blocks, Paragraph(_POINTER))) if complaint(scene) else draft

    def of_all(self, answer: Answer, scene: Scene) -> Answer:
        """The answer to several questions, with what only the message as a whole tells: chat, a complaint."""
        aside = tuple(dict.fromkeys((*answer.not_understood, *scene.parse.aside)))
        pointer = Paragraph(_POINTER)
        needed = answer.answered and complaint(scene) and pointer not in answer.blocks
        blocks = (*answer.blocks, pointer) if needed else answer.blocks
        return replace(answer, not_understood=aside, blocks=blocks)

    def status(self, draft: Draft) -> Status:
        """The status of a composed answer."""
        if draft.found:
            return Status.ANSWERED
        return Status.EMPTY if draft.stated else Status.UNSTATED

    def _refusal(
        self,
        question: Question,
        status: Status,
        lead: str,
        understood: tuple[str, ...] = (),
        unknown: tuple[str, ...] = (),
        topics: tuple[Iri, ...] = (),
    ) -> Answer:
        """An answer that says why there is none."""
        return Answer(
            question=question.text,
            status=status,
            lead=lead,
            understood=understood,
            not_understood=unknown,
            suggestions=self._suggester.near(topics, question.text),
            context=question.context,
        )


def _is_kept_back(scene: Scene, ranked: Ranked) -> bool:
    """Whether no source tells what a question asks for, in words that a reading overlooks."""
    if is_withheld(ranked.reading, scene) or untold(scene, ranked) is not None:
        return True
    return bool(unranked(scene, ranked))


def _plain(scene: Scene, ranked: Sequence[Ranked]) -> Ranked | None:
    """The reading of what is asked in so many words."""
    plain = asking_for_evidence(ranked) or plainly_measured(scene, ranked)
    plain = plain or plainly_compared(scene, ranked)
    plain = plain or plainly_stated(scene, ranked) or plainly_listed(scene, ranked)
    return plain or plainly_defined(scene, ranked) or plainly_serving(scene, ranked)


def _left_out(scene: Scene, ranked: Ranked) -> frozenset[Iri]:
    """What the question excludes and a reading does not heed."""
    left = [a for a in scene.anchors if a.polarity == "out" and not a.words <= ranked.reading.words]
    return frozenset(iri for anchor in left for iri in (*anchor.entities, *anchor.classes))


def _names_excluded(scene: Scene, ranked: Ranked) -> bool:
    """Whether a reading asks for what the question excludes."""
    form = ranked.reading.form
    if not isinstance(form, Select | Count):
        return False
    named = {*named_in(form), *kinds_in(form.set)} - excluded_in(form)
    return not _left_out(scene, ranked).isdisjoint(named)


def _gives_excluded(scene: Scene, ranked: Ranked) -> bool:
    """Whether the answer of a reading has something to do with what the question excludes."""
    form, excluded = ranked.reading.form, _left_out(scene, ranked)
    return isinstance(form, Select | Count) and any(
        excluded
        & {found, *scene.graph.entity(found).classes, *(t.object for t in scene.graph.statements(found))}
        for found in members(form.set, scene.graph)
    )


def _denies(ranked: Ranked) -> bool:
    """Whether a reading has a denial in itself: what is little affected, what balances."""
    return not iris_in(ranked.reading.form).isdisjoint((CALF.LITTLE_AFFECTED_BY, CALF.BALANCES))


def _quoted(tokens: Sequence[Token]) -> str:
    """Words of a question in quotation marks, neighbours as one phrase; the first few."""
    phrases: list[list[Token]] = []
    for token in tokens:
        if phrases and phrases[-1][-1].index == token.index - 1:
            phrases[-1].append(token)
        else:
            phrases.append([token])
    return joined([f"\u201c{' '.join(t.text for t in phrase)}\u201d" for phrase in phrases[:_SHOWN]])
