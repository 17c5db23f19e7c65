"""The parts of a lesson on the page: text, figures, tasks, checks, and how far the student has come."""
