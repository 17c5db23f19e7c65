"""Whether a claim is so, who errs, what differs, and which mistakes are told: asked of these themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from qa.model import Answer, Question
from qa.parsing.nlp import Parse
from qa.talk.diagnosing import diagnosed
from qa.talk.differing import differing
from qa.talk.eliding import elided
from qa.talk.erring import judged
from qa.talk.mentioning import mentioned
from qa.talk.negating import denied
from qa.talk.rivalling import settled
from qa.talk.sourcing import sourced
from qa.telling.verbalising import Verbaliser

__all__ = ["of_claims"]


def of_claims(
    question: Question, parse: Parse, ask: Callable[[Question], Answer], say: Verbaliser
) -> Answer | None:
    """The answer to a message about claims, by those to the claims alone; None of another message."""
    if answer := sourced(question, ask):
        return answer

    def of_claim(claim: str) -> Answer:
        return ask(replace(question, text=claim))

    talking = bool(question.context.logical_form)
    deny, diagnose = partial(denied, say=say, talking=talking), partial(diagnosed, say=say)
    for judge in (settled, mentioned, differing, judged, elided, deny, diagnose):
        told: Answer | None = judge(parse, of_claim)
        if told is not None:
            return replace(told, question=question.text)
    return None
