"""Judges an answer against what a question's writer expects.

An answer is right if all of these hold:

- it is an answer and no refusal, and no longer than `MOST_WORDS` words;
- it names everything in `names`, and enough of every group in `any_of`;
- it states every number in `numbers`, with the `unit` near it;
- it says yes, no or a qualified yes or no, if `boolean` expects that;
- it gives nothing in `forbidden`: neither as a result nor, for an answer without results, in a
  sentence that has no word of contrast and stands not after the sentence with the expected name;
- of two things to choose from (`choice`: the right one, the wrong one), it names the right one first;
- at least half of its results that are of the expected kind are expected, `allowed`, or a part or a
  whole of what is expected.

A refusal is right for every question of a refusal set. Where `outside_source_allowed`, an answer
that cites a study or a reference work is set aside: what it says may well be true.

These rules see names and numbers, not sense; a reader has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.naming import BREAK, Mention, Names, normal
from benchmarks.numbering import states

__all__ = ["Grade", "Grader", "RefusalGrade"]

MOST_WORDS = 700
_CONTRAST = re.compile(
    r"\b(not?|never|neither|nor|without|except|excluding|unlike|whereas|while|although|though|but|however|contrast"
    r"|instead|rather|than|versus|other|only|less|minimal(?:ly)?|avoid|compared|secondary|wrong|false)\b"
)
_QUALIFIED = re.compile(
    r"\b(partly|in part|depends|to some extent|not (?:entirely|completely|fully|quite|exactly|necessarily)"
    r"|minimal(?:ly)?|somewhat|almost|secondary|but|however|only)\b"
)
_YES = frozenset({"yes", "correct", "true", "right", "indeed"})
_NO = frozenset({"no", "false", "incorrect", "wrong", "never", "not"})
_LEAD_SENTENCES = 3  # where a caveat must stand


@dataclass(frozen=True, slots=True)
class Grade:
    """What a grader found; `faults` say why an answer is not right."""

    answered: bool
    faults: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """Whether the question was answered and nothing is wrong."""
        return self.answered and not self.faults


class RefusalGrade(Grade):
    """The grade of an answer that should have been a refusal: `sourced` if it is set aside."""

    @property
    def sourced(self) -> bool:
        """Whether it is answered from an outside source, where that is allowed."""
        return self.answered and not self.faults

    @property
    def right(self) -> bool:
        """Whether the question was refused."""
        return not self.answered


class Grader:
    """Grades answers, which are objects of the answer contract (`qa.contract.to_json`)."""

    def __init__(self, names: Names) -> None:
        """Grade by these names."""
        self._names = names

    def grade(self, question: Mapping[str, Any], answer: Mapping[str, Any]) -> Grade:
        """The grade of an answer to a question that has one."""
        if not answer["answered"]:
            return Grade(answered=False)
        text = str(answer["text"])
        results = [str(label) for label in answer.get("entities") or ()]
        judged = _Judged(question, self._names, _with_short_forms(question, text), results)
        faults = [*judged.missing(), *judged.wrong(), *_said(question, answer)]
        if len(text.split()) > MOST_WORDS:
            faults.append(f"longer than {MOST_WORDS} words")
        return Grade(answered=True, faults=tuple(faults))

    def grade_refusal(self, question: Mapping[str, Any], answer: Mapping[str, Any]) -> RefusalGrade:
        """The grade of an answer to a question that should be refused."""
        if not answer["answered"]:
            return RefusalGrade(answered=False)
        kinds = {source["kind"] for source in answer.get("sources") or ()}
        kinds |= {"study" for check in answer.get("research") or () if check["studies"]}
        allowed = question.get("outside_source_allowed") and kinds & {"study", "ontology"}
        return RefusalGrade(answered=True, faults=() if allowed else ("answered",))


def _with_short_forms(question: Mapping[str, Any], text: str) -> str:
    """A text with the names that this question lets one say more shortly."""
    plain = normal(text)
    extra = [
        name
        for name, forms in question.get("short_forms", {}).items()
        if any(re.search(rf"(?<!\S){re.escape(normal(form))}(?!\S)", plain) for form in forms)
    ]
    return "\n".join([text, *extra])


def _said(question: Mapping[str, Any], answer: Mapping[str, Any]) -> list[str]:
    """What is wrong with an answer's yes or no."""
    wanted = question.get("boolean")
    if not wanted:
        return []
    plain = normal(str(answer["text"]))
    said = answer.get("boolean") or _first_word(plain)
    lead = BREAK.join(plain.split(BREAK)[:_LEAD_SENTENCES])
    if said == wanted or (wanted == "qualified" and _QUALIFIED.search(lead)):
        return []
    return [f"says {said or 'neither yes nor no'}, not {wanted}"]


