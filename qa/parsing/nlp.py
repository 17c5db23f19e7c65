"""Text to a Parse, by a spaCy pipeline of our own components on a blank English tokenizer.

The only module that imports spaCy. General models are not used: they misread this domain
("exercise" as an auxiliary verb) and cost more than the whole answer (docs/decisions/0001).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from qa.parsing.sparing import without

# spaCy loads its command line with itself, HTTP clients and templates included: a fifth of its time.
with without("spacy.cli", "spacy.cli.info"):
    import spacy
from rapidfuzz.distance import OSA
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without types
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from qa.model import Correction
from qa.parsing.cleaning import straight, written_out
from qa.parsing.lexicon import Lexicon
from qa.parsing.linking import Mention, Token, link
from qa.parsing.numbers import Amount, amounts_in, digits
from qa.parsing.spelling import Speller
from qa.parsing.stemming import stem

__all__ = ["MAX_LENGTH", "Parse", "Reader"]

MAX_LENGTH = 4_000
"""Longer questions are refused, in characters; the time to read one grows linearly up to here."""

_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_SHOUTED = re.compile(r"\b[A-Z]+'[A-Z]+\b")
_CONTRACTED = re.compile(r"\b[a-z]+'[a-z]*t\b", re.IGNORECASE)
_JOINED = re.compile(r"(?<=\w)([?!]+)(?=[A-Za-z])")
_THANKS = re.compile(r"(?<=\w)\s+(?=(?:thanks|thank you|thankyou|thx|cheers)\b(?! to\b))", re.IGNORECASE)
_RUN_ON = re.compile(r"(?<![\w'-])[A-Za-z]{6,24}(?![\w'-])")  # what may be two words run together
_BREAK = re.compile(r"[,;:.?!()\[\]\u2026|/]")
_STOP = re.compile(r"[.?!]|\n")
_INITIALS = 3  # letters of a word with a capital that is left as it is
_LOWER = "a-zß-öø-ÿ"  # the letters of spaCy's rules about hyphens and full stops; all scripts would cost
_UPPER = "A-ZÀ-ÖØ-Þ"  # ten times the time to set up
_CONFIG = {"nlp": {"tokenizer": {"@tokenizers": "calf_tokenizer"}}}

Doc.set_extension("parse", default=None, force=True)
Doc.set_extension("spellings", default=(), force=True)  # of each token: "" if it is well spelt
Doc.set_extension("stems", default=(), force=True)  # of each token: "" of punctuation


@dataclass(frozen=True, slots=True)
class Parse:
    """A question taken apart: its words, what they may stand for, and what was not understood."""

    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    corrections: tuple[Correction, ...]
    amounts: tuple[Amount, ...]
    questions: frozenset[int]  # numbers of the sentences that end in a question mark
    aside: tuple[str, ...] = ()  # unknown words of sentences that were left out as chat

    def covered(self) -> frozenset[int]:
        """Indexes of the words that lie in some mention."""
        return frozenset(i for mention in self.mentions for i in mention.words)


class Reader:
    """Reads questions with one lexicon; safe to share between threads, since it keeps no state."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Set up the pipeline: speller, normaliser and linker of this lexicon."""
        words = lexicon.english
        named = words.function | words.carrier | words.absent | words.medical
        known: Callable[[str], bool] = lambda key: lexicon.knows(key) or key in named  # noqa: E731
        self._known = known
        self.speller = Speller(lexicon.label_words, lexicon.words, lambda word: known(stem(word)))
        self._nlp = spacy.blank("en", config=_CONFIG)
        cast("SpellingComponent", self._nlp.add_pipe("calf_speller")).use(self.speller, known)
        cast("NormalisingComponent", self._nlp.add_pipe("calf_normaliser")).use(
            lambda key: lexicon.knows(key) or key in words.absent,
            lambda key: lexicon.knows(key) and not words.is_plain(key),
        )
        cast("LinkingComponent", self._nlp.add_pipe("calf_linker")).use(lexicon)
        self._components = tuple(component for _, component in self._nlp.pipeline)

    def read(self, text: str) -> Parse:
        """The parse of one question of at most `MAX_LENGTH` characters."""
        text = straight(text[:MAX_LENGTH])
        whole, apart = self._parted(_clean(text))
        doc = self._nlp.make_doc(whole)
        for component in self._components:  # our own need none of what spaCy does between two
            doc = component(doc)
        parse: Parse = doc._.parse
        written = _CONTRACTED.findall(text)
        mended = (Correction(w, _denial(w)) for w in written if _denial(w) != w.lower())
        more = (*apart, *mended)
        return replace(parse, corrections=(*parse.corrections, *more)) if more else parse

    def _parted(self, text: str) -> tuple[str, tuple[Correction, ...]]:
        """A text with two words that were run together apart, and which those are."""
        words = {w for w in _RUN_ON.findall(text) if not self._known(stem(w.lower()))}
        apart = {w: new for w in sorted(words) if (new := self.speller.parted(w))}
        if not apart:
            return text, ()
        text = _RUN_ON.sub(lambda found: apart.get(found.group(), found.group()), text)
        return text, tuple(Correction(w, new) for w, new in apart.items())


