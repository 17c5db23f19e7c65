"""Time grows with the length of a question, not with its square."""

from time import process_time

import pytest

from qa.model import Question

LENGTH = 3_600
PLAIN = "my coach told me so on Sunday and I wrote it down. "
NAMES = "the soleus, the standing calf raise and the knee; "
TYPOS = "xqzwv plomhk gastrocnemxus vbnmrt; "
DIGITS = "1111111111"
CLAUSES = "when a muscle, who when a "
COURTESIES = "no rush. is it? "


def fastest(ask, text):
    """The least of several times for one text."""
    took = []
    for _ in range(3):
        start = process_time()
        ask(text)
        took.append(process_time() - start)
    return min(took)


@pytest.mark.parametrize(
    "sentence",
    [PLAIN, NAMES, TYPOS, DIGITS, CLAUSES, COURTESIES],
    ids=["plain", "names", "typos", "digits", "clauses", "courtesies"],
)
@pytest.mark.parametrize("stage", ["read", "answer"])
def test_time_grows_linearly(stage, sentence, pipeline):
    """Four times the text takes about four times as long: a square would take sixteen times."""
    ask = pipeline.reader.read if stage == "read" else lambda text: pipeline.ask(Question(text))
    long = sentence * (LENGTH // len(sentence))
    short = sentence * (LENGTH // len(sentence) // 4)
    ask(long)
    assert fastest(ask, long) < 8 * fastest(ask, short)
