"""A pipeline whose answers are written here: one for every shape that a face has to show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg.terms import Iri
from qa.model import (
    Answer,
    Context,
    Correction,
    Item,
    Items,
    Paragraph,
    ProofStep,
    Question,
    ResearchCheck,
    ShownSource,
    ShownStudy,
    ShownTriple,
    Status,
    Table,
)

__all__ = ["ANSWERS", "FakePipeline"]

NS = "https://example.org/calf#"
SOURCE = 'article, "Exercises to Target the Calf", sentence 41'
NUNES = ShownStudy(
    ref="Nunes 2020",
    direction="contradicts",
    finding="medial-head thickness grew 8.4 % toes out, 5.8 % toes forward and 3.8 % toes in",
    design="9-week trial",
    participants="22 men",
    citation="Nunes JP et al. Different foot positioning during calf training. 2020.",
    doi="10.1519/JSC.0000000000003674",
    url="https://doi.org/10.1519/JSC.0000000000003674",
)
PROOF = ProofStep(
    "The standing calf raise with toes in trains the gastrocnemius.",
    rule="training a part trains the whole",
    premises=(
        ProofStep("The standing calf raise with toes in emphasises the medial head.", sources=(SOURCE,)),
        ProofStep(
            "The medial head is part of the gastrocnemius.",
            sources=('article, "Understanding Calf Anatomy", sentence 9',),
        ),
    ),
)


def _triple(sentence: str, standing: str, proof: ProofStep) -> ShownTriple:
    return ShownTriple(
        subject=Iri(f"{NS}standingCalfRaiseToesIn"),
        predicate=Iri(f"{NS}emphasises"),
        object=f"{NS}medialHead",
        subject_label="standing calf raise with toes in",
        predicate_label="emphasises",
        object_label="medial head of the gastrocnemius",
        sentence=sentence,
        inferred=bool(proof.rule),
        standing=standing,
        proof=proof,
    )


INNER = Answer(
    question="which exercise targets the inner calf?",
    status=Status.ANSWERED,
    lead="The article names three, all done with the toes turned in: the standing calf raise, the donkey "
    "calf raise and the calf press on the leg press.",
    blocks=(
        Paragraph('"Inner calf" means the medial head of the gastrocnemius. Foot position shifts emphasis.'),
        Items(
            (
                "standing calf raise, toes in",
                "donkey calf raise, toes in",
                "calf press on the leg press, toes in",
            )
        ),
    ),
    items=(
        Item(Iri(f"{NS}standingCalfRaise"), "standing calf raise"),
        Item(Iri(f"{NS}donkeyCalfRaise"), "donkey calf raise"),
        Item(Iri(f"{NS}calfPress"), "calf press on the leg press"),
    ),
    interpretation="exercises that emphasise the medial head of the gastrocnemius (inner calf)",
    corrections=(Correction("excercise", "exercise"),),
    understood=("exercise", "targets", "inner calf"),
    sparql=("SELECT DISTINCT ?x WHERE {\n  ?x a calf:Exercise ;\n     calf:emphasises calf:medialHead .\n}",),
    triples=(
        _triple("The standing calf raise with toes in trains the gastrocnemius.", "disputed", PROOF),
        _triple("The medial head is part of the gastrocnemius.", "uncontested", PROOF.premises[1]),
    ),
    sources=(
        ShownSource(
            "article",
            SOURCE,
            section="Exercises to Target the Calf",
            quote="To target the inner calf, turn your toes inward during standing calf raises.",
        ),
        ShownSource("study", "Nunes 2020", doi="10.1519/JSC.0000000000003674"),
    ),
    research=(
        ResearchCheck(
            claim="Toes in emphasises the medial head.",
            status="contradicted",
            standing="disputed",
            summary="Trials point the other way. Straight-knee calf raises in any foot position trained it.",
            quote="To target the inner calf, turn your toes inward.",
            studies=(NUNES,),
        ),
    ),
    suggestions=("which exercise targets the outer calf?", "what is the inner calf?"),
    confidence=0.94,
    context=Context("inner", (Iri(f"{NS}medialHead"),), (Iri(f"{NS}standingCalfRaise"),)),
    timings_ms={"read": 0.6, "query": 0.4},
    kg_version="https://example.org/calf/0.1.0",
)
TABLE = Answer(
    question="compare standing and seated calf raises",
    status=Status.ANSWERED,
    lead="They differ in the knee: standing keeps it straight, seated bends it.",
    blocks=(
        Table(
            ("", "standing calf raise", "seated calf raise"),
            (
                ("knee", "straight", "bent"),
                ("emphasises", "gastrocnemius", "soleus"),
                ("equipment", "step or calf block", "seated calf raise machine"),
            ),
        ),
        Items(("Stand on a step.", "Rise as high as you can.", "Lower slowly."), ordered=True),
    ),
    interpretation="the standing calf raise beside the seated calf raise",
    research=(
        ResearchCheck("Seated raises train the soleus.", "supported", "uncontested", "Research agrees."),
    ),
    suggestions=("which exercise targets the soleus?",),
)
FOLLOW_UP = Answer(
    question="and the outer one?",
    status=Status.ANSWERED,
    lead="Turn the toes out.",
    interpretation="exercises that emphasise the lateral head of the gastrocnemius (outer calf)",
)
REFUSAL = Answer(
    question="",
    status=Status.UNKNOWN_TERM,
    lead="I don't know one of the words, so I would rather not guess.",
    understood=("which exercise", "targets"),
    suggestions=("which exercise targets the inner calf?", "does the soleus cross the knee?"),
)
CLARIFY = Answer(
    question="how long?",
    status=Status.CLARIFY,
    lead="That can mean two things.",
    understood=("how long",),
    alternatives=("how long should I pause at the top?", "how long is the Achilles tendon?"),
)
EMPTY = Answer(
    question="which exercise needs a barbell?",
    status=Status.EMPTY,
    lead="None: no exercise of the article needs a barbell.",
    interpretation="exercises that need a barbell",
)
ANSWERS = {answer.question: answer for answer in (INNER, TABLE, CLARIFY, EMPTY)}


class FakePipeline:
    """Answers the questions of `ANSWERS`, follows up on anything with a context, and refuses the rest."""

    @classmethod
    def load(cls, path: Path | None = None) -> FakePipeline:
        """A pipeline; `path` is taken as the real one takes it."""
        del path
        return cls()

    def ask(self, question: Question) -> Answer:
        """The answer that is written for `question`."""
        if question.context.logical_form and question.text == FOLLOW_UP.question:
            return FOLLOW_UP
        refusal = replace(REFUSAL, question=question.text, not_understood=(question.text[:80],))
        return ANSWERS.get(question.text, refusal)

    def examples(self) -> tuple[str, ...]:
        """Questions that have answers."""
        return (INNER.question, TABLE.question, EMPTY.question)

    def completions(self) -> tuple[str, ...]:
        """Questions that have answers."""
        return self.examples()

    def other_readings(self, question: Question) -> tuple[str, ...]:
        """What else the comparison may have meant."""
        return (INNER.question,) if question.text == TABLE.question else ()
