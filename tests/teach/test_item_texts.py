"""What a student reads of the items: options, wording, sources and research; and what is asked about."""

from __future__ import annotations

import re
from collections import Counter

from kg.terms import Iri, Literal
from qa.vocabulary import CALF
from teach.quiz import Form
from teach.sheets.paper import notes

UNASKED = {  # what sources consist of, and the nodes that other things are told by
    "Caveat",
    "ClaimStatus",
    "EquipmentOption",
    "EvidenceDirection",
    "EvidenceLine",
    "Reason",
    "MuscleValue",
    "Reference",
    "Sentence",
    "Study",  # but see the next test
    "Unit",
}


def test_options(bank):
    """Options differ; one is right, or some and not all where several are; none gives itself away."""
    for item in bank.items:
        texts = [option.text for option in item.options]
        assert len(set(texts)) == len(texts), item.id
        if item.form in {Form.ONE, Form.LABEL, Form.VERDICT}:
            assert len(item.right) == 1 < len(item.options), item.id
        if item.form is Form.SEVERAL:
            assert 0 < len(item.right) < len(item.options), item.id


def test_true_and_false_look_alike(bank):
    """The form of the options of a true-or-false item does not tell whether it is true."""
    shapes: dict[tuple, set] = {}
    for item in bank.items:
        if item.form is Form.VERDICT:
            shape = (len(item.options), tuple(o.verdict for o in item.options), "reason too" in item.stem)
            shapes.setdefault(shape, set()).add(next(o.verdict for o in item.options if o.right))
    assert all(verdicts == {True, False} for verdicts in shapes.values())


# ------------------------------------------------------------ wording

_CAMEL = re.compile(r"\b[a-z]+[A-Z]\w*|\w*[A-Za-z]\d{2,}\w*|https?:|calf:\w|_\w|\{|\}")


def _words(item, feedback):
    """All that a student reads of an item."""
    yield item.stem
    yield item.clue
    for option in item.options:
        yield option.text
        yield option.why
    yield feedback.answer
    yield from feedback.caveats
    yield from (triple.sentence for triple in feedback.triples)
    yield from (check.summary for check in feedback.research)


def _is_technical(text, ids) -> bool:
    return bool(_CAMEL.search(text) or "  " in text or ids & set(re.findall(r"\w+", text)))


def test_wording(bank, teacher, pipeline):
    """No text has an IRI, an id, camel case, a bracket of a frame, or two blanks; each stem is a sentence."""
    ids = {e.iri.local for e in pipeline.graph.entities() if re.search(r"[A-Z]|\d", e.iri.local)}
    bad = []
    for item in bank.items:
        bad += [text for text in _words(item, teacher.explain(item)) if _is_technical(text, ids)]
        assert item.stem[0].isupper(), item.stem
        assert item.stem[-1] in ".?”", item.stem
    assert bad == []


def test_no_question_holds_its_answer(bank):
    """Of what is to be chosen, some word is not in the question already, but for the sides of a claim."""
    told = [
        (item.stem, text)
        for item in bank.items
        if item.form is Form.ONE and not item.claims
        for text in (option.text for option in item.options if option.right)
        if set(re.findall(r"\w+", text.lower())) - {"a", "an", "the"}
        <= set(re.findall(r"\w+", item.stem.lower()))
    ]
    assert told == []


def test_what_is_true_by_its_name_is_not_asked(bank, pipeline):
    """Nobody is asked whether the ankle joint is a joint; whether it is a bone is a fair question."""
    asked = {item.id: item for item in bank.items}
    assert "verdict/kind/ankleJoint/Joint" not in asked
    assert "verdict/neglectingTheSoleus/neglects/soleus" not in asked
    assert any(name.startswith("verdict/kind/ankleJoint/") for name in asked)
    assert "verdict/tibialisPosterior/hasOrigin/tibia" in asked


def test_every_option_says_why(bank):
    """Every option has a reason, which is a sentence."""
    for item in bank.items:
        for option in item.options:
            assert option.why[:1].isupper() or option.why[:1] in "“0123456789", (item.id, option.why)
            assert option.why.endswith((".", "”", "?")), (item.id, option.why)


# ------------------------------------------------------------ sources and research


def test_feedback_cites_a_source(bank, teacher):
    """What is said to an answer names a source, and the article by section and sentence."""
    kinds = Counter()
    for item in bank.items:
        feedback = teacher.explain(item)
        assert feedback.answer, item.id
        assert feedback.sources, item.id
        assert notes(item, feedback)[-1].startswith("Sources: ")
        kinds[feedback.sources[0].kind] += 1
        for source in feedback.sources:
            assert source.ref
            assert source.kind != "article" or re.search(r"sentence \d+", source.ref), item.id
    assert kinds["article"] > kinds["ontology"]


