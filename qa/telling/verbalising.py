"""The graph in English: names inside sentences, facts as sentences, logical forms as questions.

All wording comes from the ontology: labels, `lex:mention`, and the `lex:says` frames that also
read questions, so that what is understood and what is said cannot drift apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from kg.graph import KnowledgeGraph
from kg.schema import Truth
from kg.terms import Iri, Literal, Term, Triple
from kg.vocabulary import XSD
from qa.forms.logic import (
    Ask,
    Because,
    Compare,
    Count,
    Describe,
    Either,
    Every,
    Form,
    Kind,
    Linked,
    Select,
    Set,
    Thing,
    Without,
    parts_of,
)
from qa.vocabulary import CALF

__all__ = ["MOST_TOLD", "Verbaliser", "article", "base_form", "capital", "joined", "number_word"]

MOST_TOLD = 200
"""Things of a list that an answer tells of; no list of the shipped graph is so long."""

_PLURAL = {"is": "are", "has": "have", "can": "can", "does": "do"}
_ARE, _SINGLE = "are {object}", ("a ", "an ", "one ")  # what several things are, each of them
_BASES = {"has": "have", "lies": "lie", "biases": "bias"}  # verbs whose ending does not tell their base form
_ASIDE = ", variations aside"
_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def joined(parts: Sequence[str], word: str = "and") -> str:
    """Parts as running text: "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {word} {parts[-1]}" if parts else ""


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def article(noun: str) -> str:
    """A noun with its indefinite article: "a muscle", "an exercise"."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def _decimal(number: str) -> str:
    """A decimal without needless zeros."""
    return f"{Decimal(number).normalize():f}"


def number_word(number: int) -> str:
    """Small numbers as words."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def _is_version(node: Set) -> bool:
    """Whether a condition leaves out the variations of a class, which lists do unless asked for them."""
    return (
        isinstance(node, Without)
        and isinstance(node.part, Linked)
        and (node.part.property == CALF.VARIATION_OF and isinstance(node.part.to, Kind))
    )


def _negated(predicate: str) -> str:
    """A predicate denied: "does not use a step", "is not a head of the soleus", "cannot be done"."""
    first, _, rest = predicate.partition(" ")
    if first in ("is", "can"):
        return f"{'is not' if first == 'is' else 'cannot'} {rest}"
    return f"does not {base_form(predicate)}"


def base_form(phrase: str) -> str:
    """A verb phrase with its verb in the base form: "maximally engages" as "maximally engage"."""
    adverb = re.match(r"(?:\w+ly )?", phrase).group()  # type: ignore[union-attr]
    verb, space, rest = phrase.removeprefix(adverb).partition(" ")
    if verb in _BASES:
        verb = _BASES[verb]
    elif verb.endswith(("sses", "shes", "ches", "xes")):
        verb = verb[:-2]
    else:
        verb = verb[:-3] + "y" if verb.endswith("ies") else verb.removesuffix("s")
    return f"{adverb}{verb}{space}{rest}"


