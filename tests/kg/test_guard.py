"""The guard refuses what could write, leave the graph or crash a parser, and nothing else."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryRefusedError
from kg.guard import FORBIDDEN, check_read_only, is_ordered, star_variables
from kg.terms import Sparql

ALLOWED = [
    "SELECT * { ?s ?p ?o }",
    "select ?s where { ?s a <http://e/C> } order by ?s limit 5 offset 2",
    "ASK { ?s ?p 'SERVICE <http://e> { }' }",
    'ASK { ?s ?p "INSERT DATA { }"@en }',
    'ASK { ?s ?p """a "quoted" FROM\nand LOAD""" }',
    "ASK { ?s ?p '''it's DELETE''' }",
    'ASK { ?s ?p "" , \'\' , """""" }',
    'ASK { ?s ?p "a \\" SERVICE \\\\" }',
    "# DROP ALL\nASK { ?s ?p ?o } # SERVICE <http://e> {}",
    "PREFIX e: <http://e/> ASK { ?load e:insert ?service ; e:from e:service.load }",
    "PREFIX : <http://e/SERVICE#> ASK { :from :load _:service }",
    "ASK { <http://e/DELETE> <http://e/p#FROM> 1.5e3 , -2, .5, true }",
    "ASK { ?a ?b ?c FILTER(?c<5&&?c >= 3 || !(?c = 4)) }",
    "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o } GROUP BY ?p HAVING(COUNT(*)>1)",
    "SELECT (GROUP_CONCAT(?s; SEPARATOR=', ') AS ?all) { ?s ?p ?o }",
    "ASK { ?s (<a:p>/^<a:q>|!<a:r>)* ?o }",
    "ASK { VALUES (?x ?y) { (1 UNDEF) } MINUS { ?x a ?z } FILTER NOT EXISTS { ?z ?z ?z } }",
    'ASK { ?s ?p "\\u00e9" }',
    "ASK { { SELECT ?s { ?s ?p ?o } } UNION { BIND(STRDT('1', <a:t>) AS ?s) } }",
    "BASE <http://e/> PREFIX prefix: <http://e/> SELECT * { ?s prefix:a%20b\\-c ?o }",
]
REFUSED = [
    ("", "line 1, column 1"),
    ("   # nothing", "empty"),
    ("INSERT DATA { <a:s> <a:p> 1 }", "read-only"),
    ("DELETE WHERE { ?s ?p ?o }", "read-only"),
    ("PREFIX e: <http://e/>\nLOAD <http://e/>", "line 2, column 1"),
    ("CLEAR ALL", "read-only"),
    ("ASK {}; DROP ALL", "line 1, column 9"),
    ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "only SELECT and ASK"),
    ("DESCRIBE <a:s>", "only SELECT and ASK"),
    ("SELECT * FROM <http://e/> { ?s ?p ?o }", "line 1, column 10"),
    ("SELECT * FROM NAMED <http://e/> { ?s ?p ?o }", "FROM"),
    ("PREFIX : <http://e/> SELECT * FROM:g { ?s ?p ?o }", "prefix"),
    ("ASK {\n  SERVICE <http://e/> { ?s ?p ?o } }", "line 2, column 3"),
    ("ASK { sErViCe SILENT ?x { ?s ?p ?o } }", "another machine"),
    ("ASK { ?s ?p trueSERVICE<http://e/>{ ?a ?b ?c } }", "trueSERVICE"),
    ("ASK { ?s ?p 1SERVICE<http://e/>{ ?a ?b ?c } }", "SERVICE"),
    ("ASK { FILTER(?a<?b)SERVICE:x#>)\n{ ?s ?p ?o } }", "bracket between"),
    ("ASK { ?s ?p ?o . \\u0053ERVICE <http://e/> { } }", "stands for a plain character"),
    ('ASK { ?s ?p "\\u0022 } SERVICE <http://e/> { } #" }', "stands for a plain character"),
    ("ASK { ?s ?p 'open }", "line 1, column 13"),
    ("ASK { ?s ?p ?o ", "line 1, column 5"),
    ("ASK { ?s ?p ?o )", "closes nothing"),
    ("ASK { ?s ?p ?o }}", "closes nothing"),
    ("ASK { FILTER(" + "(" * 60 + "1" + ")" * 60 + ") }", "nested deeper"),
    ("ASK { FILTER(" + "!" * 60 + "1) }", "prefix operators"),
    ("ASK { << ?s ?p ?o >> ?q ?r }", "triple terms"),
    ("ASK { ?s ?p \x00 }", "unexpected text"),
    ("ASK { ?s ?p '" + "a" * 60_000 + "' }", "characters"),
    ("ſELECT * { ?s ?p ?o }", "line 1, column 1"),
]


@pytest.mark.parametrize("text", ALLOWED)
def test_reading_is_allowed_whatever_its_words_say(text):
    """A word counts only where SPARQL reads it as a word."""
    check_read_only(Sparql(text))


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_anything_else_is_refused_with_its_place(text, expected):
    """The text of the refusal names the cause, and the line and column where there is one."""
    with pytest.raises(QueryRefusedError) as caught:
        check_read_only(Sparql(text))
    assert expected in str(caught.value)


@given(st.text(max_size=200))
def test_any_text_is_judged_without_another_error(text):
    """Whatever is typed, the guard passes it or refuses it."""
    with suppress(QueryRefusedError):
        check_read_only(Sparql(text))


@given(
    st.sampled_from(sorted(FORBIDDEN)), st.sampled_from(["", " ", "\n", "\t", "}", ".", "1", "true", "?x "])
)
def test_a_forbidden_word_in_the_open_is_always_refused(word, before):
    """No character before the word hides it."""
    with pytest.raises(QueryRefusedError):
        check_read_only(Sparql(f"ASK {{ ?s ?p {before}{word} <http://e/> {{ ?a ?b ?c }} }}"))


@given(st.text(st.characters(exclude_characters='"\\\r\n', exclude_categories=["Cs"]), max_size=60))
def test_no_text_inside_a_string_is_refused(text):
    """A string may hold anything that its quotes allow."""
    check_read_only(Sparql(f'ASK {{ ?s ?p "{text}" }}'))


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    "piece", ['"', "'", '"""', "<", "\\", "(", "a:", "_:", "@a-", "?", "%20", '""" "', "#"]
)
def test_the_guard_is_fast_on_long_nonsense(piece):
    """No repetition makes its regular expression slow."""
    for text in (f"ASK {{ {piece * 10_000}", f"ASK {{ {piece * 10_000} x }}"):
        with suppress(QueryRefusedError):
            check_read_only(Sparql(text[:50_000]))


def test_only_the_outermost_order_by_orders_rows():
    """An inner ORDER BY serves an inner LIMIT and says nothing about the rows."""
    assert is_ordered(Sparql("SELECT ?s { ?s ?p ?o } ORDER BY ?s"))
    assert not is_ordered(Sparql("SELECT ?s { { SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 1 } }"))
    assert not is_ordered(Sparql("SELECT ?order { ?s ?p 'ORDER BY' } # ORDER BY ?s"))


def test_columns_of_a_star_are_those_mentioned():
    """`SELECT *` gives its columns in the order of the text."""
    assert star_variables(Sparql("SELECT DISTINCT * { ?s $p ?o . ?o ?p ?s }")) == ("s", "p", "o")
    assert star_variables(Sparql("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")) == ()
