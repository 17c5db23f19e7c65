"""What a student remembers: scheduled with FSRS, kept as a file that is the student's own."""

from __future__ import annotations

from teach.progress.keeping import Progress, dump, load, load_file, save_file
from teach.progress.scheduling import due, next_due, recall

__all__ = ["Progress", "due", "dump", "load", "load_file", "next_due", "recall", "save_file"]
