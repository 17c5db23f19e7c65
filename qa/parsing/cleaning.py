"""One form for what is written in several: characters, and words written short, "w/o" or "str8"."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from qa.parsing.english import english

__all__ = ["straight", "written_out"]

_QUOTES = re.compile(r"[\u2018\u2019\u201b\u0060\u00b4]")
_AND = re.compile(r"(?<=\s)&(?=\s)")


_AGE = r"(?:\d+|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)"
_YOUNG = r"(?: (?:kid|child|boy|girl|pupil|son|daughter)s?)?"
#: Whom something is to be told, which changes nothing of it: "to a twelve-year-old", "like I'm five".
_AUDIENCE = re.compile(
    rf"\bto (?:a|an|my|the|our) {_AGE}[- ]years?[- ]olds?{_YOUNG}\b"
    rf"|\b(?:like|as if) i(?:'m| am| was| were) {_AGE}\b",
    re.IGNORECASE,
)


_SIZE = r"(?:an?|one|two|three|a few|a couple of) (?:lines?|sentences?|words?)(?: or (?:two|three|so))?"
#: How long an answer is to be, which changes nothing of it: "in short", "in a line or two".
_BRIEFLY = re.compile(
    rf"(?:(?:,\s*|\s+)(?:in (?:short|brief|a nutshell)|(?:in )?{_SIZE}(?: only| please)?)|,\s*briefly)"
    r"(?=\s*[.?!]*$)"
    rf"|^(?:in (?:short|brief|a nutshell)|in {_SIZE}|briefly)\s*[,:]\s*",
    re.IGNORECASE,
)


#: That one may err, which every question admits.
_MODEST = re.compile(
    r"(?<!correct me)(?<!correct me ),?\s*\b(?:if|unless) (?:i'm|i am) (?:not )?(?:mistaken|wrong)\b,?"
    r"|,?\s*\bif i (?:remember|recall)(?: it| that)? (?:right|rightly|correctly)\b,?",
    re.IGNORECASE,
)


def straight(text: str) -> str:
    """Text with one form for each character and for each apostrophe."""
    return _QUOTES.sub("'", unicodedata.normalize("NFKC", text))


def written_out(text: str) -> str:
    """Text with words that were written short in full, "w/o" as "without".

    Whom it is told, how briefly, and that one may err is left out.
    """
    text = _MODEST.sub("", _BRIEFLY.sub("", _AUDIENCE.sub("", _AND.sub("and", text))))
    return _shorthand().sub(lambda found: f"{english().shorthand[found.group().lower()]} ", text)


@cache
def _shorthand() -> re.Pattern[str]:
    """Words written short, the longest first: "w/o" before "w/"."""
    forms = sorted(english().shorthand, key=len, reverse=True)
    ends = (re.escape(form) + (r"(?!\w)" if form[-1].isalnum() else "") for form in forms)
    return re.compile(rf"(?<![\w/])(?:{'|'.join(ends)})", re.IGNORECASE)
