"""The page on a fake pipeline: `streamlit run tests/fakes/fake_app.py` shows every shape of an answer."""

import runpy
import sys
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).parent))

import ui

from fake_pipeline import FakePipeline

module = ModuleType("qa.pipeline")
module.Pipeline = FakePipeline
sys.modules["qa.pipeline"] = module
runpy.run_path(str(Path(ui.__file__).parent / "app.py"))
