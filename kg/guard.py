"""Refuses every query that could write, leave the store, or crash a parser.

The text is cut into the tokens of the SPARQL 1.1 grammar, so that words inside strings, comments,
IRIs, variables and prefixed names are never mistaken for keywords. Outside those only words of an
explicit list pass: a parser that accepts `trueSERVICE <...> {}` as two words cannot be tricked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kg.errors import QueryRefusedError
from kg.terms import Sparql

__all__ = ["check_read_only", "is_ordered", "position", "star_variables"]

LONGEST_TEXT = 50_000  # characters; the longest query of the test suite has under 2,000
DEEPEST_NESTING = 40  # brackets; parsers recurse, and each level costs them stack
LONGEST_SIGNS = 8  # prefix operators in a row, such as `!!!`; parsers recurse on these too

FORBIDDEN = {
    "SERVICE": "it would send the query to another machine",
    "FROM": "it would read a graph from outside the ontology",
    **dict.fromkeys(("CONSTRUCT", "DESCRIBE"), "only SELECT and ASK are answered"),
    **dict.fromkeys(
        ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH", "USING"),
        "the graph is read-only",
    ),
}
ALLOWED = frozenset(
    """
    BASE PREFIX SELECT ASK DISTINCT REDUCED WHERE AS GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET
    VALUES UNDEF OPTIONAL GRAPH BIND UNION MINUS FILTER EXISTS NOT IN A TRUE FALSE COUNT SUM MIN MAX
    AVG SAMPLE GROUP_CONCAT SEPARATOR STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL
    FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER
    YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512
    COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE
    """.split()
)
_CODEPOINT = r"u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}"
_ECHAR = rf"""\\(?:[tbnrf"'\\]|{_CODEPOINT})"""
_PLX = r"""%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%]"""
_TOKEN = re.compile(
    rf"""
    (?P<space>[ \t\r\n]+ | \#[^\r\n]*)
  | (?P<iri><(?:[^\x00-\x20<>"{{}}|^`\\]|\\(?:{_CODEPOINT}))*>)
  | (?P<string>"{{3}}(?:"{{0,2}}(?:[^"\\]|{_ECHAR}))*+"{{3}} | '{{3}}(?:'{{0,2}}(?:[^'\\]|{_ECHAR}))*+'{{3}}
      | "(?!"")(?:[^"\\\r\n]|{_ECHAR})*+" | '(?!'')(?:[^'\\\r\n]|{_ECHAR})*+')
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<variable>[?$]\w[\w\u00b7\u203f\u2040]*)
  | (?P<blank>_:\w(?:[\w\u00b7.-]*[\w\u00b7-])?)
  | (?P<name>(?:[^\W\d_](?:[\w\u00b7.-]*[\w\u00b7-])?)?:
      (?:(?:[\w:\u00b7]|{_PLX})(?:(?:[\w:\u00b7.-]|{_PLX})*(?:[\w:\u00b7-]|{_PLX}))?)?)
  | (?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
  | (?P<sign>\^\^|&&|\|\||!=|<=|>=|[{{}}()\[\];,.*+/|^?=<>!-])
    """,
    re.VERBOSE,
)
_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(?:\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8}))")
_FIRST_NON_ASCII = 0x80
_CLOSING = {")": "(", "]": "[", "}": "{"}


class _Token(NamedTuple):
    kind: str
    text: str
    offset: int


def check_read_only(sparql: Sparql) -> None:
    """Refuse `sparql` unless it is one SELECT or ASK over the graph at hand.

    Raises `QueryRefusedError` whose text names the line and column, counted from 1. Passing does
    not prove the query well-formed: the store's own parser does that.
    """
    text = sparql.text
    if len(text) > LONGEST_TEXT:
        raise QueryRefusedError(f"The query has {len(text)} characters", f"Keep it under {LONGEST_TEXT}")
    _check_escapes(text)
    tokens = _tokens(text)
    _check_form(text, tokens)
    _check_words(text, tokens)
    _check_brackets(text, tokens)
    _check_signs(text, tokens)


def is_ordered(sparql: Sparql) -> bool:
    """Whether the outermost query has an ORDER BY; raises `QueryRefusedError` on illegal text."""
    depth = 0
    for token in _tokens(sparql.text):
        depth += (token.text == "{") - (token.text == "}")
        if depth == 0 and token.kind == "word" and token.text.upper() == "ORDER":
            return True
    return False


def star_variables(sparql: Sparql) -> tuple[str, ...]:
    """The variables of a `SELECT *` in order of first mention; empty if the query names its own.

    SPARQL leaves the columns of `*` in no order, and stores differ.
    """
    tokens = [token for token in _tokens(sparql.text) if token.text.upper() not in ("DISTINCT", "REDUCED")]
    starred = any(
        before.text.upper() == "SELECT" and after.text == "*"
        for before, after in pairwise(tokens[: _outer(tokens)])
    )
    if not starred:
        return ()
    return tuple(dict.fromkeys(token.text[1:] for token in tokens if token.kind == "variable"))