CONTESTED = {"contradicted", "terminology", "mixed", "unsupported", "not tested"}


def test_contested_claims_are_never_asked_as_fact(bank, pipeline):
    """What rests on a claim that research does not support is asked as what the article or a study says."""
    graph = pipeline.graph
    asked = 0
    for item in bank.items:
        denied = [t for t in item.refuted if t in set(graph.denials())]
        doubted = [t for t in item.facts if _is_doubted(graph, t)]
        doubted += [t for t in denied if {c.status for c in graph.provenance(t).claims} & CONTESTED]
        described = "described here" in item.stem or item.form is Form.LABEL
        kind = "kind" in item.id.split("/")[1]
        if doubted and not described and not kind:
            asked += 1
            assert "article" in item.stem, (item.id, item.stem)
        if item.claims:
            assert "article" in item.stem, (item.id, item.stem)
    assert asked > 100


def _is_doubted(graph, triple) -> bool:
    shown = not isinstance(triple.object, Literal) and triple.predicate != CALF.SAME_AS
    return shown and graph.standing(triple).value != "uncontested"


def test_contested_items_show_the_research(bank, teacher):
    """The flagship claim is answered with the trial that points the other way."""
    found = [i for i in bank.items if i.judged and i.id.endswith("toesIn/biases/medialHead")]
    assert len(found) == 1
    feedback = teacher.explain(found[0])
    assert found[0].stem.startswith("True or false, according to the article?")
    assert any(check.standing == "disputed" and "Nunes 2020" in check.summary for check in feedback.research)


def test_a_verdict_on_a_finding_tells_its_side(bank, pipeline):
    """Whoever errs about a study or a claim reads how it is, not only what was measured."""
    sides = {
        e.label: e.mention
        for e in map(pipeline.graph.entity, pipeline.graph.instances(CALF.EVIDENCE_DIRECTION))
    }
    lines = {line.iri: line for claim in pipeline.graph.claims() for line in claim.evidence}
    told = 0
    for item in bank.items:
        line = lines.get(item.judged.subject) if item.judged else None
        if line is not None:
            told += 1
            side = sides[line.direction]
            assert all(o.why == f"{side[0].upper()}{side[1:]}: {line.text}" for o in item.options), item.id
    assert told > 200


def test_a_sure_statement_is_not_doubted_for_a_premise_it_can_spare(bank, teacher):
    """That a raise trains the gastrocnemius is shown without the dispute on what turned-in toes add."""
    found = next(i for i in bank.items if i.id == "verdict/machineStandingCalfRaise/trains/gastrocnemius")
    assert all(check.standing == "uncontested" for check in teacher.explain(found).research)


def test_definitions_that_repeat_contested_claims_name_the_article(bank, pipeline):
    """Where a description repeats what research doubts, it says that it is the article's."""
    for item in bank.items:
        if "described here" not in item.stem:
            continue
        claims = pipeline.graph.claims_about(item.about[0])
        biases = re.search(r"\b(bias|emphasi[sz]|mechanical advantage|lever arm)", item.stem)
        if biases and any(claim.status == "contradicted" for claim in claims):
            assert "article" in item.stem, item.stem


# ------------------------------------------------------------ coverage


def test_every_entity_is_asked_about(bank, pipeline):
    """Each thing of the graph is in some item, but for what sources consist of."""
    asked = {iri for item in bank.items for iri in item.about}
    missing = [
        entity.iri.local
        for entity in pipeline.graph.entities()
        if entity.iri not in asked and UNASKED.isdisjoint(cls.local for cls in entity.classes)
    ]
    assert missing == []


def test_every_claim_and_study_is_asked_about(bank, pipeline):
    """Each claim, and each study that says something of one, is asked about."""
    asked = {iri for item in bank.items for iri in item.about}
    claims = pipeline.graph.claims()
    assert {claim.iri for claim in claims} <= asked
    assert {line.source.iri for claim in claims for line in claim.evidence} <= asked


def test_everything_drawn_is_asked_about(bank):
    """Each part of the drawing is to be named, and what is marked is described in words without its name."""
    from ui.marked import DRAWN

    labels = [item for item in bank.items if item.form is Form.LABEL]
    assert {item.figure.local for item in labels} == DRAWN
    for item in labels:
        name = item.options[item.right[0]].text
        assert isinstance(item.figure, Iri)
        assert name.casefold() not in item.clue.casefold()
        assert item.clue or "condyle" in name