class Verbaliser:
    """Words for one graph."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        """Prepare for `graph`."""
        self.graph = graph
        self._classes = {c.iri: c for c in graph.classes()}
        self._properties = {p.iri: p for p in graph.properties()}

    # ------------------------------------------------------------ names

    def name(self, term: Term) -> str:
        """How a term reads inside a sentence: "the soleus", "turning the toes in", "15"."""
        if isinstance(term, Literal):
            return _decimal(term.value) if term.datatype == XSD.DECIMAL else term.value
        if term in self._classes:
            return self._classes[term].plural
        if term in self._properties:
            return self._properties[term].label
        return self.graph.entity(term).mention

    def label(self, iri: Iri) -> str:
        """The preferred label of anything in the graph."""
        if iri in (CALF.TYPE, CALF.SAME_AS):
            return "kind" if iri == CALF.TYPE else "same as"
        if iri in self._classes:
            return self._classes[iri].label
        if iri in self._properties:
            return self._properties[iri].label
        return self.graph.entity(iri).label

    def names(self, terms: Sequence[Term], word: str = "and") -> str:
        """Names joined to a list; of more than a reader reads, the first and how many there are besides."""
        names = [self.name(term) for term in terms[:MOST_TOLD]]
        if len(terms) > MOST_TOLD:
            names.append(f"{len(terms) - MOST_TOLD:,} more")
        return joined(names, word)

    def range(self, value: Iri) -> str:
        """The numbers of a prescription or another value, with their unit: "15-25 repetitions", "9.7 cm²"."""
        low, high = (self._number(value, p) for p in (CALF.MIN_VALUE, CALF.MAX_VALUE))
        unit = " ".join(self.name(u) for u in self.graph.objects(value, CALF.HAS_UNIT))
        if low is None:
            return self.label(value)
        return f"{low}{f'-{high}' if high not in (None, low) else ''} {unit}".strip()

    def bound(self, value: Iri, prop: Iri) -> str:
        """One end of a prescription's range, with its unit: "20 sets"; "" if it has none."""
        number = self._number(value, prop)
        unit = " ".join(self.name(u) for u in self.graph.objects(value, CALF.HAS_UNIT))
        return "" if number is None else f"{number} {unit}".strip()

    def _number(self, subject: Iri, prop: Iri) -> str | None:
        """A decimal without needless zeros."""
        value = next((v.value for v in self.graph.objects(subject, prop) if isinstance(v, Literal)), None)
        return None if value is None else _decimal(value)

    # ------------------------------------------------------------ facts

    def fact(self, triple: Triple, *, inverse: bool = False) -> str:
        """One statement as a clause; with `inverse`, said of its object."""
        if triple.predicate == CALF.SAME_AS:
            return f"{self.name(triple.subject)} is {self.name(triple.object)}"
        if triple.predicate == CALF.TYPE and isinstance(triple.object, Iri):
            return f"{self.name(triple.subject)} is {article(self.label(triple.object))}"
        return self.facts(triple.predicate, [triple.subject], [triple.object], inverse=inverse)

    def facts(
        self, prop: Iri, subjects: Sequence[Term], objects: Sequence[Term], *, inverse: bool = False
    ) -> str:
        """Statements with one property as a clause: "the soleus inserts into the Achilles tendon"."""
        term = self._properties[prop]
        frame = (term.says_inverse if inverse else term.says) or f"{{subject}} {term.label} {{object}}"
        first = "{object} " if inverse else "{subject} "
        if frame.startswith(first) and self._are_several(objects if inverse else subjects):
            said = frame.removeprefix(first)
            verb = said.partition(" ")[0]
            plural = said.replace(verb, _PLURAL[verb], 1) if verb in _PLURAL else base_form(said)
            plural = re.sub(r"^are an? (\w+)", r"are \1s", plural)  # "are heads of"
            if plural == _ARE and self.names(objects).startswith(_SINGLE):
                plural = plural.replace("are", "are each", 1)  # "one of the two major calf muscles"
            frame = f"{first}{plural}"
        return frame.replace("{subject}", self.names(subjects)).replace("{object}", self.names(objects))

    def _are_several(self, terms: Sequence[Term]) -> bool:
        """Whether a verb after these names is in the plural: of several, or of one like "the heels"."""
        only = terms[0]
        if len(terms) > 1 or isinstance(only, Literal) or only in self._classes or only in self._properties:
            return len(terms) > 1
        entity = self.graph.entity(only)
        words = entity.mention.split()
        noun = words[1] if words[0] == "the" and len(words) > 1 else ""
        forms = (entity.label, *entity.alt_labels, *entity.hidden_labels)
        return noun.endswith("s") and noun[:-1] in {word for form in forms for word in form.split()}

    def sentences(self, triples: Iterable[Triple]) -> list[str]:
        """Statements as sentences, those of one subject and property together."""
        ordered = sorted(
            triples, key=lambda t: (t.subject, -self._properties[t.predicate].salience, t.predicate)
        )
        return [
            capital(self.facts(prop, [subject], [t.object for t in group])) + "."
            for (subject, prop), group in groupby(ordered, key=lambda t: (t.subject, t.predicate))
        ]

    def denial(self, triple: Triple) -> str:
        """A statement that does not hold, as a clause."""
        if self.graph.truth(triple) is Truth.NO:
            return f"it is not so that {self.fact(triple)}"
        return f"nothing says that {self.fact(triple)}"

    # ------------------------------------------------------------ logical forms

    def form(self, form: Form) -> str:
        """A logical form as the question it stands for."""
        match form:
            case Select(members):
                return f"which {self._asked(members)}"
            case Count(members):
                return f"how many there are of: {self._asked(members)}"
            case Ask(triple):
                return f"whether {self.fact(triple)}"
            case Describe(iri):
                return f"what {self.label(iri)} is"
            case Because(triples, negative):
                facts = joined([self.fact(t) for t in triples])
                return f"why it is not so that {facts}" if negative else f"why {facts}"
            case Compare(things, common):
                names = self.names(things)
                return f"what {names} have in common" if common else f"how {names} differ"

    def _asked(self, node: Set) -> str:
        """A set as what a question asks for: "exercise emphasises the soleus", "mistakes there are"."""
        parts = parts_of(node)
        heads = [p.iri for p in parts if isinstance(p, Kind)]
        aside = _ASIDE if any(map(_is_version, parts)) else ""
        rest = [self._condition(p) for p in parts if not isinstance(p, Kind) and not _is_version(p)]
        if not rest:
            return f"{joined([self._classes[h].plural for h in heads])} there are{aside}"
        return f"{self._classes[heads[0]].label if heads else 'of them'} {joined(rest)}{aside}"

    def set(self, node: Set) -> str:
        """A set as a singular noun phrase: "exercise that emphasises the soleus and can use a step"."""
        parts = parts_of(node)
        heads = [self._classes[p.iri].label for p in parts if isinstance(p, Kind)]
        rest = [self._condition(p) for p in parts if not isinstance(p, Kind) and not _is_version(p)]
        head = heads[0] if heads else "thing"
        return f"{head} that {joined(rest)}" if rest else head

    def _condition(self, node: Set) -> str:
        """One condition on members of a set, as the predicate of a relative clause."""
        match node:
            case Thing(iri):
                return f"is {self.name(iri)}"
            case Kind(iri):
                return f"is {article(self._classes[iri].label)}"
            case Linked(prop, to, inverse):
                return self._predicate(prop, self._inner(to), inverse=inverse)
            case Either(parts):
                return joined([self._condition(p) for p in parts], "or")
            case Every():
                return f"is {article(self.set(node))}"
            case Without(Thing(iri)):
                return f"is not {self.name(iri)}"
            case Without(part):
                return _negated(self._condition(part))

    def _predicate(self, prop: Iri, other: str, *, inverse: bool) -> str:
        """A property's sentence without its subject: "inserts into the Achilles tendon"."""
        term = self._properties[prop]
        says = (term.says_inverse if inverse else term.says) or f"{{subject}} {term.label} {{object}}"
        own, far = ("{object}", "{subject}") if inverse else ("{subject}", "{object}")
        if says.startswith(f"{own} "):
            return says.removeprefix(f"{own} ").replace(far, other)
        says = (term.says if inverse else term.says_inverse) or f"{{subject}} {term.label} {{object}}"
        return f"is such that {says.replace(own, 'it').replace(far, other)}"

    def _inner(self, node: Set) -> str:
        """The set at the far end of a link."""
        match node:
            case Thing(iri):
                return self.name(iri)
            case Either(parts):
                return joined([self._inner(p) for p in parts], "or")
            case _:
                return f"some {self.set(node)}"
