"""The parts of the Quiz page: the question, what is said to an answer, progress, and what teachers take along."""
