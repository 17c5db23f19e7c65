"""The page on an ontology that a malicious editor wrote, with one question that fails inside."""

import runpy
import sys
import tempfile
from pathlib import Path

import ontology
import ui
from qa.model import Question
from qa.pipeline import Pipeline

MARKUP = (
    "&lt;img src=x onerror=&quot;document.title='broken'&quot;&gt;&lt;b&gt;**bold**&lt;/b&gt; "
    "[a](javascript:alert(1)) :red[c] $x^2$ "
)
source = (Path(ontology.__path__[0]) / "calf.owl").read_text(encoding="utf-8")
for text in ("soleus", "seated calf raise", "turning the toes in biases the medial head", "The broad, flat"):
    source = source.replace(f">{text}", f">{MARKUP}{text}")
folder = Path(tempfile.mkdtemp())
path = folder / "calf.owl"
path.write_text(source, encoding="utf-8")


class HostilePipeline(Pipeline):
    """The real pipeline, over that ontology."""

    @classmethod
    def load(cls, _path=None):
        """A pipeline over the malicious ontology."""
        return super().load(path)

    def ask(self, question: Question):
        """Fails on one question, as a mistake in the code would."""
        if question.text == "break":
            raise RuntimeError(f"secret of {path}")
        return super().ask(question)


sys.modules["qa.pipeline"].Pipeline = HostilePipeline
runpy.run_path(str(Path(ui.__file__).parent / "app.py"))
