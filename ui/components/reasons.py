"""Why an answer holds: statements as sentences, what each follows from, and the sources that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from qa.model import Answer, ProofStep, ShownSource, ShownTriple
from qa.telling.entries import Said
from ui.components.pages import QUERY
from ui.components.plain import plain
from ui.components.research import STANDING_COLOURS

__all__ = ["because_lines", "queries", "reasons"]


def reasons(answer: Answer) -> None:
    """An expander with the statements, their proofs and the quoted sources; nothing where there are none."""
    if not answer.triples and not answer.sources:
        return
    count = len(answer.triples)
    label = f"Why: {count} statement{'' if count == 1 else 's'}" if count else "Sources"
    with st.expander(label, icon=":material/account_tree:"):
        if answer.triples:
            st.markdown("\n".join(line for triple in answer.triples for line in because_lines(triple)))
        _sources(answer.sources)


def because_lines(triple: ShownTriple | Said) -> Iterator[str]:
    """One statement as a list item, with a mark where research doubts it, and its proof below."""
    mark = ""
    if triple.standing not in {"", "uncontested"}:
        mark = f" :{STANDING_COLOURS.get(triple.standing, 'gray')}-badge[{plain(triple.standing)}]"
    yield f"- {plain(triple.sentence)}{mark}{_because(triple.proof)}"
    yield from _premises(triple.proof, depth=1)


def _premises(step: ProofStep, depth: int) -> Iterator[str]:
    for premise in step.premises:
        yield f"{'    ' * depth}- {plain(premise.sentence)}{_because(premise)}"
        yield from _premises(premise, depth + 1)


def _because(step: ProofStep) -> str:
    """The rule that derived a step, or the sources that state it, on a line of its own."""
    if step.rule:
        return f"  \n*derived: {plain(step.rule)}*"
    return f"  \n*{plain('; '.join(step.sources))}*" if step.sources else ""


def _sources(sources: Sequence[ShownSource]) -> None:
    if not sources:
        return
    st.markdown("**Sources**")
    for source in sources:
        doi = f", DOI {plain(source.doi)}" if source.doi else ""
        quote = f"“{plain(source.quote)}”  \n" if source.quote else ""
        st.markdown(f"{quote}*{plain(source.ref)}{doi}*")


def queries(answer: Answer) -> None:
    """An expander with every query that ran, ready to copy; nothing where none ran."""
    if not answer.sparql:
        return
    with st.expander("SPARQL", icon=":material/database:"):
        st.markdown("Paste it after `calf sparql` to get the same rows.")
        for query in answer.sparql:
            st.code(query, language=None, wrap_lines=True)  # the colours of SPARQL are too pale to read
            st.page_link(
                QUERY, label="Open in Query", icon=":material/database_search:", query_params={"query": query}
            )
