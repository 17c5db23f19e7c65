"""Cut the article into numbered sentences and write them as ontology/src/sentences.ttl.

    python scripts/sentences.py ARTICLE            write the file
    python scripts/sentences.py ARTICLE --check    compare, exit 1 on any difference

The article has no stated licence, so the graph never holds its text: only the place of each
sentence (section, number, offsets), a hash by which a copy can be checked, and a brief quote.

A line of the article is a heading, a bullet or a paragraph. Headings name the section of what
follows; every other line is split after `.`, `?` or `!` where a capital letter or a quotation
mark follows. Sentences are numbered from 1 through the whole article and those numbers are
cited all over the ontology (calf:s013), so a change of these rules renumbers the citations.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Sentence", "byline", "main", "quote", "segment", "turtle"]

TARGET = Path(__file__).resolve().parent.parent / "ontology" / "src" / "sentences.ttl"
LEAD = "Introduction"  # the section of what stands before the first heading
HEADINGS = frozenset(
    {
        "How to Train Inner Calves?",
        'Understanding Calf Anatomy: Beyond "Inner" and "Outer"',
        "The Biomechanics of Calf Training",
        'Targeting the Medial Gastrocnemius (The "Inner Calf")',
        "Effective Exercises for Medial Gastrocnemius Emphasis",
        "Programming Considerations for Calf Development",
        "Common Mistakes to Avoid",
        "The Importance of Balanced Calf Training",
        "Conclusion: A Holistic Approach",
        "Key Takeaways",
        "Frequently Asked Questions",
    }
)
BULLET = re.compile(r"•\s+")
BREAK = re.compile(r'(?<=[.?!])\s+(?=[A-Z"])')
ABBREVIATIONS = ("e.g.",)  # a full stop after these ends no sentence
BYLINE = re.compile(r"By (?P<author>.+?) \d+ min read")
TITLE_NUMBER = 2  # the article prints its category, then its title, then its byline
BYLINE_NUMBER = 3
QUOTE_WORDS = 12
NO_LICENCE = (
    "The article states no licence; its text is not part of this graph, "
    "only offsets, hashes and brief quotes."
)

PREFIXES = """\
# The sentences of the article: where they stand and how to check them, not what they say.
# Written by scripts/sentences.py from a copy of the article; do not edit by hand.

@prefix calf: <https://w3id.org/calf-kg/calf#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix lex: <https://w3id.org/calf-kg/lexicon#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its number from 1, its section, and its place and text in the article."""

    number: int
    section: str
    start: int
    text: str

    @property
    def name(self) -> str:
        """Local name of the sentence in the graph, such as `s013`."""
        return f"s{self.number:03d}"

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.text)

    @property
    def sha256(self) -> str:
        """Hash of the text in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def segment(article: str) -> tuple[Sentence, ...]:
    """Return the sentences of `article`, in order; `article[s.start:s.end] == s.text` for each."""
    section = LEAD
    found: list[Sentence] = []
    for start, line in _lines(article):
        if line in HEADINGS:
            section = line
            continue
        bullet = BULLET.match(line)
        skip = bullet.end() if bullet else 0
        for begin, end in _breaks(line[skip:]):
            text = line[skip + begin : skip + end]
            found.append(Sentence(len(found) + 1, section, start + skip + begin, text))
    return tuple(found)


def _lines(article: str) -> Iterator[tuple[int, str]]:
    """Yield each line that is not blank, stripped, with the offset of its first character."""
    position = 0
    for line in article.split("\n"):
        stripped = line.strip()
        if stripped:
            yield position + line.index(stripped), stripped
        position += len(line) + 1


def _breaks(line: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each sentence in `line`."""
    begin = 0
    for match in BREAK.finditer(line):
        if not line[: match.start()].endswith(ABBREVIATIONS):
            yield begin, match.start()
            begin = match.end()
    yield begin, len(line)


def quote(text: str) -> str:
    """Return `text`, cut with an ellipsis after its first twelve words."""
    words = text.split()
    return text if len(words) <= QUOTE_WORDS else " ".join(words[:QUOTE_WORDS]) + " …"


def byline(sentences: tuple[Sentence, ...]) -> tuple[str, str]:
    """Return the title and the author of the article as it prints them."""
    if len(sentences) < BYLINE_NUMBER:
        raise ValueError("the article has no title and byline; is this the right file?")
    line = sentences[BYLINE_NUMBER - 1].text
    match = BYLINE.fullmatch(line)
    if match is None:
        raise ValueError(f"sentence {BYLINE_NUMBER} is no byline: {line!r}; is this the right article?")
    return sentences[TITLE_NUMBER - 1].text, match["author"]


def turtle(sentences: tuple[Sentence, ...]) -> str:
    """Return the whole of sentences.ttl."""
    return "\n".join([PREFIXES, _article(*byline(sentences)), *map(_entry, sentences)])


def _article(title: str, author: str) -> str:
    """Return the statements about the article as a whole."""
    return f"""\
calf:article a calf:Reference ;
    rdfs:label "calf-training article"@en ;
    skos:altLabel "the article"@en ;
    skos:hiddenLabel "source article", "original article" ;
    lex:mention "the article" ;
    skos:definition "The popular article on inner-calf training that this graph is based on."@en ;
    dcterms:title {_literal(title)}@en ;
    dcterms:creator {_literal(author)} ;
    calf:citation {_literal(f"{author}. {title}.")} ;
    calf:shortCitation "the article" ;
    calf:read "full text" ;
    rdfs:comment {_literal(NO_LICENCE)}@en .
"""


def _entry(sentence: Sentence) -> str:
    """Return the statements about one sentence."""
    return f"""\
calf:{sentence.name} a calf:Sentence ;
    rdfs:label "article sentence {sentence.number}"@en ;
    skos:definition "The sentence of the article that has the number {sentence.number}."@en ;
    calf:section {_literal(sentence.section)} ;
    calf:sentenceNumber {sentence.number} ;
    calf:charStart {sentence.start} ;
    calf:charEnd {sentence.end} ;
    calf:sha256 "{sentence.sha256}" ;
    calf:quote {_literal(quote(sentence.text))} ;
    dcterms:source calf:article .
"""


def _literal(text: str) -> str:
    """Return `text` as a Turtle string; a sentence holds no line breaks."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main(arguments: list[str] | None = None) -> int:
    """Write or compare sentences.ttl; return the exit code."""
    parser = argparse.ArgumentParser(description="Cut the article into sentences and write sentences.ttl.")
    parser.add_argument("article", type=Path, help="plain-text copy of the article")
    parser.add_argument("--check", action="store_true", help="compare, do not write")
    parser.add_argument("--output", type=Path, default=TARGET, help="default: %(default)s")
    options = parser.parse_args(arguments)
    try:
        # Bytes, not read_text(): line ends must not be translated, or the offsets would shift.
        text = turtle(segment(options.article.read_bytes().decode("utf-8")))
    except (OSError, ValueError) as error:
        parser.error(f"{options.article}: {error}")
    if not options.check:
        options.output.write_text(text, encoding="utf-8", newline="\n")
        return 0
    if options.output.is_file() and options.output.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write(f"{options.output} differs from the article; run again without --check.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
