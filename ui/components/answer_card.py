"""One Answer as a card: the answer, then how it was read, what research says, why, and where to go next."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from qa.model import Answer, Block, Items, Paragraph
from ui.components.muscle_map import beside_map
from ui.components.plain import plain
from ui.components.questions import question_links
from ui.components.reasons import queries, reasons
from ui.components.research import research_check
from ui.components.things import thing_links

__all__ = ["answer_card", "ways_on"]

LONGEST_BADGE = 32  # characters; a longer badge would be cut off on a phone


def answer_card(answer: Answer, others: Sequence[str] = ()) -> None:
    """Show `answer`; a refusal says what was understood and what was not.

    `others` are questions for what else may have been meant: choices where there is no answer without one.
    """
    with st.container(border=True):
        st.header(plain(answer.lead), anchor=False)
        _reading(answer)
        question_links("Or did you mean" if answer.answered else "Did you mean", others)
        with beside_map(answer):
            for block in answer.blocks:
                _block(block)
        for check in answer.research:
            research_check(check)
        _understanding(answer)
        thing_links("Look closer", ((item.iri, item.label) for item in answer.items))
        reasons(answer)
        queries(answer)


def ways_on(answer: Answer) -> None:
    """Questions near this one that have answers."""
    question_links("Related questions" if answer.answered else "You could ask", answer.suggestions)


def _reading(answer: Answer) -> None:
    """How the question was read, spelling included: the reader sees a misreading before the result."""
    parts = [f"I read this as: **{plain(answer.interpretation)}**"] if answer.interpretation else []
    parts += [f"“{plain(fix.source)}” was read as “{plain(fix.target)}”" for fix in answer.corrections]
    if parts:
        st.markdown("  \n".join(parts))


def _block(block: Block) -> None:
    if isinstance(block, Paragraph):
        st.markdown(plain(block.text))
    elif isinstance(block, Items):
        mark = "1." if block.ordered else "-"
        st.markdown("\n".join(f"{mark} {plain(entry)}" for entry in block.entries))
    else:
        header, *rows = (" | ".join(map(plain, row)) for row in (block.header, *block.rows))
        rule = " | ".join("---" for _ in block.header)
        st.markdown("\n".join(f"| {row} |" for row in (header, rule, *rows)))


def _understanding(answer: Answer) -> None:
    """What an answer leaves aside; of a refusal, the words that were understood and those that were not."""
    rows = [("Left aside" if answer.answered else "Not understood", answer.not_understood, "orange")]
    if not answer.answered:
        rows.insert(0, ("Understood", answer.understood, "green"))
    for title, words, colour in rows:
        if words:
            marks = (_mark(word, colour) for word in words)
            st.markdown(f"{title}: {' '.join(marks)}")


def _mark(word: str, colour: str) -> str:
    return f":{colour}-badge[{plain(word)}]" if len(word) <= LONGEST_BADGE else f"“{plain(word)}”"
