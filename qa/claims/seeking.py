"""Which words of a question ask for evidence, and what it asks evidence on: "do studies confirm toes in?"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.linking import PART, Mention
from qa.scene import Scene

__all__ = ["asking_words", "spoken_of"]

_CUE: Final = "evidence"  # the sense of cues in english.toml
_STUDIES: Final = frozenset(
    ("studies", "trials", "reviews", "experiments", "models", "researchers", "scientists", "scientist")
)
_OPEN: Final = frozenset(("contested", "disputed", "debated", "controversial"))  # of a claim: not for certain
_NEAR: Final = 3  # words from "studies" to what they do
_FEW: Final = 3  # members of a class that its name may stand for


def asking_words(scene: Scene) -> frozenset[int]:
    """The words that ask for evidence; after such a question those that go on with it: "and toes out?"."""
    cues = (m for m in scene.parse.mentions if any(sense.name == _CUE for sense in m.of("cue")))
    cued = frozenset(i for mention in cues for i in mention.words if not _is_of_school(mention, scene))
    if scene.may_be_polar:
        scholarly = english().words["scholarly"]
        cued |= {t.index for t in scene.asking if t.stem in scholarly or t.text.lower() in _OPEN}
    cued |= _of_studies(scene)
    about = [t.stem for t in scene.tokens[1:2]] == ["about"]  # "what about it?"
    goes_on = scene.before is not None and scene.goes_on and (about or not scene.wh)
    return cued or (frozenset({0}) if goes_on and scene.before and asking_words(scene.before) else cued)


def _is_of_school(cue: Mention, scene: Scene) -> bool:
    """Whether a word for studies is of who learns: "she is studying for a test"."""
    return any(scene.tokens[i].text.lower() == "studying" for i in cue.words)


def _of_studies(scene: Scene) -> frozenset[int]:
    """The words for studies, or who makes them, with what they do: "studies confirm", "backed by trials"."""
    words, said = english().words, scene.asking
    doing = words["bearing_out"] | words["looking_into"] | {"see", "by"}
    found = (
        {a.index, b.index}
        for n, a in enumerate(said)
        for b in said[n + 1 : n + 1 + _NEAR]
        if any(one.text.lower() in _STUDIES and other.stem in doing for one, other in ((a, b), (b, a)))
    )
    return frozenset[int]().union(*found)


def spoken_of(scene: Scene, aside: frozenset[int], graph: KnowledgeGraph) -> list[Anchor]:
    """What a question names, or the one before it where it names nothing: "is that proven?".

    A class of few stands for them: "both heads". The words `aside` name nothing, "backed by science", nor
    do verbs that bear a claim out, or make something less: "cutting down rest".
    """
    verbs = english().words["bearing_out"] | english().words["lowering"]
    aside |= {t.index for t in scene.asking if t.stem in verbs}
    names = [a for a in scene.anchors if not a.words <= aside and a.mention.weight > PART]
    alone = not any(graph.claims_about(iri) for a in names for iri in a.entities)
    found = [
        a if a.entities else replace(a, entities=_few(a, graph))
        for a in names
        if a.entities or alone or _is_all(a, scene)
    ]
    found = [a for a in found if a.entities]
    own = [a for a in found if not (scene.is_background(a) or a.words <= scene.carried)]
    return own or found or (spoken_of(scene.before, frozenset(), graph) if scene.before else [])


def _is_all(anchor: Anchor, scene: Scene) -> bool:
    """Whether a question says that it is of each of a class: "both heads"."""
    start = anchor.mention.start
    return any(t.stem in english().words["each"] | {"all"} for t in scene.tokens[max(0, start - 2) : start])


def _few(anchor: Anchor, graph: KnowledgeGraph) -> tuple[Iri, ...]:
    """The members of a class that is named, if they are few."""
    members_of = [iri for cls in anchor.classes for iri in graph.instances(cls)]
    return tuple(members_of) if len(members_of) <= _FEW else ()
