"""A worksheet and its key as pages to print: plain HTML with all its style inside, and no script."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from string import ascii_uppercase

from teach.quiz.marking import solution
from teach.quiz.model import Form, Item, Option
from teach.sheets.paper import Paper, checked, cited, picture_address, told

__all__ = ["worksheet"]

_CSS = """
@page { margin: 18mm; }
body { font: 11pt/1.45 Georgia, 'Times New Roman', serif; color: #111; background: #fff; }
body { max-width: 46em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 18pt; margin: 0 0 .2em; }
.names { display: flex; gap: 2em; margin: 1em 0 1.5em; }
.names span { flex: 1; border-bottom: 1px solid #111; padding-bottom: 1.4em; }
ol.items > li { margin: 0 0 1.3em; break-inside: avoid; padding-left: .3em; }
.stem { margin: 0 0 .4em; font-weight: 600; }
.hint { margin: 0 0 .4em; }
ul { list-style: none; padding: 0; margin: 0; }
ul li { display: flex; gap: .6em; margin: .25em 0; }
.box { flex: none; width: 1em; height: 1em; border: 1.2px solid #111; margin-top: .2em; }
.circle { border-radius: 50%; }
.place { flex: none; width: 1.8em; border-bottom: 1px solid #111; }
.line { display: inline-block; width: 8em; border-bottom: 1px solid #111; height: 1.6em; }
img { display: block; height: 110mm; margin: .5em 0; }
.right { font-weight: 600; }
.why { margin: .2em 0; font-size: 10pt; }
footer { border-top: 1px solid #999; margin-top: 2em; padding-top: .6em; font-size: 9pt; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""
_ASKED = {
    Form.ONE: "Mark one.",
    Form.LABEL: "Mark one.",
    Form.VERDICT: "Mark one.",
    Form.SEVERAL: "Mark all that are right.",
    Form.ORDER: "Number them from first to last.",
    Form.NUMBER: "Write the number.",
}


def worksheet(paper: Paper, note: str = "") -> dict[str, str]:
    """The pages by their file names: the sheet for students, and the key with reasons and sources.

    `note` is a line at the foot of both, such as the address of the same quiz.
    """
    return {
        "worksheet.html": _page(paper.title, _names(), (_asked(paper, item) for item in paper.items), note),
        "key.html": _page(f"Key: {paper.title}", "", (_solved(paper, item) for item in paper.items), note),
    }


def _page(title: str, top: str, items: Iterable[str], note: str) -> str:
    foot = "Made from the calf knowledge graph. It tells what one article and the cited studies say. "
    foot += f"It is not medical advice.{f' {note}' if note else ''}"
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>\n<style>{_CSS}</style>\n</head>",
            f"<body>\n<main>\n<h1>{escape(title)}</h1>\n{top}",
            f'<ol class="items">\n{"".join(items)}</ol>\n</main>',
            f"<footer>{escape(foot)}</footer>\n</body>\n</html>\n",
        ]
    )


def _names() -> str:
    return '<div class="names"><span>Name</span><span>Class</span><span>Date</span></div>\n'


def _stem(paper: Paper, item: Item) -> str:
    picture = ""
    if item.figure is not None:
        # As a picture of its own the drawing keeps its style and its ids to itself.
        picture = f'<img src="{picture_address(paper.draw(item.figure))}" alt="{escape(item.clue)}">'
    return f'<p class="stem">{escape(item.stem)}</p>{picture}'


def _mixed(item: Item) -> list[Option]:
    """The options as printed: steps in an order that tells nothing."""
    if item.form is not Form.ORDER:
        return list(item.options)
    return sorted(item.options, key=lambda o: hashlib.sha256(f"{item.id} {o.text}".encode()).digest())


def _asked(paper: Paper, item: Item) -> str:
    if item.number is not None:
        unit = escape(item.number.unit)
        body = f'<p><span class="line"></span> {unit}</p>'
    else:
        mark = {
            Form.ORDER: '<span class="place"></span>',
            Form.SEVERAL: '<span class="box"></span>',
        }.get(item.form, '<span class="box circle"></span>')
        lines = (f"<li>{mark}<span>{letter}. {escape(o.text)}</span></li>" for letter, o in _lettered(item))
        body = f"<ul>{''.join(lines)}</ul>"
    return f'<li>{_stem(paper, item)}<p class="hint">{_ASKED[item.form]}</p>{body}</li>\n'


def _lettered(item: Item) -> Iterator[tuple[str, Option]]:
    return zip(ascii_uppercase, _mixed(item), strict=False)


def _solved(paper: Paper, item: Item) -> str:
    feedback = paper.feedback(item)
    wrong = [
        f"Not {letter}: {o.why}"
        for letter, o in _lettered(item)
        if not o.right and item.form is not Form.VERDICT
    ]
    lines = [" ".join(told(item, feedback)), *wrong, *feedback.caveats, *map(checked, feedback.research)]
    lines.append(f"Sources: {'; '.join(map(cited, feedback.sources))}")
    whys = "".join(f'<p class="why">{escape(line)}</p>' for line in lines if line)
    return f'<li>{_stem(paper, item)}<p class="right">{escape(_answer(item))}</p>{whys}</li>\n'


def _answer(item: Item) -> str:
    """The right answer with the letters of the sheet."""
    if item.number is not None:
        return solution(item)
    letters = {option.text: letter for letter, option in _lettered(item)}
    if item.form is Form.ORDER:
        return f"In this order: {', '.join(letters[o.text] for o in item.options)}"
    return "; ".join(f"{letters[o.text]}. {o.text}" for o in item.options if o.right)
