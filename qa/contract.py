"""The Answer contract: an `Answer` as plain text and as one JSON object (docs/answer-contract.md)."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from kg.terms import Iri
from qa.model import Answer, Block, Context, Item, Items, Paragraph, ShownSource, ShownTriple

__all__ = ["context_from_json", "context_to_json", "plain_text", "structures_of", "text_of", "to_json"]

_MOST_CHECKS = 3  # contested claims spelled out in plain text
_MOST_SOURCES = 4  # sections and works named in plain text


def plain_text(answer: Answer) -> str:
    """The whole answer as a person reads it, without markup: lead, blocks, research check, sources."""
    parts = [answer.lead, *(text_of(block) for block in answer.blocks)]
    if answer.answered and answer.not_understood:
        parts.append(f"Left aside: {', '.join(answer.not_understood)}.")
    parts += [f"- {text}" for text in answer.alternatives]
    contested = [check for check in answer.research if check.standing != "uncontested"]
    parts += [f"Research check: {check.standing}. {check.summary}" for check in contested[:_MOST_CHECKS]]
    parts.append(_source_text(answer.sources))
    return "\n\n".join(part for part in parts if part)


def structures_of(answer: Answer) -> tuple[Item, ...]:
    """The things that an answer names: its results, or what its statements speak of, each once."""
    found = {item.iri: item for item in answer.items}
    for t in answer.triples:
        found.setdefault(t.subject, Item(t.subject, t.subject_label))
        found.setdefault(Iri(t.object), Item(Iri(t.object), t.object_label))
    return tuple(found.values())


def text_of(block: Block) -> str:
    """One block as plain text."""
    if isinstance(block, Paragraph):
        return block.text
    if isinstance(block, Items):
        marks = (f"{n}." if block.ordered else "-" for n in range(1, len(block.entries) + 1))
        return "\n".join(f"{mark} {entry}" for mark, entry in zip(marks, block.entries, strict=True))
    return "\n".join(" | ".join(row) for row in (block.header, *block.rows))


def _source_text(sources: tuple[ShownSource, ...]) -> str:
    """The sources in one line; sentences of one section of the article together."""
    named: dict[str, list[str]] = {}
    for source in sources:
        where, _, number = source.ref.rpartition(", sentence ")
        named.setdefault(where or source.ref, []).extend([number] if where else [])
    shown = [_cited(where, numbers) for where, numbers in named.items()]
    more = f" and {len(shown) - _MOST_SOURCES} more" if len(shown) > _MOST_SOURCES else ""
    return f"Source: {'; '.join(shown[:_MOST_SOURCES])}{more}." if shown else ""


def _cited(where: str, numbers: list[str]) -> str:
    """A section with the numbers of its sentences in their order, or another source by its name alone."""
    return f"{where} (sentence {', '.join(sorted(numbers, key=int))})" if numbers else where


def to_json(answer: Answer, identifier: str = "") -> dict[str, Any]:
    """The answer as the JSON object of the contract; `identifier` is the batch line's id."""
    return {
        "id": identifier,
        "question": answer.question,
        "status": str(answer.status),
        "answered": answer.answered,
        "text": plain_text(answer),
        "entities": [item.label for item in answer.items],
        "boolean": answer.boolean or None,
        "interpretation": answer.interpretation,
        "corrections": [{"from": c.source, "to": c.target} for c in answer.corrections],
        "understood": list(answer.understood),
        "not_understood": list(answer.not_understood),
        "sparql": list(answer.sparql),
        "triples": [_triple_json(triple) for triple in answer.triples],
        "sources": [asdict(source) for source in answer.sources],
        "research": [asdict(check) for check in answer.research],
        "suggestions": list(answer.suggestions),
        "alternatives": list(answer.alternatives),
        "confidence": round(answer.confidence, 3),
        "context": context_to_json(answer.context),
        "timings_ms": answer.timings_ms,
        "kg_version": answer.kg_version,
    }


def _triple_json(triple: ShownTriple) -> dict[str, Any]:
    """One statement as JSON; the proof is a tree of sentences."""
    return asdict(triple)


def context_to_json(context: Context) -> str:
    """The context as opaque text that a caller hands back with a follow-up."""
    return json.dumps([getattr(context, field.name) for field in fields(context)])


def context_from_json(text: str) -> Context:
    """The context that `context_to_json` wrote; an empty one for text that is not such.

    A foreign or damaged context must not break a conversation, so nothing is raised.
    """
    try:
        form, entities, results, *rest = json.loads(text)
        boolean, told, asked = map(str, rest)
        return Context(str(form), tuple(map(Iri, entities)), tuple(map(Iri, results)), boolean, told, asked)
    except (ValueError, TypeError):
        return Context()
