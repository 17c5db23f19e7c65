"""From text to what its words say, before any graph is asked: names, numbers, mood, what is excluded."""
