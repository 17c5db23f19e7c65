"""Write the figures of docs/lab.md anew from the shipped grid: `scripts/lab_report.py [--check]`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.graph import KnowledgeGraph
from teach.lab.comparing import NEAR, comparisons, published_sources, shortenings
from teach.lab.grid import GRID, Grid, Pose, load_grid
from teach.lab.measuring import MEASURES, percent
from teach.lab.posing import named, presets

PAGE = Path(__file__).parent.parent / "docs" / "lab.md"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def numbers(grid: Grid, graph: KnowledgeGraph) -> str:
    """What was put into the model."""
    header = ("muscle", "greatest force", "best fibre length", "slack tendon", "pennation")
    rows = [
        (
            graph.entity(named(m.name)).label,
            f"{m.force:.0f} N",
            f"{m.fibre * 1000:.0f} mm",
            f"{m.tendon * 1000:.0f} mm",
            f"{m.pennation:.0f}°",
        )
        for m in grid.leg.muscles
    ]
    sources = "\n".join(f"- {name}: {text}" for name, text in grid.leg.sources.items())
    return f"{table(header, rows)}\n\n{sources}"


def shape(grid: Grid) -> str:
    """How large and how exact the grid is."""
    counts = [len(axis) for axis in (grid.leg.knees, grid.leg.ankles, grid.leg.activations)]
    points = counts[0] * counts[1] * counts[2]
    return (
        f"The grid has {counts[0]} knee angles, {counts[1]} ankle angles and {counts[2]} activations,\n"
        f"{points} poses in {GRID.stat().st_size / 1000:.0f} kB. Between its points values are interpolated\n"
        f"linearly: at 1000 random poses they were at most {grid.apart[0]:.2f} mm and "
        f"{percent(grid.apart[1], 1)} of a\nmuscle's greatest force from what OpenSim computes there."
    )


def published(grid: Grid, graph: KnowledgeGraph) -> str:
    """Our figures beside published ones."""
    header = ("figure", "muscle", "lab", "published", "by", "comparison", "agrees")
    rows = comparisons(grid)
    lines = [
        (
            row.what,
            graph.entity(named(row.muscle)).label if row.muscle else "all",
            row.ours,
            row.published,
            row.source,
            row.verdict,
            "yes" if row.agrees else "no",
        )
        for row in rows
    ]
    agree = sum(row.agrees for row in rows)
    cited = "\n".join(f"- {s.label}: {s.cite}. Read: {s.read}." for s in published_sources().values())
    counted = f"{agree} of {len(rows)} figures agree; for a regression that means within {percent(NEAR)}."
    return f"{table(header, lines)}\n\n{counted}\n\n{cited}"


def legs(grid: Grid) -> str:
    """How regressions and models agree on the knee, and where no leg can agree with both regressions."""
    one, two, *models = shortenings(grid)
    header = ("source", "medial head", "lateral head", f"beside {one.source}", f"beside {two.source}")
    rows = [
        (
            row.source or "**this lab** (gait model 2392)",
            *(percent(head, 2) for head in row.heads),
            *(
                " and ".join(percent(h / o - 1, sign="+") for h, o in zip(row.heads, ref.heads, strict=True))
                if row is not ref
                else "–"
                for ref in (one, two)
            ),
        )
        for row in (one, two, *models)
    ]
    bands = [
        (max(heads) * (1 - NEAR), min(heads) * (1 + NEAR)) for heads in zip(one.heads, two.heads, strict=True)
    ]
    told = [
        f"from {percent(low, 1)} to {percent(high, 1)} for the {name} head"
        if low <= high
        else f"at no length for the {name} head"
        for name, (low, high) in zip(("medial", "lateral"), bands, strict=True)
    ]
    return f"{table(header, rows)}\n\nBoth regressions are met within {percent(NEAR)} {' and '.join(told)}."


def exercises(grid: Grid, graph: KnowledgeGraph) -> str:
    """Each exercise of the graph as a pose, and the moments at the bottom and the top of a raise."""
    header = (
        "exercise",
        "pose",
        "not in the model",
        "moment, heel low (ankle 20° up)",
        "heel high (30° down)",
    )
    rows = []
    for preset in presets(graph):
        moments = [
            MEASURES["moment"].told(sum(state.moment for state in grid.at(pose)))
            for pose in (_at(preset.pose, 20), _at(preset.pose, -30))
        ]
        pose = f"knee {preset.pose.knee:.0f}°, hip {preset.pose.hip:.0f}°"
        left = ", ".join(item.label for item in preset.beyond)
        rows.append((preset.exercise.label, pose, left or "–", *moments))
    return table(header, rows)


def _at(pose: Pose, ankle: float) -> Pose:
    return Pose(pose.hip, pose.knee, ankle, pose.activation)


def render(text: str) -> str:
    """`text` with everything between its markers written anew."""
    grid, graph = load_grid(), KnowledgeGraph.load()
    parts = {
        "numbers": numbers(grid, graph),
        "shape": shape(grid),
        "published": published(grid, graph),
        "legs": legs(grid),
        "exercises": exercises(grid, graph),
    }
    for name, part in parts.items():
        head, rest = text.split(f"<!-- {name} -->\n", 1)
        tail = rest.split("<!-- end -->", 1)[1]
        text = f"{head}<!-- {name} -->\n{part}\n<!-- end -->{tail}"
    return text


def main() -> int:
    """Write docs/lab.md, or with --check only say whether it is up to date: 0 if so, 1 if not."""
    before = PAGE.read_text(encoding="utf-8")
    after = render(before)
    if "--check" in sys.argv[1:]:
        return int(before != after)
    PAGE.write_text(after, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
