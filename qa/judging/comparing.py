"""What things are compared in and no source tells: "is the soleus older than ...", "which is easier?"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.forms.logic import iris_in, named_in
from qa.judging.ranking import Ranked
from qa.parsing.grading import Degree
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import PART
from qa.remembering import per_graph
from qa.scene import Scene
from qa.telling.verbalising import Verbaliser
from qa.vocabulary import CALF

__all__ = ["plainly_measured", "said_untold", "untold"]

_MEASURED = frozenset((CALF.MUSCULAR_STRUCTURE, CALF.QUANTITY, CALF.MUSCLE_VALUE))
_CLEAR = 0.5  # probability from which the wording is believed that a reading tells the degree


def untold(scene: Scene, ranked: Ranked) -> Degree | None:
    """The degree that a question compares things in, if a reading of it does not tell that.

    A reading tells it by a thing that the word names, a property that has it among its words, a quantity,
    or where wordings like this one are known to ask for the reading.
    """
    degree = scene.degree
    if degree is None or _is_worded(degree, ranked, scene) or _is_measured(degree, ranked, scene):
        return None
    return degree


def plainly_measured(scene: Scene, ranked: Sequence[Ranked]) -> Ranked | None:
    """The reading that puts muscles in the order of a quantity in which a question compares them.

    That may be named: "does it have longer fibres than the soleus?", "which head has the smallest PCSA?".
    """
    degree = scene.degree
    names = [a.entities for a in scene.anchors if a.entities and a.mention.weight > PART]
    measured = any(CALF.MUSCLE_QUANTITY in scene.graph.entity(iri).classes for each in names for iri in each)
    if (degree is None and "than" not in scene.stems and not measured) or _is_of_others(scene):
        return None
    for one in ranked:
        reading = one.reading
        meant = {*named_in(reading.form), *reading.topics}
        whole = all(not meant.isdisjoint(name) for name in names)
        measures = reading.focus == CALF.MUSCLE_VALUE and reading.note
        if whole and measures and (degree is None or _is_measured(degree, one, scene)):
            return one
    return None


def _is_of_others(scene: Scene) -> bool:
    """Whether the classes that are named have nothing to do with muscles: "the biggest mistake"."""
    sought = [scene.graph.class_term(cls) for a in scene.anchors for cls in a.classes]
    return bool(sought) and not any(_MEASURED & {cls.iri, *cls.supers} for cls in sought)


def said_untold(degree: Degree, scene: Scene, say: Verbaliser) -> str:
    """That no source tells the degree: "No source here tells how old the soleus is."."""
    asked = [a for a in scene.anchors if a.words.isdisjoint(degree.words) and not scene.is_background(a)]
    things = tuple(dict.fromkeys(a.entities[0] for a in asked if a.entities))
    kinds = tuple(dict.fromkeys(a.classes[0] for a in asked if a.classes))
    if things:
        told = f"{say.names(things)} {'is' if len(things) == 1 else 'are'}"
    else:
        told = f"{scene.graph.class_term(kinds[0]).plural} are" if kinds else "that is"
    return f"No source here tells how {degree.quality} {told}."


def _is_worded(degree: Degree, ranked: Ranked, scene: Scene) -> bool:
    """Whether the words of a reading tell a degree: "most important of the four" what matters more."""
    reading, word = ranked.reading, degree.words[-1]
    meant = iris_in(reading.form)
    named = (a for a in scene.anchors if word in a.words)
    placed = any(not meant.isdisjoint((*a.entities, *a.classes)) for a in named)
    if word in reading.words and (placed or ranked.chance >= _CLEAR):
        return True
    stem = scene.tokens[word].stem
    return any(stem in _words_of(iri, scene.graph) for iri in meant if scene.graph.is_property(iri))


@per_graph(256)
def _words_of(prop: Iri, graph: KnowledgeGraph) -> frozenset[str]:
    """The stems of the words that name a property."""
    term = graph.property_term(prop)
    said = (term.label, *term.verbs, *term.inverse_verbs, *term.nouns, *term.inverse_nouns, *term.cues)
    return frozenset(chain.from_iterable(map(stems_of, said)))


def _is_measured(degree: Degree, ranked: Ranked, scene: Scene) -> bool:
    """Whether a reading is about something of which what has more, or less, is said to be so: mass, a risk.

    A prescription tells any degree: how long a pause is, how heavy the weight. So does a quantity that is
    named itself: "is the volume larger?".
    """
    if ranked.reading.focus == CALF.PRESCRIPTION:
        return True
    if ranked.reading.focus == CALF.MUSCLE_VALUE and _is_of_others(scene):
        return False
    meant = named_in(ranked.reading.form)
    asks = ranked.reading.kind == "quantity" or bool(scene.wh)  # "is A riskier than B?" compares two risks
    things = [scene.graph.entity(iri) for iri in meant if scene.graph.is_individual(iri)]
    if asks and any(degree.quality in (*e.greater, *e.lesser) for e in things):
        return True
    named = {iri for a in scene.anchors for iri in a.entities}
    quantities = {iri for iri in named if CALF.QUANTITY in scene.graph.entity(iri).classes}
    return ranked.reading.kind == "quantity" and not quantities.isdisjoint(meant)
