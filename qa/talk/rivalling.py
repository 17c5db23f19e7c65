"""Two claims of which one is right: "Tom says it's the soleus, Tim says the gastroc. Who is right?".

Each claim is asked about alone. If just one of them is so, it is what the message asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from qa.model import Answer
from qa.parsing.english import english
from qa.parsing.linking import PART, Token
from qa.parsing.nlp import Parse
from qa.parsing.outline import Outline
from qa.parsing.sentences import sentences_of

__all__ = ["claims_in", "settled"]

_ASKING = ("who", "which")
_BOTH = 2
_YES = "Yes: "


def settled(parse: Parse, ask: Callable[[str], Answer]) -> Answer | None:
    """The answer to which of two claims is right; None if that is not asked, or not plain."""
    answers = [ask(claim) for claim in claims_in(parse)]
    right = [a for a in answers if a.boolean == "yes"]
    if len(answers) != _BOTH or len(right) != 1 or not all(a.answered for a in answers):
        return None
    lead = right[0].lead.removeprefix(_YES)
    return replace(right[0], boolean="", lead=lead[:1].upper() + lead[1:])


def claims_in(parse: Parse) -> tuple[str, ...]:
    """The two claims between which a message asks, each as a question whether it is right; else none."""
    closed = english().words
    if closed["upright"].isdisjoint(t.stem for t in parse.tokens):
        return ()
    outline = Outline(parse)
    judged = next((t for t in outline.asking if t.stem in closed["upright"]), None)
    if (
        outline.wh not in _ASKING
        or judged is None
        or _names(outline.asking[: outline.asking.index(judged)], parse)
    ):
        return ()
    told = [words for n, words in sentences_of(parse.tokens).items() if n < outline.core]
    pieces = [piece for words in told for piece in _apart(words) if _claims(piece) and _names(piece, parse)]
    rest = parse.text[judged.offset :] if judged is not outline.asking[-1] else "right?"
    return tuple(f"{_text(piece, parse)}. Is that {rest}" for piece in pieces) if len(pieces) == _BOTH else ()


def _apart(words: Sequence[Token]) -> list[Sequence[Token]]:
    """A sentence, parted at the clause in which a second one says something."""
    claiming = english().words["claiming"]
    saying = [n for n, t in enumerate(words) if t.stem in claiming]
    if len(saying) != _BOTH or words[saying[0]].clause == words[saying[1]].clause:
        return [words]
    at = next(n for n, t in enumerate(words) if t.clause == words[saying[1]].clause)
    return [words[:at], words[at:]]


def _claims(words: Sequence[Token]) -> bool:
    """Whether words tell what somebody says."""
    return not english().words["claiming"].isdisjoint(t.stem for t in words)


def _names(words: Sequence[Token], parse: Parse) -> bool:
    """Whether words have a name in them."""
    here = {t.index for t in words}
    return any(m.weight > PART and here.issuperset(m.words) for m in parse.mentions if m.of("entity"))


def _text(words: Sequence[Token], parse: Parse) -> str:
    """Words as they were typed."""
    return parse.text[words[0].offset : words[-1].offset + len(words[-1].text)]
