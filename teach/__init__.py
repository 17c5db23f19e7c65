"""Teaching with the graph: lessons, a laboratory, quizzes, and what a teacher takes away. Knows no screen."""
