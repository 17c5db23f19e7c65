"""Where the last answer comes from: "says who?", "what's the source?", "which sentence is that?"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from qa.model import Answer, Context, Items, Paragraph, Question, ShownSource
from qa.telling.verbalising import joined

__all__ = ["sourced"]

_MOST: Final = 3  # sources that the first sentence names
_OF_IT: Final = r"(?: (?:of|for|on) (?:that|this|it))?"
_IT: Final = r"(?: (?:that|this|so|it))?"
_ASKS: Final = re.compile(
    rf"(?:(?:and|but|ok|okay|really|hm|hmm|so) )*(?:"
    rf"says who|who says{_IT}|according to whom?|(?:can you )?cite (?:that|it)|cite your sources?"
    rf"|(?:what(?:'s| is| are)? )?(?:the |your |any |which )?(?:sources?|references?|citations?){_OF_IT}"
    rf"|(?:where|in which (?:sentence|section)) (?:does|do|did|is) (?:it|the article|they|you|he)"
    rf" (?:say|state|write|claim){_IT}"
    r"|where (?:is|does|did|do) (?:that|this)(?: come| taken)? from"
    rf"|where (?:did|do) you (?:get|have|take){_IT} from"
    r"|(?:is|was) (?:that|this|it) (?:from|in) (?:the article|a study|research)"
    r"(?: or (?:from |in )?(?:the article|a study|research|studies))?"
    rf"|where'?s (?:that|this) from|how do you know{_IT}"
    rf"|(?:which|what) (?:sentence|section|study) (?:is|says|states|said){_IT}"
    rf"|what(?:'s| is) (?:that|this|it) based on"
    rf")(?: exactly| then| please| anyway| from)*"
)


def sourced(question: Question, ask: Callable[[Question], Answer]) -> Answer | None:
    """The sources of the last answer, with it; None if they are not asked for, or it has none."""
    asked = question.context.asked
    said = " ".join(re.findall(r"[a-z0-9']+", question.text.lower().replace("’", "'")))
    if not asked or _ASKS.fullmatch(said) is None:
        return None
    answer = ask(Question(asked, Context()))
    if not answer.answered or not answer.sources:
        return None
    origins = list(dict.fromkeys(map(_named, answer.sources)))
    rest = f"{len(origins) - _MOST} more" if len(origins) > _MOST else ""
    lead = f"That is from {joined([*origins[:_MOST], *filter(None, [rest])])}."
    quotes = tuple(f"{_named(s)}: “{s.quote}”" for s in answer.sources if s.quote)
    blocks = (Paragraph(answer.lead), *((Items(quotes),) if quotes else ()))
    return replace(
        answer, question=question.text, lead=lead, blocks=blocks, boolean="", context=question.context
    )


def _named(source: ShownSource) -> str:
    """A source inside a sentence."""
    return f"the {source.ref}" if source.kind == "article" else source.ref
