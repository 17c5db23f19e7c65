"""The parts of the Quiz page: question, verdict, progress, and what teachers take along."""
