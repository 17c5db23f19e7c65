"""Words of pain or injury in a question: what no advice is given on."""

from __future__ import annotations

from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["ailment", "complaint"]


def ailment(scene: Scene) -> tuple[Token, ...]:
    """Words of pain or injury said of a part of a body, be it nobody's: "one calf is swollen"."""
    if not any(a.bodily for a in scene.anchors):
        return ()
    closed = english()
    ailing = closed.medical - closed.words["examined"]
    return tuple(t for t in scene.tokens if t.stem in ailing and t.index not in scene.figurative)


def complaint(scene: Scene) -> tuple[Token, ...]:
    """Words of pain or injury in a question about one's own body, or a patient's."""
    medical = english().medical
    ailing = (t for t in scene.tokens if t.stem in medical and t.index not in scene.figurative)
    said = [t for t in ailing if not (_is_free_of(t, scene) or _is_of_nobody(t, scene) or _is_over(t, scene))]
    if not said or english().words["persons"].isdisjoint(t.stem for t in scene.tokens):
        return ()
    names = [{scene.tokens[i].stem: i for i in a.words} for a in scene.anchors]
    averted = {i for name in names if name.keys() & english().averting for i in name.values()}
    averted |= {i for a in scene.anchors if _is_harm_of_what_is_named(a, scene) for i in a.words}
    return tuple(t for t in said if t.index not in averted)


def _is_free_of(word: Token, scene: Scene) -> bool:
    """Whether a sentence before or after what is asked denies a pain: "nothing hurts so far"."""
    before = scene.tokens[max(0, word.index - 1) : word.index]
    denied = any(t.stem in english().words["lacking"] and t.sentence == word.sentence for t in before)
    return denied and word.sentence != scene.core


def _is_over(word: Token, scene: Scene) -> bool:
    """Whether a sentence beside what is asked says that a pain is gone: "pulled it last year, all healed"."""
    said = {t.stem for t in scene.tokens if t.sentence == word.sentence}
    over = english().fine | english().words["healed"]
    return word.sentence != scene.core and not over.isdisjoint(said) and "not" not in said


def _is_of_nobody(word: Token, scene: Scene) -> bool:
    """Whether a sentence beside what is asked speaks of no one, and of no part of a body: "a torn page"."""
    if word.sentence == scene.core:
        return False
    stems = {t.stem for t in scene.tokens if t.sentence == word.sentence}
    bodily = any(a.bodily and scene.tokens[a.mention.start].sentence == word.sentence for a in scene.anchors)
    return not bodily and stems.isdisjoint(english().words["persons"] | english().words["pronouns"])


def _is_harm_of_what_is_named(name: Anchor, scene: Scene) -> bool:
    """Whether a name is that of a harm which the graph knows to come from a mistake that is named too."""
    named = (iri for a in scene.anchors for iri in a.entities)
    faults = [iri for iri in named if CALF.MISTAKE in scene.graph.entity(iri).classes]
    pairs = ((fault, harm) for fault in faults for harm in name.entities if fault != harm)
    return any(next(iter(scene.graph.statements(fault, object=harm)), None) for fault, harm in pairs)
