"""Inflection stripped: `calves`, `calf`; `pointed`, `points`, `pointing`; `maximise`, `maximize`.

The stem is a key for comparing words, not a word to show. Only inflection goes: `lateral` must
never meet `later`, nor `medial` `medical`, so derivational suffixes stay.
"""

from __future__ import annotations

from functools import lru_cache

__all__ = ["stem"]

_IRREGULAR = {
    form: base
    for base, forms in {
        "be": "am is are was were been being m re s",
        "have": "has had having ve",
        "do": "does did done doing",
        "can": "could ca cud",
        "will": "wo ll would wud",
        "should": "shud shld",
        "what": "wot wat wut",
        "the": "da teh",
        "when": "wen",
        "not": "n't nt",
        "calf": "calves calfs calve",
        "foot": "feet",
        "lie": "lying lies lay laid lain",
        "go": "goes went gone going gonna gon",
        "use": "using used uses",
        "get": "got gotten getting gets",
        "grow": "grew grown",
        "give": "gave given gimme",
        "let": "lemme",
        "take": "took taken",
        "begin": "began begun beginning",
        "bend": "bent",
        "lean": "leant",
        "keep": "kept",
        "make": "made making",
        "come": "came coming",
        "find": "found",
        "hold": "held",
        "sit": "sat sitting seated seat",
        "stand": "stood standing",
        "tell": "told",
        "mean": "meant meaning",
        "know": "knew known",
        "see": "saw seen",
        "hurt": "hurting hurts",
        "lose": "lost",
        "man": "men",
        "move": "moved moving moves",
        "tear": "tore torn tearing tears",
        "hide": "hid hidden hiding hides",
        "rise": "rose risen rising rises",
        "person": "people folk folks",
        "bounce": "bouncin bouncy",
        "repetition": "rep reps repetitions",
        "gastrocnemius": "gastroc gastrocs gastro gastrocnemii gastrocnemious",
        "maximize": "maximise maximised maximises maximising",
        "minimize": "minimise minimised minimises minimising",
        "emphasize": "emphasise emphasised emphasises emphasising emphasis",
        "prioritize": "prioritise prioritised prioritises prioritising",
        "stabilize": "stabilise",
        "center": "centre",
        "favor": "favour",
        "program": "programme programmes",
        "fiber": "fibre fibres",
        "inward": "inwards",
        "outward": "outwards",
        "forward": "forwards",
        "downward": "downwards",
        "upward": "upwards",
        "toward": "towards",
    }.items()
    for form in forms.split()
}
_KEPT = frozenset(
    "series less always perhaps news across press stress soleus biceps triceps this thus his its us as is "
    "during morning evening anything something everything nothing thing bring spring string ring king wing "
    "swing sing quite need feed speed bed red shed axis pelvis analysis".split()
)
_VOWELS = frozenset("aeiouy")
_SHORT = 3  # letters of a word that ends in two that are the same by itself


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The comparison key of one lower-case word.

    >>> stem("calves"), stem("raising"), stem("raise"), stem("lateral")
    ('calf', 'rais', 'rais', 'lateral')
    """
    word = _IRREGULAR.get(word, word)
    if word in _KEPT or len(word) < 4:
        return word
    if word.endswith("'s"):
        return stem(word[:-2])
    return _without_e(_singular_or_base(word))


def _singular_or_base(word: str) -> str:
    """The word without its plural or verb ending."""
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
        return _IRREGULAR.get(word, word)
    for ending in ("ing", "ed"):
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) > 2 and not word.endswith("eed") and _VOWELS & set(base):
            return _undoubled(base)
    return word


def _undoubled(base: str) -> str:
    """`stopp` as `stop`; `press`, `pull` and the short `add` keep their letters."""
    doubled = len(base) > _SHORT and base[-1] == base[-2] and base[-1] not in "lsz"
    return base[:-1] if doubled else base


def _without_e(word: str) -> str:
    """`raise` and `rais(ing)` meet; `knee` and short words keep their e."""
    return word[:-1] if len(word) > 4 and word.endswith("e") and not word.endswith("ee") else word
