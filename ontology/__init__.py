"""The knowledge itself: `calf.owl`, built from the modules in `src`, as package data."""