def _outer(tokens: list[_Token]) -> int:
    return next((index for index, token in enumerate(tokens) if token.text == "{"), len(tokens))


def position(text: str, offset: int) -> str:
    """`line L, column C` of a character offset in `text`, both counted from 1."""
    before = text[:offset]
    return f"line {before.count(chr(10)) + 1}, column {offset - before.rfind(chr(10))}"


def _refuse(text: str, offset: int, cause: str, fix: str = "") -> QueryRefusedError:
    return QueryRefusedError(f"{position(text, offset)}: {cause}", fix)


@lru_cache(maxsize=32)  # a query is checked, and its rows are arranged, from the same tokens
def _tokens(text: str) -> tuple[_Token, ...]:
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[_Token]:
    offset = 0
    while offset < len(text):
        match = _TOKEN.match(text, offset)
        if match is None:
            shown = text[offset : offset + 10].split("\n", maxsplit=1)[0]
            cause = "a string that does not end" if shown[:1] in "\"'" else f"unexpected text {shown!r}"
            raise _refuse(text, offset, cause)
        kind = match.lastgroup or ""
        if kind != "space":
            yield _Token(kind, match[0], offset)
        offset = match.end()


def _check_escapes(text: str) -> None:
    # SPARQL decodes \u0053 before it looks for words, so an escaped S could hide the word SERVICE.
    for match in _ESCAPE.finditer(text):
        if int(match[1] or match[2], 16) < _FIRST_NON_ASCII:
            raise _refuse(
                text,
                match.start(),
                f"the escape {match[0]} stands for a plain character",
                "Write the character itself",
            )


def _check_form(text: str, tokens: tuple[_Token, ...]) -> None:
    index = 0
    while index < len(tokens) and tokens[index].text.upper() in ("PREFIX", "BASE"):
        index += 3 if tokens[index].text.upper() == "PREFIX" else 2
    if index >= len(tokens):
        raise _refuse(text, len(text), "the query is empty", "Write SELECT or ASK")
    first = tokens[index]
    if first.kind != "word" or first.text.upper() not in ("SELECT", "ASK"):
        why = FORBIDDEN.get(first.text.upper(), "only SELECT and ASK are answered")
        raise _refuse(
            text, first.offset, f"the query starts with {first.text[:40]!r}; {why}", "Write SELECT or ASK"
        )


def _check_words(text: str, tokens: tuple[_Token, ...]) -> None:
    for token in tokens:
        # `FILTER(?a<?b)SERVICE:x#>)` is an IRI from `<` to `>` here, and a comparison to some parsers.
        if token.kind == "iri" and ("(" in token.text or ")" in token.text):
            raise _refuse(
                text,
                token.offset,
                "a bracket between `<` and `>`",
                "Put a space after `<` if it compares, and write %28 and %29 in an IRI",
            )
        if token.kind == "name":
            prefix = token.text.split(":", 1)[0].upper()
            # `FROM:g` is a name in the grammar, but some parsers read FROM and then `:g`.
            if prefix.endswith(tuple(FORBIDDEN)):
                raise _refuse(
                    text,
                    token.offset,
                    f"the prefix {token.text.split(':', 1)[0]!r} ends in a "
                    "word of SPARQL that is not allowed",
                    "Choose another prefix",
                )
        elif token.kind == "word" and token.text.upper() not in ALLOWED:
            word = token.text.upper()
            if word in FORBIDDEN:
                raise _refuse(text, token.offset, f"{word} is not allowed; {FORBIDDEN[word]}")
            raise _refuse(
                text,
                token.offset,
                f"{token.text[:40]!r} is not a word of SPARQL 1.1 queries",
                "Put spaces around words and `?` before variables",
            )


def _check_brackets(text: str, tokens: tuple[_Token, ...]) -> None:
    still_open: list[_Token] = []
    for token in tokens:
        if token.kind != "sign":
            continue
        if token.text in "([{":
            still_open.append(token)
            if len(still_open) > DEEPEST_NESTING:
                raise _refuse(text, token.offset, f"brackets are nested deeper than {DEEPEST_NESTING}")
        elif token.text in _CLOSING and (not still_open or still_open.pop().text != _CLOSING[token.text]):
            raise _refuse(text, token.offset, f"{token.text!r} closes nothing")
    if still_open:
        raise _refuse(text, still_open[-1].offset, f"{still_open[-1].text!r} is never closed")


def _check_signs(text: str, tokens: tuple[_Token, ...]) -> None:
    run = 0
    for before, token in pairwise(tokens):
        if token.text == "<" and before.text == "<":
            raise _refuse(text, before.offset, "triple terms `<<` are not part of SPARQL 1.1")
        run = run + 1 if token.kind == "sign" and token.text in ("!", "-", "+", "^") else 0
        if run > LONGEST_SIGNS:
            raise _refuse(text, token.offset, f"more than {LONGEST_SIGNS} prefix operators in a row")