def _clean(text: str) -> str:
    """One spelling for dashes and double quotes; nothing invisible, shouted or written short; thanks apart.

    In capitals or misspelt, spaCy takes "ISN'T" and "dosen't" for one word, and loses the "not" in it.
    """
    text = _DASHES.sub("-", _INVISIBLE.sub("", text))
    text = text.lower() if text.isupper() else _SHOUTED.sub(lambda found: found.group().lower(), text)
    text = _CONTRACTED.sub(lambda found: _denial(found.group()), text)
    text = _THANKS.sub(". ", written_out(_JOINED.sub(r"\1 ", text)))
    return text.replace("_", " ").replace("\u201c", '"').replace("\u201d", '"')


@lru_cache(maxsize=1024)
def _denial(written: str) -> str:
    """The contraction with "not" that a word with an apostrophe stands for; itself if there is none."""
    written = written.lower()
    known = [form for form in English.Defaults.tokenizer_exceptions or {} if form.endswith("n't")]
    near = [form for form in known if OSA.distance(written, form) <= 1]
    return min(near, key=lambda form: (OSA.distance(written, form), form), default=written)


@registry.tokenizers("calf_tokenizer")  # type: ignore[untyped-decorator]
def _tokenizer() -> Callable[[Language], Tokenizer]:
    """English as spaCy cuts it, without the forms that `_clean` leaves none of, and without emoticons.

    Setting up all of them takes longer than an answer.
    """

    def make(nlp: Language) -> Tokenizer:
        rules = English.Defaults.tokenizer_exceptions or {}
        return Tokenizer(
            nlp.vocab,
            rules={form: parts for form, parts in rules.items() if _is_word(form)},
            prefix_search=compile_prefix_regex(_short(English.Defaults.prefixes)).search,
            suffix_search=compile_suffix_regex(_short(English.Defaults.suffixes)).search,
            infix_finditer=compile_infix_regex(_short(English.Defaults.infixes)).finditer,
            url_match=English.Defaults.url_match,
        )

    return make


def _is_word(form: str) -> bool:
    """Whether a form with rules of its own is a word with straight quotes, such as "don't" or "e.g."."""
    return "\u2019" not in form and (form[0].isalnum() or form[0] == "'")


def _short(patterns: Iterable[str | re.Pattern[str]] | None) -> list[str]:
    """Patterns of spaCy with the letters of western scripts alone."""
    texts = [p if isinstance(p, str) else p.pattern for p in patterns or ()]
    return [
        text.replace(ALPHA, _LOWER + _UPPER).replace(ALPHA_LOWER, _LOWER).replace(ALPHA_UPPER, _UPPER)
        for text in texts
    ]


