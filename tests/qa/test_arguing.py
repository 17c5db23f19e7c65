"""Why a statement holds or does not: all arguments, down to sources."""

import json

import pytest

from qa.claims.arguing import Arguer, explanation_to_json
from qa.claims.claiming import Claimant


@pytest.fixture(scope="module")
def explain(pipeline):
    """Explains a statement in words."""
    claimant, arguer = Claimant(pipeline.desk, pipeline.reader), Arguer(pipeline.desk, pipeline.explainer)
    return lambda text: arguer.explain(claimant.read(text))


def steps(step):
    """A step and all below it."""
    yield step
    for premise in step.premises:
        yield from steps(premise)


def test_every_argument_ends_in_sources(explain):
    """A derived statement has several arguments, and whatever they state has a source."""
    found = explain("standing calf raise trains triceps surae")

    assert (found.truth, found.inferred, found.standing) == ("yes", True, "uncontested")
    assert len(found.arguments) > 2
    for argument in found.arguments:
        stated = [s for s in steps(argument.step) if not s.rule]
        assert stated
        assert [s.sentence for s in stated if not s.sources] == []
        assert any(source.kind == "article" for s in stated for source in s.sources)
    rules = {s.rule for a in found.arguments for s in steps(a.step) if s.rule}
    assert rules >= {"chain", "sub-property", "class value", "definition"}


def test_an_argument_stands_as_its_worst_part(explain):
    """A statement stands as its best argument, and a disputed claim marks the arguments that use it."""
    found = explain("standing calf raise trains triceps surae")
    by_standing = {argument.standing for argument in found.arguments}

    assert by_standing == {"uncontested", "disputed"}
    for argument in found.arguments:
        claims = {c for s in steps(argument.step) for c in s.claims}
        assert (argument.standing == "disputed") == ("turning the toes in biases the medial head" in claims)


def test_disputed_statement_shows_studies_with_numbers(explain):
    """Every argument for the toes-in claim rests on it, and the studies against it are shown."""
    found = explain("machine standing calf raise emphasises the medial head")

    assert found.standing == "disputed"
    assert {argument.standing for argument in found.arguments} == {"disputed"}
    nunes = [s for check in found.research for s in check.studies if s.ref == "Nunes 2020"]
    assert nunes[0].direction == "contradicts"
    assert "8.4 %" in nunes[0].finding


def test_grounds_are_in_words(explain):
    """What a rule leans on is said with the labels of the schema."""
    found = explain("standing calf raise trains triceps surae")
    grounds = {s.grounds for a in found.arguments for s in steps(a.step) if s.rule}

    assert "“trains”, then “is part of” gives “trains”" in grounds
    assert "“emphasises” implies “trains”" in grounds
    assert not [g for g in grounds if "http" in g]


def test_a_denial_is_shown_with_its_reason(explain):
    """A denied statement shows the denial, its source, and what is stated instead."""
    found = explain("the soleus crosses the knee")

    assert (found.truth, found.verdict, found.arguments) == ("no", "no", ())
    assert found.denial[0] == "It is not so that the soleus crosses the knee."
    assert any("starts below the knee" in text for text in found.denial)
    assert found.sources[0].kind == "article"
    assert [t.sentence for t in found.instead] == ["The soleus crosses the ankle."]


def test_a_denying_statement_turns_the_verdict(explain):
    """To deny what is denied holds; to deny what holds does not."""
    assert explain("the soleus does not cross the knee").verdict == "yes"
    assert explain("the soleus is not a muscle").verdict == "no"


def test_kinds_exclude_each_other(explain):
    """A kind that the thing's own kind excludes is denied with both named."""
    assert "“muscle”" in explain("soleus is a joint").denial[0]


def test_unstated(explain):
    """What nothing says is neither held nor denied, and what is denied nearby is shown."""
    found = explain("standing calf raise isolates the medial head")

    assert (found.truth, found.arguments, found.denial) == ("unstated", (), ())
    assert any("isolates the medial head" in text for text in found.denied_nearby)


def test_json(explain):
    """The explanation is one JSON object, proofs as nested steps."""
    record = json.loads(json.dumps(explanation_to_json(explain("the soleus is part of the triceps surae"))))

    assert record["predicate"].endswith("#partOf")
    assert record["arguments"][0]["step"]["sources"][0]["kind"] == "article"


def test_every_derived_statement_can_be_explained(pipeline):
    """No statement of the graph fails to be put into words, and every argument ends in what is stated."""
    from qa.claims.claiming import Statement

    arguer = Arguer(pipeline.desk, pipeline.explainer)
    derived = [t for t in pipeline.graph.statements() if pipeline.graph.is_inferred(t)]
    for triple in derived[::3]:
        found = arguer.explain(Statement(triple))
        assert found.arguments
        assert all(not s.rule or s.premises for a in found.arguments for s in steps(a.step))
