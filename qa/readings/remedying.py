"""Why not to neglect something: "what do I lose by skipping the soleus?", "why bother with it if ...?"."""

from __future__ import annotations

from typing import Final

from kg.terms import Iri, Triple
from qa.forms.logic import Because, Form, named_in
from qa.parsing.english import english
from qa.readings.asked import Asked
from qa.telling.describing import noted_reasons
from qa.vocabulary import CALF

__all__ = ["remedied"]

_NEAR: Final = 5  # words from "what" to one for a loss: "what would I be missing"


def remedied(form: Form, asked: Asked) -> Because | None:
    """Why a remedy helps against a neglect, where a question asks what one loses by that, or why to bother.

    "Why do seated raises if I only want the inner calf?" does not ask why they are not for the inner calf.
    """
    graph = asked.desk.graph
    for mistake in graph.instances(CALF.MISTAKE):
        for remedy in (
            graph.objects(mistake, CALF.REMEDIED_BY) if graph.objects(mistake, CALF.NEGLECTS) else ()
        ):
            because = Triple(mistake, CALF.REMEDIED_BY, remedy)
            neglected = asked.named.intersection((mistake, *graph.objects(mistake, CALF.NEGLECTS)))
            lost = mistake in named_in(form) and neglected and _asks_loss(asked)
            bothers = isinstance(form, Because) and remedy in named_in(form) and _is_passed_up(mistake, asked)
            if (lost or bothers) and noted_reasons(because, graph):
                return Because((because,))
    return None


def _asks_loss(asked: Asked) -> bool:
    """Whether a question asks what is lost: "what goes missing if ...", "what do I miss out on by ...?"."""
    scene = asked.scene
    after = scene.tokens[scene.wh_index + 1 : scene.wh_index + 1 + _NEAR] if scene.wh == "what" else ()
    return any(t.stem in english().words["lost"] for t in after)


def _is_passed_up(mistake: Iri, asked: Asked) -> bool:
    """Whether a question asks why to do what serves a muscle if another is wanted: "if I only want ...?"."""
    scene, words = asked.scene, english().words
    told = {t.stem for t in scene.asking}
    if told & (words["denying"] | english().faulty | english().worthless | words["hedging"]):
        return False
    neglected = asked.desk.graph.objects(mistake, CALF.NEGLECTS)
    wanted = {i for i in asked.named if asked.desk.connector.stands(i, CALF.MUSCULAR_STRUCTURE)}
    wants = told & words["supposing"] and told & (
        words["wishing"] | words["limiting"] | words["caring"] | {"after"}
    )
    return bool(wants) and bool(wanted) and wanted.isdisjoint(neglected)
