"""Text of users and of the graph, made safe for places where Streamlit reads Markdown."""

from __future__ import annotations

import re

__all__ = ["plain"]

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: str) -> str:
    r"""`text` on one line, so written that Markdown shows it as it is: no links, HTML, formulas or colours.

    >>> plain("<b>toes</b> *in*")
    '\\<b\\>toes\\<\\/b\\> \\*in\\*'
    """
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))
