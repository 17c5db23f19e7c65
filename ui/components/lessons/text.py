"""The sentences of a lesson: terms open cards, numbers lead to sources, contested statements are marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st

from teach.lessons.showing import Bars, Cited, ShownParagraph, ShownSentence
from ui.components.plain import plain
from ui.components.reasons import because_lines
from ui.components.research import DIRECTIONS

__all__ = ["MARKS", "bars", "from_top", "prose", "ranges", "sources"]

_HOME = Path(__file__).parent


def _read(name: str) -> str:
    return (_HOME / name).read_text(encoding="utf-8")


_TEXT = st.components.v2.component(
    "calf_lesson_text", html='<div class="prose">\n</div>', css=_read("text.css"), js=_read("text.js")
)
_BARS = st.components.v2.component(
    "calf_bars", html='<div class="bars">\n</div>', css=_read("text.css"), js=_read("bars.js")
)
_TOP = st.components.v2.component("calf_top", html='<span class="top">\n</span>', js=_read("top.js"))
MARKS = {
    "disputed": "disputed",
    "mixed": "research is mixed",
    "unsupported": "not tested, or no support found",
}


def prose(
    sentences: Sequence[ShownSentence],
    on_term: Callable[[str], None],
    *,
    key: str,
    as_list: bool = False,
    cited: bool = True,
) -> None:
    """Sentences as paragraphs, or as a list; `on_term` gets the local name of a term that is chosen.

    Only `cited` ones carry the numbers of their sources.
    """

    def picked() -> None:
        name = st.session_state[key].get("picked")
        if name:
            on_term(name)

    shown = sentences if cited else [replace(each, cites=()) for each in sentences]
    data = {"sentences": [_sentence(each) for each in shown], "list": as_list}
    _TEXT(key=key, data=data, on_picked_change=picked)


def from_top(name: str) -> None:
    """Scroll to the beginning when `name` is shown for the first time after something else."""
    _TOP(key=f"top-{name}", data={"shown": name})


def _sentence(sentence: ShownSentence) -> dict[str, object]:
    mark = MARKS.get(sentence.standing, "")
    if mark and sentence.against:
        mark = f"{mark}; against it: {ranges(sentence.against)}"
    return {
        "runs": [{"text": run.text, "term": run.term} for run in sentence.runs],
        "cites": ranges(sentence.cites),
        "standing": sentence.standing,
        "mark": mark,
    }


def ranges(numbers: Sequence[int]) -> str:
    """Sorted numbers as text, three and more in a row as a range."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def bars(data: Bars, *, key: str) -> None:
    """Numbers as bars, in a table that says the same in words."""
    _BARS(
        key=key,
        data={
            "title": data.title,
            "unit": data.unit,
            "groups": list(data.groups),
            "rows": [{"name": name, "values": list(values)} for name, values in data.rows],
        },
    )


def sources(paragraph: ShownParagraph) -> None:
    """An expander with the numbered sources, and with the statements and proofs behind the sentences."""
    if not paragraph.cited:
        return
    count = len(paragraph.cited)
    with st.expander(
        f"{count} {'source' if count == 1 else 'sources'} of this part", icon=":material/menu_book:"
    ):
        st.markdown("\n".join(_cited(each) for each in paragraph.cited))
        if paragraph.proofs:
            st.markdown("**The statements of the graph behind it**")
            st.markdown("\n".join(line for triple in paragraph.proofs for line in because_lines(triple)))


def _cited(cited: Cited) -> str:
    """One source as an item of a numbered list."""
    way = f", {plain(DIRECTIONS[cited.direction])}" if cited.direction else ""
    facts = f" ({plain(cited.facts)})" if cited.facts else ""
    text = (
        f": {f'“{plain(cited.text)}”' if cited.kind == 'article' else plain(cited.text)}"
        if cited.text
        else ""
    )
    return f"{cited.number}. **{plain(cited.label)}**{facts}{way}{text}"
