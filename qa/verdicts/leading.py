"""The leads of answers with another verdict: begun with one, turned, or told without any."""

from __future__ import annotations

from dataclasses import replace

from qa.kind import Draft
from qa.verdicts.turning import CONTRARY

__all__ = ["begun", "settled", "turned", "unsaid"]


def settled(draft: Draft, verdict: str, put: str = "") -> Draft:
    """A draft with this verdict in place of its own, or before what it says; `put` follows it."""
    if draft.boolean in CONTRARY:
        return draft if draft.boolean == verdict else turned(draft, put)
    return begun(draft, verdict, put)


def begun(draft: Draft, word: str, put: str = "") -> Draft:
    """A draft that begins with a verdict, with what is `put` behind it."""
    if ": " in draft.lead:
        lead = f"{word.capitalize()}{put}. {draft.lead}"
    else:
        lead = f"{word.capitalize()}{put}: {draft.lead[:1].lower()}{draft.lead[1:]}"
    return replace(draft, boolean=word, lead=lead)


def turned(draft: Draft, put: str = "") -> Draft:
    """The contrary verdict on the same facts; `put` follows the verdict: ", not as you put it"."""
    verdict = CONTRARY[draft.boolean]
    return replace(draft, boolean=verdict, lead=_fact(draft, f"{verdict.capitalize()}{put}"))


def _fact(draft: Draft, begins: str) -> str:
    """The lead of a draft with other words in the place of its verdict."""
    return f"{begins}: {draft.lead.partition(': ')[2]}"


def unsaid(draft: Draft) -> Draft:
    """The facts without a verdict that nobody can be sure of."""
    fact = draft.lead.partition(": ")[2]
    return replace(draft, boolean="", lead=f"{fact[:1].upper()}{fact[1:]}")