@Language.factory("calf_speller")
class SpellingComponent:
    """Notes the corrected spelling of each misspelt word."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Made by spaCy; `use` hands it its vocabulary."""

    def use(self, speller: Speller, known: Callable[[str], bool]) -> None:
        """Correct with `speller` the words whose stem is not `known`."""
        self._speller, self._known = speller, known

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with `doc._.spellings` set."""
        doc._.spellings = [self._mended(token) for token in doc]
        return doc

    def _mended(self, token: SpacyToken) -> str:
        """The corrected spelling of a misspelt word, else ""; "Sam" and "HRT" are names."""
        word = token.lower_
        if not word.isalpha() or self._known(stem(word)):
            return ""
        inside = token.i > 0 and token.nbor(-1).is_alpha
        name = inside and len(word) <= _INITIALS and token.text[0].isupper()
        return "" if name else self._speller.correct(word) or ""


@Language.factory("calf_normaliser")
class NormalisingComponent:
    """Notes each word's stem."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Made by spaCy; `use` hands it its vocabulary."""

    def use(self, known: Callable[[str], bool], telling: Callable[[str], bool]) -> None:
        """Fall back on the base of a comparative if the word is not `known` and the base is `telling`."""
        self._known, self._telling = known, telling

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with `doc._.stems` set; "" for punctuation."""
        words = [new or token.lower_.strip("'") for token, new in zip(doc, doc._.spellings, strict=True)]
        doc._.stems = [
            self._key(word) if word.isalnum() or any(map(str.isalnum, word)) else "" for word in words
        ]
        return doc

    def _key(self, word: str) -> str:
        """The stem, or that of the base form: "deeper" as "deep"."""
        key = stem(word)
        if not self._known(key):
            for ending in ("er", "est"):
                if word.endswith(ending):
                    base = stem(word.removesuffix(ending))
                    if len(base) > 2 and self._telling(base):
                        return base
        return key


@Language.factory("calf_linker")
class LinkingComponent:
    """Links words to senses and hangs the finished Parse on the Doc."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Made by spaCy; `use` hands it its lexicon."""

    def use(self, lexicon: Lexicon) -> None:
        """Link with this lexicon."""
        self._lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with `doc._.parse` set."""
        stems, spellings = doc._.stems, doc._.spellings
        words = list(doc)
        tokens = _tokens(words, stems)
        doc._.parse = Parse(
            text=doc.text,
            tokens=tokens,
            mentions=link(tokens, self._lexicon),
            corrections=tuple(
                Correction(t.text, new) for t, new in zip(words, spellings, strict=True) if new
            ),
            amounts=amounts_in(_counted(words, spellings)),
            questions=_questions(words, stems),
        )
        return doc


def _counted(words: Sequence[SpacyToken], spellings: Sequence[str]) -> str:
    """The text in small letters with misspelt number words put right, every word where it was."""
    return "".join(
        (number if new and len(number := digits(new)) <= len(t) else t.lower_).ljust(len(t)) + t.whitespace_
        for t, new in zip(words, spellings, strict=True)
    )


def _questions(words: Sequence[SpacyToken], stems: Sequence[str]) -> frozenset[int]:
    """The sentences that a question mark ends, numbered as in `_tokens`."""
    out: set[int] = set()
    sentence = 0
    for token, key in zip(words, stems, strict=True):
        if not key and _STOP.search(token.text):
            if "?" in token.text:
                out.add(sentence)
            sentence += 1
    return frozenset(out)


def _tokens(words: Sequence[SpacyToken], stems: Sequence[str]) -> tuple[Token, ...]:
    """The words of a text; punctuation only separates clauses and sentences."""
    out: list[Token] = []
    clause = sentence = 0
    spaced = True
    for token, key in zip(words, stems, strict=True):
        if not key:
            # A hyphen inside "toes-in" joins; one between spaces separates.
            clause += bool(
                _BREAK.search(token.text) or "\n" in token.text or (spaced and token.text[0] == "-")
            )
            clause += ":" in token.text  # what a colon leads to is in no list with what stands before it
            sentence += bool(_STOP.search(token.text))
        else:
            out.append(Token(token.text, key, len(out), clause, sentence, token.idx))
        spaced = bool(token.whitespace_)
    return tuple(out)
