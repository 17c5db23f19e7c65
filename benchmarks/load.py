"""How soon the page answers, and how it bears many people at once: `python -m benchmarks.load [--json]`.

It starts `calf ui` on a free port of this machine and speaks to it as browsers do, without drawing anything:
one connection a session, times from the request until the server has sent the whole page. Every page that
comes back is compared with the answer that it must hold and with those of all other sessions' questions.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from itertools import islice
from statistics import median
from time import perf_counter
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.latency import spread
from benchmarks.questions import load, turns_of
from benchmarks.tables import table
from qa.model import Answer, Context, Question
from qa.pipeline import Pipeline
from ui.components.plain import plain

__all__ = ["Ledger", "Turn", "main", "measure", "report", "serving"]

_ADDRESS = "127.0.0.1"
_STARTS = 3  # of the server, of which the median is told
Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Turn:
    """An address of the Ask page, and the first line of each answer that has to be on it."""

    query: str
    leads: tuple[str, ...]


def main() -> None:
    """Measure and print; 1 if any page held another answer than its own."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    parser.add_argument("--sessions", type=int, default=20, help="how many people ask at once")
    parser.add_argument("--turns", type=int, default=15, help="how often each of them asks")
    options = parser.parse_args()
    figures = measure(Pipeline.load(), options.sessions, options.turns)
    print(json.dumps(figures, indent=2) if options.json else report(figures))
    sys.exit(int(figures["wrong pages"] > 0))


def measure(pipeline: Pipeline, sessions: int = 20, turns: int = 15) -> Figures:
    """All figures; milliseconds, unless a name says otherwise."""
    asked = list(_turns(pipeline, sessions * turns))
    shares = [asked[number::sessions] for number in range(sessions)]
    ledger = Ledger(asked)
    before = _processor()
    starts = [asyncio.run(_cold(asked[0], ledger)) for _ in range(_STARTS)]
    starting = (_processor() - before) / _STARTS
    before = _processor()
    with serving() as port:
        times = {
            "one session": asyncio.run(_session(port, asked[: 2 * turns], 0.0, ledger))[1:],
            "all sessions, 3 s to read each answer": asyncio.run(_crowd(port, shares, 3.0, ledger)),
            "all sessions, no pause at all": asyncio.run(_crowd(port, shares, 0.0, ledger)),
        }
    pages = sum(map(len, times.values()))
    return {
        "sessions": sessions,
        "pages": ledger.pages,
        "wrong pages": ledger.wrong,
        "first answer of a new server": round(median(starts)),
        "processor time of that": round(starting),
        "processor time an answer": round((_processor() - before - starting) / pages),
        "times": {name: spread(each) for name, each in times.items()},
    }


def _processor() -> float:
    """Milliseconds of processor time that the servers which have ended took; other programs do not count."""
    used = os.times()
    return (used.children_user + used.children_system) * 1000


def _turns(pipeline: Pipeline, most: int) -> Iterator[Turn]:
    """Questions of the development set whose answers begin differently, every third with a follow-up."""
    rows = load("development").questions
    texts = dict.fromkeys(text for row in rows for text in turns_of(row)[:1])
    leads: set[str] = set()
    found: list[tuple[str, Answer]] = []
    for text in texts:
        answer = pipeline.ask(Question(text))
        if answer.answered and answer.lead not in leads:
            leads.add(answer.lead)
            found.append((text, answer))
    if len(found) < most:  # a session's share stays its own: questions return, but in another order
        found = [found[number % len(found)] for number in range(most)]
    for number, (text, answer) in enumerate(islice(found, most)):
        then = () if number % 3 else ("why?",)
        context: Context = answer.context
        more = tuple(pipeline.ask(Question(turn, context)).lead for turn in then)
        yield Turn(urlencode({"q": text, "then": then}, doseq=True), (answer.lead, *more))


class Ledger:
    """Counts the pages that lack their own answers or hold another one's."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        """Know the answers to all these turns."""
        self._all = {plain(lead) for turn in turns for lead in turn.leads}
        self.pages = self.wrong = 0

    def check(self, turn: Turn, headings: Sequence[str]) -> None:
        """Compare the headings of a page with those that belong on it."""
        self.pages += 1
        own = [plain(lead) for lead in turn.leads]
        answers = [heading for heading in headings if heading in self._all or heading in own]
        self.wrong += answers != own


@contextmanager
def serving() -> Iterator[int]:
    """The port of a server of its own, which is ended afterwards."""
    with socket.socket() as probe:
        probe.bind((_ADDRESS, 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "ui.cli", "ui", "--no-open", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while process.poll() is None:
            try:
                urlopen(f"http://{_ADDRESS}:{port}/_stcore/health", timeout=1).close()
                break
            except OSError:
                pass
        yield port
    finally:
        process.terminate()
        process.wait(20)


async def _cold(turn: Turn, ledger: Ledger) -> float:
    """Milliseconds from the start of a server until its first answer has been sent."""
    start = perf_counter()
    with serving() as port:
        await _session(port, [turn], 0.0, ledger)
        return (perf_counter() - start) * 1000


async def _crowd(port: int, shares: Sequence[Sequence[Turn]], pause: float, ledger: Ledger) -> list[float]:
    """The times of many sessions at once."""
    times = await asyncio.gather(*(_session(port, share, pause, ledger) for share in shares))
    return [each for mine in times for each in mine]


async def _session(port: int, turns: Sequence[Turn], pause: float, ledger: Ledger) -> list[float]:
    """One person: asks, reads for `pause` seconds, asks again. Milliseconds of each answer."""
    times = []
    async with _connected(port) as line:
        for turn in turns:
            start = perf_counter()
            headings = await _page(line, turn.query)
            times.append((perf_counter() - start) * 1000)
            ledger.check(turn, headings)
            await asyncio.sleep(pause)
    return times


@asynccontextmanager
async def _connected(port: int) -> AsyncIterator[ClientConnection]:
    """A connection as the page in a browser makes it."""
    address = f"{_ADDRESS}:{port}"
    async with connect(
        f"ws://{address}/_stcore/stream",
        origin=f"http://{address}",
        subprotocols=["streamlit"],
        max_size=None,
    ) as line:
        yield line


async def _page(line: ClientConnection, query: str) -> list[str]:
    """The headings of the second level on the page at this address, once all of it has come."""
    request = BackMsg()
    request.rerun_script.query_string = query
    await line.send(request.SerializeToString())
    headings: dict[tuple[int, ...], str] = {}
    async for data in line:
        message = ForwardMsg.FromString(data)
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            place = tuple(message.metadata.delta_path)
            headings.pop(place, None)
            if element.WhichOneof("type") == "heading" and element.heading.tag == "h2":
                headings[place] = element.heading.body
        elif kind == "script_finished":
            break
    return [headings[place] for place in sorted(headings)]


def report(figures: Figures) -> str:
    """The figures as text."""
    rows = [(name, times["p50"], times["p95"]) for name, times in figures["times"].items()]
    header = (f"{figures['sessions']} sessions, milliseconds an answer", "p50", "p95")
    start = f"first answer of a new server: {figures['first answer of a new server']} ms after the command"
    lines = (
        f"{start} (median of {_STARTS}), {figures['processor time of that']} ms of processor time",
        table(header, rows),
        f"processor time an answer: {figures['processor time an answer']} ms",
        f"{figures['pages']} pages, {figures['wrong pages']} with another answer than their own",
    )
    return "\n\n".join(lines)


if __name__ == "__main__":
    main()
