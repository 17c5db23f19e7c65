"""Text of users and of the graph, made safe for places where Streamlit reads Markdown."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

__all__ = ["link", "plain"]

_ADDRESS = "%/:?#[]@!$&'()*+,;=~"  # what may stand in a web address as it is
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: str) -> str:
    r"""`text` on one line, so written that Markdown shows it as it is: no links, HTML, formulas or colours.

    >>> plain("<b>toes</b> *in*")
    '\\<b\\>toes\\<\\/b\\> \\*in\\*'
    """
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def link(text: str, url: str) -> str:
    r"""A Markdown link that shows `text`; only the text where `url` is no web address.

    >>> link("a *b*", "https://example.org/<c>")
    '[a \\*b\\*](<https://example.org/%3Cc%3E>)'
    """
    if urlsplit(url).scheme not in {"http", "https"}:
        return plain(text)
    return f"[{plain(text)}](<{quote(url, safe=_ADDRESS)}>)"
