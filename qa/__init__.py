"""Question answering: English questions read against the graph, answered and explained; knows no screen."""
