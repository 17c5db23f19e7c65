"""Writes a larger copy of the shipped ontology: the same graph with invented muscles and exercises in it.

The invented things have names, definitions and statements of the kinds that the shipped ones have,
and words of their own; no question of the question sets speaks of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from itertools import product
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

__all__ = ["END", "invented_names", "write_larger"]

END = "</rdf:RDF>"
_IRI = "https://w3id.org/calf-kg/calf#"
_HEADS = (
    "bal",
    "bor",
    "cal",
    "cor",
    "dal",
    "dor",
    "fal",
    "fen",
    "gal",
    "gor",
    "hal",
    "hel",
    "kan",
    "kor",
    "lam",
    "lor",
    "mal",
    "mer",
    "nal",
    "nor",
    "pal",
    "per",
    "ral",
    "ros",
    "sal",
    "sor",
    "tal",
    "ter",
    "val",
    "ver",
)
_MIDDLES = (
    "and",
    "eng",
    "ist",
    "orm",
    "ulv",
    "ant",
    "ert",
    "imb",
    "olt",
    "und",
    "akr",
    "elm",
    "ind",
    "ost",
    "urn",
    "ald",
    "ek",
    "ilv",
    "ob",
    "uz",
)
_ENDS = (
    "aris",
    "eus",
    "icus",
    "inus",
    "ius",
    "oneus",
    "oris",
    "osus",
    "uris",
    "ialis",
    "ator",
    "ensis",
    "ivus",
    "atus",
    "oides",
    "ulus",
    "ineus",
    "ax",
    "anus",
    "elis",
)
_SIDES = (
    "medial",
    "lateral",
    "deep",
    "superficial",
    "anterior",
    "posterior",
    "long",
    "short",
    "oblique",
    "upper",
)
_WAYS = (
    "cable",
    "banded",
    "kneeling",
    "incline",
    "machine",
    "barbell",
    "hanging",
    "twisting",
    "paused",
    "explosive",
)
_MOVES = ("curl", "lift", "pull", "sweep", "drive", "hold", "press", "extension", "bridge", "march")


def invented_names(random: Random) -> Iterator[tuple[str, str]]:
    """Names of muscles and of exercises for them, 1,200,000 pairs, none twice."""
    words = [a + b + c for a, b, c in product(_HEADS, _MIDDLES, _ENDS)]
    random.shuffle(words)
    for place in range(len(_SIDES) ** 2):
        side, move = _SIDES[place % len(_SIDES)], _MOVES[place // len(_SIDES)]
        for number, word in enumerate(words):
            way = _WAYS[(number + place) % len(_WAYS)]
            muscle = f"{side} {word}" if place < len(_SIDES) else f"{side} {word} of the {move} chain"
            yield muscle, f"{way} {side} {word} {move}"


def write_larger(path: Path, things: int, seed: str = "calf") -> tuple[str, ...]:
    """Write the shipped ontology with `things` more things; returns some of the exercises' names."""
    shipped = resources.files("ontology").joinpath("calf.owl").read_text(encoding="utf-8")
    random = Random(seed)  # noqa: S311  # no secret hangs on it
    examples: list[str] = []
    with path.open("w", encoding="utf-8") as file:
        file.write(shipped[: shipped.rindex(END)])
        for number, (muscle, exercise) in zip(range(things // 2), invented_names(random), strict=False):
            file.write(_muscle(number, muscle) + _exercise(number, exercise, random))
            if number % max(1, things // 120) == 0:
                examples.append(exercise)
        file.write(END + "\n")
    return tuple(examples)


def _muscle(number: int, name: str) -> str:
    """A muscle that stands among its neighbours."""
    links = {"hasInsertion": "calcaneus", "innervatedBy": "tibialNerve", "hasAction": "anklePlantarflexion"}
    if number:
        links["deepTo"] = f"muscle{number - 1 if number % 5 else number // 5}"
        links["locatedOn"] = "lowerLeg"
    return _thing(
        "Muscle",
        f"muscle{number}",
        name,
        f"An invented muscle beside the {name.split(maxsplit=1)[0]} line.",
        links,
    )


def _exercise(number: int, name: str, random: Random) -> str:
    """An exercise for the muscle of its number."""
    links = {
        "emphasises": f"muscle{number}",
        "hasKneePosition": random.choice(("kneeStraight", "kneeBent")),
        "hasPosture": random.choice(("standing", "seated")),
    }
    return _thing("Exercise", f"exercise{number}", name, f"An invented exercise, the {name}.", links)


def _thing(kind: str, local: str, label: str, definition: str, links: dict[str, str]) -> str:
    """One individual in RDF/XML."""
    ties = "".join(f'<calf:{prop} rdf:resource="{_IRI}{value}"/>' for prop, value in links.items())
    return (
        f'<rdf:Description rdf:about="{_IRI}{local}" xmlns:calf="{_IRI}">'
        f'<rdf:type rdf:resource="http://www.w3.org/2002/07/owl#NamedIndividual"/>'
        f'<rdf:type rdf:resource="{_IRI}{kind}"/><rdfs:label xml:lang="en">{escape(label)}</rdfs:label>'
        f'<skos:definition xml:lang="en">{escape(definition)}</skos:definition>{ties}</rdf:Description>\n'
    )