def _first_word(plain: str) -> str:
    """The yes or no with which a text opens, or ""."""
    first = plain.partition(" ")[0]
    return "yes" if first in _YES else "no" if first in _NO else ""


class _Judged:
    """One answer beside what is expected of it."""

    def __init__(self, question: Mapping[str, Any], names: Names, text: str, results: Sequence[str]) -> None:
        self._question, self._names, self._text, self._results = question, names, text, results
        self._plain = normal(text)
        self._mentions = names.mentions(self._plain)
        self._groups = [group["names"] for group in question.get("any_of", ())]
        self._expected = {*question.get("names", ()), *(name for group in self._groups for name in group)}
        self._forbidden = frozenset(question.get("forbidden", ()))

    def missing(self) -> list[str]:
        """What should be said and is not."""
        said = {m.name for m in self._mentions}.union(*map(self._names.named, self._results))
        have = self._names.with_wholes(said)
        faults = [f"{name} is missing" for name in self._question.get("names", ()) if name not in have]
        faults += [
            f"fewer than {group['least']} of {', '.join(group['names'])}"
            for group in self._question.get("any_of", ())
            if len(have.intersection(group["names"])) < group["least"]
        ]
        unit = self._question.get("unit", "")
        numbers = self._question.get("numbers", ())
        return faults + [f"{n} {unit} is missing" for n in numbers if not states(self._text, n, unit)]

    def wrong(self) -> list[str]:
        """What should not be said and is."""
        given = self._given_names() if self._results else self._asserted_names()
        faults = [f"gives {name}" for name in sorted(given & self._forbidden)]
        if self._prefers_wrong():
            faults.append(f"names {self._question['choice'][1]} first")
        if self._scattered():
            faults.append("most results are beside the point")
        return faults

    def _given_names(self) -> set[str]:
        """What the results name; one that names an allowed thing too is no fault."""
        labels = [self._names.of_label(label) for label in self._results]
        return {name for label in labels if label <= self._forbidden for name in label}

    def _asserted_names(self) -> set[str]:
        """What a text without results asserts: not in contrast, and not after the expected name."""
        first = next((m.start for m in self._mentions if m.name in self._expected), len(self._plain))
        return {m.name for m in self._mentions if self._start(m) <= first and not self._contrasted(m)}

    def _start(self, mention: Mention) -> int:
        """Where the sentence of a mention starts."""
        return self._plain.rfind(BREAK, 0, mention.start) + 1

    def _contrasted(self, mention: Mention) -> bool:
        """Whether the sentence of a mention has a word of contrast."""
        end = self._plain.find(BREAK, mention.end)
        sentence = self._plain[self._start(mention) : end if end >= 0 else None]
        return bool(_CONTRAST.search(sentence))

    def _prefers_wrong(self) -> bool:
        """Whether the wrong one of two is named first, without contrast."""
        choice = self._question.get("choice", ())
        labels = [self._names.of_label(label) for label in self._results]
        if not choice or (labels and all(choice[1] not in label for label in labels)):
            return False
        first = next((m for m in self._mentions if m.name in choice), None)
        return first is not None and first.name == choice[1] and not self._contrasted(first)

    def _scattered(self) -> bool:
        """Whether more results of the expected kind are unexpected than expected."""
        allowed = self._names.relatives(self._expected) | set(self._question.get("allowed", ()))
        kinds = {self._names.kinds.get(name) for name in self._expected}
        labels = [self._names.of_label(label) for label in self._results]
        rest = [label for label in labels if label.isdisjoint(allowed - self._forbidden)]
        good = len(labels) - len(rest)
        bad = sum(any(self._names.kinds[name] in kinds for name in label) for label in rest)
        return bool(self._expected) and bad > good
