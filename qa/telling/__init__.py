"""The graph in English: names, facts, definitions, entries, reasons, and the data of its pictures."""
